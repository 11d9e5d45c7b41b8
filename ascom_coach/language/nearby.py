# ruff: noqa: E501 -- a table keeps its lines
"""Forms that may be meant by a misspelt word: those that sound like it, and those one slip of the fingers away.

Both are looked for by regular expressions in the part of the lexicon that begins alike, never by trying every edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.text import plain

_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
NEIGHBOURS = {
    letter: {row[i + d] for d in (-1, 1) if 0 <= i + d < len(row)}
    | {other[i] for other in _ROWS[max(0, r - 1) : r + 2] if other is not row and i < len(other)}
    for r, row in enumerate(_ROWS)
    for i, letter in enumerate(row)
}
"""Keys that touch each other on a French keyboard."""
_LIKELY = frozenset("aeiouhlnrst")

_WRITTEN = {
    "o": "o au eau ho hau ot",
    "e": "e ai ei ay ey he hai er ez oe es et",
    "A": "an am en em han ham hen ean aon",
    "1": "in im ain aim ein yn ym un en hin",
    "O": "on om hon hom",
    "wa": "oi oy oie",
    "w1": "oin ouin",
    "u": "ou hou out oux",
    "y": "u hu eu ue",
    "2": "eu oeu e ue heu oe",
    "i": "i y hi hy ie ih",
    "a": "a ha e at as",
    "p": "p pp",
    "b": "b bb",
    "t": "t tt th",
    "d": "d dd",
    "k": "c cc k q qu ck ch cqu",
    "g": "g gg gu gh",
    "f": "f ff ph",
    "v": "v w",
    "s": "s ss c sc t x z st",
    "z": "z s x ss",
    "S": "ch sh sch",
    "j": "j g ge gg",
    "l": "l ll",
    "r": "r rr rh",
    "m": "m mm",
    "n": "n nn mn",
    "N": "gn ni ign",
    "Y": "ill il y ll ili li lli i",
    "x": "x cc xc ct cs ks xh",
    "h": "h",
    "am": "am amm emm em",
    "kY": "cueil ccueil cueill ccueill",
    "gY": "gueil gueill",
}
_HEARD = (
    ("c+(?:eui|uei|ue|eu)ll?", "kY"), ("g(?:eui|uei)ll?", "gY"),
    ("eaux?$|eau|aux?$|au|ho", "o"), ("oins?$|ouin", "w1"), ("oin(?![aeiouyéè])", "w1"), ("oi|oy", "wa"), ("ou", "u"), ("oeu|eu", "2"),
    ("(?:ain|ein|aim|eim|yn|ym|in|im|un)(?![aeiouyéèê'nm])", "1"), ("(?:an|am|en|em)(?![aeiouyéèê'nm])", "A"), ("(?:on|om)(?![aeiouyéèê'nm])", "O"), ("ô|o", "o"), ("(?:an|en)(?=m)", "A"),
    ("(?:emm?|amm?)(?=[ae]n$)", "am"), ("ai|ei|ay|ey", "e"), ("(?<=[iyé])en(?![aeiouyéèê'nm])", "1"), ("lli(?=[aeiouéè])|ill(?=[aeiouéè])|il$|ï(?=l)", "Y"), ("[éèêëe]", "e"),
    ("sch|sh|ch", "S"), ("ph|ff?", "f"), ("gn", "N"),  ("cc(?=[eiyéè])|xc|x", "x"), ("c?qu|ck|q|k|cc?(?![eiyéèh])", "k"),
    ("gu(?=[eiyéè])|gg?(?![eiyéè])", "g"), ("ge(?=[ao])|g|j", "j"), ("(?<=[aeiouyéèê])s(?=[aeiouyéèê])|z", "z"),
    ("t(?=i[eo])", "s"), ("ss?|sc(?=[eiyéè])|c|ç", "s"), ("tt?h?", "t"), ("dd?", "d"), ("pp?", "p"), ("bb?", "b"), ("ll?", "l"), ("rr?h?", "r"),
    ("mm?", "m"), ("nn?", "n"), ("v|w", "v"), ("h", ""), ("[aàâ]", "a"), ("[iîïy]", "i"), ("[uûùü]", "y"), ("-|'", ""),
)  # fmt: skip
_STEPS = tuple((re.compile(source), sound) for source, sound in _HEARD)
_EITHER = {"z": ("s", "z"), "s": ("s", "z"), "t": ("t",), "S": ("S", "k"), "k": ("k",), "j": ("j", "g"), "g": ("g", "j"), "A": ("A", "1"), "e": ("e", "2"),
           "2": ("2", "e", "u"), "x": ("x", "s"), "u": ("u",), "y": ("y",), "N": ("N", "n"), "v": ("v", "f")}  # fmt: skip
_MUTE = "(?:e?s?|ent|[tdxzpgcb]s?)"
_SPELT = {"a": "aàâ", "e": "eéèêë", "i": "iîï", "o": "oô", "u": "uûùü", "c": "cç"}
_BARE = str.maketrans(
    {accented: letter for letter, every in _SPELT.items() for accented in every} | {"œ": "oe"}
)
_TAIL = re.compile(
    r"(?<=[ae]men)ts?$|(?<=[ae]mm[ae]n)ts?$|(?<=[^aeiouyéèêà])es?$|(?<![ae]m)(?<=[^aeiouyéèêà])ent$|(?<=[aeiouyéèêà][nmrl])[tdspgc]+$|(?<=[aeiouyéèêàâîô])(?:es?|[tdspxz]+)$|(?<=.)s$"
)


def _muted(tail: re.Match[str]) -> str:
    """What keeps the place of a mute ending: an « e » makes the letter before it heard."""
    return "'" if tail[0].startswith("e") else ""


def _sounds(word: str) -> list[str]:
    """The sounds of a word, as keys of `_WRITTEN`, mute ending left out."""
    word = _TAIL.sub(_muted, word.replace("œ", "oe"))
    out = []
    at = 0
    while at < len(word):
        for step, sound in _STEPS:
            if match := step.match(word, at):
                if sound:
                    out.append(sound)
                at = max(match.end(), at + 1)
                break
        else:
            out.append(word[at])
            at += 1
    return out


@lru_cache(maxsize=512)
def _ways(sound: str) -> tuple[str, ...]:
    """Every writing of a sound, folded, longest first."""
    found = {way for one in _EITHER.get(sound, (sound,)) for way in _WRITTEN.get(one, one).split()}
    return tuple(sorted(found, key=lambda way: (-len(way), way)))


@lru_cache(maxsize=512)
def _pattern(sound: str) -> str:
    """A pattern of the writings of a sound: single letters as one class, so that it is read fast."""
    ways = _ways(sound)
    letters = "".join(_SPELT.get(way, way) for way in ways if len(way) == 1)
    longer = [_spelt(way) for way in ways if len(way) > 1]
    return "(?:" + "|".join([*longer, *([f"[{letters}]"] if letters else [])]) + ")"


def _spelt(letters: str) -> str:
    """A pattern that matches folded `letters` with any accent."""
    return "".join(f"[{_SPELT[letter]}]" if letter in _SPELT else letter for letter in letters)


def _begins(heard: list[str]) -> frozenset[str]:
    """The three letters that a word with these sounds may begin with."""
    out = {""}
    for one in heard[:3]:
        out = {begin if len(begin) > 2 else begin + way for begin in out for way in _ways(one)}
    return frozenset(begin[:3] for begin in out)


def heard_like(word: str, near: bool) -> Iterator[str]:
    """Forms that sound like a lower-case `word`: those that begin with its two letters, or, not `near`, the others."""
    heard, own = _sounds(word), plain(word)[:2]
    begins = [begin for begin in sorted(_begins(heard)) if begin.startswith(own) == near]
    if len(heard) > 1:
        for begin in begins:
            yield from _like(word).findall(lexicon().block(begin))


@lru_cache(maxsize=16)
def _like(word: str) -> re.Pattern[str]:
    return re.compile(rf"\n({''.join(map(_pattern, _sounds(word)))}{_MUTE})\t")


def slipped(word: str) -> Iterator[str]:
    """Forms one slip away from a folded `word`: a letter more, less, other, or two of them in the other order."""
    lex = lexicon()
    keys = set()
    for i in range(min(3, len(word))):
        left, right = word[:i], word[i:]
        keys.add(left + right[1:])
        if len(right) > 1:
            keys.add(left + right[1] + right[0] + right[2:])
        near = NEIGHBOURS.get(right[0], set()) | (_LIKELY if i else set("h"))
        keys |= {left + letter + right[1:] for letter in near if letter != right[0]}
        keys |= {left + letter + right for letter in (_LIKELY | {right[0]} if i else ("h", right[0]))}
    for key in sorted(keys):
        if len(key) > 1:
            yield from lex.spellings(key)
    size = len(word)
    if size > 3:
        for form in re.findall(rf"\n([^\t]{{{size - 1},{size + 1}}})\t", lex.block(word[:3])):
            if _one_slip(word, form.translate(_BARE)):
                yield form


def _one_slip(word: str, form: str) -> bool:
    at = 3
    stop = min(len(word), len(form))
    while at < stop and word[at] == form[at]:
        at += 1
    return (
        word[at + 1 :] in (form[at + 1 :], form[at:])
        or word[at:] == form[at + 1 :]
        or (word[at : at + 2] == form[at : at + 2][::-1] and word[at + 2 :] == form[at + 2 :])
    )


def almost_like(word: str) -> list[str]:
    """Forms that sound like `word` but for one sound: what is tried when nothing nearer is found."""
    heard = _sounds(word)
    if len(heard) < 4:
        return []
    begin = plain(word)[:2]
    out = _MUTE
    for i in range(len(heard) - 1, 1, -1):
        rest = "".join(_pattern(one) for one in heard[i + 1 :]) + _MUTE
        whole = _pattern(heard[i]) + rest
        out = rf"(?:{_pattern(heard[i])}{out}|[^\t\n]{{0,2}}{rest}(?=\t)|[^\t\n]{{1,2}}{whole}(?=\t))"
    first = "".join(_pattern(one) for one in heard[:2])
    return re.findall(rf"\n({first}{out})\t", lexicon().block(begin))


def resembles(word: str, form: str) -> float:
    """How far `form` is from `word`: 0 when equal, about 1 for a letter taken for another that sounds otherwise."""
    at = 0
    while at < min(len(word), len(form)) - 1 and word[at] == form[at]:
        at += 1
    at = max(0, at - 1)
    word, form = word[at:], form[at:]
    bare, other = word.translate(_BARE), form.translate(_BARE)
    more = [_added(bare, i) for i in range(len(bare))]
    less = [_added(other, j) for j in range(len(other))]
    if len(bare) != len(word) or len(other) != len(form):
        word, form = bare, other  # an « œ » was opened
    row = [0.0]
    for price in less:
        row.append(row[-1] + price)
    before = row
    for i, typed in enumerate(word):
        above, row = row, [row[0] + more[i]]
        for j, letter in enumerate(form):
            cost = above[j] if typed == letter else above[j] + _changed(typed, letter, bare[i], other[j])
            cost = min(cost, above[j + 1] + more[i], row[j] + less[j])
            if i and j and typed != letter and bare[i] == other[j - 1] and bare[i - 1] == other[j]:
                cost = min(cost, before[j - 1] + 0.7)
            row.append(cost)
        before = above
    return row[-1]


_SAME_SOUND = frozenset(
    way for pair in ("sc", "sz", "cq", "ck", "qk", "gj", "iy", "ae", "mn", "ts", "tc", "xs", "xc", "vw", "td", "bp", "ao") for way in (pair, pair[::-1])
)  # fmt: skip


def _changed(typed: str, letter: str, bare: str, other: str) -> float:
    """The price of one letter for another."""
    if bare == other:
        return 0.15 if typed == bare else 0.25
    if bare + other in _SAME_SOUND:
        return 0.55
    return 0.85 if other in NEIGHBOURS.get(bare, ()) else 1.0


def _added(word: str, at: int) -> float:
    """The price of a letter that the other writing has not: little for one that is not heard."""
    letter = word[at]
    if at and word[at - 1] == letter:
        return 0.35
    if letter in "h'-" or (at == len(word) - 1 and letter in "estxdpz"):
        return 0.5
    return 0.6 if letter in "estiu" else 0.85
