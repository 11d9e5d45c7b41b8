# ruff: noqa: E501 -- an example stays on one line
"""The participle or the conjugated form where an infinitive in -er is heard: after « avoir », after a noun, after « je »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive import DETERMINERS, OBJECTS
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas, named_by_verb, participles_of, past, past_subject
from ascom_coach.language.syntax.view import View

_PERCEIVE = frozenset(["faire", "laisser", "voir", "entendre", "regarder", "écouter", "sentir", "envoyer", "emmener", "mener", "aller",
                       "venir", "pouvoir", "devoir", "vouloir", "falloir", "savoir", "conduire"])  # fmt: skip


def _being_after_having(view: View) -> Iterator[Hit]:
    """« n'ont pas être envoyées »: « été »."""
    for at in range(len(view.words) - 1):
        if view.low(at) not in forms.AVOIR or view.low(at) in ("avoir", "ayant", "eu"):
            continue
        end = past(view, past_subject(view, at + 1))
        target = view.at(end)
        if target and target.low == "être" and view.glued(at, end):
            if (
                view.low(at) == "a"
                and end == at + 1
                and view.low(at - 1) not in ("il", "elle", "on", "qui", "cela", "ça", "n'")
            ):
                continue
            yield target.start, target.end, ("été",)


_NO_SUBJECT = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "dont",
        "rien",
        "quelque",
        "y",
        "est",
        "sont",
        "il",
        "voici",
        "voilà",
        "prêt",
        "prête",
        "prêts",
        "prêtes",
    ]
)


def _noun_subject(view: View, at: int) -> bool:
    """Whether « a », at `at`, has a subject before it and no other verb in its clause: « La réunion a durer »."""
    start = at
    while start > 0 and view.words[start].near:
        start -= 1
    noun, first, before = view.words[at - 1], view.words[start], view.words[start:at]
    if not before or (not noun.has("N") and noun.readings) or first.has("P"):
        return False
    if not first.has("D") and not first.text[:1].isupper():
        return False
    if any(word.low in _NO_SUBJECT for word in before):
        return False
    if any(word.has("V") and forms.finite(word) and not word.has("N", "A", "D", "O", "P") for word in before):
        return False
    for word in view.words[at + 2 :]:
        if word.low in ("que", "qu'", "qui", "et", "mais", "car", "si", "dont", "où", "pour", "ou", "quand"):
            return True
        if word.low in forms.AUXILIARIES or (word.only("V") and forms.finite(word) and not word.verb("ppas")):
            return False
    return True


def has_verb_of_its_own(view: View, at: int) -> bool:
    """Whether « a » at `at`, before an infinitive, must be « avoir »: « Le maçon a accepter de revoir »."""
    before = view.low(at - 1)
    if before in ("il", "elle", "on", "cela", "ça"):
        return True
    return at > 0 and _noun_subject(view, at) and (view.at(at + 2) is not None)


