// Days are counted from 1970-01-01, so that no time zone and no summer time can come in between.

const DAY_MS = 86_400_000;
const HORIZON = 30 * 366; // what is not done within thirty years is called never
export const NEVER = 2 ** 22; // the number of no day; small, for `way.js` sorts days and nodes as one number

/** The number of a day written YYYY-MM-DD; NaN if there is no such day. */
export function dayNumber(iso) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "");
  if (!match) return NaN;
  const number = Date.UTC(+match[1], +match[2] - 1, +match[3]) / DAY_MS;
  return isoDay(number) === iso ? number : NaN;
}

/** A plan says few days many times, and `Date` is slow at writing them. */
export function isoDay(number) {
  if (!isoDays.has(number)) isoDays.set(number, new Date(number * DAY_MS).toISOString().slice(0, 10));
  return isoDays.get(number);
}

const isoDays = new Map();

/** A question that reaches days which the embedded calendar does not hold. */
export class OutsideCalendar extends Error {}

/** Working days between two days, both included, given the closed ones among Monday to Friday. */
export class Calendar {
  constructor({ first, last, closed }) {
    this.first = dayNumber(first);
    this.last = dayNumber(last);
    this.closed = new Set(closed.map(dayNumber));
  }

  isWorkingDay(day) {
    if (day < this.first || day > this.last) throw new OutsideCalendar(isoDay(day));
    const weekday = (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday; Monday is 0
    return weekday < 5 && !this.closed.has(day);
  }

  nextWorkingDay(day) {
    while (!this.isWorkingDay(day)) day += 1;
    return day;
  }

  previousWorkingDay(day) {
    while (!this.isWorkingDay(day)) day -= 1;
    return day;
  }

  add(begin, { days, unit }) {
    if (unit !== "wd") return this.nextWorkingDay(begin + days);
    for (let left = days; left > 0; left -= 1) begin = this.nextWorkingDay(begin + 1);
    return begin;
  }

  subtract(end, { days, unit }) {
    if (unit !== "wd") return this.previousWorkingDay(end - days);
    for (let left = days; left > 0; left -= 1) end = this.previousWorkingDay(end - 1);
    return end;
  }

  /** The first working day outside the task's stops, from the day itself on; null if never. */
  firstBegin(day, task) {
    for (const limit = day + HORIZON; day <= limit; ) {
      day = this.nextWorkingDay(day);
      const period = firstHit(task.stops, day, day);
      if (!period) return day;
      day = period.last + 1;
      if (day > this.last) return null; // a stop that outlasts the calendar is taken for endless
    }
    return null;
  }

  /** The day it is done, begun on a working day outside its stops; null if never. */
  finish(begin, task) {
    for (const limit = begin + HORIZON; begin <= limit; ) {
      const end = this.add(begin, task.duration);
      const period = firstHit(task.stops, begin, end);
      if (!period) return end;
      begin = period.last < this.last ? this.firstBegin(period.last + 1, task) : null;
      if (begin === null) return null;
    }
    return null;
  }

  /** The last begin whose finish is no later than the deadline; null if there is none. */
  latestBegin(deadline, task) {
    for (const limit = deadline - HORIZON; deadline >= limit; ) {
      const begin = this.subtract(this.previousWorkingDay(deadline), task.duration);
      const period = firstHit(task.stops, begin, this.add(begin, task.duration));
      if (!period) return begin;
      deadline = period.first - 1;
      if (deadline < this.first) return null; // as above, on the way back
    }
    return null;
  }
}

/** The earliest period that has a day in common with begin to end, both included. */
export function firstHit(stops, begin, end) {
  let found = null;
  for (const stop of stops) {
    for (const period of periods(stop, yearOf(begin) - 1, yearOf(end) + 1)) {
      const hits = period.first <= end && begin <= period.last;
      if (hits && (found === null || compare(period, found) < 0)) found = period;
    }
  }
  return found;
}

function compare(one, other) {
  return one.first - other.first || one.last - other.last || (one.stop < other.stop ? -1 : 1);
}

function yearOf(day) {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function* periods(stop, firstYear, lastYear) {
  if (stop.from.length > 5) {
    yield { first: dayNumber(stop.from), last: dayNumber(stop.to), stop: stop.id };
    return;
  }
  const overNewYear = stop.to < stop.from ? 1 : 0;
  for (let year = firstYear; year <= lastYear; year += 1) {
    yield { first: inYear(year, stop.from), last: inYear(year + overNewYear, stop.to), stop: stop.id };
  }
}

function inYear(year, monthDay) {
  const number = dayNumber(`${String(year).padStart(4, "0")}-${monthDay}`);
  return Number.isNaN(number) ? dayNumber(`${year}-02-28`) : number; // only 29 February can be missing
}
