"""The look at proper names: those of the story keep their spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ascom_coach.language import lexicon, one_edit, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_WORD = re.compile(r"(?<![\w@.’'-])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ][\w-]*(?![\w@])")
_TITLE = re.compile(r"(?:\bM\.|\bMme|\bMlle|\bMadame|\bMonsieur|\bMaître|\bDr)\s*$")
_ALIKE, _MUCH_ALIKE = 0.8, 0.84
_SHORT = 4


def misspelt(watch: Watch) -> Iterator[Hit]:
    """A name that nobody in the story bears, a letter or two away from one that somebody does."""
    story, view = watch.story, watch.view
    text = view.text
    told: set[str] = set()
    count = 0
    known = {plain(name): name for name in story.people}
    for match in _WORD.finditer(text):
        word = match.group()
        folded = plain(word)
        if folded in story.words or folded in told or len(word) < _SHORT:
            continue
        before = text[max(0, match.start() - 25) : match.start()]
        titled = bool(_TITLE.search(before))
        after_name = plain(re.sub(r".*\W(?=\w+\W*$)", "", before.strip())).strip() in known
        if not (titled or after_name) and (lexicon().has(word.lower()) or len(word) <= _SHORT):
            continue
        if _like_a_name(folded, known, close=titled or after_name):
            told.add(folded)
            count += 1
            place = view.place(*match.span())
            yield wrong(
                "Ce nom ne s’écrit pas ainsi.",
                place,
                "Comment vos documents l’écrivent-ils ?",
                mark=f".{count}",
            )
    yield from _phrases(watch, count)


def _like_a_name(folded: str, known: dict[str, str], *, close: bool) -> bool:
    for name in known:
        if name[0] != folded[0] or abs(len(name) - len(folded)) > 2:
            continue
        if one_edit(folded, name):
            return True
        if close and len(name) > _SHORT and SequenceMatcher(None, folded, name).ratio() >= _ALIKE:
            return True
    return False


def _phrases(watch: Watch, count: int) -> Iterator[Hit]:
    """Names of several words: a run of as many words, almost the same."""
    words = list(re.finditer(r"[\w’'-]+", watch.view.text))
    folded = [plain(one.group()) for one in words]
    for _, name in watch.story.phrases:
        wanted = [plain(part) for part in re.findall(r"[\w’'-]+", name)]
        size = len(wanted)
        for rank in range(len(words) - size + 1):
            run = folded[rank : rank + size]
            if (
                run == wanted
                or run[0] != wanted[0]
                or sum(one == two for one, two in zip(run, wanted, strict=True)) < size - 2
            ):
                continue
            unlike = [one for one, two in zip(run, wanted, strict=True) if one != two]
            if not any(len(one) >= _SHORT for one in unlike) or not words[rank].group()[0].isupper():
                continue
            if SequenceMatcher(None, " ".join(run), " ".join(wanted)).ratio() >= _MUCH_ALIKE:
                count += 1
                place = watch.view.place(words[rank].start(), words[rank + size - 1].end())
                yield wrong(
                    "Ce nom ne s’écrit pas ainsi.",
                    place,
                    "Comment vos documents l’écrivent-ils ?",
                    mark=f".{count}",
                )
