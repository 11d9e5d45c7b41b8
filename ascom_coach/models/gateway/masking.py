"""Hide identifiers from a hosted model, and put them back in its answer.

Masked: e-mail addresses, telephone numbers, IBAN (ISO 13616, mod 97), SIRET and SIREN (Luhn; La Poste's SIRET
by the sum of their digits), French VAT numbers (they hold the SIREN, key of 97), social security numbers (NIR, key
of 97), bank cards (Luhn, 15 or 16 digits). Names of people are not covered. As of 2026-11.
Rules that judge a copy run on the original text: only the model sees placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_GAP = r"[ .\u00a0\u202f-]?"


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _luhn(number: str) -> bool:
    total = 0
    for rank, char in enumerate(reversed(number)):
        value = int(char) * (2 if rank % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


# Lengths of the IBAN registry for the countries most met in France.
_IBAN_LENGTHS = {
    "FR": 27, "MC": 27, "BE": 16, "LU": 20, "DE": 22, "ES": 24, "IT": 27, "PT": 25, "NL": 18, "CH": 21, "GB": 22,
    "IE": 22, "AT": 20, "PL": 28,
}  # fmt: skip


def _iban_end(text: str) -> int:
    """Where the IBAN that begins the text ends; what follows (« BIC », an amount) looks the same. 0: no IBAN."""
    ends = [i for i in range(len(text), 14, -1) if i == len(text) or not text[i].isalnum()]
    return next((end for end in ends if text[end - 1].isalnum() and _iban(text[:end])), 0)


def _iban(text: str) -> bool:
    compact = re.sub(r"[^0-9A-Za-z]", "", text).upper()
    if not 15 <= len(compact) <= 34 or len(compact) != _IBAN_LENGTHS.get(compact[:2], len(compact)):
        return False
    return int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


def _siret(text: str) -> bool:
    number = _digits(text)
    return _luhn(number) or (number.startswith("356000000") and sum(map(int, number)) % 5 == 0)


def _vat(text: str) -> bool:
    number = _digits(text)
    return _luhn(number[2:]) and int(number[:2]) == (12 + 3 * (int(number[2:]) % 97)) % 97


def _nir(text: str) -> bool:
    compact = re.sub(r"[^0-9A-Za-z]", "", text).upper()
    body, key = compact[:13], compact[13:]
    number = int(body.replace("2A", "19", 1).replace("2B", "18", 1)) if body[5:7] in ("2A", "2B") else None
    if number is None:
        if not body.isdecimal():
            return False
        number = int(body)
    return 97 - number % 97 == int(key)


def _whole(valid: Callable[[str], bool]) -> Callable[[str], int]:
    return lambda text: len(text) if valid(text) else 0


# For each kind, what may be one, and how many of its first characters really are one (0: none).
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], int]], ...] = (
    ("MAIL", re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), len),
    ("IBAN", re.compile(rf"(?<!\w)[A-Za-z]{{2}}\d\d(?:{_GAP}[0-9A-Za-z]){{11,30}}(?!\w)"), _iban_end),
    (
        "NIR",
        re.compile(
            rf"(?<!\w)[1-478]{_GAP}\d\d{_GAP}\d\d{_GAP}(?:\d\d|2[AB]){_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d\d(?!\w)"
        ),
        _whole(_nir),
    ),
    (
        "CARTE",
        re.compile(
            rf"(?<!\w)(?:[3-6]\d{{3}}(?:{_GAP}\d{{4}}){{3}}|3[47]\d\d{_GAP}\d{{6}}{_GAP}\d{{5}})(?!\w)"
        ),
        _whole(lambda text: _luhn(_digits(text))),
    ),
    ("TVA", re.compile(rf"(?<!\w)FR{_GAP}\d\d(?:{_GAP}\d{{3}}){{3}}(?!\w)"), _whole(_vat)),
    (
        "SIRET",
        re.compile(rf"(?<!\w)\d{{3}}(?:{_GAP}\d{{3}}){{2}}{_GAP}\d{{5}}(?!\w)"),
        _whole(_siret),
    ),
    (
        "TEL",
        re.compile(rf"(?<!\w)(?:\+33{_GAP}(?:\(0\))?|0033{_GAP}|0)[1-9](?:{_GAP}\d\d){{4}}(?!\w)"),
        len,
    ),
    (
        "SIREN",
        re.compile(rf"(?<!\w)\d{{3}}(?:{_GAP}\d{{3}}){{2}}(?!\w)"),
        _whole(lambda text: _luhn(_digits(text))),
    ),
)
_PLACEHOLDER = re.compile(r"\[(?:MAIL|IBAN|NIR|CARTE|TVA|SIRET|TEL|SIREN)_\d+\]")
_LONGEST_PLACEHOLDER = 16


class Masker:
    """One request's placeholders: the same identifier always gets the same one."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """`texts` are all the texts of the request: placeholders already written there are never reused."""
        self._taken = {found for text in texts for found in _PLACEHOLDER.findall(text)}
        self._by_value: dict[str, str] = {}
        self._by_placeholder: dict[str, str] = {}

    def _placeholder(self, kind: str, value: str) -> str:
        if value not in self._by_value:
            number = 1
            while (name := f"[{kind}_{number}]") in self._taken:
                number += 1
            self._taken.add(name)
            self._by_value[value] = name
            self._by_placeholder[name] = value
        return self._by_value[value]

    def mask(self, text: str) -> str:
        """The text with every identifier replaced by a placeholder."""
        self._taken.update(_PLACEHOLDER.findall(text))
        for kind, pattern, length in _KINDS:

            def hide(match: re.Match[str], kind: str = kind, length: Callable[[str], int] = length) -> str:
                size = length(match[0])
                return self._placeholder(kind, match[0][:size]) + match[0][size:] if size else match[0]

            text = pattern.sub(hide, text)
        return text

    def unmask(self, text: str) -> str:
        """The text with every placeholder of this request replaced by what it stood for."""
        return _PLACEHOLDER.sub(lambda match: self._by_placeholder.get(match[0], match[0]), text)

    def held_back(self, text: str) -> int:
        """How many last characters may be the beginning of a placeholder (for text that arrives in pieces)."""
        start = text.rfind("[")
        if start < 0 or "]" in text[start:] or len(text) - start >= _LONGEST_PLACEHOLDER:
            return 0
        return len(text) - start
