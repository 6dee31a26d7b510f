// Sentences that more than one part of the answer says.

import { dayText, daysText, weekdayText } from "./days.js";

/** «för sent», «blir för sent», or null: whether a step is late, and in which way. */
export function lateness(step, today) {
  if (step.slack_days === null) return "Det här steget kan inte bli klart i tid.";
  if (step.slack_days >= 0) return null;
  const can = step.earliest_begin ? ` Kan börja tidigast ${weekdayText(step.earliest_begin)}.` : "";
  if (step.order_by < today) return `För sent: skulle ha börjat ${weekdayText(step.order_by)}.${can}`;
  return `Hinner inte börja i tid.${can}`;
}

/** «Leveranstid: 14 dagar», or null when there is nothing to wait for. */
export function timeText(words) {
  return words.time ? `${words.term}: ${words.time}` : null;
}

/** Whether the mark «antagande» is needed: the words for the time may already say it. */
export function markAssumed(words) {
  return Boolean(words.assumed && words.time) && !words.time.includes("antagande");
}

/** «Sommarstopp hos VGR IT, 1 juni–31 juli 2027» */
export function stopText(known, stop) {
  const sameYear = stop.first.slice(0, 4) === stop.last.slice(0, 4);
  const first = sameYear ? dayText(stop.first).replace(/ \d+$/, "") : dayText(stop.first);
  return `${known.stops.get(stop.id).title}, ${first}–${dayText(stop.last)}`;
}

/** «om 12 dagar», «i dag», «för 3 dagar sedan» */
export function distance(days) {
  if (days === 0) return "i dag";
  return days > 0 ? `om ${daysText(days)}` : `för ${daysText(-days)} sedan`;
}

/** Ids of the steps whose last day leans on a lead time that nobody knows, their own or a later one's. */
export function leaningOnUnknown(plan) {
  const leaning = new Set(plan.unknown);
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const open = [...leaning];
  while (open.length) {
    for (const before of steps.get(open.pop())?.after ?? []) {
      if (!leaning.has(before)) {
        leaning.add(before);
        open.push(before);
      }
    }
  }
  return leaning;
}

export const NO_RECIPIENT = "Uppgift saknas: mottagare";
export const NO_ADDRESS = "Uppgift saknas: adress";

/** «VGR IT: x@y.se, 010-1», for each who may get what is sent, or that none is known. */
export function recipients(words) {
  if (words.recipient_missing) return [NO_RECIPIENT];
  return (words.to ?? []).map(
    ({ name, email, phone, post }) =>
      `${name}: ${[email, phone, post].filter(Boolean).join(", ") || NO_ADDRESS}`,
  );
}
