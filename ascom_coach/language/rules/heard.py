# ruff: noqa: E501 -- a table keeps its lines
"""Set expressions written as they are heard: « à rat bore » for « à ras bord », « sans coud fée rire ».

An expression has a key made of the sounds of its words, whatever the words are; a stretch of a sentence that has the
key and is not written like the expression is a misspelling of it. Liaisons are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, cased
from ascom_coach.language.rules.wordlists import expanded
from ascom_coach.language.syntax.view import View

MOST_WORDS = 8
"""The longest stretch that is compared, in words of a view."""
_LEAST_SOUNDS = 4

_APART = {
    "et": "e", "est": "e", "es": "e", "ai": "e", "aie": "e", "eh": "e", "hé": "e", "y": "i", "a": "a", "à": "a", "as": "a", "eau": "o",
    "au": "o", "aux": "o", "haut": "o", "hauts": "o", "oh": "o", "os": "os", "un": "1", "1": "1", "an": "A", "en": "A", "on": "O", "ont": "O",
    "ou": "u", "où": "u", "août": "u", "eu": "y", "eut": "y", "eux": "2", "oeuf": "2f", "oeufs": "2", "oui": "wi", "ouï": "wi", "ouïe": "wi",
    "les": "le", "des": "de", "mes": "me", "tes": "te", "ses": "se", "ces": "se", "je": "j", "me": "m", "te": "t", "se": "s", "ce": "s",
    "le": "l", "de": "d", "ne": "n", "que": "k", "fer": "fer", "mer": "mer", "ver": "ver", "cher": "Ser", "hier": "ier", "fier": "fier",
    "hiver": "iver", "enfer": "Afer", "sens": "sAs", "ours": "urs", "fils": "fis", "cap": "kap", "net": "net", "sept": "set",
    "huit": "it", "brut": "bryt", "porc": "por", "clef": "kle", "nerf": "ner", "chef": "Sef", "tabac": "taba", "cerf": "ser", "oc": "ok",
    "femme": "fam", "monsieur": "mesi2", "second": "segO", "vingt": "v1", "doigt": "dwa", "doigts": "dwa", "ail": "aY", "oeil": "2Y",
    "dam": "dam", "gars": "ga", "coq": "kok", "cinq": "s1k", "hôtel": "otel",
}  # fmt: skip
"""Short or irregular words, with their sounds."""
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[éèêë]", "E"), (r"[àâä]", "a"), (r"[îï]", "I"), (r"ô", "o"), (r"û|ù|ü", "u"), (r"ç", "S"), (r"œ", "oe"),
        (r"[^a-zEIS]", ""), (r"(?<=.)(?:ees|Ees|Ee|ers|er|ez|Es)$", "E"), (r"(?<=[^aeiouEI])et[s]?$|(?<=[iu])et[s]?$", "E"),
        (r"mpt", "mt"), (r"ied[s]?$", "iE"), (r"(?<=[^qg][aiouyEI])es?$", ""), (r"(?<=.)e[s]?$", "_"), (r"(?<=[nm])(?:gt?|b|c|d|p|t)?[sxz]?$", ""),
        (r"(?<=.)[stdxzp]+$", ""), (r"_$", ""),
        (r"S", "ss"), (r"sch|sh|ch(?![rl])", "C"), (r"ch", "k"), (r"ph", "f"), (r"gn", "N"), (r"h", ""),
        (r"(?<=[aeuoE])(?:ill?e?)(?=[aeouE]|$)", "Y"), (r"(?:ue|oe|oei)il", "2Y"), (r"(?<=[^v])ill(?=[aeiouE]|$)", "iY"), (r"ti(?=on)", "ssi"),
        (r"cc(?=[eiyEI])", "ks"), (r"qu(?=[aeiouyEI])|qu$|q|ck", "k"), (r"sc(?=[eiyEI])|c(?=[eiyEI])", "ss"), (r"c", "k"),
        (r"gu(?=[eiyEI])|gu$", "G"), (r"ge(?=[ao])|g(?=[eiyEI])|g$", "j"), (r"[G]", "g"),
        (r"(?<=[aeiouyEI])s(?=[aeiouyEI])", "z"), (r"x", "ks"), (r"[e]?au", "o"), (r"oeu?|eu", "2"), (r"oin", "w1"),
        (r"oi|oy|oê", "wa"), (r"ou", "w"),
        (r"(?:ain|ein|aim|eim|yn|ym|in|im|un|um)(?![aeiouynmEI])", "1"), (r"(?<=[iyE])en(?![aeiouynmEI])", "1"),
        (r"(?:an|am|en|em)(?![aeiouynmEI])", "A"), (r"(?:on|om)(?![aeiouynmEI])", "O"),
        (r"(?<=[bcdfgjklmnpqrstvzCN])e(?=(?:[bcdfgkptv][lr]|[bcdfgjklmnpqrstvzCN])[aeiouyEIOA12w])", ""), (r"(?:ai|ei|ay|ey)", "e"), (r"u", "y"), (r"w(?![a1])", "u"), (r"E", "e"), (r"I", "i"), (r"(?<=[^aeiou])y(?=[aeiou])|^y|y(?=$)", "y"),
        (r"([a-zA-Z])\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=16384)
def sounds(word: str) -> str:
    """The sounds of one word in lower case, a letter or a sign each; mute letters left out."""
    word = word.replace("œ", "oe")
    if word in _APART:
        return _APART[word]
    for pattern, to in _STEPS:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=16384)
def _sounds_of(word: str) -> str:
    """The sounds of a word of a view, joined by hyphens or not; empty for a number."""
    return (
        "".join(sounds(part) for part in re.findall(r"[^'-]+", word))
        if word == "1" or word.isalpha() or not re.search(r"\d", word)
        else ""
    )


def key(text: str) -> str:
    """The sounds of a text in lower case, words joined."""
    return "".join(sounds(part) for part in re.findall(r"[^\s'’-]+", text.lower()))


@dataclass(frozen=True, slots=True)
class Expression:
    """A set expression of the rule `name`: its writings, other ways of saying it that are wrong, and those
    of its writings that are suggested."""

    name: str
    writings: tuple[str, ...]
    misheard: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def read(name: str, line: str) -> Expression:
    """The expression of a line « coup(s) de main | right too < misheard < misheard ». Raises ValueError for one too short."""
    right, *misheard = (part.strip() for part in line.replace("’", "'").split("<"))
    writings = tuple(form for part in right.split("|") for form in expanded(part.strip()))
    one = Expression(name, writings, tuple(misheard), expanded(right.split("|")[0].strip()))
    if any(len(key(part)) < _LEAST_SOUNDS for part in one.writings):
        raise ValueError(f"too short to be heard: {line!r}")
    return one


def table(expressions: Iterable[Expression]) -> dict[str, list[Expression]]:
    """Key → the expressions that sound so."""
    out: dict[str, list[Expression]] = {}
    for one in expressions:
        for heard in dict.fromkeys(key(part) for part in (one.writings[0], *one.misheard)):
            out.setdefault(heard, []).append(one)
    return out


def found(view: View, known: Mapping[str, list[Expression]], longest: int) -> Iterator[tuple[str, Hit]]:
    """Rule names and places of the sentence where a known expression is heard and not written so.

    `longest` is the length of the longest key. A name, or a text in capitals, is left alone.
    """
    words = view.words
    parts = [_sounds_of(word.low) for word in words]
    for at, first in enumerate(words):
        heard = ""
        for end in range(at, min(at + MOST_WORDS, len(words))):
            last = words[end]
            if not parts[end] or (end > at and (not last.near or last.text[0].isupper())):
                break
            heard += parts[end]
            if len(heard) > longest:
                break
            if heard not in known or (end == at and "-" not in first.text) or last.low.endswith("'"):
                continue
            written = " ".join(view.text[first.start - view.offset : last.end - view.offset].lower().split())
            if (at and first.text[0].isupper()) or any(written in one.writings for one in known[heard]):
                continue
            if end == at and lexicon().has(first.text):
                continue  # « arcs-en-ciel »
            after = words[end + 1] if end + 1 < len(words) else None
            if last.low in ("se", "me", "te") and after and after.near and after.verb("inf"):
                continue  # « censés se fermer »
            if first.text == "A" and any(f"à{written[1:]}" in one.writings for one in known[heard]):
                continue
            right = tuple(
                dict.fromkeys(cased(first.text, form) for one in known[heard] for form in one.shown)
            )
            yield known[heard][0].name, (first.start, last.end, right)
