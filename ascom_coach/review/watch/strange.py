# ruff: noqa: E501 -- a pattern stays on one line
"""The look at values that come from nowhere: a past day, a number, a reference, an address that nothing holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.language import Value, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_RECENT = dt.timedelta(days=6)
"""A day that near may be told from memory: « je vous ai appelé jeudi 12 »."""
_OWN_REFERENCE = re.compile(r"^\W*(?:[nv]\W{0,2}ref|(?:nos|vos|notre|votre|ma) ref|ref(?:erences?)?\b)")
_STREET = re.compile(
    r"(?<![\d/-])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|allee|impasse|route|quai|cours|square) (?P<way>[^\n,;.:!?()]{3,40})"
)
_LINKS = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "sur", "sous"])
_DATED = re.compile(
    r"(?<!\w)(?:courriers?|lettres?|courriels?|e-?mails?|messages?|appels?|commandes?|factures?|devis|visite|passage|demandes?|reclamations?|reunion|bons?|rendez-vous|livraison|intervention)(?: [\w-]+){0,2} (?:en date )?du (?:\w+di )?$"
)
"""What stands before the day of a thing that exists: « votre courrier du »."""
_NAMED = re.compile(
    r"(?:nom|personne|client|contact|societe|fournisseur|raison sociale|beneficiaire)s?(?!\w)"
)
_OF_A_PERSON = ("telephone", "courriel", "reference")
_SAID = {
    "date": ("Cette date n’est dans aucun de vos documents.", "D’où vient-elle ?"),
    "telephone": ("Ce numéro n’est dans aucun de vos documents.", "De qui est-ce le numéro ?"),
    "reference": ("Cette référence n’est dans aucun de vos documents.", "De quel dossier est-elle ?"),
}


def strange(watch: Watch) -> Iterator[Hit]:
    """A past day, a telephone number or a reference that the story never holds; an address that is not there.

    Coming days may be one’s own proposal, and amounts have their own look.
    """
    if not watch.is_text or not watch.whole:
        return
    for number, value in enumerate(watch.context.values, 1):
        if value.kind in _SAID and not watch.story.knows(value) and _out_of_nowhere(watch, value):
            message, hint = _SAID[value.kind]
            yield wrong(message, watch.view.place(value.start, value.end), hint, mark=f".{number}")
    owned = [one for one in watch.context.values if one.kind in _OF_A_PERSON]
    streets = list(_STREET.finditer(watch.draft.folded.text))
    if not owned and not streets:
        return  # nothing to look up in the lists of people
    rows = list(rows_of_people(watch))
    for number, value in enumerate(owned, 1):
        if _somebody_else(watch, rows, plain(value.text)):
            message = "Ce n’est pas la personne dont vous parlez qui a cela dans vos documents."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "À qui est-ce ?", mark=f".autre{number}")
    written = [
        " ".join(re.findall(r"\w+", plain(line))) for line in (*watch.story.told, *watch.story.paper_lines)
    ]
    for number, match in enumerate(streets, 1):
        if _somebody_else(watch, rows, plain(match.group())):
            message = "Cette adresse est celle de quelqu’un d’autre."
            yield wrong(message, watch.draft.at(match), "Qui habite là ?", mark=f".rue{number}")
            continue
        if not any(_written(match.group(), line) for line in written):
            message = "Cette adresse n’est dans aucun de vos documents."
            yield wrong(message, watch.draft.at(match), "Qui habite là ?", mark=f".rue{number}")


def _written(street: str, line: str) -> bool:
    """Whether a line holds this street at this number, its first words at least: « 3 impasse du Lavoir »."""
    words = re.findall(r"\w+", street)
    proper = next((at for at, word in enumerate(words[2:], 2) if word not in _LINKS), len(words) - 1)
    return f" {' '.join(words[: proper + 1])} " in f" {line} "


def _out_of_nowhere(watch: Watch, value: Value) -> bool:
    if value.kind == "date":
        day = value.value.date() if isinstance(value.value, dt.datetime) else value.value
        if (
            not isinstance(day, dt.date)
            or value.unit
            or value.approximate
            or not re.search(r"\d", value.text)
        ):
            return False
        before = plain(watch.view.text[max(0, value.start - 60) : value.start])
        return day < watch.context.today - _RECENT or bool(_DATED.search(before))
    if value.kind == "reference":
        block = watch.view.blocks[watch.view.index(value.start)]
        return not _OWN_REFERENCE.search(plain(block.text)) and bool(re.search(r"\d", value.text))
    return True


def rows_of_people(watch: Watch) -> Iterator[tuple[frozenset[str], str]]:
    """(folded words of the name, folded text) of each row of the lists of people handed out."""
    for document in watch.story.start.values():
        for sheet in document.sheets:
            heads = {
                (cell.row, cell.column)
                for cell in sheet.cells.values()
                if isinstance(cell.value, str) and _NAMED.match(plain(cell.text))
            }
            for row, cells in sheet.rows() if heads else ():
                names = " ".join(
                    cell.text for cell in cells if any(cell.column == c and row > r for r, c in heads)
                )
                words = frozenset(re.findall(r"[^\W\d_]{3,}", plain(names)))
                if words:
                    yield words, plain(" | ".join(cell.text for cell in cells))


def _somebody_else(watch: Watch, rows: list[tuple[frozenset[str], str]], said: str) -> bool:
    """Whether a value is that of a row of people, none of whom the copy names, and nothing else holds it."""
    said = said.strip()
    owners = [words for words, text in rows if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text)]
    if not owners:
        return False
    here = set(re.findall(r"[^\W\d_]{3,}", re.sub(r"\S+@\S+", " ", watch.draft.folded.text)))
    if any(words & here for words in owners):
        return False
    texts = [
        line
        for name, view in watch.story.papers.items()
        if not watch.story.start[name].sheets
        for line in view.lines
    ]
    return not any(said in plain(line) for line in (*watch.story.told, *texts))
