// From what the reader has decided to an answer, or to the sentences that say why there is none.

import { dayNumber, OutsideCalendar } from "../calendar.js";
import { offered } from "../graph.js";
import { makePlan, mustHave } from "../plan.js";
import { reasons } from "../reasons.js";
import { dayText, weekdayText } from "./days.js";

const MISSING = {
  m: "Välj minst ett vårdval.",
  d: "Välj driftsform.",
  start: "Fyll i ett startdatum.",
};

/**
 * `missing` names the questions without an answer, `errors` is {field: sentence}. If there is a plan:
 * `plan`, `whole` (as if nothing were done), `reasons` and `remarks`; the page adds `alternatives`, which
 * are as many plans as there are options, when the answer is drawn.
 */
export function answer(known, state, now) {
  const today = state.today || now;
  const missing = Object.keys(MISSING).filter((field) => !given(state, field));
  const errors = badDays(known.data.calendar, state, today);
  const found = { missing, errors, today, remarks: [] };
  if (missing.length || Object.keys(errors).length) return found;
  try {
    return { ...found, ...planned(known, { ...question(state), today }) };
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return { ...found, errors: { start: beyondCalendar(known.data.calendar) } };
  }
}

export function missingText(field) {
  return MISSING[field];
}

function given(state, field) {
  if (field === "m") return state.models.length > 0;
  return Boolean(field === "d" ? state.operator : state.start);
}

function badDays({ first, last }, { start, today: counted }, today) {
  const reach = `Kalendern räcker från ${dayText(first)} till ${dayText(last)}.`;
  if (outside(today, first, last)) {
    if (counted) return { idag: `Det går inte att räkna från ${dayText(today)}. ${reach}` };
    return { start: `Guidens kalender är för gammal för att räkna från i dag. ${reach}` };
  }
  if (!start) return {};
  if (outside(start, first, last)) return { start: `${dayText(start)} går inte att räkna med. ${reach}` };
  if (start < today) {
    return {
      start: `Startdatumet ligger före ${weekdayText(today)}, som planen räknar från. Välj en senare dag.`,
    };
  }
  return {};
}

function outside(day, first, last) {
  return dayNumber(day) < dayNumber(first) || dayNumber(day) > dayNumber(last);
}

function beyondCalendar({ last }) {
  const reach = `Planen går utanför kalendern, som räcker till ${dayText(last)}.`;
  return `${reach} Välj ett tidigare startdatum eller andra val.`;
}

function question({ models, operator, start, extra, choices, done }) {
  return { models, operator, start, extra, choices, done };
}

function planned(known, asked) {
  const { data } = known;
  const plan = makePlan(data, asked);
  return {
    question: asked,
    plan,
    whole: asked.done.length ? makePlan(data, { ...asked, done: [] }) : plan,
    reasons: reasons(data, plan),
    alternatives: [],
    remarks: remarks(known, asked, plan),
  };
}

/** What was asked for and could not be taken into account. */
function remarks(known, asked, plan) {
  const found = [];
  for (const id of asked.extra) {
    if (!offered(known.services.get(id), asked)) {
      found.push(`${known.service(id)} erbjuds inte för det vårdval ni har valt, och räknas inte med.`);
    }
  }
  for (const [choice, option] of Object.entries(asked.choices)) {
    if (choice in plan.choices && plan.choices[choice] !== option) {
      const [wanted, taken] = [option, plan.choices[choice]].map((id) => known.option(choice, id).title);
      found.push(`Alternativet «${wanted}» går inte att välja här. Planen räknar med «${taken}».`);
    }
  }
  return found;
}

/** Services that the unit itself decides about: offered to its models, and not among those it must have. */
export function leftToTheUnit(known, models) {
  const key = models.join();
  if (left.get(known)?.key !== key) {
    const profile = { models, operators: [] };
    const must = new Set(mustHave(known.data, profile));
    const found = known.data.services.filter((each) => offered(each, profile) && !must.has(each.id));
    left.set(known, { key, ids: new Set(found.map(({ id }) => id)) });
  }
  return left.get(known).ids;
}

const left = new WeakMap(); // the last answer
