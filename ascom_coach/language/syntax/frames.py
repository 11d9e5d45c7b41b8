# ruff: noqa: E501 -- a list of words stays compact
"""What stands around a verb: adverbs and set phrases to step over, the object that may come before, who is spoken of."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

BETWEEN = frozenset(
    ["bien", "déjà", "toujours", "pas", "jamais", "plus", "aussi", "également", "bientôt", "encore", "tout", "vraiment", "malheureusement", "souvent", "rapidement", "mal", "trop"]
)  # fmt: skip
"""The commonest adverbs between an auxiliary and its participle."""
ADVERBS = frozenset(
    ["bien", "déjà", "toujours", "pas", "jamais", "plus", "aussi", "également", "bientôt", "encore", "tout", "vraiment", "souvent",
     "mal", "trop", "très", "assez", "peu", "moins", "enfin", "donc", "ensuite", "aussitôt", "tous", "toute", "toutes", "quand", "hier",
     "désormais", "parfois", "ainsi", "vite", "mieux", "point", "guère", "alors", "demain", "ici", "là", "longtemps", "beaucoup",
     "maintenant", "rien", "presque", "plutôt", "seul", "même", "tantôt", "dûment", "ensemble", "néanmoins", "toutefois", "fort"]
)  # fmt: skip
_PHRASES = (
    ("d'", "ores", "et", "déjà"), ("tout", "de", "suite"), ("dès", "maintenant"), ("par", "ailleurs"), ("en", "effet"),
    ("à", "nouveau"), ("de", "nouveau"), ("tout", "à", "fait"), ("bel", "et", "bien"), ("en", "outre"), ("du", "coup"),
    ("sans", "doute"), ("par", "conséquent"), ("dès", "à", "présent"), ("au", "plus", "vite"), ("tout", "d'", "abord"),
    ("d'", "abord"), ("en", "revanche"), ("peut-être",), ("quand", "même"), ("tout", "simplement"), ("un", "peu"),
    ("de", "temps", "en", "temps"), ("à", "plusieurs", "reprises"), ("petit", "à", "petit"), ("une", "fois", "pour", "toutes"),
    ("pour", "autant"), ("par", "exemple"), ("quelque", "peu"), ("tout", "de", "même"), ("en", "partie"), ("jour", "après", "jour"),
    ("sans", "cesse"), ("à", "tout", "prix"), ("tôt", "ou", "tard"), ("en", "aucun", "cas"), ("en", "permanence"), ("de", "plus", "en", "plus"),
    ("pour", "l'", "instant"), ("au", "moins"),
    ("de", "toute", "façon"), ("par", "la", "suite"), ("en", "général"), ("bien", "évidemment"), ("en", "même", "temps"), ("à", "l'", "avance"),
)  # fmt: skip
_BY_FIRST = {first: tuple(one for one in _PHRASES if one[0] == first) for first, *_ in _PHRASES}
_RELATIVE = frozenset(
    ["que", "qu'", "dont", "combien", "quel", "quelle", "quels", "quelles", "lesquels", "lesquelles", "laquelle", "lequel", "auxquelles",
     "auxquels", "comme"]
)  # fmt: skip


def shared_verb(view: View, index: int, verb: Word) -> bool:
    """« Cette page présente l'offre et vous laisse le choix »: the subject of the first verb has a second one."""
    return any(
        forms.has_person(verb, person) and forms.has_person(one, person)
        for person in ("3s", "3p")
        for one in view.words[: index - 1]
        if one.has("V") and not one.has("D", "P", "C", "R") and one.near
    )


_SHOWN = frozenset(
    ["bouton", "boutons", "icône", "icônes", "option", "options", "onglet", "onglets", "touche", "touches"]
)
_BY_WHOM = frozenset(["par", "hier", "lundi", "mardi", "mercredi", "jeudi", "vendredi"])


def named_by_verb(view: View, at: int) -> bool:
    """Whether the infinitive at `at` is the name of a thing on a screen: « le bouton annuler »."""
    return view.low(at - 1) in _SHOWN and view.low(at + 1) not in _BY_WHOM


def past(view: View, at: int, also: frozenset[str] = frozenset()) -> int:
    """The first place from `at` that is no adverb, no set phrase and none of the words `also`."""
    while (word := view.at(at)) and word.near:
        size = next((len(one) for one in _BY_FIRST.get(word.low, ()) if _reads(view, at, one)), 0)
        if size:
            at += size
        elif word.low in ADVERBS or word.low in also or (word.low.endswith("ment") and word.only("R")):
            at += 1
        else:
            break
    return at


def _reads(view: View, at: int, phrase: tuple[str, ...]) -> bool:
    return all(view.low(at + i) == one for i, one in enumerate(phrase))


def past_subject(view: View, at: int) -> int:
    """Past the pronoun that hangs behind a verb: « pouvez-vous »."""
    word = view.at(at)
    return at + 1 if word and word.clitic and (word.low in forms.PERSONS or word.low == "ce") else at


def object_may_precede(view: View, at: int, besides: frozenset[str] = frozenset()) -> bool:
    """Whether the sentence holds, before `at`, a word that may bring an object in front of the verb, not in `besides`."""
    return any(word.low in _RELATIVE and word.low not in besides for word in view.words[:at])


def set_off(view: View, index: int) -> bool:
    """« Votre lettre, sobre et claire, nous a plu »: at `index` an object, after a subject and what is said of it."""
    first = view.words[0]
    if view.text[: view.words[index].start - view.offset].count(",") < 2 or view.words[index].near:
        return False
    named = (
        first.has("D", "S", "N", "H")
        or not first.readings
        or first.low in ("celui", "celle", "ceux", "celles")
    )
    return named and not any(
        word.low in forms.PERSONS
        or (word.low in forms.AUXILIARIES and word.low != "soit")
        or (word.only("V") and forms.finite(word))
        for word in view.words[:index]
    )


def said(view: View, at: int, *pronouns: str) -> bool:
    """Whether one of these pronouns stands before `at` in the sentence."""
    return any(word.low in pronouns for word in view.words[:at])


def lemmas(word: Word) -> frozenset[str]:
    """Infinitives of the verb readings."""
    return word.infinitives


def participles_of(word: Word) -> tuple[str, ...]:
    """Past participles, masculine singular, of the verbs that `word` may come from, irregular ones included."""
    out: list[str] = []
    for lemma in forms.infinitives(word):
        for near in (word.low, lemma[:3] + "...."):
            for form, one in forms.forms_of_lemma(lemma, near):
                if (
                    one.pos == "V"
                    and "ppas" in one.tags
                    and one.gender != "f"
                    and one.number != "p"
                    and form not in out
                ):
                    out.append(form)
    return tuple(out)


def heard_as_infinitive(word: Word) -> bool:
    """A participle in -é, -ée, -és, -ées or a form in -ez, of a verb in -er."""
    return word.low.endswith(("é", "ée", "és", "ées", "ez")) and any(
        one.pos == "V" and one.lemma.endswith("er") and one.tags & {"ppas", "2p"} for one in word.readings
    )


__all__ = [
    "ADVERBS",
    "BETWEEN",
    "heard_as_infinitive",
    "lemmas",
    "object_may_precede",
    "participles_of",
    "past",
    "past_subject",
    "said",
]
