"""Scenarios: what trainers write, typed, checked and drawn by a seed.

`find_script(name, seed=…)` gives a `Script`: the typed `Scenario` with its variables replaced, and its folder.
`schema.py` holds the classes (French keys), `controls.py` the controls, `source.py` the reading of YAML.
"""

from __future__ import annotations

from ascom_coach.scenarios.loader import Script, find_script, load_draft, load_script, scenario_folders
from ascom_coach.scenarios.schema import Scenario

__all__ = ["Scenario", "Script", "find_script", "load_draft", "load_script", "scenario_folders"]
