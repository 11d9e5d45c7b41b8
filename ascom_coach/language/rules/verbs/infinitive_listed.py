# ruff: noqa: E501 -- an example stays on one line
"""The infinitive behind « faire », behind « de vous », and in a list of infinitives: « il fera imprimé », « classer et rangé les bons ».

A participle in -é takes no object of its own: with a determiner behind it, and no « avoir » before, it is an infinitive.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive_slot import infinitive
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import NUMERALS
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas
from ascom_coach.language.syntax.view import View, Word

_DETERMINERS = frozenset(["le", "la", "l'", "les", "un", "une", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos",
                          "leur", "leurs", "des", "tous", "toutes", "chaque", "quelques", "plusieurs"])  # fmt: skip
_TIMES = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "soir", "jour", "semaine", "mois", "année", "nuit", "week-end", "lendemain", "veille",
                    "fois", "an", "midi", "plus", "mieux", "moins"])  # fmt: skip
_BEFORE_PRONOUN = frozenset(["de", "d'", "à", "pour", "sans", "afin"])
_ASKING = frozenset(
    [
        "honneur",
        "plaisir",
        "regret",
        "occasion",
        "possibilité",
        "droit",
        "soin",
        "joie",
        "devoir",
        "besoin",
        "envie",
        "but",
        "intention",
        "obligation",
        "peine",
        "chance",
    ]
)
"""Nouns that « de » and an infinitive complete."""
_PRONOUNS = frozenset(["nous", "vous", "me", "m'", "te", "t'", "se", "s'", "lui", "y"])


def _form(word: Word | None) -> bool:
    """A form in -é, in lower case, of a verb in -er."""
    return bool(
        word and not word.clitic and word.near and word.text.islower() and word.low.endswith("é") and heard_as_infinitive(word)
        and not word.has("P", "R", "D", "C")
    )  # fmt: skip


def _object(view: View, at: int) -> bool:
    """Whether an object opens at `at`: a determiner and no word of time."""
    word, after = view.at(at), view.at(at + 1)
    if word is None or after is None or not word.near or not after.near or word.low not in _DETERMINERS:
        return False
    return (
        after.low not in _TIMES
        and not after.text[:1].isdecimal()
        and view.low(at + 2) not in _TIMES
        and not forms.finite(after)
    )


def _made_to(view: View) -> Iterator[Hit]:
    """« il la fera imprimé », « faire défilé », « a fait évacué la salle »."""
    for at in range(len(view.words) - 1):
        word, target = view.words[at], view.words[at + 1]
        if "faire" not in lemmas(word) or word.clitic or not _form(target):
            continue
        if word.low == "fait" and view.low(at - 1) not in forms.AVOIR:
            continue  # « un fait avéré », « c'est fait, signé »
        if not (word.only("V") or word.low in ("fait", "faire")) or word.has("D"):
            continue
        held = view.low(at - 1) in ("la", "les", "le", "l'") and word.only("V") and word.near
        if target.has("N") and not held and not _object(view, at + 2):
            continue
        if target.has("A") and not target.verb("ppas"):
            continue
        yield target.start, target.end, infinitive(target)


def _of_you(view: View) -> Iterator[Hit]:
    """« l'honneur de vous convoqué à », « consenti à nous prêté deux vitrines », « de l'appelé »."""
    for at in range(1, len(view.words) - 2):
        link, whom, target = view.words[at], view.words[at + 1], view.words[at + 2]
        if (
            link.low not in _BEFORE_PRONOUN
            or whom.low not in _PRONOUNS
            or whom.clitic
            or not whom.near
            or not _form(target)
        ):
            continue
        after = view.at(at + 3)
        if target.has("N") and not (
            after
            and after.near
            and (after.low in _DETERMINERS or after.has("P", "D") or after.low in NUMERALS)
        ):
            continue
        if whom.low in ("nous", "vous", "lui") and not (
            after
            and after.near
            and (after.low in _DETERMINERS or after.has("P", "D") or after.low in NUMERALS)
        ):
            continue
        if whom.low in ("nous", "vous", "lui") and (
            link.low in ("d'", "pour") or after is None or after.low in ("par", "pour")
        ):
            continue  # « auprès de vous placé par… »
        led = view.words[at - 1]
        if whom.low in ("nous", "vous") and led.has("N") and led.low not in _ASKING:
            continue  # « un plan de nous daté du 3 mai »
        yield target.start, target.end, infinitive(target)


def _of_it(view: View) -> Iterator[Hit]:
    """« il n'est pas nécessaire de le jeté »: « de le » is never an article, « du » would be."""
    for at in range(1, len(view.words) - 2):
        target = view.words[at + 2]
        if (
            view.low(at) in ("de", "à")
            and view.low(at + 1) in ("le", "les")
            and view.glued(at, at + 2)
            and _form(target)
        ):
            yield target.start, target.end, infinitive(target)


