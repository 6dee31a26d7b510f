// The plan as a calendar file: RFC 5545, all-day events, one for each step and one for the start.

import { dayNumber, isoDay } from "../calendar.js";
import { dayText } from "./days.js";
import { lateness, markAssumed, recipients, timeText } from "./words.js";

const OCTETS = 75;
const ALARMS = ["-P7D", "-P1D"];

/**
 * `id` is the plan's mark: with it each step's event has the same UID every time, so that a second
 * import updates the first. `href` is the plan's link, `now` the moment it is made.
 */
export function calendarFile(known, { plan }, { id, href, now }) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const sequence = Math.floor(now.getTime() / 60_000);
  const about = { known, plan, id, href, stamp, sequence };
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Startklar//Startplanering//SV",
    "CALSCALE:GREGORIAN",
    ...plan.steps.flatMap((step) => stepEvent(about, step)),
    ...startEvent(about),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function stepEvent(about, step) {
  const { known, plan } = about;
  const words = known.step(step.id);
  const late = lateness(step, plan.today);
  const summary = `${late ? "För sent: " : "Senast i dag: "}${words.name}`;
  const told = [
    words.replaced,
    late,
    words.own ? "Ni gör." : `Ni väntar på: ${words.who}.`,
    words.form && `Blankett: ${words.form.title}.`,
    ...recipients(words).map((recipient) => `Skickas till: ${recipient}.`),
    timeText(words) && `${timeText(words)}${markAssumed(words) ? " (antagande)" : ""}.`,
    words.answer && `Svar: ${words.answer}`,
    words.chase,
    `Om steget: ${words.page}`,
    `Planen: ${about.href}`,
  ];
  const day = step.order_by ?? plan.today;
  return event(about, { key: step.id, day, summary, told, page: words.page });
}

function startEvent(about) {
  const { start } = about.plan;
  const told = [`Startdatum för enheten: ${dayText(start)}.`, `Planen: ${about.href}`];
  return event(about, { key: "start", day: start, summary: "Start för enheten", told, page: about.href });
}

function event({ id, stamp, sequence }, { key, day, summary, told, page }) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${key.replaceAll("/", ".")}@startklar`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(isoDay(dayNumber(day) + 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(told.filter(Boolean).join("\n"))}`,
    `URL:${page}`,
    "TRANSP:TRANSPARENT",
    ...ALARMS.flatMap((trigger) => alarm(trigger, summary)),
    "END:VEVENT",
  ];
}

function alarm(trigger, summary) {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${escaped(summary)}`,
    "END:VALARM",
  ];
}

function plain(iso) {
  return iso.replaceAll("-", "");
}

function escaped(text) {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\uFFFD");
}

/** In lines of at most 75 octets, no character cut in two. */
function folded(line) {
  const encoder = new TextEncoder();
  const lines = [""];
  let room = OCTETS;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      lines.push(" ");
      room = OCTETS - 1;
    }
    lines[lines.length - 1] += character;
    room -= size;
  }
  return lines.join("\r\n");
}
