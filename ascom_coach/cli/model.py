"""`modele`: what is set, whether it answers, who may receive what. A key is read unseen, never from arguments."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from ascom_coach.cli.output import dump, opened
from ascom_coach.errors import WrongUseError

if TYPE_CHECKING:
    from ascom_coach.model_settings import ModelSettings
    from ascom_coach.models import ModelProfile, StateLine


def run(arguments: argparse.Namespace) -> int:
    """Do one action of `modele`; the status is 3 when a connection test fails."""
    if arguments.action == "evaluer":
        from ascom_coach.cli.evaluate import run as evaluate

        return evaluate(arguments)
    if arguments.action == "vecteurs":
        from ascom_coach.cli.vectors import run as vectors

        return vectors(arguments)
    with opened(arguments) as coach:
        models = coach.models
        if arguments.action in ("etat", "tester"):
            return _lines(models, test=arguments.action == "tester", as_json=arguments.json)
        if arguments.action == "choisir":
            models.activate(arguments.name)
            print(
                "Le moteur intégré joue seul."
                if arguments.name == "integre"
                else f"{arguments.name} est en service."
            )
        elif arguments.action == "cle":
            _key(models, arguments)
        else:
            _consent(models, arguments)
    return 0


def _lines(models: ModelSettings, *, test: bool, as_json: bool) -> int:
    shown = []
    lines = models.test(models.active()) if test else models.state()
    vectors = models.vectors.test if test else models.vectors.state
    for line in _then(lines, vectors):
        shown.append(line)
        if not as_json:
            print_line(line)
    if as_json:
        dump([asdict(line) for line in shown])
    return 3 if test and any(line.status == "échec" for line in shown) else 0


def _then(lines: Iterable[StateLine], last: Callable[[], StateLine]) -> Iterator[StateLine]:
    yield from lines
    yield last()


def print_line(line: StateLine) -> None:
    """One line of a check and its remedy."""
    detail = f" — {line.detail}" if line.detail else ""
    print(f"{line.label}\u00a0: {line.status}{detail}", flush=True)
    if line.remedy:
        print(f"  {line.remedy}", flush=True)


def _key(models: ModelSettings, arguments: argparse.Namespace) -> None:
    models.profile(arguments.name)
    if arguments.effacer:
        models.forget_key(arguments.name)
        print("La clé gardée est effacée.")
        return
    typed = (
        getpass.getpass("Clé (elle ne s’affiche pas)\u00a0: ") if sys.stdin.isatty() else sys.stdin.readline()
    )
    print(models.keep_key(arguments.name, typed))


def _consent(models: ModelSettings, arguments: argparse.Namespace) -> None:
    profile = _hosted(models, arguments.name)
    if arguments.retirer:
        models.withdraw(profile)
        print("Votre accord est repris\u00a0: plus rien ne part.")
        return
    from ascom_coach.models import departure_notice

    print(f"{departure_notice(profile)}\n\nVoici, en exemple, tout ce qui part en une fois\u00a0:\n")
    print(models.payload(profile), flush=True)
    if not arguments.oui:
        if not sys.stdin.isatty():
            raise WrongUseError(
                "Sans terminal, votre accord se donne avec --oui, après avoir lu ce qui précède."
            )
        if input("\nDonnez-vous votre accord\u00a0? (oui/non) ").strip().lower() != "oui":
            print("Rien n’est changé\u00a0: le moteur intégré joue.")
            return
    print(
        f"Votre accord est noté, le {models.agree(profile):%d/%m/%Y}. Il se reprend avec «\u00a0--retirer\u00a0»."
    )


def _hosted(models: ModelSettings, name: str | None) -> ModelProfile:
    profile = models.profile(name) if name else models.active()
    if profile is None:
        raise WrongUseError(
            "Aucun modèle n’est en service\u00a0: nommez un profil, par exemple «\u00a0mistral\u00a0»."
        )
    if profile.local:
        raise WrongUseError("Ce modèle reste sur votre ordinateur\u00a0: aucun accord n’est à donner.")
    return profile
