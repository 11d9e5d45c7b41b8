# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at what a text does with what was wrong: left as it was, corrected unasked, told backwards, sent too early."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import all_values, fold, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.standing import proper
from ascom_coach.review.watch.matters import Key, key, roots
from ascom_coach.review.watch.reported import ANYWHERE
from ascom_coach.review.watch.watch import Watch
from ascom_coach.scenarios.schema import Anomaly

_HELD = r"(?:gard|laiss|conserv|maintien|maintenu|maintenir|sign|accept|valid|pay|regl|command|reserv|repri|utilis)\w*"
_STILL = r"(?:quand meme|tout de meme|malgre tout|en l'etat|tel(?:le)?s? quel(?:le)?s?|comme (?:il|elle)s? (?:est|etait|sont|etaient))"
_LEFT = re.compile(
    rf"(?<!\w)(?:{_HELD}[^.;:!?]{{0,30}} {_STILL}|{_STILL},? (?:\w+ )?{_HELD}|(?:je|on|nous) (?:l'|les )(?:ai|a|avons) (?:donc |bien |finalement )?(?:gard|laiss|conserv)\w*(?! (?:de cote|pour plus tard|un mot))|(?:je|on|nous) (?:l'|les |la |le )?laiss(?:e|ons)(?= ?[.,;]|$| (?:comme|ainsi|tel|en l'etat|passer))|"
    r"n'(?:y )?(?:ai|avons|a) (?:encore )?(?:rien|pas) (?:encore )?(?:chang|corrig|touch|modifi|rectifi|retir|enlev|remplac|mis a jour|suppr)\w*(?! (?:le reste|les autres|d'autre|au reste|aux autres))|"
    r"(?:je viens|nous venons|on vient) (?:donc )?de (?:regler|payer|signer|valider|accepter|commander|virer)|(?:a|c'est a) (?:toi|vous) d'en (?:trouver|choisir|chercher)|il faudrait que (?:tu|vous|quelqu'un) (?:le |la |les |l')?(?:corrig|ajout|modifi|chang|rectifi|repar|retir)\w*|"
    r"(?:peux-tu|pourrais-tu|pouvez-vous|pourriez-vous|tu peux|merci de|je te laisse) (?:le |la |les |l')?(?:changer|corriger|modifier|rectifier|reparer|retirer|reporter)|(?:reparera|corrigera|changera|verra|retirera) (?:peut-etre|plus tard|un jour)|(?:chang|corrig|modifi|report|mis)\w* (?:sur|dans) [^.;!?]{3,25} (?:seulement|uniquement)|"
    r"(?:retir|enlev|supprim)\w*[^.;!?]{0,60},? sauf (?:celle|celui|ceux|une?|l[ae])|"
    r"(?:a|c'est a) (?:toi|vous) de (?:voir|choisir|decider|trancher)(?: (?:lequel|laquelle|ce qui))?)(?!\w)"
)
"""Words of a report that leave a fault where it is."""
_DONE = re.compile(
    r"(?<!\w)(?:j'ai|nous avons|on a) (?:deja |donc |bien )?(?:corrig|rectifi|modifi|chang|refai|renvoy)\w*"
)
_KEPT = re.compile(
    r"(?<![\w'])(?:j'ai|nous avons|on a|je l'ai|je les ai) (?:donc |bien |finalement )?(?:laiss|gard|conserv)\w*(?: (?P<what>(?:les|la|le|l'|ces|cette|ses) ?[a-z][^.;:!?]{3,40})|e?s?(?=,))"
)
"""« j’ai laissé les deux lignes »: what had to go."""
_GOOD_NOW = re.compile(
    r"(?<!\w)(?:qui )?(?:march|fonctionn)(?:e|ent|ait|aient) (?:(?:tres |toujours |encore )?bien|encore|toujours|parfaitement)(?!\w)|(?:etait|est|sont|etaient) (?:finalement |bien )?(?:bonne?s?|justes?|correcte?s?|en ordre)(?= ?[.,;]|$)|tout (?:est|etait|semble|va) (?:finalement |bien )?(?:bon|juste|correct|en ordre|ok|bien|regle)|(?:tout le monde|tous|chacune?|ils|elles) (?:etai\w+|est|sont|avai\w+|a|ont) (?:tous |bien |deja )*(?:d'accord|donne (?:son|leur) accord|signe|accepte)"
)
"""« qui marche très bien » of what was wrong."""
_PLACED = re.compile(r" ?(?P<where>(?:a|au|aux|chez|dans|en|sur) [^.,;:!?()]{3,40})")
_FROM_WEB = re.compile(
    r"(?<!\w)(?:pris|prise|prises|trouve|trouvee|trouvees|telecharg\w+|copie|copiee|copiees|recuper\w+)(?: [\w'-]+){0,3} (?:sur|depuis|dans) (?:internet|le net|le web|google(?: images)?|pinterest|facebook|instagram|un (?:autre )?site)"
)
_OF_OTHERS = roots("facture devis offre contrat avoir relevé commande")
"""Papers that others wrote or that are already sent: they are not corrected by whoever finds the fault."""
_PAY = re.compile(
    r"(?<!\w)(?:merci de|veuillez|pri(?:ere|ons|e) de|vous (?:demand|pri|invit)\w*|il (?:vous )?(?:faut|reste a)|(?:vous )?devez|dans l'attente de)(?: [\w']+){0,4} (?:regler|payer|reglement|paiement|solder|virer)(?!\w)"
)
_WAITING = re.compile(
    r"(?<!\w)(?:ne|n'|pas|avant (?:de|tout)|(?<!sans )(?<!sans plus )attend\w*|suspend\w*|inutile|une fois)(?!\w)"
)
_GOOD = re.compile(
    r"(?<!\w)(?:bon|juste|vrai|exact|correct)\w* (?:calcul|montant|total|compte|prix|chiffre|resultat)?\w* ?(?:donne\w*|est|serait|etait|:|de|a)*\W*$|(?<!\w)(?:calcul|montant|total|compte|prix) (?:juste|exact|correct)\w* ?(?:donne\w*|est|:|de)*\W*$"
)
_ALREADY = re.compile(
    r"(?<!\w)(?:est|sont|a ete|ont ete) (?:deja (?:affiche|en ligne|publie|diffuse|envoye|partie?|parti|distribue|postee?|poste|transmis)|(?:affiche|mise? en ligne|publie|diffuse|envoye|partie?|distribue|transmis)\w* (?:ce matin|hier|cet apres-midi|depuis))\w*"
)
_READ_FIRST = re.compile(r"(?<!\w)(?:relect|relir|relit|valid|accord|feu vert|approuv|avis)\w*")
_OPEN = re.compile(
    r"(?<!\w)(?:salle|lieu|endroit|heure|date|horaires?|prix|adresse|jour) (?:(?:qui )?(?:reste|restent|est encore|sont encore) )?a (?:confirmer|preciser|definir|fixer|determiner|venir)(?!\w)|(?:sera|seront) (?:\w+ )?(?:precise|communique|indique|confirme|transmis)\w* (?:plus tard|ulterieurement|prochainement|par la suite|des que possible)"
)
"""What a text leaves open that its reader needs to come."""
_NOT_READY = re.compile(
    r"(?<!\w)(?:(?:sera|seront) (?:bientot )?(?:prete?s?|finie?s?|terminee?s?)(?!\w)|(?:n'est|ne sont|n'ai) pas (?:encore )?(?:prete?s?|finie?s?|terminee?s?|achevee?s?)(?!\w)|(?:prete?s?|finie?s?|terminee?s?), (?:mais )?pas (?:encore )?(?:la|le|les|l') ?[a-z]{3,}|reste(?:nt)? a (?:ecrire|finir|terminer|rediger))"
)


