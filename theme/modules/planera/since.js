// What an old link is told: what has changed for its plan since it was made.

import { stopsOfSteps } from "../reasons.js";
import { daysText } from "./days.js";
import { TIMES, hash, readPrint, stopHash } from "./fingerprint.js";

/** Sentences, or none if there is nothing to compare. */
export function sinceThen(known, since, whole) {
  if (!since) return [];
  if (!since.print)
    return [
      "Guidens uppgifter har ändrats sedan länken gjordes. Länken säger inte vilka steg planen hade då.",
    ];
  const found = changes(known.data, whole, readPrint(since.print)).map((change) => toldChange(known, change));
  if (found.length)
    return ["Guidens uppgifter har ändrats sedan länken gjordes. Det här är annorlunda i er plan:", ...found];
  return ["Guidens uppgifter har ändrats sedan länken gjordes. Stegen och tiderna i er plan är desamma."];
}

function toldChange(known, change) {
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

/** What has changed for the plan since: `{kind, …}`, in the order of the plan. */
function changes(data, plan, before) {
  const stops = stopsOfSteps(data);
  const left = new Map([...before].map(([id, steps]) => [id, new Map(steps)]));
  const found = [];
  for (const step of plan.steps) {
    const key = hash(step.id, 3);
    const was = left.get(step.service)?.get(key);
    left.get(step.service)?.delete(key);
    found.push(...changed(step, was, before.has(step.service), stops.get(step.id)));
  }
  return [...newServices(found), ...found.filter(({ kind }) => kind !== "new-service"), ...gone(left, plan)];
}

function changed(step, was, serviceWasThere, stops) {
  if (!serviceWasThere) return [{ kind: "new-service", service: step.service }];
  if (!was) return [{ kind: "new-step", step }];
  const time = TIMES[step.lead_time] ?? step.lead_time;
  if (was.time !== time) return [{ kind: "time", step, before: was.time, now: time }];
  const stop = stops && stopHash(stops);
  return was.stop !== stop ? [{ kind: "stop", step }] : [];
}

function newServices(found) {
  const ids = found.filter(({ kind }) => kind === "new-service").map(({ service }) => service);
  return [...new Set(ids)].map((service) => ({ kind: "new-service", service }));
}

function gone(left, plan) {
  const there = new Set(plan.steps.map((step) => step.service));
  const found = [];
  for (const [service, steps] of left) {
    if (!there.has(service)) found.push({ kind: "service-gone", service });
    else if (steps.size) found.push({ kind: "steps-gone", service, count: steps.size });
  }
  return found;
}
