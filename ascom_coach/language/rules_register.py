# ruff: noqa: E501 -- an example stays on one line
"""Words and turns that a professional text replaces: familiar words, words borrowed from English, pleonasms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from ascom_coach.language.data import load_lines
from ascom_coach.language.rulebase import Hit, Rule, cased
from ascom_coach.language.text import words
from ascom_coach.language.view import plain_view

_ENDINGS = ("er", "é", "ée", "és", "ées", "ez", "e", "ons", "ent", "ais", "ait", "aient", "era", "erons")
_BEFORE = re.compile(r"(?:\bil |n'|\bne )$")
"""What makes « y a » and « faut » correct."""
_PART = re.compile(r"\((\w+)\)|(\*)|([^(*]+)")


def expanded(form: str) -> tuple[str, ...]:
    """All spellings of a form of the list: « (s) » is facultative, « * » stands for the endings of a regular verb."""
    parts: list[tuple[str, ...]] = []
    for match in _PART.finditer(form):
        optional, star, plain = match.groups()
        parts.append(("", optional) if optional else _ENDINGS if star else (plain,))
    return tuple(dict.fromkeys("".join(one) for one in product(*parts)))


@cache
def _table(section: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """First word → (whole form, better), the longest forms first."""
    found: dict[str, list[tuple[str, str]]] = {}
    current = ""
    for row in load_lines("registre.txt"):
        if row.startswith("["):
            current = row.strip("[]")
        elif current == section:
            form, _, better = (part.strip() for part in row.partition("|"))
            for one in expanded(form):
                found.setdefault(_first(one), []).append((one, better))
    return {key: tuple(sorted(rows, key=lambda one: -len(one[0]))) for key, rows in found.items()}


def _first(form: str) -> str:
    return words(form)[0].text.lower()


def _finder(section: str):  # type: ignore[no-untyped-def]
    def find(text: str) -> Iterator[Hit]:
        low = plain_view(text).lower()
        table = _table(section)
        end = 0
        for token in words(plain_view(text)):
            for form, better in table.get(token.text.lower(), ()):
                stop = token.start + len(form)
                if (
                    token.start >= end
                    and low.startswith(form, token.start)
                    and not _goes_on(low, stop, form)
                    and not (form.startswith(("y a", "faut")) and _BEFORE.search(low, 0, token.start))
                ):
                    yield token.start, stop, (cased(text[token.start : stop], better),)
                    end = stop
                    break

    return find


def _goes_on(low: str, stop: int, form: str) -> bool:
    """Whether the last word of the form is only the beginning of a longer one."""
    return form[-1].isalpha() and (
        low[stop : stop + 1].isalnum() or low[stop : stop + 1] in ("-", "'", "_", "@")
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "style_familier", "style", "Ce mot est familier dans un écrit professionnel.", "Le diriez-vous à un client que vous ne connaissez pas ?",
        _finder("familier"), (("Nous avons zappé votre appel.", "oublier"), ("C'est super urgent.", "très urgent")),
        ("Nous avons oublié votre appel.", "C'est très urgent.", "Le supermarché est ouvert."), False,
    ),
    Rule(
        "style_anglicisme", "style", "Ce mot ou ce sens vient de l’anglais : le français a le sien.", "Cherchez le mot français que le lecteur comprendra.",
        _finder("anglicisme"), (("Merci de votre feedback.", "retour"), ("Nous comptons supporter votre projet.", "soutenir votre projet")),
        ("Merci de votre retour.", "Nous comptons soutenir votre projet.", "Nous devons supporter ce bruit."), False,
    ),
    Rule(
        "style_pleonasme", "style", "Ces mots disent deux fois la même chose.", "Enlevez un mot : le sens reste le même.",
        _finder("pléonasme"), (("La livraison est reportée à plus tard.", "reporté"), ("Nous allons collaborer ensemble.", "collaborer")),
        ("La livraison est reportée au 3 mai.", "Nous allons collaborer."), False,
    ),
)  # fmt: skip
