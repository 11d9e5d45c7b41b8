# ruff: noqa: E501 -- an example stays on one line
"""Commas that a sentence shows plainly: before an order behind what opens the sentence, behind an opening that holds a
relative clause, none between a verb and « que », one between a name and « notre directeur », one in « deux bancs une table et un lit ».

Norm: Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 125-129 (what stands in front, appositions, enumerations; no
comma between a verb and its object clause).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.rules.marks.run_on import complete, verb_of
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import NUMERALS
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.commas import comma_after, verb_at
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.spine_parts import between
from ascom_coach.language.syntax.view import View, Word

_FRONT = frozenset(
    ["pour", "en", "avant", "après", "dans", "à", "au", "aux", "depuis", "dès", "sans", "afin", "lors", "pendant", "durant", "avec", "sur", "sous", "suite", "enfin", "ensuite", "puis", "d'abord", "par", "faute",
     "sinon"]
)  # fmt: skip
_RELATIVE = frozenset(["qui", "que", "qu'", "dont", "où"])
_LINKED = frozenset(
    [
        "et",
        "ou",
        "mais",
        "car",
        "donc",
        "ni",
        "si",
        "s'",
        "quand",
        "lorsque",
        "comme",
        "puisque",
        "puisqu'",
        "quoique",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "pourquoi",
        "comment",
        "combien",
        "ce",
        "c'",
        "tel",
        "quoi",
    ]
)
_BEGINNING = frozenset(["enfin", "ensuite", "sinon"])


def _order(view: View) -> Iterator[Hit]:
    """« Pour vous inscrire remplissez le bon », « En partant n'oubliez pas », « Enfin pensez à signer »."""
    if len(view.words) < 4 or view.low(0) not in _FRONT or "«" in view.text:
        return
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if not word.near or word.clitic or word.low in _RELATIVE | _LINKED:
            return
        if word.low.endswith("ez") and word.verb("impe") and word.only("V"):
            start = at - 1 if view.low(at - 1) in ("n'", "ne") else at
            before = view.words[start - 1] if start else None
            if (
                before is None
                or before.low in ("vous", "ne", "n'")
                or (before.has("P", "D") and not before.has("N"))
            ):
                return
            long = (
                start >= 3
                or view.words[start - 1].verb("inf")
                or view.words[start - 1].verb("ppre")
                or view.low(0) in _BEGINNING
            )
            if (
                long
                and (
                    complete(before)
                    or before.verb("ppre")
                    or before.low in _BEGINNING
                    or (before.text[:1].isupper() and start > 2)
                )
                and not _yours(view, start)
            ):
                yield comma_after(view, start - 1)
            return
        if forms.finite(word) and (word.only("V") or word.low in forms.AUXILIARIES) and not word.verb("inf"):
            return


def _yours(view: View, at: int) -> bool:
    """Whether a « vous » before `at` may be the subject of the verb there."""
    return view.low(at - 1) == "vous" or (view.low(at - 2) == "vous" and view.words[at - 1].has("O", "G"))


_OPENS = frozenset(["après", "avant", "dans", "pour", "depuis", "suite", "grâce", "dès", "lors", "pendant", "concernant", "avec", "en", "selon", "d'après", "sur", "par", "vu", "à", "au", "aux", "suivant", "malgré", "conformément", "contrairement"])  # fmt: skip
_SURE = frozenset(["je", "j'", "il", "ils", "on", "nous", "vous", "elle", "elles"])


