"""The noun meant by a form that is only a verb: « le dépare » départ, « un parie » pari, « mes attentent » attentes."""

from __future__ import annotations

from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.phonetic import sound

_CUTS = (
    "",
    "e",
    "s",
    "t",
    "es",
    "ent",
    "r",
    "er",
    "le",
    "ne",
    "te",
    "ez",
    "x",
    "ie",
    "ait",
    "nes",
    "les",
    "ller",
    "lles",
)
_ADDS = ("", "s", "t", "x", "e", "es", "d", "ts", "é", "ée", "és", "ées", "ie", "c", "p", "le", "lle")


@lru_cache(maxsize=1024)
def nouns_meant(low: str, number: str = "") -> tuple[str, ...]:
    """Nouns of this number (`s`, `p` or any) that sound like `low` or fold like it; at most three."""
    key = sound(low)
    found: list[str] = []
    for cut in _CUTS:
        if cut and not low.endswith(cut):
            continue
        stem = low[: len(low) - len(cut)] if cut else low
        for add in _ADDS:
            for form in lexicon().spellings(stem + add):
                if form == low or form in found or not form.islower():
                    continue
                near = (
                    add in ("é", "ée", "és", "ées")
                    or sound(form) == key
                    or cut in ("e", "es", "ent", "le", "les", "ne", "nes")
                )
                fits = any(
                    one.pos == "N" and (not number or one.number in (number, "i"))
                    for one in lexicon().analyses(form)
                )
                if near and fits:
                    found.append(form)
    return tuple(
        sorted(
            found,
            key=lambda form: (
                sound(form) != key,
                form.endswith(("s", "x")) and not low.endswith("s"),
                abs(len(form) - len(low)),
            ),
        )
    )[:3]
