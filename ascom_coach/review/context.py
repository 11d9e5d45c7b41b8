"""What a check may look at, and how it says what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ascom_coach.documents import Document
from ascom_coach.language import Promise, ProofResult, Value, find_promises, find_values, plain
from ascom_coach.referential import load_referential
from ascom_coach.rehearsal import State
from ascom_coach.review.languages import proof_of
from ascom_coach.review.model import Finding, Status
from ascom_coach.review.text_view import Place, TextView
from ascom_coach.scenarios import Scenario, Script
from ascom_coach.scenarios.control import Control
from ascom_coach.scenarios.schema import Production

if TYPE_CHECKING:
    import datetime as dt

    from ascom_coach.language import Engine

VERSION = 1
PIECE = 600
"""Characters read at once: a long file is read by pieces of whole blocks."""


@dataclass(frozen=True)
class Context:
    """One production being judged. Without a `state` (no session) the unforeseen events are taken as having happened.

    `start` maps the documents handed out to what they held; `others` are the other copies of the same hand-in.
    """

    script: Script
    production: Production
    document: Document | None
    state: State | None
    start: Mapping[str, Document]
    engines: Sequence[Engine]
    others: tuple[Document, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The scenario as drawn."""
        return self.script.scenario

    @property
    def today(self) -> dt.date:
        """The fictional date."""
        return self.scenario.date_fictive

    @cached_property
    def view(self) -> TextView:
        """The text of the copy."""
        return TextView.of(self.document) if self.document else TextView(())

    @cached_property
    def twists(self) -> frozenset[str]:
        """Unforeseen events that happened."""
        if self.state is not None:
            return self.state.twists
        return frozenset(twist.id for twist in self.scenario.imprevus)

    @cached_property
    def _changed(self) -> dict[str, str]:
        changes = (twist.change for twist in self.scenario.imprevus if twist.id in self.twists)
        return {change.fait: change.valeur for change in changes if change is not None}

    def value(self, fact_id: str) -> str:
        """The value of a fact now, after what happened."""
        return self._changed.get(fact_id, self.scenario.fact(fact_id).valeur)

    def old_value(self, fact_id: str) -> str:
        """The value before an unforeseen event changed it; empty when none did."""
        return self.scenario.fact(fact_id).valeur if fact_id in self._changed else ""

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """What the copy states: dates, amounts, quantities… with their offsets in its text."""
        found: list[Value] = []
        for start, end in self.view.pieces(PIECE):
            inside = find_values(self.view.text[start:end], self.today)
            found += [replace(one, start=one.start + start, end=one.end + start) for one in inside]
        return tuple(found)

    @cached_property
    def known(self) -> tuple[Value, ...]:
        """The values that the story tells: those of its facts, before and after what happened."""
        texts = [fact.valeur for fact in self.scenario.faits] + list(self._changed.values())
        return tuple(value for text in texts for value in find_values(text, self.today))

    @cached_property
    def written(self) -> frozenset[str]:
        """Folded words of the documents handed out."""
        texts = [TextView.of(document, sides=True).text for document in self.start.values()]
        return frozenset(re.findall(r"\w+", plain("\n".join(texts))))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What the copy commits to."""
        found: list[Promise] = []
        for start, end in self.view.pieces(PIECE):
            inside = find_promises(self.view.text[start:end], self.today)
            found += [replace(one, start=one.start + start, end=one.end + start) for one in inside]
        return tuple(found)

    @cached_property
    def proof(self) -> ProofResult:
        """The French of the copy, its names left alone."""
        return proof_of(self.view, self.engines, names(self.scenario))

    def found(
        self,
        control: Control,
        status: Status,
        message: str,
        *,
        at: Place = (None, ""),
        hint: str = "",
        needs: str = "",
        mark: str = "",
    ) -> Finding:
        """A finding of this control. `mark` tells several findings of one control apart."""
        hints = self.scenario.indices.get(control.id, ())
        wrong = status == "defaut"
        known = self.state.told if self.state is not None else {}
        notes = [note for fact, note in control.si_fait.items() if fact in known]
        step = " ".join([hints[0] if hints else hint, *(f"Et tenez-en compte : {note}." for note in notes)])
        return Finding(
            id=f"{self.production.id}.{control.id}{mark}",
            check=getattr(control, "type", ""),
            version=VERSION,
            criterion=control.critere,
            status=status,
            severity=control.gravite if wrong else None,
            locator=at[0],
            quote=at[1],
            message=(control.message or message) if wrong else message,
            hint=step.strip() if wrong else "",
            passages=passages(control.critere, self.production.referentiel),
            production=self.production.id,
            needs=needs,
        )

    def missing(self, control: Control, needs: str, message: str) -> list[Finding]:
        """What cannot be assessed here."""
        return [self.found(control, "non_evaluable", message, needs=needs)]


def passages(criterion: str, productions: Iterable[str]) -> tuple[str, ...]:
    """Ids of the passages behind a finding: the criterion, then the productions (sub-productions give their own)."""
    referential = load_referential()
    wanted = [criterion, *(name.rstrip("abcdef") for name in productions)]
    return tuple(dict.fromkeys(name for name in wanted if referential.has_passage(name)))


def names(scenario: Scenario) -> frozenset[str]:
    """Words of the story that are no French mistakes: people, firm, references."""
    words = [scenario.entreprise.nom, scenario.entreprise.ville]
    words += [person.nom for person in scenario.personnages.values()]
    words += [fact.valeur for fact in scenario.faits]
    return frozenset(
        word for text in words for word in text.split() if word[:1].isupper() or any(map(str.isdigit, word))
    )
