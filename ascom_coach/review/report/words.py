"""Words, dates and typography of the reports. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ascom_coach.documents import Locator, describe_place

NBSP = "\u00a0"
QUOTE_SHOWN = 600
"""Characters of a quote that are printed; a longer one ends with « […] »."""

LEVELS = {"non_atteint": "non atteint", "en_cours": "en cours", "atteint": "atteint", "solide": "solide"}
STATUS = {
    "defaut": ("✗", "À reprendre"),
    "a_verifier": ("?", "À vérifier"),
    "non_evaluable": ("–", "Non évaluable ici"),
    "conforme": ("✓", "Réussi"),
    "sans_objet": ("○", "À savoir"),
}
"""Symbol and words, in the order of the report."""
SEVERITY = {"bloquant": "bloquant", "majeur": "important", "mineur": "mineur"}
SINCE = {
    "nouveau": "nouveau",
    "restant": "déjà là à la version précédente",
    "resolu": "résolu depuis la version précédente",
}
NEEDS = {
    "modele_ou_formateur": "Un formateur peut en juger.",
    "seance": "Il faudrait la séance pour en juger.",
    "valeur_calculee": (
        f"Le classeur ne contient pas la valeur calculée{NBSP}: enregistrez-le depuis votre tableur."
    ),
    "fichier": "Le fichier attendu n’est pas remis.",
}
LABELS = {
    "orthographe": "Orthographe",
    "homophones": "Homophones",
    "accord": "Accords",
    "conjugaison": "Conjugaison",
    "ponctuation": "Ponctuation",
    "typographie": "Typographie",
    "style": "Style",
}
ENGINES = {
    "integre": "correcteur intégré",
    "languagetool": "LanguageTool",
    "grammalecte": "Grammalecte",
    "modele": "modèle de langue",
}

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_SPACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" (?=[:;!?»%€](?:\W|$))"), NBSP),
    (re.compile(r"« "), f"«{NBSP}"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), "\u202f"),
    (re.compile(r"\b(M\.|MM\.|Mme|Mmes|n°) (?=\S)"), rf"\1{NBSP}"),
)


def clean(text: object) -> str:
    """Foreign text fit for any file: no control character, no lone surrogate, no mark that turns the line round."""
    whole = str(text).replace("\r\n", "\n").replace("\r", "\n")
    whole = whole.encode("utf-8", "replace").decode("utf-8")
    return _UNPRINTABLE.sub("", whole)


def french(text: object) -> str:
    """A sentence of ours or of an author, with the no-break spaces of French typography. Adds no space."""
    whole = clean(text)
    for pattern, by in _SPACES:
        whole = pattern.sub(by, whole)
    return whole


def sentence(text: str) -> str:
    """The same words with a capital and a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…»" else ".")


def shortened(text: str, most: int = 38) -> str:
    """The beginning of a name, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def quoted(text: str, most: int = QUOTE_SHOWN) -> str:
    """« … », verbatim, cut at a word when longer than `most` characters."""
    whole = clean(text).strip()
    if len(whole) > most:
        whole = whole[:most].rsplit(None, 1)[0] + f"{NBSP}[…]"
    return f"«{NBSP}{whole}{NBSP}»" if whole else ""


def place(locator: Locator | Mapping[str, Any] | None) -> str:
    """The file and the place in words; a place in the session names no file."""
    if locator is None:
        return "ensemble de la copie"
    if not isinstance(locator, Locator):
        file, kind, ref = (str(locator.get(key) or "") for key in ("file", "kind", "ref"))
        locator = Locator(file, kind, ref)
    where = describe_place(locator)
    if locator.ref.startswith("seance:") or not locator.file:
        return clean(where)
    return clean(f"{short_name(locator.file)}, {where}")


def short_name(path: object) -> str:
    """The name of a file without its folders: a printed page needs no more."""
    return clean(str(path).replace("\\", "/").rsplit("/", 1)[-1])


def is_spoken(locator: Locator | None) -> bool:
    """True for words said in the session."""
    return locator is not None and locator.ref.startswith("seance:")


def french_day(day: dt.date) -> str:
    """« lundi 11 mai 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{_DAYS[day.weekday()]} {number}{NBSP}{_MONTHS[day.month - 1]} {day.year}"


def read_day(text: str) -> dt.date | None:
    """The day of an ISO date or time, None for anything else."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def shown_day(day: dt.date | str | None) -> str:
    """A date in words; text that is no ISO date is kept as it is."""
    if day is None or isinstance(day, dt.date):
        return french_day(day) if day else ""
    known = read_day(day)
    return french_day(known) if known else clean(day)


def together(names: Sequence[str]) -> str:
    """« Ana, Bo et Chloé », « Ana » alone."""
    return f"{', '.join(names[:-1])} et {names[-1]}" if len(names) > 1 else "".join(names)


def count(number: int, one: str, many: str) -> str:
    """« 1 remarque », « 2 remarques »."""
    return f"{number}{NBSP}{one if number < 2 else many}"


def coverage(assessed: int, total: int) -> str:
    """« 5 contrôles sur 8 évalués »."""
    if not total:
        return "aucun contrôle"
    plural = "s" if assessed > 1 else ""
    return f"{assessed}{NBSP}contrôle{plural} sur {total} évalué{plural}"
