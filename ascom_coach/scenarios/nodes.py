"""The base of every schema class: French keys, text scalars typed here, unknown keys refused."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

_YES = {"oui", "vrai", "true"}
_NO = {"non", "faux", "false", ""}


def _yes_no(value: Any) -> Any:
    """« oui » and « non » as authors write them."""
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _YES:
            return True
        if word in _NO:
            return False
        raise ValueError("écrivez oui ou non")
    return value


def _one_or_many(value: Any) -> Any:
    """A single value where a list may stand."""
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str) else value


def _french_date(value: Any) -> Any:
    """2026-05-11 or 11/05/2026."""
    if isinstance(value, str) and (match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", value.strip())):
        day, month, year = map(int, match.groups())
        return dt.date(year, month, day)
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
Day = Annotated[dt.date, BeforeValidator(_french_date)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=60)]


class Node(BaseModel):
    """A mapping of the scenario file."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