_SKIPPED = re.compile(
    r"(?<!\w)(?:sans attendre|puis (?:je|nous|on) (?:\w+ )?(?:previend|inform|demand|montr|dir|envoi|envoy)\w*|(?:apres|une fois) (?:l'envoi|parti\w*|envoye\w*|publie\w*)|(?:a|ont) (?:deja |bien )?(?:dit oui|donne (?:son|leur) accord|valide|approuve|relu)|avant (?:meme )?(?:d'avoir )?(?:l'accord|l'avis|la relecture|la validation|le feu vert|l'aval|(?:son|leur) (?:accord|avis|aval|feu vert)|(?:sa|leur) (?:relecture|validation))|sans (?:l'accord|l'avis|relecture|validation|(?:son|leur) accord))(?!\w)"
)
"""A reader passed over, or said to have agreed already."""


_TO_ONESELF = re.compile(
    r"\((?:a (?:verifier|voir|confirmer|revoir|relire|demander|preciser)|voir avec|demander a|verifier avec)[^()]{0,60}\)|(?<!\w)(?:todo|to do|\?\?\?|nb pour moi|note pour moi|a faire(?= ?:))(?!\w)"
)


_NOTHING_BEFORE = re.compile(
    r"(?<!\w)(?:rien|personne|aucun\w*|jamais) (?:\w+ ){0,2}n(?:e |')|(?<!\w)(?:ne |n')[^.;!?]{1,60}(?<!\w)(?:pas|rien|jamais|qu'|que|plus)(?!\w)[^.;!?]*$|(?<!\w)(?:pas|rien|aucun\w*)(?: \w+)? $"
)


_ONCE = re.compile(
    r"(?<!\w)(?:des (?:que|qu')|quand|lorsqu\w*|aussitot qu\w*|une fois qu\w*|apres qu\w*|tant qu\w*|si)(?!\w)"
)


