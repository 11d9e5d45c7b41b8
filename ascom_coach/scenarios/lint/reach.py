"""What can never happen: moods out of reach, circular gates, twists after their step, ends that never come."""

from __future__ import annotations

from ascom_coach.scenarios.lint.model import Level, Lint, Path
from ascom_coach.scenarios.schema import Access, Character, Condition, OralInstruction

MOOD_MAX = 5


def highest_mood(character: Character | None) -> int | None:
    """The best mood this person can reach (each kind of act counts once), None without mood."""
    if character is None or character.humeur is None:
        return None
    gains = sum(value for value in character.humeur.monte.values() if value > 0)
    return max(0, min(MOOD_MAX, character.humeur.depart + gains))


def check_reach(lint: Lint) -> None:
    """All checks of this module."""
    _facts(lint)
    _gaps(lint)
    _twists(lint)
    _ends(lint)
    _minutes(lint)
    for name, character in lint.scenario.personnages.items():
        mood = character.humeur
        if mood is not None and not (
            0 <= mood.depart <= MOOD_MAX and all(0 <= key <= MOOD_MAX for key in mood.phrases)
        ):
            lint.tell("ASC412", "a_corriger", ("personnages", name, "humeur"),
                      "L’humeur va de 0 (furieux) à 5 (conquis).", "Corrigez « depart » ou « phrases ».")  # fmt: skip


def present(lint: Lint) -> set[str]:
    """People who can be spoken to in some step."""
    people: set[str] = set()
    for step in lint.scenario.etapes:
        people.update([step.qui] if isinstance(step, OralInstruction) else step.qui)
    return people


def reachable(lint: Lint) -> set[str]:
    """Facts that some sequence of questions can obtain."""
    scenario, there = lint.scenario, present(lint)
    found: set[str] = set()
    while True:
        before = len(found)
        for fact in scenario.faits:
            if fact.acces == "jamais" or fact.qui not in there:
                continue
            if isinstance(fact.acces, Access):
                best = highest_mood(scenario.personnages.get(fact.qui))
                if fact.acces.humeur_min is not None and (best is None or fact.acces.humeur_min > best):
                    continue
                if fact.acces.apres and fact.acces.apres not in found:
                    continue
            found.add(fact.id)
        if len(found) == before:
            return found


def _facts(lint: Lint) -> None:
    scenario, there, obtainable = lint.scenario, present(lint), reachable(lint)
    known = {fact.id for fact in scenario.faits}
    for index, fact in enumerate(scenario.faits):
        path: Path = ("faits", index)
        if fact.essentiel and fact.acces == "jamais":
            lint.tell("ASC406", "bloquant", (*path, "acces"),
                      f"Le fait « {fact.id} » est essentiel mais n’est jamais donné.",
                      "Retirez « essentiel », ou écrivez « acces: si_demande ».")  # fmt: skip
        if fact.qui in scenario.personnages and fact.qui not in there:
            level: Level = "bloquant" if fact.essentiel else "a_corriger"
            lint.tell("ASC407", level, (*path, "qui"),
                      f"On ne peut parler à « {fact.qui} » dans aucune étape\u00a0: « {fact.id} » est hors d’atteinte.",
                      "Ajoutez cette personne à une étape.")  # fmt: skip
        if not isinstance(fact.acces, Access):
            continue
        wanted, best = fact.acces.humeur_min, highest_mood(scenario.personnages.get(fact.qui))
        if wanted is not None and (best is None or wanted > best):
            why = "n’a pas d’humeur" if best is None else f"ne dépasse jamais l’humeur {best}"
            lint.tell("ASC401", "bloquant", (*path, "acces"),
                      f"« {fact.id} » demande l’humeur {wanted}, mais « {fact.qui} » {why}.",
                      "Baissez « humeur_min », ou ajoutez des actes dans « monte ».")  # fmt: skip
        elif fact.acces.apres in known and fact.id not in obtainable and fact.qui in there:
            lint.tell("ASC402", "bloquant", (*path, "acces"),
                      f"« {fact.id} » attend « {fact.acces.apres} », qui n’est jamais obtenu avant lui.",
                      "Changez « apres » pour un fait qui peut être demandé.")  # fmt: skip


