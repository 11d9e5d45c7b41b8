"""Numbers, dates, hours and time words found in a French text, written one way so that they compare.

Kept small on purpose: the guard only asks "is this value among those?", so a value read in two ways is
harmless as long as both texts are read alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UNITS = {
    "zero": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000, "million": 1_000_000,
    "millions": 1_000_000,
}  # fmt: skip
_SPOKEN_PARTS = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "centaine": 100,
    "millier": 1000,
}
_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre",
)  # fmt: skip
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_TIME_WORDS = re.compile(
    r"\b(?:apres-demain|avant-hier|demain|hier|midi|minuit|ce soir|cet apres-midi|ce matin"
    r"|(?:la )?semaine prochaine|(?:le )?mois prochain|l'an prochain|l'annee prochaine"
    r"|fin de (?:la )?(?:semaine|mois|journee)"
    r"|fin d'annee|" + "|".join((*_MONTHS[:2], *_MONTHS[3:], *_DAYS)) + r")\b"
)
_NUMBER = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_PHONE = re.compile(r"(?:\+33 ?|\b0)[1-9](?:[ .-]?\d\d){4}\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)\b")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(_MONTHS)})\b")
_HOUR = re.compile(r"\b(\d{1,2}) ?(?:h|heures?|:)(?: ?(\d\d)\b| (et demie|et quart|moins le quart))?(?![\w])")
_WITH_UNIT = re.compile(
    rf"({_NUMBER}) ?(?:(€|euros?\b|k€)|(%)|(jours?|semaines?|mois|ans?|minutes?)\b"
    r"|((?!(?:en|et|ou|au|aux|a|de|du|des|par|pour|ht|ttc|le|la|les|est|soit|tout|maximum|minimum)\b)[a-z]{2,}))?"
)
_KINDS = ("money", "percent", "duration", "counted")


@dataclass(frozen=True)
class Quantity:
    """A value.

    `kind` is plain, money, percent, duration, counted (12 perceuses), hour, phone, word (a time word such
    as "demain"), or date:<month number> with the day as `value`.
    """

    kind: str
    value: str


def plain(text: str) -> str:
    """Lower case, no accents, straight apostrophes, ordinary spaces and hyphens."""
    text = unicodedata.normalize("NFD", text.replace("’", "'").replace("œ", "oe").lower())
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"[\s\u00a0\u202f\u2009]+", " ", re.sub(r"[\u2010-\u2015]", "-", text))


def _spoken(words: list[str]) -> int:
    """Value of French number words: 'deux mille trois cent dix' is 2310."""
    total = current = 0
    for word in words:
        value = _UNITS.get(word, 1 if word in ("un", "une") else 0)
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        elif value == 20 and current % 100 == 4:
            current += 76  # quatre-vingt
        else:
            current += value
    return total + current


_WORD = "|".join(sorted(_UNITS, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"\b(?:{_WORD})\b(?:[ -](?:et[ -])?(?:(?:{_WORD})\b|une?\b(?=[ -](?:{_WORD})|$|[ ,.;!?])))*\b(?: et une?\b)?"
)
# "les deux", "tous les deux", "à deux pas" give no figure.
_NO_FIGURE = re.compile(
    r"\b(?:les|ces|nos|vos|mes|tes|ses|des|tous|toutes|entre) (?:les )?deux\b|\bdeux mots\b|\bune? (?:fois )?sur deux\b"
)


def _figures(text: str) -> str:
    """The text with numbers in words turned into figures."""
    text = _NO_FIGURE.sub(" ", re.sub(r"\bpour ?cents?\b", "%", text))
    for word, value in _SPOKEN_PARTS.items():
        text = re.sub(rf"\bune {word}s?\b", f"{value} ", text)
    text = re.sub(r"\bune? (?=(?:jour|semaine|mois|an|heure)\b)", "1 ", text)
    return _SPOKEN.sub(lambda match: str(_spoken(re.split(r"[ -]", match[0]))), text)


def _decimal(number: str) -> str:
    number = (
        re.sub(r"[ .](?=\d{3}(?:\D|$))", "", number)
        if re.search(r"^\d{1,3}([ .]\d{3})+(,|$)", number)
        else number
    )
    whole, _, part = number.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


_QUARTERS = {"et demie": "30", "et quart": "15", "moins le quart": "45"}


def find_quantities(text: str) -> frozenset[Quantity]:
    """Every value of the text. The same text always gives the same set, however the value is written."""
    text = _figures(plain(text))
    found: set[Quantity] = set()

    def take(pattern: re.Pattern[str], build: object) -> None:
        nonlocal text

        def keep(match: re.Match[str]) -> str:
            found.update(build(match))  # type: ignore[operator]
            return " ; "

        text = pattern.sub(keep, text)

    def date(day: str, month: int, year: str = "") -> set[Quantity]:
        base = {Quantity(f"date:{month}", str(int(day)))}
        return base | ({Quantity("plain", year if len(year) == 4 else f"20{year}")} if year else set())

    def hour(match: re.Match[str]) -> set[Quantity]:
        minutes = match[2] or _QUARTERS.get(match[3] or "", "00")
        hours = int(match[1]) - (match[3] == "moins le quart")
        return {Quantity("hour", f"{hours}:{minutes}")}

    def number(match: re.Match[str]) -> set[Quantity]:
        kind = next((name for name, unit in zip(_KINDS, match.groups()[1:], strict=True) if unit), "plain")
        return {Quantity(kind, _decimal(match[1]))}

    take(_PHONE, lambda m: {Quantity("phone", "0" + re.sub(r"\D", "", m[0])[-9:])})
    take(_ISO, lambda m: date(m[3], int(m[2]), m[1]))
    take(_SLASHED, lambda m: date(m[1], int(m[2]), m[3]))
    take(_DAY_MONTH, lambda m: date(m[1], _MONTHS.index(m[2]) + 1))
    take(_HOUR, hour)
    take(_TIME_WORDS, lambda m: {Quantity("word", re.sub(r"^l[ae'] ?", "", m[0]))})
    take(_WITH_UNIT, number)
    return frozenset(found)


def allowed(quantity: Quantity, known: frozenset[Quantity]) -> bool:
    """True when `quantity` is one of `known`; a bare number fits any unit, two different units never fit."""
    if quantity in known:
        return True
    if quantity.kind == "word":
        return quantity.value in _MONTHS and any(
            k.kind == f"date:{_MONTHS.index(quantity.value) + 1}" for k in known
        )
    value = quantity.value.removesuffix(":00")
    return any(
        one.value.removesuffix(":00") == value and "plain" in (quantity.kind, one.kind) for one in known
    )
