# ruff: noqa: E501 -- an example stays on one line
"""The adjective after its noun: colours, « dû », a noun of a noun."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import PLACES, PLURALS, changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.noungroup import SHADES, numbers_of, only_adjective
from ascom_coach.language.syntax.shapes import shape
from ascom_coach.language.syntax.view import View, Word

_COLOURED = frozenset(
    ["orange", "marron", "crème", "turquoise", "kaki", "bordeaux", "saumon", "ocre", "émeraude", "lavande"]
)

_SHADES = SHADES | {"électrique", "foncée", "claire", "foncés", "clairs", "foncées", "claires"}
"""With those that learners make agree."""


_COLOURS = frozenset(
    ["bleu", "vert", "gris", "rouge", "jaune", "noir", "blanc", "rose", "brun", "beige", "violet"]
)


def _colours(view: View) -> Iterator[Hit]:
    """« Trois cahiers marrons », « des tuiles grises clair »: a noun used as a colour, or a shade, changes nothing."""
    for at in range(1, len(view.words)):
        word = view.words[at]
        if not word.near or not word.text.islower():
            continue
        if (
            word.low.endswith("s")
            and word.low[:-1] in _COLOURED
            and view.words[at - 1].has("N")
            and numbers_of(view.words[at - 1]) == {"p"}
            and (view.words[at - 2].has("D") or view.low(at - 2) in PLURALS)
            and at > 1
        ):
            yield from changed(word, (word.low[:-1],))
        after = view.low(at + 1)
        base = next((one.lemma for one in word.readings if one.pos == "A"), "")
        if (
            base in _COLOURS
            and word.low != base
            and after in _SHADES
            and view.words[at + 1].near
            and view.words[at - 1].has("N")
        ) and not (after.endswith(("s", "e")) and after not in ("marine", "pâle", "électrique")):
            yield from changed(word, (base,))


def _due(view: View) -> Iterator[Hit]:
    """« La somme du à la banque »: « due »."""
    for at in range(1, len(view.words) - 1):
        noun, word = view.words[at - 1], view.words[at]
        if (
            word.low not in ("du", "dû")
            or view.low(at + 1) not in ("au", "aux", "à")
            or not view.glued(at - 1, at + 1)
            or not noun.has("N")
        ):
            continue
        shape = forms.noun_shape(noun)
        if shape and shape[0] == "e" and view.low(at - 2) in ("la", "une", "cette"):
            shape = ("f", shape[1])
        wanted = {("f", "s"): "due", ("f", "p"): "dues", ("m", "p"): "dus", ("m", "s"): "dû"}.get(
            shape or ("", "")
        )
        if wanted and wanted != word.low:
            yield from changed(word, (wanted,))


def only_adjective_or_colour(word: Word) -> bool:
    """An adjective and nothing else; « grise » and « blanche » are also forms of rare verbs."""
    if word.has("V"):
        return word.has("A") and word.low.endswith(
            ("blanche", "grise", "verte", "noires", "noire", "blanches", "grises", "bleue")
        )
    return only_adjective(word)


def _noun_then_adjective(view: View) -> Iterator[Hit]:
    """« Des cartes routier », « la date de la commande annuel »: the adjective agrees with no noun before it."""
    row = chunks(view)
    for at in range(len(row)):
        if row[at].kind != "N":
            continue
        last = row[at].last
        target = view.at(last + 1)
        if (
            not target
            or not target.near
            or target.clitic
            or not target.text.islower()
            or not only_adjective_or_colour(target)
        ):
            continue
        if target.has("N") and target.low.rstrip("es").endswith(("ant", "ent")):
            continue
        if target.has("R", "P") or not target.low.endswith(_ENDINGS):
            continue
        after = view.at(last + 2)
        if (
            after
            and after.near
            and (
                after.low in ("et", "ou")
                or after.low in _SHADES
                or (after.has("N") and not after.has("P", "R", "D", "V"))
            )
        ):
            continue
        if after and not after.near and only_adjective(after) and target.low[-1:] not in "sx":
            continue  # « les secteurs sanitaire, social et sportif »
        nouns = [row[at]]
        back = at
        while (
            nouns[-1].prep
            and back > 0
            and row[back - 1].kind == "N"
            and view.glued(row[back - 1].first, row[back].first)
        ):
            back -= 1
            nouns.append(row[back])
        if (nouns[-1].prep not in ("", "des", "P", "à") and len(nouns) == 1) or (
            back and row[back - 1].kind in ("et", "ou", ",")
        ):
            continue
        bare = view.words[0] if len(nouns) > 1 and nouns[-1].last == 0 else None
        if bare and shape(bare).noun & shape(target).adjective:
            continue  # « Droits d’auteur insuffisants »
        nouns = [nouns[0], *(one for one in nouns[1:] if one.first < one.last)]
        if (
            any(not one.number or view.words[one.last].text[:1].isupper() for one in nouns)
            or nouns[0].first == nouns[0].last
        ):
            continue
        if any(view.words[one.last].low in PLACES | _NO_NOUNS for one in nouns):
            continue
        if any(one.number not in numbers_of(view.words[one.last]) | {"i"} for one in nouns) or any(
            forms.agrees(target, one.gender, one.number) for one in nouns
        ):
            continue
        yield from changed(target, forms.agreed(target, nouns[0].gender, nouns[0].number))


_NO_NOUNS = frozenset(["fois", "air", "type", "genre", "être", "exemple", "ailleurs", "avance"])
"""« sont par exemple nécessaires », « besoin d'être visibles »: what follows describes another word."""
_ENDINGS = ("ier", "ière", "iers", "ières", "el", "elle", "els", "elles", "al", "ale", "aux", "ales", "eux", "euse", "euses", "if", "ive", "ifs", "ives", "ien", "ienne", "iens", "iennes", "ique",
            "iques", "aire", "aires", "able", "ables", "ible", "ibles", "blanc", "blanche", "blancs", "blanches", "gris", "grise", "grises", "vert", "verte", "verts", "vertes", "bleu",
            "bleue", "bleus", "bleues", "noir", "noire", "noirs", "noires", "neuf", "neuve", "neufs", "neuves", "complet", "complète", "ant", "ante", "ants", "antes",
            "ent", "ente", "ents", "entes", "ain", "aine", "ains", "aines", "court", "longue", "vide", "vides", "propre", "propres", "rouge", "rouges", "jaune", "jaunes")  # fmt: skip


