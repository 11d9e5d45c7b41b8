"""Scenarios: what trainers write, typed, checked and drawn by a seed.

`find_script(name, seed=…)` gives a `Script`: the typed `Scenario` with its variables replaced, and its folder.
`build(script, out)` makes its documents, samples and answer key from `fabrique.yaml`; `verify(place)` lists what is
wrong with it, each `Problem` with its line and its remedy; `new_scenario(place)` writes a commented template.
`schema.py` holds the classes (French keys), `controls.py` the controls, `source.py` the reading of YAML,
`phrases.py` what trainees' sentences meant, `workshop/` is the builder, `lint/` the checks.
"""

from __future__ import annotations

from ascom_coach.scenarios.lint.model import Problem, help_lines
from ascom_coach.scenarios.loader import Script, find_script, load_draft, load_script, scenario_folders
from ascom_coach.scenarios.phrases import FILE as PHRASES_FILE
from ascom_coach.scenarios.phrases import add_phrases, read_phrases
from ascom_coach.scenarios.schema import Phrase, Scenario
from ascom_coach.scenarios.tools import (
    build,
    build_documents,
    json_schema,
    new_scenario,
    render,
    verify,
)

__all__ = [
    "PHRASES_FILE",
    "Phrase",
    "Problem",
    "Scenario",
    "Script",
    "add_phrases",
    "build",
    "build_documents",
    "find_script",
    "help_lines",
    "json_schema",
    "load_draft",
    "load_script",
    "new_scenario",
    "read_phrases",
    "render",
    "scenario_folders",
    "verify",
]
