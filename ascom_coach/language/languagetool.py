"""The optional engine `languagetool`: a LanguageTool server of this machine, through language-tool-python.

The room's only door to the network. Loopback only unless `allow_remote`; proxies of the environment are not followed.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from ascom_coach.language.loopback import host_of, is_loopback
from ascom_coach.language.protect import soft_zones, touches
from ascom_coach.language.remarks import EngineUnavailableError, Label, Remark

ENGINE_ID = "languagetool"
UNAVAILABLE = "LanguageTool ne répond pas : le correcteur intégré prend le relais."
REMOTE = (
    "L’adresse de LanguageTool n’est pas sur cet ordinateur : elle est refusée sans autorisation explicite."
)
TOO_LONG = "Le texte est trop long pour LanguageTool : le correcteur intégré prend le relais."

_CATEGORIES: dict[str, Label] = {
    "TYPOS": "orthographe",
    "MULTITOKEN_SPELLING": "orthographe",
    "CAT_HOMONYMES_PARONYMES": "homophones",
    "CONFUSED_WORDS": "homophones",
    "AGREEMENT": "accord",
    "CAT_GRAMMAIRE": "accord",
    "GRAMMAR": "accord",
    "PUNCTUATION": "ponctuation",
    "PONCTUATION_VIRGULE": "ponctuation",
    "PONCTUATION_POINT": "ponctuation",
    "TYPOGRAPHY": "typographie",
    "CAT_TYPOGRAPHIE": "typographie",
    "CASING": "typographie",
    "CAT_MAJUSCULES": "typographie",
    "CAT_ELISION": "typographie",
    "MISC": "typographie",
    "STYLE": "style",
    "CAT_TOURS_CRITIQUES": "style",
    "CAT_CALQUES": "style",
    "CAT_ANGLICISMES_FOREIGN_TERMS": "style",
    "CAT_REGIONALISMES": "style",
    "REPETITIONS_STYLE": "style",
    "CAT_PLEONASMES": "style",
    "REDUNDANCY": "style",
    "REGISTER": "style",
}
_HINTS = frozenset(
    [
        "CAT_TYPOGRAPHIE",
        "PONCTUATION_VIRGULE",
        "CAT_TOURS_CRITIQUES",
        "STYLE",
        "CAT_CALQUES",
        "CAT_ANGLICISMES_FOREIGN_TERMS",
        "CAT_REGIONALISMES",
        "REPETITIONS_STYLE",
        "CAT_PLEONASMES",
        "REDUNDANCY",
        "REGISTER",
    ]
)
_DROPPED = frozenset(["TIRET", "REMERCIER_POUR", "HEURES", "UPPERCASE_SENTENCE_START"])
_VERB = (
    "VCONJ",
    "SUBJ",
    "R_PERS_VERBE",
    "INFINITIF",
    "CONJ",
    "VERB",
    "IMPERATIF",
    "ER_",
    "_ER",
    "PRONOM_PERS",
    "SI_COND",
)


def label_of(rule: str, category: str) -> Label:
    """Our label for a LanguageTool rule; every rule has one."""
    label = _CATEGORIES.get(category)
    if label == "accord" and any(part in rule for part in _VERB):
        return "conjugaison"
    if label is None:
        return "orthographe" if "SPELL" in rule else "style"
    return label


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
    if rule in _DROPPED:
        return None
    # The wrapper gives the start in code points and leaves the length in UTF-16 units.
    start = int(match.offset)
    end = code_point(text, _utf16(text, start) + int(match.error_length))
    if not 0 <= start < end <= len(text):
        return None
    quote = text[start:end]
    spelling = "SPELL" in rule or category in ("TYPOS", "MULTITOKEN_SPELLING")
    if spelling and (
        quote[:1].isupper() or touches(soft_zones(text), start, end) or any(char.isdigit() for char in quote)
    ):
        return None
    counted = category not in _HINTS
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
        counted,
        "Lisez l’explication, puis relisez la phrase corrigée en entier.",
    )
