"""A glossary word leads to its explanation where it first stands in a page's running text."""

import re
from html import unescape

from generator.outputs.html.glossed import Glossed
from tests.pages.rendered import BASE, BOTH, markup, real, small

TERMS = """
terms:
  kiv: {word: KIV, explanation: En *katalog* & mer., also_called: [KoK, Katalogen]}
  kort: {word: Reservkort, explanation: Ett kort.}
  vard: {word: Primär, explanation: Ett ord.}
  bok: {word: Krav- och kvalitetsbok, explanation: En bok.}
  krav: {word: Krav, explanation: Ett krav.}
services:
  a: {name: A, BOTH}
""".replace("BOTH", BOTH)


def glossed(body: str, title: str = "Sidan") -> str:
    return Glossed(small(TERMS).catalogue).gloss(body, title, lambda address: f"../{address}")


def words(body: str, title: str = "Sidan") -> list[str]:
    return re.findall(r'<a class="sk-word"[^>]*>(.*?)</a>', glossed(body, title))


def test_the_first_use_is_a_link_with_the_explanation() -> None:
    assert glossed("<p>I KIV och KIV.</p>") == (
        '<p>I <a class="sk-word" href="../ordlista#kiv" '
        'data-sk-explains="En katalog &amp; mer.">KIV</a> och KIV.</p>'
    )


def test_headings_links_buttons_and_code_are_left_alone() -> None:
    for tag in ("h1", "h3", "a", "button", "label", "code", "summary", "th", "dt", "script"):
        body = f"<{tag}>KIV <em>KIV</em></{tag}>"
        assert glossed(body) == body
        assert words(f"{body}<p>KIV</p>") == ["KIV"], "what comes after is running text again"


def test_whole_words_with_the_first_letter_in_either_case() -> None:
    assert words("<p>Ett reservkort.</p>") == ["reservkort"]
    assert words("<p>reservkortet kiv Kiv XKIV</p>") == []
    assert words("<p>KIV-administratör</p>") == ["KIV"]
    assert words("<p>www.KIV.se a@KIV KIV.se e-KIV</p>") == []


def test_other_names_only_when_they_are_abbreviations() -> None:
    assert words("<p>Katalogen, KoK och KIV</p>") == ["KoK"], "one link for each term"


def test_the_longest_word_goes_first() -> None:
    assert words("<p>Er Krav- och kvalitetsbok. Vårt krav.</p>") == [
        "Krav- och kvalitetsbok",
        "krav",
    ]


def test_a_page_does_not_explain_its_own_subject() -> None:
    assert words("<p>KIV och krav</p>", "KIV (Katalog i Väst)") == ["krav"]


def test_a_care_model_s_name_is_no_word() -> None:
    site = small(TERMS, BASE.replace("name: Rehab", "name: Primär Rehab"))
    body = "<p>Primär Rehab är primär.</p>"
    assert ">primär</a>" in Glossed(site.catalogue).gloss(body, "", str)


def test_nothing_but_links_is_added() -> None:
    body = '<p title="KIV > x">a < b &amp; KIV<!-- KIV --><br>KIV</p><svg><text>KIV</text></svg>'
    made = glossed(body)
    assert re.sub(r'<a class="sk-word"[^>]*>(.*?)</a>', r"\1", made) == body


def test_real_pages_explain_and_the_glossary_does_not() -> None:
    body = markup(real(), "tjanster/etjanstekort")
    found = re.findall(r'href="../../ordlista/#([\w-]+)" data-sk-explains="([^"]+)"', body)
    assert "siths" in dict(found)
    assert unescape(dict(found)["siths"]).startswith("En nationell modell")
    assert len(found) == len(dict(found))
    assert "sk-word" not in markup(real(), "ordlista")
    assert "ordlista/#kiv" not in markup(real(), "tjanster/kiv")
