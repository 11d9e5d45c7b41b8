# ruff: noqa: E501 -- an example stays on one line
"""A subjunctive that nothing asks for, and the tense after « si »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.mood_clause import (
    clause_verb,
    indicative_of,
    only_subjunctive,
    verb_from,
)
from ascom_coach.language.rules.verbs.tenses import moods
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View

_WISHED = frozenset(["dieu", "diable", "grand", "advienne", "vive", "puisse", "ciel"])


def _if(view: View) -> Iterator[Hit]:
    """« Si Marc avancerait », « si t'aurais vu », « s'il mangeât »: imperfect after « si »."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in ("si", "s'") or not (
            at == 0 or not view.words[at].near or view.low(at - 1) in ("même", "comme", "mais", "et", "que")
        ):
            continue
        if view.low(at + 1) == "t'" and view.low(at + 2) in ("aurais", "auras", "aurai"):
            yield view.words[at + 2].start, view.words[at + 2].end, ("avais",)
            continue
        found = clause_verb(view, at + 1)
        if not found:
            continue
        verb, person = found
        tenses = moods(verb)
        asked = any(
            lemmas(one) & {"savoir", "demander", "ignorer", "dire", "voir"} for one in view.words[:at]
        )
        if (
            (tenses == {"cond"} and not asked and person[0] == "3")
            or (tenses == {"simp"} and not lemmas(verb) & {"avoir", "être"})
        ) and (fixes := forms.conjugated(verb, person, "iimp")):
            yield verb.start, verb.end, fixes


def _after(view: View) -> Iterator[Hit]:
    """« après qu'un client ait payé »: the norm asks for the indicative, usage wavers."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) in ("que", "qu'") and view.low(at - 1) == "après" and view.words[at].near:
            found = clause_verb(view, at + 1)
            if found and only_subjunctive(found[0]) and (fixes := indicative_of(*found)):
                yield found[0].start, found[0].end, fixes


def _main(view: View) -> Iterator[Hit]:
    """« Il ait demandé un reçu », « J'aie faim », « Marie voulût partir »: no link asks for the subjunctive."""
    if view.low(0) in _WISHED or len(view.words) < 3:
        return
    found = (
        clause_verb(view, 0)
        if view.words[0].text[:1].islower() or view.low(0) in forms.PERSONS or view.words[0].has("D")
        else None
    )
    if (
        found is None
        and view.words[0].text[:1].isupper()
        and (view.words[0].has("S") or view.low(0) in ("marie", "rose", "pierre"))
    ):
        found = verb_from(view, 1, 0, "3s")
    if not found:
        return
    verb, person = found
    if moods(verb) == {"simp"} and (
        lemmas(verb) & {"avoir", "être", "devoir", "pouvoir"} or view.words[0].low in ("vous", "nous")
    ):
        return
    if verb.low in ("voie", "voies") and view.low(0) not in forms.PERSONS:
        return
    if not only_subjunctive(verb) or verb.low in (
        "soit",
        "soient",
        "puisse",
        "puissent",
        "fasse",
        "vive",
        "fût",
        "eût",
        "dût",
        "plaise",
        "sache",
        "bénisse",
        "garde",
        "fussé",
        "dussé",
    ):
        return
    after = next((one for one in view.words if one.start > verb.start), None)
    if after is not None and after.clitic:
        return
    if fixes := indicative_of(verb, person):
        yield verb.start, verb.end, fixes


RULES: tuple[Rule, ...] = (
    rule("mode_apres_que", "conjugaison", "Après « après que », le fait a eu lieu : indicatif. L’usage hésite, la règle non.", "« Après qu’il est parti », « après qu’elle a payé ».", _after,
         (("Après que Luc ait signé, nous partons.", "a"),), ("Après que Luc a signé, nous partons.", "Avant que Luc ait signé, attendons."), counted=False),
    rule("mode_principale", "conjugaison", "Rien ne demande ici le subjonctif : indicatif.", "Essayez avec « faire » : « il fait », et non « il fasse ».", _main,
         (("Il ait demandé un reçu.", "a"), ("J'aie besoin de vous.", "ai"), ("Marie voulût prendre un taxi.", "voulut")), ("Il a demandé un reçu.", "Dieu vous bénisse.", "Qu'il vienne vite.", "Je sache, non.")),
    rule("mode_si", "conjugaison", "Après « si » de condition, on emploie l’imparfait.", "« Si Marc avançait » : jamais -rait après « si ».", _if,
         (("Si Marc avancerait un peu, nous passerions.", "avançait"), ("Même si t'aurais su, rien n'aurait changé.", "avais")), ("Si Marc avançait un peu, nous passerions.", "Je ne sais pas si Marc viendrait.", "S'il mangeait ici, tant mieux.")),
)  # fmt: skip
