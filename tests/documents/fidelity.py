"""What an annotated copy must keep, checked file by file: parts, stored results, formats, places, drawn pages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdf
from lxml import etree

from ascom_coach.documents import Annotation, Document, Locator, parse_bytes
from ascom_coach.documents.annotation.annotations import annotated_bytes
from ascom_coach.documents.odf.shared import OFFICE
from ascom_coach.documents.ooxml.shared import S, W

from . import fidelity_excel, fidelity_odf, fidelity_powerpoint, fidelity_word
from .builders import parts_of

FILES = {
    f"{kind} · {name}": build
    for kind, files in (
        ("Word", fidelity_word.FILES),
        ("Excel", fidelity_excel.FILES),
        ("PowerPoint", fidelity_powerpoint.FILES),
        ("LibreOffice", fidelity_odf.FILES),
    )
    for name, build in files.items()
}
_BODIES = re.compile(r"(?:document|content|/sheet\d+)\.xml$")
_REMARKED = re.compile(
    r"content\.xml|\[Content_Types\]\.xml|word/document\.xml|word/_rels/document\.xml\.rels|word/comments\d*\.xml|"
    r"xl/comments/?(?:comment)?\d*\.xml|xl/worksheets/(?:_rels/)?sheet\d+\.xml(?:\.rels)?|xl/.*\.vml|"
    r"xl/threadedComments/.*|xl/persons/.*|"
    r"ppt/(?:slides/)?_rels/\w+\.xml\.rels|ppt/commentAuthors\d*\.xml|ppt/comments/comment\d+\.xml"
)
_MARKS = {W + "commentRangeStart", W + "commentRangeEnd"}


@dataclass(frozen=True)
class Copy:
    """A file, its remarks and its annotated copy, both read."""

    name: str
    before: bytes
    after: bytes
    remarks: tuple[Annotation, ...]
    read_before: Document
    read_after: Document
    changed: frozenset[str] = field(default_factory=frozenset)


def copy_of(name: str) -> Copy:
    """The annotated copy of a file of the set: a remark on up to five of its places, and one that has no place."""
    file, data = FILES[name]()
    document = parse_bytes(data, file)
    remarks = (*[Annotation(place, f"Remarque {at}") for at, place in enumerate(_places(document), 1)],
               Annotation(Locator(file, "file", ""), "Ensemble"))  # fmt: skip
    copy = annotated_bytes(data, file, remarks)
    assert copy is not None, file
    old, new = parts_of(data), parts_of(copy)
    changed = frozenset(part for part in new if new[part] != old.get(part))
    return Copy(file, data, copy, remarks, document, parse_bytes(copy, file), changed)


def _places(document: Document) -> list[Locator]:
    blocks = [
        block.locator.at(0, max(1, len(block.text) // 2))
        if block.kind in ("paragraph", "heading")
        else block.locator
        for block in document.visible
        if block.kind in ("paragraph", "heading", "list_item", "table_cell", "title", "slide")
    ]
    cells = [cell.locator for sheet in document.sheets for cell in sheet.cells.values()]
    found = list(dict.fromkeys(blocks or cells))
    return found[:: max(1, len(found) // 5)][:5]


def lost_parts(copy: Copy) -> list[str]:
    """Parts of the original that are gone, or changed though no remark touches them."""
    old, new = parts_of(copy.before), parts_of(copy.after)
    gone = [part for part in old if part not in new]
    return gone + [part for part in sorted(copy.changed) if part in old and not _REMARKED.fullmatch(part)]


def lost_markup(copy: Copy) -> list[str]:
    """Changed parts that differ from the original by more than the remarks added to them."""
    old, new = parts_of(copy.before), parts_of(copy.after)
    bodies = [part for part in sorted(copy.changed) if part in old and _BODIES.search(part)]
    if copy.name.endswith(".ods"):  # repeated rows and cells are cut there: the reader compares them
        return []
    return [part for part in bodies if _bare(old[part], old[part]) != _bare(new[part], old[part])]


def _bare(data: bytes, original: bytes) -> bytes:
    """The canonical form of a part without the remarks that `original` does not have."""
    kept = {_identity(item) for item in _remarks(etree.fromstring(original))}
    root = etree.fromstring(data)
    for item in list(_remarks(root)):
        if _identity(item) not in kept:
            _take_away(item)
    for item in list(root.iter(W + "r")):
        if not len(item) and not item.attrib:
            _take_away(item)
    return bytes(etree.tostring(root, method="c14n"))


def _remarks(root: etree._Element) -> Iterator[etree._Element]:
    for item in root.iter("{*}*"):
        if (
            item.tag in _MARKS
            or item.tag
            in (
                OFFICE + "annotation",
                OFFICE + "annotation-end",
                S + "legacyDrawing",
            )
            or (item.tag == W + "r" and item.find(W + "commentReference") is not None)
        ):
            yield item


def _identity(item: etree._Element) -> str:
    reference = item.find(W + "commentReference")
    return f"{item.tag} {dict((item if reference is None else reference).attrib)}"


def _take_away(item: etree._Element) -> None:
    parent, before = item.getparent(), item.getprevious()
    if parent is None:
        return
    if item.tail and before is not None:
        before.tail = (before.tail or "") + item.tail
    elif item.tail:
        parent.text = (parent.text or "") + item.tail
    parent.remove(item)


def lost_content(copy: Copy) -> list[str]:
    """What the reader finds in the original and not, or not the same, in the copy."""
    before, after = (_without_remarks(item) for item in (copy.read_before, copy.read_after))
    names = (
        "blocks",
        "tables",
        "images",
        "links",
        "fields",
        "deleted",
        "properties",
        "page",
        "names",
        "sheets",
        "notices",
    )
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _without_remarks(document: Document) -> Document:
    return replace(
        document,
        sheets=tuple(
            replace(sheet, cells={
                key: replace(cell, note="") for key, cell in sheet.cells.items() if cell.text or cell.formula
            })
            for sheet in document.sheets
        ),
    )  # fmt: skip


def lost_remarks(copy: Copy) -> list[str]:
    """Remarks that are not found in the copy, at their cell or slide when they have one."""
    found = [(item.locator.ref, item.text) for item in copy.read_after.comments]
    notes = {cell.locator.ref: cell.note for sheet in copy.read_after.sheets for cell in sheet.cells.values()}
    lost = []
    for remark in copy.remarks:
        ref = remark.locator.ref
        here = notes.get(ref, "") if "!" in ref else "\n".join(text for _, text in found)
        if remark.text not in here:
            lost.append(remark.text)
    return lost


@dataclass(frozen=True)
class Pages:
    """What LibreOffice draws of a file: the words, and the dots (40 an inch) when `pdftoppm` is there."""

    words: tuple[str, ...]
    dots: tuple[bytes, ...]


def pages_of(pdf: bytes) -> Pages:
    """The first twelve pages of a PDF file."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages[:12]
    words = tuple("".join(page.extract_text().split()) for page in pages)
    program = shutil.which("pdftoppm")
    if program is None:
        return Pages(words, ())
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.pdf").write_bytes(pdf)
        command = [program, "-r", "40", "-l", "12", "a.pdf", "p"]
        subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=60)
        return Pages(words, tuple(path.read_bytes() for path in sorted(Path(folder).glob("p*.ppm"))))


def unlike(before: Pages, after: Pages) -> float:
    """The largest share of the dots of a page that differ (0 to 1); 1 when a word or a page is lost or added."""
    pairs = list(zip(before.dots, after.dots, strict=False))
    if before.words != after.words or len(before.dots) != len(after.dots):
        return 1.0
    if any(len(one) != len(two) for one, two in pairs):
        return 1.0
    return max(
        (sum(a != b for a, b in zip(*pair, strict=True)) / len(pair[0]) for pair in pairs), default=0.0
    )
