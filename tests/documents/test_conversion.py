"""Old files become today's formats by LibreOffice; the original is only read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ascom_coach.documents import convert, converted_place, convertible, read_document
from ascom_coach.documents.conversion import legacy_kind, office_program
from ascom_coach.errors import RefusedInputError

from .builders import docx
from .office import needs_office, turned
from .ole_builder import compound, message


def old(tmp_path: Path, stream: str = "WordDocument", name: str = "lettre.doc") -> Path:
    place = tmp_path / name
    place.write_bytes(compound({stream: b"x" * 5000}))
    return place


def a_program(tmp_path: Path, text: str) -> Path:
    """A program of ours at the place of LibreOffice: the conversion is a real process all the same."""
    place = tmp_path / "bureau"
    place.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{text}\n", encoding="utf-8")
    place.chmod(0o755)
    return place


@pytest.mark.parametrize(
    ("stream", "kind"), [("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt")]
)
def test_the_content_tells_an_old_file_not_its_extension(tmp_path: Path, stream: str, kind: str) -> None:
    assert legacy_kind(old(tmp_path, stream, "copie.docx")) == kind


def test_other_files_are_not_old_ones(tmp_path: Path) -> None:
    for name, data in (
        ("a.docx", docx()),
        ("b.msg", message()),
        ("c.doc", b"bonjour"),
        ("d.doc", compound({"EncryptedPackage": b"x"})),
    ):
        (tmp_path / name).write_bytes(data)
        assert legacy_kind(tmp_path / name) is None
        assert not convertible(tmp_path / name)
    assert legacy_kind(tmp_path / "absent.doc") is None


def test_an_old_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RefusedInputError, match=r"ancien document Word.*Enregistrer sous.*\.docx"):
        read_document(old(tmp_path))


def test_without_libreoffice_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCOM_LIBREOFFICE", "non")
    path = old(tmp_path)
    assert office_program() is None
    assert not convertible(path)
    with pytest.raises(RefusedInputError, match="LibreOffice n’est pas installé"):
        convert(path)


def test_the_copy_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = old(tmp_path)
    names = []
    for _ in range(3):
        place = converted_place(path)
        names.append(place.name)
        place.write_bytes(b"")
    assert names == ["lettre.docx", "lettre (converti).docx", "lettre (converti 2).docx"]


@pytest.mark.skipif(os.name != "posix", reason="un script n’est pas un programme sous Windows")
class TestWithAnotherProgram:
    def test_it_works_on_a_copy_without_macros_or_links(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        look = (
            "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]); out.mkdir()\n"
            "profile = next(one for one in sys.argv if one.startswith('-env:UserInstallation=file://'))\n"
            "settings = pathlib.Path(profile.split('file://')[1], 'user', 'registrymodifications.xcu').read_text()\n"
            "(out / 'copie.docx').write_text(sys.argv[-1] + settings)"
        )
        monkeypatch.setenv("ASCOM_LIBREOFFICE", str(a_program(tmp_path, look)))
        path = old(tmp_path)
        before = (path.read_bytes(), path.stat().st_mtime_ns)
        made = convert(path)
        assert made == tmp_path / "lettre.docx"
        assert (path.read_bytes(), path.stat().st_mtime_ns) == before
        text = made.read_text(encoding="utf-8")
        assert str(tmp_path) not in text.splitlines()[0]
        assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in text

    def test_a_failure_and_an_empty_answer_are_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ASCOM_LIBREOFFICE", str(a_program(tmp_path, "sys.exit(1)")))
        with pytest.raises(RefusedInputError, match="n’a pas pu le convertir"):
            convert(old(tmp_path))
        assert not (tmp_path / "lettre.docx").exists()

    def test_too_long_is_stopped(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ASCOM_LIBREOFFICE", str(a_program(tmp_path, "time.sleep(60)")))
        with pytest.raises(RefusedInputError, match="trop de temps"):
            convert(old(tmp_path), seconds=0.2)


@pytest.mark.soffice
@needs_office
def test_a_real_old_document_comes_back_as_a_docx(tmp_path: Path) -> None:
    made = turned({"lettre.docx": docx(lambda document: document.add_heading("Objet : relance", 1))}, "doc")
    path = tmp_path / "lettre.doc"
    path.write_bytes(made["lettre"])
    document = read_document(convert(path))
    assert (document.type, document.text, document.blocks[0].level) == ("docx", "Objet : relance", 1)
