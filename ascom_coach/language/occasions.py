"""How often a text put each family of rules to the test: what an error rate is divided by.

An occasion is a place where the family could have failed, found without judging whether it did:

- look-alike words (« a », « à »…): each of these words in the text;
- verbs in -er, -é, -ez: each word in -er, -é(e)(s) or -ez that can be a form of a verb in -er;
- groups of the noun: each determiner followed at once by a word that can be a noun or an adjective;
- participles and attributes: each form of « être » or « avoir » followed, at most two adverbs later, by a participle
  or an adjective;
- verb and subject: each conjugated form that can be nothing else, or follows a noun or a pronoun;
- time and mood: each « si », each trigger of the subjunctive, each verb in -rai(s);
- spelling: each word of four letters or more; punctuation: each sentence; typography: each sign that wants a space or
  a hyphen, and each beginning of a sentence; address: each « tu » or « vous » form.

The counts are upper bounds of real hesitations, the same for everybody: they make texts comparable, no more.
An error that stands outside these places is an occasion too: callers use `max(occasions, errors)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ascom_coach.language.families import families
from ascom_coach.language.register import register_of
from ascom_coach.language.syntax.view import View, Word, plain_view, views
from ascom_coach.language.text import sentences, words

_BETWEEN = 2
_TRIGGERS = re.compile(
    r"(?<![\w'-])(?:si|s')(?= ?(?:je|j'|tu|ils?|elles?|on|nous|vous|l[ae]s?|l'|une?|des|[vn]otre|[vn]os)(?![\w-]))"
    r"|(?<![\w'-])(?:faut|pour|afin|avant|bien|souhait\w+|demand\w+|attend\w+) qu(?:e|')"
    r"|\w+rai(?:s|t|ent)?(?![\w-])",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"[:;!?«»€%()]|\w-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|moi|le|la|les|y|en)(?!\w)"
)


def occasions(text: str) -> dict[str, int]:
    """Family id → occasions in `text`, families without any left out."""
    low = plain_view(text).lower()
    found = {}
    for family in families().values():
        number = len(_forms(family.forms).findall(low)) if family.forms else _COUNTERS[family.counter](text)
        if number:
            found[family.id] = number
    return found


@cache
def _forms(forms: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{some})(?!\w)")


def _each(test: Callable[[View, int, Word], bool]) -> Callable[[str], int]:
    def count(text: str) -> int:
        return sum(test(view, i, word) for view in views(text) for i, word in enumerate(view.words))

    return count


def _auxiliary(word: Word) -> bool:
    return any(one.lemma in ("être", "avoir") and one.pos == "V" for one in word.readings)


def _er_form(view: View, i: int, word: Word) -> bool:
    return word.low.endswith(("er", "é", "ée", "és", "ées", "ez")) and any(
        one.pos == "V" and one.lemma.endswith("er") for one in word.readings
    )


def _noun_group(view: View, i: int, word: Word) -> bool:
    after = view.at(i + 1)
    return word.has("D", "H") and after is not None and after.near and after.has("N", "A")


def _participle(view: View, i: int, word: Word) -> bool:
    if not _auxiliary(word):
        return False
    for step in range(1, _BETWEEN + 2):
        after = view.at(i + step)
        if after is None or not after.near:
            return False
        if after.verb("ppas") or (after.has("A") and not after.has("R")):
            return True
    return False


def _verb(view: View, i: int, word: Word) -> bool:
    finite = any(one.pos == "V" and not one.tags & {"inf", "ppas", "ppre"} for one in word.readings)
    before = view.at(i - 1)
    carried = before is not None and before.has("N", "O") and not before.has("D", "H", "P")
    return finite and (word.only("V") or _auxiliary(word) or carried)


def _addresses(text: str) -> int:
    found = register_of(text)
    return len(found.tutoiement) + len(found.vouvoiement)


_COUNTERS: dict[str, Callable[[str], int]] = {
    "verbes_en_e": _each(_er_form),
    "groupes": _each(_noun_group),
    "participes": _each(_participle),
    "verbes": _each(_verb),
    "modes": lambda text: len(_TRIGGERS.findall(plain_view(text))),
    "mots": lambda text: sum(len(word.text) > 3 for word in words(text)),
    "phrases": lambda text: len(sentences(text)),
    "signes": lambda text: len(_SIGNS.findall(plain_view(text))) + len(sentences(text)),
    "adresses": _addresses,
}
