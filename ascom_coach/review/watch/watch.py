"""A copy as the looks read it: its context, the story around it, and itself as a draft for the generic checks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ascom_coach.documents import Document, Locator
from ascom_coach.language import plain
from ascom_coach.review.checks.workbook import grid_of
from ascom_coach.review.context import Context
from ascom_coach.review.generic.draft import Draft
from ascom_coach.review.text_view import TextView
from ascom_coach.review.watch.story import Story
from ascom_coach.review.workbooks.grid import Grid

INSIDE = ("message_interne", "note_interne", "fil")
"""Kinds of productions that report what was wrong: an outdated value has its place there."""
OUT = ("message_client", "lettre", "emailing", "page_web")
"""Kinds of productions that leave the house."""


@dataclass(frozen=True)
class Watch:
    """One copy being looked at. Looks are only made where there is a document."""

    context: Context
    story: Story

    @property
    def document(self) -> Document:
        """The copy."""
        assert self.context.document is not None
        return self.context.document

    @property
    def view(self) -> TextView:
        """Its text."""
        return self.context.view

    @property
    def is_text(self) -> bool:
        """A letter, a note, a message, a page: no workbook."""
        return not self.document.sheets

    @property
    def whole(self) -> bool:
        """Whether every document handed out is here, and there is one: what none of them says comes from nowhere."""
        papers = {paper.id for paper in self.story.scenario.documents_remis}
        return bool(papers) and papers <= set(self.context.start)

    @property
    def goes_out(self) -> bool:
        """A text that leaves the house."""
        return self.context.production.type in OUT

    @property
    def reports(self) -> bool:
        """A message to the inside, which may quote what was wrong."""
        return self.context.production.type in INSIDE

    @cached_property
    def draft(self) -> Draft:
        """The copy as the generic checks read it, its day being that of the story."""
        return self._draft(self.document)

    @cached_property
    def lot(self) -> tuple[Draft, ...]:
        """The other copies of the hand-in, alike."""
        return tuple(self._draft(other) for other in self.context.others)

    def _draft(self, document: Document) -> Draft:
        return Draft(document, None, None, True, self.context.engines, self.context.today, sure=True)

    @cached_property
    def asked(self) -> str:
        """What was asked, folded: the title and the demand of the production."""
        return plain(f"{self.context.production.titre}\n{self.context.production.demande}")

    @cached_property
    def grid(self) -> Grid | None:
        """The table of the contract."""
        return grid_of(self.context) if self.context.production.contrat else None

    @cached_property
    def start_grid(self) -> Grid | None:
        """The same table in the file handed out."""
        contract = self.context.production.contrat
        start = self.context.start.get(contract.depart) if contract else None
        return grid_of(self.context, document=start) if start is not None else None

    def words_at(self, locator: Locator) -> str:
        """The words of a span of the text, empty when the place is no span."""
        for block in self.view.blocks:
            if block.locator.ref == locator.ref and locator.start is not None and locator.end is not None:
                return block.text[locator.start : locator.end]
        return ""
