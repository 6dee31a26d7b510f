"""Bytes that a fuzzer finds by what they reach in the program: `python -m tests.fuzz.guided`.

Atheris is libFuzzer for Python. `make fuzz` puts it beside the checkout's own packages; there is
none for Windows. Options that begin with one dash are libFuzzer's: `-runs=500000`.
"""

import gc
import random
import sys
from pathlib import Path
from typing import Final

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.seeds import files, seeds, words
    from tests.fuzz.through import through

ROOT: Final = Path(__file__).parents[2] / ".tools" / "fuzz"
CORPUS: Final = ROOT / "corpus"
LIMITS: Final = ("-timeout=10", "-rss_limit_mb=1500", "-max_len=4096")
"""Seconds for one input, megabytes for all, bytes of one."""
_WORDS: Final = [word.encode() for word in words()]


def one(written: bytes) -> None:
    through(files(written))


def changed(written: bytes, most: int, seed: int) -> bytes:
    """By lot: libFuzzer's own change of bytes, or one of lines and words, as an author slips."""
    lot = random.Random(seed)  # noqa: S311 - what is drawn is to be drawn again
    lines = written.splitlines(keepends=True)
    if not lines or lot.random() < 1 / 3:
        return bytes(atheris.Mutate(written, most))
    at, other = lot.randrange(len(lines)), lot.randrange(len(lines))
    match lot.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = b"  " + lines[at] if lot.random() < 1 / 2 else lines[at][2:]
        case _:
            parts = lines[at].split(b" ")
            parts[lot.randrange(len(parts))] = lot.choice(_WORDS)
            lines[at] = b" ".join(parts)
    return b"".join(lines)[:most]


def main() -> None:
    CORPUS.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (CORPUS / f"seed-{number:03}").write_bytes(seed)
    dictionary = ROOT / "words.txt"
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in _WORDS), "ascii")
    options = (*LIMITS, f"-dict={dictionary}", f"-artifact_prefix={ROOT}/", *sys.argv[1:])
    atheris.Setup([sys.argv[0], *options, str(CORPUS)], one, custom_mutator=changed)
    gc.freeze()  # looks for cycles then pass by the program itself
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main()
