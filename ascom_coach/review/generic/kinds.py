"""What a draft is: its kind among those of `genres.yaml`, from its title, its name, its words; always a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ascom_coach.documents import Document
from ascom_coach.language import letter_parts, plain
from ascom_coach.review.generic.contracts import Kind, kinds
from ascom_coach.review.generic.draft import family_of
from ascom_coach.review.text_view import TextView
from ascom_coach.review.workbooks.grid import named, open_sheets

ENOUGH = 2.5
"""Points from which a kind is told to the person."""
_TITLE_WORDS, _LONG_TITLE = 9, 16
_OPENING = 6
"""Words by which a long title says what the document is: « Compte rendu de la réunion d’équipe du 12 mars 2026 »."""
_HEAD = 12
_READ = 20_000
_OBJECT = re.compile(r"^\W*(?:objet|sujet|concerne)\s*:?\s*(?P<what>.+)")


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind with what speaks for it, in French."""

    kind: Kind
    points: float
    reasons: tuple[str, ...]


def guess_kinds(document: Document, production: str = "") -> list[Guess]:
    """Kinds that fit, the best first; only those of `production` (its base id) when it is given."""
    family = family_of(document)
    view = TextView.of(document)
    text = plain(view.text[:_READ])
    titles = _titles(document, view)
    name = re.sub(r"[\W_]+", " ", plain(PurePath(document.path).stem))
    parts = letter_parts(view.lines[:400]) if family != "classeur" else {}
    heads = _headings(document)
    found = []
    for kind in kinds():
        if family not in kind.families or (production and kind.production != production):
            continue
        points, reasons = _score(kind, titles, name, text, document, heads)
        if kind.call is not None and family in ("texte", "message"):
            called = "appel" in parts
            points += (1.0 if "politesse" in parts else 0.5) if called and kind.call else 0.0
            points -= (2.0 if production else 4.0) if called != kind.call else 0.0
            if called and kind.call:
                reasons.append("une formule d’appel")
        if points > 0:
            found.append(Guess(kind, points, tuple(reasons[:3])))
    if max((one.points for one in found), default=0.0) < ENOUGH and (family == "message" or "appel" in parts):
        dated = {"date_lieu", "politesse"} <= set(parts)
        wanted = "lettre" if family == "texte" and (dated or document.type != "txt") else "courriel"
        plainest = next(kind for kind in kinds() if kind.id == wanted)
        if production in ("", plainest.production):
            found = [
                Guess(plainest, ENOUGH, ("un message",) if family == "message" else ("une formule d’appel",))
            ]
    return sorted(found, key=lambda one: -one.points)


def _titles(document: Document, view: TextView) -> list[tuple[str, str]]:
    """Folded lines that may name the document, each with what it is: its title, its subject, a heading."""
    found: list[tuple[str, str]] = []
    for key, told in (("title", "le titre"), ("description", "la description")):
        if document.properties.get(key) and document.type == "html":
            found.append((plain(document.properties[key]), told))
    if document.mail is not None:
        found.append((plain(document.mail.subject), "l’objet"))
    for sheet in open_sheets(document):
        found.append((plain(sheet.name), "le nom de la feuille"))
    for block in view.blocks[:_HEAD]:
        line = plain(block.text).strip()
        match = _OBJECT.match(line)
        if match:
            found.append((match["what"], "l’objet"))
            continue
        words = line.split()
        if len(words) <= _LONG_TITLE and not line.endswith((",", ".")):
            found.append((" ".join(words if len(words) <= _TITLE_WORDS else words[:_OPENING]), "le titre"))
    return found


def _score(
    kind: Kind,
    titles: Sequence[tuple[str, str]],
    name: str,
    text: str,
    document: Document,
    heads: frozenset[str],
) -> tuple[float, list[str]]:
    points, reasons = 0.0, []
    if kind.file_type:
        points += 3.0 if document.type == kind.file_type else 0.0
        reasons += ["une page web"] if document.type == kind.file_type else []
    for line, told in titles:
        word = next((word for word in kind.titles if _holds(line, word)), "")
        if word and not any(_holds(line, one) for one in kind.unless):
            points += 3.0 + len(word) / 40
            reasons.append(f"{told} dit « {word} »")
            break
    word = next((word for word in kind.titles if _holds(name, re.sub(r"[\W_]+", " ", word))), "")
    if word and not any(_holds(name, one) for one in kind.unless):
        points += 2.5 + len(word) / 40
        reasons.append(f"le nom du fichier dit « {word} »")
    words = [word for word in kind.words if _holds(text, word)]
    points += min(2.0, 0.5 * len(words))
    if words:
        reasons.append("on y lit " + ", ".join(f"« {word} »" for word in words[:2]))
    columns = [column for column in kind.columns if column in heads]
    points += min(3.0, 0.8 * len(columns))
    if columns:
        reasons.append("des colonnes " + ", ".join(f"« {column} »" for column in columns[:2]))
    if kind.chart and any(sheet.charts for sheet in document.sheets):
        points += 2.0
        reasons.append("un graphique")
    return points, reasons


def _headings(document: Document) -> frozenset[str]:
    """Folded texts of the first rows of each sheet."""
    found: set[str] = set()
    for sheet in open_sheets(document):
        for number, (_, cells) in enumerate(sheet.rows()):
            if number >= 8:
                break
            found |= {named(cell.text) for cell in cells}
    return frozenset(found)


def _holds(text: str, word: str) -> bool:
    return (
        bool(re.search(rf"(?<!\w){re.escape(word)}(?:s|x)?(?!\w)", text))
        if word[:1].isalnum()
        else word in text
    )
