# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what should not be said: a reason confided, what the author bans in other words, the affairs of the house.

A subject is known by any of its words (« banque », « prêteur », « dossier de prêt » are one), so that another wording of
what was banned or confided is still recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.polarity import spans
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios.schema import Banned, Fact

_THEMES = {
    "credit": r"banques?|banqui\w+|bancaires?|emprunt\w*|creanciers?|preteurs?|credits? (?:bancaire|immobilier|professionnel)|(?:dossier|demande|accord|besoin) de (?:pret|credit|financement)|"
    r"(?:le|un|du|ce|notre|son|leur) (?:pret|credit|financement)(?! a)|financeurs?|refinanc\w+|tresorerie|a decouvert|decouvert bancaire|pret(?:er|e)? de l'argent|avant de (?:nous )?preter",
    "faute": r"(?:notre|nos) (?:faute|tort|erreur|responsabilite|negligence|manquement|oubli)s?|(?:faute|tort|erreur|negligence|responsabilite) (?:est|vient|de notre|qui est la notre)[\w ]{0,20}(?:notre|nous|notre part)|"
    r"(?:erreur|faute|oubli|negligence) de (?:notre part|nos services)|nous (?:avons|sommes) (?:commis|fautifs|responsables?|en tort|eu tort|mal \w+|failli|manque)|nous nous sommes trompe\w*|de notre (?:fait|faute)|vous avez (?:\w+ment |tout a fait |bien )?raison(?! (?:(?:de|quand|si)(?!\w)|d'))|"
    r"(?:travail|travaux|reparation|intervention|prestation|pose|livraison|commande|controle)[^.;!?]{0,30} (?:n'a|n'ont|n'est|n'etait|n'avait) [^.;!?]{0,25}(?:correctement|dans les regles|comme il (?:faut|fallait)|conforme|soigneusement)|responsabilite (?:nous |vous )?(?:en )?(?:revient|incombe)|"
    r"(?:erreur|faute|oubli|negligence) de (?:notre|nos) \w+|nous (?:l'admettons|le reconnaissons|en convenons|admettons|reconnaissons (?:que|avoir|l'|nos|notre))|"
    r"mal (?:repare|regle|monte|pose|serre|controle|fait)\w*|technicien (?:a oublie|a mal|s'est trompe|n'a pas (?:fait|verifie|controle))",
    "emploi": r"licenci\w+|suppressions? de postes?|plan social|rupture conventionnelle|mis\w* a pied|mise a la porte|chomage (?:partiel|technique)|reduction d'effectif\w*|avertissement (?:disciplinaire)?",
    "vente": r"rachat|rachetee?s?|racheteur|repreneur|cession|(?:vend|cede)\w* (?:l'entreprise|la societe|la maison|l'affaire|les murs)|fusion\w*|vente de (?:l'entreprise|la societe|la maison)",
    "salaire": r"salaires?|fiches? de paie|remunerations?",
    "marge": r"marges? (?:de |sur |commerciale|brute|nette|est|confortable)|(?:notre|nos|leur|leurs) marges?|benefices?|prix d'achat|(?:cout|prix) de revient|chiffre d'affaires|nous (?:revient|coute) (?:moins|seulement|a peine)",
    "justice": r"proces|tribunal|avocats?|prud'hommes|assignation|mise en examen|huissier|redressement judiciaire|liquidation|depot de bilan|faillite",
    "photo": r"photos?|photographies?|images?|portraits?|cliches?|selfies?",
    "groupe": r"groupes?|participants?|visiteurs?|stagiaires?|convives?|inscrits|eleves|benevoles|equipe|habitues",
    "sur": r"garanti\w*|assuree?s?|certain\w*|a coup sur|a tous les coups|sans (?:echec|risque|rate|exception)|infaillibles?|toujours|toutes?|tous|chaque|chacune?|100 ?%|cent pour cent|aucun\w* (?:echec|rate|perte)|jamais|immanquablement|parole d[e']|systematiquement|sans faute",
}  # fmt: skip
"""Subjects by their words, on folded text."""
_PATTERNS = {name: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for name, words in _THEMES.items()}
_ALONE = ("credit", "faute", "emploi", "vente", "salaire", "marge", "justice")
"""Subjects that one word is enough to tell."""
_INSIDE = ("marge", "emploi", "vente", "justice", "credit")
"""Affairs of the house, when « nous », « notre » or the house stands in the clause."""
_HOUSE = re.compile(r"(?<![\w-])(?:nous|notre|nos|la direction|l'entreprise|la societe|la maison)(?![\w-])")
_CONFIDED = re.compile(
    r"entre nous|pas un mot|(?:pour|a) (?:toi|vous) (?:seul|seule|seulement)|(?:ne|n')(?: ?l[ea'])? ?(?:dis|dites|repete\w*|ecri\w+|racont\w+) (?:pas|rien|a personne)|n'en parle\w* (?:pas|a personne)|"
    r"gard\w+ (?:ca|cela|le|la|ceci) pour|confiden\w+|secrets?|reste entre|en toute discretion|motus|ca ne sort pas"
)
_FAILED = re.compile(
    r"(?<!\w)(?:n'a|n'ont|n'est|n'etait|n'avait)(?: \w+){1,4} (?:correctement|dans les regles|comme il (?:faut|fallait)|conforme|soigneusement)(?!\w)"
)
"""A « no » that tells a fault."""
_DENIES = re.compile(r"(?<!\w)(?:ne|n'|pas|jamais|sans|aucune?|ni|personne)(?!\w)")
_ROOT, _ENOUGH = 4, 2
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "pour avec sans dire dans plus sont etre cette leur leurs nous vous promettre annoncer garantir reconnaitre pourquoi "
        "direction veut veulent quand avant apres faire",
    )
)


