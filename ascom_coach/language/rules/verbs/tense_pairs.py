# ruff: noqa: E501 -- an example stays on one line
"""Two verbs that must go together: future or conditional beside « si », two verbs of one subject, a negation in two words."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.verbs.tenses import moods, subject_then_verb
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View

_SEVERAL = frozenset(
    [
        "des",
        "maints",
        "maintes",
        "certains",
        "certaines",
        "plusieurs",
        "quelques",
        "divers",
        "diverses",
        "différents",
        "différentes",
    ]
)
_AMOUNTS = frozenset(["quantité", "nombre", "plein", "assez", "beaucoup", "trop", "tant", "peu"])
_NEXT = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "leur",
        "leurs",
        "ce",
        "cette",
        "ces",
        "pas",
        "toujours",
        "souvent",
        "que",
        "qu'",
        "comment",
        "beaucoup",
        "à",
        "dans",
        "sur",
        "sans",
        "rien",
        "aussi",
        "encore",
        "déjà",
        "bien",
    ]
)


def _with_if(view: View) -> Iterator[Hit]:
    """« Je viendrai si je pouvais » (-rais), « Si tu ne viens pas, je ne pourrais pas finir » (-rai)."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in ("si", "s'"):
            continue
        inside = subject_then_verb(view, at + 1)
        if not inside:
            continue
        opened = moods(inside[0])
        for place in range(len(view.words) - 1):
            if place in range(at, at + 3) or view.low(place) not in ("je", "j'") or view.words[place].clitic:
                continue
            if view.low(place - 1) in ("si", "s'"):
                continue  # « je ne sais si je pourrai ; si je pouvais… »: a clause in « si » is no main one
            main = subject_then_verb(view, place)
            if not main or (place > at and view.words[place].near and view.low(place - 1) != "alors"):
                continue
            tense = moods(main[0])
            if any(
                view.low(i) in ("que", "qu'", "savoir", "demande")
                for i in range(min(at, place), max(at, place))
            ):
                continue
            if opened == {"iimp"} and tense == {"ifut"} and (place < at or at == 0):
                yield main[0].start, main[0].end, forms.conjugated(main[0], "1s", "cond")
            elif (
                opened == {"ipre"}
                and tense == {"cond"}
                and at == 0
                and place > at
                and not lemmas(main[0])
                & {"vouloir", "aimer", "pouvoir", "souhaiter", "préférer", "devoir", "être"}
            ):
                yield main[0].start, main[0].end, forms.conjugated(main[0], "1s", "ifut")


def _and_verb(view: View) -> Iterator[Hit]:
    """« je vois et connait la réponse », « nous arriverons et admireront »: one subject, two verbs."""
    for at in range(len(view.words) - 3):
        person = forms.PERSONS.get(view.low(at))
        if not person or view.words[at].clitic or (at and view.words[at].near):
            continue
        first = at + 1
        while view.low(first) in forms.CLITICS:
            first += 1
        verb, other = view.at(first), view.at(first + 2)
        if not verb or not other or view.low(first + 1) not in ("et", "ou") or not view.glued(at, first + 2):
            continue
        if (
            not forms.has_person(verb, person)
            or not other.only("V")
            or not forms.finite(other)
            or other.clitic
            or other.verb("inf")
            or other.verb("ppas")
        ):
            continue
        after = view.at(first + 3)
        if (after and after.clitic) or forms.has_person(other, person) or other.verb("impe", "2p"):
            continue
        if fixes := forms.conjugated(other, person):
            yield other.start, other.end, fixes


