"""Everything about French text: folding, values, speech acts, letters, proofreading.

Read a text around a fictional day:      `find_values(text, today)`, `mentions(text, "samedi 16 mai", today)`
Hours, opening hours, public holidays:   `hours(text)`, `opening(text)`, `holidays(year)`
Understand what someone typed:           `rejoined(text)`, `normalise_typed(text)`, `fold_typed(text)`,
                                         `Repairer(vocabulary)`
What someone does by speaking:           `find_acts(text)`, `spoken_acts(text)`, `find_promises(text, today)`,
                                         `spoken_promises(text, today)`, `leave_asked(text, today)`,
                                         `register_of(text)`
The parts of a letter or a mail:         `letter_parts(lines)`
Put a value in a sentence:               `elided("de ", "Édith")`, `agreed("3", "place", "places")`
Proofread:                               `proofread(text, engines, names)` with `default_engines()`
Teach:                                   `families()`, `family_of(rule, label)`, `occasions(text)`
The reader of a text:                    `tone_advice(text)`, `readability(text)`
Install and run other proofreaders:      the sub-room `outside`, imported late

Sub-rooms, each with its page: `values` (dates, amounts…), `said` (acts, promises), `syntax` (how a sentence is read),
`learnt` (which form fits a place), `rules` (the embedded proofreader's), `fixes` (what is proposed), `outside`.

Offsets are code points of the text as passed. The lexicon and the patterns are read from `knowledge/lexique/` at the
first use; nothing here opens a connection but `LanguageToolEngine`, and only to this machine unless told otherwise.
"""

from __future__ import annotations

from ascom_coach.language.apostrophes import rejoined
from ascom_coach.language.embedded import EmbeddedEngine
from ascom_coach.language.families import Exercise, Family, families, family_of
from ascom_coach.language.joining import agreed, begins_with_vowel, elided
from ascom_coach.language.languagetool import LanguageToolEngine
from ascom_coach.language.letters import PARTS, letter_parts
from ascom_coach.language.lexicon import Analysis, Lexicon, lexicon
from ascom_coach.language.likeness import SAME_WORK, likeness, shingles
from ascom_coach.language.loopback import is_loopback
from ascom_coach.language.occasions import occasions
from ascom_coach.language.phonetic import sound
from ascom_coach.language.proofreading import default_engines, merge, proofread
from ascom_coach.language.readability import LIMITS, Readability, readability, syllables
from ascom_coach.language.register import Register, register_of
from ascom_coach.language.remarks import (
    LABELS,
    Engine,
    EngineState,
    EngineUnavailableError,
    Label,
    Opinion,
    ProofResult,
    Remark,
)
from ascom_coach.language.repair import Repairer, Vocabulary, one_edit
from ascom_coach.language.said.acts import ACTS, Act, ActName, find_acts
from ascom_coach.language.said.leave import Leave, leave_asked
from ascom_coach.language.said.promises import SENSES, Promise, find_promises
from ascom_coach.language.said.spoken import spoken_acts
from ascom_coach.language.said.spoken_promises import spoken_promises
from ascom_coach.language.stems import STOP_WORDS, char_ngrams, stem, stems
from ascom_coach.language.text import Folded, Sentence, Token, fold, nfc, plain, sentences, tokens, words
from ascom_coach.language.tone import tone_advice
from ascom_coach.language.typed import fold_typed, normalise_typed
from ascom_coach.language.values.compare import mentions, same_value
from ascom_coach.language.values.grammar import Kind, Value, all_values, find_values
from ascom_coach.language.values.holidays import holidays
from ascom_coach.language.values.hours import Opening, Span, hour, hours, hours_at, opening, weekdays

__all__ = [
    "ACTS",
    "LABELS",
    "LIMITS",
    "PARTS",
    "SAME_WORK",
    "SENSES",
    "STOP_WORDS",
    "Act",
    "ActName",
    "Analysis",
    "EmbeddedEngine",
    "Engine",
    "EngineState",
    "EngineUnavailableError",
    "Exercise",
    "Family",
    "Folded",
    "Kind",
    "Label",
    "LanguageToolEngine",
    "Leave",
    "Lexicon",
    "Opening",
    "Opinion",
    "Promise",
    "ProofResult",
    "Readability",
    "Register",
    "Remark",
    "Repairer",
    "Sentence",
    "Span",
    "Token",
    "Value",
    "Vocabulary",
    "agreed",
    "all_values",
    "begins_with_vowel",
    "char_ngrams",
    "default_engines",
    "elided",
    "families",
    "family_of",
    "find_acts",
    "find_promises",
    "find_values",
    "fold",
    "fold_typed",
    "holidays",
    "hour",
    "hours",
    "hours_at",
    "is_loopback",
    "leave_asked",
    "letter_parts",
    "lexicon",
    "likeness",
    "mentions",
    "merge",
    "nfc",
    "normalise_typed",
    "occasions",
    "one_edit",
    "opening",
    "plain",
    "proofread",
    "readability",
    "register_of",
    "rejoined",
    "same_value",
    "sentences",
    "shingles",
    "sound",
    "spoken_acts",
    "spoken_promises",
    "stem",
    "stems",
    "syllables",
    "tokens",
    "tone_advice",
    "weekdays",
    "words",
]  # fmt: skip
