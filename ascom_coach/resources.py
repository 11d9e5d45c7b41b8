"""Where the content lives: inside the package once built, at the project's top level in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    built = _PACKAGE / "_data"
    return built if built.is_dir() else _PACKAGE.parent


def read_yaml(path: Path) -> Any:
    """A YAML file of ours, every scalar as text."""
    import yaml

    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def knowledge_dir() -> Path:
    """Folder of the référentiel, the thesaurus, the lexicon and the published rules."""
    return _root() / "knowledge"


def scenarios_dir() -> Path:
    """Folder of the scenarios that ship with the product, one sub-folder each."""
    return _root() / "scenarios"


def prompts_dir() -> Path:
    """Folder of the prompts, one file per use of a model."""
    return _root() / "prompts"
