"""Scenarios: what trainers write, typed, checked and drawn by a seed.

`find_script(name, seed=…)` gives a `Script`: the typed `Scenario` with its variables replaced, and its folder.
`build(script, out)` makes its documents, samples and answer key from `fabrique.yaml`.
`schema.py` holds the classes (French keys), `controls.py` the controls, `source.py` the reading of YAML,
`workshop*.py` the builder.
"""

from __future__ import annotations

from ascom_coach.scenarios.loader import Script, find_script, load_draft, load_script, scenario_folders
from ascom_coach.scenarios.schema import Scenario
from ascom_coach.scenarios.workshop import build, build_documents, render

__all__ = [
    "Scenario", "Script", "build", "build_documents", "find_script", "load_draft", "load_script", "render",
    "scenario_folders",
]  # fmt: skip
