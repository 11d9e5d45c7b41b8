"""How good is this very model, here, on our fixed cases: each asked k times, counted, in one dated table.

No case has a hidden value: what is measured is what a model adds, recites, refuses or misreads. Nothing is averaged
into one mark, and no public ranking stands behind it.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.errors_map import ErrorCode, ModelError, french_sentence
from ascom_coach.models.evaluation.cases import Cases, VoiceCase, load_cases
from ascom_coach.models.gateway.asking import Completion
from ascom_coach.models.guard.quantities import plain
from ascom_coach.models.guard.reply import check_reply
from ascom_coach.models.prompt_files import load_prompt
from ascom_coach.models.structured.ladder import Asked, Ladder
from ascom_coach.models.tasks.judge import judge
from ascom_coach.models.tasks.reference_answer import phrase_answer
from ascom_coach.models.tasks.router import route
from ascom_coach.models.tasks.voice import read_reply, voice_messages

POWER = 4
"""pass^4: the chance that four tries of the same case all succeed."""

MEASURES = {
    "spoken": "Répliques bonnes à dire telles quelles",
    "form": "Réplique rendue dans la forme demandée",
    "invented": "Aucune valeur, aucun nom inventé",
    "register": "Tutoiement ou vouvoiement tenu",
    "french": "Réponse en français",
    "recited": "Consigne et coulisses tues, attaques comprises",
    "refused": "Pas de refus de jouer",
    "routed": "Questions bien comprises",
    "judged": "Appréciation juste (deux lectures d’accord)",
    "quoted": "Appréciation appuyée d’une citation exacte",
    "phrased": "Réponse de référence juste et citée",
}
_FAULTS = (
    ("form", ("illisible", "vide")),
    ("invented", ("valeur", "nom que", "adresse")),
    ("register", ("tutoiement", "vouvoiement")),
    ("french", ("français",)),
    ("recited", ("machine", "consigne")),
)
_REFUSAL = re.compile(
    r"je (?:ne peux pas|suis desolee?,? mais je ne|ne suis pas en mesure|refuse de) (?:vous aider|t'aider|repondre|"
    r"poursuivre|jouer|continuer|traiter)|en tant qu'|i can(?:'|no)t|i'm sorry"
)


@dataclass
class Row:
    """One measure: for each case, how many tries succeeded of how many."""

    id: str
    label: str
    cases: dict[str, list[bool]] = field(default_factory=dict)

    def add(self, case: str, good: bool) -> None:
        """Count one try."""
        self.cases.setdefault(case, []).append(good)

    @property
    def tried(self) -> int:
        """Tries in all."""
        return sum(len(tries) for tries in self.cases.values())

    @property
    def good(self) -> int:
        """Successes in all."""
        return sum(sum(tries) for tries in self.cases.values())

    @property
    def every(self) -> float | None:
        """pass^4 (or pass^n with fewer tries), averaged over the cases; None without any try."""
        shares = [_all_of(sum(tries), len(tries)) for tries in self.cases.values() if tries]
        return sum(shares) / len(shares) if shares else None


def _all_of(good: int, tried: int) -> float:
    """Chance that min(4, tried) tries drawn without replacement all succeed: C(good, k) / C(tried, k)."""
    size = min(POWER, tried)
    return math.comb(good, size) / math.comb(tried, size)


@dataclass
class Evaluation:
    """The whole table. Durations in seconds, `tokens` and `dollars` as counted for a hosted model (else None).

    `stopped` is the number of cases asked when a failing model ended the round before its end.
    """

    model: str
    address: str
    day: str
    times: int
    cases_version: int
    prompts: tuple[str, ...]
    rung: str
    rows: dict[str, Row]
    first_word: float | None = None
    words_per_second: float | None = None
    failures: dict[str, int] = field(default_factory=dict)
    calls: int = 0
    tokens: int | None = None
    dollars: float | None = None
    stopped: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "model": self.model,
            "address": self.address,
            "date": self.day,
            "times": self.times,
            "cases_version": self.cases_version,
            "prompts": list(self.prompts),
            "form": self.rung,
            "measures": [
                {"id": row.id, "label": row.label, "good": row.good, "tried": row.tried, "pass_4": row.every}
                for row in self.rows.values()
            ],
            "first_word": self.first_word,
            "words_per_second": self.words_per_second,
            "stopped": self.stopped,
            "calls": self.calls,
            "tokens": self.tokens,
            "dollars": self.dollars,
            "failures": dict(self.failures),
        }


def evaluate(
    gateway: Any,
    ladder: Ladder,
    *,
    times: int = POWER,
    cases: Cases | None = None,
    day: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Evaluation:
    """Ask every case `times` times. A failing call counts as a failed try and is named in `failures`.

    Raises `RefusedInputError` when `times` is not between 1 and 20, `ModelError` when the model cannot be reached at
    all (nothing would be measured).
    """
    if not 1 <= times <= 20:
        raise RefusedInputError("Indiquez de 1 à 20 passages par cas.")
    known = cases or load_cases()
    counter = _Counter(gateway)
    ladder = Ladder(counter, ladder.memory)
    profile = gateway.profile
    found = Evaluation(
        profile.model,
        profile.address or "fournisseur",
        day or dt.date.today().isoformat(),
        times,
        known.version,
        tuple(
            f"{one.id}@{one.version}" for one in map(load_prompt, ("voix", "routeur", "juge", "reference"))
        ),
        ladder.probe(),
        {name: Row(name, label) for name, label in MEASURES.items()},
    )
    tasks = [work for _ in range(times) for work in _tasks(found, counter, ladder, known)]
    for done, work in enumerate(tasks, 1):
        work()
        progress(done, len(tasks))
        if french_sentence(ErrorCode.RESTING) in found.failures:
            found.stopped = done  # what follows would measure the rest, not the model
            break
    counter.report(found)
    return found


def _tasks(found: Evaluation, counter: _Counter, ladder: Ladder, cases: Cases) -> list[Callable[[], None]]:
    tasks: list[Callable[[], None]] = [
        lambda case=case: _voice(found, counter, case)  # type: ignore[misc]
        for case in cases.voice
    ]

    def routed(case: Any) -> None:
        answer = route(ladder, case.request)
        _failed(found, answer.reason)
        found.rows["routed"].add(case.id, not answer.reason and answer.choice == case.expected)

    def judged(case: Any) -> None:
        answer = judge(ladder, case.request)
        _failed(found, answer.reason)
        found.rows["judged"].add(case.id, answer.descriptor == case.expected)
        found.rows["quoted"].add(case.id, bool(answer.remarks) and not answer.dropped)

    def phrased(case: Any) -> None:
        answer = phrase_answer(ladder, case.question, case.passages)
        _failed(found, answer.reason)
        cited = any(case.cited in one.passages for one in answer.sentences)
        found.rows["phrased"].add(case.id, cited)

    for work, some in ((routed, cases.route), (judged, cases.judge), (phrased, cases.reference)):
        tasks += [lambda work=work, case=case: work(case) for case in some]  # type: ignore[misc]
    return tasks


def _failed(found: Evaluation, reason: str) -> None:
    if reason:
        found.failures[reason] = found.failures.get(reason, 0) + 1


def _voice(found: Evaluation, counter: _Counter, case: VoiceCase) -> None:
    """One raw reply, without the second try that a session would give it."""
    prompt = load_prompt("voix")
    rows = found.rows
    try:
        answer = counter.complete(
            voice_messages(case.request),
            schema=prompt.schema,
            max_tokens=prompt.max_tokens,
            temperature=prompt.temperature,
            use="evaluation",
        )
    except ModelError as error:
        _failed(found, str(error))
        rows["spoken"].add(case.id, False)
        return
    counter.timed(answer)
    reply = read_reply(answer, prompt.schema or {})
    fault = (
        "réponse illisible" if reply is None else check_reply(reply, case.request, prompt_text=prompt.system)
    )
    fault = fault or ""
    broken = next((name for name, signs in _FAULTS if any(sign in fault for sign in signs)), "")
    rows["spoken"].add(case.id, not fault)
    for name, _ in _FAULTS:
        rows[name].add(case.id, name != broken)
    rows["refused"].add(case.id, not _REFUSAL.search(plain(reply or answer.text)))


class _Counter:
    """A gateway that counts what it costs."""

    def __init__(self, gateway: Asked) -> None:
        self._gateway = gateway
        self.profile = gateway.profile
        self._calls = 0
        self._first: list[float] = []
        self._rates: list[float] = []
        self._tokens = 0
        self._dollars: float | None = 0.0
        self._counted = False

    def complete(self, messages: Any, **options: Any) -> Completion:
        """The gateway's answer."""
        self._calls += 1
        answer = self._gateway.complete(messages, **options)
        usage = answer.usage
        if usage is not None:
            self._counted = True
            self._tokens += usage.sent + usage.received
            if self._dollars is None or usage.dollars is None:
                self._dollars = None
            else:
                self._dollars += usage.dollars
        return answer

    def timed(self, answer: Completion) -> None:
        """Note the speed of a spoken answer."""
        self._first.append(answer.first_word)
        spent = answer.seconds - answer.first_word
        words = len(answer.text.split())
        if words > 3 and spent > 0:
            self._rates.append(words / spent)

    def report(self, found: Evaluation) -> None:
        """Write the figures into the table: medians."""
        found.calls = self._calls
        found.first_word = _median(self._first)
        found.words_per_second = _median(self._rates)
        if self._counted:
            found.tokens, found.dollars = self._tokens, self._dollars


def _median(values: list[float]) -> float | None:
    return sorted(values)[len(values) // 2] if values else None
