"""Pictures, colours and fonts of LibreOffice texts and presentations."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ascom_coach.documents.model import Image, Locator
from ascom_coach.documents.odf.shared import DRAW, PRESENTATION, SVG, XLINK, Look, OdfStyles, centimetres
from ascom_coach.documents.pictures import HEAD, measured

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.dress import Dress
    from ascom_coach.documents.guard.package import Package


def framed_image(frame: Element, place: Locator, alt: str, package: Package, styles: OdfStyles) -> Image:
    """The picture of a frame, with its size; the pixels of one that is cut are not told (the cut is in centimetres)."""
    picture = frame.find(DRAW + "image")
    href = (picture.get(XLINK + "href") or "") if picture is not None else ""
    part = posixpath.normpath(href.removeprefix("./")) if href else ""
    pixels = measured(package.head(part, HEAD)) if part in package.names else None
    size = [centimetres(frame.get(SVG + name)) or 0.0 for name in ("width", "height")]
    clip = styles.resolve(frame.get(DRAW + "style-name") or "").get("clip", "")
    cut = any(one.isdecimal() and one != "0" for one in clip)
    known = (pixels.width, pixels.height) if pixels is not None and not cut else (0, 0)
    return Image(place, alt, size[0], size[1], known, format=pixels.format if pixels else "")


def dress_text(dress: Dress, styles: OdfStyles, look: Look, place: Locator, times: int = 1) -> None:
    """The colours and the font of a piece of text that is shown."""
    dress.font(styles.family(look.get("font", "")), place, times)
    dress.color("texte", look.get("color", ""), place, times)
    for name in ("fill", "pfill"):
        dress.color("fond", look.get(name, ""), place, times)


def dress_shape(dress: Dress, styles: OdfStyles, shape: Element, place: Locator) -> None:
    """The fill of a shape, a frame or a slide."""
    name = shape.get(DRAW + "style-name") or shape.get(PRESENTATION + "style-name") or ""
    look = styles.resolve(name)
    if look.get("shape", "SOLID") == "SOLID":
        dress.color("fond", look.get("shape_fill", ""), place)
