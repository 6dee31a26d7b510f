// From a question to a plan: generator/plan/planning.py in the browser. tests/plan/cases are run
// against both, so that there is one meaning.

import { Calendar, dayNumber, isoDay, NEVER } from "./calendar.js";
import { buildGraph } from "./graph.js";
import { findWay } from "./way.js";

const MUST = new Set(["mandatory", "needed"]);
const NO_TIME = { days: 0, unit: "d" };

/** Ids of the services that any model of the profile must have, in written order. */
export function mustHave(catalogue, profile) {
  return catalogue.services
    .filter((service) => profile.models.some((model) => MUST.has(service.obligation[model])))
    .map((service) => service.id);
}

/**
 * The plan, in the form of `startklar plan --format json`.
 *
 * The question: `models`, `operator`, `start` and `today` (YYYY-MM-DD), and optionally `extra`
 * services, `choices` ({choice: option}) and `done` step ids. Ids that do not exist are passed over.
 * Throws OutsideCalendar if it reaches days that the catalogue's calendar does not hold.
 */
export function makePlan(catalogue, question) {
  return new Planner(catalogue, question).plan();
}

/** What all plans of one profile stand on: generator/plan/ground.py. The last one is kept. */
function groundOf(catalogue, profile) {
  const key = JSON.stringify(profile);
  if (grounds.get(catalogue)?.key !== key) {
    const calendar = new Calendar(catalogue.calendar);
    const graph = buildGraph(catalogue.services, profile);
    const tasks = timetables(catalogue, graph, calendar);
    grounds.set(catalogue, { key, calendar, graph, tasks, scopes: scopes(graph) });
  }
  return grounds.get(catalogue);
}

const grounds = new WeakMap();

/** For each step, the options that one enters by doing it. */
function scopes(graph) {
  const found = graph.ids.map(() => []);
  for (const node of graph.items.keys()) {
    if (graph.roles[node] !== "step") continue;
    const parts = graph.ids[node].split("/");
    for (let length = 2; length < parts.length; length += 1) {
      found[node].push(graph.numbers.get(parts.slice(0, length).join("/")));
    }
  }
  return found;
}

/** For each step, what is asked again and again of its kind: generator/plan/timetable.py. */
function timetables(catalogue, graph, calendar) {
  const stops = new Map(catalogue.stops.map((stop) => [stop.id, stop]));
  const kinds = new Map();
  const found = [];
  for (const [node, item] of graph.items) {
    if (graph.roles[node] !== "step") continue;
    const { days, unit } = item.time ?? NO_TIME;
    const kind = `${days}${unit} ${item.stop ?? ""}`;
    if (!kinds.has(kind)) {
      const own = (item.stop ?? []).filter((id) => stops.has(id)).map((id) => stops.get(id));
      kinds.set(kind, new Timetable(calendar, { duration: { days, unit }, stops: own }));
    }
    found[node] = kinds.get(kind);
  }
  return found;
}

class Timetable {
  constructor(calendar, task) {
    this.firstBegin = once((day) => (day < NEVER ? calendar.firstBegin(day, task) : null));
    this.ready = once((day) => {
      const begin = this.firstBegin(day);
      return (begin === null ? null : calendar.finish(begin, task)) ?? NEVER;
    });
    this.latestBegin = once((deadline) => calendar.latestBegin(deadline, task));
  }
}

function once(work) {
  const known = new Map();
  return (day) => {
    if (!known.has(day)) known.set(day, work(day));
    return known.get(day);
  };
}

class Planner {
  constructor(catalogue, question) {
    this.question = question;
    this.profile = { models: question.models, operators: [question.operator] };
    Object.assign(this, groundOf(catalogue, this.profile)); // calendar, graph and tasks
    this.start = dayNumber(question.start);
    this.today = dayNumber(question.today);
    const wanted = new Set([...mustHave(catalogue, this.profile), ...(question.extra ?? [])]);
    this.goals = [...wanted].filter((id) => this.graph.numbers.has(id));
    this.done = this.known(question.done ?? []);
    this.way = this.settledWay();
    this.rank = []; // by node, its place among what was met
    this.way.order.forEach((node, rank) => (this.rank[node] = rank));
    this.reached = this.goals.map((id) => this.graph.numbers.get(id)).filter((n) => this.way.costs[n] !== null);
    this.deadlines = this.allDeadlines();
    this.critical = this.decidingChain();
    this.isCritical = new Set(this.critical);
    this.seenThrough = [];
  }

  known(ids) {
    return new Set(ids.filter((id) => this.graph.numbers.has(id)).map((id) => this.graph.numbers.get(id)));
  }

  settledWay() {
    const goals = this.goals.map((id) => this.graph.numbers.get(id));
    const options = this.decided();
    for (;;) {
      const spend = (node, ready) => this.tasks[node].ready(ready);
      const way = findWay(this.graph, goals, spend, { start: this.today, options, done: this.done });
      const settled = this.settled(way).filter(([choice]) => !options.has(choice));
      if (!settled.length) return way;
      for (const [choice, option] of settled) options.set(choice, option);
    }
  }

  decided() {
    const { numbers } = this.graph;
    const decided = new Map();
    for (const [choice, option] of Object.entries(this.question.choices ?? {})) {
      const taken = `${choice.slice(0, Math.max(choice.lastIndexOf("/"), 0))}/${option}`;
      if (numbers.has(choice) && numbers.has(taken)) decided.set(numbers.get(choice), numbers.get(taken));
    }
    return decided;
  }

