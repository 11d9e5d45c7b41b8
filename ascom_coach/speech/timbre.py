"""How a person sounds: speed, pitch and timbre, written by the author or derived from the id, always the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ascom_coach.speech.wording import bare

SPEEDS = {"lente": 0.85, "normale": 1.0, "rapide": 1.15}
"""What multiplies the pace of the settings."""
PITCHES = {"grave": 0.72, "moyenne": 1.0, "aigue": 1.22}
"""What multiplies the usual pitch of a man or of a woman."""
SLOWEST, FASTEST = 80, 450
"""Words per minute that eSpeak NG accepts (`espeakRATE`, speak_lib.h of eSpeak NG 1.52)."""
_HABITS = {"presse": "rapide", "bavard": "rapide", "confus": "lente"}
_WOMEN, _MEN = ("f1", "f2", "f3", "f4"), ("m1", "m2", "m3", "m7")
_FEMININE_ROLE = re.compile(r"(?:trice|euse|iere|onne|enne|ante|ente|iste|elle|esse)$|^(?:cliente|cheffe)$")
_MASCULINE_ROLE = re.compile(r"(?:teur|eur|ier|ien|ant|ent|on|ron|oyen)$|^(?:client|chef)$")


@dataclass(frozen=True, slots=True)
class Timbre:
    """`pace` in words per minute (80 to 450), `pitch` from 0 to 99 (50 is the voice's own), `variant`: f1…f4, m1…m8."""

    pace: int = 150
    pitch: int = 50
    variant: str = "f2"

    @property
    def woman(self) -> bool:
        """Whether the variant is a woman's."""
        return self.variant.startswith("f")


def timbre_of(
    who: str,
    name: str = "",
    *,
    role: str = "",
    manners: Sequence[str] = (),
    pace: int = 150,
    gender: str = "",
    speed: str = "",
    pitch: str = "",
) -> Timbre:
    """The timbre of a character. `gender` (femme, homme), `speed` and `pitch` are the author's words, empty to derive.

    What is not written comes from the civility, the role and the manners, then from a digest of `who`: two people of a
    scenario rarely sound alike, and one person sounds the same every time and everywhere.
    """
    digest = hashlib.sha256(who.encode()).digest()
    woman = gender == "femme" or (gender != "homme" and _is_woman(name, role, digest[0]))
    speed = speed or next((_HABITS[manner] for manner in manners if manner in _HABITS), "normale")
    words = pace * SPEEDS.get(speed, 1.0) * (1 + (digest[1] % 9 - 4) / 100)
    tone = (58 if woman else 42) * PITCHES.get(pitch, 1.0) + digest[2] % 13 - 6
    variants = _WOMEN if woman else _MEN
    return Timbre(
        min(FASTEST, max(SLOWEST, round(words))),
        min(99, max(0, round(tone))),
        variants[digest[3] % len(variants)],
    )


def _is_woman(name: str, role: str, draw: int) -> bool:
    folded = bare(name)
    if re.match(r"(?:mme|madame|mlle)\b", folded):
        return True
    if re.match(r"(?:m\.|mr|monsieur)(?:\s|$)", folded):
        return False
    job = next(iter(re.findall(r"[a-z]+", bare(role))), "")
    if _FEMININE_ROLE.search(job) and job not in ("comptable", "journaliste", "fleuriste"):
        return True
    if _MASCULINE_ROLE.search(job):
        return False
    return draw % 2 == 0
