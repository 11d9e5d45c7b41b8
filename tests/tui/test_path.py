"""The whole path, as somebody types it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Button, Input, OptionList, TextArea

from ascom_coach.coach import Coach
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.writing import Writing
from tests.tui.conftest import ready_review
from tests.tui.sample import app_at, app_on
from tests.tui.tour import drawn, place, press, say, settle, to_interview

SIZES = [(80, 24), (120, 40)]


@ready_review
@pytest.mark.parametrize("size", SIZES)
async def test_from_a_name_to_the_debrief(folder: Path, size: tuple[int, int]) -> None:
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert place(app) == "personnes"
        await press(pilot, *"Lou", "enter")
        assert place(app) == "accueil"
        assert "Bonjour Lou" in drawn(app)
        await press(pilot, "enter")
        assert place(app) == "dossier"
        assert "Maison Oolong" in drawn(app)
        await press(pilot, "enter")
        for _ in range(5):
            await press(pilot, "enter")
        assert "avant onze" in drawn(app)
        await press(pilot, *"un courriel suffit ?", "enter")
        assert "canal" in app.sitting.desk.state.asked
        assert "Mme Ferrand :" in drawn(app)
        await press(pilot, "f3", *"11 h")
        await press(pilot, "f6", "enter")
        assert app.sitting.desk.state.notes == "11 h"
        assert app.sitting.desk.state.step == "appel"
        await say(pilot, "Quel est votre numéro de commande ?")
        assert app.sitting.desk.state.told["numero"] == "T-118"
        await press(pilot, "f6", "enter")
        assert place(app) == "redaction"
        await press(pilot, *"Bonjour", "enter", *"T-118")
        await press(pilot, "f8")
        handed = app.sitting.desk.copies()
        assert handed[0][1].read_text(encoding="utf-8") == "Bonjour\nT-118"
        await press(pilot, "f6")
        await press(pilot, "left", "enter")
        assert place(app) == "auto"
        await press(pilot, "2", "3")
        await press(pilot, "f6")
        assert dict(app.sitting.desk.state.self_assessment) == {"K1.2": "en_cours", "K1.4": "atteint"}
        assert place(app) == "bilan"
        screen = drawn(app)
        assert "Vos priorités" in screen
        assert "Le numéro de commande manque" in screen
    assert app.failures == []


async def test_the_debrief_waits_for_a_judgement_and_a_hand_in(named: Path) -> None:
    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "f6")
        assert place(app) == "redaction"
        assert "Rien n’est remis" in drawn(app)
        await press(pilot, *"Bonjour", "f8")
        await press(pilot, "f6")
        await press(pilot, "left", "enter")
        await press(pilot, "f6")
        assert place(app) == "auto"
        assert "Donnez d’abord votre avis" in drawn(app)


async def test_the_instruction_comes_line_by_line(named: Path) -> None:
    text = (named / "reglages.toml").read_text(encoding="utf-8")
    (named / "reglages.toml").write_text(
        text.replace("paroles_immediates = true", "mots_par_minute = 60"), encoding="utf-8"
    )
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert "Répondez à Monsieur Sorel" in drawn(app)
        assert "avant onze" not in drawn(app)
        await press(pilot, "enter")
        assert "avant onze" in drawn(app)


async def test_in_exam_mode_the_instruction_does_not_stay(named: Path) -> None:
    app = app_on(named, scenario="colis-en-retard", exam=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "Répondez à Monsieur Sorel" in drawn(app)
        await press(pilot, "enter")
        assert "Répondez à Monsieur Sorel" in drawn(app), "in exam mode nothing hurries the speaker"
        screen = app.screen
        for _ in range(3):
            screen._speech and screen._speech.stop()
            screen.say_one()
        await settle(pilot)
        assert "Répondez à Monsieur Sorel" not in drawn(app)
        assert "Un geste de dix euros" not in drawn(app)
        assert "F4" not in drawn(app).splitlines()[-1]


async def test_hearing_again_is_counted(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_interview(pilot)
        assert "1 écoute restante" in drawn(app)
        await press(pilot, "f5")
        assert "Plus d’écoute possible" in drawn(app)
        assert app.sitting.desk.state.hearings == 2


async def test_topics_address_and_clarification(named: Path) -> None:
    app = app_at(named, "appel")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f4")
        assert "1. le numéro de commande" in drawn(app)
        assert app.sitting.desk.state.helps == 1
        await press(pilot, "2")
        assert "adresse" in app.sitting.desk.state.told
        await press(pilot, "f8", "2")
        assert app.sitting.desk.state.speaking_to == "livreur"
        await press(pilot, "f8", "1")
        state = app.sitting.desk.state
        app.sitting.desk.rehearsal.state = replace(
            state, pending=("numero", "adresse"), pending_labels=("le numéro", "l’adresse")
        )
        app.screen.refresh_all()
        await settle(pilot)
        assert "1 le numéro" in drawn(app)
        await press(pilot, "1", "enter")
        assert "numero" in app.sitting.desk.state.told


@pytest.mark.parametrize("answer", ["oui", "non", "clic oui", "clic non"])
async def test_a_single_choice_is_a_yes_or_no_question(named: Path, answer: str) -> None:
    app = app_at(named, "appel")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        state = app.sitting.desk.state
        app.sitting.desk.rehearsal.state = replace(state, pending=("numero",), pending_labels=("le numéro",))
        app.screen.refresh_all()
        await settle(pilot)
        assert "Répondez par oui ou par non" in app.screen.next_action()  # type: ignore[attr-defined]
        assert "Oui, le numéro" in drawn(app)
        if answer.startswith("clic"):
            _button(app, answer).press()
            await settle(pilot)
        else:
            await press(pilot, *answer, "enter")
        assert ("numero" in app.sitting.desk.state.told) is answer.endswith("oui")
        assert app.sitting.desk.state.pending == ()


def _button(app: CoachApp, answer: str) -> Button:
    wanted = answer.removeprefix("clic ").capitalize()
    return next(
        one for one in app.screen.query(Button).filter(".precision") if str(one.label).startswith(wanted)
    )


async def test_two_misses_offer_the_topics_even_during_the_instruction(named: Path) -> None:
    app = app_at(named, "consigne")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.sitting.desk.rehearsal.state = replace(app.sitting.desk.state, misses=2)
        app.screen.refresh_all()
        await settle(pilot)
        assert "F4 pour voir les sujets" in drawn(app)
        app.sitting.desk.rehearsal.state = replace(app.sitting.desk.state, misses=1)
        app.screen.refresh_all()
        await settle(pilot)
        assert "F4 pour voir les sujets" not in drawn(app)


async def test_a_file_is_handed_in_by_path_and_by_paste(named: Path, tmp_path: Path) -> None:
    file = tmp_path / "mon suivi.csv"
    file.write_text("colis;date\nT-118;10/03\n", encoding="utf-8")
    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        from textual.events import Paste

        area = app.screen.query_one("#texte", TextArea)
        area.post_message(Paste(f"'{file}'"))
        await settle(pilot)
        assert str(file) in app.screen.query_one("#fichier", Input).value
        assert area.text == ""
        await press(pilot, "enter")
        assert app.sitting.desk.state.handed("suivi").version == 1


async def test_a_saved_file_is_noticed_and_handed_in(named: Path) -> None:
    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, Writing)
        (app.sitting.desk.documents / "~$suivi.csv").write_text("x", encoding="utf-8")
        (app.sitting.desk.documents / "suivi.csv").write_text("colis\nT-118\n", encoding="utf-8")
        for _ in range(2):
            screen._look()
            await settle(pilot)
        assert [Path(name).name for name in app.sitting.noticed] == ["suivi.csv"]
        screen.query_one("#reperes", OptionList).focus()
        await press(pilot, "home", "enter")
        assert app.sitting.desk.state.handed("suivi").version == 1
        assert app.sitting.noticed == []


@ready_review
async def test_hints_verdict_second_version_and_close(named: Path) -> None:
    app = app_at(named, "bilan")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        desk = app.sitting.desk
        assert "vous sera montré après une deuxième version" not in drawn(app)
        screen = app.screen
        options = screen.query_one("#constats", OptionList)
        pane = next(iter(screen.query("ReviewPane")))
        options.highlighted = next(
            i for i, e in enumerate(pane.entries) if e.finding and e.finding.check == "c1"
        )
        await settle(pilot)
        assert "reponse.txt, ligne 3" in drawn(app)
        assert "« votre colis [/x] »" in drawn(app)
        await press(pilot, "f5")
        assert "Que cherche le client" in drawn(app)
        assert desk.state.hints["c1"] == 1
        await press(pilot, "f8", "space", "tab", *"Roy", "tab", *"Vu.", "enter")
        assert [v.who for v in app.coach.journal.verdicts(desk.id)] == ["Roy"]
        assert "selon Roy" in drawn(app)
        assert desk.missed() == []
        await press(pilot, "f6")
        assert place(app) == "redaction"
        app.screen._open("reponse")
        app.screen.query_one("#texte").focus()
        await press(pilot, "x", "f8")
        assert desk.state.version() == 2
        missed = {label: (who, question) for label, who, question in desk.missed()}
        assert missed["l’adresse de livraison"][0] == "M. Sorel"
        assert missed["l’adresse de livraison"][1].endswith("?")
        assert [title for title, _ in desk.model_answers()] == ["Réponse au client"]
        await press(pilot, "f6")
        await press(pilot, "left", "enter")
        await press(pilot, "f6")
        await press(pilot, "f4", "left", "enter")
        assert desk.state.over
    assert app.failures == []


@ready_review
async def test_walking_along_the_conversation_and_playing_again_from_a_turn(named: Path) -> None:
    app = app_at(named, "bilan")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        first = app.sitting.desk
        pane = next(iter(app.screen.query("ReviewPane")))
        options = app.screen.query_one("#constats", OptionList)
        places = [i for i, entry in enumerate(pane.entries) if entry.turn]
        assert places
        options.highlighted = places[-1]
        await settle(pilot)
        turn = pane.entries[places[-1]].turn
        assert f"Vous : {turn.said}" in drawn(app)
        await press(pilot, "f2", "1")
        [kept] = app.coach.phrases(first.scenario.id)
        assert kept.dit == turn.said
        await press(pilot, "f3", "enter")
        fresh = app.sitting.desk
        assert fresh.id != first.id
        assert place(app) == "entretien"
        assert [event.n for event in fresh.rehearsal.events] == list(range(1, turn.n))
        before = len(first.rehearsal.events)
        await say(pilot, "Je suis désolée pour ce retard.")
        assert "excuse" in {act for _, act, _ in fresh.state.acts}
        assert len(app.coach.journal.events(first.id)) == before
    assert app.failures == []


async def test_a_call_while_one_writes_stays_in_sight(named: Path) -> None:
    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        from ascom_coach.rehearsal.events import Said

        await app.screen.happened(
            [Said(99, "redaction", 8.0, 0, "livreur", "stagiaire", "Colis retrouvé.", "script")]
        )
        await settle(pilot)
        assert "On vous appelle. Joris : Colis retrouvé." in drawn(app)


async def test_several_people_and_erasing_one(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f2", *"Paul", "enter")
        assert app.coach.journal.person() == "Paul"
        await press(pilot, "f2", "f8")
        assert "C’est définitif" in drawn(app)
        await press(pilot, "enter")
        assert app.coach.journal.people() == ["Inès", "Paul"], "the careful answer is the first one"
        await press(pilot, "f8", "left", "enter")
        assert app.coach.journal.people() == ["Inès"]


async def test_settings_are_kept(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", "right", "space")
        assert app.theme == "clair"
    assert Coach(named).settings.theme == "clair"


async def test_a_failing_worker_is_said_and_the_app_goes_on(
    named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Coach, *_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(Coach, "open_desk", broken)
    app = app_on(named)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "Cette action n’a pas abouti" in drawn(app)
        assert "boom" not in drawn(app)
        assert "boom" in (named / "erreurs.log").read_text(encoding="utf-8")
        await press(pilot, "f1")
        assert place(app) == ""
    assert len(app.failures) == 1


async def test_a_read_only_folder_is_one_calm_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "fichier"
    blocked.write_text("", encoding="utf-8")
    app = app_on(blocked / "donnees")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "Je ne peux pas écrire dans" in drawn(app)
    assert app.failures == []


async def test_a_pasted_question_of_several_lines_is_kept_whole(named: Path) -> None:
    from textual.events import Paste

    app = app_at(named, "appel")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        line = app.screen.query_one("#parole", Input)
        line.post_message(Paste("Bonjour,\nquel est votre numéro ?"))
        await settle(pilot)
        assert line.value == "Bonjour, quel est votre numéro ?"


async def test_a_letter_pasted_comes_once(named: Path) -> None:
    from textual.events import Paste

    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        area = app.screen.query_one("#texte", TextArea)
        app.post_message(Paste("Madame,\n\nVotre colis part demain.\n"))
        await settle(pilot)
        assert area.text == "Madame,\n\nVotre colis part demain.\n"


async def test_the_clock_of_a_step_runs_once(named: Path) -> None:
    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        clocks = [getattr(timer._callback, "__name__", "") for timer in app.screen._timers]
        assert clocks.count("tick") == 1


async def test_a_refused_question_keeps_what_was_typed(named: Path) -> None:
    app = app_at(named, "appel")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        from ascom_coach.errors import SurroundingsError

        async def full(command: object) -> None:
            raise SurroundingsError("Le disque est plein : libérez de la place.")

        app.sitting.play = full  # type: ignore[method-assign]
        await say(pilot, "Ma phrase")
        assert app.screen.query_one("#parole", Input).value == "Ma phrase"
        assert "Le disque est plein" in drawn(app)
