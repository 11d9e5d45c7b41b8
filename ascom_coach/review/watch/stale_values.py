# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at what the papers held and no longer holds, or that nobody should pass on as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import all_values, fold, plain
from ascom_coach.review.checks.workbook import expected_cell
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.standing import proper
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.meanings import QUOTED
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import cents
from ascom_coach.review.workbooks.grid import find_grid
from ascom_coach.scenarios import controls as ask

_KINDS = ("telephone", "courriel", "reference")
_KIN = (
    {"mere": r"meres?|maman", "pere": r"peres?|papa", "fille": r"filles?", "fils": r"fils", "mari": r"maris?|epoux", "femme": r"femmes?|epouses?",
     "soeur": r"soeurs?", "frere": r"freres?", "tante": r"tantes?", "oncle": r"oncles?", "voisin": r"voisins?|voisines?", "grand-mere": r"grands?-meres?"},
    {"matin": r"matins?|matinee", "apres-midi": r"apres-midi", "soir": r"soirs?|soiree"},
    {"courriel": r"courriels?|e-?mails?|messagerie", "telephone": r"telephone", "courrier": r"courrier|la poste", "sms": r"sms|textos?"},
    {"train": r"trains?|tgv", "avion": r"avions?|vols?", "voiture": r"voitures?", "car": r"autocars?"},
    {"petit-dejeuner": r"petits?[- ]dejeuners?", "dejeuner": r"(?<!petit[- ])dejeuners?", "diner": r"diners?", "gouter": r"gouters?", "buffet": r"buffets?"},
)  # fmt: skip
"""Families of words of which one takes the place of another."""
_TIMES = re.compile(
    r"(?<![\d,])(?P<count>\d{1,4}) [a-z][^.;:!?\d]{2,40}? a (?P<each>\d[\d ]*(?:[.,]\d{1,2})?) ?(?:€|euros?)(?: (?:l'unite|piece|chacune?|par personne|ttc|ht))?,? (?:soit|donc|pour un total de|ce qui fait|total :|=) (?:un total de |au total )?(?P<total>\d[\d ]*(?:[.,]\d{1,2})?) ?(?:€|euros?)"
)
_NONE = re.compile(r"(?<!\w)(?:pas|plus|aucun|aucune|sans) (?:de |d')?(?P<thing>[a-z][\w-]{3,})")
_DENIED = re.compile(r"(?<!\w)(?:ne|n'|pas|sans|aucune?|ni|sauf|hormis|retir\w*|enlev\w*|deduit\w*)(?!\w)")


def stale_values(watch: Watch) -> Iterator[Hit]:
    """An old number, another relative, a sum that is no product, a thing that somebody does not get."""
    if not watch.is_text:
        return
    yield from _old_cells(watch)
    yield from _other_kin(watch)
    yield from _products(watch)
    yield from _not_for_them(watch)
    yield from _contested(watch)


def _old_cells(watch: Watch) -> Iterator[Hit]:
    """What a file handed out held, and that the person had to correct there, is not given here."""
    old: dict[str, str] = {}
    for production in watch.story.scenario.productions:
        start = watch.context.start.get(production.contrat.depart) if production.contrat else None
        for control in production.controles if start is not None else ():
            if not isinstance(control, ask.CellValue) or production.contrat is None or start is None:
                continue
            grid = find_grid(start, production.contrat.entete, key=production.contrat.cle)
            row, column = (grid.row(control.ligne), grid.column(control.colonne)) if grid else (None, None)
            cell = row.get(column) if row and column is not None else None
            right = expected_cell(control, watch.context)
            if cell is not None and plain(cell.text) != plain(right):
                old |= {
                    str(one.value): right
                    for one in all_values(cell.text, watch.context.today)
                    if one.kind in _KINDS
                }
    for number, value in enumerate(watch.context.values if old else (), 1):
        if (
            value.kind in _KINDS
            and str(value.value) in old
            and not QUOTED.search(watch.draft.sentence_at(value.start))
        ):
            message = "Ce n’est plus le bon\u00a0: vous l’avez corrigé dans le fichier."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Lequel marche encore ?", mark=f".ancien{number}")


