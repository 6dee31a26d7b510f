"""An id is changed wherever it stands, and nothing else is."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.checks.checking import report
from generator.edit.change import RefusedError
from generator.edit.renaming import rename
from generator.load import Loaded, load
from generator.model.catalogue import SECTIONS
from generator.model.outline import outline
from tests.edit.catalogues import changed, read, texts

DATA = Path(__file__).parents[2] / "data"
AS_OF = date(2026, 11, 23)
FRESH = "aldrig-sett-id"
EVERY = 17
"""Of each section's ids and of the steps, so many apart, are tried in the real catalogue."""

SERVICES = """\
# sjunet står först
services:
  sjunet:   # nätet
    name: Sjunet
    summary: Nät som sjunet och sjunet-2 bygger på.
    obligation: {rehab: mandatory, "pv": optional}
    source: seed
    contacts: ['hjalp', hjalp-2]
    steps:
      - choose: vag
        title: Välj
        options:
          - id: egen   # den egna
            title: Egen
            steps:
              - {id: bestall, title: Beställ, form: blankett}
              - id: klar
                title: Klar
                after: [bestall]
          - {id: extern, title: Extern}
      - title: Prova
        id: klar
        after: []
      - id: sist
        title: Sist
        after:
          - klar   # det andra klar
        stop: sommar
  kiv:
    name: KIV
    summary: Katalog.
    obligation: {rehab: {level: optional, source: {ref: seed}}}
    source: {lines: 1-2, ref: seed}
    prerequisites:
      - sjunet
      - "sjunet/egen/klar"
      - any: [sjunet/klar, {need: sjunet/egen, models: [rehab]}, {all: [sjunet/vag]}]
terms:
  sjunet: {word: Sjunet, explanation: Ett nät., services: [sjunet, kiv]}
"""
REST = """\
organisations: {sjunet: {name: SVR}}
contacts:
  hjalp: {role: Hjälp, organisation: sjunet, source: seed}
  hjalp-2: {role: Hjälp, organisation: sjunet, source: seed}
forms:
  blankett: {title: B, explanation: E., recipients: [hjalp], source: seed}
stops:
  sommar: {title: S, organisation: sjunet, from: 06-01, to: 07-31, text: T., source: seed}
"""


def small() -> Loaded:
    loaded = read(services=SERVICES, rest=REST)
    assert not loaded.faults, loaded.faults
    return loaded


@cache
def real() -> Loaded:
    return load(DATA)


def names(loaded: Loaded) -> list[str]:
    """Everything that has an id, as it is named on the command line."""
    entries = [f"{s}:{id_}" for s in SECTIONS for id_ in getattr(loaded.catalogue, s)]
    services = loaded.catalogue.services.values()
    return entries + [spot.id for service in services for spot in outline(service)]


def told(loaded: Loaded, old: str, new: str) -> set[tuple[str, ...]]:
    """What the rules say, with the one id for the other."""
    found = report(loaded, as_of=AS_OF).diagnostics
    return {(d.rule, f"{d.span.file}:{d.span.line}", d.message.replace(new, old)) for d in found}


def bare(name: str) -> str:
    return name.rpartition(":")[2].rpartition("/")[2]


def renamed(name: str, new: str) -> str:
    return name.removesuffix(bare(name)) + new


@pytest.mark.parametrize("name", [*names(small()), *names(real())[::EVERY]])
def test_there_and_back_again(name: str) -> None:
    loaded = small() if name in names(small()) else real()
    there = changed(loaded, rename(loaded, name, FRESH, unpublished=True).edits)
    assert not there.faults
    assert told(there, bare(name), FRESH) == told(loaded, bare(name), bare(name))
    back = changed(there, rename(there, renamed(name, FRESH), bare(name), unpublished=True).edits)
    assert texts(back) == texts(loaded)


@pytest.mark.parametrize("name", names(small()))
def test_the_former_id_is_kept_and_is_all_that_is_added(name: str) -> None:
    loaded = small()
    there = changed(loaded, rename(loaded, name, FRESH).edits)
    assert not there.faults
    bytes_there, plain = texts(there), rename(loaded, name, FRESH, unpublished=True)
    for file, text in texts(changed(loaded, plain.edits)).items():
        kept = f"former_ids: [{bare(name)}]"
        added = [line for line in bytes_there[file].splitlines() if kept in line]
        assert len(added) <= 1
        without = bytes_there[file].replace(f"{kept}, ", "")
        lines = [line for line in without.splitlines() if line.strip() != kept]
        assert lines == text.splitlines()
    back = changed(there, rename(there, renamed(name, FRESH), bare(name)).edits)
    again = changed(back, rename(back, name, FRESH).edits)
    assert texts(again) == bytes_there


def lines_after(old: str, new: str) -> list[tuple[str, str]]:
    """The lines that a renaming changes, as they were and as they are."""
    loaded = small()
    after = texts(changed(loaded, rename(loaded, old, new, unpublished=True).edits))
    before = texts(loaded)
    return [
        (was.strip(), now.strip())
        for file in before
        for was, now in zip(before[file].split("\n"), after[file].split("\n"), strict=True)
        if was != now
    ]


def test_a_service_changes_where_it_is_asked_for_and_nowhere_else() -> None:
    assert lines_after("services:sjunet", "natet") == [
        ("sjunet:   # nätet", "natet:   # nätet"),
        ("- sjunet", "- natet"),
        ('- "sjunet/egen/klar"', '- "natet/egen/klar"'),
        (
            "- any: [sjunet/klar, {need: sjunet/egen, models: [rehab]}, {all: [sjunet/vag]}]",
            "- any: [natet/klar, {need: natet/egen, models: [rehab]}, {all: [natet/vag]}]",
        ),
        (
            "sjunet: {word: Sjunet, explanation: Ett nät., services: [sjunet, kiv]}",
            "sjunet: {word: Sjunet, explanation: Ett nät., services: [natet, kiv]}",
        ),
    ]


