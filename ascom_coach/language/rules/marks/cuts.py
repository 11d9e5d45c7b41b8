# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Commas that cut what no pause may part: « Il, arrive », « ne, plus », « il a, réussi », « les, jolies fleurs »."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_NEVER = frozenset(
    "l' au aux cet ces ma ton ta tes sa ses notre votre nos vos leurs de d' se s' ne n' me m' te t' je j' c' qu' très".split()
)
_ARTICLES = frozenset("les le la des du mes cette chaque quel quelle".split())
_SUBJECTS = frozenset("il elle on ils elles je tu cela ça qui".split())
_OBJECTS = frozenset("le la les lui leur se me te y en nous vous ne".split())
_HELPERS = frozenset(
    "a ont avait avaient aura auront est sont était étaient sera seront ai as avons avez suis es sommes êtes doit doivent peut peuvent va vont".split()
)
_MODALS = frozenset("doit doivent peut peuvent va vont".split())
_BETWEEN = frozenset("déjà toujours jamais été encore bien".split())
_LEADS = frozenset("pour avec sans de à malgré après avant comme outre sur selon par que c' est et".split())
_LINKS = frozenset("parce afin tandis dès pourvu".split())
_ORDERS = frozenset(
    "dire demander proposer conseiller permettre promettre essayer accepter refuser décider éviter suggérer ordonner oublier prier remercier cesser finir tenter".split()
)


@dataclass(frozen=True, slots=True)
class _Pause:
    """A comma between two words. `before` is the word before `one` when nothing parts them; `again` tells a later comma."""

    view: View
    at: int
    one: Word
    two: Word
    before: str
    again: bool

    @property
    def finite(self) -> bool:
        """Whether what follows is a finite verb and nothing else."""
        return self.two.only("V") and forms.finite(self.two)

    @property
    def ends(self) -> bool:
        """Whether the word after the comma closes the sentence."""
        return self.at + 2 >= len(self.view.words)


def _small(pause: _Pause) -> bool:
    low, two = pause.one.low, pause.two
    if low not in _NEVER:
        return False
    if low == "de":
        return two.low in ("ne", "se", "le", "la", "les") or two.verb("inf")
    return not (low == "leurs" and (two.verb("ppas") or pause.before in ("les", "des", "aux")))


def _article(pause: _Pause) -> bool:
    two = pause.two
    if pause.one.low not in _ARTICLES:
        return False
    if pause.one.low in ("le", "les", "la") and pause.before in (
        "il",
        "ne",
        "elle",
        "on",
        "leur",
        "vous",
        "nous",
    ):
        return two.verb() and forms.finite(two)
    return two.has("N", "A") and not two.has("P", "D", "R", "C") and pause.before not in ("c'", "est", "de")


def _to_whom(pause: _Pause) -> bool:
    if pause.one.low not in ("lui", "leur") or not pause.two.verb() or not forms.finite(pause.two):
        return False
    return pause.before in ("il", "elle", "on", "ils", "elles", "le", "la", "les", "ne", "qui")


def _subject(pause: _Pause) -> bool:
    low, verb = pause.one.low, pause.finite or pause.two.low in _HELPERS
    if low == "qui":
        return verb and pause.before not in ("", "de", "à", "pour", "avec")
    if low in ("cela", "ça", "lesquels", "lesquelles"):
        return pause.finite and pause.before not in _LEADS and (not pause.two.verb("impe") or pause.ends)
    return low in _SUBJECTS and pause.at == 0 and (verb or pause.two.low in _OBJECTS)


def _helper(pause: _Pause) -> bool:
    low, two, before = pause.one.low, pause.two, pause.before
    said = two.verb("ppas") and not two.has("N")
    if low in _HELPERS and before in _SUBJECTS | {"ne", "n'", "y", "déjà", "nous", "vous", "j'"}:
        return said or two.low in _BETWEEN or (low in _MODALS and two.verb("inf"))
    if low in _BETWEEN - {"bien"} and before in _HELPERS | _BETWEEN:
        return said or (two.verb("inf") and before in _MODALS)
    return False


def _negation(pause: _Pause) -> bool:
    low, two, before = pause.one.low, pause.two, pause.before
    if low == "plus" and before == "ne":
        return two.verb("inf") or two.low in _OBJECTS
    return (two.low == "pas" and before in ("ne", "n'")) or low == "ni"


