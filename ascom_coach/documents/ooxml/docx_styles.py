"""What a paragraph or run looks like in the end: direct formatting, styles, base styles, defaults, theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ascom_coach.documents.ooxml.shared import A, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Props = dict[str, str]
MAX_BASES = 50
_OFF = ("0", "false", "off")
_HEADING = re.compile(r"(?:heading|titre|überschrift)\s*([1-9])", re.I)
_RUN_TAGS = {W + "b": "b", W + "vanish": "vanish", W + "i": "i"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style: shown name, what it is based on, and its own properties."""

    name: str
    based_on: str | None
    props: Mapping[str, str]


def on_off(element: Element) -> str:
    """`1` or `0` for a toggle element such as `w:b`."""
    return "0" if (element.get(W + "val") or "1").lower() in _OFF else "1"


def run_props(rpr: Element | None) -> Props:
    """The run properties that matter here."""
    found: Props = {}
    for item in rpr if rpr is not None else ():
        tag = item.tag
        if tag in _RUN_TAGS:
            found[_RUN_TAGS[tag]] = on_off(item)
        elif tag == W + "sz":
            found["sz"] = item.get(W + "val") or ""
        elif tag == W + "color":
            theme = item.get(W + "themeColor") or ""
            white = theme in ("background1", "light1") and not item.get(W + "themeShade")
            found["color"] = "FFFFFF" if white else (item.get(W + "val") or "").upper()
        elif tag in (W + "shd", W + "highlight"):
            found["fill"] = fill_of(item)
        elif tag == W + "rFonts":
            theme = item.get(W + "asciiTheme") or item.get(W + "hAnsiTheme") or ""
            font = f"theme:{theme}" if theme else item.get(W + "ascii") or item.get(W + "hAnsi") or ""
            if font:
                found["font"] = font
        elif tag == W + "rStyle":
            found["rStyle"] = item.get(W + "val") or ""
    return found


def fill_of(item: Element) -> str:
    """The background colour of a `w:shd` or `w:highlight`, empty when there is none."""
    if item.tag == W + "highlight":
        value = item.get(W + "val") or ""
        return "" if value in ("none", "white") else value
    theme = item.get(W + "themeFill") or ""
    fill = (item.get(W + "fill") or "").upper()
    if theme in ("background1", "light1") and not item.get(W + "themeFillShade"):
        return ""
    if item.get(W + "val") not in (None, "clear", "nil") and (item.get(W + "color") or "auto") != "auto":
        return item.get(W + "color") or ""
    return "" if fill in ("", "AUTO", "FFFFFF") else fill


def paragraph_props(ppr: Element | None) -> Props:
    """The paragraph properties that matter here."""
    found: Props = {}
    for item in ppr if ppr is not None else ():
        tag = item.tag
        if tag == W + "pStyle":
            found["pStyle"] = item.get(W + "val") or ""
        elif tag == W + "outlineLvl":
            found["outline"] = item.get(W + "val") or ""
        elif tag == W + "jc":
            found["jc"] = item.get(W + "val") or ""
        elif tag == W + "numPr":
            number = item.find(W + "numId")
            found["num"] = (number.get(W + "val") or "0") if number is not None else found.get("num", "0")
        elif tag == W + "shd":
            found["pfill"] = fill_of(item)
        elif tag == W + "pageBreakBefore":
            found["break"] = on_off(item)
    return found


