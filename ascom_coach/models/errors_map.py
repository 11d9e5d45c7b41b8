"""From what really happened to one stable code, and from the code to one French sentence.

litellm gives the same class to very different causes (a refused port, an unknown host and a bad
certificate are all "InternalServerError"), so the chain of causes is read too. Classes are told by
their name: this module imports no library, and works on any exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from ascom_coach.errors import CoachError


class ErrorCode(StrEnum):
    """Why a model did not answer. The values are stable: reports and journals keep them."""

    REFUSED = "refused"
    UNKNOWN_HOST = "unknown_host"
    TLS = "tls"
    CUT = "cut"
    KEY = "key"
    FORBIDDEN = "forbidden"
    PAYMENT = "payment"
    MODEL_MISSING = "model_missing"
    RATE = "rate"
    QUOTA = "quota"
    TOO_LONG = "too_long"
    BAD_REQUEST = "bad_request"
    SCHEMA = "schema"
    FILTERED = "filtered"
    MOVED = "moved"
    SERVER = "server"
    MEMORY = "memory"
    BUSY = "busy"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    VECTORS = "vectors"
    TRUNCATED = "truncated"
    LOOPING = "looping"
    CONNECT_TIMEOUT = "connect_timeout"
    FIRST_WORD_TIMEOUT = "first_word_timeout"
    SILENCE = "silence"
    TOTAL_TIMEOUT = "total_timeout"
    CHILD_DIED = "child_died"
    CHILD_MISSING = "child_missing"
    RESTING = "resting"
    CEILING = "ceiling"
    PRICE_UNKNOWN = "price_unknown"
    LEAVES = "leaves"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


_SENTENCES = {
    ErrorCode.REFUSED: "Rien ne répond à l’adresse du modèle : démarrez le serveur (par exemple « ollama serve »)"
    " ou corrigez l’adresse.",
    ErrorCode.UNKNOWN_HOST: "Le nom du serveur du modèle est introuvable : vérifiez l’adresse et la connexion"
    " au réseau.",
    ErrorCode.TLS: "La connexion sécurisée au serveur du modèle a échoué : vérifiez la date de l’ordinateur,"
    " ou demandez au service informatique si un filtre coupe la connexion.",
    ErrorCode.CUT: "La connexion au modèle a été coupée en cours de réponse : réessayez ; si cela se répète,"
    " vérifiez le réseau ou la mémoire du serveur.",
    ErrorCode.KEY: "Le serveur du modèle refuse la clé : vérifiez-la, ou créez-en une nouvelle chez le"
    " fournisseur.",
    ErrorCode.FORBIDDEN: "La clé est reconnue mais n’a pas le droit d’utiliser ce modèle : choisissez un autre"
    " modèle ou vérifiez votre compte.",
    ErrorCode.PAYMENT: "Le compte chez le fournisseur du modèle n’a plus de crédit : rechargez-le ou choisissez"
    " un modèle local.",
    ErrorCode.MODEL_MISSING: "Le serveur ne connaît pas ce modèle : vérifiez son nom, ou téléchargez-le"
    " (par exemple « ollama pull » suivi du nom).",
    ErrorCode.RATE: "Le serveur du modèle reçoit trop de demandes : attendez une minute, puis réessayez.",
    ErrorCode.QUOTA: "Le quota du compte chez le fournisseur est épuisé : attendez son renouvellement ou"
    " choisissez un autre modèle.",
    ErrorCode.TOO_LONG: "Le texte est trop long pour ce modèle : raccourcissez-le, ou augmentez le contexte"
    " dans les réglages.",
    ErrorCode.BAD_REQUEST: "Le serveur du modèle n’accepte pas la demande : vérifiez le nom du modèle et"
    " l’adresse dans les réglages.",
    ErrorCode.SCHEMA: "Ce serveur ne sait pas répondre dans la forme demandée : essayez un autre modèle.",
    ErrorCode.FILTERED: "Le fournisseur a bloqué cette réponse avec son filtre de contenu : reformulez, ou"
    " choisissez un autre modèle.",
    ErrorCode.MOVED: "Le serveur du modèle renvoie à une autre adresse et n’a pas été suivi : corrigez l’adresse"
    " dans les réglages.",
    ErrorCode.MEMORY: "Le modèle demande plus de mémoire que l’ordinateur n’en a de libre : fermez des programmes,"
    " ou choisissez un modèle plus petit.",
    ErrorCode.LOOPING: "Le modèle répète sans fin les mêmes mots : réessayez, ou choisissez un autre modèle.",
    ErrorCode.SERVER: "Le serveur du modèle est en panne : réessayez dans quelques minutes.",
    ErrorCode.BUSY: "Le serveur du modèle est occupé ou en cours de chargement : réessayez dans une minute.",
    ErrorCode.EMPTY: "Le modèle a rendu une réponse vide : réessayez ; si cela se répète, vérifiez qu’aucune"
    " page de connexion au réseau ne s’interpose.",
    ErrorCode.UNREADABLE: "La réponse reçue ne vient pas d’un modèle (page web ou données illisibles) : vérifiez"
    " l’adresse, et que vous êtes bien connecté au réseau.",
    ErrorCode.VECTORS: "Le modèle a rendu des vecteurs inutilisables : vérifiez que c’est bien un modèle"
    " d’« embedding », ou choisissez-en un autre.",
    ErrorCode.TRUNCATED: "La réponse du modèle a été coupée à la longueur maximale : réessayez, ou choisissez"
    " un modèle qui réfléchit moins longuement.",
    ErrorCode.CONNECT_TIMEOUT: "Le serveur du modèle est injoignable pour l’instant : vérifiez l’adresse et le"
    " réseau, puis réessayez.",
    ErrorCode.FIRST_WORD_TIMEOUT: "Le modèle n’a pas commencé à répondre à temps : il charge peut-être encore ;"
    " réessayez, ou choisissez un modèle plus petit.",
    ErrorCode.SILENCE: "Le modèle s’est arrêté au milieu de sa réponse : réessayez ; si cela se répète,"
    " redémarrez son serveur.",
    ErrorCode.TOTAL_TIMEOUT: "Le modèle est trop lent pour finir sa réponse à temps : choisissez un modèle plus"
    " petit ou plus rapide.",
    ErrorCode.CHILD_DIED: "Le programme qui parle au modèle s’est arrêté : il redémarrera au prochain appel,"
    " réessayez.",
    ErrorCode.CHILD_MISSING: "Le programme qui parle au modèle ne démarre pas : réinstallez ascom-coach, ou"
    " continuez sans modèle.",
    ErrorCode.RESTING: "Le modèle vient d’échouer et se repose une minute : continuez sans lui,"
    " il sera réessayé ensuite.",
    ErrorCode.CEILING: "Le plafond de dépense que vous avez fixé pour ce mois est atteint : relevez-le dans"
    " l’écran Modèle, ou continuez sans modèle.",
    ErrorCode.PRICE_UNKNOWN: "Le prix de ce modèle n’est pas connu et votre plafond ne pourrait pas être tenu :"
    " indiquez les deux prix dans le profil, ou retirez le plafond.",
    ErrorCode.LEAVES: "Le serveur local a voulu faire suivre la demande ailleurs et rien n’est parti : vérifiez"
    " l’adresse, ou choisissez un autre serveur.",
    ErrorCode.CANCELLED: "La demande au modèle a été annulée : relancez-la quand vous voulez.",
    ErrorCode.UNKNOWN: "Le modèle a échoué pour une raison inconnue : lancez « ascom-coach modele tester »"
    " pour chercher la cause.",
}


def french_sentence(code: ErrorCode, wait: float | None = None) -> str:
    """Cause and action, in one French sentence; `wait` is the delay the server asked for, in seconds."""
    sentence = _SENTENCES[code]
    if wait is not None and code in (ErrorCode.RATE, ErrorCode.BUSY):
        cause = sentence.partition(" : ")[0]
        sentence = f"{cause} : attendez {max(1, round(wait))} secondes, puis réessayez."
    return (
        sentence.replace(" :", "\u00a0:")
        .replace(" ;", "\u00a0;")
        .replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»")
    )


class ModelError(CoachError):
    """A model did not answer usably. `str(error)` is the French sentence, `code` the stable cause.

    `partial` is the text received before the failure (often empty): never shown as an answer.
    `wait` is the delay in seconds that the server asked for, when it did.
    """

    status = 3

    def __init__(self, code: ErrorCode, *, partial: str = "", wait: float | None = None) -> None:
        super().__init__(french_sentence(code, wait))
        self.code = code
        self.partial = partial
        self.wait = wait


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, then what it says it comes from, each once."""
    seen: set[int] = set()
    waiting: list[Any] = [error]
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [getattr(one, "original_exception", None), one.__cause__, one.__context__]
        waiting += getattr(one, "exceptions", ())


