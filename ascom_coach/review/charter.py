"""Colours and fonts beside those of a charter, and pictures that are blurred or stretched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ascom_coach.documents import Document, Image, StyleUse
from ascom_coach.language import plain

TOLERANCE = 12.0
"""Distance (CIE 1976 ΔE*ab) under which two colours are taken for one: print and screens differ by as much."""
_GREY = 12.0
"""Chroma under which a colour is a black, a white or a grey, free in every charter."""
_LINKS = frozenset(("0563C1", "0000FF", "0000EE", "000080", "954F72", "800080", "467886", "96607D"))
"""What word processors and browsers give to links by themselves."""
_SYMBOLS = re.compile(
    r"(?:symbol|wingdings.*|webdings|opensymbol|.*emoji.*|.*symbol.*|cambria math|font ?awesome.*|.*icons?)"
)
_FACE = re.compile(r"(?: (?:mt|ms|std|pro|regular|bold|italic|light|medium|semibold|black|narrow|\d))+$")
PRINTED, BLURRED = 150, 72
"""Points per inch: under the first a print may look soft, under the second it is blurred (usual advice of printers)."""
SMALL = 2.0
"""Centimetres under which a picture is an icon."""
STRETCH = 0.05
HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)


def other_colors(
    document: Document, charter: Sequence[str], tolerance: float = TOLERANCE
) -> Iterator[StyleUse]:
    """Saturated colours that are neither those of the charter nor lighter or darker shades of them."""
    known = [_rgb(color) for color in charter]
    for use in document.uses:
        if use.kind == "police" or chroma(use.value) < _GREY or (use.value in _LINKS and document.links):
            continue
        if not any(_shade(_rgb(use.value), one, tolerance) for one in known):
            yield use


def charter_colors(
    document: Document, charter: Sequence[str], tolerance: float = TOLERANCE
) -> list[StyleUse]:
    """Uses of the colours of the charter, their shades left aside."""
    known = [_lab(_rgb(color)) for color in charter]
    return [
        use
        for use in document.uses
        if use.kind != "police" and any(_apart(_lab(_rgb(use.value)), one) <= tolerance for one in known)
    ]


def other_fonts(document: Document, charter: Sequence[str]) -> Iterator[StyleUse]:
    """Fonts that are not those of the charter; fonts of symbols are left aside."""
    wanted = {face(name) for name in charter}
    for use in document.uses:
        name = face(use.value)
        if use.kind == "police" and name not in wanted and not _SYMBOLS.fullmatch(name):
            yield use


def charter_fonts(document: Document, charter: Sequence[str]) -> list[StyleUse]:
    """Uses of the fonts of the charter."""
    wanted = {face(name) for name in charter}
    return [use for use in document.uses if use.kind == "police" and face(use.value) in wanted]


def face(name: str) -> str:
    """The family of a font: « Calibri Light » is Calibri."""
    return _FACE.sub("", " ".join(plain(name).split()))


def stretched(image: Image) -> bool:
    """Whether a picture is wider or narrower than it should by more than 5 %; a photograph may lie on its side."""
    ratio = image.stretch
    ways = [ratio]
    across, down = image.shown_pixels
    if image.format == "jpeg" and across and down:
        ways.append(ratio * (across / down) ** 2)  # the notice of a photograph may tell to turn it
    return all(abs(one - 1) > STRETCH and abs(1 / one - 1) > STRETCH for one in ways)


def blurred(image: Image, limit: int) -> bool:
    """Whether a picture has fewer points per inch than `limit` at the size it is printed; icons are left aside."""
    return 0 < image.dpi < limit - 0.5 and max(image.width, image.height) >= SMALL


def chroma(color: str) -> float:
    """How far RRGGBB is from grey (CIE 1976 C*ab)."""
    _, a, b = _lab(_rgb(color))
    return float((a * a + b * b) ** 0.5)


def _shade(color: tuple[float, ...], known: tuple[float, ...], tolerance: float) -> bool:
    """Whether a colour is the known one, or the known one mixed with white or black."""
    lab = _lab(color)
    for end in (1.0, 0.0):
        for step in range(9):
            part = step / 10
            mixed = tuple(one + (end - one) * part for one in known)
            if _apart(lab, _lab(mixed)) <= tolerance:
                return True
    return False


def _rgb(color: str) -> tuple[float, ...]:
    text = color.strip().lstrip("#")
    return tuple(int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))


def _lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour of the screen (sRGB, white point D65)."""
    r, g, b = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in rgb)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _apart(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5)
