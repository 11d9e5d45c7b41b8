"""Repairs misspelled words towards a given vocabulary: same sound first, then one edit. Real words are left alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.phonetic import sound
from ascom_coach.language.text import plain, words
from ascom_coach.language.typed import normalise_typed

_ELISION = ("'", "’")
_TWICE = re.compile(r"(?<=['’]il) il (?=y a(?!\w))")
"""« s’il y a » whose « y a » was written out."""


def _deletes(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def one_edit(first: str, second: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours turns `first` into `second`."""
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    a, b = first[start:], second[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and len(a) > 1 and a[2:] == b[2:])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter


def _second_person(word: str) -> str | None:
    """« vous avié », « vous pouvé » : the verb that ends in -ez by ear, if the word is no other French word."""
    if word[-1:] != "é" and (lexicon().has_folded(word) or not word.endswith("e")):
        return None
    heard = f"{word[:-1]}ez"
    return heard if len(word) > 2 and lexicon().is_pos(heard, "V") else None


class Vocabulary:
    """Words of some texts, as an author writes them, found again by their folded form, their sound or with one edit."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: dict[str, str] = {}
        self._sounds: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for token in words(text):
                folded = token.folded
                if len(folded) < 3 or folded in self.words:
                    continue
                self.words[folded] = token.text.lower()
                self._sounds[sound(token.text)].append(folded)
                if len(folded) >= 4:
                    for key in {folded} | _deletes(folded):
                        self._near[key].add(folded)

    def heard(self, word: str) -> list[str]:
        """Folded words that sound like `word`."""
        return self._sounds.get(sound(word), [])

    def near(self, keys: Iterable[str]) -> set[str]:
        """Folded words that may be one edit away from what `keys` are the word and its deletes of."""
        return {known for key in keys for known in self._near.get(key, ())}


class Repairer:
    """Repairs words towards `vocabulary` (words as an author writes them; folded inside), then towards what is `shared`
    with others: made once for many."""

    def __init__(self, vocabulary: Iterable[str], *shared: Vocabulary) -> None:
        self._known = (Vocabulary(vocabulary), *shared)

    def repair(self, word: str) -> str | None:
        """The vocabulary word meant by `word`, or None if it is known, is real French, or nothing is near."""
        folded = plain(word)
        if len(folded) < 3 or self._written(folded) or any(char.isdecimal() for char in folded):
            return None
        if lexicon().has_folded(word):
            return None
        same = [one for known in self._known for one in known.heard(word)]
        if same:
            return self._written(min(same, key=lambda one: (abs(len(one) - len(folded)), one)))
        if len(folded) < 4:
            return None
        keys = {folded} | _deletes(folded)
        near = {one for known in self._known for one in known.near(keys) if one_edit(one, folded)}
        if not near:
            return None
        best = min(near, key=lambda one: (one[:1] != folded[:1], abs(len(one) - len(folded)), one))
        return self._written(best)

    def _written(self, folded: str) -> str | None:
        """How a word is written where it is known first."""
        return next((known.words[folded] for known in self._known if folded in known.words), None)

    def repair_text(self, text: str) -> str:
        """`normalise_typed(text)` with every repairable word replaced."""
        text = normalise_typed(text)
        text = _TWICE.sub(" ", text)
        out, last, before = [], 0, ""
        for token in words(text):
            after_you, before = before == "vous", token.folded
            if text[token.end : token.end + 1] in _ELISION and "-" in token.text:
                continue  # « main-d’œuvre » is cut after its « d »
            fixed = _second_person(token.text) if after_you else None
            fixed = fixed or self.repair(token.text) or self._repair_parts(token.text)
            if fixed is not None:
                out += [text[last : token.start], fixed]
                last = token.end
        return "".join(out) + text[last:]

    def _repair_parts(self, word: str) -> str | None:
        """« attnedez-vous »: the parts of a word with hyphens, each on its own."""
        parts = word.split("-")
        fixed = [self.repair(part) or part for part in parts]
        return "-".join(fixed) if len(parts) > 1 and fixed != parts else None
