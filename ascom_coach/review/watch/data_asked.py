# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at what a text asks of its readers and says of their addresses: no more than needed, nothing bought or taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_ASK = re.compile(
    r"(?<!\w)(?:indiqu|donn|precis|communiqu|envoy|fourni|joign|transmett|rempliss|renseign|laiss|inscriv|dites|mentionn|apport)\w*(?:[- ](?:nous|moi))?(?!\w)|merci de|veuillez|pensez a|obligatoires? :|nous aurons besoin"
)
_PRIVATE = re.compile(
    r"(?<!\w)(?:dates? de naissance|revenus?|salaires?|avis d'imposition|groupes? sanguins?|religion|nationalite|numeros? de securite sociale|situation (?:familiale|de famille|matrimoniale)|etats? de sante|poids|"
    r"casier judiciaire|(?:pieces?|cartes?) d'identite|coordonnees bancaires|numeros? de carte (?:bancaire|bleue)|(?:vos |vote|opinions? )politiques?|orientation|antecedents medicaux|traitements? medica\w+|profession du conjoint|nombre d'enfants)(?!\w)"
)
_TAKEN = re.compile(
    r"(?<!\w)(?:(?:avons|ai|avoir|a ete|ont ete|est) (?:achet|lou|recuper|trouv|acqui|aspir|collect|obten)\w*[^.;]{0,40}(?:fichiers?|adresses?|listes?|contacts?|coordonnees)|"
    r"(?:fichiers?|adresses?|listes?|contacts?|coordonnees)[^.;]{0,30}(?:achete|loue|recupere|trouve|acquis|aspire|partenaires? commercia|sur internet|sur les reseaux))"
)


def too_much_asked(watch: Watch) -> Iterator[Hit]:
    """What leaves the house asks for no private data that the story does not ask for, and uses no bought addresses."""
    if not watch.goes_out or not watch.is_text:
        return
    told = " ".join(plain(line) for line in watch.story.spoken)
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        sentence = plain(watch.view.text[start:end])
        asked = _PRIVATE.search(sentence) if _ASK.search(sentence) else None
        if asked is not None and asked.group() not in told:
            message = "Cette donnée personnelle n’est pas nécessaire ici."
            yield wrong(
                message, watch.view.place(start, end), "À quoi vous servirait-elle ?", mark=f".{number}"
            )
        elif watch.context.production.type == "emailing" and _TAKEN.search(sentence):
            message = "Une adresse ne s’achète ni ne se prend ainsi : votre lecteur doit savoir d’où vient la sienne."
            hint = "D’où vient votre liste d’envoi ?"
            yield wrong(message, watch.view.place(start, end), hint, mark=f".{number}")
