"""Every rule does what its page says: the page is the test, and only that rule is run."""

import pytest

from generator.checks import RULES
from generator.checks.rule import Rule
from tests.rule_page import FURTHER, Example, as_text, examples, headings, reported

HEADINGS = ["Varför det spelar roll", "Fel", "Rätt"]


def further() -> list[tuple[Rule, Example]]:
    return [
        (rule, example)
        for rule in RULES
        if (page := FURTHER / rule.page.name).exists()
        for example in examples(page.read_text(encoding="utf-8")).values()
    ]


def name(value: object) -> str:
    return str(getattr(value, "name", value))


@pytest.mark.parametrize("rule", RULES, ids=name)
class TestPage:
    def test_has_its_headings_in_order(self, rule: Rule) -> None:
        assert rule.text.startswith(f"# {rule.name}\n\n")
        assert [h for h in headings(rule.text) if h != "Undantag"] == HEADINGS

    def test_says_in_one_sentence_what_it_finds(self, rule: Rule) -> None:
        assert rule.summary.endswith(".")
        assert "\n" not in rule.why

    def test_reports_the_marked_lines(self, rule: Rule) -> None:
        example = examples(rule.text)["Fel"]
        assert example.marked
        assert reported(example.run(rule)) == example.marked

    def test_reports_in_the_words_of_the_page(self, rule: Rule) -> None:
        example = examples(rule.text)["Fel"]
        assert as_text(example.run(rule)) == example.text

    def test_is_silent_about_what_is_right(self, rule: Rule) -> None:
        assert reported(examples(rule.text)["Rätt"].run(rule)) == []


@pytest.mark.parametrize(("rule", "example"), further(), ids=name)
def test_further_examples(rule: Rule, example: Example) -> None:
    found = example.run(rule)
    assert sorted(set(reported(found))) == sorted(example.marked)
    assert example.text == (as_text(found) if example.marked else None)


def test_every_rule_is_registered_once() -> None:
    folder = RULES[0].page.parent
    assert sorted(rule.page.name for rule in RULES) == sorted(p.name for p in folder.glob("*.md"))


def test_every_further_page_belongs_to_a_rule() -> None:
    names = {rule.page.name for rule in RULES}
    assert {page.name for page in FURTHER.glob("*.md")} <= names


def test_a_rule_is_named_after_the_bad_thing() -> None:
    assert not [r.name for r in RULES if r.name.startswith(("no-", "check-", "bad-"))]
