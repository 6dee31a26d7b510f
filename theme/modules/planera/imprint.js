// For paper: what was asked, and where the plan is found again.

import { listed, weekdayText } from "./days.js";
import { h } from "./dom.js";

/** The question in words: model, operator, days, choices and what the unit has added. */
export function questionPart(known, { plan, question, today }) {
  const models = listed(question.models.map((id) => known.models.get(id).name));
  const operator = known.operators.get(question.operator).name;
  const days = `start ${weekdayText(plan.start)}, räknat från ${weekdayText(today)}`;
  const choices = Object.entries(plan.choices).map(([choice, option]) => chosen(known, choice, option));
  const extra = question.extra.map((id) => known.service(id));
  return [
    h("p", {}, `Planen gäller ${models}, ${operator}, ${days}.`),
    choices.length > 0 && h("p", {}, `Val: ${choices.join("; ")}.`),
    extra.length > 0 && h("p", {}, `Tjänster som ni har lagt till: ${listed(extra)}.`),
  ].filter(Boolean);
}

function chosen(known, choice, option) {
  return `${known.service(choice.split("/")[0])}, ${known.option(choice, option).title}`;
}

/** When the plan was worked out, with which facts, and its address; `now` is an ISO date. */
export function backPart(known, now, href) {
  return [
    h(
      "p",
      {},
      `Planen är uträknad ${weekdayText(now)}. Uppgifternas version: ${known.data.version}. `,
      "Öppna samma plan igen: ",
      h("span", { class: "sk-address" }, href),
    ),
  ];
}
