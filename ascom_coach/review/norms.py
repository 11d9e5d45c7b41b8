"""Legal sources as they are shown: « art. L. 1132-1 » never breaks between its parts."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(?<=\bart\.) (?=[LRDA\d])|(?<=\b[LRDA]\.) (?=\d)|(?<=\bC\.) (?=[a-z])")


def cited(source: str) -> str:
    """`source` with no-break spaces inside its references."""
    return _PARTS.sub("\u00a0", source)
