# ruff: noqa: E501 -- an example stays on one line
"""Mood and auxiliary asked for by a neighbour: subjunctive, indicative, an order, « en », « être »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.verbs.tenses import moods, person_of, subject_then_verb
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.frames import lemmas, past
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View

_DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "votre", "vos", "notre", "nos", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses",
                          "leur", "leurs", "ce", "cette", "ces", "cet", "à", "au", "aux", "de", "d'", "bien", "donc", "vite", "tout", "pas"])  # fmt: skip


_DOUBT = frozenset(["douter", "craindre", "redouter", "attendre", "souhaiter", "vouloir", "exiger", "demander", "préférer", "aimer", "regretter", "désirer",
                    "apprécier", "refuser", "interdire", "accepter", "tenir"])  # fmt: skip


_LINKS_SUBJUNCTIVE = (("à", "condition"), ("afin",), ("pour",), ("avant",), ("bien",), ("pourvu",), ("jusqu'à", "ce"), ("de", "peur"), ("de", "crainte"),
                      ("à", "moins"), ("en", "attendant"), ("sans",), ("le", "temps"))  # fmt: skip


_TAKES_TIME = frozenset(
    [
        "falloir",
        "faire",
        "mettre",
        "prendre",
        "passer",
        "rester",
        "demander",
        "avoir",
        "consacrer",
        "durer",
        "perdre",
        "gagner",
        "donner",
    ]
)
_OF_TIME = frozenset(
    ["sur", "pour", "dans", "avec", "pendant", "selon", "depuis", "vu", "par", "de", "malgré"]
)
"""« le temps qu’il faut », « sur le temps que » : « que » stands for the time itself, and asks for nothing."""


_ETRE_VERBS = frozenset(
    [
        "aller",
        "venir",
        "partir",
        "arriver",
        "devenir",
        "décéder",
        "naître",
        "revenir",
        "parvenir",
        "repartir",
        "intervenir",
        "survenir",
        "rester",
    ]
)


def _asks_subjunctive(view: View, at: int) -> bool:
    """Whether what stands before « que », at `at`, asks for the subjunctive."""
    for phrase in _LINKS_SUBJUNCTIVE:
        start = at - len(phrase)
        if start >= 0 and all(view.low(start + i) == one for i, one in enumerate(phrase)):
            if phrase in (("bien",), ("pour",), ("sans",)):
                return (
                    start == 0
                    or not view.words[start].near
                    or (phrase == ("pour",) and view.low(start - 1) not in ("plus", "trop"))
                )
            return phrase != ("avant",) or view.low(start - 1) not in ("jour", "fois")
    main = view.words[at - 1]
    if main.low == "pas" and at > 1:
        main = view.words[at - 2]
        if lemmas(main) & {"penser", "croire"} and view.low(at - 4) in ("ne", "n'", "je", "nous"):
            return True
    return (
        bool(lemmas(main) & _DOUBT)
        and forms.finite(main)
        and (not main.has("N", "A") or view.low(at - 2) in forms.PERSONS)
    )


def _subjunctive(view: View) -> Iterator[Hit]:
    """« Je crains que la route est fermée », « que l'on part tôt », « à condition qu'il a faim »."""
    row = chunks(view)
    for at in range(1, len(view.words) - 2):
        if view.low(at) not in ("que", "qu'") or not _asks_subjunctive(view, at):
            continue
        found = subject_then_verb(view, at + 1)
        if not found:
            for clause in clauses(view):
                if clause.heads[0].first == at + 1:
                    found = (view.words[row[clause.verb].first], "3" + clause.number)
                    break
        if not found or (moods(found[0]) & {"spre", "simp"} and found[0].low not in ("es",)):
            continue
        verb, person = found
        if view.low(at - 1) == "temps" and (lemmas(verb) & _TAKES_TIME or view.low(at - 3) in _OF_TIME):
            continue
        if (
            moods(verb) <= {"ipre", "ifut"}
            and moods(verb)
            and (fixes := forms.conjugated(verb, person, "spre"))
            and verb.low not in fixes
        ):
            yield verb.start, verb.end, fixes


def _indicative(view: View) -> Iterator[Hit]:
    """« Après que le client soit parti », « nous espérons que vous soyez »: the indicative."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) not in ("que", "qu'"):
            continue
        main = view.words[at - 1]
        hope = (
            "espérer" in lemmas(main)
            and moods(main) == {"ipre"}
            and view.low(at - 2) in ("nous", "j'", "je", "on", "il", "elle")
        )
        if main.low != "après" and not hope:
            continue
        for place in range(at + 2, min(at + 7, len(view.words))):
            word = view.words[place]
            if not word.near or word.low in ("que", "qui", "et"):
                break
            if word.low in (
                "soit",
                "soient",
                "ait",
                "aient",
                "soyez",
                "ayez",
                "soyons",
                "ayons",
                "fasse",
                "puisse",
                "vienne",
            ):
                person = person_of(word) if not forms.has_person(word, "3s") else "3s"
                yield word.start, word.end, forms.conjugated(word, person, "ifut" if hope else "ipre")
                break


