"""What a model may know to word one reply: nothing else ever enters its prompt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class VoiceRequest:
    """One reply to word.

    `granted` holds the facts granted at this very turn, as (label, value as it is said): the reply must
    say each of them. What was granted before belongs in `public_context` or shows in `last_turns`.
    `last_turns` are (who, text), oldest first. `scripted_line` is the embedded engine's own reply, said
    when the model's is refused. `mood_level` (0 to 4, None when unknown) only feeds the guard.
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
