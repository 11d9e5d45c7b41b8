"""The only door to language models. Nothing here is needed: without a model, the program is complete.

- `active_profile` says which model is configured (or None), `leaves_machine` and `departure_notice` what
  would leave the machine with it;
- `Gateway(profile)` asks it: `complete` for a whole answer, `stream` for pieces, `ModelError` when it fails;
- `speak(gateway, VoiceRequest(...))` words one reply of a character and never fails: a reply that breaks a
  rule (`check_reply`) gives way to the scripted line;
- `Ladder(gateway, LadderFile(folder))` gets structured answers in the form that the model manages, probed once;
- `route(ladder, …)` says which subject of a closed list a sentence is about, `judge(ladder, …)` appreciates prose
  with quotes, `phrase_answer(ladder, …)` words an answer from passages found; none of them raises or decides;
- `evaluate(gateway, ladder)` measures the model on fixed cases, for `modele evaluer`;
- `describe_state` checks a profile line by line for `ascom-coach modele etat` and `modele tester`;
- prompts are the files of `prompts/` (`load_prompt`, `check_prompt`).

litellm lives in a child process (`worker.py`, started by `child.py`): it takes two seconds and 200 MB to load,
and would freeze a screen. Importing this room, and building a `Gateway`, loads none of it.
"""

from ascom_coach.models.errors_map import ErrorCode, ModelError, french_sentence
from ascom_coach.models.evaluation import Evaluation, evaluate
from ascom_coach.models.evaluation_table import table as evaluation_table
from ascom_coach.models.gateway import Clocks, Completion, Gateway
from ascom_coach.models.guard import check_reply
from ascom_coach.models.judge import Judged, JudgeRequest, judge, judge_messages
from ascom_coach.models.ladder import Ladder, Structured
from ascom_coach.models.ladder_memory import LadderFile
from ascom_coach.models.masking import Masker
from ascom_coach.models.profiles import (
    ModelProfile,
    active_profile,
    departure_notice,
    leaves_machine,
    make_profile,
)
from ascom_coach.models.prompt_files import PromptFile, check_prompt, load_prompt
from ascom_coach.models.reference_answer import Phrased, phrase_answer, reference_messages
from ascom_coach.models.router import Routed, RouteRequest, route, route_messages
from ascom_coach.models.state import StateLine, check_lines, describe_state
from ascom_coach.models.voice import Spoken, speak, voice_messages
from ascom_coach.models.voice_request import INTERLOCUTOR, VoiceRequest
from ascom_coach.models.wire import Message

__all__ = [
    "INTERLOCUTOR",
    "Clocks",
    "Completion",
    "ErrorCode",
    "Evaluation",
    "Gateway",
    "JudgeRequest",
    "Judged",
    "Ladder",
    "LadderFile",
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
    "VoiceRequest",
    "active_profile",
    "check_lines",
    "check_prompt",
    "check_reply",
    "departure_notice",
    "describe_state",
    "evaluate",
    "evaluation_table",
    "french_sentence",
    "judge",
    "judge_messages",
    "leaves_machine",
    "load_prompt",
    "make_profile",
    "phrase_answer",
    "reference_messages",
    "route",
    "route_messages",
    "speak",
    "voice_messages",
]
