// The buttons: save, clear, copy the link, and files.

import { clear, save, saved } from "./storage.js";

const CLOSED =
  "Webbläsaren tillåter inte att något sparas här. Kopiera länken i stället, så har ni planen kvar.";

export class Tools {
  /** `current()` gives `{known, found, id, fragment()}`; `below()` promises what makes the files. */
  constructor(root, current, below) {
    this.root = root;
    this.current = current;
    this.below = below;
    this.told = root.querySelector("[data-sk-told]");
    for (const button of root.querySelectorAll("[data-sk-do]")) {
      button.addEventListener("click", () => this[button.dataset.skDo]());
    }
  }

  say(text) {
    this.told.textContent = text;
  }

  /** Shows which buttons there are, and keeps a plan that is saved up to date. */
  follow({ found, fragment, id }) {
    this.root.querySelector("[data-sk-tools]").hidden = !found.plan;
    const mine = this.isSaved(id);
    if (mine && saved() !== fragment() && !save(fragment())) this.say(CLOSED);
    this.showSaved(mine);
    this.root.querySelector("[data-sk-link]").hidden = true;
  }

  isSaved(id) {
    return Boolean(id) && (saved() ?? "").split("&").includes(`p=${id}`);
  }

  showSaved(mine) {
    this.root.querySelector('[data-sk-do="save"]').hidden = mine;
    this.root.querySelector('[data-sk-do="clear"]').hidden = saved() === null;
  }

  save() {
    const { fragment, id } = this.current();
    const done = save(fragment());
    this.say(
      done
        ? "Planen är sparad på den här datorn. Ändringar sparas efter hand, tills ni trycker på Rensa."
        : CLOSED,
    );
    this.showSaved(this.isSaved(id));
    if (done) this.root.querySelector('[data-sk-do="clear"]').focus();
  }

  clear() {
    this.say(
      clear()
        ? "Det som var sparat på den här datorn är borta. Planen syns tills ni stänger sidan."
        : CLOSED,
    );
    this.showSaved(false);
    this.root.querySelector('[data-sk-do="save"]').focus();
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.href());
      this.say("Länken är kopierad. Den som får den ser samma plan.");
    } catch {
      this.showLink();
    }
  }

  /** What the address says as soon as the answer has been seen. */
  href() {
    return new URL(`#${this.current().fragment()}`, location.href).href;
  }

  /** For a browser that does not let a page copy. */
  showLink() {
    const place = this.root.querySelector("[data-sk-link]");
    const input = place.querySelector("input");
    place.hidden = false;
    input.value = this.href();
    input.focus();
    input.select();
    this.say("Kopiera länken i fältet här under.");
  }

  ics() {
    this.file("startplanering.ics", "text/calendar", "Kalenderfilen är hämtad. Den uppdateras inte av sig själv: hämta en ny om planen ändras.", ({ calendarFile }) => {
      const { known, found, id } = this.current();
      return calendarFile(known, found, { id, href: this.href(), now: new Date() });
    });
  }

  csv() {
    this.file("startplanering.csv", "text/csv", "Tabellen är hämtad. Den går att öppna i Excel.", ({ tableFile }) => {
      const { known, found } = this.current();
      return tableFile(known, found);
    });
  }

  async file(name, type, told, made) {
    try {
      const { files } = await this.below();
      download(name, `${type};charset=utf-8`, made(files));
      this.say(told);
    } catch (error) {
      this.say("Filen gick inte att göra. Kontrollera att ni har kontakt med nätet och ladda om sidan.");
      throw error;
    }
  }
}

function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
