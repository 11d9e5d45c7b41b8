# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Reads a folded text for values, the most specific patterns first; `grammar.py` resolves overlaps and corrections."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from ascom_coach.language.stems import STOP_WORDS, stem
from ascom_coach.language.text import Folded
from ascom_coach.language.values.clock import find_durations, find_hours
from ascom_coach.language.values.dates import MONTHS, find_dates
from ascom_coach.language.values.numbers import Number, numbers

Kind = Literal[
    "date", "heure", "delai", "montant", "quantite", "pourcentage", "reference", "telephone", "courriel"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value stated at `start:end` of the text.

    `value`: date (kind date), time (heure), Decimal (delai, montant, quantite, pourcentage), normalised text
    (reference: capitals and digits only; telephone: ten digits; courriel: lower case).
    `unit`: currency code, duration unit, stem of the thing counted, or looseness of a date (see `FoundDate`).
    `approximate`: « environ », « une vingtaine », « fin mai ». `corrected`: it replaces a value just said.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: dt.date | dt.time | Decimal | str
    unit: str = ""
    approximate: bool = False
    corrected: bool = False


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>«»()\[\]]+(?:\([^\s<>«»()\[\]]*\)[^\s<>«»()\[\]]*)*")
_PHONE = re.compile(r"(?<![\w/-])(?:(?:\+|00)33 ?(?:\(0\) ?)?|0)[1-9](?:[ .-]?\d{2}){4}(?![\d/])")
_IBAN = re.compile(r"(?<!\w)[a-z]{2}\d{2}(?: ?[0-9a-z]{4}){3,7}(?: ?[0-9a-z]{1,4})?(?!\w)")
_LONG = re.compile(r"(?<![\w.,])\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?(?![\d.,]| ?(?:€|eur))")
_CODE = re.compile(
    r"(?<![\w@/.'-])(?=[a-z0-9/_-]*\d)(?=[a-z0-9/_-]*[a-z])[a-z0-9]+(?:[-/_][a-z0-9]+)*(?![\w@])"
)
_UNIT_GLUED = re.compile(
    r"\d+(?:h|h\d\d|hs|min|mn|s|j|jrs?|jours?|eur|euros?|balles|e|k|ke|km|cm|mm|m|m2|m3|g|kg|l|cl|ml|o|ko|mo|go|to|er|"
    r"ers|re|res|eme|emes|nde?|x|fois|pcs?|p|cts?|ttc|ht|ans?|mois|sem|ch|h/\d\d?|d|v|w|"
    + "|".join(MONTHS) + r")|h\d{1,2}|j-\d+|\d+(?:[-/]\d+)*h\d*|\d{1,2}h(?:[0-5]\d)?[-/]\d{1,2}h(?:[0-5]\d)?|(?:janv|fevr?|avr|juil|sept|oct|nov|dec)\d+"
)  # fmt: skip
_REF_NOUN = (
    r"(?:commandes?|cmde|cmd|cde|ref(?:erence)?s?|dossier|facture|fact|devis|client|contrat|colis|suivi|"
    r"bon|bl|avoir|ticket|reclamation|numeros?|num|no|n°)\.?"
)
_SPACED = re.compile(
    r"(?<![\w'-])(?P<letters>[a-z]{1,4})(?P<gap> | ?tiret ?| ?- ?)(?P<digits>\d{2,})(?![\w%€]|[.,]\d| ?(?:€|eur|h\b|%))"
)
_NUMBERED = re.compile(
    rf"(?<!\w){_REF_NOUN}(?: ?(?:client|commande|facture|dossier|de commande|n°|no|numero|num|ref))* ?(?:est |c'est |: ?|le |la )*"
    r"(?P<digits>\d{3,}(?:[-/]\d+)*|\d{1,2}[-/]\d{3,}(?:[-/]\d+)*)(?!\w|[.,]\d| ?(?:€|eur|%|chaises|h\b)| \d{3}\b)"
)
_REF_BEFORE = re.compile(
    rf"(?<!\w){_REF_NOUN}(?: ?(?:n°|no|numero|num|ref))?(?: (?:est|c'est|la|le|:))* ?:? ?$"
)
_MONEY = re.compile(
    r" ?(?P<kilo>k ?)?(?P<unit>€|euros?(?!\w)|eur(?!\w)|balles(?!\w)|boules(?!\w)|centimes?(?!\w)|cts(?!\w))"
)
_CENTS = re.compile(
    r" (?:et )?(?P<cents>\d{2})(?: ?(?:centimes?|cts?))?(?!\w| ?[%€a-z]|[.,/]\d)|(?P<glued>\d{2})(?!\w|[.,/]\d)"
)
_PERCENT = re.compile(r" ?%| pour ?cents?(?!\w)| pourcents?(?!\w)")
_ABOUT = re.compile(
    r"(?:environ|a peu pres|autour de|pres de|grosso modo|vers|quelque|dans les|peu pres|approximativement|aux alentours de)"
    r"(?: (?:les|de|une?|le))*[ ,]*$"
)
_SKIP_ADJECTIVES = frozenset(
    [
        "autres",
        "grandes",
        "grands",
        "petites",
        "petits",
        "nouvelles",
        "nouveaux",
        "premiers",
        "premieres",
        "derniers",
        "dernieres",
        "seules",
        "seuls",
        "bonnes",
        "bons",
        "belles",
        "beaux",
        "memes",
        "vieilles",
        "vieux",
        "jolies",
        "gros",
        "grosses",
    ]
)
_PREPOSITIONS = frozenset(
    ["sous", "avant", "apres", "chez", "vers", "sans", "depuis", "pendant", "contre", "entre"]
)
"""What follows a number without being counted: « un colis neuf sous 48 h », « deux avant midi »."""
_NOT_COUNTED = frozenset(["excuses", "mercis", "bravos", "millions", "mille", "cents"])
_NEXT_WORD = re.compile(r" (?:de |d')?(?P<word>[a-z][a-z'-]*)")
_SPOKEN_PHONE = re.compile(
    r"(?<!\w)zero[ -](?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)\b(?P<rest>[ ,a-z-]+)"
)


