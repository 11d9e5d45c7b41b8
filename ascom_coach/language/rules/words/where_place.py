# ruff: noqa: E501 -- an example stays on one line
"""« ou » for « où » behind a noun of place, time or case, before a whole clause: « les jours ou vous seriez libre ».

« Ou » joins two things of the same kind: a noun and a clause with its own subject and verb are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.marks.run_on import verb_of
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.commas import verb_at
from ascom_coach.language.syntax.spine_parts import between
from ascom_coach.language.syntax.view import View

_PLACES = frozenset(
    ["endroit", "lieu", "place", "jour", "moment", "cas", "zone", "pays", "ville", "bureau", "salle", "site", "page", "agence", "magasin", "entrepôt", "rue", "quai", "gare", "hall", "accueil", "étage", "pièce",
     "contexte", "période", "époque", "année", "mois", "semaine", "heure", "dossier", "système", "situation", "domaine", "secteur", "quartier", "région", "commune", "cabinet", "siège", "réception", "local",
     "atelier", "parking", "immeuble", "bâtiment", "maison", "école", "restaurant", "hôtel", "service", "entreprise", "société", "tiroir", "armoire", "classeur", "casier", "tableau", "case", "ligne", "instant",
     "point", "niveau", "mesure", "là", "partout", "date", "matin", "soir", "vitrine", "boutique", "chambre", "couloir"]
)  # fmt: skip
_WHERE = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"])


def _where(view: View) -> Iterator[Hit]:
    yield from _found(view, "")


def _where_comma(view: View) -> Iterator[Hit]:
    """« à Beaune, ou un petit déjeuner vous attend »: a choice may be meant, so it is only asked."""
    yield from _found(view, ",")


def _found(view: View, wanted: str) -> Iterator[Hit]:
    starts = {one.first: one for one in bundles(view)[0]}
    for at in range(1, len(view.words) - 2):
        word, noun, after = view.words[at], view.words[at - 1], view.words[at + 1]
        gap = between(view, at)
        if word.low != "ou" or not after.near or gap != wanted:
            continue
        if view.low(at - 2) in ("ce", "cette", "ces"):
            continue  # « ce mois ou le contrat est rompu »
        if gap == "," and not _at_place(view, at - 1):
            continue
        named = gap == "," and noun.text[:1].isupper()
        if not named and noun.low not in _PLACES and not (noun.low.rstrip("sx") in _PLACES and noun.has("N")):
            continue
        if noun.low not in ("là", "partout") and noun.has("V") and not view.words[at - 2].has("D", "P", "A"):
            continue
        if after.low in _WHERE:
            if gap == "," or not verb_of(view, at + 1) or _parallel(view, at):
                continue
        elif at + 1 in starts:
            verb = view.at(starts[at + 1].last + 1)
            if (
                verb is None
                or not verb.near
                or verb.clitic
                or not verb_at(view, starts[at + 1].last + 1)
                or verb.verb("ppas")
            ):
                continue
            if not (verb.only("V") or verb.low in forms.AUXILIARIES) or _acts_behind(
                view, starts[at + 1].last + 2
            ):
                continue
        elif not (after.low in ("se", "s'") and noun.low == "là"):
            continue
        yield word.start, word.end, (cased(word.text, "où"),)


def _at_place(view: View, at: int) -> bool:
    """« nous ferons halte à Beaune, ou… »: the place stands behind its preposition, or behind a street name."""
    return any(view.low(here) in _IN for here in range(max(0, at - 4), at))


_IN = frozenset(["à", "au", "aux", "en", "dans", "chez", "sur", "place", "rue", "vers", "hormis"])


def _parallel(view: View, at: int) -> bool:
    """« vous passez au bureau ou vous écrivez »: the same subject stands in both clauses."""
    return any(
        one.low == view.low(at + 1) and one.low not in ("il", "on") for one in view.words[:at]
    ) or not any(forms.finite(one) for one in view.words[:at])


def _acts_behind(view: View, at: int) -> bool:
    """« le bureau ou le magasin est fermé … »: no; a group joined by « ou » has one verb for both, the first of all."""
    before = view.words[: max(0, at - 3)]
    return not any(forms.finite(one) and (one.only("V") or one.low in forms.AUXILIARIES) for one in before)


RULES: tuple[Rule, ...] = (
    rule("homophone_ou_proposition", "homophones", "Le lieu et le moment se disent « où », avec un accent.", "Si l’on ne peut pas dire « ou bien », c’est « où ».", _where,
         (("Dites-moi les jours ou vous seriez disponible.", "où"), ("Il évite les zones ou l'offre est faible.", "où"), ("Posez-le là ou se trouve la prise.", "où")),
         ("Dites-moi les jours où vous seriez disponible.", "Le bureau ou le magasin est fermé.", "Il passe au bureau ou au magasin.")),
    rule("ou_lieu_virgule", "homophones", "Le lieu s’écrit « où », avec un accent : est-ce un lieu ?", "Si l’on ne peut pas dire « ou bien », c’est « où ».", _where_comma,
         (("Garez-vous place de la Gare, ou les premières heures sont gratuites.", "où"),),
         ("Nous ferons halte à Beaune, où un repas vous attend.", "Il va à Lyon, ou il appelle demain."), False),
)  # fmt: skip
