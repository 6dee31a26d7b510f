"""`/blanketter/`: every form and every named document."""

from html import unescape

from tests.pages.rendered import markup, read, real, small

FORMS = """
organisations:
  posten: {name: Posten}
contacts:
  lucka: {role: Luckan, organisation: posten, email: lucka@example.se, source: seed}
  tyst: {role: Den tysta, organisation: posten, source: seed}
facts:
  ert-namn: {name: Ert namn, source: seed}
forms:
  full:
    title: Hela blanketten
    title_in_source: Helablanketten
    explanation: Den är till för allt.
    address: https://example.se/full
    recipients: [lucka, tyst]
    ways: [email, post]
    asks_for: [ert-namn]
    open_questions: [Vem skriver under?]
    source: {ref: seed, lines: 3-4}
  tom: {title: Tomma blanketten, explanation: Oklart., source: seed, models: [pv]}
links:
  lathund: {title: Lathunden, kind: guide, source: seed, title_in_source: Länk}
  sida: {title: Sidan, address: "https://example.se", note: Läs den., source: other}
services:
  a:
    name: Nätet
    summary: Det behövs.
    obligation: {pv: mandatory}
    source: seed
    links: [sida]
    steps:
      - {id: skicka, title: Skicka in, form: full, links: [lathund]}
      - choose: val
        title: Välj
        options:
          - {id: x, title: X, steps: [{id: fyll, title: Fyll i, form: full, models: [pv]}]}
          - {id: y, title: Y}
"""


def sheet(anchor: str) -> str:
    body = markup(small(FORMS), "blanketter")
    return read(body.partition(f'<h3 id="{anchor}">')[2].partition("</section>")[0])


def test_a_form_says_what_it_is_for_and_where_it_goes() -> None:
    text = sheet("full")
    assert "Den är till för allt." in text
    assert "https://example.se/full" in text
    assert "Posten: lucka@example.se" in text
    assert "Lämnas med e-post eller med post" in text
    assert "Ert namn" in text
    assert "«Helablanketten»" in text
    assert "Vem skriver under?" in text
    assert "Huvudkällan, Regionen, omkring 2017, rad 3–4." in text


def test_a_form_says_which_steps_use_it() -> None:
    assert "Nätet, stegen Skicka in och Fyll i Gäller: Primärvården" in sheet("full")
    body = markup(small(FORMS), "blanketter")
    assert 'href="../tjanster/a/#steg-skicka"' in body
    assert 'href="../tjanster/a/#steg-x--fyll"' in body


def test_what_no_source_says_is_said_to_be_missing() -> None:
    text = sheet("tom")
    assert "Adress saknas i källan" in text
    assert "Uppgift saknas: mottagare" in text
    assert "Lämnas Uppgift saknas" in text
    assert "Gäller: Primärvården" in text
    assert "Ingen tjänst i guiden använder detta." in text
    assert "Uppgift saknas: adress" in sheet("full"), "a recipient that no source says how to reach"


def test_documents_stand_by_kind_with_their_use() -> None:
    body = markup(small(FORMS), "blanketter")
    assert body.index('id="alla-lathundar"') < body.index('id="dokument-lathund"')
    assert body.index('id="alla-sidor"') < body.index('id="dokument-sida"')
    assert "Nätet, steget Skicka in" in sheet("dokument-lathund")
    assert "Adress saknas i källan" in sheet("dokument-lathund")
    assert "«Länk»" in sheet("dokument-lathund")
    assert 'href="https://example.se"' in body
    assert "Används i Nätet" in sheet("dokument-sida")


def test_every_real_form_and_link_is_there_and_none_leads_nowhere() -> None:
    body = markup(real(), "blanketter")
    text = unescape(body)
    for form in real().catalogue.forms.values():
        assert f'<h3 id="{form.id}">{form.title}</h3>' in text
    for link in real().catalogue.links.values():
        assert f'<h3 id="dokument-{link.id}">{link.title}</h3>' in text
        assert link.title_in_source is None or link.title_in_source in text
    assert 'href=""' not in body
    assert 'href="#"' not in body
