"""Nothing real: phones, addresses and numbers reserved for fiction, and dates that hold together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import find_values, fold, holidays
from ascom_coach.scenarios.lint.coverage import texts
from ascom_coach.scenarios.lint.model import Lint, Path
from ascom_coach.scenarios.schema import OralInstruction

_PHONE = re.compile(
    r"(?<![\d-])(?:(?:\+|00)33[ .-]?\(?0?\)?[ .-]?([1-9])|0([1-9]))((?:[ .\u00a0\u202f-]?\d{2}){4})(?!\d)"
)
# Numbers kept for fiction by the French regulator (Arcep, plan de numérotation), as of 2026-11.
_FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")
_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_SITE = re.compile(r"(?:https?://|www\.)([\w-]+(?:\.[\w-]+)+)")
_SIRET = re.compile(r"(?<!\d)(\d{3}[ \u00a0\u202f.]?\d{3}[ \u00a0\u202f.]?\d{3}[ \u00a0\u202f.]?\d{5})(?!\d)")
_SIREN = re.compile(r"siren\D{0,12}(\d{3}[ \u00a0\u202f.]?\d{3}[ \u00a0\u202f.]?\d{3})(?!\d)", re.I)
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
           "decembre")  # fmt: skip
_DATED = re.compile(
    rf"(?:\b({'|'.join(_DAYS)}),? (?:le )?)?\b(\d{{1,2}}|1er) ({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b"
    rf"|(?:\b({'|'.join(_DAYS)}),? (?:le )?)?\b(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}))?(?![\d/])"
)


def luhn(digits: str) -> bool:
    """Whether a string of digits passes the Luhn check of real SIREN and SIRET numbers."""
    total = 0
    for rank, digit in enumerate(reversed(digits)):
        number = int(digit) * (1 + rank % 2)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def check_fiction(lint: Lint) -> None:
    """All checks of this module, on every text of the file."""
    for path, text in texts(lint.tree):
        check_text(lint, path, text)
    _deadlines(lint)
    scenario = lint.scenario
    if scenario.date_fictive.weekday() == 6:
        lint.tell(
            "ASC706",
            "conseil",
            ("date_fictive",),
            "Le jour fictif est un dimanche.",
            "Choisissez un jour ouvré.",
        )
    for index, day in enumerate(scenario.jours_feries):
        if day not in holidays(day.year):
            lint.tell("ASC708", "conseil", ("jours_feries", index), f"Le {day:%d/%m/%Y} n’est pas férié en France.",
                      "Vérifiez la date.")  # fmt: skip
    if scenario.date_fictive in holidays(scenario.date_fictive.year):
        _holiday(lint, ("date_fictive",), scenario.date_fictive)


def check_text(lint: Lint, path: Path, text: str, where: str = "") -> None:
    """Phones, mails, numbers and dates of one text. `where` names the document that holds it."""
    inside = f" ({where})" if where else ""
    for phone in sorted(real_phones(text)):
        lint.tell("ASC701", "a_corriger", path, f"« {phone} » peut être le téléphone de quelqu’un{inside}.",
                  "Prenez un numéro de fiction\u00a0: 01 99 00 xx xx ou 06 39 98 xx xx.")  # fmt: skip
    for domain in sorted({match[1].lower() for match in _MAIL.finditer(text)}):
        if not (domain.endswith(".example") or domain in ("example.com", "example.org", "example.net")):
            lint.tell("ASC702", "a_corriger", path, f"L’adresse en « @{domain} » peut exister{inside}.",
                      "Terminez le domaine par « .example ».")  # fmt: skip
    for domain in sorted({match[1].lower() for match in _SITE.finditer(text)}):
        if not domain.endswith((".example", ".gouv.fr")):
            lint.tell("ASC703", "conseil", path, f"Le site « {domain} » peut exister{inside}.",
                      "Terminez le domaine par « .example ».")  # fmt: skip
    for number in [match[1] for pattern in (_SIRET, _SIREN) for match in pattern.finditer(text)]:
        if luhn(re.sub(r"\D", "", number)):
            lint.tell("ASC704", "a_corriger", path, f"« {number} » peut être le numéro d’une vraie entreprise{inside}.",
                      "Changez son dernier chiffre.")  # fmt: skip
    for weekday, day in dates(text, lint.scenario.date_fictive):
        if weekday and _DAYS[day.weekday()] != weekday:
            lint.tell("ASC705", "a_corriger", path,
                      f"Le {day:%d/%m/%Y} est un {_DAYS[day.weekday()]}, pas un {weekday}{inside}.",
                      "Accordez le jour et la date.")  # fmt: skip
        elif day in holidays(day.year) and day.year == lint.scenario.date_fictive.year:
            _holiday(lint, path, day, inside)


def _holiday(lint: Lint, path: Path, day: dt.date, inside: str = "") -> None:
    if day not in lint.scenario.jours_feries and abs((day - lint.scenario.date_fictive).days) <= 120:
        lint.tell("ASC706", "a_corriger", path, f"Le {day:%d/%m/%Y} est férié ({holidays(day.year)[day]}){inside}.",
                  f"Ajoutez « jours_feries: [{day.isoformat()}] », ou changez la date.")  # fmt: skip


def real_phones(text: str) -> set[str]:
    """French phone numbers that are not kept for fiction, as written."""
    found = set()
    for match in _PHONE.finditer(text):
        digits = "0" + (match[1] or match[2]) + re.sub(r"\D", "", match[3])
        if not digits.startswith(_FICTION):
            found.add(match[0].strip())
    return found


def dates(text: str, today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """(weekday or an empty string, date) of each written date; without a year, the nearest one to `today`."""
    for match in _DATED.finditer(fold(text).text.replace("\u00a0", " ")):
        weekday = match[1] or match[5] or ""
        try:
            day = 1 if match[2] == "1er" else int(match[2] or match[6])
            month = _MONTHS.index(match[3]) + 1 if match[3] else int(match[7])
            if not (1 <= month <= 12 and 1 <= day <= 31):
                continue
            year = int(match[4] or match[8] or 0)
            if year:
                yield weekday, dt.date(year, month, day)
                continue
            choices = [dt.date(today.year + shift, month, day) for shift in (-1, 0, 1)]
        except ValueError:
            continue
        yield weekday, min(choices, key=lambda choice: abs((choice - today).days))


def _deadlines(lint: Lint) -> None:
    today = lint.scenario.date_fictive
    for index, step in enumerate(lint.scenario.etapes):
        for rank, point in enumerate(step.points if isinstance(step, OralInstruction) else ()):
            if point.nature not in ("delai", "quand"):
                continue
            for key in ("valeur", "dit"):
                for value in find_values(getattr(point, key), today):
                    day = value.value.date() if isinstance(value.value, dt.datetime) else value.value
                    if (
                        value.kind == "date"
                        and isinstance(day, dt.date)
                        and day < today
                        and not value.approximate
                    ):
                        lint.tell("ASC707", "a_corriger", ("etapes", index, "points", rank, key),
                                  f"Cette échéance ({day:%d/%m/%Y}) est passée le jour fictif ({today:%d/%m/%Y}).",
                                  "Changez la date.")  # fmt: skip
