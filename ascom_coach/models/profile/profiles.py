"""Which model, where, with which key: read from the environment or from the settings, never guessed.

No profile means no model: the program then opens no connection at all.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from ascom_coach.errors import SurroundingsError, WrongUseError

EMBEDDED = "integre"
DEFAULT_CONTEXT = 8192
KNOWN_KEYS = (
    "modele", "adresse", "cle_env", "contexte", "masquage", "heberge", "prix_entree", "prix_sortie", "plafond",
    "consentement", "teste",
)  # fmt: skip
"""What a profile's table may hold: see `read_profile`; `consentement` and `teste` are dates."""
VECTORS = "vecteurs"
"""Name of the table and of the profile of the vectors (`profile.vectors`): no other profile may bear it."""
VECTORS_KEYS = (*KNOWN_KEYS[:-2], "actif", "prefixe_passage", "prefixe_question")
_LOCAL_ADDRESSES = {
    "ollama": "http://127.0.0.1:11434",
    "ollama_chat": "http://127.0.0.1:11434",
    "lm_studio": "http://127.0.0.1:1234/v1",
    "llamafile": "http://127.0.0.1:8080/v1",
}
# Where the best known hosted providers are, for the sentence that says what leaves.
_COUNTRIES = {
    "mistral": ("Mistral AI", "France"),
    "ovhcloud": ("OVHcloud", "France"),
    "scaleway": ("Scaleway", "France"),
    "openai": ("OpenAI", "États-Unis"),
    "anthropic": ("Anthropic", "États-Unis"),
    "gemini": ("Google", "États-Unis"),
    "groq": ("Groq", "États-Unis"),
}
_UNENCRYPTED = (
    " Cette adresse n’est pas chiffrée (http)\u00a0: ce qui part, clé comprise, peut être lu en chemin."
)
_CLOUD = ("Ollama (ollama.com)", "États-Unis")


@dataclass(frozen=True)
class ModelProfile:
    """One configured model.

    `model` is litellm's name (`provider/name`), `address` the server's URL or None for the provider's
    own, `key_env` the name of the environment variable that holds the key (never the key itself),
    `context` the window asked for, in tokens, `mask` whether identifiers are hidden from a hosted model.
    `hosted` says that the server was seen passing requests on, whatever its address. `prices` are dollars per
    million tokens (in, out), None for those of litellm's table; `ceiling` is in dollars per calendar month.
    """

    name: str
    model: str
    address: str | None = None
    key_env: str | None = None
    context: int = DEFAULT_CONTEXT
    mask: bool = True
    hosted: bool = False
    prices: tuple[float, float] | None = None
    ceiling: float | None = None

    @property
    def local(self) -> bool:
        """True when nothing leaves this machine: a loopback address and no cloud-served tag."""
        if self.address is None or self.hosted or self._cloud:
            return False
        host = urlsplit(self.address).hostname or ""
        if host == "localhost":
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False

    @property
    def provider(self) -> str:
        """The first part of the model's name: `ollama_chat`, `mistral`, `openai`…"""
        return self.model.partition("/")[0]

    @property
    def party(self) -> str:
        """Who is spoken to, under a name that consents and keys are kept by.

        The provider, or `provider@host:port` when an address was given, or `ollama.com` for what a local Ollama
        has served elsewhere.
        """
        if self.provider.startswith("ollama") and (self.hosted or self._cloud):
            return "ollama.com"
        if self.address is None:
            return self.provider
        return f"{self.provider}@{urlsplit(self.address).netloc.lower()}"

    @property
    def _cloud(self) -> bool:
        return re.search(r"[:-]cloud$", self.model, re.IGNORECASE) is not None


def leaves_machine(profile: ModelProfile) -> bool:
    """True when what is sent to this model goes out of the machine (a consent is then needed)."""
    return not profile.local


def departure_notice(profile: ModelProfile) -> str:
    """One French sentence: what leaves the machine with this profile, and to whom."""
    if profile.local:
        return "Rien ne sort de votre ordinateur."
    plain = (profile.address or "").startswith("http://") and profile.party != "ollama.com"
    return (
        f"Vos réponses et le texte de vos fichiers seront envoyés à {receiver(profile)}."
        f" N’y mettez pas de vraies données de clients.{_UNENCRYPTED if plain else ''}"
    )


def receiver(profile: ModelProfile) -> str:
    """Who receives what is sent to this model: a name and a country, or a host."""
    if profile.party == "ollama.com":
        name, country = _CLOUD
        return f"{name} ({country})"
    host = urlsplit(profile.address or "").hostname
    if host is None or profile.hosted:
        name, country = _COUNTRIES.get(profile.provider, (profile.provider, "pays à vérifier"))
        return f"{name} ({country})"
    return host if not _is_private(host) else f"{host} (réseau local)"


