"""The notebook as a page to keep: Markdown that reads well as plain text too. Pure."""

from __future__ import annotations

from ascom_coach.journal.notebook import Entry, Notebook

ENOUGH = 10
"""Occasions under which a percentage would say more than is known."""
_EXPLAINED = (
    "Un taux compte les erreurs pour cent occasions de se tromper. Les occasions sont comptées par programme, "
    "largement : le taux vous compare à vous-même d’un texte à l’autre, pas une règle à une autre. "
    "Seule la première version d’un texte compte. Une règle est acquise après trois textes de suite sans erreur."
)


def page(book: Notebook) -> str:
    """The whole notebook in French, as Markdown."""
    who = f" de {book.person}" if book.person else ""
    lines = [f"# Carnet d’erreurs{who}", ""]
    if not book.texts:
        return "\n".join([*lines, "Aucun texte noté pour l’instant.", ""])
    first, last = book.texts[0].created[:10], book.texts[-1].created[:10]
    words = sum(text.words for text in book.texts)
    since = f"le {first}" if first == last else f"du {first} au {last}"
    lines += [f"{texts_noted(book)} {since}, {words} mots.", "", _EXPLAINED, ""]
    for entry in book.entries:
        lines += _entry(entry)
    if book.never:
        lines += ["## Sans erreur jusqu’ici", "", *[f"- {family.title}" for family in book.never], ""]
    lines += ["## Les textes", ""]
    lines += [f"- {text.created[:10]} : {text.title}, {text.words} mots" for text in book.texts]
    right = sum(one.right for one in book.answers)
    if book.answers:
        lines += ["", f"Exercices : {right} réponses justes sur {len(book.answers)}."]
    return "\n".join([*lines, ""])


def _entry(entry: Entry) -> list[str]:
    state = "acquise" if entry.acquired else entry.trend
    lines = [
        f"## {entry.family.title}",
        "",
        f"{standing(entry)} ({state})",
        "",
        entry.family.rule,
        "",
        f"Test : {entry.family.test}",
        "",
    ]
    if entry.examples:
        lines += ["Dans vos textes :", "", *[f"- {example}" for example in entry.examples], ""]
    return lines


def standing(entry: Entry) -> str:
    """« 3 erreurs pour 12 occasions, soit 25 % »; no percentage under ten occasions."""
    errors = f"{entry.errors} erreur{'s' if entry.errors > 1 else ''}"
    times = f"{entry.occasions} occasion{'s' if entry.occasions > 1 else ''}"
    return f"{errors} pour {times}" + (f", soit {percent(entry)}" if entry.occasions >= ENOUGH else "")


def texts_noted(book: Notebook) -> str:
    """« 1 texte noté », « 3 textes notés »."""
    number = len(book.texts)
    return f"{number} textes notés" if number > 1 else f"{number} texte noté"


def percent(entry: Entry) -> str:
    """« 25 % », « moins de 1 % »."""
    rate = float(entry.rate) * 100
    return "moins de 1 %" if 0 < rate < 1 else f"{rate:.0f} %"
