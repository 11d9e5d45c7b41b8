# ruff: noqa: E501 -- an example stays on one line
"""Two sentences run into each other: « Le client n'a pas payé il attend son avoir ».

Norm: independent clauses are parted by a full stop, a semicolon, a comma or a link (Grevisse and Goosse, « Le Bon Usage »).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, cased, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.commas import ARTICLES, SUBJECTS, TITLES, verb_at
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View, Word

_JOINED = frozenset(
    ["que", "qu'", "dont", "où", "qui", "quoi", "si", "s'", "quand", "lorsque", "lorsqu'", "comme", "puisque", "puisqu'", "quoique", "quoiqu'",
     "mais", "car", "donc", "or", "ni", "soit", "plus", "moins", "autant", "tant", "mieux", "chaque", "fois", "combien", "comment", "pourquoi",
     "quel", "quelle", "quels", "quelles",  "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "auxquels", "auxquelles", "duquel", "laquelle", "peine", "peut-être", "aussi", "ainsi", "encore", "importe", "tel", "telle",
     "jamais", "sitôt", "aussitôt", "parce", "selon", "même"]
)  # fmt: skip
"""What brings a clause of its own, or lets a subject follow without a mark."""
_SAID_ASIDE = frozenset(["croire", "penser", "sembler", "paraître", "dire", "espérer", "supposer", "imaginer", "savoir", "voir", "avouer", "préciser"])  # fmt: skip
"""« Le colis est je crois perdu »: two words said in passing."""


def _begins(view: View) -> bool:
    """Whether the sentence opens with a subject, « merci » or an order."""
    first = view.words[0]
    opens = first.low in SUBJECTS or first.low in TITLES or first.low in ("ce", "c'", "merci", "cela")
    order = first.low.endswith("ez") and first.verb("impe")
    return opens or first.has("D") or order


def complete(word: Word) -> bool:
    """Whether a clause may end with the word."""
    if word.low in _JOINED or word.low in SUBJECTS or word.low[-1:] == "'" or len(word.low) < 2:
        return False
    ended = word.has("N", "A", "S", "R") or word.verb("ppas") or word.verb("inf")
    held = word.has("D", "P", "C") and word.low != "passé"
    return ended and not held and not (word.only("V") and forms.finite(word))


def _run_on(view: View) -> Iterator[Hit]:
    """« Votre commande est prête vous pouvez passer »: a whole clause, then a subject and its verb."""
    if len(view.words) < 6 or not _begins(view) or any(mark in view.text for mark in '?«»"():'):
        return
    seen = view.low(0) == "merci" or view.low(0).endswith("ez")
    for at in range(1, len(view.words) - 1):
        word, before = view.words[at], view.words[at - 1]
        if word.low in _JOINED or not word.near or word.clitic:
            return
        subject = word.low in SUBJECTS and word.low != "tu"
        order = word.low.endswith("ez") and word.verb("impe") and view.words[at + 1].clitic
        thanks = word.low == "merci" and view.low(at + 1) in ("de", "d'") and "dire" not in lemmas(before)
        if seen and at > 2 and complete(before) and (order or thanks or _group_verb(view, at)):
            yield (
                before.start,
                word.end,
                (f"{before.text} ; {word.text}", f"{before.text}. {cased('A', word.text)}"),
            )
            return
        if subject and seen and at > 2 and complete(before) and verb_of(view, at):
            fixes = (f"{before.text} ; {word.text}", f"{before.text}. {cased('A', word.text)}")
            yield before.start, word.end, fixes
            return
        seen = seen or verb_at(view, at)


def _group_verb(view: View, at: int) -> bool:
    """Whether a group with its determiner begins at `at` and its verb follows: « la livraison est prévue »."""
    if view.low(at) not in ARTICLES:
        return False
    group = next((one for one in chunks(view) if one.first == at and one.kind == "N" and not one.prep), None)
    if group is None or group.last == at or group.last + 2 > len(view.words) - 1 or not group.number:
        return False
    verb = view.words[group.last + 1]
    if not view.glued(at, group.last + 1) or verb.verb("ppas") or verb.verb("inf"):
        return False
    sure = verb.only("V") or verb.low in ("est", "sont", "a", "ont", "sera", "seront", "était", "étaient")
    return (
        sure
        and forms.has_person(verb, "3p" if group.number == "p" else "3s")
        and view.words[group.last].has("N")
    )


def verb_of(view: View, at: int) -> bool:
    """Whether the pronoun at `at` is followed by its verb, and the verb by something."""
    here = at + 1
    while view.low(here) in forms.CLITICS:
        if view.low(here) == "y" and view.low(here + 1) in ("a", "avait", "aura"):
            return False  # « nous l'avons reçu il y a deux jours »
        here += 1
    verb = view.at(here)
    if verb is None or not view.glued(at, here) or verb.verb("inf") or verb.verb("ppas"):
        return False
    sure = view.low(at) not in ("nous", "vous") or verb.only("V") or verb.low in forms.ETRE | forms.AVOIR
    if not sure or not forms.has_person(verb, forms.PERSONS[view.low(at)]):
        return False
    return not lemmas(verb) & _SAID_ASIDE or view.low(here + 1) in ("que", "qu'")


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("phrases_collees", "Deux phrases se suivent sans rien qui les sépare.", "Chacune a son sujet et son verbe : un point, un point-virgule, ou un mot de liaison.", by_view(_run_on),
          (("Le fournisseur n'a pas livré il attend notre chèque.", "livré ; il"), ("Votre vélo est réparé vous pouvez passer ce soir.", "réparé ; vous"), ("Merci de votre patience nous revenons vers vous lundi.", "patience ; nous"),
           ("Je suis en retard je préviens mon équipe.", "retard ; je"), ("Le dépanneur est passé il a changé le joint.", "passé ; il")),
          ("Le fournisseur n'a pas livré : il attend notre chèque.", "Le jour où le vélo est réparé nous vous appelons.", "Nous l'avons reçu il y a deux jours.", "Le colis arrive je pense demain.", "La pièce livrée hier nous convient.",
           "La plupart d'entre nous avons voté.", "Ma sœur et nous avons signé.", "Vos bureaux sont ouverts demain sont ils ?", "Plus le délai est long plus il coûte.", "C'est bien vous qui êtes venus.")),
)
# fmt: on
