// Under the answer: what would help, what takes the time, and what nobody knows.

import { between, daysText, weekdayText } from "./days.js";
import { h, link } from "./dom.js";
import { unverified } from "./unverified.js";
import { markAssumed, stopText, timeText } from "./words.js";

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
  if (words.time) told.push(timeText(words), unverified(words.time_unverified), markAssumed(words) ? " (antagande)." : ".");
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
