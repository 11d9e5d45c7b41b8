"""Check a profile line by line, for `ascom-coach modele etat` and `ascom-coach modele tester`.

Besides `child.process`, the one module of this room that opens a connection: one to the model's own address,
to list its models.
"""

from __future__ import annotations

import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from ascom_coach.models.errors_map import ErrorCode, ModelError, classify, french_sentence
from ascom_coach.models.gateway.asking import Completion, Gateway
from ascom_coach.models.guard.quantities import plain
from ascom_coach.models.guard.words import FRENCH
from ascom_coach.models.profile.keys import FoundKey, KeyStore
from ascom_coach.models.profile.profiles import ModelProfile, departure_notice
from ascom_coach.models.structured.ladder import Ladder, Rung
from ascom_coach.models.structured.memory import LadderFile

_LABELS = {
    "address": "Adresse joignable",
    "key": "Clé acceptée",
    "model": "Modèle présent",
    "french": "Réponse en français",
    "structured": "Réponse structurée",
    "speed": "Vitesse",
}
_LONGEST_LIST = 1_000_000  # bytes
REMOTE = "remote"
"""Line of a model that a local server was found to pass on to another machine."""


@dataclass(frozen=True)
class StateLine:
    """One line of the check. `id` is stable; `remedy` is empty unless the status is `échec`."""

    id: str
    label: str
    status: Literal["ok", "échec", "non testé"]
    detail: str
    remedy: str = ""


