"""`langue`: the state of the proofreaders, and the French of files."""

from __future__ import annotations

import argparse

from ascom_coach.cli.output import dump, opened


def run(arguments: argparse.Namespace) -> int:
    """Show what is ready, or proofread files."""
    with opened(arguments) as coach:
        if arguments.action == "etat":
            states = coach.language_state()
            if arguments.json:
                dump(states)
            else:
                for item in states:
                    print(f"{item['id']} : {'prêt' if item['available'] else item['reason']}")
            return 0
        result = coach.proofread_files(arguments.files)
    if arguments.json:
        dump(result)
    else:
        for file in result["files"]:
            print(f"{file['path']} : {file['words']} mots, {len(file['remarks'])} remarques")
            for remark in file["remarks"]:
                print(f"• {remark['label']} — « {remark['quote']} » : {remark['message']}")
    for refused in result["refused"] if not arguments.json else ():
        print(refused["reason"])
    return 1 if result["refused"] and not result["files"] else 0
