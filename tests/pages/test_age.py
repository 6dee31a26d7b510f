"""How old facts are: said once on every page, and marked where each is used."""

from tests.pages.rendered import BOTH, markup, read, section, slot, small

WORLD = """
contacts:
  old: {role: Support, organisation: vgr, email: a@example.se, source: seed}
  new: {role: Växel, organisation: vgr, phone: 010-1, source: seed, VERIFIED}
forms:
  f: {title: Blanketten, explanation: För att få., recipients: [old], source: seed}
services:
  a:
    {name: A, BOTH, contacts: [new], steps: [{id: s, title: Beställ, form: f},
    {id: v, title: Vänta, actor: vgr, lead_time: 14d}, {id: w, title: Vila, lead_time: unknown}]}
  b: {name: B, BOTH, VERIFIED, steps: [{id: v, title: Vänta, actor: vgr, lead_time: 7d}]}
"""
VERIFIED = "verified: {date: 2026-03-01, by: Redaktören, how: ringde, source: mejl}"
SITE = small(WORLD.replace("BOTH", BOTH).replace("VERIFIED", VERIFIED))
MARK = "(inte kontrollerad)"


def test_what_nobody_has_checked_is_marked_where_it_is_used() -> None:
    text = section(markup(SITE, "tjanster/a"), "steg")
    assert f"Blanketten {MARK}" in text
    assert f"a@example.se {MARK}" in text
    assert f"14 dagar {MARK}" in text
    assert f"okänd {MARK}" not in text, "an unknown time is marked as unknown already"


def test_what_somebody_has_checked_is_not() -> None:
    assert MARK not in section(markup(SITE, "tjanster/b"), "steg")
    assert f"Växel {MARK}" not in section(markup(SITE, "tjanster/a"), "hjalp")
    assert f"Support {MARK}" in section(markup(SITE, "tjanster/a"), "hjalp")


def test_every_page_says_how_much_has_been_checked() -> None:
    text = read(slot(SITE, "footer"))
    assert "1 av 2 tjänster är kontrollerade, senast 1 mars 2026." in text
    assert f"Märket {MARK} står vid" in text
    nobody = small(f"services: {{a: {{name: A, {BOTH}}}}}")
    assert "Ingen har kontrollerat uppgifterna sedan dess." in read(slot(nobody, "footer"))
