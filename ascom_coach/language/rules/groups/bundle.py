# ruff: noqa: E501 -- an example stays on one line
"""Agreement inside a noun group read whole (`bundles.py`): the determiner, the adjectives before and behind the noun."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Fault, bundles
from ascom_coach.language.syntax.noungroup import SHADES, forms_of_noun, only_adjective
from ascom_coach.language.syntax.shapes import FEMALE, MALE, PLURAL, SINGULAR, agreed_in, shape
from ascom_coach.language.syntax.view import View, Word
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS

_OTHERS = {
    "un": "une", "une": "un", "le": "la", "la": "le", "cette": "ce", "ce": "cette", "ma": "mon", "ta": "ton", "sa": "son", "du": "de la",
    "au": "à la", "cet": "cette", "aucun": "aucune", "aucune": "aucun", "nul": "nulle", "nulle": "nul", "ledit": "ladite",
    "ladite": "ledit", "certains": "certaines", "certaines": "certains", "maints": "maintes", "maintes": "maints", "lesdits": "lesdites",
    "lesdites": "lesdits", "auxdits": "auxdites", "auxdites": "auxdits", "desdits": "desdites", "desdites": "desdits",
    "mon": "mes", "ton": "tes", "son": "ses", "notre": "nos", "votre": "vos", "leur": "leurs", "leurs": "leur", "l'": "les",
}  # fmt: skip
_VOWEL = tuple("aeiouyhéèêâîôûœ")


_TWO_GENDERS = frozenset(["bio", "chef"])
"""« le bio », « la bio » of a page; « le chef », « la chef »."""


def _apart(view: View, fault: Fault) -> bool:
    """Whether the determiner and the word are no group: « la bio » of a page, « ils ont tous deux perdu »."""
    all_of = view.low(fault.first - 1) in ("tous", "toutes") and view.words[fault.last].verb("ppas")
    level = view.text[view.words[fault.last].end - view.offset :].startswith(" +")  # « les bac +2 »
    return all_of or level or view.low(fault.last) in _TWO_GENDERS


def _determiner(view: View) -> Iterator[Hit]:
    """« Le gigantesque explosion », « aucun femme », « la quotients »: the whole group is shown."""
    for fault in bundles(view)[1]:
        if fault.kind == "determiner" and not _apart(view, fault):
            first, head = view.words[fault.first], view.words[fault.last]
            yield first.start, head.end, tuple(_regrouped(view, fault, first, head))


def _regrouped(view: View, fault: Fault, first: Word, head: Word) -> Iterator[str]:
    own = shape(head).noun or shape(head).adjective
    low = first.low
    between = view.text[first.end - view.offset : head.start - view.offset]
    if own & (SINGULAR if fault.wanted & SINGULAR else PLURAL):  # the gender only
        other = _OTHERS.get(low, "")
        if low in ("le", "la", "ce", "du", "au") and between == " " and head.low.startswith(_VOWEL):
            other = {
                "le": "l'",
                "la": "l'",
                "ce": "cet" if own & MALE else "cette",
                "du": "de l'",
                "au": "à l'",
            }[low]
            between = "" if other.endswith("'") else " "
        if other:
            yield cased(first.text, other) + between + head.text
    else:
        number = "p" if own & SINGULAR else "s"
        for one in forms_of_noun(head, number)[:1]:
            yield first.text + _agreeing(view, fault, own, number) + one
        plural = {"le": "les", "la": "les", "du": "des", "au": "aux", "un": "des", "une": "des", "ce": "ces", "cet": "ces", "cette": "ces",
                  "ma": "mes", "sa": "ses", "ta": "tes", **_OTHERS}.get(low, "")  # fmt: skip
        if own & PLURAL and plural and not own & SINGULAR:
            yield cased(first.text, plural) + between + head.text
    if own & FEMALE and fault.wanted & MALE and not shape(head).noun:
        yield from (first.text + between + one for one in agreed_in(head, fault.wanted))


def _agreeing(view: View, fault: Fault, own: int, number: str) -> str:
    """What stands between the determiner and the noun, in the number that the noun is to have: « les grands cartons »."""
    gender = (own & FEMALE and FEMALE) or MALE
    wanted = gender & (PLURAL if number == "p" else SINGULAR)
    out, last = "", view.words[fault.first].end
    for word in view.words[fault.first + 1 : fault.last]:
        fixes = () if shape(word).adjective & wanted else agreed_in(word, wanted)
        out += view.text[last - view.offset : word.start - view.offset] + (fixes[0] if fixes else word.text)
        last = word.end
    return out + view.text[last - view.offset : view.words[fault.last].start - view.offset]


_CONDITIONS = frozenset(
    ["nécessaire", "possible", "utile", "applicable", "requis", "souhaité", "disponible", "demandé"]
)


def _condition(view: View, at: int) -> bool:
    """« les pièces manquantes si nécessaire »."""
    return view.low(at - 1) == "si" and view.low(at) in _CONDITIONS


def _one_each(view: View, at: int) -> bool:
    """« les secteurs sanitaire, social et sportif »: one of each."""
    after = view.at(at + 1)
    single = after is not None and not after.near and only_adjective(after)
    return single and view.low(at)[-1:] not in "sx"


def _of_the_opening(view: View, fault: Fault) -> bool:
    """Whether the noun without a determiner that opens the sentence is described: « Contribution sur les salaires destinée à »."""
    first, word = view.words[0], view.words[fault.first]
    return (
        first.has("N")
        and not first.has("D", "P", "R", "C", "O")
        and len(view.words) > 2
        and view.words[1].has("P")
        and bool(shape(first).noun & shape(word).adjective)
        and first.low != "merci"
        and not any(
            one.verb("inf") or (forms.finite(one) and one.only("V")) for one in view.words[1 : fault.first]
        )
    )


def _adjective(kind: str) -> object:
    def find(view: View) -> Iterator[Hit]:
        for fault in bundles(view)[1]:
            word = view.words[fault.first]
            if kind == "after" and plain(view.low(fault.first - 1)) in MONTHS:
                continue  # « le 31 mars prochain »
            if word.low.startswith(("multi-", "mono-")):
                continue  # « un logiciel multi-utilisateurs »
            if view.low(fault.first + 1) in SHADES:
                continue  # « des cravates vert pomme »
            if kind == "after" and (
                _condition(view, fault.first) or _one_each(view, fault.first) or _of_the_opening(view, fault)
            ):
                continue
            if fault.kind == kind and (fixes := agreed_in(word, fault.wanted)):
                yield word.start, word.end, fixes

    return find


RULES: tuple[Rule, ...] = (
    rule("accord_bloc_determinant", "accord", "Le déterminant et le nom ont le même genre et le même nombre, même si un adjectif les sépare.", "Dites « un » ou « une » devant le nom, puis comptez : un seul, ou plusieurs ?", _determiner,
         (("Le gigantesque explosion a réveillé la rue.", "La gigantesque explosion"), ("Aucun réponse ne convient.", "Aucune réponse"), ("Ladite vélo est au garage.", "Ledit vélo")),
         ("La gigantesque explosion a réveillé la rue.", "Aucune réponse ne convient.", "Comme le montre le profil, tout va bien.", "Le chef le porte.", "Le service client répond.")),
    rule("accord_bloc_avant", "accord", "L’adjectif placé devant le nom s’accorde avec lui.", "Dites l’adjectif et le nom ensemble : masculin ou féminin, un ou plusieurs ?", _adjective("before"),  # type: ignore[arg-type]
         (("Les éventuels fiches manquantes suivront.", "éventuelles"), ("Ces beaux institutions résistent.", "belles")),
         ("Les éventuelles fiches manquantes suivront.", "Ces belles institutions résistent.", "Le petit ferme la porte.")),
    rule("accord_bloc_apres", "accord", "L’adjectif ou le participe placé après le nom s’accorde avec lui, même si un adverbe les sépare.", "Qu’est-ce qui est… ? Accordez avec la réponse.", _adjective("after"),  # type: ignore[arg-type]
         (("Un climat très tropicale règne ici.", "tropical"), ("Une voisine vraiment intelligents.", "intelligente"), ("Des dépenses non nécessaire.", "nécessaires")),
         ("Un climat très tropical règne ici.", "Les langues anglaise et espagnole.", "La fin de la semaine prochaine.", "Des yeux vert clair.")),
)  # fmt: skip
