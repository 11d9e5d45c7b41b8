"""The terminal app: one screen a moment of the work, no rule of its own.

`run(data)` opens it. `keys.py` is the one table of keys (footer, F1 help and command palette come from it), `base.py`
what all screens share, `sitting.py` a session being played. One file a screen: `home.py` (accueil), `brief.py`
(dossier), `interview.py` (entretien), `writing.py` (rédaction), `selfcheck.py` (auto-évaluation), `debrief.py`
(bilan), `library.py` (référentiel), `draft.py` (brouillon), `preferences.py` (réglages). `desktop.py` is the only
module that touches the disk and other programs.

Textual is imported inside `run`; the coach and all that is heavy are imported in a thread once the first screen shows.
"""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["run"]


def run(
    data: Path | None = None,
    *,
    scenario: str | None = None,
    resume: str | None = None,
    exam: bool = False,
    seed: int = 0,
) -> int:
    """Open the app, on a scenario or a session when one is named. Returns 0, or 3 after an unforeseen failure."""
    from ascom_coach.tui.app import CoachApp

    app = CoachApp(data, scenario=scenario, resume=resume, exam=exam, seed=seed)
    app.run()
    if app.farewell:
        print(app.farewell, file=sys.stderr)  # noqa: T201
        return 3
    return 0
