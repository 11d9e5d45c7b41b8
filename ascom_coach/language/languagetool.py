"""The optional engine `languagetool`: a LanguageTool server of this machine, through language-tool-python.

The room's only door to the network. Loopback only unless `allow_remote`; proxies of the environment are not followed.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from ascom_coach.language.loopback import host_of, is_loopback
from ascom_coach.language.lt_labels import DROPPED, is_counted, is_spelling, label_of
from ascom_coach.language.protect import soft_zones, touches
from ascom_coach.language.remarks import EngineUnavailableError, Remark

ENGINE_ID = "languagetool"
UNAVAILABLE = "LanguageTool ne répond pas : le correcteur intégré prend le relais."
REMOTE = (
    "L’adresse de LanguageTool n’est pas sur cet ordinateur : elle est refusée sans autorisation explicite."
)
TOO_LONG = "Le texte est trop long pour LanguageTool : le correcteur intégré prend le relais."


class LanguageToolEngine:
    """Engine `languagetool`, for a server at `url`. `timeout` is in seconds, per request (two at most)."""

    id = ENGINE_ID
    _lock = threading.Lock()

    def __init__(self, url: str, *, allow_remote: bool = False, timeout: float = 8.0) -> None:
        self._url = url.rstrip("/")
        self._allowed = allow_remote or is_loopback(url)
        self._timeout = timeout
        self._tool: Any = None
        self._failures = 0

    def check(self, text: str) -> Sequence[Remark]:
        """Remarks of the server. Raises EngineUnavailableError, with one French sentence, whatever goes wrong."""
        if not self._allowed:
            raise EngineUnavailableError(REMOTE)
        if not text.strip():
            return []
        if len(text) > 40_000:
            raise EngineUnavailableError(TOO_LONG)
        if self._failures >= 2:
            raise EngineUnavailableError(UNAVAILABLE)
        with self._lock:
            try:
                matches = self._connected().check(text)
                remarks = [remark for match in matches if (remark := _remark(text, match))]
            except Exception as error:
                if not _is_foreseen(error):
                    raise
                self._failures += 1
                self._tool = None
                raise EngineUnavailableError(UNAVAILABLE) from error
        self._failures = 0
        return remarks

    def _connected(self) -> Any:
        if self._tool is None:
            from language_tool_python import LanguageTool

            tool_class = type("_Tool", (LanguageTool,), {"_TIMEOUT": self._timeout})
            self._tool = tool_class(
                "fr",
                remote_server=self._url,
                proxies={"no_proxy": f"127.0.0.1,localhost,{host_of(self._url)}"},
            )
        return self._tool


def _is_foreseen(error: Exception) -> bool:
    import requests
    from language_tool_python.exceptions import LanguageToolError

    return isinstance(
        error,
        LanguageToolError
        | KeyError
        | ValueError
        | TypeError
        | AttributeError
        | OSError
        | requests.RequestException,
    )


def code_point(text: str, unit: int) -> int:
    """The code point offset of a UTF-16 offset in `text`, cut at its end."""
    seen = 0
    for index, char in enumerate(text):
        if seen >= unit:
            return index
        seen += 2 if ord(char) > 0xFFFF else 1
    return len(text)


def _utf16(text: str, point: int) -> int:
    return point + sum(1 for char in text[:point] if ord(char) > 0xFFFF)


def _remark(text: str, match: Any) -> Remark | None:
    rule, category = str(match.rule_id), str(match.category)
    if rule in DROPPED:
        return None
    # The wrapper gives the start in code points and leaves the length in UTF-16 units.
    start = int(match.offset)
    end = code_point(text, _utf16(text, start) + int(match.error_length))
    if not 0 <= start < end <= len(text):
        return None
    quote = text[start:end]
    if is_spelling(rule, category) and (
        quote[:1].isupper()
        or touches(soft_zones(text), start, end)
        or any(char.isdecimal() for char in quote)
    ):
        return None
    message = str(match.message).strip()
    fixes = tuple(str(fix) for fix in list(match.replacements)[:5])
    return Remark(
        start,
        end,
        label_of(rule, category),
        f"lt_{rule}",
        quote,
        message,
        fixes,
        (ENGINE_ID,),
        is_counted(rule, category),
        "Lisez l’explication, puis relisez la phrase corrigée en entier.",
    )
