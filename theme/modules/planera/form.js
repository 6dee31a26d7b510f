// The questions: from the form to the state and back, and which of them are asked.

import { exists } from "../graph.js";
import { leftToTheUnit } from "./answer.js";
import { weekdayText } from "./days.js";
import { h, say } from "./dom.js";

const CHOICE = "val:";

export class Form {
  /** `changed(state, field)` is called whenever the reader has answered something. */
  constructor(element, known, changed) {
    this.element = element;
    this.known = known;
    this.changed = changed;
    element.addEventListener("submit", (event) => event.preventDefault());
    element.addEventListener("change", ({ target }) => this.answered(target));
    element.addEventListener("focusout", ({ target }) => target.type === "date" && this.answered(target));
    element.addEventListener("input", ({ target }) => target.type === "date" && this.typed(target));
  }

  /** A date is taken while it is being written, but not before the writing rests. */
  typed(target) {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.answered(target), 500);
  }

  answered(target) {
    clearTimeout(this.rest);
    const bad = target.type === "date" || target.type === "text" ? notADay(target) : "";
    this.changed(target.name, bad);
  }

  inputs(name) {
    const found = this.element.elements.namedItem(name);
    return found instanceof RadioNodeList ? [...found] : [found].filter(Boolean);
  }

  /** The state with the form's answers; what is not asked now is left as it was. */
  read(state) {
    const picked = (name) =>
      this.inputs(name)
        .filter((input) => input.checked)
        .map((input) => input.value);
    const day = (name) => (notADay(this.element[name]) ? "" : this.element[name].value.trim());
    const models = picked("m");
    const asked = leftToTheUnit(this.known, models);
    const notAsked = state.extra.filter((id) => !asked.has(id));
    return {
      ...state,
      models,
      operator: picked("d")[0] ?? "",
      start: day("start"),
      today: day("idag"),
      extra: [...new Set([...notAsked, ...picked("med")])],
    };
  }

  /** The option that the reader has just taken: `[choice, option]`, or null. */
  static choiceOf(target) {
    return target.startsWith(CHOICE) ? target.slice(CHOICE.length) : null;
  }

  option(choice) {
    return this.inputs(CHOICE + choice).find((input) => input.checked)?.value;
  }

  write(state) {
    for (const input of this.inputs("m")) input.checked = state.models.includes(input.value);
    for (const input of this.inputs("d")) input.checked = state.operator === input.value;
    for (const input of this.inputs("med")) input.checked = state.extra.includes(input.value);
    setDay(this.element.start, state.start);
    setDay(this.element.idag, state.today);
    if (state.today) this.details("idag").open = true;
    if (state.extra.length) this.details("med").open = true;
  }

  details(name) {
    return this.element.querySelector(`[data-sk-details="${name}"]`);
  }

  /** Shows the questions that follow from the answers so far. */
  follow(state, answer) {
    say(this.element.querySelector("[data-sk-today]"), weekdayText(answer.today));
    this.followExtras(state);
    this.followChoices(state, answer.plan);
    this.limit(answer.today);
  }

  limit(today) {
    if (today === this.limited) return; // a date field is drawn anew for them
    const { first, last } = this.known.data.calendar;
    Object.assign(this.element.start, { min: today, max: last });
    Object.assign(this.element.idag, { min: first, max: last });
    this.limited = today;
  }

  followExtras({ models, extra }) {
    const asked = leftToTheUnit(this.known, models);
    const count = extra.filter((id) => asked.has(id)).length;
    say(this.element.querySelector("[data-sk-extras-count]"), count ? ` (${count} tillagda)` : "");
    if (asked === this.left) return;
    this.left = asked;
    for (const row of this.element.querySelectorAll("[data-sk-extra]")) {
      row.hidden = !asked.has(row.dataset.skExtra);
      for (const level of row.querySelectorAll("[data-sk-level]")) {
        level.hidden = !models.includes(level.dataset.skLevel);
      }
    }
    this.element.querySelector("[data-sk-extras]").hidden = !asked.size;
  }

  followChoices(state, plan) {
    const profile = { models: state.models, operators: [state.operator] };
    const taken = plan?.choices ?? {};
    this.element.querySelector("[data-sk-choices]").hidden = !Object.keys(taken).length;
    const grid = this.element.querySelector("[data-sk-grid]");
    const key = JSON.stringify([state.models, state.operator, Object.keys(taken)]);
    if (key !== this.asked) {
      grid.replaceChildren(...Object.keys(taken).map((choice) => this.choice(choice, profile)));
      this.asked = key;
    }
    for (const input of grid.querySelectorAll("input")) {
      input.checked = taken[input.name.slice(CHOICE.length)] === input.value;
    }
  }

  /** One choice on the way, with the options that exist for the profile. */
  choice(id, profile) {
    const { title, options } = this.known.choices.get(id);
    const rows = options.filter((option) => exists(option, profile)).map((option) => pick(id, option));
    const service = this.known.service(id.split("/")[0]);
    return h("fieldset", { "data-sk-choice": id }, h("legend", {}, `${service}: ${title}`), rows);
  }

  /** Says what is wrong where it is wrong; `errors` is {field: sentence}. */
  showErrors(errors) {
    for (const place of this.element.querySelectorAll("[data-sk-error]")) {
      const text = errors[place.dataset.skError] ?? "";
      say(place, text);
      place.hidden = !text;
      for (const input of this.inputs(place.dataset.skError)) {
        if (text) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    }
    if (errors.idag) this.details("idag").open = true;
  }
}

function pick(choice, { id, title, recommended }) {
  const input = h("input", { type: "radio", name: CHOICE + choice, value: id, "data-sk-key": CHOICE + choice + id });
  const mark = recommended && [" ", h("span", { class: "sk-recommended" }, "Rekommenderas")];
  return h("label", { class: "sk-pick", "data-sk-option": id }, input, " ", h("span", {}, title, mark));
}

function setDay(input, value) {
  if (input.value !== value && !(value === "" && notADay(input))) input.value = value;
}

/** A sentence if what is written is no day; in a browser without date fields it is written as text. */
function notADay(input) {
  const bad = input.validity.badInput || (input.value.trim() && !isDay(input.value.trim()));
  return bad ? "Det datumet finns inte. Skriv år, månad och dag, till exempel 2027-03-01." : "";
}

function isDay(text) {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00Z`)) &&
    new Date(`${text}T00:00Z`).toISOString().startsWith(text)
  );
}
