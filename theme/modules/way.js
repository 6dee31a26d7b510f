// The way a unit goes, choices made: generator/chains/way.py in the browser (Knuth 1977).

const NODES = 2 ** 24; // more than any graph has, and its square is still a whole number

/**
 * The way to the goals that can be obtained: `costs`, by node the day on which it is ready, null off
 * the way; `order`, the nodes as they were met; `chosen`, by choice what is taken; `work`, its steps.
 */
export function findWay(graph, goals, spend, { start, options = new Map(), done = new Set() }) {
  const passedBy = new Set();
  for (;;) {
    const search = new Search(graph, spend, { start, options, done, passedBy });
    search.run(true);
    const hopeless = search.hopeless();
    if (!hopeless.length) {
      search.run(false);
      return search.way(goals);
    }
    for (const pair of hopeless) passedBy.add(pair);
  }
}

/** The nodes that can be met without one of them; the given ones are met whatever they rest on. */
function obtainable(graph, without, given) {
  const waiting = graph.edges.map((edges, node) => (graph.isAny[node] ? 1 : edges.length));
  for (const node of given) waiting[node] = 0;
  const order = [...waiting.keys()].filter((node) => waiting[node] === 0 && node !== without);
  for (const node of order) {
    for (const dependent of graph.resting[node]) {
      waiting[dependent] -= 1;
      if (waiting[dependent] === 0 && dependent !== without) order.push(dependent);
    }
  }
  return new Set(order);
}

class Search {
  constructor(graph, spend, wish) {
    Object.assign(this, { graph, spend, ...wish });
    this.waiting = graph.edges.map((edges) => edges.length);
    this.latest = graph.edges.map(() => -Infinity); // of what each node rests on, as far as met
    this.costs = graph.edges.map(() => null); // null until met
    this.order = [];
    this.chosen = new Map();
    this.ready = new Map();
  }

  run(onlyFavoured) {
    const heap = new Heap();
    this.open(heap, onlyFavoured);
    for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
      const cost = Math.floor(top / NODES);
      const node = top - cost * NODES;
      if (this.costs[node] !== null) continue;
      const isWork = this.graph.roles[node] === "step" && !this.done.has(node);
      this.costs[node] = isWork ? this.spend(node, cost) : cost;
      this.order.push(node);
      for (const dependent of this.graph.resting[node]) {
        const met = this.reach(dependent, node, onlyFavoured);
        if (met !== null) heap.push(met * NODES + dependent);
      }
    }
  }

  open(heap, onlyFavoured) {
    if (onlyFavoured) {
      for (const node of this.done) heap.push(this.start * NODES + node);
      this.waiting.forEach((count, node) => {
        if (count === 0 && !this.graph.isAny[node]) heap.push(this.start * NODES + node);
      });
      return;
    }
    for (const [choice, met] of this.ready) {
      if (this.costs[choice] !== null) continue;
      const [cost, by] = met.reduce((best, each) => (earlier(each, best) ? each : best));
      this.chosen.set(choice, by);
      heap.push(cost * NODES + choice);
    }
  }

  reach(node, by, onlyFavoured) {
    if (this.costs[node] !== null) return null;
    if (!this.graph.isAny[node]) {
      this.waiting[node] -= 1;
      this.latest[node] = Math.max(this.latest[node], this.costs[by]);
      return this.waiting[node] > 0 ? null : this.latest[node];
    }
    if (!this.ready.has(node)) this.ready.set(node, []);
    this.ready.get(node).push([this.costs[by], by]);
    if (this.chosen.has(node)) return null;
    const favoured = onlyFavoured ? this.favoured(node) : [];
    if (favoured.length && !favoured.includes(by)) return null;
    this.chosen.set(node, by);
    return this.costs[by];
  }

  favoured(choice) {
    const open = (node) => !this.passedBy.has(choice * NODES + node);
    const decided = this.options.get(choice);
    if (decided !== undefined && open(decided)) return [decided];
    return this.graph.edges[choice].filter((node) => {
      return this.graph.roles[node] === "option" && this.graph.items.get(node).recommended && open(node);
    });
  }

  /** Blocked choices, each with a favoured alternative that waits for the choice itself. */
  hopeless() {
    const found = [];
    for (const choice of this.ready.keys()) {
      if (this.costs[choice] !== null) continue;
      const first = obtainable(this.graph, choice, this.done);
      for (const node of this.favoured(choice)) if (!first.has(node)) found.push(choice * NODES + node);
    }
    return found;
  }

  way(goals) {
    const onIt = this.costs.map(() => false);
    const stack = goals.filter((goal) => this.costs[goal] !== null);
    while (stack.length) {
      const node = stack.pop();
      if (onIt[node]) continue;
      onIt[node] = true;
      stack.push(...this.restsOn(node));
    }
    return {
      costs: this.costs.map((cost, node) => (onIt[node] ? cost : null)),
      order: this.order.filter((node) => onIt[node]),
      chosen: new Map([...this.chosen].filter(([node]) => onIt[node])),
      work: [...onIt.keys()].filter((node) => onIt[node] && this.graph.roles[node] === "step"),
    };
  }

  restsOn(node) {
    if (this.done.has(node)) return [];
    if (this.chosen.has(node)) return [this.chosen.get(node)];
    return this.graph.edges[node];
  }
}

function earlier(one, other) {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

/** A binary heap of numbers, least first: a cost and a node are one, `cost * NODES + node`. */
class Heap {
  constructor() {
    this.items = [];
  }

  push(item) {
    const { items } = this;
    let at = items.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && item < items[up]; up = (at - 1) >> 1) {
      items[at] = items[up];
      at = up;
    }
    items[at] = item;
  }

  pop() {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length) this.sink(last);
    return top;
  }

  sink(item) {
    const { items } = this;
    let at = 0;
    for (let down = 1; down < items.length; down = 2 * at + 1) {
      if (down + 1 < items.length && items[down + 1] < items[down]) down += 1;
      if (item <= items[down]) break;
      items[at] = items[down];
      at = down;
    }
    items[at] = item;
  }
}
