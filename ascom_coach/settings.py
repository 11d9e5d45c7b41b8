"""Where a person's data lives and what they have set. The only reader and writer of `reglages.toml`.

The folder is the platform's user data folder; `ASCOM_DONNEES` (or `--donnees`) moves it.
Nothing here is needed to start: a missing or damaged file gives the defaults, and says so.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError

FILE = "reglages.toml"
THEMES = ("sombre", "clair", "contraste")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose.

    `theme`: sombre, clair or contraste. `language_server`: address of a LanguageTool server, empty for none;
    `language_consent`: the day the person accepted that texts leave this machine for it. `language_repository`: a
    Maven-layout repository (or folder) that LanguageTool can be installed from. `grammalecte`: where Grammalecte is.
    `model`: the `[modele]` table as written. `scenario_folders`: further folders of scenarios.
    `words_per_minute`: speaking pace. `voice`: whether people are heard (extra `[voix]`).
    `exam_hearings`: how often an instruction is heard in exam mode (1 to 3),
    `exam_transcript`: whether what was said stays on the screen (accessible exam); the référentiel fixes neither.
    `problem` holds one French sentence when the file could not be used.
    """

    theme: str = "sombre"
    words_per_minute: int = 150
    instant_speech: bool = False
    voice: bool = False
    exam_hearings: int = 1
    exam_transcript: bool = False
    language_server: str = ""
    language_consent: str = ""
    language_repository: str = ""
    grammalecte: str = ""
    scenario_folders: tuple[Path, ...] = ()
    model: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""


def data_folder(asked: Path | None = None) -> Path:
    """The person's folder: the one asked for, else `ASCOM_DONNEES`, else the platform's. It is not created here."""
    if asked is not None:
        return asked.expanduser()
    if place := os.environ.get("ASCOM_DONNEES"):
        return Path(place).expanduser()
    from platformdirs import user_data_path

    return user_data_path("ascom-coach", appauthor=False)


def prepared_folder(folder: Path) -> Path:
    """The folder, created if need be. Raises SurroundingsError when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise SurroundingsError(
            f"Je ne peux pas écrire dans « {folder} » : choisissez un autre dossier avec --donnees."
        ) from None
    if not os.access(folder, os.W_OK):
        raise SurroundingsError(
            f"Le dossier « {folder} » est en lecture seule : choisissez un autre dossier avec --donnees."
        )
    return folder


def load_settings(folder: Path) -> Settings:
    """What is set, defaults where nothing is. A damaged file is left untouched and named in `problem`."""
    path = folder / FILE
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError):
        return Settings(problem=f"Je ne peux pas lire « {path} » : les réglages d’origine sont utilisés.")
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or str(error).rpartition("line ")[2].partition(",")[0]
        return Settings(
            problem=f"« {path} » n’est pas lisible (ligne {line}) : les réglages d’origine sont utilisés, corrigez-le."
        )
    return _typed(tree, path)


def _typed(tree: dict[str, Any], path: Path) -> Settings:
    problem = ""
    known = {"format", "affichage", "examen", "langue", "scenarios", "modele"}
    if unknown := sorted(set(tree) - known):
        problem = f"« {path} » : je ne connais pas « {unknown[0]} », vérifiez son orthographe."

    def section(name: str) -> dict[str, Any]:
        value = tree.get(name)
        return value if isinstance(value, dict) else {}

    display = section("affichage")
    theme = display.get("theme", "sombre")
    pace = display.get("mots_par_minute", 150)
    exam = section("examen")
    hearings = exam.get("ecoutes", 1)
    folders = section("scenarios").get("dossiers", [])
    return Settings(
        theme=theme if theme in THEMES else "sombre",
        words_per_minute=pace if isinstance(pace, int) and 60 <= pace <= 400 else 150,
        instant_speech=bool(display.get("paroles_immediates", False)),
        voice=bool(display.get("voix", False)),
        exam_hearings=hearings if isinstance(hearings, int) and 1 <= hearings <= 3 else 1,
        exam_transcript=bool(exam.get("transcription", False)),
        language_server=str(section("langue").get("serveur", "")),
        language_consent=str(section("langue").get("consentement", "")),
        language_repository=str(section("langue").get("depot", "")),
        grammalecte=str(section("langue").get("grammalecte", "")),
        scenario_folders=tuple(Path(str(item)).expanduser() for item in folders if isinstance(folders, list)),
        model=section("modele"),
        problem=problem,
    )


def save_setting(folder: Path, section: str, key: str, value: Any) -> None:
    """Change one value and keep the rest of the file, comments included. Raises SurroundingsError."""
    import tomlkit

    path = prepared_folder(folder) / FILE
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    except Exception:  # noqa: BLE001 - a damaged file is set aside, not lost
        path.replace(path.with_suffix(".toml.abime"))
        document = tomlkit.document()
    if section not in document:
        document[section] = tomlkit.table()
    table: Any = document[section]
    table[key] = value
    temporary = path.with_suffix(".tmp")
    try:
        temporary.write_text(tomlkit.dumps(document), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        raise SurroundingsError(
            f"Je n’ai pas pu enregistrer « {path} » : vérifiez l’espace libre et les droits du dossier."
        ) from None
