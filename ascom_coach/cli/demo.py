"""`demo`: the whole loop with nothing to type. A scripted trainee plays, hands in, is reviewed twice."""

from __future__ import annotations

import argparse
from pathlib import Path

from ascom_coach.cli.debrief import debrief
from ascom_coach.cli.output import lines_of, opened, tell
from ascom_coach.cli.plain import opening, told
from ascom_coach.coach import Coach
from ascom_coach.desk import Desk
from ascom_coach.errors import CoachError, RefusedInputError
from ascom_coach.rehearsal import commands
from ascom_coach.settings import prepared_folder

SCENARIO = "chaudiere-du-lundi"
REPLIES = "demo.txt"


def run(arguments: argparse.Namespace) -> int:
    """Play the demonstration and leave a report in docx and html."""
    target = prepared_folder(arguments.sortie or Path("demo-ascom"))
    with opened(arguments) as coach:
        script = coach.script(SCENARIO)
        lines = [line.replace("{scenario}", str(script.folder)) for line in lines_of(script.folder / REPLIES)]
        desk = coach.open_desk(SCENARIO, person="Démonstration", replies="\n".join(lines))
        print("Démonstration : un stagiaire imaginaire joue tout le scénario. Rien à taper.\n")
        for line in [*opening(desk), *told(desk, desk.rehearsal.events)]:
            print(line)
        for line in lines:
            _one(coach, desk, line)
        if not desk.state.over:
            desk.do(commands.Finish())
        for line in debrief(coach, desk):
            print(line)
        review = coach.review_desk(desk)
        for name in ("rapport.docx", "rapport.html"):
            coach.write_report(review, target / name, desk=desk)
        print(
            f"\nLe rapport est à ouvrir : {target / 'rapport.html'} (ou rapport.docx, dans le même dossier)."
        )
        print("À vous : « ascom-coach » ouvre l’application.")
    return 0


def _one(coach: Coach, desk: Desk, line: str) -> None:
    if line.startswith("#!bilan"):
        review = coach.review_desk(desk)
        count = sum(finding.status == "defaut" for finding in review.findings)
        print(
            f"(Premier bilan : {count} points à reprendre. Le stagiaire corrige, puis remet sa deuxième version.)"
        )
        return
    try:
        command = commands.parse(line)
        if command is not None:
            for said in told(desk, desk.do(command)):
                print(said)
    except RefusedInputError as error:
        tell(str(error))
    except CoachError:
        raise
