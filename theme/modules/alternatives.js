// The same question with another option: generator/plan/alternatives.py in the browser.

import { dayNumber, OutsideCalendar } from "./calendar.js";
import { exists } from "./graph.js";
import { makePlan } from "./plan.js";

/** Every option of every choice on the way that exists for the profile and can be obtained. */
export function alternatives(catalogue, question, plan) {
  return [...eachAlternative(catalogue, question, plan)];
}

/** One by one, for each is a plan of its own. */
export function* eachAlternative(catalogue, question, plan) {
  const profile = { models: question.models, operators: [question.operator] };
  const choices = choicesById(catalogue);
  for (const [choice, taken] of Object.entries(plan.choices)) {
    for (const option of choices.get(choice).options) {
      if (!exists(option, profile)) continue;
      const other = option.id === taken ? plan : withOption(catalogue, question, choice, option.id);
      if (other === null || other.choices[choice] === option.id) {
        yield { choice, option: option.id, taken: option.id === taken, ...compared(plan, other) };
      }
    }
  }
}

/** The plan with another option, or null if it reaches beyond the calendar. */
function withOption(catalogue, question, choice, option) {
  try {
    return makePlan(catalogue, { ...question, choices: { ...question.choices, [choice]: option } });
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

function compared(plan, other) {
  if (other === null) return { verdict: null };
  const own = new Set(plan.steps.map((step) => step.id));
  const others = new Set(other.steps.map((step) => step.id));
  return {
    verdict: other.verdict,
    unknown: other.unknown.length,
    earliest_start: other.earliest_start,
    total_days: daysBetween(other.today, other.earliest_start),
    days_earlier: daysBetween(other.earliest_start, plan.earliest_start),
    order_by: other.steps[0]?.order_by ?? null,
    more_steps: [...others].filter((id) => !own.has(id)),
    fewer_steps: [...own].filter((id) => !others.has(id)),
  };
}

function daysBetween(first, last) {
  return first && last ? dayNumber(last) - dayNumber(first) : null;
}

/** Every choice of the catalogue by its id. */
export function choicesById(catalogue) {
  const found = new Map();
  const walk = (items, scope) => {
    for (const item of items ?? []) {
      if (item.options) found.set(`${scope}/${item.id}`, item);
      for (const option of item.options ?? []) walk(option.steps, `${scope}/${option.id}`);
    }
  };
  for (const service of catalogue.services) walk(service.steps, service.id);
  return found;
}
