"""What is kept: people, sessions with their events, reviews, trainers' verdicts. Nothing is shown before it is here.

`Journal(folder)` opens the SQLite file of a data folder; `Journal.append` is one flushed transaction.
`Notes(journal, person)` keeps the error notebook; `notebook.py` works out rates, trends and exercises from it.
"""

from __future__ import annotations

from ascom_coach.journal.notebook import Entry, Mark, Notebook
from ascom_coach.journal.notebook_text import page, percent, standing, texts_noted
from ascom_coach.journal.notes import Notes
from ascom_coach.journal.store import Journal, ReviewRow, SessionRow

__all__ = [
    "Entry", "Journal", "Mark", "Notebook", "Notes", "ReviewRow", "SessionRow", "page", "percent", "standing",
    "texts_noted",
]  # fmt: skip
