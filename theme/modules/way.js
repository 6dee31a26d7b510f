// The way a unit goes, choices made: generator/chains/way.py in the browser (Knuth 1977).

/** The way to the goals that can be obtained; its costs are the days on which things are ready. */
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
function obtainable(graph, resting, without, given) {
  const waiting = graph.edges.map((edges, node) => (graph.isAny(node) ? 1 : edges.length));
  for (const node of given) waiting[node] = 0;
  const order = [...waiting.keys()].filter((node) => waiting[node] === 0 && node !== without);
  for (const node of order) {
    for (const dependent of resting[node]) {
      waiting[dependent] -= 1;
      if (waiting[dependent] === 0 && dependent !== without) order.push(dependent);
    }
  }
  return new Set(order);
}

class Search {
  constructor(graph, spend, wish) {
    Object.assign(this, { graph, spend, ...wish });
    this.resting = graph.resting;
    this.waiting = graph.edges.map((edges) => edges.length);
    this.costs = new Map();
    this.chosen = new Map();
    this.ready = new Map();
  }

  run(onlyFavoured) {
    const heap = new Heap();
    this.open(heap, onlyFavoured);
    for (let top = heap.pop(); top; top = heap.pop()) {
      const [cost, node] = top;
      if (this.costs.has(node)) continue;
      const isWork = this.graph.roles[node] === "step" && !this.done.has(node);
      this.costs.set(node, isWork ? this.spend(node, cost) : cost);
      for (const dependent of this.resting[node]) {
        const met = this.reach(dependent, node, onlyFavoured);
        if (met !== null) heap.push([met, dependent]);
      }
    }
  }

  open(heap, onlyFavoured) {
    if (onlyFavoured) {
      for (const node of this.done) heap.push([this.start, node]);
      this.waiting.forEach((count, node) => {
        if (count === 0 && !this.graph.isAny(node)) heap.push([this.start, node]);
      });
      return;
    }
    for (const [choice, met] of this.ready) {
      if (this.costs.has(choice)) continue;
      const [cost, by] = met.reduce((best, each) => (earlier(each, best) ? each : best));
      this.chosen.set(choice, by);
      heap.push([cost, choice]);
    }
  }

  reach(node, by, onlyFavoured) {
    if (this.costs.has(node)) return null;
    if (!this.graph.isAny(node)) {
      this.waiting[node] -= 1;
      if (this.waiting[node] > 0) return null;
      return Math.max(...this.graph.edges[node].map((before) => this.costs.get(before)));
    }
    if (!this.ready.has(node)) this.ready.set(node, []);
    this.ready.get(node).push([this.costs.get(by), by]);
    const favoured = onlyFavoured ? this.favoured(node) : [];
    if (this.chosen.has(node) || (favoured.length && !favoured.includes(by))) return null;
    this.chosen.set(node, by);
    return this.costs.get(by);
  }

  favoured(choice) {
    const open = (node) => !this.passedBy.has(`${choice} ${node}`);
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
      if (this.costs.has(choice)) continue;
      const first = obtainable(this.graph, this.resting, choice, this.done);
      for (const node of this.favoured(choice)) if (!first.has(node)) found.push(`${choice} ${node}`);
    }
    return found;
  }

  way(goals) {
    const onIt = new Set();
    const stack = goals.filter((goal) => this.costs.has(goal));
    while (stack.length) {
      const node = stack.pop();
      if (onIt.has(node)) continue;
      onIt.add(node);
      stack.push(...this.restsOn(node));
    }
    const only = (entries) => new Map([...entries].filter(([node]) => onIt.has(node)));
    const work = [...onIt].filter((node) => this.graph.roles[node] === "step").sort((a, b) => a - b);
    return { costs: only(this.costs), chosen: only(this.chosen), work };
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

/** A binary heap of [cost, node], least first. */
class Heap {
  constructor() {
    this.items = [];
  }

  push(item) {
    const { items } = this;
    let at = items.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && earlier(item, items[up]); up = (at - 1) >> 1) {
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
      if (down + 1 < items.length && earlier(items[down + 1], items[down])) down += 1;
      if (!earlier(items[down], item)) break;
      items[at] = items[down];
      at = down;
    }
    items[at] = item;
  }
}
