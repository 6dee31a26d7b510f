// Days as a Swedish reader is told them.

import { dayNumber } from "../calendar.js";

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december";
const WEEKDAYS = "söndag måndag tisdag onsdag torsdag fredag lördag";
const SMALL = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split(" ");
const MONTH_NAMES = MONTHS.split(" ");
const WEEKDAY_NAMES = WEEKDAYS.split(" ");

/** «1 mars 2027» */
export function dayText(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** «måndag 1 mars 2027» */
export function weekdayText(iso) {
  return `${WEEKDAY_NAMES[(((dayNumber(iso) + 4) % 7) + 7) % 7]} ${dayText(iso)}`;
}

/** «mars», in January with its year. */
export function monthText(iso) {
  const month = Number(iso.slice(5, 7));
  return month === 1 ? `${MONTH_NAMES[0]} ${iso.slice(0, 4)}` : MONTH_NAMES[month - 1];
}

/** «1 dag», «14 dagar» */
export function daysText(count) {
  return `${count} ${count === 1 ? "dag" : "dagar"}`;
}

export function between(first, last) {
  return dayNumber(last) - dayNumber(first);
}

/** «en leveranstid», «åtta leveranstider»: small numbers in letters. */
export function counted(count, one, many) {
  return `${SMALL[count] ?? count} ${count === 1 ? one : many}`;
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «a, b och c» */
export function listed(parts) {
  const last = parts[parts.length - 1] ?? "";
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} och ${last}` : last;
}

const clocks = {};

/** The day it is in a time zone, YYYY-MM-DD. */
export function todayIn(timeZone) {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", timeZone };
  clocks[timeZone] ??= new Intl.DateTimeFormat("en-GB", parts); // slow to make
  const told = clocks[timeZone].formatToParts(new Date());
  const part = (type) => told.find((each) => each.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}
