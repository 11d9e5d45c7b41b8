"""Questions that could be confused, lines that are missing, and the way people speak."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ascom_coach.language import STOP_WORDS, fold, mentions, register_of, sentences, stem, words
from ascom_coach.scenarios.lint.model import Lint, Path
from ascom_coach.scenarios.schema import Fact, OralInstruction

_ASKING = (
    "quel quelle quels quelles quand comment combien pourquoi ou qui que quoi est ce avez vous avoir etre faire "
    "pouvez pouvons puis peux peut dire donner me votre vos ton ta tes notre nos il elle on y a t c j je tu"
)
_QUESTION_WORDS = frozenset(_ASKING.split())
_DISCRIMINATION = re.compile(
    r"\b(?:pas d[e'’]|surtout pas d[e'’]|jamais d[e'’]|evite[rz]? les?|ecarte[rz]? les?|uniquement des?|que des)\s*"
    r"(?:\w+ ){0,2}?(?:femmes?|hommes?|etrangers?|etrangeres?|enceintes?|handicapes?|handicapees?|seniors?|vieux"
    r"|vieilles?|musulmans?|musulmanes?|juifs?|juives?|arabes?|noirs?|noires?|voilees?|syndiques?|syndiquees?|homosexuels?|roms?)\b"
)


def check_words(lint: Lint) -> None:
    """All checks of this module."""
    _questions(lint)
    _keywords(lint)
    _lines(lint)
    for path, text, who in spoken(lint):
        _register(lint, path, text, who)
        _length(lint, path, text, who)
        _discrimination(lint, path, text)
    if not lint.scenario.tests:
        lint.tell("ASC508", "conseil", (), "Aucune phrase d’essai ne vérifie la compréhension.",
                  "Faites écrire « tests » par une autre personne que l’auteur.")  # fmt: skip


def content(text: str) -> frozenset[str]:
    """Stems of a question without its asking words."""
    found = set()
    for token in words(text):
        for part in re.split(r"[-'’]", token.folded):
            if part and part not in _QUESTION_WORDS and part not in STOP_WORDS:
                found.add(stem(part))
    return frozenset(found)


def _questions(lint: Lint) -> None:
    seen: dict[str, str] = {}
    stems: list[tuple[Path, Fact, str, frozenset[str]]] = []
    for index, fact in enumerate(lint.scenario.faits):
        if len(fact.questions) < 4:
            lint.tell("ASC501", "a_corriger", ("faits", index, "questions"),
                      f"« {fact.id} » n’a que {len(fact.questions)} question{'s' * (len(fact.questions) > 1)}.",
                      "Écrivez-en au moins quatre, tournées différemment.")  # fmt: skip
        for rank, question in enumerate(fact.questions):
            path: Path = ("faits", index, "questions", rank)
            key = re.sub(r"\W+", " ", fold(question).text).strip()
            if key in seen:
                same = seen[key] == fact.id
                lint.tell("ASC502", "conseil" if same else "a_corriger", path,
                          "Cette question est déjà écrite" + ("." if same else f" pour « {seen[key]} »."),
                          "Tournez-la autrement.")  # fmt: skip
                continue
            seen[key] = fact.id
            stems.append((path, fact, question, content(question)))
    _look_alike(lint, stems)


def _look_alike(lint: Lint, stems: list[tuple[Path, Fact, str, frozenset[str]]]) -> None:
    pairs: set[tuple[str, str]] = set()
    for rank, (path, fact, _, mine) in enumerate(stems):
        if len(mine) < 2:
            continue
        for _, other, question, theirs in stems[:rank]:
            pair = (min(fact.id, other.id), max(fact.id, other.id))
            if other.id == fact.id or other.qui != fact.qui or pair in pairs or len(theirs) < 2:
                continue
            if len(mine & theirs) / len(mine | theirs) >= 0.8:
                pairs.add(pair)
                lint.tell("ASC504", "conseil", path,
                          f"Cette question ressemble à « {question} », écrite pour « {other.id} ».",
                          "Ajoutez un mot qui les distingue.")  # fmt: skip


def _keywords(lint: Lint) -> None:
    users: dict[str, list[tuple[Path, str]]] = defaultdict(list)
    for index, fact in enumerate(lint.scenario.faits):
        for rank, word in enumerate(fact.mots_cles):
            key = " ".join(stem(part.folded) for part in words(word))
            if fact.id not in [name for _, name in users[key]]:
                users[key].append((("faits", index, "mots_cles", rank), fact.id))
        if not fact.mots_cles:
            lint.tell("ASC509", "conseil", ("faits", index), f"« {fact.id} » n’a pas de mots-clés.",
                      "Ajoutez deux ou trois « mots_cles ».")  # fmt: skip
    for places in users.values():
        if len(places) >= 3:
            shared = ", ".join(f"« {name} »" for _, name in places)
            lint.tell("ASC503", "a_corriger", places[-1][0], f"Ce mot-clé sert à {shared}.",
                      "Gardez-le pour un seul fait, ou précisez-le.")  # fmt: skip


def _lines(lint: Lint) -> None:
    today = lint.scenario.date_fictive
    for index, fact in enumerate(lint.scenario.faits):
        path: Path = ("faits", index)
        if fact.acces not in ("spontane",) and not fact.esquive:
            lint.tell("ASC505", "a_corriger", path, f"« {fact.id} » n’a pas d’esquive.",
                      "Ajoutez ce que la personne répond quand elle ne le dit pas encore.")  # fmt: skip
        if not fact.reponses and fact.acces != "jamais":
            lint.tell("ASC506", "a_corriger", path, f"« {fact.id} » n’a pas de réponse.",
                      "Ajoutez « reponses » avec « {valeur} ».")  # fmt: skip
        elif fact.reponses and not any(
            "{valeur}" in line or mentions(line, fact.valeur, today) for line in fact.reponses
        ):
            lint.tell("ASC507", "conseil", (*path, "reponses"), f"Aucune réponse de « {fact.id} » ne dit sa valeur.",
                      "Écrivez « {valeur} » dans la réponse.")  # fmt: skip


def spoken(lint: Lint) -> Iterator[tuple[Path, str, str]]:
    """Every line a person says: path, text, who."""
    scenario = lint.scenario
    for name, person in scenario.personnages.items():
        for place, line in person.lines():
            yield ("personnages", name, *place), line, name
    for index, step in enumerate(scenario.etapes):
        if isinstance(step, OralInstruction):
            for rank, line in enumerate(step.ouverture):
                yield ("etapes", index, "ouverture", rank), line, step.qui
            for rank, point in enumerate(step.points):
                yield ("etapes", index, "points", rank, "dit"), point.dit, step.qui
    for index, fact in enumerate(scenario.faits):
        for key in ("reponses", "esquive"):
            for rank, line in enumerate(getattr(fact, key)):
                yield ("faits", index, key, rank), line.replace("{valeur}", fact.valeur), fact.qui
    for index, twist in enumerate(scenario.imprevus):
        yield ("imprevus", index, "dit"), twist.dit, twist.qui


def _register(lint: Lint, path: Path, text: str, who: str) -> None:
    person = lint.scenario.personnages.get(who)
    if person is None:
        return
    found = register_of(text)
    wrong = found.vouvoiement if person.registre == "tutoiement" else found.tutoiement
    if wrong:
        start, end = wrong[0]
        lint.tell("ASC601", "a_corriger", path,
                  f"« {text[start:end]} »\u00a0: {person.nom or who} devrait garder le {person.registre}.",
                  "Accordez la phrase, ou changez « registre ».")  # fmt: skip


def _length(lint: Lint, path: Path, text: str, who: str) -> None:
    person = lint.scenario.personnages.get(who)
    if person is None:
        return
    count = len([item for item in sentences(text) if any(char.isalpha() for char in item.text)])
    if count > person.phrases_max:
        lint.tell("ASC602", "conseil", path,
                  f"Cette réplique fait {count} phrases, {person.nom or who} en dit {person.phrases_max} au plus.",
                  "Raccourcissez-la, ou augmentez « phrases_max ».")  # fmt: skip


def _discrimination(lint: Lint, path: Path, text: str) -> None:
    if not _DISCRIMINATION.search(fold(text).text):
        return
    traps = [*lint.scenario.delegation.interdit, *lint.scenario.anomalies]
    if any(
        "discrimin" in fold(getattr(item, "quoi", "") + getattr(item, "detail", "")).text for item in traps
    ):
        return
    lint.tell("ASC603", "a_corriger", path, "Cette consigne paraît discriminatoire.",
              "Si c’est un piège voulu, déclarez-le dans « delegation > interdit » "
              "avec le mot « discrimination ».")  # fmt: skip
