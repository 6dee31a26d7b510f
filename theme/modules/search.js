// Finds places in the guide, from an index in pieces of which it reads those that hold the words of the
// query. Loaded when a reader turns to the search. What a word weighs where stands in the index; here is
// told how words count together, and what to do when no place has them all.

import { shown } from "./search/excerpt.js";
import { Index } from "./search/index.js";
import { joined, meaning } from "./search/meanings.js";
import { written } from "./search/words.js";

const MOST = 12; // words of a query that count
const FEW = 3; // results that leave no room for what matches less
const HALF = 0.5;

// Opens the index that begins at the address; editors find their handbook, too.
export async function open(entry, forEditors) {
  const index = await Index.open(entry);
  const end = forEditors ? index.about.records : index.about.units;
  return (text) => find(index, text, end);
}

// The results of a query, best first: `{ meant, unknown, results }`, where `show()` gives a result's words,
// `meant` what was guessed and `unknown` the words that the guide does not have.
async function find(index, text, end) {
  const typed = [...new Set(written(text))].slice(0, MOST);
  const terms = typed.map((word) => index.words.term(word));
  const isQuestion = terms.some((term) => !term.stop);
  const meanings = await Promise.all(
    terms.map((term, n) =>
      meaning(index, isQuestion ? term : { ...term, stop: false }, {
        isLast: n === terms.length - 1,
        isAlone: terms.filter((each) => !each.stop).length === 1,
      }),
    ),
  );
  const asked = meanings.filter(({ term, records }) => !term.stop && records.size);
  const extra = meanings.filter(({ term, records }) => term.stop && records.size);
  const pairs = await Promise.all(terms.slice(1).map((term, n) => joined(index, terms[n], term)));
  const share = 2 / terms.length;
  extra.push(...pairs.filter(Boolean).map((pair) => ({ ...pair, share })));
  const places = isQuestion && !asked.length ? [] : ranked(index, asked, extra, end);
  const marks = [...asked, ...extra].flatMap((each) => each.marks);
  return {
    meant: meant(meanings),
    unknown: meanings.filter(({ term, records }) => !term.stop && !records.size).map(({ term }) => term.word),
    results: places.map((number) => ({
      show: async () => shown(await index.record(number), marks, index.words),
    })),
  };
}

// The records, best first. What is rare weighs more, and a place with all that is asked for most.
function ranked(index, asked, extra, end) {
  const rare = ({ common }) => Math.log(1 + index.about.records / (1 + common));
  const found = new Map();
  const add = (each, share) => {
    for (const [number, weight] of each.records) {
      if (number >= end) continue;
      const place = found.get(number) ?? { number, score: 0, has: 0 };
      place.score += rare(each) * weight;
      place.has += share;
      found.set(number, place);
    }
  };
  for (const each of asked) add(each, 1 / asked.length);
  for (const each of extra) add(each, each.share ?? 0);
  const score = ({ score: sum, has }) => sum * Math.min(1, has) ** 2;
  const places = [...found.values()].filter(({ has }) => has > 0 || !asked.length);
  places.sort((a, b) => score(b) - score(a) || a.number - b.number);
  return enough(places).map(({ number }) => number);
}

// Those that have all that is asked for, and before the third of them those that have half; else any.
function enough(places) {
  const having = (share) => places.filter(({ has }) => has > share - 1e-6);
  const third = having(1)[FEW - 1];
  const half = having(HALF);
  if (third) return half.filter(({ has }, n) => has > 1 - 1e-6 || n < half.indexOf(third));
  return half.length ? half : places;
}

// The query with the words that were meant in place of those that nobody has written.
function meant(meanings) {
  const known = meanings.filter(({ term, records }) => term.stop || records.size);
  const most = Math.max(0, ...known.map(({ guesses }) => guesses?.length ?? 0));
  return Array.from({ length: most }, (_, n) =>
    known.map(({ term, guesses }) => guesses?.[n] ?? guesses?.[0] ?? term.word).join(" "),
  );
}
