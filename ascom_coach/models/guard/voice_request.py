"""What a model may know to word one reply: nothing else ever enters its prompt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

INTERLOCUTOR = "Interlocuteur"
"""Who the trainee is in `VoiceRequest.last_turns`: their words prove nothing."""


@dataclass(frozen=True)
class VoiceRequest:
    """One reply to word.

    `granted` holds facts already granted to the trainee, as (label, value as it is said), whether at this
    turn or before. Those that `scripted_line` says are the news of the turn: the reply must say them too.
    `last_turns` are (who, text), oldest first, `INTERLOCUTOR` being the trainee. `scripted_line` is the
    embedded engine's own reply, said when the model's is refused. `mood_level` (0 furious to 5 delighted,
    None when unknown) only feeds the guard.
    """

    character_name: str
    register: Literal["tutoiement", "vouvoiement"]
    style: str
    mood_words: str
    max_sentences: int
    granted: tuple[tuple[str, str], ...]
    public_context: str
    last_turns: tuple[tuple[str, str], ...]
    trainee_text: str
    scripted_line: str
    mood_level: int | None = None


EXAMPLE = VoiceRequest(
    character_name="Mme Aubin",
    register="vouvoiement",
    style="cliente, phrases courtes",
    mood_words="agacé, sur la défensive",
    max_sentences=3,
    granted=(("le jour de la panne", "jeudi"), ("le numéro du dossier", "D-2031")),
    public_context="Mme Aubin tient une laverie. Sa machine est en panne.",
    last_turns=(("Mme Aubin", "Depuis jeudi, plus rien ne marche."),),
    trainee_text="Je vous rappelle ce soir au 06 39 98 12 34, ou j’écris à laverie@aubin.example ?",
    scripted_line="Appelez-moi plutôt, c’est le dossier D-2031.",
)
"""A reply to word, for showing what leaves: it holds a telephone and a mail, so that masking can be seen."""
