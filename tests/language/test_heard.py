# ruff: noqa: E501 -- an example stays on one line
"""Set expressions caught as they are heard: what shares a key, what is left alone, what a line may say."""

from __future__ import annotations

import pytest

from ascom_coach.language.rules.heard import found, key, read, table
from ascom_coach.language.rules.words.confusions import entries
from ascom_coach.language.syntax.view import views


def heard(line: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What the expression of a line underlines in a text, with its suggestions."""
    known = table([read("essai", line)])
    longest = max(map(len, known))
    return [
        (text[start:end], fixes)
        for view in views(text)
        for _, (start, end, fixes) in found(view, known, longest)
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("à ras bord", "a rat bore"), ("sans coup férir", "s'en coud fée rire"), ("en coup de vent", "en cou de van"),
        ("d'ores et déjà", "dors et déjà"), ("de fil en aiguille", "de file en aiguilles"), ("au peigne fin", "aux peignes fins"),
        ("pêle-mêle", "pelle mêle"), ("contrepartie", "contre parties"), ("à vue d'œil", "a vu d'oeil"),
    ],
)  # fmt: skip
def test_what_sounds_the_same_shares_a_key(right: str, wrong: str) -> None:
    assert key(right) == key(wrong)


@pytest.mark.parametrize(("one", "other"), [("à ras bord", "à ras terre"), ("en fait", "en fête"), ("de fait", "deux faits")])  # fmt: skip
def test_what_sounds_otherwise_does_not(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("à ras bord", "Le seau est plein à rat bore.", [("à rat bore", ("à ras bord",))]),
        ("à ras bord", "Le seau est plein à ras bord.", []),
        ("à tout prix | a tout pris", "Il a tout pris.", []),
        ("à tout prix | a tout pris", "À toux prix !", [("À toux prix", ("À tout prix",))]),
        ("coup(s) de fil", "Deux cous de fil.", [("cous de fil", ("coup de fil", "coups de fil"))]),
        ("tout à fait < toute à fait", "Elle est toute à fait prête.", [("toute à fait", ("tout à fait",))]),
        ("à moins que", "A moins que vous ne veniez.", []),
        ("en coup de vent", "Il passe en cou, de van.", []),
        ("en coup de vent", "Il passe en Cou de Van.", []),
        ("peu à peu", "On avance peu-à-peu.", [("peu-à-peu", ("peu à peu",))]),
        ("un tant soit peu", "Il est 2 tan soi peu.", []),
    ],
)  # fmt: skip
def test_what_is_underlined(line: str, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert heard(line, text) == expected


def test_an_expression_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        read("essai", "à la")


def test_no_listed_expression_alarms_on_itself_or_on_another() -> None:
    """Every right writing of the lists is left alone by all of them."""
    listed = [one for entry in entries() for one in entry.expressions]
    known = table(listed)
    longest = max(map(len, known))
    for one in listed:
        for writing in one.writings:
            (view,) = views(f"Car {writing} ici")
            assert list(found(view, known, longest)) == [], writing
