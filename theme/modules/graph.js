// The AND/OR graph of one profile, node for node as generator/chains/graph.py builds it.

const ANY = new Set(["choice", "any-of"]);

/** Whether a step, prerequisite or option exists for the profile. */
export function exists(part, profile) {
  const allows = (wanted, own) => !own?.length || own.some((id) => wanted.includes(id));
  return allows(profile.models, part.models) && allows(profile.operators, part.operators);
}

export function offered(service, profile) {
  return profile.models.some((model) => model in service.obligation);
}

export function buildGraph(services, profile) {
  return new Builder(profile).build(services.filter((service) => offered(service, profile)));
}

class Builder {
  constructor(profile) {
    this.profile = profile;
    this.ids = [];
    this.roles = [];
    this.edges = [];
    this.services = [];
    this.numbers = new Map(); // the node that a reference means
    this.items = new Map(); // for a node, the step, choice or option it stands for
    this.pending = [];
    this.service = "";
  }

  build(services) {
    for (const service of services) this.addService(service);
    for (const { node, needs } of this.pending) {
      this.service = this.services[node];
      this.edges[node] = [...this.edges[node], ...this.needs(needs, node)];
    }
    const { ids, roles, edges, services: owners, numbers, items } = this;
    const resting = ids.map(() => []); // for each node, the nodes that rest on it, once per edge
    edges.forEach((all, node) => all.forEach((before) => resting[before].push(node)));
    const isAny = roles.map((role) => ANY.has(role));
    return { ids, roles, edges, resting, services: owners, numbers, items, isAny };
  }

  node(id, role, edges = []) {
    this.ids.push(id);
    this.roles.push(role);
    this.edges.push([...edges]);
    this.services.push(this.service);
    return this.ids.length - 1;
  }

  later(node, needs) {
    if (needs?.length) this.pending.push({ node, needs });
  }

  addService(service) {
    this.service = service.id;
    const begin = this.node(service.id, "begin");
    this.later(begin, service.prerequisites);
    const required = this.sequence(service.steps ?? [], service.id, begin);
    this.numbers.set(service.id, this.node(service.id, "end", required));
  }

  sequence(items, scope, begin) {
    const local = new Map();
    const required = [begin];
    let previous = begin;
    for (const item of items) {
      if (!exists(item, this.profile)) continue;
      const before = item.after
        ? item.after.filter((id) => local.has(id)).map((id) => local.get(id))
        : [previous];
      const node = this.item(item, scope, [...new Set([begin, ...before])]);
      local.set(item.id, node);
      if (!item.optional) {
        required.push(node);
        previous = node;
      }
    }
    return required;
  }

  item(item, scope, before) {
    const id = `${scope}/${item.id}`;
    let node;
    if (item.options) {
      const begin = this.node(id, "begin", before);
      this.later(begin, item.prerequisites);
      node = this.node(id, "choice", this.options(item, scope, begin));
    } else {
      node = this.node(id, "step", before);
      this.later(node, item.prerequisites);
    }
    this.numbers.set(id, node);
    this.items.set(node, item);
    return node;
  }

  options(choice, scope, begin) {
    const ends = [];
    for (const option of choice.options) {
      if (!exists(option, this.profile)) continue;
      const id = `${scope}/${option.id}`;
      const first = this.node(id, "begin", [begin]);
      this.later(first, option.prerequisites);
      const end = this.node(id, "option", this.sequence(option.steps ?? [], id, first));
      this.numbers.set(id, end);
      this.items.set(end, option);
      ends.push(end);
    }
    return ends;
  }

  needs(needs, owner) {
    return needs.map((need, at) => this.target(need, owner, at)).filter((node) => node !== null);
  }

  target(need, owner, at) {
    if (typeof need === "string") return this.numbers.get(need) ?? null;
    if (!exists(need, this.profile)) return null;
    if (need.need) return this.numbers.get(need.need) ?? null;
    const id = `${this.ids[owner]}/${at}`;
    const inner = this.needs(need.all ?? need.any, owner);
    return this.node(id, need.all ? "all-of" : "any-of", inner);
  }
}