class Reader:
    """Reads one text; `scan` yields (value, folded start, folded end), earlier ones having priority."""

    def __init__(self, text: str, folded: Folded, today: dt.date) -> None:
        self._text, self._folded, self._today = text, folded, today
        self._found = numbers(folded.text)

    def _make(
        self,
        kind: Kind,
        start: int,
        end: int,
        value: dt.date | dt.time | Decimal | str,
        unit: str = "",
        loose: bool = False,
    ) -> tuple[Value, int, int]:
        first, last = self._folded.span(start, end)
        return Value(kind, first, last, self._text[first:last], value, unit, loose), start, end

    def scan(self) -> Iterator[tuple[Value, int, int]]:
        """All readings; the caller keeps the first of those that overlap."""
        yield from self._codes()
        dates = list(find_dates(self._folded.text, self._today))
        for date in dates:
            yield self._make("date", date.start, date.end, date.value, date.unit, date.approximate)
        spans = [(date.start, date.end) for date in dates]
        for hour in find_hours(self._folded.text, spans):
            if hour.time is not None:
                yield self._make("heure", hour.start, hour.end, hour.time)
        yield from self._measures()

    def _codes(self) -> Iterator[tuple[Value, int, int]]:
        text = self._folded.text
        for match in _MAIL.finditer(text):
            yield self._make("courriel", match.start(), match.end(), match.group().rstrip("."))
        for match in _URL.finditer(text):
            yield self._make("reference", match.start(), match.end(), match.group().rstrip(".,;"), "url")
        for match in _PHONE.finditer(text):
            digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
            yield self._make("telephone", match.start(), match.end(), "0" + digits[-9:])
        yield from self._spoken_phones()
        for pattern in (_IBAN, _LONG):
            for match in pattern.finditer(text):
                if len(re.sub(r"\D", "", match.group())) >= 9:
                    yield self._reference(match.start(), match.end())
        for match in _CODE.finditer(text):
            count = sum(char.isdecimal() for char in match.group())
            spelled = match.group().replace("_", "-").split("-")
            if count >= 2 and not _UNIT_GLUED.fullmatch(match.group()) and not _is_count(spelled):
                yield self._reference(match.start(), match.end())
        yield from self._spaced_codes()
        for match in _NUMBERED.finditer(text):
            yield self._reference(match.start("digits"), match.end("digits"))

    def _spaced_codes(self) -> Iterator[tuple[Value, int, int]]:
        text = self._folded.text
        for match in _SPACED.finditer(text):
            first, last = self._folded.span(match.start("letters"), match.end("letters"))
            written = self._text[first:last]
            named = bool(_REF_BEFORE.search(text[: match.start()]))
            spelled = (
                written.isupper()
                and len(match["digits"]) >= 3
                and match["letters"] not in ("a", "y", "le", "la", "un", "en", "du")
            )
            if named or "tiret" in match["gap"] or spelled:
                if match["letters"] in STOP_WORDS and not (written.isupper() or match["gap"].strip()):
                    continue
                if re.fullmatch(_REF_NOUN, match["letters"]) and match["gap"] == " ":
                    continue
                yield self._reference(match.start(), match.end())

    def _spoken_phones(self) -> Iterator[tuple[Value, int, int]]:
        text = self._folded.text
        for match in _SPOKEN_PHONE.finditer(text):
            run = [
                n for n in self._found if n.words and match.start() <= n.start < match.end() and n.value < 100
            ]
            run = run[:6]
            if len(run) == 6 and run[0].value == 0 and run[1].value < 10:
                gaps = [text[a.end : b.start].strip(" ,-") for a, b in pairwise(run)]
                if not any(gaps):
                    digits = f"0{run[1].value}" + "".join(f"{int(n.value):02d}" for n in run[2:])
                    yield self._make("telephone", run[0].start, run[-1].end, digits)

    def _reference(self, start: int, end: int) -> tuple[Value, int, int]:
        code = self._folded.text[start:end].replace("tiret", "")
        return self._make("reference", start, end, re.sub(r"[^a-z0-9]", "", code).upper())

    def _measures(self) -> Iterator[tuple[Value, int, int]]:
        text = self._folded.text
        later: list[tuple[Value, int, int]] = []
        for number in self._found:
            about = number.approximate or bool(_ABOUT.search(text[: number.start]))
            if match := _PERCENT.match(text, number.end):
                yield self._make("pourcentage", number.start, match.end(), number.value, "%", about)
            elif money := self._money(number, about):
                yield money
            elif not number.article:
                later.extend(self._quantity(number, about))
        for match in re.finditer(r"(?<!\w)(?:€|eur) ?(\d+(?:[ ]\d{3})*(?:,\d+)?)", text):
            yield self._make(
                "montant",
                match.start(),
                match.end(),
                Decimal(match[1].replace(" ", "").replace(",", ".")),
                "EUR",
            )
        for time in find_durations(text, self._found):
            about = time.approximate or bool(_ABOUT.search(text[: time.start]))
            yield self._make("delai", time.start, time.end, time.amount, time.unit, about)
        yield from later

    def _money(self, number: Number, about: bool) -> tuple[Value, int, int] | None:
        text = self._folded.text
        match = _MONEY.match(text, number.end)
        if not match and number.words and text[number.end : number.end + 2] == " d":
            match = re.compile(r" d'(?P<kilo>)(?P<unit>euros?)(?!\w)").match(text, number.end)
        if not match:
            return None
        amount = number.value * (1000 if match["kilo"] else 1)
        if match["unit"].startswith(("centime", "cts")):
            return self._make("montant", number.start, match.end(), amount / 100, "EUR", about)
        end = match.end()
        if cents := _CENTS.match(text, end):
            amount += Decimal(cents["cents"] or cents["glued"]) / 100
            end = cents.end()
        else:
            for other in self._found:
                joined = text[end : other.start] in (" ", " et ") and other.words and other.value < 100
                if joined and not other.article and not _NEXT_WORD.match(text, other.end):
                    amount += other.value / 100
                    end = other.end
        return self._make("montant", number.start, end, amount, "EUR", about)

    def _quantity(self, number: Number, about: bool) -> Iterator[tuple[Value, int, int]]:
        text = self._folded.text
        end, unit = number.end, ""
        match = _NEXT_WORD.match(text, end)
        while match and match["word"] in _SKIP_ADJECTIVES:
            end = match.end()
            match = _NEXT_WORD.match(text, end)
        if match and match["word"] not in STOP_WORDS | _PREPOSITIONS and "'" not in match["word"]:
            if match["word"] in _NOT_COUNTED or (
                number.value == 1000 and number.words and match["word"] == "fois"
            ):
                return
            unit, end = stem(match["word"]), match.end()
        if number.words and number.value == 9 and not unit:
            before = text[: number.start].rstrip()
            if before and not re.search(
                r"(?:[,.:;!?(]|sera|serons|est|sommes|enfin|plutot|non|euh|ai|avons|avez|de|a|faut|les|des)$",
                before,
            ):
                return
        yield self._make("quantite", number.start, end if unit else number.end, number.value, unit, about)


def _is_count(parts: list[str]) -> bool:
    return all(part.isdecimal() for part in parts)
