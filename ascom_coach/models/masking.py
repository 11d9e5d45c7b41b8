"""Hide identifiers from a hosted model, and put them back in its answer.

Masked: e-mail addresses, telephone numbers, IBAN (ISO 13616, mod 97), SIRET and SIREN (Luhn),
social security numbers (NIR, key of 97), bank cards (Luhn). Names of people are not covered.
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


def _iban(text: str) -> bool:
    compact = re.sub(r"[^0-9A-Za-z]", "", text).upper()
    if not 15 <= len(compact) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


def _nir(text: str) -> bool:
    compact = re.sub(r"[^0-9A-Za-z]", "", text).upper()
    body, key = compact[:13], compact[13:]
    number = int(body.replace("2A", "19", 1).replace("2B", "18", 1)) if body[5:7] in ("2A", "2B") else None
    if number is None:
        if not body.isdigit():
            return False
        number = int(body)
    return 97 - number % 97 == int(key)


def _always(_: str) -> bool:
    return True


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("MAIL", re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), _always),
    ("IBAN", re.compile(rf"(?<!\w)[A-Z]{{2}}\d\d(?:{_GAP}[0-9A-Z]){{11,30}}(?!\w)"), _iban),
    (
        "NIR",
        re.compile(
            rf"(?<!\w)[1-478]{_GAP}\d\d{_GAP}\d\d{_GAP}(?:\d\d|2[AB]){_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d\d(?!\w)"
        ),
        _nir,
    ),
    ("CARTE", re.compile(rf"(?<!\w)[3-6]\d{{3}}(?:{_GAP}\d{{4}}){{3}}(?!\w)"), lambda t: _luhn(_digits(t))),
    (
        "SIRET",
        re.compile(rf"(?<!\w)\d{{3}}(?:{_GAP}\d{{3}}){{2}}{_GAP}\d{{5}}(?!\w)"),
        lambda t: _luhn(_digits(t)),
    ),
    (
        "TEL",
        re.compile(rf"(?<!\w)(?:\+33{_GAP}(?:\(0\))?|0033{_GAP}|0)[1-9](?:{_GAP}\d\d){{4}}(?!\w)"),
        _always,
    ),
    ("SIREN", re.compile(rf"(?<!\w)\d{{3}}(?:{_GAP}\d{{3}}){{2}}(?!\w)"), lambda t: _luhn(_digits(t))),
)
_PLACEHOLDER = re.compile(r"\[(?:MAIL|IBAN|NIR|CARTE|SIRET|TEL|SIREN)_\d+\]")
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
        for kind, pattern, valid in _KINDS:

            def hide(match: re.Match[str], kind: str = kind, valid: Callable[[str], bool] = valid) -> str:
                return self._placeholder(kind, match[0]) if valid(match[0]) else match[0]

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
