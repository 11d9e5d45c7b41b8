"""Lines on the screen break where French typography allows.

Textual and Rich take every Unicode space for a place to break, the no-break spaces too: « ? » and « « » then stand
alone at the end or the start of a line. The two libraries offer no setting, only the patterns that cut a text into
words; a test draws real lines, so that a version that keeps them elsewhere is noticed. Without them the screen shows
as before.
"""

from __future__ import annotations

import re

_KEPT = "\u00a0\u202f"
_WORD = rf"[\S{_KEPT}]+"
_BREAK = rf"[^\S{_KEPT}]"


def keep_no_break_spaces() -> None:
    """Tell Rich (static texts) and Textual (text areas) that a no-break space is a part of the word."""
    from rich import _wrap as static
    from textual import _wrap as area

    if hasattr(static, "re_word"):
        static.re_word = re.compile(rf"{_BREAK}*{_WORD}{_BREAK}*")
    if hasattr(area, "re_chunk"):
        area.re_chunk = re.compile(rf"{_WORD}{_BREAK}*|{_BREAK}+")
