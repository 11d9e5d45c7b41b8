# ruff: noqa: E501 -- an example stays on one line
"""A verb of another person than the group that opens its clause, wherever the clause stands in the sentence.

« C'est pourquoi les camions n'arrive pas », « tu sais, cet homme mens », « les prix, en hausse, augmente encore ».
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import gap, past_modifiers, sure_verb
from ascom_coach.language.syntax.shapes import MS, PLURAL, PRONOUNS, SINGULAR, shape
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.subject_sets import subjects
from ascom_coach.language.syntax.view import View, Word

_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
_DOUBTFUL = frozenset(
    ["et", "ou", "ni", "comme", "ainsi", "dont", "que", "qu'", "où", "lequel", "laquelle", "lesquels", "lesquelles", "avec", "seul", "plus", "moins",
     "nombre", "tout", "sauf", "tel", "telle", "tels", "telles", "voici", "voilà", "quel", "quelle", "quels", "quelles", "autant", "près", "trop"]
)  # fmt: skip
_SPEAKERS = frozenset(
    [
        *PRONOUNS,
        "qui",
        "eux",
        "lui",
        "tous",
        "toutes",
        "certains",
        "certaines",
        "plusieurs",
        "beaucoup",
        "plupart",
        "ce",
        "c'",
        "moi",
        "toi",
    ]
)
_BEFORE_VERB = forms.CLITICS
_COMPARED = frozenset(
    [
        "autre",
        "autres",
        "plus",
        "moins",
        "même",
        "mêmes",
        "tel",
        "tels",
        "telle",
        "telles",
        "aussi",
        "plutôt",
        "mieux",
        "tant",
        "autant",
        "ainsi",
    ]
)
_ONE = frozenset(["aucun", "aucune", "chacun", "chacune", "quelqu'un"])
_LINKS = frozenset(
    [
        "que",
        "qu'",
        "si",
        "quand",
        "lorsque",
        "puisque",
        "car",
        "mais",
        "comme",
        "où",
        "donc",
        "pourquoi",
        "dès",
        "et",
    ]
)


def _wrong(verb: Word | None, mask: int, sure: bool) -> str:
    """The person that the verb should have, empty when it has it or may be something else."""
    if not verb or verb.clitic or not verb.text.islower() or len(verb.low) < 2:
        return ""
    if not (verb.only("V") or (sure and verb.verb() and not verb.has("P", "D", "R", "C", "O"))):
        return ""
    if verb.verb("ppas") or verb.verb("inf") or verb.verb("ppre"):
        return ""
    wanted = "3s" if mask & SINGULAR else "3p"
    found = [one for one in _PERSONS if forms.has_person(verb, one)]
    return wanted if found and wanted not in found else ""


def _clause_start(view: View, end: int) -> int:
    """The first word of the clause whose subject ends before `end`: behind a comma or a link."""
    at = end - 1
    while at > 0 and view.words[at].near:
        before = view.low(at - 1)
        if before in _LINKS and not (before == "et" and not _verb_before(view, at - 1)):
            break
        at -= 1
    return at


def _verb_before(view: View, at: int) -> bool:
    """Whether the sentence has a conjugated verb before « et » at `at`, and no noun right before it."""
    if at == 0 or view.words[at - 1].has("N", "S", "A", "O"):
        return False
    return any(
        word.low in forms.AUXILIARIES or (word.only("V") and forms.finite(word)) for word in view.words[:at]
    )


def _listed(view: View, start: int) -> bool:
    """« autres que l'anglais », « Pierre, Auguste, Cyprien »: what stands before makes the group no subject, or not alone."""
    if start and view.words[start].near:
        near = {view.low(place) for place in range(max(0, start - 4), start - 1)}
        return view.low(start - 1) in ("que", "qu'") and bool(near & _COMPARED)
    if not start or gap(view, start) != ",":
        return False
    first = start - 1
    while first > 0 and view.words[first].near:
        first -= 1
    opener = view.words[first]
    return not opener.has("P", "R", "C") and not any(
        forms.finite(one) and not one.has("N", "A", "S") for one in view.words[first:start]
    )