def _linked(pause: _Pause) -> bool:
    low, two = pause.one.low, pause.two
    if low in ("si", "quand", "lorsque", "puisque"):
        return pause.at == 0 and two.low in _SUBJECTS | {"vous", "nous"}
    if low == "pour":
        return two.has("N") and not two.has("P", "D") and pause.before not in ("", "pour") and pause.ends
    if low == "soit":
        return two.has("A", "N") and pause.before not in ("il", "elle", "que", "qu'", "ce", "on", "en")
    return (low in ("au", "aux") and two.low in ("plus", "moins", "mieux")) or (
        low in _LINKS and two.low in ("que", "qu'")
    )


_CUTS: tuple[Callable[[_Pause], bool], ...] = (
    _small,
    _article,
    _to_whom,
    _subject,
    _helper,
    _negation,
    _linked,
)


def _pauses(view: View) -> Iterator[_Pause]:
    """The commas of a sentence, each with its neighbours."""
    words, text, base = view.words, view.text, view.offset
    commas = [at for at in range(len(words) - 1) if not words[at + 1].near and text[words[at].end - base : words[at + 1].start - base].strip() == ","]  # fmt: skip
    for at in commas:
        one, two = words[at], words[at + 1]
        shouted = one.text.isupper() and len(one.low) > 1
        named = two.text[:1].isupper() and one.low != "pour"
        if one.clitic or one.low == two.low or named or shouted:
            continue
        before = view.low(at - 1) if at and one.near else ""
        if one.low in ("se", "ton", "leurs") and not before:
            continue
        if one.low == "ton" and view.words[at - 1].has("D", "A"):
            continue  # « sur ce ton, non »
        yield _Pause(view, at, one, two, before, at < commas[-1])


def _cut(view: View) -> Iterator[Hit]:
    if "," not in view.text:
        return
    for pause in _pauses(view):
        if not pause.again and any(cut(pause) for cut in _CUTS):
            yield pause.one.start, pause.two.end, (f"{pause.one.text} {pause.two.text}",)


def _after_link(view: View) -> Iterator[Hit]:
    """« Il est grand mais, je l'aime bien »: the comma goes before « mais » and « car », not after."""
    if view.text.count(",") != 1:
        return
    for pause in _pauses(view):
        if (
            pause.one.low in ("mais", "car")
            and pause.before
            and pause.two.low in _SUBJECTS | {"vous", "nous", "j'", "c'", "le", "la", "les"}
        ):
            last = view.words[pause.at - 1]
            yield last.start, pause.one.end + 1, (f"{last.text}, {pause.one.text}",)


def _said_de(view: View) -> Iterator[Hit]:
    """« Il lui a dit, de le faire »: one comma between a verb and its complement."""
    if view.text.count(",") != 1:
        return
    for pause in _pauses(view):
        after = view.at(pause.at + 2)
        if pause.two.low not in ("de", "d'") or not after:
            continue
        asked = any(one.lemma in _ORDERS and one.pos == "V" for one in pause.one.readings)
        if asked and (after.verb("inf") or after.low in _OBJECTS | {"l'", "s'"}):
            yield pause.one.start, pause.two.end, (f"{pause.one.text} {pause.two.text}",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("ponct_virgule_coupe", "ponctuation", "Pas de virgule entre des mots qui ne se séparent pas.", "Lisez sans pause : « il a réussi », « ne plus venir ».",
         by_view(_cut), (("Il, arrive demain.", "Il arrive"), ("Elle a, réussi son examen.", "a réussi"), ("Je vous prie de ne, plus venir.", "ne plus"), ("Les, jolies fleurs fanent.", "Les jolies")),
         ("Il arrive demain.", "Lui, il arrive demain.", "Elle a, je crois, réussi.", "De la farine, du sel et de l'eau.", "Celui qui, hier, est venu.", "Qui, hier, est venu ?", "Donnez-le, vite.", "Sur ce ton, non.")),
    Rule("ponct_virgule_apres_mais", "ponctuation", "La virgule se met avant « mais » ou « car », pas après.", "Marquez la pause : elle vient avant le mot de liaison.",
         by_view(_after_link), (("Le lot est lourd mais, il passe la porte.", "lourd, mais"),), ("Le lot est lourd, mais il passe la porte.", "Mais, dites-moi, qui vient ?")),
    Rule("ponct_virgule_de", "ponctuation", "Pas de virgule entre le verbe et son complément.", "« dire de », « demander de » : sans pause.",
         by_view(_said_de), (("Je vous demande, de signer ici.", "demande de"),), ("Je vous demande de signer ici.", "Il l'a dit, de peur de se tromper.")),
)
# fmt: on
