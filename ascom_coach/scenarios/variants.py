"""Seeded variants: the same scenario with other names, quantities, planted errors and twists, decided by one number.

`variantes` lists what may change. A list element that carries `variante: {name: value or list of values}` exists only
in the draws that hold; when an anomaly or a twist is not drawn, what spoke of it goes with it (see `draw`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ascom_coach.language import agreed, elided

Path = tuple[str | int, ...]
CONDITION = "variante"
"""The key that ties a list element to a draw."""
_VARIABLE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")


@dataclass(frozen=True, slots=True)
class Draw:
    """A tree drawn for a seed.

    `tree` has its variables replaced, `plain` has them still between braces; `origin` gives, for each path of either,
    the path in the file as it is written.
    """

    tree: dict[str, Any]
    plain: dict[str, Any]
    values: Mapping[str, str]
    origin: Mapping[Path, Path] = field(default_factory=dict)


def variables(choices: Mapping[str, Any], seed: int) -> dict[str, str]:
    """The value of each variable for that seed. Seed 0 takes the first of each list.

    Two neighbouring seeds differ in every list that has at least two choices, and the lists turn at their own rhythm:
    neighbours in a class never share a value, whole draws come back late. A list of mappings is drawn as a whole, so
    that values that depend on each other stay together. A value may hold other variables.
    """
    drawn: dict[str, str] = {}
    ranks: Counter[int] = Counter()
    for name, options in choices.items():
        if not options or not isinstance(options, list | tuple):
            continue
        option = options[_index(abs(seed), len(options), ranks[len(options)])]
        ranks[len(options)] += 1
        if isinstance(option, Mapping):
            drawn.update({key: str(value) for key, value in option.items()})
        else:
            drawn[name] = str(option)
    for _ in range(3):
        drawn = {name: fill(value, drawn) for name, value in drawn.items()}
    return drawn


def _index(seed: int, size: int, rank: int) -> int:
    """A walk over `size` choices, from 0, that moves at each step; `rank` tells lists of that size apart.

    From one seed to the next, some low digits (base `size`) move by one each, so the index moves by the sum of their
    weights. The weights are the differences of 1, then 1 or 2 as the bits of `rank` say: every such sum is 1 or 2.
    """
    if size < 2:
        return 0
    index, before, place = 0, 0, 0
    while seed:
        seed, digit = divmod(seed, size)
        total = 2 if size > 2 and place and rank >> (place - 1) & 1 else 1
        index += digit * (total - before)
        before, place = total, place + 1
    return index % size


def fill(value: Any, values: Mapping[str, str]) -> Any:
    """The same structure with `{name}` replaced where the name is a variable; `{valeur}` and unknown names stay.

    The word before is elided or contracted as French wants it; `{name|place|places}` agrees with a number, and
    `{name|prêt|prête}` with « homme » or « femme ».
    """
    if isinstance(value, str):
        return _filled(value, values) if "{" in value else value
    if isinstance(value, Mapping):
        return {fill(key, values): fill(item, values) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [fill(item, values) for item in value]
    return value


def _filled(text: str, values: Mapping[str, str]) -> str:
    done, at = "", 0
    for match in _VARIABLE.finditer(text):
        done += text[at : match.start()]
        at = match.end()
        value = values.get(match[1])
        if value is None:
            done += match[0]
        elif match[2] is not None:
            done = elided(done, agreed(value, match[2], match[3]))
        else:
            done = elided(done, value)
    return done + text[at:]


def holds(condition: Any, values: Mapping[str, str]) -> bool:
    """Whether the draw has the value, or one of the values, that each variable of a condition wants."""
    if not isinstance(condition, Mapping):
        return True
    return all(
        values.get(name, "") in (wanted if isinstance(wanted, list | tuple) else [wanted])
        for name, wanted in condition.items()
    )


def draw(tree: Mapping[str, Any], seed: int) -> Draw:
    """The tree of a scenario for a seed.

    Elements whose `variante` does not hold are left out. An anomaly left out takes with it its name in
    `documents_remis` and the controls that look for it; a twist, the values that it brought to controls and the
    controls made for it; a control, its hints.
    """
    choices = tree.get("variantes")
    values = variables(choices if isinstance(choices, Mapping) else {}, seed)
    body = {key: value for key, value in tree.items() if key != "variantes"}
    origin: dict[Path, Path] = {}
    kept = _kept(body, values, origin, (), ())
    if next(conditions(body), None) is not None:
        _prune(kept, body, origin)
    filled: dict[str, Any] = fill(kept, values)
    origin.update({tuple(fill(part, values) for part in new): old for new, old in list(origin.items())})
    if choices:
        filled["variantes"] = choices
        kept["variantes"] = _kept(choices, {}, origin, ("variantes",), ("variantes",))
    return Draw(filled, kept, values, origin)


def written(path: Path, origin: Mapping[Path, Path]) -> Path:
    """The path in the file of a path of a draw; parts that are no key or index of the tree are skipped."""
    known: Path = ()
    for part in path:
        if (*known, part) in origin:
            known = (*known, part)
    return origin.get(known, known)


def conditions(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every `variante` of the elements of a list, with its path."""
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            if key == CONDITION and path and isinstance(path[-1], int):
                yield (*path, key), value
            else:
                yield from conditions(value, (*path, key))
    elif isinstance(tree, list | tuple):
        for index, item in enumerate(tree):
            yield from conditions(item, (*path, index))


