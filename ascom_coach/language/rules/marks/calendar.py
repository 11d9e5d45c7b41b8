# ruff: noqa: E501 -- an example stays on one line, and lists of words read better as text
"""Dates that no calendar holds, days of the week that do not fit them, hours past the end of the day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, cased
from ascom_coach.language.syntax.view import plain_view
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS, SHORT_MONTHS, WEEKDAYS

_MONTH_NAMES = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")  # fmt: skip
_NAME = "|".join(
    [
        *_MONTH_NAMES,
        "fevrier",
        "aout",
        "decembre",
        "janv",
        "févr",
        "fév",
        "avr",
        "juil",
        "sept",
        "oct",
        "nov",
        "déc",
    ]
)
_DAY_NAMES = "|".join(WEEKDAYS)
_WRITTEN = re.compile(
    rf"(?<![\w/.,-])(?:(?P<weekday>{_DAY_NAMES})(?P<gap>,? (?:le )?))?(?P<day>\d{{1,4}})(?P<sep>[ /-])(?P<month>{_NAME})\b(?:\.(?= \d))?(?:[ /-](?P<year>\d{{4}})\b)?",
    re.I,
)
_NUMERIC = re.compile(
    rf"(?<![\w/.,-])(?:(?P<weekday>{_DAY_NAMES})(?P<gap>,? (?:le )?))?(?P<day>\d{{1,4}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?:(?P=sep)(?P<year>\d{{4}}|\d\d))?(?![\w/-]|[.,]\d)",
    re.I,
)
_ISO = re.compile(
    rf"(?<![\w/.,-])(?P<weekday>{_DAY_NAMES})(?P<gap>,? (?:le )?)(?P<year>\d{{4}})(?P<sep>[/-])(?P<month>\d{{2}})(?P=sep)(?P<day>\d{{2}})(?![\w/-])",
    re.I,
)
_ANNOUNCED = re.compile(
    rf"(?:(?<![\w'-])(?:le|du|au|date|daté|datée|né|née|depuis|dès|avant|après|pour le|{_DAY_NAMES}),? ?)$",
    re.I,
)
"""What stands before figures that are a date and not a version, a price or a reference."""


_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(r"(?:n°|numéro|nº|tome|vol\.?|années|no\.?|:) ?$", re.I)


def _length(month: int, year: int | None) -> int:
    """How many days a month has; of February, 29 when the year is not known."""
    return calendar.monthrange(year if year else 2000, month)[1]


def _month(name: str) -> int:
    low = plain(name).rstrip(".")
    return MONTHS.index(low) + 1 if low in MONTHS else SHORT_MONTHS[low]


def _year(text: str | None) -> int | None:
    if not text:
        return None
    if len(text) == 2:
        return 2000 + int(text) if int(text) < 60 else 1900 + int(text)
    return int(text)


def _dates(text: str) -> Iterator[tuple[re.Match[str], int, int, int | None]]:
    """Every match with its day, month and year."""
    return iter(_read(text))


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[tuple[re.Match[str], int, int, int | None], ...]:
    return tuple(_all(plain_view(text))) if _DIGIT.search(text) else ()


def _all(whole: str) -> Iterator[tuple[re.Match[str], int, int, int | None]]:
    for match in _WRITTEN.finditer(whole):
        day = match["day"]
        if (
            (len(day) == 4 and "1500" <= day <= "2100")
            or _NUMBERED.search(whole[: match.start()])
            or re.match(r"-[a-zéû]", whole[match.end() :])
        ):
            continue
        if match["month"].lower() in ("sept", "nov", "mars") and len(day) > 2 and not match["year"]:
            continue
        yield match, int(match["day"]), _month(match["month"]), _year(match["year"])
    for match in _NUMERIC.finditer(whole):
        if len(match["day"]) == 4 and match["day"][:2] in ("19", "20"):
            continue
        full = match["year"] and len(match["year"]) == 4 and len(match["day"]) <= 3
        announced = bool(_ANNOUNCED.search(whole[max(0, match.start() - 12) : match.start()])) or bool(
            match["weekday"]
        )
        if match["sep"] == "." and not (announced or (full and match.start() == 0)):
            continue
        if not full and re.match(r" ?(?:millions?|€|%|kg|km|points?|\d|à \d)", whole[match.end() :]):
            continue
        if (full or announced) and not _NUMBERED.search(whole[: match.start()]):
            yield match, int(match["day"]), int(match["month"]), _year(match["year"])
    for match in _ISO.finditer(whole):
        yield match, int(match["day"]), int(match["month"]), _year(match["year"])


def _impossible(text: str) -> Iterator[Hit]:
    """« le 31 avril », « 29/02/2023 », « le 32/01 », « 14/15/2024 »."""
    for match, day, month, year in _dates(text):
        start, end = match.start("day"), match.end()
        if "year" in match.re.groupindex and match["year"] and match.start("year") < start:
            start = match.start("year")
        if year is not None and year < 1000:
            continue
        if 1 <= month <= 12:
            if 1 <= day <= _length(month, year):
                continue
            last = _length(month, year)
            fix = (
                text[match.start("day") : end].replace(match["day"], str(last), 1)
                if 0 < day < 40 and month != 2
                else ""
            )
            yield start, end, (fix,) if fix else ()
        elif match.re is _NUMERIC and match["year"] and not (1 <= day <= 12 and month <= 31):
            yield start, end, ()


def _month_first(text: str) -> Iterator[Hit]:
    """« le 12/31/2024 »: the month before the day, as in English."""
    for match, day, month, _ in _dates(text):
        if match.re is _NUMERIC and 1 <= day <= 12 < month <= 31 and match["year"]:
            start, end = match.start("day"), match.end()
            yield (
                start,
                end,
                (f"{match['month']}{match['sep']}{match['day']}" + text[match.end("month") : end],),
            )


def _weekday(text: str) -> Iterator[Hit]:
    """« vendredi 28 août 2014 », a Thursday; the Gregorian calendar holds in France since 1582."""
    for match, day, month, year in _dates(text):
        if (
            not match["weekday"]
            or year is None
            or year < 1583
            or not 1 <= month <= 12
            or not 1 <= day <= _length(month, year)
            or text[match.end() :].lstrip().startswith(("avant", "av."))
        ):
            continue
        real = WEEKDAYS[dt.date(year, month, day).weekday()]
        if plain(match["weekday"]) != real:
            yield match.start("weekday"), match.end("weekday"), (cased(match["weekday"], real),)


_ENGLISH = re.compile(
    rf"(?<![\w/.,'-])(?P<month>{'|'.join(_MONTH_NAMES)}) (?P<day>[0-3]?\d)(?P<to>-[0-3]?\d)?(?P<year>,? \d{{4}})?(?: (?P<weekday>{_DAY_NAMES}))?(?![\w,.]\d|[:/%€-]|\w| ?(?:€|%|h\b|heures?\b|euros?\b|personnes?\b|jours?\b|\d|{_NAME}))",
    re.I,
)
_YEAR_FIRST = re.compile(
    rf"(?<![\w/.,-])(?P<year>(?:19|20)\d\d),? (?P<month>{'|'.join(_MONTH_NAMES)})(?: (?P<day>[0-3]?\d))?(?![\w:/-]|[.,]\d|\s*\d)",
    re.I,
)


def _order(text: str) -> Iterator[Hit]:
    """« décembre 22 1999 », « 2022 décembre 22 »: French says the day, the month, the year."""
    whole = plain_view(text)
    if not _DIGIT.search(whole):
        return
    for match in _ENGLISH.finditer(whole):
        before = whole[: match.start()].rstrip()
        if (
            re.search(r"\d$|1er$", before)
            or not 1 <= int(match["day"]) <= 31
            or (not match["year"] and not match["weekday"] and not match["to"])
        ):
            continue
        low = match["month"].lower()
        if match["to"]:
            yield (
                match.start(),
                match.end(),
                (f"du {match['day']} au {match['to'][1:]} {low}{match['year'] or ''}",),
            )
            continue
        week = match["weekday"].lower() + " " if match["weekday"] else ""
        yield (
            match.start(),
            match.end(),
            (f"{week}{match['day']} {low}{(match['year'] or '').replace(',', '')}",),
        )
    for match in _YEAR_FIRST.finditer(whole):
        if (
            re.search(
                r"(?:en|de|depuis|jusqu'en|à|années?|fin|début|et|,|\d)$",
                whole[: match.start()].rstrip(),
                re.I,
            )
            and not match["day"]
        ) and not re.search(r"(?<![\w'-])en$", whole[: match.start()].rstrip()):
            continue
        day = match["day"] + " " if match["day"] else ""
        yield match.start(), match.end(), (f"{day}{match['month'].lower()} {match['year']}",)


def _twice_le(text: str) -> Iterator[Hit]:
    """« lundi le 3 mai », « le lundi le 3 mai »: one article, before the day of the week."""
    whole = plain_view(text)
    for match in re.finditer(
        rf"(?<![\w'-])(?P<le>le )?(?P<week>{_DAY_NAMES}) le (?P<rest>\d{{1,2}}(?:er)? (?:{_NAME})\b)",
        whole,
        re.I,
    ):
        yield (
            match.start(),
            match.end(),
            (cased(match.group(), f"le {match['week'].lower()} {match['rest']}"),),
        )


def _late_hour(text: str) -> Iterator[Hit]:
    """« 26 h 30 », « 14 h 75 »."""
    whole = plain_view(text)
    for match in re.finditer(r"(?<![\w.,/:-])(?P<h>\d{1,2}) ?h ?(?P<m>\d{2,3})?(?![\w/])", whole):
        if (match["m"] and int(match["m"]) > 59) or (int(match["h"]) > 24 and match["m"] and re.search(r"(?<![\w'-])(?:à|est|vers|dès|avant|après|jusqu'à) $", whole[: match.start()])):  # fmt: skip
            yield match.start(), match.end(), ()


def _plural_month(
    name: str, pattern: str, fix: str, message: str, wrong: tuple[str, str], right: str
) -> Rule:
    return Rule(f"date_{name}", "orthographe", message, "Une date : le jour, le mois, l’année.", by_pattern(pattern, fix, group="n"), (wrong,), (right,))  # fmt: skip


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("date_impossible", "orthographe", "Cette date n’existe pas dans le calendrier.", "Comptez : 30 jours en avril, juin, septembre et novembre ; 28 en février, 29 les années bissextiles.",
         _impossible, (("Rendez-vous le 31 juin.", "30 juin"), ("Facture du 29/02/2023.", ""), ("Le salon ouvre le 32/10/2025.", "31/10/2025"), ("Livré le 34.15.2024.", "")),
         ("Rendez-vous le 30 juin.", "Né le 29 février 2024.", "La version 31.4 est installée.", "Lot 45/20.", "Le 24/7 reste ouvert.", "Un total de 99,30.")),
    Rule("date_mois_devant", "typographie", "En français, une date en chiffres commence par le jour.", "« le 15/11/2024 » : jour, mois, année.",
         _month_first, (("Livré le 11.15.2024.", "15.11.2024"),), ("Livré le 15.11.2024.",), False),
    Rule("date_jour_semaine", "orthographe", "Ce jour de la semaine n’est pas celui de la date.", "Vérifiez la date dans un calendrier.",
         _weekday, (("Rendez-vous lundi 3 juin 2025.", "mardi"), ("Vendredi 2024/05/02, tout fermait.", "Jeudi")), ("Rendez-vous mardi 3 juin 2025.", "Le lundi 3 juin, tout ferme.")),
    Rule("date_ordre", "typographie", "En français, une date va du jour au mois, puis à l’année.", "« le 22 décembre 2024 ».",
         _order, (("La date prévue est juin 14, 2025.", "14 juin 2025"), ("Le contrat court jusqu'au 2025 mars 31.", "31 mars 2025")), ("La date prévue est le 14 juin 2025.", "En mars 2025, 12 contrats ont été signés.", "En 2025, mars fut calme.")),
    Rule("date_deux_articles", "typographie", "Un seul article suffit, devant le jour de la semaine.", "« le lundi 3 mai », ou « lundi 3 mai ».",
         _twice_le, (("Venez lundi le 12 mai.", "le lundi 12 mai"),), ("Venez le lundi 12 mai.", "Lundi, le 12 mai sera férié.", "Venez lundi 12 mai."), False),
    Rule("date_heure", "orthographe", "Cette heure n’existe pas.", "De 0 h à 24 h, et de 0 à 59 minutes.",
         _late_hour, (("Le train part à 26 h 30.", ""), ("Rendez-vous à 9 h 75.", "")), ("Le train part à 22 h 30.", "Un contrat de 35 h hebdomadaires.", "Il reste 48 h 30 de travail.")),
    _plural_month("mois_pluriel", r"(?:(?<=\d )|(?<=mois de ))(?P<n>(?P<m>janvier|février|juin|juillet|septembre|novembre|décembre|avril|octobre|août)s)(?![\w'-])", "\\g<m>",
                  "Dans une date, le nom du mois reste au singulier.", ("Le salon ouvre le 4 avrils.", "avril"), "Le salon ouvre le 4 avril."),
)
# fmt: on
