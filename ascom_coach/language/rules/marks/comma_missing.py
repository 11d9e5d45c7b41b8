# ruff: noqa: E501 -- an example stays on one line
"""Commas that are missing, told by the verbs: behind what opens a sentence, around an aside or a person called.

Norm: an aside, an opening clause and a person called are set apart by commas (Grevisse and Goosse, « Le Bon Usage »).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import gap, sure_verb
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.commas import (
    ARTICLES,
    HELD,
    OPENERS,
    SUBJECTS,
    TITLES,
    before_verb,
    comma_after,
    commas,
    head_of,
    unbroken,
    verb_at,
    verb_begins,
)
from ascom_coach.language.syntax.view import View

_AIMS = frozenset(["afin", "avant", "pour", "sans", "faute"])
_THAT = frozenset(["dès", "bien", "tant", "après", "avant", "pour", "afin", "depuis", "pendant"])


def _opening(view: View) -> Iterator[Hit]:
    """« Comme la route était bloquée le car a fait demi-tour », « Afin de réduire les coûts la mairie éteint »."""
    first, second = view.low(0), view.low(1)
    aim = first in _AIMS and (second in ("de", "d'") or (first in ("pour", "sans") and _infinitive(view)))
    clause = first in OPENERS or (first in _THAT and second in ("que", "qu'"))
    if not (aim or clause) or len(view.words) < 7 or not unbroken(view):
        return
    start = 2 if second in ("que", "qu'", "de", "d'") else 1
    if any(word.low in HELD for word in view.words[start:]) or any(word.clitic for word in view.words):
        return
    verbs = [at for at in range(start, len(view.words)) if verb_at(view, at)]
    wanted = 1 if clause else 0
    if len(verbs) == wanted:  # « la mairie éteint les lampes »: a participle too
        likely = (
            at
            for at in range(start + 3, len(view.words) - 1)
            if view.words[at].has("V") and not view.words[at].has("N") and view.low(at)[-1:] == "t"
        )
        verbs += [
            at for at in likely if forms.has_person(view.words[at], "3s") and view.low(at + 1) in ARTICLES
        ][:1]
    if len(verbs) != wanted + 1 or (clause and verbs[1] - verbs[0] < 3):
        return
    verb = verbs[wanted]
    here = before_verb(view, verb)
    if here > 2 and view.words[here - 1].only("A"):
        here -= 1  # « le ramassage scolaire »
    group = next((one for one in chunks(view) if one.last == here - 1 and one.kind == "N"), None)
    if not group or group.first < start + 2 or group.prep or view.low(group.first) not in ARTICLES:
        return
    before = view.words[group.first - 1]
    ended = (
        before.has("N", "A", "S")
        or before.verb("ppas")
        or before.low in ("le", "permet", "arrivera")
        or (clause and verbs[0] == group.first - 1)
    )
    fits = forms.has_person(view.words[verb], "3p" if group.number == "p" else "3s")
    alone = clause or any(one.kind == "N" and not one.prep and one.last < group.first for one in chunks(view))
    if ended and fits and alone and not before.has("D", "P"):
        yield comma_after(view, group.first - 1)


def _infinitive(view: View) -> bool:
    here = 1
    while view.low(here) in forms.CLITICS:
        here += 1
    word = view.at(here)
    return bool(word and word.verb("inf") and not word.has("N"))


def _aside_end(view: View) -> Iterator[Hit]:
    """« Le menuisier, qui habite tout près peut passer », « Le directeur, M. Brun a signé », « Le dépôt, situé à Brest ouvre »."""
    found = commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    size, row = head_of(view)
    if not size or size >= len(row) or row[size].kind != "," or row[size].first != comma:
        return
    opener = view.words[comma]
    relative, named = opener.low in ("qui", "dont", "que", "qu'"), opener.low in TITLES
    said = comma
    while view.words[said].only("R") and view.words[said + 1 : said + 2]:
        said += 1  # « , pourtant sérieux »
    described = view.words[said].has("A") and not sure_verb(view.words[said])
    if not (relative or named or described or (opener.verb("ppas") and not sure_verb(opener))):
        return
    if any(
        word.low in ("et", "ou", "que", "qu'", "où", "mais", "si", "quand")
        for word in view.words[comma + 1 :]
    ):
        return
    verbs = [
        at
        for at in range(comma, len(view.words))
        if verb_at(view, at) or (view.low(at) == "a" and view.words[at - 1].text[:1].isupper())
    ]
    wanted = 1 if relative else 0
    if len(verbs) != wanted + 1:
        return
    verb = verbs[wanted]
    here = before_verb(view, verb)
    before = view.words[here - 1]
    person = "3p" if row[0].number == "p" else "3s"
    if (here - 1 <= verbs[0] and relative) or here < comma + 2:
        return
    if forms.has_person(view.words[verb], person) and not before.has("P", "D") and before.low not in SUBJECTS:
        yield comma_after(view, here - 1)


def _connector(view: View) -> Iterator[Hit]:
    """« Le bus, en effet ne passe plus », « La réunion en effet, est annulée »: one comma of the two."""
    found = commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    size, row = head_of(view)
    if not size:
        return
    for at in range(1, len(view.words) - 1):
        low, last = view.low(at), at
        if low in ("en", "par") and view.low(at + 1) in (
            "effet",
            "revanche",
            "contre",
            "conséquent",
            "ailleurs",
        ):
            last = at + 1
        elif low not in ("cependant", "toutefois", "néanmoins", "pourtant"):
            continue
        verb = verb_begins(view, last + 1)
        if not verb:
            return
        if comma == at and view.words[last + 1].near and row[size : size + 1] and row[size].first == comma:
            yield (
                view.words[at].start,
                view.words[last].end,
                (view.text[view.words[at].start - view.offset : view.words[last].end - view.offset] + ",",),
            )
        elif comma == last + 1 and view.words[at].near and any(one.last == at - 1 for one in row[:size]):
            yield comma_after(view, at - 1)
        return


def _as_for(view: View) -> Iterator[Hit]:
    """« Quant au parking il reste ouvert »."""
    if view.low(0) != "quant":
        return
    for at in range(3, min(9, len(view.words) - 1)):
        if not view.words[at].near or view.low(at) in HELD:
            return
        if view.low(at) in SUBJECTS and not view.words[at].clitic and view.low(at - 1) != "à":
            if verb_begins(view, at + 1) or forms.finite(view.words[at + 1]):
                yield comma_after(view, at - 1)
            return


def _called(view: View) -> Iterator[Hit]:
    """« Je vous remercie, Madame de votre réponse », « Merci de votre aide Monsieur. »: who is called stands apart."""
    for at in range(2, len(view.words)):
        word = view.words[at]
        if word.text not in ("Madame", "Monsieur", "Mesdames", "Messieurs"):
            continue
        before, after = view.words[at - 1], view.at(at + 1)
        spoken = any(one.low in ("vous", "votre", "vos", "merci") for one in view.words[:at])
        if not spoken:
            return
        if (
            not word.near
            and gap(view, at) == ","
            and after
            and after.near
            and after.low in ("de", "d'", "pour")
            and view.words[0].low in ("je", "nous")
        ):
            yield comma_after(view, at)
        elif (
            word.near
            and after is None
            and before.has("N", "R")
            and before.text.islower()
            and not before.has("P", "D", "C")
            and before.low not in ("cher", "chère", "chers", "chères")
            and at > 2
        ):
            yield comma_after(view, at - 1)
        return


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("place_ouverture", "Ce qui ouvre la phrase, avant le sujet, est suivi d’une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_opening),
          (("Comme la route était bloquée le bus a fait demi-tour.", "bloquée,"), ("Afin de réduire les coûts la mairie éteint les lampes.", "coûts,"), ("Lorsque le camion arrivera le gardien ouvrira.", "arrivera,")),
          ("Comme la route était bloquée, le bus a fait demi-tour.", "Pour ouvrir la porte du local, tirez.", "Quand le client a vu le prix du lot, il a ri.", "Il ferme quand le client signe le bon.")),
    mark_rule("incise_fin", "La précision ouverte par une virgule se ferme par une virgule.", "Enlevez la précision : les deux virgules s’en vont ensemble.", by_view(_aside_end),
          (("Notre menuisier, qui habite tout près peut passer ce soir.", "près,"), ("Le directeur, M. Brun a signé la lettre.", "Brun,"), ("Le guichet, situé au premier étage ouvre à neuf heures.", "étage,")),
          ("Notre menuisier, qui habite tout près, peut passer ce soir.", "Le directeur est absent, M. Brun a signé.", "Le colis, livré hier, est là.")),
    mark_rule("lien_incise", "Un mot de liaison placé après le sujet est entre deux virgules.", "Enlevez-le : les deux virgules s’en vont ensemble.", by_view(_connector),
          (("Le bus, en effet ne passe plus.", "en effet,"), ("Le devis, cependant reste valable.", "cependant,"), ("La réunion en effet, est annulée.", "réunion,")),
          ("Le bus, en effet, ne passe plus.", "Le devis reste cependant valable.")),
    mark_rule("quant_a", "« Quant à… » en tête de phrase est suivi d’une virgule.", "Marquez une pause avant le sujet : c’est la virgule.", by_view(_as_for),
          (("Quant au parking il reste ouvert.", "parking,"),), ("Quant au parking, il reste ouvert.", "Quant à vous, restez.")),
    mark_rule("personne_appelee", "Le nom de la personne à qui l’on parle est détaché par des virgules.", "On s’adresse à quelqu’un : marquez une pause.", by_view(_called),
          (("Je vous remercie, Madame de votre réponse.", "Madame,"), ("Merci de votre aide Monsieur.", "aide,")), ("Je vous remercie, Madame, de votre réponse.", "Merci de prévenir Monsieur Roy.", "Merci de votre aide, Monsieur.")),
)
# fmt: on
