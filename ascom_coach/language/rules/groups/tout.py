# ruff: noqa: E501 -- an example stays on one line, and lists of words read better as text
"""« Tout » and the noun it announces: « tous ces idiotes », « toutes des costauds », « tout hommes », « toute autres »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import forms_of_noun, numbers_of
from ascom_coach.language.syntax.view import View, Word

_FORMS = {"tout": ("m", "s"), "toute": ("f", "s"), "tous": ("m", "p"), "toutes": ("f", "p")}
_BY = {shape: form for form, shape in _FORMS.items()}
_MANY = frozenset(["les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs"])
_BEFORE = frozenset(
    [
        "de",
        "à",
        "en",
        "pour",
        "par",
        "avec",
        "sur",
        "contre",
        "sans",
        "dans",
        "entre",
        "sous",
        "envers",
        "et",
        "ou",
        "d'",
        "vers",
        "malgré",
        "avant",
        "après",
        "hors",
    ]
)
_FREE = frozenset(
    [
        "fait",
        "compte",
        "coup",
        "terrain",
        "venant",
        "bois",
        "feu",
        "feux",
        "monde",
        "temps",
        "gens",
        "deux",
        "trois",
        "sucre",
        "miel",
        "autres",
        "autre",
        "fois",
    ]
)


def _gender(word: Word) -> str:
    """The only gender the noun has; empty when it has both or none."""
    genders = {one.gender for one in word.readings if one.pos in "NA"}
    return next(iter(genders)) if len(genders) == 1 and genders <= {"m", "f"} else ""


def _plain_noun(word: Word | None) -> bool:
    return bool(word and word.near and not word.clitic and word.text[:1].islower() and word.has("N") and not word.has("P", "D", "R", "C", "O") and not word.verb("inf"))  # fmt: skip


def _group(view: View) -> Iterator[Hit]:
    """« tous ces idiotes », « toutes mes bars », « toutes des costauds »: gender, with a determiner between."""
    for at in range(len(view.words) - 2):
        word, det, noun = view.words[at], view.words[at + 1], view.words[at + 2]
        shape = _FORMS.get(word.low)
        if not shape or shape[1] != "p" or not det.near or det.low not in _MANY or not _plain_noun(noun):
            continue
        before = view.words[at - 1] if at and word.near else None
        if before and (
            before.low in ("à", "et")
            or (
                forms.finite(before)
                and (det.low != "ces" or any(forms.has_person(before, one) for one in ("1p", "2p", "3p")))
            )
        ):
            continue  # « elles portent toutes des chapeaux », « je vous présente à tous mes excuses »
        if "-" in noun.low or (det.low == "les" and (noun.verb() or noun.only("V"))):
            continue
        gender = _gender(noun)
        if gender and gender != shape[0] and noun.low != "gens":
            yield word.start, noun.end, (cased(word.text, f"{_BY[gender, 'p']} {det.text} {noun.text}"),)


def _bare(view: View) -> Iterator[Hit]:
    """« contre tout arrangements », « tout hommes », « toutes femme », « toute époux »: no determiner between."""
    for at in range(len(view.words) - 1):
        word, noun = view.words[at], view.words[at + 1]
        shape = _FORMS.get(word.low)
        if not shape or not _plain_noun(noun) or noun.low in _FREE or word.clitic:
            continue
        before = view.low(at - 1) if at and word.near else ""
        if before and before not in _BEFORE:
            continue
        if noun.verb() or noun.has("A") or noun.low in ("flamme", "est", "ouest", "non", "oui"):
            continue
        numbers, gender = numbers_of(noun), _gender(noun)
        wrong_number = numbers in ({"s"}, {"p"}) and shape[1] not in numbers
        wrong_gender = gender and gender != shape[0]
        if not (wrong_number or wrong_gender):
            continue
        fixes: tuple[str, ...]
        if wrong_number and not wrong_gender:
            fixed = next(iter(forms_of_noun(noun, shape[1])), noun.text)
            many = next(iter(numbers))
            other = _BY[shape[0], many]
            fixes = (f"{word.text} {fixed}", cased(word.text, f"{other} {noun.text}"))
        else:
            many = next(iter(numbers)) if numbers in ({"s"}, {"p"}) else shape[1]
            fixes = (cased(word.text, f"{_BY[gender or shape[0], many]} {noun.text}"),)
        yield word.start, noun.end, fixes


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("accord_tous_genre", "accord", "« Tous » devient « toutes » devant un nom féminin pluriel.", "Le nom est-il féminin ? « toutes ces personnes ».",
         by_view(_group), (("Tous ces factures sont réglées.", "Toutes ces factures"), ("Malgré toutes mes efforts, rien ne bouge.", "tous mes efforts")), ("Toutes ces factures sont réglées.", "Tous les enfants jouent.", "Ils les ont toutes.", "Tous des élèves sérieux.")),
    Rule("accord_tout_nom", "accord", "« Tout » et le nom qui suit ont le même genre et le même nombre.", "« tout homme », « tous les hommes », « toute femme », « toutes les femmes ».",
         by_view(_bare), (("Nous sommes contre tout arrangements.", "tout arrangement"), ("Un accord avec toutes femme est possible.", "toutes femmes")), ("Nous sommes contre tout arrangement.", "De toutes sortes.", "Tout compte fait, non.", "Ils sont tout contents.", "Tous publics.")),
)
# fmt: on
