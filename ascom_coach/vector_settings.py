"""What a door can ask about the vectors of the search: built-in, or of an embedding model that the person chose.

Kept in `reglages.toml`, table `[modele.vecteurs]`. The built-in vectors are always there and take over at once.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ascom_coach.errors import CoachError, RefusedInputError
from ascom_coach.models import (
    REMOTE,
    VECTORS,
    Embedder,
    EmbeddingProfile,
    StateLine,
    agreed_on,
    check_vectors,
    departure_notice,
    embedding_profile,
    may_send,
    read_embedding_profile,
    receiver,
    vectors_body,
    vectors_line,
)
from ascom_coach.settings import load_settings, save_setting

_PLACE = ("modele", VECTORS)
BUILT_IN = "Vecteurs intégrés, toujours prêts, sans modèle ni connexion."
EXAMPLE = (
    "Que faire si un client, Léa Martin, n’a pas réglé sa facture\u00a0? Son numéro est le 06 39 98 12 34."
)


class VectorSettings:
    """The vectors of one person. `environ` is the process's own unless given (tests)."""

    def __init__(self, folder: Path, *, environ: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self._environ = os.environ if environ is None else environ

    @property
    def _models(self) -> Mapping[str, Any]:
        return load_settings(self.folder).model

    def active(self) -> EmbeddingProfile | None:
        """The model in use, None for the built-in vectors. Raises SurroundingsError or WrongUseError."""
        return embedding_profile(self._models, self._environ)

    def table(self) -> Mapping[str, Any]:
        """What is set, in use or not; empty when nothing is."""
        kept = self._models.get(VECTORS)
        return kept if isinstance(kept, Mapping) else {}

    def is_allowed(self, wanted: EmbeddingProfile) -> bool:
        """Whether it stays on the machine, or the person agreed."""
        return may_send(self._models, wanted.profile)

    def allowed(self, wanted: EmbeddingProfile) -> None:
        """Raise RefusedInputError when it leaves the machine and the person did not agree."""
        if not self.is_allowed(wanted):
            raise RefusedInputError(
                f"Ce modèle répond de chez {receiver(wanted.profile)}, qui recevrait vos questions\u00a0: lisez ce qui"
                " partirait et donnez votre accord avec «\u00a0ascom-coach modele accord vecteurs\u00a0»."
            )

    def choose(self, model: str, **fields: Any) -> EmbeddingProfile:
        """Use an embedding model from now on; `fields` are keys of its table. Raises WrongUseError, SurroundingsError.

        What was set for another model goes; what the person set for this one stays.
        """
        kept = dict(self.table())
        given = {key: value for key, value in {"modele": model, **fields}.items() if value}
        wanted = read_embedding_profile(given)
        given["modele"] = wanted.profile.model
        if kept.get("modele") == given["modele"] and given.get("adresse") in (None, kept.get("adresse")):
            given = {**kept, **given}
        given.pop("actif", None)
        wanted = read_embedding_profile(given)
        save_setting(self.folder, _PLACE[0], VECTORS, given)
        return wanted

    def switch_off(self) -> None:
        """Come back to the built-in vectors; the model's table and index stay for another day."""
        if self.table():
            save_setting(self.folder, _PLACE, "actif", False)

    def embedder(self, wanted: EmbeddingProfile) -> Embedder:
        """The door to the model, with a child process of its own. Close it."""
        return Embedder(wanted, folder=self.folder, environ=self._environ)

    def payload(self, wanted: EmbeddingProfile) -> str:
        """An example of all that leaves for one question, exactly as it would leave."""
        request = Embedder(wanted, environ={}).payload(EXAMPLE)
        body = vectors_body(wanted.profile, request)
        return (
            f"À\u00a0: {receiver(wanted.profile)}\n\n{json.dumps(body, ensure_ascii=False, indent=1)}\n\n"
            "Partent ainsi vos questions au référentiel et, une fois, ses passages, qui sont publics. Avec la demande"
            " partent aussi votre clé, l’adresse de votre connexion, et le nom et la version du programme d’envoi, du"
            " système et de Python. Rien d’autre."
        )

    def state(self) -> StateLine:
        """What is set and whether its index is there, without contacting anything."""
        try:
            wanted = self.active()
            if wanted is None:
                return vectors_line(BUILT_IN, well=True)
            self.allowed(wanted)
        except CoachError as error:
            cause, _, action = str(error).partition("\u00a0: ")
            return vectors_line(f"{cause}.", well=False, remedy=action[:1].upper() + action[1:])
        where = departure_notice(wanted.profile) if wanted.profile.local else self._leaving(wanted)
        return vectors_line(f"{wanted.profile.model}\u00a0: {self._index(wanted)} {where}")

    def _leaving(self, wanted: EmbeddingProfile) -> str:
        day: dt.date | None = agreed_on(self._models, wanted.profile)
        return f"Vos questions partent chez {receiver(wanted.profile)} (accord du {day:%d/%m/%Y})."

    def _index(self, wanted: EmbeddingProfile) -> str:
        from ascom_coach.retrieval import made_by

        known = made_by(self.folder / "index", Embedder(wanted, environ={}))
        if known is None:
            return "index à construire avec «\u00a0ascom-coach index\u00a0», la recherche intégrée répond en attendant."
        day = dt.date.fromisoformat(known.day)
        return f"index prêt ({known.passages} passages, {known.dimensions} valeurs, {day:%d/%m/%Y})."

    def test(self) -> StateLine:
        """The same after asking the model for a vector. It leaves the machine only with the person's consent."""
        try:
            wanted = self.active()
            if wanted is None:
                return vectors_line(BUILT_IN, well=True)
            self.allowed(wanted)
        except CoachError:
            return self.state()
        embedder = self.embedder(wanted)
        try:
            return self.check(embedder)
        finally:
            embedder.close()

    def check(self, embedder: Embedder) -> StateLine:
        """Ask an allowed model for a vector; one found to answer from elsewhere is hosted from then on."""
        line = check_vectors(embedder, folder=self.folder, environ=self._environ)
        if line.id == REMOTE:
            save_setting(self.folder, _PLACE, "heberge", True)
        return line
