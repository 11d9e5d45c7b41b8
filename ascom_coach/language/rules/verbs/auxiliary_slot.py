# ruff: noqa: E501 -- an example stays on one line
"""After « avoir » and « être »: a conjugated form that sounds like the participle, or lacks only its accent.

« Nous avons règle la facture », « elle s'est trompe de dossier », « l'erreur que nous avons commit », « avant d'avoir finit ».
What follows tells the participle from a bare noun (« nous avons charge d'âmes », « il est juge »).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ascom_coach.language.phonetic import sound
from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import participles_of, past, past_subject
from ascom_coach.language.syntax.noungroup import is_article
from ascom_coach.language.syntax.view import View, Word

_HAVE = forms.AVOIR - {"eu"}
_BE = forms.ETRE - {"été", "soit"}
_AUXILIARIES = _HAVE | _BE
_OBJECTS = frozenset(
    ["le", "la", "les", "l'", "un", "une", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos",
     "votre", "vos", "leur", "leurs", "deux", "trois", "quatre", "cinq", "six", "dix", "tout", "toute", "tous", "toutes", "plusieurs", "quelques",
     "certains", "certaines", "que", "qu'", "chaque", "celui", "celle", "ceux", "celles"]
)  # fmt: skip
"""What opens the object of a verb: a noun without determiner, as in « avoir charge de », has none behind it."""
_LOCUTIONS = frozenset(
    ["envie", "peine", "charge", "garde", "cure", "cause", "figure", "trace", "crainte", "rage"]
)
_SHORT = {"pouvoir": "pu", "savoir": "su"}
_ELSEWHERE = frozenset(["là", "ici", "hier", "demain", "tout", "tous", "toutes", "ensemble", "quand"])
"""Behind these, « être » has said what it had to, and another verb may follow."""
_OF = frozenset(["cesse"])
"""« il n'a de cesse », but « il a cesse de » is the verb."""
_NOT_VERBS = ("P", "D", "R", "C", "O", "A", "G")
_SELF = frozenset(["s'", "se", "m'", "t'"])
_REPORTS = frozenset(["ce", "quoi"])


@lru_cache(maxsize=4096)
def _alike(word: Word) -> tuple[str, ...]:
    """Participles of the verb of `word` that sound like it, or differ by the accent of the last letter."""
    key = sound(word.low)
    return tuple(
        one
        for one in (
            *participles_of(word),
            *(_SHORT[lemma] for lemma in forms.infinitives(word) if lemma in _SHORT),
        )
        if one == f"{word.low[:-1]}é"
        or _bare(one) in (_bare(word.low), _bare(word.low[:-1]))
        or sound(one) == key
    )


def _bare(low: str) -> str:
    """Without the accents that a hurried hand forgets: « règle » and « réglé » alike."""
    return low.replace("è", "e").replace("é", "e").replace("ê", "e").replace("û", "u")


def _conjugated_only(word: Word | None) -> bool:
    """A conjugated form that is neither participle, infinitive nor auxiliary."""
    return bool(
        word
        and not word.clitic
        and word.text.islower()
        and len(word.low) > 2
        and forms.finite(word)
        and not word.verb("ppas")
        and not word.verb("inf")
        and word.low not in forms.AUXILIARIES
        and not word.has(*_NOT_VERBS)
    )


def _reflexive(view: View, at: int) -> bool:
    """Whether the auxiliary at `at` is that of a pronominal verb: « s'est », « vous vous êtes », « je me suis »."""
    before = view.low(at - 1)
    if before in ("ne", "n'", "en", "y"):
        before = view.low(at - 2)
    return before in _SELF or (before == "me" and view.low(at) in ("suis", "serais", "serai")) or (
        before in ("nous", "vous") and view.low(at - 2) == before)  # fmt: skip


