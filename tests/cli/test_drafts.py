"""`relire` on drafts: the production guessed or given, the instruction shown, corrected, given back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ascom_coach.cli.main import main

LETTER = (
    "Tours, le 16 mars 2026\nObjet : rappel de la facture F-2026-031\nMonsieur,\n"
    "Sauf erreur, la facture F-2026-031 de 486,00 €, à échéance du 1er mars 2026, n’est pas réglée. "
    "Merci de nous adresser votre paiement avant le 31 mars 2026.\n"
    "Nous vous prions d’agréer, Monsieur, nos salutations distinguées.\nClaire Morel\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "relance.txt").write_text(LETTER, encoding="utf-8")
    order = "Bonjour,\nRelancez M. Pasquet pour la facture F-2026-031 de 486,00 €.\nMerci de votre aide.\n"
    (tmp_path / "consigne.txt").write_text(order, encoding="utf-8")
    return tmp_path


def run(place: Path, *words: str) -> int:
    return main(["relire", *words, "--donnees", str(place / "donnees")])


def test_the_guess_is_shown_and_can_be_corrected(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(place, str(place / "relance.txt")) == 0
    shown = capsys.readouterr().out
    assert "Deviné : une relance, pour P1.5" in shown
    assert "Pas de niveau : la production est devinée" in shown
    assert run(place, str(place / "relance.txt"), "--production", "P1.5") == 0
    assert "Relu comme P1.5" in capsys.readouterr().out


def test_the_instruction_is_shown_edited_and_given_back(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(place, "--consigne", str(place / "consigne.txt"), "--consigne-voir") == 0
    listed = capsys.readouterr().out
    assert "M. Pasquet" in listed
    (place / "liste.yaml").write_text(listed.replace("M. Pasquet", "M. Delage"), encoding="utf-8")
    words = (
        str(place / "relance.txt"),
        "--production",
        "P1.5",
        "--consigne",
        str(place / "liste.yaml"),
        "--json",
    )
    assert run(place, *words) == 0
    result = json.loads(capsys.readouterr().out)
    assert ("destinataire", "M. Delage") in {(one["sort"], one["value"]) for one in result["instruction"]}
    wrong = [one["message"] for one in result["findings"] if one["status"] == "defaut"]
    assert len(wrong) == 1
    assert "Delage" in wrong[0]
    content = next(item for item in result["criteria"] if item["id"] == "K1.2")
    assert content["level"] is not None


def test_wrong_use_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(place) == 2
    assert run(place, "--consigne-voir") == 2
    assert run(place, str(place / "relance.txt"), "--consigne", str(place / "absente.txt")) == 1
    assert "absente.txt" in capsys.readouterr().err
