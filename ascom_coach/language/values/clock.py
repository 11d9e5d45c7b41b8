# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Hours of the day and durations in folded text: « 17h30 », « midi et demi », « sous 48 h ouvrées », « une semaine »."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ascom_coach.language.values.numbers import Number, read_words

_DIGITAL = re.compile(
    r"(?<![\w:/.,-])(?P<h>[01]?\d|2[0-4])(?: ?(?:h|heures?) ?(?P<m>[0-5]\d)(?: ?(?:min|mn))?|:(?P<m2>[0-5]\d))(?![\w:]|[.,]\d)"
)
_ROUND = re.compile(
    r"(?<![\w:/.,-])(?:(?P<h>\d{1,2})(?: ?(?P<short>h)| (?P<long>heures?))"
    r"|(?P<words>[a-z]+(?:[ -](?:et[ -])?[a-z]+)?) (?P<wlong>heures?))(?![\w/-])"
    r"(?P<more> (?:et demie?|et quart|moins le quart|moins (?:dix|vingt|cinq)|pile|trente|quinze|quarante-cinq|cinq|dix|vingt)(?!\w))?"
)
_SPAN = re.compile(
    r"(?<![\w:/.,-])(?P<h>[01]?\d|2[0-4])h(?P<m>[0-5]\d)? ?[-–/] ?(?P<h2>[01]?\d|2[0-4]) ?h ?(?P<m2>[0-5]\d)?(?![\w:]|[.,]\d)"
)
"""« 9h30-16h »: from an hour to another."""
_NOON = re.compile(
    r"(?<![\w-])(?P<base>midi|minuit)(?P<more> (?:et demie?|et quart|trente|quinze|moins le quart|moins (?:dix|vingt|cinq))(?!\w))?(?![\w-])"
)
_OF = re.compile(r" (?:du (?P<am>matin)|de l'apres[- ]midi|du soir)(?!\w)")
_MORE = {
    "et demi": 30, "et demie": 30, "trente": 30, "et quart": 15, "quinze": 15, "moins le quart": -15, "moins dix": -10,
    "moins vingt": -20, "moins cinq": -5, "quarante-cinq": 45, "cinq": 5, "dix": 10, "vingt": 20, "pile": 0,
}  # fmt: skip
_DURATION_BEFORE = re.compile(
    r"(?:sous|dans|en|pendant|depuis|toutes|duree|delai|il y a|plus|moins|bout|durant|quelques|chaque|apres|d'ici|"
    r"suis|deja|attends?|attendu|retard)(?: (?:de|des|les|le|la|un|du|environ|maximum|max|a peu pres|au plus|pres))*[ :]*$"
)
_CLOCK_BEFORE = re.compile(
    r"(?:\ba|vers|avant|des|jusqu'a|jusque|entre|pour|partir de|matin|soir|demain|hier|aujourd'hui|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|d'ici|apres)[ ,]*$"
)
_FOR, _ABOUT = (
    re.compile(r"(?<!\w)pour $"),
    re.compile(r" (?:environ|a peine|(?:tout )?au (?:plus|maximum))(?!\w)"),
)
_HAS_FOR = re.compile(r"(?<!\w)en (?:ai|as|a|avons|avez|ont|aur\w+) (?:\w+ )?pour $")
"""« Elle en aura pour deux heures »: how long it takes."""
_CLOCK_TOLD = re.compile(r"\d ?h(?: ?\d\d)?(?!\w)[^.!?;]{0,30}$")
_LASTS = 4
"""« à 7 h 45, pour une heure environ »: a few hours behind an hour of the clock are how long it lasts."""
_DURATION_AFTER = re.compile(
    r" (?:de (?:retard|travail|route|attente|delai|formation|preavis|trajet|reunion)|d'attente|"
    r"(?:de|en) (?:plus|moins|trop)(?!\w)|de main[- ]d'(?:oe|œ)uvre|d'intervention|ouvrees?|ouvrables?|consecutives|supplementaires|par (?:jour|semaine|mois)|plus tard|avant)"
)
_SPAN_UNIT = re.compile(
    r" ?(?P<unit>minutes?|min|mn|heures?|hs?|jours?|jrs?|j|semaines?|sem|mois|trimestres?|annees?|ans?)(?![\w'/])(?! ?\d)"
    r"(?P<worked> (?:ouvree?s?|ouvrables?|francs?|calendaires?)(?!\w))?"
)
_AND_HALF = re.compile(r" et demie?(?!\w)")
_OF_UNIT = re.compile(r" (?:de |d')")
_IDIOMS = re.compile(
    r"(?<![\w-])(?:(?P<lead>sous|dans la|d'ici une|sous une) )(?P<word>huitaine|quinzaine)(?! de)|"
    r"(?<![\w-])dans la (?P<unit>journee|matinee|semaine|demi-journee|foulee)(?!\w)"
)
_PART_OF_HOUR = re.compile(
    r"(?<![\w-])(?:(?:une |1 ?/ ?2 |1 )?(?P<half>demi[- ]heure)|(?P<three>trois|3) quarts d'heure|(?:un |1 )?quart d'heure)(?![\w-])"
)
MINUTES = {
    "minute": 1,
    "heure": 60,
    "jour": 1440,
    "semaine": 10080,
    "mois": 43200,
    "trimestre": 129600,
    "an": 525600,
}


