# ruff: noqa: E501, SIM102 -- lists of words stay compact, one condition a line
"""How words are written (letters, accents, doubled consonants, elision, capitals, hyphens, apostrophes) and commas."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax.view import View, Word
from ascom_coach.language.text import plain
from planting.base import DETERMINERS, PRONOUNS, Plant, groups, put, surely_finite

_DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "février", "mars", "avril", "juin", "juillet", "septembre", "octobre", "novembre", "décembre", "français", "anglais"])  # fmt: skip
_VOWEL = tuple("aeiouyhéèêàâîôœ")
_ASIDES = frozenset(["mais", "car", "donc", "or"])
_OPENING = re.compile(
    r"^(?:(?:À|Afin|Après|Avant|Dans|Pour|En|Lors|Depuis|Dès|Suite|Si|Quand|Lorsque|Comme|Cependant|Toutefois|Ainsi|"
    r"Enfin|Ensuite|Malheureusement|Puis|Sans|Avec|Pendant|Malgré|Bien|Selon|De plus|D'autre part|D'une part|Sinon|"
    r"Normalement|Par|Au|Néanmoins|Pourtant|Merci|Bonjour|Madame|Chers?|Chères?)\b[^,;:.!?()«»]{0,80})(,) "
)


def plants(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        yield from _letters(view, at, word)
        yield from _joined(view, at, word)
    yield from _capitals(view)
    yield from _commas(view)
    yield from _typed(view)


def _seed(text: str, most: int) -> int:
    return zlib.crc32(text.encode()) % most


def _letters(view: View, at: int, word: Word) -> Iterator[Plant]:
    low = word.low
    if not word.text.islower() or len(low) < 5 or not word.readings or not low.isalpha():
        return
    plain_low = plain(low)
    if plain_low != low and "œ" not in low:
        known = lexicon().has(plain_low)
        places = (
            [i for i, (a, b) in enumerate(zip(low, plain_low, strict=False)) if a != b]
            if len(low) == len(plain_low)
            else []
        )
        if places and not low.endswith(("é", "ée", "és", "ées")):
            here = places[_seed(low, len(places))]
            wrong = low[:here] + plain_low[here] + low[here + 1 :]
            if not lexicon().has(wrong):
                yield put("accent ôté", "orthographe", word, wrong)
            if low[here] == "è" and not lexicon().has(low[:here] + "é" + low[here + 1 :]):
                yield put("accent é/è", "orthographe", word, low[:here] + "é" + low[here + 1 :])
        if low.endswith("é") and known:
            yield put("accent ôté, autre mot", "orthographe", word, plain_low)
    doubled = [m.start() for m in re.finditer(r"([bcdfglmnprst])\1", low)]
    if doubled:
        here = doubled[_seed(low, len(doubled))]
        _wrong = low[:here] + low[here + 1 :]
        if not lexicon().has(_wrong):
            yield put("consonne simple", "orthographe", word, _wrong)
    single = [m.start() for m in re.finditer(r"(?<=[aeiouy])[lmnprtfc](?=[aeiouy])", low)]
    if single:
        here = single[_seed(low, len(single))]
        wrong = low[:here] + low[here] + low[here:]
        if not lexicon().has(wrong):
            yield put("consonne doublée", "orthographe", word, wrong)
    if len(low) > 6:
        here = 1 + _seed(low, len(low) - 3)
        swapped = low[:here] + low[here + 1] + low[here] + low[here + 2 :]
        if swapped != low and not lexicon().has(swapped):
            yield put("lettres interverties", "orthographe", word, swapped)
        if not lexicon().has(low[:here] + low[here + 1 :]):
            yield put("lettre oubliée", "orthographe", word, low[:here] + low[here + 1 :])
    for right, wrong in (
        ("tion", "sion"),
        ("ance", "ence"),
        ("ence", "ance"),
        ("eau", "au"),
        ("ph", "f"),
        ("qu", "k"),
    ):
        if right in low and not lexicon().has(low.replace(right, wrong, 1)):
            yield put("son écrit autrement", "orthographe", word, low.replace(right, wrong, 1))
            break


def _joined(view: View, at: int, word: Word) -> Iterator[Plant]:
    after = view.at(at + 1)
    if word.low.endswith("'") and after and word.near:
        whole = word.low[:-1] + after.low
        if word.text.islower() and not lexicon().has(whole):
            yield Plant("apostrophe ôtée", "typographie", word.start, after.end, word.text[:-1] + after.text)
        yield Plant(
            "apostrophe : espace", "typographie", word.start, after.end, f"{word.text[:-1]} {after.text}"
        )
        full = {"l'": "le", "d'": "de", "qu'": "que", "n'": "ne", "j'": "je", "s'": "se", "c'": "ce"}.get(
            word.low
        )
        if full and after.low[:1] in _VOWEL:
            full = "si" if word.low == "s'" and after.low in ("il", "ils") else full
            text = full.capitalize() if word.text[:1].isupper() else full
            yield Plant("élision oubliée", "orthographe", word.start, after.end, f"{text} {after.text}")
    if after and after.clitic:
        whole = view.text[word.start - view.offset : after.end - view.offset]
        yield Plant("trait d'union du pronom", "typographie", word.start, after.end, whole.replace("-", " "))
    if "-" in word.text and word.text.replace("-", "").isalpha() and not word.text[:1].isupper():
        yield put("trait d'union ôté", "typographie", word, word.text.replace("-", " "))


def _capitals(view: View) -> Iterator[Plant]:
    first = view.words[0]
    if first.text[:1].isupper() and first.text[1:].islower() and first.start == view.offset:
        yield Plant("majuscule de phrase", "typographie", first.start, first.end, first.low)
    for at, word in enumerate(view.words):
        if (
            at
            and word.low in _DAYS
            and word.text.islower()
            and (word.low != "mars" or view.low(at - 1)[:1].isdigit())
        ):
            if word.low not in ("français", "anglais") or view.low(at - 1) in ("en", "le"):
                yield Plant("majuscule de trop", "typographie", word.start, word.end, word.text.capitalize())
        if word.low in (
            "paris",
            "france",
            "lyon",
            "europe",
            "marseille",
            "lille",
            "nantes",
            "noël",
            "bretagne",
        ):
            yield Plant("majuscule oubliée", "typographie", word.start, word.end, word.text.lower())


def _commas(view: View) -> Iterator[Plant]:
    text = view.text
    if (match := _OPENING.match(text)) and text.count(",") < 3:
        first = re.match(r"[\w’']+", text[match.end() :])
        last = view.at(sum(word.start < match.start(1) + view.offset for word in view.words) - 1)
        if first and last:
            told = first[0].lower().rstrip("’'")
            kind = "sujet" if told in {*PRONOUNS, *DETERMINERS, "c", "j", "l", "n"} else "autre"
            yield Plant(f"virgule après l'ouverture ({kind})", "ponctuation", last.start, match.end() + len(first[0]),
                        f"{last.text} {first[0]}")  # fmt: skip
    if text.rstrip().endswith("?") and len(view.words) > 3:
        last = view.words[-1]
        yield Plant("point pour « ? »", "ponctuation", last.start, view.offset + len(text), last.text + ".")
    if match := re.search(
        r"(\w+), ((?:des|un|une|du|de la|les|la|le|deux|trois) [^,;:.()]{2,25}(?:, [^,;:.()]{2,25})* et )",
        text,
    ):
        yield Plant("virgule de liste", "ponctuation", match.start(), match.end(1) + 2 + len(match[2].split()[0]),
                    f"{match[1]} {match[2].split()[0]}")  # fmt: skip
    for at, word in enumerate(view.words[:-1]):
        after = view.words[at + 1]
        if (
            surely_finite(word)
            and after.low in ("que", "qu'")
            and after.near
            and not word.clitic
            and word.low not in ("est", "sont")
        ):
            yield Plant(
                "virgule entre verbe et « que »",
                "ponctuation",
                word.start,
                after.end,
                f"{word.text}, {after.text}",
            )
    for match in re.finditer(
        r"\b([A-Z][a-zé]+), ((?:notre|votre|le|la|directeur|directrice|responsable|gérant|gérante)) ", text
    ):
        yield Plant(
            "virgule de l'apposition", "ponctuation", match.start(), match.end(2), f"{match[1]} {match[2]}"
        )
    for at, word in enumerate(view.words):
        gap = text[view.words[at - 1].end - view.offset : word.start - view.offset] if at else ""
        if gap == ", " and word.low in _ASIDES and any(surely_finite(one) for one in view.words[at : at + 4]):
            yield Plant(f"virgule avant {word.low}", "ponctuation", view.words[at - 1].start, word.end,
                        f"{view.words[at - 1].text} {word.text}")  # fmt: skip
    for match in re.finditer(r"(\w+), ([^,;:.()]{6,50}), (\w+)", text):
        inside = match[2].split()[0].lower()
        if inside in (
            "qui",
            "dont",
            "où",
            "situé",
            "située",
            "notre",
            "votre",
            "le",
            "la",
            "responsable",
            "directeur",
            "par",
        ):
            yield Plant("virgule de l'incise, fermante", "ponctuation", match.end(2) - len(match[2].split()[-1]), match.end(3),
                        f"{match[2].split()[-1]} {match[3]}")  # fmt: skip
    for group in groups(view):
        if group.first > 1:
            continue
        after = view.at(group.last + 1)
        if after and after.near and surely_finite(after) and group.last + 1 > 1:
            last = view.words[group.last]
            yield Plant(
                "virgule entre sujet et verbe",
                "ponctuation",
                last.start,
                after.end,
                f"{last.text}, {after.text}",
            )


def _typed(view: View) -> Iterator[Plant]:
    text = view.text
    if match := re.search(r"(\w+), (\w+)", text):
        yield Plant(
            "espace après la virgule", "typographie", match.start(), match.end(), f"{match[1]},{match[2]}"
        )
        yield Plant(
            "espace avant la virgule", "typographie", match.start(), match.end(), f"{match[1]} , {match[2]}"
        )
    if match := re.search(r"(\w+)[ \u00a0\u202f]([:;?!])", text):
        yield Plant(
            "espace avant ; : ! ?", "typographie", match.start(), match.end(), f"{match[1]}{match[2]}"
        )
    if match := re.search(r"(\d+)[ \u00a0\u202f](€|%)", text):
        yield Plant("espace avant € %", "typographie", match.start(), match.end(), f"{match[1]}{match[2]}")
