"""The place of a word is read without the word; the form that fits is found among the candidates."""

from __future__ import annotations

import pytest

from ascom_coach.language.learnt.fitting import MOST, candidates, commoner, kind_of, misfits
from ascom_coach.language.learnt.slots import lefts, slot_names
from ascom_coach.language.syntax.view import View, views


def one(text: str) -> View:
    return views(text)[0]


@pytest.mark.parametrize("index", range(8))
def test_a_place_is_read_without_the_word_that_stands_there(index: int) -> None:
    words = ["Les", "trois", "cartons", "livrés", "hier", "sont", "restés", "dehors"]
    names = []
    for other in ("bureau", "finissent", "rouges", "et", "xyz"):
        changed = [other if at == index else word for at, word in enumerate(words)]
        text = " ".join(changed) + "."
        names.append(slot_names(one(text), index))
    assert all(each == names[0] for each in names)


def test_what_stands_before_a_place() -> None:
    left = lefts(one("Les offres de nos concurrents semblent chères."))[5]
    assert (left.head, left.last, left.prep, left.verb) == ("fp", "mp", "de", "")
    left = lefts(one("Nous savons que le camion arrive."))[5]
    assert (left.head, left.subject) == ("ms", "")


@pytest.mark.parametrize(
    ("word", "other"),
    [("bureau", "bureaux"), ("serait", "seraient"), ("montre", "montrent"), ("sont", "est")],
)
def test_candidates_begin_with_the_word_and_hold_its_other_forms(word: str, other: str) -> None:
    found = candidates(word)
    assert found[0] == word
    assert other in found
    assert len(found) <= MOST


@pytest.mark.parametrize("word", ["xyzt", "d", "SARL"])
def test_an_unknown_word_stands_alone(word: str) -> None:
    assert candidates(word) == (word,)


@pytest.mark.parametrize(
    ("one_form", "other", "kind"),
    [("dossier", "dossiers", "nombre"), ("fermé", "fermée", "genre"), ("finis", "finit", "personne"),
     ("soit", "est", "forme"), ("dons", "dont", "mot")],
)  # fmt: skip
def test_what_differs_between_two_forms(one_form: str, other: str, kind: str) -> None:
    assert kind_of(one_form, other) == kind


def test_the_form_that_fits_is_first() -> None:
    found = {
        misfit.index: misfit.rivals[0][0]
        for misfit in misfits(one("Deux classeurs métallique sont au grenier."))
    }
    assert found == {2: "métalliques"}
    assert list(misfits(one("Deux classeurs métalliques sont au grenier."))) == []


def test_a_word_met_more_often_goes_before_a_rare_one() -> None:
    assert commoner("dont", "dons")
    assert not commoner("dons", "dont")
