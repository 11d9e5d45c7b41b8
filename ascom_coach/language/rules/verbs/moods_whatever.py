# ruff: noqa: E501 -- an example stays on one line
"""The subjunctive of « quel que soit », « que ce soit », « qu'ils soient… ou… », and of a second « que » that goes on from one.

Norm: « quel que », « quelque… que » and « que… ou… » put in front take the subjunctive; subordinates joined by « et »
keep the mood that governs them (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 1150-1155).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.verbs.mood_clause import clause_verb, only_subjunctive
from ascom_coach.language.rules.verbs.tenses import moods
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_WHATEVER = frozenset(["quel", "quels", "quelle", "quelles"])
_BEING = {"est": "soit", "sont": "soient", "était": "soit", "étaient": "soient", "a": "ait", "ont": "aient", "sera": "soit", "seront": "soient"}  # fmt: skip
_THAT = frozenset(["que", "qu'"])
_PRONOUNS = frozenset(["il", "elle", "ils", "elles", "vous", "nous", "on", "je", "j'", "tu", "en", "y"])


def _whatever(view: View) -> Iterator[Hit]:
    """« quelles que sont vos contraintes », « quels qu'ils sont », « Quels qu'ont été ses torts »."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in _WHATEVER or view.low(at + 1) not in _THAT or not view.words[at + 1].near:
            continue
        here = at + 2
        while view.low(here) in ("il", "elle", "ils", "elles", "en", "on"):
            here += 1
        verb, after = view.at(here), view.at(here + 1)
        if verb is None or verb.low not in _BEING or not view.glued(at, here) or verb.clitic:
            continue
        if verb.low in ("a", "ont") and view.low(here + 1) not in ("été", "pu", "bien"):
            continue
        if after and after.clitic:
            continue
        yield verb.start, verb.end, (_BEING[verb.low],)


def _that_it_is(view: View) -> Iterator[Hit]:
    """« que ce est pour vous ou pour moi »: « c'est » would be written if it were not « que ce soit »."""
    for at in range(len(view.words) - 3):
        verb = view.words[at + 2]
        if (
            view.low(at) in _THAT
            and view.low(at + 1) == "ce"
            and verb.low == "est"
            and view.glued(at, at + 2)
        ):
            after = view.at(at + 3)
            if not (after and after.clitic):
                yield verb.start, verb.end, ("soit",)


def _either(view: View) -> Iterator[Hit]:
    """« Que vous payez par chèque ou en ligne, … », « les visiteurs, qu'ils sont seuls ou en groupe, … »."""
    text = view.text.rstrip()
    if not text.endswith(".") or "«" in text:
        return
    for at in range(len(view.words) - 4):
        if view.low(at) not in _THAT or (at and view.words[at].near):
            continue
        if at and not _comma_before(view, at):
            continue
        end = next((here for here in range(at + 2, len(view.words)) if not view.words[here].near), 0)
        if (
            not end
            or not _comma_before(view, end)
            or not any(view.low(here) == "ou" for here in range(at + 3, end))
        ):
            continue
        found = clause_verb(view, at + 1)
        if not found:
            continue
        verb, person = found
        if at and (verb.low not in forms.ETRE or view.low(at + 1) not in _PRONOUNS):
            continue  # « la caisse, qu'il a vue ou entendue, »
        link = next(here for here in range(at + 3, end) if view.low(here) == "ou")
        if view.words[link].start < verb.end:
            continue
        yield from _wanted(verb, person)


def _comma_before(view: View, at: int) -> bool:
    gap = view.text[view.words[at - 1].end - view.offset : view.words[at].start - view.offset]
    return gap.strip() == ","


def _wanted(verb: Word, person: str) -> Iterator[Hit]:
    tenses = moods(verb)
    if not tenses or not tenses <= {"ipre", "ifut", "iimp"} or not verb.has("V") or verb.verb("inf"):
        return
    fixes = forms.conjugated(verb, person, "spre")
    if fixes and verb.low not in fixes:
        yield verb.start, verb.end, tuple(cased(verb.text, one) for one in fixes)


