"""What may be meant by something that could not be read is not told to be missing as well."""

import pytest

from generator.checks.rules.unknown_reference import unknown_reference
from tests.rule_page import Example

TEXT = """\
forms:
  ok: {title: Bra, explanation: Går att läsa., source: seed}
  FORM: 7
links:
  LINK: 7
services:
  kiv:
    name: KIV
    summary: Katalog.
    source: seed
    obligation: {rehab: mandatory}
    steps: [{id: fyll, title: Fyll i, form: bestallning}]
"""


@pytest.mark.parametrize(
    ("form", "link", "told"),
    [
        ("bestallningen", "kiv", []),
        ("nagot-annat", "kiv", ["blanketten `bestallning` finns inte"]),
        ("nagot-annat", "bestallningen", ["blanketten `bestallning` finns inte"]),
    ],
)
def test_it_is_told_unless_what_could_not_be_read_is_of_its_kind(
    form: str, link: str, told: list[str]
) -> None:
    text = TEXT.replace("FORM", form).replace("LINK", link)
    found = Example("", {"services.yaml": text}, None).run(unknown_reference)
    assert [each.message for each in found.diagnostics] == told