def _some(view: View) -> Iterator[Hit]:
    """« Des clients ne paie rien », « quantité de gens demande comment faire »: the verb is plural."""
    for at in range(len(view.words) - 3):
        if not (
            at == 0
            or (
                not view.words[at].near
                and not any(one.low in ("de", "d'", "des", "du") for one in view.words[:at])
            )
            or view.low(at - 1) in ("que", "qu'", "car")
        ):
            continue
        noun = at + 1
        if view.low(at) in _AMOUNTS and view.low(at + 1) in ("de", "d'"):
            noun = at + 2
        elif view.low(at) not in _SEVERAL:
            continue
        word = view.at(noun)
        if not word or numbers_of(word) != {"p"} or not word.has("N") or word.has("P", "R"):
            continue
        end = noun + 1
        while view.low(end) in forms.CLITICS - {"la", "le", "les", "l'", "leur"}:
            end += 1
        verb, after = view.at(end), view.at(end + 1)
        if (
            not verb
            or not view.glued(at, end)
            or not forms.finite(verb)
            or verb.has("A", "R", "P", "D", "C")
            or verb.verb("ppas")
            or verb.verb("inf")
        ):
            continue
        sure = (
            verb.only("V")
            or (end > noun + 1 and view.low(end - 1) != "en")
            or (verb.low.endswith("e") and after is not None and after.near and after.low in _NEXT)
        )
        if (
            sure
            and forms.has_person(verb, "3s")
            and not forms.has_person(verb, "3p")
            and not (after and after.clitic)
        ):
            yield verb.start, verb.end, forms.conjugated(verb, "3p")


def _no_ne(view: View) -> Iterator[Hit]:
    """« Il part pas encore », « on a pas », « c'est pas »: spoken; in writing « ne » comes first."""
    for at in range(1, len(view.words)):
        if (
            view.low(at) not in ("pas", "guère")
            or not view.words[at].near
            or view.low(at + 1) in ("mal", "plus", "moins")
        ):
            continue
        verb = at - 1
        if view.words[verb].clitic:
            continue
        word = view.words[verb]
        if not forms.finite(word):
            continue
        first = verb
        while first > 0 and view.low(first - 1) in forms.CLITICS and view.words[first].near:
            first -= 1
        if any(view.low(i) in ("ne", "n'") for i in range(max(0, first - 1), verb + 1)):
            continue
        subject = view.low(first - 1) if first else ""
        if subject not in forms.PERSONS and subject not in ("c'", "ce", "ça", "cela", "ceci", "qui"):
            continue
        opened = view.words[first]
        link = "n’" if opened.low[:1] in "aeiouéêyh" and opened.low not in ("hais", "hait") else "ne "
        if subject == "c'":
            opened, link = view.words[first - 1], "ce n’"
            yield opened.start, opened.end, (cased(opened.text, link),)
        else:
            yield opened.start, opened.end, (f"{link}{opened.text}",)


RULES: tuple[Rule, ...] = (
    rule("temps_avec_si", "conjugaison", "« Si » + imparfait va avec -rais ; « si » + présent va avec -rai.", "Dites la phrase avec « nous » : « nous viendrions » ou « nous viendrons » ?", _with_if,
         (("Je viendrai si je pouvais.", "viendrais"), ("Si tu ne viens pas, je finirais seul.", "finirai")),
         ("Je viendrais si je pouvais.", "Si tu ne viens pas, je finirai seul.", "Si vous le voulez bien, je voudrais parler.", "Je demanderai si elle venait souvent.") [:3]),
    rule("personne_deux_verbes", "conjugaison", "Deux verbes joints par « et » qui ont le même sujet ont la même personne.", "Répétez le sujet devant le second verbe.", _and_verb,
         (("Je vois et connait la réponse.", "connais"), ("Nous arriverons et admireront la vue.", "admirerons")), ("Je vois et connais la réponse.", "Il entre et sort.", "Vous venez et partez.")),
    rule("accord_plusieurs", "accord", "Le sujet est au pluriel : le verbe aussi.", "Remplacez le sujet par « ils » ou « elles ».", _some,
         (("Des clients ne paie rien.", "paient"), ("Quantité de gens demande comment faire.", "demandent")), ("Des clients ne paient rien.", "Beaucoup de monde demande comment faire.", "Des notes de frais arrivent.")),
    rule("negation_sans_ne", "style", "À l’écrit, la négation a deux mots : « ne … pas ».", "Ajoutez « ne » ou « n’ » devant le verbe.", _no_ne,
         (("Il part pas encore.", "ne part"), ("C'est pas grave.", "Ce n’"), ("On a pas compris.", "n’a")), ("Il ne part pas encore.", "Ce n'est pas grave.", "Il a pas mal de travail.", "Pourquoi pas ?"), counted=False),
)  # fmt: skip
