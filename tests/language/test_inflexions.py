"""The forms of a word are those that a reading of every line of the lexicon finds."""

from __future__ import annotations

import pytest

from ascom_coach.language import lexicon


def by_reading(lemma: str, begin: str) -> list[str]:
    """Forms whose folded writing begins with `begin` and that have `lemma`, one line of the lexicon after the other."""
    lines = lexicon().block(begin).split("\n")[1:-1]
    forms = [line.split("\t")[0] for line in lines]
    return [form for form in forms if any(one.lemma == lemma for one in lexicon().analyses(form))]


@pytest.mark.parametrize(
    ("lemma", "begin"),
    [
        ("dire", "d"), ("voir", "v"), ("avoir", "e"), ("être", "f"), ("aller", "v"), ("rue", "r"), ("dû", "d"),
        ("côté", "co"), ("œuvre", "oeu"), ("confirmer", "confir"), ("vert", "ver"), ("à", "a"), ("premier", "prem"),
    ],
)  # fmt: skip
def test_every_form_is_found(lemma: str, begin: str) -> None:
    found = [form for form, one in lexicon().forms_of(lemma, begin, whole=True) if one.lemma == lemma]
    assert found
    assert list(dict.fromkeys(found)) == by_reading(lemma, begin)


@pytest.mark.parametrize(
    ("lemma", "begin"), [("dire", "v"), ("xyzq", "x"), ("vert", "vertu"), ("rue", "rues")]
)
def test_only_forms_with_that_beginning_are(lemma: str, begin: str) -> None:
    found = {form for form, _ in lexicon().forms_of(lemma, begin, whole=True)}
    assert found == set(by_reading(lemma, begin))
    assert found <= {"rues"}


@pytest.mark.parametrize("letters", [40, 63, 64, 500])
def test_a_word_longer_than_any_has_no_forms(letters: int) -> None:
    assert lexicon().forms_of("x" * letters) == ()
    assert lexicon().forms_of("x" * letters + "er", "x") == ()


@pytest.mark.parametrize("word", ["a", "à", "été", "côtes", "Paris", "l'", "œuvre", "ÉTÉ"])
def test_a_word_is_read_as_it_is_written(word: str) -> None:
    found = lexicon().analyses(word)
    assert found
    assert lexicon().has(word)
    assert {word, word.lower()} & set(lexicon().spellings(word))


@pytest.mark.parametrize("word", ["", "cote-", "zzyx", "etes", "a\ta"])
def test_another_word_is_not_read(word: str) -> None:
    assert lexicon().analyses(word) == ()
