# ruff: noqa: E501 -- an example stays on one line
"""Places where only a noun or an adjective may stand, held by a form that is nothing but a verb: « un parie », « le maintient »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noun_guess import nouns_meant
from ascom_coach.language.syntax.noungroup import SOUND_OF
from ascom_coach.language.syntax.view import View, Word

_SURE = {"une": "s", "mon": "s", "ma": "s", "mes": "p", "ta": "s", "tes": "p", "son": "s", "sa": "s", "ses": "p", "notre": "s", "votre": "s", "nos": "p", "vos": "p",
         "un": "s", "cet": "s", "cette": "s", "ces": "p", "plusieurs": "p", "quelques": "p", "chaque": "s", "certains": "p", "certaines": "p", "aucun": "s", "aucune": "s",
         "des": "p", "aux": "p", "au": "s", "du": "s"}  # fmt: skip
"""Determiners that are no pronoun before a verb, with the number they ask for."""
_BEFORE_ONE = frozenset(
    ["dans", "sur", "avec", "par", "pour", "à", "d'", "sans", "comme", "sous", "selon", "a", "ont", "ai"]
)
_ARTICLES = {"le": "s", "la": "s", "les": "p", "l'": "s", "leur": "s"}
_SUBJECTS = frozenset(forms.PERSONS) | {"se", "ne", "lui"}
_PREPOSITIONS = frozenset(["dans", "sur", "sous", "avec", "par", "chez", "vers", "malgré", "pendant", "durant", "depuis", "selon", "devant", "contre", "dès", "hors"])  # fmt: skip
_RELATIVES = frozenset(["que", "qu'", "qui", "dont", "où", "ce", "quoi", "lequel", "laquelle", "lesquels", "lesquelles", "si", "comme"])  # fmt: skip
_LIKE_NOUNS = frozenset(["peut-être", "revient", "vient", "est", "va", "sont", "suis", "ont", "vis", "dit", "doit", "peut", "soit", "fut", "viens", "moi", "plaît", "tes", "savoir"])  # fmt: skip


def _only_verb(word: Word | None) -> bool:
    """A conjugated form or an infinitive that no reading makes anything else, participles left out."""
    return bool(
        word
        and not word.clitic
        and word.text.islower()
        and word.only("V")
        and (forms.finite(word) or word.verb("inf") or word.verb("impe"))
        and not word.verb("ppas")
        and not word.verb("ppre")
        and word.low not in _LIKE_NOUNS
        and len(word.low) > 3
        and not word.low.endswith(("mètre", "mètres"))
    )


def _turned(view: View, at: int) -> bool:
    after = view.at(at + 1)
    return bool(after and after.clitic)


def _announces(view: View, at: int, word: Word, number: str) -> bool:
    """Whether the determiner at `at` is no pronoun, number or noun of its own before the verb that follows."""
    low, before = view.low(at), view.at(at - 1)
    glued = before is not None and view.words[at].near
    if low in ("au", "du") and word.verb("inf"):
        return False
    if (
        low == "son"
        and before is not None
        and (before.has("D") or before.low in SOUND_OF | {"de", "du", "au", "autre"})
    ):
        return False
    if low in ("notre", "votre"):
        return not (before is not None and before.low in ("le", "la", "les"))
    if low not in ("un", "une", "plusieurs", "certains", "certaines", "aucun", "aucune"):
        return True
    if (
        forms.has_person(word, "2p")
        or word.verb("inf")
        or view.text[: view.words[at].start - view.offset].endswith("-")
    ):
        return False
    if low in ("un", "une") and glued and before is not None:
        sure = (
            before.low in forms.ETRE
            or (before.only("V") and forms.finite(before))
            or before.low in _BEFORE_ONE
        )
        return sure and not (before.low == "d'" and view.low(at - 2) == "plus")
    if low not in ("un", "une") and forms.has_person(word, "3" + number):
        return False
    return at == 0 and any(forms.finite(one) and one.only("V") for one in view.words[at + 2 :])


def _after_determiner(view: View) -> Iterator[Hit]:
    """« un parie », « mes attentent », « notre accueille », « aux marcher »."""
    for at in range(len(view.words) - 1):
        number = _SURE.get(view.low(at))
        word = view.words[at + 1]
        if (
            not number
            or not word.near
            or not _only_verb(word)
            or view.words[at].clitic
            or _turned(view, at + 1)
        ):
            continue
        if not _announces(view, at, word, number):
            continue
        fixes = nouns_meant(word.low, number)
        yield word.start, word.end, fixes


def _no_clitic(view: View, at: int) -> bool:
    """Whether the place at `at` is the article's: « gère-t-il le », « c'était le », « ne demande pas le »."""
    before, earlier = view.words[at - 1], view.at(at - 2)
    if before.clitic and before.low in forms.PERSONS:
        return True
    if before.low in forms.ETRE and earlier is not None and earlier.low in ("c'", "ce", "peut", "n'"):
        return True
    denied = before.low in ("pas", "plus", "jamais") and view.low(at - 3) not in ("que", "qu'")
    return bool(
        denied
        and earlier
        and earlier.only("V")
        and forms.finite(earlier)
        and earlier.low not in forms.AUXILIARIES
    )


def _after_article(view: View) -> Iterator[Hit]:
    """« dans le maintient », « Le défie ne l'a pas arrêté », « il relève le défit », « gère l'accueille »."""
    for at in range(len(view.words) - 1):
        number = _ARTICLES.get(view.low(at))
        word = view.words[at + 1]
        if (
            not number
            or not word.near
            or not _only_verb(word)
            or word.verb("inf")
            or view.words[at].clitic
            or _turned(view, at + 1)
        ):
            continue
        before = view.at(at - 1)
        glued = before is not None and view.words[at].near
        after = view.at(at + 2)
        if (glued and before is not None and before.low in _PREPOSITIONS) or (
            glued and before is not None and before.low == "de" and view.low(at) in ("la", "l'")
        ):
            wrong = True
        elif at == 0 or not glued:
            wrong = (
                bool(
                    after
                    and after.near
                    and not after.clitic
                    and (
                        after.low in ("ne", "n'")
                        or (
                            after.only("V")
                            and forms.has_person(after, "3" + number)
                            and not after.verb("ppas")
                        )
                        or after.low in ("est", "sont", "était", "a", "se")
                    )
                )
                and at == 0
            )
        elif (
            before is not None
            and not any(view.low(i) in _RELATIVES for i in range(at))
            and _no_clitic(view, at)
        ):
            wrong = True
        else:
            assert before is not None
            wrong = view.low(at) != "leur" and (
                not any(view.low(i) in _RELATIVES for i in range(at))
                and (before.only("V") or view.low(at - 2) in _SUBJECTS)
                and (forms.finite(before) or before.verb("inf"))
                and before.low not in forms.AUXILIARIES
                and not forms.has_person(word, "2p")
                and bool(at > 1)
            )
        if wrong:
            yield word.start, word.end, nouns_meant(word.low, number)


def _after_preposition(view: View) -> Iterator[Hit]:
    """« privé de travaille », « par emploie », « à entretient »."""
    for at in range(len(view.words) - 1):
        low, word = view.low(at), view.words[at + 1]
        if (
            low not in ("de", "d'", "à", "avec", "par", "sans", "pour")
            or not word.near
            or not _only_verb(word)
            or word.verb("inf")
            or not view.at(at - 1)
            or _turned(view, at + 1)
        ):
            continue
        if word.low.endswith(("ez", "ait", "aient", "ais")) or view.low(at - 1) in ("prix", "pont"):
            continue
        nouns = nouns_meant(word.low)
        yield word.start, word.end, (*nouns[:1], *forms.infinitives(word)[:1])


RULES: tuple[Rule, ...] = (
    rule("place_du_nom", "homophones", "Après un déterminant, il faut un nom, et non un verbe conjugué qui se prononce comme lui.", "Remplacez par « chose » ou « objet » : si cela se dit, écrivez le nom.", _after_determiner,
         (("C'est un parie risqué.", "pari"), ("Cela répond à mes attentent.", "attentes"), ("Votre accueille nous a plu.", "accueil")),
         ("C'est un pari risqué.", "L'un parle, l'autre écoute.", "Certains partent, plusieurs restent.", "Votre accueil nous a plu.", "Un seul manque.")),
    rule("place_du_nom_article", "homophones", "Ici, « le », « la », « les » annoncent un nom, et non un verbe conjugué.", "Mettez « un » ou « une » devant : « un maintien », « un défi ».", _after_article,
         (("Il tient dans le maintient du prix.", "maintien"), ("Elle relève le défit.", "défi"), ("Le défie ne l'effraie pas.", "défi")),
         ("Il tient au maintien du prix.", "Je sais le faire.", "Ce que tu dis le concerne.", "La voir suffit.", "Qui veut le peut.")),
    rule("place_du_nom_preposition", "conjugaison", "Après une préposition, il faut un nom ou un infinitif, jamais un verbe conjugué.", "Remplacez par « chose » ou par « prendre ».", _after_preposition,
         (("Il est privé de travaille.", "travail"), ("Une aide à l'entretient, par emploie durable.", "emploi")), ("Il est privé de travail.", "Le prix de revient baisse.", "Rien de neuf.", "Il vient de chez lui.")),
)  # fmt: skip
