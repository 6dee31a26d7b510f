// The whole plan, dated and in order, each step with a box to tick when it is done.

import { between, capital, dayText, weekdayText } from "./days.js";
import { h, joined, link } from "./dom.js";
import { formLink, sendTo } from "./reach.js";
import { unverified } from "./unverified.js";
import { distance, lateness, leaningOnUnknown, markAssumed, timeText } from "./words.js";

const COLUMNS = ["Steg", "Vem", "Blankett och mottagare", "Tid", "Väntar på"];
/** On paper there is room for who did it and when. */
const SIGNED = "Klart (datum, namn)";
const LAST = "Sista dag";
const WIDTH = COLUMNS.length + 1;
const CAPTION = "Alla steg i ordning, med sista dag att börja";
const PART = ".sk-plan__part";
const TABLE = 60; // rows: a browser lays a long plan out a table at a time, as it comes into view

/** `tick(id, done)` is called when a box is. */
export function* listPart(known, found, tick) {
  const rows = inOrder(found);
  const numbers = new Map(rows.filter((row) => !row.done).map((row, at) => [row.step.id, at + 1]));
  const about = { known, found, tick, numbers, leaning: leaningOnUnknown(found.plan) };
  const tables = yield* allTables(about, rows);
  return [
    h(
      "p",
      {},
      "Datumet är den sista dagen då steget kan börja, om allt ska vara klart till start. ",
      "Bocka av det ni har gjort, så räknar planen med resten.",
    ),
    found.plan.unknown.length > 0 &&
      h(
        "p",
        {},
        h("span", { class: "sk-tag" }, "Så snart ni kan"),
        " står där en okänd leveranstid kommer med eller efter. ",
        "Den räknas som 0 dagar, så börja i god tid före datumet.",
      ),
    tables.map((table) => h("div", { class: PART.slice(1) }, table)),
  ]
    .flat()
    .filter(Boolean);
}

/** Each table where the one before it stood, so that a browser knows how high it is before it is seen. */
export function standing(content, place) {
  const before = [...place.querySelectorAll(PART)];
  return content.map((each) => {
    const stand = each.matches(PART) && before.shift();
    if (!stand) return each;
    stand.replaceChildren(...each.childNodes);
    return stand;
  });
}

function* allTables(about, rows) {
  const parts = inTables(days(about, rows));
  const found = [];
  for (const [at, part] of parts.entries()) {
    const more = parts.length > 1 ? `, del ${at + 1} av ${parts.length}` : "";
    const bodies = [];
    for (const day of part) bodies.push(yield* body(about, day));
    if (at === parts.length - 1) bodies.push(end(about.found.plan));
    found.push(h("table", { class: "sk-plan" }, h("caption", { class: "sk-unseen" }, CAPTION + more), head(), bodies));
  }
  return found;
}

/** Steps left and steps done, by day: a step that is ticked stays where it was. */
export function inOrder({ plan, whole, question }) {
  const place = new Map(whole.steps.map((step, at) => [step.id, at]));
  const left = plan.steps.map((step) => ({ step, done: false }));
  const done = whole.steps
    .filter((step) => question.done.includes(step.id))
    .map((step) => ({ step, done: true }));
  const day = ({ step }) => step.order_by ?? "";
  const rank = ({ step }) => place.get(step.id) ?? place.size;
  return [...left, ...done].sort((a, b) =>
    day(a) === day(b) ? rank(a) - rank(b) : day(a) < day(b) ? -1 : 1,
  );
}

/** Days with their rows; of a day it is told once if all that the unit does should be begun soon. */
function days({ known, leaning }, rows) {
  const found = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last.day === row.step.order_by) last.rows.push(row);
    else found.push({ day: row.step.order_by, rows: [row] });
  }
  for (const each of found) {
    const own = each.rows.filter((row) => !row.done && known.step(row.step.id).own);
    each.soon = each.day !== null && own.length > 0 && own.every((row) => leaning.has(row.step.id));
  }
  return found;
}

/** The days of each table; one with many rows goes on in the next. */
function inTables(days) {
  const found = [[]];
  let room = TABLE;
  for (const day of days) {
    for (let from = 0; from < day.rows.length; ) {
      if (!room) {
        found.push([]);
        room = TABLE;
      }
      const rows = day.rows.slice(from, from + room);
      found.at(-1).push({ ...day, rows, goesOn: from > 0 });
      from += rows.length;
      room -= rows.length;
    }
  }
  return found;
}

function head() {
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      COLUMNS.map((name, at) => h("th", { scope: "col" }, at === 3 && dated(LAST), name)),
      h("th", { scope: "col", class: "sk-plan__signed" }, SIGNED),
    ),
  );
}

