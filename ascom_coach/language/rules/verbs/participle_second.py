# ruff: noqa: E501 -- an example stays on one line
"""The infinitive written for a second participle or behind « étant »: « Il a remplacé la carte et vérifier la pression »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive_for_quality import ASKS, bare
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View, Word


def _second_past(view: View) -> Iterator[Hit]:
    """« Il a remplacé la carte et vérifier la pression »: both verbs stand behind « a »."""
    for at in range(3, len(view.words) - 1):
        target, link = view.words[at], view.words[at - 1]
        if link.low not in ("et", "puis") or not link.near or not bare(target):
            continue
        start = next((here for here in range(at - 2, -1, -1) if _closed(view, here)), -1) + 1
        before = view.words[start : at - 1]
        if any(
            one.verb("inf")
            or one.low in ASKS
            or (one.low in ("pour", "sans", "afin", "de", "à") and _acts_behind(view, start + here))
            for here, one in enumerate(before)
        ):
            continue
        past = [
            one
            for here, one in enumerate(before)
            if one.verb("ppas") and one.low.endswith("é") and before[max(0, here - 1)].low in forms.AVOIR
        ]
        acts = [
            one
            for one in before
            if forms.finite(one)
            and (one.only("V") or one.low in forms.AVOIR | forms.ETRE)
            and not one.verb("ppas")
        ]
        if (
            len(past) == 1
            and len(acts) == 1
            and view.low(at - 2) not in forms.AVOIR
            and not _asks_for(past[0])
            and not any(
                forms.finite(one) and (one.only("V") or one.low in forms.AUXILIARIES)
                for one in view.words[at + 1 :]
            )
        ):
            yield target.start, target.end, forms.participles(target, "m", "s")


def _acts_behind(view: View, at: int) -> bool:
    after = view.at(at + 1)
    return after is not None and after.verb("inf")


def _asks_for(word: Word) -> bool:
    return bool(lemmas(word) & {"pouvoir", "devoir", "vouloir", "falloir", "laisser", "faire", "aller", "oser", "penser", "aimer", "désirer", "souhaiter", "compter", "espérer", "préférer"})  # fmt: skip


def _closed(view: View, at: int) -> bool:
    gap = view.text[view.words[at].end - view.offset : view.words[at + 1].start - view.offset]
    return any(mark in gap for mark in ";:.()—–«»")


def _being(view: View) -> Iterator[Hit]:
    """« l'échéance étant fixer au 6 », « sa santé se trouve détériorer »."""
    for at in range(1, len(view.words)):
        target = view.words[at]
        if not bare(target):
            continue
        back = at - 1
        while back > 0 and view.low(back) in ("déjà", "pas", "bien", "toujours", "plus", "donc", "encore"):
            back -= 1
        verb = view.words[back]
        found = verb.low == "étant" or (
            "trouver" in lemmas(verb)
            and forms.finite(verb)
            and view.low(back - 1) in ("se", "s'", "me", "nous", "vous")
        )
        if found and view.glued(back, at) and not verb.clitic:
            yield (
                target.start,
                target.end,
                tuple(form for g in "mf" for form in forms.participles(target, g, "s")),
            )


_TEST = "Remplacez par « prendre » ou « pris » : « le format pris », jamais « le format prendre »."
RULES: tuple[Rule, ...] = (
    rule("participe_second_passe", "conjugaison", "Les deux verbes dépendent de « avoir » : le second est aussi au participe, en -é.", "Répétez l’auxiliaire : « il a remplacé… et il a vérifié… ».", _second_past,
         (("Le technicien a remplacé la carte et vérifier la pression.", "vérifié"),),
         ("Le technicien a remplacé la carte et vérifié la pression.", "Il a demandé à signer et parapher le bon.", "Il a osé parler et demander une remise.", "Elle a accepté le poste et travailler ici lui plaît.")),
    rule("participe_etant", "conjugaison", "Après « étant » ou « se trouver », c’est le participe, jamais l’infinitif.", _TEST, _being,
         (("L'échéance étant fixer au 6 mai, réglez avant.", "fixé"), ("Sa santé se trouve détériorer.", "détérioré")),
         ("L'échéance étant fixée au 6 mai, réglez avant.", "Il se trouve que tout va bien.", "L'important étant de participer, venez.")),
)  # fmt: skip
