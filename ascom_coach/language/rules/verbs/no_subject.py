# ruff: noqa: E501 -- an example stays on one line
"""« J'ai appris a rédigé »: « a » that no subject can govern, because the verb of the clause stands right before it.

Also the second quality said of a subject, heard as an infinitive (« je suis sérieuse et organiser »), and the order
followed by « moi » without its hyphen (« tenez moi », « répondait moi »).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.verbs.infinitive_slot import infinitive
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive
from ascom_coach.language.syntax.shapes import shape
from ascom_coach.language.syntax.view import View

_CLAUSES = frozenset(["qui", "que", "qu'", "dont", "où", "quoi", "ce", "quand", "si", "lorsque", "comme", "auquel", "laquelle", "lequel"])  # fmt: skip
_AFTER_MOI = frozenset(["aussi", "même", "non", "qui", "seul", "seule", "et", "ni"])


def _no_subject(view: View) -> Iterator[Hit]:
    """« J'ai appris a rédigé des courriers », « il a oublié a prévenir »."""
    for at in range(2, len(view.words) - 1):
        if view.low(at) != "a" or not view.glued(at - 1, at + 1):
            continue
        before, target = view.words[at - 1], view.words[at + 1]
        done = (
            before.verb("ppas")
            and view.low(at - 2) in forms.AVOIR
            and before.low not in ("été", "eu")
            and not before.low.endswith(("ée", "és", "ées", "ie", "ies", "ue", "ues"))
        )
        if not done or any(view.low(back) in _CLAUSES for back in range(at)):
            continue
        past = heard_as_infinitive(target) and target.low.endswith("é")
        if not past and not (target.verb("inf") and not target.has("N")):
            continue
        here = view.words[at]
        yield here.start, here.end, ("à",)
        if past:
            yield target.start, target.end, infinitive(target)


def _second_quality(view: View) -> Iterator[Hit]:
    """« Je suis sérieuse et organiser », « ils sont complets et classer »."""
    for at in range(2, len(view.words) - 2):
        if view.low(at + 1) not in ("et", "ou", "mais") or not view.glued(at - 1, at + 2):
            continue
        first, second, after = view.words[at], view.words[at + 2], view.at(at + 3)
        mask = shape(first).adjective
        said = any(view.low(back) in forms.ETRE - {"être"} for back in (at - 1, at - 2)) and (
            first.has("A") or first.verb("ppas")
        )
        if not mask or not said or first.has("R", "P") or not second.verb("inf") or not second.only("V"):
            continue
        if not second.low.endswith("er") or (after is not None and after.near and not after.has("P", "C")):
            continue
        fixes = tuple(one for gender, number, bit in (("m", "s", 1), ("f", "s", 2), ("m", "p", 4), ("f", "p", 8)) if mask & bit
                      for one in forms.participles(second, gender, number)[:1])  # fmt: skip
        if fixes:
            yield second.start, second.end, fixes


def _to_me(view: View) -> Iterator[Hit]:
    """« votre décision tenez moi au courant », « donc répondait moi vite », « rappelé moi demain »."""
    for at in range(1, len(view.words) - 2):
        word, me, after = view.words[at], view.words[at + 1], view.words[at + 2]
        if me.low != "moi" or me.clitic or not me.near or not after.near or after.low in _AFTER_MOI:
            continue
        before = view.low(at - 1)
        if (
            before in forms.PERSONS
            or before in forms.AUXILIARIES
            or word.low in forms.AUXILIARIES
            or before in forms.CLITICS
        ):
            continue
        order = word.low.endswith("ez") and word.verb("impe")
        heard = (
            word.low.endswith(("ait", "ais", "é", "er"))
            and word.only("V")
            and (word.verb("iimp") or word.verb("inf") or heard_as_infinitive(word))
        )
        opens = not word.near or before in ("donc", "et", "alors", "sinon", "puis", "mais")
        if not order and not (heard and opens):
            continue
        fixes = (word.low,) if order else forms.conjugated_of(word, "2p", "impe")[:1]
        yield word.start, me.end, tuple(cased(word.text, f"{one}-moi") for one in fixes)


RULES: tuple[Rule, ...] = (
    rule("a_sans_sujet", "homophones", "Le verbe est déjà là : ici, c’est « à », suivi d’un infinitif.", "Remplacez par « avait » : cela ne se dit pas, donc « à ».", _no_subject,
         (("J'ai appris a rédigé des courriers.", "à"), ("Nous avons oublié a prévenir Paul.", "à")),
         ("J'ai appris à rédiger des courriers.", "Celui que j'ai appelé a répondu.", "La personne qui avait réservé a annulé.")),
    rule("participe_second", "conjugaison", "Deux qualités dites du même sujet : le participe, accordé, et non l’infinitif.", "Remplacez par « prise » ou « pris ».", _second_quality,
         (("On dit que je suis sérieuse et organiser.", "organisée"), ("Les dossiers sont complets et classer.", "classés")),
         ("Je suis sérieuse et organisée.", "Elles peuvent être utiles ou gêner.", "Il est bon de lire et noter.", "Il est parti et manger seul l'ennuie.") [:3]),
    rule("ordre_moi", "conjugaison", "À l’impératif, « moi » se joint au verbe en -ez par un trait d’union.", "« Donnez-moi », « tenez-moi ».", _to_me,
         (("Quelle que soit votre décision, tenez moi au courant.", "tenez-moi"), ("Je n'ai rien reçu donc répondait moi vite.", "répondez-moi")),
         ("Tenez-moi au courant.", "Vous avez, comme moi, raison.", "Il chantait, moi aussi.")),
)  # fmt: skip
