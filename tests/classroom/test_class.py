"""A class of copies, from folders and from Moodle's archive, with real processes and real files."""

from __future__ import annotations

import io
import json
import multiprocessing
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ascom_coach import classroom
from ascom_coach.classroom import review_class, write_class
from ascom_coach.cli.main import main
from ascom_coach.coach import Coach
from ascom_coach.documents import read_document
from ascom_coach.errors import RefusedInputError
from ascom_coach.handins import hand_ins
from ascom_coach.resources import scenarios_dir
from ascom_coach.review import ClassCopy, ClassReview, Review, class_review
from ascom_coach.review.classes import Trace, alike

SCENARIO = "compter-la-toile"
SAMPLES = scenarios_dir() / SCENARIO / "temoins"


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> tuple[ClassReview, Path, list[str]]:
    place = tmp_path_factory.mktemp("classe")
    for name, level in (
        ("Ana Béraud", "excellente"),
        ("Chloé Dim", "faible"),
        ("Élie Fo", "faible"),
        ("Zoé Abat", "moyenne"),
    ):
        folder = place / "copies" / name
        folder.mkdir(parents=True)
        for file in ("planning-inventaire.xlsx", "mot-fanny.txt"):
            shutil.copy(SAMPLES / level / file, folder / file)
    (place / "copies" / "Gus Hal").mkdir()
    (place / "copies" / "Ivo Jo").mkdir()
    (place / "copies" / "Ivo Jo" / "planning.xlsx").write_bytes(b"PK\x03\x04 rien")
    (place / "copies" / "Ivo Jo" / "~$planning.xlsx").write_bytes(b"verrou")
    told: list[str] = []
    result = review_class(
        Coach(place / "donnees"), place / "copies", scenario=SCENARIO, back=place / "retour",
        progress=lambda done, total, name: told.append(f"{done}/{total} {name}"),
    )  # fmt: skip
    return result, place, told


def test_each_copy_is_reviewed_and_failures_stay_apart(reviewed: tuple[ClassReview, Path, list[str]]) -> None:
    result, _, told = reviewed
    assert [copy.trainee for copy in result.copies] == [
        "Ana Béraud",
        "Chloé Dim",
        "Élie Fo",
        "Gus Hal",
        "Ivo Jo",
        "Zoé Abat",
    ]
    assert [copy.trainee for copy in result.copies if copy.problem] == ["Gus Hal", "Ivo Jo"]
    assert len(told) == 6
    assert told[-1].startswith("6/6")
    best = result.copies[0].review
    assert best is not None
    assert not [finding for finding in best.findings if finding.status == "defaut"]
    assert sum(result.levels["K2.3"].values()) == 4


def test_what_comes_back_and_what_is_alike(reviewed: tuple[ClassReview, Path, list[str]]) -> None:
    result, _, _ = reviewed
    assert result.frequent[0].copies >= 2
    assert result.frequent[0].example.message
    pair = result.alike[0]
    assert pair.trainees == ("Chloé Dim", "Élie Fo")
    assert any("identique" in reason for reason in pair.reasons)


def test_one_annotated_folder_comes_back_for_each(reviewed: tuple[ClassReview, Path, list[str]]) -> None:
    _, place, _ = reviewed
    assert sorted(item.name for item in (place / "retour").iterdir()) == [
        "Ana Béraud",
        "Chloé Dim",
        "Zoé Abat",
        "Élie Fo",
    ]
    back = place / "retour" / "Chloé Dim"
    assert {item.name for item in back.iterdir()} == {
        "planning-inventaire.xlsx",
        "mot-fanny.remarques.txt",
        "rapport.html",
    }
    assert any(
        cell.note for cell in read_document(back / "planning-inventaire.xlsx").sheets[0].cells.values()
    )


