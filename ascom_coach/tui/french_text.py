"""French as it is taught on the screen: the overview, a lesson step by step. Pure functions from a review to words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from ascom_coach.review import STEPS, lessons, reading_ease, steps, well_done
from ascom_coach.tui.words import count

if TYPE_CHECKING:
    from ascom_coach.review import Lesson, Lessons, Review

Part = str | tuple[str, str]
_NEXT = ("", "la règle et un test", "la correction")


def taught(review: Review) -> Lessons:
    """The lessons of a review."""
    told: Any = review.language
    return lessons(told.get("remarks") or ())


def french_overview(review: Review) -> Content:
    """One thing done well first, then how many remarks and how to open them, then how the text reads."""
    told: Any = review.language
    found = taught(review)
    parts: list[Part] = [("Le français de votre texte\n", "bold")]
    praise = well_done(told.get("texts") or ())
    if praise:
        parts.append(f"\n✓ {praise}\n")
    if found.counted:
        kept = count(
            found.counted,
            "remarque comptée, plus bas dans la liste",
            "remarques comptées, rangées par règle plus bas dans la liste : les plus fréquentes d’abord",
        )
        parts.append(f"\n{kept}.\n")
        parts.append(
            "Chaque règle s’ouvre en trois étapes, avec Entrée ou F5 : où et quelle sorte, la règle et un test, puis "
            "la correction, après votre deuxième version.\n"
        )
    else:
        parts.append("\nAucune faute relevée dans ce qui a pu être relu.\n")
    if found.advice:
        parts.append(
            f"\n{count(len(found.advice), 'conseil', 'conseils')} en plus, sans effet sur le niveau.\n"
        )
    ease = reading_ease(told.get("texts") or ())
    if ease:
        parts.append(("\nLecture\n", "bold"))
        parts += [f"{line}\n" for line in ease]
    parts.append(f"\nRelu par : {_engines(told.get('engines') or ())}\n")
    return Content.assemble(*parts)


def _engines(engines: Any) -> str:
    names = {"integre": "le correcteur intégré", "languagetool": "LanguageTool", "grammalecte": "Grammalecte"}
    told = []
    for item in engines:
        known = item if isinstance(item, dict) else {"id": item}
        name = names.get(str(known["id"]), str(known["id"]))
        missing = str(known.get("reason") or "pas disponible").rstrip(".")
        told.append(name if known.get("available", True) else f"{name} (non : {missing})")
    return ", ".join(told) or "le correcteur intégré"


def lesson_text(lesson: Lesson, review: Review, opened: int, *, fixes: bool, exam: bool) -> Content:
    """A lesson up to the step that is open, and what the next one holds."""
    told: Any = review.language
    parts: list[Part] = []
    for title, lines in steps(lesson, opened, fixes=fixes, exam=exam, engines=told.get("engines") or ()):
        parts.append((f"{title}\n", "bold"))
        parts += [f"{line}\n" for line in lines]
        parts.append("\n")
    if opened < STEPS:
        parts.append(f"Entrée : ouvrir l’étape {opened + 1}, {_NEXT[opened]}.\n")
    return Content.assemble(*parts)
