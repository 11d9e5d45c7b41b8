"""What hangs on a sheet: notes, drawings (charts, pictures, text boxes), tables, pivots, print settings."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import column_letters
from ascom_coach.documents.model import Block, Chart, Image, Locator
from ascom_coach.documents.ooxml.shared import XDR, A, R, S, local
from ascom_coach.documents.ooxml.xlsx_charts import read_chart
from ascom_coach.documents.ooxml.xlsx_sheet import rich_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package, Relation


@dataclass(slots=True)
class Extras:
    """Found around the cells of one sheet."""

    notes: dict[str, tuple[str, str]] = field(default_factory=dict)  # reference: author, text
    charts: list[Chart] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    table_ranges: list[str] = field(default_factory=list)
    pivots: list[str] = field(default_factory=list)


def read_extras(package: Package, part: str, path: str, name: str) -> Extras:
    """Follow the sheet's relationships, one known type after the other."""
    found = Extras()
    relations = sorted(package.relations(part).values(), key=lambda relation: relation.target)
    for relation in relations:
        root = None if relation.external else package.optional_xml(_xml(relation))
        if root is None:
            continue
        if relation.type == "comments":
            _notes(root, found)
        elif relation.type == "drawing":
            _drawing(package, relation.target, root, path, name, found)
        elif relation.type == "table":
            ref = root.get("ref") or ""
            found.tables.append(f"{root.get('displayName') or root.get('name') or ''} {ref}".strip())
            found.table_ranges.append(ref)
        elif relation.type == "pivotTable":
            place = root.find(S + "location")
            ref = (place.get("ref") or "") if place is not None else ""
            found.pivots.append(f"{root.get('name') or ''} {ref}".strip())
    for relation in relations:
        if relation.type == "threadedComment":
            _threads(package.optional_xml(relation.target), found)
    return found


def _xml(relation: Relation) -> str | None:
    return relation.target if relation.target.lower().endswith(".xml") else None


def _notes(root: Element, found: Extras) -> None:
    authors = [item.text or "" for item in root.iterfind(f"{S}authors/{S}author")]
    for item in root.iterfind(f"{S}commentList/{S}comment"):
        text = item.find(S + "text")
        index = item.get("authorId") or ""
        author = authors[int(index)] if index.isdecimal() and int(index) < len(authors) else ""
        found.notes[item.get("ref") or "A1"] = (author, rich_text(text) if text is not None else "")


def _threads(root: Element | None, found: Extras) -> None:
    threads: dict[str, list[str]] = {}
    for item in root if root is not None else ():
        text = "".join(str(piece) for piece in item.itertext())
        threads.setdefault(item.get("ref") or "A1", []).append(text)
    for ref, texts in threads.items():
        found.notes[ref] = (found.notes.get(ref, ("", ""))[0].removeprefix("tc="), "\n".join(texts))


def _drawing(package: Package, part: str, root: Element, path: str, name: str, found: Extras) -> None:
    relations = package.relations(part)
    for anchor in root:
        ref = _anchor(anchor)
        place = Locator(path, "chart", f"{name}!{ref}")
        for item in anchor.iter():
            tag = local(item)
            if tag == "chart" and item.get(R + "id"):
                relation = relations.get(item.get(R + "id") or "")
                chart_root = package.optional_xml(relation.target) if relation else None
                chart = read_chart(chart_root, place) if chart_root is not None else None
                if chart is not None:
                    found.charts.append(chart)
            elif tag == "pic":
                about = next((mark for mark in item.iter() if local(mark) == "cNvPr"), None)
                alt = (about.get("descr") or about.get("title") or "") if about is not None else ""
                found.images.append(Image(Locator(path, "image", f"{name}!{ref}"), alt.strip()))
            elif tag == "txBody":
                lines = [
                    "".join(text.text or "" for text in line.iter(A + "t")) for line in item.iter(A + "p")
                ]
                text = "\n".join(lines).strip()
                if text:
                    found.boxes.append(Block(Locator(path, "textbox", f"{name}!{ref}"), "textbox", text))


def _anchor(anchor: Element) -> str:
    start = anchor.find(XDR + "from")
    texts = [(start.findtext(XDR + tag) or "") if start is not None else "" for tag in ("col", "row")]
    numbers = [int(text) if text.isdecimal() else 0 for text in texts]
    return f"{column_letters(min(numbers[0], 16_383) + 1)}{numbers[1] + 1}"


def validations(root: Element) -> tuple[str, ...]:
    """`B2:B20 list "Oui,Non"` for each data validation, old and new storage alike."""
    found: list[str] = []
    for item in root.iter("{*}dataValidation"):
        if len(found) >= 500:
            break
        formulas = [
            text for child in item if local(child).startswith("formula") and (text := _all_text(child))
        ]
        inner = next((_all_text(child) for child in item if local(child) == "sqref"), "")
        words = [item.get("sqref") or inner, item.get("type") or "any", item.get("operator") or "", *formulas]
        found.append(" ".join(word for word in words if word))
    return tuple(found)


def conditional_formats(root: Element) -> tuple[str, ...]:
    """`C2:C9 cellIs greaterThan 10` for each rule."""
    found: list[str] = []
    for group in root.iter("{*}conditionalFormatting"):
        inner = next((_all_text(child) for child in group if local(child) == "sqref"), "")
        for rule in group:
            if local(rule) != "cfRule" or len(found) >= 500:
                continue
            formulas = [_all_text(child) for child in rule if local(child) in ("formula", "f")]
            words = [
                group.get("sqref") or inner,
                rule.get("type") or "",
                rule.get("operator") or "",
                *formulas,
            ]
            found.append(" ".join(word for word in words if word))
    return tuple(found)


def _all_text(item: Element) -> str:
    return "".join(str(piece) for piece in item.itertext()).strip()


def chart_sheet(package: Package, part: str, path: str, name: str) -> tuple[Chart, ...]:
    """Charts of a sheet that is only a chart."""
    return tuple(read_extras(package, posixpath.normpath(part), path, name).charts)
