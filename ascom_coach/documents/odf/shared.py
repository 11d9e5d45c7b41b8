"""What LibreOffice documents share: namespaces, text of a paragraph, properties, styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ascom_coach.documents.colours import near_white
from ascom_coach.documents.model import Locator, Notice
from ascom_coach.documents.refusals import printable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{{{_BASE}svg-compatible:1.0}}"
NUMBER = f"{{{_BASE}datastyle:1.0}}"
CONFIG = f"{{{_BASE}config:1.0}}"
PRESENTATION = f"{{{_BASE}presentation:1.0}}"
CHART = f"{{{_BASE}chart:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

_PROPERTY_NAMES = {
    "title": "title", "subject": "subject", "description": "description", "creator": "last_modified_by",
    "initial-creator": "author", "keyword": "keywords", "creation-date": "created", "date": "modified",
    "generator": "application", "language": "language",
}  # fmt: skip
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\|\.\./|/)", re.I)
_DDE = (OFFICE + "dde-source", TABLE + "dde-link", TEXT + "dde-connection-decl")
Look = dict[str, str]


def odf_properties(package: Package) -> dict[str, str]:
    """Title, author and the like, when they hold something."""
    root = package.optional_xml("meta.xml")
    found: dict[str, str] = {}
    for item in root.iter() if root is not None else ():
        name = str(item.tag).rsplit("}", 1)[-1]
        if name in _PROPERTY_NAMES and item.text and item.text.strip():
            found[_PROPERTY_NAMES[name]] = item.text.strip()
        elif name == "user-defined" and item.text:
            found[f"custom:{item.get(str(item.tag).split('}')[0] + '}name') or ''}"] = item.text.strip()
    return found


def odf_notices(package: Package, path: str, *roots: Element | None) -> list[Notice]:
    """Macros, and content kept outside of the file: pictures, sections, sheets, DDE. Nothing is ever opened."""
    place = Locator(path, "file", "")
    found: list[Notice] = []
    names = package.names
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
        message = "Le fichier contient des macros\u00a0; elles ne sont jamais exécutées ici."
        found.append(Notice("macro", message, place))
    targets = dict.fromkeys(
        item.get(XLINK + "href") or ""
        for root in roots
        if root is not None
        for item in root.iter("{*}*")
        if item.tag != TEXT + "a" and _OUTSIDE.match(item.get(XLINK + "href") or "")
    )
    for target in list(targets)[:20]:
        shown = f"«\u00a0{printable(target)}\u00a0»"
        message = f"Le fichier est lié à un contenu extérieur ({shown})\u00a0; rien n’a été ouvert."
        found.append(Notice("lien_externe", message, place))
    if any(next(root.iter(*_DDE), None) is not None for root in roots if root is not None):
        message = "Le fichier demande des données à un autre logiciel (DDE)\u00a0; rien n’a été ouvert."
        found.append(Notice("lien_externe", message, place))
    return found


class OdfStyles:
    """Styles by name: what they are based on, and the looks that matter here."""

    def __init__(self, *roots: Element | None) -> None:
        self._own: dict[str, Look] = {}
        self._default: Look = {}
        self._cell_default: Look = {}
        self._families: dict[str, str] = {}
        for root in roots:
            for face in root.iter(STYLE + "font-face") if root is not None else ():
                family = (face.get(SVG + "font-family") or "").strip("'\"")
                self._families[face.get(STYLE + "name") or ""] = family
            for item in root.iter(STYLE + "style") if root is not None else ():
                self._own[item.get(STYLE + "name") or ""] = _look(item)
            for item in root.iter(STYLE + "default-style") if root is not None else ():
                basic = {key: value for key, value in _look(item).items() if key in ("size", "font")}
                if item.get(STYLE + "family") == "paragraph":
                    self._default = basic
                elif item.get(STYLE + "family") == "table-cell":
                    self._cell_default = basic

    def family(self, name: str) -> str:
        """The family behind the name of a font (« Calibri1 » is a second face of « Calibri »)."""
        return self._families.get(name) or name

    def paragraph(self, name: str) -> Look:
        """The look of a paragraph style over the document's defaults."""
        return self._default | self.resolve(name)

    def cell(self, name: str) -> Look:
        """The look of a cell style over the workbook's defaults."""
        return self._cell_default | self.resolve(name)

    def resolve(self, name: str) -> Look:
        """The look of a style with those of its parents underneath."""
        chain: list[Look] = []
        seen: set[str] = set()
        while name in self._own and name not in seen:
            seen.add(name)
            chain.append(self._own[name])
            name = self._own[name].get("parent", "")
        merged: Look = {}
        for look in reversed(chain):
            merged |= look
        return merged

    def shown_name(self, name: str) -> str:
        """The named style a person chose: automatic styles (`P12`) give their parent's name."""
        while name in self._own and re.fullmatch(r"[PT]\d+", name) and self._own[name].get("parent"):
            name = self._own[name]["parent"]
        shown = self._own.get(name, {}).get("shown", "")
        return shown or re.sub(r"_([0-9a-f]{2})_", lambda match: chr(int(match.group(1), 16)), name)


