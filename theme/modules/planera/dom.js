// Elements without markup in strings: a text is always a text.

/** An element; children that are null or false are left out, strings become text. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined),
  );
  return element;
}

export function link(href, text) {
  return h("a", { href }, text);
}

/** Says it there if it does not stand there yet: what is written anew is laid out anew. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Children with a text between them. */
export function joined(children, between) {
  return children.flatMap((child, at) => (at ? [between, child] : [child]));
}

/** Draws anew without the reader's losing the place: the focus, and the height it stands at. */
export function keepingPlace(draw, fallback) {
  const key = document.activeElement?.dataset?.skKey;
  const before = key && document.activeElement.getBoundingClientRect().top;
  draw();
  if (!key) return;
  const again = document.querySelector(`[data-sk-key="${CSS.escape(key)}"]`);
  const target = again ?? fallback;
  target.focus({ preventScroll: Boolean(again) });
  if (again) window.scrollBy(0, again.getBoundingClientRect().top - before);
}
