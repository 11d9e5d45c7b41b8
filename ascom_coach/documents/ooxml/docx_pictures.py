"""How a drawing of a Word or PowerPoint file shows a picture: which part, how large, how cropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ascom_coach.documents.model import Image, Locator
from ascom_coach.documents.ooxml.shared import A, R, local
from ascom_coach.documents.pictures import HEAD, measured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package, Relation

EMU_PER_CM = 360_000
_PT_PER_CM = 72 / 2.54
_LENGTH = re.compile(
    r"(?<![\w-])(?P<what>width|height)\s*:\s*(?P<size>\d{1,5}(?:\.\d{1,6})?)\s*(?P<unit>pt|in|cm|mm|px)"
)
_PER_CM = {"pt": _PT_PER_CM, "in": 1 / 2.54, "cm": 1.0, "mm": 10.0, "px": 96 / 2.54}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as drawn: `ident` names its relationship, sizes are in centimetres (0 when unknown)."""

    alt: str
    ident: str = ""
    width: float = 0.0
    height: float = 0.0
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def drawn_picture(element: Element, alt: str) -> Picture:
    """The picture of a drawing; a drawing of several pictures, or of a chart, has no size of its own."""
    pictures = [item for item in element.iter("{*}pic") if item.find("{*}blipFill") is not None]
    return lone_picture(pictures[0], alt) if len(pictures) == 1 else Picture(alt)


def lone_picture(shown: Element, alt: str) -> Picture:
    """The picture of a `pic` element."""
    blip = shown.find(f"{{*}}blipFill/{A}blip")
    size = shown.find(f"{{*}}spPr/{A}xfrm/{A}ext")
    if blip is None or size is None:
        return Picture(alt)
    cut = shown.find(f"{{*}}blipFill/{A}srcRect")
    sides = [_share(cut.get(name)) if cut is not None else 0.0 for name in ("l", "t", "r", "b")]
    return Picture(
        alt, blip.get(R + "embed") or "", _emu(size.get("cx")), _emu(size.get("cy")),
        (sides[0], sides[1], sides[2], sides[3]),
    )  # fmt: skip


def old_picture(data: Element, shape: Element | None) -> Picture:
    """The picture of a VML shape."""
    alt = ((shape.get("alt") if shape is not None else None) or "").strip()
    style = (shape.get("style") if shape is not None else None) or ""
    sizes = {one["what"]: float(one["size"]) / _PER_CM[one["unit"]] for one in _LENGTH.finditer(style)}
    if any(str(name).startswith("crop") for name in data.attrib):
        return Picture(alt)
    return Picture(alt, data.get(R + "id") or "", sizes.get("width", 0.0), sizes.get("height", 0.0))


def pictured(picture: Picture, place: Locator, package: Package, relations: Mapping[str, Relation]) -> Image:
    """The image with the format and the pixels of its part, when it is kept in the file."""
    relation = relations.get(picture.ident)
    inside = relation is not None and not relation.external
    pixels = measured(package.head(relation.target, HEAD)) if relation is not None and inside else None
    return Image(
        place, picture.alt, round(picture.width, 3), round(picture.height, 3),
        (pixels.width, pixels.height) if pixels else (0, 0), picture.crop, pixels.format if pixels else "",
    )  # fmt: skip


def in_group(shape: Element) -> bool:
    """Whether a shape is part of a group, whose own scale changes its size."""
    parent = shape.getparent()
    return parent is not None and local(parent) == "grpSp"


def _emu(text: str | None) -> float:
    return int(text) / EMU_PER_CM if text and text.isdecimal() and len(text) < 12 else 0.0


def _share(text: str | None) -> float:
    match = re.fullmatch(r"(-?\d{1,7})(?:\.\d+)?(%?)", text or "")
    return float(match[1]) / (100 if match[2] else 100_000) if match else 0.0
