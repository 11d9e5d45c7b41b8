"""The French lexicon: forms with their lemma, part of speech, gender, number, tense and person.

Pure: it searches bytes by halving, so that nothing is built at load time. The format is written by
`knowledge/lexique/construire.py`. Data: hunspell « toutes variantes » 7.0, MPL-2.0 (see LICENCE-lexique.txt).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from ascom_coach.language.data import lexicon_bytes
from ascom_coach.language.inflexions import Inflexions
from ascom_coach.language.text import folded_once, plain


class Analysis(NamedTuple):
    """One reading of a form. `pos` is N A V D O R P C I H S G; `tags` holds the rest.

    Gender m f e (both), number s p i (invariable); verb forms inf ppre ppas ipre iimp ipsi ifut cond spre
    simp impe with persons 1s 2s 3s 1p 2p 3p; `t` takes a direct object, `q` can be pronominal.
    """

    lemma: str
    pos: str
    tags: frozenset[str]

    @property
    def gender(self) -> str:
        """`m`, `f`, `e` (either) or an empty string."""
        return "m" if "m" in self.tags else "f" if "f" in self.tags else "e" if "e" in self.tags else ""

    @property
    def number(self) -> str:
        """`s`, `p`, `i` (invariable) or an empty string."""
        return "s" if "s" in self.tags else "p" if "p" in self.tags else "i" if "i" in self.tags else ""


def _stem(lemma: str) -> str:
    """Letters that nearly all forms of a folded lemma begin with."""
    cut = 3 if lemma.endswith(("er", "re", "eur", "eux", "eau")) else 2
    return lemma[: max(2, len(lemma) - cut)]


class Lexicon:
    """Look-up in the packed lexicon. All methods take NFC words; apostrophes and case as written."""

    def __init__(self, data: bytes) -> None:
        head, _, body = data.partition(b"\n\n")
        self._codes = head.split(b"\n")
        self._body = body
        self._readings = cache(self._read_code)
        self._entries = lru_cache(maxsize=65536)(self._read_entries)
        self.analyses = lru_cache(maxsize=32768)(self._analyse)
        """Every reading of a word as written, else in lower case; empty when it is unknown."""

    def _line(self, offset: int) -> tuple[int, int]:
        start = self._body.rfind(b"\n", 0, offset) + 1
        end = self._body.find(b"\n", offset)
        return start, len(self._body) if end < 0 else end

    def _key(self, start: int, end: int) -> str:
        return folded_once(self._body[start : self._body.index(b"\t", start, end)].decode("utf-8"))

    @cached_property
    def _marks(self) -> tuple[list[str], list[int]]:
        """Keys and places of lines a few thousand bytes apart."""
        starts = [self._line(at)[0] for at in range(0, len(self._body), 4096)]
        return [self._key(start, self._body.find(b"\n", start)) for start in starts], starts

    def _around(self, first: str, last: str) -> tuple[int, int]:
        """Bounds of the lines whose keys are from `first` to `last`, with a few others before and behind."""
        keys, starts = self._marks
        low, high = bisect_left(keys, first), bisect_right(keys, last)
        return starts[low - 1] if low else 0, starts[high] if high < len(starts) else len(self._body)

    def _first(self, folded: str) -> int:
        """Where the first line starts whose key is not before `folded`."""
        keys, starts = self._marks
        at = bisect_left(keys, folded)
        low = starts[at - 1] if at else 0
        high = starts[at] if at < len(starts) else len(self._body)
        while low < high:
            start, end = self._line((low + high) // 2)
            if end <= start or self._key(start, end) < folded:
                low = end + 1
            else:
                high = start
        return low

    def _read_entries(self, folded: str) -> tuple[tuple[str, int], ...]:
        low = self._first(folded)
        found = []
        while low < len(self._body):
            end = self._body.find(b"\n", low)
            tab = self._body.find(b"\t", low)
            if end < 0 or tab < 0:
                break
            form = self._body[low:tab].decode("utf-8")
            if folded_once(form) != folded:
                break
            found.append((form, int(self._body[tab + 1 : end], 36)))
            low = end + 1
        return tuple(found)

    def spellings(self, word: str) -> tuple[str, ...]:
        """Forms that fold like `word`: « reglement » gives « règlement »."""
        return tuple(form for form, _ in self._entries(plain(word)))

    @lru_cache(maxsize=48)  # noqa: B019
    def block(self, begin: str) -> str:
        """The lines (line feed, form, tab, code) of the forms whose folded writing begins with `begin`."""
        return "\n" + self._body[self._first(begin) : self._first(begin + "\uffff")].decode("utf-8")

    def has_folded(self, word: str) -> bool:
        """Whether a form exists once accents and case are put aside."""
        return bool(self.analyses(word) or self._entries(plain(word)))

    def has(self, word: str) -> bool:
        """Whether `word` is a form as written, or its lower-case or capitalised writing is.

        Unaccented capitals are accepted when the word is written in capitals (« FACTURE REGLEE »).
        """
        if self.analyses(word):
            return True
        forms = self.spellings(word)
        plain_word = word.replace("’", "'")
        if word.isupper() and forms:
            return True
        return word[:1].isupper() and any(
            form[1:] == plain_word[1:] and plain(form[0]) == plain(word[0]) for form in forms
        )

    def _analyse(self, word: str) -> tuple[Analysis, ...]:
        word = word.replace("’", "'")
        low, high = self._around(plain(word), plain(word))
        for form in (word, word.lower()):
            code = self._code(form, low, high)
            if code >= 0:
                return tuple(
                    Analysis(form[: len(form) - cut] + add, pos, tags)
                    for cut, add, pos, tags in self._readings(code)
                )
        return ()

    def _code(self, form: str, low: int, high: int) -> int:
        """The code of a form as it is written, looked for between two lines; -1 when it is not there."""
        line = f"\n{form}\t".encode()
        if low or not self._body.startswith(line[1:]):
            at = self._body.find(line, max(low - 1, 0), high)
            if at < 0:
                return -1
        else:
            at = -1  # the first line of all
        start = at + len(line)
        return int(self._body[start : self._body.index(b"\n", start)], 36)

    def _read_code(self, code: int) -> tuple[tuple[int, str, str, frozenset[str]], ...]:
        """What a code says: letters to cut and to add for the lemma, part of speech, tags."""
        out = []
        for item in self._codes[code].decode("utf-8").split("|"):
            step, _, tags = item.partition(":")
            cut, _, add = step.partition("+")
            pos, *rest = tags.split(".")
            out.append((int(cut), add, pos, frozenset(rest)))
        return tuple(out)

    def forms_of(self, lemma: str, near: str = "", whole: bool = False) -> tuple[tuple[str, Analysis], ...]:
        """Forms of `lemma` that share the folded beginning of `near` (default: the lemma), with their readings.

        With `whole`, those that begin with the whole of `near`.
        """
        base = plain(near or lemma)
        if whole:
            return self._forms(lemma, base)
        if len(base) <= 3:
            return self._forms(lemma, base[:1])
        stem = _stem(plain(lemma))
        common = next(
            (at for at, (a, b) in enumerate(zip(base, stem, strict=False)) if a != b),
            min(len(base), len(stem)),
        )
        return self._forms(lemma, base[: max(2, common)])

    @lru_cache(maxsize=1024)  # noqa: B019 -- a text's worth: thousands of small objects more would cost, not spare
    def _forms(self, lemma: str, prefix: str) -> tuple[tuple[str, Analysis], ...]:
        """Forms of `lemma` whose folded writing begins with `prefix`."""
        return tuple(
            (form, Analysis(lemma, pos, tags)) for form, pos, tags in self._inflexions.of(lemma, prefix)
        )

    @cached_property
    def _inflexions(self) -> Inflexions:
        return Inflexions(self._body, len(self._codes), self._readings, self._around)

    # Short questions that rules ask.

    @cached_property
    def compounds(self) -> dict[tuple[str, ...], str]:
        """Every form written with hyphens, by its words in lower case: (« arc », « en », « ciel ») → « arc-en-ciel ».

        An elided word keeps its apostrophe: (« main », « d' », « œuvre »).
        """
        found: dict[tuple[str, ...], str] = {}
        at = self._body.find(b"-")
        while at >= 0:
            end = self._body.index(b"\t", at)
            form = self._body[self._body.rfind(b"\n", 0, at) + 1 : end].decode("utf-8")
            found.setdefault(tuple(form.lower().replace("'", "' ").replace("-", " ").split()), form)
            at = self._body.find(b"-", end)
        return found

    def is_pos(self, word: str, *parts: str) -> bool:
        """Whether one reading of `word` has one of these parts of speech."""
        return any(analysis.pos in parts for analysis in self.analyses(word))

    def only_pos(self, word: str, *parts: str) -> bool:
        """Whether `word` is known and every reading has one of these parts of speech."""
        found = self.analyses(word)
        return bool(found) and all(analysis.pos in parts for analysis in found)

    def verb(self, word: str, *tags: str) -> bool:
        """Whether one verb reading of `word` carries all these tags."""
        return any(a.pos == "V" and a.tags.issuperset(tags) for a in self.analyses(word))


@cache
def lexicon() -> Lexicon:
    """The shared lexicon, read at the first use. Raises SurroundingsError when its file is missing."""
    return Lexicon(lexicon_bytes())
