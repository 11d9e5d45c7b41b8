"""The three forms in which an answer may be asked for, and how each is read back. Pure.

`schema` and `json` ask for a JSON object, `lines` for labelled lines (`AVIS : a`). Reading is strict first; a cautious
repair only undoes packaging (a code fence, words around the one object, typographic quotes, a trailing comma). What is
cut short, or holds two objects, is never completed or chosen from. Whatever was read is then typed by the schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["schema", "json", "lines"]

_ELLIPSIS = "…"
_LONGEST = 20_000  # characters read


@dataclass(frozen=True)
class Parsed:
    """What was read: `data` fits the schema, or is None. `repaired` tells that strict reading had failed."""

    data: dict[str, Any] | None
    repaired: bool = False


def instruction(schema: Mapping[str, Any], form: Form) -> str:
    """The French words that ask for this form; they show the very shape that the schema holds."""
    if form == "lines":
        lines = "\n".join(_label_lines(schema))
        return (
            "Réponds seulement par des lignes étiquetées, une information par ligne, exactement sous cette forme"
            f" (les étiquettes en capitales restent telles quelles) :\n{lines}"
        )
    example = json.dumps(_example(schema), ensure_ascii=False)
    asked = f"Réponds seulement par un objet JSON de cette forme : {example}"
    if form == "json":
        asked += f"\nSchéma JSON à respecter : {json.dumps(schema, ensure_ascii=False)}"
    return asked


def read(text: str, schema: Mapping[str, Any], form: Form) -> Parsed:
    """An answer in the form it was asked in; a JSON object is also accepted in place of lines."""
    text = text.strip()[:_LONGEST]
    found = _loads(text)
    data = fit(found, schema)
    if isinstance(data, dict):
        return Parsed(data)
    if form == "lines" and "{" not in text[:20]:
        lines = _read_lines(text, schema)
        return Parsed(lines if isinstance(lines, dict) else None)
    if found is not None:
        return Parsed(None)
    mended = fit(_mend(text), schema)
    return Parsed(mended, True) if isinstance(mended, dict) else Parsed(None)


# Typing


def fit(value: Any, rule: Mapping[str, Any]) -> Any:
    """The value as the schema types it, unknown keys dropped; None when it does not fit.

    Checked at every level: types, required keys, closed lists, longest and shortest texts and lists, bounds.
    """
    kind = rule.get("type")
    if "enum" in rule:
        return value if value in rule["enum"] and isinstance(value, str | int) else None
    if kind == "object":
        return _fit_object(value, rule)
    if kind == "array":
        return _fit_array(value, rule)
    if kind == "string":
        if not isinstance(value, str):
            return None
        size = len(value)
        return value if rule.get("minLength", 0) <= size <= rule.get("maxLength", size) else None
    if kind in ("integer", "number"):
        wanted: tuple[type, ...] = (int,) if kind == "integer" else (int, float)
        if isinstance(value, bool) or not isinstance(value, wanted):
            return None
        return value if rule.get("minimum", value) <= value <= rule.get("maximum", value) else None
    if kind == "boolean":
        return value if isinstance(value, bool) else None
    return value


def _fit_object(value: Any, rule: Mapping[str, Any]) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        return None
    properties: Mapping[str, Any] = rule.get("properties", {})
    kept = {key: fit(value[key], properties[key]) for key in properties if key in value}
    wanting = [key for key in rule.get("required", ()) if kept.get(key) is None]
    if wanting or any(one is None for one in kept.values()):
        return None
    return kept


def _fit_array(value: Any, rule: Mapping[str, Any]) -> list[Any] | None:
    if not isinstance(value, list):
        return None
    found = [fit(one, rule.get("items", {})) for one in value]
    if any(one is None for one in found) or len(found) < rule.get("minItems", 0):
        return None
    return found[: rule.get("maxItems", len(found))]


# JSON


def _loads(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _mend(text: str) -> Any:
    """The one object of a text, out of its packaging; None when there is none, two, or half of one."""
    body = _only_object(text)
    if body is None:
        return None
    for candidate in _spellings(body):
        found = _loads(candidate)
        if found is not None:
            return found
    return None


def _only_object(text: str) -> str | None:
    """The text of the single outermost {…}; None when there is not exactly one, or when it never closes."""
    found: list[str] = []
    depth, start, inside, escaped = 0, 0, False, False
    for at, char in enumerate(text):
        if inside:
            escaped, inside = (char == "\\" and not escaped), (char != '"' or escaped)
        elif char == '"' and depth:
            inside = True
        elif char == "{":
            start = at if depth == 0 else start
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                found.append(text[start : at + 1])
    return found[0] if len(found) == 1 and depth == 0 else None


def _spellings(body: str) -> Iterator[str]:
    yield body
    tidy = re.sub(r",(\s*[}\]])", r"\1", body)
    yield tidy
    # a delimiter is a typographic quote that stands where JSON wants one
    yield re.sub(r"(?<=[{\[,:])(\s*)[“”«]\s*|\s*[“”»](?=\s*[:,}\]])", r'\1"', tidy)
    if '"' not in tidy:  # a Python dictionary: apostrophes inside words are left alone
        yield re.sub(r"(?<=[{\[,:])(\s*)'|'(?=\s*[:,}\]])", lambda match: (match[1] or "") + '"', tidy)


def _example(rule: Mapping[str, Any]) -> Any:
    kind = rule.get("type")
    if "enum" in rule:
        return "|".join(str(one) for one in rule["enum"])
    if kind == "object":
        return {key: _example(one) for key, one in rule.get("properties", {}).items()}
    if kind == "array":
        return [_example(rule.get("items", {}))]
    return (
        0 if kind in ("integer", "number") else kind != "boolean" and (rule.get("description") or _ELLIPSIS)
    )


# Labelled lines


def _label(key: str) -> str:
    return key.upper().replace("_", " ")


def _label_lines(schema: Mapping[str, Any]) -> Iterator[str]:
    for key, rule in schema.get("properties", {}).items():
        items = rule.get("items", {}) if rule.get("type") == "array" else {}
        if items.get("type") == "object":
            yield from _label_lines(items)
            yield f"(ces lignes se répètent pour chaque élément, {rule.get('maxItems', 3)} fois au plus)"
        else:
            yield f"{_label(key)} : {_example(items or rule)}"


def _read_lines(text: str, schema: Mapping[str, Any]) -> Any:
    """The object that labelled lines spell; a line without a label goes on with the one before."""
    pairs: list[tuple[str, str]] = []
    labels = {_label(key): key for key in _keys(schema)}
    for line in text.splitlines():
        match = re.match(
            r"^[\s*•\-–#\d.]{0,6}([A-ZÀ-Ü][A-ZÀ-Ü ]{1,40}?)\**[\s\u00a0]*:[\s\u00a0*]*(.*)$", line
        )
        if match and match[1].strip() in labels:
            pairs.append((labels[match[1].strip()], match[2].strip()))
        elif pairs and line.strip():
            key, value = pairs[-1]
            pairs[-1] = (key, f"{value} {line.strip()}".strip())
    return fit(_assemble(pairs, schema), schema)


def _keys(schema: Mapping[str, Any]) -> Iterator[str]:
    for key, rule in schema.get("properties", {}).items():
        items = rule.get("items", {}) if rule.get("type") == "array" else {}
        if items.get("type") == "object":
            yield from _keys(items)
        else:
            yield key


def _assemble(pairs: list[tuple[str, str]], schema: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, rule in schema.get("properties", {}).items():
        items = rule.get("items", {}) if rule.get("type") == "array" else {}
        if items.get("type") == "object":
            made[key] = _repeated(pairs, items)
        elif rule.get("type") == "array":
            made[key] = [
                _typed(part.strip(), items)
                for name, value in pairs
                if name == key
                for part in re.split(r"[,;]", value)
                if part.strip()
            ]
        else:
            said = [value for name, value in pairs if name == key]
            if len(said) == 1:  # twice the same label: the answer contradicts itself
                made[key] = _typed(said[0], rule)
    return made


def _repeated(pairs: list[tuple[str, str]], items: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Elements in order: one begins each time a label comes back."""
    groups: list[list[tuple[str, str]]] = []
    names = set(_keys(items))
    for key, value in pairs:
        if key not in names:
            continue
        if not groups or any(key == known for known, _ in groups[-1]):
            groups.append([])
        groups[-1].append((key, value))
    return [_assemble(group, items) for group in groups]


def _typed(value: str, rule: Mapping[str, Any]) -> Any:
    value = value.strip("«»“”\"' \u00a0*")
    kind = rule.get("type")
    if kind in ("integer", "number") and re.fullmatch(r"-?\d+(?:[.,]\d+)?", value):
        number = float(value.replace(",", "."))
        return int(number) if kind == "integer" and number.is_integer() else number
    if kind == "boolean":
        return {"oui": True, "vrai": True, "non": False, "faux": False}.get(value.lower())
    if "enum" in rule:
        return next((one for one in rule["enum"] if str(one).lower() == value.lower().rstrip(".)")), value)
    return value
