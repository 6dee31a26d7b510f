// The page `/planera/`: questions in, answer out. Everything happens in the browser, nothing is sent.

import { answer, missingText } from "./planera/answer.js";
import { listed, todayIn } from "./planera/days.js";
import { h, keepingPlace } from "./planera/dom.js";
import { fingerprint } from "./planera/fingerprint.js";
import { Form } from "./planera/form.js";
import { Known } from "./planera/known.js";
import { emptyState, isPlan, newPlanId, readFragment, writeFragment } from "./planera/state.js";
import { saved } from "./planera/storage.js";
import { Tools } from "./planera/tools.js";
import { verdictWords } from "./planera/verdict.js";

const ROOT = new URL("../../", import.meta.url); // published in a folder of assets/
const SHOWN = 5;

class PlannerPage {
  constructor(element, known) {
    this.element = element;
    this.known = known;
    this.state = emptyState();
    this.touched = new Set();
    this.bad = {}; // {field: sentence} for what cannot be read in a field
    this.remarks = [];
    this.form = new Form(this.part("form"), known, (field, bad) => this.answered(field, bad));
    this.tools = new Tools(element, () => this.current(), () => this.fetchBelow());
    this.take = {
      option: (choice, option) => this.choose(choice, option),
      start: (day) => this.startOn(day),
    };
  }

  part(name) {
    return this.element.querySelector(`[data-sk-${name}]`);
  }

  begin() {
    this.open();
    this.element.hidden = false;
    document.querySelector("[data-sk-without]").hidden = true;
    window.addEventListener("hashchange", () => this.moved());
    window.addEventListener("pagehide", () => this.address());
    new ResizeObserver(([{ contentRect }]) => this.widened(Math.floor(contentRect.width))).observe(this.element);
    // Once a reader has turned to the questions all is here, also if the line is lost then.
    for (const sign of ["focusin", "pointerdown"]) {
      this.element.addEventListener(sign, () => this.fetchBelow().catch(() => {}), { once: true });
    }
  }

  widened(width) {
    this.width = width;
    this.below?.drawTimeline(this);
  }

  fetchBelow() {
    this.fetching ??= import("./planera/below.js").then(
      (below) => (this.below = below),
      (error) => {
        this.fetching = null; // to be tried again
        throw error;
      },
    );
    return this.fetching;
  }

  /** The link's plan, else the one that is saved on this computer. */
  open() {
    const fragment = this.read();
    if (isPlan(fragment)) return this.load(fragment);
    const kept = fragment ? null : saved();
    if (kept === null) return this.load("");
    this.load(kept);
    this.remarks.unshift("Planen som ni sparade på den här datorn är öppnad.");
    return this.draw();
  }

  moved() {
    const fragment = this.read();
    if (isPlan(fragment)) this.load(fragment);
    else if (fragment)
      this.address(); // a place in the page: the plan's address comes back
    else this.load("");
  }

  read() {
    this.followed = location.hash;
    return this.followed.slice(1);
  }

  load(fragment) {
    const { state, remarks } = readFragment(fragment, this.known);
    this.state = fragment ? { ...state, plan: state.plan || newPlanId() } : state;
    this.bad = Object.fromEntries(
      remarks.filter(({ field }) => field).map(({ field, text }) => [field, text]),
    );
    this.remarks = firstOf(remarks.filter(({ field }) => !field).map(({ text }) => text));
    // A link with the care models alone comes from a page of the guide: nothing is left out yet.
    const begun = state.operator || state.start || Object.keys(this.bad).length;
    this.touched = new Set(begun ? ["m", "d", "start"] : []);
    this.form.write(state);
    this.compute();
    this.draw();
    this.settled = this.mark(this.state);
    if (this.found.plan && state.since) {
      const told = (below) => this.state.since === state.since && below.tellSince(this);
      this.fetchBelow().then(told, () => {});
    }
  }

  answered(field, bad) {
    this.touched.add(field);
    delete this.bad[field];
    if (bad) this.bad[field] = bad;
    const choice = Form.choiceOf(field);
    const state = this.form.read(this.state);
    if (choice) state.choices = { ...state.choices, [choice]: this.form.option(choice) };
    this.change(state);
  }

  choose(choice, option) {
    this.change({ ...this.state, choices: { ...this.state.choices, [choice]: option } });
  }

  startOn(day) {
    this.change({ ...this.state, start: day });
    this.form.write(this.state);
  }

  tick(id, done) {
    const others = this.state.done.filter((other) => other !== id);
    this.change({ ...this.state, done: done ? [...others, id] : others });
  }

  change(state) {
    if (this.mark(state) === this.settled) return;
    this.state = { ...state, since: null, plan: state.plan || newPlanId() };
    this.compute();
    this.settled = this.mark(this.state);
    this.draw();
  }

  /** What is drawn: nothing is drawn anew, under a reader's hand, when a field is only passed through. */
  mark(state) {
    return JSON.stringify([state, this.bad, this.missing()]);
  }

