# ruff: noqa: E501 -- an example stays on one line
"""Commas that are one too many, told by the verbs: between subject, verb and object, behind a link.

Norm: no comma parts the verb from its subject or its object (Grevisse and Goosse, « Le Bon Usage »).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import sure_verb
from ascom_coach.language.syntax.commas import (
    ARTICLES,
    OPENERS,
    SUBJECTS,
    TIME,
    commas,
    head_of,
    verb_at,
    without_comma,
)
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View

_ASKING = frozenset(["demander", "proposer", "prier", "remercier", "conseiller", "permettre", "décider", "accepter", "promettre", "essayer"])  # fmt: skip
_PREPOSITIONS = frozenset(["de", "d'", "à", "dans", "sur", "avec", "sans", "chez", "par"])
_LINKED = frozenset(["ainsi", "parce", "afin", "dès", "alors", "bien", "tandis", "pendant", "pour"])


def _subject_verb(view: View) -> Iterator[Hit]:
    """« Les agents du service technique, passeront jeudi »: the only comma parts the subject from its verb."""
    found = commas(view)
    if len(found) != 1 or any(
        word.low in ("et", "ou", "ni", "plus", "moins", "effet", "revanche", "conséquent")
        for word in view.words[: found[0]]
    ):
        return
    comma = found[0]
    if forms.finite(view.words[comma - 1]) and any(word.low == "et" for word in view.words[comma:]):
        return  # « la marque produit, conditionne et vend »
    size, row = head_of(view)
    here = comma
    while view.low(here) in forms.CLITICS - {"nous", "vous"} and view.words[here + 1 : here + 2]:
        here += 1
    verb = view.words[here]
    relative = (
        size < len(row)
        and row[size].kind in ("qui", "que", "qu", "dont", "où")
        and any(verb_at(view, at) for at in range(row[size].first, comma))
    )
    whole = size and size < len(row) and row[size].kind == "," and row[size].first == comma
    if not (relative or whole) or not size:
        return
    others = [at for at in range(comma, len(view.words)) if at != here and verb_at(view, at)]
    person = "3p" if row[0].number == "p" else "3s"
    sure = sure_verb(verb) or (
        here == comma
        and verb.verb(person)
        and not others
        and not verb.has("P", "R", "C", "D")
        and not verb.verb("ppas")
    )
    if (
        sure
        and forms.has_person(verb, person)
        and not (relative and others)
        and (view.low(here + 1) not in SUBJECTS or _asks_object(view, here + 1))
    ):
        yield without_comma(view, comma)


def _asks_object(view: View, at: int) -> bool:
    """« souhaite vous rencontrer »: the pronoun belongs to the infinitive behind it."""
    after = view.at(at + 1)
    return (
        view.low(at) in ("nous", "vous") and not view.words[at].clitic and bool(after and after.verb("inf"))
    )


def _verb_rest(view: View) -> Iterator[Hit]:
    """« Nous avons reçu, votre règlement », « La salle est, fermée »: the only comma parts the verb from what it needs."""
    found = commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    before, word, after = view.words[comma - 1], view.words[comma], view.at(comma + 1)
    stop = next(
        (at for at in range(comma, len(view.words)) if view.low(at) in ("et", "car", "mais", "puis")),
        len(view.words),
    )
    if any(verb_at(view, at) for at in range(comma, stop)) or view.low(0) in OPENERS:
        return
    helper = before.low in forms.AVOIR | (forms.ETRE - {"fut", "furent"}) and verb_at(view, comma - 1)
    if (
        helper
        and (word.verb("ppas") or word.low in ("bien", "déjà", "pas"))
        and view.low(comma - 2) not in ("qui", "c'", "n'")
    ):
        yield without_comma(view, comma)
        return
    asked = (
        verb_at(view, comma - 1)
        and lemmas(before) & _ASKING
        and word.low in ("de", "d'")
        and view.low(0) in ("nous", "je", "j'")
    )
    if asked and after and after.near and (after.verb("inf") or after.low in forms.CLITICS):
        yield without_comma(view, comma)
        return
    spoken = view.low(0) in ("nous", "je", "j'", "on", "il", "elle", "ils", "elles") or head_of(view)[0]
    if (
        not spoken
        or not after
        or not after.near
        or word.low not in ARTICLES
        or after.low in TIME
        or not after.has("N")
    ):
        return
    if view.words[0].low == "il" and before.low in ("faut", "reste"):
        return
    if any(one.low in _REPEATED for one in view.words[1:comma]):
        return  # « il les a vus, ces clients »: said twice, not cut
    perfect = before.verb("ppas", "t") and view.low(comma - 2) in forms.AVOIR and not before.has("R")
    future = (
        verb_at(view, comma - 1) and before.verb("ifut") and any("t" in one.tags for one in before.readings)
    )
    now = verb_at(view, comma - 1) and before.verb("ipre", "t") and view.low(0) in ("nous", "je", "j'")
    if (perfect or future or now) and not any(
        one.low in ("que", "qu'", "qui", "dont", "où", "si") for one in view.words
    ):
        yield without_comma(view, comma)


_REPEATED = frozenset(["le", "la", "les", "l'", "en", "y"])


def _linked(view: View) -> Iterator[Hit]:
    """« complet et, qu'il faut », « demandé si, la salle »: nothing stands between a link and what it brings."""
    found = commas(view)
    if not found or view.text.rstrip().endswith(","):
        return
    comma = found[-1]
    link, word = view.low(comma - 1), view.words[comma]
    late = len(found) == 1 and comma > 2
    bound = link in ("et", "ou", "ni") and word.low in {"que", "qu'", "qui"} | ARTICLES | SUBJECTS
    asks = link in ("si", "que", "qu'", "dont") and word.low in ARTICLES | SUBJECTS
    held = link in _PREPOSITIONS and len(found) == 1
    held = held or (len(found) == 1 and link in _LINKED and word.low in ("que", "qu'"))
    if (held or (late and (bound or asks))) and view.words[comma - 1].near:
        yield without_comma(view, comma)


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("sujet_separe", "Pas de virgule entre le sujet et son verbe.", "Lisez d’un trait : « les agents passeront ».", by_view(_subject_verb),
          (("Les agents du service technique, passeront jeudi.", "technique"), ("Le guichet, ferme à midi.", "guichet"), ("L'agence qui a ouvert en mai, recrute deux personnes.", "mai")),
          ("Les agents du service technique passeront jeudi.", "Le soir, ferme le guichet.", "Le café, le thé, le lait manquent.", "Le guichet, fermé à midi, rouvre à 14 h.", "Le bus arrive, prends ton sac.")),
    mark_rule("verbe_suite", "Pas de virgule entre le verbe et ce qui le complète.", "Lisez d’un trait : « nous avons reçu votre lettre ».", by_view(_verb_rest),
          (("Nous avons reçu, votre règlement le 3 avril.", "reçu"), ("La salle est, fermée pour travaux.", "est"), ("Nous vous enverrons, le contrat demain.", "enverrons")),
          ("Nous avons reçu votre règlement le 3 avril.", "Il a appelé, le soir même.", "Nous avons reçu, hier, votre lettre.", "Elle a refusé, mais la salle est libre.")),
    mark_rule("lien", "Pas de virgule entre un mot de liaison et ce qu’il introduit.", "Lisez d’un trait : « et qu’il faut ».", by_view(_linked),
          (("Le stage est complet et, qu'il faut attendre.", "et"), ("Il a demandé si, la salle était libre.", "si"), ("La commande et, la facture sont jointes.", "et")),
          ("Le stage est complet et il faut attendre.", "Il est venu et, si possible, reviendra.", "Il a dit que, le lundi, la salle ferme.")),
)
# fmt: on
