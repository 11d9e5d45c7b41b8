"""French taught on the screen: three steps, the fix after a second version, the notebook and its exercises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ascom_coach.coach import Coach
from ascom_coach.journal import Mark
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.french_text import french_overview
from tests.review.report_samples import bloc_one
from tests.tui.sample import app_on
from tests.tui.tour import drawn, place, press, settle

LETTER = """Madame Renaud,

Nous avons reçu deux carton et il manque trois chaise. Votre commande à été expédiée hier par notre transporteur.
Veuillez nous contactez avant lundi si vous avez un doute.

Cordialement,
Inès Petit
"""
SIZES = [(80, 24), (120, 40)]


def noted(folder: Path) -> Path:
    """The data folder of somebody with four texts in the notebook."""
    coach = Coach(folder)
    coach.choose_person("Inès")
    texts = (
        "Nous avons bien reçu votre lettre du trois mars au sujet de la table verte",
        "Le technicien passera jeudi matin pour réparer la chaudière de votre magasin",
        "Merci de nous confirmer la date de la réunion et le nombre de personnes",
        "Votre facture est prête : vous pouvez la retirer au bureau dès cet après-midi",
    )
    for day, text in enumerate(texts, 1):
        marks = [
            Mark("er-e", 2 if day < 4 else 1, 6, ("« Nous allons ▸vérifié◂ le stock. »",)),
            Mark("leur", int(day == 1), 3, ("« Je ▸leurs◂ ai écrit. »",) if day == 1 else ()),
            Mark("ponctuation", 0, 9),
        ]
        coach.notes.note(f"lettre{day}.docx", text, 14, marks, f"2026-03-0{day}T09:00:00")
    coach.close()
    return folder


async def to_notebook(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "f3")


async def reviewed(app: CoachApp, pilot: Pilot[Any], path: Path) -> None:
    """From the accueil to the review of a draft."""
    await press(pilot, "f7")
    app.screen.query_one("#fichier", Input).value = str(path)
    await press(pilot, "f8")


async def choose(app: CoachApp, pilot: Pilot[Any], words: str) -> None:
    """Put the line that holds these words in front."""
    options = app.screen.query_one("#constats", OptionList)
    lines = [str(options.get_option_at_index(i).prompt) for i in range(options.option_count)]
    options.highlighted = next(i for i, line in enumerate(lines) if words in line)
    await pilot.pause()
    await settle(pilot)


async def test_a_rule_opens_in_three_steps_and_the_fix_waits(named: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "v1.txt", tmp_path / "v2.txt"
    first.write_text(LETTER, encoding="utf-8")
    second.write_text(LETTER.replace("deux carton ", "deux cartons "), encoding="utf-8")
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await reviewed(app, pilot, first)
        await choose(app, pilot, "«\u00a0carton\u00a0»")
        assert "▸carton◂" in drawn(app)
        assert "Test :" not in drawn(app)
        await press(pilot, "enter")
        assert "Test :" in drawn(app)
        await press(pilot, "f5")
        assert "deuxième" in drawn(app)
        assert "cartons" not in drawn(app)
        await press(pilot, "f5")
        assert "Choisissez d’abord une règle" in drawn(app) or len(app._notifications) == 1
        await press(pilot, "escape", "escape")
        await reviewed(app, pilot, second)
        await choose(app, pilot, "«\u00a0chaise\u00a0»")
        await press(pilot, "enter", "enter")
        assert "→ « chaises »" in drawn(app)


async def test_the_overview_begins_with_what_is_done_well(named: Path, tmp_path: Path) -> None:
    path = tmp_path / "v1.txt"
    path.write_text(LETTER, encoding="utf-8")
    app = app_on(named)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await reviewed(app, pilot, path)
        await choose(app, pilot, "Français")
        seen = drawn(app)
        assert seen.index("Réussi :") < seen.index("remarques comptées")
        assert "mots par phrase" in seen


@pytest.mark.parametrize("size", SIZES)
async def test_the_notebook_is_read_trained_exported_and_erased(
    named: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(noted(named))
    async with app.run_test(size=size) as pilot:
        await to_notebook(pilot)
        assert place(app) == "carnet"
        assert "4 textes notés" in drawn(app)
        assert "Acquises (1)" in drawn(app)
        await press(pilot, "down")
        assert "7 erreurs pour 24 occasions, soit 29 %" in " ".join(drawn(app).split())
        assert "en progrès" in drawn(app)
        await press(pilot, "f5")
        assert "1 sur 3" in drawn(app)
        await press(pilot, "1")
        assert "Juste." in drawn(app)
        await press(pilot, "enter")
        await press(pilot, "1")
        assert "Non :" in drawn(app)
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert "sur 3." in drawn(app)
        await press(pilot, "enter", "home")
        assert "réponses justes sur 3" in drawn(app)
        assert "Prochain entraînement conseillé" in " ".join(drawn(app).split())
        await press(pilot, "f7")
        app.screen.query_one("#ligne", Input).value = str(tmp_path / "carnet.md")
        await press(pilot, "enter")
        assert "Inès" in (tmp_path / "carnet.md").read_text(encoding="utf-8")
        await press(pilot, "f8", "left", "enter")
        assert "Votre carnet est vide" in drawn(app)


async def test_an_empty_notebook_says_how_it_fills(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await to_notebook(pilot)
        assert "Votre carnet est vide" in drawn(app)
        await press(pilot, "f5")
        assert place(app) == "carnet"


@pytest.mark.parametrize("size", SIZES)
def test_the_notebook_looks_the_same(named: Path, size: tuple[int, int], snap_compare: Any) -> None:
    assert snap_compare(app_on(noted(named)), terminal_size=size, run_before=to_notebook)


def test_a_criterion_of_three_parts_has_three_lines() -> None:
    from ascom_coach.tui.debrief_text import criterion_text, overview

    review = bloc_one()
    criterion = next(one for one in review.criteria if one.id == "K1.4")
    for shown in (overview(review, None).plain, criterion_text(review, criterion).plain):
        assert "• langue : en cours\n" in shown
        assert "• argumentaire : pas de niveau\n" in shown


def test_the_overview_agrees_and_does_not_hide_the_french() -> None:
    from ascom_coach.tui.debrief_text import level_line, overview

    review = bloc_one()
    assert "1 contrôle évalué sur 2" in level_line(replace(review.criteria[0], assessed=1, total=2))
    assert "2 contrôles évalués sur 2" in level_line(replace(review.criteria[0], assessed=2, total=2))
    quiet = replace(review, priorities=(), language={"remarks": []})
    assert "Rien d’urgent à reprendre" in overview(quiet, None).plain
    doubt = replace(review.findings[0], id="doute", status="a_verifier", severity=None)
    sure = replace(quiet, findings=tuple(one for one in quiet.findings if one.status != "a_verifier"))
    doubtful = replace(sure, findings=(*sure.findings, doubt))
    assert "lisez les niveaux" in overview(sure, None).plain
    assert "commencez par ce qui est à vérifier (1)" in overview(doubtful, None).plain
    fault = {"counted": True, "label": "accord", "quote": "badge", "message": "Un pluriel.", "locator": None}
    told = overview(replace(quiet, language={"remarks": [fault]}), None).plain
    assert "sauf le français" in told
    assert "à reprendre" not in told.split("Ce qui est réussi")[0]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 remarque comptée, plus bas dans la liste."), (2, "2 remarques comptées, rangées par règle")],
)
def test_the_number_of_remarks_agrees(number: int, words: str) -> None:
    fault = {"counted": True, "label": "accord", "quote": "badge", "message": "Un pluriel.", "locator": None}
    told = french_overview(replace(bloc_one(), language={"remarks": [fault] * number})).plain
    assert words in told
    assert ("rangées" in told) == (number > 1)
