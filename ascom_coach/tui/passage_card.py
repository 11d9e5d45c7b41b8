"""One passage on the right of the Référentiel: its words, its row, why it is listed, what trains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from ascom_coach.referential import Passage
    from ascom_coach.retrieval import Found
    from ascom_coach.retrieval.course import CoursePassage
    from ascom_coach.shelf import Card

KINDS = {
    "loi": "Texte de loi", "titre": "Intitulé du titre", "definition": "Définition", "bloc": "Titre de bloc",
    "activite": "Activités", "competence": "Compétences", "modalite": "Modalités d’évaluation",
    "outil": "Moyens du candidat", "production": "Productions", "critere": "Critères",
}  # fmt: skip
_ONE = {"activite": "Activité", "competence": "Compétence", "production": "Production", "critere": "Critère"}
_ROW = (
    ("activite", "Ce que l’on fait"),
    ("competence", "Ce qu’il faut savoir faire"),
    ("production", "Ce que l’on remet"),
    ("critere", "Ce qui est jugé"),
)
_NO_CRITERION = "Le référentiel ne donne aucun critère pour le bloc 3."


def cut(text: str, width: int = 90) -> str:
    """The text on one line, cut at a word."""
    return text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + "…"


def passage_content(passage_id: str, found: Found | None = None) -> Content:
    """The passage word for word, where it stands, its row of the table, and why a question found it."""
    from ascom_coach.referential import load_referential

    referential = load_referential()
    passage: Passage = referential.passage(passage_id)
    where = f"Bloc {passage.bloc}" if passage.bloc else "Le titre"
    ids = "/".join(referential.twins(passage_id))
    parts: list[str | tuple[str, str]] = [
        (f"{ids} · {_ONE.get(passage.kind, KINDS[passage.kind])}\n", "bold"),
        f"{where} · texte officiel, ligne {passage.line} de la source\n\n« {passage.shown} »\n",
    ]
    if found is not None and found.because:
        parts += [("\nPourquoi ce résultat\u00a0?\n", "bold"), f"{found.because}\n"]
    row = referential.row(passage_id)
    if row:
        parts.append(("\nSa ligne", "bold"))
        parts.append(" (rapprochement de formation, à titre de repère)\n")
    for kind, title in _ROW if row else ():
        together = [one for one in row if one.kind == kind and one.id != passage_id]
        if together:
            parts.append((f"{title}\n", "italic"))
            parts += [f"  {one.id} · {cut(one.shown)}\n" for one in together[:5]]
        elif kind == "critere" and passage.bloc == 3:
            parts.append(f"{_NO_CRITERION}\n")
    return Content.assemble(*parts)


def lesson_content(lesson: CoursePassage) -> Content:
    """A passage of the trainer's course, told apart from the official text."""
    return Content.assemble(
        (f"{lesson.file} · {lesson.place}\n", "bold"),
        "Cours ajouté par votre formateur, non officiel\n\n",
        f"{lesson.text}\n",
    )


def training_content(cards: list[Card]) -> Content:
    """The scenarios that train the passage, to add under it."""
    if not cards:
        return Content.assemble("\nAucun scénario ne l’entraîne encore.\n")
    lines = [f"  {card.title} (bloc {card.bloc}, {card.minutes} min)\n" for card in cards]
    return Content.assemble(("\nPour vous entraîner\n", "bold"), *lines)
