"""The report as one HTML page: nothing loaded from elsewhere, readable on screen, on paper and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from ascom_coach.review.report.parts import Curve, Story
from ascom_coach.review.report.session import MOOD_MAX
from ascom_coach.review.report.story import Occasion, tell

if TYPE_CHECKING:
    from jinja2 import Template

    from ascom_coach.review.model import Review

_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 190, 30, 12
_DASHES = ("", "7 4", "2 4", "10 3 2 3")
_SHAPES = ("circle", "square", "triangle", "diamond")


def report_html(review: Review, **about: Unpack[Occasion]) -> str:
    """A whole page, UTF-8 text. Foreign words are escaped; no script, no link out, no image."""
    return html_of(tell(review, about))


def html_of(story: Story) -> str:
    """A whole page from any story."""
    return _template().render(story=story, kind=_kind, drawing=drawing, lines=_lines)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    source = Path(__file__).with_name("report.html.j2").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    return environment.from_string(source)


def _kind(item: object) -> str:
    return type(item).__name__


def _lines(text: str) -> list[str]:
    return text.split("\n")


def drawing(curve: Curve) -> dict[str, Any]:
    """Coordinates of a mood curve, in the units of its view box: stepped lines, one dash and one shape a person."""
    span = max(1, curve.length)
    step = (_WIDTH - _LEFT - 20) / span
    series = [
        {
            "name": name,
            "dash": _DASHES[rank % len(_DASHES)],
            "path": _stepped([(_x(at, step), _y(mood)) for at, mood in spots], step),
            "marks": [_mark(_SHAPES[rank % len(_SHAPES)], _x(at, step), _y(mood)) for at, mood in spots],
            "legend": _mark(_SHAPES[rank % len(_SHAPES)], 8, 7),
        }
        for rank, (name, spots) in enumerate(curve.series)
    ]
    grid = [(mood, _y(mood)) for mood in range(MOOD_MAX + 1)]
    every = max(1, -(-span // 20))
    ticks = [(rank, _x(rank, step)) for rank in range(1, span + 1, every)]
    return {
        "width": _WIDTH, "height": _HEIGHT, "left": _LEFT, "grid": grid, "ticks": ticks, "series": series,
        "bottom": _y(0),
    }  # fmt: skip


def _x(rank: int, step: float) -> float:
    return round(_LEFT + (rank - 0.5) * step, 1)


def _y(mood: int) -> float:
    return round(_TOP + (MOOD_MAX - mood) * (_HEIGHT - _TOP - 26) / MOOD_MAX, 1)


def _stepped(spots: Sequence[tuple[float, float]], step: float) -> str:
    """Each mood lasts until the next change."""
    first = spots[0]
    words = [f"M{first[0]} {first[1]}"]
    for x, y in spots[1:]:
        words.append(f"H{x}V{y}")
    words.append(f"h{round(step / 2, 1)}")
    return "".join(words)


def _mark(shape: str, x: float, y: float) -> str:
    """The outline of a mark, as a path."""
    if shape == "circle":
        return f"M{round(x - 4, 1)} {y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    if shape == "square":
        return f"M{round(x - 4, 1)} {round(y - 4, 1)}h8v8h-8z"
    if shape == "triangle":
        return f"M{x} {round(y - 5, 1)}l5 9h-10z"
    return f"M{x} {round(y - 5.5, 1)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"
