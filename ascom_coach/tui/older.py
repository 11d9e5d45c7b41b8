"""Old .doc, .xls and .ppt files met by a screen: LibreOffice converts a copy when the person agrees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ascom_coach.documents import convert, converted_place, convertible
from ascom_coach.tui.base import CoachScreen
from ascom_coach.tui.dialogs import Confirm


async def ready(screen: CoachScreen, files: Sequence[Path]) -> list[Path]:
    """The files to read: an old one is replaced by its converted copy, written beside it, if the person says yes."""
    found: list[Path] = []
    for path in files:
        made = path
        if await screen.in_thread(convertible, path):
            place = await screen.in_thread(converted_place, path)
            question = (
                f"« {path.name} » est d’un ancien format. LibreOffice est installé ici : il peut en écrire une copie "
                f"convertie, « {place.name} », à côté. Votre fichier reste tel quel."
            )
            if await screen.app.push_screen_wait(Confirm(question, "Convertir une copie", "Laisser")):
                screen.coach_app.tell(f"Je convertis « {path.name} »…")
                made = await screen.in_thread(convert, path)
        found.append(made)
    return found
