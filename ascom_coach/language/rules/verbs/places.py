# ruff: noqa: E501 -- an example stays on one line
"""Verb forms that their place alone gives away: after « être », « interdit de », between a noun and its verb, in an order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import gap, sure_verb
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.shapes import MS, agreed_in, shape
from ascom_coach.language.syntax.view import View, Word

_FORBIDDEN = frozenset(["interdit", "défendu", "possible", "impossible", "nécessaire", "utile", "inutile", "facile", "difficile", "conseillé", "recommandé",
                        "demandé", "prévu", "préférable", "important", "obligatoire", "permis", "temps", "question", "convient", "merci", "évitez", "éviter"])  # fmt: skip
_BROUGHT = frozenset(["que", "qu'", "combien", "quel", "quelle", "quels", "quelles", "dont", "lesquels", "lesquelles", "laquelle"])  # fmt: skip
_PUT = {"mis": "mit", "remis": "remit", "tenu": "tint", "pris": "prit", "repris": "reprit", "promis": "promit", "permis": "permit", "transmis": "transmit",
        "appris": "apprit", "obtenu": "obtint", "retenu": "retint", "revenu": "revint", "devenu": "devint", "soumis": "soumit"}  # fmt: skip
_TIME = frozenset(["matin", "soir", "midi", "jour", "lendemain", "veille", "semaine", "mois", "année", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])  # fmt: skip
_ARTICLES = frozenset(["le", "la", "l'", "les", "un", "une", "des", "son", "sa", "ses", "leur", "leurs", "notre", "votre", "nos", "vos", "mon", "ma", "mes"])  # fmt: skip
_HEADS = frozenset(["que", "qu'", "si", "quand", "car", "mais"])
_WHEN = frozenset(["si", "quand", "lorsque", "puisque"])
_THAT = frozenset(["dès", "parce", "pendant", "alors", "tandis", "après", "avant", "afin", "pour", "depuis"])
_TO_THEM = frozenset(["m'", "me", "te", "t'", "lui", "leur", "le", "la", "les", "l'", "ne", "n'", "y", "en"])
_ALONE = frozenset(
    ["arriver", "partir", "rester", "aller", "passer", "entrer", "tomber", "manger", "laisser"]
)


def _only_inf(word: Word) -> bool:
    return word.low.endswith("er") and word.verb("inf") and word.text.islower()


def _after_being(view: View) -> Iterator[Hit]:
    """« Les produits doivent être ranger »: « être » and an infinitive in -er."""
    for at in range(1, len(view.words)):
        if view.low(at - 1) not in ("être", "été") or not view.words[at].near:
            continue
        here = past(view, at)
        word = view.at(here)
        if any(one.low in ("c'", "ce", "ç'") for one in view.words[max(0, at - 5) : at]):
            continue  # « c'eût été manquer de prudence »
        if word and word.near and _only_inf(word) and not (word.has("N", "A") and word.low != "ranger"):
            plural = any(forms.has_person(one, "3p") for one in view.words[max(0, at - 4) : at - 1])
            fixes = forms.participles(word, "m", "p" if plural else "s")
            yield word.start, word.end, tuple(dict.fromkeys((*fixes, *forms.participles(word), *forms.participles(word, "f", "s"))))[:3]  # fmt: skip


def _to_do(view: View) -> Iterator[Hit]:
    """« Il est interdit de fumé dans le hall », « sans oublié les clés » at the head."""
    for at in range(1, len(view.words)):
        word, link = view.words[at], view.low(at - 1)
        if not word.near or not word.low.endswith("é") or not word.verb("ppas") or not word.text.islower():
            continue
        head = (
            at == 1 and link in ("sans", "pour") and view.low(at + 1) in _ARTICLES and view.words[at + 1].near
        )
        told = link in ("de", "d'") and view.low(at - 2) in _FORBIDDEN and not word.has("D", "P", "R")
        after = view.at(at + 1)
        if head or (told and (after is None or not after.near or after.has("P", "D"))):
            yield (
                word.start,
                word.end,
                tuple(one for one in forms.infinitives(word) if one.endswith("er"))[:2],
            )


def _engaged(view: View) -> Iterator[Hit]:
    """« Les frais engager seront remboursés », « le contrat, signer en mai, prendra fin »."""
    row = chunks(view)
    for one, other in pairwise(row):
        at = one.last + 1
        word = view.at(at)
        if one.kind != "N" or one.prep or not word or not _only_inf(word) or not word.only("V"):
            continue
        if not view.words[one.first].has("D") or (one.first and view.words[one.first].near and view.low(one.first - 1) not in _HEADS):  # fmt: skip
            continue
        aside = other.kind == ","
        if not word.near and not aside:
            continue
        here = at + 1
        while (
            (after := view.at(here))
            and after.near
            and not sure_verb(after)
            and after.low not in ("et", "ou", "que", "qui")
        ):
            here += 1
        verb = view.at(here)
        closed = verb is not None and not verb.near and gap(view, here) == ","
        if verb and here < at + 8 and sure_verb(verb) and (closed if aside else verb.near):
            fixes = _agreed(word, one.gender, one.number)
            if fixes:
                yield word.start, word.end, fixes


def _agreed(word: Word, gender: str, number: str) -> tuple[str, ...]:
    """The past participle of the infinitive `word` in this gender and number, each where it is not known."""
    pairs = ((one, two) for one in (gender or "mf") for two in (number or "sp"))
    return tuple(form for one, two in pairs for form in forms.participles(word, one, two))[:3]


def _having(view: View) -> Iterator[Hit]:
    """« Après avoir mangés », « d'avoir choisie notre agence »: no object stands before."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) != "avoir" or view.low(at - 1) not in ("après", "de", "d'", "sans", "pour", "à"):
            continue
        here = past(view, at + 1)
        word = view.at(here)
        if not word or not word.near or not word.verb("ppas") or not word.text.islower():
            continue
        if shape(word).adjective & MS or any(one.low in _BROUGHT for one in view.words[:at]):
            continue
        yield from changed(word, agreed_in(word, MS))


