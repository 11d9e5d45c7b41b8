"""A whole session voiced through the real litellm child, against a server on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ascom_coach.scenarios import find_script

from .fault_server import FaultServer

LINES = """/suite
Bonjour Madame, je comprends votre agacement.
Quel est votre numéro de dossier ?
D’accord, merci.
"""


def play(server: FaultServer, model: str, folder: Path) -> tuple[list[dict], str]:
    lines = folder / "repliques.txt"
    lines.write_text(LINES, encoding="utf-8")
    surroundings = {
        **os.environ, "ASCOM_MODELE": f"openai/{model}", "ASCOM_ADRESSE": f"{server.address}/v1",
        "ASCOM_CLE": "clef-secrete-7", "ASCOM_DONNEES": str(folder / "donnees"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "ascom_coach", "jouer", "chaudiere-du-lundi", "--repliques", str(lines), "--json"],
        capture_output=True, text=True, encoding="utf-8", check=False, env=surroundings,
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
@pytest.mark.parametrize("model", ["s500", "invented", "english"])
def test_a_failing_model_leaves_the_script_in_command(
    server: FaultServer, model: str, tmp_path: Path
) -> None:
    events, errors = play(server, model, tmp_path)
    assert {event["source"] for event in events if event["event"] == "said"} == {"script", "stagiaire"}
    assert any(event["event"] == "granted" and event["fact"] == "num_dossier" for event in events)
    assert "moteur intégré" in errors
    assert "clef-secrete-7" not in errors
    assert "Traceback" not in errors