def test_the_reports_of_a_class(reviewed: tuple[ClassReview, Path, list[str]], tmp_path: Path) -> None:
    result, _, _ = reviewed
    word, book = write_class(result, tmp_path / "classe.docx")
    text = read_document(word).text
    for words in ("Ce qui revient le plus souvent", "Cela ne prouve rien", "Gus Hal", "entraînement"):
        assert words in text
    assert "triche" not in text.casefold()
    read = read_document(book)
    people, spread = read.sheets[:2]
    assert people.cells[2, 1].value == "Ana Béraud"
    assert spread.charts[0].title == "Niveaux de la classe"
    assert all(cell.formula for (row, column), cell in spread.cells.items() if row > 1 and column > 1)
    page, _ = write_class(result, tmp_path / "classe.html")
    assert "Ce qui revient le plus souvent" in page.read_text(encoding="utf-8")
    with pytest.raises(RefusedInputError, match=r"classe\.pdf"):
        write_class(result, tmp_path / "classe.pdf")


def test_the_trainer_reads_which_anomaly_was_missed(tmp_path: Path) -> None:
    coach = Coach(tmp_path / "donnees")
    weak = coach.script("chaudiere-du-lundi", 0)
    for name in ("Ana", "Bea"):
        folder = tmp_path / "classe" / name
        folder.mkdir(parents=True)
        (folder / "reponse.txt").write_text(
            "Madame,\n\nNous revenons vers vous.\n\nCordialement,\n", encoding="utf-8"
        )
    result = review_class(coach, tmp_path / "classe", scenario="chaudiere-du-lundi")
    coach.close()
    told = {one.about for one in result.frequent if one.about}
    assert told
    assert told <= {anomaly.detail for anomaly in weak.scenario.anomalies}
    shown = next(one for one in result.frequent if one.about)
    assert shown.message.endswith(f"Ici : {shown.about}.")
    for copy in result.copies:
        assert copy.review is not None
        assert not any(shown.about in finding.message for finding in copy.review.findings)


