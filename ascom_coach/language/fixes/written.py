"""How a fix is written in this text: the capital of what it replaces, or none where a sentence goes on; apostrophes."""

from __future__ import annotations

from dataclasses import replace

from ascom_coach.language.remarks import Remark


def as_written(text: str, remark: Remark) -> Remark:
    """`remark` with its fixes as this text would write them."""
    if not remark.suggestions:
        return remark
    curly = "’" in text and "'" not in text
    straight = "'" in text and "’" not in text
    opens = _opens(text, remark.start)
    fixes = []
    for given in remark.suggestions:
        fix = given.replace("'", "’") if curly else given.replace("’", "'") if straight else given
        if remark.quote[-1:].isalnum():
            fix = fix.rstrip()
        fixes.append(_cased(remark.quote, fix, opens))
    return replace(remark, suggestions=tuple(dict.fromkeys(fixes)))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence opens at `start`."""
    before = text[:start].rstrip(' \u00a0\u202f«"(')
    return not before or before[-1] in ".!?…\n"


def _cased(quote: str, fix: str, opens: bool) -> str:
    first = fix[:1]
    if opens and quote[:1].isupper() and first.islower():
        return first.upper() + fix[1:]
    shouted = quote.isalpha() and quote.isupper() and len(quote) > 1
    if shouted and not opens and first.isupper() and fix[1:].islower():
        return first.lower() + fix[1:]
    return fix
