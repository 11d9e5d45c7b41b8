# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks of a mailing: the way out, and real merge fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, family_of, good, wrong

_WAY_OUT = re.compile(
    r"desinscri\w+|desabonn\w+|ne (?:souhaitez|desirez|voulez) plus (?:recevoir|etre)|ne plus recevoir|se desinscrire|unsubscribe|"
    r"droit d'opposition|vous opposer|stop (?:au|par sms)|retirer de (?:cette|notre) liste"
)
_TYPED_FIELD = re.compile(r"«\s?[^\W\d_][\w ]{1,30}\s?»|<<[^\W\d_][\w ]{1,30}>>|\{\{[^\W\d_][\w ]{1,30}\}\}")
_FIELD_WORDS = re.compile(
    r"(?:nom|prenom|civilite|adresse|ville|cp|code ?postal|titre|societe|date|montant|raison)"
)


def way_out(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A simple way not to receive such messages any more (CPCE L. 34-5), or the right to object for a letter."""
    mailing = draft.kind_id in ("emailing", "newsletter") or draft.named
    if draft.document.sheets or not mailing or not draft.view.blocks:
        return
    if draft.production is not None and draft.production.id == "P3.0" and draft.kind_id != "emailing":
        return
    headers = draft.document.mail.headers if draft.document.mail else {}
    text = plain(draft.whole.text)
    targets = " ".join(plain(f"{link.text} {link.target}") for link in draft.document.links)
    if _WAY_OUT.search(text) or _WAY_OUT.search(targets) or "list-unsubscribe" in headers:
        spans = [
            draft.whole.find(word)
            for word in ("désinscrire", "désabonner", "désinscription", "opposition", "ne plus recevoir")
        ]
        first = next((found[0] for found in spans if found), None)
        place = draft.whole.place(*first) if first else draft.view.last()
        yield good("Le lecteur peut ne plus recevoir ces envois.", place)
        return
    electronic = family_of(draft.document) in ("message", "page") or draft.kind_id == "emailing"
    message = "Rien ne dit comment ne plus recevoir ces messages : la loi l’exige dans chaque envoi."
    if not electronic:
        message = "Rien ne rappelle au lecteur qu’il peut s’opposer à ces envois."
    yield wrong(message, draft.view.last(), "Quel lien ou quelle adresse lui donner ?", certain=electronic)


def merge_fields(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Merge fields are fields, not typed chevrons."""
    fields = [field for field in draft.document.fields if "MERGEFIELD" in field.code.upper()]
    typed = [
        match for match in _TYPED_FIELD.finditer(draft.view.text) if _FIELD_WORDS.search(plain(match.group()))
    ]
    if fields:
        yield good("Les champs de fusion sont de vrais champs.", (fields[0].locator, ""))
    elif typed and draft.document.type in ("docx", "docm", "dotx"):
        message = "Ce champ est tapé : la fusion ne le remplira pas."
        yield wrong(
            message,
            draft.view.place(*typed[0].span()),
            "Quel onglet insère un champ de fusion ?",
            certain=True,
        )
