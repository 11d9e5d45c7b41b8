# ruff: noqa: E501 -- an example stays on one line
"""The infinitive written for a participle that qualifies a noun: « les formats utiliser », « une version corriger », « reste fermer ».

A noun with its determiner takes no bare infinitive behind it, unless someone makes, lets, sees or hears it act, or the
infinitive is the name of a command.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas, named_by_verb
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR, determiner
from ascom_coach.language.syntax.view import View, Word

_LETS = frozenset(
    [
        "laisser",
        "faire",
        "voir",
        "revoir",
        "entendre",
        "regarder",
        "écouter",
        "sentir",
        "emmener",
        "mener",
        "amener",
        "conduire",
        "apercevoir",
        "observer",
        "imaginer",
    ]
)
ASKS = frozenset(
    [
        "que",
        "qu'",
        "qui",
        "quoi",
        "où",
        "comment",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "pourquoi",
        "combien",
        "dont",
        "lequel",
        "laquelle",
    ]
)
_NAMED = frozenset(["verbe", "mot", "commande", "fonction", "infinitif", "menu", "bouton", "touche", "option", "action", "onglet", "lien", "mode", "outil", "icône", "icone", "champ", "rubrique",
                    "bloc", "méthode", "instruction", "service", "entrée", "étape", "bureau", "paquet", "module", "script", "programme", "site"])  # fmt: skip
_SET = frozenset(["contraire", "exemple", "abord", "fait", "temps", "coup", "lieu", "tour"])
"""Nouns of adverbs made of several words: « au contraire évaluer »."""
_KEEPS = frozenset(["rester", "demeurer"])
_NO = frozenset(["dîner", "souper", "déjeuner", "goûter", "super", "hier", "cher", "fier", "amer", "premier", "dernier", "entier", "particulier", "régulier"])  # fmt: skip


def bare(word: Word | None) -> bool:
    """An infinitive in -er that is nothing else, in lower case."""
    return bool(word and word.near and not word.clitic and word.text.islower() and word.low.endswith("er") and word.verb("inf") and word.only("V") and word.low not in _NO)  # fmt: skip


def _qualified(view: View) -> Iterator[Hit]:
    """« les formats utiliser pour la date », « un processus lancer par le chef »."""
    groups = {one.last: one for one in bundles(view)[0]}
    for at, group in groups.items():
        target, after = view.at(at + 1), view.at(at + 2)
        if (
            not bare(target)
            or target is None
            or not determiner(view.low(group.first), view.low(group.first + 1))
        ):
            continue
        if (
            named_by_verb(view, at + 1)
            or view.low(group.noun).rstrip("s") in _NAMED | _SET
            or view.low(at) in _NAMED
        ):
            continue
        before = view.words[: group.first]
        if any(lemmas(one) & _LETS or one.low in ASKS for one in before) or view.words[0].clitic:
            continue
        if _aside(view, group.first) or view.low(group.first) in ASKS:
            continue
        if (
            after
            and after.near
            and (
                after.clitic
                or after.low in ("le", "la", "les", "l'", "un", "une", "des", "ce", "cette", "ces")
            )
        ):
            continue  # « qui laisse le chef signer la fiche »: it has an object of its own
        mask = group.shape
        several, single = bool(mask & PLURAL), bool(mask & SINGULAR)
        if several == single:
            continue
        gender = group_gender(view, group.noun)
        fixes = forms.participles(target, gender or "m", "p" if several else "s")
        if fixes:
            yield target.start, target.end, fixes[:2]


def _aside(view: View, first: int) -> bool:
    """« il peut à son tour contacter »: the group hangs between a verb and the infinitive that the verb asks for."""
    if view.low(first - 1) in ("de", "d'") or view.low(first) in ("du", "des"):
        return False
    at = first if view.low(first) in ("au", "aux") else first - 1
    if at < 1 or not (view.words[at].has("P") or view.low(at) in ("à", "en", "au", "aux")):
        return False
    before = view.words[at - 1]
    return (
        forms.finite(before)
        or before.low in forms.PERSONS
        or before.has("R")
        or before.low in ("pas", "plus")
    )


def group_gender(view: View, at: int) -> str:
    """`m` or `f` when all readings of the noun at `at` agree, else empty."""
    genders = {one.gender for one in view.words[at].readings if one.pos == "N"}
    return genders.pop() if len(genders) == 1 and genders <= {"m", "f"} else ""


def _bare_noun(view: View) -> Iterator[Hit]:
    """« sous pli séparer », « une demande de visite guider »: a noun without determiner, behind a preposition."""
    for at in range(2, len(view.words)):
        target, noun = view.words[at], view.words[at - 1]
        if (
            not bare(target)
            or not noun.near
            or not noun.text.islower()
            or not noun.only("N")
            or view.low(at - 2) not in _HOLD
        ):
            continue
        after = view.at(at + 1)
        if noun.low.rstrip("s") in _NAMED | _SET or any(
            lemmas(one) & _LETS or one.low in ASKS for one in view.words[:at]
        ):
            continue
        if (
            after
            and after.near
            and after.low
            in (
                "le",
                "la",
                "les",
                "l'",
                "un",
                "une",
                "des",
                "du",
                "ce",
                "cette",
                "ces",
                "son",
                "sa",
                "ses",
                "leur",
                "leurs",
                "nos",
                "vos",
            )
        ):
            continue
        if _owed(view, at - 2):
            continue
        shape = forms.noun_shape(noun)
        if shape and shape[0] in "mf" and shape[1] in "sp" and (fixes := forms.participles(target, *shape)):
            yield target.start, target.end, fixes[:2]


_HOLD = frozenset(["de", "d'", "sous", "sur", "par", "avec", "sans"])


def _owed(view: View, at: int) -> bool:
    """« pourra par courriel demander »: whether a verb that asks for an infinitive stands before the complement."""
    return any(
        lemmas(one) & {"pouvoir", "devoir", "vouloir", "falloir", "aller", "venir", "souhaiter", "savoir"}
        for one in view.words[max(0, at - 4) : at]
    )


def _degree(view: View) -> Iterator[Hit]:
    """« des messages non solliciter », « un accès plus limiter », « un logement correctement chauffer »."""
    for at in range(2, len(view.words)):
        target, adverb, noun = view.words[at], view.words[at - 1], view.words[at - 2]
        if not bare(target) or not adverb.near or not noun.text.islower():
            continue
        if adverb.low not in _DEGREES and not (adverb.low.endswith("ment") and adverb.only("R")):
            continue
        after = view.at(at + 1)
        if (
            not noun.has("N", "A")
            or noun.has("P", "D", "R", "V", "C", "O")
            or (after and after.near and after.has("D"))
        ):
            continue
        if _owed(view, at) or any(
            lemmas(one) & _LETS or one.low in ASKS or one.verb("inf") for one in view.words[:at]
        ):
            continue
        shape = forms.noun_shape(noun)
        gender, number = shape if shape else ("m", "s")
        if fixes := forms.participles(
            target, gender if gender in "mf" else "m", number if number in "sp" else "s"
        ):
            yield target.start, target.end, fixes[:2]


_DEGREES = frozenset(["non", "plus", "moins", "mieux", "trop", "très", "dûment"])


def _stays(view: View) -> Iterator[Hit]:
    """« tant que la vanne reste fermer », « dûment rempli et signer », « ni prêté ni laisser »."""
    for at in range(1, len(view.words)):
        target, before = view.words[at], view.words[at - 1]
        if not bare(target) or before.clitic:
            continue
        if lemmas(before) & _KEEPS and before.only("V", "N") and forms.finite(before) and not before.has("D"):
            if before.has("N") and view.low(at - 2) in ("le", "un", "ce", "du", "au"):
                continue
            after = view.at(at + 1)
            if after and after.near and after.has("D"):
                continue
            yield (
                target.start,
                target.end,
                tuple(form for g in "mf" for form in forms.participles(target, g, "s")),
            )
        elif before.low in ("et", "ou", "ni") and at > 1 and before.near:
            other, tail = view.words[at - 2], view.at(at + 1)
            done = (
                other.verb("ppas")
                and other.low.endswith(
                    ("é", "ée", "és", "ées", "i", "ie", "is", "u", "ue", "us", "li", "ies")
                )
                and other.only("V", "A")
            )
            led = view.low(at - 3) in forms.ETRE | {"dûment", "été", "bien", "ni", "déjà"}
            if (
                done
                and led
                and not any(one.verb("inf") for one in view.words[: at - 2])
                and not (tail and tail.near and tail.has("D"))
            ):
                shape = next(
                    ((one.gender, one.number) for one in other.readings if "ppas" in one.tags), ("m", "s")
                )
                yield (
                    target.start,
                    target.end,
                    forms.participles(target, shape[0], shape[1] if shape[1] in "sp" else "s"),
                )


_TEST = "Remplacez par « prendre » ou « pris » : « le format pris », jamais « le format prendre »."
RULES: tuple[Rule, ...] = (
    rule("participe_du_nom", "conjugaison", "Ce mot décrit le nom qui précède : c’est le participe en -é, qui s’accorde.", _TEST, _qualified,
         (("Vous pouvez modifier les formats utiliser pour la date.", "utilisés"), ("La vérification réaliser par le chef est finie.", "réalisée"), ("Voici une version corriger dès mardi.", "corrigée")),
         ("Vous pouvez modifier les formats utilisés pour la date.", "Il laisse les clients entrer.", "Nous voyons les prix monter.", "Cliquez sur le bouton annuler.", "Il ne sait quelle page imprimer.", "Un mot à traduire, une page à imprimer.", "Il a entendu la porte claquer.")),
    rule("participe_nom_nu", "conjugaison", "Ce mot décrit le nom qui précède : c’est le participe en -é.", _TEST, _bare_noun,
         (("Les plans vous parviendront sous pli séparer.", "séparé"),),
         ("Les plans vous parviendront sous pli séparé.", "Vous pourrez par courriel demander un reçu.")),
    rule("participe_degre", "conjugaison", "Derrière « plus », « trop », « non » et un nom, ce mot décrit le nom : c’est le participe en -é.", _TEST, _degree,
         (("Le nombre de messages non solliciter augmente.", "sollicités"), ("Un logement correctement chauffer est dû.", "chauffé")),
         ("Le nombre de messages non sollicités augmente.", "Il faut aux clients mieux expliquer le tarif.", "Ces outils permettent de mieux gérer les bons.", "On doit chaque jour mieux trier.")),
    rule("participe_apres_reste", "conjugaison", "Ce mot dit dans quel état est le sujet : c’est le participe en -é.", _TEST, _stays,
         (("Tant que la vanne reste fermer, rien ne coule.", "fermé"), ("Le bon, dûment rempli et signer, est joint.", "signé")),
         ("Tant que la vanne reste fermée, rien ne coule.", "Le bon, dûment rempli et signé, est joint.", "Il est venu et repartir serait long.")),
)  # fmt: skip
