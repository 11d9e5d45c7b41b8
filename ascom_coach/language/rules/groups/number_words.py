# ruff: noqa: E501 -- an example stays on one line
"""Numbers written in words: their hyphens, the -s of « vingt » and « cent », « mille » that never has one.

The words are read whatever their hyphens and endings, and compared with how their value is spelled
(`language.values.spelling`): one reading for every number, instead of a list of faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ascom_coach.language.rules.base import Hit, Rule, cased
from ascom_coach.language.syntax.view import plain_view
from ascom_coach.language.values.numbers import WORDS, read_words
from ascom_coach.language.values.spelling import Joint, spelled, written

_WRONG = {
    "quatres": "quatre", "cinqs": "cinq", "septs": "sept", "huits": "huit", "neufs": "neuf", "onzes": "onze",
    "douzes": "douze", "treizes": "treize", "quatorzes": "quatorze", "quinzes": "quinze", "seizes": "seize",
    "trentes": "trente", "quarantes": "quarante", "cinquantes": "cinquante", "soixantes": "soixante", "milles": "mille",
    "vingts": "vingts", "cents": "cents",
}  # fmt: skip
"""Endings that no number has, and the two that depend on their place."""
_KNOWN = {"zéro" if word == "zero" else word for word in WORDS} | set(_WRONG)
_WORD = "|".join(sorted(_KNOWN - {"huitante", "octante", "septante", "nonante"}, key=len, reverse=True))
_RUN = re.compile(rf"(?<![\w'-])(?:{_WORD})(?:(?: et |-et-|[ -])(?:{_WORD}))*(?![\w'-])", re.IGNORECASE)
_PIECE = re.compile(rf"(?P<joint> et |-et-|[ -]|^)(?P<word>{_WORD})(?![\w'])", re.IGNORECASE)
_RANKED = re.compile(
    r"(?:pages?|chapitres?|articles?|numéros?|n°|lots?|chambres?|salles?|places?|bureau|années?|an|en|paragraphes?|lignes?|code|rayons?|casiers?|vestiaires?|quai|sièges?|bons?|postes?) $",
    re.IGNORECASE,
)
"""What is numbered: « page quatre-vingt », « les années quatre-vingt » have no -s (Académie française)."""
_MILES = re.compile(r" (?:marins?|nautiques?|à|de)\b", re.IGNORECASE)

Piece = tuple[int, int, Joint, str]
"""(start, end, joint as typed, word as typed in lower case)."""


@lru_cache(maxsize=16)
def _found(text: str) -> tuple[tuple[int, int, str, bool], ...]:
    """(start, end, right spelling, whether the words themselves differ) of each number that is spelled otherwise."""
    return tuple(_read(plain_view(text)))


def _read(whole: str) -> Iterator[tuple[int, int, str, bool]]:
    for run in _RUN.finditer(whole):
        pieces = [
            (
                run.start() + piece.start("word"),
                run.start() + piece.end("word"),
                piece["joint"],
                piece["word"].lower(),
            )
            for piece in _PIECE.finditer(run.group())
        ]
        while pieces:
            count, value = _value(pieces)
            if count:
                yield from _judged(whole, pieces[:count], value)
            pieces = pieces[max(count, 1) :]


def _value(pieces: list[Piece]) -> tuple[int, int]:
    """(how many pieces make the longest number at the beginning, its value); (0, 0) where they make none."""
    typed = ""
    ends: dict[int, int] = {}
    for count, (_, _, joint, word) in enumerate(pieces, 1):
        tie = "" if count == 1 else " et " if "et" in joint else "-"
        typed += tie + _WRONG.get(word, word).replace("é", "e")
        ends[len(typed)] = count
    read = read_words(typed)
    return (ends.get(read[1], 0), read[0]) if read else (0, 0)


def _judged(whole: str, pieces: list[Piece], value: int) -> Iterator[tuple[int, int, str, bool]]:
    start, end = pieces[0][0], pieces[-1][1]
    words = [word for *_, word in pieces]
    if value >= 10**12 or words in (["cents"], ["neufs"]) or _named(whole, pieces):
        return
    if words[-1] == "milles" and (_MILES.match(whole, end) or not _counts(whole, start, pieces)):
        return
    right = spelled(value)
    if words[0] == "un" and right[0][1] != "un":
        return  # « un cent », « un mille »: not a number
    if words[-1] == "une" and right[-1][1] == "un":
        right[-1] = (right[-1][0], "une")
    names = [word for _, word in right]
    bare = names[-1] in ("vingts", "cents") and words[-1] == names[-1][:-1]
    if bare and (_RANKED.search(whole[:start]) or 1000 < value < 2100):
        return
    if names == words:
        if len(words) > 1 and not _tied(pieces, right):
            yield start, end, cased(whole[start:end], written(right)), False
    elif [_WRONG.get(word, word).rstrip("s") for word in words] == [name.rstrip("s") for name in names]:
        yield start, end, cased(whole[start:end], written(right)), True


def _named(whole: str, pieces: list[Piece]) -> bool:
    """« Le Cent Vingt », « les Quatre Vingts »: a name, not a number."""
    return any(whole[start].isupper() for start, *_ in pieces[1:])


def _counts(whole: str, start: int, pieces: list[Piece]) -> bool:
    """Whether « milles » is a number that counts: « deux milles », « 3 milles », « les milles euros »."""
    return len(pieces) > 1 or bool(
        re.search(r"(?:\d|\b(?:les|quelques|des|soit|environ|à|de)) $", whole[:start])
    )


def _tied(pieces: list[Piece], right: list[tuple[Joint, str]]) -> bool:
    """Whether the hyphens are those of either spelling: below a hundred, or everywhere (1990)."""
    return all(
        ("et" in typed) if joint == "et" else (typed == "-" or joint == " ")
        for (_, _, typed, _), (joint, _) in list(zip(pieces, right, strict=True))[1:]
    )


def _wrong(words_differ: bool) -> Callable[[str], Iterator[Hit]]:
    def find(text: str) -> Iterator[Hit]:
        for start, end, right, differ in _found(text):
            if differ == words_differ:
                yield start, end, (right,)

    return find


RULES: tuple[Rule, ...] = (
    Rule(
        "trait_nombre", "typographie", "Dans un nombre en lettres, les mots qui font moins de cent se lient par un trait d’union, ou par « et » devant « un » et « onze ».",
        "« Soixante-douze », « quatre-vingt-deux », « vingt et un » ; depuis 1990, on peut lier tous les mots.", _wrong(False),
        (
            ("Il a quatre vingt un ans.", "quatre-vingt-un"), ("Le devis est de cent vingt cinq euros.", "cent vingt-cinq"), ("Soixante dix places restent.", "Soixante-dix"), ("Il reste vingt un jours.", "vingt et un"),
            ("Quatre vingts chaises.", "Quatre-vingts"), ("Il faut dix-sept mille trente deux euros.", "dix-sept mille trente-deux"), ("Vingt-une chaises.", "Vingt et une"),
        ),
        (
            "Il a quatre-vingt-un ans.", "Cent vingt-cinq euros, ou cent-vingt-cinq euros.", "Cent une chaises et deux mille un jours.", "J’en ai reçu vingt, cinq sont abîmés.", "Vingt et un jours, vingt-et-un jours.", "Soixante et onze ans.",
            "De vingt à trente personnes, entre dix et vingt.", "Prenez deux ou trois chaises, pas quatre.", "Le bureau deux cent trois est au fond.", "Nous dînons au Cent Vingt.",
        ),
    ),
    Rule(
        "nombre_vingt_cent_mille", "accord", "« Vingt » et « cent » multipliés prennent un -s s’ils finissent le nombre ; « mille » et les autres ne changent jamais.",
        "« Quatre-vingts », mais « quatre-vingt-deux » ; « deux cents », mais « deux cent trois » ; « deux mille ».", _wrong(True),
        (
            ("Deux milles personnes sont venues.", "Deux mille"), ("Il reste trois cent places.", "trois cents"), ("Quatre-vingt clients attendent.", "Quatre-vingts"), ("Elle a vingts dossiers.", "vingt"),
            ("Deux cents dix euros.", "Deux cent dix"), ("J’en veux quatre-vingts deux.", "quatre-vingt-deux"), ("Les quatres chaises.", "quatre"), ("Il faut cent vingts euros.", "cent vingt"),
            ("Trois cents milles euros.", "Trois cent mille"), ("Quatre vingt euros.", "Quatre-vingts"), ("Deux cent millions.", "Deux cents millions"),
        ),
        (
            "Elle est née en l’an deux mille.", "Il reste trois cent dix places.", "Il en faut quatre-vingts.", "Ouvrez à la page quatre-vingt.", "Les années quatre-vingt.", "Deux cents millions.", "Trois cent mille euros.",
            "Le port est à trois milles marins.", "Le navire fait deux milles à l’heure.", "Il manque dix cents à la caisse.", "En mille neuf cent quatre-vingt.", "Des cents et des mille.",
        ),
    ),
)  # fmt: skip
