"""Little words and agreements that the place settles: a name as a subject, « où » at the end of its clause."""

from __future__ import annotations

import pytest

from ascom_coach.language import default_engines, proofread, sentences

ENGINES = default_engines()


def counted(text: str, names: tuple[str, ...] = ()) -> list[str]:
    return [one.quote for one in proofread(text, ENGINES, names).remarks if one.counted]


@pytest.mark.parametrize(
    "text",
    [
        "Quand et où",
        "Dites-moi où.",
        "corrigé ; Salma est aux poulies",
        "Le reste est fait ; Joaquim est à la cale.",
    ],
)
def test_what_the_place_settles_is_left_alone(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Vous viendrez lundi où mardi selon vos envies.", "où"),
        ("La table est le banc sont là.", "est"),
        ("Paul est Marie viennent demain.", "est"),
    ],
)
def test_the_near_faults_are_still_told(text: str, wrong: str) -> None:
    assert wrong in counted(text)


def test_a_known_name_has_the_gender_of_what_bears_it() -> None:
    """The room « Artimon » is « occupée », though the mast is masculine."""
    assert counted("Artimon est occupée ce samedi.", ("salle Artimon",)) == []
    assert counted("Les clés d’Artimon sont perdu.", ("salle Artimon",)) == ["perdu"]
    assert counted("La salle est occupé ce samedi.", ("salle Artimon",)) == ["occupé"]


def test_a_paragraph_separator_closes_a_sentence() -> None:
    text = "Bon à savoir\u2029de l’eau a été remise"
    assert [text[one.start : one.end].strip() for one in sentences(text)] == [
        "Bon à savoir",
        "de l’eau a été remise",
    ]
    assert len(sentences(text.replace("\u2029", "\n"))) == 1
