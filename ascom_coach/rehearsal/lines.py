"""The wording of scripted lines: chosen by seed and turn, never changing a fact, articles contracted."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from ascom_coach.language import elided
from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.scenarios.variants import fill


@cache
def _shared() -> dict[str, Any]:
    tree: dict[str, Any] = read_yaml(knowledge_dir() / "repliques.yaml")
    return tree


def shared(kind: str, register: str) -> tuple[str, ...]:
    """Common lines of a kind in a register (`tutoiement`, `vouvoiement`)."""
    body = _shared()[kind]["tu" if register == "tutoiement" else "vous"]
    return (body,) if isinstance(body, str) else tuple(body)


def pick(lines: Sequence[str], seed: int, key: str) -> str:
    """One of the lines, the same for the same seed and key."""
    if not lines:
        return ""
    digest = hashlib.sha256(f"{seed}:{key}".encode()).digest()
    return lines[int.from_bytes(digest[:4], "big") % len(lines)]


def of(label: str) -> str:
    """« de » before a label, contracted: le stock → du stock, les dates → des dates, un avoir → d’un avoir."""
    return elided("de ", label.strip())


def with_value(line: str, value: str) -> str:
    """A reply with its `{valeur}`, elided where need be, and a capital first."""
    reply: str = fill(line, {"valeur": value})
    return reply[:1].upper() + reply[1:]


def either(labels: Sequence[str]) -> str:
    """« de la livraison, du stock ou de la facture »."""
    parts = [of(label) for label in labels]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " ou " + parts[-1]


def clarification(labels: Sequence[str], register: str) -> str:
    """The question a character asks when it is not sure."""
    return shared("clarification", register)[0].replace("{choix}", either(labels))


_ANSWERS = frozenset(
    ["demandé", "spontané", "redit", "rectifie", "délégation", "échéance", "esquive", "imprévu"]
)
_REFUSALS = frozenset(["ne sait pas", "pas compris", "hors sujet"])


def not_again(text: str, lately: Collection[str], reason: str, register: str, key: str) -> str:
    """A line that would be word for word one said `lately`, led by a few words of its own; any other as it is.

    Leads are told by the line's `reason`: an answer, an « I do not know », or a mere sign of having heard. When every
    lead was used lately, several come one after the other, so that the line is always another one.
    """
    if text not in lately:
        return text
    kind = "reponse" if reason in _ANSWERS else "ignore" if reason in _REFUSALS else "entendu"
    begun = text.partition(" ")[0].rstrip(".,!")
    leads = [lead for lead in shared(f"encore_{kind}", register) if lead.rstrip(".").split()[0] != begun]
    line = text
    while True:
        fresh = [lead for lead in leads if f"{lead} {line}" not in lately]
        if fresh:
            return f"{pick(fresh, 0, key)} {line}"
        line = f"{leads[0]} {line}"


def spoken_minutes(text: str, words_per_minute: float = 150.0) -> float:
    """How long it takes to say a text, in minutes (150 words a minute: ordinary French speech)."""
    return len(text.split()) / words_per_minute
