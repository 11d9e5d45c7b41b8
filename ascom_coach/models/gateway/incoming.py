"""Text that arrives in pieces: hidden thoughts left out, placeholders put back, JSON read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

_OPEN, _CLOSE = "<think>", "</think>"


class IncomingText:
    """Cleans the fragments of one answer; `text` is all that was kept so far."""

    def __init__(
        self,
        unmask: Callable[[str], str] = lambda text: text,
        held_back: Callable[[str], int] = lambda text: 0,
    ) -> None:
        self._unmask = unmask
        self._held_back = held_back
        self._waiting = ""
        self._thinking = False
        self.text = ""

    def feed(self, fragment: str) -> str:
        """What can be shown now that this fragment arrived (possibly nothing yet)."""
        self._waiting += fragment
        return self._emit(final=False)

    def finish(self) -> str:
        """What was still held back when the answer ended."""
        return self._emit(final=True)

    def _emit(self, *, final: bool) -> str:
        ready = ""
        while self._waiting:
            if self._thinking:
                _, found, rest = self._waiting.partition(_CLOSE)
                if found:
                    self._thinking, self._waiting = False, rest
                    continue
                self._waiting = "" if final else self._waiting[-len(_CLOSE) :]
                break
            before, found, rest = self._waiting.partition(_CLOSE)
            if (
                found and _OPEN not in before
            ):  # the opening tag was swallowed on the way: all before was thought
                self.text, ready, self._waiting = "", "", rest
                continue
            before, found, rest = self._waiting.partition(_OPEN)
            if found:
                ready += before
                self._thinking, self._waiting = True, rest
                continue
            kept = (
                0
                if final
                else max(
                    _started(self._waiting, _OPEN),
                    _started(self._waiting, _CLOSE),
                    self._held_back(self._waiting),
                )
            )
            cut = len(self._waiting) - kept
            ready, self._waiting = ready + self._waiting[:cut], self._waiting[cut:]
            break
        ready = self._unmask(ready)
        self.text += ready
        return ready


def _started(text: str, tag: str) -> int:
    """Length of the end of `text` that may be the beginning of `tag`."""
    return next((size for size in range(len(tag) - 1, 0, -1) if text.endswith(tag[:size])), 0)


def looks_like_page(text: str) -> bool:
    """True for a web page received in place of an answer (a network's login page, for instance)."""
    return bool(re.match(r"\s*<(!doctype|html|head|body)\b", text, re.IGNORECASE))


def read_object(text: str, schema: Mapping[str, Any]) -> dict[str, Any] | None:
    """The JSON object of an answer, or None when it is not one or does not fit the schema.

    Code fences around the object are accepted; nothing else is repaired. Checked: required keys, types
    of the first level, closed lists of values; keys that the schema does not name are dropped.
    """
    body = re.sub(r"^\s*```(?:json)?\s*|\s*```\s*$", "", text)
    try:
        found = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    properties: Mapping[str, Any] = schema.get("properties", {})
    kept = {key: value for key, value in found.items() if key in properties}
    if any(key not in kept for key in schema.get("required", ())):
        return None
    return kept if all(_fits(value, properties[key]) for key, value in kept.items()) else None


_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def _fits(value: Any, rule: Mapping[str, Any]) -> bool:
    kinds = _TYPES.get(str(rule.get("type", "")))
    if kinds and not (isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))):
        return False
    if "enum" in rule and value not in rule["enum"]:
        return False
    if isinstance(value, list) and "items" in rule:
        return all(_fits(one, rule["items"]) for one in value)
    return not (isinstance(value, str) and len(value) > rule.get("maxLength", len(value)))
