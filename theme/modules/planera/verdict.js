// The answer in words: whether it can be done, what decides it and what would help.

import { between, capital, counted, daysText, weekdayText } from "./days.js";

/** `{headline, lead}`: what is announced. */
export function verdictWords(known, { plan, question }) {
  const start = weekdayText(plan.start);
  if (plan.out_of_reach.length) return outOfReach(known, plan, start);
  if (!plan.steps.length) return nothingLeft(question, start);
  if (plan.verdict === "no") return no(plan, start);
  return plan.verdict === "yes" ? yes(plan, start) : unknown(plan, start);
}

function outOfReach(known, plan, start) {
  const names = plan.out_of_reach.map((id) => known.service(id));
  return {
    headline: `Nej, det går inte att bli klar till ${start}.`,
    lead: `Det finns ingen väg till ${names.join(" och ")} i det ni har valt.`,
  };
}

function nothingLeft({ done }, start) {
  if (done.length) return { headline: "Ja, allt är klart.", lead: `Ni kan starta ${start}.` };
  return {
    headline: "Ja, det finns inget att beställa.",
    lead: "Inga tjänster är obligatoriska för det ni har valt.",
  };
}

function yes(plan, start) {
  const days = between(plan.earliest_start, plan.start);
  const spare = days
    ? `Allt kan vara klart ${weekdayText(plan.earliest_start)}, ${daysText(days)} före start.`
    : "Allt kan vara klart just till start.";
  return {
    headline: `Ja, ni hinner till ${start}.`,
    lead: `${spare} Börja senast ${weekdayText(plan.steps[0].order_by)}.`,
  };
}

function unknown(plan, start) {
  const days = between(plan.earliest_start, plan.start);
  const spare = days ? `${daysText(days)} före start` : "just till start";
  const they = plan.unknown.length === 1 ? "den" : "de";
  const then = `Om ${they} inte tog någon tid skulle allt vara klart ${weekdayText(plan.earliest_start)}`;
  return {
    headline: `Det går inte att säga om ni hinner till ${start}.`,
    lead: `${capital(unknownCount(plan))}. ${then}, ${spare}.`,
  };
}

function no(plan, start) {
  const headline = `Nej, ni hinner inte till ${start}.`;
  if (!plan.earliest_start) return { headline, lead: "Det finns ingen dag då allt kan vara klart." };
  const later = daysText(between(plan.start, plan.earliest_start));
  const doubt = plan.unknown.length
    ? ` Det kan ta längre tid: ${unknownCount(plan)}, och räknas här som 0 dagar.`
    : "";
  return {
    headline,
    lead: `Tidigast kan ni starta ${weekdayText(plan.earliest_start)}, ${later} senare.${doubt}`,
  };
}

function unknownCount({ unknown: ids }) {
  return ids.length === 1
    ? "en leveranstid är okänd"
    : `${counted(ids.length, "", "leveranstider")} är okända`;
}