def _other_kin(watch: Watch) -> Iterator[Hit]:
    """« sa fille » where the story says « sa mère », which is nowhere here."""
    folded = fold(watch.view.text)
    said = plain("\n".join(watch.story.spoken))
    number = 0
    for family in _KIN[: len(_KIN) if watch.goes_out else 1]:
        for fact in watch.story.scenario.faits:
            value = plain(watch.story.current.get(fact.id, ""))
            own = [
                name for name, words in family.items() if re.search(rf"(?<![\w-])(?:{words})(?![\w-])", value)
            ]
            if len(own) != 1 or re.search(rf"(?<![\w-])(?:{family[own[0]]})(?![\w-])", folded.text):
                continue
            about = roots(f"{fact.porte_sur} {value}") - roots(own[0])
            for name, words in family.items():
                if name in own or re.search(rf"(?<![\w-])(?:{words})(?![\w-])", said):
                    continue
                for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", folded.text):
                    first, last = folded.span(*match.span())
                    sentence = watch.draft.sentence_at(first)
                    figures = set(re.findall(r"\d+", value)) & set(re.findall(r"\d+", sentence))
                    if (figures or roots(sentence) & about) and not QUOTED.search(sentence):
                        number += 1
                        message = f"Ce n’est pas ce que l’on vous a dit sur {fact.porte_sur}."
                        yield wrong(
                            message,
                            watch.view.place(first, last),
                            "Comparez avec vos notes.",
                            mark=f".parent{number}",
                        )


def _products(watch: Watch) -> Iterator[Hit]:
    """« 11 paniers à 15,50 €, soit 159,50 € » does not add up."""
    for number, match in enumerate(_TIMES.finditer(watch.draft.folded.text), 1):
        count, each, total = (
            Decimal(re.sub(r"\s", "", match[name]).replace(",", ".")) for name in ("count", "each", "total")
        )
        if cents(count * each) != cents(total):
            message = "Le nombre et le prix ne donnent pas ce total."
            yield wrong(
                message, watch.draft.at(match), "Refaites la multiplication.", mark=f".produit{number}"
            )


def _not_for_them(watch: Watch) -> Iterator[Hit]:
    """« un panier pour elle » where the story says « pas de panier à son nom »."""
    for fact in watch.story.scenario.faits:
        names = proper(watch.story.current.get(fact.id, ""))
        lines = [plain(line) for line in fact.reponses] if names else []
        things = {match["thing"][:5] for line in lines for match in _NONE.finditer(line)}
        for rank, (start, end) in enumerate(watch.draft.sentences if things else ()):
            sentence = plain(watch.view.text[start:end])
            if not names & set(re.findall(r"[\w-]+", sentence)):
                continue
            after = re.split(r"[:;,]", sentence)[-1]
            gets = {word[:5] for word in re.findall(r"[a-z]{4,}", after)} & things
            if (
                gets
                and not _DENIED.search(after)
                and re.search(
                    r"(?<!\w)(?:lui (?:livr|donn|apport|envo|offr|reserv|command)\w*|(?:recoit|recevra|aura|prend) (?:\w+ )?(?:un|son|sa|une)) |(?<!\w)(?:pour|a) (?:elle|lui|eux|elles|m\.|mme|son|sa|\w+$)",
                    after,
                )
            ):
                message = f"C’est le contraire de ce que l’on vous a dit sur {fact.porte_sur}."
                yield wrong(message, watch.view.place(start, end), "Relisez vos notes.", mark=f".pour{rank}")


def _contested(watch: Watch) -> Iterator[Hit]:
    """A proper name (a room) that the papers show unfit is not given to readers as if it held."""
    if watch.reports:
        return
    told = {getattr(one, "anomalie", "") for one in watch.context.production.controles}
    for number, anomaly in enumerate(watch.story.scenario.anomalies, 1):
        if anomaly.attendu != "signaler" or not anomaly.fait or anomaly.id in told:
            continue
        value = watch.story.current.get(anomaly.fait, "")
        match = re.fullmatch(r"[a-z]+ (?P<name>[A-ZÀ-Þ][\w’-]+)", value)
        for start, end in watch.view.find(match["name"]) if match else ():
            if not QUOTED.search(watch.draft.sentence_at(start)) and not _DENIED.search(
                watch.draft.sentence_at(start)
            ):
                message = "Vos documents montrent que cela ne va pas."
                yield wrong(
                    message,
                    watch.view.place(start, end),
                    "Qu’avez-vous trouvé à ce sujet ?",
                    mark=f".lieu{number}",
                )
                break
