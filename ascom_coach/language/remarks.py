"""The shapes of proofreading: a remark, an engine, a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

Label = Literal["orthographe", "homophones", "accord", "conjugaison", "ponctuation", "typographie", "style"]
LABELS: tuple[Label, ...] = (
    "orthographe", "homophones", "accord", "conjugaison", "ponctuation", "typographie", "style",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opinion:
    """What another engine says of the same place, when it disagrees on the kind or on the fix."""

    source: str
    label: Label
    message: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on `text[start:end]`, offsets in code points of the text passed to `check`.

    `message` explains the rule and `test` gives the phrase to apply (« remplacez par « avait » »), both in French.
    `sources` are engine names; `counted` is false for hints and for what cannot be sure (a name, a taste).
    `opinions` are those of engines that disagree; they are shown and change nothing.
    """

    start: int
    end: int
    label: Label
    rule: str
    quote: str
    message: str
    suggestions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    counted: bool = True
    test: str = ""
    opinions: tuple[Opinion, ...] = ()


class EngineUnavailableError(Exception):
    """An engine cannot answer now. The message is one French sentence."""


class Engine(Protocol):
    """A proofreader. `check` raises EngineUnavailableError when it cannot answer."""

    @property
    def id(self) -> str:
        """Stable name: `integre`, `languagetool`…"""
        ...

    def check(self, text: str) -> Sequence[Remark]:
        """Remarks on an NFC text, in any order."""
        ...


@dataclass(frozen=True, slots=True)
class EngineState:
    """What an engine did: `reason` is one French sentence when it was not available."""

    id: str
    available: bool
    reason: str = ""

    def to_json(self) -> dict[str, object]:
        """The contract's entry of `engines`."""
        return {"id": self.id, "available": self.available, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class ProofResult:
    """Remarks in order, the state of each engine, and the number of words read."""

    remarks: tuple[Remark, ...] = ()
    engines: tuple[EngineState, ...] = ()
    words: int = 0
    counts: dict[str, int] = field(default_factory=dict)
