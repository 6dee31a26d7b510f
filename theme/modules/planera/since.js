// What an old link is told: what has changed for its plan since it was made.

import { changes, readPrint } from "./fingerprint.js";
import { daysText } from "./days.js";

/** Sentences, or none if there is nothing to compare. */
export function sinceThen(known, since, whole) {
  if (!since) return [];
  if (!since.print)
    return [
      "Guidens uppgifter har ändrats sedan länken gjordes. Länken säger inte vilka steg planen hade då.",
    ];
  const found = changes(known.data, whole, readPrint(since.print)).map((change) => sentence(known, change));
  if (found.length)
    return ["Guidens uppgifter har ändrats sedan länken gjordes. Det här är annorlunda i er plan:", ...found];
  return ["Guidens uppgifter har ändrats sedan länken gjordes. Stegen och tiderna i er plan är desamma."];
}

function sentence(known, change) {
  const name = change.service && known.service(change.service);
  const step = change.step && known.step(change.step.id);
  const told = {
    "new-service": () => `Ny tjänst i planen: ${name}.`,
    "service-gone": () => `Tjänsten ${name} finns inte längre i planen.`,
    "steps-gone": () =>
      `${name}: ${change.count === 1 ? "ett steg" : `${change.count} steg`} finns inte längre i planen.`,
    "new-step": () => `Nytt steg: ${step.name}.`,
    time: () => `${step.name}: tiden var ${timeWords(change.before)} och är nu ${timeWords(change.now)}.`,
    stop: () => `${step.name}: beställningsstoppet har ändrats.`,
  };
  return told[change.kind]();
}

function timeWords(time) {
  if (time === "n") return "ingen";
  if (time === "u") return "okänd";
  const days = Number.parseInt(time, 10);
  return time.endsWith("wd") ? `${days} ${days === 1 ? "arbetsdag" : "arbetsdagar"}` : daysText(days);
}