def _put(view: View) -> Iterator[Hit]:
    """« La secrétaire mis le courrier dans la boîte. »: a participle where the verb must stand."""
    head = next(iter(chunks(view)), None)
    if (
        not head
        or head.first
        or head.kind != "N"
        or not view.words[0].has("D")
        or head.last < 1
        or not view.text.rstrip().endswith((".", "!"))
    ):
        return
    at = head.last + 1
    word, after, noun = view.at(at), view.at(at + 1), view.at(at + 2)
    if not word or not word.near or not after or not noun or not after.near or not noun.near:
        return
    if word.low in _PUT and after.low in _ARTICLES and noun.has("N") and noun.low not in _TIME and not noun.text[:1].isdecimal():  # fmt: skip
        later = view.words[at + 2 :]
        ends = next((i for i, one in enumerate(later) if one.low in ("et", "puis", "mais", "car", "que", "qui", "dont", "quand")), len(later))  # fmt: skip
        if not any(sure_verb(one) or (forms.finite(one) and not one.has("N", "A")) for one in later[:ends]):
            yield word.start, word.end, (_PUT[word.low], f"a {word.low}")


def _hanging(view: View) -> Iterator[Hit]:
    """« Que pense-vous », « peut-tu »."""
    for at in range(1, len(view.words)):
        word, verb = view.words[at], view.words[at - 1]
        person = {"vous": "2p", "tu": "2s"}.get(word.low)
        if not word.clitic or not person or not forms.finite(verb) or forms.has_person(verb, person):
            continue
        if verb.verb("impe", "2p"):
            continue
        yield from changed(verb, forms.conjugated(verb, person))


