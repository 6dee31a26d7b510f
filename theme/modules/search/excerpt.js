// The part of a record that answers, and the words of it that are shown.

import { WORD, folded } from "./words.js";

const LENGTH = 24; // words of an excerpt
const BEFORE = 5; // of them before the first that is marked
const MANY = 100; // more than a section holds
const SHORTEST = 4; // letters of a root that is marked in all that begins or ends with it

// { address, kind, title, excerpt }, where the excerpt is text by turns unmarked and marked.
export function shown(record, marks, words) {
  const own = `${record.title} ${record.names}`;
  const asked = marks.filter((mark) => !mark.stop && !holds(own, mark, words));
  const inside = asked.length > 0 && record.sections.some((section) => held(asked, section, words));
  const leads = record.sections.filter(([at]) => !at);
  const [anchor, heading, text] = inside
    ? best(record.sections, asked, marks, words)
    : best(leads.length ? leads : record.sections, [], marks, words);
  return {
    address: anchor ? `${record.address}#${anchor}` : record.address,
    kind: heading ? `${record.kind}: ${heading}` : record.kind,
    title: record.title,
    excerpt: excerpt(text || record.sections[0]?.[2] || "", marks, words),
  };
}

// The first of the sections that have the most of what the title lacks, and among them of all.
function best(sections, asked, marks, words) {
  if (!sections.length) return ["", "", ""];
  const points = sections.map((each) => held(asked, each, words) + held(marks, each, words) / MANY);
  return sections[points.indexOf(Math.max(...points))];
}

function held(marks, [, heading, text], words) {
  return marks.reduce((sum, mark) => sum + 2 * holds(heading, mark, words) + holds(text, mark, words), 0);
}

function holds(text, mark, words) {
  return [...text.matchAll(WORD)].some(([word]) => fits(word, mark, words));
}

function fits(word, { plain, stem, stop }, words) {
  const other = folded(word.toLowerCase());
  if (plain.length < 2) return false;
  if (words.stem(other) === stem) return true;
  if (stop) return false;
  if (stem.length < SHORTEST) return other.startsWith(plain);
  return other.startsWith(stem) || ends(words.stem(other), stem);
}

// As `ends` in generator/outputs/search/words.py: «be-» and «ut-» make no compounds, «e-» does.
function ends(word, end) {
  const before = word.length - end.length;
  return word.endsWith(end) && (before === 1 || before > 2);
}

function excerpt(text, marks, words) {
  const found = [...text.matchAll(WORD)];
  const marked = found.map(([word]) => marks.some((mark) => !mark.stop && fits(word, mark, words)));
  const first = richest(marked);
  const until = found[first + LENGTH];
  const from = first ? found[first].index : 0;
  const pieces = [first ? "… " : ""];
  let at = from;
  for (let n = first; n < Math.min(first + LENGTH, found.length); n += 1) {
    if (!marked[n]) continue;
    const { 0: word, index } = found[n];
    pieces[pieces.length - 1] += text.slice(at, index);
    pieces.push(word, "");
    at = index + word.length;
  }
  pieces[pieces.length - 1] += until ? `${text.slice(at, until.index).trimEnd()} …` : text.slice(at);
  return pieces;
}

// Where the excerpt begins that holds the most marked words; at the text's beginning if it holds as many.
function richest(marked) {
  const count = (from) => marked.slice(from, from + LENGTH).filter(Boolean).length;
  let [start, most] = [0, count(0)];
  marked.forEach((isMarked, n) => {
    const from = Math.max(0, n - BEFORE);
    if (isMarked && count(from) > most) [start, most] = [from, count(from)];
  });
  return start;
}
