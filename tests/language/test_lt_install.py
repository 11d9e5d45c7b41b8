"""Where LanguageTool's files come from, and that nothing else than those files is ever kept."""

from __future__ import annotations

import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.language.outside import (
    FolderSource,
    MavenSource,
    RepositorySource,
    SourceError,
    fetch_bundle,
    inspect,
    install,
    jars,
    lacking,
    licences,
    lt_files,
    source_of,
    total_size,
    uninstall,
)
from tests.language.small_server import CONTENT, starts, write_files, write_java

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="un script d’essai de ce système")


class Repository(SimpleHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture
def repository(tmp_path: Path, small: Path) -> Iterator[tuple[str, Path, list[str]]]:
    folder = write_files(tmp_path / "depot", maven=True)
    handler = type("OneRepository", (Repository,), {"asked": []})
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}", folder, handler.asked
    httpd.shutdown()
    httpd.server_close()


def test_the_list_is_whole() -> None:
    lt_files.jars.cache_clear()
    assert len(jars()) == 43
    assert total_size() == 39_619_475
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars())
    assert ("CC-BY-SA-4.0", ["french-pos-dict"]) in licences()
    assert sum(len(names) for _, names in licences()) == 43


@pytest.mark.parametrize("maven", [False, True])
def test_from_a_folder(tmp_path: Path, small: Path, maven: bool) -> None:
    seen: list[tuple[int, int, str]] = []
    found = install(
        small,
        [source_of(write_files(tmp_path / "cle", maven=maven))],
        lambda done, total, name: seen.append((done, total, name)),
    )
    assert found.complete
    assert found.size == sum(map(len, CONTENT.values()))
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)
    assert seen[-1][0] == seen[-1][1]
    assert not list(small.rglob("*.part"))


def test_a_file_is_known_by_its_content_not_by_its_name(tmp_path: Path, small: Path) -> None:
    folder = write_files(tmp_path / "cle")
    for number, path in enumerate(sorted(folder.iterdir())):
        path.rename(folder / f"copie-{number}.jar")
    assert install(small, [source_of(folder)]).complete


