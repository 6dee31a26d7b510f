// The answer in words: whether it can be done, what decides it and what would help.

import { between, capital, counted, daysText, weekdayText } from "./days.js";
import { h, link } from "./dom.js";
import { markAssumed, stopText, timeText } from "./words.js";

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

/** What stands below the announced words: help, the deciding chain, what is unknown. */
export function verdictMore(known, found, take) {
  const { plan } = found;
  return [
    plan.verdict === "no" && !plan.out_of_reach.length && help(known, found, take),
    found.reasons.length > 0 && chain(known, found),
    plan.unknown.length > 0 && unknownTimes(known, plan),
  ].filter(Boolean);
}

function help(known, { plan, alternatives }, take) {
  const better = alternatives
    .filter(({ days_earlier: days }) => days > 0)
    .sort((a, b) => b.days_earlier - a.days_earlier);
  const rows = better.map((other) => h("li", {}, helping(known, other), " ", takeOption(other, take)));
  if (plan.earliest_start)
    rows.push(
      h("li", {}, `Starta ${weekdayText(plan.earliest_start)} eller senare. `, takeStart(plan, take)),
    );
  if (!rows.length) return null;
  return h(
    "div",
    { class: "sk-verdict__whole" },
    h("h3", {}, "Det här skulle hjälpa"),
    h("ul", { class: "sk-helps" }, rows),
  );
}

function helping(known, other) {
  const { title } = known.option(other.choice, other.option);
  const outcome = {
    yes: "Då hinner ni.",
    no: "Det räcker inte ensamt.",
    unknown: "Då kan ni hinna, men okända leveranstider gör det osäkert.",
  };
  return [
    h("strong", {}, `${known.service(other.choice.split("/")[0])}: ${title}.`),
    ` Allt kan vara klart ${daysText(other.days_earlier)} tidigare, ${weekdayText(other.earliest_start)}. `,
    outcome[other.verdict],
  ];
}

export function takeOption({ choice, option }, take, words = "Räkna med det") {
  const attributes = {
    type: "button",
    class: "sk-take",
    "data-sk-key": `ta-${choice}-${option}`,
    click: () => take.option(choice, option),
  };
  return h("button", attributes, words);
}

function takeStart({ earliest_start: start }, take) {
  const attributes = {
    type: "button",
    class: "sk-take",
    "data-sk-key": "ta-start",
    click: () => take.start(start),
  };
  return h("button", attributes, "Räkna med det datumet");
}

function chain(known, { reasons, plan }) {
  const rows = runs(reasons).map((run) => (Array.isArray(run) ? sameDay(known, run) : awaited(known, run)));
  const total = plan.earliest_start && between(plan.today, plan.earliest_start);
  return h(
    "div",
    {},
    h("h3", {}, "Det som tar längst tid"),
    h("ol", { class: "sk-causes" }, rows),
    total !== null &&
      h(
        "p",
        {},
        `Tillsammans ${daysText(total)}, från ${weekdayText(plan.today)} `,
        `till ${weekdayText(plan.earliest_start)}.`,
      ),
  );
}

/** Links that take time one by one, those in between together. */
function runs(links) {
  const found = [];
  for (const each of links) {
    const quick = each.days === 0 && each.step.lead_time !== "unknown";
    if (!quick) found.push(each);
    else if (Array.isArray(found.at(-1))) found.at(-1).push(each);
    else found.push([each]);
  }
  return found;
}

function sameDay(known, links) {
  const services = new Map();
  for (const { step } of links) {
    const { service, title } = known.step(step.id);
    services.set(service, [...(services.get(service) ?? []), title]);
  }
  const told = [...services].map(([service, titles]) => `${service}: ${titles.join(", ")}.`).join(" ");
  return h("li", { class: "sk-causes__quick" }, h("span", {}, "0 dagar"), h("span", {}, told));
}

function awaited(known, { step, couldBegin, begins, ready, days, stop }) {
  const words = known.step(step.id);
  const told = [
    words.service,
    ": ",
    h("strong", {}, words.title),
    words.own ? ". Ni gör. " : `. Ni väntar på: ${words.who}. `,
  ];
  if (words.time) told.push(`${timeText(words)}${markAssumed(words) ? " (antagande)" : ""}.`);
  if (step.lead_time === "unknown") told.push(" Räknas här som 0 dagar.");
  if (stop) told.push(` Väntar ut ${stopText(known, stop)}.`);
  else if (begins && begins !== couldBegin) told.push(` Kan börja först ${weekdayText(begins)}.`);
  if (ready && days) told.push(` Klart ${weekdayText(ready)}.`);
  const length = days === null ? "Aldrig" : step.lead_time === "unknown" && !days ? "Okänt" : daysText(days);
  return h("li", {}, h("span", {}, length), h("span", {}, told));
}

/** Whom to ask, and about what. */
function unknownTimes(known, plan) {
  const asked = new Map();
  for (const words of plan.unknown.map((id) => known.step(id))) {
    const who = words.own ? "Den ni bokar eller beställer hos" : words.who;
    asked.set(who, [...(asked.get(who) ?? []), words]);
  }
  const rows = [...asked].map(([who, steps]) =>
    h(
      "li",
      {},
      h("strong", {}, who),
      steps.map((words) =>
        h("span", { class: "sk-line" }, link(words.page, words.title), `, ${words.service}`),
      ),
    ),
  );
  return h(
    "div",
    {},
    h("h3", {}, "Okända leveranstider: fråga redan nu"),
    h("ul", { class: "sk-unknowns" }, rows),
  );
}
