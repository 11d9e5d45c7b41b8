"""What the story knows: values and names of the scenario as drawn and of the documents handed out.

Everything is read when it is first asked for: a copy that states nothing unknown costs nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from ascom_coach.documents import Document
from ascom_coach.language import Value, all_values, find_values, plain
from ascom_coach.review.context import names
from ascom_coach.review.table_lines import under_heads
from ascom_coach.review.text_view import TextView
from ascom_coach.review.watch.matters import Lore, lore_of
from ascom_coach.scenarios import Scenario

_UNTOLD = {"variantes", "temoins", "corrige", "tests"}
"""What is not said in the story: the other draws, the samples."""
_LONG = 600
_NET = re.compile(r"(?<!\w)(?:ht|h\.t\.|hors[- ]taxes?)(?!\w)")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]{2,}")
_LINKS = frozenset(["le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux"])


@dataclass(frozen=True)
class Story:
    """A scenario, the documents handed out, and the facts as they are now (`current`, id → value)."""

    scenario: Scenario
    start: Mapping[str, Document]
    current: Mapping[str, str]

    @property
    def today(self) -> dt.date:
        """The fictional date."""
        return self.scenario.date_fictive

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Every text of the scenario, facts as they are now included."""
        return (*_strings(self.scenario.model_dump(exclude=_UNTOLD)), *self.current.values())

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """What people say and what the papers write, not the author’s words on limits and controls."""
        lines = [point.dit for step in self.scenario.etapes for point in getattr(step, "points", ())]
        lines += [twist.dit for twist in self.scenario.imprevus]
        for fact in self.scenario.faits:
            value = self.current.get(fact.id, fact.valeur)
            lines += [value, *(line.replace("{valeur}", value) for line in fact.reponses)]
        return (*lines, *self.paper_lines)

    @cached_property
    def papers(self) -> dict[str, TextView]:
        """The documents handed out, with all that they hold, by id."""
        return {name: TextView.of(document, sides=True) for name, document in self.start.items()}

    @cached_property
    def paper_lines(self) -> tuple[str, ...]:
        """Every block of the documents handed out."""
        return tuple(line[:_LONG] for view in self.papers.values() for line in view.lines)

    @cached_property
    def facts(self) -> tuple[tuple[str, Value], ...]:
        """(fact, value) for each value that a fact holds now."""
        return tuple(
            (name, value) for name, text in self.current.items() for value in all_values(text, self.today)
        )

    @cached_property
    def known(self) -> frozenset[tuple[str, str]]:
        """(kind, value) of everything that is said or written somewhere."""
        return _known((*self.told, *self.paper_lines), self.today)

    @cached_property
    def amounts(self) -> frozenset[Decimal]:
        """Every amount that is said or written somewhere, and the numbers of the workbooks handed out."""
        found = {Decimal(value.split()[0]) for kind, value in self.known if kind == "montant"}
        for document in self.start.values():
            for sheet in document.sheets:
                found |= {cell.value for cell in sheet.cells.values() if isinstance(cell.value, Decimal)}
        return frozenset(found)

    @cached_property
    def before_tax(self) -> frozenset[Decimal]:
        """Amounts that a table of the documents puts under or beside « HT »."""
        return frozenset(
            value.value
            for view in self.papers.values()
            for name, line, _ in under_heads(view)
            if _NET.search(plain(name))
            for value in find_values(line, self.today)
            if value.kind == "montant" and isinstance(value.value, Decimal)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Folded words of everything that is said or written somewhere."""
        return frozenset(re.findall(r"\w+", plain("\n".join((*self.told, *self.paper_lines)))))

    @cached_property
    def people(self) -> frozenset[str]:
        """Proper names: of the scenario, and those that the documents write with a capital inside their lines."""
        found = {
            word for word in re.findall(r"[\w’'-]+", " ".join(names(self.scenario))) if word[:1].isupper()
        }
        for document in self.start.values():
            for sheet in document.sheets:
                found |= {
                    word
                    for cell in sheet.cells.values()
                    if isinstance(cell.value, str) and len(cell.value.split()) <= 3
                    for word in _CAPITAL.findall(cell.value)
                }
        for line in self.paper_lines:
            found |= {match.group() for match in _CAPITAL.finditer(line) if match.start()}
        return frozenset(word for word in found if len(word) >= 4 and word[1:].islower())

    @cached_property
    def phrases(self) -> tuple[tuple[str, str], ...]:
        """(fact, name) of the facts that are a proper name of several words: « Le Greffoir du Causse »."""
        found = []
        for name, text in self.current.items():
            parts = re.findall(r"[\w’'-]+", text)
            proper = [part for part in parts if plain(part) not in _LINKS]
            if 2 <= len(parts) <= 6 and len(proper) >= 2 and all(part[0].isupper() for part in proper):
                found.append((name, text))
        return tuple(found)

    @cached_property
    def lore(self) -> Lore:
        """Which words the story ties to which values."""
        facts = [(fact, self.current[fact.id]) for fact in self.scenario.faits if fact.id in self.current]
        rules = [point.dit for step in self.scenario.etapes for point in getattr(step, "points", ())]
        rules += [one.detail for one in self.scenario.anomalies]
        wrong = [
            f"{one.detail} {self.current.get(one.fait, '') if one.fait else ''}".strip()
            for one in self.scenario.anomalies
        ]
        return lore_of(facts, self.told, self.paper_lines, self.start, self.today, rules, wrong)

    def knows(self, value: Value) -> bool:
        """Whether this value is said or written somewhere."""
        return (value.kind, _key(value)) in self.known


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for one in node.values():
            yield from _strings(one)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from _strings(one)


@lru_cache(maxsize=8)
def _known(texts: tuple[str, ...], today: dt.date) -> frozenset[tuple[str, str]]:
    return frozenset((value.kind, _key(value)) for text in set(texts) for value in all_values(text, today))


def _key(value: Value) -> str:
    if isinstance(value.value, Decimal):
        return f"{value.value.normalize():f} {value.unit}".strip()
    return str(value.value)
