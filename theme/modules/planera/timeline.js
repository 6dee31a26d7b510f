// The plan as a picture. The list says the same in words.

import { dayNumber, firstHit, isoDay } from "../calendar.js";
import { monthText, weekdayText } from "./days.js";
import { h, svg } from "./dom.js";

const ROW = 34;
const TOP = 54;
const EDGE = 12;
const NARROW = 500;
const LETTER = 8; // at most, of the small text

/** A picture as wide as there is room for; none if nothing is left to do. */
export function* timelinePart(known, { plan }, width) {
  if (!plan.steps.length || plan.steps.some((step) => !step.earliest_begin)) return [];
  const scale = new Scale(plan, Math.max(width, 260));
  const rows = rowsOf(known, plan);
  const drawn = [];
  for (const [at, row] of rows.entries()) {
    yield;
    drawn.push(serviceRow(plan, scale, row, TOP + at * ROW));
  }
  return [
    h(
      "figure",
      { class: "sk-picture" },
      picture(known, plan, scale, { rows, drawn }),
      h("figcaption", {}, legend(plan)),
    ),
  ];
}

class Scale {
  constructor(plan, width) {
    const days = [
      plan.today,
      plan.start,
      plan.earliest_start,
      ...plan.steps.map((step) => span(plan, step)[0]),
    ];
    const numbers = days.filter(Boolean).map(dayNumber);
    this.first = Math.min(...numbers);
    this.last = Math.max(...numbers, this.first + 14);
    this.width = width;
  }

  at(day) {
    const number = typeof day === "string" ? dayNumber(day) : day;
    const part = (number - this.first) / (this.last - this.first);
    return Math.round((EDGE + part * (this.width - 2 * EDGE)) * 10) / 10;
  }
}

/** When a step is drawn: as late as can be, but in a plan that is late as early as can be. */
function span(plan, step) {
  return plan.verdict === "no" ? [step.earliest_begin, step.earliest_ready] : [step.order_by, step.ready_by];
}

function rowsOf(known, plan) {
  const rows = new Map();
  for (const step of plan.steps) {
    if (!rows.has(step.service)) rows.set(step.service, { name: known.service(step.service), steps: [] });
    rows.get(step.service).steps.push(step);
  }
  return [...rows.values()];
}

function picture(known, plan, scale, { rows, drawn }) {
  const height = TOP + rows.length * ROW + 8;
  const attributes = {
    viewBox: `0 0 ${scale.width} ${height}`,
    role: "img",
    class: "sk-timeline",
    "aria-labelledby": "tidslinje-titel tidslinje-text",
  };
  return svg(
    "svg",
    attributes,
    svg("title", { id: "tidslinje-titel" }, "Tidslinje över planen"),
    svg("desc", { id: "tidslinje-text" }, described(plan, rows)),
    svg(
      "defs",
      {},
      svg(
        "pattern",
        {
          id: "sk-hatch",
          width: 6,
          height: 6,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        },
        svg("path", { d: "M0 0V6", class: "sk-timeline__hatch" }),
      ),
    ),
    stops(known, plan, scale, height),
    months(scale, height),
    drawn,
    marks(plan, scale, height),
  );
}

function described(plan, rows) {
  const order = rows
    .map(({ name, steps }) => `${name} från ${weekdayText(span(plan, steps[0])[0])}`)
    .join(". ");
  const whole = `Från ${weekdayText(plan.today)} till start ${weekdayText(plan.start)}.`;
  return `${whole} ${order}. Listan «Allt i ordning» säger samma sak i ord.`;
}

function months(scale, height) {
  const firsts = [];
  for (let day = scale.first; day <= scale.last; day += 1) if (isoDay(day).endsWith("-01")) firsts.push(day);
  const every = Math.ceil(firsts.length / (scale.width / 90));
  const shown = firsts.filter((day, at) => at % every === 0);
  return shown
    .map((day) => [
      svg("line", { x1: scale.at(day), x2: scale.at(day), y1: 20, y2: height, class: "sk-timeline__month" }),
      scale.at(day) < scale.width - 60 &&
        svg("text", { x: scale.at(day) + 3, y: 30, class: "sk-timeline__small" }, monthText(isoDay(day))),
    ])
    .flat();
}

