"""What a question gets: a zone, one French sentence, passages, and choices when unsure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ascom_coach.referential import Passage

if TYPE_CHECKING:
    from ascom_coach.retrieval.course import CoursePassage

Zone = Literal["repond", "propose", "absent"]
NOT_SAID = "Le référentiel fourni ne le dit pas"

KIND_NAMES = {
    "loi": "texte de loi",
    "titre": "intitulé du titre",
    "definition": "définition",
    "bloc": "titre de bloc",
    "activite": "activité",
    "competence": "compétence",
    "modalite": "modalités d’évaluation",
    "outil": "moyens du candidat",
    "production": "production",
    "critere": "critère",
}
_QUOTED = 260
"""Longest passage quoted whole inside the sentence; longer ones are only named."""


_WHY = {
    "mots du texte": "Des mots de votre question sont dans ce passage.",
    "même ligne du tableau": "Il est sur la même ligne que le passage trouvé.",
    "identifiant": "Vous l’avez nommé.",
    "liste": "Il fait partie de la liste demandée.",
    "le plus proche": "Le texte ne répond pas\u00a0: c’est ce qu’il contient de plus proche.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A passage listed in an answer, with the ids of its twins."""

    passage: Passage
    ids: tuple[str, ...]
    score: float
    why: str = ""
    """What brought it: the everyday phrasing, or the shared words. For a trainer, not in the contract."""

    @property
    def because(self) -> str:
        """Why it is listed, in one French sentence; empty when nothing needs saying."""
        if self.why.startswith("«"):
            return f"Votre question ressemble à {self.why}, qui mène à ce passage."
        return _WHY.get(self.why, "")

    def to_json(self) -> dict[str, Any]:
        """The contract of `demander`."""
        first, last = self.passage.segments[0], self.passage.segments[-1]
        return {
            "id": self.passage.id,
            "ids": list(self.ids),
            "bloc": self.passage.bloc,
            "kind": self.passage.kind,
            "text": self.passage.text,
            "score": round(self.score, 4),
            "source": {
                "file": "source.txt",
                "place": f"ligne {self.passage.line}, signes {first.start} à {last.end}",
            },
            "official": True,
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things a vague question may have meant."""

    id: str
    ids: tuple[str, ...]
    bloc: int | None
    kind: str
    label: str
    """The official words, cut at a word when long."""

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "id": self.id,
            "ids": list(self.ids),
            "bloc": self.bloc,
            "kind": self.kind,
            "label": self.label,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer. `answered` is true in the zone « repond » only."""

    question: str
    zone: Zone
    answer: str
    engine: str
    passages: tuple[Found, ...] = ()
    choices: tuple[Choice, ...] = ()
    course: tuple[CoursePassage, ...] = ()
    """What the trainer's own course says of it; never official, never part of `answer`'s first sentences."""
    reason: str = field(default="", compare=False)
    """Rule or card behind the zone, for tests and trainers."""
    phrased: Mapping[str, Any] | None = None
    """A model's wording of the passages (`text`, `sentences` with their `passages`, `source`, `model`, `prompt`)."""

    @property
    def answered(self) -> bool:
        """True when the référentiel answers."""
        return self.zone == "repond"

    def to_json(self) -> dict[str, Any]:
        """Exactly the contract of `demander --json`; `phrased` is there only when a model worded the answer."""
        worded = {"phrased": dict(self.phrased)} if self.phrased else {}
        return {
            "question": self.question,
            "zone": self.zone,
            "answered": self.answered,
            "answer": self.answer,
            "engine": self.engine,
            "choices": [one.to_json() for one in self.choices],
            "passages": [one.to_json() for one in self.passages] + [one.to_json() for one in self.course],
            **worded,
        }

    def explain(self) -> tuple[str, ...]:
        """One line per passage: why it is there."""
        return tuple(f"{one.passage.id} ({one.score:.2f}) {one.why}".rstrip() for one in self.passages)


def name_of(found: Found) -> str:
    """« A1.13, activité du bloc 1 »; twins are named together."""
    ids = "/".join(found.ids)
    blocs = f" du bloc {found.passage.bloc}" if found.passage.bloc and len(found.ids) == 1 else ""
    return f"{ids}, {KIND_NAMES[found.passage.kind]}{blocs}"


def cut(text: str, limit: int = 110) -> str:
    """Text cut at a word with an ellipsis when longer than `limit` characters."""
    text = text.replace("**", "")
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def sentence_for(passages: tuple[Found, ...]) -> str:
    """One sentence that introduces the passages: quotes the first, names the next ones."""
    first, rest = passages[0], passages[1:]
    shown = first.passage.shown
    end = "" if shown.endswith(".") else "."
    if len(shown) <= _QUOTED and not shown.startswith("«"):
        said = f"Le référentiel dit ({name_of(first)})\u00a0: «\u00a0{shown}\u00a0»{end}"
    else:
        said = f"Le référentiel le dit dans le passage {name_of(first)}, ci-dessous."
    if rest:
        said += " Voir aussi\u00a0: " + ", ".join("/".join(one.ids) for one in rest) + "."
    return said


def sentence_for_list(passages: tuple[Found, ...], kinds: tuple[str, ...], blocs: tuple[int, ...]) -> str:
    """One sentence that introduces a complete list."""
    names = " et ".join(KIND_NAMES[kind] for kind in kinds)
    where = "" if not blocs or len(blocs) > 2 else " du bloc " + " et du bloc ".join(map(str, blocs))
    count = len(passages)
    return f"Voici la liste complète ({names}{where})\u00a0: {count} passage{'s' if count > 1 else ''}."
