# ruff: noqa: E501 -- a list of words stays compact
"""Gender and number as sets: what a word may be, and whether several words can stand in one group.

A set is an int of four bits: masculine singular, feminine singular, masculine plural, feminine plural. Words agree when
their sets have a bit in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import Word

MS, FS, MP, FP = 1, 2, 4, 8
SINGULAR, PLURAL = MS | FS, MP | FP
MALE, FEMALE = MS | MP, FS | FP
ANY = 15

DETERMINERS: dict[str, int] = {
    **dict.fromkeys(["le", "un", "ce", "cet", "du", "au", "aucun", "nul", "ledit", "dudit", "audit", "quel"], MS),
    **dict.fromkeys(["la", "une", "cette", "ma", "ta", "sa", "aucune", "nulle", "ladite", "quelle"], FS),
    **dict.fromkeys(["l'", "mon", "ton", "son", "notre", "votre", "leur", "chaque", "quelque"], SINGULAR),
    **dict.fromkeys(
        ["les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "aux", "plusieurs", "quelques", "deux", "trois",
         "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante", "cent",
         "cents", "mille", "quatre-vingts", "quatre-vingt"],
        PLURAL,
    ),
    **dict.fromkeys(["certains", "maints", "lesdits", "desdits", "auxdits", "quels", "différents", "divers"], MP),
    **dict.fromkeys(["certaines", "maintes", "lesdites", "desdites", "auxdites", "quelles", "différentes", "diverses"], FP),
}  # fmt: skip

PRONOUNS: dict[str, int] = {
    **dict.fromkeys(["je", "j'", "tu", "iel"], SINGULAR),
    "iels": PLURAL,
    **dict.fromkeys(["il", "celui-ci", "celui-là", "lequel", "cela", "ceci", "ça", "ç'", "c'", "ce", "chacun", "quiconque"], MS),
    **dict.fromkeys(["elle", "celle-ci", "celle-là", "laquelle", "chacune"], FS),
    **dict.fromkeys(["ils", "ceux-ci", "ceux-là", "lesquels"], MP),
    **dict.fromkeys(["elles", "celles-ci", "celles-là", "lesquelles"], FP),
    "nous": PLURAL,
}  # fmt: skip


OBJECT_PRONOUNS: dict[str, int] = {
    "le": MS,
    "la": FS,
    "l'": SINGULAR,
    "les": PLURAL,
    "me": SINGULAR,
    "m'": SINGULAR,
    "te": SINGULAR,
    "t'": SINGULAR,
    "nous": PLURAL,
}
"""Pronouns that stand before the verb as its object."""
_TENS = (
    "vingt-",
    "trente-",
    "quarante-",
    "cinquante-",
    "soixante-",
    "quatre-vingt-",
    "dix-",
    "cent-",
    "mille-",
)


def determiner(low: str, after: str = "") -> int:
    """The set of a determiner, 0 for another word; `after`, the next word, tells « mon » before a consonant."""
    if low in ("mon", "ton", "son") and after and after[0] not in "aeiouyhéèêàâîôûœ":
        return MS
    return DETERMINERS.get(low) or (
        PLURAL if low.startswith(_TENS) and not low.endswith(("ième", "ièmes")) else 0
    )


def bits(gender: str, number: str) -> int:
    """The set of a gender (`m`, `f`, `e` or empty) and a number (`s`, `p`, `i` or empty)."""
    return {"m": MALE, "f": FEMALE}.get(gender, ANY) & {"s": SINGULAR, "p": PLURAL}.get(number, ANY)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a form may be. `noun` and `adjective` are sets, empty when it is none; `parts` holds its parts of speech."""

    noun: int
    adjective: int
    participle: bool
    finite: bool
    infinitive: bool
    present: bool
    parts: frozenset[str]

    @property
    def nominal(self) -> bool:
        """A noun, an adjective or a participle, and no little word."""
        return bool(self.noun or self.adjective) and self.parts <= _NOMINAL

    @property
    def plain_adjective(self) -> bool:
        """An adjective or a participle that no conjugated verb equals."""
        return (
            bool(self.adjective)
            and self.parts <= _NOMINAL
            and not self.finite
            and not self.infinitive
            and not self.present
        )


_NOMINAL = frozenset("NAV")


@lru_cache(maxsize=16384)
def shape_of(form: str) -> Shape:
    """The shape of a form as the lexicon has it."""
    noun = adjective = 0
    participle = finite = infinitive = present = False
    readings = lexicon().analyses(form)
    if form == "frais":  # its adverb (« servir frais ») would hide the noun of every invoice
        readings = tuple(one for one in readings if one.pos != "R")
    if form == "montant":  # the sum of every invoice is no present participle
        readings = tuple(one for one in readings if one.pos != "V")
    for one in readings:
        if one.pos == "N":
            noun |= bits(one.gender, one.number)
        elif one.pos == "A":
            adjective |= bits(one.gender, one.number)
        elif one.pos == "V":
            if "ppas" in one.tags:
                participle = True
                adjective |= bits(one.gender, one.number)
            elif "inf" in one.tags:
                infinitive = True
            elif "ppre" in one.tags:
                present = True
            else:
                finite = True
    return Shape(
        noun, adjective, participle, finite, infinitive, present, frozenset(one.pos for one in readings)
    )


def shape(word: Word) -> Shape:
    """The shape of a word of a sentence."""
    return shape_of(word.text if word.text[:1].islower() else word.low)


def agreed_in(word: Word, wanted: int) -> tuple[str, ...]:
    """Forms of the adjective or participle `word` in the shapes `wanted`."""
    out: list[str] = []
    for bit, gender, number in ((MS, "m", "s"), (FS, "f", "s"), (MP, "m", "p"), (FP, "f", "p")):
        if wanted & bit:
            out += [one for one in forms.agreed(word, gender, number)[:1] if one not in out]
    return tuple(out)


def joined(first: int, second: int) -> int:
    """The set of two groups linked by « et »: plural, feminine only when both are."""
    if first & MALE or second & MALE:
        return MP if not (first & FEMALE and second & FEMALE) else PLURAL
    return FP
