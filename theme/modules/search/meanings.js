// What a typed word may mean: which records have it, and what it weighs in each.

import { weights } from "./index.js";

const BEGINNING = 0.75; // what a word weighs that only begins so
const KINDRED = 0.4; // what another word of the same root weighs: «kostar» and «kostnad»
const PART = 0.6; // what a part of an unknown compound weighs
const SHORTEST_BEGINNING = 2; // letters, of the word that is being typed; of the others one more
const SHORTEST_ROOT = 4;
const SHORTEST_HEAD = 4; // letters of what begins a compound, also without its ending
const SHORTEST_END = 3;
const SHORTEST_SLIP = 4; // letters of a word that a slip is guessed in; one more beside other words
const MOST_GUESSES = 3;

// { term, records: Map(number → weight), has: texts to mark, guess: what was meant instead }
export async function meaning(index, term, { isLast, isAlone }) {
  const found = await known(index, term, isLast);
  if (found.records.size || term.stop) return found;
  return (await guessed(index, term, isAlone)) ?? (await compound(index, term)) ?? found;
}

// The word itself in any form, and what it begins.
async function known(index, term, isLast) {
  const { plain, stem, key: own } = term;
  const least = SHORTEST_BEGINNING + (isLast ? 0 : 1);
  const root = stem.length >= SHORTEST_ROOT ? stem : plain;
  const begun = plain.length >= least && !term.stop ? await index.beginning(root) : [];
  const records = new Map();
  for (const [key, postings] of begun) {
    const share = key.startsWith(plain) ? BEGINNING : KINDRED;
    merge(records, postings, key === plain ? 1 : (share * root.length) / key.length);
  }
  const same = await index.exactly(own);
  if (same) merge(records, same, 1);
  const common = same ? same.split(",").length : records.size;
  return { term, records, common, marks: [term] };
}

// An unknown word as two known ones, «sjunet» and «anslutning», or as a long known one and an end.
async function compound(index, term) {
  for (let at = term.plain.length - SHORTEST_END; at >= SHORTEST_HEAD; at -= 1) {
    const [head, end] = [term.plain.slice(0, at), term.plain.slice(at)].map((part) => index.words.term(part));
    const first = head.stem.length < SHORTEST_HEAD ? null : await index.exactly(head.key);
    const second = (await index.exactly(end.key)) ?? (await index.exactly(index.words.stem(end.plain.slice(1))));
    if (!first || (!second && at <= SHORTEST_HEAD)) continue;
    const records = new Map();
    for (const postings of [first, second].filter(Boolean)) {
      for (const [number, weight] of weights(postings)) {
        records.set(number, (records.get(number) ?? 0) + weight * PART);
      }
    }
    return { term, records, common: records.size, marks: second ? [head, end] : [head] };
  }
  return null;
}

// An unknown word as the names that are one slip of the finger away.
async function guessed(index, term, isAlone) {
  const least = SHORTEST_SLIP + (isAlone ? 0 : 1);
  if (term.plain.length < least || /\p{N}/u.test(term.plain)) return null;
  const names = (await index.near(term.plain)).slice(0, MOST_GUESSES);
  const records = new Map();
  const marks = names.map((name) => index.words.term(name));
  for (const { key } of marks) {
    const postings = await index.exactly(key);
    if (postings) merge(records, postings, 1);
  }
  return records.size ? { term, records, common: records.size, marks, guesses: names } : null;
}

// Two words as one: «web sesam», «e tjänstekort».
export async function joined(index, one, other) {
  const term = index.words.term(one.word + other.word);
  const postings = one.stop || other.stop ? null : await index.exactly(term.key);
  return postings && { term, records: weights(postings), common: 1, marks: [term] };
}

function merge(records, postings, share) {
  for (const [number, weight] of weights(postings)) {
    records.set(number, Math.max(records.get(number) ?? 0, weight * share));
  }
}
