"""Sentences as a reader meets them: an address is no word, and each is found where it stands."""

from generator.checks.sentences import lix, sentences


def test_each_begins_where_it_stands_and_has_its_words() -> None:
    text = "Ni ringer. \n Sen   väntar ni: två dagar!\n\n- kort\n- e-post"
    found = sentences(text)
    assert [each.words for each in found] == [
        ("Ni", "ringer"),
        ("Sen", "väntar", "ni"),
        ("två", "dagar"),
        ("kort",),
        ("e-post",),
    ]
    assert [each.written for each in found] == [
        text[each.start : each.start + len(each.written)] for each in found
    ]
    assert found[1].start == text.index("Sen")


def test_an_address_is_no_word_and_its_text_is() -> None:
    text = "Läs [en sida](https://a.example/b c), `make site` och https://a.example/d-e nu."
    (found,) = sentences(text)
    assert found.words == ("Läs", "en", "sida", "och", "nu")
    assert sentences("`make`") == ()


def test_lix_is_words_in_a_sentence_and_the_share_of_words_of_more_than_six_letters() -> None:
    assert lix(sentences("Ni kommer fram hit. Hjälpen hämtas.")) == 3 + 17
