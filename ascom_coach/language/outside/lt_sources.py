"""Where LanguageTool's files can come from. No address is written here: a person names it, or their Maven knows it.

A source yields `(jar, stream)` for what it can give and raises SourceError, one French sentence, when it cannot serve.
What it gives is checked by `lt_install`; nothing of a source is trusted.
"""

from __future__ import annotations

import http.client
import io
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import urlsplit, urlunsplit

from ascom_coach.language.loopback import is_loopback
from ascom_coach.language.outside.lt_files import Jar, digest_of, pom

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
MAVEN_SECONDS = 900.0
Given = Iterator[tuple[Jar, IO[bytes]]]


class SourceError(Exception):
    """A source does not serve. The message is one French sentence."""


class Source(Protocol):
    """`name` ends the sentence « Source : … »."""

    @property
    def name(self) -> str:
        """How a person calls it."""
        ...

    def give(self, wanted: Sequence[Jar]) -> Given:
        """What it has of `wanted`, each with a stream that the caller reads at once. Raises SourceError."""
        ...


class FolderSource:
    """A folder, flat or as Maven keeps it; files are known by their size and content, whatever their name."""

    def __init__(self, folder: Path, name: str = "") -> None:
        self._folder = folder
        self.name = name or f"le dossier « {folder} »"

    def give(self, wanted: Sequence[Jar]) -> Given:
        """See `Source`."""
        sizes = {jar.size for jar in wanted}
        found: dict[int, list[Path]] = {}
        names: dict[str, Path] = {}
        try:
            for path in sorted(self._folder.rglob("*.jar")):
                if not path.is_file():
                    continue
                names.setdefault(path.name, path)
                if (size := path.stat().st_size) in sizes:
                    found.setdefault(size, []).append(path)
        except OSError:
            raise SourceError(f"Je ne peux pas lire {self.name} : vérifiez-le, puis recommencez.") from None
        if not names:
            raise SourceError(f"Je ne trouve aucun fichier .jar dans {self.name}.")
        for jar in wanted:
            same = [path for path in found.get(jar.size, []) if _is(path, jar)]
            if chosen := same[0] if same else names.get(jar.name):
                try:
                    with chosen.open("rb") as stream:
                        yield jar, stream
                except OSError:
                    raise SourceError(f"Je ne peux pas lire « {chosen} » : vérifiez le support.") from None


def _is(path: Path, jar: Jar) -> bool:
    try:
        return digest_of(path) == jar.sha256
    except OSError:
        return False


class ZipSource:
    """A zip that holds the files, in whatever folders. Nothing is unpacked but what is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = f"l’archive « {path} »"

    def give(self, wanted: Sequence[Jar]) -> Given:
        """See `Source`."""
        broken = f"{self.name[:1].upper()}{self.name[1:]} n’est pas un zip lisible : copiez-la de nouveau."
        try:
            with zipfile.ZipFile(self._path) as archive:
                entries = [one for one in archive.infolist() if one.filename.endswith(".jar")]
                if not entries:
                    raise SourceError(f"Je ne trouve aucun fichier .jar dans {self.name}.")
                for jar in wanted:
                    named = [one for one in entries if one.filename.rpartition("/")[2] == jar.name]
                    sized = [one for one in entries if one.file_size == jar.size and one not in named]
                    for entry in [*named, *sized][:4]:
                        with archive.open(entry) as stream:
                            yield jar, stream
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
            raise SourceError(broken) from None


class RepositorySource:
    """A Maven-layout repository, by its address. Proxies of the environment are followed, never for this machine."""

    def __init__(self, base: str, *, timeout: float = 30.0) -> None:
        self._base = base.rstrip("/")
        self._timeout = timeout
        parts = urlsplit(base)
        # A password in the address is nobody's business on a screen.
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        self.name = f"le dépôt « {shown} »"
        handlers = [urllib.request.ProxyHandler({})] if is_loopback(base) else []
        self._opener = urllib.request.build_opener(*handlers)

    def give(self, wanted: Sequence[Jar]) -> Given:
        """See `Source`."""
        if urlsplit(self._base).scheme not in ("http", "https"):
            raise SourceError(f"L’adresse de {self.name} doit commencer par http:// ou https://.")
        for jar in wanted:
            yield jar, self._open(jar)

    def _open(self, jar: Jar) -> IO[bytes]:
        request = urllib.request.Request(
            f"{self._base}/{jar.maven_path}", headers={"User-Agent": "ascom-coach"}
        )
        why = "il ne répond pas"
        for _ in range(2):
            try:
                with self._opener.open(request, timeout=self._timeout) as answer:
                    return io.BytesIO(answer.read(jar.size + 1))
            except urllib.error.HTTPError as error:
                why = f"il répond « {error.code} » pour {jar.name}"
                if error.code < 500:
                    break
            except (OSError, http.client.HTTPException, ValueError):
                why = "il ne répond pas"
        raise SourceError(f"Je n’obtiens rien de {self.name} : {why}.")


class MavenSource:
    """The machine's own Maven, with its own settings: we write the project, it fetches the files."""

    def __init__(self, command: str, progress: Callable[[int], None] = lambda count: None) -> None:
        self._command = command
        self._progress = progress
        self.name = "Maven, installé sur cet ordinateur"

    def give(self, wanted: Sequence[Jar]) -> Given:
        """See `Source`."""
        with tempfile.TemporaryDirectory(prefix="ascom-maven-") as place:
            folder = Path(place)
            (folder / "pom.xml").write_text(pom(wanted), encoding="utf-8")
            self._run(folder)
            yield from FolderSource(folder / "lib", self.name).give(wanted)

    def _run(self, folder: Path) -> None:
        words = [
            self._command, "-B", "-f", str(folder / "pom.xml"), PLUGIN, "-DincludeScope=runtime",
            f"-DoutputDirectory={folder / 'lib'}",
        ]  # fmt: skip
        try:
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except OSError:
            raise SourceError(
                "Maven ne démarre pas sur cet ordinateur : vérifiez son installation."
            ) from None
        started, count, said = time.monotonic(), 0, ""
        try:
            assert process.stdout is not None
            for row in process.stdout:
                line = row.decode("utf-8", "replace")
                if line.startswith("[INFO] Downloaded") and ".jar" in line:
                    count += 1
                    self._progress(count)
                if line.startswith("[ERROR]") and not said:
                    said = line
                if time.monotonic() - started > MAVEN_SECONDS:
                    process.kill()
            status = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if status:
            why = (
                "il manque Java"
                if "JAVA_HOME" in said
                else "il lui faut un réseau, ou un dépôt dans ses réglages"
            )
            raise SourceError(f"Maven n’a pas obtenu les fichiers : {why}.")


def maven() -> str | None:
    """The machine's Maven, or None."""
    return shutil.which("mvn")


def source_of(path: Path) -> Source:
    """The source for a folder or a zip that a person names. Raises SourceError when it is neither."""
    if path.is_dir():
        return FolderSource(path)
    if path.is_file() and zipfile.is_zipfile(path):
        return ZipSource(path)
    if path.exists():
        raise SourceError(f"« {path} » n’est ni un dossier ni un zip lisible : copiez-le de nouveau.")
    raise SourceError(f"Je ne trouve pas « {path} » : vérifiez le nom et le support.")
