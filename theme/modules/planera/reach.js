// To whom something is sent, and whom to turn to.

import { h, joined, link } from "./dom.js";
import { unverified } from "./unverified.js";
import { NO_ADDRESS, NO_RECIPIENT } from "./words.js";

/** The form's name, leading to its page. */
export function formLink(known, { page, title, unverified: so }) {
  return [link(known.page(page), title), unverified(so)].filter(Boolean);
}

/** «Skickas till VGR IT: x@y.se», and whom to turn to if none of them can be reached; null if nobody is named. */
export function sendTo(known, words) {
  const told = [
    words.to && ["Skickas till ", several(known, words.to)],
    words.recipient_missing && h("span", { class: "sk-missing" }, NO_RECIPIENT),
    words.own && words.contacts && !words.to?.some(way) && ["Kontakt: ", several(known, words.contacts)],
  ].filter(Boolean);
  return told.length ? joined(told, ". ").flat() : null;
}

function several(known, many) {
  return joined(
    many.map((each) => reached(known, each)),
    " eller ",
  );
}

function way({ email, phone, post }) {
  return email ?? post ?? phone;
}

function reached(known, contact) {
  const { name, page, email } = contact;
  const told = email
    ? h("a", { href: `mailto:${email}`, class: "sk-address" }, email)
    : (way(contact) ?? h("span", { class: "sk-missing" }, NO_ADDRESS));
  return h("span", {}, link(known.page(page), name), ": ", told, unverified(contact.unverified));
}
