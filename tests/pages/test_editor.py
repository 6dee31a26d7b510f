"""The editor's pages: rules, format and handbook."""

import re

import pytest

from generator.checks import RULES, CheckedCatalogue, check
from generator.diagnostics import Severity
from generator.load import load, load_texts
from generator.model.catalogue import SECTIONS
from generator.pages.registry import all_pages
from generator.source import SourceText
from generator.views.site import Site
from tests.pages.rendered import AS_OF, ROOT, kept_at, markup, read, real, slot

HANDBOOK = (ROOT / "content" / "redaktor.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", HANDBOOK, re.DOTALL)


@pytest.fixture(scope="module")
def site() -> Site:
    checked = check(load(ROOT / "data"), as_of=AS_OF)
    assert isinstance(checked, CheckedCatalogue)
    return Site(checked, AS_OF)


def test_every_rule_has_a_page_with_its_severity_in_words(site: Site) -> None:
    words = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.INFO: "Råd"}
    titles = {page.address: page.title for page in all_pages(site)}
    for rule in RULES:
        assert titles[f"redaktor/regler/{rule.name}"] == rule.name
        text = read(markup(site, f"redaktor/regler/{rule.name}"))
        assert text.lstrip().startswith(f"{rule.name} {words[rule.severity]}")
        assert "Varför det spelar roll" in text
    assert all(f"<code>{rule.name}</code>" in markup(site, "redaktor/regler") for rule in RULES)


def test_a_rule_s_code_can_be_scrolled_and_its_headings_found(site: Site) -> None:
    body = markup(site, "redaktor/regler/duplicate-key")
    assert re.search(r'<pre tabindex="0" [^>]+><code class="language-yaml">', body)
    assert '<h2 id="fel">Fel</h2>' in body
    assert body.count("<h1>") == 1


def test_the_review_tells_every_gap_with_its_place(site: Site) -> None:
    text = read(slot(site, "review"))
    assert f"Granskning: 0 fel, {site.report.warnings} varningar" in text
    for diagnostic in site.report.diagnostics:
        assert f"{diagnostic.span.file}:{diagnostic.span.line}" in text
        assert read(diagnostic.message.replace("`", "")) in re.sub(r" (?=[,.])", "", text)


def test_a_place_is_a_link_where_the_catalogue_has_an_address() -> None:
    kept = kept_at(real(), "https://example.se/r")
    place = kept.place(("services", "sjunet"))
    assert kept.edit_url(place) == f"https://example.se/r/blob/main/{place.file}#L{place.line}"
    assert real().edit_url(place) is None


def test_every_key_of_the_format_is_described(site: Site) -> None:
    body = markup(site, "redaktor/format")
    for section, kind in SECTIONS.items():
        assert f'<h3 id="{section}">' in body
        part = body.partition(f'<h3 id="{section}">')[2].partition("<h3")[0]
        for name, field in kind.model_fields.items():
            if name != "id":
                assert f"<dt><code>{field.alias or name}</code>" in part
    assert not re.search(r"<dd>\s*<span", body), "a key without a description"
    assert "Skrivs som:." not in read(body), "a type without words"


def test_the_format_says_what_is_required_and_how_it_is_written(site: Site) -> None:
    text = read(markup(site, "redaktor/format"))
    assert "summary krävs Vad tjänsten är, i en eller två meningar. Skrivs som: text." in text
    assert "i ordning. Skrivs som: lista med Step eller Choice." in text
    assert "from krävs Första dagen" in text


def wrapped(example: str) -> str:
    """A fragment of the handbook where it belongs in a catalogue."""
    head = example.partition(":")[0].lstrip("- ")
    if head in SECTIONS:
        return example
    service = "services:\n  a:\n    name: A\n    summary: B.\n    source: seed\n"
    service += "" if head == "obligation" else "    obligation: {primarvard: mandatory}\n"
    if head == "choose":
        return service + "    steps:\n" + indented(example, 6)
    if head == "lead_time":
        return service + "    steps:\n      - id: s\n        title: T\n" + indented(example, 8)
    return service + indented(example, 4)


def indented(text: str, by: int) -> str:
    return "".join(" " * by + line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.partition(":")[0].strip("- "))
def test_the_handbook_s_examples_can_be_read(example: str) -> None:
    base = "models: {}\nguide: {title: G, publisher: P}\n"
    texts = {"base.yaml": base, "example.yaml": wrapped(example)}
    if "services:" not in texts["example.yaml"]:
        texts["services.yaml"] = wrapped("cost: {payer: nobody}\n")
    assert not load_texts(SourceText(name, text) for name, text in texts.items()).faults


def test_the_handbook_shows_the_check_as_it_is() -> None:
    page = next(rule.text for rule in RULES if rule.name == "duplicate-key")
    shown = re.findall(r"```text\n(services\.yaml.*?)```", HANDBOOK, re.DOTALL)
    assert shown
    assert all(example in page for example in shown)
