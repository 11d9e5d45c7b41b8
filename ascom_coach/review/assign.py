"""Which copy is for which production: what was said, else its name, else its kind and what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ascom_coach.documents import Document, RefusedFile
from ascom_coach.language import mentions, plain
from ascom_coach.review.text_view import TextView
from ascom_coach.scenarios import Scenario
from ascom_coach.scenarios.controls import FactsPresent
from ascom_coach.scenarios.schema import Production

_MEANT = 1.0
"""What a reader named at the top is worth: as much as every fact of the production told."""
_TOP = 16
_OPENING = re.compile(
    r"^\W*(?:à|a|pour|destinataires?|to|bonjour|bonsoir|salut|chère?s?|madame|mme|monsieur|m\.)(?!\w)[^\n]{2,60}$",
    re.IGNORECASE | re.MULTILINE,
)


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
    open_ones = [item for item in wanted if item.id not in given]
    points = [[score(copy, item, scenario) for item in open_ones] for copy in left]
    for index, rank in _best(points):
        given[open_ones[rank].id] = left[index]
    return given


def _best(points: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """(copy, production) pairs whose points make the greatest sum, each taken once; the first ones of equal sums.

    Taking the best pair first may leave a letter to the message’s place, when the message tells what the letter must.
    """
    chosen: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {0: (0.0, ())}
    for index, row in enumerate(points):
        after = dict(chosen)
        for taken, (total, pairs) in chosen.items():
            for rank, worth in enumerate(row):
                here = taken | 1 << rank
                if worth > 0 and not taken & 1 << rank and total + worth > after.get(here, (-1.0, ()))[0]:
                    after[here] = (total + worth, (*pairs, (index, rank)))
        chosen = after
    return list(max(chosen.values(), key=lambda one: one[0])[1])


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
        points += _MEANT * _speaks_to(text, production, scenario)
    return points


def _speaks_to(text: str, production: Production, scenario: Scenario) -> bool:
    """Whether the person whom the opening of a text names is the one whom the production is for."""
    opening = _OPENING.findall("\n".join(text.splitlines()[:_TOP]))
    named = {word for line in opening for word in re.findall(r"\w{3,}", plain(line))}
    asked = set(re.findall(r"\w{4,}", plain(f"{production.titre} {production.demande}".partition(",")[0])))
    return any(
        named & set(re.findall(r"\w{3,}", plain(person.nom)))
        and asked & set(re.findall(r"\w{4,}", plain(f"{person.nom} {person.role}")))
        for person in scenario.personnages.values()
    )