class Styles:
    """The styles part, with base styles followed and names as a person sees them."""

    def __init__(self, styles: Element | None, theme: Element | None, numbering: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._resolved: dict[str, Props] = {}
        self.defaults: Props = {}
        self.default_paragraph = ""
        self._shaded_tables: dict[str, frozenset[str]] = {}
        for item in styles if styles is not None else ():
            if item.tag == W + "style":
                self._read_style(item)
            elif item.tag == W + "docDefaults":
                self.defaults = run_props(item.find(f"{W}rPrDefault/{W}rPr")) | paragraph_props(
                    item.find(f"{W}pPrDefault/{W}pPr")
                )
        self._fonts = _theme_fonts(theme)
        self._real_lists = _real_lists(numbering)

    def _read_style(self, item: Element) -> None:
        ident = item.get(W + "styleId") or ""
        name, base = item.find(W + "name"), item.find(W + "basedOn")
        shown = (name.get(W + "val") if name is not None else None) or ident
        if re.fullmatch(r"heading [1-9]", shown):
            shown = "H" + shown[1:]
        props = run_props(item.find(W + "rPr")) | paragraph_props(item.find(W + "pPr"))
        self._styles[ident] = Style(shown, base.get(W + "val") if base is not None else None, props)
        if item.get(W + "type") == "paragraph" and (item.get(W + "default") or "0") not in _OFF:
            self.default_paragraph = ident
        if item.get(W + "type") == "table":
            fills = frozenset(fill for shade in item.iter(W + "shd") if (fill := fill_of(shade)))
            self._shaded_tables |= {ident: fills} if fills else {}

    def name(self, ident: str) -> str:
        """The name of a style, or its id when the file does not define it."""
        return self._styles[ident].name if ident in self._styles else ident

    def resolve(self, ident: str) -> Props:
        """Properties of a style with those of its base styles underneath."""
        if ident not in self._resolved:
            chain: list[Style] = []
            seen: set[str] = set()
            current: str | None = ident
            while current in self._styles and current not in seen and len(seen) < MAX_BASES:
                seen.add(current)
                chain.append(self._styles[current])
                current = chain[-1].based_on
            merged: Props = {}
            for style in reversed(chain):
                merged |= style.props
            self._resolved[ident] = merged
        return self._resolved[ident]

    def table_is_shaded(self, ident: str) -> bool:
        """Whether a table style, or one it is based on, paints a background."""
        return bool(self.table_fills(ident))

    def table_fills(self, ident: str) -> frozenset[str]:
        """The backgrounds that a table style paints, or the nearest style it is based on."""
        seen: set[str] = set()
        current: str | None = ident
        while current in self._styles and current not in seen and len(seen) < MAX_BASES:
            if current in self._shaded_tables:
                return self._shaded_tables[current]
            seen.add(current)
            current = self._styles[current].based_on
        return frozenset()

    def heading_level(self, style: str, props: Mapping[str, str]) -> int | None:
        """The level from 1, by outline level, then by the names of the style and of its bases."""
        outline = props.get("outline", "")
        if outline.isdecimal():
            return int(outline) + 1 if int(outline) < 9 else None
        seen: set[str] = set()
        current: str | None = style
        while current in self._styles and current not in seen and len(seen) < MAX_BASES:
            if match := _HEADING.fullmatch(self._styles[current].name.strip()):
                return int(match.group(1))
            seen.add(current)
            current = self._styles[current].based_on
        match = _HEADING.fullmatch(style.strip())
        return int(match.group(1)) if match else None

    def is_title(self, style: str) -> bool:
        """Whether the style is the document title's."""
        return self.name(style).lower() in ("title", "titre")

    def is_list(self, num_id: str) -> bool:
        """Whether a numbering id shows a bullet or a number."""
        return num_id not in ("", "0") and (self._real_lists is None or num_id in self._real_lists)

    def font(self, value: str) -> str:
        """A font name, theme references resolved."""
        return (
            self._fonts.get("major" if "major" in value else "minor", "")
            if value.startswith("theme:")
            else value
        )


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{A}{kind}Font/{A}latin") if theme is not None else None
        if latin is not None:
            found[kind] = latin.get("typeface") or ""
    return found


def _real_lists(numbering: Element | None) -> set[str] | None:
    if numbering is None:
        return None
    return {item.get(W + "numId") or "" for item in numbering if item.tag == W + "num"}
