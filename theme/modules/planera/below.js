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
import { listPart, standing } from "./list.js";
import { nowPart } from "./now.js";
import { sinceThen } from "./since.js";
import { writeFragment } from "./state.js";
import { timelinePart } from "./timeline.js";
import { Turns } from "./turns.js";

const SLICE = 8; // milliseconds

export const files = { calendarFile, tableFile };

/** Draws each part anew, a little at a time; `page` is the planner's. Stops if that has another answer. */
export async function drawBelow(page) {
  const { known, found } = page;
  const turns = new Turns(() => page.found === found);
  drawImprint(page);
  if (!(await drawn(page, "now", turns, nowPart(known, found)))) return;
  if (!(await drawn(page, "list", turns, listPart(known, found, (id, done) => page.tick(id, done))))) return;
  await drawTimeline(page);
  if (await turns.all(otherWays(known, found))) keepingPlace(() => drawCompared(page), fallback(page));
}

/** Whether it is; without a plan there is nothing to tell. */
async function drawn(page, name, turns, work) {
  const content = page.found.plan ? await turns.all(work) : [];
  if (content) keepingPlace(() => page.fill(name, standing(content, page.part(name))), fallback(page));
  return content !== null;
}

function fallback(page) {
  return page.part("verdict-box");
}

function* otherWays(known, found) {
  const others = [];
  if (found.plan) {
    for (const each of eachAlternative(known.data, found.question, found.plan)) {
      others.push(each);
      yield;
    }
  }
  found.alternatives = others;
  return others;
}

/** What takes as many plans as there are options. */
function drawCompared(page) {
  const { known, found, take } = page;
  page.part("verdict-more").replaceChildren(...(found.plan ? verdictMore(known, found, take) : []));
  page.fill("alternatives", found.plan ? comparisonPart(known, found, take) : []);
}

/** What has changed for the plan since its link was made, among the remarks at the top. */
export function tellSince(page) {
  const { known, found, state } = page;
  page.remarks.push(...sinceThen(known, state.since, found.whole));
  page.drawRemarks();
}

/** Only for another plan or another width. */
export async function drawTimeline(page) {
  const { known, found, width } = page;
  const key = `${width} ${found.plan ? page.fragment() : ""} ${found.today}`;
  if (!width || key === page.timelineOf) return;
  const turns = new Turns(() => page.found === found && page.width === width);
  if (await drawn(page, "timeline", turns, timelinePart(known, found, width))) page.timelineOf = key;
}

function drawImprint(page) {
  const { known, found, state } = page;
  for (const name of ["imprint", "back"]) page.part(name).hidden = !found.plan;
  if (!found.plan) return;
  const href = new URL(`#${writeFragment(state, {})}`, location.href).href; // short, to be typed
  page.part("imprint").replaceChildren(...questionPart(known, found));
  page.part("back").replaceChildren(...backPart(known, todayIn(known.data.timezone), href));
}
