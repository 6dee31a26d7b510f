// What is wrong with a page as it stands now: each look gives sentences, none if all is well.
(() => {
  /** For ears alone: clipped away to a point. */
  const unseen = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const { clipPath, position } = getComputedStyle(up);
      if (position === "absolute" && clipPath === "inset(50%)") return true;
    }
    return false;
  };

  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest("[inert]") &&
    !unseen(element);

  const named = (element) => {
    const words = [...element.classList].map((name) => `.${name}`).join("");
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.localName}${element.id && `#${element.id}`}${words} «${text}»`;
  };

  const every = (selector) => [...document.querySelectorAll(selector)];

  /** What the reader has before them: the page, or the sheet that lies over it. */
  const front = () => document.querySelector("dialog:modal") ?? document.body;

  const scrolls = (element, axis) => /auto|scroll/.test(getComputedStyle(element)[`overflow${axis}`]);

  /** The lines of text that a reader is meant to see, each with the element it stands in. */
  const lines = () => {
    const found = [];
    const visible = new Map();
    const walker = document.createTreeWalker(front(), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      if (!data.trim() || parent.closest("script, style, noscript, template")) continue;
      if (!visible.has(parent)) visible.set(parent, seen(parent));
      if (!visible.get(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ parent, box });
      }
    }
    return found;
  };

  /** Over the page and not in it. */
  const floats = (element) => {
    for (let up = element; up; up = up.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(up).position)) return true;
    }
    return false;
  };

  const scroller = (element) => {
    for (let up = element; up; up = up.parentElement) if (scrolls(up, "X") && up !== document.body) return up;
    return null;
  };

  /** Only tables, drawings and code, in named boxes of their own, are scrolled in two directions. */
  const reflow = () => {
    const faults = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push(`the page is ${wide} px too wide`);
    for (const { parent, box } of lines()) {
      const out = box.right > innerWidth + 1 || box.left < -1;
      if (out && !scroller(parent) && !floats(parent)) {
        faults.push(`outside the window: ${named(parent)}`);
      }
    }
    for (const element of every("body *")) {
      if (!seen(element) || !scrolls(element, "X") || element.scrollWidth <= element.clientWidth + 1) continue;
      if (element.matches(".md-sidebar__scrollwrap, input, textarea")) continue;
      if (!element.querySelector("table, svg, code")) {
        faults.push(`scrolls sideways without need: ${named(element)}`);
      }
      if (element.tabIndex < 0) faults.push(`scrolls, and not by keyboard: ${named(element)}`);
      if (!element.closest("[aria-label], [aria-labelledby]")) faults.push(`scrolls unnamed: ${named(element)}`);
    }
    return faults;
  };

  /** No line of text is cut off or runs into another. */
  const lost = () => {
    const found = lines().filter(({ parent }) => !parent.closest(".md-ellipsis"));
    const faults = cut(found);
    const still = found.filter(({ parent }) => !floats(parent) && !parent.closest("svg"));
    still.sort((one, other) => one.box.top - other.box.top);
    still.forEach(({ parent, box }, at) => {
      for (let next = at + 1; next < still.length && still[next].box.top < box.bottom; next += 1) {
        const { parent: other, box: beside } = still[next];
        const high = Math.min(box.bottom, beside.bottom) - beside.top;
        const wide = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
        const much = Math.min(box.height, beside.height) * 0.45; // a line's box has air around its letters
        if (wide > 2 && high > much) faults.push(`${named(parent)} runs into ${named(other)}`);
      }
    });
    return [...new Set(faults)];
  };

  const boxAround = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return [...text.parentElement.querySelectorAll(":scope > rect")].find((each) => {
      const box = each.getBoundingClientRect();
      return box.left <= left && box.right >= right && box.top <= top && box.bottom >= bottom;
    });
  };

  const cut = (found) => {
    const edges = new Map();
    const edge = (element) => {
      if (!edges.has(element)) {
        const { overflowX, overflowY } = getComputedStyle(element);
        edges.set(element, [overflowX, overflowY, element.getBoundingClientRect()]);
      }
      return edges.get(element);
    };
    const faults = [];
    for (const { parent, box } of found) {
      for (let up = parent; up && up !== document.body; up = up.parentElement) {
        const [across, along, whole] = edge(up);
        if (/auto|scroll/.test(across + along)) break;
        const cutX = /hidden|clip/.test(across) && box.right > whole.right + 2;
        const cutY = /hidden|clip/.test(along) && box.bottom - whole.bottom > box.height / 3;
        if (cutX || cutY) {
          faults.push(`cut off by ${named(up)}: ${named(parent)}`);
          break;
        }
      }
    }
    return faults;
  };

  /** WCAG 1.4.3, also where axe cannot tell because a box has a decoration of its own. */
  const contrast = () => {
    const faults = new Set();
    const told = new Map();
    for (const { parent } of lines()) {
      if (told.has(parent) || parent.closest(":disabled")) continue;
      const style = getComputedStyle(parent);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const drawn = parent.closest("svg");
      const ink = drawn ? style.fill : style.color;
      const box = drawn && boxAround(parent);
      const behind = box ? getComputedStyle(box).fill : ground(parent);
      const found = ratio(blend(ink, behind), behind);
      told.set(parent, found);
      if (found < (large ? 3 : 4.5)) faults.add(`contrast ${found.toFixed(2)}: ${named(parent)}`);
    }
    return [...faults];
  };

  /** What axe leaves open: Swedish, one h1, no level skipped, navigations with names, no id twice. */
  const structure = () => {
    const faults = [];
    if (document.documentElement.lang !== "sv") faults.push(`lang is «${document.documentElement.lang}»`);
    const headings = every("h1, h2, h3, h4, h5, h6").filter((each) => each.checkVisibility());
    const first = headings.filter(({ localName }) => localName === "h1");
    if (first.length !== 1) faults.push(`${first.length} h1`);
    let level = 0;
    for (const heading of headings) {
      const own = Number(heading.localName[1]);
      if (own > level + 1) faults.push(`from h${level} to ${named(heading)}`);
      if (!heading.textContent.trim()) faults.push(`empty ${heading.localName}`);
      level = own;
    }
    for (const place of every("nav, [role=navigation]").filter(seen)) {
      if (!place.matches("[aria-label], [aria-labelledby]")) faults.push(`unnamed ${named(place)}`);
    }
    const ids = every("[id]").map(({ id }) => id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`id twice: ${id}`);
    return faults;
  };

  /** A picture has a name and a description, and each of its words stands in the text too, but those of a scale. */
  const pictures = () => {
    const faults = [];
    const spoken = (text) => text.replace(/[\s\u00ad\u200b]+/g, "").toLowerCase();
    const copy = (document.querySelector("article") ?? document.body).cloneNode(true);
    for (const svg of copy.querySelectorAll("svg, figcaption")) svg.remove();
    const text = spoken(copy.textContent);
    for (const svg of every("article svg").filter((each) => each.checkVisibility())) {
      if (svg.ariaHidden === "true") {
        if (svg.querySelector("text")) faults.push(`hidden words: ${named(svg)}`);
        continue;
      }
      const told = (svg.getAttribute("aria-labelledby") ?? "").split(" ");
      const words = told.map((id) => document.getElementById(id)?.textContent.trim());
      if (svg.getAttribute("role") !== "img" || words.length < 2 || !words.every(Boolean)) {
        faults.push(`without name and description: ${named(svg)}`);
      }
      for (const group of svg.querySelectorAll("g")) {
        const name = [...group.querySelectorAll(":scope > .sk-drawing__name")];
        // A long name is cut in a box; what is left of it stands in the whole one.
        const whole = spoken(name.map((each) => each.textContent).join("")).replace(/…$/, "");
        if (whole && !text.includes(whole)) faults.push(`only in the picture: ${whole}`);
      }
      for (const each of svg.querySelectorAll("text:not(.sk-drawing__name, .sk-timeline__small, .sk-timeline__word)")) {
        if (!text.includes(spoken(each.textContent))) faults.push(`only in the picture: ${each.textContent}`);
      }
    }
    return faults;
  };

  /** Where the keyboard can go, it shows: an outline of two pixels or more, three to one against its ground. */
  const focus = () => {
    const faults = [];
    const can = every("a[href], button, input, select, textarea, summary, [tabindex]").filter(
      (each) => each.tabIndex >= 0 && !each.disabled && front().contains(each) && each.checkVisibility({ visibilityProperty: true }),
    );
    for (const element of can) {
      element.focus({ focusVisible: true, preventScroll: true });
      if (document.activeElement !== element) {
        faults.push(`cannot be reached: ${named(element)}`);
        continue;
      }
      const style = getComputedStyle(element);
      if (style.outlineStyle === "auto") continue; // the browser's own ring, in two colours
      const strong = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.9;
      if (!strong) faults.push(`focus does not show: ${named(element)}`);
      else if (ratio(style.outlineColor, ground(element.parentElement)) < 3) {
        faults.push(`focus is pale: ${named(element)}`);
      }
    }
    document.activeElement.blur();
    return faults;
  };

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);

  const blend = (colour, behind) => {
    const [over, under] = [channels(colour), channels(behind)];
    const part = over[3] ?? 1;
    return `rgb(${[0, 1, 2].map((at) => over[at] * part + under[at] * (1 - part)).join(" ")})`;
  };

  /** The colour that an element stands on. */
  const ground = (element) => {
    const layers = [];
    for (let up = element; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      const part = channels(colour)[3] ?? 1;
      if (part > 0) layers.push(colour);
      if (part === 1) break;
    }
    return layers.reduceRight((behind, colour) => blend(colour, behind), "rgb(255 255 255)");
  };

  const luminance = (colour) =>
    channels(colour)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);

  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** Nothing moves by itself for a reader who has asked for stillness. */
  const motion = () => {
    const faults = [];
    for (const element of every("*")) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        const lasts = (times) => times.split(", ").some((time) => parseFloat(time) > 0.01);
        const moves = style.animationName !== "none" && lasts(style.animationDuration);
        const slides = style.transitionProperty !== "none" && lasts(style.transitionDuration);
        if (moves || slides) faults.push(`moves: ${named(element)}${part ?? ""}`);
        if (!part && style.scrollBehavior === "smooth") faults.push(`scrolls smoothly: ${named(element)}`);
      }
    }
    return [...new Set(faults)];
  };

  /** Shapes that are made of colour alone vanish when the reader's own colours are forced on the page. */
  const shapes = () =>
    every(".sk-obligation")
      .filter(seen)
      .filter((label) => {
        const style = getComputedStyle(label, "::before");
        const ink = style.borderTopWidth !== "0px" && ratio(style.borderTopColor, ground(label)) >= 3;
        return !ink || !label.textContent.trim();
      })
      .map((label) => `shape does not show: ${named(label)}`);

  /** Without a script there is nothing to press that does nothing. */
  const dead = () =>
    every("article :is(button, input[type=button], [role=button])")
      .filter(seen)
      .map((each) => `does nothing: ${named(each)}`);

  globalThis.looks = { contrast, dead, focus, lost, motion, pictures, reflow, shapes, structure };
})();
