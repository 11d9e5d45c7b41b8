"""An answer in two sentences from passages already found, each sentence with its citations. Else the plain passages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.wire import Message
from ascom_coach.models.guard.prose import prose_fault
from ascom_coach.models.guard.quantities import plain
from ascom_coach.models.guard.words import FRENCH
from ascom_coach.models.prompt_files import load_prompt
from ascom_coach.models.structured.ladder import Ladder

_MOST_PASSAGES = 8
_LONGEST_PASSAGE = 1200  # characters
_LONGEST_QUESTION = 500
_SUPPORT = 0.6
"""Share of a sentence's telling words that must stand in the passages it cites."""
_ROOT = 5  # letters: « évaluer » and « évaluation » share them
_PLEASANTRIES = (
    "selon",
    "referentiel",
    "passage",
    "passages",
    "candidat",
    "prevoit",
    "indique",
    "precise",
    "titre",
    "ascom",
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and the ids of the passages that it rests on."""

    text: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Phrased:
    """Sentences ready to be shown, none when the plain passages must do (`reason`, in French, says why).

    `model` and `prompt` (id and version) name what was asked.
    """

    sentences: tuple[Sentence, ...] = ()
    reason: str = ""
    model: str = ""
    prompt: str = ""

    @property
    def text(self) -> str:
        """The sentences, each followed by its citations: « … [K1.2, P1.5] »."""
        return " ".join(f"{one.text} [{', '.join(one.passages)}]" for one in self.sentences)


def reference_values(question: str, passages: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """What the prompt holds: all that leaves. `passages` are (id, official text)."""
    shown = passages[:_MOST_PASSAGES]
    return {
        "passages": "\n".join(f"[{name}] {text[:_LONGEST_PASSAGE]}" for name, text in shown),
        "question": question[:_LONGEST_QUESTION],
    }


def reference_messages(
    question: str,
    passages: tuple[tuple[str, str], ...],
    *,
    folder: Path | None = None,
    marker: str | None = None,
) -> list[Message]:
    """The messages that would leave (the form asked for is added at their end)."""
    return load_prompt("reference", folder).render(reference_values(question, passages), marker=marker)


def phrase_answer(
    ladder: Ladder, question: str, passages: tuple[tuple[str, str], ...], *, prompts: Path | None = None
) -> Phrased:
    """Two sentences from the passages found, never an exception: one bad sentence drops the whole answer."""
    if not passages or not question.strip():
        return Phrased()
    try:
        prompt = load_prompt("reference", prompts)
    except RefusedInputError as error:
        return Phrased(reason=str(error))
    known = dict(passages[:_MOST_PASSAGES])
    answer = ladder.ask(prompt, reference_values(question, passages))
    if answer.data is None:
        return Phrased(reason=answer.reason, model=answer.model, prompt=answer.prompt)
    sentences = tuple(
        Sentence(_ended(one["texte"]), tuple(dict.fromkeys(name.strip("[] ") for name in one["passages"])))
        for one in answer.data["phrases"]
    )
    for one in sentences:
        if fault := _fault(one, known, question, prompt.system):
            reason = f"La réponse du modèle a été écartée\u00a0: {fault}."
            return Phrased(reason=reason, model=answer.model, prompt=answer.prompt)
    return Phrased(sentences, "", answer.model, answer.prompt)


def _ended(text: str) -> str:
    text = re.sub(r"\s*\[[^\]]*\]", "", text).strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _fault(sentence: Sentence, known: dict[str, str], question: str, prompt_text: str) -> str | None:
    """Why a sentence cannot be shown, in a few French words."""
    if not sentence.passages or any(name not in known for name in sentence.passages):
        return "elle cite un passage qui n’a pas été trouvé"
    cited = " ; ".join(known[name] for name in sentence.passages)
    if fault := prose_fault(
        sentence.text, f"{cited} ; {' '.join(sentence.passages)}", prompt_text=prompt_text
    ):
        return fault
    if _support(sentence.text, cited, question) < _SUPPORT:
        return "elle dit ce que les passages cités ne disent pas"
    return None


def _support(text: str, cited: str, question: str) -> float:
    """Share of the telling words of a text that its passages hold (those of the question prove nothing)."""
    asked = _roots(question)
    held = _roots(cited)
    own = _roots(text) - _PLEASANTRIES_ROOTS
    telling = own - (asked - held)
    return len(telling & held) / len(telling) if telling else 0.0


def _roots(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", plain(text))
    return {word[:_ROOT] for word in words if len(word) > 3 and word not in FRENCH}


_PLEASANTRIES_ROOTS = frozenset(word[:_ROOT] for word in _PLEASANTRIES)
