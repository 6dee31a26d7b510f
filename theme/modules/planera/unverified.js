// The mark on what a source says and nobody has checked since; it looks as theme/parts/unverified has it.

import { h } from "./dom.js";

/** The mark, or null where none is needed. */
export function unverified(so) {
  return so ? h("span", { class: "sk-unverified" }, h("span", { class: "sk-unseen" }, " (inte kontrollerad)")) : null;
}
