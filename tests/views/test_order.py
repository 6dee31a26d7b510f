"""What is known of an order, and what is not, in one card."""

from dataclasses import replace

from generator.views.chain import Chain, titles
from generator.views.order import NO_ANSWER, NO_CHASE, NO_SIGNER, OrderView, orders
from tests.pages.rendered import small

CARD = """
contacts:
  it: {role: IT, organisation: vgr, email: it@example.se, source: seed}
  post: {role: Post, organisation: vgr, postal_address: [Gatan 1], source: seed}
  hjalp: {role: Hjälp, organisation: vgr, phone: 010-1, source: seed}
forms:
  f:
    title: Blanketten
    explanation: För allt.
    recipients: [it, post]
    ways: [email, post]
    signer: Chefen
    source: seed
  w: {title: Formuläret, explanation: På webben., ways: [web], source: seed}
stops:
  sommar:
    {title: Sommarstopp, organisation: vgr, from: 06-01, to: 07-31, text: Stängt., source: seed}
services:
  a:
    name: A
    summary: Den.
    obligation: {pv: mandatory}
    source: seed
    steps:
      - {id: fill, title: Fyll i, form: f}
      - {id: send, title: Mejla, form: f, contacts: [it]}
      - {id: get, title: Få, actor: vgr, lead_time: 14d, stop: sommar, contacts: [hjalp],
         answer: Ett brev., chase: Ring efter en vecka.}
      - {id: web, title: Gå med, form: w, models: [pv]}
      - {id: ask, title: Fråga, recipients: [], signer: Rektorn frågar., models: [rehab]}
      - {id: no, title: Anmäl, recipients: [it], answer: Inget svar kommer.}
"""


def card(step: str, text: str = CARD) -> OrderView:
    site = small(text)
    service = site.catalogue.services["a"]
    return orders(Chain(site.catalogue, service, titles(site.catalogue))).by_step[f"a/{step}"]


def test_what_is_filled_in_is_told_once_and_where_it_is_sent() -> None:
    fill, send = card("fill"), card("send")
    assert (fill.signer, send.signer) == ("Chefen", None)
    assert [place.title for place in fill.sent_in] == ["Mejla"]
    assert not fill.recipients
    assert not fill.unknown
    assert not send.sent_in
    assert NO_SIGNER not in send.unknown, "it is told where the form is filled in"


def test_the_answer_s_facts_stand_with_the_order() -> None:
    send = card("send")
    assert [view.id for view in send.recipients] == ["it"]
    assert send.ways is None, "one of the form's two ways is this step's"
    (awaited,) = send.awaited
    assert (awaited.time, awaited.time_known) == ("14 dagar", True)
    assert awaited.stops == ("Sommarstopp 1 juni–31 juli",)
    assert (send.answers, send.chases) == (("Ett brev.",), ("Ring efter en vecka.",))
    assert [view.id for view in send.contacts] == ["hjalp"]
    assert not send.unknown


def test_what_no_source_says_is_counted_up() -> None:
    assert card("ask").unknown == (NO_ANSWER, NO_CHASE)
    assert card("ask").signer == "Rektorn frågar."
    bare = CARD.replace("answer: Ett brev., chase: Ring efter en vecka.", "answer: Ett brev.")
    assert card("send", bare).unknown == (NO_CHASE,)


def test_where_no_answer_comes_there_is_nobody_to_chase() -> None:
    assert card("no").unknown == (NO_SIGNER,)


def test_what_is_handed_in_on_the_web_needs_no_recipient() -> None:
    assert card("web").online
    assert not card("web").recipients


def test_a_model_s_readers_meet_only_their_own_orders() -> None:
    site = small(CARD)
    chain = Chain(site.catalogue, site.catalogue.services["a"], {}, "pv")
    assert set(orders(chain).by_step) == {"a/fill", "a/send", "a/web", "a/no"}
    assert "a/ask" in orders(replace(chain, model="rehab")).by_step
