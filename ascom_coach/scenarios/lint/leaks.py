"""A hidden value found where the trainee can read or hear it without asking.

A fact is hidden until it is granted, so its value must not stand in titles, presentation, public labels, instruction
points, other people's lines, hints, file names or documents (except those of `aussi_dans`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ascom_coach.language import STOP_WORDS, Value, mentions, stem, words
from ascom_coach.language import all_values as values_of
from ascom_coach.scenarios.lint.handed import name_in_words
from ascom_coach.scenarios.lint.model import Level, Lint, Path
from ascom_coach.scenarios.schema import Fact, OralInstruction

_NEAR = 60


@dataclass(frozen=True, slots=True)
class Secret:
    """A value to protect: whose fact, in which documents it may stand, which twist brings it."""

    fact: Fact
    value: str
    twist: str = ""


@dataclass(frozen=True, slots=True)
class PublicText:
    """A text that can be read or heard. `fact` owns it, `twist` says it, `place` may be in `aussi_dans`."""

    path: Path
    text: str
    what: str
    fact: str = ""
    twist: str = ""
    place: str = ""
    spoken_by_fact: bool = False


def secrets_of(lint: Lint) -> list[Secret]:
    """Values that must be asked for, and those that a twist brings later."""
    scenario = lint.scenario
    found = [Secret(fact, fact.valeur) for fact in scenario.faits if fact.acces != "spontane"]
    known = {fact.id: fact for fact in scenario.faits}
    for twist in scenario.imprevus:
        if twist.change and twist.change.fait in known:
            found.append(Secret(known[twist.change.fait], twist.change.valeur, twist.id))
    return found


def public_texts(lint: Lint) -> Iterator[PublicText]:
    """Every text that may be shown or said before a fact is granted."""
    scenario = lint.scenario
    yield PublicText(("titre",), scenario.titre, "le titre")
    yield PublicText(("presentation",), scenario.presentation, "la présentation", place="presentation")
    yield PublicText(("id",), scenario.id.replace("-", " ").replace("_", " "), "le nom du scénario")
    for key, value in scenario.entreprise:
        if value:
            yield PublicText(("entreprise", key), str(value), "la présentation de l’entreprise")
    for index, item in enumerate(scenario.documents_remis):
        yield PublicText(
            ("documents_remis", index, "titre"), item.titre, "le titre d’un document", place=item.id
        )
        yield PublicText(
            ("documents_remis", index, "fichier"),
            name_in_words(item.fichier),
            "un nom de fichier",
            place=item.id,
        )
    for group in ("faits", "documents_remis", "productions", "anomalies"):
        for index, named in enumerate(getattr(scenario, group)):
            yield PublicText((group, index, "id"), re.sub(r"[-_]", " ", named.id), "un nom")
    for index, production in enumerate(scenario.productions):
        for key in ("titre", "demande"):
            yield PublicText(
                ("productions", index, key), getattr(production, key), "l’intitulé d’une production"
            )
    yield from _steps(lint)
    yield from _people(lint)
    for name, hints in scenario.indices.items():
        for index, hint in enumerate(hints):
            yield PublicText(("indices", name, index), hint, "un indice")
    for index, twist in enumerate(scenario.imprevus):
        yield PublicText(("imprevus", index, "dit"), twist.dit, "un imprévu", twist=twist.id)
    yield from _replies(lint)
    for index, fact in enumerate(scenario.faits):
        yield PublicText(
            ("faits", index, "porte_sur"), fact.porte_sur, "l’intitulé public d’un sujet", fact=""
        )
        for rank, line in enumerate(fact.esquive):
            yield PublicText(("faits", index, "esquive", rank), line, "une esquive")
        for rank, line in enumerate(fact.reponses):
            yield PublicText(("faits", index, "reponses", rank), line.replace("{valeur}", fact.valeur),
                             "la réponse d’un autre fait", fact=fact.id, spoken_by_fact=True)  # fmt: skip


def _replies(lint: Lint) -> Iterator[PublicText]:
    """What is answered to questions about no fact: decoys, leave asked."""
    scenario = lint.scenario
    for index, decoy in enumerate(scenario.leurres):
        for rank, reply in enumerate(decoy.reponses):
            yield PublicText(("leurres", index, "reponses", rank), reply, "la réponse à une autre question")
    for group in ("autorise", "interdit"):
        for index, entry in enumerate(getattr(scenario.delegation, group)):
            for rank, reply in enumerate(entry.reponses):
                yield PublicText(
                    ("delegation", group, index, "reponses", rank),
                    reply,
                    "la réponse à une permission demandée",
                )


def _steps(lint: Lint) -> Iterator[PublicText]:
    for index, step in enumerate(lint.scenario.etapes):
        yield PublicText(("etapes", index, "titre"), step.titre, "le titre d’une étape", place=step.id)
        if isinstance(step, OralInstruction):
            for rank, point in enumerate(step.points):
                for key in ("dit", "lapsus"):
                    text = getattr(point, key)
                    yield PublicText(
                        ("etapes", index, "points", rank, key), text, "la consigne", place=step.id
                    )
            for rank, line in enumerate(step.ouverture):
                yield PublicText(("etapes", index, "ouverture", rank), line, "la consigne", place=step.id)


def _people(lint: Lint) -> Iterator[PublicText]:
    for name, person in lint.scenario.personnages.items():
        for key in ("nom", "role", "grief"):
            yield PublicText(
                ("personnages", name, key), getattr(person, key), "la présentation d’un personnage"
            )
        for place, line in person.lines():
            what = "une phrase d’humeur" if place[0] == "humeur" else "une réplique toute faite"
            yield PublicText(("personnages", name, *place), line, what)
    for index, end in enumerate(lint.scenario.fins):
        yield PublicText(("fins", index, "dit"), end.dit, "la phrase d’une fin")


def check_leaks(lint: Lint) -> None:
    """Look for every hidden value in every public text."""
    found = list(public_texts(lint))
    today = lint.scenario.date_fictive
    for secret in secrets_of(lint):
        for item in found:
            if not item.text or _allowed(secret, item):
                continue
            if stated(item.text, secret, today):
                _tell(lint, secret, item)


def _allowed(secret: Secret, item: PublicText) -> bool:
    if item.place and item.place in secret.fact.aussi_dans:
        return True
    if item.fact == secret.fact.id:
        return True
    return bool(item.twist) and item.twist == secret.twist


def stated(text: str, secret: Secret, today: dt.date) -> bool:
    """Whether `text` gives the value; a bare small number needs its noun nearby, in the label or the keywords."""
    return stated_at(text, secret, today) is not None


def stated_at(text: str, secret: Secret, today: dt.date) -> tuple[int, int] | None:
    """Where `text` gives the value (start, end), None when it does not."""
    spans = mentions(text, secret.value, today)
    if not spans or not _bare_number(secret.value, today):
        return spans[0] if spans else None
    nouns = {
        stem(part.folded)
        for source in (secret.fact.porte_sur, *secret.fact.mots_cles, *secret.fact.reponses)
        for part in words(source)
        if part.folded not in STOP_WORDS and len(part.folded) > 3
    }
    for start, end in spans:
        around = text[max(0, start - _NEAR) : end + _NEAR]
        if any(stem(part.folded) in nouns for part in words(around)):
            return start, end
    return None


def _bare_number(value: str, today: dt.date) -> bool:
    found: tuple[Value, ...] = values_of(value, today)
    return len(found) == 1 and found[0].kind == "quantite" and not found[0].unit and len(value.strip()) <= 6


def content_words(value: str) -> list[str]:
    """Words of a value that carry its sense."""
    return [part.folded for part in words(value) if part.folded not in STOP_WORDS and len(part.folded) > 2]


def _tell(lint: Lint, secret: Secret, item: PublicText) -> None:
    fact = secret.fact
    plain_word = weak(secret, lint.scenario.date_fictive)
    if (
        plain_word
        and item.what == "l’intitulé public d’un sujet"
        and item.path != ("faits", _rank(lint, fact), "porte_sur")
    ):
        return
    if plain_word and item.what == "un nom":
        return
    level: Level = "bloquant"
    code = "ASC301"
    if item.spoken_by_fact:
        code, level = "ASC304", "a_corriger"
    elif item.what in ("une esquive", "l’intitulé public d’un sujet"):
        code = "ASC305"
    elif item.what in ("un nom de fichier", "un nom"):
        code, level = "ASC303", "a_corriger"
    elif item.what == "un imprévu":
        code, level = "ASC306", "a_corriger"
    elif item.what == "un indice":
        code, level = "ASC307", "a_corriger"
    if plain_word:
        level = "conseil"
    lint.tell(code, level, item.path,
              f"{item.what[:1].upper()}{item.what[1:]} donne la valeur de « {fact.id} », "
              "que le stagiaire doit demander.",
              "Retirez cette valeur, ou dites-la autrement.")  # fmt: skip


def _rank(lint: Lint, fact: Fact) -> int:
    return next((rank for rank, item in enumerate(lint.scenario.faits) if item.id == fact.id), -1)


def check_document_leaks(lint: Lint, documents: Mapping[str, tuple[Path, Mapping[str, str]]]) -> None:
    """`documents`: id → (path of the document in the file, what it tells by place)."""
    today = lint.scenario.date_fictive
    for secret in secrets_of(lint):
        for name, (path, places) in documents.items():
            if name in secret.fact.aussi_dans:
                continue
            for place, content in places.items():
                if not stated(content, secret, today):
                    continue
                lint.tell("ASC302", "conseil" if weak(secret, today) else "a_corriger", path,
                          f"Le document « {name} » donne la valeur de « {secret.fact.id} », "
                          f"que le stagiaire doit demander (où : {place}).",
                          f"Retirez-la du document, ou ajoutez « {name} » à « aussi_dans » du fait.")  # fmt: skip


def weak(secret: Secret, today: dt.date) -> bool:
    """Whether a value is one plain word, that a text may hold by chance."""
    return len(content_words(secret.value)) <= 1 and not values_of(secret.value, today)
