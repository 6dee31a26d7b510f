"""libyaml's complaints, in Swedish and with something to do about them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.checks.wording import quote
from generator.checks.yaml_around import Around
from generator.load.fault import SyntaxFault
from generator.source import SourceText, Span

_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:(?!//)[^\s:]")
_HARD_SPACE = re.compile(r"^\s*[\u00a0\u2007\u202f\u3000]|:[\u00a0\u2007\u202f\u3000]")
_QUOTE_BEFORE = re.compile(r"[\"']\s*$")


class _At(Enum):
    """Which place the author should look at."""

    MARK = auto()
    BEGUN = auto()
    BEGUN_LINE = auto()
    ABOVE = auto()


def _always(_: Around) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Words:
    says: str
    """A pattern for a part of libyaml's own words."""
    message: str
    """`{}` is what stands at the place."""
    help: str
    when: Callable[[Around], bool] = _always
    at: _At = _At.MARK


_A_KEY: Final = (
    "mapping values are not allowed|did not find expected key|could not find expected ':'"
)
"""What libyaml says when something else stands where a key should, or above it."""
_RESERVED: Final = "texten börjar med {}, som är reserverat i YAML"
_QUOTE_IT: Final = "sätt hela värdet inom citattecken"
_ALIGN: Final = "ställ raden rakt under sina syskon, med två blanksteg per nivå och inga tabbar"
_HARD: Final = (
    "ett hårt blanksteg står där ett vanligt ska stå",
    "byt det mot ett vanligt blanksteg; det följer ofta med när text klistras in",
)
_TAB: Final = ("raden är indragen med tabb", "byt tabben mot blanksteg, två per nivå")
_COLON: Final = (
    "kolon saknas i {}",
    "skriv `fält: värde`; hör raden till texten ovanför, dra in den mer än fältnamnet där",
)
_SPACE: Final = ("blanksteg saknas efter kolonet i {}", "skriv ett blanksteg efter kolonet")


def _hard_space(around: Around) -> bool:
    return bool(_HARD_SPACE.search(around.line))


def _hard_space_above(around: Around) -> bool:
    return bool(_HARD_SPACE.search(around.text.line(around.above.line)))


def _key_without_space(around: Around) -> bool:
    return bool(_KEY_WITHOUT_SPACE.match(around.written(around.begun_line)))


def _key_without_space_above(around: Around) -> bool:
    return bool(_KEY_WITHOUT_SPACE.match(around.written(around.above)))


