"""A number in a format code, French or English letters (`jj/mm/aaaa`, `dd/mm/yyyy`, `# ##0,00 €`, `0%`)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ascom_coach.formulas.values import NotComputedError, as_text, day_of

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_DATE = re.compile(r"(?i)(j+|d+|m+|a+|y+|h+|s+)")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_NUMBER = re.compile(r"([#0](?:[#0 ,\u00a0\u202f]*[#0])?)?(?:[.,]([#0]+))?(%?)")
THOUSANDS = "\u202f"


def shown_as(value: Decimal, code: str) -> str:
    """The text of a number. Raises NotComputedError for a format that is not read here."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1] if match[1] is not None else match[2])
        return f"\ue000{len(kept) - 1}\ue001"

    bare = _LITERAL.sub(keep, code)
    if ";" in bare or "[" in bare:
        raise NotComputedError("TEXT")
    plain = re.sub("\ue000\\d+\ue001", "", bare)
    if plain.strip().lower() in ("", "@", "general", "standard"):
        text = as_text(value)
    elif _DATE.search(plain):
        text = _date(value, bare)
    else:
        text = _number(value, bare)
    return re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], text)


def _date(value: Decimal, code: str) -> str:
    day = day_of(value)
    seconds = int((value % 1 * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    parts = _DATE.split(code)
    out = []
    hour_seen = False
    for rank, part in enumerate(parts):
        if rank % 2 == 0:
            out.append(part)
            continue
        letter, size = part[0].lower(), len(part)
        following = next((parts[later][0].lower() for later in range(rank + 2, len(parts), 2)), "")
        if letter in "jd":
            out.append(
                (str(day.day), f"{day.day:02}", _DAYS[day.weekday()][:3] + ".", _DAYS[day.weekday()])[
                    min(size, 4) - 1
                ]
            )
        elif letter == "m" and (hour_seen or following == "s"):
            out.append(f"{seconds // 60 % 60:0{min(size, 2)}}")
        elif letter == "m":
            out.append(
                (str(day.month), f"{day.month:02}", _SHORT[day.month - 1], _MONTHS[day.month - 1])[
                    min(size, 4) - 1
                ]
            )
        elif letter in "ay":
            out.append(f"{day.year % 100:02}" if size <= 2 else f"{day.year}")
        elif letter == "h":
            out.append(f"{seconds // 3600:0{min(size, 2)}}")
        else:
            out.append(f"{seconds % 60:0{min(size, 2)}}")
        hour_seen = letter == "h"
    return "".join(out)


def _number(value: Decimal, code: str) -> str:
    found = max(_NUMBER.finditer(code), key=lambda match: len(match[0]), default=None)
    if found is None or not found[0].strip():
        raise NotComputedError("TEXT")
    before, after = code[: found.start()], code[found.end() :]
    if re.search("[#0?@*_]", before + after):
        raise NotComputedError("TEXT")
    digits, decimals, share = found[1] or "#", found[2] or "", found[3]
    # A comma with three digits behind it separates thousands in English codes, decimals in French ones.
    head, comma, tail = digits.rpartition(",")
    if comma and not decimals and (len(tail) != 3 or re.search("[ \u00a0\u202f]", head)):
        digits, decimals = head, tail
    amount = value * 100 if share or "%" in after else value
    amount = amount.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    sign = "-" if amount < 0 else ""
    whole, _, rest = format(abs(amount), "f").partition(".")
    least = len(re.sub("[^0]", "", digits))
    whole = whole.zfill(least) if int(whole or 0) or least else ""
    while rest and rest[-1] == "0" and len(rest) > len(decimals.rstrip("#")):
        rest = rest[:-1]
    if re.search("[ ,\u00a0\u202f]", digits):
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", THOUSANDS, whole)
    return f"{before}{sign}{whole}{',' if decimals else ''}{rest}{share}{after}"