def _verb_place(view: View, end: int) -> tuple[int, bool]:
    """The place of the verb behind « ne » and object pronouns, and whether they make it surely a verb."""
    here = end
    while view.low(here) in _BEFORE_VERB and view.words[here].near and not view.words[here].clitic:
        here += 1
    told = any(
        view.low(place) in ("ne", "n'", "se", "s'", "me", "m'", "lui", "y") for place in range(end, here)
    )
    return here, told


def _subject_of_its_own(view: View, end: int, here: int, verb: Word) -> bool:
    """« ce matin nous avons », « ces plans vous pouvez »: the pronoun before the verb is its subject."""
    return any(
        forms.has_person(verb, forms.PERSONS[view.low(place)])
        for place in range(end, here)
        if view.low(place) in forms.PERSONS
    )


def _clause(view: View) -> Iterator[Hit]:
    for mask, behind in subjects(view):
        end = behind
        if bool(mask & SINGULAR) == bool(mask & PLURAL) or view.low(end - 1) in _SPEAKERS:
            continue
        start = _clause_start(view, end)
        if 0 < start < end and view.words[start].has("P") and gap(view, start) == ",":
            end = start  # what follows the comma is an aside, no complement
            start = _clause_start(view, end)
        if (
            _listed(view, start)
            or view.low(start) in ("du", "au", "aux", "de", "d'")
            or any(view.low(place) in _DOUBTFUL for place in range(start, end))
            or not view.words[start].has("D", "S", "N")
        ):
            continue
        if end >= len(view.words):
            continue
        begins = past_modifiers(view, end)
        if begins == end and view.words[end].near:
            here, told = _verb_place(view, end)
            verb = view.at(here)
            if not verb or not verb.near or _subject_of_its_own(view, end, here, verb):
                continue
            told = told or _only_candidate(view, here)
            if (
                start
                and view.low(start - 1) in ("que", "qu'", "dont", "où")
                and not told
                and not verb.only("V")
            ):
                continue
        elif begins > end:
            here, told = _verb_place(view, begins)[0], True
            verb = view.at(here)
            if (
                not verb
                or _subject_of_its_own(view, begins, here, verb)
                or not _far_verb(view, begins, here, mask)
            ):
                continue
        else:
            continue
        turned = view.at(here + 1)
        if turned and (turned.clitic or (view.low(end - 1) in TIMES and turned.near and turned.has("D"))):
            continue  # « Le matin arrivent les livreurs »
        if wanted := _wrong(verb, mask, told):
            yield from changed(verb, _likely(verb, forms.conjugated(verb, wanted)))


def _likely(verb: Word, fixes: tuple[str, ...]) -> tuple[str, ...]:
    """« Était » before « étaie » where « étaient » stands."""
    own = forms.AUXILIARIES
    return tuple(sorted(fixes, key=lambda one: one not in own)) if verb.low in own else fixes


def _only_candidate(view: View, here: int) -> bool:
    """« Les horaires de la piscine change en juin. »: no other word of the sentence can be its verb."""
    before, after = view.words[here - 1], view.at(here + 1)
    if view.words[here].has("A") or view.low(here).endswith("s"):
        return False
    if not after or not after.near or not after.has("P", "D") or before.has("P", "D") or not view.text.rstrip().endswith((".", "!")):  # fmt: skip
        return False
    return not any(
        one.low in forms.AUXILIARIES or (forms.finite(one) and not (at and view.words[at - 1].has("D", "P")))
        for at, one in enumerate(view.words)
        if at != here
    )