def _sounded(view: View) -> Iterator[Hit]:
    for at, word in enumerate(view.words[:-1]):
        if word.low not in _AUXILIARIES:
            continue
        end = past(view, past_subject(view, at + 1))
        target = view.at(end)
        if not target or not view.glued(at, end) or not _conjugated_only(target):
            continue
        after = view.at(end + 1)
        if (after and after.clitic) or (word.low in _BE and view.low(end - 1) in _ELSEWHERE):
            continue
        if (
            word.low in ("avoir", "être")
            and at
            and (view.words[at - 1].has("N") or not view.words[at - 1].near)
        ):
            continue  # « l'auxiliaire avoir précède… »
        lead = view.at(at - 1)
        if (
            word.has("N")
            and word.near
            and lead
            and (lead.has("A") or (lead.has("D") and is_article(view, at - 1)))
        ):
            continue  # « l'arrivée de nouveaux avions entraîne »
        alike = _alike(target)
        if not alike or not _has_its_subject(view, at):
            continue
        if not target.only("V") and not _no_noun(view, at, end, target):
            continue
        if target.only("V") and target.low.endswith("e") and view.low(at - 1) in _REPORTS | {"que", "qu'"}:
            continue
        yield target.start, target.end, (*alike, *_plurals(view, at, target))


def _has_its_subject(view: View, at: int) -> bool:
    """« a » may stand for « à » and « as » for a card: they need a subject or a negation right before."""
    word, before = view.words[at], view.at(at - 1)
    if word.low not in ("a", "as"):
        return True
    if before is None or not word.near:
        return word.clitic
    return (
        before.low in forms.PERSONS
        or before.low in forms.CLITICS
        or before.low in ("qui", "cela", "ça", "on", "chacun", "celui-ci", "celle-ci")
        or before.has("N", "S")
        or (not before.readings and before.text[:1].isupper())
        or before.low == "et"
    )


def _no_noun(view: View, at: int, end: int, target: Word) -> bool:
    """Whether the form, which may be a noun elsewhere, can only be the verb here."""
    if _reflexive(view, at) and view.low(at) in _BE:
        return True
    if all(one.tags & {"ipsi", "simp"} for one in target.readings if one.pos == "V"):
        return view.low(at) in _HAVE
    if view.low(at) not in _HAVE or target.low in _LOCUTIONS:
        return view.low(at) in _BE and end > at + 1 and view.low(end - 1).endswith("ment")
    after = view.at(end + 1)
    if not after or not after.near:
        return False
    if target.low == "somme" and after.low == "toute":
        return False
    return after.low in _OBJECTS or (target.low in _OF and after.low in ("de", "d'"))


def _plurals(view: View, at: int, target: Word) -> tuple[str, ...]:
    """The agreed participles, when what is spoken of may stand before."""
    if view.low(at) in _HAVE and not any(one.low in ("que", "qu'", "les") for one in view.words[:at]):
        return ()
    return (*forms.participles(target, "f", "s"), *forms.participles(target, "m", "p"), *forms.participles(target, "f", "p"))  # fmt: skip


RULES: tuple[Rule, ...] = (
    rule("auxiliaire_participe", "conjugaison", "Après « avoir » ou « être », le verbe est au participe passé.", "Remplacez par « pris » : si cela se dit, c’est un participe (-é, -i, -u).", _sounded,
         (("Nous avons règle la facture.", "réglé"), ("Il a demande un devis.", "demandé"), ("Elle s'est trompe de dossier.", "trompé"), ("L'erreur que nous avons commit est réparée.", "commis"),
          ("Vous n'avez pas encore finit.", "fini"), ("Si j'avais sut, je serais venu.", "su"), ("Il a cesse de pleuvoir.", "cessé")),
         ("Nous avons réglé la facture.", "Il a charge de famille.", "Elle est juge et partie.", "Il a envie de venir.", "Vous avez confiance en elle.", "Ce qu'elle a vaut cher.",
          "La réponse est oui.", "Nous avons commande et facture sous les yeux.", "Elle est membre du bureau.", "Le dossier est complet et valide.", "Il n'a de cesse de relancer.")),
)  # fmt: skip