def test_from_a_zip(tmp_path: Path, small: Path) -> None:
    folder = write_files(tmp_path / "cle", maven=True)
    with zipfile.ZipFile(tmp_path / "cle.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.rglob("*.jar"):
            archive.write(path, f"../../{path.name}")
    assert install(small, [source_of(tmp_path / "cle.zip")]).complete
    assert sorted(path.name for path in tmp_path.rglob("*.jar") if "cle" not in path.parts) == sorted(
        jar.name for jar in jars()
    )


def test_from_a_repository_whatever_the_proxy(
    repository: tuple[str, Path, list[str]], small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    base, _, asked = repository
    assert install(small, [RepositorySource(base)]).complete
    assert sorted(asked) == sorted(f"/{jar.maven_path}" for jar in jars())


def test_a_repair_asks_for_what_is_missing_or_damaged_only(
    repository: tuple[str, Path, list[str]], small: Path
) -> None:
    base, folder, asked = repository
    install(small, [FolderSource(folder)])
    first, second, third, _ = jars()
    kept = small / lt_files.JARS_FOLDER
    (kept / first.name).unlink()
    (kept / second.name).write_bytes(b"x" * second.size)
    (kept / third.name).write_bytes(b"court")
    assert {jar.name for jar in lacking(small)} == {first.name, second.name, third.name}
    assert not inspect(small).complete
    assert install(small, [RepositorySource(base)]).complete
    assert sorted(asked) == sorted(f"/{jar.maven_path}" for jar in (first, second, third))


@pytest.mark.parametrize(
    "harm", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"y" + data[1:]]
)
def test_a_file_that_is_not_the_one_is_not_kept(
    repository: tuple[str, Path, list[str]], small: Path, harm: object
) -> None:
    base, folder, _ = repository
    wrong = folder / jars()[1].maven_path
    wrong.write_bytes(harm(wrong.read_bytes()))  # type: ignore[operator]
    for source in (RepositorySource(base), FolderSource(folder)):
        with pytest.raises(
            RefusedInputError, match=rf"« {jars()[1].name} ».*je ne l’ai pas gardé.*3 fichiers sur 4"
        ):
            install(small, [source])
        assert inspect(small).missing == (jars()[1].name,)
        assert not list(small.rglob("*.part"))


def test_the_next_source_fills_what_the_first_lacks(
    repository: tuple[str, Path, list[str]], tmp_path: Path, small: Path
) -> None:
    base, _, asked = repository
    folder = write_files(tmp_path / "cle")
    (folder / jars()[2].name).unlink()
    told: list[str] = []
    assert install(small, [FolderSource(folder), RepositorySource(base)], tell=told.append).complete
    assert asked == [f"/{jars()[2].maven_path}"]
    assert told == [f"Un fichier manque dans le dossier « {folder} », dont « {jars()[2].name} »."]


def test_sources_that_do_not_serve(
    tmp_path: Path, small: Path, repository: tuple[str, Path, list[str]]
) -> None:
    (tmp_path / "vide").mkdir()
    broken = tmp_path / "abime.zip"
    write_files(tmp_path / "cle")
    with zipfile.ZipFile(broken, "w") as archive:
        archive.write(tmp_path / "cle" / jars()[0].name, "a.jar")
    broken.write_bytes(broken.read_bytes().replace(b"serveur", b"SERVEUR", 1))
    for source, words in (
        (FolderSource(tmp_path / "vide"), "aucun fichier .jar"),
        (source_of(broken), "pas le fichier attendu|manquent"),
        (RepositorySource("http://127.0.0.1:1"), "il ne répond pas"),
        (RepositorySource(f"{repository[0]}/ailleurs"), "il répond « 404 »"),
        (RepositorySource("ftp://127.0.0.1/depot"), "doit commencer par http"),
    ):
        with pytest.raises(RefusedInputError, match=words):
            install(small, [source])
    for path in (tmp_path / "absent", repository[1] / jars()[0].maven_path):
        with pytest.raises(SourceError, match=r"Je ne trouve pas|n’est ni un dossier ni un zip"):
            source_of(path)
    with pytest.raises(RefusedInputError, match=r"aucune source.*--depuis"):
        install(small, [])


def test_a_password_in_the_address_is_not_shown() -> None:
    assert (
        RepositorySource("https://moi:secret@depot.example/maven").name
        == "le dépôt « https://depot.example/maven »"
    )


MVN = """#!/bin/sh
for word in "$@"; do case "$word" in -DoutputDirectory=*) out="${word#*=}";; -f) ;; esac; done
{body}
"""


def _mvn(folder: Path, body: str) -> str:
    path = folder / "mvn"
    path.write_text(MVN.replace("{body}", body))
    path.chmod(0o755)
    return str(path)


@POSIX
def test_the_machines_maven_is_asked_for_what_is_missing(tmp_path: Path, small: Path) -> None:
    folder = write_files(tmp_path / "cle")
    install(small, [FolderSource(folder)])
    (small / lt_files.JARS_FOLDER / jars()[3].name).unlink()
    body = f'echo "[INFO] Downloaded from x: y.jar"; cp -r "{folder}" "$out"; cp "$3" "{tmp_path}/vu.xml"'
    counts: list[int] = []
    assert install(small, [MavenSource(_mvn(tmp_path, body), counts.append)]).complete
    assert counts == [1]
    assert (tmp_path / "vu.xml").read_text() == lt_files.pom(jars()[3:])
    assert lt_files.pom(jars()[3:]).count("<dependency>") == 1


@POSIX
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('echo "[ERROR] Could not transfer artifact"; exit 1', "il lui faut un réseau"),
        ('echo "[ERROR] The JAVA_HOME environment variable is not defined"; exit 1', "il manque Java"),
        ("exit 0", "aucun fichier .jar"),
    ],
)
def test_a_maven_that_fails(tmp_path: Path, small: Path, body: str, words: str) -> None:
    with pytest.raises(RefusedInputError, match=words):
        install(small, [MavenSource(_mvn(tmp_path, body))])


LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from tests.language.small_server import use_small_list
from ascom_coach.language.outside import FolderSource, inspect, install
place = Path(sys.argv[2])
use_small_list(place)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    install(place, [FolderSource(Path(sys.argv[1]))])
except Exception as error:
    print(type(error).__name__, error, len(inspect(place).missing), len(list(place.rglob("*.part"))))
"""


@POSIX
def test_a_full_disk_keeps_what_is_verified(tmp_path: Path, small: Path) -> None:
    folder = write_files(tmp_path / "cle")
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_ROOM, str(folder), str(small)], capture_output=True, text=True, check=False,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.startswith("SurroundingsError Le disque est plein"), done.stderr
    assert done.stdout.split()[-2:] == ["2", "0"]
    assert install(small, [FolderSource(folder)]).complete


def test_a_folder_that_cannot_be_written(tmp_path: Path, small: Path) -> None:
    (tmp_path / "langue").write_text("un fichier")
    with pytest.raises(SurroundingsError, match="Je ne peux pas écrire"):
        install(small, [FolderSource(write_files(tmp_path / "cle"))])


def test_uninstalling_gives_the_room_back(tmp_path: Path, small: Path) -> None:
    install(small, [FolderSource(write_files(tmp_path / "cle"))])
    (small / "serveur.cfg").write_text("x")
    assert uninstall(small) == total_size()
    assert not small.exists()
    assert uninstall(small) == 0
    assert inspect(small).folder is None


def test_the_bundle_is_kept_with_a_list_of_its_files(small: Path) -> None:
    folder = small / lt_files.BUNDLE_FOLDER
    (folder / "libs").mkdir(parents=True)
    (folder / "languagetool-server.jar").write_bytes(b"a")
    (folder / "libs" / "x.jar").write_bytes(b"b")
    (folder / "regles.xml").write_text("<r/>")
    lt_files.write_manifest(folder)
    found = inspect(small)
    assert found.complete
    assert found.bundle
    assert found.class_path == ("languagetool-server.jar", "libs/x.jar", ".")
    assert lacking(small) == []
    (folder / "regles.xml").write_text("<R/>")
    assert inspect(small).damaged == ("regles.xml",)
    assert len(lacking(small)) == 4


@POSIX
def test_the_wrappers_own_download_is_kept_whole(
    tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wrapper really downloads, checks and unpacks; only its address and its hash are those of this test."""
    server = tmp_path / "site"
    server.mkdir()
    with zipfile.ZipFile(server / "LanguageTool-6.8.zip", "w") as archive:
        archive.writestr("LanguageTool-6.8/languagetool-server.jar", b"a")
        archive.writestr("LanguageTool-6.8/libs/x.jar", b"b")
    handler = type("OneSite", (Repository,), {"asked": []})
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(server)))
    threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    java = write_java(tmp_path / "java")
    monkeypatch.setenv("PATH", str(java.parent))
    monkeypatch.setenv("LTP_DOWNLOAD_HOST_NEW_RELEASES", f"http://127.0.0.1:{httpd.server_address[1]}/")
    monkeypatch.setenv("LTP_DOWNLOAD_SHA256", "0" * 64)
    monkeypatch.setenv("LTP_BYPASS_VERIFIED_DOWNLOADS", "true")  # no way around the hash
    try:
        with pytest.raises(RefusedInputError, match=r"n’a pas abouti.*--depuis"):
            fetch_bundle(small)
        assert list(small.iterdir()) == []
        digest = lt_files.digest_of(server / "LanguageTool-6.8.zip")
        monkeypatch.setenv("LTP_DOWNLOAD_SHA256", digest)
        found = fetch_bundle(small)
    finally:
        httpd.shutdown()
        httpd.server_close()
    assert found.complete
    assert found.class_path == ("languagetool-server.jar", "libs/x.jar", ".")
    assert starts(java) == []
