"""One answer heard as it comes: each sentence that may be shown is shown at once (the rule is in `guard.beginning`)."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

from ascom_coach.models.errors_map import ModelError
from ascom_coach.models.gateway.asking import Completion
from ascom_coach.models.guard.beginning import sentence_ends, weigh_beginning
from ascom_coach.models.guard.voice_request import VoiceRequest
from ascom_coach.models.tasks.partial_reply import words_so_far

Show = Callable[[str], None]
"""Told the words of the line as far as they may be shown, from its beginning; never fewer than the time before."""


@dataclass(frozen=True)
class Heard:
    """`shown` is what was shown (empty: nothing), `answer` the whole answer, None when it was left before its end.

    `cut` says in French why it was left, empty when it was not.
    """

    shown: str
    answer: Completion | None
    cut: str = ""


def listen(
    pieces: Generator[str, None, Completion], request: VoiceRequest, show: Show, *, prompt_text: str = ""
) -> Heard:
    """Hear an answer out, or leave it (the request is then dropped) at the first sentence that nothing can mend.

    Raises `ModelError` when it fails before anything was shown; afterwards what was shown stands.
    """
    shown, received, weighed = "", "", 0
    try:
        while True:
            try:
                received += next(pieces)
            except StopIteration as end:
                return Heard(shown, end.value)
            so_far = words_so_far(received)
            if so_far is None:
                continue
            words, whole = so_far
            for end_of_sentence in sentence_ends(words, whole=whole):
                if end_of_sentence <= weighed:
                    continue
                weighed = end_of_sentence
                beginning = words[:end_of_sentence].rstrip()
                verdict, reason = weigh_beginning(beginning, request, prompt_text=prompt_text)
                if verdict == "refuser":
                    return Heard(shown, None, reason)
                if verdict == "montrer":
                    shown = beginning
                    show(shown)
    except ModelError as error:
        if not shown:
            raise
        return Heard(shown, None, str(error))
    finally:
        pieces.close()
