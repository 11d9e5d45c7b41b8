"""Small things a person reads in the plain mode: no empty brackets, no list of one choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.cli.debrief import finding_lines
from ascom_coach.cli.main import main
from ascom_coach.review import Finding


def remark(criterion: str) -> Finding:
    return Finding(
        "x",
        "brouillon:x",
        1,
        criterion,
        "a_verifier",
        None,
        None,
        "",
        "Ce passage s’adresse au correcteur.",
        "",
    )


def test_a_remark_of_no_criterion_has_no_empty_brackets() -> None:
    assert finding_lines(remark(""))[0] == "• Ce passage s’adresse au correcteur."
    assert finding_lines(remark("K1.4"))[0] == "• [K1.4] Ce passage s’adresse au correcteur."


def test_one_choice_is_answered_by_yes(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path_factory.mktemp("lignes") / "lignes.txt"
    lines.write_text("elle part comment, la réponse ?\noui\n", encoding="utf-8")
    main(["jouer", "chaudiere-du-lundi", "--simple", "--repliques", str(lines)])
    shown = capsys.readouterr().out
    assert "Tu parles du moyen d’envoi ?" in shown
    assert "(Répondez par oui," in shown
    assert "Répondez par 1" not in shown


def _played(folder: Path, capsys: pytest.CaptureFixture[str], *lines: str) -> str:
    file = folder / "lignes.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    main(["jouer", "chaudiere-du-lundi", "--simple", "--repliques", str(file)])
    return capsys.readouterr().out


def test_a_single_choice_may_be_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = _played(tmp_path, capsys, "elle part comment, la réponse ?", "non, plutôt la signature")
    asked, answered = shown.index("Tu parles du moyen d’envoi ?"), shown.index("(Répondez par oui, par non")
    assert asked < answered, "the way to answer stands under the question"
    assert "signes de ton nom" in shown or "Ton nom, et" in shown
    assert "par courriel" not in shown


def test_two_misses_offer_the_topics_and_say_it_no_more_once_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offer = "/sujet montre"
    assert offer not in _played(tmp_path, capsys, "zzz ?")
    assert _played(tmp_path, capsys, "zzz ?", "brrr ?").count(offer) == 1
    assert _played(tmp_path, capsys, "zzz ?", "brrr ?", "Je note.").count(offer) == 1
    assert _played(tmp_path, capsys, "zzz ?", "jusqu’à combien j’ai le droit ?", "brrr ?").count(offer) == 0
