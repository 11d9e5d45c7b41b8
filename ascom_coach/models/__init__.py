"""The only door to language models. Nothing here is needed: without a model, the program is complete.

- `active_profile` says which model is configured (or None), `leaves_machine` and `departure_notice` what
  would leave the machine with it;
- `Gateway(profile)` asks it: `complete` for a whole answer, `stream` for pieces, `ModelError` when it fails;
- `speak(gateway, VoiceRequest(...))` words one reply of a character and never fails: a reply that breaks a
  rule (`check_reply`) gives way to the scripted line;
- `describe_state` checks a profile line by line for `ascom-coach modele etat` and `modele tester`;
- prompts are the files of `prompts/` (`load_prompt`, `check_prompt`).

litellm lives in a child process (`worker.py`, started by `child.py`): it takes two seconds and 200 MB to load,
and would freeze a screen. Importing this room, and building a `Gateway`, loads none of it.
"""

from ascom_coach.models.consent import agreed_on, may_send
from ascom_coach.models.costs import Usage, dollars_in_words, in_words
from ascom_coach.models.errors_map import ErrorCode, ModelError, french_sentence
from ascom_coach.models.gateway import Completion, Gateway
from ascom_coach.models.guard import check_reply
from ascom_coach.models.keys import FoundKey, KeyStore, hide_keys
from ascom_coach.models.ledger import Ledger
from ascom_coach.models.link import Clocks
from ascom_coach.models.masking import Masker
from ascom_coach.models.payload import payload_text, request_body
from ascom_coach.models.profiles import (
    EMBEDDED,
    ModelProfile,
    active_profile,
    departure_notice,
    leaves_machine,
    make_profile,
    odd_keys,
    read_profile,
    receiver,
)
from ascom_coach.models.prompt_files import PromptFile, check_prompt, load_prompt
from ascom_coach.models.state import REMOTE, StateLine, check_lines, describe_state
from ascom_coach.models.suggestions import REMARK, Suggestion, memory_gib, memory_in_words, suggest
from ascom_coach.models.voice import Spoken, speak, voice_messages
from ascom_coach.models.voice_request import EXAMPLE, INTERLOCUTOR, VoiceRequest
from ascom_coach.models.wire import Message

__all__ = [
    "EMBEDDED",
    "EXAMPLE",
    "INTERLOCUTOR",
    "REMARK",
    "REMOTE",
    "Clocks",
    "Completion",
    "ErrorCode",
    "FoundKey",
    "Gateway",
    "KeyStore",
    "Ledger",
    "Masker",
    "Message",
    "ModelError",
    "ModelProfile",
    "PromptFile",
    "Spoken",
    "StateLine",
    "Suggestion",
    "Usage",
    "VoiceRequest",
    "active_profile",
    "agreed_on",
    "check_lines",
    "check_prompt",
    "check_reply",
    "departure_notice",
    "describe_state",
    "dollars_in_words",
    "french_sentence",
    "hide_keys",
    "in_words",
    "leaves_machine",
    "load_prompt",
    "make_profile",
    "may_send",
    "memory_gib",
    "memory_in_words",
    "odd_keys",
    "payload_text",
    "read_profile",
    "receiver",
    "request_body",
    "speak",
    "suggest",
    "voice_messages",
]
