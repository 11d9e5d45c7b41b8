# ruff: noqa: E501 -- an example stays on one line
"""The participle with « avoir » and what stands before it: « celles que j'ai reçues », « nous l'avons mangé », « lesquels as-tu lus »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas, object_may_precede
from ascom_coach.language.syntax.predicates import over
from ascom_coach.language.syntax.relative_objects import THOSE, relatives
from ascom_coach.language.syntax.shapes import FP, FS, MP, MS, OBJECT_PRONOUNS, PLURAL, agreed_in, shape
from ascom_coach.language.syntax.view import View, Word

_MEASURES = frozenset(["coûter", "valoir", "peser", "mesurer", "durer"])
"""« Les cent euros que cela a coûté »: how much, no object."""
_WEATHER = frozenset(
    ["chaleur", "chaleurs", "température", "températures", "canicule", "gelées", "tempête", "nuit"]
)
"""« La chaleur qu'il a fait »: an impersonal verb has no object."""
_STILL = frozenset(["pouvoir", "devoir", "vouloir", "falloir", "faire", "laisser", "être", "dormir", "durer", "coûter", "valoir", "peser", "vivre", "marcher",
                    "courir", "voir", "entendre", "sentir", "envoyer", "réussir", "décider", "choisir", "commencer", "finir", "essayer", "demander",
                    "dire", "croire", "penser", "cru", "oser", "aimer", "souhaiter", "espérer", "avoir"])  # fmt: skip
_LONE = frozenset(
    [
        "parler",
        "suffire",
        "plaire",
        "sourire",
        "nuire",
        "mentir",
        "ressembler",
        "convenir",
        "téléphoner",
        "succéder",
        "dormir",
        "réfléchir",
    ]
)


def _participle(view: View, at: int) -> Word | None:
    """The participle at `at`, when nothing behind it may govern the object before."""
    word, after = view.at(at), view.at(at + 1)
    if (
        not word
        or not word.near
        or word.clitic
        or not shape(word).participle
        or not word.text.islower()
        or word.has("P", "R", "D")
    ):
        return None
    if (
        lemmas(word) & _STILL
        and after
        and after.near
        and (after.verb("inf") or after.low in ("à", "de", "d'", "que", "qu'"))
    ):
        return None
    behind = view.at(at + 2)
    if (
        after
        and after.near
        and after.low in ("à", "de", "d'")
        and behind
        and (behind.verb("inf") or behind.low in forms.CLITICS)
    ):
        return None
    if lemmas(word) & {"pouvoir", "devoir", "vouloir", "falloir", "être"} or (
        lemmas(word) & {"faire", "laisser"} and after and after.verb("inf")
    ):
        return None
    return None if after and after.near and (after.verb("inf") and not after.has("N")) else word


def _relative(view: View) -> Iterator[Hit]:
    """« Celles que nous avons oublié », « l'homme que j'ai beaucoup aidée »."""
    for at, mask, verb in relatives(view):
        if view.low(verb) not in forms.AVOIR:
            continue
        place = over(view, verb + 1)
        word = _participle(view, place)
        if not word or not view.glued(at, place) or shape(word).adjective & mask:
            continue
        after = view.at(place + 1)
        if (
            after
            and after.near
            and view.low(at - 1) not in THOSE
            and view.low(at + 1) not in forms.AVOIR
            and (after.only("N") or (after.has("D") and not after.has("P")))
        ):
            continue
        if lemmas(word) & (_LONE | _MEASURES) or (view.low(at - 1) in _WEATHER and word.low == "fait"):
            continue
        if view.low(at - 1) == "ce" and (
            after is None or not after.near or after.low not in ("de", "d'", "comme")
        ):
            yield from changed(word, agreed_in(word, MS))
        elif view.low(at - 1) != "ce":
            yield from changed(word, agreed_in(word, mask))


