"""A whole session voiced through the real litellm child, against a server on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from ascom_coach.models import Gateway, make_profile
from ascom_coach.models.child.process import Child
from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import parse
from ascom_coach.scenarios import find_script
from ascom_coach.voicing import ModelVoice

from .conftest import KEY, Asked
from .fault_server import FaultServer

LINES = """/suite
Bonjour Madame, je comprends votre agacement.
Quel est votre numéro de dossier ?
D’accord, merci.
"""


def command(server: FaultServer, model: str, key: str, folder: Path) -> tuple[list[str], dict[str, str]]:
    """The words of the command that plays a session, and its surroundings."""
    lines = folder / "repliques.txt"
    lines.write_text(LINES, encoding="utf-8")
    surroundings = {
        "ASCOM_MODELE": f"openai/{model}", "ASCOM_ADRESSE": f"{server.address}/v1",
        "ASCOM_CLE": key, "ASCOM_DONNEES": str(folder / "donnees"),
    }  # fmt: skip
    return ["jouer", "chaudiere-du-lundi", "--repliques", str(lines), "--json"], surroundings


def play(server: FaultServer, model: str, folder: Path) -> tuple[list[dict], str]:
    words, surroundings = command(server, model, "clef-secrete-7", folder)
    done = subprocess.run(
        [sys.executable, "-m", "ascom_coach", *words],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **surroundings},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


@pytest.mark.xdist_group("litellm-child")
def test_a_model_words_lines_and_never_hears_a_locked_value(server: FaultServer, tmp_path: Path) -> None:
    before = len(server.requests)
    events, errors = play(server, "calm", tmp_path)
    sources = {event["source"] for event in events if event["event"] == "said"}
    assert "modele" in sources
    told = {event["fact"] for event in events if event["event"] == "granted"}
    script = find_script("chaudiere-du-lundi")
    bodies = json.dumps(server.requests[before:], ensure_ascii=False)
    assert len(server.requests) > before
    for fact in script.scenario.faits:
        if fact.id not in told:
            assert fact.valeur not in bodies, fact.id
    for hidden in ("controles", "indices", "corrige", "delegation", "temoins"):
        assert hidden not in bodies
    for hints in script.scenario.indices.values():
        assert all(hint not in bodies for hint in hints)
    assert "clef-secrete-7" not in errors


@pytest.mark.xdist_group("litellm-child")
def test_a_failing_model_leaves_the_script_in_command(
    child: Child,
    lend: Callable[[Child], list[Asked]],
    server: FaultServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = lend(child)
    words, surroundings = command(server, "s401", KEY, tmp_path)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert main(words) == 0
    out, errors = capsys.readouterr()
    events = [json.loads(line) for line in out.splitlines()]
    assert asked == [Asked(KEY, True)]
    assert {event["source"] for event in events if event["event"] == "said"} == {"script", "stagiaire"}
    assert any(event["event"] == "granted" and event["fact"] == "num_dossier" for event in events)
    assert errors.count("Le moteur intégré a pris le relais du modèle") == 1
    assert KEY not in errors + json.dumps(events)
    assert "Traceback" not in errors


@pytest.mark.xdist_group("litellm-child")
@pytest.mark.parametrize(
    ("model", "cause"),
    [
        ("invented", "personne n’a donnée"), ("english", "français"), ("letter", "mise en page"),
        ("tutoiement", "écartée"), ("bad_json", "illisible"), ("page", "vide"),
        ("cut", "coupée"), ("echo_user", "écartée"),
        ("s429_long", "40 secondes"),
    ],
)  # fmt: skip
def test_each_kind_of_bad_answer_leaves_the_same_session(
    child: Child, server: FaultServer, model: str, cause: str
) -> None:
    def session(voice: ModelVoice | None) -> list[tuple[str, str]]:
        played = Rehearsal(Stage(find_script("chaudiere-du-lundi")), lambda events: None, voice=voice)
        played.start("Léa")
        for line in LINES.splitlines():
            command = parse(line)
            assert command is not None
            played.do(command)
        return [(line.who, line.text) for line in played.state.transcript]

    notices: list[str] = []
    profile = make_profile("essai", f"openai/{model}", address=f"{server.address}/v1")
    gateway = Gateway(profile, link=child, sleep=lambda _: None)
    voiced = session(ModelVoice(profile, notices.append, gateway=gateway))
    assert voiced == session(None)
    assert server.hits(model) > 0
    assert len(notices) == 1
    assert cause in notices[0]