_BY_STATUS = {
    400: ErrorCode.BAD_REQUEST,
    401: ErrorCode.KEY,
    402: ErrorCode.PAYMENT,
    403: ErrorCode.FORBIDDEN,
    404: ErrorCode.MODEL_MISSING,
    405: ErrorCode.UNREADABLE,
    408: ErrorCode.BUSY,
    410: ErrorCode.MODEL_MISSING,
    413: ErrorCode.TOO_LONG,
    422: ErrorCode.BAD_REQUEST,
    429: ErrorCode.RATE,
    451: ErrorCode.FORBIDDEN,
    502: ErrorCode.BUSY,
    503: ErrorCode.BUSY,
    504: ErrorCode.BUSY,
    511: ErrorCode.UNREADABLE,  # a network's login page
    529: ErrorCode.BUSY,
}
_CHAIN_NAMES: tuple[tuple[tuple[str, ...], ErrorCode], ...] = (
    (("LeavesMachineError",), ErrorCode.LEAVES),
    (("UnusableVectorsError",), ErrorCode.VECTORS),
    (("ContextWindowExceededError",), ErrorCode.TOO_LONG),
    (("ContentPolicyViolationError",), ErrorCode.FILTERED),
    (("AuthenticationError",), ErrorCode.KEY),
    (("SSL", "CertificateError"), ErrorCode.TLS),
    (("gaierror",), ErrorCode.UNKNOWN_HOST),
    (("ConnectionRefusedError",), ErrorCode.REFUSED),
    (("ConnectTimeout",), ErrorCode.CONNECT_TIMEOUT),
    (
        (
            "RemoteProtocolError",
            "ServerDisconnected",
            "ReadError",
            "ConnectionReset",
            "BrokenPipe",
            "Incomplete",
        ),
        ErrorCode.CUT,
    ),
    (
        ("JSONDecodeError", "UnicodeDecodeError", "DecodingError", "APIResponseValidationError"),
        ErrorCode.UNREADABLE,
    ),
)
_TEXT_SIGNS = (
    (re.compile(r"(system|out of) memory", re.I), ErrorCode.MEMORY),
    (re.compile(r"repeating the same chunk", re.I), ErrorCode.LOOPING),
    (re.compile(r"response_format|json_schema|json schema|grammar", re.I), ErrorCode.SCHEMA),
    (re.compile(r"content.{0,3}(filter|policy|management)", re.I), ErrorCode.FILTERED),
    (
        re.compile(r"context.{0,12}(length|window|size)|too (large|long)|exceed\w* .{0,30}tokens", re.I),
        ErrorCode.TOO_LONG,
    ),
    (re.compile(r"insufficient_quota|quota", re.I), ErrorCode.QUOTA),
    (re.compile(r"model.{0,80}(not found|does not exist|not exist)", re.I), ErrorCode.MODEL_MISSING),
)
_PAGE = re.compile(r"<(!doctype|html)\b", re.I)
_STUMBLES = {"AttributeError", "KeyError", "TypeError", "IndexError"}  # litellm choked on what it received
_TEXT_STATUS = {400, 404, 413, 422, 429, 500}
_SYSTEM_SIGNS = (
    (re.compile(r"certificate|SSL|TLS"), ErrorCode.TLS),
    (
        re.compile(r"name or service not known|nodename nor servname|getaddrinfo|name resolution", re.I),
        ErrorCode.UNKNOWN_HOST,
    ),
    (
        re.compile(r"connection refused|actively refused|all connection attempts failed", re.I),
        ErrorCode.REFUSED,
    ),
)


