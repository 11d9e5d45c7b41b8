"""Trying a scenario before class: how typical trainees get through it, what they never reach, what is never said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import commands as do
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import with_value
from ascom_coach.rehearsal.session import Rehearsal
from ascom_coach.rehearsal.stage import Stage
from ascom_coach.rehearsal.trainees import GOODBYE, KINDS, Kind, lines
from ascom_coach.scenarios import Script


@dataclass(frozen=True, slots=True)
class Trial:
    """How one typical trainee got through one variant. `transcript`: a line per event heard or seen."""

    seed: int
    trainee: str
    end: str
    granted: tuple[str, ...]
    missed: tuple[str, ...]
    facts: int
    moods: tuple[int, ...]
    turns: int
    transcript: tuple[str, ...]
    said: frozenset[str]

    def to_json(self) -> dict[str, object]:
        """A row of `scenario essayer --json`."""
        return {
            "seed": self.seed, "trainee": self.trainee, "end": self.end, "granted": list(self.granted),
            "missed": list(self.missed), "moods": list(self.moods), "turns": self.turns,
        }  # fmt: skip


def rehearse_types(script: Script, kinds: Sequence[Kind] = KINDS) -> list[Trial]:
    """Play every conversation of a script with typical trainees; time is virtual, nothing is kept."""
    stage = Stage(script)
    return [_trial(stage, kind) for kind in kinds]


def _trial(stage: Stage, kind: Kind) -> Trial:
    script = stage.script
    rehearsal = Rehearsal(stage, lambda events: None)
    rehearsal.start(kind)
    while True:
        step = stage.step(rehearsal.state.step)
        if step.type == "production":
            _try(rehearsal, do.Wait(float(step.minutes or 0)))
        for person in () if step.type == "production" else stage.people(step):
            _talk(rehearsal, person, kind)
        if stage.following(rehearsal.state.step) is None:
            break
        _try(rehearsal, do.NextStep())
    _try(rehearsal, do.Finish())
    facts = [fact.id for fact in script.scenario.faits]
    told = rehearsal.state.told
    return Trial(
        script.seed, kind, rehearsal.state.end, tuple(fact for fact in facts if fact in told),
        tuple(fact for fact in facts if fact not in told), len(facts),
        tuple(point.mood for point in rehearsal.state.mood_curve), len(rehearsal.state.transcript),
        tuple(_written(stage, rehearsal.events)),
        frozenset(line.text for line in rehearsal.state.transcript if line.who != ev.TRAINEE),
    )  # fmt: skip


def _talk(rehearsal: Rehearsal, person: str, kind: Kind) -> None:
    if rehearsal.state.speaking_to != person:
        _try(rehearsal, do.Address(person))
    questions = [
        fact.questions[0]
        for fact in rehearsal.stage.facts_of(person)
        if fact.questions and fact.acces != "jamais"
    ]
    heard = [line.text for line in rehearsal.state.transcript if line.who == person]
    for line in lines(kind, questions, heard):
        _try(rehearsal, do.Say(line))
    people = rehearsal.stage.people(rehearsal.stage.step(rehearsal.state.step))
    if kind != "muet" and person == people[-1]:
        if people[0] != rehearsal.state.speaking_to:
            _try(rehearsal, do.Address(people[0]))
        _try(rehearsal, do.Say(GOODBYE))


def _try(rehearsal: Rehearsal, command: do.Command) -> None:
    """A closed conversation or a missing step is no failure here."""
    try:
        rehearsal.do(command)
    except RefusedInputError:
        return


def _written(stage: Stage, events: Sequence[ev.Event]) -> Iterator[str]:
    """Events as a person reads them: who says what, what became known, how the mood moves and why."""

    def name(who: str) -> str:
        return "Stagiaire" if who == ev.TRAINEE else stage.character(who).nom

    for event in events:
        match event:
            case ev.StepEntered():
                yield f"— {stage.step(event.step).titre or event.step}"
            case ev.Said():
                yield f"{name(event.who)} : {event.text}"
            case ev.Heard():
                yield f"{name(event.who)} : {event.text}"
            case ev.Granted():
                yield f"   [dit : {event.fact} = {event.value}]"
            case ev.Withheld():
                yield f"   [retenu : {event.fact}, {event.reason}]"
            case ev.MoodChanged():
                yield f"   [humeur {event.mood} : {event.reason}]"
            case ev.Promised():
                yield f"   [promesse {event.sense}, {event.verdict}]"
            case ev.ConversationEnded():
                yield f"   [fin : {event.end}]"
            case _:
                continue


def golden(trials: Sequence[Trial]) -> str:
    """Transcripts of one variant as a text to keep: a changed engine must give it again, or its author explains."""
    parts = []
    for trial in trials:
        parts.append(f"=== {trial.trainee} · variante {trial.seed} · fin : {trial.end or 'aucune'}")
        parts += [*trial.transcript, ""]
    return "\n".join(parts) + "\n"


def unsaid(script: Script, trials: Sequence[Trial]) -> list[str]:
    """Places of the author's lines that nobody said in these trials of one variant."""
    said: frozenset[str] = frozenset().union(*(trial.said for trial in trials))
    return [place for place, wordings in _lines_of(script) if not said.intersection(wordings)]


def _lines_of(script: Script) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each line of the author's: its place, and how it may come out (a twist may have changed the value)."""
    scenario = script.scenario
    changed = {twist.change.fait: twist.change.valeur for twist in scenario.imprevus if twist.change}
    for fact in scenario.faits:
        values = {fact.valeur, changed.get(fact.id, fact.valeur)}
        for rank, line in enumerate(fact.reponses, 1):
            yield f"faits · {fact.id} · réponse {rank}", tuple(with_value(line, value) for value in values)
        if fact.acces not in ("spontane", "si_demande"):
            for rank, line in enumerate(fact.esquive, 1):
                yield f"faits · {fact.id} · esquive {rank}", (line,)
    for who, character in scenario.personnages.items():
        for mood, phrases in (character.humeur.phrases if character.humeur else {}).items():
            for rank, line in enumerate(phrases, 1):
                yield f"personnages · {who} · humeur {mood} · phrase {rank}", (line,)
    for end in scenario.fins:
        if end.dit:
            yield f"fins · {end.id}", (end.dit,)
    for twist in scenario.imprevus:
        yield f"imprévus · {twist.id}", (twist.dit,)