  compute() {
    this.found = answer(this.known, this.state, todayIn(this.known.data.timezone));
  }

  fragment() {
    if (this.state.since) return writeFragment(this.state, this.state.since);
    const { data } = this.known;
    this.found.print ??= this.found.plan ? fingerprint(data, this.found.whole) : "";
    return writeFragment(this.state, { version: data.version, print: this.found.print });
  }

  /** The address says what the page shows; a step back in the history leaves the page as before. */
  address() {
    if (location.hash !== this.followed) return; // the reader has moved, which the page is told next
    const empty = !this.touched.size && !this.state.models.length;
    const said = empty ? "" : `#${this.fragment()}`;
    if (said === location.hash) return;
    history.replaceState(history.state, "", said || location.pathname + location.search);
    this.followed = location.hash;
  }

  current() {
    return { known: this.known, found: this.found, fragment: () => this.fragment(), id: this.state.plan };
  }

  /** The answer at once; all that follows from it when it has been seen, the address first. */
  draw() {
    keepingPlace(() => this.drawAnswer(), this.part("verdict-box"));
    this.element.dataset.skDrawing = "";
    const { found } = this;
    nextFrame(() => {
      if (this.found !== found) return;
      this.address();
      this.drawRest();
    });
  }

  drawAnswer() {
    this.form.follow(this.state, this.found);
    this.form.showErrors({ ...this.missing(), ...this.found.errors, ...this.bad });
    this.drawRemarks();
    this.drawVerdict();
    this.tools.follow(this.current()); // what is saved is saved at once
  }

  async drawRest() {
    const { found } = this;
    if (found.plan) await this.fetchBelow().catch(() => this.withoutBelow());
    await this.below?.drawBelow(this);
    if (this.found === found) delete this.element.dataset.skDrawing;
  }

  withoutBelow() {
    const lost = "Listan gick inte att hämta. Kontrollera att ni har kontakt med nätet och ladda om sidan.";
    this.fill("list", [h("p", { role: "alert" }, lost)]);
  }

  /** What has been asked, touched and left without an answer. */
  missing() {
    const fields = this.found.missing.filter((field) => this.touched.has(field));
    return Object.fromEntries(fields.map((field) => [field, missingText(field)]));
  }

  fill(name, content) {
    this.part(name).replaceChildren(...content);
    this.element.querySelector(`[data-sk-part="${name}"]`).hidden = !content.length;
  }

  drawRemarks() {
    const place = this.part("remarks");
    const remarks = [...this.remarks, ...this.found.remarks];
    place.hidden = !remarks.length;
    const close = h("button", { type: "button", class: "sk-take", click: () => this.dismiss() }, "Stäng");
    const rows = remarks.map((text) => h("p", {}, text));
    place.replaceChildren(...(remarks.length ? [...rows, this.remarks.length > 0 ? close : ""] : []));
  }

  dismiss() {
    this.remarks = [];
    this.state = { ...this.state, since: null };
    this.settled = this.mark(this.state);
    this.draw();
    this.part("verdict-box").focus();
  }

  drawVerdict() {
    const { plan } = this.found;
    const box = this.part("verdict-box");
    box.dataset.skVerdictBox = plan?.verdict ?? "none";
    const words = plan ? verdictWords(this.known, this.found) : this.waitingFor();
    const status = this.part("verdict");
    if (status.textContent !== (words.headline ?? "") + words.lead) {
      status.replaceChildren(
        ...[
          words.headline && h("p", { class: "sk-verdict__headline" }, words.headline),
          h("p", {}, words.lead),
        ].filter(Boolean),
      );
    }
  }

  waitingFor() {
    const { missing, errors } = this.found;
    if (Object.keys(errors).length) return { lead: Object.values(errors).join(" ") };
    const names = { m: "vårdval", d: "driftsform", start: "startdatum" };
    return { lead: `Svaret visas här när ni har fyllt i ${listed(missing.map((field) => names[field]))}.` };
  }
}

function nextFrame(work) {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}

function firstOf(texts) {
  if (texts.length <= SHOWN) return texts;
  return [...texts.slice(0, SHOWN), `Och ${texts.length - SHOWN} till som inte gick att läsa i länken.`];
}

async function begin() {
  const element = document.querySelector("[data-sk-planner]");
  if (!element) return;
  const answered = await fetch(new URL("assets/plan.json", ROOT));
  if (!answered.ok) throw new Error(`assets/plan.json: ${answered.status}`);
  new PlannerPage(element, new Known(await answered.json(), ROOT.href)).begin();
}

begin().catch((error) => {
  const place = document.querySelector("[data-sk-without]");
  place?.setAttribute("data-sk-failed", "");
  place?.prepend(
    h("p", { role: "alert" }, "Uträkningen gick inte att starta. Ladda om sidan och försök igen."),
  );
  console.error(error);
});
