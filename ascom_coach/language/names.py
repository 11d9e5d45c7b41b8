# ruff: noqa: E501 -- a pattern stays on one line
"""Words of a text that what stands before them shows to be names: « Mme Tavard », « Karim Belaïd », « la société Ordalix »."""

from __future__ import annotations

import re
from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax.view import plain_view

_NAME = r"(?:[dDlLoO]')?[A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻŹİŞĞŐŰ][^\W\d_]*(?:['-][^\W\d_]+)*\.?"
_PARTICLE = r"(?:(?:de|du|des|van|von|der|den|la|el|ben|bin|di|da|del|dos|ter) |d'|O')?"
_ONE = rf"{_PARTICLE}{_NAME}(?:[ -]{_PARTICLE}{_NAME}){{0,2}}"
_TITLED = re.compile(
    rf"(?<![\w'-])(?:(?:M\.|Mme|Mlle|Dr\.?|Pr\.?|Me|Maître|Docteur|Monsieur|Madame|Mademoiselle) (?P<one>{_ONE})"
    rf"|(?:MM\.|Mmes|Mlles|Drs|Mes|Messieurs|Mesdames) (?P<several>{_ONE}(?:(?:, | et ){_ONE}){{0,5}}))"
)
_GIVEN = re.compile(rf"(?<![\w'-])(?P<given>{_NAME}) (?P<name>{_PARTICLE}{_NAME}(?:[ -]{_NAME})?)")
_FIRM = re.compile(
    r"(?<![\w'-])(?:(?:[Ss]ociété|[Ee]ntreprise|[Mm]aison|[Cc]abinet|[Aa]gence|[Pp]apeterie|[Tt]ransports|[Gg]arage|[Ii]mprimerie|[Ee]ts|[Ss]té|"
    r"[Éé]tablissements|[Ff]amille|[Cc]ollègue|[Ff]erronnerie|[Bb]oulangerie|[Mm]enuiserie|[Pp]harmacie|[Pp]lomberie|[Mm]açonnerie|[Rr]ésidence|[Hh]ôtel|[Rr]estaurant|[Mm]arque|[Ll]ogiciel|"
    rf"[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Ii]mpasse|[Qq]uai|[Ll]ycée|[Cc]ollège|[ÉEé]cole) (?:de |d'|du )?(?P<firm>{_NAME}))"
    r"|(?<![\w'-])(?P<town>[A-ZÀ-Þ][a-zà-ÿ]+-(?:les|lès|sur|sous|en|la|le|de|du|d')-?[A-ZÀ-Þ][a-zà-ÿ]+)(?![\w'-])"
)
_SIGNED = re.compile(rf"(?<=\n){_NAME}(?: (?:et )?{_PARTICLE}{_NAME}){{1,4}}(?=[ ,]*(?:\n|$))")
_PARTS = re.compile(r"[^\W\d_]+")
_OFFICES = frozenset(["le", "la", "les", "l"])


@lru_cache(maxsize=64)
def shown_names(text: str) -> frozenset[str]:
    """The words, each part of a compound apart, that stand as a family name somewhere in the text."""
    whole = plain_view(text)
    found: set[str] = set()
    for match in _TITLED.finditer(whole):
        parts = _PARTS.findall(match["one"] or match["several"])
        office = match.group().startswith(("Mons", "Mada", "Mess", "Mesd")) and parts[0].lower() in _OFFICES
        if not office:  # « Monsieur Le Maire »
            found.update(parts)
    for match in _GIVEN.finditer(whole):
        first = match["given"].split("-")[0]
        if any(one.pos == "S" and one.tags & {"m", "f"} for one in lexicon().analyses(first)):
            found.update(_PARTS.findall(match["name"]))
    for match in _SIGNED.finditer(whole):
        parts = _PARTS.findall(match[0])
        if not lexicon().has(parts[0].lower()):
            found.update(parts)
    for match in _FIRM.finditer(whole):
        found.update(_PARTS.findall(match["firm"] or match["town"]))
    return frozenset(one for one in found if one[:1].isupper())


def named(text: str, word: str) -> bool:
    """Whether each capitalised part of a word stands as a name in the text."""
    return word[:1].isupper() and shown_names(text).issuperset(
        part for part in _PARTS.findall(word) if part[0].isupper()
    )
