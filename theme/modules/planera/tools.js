// The buttons: save, clear, copy the link, and files.

import { calendarFile } from "./ics.js";
import { tableFile } from "./csv.js";
import * as storage from "./storage.js";

const CLOSED =
  "Webbläsaren tillåter inte att något sparas här. Kopiera länken i stället, så har ni planen kvar.";

export class Tools {
  /** `current()` gives `{known, found, fragment, id}`. */
  constructor(root, current) {
    this.root = root;
    this.current = current;
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
    if (mine && storage.saved() !== fragment && !storage.save(fragment)) this.say(CLOSED);
    this.showSaved(mine);
    this.root.querySelector("[data-sk-link]").hidden = true;
  }

  isSaved(id) {
    return Boolean(id) && (storage.saved() ?? "").split("&").includes(`p=${id}`);
  }

  showSaved(mine) {
    this.root.querySelector('[data-sk-do="save"]').hidden = mine;
    this.root.querySelector('[data-sk-do="clear"]').hidden = storage.saved() === null;
  }

  save() {
    const { fragment, id } = this.current();
    const done = storage.save(fragment);
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
      storage.clear()
        ? "Det som var sparat på den här datorn är borta. Planen syns tills ni stänger sidan."
        : CLOSED,
    );
    this.showSaved(false);
    this.root.querySelector('[data-sk-do="save"]').focus();
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.say("Länken är kopierad. Den som får den ser samma plan.");
    } catch {
      this.showLink();
    }
  }

  /** For a browser that does not let a page copy. */
  showLink() {
    const place = this.root.querySelector("[data-sk-link]");
    const input = place.querySelector("input");
    place.hidden = false;
    input.value = location.href;
    input.focus();
    input.select();
    this.say("Kopiera länken i fältet här under.");
  }

  ics() {
    const { known, found, id } = this.current();
    const text = calendarFile(known, found, { id, href: location.href, now: new Date() });
    download("startplanering.ics", "text/calendar;charset=utf-8", text);
    this.say("Kalenderfilen är hämtad. Den uppdateras inte av sig själv: hämta en ny om planen ändras.");
  }

  csv() {
    const { known, found } = this.current();
    download("startplanering.csv", "text/csv;charset=utf-8", tableFile(known, found));
    this.say("Tabellen är hämtad. Den går att öppna i Excel.");
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
