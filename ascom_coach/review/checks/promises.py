"""What was promised aloud, looked for in what is written: kept, said otherwise, or forgotten."""

from __future__ import annotations

from ascom_coach.language import Promise, Value, find_promises, find_values, mentions, same_value
from ascom_coach.review.checks.session import NO_SESSION
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.scenarios import controls as ask

_BINDING = frozenset(["livrer", "reparer", "geste", "avoir", "remplacer", "rembourser", "annuler"])
"""What a client waits for even when no day and no amount was said."""
_STATED = frozenset(["date", "heure", "montant", "quantite", "pourcentage"])


def kept_promises(control: ask.KeptPromises, context: Context) -> list[Finding]:
    """Each firm promise made aloud to `a` stands in the copy with the same day, hour or amount.

    What a twist changed since then is rightly written otherwise; a promise that nobody may make is judged elsewhere.
    """
    if context.state is None:
        return context.missing(control, "seance", NO_SESSION)
    spoken = _spoken(control.a, context)
    if not spoken:
        return [context.found(control, "sans_objet", "Vous n’avez rien promis de précis à l’oral.")]
    findings = [finding for promise in spoken if (finding := _judge(control, context, promise))]
    if findings:
        return findings[:1]
    good = next((p for p in context.promises for one in spoken if p.sense == one.sense), None)
    place = context.view.place(good.start, good.end) if good else context.view.main()
    return [
        context.found(
            control, "conforme", "Ce que vous avez promis à l’oral est écrit, sans écart.", at=place
        )
    ]


def _spoken(person: str, context: Context) -> list[Promise]:
    """Firm promises to that person, the last one of each sense: one may correct oneself."""
    assert context.state is not None
    last: dict[str, Promise] = {}
    judged = {(made.sense, made.text): made.verdict for made in context.state.promises}
    for line in context.state.transcript:
        if line.to != person or line.who == person:
            continue
        for promise in find_promises(line.text, context.today):
            verdict = judged.get((promise.sense, promise.text), "libre")
            told = any(value.kind in _STATED for value in promise.values)
            if (
                not promise.conditional
                and verdict in ("permis", "libre")
                and (told or promise.sense in _BINDING)
            ):
                last[promise.sense] = promise
    return list(last.values())


def _judge(control: ask.KeptPromises, context: Context, spoken: Promise) -> Finding | None:
    view = context.view
    wanted = [value for value in spoken.values if value.kind in _STATED and not _changed(value, context)]
    written = [promise for promise in context.promises if promise.sense == spoken.sense]
    said = f"« {spoken.text.strip()} »"
    for value in wanted:
        if mentions(view.text, value.text, context.today):
            continue
        for promise in written:
            others = [one for one in promise.values if one.kind == value.kind]
            if others and not any(same_value(one, value) for one in others):
                message = f"À l’oral, vous avez dit {said} ; vous écrivez autre chose."
                place = view.place(promise.start, promise.end)
                return context.found(
                    control, "defaut", message, at=place, hint="Laquelle des deux paroles tiendrez-vous ?"
                )
        message = f"À l’oral, vous avez dit {said} ; l’écrit ne dit plus « {value.text} »."
        return context.found(
            control, "defaut", message, at=view.main(), hint="Que va vérifier la personne en vous lisant ?"
        )
    if not wanted and not written and not _changed_all(spoken, context):
        message = f"À l’oral, vous avez dit {said} ; l’écrit n’en parle plus."
        return context.found(
            control,
            "defaut",
            message,
            at=view.main(),
            hint="Relisez ce que vous avez promis pendant l’échange.",
        )
    return None


def _changed(value: Value, context: Context) -> bool:
    """Whether a value was right when said, and a twist has replaced it since."""
    old = [context.old_value(fact.id) for fact in context.scenario.faits]
    return any(same_value(value, one) for text in old if text for one in find_values(text, context.today))


def _changed_all(spoken: Promise, context: Context) -> bool:
    return bool(spoken.values) and all(_changed(value, context) for value in spoken.values)