def _to_us(view: View) -> Iterator[Hit]:
    """« Le directeur nous avons confié le tri »: the pronoun before the verb is not its subject."""
    head = next(iter(chunks(view)), None)
    if not head or head.first or head.kind != "N" or head.prep or head.last < 1 or not head.number:
        return
    us, verb, done = view.at(head.last + 1), view.at(head.last + 2), view.at(head.last + 3)
    if not us or not verb or not done or us.low not in ("nous", "vous") or not view.glued(0, head.last + 3):
        return
    if view.words[head.last].text[:1].isupper() or {view.low(at) for at in range(head.last + 1)} & (_TIME | {"fois", "an", "été", "hiver", "saison", "trimestre", "nuit", "rentrée", "moment", "instant", "tout", "tous", "quel", "quelle"}):  # fmt: skip
        return
    if (
        verb.low in ("avons", "avez")
        and done.verb("ppas")
        and not any(one.low in ("que", "qu'") for one in view.words)
    ):
        yield from changed(verb, ("a",) if head.number == "s" else ("ont",))


def _who(view: View) -> Iterator[Hit]:
    """« Qui veulent venir ? »"""
    if view.low(0) != "qui" or not view.text.rstrip().endswith("?") or len(view.words) < 3:
        return
    verb = view.words[1]
    single = forms.has_person(verb, "3s")
    if (
        verb.near
        and forms.has_person(verb, "3p")
        and not single
        and verb.low not in ("sont", "étaient", "seront", "seraient", "furent")
        and not view.words[2].clitic
    ):
        yield from changed(verb, forms.conjugated(verb, "3s"))


def _no_subject(view: View) -> Iterator[Hit]:
    """« Dès que nous auront reçu », « si vous peut »: the pronoun is the subject."""
    for at in range(len(view.words) - 2):
        low = view.low(at)
        if low not in ("nous", "vous") or view.words[at].clitic:
            continue
        link = view.low(at - 1)
        if not (link in _WHEN or (link == "que" and view.low(at - 2) in _THAT)):
            continue
        here = at + 1
        while view.low(here) in _TO_THEM:
            here += 1
        verb = view.at(here)
        if not verb or not view.glued(at, here) or not sure_verb(verb):
            continue
        person = "1p" if low == "nous" else "2p"
        third = forms.has_person(verb, "3p") or (
            verb.low in forms.AUXILIARIES and forms.has_person(verb, "3s")
        )
        after = view.at(here + 1)
        if (
            third
            and not forms.has_person(verb, person)
            and after
            and after.near
            and not after.has("D", "S")
            and after.low != "que"
        ):
            yield from changed(verb, forms.conjugated(verb, person))


