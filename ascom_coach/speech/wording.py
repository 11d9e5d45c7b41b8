"""A written French text as it is read aloud: « 14,50 € » → « 14 euros 50 », « F-2026-318 » → « F, 20 26, 318 ».

Whole numbers stay in figures: the voice reads them in French. What it would misread is spelled out here.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_SHORT = {
    "Mme": "Madame", "Mmes": "Mesdames", "Mlle": "Mademoiselle", "MM.": "Messieurs", "M.": "Monsieur",
    "Dr": "Docteur", "n°": "numéro", "N°": "numéro", "TTC": "toutes taxes comprises",
    "HT": "hors taxes", "RDV": "rendez-vous", "rdv": "rendez-vous", "etc.": "et cætera", "km": "kilomètres",
    "kg": "kilos", "cm": "centimètres", "env.": "environ", "tél.": "téléphone", "Tél.": "téléphone",
    "p.": "page", "&": "et", "min": "minutes",
}  # fmt: skip
_ABBREVIATION = re.compile(
    r"(?<![\w.@/-])(?:"
    + "|".join(re.escape(word) for word in sorted(_SHORT, key=len, reverse=True))
    + r")(?![\w@])"
)
_NUMBER = r"\d{1,3}(?: \d{3})+|\d+"
_MONEY = re.compile(rf"(?<![\w,.-])(?P<whole>{_NUMBER})(?:[,.](?P<cents>\d{{1,2}}))? ?(?:€|EUR\b|euros?\b)")
_PERCENT = re.compile(r"(?<=\d) ?%")
_CLOCK = re.compile(r"(?<![\w:/.,-])(?P<h>\d{1,3}) ?(?:h|:)(?: ?(?P<m>[0-5]\d))?(?![\w:])")
_PHONE = re.compile(r"(?<![\d.])0\d(?:[ .]\d{2}){4}(?!\d)")
_DAY = re.compile(r"(?<![\d/-])(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?:/(?P<y>\d{4}))?(?![\d/])")
_ISO = re.compile(r"(?<![\w-])(?P<y>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\w-])")
_ORDINAL = re.compile(r"(?<!\w)1(?:er|re)(?!\w)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_WEB = re.compile(r"(?:https?://|www\.)[^\s»)]*[^\s».,;:!?)]")
_TAG = re.compile(r"#(\w+)")
_REFERENCE = re.compile(r"(?<![\w@./-])(?=[\w./-]*\d)[A-ZÉ]{1,5}(?:[-./ ]?\d+)+(?:[-./][A-Z\d]+)*(?![\w@-])")
_SIGNS = re.compile(r"[«»“”\"*_|<>{}\[\]]")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])|(?<=[A-Za-zÀ-ÿ])(?=\d)")


def spoken(text: str) -> str:
    """The text to give to the voice. Never empty for a text that holds a letter or a figure."""
    said = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
    said = _SPACES.sub(" ", _CONTROL.sub(" ", said))
    said = _WEB.sub(lambda match: f" {_address(match.group())} ", said)
    said = _MAIL.sub(lambda match: f" {_address(match.group())} ", said)
    said = _TAG.sub(lambda match: f"dièse {_CAMEL.sub(' ', match.group(1))}", said)
    said = _PHONE.sub(lambda match: ", ".join(_pair(two) for two in re.findall(r"\d\d", match.group())), said)
    said = _ISO.sub(_date, said)
    said = _DAY.sub(_date, said)
    said = _MONEY.sub(_money, said)
    said = _CLOCK.sub(_clock, said)
    said = _REFERENCE.sub(lambda match: _reference(match.group()), said)
    said = _ORDINAL.sub("premier", said)
    said = _PERCENT.sub(" pour cent", said)
    said = _ABBREVIATION.sub(lambda match: _SHORT[match.group()], said)
    said = _SIGNS.sub(" ", said).replace("…", "... ").replace("—", ", ").replace("–", ", ")
    said = re.sub(r"(\d) (?=\d{3}(?!\d))", r"\1", said)
    said = re.sub(r" +([,.])", r"\1", said)
    return _SPACES.sub(" ", said).strip(" ,")


def bare(text: str) -> str:
    """Small letters without accents."""
    return "".join(
        char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char)
    )


def _money(match: re.Match[str]) -> str:
    whole = int(match["whole"].replace(" ", ""))
    cents = int((match["cents"] or "0").ljust(2, "0"))
    euros = f"{whole} euro{'s' if whole > 1 else ''}"
    if not cents:
        return euros
    if not whole:
        return f"{cents} centime{'s' if cents > 1 else ''}"
    return f"{euros} {'zéro ' if cents < 10 else ''}{cents}"


def _clock(match: re.Match[str]) -> str:
    hour, minutes = int(match["h"]), match["m"]
    if ":" in match.group() and minutes is None:
        return match.group()
    word = "une heure" if hour == 1 else f"{hour} heures"
    if not minutes or minutes == "00":
        return word
    return f"{word} {'zéro ' if minutes[0] == '0' else ''}{int(minutes)}"


def _date(match: re.Match[str]) -> str:
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match.group()
    year = match.groupdict().get("y")
    return f"{'premier' if day == 1 else day} {_MONTHS[month - 1]}" + (f" {year}" if year else "")


def _pair(two: str) -> str:
    return f"zéro {two[1]}" if two[0] == "0" and two[1] != "0" else "zéro zéro" if two == "00" else two


def _reference(text: str) -> str:
    """Letters one by one, figures in small groups, a pause between the parts."""
    parts = []
    for part in re.findall(r"[^\W\d_]+|\d+", text):
        if part.isdecimal():
            parts.append(_figures(part))
        else:
            parts.append(" ".join(part))
    return ", ".join(parts)


def _figures(digits: str) -> str:
    if len(digits) < 4 and digits[0] != "0":
        return digits
    odd = len(digits) % 2
    pairs = [digits[:odd]] if odd else []
    pairs += re.findall(r"\d\d", digits[odd:])
    return " ".join(_pair(pair) if len(pair) == 2 else ("zéro" if pair == "0" else pair) for pair in pairs)


def _address(text: str) -> str:
    """A mail or web address read sign by sign."""
    short = re.sub(r"^(?:https?://)?(?:www\.)?", "", text).rstrip("/")
    names = {
        ".": " point ",
        "@": " arobase ",
        "-": " tiret ",
        "/": " barre ",
        "_": " tiret bas ",
        "+": " plus ",
    }
    return "".join(names.get(char, char) for char in short)
