"""Everything about French text: folding, values, speech acts, letters, proofreading.

Read a text around a fictional day:      find_values(text, today), mentions(text, "samedi 16 mai", today)
Understand what someone typed:           normalise_typed(text), fold_typed(text), Repairer(vocabulary)
"""

from __future__ import annotations

from ascom_coach.language.compare import mentions, same_value
from ascom_coach.language.phonetic import sound
from ascom_coach.language.repair import Repairer, one_edit
from ascom_coach.language.stems import STOP_WORDS, char_ngrams, stem, stems
from ascom_coach.language.text import Folded, Sentence, Token, fold, nfc, plain, sentences, tokens, words
from ascom_coach.language.typed import fold_typed, normalise_typed
from ascom_coach.language.values import Kind, Value, all_values, find_values

__all__ = [
    "STOP_WORDS", "Folded", "Kind", "Repairer", "Sentence", "Token", "Value", "all_values", "char_ngrams", "find_values",
    "fold", "fold_typed", "mentions", "nfc", "normalise_typed", "one_edit", "plain", "same_value", "sentences", "sound",
    "stem", "stems", "tokens", "words",
]  # fmt: skip
