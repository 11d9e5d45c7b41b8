"""`langue`: the state of the proofreaders, and the French of files, taught in three steps."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from ascom_coach.cli import language_setup
from ascom_coach.cli.output import dump, opened
from ascom_coach.notebook import is_second_version
from ascom_coach.review import STEPS, Lesson, lessons, reading_ease, steps, well_done

_HEADINGS = ("Les règles qui reviennent le plus", "Les autres remarques", "Conseils, non comptés")

_NEXT = (
    "Cherchez d’abord par vous-même ; « --etape 2 » donne la règle et un test.",
    "Corrigez votre texte avec ces tests ; « --etape 3 --precedente ANCIENNE_VERSION » donne ensuite les corrections.",
)
_NOT_A_VERSION = (
    "La version précédente est le même texte, ou un autre travail : corrigez d’abord, puis recommencez."
)


def run(arguments: argparse.Namespace) -> int:
    """Show what is ready, install, take away, or proofread files."""
    with opened(arguments) as coach:
        if arguments.action != "corriger":
            return language_setup.run(coach, arguments)
        result = coach.proofread_files(arguments.files)
        fixes = bool(arguments.precedente) and is_second_version(arguments.precedente, arguments.files)
    if arguments.json:
        dump(result)
    else:
        for file in result["files"]:
            for line in _file_lines(file, arguments.etape, fixes):
                print(line)
            for engine in file["engines"]:
                if not engine["available"]:
                    print(engine["reason"])
        if arguments.etape < STEPS and any(file["remarks"] for file in result["files"]):
            print(_NEXT[arguments.etape - 1])
        if arguments.etape == STEPS and arguments.precedente and not fixes:
            print(_NOT_A_VERSION)
    for refused in result["refused"] if not arguments.json else ():
        print(refused["reason"])
    return 1 if result["refused"] and not result["files"] else 0


def _file_lines(file: dict[str, Any], step: int, fixes: bool) -> Iterator[str]:
    taught = lessons(file["remarks"])
    remarks = "remarque comptée" if taught.counted < 2 else "remarques comptées"
    yield f"{file['path']} : {file['words']} mots, {taught.counted} {remarks}"
    if praise := well_done([file]):
        yield praise
    for heading, some in zip(_HEADINGS, (taught.first, taught.others, taught.advice), strict=True):
        if some:
            yield ""
            yield heading
        for lesson in some:
            yield from lesson_lines(lesson, step, fixes, file["engines"])
    yield ""
    yield from reading_ease([file])


def lesson_lines(lesson: Lesson, step: int, fixes: bool, engines: list[dict[str, Any]]) -> Iterator[str]:
    """The first steps of a lesson as plain lines; the third says why it stays shut without a second version."""
    yield f"• {lesson.title}"
    for title, lines in steps(lesson, step, fixes=fixes, engines=engines):
        yield f"  {title}"
        for line in lines:
            yield f"    {line}"
