# ruff: noqa: E501 -- an example stays on one line
"""The form of an order to « tu »: « finis ton assiette », « sois prudent », « ne demande rien »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View

_DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "ton", "ta", "tes", "mon", "ma", "mes", "ce", "cet", "cette", "ces", "ses", "sa", "ces", "quelques", "des", "du"])  # fmt: skip
_YOURS = frozenset(["ton", "ta", "tes", "mon", "ma", "mes"])
_ASKED = frozenset(["prend", "attend", "répond", "met", "sert", "rend", "écrit", "lit", "tient", "bat", "boit", "suit", "descend", "vend", "perd", "tend", "éteint", "remplit", "finit", "choisit", "apprend", "conduit", "reprend"])  # fmt: skip


def _be_have(view: View) -> Iterator[Hit]:
    """« Ne soit pas en retard », « Soit prudent », « Ait confiance », « N'es pas peur »."""
    for at in range(min(3, len(view.words) - 1)):
        if not (at == 0 or not view.words[at].near):
            continue
        end = at
        denied = view.low(at) in ("ne", "n'")
        if denied:
            end += 1
            while view.low(end) in forms.CLITICS:
                end += 1
        word, after = view.at(end), view.at(end + 1)
        if not word or not after or not view.glued(at, end + 1) or after.clitic:
            continue
        if denied and after.low in ("pas", "plus", "jamais", "point") and word.low in ("soit", "ait", "es"):
            fix = "sois" if word.low == "soit" else "aie"
            if word.low == "es" and view.low(end + 2) not in ("peur", "crainte", "honte"):
                continue
            yield word.start, word.end, (fix,)
        elif (
            not denied
            and word.low == "soit"
            and after.has("A")
            and not after.has("D", "R")
            and (at > 0 or len(view.words) > 2)
            and not any(one.low in ("soit", "ou") for place, one in enumerate(view.words) if place != end)
        ):
            yield word.start, word.end, (cased(word.text, "sois"),)
        elif (
            not denied
            and word.low == "ait"
            and at == 0
            and after.low in ("confiance", "pitié", "la", "du", "le", "un", "une", "peur")
        ):
            yield word.start, word.end, (cased(word.text, "aie"),)


def _third_for_order(view: View) -> Iterator[Hit]:
    """« Finit ton assiette », « Prend le train », « Attend. », « Ne demandes rien »: an order to « tu », perhaps a note."""
    for at in range(min(4, len(view.words))):
        if not (at == 0 or not view.words[at].near):
            continue
        word, after = view.words[at], view.at(at + 1)
        if word.low in ("ne", "n'"):
            end = at + 1
            while view.low(end) in forms.CLITICS:
                end += 1
            verb = view.at(end)
            if (
                verb
                and view.glued(at, end)
                and view.low(end + 1) in ("rien", "que", "aucun", "aucune", "personne", "pas", "jamais")
                and not verb.has("P", "D", "R")
                and not verb.verb("impe", "2s")
                and not verb.verb("inf")
                and (verb.verb("2s", "ipre") or (verb.verb("3s", "ipre") and verb.low.endswith(("t", "d"))))
                and verb.low not in forms.AUXILIARIES | {"peut", "faut", "vaut", "doit", "veut"}
            ):
                yield verb.start, verb.end, forms.conjugated_of(verb, "2s", "impe")[:1]
            continue
        if (
            at == 0
            and word.low == "vas"
            and after
            and after.near
            and after.low in ("au", "à", "chez", "lui", "leur")
        ):
            yield word.start, word.end, (cased(word.text, "va"),)
            continue
        third = (
            word.only("V")
            and word.verb("3s", "ipre")
            and word.low.endswith(("t", "d"))
            and not word.verb("impe")
        )
        second = word.low.endswith("es") and word.verb("2s", "ipre") and word.only("V")
        if not (third or second) or word.low in forms.AUXILIARIES | {
            "faut",
            "peut",
            "vaut",
            "doit",
            "veut",
            "suffit",
            "reste",
            "dit",
            "vit",
            "sait",
            "fait",
            "plaît",
        }:
            continue
        ended = at == len(view.words) - 1 and (at == 0 or len(view.words) == 2)
        told = (
            after is not None
            and after.near
            and not after.clitic
            and (
                after.low in _YOURS
                or (after.low in _DETERMINERS and word.low in _ASKED and len(view.words) < 9)
            )
        )
        if ended or (at == 0 and told):
            yield (
                word.start,
                word.end,
                tuple(cased(word.text, one) for one in forms.conjugated_of(word, "2s", "impe")[:1]),
            )


RULES: tuple[Rule, ...] = (
    rule("ordre_etre_avoir", "conjugaison", "À l’impératif : « sois », « aie ».", "« Sois prudent », « n’aie pas peur ».", _be_have,
         (("Ne soit pas en retard.", "sois"), ("Soit prudent avec lui.", "Sois"), ("N'es pas peur du bruit.", "aie")), ("Ne sois pas en retard.", "Soit lundi, soit mardi.", "Soit un carré.", "N'es-tu pas en retard ?")),
    rule("ordre_tu", "conjugaison", "Si c’est un ordre à « tu », il prend -s (verbes en -ir, -re), ou -e seul (verbes en -er).", "« Finis », « prends », « ne demande rien ».", _third_for_order,
         (("Finit ton assiette.", "Finis"), ("Prend le train de midi.", "Prends"), ("Ne demandes rien à personne.", "demande"), ("Vas au guichet.", "Va")), ("Finis ton assiette.", "Il finit son assiette.", "Prends le train de midi.", "Vas-tu au guichet ?"), counted=False),
)  # fmt: skip