def _goes_on(view: View) -> Iterator[Hit]:
    """« Il faut que chacun soit là et que le registre est signé »: one « que » goes on from the other."""
    first = None
    for at in range(1, len(view.words) - 2):
        if view.low(at) not in _THAT:
            continue
        before = view.low(at - 1)
        if before not in ("et", "ou", "ni") or not view.words[at].near or not view.words[at - 1].near:
            first = at if view.words[at].near and before not in _COMPARED else None
            continue
        if first is None or not _governs(view, first, at):
            continue
        if found := clause_verb(view, at + 1):
            yield from _wanted(*found)


def _governs(view: View, first: int, at: int) -> bool:
    """Whether the clause of the « que » at `first` is in the subjunctive and nothing ends it before `at`."""
    inside = view.words[first + 1 : at - 1]
    gap = view.text[view.words[first].start - view.offset : view.words[at].start - view.offset]
    if any(mark in gap for mark in ";:()") or any(one.low in _OPENS for one in inside):
        return False
    acting = [
        one for one in inside if forms.finite(one) and (one.only("V") or one.low in forms.ETRE | forms.AVOIR)
    ]
    return len(acting) == 1 and (only_subjunctive(acting[0]) or acting[0].low == "soit")


_OPENS = frozenset(["si", "s'", "quand", "lorsque", "comme", "qui", "dont", "où", "que", "qu'", "je", "j'"])
_COMPARED = frozenset(["plus", "moins", "aussi", "autant", "ne", "bien"])


RULES: tuple[Rule, ...] = (
    rule("mode_quel_que", "conjugaison", "« Quel que », « quelle que »… sont toujours suivis du subjonctif : « soit », « soient ».", "On dit « quel que soit », jamais « quel que est ».", _whatever,
         (("Quelles que sont vos contraintes, prévenez-nous.", "soient"), ("Les visiteurs, quels qu'ils sont, signent.", "soient"), ("Quelle qu'en est la raison, il a tort.", "soit"), ("Quels qu'ont été ses torts, il paie.", "aient")),
         ("Quelles que soient vos contraintes, prévenez-nous.", "Quel que soit le motif, écrivez.", "Dites quels sont vos horaires.", "Quelques-unes sont là.")),
    rule("mode_que_ce_soit", "conjugaison", "Pour présenter deux possibilités, on écrit « que ce soit… ou… ».", "Si l’on ne peut pas dire « que c’est », c’est « que ce soit ».", _that_it_is,
         (("Appelez-nous, que ce est pour un devis ou une panne.", "soit"),), ("Appelez-nous, que ce soit pour un devis ou une panne.", "Je crois que c'est lundi.")),
    rule("mode_que_ou", "conjugaison", "« Que… ou… » présente deux possibilités : le verbe est au subjonctif.", "Essayez avec « faire » : « qu’il fasse beau ou non ».", _either,
         (("Que vous payez par chèque ou en ligne, le délai est le même.", "payiez"), ("Qu'il vient ou non, nous ouvrirons.", "vienne"), ("Les élèves, qu'ils sont seuls ou en groupe, signent.", "soient")),
         ("Que vous payiez par chèque ou en ligne, le délai est le même.", "Les lots, qu'il a vus ou non, sont vendus.", "La salle, qu'il loue ou prête, est libre.", "Il dit, que je sache, oui ou non.", "La colle qu'il emploie ou prête, sèche.")),
    rule("mode_et_que", "conjugaison", "Le second « que » dépend du même verbe que le premier : même mode, le subjonctif.", "Reprenez le début : « il faut… que le registre soit… ».", _goes_on,
         (("Il faut que chacun soit là et que le registre est signé.", "soit"), ("Il est utile que la salle soit libre et que vous pouvez la voir.", "puissiez")),
         ("Il faut que chacun soit là et que le registre soit signé.", "Je sais que la salle est libre et que vous pouvez la voir.", "Il faut qu'il parte et je sais que le bus est là.", "Bien qu'il soit tard et que la porte soit close, il dit que tout va.")),
)  # fmt: skip