def _asked(view: View) -> Iterator[Hit]:
    """« Quelle chemise as-tu mis ? », « Lesquels as-tu acheté ? »."""
    groups = bundles(view)[0]
    for at in range(min(4, len(view.words) - 2)):
        low = view.low(at)
        mask, here = {"lesquels": MP, "lesquelles": FP, "laquelle": FS, "lequel": MS}.get(low, 0), at + 1
        if low.startswith("quel"):
            group = next((one for one in groups if one.first == at), None)
            if not group or (group.first + 1 != group.noun and not group.free):
                continue
            mask, here = group.shape, group.last + 1
        elif low == "combien" and view.low(at + 1) in ("de", "d'") and view.at(at + 2):
            mask, here = shape(view.words[at + 2]).noun & PLURAL, at + 3
        if not mask or (at and view.words[at - 1].has("P")):
            continue
        while view.low(here) in ("me", "m'", "te", "t'", "lui", "leur", "nous", "vous", "n'", "ne"):
            here += 1
        turned = view.at(here + 1)
        if (
            view.low(here) not in forms.AVOIR
            or not turned
            or not (turned.clitic and turned.low in forms.PERSONS)
        ):
            continue
        place = over(view, here + 2)
        word = _participle(view, place)
        if word and view.glued(at, place) and not shape(word).adjective & mask and not lemmas(word) & _LONE:
            after = view.at(place + 1)
            if not (after and after.near and after.has("D")):
                yield from changed(word, agreed_in(word, mask))


_DIRECT = frozenset(["informer", "écouter", "quitter", "subjuguer", "contacter", "recevoir", "inviter", "remercier", "aider", "accueillir", "rassurer", "prévenir",
                     "convaincre", "avertir", "décevoir", "surprendre", "accompagner", "féliciter", "encourager", "motiver", "alerter", "soutenir", "saluer",
                     "étonner", "inquiéter", "intéresser", "choquer", "amuser", "gêner", "déranger", "appeler", "rejoindre", "rencontrer", "attendre"])  # fmt: skip


def _pronoun(view: View) -> Iterator[Hit]:
    """« Nous l'avons mangés », « il nous a informé », « les as-tu lu ? »."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) not in forms.AVOIR:
            continue
        back = at - 1
        if view.low(back) in ("lui", "leur") and view.low(back - 1) in ("la", "les"):
            back -= 1
        low = view.low(back)
        mask = OBJECT_PRONOUNS.get(low, 0) if low != "le" else 0
        if (
            not mask
            or not view.words[back + 1].near
            or (low == "les" and back == at - 1 and not view.words[at + 1].clitic)
        ):
            continue
        turned = view.at(at + 1)
        place = over(view, at + 2 if turned and turned.clitic else at + 1)
        word = _participle(view, place)
        if not word or not view.glued(back, place) or shape(word).adjective & mask:
            continue
        if low in ("nous", "m'", "t'"):
            if (
                object_may_precede(view, back)
                or view.low(back - 1) in ("les", "la")
                or view.low(at + 1) == "été"
            ):
                continue
            if low == "nous" and (
                not lemmas(word) & _DIRECT
                or view.low(back - 1) == "nous"
                or forms.has_person(view.words[at], "1p")
            ):
                continue
        yield from changed(word, agreed_in(word, mask))


def _named_first(view: View) -> Iterator[Hit]:
    """« La lettre, je l'ai posté hier », « cette clé, il l'a rendu »: « l' » is the group set in front."""
    group = next((one for one in bundles(view)[0] if one.first == 0), None)
    at = group.last + 1 if group else 0
    if not group or group.shape not in (MS, FS) or not at < len(view.words) - 2 or view.words[at].near:
        return
    if view.low(at) not in forms.PERSONS or view.low(at + 1) != "l'" or view.low(at + 2) not in forms.AVOIR:
        return
    place = over(view, at + 3)
    word = _participle(view, place)
    if word and view.glued(at, place) and not shape(word).adjective & group.shape:
        yield from changed(word, agreed_in(word, group.shape))