_ORDERED = re.compile(
    r"(?<![\w-])(?:m'a|nous a|m'ont|nous ont|on m'a|m'avait) (?:\w+ )?(?:interdit|defendu|autorise(?!e?s? a (?![^.;!?]*(?:jusqu|maxim|au plus|pas plus|plafond|dans la limite)))|fixe|limite|impose|ordonne|demande de ne|dit de ne|interdit de)\w*|"
    r"(?:je|nous) (?:n'ai|n'avons) pas le droit d|ma (?:direction|consigne|hierarchie|cheffe?) (?:me |m'|refuse|interdit|limite|ne veut)|mon (?:chef|patron|plafond|directeur|responsable) (?:me |m'|refuse|interdit|limite|ne veut|est de)|"
    r"(?:pas|sans) depasser (?:un|le|ce) (?:certain )?(?:montant|plafond|budget)"
)
"""An order of the house, told to somebody outside."""
RELAYED = re.compile(
    r"(?<![\w-])(?:dis|dites|annonce[rz]?|promets|promettez|assure[rz]?|confirme[rz]?|rassure[rz]?|explique[rz]?)[- ](?:lui|leur|la|le|les|bien|au client|a la cliente|aux clients)(?![\w-])|(?:propose|offre|accorde)[rz]?[- ](?:lui|leur)(?![\w-])|(?:tu peux|vous pouvez) (?:lui |leur )?(?:dire|promettre|annoncer|garantir|offrir|proposer|accorder)(?!\w)"
)
"""What somebody is told to say for us."""


def forbidden(words: str, watch: Watch) -> bool:
    """Whether a clause says what a ban forbids, in its own words or by one of its senses."""
    for ban in watch.story.scenario.delegation.interdit:
        stems = {word[: _ROOT + 2] for text in ban.mots for word in re.findall(r"[a-z]{6,}", plain(text))}
        if _breaks(words, ban) or any(word[: _ROOT + 2] in stems for word in re.findall(r"[a-z]{6,}", words)):
            return True
    return False


def confided(watch: Watch) -> Iterator[Hit]:
    """No reason confided, nothing that the author bans said in other words, no affair of the house in what leaves it."""
    if not watch.is_text:
        return
    scenario = watch.story.scenario
    secrets = [
        fact for fact in scenario.faits if any(_CONFIDED.search(plain(line)) for line in fact.reponses)
    ]
    bans = [one for one in scenario.delegation.interdit if one.mots and (_is_said(one) or not watch.reports)]
    number = 0
    yield from _pictured(watch, bans)
    for words, start, end in _clauses(watch):
        denied = bool(_DENIES.search(words)) and not _FAILED.search(words)
        secret = next(
            (one for one in secrets if _tells(words, _subjects(one, watch), _own(one, watch))), None
        )
        ban = next((one for one in bans if not denied and _breaks(words, one)), None)
        inside = (
            watch.goes_out and _HOUSE.search(words) and any(_PATTERNS[name].search(words) for name in _INSIDE)
        )
        ordered = watch.goes_out and _ORDERED.search(words)
        relayed = watch.reports and not denied and RELAYED.search(words) and forbidden(words, watch)
        message = ""
        if ordered:
            message = "Les consignes que l’on vous donne restent dans la maison."
        elif relayed:
            message = "Vous faites promettre par un autre ce que l’on vous a interdit de promettre."
        elif secret is not None:
            message = "On vous a confié cela : ce n’est pas à écrire ici."
        elif ban is not None:
            message = f"Vous n’aviez pas le droit de le dire, même en d’autres mots : {ban.quoi}."
        elif inside and not _of_the_story(watch, words):
            message = "C’est une affaire de la maison : votre lecteur n’a pas à la connaître."
        if message:
            number += 1
            photo = ban is not None and "photo" in _themes(ban.quoi)
            mark = f".image{number}" if photo else f".{number}"
            yield wrong(message, watch.view.place(start, end), "Qui vous l’a dit, et pour qui ?", mark=mark)


