"""Checks of what a copy says: facts, values, quantities, anomalies, in any written form."""

from __future__ import annotations

import re
from bisect import bisect_left

from ascom_coach.language import find_values, fold, mentions, plain, same_value
from ascom_coach.review.context import Context
from ascom_coach.review.half_told import half_told
from ascom_coach.review.model import Finding
from ascom_coach.review.named_alone import named_alone
from ascom_coach.review.repeated_words import missing
from ascom_coach.review.restated import restated
from ascom_coach.review.standing import elsewhere, slip_of, spoken_of, titled, well_named
from ascom_coach.review.text_view import Place, TextView
from ascom_coach.review.workbooks.cells import at, same_cell
from ascom_coach.review.workbooks.grid import open_sheets
from ascom_coach.scenarios import controls as ask

STEM = 5
"""From that many letters, a word of an author stands for all the words that begin so."""
NEAR = 120
"""Code points read on each side of an outdated value, for a word that says it no longer holds."""
_OVER = re.compile(
    r"(?<!\w)(?:au lieu|a la place|et non|non (?:pas|plus)|plus|plutot|finalement|initial\w*|d'abord|avai\w+|etai\w+|"
    r"ancien\w*|prevue?s?|premier\w*|annonce\w*|report\w*|decal\w*|repouss\w*|avance\w*|deplacee?s?|deplacer|modifi\w*|chang\w*|"
    r"annul\w*|remplac\w*|rectifi\w*|corrig\w*|erreur|contrairement|urgence|impossible|empeche\w*)(?!\w)"
)


Wanted = tuple[str, str, str, tuple[str, ...]]
"""What it is, its value, the value of before (or empty), words that speak of it."""


def facts_present(control: ask.FactsPresent, context: Context) -> list[Finding]:
    """Each fact is told, with its present value, in any written form."""
    wanted: list[Wanted] = []
    changed = {fact: value for twist, facts in control.si_imprevu.items() if twist in context.twists
               for fact, value in facts.items()}  # fmt: skip
    if control.valeurs:
        label = (
            context.scenario.fact(control.faits[0]).porte_sur if control.faits else "une information attendue"
        )
        words = tuple(word for fact in control.faits for word in _words(fact, context))
        wanted = [(label, value, "", words) for value in control.valeurs]
    else:
        wanted = [
            (
                context.scenario.fact(fact).porte_sur,
                changed.get(fact, context.value(fact)),
                context.old_value(fact),
                _words(fact, context),
            )
            for fact in control.faits
        ]
    return _values(control, context, wanted)


def values_present(control: ask.ValuesPresent, context: Context) -> list[Finding]:
    """Each value is told, in any written form."""
    label = control.intitule or "une information attendue"
    words = (label, *(word for fact in control.faits for word in _words(fact, context)))
    return _values(control, context, [(label, value, "", words) for value in control.valeurs])


def _words(fact: str, context: Context) -> tuple[str, ...]:
    """What a fact is about, in the author's words."""
    known = context.scenario.fact(fact)
    asked = (
        one.quoi
        for step in context.scenario.etapes
        for one in getattr(step, "manque", ())
        if one.fait == fact
    )
    return (known.porte_sur, *known.mots_cles, *asked)


