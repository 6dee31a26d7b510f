"""A new entry asks for what it lacks, and is whole when it has been given that."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.checks.checking import report
from generator.edit.adding import add
from generator.edit.change import RefusedError
from generator.load import Loaded, load, load_texts
from generator.model.catalogue import SECTIONS
from generator.source import SourceText
from tests.edit.catalogues import changed, read, texts

DATA = Path(__file__).parents[2] / "data"
AS_OF = date(2026, 11, 23)
KINDS = ("services", "forms", "contacts")
VALUES = {
    "explanation": "Med den ansöker ni.",
    "name": "Ny sak",
    "organisation": "vgr",
    "primarvard": "optional",
    "ref": "seed",
    "rehab": "optional",
    "role": "Frågor",
    "summary": "Den gör något.",
    "title": "Ny sak",
}
"""What an editor could write for each key that a new entry asks for."""

LEVELS = "`mandatory`, `needed`, `conditional`, `optional` eller `unspecified`"
ONE = """\
services:
  a: {name: A, summary: B., obligation: {rehab: optional}, source: seed}
"""


def after(loaded: Loaded, section: str, id_: str, known: Mapping[str, str]) -> Loaded:
    return changed(loaded, [add(loaded, section, id_, known).edit])


def asked(loaded: Loaded) -> list[tuple[str, str]]:
    """The field and the advice of each fault, in the order of the report."""
    found = report(loaded, as_of=AS_OF).diagnostics
    faults = [each for each in found if each.severity == "error"]
    assert {each.rule for each in faults} <= {"missing-field"}
    return [(each.message, each.help) for each in faults]


def filled(text: str) -> str:
    """The text with a value on each line of the new entry that has a key and nothing more."""
    begun, mark, rest = text.partition("\n  ny-sak:\n")
    given = re.sub(
        r"^( +)(\w+):(  #.*)$",
        lambda line: (
            f"{line[1]}{line[2]}: {VALUES[line[2]]}{line[3]}" if line[2] in VALUES else line[0]
        ),
        rest,
        flags=re.MULTILINE,
    )
    return begun + mark + given


def read_again(loaded: Loaded, change: Callable[[str], str]) -> Loaded:
    """What is read when every file has been changed."""
    return load_texts([SourceText(name, change(text)) for name, text in texts(loaded).items()])


@pytest.mark.parametrize("section", KINDS)
def test_what_is_new_stands_last_in_its_section_and_passes_when_filled(section: str) -> None:
    loaded = load(DATA)
    there = after(loaded, section, "ny-sak", {})
    assert there.broken == {(section, "ny-sak")}
    assert [*getattr(there.catalogue, section)] == [*getattr(loaded.catalogue, section)]
    assert asked(there)
    whole = read_again(there, filled)
    assert not whole.faults
    assert [*getattr(whole.catalogue, section)] == [*getattr(loaded.catalogue, section), "ny-sak"]
    assert asked(whole) == []


def test_the_report_leads_from_field_to_field() -> None:
    assert asked(after(load(DATA), "services", "ny-sak", {})) == [
        ("`name` är tomt", "fyll i det som saknas: namnet som läsaren möter"),
        ("`summary` är tomt", "fyll i det som saknas: vad tjänsten är, i en eller två meningar"),
        *(
            (
                f"`{model}` är tomt",
                f"fyll i det som saknas: {LEVELS}",
            )
            for model in ("primarvard", "rehab")
        ),
        ("`ref` är tomt", "fyll i det som saknas: källans id i avsnittet `sources`"),
    ]


@pytest.mark.parametrize("section", KINDS)
def test_every_line_that_is_commented_out_can_be_taken_in(section: str) -> None:
    loaded = load(DATA)
    there = read_again(after(loaded, section, "ny-sak", {}), filled)
    taken = read_again(
        there, lambda text: re.sub(r"^    # (?=[a-z_]+:|  )", "    ", text, flags=re.MULTILINE)
    )
    fields = {field.alias or name for name, field in SECTIONS[section].model_fields.items()} - {
        "(id)",
        "former_ids",
    }
    root = next(r for r in taken.places.roots.values() if "ny-sak" in (r.get(section) or ()))
    assert set(root[section]["ny-sak"]) == fields


@pytest.mark.parametrize(
    "name",
    ["Munin", "Munin: ett # verktyg", "null", "~", "'", '"', "\\", "- a", "[a", "a: b", "å", "*a"],
)
def test_a_name_is_read_as_it_was_given(name: str) -> None:
    there = after(read(a=ONE), "services", "ny", {"name": name, "source": "seed"})
    whole = read_again(
        there, lambda text: re.sub(r"(summary|rehab|pv):  #", r"\1: optional  #", text)
    )
    assert not whole.faults
    assert whole.catalogue.services["ny"].name == name


def test_the_file_is_spaced_as_it_was() -> None:
    close = ONE + "  b: {name: B, summary: B., obligation: {rehab: optional}, source: seed}\n"
    apart = close.replace("  b:", "\n  # om b\n  b:")
    rest = "\n\n# kontakter\ncontacts:\n"
    for text, blank in ((close, ""), (apart, "\n")):
        there = texts(after(read(a=text + rest), "services", "ny", {}))["a.yaml"]
        assert there.startswith(f"{text}{blank}  ny:\n    # Fyll i")
        assert there.endswith(f"\n{rest}")
    assert texts(after(read(a=apart + rest), "contacts", "ny", {}))["a.yaml"].startswith(
        f"{apart}{rest}  ny:\n"
    )


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\n...\n", "\n\n# slut\n"])
def test_the_last_line_may_end_or_not(ending: str) -> None:
    text = ONE.rstrip("\n") + ending
    there = after(read(a=text), "services", "ny", {})
    assert there.knows("services", "ny")
    assert there.whole
    assert texts(there)["a.yaml"].startswith(ONE.rstrip("\n"))
    assert texts(there)["a.yaml"].endswith(ending or "\n")
    assert ("\r\n" in texts(there)["a.yaml"]) == ("\r\n" in ending)


def test_a_section_that_is_nowhere_comes_with_its_first_entry() -> None:
    there = after(read(a=ONE), "forms", "ny", {"title": "Ny"})
    assert there.knows("forms", "ny")
    assert "seed}\n\nforms:\n  ny:\n" in texts(there)["a.yaml"]


def test_the_line_told_is_the_id_s() -> None:
    for loaded, section in (
        (load(DATA), "forms"),
        (read(a=ONE), "services"),
        (read(a=ONE), "forms"),
    ):
        added = add(loaded, section, "ny-sak", {})
        there = changed(loaded, [added.edit])
        assert there.places.texts[added.edit.file].line(added.line) == "  ny-sak:"


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("a", "finns redan i avsnittet `services` (a.yaml:2); välj ett annat id"),
        ("var/lokal", "till exempel `var-lokal`"),
        ("..\\..\\etc", "till exempel `etc`"),
        ("Munin", "till exempel `munin`"),
        ("åkeri och färja", "till exempel `akeri-och-farja`"),
        ("-", "kan inte vara ett id"),
        ("", "kan inte vara ett id"),
        ("ett--två", "till exempel `ett-tva`"),
        ("munin-", "till exempel `munin`"),
        ("munin\n", "till exempel `munin`"),
        ("٣", "kan inte vara ett id"),
        ("con", "`con` är upptaget"),
        ("CON", "till exempel `con-2`"),
        ("null", "`null` är upptaget"),
        ("unit", "`unit` är upptaget"),
        ("en-" * 30 + "sak", "93 tecken, högst 60; till exempel `en-"),
        ("x" * 61, f"till exempel `{'x' * 60}`"),
    ],
)
def test_an_id_that_cannot_be_is_answered_with_one_that_can(id_: str, message: str) -> None:
    with pytest.raises(RefusedError, match=r".") as refused:
        add(read(a=ONE), "services", id_, {})
    assert message in str(refused.value)


def test_a_suggested_id_is_taken() -> None:
    for id_ in ("CON", "en-" * 30 + "sak", "x" * 61, "Å" * 200):
        with pytest.raises(RefusedError, match=r".") as refused:
            add(read(a=ONE), "services", id_, {})
        suggested = str(refused.value).rpartition("till exempel `")[2].rstrip("`")
        assert after(read(a=ONE), "services", suggested, {}).knows("services", suggested)


def test_a_former_id_is_taken() -> None:
    loaded = read(a=ONE.replace("{name", "{former_ids: [b], name"))
    with pytest.raises(RefusedError, match="`b` är ett tidigare id för `a`"):
        add(loaded, "services", "b", {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("services: {a: {name: A}}\n", "är skrivet inom klamrar"),
        ("services: {}\n", "är skrivet inom klamrar"),
        ("services: [a]\n", "är inget objekt"),
        ("services: [a\n", "går inte att läsa till slutet"),
        ("<<<<<<< HEAD\nservices:\n", "går inte att läsa till slutet"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(text: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        add(read(a=text), "services", "ny", {})
