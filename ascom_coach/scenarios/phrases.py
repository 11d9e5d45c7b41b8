"""« Cette phrase voulait dire… »: sentences that were not understood, kept with the fact they asked for.

`phrases.yaml`, beside `scenario.yaml`, holds them in the form of `tests`: they widen what is understood, and stay as
regression tests. The same form is kept in a person's data folder until a trainer takes it over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.scenarios.schema import Phrase
from ascom_coach.scenarios.source import read_tree

FILE = "phrases.yaml"
_HEADER = (
    "# Phrases de stagiaires et ce qu’elles voulaient dire. Elles sont comprises désormais, et vérifiées par\n"
    "# « scenario essayer ». Vous pouvez en retirer ou en ajouter.\n"
)


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """The phrases of a file, none when it does not exist. Raises RefusedInputError when it cannot be understood."""
    if not path.is_file():
        return ()
    tree = read_tree(path)
    rows = tree.get("tests") if isinstance(tree, dict) else None
    if not isinstance(rows, list):
        raise RefusedInputError(f"« {path} » doit contenir une liste « tests » : corrigez-le ou effacez-le.")
    found = [Phrase.model_validate(row) for row in rows if isinstance(row, dict) and row.get("dit")]
    return tuple(found)


def add_phrases(path: Path, phrases: Iterable[Phrase]) -> int:
    """Write the phrases that the file lacks; how many were new. Raises SurroundingsError."""
    import yaml

    known = list(read_phrases(path))
    said = {phrase.dit for phrase in known}
    fresh = [phrase for phrase in dict.fromkeys(phrases) if phrase.dit not in said]
    rows = [{"dit": one.dit, "fait": one.fait} for one in (*known, *fresh)]
    text = _HEADER + yaml.safe_dump({"tests": rows}, allow_unicode=True, sort_keys=False, width=1000)
    temporary = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError:
        raise SurroundingsError(
            f"Je n’ai pas pu écrire « {path} » : vérifiez l’espace libre et les droits du dossier."
        ) from None
    return len(fresh)


def with_phrases(tree: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """A scenario's tree with the phrases of its folder: tests, and one more question for the fact each one asks."""
    phrases = read_phrases(folder / FILE)
    if not phrases:
        return dict(tree)
    known = {str(fact.get("id")) for fact in tree.get("faits", ()) if isinstance(fact, dict)}
    kept = [phrase for phrase in phrases if phrase.fait in known]
    facts = [
        {**fact, "questions": [*_listed(fact.get("questions")), *(p.dit for p in kept if p.fait == fact.get("id"))]}
        if isinstance(fact, dict) else fact
        for fact in tree.get("faits", ())
    ]  # fmt: skip
    tests = [*_listed(tree.get("tests")), *({"dit": p.dit, "fait": p.fait} for p in kept)]
    return {**tree, "faits": facts, "tests": tests}


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value] if value else []
