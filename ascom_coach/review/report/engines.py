"""Who spoke and who appreciated: for each model and prompt version, the turns and the criteria that are its own."""

from __future__ import annotations

from collections.abc import Sequence

from ascom_coach.review.model import Review
from ascom_coach.review.report.parts import Section, Table, Text
from ascom_coach.review.report.words import NBSP, clean

_SHOWN = 40


def engines_section(review: Review, turns: Sequence[tuple[int, str, str]]) -> Section | None:
    """None when no model took part. `turns` are (event number, what it did, model and prompt)."""
    work: dict[tuple[str, str], list[str]] = {}
    for number, use, engine in turns:
        work.setdefault((clean(engine), clean(use)), []).append(str(number))
    for criterion in review.criteria:
        given = criterion.appreciation
        if given and given.get("model"):
            engine = f"{given['model']}, consigne {given.get('prompt') or 'inconnue'}"
            work.setdefault((clean(engine), "appréciation"), []).append(clean(criterion.id))
    if not work:
        return None
    rows = tuple(
        (
            engine,
            use,
            ", ".join(places[:_SHOWN])
            + (f" et {len(places) - _SHOWN} autres" if len(places) > _SHOWN else ""),
        )
        for (engine, use), places in work.items()
    )
    return Section(
        "modeles",
        "Ce qui vient d’un modèle",
        (
            Text(
                "Tout le reste vient du moteur intégré. Les niveaux et les constats sont calculés sans modèle"
                f"{NBSP}: aucun ne dépend de ce tableau."
            ),
            Table(
                "Modèle et version de la consigne, travail fait, échanges ou critères concernés",
                ("Modèle", "Travail", "Où"),
                rows,
                (45, 20, 35),
            ),
        ),
    )