def _values(control: ask.AnyControl, context: Context, wanted: list[Wanted]) -> list[Finding]:
    """One defect for each value that is missing or out of date; one success when all are there."""
    view = context.view
    places: list[Place] = []
    wrong: list[Finding] = []
    for number, (label, value, old, words) in enumerate(wanted, 1):
        place = _stated(value, context)
        if place is None and (alone := named_alone(value, words, context)) is not None:
            place = view.place(*alone)
        mark = f".{number}" if len(wanted) > 1 else ""
        if place is not None:
            places.append(place)
            both = _kept_beside(old, context) if old else None
            if both is not None:
                message = (
                    f"Vous donnez deux versions sur {label} : votre lecteur ne sait pas laquelle croire."
                )
                hint = "Laquelle est encore vraie ?"
                wrong.append(context.found(control, "defaut", message, at=both, hint=hint, mark=mark))
            continue
        outdated = _told(old, context) if old else []
        slip = None if outdated else slip_of(value, context, words) or elsewhere(value, context, words)
        if slip is not None:
            message, hint = missing(label, unsure=True)
            wrong.append(context.found(control, "defaut", message, at=slip, hint=hint, mark=mark))
        elif outdated:
            message = f"Ce que vous écrivez sur {label} n’est plus à jour : les choses ont changé en cours de route."
            hint = "Qui vous a rappelé, et pour dire quoi ?"
            wrong.append(
                context.found(control, "defaut", message, at=view.place(*outdated[0]), hint=hint, mark=mark)
            )
        else:
            message, hint = missing(label)
            wrong.append(
                context.found(control, "defaut", message, at=spoken_of(words, context), hint=hint, mark=mark)
            )
    if wrong:
        return wrong
    labels = ", ".join(dict.fromkeys(label for label, *_ in wanted))
    return [
        context.found(control, "conforme", f"Vous donnez {labels}.", at=places[0] if places else view.main())
    ]


def _stated(value: str, context: Context) -> Place | None:
    """Where a value is told, in any written form; in a workbook, a cell that says just that."""
    view = context.view
    spans = [
        span
        for written in (value, *titled(value))
        for span in mentions(view.text, written, context.today) or view.find(written)
    ]
    for span in spans or restated(value, view, context.today):
        if well_named(value, view.text[slice(*span)], view.text):
            return view.place(*span)
    for sheet in open_sheets(context.document) if context.document else ():
        for cell in sheet.cells.values():
            if cell.text and not cell.hidden and same_cell(cell, value, context.today):
                return at(cell)
    return None


def _told(value: str, context: Context) -> list[tuple[int, int]]:
    """Every place where a value is told, in any written form and in other honest words."""
    view = context.view
    return sorted({*mentions(view.text, value, context.today), *restated(value, view, context.today)})


def _kept_beside(old: str, context: Context) -> Place | None:
    """Where the value of before still stands as if it held, beside the right one; None when it is said to be over."""
    view = context.view
    for start, end in _told(old, context):
        around = plain(view.text[max(0, start - NEAR) : end + NEAR])
        if not _OVER.search(around):
            return view.place(start, end)
    return None


def values_absent(control: ask.ValuesAbsent, context: Context) -> list[Finding]:
    """Nothing is left that had to go: in the text, the headers, the footers, the cells, even hidden."""
    why = control.raison or "ce texte n’a pas sa place dans ce document"
    view = TextView.of(context.document, sides=True) if context.document else context.view
    spans: list[tuple[int, int]] = []
    for value in control.valeurs:
        for start, end in (*view.find(value), *mentions(view.text, value, context.today)):
            if all(end <= first or last <= start for first, last in spans):
                spans.append((start, end))
    if not spans:
        message = "Rien d’inutile ni de périmé n’est resté."
        return [context.found(control, "conforme", message, at=context.view.main())]
    hint = "Que faut-il enlever ou mettre à jour à cet endroit ?"
    return [
        context.found(
            control, "defaut", f"À cet endroit, {why}.", at=view.place(*span), hint=hint, mark=f".{number}"
        )
        for number, span in enumerate(sorted(spans), 1)
    ]


def promised_quantity(control: ask.PromisedQuantity, context: Context) -> list[Finding]:
    """The quantity promised in writing is the one that can be kept."""
    expected = next((v for twist, v in control.si_imprevu.items() if twist in context.twists), control.valeur)
    view = context.view
    good = mentions(view.text, expected, context.today)
    wanted = find_values(expected, context.today)
    others = [
        value
        for value in context.values
        if wanted
        and value.kind == wanted[0].kind
        and value.unit == wanted[0].unit
        and value.value != wanted[0].value
    ]
    for promise in context.promises:
        kept = any(same_value(value, wanted[0]) for value in promise.values) if wanted else False
        if kept and not good:  # « nous en expédions 6 »
            good = [(promise.start, promise.end)]
        if not kept and any(same_value(value, other) for value in promise.values for other in others):
            message = "Vous promettez une quantité que l’entreprise ne peut pas tenir."
            place, hint = view.place(promise.start, promise.end), "Que permet le stock, à cette heure ?"
            return [context.found(control, "defaut", message, at=place, hint=hint)]
    if good:
        message = "La quantité annoncée est la bonne."
        return [context.found(control, "conforme", message, at=view.place(*good[0]))]
    message = "Vous n’annoncez pas la quantité que l’on peut tenir."
    place = view.place(others[0].start, others[0].end) if len(others) == 1 else view.main()
    return [context.found(control, "defaut", message, at=place, hint="Combien, exactement, et quand ?")]


