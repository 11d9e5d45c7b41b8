"""Checks of what happened in the session, and what only a reader can judge."""

from __future__ import annotations

from ascom_coach.documents import Locator
from ascom_coach.language import sentences
from ascom_coach.rehearsal import TRAINEE, State
from ascom_coach.review.checks.text import ACT_WORDS
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place
from ascom_coach.scenarios import controls as ask

NO_SESSION = "Il faudrait la séance pour le dire : ce fichier seul ne le montre pas."
NO_JUDGE = "Seul un lecteur peut en juger : à compléter par le formateur (ou par un modèle, à titre d’avis)."


_WARM = ("empathie", "excuse", "reformulation", "remerciement")
"""Acts in which an attitude is heard, the most telling first."""


def _turn(number: int) -> Locator:
    return Locator("seance", "turn", f"seance:n{number}")


def _said(state: State, number: int) -> Place:
    """The line of the transcript at or before an event."""
    line = max((line for line in state.transcript if line.n <= number), key=lambda line: line.n, default=None)
    return (_turn(line.n), line.text) if line else (_turn(number), "")


def _last_word(state: State) -> Place:
    mine = [line for line in state.transcript if line.who == TRAINEE]
    return (_turn(mine[-1].n), mine[-1].text) if mine else (None, "")


def on_time(control: ask.HandedInOnTime, context: Context) -> list[Finding]:
    """The first hand-in of the production came within the minutes allowed."""
    if context.state is None:
        return context.missing(control, "seance", NO_SESSION)
    handed = [item for item in context.state.hand_ins if item.production == context.production.id]
    if not handed:
        return context.missing(control, "fichier", "Rien n’a été remis.")
    limit = control.minutes
    steps = [step for step in context.scenario.etapes if step.type == "production"]
    if limit is None:
        limit = next((step.minutes for step in steps if step.id == handed[0].step), None)
    if limit is None:
        return context.missing(control, "fichier", "Le scénario ne fixe pas de durée.")
    started = context.state.step_starts.get(handed[0].step, 0.0)
    spent = handed[0].minute - started
    place = (_turn(handed[0].n), "")
    if spent <= limit:
        return [
            context.found(control, "conforme", f"Remis en {spent:.0f} min, dans le temps donné.", at=place)
        ]
    message = f"Remis en {spent:.0f} min, pour {limit} min données (durée d’entraînement)."
    return [
        context.found(control, "defaut", message, at=place, hint="Que pouviez-vous préparer avant d’écrire ?")
    ]


def facts_obtained(control: ask.FactsObtained, context: Context) -> list[Finding]:
    """What had to be asked in the conversation was obtained."""
    state = context.state
    if state is None:
        return context.missing(control, "seance", NO_SESSION)
    missed = [fact for fact in control.faits if fact not in state.told]
    if missed:
        message = f"Il vous manque {len(missed)} des {len(control.faits)} informations utiles de cet échange."
        if state.version() > 1:  # naming them earlier would give the questions away
            labels = ", ".join(context.scenario.fact(fact).porte_sur for fact in missed)
            message = f"Vous n’avez pas obtenu {labels}."
        hint = "De quoi aurez-vous besoin pour agir, une fois raccroché ?"
        return [context.found(control, "defaut", message, at=_last_word(state), hint=hint)]
    place = (_last_word(state)[0], "")  # the last words said show nothing of it
    return [context.found(control, "conforme", "Vous avez obtenu ce qu’il fallait.", at=place)]


def conduct(control: ask.Conduct, context: Context) -> list[Finding]:
    """How the trainee behaved in the conversation: acts held, acts avoided, promises within the limits."""
    state = context.state
    if state is None:
        return context.missing(control, "seance", NO_SESSION)
    for promise in state.promises:
        if promise.rule in control.interdit and promise.verdict in ("interdit", "au-dela", "sans-accord"):
            message = "À l’oral, vous avez promis ce que vous ne pouviez pas promettre."
            place = _said(state, promise.n)
            return [context.found(control, "defaut", message, at=place, hint="Qui peut décider cela ?")]
    given = [number for number, kept in state.secrets if not kept] if control.discretion else []
    if given:
        message = "Vous avez donné une information qui concerne quelqu’un d’autre."
        hint = "À qui appartient cette information, et qui peut la demander ?"
        return [context.found(control, "defaut", message, at=_said(state, given[0]), hint=hint)]
    for number, act, _ in state.acts:
        if act in control.actes_interdits:
            message = f"À l’oral, on entend {ACT_WORDS[act]} : la personne s’est fermée."
            place = _said(state, number)
            return [
                context.found(
                    control, "defaut", message, at=place, hint="Comment dire la même chose sans blesser ?"
                )
            ]
    held = {act for _, act, _ in state.acts}
    absent = [act for act in control.actes if act not in held]
    if absent:
        message = f"Il a manqué, à l’oral, {', '.join(ACT_WORDS[act] for act in absent)}."
        place = _last_word(state)
        return [
            context.found(
                control, "defaut", message, at=place, hint="Qu’attend d’abord quelqu’un de mécontent ?"
            )
        ]
    if (
        control.humeur_finale_min is not None
        and state.mood_curve
        and state.mood_curve[-1].mood < control.humeur_finale_min
    ):
        message = "La personne raccroche encore fâchée."
        place = _said(state, state.mood_curve[-1].n)
        return [context.found(control, "defaut", message, at=place, hint="À quel moment s’est-elle fermée ?")]
    shown = _shown(state, control)
    if shown is None:
        return [context.found(control, "conforme", "Rien ne blesse dans ce que vous dites à l’oral.")]
    return [context.found(control, "conforme", "Votre attitude a aidé l’échange.", at=shown)]


def _shown(state: State, control: ask.Conduct) -> Place | None:
    """The sentence where the attitude is heard, of the acts asked for first; None when no words show it."""
    wanted = [act for act in _WARM if act in control.actes] or list(_WARM)
    for name in wanted:
        for number, act, words in state.acts:
            if act != name:
                continue
            place, line = _said(state, number)
            told = next((one.text for one in sentences(line) if words and words in one.text), "")
            if told:
                return place, told.strip()
    return None


def judgement(control: ask.Judgement, context: Context) -> list[Finding]:
    """Left to a reader."""
    return context.missing(control, "modele_ou_formateur", f"{control.question} {NO_JUDGE}")
