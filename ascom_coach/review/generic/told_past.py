# ruff: noqa: E501 -- a pattern stays on one line
"""What a draft tells as past and has not come yet, and ages that two years do not give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.generic.moved import is_day

_DONE = re.compile(
    r"(?<!\w)(?:s'est (?:tenue?|deroulee?|ouverte?|reunie?|passee?|achevee?)|se sont (?:tenue?s|deroulee?s|reunie?s)|(?:a|ont|avons) (?:eu lieu|ete \w+|recu|livre|accueilli|organise|fete|participe))"
    r"(?! (?:a|pour|jusqu'a|jusqu'au)(?!\w))[^.;:!?\n]{0,40} (?:le|du|les|au|ce) $"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:reporte\w*|fixee?s?|prevue?s?|programmee?s?|convenu\w*|decale\w*|avancee?s?|repoussee?s?|annoncee?s?|planifie\w*|convoque\w*|invitee?s?|reservee?s?|propose\w*|pour le|inscrite?s?|pose|choisi\w*|retenue?s?|valable|avant le|d'ici)(?!\w)"
)
"""What was done already about a day to come."""
_SINCE = re.compile(
    r"(?<!\w)(?:fonde|cree|ne|nee|ouvert|installe|etabli|lance)e?s? (?:\w+ ){0,3}en (?P<year>(?:19|20)\d\d)(?!\d)[^.;!?\n]{0,60}?(?:fete|celebre|a) (?:cette annee |aujourd'hui |bientot )?(?:ses|nos|leurs|donc)? ?(?P<age>\d{1,3}) (?:ans|printemps|bougies)(?!\w)"
)


def told_past(draft: Draft) -> Iterator[Hit]:
    """« S’est tenue le 20 octobre » in a text of the 12th; « fondée en 1998, fête ses 30 ans » in 2026."""
    if draft.day is None:
        return
    text = draft.view.text
    for number, value in enumerate(draft.values, 1):
        if not isinstance(value.value, dt.date) or not is_day(value) or value.value <= draft.day:
            continue
        before = plain(text[max(0, value.start - 90) : value.start]).rpartition("\n")[2]
        if _DONE.search(before) and not _PLANNED.search(before) and re.search(r"(?:19|20)\d\d", value.text):
            message = f"Ce fait est raconté au passé, et sa date vient après celle du document ({draft.day:%d/%m/%Y})."
            place = draft.view.place(value.start, value.end)
            yield wrong(
                message,
                place,
                "Est-ce déjà arrivé ? Accordez le temps du verbe et la date.",
                mark=f".raconte{number}",
            )
            break
    for match in _SINCE.finditer(draft.folded.text):
        age = draft.day.year - int(match["year"])
        if abs(age - int(match["age"])) > 1:
            message = f"De {match['year']} à {draft.day.year}, cela fait {age} ans."
            yield wrong(message, draft.at(match), "L’année ou l’âge : lequel est le bon ?", mark=".age")
            return
