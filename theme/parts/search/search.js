// The search as a sheet over the page: the browser keeps the focus inside, closes it on Esc and puts the
// focus back. What finds (theme/modules/search.js) is loaded when the sheet is opened, and nothing is stored.
(() => {
  const part = document.querySelector("[data-sk-search]");
  if (!part?.querySelector("dialog").showModal) return;
  const [button, sheet, form] = ["button", "dialog", "form"].map((name) => part.querySelector(name));
  const [field, count, list] = ["input", "[role=status]", "ol"].map((name) => sheet.querySelector(name));
  const [more, otherwise] = [".sk-search__more", ".sk-search__else"].map((name) => sheet.querySelector(name));
  const root = new URL(part.dataset.skRoot, location);
  const PAGE = 8;
  let ready = null;
  let asked = null;
  let answered = Promise.resolve();
  let found = [];

  const load = () => {
    ready ??= import(new URL(part.dataset.skModule, location))
      .then((module) => module.open(new URL(part.dataset.skSearch, location), isForEditors()))
      .catch(() => (ready = null));
    return ready;
  };
  const isForEditors = () => location.href.startsWith(new URL("redaktor/", root).href);

  const open = () => {
    if (sheet.open) return;
    sheet.showModal();
    field.select();
    load();
    search();
  };

  const search = () => {
    const text = field.value.trim();
    if (text === asked) return answered;
    asked = text;
    answered = answer(text);
    return answered;
  };

  const answer = async (text) => {
    if (!text) return say([], "Skriv vad ni letar efter, till exempel SITHS eller blankett.");
    const find = await load();
    if (!find) {
      asked = null;
      return say([], failure(), true);
    }
    try {
      const { meant, unknown, results } = await find(text);
      const items = await Promise.all(results.slice(0, PAGE).map(item));
      if (text !== asked) return undefined;
      found = results;
      return say(items, counted(text, results.length, meant, unknown), !results.length);
    } catch {
      // A piece did not come, or is no longer there: then the guide is newer than what names the pieces.
      if (text !== asked) return undefined;
      ready = asked = null;
      return say([], failure(), true);
    }
  };

  const failure = () =>
    location.protocol === "file:"
      ? "Sökningen fungerar bara när guiden ligger på en webbplats."
      : "Sökningen gick inte att ladda. Ladda om sidan och försök igen.";

  const counted = (text, number, meant, unknown) => {
    if (!number) return `Inga träffar på «${text}». Prova ett annat ord, eller ett kortare.`;
    const also = meant.length ? ` Det här är träffar på «${meant.join("» och «")}».` : "";
    const without = unknown.length ? ` Guiden har inget om «${unknown.join("» eller «")}».` : "";
    return `${number} ${number === 1 ? "träff" : "träffar"} på «${text}».${also}${without}`;
  };

  const say = (items, words, nothing = false) => {
    list.replaceChildren(...items);
    count.textContent = words;
    otherwise.hidden = !nothing;
    more.hidden = !items.length || items.length >= found.length;
  };

  const item = async (result) => {
    const { address, kind, title, excerpt } = await result.show();
    const entry = document.createElement("li");
    const link = made("a", "sk-search__title", title);
    link.href = new URL(address, root);
    const words = made("p", "sk-search__excerpt");
    words.append(...excerpt.map((text, i) => (i % 2 ? made("mark", "", text) : text)));
    entry.append(link, made("p", "sk-search__kind", kind), words);
    return entry;
  };

  const made = (name, style, text = "") => {
    const element = document.createElement(name);
    element.className = style;
    element.textContent = text;
    return element;
  };

  const move = (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way) return;
    const places = [field, ...list.querySelectorAll("a")];
    const next = places[places.indexOf(document.activeElement) + way];
    if (!next || !places.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  };

  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 120);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    await search();
    list.querySelector("a")?.click();
  });
  more.addEventListener("click", async () => {
    const from = list.children.length;
    const items = await Promise.all(found.slice(from, from + PAGE).map(item));
    list.append(...items);
    more.hidden = list.children.length >= found.length;
    items[0]?.querySelector("a").focus();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) sheet.close();
  });
  sheet.addEventListener("keydown", move);
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest("[data-sk-close]")) sheet.close();
  });
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    // Never a single character (WCAG 2.1.4): who speaks to the computer types those without meaning to.
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
})();