def _gaps(lint: Lint) -> None:
    obtainable = reachable(lint)
    known = {fact.id: fact for fact in lint.scenario.faits}
    for index, step in enumerate(lint.scenario.etapes):
        if not isinstance(step, OralInstruction):
            continue
        for key, gaps in (("manque", step.manque), ("ambigu", step.ambigu)):
            for rank, gap in enumerate(gaps):
                if gap.fait in known and gap.fait not in obtainable:
                    lint.tell("ASC408", "bloquant", ("etapes", index, key, rank),
                              f"Le stagiaire doit demander « {gap.fait} », que personne ne peut lui donner.",
                              "Rendez ce fait accessible.")  # fmt: skip
                elif gap.fait in known and known[gap.fait].acces == "spontane":
                    lint.tell("ASC408", "conseil", ("etapes", index, key, rank),
                              f"« {gap.fait} » est donné sans qu’on le demande\u00a0: rien ne manque à la consigne.",
                              "Écrivez « acces: si_demande » pour ce fait.")  # fmt: skip


def _twists(lint: Lint) -> None:
    scenario, obtainable = lint.scenario, reachable(lint)
    steps = {step.id: step for step in scenario.etapes}
    known = {fact.id for fact in scenario.faits}
    for index, twist in enumerate(scenario.imprevus):
        path: Path = ("imprevus", index, "quand")
        step = steps.get(twist.quand.etape)
        limit = step.minutes if step is not None else None
        if limit is not None and twist.quand.minute is not None and twist.quand.minute >= limit:
            lint.tell("ASC403", "a_corriger", path,
                      f"L’imprévu « {twist.id} » arrive à la minute {twist.quand.minute}, l’étape en dure {limit}.",
                      "Avancez-le.")  # fmt: skip
        turns = getattr(step, "tours_max", None)
        if turns is not None and twist.quand.tours is not None and twist.quand.tours >= turns:
            lint.tell("ASC403", "a_corriger", path,
                      f"L’imprévu « {twist.id} » arrive au tour {twist.quand.tours}, l’étape s’arrête à {turns}.",
                      "Avancez-le.")  # fmt: skip
        if twist.quand.minute is None and twist.quand.tours is None:
            lint.tell("ASC403", "a_corriger", path, f"Rien ne dit quand l’imprévu « {twist.id} » arrive.",
                      "Ajoutez « minute » ou « tours ».")  # fmt: skip
        if twist.change and twist.change.fait in known and twist.change.fait not in obtainable:
            lint.tell("ASC403", "a_corriger", ("imprevus", index, "change"),
                      f"L’imprévu change « {twist.change.fait} », que personne ne peut obtenir.",
                      "Rendez ce fait accessible.")  # fmt: skip


def _ends(lint: Lint) -> None:
    scenario, obtainable = lint.scenario, reachable(lint)
    moods = [highest_mood(item) for item in scenario.personnages.values()]
    best = max((mood for mood in moods if mood is not None), default=None)
    missing = [fact.id for fact in scenario.faits if fact.essentiel and fact.id not in obtainable]
    turns = max((getattr(step, "tours_max", None) or 0 for step in scenario.etapes), default=0)
    for index, end in enumerate(scenario.fins):
        why = _impossible(end.si, best, missing, obtainable, turns)
        if why:
            lint.tell("ASC404", "a_corriger", ("fins", index, "si"),
                      f"La fin « {end.id} » ne peut jamais arriver\u00a0: {why}.", "Changez sa condition.")  # fmt: skip
    talks = [step for step in scenario.etapes if step.type == "dialogue"]
    if talks and not scenario.fins and not any(step.tours_max for step in talks):
        lint.tell("ASC405", "conseil", ("etapes",), "Rien ne termine la conversation.",
                  "Ajoutez « fins », ou « tours_max » à l’étape.")  # fmt: skip


def _impossible(si: Condition, best: int | None, missing: list[str], obtainable: set[str], turns: int) -> str:
    if si.humeur_min is not None and (best is None or si.humeur_min > best):
        return f"l’humeur {si.humeur_min} est hors d’atteinte"
    if si.humeur_min is not None and si.humeur_max is not None and si.humeur_min > si.humeur_max:
        return "« humeur_min » dépasse « humeur_max »"
    if si.tours_min is not None and si.tours_max is not None and si.tours_min > si.tours_max:
        return "« tours_min » dépasse « tours_max »"
    if si.tours_min is not None and turns and si.tours_min > turns:
        return f"aucune conversation n’atteint {si.tours_min} tours"
    if si.essentiels and missing:
        return f"« {missing[0]} » est essentiel et hors d’atteinte"
    if si.fait and si.fait not in obtainable:
        return f"« {si.fait} » n’est jamais obtenu"
    return ""


def _minutes(lint: Lint) -> None:
    total = sum(step.minutes or 0 for step in lint.scenario.etapes)
    if total > lint.scenario.duree_minutes:
        lint.tell("ASC405", "a_corriger", ("duree_minutes",),
                  f"Les étapes durent {total} minutes, le scénario en annonce {lint.scenario.duree_minutes}.",
                  "Allongez « duree_minutes » ou raccourcissez une étape.")  # fmt: skip
