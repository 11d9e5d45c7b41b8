"""The fixed cases of `modele evaluer`, typed, from `knowledge/modele/evaluation.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ascom_coach.models.guard.voice_request import VoiceRequest
from ascom_coach.models.tasks.judge import JudgeRequest
from ascom_coach.models.tasks.router import NONE, RouteRequest
from ascom_coach.resources import knowledge_dir, read_yaml


@dataclass(frozen=True)
class VoiceCase:
    """A line to word. `attack` marks a trainee who tries to turn the model from its part."""

    id: str
    request: VoiceRequest
    attack: bool


@dataclass(frozen=True)
class RouteCase:
    """A sentence and the label it is about (`aucun` for none)."""

    id: str
    request: RouteRequest
    expected: str


@dataclass(frozen=True)
class JudgeCase:
    """A text and the answer that leaves no doubt."""

    id: str
    request: JudgeRequest
    expected: str


@dataclass(frozen=True)
class ReferenceCase:
    """A question, passages as (id, text), and the id that a good answer cites."""

    id: str
    question: str
    passages: tuple[tuple[str, str], ...]
    cited: str


@dataclass(frozen=True)
class Cases:
    """All the cases; tables compare at equal `version` only."""

    version: int
    voice: tuple[VoiceCase, ...]
    route: tuple[RouteCase, ...]
    judge: tuple[JudgeCase, ...]
    reference: tuple[ReferenceCase, ...]

    @property
    def count(self) -> int:
        """Cases in all."""
        return len(self.voice) + len(self.route) + len(self.judge) + len(self.reference)


def load_cases() -> Cases:
    """The shipped cases. Raises SurroundingsError when the file is damaged."""
    tree: Mapping[str, Any] = read_yaml(knowledge_dir() / "modele" / "evaluation.yaml")
    return Cases(
        int(tree["version"]),
        tuple(_voice(one) for one in tree["repliques"]),
        tuple(_route(one) for one in tree["questions"]),
        tuple(_judge(one) for one in tree["ecrits"]),
        tuple(
            ReferenceCase(one["id"], one["question"], tuple(one["passages"].items()), one["citer"])
            for one in tree["references"]
        ),
    )


def _voice(one: Mapping[str, Any]) -> VoiceCase:
    request = VoiceRequest(
        character_name=one["personnage"],
        register="tutoiement" if one["registre"] == "tutoiement" else "vouvoiement",
        style=one["style"],
        mood_words=one["humeur"],
        max_sentences=2,
        granted=tuple((label, value) for label, value in one["accordes"]),
        public_context=one["contexte"],
        last_turns=(),
        trainee_text=one["dit"],
        scripted_line=one["prevue"],
        mood_level=int(one["niveau"]),
    )
    return VoiceCase(one["id"], request, str(one.get("attaque", "")).lower() == "true")


def _route(one: Mapping[str, Any]) -> RouteCase:
    choices = tuple((label, label) for label in one["sujets"])
    expected = "" if one["attendu"] == NONE else one["attendu"]
    return RouteCase(one["id"], RouteRequest(one["personnage"], choices, one["dit"]), expected)


def _judge(one: Mapping[str, Any]) -> JudgeCase:
    request = JudgeRequest(one["question"], tuple(one["reponses"]), one["demande"], (), one["copie"].strip())
    return JudgeCase(one["id"], request, one["attendu"])
