"""A rehearsal in progress: the thin shell around the engine. Each event is recorded before it is returned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ascom_coach.rehearsal import commands as do
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.engine import begin, play
from ascom_coach.rehearsal.second_reading import Router
from ascom_coach.rehearsal.stage import Stage
from ascom_coach.rehearsal.state import State, fold
from ascom_coach.rehearsal.turn import Live, Turn, Voice

Record = Callable[[Sequence[ev.Event]], None]
Clock = Callable[[], float]


class Rehearsal:
    """A session. `record` makes events durable; `clock` gives minutes since the start, None for virtual time.

    A killed session is resumed by passing its recorded `events`: the state is folded from them. `live` may be set to
    follow a turn that takes its time; its words become events, all together, when the turn is over.
    """

    live: Live | None = None

    def __init__(
        self,
        stage: Stage,
        record: Record,
        *,
        events: Sequence[ev.Event] = (),
        clock: Clock | None = None,
        voice: Voice | None = None,
        router: Router | None = None,
    ) -> None:
        self.stage = stage
        self.events: list[ev.Event] = list(events)
        self.state: State = fold(events)
        self.voice = voice
        self.router = router
        self._record = record
        self._hushed = False
        self._clock = clock

    def start(self, trainee: str = "") -> list[ev.Event]:
        """Open the session (nothing when it is already open)."""
        if self.events:
            return []
        turn = self._turn()
        begin(turn, trainee=trainee)
        return self._keep(turn)

    def do(self, command: do.Command) -> list[ev.Event]:
        """Play a command and return what happened. Raises RefusedInputError; then nothing was recorded."""
        self._hushed = False
        turn = self._turn()
        play(turn, command)
        return self._keep(turn)

    def hush(self) -> None:
        """The person waits no longer (from any thread): what the turn under way still says is the script's, at once."""
        self._hushed = True
        cancel = getattr(self.voice, "cancel", None)
        if cancel is not None:
            cancel()

    def _turn(self) -> Turn:
        minute = self.state.minute if self._clock is None else max(self.state.minute, self._clock())
        return Turn(
            self.stage, self.state, minute, self._clock is None, self.voice, self.router, self.live,
            lambda: self._hushed,
        )  # fmt: skip

    def _keep(self, turn: Turn) -> list[ev.Event]:
        if turn.events:
            self._record(turn.events)
            self.events.extend(turn.events)
            self.state = turn.state
        return turn.events


def instructions(stage: Stage, state: State, done: dict[str, bool] | None = None) -> list[dict[str, object]]:
    """Every instruction point and gap: heard, asked (None when there was nothing to ask), done (None if unknown)."""
    found: list[dict[str, object]] = []
    for step in stage.steps:
        if step.type != "consigne_orale":
            continue
        for point in step.points:
            wanted = point.faits
            asked = all(fact in state.told for fact in wanted) if wanted else None
            found.append(
                {
                    "id": point.id,
                    "heard": point.id in state.points_heard,
                    "asked": asked,
                    "done": (done or {}).get(point.id),
                }
            )
        for gap in (*step.manque, *step.ambigu):
            found.append(
                {
                    "id": gap.id,
                    "heard": None,
                    "asked": gap.fait in state.asked,
                    "done": (done or {}).get(gap.id),
                }
            )
    return found


def summary(stage: Stage, state: State, done: dict[str, bool] | None = None) -> dict[str, object]:
    """What the last line of `jouer --json` says beside the end."""
    facts = [fact.id for fact in stage.script.scenario.faits]
    return {
        "end": state.end,
        "facts_granted": [fact for fact in facts if fact in state.told],
        "facts_missed": [fact for fact in facts if fact not in state.told],
        "instructions": instructions(stage, state, done),
        "mood_curve": [
            {"n": p.n, "who": p.who, "mood": p.mood, "reason": p.reason} for p in state.mood_curve
        ],
        "helps": state.helps,
    }
