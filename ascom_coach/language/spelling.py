"""Words of a text that are not French, and whether each is surely a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.likely import listed_faults, placed, suggestions
from ascom_coach.language.names import named
from ascom_coach.language.nearby import resembles
from ascom_coach.language.phonetic import sound
from ascom_coach.language.protect import OFFICE, soft_zones, touches
from ascom_coach.language.syntax.view import View, plain_view, views
from ascom_coach.language.text import plain

_PARTICLES = frozenset(
    ["van", "von", "den", "der", "di", "da", "del", "della", "dos", "el", "al", "ben", "bin", "ter", "mac"]
)
"""Small words inside a family name: « Van den Berg »."""


def unknown_words(text: str) -> Iterator[tuple[View, int, bool]]:
    """Sentence and place of the unknown words of an NFC text, and whether each is surely a fault (a capitalised one may
    be a name)."""
    zones = soft_zones(text)
    signs = plain_view(text)
    for view in views(text):
        for index, word in enumerate(view.words):
            if (
                word.clitic
                or " " in word.text
                or not re.search(r"[^\W\d_]", word.text)
                or touches(zones, word.start, word.end)
            ):
                continue
            if (
                known(word.text)
                or with_ligature(word.text)
                or plain(word.text).strip("'") in OFFICE
                or _before_je(view, index)
            ):
                continue
            if signs[word.end : word.end + 1] == "'" or _shortened(word.text, signs[word.end : word.end + 3]):
                continue
            if named(text, word.text):
                continue
            if len(word.text) == 1 or signs[word.start - 2 : word.start].lower() == "p'":
                continue  # « Les P'tits Crayons »
            capital = any(char.isupper() for char in word.text)
            first = index == 0 and word.text[1:].islower()
            if capital and first:
                low = suggestions(word.low)
                yield view, index, bool(low) and len(view.words) > 3 and _sure(word.low, low[0])
            else:
                latin = (
                    index > 0
                    and view.words[index - 1].text[:1].isupper()
                    and not known(view.words[index - 1].text)
                )
                after = view.at(index + 1)
                particle = (
                    word.low in _PARTICLES and after is not None and after.near and after.text[:1].isupper()
                )
                # What resembles no French word at all is borrowed or new far more often than misspelt.
                sure = (
                    not (capital or latin or particle)
                    and bool(suggestions(word.low))
                    and not _borrowed(word.low)
                )
                if sure or not capital or word.text.isupper() or _alike(word.low):
                    yield view, index, sure


def _shortened(word: str, after: str) -> bool:
    """Whether a short word before a full stop may be an abbreviation: « boul. », not « écris. » without its accent."""
    if after[:1] != "." or len(word) > 5:
        return False
    if re.match(r"\. ?[a-zà-ÿ\d,;:]", after):
        return True
    if any(form.islower() and form != word.lower() for form in lexicon().spellings(word.lower())):
        return False
    near = (
        suggestions(word) if word.islower() else ()
    )  # « mieu. », « la caise. »: heard as a word, with a vowel that no abbreviation keeps
    return not (
        len(word) > 3 and near and near[0].islower() and resembles(word, near[0]) <= _NEAR and _voiced(word)
    )


def _voiced(word: str) -> bool:
    """Whether a word ends like a word, not like the beginning of one: « mieu », « caise », not « boul », « tél »."""
    return plain(word)[-1:] in "aeiou"


def proposed(view: View, at: int, sure: bool) -> tuple[str, ...]:
    """What is proposed for the unknown word at `at`. One that may be a name gets what is nearly the same word only."""
    if sure:
        return placed(view, at)
    word = view.words[at]
    near = lexicon().spellings(word.low)[:_FEW]
    if near or (at and word.text[:1].isupper()):
        return near
    return tuple(
        form
        for form in placed(view, at)
        if form in listed_faults().get(word.low, ())
        or (plain(form)[:1] == plain(word.low)[:1] and _nearly(word.low, form))
    )[:_FEW]


def _nearly(word: str, form: str) -> bool:
    return len(word) > _SHORT and " " not in form and resembles(word, form) <= _NEARLY


_FEW = 3
_SHORT = 6
"""Letters that a word may have and still be a name like another."""
_NEARLY = 1.0
"""How far a fix may be from a word that may be a name."""
_NEAR = 0.75
"""How far from its fix a capitalised word may be and still be a fault, not a name."""


def _before_je(view: View, index: int) -> bool:
    """« Dussé-je », « puissé-je »: before « je », a final e takes an accent."""
    word, after = view.words[index], view.at(index + 1)
    return bool(
        after
        and after.clitic
        and after.low == "je"
        and word.low.endswith("é")
        and lexicon().verb(f"{word.low[:-1]}e", "1s")
    )


def _alike(word: str) -> bool:
    """Whether a word of the language is near enough for a capitalised word inside a sentence to be that one, misspelt:
    « la Directrise », not « Tomasz »."""
    near = suggestions(word)
    return bool(near) and plain(near[0])[:1] == plain(word)[:1] and resembles(word, near[0]) <= _NEAR


def _sure(word: str, fix: str) -> bool:
    """A capitalised word that opens a sentence is a fault when an accent or a doubled letter alone is wrong."""
    if plain(fix)[:1] != plain(word)[:1] or fix[:1].isupper() or resembles(word, fix) > _NEAR:
        return False
    return plain(fix) == plain(word) or fix.startswith("je ") or (sound(fix) == sound(word) and len(word) > 4)


def _borrowed(word: str) -> bool:
    """« tracking », « meetup », « cookies »: spelt as French is not, and far from any French word."""
    return bool(_FOREIGN.search(word)) and resembles(word, suggestions(word)[0]) > _NEAR


_FOREIGN = re.compile(r"ings?$|[a-z]ee[a-z]|oo|ew")


def with_ligature(word: str) -> str:
    """« main-d’œuvre » for « main-d’oeuvre », which keyboards type so: the word as it is printed, or nothing."""
    printed = word.replace("oe", "œ").replace("Oe", "Œ")
    return printed if printed != word and not lexicon().has(word) and lexicon().has(printed) else ""


def known(word: str) -> bool:
    """Whether the word, or each part of a compound, is French."""
    lex = lexicon()
    bare = word.replace("’", "'").strip("'")
    if not bare or lex.has(bare):
        return True
    made = re.fullmatch(r"([a-zà-ÿ]{3,})ables?", bare.lower())
    if made and lex.verb(made[1] + "er", "inf"):
        return True  # « gerbable »
    if (joined := _JOINED.fullmatch(bare)) and any(
        one.pos in "NA" or "ppas" in one.tags for one in lex.analyses(joined[1])
    ):
        return True  # « autoliquidation », « multisites »
    if bare.endswith("'") or bare.lower() in (
        "c",
        "d",
        "j",
        "l",
        "m",
        "n",
        "s",
        "t",
        "qu",
        "jusqu",
        "lorsqu",
        "puisqu",
        "quelqu",
        "presqu",
        "quoiqu",
    ):
        return True
    if "-" in bare:
        return all(
            part in ("t", "ci", "là", "") or lex.has(part) or part.lower() in _PREFIXES
            for part in bare.split("-")
        )
    if "'" in bare:
        return all(lex.has(part) or known(part) for part in bare.split("'") if part)
    return False


_JOINED = re.compile(
    r"(?:pré(?=[a-zà-ÿ]{7})|agro|auto|bio|cyber|électro|géo|hydro|hyper|macro|méta|micro|mini|multi|néo|omni|pluri|poly|radio|télé|thermo|ultra|web)"
    r"([a-zà-ÿ]{4,})"
)
"""Prefixes that new words are made with, and the word behind, long enough to be no ending."""
_PREFIXES = frozenset(
    [
        "anti",
        "auto",
        "bio",
        "co",
        "contre",
        "demi",
        "éco",
        "ex",
        "extra",
        "hyper",
        "inter",
        "intra",
        "micro",
        "mi",
        "mini",
        "multi",
        "néo",
        "non",
        "pluri",
        "post",
        "pré",
        "pro",
        "pseudo",
        "re",
        "semi",
        "sous",
        "super",
        "sur",
        "télé",
        "ultra",
        "vice",
        "e",
    ]
)
