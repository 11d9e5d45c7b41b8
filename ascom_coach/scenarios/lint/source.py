"""Reading French written as YAML: what does not parse, and what parses into something the author did not mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

import yaml

from ascom_coach.scenarios.lint.model import Path, Problem
from ascom_coach.scenarios.source import LOADER, TEXT_LISTS, Place, compose, rejoin

_ENTRY = re.compile(r"^\s*(?:- )?\s*(?:[\w’' -]+?:\s+)?")
_SPOKEN = (
    "questions",
    "reponses",
    "esquive",
    "ouverture",
    "salutations",
    "cloture",
    "relances",
    "phrases",
    "indices",
)


def read_source(text: str, file: str) -> tuple[Any, dict[Path, Place], list[Problem]]:
    """The tree with accidental mappings joined again (None when nothing can be read), places, problems."""
    problems = list(_tabs(text, file))
    try:
        tree, places = compose(text)
        node = yaml.compose(text, Loader=LOADER)
        problems += _marks(text, file)
    except yaml.YAMLError as error:
        return None, {}, [*problems, *([] if problems else [_unreadable(text, file, error)])]
    except (RecursionError, ValueError):
        problem = Problem(file, 1, 1, "bloquant", "ASC101", "Les rubriques sont trop imbriquées pour être lues.",
                          "Vérifiez les crochets et les accolades.")  # fmt: skip
        return None, {}, [*problems, problem]
    lines = text.split("\n")
    for path, item in _nodes(node, ()):
        if isinstance(item, yaml.MappingNode):
            problems += _duplicates(item, file)
        elif isinstance(item, yaml.SequenceNode):
            problems += _commas(item, path, file)
        elif isinstance(item, yaml.ScalarNode):
            problems += _comments(item, lines, file)
    tree, joined = rejoin(tree)
    for path, sentence in joined:
        line, column = places.get(path, (1, 1))
        problems.append(Problem(
            file, line, column, "a_corriger", "ASC104",
            f"« {sentence} » contient « : » et devient une rubrique\u00a0; je l’ai recollé en une phrase.",
            f'Mettez la phrase entre guillemets : "{sentence}".'))  # fmt: skip
    return tree, places, problems


def _tabs(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(r"^ *\t", line) and line.strip():
            yield Problem(file, number, line.index("\t") + 1, "bloquant", "ASC102",
                          "Cette ligne commence par une tabulation.", "Remplacez-la par des espaces.")  # fmt: skip
            return


def _unreadable(text: str, file: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    lines = text.split("\n")
    line = min(line, max(1, len(lines)))
    message, fix = _cause(lines[line - 1], str(getattr(error, "problem", "") or ""))
    opened = getattr(error, "context_mark", None)
    if "quoted scalar" in str(getattr(error, "context", "") or "") and opened is not None:
        line, column = opened.line + 1, opened.column + 1
        message, fix = "Un guillemet ou une apostrophe est ouvert ici et jamais fermé.", (
            "Mettez tout le texte entre guillemets droits, apostrophes comprises : \"l'envoi\".")  # fmt: skip
    return Problem(file, line, column, "bloquant", "ASC101", message, fix)


def _cause(line: str, problem: str) -> tuple[str, str]:
    value = _ENTRY.sub("", line, count=1).strip()
    quote = 'Mettez le texte entre guillemets droits : "…".'
    if "undefined alias" in problem or value.startswith("*"):
        return "Un texte ne peut pas commencer par « * » sans guillemets.", quote
    if value.startswith(("@", "`", "%", "|", ">")):
        return f"Un texte ne peut pas commencer par « {value[0]} » sans guillemets.", quote
    if "mapping values are not allowed" in problem or re.search(r"\S\s*: \S.*\s?: ", line):
        return "Ce texte contient « : » et n’est pas entre guillemets.", quote
    if value[:1] in ("'", '"'):
        return "Ce texte commence par une apostrophe ou un guillemet, et continue après.", (
            "Mettez tout le texte entre guillemets droits : \"l'envoi\".")  # fmt: skip
    if "[" in line or "{" in line or "]" in line or "}" in line:
        return "Un crochet, une accolade ou une virgule n’est pas à sa place ici.", (
            "Fermez ce qui est ouvert, et mettez entre guillemets les textes qui contiennent "
            ", : ? [ ] { ou }.")  # fmt: skip
    return "Cette ligne n’est pas alignée avec les autres, ou une rubrique est mal écrite.", (
        "Alignez les rubriques avec des espaces et écrivez « rubrique: valeur ».")  # fmt: skip


def _marks(text: str, file: str) -> Iterator[Problem]:
    """Anchors and tags: `&Co` and `!Attention` at the start of a text vanish without a word."""
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent):
            tag = str(event.tag or "")
            sign = (
                "&"
                if event.anchor
                else "!"
                if tag and tag != "!" and not tag.startswith("tag:yaml.org")
                else ""
            )
            if sign:
                mark: Any = event.start_mark
                yield Problem(file, mark.line + 1, mark.column + 1, "a_corriger", "ASC110",
                              f"Le premier mot commence par « {sign} »\u00a0: il disparaît à la lecture.",
                              'Mettez le texte entre guillemets droits : "…".')  # fmt: skip


def _nodes(node: yaml.Node | None, path: Path) -> Iterator[tuple[Path, yaml.Node]]:
    if node is None or len(path) > 60:
        return
    yield path, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _nodes(child, (*path, index))


def _duplicates(node: yaml.MappingNode, file: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for key, _ in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in seen:
            yield Problem(file, line, key.start_mark.column + 1, "bloquant", "ASC103",
                          f"La rubrique « {name} » est écrite deux fois (déjà ligne {seen[name]})\u00a0: "
                          "la première serait perdue.", "Gardez-en une seule.")  # fmt: skip
        seen.setdefault(name, line)


def _comments(node: yaml.ScalarNode, lines: list[str], file: str) -> Iterator[Problem]:
    mark = node.end_mark
    if node.style in ("|", ">", "'", '"') or mark.line >= len(lines):
        return
    rest = lines[mark.line][mark.column :]
    match = re.match(r"\s*#(\S+)", rest)
    if match and not set(match[1]) <= set("#-=*~"):
        yield Problem(file, mark.line + 1, mark.column + 1 + rest.index("#"), "a_corriger", "ASC105",
                      f"« #{match[1]} » est pris pour un commentaire, la fin du texte est perdue.",
                      'Mettez le texte entre guillemets droits : "…".')  # fmt: skip


def _commas(node: yaml.SequenceNode, path: Path, file: str) -> Iterator[Problem]:
    """`[Bonjour, je vous écoute]` is two texts, `[4,20 €]` too."""
    names = [item for item in path if isinstance(item, str)]
    if not node.flow_style or not names or not set(names[-2:]) & set(TEXT_LISTS):
        return
    spoken = bool(set(names[-2:]) & set(_SPOKEN))
    for first, second in zip(node.value, node.value[1:], strict=False):
        if not all(
            isinstance(item, yaml.ScalarNode) and item.style in (None, "") for item in (first, second)
        ):
            continue
        one, two = str(first.value), str(second.value)
        number = re.search(r"(?:^|\s)\d+$", one) and re.match(r"\d\d?(?: ?(?:€|EUR|%))?(?:\s|$)", two)
        tight = text_gap(first, second) == 1
        if (number and tight) or (spoken and two[:1].islower()):
            mark = second.start_mark
            yield Problem(file, mark.line + 1, mark.column + 1, "a_corriger", "ASC111",
                          f"La virgule sépare « {one} » et « {two} » en deux textes.",
                          f'S’ils n’en font qu’un, écrivez "{one}, {two}".')  # fmt: skip


def text_gap(first: yaml.Node, second: yaml.Node) -> int:
    """Columns between two nodes of the same line, -1 otherwise."""
    if first.end_mark is None or second.start_mark is None or first.end_mark.line != second.start_mark.line:
        return -1
    return second.start_mark.column - first.end_mark.column


def nearest(name: str, known: Iterator[str] | list[str]) -> str:
    """« vouliez-vous … » for a misspelt name, or an empty string."""
    near = difflib.get_close_matches(name, list(known), 1, 0.6)
    return f"Vouliez-vous « {near[0]} »\u00a0?" if near else ""