def _with_relative(view: View) -> Iterator[Hit]:
    """« À la suite des questions qui nous ont été posées nous vous rappelons »: an opening that holds a relative clause."""
    if len(view.words) < 8 or view.low(0) not in _OPENS or "«" in view.text or "?" in view.text:
        return
    links = acted = 0
    for at in range(1, len(view.words) - 1):
        word, before = view.words[at], view.words[at - 1]
        if not word.near or word.clitic or word.low in _LINKED - {"ce"}:
            return
        if word.low in _RELATIVE:
            links += 1
            if links > 1 or before.low == "ce":
                return
            continue
        if (
            links
            and acted
            and word.low in _SURE
            and before.low not in _RELATIVE
            and complete(before)
            and at - acted >= 1
        ):
            mine = (
                before.verb("ppas") or before.has("N", "A", "S") or (before.has("R") and not before.has("G"))
            )
            if mine and not before.has("P", "D", "O") and verb_of(view, at) and not _shared(view, at, acted):
                yield comma_after(view, at - 1)
            return
        if links and verb_at(view, at):
            if acted and at - acted > 1 and not word.verb("ppas"):
                return
            acted = acted or at
        elif not links and verb_at(view, at) and not word.has("N", "A"):
            return


def _shared(view: View, at: int, acted: int) -> bool:
    """« les jours où il vient nous »: the pronoun may be an object of the verb of the relative clause."""
    return view.low(at) in ("nous", "vous") and at - acted == 1 and not view.words[acted].verb("ppas")


def _before_that(view: View) -> Iterator[Hit]:
    """« Je constate, que les bons manquent »: no comma between a verb and what is told, wished, known."""
    for at in range(1, len(view.words) - 2):
        link, verb = view.words[at], view.words[at - 1]
        if link.low not in ("que", "qu'") or between(view, at) != ",":
            continue
        if not _tells(verb) or verb.clitic or any(between(view, here) for here in range(max(1, at - 3), at)):
            continue
        after = view.words[at + 1]
        if not after.near or not (
            after.has("D")
            or after.low in forms.PERSONS
            or after.low in ("ce", "c'", "cela", "l'")
            or after.text[:1].isupper()
        ):
            continue
        if any(between(view, here) == "," for here in range(at + 1, min(at + 5, len(view.words)))):
            continue  # « il vient, que je sache, lundi »
        if any(
            view.low(here) in ("plus", "moins", "autant", "tel", "telle", "même")
            for here in range(max(0, at - 5), at)
        ):
            continue
        yield verb.start, link.start - 1, (verb.text,)


_TOLD = frozenset(["constater", "souligner", "montrer", "jurer", "espérer", "exiger", "savoir", "signifier", "vérifier", "apparaître", "assurer", "penser", "croire", "dire", "informer", "préciser",
                   "indiquer", "confirmer", "rappeler", "souhaiter", "demander", "attendre", "falloir", "noter", "remarquer", "voir", "estimer", "considérer", "affirmer", "annoncer", "expliquer", "ajouter",
                   "répondre", "promettre", "craindre", "douter", "comprendre", "apprendre", "prévoir", "proposer", "accepter", "vouloir", "préférer", "regretter", "supposer", "prouver", "garantir", "observer",
                   "signaler", "sembler", "ignorer", "oublier", "imaginer", "trouver", "certifier", "déclarer", "convenir", "importer", "suffire"])  # fmt: skip
"""Verbs that « que » completes."""


def _tells(verb: Word) -> bool:
    return forms.finite(verb) and verb.only("V") and not verb.verb("ppas") and bool(lemmas(verb) & _TOLD)


def _named(view: View) -> Iterator[Hit]:
    """« M. Lebrun notre comptable viendra »: what says who someone is stands between two commas."""
    for at in range(1, len(view.words) - 1):
        word, name, noun = view.words[at], view.words[at - 1], view.words[at + 1]
        if (
            word.low not in ("notre", "votre")
            or not word.near
            or not noun.near
            or not noun.has("N")
            or not noun.text.islower()
        ):
            continue
        known = name.text[:1].isupper() and name.text[1:].islower() and len(name.text) > 2
        if not known or name.low in (
            "madame",
            "monsieur",
            "mesdames",
            "messieurs",
            "mademoiselle",
            "mme",
            "maître",
            "docteur",
        ):
            continue
        if name.has("P", "D", "C", "O", "R", "V", "G") or (at == 1 and name.has("N", "A")):
            continue
        yield comma_after(view, at - 1)


_SOME = frozenset(["un", "une", "des"]) | NUMERALS


