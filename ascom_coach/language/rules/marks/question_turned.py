# ruff: noqa: E501 -- an example stays on one line
"""A question asked by turning the subject, or by « quel est », and ended by a full stop: « D'ailleurs, auriez-vous une date. »

Norm: a direct question ends with a question mark (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, § 124). The subject
is turned without a question behind « peut-être », « aussi », « sans doute »…, in what is said in passing, in wishes.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View

_TURNED = frozenset(["je", "tu", "il", "elle", "on", "ils", "elles", "nous", "vous", "ce"])
_ASKS = frozenset(
    [
        "quel",
        "quelle",
        "quels",
        "quelles",
        "comment",
        "où",
        "quand",
        "pourquoi",
        "combien",
        "que",
        "qu'",
        "qui",
        "quoi",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
    ]
)
_TURNING = frozenset(
    [
        "peut-être",
        "aussi",
        "ainsi",
        "encore",
        "peine",
        "doute",
        "moins",
        "toujours",
        "tout",
        "rarement",
        "vainement",
        "davantage",
        "tel",
        "telle",
        "au",
        "quand",
        "si",
        "plus",
        "autant",
    ]
)
_ASIDE = frozenset(["dire", "sembler", "paraître", "penser", "croire", "répondre", "demander", "ajouter", "préciser", "expliquer", "écrire", "voir", "conclure", "annoncer", "assurer", "affirmer", "confier", "raconter",
                    "poursuivre", "reprendre", "estimer", "rappeler", "insister", "soit", "falloir"])  # fmt: skip
_WISHED = frozenset(["simp", "spre"])


def _turned(view: View) -> Iterator[Hit]:
    text = view.text.rstrip()
    if (
        not text.endswith(".")
        or text.endswith("..")
        or len(view.words) < 4
        or any(mark in text for mark in '«»"“”()')
    ):
        return
    start = max(text.rfind(";"), text.rfind(":"))
    first = next((at for at, word in enumerate(view.words) if word.start - view.offset > start), 0)
    for at in range(first + 1, len(view.words)):
        word, verb = view.words[at], view.words[at - 1]
        if not word.clitic or word.low not in _TURNED or not forms.finite(verb):
            continue
        before = {view.low(here) for here in range(first, at - 1)}
        asked = bool(before & _ASKS)
        if (
            before & _TURNING
            or lemmas(verb) & _ASIDE
            or any(verb.verb(mood) and not verb.verb("ipre") and not verb.verb("cond") for mood in _WISHED)
        ):
            return
        if (
            word.low in ("nous", "vous")
            and verb.verb("impe")
            and (word.low == "nous" or view.low(first) not in _ASKS or view.low(first + 1) in ("que", "qu'"))
        ):
            return
        if verb.low == "entre":
            return  # « d'entre-nous »
        said = view.at(at + 1)
        if not verb.near and at - 1 > first and said is not None and lemmas(said) & _ASIDE:
            return  # « rien ne change, m'a-t-elle dit »
        if at - 2 > first and not view.words[at - 2].near and said is not None and lemmas(said) & _ASIDE:
            return
        if word.low == "ce" and view.low(first) in ("ne", "n'"):
            return
        if word.low in ("ce", "on") and lemmas(verb) & {"être", "dire"} and not asked and at > first + 3:
            return
        if (
            any(view.low(here) in ("que", "qu'", "qui", "si", "dont") for here in range(first + 1, at - 1))
            and not asked
        ):
            return
        last = view.words[-1]
        if view.text[last.end - view.offset :].strip() == ".":
            yield last.start, view.offset + len(text), (last.text + " ?",)
        return


_BEING = frozenset(["est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient"])


def _which_is(view: View) -> Iterator[Hit]:
    """« Quelle est la marque du véhicule. »"""
    text = view.text.rstrip()
    if not text.endswith(".") or text.endswith("..") or len(view.words) < 4 or "«" in text:
        return
    if (
        view.low(0) in ("quel", "quelle", "quels", "quelles")
        and view.low(1) in _BEING
        and view.words[2].has("D")
        and view.glued(0, 2)
    ):
        last = view.words[-1]
        if view.text[last.end - view.offset :].strip() == "." and "," not in text:
            yield last.start, view.offset + len(text), (last.text + " ?",)


_MESSAGE, _TEST = (
    "Une question directe se termine par un point d’interrogation.",
    "Le verbe passe avant son sujet : vous attendez une réponse ? Mettez « ? ».",
)
# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("question_tournee", _MESSAGE, _TEST, by_view(_turned),
          (("D'ailleurs, auriez-vous une date libre en mai.", "mai ?"), ("Le robinet fuit ; quelqu'un saurait-il le réparer.", "réparer ?"), ("Quel modèle nous conseillez-vous.", "vous ?")),
          ("D'ailleurs, auriez-vous une date libre en mai ?", "Peut-être viendra-t-il demain.", "Adressez-vous à l'accueil.", "Le colis, semble-t-il, est perdu.", "Aussi avons-nous reporté la réunion.",
           "Puissiez-vous réussir.", "Sans doute est-elle partie.", "À peine était-elle ouverte que les clients entraient.", "Dût-il pleuvoir, nous irons.", "Toujours est-il que rien ne vient.", "Plus tôt viendrez-vous, mieux ce sera.")),
    mark_rule("question_quel_est", _MESSAGE, _TEST, by_view(_which_is),
          (("Quelle est la marque du véhicule concerné.", "concerné ?"),), ("Quelle est la marque du véhicule ?", "Quelle belle salle.", "Quel que soit le cas, écrivez.")),
)
# fmt: on