def _far_verb(view: View, behind: int, here: int, mask: int) -> bool:
    """Whether the word at `here` is the verb, and nothing later in the sentence can be it in the right number."""
    verb, after = view.words[here], view.at(here + 1)
    if here > behind and not verb.only("V") and view.low(here - 1) in ("le", "la", "les", "l'", "leur"):
        return False  # « que vous donnent les cartes »
    if verb.verb("impe") and not forms.has_person(verb, "3s"):
        return False
    if not verb.only("V") and here == behind and verb.low not in forms.AUXILIARIES:
        described = after and after.near and (
            (shape(after).plain_adjective and shape(after).adjective & mask) or after.has("D") or after.low == "à")  # fmt: skip
        if not described or verb.has("A") or verb.low.endswith("s") or verb.near:
            return False
    wanted = "3s" if mask & SINGULAR else "3p"
    return not any(sure_verb(one) and forms.has_person(one, wanted) for one in view.words[here + 1 :])


def _someone(view: View) -> Iterator[Hit]:
    """« Aucun d'entre nous n'as », « quelque chose sens mauvais », « l'un d'entre eux viennent »."""
    for at in range(len(view.words) - 2):
        low, start = view.low(at), at
        if low in _ONE or (low in ("un", "une") and view.low(at - 1) == "l'"):
            end = at + 1
            start = at - 1 if low in ("un", "une") else at
            if view.low(end) in ("d'", "de") and view.low(end + 1) == "entre":
                end += 3
            elif low in ("un", "une") or view.low(end) in ("de", "d'", "des"):
                continue
        elif (low == "quelque" and view.low(at + 1) == "chose") or (
            low == "n'importe" and view.low(at + 1) == "qui"
        ):
            end = at + 2
        else:
            continue
        if start and view.words[start].near and view.low(start - 1) not in _LINKS - {"et", "que"}:
            continue
        here, told = _verb_place(view, end)
        verb = view.at(here)
        if not verb or not view.glued(at, here) or _subject_of_its_own(view, end, here, verb):
            continue
        if wanted := _wrong(verb, MS, told or verb.low in forms.AUXILIARIES or low == "quelque"):
            yield from changed(verb, forms.conjugated(verb, wanted))


RULES: tuple[Rule, ...] = (
    rule("accord_sujet_proposition", "accord", "Le verbe s’accorde avec le groupe qui ouvre sa proposition.", "Qui est-ce qui… ? Remplacez la réponse par « il » ou « ils ».", _clause,
         (("C'est pourquoi les camions n'arrive pas.", "arrivent"), ("Tu sais, cet homme mens souvent.", "ment"), ("Il est tard et ses amies affirme cela.", "affirment"),
          ("Les données, en quantité suffisante, permet de conclure.", "permettent"), ("Comme prévu, nos clients recevra le catalogue.", "recevront"),
          ("Les horaires de la piscine change en juin.", "changent"), ("Des erreurs de frappe, malgré le contrôle, reste possibles.", "restent"), ("Les salles que loue la commune est équipées.", "sont"),
          ("Les bureaux (premier étage) reste ouverts.", "restent"), ("La société Dupré, installée au port, interviendront demain.", "interviendra"), ("Tous les prix indiqués dans la brochure s'entend hors taxes.", "entendent")),
         ("C'est pourquoi les camions n'arrivent pas.", "Tu sais, cet homme ment souvent.", "Ce matin nous avons reçu le lot.", "Les tarifs, la qualité, tout est bon.", "Mes amis, prenez place.",
          "Le chef et son adjoint, en congé, reviennent lundi.", "Ces plans, vous pouvez les garder.", "Plus les jours passent, plus il fait froid.", "Voici ce que les clients veulent.")),
    rule("accord_quelqu_un", "accord", "« Aucun », « l’un d’entre nous », « quelque chose » : le verbe reste à la troisième personne du singulier.", "Remplacez par « il » ou « elle ».", _someone,
         (("Aucun d'entre nous n'as signé.", "a"), ("Quelque chose sens le brûlé ici.", "sent"), ("Je crois, l'un d'entre eux viendront.", "viendra")),
         ("Aucun d'entre nous n'a signé.", "Quelque chose sent le brûlé ici.", "L'un d'entre eux viendra.", "Chacun a le sien.")),
)  # fmt: skip
