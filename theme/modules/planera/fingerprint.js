// A plan's steps and lead times in a few characters each, so that an old link can tell what has changed.
//
// Services are written out, joined by `~`; a step is three characters of its id's hash with its lead
// time, and its stops' if it has any: `sjunet.k3fn.x9au~tillgang-vgr.b0414d-7q`.

import { stopsOfSteps } from "../reasons.js";

export const TIMES = { none: "n", unknown: "u" };
const WRITTEN = /^([a-z0-9]{3})(n|u|\d{1,4}w?d)(?:-([a-z0-9]{2}))?$/;

/** The fingerprint of a plan in which nothing is done. */
export function fingerprint(data, plan) {
  const stops = stopsOfSteps(data);
  const services = new Map();
  for (const step of plan.steps) {
    if (!services.has(step.service)) services.set(step.service, []);
    services.get(step.service).push(written(step, stops.get(step.id)));
  }
  return [...services].map(([id, steps]) => [id, ...steps].join(".")).join("~");
}

function written(step, stops) {
  const time = TIMES[step.lead_time] ?? step.lead_time;
  return hashOfStep(step.id) + time + (stops ? `-${stopHash(stops)}` : "");
}

function hashOfStep(id) {
  if (!stepHashes.has(id)) stepHashes.set(id, hash(id, 3));
  return stepHashes.get(id);
}

const stepHashes = new Map();

export function stopHash(stops) {
  return hash(stops.map(({ from, to }) => `${from}/${to}`).join(), 2);
}

/** A fingerprint read back: for each service, its steps by hash; null if it is none. */
export function readPrint(text) {
  const services = new Map();
  for (const part of text.split("~")) {
    const [id, ...steps] = part.split(".");
    const read = steps.map((step) => WRITTEN.exec(step));
    if (!/^[a-z0-9-]+$/.test(id) || read.includes(null)) return null;
    services.set(id, new Map(read.map(([, step, time, stop]) => [step, { time, stop }])));
  }
  return services;
}

/** So many characters of FNV-1a in base 36. */
export function hash(text, length) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(36).padStart(7, "0").slice(-length);
}
