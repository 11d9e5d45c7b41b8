"""A scenario made ready to be played: who is where, who knows what, how questions are understood."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from ascom_coach.language import find_values
from ascom_coach.rehearsal.state import State
from ascom_coach.rehearsal.understanding import Askable, Reader
from ascom_coach.rehearsal.understanding.evidence import POINT
from ascom_coach.rehearsal.understanding.precisely import held_precisely
from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.scenarios import Script
from ascom_coach.scenarios.schema import (
    Access,
    Character,
    Decoy,
    Dialogue,
    Fact,
    OralInstruction,
    Point,
    Step,
    Writing,
)

_ANSWERS = {
    "date": "date", "heure": "date", "delai": "date",
    "montant": "nombre", "quantite": "nombre", "pourcentage": "nombre", "telephone": "contact", "courriel": "contact",
}  # fmt: skip

_NAME = re.compile(r"(?:(?:M\.|Mme|Mlle|Maître|Dr) )?[A-ZÀ-Ý][^\W\d_]+(?:[ -][A-ZÀ-Ý][^\W\d_]+){0,3}")
_PLACE = re.compile(
    r"(?:(?:à|dans|devant|derrière|chez|sur|près de|au fond de) )?(?:l[ae] |l['’])?(?:\d+(?: (?:bis|ter))?,? )?"
    r"(?:salle|rue|avenue|boulevard|place|impasse|quai|chemin|allée|route|atelier|entrepôt|dépôt|hall|parking|accueil)(?!\w)"
)
"""A value that is somebody’s name, or a place: not those that the grammar of values reads."""
_SOMEBODY = re.compile(
    r"(?:M\.|Mme|Mlle|Maître|Dr) [A-ZÀ-Ý]|(?<=[a-zà-ÿ,’'] )[A-ZÀ-Ý][a-zà-ÿ]{2,}|^" + _NAME.pattern + "$"
)
_SOMEWHERE = re.compile(rf"(?<!\w){_PLACE.pattern}")
_ANY_DAY = dt.date(2026, 1, 5)

MOSTLY = 0.5
"""Share of a fact’s value that a date or an amount takes up, to answer « quand »: « sa mère de 84 ans » does not."""
SAID = POINT
"""What begins the reader's name of a point of an oral instruction."""


def askables(facts: tuple[Fact, ...], decoys: tuple[Decoy, ...]) -> list[Askable]:
    """Facts and decoys as the reader sees them: questions, keywords, public label, kind of value."""
    found = [
        Askable(
            fact.id,
            fact.questions,
            fact.mots_cles,
            fact.porte_sur,
            answers=_answers(fact.valeur, MOSTLY),
            value=fact.valeur,
            holds=held_precisely(fact.valeur),
        )
        for fact in facts
    ]
    shipped = {name for name, *_ in _decoys()}
    found += [
        Askable(
            f"leurre:{decoy.id}", decoy.questions, decoy.mots_cles, decoy=True, own=decoy.id not in shipped
        )
        for decoy in decoys
    ]
    return found


def said_points(points: tuple[Point, ...]) -> list[Askable]:
    """Points of an instruction as the reader sees them: their own words, and the author's ways of asking again."""
    return [
        Askable(
            SAID + point.id,
            (point.dit, *point.questions),
            label=point.dit,
            answers=_answers(point.valeur or point.dit),
            holds=held_precisely(point.dit),
        )
        for point in points
    ]


def answers_held(text: str) -> frozenset[str]:
    """The kinds of answers (`date`, `nombre`, `personne`, `lieu`…) that a text holds, however little of it they are."""
    kinds = {_ANSWERS[one.kind] for one in find_values(text, _ANY_DAY) if one.kind in _ANSWERS}
    named = (("personne", _SOMEBODY), ("lieu", _SOMEWHERE))
    return frozenset(kinds | {kind for kind, pattern in named if pattern.search(text)})


def _answers(value: str, share: float = 0.0) -> str:
    """The one kind of answer that a text holds, if what is of that kind takes up at least `share` of it."""
    values = [one for one in find_values(value, _ANY_DAY) if one.kind in _ANSWERS]
    kinds = {_ANSWERS[one.kind] for one in values}
    if kinds:
        said = sum(one.end - one.start for one in values) >= share * len(value)
        return kinds.pop() if len(kinds) == 1 and said else ""
    return "personne" if _NAME.fullmatch(value.strip()) else "lieu" if _PLACE.match(value.strip()) else ""


