"""Controls of plannings, of the charter and of pictures."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import field_validator

from ascom_coach.language import opening
from ascom_coach.scenarios.control import Control
from ascom_coach.scenarios.nodes import Texts, YesNo


class Slots(Control):
    """A planning in which nobody and no room is twice at once, ends follow starts, and durations are right.

    Read by headings (date, début, fin, durée, personne, salle) or as a week drawn as a grid. `noms` are people and
    rooms to look for; without them, the columns tell. `ouverture` says when something may be set
    (« du lundi au vendredi de 9 h à 18 h »); public holidays are closed unless it says « y compris les jours fériés ».
    """

    type: Literal["creneaux"]
    noms: Texts = ()
    ouverture: Texts = ()
    anomalie: str = ""

    @field_validator("ouverture")
    @classmethod
    def _readable(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if unread := next((text for text in value if opening(text) is None), None):
            raise ValueError(f"je ne lis pas de jours ni d’heures dans « {unread} »")
        return value


class Charter(Control):
    """Colours (`#RRGGBB`) and fonts of the charter, and no other; black, white, greys and shades are free.

    `tolerance` is the distance (ΔE*ab) under which two colours are one.
    """

    type: Literal["charte"]
    couleurs: Texts = ()
    polices: Texts = ()
    tolerance: float = 12.0
    anomalie: str = ""

    @field_validator("couleurs")
    @classmethod
    def _colors(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if wrong := next(
            (text for text in value if not re.fullmatch(r"#?[0-9A-Fa-f]{6}", text.strip())), None
        ):
            raise ValueError(f'« {wrong} » n’est pas une couleur : écrivez-la comme "#1F4E79"')
        return tuple(text.strip().lstrip("#").upper() for text in value)


class Pictures(Control):
    """Pictures keep their proportions (5 %); with `impression`, at least 72 points per inch once printed."""

    type: Literal["images"]
    impression: YesNo = False
    anomalie: str = ""
