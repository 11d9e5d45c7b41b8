"""Forms that the words right around settle, whatever was learnt (see `choices`)."""

from __future__ import annotations

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax.morphology import AVOIR, ETRE, PERSONS, finite
from ascom_coach.language.syntax.view import View, Word


def surely(view: View, label: str, index: int, last: int) -> bool:
    """Whether the words right around settle the form: « elle s'en sort », « remplie et signée »."""
    before, after = view.at(index - 1), view.at(last + 1)
    if label == "où" and (after is None or not after.near):
        return True  # « Quand et où », « dites-moi où. »: nothing is joined
    if before is None or after is None:
        return False
    if label == "s'en":
        own = after.only("V") and finite(after)  # « les ouvriers s'en vont »
        return after.low in ETRE or own or (before.low in _THIRD and not after.verb("inf"))
    if label == "s'est":
        return _told_apart(view, index, last)
    if label == "c'est":
        told = (after.has("A", "R", "P") or after.verb("ppas")) and not after.has("N")
        return before.low in ("que", "qu'") or (before.low in _LINKS and told)
    if label == "où":
        return before.low in ("par", "d'", "vers", "là") or before.low.rstrip("s") in _PLACES
    if label == "est":
        said = before.has("A", "N") and after.low in ("que", "qu'") and not before.verb("ppas")
        return said or _only_verb(view, index) or _alone_with_its_verb(view, index)
    if label == "n'y":
        return before.low in PERSONS
    if label == "et":
        names = before.text[:1].isupper() and after.text[:1].isupper()
        done = before.verb("ppas") and after.verb("ppas") and _same_shape(before, after)
        return names or done or (before.near and after.near and _paired(view, index, before, after))
    return False


def _alone_with_its_verb(view: View, index: int) -> bool:
    """« Salma est aux poulies »: a name opens the clause, and « et » would leave it without a verb."""
    name, after = view.words[index - 1], view.at(index + 1)
    opens = index == 1 or not name.near or view.low(index - 2) in ("que", "qu'", "car", "mais", "si", "donc")
    named = name.text[:1].isupper() and not lexicon().analyses(name.low)
    other = any(finite(word) and word.only("V") for word in view.words[index + 1 :])
    return bool(opens and named and after and not after.text[:1].isupper() and not other)


def _paired(view: View, index: int, before: Word, after: Word) -> bool:
    """« il utilise un outil libre et ouvert »: an adjective and a participle of one shape, and a verb before them."""
    if not any(finite(one) and not one.has("N", "A") for one in view.words[: index - 1]):
        return False
    return any(
        one.gender in ("e", "", two.gender) and one.number in ("i", "", two.number)
        for one in before.readings
        if one.pos == "A"
        for two in after.readings
        if "ppas" in two.tags
    )


_THIRD = frozenset(["il", "elle", "on", "ils", "elles", "qui"])
_PLACES = frozenset(
    ["environnement", "contexte", "cadre", "situation", "ca", "moment", "jour", "époque", "période", "endroit",
     "pays", "seul", "mesure"]
)  # fmt: skip
"""What « où » most often stands for besides plain places; without the last s."""
_RELATIVES = frozenset(["qui", "que", "qu'", "dont", "où", "laquelle", "lequel", "lesquels", "lesquelles"])


def _only_verb(view: View, index: int) -> bool:
    """« La date de reprise est la date à laquelle il signe »: a group opens the sentence, its one verb is « est »."""
    start = next((at for at in range(index, 0, -1) if not view.words[at].near), 0)
    if (
        start
        and view.low(start - 1) not in ("et", "ou")
        and view.words[start].has("D")
        and not view.words[start].has("P")
    ):
        alone = not any(
            finite(one) and (one.only("V") or one.low in ETRE | AVOIR) for one in view.words[start:index]
        )
        after = view.at(index + 1)
        if alone and view.words[0].low in ("si", "s'") and after and after.has("D"):
            return True  # « Si rien n’est saisi, le résultat est le numéro »
    if not view.words[0].has("D") or view.words[0].has("P"):
        return False
    for at, word in enumerate(view.words):
        sure = (
            word.only("V")
            or word.low in ETRE | AVOIR
            or (at < index and not view.words[at - 1].has("D", "P"))
        )
        verb = at not in (0, index) and finite(word) and sure
        if verb and (at < index or not any(one.low in _RELATIVES for one in view.words[index:at])):
            return False
    return view.at(index + 1) is not None and view.words[index + 1].has("D")


_LINKS = frozenset(["lorsque", "lorsqu'", "puisque", "puisqu'", "quand", "si", "comme", "car"])


def _told_apart(view: View, index: int, last: int) -> bool:
    """« La table, hélas, s'est bien conservée », « qu'elle s'est offertes », « le chef s'est tu »."""
    at = last + 1
    while (adverb := view.at(at)) and adverb.near and adverb.has("R") and not adverb.verb("ppas"):
        at += 1
    done = view.at(at)
    word, before = view.words[index], view.words[index - 1]
    subject = word.near and (before.low in _THIRD or before.low in ("comment", "où") or before.has("N", "S"))
    aside = view.text[: view.words[index].start - view.offset].count(",") > 1 and not view.words[index].near
    return bool((aside or subject) and done and done.near and done.verb("ppas"))


def _same_shape(one: Word, other: Word) -> bool:
    shapes = [{(a.gender, a.number) for a in word.readings if "ppas" in a.tags} for word in (one, other)]
    return bool(shapes[0] & shapes[1])
