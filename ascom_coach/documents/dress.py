"""Colours and fonts that a document uses, each with the first place where it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ascom_coach.documents.model import Locator, StyleUse, UseKind
from ascom_coach.documents.ooxml import A, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST = 300
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "cyan": "00FFFF", "aqua": "00FFFF", "magenta": "FF00FF", "fuchsia": "FF00FF",
    "orange": "FFA500", "purple": "800080", "pink": "FFC0CB", "brown": "A52A2A", "gray": "808080",
    "grey": "808080", "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "darkgray": "A9A9A9",
    "silver": "C0C0C0", "navy": "000080", "teal": "008080", "olive": "808000", "maroon": "800000",
    "lime": "00FF00", "gold": "FFD700", "crimson": "DC143C", "coral": "FF7F50", "tomato": "FF6347",
    "indigo": "4B0082", "violet": "EE82EE", "turquoise": "40E0D0", "salmon": "FA8072", "khaki": "F0E68C",
    "beige": "F5F5DC", "darkred": "8B0000", "darkgreen": "006400", "darkblue": "00008B",
    "steelblue": "4682B4", "royalblue": "4169E1", "skyblue": "87CEEB", "lightblue": "ADD8E6",
    "lightgreen": "90EE90", "forestgreen": "228B22", "seagreen": "2E8B57", "darkorange": "FF8C00",
    "hotpink": "FF69B4", "deeppink": "FF1493", "chocolate": "D2691E", "firebrick": "B22222",
    "darkcyan": "008B8B", "darkyellow": "808000", "darkmagenta": "8B008B",
}  # fmt: skip
_SCHEME = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2", "text1": "dk1", "text2": "dk2",
           "background1": "lt1", "background2": "lt2"}  # fmt: skip
_CSS_COLOR = re.compile(
    r"#(?P<hex>[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b"
    r"|rgba?\(\s*(?P<r>\d{1,3})[\s,]+(?P<g>\d{1,3})[\s,]+(?P<b>\d{1,3})|(?<![\w-])(?P<name>[a-z]{3,20})(?![\w(-])",
    re.IGNORECASE,
)
_CSS_RULE = re.compile(
    r"(?<![\w-])(?P<what>--[\w-]{1,60}|[a-z-]{1,60})\s{0,9}:\s*(?P<value>[^;{}]{1,500})", re.IGNORECASE
)
_GENERIC = frozenset(
    (
        "serif",
        "sans-serif",
        "monospace",
        "cursive",
        "fantasy",
        "system-ui",
        "inherit",
        "initial",
        "unset",
        "ui-sans-serif",
    )
)
_FILLS = ("solidFill", "gradFill", "noFill", "blipFill", "pattFill", "grpFill")


SMALL, LARGE = 8.0, 18.0
"""Points under the first and from the second on, a size of characters is worth telling."""


class Dress:
    """Gathers uses: one entry a kind and a value, at its first place, with the number of times."""

    def __init__(self) -> None:
        self._found: dict[tuple[UseKind, str], tuple[Locator, int]] = {}

    def color(self, kind: UseKind, value: str, place: Locator, times: int = 1) -> None:
        """A colour as RRGGBB or by name; automatic and unknown ones are left out."""
        value = _NAMED.get(value.lower(), value).lstrip("#").upper()
        if re.fullmatch(r"[0-9A-F]{6}", value):
            self._add(kind, value, place, times)

    def font(self, name: str, place: Locator, times: int = 1) -> None:
        """A font by its name."""
        if name.strip() and not name.startswith(("theme:", "+")):
            self._add("police", name.strip().strip("'\""), place, times)

    def size(self, points: float, place: Locator, times: int = 1) -> None:
        """A size of characters, when it is too small for most readers, or that of a title."""
        if 0 < points < SMALL or points >= LARGE:
            self._add("taille", f"{points:g}", place, times)

    def css(self, text: str, place: Locator) -> None:
        """Colours and fonts of a style sheet or of a `style` attribute."""
        for match in _CSS_RULE.finditer(_without_comments(text)):
            what, value = match["what"].lower(), match["value"]
            if what in ("font-family", "font"):
                first = (
                    re.split(r",", value.rpartition("px ")[2] if what == "font" else value)[0]
                    .strip()
                    .strip("'\"")
                )
                if first.lower() not in _GENERIC and not first.startswith("var("):
                    self.font(first if what == "font-family" else "", place)
            elif "color" in what or what.startswith(("background", "border", "fill", "stroke", "--")):
                kind: UseKind = "texte" if what == "color" else "fond"
                for color in _css_colors(value):
                    self.color(kind, color, place)

    def drawing(self, element: Element, theme: dict[str, str], place: Locator) -> None:
        """Colours and fonts of DrawingML: fills, lines, runs of text."""
        for kind, value in _drawn(element, theme):
            self.color(kind, value, place)
        for item in element.iter(A + "latin"):
            self.font(theme_font(item.get("typeface") or "", theme), place)

    def uses(self) -> tuple[StyleUse, ...]:
        """All of them, in the order of the document."""
        return tuple(StyleUse(kind, value, *where) for (kind, value), where in self._found.items())

    def _add(self, kind: UseKind, value: str, place: Locator, times: int) -> None:
        known = self._found.get((kind, value))
        if known is not None:
            self._found[kind, value] = (known[0], known[1] + times)
        elif len(self._found) < MOST:
            self._found[kind, value] = (place, times)


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
            return _NAMED.get((item.get("val") or "").lower(), "")
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


def _without_comments(text: str) -> str:
    """A style sheet without its comments, read once whatever is in it."""
    kept: list[str] = []
    rest = text
    while rest:
        before, opened, after = rest.partition("/*")
        kept.append(before)
        rest = after.partition("*/")[2] if opened and "*/" in after else ""
    return " ".join(kept)


def css_color(value: str) -> str:
    """The first colour of a CSS value as RRGGBB, empty when it names none."""
    found = next(_css_colors(value), "").lstrip("#").upper()
    return found if re.fullmatch(r"[0-9A-F]{6}", found) else ""


def _css_colors(value: str) -> Iterator[str]:
    for match in _CSS_COLOR.finditer(re.sub(r"url\([^)]*\)", " ", value)):
        if match["hex"]:
            code = match["hex"]
            yield code[:6] if len(code) >= 6 else "".join(one * 2 for one in code[:3])
        elif match["r"]:
            yield "".join(f"{min(255, int(match[one])):02X}" for one in ("r", "g", "b"))
        elif match["name"].lower() in _NAMED:
            yield _NAMED[match["name"].lower()]