def _asked(view: View) -> Iterator[Hit]:
    """« Si vous avez des questions, contacter l'accueil », « Vérifier le plan, puis signez »."""
    first = view.words[0] if view.words else None
    if (
        first
        and len(view.words) > 4
        and _only_inf(Word(first.text.lower(), first.low, 0, 0, True))
        and first.only("V")
    ):
        for at in range(2, len(view.words)):
            word = view.words[at]
            linked = view.low(at - 1) in ("puis", "et") or not word.near
            if (
                linked
                and word.low.endswith("ez")
                and word.only("V")
                and word.verb("impe")
                and "vous" not in {one.low for one in view.words[:at]}
            ):
                yield from _order(first)
                return
    front = view.low(0) in (
        "si",
        "s'",
        "quand",
        "lorsque",
        "dès",
        "en",
        "pour",
        "afin",
        "dans",
        "avant",
        "après",
    )
    if not front or not _you(view, len(view.words)):
        return
    for at in range(3, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.near or gap(view, at) != ",":
            continue
        if not _only_inf(word) or not word.only("V") or not _you(view, at):
            return
        rest = view.words[at + 1 :]
        if (
            after.near
            and after.low in _ARTICLES | {"à", "nous", "sur", "au", "-nous"}
            and not any(sure_verb(one) for one in rest)
        ):
            yield from _order(word)
        return


def _you(view: View, stop: int) -> bool:
    return any(one.low in ("vous", "votre", "vos") for one in view.words[:stop])


def _order(word: Word) -> Iterator[Hit]:
    fixes = forms.conjugated_of(word, "2p", "impe")
    if fixes:
        text = fixes[0].capitalize() if word.text[:1].isupper() else fixes[0]
        yield word.start, word.end, (text,)


RULES: tuple[Rule, ...] = (
    rule("place_apres_etre", "conjugaison", "Après « être » ou « été », on met le participe.", "Remplacez par « vendu » ou « pris ».", _after_being,
         (("Les produits doivent être ranger au fond.", "rangés"), ("Le bon doit être signer.", "signé")), ("Les produits doivent être rangés au fond.", "Il a été déjeuner en ville, puis il est revenu.")),
    rule("place_a_faire", "conjugaison", "Après « interdit de », « merci de », « sans » en tête, le verbe est à l’infinitif.", "Si l’on peut dire « prendre », c’est -er.", _to_do,
         (("Il est interdit de fumé dans le hall.", "fumer"), ("Sans oublié les clés du local.", "oublier")), ("Il est interdit de fumer dans le hall.", "Sans employé, le guichet ferme.")),
    rule("place_engage", "conjugaison", "Entre le nom et son verbe, c’est le participe, accordé avec le nom.", "Remplacez par « vendus » ou « prise ».", _engaged,
         (("Les frais engager seront remboursés.", "engagés"), ("Le contrat, signer en mai, prendra fin.", "signé")), ("Les frais à engager seront remboursés.", "Le contrat, signé en mai, prendra fin.")),
    rule("place_avoir_fait", "accord", "Sans complément placé avant, le participe avec « avoir » ne s’accorde pas.", "… quoi ? Si la réponse est après, ou s’il n’y en a pas, pas d’accord.", _having,
         (("Les agents, après avoir mangés, reprendront.", "mangé"), ("Merci d'avoir choisie notre agence.", "choisi")), ("Merci d'avoir choisi notre agence.", "Les pièces, après les avoir triées, sont à classer.")),
    rule("place_mis", "conjugaison", "Un participe seul ne fait pas un verbe.", "Remplacez par « il prit » ou « il a pris ».", _put,
         (("La secrétaire mis le courrier dans la boîte.", "mit"), ("Le gérant tenu la boutique dix ans.", "tint")), ("La secrétaire mit le courrier dans la boîte.", "Le colis remis le matin est parti.", "Le prix obtenu la semaine dernière est bon.")),
    rule("place_pronom_pendu", "conjugaison", "Le verbe s’accorde avec le pronom qui le suit.", "Remettez dans l’ordre : « vous pensez ».", _hanging,
         (("Que pense-vous de ce plan ?", "pensez"),), ("Que pensez-vous de ce plan ?", "Méfiez-vous.")),
    rule("place_nous_objet", "accord", "Le verbe s’accorde avec le nom qui ouvre la phrase ; « nous » ou « vous » est ici un complément.", "Qui est-ce qui a… ? Remplacez la réponse par « il ».", _to_us,
         (("Le directeur nous avons confié le tri des archives.", "a"), ("Les voisins vous avez prévenus.", "ont")), ("Le directeur nous a confié le tri.", "Ce matin nous avons reçu le lot.", "Le colis que vous avez reçu est là.")),
    rule("place_qui", "conjugaison", "Dans une question, « qui » sujet veut un verbe au singulier.", "Remplacez par « quelle personne ».", _who,
         (("Qui veulent venir à la visite ?", "veut"),), ("Qui sont ces visiteurs ?", "Qui veut venir ?", "Qui ont-ils vu ?")),
    rule("place_sujet_nous", "conjugaison", "Ici, « nous » ou « vous » est le sujet du verbe.", "Qui est-ce qui… ? Nous : -ons ; vous : -ez.", _no_subject,
         (("Dès que nous auront reçu le bon, nous signerons.", "aurons"), ("Quand vous seront prêts, appelez.", "serez")), ("Dès que nous aurons reçu le bon, nous signerons.", "Les colis que nous ont livrés vos agents sont là.")),
    rule("place_ordre_infinitif", "conjugaison", "On s’adresse à « vous » : l’ordre se met à l’impératif, en -ez.", "Remplacez par « prenez ».", _asked,
         (("Si vous avez d'autres questions, contacter l'accueil.", "contactez"), ("Vérifier vos coordonnées, puis signez.", "Vérifiez")), ("Si vous avez d'autres questions, contactez l'accueil.", "Pour ouvrir, tirer la poignée.", "Vérifier, puis signer.")),
)  # fmt: skip
