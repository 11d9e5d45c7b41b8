"""Zones that proofreading leaves alone: addresses, numbers, codes, quotations, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax.view import plain_view
from ascom_coach.language.text import plain, words

_HARD = (
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:https?://|www\.)[^\s<>«»]+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|example|test)\b(?:/\S*)?",
    r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b",
    r"(?:(?:\+|00)33 ?|\b0)[1-9](?:[ .-]?\d{2}){4}\b",
    r"\b(?=[\w/-]*\d)(?=[\w/-]*[A-Za-z])\w+(?:[-/]\w+)+\b",
    r"\b\w+\.(?:docx?|xlsx?|pdf|pptx?|txt|csv|odt|ods|zip|jpe?g|png|eml|html?)\b",
    r"`[^`\n]+`",
    r"#(?:REF|VALUE|VALEUR|NAME|NOM|NUM|NOMBRE|NULL|NUL|SPILL|EPARS|DIV/0)[!?]|#N/A\b",  # a cell in error
    r"\b(?i:lorem ipsum)\b[^\n]*",  # text of a model, told as such by the look at what is left to write
    # « au format .xlsx », « le fichier .pdf »
    r"(?<![^\s(«\"'])\.(?:docx?|xlsx?|pdf|pptx?|txt|csv|od[tsp]|zip|rar|7z|jpe?g|png|gif|svg|eml|html?|json|xml|ics|rtf|md|mp[34]|exe)\b",
    # both genders or both numbers at once: « les salarié·e·s », « le(s) devis », « votre adhérent(e) », « chargé.e.s »
    r"\b[\w'-]+(?:[·•⋅‧]\w+)+",
    r"\b[\w'-]*[^\W\d_]{2}\((?:e|s|x|es|ne|le|se|ve|te|trice|rice|euse|ère)\)(?:\(s\)|s\b)?",
    r"\b[^\W\d_]{3,}\.(?:e|[lnstvf]e|rice|trice|euse|ère)\.s\b|\b[^\W\d_]{3,}\.es\b(?!-)",
    r"(?<=«)[^»\n]+(?=»)|(?<=“)[^”\n]+(?=”)|(?<=\")[^\"\n]+(?=\")",
)
_SOFT = (
    r"\b\d+(?:[.,  ]\d+)*(?: ?(?:€|%|EUR|h|H|min|km|kg|g|cm|mm|m|Mo|Go|Ko|k€))?\b",
    r"\b[A-Z0-9]{2,6}\b",
    r"\b\w*\d\w*\b",
)
OFFICE = frozenset(
    plain(word)
    for word in [
        "ttc",
        "ht",
        "tva",
        "cgv",
        "iban",
        "sarl",
        "sas",
        "sa",
        "eurl",
        "rib",
        "bl",
        "bc",
        "sav",
        "rh",
        "drh",
        "dg",
        "pdg",
        "pj",
        "cdt",
        "cdi",
        "cdd",
        "ag",
        "ce",
        "cse",
        "dpae",
        "dsn",
        "kbis",
        "siret",
        "siren",
        "cpam",
        "cerfa",
        "urssaf",
        "n°",
        "svp",
        "rdv",
        "tel",
        "tél",
        "réf",
        "ref",
        "p.j",
        "cf",
        "etc",
        "mme",
        "mlle",
        "m",
        "mm",
        "dr",
        "st",
        "ste",
        "bd",
        "av",
        "cedex",
        "bp",
        "za",
        "zi",
        "zac",
        "fr",
        "eur",
        "asap",
        "cci",
        "cc",
        "objet",
        "n/réf",
        "v/réf",
        "pme",
        "tpe",
        "crm",
        "erp",
        "gps",
        "usb",
        "pdf",
        "csv",
        "excel",
        "word",
        "teams",
        "outlook",
        "zoom",
        "internet",
        "wifi",
        "wi-fi",
        "linkedin",
        "google",
        "whatsapp",
        "chronopost",
        "colissimo",
        "svg",
        "qr",
        "ok",
        "visio",
        "visios",
        "planning",
        "mailing",
        "reporting",
        "intranet",
        "cloud",
        "drive",
        "newsletter",
        "webinaire",
        "onboarding",
        "open-space",
        "tupperware",
        "post-it",
        "flyer",
        "flyers",
        "email",
        "emails",
        "app",
        "apps",
        "url",
        "urls",
        "html",
        "xml",
        "json",
        "php",
        "xls",
        "xlsx",
        "docx",
        "jpeg",
        "png",
        "sms",
        "mms",
    ]
)


def glossary(names: Iterable[str]) -> frozenset[str]:
    """Folded words of the given names (people, firms, products of the exercise)."""
    return frozenset(token.folded for name in names for token in words(name)) | frozenset(
        plain(name) for name in names
    )


def hard_zones(text: str, names: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Spans that no remark may touch: addresses, links, phones, IBAN, codes, file names, words written for both
    genders, quotations, given names."""
    found = list(_hard(plain_view(text)))
    if names:
        found += [(token.start, token.end) for token in words(text) if token.folded in names]
    return found


_ENDING = re.compile(r"(?<![^\s(«\"'])\.(?P<name>[A-Za-z]\w{1,9}(?:\.\w+)*)\b")
_OF_FILES = re.compile(
    r"\b(?:extensions?|formats?|fichiers?|dossiers?|répertoires?|suffixes?)\b[^.!?]*(?:\.\w+[^.!?]*)*$", re.I
)


def _endings(whole: str) -> Iterable[tuple[int, int]]:
    """« un fichier .ICC », « les extensions .sh et .py »: in capitals, no French word, or behind a word for files."""
    for match in _ENDING.finditer(whole):
        name = match["name"]
        capital = name[0].isupper() and not name.isupper()
        line = whole[max(0, match.start() - 80) : match.start()].rpartition("\n")[2]
        if not capital and (name.isupper() or not lexicon().has(name) or _OF_FILES.search(line)):
            yield match.span()


@lru_cache(maxsize=8)
def _hard(whole: str) -> tuple[tuple[int, int], ...]:
    """Kept for a moment: each engine and the pipeline ask for the same text."""
    return (*(match.span() for source in _HARD for match in re.finditer(source, whole)), *_endings(whole))


def soft_zones(text: str) -> list[tuple[int, int]]:
    """Spans that a spelling checker leaves alone besides: numbers with their unit, capitals, words with a digit."""
    whole = plain_view(text)
    return [match.span() for source in _SOFT for match in re.finditer(source, whole)]


def touches(zones: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `start:end` overlaps one of the zones."""
    return any(start < b and a < end for a, b in zones) or (
        start == end and any(a < start < b for a, b in zones)
    )