def _in_list(view: View) -> Iterator[Hit]:
    """« pour ajouter les bureaux et géré leurs réservations », « ouvrir, copier, supprimé ou déplacer »."""
    for at in range(2, len(view.words) - 1):
        target = view.words[at]
        link = view.low(at - 1)
        if link not in ("et", "ou", "puis") or not _form(target) or not _object(view, at + 1):
            continue
        start = next((here for here in range(at - 2, -1, -1) if _ends(view, here)), -1) + 1
        behind = view.words[start : at - 1]
        if any(one.low in forms.AVOIR or one.low == "ayant" for one in behind):
            continue
        if any(one.verb("ppas") and one.low.endswith(("é", "ée", "és", "ées")) for one in behind):
            continue
        acts = [
            one
            for one in behind
            if one.verb("inf") and one.low.endswith(("er", "ir", "re")) and not one.has("N", "A")
        ]
        if acts:
            yield target.start, target.end, infinitive(target)


def _ends(view: View, at: int) -> bool:
    """Whether a sentence or a clause of its own ends at the word `at`."""
    gap = view.text[view.words[at].end - view.offset : view.words[at + 1].start - view.offset]
    return any(mark in gap for mark in ";:.()—–") or view.low(at) in ("qui", "que", "qu'", "dont", "où")


_TEST = "Remplacez par « prendre » : si cela se dit, écrivez -er."
RULES: tuple[Rule, ...] = (
    rule("infinitif_faire_suivi", "conjugaison", "Après « faire », le second verbe est à l’infinitif : faire imprimer.", _TEST, _made_to,
         (("Cette maquette lui a plu, il la fera imprimé.", "imprimer"), ("La directrice a fait évacué la salle.", "évacuer"), ("Il faut faire glissé le fichier.", "glisser")),
         ("Cette maquette lui a plu, il la fera imprimer.", "Le travail bien fait, signé, repart.", "C'est un fait avéré.", "Il a fait carré.", "Elle fait passé et présent.")),
    rule("infinitif_de_vous", "conjugaison", "Après « de », « à » ou « pour » et un pronom, le verbe est à l’infinitif.", _TEST, _of_you,
         (("Nous avons l'honneur de vous convoqué à la réunion.", "convoquer"), ("Le musée consent à nous prêté deux vitrines.", "prêter"), ("Il a promis de lui envoyé la liste.", "envoyer")),
         ("Nous avons l'honneur de vous convoquer à la réunion.", "Celui d'entre vous désigné par le sort.")),
    rule("infinitif_de_le", "conjugaison", "« De le » annonce un verbe à l’infinitif : de le jeter.", _TEST, _of_it,
         (("Il n'est pas nécessaire de le jeté.", "jeter"),), ("Il n'est pas nécessaire de le jeter.", "Le montant du marché est connu.")),
    rule("infinitif_liste", "conjugaison", "Ces verbes font une liste : comme le premier, celui-ci est à l’infinitif.", _TEST, _in_list,
         (("Ils peuvent ajouter un bureau et géré leurs réservations.", "gérer"), ("Il faut classer les bons et rangé la salle.", "ranger")),
         ("Ils peuvent ajouter un bureau et gérer leurs réservations.", "Après avoir classé les bons et rangé la salle, il part.", "Il a dû sortir et fermé la porte.", "Il veut partir reposé et payé le lundi.")),
)  # fmt: skip