def _is_private(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host.endswith(".local")


def _full_name(model: str, address: str | None) -> str:
    """`ministral-3:8b` alone is read as an Ollama model, or as an OpenAI-like one if the address ends in /v1."""
    if "/" in model:
        return model
    return f"openai/{model}" if address and "/v1" in address else f"ollama_chat/{model}"


def _address(model: str, address: str | None) -> str | None:
    provider = model.partition("/")[0]
    if not address:
        return _LOCAL_ADDRESSES.get(provider)
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise WrongUseError(
            "L’adresse du modèle n’est pas une adresse web simple\u00a0: écrivez-la sous la forme"
            " http://127.0.0.1:11434, sans nom d’utilisateur ni mot de passe."
        )
    url = parts.geturl().rstrip("/")
    if provider.startswith("ollama"):
        url = re.sub(r"/(v1|api)$", "", url)
    return url


def make_profile(
    name: str,
    model: str,
    *,
    address: str | None = None,
    key_env: str | None = None,
    **more: Any,
) -> ModelProfile:
    """A checked profile: short names completed, the usual local address filled in; `more` is as in the class.

    Raises `WrongUseError` when the name or the address cannot be read.
    """
    if not model.strip():
        raise WrongUseError(
            "Le nom du modèle est vide\u00a0: écrivez par exemple ollama_chat/ministral-3:8b."
        )
    full = _full_name(model.strip(), address)
    return ModelProfile(name, full, _address(full, address), key_env, **more)


def active_profile(settings: Mapping[str, Any], environ: Mapping[str, str]) -> ModelProfile | None:
    """The model to use, or None for the embedded engine alone.

    `settings` is the `[modele]` table of the settings (`actif`, `profils.<nom>`: see `KNOWN_KEYS`).
    `ASCOM_MODELE` names a profile or a model and wins for one run; `ASCOM_ADRESSE` and `ASCOM_CLE` complete it.
    `integre` switches every model off.
    Raises `SurroundingsError` when the settings name a profile that is not there or is incomplete.
    """
    profiles = settings.get("profils")
    profiles = profiles if isinstance(profiles, Mapping) else {}
    wanted = environ.get("ASCOM_MODELE", "").strip()
    address = environ.get("ASCOM_ADRESSE") or None
    key_env = "ASCOM_CLE" if environ.get("ASCOM_CLE") else None
    if wanted and wanted not in profiles:
        if wanted == EMBEDDED:
            return None
        free = make_profile("ASCOM_MODELE", wanted, address=address, key_env=key_env)
        return replace(free, ceiling=_lowest_ceiling(profiles, free.party))
    name = wanted or str(settings.get("actif", EMBEDDED))
    if name == EMBEDDED:
        return None
    table = profiles.get(name)
    if not isinstance(table, Mapping) or not isinstance(table.get("modele"), str):
        raise SurroundingsError(
            f"Le profil de modèle «\u00a0{name}\u00a0» est absent ou incomplet dans les réglages\u00a0:"
            ' donnez-lui au moins une ligne «\u00a0modele = …\u00a0», ou écrivez actif = "integre".'
        )
    return read_profile(
        name,
        {**table, "adresse": address or table.get("adresse"), "cle_env": key_env or table.get("cle_env")},
    )


def _lowest_ceiling(profiles: Mapping[str, Any], party: str) -> float | None:
    """A model chosen for one run spends no more than the person allowed with the same party."""
    ceilings = []
    for name, table in profiles.items():
        if isinstance(table, Mapping) and table.get("plafond") is not None:
            known = read_profile(str(name), table)
            if known.party == party and known.ceiling is not None:
                ceilings.append(known.ceiling)
    return min(ceilings, default=None)


def read_profile(name: str, table: Mapping[str, Any], *, least_context: int = 1024) -> ModelProfile:
    """A profile from its table; `least_context` is in tokens.

    Raises `SurroundingsError` or `WrongUseError` naming what is wrong.
    """
    context = table.get("contexte", DEFAULT_CONTEXT)
    if not isinstance(context, int) or isinstance(context, bool) or context < least_context:
        raise SurroundingsError(
            f"Dans les réglages, «\u00a0contexte\u00a0» du profil «\u00a0{name}\u00a0» doit être un nombre de"
            f" jetons d’au moins {least_context}, par exemple 8192."
        )
    into, out = (_amount(name, table, key) for key in ("prix_entree", "prix_sortie"))
    if (into is None) != (out is None):
        raise SurroundingsError(
            f"Dans les réglages, le profil «\u00a0{name}\u00a0» donne un seul des deux prix\u00a0: donnez"
            " prix_entree et prix_sortie, ou aucun."
        )
    return make_profile(
        name,
        str(table.get("modele", "")),
        address=_text(table, "adresse"),
        key_env=_text(table, "cle_env"),
        context=context,
        mask=bool(table.get("masquage", True)),
        hosted=table.get("heberge") is True,
        prices=None if into is None or out is None else (into, out),
        ceiling=_amount(name, table, "plafond"),
    )


def _text(table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    return str(value).strip() or None if value is not None else None


def _amount(name: str, table: Mapping[str, Any], key: str) -> float | None:
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise SurroundingsError(
            f"Dans les réglages, «\u00a0{key}\u00a0» du profil «\u00a0{name}\u00a0» doit être un nombre de"
            " dollars, par exemple 2 ou 0.5."
        )
    return float(value)


def odd_keys(settings: Mapping[str, Any]) -> list[str]:
    """Words of the `[modele]` table that nothing reads (a slip of spelling, most often)."""
    odd = [str(key) for key in settings if key not in ("actif", "profils", "consentements", VECTORS)]
    vectors, profiles = settings.get(VECTORS), settings.get("profils")
    if isinstance(vectors, Mapping):
        odd += [f"{VECTORS}.{key}" for key in vectors if key not in VECTORS_KEYS]
    for name, table in profiles.items() if isinstance(profiles, Mapping) else ():
        odd += [
            f"profils.{name}.{key}"
            for key in (table if isinstance(table, Mapping) else ())
            if key not in KNOWN_KEYS
        ]
    return odd
