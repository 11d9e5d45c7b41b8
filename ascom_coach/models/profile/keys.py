"""Where a provider's key is kept: an environment variable, the system's keyring, or a file for its owner alone.

Besides `child.process`, `state.py` and `gateway.ledger`, the one module of this room that touches the disk. A key is
never
in the settings, in a profile, on a command line or in a message; `hide_keys` takes it out of any text that could
end in a file.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ascom_coach.errors import SurroundingsError, WrongUseError
from ascom_coach.models.profile.profiles import ModelProfile

FILE = "cles.json"
_SERVICE = "ascom-coach"
_HIDDEN = "***"
_SHORTEST = 6
_seen: set[str] = set()
_LOOKS_LIKE_A_KEY = re.compile(r"(?i)\b(bearer\s+|sk-|api[_-]?key[\"']?\s*[:=]\s*[\"']?)[\w.~+/=-]{6,}")

Source = Literal["", "variable", "trousseau", "fichier"]


@dataclass(frozen=True)
class FoundKey:
    """A key and where it was found; `source` is empty when there is none. Printing it shows no key."""

    value: str = field(default="", repr=False)
    source: Source = ""


def hide_keys(text: str) -> str:
    """The text without any key read since the start or present in the environment, nor what looks like one."""
    named = {
        value
        for name, value in os.environ.items()
        if name.upper().endswith("_API_KEY") or name.startswith("ASCOM_CLE")
    }
    for value in sorted(_seen | {one for one in named if len(one) >= _SHORTEST}, key=len, reverse=True):
        text = text.replace(value, _HIDDEN)
    return _LOOKS_LIKE_A_KEY.sub(rf"\1{_HIDDEN}", text)


def remember(value: str) -> str:
    """The same key, from now on taken out by `hide_keys`."""
    if len(value) >= _SHORTEST:
        _seen.add(value)
    return value


class KeyStore:
    """Keys by party (`ModelProfile.party`). `folder` is the person's data folder, None for the environment alone.

    The keyring, which may ask to be unlocked, is left alone for a local server.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / FILE if folder else None

    def find(self, profile: ModelProfile, environ: Mapping[str, str]) -> FoundKey:
        """The key of a profile: its environment variable first, then what was kept for its party."""
        if profile.key_env and (value := environ.get(profile.key_env, "").strip()):
            return FoundKey(remember(value), "variable")
        if self._path is None:
            return FoundKey()
        if not profile.local and (value := _from_keyring(profile.party)):
            return FoundKey(remember(value), "trousseau")
        if value := self._read().get(profile.party, ""):
            return FoundKey(remember(value), "fichier")
        return FoundKey()

    def keep(self, profile: ModelProfile, value: str) -> Source:
        """Keep a key for the party of a profile; where it went.

        Raises `WrongUseError` when it cannot be a key, `SurroundingsError` when the file cannot be written.
        """
        value = value.strip()
        if not re.fullmatch(r"[\x21-\x7e]{4,4096}", value):
            raise WrongUseError(
                "Ceci n’est pas une clé\u00a0: copiez-la chez le fournisseur en une seule ligne, sans espace."
            )
        remember(value)
        ring = None if profile.local else _keyring()
        if ring is not None:
            with contextlib.suppress(Exception):  # a locked or broken keyring: the file is the way out
                ring.set_password(_SERVICE, profile.party, value)
                self._write({name: key for name, key in self._read().items() if name != profile.party})
                return "trousseau"
        self._write({**self._read(), profile.party: value})
        return "fichier"

    def forget(self, profile: ModelProfile) -> None:
        """Erase the key kept for a party, wherever it is. Raises `SurroundingsError`."""
        if (ring := _keyring()) is not None:
            with contextlib.suppress(Exception):
                ring.delete_password(_SERVICE, profile.party)
        if profile.party in (kept := self._read()):
            self._write({name: key for name, key in kept.items() if name != profile.party})

    def _read(self) -> dict[str, str]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if os.name == "posix" and self._path.stat().st_mode & 0o077:
                self._path.chmod(0o600)
        except (OSError, ValueError):
            return {}
        return {str(name): str(key) for name, key in found.items()} if isinstance(found, dict) else {}

    def _write(self, keys: dict[str, str]) -> None:
        path = self._path
        if path is None or (not keys and not path.exists()):
            return
        temporary = path.with_suffix(".tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.unlink(missing_ok=True)
            # readable by its owner alone from its first byte on (on Windows the user's folder sees to it)
            number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "w", encoding="utf-8") as file:
                json.dump(keys, file)
            temporary.replace(path)
        except OSError:
            raise SurroundingsError(
                f"Je n’ai pas pu enregistrer la clé dans «\u00a0{path.parent}\u00a0»\u00a0: vérifiez les droits du"
                " dossier, ou donnez la clé par une variable d’environnement."
            ) from None


def _keyring() -> Any:
    """The system's keyring, or None: not installed, or nothing behind it (a machine without a desktop)."""
    try:
        import keyring
        from keyring.backends.fail import Keyring as Nothing

        return None if isinstance(keyring.get_keyring(), Nothing) else keyring
    except Exception:  # noqa: BLE001 - absent or broken, the file does
        return None


def _from_keyring(party: str) -> str:
    ring = _keyring()
    if ring is None:
        return ""
    try:
        return str(ring.get_password(_SERVICE, party) or "")
    except Exception:  # noqa: BLE001 - locked or refused: as if there were none
        return ""
