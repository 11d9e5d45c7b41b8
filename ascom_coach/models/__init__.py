"""The only door to language models. Nothing here is needed: without a model, the program is complete.

- `active_profile` says which model is configured (or None), `leaves_machine` and `departure_notice` what
  would leave the machine with it;
- `Gateway(profile)` asks it: `complete` for a whole answer, `stream` for pieces, `ModelError` when it fails;
- `speak(gateway, VoiceRequest(...))` words one reply of a character and never fails: a reply that breaks a
  rule (`check_reply`) gives way to the scripted line; `speak_live` shows its sentences as they come, each one
  guarded with those before it (`guard.beginning` holds the rule);
- `Ladder(gateway, LadderFile(folder))` gets structured answers in the form that the model manages, probed once;
- `route(ladder, …)` says which subject of a closed list a sentence is about, `judge(ladder, …)` appreciates prose
  with quotes, `phrase_answer(ladder, …)` words an answer from passages found; none of them raises or decides;
- `Embedder(embedding_profile(...))` turns passages and questions into vectors for the search;
- `evaluate(gateway, ladder)` measures the model on fixed cases, for `modele evaluer`;
- `describe_state` checks a profile line by line for `ascom-coach modele etat` and `modele tester`;
- prompts are the files of `prompts/` (`load_prompt`, `check_prompt`).

litellm lives in a child process (`child.worker`, started by `child.process`): it takes two seconds and 200 MB to load,
and would freeze a screen. Importing this room, and building a `Gateway`, loads none of it.
"""

from ascom_coach.models.child.wire import Message
from ascom_coach.models.embedding import Embedder
from ascom_coach.models.embedding_state import check_vectors, vectors_line
from ascom_coach.models.errors_map import ErrorCode, ModelError, french_sentence
from ascom_coach.models.evaluation.measuring import Evaluation, evaluate
from ascom_coach.models.evaluation.table import table as evaluation_table
from ascom_coach.models.gateway.asking import Completion, Gateway
from ascom_coach.models.gateway.costs import Usage, dollars_in_words, in_words
from ascom_coach.models.gateway.ledger import Ledger
from ascom_coach.models.gateway.link import Clocks
from ascom_coach.models.gateway.masking import Masker
from ascom_coach.models.guard.reply import check_reply
from ascom_coach.models.guard.voice_request import EXAMPLE, INTERLOCUTOR, VoiceRequest
from ascom_coach.models.profile.consent import agreed_on, may_send
from ascom_coach.models.profile.keys import FoundKey, KeyStore, hide_keys
from ascom_coach.models.profile.payload import payload_text, request_body, vectors_body
from ascom_coach.models.profile.profiles import (
    EMBEDDED,
    VECTORS,
    ModelProfile,
    active_profile,
    departure_notice,
    leaves_machine,
    make_profile,
    odd_keys,
    read_profile,
    receiver,
)
from ascom_coach.models.profile.suggestions import REMARK, Suggestion, memory_gib, memory_in_words, suggest
from ascom_coach.models.profile.vectors import EmbeddingProfile, embedding_profile, read_embedding_profile
from ascom_coach.models.prompt_files import PromptFile, check_prompt, load_prompt
from ascom_coach.models.state import REMOTE, StateLine, check_lines, describe_state
from ascom_coach.models.structured.ladder import Ladder, Structured
from ascom_coach.models.structured.memory import LadderFile
from ascom_coach.models.tasks.judge import Judged, JudgeRequest, judge, judge_messages
from ascom_coach.models.tasks.reference_answer import Phrased, phrase_answer, reference_messages
from ascom_coach.models.tasks.router import Routed, RouteRequest, route, route_messages
from ascom_coach.models.tasks.voice import Spoken, speak, speak_live, voice_messages

__all__ = [
    "EMBEDDED",
    "EXAMPLE",
    "INTERLOCUTOR",
    "REMARK",
    "REMOTE",
    "VECTORS",
    "Clocks",
    "Completion",
    "Embedder",
    "EmbeddingProfile",
    "ErrorCode",
    "Evaluation",
    "FoundKey",
    "Gateway",
    "JudgeRequest",
    "Judged",
    "KeyStore",
    "Ladder",
    "LadderFile",
    "Ledger",
    "Masker",
    "Message",
    "ModelError",
    "ModelProfile",
    "Phrased",
    "PromptFile",
    "RouteRequest",
    "Routed",
    "Spoken",
    "StateLine",
    "Structured",
    "Suggestion",
    "Usage",
    "VoiceRequest",
    "active_profile",
    "agreed_on",
    "check_lines",
    "check_prompt",
    "check_reply",
    "check_vectors",
    "departure_notice",
    "describe_state",
    "dollars_in_words",
    "embedding_profile",
    "evaluate",
    "evaluation_table",
    "french_sentence",
    "hide_keys",
    "in_words",
    "judge",
    "judge_messages",
    "leaves_machine",
    "load_prompt",
    "make_profile",
    "may_send",
    "memory_gib",
    "memory_in_words",
    "odd_keys",
    "payload_text",
    "phrase_answer",
    "read_embedding_profile",
    "read_profile",
    "receiver",
    "reference_messages",
    "request_body",
    "route",
    "route_messages",
    "speak",
    "speak_live",
    "suggest",
    "vectors_body",
    "vectors_line",
    "voice_messages",
]
