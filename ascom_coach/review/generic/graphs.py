"""Check of charts of which nobody gave the rules: a title, a unit, axes that do not mislead."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.documents import Chart, Document
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.charts import cut_axis, kinds_of, unit_untold
from ascom_coach.review.workbooks.grid import open_sheets

_MOST = 3


def charts(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A chart says what it shows and in which unit, and its axes show it fairly."""
    document = draft.document
    listed = [*document.charts, *(chart for sheet in open_sheets(document) for chart in sheet.charts)]
    found = 0
    for chart in listed:
        for name, message, hint in _doubts(chart, document):
            found += 1
            if found <= _MOST:
                yield wrong(message, _place(chart), hint, mark=f".{name}{found}")
    if listed and not found:
        yield good("Le graphique a un titre, et ses axes ne trompent pas.", _place(listed[0]))


def _place(chart: Chart) -> Place:
    return chart.locator, chart.title


def _doubts(chart: Chart, document: Document) -> Iterator[tuple[str, str, str]]:
    """(mark, message, hint) of what a reader of the chart lacks, or could be misled by."""
    if not chart.title.strip():
        yield "titre", "Ce graphique n’a pas de titre.", "Que montre-t-il, et sur quelle période ?"
    if cut_axis(chart):
        message = (
            f"L’axe des barres commence à {chart.y_min.replace('.', ',')} : un petit écart paraît énorme."
        )
        yield "axe", message, "Que voit-on si l’axe commence à zéro ?"
    if chart.axes > 1:
        if len(kinds_of(chart)) == 1:
            message = (
                "Des séries de même nature sont dessinées sur deux échelles : on ne peut pas les comparer."
            )
            yield "echelles", message, "Que voit-on si toutes les séries ont la même échelle ?"
        elif not chart.y_title.strip() or not chart.y2_title.strip():
            message = "Ce graphique a deux échelles, et rien ne dit laquelle se lit à gauche ou à droite."
            yield "echelles", message, "Quel titre donner à chacun des deux axes ?"
    if unit_untold(chart, document):
        message = "Ce graphique ne dit pas son unité : on ne sait pas en quoi il compte."
        yield "unite", message, "Où le lecteur voit-il de quoi sont faits ces nombres ?"
