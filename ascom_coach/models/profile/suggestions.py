"""Which model to try on this machine. A dated list of names, not a ranking: nobody ranks small models in French."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

AS_OF = "novembre 2026"
REMARK = (
    f"Liste de {AS_OF}. Aucune source ne classe les petits modèles en français\u00a0: essayez, puis jugez avec"
    " «\u00a0ascom-coach modele evaluer\u00a0»."
)


@dataclass(frozen=True)
class Suggestion:
    """A model to try: litellm's name, memory wanted on the machine in GiB, why and what to beware of."""

    model: str
    memory: int
    why: str
    pull: str = ""

    @property
    def hosted(self) -> bool:
        """True for a model that answers from elsewhere."""
        return self.memory == 0


_LOCAL = (
    Suggestion(
        "ollama_chat/ministral-3:3b",
        8,
        "2 à 3 Go à télécharger\u00a0; annonce le français, ne réfléchit pas à voix haute.",
        "ollama pull ministral-3:3b",
    ),
    Suggestion(
        "ollama_chat/ministral-3:8b",
        16,
        "5 à 6 Go à télécharger, le premier à essayer\u00a0; annonce le français et les réponses structurées.",
        "ollama pull ministral-3:8b",
    ),
    Suggestion(
        "ollama_chat/gemma4:e4b-it-qat",
        16,
        "environ 5 Go à télécharger\u00a0; licence libre.",
        "ollama pull gemma4:e4b-it-qat",
    ),
    Suggestion(
        "ollama_chat/OpenLLM-France/Luciole-Instruct-1.1:8B",
        16,
        "projet français à données ouvertes\u00a0; récent, encore peu d’utilisateurs.",
        "ollama pull OpenLLM-France/Luciole-Instruct-1.1:8B",
    ),
)
_HOSTED = (
    Suggestion(
        "mistral/mistral-small-latest",
        0,
        "Mistral AI, hébergé en France\u00a0; une clé payante est demandée.",
    ),
    Suggestion(
        "ovhcloud/Mistral-Small-3.2-24B-Instruct-2506",
        0,
        "OVHcloud, hébergé en France\u00a0; une clé est demandée.",
    ),
)


def memory_gib() -> float | None:
    """The machine's memory in GiB, None when the system does not say."""
    try:
        if sys.platform == "win32":
            return _windows_memory()
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    except (AttributeError, OSError, ValueError):
        return None


def _windows_memory() -> float | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong), ("load", ctypes.c_ulong), ("total", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 6),
        )  # fmt: skip

    status = Status(length=ctypes.sizeof(Status))
    found = getattr(ctypes, "windll").kernel32.GlobalMemoryStatusEx(ctypes.byref(status))  # noqa: B009
    return status.total / 2**30 if found else None


def suggest(memory: float | None) -> list[Suggestion]:
    """Local models that fit in so much memory (GiB), the largest first, then hosted ones.

    A machine sold with 8 GB shows a little less: one GiB is let off. Unknown memory: the smallest.
    """
    fits = [one for one in _LOCAL if one.memory <= (memory or 8) + 1]
    fits.sort(key=lambda one: -one.memory)
    return [*fits, *_HOSTED]


def memory_in_words(memory: float | None) -> str:
    """« Cet ordinateur a environ 16 Go de mémoire. », and what follows from it."""
    if memory is None:
        return "La mémoire de cet ordinateur n’est pas connue."
    words = f"Cet ordinateur a environ {round(memory)}\u00a0Go de mémoire"
    return f"{words}\u00a0: c’est trop peu pour un modèle local utile." if memory < 7 else f"{words}."
