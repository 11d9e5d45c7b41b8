"""Texts made of the first words that a pattern of the lists accepts: one wrong, one right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.word_patterns import Pattern

_SAMPLES = {
    "D": "le",
    "N": "dossier",
    "A": "complet",
    "V": "part",
    "H": "deux",
    "P": "elle",
    "R": "bien",
    "C": "mais",
    "S": "Marie",
}


def sample(pattern: Pattern) -> tuple[str, str]:
    """A wrong and a right text."""
    before, behind = _sampled(pattern.left), _sampled(pattern.after)
    return _spelled([*before, pattern.shown, *behind]), _spelled([*before, pattern.right[0], *behind])


def _sampled(atoms: Iterable[Any]) -> list[str]:
    out = []
    for atom in atoms:
        if atom.kind == "mark":
            out.append(",")
        if atom.kind == "either" and atom.least:
            out.extend(_sampled(atom.ways[0]))
        if atom.kind != "word" or not atom.least:
            continue
        one = atom.one
        if one.words or one.lemmas:
            out.append(min(one.words or one.lemmas))
        elif one.classes:
            out.append(_of_class(*one.classes[0]))
        elif one.figures:
            out.append("3")
        else:
            out.append("hier")
    return out


def _of_class(parts: frozenset[str], tags: frozenset[str], only: bool) -> str:
    """A plain word of the class."""
    for part in sorted(parts):
        for form in (_SAMPLES.get(part, ""), *_PLAIN.get(part, ())):
            found = lexicon().analyses(form)
            if any(one.pos == part and one.tags >= tags for one in found) and (
                not only or all(one.pos in parts for one in found)
            ):
                return form
    return "hier"


_PLAIN: dict[str, tuple[str, ...]] = {
    "D": ("la", "les", "un", "une", "mes"),
    "N": ("maison", "dossiers", "maisons", "client", "cliente", "clientes"),
    "A": ("complète", "complets", "complètes", "gentil", "gentille", "gentils", "gentilles"),
    "V": (
        "partir",
        "partons",
        "partez",
        "partent",
        "parti",
        "livrer",
        "livré",
        "livrées",
        "livrez",
        "partais",
        "partant",
        "vend",
        "vendons",
        "viendra",
        "vienne",
    ),
    "P": ("ils", "nous", "je", "tu"),
    "R": ("souvent", "très"),
}


def _spelled(words: list[str]) -> str:
    if words[-1].endswith("'"):
        words = [*words, "hier"]
    return re.sub(r"' ", "'", " ".join(words)).replace(" ,", ",").replace(" -", "-")