def _having_infinitive(view: View) -> Iterator[Hit]:
    """« Le maçon a accepter de revoir », « J'ai recevoir votre lettre »."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if word.low not in forms.AVOIR or word.low in ("avoir", "ayant", "eu") or word.clitic:
            continue
        end = past(view, past_subject(view, at + 1))
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or target.clitic
            or not target.verb("inf")
            or target.low in ("être", "avoir")
        ):
            continue
        if not target.only("V") and not (target.has("N") and view.low(end + 1) in DETERMINERS):
            continue
        if word.low == "a" and end == at + 1 and not has_verb_of_its_own(view, at):
            continue
        if (
            word.low == "a"
            and view.low(at - 1) in ("il", "elle", "on")
            and target.low.endswith("oir")
            and target.has("N")
        ):
            continue
        yield target.start, target.end, participles_of(target)[:2]


def _noun_infinitive(view: View) -> Iterator[Hit]:
    """« Les heures effectuer samedi seront payées »: a group, then an infinitive that nothing governs."""
    for at in range(1, len(view.words) - 2):
        noun, target = view.words[at], view.words[at + 1]
        if (
            not target.near
            or not target.low.endswith("er")
            or not target.only("V")
            or target.clitic
            or not target.verb("inf")
        ):
            continue
        if (
            view.text[target.end - view.offset : target.end - view.offset + 1] == "."
            or not target.text.islower()
        ):
            continue
        det = view.words[at - 1]
        if (
            not noun.has("N")
            or named_by_verb(view, at + 1)
            or noun.has("V", "P", "R", "C", "O")
            or noun.low == "contraire"  # « ou au contraire refuser »
            or not det.has("D")
            or det.low.startswith("quel")  # « quels fichiers garder »
            or not noun.near
            or noun.text[:1].isupper()
        ):
            continue
        if any(lemmas(word) & _PERCEIVE for word in view.words[: at - 1]) or any(
            word.low in ("comment", "où", "quand", "pourquoi", "sans", "pour", "à", "de", "d'")
            and place > at - 4
            for place, word in enumerate(view.words[: at - 1])
        ):
            continue
        numbers = {one.number for one in noun.readings if one.pos == "N"}
        genders = {one.gender for one in noun.readings if one.pos == "N"}
        if len(numbers) != 1 or len(genders) != 1 or not numbers <= {"s", "p"} or not genders <= {"m", "f"}:
            continue
        if not any(
            word.low in forms.AUXILIARIES or (word.only("V") and forms.finite(word)) for word in view.words
        ):
            continue
        yield target.start, target.end, forms.participles(target, genders.pop(), numbers.pop())


def _subject_participle(view: View) -> Iterator[Hit]:
    """« Je vous envoyé le plan », « Ils demandé un délai »: a subject pronoun, then a participle and no auxiliary."""
    for at, word in enumerate(view.words[:-1]):
        person = forms.PERSONS.get(word.low)
        if not person or word.clitic or word.low in ("elle", "elles"):
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        if word.low in ("nous", "vous") and (end == at + 1 or view.low(end - 1) not in ("vous", "les", "l'", "leur", "lui", "la", "le")
                                             or (at and view.words[at].near)):  # fmt: skip
            continue
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or target.clitic
            or target.low.startswith("soussign")  # « Je soussigné Paul Roy certifie… » is the set form
            or not target.low.endswith(("é", "és", "ée", "ées"))
        ):
            continue
        if not target.only("V", "A") or forms.finite(target):
            continue
        yield (
            target.start,
            target.end,
            (*forms.conjugated_of(target, person, "ipre"), *forms.infinitives(target))[:2],
        )


def _asked_of_you(view: View) -> Iterator[Hit]:
    """« Il faut que vous signer la charte », « que vous nous envoyer »: a subject pronoun and an infinitive."""
    for at in range(1, len(view.words) - 1):
        person = forms.PERSONS.get(view.low(at))
        if not person or view.low(at - 1) not in ("que", "qu'") or view.words[at].clitic:
            continue
        end = at + 1
        while view.low(end) in OBJECTS:
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at - 1, end)
            or not target.only("V")
            or not target.verb("inf")
            or not target.low.endswith("er")
        ):
            continue
        two = end > at + 1 or view.low(at) not in ("nous", "vous")
        if view.low(at - 2) in ("plutôt", "rien", "ainsi", "autre", "mieux", "pire") or not (
            two or view.low(at - 2) in _TRIGGERS
        ):
            continue
        yield (
            target.start,
            target.end,
            (*forms.conjugated_of(target, person, "spre"), *forms.conjugated_of(target, person, "ipre"))[:3],
        )


_TRIGGERS = frozenset(["faut", "faudra", "faudrait", "important", "nécessaire", "indispensable", "afin", "pour", "souhaite", "souhaitons", "veux",
                       "voudrais", "demande", "demandons", "urgent", "préférable", "dès", "lorsque", "après", "parce", "ce", "sûr", "certain",
                       "pense", "pensons", "espère", "espérons", "vois", "constate", "constatons", "normal", "possible"])  # fmt: skip


RULES: tuple[Rule, ...] = (
    rule("participe_ete", "conjugaison", "Après « avoir », « être » devient « été ».", "« ont été » et jamais « ont être ».", _being_after_having,
         (("Les invitations n'ont pas être postées.", "été"), ("Il a être prévenu hier.", "été")), ("Les invitations n'ont pas été postées.", "Il a à être prudent.")),
    rule("participe_apres_avoir", "conjugaison", "Après « avoir », le verbe est au participe passé.", "Si l’on peut dire « pris », c’est -é.", _having_infinitive,
         (("Le maçon a accepter de revoir son prix.", "accepté"), ("La séance a durer deux heures.", "duré"), ("J'ai recevoir votre lettre.", "reçu")),
         ("Le maçon a accepté de revoir son prix.", "Nous avons à payer deux factures.", "Les clés a rendre sont ici.") [:2]),
    rule("participe_apres_nom", "conjugaison", "Ce mot décrit le nom qui précède : c’est un participe, pas un infinitif.", "Si l’on peut dire « vendues » et non « vendre », c’est -é.", _noun_infinitive,
         (("Les heures effectuer samedi seront récupérées.", "effectuées"),), ("Les heures effectuées samedi seront récupérées.", "Nous ferons les clients entrer.", "Il a une lettre à dicter.")),
    rule("personne_participe", "conjugaison", "Après ce pronom et sans « avoir » ni « être », le verbe est conjugué.", "Remplacez par « prends » : si cela convient, il faut une forme conjuguée.", _subject_participle,
         (("Je vous transféré son message.", "transfère"), ("Ils demandé un délai.", "demandent")), ("Je vous transfère son message.", "Ils ont demandé un délai.", "Je soussignée Anne Roy certifie ce qui suit.", "Selon elle, posé ainsi, le problème est clair.", "À vous, associés de longue date.")),
    rule("personne_infinitif", "conjugaison", "Après « que » et un pronom sujet, le verbe est conjugué.", "Remplacez par « preniez » ou « prenez » : c’est une forme conjuguée.", _asked_of_you,
         (("Il faudrait que vous nous adresser le relevé.", "adressiez"), ("Il est urgent que vous signer la charte.", "signiez")), ("Il faudrait que vous nous adressiez le relevé.", "Il est urgent que vous signiez la charte.")),
)  # fmt: skip
