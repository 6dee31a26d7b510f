// To whom something is sent, and whom to turn to.

import { h, joined, link } from "./dom.js";

/** «Skickas till VGR IT: x@y.se», else whom to turn to; null if nobody is named. */
export function sendTo(known, words) {
  if (words.to?.length)
    return [
      "Skickas till ",
      joined(
        words.to.map((each) => reached(known, each)),
        " eller ",
      ),
    ];
  if (words.form && words.ways !== "på webben")
    return [h("span", { class: "sk-missing" }, "Mottagare saknas i källan")];
  if (words.own && words.contacts?.length) {
    return [
      "Kontakt: ",
      joined(
        words.contacts.map((each) => reached(known, each)),
        " eller ",
      ),
    ];
  }
  return null;
}

function reached(known, { name, page, email, other }) {
  const told = [link(known.page(page), name)];
  if (email) told.push(": ", h("a", { href: `mailto:${email}`, class: "sk-address" }, email));
  else if (other) told.push(`: ${other}`);
  return h("span", {}, told);
}