def _kept(item: Any, values: Mapping[str, str], origin: dict[Path, Path], new: Path, old: Path) -> Any:
    origin[new] = old
    if isinstance(item, Mapping):
        in_list = bool(new) and isinstance(new[-1], int)
        return {
            key: _kept(value, values, origin, (*new, key), (*old, key))
            for key, value in item.items()
            if not (in_list and key == CONDITION and isinstance(value, Mapping))
        }
    if isinstance(item, list | tuple):
        found: list[Any] = []
        for index, child in enumerate(item):
            if isinstance(child, Mapping) and not holds(child.get(CONDITION), values):
                continue
            found.append(_kept(child, values, origin, (*new, len(found)), (*old, index)))
        return found
    return item


def _names(items: Any) -> set[str]:
    return {str(item.get("id", "")) for item in _mappings(items)}


def _mappings(items: Any) -> Iterator[dict[str, Any]]:
    yield from (item for item in (items if isinstance(items, list | tuple) else ()) if isinstance(item, dict))


def _prune(kept: dict[str, Any], body: Mapping[str, Any], origin: dict[Path, Path]) -> None:
    """Take out what speaks of an anomaly or a twist that is not there."""
    gone = {name: _names(body.get(name)) - _names(kept.get(name)) for name in ("anomalies", "imprevus")}
    for document in _mappings(kept.get("documents_remis")):
        named = document.get("anomalies")
        if named and isinstance(named, list | str):
            listed = [named] if isinstance(named, str) else named
            document["anomalies"] = [name for name in listed if name not in gone["anomalies"]]
    for rank, production in enumerate(_mappings(kept.get("productions"))):
        controls = production.get("controles")
        if not isinstance(controls, list):
            continue
        path: Path = ("productions", rank, "controles")
        stay = [index for index, control in enumerate(controls) if not _orphan(control, gone)]
        for control in _mappings(controls):
            changes = control.get("si_imprevu")
            if isinstance(changes, dict):
                for name in gone["imprevus"] & set(changes):
                    del changes[name]
        _renumber(origin, path, stay)
        controls[:] = [controls[index] for index in stay]
    hints = kept.get("indices")
    if isinstance(hints, dict):
        lost = _controls(body) - _controls(kept)
        for name in lost & set(hints):
            del hints[name]


def _orphan(control: Any, gone: Mapping[str, set[str]]) -> bool:
    return isinstance(control, Mapping) and (
        str(control.get("anomalie", "")) in gone["anomalies"]
        or str(control.get("si_imprevu_survenu", "")) in gone["imprevus"]
    )


def _controls(tree: Mapping[str, Any]) -> set[str]:
    return {name for item in _mappings(tree.get("productions")) for name in _names(item.get("controles"))}


def _renumber(origin: dict[Path, Path], path: Path, stay: Iterable[int]) -> None:
    """Paths under a list of which only some elements stay."""
    depth = len(path)
    moved = {old: new for new, old in enumerate(stay)}
    inside = {key: value for key, value in origin.items() if key[:depth] == path and len(key) > depth}
    for key in inside:
        del origin[key]
    for key, value in inside.items():
        index = key[depth]
        if isinstance(index, int) and index in moved:
            origin[(*path, moved[index], *key[depth + 1 :])] = value
