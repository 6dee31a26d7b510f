"""`/ordlista/`: every word, and every name that leads to one."""

from tests.pages.rendered import BOTH, markup, read, real, section, small

TERMS = """
terms:
  kort:
    word: Kort
    explanation: Ett *litet* ting.
    also_called: [Plastkort, SITHS]
    services: [a]
    source: {ref: seed, lines: 7}
  siths: {word: Siths, explanation: En modell.}
services:
  a: {name: eTjänstekort, BOTH, also_called: [Plastkort, Tjänstekort]}
  b: {name: Äpple, BOTH}
""".replace("BOTH", BOTH)


def test_a_word_is_explained() -> None:
    body = markup(small(TERMS), "ordlista")
    assert '<h3 class="sk-term__word" id="kort">Kort</h3>' in body
    assert "<em>litet</em>" in body
    text = section(body, "bokstav-k")
    assert "Kallas även: Plastkort, SITHS" in text
    assert "Tjänst: eTjänstekort" in text
    assert "rad 7" in text


def test_another_name_leads_to_the_word_and_the_service() -> None:
    body = markup(small(TERMS), "ordlista")
    assert "Plastkort, se Kort. Tjänst: eTjänstekort" in section(body, "bokstav-p")
    assert "Tjänstekort, se tjänsten eTjänstekort" in section(body, "bokstav-t")
    assert "Äpple, tjänst i guiden" in section(body, "bokstav-ae")


def test_a_name_that_is_explained_itself_leads_nowhere_else() -> None:
    assert "SITHS, se" not in read(markup(small(TERMS), "ordlista"))


def test_every_real_term_and_name_is_there() -> None:
    body = markup(real(), "ordlista")
    text = read(body).casefold()
    for term in real().catalogue.terms.values():
        assert f' id="{term.id}">' in body
        assert all(name.casefold() in text for name in (term.word, *term.also_called))
    for service in real().catalogue.services.values():
        names = (service.name, *service.also_called, *service.formerly)
        assert all(name.casefold() in text for name in names)
