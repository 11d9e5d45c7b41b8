"""`langue etat`, `installer`, `desinstaller`: which proofreaders are here, and LanguageTool brought or taken away."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from ascom_coach.cli.output import dump, tell
from ascom_coach.coach import Coach
from ascom_coach.errors import CoachError, RefusedInputError, WrongUseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ascom_coach.language.outside import Installed, Source

NAMES = {"integre": "Correcteur intégré", "languagetool": "LanguageTool", "grammalecte": "Grammalecte"}
PUBLIC = (
    "Aucune autre source n’est prête. language_tool_python peut télécharger le paquet complet de LanguageTool (environ "
    "250 Mo, tous pays) depuis un site public : cette voie n’a pas pu être essayée par les auteurs du programme."
)


def run(coach: Coach, arguments: argparse.Namespace) -> int:
    """Show what is ready, install or take away."""
    if arguments.action == "etat":
        return _state(coach, as_json=arguments.json)
    if arguments.action == "desinstaller":
        return _uninstall(coach, asked=arguments.oui)
    try:
        return _install(coach, arguments)
    except KeyboardInterrupt:
        tell(
            "Interrompu : les fichiers déjà vérifiés sont gardés, relancez « ascom-coach langue installer »."
        )
        return 130


def _state(coach: Coach, *, as_json: bool) -> int:
    states = coach.language_state()
    if as_json:
        dump(states)
        return 0
    for item in states:
        name = NAMES.get(item["id"], item["id"])
        if item["available"]:
            speed = f", répond en {item['seconds']:.2f} s".replace(".", ",") if item.get("seconds") else ""
            print(f"{name} : prêt ({item['detail']}{speed}).")
        else:
            print(f"{name} : {item['reason'].rstrip('.')}.")
        if item["fix"]:
            print(f"  → {item['fix']}")
    return 0


def _install(coach: Coach, arguments: argparse.Namespace) -> int:
    from ascom_coach.language.outside import NEEDED, find_java, lacking, total_size

    place = coach.proofing.place
    wanted = lacking(place)
    if not wanted:
        print(
            "LanguageTool est déjà installé, chaque fichier est vérifié. « ascom-coach langue etat » l’essaie."
        )
        return 0
    sources = coach.proofing.sources(arguments.depuis)
    if not find_java().fits:
        tell(
            f"Il faudra aussi Java {NEEDED} ou plus récent : « ascom-coach langue etat » dira comment l’ajouter."
        )
    if sources:
        _announce(coach, wanted, sources)
        if not _agreed("Installer LanguageTool ?", said=arguments.oui):
            return _nothing()
        try:
            return _done(coach.proofing.install(sources, _progress(total_size(wanted))))
        except RefusedInputError as error:
            if arguments.depuis is not None:
                raise
            tell(str(error))
            failed: CoachError = error
    else:
        from ascom_coach.language.outside import NO_SOURCE

        failed = RefusedInputError(NO_SOURCE)
    if arguments.depuis is None and (arguments.telecharger or _terminal()):
        print(PUBLIC)
        if arguments.telecharger or _agreed("Accepter ce téléchargement ?", said=False):
            return _done(coach.proofing.download())
        return _nothing()
    raise failed


def _announce(coach: Coach, wanted: Sequence[Any], sources: Sequence[Source]) -> None:
    from ascom_coach.language.outside import VERSION, jars, licences, megabytes, total_size

    repair = f" (réparation : {len(wanted)} fichiers sur {len(jars())})" if len(wanted) < len(jars()) else ""
    print(f"LanguageTool {VERSION}, correcteur libre : {megabytes(total_size(wanted))} à copier{repair}")
    print(f"  dans « {coach.proofing.place} »")
    print(f"Source : {', puis '.join(source.name for source in sources)}.")
    print("Licences :")
    for licence, names in licences():
        shown = ", ".join(names[:2]) + (f" et {len(names) - 2} de plus" if len(names) > 2 else "")
        print(f"  {licence} : {shown}")
    print("En service, il prend environ 0,5 Go de mémoire et ne parle qu’à cet ordinateur.")


def _progress(needed: int) -> Any:
    live = sys.stderr.isatty()
    shown = -1

    def progress(done: int, total: int, name: str) -> None:
        nonlocal shown
        part = 100 * done // total
        if live:
            end = "\n" if done == total else ""
            print(f"\r{part:3d} % {name:<45.45}", end=end, file=sys.stderr, flush=True)
        elif part // 25 > shown:
            shown = part // 25
            tell(f"{part} %")

    return progress


def _done(found: Installed) -> int:
    from ascom_coach.language.outside import megabytes

    print(f"LanguageTool est installé et vérifié ({megabytes(found.size)}).")
    print("Pour l’essayer : ascom-coach langue etat")
    return 0


def _uninstall(coach: Coach, *, asked: bool) -> int:
    from ascom_coach.language.outside import inspect, megabytes

    if inspect(coach.proofing.place, thorough=False).folder is None:
        print("LanguageTool n’est pas installé : il n’y a rien à retirer.")
        return 0
    if not _agreed("Retirer LanguageTool de cet ordinateur ?", said=asked):
        return _nothing()
    freed = coach.proofing.uninstall()
    print(f"LanguageTool est retiré, {megabytes(freed)} sont libérés. Le correcteur intégré reste là.")
    return 0


def _terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _agreed(question: str, *, said: bool) -> bool:
    """The person's yes. Raises WrongUseError when nobody can be asked."""
    if said:
        return True
    if not _terminal():
        raise WrongUseError("Je ne peux pas vous poser la question ici : ajoutez --oui pour accepter.")
    return input(f"{question} [o/N] ").strip().lower() in ("o", "oui")


def _nothing() -> int:
    print("Rien n’est changé.")
    return 0
