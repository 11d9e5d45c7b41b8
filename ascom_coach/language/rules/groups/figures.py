# ruff: noqa: E501 -- an example stays on one line
"""The number of what a figure counts: « 12 dossiers », « 1 enfant », « 2 000 clients », « en 4 parties »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import PLACES, changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import INTENSE
from ascom_coach.language.syntax.noungroup import forms_of_noun
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR, shape
from ascom_coach.language.syntax.view import View, Word
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS

_FIGURE = re.compile(r"\d+(?: \d{3})*")
_IN_A_STREET = re.compile(r" (?:(?:de |des |du |de la |de l'|d'))?[A-ZÀ-ÖØ-Þ]")
"""« 3 venelle du Four »: a name behind the noun, the figure is the number of a house."""
_SHORT = frozenset(
    ["min", "max", "net", "bis", "ter", "bar", "mol", "cal", "sec", "lux", "mai", "est", "ans", "pas", "vol"]
)
"""Words of three letters that are no plural in waiting: units, « 12 bis », « le 1 est »."""
_KEPT = frozenset([*PLACES, "mois", "demi", "demie", "mille", "courant", "personne", "pour", "plus", "moins", "point", "virgule"])  # fmt: skip
_CLIPPED = frozenset(["mini", "maxi", "extra", "pro", "top"])
_NAMING = frozenset(["le", "la", "l'", "au", "du", "n", "no", "numéro", "page", "et", "ou"])
"""Behind them a figure names and does not count: « le 12 », « page 4 »."""
_LEADS = frozenset(["environ", "seulement", "plus", "moins", "encore", "déjà", "uniquement", "presque", "quelque", "exactement"])  # fmt: skip
_COUNTING = frozenset(
    ["compte", "comptent", "reste", "restent", "manque", "dure", "coûte", "livre", "propose"]
)
_CLITICS = frozenset(["n'", "ne", "en", "y", "qui", "me", "m'", "se", "s'", "lui", "leur"])


def value(word: Word) -> int | None:
    """The whole number that the word writes in figures, its thousands apart or not."""
    return int(word.text.replace(" ", "")) if _FIGURE.fullmatch(word.text) and word.text[0] != "0" else None


def counts(view: View, at: int) -> bool:
    """Whether the figure at `at` counts what follows, and does not name what stands before: « le lot 12 », « le 3 »."""
    word, before = view.words[at], view.at(at - 1)
    if view.text[word.start - view.offset - 1 : word.start - view.offset] not in ("", " ", "(", "\n", "'"):
        return False
    if before is None or not word.near:
        return True
    if before.low in _NAMING or before.text[:1].isdecimal():
        return False
    if before.low in _LEADS or before.low in forms.AUXILIARIES or before.has("P"):
        return True
    if not before.readings or before.has("S"):
        return False
    return not before.has("N") or _verb(view, at - 1)


def _verb(view: View, at: int) -> bool:
    """Whether a word that may be a noun is the verb: « il reste 3 places », « la salle compte 40 chaises »."""
    subject = view.low(at - 1)
    if view.words[at].verb("ppas") and subject in forms.AVOIR:
        return True
    if view.low(at) in _COUNTING and (view.words[at - 1].has("N") or at == 0):
        return True
    return forms.finite(view.words[at]) and (subject in forms.PERSONS or subject in _CLITICS)


def _figures(view: View) -> Iterator[Hit]:
    """« 12 dossier », « J'ai 1 enfants », « découpé en 4 partie », « 2 000 client »."""
    for at in range(len(view.words) - 1):
        word, noun = view.words[at], view.words[at + 1]
        if not word.text[0].isdecimal() or not noun.near or not noun.text.islower() or noun.clitic:
            continue
        number = value(word)
        if (
            not number
            or len(noun.low) < 3
            or noun.low in _SHORT | _KEPT | INTENSE
            or plain(noun.low) in MONTHS
        ):
            continue
        rest = view.text[noun.end - view.offset :]
        if view.text[word.end - view.offset] != " " or rest.startswith(("(s", "·", ".e")):
            continue
        if _IN_A_STREET.match(rest):
            continue
        kind = shape(noun)
        if not kind.nominal or not (kind.noun or kind.adjective) or kind.infinitive or not counts(view, at):
            continue
        if number == 1:
            if at and kind.noun and not (kind.noun | kind.adjective) & SINGULAR and word.near:
                yield from changed(noun, tuple(forms_of_noun(noun, "s")))
        elif not (kind.noun | kind.adjective) & PLURAL and not (
            len(word.text) == 4 and 1900 <= number < 2100
        ):
            if kind.present and view.words[at - 1].has("D"):
                continue  # « les 2 formant un T »
            sure = _announced(view, at) and not (
                kind.participle and view.low(at - 1) in ("de", "d'", "par", "à")
            )
            if (kind.finite or kind.present or kind.participle) and not sure:
                continue
            yield from changed(noun, tuple(forms_of_noun(noun, "p")))


def _announced(view: View, at: int) -> bool:
    """Whether what stands before the figure asks for a noun behind it: « en 4 », « nous avons 25 », « encore 3 »."""
    before = view.at(at - 1)
    if before is None or not view.words[at].near:
        return False
    if before.low in _LEADS or before.low in forms.AVOIR or before.has("P"):
        return True
    return before.has("D") or _verb(view, at - 1) or (forms.finite(before) and before.only("V"))


RULES: tuple[Rule, ...] = (
    rule("accord_chiffre_nom", "accord", "Après « 1 », le nom est au singulier ; dès « 2 », il est au pluriel.", "Lisez le chiffre en toutes lettres.", _figures,
         (("Elle a 1 enfants.", "enfant"), ("Le lot est découpé en 4 partie.", "parties"), ("Il manque 12 dossier.", "dossiers"), ("Il reste 3 facture à payer.", "factures"), ("Nous avons 2 000 client.", "clients"), ("J'ai reçu 5 demande de devis.", "demandes"), ("La salle compte 40 participant.", "participants")),
         ("Elle a 1 enfant.", "Le lot est découpé en 4 parties.", "Il part en 3 mars.", "En 12 mois, tout change.", "Elle habite 12 rue Pasteur.", "Le 12 mars convient.", "Le bus 15 passe ici.", "En 2024 projet terminé.", "Il pèse 0,5 tonne.", "Il reste 12 000 euros.", "Chaque lot 3 contient un guide.", "Le poste 12 facture au client.", "Doit : Mme Le Bihan, 3 venelle du Four.")),
)  # fmt: skip
