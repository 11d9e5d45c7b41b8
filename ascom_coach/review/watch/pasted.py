# ruff: noqa: E501 -- a pattern stays on one line
"""The look at what was pasted with the text and is not for its reader: an assistant’s chatter, an order of the house,
work that a colleague still has to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.watch import Watch

_PAPER = r"(?:propositions?|exemples?|modeles?|versions?|reponses?|messages?|e-?mails?|courriels?|mails?|courriers?|lettres?|notes?(?: de service)?|textes?|pages?|articles?|annonces?|brouillons?|redactions?|suggestions?|trames?|ebauches?)"
_MACHINE = re.compile(
    rf"(?<![\w-])(?:(?:bien sur|certainement|avec plaisir|absolument|d'accord|tres bien|parfait|volontiers) ?[!,.:]+ ?voici|voici (?:donc )?(?:une?|votre|la|le|quelques|deux|trois) (?:\w+ )?{_PAPER}(?=[^.\n]{{0,90}}(?: : ?$| :\n|pret|que vous (?:pouvez|pourrez|pourriez)|destine|pour (?:votre|annoncer|repondre)|adapte|professionnel|concis|clair|accrocheu))|"
    rf"(?:souhaitez|voulez|voudriez|desirez|aimeriez)-vous que je|veux-tu que je (?:la |le |l')?(?:raccourci|reformul|adapt|modifi|developp)\w*|(?:n'hesitez pas a|vous pouvez) me (?:dire|demander|preciser|indiquer|signaler) (?:si|ce que|les|des|une)[^.;!?]{{0,60}}(?:version|ton|modifi|raccourc|ajust|adapt|long|court|reformul)\w*|"
    rf"en tant qu(?:e modele|'(?:ia|intelligence artificielle|assistant virtuel|assistante virtuelle))|je suis (?:une ia|un modele)|(?:n'oubliez pas de|pensez a) (?:remplacer|personnaliser|completer|adapter) (?:les|le|la|ce|cette)|j'espere que (?:ce|cette) {_PAPER} (?:vous )?(?:convient|conviendra|repond)|"
    rf"(?:version|variante) (?:plus )?(?:courte|longue|formelle|concise|detaillee|amicale) (?:de (?:ce|cette)|si)|{_PAPER} (?:\w+ ){{0,2}}(?:prete?s? a etre (?:diffusee?|envoyee?|copiee?|publiee?)|a copier-coller|recapitulatif que vous)|je peux (?:aussi )?(?:la |le |l'|vous )?(?:raccourcir|reformuler|proposer une autre))(?![\w-])",
    re.MULTILINE,
)
"""How a writing assistant opens and closes what it hands over."""
_TO_DO = re.compile(
    r"(?<!\w)(?:doit|doivent) encore (?P<what>[a-z]{3,})|(?:n'a|n'ont|n'est|ne sont) pas encore (?P<done>[a-z]{3,})|(?:veut|veulent|voudrait|attend|attendent|demande|demandent) (?:voir|relire|recevoir|que (?:ca|cela|tout|ce))|(?:doit|doivent) (?:donner son|valider|relire|verifier|confirmer|corriger|completer)"
)
_INSTRUCTION = re.compile(
    r"(?<!\w)(?:que (?:ca|cela|tout|ce soit) (?:parte|soit|sorte)|je veux (?:voir|le|la|tout|que)|(?:avant midi|avant ce soir|avant \d{1,2} h(?: ?\d\d)?),? (?:hein|sans faute|pas plus tard)|mets?[- ](?:aussi |la |le |moi )|remets?[- ]|n'oublie pas de|tu (?:peux|pourras|me|lui|mets|fais|envoies|prepares)|(?:au |pas plus de )?maximum \d+ mots)"
)
_CALLS = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<who>[A-ZÀ-Ý][a-zà-ÿ-]{2,}), (?=merci|peux|pouvez|pense|n’oublie|n'oublie|il faut|tu |vous )"
)
_ASKS = re.compile(
    r"(?<!\w)(?:merci (?:de |d')|veuillez|pensez a|n'oubliez pas de|il faut(?:dra)?|pense a) ?(?P<verb>[a-z]{3,})"
)

_THE_READERS = re.compile(
    r"(?<!\w)(?:chacune?|chaque|participant\w*|client\w*|visiteu\w+|invite\w*|stagiaire\w*|public)(?!\w)"
)
"""Who reads what leaves the house, in the words that say what a fact is about."""


def pasted(watch: Watch) -> Iterator[Hit]:
    """Nothing of an assistant, of an order received or of unfinished work in what others will read."""
    if not watch.is_text:
        return
    folded = watch.draft.folded
    for number, match in enumerate(_MACHINE.finditer(folded.text), 1):
        message = "Ces mots sont ceux d’un assistant qui vous répond, pas ceux de votre texte."
        place = watch.view.place(*folded.span(*match.span()))
        yield wrong(message, place, "Qui parle ici, et à qui ?", mark=f".assistant{number}")
    if not watch.goes_out and watch.context.production.type != "note":
        return
    number = 0
    for start, end in watch.draft.sentences:
        message = _for_the_inside(watch, watch.view.text[start:end])
        if message:
            number += 1
            yield wrong(
                message, watch.view.place(start, end), "Pour qui cette phrase est-elle ?", mark=f".{number}"
            )


def _for_the_inside(watch: Watch, sentence: str) -> str:
    """What is told of a sentence that was meant for somebody of the house; empty for the others."""
    folded = plain(sentence)
    inside = _inside(watch)
    named = {plain(word) for word in re.findall(r"[A-ZÀ-Ý][\wà-ÿ-]{2,}", sentence)} & inside
    call = _CALLS.search(sentence)
    if call is not None and plain(call["who"]) in inside:
        return "Cette phrase s’adresse à une seule personne de la maison."
    if named and _TO_DO.search(folded):
        return "Cette phrase parle du travail qui reste à faire, pas à votre lecteur."
    if watch.goes_out and _INSTRUCTION.search(folded):
        return "C’est une consigne reçue, pas une phrase pour votre lecteur."
    ask = _ASKS.search(folded)
    if watch.goes_out and ask is not None and _a_colleagues_task(watch, folded, ask["verb"]):
        return "Vous demandez à votre lecteur ce qui revient à un collègue."
    return ""


def _inside(watch: Watch) -> set[str]:
    """Folded names of the people of the story who are not outside the house, and of those who read before sending."""
    outside = re.compile(
        r"(?<!\w)(?:clients?|clientes?|partenaires?|presidente?|fournisseurs?|traiteur|association)(?!\w)"
    )
    cast = [one for one in watch.story.scenario.personnages.values() if not outside.search(plain(one.role))]
    readers = [
        watch.story.current.get(fact.id, "")
        for fact in watch.story.scenario.faits
        if re.search(r"relect|accord|valid", plain(fact.porte_sur))
    ]
    words = re.findall(r"[A-ZÀ-Ý][\wà-ÿ-]{2,}", " ".join([*(one.nom for one in cast), *readers]))
    return {plain(word) for word in words} - {"mme", "monsieur", "madame"}


def _a_colleagues_task(watch: Watch, sentence: str, verb: str) -> bool:
    """Whether what is asked is the thing that somebody of the house told of himself: « la pièce à emporter »."""
    outside = {name for name, one in watch.story.scenario.personnages.items() if "client" in plain(one.role)}
    for fact in watch.story.scenario.faits:
        value = roots(watch.story.current.get(fact.id, ""))
        acts = {
            word[:5]
            for text in (fact.porte_sur, *fact.mots_cles)
            for word in re.findall(r"[a-z]{4,}", plain(text))
        }
        if _THE_READERS.search(plain(fact.porte_sur)):
            continue  # « ce que chacun apporte » is for who reads
        if fact.qui not in outside and verb[:5] in acts and value and value <= roots(sentence):
            return True
    return False
