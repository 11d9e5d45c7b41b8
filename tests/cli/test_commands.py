"""The installed command, as a person or a script runs it: exit statuses, JSON shapes, French words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ascom_coach.cli.main import main

ENGLISH = re.compile(
    r"\b(usage|error|required|optional|arguments?|invalid|choice|unrecognized|show this help|the following|traceback|"
    r"positional|default|expected)\b",
    re.IGNORECASE,
)


def run(*words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ascom_coach", *words], capture_output=True, text=True, encoding="utf-8", check=False,
        input=stdin if stdin is not None else "",
    )  # fmt: skip


def test_without_a_terminal_it_names_what_needs_none(capsys: pytest.CaptureFixture[str]) -> None:
    done = run()
    assert done.returncode == 2
    assert "demo" in done.stderr
    assert "--simple" in done.stderr


HELPS = [
    [], ["demo"], ["demander"], ["relire"], ["jouer"], ["scenario"], ["scenario", "lister"], ["scenario", "nouveau"],
    ["scenario", "verifier"], ["scenario", "essayer"], ["scenario", "fabriquer"], ["scenario", "schema"],
    ["scenario", "comprendre"], ["scenario", "phrases"], ["index"], ["langue"], ["langue", "etat"],
    ["langue", "corriger"], ["modele"], ["modele", "etat"], ["progression"], ["profil"], ["carnet"], ["carnet", "voir"],
    ["carnet", "effacer"],
    ["profil", "effacer"], ["diagnostic"],
]  # fmt: skip


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_every_help_is_french(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("emploi : ")
    assert not ENGLISH.search(shown.replace("options:", "")), shown


@pytest.mark.parametrize(
    "words",
    [
        ["inconnu"], ["demander"], ["relire"], ["jouer"], ["scenario"], ["scenario", "danser"],
        ["demander", "x", "--bloc", "7"],
        ["demander", "x", "--k", "beaucoup"], ["jouer", "--graine"], ["relire", "a.docx", "--inconnue"], ["profil"],
        ["demander", "x", "--k", "0"], ["relire", "a", "--scenario", "b", "--seance", "c"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_is_status_two_and_french(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    shown = capsys.readouterr().err
    assert shown.strip()
    assert not ENGLISH.search(shown), shown


@pytest.mark.parametrize(
    "words",
    [
        ["jouer", "nulle-part", "--simple"], ["relire", "absent.docx", "--scenario", "nulle-part"],
        ["jouer", "chaudiere-du-lundi", "--repliques", "absent.txt"], ["scenario", "fabriquer", "nulle-part"],
        ["jouer", "x", "--reprendre", "y", "--simple"], ["profil", "effacer", "Personne"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_refused_input_is_status_one_and_one_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    shown = capsys.readouterr().err.strip()
    assert len(shown.splitlines()) == 1
    assert shown.endswith(".")
    assert not ENGLISH.search(shown)


def test_ask_gives_the_contracts_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demander", "Quels sont les critères du bloc 1 ?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"question", "zone", "answered", "answer", "engine", "choices", "passages"}
    assert answer["answered"] is True
    assert {"K1.1", "K1.2", "K1.3", "K1.4", "K1.5"} <= {
        key for item in answer["passages"] for key in item["ids"]
    }
    assert main(["demander", "Quelle est la durée de l’épreuve ?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["zone"] == "absent"
    assert answer["answer"].startswith("Le référentiel fourni ne le dit pas")


def test_questions_of_a_file_give_one_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "questions.txt"
    path.write_bytes("Qui note la copie ?\n\nFaut-il savoir relancer un impayé ?\n".encode("cp1252"))
    assert main(["demander", "--questions", str(path), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["question"] for line in lines] == [
        "Qui note la copie ?",
        "Faut-il savoir relancer un impayé ?",
    ]


REPLIES = """# une conversation
J’envoie la réponse comment ?
/suite
Bonjour Madame, je comprends votre agacement.
c koi le numero de votre dossier svp
Merci, au revoir.
/suite
/attendre 7
"""


def play_here(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> list[dict]:
    assert main(["jouer", "chaudiere-du-lundi", "--repliques", str(path), "--json", *more]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.txt"
    path.write_text(REPLIES, encoding="utf-8")
    words = ["jouer", "chaudiere-du-lundi", "--repliques", str(path), "--json", "--graine"]
    other_process = run(*words, "3").stdout
    assert main([*words, "3"]) == 0
    here = capsys.readouterr().out
    assert here == other_process
    assert main([*words, "0"]) == 0
    assert capsys.readouterr().out != here


def test_the_lines_of_a_session_follow_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.txt"
    path.write_text(REPLIES, encoding="utf-8")
    lines = play_here(capsys, path)
    shared = {
        "v", "session", "n", "step", "minute", "turn", "event", "who", "to", "text", "fact", "act", "mood", "reason",
        "source",
    }  # fmt: skip
    assert all(shared <= set(line) for line in lines)
    assert [line["n"] for line in lines] == list(range(1, len(lines) + 1))
    last = lines[-1]
    assert last["event"] == "ended"
    assert "num_dossier" in last["facts_granted"]
    assert "code_erreur" in last["facts_missed"]
    assert {item["id"]: item["asked"] for item in last["instructions"]}["m1"] is True
    assert last["mood_curve"][0]["mood"] == 3
    assert any(line["event"] == "twist" for line in lines)


def test_a_stopped_session_goes_on_where_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = tmp_path / "r.txt"
    whole.write_text(REPLIES, encoding="utf-8")
    expected = play_here(capsys, whole)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from ascom_coach.coach import Coach\n"
        "from ascom_coach.rehearsal.commands import parse\n"
        f"lines = Path({str(whole)!r}).read_text(encoding='utf-8').splitlines()\n"
        "desk = Coach().open_desk('chaudiere-du-lundi', replies='\\n'.join(lines))\n"
        "[desk.do(command) for line in lines[:4] if (command := parse(line))]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ})
    rest = play_here(capsys, whole, "--reprendre")
    assert 0 < len(rest) < len(expected)
    assert rest == expected[-len(rest) :]


def test_the_line_mode_plays_from_a_pipe() -> None:
    done = run(
        "jouer", "chaudiere-du-lundi", "--simple", stdin="Qui signe la réponse ?\n/aide\n/nimporte\n/fin\n"
    )
    assert done.returncode == 0
    assert "M. Lemoine : " in done.stdout
    assert "\x1b" not in done.stdout
    assert "/suite" in done.stderr


def test_phrases_are_understood_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    phrases = tmp_path / "p.txt"
    phrases.write_text(
        "Quel est votre numéro de dossier ?\nIl fait beau, non ?\nC’est votre faute\n", encoding="utf-8"
    )
    folder = Path(__file__).parents[2] / "scenarios" / "chaudiere-du-lundi"
    assert main(["scenario", "comprendre", str(folder), "--phrases", str(phrases), "--json"]) == 0
    first, second, third = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["decision"], first["facts"]) == ("fait", ["num_dossier"])
    assert set(first) == {"text", "decision", "facts", "candidates", "acts"}
    assert second["decision"] == "aucun"
    assert third["acts"] == ["reproche"]


def test_people_are_listed_exported_and_erased(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profil", "choisir", "Inès"]) == 0
    assert main(["profil", "lister", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2]) == {"people": ["Inès"], "current": "Inès"}
    target = tmp_path / "ines.zip"
    assert main(["profil", "exporter", "Inès", str(target)]) == 0
    assert target.stat().st_size > 0
    assert main(["profil", "effacer", "Inès"]) == 0
    assert main(["progression", "--json"]) == 0


def test_broken_settings_do_not_stop_anything(
    own_data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_data_folder.mkdir()
    (own_data_folder / "reglages.toml").write_text("[affichage\ntheme = ", encoding="utf-8")
    assert main(["scenario", "lister"]) == 0
    assert "réglages d’origine" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_status_three(own_data_folder: Path) -> None:
    own_data_folder.mkdir(mode=0o500)
    assert main(["profil", "choisir", "Inès"]) == 3


def test_a_data_folder_that_is_a_file_is_status_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "fichier"
    place.write_text("x")
    assert main(["--donnees", str(place), "profil", "choisir", "Inès"]) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_an_unforeseen_failure_is_one_sentence_and_a_log(
    own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ascom_coach.cli.people._progress", lambda coach, as_json: 1 / 0)
    assert main(["progression"]) == 3
    shown = capsys.readouterr().err
    assert "Traceback" not in shown
    assert "ZeroDivisionError" in (own_data_folder / "erreurs.log").read_text(encoding="utf-8")


def test_a_conversation_is_never_asked_for_as_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from ascom_coach.coach import Coach
    from ascom_coach.errors import RefusedInputError
    from ascom_coach.rehearsal.commands import HandInFiles

    odd = tmp_path / "note.zip"
    odd.write_bytes(b"x")
    desk = Coach().open_desk("chaudiere-du-lundi", replies="")
    with pytest.raises(RefusedInputError) as caught:
        desk.do(HandInFiles((("", str(odd)),)))
    assert "Base clients" in str(caught.value)
    assert "entretien" not in str(caught.value).lower()
    with pytest.raises(RefusedInputError):
        desk.do(HandInFiles((("entretien", str(odd)),)))
