"""What is kept: people, sessions with their events, reviews, trainers' verdicts. Nothing is shown before it is here.

`Journal(folder)` opens the SQLite file of a data folder; `Journal.append` is one flushed transaction.
"""

from __future__ import annotations

from ascom_coach.journal.store import Journal, ReviewRow, SessionRow

__all__ = ["Journal", "ReviewRow", "SessionRow"]
