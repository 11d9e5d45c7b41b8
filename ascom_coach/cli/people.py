"""`profil` and `progression`: who uses this computer, and how each one gets on."""

from __future__ import annotations

import argparse

from ascom_coach.cli.debrief import LEVELS
from ascom_coach.cli.notebook import notebook_lines
from ascom_coach.cli.output import dump, opened
from ascom_coach.coach import Coach


def run(arguments: argparse.Namespace) -> int:
    """List, choose, export or erase people; show progress."""
    with opened(arguments) as coach:
        if arguments.command == "progression":
            _progress(coach, arguments.json)
            return 0
        match arguments.action:
            case "lister":
                _list(coach, arguments.json)
            case "choisir":
                print(f"Bonjour {coach.choose_person(arguments.name)}.")
            case "exporter":
                print(f"Tout est dans « {coach.export_person(arguments.name, arguments.target)} ».")
            case "effacer":
                coach.erase_person(arguments.name)
                print(f"Tout ce qui concernait {arguments.name} est effacé de ce poste.")
    return 0


def _list(coach: Coach, as_json: bool) -> None:
    people, present = coach.journal.people(), coach.journal.person()
    if as_json:
        dump({"people": people, "current": present})
        return
    if not people:
        print("Personne pour l’instant : « profil choisir PRÉNOM » en ajoute une.")
    for name in people:
        print(f"{'→' if name == present else ' '} {name}")


def _progress(coach: Coach, as_json: bool) -> None:
    progress = coach.progress()
    if as_json:
        dump(progress)
        return
    book = coach.notes.read()
    if not progress["sessions"] and not book.texts:
        print("Aucune séance pour l’instant : « ascom-coach » ouvre l’application.")
        return
    for row in progress["sessions"]:
        ended = "terminée" if row["ended"] else "en cours"
        print(f"{row['opened'][:16].replace('T', ' ')} · {row['scenario']} · {ended} · {row['id']}")
    for kept in progress["levels"]:
        levels = ", ".join(f"{key} {LEVELS[value]}" for key, value in kept["levels"].items() if value)
        print(f"{kept['at'][:10]} · version {kept['version']} : {levels or 'pas assez d’éléments'}")
    if book.texts:
        for line in notebook_lines(book):
            print(line)
        return
    for item in progress["notebook"]:
        print(f"Erreurs de français — {item['label']} : {item['count']}")
