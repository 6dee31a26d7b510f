// Finds places in the guide. Loaded when a reader turns to the search; Pagefind reads the index, in
// pieces, and knows beginnings of words and å/ä/ö without dots. What it does not know is told here:
// what weighs more than what, slips of the finger, and what to do when no place has all the words.

// By a record's kind (generator/outputs/search_records.py): what it is called, and what its title weighs.
const KINDS = {
  tjanst: { word: "Tjänst", weight: 14 },
  sida: { word: "Sida", weight: 9 },
  vag: { word: "Vårdval", weight: 12 },
  blankett: { word: "Blankett eller dokument", weight: 3 },
  kontakt: { word: "Kontakt", weight: 2 },
  ord: { word: "Ord", weight: 3 },
  checklista: { word: "Checklista", weight: 2 },
  redaktor: { word: "För redaktörer", weight: 5 },
};
const NAMES = 0.9; // what another name weighs, against the title
const SHORTEST = 4; // letters of a word that a slip is guessed in
const MOST = 3; // guesses that are asked for
const FEW = 3; // results that leave room for what matches less

const ranking = {
  termFrequency: 0.6,
  metaWeights: Object.fromEntries(
    Object.entries(KINDS).flatMap(([kind, { weight }]) => [
      [kind, weight],
      [`${kind}_namn`, weight * NAMES],
    ]),
  ),
};

// Opens the index in the folder; editors find their handbook, too.
export async function open(folder, forEditors) {
  const [pagefind, names] = await Promise.all([
    import(new URL("pagefind.js", folder)),
    fetch(new URL("names.json", folder)).then((answer) => answer.json()),
  ]);
  await pagefind.options({ noWorker: true, excerptLength: 22, ranking });
  await pagefind.init();
  const filters = forEditors ? {} : { for: "enhet" };
  const known = new Map(names.map((name) => [folded(name), name]));
  const ask = async (text) => (await pagefind.search(text, { filters })).results;
  return (text) => find(text, ask, known);
}

// The results of a query, best first: `{ meant, results }`, where a result's `show()` gives its words.
async function find(text, ask, known) {
  const words = text.split(/\s+/).filter(Boolean);
  const meant = guesses(words, known);
  const guessed = (await Promise.all(meant.map(ask))).flat().sort((a, b) => b.score - a.score);
  const found = [...guessed, ...(await ask(text))];
  if (found.length < FEW && words.length > 1) found.push(...(await nearly(words, ask, found.length)));
  const unique = new Map(found.map((result) => [result.id, result]));
  const results = [...unique.values()].map((result) => ({ show: async () => shown(await result.data()) }));
  return { meant: guessed.length ? meant : [], results };
}

// The places with all words but one; when no place has them all, the places with any.
async function nearly(words, ask, sofar) {
  const found = new Map();
  for (const word of words) {
    for (const result of await ask(word)) {
      const { words: has, score } = found.get(result.id) ?? { words: 0, score: 0 };
      found.set(result.id, { result, words: has + 1, score: score + result.score });
    }
  }
  const enough = sofar ? words.length - 1 : 1;
  const best = [...found.values()].filter((place) => place.words >= enough);
  best.sort((a, b) => b.words - a.words || b.score - a.score);
  return best.map(({ result }) => result);
}

// The query as it may have been meant: a word that begins no name becomes the names one slip away from it.
function guesses(words, known) {
  const choices = words.map((word) => near(folded(word), known));
  if (choices.every((names) => !names.length)) return [];
  const most = Math.min(MOST, Math.max(...choices.map((names) => names.length)));
  return Array.from({ length: most }, (_, n) =>
    words.map((word, i) => choices[i][n] ?? choices[i][0] ?? word).join(" "),
  );
}

function near(word, known) {
  const names = [...known.keys()];
  if (word.length < SHORTEST || names.some((name) => name.startsWith(word))) return [];
  return names.filter((name) => oneSlip(word, name)).map((name) => known.get(name));
}

// Whether a letter too many, too few, another, or two that changed places is all that differs.
function oneSlip(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}

function folded(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

// What a reader sees of a result; `excerpt` is text by turns unmarked and marked.
function shown({ raw_url: file, meta, excerpt }) {
  const kind = Object.keys(KINDS).find((name) => name in meta);
  return {
    address: file.replace(/^\//, "").replace(/\.html$/, ""),
    kind: KINDS[kind].word,
    title: meta[kind],
    excerpt: excerpt.split(/<\/?mark>/).map(plain),
  };
}

function plain(html) {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