def test_a_step_changes_in_its_own_list() -> None:
    assert lines_after("sjunet/klar", "prova") == [
        ("id: klar", "id: prova"),
        ("- klar   # det andra klar", "- prova   # det andra klar"),
        (
            "- any: [sjunet/klar, {need: sjunet/egen, models: [rehab]}, {all: [sjunet/vag]}]",
            "- any: [sjunet/prova, {need: sjunet/egen, models: [rehab]}, {all: [sjunet/vag]}]",
        ),
    ]


def test_an_option_changes_before_its_steps() -> None:
    new = "sjunet/eget"
    assert lines_after("sjunet/egen", new) == [
        ("- id: egen   # den egna", "- id: eget   # den egna"),
        ('- "sjunet/egen/klar"', '- "sjunet/eget/klar"'),
        (
            "- any: [sjunet/klar, {need: sjunet/egen, models: [rehab]}, {all: [sjunet/vag]}]",
            "- any: [sjunet/klar, {need: sjunet/eget, models: [rehab]}, {all: [sjunet/vag]}]",
        ),
    ]


def test_a_model_changes_as_a_key_in_quotes() -> None:
    (_, obligation, *_) = lines_after("models:pv", "primarvard")
    assert obligation == (
        'obligation: {rehab: mandatory, "pv": optional}',
        'obligation: {rehab: mandatory, "primarvard": optional}',
    )


def test_lines_end_as_they_did_and_escapes_are_written_out() -> None:
    text = SERVICES.replace("- sjunet\n", '- "sjune\\x74"\n').replace("\n", "\r\n")
    loaded = read(services=text, rest=REST)
    after = texts(changed(loaded, rename(loaded, "services:sjunet", "natet").edits))
    assert "- natet\r\n" in after["services.yaml"]
    assert "former_ids: [sjunet]\r\n    name" in after["services.yaml"]
    assert "\n" not in after["services.yaml"].replace("\r\n", "")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("[]", "[kiv]"),
        ("[a]", "[kiv, a]"),
        ("", " [kiv]"),
        ("\n      - a", "\n      - kiv\n      - a"),
        ("[ny, a]", "[kiv, a]"),
        ("[a, 'ny']", "[a, kiv]"),
    ],
)
def test_former_ids_are_added_to(written: str, kept: str) -> None:
    """The list is `[ny, …]` where the entry has been called `ny` before."""
    text = SERVICES.replace("    name: KIV", f"    former_ids: {written}\n    name: KIV")
    loaded = read(services=text, rest=REST)
    after = changed(loaded, rename(loaded, "kiv", "ny").edits)
    assert not after.faults
    assert f"former_ids: {kept}".replace("  [", " [") in texts(after)["services.yaml"].replace(
        "  [", " ["
    )


def test_free_text_is_shown_and_left_alone() -> None:
    loaded = small()
    found = rename(loaded, "services:sjunet", "natet").mentions
    shown = [(span.file, loaded.places.texts[span.file].line(span.line)) for span in found]
    assert shown == [
        ("services.yaml", "# sjunet står först"),
        ("services.yaml", "    summary: Nät som sjunet och sjunet-2 bygger på."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "sjunet",
            "x",
            "finns i flera avsnitt; skriv `organisations:sjunet`, `terms:sjunet` eller",
        ),
        ("sjunett", "x", "`sjunett` finns inte; menar ni `sjunet`?"),
        ("bestall", "x", "`bestall` finns inte; menar ni `sjunet/egen/bestall`?"),
        ("service:sjunet", "x", "avsnittet `service` finns inte; menar ni `services`?"),
        ("nonsens", "x", "`nonsens` finns inte; skriv ett id som finns"),
        ("", "x", "finns inte"),
        ("kiv", "kiv", "heter redan så"),
        ("kiv", "sjunet", "`sjunet` finns redan i avsnittet `services` (services.yaml:3)"),
        ("kiv", "Kiv 2", "kan inte vara ett id"),
        ("kiv", "a/b", "kan inte vara ett id"),
        ("kiv", "index", "är upptaget"),
        ("sjunet/egen", "extern", "`sjunet/extern` finns redan"),
        ("sjunet/egen", "klar", "`sjunet/klar` finns redan"),
        ("sjunet/egen/klar", "sjunet/klar", "ett steg kan byta id men inte plats"),
        ("sjunet/egen/klar", "kiv/klar", "ett steg kan byta id men inte plats"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_can(old: str, new: str, message: str) -> None:
    with pytest.raises(RefusedError, match=r".") as refused:
        rename(small(), old, new)
    assert message in str(refused.value)


def test_a_former_id_is_not_given_to_another() -> None:
    loaded = small()
    for name, other in (("services:kiv", "services:sjunet"), ("sjunet/klar", "sjunet/sist")):
        there = changed(loaded, rename(loaded, name, FRESH).edits)
        with pytest.raises(RefusedError, match=r"är ett tidigare id för `.*aldrig-sett-id`"):
            rename(there, other, bare(name))
        with pytest.raises(RefusedError, match=r"det heter nu|finns inte"):
            rename(there, name, "x")


def test_nothing_is_renamed_while_something_cannot_be_read() -> None:
    for fault in ("links: [", "links: {a: {title: A}}", "lnks: {}", "terms: {kiv: }"):
        loaded = read(services=SERVICES, rest=REST, fault=fault)
        with pytest.raises(RefusedError, match="rätta dem och försök igen"):
            rename(loaded, "kiv", "ny")
