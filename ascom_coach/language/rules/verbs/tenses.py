# ruff: noqa: E501 -- an example stays on one line
"""Tense asked for elsewhere in the sentence: a date, « si », « dès que », a verb in the past."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs._other_tenses import past
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View, Word

_PAST = frozenset(["hier", "avant-hier"])
_FUTURE = frozenset(["demain", "après-demain"])
_TIMES = frozenset(
    [
        "semaine",
        "mois",
        "année",
        "an",
        "trimestre",
        "samedi",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "dimanche",
        "été",
        "hiver",
        "fois",
    ]
)
_SUBORDINATES = frozenset(
    ["que", "qu'", "qui", "si", "s'", "dont", "où", "quand", "lorsque", "comme", "pour", "afin", "ou"]
)
_INDICATIVE = frozenset(
    [
        "espérer",
        "penser",
        "croire",
        "savoir",
        "constater",
        "voir",
        "dire",
        "supposer",
        "estimer",
        "noter",
        "comprendre",
        "confirmer",
        "informer",
        "préciser",
        "indiquer",
    ]
)


def moods(word: Word) -> frozenset[str]:
    """Moods and tenses of the conjugated readings."""
    return frozenset(
        tag for one in word.readings if one.pos == "V" for tag in one.tags.intersection(forms.FINITE)
    )


def person_of(word: Word) -> str:
    """The person of a conjugated form, the third first."""
    return next((one for one in ("3s", "3p", "1s", "2s", "1p", "2p") if forms.has_person(word, one)), "3s")


def _first_verb(view: View, at: int) -> int | None:
    """The first sure verb from `at`, when nothing opens another clause before it."""
    for place in range(at, min(len(view.words), at + 12)):
        word = view.words[place]
        if word.low in _SUBORDINATES and (word.low != "s'" or view.low(place + 1) in ("il", "ils")):
            return None
        if word.low in forms.AUXILIARIES and word.low not in ("été", "être", "avoir"):
            return place
        if word.only("V") and forms.finite(word) and not word.verb("ppas"):
            return place
    return None


def _dated(view: View) -> str:
    """`past` or `future` when the sentence opens on such a date, else empty."""
    low, second, third = view.low(0), view.low(1), view.low(2)
    if low in _PAST:
        return "past"
    if low in _FUTURE:
        return "future"
    if low in ("la", "le", "l'"):
        named = {third, second} & _TIMES or (second in ("an", "année") and low == "l'")
        if second in _TIMES and third in ("dernière", "dernier", "passée", "passé") and named:
            return "past"
        if second in _TIMES and third in ("prochaine", "prochain"):
            return "future"
    if low in _TIMES and second in ("dernier", "prochain"):
        return "past" if second == "dernier" else "future"
    return ""


def _date_and_tense(view: View) -> Iterator[Hit]:
    """« Hier, le bus tombera », « Demain, nous terminions à midi »."""
    when = _dated(view)
    at = _first_verb(view, 1) if when else None
    if at is None:
        return
    verb = view.words[at]
    tenses = moods(verb)
    turned = view.at(at + 1)
    if turned and turned.clitic:
        return
    if when == "past" and tenses == {"ifut"}:
        yield verb.start, verb.end, past(view, at, person_of(verb))
    elif (
        when == "future"
        and tenses
        and tenses <= {"iimp", "ipsi", "spre"}
        and tenses & {"iimp", "ipsi"}
        and verb.low not in ("devait", "devions", "devaient", "était")
    ):
        yield verb.start, verb.end, forms.conjugated(verb, person_of(verb), "ifut")


def subject_then_verb(view: View, at: int) -> tuple[Word, str] | None:
    """The verb of the clause that starts at `at` with a pronoun (« l'on » included), and its person."""
    if view.low(at) == "l'" and view.low(at + 1) == "on":
        at += 1
    person = forms.PERSONS.get(view.low(at))
    if not person or view.words[at].clitic:
        return None
    end = at + 1
    while view.low(end) in forms.CLITICS:
        end += 1
    verb = view.at(end)
    if not verb or not view.glued(at, end) or not forms.finite(verb) or not forms.has_person(verb, person):
        return None
    return verb, person


def _if_future(view: View) -> Iterator[Hit]:
    """« Si le froid durera, … », « Si tu trouveras la clé »: present after « si »."""
    if view.low(0) not in ("si", "s'"):
        return
    found = subject_then_verb(view, 1)
    if not found:
        row = chunks(view)
        for clause in clauses(view):
            start = row.index(clause.heads[0])
            if start and row[start].first == 1:
                found = (view.words[row[clause.verb].first], "3" + clause.number)
                break
    if found and moods(found[0]) == {"ifut"} and (fixes := forms.conjugated(found[0], found[1], "ipre")):
        yield found[0].start, found[0].end, fixes


def _if_then(view: View) -> Iterator[Hit]:
    """« Si vous étiez passé hier, nous vous recevrons »: imperfect after « si », conditional in the other clause."""
    if (
        view.low(0) not in ("si", "s'")
        or not (opened := subject_then_verb(view, 1))
        or moods(opened[0]) != {"iimp"}
    ):
        return
    for at in range(3, len(view.words) - 1):
        if view.words[at].near:
            continue
        found = subject_then_verb(view, at)
        if found and moods(found[0]) == {"ifut"} and (fixes := forms.conjugated(found[0], found[1], "cond")):
            yield found[0].start, found[0].end, fixes
        return


def _when(view: View) -> Iterator[Hit]:
    """« Quand vous auriez fini, prévenez-moi »: the future, beside an order or a future."""
    for at in range(len(view.words) - 3):
        low = view.low(at)
        if low in ("dès", "aussitôt", "sitôt") and view.low(at + 1) in ("que", "qu'"):
            start = at + 2
        elif low in ("quand", "lorsque", "lorsqu'"):
            start = at + 1
        else:
            continue
        found = subject_then_verb(view, start)
        if not found or moods(found[0]) != {"cond"}:
            continue
        ordered = any(
            (
                one.verb("impe", "2p")
                and one.low.endswith("ez")
                and (place == 0 or view.low(place - 1) not in ("vous", "que", "si"))
                and (place == 0 or not one.near)
            )
            or (moods(one) == {"ifut"} and one is not found[0])
            for place, one in enumerate(view.words)
        )
        if ordered and (fixes := forms.conjugated(found[0], found[1], "ifut")):
            yield found[0].start, found[0].end, fixes


def _reported(view: View) -> Iterator[Hit]:
    """« Odile avait promis qu'elle écrira », « Nous pensions que tu réussiras »: conditional after a verb in the past."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) not in ("que", "qu'"):
            continue
        main = view.words[at - 1]
        before = view.words[at - 2]
        said = (
            main.verb("ppas")
            and before.low in ("avait", "avais", "avions", "avaient", "aviez")
            and lemmas(main) & _TOLD
        )
        hoped = moods(main) - {"spre"} == {"iimp"} and lemmas(main) & (
            _TOLD | {"espérer", "penser", "croire", "savoir"}
        )
        found = subject_then_verb(view, at + 1) if said or hoped else None
        if found and moods(found[0]) == {"ifut"} and (fixes := forms.conjugated(found[0], found[1], "cond")):
            yield found[0].start, found[0].end, fixes


_TOLD = frozenset(
    [
        "dire",
        "promettre",
        "annoncer",
        "assurer",
        "prévenir",
        "confirmer",
        "affirmer",
        "jurer",
        "garantir",
        "indiquer",
        "préciser",
        "certifier",
    ]
)


RULES: tuple[Rule, ...] = (
    rule("temps_date", "conjugaison", "La date qui ouvre la phrase demande un autre temps.", "Hier : passé ; demain : futur.", _date_and_tense,
         (("Hier soir, le bus tombera en panne.", "tombait"), ("Demain, nous terminions à midi.", "terminerons"), ("Le mois dernier, Odile changera de poste.", "changeait")),
         ("Hier soir, le bus est tombé en panne.", "Demain, nous terminerons à midi.", "Hier, il a dit que tout sera prêt.", "Demain, il devait venir.")),
    rule("temps_si_futur", "conjugaison", "Après « si » de condition, on emploie le présent.", "« Si tu as », « s’il vient » : jamais le futur.", _if_future,
         (("Si le froid durera, nous fermerons.", "dure"), ("Si tu trouveras la clé, entre.", "trouves")), ("Si le froid dure, nous fermerons.", "Si tu trouves la clé, entre.")),
    rule("temps_si_conditionnel", "conjugaison", "Avec l’imparfait après « si », l’autre verbe est au conditionnel.", "« Si nous avions su, nous serions venus. »", _if_then,
         (("Si vous étiez passé hier, nous vous recevrons.", "recevrions"),), ("Si vous étiez passé hier, nous vous recevrions.", "Si vous venez, nous serons là.")),
    rule("temps_des_que", "conjugaison", "Après « dès que », « quand », « lorsque », pour une action à venir, on emploie le futur.", "Demain, dès que vous aurez, dès qu’il sera : futur.", _when,
         (("Quand vous auriez fini, prévenez-moi.", "aurez"),), ("Quand vous aurez fini, prévenez-moi.", "Il a dit que, quand vous viendriez, il serait là.")),
    rule("temps_rapporte", "conjugaison", "Après un verbe au passé suivi de « que », l’avenir se dit au conditionnel.", "« Il disait qu’il viendrait. »", _reported,
         (("Odile avait promis qu'elle écrira vite.", "écrirait"), ("Nous pensions que tu réussiras.", "réussirais")), ("Odile avait promis qu'elle écrirait vite.", "Il a dit qu'il viendra lundi.")),
)  # fmt: skip
