"""LibreOffice for the tests that need it: files turned into other formats and into pages, with a profile per run."""

from __future__ import annotations

import functools
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from ascom_coach.documents.conversion import office_program

needs_office = pytest.mark.skipif(office_program() is None, reason="LibreOffice n’est pas installé ici")


@functools.cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """One LibreOffice profile for this run of the tests: making one takes longer than turning a file."""
    return tempfile.TemporaryDirectory(prefix="ascom-tests-", ignore_cleanup_errors=True)


def turned(files: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """Each file in another format, by its name without extension, in one run; missing when it did not open."""
    program = office_program()
    assert program is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        (folder / "entree").mkdir()
        for name, data in files.items():
            (folder / "entree" / name).write_bytes(data)
        profile = f"-env:UserInstallation={Path(_profile().name).as_uri()}"
        sources = [str(folder / "entree" / name) for name in files]
        subprocess.run(
            [str(program), profile, "--headless", "--convert-to", ending, "--outdir", str(folder / "sortie"), *sources],
            check=False, capture_output=True, timeout=300, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        made = sorted((folder / "sortie").glob("*")) if (folder / "sortie").is_dir() else []
        return {path.stem: path.read_bytes() for path in made}
