"""What is told without the model is what the model would have read."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, get_args

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from generator.checks import RULES
from generator.checks.checking import case_of
from generator.checks.on_texts import ON_TEXTS
from generator.kept.moved import _STRIPPED, Moved, shape
from generator.kept.piece import piece
from generator.kept.texts import TEXTS, _kinds
from generator.load import load_bytes
from generator.model.scalars import Address, Email, Text, Texts
from tests.fuzz.catalogues import catalogues
from tests.kept.test_review import REAL, UNHURRIED, hold, raw, without_days
from tests.mutations.world import AS_OF

WRITTEN: Final = (Text, Texts, Address, Email)
SHORT: Final = re.compile("[A-Za-z0-9/:.-]+")
"""What may be written otherwise than the model reads it, and no rule on texts finds a fault in."""


def test_the_rules_on_texts_are_those_of_the_registry() -> None:
    assert set(ON_TEXTS) == {rule for rule in RULES if rule.on_texts}


def test_every_such_text_is_of_a_kind_that_is_known() -> None:
    """Of another it would not be known what it takes."""
    for part, names in TEXTS.items():
        found = {field.alias or name: name for name, field in part.model_fields.items()}
        for name in names:
            annotation = part.model_fields[found[name]].rebuild_annotation()
            assert {annotation, *get_args(annotation)} & {*WRITTEN}, (part, name)


@UNHURRIED
@given(catalogues())
def test_where_each_kind_stands_is_told_by_one_entry_for_all(files: Mapping[str, bytes]) -> None:
    parts = case_of(load_bytes(files), AS_OF).parts
    told = {(kind, shape(path)) for kind, path in _kinds(parts)}
    assert told == {(type(part), shape(path)) for part, path in parts}


def hold_leaves(files: Mapping[str, bytes]) -> None:
    loaded = load_bytes(files)
    if loaded.faults:
        return
    now = Moved({})
    for name, root in loaded.places.roots.items():
        text = loaded.places.texts[name]
        now.add(name, piece({}, text, text), root, root)
    told = {(leaf.path, leaf.field, leaf.value) for leaf in now.leaves}
    every = case_of(loaded, AS_OF)
    read = {
        (leaf.path, leaf.field, leaf.value)
        for leaf in every.leaves_of(frozenset(every.texts))
        if type(leaf.value) is str and not leaf.on_key
    }
    assert all(SHORT.fullmatch(value) for _, _, value in told ^ read)


def test_the_real_catalogue_s_texts() -> None:
    hold_leaves(raw(REAL.files))


@UNHURRIED
@given(catalogues())
def test_any_catalogue_s_texts(made: dict[str, bytes]) -> None:
    hold_leaves(without_days(made))


def test_what_the_model_takes_away_around_a_text_is_taken_away() -> None:
    for sign in (*map(chr, range(0x3001)), "\ufeff"):
        around = f"{sign}a{sign}"
        assert around.strip(_STRIPPED) == TypeAdapter(Text).validate_python(around)


SMALL = """
guide: {title: Guide, publisher: Regionen}
models: {pv: {name: Primärvården, short_name: PV}}
operators: {privat: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
organisations: {o: {name: O, source: seed}}
contacts: {c: {organisation: o, role: R, email: "a@b.se", source: seed}}
links: {l: {title: L, address: "https://a.se", source: seed}}
services: {a: {name: A, summary: "En.", source: seed, obligation: {pv: mandatory}}}
"""


@pytest.mark.parametrize("old", ["a@b.se", "https://a.se", "En."])
@pytest.mark.parametrize(
    "new",
    [
        *("", " ", "\u3000", "\x1f", "c@d.se", "c@d", " c@d.se", "c@d.se\n", "https://", "tel:010"),
        *("https://b.se", "https://b.se\n", "https://x@b.se", "mailto:c@d.se?bcc=e@f.se"),
    ],
)
def test_what_the_model_refuses_is_refused(old: str, new: str, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path))
        after = SMALL.replace(json.dumps(old), json.dumps(new))
        assert after != SMALL
        hold({"a.yaml": SMALL.encode()}, {"a.yaml": after.encode()})


def test_what_knows_the_model_is_not_waited_for(tmp_path: Path) -> None:
    """It takes longer to import than all that is done for another text."""
    program = (
        "import sys; from generator.commands import main\n"
        "try: main(['check'])\n"
        "finally: print('pydantic' in sys.modules)"
    )
    data = tmp_path / "data" / "a.yaml"
    data.parent.mkdir()
    around = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for text, is_known in ((SMALL, "True"), (SMALL.replace("En.", "Två."), "False")):
        data.write_text(text, "utf-8")
        run = [sys.executable, "-c", program]
        done = subprocess.run(  # noqa: S603 - our own program
            run, cwd=tmp_path, env=around, capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == is_known