def describe_state(
    profile: ModelProfile | None,
    *,
    test: bool = False,
    gateway: Gateway | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> list[StateLine]:
    """The lines about a profile; never raises for a failing model.

    Without `test`, nothing is connected to: the lines say what is configured and `non testé`. With `test`,
    the address is contacted, then the model is asked a few short questions (through `gateway` when given).
    `folder` is the person's, where a key may be kept and the form of structured answers is remembered.
    """
    return list(check_lines(profile, test=test, gateway=gateway, environ=environ, folder=folder))


def check_lines(
    profile: ModelProfile | None,
    *,
    test: bool = False,
    gateway: Gateway | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Iterator[StateLine]:
    """The same lines one by one, each as soon as it is known."""
    environ = os.environ if environ is None else environ
    if profile is None:
        detail = "Aucun modèle configuré\u00a0: le moteur intégré joue seul, sans connexion."
        yield StateLine("profile", "Modèle", "non testé", detail)
        return
    yield StateLine(
        "profile", "Modèle", "ok", f"{profile.model}, à {profile.address or 'l’adresse du fournisseur'}"
    )
    yield StateLine("privacy", "Confidentialité", "ok", departure_notice(profile))
    key = KeyStore(folder).find(profile, environ)
    if not key.value and (profile.key_env or profile.address is None):
        yield _no_key(profile)
        return
    if not test:
        for line_id in _LABELS:
            yield _line(line_id, "non testé", "Lancez «\u00a0ascom-coach modele tester\u00a0».")
        return
    reachable = True
    if profile.address is not None:
        reachable = yield from _server_lines(profile, key)
    if not reachable:
        for line_id in ("french", "structured", "speed"):
            yield _line(line_id, "non testé", "Le serveur ne répond pas comme il faut.")
        return
    own = gateway or Gateway(profile, environ=environ, folder=folder)
    try:
        yield from _answer_lines(own, profile, folder)
    finally:
        if gateway is None:
            own.close()


def _no_key(profile: ModelProfile) -> StateLine:
    if profile.key_env:
        remedy = f"Donnez la clé dans la variable {profile.key_env}, ou dans l’écran Modèle."
        return _line("key", "échec", f"La variable {profile.key_env} est vide.", remedy)
    remedy = "Créez une clé chez le fournisseur, puis donnez-la dans l’écran Modèle."
    return _line("key", "échec", "Ce fournisseur demande une clé et aucune n’est connue.", remedy)


def _line(
    line_id: str, status: Literal["ok", "échec", "non testé"], detail: str, remedy: str = ""
) -> StateLine:
    return StateLine(line_id, _LABELS[line_id], status, detail, remedy)


def _failure(line_id: str, code: ErrorCode) -> StateLine:
    cause, _, action = french_sentence(code).partition("\u00a0: ")
    return _line(line_id, "échec", cause + ".", action[:1].upper() + action[1:])


def _server_lines(profile: ModelProfile, key: FoundKey) -> Generator[StateLine, None, bool]:
    """Address, key and model lines; returns False when asking the model would be of no use."""
    found = _list_models(profile, key)
    if isinstance(found, ErrorCode):
        key_fault = found in (ErrorCode.KEY, ErrorCode.FORBIDDEN)
        yield _line("address", "ok", str(profile.address)) if key_fault else _failure("address", found)
        yield _failure("key", found) if key_fault else _line("key", "non testé", "Le serveur ne répond pas.")
        yield _line("model", "non testé", "La liste des modèles n’a pas pu être lue.")
        return False
    yield _line("address", "ok", str(profile.address))
    yield _line("key", "ok", f"Clé acceptée ({key.source})." if key.value else "Aucune clé n’est demandée.")
    name = profile.model.partition("/")[2]
    present = name if name in found else f"{name}:latest"
    if not found:
        yield _line("model", "non testé", "Le serveur ne donne pas la liste de ses modèles.")
    elif profile.local and found.get(present):
        yield StateLine(
            REMOTE,
            _LABELS["model"],
            "échec",
            f"Ollama fait suivre ce modèle à {urlsplit(found[present]).hostname or 'un autre ordinateur'}.",
            "Il est désormais traité comme un modèle hébergé\u00a0: lisez ce qui partirait, puis donnez ou non votre"
            " accord.",
        )
        return False
    elif present in found:
        yield _line("model", "ok", name)
    else:
        pull = f"ollama pull {name}" if _ollama(profile) else "choisissez un nom de la liste"
        listed = ", ".join(sorted(found)[:8])
        yield _line("model", "échec", f"Absent\u00a0; présents\u00a0: {listed}.", f"Essayez\u00a0: {pull}.")
        return False
    return True


def passed_on_to(profile: ModelProfile, key: FoundKey) -> str:
    """Where a local Ollama has this model served, when it is elsewhere; empty otherwise, or when it does not say."""
    found = _list_models(profile, key) if _ollama(profile) else {}
    name = profile.model.partition("/")[2]
    return found.get(name) or found.get(f"{name}:latest") or "" if isinstance(found, dict) else ""


def _ollama(profile: ModelProfile) -> bool:
    return profile.provider.startswith("ollama")


class _Straight(urllib.request.HTTPRedirectHandler):
    """A server that answers « elsewhere » is not followed."""

    def redirect_request(self, *_: Any) -> None:
        """No other request."""


def _list_models(profile: ModelProfile, key: FoundKey) -> dict[str, str] | ErrorCode:
    """Names of the server's models, with where Ollama passes them on (empty: nowhere); none when it has no list."""
    ollama = _ollama(profile)
    url = f"{profile.address}/api/tags" if ollama else f"{profile.address}/models"
    request = urllib.request.Request(url, headers={"Accept": "application/json"})
    if key.value:
        request.add_unredirected_header("Authorization", f"Bearer {key.value}")
    loopback = profile.local or urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")
    opener = urllib.request.build_opener(_Straight, *([urllib.request.ProxyHandler({})] if loopback else []))
    try:
        with opener.open(request, timeout=3) as answer:
            data: Any = json.loads(answer.read(_LONGEST_LIST))
    except urllib.error.HTTPError as error:
        return {} if error.code in (404, 405) else classify(error)
    except TimeoutError:
        return ErrorCode.CONNECT_TIMEOUT
    except ValueError:
        return ErrorCode.UNREADABLE
    except OSError as error:
        reason = getattr(error, "reason", error)
        return classify(reason if isinstance(reason, BaseException) else error)
    entries = data.get("models" if ollama else "data", ()) if isinstance(data, dict) else ()
    names: dict[str, str] = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and (name := entry.get("name") or entry.get("id")):
            names[str(name)] = str(entry.get("remote_host") or "")
    return names


# What an answer's failure says about the line before it, when the server could not be asked for its models.
_BLAMED = {
    "address": {ErrorCode.REFUSED, ErrorCode.UNKNOWN_HOST, ErrorCode.TLS, ErrorCode.CONNECT_TIMEOUT, ErrorCode.MOVED},
    "key": {ErrorCode.KEY, ErrorCode.PAYMENT, ErrorCode.QUOTA, ErrorCode.FORBIDDEN},
    "model": {ErrorCode.MODEL_MISSING, ErrorCode.BAD_REQUEST},
}  # fmt: skip


def _answer_lines(gateway: Gateway, profile: ModelProfile, folder: Path | None) -> Iterator[StateLine]:
    first = () if profile.address else ("address", "key", "model")
    try:
        spoken = gateway.complete(
            [{"role": "user", "content": "En deux phrases, dis à quoi sert un bon de livraison."}],
            max_tokens=150,
            use="essai",
        )
    except ModelError as error:
        blamed = next((name for name in first if error.code in _BLAMED[name]), "french")
        for line_id in _LABELS:
            if line_id == blamed:
                yield _failure(blamed, error.code)
            elif line_id in first and blamed != "address" and (blamed != "key" or line_id == "address"):
                yield _line(line_id, "ok", "Vu par la réponse du fournisseur.")
            elif line_id in (*first, "french", "structured", "speed"):
                yield _line(line_id, "non testé", "Le modèle n’a pas répondu.")
        return
    for line_id in first:
        yield _line(line_id, "ok", "Vu par la réponse du fournisseur.")
    yield _french(spoken)
    yield _structured(gateway, folder)
    yield _speed(spoken)


def _french(spoken: Completion) -> StateLine:
    words = re.findall(r"[a-z]+", plain(spoken.text))
    if words and sum(word in FRENCH for word in words) / len(words) >= 0.2:
        return _line("french", "ok", spoken.text[:160])
    return _line(
        "french",
        "échec",
        "La réponse n’est pas en français.",
        "Choisissez un modèle qui annonce le français.",
    )


_RUNGS: dict[Rung, str] = {
    "schema": "Échelon 1 sur 3, schéma\u00a0: le serveur impose la forme demandée.",
    "json": "Échelon 2 sur 3, JSON\u00a0: la forme est suivie quand la consigne la décrit.",
    "lines": "Échelon 3 sur 3, lignes étiquetées\u00a0: le modèle ne suit que la forme la plus simple, et elle suffit.",
    "none": "Aucun échelon\u00a0: ni le schéma, ni le JSON, ni les lignes étiquetées ne sont suivis.",
}


def _structured(gateway: Gateway, folder: Path | None) -> StateLine:
    """Climb the ladder on its short question; the rung reached is what the next questions use."""
    try:
        rung = Ladder(gateway, LadderFile(folder) if folder is not None else None).probe()
    except ModelError as error:
        return _failure("structured", error.code)
    if rung == "none":
        remedy = "Les répliques restent possibles\u00a0; pour le reste, essayez un autre modèle."
        return _line("structured", "échec", _RUNGS[rung], remedy)
    return _line("structured", "ok", _RUNGS[rung])


def _speed(spoken: Completion) -> StateLine:
    rate = len(spoken.text.split()) / max(spoken.seconds - spoken.first_word, 0.05)
    comfort = "confortable" if spoken.first_word <= 3 and rate >= 4 else "lent"
    if spoken.first_word > 15 or rate < 1:
        comfort = "trop lent"
    first = f"{spoken.first_word:.1f}".replace(".", ",")
    detail = f"Premier mot en {first}\u00a0s, puis {min(round(rate), 999)} mots par seconde\u00a0: {comfort}."
    if comfort == "trop lent":
        return _line("speed", "échec", detail, "Choisissez un modèle plus petit.")
    return _line("speed", "ok", detail)
