"""`carnet`: the error notebook, read, trained, exported or erased."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from ascom_coach.cli.output import dump, opened
from ascom_coach.clock import now
from ascom_coach.coach import Coach
from ascom_coach.errors import WrongUseError
from ascom_coach.journal import Notebook, standing, texts_noted
from ascom_coach.notebook import export_notebook, progress_rules

EMPTY = (
    "Votre carnet est vide : il se remplit quand vos textes sont relus dans l’application, "
    "ou avec « relire FICHIER --carnet »."
)


def run(arguments: argparse.Namespace) -> int:
    """Show, train, export or erase the notebook of the person who uses the program."""
    with opened(arguments) as coach:
        match arguments.action:
            case "voir" if arguments.json:
                dump({"person": coach.notes.person, "rules": progress_rules(coach.notes)})
            case "voir":
                for line in notebook_lines(coach.notes.read()):
                    print(line)
            case "exercices":
                _drill(coach)
            case "exporter":
                print(f"Carnet écrit : {export_notebook(coach.notes, arguments.target)}")
            case "effacer":
                _erase(coach, arguments.oui)
    return 0


def notebook_lines(book: Notebook) -> Iterator[str]:
    """The notebook as plain lines."""
    if not book.texts:
        yield EMPTY
        return
    yield f"Carnet d’erreurs{f' de {book.person}' if book.person else ''} : {texts_noted(book)}"
    for entry in book.entries:
        state = "acquise" if entry.acquired else entry.trend
        yield f"• {entry.family.title} : {standing(entry)} ({state})"
        if not entry.acquired:
            yield f"  Test : {entry.family.test}"
    if book.never:
        yield f"Sans erreur jusqu’ici : {' ; '.join(family.title for family in book.never)}"
    if book.weakest:
        yield f"À entraîner : {' ; '.join(family.title for family in book.weakest)} (« carnet exercices »)"


def _drill(coach: Coach) -> None:
    """Three sentences, one choice each; Enter alone stops."""
    book = coach.notes.read()
    found = book.drill()
    if not found:
        print(EMPTY if not book.texts else "Rien à entraîner : aucune règle en attente. Bravo.")
        return
    day = book.next_day()
    if day is not None and day.isoformat() > now()[:10]:
        print(
            f"Prochain entraînement conseillé le {day:%d/%m/%Y} ; rien n’empêche de s’y remettre maintenant."
        )
    for rank, exercise in enumerate(found, 1):
        print(f"{rank}. {exercise.shown}")
        for number, choice in enumerate(exercise.choices, 1):
            print(f"   {number} {choice}")
        print("Votre choix : ", end="", flush=True)
        typed = sys.stdin.readline().strip()
        if not typed:
            print("\nOn s’arrête là ; vos réponses sont gardées.")
            return
        chosen = int(typed) if typed.isdecimal() else 0
        right = 0 < chosen <= len(exercise.choices) and exercise.choices[chosen - 1] == exercise.right
        coach.notes.answer(exercise.family, exercise.number, right, now())
        print("Juste." if right else f"Non : « {exercise.right} ».")
        if not right:
            family = next(one for one in book.weakest if one.id == exercise.family)
            print(f"   {family.rule}\n   Test : {family.test}")


def _erase(coach: Coach, sure: bool) -> None:
    if not sure:
        if not sys.stdin.isatty():
            raise WrongUseError("Pour effacer sans question, ajoutez --oui.")
        print("Effacer votre carnet d’erreurs ? Vos séances restent. Tapez oui : ", end="", flush=True)
        if sys.stdin.readline().strip().lower() != "oui":
            print("Le carnet est gardé.")
            return
    coach.notes.erase()
    print("Votre carnet est effacé de ce poste. Vos séances restent.")
