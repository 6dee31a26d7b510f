"""Lists from A to Ö."""

from generator.views.alphabet import by_letter


def test_swedish_letters_come_last_and_case_does_not_count() -> None:
    words = ["öppen", "Zebra", "apa", "Ära", "Åska", "Apelsin", "1177", "É"]
    letters = by_letter(words, str)
    assert [letter.name for letter in letters] == ["0–9", "A", "E", "Z", "Å", "Ä", "Ö"]
    assert letters[1].entries == ("apa", "Apelsin")


def test_every_letter_has_an_anchor_of_its_own() -> None:
    letters = by_letter(["a", "å", "ä", "o", "ö", "7"], str)
    assert len({letter.anchor for letter in letters}) == len(letters)
    assert all(letter.anchor.isascii() for letter in letters)