def _status(chain: list[BaseException]) -> int | None:
    """The HTTP status the server really sent: the deepest one that comes with a server's answer."""
    found = None
    for one in chain:
        response = getattr(one, "response", None)
        for holder in (response, one):
            status = getattr(holder, "status_code", None) or getattr(holder, "status", None)
            if isinstance(status, int) and 300 <= status < 600:
                found = status
                break
    return found


def classify(error: BaseException) -> ErrorCode:
    """The stable code of an exception raised while a model was asked (its text is read, never kept)."""
    chain = list(_chain(error))
    names = [cls.__name__ for one in chain for cls in type(one).__mro__]
    for signs, code in _CHAIN_NAMES:
        if any(sign in name for sign in signs for name in names):
            return code
    text = " ".join(str(one)[:2000] for one in chain)
    for sign, code in _SYSTEM_SIGNS:
        if sign.search(text):
            return code
    status = _status(chain)
    answered = any("HTTPStatusError" in name for name in names)
    if not answered and any("Timeout" in name for name in names):
        return ErrorCode.SILENCE
    if status == 404 and (_PAGE.search(text) or _header(chain, "content-type").startswith("text/html")):
        return ErrorCode.UNREADABLE
    if status in _TEXT_STATUS or status is None:
        for sign, code in _TEXT_SIGNS:
            if sign.search(text):
                return code
    broken = any(getattr(one, "is_pre_first_chunk", None) is False for one in chain)
    if broken and (status is None or status >= 500):
        return ErrorCode.CUT
    if not answered and status is not None and not _STUMBLES.isdisjoint(names):
        return ErrorCode.UNREADABLE
    if status is not None and status < 400:
        return ErrorCode.MOVED
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status is not None and status >= 500:
        return ErrorCode.SERVER
    return ErrorCode.BAD_REQUEST if status else ErrorCode.UNKNOWN


def _header(chain: list[BaseException], name: str) -> str:
    """A header of the server's answer, empty when there is none."""
    for one in chain:
        for headers in (
            getattr(getattr(one, "response", None), "headers", None),
            getattr(one, "headers", None),
        ):
            value = headers.get(name) if headers is not None and hasattr(headers, "get") else None
            if value is not None:
                return str(value).strip()
    return ""


def retry_after(error: BaseException) -> float | None:
    """The delay a server asked for (header `Retry-After`, in seconds), when it gave one."""
    value = _header(list(_chain(error)), "retry-after")
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None
