"""What a door can ask about models: profiles, keys, consents, tests, spending. No rule of a screen is here.

Everything is written in `reglages.toml`, but keys (see `models.keys`). Nothing is contacted but by `test`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascom_coach.errors import CoachError, RefusedInputError, WrongUseError
from ascom_coach.models import (
    EMBEDDED,
    EXAMPLE,
    REMOTE,
    VECTORS,
    Gateway,
    KeyStore,
    Ledger,
    ModelProfile,
    StateLine,
    active_profile,
    agreed_on,
    check_lines,
    departure_notice,
    dollars_in_words,
    in_words,
    load_prompt,
    may_send,
    odd_keys,
    payload_text,
    read_embedding_profile,
    read_profile,
    voice_messages,
)
from ascom_coach.models import receiver as receiver_of
from ascom_coach.settings import load_settings, save_setting
from ascom_coach.vector_settings import VectorSettings

CONSENTS = ("modele", "consentements")
_TABLE = "modele"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,29}")


@dataclass(frozen=True)
class ProfileRow:
    """One line of the list. `profile` is None for the embedded engine and for one that cannot be read (`problem`).

    `key` says where its key was found (`variable`, `trousseau`, `fichier` or nothing).
    """

    name: str
    profile: ModelProfile | None
    active: bool
    problem: str = ""
    agreed: dt.date | None = None
    tested: str = ""
    key: str = ""
    spent: str = ""

    @property
    def place(self) -> str:
        """« intégré », « local » or « hébergé »."""
        if self.profile is None:
            return "intégré" if self.name == EMBEDDED else "à corriger"
        return "local" if self.profile.local else "hébergé"


class ModelSettings:
    """The models of one person; `vectors` are those of the search.

    `environ` and `today` are the process's own unless given (tests).
    """

    def __init__(
        self, folder: Path, *, environ: Mapping[str, str] | None = None, today: dt.date | None = None
    ) -> None:
        self.folder = folder
        self._environ = os.environ if environ is None else environ
        self._today = today
        self._testing: Gateway | None = None
        self.vectors = VectorSettings(folder, environ=self._environ)

    @property
    def table(self) -> Mapping[str, Any]:
        """The `[modele]` table as it is on disk now."""
        return load_settings(self.folder).model

    @property
    def forced(self) -> str:
        """What `ASCOM_MODELE` asks for, for this run; empty when it says nothing."""
        return self._environ.get("ASCOM_MODELE", "").strip()

    def active(self) -> ModelProfile | None:
        """The model in use, None for the embedded engine. Raises SurroundingsError or WrongUseError."""
        return active_profile(self.table, self._environ)

    def rows(self) -> list[ProfileRow]:
        """The embedded engine, then each profile."""
        table = self.table
        active = str(table.get("actif", EMBEDDED))
        rows = [ProfileRow(EMBEDDED, None, active == EMBEDDED)]
        profiles = table.get("profils")
        for name, one in profiles.items() if isinstance(profiles, Mapping) else ():
            try:
                rows.append(self._row(str(name), one if isinstance(one, Mapping) else {}, active == name))
            except CoachError as error:
                rows.append(ProfileRow(str(name), None, active == name, problem=str(error)))
        return rows

    def _row(self, name: str, table: Mapping[str, Any], active: bool) -> ProfileRow:
        profile = read_profile(name, table)
        return ProfileRow(
            name,
            profile,
            active,
            agreed=agreed_on(self.table, profile),
            tested=str(table.get("teste", "")),
            key=KeyStore(self.folder).find(profile, self._environ).source,
            spent="" if profile.local else self.spending(profile),
        )

    def vectors_row(self) -> ProfileRow:
        """The embedding model of the search that is set, as a line. Raises WrongUseError or SurroundingsError."""
        profile = self.profile(VECTORS)
        return ProfileRow("recherche", profile, active=True, agreed=agreed_on(self.table, profile))

    def profile(self, name: str) -> ModelProfile:
        """A profile by name, « vecteurs » being the one of the search. Raises WrongUseError or SurroundingsError."""
        if name == VECTORS and isinstance(table := self.table.get(VECTORS), Mapping):
            return read_embedding_profile(table).profile
        profiles = self.table.get("profils")
        table = profiles.get(name) if isinstance(profiles, Mapping) else None
        if not isinstance(table, Mapping):
            raise WrongUseError(
                f"Il n’y a pas de profil de modèle «\u00a0{name}\u00a0»\u00a0: regardez la liste."
            )
        return read_profile(name, table)

    # Changes

    def save(self, name: str, fields: Mapping[str, Any]) -> ModelProfile:
        """Write a profile (`KNOWN_KEYS`, None or empty takes a key out) once it is known to be right.

        A change of model or address forgets the last test. Raises WrongUseError or SurroundingsError.
        """
        if not _NAME.fullmatch(name) or name in (EMBEDDED, VECTORS):
            raise WrongUseError(
                "Le nom du profil s’écrit en minuscules sans accent ni espace, par exemple «\u00a0local\u00a0»."
            )
        profiles = self.table.get("profils")
        before = profiles.get(name, {}) if isinstance(profiles, Mapping) else {}
        kept = dict(before) if isinstance(before, Mapping) else {}
        given = {key: value if value != "" else None for key, value in fields.items()}
        table = {key: value for key, value in {**kept, **given}.items() if value is not None}
        moved = any(table.get(key) != kept.get(key) for key in ("modele", "adresse"))
        if moved:
            given |= {"teste": None, "heberge": None, "consentement": None}
            table = {key: value for key, value in table.items() if given.get(key, "") is not None}
        profile = read_profile(name, table)
        given["modele"] = profile.model
        for key, value in given.items():
            if value is not None or key in kept:
                save_setting(self.folder, (_TABLE, "profils", name), key, value)
        return profile

    def remove(self, name: str) -> None:
        """Take a profile out, with the key of its party when no other profile uses it; the embedded engine plays."""
        profile = self._party_alone(name)
        if self.table.get("actif") == name:
            self.activate(EMBEDDED)
        save_setting(self.folder, (_TABLE, "profils"), name, None)
        if profile is not None:
            KeyStore(self.folder).forget(profile)

    def _party_alone(self, name: str) -> ModelProfile | None:
        rows = self.rows()
        mine = next((row.profile for row in rows if row.name == name), None)
        others = {row.profile.party for row in rows if row.profile is not None and row.name != name}
        with contextlib.suppress(CoachError):  # none, or one that cannot be read
            others.add(self.profile(VECTORS).party)
        return mine if mine is not None and mine.party not in others else None

    def activate(self, name: str) -> None:
        """Use a profile from now on. Raises RefusedInputError when it leaves the machine without consent."""
        if name != EMBEDDED:
            profile = self.profile(name)
            if not may_send(self.table, profile):
                raise RefusedInputError(
                    f"Ce modèle répond de chez {receiver_of(profile)}\u00a0: lisez d’abord ce qui partirait et donnez"
                    " votre accord."
                )
        save_setting(self.folder, _TABLE, "actif", name)

    def keep_key(self, name: str, key: str) -> str:
        """Keep a key for the profile's party; where it went, in French. Raises WrongUseError or SurroundingsError."""
        place = KeyStore(self.folder).keep(self.profile(name), key)
        where = (
            "dans le trousseau du système"
            if place == "trousseau"
            else "dans un fichier que vous seul pouvez lire"
        )
        return f"La clé est gardée {where}."

    def forget_key(self, name: str) -> None:
        """Erase the kept key of the profile's party. Raises SurroundingsError."""
        KeyStore(self.folder).forget(self.profile(name))

    # Consent

    def agree(self, profile: ModelProfile) -> dt.date:
        """Note the person's consent, of this day, for the profile's party. Raises SurroundingsError."""
        day = self._today or dt.date.today()
        save_setting(self.folder, CONSENTS, profile.party, day)
        return day

    def withdraw(self, profile: ModelProfile) -> None:
        """Take the consent back, wherever it was written; the embedded engine plays if this model was in use."""
        save_setting(self.folder, CONSENTS, profile.party, None)
        for row in self.rows():
            if row.profile is not None and row.profile.party == profile.party:
                save_setting(self.folder, (_TABLE, "profils", row.name), "consentement", None)
                if row.active:
                    self.activate(EMBEDDED)

    def payload(self, profile: ModelProfile) -> str:
        """An example of all that leaves for one reply of a character (or one question), exactly as it would leave."""
        if profile.name == VECTORS:
            return self.vectors.payload(read_embedding_profile(self.table[VECTORS]))
        prompt = load_prompt("voix")
        with Gateway(profile, environ={}) as gateway:
            request = gateway.payload(
                voice_messages(EXAMPLE),
                schema=prompt.schema,
                max_tokens=prompt.max_tokens,
                temperature=prompt.temperature,
            )
        return payload_text(profile, request)

    # Tests and accounts

    def test(self, profile: ModelProfile | None) -> Iterator[StateLine]:
        """The connection test, line by line; `stop_test` ends it. What it finds is written in the profile."""
        if profile is not None and not may_send(self.table, profile):
            yield StateLine(
                "privacy", "Confidentialité", "échec", departure_notice(profile),
                "Lisez ce qui partirait, puis donnez ou non votre accord.",
            )  # fmt: skip
            return
        good = profile is not None
        if profile is not None:
            self._testing = Gateway(profile, environ=self._environ, folder=self.folder)
        try:
            for line in check_lines(
                profile, test=True, gateway=self._testing, environ=self._environ, folder=self.folder
            ):
                good = good and line.status != "échec"
                if line.id == REMOTE and profile is not None:
                    self._note(profile.name, "heberge", True)
                yield line
        finally:
            if self._testing is not None:
                self._testing.close()
                self._testing = None
        if profile is not None:
            self._note(profile.name, "teste", (self._today or dt.date.today()) if good else None)

    def _note(self, name: str, key: str, value: Any) -> None:
        profiles = self.table.get("profils")
        if isinstance(profiles, Mapping) and name in profiles:
            save_setting(self.folder, (_TABLE, "profils", name), key, value)

    def stop_test(self) -> None:
        """End the test under way: its present line fails at once."""
        if self._testing is not None:
            self._testing.cancel()

    def spending(self, profile: ModelProfile) -> str:
        """This month with the profile's party, and the ceiling, in French."""
        words = f"Ce mois-ci\u00a0: {in_words(Ledger(self.folder).month(profile.party))}"
        if profile.ceiling is None:
            return f"{words}, sans plafond."
        return f"{words}, sur un plafond de {dollars_in_words(profile.ceiling)}."

    def state(self) -> list[StateLine]:
        """What is set, without contacting anything: the model in use, its consent, key, spending, slips in the file."""
        lines = [
            StateLine(
                "settings", "Réglages", "échec", f"Mot inconnu\u00a0: {odd}.", "Vérifiez son orthographe."
            )
            for odd in odd_keys(self.table)
        ]
        profile = self.active()
        for line in check_lines(profile, environ=self._environ, folder=self.folder):
            lines.append(line)
            if line.id == "privacy" and profile is not None and not profile.local:
                day = agreed_on(self.table, profile)
                lines.append(
                    StateLine("consent", "Accord", "ok", f"Donné le {day:%d/%m/%Y}.")
                    if day
                    else StateLine(
                        "consent",
                        "Accord",
                        "échec",
                        "Il n’est pas donné\u00a0: le moteur intégré joue.",
                        "Lancez «\u00a0ascom-coach modele accord\u00a0».",
                    )
                )
                lines.append(StateLine("spending", "Dépense", "ok", self.spending(profile)))
        return lines
