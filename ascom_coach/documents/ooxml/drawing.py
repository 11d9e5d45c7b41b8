"""Colours and fonts of drawings and themes (DrawingML), which Word, Excel and PowerPoint share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ascom_coach.documents.colours import NAMED
from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Locator, UseKind
from ascom_coach.documents.ooxml.shared import A, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SCHEME = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2", "text1": "dk1", "text2": "dk2",
           "background1": "lt1", "background2": "lt2"}  # fmt: skip
_FILLS = ("solidFill", "gradFill", "noFill", "blipFill", "pattFill", "grpFill")


def dress_drawing(dress: Dress, element: Element, theme: dict[str, str], place: Locator) -> None:
    """Colours and fonts of DrawingML: fills, lines, runs of text."""
    for kind, value in _drawn(element, theme):
        dress.color(kind, value, place)
    for item in element.iter(A + "latin"):
        dress.font(theme_font(item.get("typeface") or "", theme), place)


def theme_of(theme: Element | None) -> dict[str, str]:
    """Colours of a theme by their scheme names (`accent1`, `tx2`), and its fonts as `major` and `minor`."""
    found: dict[str, str] = {}
    scheme = theme.find(f".//{A}clrScheme") if theme is not None else None
    for item in scheme if scheme is not None else ():
        value = next((mark.get("lastClr") or mark.get("val") or "" for mark in item), "")
        found[local(item)] = value.upper()
    found |= {name: found[target] for name, target in _SCHEME.items() if target in found}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{A}{kind}Font/{A}latin") if theme is not None else None
        if latin is not None and latin.get("typeface"):
            found[kind] = latin.get("typeface") or ""
    return found


def theme_font(name: str, theme: dict[str, str]) -> str:
    """A typeface, with `+mj-lt` and `+mn-lt` resolved."""
    return theme.get("major" if name.startswith("+mj") else "minor", "") if name.startswith("+") else name


def scheme_color(mark: Element, theme: dict[str, str]) -> str:
    """The colour of an element that holds `srgbClr`, `schemeClr`…; shades of a theme colour give that colour."""
    for item in mark:
        name = local(item)
        if name == "srgbClr":
            return item.get("val") or ""
        if name == "schemeClr":
            return theme.get(item.get("val") or "", "")
        if name == "prstClr":
            return NAMED.get((item.get("val") or "").lower(), "")
        if name == "sysClr":
            return item.get("lastClr") or ""
    return ""


def _drawn(element: Element, theme: dict[str, str]) -> Iterator[tuple[UseKind, str]]:
    for item in element.iter(A + "solidFill", A + "gs", "{*}fillRef"):
        parent = item.getparent()
        holder = local(parent) if parent is not None else ""
        if local(item) == "fillRef":
            shape = parent.getparent() if parent is not None else None
            own = next((one for one in shape if local(one) == "spPr"), None) if shape is not None else None
            filled = own is not None and any(local(one) in _FILLS for one in own)
            if item.get("idx") in (None, "0") or filled:
                continue
            yield "fond", scheme_color(item, theme)
        elif holder != "endParaRPr":
            yield ("texte" if holder in ("rPr", "defRPr") else "fond"), scheme_color(item, theme)
