// The options of each choice side by side.

import { between, daysText, weekdayText } from "./days.js";
import { h } from "./dom.js";
import { takeOption } from "./causes.js";

const VERDICTS = { yes: "Ja, ni hinner", no: "Nej, ni hinner inte", unknown: "Går inte att säga" };
const COMPARED = ["Alternativ", "Dagar till klart", "Fler eller färre steg", "Börja senast", "Hinner ni?"];

export function comparisonPart(known, { alternatives, plan }, take) {
  const choices = new Map();
  for (const each of alternatives) choices.set(each.choice, [...(choices.get(each.choice) ?? []), each]);
  const compared = [...choices].filter(([, options]) => options.length > 1);
  if (!compared.length) return [];
  const doubt =
    plan.unknown.length > 0 && h("p", {}, "Okända leveranstider räknas som 0 dagar i alla alternativ.");
  return [doubt, ...compared.map(([choice, options]) => table(known, choice, options, plan, take))].filter(
    Boolean,
  );
}

function table(known, choice, options, plan, take) {
  const title = `${known.service(choice.split("/")[0])}: ${known.choices.get(choice).title}`;
  return h(
    "table",
    { class: "sk-options" },
    h("caption", {}, title),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        COMPARED.map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      options.map((each) => optionRow(known, each, plan, take)),
    ),
  );
}

function optionRow(known, other, plan, take) {
  const option = known.option(other.choice, other.option);
  const cells =
    other.verdict === null ? beyond() : [total(other), steps(other), lastBegin(other, plan), verdict(other)];
  return h(
    "tr",
    { class: other.taken ? "sk-options__taken" : null },
    h(
      "th",
      { scope: "row" },
      option.title,
      option.recommended && [" ", h("span", { class: "sk-recommended" }, "Rekommenderas")],
      h(
        "span",
        { class: "sk-line" },
        other.taken ? h("span", { class: "sk-tag" }, "I planen") : takeOption(other, take, "Räkna med det"),
      ),
    ),
    cells.map((content, at) => h("td", { "data-label": COMPARED[at + 1] }, content)),
  );
}

function verdict({ verdict: told, unknown }) {
  const doubt = unknown ? ` (${unknown} okända tider)`.replace("1 okända tider", "1 okänd tid") : "";
  return VERDICTS[told] + doubt;
}

function beyond() {
  return ["Längre än kalendern räcker", "–", "–", VERDICTS.no];
}

function total({ total_days: days, days_earlier: earlier, taken, unknown }) {
  if (days === null) return "Aldrig";
  const spent = `${unknown ? "Minst " : ""}${daysText(days)}`;
  if (taken || !earlier) return spent;
  return `${spent} (${daysText(Math.abs(earlier))} ${earlier > 0 ? "tidigare" : "senare"})`;
}

function steps({ more_steps: more, fewer_steps: fewer, taken }) {
  if (taken) return "Som i planen";
  if (!more.length && !fewer.length) return "Samma steg";
  const told = [more.length && `${more.length} till`, fewer.length && `${fewer.length} faller bort`];
  return told.filter(Boolean).join(", ");
}

function lastBegin({ order_by: day }, { today }) {
  if (!day) return "–";
  return between(today, day) < 0 ? `För sent: ${weekdayText(day)}` : weekdayText(day);
}
