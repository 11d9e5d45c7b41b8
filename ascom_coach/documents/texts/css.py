"""Colours and fonts of style sheets and of `style` attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents.colours import NAMED
from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Locator, UseKind

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


def dress_css(dress: Dress, text: str, place: Locator) -> None:
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
                dress.font(first if what == "font-family" else "", place)
        elif "color" in what or what.startswith(("background", "border", "fill", "stroke", "--")):
            kind: UseKind = "texte" if what == "color" else "fond"
            for color in _css_colors(value):
                dress.color(kind, color, place)


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
        elif match["name"].lower() in NAMED:
            yield NAMED[match["name"].lower()]