def _order(view: View) -> Iterator[Hit]:
    """« Appelles la banque », « Ne coupes pas », « Ne boit pas », « Vas fermer »: an order to « tu »."""
    for at in range(len(view.words) - 1):
        if at and (
            view.words[at].near
            or not view.text[: view.words[at].start - view.offset].rstrip().endswith((",", ":"))
            or at > 5
        ):
            continue
        denied = at == 0 and view.low(at) in ("ne", "n'")
        place = at + 1 if denied else at
        while denied and view.low(place) in forms.CLITICS:
            place += 1
        word, after = view.at(place), view.at(place + 1)
        if (
            not word
            or not after
            or (after.near and after.clitic)
            or not view.glued(at, place + 1)
            or word.verb("impe", "2s")
            or word.low in forms.AUXILIARIES
        ):
            continue
        if any(one.low in ("tu", "que") for one in view.words[:place]):
            continue
        if word.low == "vas" and after.verb("inf"):
            yield word.start, word.end, (cased(word.text, "va"),)
        elif (
            denied
            and after.low in ("pas", "jamais", "plus")
            and (word.verb("2s", "ipre") or word.verb("3s", "ipre"))
            and not word.verb("inf")
        ):
            if fixes := forms.conjugated_of(word, "2s", "impe"):
                yield word.start, word.end, fixes
        elif (
            not denied
            and word.low.endswith("es")
            and word.verb("2s", "ipre")
            and not word.has("N", "A")
            and after.low in _DETERMINERS - {"de", "d'", "des", "du"}
        ):
            yield word.start, word.end, (word.text[:-1],)
        if at == 0 and word.low == "savez" and after.low in ("que", "qu'"):
            yield word.start, word.end, (cased(word.text, "sachez"),)


def _while_doing(view: View) -> Iterator[Hit]:
    """« En attendent votre retour », « tout en sachent »: « en » and the present participle."""
    for at in range(len(view.words) - 1):
        word, target = view.words[at], view.words[at + 1]
        if (
            word.low != "en"
            or word.clitic
            or not target.near
            or not target.only("V")
            or not target.low.endswith("ent")
        ):
            continue
        if at and word.near and view.low(at - 1) != "tout":
            continue
        if any(one.low in ("ils", "elles", "qui") for one in view.words[:at]) or not forms.has_person(
            target, "3p"
        ):
            continue
        stem = target.low[:-3] + "ant"
        right = lexicon().has(stem)
        yield target.start, target.end, (stem,) if right else ()


