// What the reader has decided, and the fragment of the address that carries it.

import { dayNumber } from "../calendar.js";
import { readPrint } from "./fingerprint.js";

const LONG = 60;

export function emptyState() {
  return {
    models: [],
    operator: "",
    start: "",
    today: "",
    extra: [],
    choices: {},
    done: [],
    plan: "",
    since: null,
  };
}

/** A short mark that tells one unit's plan from another's. */
export function newPlanId() {
  const numbers = crypto.getRandomValues(new Uint8Array(8));
  return [...numbers].map((number) => (number % 36).toString(36)).join("");
}

/** Whether a fragment is a plan's and not the anchor of a place in the page. */
export function isPlan(fragment) {
  return fragment.includes("=");
}

/** The state as text for the address; `version` and `print` say which facts it was made with. */
export function writeFragment(state, { version, print }) {
  const parts = {
    m: state.models.join(","),
    d: state.operator,
    start: state.start,
    idag: state.today,
    med: state.extra.join(","),
    val: Object.entries(state.choices)
      .map((pair) => pair.join(":"))
      .join(","),
    klart: state.done.join(","),
    p: state.plan,
    v: version,
    f: print,
  };
  const written = Object.entries(parts).filter(([, value]) => value);
  return written.map(([key, value]) => `${key}=${readable(value)}`).join("&");
}

function readable(value) {
  return encodeURIComponent(value).replace(/%2F/g, "/").replace(/%2C/g, ",").replace(/%3A/g, ":");
}

/** The state of a fragment, and for each part that says nothing a remark: `{field, text}`. */
export function readFragment(fragment, known) {
  return new Reader(known).read(fragment);
}

class Reader {
  constructor(known) {
    this.known = known;
    this.state = emptyState();
    this.remarks = [];
    this.version = "";
    this.print = "";
    this.keys = new Set();
  }

  read(fragment) {
    for (const part of fragment.split("&").filter(Boolean)) this.part(part);
    const { state, remarks } = this;
    if (this.version && this.version !== this.known.data.version) {
      state.since = { version: this.version, print: this.print };
    }
    return { state, remarks };
  }

  part(part) {
    const [key, ...rest] = part.split("=");
    const value = decoded(rest.join("="));
    if (value === null) this.remark(null, `Länken har en del som inte går att läsa: ${short(part)}`);
    else if (this.keys.has(key)) this.remark(null, `Länken säger samma sak två gånger. Det första gäller: ${short(key)}`);
    else if (Object.hasOwn(PARTS, key)) {
      this.keys.add(key);
      PARTS[key].call(this, value);
    }
    else this.remark(null, `Länken har en del som planeringen inte känner till: ${short(key)}`);
  }

  remark(field, text) {
    this.remarks.push({ field, text });
  }

  keep(ids, has, sentence, field = null) {
    return [...new Set(ids)].filter((id) => {
      if (has(id)) return true;
      this.remark(field, `${sentence}: ${short(id)}`);
      return false;
    });
  }

  /** The ids of a list, by the names they have today. */
  today(section, value) {
    return items(value).map((id) => this.known.today(section, id));
  }

  day(value, field, sentence) {
    if (!Number.isNaN(dayNumber(value))) return value;
    this.remark(field, `${sentence}: ${short(value)}`);
    return "";
  }

  choice(pair) {
    const at = pair.lastIndexOf(":");
    const [before, chosen] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
    const choice = this.known.today("items", before);
    const scope = before.slice(0, before.lastIndexOf("/") + 1);
    const option = this.known.today("items", scope + chosen).split("/").at(-1);
    if (!this.known.choices.has(choice)) {
      this.remark(null, `Länken nämner ett val som inte finns längre: ${short(pair)}`);
    } else if (!this.known.option(choice, option)) {
      this.remark(null, `Länken nämner ett alternativ som inte finns längre: ${short(pair)}`);
    } else {
      this.state.choices[choice] = option;
    }
  }
}

const PARTS = {
  m(value) {
    const known = (id) => this.known.models.has(id);
    const ids = this.today("models", value);
    this.state.models = this.keep(ids, known, "Länken nämner ett vårdval som inte finns", "m");
  },
  d(value) {
    const known = (id) => this.known.operators.has(id);
    const ids = this.today("operators", value);
    const [found] = this.keep(ids, known, "Länken nämner en driftsform som inte finns", "d");
    this.state.operator = found ?? "";
  },
  start(value) {
    this.state.start = this.day(value, "start", "Länken har ett startdatum som inte finns");
  },
  idag(value) {
    this.state.today = this.day(value, "idag", "Länken räknar från ett datum som inte finns");
  },
  med(value) {
    const known = (id) => this.known.services.has(id);
    const ids = this.today("items", value);
    this.state.extra = this.keep(ids, known, "Länken nämner en tjänst som inte finns längre");
  },
  val(value) {
    for (const pair of items(value)) this.choice(pair);
  },
  klart(value) {
    const known = (id) => this.known.steps.has(id);
    const ids = this.today("items", value);
    this.state.done = this.keep(ids, known, "Länken nämner ett klart steg som inte finns längre");
  },
  p(value) {
    if (/^[a-z0-9]{4,16}$/.test(value)) this.state.plan = value;
    else this.remark(null, "Länkens märke för planen gick inte att läsa. Planen får ett nytt.");
  },
  v(value) {
    this.version = value.slice(0, LONG);
  },
  f(value) {
    this.print = readPrint(value) ? value : "";
  },
};

function items(value) {
  return value.split(",").filter(Boolean);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function short(text) {
  return text.length > LONG ? `${text.slice(0, LONG)} …` : text;
}
