"""What was read in the instruction is corrected on the screen, then the draft is read again with the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from ascom_coach.errors import RefusedInputError
from ascom_coach.review import Demand, added, confirmed, read_instruction, with_value
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.demands import Demands
from ascom_coach.tui.draft import Draft, DraftReview
from tests.tui.tour import drawn, press, settle

LETTER = (
    "Objet : votre commande C-1802\n\nMadame,\n\nVotre lampe partira demain matin, avec nos excuses pour ce retard. "
    "Vous la recevrez jeudi 12 mars 2026.\n\nCordialement,\n\nNadia Le Bris\n"
)
ASKED = "Réponds à Mme Petit : précise le numéro C-1802, la date du 12 mars 2026 et un avoir de 30 €. Merci."


async def _until(pilot: Pilot[Any], kind: type) -> None:
    for _ in range(600):
        await pilot.pause(0.01)
        if isinstance(pilot.app.screen, kind):
            return


async def _reviewed(app: CoachApp, pilot: Pilot[Any], file: Path, asked: str) -> None:
    file.write_text(LETTER, encoding="utf-8")
    await settle(pilot)
    await app.push_screen(Draft())
    await pilot.pause()
    app.screen.query_one("#fichier", Input).value = str(file)
    app.screen.query_one("#consigne", TextArea).text = asked
    await press(pilot, "f8")
    await _until(pilot, DraftReview)
    await settle(pilot)


def _missing(app: CoachApp) -> list[str]:
    assert isinstance(app.screen, DraftReview)
    found = [one for one in app.screen.review.findings if one.check == "brouillon:demande"]
    return [one.message for one in found if one.status in ("defaut", "a_verifier")]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_demand_is_dropped_another_changed_and_the_draft_read_again(
    named: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = CoachApp(data=named)
    async with app.run_test(size=size) as pilot:
        await _reviewed(app, pilot, tmp_path / "reponse.txt", ASKED)
        assert any("30 €" in one for one in _missing(app))
        assert "lu dans la consigne : F6" in " ".join(drawn(app).split())
        await press(pilot, "f6")
        await _until(pilot, Demands)
        screen = app.screen
        assert isinstance(screen, Demands)
        assert "30 €" in " ".join(drawn(app).split())
        values = [one.value for one in screen.demands]
        listed = screen.query_one("#constats", OptionList)
        listed.highlighted = next(at for at, one in enumerate(values) if "30" in one)
        await press(pilot, "f8")
        assert "[ ]" in drawn(app)
        listed.highlighted = next(at for at, one in enumerate(values) if "1802" in one)
        await press(pilot, "enter")
        app.screen.query_one("#ligne", Input).value = "C-1803"
        await press(pilot, "enter")
        await settle(pilot)
        assert "C-1803" in drawn(app)
        await press(pilot, "f6")
        await _until(pilot, DraftReview)
        for _ in range(600):
            await pilot.pause(0.01)
            if any("C-1803" in one for one in _missing(app)):
                break
        await settle(pilot)
        assert not any("30 €" in one for one in _missing(app))
        assert any("C-1803" in one for one in _missing(app))
        assert app.screen.instruction is not None
        assert app.screen.instruction.confirmed


async def test_a_demand_is_added_and_one_that_says_nothing_is_refused(named: Path, tmp_path: Path) -> None:
    app = CoachApp(data=named)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _reviewed(app, pilot, tmp_path / "reponse.txt", "Réponds à Mme Petit en 120 mots au plus.")
        await press(pilot, "f6")
        await _until(pilot, Demands)
        screen = app.screen
        assert isinstance(screen, Demands)
        at = next(at for at, one in enumerate(screen.demands) if one.sort == "mots_max")
        screen.query_one("#constats", OptionList).highlighted = at
        await press(pilot, "f3")
        app.screen.query_one("#ligne", Input).value = "beaucoup"
        await press(pilot, "enter")
        await settle(pilot)
        assert "en chiffres" in " ".join(drawn(app).split())
        assert screen.demands[at].value == "120"
        await press(pilot, "f4")
        app.screen.query_one("#ligne", Input).value = "le numéro de téléphone"
        await press(pilot, "enter")
        await settle(pilot)
        assert "numéro de téléphone" in " ".join(drawn(app).split())


async def test_without_an_instruction_there_is_nothing_to_correct(named: Path, tmp_path: Path) -> None:
    app = CoachApp(data=named)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await _reviewed(app, pilot, tmp_path / "reponse.txt", "")
        await press(pilot, "f6")
        await settle(pilot)
        assert isinstance(app.screen, DraftReview)
        assert "Aucune consigne" in " ".join(drawn(app).split())


async def test_the_list_tells_what_is_to_be_left_out_and_what_is_for_the_trainee(
    named: Path, tmp_path: Path
) -> None:
    app = CoachApp(data=named)
    async with app.run_test(size=(80, 24)) as pilot:
        await _reviewed(
            app, pilot, tmp_path / "reponse.txt", "Réponds à Mme Petit. Pas de menace. Une page maxi."
        )
        await press(pilot, "f6")
        await _until(pilot, Demands)
        shown = " ".join(drawn(app).split())
        assert "À éviter : une menace" in shown
        assert "Pour vous : la quantité" in shown
        assert "[x] Le destinataire" in shown


def test_values_that_could_not_be_looked_for_are_refused() -> None:
    words, hours = Demand("limite", "mots_max", "120"), Demand("limite", "ouverture", "en semaine")
    assert with_value(words, " 150 ").value == "150"
    assert with_value(hours, "du lundi au jeudi").value == "du lundi au jeudi"
    for demand, value in ((words, "cent"), (hours, "comme d’habitude"), (words, "  ")):
        with pytest.raises(RefusedInputError):
            with_value(demand, value)
    read = read_instruction("Réponds à Mme Petit en 120 mots au plus.")
    done = confirmed(read, [*read.demands, added("le téléphone")])
    assert done.confirmed
    assert (done.demands[-1].role, done.demands[-1].value) == ("a_trouver", "le téléphone")
