// What counts as the same word: without capitals, accents, dots and endings. The index was made with the
// same rules (generator/outputs/search/words.py), and brings the lists along.

export const WORD = /[\p{L}\p{N}]+/gu;

const EL = /(..[^aeiouy])el$/u;

export function written(text) {
  return text.normalize("NFC").toLowerCase().match(WORD) ?? [];
}

export function folded(word) {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

export class Words {
  constructor({ endings, stopWords }) {
    this.ending = new RegExp(`^(\\p{L}{3,}?)(?:${endings.join("|")})$`, "u");
    this.stopWords = new Set(stopWords.map(folded));
  }

  stem(word) {
    return (this.ending.exec(word)?.[1] ?? word).replace(EL, "$1l");
  }

  // A typed word in the forms that it is looked for in; stop words of names stand together, under «!».
  term(word) {
    const plain = folded(word);
    const [stem, stop] = [this.stem(plain), this.stopWords.has(plain)];
    return { word, plain, stem, stop, key: stop ? `!${stem}` : stem };
  }
}

// Whether a letter too many, too few, another, or two that changed places is all that differs.
export function oneSlip(a, b) {
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
