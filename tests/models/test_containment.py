"""litellm stays in its process, the key stays in its environment."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import ascom_coach
from ascom_coach.models.child.process import child_command, child_environment
from ascom_coach.models.child.wire import KEY_VARIABLE

PACKAGE = Path(ascom_coach.__file__).parent


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_one_file_alone_imports_litellm() -> None:
    files = [path for path in PACKAGE.rglob("*.py") if "litellm" in imported(path)]
    assert [path.relative_to(PACKAGE).as_posix() for path in files] == ["models/child/worker.py"]


def test_the_room_and_a_gateway_load_nothing_heavy() -> None:
    program = (
        "import sys, json; from ascom_coach.models import Gateway, make_profile;"
        "Gateway(make_profile('p', 'ollama_chat/x'));"
        "print(json.dumps(sorted({'litellm', 'jinja2', 'pydantic', 'httpx', 'openai', 'yaml'} & set(sys.modules))))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert json.loads(run.stdout) == []


def test_the_command_line_holds_no_variable_part() -> None:
    assert child_command()[1:] == ["-P", "-m", "ascom_coach.models.child.worker"]


def test_the_child_gets_one_key_and_no_other_secret() -> None:
    environ = {
        "PATH": "/bin",
        "OTHER_API_KEY": "a",
        "ASCOM_CLE": "canari",
        "OPENAI_BASE_URL": "http://x",
        "HOME": "/h",
    }
    made = child_environment(environ, "canari")
    assert [name for name, value in made.items() if "canari" in value] == [KEY_VARIABLE]
    assert {"OTHER_API_KEY", "OPENAI_BASE_URL"}.isdisjoint(made)
    assert made["HOME"] == "/h"
    assert (made["LITELLM_LOCAL_MODEL_COST_MAP"], made["LITELLM_MODE"]) == ("True", "PRODUCTION")


def test_the_app_and_the_coach_start_without_this_room() -> None:
    program = (
        "import sys, json; import ascom_coach.tui.app, ascom_coach.coach, ascom_coach.cli.main;"
        "print(json.dumps([name for name in sys.modules if name.startswith('ascom_coach.models')]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert json.loads(run.stdout) == []
