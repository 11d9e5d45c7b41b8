"""Where « et » joins two things by its construction, and cannot be « est »."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_COUNTS = frozenset(
    ["un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
)


def joins(view: View, first: int, last: int) -> bool:
    """Whether « et » at `first` joins two things, whatever the neighbourhood says."""
    return _and_one(view, first, last) or _and_done(view, first, last)


def _and_done(view: View, first: int, last: int) -> bool:
    """« prêtée par M. Castaing et créditée »: two participles that agree with one noun."""
    after = view.at(last + 1)
    if view.low(first) != "et" or after is None or not after.near or not after.verb("ppas"):
        return False
    like = _agreement(after)
    return any(one.verb("ppas") and _agreement(one) & like for one in view.words[:first])


def _agreement(word: Word) -> frozenset[tuple[str, str]]:
    """Gender and number of the participles that a word may be; one gender has both forms apart."""
    shapes = (one for one in word.readings if "ppas" in one.tags)
    return frozenset((one.gender, one.number) for one in shapes)


def _and_one(view: View, first: int, last: int) -> bool:
    """« onze paniers, dont deux végétariens et un sans gluten »: « dont » counts, and no verb has to follow it."""
    whose = next((at for at in range(first - 1, -1, -1) if view.low(at) == "dont"), None)
    if view.low(first) != "et" or whose is None or whose + 1 >= first or first + 1 >= len(view.words):
        return False
    counted = all(view.low(at) in _COUNTS or view.low(at).isdecimal() for at in (whose + 1, first + 1))
    return counted and not any(forms.finite(one) and not one.has("N", "A") for one in view.words[whose:first])
