# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Agreement with the subject and with the object placed before."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import (
    group_shape,
    only_adjective,
    set_phrase,
)
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.view import View, Word


def _attribute(view: View) -> Iterator[Hit]:
    subjects = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
    for index, word in enumerate(view.words):
        before = view.low(index - 1)
        shape: tuple[str, str] | None = None
        at = index + 1
        if (
            word.low in subjects
            and not word.clitic
            and before
            not in ("et", "ou", "avec", "pour", "chez", "de", "d'", "par", "sur", "sans", "à", "entre", "que")
        ):
            shape = subjects[word.low]
        elif word.low == "nous" and index == 0:
            shape = ("", "p")
        elif (
            (index == 0 or not word.near or before in ("que", "qu'", "car", "mais"))
            and before not in ("et", "ou", "de")
            and view.low(index - 2) not in ("ainsi", "plus", "moins", "autant")
            and (shape := group_shape(view, index))
        ):
            if (
                index
                and not word.near
                and not view.text[: word.start - view.offset].rstrip().endswith((",", ":"))
            ):
                continue
            at = index + 2
        if not shape:
            continue
        reflexive = False
        while view.low(at) in ("n'", "ne", "s'", "se"):
            reflexive = reflexive or view.low(at) in ("s'", "se")
            at += 1
        verb = view.at(at)
        if not verb or not verb.near:
            continue
        end = _after_being(view, at, reflexive)
        target = view.at(end) if end else None
        if not target or not end or not view.glued(index, end) or target.clitic or not _attributive(target):
            continue
        if set_phrase(view, end):
            continue
        if forms.agrees(target, *shape) or (word.low == "nous" and forms.agrees(target, "", "p")):
            continue
        if reflexive and not _only_reflexive(view, end, target):
            continue
        fixes = forms.agreed(target, *shape)
        if fixes:
            yield target.start, target.end, fixes


def _attributive(word: Word) -> bool:
    """After « être », a form that is also a conjugated verb can only be the participle."""
    known = all(one.pos in ("A", "V") or (one.pos == "N" and word.has("A")) for one in word.readings)
    return only_adjective(word) or (known and word.text.islower() and word.verb("ppas"))


_FULLY = frozenset(
    [
        "plaindre",
        "tromper",
        "déplacer",
        "absenter",
        "dérouler",
        "abstenir",
        "engager",
        "terminer",
        "arrêter",
        "inscrire",
        "produire",
        "présenter",
        "apercevoir",
        "évanouir",
        "réunir",
    ]
)


def _only_reflexive(view: View, at: int, target: Word) -> bool:
    return any(lemma in _FULLY for lemma in forms.infinitives(target)) and view.low(at + 1) not in (
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "l'",
    )


def _after_being(view: View, at: int, reflexive: bool) -> int | None:
    low = view.low(at)
    skip = frozenset(
        [
            "très",
            "bien",
            "déjà",
            "toujours",
            "pas",
            "jamais",
            "aussi",
            "encore",
            "tout",
            "trop",
            "assez",
            "enfin",
            "vraiment",
            "désormais",
            "également",
            "donc",
            "souvent",
            "plus",
        ]
    )
    if low in forms.ETRE and low not in ("être", "été"):
        at += 1
    elif low in forms.AVOIR and not reflexive:
        at += 1
        while view.low(at) in skip:
            at += 1
        if view.low(at) != "été":
            return None
        at += 1
    else:
        return None
    while view.low(at) in skip:
        at += 1
    return at


_NO_AGREEMENT = frozenset(
    ["fait", "pu", "dû", "voulu", "laissé", "cru", "su", "dit", "eu", "pensé", "permis"]
)


_MEASURES = frozenset(["impression", "fait", "idée", "preuve", "certitude", "sentiment", "espoir", "avis", "sorte", "peine", "chance", "nouvelle", "raison", "crainte", "condition", "mesure", "façon", "manière", "moment", "jour", "instant", "temps", "conviction", "heures", "jours", "minutes", "semaines", "mois", "ans", "années", "euros", "kilomètres", "kilos", "fois"])  # fmt: skip


def _object_before(view: View) -> Iterator[Hit]:
    if view.lows.isdisjoint(("que", "qu'", "j'")):
        return
    for index in range(len(view.words) - 5):
        shape = group_shape(view, index)
        noun = view.words[index + 1]
        if (
            not shape
            or not shape[0]
            or noun.low in _MEASURES
            or view.low(index - 1) in ("de", "d'", "du", "des", "et", "ou")
        ):
            continue
        at = index + 2
        while (
            at < index + 4
            and view.at(at)
            and view.words[at].only("A", "V")
            and forms.adjective(view.words[at])
        ):
            at += 1
        if view.low(at) not in ("que", "qu'", "j'") or not view.glued(index, at):
            continue
        if view.low(at + 1) not in ("j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"):
            continue
        at += 2
        while view.low(at) in ("m'", "nous", "vous", "t'", "te", "me", "lui", "leur", "n'", "ne"):
            at += 1
        if view.low(at) not in forms.AVOIR or view.low(at) in ("avoir", "eu"):
            continue
        at += 1
        while view.low(at) in ("bien", "déjà", "pas", "toujours", "récemment", "aussi"):
            at += 1
        target = view.at(at)
        if (
            not target
            or not view.glued(index, at)
            or target.low in _NO_AGREEMENT
            or not target.verb("ppas")
            or not target.only("V", "A", "N")
        ):
            continue
        after = view.at(at + 1)
        if after and after.near and (after.verb("inf") or after.low in ("de", "d'", "que", "qu'", "à")):
            continue
        if not forms.agrees(target, *shape) and not _of_another(view, index, target):
            fixes = forms.participles(target, *shape)
            if fixes:
                yield target.start, target.end, fixes


