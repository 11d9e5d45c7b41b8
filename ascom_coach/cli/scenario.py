"""`scenario`: what trainers do with scenarios."""

from __future__ import annotations

import argparse
import contextlib
import json

from ascom_coach.cli.attempt import attempt
from ascom_coach.cli.output import dump, dump_line, lines_of, opened, tell
from ascom_coach.coach import Coach


def run(arguments: argparse.Namespace) -> int:
    """List, create, check, try, build scenarios; understand phrases."""
    with opened(arguments) as coach:
        match arguments.action:
            case "lister":
                return _list(coach, arguments.json)
            case "nouveau":
                return _new(arguments)
            case "verifier":
                return _verify(arguments)
            case "essayer":
                return attempt(coach, arguments)
            case "fabriquer":
                return _build(coach, arguments)
            case "comprendre":
                return _understand(coach, arguments)
            case "phrases":
                return _phrases(coach, arguments)
            case _:
                from ascom_coach.scenarios import json_schema

                dump(json_schema())
                return 0


def _list(coach: Coach, as_json: bool) -> int:
    cards = coach.cards(coach.journal.person() or None)
    if as_json:
        dump(
            [
                {
                    "id": card.id, "title": card.title, "bloc": card.bloc, "level": card.level,
                    "minutes": card.minutes, "state": card.state, "criteria": list(card.criteria),
                    "problem": card.problem or None,
                }
                for card in cards
            ]
        )  # fmt: skip
        return 0
    for card in cards:
        if card.problem:
            print(f"! {card.id} — {card.problem}")
        else:
            print(f"{card.id} — bloc {card.bloc}, niveau {card.level}, {card.minutes} min : {card.title}")
    return 0


def _new(arguments: argparse.Namespace) -> int:
    from ascom_coach.scenarios import new_scenario

    written = new_scenario(arguments.place)
    if arguments.json:
        dump([path.as_posix() for path in written])
    else:
        print(
            f"Votre modèle est dans « {arguments.place} ». Ouvrez scenario.yaml, puis lancez « scenario verifier »."
        )
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from ascom_coach.scenarios import verify

    problems = [problem for place in arguments.places for problem in verify(place)]
    if arguments.json:
        dump([problem.to_json() for problem in problems])
    elif not problems:
        print("Aucun défaut trouvé.")
    for problem in [] if arguments.json else problems:
        words = {"bloquant": "Bloquant", "a_corriger": "À corriger", "conseil": "Conseil"}
        print(
            f"{problem.file}, ligne {problem.line} — {words[problem.level]} {problem.code} : {problem.message}"
        )
        print(f"  {problem.fix}")
    return 1 if any(problem.level == "bloquant" for problem in problems) else 0


def _build(coach: Coach, arguments: argparse.Namespace) -> int:
    from ascom_coach.scenarios import build

    script = coach.script(arguments.place, arguments.graine)
    target = arguments.sortie or script.folder
    if arguments.sortie is None and arguments.graine:
        target = script.folder / "variantes" / str(arguments.graine)
        tell(f"Variante {arguments.graine} : les fichiers sont écrits dans « {target} ».")
    written = build(script, target)
    if arguments.json:
        dump([path.as_posix() for path in written])
    else:
        for path in written:
            print(path)
    return 0


def _understand(coach: Coach, arguments: argparse.Namespace) -> int:
    from ascom_coach.rehearsal import understand
    from ascom_coach.scenarios import load_draft, scenario_folders

    phrases = [_phrase(line) for line in lines_of(arguments.phrases) if line.strip()]
    place = arguments.place
    if not place.exists() and place.name == str(place):
        place = scenario_folders(coach.scenario_folders).get(place.name, place)
    draft = load_draft(place)
    for found in understand(draft, phrases):
        if arguments.json:
            dump_line(found)
        else:
            wanted = ", ".join(found["facts"]) or ", ".join(item["fact"] for item in found["candidates"][:3])
            print(f"{found['text']} → {found['decision']} : {wanted or '—'}")
    return 0


def _phrases(coach: Coach, arguments: argparse.Namespace) -> int:
    """Sentences that trainees explained with F2 in their debrief."""
    script = coach.script(arguments.place)
    kept = coach.phrases(script.id)
    if arguments.ajouter:
        added = coach.take_phrases(arguments.place)
        where = script.folder / "phrases.yaml"
        tell(f"Phrases ajoutées : {added}. Elles sont dans « {where} » et comprises désormais.")
    if arguments.json:
        dump([{"text": phrase.dit, "fact": phrase.fait} for phrase in kept])
        return 0
    if not kept:
        print("Aucune phrase gardée pour ce scénario : dans le bilan, F2 sur un tour en garde une.")
    for phrase in kept:
        print(f"{phrase.dit} → {phrase.fait}")
    return 0


def _phrase(line: str) -> str:
    """A phrase: the line itself, or the `text` of a JSON line."""
    if line.lstrip().startswith("{"):
        with contextlib.suppress(ValueError, KeyError, TypeError):
            return str(json.loads(line)["text"])
    return line.strip()
