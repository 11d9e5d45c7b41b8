"""May the first sentences of a reply be shown while the rest is still being written?

The rule of a line that comes sentence by sentence: what is shown could at any moment be the whole reply. So whatever
comes after (a sentence refused, a cut, a silence), nothing shown is taken back or said twice: the line ends there, it
is the model's, and the scripted line is said only when nothing was shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from ascom_coach.models.guard.quantities import plain
from ascom_coach.models.guard.reply import faults, given_text, hasty_yes
from ascom_coach.models.guard.voice_request import VoiceRequest
from ascom_coach.models.guard.words import FRENCH, SHARED

Weight = Literal["montrer", "attendre", "refuser"]

_ENOUGH = 4  # words: fewer tell neither a language nor a reply
_STOP = re.compile(r"[.!?…]+(?:[\s\u00a0]*[»\"”])?(?=\s)")
_NO_STOP = re.compile(r"(?:\b(?:M|MM|Mme|Mlle|Dr|Me|réf|tél|n°)|\b[A-ZÉ])$")


def weigh_beginning(
    beginning: str,
    request: VoiceRequest,
    *,
    prompt_text: str = "",
    find_values: Callable[[str], frozenset[str]] | None = None,
) -> tuple[Weight, str]:
    """What to do with whole sentences whose continuation is unknown, and why (arguments as for `check_reply`).

    « montrer »: they could be the whole reply. « attendre »: the rest may still make them fit (a granted fact or a
    denial not said yet, too few words to tell). « refuser »: nothing that follows can mend them.
    """
    found = list(faults(beginning, request, prompt_text, find_values))
    if hopeless := next((reason for mendable, reason in found if not mendable), None):
        return "refuser", hopeless
    if found:
        return "attendre", found[0][1]
    if _too_short(beginning, request):
        return "attendre", "trop peu de mots pour juger"
    if hasty_yes(beginning, request):
        return "attendre", "un oui avant une valeur que personne n’a donnée"
    return "montrer", ""


def sentence_ends(words: str, *, whole: bool) -> list[int]:
    """Where the complete sentences of words that still come end; with `whole`, the end of the words is one."""
    ends = [stop.end() for stop in _STOP.finditer(words) if not _NO_STOP.search(words[: stop.start()])]
    if whole and words.strip() and (not ends or words[ends[-1] :].strip()):
        ends.append(len(words))
    return ends


def _too_short(beginning: str, request: VoiceRequest) -> bool:
    """Whether these words tell no language yet: too few, or most of them neither French nor given."""
    words = re.findall(r"[a-z0-9]+", plain(beginning))
    if len(words) < _ENOUGH:
        return True
    known = FRENCH.union(re.findall(r"[a-z0-9]+", plain(given_text(request))))
    telling = any(word in FRENCH and word not in SHARED for word in words)
    return not telling and sum(word in known for word in words) * 2 < len(words)
