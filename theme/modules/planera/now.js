// What the unit does this week: what can begin and what is late.

import { weekdayText } from "./days.js";
import { h, joined, link } from "./dom.js";
import { formLink, sendTo } from "./reach.js";
import { lateness, leaningOnUnknown } from "./words.js";
import { dayNumber, isoDay } from "../calendar.js";

const WEEK = 6;

export function* nowPart(known, { plan }) {
  const { own, waited } = thisWeek(known, plan);
  if (!own.length && !waited.length) return [nothing(known, plan)];
  const services = new Map();
  for (const step of own) services.set(step.service, [...(services.get(step.service) ?? []), step]);
  const leaning = leaningOnUnknown(plan);
  const rows = [];
  for (const [id, steps] of services) {
    yield;
    rows.push(service(known, id, steps, when(steps, plan, leaning)));
  }
  return [
    own.length > 0 && h("ul", { class: "sk-now" }, rows),
    waited.length > 0 && waiting(known, waited),
  ].filter(Boolean);
}

/** The unit's steps that can begin within a week, and those that it now waits for. */
export function thisWeek(known, plan) {
  const end = isoDay(dayNumber(plan.today) + WEEK);
  const passed = new Set(); // steps of the week that take no time, so that the next can follow
  const own = [];
  const waited = [];
  for (const step of plan.steps) {
    const can = step.earliest_begin !== null && step.earliest_begin <= end;
    if (!can || !step.after.every((id) => passed.has(id))) continue;
    const isOwn = known.step(step.id).own;
    if (isOwn && step.lead_time === "none") passed.add(step.id);
    if (isOwn) own.push(step);
    else if (!step.after.length) waited.push(step);
  }
  return { own, waited };
}

function service(known, id, steps, day) {
  const name = h("p", { class: "sk-now__service" }, link(known.servicePage(id), known.service(id)), " ", day);
  return h(
    "li",
    {},
    name,
    known.replaced(id) && h("p", { class: "sk-now__replaced" }, known.replaced(id)),
    h(
      "ol",
      {},
      steps.map((step) => stepRow(known, step)),
    ),
  );
}

function when(steps, plan, leaning) {
  const late = lateness(steps[0], plan.today);
  if (late) return h("strong", { class: "sk-late" }, late);
  const soon = steps.some(({ id }) => leaning.has(id)) ? "Så snart ni kan, senast" : "Senast";
  return h("span", { class: "sk-quiet" }, `${soon} ${weekdayText(steps[0].order_by)}`);
}

function stepRow(known, step) {
  const words = known.step(step.id);
  const form = words.form && ["Blankett: ", formLink(known, words.form)];
  const parts = [link(words.page, words.title), form, sendTo(known, words)].filter(Boolean);
  return h(
    "li",
    {},
    joined(parts, ". "),
    ".",
    words.chase && h("span", { class: "sk-line sk-quiet" }, words.chase),
  );
}

function waiting(known, steps) {
  const rows = steps.map((step) => {
    const words = known.step(step.id);
    return h(
      "li",
      {},
      h("strong", {}, words.who),
      ": ",
      link(words.page, words.name),
      ".",
      words.chase && ` ${words.chase}`,
    );
  });
  return h("div", {}, h("h3", {}, "Ni väntar på"), h("ul", {}, rows));
}

function nothing(known, plan) {
  const next = plan.steps
    .filter((step) => step.earliest_begin && known.step(step.id).own)
    .sort((a, b) => (a.earliest_begin < b.earliest_begin ? -1 : 1))[0];
  if (!next)
    return h("p", {}, plan.steps.length ? "Ni har inget att göra den här veckan." : "Inget. Allt är klart.");
  const words = known.step(next.id);
  const day = `Det kan börja ${weekdayText(next.earliest_begin)}.`;
  return h("p", {}, "Inget den här veckan. Nästa steg är ", link(words.page, words.name), `. ${day}`);
}
