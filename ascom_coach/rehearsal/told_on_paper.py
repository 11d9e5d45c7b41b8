"""What the documents handed out tell before anybody is asked: text, comments, hidden cells, properties, file names."""

from __future__ import annotations

from dataclasses import dataclass

from ascom_coach.scenarios import Script
from ascom_coach.scenarios.lint.files import handed_out
from ascom_coach.scenarios.lint.handed import FILE_NAME, name_in_words, told_by
from ascom_coach.scenarios.lint.leaks import Secret, stated_at, weak

_AROUND = 40
"""Characters shown on each side of a value found in a document."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A line that states the value of a fact still locked; `who` is empty for a document, `step` then its id."""

    fact: str
    text: str
    step: str
    who: str
    moods: tuple[tuple[str, int], ...] = ()


def document_leaks(script: Script) -> list[Leak]:
    """Each value that a document gives, with its place and the words around, but those the author lets stand there."""
    scenario = script.scenario
    files = {item.id: name_in_words(item.fichier) for item in scenario.documents_remis}
    secrets = [one for one in _secrets(script) if not weak(one, scenario.date_fictive)]
    found: list[Leak] = []
    for name, document in handed_out(script).items():
        for place, text in {FILE_NAME: files[name], **told_by(document)}.items():
            for secret in secrets:
                span = stated_at(text, secret, scenario.date_fictive)
                if span and name not in secret.fact.aussi_dans:
                    around = text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
                    found.append(Leak(secret.fact.id, f"{place} : {around}", name, ""))
    return found


def _secrets(script: Script) -> list[Secret]:
    """Every value that is locked at the beginning, those that an unforeseen event brings later among them."""
    facts = script.scenario.faits
    changes = {one.change.fait: (one.change.valeur, one.id) for one in script.scenario.imprevus if one.change}
    first = [Secret(fact, fact.valeur) for fact in facts if fact.acces != "spontane"]
    return [*first, *(Secret(fact, *changes[fact.id]) for fact in facts if fact.id in changes)]
