# ruff: noqa: E501 -- an example stays on one line
"""A form of a verb where a noun, an adjective or a participle must stand, told by the small word before it.

« mon impacte », « malgré l'arrête », « en se contentent », « très suivit », « si riches soit-il »: the ear hears the right word.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.heard import sounds
from ascom_coach.language.syntax.noungroup import SOUND_OF
from ascom_coach.language.syntax.view import View, Word

_DETERMINERS = frozenset(
    ["un", "une", "mon", "ton", "son", "ma", "sa", "notre", "votre", "mes", "tes", "ses", "nos", "vos", "ces", "cet", "cette",
     "chaque", "quelques", "au", "aux", "du", "ledit", "ladite", "lesdits", "lesdites", "auxdits", "auxdites", "audit", "dudit"]
)  # fmt: skip
"""Words that only ever precede a noun or its adjective."""
_POSSESSIVE = frozenset(["mon", "ton", "ma", "sa", "mes", "tes", "notre", "votre", "cet", "cette", "ledit", "ladite", "auxdits", "auxdites"])  # fmt: skip
_PRONOUN = {"nos": ("nous", "1p"), "vos": ("vous", "2p")}
_BARE = frozenset(["malgré", "dès", "contre", "parmi", "dans", "vers", "sous", "pendant", "depuis", "selon", "durant", "avec", "sur", "chez", "par", "entre", "à", "de", "pour", "sans"])  # fmt: skip
_BEFORE_NOUN = frozenset(["par", "malgré", "parmi", "sous", "dès", "sans", "de", "pour", "avec", "chez"])
_NEVER_INFINITIVE = frozenset(["malgré", "parmi", "sous", "dès", "avec", "chez", "par"])
_FIXED = frozenset(["jure", "arrache", "importe"])
"""Forms of verbs in set phrases: « de jure », « à l'arrache », « n'importe »."""
_ARTICLES = frozenset(["le", "la", "les", "l'"])
_CLITICS = frozenset(["me", "te", "se", "m'", "t'", "s'", "nous", "vous", "y", "n'", "l'", "lui", "leur"])
_STATE = frozenset(["être", "sembler", "paraître", "rester", "demeurer", "devenir"])
_SUBJECT = {"je": ("", "s"), "tu": ("", "s"), "il": ("m", "s"), "elle": ("f", "s"), "on": ("", "s"), "nous": ("", "p"), "ils": ("m", "p"), "elles": ("f", "p")}  # fmt: skip
_PLAIN_VERBS = frozenset(["être", "avoir", "faire", "aller", "falloir", "pouvoir", "devoir", "vouloir", "dire", "venir"])  # fmt: skip
_ENDINGS = ("", "s", "t", "l", "c", "cs", "ts", "x", "i", "é", "ée", "ées", "és", "ie", "ue", "et", "ets", "ais", "ant", "ants", "u")  # fmt: skip


def _verb_only(word: Word | None) -> bool:
    """Whether every reading is a verb, and none a participle: it can be neither a noun nor an adjective."""
    return (
        word is not None
        and word.text.islower()
        and word.low not in _FIXED
        and word.only("V")
        and not any(one.tags & {"ppas", "ppre"} for one in word.readings)
    )


def _finite(word: Word | None) -> bool:
    return (
        word is not None
        and word.text.islower()
        and word.low not in _FIXED
        and word.only("V")
        and not any(one.tags & {"ppas", "ppre", "inf"} for one in word.readings)
    )


def _heard_like(low: str, *parts: str) -> tuple[str, ...]:
    """Words that sound like `low` and have one of these parts of speech (« ppas » for a participle), at most three."""
    lex, found = lexicon(), []
    stems = {low[:cut] for cut in range(max(2, len(low) - 4), len(low) + 1)}
    for stem in sorted(stems, key=len, reverse=True):
        for ending in _ENDINGS:
            form = stem + ending
            mute = low in (f"{form}e", f"{form}es", f"{form}ent") or (
                form.endswith(("é", "ée")) and low == form.rstrip("e")[:-1] + "e"
            )
            if form == low or form in found or not (mute or sounds(form) == sounds(low)):
                continue
            if any(
                one.pos in parts or ("ppas" in parts and "ppas" in one.tags) for one in lex.analyses(form)
            ):
                found.append(form)
    return tuple(sorted(found, key=lambda form: low.endswith("s") != form.endswith(("s", "x")))[:3])


def _alone_can_precede(before: str, further: Word | None, word: Word) -> bool:
    """Whether the determiner cannot be a pronoun here (« un à un voter », « une était », « il a du payer »)."""
    infinitive = any("inf" in one.tags for one in word.readings)
    if before in ("un", "une"):
        if infinitive:
            return further is None or (further.has("P") and further.low != "à")
        return not any(one.lemma in _PLAIN_VERBS or "3p" in one.tags for one in word.readings)
    if infinitive and before in ("au", "aux"):
        return False
    return not (
        infinitive
        and before == "du"
        and further is not None
        and any(one.lemma == "avoir" for one in further.readings)
    )


def _noun_expected(view: View) -> Iterator[Hit]:
    for at, word in enumerate(view.words):
        if not word.near or not _verb_only(word):
            continue
        before, further = view.low(at - 1), view.at(at - 2)
        if before == "son" and further is not None and further.low in SOUND_OF | {"autre"}:
            continue  # « les cartes son sont livrées »
        if at and (view.words[at - 1].clitic or (at > 1 and view.words[at - 1].text[:1].isupper())):
            continue
        if before in _DETERMINERS:
            if further is not None and (
                further.low in ("l'", "quelqu'", "qu'", "chacun", "d'") or further.has("D")
            ):
                continue
            if not _alone_can_precede(before, further, word):
                continue
        elif not (
            before in _ARTICLES and further is not None and further.low in _BARE and view.words[at - 1].near and _finite(word)
        ):  # fmt: skip
            continue
        fixes = _heard_like(word.low, "N") or _heard_like(word.low, "ppas", "A")
        pronoun = _PRONOUN.get(before, ("", ""))
        if pronoun[0] and word.verb(pronoun[1]):
            yield (
                view.words[at - 1].start,
                word.end,
                (cased(view.words[at - 1].text, f"{pronoun[0]} {word.low}"), *fixes),
            )
            continue
        if before in _ARTICLES and further is not None and further.low in ("à", "de", "pour", "sans"):
            lemmas = tuple(
                dict.fromkeys(one.lemma for one in word.readings if sounds(one.lemma) == sounds(word.low))
            )
            fixes = lemmas or fixes
        if fixes or (before in _POSSESSIVE and _finite(word)):
            yield word.start, word.end, tuple(cased(word.text, fix) for fix in fixes)


def _after_preposition(view: View) -> Iterator[Hit]:
    """A conjugated form right after a preposition."""
    for at, word in enumerate(view.words):
        if at == 0 or not word.near or view.low(at - 1) not in _BEFORE_NOUN or not _finite(word):
            continue
        after = view.at(at + 1)
        if (view.words[at - 1].text[:1].isupper() and at > 1) or (after is not None and after.clitic):
            continue
        if word.low.endswith(("mètre", "mètres")):
            continue
        fixes = _heard_like(word.low, "N") or _heard_like(word.low, "ppas", "A")
        lemmas = tuple(dict.fromkeys(one.lemma for one in word.readings))
        if fixes or lemmas:
            first, second = (fixes, lemmas) if view.low(at - 1) in _NEVER_INFINITIVE else (lemmas, fixes)
            yield word.start, word.end, (first + second)[:4]


def _gerund_expected(view: View) -> Iterator[Hit]:
    """« en » and a pronoun before a conjugated form that sounds like the present participle, or is no participle."""
    for at, word in enumerate(view.words):
        if not word.near or not _finite(word) or view.low(at - 1) not in _CLITICS or view.low(at - 2) != "en":
            continue
        if view.words[at - 1].clitic or view.words[at - 2].clitic or not view.glued(at - 2, at):
            continue
        fixes = {
            form
            for one in word.readings
            for form, other in lexicon().forms_of(one.lemma)
            if other.pos == "V" and "ppre" in other.tags
        }
        if fixes:
            yield word.start, word.end, tuple(sorted(fixes))


def _participle_expected(view: View) -> Iterator[Hit]:
    for at, word in enumerate(view.words):
        if not word.near or not _verb_only(word):
            continue
        before = view.low(at - 1)
        if before == "très" or (before == "plus" and [view.low(at - 2), view.low(at - 3)] == ["en", "plus"]):
            if before == "plus" and view.low(at + 1) not in ("par", "de", "d'"):
                continue
            fixes = _heard_like(word.low, "ppas", "A")
            if fixes:
                yield word.start, word.end, fixes


def _suits(one: Analysis, gender: str, number: str) -> bool:
    return (
        (one.pos == "A" or "ppas" in one.tags or one.pos == "N")
        and (not gender or one.gender in (gender, "e", ""))
        and (not number or one.number in (number, "i", ""))
    )


def _turned(view: View, at: int) -> tuple[str, str, int] | None:
    """Gender, number of the subject after the word `at` (« si X soit-elle », « si X que soit cette Y »), and its place."""
    verb = view.at(at + 1)
    if verb is None or not verb.near:
        return None
    if verb.low == "que":
        state, head = view.at(at + 2), view.at(at + 3)
        if (
            state is None
            or head is None
            or not any(one.lemma in _STATE and one.tags & {"spre", "simp", "ipsi"} for one in state.readings)
        ):
            return None
        if head.low in _SUBJECT:
            return (*_SUBJECT[head.low], at + 2)
        for one in head.readings:
            if one.pos == "D" and head.low not in ("l'", "d'", "de") and view.low(at + 4):
                gender = (
                    one.gender if one.gender in ("m", "f") and head.low not in ("mon", "ton", "son") else ""
                )
                return gender, one.number if one.number in ("s", "p") else "", at + 2
        return None
    subject = view.at(at + 2)
    if subject is None or not subject.clitic or subject.low not in _SUBJECT:
        return None
    if not any(one.lemma in _STATE for one in verb.readings):
        return None
    return (*_SUBJECT[subject.low], at + 1)


def _turned_attribute(view: View) -> Iterator[Hit]:
    for at, word in enumerate(view.words):
        if at == 0 or view.low(at - 1) not in ("si", "aussi") or not word.near or not word.text.islower():
            continue
        found = _turned(view, at)
        if found is None or not word.has("A", "V"):
            continue
        gender, number, _ = found
        if any(_suits(one, gender, number) for one in word.readings):
            continue
        lemmas = {one.lemma for one in word.readings if one.pos in ("A", "V")}
        fixes = tuple(
            dict.fromkeys(
                form
                for lemma in sorted(lemmas)
                for form, other in lexicon().forms_of(lemma)
                if (other.pos == "A" or "ppas" in other.tags)
                and _suits(other, gender, number)
                and (sounds(form) == sounds(word.low) or word.has("A"))
            )
        )[:3]
        yield word.start, word.end, fixes


RULES: tuple[Rule, ...] = (
    Rule(
        "place_nom_attendu", "homophones", "Ici il faut un nom (ou un infinitif) ; ce mot est une forme conjuguée qui sonne comme lui.",
        "Mettez « le » ou « une » devant un autre nom à cette place : la forme d’un verbe ne convient pas.",
        by_view(_noun_expected), (("Mon impacte sur le projet est faible.", "impact"), ("Malgré les bloques de glace, il avance.", "blocs"), ("Il est prêt à le finit.", ""), ("Un employer modèle nous a aidés.", "employé")),
        ("Mon impact est faible malgré les blocs.", "Il est prêt à le finir.", "L’un mange, l’autre boit."),
    ),
    Rule(
        "place_nom_apres_preposition", "homophones", "Après une préposition, il faut un nom ou un infinitif ; ce mot est une forme conjuguée qui sonne comme lui.",
        "Remplacez par un autre nom ou un infinitif : la forme d’un verbe conjugué ne convient pas.",
        by_view(_after_preposition), (("Il avance par bloque de dix.", "bloc"), ("Il s’agit de mette la table.", "")),
        ("Il avance par blocs de dix.", "Il s’agit de mettre la table."),
    ),
    Rule(
        "place_participe_present_attendu", "conjugaison", "Après « en » et un pronom, le verbe se met au participe présent, en « -ant ».",
        "Dites la phrase avec « en finissant » : si elle tient, le verbe prend « -ant ».",
        by_view(_gerund_expected), (("En se contentent de peu, ils réussissent.", "contentant"), ("En vous remercie de votre visite.", "remerciant")),
        ("En se contentant de peu, ils réussissent.", "Ils s’en contentent."),
    ),
    Rule(
        "place_participe_attendu", "homophones", "Après « très » ou « de plus en plus », il faut un adjectif ou un participe passé.",
        "Remplacez par un autre adjectif, comme « connu » : la terminaison est celle d’un participe.",
        by_view(_participle_expected), (("Ce blog est très suivit.", "suivi"), ("Il est de plus en plus gagner par le doute.", "gagné")),
        ("Ce blog est très suivi.", "Il gagne de plus en plus."),
    ),
    Rule(
        "accord_si_inverse", "accord", "Dans « si… soit-il » et « aussi… que soit », l’adjectif s’accorde avec le sujet placé après le verbe.",
        "Remettez le sujet devant : « il est si riche ».",
        by_view(_turned_attribute), (("Si riches soit-elle, elle compte.", "riche"), ("Aussi absurdes que soit cette idée, notez-la.", "absurde")),
        ("Si riche soit-elle, elle compte.", "Aussi absurdes que soient ces idées, notez-les.", "Si grand que soit son projet, il avance."),
    ),
)  # fmt: skip
