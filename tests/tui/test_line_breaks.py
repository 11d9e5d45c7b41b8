"""Where lines break: never at a no-break space, everywhere else as before."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from textual._wrap import compute_wrap_offsets
from textual.content import Content

from ascom_coach.tui.line_breaks import keep_no_break_spaces

NARROW = "\u202f"
NO_BREAK = "\u00a0"


@pytest.fixture(autouse=True)
def _patterns() -> None:
    keep_no_break_spaces()


def _static(text: str, width: int) -> list[str]:
    return [line.plain for line in Content(text).wrap(width)]


def _area(text: str, width: int) -> list[str]:
    cuts = [0, *compute_wrap_offsets(text, width, 4), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize("space", [NARROW, NO_BREAK])
@pytest.mark.parametrize("lines", [_static, _area])
def test_a_mark_stays_with_its_word(lines, space: str) -> None:
    text = f"Vous avez le devis{space}? Oui, «{space}ici{space}»."
    for width in range(12, 30):
        assert all(line.lstrip()[:1] not in "?»" for line in lines(text, width)), (width, lines(text, width))
        assert all(not line.rstrip().endswith("«") for line in lines(text, width)), (
            width,
            lines(text, width),
        )


@pytest.mark.parametrize("lines", [_static, _area])
def test_ordinary_spaces_still_break(lines) -> None:
    assert [line.strip() for line in lines("un deux trois quatre", 9)] == ["un deux", "trois", "quatre"]


@given(st.text(alphabet="aé  \u00a0\u202f?", max_size=60), st.integers(5, 20))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    keep_no_break_spaces()
    assert "".join(_area(text, width)) == text
    assert all(Text(line).cell_len <= width for line in _static(text, width))
