"""`scenario essayer`: typical trainees go through every variant; a table, their moods drawn, what nobody reached."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.cli.output import dump, tell
from ascom_coach.errors import RefusedInputError

if TYPE_CHECKING:
    from ascom_coach.coach import Coach
    from ascom_coach.rehearsal import Trial
    from ascom_coach.scenarios import Script

_BARS = "▁▂▃▅▆█"
"""One block a mood, from 0 to 5."""
_SHOWN = 12
"""Lines never said, or changed, that the terminal shows."""


def attempt(coach: Coach, arguments: argparse.Namespace) -> int:
    """Play, show, keep or compare. Returns 1 when kept transcripts changed."""
    from ascom_coach.rehearsal import golden, rehearse_types, unsaid

    if arguments.fuites:
        return _leaks(coach, arguments)

    misread = _misread(coach.script(arguments.place))
    table: list[Trial] = []
    silent: list[set[str]] = []
    transcripts: dict[str, str] = {}
    for seed in range(arguments.graines):
        script = coach.script(arguments.place, seed)
        trials = rehearse_types(script)
        table += trials
        silent.append(set(unsaid(script, trials)))
        transcripts[f"variante-{seed}.txt"] = golden(trials)
    never = sorted(set.intersection(*(set(row.missed) for row in table))) if table else []
    dead = sorted(set.intersection(*silent)) if silent else []
    changed = _compared(arguments.comparer, transcripts) if arguments.comparer else []
    if arguments.garder:
        _keep(arguments.garder, transcripts)
    if arguments.json:
        dump([row.to_json() for row in table])
    else:
        _show(table, never, dead)
        for text, wanted, found in misread:
            print(f"Phrase à revoir : « {text} » devrait demander {wanted}, comprise comme {found}")
        for line in changed:
            print(line)
    if changed:
        tell("Les échanges ont changé : si c’est voulu, gardez-les de nouveau avec --garder.")
    return 1 if changed else 0


def _leaks(coach: Coach, arguments: argparse.Namespace) -> int:
    """Search every state of every variant. Returns 1 when a line tells what is still locked."""
    from ascom_coach.rehearsal import explore

    rows: list[dict[str, object]] = []
    for seed in range(arguments.graines):
        found = explore(coach.script(arguments.place, seed))
        moods = {who: sorted(reached) for who, reached in found.moods.items()}
        leaks = [
            {"fact": leak.fact, "text": leak.text, "step": leak.step, "who": leak.who} for leak in found.leaks
        ]
        rows.append(
            {
                "seed": seed,
                "states": found.states,
                "lines": len(found.lines),
                "calls": found.calls,
                "moods": moods,
                "leaks": leaks,
            }
        )
        if arguments.json:
            continue
        print(
            f"variante {seed} · {found.states} états · {len(found.lines)} textes lus · "
            f"{found.calls} demandes à un modèle relues · fuites : {len(leaks)}"
        )
        for leak in found.leaks:
            where = f"étape {leak.step}" if leak.who else f"document {leak.step}"
            print(f"  « {leak.fact} » est donné avant d’être demandé : « {leak.text} » ({where})")
    if arguments.json:
        dump(rows)
    return 1 if any(row["leaks"] for row in rows) else 0


def _misread(script: Script) -> list[tuple[str, str, str]]:
    """The author's `tests` that go wrong: (sentence, what it should be, what it is understood as)."""
    from ascom_coach.rehearsal import understand

    wrong = []
    tests = script.scenario.tests
    for phrase, found in zip(tests, understand(script.scenario, [one.dit for one in tests]), strict=True):
        facts, acts = found["facts"], found["acts"]
        if phrase.fait:
            right = not facts if phrase.fait == "aucun" else phrase.fait in facts
        else:
            right = not acts if phrase.acte == "aucun" else phrase.acte in acts
        if not right:
            said = ", ".join(facts or acts) or str(found["decision"])
            wrong.append((phrase.dit, phrase.fait or phrase.acte, said))
    return wrong


def _show(table: Sequence[Trial], never: Sequence[str], dead: Sequence[str]) -> None:
    """The table with its picture: facts as a bar, moods as blocks from low (furious) to high (won over)."""
    width = max((len(row.end or "aucune") for row in table), default=0)
    for row in table:
        filled = round(10 * len(row.granted) / row.facts) if row.facts else 0
        facts = "█" * filled + "░" * (10 - filled)
        moods = "".join(_BARS[mood] for mood in row.moods) or "—"
        print(
            f"variante {row.seed} · {row.trainee:<9} · fin : {row.end or 'aucune':<{width}} · "
            f"faits {facts} {len(row.granted):>2}/{row.facts} · humeur {moods}"
        )
    print("Jamais obtenus : " + (", ".join(never) if never else "aucun fait, tous sont accessibles."))
    if dead:
        print("Jamais dits dans ces essais (à relire, ils servent peut-être ailleurs) :")
        for place in dead[:_SHOWN]:
            print(f"  {place}")
        if len(dead) > _SHOWN:
            print(f"  … et {len(dead) - _SHOWN} autres.")


def _keep(folder: Path, transcripts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in transcripts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    tell(f"Échanges gardés dans « {folder} ».")


def _compared(folder: Path, transcripts: dict[str, str]) -> list[str]:
    """What differs from the transcripts kept, a few lines each. Raises RefusedInputError when none is there."""
    kept = {name: folder / name for name in transcripts if (folder / name).is_file()}
    if not kept:
        raise RefusedInputError(
            f"Rien à comparer dans « {folder} » : gardez d’abord les échanges avec « --garder {folder} »."
        )
    lines: list[str] = []
    for name, path in kept.items():
        before, after = path.read_text(encoding="utf-8").splitlines(), transcripts[name].splitlines()
        moved = [
            line
            for line in difflib.unified_diff(before, after, lineterm="", n=0)
            if line[:1] in "+-" and line[:3] not in ("+++", "---")
        ]
        if moved:
            lines += [f"{name} : {len(moved)} lignes changées", *(f"  {line}" for line in moved[:_SHOWN])]
    return lines