/** Where the stop begins, or against the picture's edge if it would be cut off there. */
function stopName(scale, from, words) {
  const fits = from + words.length * LETTER < scale.width;
  const place = fits ? { x: from + 3 } : { x: scale.width - 2, "text-anchor": "end" };
  return svg("text", { ...place, y: 46, class: "sk-timeline__small" }, words);
}

/** The stops of the plan's steps, hatched. */
function stops(known, plan, scale, height) {
  const ids = new Set(plan.steps.flatMap((step) => known.steps.get(step.id).stop ?? []));
  const found = [];
  for (const id of ids) {
    const stop = known.stops.get(id);
    for (let day = scale.first; day <= scale.last;) {
      const period = firstHit([stop], day, scale.last);
      if (!period) break;
      const [from, to] = [
        scale.at(Math.max(period.first, scale.first)),
        scale.at(Math.min(period.last + 1, scale.last)),
      ];
      found.push(
        svg("rect", {
          x: from,
          y: 20,
          width: Math.max(to - from, 2),
          height: height - 20,
          fill: "url(#sk-hatch)",
        }),
      );
      found.push(stopName(scale, from, scale.width < NARROW ? "Stopp" : stop.title));
      day = period.last + 1;
    }
  }
  return found;
}

function serviceRow(plan, scale, { name, steps }, y) {
  const middle = y + 24;
  const begins = scale.at(steps.map(({ earliest_begin: day }) => day).sort()[0]);
  const unknown = steps.filter((step) => step.lead_time === "unknown");
  const known = steps.filter((step) => step.lead_time !== "unknown");
  const room = scale.width - begins;
  const end = room < 8 * name.length;
  const label = {
    x: end ? scale.width - EDGE - 6 : begins + 6,
    y: y + 13,
    class: "sk-timeline__name",
    "text-anchor": end ? "end" : "start",
  };
  const marks = [...known, ...unknown].map((step) => bar(plan, scale, step, middle));
  return svg("g", {}, svg("text", label, name), slack(plan, scale, steps, middle), marks);
}

/** From the first day that anything can begin to the last. */
function slack(plan, scale, steps, middle) {
  if (plan.verdict === "no") return null;
  const first = steps.map(({ earliest_begin: day }) => day).sort()[0];
  const last = steps
    .map(({ order_by: day }) => day)
    .sort()
    .at(-1);
  return svg("line", {
    x1: scale.at(first),
    x2: scale.at(last),
    y1: middle,
    y2: middle,
    class: "sk-timeline__slack",
  });
}

function bar(plan, scale, step, middle) {
  const [begin, ready] = span(plan, step);
  const [from, to] = [scale.at(begin), scale.at(ready)];
  if (step.lead_time === "unknown")
    return svg("circle", { cx: from, cy: middle, r: 5, class: "sk-timeline__unknown" });
  if (step.lead_time === "none")
    return svg("circle", { cx: from, cy: middle, r: 3.5, class: "sk-timeline__point" });
  return svg("rect", {
    x: from,
    y: middle - 4,
    width: Math.max(to - from, 3),
    height: 8,
    rx: 2,
    class: "sk-timeline__bar",
  });
}

function marks(plan, scale, height) {
  const lines = [
    [plan.today, "I dag"],
    [plan.start, "Start"],
  ];
  if (plan.verdict === "no" && plan.earliest_start) lines.push([plan.earliest_start, "Tidigast start"]);
  const placed = [];
  return lines
    .map(([day, word]) => {
      const x = scale.at(day);
      const row = placed.some((other) => Math.abs(other - x) < 60) ? 1 : 0;
      placed.push(x);
      const anchor = x > scale.width - 60 ? "end" : "start";
      return [
        svg("line", { x1: x, x2: x, y1: 4, y2: height, class: "sk-timeline__mark" }),
        svg(
          "text",
          {
            x: x + (anchor === "end" ? -4 : 4),
            y: row ? 24 : 12,
            "text-anchor": anchor,
            class: "sk-timeline__word",
          },
          word,
        ),
      ];
    })
    .flat();
}

function legend(plan) {
  const slackWords = plan.verdict === "no" ? "" : "Tunn linje: tid från första till sista dagen att börja. ";
  const when = plan.verdict === "no" ? "så tidigt som det går från i dag" : "så sent som det går";
  const shapes = "Fylld prick: görs samma dag. Tom ring: okänd leveranstid. Stapel: leveranstid.";
  return `Stegen är ritade ${when}. ${slackWords}${shapes} Streckat fält: beställningsstopp.`;
}
