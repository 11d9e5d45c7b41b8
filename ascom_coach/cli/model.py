"""`modele`: what is set, and whether it answers."""

from __future__ import annotations

import argparse

from ascom_coach.cli.output import dump, opened


def run(arguments: argparse.Namespace) -> int:
    """Show the state of the model, or test its connection line by line."""
    if arguments.action == "evaluer":
        from ascom_coach.cli.evaluate import run as evaluate

        return evaluate(arguments)
    with opened(arguments) as coach:
        lines = coach.model_state(test=arguments.action == "tester")
    if arguments.json:
        dump(lines)
        return 0
    for item in lines:
        print(f"{item['label']} : {item['status']}" + (f" — {item['detail']}" if item["detail"] else ""))
        if item.get("remedy"):
            print(f"  {item['remedy']}")
    return 0