def _skips(sentence: str) -> bool:
    """Whether a folded sentence passes over the reader.

    « Rien ne part avant son accord » and « dès que Mme Lacaze a validé » wait for her.
    """
    match = _SKIPPED.search(sentence)
    if match is None or _ONCE.search(sentence[: match.start()]):
        return False
    return not (match.group().startswith("avant") and _NOTHING_BEFORE.search(sentence[: match.start()]))


def left_in_place(watch: Watch) -> Iterator[Hit]:
    """What had to be corrected or only told is not kept, signed, paid, nor corrected in a paper of others."""
    if not watch.is_text:
        return
    number = 0
    for match in _TO_ONESELF.finditer(watch.draft.folded.text) if not watch.reports else ():
        place = watch.draft.at(match)
        yield wrong(
            "C’est une note pour vous, pas pour votre lecteur.",
            place,
            "Qu’avez-vous trouvé depuis ?",
            mark=".memo",
        )
    for match in _OPEN.finditer(watch.draft.folded.text) if not watch.reports else ():
        message = "Votre lecteur reste sans réponse sur ce point."
        yield wrong(message, watch.draft.at(match), "Qui peut vous le dire avant l’envoi ?", mark=".ouvert")
    if watch.goes_out:
        for start, end in _asks_to_pay(watch):
            yield wrong("Vous demandez de payer un document dont une ligne est contestée.", watch.view.place(start, end),
                        "Qu’a-t-on décidé de cette ligne ?", mark=".paye")  # fmt: skip
    if not watch.reports:
        return
    own = [_own(one, watch) for one in watch.story.scenario.anomalies]
    changed = _changes(watch)
    for rank, block in enumerate(watch.view.blocks):
        line, origin = fold(block.text), watch.view.start(rank)
        left = _LEFT.search(line.text)
        about = roots(block.text)
        if left is None:
            left = _still_there(watch, line.text, about)
        told_right = left is not None and _where_it_goes(line.text[left.end() :], watch)
        if (
            left is not None
            and not told_right
            and (any(words & about for words in own) or _tells(line.text, changed))
        ):
            number += 1
            first, last = line.span(*left.span())
            place = watch.view.place(origin + first, origin + last)
            message = "Ce point n’allait pas, et vous dites l’avoir laissé ainsi."
            image = re.search(r"(?<!\w)(?:photos?|images?)(?!\w)", line.text)
            private = re.search(
                r"(?<!\w)(?:remarques?|desinscri\w*|sante|retir\w* les personnes)(?!\w)", left.group()
            )
            mark = f".image{number}" if image or private else f".{number}"
            yield wrong(message, place, "Que vous a-t-on demandé d’en faire ?", mark=mark)
        elif (web := _FROM_WEB.search(line.text)) is not None and re.search(
            r"photo|image|visuel|logo", line.text
        ):
            number += 1
            first, last = line.span(*web.span())
            place = watch.view.place(origin + first, origin + last)
            message = "Une image prise ainsi n’est pas à vous\u00a0: il faut l’accord de son auteur."
            yield wrong(message, place, "Qui l’a faite ?", mark=f".image{number}")
    yield from _corrected_unasked(watch)
    yield from _backwards(watch)


def _where_it_goes(after: str, watch: Watch) -> bool:
    """« je l’ai laissée aux poulies », when poulies is where the story puts her: what was wrong is settled."""
    match = _PLACED.match(after)
    said = roots(match["where"]) if match is not None else frozenset[str]()
    return any(said & roots(value) for value in watch.story.current.values()) if said else False


def _still_there(watch: Watch, line: str, about: frozenset[str]) -> re.Match[str] | None:
    """What is said to be kept, or to be right, of a fault of the papers."""
    known = [_own(one, watch) for one in watch.story.scenario.anomalies]
    titles = roots(" ".join(one.titre for one in watch.story.scenario.documents_remis))
    kept = _KEPT.search(line)
    if kept is not None and any(words & roots(kept["what"] or line) - titles for words in known):
        return kept
    good = _GOOD_NOW.search(line)
    before = line[max(0, good.start() - 25) : good.start()] if good is not None else ""
    open_words = "ne|n'|pas|si|personne|desormais|maintenant|a present"
    if good is None or re.search(rf"(?<!\w)(?:{open_words})(?!\w)", before):
        return None
    whole = good.group().startswith("tout ") and any(
        one.attendu == "signaler" for one in watch.story.scenario.anomalies
    )
    return good if whole or any(words & about for words in known) else None


def _own(anomaly: Anomaly, watch: Watch) -> frozenset[str]:
    """Words of a fault that tell it."""
    known = anomaly.fait and watch.story.scenario.fact(anomaly.fait).porte_sur
    return roots(f"{anomaly.detail} {anomaly.valeur} {known or ''}") - roots(watch.asked) - ANYWHERE


