"""The quick look before a search never says « cannot match » of a text that matches."""

from __future__ import annotations

import re

import pytest

from ascom_coach.language.rules.needed import lowered, may_match, needed


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("ban de (?:sable|poissons)", (("ban de poissons", "ban de sable"),)),
        (r"(?<=, )dons(?= (?:le|la))", ((", dons la", ", dons le"),)),
        (r"(?<=\w )ma(?= \w)", ((" ma ",),)),
        (r"(?<![\w-])si(?: bien)? que", (("si bien que", "si que"),)),
        (r"(?:a|\w)b", (("b",),)),
        (r"(?:jour){2}|nuit", (("jour", "nuit"),)),
        (r"[ſs]ur\d+e", (("e",), ("sur",))),
        (r"x?|\d", ()),
    ],
)  # fmt: skip
def test_what_a_pattern_needs(source: str, asked: tuple[tuple[str, ...], ...]) -> None:
    assert {frozenset(one) for one in needed(source)} == {frozenset(one) for one in asked}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("île", "L’ÎLE"),
        ("si bien", "ſi bien"),
        ("il y a", "İl y a"),
        ("avis(?=$|\\n)", "Un AVIS"),
        ("(?:^|(?<=mais ))tous", "Tous"),
        ("(?:^|(?<=mais ))tous", "mais tous"),
        ("(?<=a)(?<=ba)c", "bac"),
        (r"(?<=\w, )et(?= \w)(?= o)", "un, et on"),
        ("le(?= la)(?: la| lac) mer", "le la mer"),
        ("(?:tr|gr)?[aâ]ge{1,2}s?", "âgees"),
    ],
)
def test_a_text_that_matches_is_searched(source: str, text: str) -> None:
    assert re.search(source, text, re.IGNORECASE)
    assert may_match(lowered(text), needed(source))


def test_a_text_without_it_is_not() -> None:
    assert not may_match(lowered("Un banc de sable"), needed("ban de (?:sable|poissons)"))
