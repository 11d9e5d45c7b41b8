"""A person given with a place, told by the name alone: « Mme Lacaze » for « Mme Lacaze, à la mairie ».

The name is enough where the sentence speaks of the matter; beside another place, it is another person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ascom_coach.language import plain
from ascom_coach.review.context import Context
from ascom_coach.review.standing import ROOT, proper, sentence, titled

_WHERE = re.compile(r"(?:à|au|aux|chez|de|du|des)(?: |$)|(?:à|de) l’")
_ELSEWHERE = re.compile(r"^ ?[,(]? ?(?:a|au|aux|chez|du|des|de) (?:la |l')?(?P<place>[a-z]{3,})")
_NO_MATTER = frozenset(map(lambda word: word[:ROOT], ["donner", "donne", "avant", "apres", "quelqu"]))  # noqa: C417
_SHORT = 4
_BESIDE = 40


def named_alone(value: str, words: Iterable[str], context: Context) -> tuple[int, int] | None:
    """Where the name of a value « name, place » stands without its place, in a sentence on the matter of `words`."""
    name, _, place = value.partition(", ")
    if not place or not proper(value) or not _WHERE.match(place):
        return None
    about = _roots(words) - _NO_MATTER - _roots([name])
    text = context.view.text
    for written in (name, *titled(name)):
        for start, end in context.view.find(written):
            beside = _ELSEWHERE.match(plain(text[end : end + _BESIDE]))
            if beside is not None and beside["place"][:ROOT] not in _roots([place]):
                continue
            if _roots([sentence(text, start).replace(written, " ")]) & about:
                return start, end
    return None


def _roots(texts: Iterable[str]) -> set[str]:
    return {
        word[:ROOT] for text in texts for word in re.findall(r"[a-z]+", plain(text)) if len(word) >= _SHORT
    }
