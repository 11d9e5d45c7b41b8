"""How the text of a web page looks where it stands: its colour over a white ground, its size, its side.

Only what anyone can follow is read: `style` attributes, old `font` tags, and rules of the page's own style sheet for a
tag, a class or an id. A colour over another ground than white is not told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ascom_coach.documents.texts.css import css_color

_RULE = re.compile(r"([^{}]{1,200})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"[a-z][a-z0-9]*|[a-z0-9]*[.#][\w-]+", re.I)
_PART = re.compile(
    r"(?:^|;)\s*(?P<what>color|background(?:-color)?|font-size|text-align)\s*:\s*(?P<value>[^;]{1,200})", re.I
)
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*(px|pt|em|rem|%)")
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12}
_LIGHT = 0xF0
_MOST_RULES = 500


@dataclass(frozen=True, slots=True)
class HtmlLook:
    """`color` as RRGGBB, empty when nobody set it or the ground is not white; `size` in points; `align`."""

    color: str = ""
    size: float | None = None
    align: str = ""
    painted: bool = False

    @property
    def shown_color(self) -> str:
        """The colour over a white ground."""
        return "" if self.painted else self.color


class StyleSheet:
    """Rules of a page for one tag, one class or one id."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}

    def read(self, text: str) -> None:
        """Takes the rules of a `style` element, but those of combined selectors."""
        for selectors, body in _RULE.findall(re.sub(r"/\*.*?\*/", " ", text[:200_000], flags=re.S)):
            for selector in selectors.split(","):
                name = selector.strip().lower()
                if _SIMPLE.fullmatch(name) and len(self._rules) < _MOST_RULES:
                    self._rules[name] = f"{self._rules.get(name, '')};{body}"

    def look(self, tag: str, values: Mapping[str, str], around: HtmlLook) -> HtmlLook:
        """The look of an element inside another look."""
        names = [tag]
        for one in values.get("class", "").lower().split()[:10]:
            names += [f".{one}", f"{tag}.{one}"]
        if values.get("id"):
            names += [f"#{values['id'].lower()}", f"{tag}#{values['id'].lower()}"]
        found = (
            replace(around, color=css_color(values.get("color", "")) or around.color)
            if tag == "font"
            else around
        )
        if values.get("bgcolor"):
            found = replace(found, painted=_painted(css_color(values["bgcolor"])))
        for text in (
            *(self._rules[name] for name in names if name in self._rules),
            values.get("style", "")[:2_000],
        ):
            found = _over(found, text)
        return found


def _over(look: HtmlLook, text: str) -> HtmlLook:
    for match in _PART.finditer(text):
        what, value = match["what"].lower(), match["value"].strip().lower()
        if what == "color":
            look = replace(look, color=css_color(value) or look.color)
        elif what.startswith("background"):
            look = replace(look, painted="url(" in value or "gradient" in value or _painted(css_color(value)))
        elif what == "font-size" and (size := _SIZE.match(value)):
            look = replace(look, size=round(float(size[1]) * _POINTS[size[2]], 2))
        elif what == "text-align":
            look = replace(look, align=value)
    return look


def _painted(color: str) -> bool:
    """Whether a ground cannot be taken for white paper."""
    return bool(color) and min(int(color[at : at + 2], 16) for at in (0, 2, 4)) < _LIGHT
