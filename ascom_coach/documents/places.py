"""A place in a file, in words."""

from __future__ import annotations

import re

from ascom_coach.documents.model import Locator

_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"p(\d+)", "paragraphe {0}"),
    (r"t(\d+)\.r(\d+)\.c(\d+)", "tableau {0}, ligne {1}, colonne {2}"),
    (r"entete(\d+)", "en-tête, paragraphe {0}"),
    (r"pied(\d+)", "pied de page, paragraphe {0}"),
    (r"note(\d+)", "note de bas de page {0}"),
    (r"notefin(\d+)", "note de fin {0}"),
    (r"commentaire(\d+)", "commentaire {0}"),
    (r"zone(\d+)\.p(\d+)", "zone de texte {0}, paragraphe {1}"),
    (r"d(\d+)", "diapositive {0}"),
    (r"l(\d+)", "ligne {0}"),
    (r"page(\d+)", "page {0}"),
    (r"page(\d+):l(\d+)", "page {0}, ligne {1}"),
    (r"corps:l(\d+)", "corps du message, ligne {0}"),
    (r"seance:n(\d+)", "séance, échange {0}"),
    (r"objet", "objet du message"),
    (r"de", "expéditeur du message"),
    (r"a", "destinataires du message"),
    (r"cc", "destinataires en copie"),
    (r"date", "date du message"),
    (r"(.+)!([A-Z]{1,3}\d+)", "cellule {1} de la feuille «\u00a0{0}\u00a0»"),
    (r"(.+)!", "feuille «\u00a0{0}\u00a0»"),
)


def describe_place(locator: Locator) -> str:
    """`paragraphe 12`, `cellule B7 de la feuille « Ventes »`… and the bare reference for anything else."""
    for pattern, words in _PATTERNS:
        if match := re.fullmatch(pattern, locator.ref, re.S):
            return words.format(*match.groups())
    return locator.ref or "ensemble du fichier"
