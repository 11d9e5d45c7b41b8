"""Old Word, Excel and PowerPoint files turned into today's formats by LibreOffice, when it is installed and the person
agrees.

LibreOffice works on a copy, in a process and a profile of its own that know no macro, no update of links, no remote
picture; it is ended when it takes too long. What it writes is then read like any other file, behind the same guard.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from ascom_coach.documents.files import default_name, read_bytes, write_bytes
from ascom_coach.documents.guard.ole import MAGIC
from ascom_coach.documents.guard.sniffing import ole_kind
from ascom_coach.documents.refusals import refusal
from ascom_coach.errors import RefusedInputError, SurroundingsError

SECONDS = 60.0
_TARGETS = {"doc": "docx", "xls": "xlsx", "ppt": "pptx"}
_PROGRAMS = ("soffice", "libreoffice")
_FILES = ("soffice.com", "soffice.exe", "soffice")  # under Windows, .com waits for the end of the work
_FOLDERS = (
    "/usr/lib/libreoffice/program",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Common/Misc", "FirstRun", "false"),
)


def office_program() -> Path | None:
    """Where LibreOffice is, or None. `ASCOM_LIBREOFFICE` names it when it is elsewhere, or forbids it (`non`)."""
    wanted = os.environ.get("ASCOM_LIBREOFFICE", "")
    if wanted:
        return Path(wanted) if Path(wanted).is_file() else None
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return Path(found)
    folders = [Path(folder) for folder in _FOLDERS]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        if os.environ.get(variable):
            folders.append(Path(os.environ[variable]) / "LibreOffice" / "program")
    places = [folder / name for folder in folders for name in _FILES]
    return next((place for place in places if place.is_file()), None)


def legacy_kind(path: Path) -> str | None:
    """`doc`, `xls` or `ppt` for a file of before 2007, whatever its extension; None for any other one."""
    try:
        data = read_bytes(path, path.name)
    except RefusedInputError:
        return None
    kind = ole_kind(data) if data[:8] == MAGIC else ""
    return kind if kind in _TARGETS else None


def convertible(path: Path) -> bool:
    """Whether it is an old file that LibreOffice, installed here, could convert."""
    return office_program() is not None and legacy_kind(path) is not None


def converted_place(path: Path) -> Path:
    """Where the converted copy will be written: beside the original, under a name that is not taken."""
    ending = _TARGETS[legacy_kind(path) or "doc"]
    place, number = path.with_suffix(f".{ending}"), 1
    while place.exists():
        mark = "converti" if number == 1 else f"converti {number}"
        place, number = path.with_name(f"{path.stem} ({mark}).{ending}"), number + 1
    return place


def convert(path: Path, *, seconds: float = SECONDS) -> Path:
    """Write the converted copy of an old file beside it, and return its path. The original is only read.

    Raises RefusedInputError when there is nothing to convert, no LibreOffice, or when it fails or takes longer than
    `seconds`; SurroundingsError when the copy cannot be written.
    """
    name = default_name(path)
    kind, program = legacy_kind(path), office_program()
    if kind is None:
        raise refusal("unknown", name)
    if program is None:
        raise refusal("no_office", name)
    made = _converted(read_bytes(path, name), kind, program, name, seconds)
    place = converted_place(path)
    write_bytes(place, made)
    return place


def _converted(data: bytes, kind: str, program: Path, name: str, seconds: float) -> bytes:
    try:
        with tempfile.TemporaryDirectory(prefix="ascom-", ignore_cleanup_errors=True) as folder:
            return _run(Path(folder), data, kind, program, name, seconds)
    except OSError as error:
        raise SurroundingsError(
            "LibreOffice ne démarre pas ou le dossier temporaire est plein\u00a0; enregistrez vous-même le fichier au "
            "format .docx, .xlsx ou .pptx."
        ) from error


def _run(folder: Path, data: bytes, kind: str, program: Path, name: str, seconds: float) -> bytes:
    source, profile = folder / f"copie.{kind}", folder / "profil"
    source.write_bytes(data)
    _write_profile(profile)
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    work = ["--convert-to", _TARGETS[kind], "--outdir", str(folder / "sortie"), str(source)]
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", *quiet, *work]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=sys.platform != "win32",
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise refusal("slow_office", name) from error
    finally:
        _end(process)
    made = folder / "sortie" / f"copie.{_TARGETS[kind]}"
    if not made.is_file() or made.stat().st_size == 0:
        raise refusal("not_converted", name)
    return read_bytes(made, name)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and the processes it started, if they are still there."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "win32":
            if process.poll() is None:
                subprocess.run(
                    ["taskkill", "/T", "/F", "/PID", str(process.pid)],
                    capture_output=True,
                    check=False,
                    timeout=10,
                )
        else:
            os.killpg(process.pid, signal.SIGKILL)
    if process.poll() is None:
        process.kill()
        process.wait()


def _write_profile(profile: Path) -> None:
    """Settings of a LibreOffice that runs nothing and fetches nothing."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, key, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )
