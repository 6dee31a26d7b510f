"""`/kontakter/`: everybody that a source names, and what they are for."""

import re

from tests.pages.rendered import BOTH, markup, read, real, section, small

CONTACTS = """
organisations:
  posten: {name: Posten, former_names: [Postverket], note: Bär brev., source: seed}
  odd: {name: Ödet}
contacts:
  lucka:
    role: Luckan
    organisation: posten
    person: Kim Exempel
    email: lucka@example.se
    phone: 010-123 45
    postal_address: [Gatan 1, 123 45 Staden]
    note: Ring först.
    source: seed
  kontrollerad:
    role: Chefen
    organisation: posten
    person: Robin Exempel
    source: seed
    verified: {date: 2026-01-02, by: redaktören, how: ringde, source: ärende 1}
forms:
  blankett: {title: Blanketten, explanation: Allt., recipients: [lucka], source: seed}
services:
  a: {name: Nätet, BOTH, contacts: [lucka], steps: [{id: s, title: Vänta, actor: posten}]}
  b: {name: Brevet, POST, steps: [{id: s, title: Ring, contacts: [lucka]}]}
""".replace("BOTH", BOTH).replace("POST", BOTH.replace("vgr", "posten"))


def test_an_organisation_says_who_it_is() -> None:
    text = section(markup(small(CONTACTS), "kontakter"), "organisation-posten")
    assert "Tidigare namn: Postverket" in text
    assert "Bär brev." in text
    assert "Levererar: Brevet" in text
    assert "Gör steg i: Nätet" in text


def test_a_contact_says_how_it_is_reached_and_for_what() -> None:
    body = markup(small(CONTACTS), "kontakter")
    text = section(body, "organisation-posten")
    assert 'href="mailto:lucka@example.se"' in body
    assert 'href="tel:01012345"' in body
    assert "Gatan 1 123 45 Staden" in text
    assert "Tar emot Blanketten" in text
    assert "Gäller Nätet Brevet, steget Ring" in text
    assert "Ring först." in text


def test_an_old_name_of_a_person_is_marked_as_old() -> None:
    text = section(markup(small(CONTACTS), "kontakter"), "organisation-posten")
    assert "Kim Exempel uppgift från omkring 2017, inte kontrollerad" in text
    assert "Robin Exempel Kontakt" in text, "nothing to mark when somebody has checked"
    assert "Uppgifterna kontrollerade: 2 januari 2026" in text


def test_how_old_the_source_is_stands_once_beside_it() -> None:
    body = markup(small(CONTACTS), "kontakter")
    (foot,) = re.findall(r'id="lucka".*?<p class="sk-quiet">(.*?)</p>', body, re.DOTALL)
    assert read(foot).count("omkring 2017") == 1
    assert "Ingen har kontrollerat uppgifterna." in read(foot)


def test_missing_ways_are_said_to_be_missing() -> None:
    body = markup(small(CONTACTS), "kontakter")
    assert "Uppgift saknas: telefon och e-post" in section(body, "organisation-posten")
    assert "Uppgift saknas: kontakt" in section(body, "organisation-odd")


def test_every_real_contact_and_organisation_is_there() -> None:
    body = markup(real(), "kontakter")
    text = read(body)
    for organisation in real().catalogue.organisations.values():
        assert f'<h2 id="organisation-{organisation.id}">' in body
        assert all(name in text for name in organisation.former_names)
    for contact in real().catalogue.contacts.values():
        assert f'<h3 id="{contact.id}">' in body
        facts = (contact.role, contact.person, contact.email, contact.phone)
        assert all(fact in text for fact in (*facts, *contact.postal_address) if fact)
