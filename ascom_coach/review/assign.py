"""Which copy is for which production: what was said, else its name, else its kind and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ascom_coach.documents import Document, RefusedFile
from ascom_coach.language import mentions, plain
from ascom_coach.review.text_view import TextView
from ascom_coach.scenarios import Scenario
from ascom_coach.scenarios.controls import FactsPresent
from ascom_coach.scenarios.schema import Production


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of the hand-in, read or refused, and the production it is for when that is known."""

    document: Document | None
    refused: RefusedFile | None = None
    production: str = ""

    @classmethod
    def of(cls, item: Document | RefusedFile, *, production: str = "") -> Copy:
        """From what `read_documents` gives."""
        return cls(item, None, production) if isinstance(item, Document) else cls(None, item, production)

    @property
    def path(self) -> str:
        """The path shown."""
        return self.document.path if self.document else self.refused.path if self.refused else ""


def assign(copies: Sequence[Copy], scenario: Scenario, production: str | None) -> dict[str, Copy]:
    """Production id → copy. A copy that fits nothing is left out."""
    wanted = list(scenario.to_hand_in)
    if production is not None:
        wanted = [item for item in wanted if production in (item.id, *item.referentiel)] or wanted
    given: dict[str, Copy] = {}
    left = []
    for copy in copies:
        if copy.production and any(item.id == copy.production for item in scenario.productions):
            given[copy.production] = copy
        else:
            left.append(copy)
    pairs = [
        (score(copy, item, scenario), -index, -rank, index, item.id)
        for index, copy in enumerate(left)
        for rank, item in enumerate(wanted)
        if item.id not in given
    ]
    used: set[int] = set()
    for points, _, _, index, name in sorted(pairs, reverse=True):
        if points > 0 and index not in used and name not in given:
            used.add(index)
            given[name] = left[index]
    return given


def score(copy: Copy, production: Production, scenario: Scenario) -> float:
    """How well a copy fits a production; 0 when it cannot be it."""
    kind = copy.document.type if copy.document else PurePath(copy.path).suffix.lower().lstrip(".")
    sheet = kind in ("xlsx", "xlsm", "xltx", "xltm", "ods", "csv")
    wanted = production.contrat is not None or bool({"xlsx", "ods"} & set(production.formats))
    printed = kind == "pdf" and wanted  # a workbook as a PDF is known by its name alone
    if sheet != wanted and not printed and kind not in production.formats:
        return 0.0
    points = (0.0 if printed else 1.0) + (2.0 if kind in production.formats else 0.0)
    name = plain(PurePath(copy.path).stem).replace("_", "-").replace(" ", "-")
    if production.id.replace("_", "-") in name:
        points += 6
    if production.contrat and production.contrat.depart:
        files = {item.id: item.fichier for item in scenario.documents_remis}
        stem = plain(PurePath(files.get(production.contrat.depart, "")).stem)
        points += 3 if stem and stem in name else 0
    if copy.document is not None and not sheet:
        text = TextView.of(copy.document).text
        asked = [control for control in production.controles if isinstance(control, FactsPresent)]
        facts = {fact for control in asked for fact in control.faits}
        told = sum(bool(mentions(text, scenario.fact(fact).valeur, scenario.date_fictive)) for fact in facts)
        points += told / (len(facts) or 1)
    return points