_DATED = (
    r"\d+(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
    r"(?: \d{4})?"
)
_CENTS = re.compile(r"\d[\d ]*,\d\d")
"""An amount that an author gave without its sign: a copy writes « 184 € »."""
_TELLING = 5
"""Letters from which a word of an anomaly tells where it is spoken of."""


def anomaly_reported(control: ask.AnomalyReported, context: Context) -> list[Finding]:
    """The anomaly is told to the reader: every group of words in a passage of a paragraph or two."""
    view = context.view
    anomaly = context.scenario.anomaly(control.anomalie)
    groups = [group.split("|") for group in control.mots] or [[anomaly.valeur or anomaly.detail]]
    found = [_spans(view, group, context) for group in groups]
    for start, end in view.groups if all(found) else ():
        inside = [span for spans in found if (span := _within(spans, start, end)) is not None]
        if len(inside) == len(found):
            place = view.place(*inside[0])  # the author names first what is most telling
            return [context.found(control, "conforme", "Vous signalez l’anomalie.", at=place)]
    message = "Une anomalie de vos documents n’est pas signalée : elle reviendra, et plus cher."
    hint = "Comparez les documents remis, ligne par ligne."
    told = [span for spans in found for span in spans if span[1] - span[0] >= _TELLING]
    titles = [one.titre for one in context.scenario.documents_remis if control.anomalie in one.anomalies]
    about = re.sub(_DATED, " ", anomaly.detail)  # another day of the same month does not speak of it
    traced = half_told(found, (anomaly.detail, anomaly.valeur, *_about(anomaly.fait, context)), view)
    if traced is not None:
        message = (
            "Vous parlez ici d’une anomalie de vos documents, peut-être en d’autres mots que ceux attendus."
        )
        return [context.found(control, "a_verifier", message, at=view.place(*traced), hint=hint)]
    place = view.place(*told[0]) if told else spoken_of((about, *titles), context)
    return [context.found(control, "defaut", message, at=place, hint=hint)]


def _about(fact: str, context: Context) -> tuple[str, ...]:
    """What an anomaly's fact is about, when it has one."""
    return (context.scenario.fact(fact).porte_sur,) if fact else ()


def _within(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The first of the spans, in order, that stands between two offsets."""
    for index in range(bisect_left(spans, (start, 0)), len(spans)):
        if spans[index][1] <= end:
            return spans[index]
        if spans[index][0] >= end:
            break
    return None


def _spans(view: TextView, group: list[str], context: Context) -> list[tuple[int, int]]:
    """Where one of the alternatives stands: as a value, as words, or as the beginning of a word when it is long."""
    folded = fold(view.text)
    spans: list[tuple[int, int]] = []
    for words in group:
        parts = plain(words).split()
        if len(parts) > 1 or not parts[0].isalpha() or len(parts[0]) >= STEM:
            spans += mentions(view.text, words, context.today)  # « bon » is not the root of « bonne journée »
        if _CENTS.fullmatch(words):
            spans += mentions(view.text, f"{words} €", context.today)
        if parts:
            ending = "" if len(parts[-1]) >= STEM and parts[-1].isalpha() else r"(?:e?s|x)?(?!\w)"
            pattern = (
                (r"(?<!\w)" if parts[0][0].isalnum() else "") + r"\s+".join(map(re.escape, parts)) + ending
            )
            spans += [folded.span(*match.span()) for match in re.finditer(pattern, folded.text)]
    return sorted(set(spans))
