"""A sentence as a row of chunks: noun groups with gender and number, pronouns, verbs, links. No tree."""

from __future__ import annotations

from dataclasses import dataclass

from ascom_coach.language.lexicon import Analysis
from ascom_coach.language.syntax.morphology import AVOIR, ETRE, FINITE
from ascom_coach.language.syntax.view import View, Word, once

_DETERMINERS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(["le", "un", "ce", "cet", "tout", "aucun", "quel", "certain"], ("m", "s")),
    **dict.fromkeys(["la", "une", "cette", "ma", "ta", "sa", "toute", "aucune", "quelle", "certaine"], ("f", "s")),
    **dict.fromkeys(["l'", "mon", "ton", "son", "notre", "votre", "leur", "chaque", "quelque"], ("", "s")),
    **dict.fromkeys(
        ["les", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques", "deux", "trois", "quatre",
         "cinq", "six", "sept", "huit", "neuf", "dix", "douze", "quinze", "vingt", "trente", "cent", "mille"],
        ("", "p"),
    ),
    **dict.fromkeys(["tous", "quels", "certains"], ("m", "p")),
    **dict.fromkeys(["toutes", "quelles", "certaines"], ("f", "p")),
}  # fmt: skip
_NUMBERS = frozenset(
    ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douze", "quinze", "vingt", "trente"]
)  # fmt: skip
_COLOUR_NOUNS = frozenset(
    [
        "rose",
        "orange",
        "violette",
        "menu",
        "carte",
        "plan",
        "public",
        "produit",
        "commune",
        "rapide",
        "technique",
        "mobile",
        "fixe",
        "général",
    ]
)
"""Nouns first, before a word that may be an adjective."""
_HUNDREDS = frozenset(["cent", "cents", "mille", "vingts", "quatre-vingts", "quatre-vingt", "vingt"])
_FUSED = {"du": ("de", "m", "s"), "au": ("à", "m", "s"), "aux": ("à", "", "p")}
_PREPOSITIONS = {
    **dict.fromkeys(["de", "d'"], "de"), "à": "à", "en": "en",
    **dict.fromkeys(["par", "pour", "dans", "sur", "sous", "avec", "sans", "chez", "entre", "vers", "selon", "contre",
                     "depuis", "pendant", "avant", "après", "dès", "jusqu'", "sauf", "malgré", "parmi", "devant",
                     "derrière", "envers", "durant", "concernant"], "P"),
}  # fmt: skip
_PRONOUNS = frozenset(
    ["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "c'", "cela", "ça", "ceci", "ceux",
     "celles", "celui", "celle", "tout", "rien", "personne", "chacun", "chacune", "certains", "certaines", "plusieurs",
     "beaucoup", "quelqu'un", "aucun", "aucune", "toutes", "tous"]
)  # fmt: skip
_LINKS = frozenset(
    ["qui", "que", "qu'", "dont", "où", "et", "ou", "mais", "car", "si", "s'", "quand", "lorsque", "lorsqu'", "comme",
     "ni", "puis", "donc", "puisque", "puisqu'", "parce", "lequel", "laquelle", "lesquels", "lesquelles", "auquel",
     "auxquels", "auxquelles", "duquel", "desquels", "desquelles", "quoi", "soit"]
)  # fmt: skip
_OBJECTS = frozenset(
    ["le", "la", "l'", "les", "se", "me", "m'", "te", "t'", "lui", "leur", "y", "en", "nous", "vous"]
)
_SKIPPED = frozenset(
    ["ne", "n'", "pas", "plus", "jamais", "point", "y", "lui", "me", "te", "m'", "t'", "environ"]
)
_ONE_OF = {"aucun": "m", "aucune": "f", "chacun": "m", "chacune": "f"}
_TITLES = {
    "mme": ("f", "s"), "mlle": ("f", "s"), "madame": ("f", "s"),
    "monsieur": ("m", "s"), "m": ("m", "s"), "mr": ("m", "s"),
    "mmes": ("f", "p"), "mm": ("m", "p"),
}  # fmt: skip
_LIKE_BEING = frozenset(["rester", "paraître", "sembler", "devenir", "demeurer"])
_MARKS = {",": ",", "(": "(", ")": ")", ":": ":", ";": ";", "«": "«", "»": "»", "-": ",", "–": ",", "—": ","}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words `first`…`last` of the view.

    `kind`: N (noun group), I (infinitive), V (conjugated verb), L (one that links like être), E (être), H (avoir), G
    (present participle), K (participle or adjective alone), U (unknown name), =le and its like (object pronouns); a
    subject pronoun, a link or a mark stands as itself. `prep` is the class of the preposition of a noun group, `gender`
    and `number` its shape when sure.
    """

    first: int
    last: int
    kind: str
    prep: str = ""
    gender: str = ""
    number: str = ""

    @property
    def shape(self) -> str:
        """One short name with everything a rule may look at."""
        return f"{self.prep}{self.kind}{self.gender}{self.number}"


def _nouns(word: Word) -> list[Analysis]:
    if (word.low in AVOIR or word.low in ETRE) and word.low not in (
        "sommes",
        "été",
        "être",
        "avoir",
        "avions",
    ):
        return []
    return [one for one in word.readings if one.pos == "N"]


def _adjectives(word: Word) -> list[Analysis]:
    return [one for one in word.readings if one.pos == "A" or "ppas" in one.tags]


def _one(values: set[str]) -> str:
    kept = values - {"", "e", "i"}
    return kept.pop() if len(kept) == 1 and not values & {"e", "i"} else ""


@once
def chunks(view: View) -> tuple[Chunk, ...]:
    """The chunks of a sentence, in order; adverbs, clitics and negations are left out."""
    found: list[Chunk] = []
    at = 0
    words = view.words
    while at < len(words):
        if at and not words[at].near and not words[at].clitic:
            gap = view.text[words[at - 1].end - view.offset : words[at].start - view.offset].strip()
            if mark := _MARKS.get(gap[:1]):
                found.append(Chunk(at, at - 1, mark))
        at = _next(view, at, found)
    return tuple(found)


def _next(view: View, at: int, found: list[Chunk]) -> int:
    word = view.words[at]
    low = word.low
    if word.clitic or low in _SKIPPED:
        return at + 1
    figure = view.at(at + 1)
    if low in _PREPOSITIONS and figure and figure.near and figure.text[:1].isdecimal():
        unit = view.at(at + 2)
        last = (
            at + 2
            if unit and unit.near and _nouns(unit) and unit.text.islower() and not unit.has("V")
            else at + 1
        )
        found.append(Chunk(at, last, "N", _PREPOSITIONS[low], "", "p"))
        return last + 1
    if low not in _ONE_OF and (group := _noun_group(view, at)):
        found.append(group)
        return group.last + 1
    if low in _LINKS:
        found.append(Chunk(at, at, "si" if low == "s'" else low.rstrip("'")))
        return at + 1
    if low in _ONE_OF and view.low(at + 1) in ("des", "de", "d'"):
        found.append(Chunk(at, at, "N", "", _ONE_OF[low], "s"))
        return at + 1
    if low in _TITLES and (name := view.at(at + 1)) and name.near and name.text[:1].isupper():
        found.append(Chunk(at, at, "N", "", *_TITLES[low]))
        at += 1
        while (one := view.at(at)) and one.near and one.text[:1].isupper():
            at += 1
        return at
    if low in _PRONOUNS:
        found.append(Chunk(at, at, low))
        return at + 1
    if low in _OBJECTS:
        found.append(Chunk(at, at, "=" + low))
        return at + 1
    if low in _PREPOSITIONS:
        found.append(Chunk(at, at, _PREPOSITIONS[low]))
        return at + 1
    found.extend(_verb_or_adjective(word, at, found[-1].kind if found else ""))
    return at + 1


def _verb_or_adjective(word: Word, at: int, before: str) -> list[Chunk]:
    low = word.low
    if low in ETRE:
        return [Chunk(at, at, "être" if low in ("être", "été") else "E")]
    if low in AVOIR:
        return [Chunk(at, at, "avoir" if low in ("avoir", "ayant", "eu") else "H")]
    if word.verb("inf") and not word.has("N"):
        return [Chunk(at, at, "I")]
    if word.verb("ppre"):
        return [Chunk(at, at, "G")]
    adjectives = _adjectives(word)
    if adjectives and (not _nouns(word) or word.verb("ppas") or before in ("E", "être", "L")):
        gender, number = _one({one.gender for one in adjectives}), _one({one.number for one in adjectives})
        return [Chunk(at, at, "K", "", gender, number)]
    if any(one.pos == "V" and one.tags.intersection(FINITE) for one in word.readings):
        return [Chunk(at, at, "L" if any(one.lemma in _LIKE_BEING for one in word.readings) else "V")]
    if nouns := _nouns(word):
        return [Chunk(at, at, "N", "", _one({a.gender for a in nouns}), _one({a.number for a in nouns}))]
    if not word.readings and word.text[:1].isupper():
        return [Chunk(at, at, "U")]
    return []


def _noun_group(view: View, at: int) -> Chunk | None:
    """« (préposition) (déterminant) (adjectifs) nom », the noun being the first word that can be one."""
    words, first = view.words, at
    prep = ""
    shape: tuple[str, str] | None = None
    if words[at].low in _PREPOSITIONS:
        prep = _PREPOSITIONS[words[at].low]
        at += 1
    if at < len(words) and words[at].low in _FUSED and not prep:
        prep, *rest = _FUSED[words[at].low]
        shape = (rest[0], rest[1])
        at += 1
    elif at < len(words) and words[at].low == "des":
        prep, shape = prep or "des", ("", "p")
        at += 1
        if at < len(words) and words[at].low in _NUMBERS:
            at += 1  # « des deux magasins »
    else:
        while at < len(words) and words[at].low in _DETERMINERS and (at == first or words[at].near):
            gender, number = _DETERMINERS[words[at].low]
            shape = (gender or (shape[0] if shape else ""), number)
            at += 1
    if shape is None and not prep:
        return None
    start = at
    while at < len(words) and at < start + 3 and words[at].near and not words[at].clitic:
        word = words[at]
        if word.low in _HUNDREDS and at + 1 < len(words) and words[at + 1].near and words[at + 1].has("N"):
            shape, at, start = ("", "p"), at + 1, start + 1
            continue
        if not word.readings and word.text[:1].isupper():
            return Chunk(first, at, "N", prep, *(shape or ("", "")))
        if nouns := _nouns(word):
            nxt = view.at(at + 1)
            if (
                _adjectives(word)
                and nxt
                and nxt.near
                and _nouns(nxt)
                and not (_adjectives(nxt) and word.low.rstrip("s") in _COLOUR_NOUNS)
                and not nxt.verb()
                and nxt.readings
                and at == start
            ):
                at += 1
                continue
            if shape is None and word.has("O", "P", "C", "G", "D", "R"):
                return None
            gender = shape[0] if shape and shape[0] else _one({one.gender for one in nouns})
            number = shape[1] if shape and shape[1] else _one({one.number for one in nouns})
            return Chunk(first, at, "N", prep, gender, number)
        if (
            not _adjectives(word)
            and word.low not in ("même", "mêmes", "autre", "autres")
            and not word.low.isdecimal()
        ):
            return None
        at += 1
    return None
