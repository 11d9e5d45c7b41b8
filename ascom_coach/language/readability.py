"""How hard a text is to read, by a published formula, with its limits said.

Kandel, L. and Moles, A., « Application de l'indice de Flesch à la langue française », Cahiers d'études de
radio-télévision, 19, 1958, pp. 253-274: 207 - 1.015 x words per sentence - 73.6 x syllables per word. Bands are those
of Flesch's scale, made for English: they are shown as an order of magnitude and no level depends on them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.text import sentences, words

ENOUGH = 100
"""Words under which the index is not given: Flesch's samples hold one hundred."""
SOURCE = "indice de Kandel et Moles, 1958, d’après Flesch"
LIMITS = (
    "Cet indice ne compte que la longueur des phrases et des mots : il ne voit ni le sens, ni l’ordre des idées, ni la "
    "mise en page. Son échelle vient de l’anglais, ses syllabes sont comptées par programme, et une adresse ou une "
    "liste le faussent. Il ne change aucun niveau."
)
_BANDS = (
    (90, "très facile à lire"),
    (80, "facile à lire"),
    (70, "assez facile à lire"),
    (60, "lecture courante"),
    (50, "lecture assez difficile"),
    (30, "lecture difficile"),
)
_HARDEST = "lecture très difficile"
_NUCLEUS = re.compile(
    r"(?:(?<![bcdfgptv][lr])[iy](?=[aeéèêou])|u(?=i)|ou(?=[iaeé]))?"
    r"(?:eau|au|a[iî](?![lnm][aeiou])|ay|ai|e[iu]|œu|oeu|œ|o[uùû]|o[iîy]|[aàâeéèêëiîïoôuùûüyæ])"
)
_MUTE = re.compile(r"(?<=[^\W_])e(?:s)?$")


@dataclass(frozen=True, slots=True)
class Readability:
    """Averages of a text. `index` is None under `ENOUGH` words; the higher, the easier (0 to 100 in most texts)."""

    words: int
    sentences: int
    words_per_sentence: float
    syllables_per_word: float
    index: int | None

    @property
    def band(self) -> str:
        """The index in words, empty without one."""
        if self.index is None:
            return ""
        return next((name for limit, name in _BANDS if self.index >= limit), _HARDEST)

    def to_json(self) -> dict[str, object]:
        """Numbers as a report shows them."""
        return {
            "words": self.words, "sentences": self.sentences, "words_per_sentence": round(self.words_per_sentence, 1),
            "syllables_per_word": round(self.syllables_per_word, 2), "index": self.index, "band": self.band,
            "source": SOURCE,
        }  # fmt: skip


def readability(text: str) -> Readability:
    """The averages of the sentences of `text`; lines of less than four words (addresses, signatures) are left out."""
    read = [found for one in sentences(text) if len(found := words(one.text)) > 3]
    known = [word.text for sentence in read for word in sentence]
    if not known:
        return Readability(0, 0, 0.0, 0.0, None)
    length = len(known) / len(read)
    weight = sum(map(syllables, known)) / len(known)
    index = round(207 - 1.015 * length - 73.6 * weight) if len(known) >= ENOUGH else None
    return Readability(len(known), len(read), length, weight, index)


def syllables(word: str) -> int:
    """Syllables of a word as prose is read aloud: a final mute e is not heard. At least one, none for an elision."""
    low = word.lower().replace("’", "'")
    if low.endswith("'"):
        return 0
    return sum(_heard(part) for part in re.split(r"[-'‐‑]", low) if part) or 1


def _heard(word: str) -> int:
    if word.endswith("ent") and lexicon().verb(word, "3p") and len(word) > 4:
        word = word[:-3]
        word += "" if _NUCLEUS.search(word) else "e"
    spoken = re.sub(r"(?<=[qg])u(?=[eéèêiîyaào])(?!eil)|a(?=oû)", "", word.replace("uei", "eui"))
    spoken = re.sub(r"(?<=[aeou])ill(?=[aeiouéè])|(?<=[aeu])il(?=s?$)", "j", spoken)
    found = len(_NUCLEUS.findall(spoken))
    if found > 1 and _MUTE.search(spoken):
        found -= 1
    return max(found, 1)
