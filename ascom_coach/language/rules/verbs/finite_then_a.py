# ruff: noqa: E501 -- an example stays on one line
"""« Cela m'aidera a gagné du temps »: a verb that has its subject is never followed by « a », but by « à » and an infinitive.

And the order that is written as it is heard: « Pour toute question adressé vous à l'accueil ».
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive_slot import infinitive
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas
from ascom_coach.language.syntax.view import View, Word

_WITH_A = frozenset(
    ["aider", "commencer", "arriver", "réussir", "continuer", "apprendre", "servir", "inviter", "obliger", "hésiter", "tenir", "viser", "chercher", "penser",
     "parvenir", "consister", "contribuer", "encourager", "autoriser", "passer", "rester", "songer", "renoncer", "suffire", "permettre"]
)  # fmt: skip
_FRONT = frozenset(["pour", "en", "si", "sinon", "avant", "dès", "après", "merci"])
_BEHIND = frozenset(["à", "a", "au", "aux", "par", "sur", "chez", "le", "la", "les", "un", "une", "votre", "vos", "directement", "vite", "avant", "dès", "de", "ce", "cette"])  # fmt: skip


def _finite_a(view: View) -> Iterator[Hit]:
    """« m'aidera a gagné », « il arrive a faire », « pensez a apporter »."""
    for at in range(1, len(view.words) - 1):
        verb, target = view.words[at - 1], view.words[at + 1]
        if view.low(at) != "a" or not view.glued(at - 1, at + 1) or not lemmas(verb) & _WITH_A:
            continue
        if (
            not forms.finite(verb)
            or verb.verb("ppas")
            or not (verb.only("V") or (at > 1 and view.low(at - 2) in forms.CLITICS))
            or (at == 1 and not verb.verb("impe"))
        ):
            continue
        past = heard_as_infinitive(target) and target.low.endswith("é")
        if not past and not target.verb("inf"):
            continue
        here = view.words[at]
        yield here.start, here.end, ("à",)
        if past:
            yield target.start, target.end, infinitive(target)


def _order(view: View) -> Iterator[Hit]:
    """« Pour toute question adressé vous à », « En cas de doute appelé moi »."""
    if view.low(0) not in _FRONT:
        return
    for at in range(2, len(view.words) - 2):
        word, whom = view.words[at], view.words[at + 1]
        if (
            whom.low not in ("vous", "moi", "nous")
            or not whom.near
            or whom.clitic
            or view.low(at + 2) not in _BEHIND
        ):
            continue
        heard = (heard_as_infinitive(word) and word.low.endswith("é")) or (
            word.verb("inf") and word.low.endswith("er")
        )
        if not heard or not view.words[at + 2].near or any(_acts(one) for one in view.words[1:at]):
            continue
        before = view.words[at - 1]
        if before.has("P", "D") or before.verb("inf") or not before.has("N", "A", "R"):
            continue
        fixes = forms.conjugated_of(word, "2p", "impe")
        yield word.start, whom.end, tuple(f"{one}-{whom.low}" for one in fixes[:1])


def _acts(word: Word) -> bool:
    return word.low in forms.AUXILIARIES or (word.only("V") and forms.finite(word))


RULES: tuple[Rule, ...] = (
    rule("verbe_puis_a", "homophones", "Le verbe a déjà son sujet : ici, c’est « à », suivi d’un infinitif.", "Remplacez par « avait » : cela ne se dit pas, donc « à ».", _finite_a,
         (("Ce logiciel nous aidera a gagné du temps.", "à"), ("Il arrive a faire ses devis seul.", "à"), ("Pensez a apporté vos chiffres.", "à")),
         ("Ce logiciel nous aidera à gagner du temps.", "Ce qui reste a été vendu.", "Celui qui passe a gagné.") [:2]),
    rule("ordre_entendu", "conjugaison", "C’est un ordre : le verbe se termine par -ez, avec un trait d’union.", "Remplacez par « prenez » : « prenez-vous… ».", _order,
         (("Pour toute question adressé vous à l'accueil.", "adressez-vous"), ("En cas de doute appeler moi au bureau.", "appelez-moi")),
         ("Pour toute question, adressez-vous à l'accueil.", "Pour un colis adressé par nous, signez.", "En cas de doute, appelez-moi.")),
)  # fmt: skip