def test_a_name_that_looks_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    result = class_review("", [ClassCopy("=1+1", problem="aucun fichier remis.")])
    [book] = write_class(result, tmp_path / "r.xlsx")
    cell = openpyxl.load_workbook(book)["Résultats"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return path


MOODLE = {
    "Léa Nord_1201_assignsubmission_file/lettre.docx": b"1",
    "Léa Nord_1201_assignsubmission_file/annexes/stock.xlsx": b"2",
    "Léa Nord_1201_assignsubmission_onlinetext/onlinetext.html": b"<p>3</p>",
    "Tom D'Arc_1202_assignsubmission_file_/bilan_v2.xlsx": b"4",
    "Tom D'Arc_1203_assignsubmission_file/bilan.xlsx": b"5",
    "Uma Bel_1204_assignsubmission_file_note de service.docx": b"6",
    "__MACOSX/Léa Nord_1201_assignsubmission_file/._lettre.docx": b"7",
    "../../Vil Zip_1205_assignsubmission_file/sorti.txt": b"8",
    "Wim CON_1206_assignsubmission_file/a:b?.txt": b"9",
}


def test_the_archive_of_moodle_is_read_by_its_names(tmp_path: Path) -> None:
    found = {
        one.trainee: [file.name for file in one.files]
        for one in hand_ins(archive(tmp_path / "d.zip", MOODLE), tmp_path / "w")
    }
    assert found == {
        "Léa Nord": ["lettre.docx", "onlinetext.html", "stock.xlsx"], "Tom D'Arc (1202)": ["bilan_v2.xlsx"],
        "Tom D'Arc (1203)": ["bilan.xlsx"], "Uma Bel": ["Uma Bel_1204_assignsubmission_file_note de service.docx"],
        "Vil Zip": ["sorti.txt"], "Wim CON": ["a-b-.txt"],
    }  # fmt: skip
    assert not list(tmp_path.parent.glob("**/Vil Zip_1205_assignsubmission_file/sorti.txt"))[1:]
    folded = archive(
        tmp_path / "e.zip", {f"Devoir 3/{name}": data for name, data in list(MOODLE.items())[:5]}
    )
    assert len(hand_ins(folded, tmp_path / "v")) == 3


@pytest.mark.parametrize("files", [{}, {"lettre.docx": b"1"}, {"__MACOSX/x/._a": b"1"}])
def test_an_archive_without_copies_is_refused_in_one_sentence(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    with pytest.raises(RefusedInputError, match="zip"):
        hand_ins(archive(tmp_path / "rien.zip", files), tmp_path / "w")
    bad = tmp_path / "abime.zip"
    data = io.BytesIO(archive(tmp_path / "ok.zip", MOODLE).read_bytes()).getvalue()
    bad.write_bytes(data[:60] + b"\x00" * 40 + data[100:])
    with pytest.raises(RefusedInputError, match="abime"):
        hand_ins(bad, tmp_path / "w2")


def _copy(name: str, **trace: object) -> ClassCopy:
    review = Review(None, None, (), (), ())
    kinds = {key: frozenset(value) for key, value in trace.items()}  # type: ignore[call-overload]
    return ClassCopy(name, review, trace=Trace(**kinds))


def test_only_rare_traces_bring_copies_together() -> None:
    everybody = [
        _copy(f"S{rank}", authors={"Salle 12"}, errors={("total", "98,50"), ("cellule", "12 mai")})
        for rank in range(8)
    ]
    assert alike(everybody) == []
    two = [_copy("Ana", errors={("total", "98,50"), ("langue", "facutre")}), _copy("Bo", errors={("total",
    "98,50"), ("langue", "facutre")}),
           *(_copy(f"S{rank}", errors={("total", "99")}) for rank in range(6))]  # fmt: skip
    [pair] = alike(two)
    assert pair.trainees == ("Ana", "Bo")
    assert "2 erreurs rares" in pair.reasons[0]
    assert alike([_copy("Ana", errors={("total", "98,50")}), _copy("Bo", errors={("total", "98,50")})]) == []
    shared = [_copy("Ana", authors={"Jo Lin"}), _copy("Bo", authors={"Jo Lin"}), _copy("Cy", authors={"Cy"})]
    assert [one.trainees for one in alike(shared)] == [("Ana", "Bo")]


class Here(ThreadPoolExecutor):
    """The work of the processes, in this one: it sees the same order and the same copies."""

    def __init__(self, size: int, mp_context: object, initializer: Any, initargs: Any) -> None:
        super().__init__(1, initializer=initializer, initargs=initargs)


def test_the_command(
    reviewed: tuple[ClassReview, Path, list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(classroom, "ProcessPoolExecutor", Here)
    _, place, _ = reviewed
    small = tmp_path / "petite"
    shutil.copytree(place / "copies" / "Zoé Abat", small / "Zoé Abat")
    assert (
        main(
            [
                "relire",
                str(small),
                "--classe",
                "--scenario",
                SCENARIO,
                "--json",
                "--rapport",
                str(tmp_path / "r.html"),
            ]
        )
        == 0
    )
    out, err = capsys.readouterr()
    tree = json.loads(out)
    assert tree["copies"][0]["trainee"] == "Zoé Abat"
    assert tree["copies"][0]["criteria"]
    assert tree["summary"]["read"] == 1
    assert "1/1 Zoé Abat" in err
    assert (tmp_path / "r.xlsx").is_file()
    assert main(["relire", str(small), "--scenario", SCENARIO]) == 1
    assert "--classe" in capsys.readouterr().err
    assert main(["relire", str(tmp_path / "absent"), "--classe"]) == 1
    assert main(["relire", str(small), str(small), "--classe"]) == 2


def test_a_process_that_dies_takes_no_other_copy_with_it(tmp_path: Path) -> None:
    for name in ("Ana", "Bo", "Cy", "Di"):
        (tmp_path / "copies" / name).mkdir(parents=True)
        (tmp_path / "copies" / name / "mot.txt").write_text(
            f"Bonjour,\n\nVoici le mot de {name}.\n", encoding="utf-8"
        )
    killed: list[int] = []

    def kill_once(done: int, total: int, name: str) -> None:
        for process in multiprocessing.active_children():
            if not killed and process.pid is not None:
                killed.append(process.pid)
                process.kill()

    result = review_class(Coach(tmp_path / "donnees"), tmp_path / "copies", bloc=1, progress=kill_once)
    assert len(killed) == 1
    assert [copy.trainee for copy in result.copies if copy.review is not None] == ["Ana", "Bo", "Cy", "Di"]