_TABLE: Final = (
    _Words(
        "control characters",
        "ett osynligt styrtecken står i texten",
        "ta bort tecknet; skriv om stycket från början om det inte syns",
    ),
    _Words(
        "surrogates",
        "ett halvt tecken står i texten",
        "ta bort tecknet; skriv om stycket från början om det inte syns",
    ),
    _Words("found a tab character", *_TAB),
    _Words("cannot start any token", *_TAB, when=lambda a: a.at == "\t"),
    _Words("cannot start any token", _RESERVED, _QUOTE_IT),
    _Words("mapping values are not allowed", *_HARD, when=_hard_space),
    _Words(_A_KEY, *_HARD, when=_hard_space_above, at=_At.ABOVE),
    _Words("could not find expected ':'", *_SPACE, when=_key_without_space, at=_At.BEGUN_LINE),
    _Words("could not find expected ':'", *_COLON, at=_At.BEGUN_LINE),
    _Words(
        "mapping values are not allowed",
        "kolon följt av blanksteg står inne i ett värde utan citattecken",
        _QUOTE_IT,
        when=lambda a: ": " in a.before or (a.before.lstrip().startswith("- ") and ":" in a.before),
    ),
    _Words(_A_KEY, *_SPACE, when=_key_without_space_above, at=_At.ABOVE),
    _Words(_A_KEY, *_COLON, when=lambda a: a.lacks_colon_above, at=_At.ABOVE),
    _Words(
        "mapping values are not allowed",
        "`---` står inte ensamt på sin rad",
        "ta bort strecken",
        when=lambda a: a.before.startswith("---"),
    ),
    _Words(
        "mapping values are not allowed",
        "raden är indragen som om den hörde till värdet ovanför",
        _ALIGN,
    ),
    _Words(
        "did not find expected key",
        "{} står utan den parentes som den ska avsluta",
        "ta bort tecknet, eller " + _QUOTE_IT,
        when=lambda a: a.at in {"]", "}"},
    ),
    _Words(
        "did not find expected key",
        "fältnamnet före kolonet saknas",
        "skriv fältnamnet",
        when=lambda a: a.at == ":" and not a.before.strip(),
    ),
    _Words(
        "did not find expected key",
        "texten fortsätter efter citattecknet som avslutar den",
        "ta bort citattecknen, eller sätt ett par runt hela värdet och skriv `''` för ' och "
        '`\\"` för " inne i det; titta också efter ett citattecken längre upp som aldrig avslutas',
        when=lambda a: bool(_QUOTE_BEFORE.search(a.before)),
    ),
    _Words(
        "did not find expected key",
        "en punkt i en lista står där ett fältnamn ska stå",
        "dra in punkten under det fält som listan hör till",
        when=lambda a: a.at == "-" and not a.before.strip(),
    ),
    _Words(
        "did not find expected key",
        "indraget stämmer inte med raderna ovanför",
        _ALIGN,
        when=lambda a: not a.before.strip(),
    ),
    _Words(
        "did not find expected '-' indicator",
        "raden står i en lista men börjar inte med `-`",
        "dra in den om den hör till punkten ovanför; minska indraget om listan är slut",
    ),
    _Words(
        "scanning a quoted scalar",
        "citattecknet {} får aldrig något slut",
        "avsluta texten med samma citattecken",
        at=_At.BEGUN,
    ),
    _Words(
        "did not find expected ',' or '\\]'",
        "listan som börjar med {} avslutas inte",
        "avsluta den med `]`",
        when=lambda a: "]" not in a.after_begun,
        at=_At.BEGUN,
    ),
    _Words(
        "did not find expected ',' or '\\}'",
        "objektet som börjar med {} avslutas inte",
        "avsluta det med `}}`",
        when=lambda a: "}" not in a.after_begun,
        at=_At.BEGUN,
    ),
    _Words(
        "did not find expected ','",
        "komma saknas före {}",
        "skriv komma mellan det som räknas upp; sätt texter med komma, kolon eller parentes "
        "inom citattecken",
    ),
    _Words(
        "did not find expected node content",
        "{} står där ett värde ska börja",
        "skriv värdet, eller " + _QUOTE_IT,
    ),
    _Words(
        "parsing a quoted scalar",
        "koden efter det omvända snedstrecket är okänd",
        "skriv `\\\\` för ett omvänt snedstreck, eller byt till enkla citattecken",
    ),
    _Words(
        "scanning an anchor",
        _RESERVED,
        _QUOTE_IT,
        at=_At.BEGUN,
    ),
    _Words(
        "scanning an alias",
        _RESERVED,
        _QUOTE_IT,
        at=_At.BEGUN,
    ),
    _Words("tag", _RESERVED, _QUOTE_IT, at=_At.BEGUN),
    _Words(
        "scanning a block scalar",
        "något står kvar på raden efter {}",
        "börja texten på nästa rad, indragen; ska värdet börja så, sätt det inom citattecken",
        at=_At.BEGUN,
    ),
    _Words(
        "block sequence entries are not allowed",
        "en punkt i en lista kan inte börja här",
        "börja listan på en egen rad; är det ingen lista, " + _QUOTE_IT,
    ),
    _Words("scanning a directive", _RESERVED, _QUOTE_IT, at=_At.BEGUN),
    _Words("incompatible YAML document", _RESERVED, "ta bort raden"),
    _Words(
        "expected <document start>",
        "något nytt börjar här fast innehållet redan är slut",
        "ställ raden under det avsnitt som den hör till; ta bort rader med `...` eller `---`",
    ),
)
_FALLBACK: Final = _Words(
    "",
    "raden går inte att läsa som YAML",
    "jämför indrag, kolon, citattecken och parenteser med raderna ovanför; sätt text med "
    "ovanliga tecken inom citattecken",
)


def explain(fault: SyntaxFault, text: SourceText) -> tuple[Span, str, str]:
    """Where to look, what is wrong there and what to do."""
    around = Around(fault, text)
    rows = (row for row in _TABLE if re.search(row.says, fault.detail) and row.when(around))
    row = next(rows, _FALLBACK)
    span = {
        _At.MARK: fault.span,
        _At.BEGUN: around.begun,
        _At.BEGUN_LINE: around.begun_line,
        _At.ABOVE: around.above,
    }[row.at]
    return span, row.message.format(quote(around.written(span))), row.help.format()
