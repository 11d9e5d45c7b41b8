"""A key that two French spellings share when they sound alike (« koi » and « quoi », « dezoler » and « désolé »)."""

from __future__ import annotations

import re
from functools import lru_cache

from ascom_coach.language.text import plain

_STEPS = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"sch|sh|ch(?![rl])", "S"), (r"ch", "k"), (r"ph", "f"), (r"gn", "N"), (r"(?<!^)ill(?=[aeiou])", "Y"),
        (r"ill", "il"), (r"th", "t"), (r"h", ""), (r"ti(?=on)", "si"),
        (r"cc(?=[eiy])", "ks"), (r"qu(?=[aeiouy])|q|ck", "k"), (r"sc(?=[eiy])|c(?=[eiy])|C", "s"), (r"c", "k"),
        (r"gu(?=[eiy])", "G"), (r"ge(?=[ao])|g(?=[eiy])", "j"), (r"G", "g"),
        (r"(?<=[aeiouy])s(?=[aeiouy])", "z"), (r"x(?=[aeiouy])", "ks"),
        (r"eau|au", "o"), (r"oeu|eu", "2"), (r"oin", "w1"), (r"oi|oy", "wa"), (r"ou", "u"),
        (r"(?:ain|ein|aim|eim|yn|ym|in|im|un|um)(?![aeiouynm])", "1"), (r"(?<=i)en(?![aeiouynm])", "1"),
        (r"(?:an|am|en|em)(?![aeiouynm])", "A"), (r"(?:on|om)(?![aeiouynm])", "O"),
        (r"ai|ei|ay|ey", "e"), (r"y", "i"), (r"w(?!a|1)", "v"),
        (r"([a-zA-Z])\1+", r"\1"),
        (r"(?<=[aeiouAO12wt])(?:er|ez|et)$", "e"), (r"(?<=..)(?:er|ez)$", "e"),
        (r"(?<=..)(?:es?|[stdxzp]+)$", ""),
    )
]  # fmt: skip


@lru_cache(maxsize=32768)
def sound(word: str) -> str:
    """Phonetic key of one word. Silent endings are dropped, so -er, -é, -ée, -ez share a key."""
    key = plain(word.lower().replace("ç", "C")).replace("'", "").replace("-", "")
    key = (
        "".join("C" if a == "ç" else b for a, b in zip(word.lower(), key, strict=True))
        if len(key) == len(word)
        else key
    )
    key = re.sub(r"(?<=..)(?:ees|ers|ee|er|ez|ais|ait|aient|ai)$", "e", key)
    for pattern, to in _STEPS:
        key = pattern.sub(to, key)
    return key
