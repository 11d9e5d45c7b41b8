"""The installed command: reads the words, calls the coach, ends with the contract's status."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import CoachError

if TYPE_CHECKING:
    import argparse

NO_TERMINAL = (
    "Il n’y a pas de terminal ici : l’application ne peut pas s’ouvrir. "
    "Essayez « ascom-coach demo » ou « ascom-coach jouer SCENARIO --simple »."
)
# Where each command lives: a module is imported only when its command is used.
HOMES = {
    "demo": "demo", "demander": "ask", "relire": "review", "jouer": "play", "scenario": "scenario", "index": "ask",
    "langue": "language", "modele": "model", "progression": "people", "profil": "people", "diagnostic": "diagnostic",
    "carnet": "notebook",
}  # fmt: skip


def main(words: Sequence[str] | None = None) -> int:
    """Run a command line. Returns 0 done, 1 refused, 2 wrong use, 3 surroundings failed."""
    gc.set_threshold(20_000, 20, 20)  # what is loaded at the start stays: it need not be walked at every step
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    words = list(sys.argv[1:] if words is None else words)
    try:
        return _run(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    except KeyboardInterrupt:
        print("\nInterrompu. Rien n’est perdu : reprenez avec « jouer --reprendre ».", file=sys.stderr)
        return 130
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except CoachError as error:
        print(str(error), file=sys.stderr)
        return error.status
    except OSError as error:
        print(_surroundings(error), file=sys.stderr)
        return 3
    except Exception:  # noqa: BLE001 - the last net: one French sentence, the details in a file
        print(_unexpected(words), file=sys.stderr)
        return 3


def _run(words: list[str]) -> int:
    if not words:
        return _app(None)
    from ascom_coach.cli.arguments import parser

    arguments = parser().parse_args(words)
    if arguments.command is None:
        return _app(getattr(arguments, "donnees", None))
    module = import_module(f"ascom_coach.cli.{HOMES[arguments.command]}")
    run: Callable[[argparse.Namespace], int] = module.run
    return run(arguments)


def _app(data: Path | None, **options: Any) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(NO_TERMINAL, file=sys.stderr)
        return 2
    from ascom_coach.tui import run

    return run(data, **options)


def open_app(data: Path | None, **options: Any) -> int:
    """Open the app on a scenario or a session (`jouer` without --simple)."""
    return _app(data, **options)


def _surroundings(error: OSError) -> str:
    import errno

    place = f"« {error.filename} »" if error.filename else "un fichier"
    if error.errno == errno.ENOSPC:
        return f"Le disque est plein, je n’ai pas pu écrire {place} : libérez de la place, puis recommencez."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Je n’ai pas le droit d’utiliser {place} : choisissez un autre dossier, puis recommencez."
    if error.errno == errno.ENOENT:
        return f"Je ne trouve pas {place} : vérifiez le nom et le dossier."
    return f"Je n’ai pas pu utiliser {place} : vérifiez le disque et les droits, puis recommencez."


def _unexpected(words: Sequence[str]) -> str:
    from ascom_coach.models import hide_keys
    from ascom_coach.settings import data_folder

    note = ""
    with contextlib.suppress(OSError):
        folder = data_folder(None)
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "erreurs.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(hide_keys(f"--- {words[:1]}\n{traceback.format_exc()}\n"))
        note = f" Les détails sont dans « {log} »."
    return f"Un imprévu m’a arrêté ; rien de ce qui était enregistré n’est perdu.{note} Recommencez, ou signalez-le."