  /** Choices with an option on the way that is not the one taken: something else asks for it. */
  settled(way) {
    const entered = new Set();
    for (const node of way.work) for (const option of this.scopes[node]) entered.add(option);
    const found = [];
    for (const [choice, taken] of way.chosen) {
      if (this.graph.roles[choice] !== "choice") continue;
      const others = this.graph.edges[choice].filter((node) => node !== taken);
      const option = others.find((node) => entered.has(node) || way.costs[node] !== null);
      if (option !== undefined) found.push([choice, option]);
    }
    return found;
  }

  isWork(node) {
    return this.graph.roles[node] === "step" && !this.done.has(node);
  }

  restsOn(node) {
    if (this.done.has(node)) return [];
    if (this.way.chosen.has(node)) return [this.way.chosen.get(node)];
    return this.graph.edges[node];
  }

  latestBegin(node, deadline) {
    if (deadline === null || !this.isWork(node)) return deadline;
    return this.tasks[node].latestBegin(deadline);
  }

  allDeadlines() {
    const deadlines = this.way.costs.map(() => this.start); // by node; null if no day is early enough
    for (const node of [...this.way.order].reverse()) {
      const begin = this.latestBegin(node, deadlines[node]);
      for (const before of this.restsOn(node)) {
        const other = deadlines[before];
        deadlines[before] = begin === null || other === null ? null : Math.min(begin, other);
      }
    }
    return deadlines;
  }

  latest(nodes) {
    const later = (one, other) => {
      const costs = this.way.costs[one] - this.way.costs[other];
      return costs > 0 || (costs === 0 && this.rank[one] > this.rank[other]) ? one : other;
    };
    return nodes.length ? nodes.reduce((best, node) => later(node, best)) : null;
  }

  decidingChain() {
    const chain = [];
    for (let node = this.latest(this.reached); node !== null; node = this.latest(this.restsOn(node))) {
      if (this.isWork(node)) chain.push(node);
    }
    return chain.reverse();
  }

  /** The work directly before a node, seen through what only gives order. */
  after(node) {
    const known = this.seenThrough[node];
    if (known) return known;
    const found = new Set();
    for (const other of this.direct(node)) {
      if (this.isWork(other)) found.add(this.graph.ids[other]);
      else for (const id of this.after(other)) found.add(id);
    }
    this.seenThrough[node] = [...found];
    return this.seenThrough[node];
  }

  /** What a node rests on, without what the others of it rest on. */
  direct(node) {
    const before = this.restsOn(node);
    if (before.length < 2) return before;
    const implied = new Set(before.flatMap((outer) => this.restsOn(outer)));
    return before.filter((other) => !implied.has(other));
  }

  step(node) {
    const item = this.graph.items.get(node);
    const ready = Math.max(this.today, ...this.restsOn(node).map((n) => this.way.costs[n]));
    const begin = this.tasks[node].firstBegin(ready);
    const orderBy = this.latestBegin(node, this.deadlines[node]);
    const done = this.way.costs[node];
    return {
      id: this.graph.ids[node],
      service: this.graph.services[node],
      title: item.title,
      actor: item.actor,
      order_by: day(orderBy),
      ready_by: day(this.deadlines[node]),
      earliest_begin: day(begin),
      earliest_ready: done < NEVER ? day(done) : null,
      slack_days: orderBy !== null && begin !== null ? orderBy - begin : null,
      critical: this.isCritical.has(node),
      lead_time: leadTime(item.time),
      after: this.after(node),
    };
  }

  plan() {
    const { costs, chosen } = this.way;
    const work = this.way.work.filter((node) => !this.done.has(node));
    const steps = work.map((node) => ({ step: this.step(node), rank: this.rank[node] }));
    const inOrder = steps.sort(byDay).map(({ step }) => step);
    const ready = this.reached.length ? Math.max(...this.reached.map((goal) => costs[goal])) : this.today;
    const missing = this.goals.filter((id) => costs[this.graph.numbers.get(id)] === null);
    const unknown = inOrder.filter((step) => step.lead_time === "unknown").map((step) => step.id);
    const late = missing.length > 0 || ready > this.start;
    const choices = {};
    for (const [choice, taken] of chosen) {
      if (this.graph.roles[choice] !== "choice") continue;
      choices[this.graph.ids[choice]] = this.graph.items.get(taken).id;
    }
    return {
      start: this.question.start,
      today: this.question.today,
      models: [...this.question.models].sort(),
      operator: this.question.operator,
      verdict: late ? "no" : unknown.length ? "unknown" : "yes",
      earliest_start: ready < NEVER && !missing.length ? day(ready) : null,
      unknown,
      choices,
      chain: this.critical.map((node) => this.graph.ids[node]),
      out_of_reach: missing,
      steps: inOrder,
    };
  }
}

function day(number) {
  return number === null ? null : isoDay(number);
}

function byDay(one, other) {
  const [day, otherDay] = [one.step.order_by ?? "", other.step.order_by ?? ""];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return one.rank - other.rank;
}

function leadTime(time) {
  if (!time) return "unknown";
  return time.days ? `${time.days}${time.unit}` : "none";
}
