"""`diagnostic`: what works here and what is missing, one line each."""

from __future__ import annotations

import argparse

from ascom_coach.cli.output import dump, opened


def run(arguments: argparse.Namespace) -> int:
    """Check the surroundings; nothing is changed."""
    with opened(arguments) as coach:
        lines = coach.diagnostic()
    if arguments.json:
        dump(lines)
    else:
        for item in lines:
            print(f"{'✓' if item['ok'] else '✗'} {item['label']} : {item['detail']}")
    return 0 if all(item["ok"] or item["optional"] for item in lines) else 3
