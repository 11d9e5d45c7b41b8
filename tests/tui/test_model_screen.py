"""The screen « Modèle »: add, test, consent on what leaves, use, remove. No model is needed and none is contacted."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ascom_coach.settings import save_setting
from ascom_coach.tui.app import CoachApp
from tests.tui.sample import app_on
from tests.tui.tour import drawn, place, press, settle

KEY = "canari-5b1c9e"
Then = Callable[[CoachApp, Pilot[Any]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ASCOM_MODELE", "ASCOM_ADRESSE", "ASCOM_CLE", "MISTRAL_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setattr("ascom_coach.models.memory_gib", lambda: 16.0)


def table(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((folder / "reglages.toml").read_text(encoding="utf-8"))
    return found.get("modele", {})


async def until(pilot: Pilot[Any], true: Callable[[], bool]) -> None:
    """Let the work that a key began come to its end."""
    for _ in range(20):
        if true():
            return
        await settle(pilot)
    assert true(), drawn(pilot.app)  # type: ignore[arg-type]


async def on_models(folder: Path, then: Then, size: tuple[int, int] = (80, 24)) -> None:
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f8", "f6")
        assert place(app) == "modele"
        await then(app, pilot)


async def test_a_local_model_is_added_from_the_suggestions(named: Path) -> None:
    async def then(app: CoachApp, pilot: Pilot[Any]) -> None:
        assert "intégré — toujours prêt" in drawn(app)
        await press(pilot, "f2")
        assert "16 Go de mémoire" in drawn(app)
        assert "Aucune source ne classe" in drawn(app)
        await press(pilot, "1", "enter")
        assert "local — local, ollama_chat/ministral-3:8b, à tester" in drawn(app)
        assert table(named)["profils"]["local"] == {"modele": "ollama_chat/ministral-3:8b"}
        await press(pilot, "enter")
        assert "quand même" in drawn(app)
        await press(pilot, "enter")
        await until(pilot, lambda: table(named).get("actif") == "local")
        await press(pilot, "escape")
        assert "« local » (il ne fait que parler" in drawn(app)

    await on_models(named, then)


async def test_a_hosted_model_is_used_only_after_what_leaves_was_shown(named: Path) -> None:
    async def then(app: CoachApp, pilot: Pilot[Any]) -> None:
        await press(pilot, "f2", "5")
        app.screen.query_one("#cle", Input).value = KEY
        app.screen.query_one("#plafond", Input).value = "2,5"
        await press(pilot, "enter")
        assert "accord à donner" in drawn(app)
        await until(pilot, lambda: getattr(app.screen.chosen(), "name", "") == "mistral")  # type: ignore[attr-defined]
        await press(pilot, "f5")
        assert place(app) == "modele"
        assert "lisez d’abord ce qui partirait" in " ".join(str(one.message) for one in app._notifications)
        await press(pilot, "f6")
        assert place(app) == "accord"
        assert app.screen.focused is app.screen.query_one("#refuser")
        assert "Mistral AI (France)" in drawn(app)
        text = str(app.screen.text)  # type: ignore[attr-defined]
        assert "[TEL_1]" in text
        assert "06 39 98 12 34" not in text
        await press(pilot, "enter")
        assert place(app) == "modele"
        assert table(named).get("actif", "integre") == "integre"
        await press(pilot, "f4", "tab", "enter")
        await until(pilot, lambda: place(app) == "modele" and "Votre accord date" in drawn(app))
        assert set(table(named)["consentements"]) == {"mistral"}
        await press(pilot, "f6", "enter")
        await until(pilot, lambda: table(named).get("actif") == "mistral")
        assert "sur un plafond de 2,50 $" in drawn(app)
        await press(pilot, "f4")
        assert "Retirer mon accord" in drawn(app)
        await press(pilot, "enter")
        await until(pilot, lambda: table(named).get("actif") == "integre")
        assert KEY not in drawn(app)

    await on_models(named, then)
    kept = [path.name for path in named.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert kept == ["cles.json"]


async def test_a_failed_test_is_shown_line_by_line_with_its_remedy(named: Path) -> None:
    save_setting(named, ("modele", "profils", "local"), "modele", "ollama_chat/petit")
    save_setting(named, ("modele", "profils", "local"), "adresse", "http://127.0.0.1:9")

    async def then(app: CoachApp, pilot: Pilot[Any]) -> None:
        await press(pilot, "down", "f5")
        await until(pilot, lambda: "Tout n’est pas prêt" in drawn(app))
        shown = drawn(app)
        assert "✗ Adresse joignable : Rien ne répond" in shown
        assert "→ Démarrez le serveur" in shown
        await press(pilot, "up", "f5")
        assert "moteur intégré est toujours prêt" in " ".join(str(one.message) for one in app._notifications)

    await on_models(named, then, (120, 40))


async def test_a_profile_is_changed_refused_and_removed(named: Path) -> None:
    save_setting(named, ("modele", "profils", "local"), "modele", "ollama_chat/petit")

    async def then(app: CoachApp, pilot: Pilot[Any]) -> None:
        await press(pilot, "down", "f3")
        app.screen.query_one("#adresse", Input).value = "ftp://x"
        await press(pilot, "enter")
        assert "adresse web simple" in " ".join(str(one.message) for one in app._notifications)
        app.screen.query_one("#adresse", Input).value = "http://192.168.1.20:11434"
        app.screen.query_one("#prix", Input).value = "0,15"
        await press(pilot, "enter")
        assert "avec une barre" in " ".join(str(one.message) for one in app._notifications)
        app.screen.query_one("#prix", Input).value = "0,15 / 0,6"
        await press(pilot, "enter")
        assert "local — hébergé, ollama_chat/petit, accord à donner" in drawn(app)
        assert "(réseau local)" in drawn(app)
        assert table(named)["profils"]["local"]["prix_sortie"] == 0.6
        await press(pilot, "f3")
        assert app.screen.query_one("#prix", Input).value == "0,15 / 0,6"
        await press(pilot, "escape")
        await press(pilot, "f8", "left", "enter")
        await until(pilot, lambda: "local —" not in drawn(app))
        assert not table(named).get("profils")
        await press(pilot, "f3")
        assert place(app) == "modele"

    await on_models(named, then)


async def test_a_profile_that_cannot_be_read_is_shown_and_can_be_removed(named: Path) -> None:
    save_setting(named, ("modele", "profils", "casse"), "contexte", 12)

    async def then(app: CoachApp, pilot: Pilot[Any]) -> None:
        await press(pilot, "down")
        assert "casse — à corriger" in drawn(app)
        assert "contexte" in drawn(app)
        await press(pilot, "f8", "left", "enter")
        await until(pilot, lambda: "casse" not in drawn(app))

    await on_models(named, then)
