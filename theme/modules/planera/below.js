// What stands below the answer, and the files. Fetched when a reader begins: whoever only looks in has
// the questions, and the answer waits for none of it.

import { eachAlternative } from "../alternatives.js";
import { verdictMore } from "./causes.js";
import { comparisonPart } from "./comparison.js";
import { tableFile } from "./csv.js";
import { todayIn } from "./days.js";
import { keepingPlace } from "./dom.js";
import { calendarFile } from "./ics.js";
import { backPart, questionPart } from "./imprint.js";
import { listPart } from "./list.js";
import { nowPart } from "./now.js";
import { sinceThen } from "./since.js";
import { writeFragment } from "./state.js";
import { timelinePart } from "./timeline.js";

const SLICE = 8; // milliseconds

export const files = { calendarFile, tableFile };

/** Draws each part anew; `page` is the planner's page. Stops if that comes to another answer. */
export async function drawBelow(page) {
  const { found } = page;
  const fallback = page.part("verdict-box");
  keepingPlace(() => drawParts(page), fallback);
  if (found.plan) await workOutAlternatives(page);
  if (page.found === found) keepingPlace(() => drawCompared(page), fallback);
}

function drawParts(page) {
  const { known, found } = page;
  const filled = found.plan !== undefined;
  page.fill("now", filled ? nowPart(known, found) : []);
  page.fill("list", filled ? listPart(known, found, (id, done) => page.tick(id, done)) : []);
  drawTimeline(page);
  drawImprint(page);
}

/** What takes as many plans as there are options. */
function drawCompared(page) {
  const { known, found, take } = page;
  page.part("verdict-more").replaceChildren(...(found.plan ? verdictMore(known, found, take) : []));
  page.fill("alternatives", found.plan ? comparisonPart(known, found, take) : []);
}

/** A little at a time, so that the page answers meanwhile. */
async function workOutAlternatives(page) {
  const { known, found } = page;
  const others = [];
  let since = performance.now();
  for (const each of eachAlternative(known.data, found.question, found.plan)) {
    others.push(each);
    if (performance.now() - since < SLICE) continue;
    await new Promise((rested) => setTimeout(rested));
    if (page.found !== found) return;
    since = performance.now();
  }
  found.alternatives = others;
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
