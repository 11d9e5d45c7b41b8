"""What surrounds the text of a Word document: page, settings, tracked changes, fills of text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascom_coach.documents.model import Locator, Notice
from ascom_coach.documents.ooxml.shared import A, V, W, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TWIPS_PER_CM = 1440 / 2.54


def page(root: Element) -> dict[str, float]:
    """Width, height and margins in cm of the first section, and the number of sections."""
    sections = list(root.iter(W + "sectPr"))
    found: dict[str, float] = {}
    if not sections:
        return found
    size, margins = sections[0].find(W + "pgSz"), sections[0].find(W + "pgMar")
    if size is not None:
        found |= _cm(size, {"w": "width", "h": "height"})
    if margins is not None:
        found |= _cm(margins, {"top": "top", "bottom": "bottom", "left": "left", "right": "right"})
    found["sections"] = float(len(sections))
    return found


def _cm(element: Element, names: dict[str, str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for attribute, name in names.items():
        try:
            found[name] = round(float(element.get(W + attribute) or "x") / _TWIPS_PER_CM, 2)
        except ValueError:
            continue
    return found


def settings_properties(settings: Element | None) -> dict[str, str]:
    """Mail merge source, protection and change tracking, when the settings declare them."""
    found: dict[str, str] = {}
    if settings is None:
        return found
    merge = settings.find(W + "mailMerge")
    if merge is not None:
        parts = [
            item.get(W + "val") or ""
            for item in merge
            if local(item) in ("mainDocumentType", "dataType", "query")
        ]
        found["mail_merge"] = " ; ".join(part for part in parts if part) or "1"
    protection = settings.find(W + "documentProtection")
    if protection is not None and protection.get(W + "enforcement") not in ("0", "false", None):
        found["protection"] = protection.get(W + "edit") or "1"
    if settings.find(W + "trackRevisions") is not None:
        found["track_changes"] = "1"
    return found


def revisions_notice(path: str, inserted: int, deleted: int) -> Notice:
    """Tracked changes are still in the copy."""
    message = (
        f"Le suivi des modifications n’est pas validé\u00a0: {inserted} paragraphe(s) avec ajout, "
        f"{deleted} avec "
        "suppression\u00a0; les ajouts sont lus, les suppressions ne le sont pas."
    )
    return Notice("suivi_modifications", message, Locator(path, "file", ""))


def is_filled(box: Element) -> bool:
    """Whether a text box paints a background other than white behind its text."""
    parent = box.getparent()
    for _ in range(4):
        if parent is None:
            return False
        if parent.tag.startswith(V) and (parent.get("fillcolor") or "white").lower() not in (
            "white",
            "#ffffff",
        ):
            return True
        for shape in parent:
            if local(shape) == "spPr":
                fill = shape.find(A + "solidFill")
                if shape.find(A + "gradFill") is not None or shape.find(A + "blipFill") is not None:
                    return True
                if fill is not None and len(fill):
                    return (fill[0].get("val") or "").upper() not in ("FFFFFF", "BG1", "LT1", "WINDOW")
            elif local(shape) == "style":
                return True
        parent = parent.getparent()
    return False
