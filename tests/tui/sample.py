"""A data folder with the test scenario, and a review written by hand: screens are shown the same thing every time."""

from __future__ import annotations

from pathlib import Path

from ascom_coach.coach import Coach
from ascom_coach.desk import Desk
from ascom_coach.documents import Locator
from ascom_coach.rehearsal import commands
from ascom_coach.review import CriterionResult, Finding, Review
from ascom_coach.tui.app import CoachApp

SCENARIO = "colis-en-retard"
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios"


def prepare(folder: Path, monkeypatch: object | None = None) -> Path:
    """A data folder that knows the test scenario and speaks at once."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reglages.toml").write_text(
        f'[affichage]\nparoles_immediates = true\n[scenarios]\ndossiers = ["{SCENARIOS.as_posix()}"]\n',
        encoding="utf-8",
    )
    return folder


def app_on(folder: Path, **options: object) -> CoachApp:
    """The app on that folder, with a clock that stands still."""
    return CoachApp(folder, clock=lambda: 0.0, **options)  # type: ignore[arg-type]


QUESTION = "Bonjour, quel est votre numéro de commande ?"
MOMENTS = ("consigne", "appel", "redaction", "bilan")


def app_at(folder: Path, moment: str, **options: object) -> CoachApp:
    """The app, going on with a session played to a moment by the coach's own commands.

    The screens before are walked through by the tests of the path, of the pictures and of the words.
    """
    coach = Coach(folder)
    desk = coach.open_desk(SCENARIO)
    for name in MOMENTS[1 : MOMENTS.index(moment) + 1]:
        if name == "appel":
            desk.do(commands.NextStep())
        elif name == "redaction":
            desk.do(commands.Say(QUESTION))
            desk.do(commands.NextStep())
        else:
            desk.hand_in_text("reponse", "Oui")
            desk.do(commands.SelfAssess("K1.2", "en_cours"))
            desk.do(commands.SelfAssess("K1.4", "atteint"))
    coach.close()
    return app_on(folder, resume=desk.id, **options)


def review_of(coach: Coach, desk: Desk) -> Review:
    """A review with one finding of each outcome."""
    handed = desk.copies()
    file = handed[0][2] if handed else "reponse.txt"
    name = Path(file).name
    return Review(
        scenario=desk.scenario.id,
        session=desk.row.label,
        files=({"path": name, "type": "txt", "sha256": "0"},),
        criteria=(
            CriterionResult("K1.2", "Respect des consignes", True, "en_cours", 3, 4, why="Un contrôle attend."),
            CriterionResult("K1.4", "Qualité de la relation", True, None, 1, 4),
            CriterionResult("KX3.1", "Cohérence du message", False, "atteint", 2, 2),
        ),
        findings=(
            Finding(
                "reponse.c1", "c1", 1, "K1.2", "defaut", "bloquant", Locator(name, "text", "l3"), "votre colis [/x]",
                "Le numéro de commande manque. Le client ne peut pas retrouver son dossier.",
                "Ajoutez-le dès la première phrase.", ("K1.2", "A1.01"), "restant", "reponse",
            ),
            Finding("reponse.c2", "c2", 1, "K1.4", "conforme", None, None, "", "La longueur convient.", ""),
            Finding(
                "reponse.c4", "c4", 1, "K1.4", "non_evaluable", None, None, "", "Le ton demande un lecteur.", "",
                needs="modele_ou_formateur",
            ),
            Finding(
                "reponse.c3", "c3", 1, "KX3.1", "a_verifier", "mineur", Locator(name, "text", "l5"), "rembourser",
                "Un mot peut engager la maison.", "Relisez vos consignes.",
            ),
        ),
        language={"engines": ["intégré"], "remarks": [
            {"label": "accord", "quote": "les colis perdu", "message": "Accord avec « colis ».", "counted": True}
        ]},
        priorities=("reponse.c1", "reponse.c3"),
        strengths=("reponse.c2",),
        verdicts=tuple(coach.journal.verdicts(desk.id)),
    )  # fmt: skip
