"""Check the model that makes vectors, in one line, for `modele etat`, `modele tester` and `modele vecteurs`."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ascom_coach.models.embedding import Embedder
from ascom_coach.models.errors_map import ModelError, french_sentence
from ascom_coach.models.profile.keys import KeyStore
from ascom_coach.models.state import REMOTE, StateLine, passed_on_to

LABEL = "Vecteurs de recherche"
_TEXT = "relancer un client qui n’a pas réglé sa facture"


def vectors_line(detail: str, *, well: bool | None = None, remedy: str = "") -> StateLine:
    """The line: `well` None means that nothing was contacted."""
    status = "non testé" if well is None else "ok" if well else "échec"
    return StateLine("vectors", LABEL, status, detail, remedy)  # type: ignore[arg-type]


def check_vectors(
    embedder: Embedder, *, folder: Path | None = None, environ: Mapping[str, str] | None = None
) -> StateLine:
    """Ask for the vectors of one passage; never raises for a failing model.

    A line of id `REMOTE` tells that a local Ollama has this model served elsewhere.
    """
    environ = os.environ if environ is None else environ
    profile = embedder.profile
    if profile.local and (elsewhere := passed_on_to(profile, KeyStore(folder).find(profile, environ))):
        return StateLine(
            REMOTE,
            LABEL,
            "échec",
            f"Ollama fait suivre ce modèle à {urlsplit(elsewhere).hostname or 'un autre ordinateur'}.",
            "Il est désormais traité comme un modèle hébergé\u00a0: lisez ce qui partirait, puis donnez ou non votre"
            " accord («\u00a0ascom-coach modele accord vecteurs\u00a0»).",
        )
    try:
        embedder.passages([_TEXT])  # a local server may load its model first: that is not its speed
        began = time.monotonic()
        size = len(embedder.passages([_TEXT])[0])
    except ModelError as error:
        cause, _, action = french_sentence(error.code).partition("\u00a0: ")
        return vectors_line(
            f"{profile.model}\u00a0: {cause[:1].lower()}{cause[1:]}.", well=False, remedy=_upper(action)
        )
    took = f"{time.monotonic() - began:.2f}".replace(".", ",")
    return vectors_line(f"{profile.model} rend {size} valeurs par texte, en {took}\u00a0s.", well=True)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