function* body(about, { day, rows, soon, goesOn }) {
  const { today } = about.found.plan;
  const heading = day
    ? [
        `Senast ${weekdayText(day)}`,
        " ",
        h("span", { class: "sk-quiet" }, distance(between(today, day))),
        soon && [" ", soonTag()],
        goesOn && [" ", h("span", { class: "sk-quiet" }, "(fortsättning)")],
      ]
    : ["Ingen dag är tidig nog"];
  const title = h(
    "tr",
    { class: "sk-plan__day" },
    h("th", { colspan: WIDTH, scope: "rowgroup" }, heading),
  );
  const made = [];
  for (const row of rows) {
    yield;
    made.push(row.done ? doneRow(about, row.step) : leftRow(about, row.step, !soon));
  }
  return h("tbody", {}, title, made);
}

function end({ start }) {
  return h(
    "tbody",
    {},
    h(
      "tr",
      { class: "sk-plan__day sk-plan__start" },
      h("th", { colspan: WIDTH, scope: "rowgroup" }, `${capital(weekdayText(start))}: start`),
    ),
  );
}

function doneRow({ known, tick }, step) {
  const words = known.step(step.id);
  return h(
    "tr",
    { class: "sk-plan__done" },
    h(
      "td",
      { colspan: WIDTH },
      box(words, true, tick),
      h("span", { class: "sk-plan__service" }, "Klart. ", words.service),
    ),
  );
}

function leftRow(about, step, mayTag) {
  const { known, tick, found } = about;
  const words = known.step(step.id);
  const late = lateness(step, found.plan.today);
  return h(
    "tr",
    { class: late ? "sk-plan__late" : null },
    h(
      "td",
      {},
      box(words, false, tick, about.numbers.get(step.id)),
      h("span", { class: "sk-plan__service" }, link(words.page, words.service)),
      words.replaced && h("span", { class: "sk-plan__replaced" }, words.replaced),
      late && h("strong", { class: "sk-late" }, late),
    ),
    cell(COLUMNS[1], words.who),
    cell(COLUMNS[2], formAndReach(known, words)),
    cell(COLUMNS[3], time(step, words, mayTag && about.leaning.has(step.id)), lastDay(step)),
    cell(COLUMNS[4], waits(about, step)),
    h("td", { class: "sk-plan__signed" }),
  );
}

function box(words, done, tick, number) {
  const id = `klart-${words.id.replaceAll("/", "--")}`;
  const input = h("input", {
    type: "checkbox",
    id,
    "data-sk-key": id,
    change: ({ target }) => tick(words.id, target.checked),
  });
  input.checked = done;
  const label = h(
    "label",
    { for: id },
    number && h("span", { class: "sk-plan__number" }, `${number}. `),
    words.title,
    h("span", { class: "sk-unseen" }, " är klart"),
  );
  return h("span", { class: "sk-plan__what" }, input, label);
}

/** `onPaper` does not show on a screen, where the cell is empty without `content`. */
function cell(name, content, onPaper = null) {
  const empty = content === null || (Array.isArray(content) && !content.length);
  return h("td", { "data-label": name, class: empty ? "sk-plan__empty" : null }, onPaper, content);
}

function formAndReach(known, words) {
  const form = words.form && formLink(known, words.form);
  return joined([form, sendTo(known, words)].filter(Boolean), ". ").flat();
}

/** Only on paper, where a group may go on on the next sheet; the year stands in the group's heading. */
function lastDay({ order_by: day }) {
  return day && dated(dayText(day).replace(/ \d+$/, ""));
}

function dated(text) {
  return h("strong", { class: "sk-plan__last" }, text);
}

function soonTag() {
  return h("span", { class: "sk-tag" }, "Så snart ni kan");
}

function time(step, words, soon) {
  const told = timeText(words);
  return [
    told,
    unverified(words.time_unverified),
    (words.stops ?? []).map((stop) => h("strong", { class: "sk-stop sk-line" }, stop)),
    markAssumed(words) && [" ", h("span", { class: "sk-tag" }, "antagande")],
    soon && words.own && [told && " ", soonTag()],
  ]
    .flat()
    .filter(Boolean);
}

/** By number, so that it can be followed on paper too. */
function waits({ known, numbers }, step) {
  const names = step.after.map((id) => [numbers.get(id), known.step(id).title]).sort((a, b) => a[0] - b[0]);
  return names.length
    ? h(
        "ul",
        {},
        names.map(([number, title]) => h("li", {}, String(number), h("span", { class: "sk-plan__awaited" }, `. ${title}`))),
      )
    : null;
}