def shipped_decoys() -> tuple[Decoy, ...]:
    """Plausible questions that no scenario answers, shipped with the program."""
    return tuple(Decoy(id=item[0], questions=item[1], mots_cles=item[2]) for item in _decoys())


def decoy_lines(decoy_id: str, register: str) -> tuple[str, ...]:
    """Dodges of a shipped decoy in a register; empty when unknown."""
    for name, _, _, replies in _decoys():
        if name == decoy_id:
            return tuple(replies.get("tu" if register == "tutoiement" else "vous", ()))
    return ()


@cache
def _decoys() -> list[tuple[str, tuple[str, ...], tuple[str, ...], dict[str, list[str]]]]:
    path = knowledge_dir() / "lexique" / "leurres.yaml"
    if not path.is_file():
        return []
    tree = read_yaml(path)
    items = tree if isinstance(tree, list) else tree.get("leurres", [])
    return [
        (
            str(item["id"]).replace("_", "-"),
            tuple(item["questions"]),
            tuple(item.get("mots_cles", ())),
            dict(item.get("reponses", {})),
        )
        for item in items
    ]


@lru_cache(maxsize=16)
def _reader(known: tuple[Askable, ...]) -> Reader:
    """One reader for all sessions on the same facts: it keeps nothing of what was asked."""
    return Reader(known)


@dataclass(frozen=True)
class Stage:
    """A script with what is derived from it once. `exam` closes hints and topics.

    `exam_hearings` and `exam_transcript` are what an exam that begins now allows; a session under way keeps its own.
    """

    script: Script
    exam: bool = False
    exam_hearings: int = 1
    exam_transcript: bool = False

    @cached_property
    def reader(self) -> Reader:
        """Understands questions about any fact of the scenario."""
        scenario = self.script.scenario
        return _reader(tuple(askables(scenario.faits, (*scenario.leurres, *shipped_decoys()))))

    def reader_of(self, who: str) -> Reader:
        """Understands what `who` is asked: the same, and what `who` has to say aloud in an instruction."""
        aloud = [
            point
            for step in self.steps
            if isinstance(step, OralInstruction) and step.qui == who
            for point in step.points
        ]
        if not aloud:
            return self.reader
        scenario = self.script.scenario
        known = askables(scenario.faits, (*scenario.leurres, *shipped_decoys()))
        return _reader((*known, *said_points(tuple(aloud))))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Steps in order."""
        return self.script.scenario.etapes

    def step(self, step_id: str) -> Step:
        """The step of that id. Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def following(self, step_id: str) -> Step | None:
        """The step after that one, None after the last; the first one for an empty id."""
        ids = [step.id for step in self.steps]
        index = ids.index(step_id) + 1 if step_id else 0
        return self.steps[index] if index < len(self.steps) else None

    @cached_property
    def managers(self) -> frozenset[str]:
        """Who can give leave: those who instruct, and whom the delegation hands over to."""
        escalation = self.script.scenario.delegation.escalade
        instructing = {step.qui for step in self.steps if isinstance(step, OralInstruction)}
        return frozenset(instructing | ({escalation.vers} if escalation else set()))

    def people(self, step: Step) -> tuple[str, ...]:
        """Who can be spoken to in a step, the first one speaks first."""
        match step:
            case OralInstruction():
                return (step.qui,)
            case Dialogue() | Writing():
                return step.qui
        return ()

    def character(self, who: str) -> Character:
        """A person of the scenario. Raises KeyError."""
        return self.script.scenario.personnages[who]

    def facts_of(self, who: str) -> tuple[Fact, ...]:
        """What one person knows."""
        return tuple(fact for fact in self.script.scenario.faits if fact.qui == who)

    def topics(self, who: str) -> tuple[Fact, ...]:
        """What can be asked of a person, in a fixed order; facts that are never told are not offered."""
        return tuple(fact for fact in self.facts_of(who) if fact.acces != "jamais")

    def hearings(self, step: OralInstruction, state: State) -> int:
        """How often an instruction may be heard: in exam mode, as often as its rules said when it began."""
        return state.exam_hearings if self.exam else max(1, step.ecoutes)


def gate(fact: Fact, mood: int, told: frozenset[str]) -> str:
    """Why a fact stays closed: `jamais`, `humeur`, `apres`, or an empty string when it may be told."""
    if fact.acces == "jamais":
        return "jamais"
    if isinstance(fact.acces, Access):
        if fact.acces.humeur_min is not None and mood < fact.acces.humeur_min:
            return "humeur"
        if fact.acces.apres and fact.acces.apres not in told:
            return "apres"
    return ""
