// Why the plan says what it says, link by link: generator/plan/reasons.py in the browser.

import { dayNumber, firstHit, isoDay } from "./calendar.js";

/** The deciding chain; the days of its links add up to the plan's total. */
export function reasons(catalogue, plan) {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const stops = stopsOfSteps(catalogue);
  const links = [];
  let couldBegin = plan.today;
  for (const id of plan.chain) {
    const step = steps.get(id);
    const { earliest_begin: begins, earliest_ready: ready } = step;
    const period = firstHit(stops.get(id) ?? [], dayNumber(couldBegin), dayNumber(ready ?? couldBegin));
    const days = ready ? dayNumber(ready) - dayNumber(couldBegin) : null;
    links.push({ step, couldBegin, begins, ready, days, stop: period && isoPeriod(period) });
    if (ready === null) break;
    couldBegin = ready;
  }
  return links;
}

function isoPeriod({ stop, first, last }) {
  return { id: stop, first: isoDay(first), last: isoDay(last) };
}

/** For each step's id, its stops. */
export function stopsOfSteps(catalogue) {
  if (!stopsKnown.has(catalogue)) stopsKnown.set(catalogue, findStops(catalogue));
  return stopsKnown.get(catalogue);
}

const stopsKnown = new WeakMap();

function findStops(catalogue) {
  const stops = new Map(catalogue.stops.map((stop) => [stop.id, stop]));
  const found = new Map();
  const walk = (items, scope) => {
    for (const item of items ?? []) {
      for (const option of item.options ?? []) walk(option.steps, `${scope}/${option.id}`);
      const own = (item.stop ?? []).filter((id) => stops.has(id)).map((id) => stops.get(id));
      if (own.length) found.set(`${scope}/${item.id}`, own);
    }
  };
  for (const service of catalogue.services) walk(service.steps, service.id);
  return found;
}
