"""A program of ours at the place of LibreOffice, for the doors that offer to convert: a real process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from .builders import docx
from .ole_builder import compound

posix_only = pytest.mark.skipif(os.name != "posix", reason="un script n’est pas un programme sous Windows")


def stand_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, text: str = "Objet : relance de la facture 12"
) -> Path:
    """Set the stand-in, and return an old document which it turns into a letter that holds `text`."""
    answer = folder / "reponse.docx"
    answer.write_bytes(docx(lambda document: document.add_paragraph(text)))
    program = folder / "bureau"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\nout.mkdir()\n"
        f"shutil.copy({str(answer)!r}, out / 'copie.docx')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("ASCOM_LIBREOFFICE", str(program))
    old = folder / "lettre.doc"
    old.write_bytes(compound({"WordDocument": b"x" * 5000}))
    return old
