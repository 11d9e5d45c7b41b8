# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what is told of people: their diet, their votes, their debts; an address or a password handed round.

Health and the other special categories are `generic.people.personal_data`, which looks at drafts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import fold, plain
from ascom_coach.review.access_codes import ACCESS, secret_span
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import named

_DIET = re.compile(
    r"(?<![\w-])(?:M\. |Mme )?[A-ZÀ-Ý][\wà-ÿ-]{2,}(?:(?:, | et )[A-ZÀ-Ý][\wà-ÿ-]{2,}| [A-ZÀ-Ý][\wà-ÿ-]{2,})*,? (?:est |sont |mange |mangent |ne mange |ne mangent |fait |font |suit |a |ont )(?:[a-zà-ÿ]+ )?(?:pas |plus |un régime |une allergie |d’allergie )?(?:végét|vegan|végan|sans (?:gluten|porc|lactose|sel|sucre)|halal|casher|allergi|de (?:porc|viande|gluten)|le ramadan|diab|intoléran)"
)
_OPINION = re.compile(
    r"(?<![\w-])(?:vote(?:nt|rait|z)? (?:a|pour|contre|toujours|blanc|extreme)|(?:d'|l')extreme[- ](?:gauche|droite)|(?:de|a) (?:gauche|droite) (?:convaincue?|comme)|macroniste|lepeniste|melenchoniste|communiste|complotiste|anti-?vax|pratiquante?s?|tres croyante?|temoin de jehovah)(?![\w-])"
)
_MONEY = re.compile(
    r"(?<![\w-])(?:criblee?s? de dettes|endettee?s? jusqu|couverte?s? de dettes|a (?:beaucoup|plein) de dettes|au (?:chomage|rsa)|touche le rsa|interdite? bancaire|dans le rouge|fins? de mois (?:difficile|dure)s?|mauvais(?:e)? payeu\w+|sans le sou|ruinee?s?|surendett\w*|huissiers? (?:chez|aux))(?![\w-])"
)
_GIVEN = re.compile(
    r"(?<![\w'])(?:j'ai|nous avons|on a|je (?:lui|leur) ai) (?:donc |aussi |deja )?(?:donn|transmis|communiqu|envoy|pass|redonn|laiss|fourni|confi)\w*(?:[^.;!?]|(?<=\bm)\.){0,40}(?:l'adresse|les adresses|le (?:numero|telephone|portable|mail|courriel)|son (?:adresse|numero|telephone|portable|mail|courriel)|leurs? (?:adresses?|numeros?|coordonnees)|les coordonnees|la liste|le fichier)(?: \w+)? ?(?:de|des|du|d'|client|,|\.|$)"
)
_RIGHTLY = re.compile(
    r"(?<!\w)(?:ne|n'|pas|refus\w*|sans|jamais|avec (?:son|leur) accord|a (?:sa|leur) demande)(?!\w)"
)
_PASSED_ON = re.compile(
    r"(?<!\w)(?:transmett|transmis|communiqu|ced|vend|partage|louer|louons|donn)\w*(?: \w+){0,2} (?:votre|vos|ces|leurs?) (?:adresses?|coordonnees|donnees|numeros?|courriels?|e-?mails?|informations)[^.;!?]{0,20} (?:a|aux|avec|au) (?:nos|des|d'autres|notre|un|une)(?!\w)"
)
_SENT_ON = re.compile(
    r"(?<![\w'])(?:je|nous|on) (?:l'|les )(?:ai|avons|a) (?:donc |aussi |deja )?(?:envoy|transmis|communiqu|partag|pass|donn|montr|pret)\w* (?:a|au|aux|avec) (?P<who>(?:m\. |mme )?[a-z][\w'-]+(?: [a-z][\w'-]+)?)"
)
_FILE = re.compile(r"(?<!\w)(?:listes?|fichiers?|base|coordonnees|adresses|contacts|extraction)(?!\w)")
_OUTSIDER = re.compile(
    r"(?<!\w)(?:clients?|clientes?|partenaires?|presidente?|fournisseurs?|prestataires?|traiteur|association|voisine?s?|mairie)(?!\w)"
)
_INSIDE_TOO = (
    (_OPINION, "Ce que pense ou croit une personne ne s’écrit pas."),
    (_MONEY, "L’argent d’une personne ne s’écrit pas ici."),
)


