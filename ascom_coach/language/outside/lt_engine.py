"""The engine `languagetool` on the server that we start ourselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ascom_coach.language.languagetool import ENGINE_ID, LanguageToolEngine
from ascom_coach.language.outside.lt_server import OwnServer
from ascom_coach.language.remarks import EngineUnavailableError, Remark

PATIENCE = 75.0
PREPARING = "LanguageTool se prépare, une dizaine de secondes…"


class OwnLanguageTool:
    """Asks the machine's own server. After one failure it stays silent, so that one review is of one piece."""

    id = ENGINE_ID

    def __init__(
        self,
        server: OwnServer,
        *,
        patience: float = PATIENCE,
        timeout: float = 20.0,
        notify: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        self._server = server
        self._patience = patience
        self._timeout = timeout
        self._notify = notify
        self._client: tuple[str, LanguageToolEngine] | None = None
        self._off = ""

    def check(self, text: str) -> Sequence[Remark]:
        """Remarks of the server. Raises EngineUnavailableError, with one French sentence, whatever goes wrong."""
        if self._off:
            raise EngineUnavailableError(self._off)
        if not text.strip():
            return []
        try:
            return self._asked().check(text)
        except EngineUnavailableError as error:
            # When the server itself is down its own reason is more exact than « no answer ».
            self._off = self._server.why() or str(error)
            raise EngineUnavailableError(self._off) from error

    def _asked(self) -> LanguageToolEngine:
        if self._server.facts["state"] in ("idle", "starting"):
            self._notify(PREPARING)
        url = self._server.wait(self._patience)
        if self._client is None or self._client[0] != url:
            self._client = (url, LanguageToolEngine(url, timeout=self._timeout))
        return self._client[1]