RULES: tuple[Rule, ...] = (
    rule("accord_couleur", "accord", "Un nom employé comme couleur, ou une couleur précisée par un autre mot, ne change pas.", "« de la couleur d’une orange », « d’un bleu marine ».", _colours,
         (("Trois cahiers marrons traînent.", "marron"), ("Ces tuiles grises clair sont neuves.", "gris")), ("Trois cahiers marron traînent.", "Ces tuiles gris clair sont neuves.", "Ces tuiles grises sont neuves.")),
    rule("accord_du", "accord", "« Dû » s’accorde : « la somme due », « les frais dus ».", "Remplacez par « versée » : féminin, donc « due ».", _due,
         (("La somme du à la banque est versée.", "due"),), ("La somme due à la banque est versée.", "Le retard dû aux travaux.")),
    rule("accord_nom_adjectif", "accord", "L’adjectif s’accorde avec le nom qu’il décrit.", "Qu’est-ce qui est… ? Accordez avec la réponse.", _noun_then_adjective,
         (("Prévoyez des cartes routier.", "routières"), ("Les membres de l'équipe commercial viendront.", "commerciale"), ("Les frais annexe de la commande annuel.", "annuelle")) [:2],
         ("Prévoyez des cartes routières.", "Les membres de l'équipe commerciale viendront.", "La date de la commande annuelle.", "Les délais de livraison habituels.", "Des langues française et anglaise.")),
)  # fmt: skip
