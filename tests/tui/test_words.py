"""What is on the screens: no English, nothing taken for markup, readable colours, keys of every keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.color import Color
from textual.widgets._footer import FooterKey

from ascom_coach.tui import keys
from ascom_coach.tui.keys import EVERYWHERE, TABLE, bindings, key_name
from ascom_coach.tui.themes import THEMES
from tests.tui.conftest import ready_review
from tests.tui.sample import app_at, app_on, prepare
from tests.tui.tour import drawn, every_screen, press, say, settle

_LISTED = """
the search commands palette quit help keys theme screenshot maximize minimize press focus next
previous copy selected loading select no matches found light dark open close cancel submit back
enter escape esc tab home end delete space up down left right page show hide toggle yes ok
error warning settings save file folder and with you your type menu cut paste undo redo title
bottom top
"""
ENGLISH = frozenset(_LISTED.split())
MEASURED = {
    "accueil", "reglages", "referentiel", "echanges", "redaction", "auto", "bilan",
}  # fmt: skip
FRENCH_TOO = {"tab", "page", "menu", "type"}


def _english(text: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", text.lower()))
    return words & (ENGLISH - FRENCH_TOO)


def _contrast(first: Color, second: Color) -> float:
    def light(colour: Color) -> float:
        parts = [c / 255 for c in (colour.r, colour.g, colour.b)]
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _poor(app: object) -> dict[str, float]:
    """Words drawn below 4.5, on the screen in front (never the dimmed one behind a window)."""
    found: dict[str, float] = {}
    for strip in app.screen._compositor.render_strips():  # type: ignore[attr-defined]
        for segment in strip:
            style = segment.style
            if not re.search(r"\w", segment.text) or style is None or not style.color or not style.bgcolor:
                continue
            front, back = style.color.triplet, style.bgcolor.triplet
            if front is None or back is None:
                continue
            ratio = _contrast(Color(*front), Color(*back))
            if ratio < 4.5:
                found[segment.text.strip()] = round(ratio, 2)
    return found


@ready_review
async def test_no_english_and_readable_colours_on_any_screen(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    tmp_path = tmp_path_factory.mktemp("donnees")
    folder = prepare(tmp_path / "lou")
    seen: list[str] = []
    english: dict[str, set[str]] = {}
    poor: dict[str, dict[str, float]] = {}
    app = app_on(folder)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        async for name in every_screen(app, pilot, tmp_path):
            seen.append(name)
            if found := _english(drawn(app)):
                english[name] = found
            if name in MEASURED:
                for theme in ("sombre", "clair", "contraste"):
                    app.theme = theme
                    await settle(pilot)
                    if low := _poor(app):
                        poor[f"{name} {theme}"] = low
                app.theme = "sombre"
    assert len(seen) > 28
    assert english == {}
    assert poor == {}
    assert app.failures == []


def test_the_english_test_can_fail() -> None:
    assert _english("Press ctrl+q to quit") == {"press", "quit"}
    assert _english("Appuyez sur Ctrl+Q pour quitter") == set()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_pairs_of_each_theme_reach_four_and_a_half(theme: object) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}  # type: ignore[attr-defined]
    fronts = ("foreground", "soft", "primary", "accent", "success", "warning", "error")
    for back in ("background", "surface", "panel"):
        for front in fronts:
            ratio = _contrast(Color.parse(colours[front]), Color.parse(colours[back]))
            assert ratio >= 4.5, (front, back, ratio)
    for front, back in (
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("input-selection-foreground", "input-selection-background"),
    ):
        assert _contrast(Color.parse(colours[front]), Color.parse(colours[back])) >= 4.5, (front, back)


def test_every_key_has_french_words_a_group_and_no_alt() -> None:
    for key in TABLE:
        assert key.label, key.id
        assert key.help, key.id
        assert key.group, key.id
        assert "alt" not in key.keys, key.id
        assert not _english(f"{key.label} {key.help}"), key.id
    assert len({key.id for key in TABLE}) == len(TABLE)


@pytest.mark.parametrize("place", sorted({key.place for key in TABLE}))
def test_a_screen_has_one_action_a_key_and_never_ctrl_enter_alone(place: str) -> None:
    used: dict[str, str] = {}
    for binding in bindings(place):
        assert isinstance(binding, Binding)
        names = binding.key.split(",")
        assert names != ["ctrl+enter"]
        for name in names:
            assert name not in used, (name, place)
            used[name] = binding.action
    if place != EVERYWHERE:
        assert {"f1", "escape", "ctrl+q", "ctrl+p"} <= set(used)


def test_key_names_are_those_of_a_french_keyboard() -> None:
    assert [key_name(key) for key in ("escape", "ctrl+p", "shift+tab", "f9")] == [
        "Échap",
        "Ctrl+P",
        "Maj+Tab",
        "F9",
    ]


async def test_help_lists_every_key_of_the_screen(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f1")
        text = drawn(app)
        for key in TABLE:
            if key.place in ("accueil", EVERYWHERE):
                assert key.help.replace("\u00a0", " ") in text, key.id


async def test_the_footer_follows_its_keys_and_stays_when_only_the_focus_moves(named: Path) -> None:
    app = app_at(named, "consigne")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        keys = list(app.screen.query(FooterKey))
        assert "f5" in [key.key for key in keys]
        focused = app.focused
        await press(pilot, "tab")
        assert app.focused is not focused
        assert list(app.screen.query(FooterKey)) == keys
        await press(pilot, "f5")
        assert "f5" not in [key.key for key in app.screen.query(FooterKey)], "nothing is left to hear again"
        assert "Réécouter" not in drawn(app).splitlines()[-1]


async def test_the_palette_runs_an_action(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"reglages", "enter")
        assert app.screen.PLACE == "reglages"


HOSTILE = "[/x] [bold]gras[/bold] [@click=app.quit]lien[/] \\[ {nom} 🙂 界 \x1b[31mrouge"


async def test_hostile_words_are_shown_as_they_are(named: Path) -> None:
    app = app_at(named, "appel")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await say(pilot, HOSTILE)
        screen = drawn(app)
        assert "[/x] [bold]gras[/bold] [@click=app.quit]lien[/]" in screen
        assert "\x1b" not in screen
        assert "·[31mrouge" in screen
        app.screen.query_one("#notes").text = HOSTILE
        await say(pilot, "é" * 10_000)
        assert len(app.sitting.desk.state.transcript[-2].text) >= 10_000
        await press(pilot, "f7")
        app.screen.query_one("#texte").text = HOSTILE * 100
        app.screen.query_one("#fichier").value = "/rien/[/x].txt"
        await press(pilot, "f8")
        assert "[/x].txt" in drawn(app)
        assert app.sitting.desk.state.notes == HOSTILE
    assert app.failures == []


async def test_a_hostile_name_is_only_a_name(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.screen.query_one("#prenom").value = "[/x] [red]Zoé"
        await press(pilot, "enter")
        assert "Bonjour [/x] [red]Zoé" in drawn(app)
        await press(pilot, "f2")
        assert "→ [/x] [red]Zoé" in drawn(app)
        await press(pilot, "f8")
        assert "[/x]" in drawn(app)
    assert app.failures == []


@ready_review
async def test_hostile_quotes_in_the_debrief(named: Path) -> None:
    app = app_at(named, "bilan")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for _ in range(8):
            await press(pilot, "down")
            if "[/x]" in drawn(app):
                break
        assert "« votre colis [/x] »" in drawn(app)


async def test_legible_without_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(prepare(tmp_path / "d"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"Lou", "enter")
        await press(pilot, "f8")
        assert "(●) Sombre" in drawn(app)
        assert "( ) Clair" in drawn(app)


async def test_what_is_being_typed_survives_quitting(named: Path) -> None:
    app = app_at(named, "redaction")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"Cher", "ctrl+q")
    again = app_on(named)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Reprendre où vous en étiez" in drawn(again)
        for label in ("Reprendre", "Recommencer", "En examen"):  # three buttons, whole, in half of 80 columns
            assert f" {label} " in drawn(again).splitlines()[21]
        await press(pilot, "enter")
        assert again.screen.PLACE == "redaction"
        assert again.screen.query_one("#texte").text == "Cher"
        assert again.sitting.desk.state.told["numero"] == "T-118"
    assert again.failures == []


async def test_a_killed_app_resumes_at_the_same_turn(named: Path) -> None:
    app = app_at(named, "appel")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await say(pilot, "Bonjour, quel est votre numéro de commande ?")
        before = app.sitting.desk.state
        name = app.sitting.desk.id
    again = app_on(named, resume=name)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert again.sitting.desk.state == before
        assert "C’est la T-118" in drawn(again)


def test_no_handler_calls_the_one_it_inherits() -> None:
    """Textual calls the handlers of every base class by itself: a letter was once pasted twice."""
    room = Path(keys.__file__).parent
    calling = [
        path.name for path in room.glob("*.py") if re.search(r"super\(\)\._?on_", path.read_text("utf-8"))
    ]
    assert calling == []
