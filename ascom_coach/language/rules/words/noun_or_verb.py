# ruff: noqa: E501 -- an example stays on one line
"""A noun and a verb of one family that sound the same: « je vous appel », « le conseille d'administration »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View

_NOUN_OF = {
    "conseille": "conseil", "travaille": "travail", "appelle": "appel", "rappelle": "rappel", "envoie": "envoi", "emploie": "emploi",
    "accueille": "accueil", "réveille": "réveil", "détaille": "détail", "essaie": "essai", "appuie": "appui", "soutient": "soutien",
    "entretient": "entretien", "maintient": "maintien", "ennuie": "ennui", "oublie": "oubli", "arrête": "arrêt", "regrette": "regret",
    "souhaite": "souhait", "retourne": "retour", "calcule": "calcul", "recule": "recul", "signale": "signal", "renvoie": "renvoi",
}  # fmt: skip
_VERB_OF = {noun: verb for verb, noun in _NOUN_OF.items()} | {
    "merci": "remercie",
    "plaint": "plains",
    "remerciement": "remercie",
}
_DETERMINERS = frozenset(
    [
        "un",
        "mon",
        "ton",
        "son",
        "notre",
        "votre",
        "leur",
        "cet",
        "au",
        "du",
        "aucun",
        "chaque",
        "premier",
        "prochain",
    ]
)


def _noun_for_verb(view: View) -> Iterator[Hit]:
    """« Je vous appel », « mon mari travail de nuit »: a noun where only a verb can stand."""
    for at, word in enumerate(view.words):
        if word.low not in _VERB_OF or not at or not word.near or word.clitic or forms.has_person(word, "3s"):
            continue
        subject = at - 1
        while (
            subject >= 0
            and view.low(subject) in forms.CLITICS
            and view.words[subject].near
            and view.low(subject) not in ("nous", "vous")
        ):
            subject -= 1
        low = view.low(subject)
        if low in ("vous", "nous") and view.low(subject - 1) in ("je", "il", "elle", "on", "qui"):
            low = view.low(subject - 1)
        elif view.low(at - 1) not in ("je", "j'", "il", "elle", "on", "qui", "ne", "se", "me", "m'"):
            continue
        if low in ("je", "j'", "il", "elle", "on", "qui") and view.low(at - 1) not in (
            "le",
            "la",
            "l'",
            "les",
            "en",
        ):
            yield word.start, word.end, (_VERB_OF[word.low],)


def _we_noun(view: View) -> Iterator[Hit]:
    """« Nous vous proposition un rendez-vous »: after two pronouns comes a verb."""
    for at in range(2, len(view.words)):
        word = view.words[at]
        if (
            (
                view.low(at - 2) == "nous"
                and view.low(at - 1) == "vous"
                and view.glued(at - 2, at)
                and not view.words[at - 1].clitic
            )
            and word.only("N")
            and word.low.endswith(("tion", "tions", "sion", "sions", "mation", "on"))
        ):
            stem = word.low.rstrip("s")
            fixes = {
                "proposition": "proposons",
                "information": "informons",
                "invitation": "invitons",
                "confirmation": "confirmons",
            }
            yield word.start, word.end, (fixes.get(stem, ""),)


def _verb_for_noun(view: View) -> Iterator[Hit]:
    """« le conseille d'administration », « votre appelle »: a verb where only a noun can stand."""
    for at, word in enumerate(view.words):
        if word.low not in _NOUN_OF or not at or not word.near:
            continue
        before = view.low(at - 1)
        article = before == "le" and (
            at == 1
            or view.low(at - 2)
            in ("de", "pour", "avec", "dans", "par", "sur", "et", "après", "avant", "selon", "sans")
        )
        infinitive = view.low(at + 1) in ("lui", "moi", "vous", "nous", "que", "qu'")
        if (before in _DETERMINERS or (article and not infinitive and word.low not in ("oublie",))) and not (
            before in ("leur", "son", "un")
            and view.low(at - 2) in ("il", "elle", "on", "qui", "ne", "n'", "je", "l'")
        ):
            yield word.start, word.end, (_NOUN_OF[word.low],)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("homophone_nom_pour_verbe", "homophones", "Après le sujet vient un verbe conjugué, non le nom de la même famille.", "Remplacez « je » par « nous » : « nous appelons » montre le verbe.", by_view(_noun_for_verb),
         (("Je vous rappel demain.", "rappelle"), ("Elle travail ici depuis mai.", "travaille")), ("Je vous rappelle demain.", "Elle aime son travail.", "Il y a du travail.")),
    Rule("homophone_nous_verbe", "homophones", "Après « nous vous » vient un verbe conjugué, en -ons.", "Remplacez « nous » par « je » : « je vous propose ».", by_view(_we_noun),
         (("Nous vous information de ce retard.", "informons"),), ("Nous vous informons de ce retard.", "Pour nous, vous êtes prioritaire.")),
    Rule("homophone_verbe_pour_nom", "homophones", "Après un déterminant vient un nom, non le verbe de la même famille.", "Mettez « les » devant : un nom prend un s.", by_view(_verb_for_noun),
         (("Le conseille municipal se réunit.", "conseil"), ("Merci pour votre accueille.", "accueil")), ("Le conseil municipal se réunit.", "Je le conseille à tous.", "On le rappelle demain.", "Pour le rappeler, faites le 12.")),
)
# fmt: on
