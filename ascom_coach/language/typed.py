"""Fast typing made readable before it is understood: SMS forms, abbreviations, forgotten apostrophes, long vowels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ascom_coach.language.data import load_yaml
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.text import Folded, fold, nfc, plain

_GLUED = re.compile(r"^(c|d|j|l|m|n|s|t|qu|jusqu|lorsqu|puisqu)([aeiouyhéèêàâîôûœ].+)$", re.IGNORECASE)
_VOWELS = frozenset("aeiouyh")
_LONG = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class _Tables:
    words: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    longest: int
    first: frozenset[str]
    """First words of the phrases."""


@cache
def _tables() -> _Tables:
    raw = load_yaml("sms.yaml")
    french = frozenset(raw["mots_francais"])
    words = {}
    for key, full in raw["abreviations"].items():
        folded = plain(key)
        if plain(full) != folded and (folded in french or not lexicon().has_folded(folded)):
            words[folded] = nfc(full)
    phrases = {tuple(plain(key).split()): nfc(full) for key, full in raw["expressions"].items()}
    return _Tables(words, phrases, max(map(len, phrases)), frozenset(key[0] for key in phrases))


def _pieces(text: str) -> list[tuple[str, int, int]]:
    """Runs of letters, digits and inner apostrophes, with their spans."""
    return [
        (match.group(), match.start(), match.end())
        for match in re.finditer(r"n°|[^\W_]+(?:['’][^\W_]+)?(?:-[^\W_]+(?:['’][^\W_]+)?)*", text)
    ]


def _edits(text: str) -> list[tuple[int, int, str]]:
    """Replacements as (start, end, new text), in order, without overlap."""
    tables = _tables()
    pieces = _pieces(text)
    out: list[tuple[int, int, str]] = []
    folded = [plain(piece[0]) for piece in pieces]
    index = 0
    while index < len(pieces):
        longest = min(tables.longest, len(pieces) - index) if folded[index] in tables.first else 1
        for length in range(longest, 1, -1):
            full = tables.phrases.get(tuple(folded[index : index + length]))
            if full is None:
                continue
            run = pieces[index : index + length]
            between = [text[a[2] : b[1]] for a, b in pairwise(run)]
            named = (
                len(run[0][0]) == 1
                and run[0][0].isupper()
                and bool(re.search(r"[^.!?\n\s]\s*$", text[: run[0][1]]))
            )
            if not named and all(gap.strip(" '’") == "" and "\n" not in gap for gap in between):
                out.append((run[0][1], run[-1][2], _cased(run[0][0], full)))
                index += length
                break
        else:
            word, start, end = pieces[index]
            full = _one(word, text, start, end)
            if full is not None:
                out.append((start, end, full))
            index += 1
    return out


def _one(word: str, text: str, start: int, end: int) -> str | None:
    folded = plain(word)
    tables = _tables()
    full = tables.words.get(folded)
    if full is None and "'" in folded:
        full = tables.phrases.get((folded,))
    if full is not None:
        if len(folded) == 1 and not _lone_letter(folded, word, text, start, end):
            return None
        if (
            word.isupper()
            and len(word) > 1
            and folded in ("we", "add", "ts", "bp", "ste", "ds", "ss", "ct", "dt")
        ):
            return None
        return _cased(word, full)
    head, mark, tail = folded.partition("'")
    if len(tail) > 1 and plain(tables.words.get(tail, ""))[:1] in _VOWELS:
        return f"{word[: len(head)]}{mark}{tables.words[tail]}"  # « l’aprem », « d’infos »
    named = word[:1].isupper() and not word.isupper() and bool(re.search(r"[^.!?\n\s]\s*$", text[:start]))
    if named or any(char.isdecimal() for char in word):
        return None
    lex = lexicon()
    if folded.endswith("-vs") and lex.has_folded(word[:-3]):
        return f"{word[:-3]}-vous"
    if lex.has_folded(word) or "'" in folded or "-" in folded:
        return None
    shorter = _LONG.sub(r"\1", folded)
    if shorter != folded:
        for candidate in (shorter, _LONG.sub(r"\1\1", folded)):
            if lex.has_folded(candidate):
                return _cased(word, lex.spellings(candidate)[0])
    if match := _GLUED.match(word):
        rest = match[2]
        if len(rest) > 1 and lex.has_folded(rest):
            return f"{match[1]}'{rest}"
    return None


def _lone_letter(folded: str, word: str, text: str, start: int, end: int) -> bool:
    """Whether a lone letter is SMS (« c pour quand », « g pas reçu ») and not an initial, a unit or a list mark."""
    before, after = text[:start], text[end:]
    if re.search(r"[\d’'°-]\s?$", before) or re.match(r"[.’')°:/-]|\s?\d|\s*$", after):
        return False
    if word.isupper() and before.strip() and not re.search(r"[.!?\n]\s*$", before):
        return False
    if folded == "m":
        return bool(re.match(r"\s+[A-ZÀ-Ý]", after))
    return True


def _cased(word: str, full: str) -> str:
    return full[:1].upper() + full[1:] if word[:1].isupper() and not word[1:].isupper() else full


@lru_cache(maxsize=4096)  # all that a scenario may be asked is read again for the next one
def normalise_typed(text: str) -> str:
    """`text` with SMS forms and abbreviations written out and forgotten apostrophes put back.

    A real French word is never touched, except the few that `sms.yaml` allows (« ref », « fact », « c koi »).
    """
    text = nfc(text)
    out, last = [], 0
    for start, end, full in _edits(text):
        out += [text[last:start], full]
        last = end
    return "".join(out) + text[last:]


@lru_cache(maxsize=1024)
def fold_typed(text: str) -> Folded:
    """The folded form of `normalise_typed(text)`, with the map to `text`; a changed word maps to its whole span.

    A decomposed text is folded as it is, without the changes.
    """
    base = nfc(text)
    if base != text:
        return fold(text)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def take(piece: Folded, offset: int) -> None:
        chars.append(piece.text)
        starts.extend(offset + at for at in piece.starts)
        ends.extend(offset + at for at in piece.ends)

    last = 0
    for start, end, full in _edits(text):
        take(fold(text[last:start]), last)
        new = fold(full).text
        chars.append(new)
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        last = end
    take(fold(text[last:]), last)
    return Folded("".join(chars), tuple(starts), tuple(ends))
