"""Places where what was learnt doubts a form that the sentence itself shows to be right (see `fit`)."""

from __future__ import annotations

from ascom_coach.language.learnt.slots import Left
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax.bundle_words import FIRST
from ascom_coach.language.syntax.frames import shared_verb
from ascom_coach.language.syntax.morphology import AVOIR, ETRE, PERSONS, finite, has_person
from ascom_coach.language.syntax.noungroup import beside, is_article, object_before, only_adjective
from ascom_coach.language.syntax.view import View, Word

_CLITICS = frozenset(["le", "la", "l'", "les"])
_LINKS = frozenset(
    ["que", "qu'", "qui", "si", "s'", "quand", "lorsque", "lorsqu'", "mais", "car", "comme", "puisque", "dont",
     "où", "et"]
)  # fmt: skip
_CLOSING = ("»", '"', "”")


def shapes(form: str) -> frozenset[tuple[str, str]]:
    """(gender, number) of the nominal readings, « e » and « i » standing for both."""
    found = set()
    for one in lexicon().analyses(form):
        if one.pos in "NA" or "ppas" in one.tags:
            for gender in "mf" if one.gender in ("e", "") else one.gender:
                found |= {(gender, number) for number in ("sp" if one.number in ("i", "") else one.number)}
    return frozenset(found)


def no_group(view: View, index: int, left: Left, start: int) -> bool:
    """Whether the word at `index` is outside the group that seems to open at `start`: « il relit les fiches et les
    valide », « en les aidant », « les idées émergent », « tous vos reçus même en juillet »."""
    word = view.words[index]
    if left.word in _CLITICS and (
        (
            view.low(start - 1) in ("et", "ou", "puis")
            and has_person(word, "3s")
            and not _described(view, index)
        )
        or (word.verb("ppre") and not left.inside)
        or not is_article(view, start)
        or object_before(view, start)
    ):
        return True
    if word.low == "être" and view.low(index - 1) in ("deux", "trois", "quatre"):
        return True  # « ils peuvent tous les deux être signés »
    if not left.inside:
        return False
    acts = "N" in left.inside and left.det[1] == "p" and has_person(word, "3p")
    after = view.at(index + 1)
    if word.has("A") and after and not after.near and only_adjective(after) and after.low[-1:] not in "sx":
        return True  # « les secteurs sanitaire, social et sportif »
    return word.low == "même" or (acts and _last_verb(view, index)) or _beside(view, word, start)


def _described(view: View, index: int) -> bool:
    """« les surface chauffées »: a plural adjective behind tells a noun."""
    after = view.at(index + 1)
    return (
        after is not None
        and after.near
        and any(number == "p" for _, number in shapes(after.low))
        and not after.has("D", "P", "N")
    )


def _beside(view: View, word: Word, start: int) -> bool:
    """« les logiciels métier »: a noun beside a noun."""
    before_noun = any(one.pos == "A" and one.lemma in FIRST for one in view.words[start + 1].readings)
    own = not word.has("A") and not word.verb("ppas")
    return word.has("N") and (own or beside(word)) and not before_noun


def _last_verb(view: View, at: int) -> bool:
    """Whether no conjugated verb follows in the clause."""
    for word in view.words[at + 1 :]:
        if word.low in _LINKS or not word.near:
            return True
        if finite(word) and (word.only("V") or word.low in ETRE | AVOIR):
            return False
    return True


def completes(view: View, start: int) -> bool:
    """Whether the group that opens at `start` completes a noun: « la baisse des frais prévue »."""
    before = view.at(start - 1)
    if view.low(start) in ("des", "du"):
        if view.low(start - 2) in ("à", "en", "au"):
            return False  # « à travers des notes »
        return (
            before is not None
            and before.has("N")
            and (start == 1 or not before.has("V", "P") or view.low(start - 2) in ("de", "d'"))
        )
    far = view.at(start - 2)
    return view.low(start - 1) in ("de", "d'") and far is not None and far.has("N") and not far.has("V")


def said_of_another(view: View, index: int, subject: str) -> bool:
    """Whether the attribute at `index` agrees with a noun that stands before the one it seems said of."""
    if subject == "qui" and _before_who(view, index):
        return True
    far = next(
        (at for at, word in enumerate(view.words[:index]) if word.low in ("dont", "où") or word.verb("ppre")),
        0,
    )  # « de nombreux outils facilitant la saisie sont mis à jour »
    return any(_named(view, at, index) for at in range(far))


def _named(view: View, at: int, index: int) -> bool:
    noun = view.words[at]
    return noun.has("N") and not noun.has("D", "P", "C") and bool(shapes(noun.low) & shapes(view.low(index)))


def _before_who(view: View, index: int) -> bool:
    """« le lien d'inscription qui a été transmis », « les thèmes et les polices qui sont mis en page »."""
    at = next((at for at in range(index, 0, -1) if view.low(at) == "qui"), 0)
    joined = False
    for place in range(at - 2, max(-1, at - 7), -1):
        if not view.words[place + 1].near:
            return False
        joined = joined or view.low(place) in ("de", "d'", "du", "des", "et", "ou", "par", "en", "à")
        if joined and _named(view, place, index):
            return True
    return False


def _verb_behind(view: View, at: int) -> bool:
    """« La liste des modèles déjà définis s'affiche »: the verb stands right behind the participle."""
    own = view.low(at) in ("s'", "se")
    verb = view.at(at + 1 if own else at)
    return (
        verb is not None
        and verb.near
        and finite(verb)
        and (own or verb.only("V") or verb.low in ETRE | AVOIR)
    )


def other_subject(view: View, index: int, start: int, subject: str) -> bool:
    """Whether the verb at `index` has another subject than the words before it show: « les salariés sont-ils inclus »,
    « les lots qu'il vend rapportent », « Modifier » in quotation marks « vous ramène à la page »."""
    word, before = view.words[index], view.at(index - 1)
    if before and word.verb("ppas") and (before.clitic or _verb_behind(view, index + 1)):
        return True
    if before and finite(before) and view.low(index - 2) in PERSONS and not before.has("N", "D"):
        return True
    if view.low(index - 1) == view.low(index - 2) == "vous":
        return True
    if subject not in ("nous", "vous"):
        return False
    if view.low(start - 1) in ("et", "mais") and shared_verb(view, start, word):
        return True
    quoted = view.text[: view.words[start].start - view.offset].rstrip().endswith(_CLOSING)
    return quoted or view.before.rstrip().endswith(_CLOSING)
