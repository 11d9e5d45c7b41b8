"""Words that ask for the other end of a thing: « ça finit à quelle heure ? » does not ask when it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ascom_coach.language import plain

_PAIRS = (
    (
        r"commenc\w+|debut\w*|demarr\w+|ouvr\w+|ouvert\w*|attaqu\w+",
        r"fini(?!tion)\w*|fin(?! d[e'u])|termin\w+|ferm(?:e|ez|es|ent|er|ons|eture|ait)|achev\w+|cloture\w*",
    ),
    (
        r"arriv\w+|arrivee\w*",
        r"(?:re)?part(?:ez|s|ent|ir|ira|irez|irons|ais|ait|iez|is|ie|ies|ons)|depart\w*|quitt\w+|s'en va",
    ),
    (
        r"prevue?s?|devai\w+|cense\w*|normalement|en theorie|attend(?:iez|ais|aient|us?|ues?)",
        r"retards?|finalement|debarqu\w+|reelle\w*|en realite",
    ),
    (r"(?:l'|a l')aller(?= |$)", r"retour\w*"),
    (r"achet\w+|achat\w*", r"vend(?:s|u|ue|us|ues|ez|re|ons|ent|rez)?|vente\w*"),
    (r"entree\w*|entre[rz]?(?= (?:par|ou|a |au ))", r"sortie\w*|sort(?:ir|ez|s|ent)"),
)
_SIDES = tuple(
    (re.compile(rf"(?<![\w'])(?:{one})(?!\w)"), re.compile(rf"(?<![\w'])(?:{other})(?!\w)"))
    for one, other in _PAIRS
)


def sides(text: str) -> frozenset[str]:
    """The ends that a text names: `0+` and `0-` for the two of the first pair, and so on."""
    folded = plain(text).replace("’", "'")
    return frozenset(
        f"{at}{mark}"
        for at, pair in enumerate(_SIDES)
        for mark, pattern in zip("+-", pair, strict=True)
        if pattern.search(folded)
    )


def all_sides(texts: Iterable[str]) -> frozenset[str]:
    """The ends that several texts name between them."""
    return frozenset(side for text in texts for side in sides(text))


def opposed(asked: frozenset[str], held: frozenset[str]) -> bool:
    """Whether a question names one end of a pair only, and a thing the other end only."""
    for side in asked:
        other = side[:-1] + ("-" if side.endswith("+") else "+")
        if other not in asked and other in held and side not in held:
            return True
    return False
