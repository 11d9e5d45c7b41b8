"""The whole référentiel, with its look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, cast

from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import loader
from ascom_coach.referential.model import Absence, Bloc, Criterion, Item, Passage

BLOCS = (1, 2, 3)
_ROW_ORDER = ("activite", "competence", "production", "critere")


def _folded(text: str) -> str:
    """Text without footnote marks, the word « logiciel », spaces and case: what makes two passages twins."""
    text = re.sub(r"\(?[⁽¹⁾]+\)?|\blogiciels?\b", " ", text.lower())
    return re.sub(r"\W+", " ", text).strip()


class Referential:
    """Read-only view of the référentiel. Ids are stable (A1.01, C1.1, P1.2a, K1.1…)."""

    def __init__(
        self,
        passages: Iterable[Passage],
        structure: Iterable[dict[str, str]],
        links: Iterable[dict[str, str]],
        absences: Iterable[Absence],
    ) -> None:
        self.passages: tuple[Passage, ...] = tuple(passages)
        self._by_id = {passage.id: passage for passage in self.passages}
        groups: dict[str, list[str]] = {}
        for passage in self.passages:
            groups.setdefault(_folded(passage.text), []).append(passage.id)
        self._twins = {one: tuple(ids) for ids in groups.values() for one in ids}
        self._items: dict[str, Item] = {}
        self._criteria: dict[str, Criterion] = {}
        for row in structure:
            self._add(row)
        self._links: dict[str, dict[str, tuple[str, ...]]] = {
            row["activite"]: {
                "competence": tuple(row["competences"].split()),
                "production": tuple(row["productions"].split()),
                "critere": tuple(row["criteres"].split()),
            }
            for row in links
        }
        self.absences: dict[str, Absence] = {absence.code: absence for absence in absences}

    def _add(self, row: dict[str, str]) -> None:
        passages = tuple(row["passages"].split())
        if row["kind"] == "critere":
            official = row["official"] == "oui"
            text = self._by_id[row["id"]].text if official else ""
            criterion = Criterion(row["id"], int(row["bloc"]), row["label"], official, text, passages)
            self._criteria[criterion.id] = criterion
            return
        kind = cast(Literal["activite", "competence", "production", "sous_production"], row["kind"])
        text = self._by_id[passages[0]].text
        self._items[row["id"]] = Item(
            row["id"], kind, int(row["bloc"]), row["label"], text, passages, row["parent"] or None
        )

    def passage(self, passage_id: str) -> Passage:
        """The passage of that id.

        Raises:
            RefusedInputError: no such passage.
        """
        try:
            return self._by_id[passage_id]
        except KeyError:
            raise _unknown("passage", passage_id) from None

    def has_passage(self, passage_id: str) -> bool:
        """True when the id is that of a passage."""
        return passage_id in self._by_id

    def twins(self, passage_id: str) -> tuple[str, ...]:
        """Ids of the passages that say the same words, the given one included, in the order of the text."""
        return self._twins[self.passage(passage_id).id]

    def criteria(self, bloc: int) -> tuple[Criterion, ...]:
        """Criteria of a bloc. Those of bloc 3 are ours (`official` is False)."""
        return tuple(criterion for criterion in self._criteria.values() if criterion.bloc == bloc)

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of that id.

        Raises:
            RefusedInputError: no such criterion.
        """
        try:
            return self._criteria[criterion_id]
        except KeyError:
            raise _unknown("critère", criterion_id) from None

    def _of(self, bloc: int, kind: str) -> tuple[Item, ...]:
        return tuple(item for item in self._items.values() if item.bloc == bloc and item.kind == kind)

    def activities(self, bloc: int) -> tuple[Item, ...]:
        """Activities of a bloc, in the order of the text."""
        return self._of(bloc, "activite")

    def competences(self, bloc: int) -> tuple[Item, ...]:
        """Competences of a bloc, in the order of the text."""
        return self._of(bloc, "competence")

    def productions(self, bloc: int) -> tuple[Item, ...]:
        """Productions of a bloc, without their sub-productions. Bloc 3 begins with P3.0, the NTIC duty."""
        return self._of(bloc, "production")

    def sub_productions(self, production_id: str) -> tuple[Item, ...]:
        """Sub-productions of a production: P1.2 gives P1.2a to P1.2d."""
        return tuple(item for item in self._items.values() if item.parent == production_id)

    def production(self, production_id: str) -> Item:
        """The production or sub-production of that id.

        Raises:
            RefusedInputError: no such production.
        """
        item = self._items.get(production_id)
        if item is None or item.kind not in ("production", "sous_production"):
            raise _unknown("production", production_id)
        return item

    def item(self, item_id: str) -> Item:
        """The activity, competence, production or sub-production of that id.

        Raises:
            RefusedInputError: no such item.
        """
        try:
            return self._items[item_id]
        except KeyError:
            raise _unknown("élément", item_id) from None

    def bloc(self, number: int) -> Bloc:
        """One bloc with all that belongs to it.

        Raises:
            RefusedInputError: the number is not 1, 2 or 3.
        """
        if number not in BLOCS:
            raise RefusedInputError(
                f"Le bloc {number} n’existe pas\u00a0: le référentiel en compte trois (1, 2 et 3)."
            )
        return Bloc(
            number,
            self._by_id[f"B{number}"].text,
            self.criteria(number),
            self.activities(number),
            self.competences(number),
            self.productions(number),
        )

    def row(self, passage_id: str) -> tuple[Passage, ...]:
        """Passages that go with this one: activities, competences, productions, criteria, in that order.

        The source only gives the columns of a table; the pairing is ours (`liens.csv`) and serves to widen
        an answer, never to say what is official. The passage itself is included.
        Empty for tools and headings.
        """
        own = self.passage(passage_id)
        if own.kind not in _ROW_ORDER:
            return ()
        found: dict[str, set[str]] = {kind: set() for kind in _ROW_ORDER}
        for activity, links in self._links.items():
            if passage_id == activity or any(passage_id in ids for ids in links.values()):
                found["activite"].add(activity)
                for kind, ids in links.items():
                    found[kind].update(ids)
        found[own.kind].add(own.id)
        return tuple(
            self._by_id[one] for kind in _ROW_ORDER for one in sorted(found[kind]) if one in self._by_id
        )

    def linked(self, passage_id: str, kind: str) -> tuple[str, ...]:
        """Ids of one kind that go with this passage, nearest first (see `row`)."""
        if kind == self.passage(passage_id).kind:
            return (passage_id,)
        ranks: dict[str, int] = {}
        for activity, links in self._links.items():
            if passage_id == activity or any(passage_id in ids for ids in links.values()):
                here = (activity,) if kind == "activite" else links.get(kind, ())
                for rank, one in enumerate(here):
                    own_kind = self.passage(passage_id).kind
                    own_rank = links[own_kind].index(passage_id) if own_kind in links else 0
                    ranks[one] = min(rank + own_rank, ranks.get(one, 99))
        return tuple(sorted(ranks, key=lambda one: (ranks[one], one)))


def _unknown(what: str, given: str) -> RefusedInputError:
    article = "cet" if what == "élément" else "cette" if what == "production" else "ce"
    return RefusedInputError(
        f"«\u00a0{given}\u00a0» ne figure pas dans le référentiel\u00a0: "
        f"vérifiez l’identifiant de {article} {what}."
    )


@cache
def load_referential() -> Referential:
    """The référentiel that ships with the program, read once.

    Raises:
        SurroundingsError: a file of the référentiel is missing or damaged.
    """
    absences = (
        Absence(entry["code"], entry["phrase"], tuple(entry["passages"])) for entry in loader.read_absences()
    )
    return Referential(
        loader.read_passages(), loader.read_rows("structure.csv"), loader.read_rows("liens.csv"), absences
    )


def absence(code: str) -> Absence:
    """What the source lacks under that code: see `ABSENCE_CODES`."""
    return load_referential().absences[code]


ABSENCE_CODES = ("criteres_bloc3", "mise_en_forme_bloc2", "ponderation", "note_de_passage", "duree")