def _look(item: Element) -> Look:
    found: Look = {}
    for attribute, name in (
        ("parent-style-name", "parent"),
        ("display-name", "shown"),
        ("data-style-name", "data"),
    ):
        if item.get(STYLE + attribute):
            found[name] = item.get(STYLE + attribute) or ""
    text = item.find(STYLE + "text-properties")
    if text is not None:
        if text.get(FO + "font-weight"):
            found["bold"] = (
                "1" if text.get(FO + "font-weight") in ("bold", "600", "700", "800", "900") else "0"
            )
        if text.get(TEXT + "display") == "none":
            found["vanish"] = "1"
        elif text.get(TEXT + "display"):
            found["vanish"] = "0"
        size = re.fullmatch(r"(\d{1,5}(?:\.\d{1,5})?)pt", text.get(FO + "font-size") or "")
        if size:
            found["size"] = size.group(1)
        for attribute, name in ((FO + "color", "color"), (FO + "background-color", "fill")):
            if text.get(attribute):
                found[name] = (text.get(attribute) or "").lstrip("#").upper()
        font = text.get(STYLE + "font-name") or text.get(FO + "font-family")
        if font:
            found["font"] = font.strip("'")
    paragraph = item.find(STYLE + "paragraph-properties")
    if paragraph is not None:
        if paragraph.get(FO + "text-align"):
            found["align"] = paragraph.get(FO + "text-align") or ""
        if paragraph.get(FO + "break-before") == "page":
            found["break"] = "1"
        if paragraph.get(FO + "background-color") not in (None, "transparent", "#ffffff"):
            found["pfill"] = (paragraph.get(FO + "background-color") or "").lstrip("#").upper()
    found |= _shape_look(item)
    cell = item.find(STYLE + "table-cell-properties")
    if cell is not None and cell.get(FO + "background-color") not in (None, "transparent", "#ffffff"):
        found["pfill"] = (cell.get(FO + "background-color") or "").lstrip("#").upper()
    return found


def _shape_look(item: Element) -> Look:
    found: Look = {}
    for tag in ("graphic-properties", "drawing-page-properties"):
        shape = item.find(STYLE + tag)
        for attribute, name in (
            (DRAW + "fill", "shape"),
            (DRAW + "fill-color", "shape_fill"),
            (FO + "clip", "clip"),
        ):
            if shape is not None and shape.get(attribute):
                found[name] = (shape.get(attribute) or "").lstrip("#").upper()
    return found


def unseen(look: Look, *, dark: bool) -> bool:
    """Whether text with this look cannot be read on paper."""
    if look.get("vanish") == "1":
        return True
    if "size" in look and float(look["size"]) <= 2:
        return True
    fill = look.get("fill", "TRANSPARENT")
    painted = dark or "pfill" in look or fill not in ("TRANSPARENT", "FFFFFF")
    return near_white(look.get("color", "")) and not painted


def plain_text(item: Element) -> str:
    """Text of an element with tabs, repeated spaces and line breaks, without notes or comments."""
    pieces: list[str] = [item.text or ""]
    for child in item:
        tag = child.tag
        if tag == TEXT + "s":
            pieces.append(" " * repeat(child.get(TEXT + "c"), 1000))
        elif tag == TEXT + "tab":
            pieces.append("\t")
        elif tag == TEXT + "line-break":
            pieces.append("\n")
        elif tag not in (OFFICE + "annotation", TEXT + "note", DRAW + "frame"):
            pieces.append(plain_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def centimetres(text: str | None) -> float | None:
    """A length as the file writes it (`2.5cm`, `1in`, `12pt`), in centimetres; None for anything else."""
    match = re.fullmatch(r"(\d{1,9}(?:\.\d{1,12})?)(cm|in|mm|pt)", text or "")
    if match is None:
        return None
    factor = {"cm": 1.0, "in": 2.54, "mm": 0.1, "pt": 2.54 / 72}[match.group(2)]
    return round(float(match.group(1)) * factor, 2)


def repeat(text: str | None, most: int) -> int:
    """A repetition attribute as a number between 1 and `most`."""
    return max(1, min(most, int(text))) if text and text.isdecimal() and len(text) < 10 else 1
