# ruff: noqa: E501 -- an example stays on one line
"""An infinitive owed to a verb or an idiom further back: « de pouvoir les brisés », « il a beau consacré », « temps de poussée la porte »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive_slot import infinitive, sounds_so
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas, past
from ascom_coach.language.syntax.view import View

_CLITICS = forms.CLITICS - {"ne", "n'"}
_MODALS = frozenset(["pouvoir", "devoir", "vouloir", "savoir", "oser", "aller"])
_SEEM = frozenset(["sembler", "paraître"])
_BEFORE_DE = frozenset(["question", "temps", "lieu", "fort", "cesse", "esprit", "raison", "besoin", "impossible", "possible", "difficile", "facile", "semblant", "peine", "garde", "ton", "état", "air", "content", "contente",
                        "crainte", "fait", "doit", "devait", "dois", "manière", "façon", "moyen", "point", "capable", "incapable", "obligé", "obligée", "forcé", "forcée", "est", "cesser", "cessez", "fin", "cas", "bon", "bien"])  # fmt: skip
_BEFORE_A = frozenset(
    [
        "manière",
        "mal",
        "intérêt",
        "façon",
        "aide",
        "cherche",
        "tend",
        "vise",
        "réussi",
        "parvenu",
        "reste",
        "continue",
        "commence",
        "obligé",
        "obligés",
        "amené",
        "amenés",
        "conduit",
        "invite",
        "plaisir",
    ]
)
_OBJECT = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "ce",
        "cet",
        "cette",
        "ces",
        "ça",
        "cela",
        "son",
        "sa",
        "ses",
        "mon",
        "ma",
        "mes",
        "notre",
        "nos",
        "votre",
        "vos",
        "leur",
        "leurs",
        "que",
        "qu'",
    ]
)
_WITHOUT_OBJECT = frozenset(
    [
        "travailler",
        "penser",
        "parler",
        "rêver",
        "marcher",
        "tourner",
        "pleurer",
        "patienter",
        "monter",
        "entrer",
        "fonctionner",
        "passer",
        "attendre",
        "manger",
        "circuler",
        "réserver",
        "livrer",
        "installer",
        "réparer",
        "changer",
    ]
)


def _object_follows(view: View) -> Iterator[Hit]:
    """« il est temps de poussée la porte », « hors de question de menée cette vente », « du mal à obligé ces gens »."""
    for at in range(1, len(view.words) - 2):
        low, before = view.low(at), view.low(at - 1)
        if not (low in ("de", "d'") and before in _BEFORE_DE) and not (low == "à" and before in _BEFORE_A):
            continue
        word, after = view.words[at + 1], view.words[at + 2]
        if (
            not view.glued(at - 1, at + 2)
            or not heard_as_infinitive(word)
            or not word.text.islower()
            or word.has("R", "P")
        ):
            continue
        if after.low in _OBJECT or (
            after.low in ("à", "calmement", "souvent", "vite", "tous")
            and (not word.has("N") or low == "d'" or before in ("ton", "état", "air", "question"))
        ):
            yield word.start, word.end, infinitive(word)


def _after_infinitive_modal(view: View) -> Iterator[Hit]:
    """« de pouvoir les brisés », « il faut savoir arrêté les frais », « en voulant changé »."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if (
            not lemmas(word) & _MODALS
            or not (word.verb("inf") or word.verb("ppre"))
            or (word.has("N") and view.words[at - 1].has("D", "A") and view.low(at - 1) not in ("de", "d'"))
        ):
            continue
        end = past(view, at + 1)
        pronouns = 0
        while view.low(end) in _CLITICS:
            end, pronouns = end + 1, pronouns + 1
        if word.has("N") and not pronouns and view.low(at - 1) in ("de", "d'"):
            continue  # « un homme de pouvoir débordé »
        if word.has("N") and not pronouns and (not word.near or view.low(at - 1) in ("par", "avec")):
            continue  # « Absente : Mme Diaz (pouvoir donné à M. Roux) »
        target = view.at(end)
        if not target or not view.glued(at, end) or not sounds_so(target):
            continue
        able = lemmas(word) & {"pouvoir", "oser", "aller"} and target.low.endswith(("é", "és"))
        if target.has("N") and view.low(end - 1) in ("le", "la", "les", "l'", "leur") and not able:
            continue
        if not pronouns and target.has("A") and not target.low.endswith(("é", "ez")):
            continue
        yield target.start, target.end, infinitive(target)