def tells_a_secret(watch: Watch, words: str) -> bool:
    """Whether folded words tell a reason confided, or what must not be said even inside the house."""
    scenario = watch.story.scenario
    secrets = [
        fact for fact in scenario.faits if any(_CONFIDED.search(plain(line)) for line in fact.reponses)
    ]
    if any(_tells(words, _subjects(one, watch), _own(one, watch)) for one in secrets):
        return True
    return any(one.mots and _is_said(one) and _breaks(words, one) for one in scenario.delegation.interdit)


def _pictured(watch: Watch, bans: list[Banned]) -> Iterator[Hit]:
    """The description of a picture tells the one that must not be shown: a group, a person, without their agreement."""
    if not any({"photo", "groupe"} <= _themes(ban.quoi) for ban in bans):
        return
    people = re.compile(r"(?<!\w)(?:visages?|personnes? souriantes?|gens|amis|famille|enfants|selfie)(?!\w)")
    for number, image in enumerate(watch.document.images, 1):
        told = plain(image.alt or "")
        if _PATTERNS["groupe"].search(told) or people.search(told):
            message = "Cette description est celle de l’image que l’on ne peut pas publier."
            place = image.locator, image.alt or ""
            yield wrong(message, place, "Que voit-on sur l’image choisie ?", mark=f".imagealt{number}")


def _clauses(watch: Watch) -> Iterator[tuple[str, int, int]]:
    for start, end in watch.draft.sentences:
        sentence = watch.view.text[start:end]
        if sentence.rstrip().endswith("?"):
            continue
        for words, offset in spans(sentence):
            yield plain(words), start + offset, start + offset + len(words)


def _themes(text: str) -> set[str]:
    folded = plain(text)
    return {name for name, pattern in _PATTERNS.items() if pattern.search(folded)}


def _is_said(ban: Banned) -> bool:
    """Whether a ban is on saying something, which holds inside the house too; the others are on promising."""
    return plain(ban.quoi).startswith(
        ("dire", "reveler", "parler", "expliquer", "donner la raison", "raconter")
    )


def _subjects(fact: Fact, watch: Watch) -> set[str]:
    value = watch.story.current.get(fact.id, fact.valeur)
    return _themes(value) & set(_ALONE)


def _own(fact: Fact, watch: Watch) -> set[str]:
    return _roots(watch.story.current.get(fact.id, fact.valeur))


def _roots(text: str) -> set[str]:
    words = re.findall(r"[a-z]{4,}", plain(text))
    return {word[:_ROOT] for word in words if word not in _EMPTY}


def _tells(clause: str, themes: set[str], own: set[str]) -> bool:
    if any(_PATTERNS[name].search(clause) for name in themes):
        return True
    return len(own) > _ENOUGH and len(own & _roots(clause)) > _ENOUGH


def _breaks(clause: str, ban: Banned) -> bool:
    """Whether a clause says what a ban is about: one of its subjects, or its own words with the same certainty."""
    told = {name for word in ban.mots for name in _themes(word)}
    if any(_PATTERNS[name].search(clause) for name in told & set(_ALONE)):
        return True
    about = _themes(ban.quoi)
    if {"photo", "groupe"} <= about:
        return all(_PATTERNS[name].search(clause) for name in ("photo", "groupe"))
    own = _roots(ban.quoi)
    if "sur" in about or "sur" in told:
        own |= {root for word in ban.mots for root in _roots(_PATTERNS["sur"].sub(" ", plain(word)))}
        return bool(_PATTERNS["sur"].search(clause)) and len(own & _roots(clause)) >= min(_ENOUGH, len(own))
    return False


def _of_the_story(watch: Watch, clause: str) -> bool:
    """Whether the papers or the people already say it in about these words, to be passed on."""
    own = _roots(clause)
    return any(len(own & _roots(line)) * 2 > len(own) + 1 for line in watch.story.spoken)
