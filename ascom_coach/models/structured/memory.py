"""Keeps on disk the rung of each model (`modeles.json` in the person's folder): names and dates, no text, no key."""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ascom_coach.models.structured.ladder import RUNGS, Standing

FILE = "modeles.json"


class LadderFile:
    """A file of standings. Missing or damaged, it is empty; unwritable, it lasts as long as the program."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._lock = threading.Lock()
        self._known: dict[str, Standing] | None = None

    def get(self, key: str) -> Standing | None:
        """The standing of a model, None when it is unknown."""
        with self._lock:
            return self._read().get(key)

    def put(self, key: str, standing: Standing) -> None:
        """Keep it, whole file in one step."""
        with self._lock:
            known = self._read()
            known[key] = standing
            written = {name: asdict(one) for name, one in sorted(known.items())}
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                temporary = self._path.with_suffix(".part")
                temporary.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
                temporary.replace(self._path)

    def _read(self) -> dict[str, Standing]:
        if self._known is None:
            try:
                tree: Any = json.loads(self._path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                tree = {}
            items = tree.items() if isinstance(tree, dict) else ()
            self._known = {str(key): one for key, value in items if (one := _standing(value))}
        return self._known


def _standing(value: Any) -> Standing | None:
    if not isinstance(value, dict) or value.get("rung") not in RUNGS:
        return None
    try:
        return Standing(value["rung"], str(value["since"]), int(value["misses"]), int(value["probe"]))
    except (KeyError, TypeError, ValueError):
        return None