def _seem(view: View) -> Iterator[Hit]:
    """« ça semble les intéressés », « elle paraît s'amusait »: with an object pronoun, the infinitive."""
    for at in range(1, len(view.words) - 2):
        word = view.words[at]
        if not lemmas(word) & _SEEM or not (forms.finite(word) or word.verb("ppas")):
            continue
        end = at + 1
        while view.low(end) in _CLITICS:
            end += 1
        target = view.at(end)
        if (
            end > at + 1
            and target
            and view.glued(at, end)
            and sounds_so(target)
            and not (
                target.has("N")
                and view.low(end - 1) in ("le", "la", "les", "l'", "leur")
                and not target.has("A")
            )
        ):
            yield target.start, target.end, infinitive(target)


def _in_vain(view: View) -> Iterator[Hit]:
    """« Ils ont beau consacré du temps »: « avoir beau » and the infinitive."""
    for at in range(2, len(view.words)):
        if (
            view.low(at - 1) == "beau"
            and view.low(at - 2) in forms.AVOIR
            and view.glued(at - 2, at)
            and sounds_so(view.words[at])
        ):
            yield view.words[at].start, view.words[at].end, infinitive(view.words[at])


def _make_do(view: View) -> Iterator[Hit]:
    """« le patron fait travaillé les jeunes », « il le laisse mangé »: who makes or lets another do."""
    for at in range(2, len(view.words)):
        word, main = view.words[at], view.words[at - 1]
        if (
            not word.near
            or not heard_as_infinitive(word)
            or not lemmas(word) & _WITHOUT_OBJECT
            or word.has("N")
            or not main.near
        ):
            continue
        before = view.low(at - 2)
        if (
            lemmas(main) & {"faire", "laisser"}
            and (forms.finite(main) or main.verb("inf"))
            and before not in ("tout", "un", "ce", "du", "au", "en", "de", "s'", "se")
        ):
            if main.low == "fait" and view.words[at - 2].has("D", "P"):
                continue
            yield word.start, word.end, infinitive(word)


RULES: tuple[Rule, ...] = (
    rule("infinitif_objet", "conjugaison", "« De » ou « à » suivi de ce que l’on fait : infinitif.", "Remplacez par « prendre » : si cela se dit, écrivez -er.", _object_follows,
         (("Il est temps de poussée la porte.", "pousser"), ("Hors de question de menée cette vente.", "mener"), ("Ils ont du mal à obligé ces gens.", "obliger")),
         ("Il est temps de pousser la porte.", "Il a besoin de données fiables.", "Le temps de pensée libre manque.", "Un air de fumée.")),
    rule("infinitif_apres_modal", "conjugaison", "Après « pouvoir », « vouloir », « savoir », « devoir », le verbe est à l’infinitif.", "Remplacez par « prendre » : si cela se dit, écrivez -er.", _after_infinitive_modal,
         (("Elle rêve de pouvoir les aidés.", "aider"), ("Il faut savoir arrêté les frais.", "arrêter"), ("En voulant changé, il a cassé la vis.", "changer")),
         ("Elle rêve de pouvoir les aider.", "Il faut savoir arrêter les frais.", "Le pouvoir donné au maire.", "Excusé : M. Diaz (pouvoir donné à Mme Roux).", "Devoir les données au client.", "Sans vouloir la mariée en blanc.")),
    rule("infinitif_sembler", "conjugaison", "Après « sembler » et un pronom objet, le verbe est à l’infinitif.", "Remplacez par « prendre ».", _seem,
         (("L'offre semble les intéressés.", "intéresser"), ("Elle paraît s'ennuyé.", "ennuyer")), ("L'offre semble les intéresser.", "Elle semble rassurée.", "Cela me semble adapté.")),
    rule("infinitif_avoir_beau", "conjugaison", "« Avoir beau » est suivi d’un infinitif.", "« Il a beau prendre son temps… »", _in_vain,
         (("Ils ont beau insisté, la porte reste close.", "insister"),), ("Ils ont beau insister, la porte reste close.", "Il a un beau carré.")),
    rule("infinitif_faire_faire", "conjugaison", "Après « faire » ou « laisser », l’action d’un autre est à l’infinitif.", "Remplacez par « prendre ».", _make_do,
         (("Le patron fait travaillé les jeunes.", "travailler"), ("Nous ferons livré le colis.", "livrer")), ("Le patron fait travailler les jeunes.", "C'est un fait passé.", "Cela fait trois mois passés.")),
)  # fmt: skip