def _changes(watch: Watch) -> list[set[str]]:
    """The new figures of each change that came on the way."""
    found = []
    for twist in watch.story.scenario.imprevus:
        change = twist.change
        if change is not None and watch.story.current.get(change.fait) == change.valeur:
            found.append(set(re.findall(r"\d+", change.valeur)))
    return found


def _tells(line: str, changed: list[set[str]]) -> bool:
    figures = set(re.findall(r"\d+", line))
    return any(one and one <= figures for one in changed)


def _asks_to_pay(watch: Watch) -> Iterator[tuple[int, int]]:
    papers = _contested(watch)
    here = roots(watch.view.text)
    if not any(words & here for words in papers):
        return
    for start, end in watch.draft.sentences:
        sentence = plain(watch.view.text[start:end])
        if _PAY.search(sentence) and not _WAITING.search(sentence):
            yield start, end


def _contested(watch: Watch) -> list[frozenset[str]]:
    """Roots of the titles of the papers of others in which a fault is to be told."""
    told = {one.id for one in watch.story.scenario.anomalies if one.attendu == "signaler"}
    titles = [
        _alike(roots(f"{paper.titre} {paper.id}") & _OF_OTHERS)
        for paper in watch.story.scenario.documents_remis
        if told & set(paper.anomalies)
    ]
    return [one for one in titles if one]


def _alike(words: frozenset[str]) -> frozenset[str]:
    """An offer is an estimate too."""
    offers = roots("devis offre")
    return words | offers if words & offers else words


def _corrected_unasked(watch: Watch) -> Iterator[Hit]:
    papers = _contested(watch)
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        sentence = watch.view.text[start:end]
        about = roots(sentence)
        if _DONE.search(plain(sentence)) and any(words & about for words in papers):
            message = "On vous demandait de signaler cette erreur, pas de la corriger vous-même."
            place = watch.view.place(start, end)
            yield wrong(message, place, "À qui est ce document ?", mark=f".corrige{number}")


def _backwards(watch: Watch) -> Iterator[Hit]:
    """« le bon calcul donne 184 € » when 184 is the wrong one."""
    wrong_ones: set[Key] = set()
    right: set[Key] = set()
    for one in watch.story.scenario.anomalies:
        told, good = _amounts(one.detail, watch), _amounts(one.valeur, watch)
        wrong_ones |= told - good if good else set()
        right |= good
    for number, value in enumerate(watch.context.values, 1):
        mine = key(value.kind, value.value)
        before = plain(watch.view.text[max(0, value.start - 45) : value.start]).rpartition(". ")[2]
        if mine in wrong_ones - right and _GOOD.search(before):
            message = "Ce montant est celui de l’erreur\u00a0: vous le donnez pour le bon."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Refaites le calcul.", mark=f".envers{number}")


def _amounts(text: str, watch: Watch) -> set[Key]:
    found = all_values(text, watch.context.today)
    return {key(one.kind, one.value) for one in found if one.kind == "montant"}


def too_early(watch: Watch) -> Iterator[Hit]:
    """Nothing is sent, posted or put on line before the person who has to read it; what is handed in is finished."""
    if not watch.is_text or not watch.reports:
        return
    readers = [
        fact.porte_sur for fact in watch.story.scenario.faits if _READ_FIRST.search(plain(fact.porte_sur))
    ]
    who = [
        proper(watch.story.current.get(fact.id, ""))
        for fact in watch.story.scenario.faits
        if _READ_FIRST.search(plain(fact.porte_sur))
    ]
    titles = [
        roots(f"{one.titre} {one.id}")
        for one in watch.story.scenario.to_hand_in
        if one.id != watch.context.production.id and one.type != "entretien"
    ]
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        sentence = watch.view.text[start:end]
        words, folded = roots(sentence), plain(sentence)
        known = any(words & title for title in titles)
        if readers and known and _ALREADY.search(folded):
            message = f"C’est fait trop tôt\u00a0: que sait-on de {readers[0]}\u00a0?"
            yield wrong(
                message, watch.view.place(start, end), "Qui devait le voir d’abord ?", mark=f".{number}"
            )
        elif any(names and names & set(re.findall(r"[\w-]+", folded)) for names in who) and _skips(folded):
            message = f"On ne sait rien de tel de {readers[0]}."
            yield wrong(
                message, watch.view.place(start, end), "Qui devait le voir, et quand ?", mark=f".{number}"
            )
        elif known and _NOT_READY.search(folded):
            message = "Vous remettez ce travail, et vous écrivez qu’il n’est pas fini."
            yield wrong(
                message, watch.view.place(start, end), "Où en êtes-vous vraiment ?", mark=f".{number}"
            )
