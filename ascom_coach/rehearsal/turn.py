"""A turn being played: events are emitted one by one, and the state follows each of them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import not_again, pick, spoken_minutes
from ascom_coach.rehearsal.stage import Stage
from ascom_coach.rehearsal.state import State, step

if TYPE_CHECKING:
    from ascom_coach.rehearsal.second_reading import Router

DEFAULT_MOOD = 3
RECENT = 3
"""Last lines of the people, which the next one does not begin like."""
NEAR = 4
"""Turns, the present one included, within which nobody says the same line twice."""


@dataclass(frozen=True, slots=True)
class VoiceCall:
    """All that a voice may know: public context, facts already granted, and the scripted line to fall back on."""

    who: str
    name: str
    role: str
    register: str
    style: str
    max_sentences: int
    mood: int | None
    scripted: str
    granted: tuple[tuple[str, str], ...]
    trainee_text: str
    last_turns: tuple[tuple[str, str], ...]
    public_context: str
    show: Callable[[str], None] | None = field(default=None, compare=False, repr=False)
    """Told the words of the line as they come, when somebody watches: from the beginning of the line each time."""


Live = Callable[[tuple[tuple[str, str], ...]], None]
"""Told what has been said so far in a turn under way, as (who, text): the last one is still being said.

None of it is on disk yet; it is once the turn is over. Called from the thread that plays."""

Voice = Callable[[VoiceCall], tuple[str, ev.Source, str]]
"""Words a line: (text, source, reason); for a model's words the reason is its name and its prompt."""


def _begun(line: str) -> str:
    """How a line begins, up to what is put in it; the whole of one that begins with it."""
    return line.partition("{")[0] or line


@dataclass
class Turn:
    """The work of one command. `virtual` time moves with spoken length, real time with the clock."""

    stage: Stage
    state: State
    minute: float
    virtual: bool
    voice: Voice | None = None
    router: Router | None = None
    live: Live | None = None
    hushed: Callable[[], bool] = lambda: False
    events: list[ev.Event] = field(default_factory=list)
    heard_text: str = ""

    def emit(
        self, kind: type[ev.Event], /, *, step_id: str = "", turn: int | None = None, **fields: Any
    ) -> None:
        """Add an event and fold it in, in the present step and turn unless told otherwise."""
        event = kind(
            n=self.state.n + 1,
            step=step_id or self.state.step,
            minute=round(self.minute, 2),
            turn=self.state.turn if turn is None else turn,
            **fields,
        )
        self.events.append(event)
        self.state = step(self.state, event)

    def speak_for_trainee(self, text: str, to: str) -> None:
        """The trainee's words, counted as a turn."""
        self.spend(text)
        self.emit(ev.Said, turn=self.state.turn + 1, who=ev.TRAINEE, to=to, text=text, source="stagiaire")
        self.heard_text = text

    def say(self, who: str, text: str, reason: str = "", *, voiced: bool = True) -> None:
        """A character's line; a voice may word it, within what is granted."""
        if not text:
            return
        register = self.stage.character(who).registre
        text = not_again(text, self._lately(who), reason, register, f"{self.state.seed}:{self.state.n}")
        self.spend(text)  # of the scripted line: a model's words move no time, hence no twist
        source: ev.Source = "script"
        engine = ""
        if self.voice is not None and voiced and not self.hushed():
            text, source, why = self.voice(self._call(who, text))
            reason, engine = (reason, why) if source == "modele" else (reason or why, "")
        self.emit(ev.Said, who=who, to=ev.TRAINEE, text=text, source=source, reason=reason, engine=engine)

    def spend(self, text: str) -> None:
        """Speaking takes time when time is virtual."""
        if self.virtual:
            self.minute += spoken_minutes(text)

    def mood(self, who: str) -> int:
        """Present mood of a person (0–5); 3 for those without moods."""
        character = self.stage.character(who)
        if character.humeur is None:
            return DEFAULT_MOOD
        return self.state.mood.get(who, character.humeur.depart)

    def pick(self, lines: tuple[str, ...], key: str) -> str:
        """One of the lines by the session's seed and the present event, not one just begun if there are others."""
        said = [line for line in self.state.transcript if line.who != ev.TRAINEE]
        last = [line.text for line in said[-RECENT:]]
        near = [line.text for line in said if line.turn > self.state.turn - NEAR]
        fresh = tuple(line for line in lines if not any(text.startswith(_begun(line)) for text in last))
        newer = tuple(line for line in fresh if not any(text.startswith(_begun(line)) for text in near))
        return pick(newer or fresh or lines, self.state.seed, f"{key}:{self.state.n}")

    def _lately(self, who: str) -> frozenset[str]:
        """The lines of `who` in the last turns."""
        first = self.state.turn - NEAR
        return frozenset(line.text for line in self.state.transcript if line.who == who and line.turn > first)

    def _call(self, who: str, scripted: str) -> VoiceCall:
        scenario = self.stage.script.scenario
        character = self.stage.character(who)
        labels = {fact.id: fact.porte_sur for fact in scenario.faits if fact.qui == who}
        granted = tuple((labels[key], value) for key, value in self.state.told.items() if key in labels)
        recent = [line for line in self.state.transcript if who in (line.who, line.to)][-6:]
        return VoiceCall(
            who, character.nom, character.role, character.registre, character.style, character.phrases_max,
            self.mood(who) if character.humeur else None, scripted, granted, self.heard_text,
            tuple((line.who, line.text) for line in recent),
            f"{scenario.entreprise.nom}, {scenario.entreprise.secteur}. {scenario.presentation}".strip(),
            self._shower(who),
        )  # fmt: skip

    def _shower(self, who: str) -> Callable[[str], None] | None:
        if (live := self.live) is None:
            return None
        before = tuple((said.who, said.text) for said in self.events if isinstance(said, ev.Said | ev.Heard))
        return lambda words: live((*before, (who, words)))
