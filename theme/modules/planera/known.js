// What the catalogue has, by id, with the words and pages for it.

/** Looks things up; `root` is the address of the site. */
export class Known {
  constructor(data, root) {
    this.data = data;
    this.root = root;
    this.services = new Map(data.services.map((service) => [service.id, service]));
    this.models = new Map(data.models.map((model) => [model.id, model]));
    this.operators = new Map(data.operators.map((operator) => [operator.id, operator]));
    this.stops = new Map(data.stops.map((stop) => [stop.id, stop]));
    this.steps = new Map();
    this.choices = new Map();
    this.words = new Map(); // of the steps that have been told of
    for (const service of data.services) this.walk(service.steps, service.id);
  }

  walk(items, scope) {
    for (const item of items ?? []) {
      (item.options ? this.choices : this.steps).set(`${scope}/${item.id}`, item);
      for (const option of item.options ?? []) this.walk(option.steps, `${scope}/${option.id}`);
    }
  }

  /** The address of a page of this site. */
  page(address) {
    return new URL(address, this.root).href;
  }

  service(id) {
    return this.services.get(id)?.name ?? id;
  }

  servicePage(id) {
    return this.page(`tjanster/${id}/`);
  }

  /** The place on its service's page (generator/views/addresses.py); no id holds two dashes in a row. */
  stepPage(id) {
    const [service, ...inner] = id.split("/");
    return this.page(`tjanster/${service}/#steg-${inner.join("--")}`);
  }

  /** What to ask first of a service that another has taken the place of; undefined of the rest. */
  replaced(id) {
    return this.data.shown.replaced[id];
  }

  /** Words and links for a step: title, service, replaced, name, who, own, time … */
  step(id) {
    if (!this.words.has(id)) this.words.set(id, this.wordsOf(id));
    return this.words.get(id);
  }

  wordsOf(id) {
    const { steps, actors, forms, contacts } = this.data.shown;
    const { title, actor } = this.steps.get(id);
    const of = id.split("/")[0];
    const service = this.service(of);
    const shown = steps[id] ?? {};
    const replaced = actors[actor].own && this.replaced(of);
    return {
      ...{ id, title, service, replaced, name: `${service}: ${title}`, page: this.stepPage(id) },
      ...actors[actor],
      ...shown,
      form: forms[shown.form],
      to: shown.to?.map((each) => contacts[each]),
      contacts: shown.contacts?.map((each) => contacts[each]),
    };
  }

  /** The id that an old link's id is today; `section` is items, models or operators. */
  today(section, id) {
    const former = this.data.former[section];
    return Object.hasOwn(former, id) ? former[id] : id;
  }

  option(choice, option) {
    return this.choices.get(choice)?.options.find((each) => each.id === option);
  }
}
