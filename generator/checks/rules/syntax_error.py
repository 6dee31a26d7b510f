from collections.abc import Iterator
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.diagnostics import Severity
from generator.load.fault import SyntaxFault, SyntaxKind

_WORDS: Final = {
    SyntaxKind.ENCODING: (
        "filen är inte sparad som UTF-8: byten `{}` går inte att läsa",
        "spara filen på nytt med teckenkodningen UTF-8, så kommer å, ä och ö med",
    ),
    SyntaxKind.EMPTY: (
        "filen är tom",
        "ta bort filen, eller fyll i den: börja med ett avsnitt, till exempel `services:`",
    ),
    SyntaxKind.NOT_A_MAPPING: (
        "filen börjar inte med ett avsnitt",
        "börja filen med ett avsnitt, till exempel `services:`, och dra in allt under det",
    ),
    SyntaxKind.KEY: (
        "en lista eller ett objekt står där ett fältnamn ska stå",
        "skriv ett fältnamn före kolonet; är `[` eller `{{` text, sätt den inom citattecken",
    ),
    SyntaxKind.ANCHOR: (
        "ankaret `&{}` kan inte användas här",
        "ta bort ankaret; ska texten börja med `&`, sätt den inom citattecken",
    ),
    SyntaxKind.ALIAS: (
        "genvägen `*{}` kan inte användas här",
        "skriv ut värdet; ska texten börja med `*`, sätt den inom citattecken",
    ),
    SyntaxKind.TAG: (
        "typmärket `{}` kan inte användas här",
        "ta bort märket; ska texten börja med `!`, sätt den inom citattecken",
    ),
    SyntaxKind.DOCUMENTS: (
        "filen innehåller mer än ett dokument",
        "ta bort raden `---`, eller dela upp innehållet på flera filer",
    ),
    SyntaxKind.DEPTH: (
        "innehållet ligger djupare än {} nivåer",
        "räkna klamrar och indrag på raden; så djupt går inget i katalogen",
    ),
    SyntaxKind.SIZE: (
        "filen är större än {}",
        "dela upp innehållet på flera filer i samma mapp",
    ),
    SyntaxKind.VALUES: (
        "här slutar läsningen av filen, som har fler än {} värden",
        "dela upp innehållet på flera filer i samma mapp",
    ),
    SyntaxKind.FOLDER: (
        "här slutar läsningen: filerna i mappen har tillsammans mer än {}",
        "ta bort filer som inte hör till katalogen, eller dela upp den på flera mappar",
    ),
    SyntaxKind.LINK: (
        "filen är en länk ut ur mappen, och det som ligger utanför läses inte",
        "lägg själva filen i mappen i stället för länken",
    ),
    SyntaxKind.MANY: (
        "här slutar läsningen av filen, som har fler än {} fel",
        "rätta dem som står före; är de av ett slag räcker det ofta att rätta ett ställe",
    ),
    SyntaxKind.COMMENT: (
        "`#` står direkt efter ett värde, så att resten av raden faller bort",
        "sätt ett blanksteg före en kommentar; hör `#` till texten, sätt hela den inom citattecken",
    ),
    SyntaxKind.QUESTION: (
        "frågetecknet först i ordet faller bort",
        "sätt hela texten inom citattecken",
    ),
    SyntaxKind.CONFLICT: (
        "två ändringar krockar här, och ingen har valt mellan dem: `{}`",
        "behåll en av dem och ta bort raderna med `<<<<<<<`, `=======` och `>>>>>>>`",
    ),
}
"""What is said and what to do, by kind; `{}` is the fault's own detail."""


@rule(Severity.ERROR, Reads.WRITING)
def syntax_error(case: Case) -> Iterator[Finding]:
    for fault in case.faults(SyntaxFault):
        if fault.kind is SyntaxKind.YAML:
            # Imported when it is needed: its table takes a tenth of the time of all rules together.
            from generator.checks.yaml_words import explain  # noqa: PLC0415

            place, message, help_ = explain(fault, case.loaded.places.texts[fault.span.file])
        else:
            message, help_ = (words.format(_detail(fault)) for words in _WORDS[fault.kind])
            place = fault.span
        yield Finding(place=place, message=message, help=help_)


def _detail(fault: SyntaxFault) -> str:
    return fault.detail.replace("tag:yaml.org,2002:", "!!")
