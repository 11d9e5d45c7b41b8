"""A trainer's verdicts from a file: YAML list or CSV with `controle; verdict; qui; motif`."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, cast

from ascom_coach.errors import RefusedInputError
from ascom_coach.language import plain
from ascom_coach.resources import read_yaml
from ascom_coach.review.model import Status, TrainerVerdict

COLUMNS = ("controle", "verdict", "qui", "motif")
ALLOWED = ("conforme", "defaut", "sans_objet")


def read_verdicts(path: Path) -> tuple[TrainerVerdict, ...]:
    """Verdicts of a file. Raises RefusedInputError naming the line and what to write."""
    try:
        if path.suffix.lower() in (".yaml", ".yml"):
            rows: list[Any] = read_yaml(path) or []
        else:
            data = path.read_bytes()
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:  # a French spreadsheet saves CSV in its own encoding
                text = data.decode("cp1252", errors="replace")
            rows = list(
                csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.split("\n")[0] else ",")
            )
    except OSError:
        raise RefusedInputError(f"Je ne peux pas lire « {path} » : vérifiez le nom et le dossier.") from None
    except Exception:  # noqa: BLE001 - whatever the parser says, the remedy is the same
        raise RefusedInputError(
            f"« {path} » n’est pas lisible : une ligne par avis, avec {', '.join(COLUMNS)}."
        ) from None
    if not isinstance(rows, list):
        raise RefusedInputError(f"« {path} » doit être une liste d’avis, avec {', '.join(COLUMNS)}.")
    return tuple(_verdict(path, number, row) for number, row in enumerate(rows, 1))


def _verdict(path: Path, number: int, row: Any) -> TrainerVerdict:
    values = (
        {plain(str(key)).strip(): str(value or "").strip() for key, value in row.items()}
        if isinstance(row, dict)
        else {}
    )
    missing = [name for name in COLUMNS if not values.get(name)]
    if missing:
        raise RefusedInputError(f"« {path} », avis {number} : il manque {', '.join(missing)}.")
    verdict = plain(values["verdict"]).strip().replace(" ", "_")
    if verdict not in ALLOWED:
        raise RefusedInputError(
            f"« {path} », avis {number} : « {values['verdict']} » n’est pas un avis, écrivez {', '.join(ALLOWED)}."
        )
    return TrainerVerdict(values["controle"], cast("Status", verdict), values["qui"], values["motif"])
