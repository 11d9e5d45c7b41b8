"""The generic contracts of `knowledge/contrats/`: what is looked for in a draft that has no scenario.

`controles.yaml` is the catalogue of checks, `productions.yaml` says which ones a production of the référentiel
asks for, `genres.yaml` how a kind of document is recognised, `mentions.yaml` what such a document must carry.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.review.model import Severity

CHECKED = "oui"


@dataclass(frozen=True, slots=True)
class Asked:
    """A check as the catalogue describes it. `role` becomes a criterion once the bloc is known.

    `needs`: `consigne` (the instruction received) or `lot` (other files of the hand-in). A `decisive` check that
    could not be assessed leaves its criterion without a level.
    """

    id: str
    version: int
    role: str
    severity: Severity
    looks_for: str
    source: str
    needs: tuple[str, ...] = ()
    decisive: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What only a reader can judge of a production."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Generic:
    """The contract of one production. `options` holds what a check is told beside its name."""

    id: str
    families: tuple[str, ...]
    checks: tuple[str, ...]
    options: Mapping[str, str]
    questions: tuple[Question, ...]
    never: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document (`facture`, `relance`…) and the words that give it away, all folded."""

    id: str
    title: str
    production: str
    families: tuple[str, ...]
    titles: tuple[str, ...]
    unless: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    file_type: str = ""
    call: bool | None = None
    chart: bool = False


@dataclass(frozen=True, slots=True)
class Particular:
    """Something that a kind of document must carry, between two dates, under a condition.

    `patterns` are regular expressions on folded text; one that begins with `@` names a reading of the draft.
    """

    id: str
    what: str
    patterns: tuple[str, ...]
    source: str
    certain: bool = False
    condition: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    compiled: tuple[re.Pattern[str], ...] = field(default=(), repr=False)

    def holds_on(self, day: dt.date) -> bool:
        """Whether the rule is in force that day."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


@cache
def catalogue() -> dict[str, Asked]:
    """Checks by id."""
    return {item["id"]: _asked(item) for item in _tree("controles.yaml")["controles"]}


@cache
def as_of() -> dt.date:
    """The day on which the particulars were last checked: the date of a draft that gives none."""
    return dt.date.fromisoformat(_tree("mentions.yaml")["a_jour_au"])


@cache
def watches() -> dict[str, Asked]:
    """Looks beyond the controls of a scenario, by id (`vigilance.yaml`)."""
    return {item["id"]: _asked(item) for item in _tree("vigilance.yaml")["controles"]}


@cache
def borrowed() -> tuple[str, ...]:
    """Ids of the checks of a draft that are also made on the copies of a scenario."""
    return tuple(_tree("vigilance.yaml")["repris"])


def criterion_for(role: str, bloc: int | None) -> str:
    """The criterion behind a role in a bloc; empty when the source text holds none, or the bloc is unknown."""
    roles = _tree("controles.yaml")["roles"]
    return str(roles.get(str(bloc or ""), {}).get(role, ""))


@cache
def productions() -> dict[str, Generic]:
    """Contracts by production id."""
    return {item["id"]: _generic(item) for item in _tree("productions.yaml")["productions"]}


@cache
def kinds() -> tuple[Kind, ...]:
    """Kinds of documents, in the order of the file."""
    return tuple(_kind(item) for item in _tree("genres.yaml")["genres"])


@cache
def particulars(kind: str) -> tuple[Particular, ...]:
    """What a kind of document must carry; empty for a kind that has no list."""
    return tuple(_particular(item) for item in _tree("mentions.yaml")["mentions"].get(kind, ()))


@cache
def _tree(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", read_yaml(knowledge_dir() / "contrats" / name))


def _asked(item: Mapping[str, Any]) -> Asked:
    return Asked(
        item["id"], int(item["version"]), item["role"], cast("Severity", item["gravite"]), item["cherche"],
        item["source"], tuple(item.get("besoins", ())), item.get("decisif") == CHECKED,
    )  # fmt: skip


def _generic(item: Mapping[str, Any]) -> Generic:
    names: list[str] = []
    options: dict[str, str] = {}
    for one in item["controles"]:
        name = one if isinstance(one, str) else one["id"]
        names.append(name)
        if not isinstance(one, str):
            options[name] = one.get("attendus", "")
    questions = tuple(Question(one["role"], one["question"]) for one in item.get("lecteur", ()))
    return Generic(item["id"], tuple(item["familles"]), tuple(names), options, questions, item["jamais"])


def _kind(item: Mapping[str, Any]) -> Kind:
    call = {"appel": True, "sans_appel": False}
    wants = next((value for key, value in call.items() if item.get(key) == CHECKED), None)
    return Kind(
        item["id"], item["titre"], item["production"], tuple(item["familles"]), tuple(item["titres"]),
        tuple(item.get("sauf", ())), tuple(item.get("mots", ())), tuple(item.get("colonnes", ())),
        item.get("type", ""), wants, item.get("graphique") == CHECKED,
    )  # fmt: skip


def _particular(item: Mapping[str, Any]) -> Particular:
    patterns: Sequence[str] = item["motifs"]
    return Particular(
        item["id"], item["quoi"], tuple(patterns), item["source"], item.get("certain") == CHECKED, item.get("si", ""),
        _day(item.get("depuis")), _day(item.get("jusqu_au")),
        tuple(re.compile(text) for text in patterns if not text.startswith("@")),
    )  # fmt: skip


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