def private_life(watch: Watch) -> Iterator[Hit]:
    """Nothing of a person's life that the reader can do without, no address nor password handed round."""
    if not watch.is_text:
        yield from _cells(watch)
        return
    folded, number = watch.draft.folded, 0
    said = plain("\n".join(watch.story.spoken))
    looked = list(_INSIDE_TOO)
    outsiders = {
        word
        for one in watch.story.scenario.personnages.values()
        if _OUTSIDER.search(plain(one.role))
        for word in re.findall(r"[a-z][\w'-]{3,}", plain(one.nom))
    }
    for rank, block in enumerate(watch.view.blocks):
        line = fold(block.text)
        sent = _SENT_ON.search(line.text) if _FILE.search(line.text) else None
        if sent is not None and set(re.findall(r"[a-z][\w'-]{3,}", sent["who"])) & outsiders:
            number += 1
            first, last = (watch.view.start(rank) + one for one in line.span(*sent.span()))
            message = "Un fichier de personnes ne part pas chez quelqu’un du dehors."
            yield wrong(
                message, watch.view.place(first, last), "Qui a donné son accord ?", mark=f".fichier{number}"
            )
    if watch.goes_out:
        looked.append((_PASSED_ON, "Une adresse confiée ne se transmet pas sans accord."))
    for pattern, message in looked:
        for match in pattern.finditer(folded.text):
            if match.group() in said and watch.reports:
                continue  # the person was asked to pass it on
            number += 1
            place = watch.view.place(*folded.span(*match.span()))
            yield wrong(message, place, "Votre lecteur en a-t-il besoin ?", mark=f".{number}")
    for match in ACCESS.finditer(folded.text):
        if re.search(r"[0-9A-Z]", watch.view.text[slice(*folded.span(*secret_span(match)))]):
            number += 1
            yield wrong("Un mot de passe ne s’écrit pas dans un message.", watch.view.place(*folded.span(*match.span())),
                        "Qui peut lire ce message ?", mark=f".acces{number}")  # fmt: skip
    if not watch.reports:
        for match in _DIET.finditer(watch.view.text):
            number += 1
            yield wrong("Ce que mange une personne dit sa santé ou sa foi : pas de nom ici.", watch.view.place(*match.span()),
                        "Comment le dire sans nommer personne ?", mark=f".regime{number}")  # fmt: skip
    for start, end in watch.draft.sentences:
        sentence = plain(watch.view.text[start:end])
        if _GIVEN.search(sentence) and not _RIGHTLY.search(sentence):
            number += 1
            yield wrong("Vous avez donné les coordonnées d’une personne à quelqu’un d’autre.", watch.view.place(start, end),
                        "La personne était-elle d’accord ?", mark=f".donnee{number}")  # fmt: skip


def _cells(watch: Watch) -> Iterator[Hit]:
    """The same in a cell that the file handed out did not hold."""
    given = {
        named(cell.text) for paper in watch.story.start.values() for sheet in paper.sheets for cell in sheet.cells.values()
    }  # fmt: skip
    number = 0
    for sheet in watch.document.sheets:
        for cell in sheet.cells.values():
            if not isinstance(cell.value, str) or named(cell.text) in given:
                continue
            found = next(
                (message for pattern, message in _INSIDE_TOO if pattern.search(plain(cell.text))), ""
            )
            if found:
                number += 1
                yield wrong(found, at(cell), "Qui en a besoin ?", mark=f".{number}")
