"""Sentences of ours that one hand-in may hold many times: written here, and read back here to be said once. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOT_HANDED_IN = "« {} » n’est pas remis ici."
_TAILS = {
    "missing": " : sans cette information, votre lecteur ne peut pas agir.",
    "unsure": ", ou ce qui est écrit ici n’est pas exact : votre lecteur ne peut pas agir.",
}
_HINTS = {
    "missing": "Relisez vos notes : que savez-vous sur {} ?",
    "unsure": "Comparez avec vos notes : que savez-vous sur {} ?",
}
_SEVERAL = {
    "missing": " : sans ces informations, votre lecteur ne peut pas agir.",
    "unsure": ", ou ce qui est écrit ici n’est pas exact : votre lecteur ne peut pas agir.",
}
_HEAD = "Il manque "
_EACH = "chacun de ces points"


def missing(label: str, *, unsure: bool = False) -> tuple[str, str]:
    """What is said, and the next step, when a piece of information is not there; `unsure`: or not as it should be."""
    kind = "unsure" if unsure else "missing"
    return f"{_HEAD}{label}{_TAILS[kind]}", _HINTS[kind].format(label)


def missing_label(message: str) -> tuple[str, str] | None:
    """The kind and the label of a sentence of `missing`, None for any other sentence."""
    for kind, tail in _TAILS.items():
        if message.startswith(_HEAD) and message.endswith(tail):
            return kind, message[len(_HEAD) : -len(tail)]
    return None


def all_missing(kind: str, labels: Sequence[str]) -> str:
    """The sentence of `missing` for several pieces of information."""
    if len(labels) == 1:
        return f"{_HEAD}{labels[0]}{_TAILS[kind]}"
    return f"{_HEAD}{' ; '.join(labels)}{_SEVERAL[kind]}"


def all_hints(kind: str, labels: Sequence[str], hints: Sequence[str]) -> str:
    """The next steps of several `missing` said once: ours for all, an author's own as it is."""
    known = {_HINTS[kind].format(label) for label in labels}
    own = list(dict.fromkeys(hint for hint in hints if hint and hint not in known))
    if len(labels) == 1:
        return own[0] if own else hints[0]
    return " ".join([*own, _HINTS[kind].format(_EACH)] if any(hint in known for hint in hints) else own)


def not_handed_in(title: str) -> str:
    """What is said of each control of a document that is not there."""
    return _NOT_HANDED_IN.format(title)


def title_not_handed_in(message: str) -> str:
    """The title in a sentence of `not_handed_in`; empty for any other sentence."""
    before, after = _NOT_HANDED_IN.split("{}")
    inside = message.startswith(before) and message.endswith(after)
    return message[len(before) : -len(after)] if inside else ""


def question_of(message: str) -> str:
    """What a reader has to judge, without the sentence that says so each time."""
    return re.sub(r" Seul un lecteur peut (?:en juger|le dire)\b.*", "", message, flags=re.DOTALL)
