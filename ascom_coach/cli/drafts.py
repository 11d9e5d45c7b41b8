"""What a draft was taken for, and what was read in the instruction, as plain lines."""

from __future__ import annotations

from pathlib import PurePath

from ascom_coach.review import GUESSED, Instruction, Review, in_words

_ROLES = {
    "a_trouver": "à retrouver", "limite": "à ne pas dépasser", "a_eviter": "à ne pas dire",
    "pour_vous": "pour vous, je ne le cherche pas",
}  # fmt: skip
_SHOWN = 25


def draft_lines(review: Review, instruction: Instruction | None) -> list[str]:
    """One line a file, then the demands with where they stand in the instruction."""
    lines = []
    for finding in review.findings:
        if finding.check == "brouillon:production" and finding.locator:
            lines.append(f"{PurePath(finding.locator.file).name} : {finding.message}")
            if finding.message.startswith(GUESSED):
                lines.append(f"Pour confirmer : --production {finding.production} (ou un autre numéro).")
    if instruction is not None and not review.scenario:
        lines += instruction_lines(instruction)
    return lines


def instruction_lines(instruction: Instruction) -> list[str]:
    """What was read, and how to correct it."""
    count = len(instruction.demands)
    if not count:
        return [
            "",
            "Je n’ai rien su lire dans la consigne : écrivez la liste vous-même (--consigne-voir donne le modèle).",
        ]
    head = "Votre liste de demandes" if instruction.confirmed else "Lu dans la consigne"
    lines = ["", f"{head} ({count})"]
    lines += [f"• {in_words(one)} — {_ROLES[one.role]}" for one in instruction.demands[:_SHOWN]]
    if count > _SHOWN:
        lines.append(f"  et {count - _SHOWN} autres.")
    if not instruction.confirmed:
        lines.append(
            "Pour corriger cette lecture : --consigne-voir > liste.yaml, puis --consigne liste.yaml."
        )
    return lines
