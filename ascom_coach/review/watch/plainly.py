# ruff: noqa: E501 -- a pattern stays on one line
"""Facts contradicted in plain words: how long, at what moment, since when, how many of each, only these.

Each function takes what a text says and what the story knows, and gives (start, end, what is told of it).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import fold, plain, stem
from ascom_coach.review.watch.matters import Lore, key, roots
from ascom_coach.review.watch.meanings import QUOTED, Said

Told = tuple[int, int, str]
"""A span of the text and the matter it contradicts, in the words of the story (« la durée de la visite »)."""

_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
            "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30}  # fmt: skip
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,3}})"
_UNITS = {
    "minute": 1,
    "heure": 60,
    "matinee": 240,
    "apres-midi": 240,
    "demi-journee": 240,
    "journee": 480,
    "jour": 480,
    "semaine": 2400,
}
_SPAN = re.compile(
    rf"(?<![\w-])(?:(?P<half>une demi-heure|un quart d'heure|trois quarts d'heure)|(?:(?P<number>{_NUMBER}) |(?P<whole>l[ae'] ?|toute (?:la|l') ?))(?P<unit>minutes?|heures?|demi-journees?|journees?|jours?|matinee|apres-midi|semaines?)(?: (?P<more>et demie|entiere))?)(?![\w-])"
)
_HALVES = {"une demi-heure": 30, "un quart d'heure": 15, "trois quarts d'heure": 45}
_LASTS = re.compile(
    r"(?:(?<!\w)(?:prevoyez|prevois|prevoir|prevoyons|comptez|compter|dure|durera|durent|faut|faudra|prend|prendra|reservez|reserver|bloquez|mobilise\w*)|(?:^|[;:,] ?)(?:compte|prends))"
    r"(?: (?:environ|bien|a peu pres|pas moins de|plutot|donc|moi|toi|nous|vous|lui))* ?$"
)
_TIME = re.compile(r"duree|temps (?:de|du|qu)|longueur|combien de temps")
_HOUR = re.compile(r"(?<!\w)\d{1,2} ?h(?: ?\d\d)?(?!\w)")
_VAGUE = re.compile(
    r"(?<!\w)(?:dans la (?:semaine|journee)|un de ces jours|prochainement|bientot|sous peu|dans les (?:prochains|meilleurs) (?:jours|delais)|d'ici quelque(?:s)? (?:temps|jours)|un jour prochain|"
    r"en (?:debut|fin|cours|milieu) de (?:semaine|journee|matinee|mois)|des que possible|courant (?:du )?\w+|a l'occasion|ces prochains jours|plus tard|la semaine prochaine|une autre fois|si (?:tu as|vous avez|tu trouves) (?:un moment|le temps|cinq minutes)|quand (?:tu (?:peux|pourras|auras)|vous (?:pouvez|pourrez|aurez))|(?:vois|voyez|a voir) avec (?:elle|lui|eux) pour (?:l'heure|le jour|la date))(?!\w)"
)
_ALONE = re.compile(
    r"(?P<what>[a-z-]{4,}s) (?:seulement|uniquement|exclusivement)|(?:seuls|que|uniquement|exclusivement) les (?P<that>[a-z-]{4,}s)"
)


def other_length(said: Said, lore: Lore) -> Iterator[Told]:
    """« prévoyez la journée entière » where the story says one hour, and no line of it says a whole day for it."""
    matters = [
        one for one in lore.matters if one.fact and _TIME.search(plain(one.about)) and _minutes(one.text)
    ]
    if len(matters) != 1:
        return
    known = {length for line in (matters[0].text, *matters[0].said) for length, _, _ in _lengths(line)}
    for start, end in said.sentences:
        folded = fold(said.text[start:end])
        for length, first, last in _lengths(folded.text):
            if length not in known and _LASTS.search(folded.text[:first]) and not QUOTED.search(folded.text):
                begin, stop = folded.span(first, last)
                yield start + begin, start + stop, matters[0].about


def _lengths(text: str) -> Iterator[tuple[int, int, int]]:
    folded = plain(text)
    for match in _SPAN.finditer(folded):
        if match["half"]:
            yield _HALVES[match["half"]], *match.span()
            continue
        unit = match["unit"].rstrip("s")
        number = _number(match["number"]) if match["number"] else 1
        minutes = number * _UNITS[unit] + (_UNITS[unit] // 2 if match["more"] == "et demie" else 0)
        yield minutes, *match.span()


def _minutes(text: str) -> bool:
    return next(_lengths(text), None) is not None


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def vague_moment(said: Said, lore: Lore) -> Iterator[Told]:
    """« dans la semaine » in a sentence about a matter whose day and hour are known, and no day beside it."""
    dated = [
        one
        for one in lore.matters
        if one.fact and _HOUR.search(plain(one.text)) and any(kind == "date" for kind, _ in one.values)
    ]
    for start, end in said.sentences:
        folded = fold(said.text[start:end])
        match = _VAGUE.search(folded.text)
        if match is None or any(
            start <= one.start < end and one.kind in ("date", "heure") for one in said.values
        ):
            continue
        words = roots(folded.text)
        for matter in dated:
            if words & matter.words:
                first, last = folded.span(*match.span())
                yield start + first, start + last, matter.about
                break


def other_since(said: Said, lore: Lore) -> Iterator[Told]:
    """« depuis jeudi 12 novembre » where the one matter that people date by « depuis » began on another day."""
    begun = [
        one
        for one in lore.matters
        if one.fact
        and any(re.search(rf"(?i)\bdepuis (?:le )?{re.escape(one.text)}", line) for line in one.said)
    ]
    begun += [
        one
        for one in lore.matters
        if one.fact and one not in begun and any(plain(word).startswith("depuis") for word in one.keywords)
    ]
    days = {value for one in begun for value in one.values if value[0] == "date"}
    if len(days) != 1:
        return
    for value in said.values:
        before = plain(said.text[max(0, value.start - 12) : value.start])
        if (
            value.kind == "date"
            and isinstance(value.value, dt.date)
            and re.search(r"(?<!\w)depuis (?:le )?$", before)
        ):
            start, end = said.sentence(value.start)
            if key(value.kind, value.value) not in days and not QUOTED.search(plain(said.text[start:end])):
                yield value.start, value.end, begun[0].about


def other_shares(said: Said, lore: Lore) -> Iterator[Told]:
    """« un végétarien et deux sans gluten » where the story counts two and one."""
    folded = fold(said.text)
    for matter in lore.matters:
        known = dict(_counted(matter.text)) if matter.fact else {}
        if len(known) < 2 or max(known.values()) < 2:
            continue  # « une réparation et un geste » counts nothing
        for what, number in known.items():
            pattern = rf"(?<!\w)(?P<n>{_NUMBER}) (?:[\w-]+ )?(?P<what>{re.escape(what)}\w*)"
            found = list(re.finditer(pattern, folded.text))
            if found and all(_number(one["n"]) != number for one in found):
                first, last = folded.span(*found[0].span())
                start, end = said.sentence(first)
                if not QUOTED.search(plain(said.text[start:end])):
                    yield first, last, matter.about


def _counted(text: str) -> Iterator[tuple[str, int]]:
    """(beginning of a word, number) of each counted thing: « deux végétariens et un sans gluten »."""
    for match in re.finditer(rf"(?<!\w)({_NUMBER}) ((?:sans |avec |de |en )?[a-z-]{{4,}})", plain(text)):
        words = match[2].split()
        lead = f"{words[0]} " if len(words) > 1 else ""
        yield lead + stem(words[-1])[:7].rstrip("s"), _number(match[1])


_ADULTS = re.compile(
    r"(?<!\w)(?:adultes? (?:seulement|uniquement|exclusivement)|(?:reserve\w* aux|uniquement (?:pour )?(?:les |aux )?|seuls les) (?:adultes|majeurs)|sans (?:limite|condition) d'age|a tout age|tous (?:les )?ages)(?!\w)"
)


def other_age(said: Said, lore: Lore) -> Iterator[Told]:
    """« adultes seulement » where the story gives an age from which one may come."""
    folded = fold(said.text)
    for matter in lore.matters:
        age = (
            re.search(r"(?<!\d)(\d{1,2}) ans", matter.text)
            if matter.fact and "age" in plain(matter.about)
            else None
        )
        if age is None or int(age[1]) >= 18 or re.search(rf"(?<!\d){age[1]} ans", folded.text):
            continue
        for match in _ADULTS.finditer(folded.text):
            yield *folded.span(*match.span()), matter.about


def not_only(said: Said, lore: Lore) -> Iterator[Told]:
    """« particuliers et professionnels » where the story wants the first only."""
    folded = fold(said.text)
    for matter in lore.matters:
        match = _ALONE.search(plain(matter.text)) if matter.fact else None
        if match is None:
            continue
        what = re.escape((match["what"] or match["that"]).rstrip("s"))
        pattern = rf"(?<!\w){what}s?,? (?:et|ou|ainsi que|comme|autant que|plus|avec) (?:les |des |aux |nos )?(?P<other>[a-z-]{{4,}}s)(?!\w)|(?<!\w)(?P<before>[a-z-]{{4,}}s),? (?:et|ou|comme|ainsi que) (?:les |des |nos )?{what}s?(?!\w)|(?<!\w)(?:tou(?:te)?s )?{what}s?,? dont (?:{_NUMBER}|des|quelques|les) (?P<third>(?:[a-z]{{4,}} )?[a-z]{{4,}}s)(?!\w)|(?<!\w)dont (?:{_NUMBER}|des|quelques) (?P<fourth>professionnels|entreprises|pros|particuliers|clients|collectivites|associations)(?!\w)"
        for one in re.finditer(pattern, folded.text):
            first, last = folded.span(*one.span())
            start, end = said.sentence(first)
            sentence = plain(said.text[start:end])
            if not QUOTED.search(sentence) and not re.search(
                r"(?<!\w)(?:retir|enlev|supprim|sans|sauf|hors)\w*(?!\w)", sentence
            ):
                yield first, last, matter.about
