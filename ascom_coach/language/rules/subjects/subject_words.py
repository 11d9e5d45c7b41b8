# ruff: noqa: E501 -- an example stays on one line
"""The verb and its subject when the subject is a small word (« chacun », « certains », « ce qui »), an infinitive, or stands after."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.view import View, Word

_ONE = frozenset(["celui-ci", "celui-là", "celle-ci", "celle-là", "chacun", "chacune", "personne", "quiconque", "rien", "tout", "ceci", "cela", "ça", "ce", "nul", "nulle", "aucun", "aucune", "lequel", "laquelle"])  # fmt: skip
_SEVERAL = frozenset(["ceux-ci", "ceux-là", "celles-ci", "celles-là", "certains", "certaines", "plusieurs", "beaucoup", "tous", "toutes", "quelques-uns", "quelques-unes", "lesquels", "lesquelles"])  # fmt: skip
_OPENERS = frozenset(["que", "qu'", "si", "car", "mais", "lorsque", "puisque", "quand", "dont", "où", "donc", "parce", "comme", "alors"])  # fmt: skip
_NE = frozenset(["ne", "n'"])
_WHO_ONE = frozenset(["ce", "celui", "celle", "celui-ci", "celui-là", "celle-ci", "celle-là", "quelqu'un", "quelqu'une", "rien", "personne", "chacun", "chacune", "aucun", "aucune", "quiconque", "nul", "tout", "un", "une", "chose", "elle", "lui"])  # fmt: skip
_WHO_SEVERAL = frozenset(["ceux", "celles", "ceux-ci", "ceux-là", "celles-ci", "celles-là", "certains", "certaines", "plusieurs", "beaucoup", "quelques-uns", "quelques-unes", "tous", "toutes", "eux", "elles", "ils"])  # fmt: skip
_TONIC = {"moi": "1", "nous": "1", "toi": "2", "vous": "2", "lui": "3", "elle": "3", "eux": "3", "elles": "3"}


def _verb_after(view: View, at: int) -> tuple[Word, bool] | None:
    """The conjugated form after the subject that ends at `at`, and whether a clitic shows that it is a verb."""
    end = past(view, at + 1) if view.low(at + 1) not in forms.CLITICS else at + 1
    start = end
    while view.low(end) in forms.CLITICS and not view.words[end].clitic:
        end += 1
    word, after = view.at(end), view.at(end + 1)
    if (
        not word
        or not view.glued(at, end)
        or word.clitic
        or not word.text.islower()
        or not forms.finite(word)
    ):
        return None
    if after and after.clitic and after.low in forms.PERSONS:
        return None
    if view.low(start) in ("nous", "vous") and forms.has_person(
        word, "1p" if view.low(start) == "nous" else "2p"
    ):
        return None
    sure = end > start and view.low(end - 1) not in ("la", "les", "le", "l'", "leur")
    return word, sure


def _clear(word: Word, sure: bool) -> bool:
    """Whether the form is surely the verb: no participle, no infinitive, and no noun unless a pronoun tells."""
    if word.verb("inf") or word.verb("ppas") or word.has("R", "P", "D", "C"):
        return False
    return sure or word.only("V") or word.low in forms.AUXILIARIES


def _small(view: View) -> Iterator[Hit]:
    """« chacun fais », « certains pense », « rien ne sers », « tout reviens », « cela dis », « lesquels devienne »."""
    for at in range(len(view.words) - 1):
        low = view.low(at)
        number = "s" if low in _ONE else "p" if low in _SEVERAL else ""
        if low == "quelqu'" and view.low(at + 1) in ("un", "une"):
            number, place = "s", at + 1
        elif low == "chose" and view.low(at - 1) in ("quelque", "autre"):
            number, place = "s", at
        else:
            place = at
        if not number or view.words[at].clitic:
            continue
        opened = (
            at == 0 or not view.words[at].near or view.low(at - 1) in _OPENERS - {"comme"} or low == "chose"
        )
        if view.low(at - 1) in ("que", "qu'") and (
            low == "personne" or any(view.low(i) in _NE for i in range(at))
        ):
            continue
        if not opened or (
            low in ("personne", "rien", "aucun", "aucune", "nul", "nulle")
            and view.low(place + 1) not in _NE
            and low not in ("chacun",)
        ):
            continue
        if (
            low
            in (
                "ce",
                "tout",
                "aucun",
                "aucune",
                "nul",
                "nulle",
                "plusieurs",
                "certains",
                "certaines",
                "beaucoup",
                "tous",
                "toutes",
                "lequel",
                "laquelle",
            )
            and view.at(place + 1)
            and view.words[place + 1].has("N")
            and not view.words[place + 1].has("G")
        ):
            continue
        found = _verb_after(view, place)
        if not found or not _clear(*found):
            continue
        verb = found[0]
        if low == "ce" and forms.has_person(verb, "3p"):
            continue
        if forms.has_person(verb, "2p") or (
            low == "beaucoup" and verb.low in forms.AUXILIARIES | {"reste", "restait", "manque"}
        ):
            continue
        if forms.has_person(verb, "3" + number) or (
            low in ("tous", "toutes", "plusieurs", "beaucoup", "certains", "certaines")
            and (forms.has_person(verb, "1p") or forms.has_person(verb, "2p"))
        ):
            continue
        if low in ("beaucoup",) and forms.has_person(verb, "3s") and view.low(at + 1) in ("de", "d'"):
            continue
        if fixes := forms.conjugated(verb, "3" + number):
            yield verb.start, verb.end, fixes


def _who(view: View) -> Iterator[Hit]:
    """« ce qui fâchent », « celui-ci qui se prenaient », « certains qui pense », « rien qui soient »."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) != "qui" or not view.words[at].near:
            continue
        before = view.low(at - 1)
        number = "s" if before in _WHO_ONE else "p" if before in _WHO_SEVERAL else ""
        if before in ("un", "une") and view.low(at - 2) != "quelqu'":
            continue
        if not number or (
            before in ("chose", "personne")
            and view.words[at - 2].low
            not in ("quelque", "autre", "ne", "connais", "vois", "a", "n'est", "est", "pas", "connait")
        ):
            continue
        if view.low(at - 2) in ("nous", "vous"):
            continue
        if before in ("lui", "elle", "eux", "elles") and view.low(at - 2) in ("et", "ou", "ni"):
            continue
        found = _verb_after(view, at)
        if not found or not _clear(*found):
            continue
        verb = found[0]
        ours = any(
            view.low(i) in ("nous", "vous") and forms.has_person(verb, forms.PERSONS[view.low(i)])
            for i in range(at)
        )
        if ours:
            continue  # « nous sommes plusieurs qui avons signé »
        if not forms.has_person(verb, "3" + number) and (fixes := forms.conjugated(verb, "3" + number)):
            yield verb.start, verb.end, fixes