def _listed(view: View) -> Iterator[Hit]:
    """« deux écharpes un parapluie rouge et un biberon »: things counted one after the other, one comma short."""
    groups = {one.first: one for one in bundles(view)[0]}
    for group in groups.values():
        at = group.last + 1
        while (word := view.at(at)) and word.near and word.only("A", "V") and word.has("A"):
            at += 1
        while (
            view.low(at) in ("de", "d'", "en", "à")
            and (one := view.at(at + 1))
            and one.near
            and one.has("N")
            and not one.has("D")
        ):
            at += 2
        two = groups.get(at)
        if (
            view.low(group.first) not in _SOME
            or two is None
            or view.low(two.first) not in _SOME - {"des"}
            or not view.glued(group.first, two.last)
        ):
            continue
        end = two.last + 1
        while (word := view.at(end)) and word.near and word.only("A", "N", "V") and word.has("A"):
            end += 1
        while (
            view.low(end) in ("de", "d'", "en", "à")
            and (one := view.at(end + 1))
            and one.near
            and one.has("N")
            and not one.has("D")
        ):
            end += 2
        third = groups.get(end + 1)
        if view.words[group.noun].verb("ppre"):
            continue  # « contenant une limite »
        if (
            view.low(end) != "et"
            or third is None
            or view.low(third.first) not in _SOME
            or not view.glued(two.first, third.last)
        ):
            continue
        if any(
            view.low(one.noun) in TIMES or view.low(one.noun).rstrip("s") in TIMES
            for one in (group, two, third)
        ):
            continue
        if view.low(group.first - 1) in ("de", "d'") or view.words[group.noun].low in (
            "fois",
            "sorte",
            "genre",
            "type",
        ):
            continue
        yield comma_after(view, at - 1)


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("avant_ordre", "Ce qui ouvre la phrase, avant un ordre, est suivi d’une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_order),
          (("Pour vous inscrire remplissez le bulletin.", "inscrire,"), ("En partant n'oubliez pas la lumière.", "partant,"), ("Enfin pensez à signer la feuille.", "Enfin,"), ("Après chaque usage fermez la vanne.", "usage,")),
          ("Pour vous inscrire, remplissez le bulletin.", "Pour ce que vous demandez, écrivez.", "Dans le bon que vous avez, lisez la date.", "À vous de voir ce que vous préférez.")),
    mark_rule("couture_relative", "Ce qui est placé avant le sujet se sépare de lui par une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_with_relative),
          (("À la suite des questions qui nous ont été posées nous vous rappelons la règle.", "posées,"), ("Pour les clients qui paient comptant il reste une remise.", "comptant,")),
          ("À la suite des questions qui nous ont été posées, nous vous rappelons la règle.", "Dans la salle que nous louons il fait froid.", "Dans le cas où il vient nous voir, appelez.")),
    mark_rule("verbe_complete", "Pas de virgule entre le verbe et la proposition en « que » qui le complète.", "Lisez d’un trait : « je constate que… ».", by_view(_before_that),
          (("Je constate, que les bons manquent.", "constate"), ("Elle espère, qu'il viendra lundi.", "espère")),
          ("Je constate que les bons manquent.", "Le lot, je crois, que vous voyez là, est vendu.", "Il vient, que je sache, lundi.", "La salle où il travaille, que nous louons, est grande.")),
    mark_rule("nom_notre", "Ce qui dit qui est la personne se sépare de son nom par une virgule.", "Enlevez « notre… » : la phrase tient encore ? Il faut deux virgules.", by_view(_named),
          (("Vous verrez Karim notre comptable lundi.", "Karim,"),), ("Vous verrez Karim, notre comptable.", "Merci de joindre Madame votre mère.")),
    mark_rule("liste_comptee", "Les éléments d’une liste sont séparés par des virgules.", "Comptez-les : une virgule entre chacun, « et » avant le dernier.", by_view(_listed),
          (("Il nous reste deux écharpes un parapluie rouge et un biberon.", "écharpes,"),), ("Il nous reste deux écharpes, un parapluie rouge et un biberon.", "Un jour un client et un agent sont venus.")),
)
# fmt: on