def _of_another(view: View, index: int, target: Word) -> bool:
    """« La recette du gâteau aux noix que tu m'avais demandée »: the participle fits a noun before the complement."""
    if view.low(index) not in ("au", "aux", "du", "des"):
        return False
    return any(
        (shape := forms.noun_shape(word)) is not None and forms.agrees(target, *shape)
        for word in view.words[max(0, index - 6) : index]
        if word.has("N") and not word.has("P", "D")
    )


_US = (("nous", "1p"), ("vous", "2p"))


def _group_verb(view: View) -> Iterator[Hit]:
    """« Les clients attend », « Votre commande arrivent »: the group opens the sentence, the verb follows it."""
    if len(view.words) < 3 or not (shape := group_shape(view, 0)):
        return
    at = 2
    while view.low(at) in ("ne", "n'", "se", "s'", "vous", "nous", "lui", "leur", "me", "te", "y", "en"):
        at += 1
    verb = view.at(at)
    person = "3p" if shape[1] == "p" else "3s"
    if not verb or not view.glued(0, at) or verb.clitic or not verb.only("V") or not verb.text.islower():
        return
    if not forms.finite(verb) or verb.verb("ppas") or verb.verb("inf") or forms.has_person(verb, person):
        return
    if any(
        view.low(i) == one and forms.has_person(verb, person) for i in range(2, at) for one, person in _US
    ) or view.words[1].verb("inf"):
        return  # « ce matin nous avons froid », « les garder sera dur »
    if view.low(0) in ("la", "le") and view.low(1) in ("plupart", "majorité", "moitié", "totalité"):
        return
    behind = view.at(at + 1)
    if view.low(1) in TIMES and behind and behind.near and behind.has("D"):
        return  # « Le matin arrivent les livreurs »
    if fixes := forms.conjugated(verb, person):
        yield verb.start, verb.end, fixes


def _enclosed(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in ("ci-joint", "ci-jointe", "ci-jointes", "ci-joints"):
            continue
        noun = view.at(index - 1)
        if noun and word.near and noun.has("N") and index >= 2 and (shape := group_shape(view, index - 2)):
            wanted = "ci-joint" + ("e" if shape[0] == "f" else "") + ("s" if shape[1] == "p" else "")
            if shape[0] and wanted != word.low:
                yield word.start, word.end, (cased(word.text, wanted),)
        elif word.low != "ci-joint" and index == 0:
            yield word.start, word.end, (cased(word.text, "ci-joint"),)


def _enclosed_verb(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        verbs = (
            "trouver",
            "trouverez",
            "recevoir",
            "recevrez",
            "envoie",
            "adresse",
            "joins",
            "transmets",
            "adressons",
            "envoyons",
            "transmettons",
        )
        if word.low in ("ci-jointe", "ci-jointes", "ci-joints") and view.low(index - 1) in verbs:
            yield word.start, word.end, (cased(word.text, "ci-joint"),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule(
        "accord_attribut", "accord", "Avec « être », l’adjectif ou le participe s’accorde avec le sujet.", "Qui est-ce qui est… ? Accordez avec la réponse.",
        by_view(_attribute), (("La commande est arrivé.", "arrivée"), ("Vos factures ont été payé.", "payées"), ("Elle est prêt.", "prête")),
        ("La commande est arrivée.", "Vos factures ont été payées.", "Nous sommes ravis.", "Le client s'est plaint.", "Elle s'est fait livrer."),
    ),
    Rule(
        "accord_cod_avant", "accord", "Avec « avoir », le participe s’accorde avec le complément placé avant lui.", "… quoi ? La réponse est avant le verbe : accord.",
        by_view(_object_before), (("Les factures que vous avez envoyé sont là.", "envoyées"),),
        ("Les factures que vous avez envoyées sont là.", "Les heures que j'ai travaillé.", "Les tables que nous avons fait livrer."),
    ),
    Rule(
        "accord_groupe_verbe", "accord", "Le verbe s’accorde avec le groupe qui ouvre la phrase.", "Qui fait l’action ? Ils ou elles : -nt.",
        by_view(_group_verb), (("Les clients attend une réponse.", "attendent"), ("Votre commande arrivent lundi.", "arrive")),
        ("Les clients attendent une réponse.", "Votre commande arrive lundi.", "La plupart viennent.", "Les fiches produit sont là."),
    ),
    Rule(
        "accord_ci_joint", "accord", "Après le nom, « ci-joint » s’accorde ; en tête de phrase, il reste invariable.", "Placé après le nom : accord.",
        by_view(_enclosed), (("Voir la facture ci-joint.", "ci-jointe"), ("Ci-jointe la facture.", "Ci-joint")),
        ("Voir la facture ci-jointe.", "Ci-joint la facture.", "Vous trouverez ci-joint la facture."),
    ),
    Rule(
        "accord_ci_joint_verbe", "accord", "Avant le nom, « ci-joint » reste le plus souvent invariable.", "Placé avant le nom : invariable.",
        by_view(_enclosed_verb), (("Vous trouverez ci-jointes nos factures.", "ci-joint"),), ("Vous trouverez ci-joint nos factures.",), counted=False,
    ),
)
# fmt: on