def _both(view: View) -> Iterator[Hit]:
    """« vous et nous iront », « lui et elle était », « eux et moi sont d'accord »."""
    for at in range(len(view.words) - 3):
        first, second = _TONIC.get(view.low(at)), _TONIC.get(view.low(at + 2))
        if (
            not first
            or not second
            or view.low(at + 1) != "et"
            or not view.glued(at, at + 2)
            or view.words[at].clitic
        ):
            continue
        if at and view.words[at].near and view.low(at - 1) not in _OPENERS - {"comme"}:
            continue
        found = _verb_after(view, at + 2)
        person = min(first, second) + "p"
        if (
            found
            and _clear(*found)
            and not forms.has_person(found[0], person)
            and (person == "3p" or not forms.has_person(found[0], "2p"))
            and (fixes := forms.conjugated(found[0], person))
        ):
            yield found[0].start, found[0].end, fixes


RULES: tuple[Rule, ...] = (
    rule("sujet_pronom_indefini", "accord", "Le verbe s’accorde avec le pronom sujet : « chacun », « cela », « rien » sont au singulier, « certains », « plusieurs » au pluriel.", "Remplacez le sujet par « il » ou « ils ».", _small,
         (("Chacun fais ce qu'il peut.", "fait"), ("Certains pense autrement.", "pensent"), ("Rien ne sers de courir.", "sert"), ("Quelqu'un sauras répondre.", "saura"), ("Celui-là se conduisaient mal.", "conduisait")),
         ("Chacun fait ce qu'il peut.", "Certains pensent autrement.", "Ce sont des amis.", "Tous savons cela.", "Tout client reçoit un mot.", "Plusieurs marchent vite.")),
    rule("sujet_qui_indefini", "accord", "Après « ce qui », « celui qui », « ceux qui », le verbe s’accorde avec « celui » ou « ceux ».", "Remplacez « qui » par « il » ou « ils ».", _who,
         (("Ce qui fâchent le client, c'est l'attente.", "fâche"), ("Il y a ceux qui pense et les autres.", "pensent"), ("Rien qui soient urgent.", "soit")),
         ("Ce qui fâche le client, c'est l'attente.", "Il y a ceux qui pensent.", "Lui et elle qui sont là.", "Un de ceux qui savent.", "Nous sommes plusieurs qui avons signé.")),
    rule("sujet_deux_pronoms", "accord", "« Vous et nous » se dit « nous », « vous et lui » se dit « vous », « lui et elle » se dit « ils ».", "Remplacez le sujet par un seul pronom.", _both,
         (("Vous et nous iront au salon.", "irons"), ("Lui et elle était absents.", "étaient")), ("Vous et nous irons au salon.", "Lui et elle étaient absents.", "Vous et lui partez.", "Pour lui et elle, c'est non.")),
)  # fmt: skip