@dataclass(frozen=True, slots=True)
class FoundTime:
    """An hour (`time`) or a duration (`amount` of `unit`) at `start:end` of the folded text."""

    start: int
    end: int
    time: dt.time | None = None
    amount: Decimal = Decimal(0)
    unit: str = ""
    approximate: bool = False


def find_hours(folded: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[FoundTime]:
    """Hours of the day. `taken`: spans of dates already found; an hour right after one is an hour."""
    for match in _SPAN.finditer(folded):
        first = match.end("m") if match["m"] else match.end("h") + 1
        yield from _hour(match.start(), first, int(match["h"]), int(match["m"] or 0), folded)
        yield from _hour(match.start("h2"), match.end(), int(match["h2"]), int(match["m2"] or 0), folded)
    for match in _DIGITAL.finditer(folded):
        minutes = int(match["m"] or match["m2"])
        yield from _hour(match.start(), match.end(), int(match["h"]), minutes, folded)
    for match in _NOON.finditer(folded):
        if folded[: match.start()].endswith(("apres-", "apres ", "-")):
            continue
        base = 12 if match["base"] == "midi" else 0
        yield from _hour(match.start(), match.end(), base, _MORE[(match["more"] or " pile").strip()], folded)
    for match in _ROUND.finditer(folded):
        start, hour = match.start(), 0
        if match["words"]:
            read = _words_hour(match["words"])
            if read is None:
                continue
            hour, skip = read
            start += skip
        else:
            hour = int(match["h"])
        if hour > 24 or not _is_clock(folded, start, match, taken, hour):
            continue
        more = (match["more"] or "").strip()
        end = (
            match.end()
            if match["words"] or more[:2] in ("et", "mo", "pi") or not more
            else match.start("more")
        )
        yield from _hour(start, end, hour, _MORE[more] if more and end == match.end() else 0, folded)


def _words_hour(words: str) -> tuple[int, int] | None:
    for skip in (0, *(match.end() for match in re.finditer(r"[ ]", words))):
        read = read_words(words[skip:])
        if read and read[1] == len(words) - skip:
            return read[0], skip
    return None


def _is_clock(
    folded: str, start: int, match: re.Match[str], taken: Sequence[tuple[int, int]], hour: int
) -> bool:
    before, after = folded[:start], folded[match.end() :]
    if _DURATION_AFTER.match(after) or hour == 24:
        return False
    if _OF.match(after):
        return True
    if match["more"]:  # « une heure et demie » lasts, « à une heure et demie » is told by the clock
        return (
            hour != 1 or bool(_CLOCK_BEFORE.search(before)) or any(0 <= start - end <= 3 for _, end in taken)
        )
    if _HAS_FOR.search(before):
        return False
    if _FOR.search(before) and hour <= _LASTS and (_ABOUT.match(after) or _CLOCK_TOLD.search(before)):
        return False
    if any(0 <= start - end <= 3 for _, end in taken) or _CLOCK_BEFORE.search(before):
        return not before.endswith("d'ici ") or hour not in (24, 48)
    if _DURATION_BEFORE.search(before):
        return False
    if re.search(r"\bde $", before) and re.match(r" a ", after):
        return True
    return bool(match["short"]) and hour >= 6


def _hour(start: int, end: int, hour: int, minutes: int, folded: str) -> Iterator[FoundTime]:
    total = hour * 60 + minutes
    if moment := _OF.match(folded, end):
        end = moment.end()
        if not moment["am"] and total < 12 * 60:
            total += 12 * 60
    total %= 1440
    yield FoundTime(start, end, time=dt.time(total // 60, total % 60))


def find_durations(folded: str, found: Sequence[Number]) -> Iterator[FoundTime]:
    """Durations and deadlines; `unit` ends with « ouvré » for working hours and days."""
    for match in _PART_OF_HOUR.finditer(folded):
        minutes = 30 if match["half"] else 45 if match["three"] else 15
        yield FoundTime(match.start(), match.end(), amount=Decimal(minutes), unit="minute")
    for match in _IDIOMS.finditer(folded):
        if match["word"]:
            days = 8 if match["word"] == "huitaine" else 15
            yield FoundTime(match.start("word"), match.end(), amount=Decimal(days), unit="jour")
        elif match["unit"] == "semaine":
            yield FoundTime(match.start(), match.end(), amount=Decimal(1), unit="semaine", approximate=True)
        elif match["unit"] != "foulee":
            yield FoundTime(match.start(), match.end(), amount=Decimal(1), unit="jour", approximate=True)
    for number in found:
        lead = _OF_UNIT.match(folded, number.end) if number.words and number.value >= 5 else None
        found_unit = _SPAN_UNIT.match(folded, lead.end() if lead else number.end)
        if not found_unit or (found_unit["unit"] in ("an", "j", "h") and number.article):
            continue
        word = found_unit["unit"]
        unit = next(
            name
            for begin, name in (
                ("mi", "minute"), ("mn", "minute"), ("h", "heure"), ("j", "jour"), ("sem", "semaine"),
                ("mo", "mois"), ("tri", "trimestre"), ("an", "an"),
            )
            if word.startswith(begin)
        )  # fmt: skip
        worked = (found_unit["worked"] or "").strip()
        unit += " ouvré" if worked.startswith("ouvre") else " ouvrable" if worked.startswith("ouvra") else ""
        end = found_unit.end() if worked else found_unit.end("unit")
        amount = number.value
        if half := _AND_HALF.match(folded, end):
            amount, end = amount + Decimal("0.5"), half.end()
        yield FoundTime(number.start, end, amount=amount, unit=unit, approximate=number.approximate)