def _lone(view: View) -> Iterator[Hit]:
    """« Les filles dont tu m'as parlées », « après avoir écoutée la cliente »."""
    for at in range(len(view.words) - 1):
        if view.low(at) not in forms.AVOIR and view.low(at) != "ayant":
            continue
        turned = view.at(at + 1)
        place = over(view, at + 2 if turned and turned.clitic else at + 1)
        word = view.at(place)
        if (
            not word
            or not word.near
            or word.clitic
            or not shape(word).participle
            or shape(word).adjective & MS
            or word.has("N", "P", "R", "D")
        ):
            continue
        after = view.at(place + 1)
        alone = bool(lemmas(word) & _LONE)
        infinitive = (
            view.low(at) in ("avoir", "ayant")
            and view.low(at - 1) not in forms.CLITICS
            and not object_may_precede(view, at)
        )
        determined = (
            after is not None
            and after.near
            and after.has("D")
            and not after.has("P")
            and after.low not in ("tout", "toute", "tous", "toutes")
        )
        if alone or (infinitive and determined):
            yield from changed(word, agreed_in(word, MS))


RULES: tuple[Rule, ...] = (
    rule("accord_l_groupe_devant", "accord", "« L’ » remplace le groupe placé devant la virgule : le participe s’accorde avec lui.", "Posté quoi ? « la lettre » : féminin singulier.", _named_first,
         (("La lettre, je l'ai posté hier.", "postée"), ("Cette clé, il l'a bien rendu.", "rendue")), ("La lettre, je l'ai postée hier.", "Le bon, je l'ai signé.", "La porte, il l'a fait réparer.")),
    rule("accord_que_avoir", "accord", "Avec « avoir », le participe s’accorde avec ce que « que » remplace.", "… quoi ? « celles » : féminin pluriel.", _relative,
         (("Celles que nous avons oublié reviendront.", "oubliées"), ("L'homme que j'ai beaucoup aidée est parti.", "aidé"), ("Voici les pistes qu'auraient négligé les enquêteurs.", "négligées"), ("Ce que les voisins ont donnée suffit.", "donné")),
         ("Celles que nous avons oubliées reviendront.", "Voici les pistes qu'auraient négligées les enquêteurs.", "Les efforts qu'il a fallu sont grands.", "Les exercices que j'ai réussi à faire.", "Ceux qu'elle a fait venir sont là.")),
    rule("accord_quel_avoir", "accord", "Le participe avec « avoir » s’accorde avec le nom interrogé, placé avant lui.", "As-tu mis quoi ? « quelle chemise » : féminin.", _asked,
         (("Quelle chemise as-tu mis ?", "mise"), ("Lesquels as-tu acheté ?", "achetés")), ("Quelle chemise as-tu mise ?", "Lesquels as-tu achetés ?", "Quelle heure as-tu dit à la cliente ?", "Dans quelle rue avez-vous garé la voiture ?")),
    rule("accord_pronom_avoir", "accord", "Avec « avoir », le participe s’accorde avec le pronom complément placé avant : « l’ », « nous », « les ».", "Remplacez le pronom par le nom.", _pronoun,
         (("Nous l'avons mangés.", "mangé"), ("Il nous a informé du retard.", "informés"), ("Les as-tu lu ?", "lus"), ("Je les leur ai donné.", "donnés")),
         ("Nous l'avons mangée.", "Il nous a informés du retard.", "Il nous a donné la clé.", "Les as-tu lus ?", "Voici les lettres qu'il m'a données.")),
    rule("accord_avoir_seul", "accord", "Avec « avoir », sans complément placé avant lui, le participe ne change pas.", "… qui ? quoi ? La réponse vient après, ou manque : pas d’accord.", _lone,
         (("Après avoir écoutée la cliente, il a signé.", "écouté"), ("Les collègues dont tu m'as parlées sont là.", "parlé")), ("Après avoir écouté la cliente, il a signé.", "Après l'avoir écoutée, il a signé.", "Les collègues dont tu m'as parlé sont là.")),
)  # fmt: skip
