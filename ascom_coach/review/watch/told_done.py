# ruff: noqa: E501 -- a pattern stays on one line
"""What a text says happened: done on a day still to come, right where it is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ascom_coach.language import fold, plain
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.meanings import Said
from ascom_coach.review.watch.plainly import Told

_GONE = (
    r"(?:est|sont|suis|sommes|etes|es) (?:deja |bien |ensuite )?(?:passee?s?|venue?s?|allee?s?|arrivee?s?|intervenue?s?|partie?s?|revenue?s?|rentree?s?)"
    r"|(?:a|ont) (?:deja |bien )?eu lieu|s'est (?:deja |bien )?(?:tenue?|deroulee?|terminee?)|(?:a|ont) (?:deja |bien )?ete (?:faite?s?|realisee?s?|effectuee?s?|envoyee?s?|livree?s?)"
)
_PAST = re.compile(rf"(?<!\w)(?:{_GONE})(?P<between>[^.;:!?]{{0,45}})$")
_TO_COME = re.compile(
    r"(?<!\w)(?:pour|avant|d'ici|jusqu'au|des|a partir d[ue]|en vue|prevue?s?|fixee?s?|reporte\w*|au|du|qui|que)(?!\w)"
)
_RIGHT = re.compile(
    r"(?<!\w)(?:est|sont|etai(?:t|ent)|semble|parai[ts]\w*|me parait) (?:donc |bien |tout a fait |parfaitement |entierement |totalement |en tout point )*"
    r"(?:exacte?s?|justes?|correcte?s?|conformes?|bonnes?|en regle|sans (?:erreur|faute|anomalie)s?|en ordre)(?!\w)"
    r"|(?<!\w)(?:ne (?:comporte|contient|presente|comportent|contiennent|presentent) (?:aucune|pas d')|aucune|pas d') ?(?:erreur|anomalie|faute)s?(?: (?:sur|dans))?"
)


def done_to_come(said: Said, today: dt.date) -> Iterator[Told]:
    """« Joris est passé mardi 17 novembre » on the 16th: what is still to come is told as done."""
    for value in said.values:
        day = value.value.date() if isinstance(value.value, dt.datetime) else value.value
        if value.kind != "date" or not isinstance(day, dt.date) or day <= today or value.unit:
            continue
        start, _ = said.sentence(value.start)
        match = _PAST.search(plain(said.text[min(start, value.start) : value.start]))
        if match is not None and not _TO_COME.search(match["between"]):
            yield value.start, value.end, f"{day.day}"


def said_right(said: Said, wrong: Sequence[tuple[frozenset[str], str]]) -> Iterator[Told]:
    """« cette facture est exacte » of a paper in which something wrong is to be told. `wrong`: (roots of its title, title)."""
    for start, end in said.sentences:
        folded = fold(said.text[start:end])
        if said.text[start:end].rstrip().endswith("?"):
            continue
        for match in _RIGHT.finditer(folded.text):
            before = re.split(r"[;:]|,(?!\d)", folded.text[: match.start()])[-1]
            after = folded.text[match.end() :]
            if re.search(r"(?<!\w)(?:ne|n'|pas|si|verifi\w*|que si|une fois)(?!\w)", before):
                continue
            about = roots(before) | (
                roots(after) if "erreur" in match.group() or "anomalie" in match.group() else frozenset()
            )
            title = next((name for words, name in wrong if words & about), "")
            if title and not re.search(
                r"(?<!\w)(?:date|adresse|prix unitaire|reste|tva|reference)(?!\w)", before
            ):
                first, last = folded.span(*match.span())
                yield start + first, start + last, title