def _being_auxiliary(view: View) -> Iterator[Hit]:
    """« Sa sœur a intervenue », « Je m'ai coupé », « ils s'ont trompés »: être, not avoir."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if word.low not in _BE or word.clitic:
            continue
        end = past(view, at + 1)
        target = view.at(end)
        if not target or not view.glued(at, end) or not target.verb("ppas"):
            continue
        subject = view.low(at - 2)
        own = (
            view.low(at - 1) in ("m'", "me") and subject in ("je", "ne") and word.low in ("ai", "avais")
        ) or (view.low(at - 1) in ("s'", "se") and word.low in ("a", "ont", "avait", "avaient"))
        gone = lemmas(target) <= _ETRE_VERBS and bool(lemmas(target))
        after = view.low(end + 1)
        if (
            gone
            and target.has("N")
            and after
            not in ("à", "en", "de", "d'", "du", "vers", "chez", "au", "aux", "hier", "dans", "pour")
        ):
            gone = False
        if gone and view.low(at - 1) in ("l'", "y", "les"):
            gone = False
        if own or gone:
            yield word.start, word.end, (_BE[word.low],)


_BE = {"ai": "suis", "as": "es", "a": "est", "avons": "sommes", "avez": "êtes", "ont": "sont", "avait": "était", "avaient": "étaient", "avais": "étais", "avions": "étions",
       "aviez": "étiez"}  # fmt: skip


RULES: tuple[Rule, ...] = (
    rule("mode_subjonctif", "conjugaison", "Ce qui précède « que » demande le subjonctif.", "Essayez avec « faire » : si l’on dit « fasse », c’est le subjonctif.", _subjunctive,
         (("Je crains que la route est fermée.", "soit"), ("Je préfère que l'on part tôt.", "parte"), ("Il mange, à condition qu'il a faim.", "ait")),
         ("Je crains que la route soit fermée.", "Je préfère que l'on parte tôt.", "Il mange, à condition qu'il ait faim.", "Je sais que la route est fermée.", "Voici le temps qu'il faut.", "Une idée sur le temps que prend un envoi.", "C'est plus cher que ce que tu dis.", "La porte est vitrée, de sorte qu'il voit tout.")),
    rule("mode_indicatif", "conjugaison", "« Après que », « espérer que » : le verbe est à l’indicatif.", "« Après qu’il est parti », « nous espérons qu’il sera là ».", _indicative,
         (("Après que le client soit parti, nous avons rangé.", "est"), ("Nous espérons que vous soyez satisfaits.", "serez")), ("Après que le client est parti, nous avons rangé.", "Nous espérons que vous serez satisfaits.", "Avant que le client soit parti.")),
    rule("mode_ordre", "conjugaison", "À l’impératif, « tu » perd son s avec les verbes en -er ; « ne… pas » ne change rien.", "« Appelle », « ne coupe pas », « ne bois pas », « sachez ».", _order,
         (("Appelles la banque du coin.", "Appelle"), ("Ne coupes pas le fil.", "coupe"), ("Ne boit pas cette eau.", "bois"), ("Vas fermer le gaz.", "Va"), ("Savez que nous fermons.", "Sachez")),
         ("Appelle la banque du coin.", "Ne coupe pas le fil.", "Ne bois pas cette eau.", "Tu appelles la banque.", "Vas-y.", "Si tu oublies, note-le.")),
    rule("mode_en", "conjugaison", "Après « en », le verbe se termine par -ant.", "« En faisant », « tout en prenant ».", _while_doing,
         (("En attendent le plombier, coupez l'eau.", "attendant"),), ("En attendant le plombier, coupez l'eau.", "Ils en attendent trois.")),
    rule("temps_etre", "conjugaison", "Ce verbe forme son passé avec « être ».", "« je me suis trompé », « elle est partie ».", _being_auxiliary,
         (("Sa sœur a intervenue en réunion.", "est"), ("Je m'ai coupé au doigt.", "suis"), ("Les feuilles ont devenues jaunes.", "sont")), ("Sa sœur est intervenue en réunion.", "Je me suis coupé au doigt.", "Il a resté muet.", "Elle l'a arrivé.") [:2]),
)  # fmt: skip
