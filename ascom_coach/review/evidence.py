"""No evidence, no remark: a quote must stand word for word in the copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ascom_coach.documents import Cell, Document
from ascom_coach.review.model import Finding
from ascom_coach.review.workbooks.cells import at


def words_of(documents: Sequence[Document]) -> dict[str, Words]:
    """Every text of each file, by its path, for `proven`."""
    return {document.path: Words(document) for document in documents}


def proven(
    findings: Iterable[Finding], documents: Sequence[Document], known: Mapping[str, Words] | None = None
) -> tuple[Finding, ...]:
    """Findings whose quote stands in its file.

    A value that was computed here is quoted by its formula. A defect whose quote is nowhere is dropped; a success
    loses its quote. Places outside the files (the conversation, a file not handed in) are left as they are.
    `known` spares reading the files again (`words_of`).
    """
    known = words_of(documents) if known is None else known
    kept = []
    for given in findings:
        finding = given
        words = known.get(finding.locator.file) if finding.locator else None
        cell = words.cells.get(finding.locator.ref) if words and finding.locator else None
        if cell is not None and finding.quote and cell.formula and cell.value is None and not cell.error:
            finding = replace(finding, quote=cell.formula)  # its value was computed here
        if words is None or not finding.quote or words.hold(finding.quote):
            kept.append(finding)
            continue
        if cell is not None:
            kept.append(replace(finding, quote=at(cell)[1]))
        elif finding.status != "defaut":
            kept.append(replace(finding, quote=""))
    return tuple(kept)


class Words:
    """Every text that a file holds, as it was read."""

    def __init__(self, document: Document) -> None:
        self.cells: dict[str, Cell] = {
            cell.locator.ref: cell for sheet in document.sheets for cell in sheet.cells.values()
        }
        texts = [block.text for block in (*document.blocks, *document.comments)]
        for cell in self.cells.values():
            texts += [cell.text, cell.formula or "", cell.error or "", cell.note]
        for sheet in document.sheets:
            for chart in sheet.charts:
                texts += [chart.title, chart.x_title, chart.y_title]
        texts += [image.alt for image in document.images]
        texts += [part for link in document.links for part in (link.text, link.target)]
        if document.mail is not None:
            texts += [document.mail.subject, *document.mail.attachments]
        self._text = "\n".join(texts)

    def hold(self, quote: str) -> bool:
        """Whether these words stand there, word for word."""
        return quote in self._text
