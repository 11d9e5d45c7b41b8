"""The last source, asked for and accepted by name: the download of language_tool_python itself, its release 6.8 bundle.

The wrapper downloads, checks the archive against its own hash and unpacks; it runs in a process of its own, is told
where to put the files, and is never asked to start a server. The whole bundle is kept: its jars are not ours.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.language.outside.lt_files import (
    BUNDLE_FOLDER,
    JARS_FOLDER,
    VERSION,
    Installed,
    inspect,
    write_manifest,
)

SECONDS = 1800.0
_FETCH = (
    "import sys; from language_tool_python.download_lt import LocalLanguageTool;"
    "LocalLanguageTool.from_version_name(sys.argv[1]).download()"
)
_FAILED = (
    "Le téléchargement public n’a pas abouti : vérifiez la connexion, ou prenez les fichiers d’une clé avec "
    "« langue installer --depuis CHEMIN »."
)


def fetch_bundle(place: Path) -> Installed:
    """Download and keep the bundle under `place`. Raises RefusedInputError, or SurroundingsError for the disk."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="telechargement-", dir=place) as folder:
            _download(Path(folder))
            unpacked = Path(folder) / f"LanguageTool-{VERSION}"
            if not (unpacked / "languagetool-server.jar").is_file():
                raise RefusedInputError(_FAILED)
            write_manifest(unpacked)
            target = place / BUNDLE_FOLDER
            shutil.rmtree(target, ignore_errors=True)
            unpacked.replace(target)
            shutil.rmtree(place / JARS_FOLDER, ignore_errors=True)
    except OSError:
        raise SurroundingsError(
            f"Je ne peux pas écrire dans « {place} » : vérifiez l’espace libre et les droits du dossier."
        ) from None
    return inspect(place)


def _download(folder: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("LTP_JAR_DIR_PATH", "LTP_BYPASS_VERIFIED_DOWNLOADS")
    }
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _FETCH, VERSION],
            env={**environment, "LTP_PATH": str(folder)},
            stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise RefusedInputError(_FAILED) from None
    if done.returncode:
        raise RefusedInputError(_FAILED)
