// Reads the index in pieces (generator/outputs/search/index.py), each at most once.

import { Words, folded, oneSlip } from "./words.js";

const MOST_PIECES = 3; // that the continuations of one word are read from

const AFTER = "\uffff"; // no letter or digit comes after it

export class Index {
  constructor(entry, about) {
    this.entry = entry;
    this.about = about;
    this.words = new Words(about);
    this.read = new Map();
  }

  // The first part is asked for anew, since it names the others, which never change.
  static async open(entry) {
    const answer = await fetch(entry, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    return new Index(entry, await answer.json());
  }

  async lines(kind, number) {
    const [, file] = this.about.pieces[kind][number];
    if (!this.read.has(file)) this.read.set(file, this.fetched(file));
    return this.read.get(file);
  }

  async fetched(file) {
    const answer = await fetch(new URL(file, this.entry));
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.text()).split("\n");
  }

  // The lines that may have keys from the one to the other.
  async between(kind, first, last, most = Infinity) {
    const pieces = this.about.pieces[kind];
    let from = pieces.findLastIndex(([key]) => key <= first);
    const to = pieces.findLastIndex(([key]) => key <= last);
    from = Math.max(from, 0);
    const numbers = Array.from({ length: Math.min(to - from + 1, most) }, (_, n) => from + n);
    return (await Promise.all(numbers.map((n) => this.lines(kind, n)))).flat();
  }

  // What begins with the text: pairs of a word and its postings.
  async beginning(text) {
    const lines = await this.between("w", text, text + AFTER, MOST_PIECES);
    return lines.filter((line) => line.startsWith(text)).map(split);
  }

  async exactly(key) {
    const lines = await this.between("w", key, key);
    const line = lines.find((each) => each.startsWith(`${key} `));
    return line && split(line)[1];
  }

  // Words of names that are one slip away.
  async near(plain) {
    const shortest = plain.length - 1;
    const lines = await this.between("s", shortest - 0.5, plain.length + 1); // many pieces may begin alike
    return lines.filter((name) => oneSlip(plain, folded(name)));
  }

  // A record as it is shown.
  async record(number) {
    const pieces = this.about.pieces.t;
    const piece = pieces.findLastIndex(([first]) => first <= number);
    const line = (await this.lines("t", piece))[number - pieces[piece][0]];
    const [address, kind, title, names, sections] = JSON.parse(line);
    return { address, kind: this.about.kinds[kind], title, names, sections };
  }
}

function split(line) {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}

// The weight of a word by record, of `weight:step,step;…` in base 36.
export function weights(postings) {
  const found = new Map();
  for (const group of postings.split(";")) {
    const [weight, steps] = group.split(":");
    let number = 0;
    for (const step of steps.split(",")) found.set((number += parseInt(step, 36)), parseInt(weight, 36));
  }
  return found;
}
