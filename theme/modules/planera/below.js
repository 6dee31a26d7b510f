// What stands below the answer, and the files. Fetched when a reader begins: whoever only looks in has
// the questions, and the answer waits for none of it.

import { comparisonPart } from "./comparison.js";
import { tableFile } from "./csv.js";
import { todayIn } from "./days.js";
import { calendarFile } from "./ics.js";
import { backPart, questionPart } from "./imprint.js";
import { listPart } from "./list.js";
import { nowPart } from "./now.js";
import { sinceThen } from "./since.js";
import { writeFragment } from "./state.js";
import { timelinePart } from "./timeline.js";

export const files = { calendarFile, tableFile };

/** Draws each part anew; `page` is the planner's page. */
export function drawBelow(page) {
  const { known, found } = page;
  const filled = found.plan !== undefined;
  page.fill("now", filled ? nowPart(known, found) : []);
  page.fill("list", filled ? listPart(known, found, (id, done) => page.tick(id, done)) : []);
  page.fill("alternatives", filled ? comparisonPart(known, found, page.take) : []);
  drawTimeline(page);
  drawImprint(page);
}

/** What has changed for the plan since its link was made, among the remarks at the top. */
export function tellSince(page) {
  const { known, found, state } = page;
  page.remarks.push(...sinceThen(known, state.since, found.whole));
  page.drawRemarks();
}

/** Only for another plan or another width. */
export function drawTimeline(page) {
  const { known, found } = page;
  const width = Math.floor(page.element.clientWidth);
  const key = `${width} ${found.plan ? page.fragment() : ""} ${found.today}`;
  if (key === page.timelineOf) return;
  page.timelineOf = key;
  page.fill("timeline", found.plan ? timelinePart(known, found, width) : []);
}

function drawImprint(page) {
  const { known, found, state } = page;
  for (const name of ["imprint", "back"]) page.part(name).hidden = !found.plan;
  if (!found.plan) return;
  const href = new URL(`#${writeFragment(state, {})}`, location.href).href; // short, to be typed
  page.part("imprint").replaceChildren(...questionPart(known, found));
  page.part("back").replaceChildren(...backPart(known, todayIn(known.data.timezone), href));
}
