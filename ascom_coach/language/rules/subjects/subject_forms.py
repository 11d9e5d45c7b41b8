# ruff: noqa: E501 -- an example stays on one line
"""A verb whose form may be a noun, whose person nobody has, or whose subject comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View

_TIMES = frozenset(["fois", "soir", "matin", "jour", "semaine", "mois", "année", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "cas", "instant", "moment", "coup", "midi", "heure", "demain", "suite", "temps"])  # fmt: skip
_RELATIVE = frozenset(
    ["que", "qu'", "dont", "duquel", "desquels", "desquelles", "auquel", "auxquels", "auxquelles"]
)
_DETERMINED = frozenset(["le", "la", "les", "l'", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "ce", "cet", "cette", "ces"])  # fmt: skip
_SURE_NEXT = _DETERMINED | {"un", "une", "pas", "toujours", "souvent", "très", "bien", "tout", "en", "sur", "dans", "avec", "par", "comme", "comment", "plus", "beaucoup", "rarement", "jamais", "vite", "aussi", "encore", "déjà", "sans", "que", "qu'", "quand", "trop", "ici", "vers", "chez"}  # fmt: skip


_NAME = re.compile(r"\.\w")
"""The rest of a file name: « notes.txt »."""


def _noun_verb(view: View) -> Iterator[Hit]:
    """« mes collègues passe le bonjour », « la chatte passes », « vos questions ne réclame rien »: the form may be a noun elsewhere."""
    row = chunks(view)
    for clause in clauses(view):
        verb = view.words[row[clause.verb].first]
        at = row[clause.verb].first
        if (
            verb.only("V")
            or verb.low in forms.AUXILIARIES
            or not forms.finite(verb)
            or not verb.text.islower()
            or _NAME.match(view.text, verb.end - view.offset)
        ):
            continue
        person = "3" + clause.number
        if (
            forms.has_person(verb, person)
            or verb.verb("ppas")
            or verb.verb("inf")
            or verb.has("A", "R", "P", "D")
        ):
            continue
        before, after = view.low(at - 1), view.at(at + 1)
        head = clause.heads[0]
        if (
            not view.words[head.first].has("D")
            or view.low(head.first).startswith("quel")
            or view.words[head.last].verb("inf")
        ):
            continue
        told = before in forms.CLITICS - {"la", "les", "le", "l'", "leur"} and view.words[at].near
        followed = bool(after and after.near and after.low in _SURE_NEXT)
        alone = (
            clause.number == "s"
            and verb.low.endswith("es")
            and len(clause.heads) == 1
            and clause.heads[0].last == at - 1
        )
        if clause.number == "s" and not told and not alone:
            continue
        if clause.number == "p" and not (
            told or (followed and verb.low.endswith("e") and clause.heads[-1].last == at - 1)
        ):
            continue
        if fixes := forms.conjugated(verb, person):
            yield verb.start, verb.end, fixes


def _no_you(view: View) -> Iterator[Hit]:
    """« La direction ne répond ni ne viens », « Réfléchir prends du temps », « Paul ne viens pas »: nobody says « je » or « tu »."""
    lows = view.lows
    if lows & {"je", "j'", "tu", "moi", "toi", "t'", "te", "ton", "ta", "tes", "m'", "me", "qui"}:
        return
    for at in range(1, len(view.words)):
        word = view.words[at]
        if (
            not word.only("V")
            or not word.low.endswith(("s", "x"))
            or word.low.endswith("es")
            or not word.text.islower()
            or word.verb("ppas")
            or word.verb("inf")
            or not forms.finite(word)
        ):
            continue
        if any(forms.has_person(word, one) for one in ("3s", "3p", "1p", "2p")):
            continue
        back = at - 1
        while back > 0 and view.low(back) in forms.CLITICS - {"nous", "vous"} and view.words[back].near:
            back -= 1
        after = view.at(at + 1)
        if (after and after.clitic) or not view.glued(back, at):
            continue
        subject = view.words[back]
        named = subject.text[:1].isupper() and subject.has("S") and back == 0
        noun = (
            subject.has("N")
            and subject.low not in _TIMES
            and not subject.has("R", "P", "V", "G", "O")
            and back > 0
            and view.words[back - 1].has("D", "A")
        )
        doing = (
            view.words[0].verb("inf")
            and view.words[0].only("V")
            and not any(forms.finite(one) and one.only("V") for one in view.words[1:at])
        )
        if not (named or noun or (doing and not view.words[0].has("N"))):
            continue
        if (
            noun
            and any(view.words[i].has("P") for i in range(max(0, back - 3), back))
            and not doing
            and back < 4
        ):
            continue
        if fixes := forms.conjugated(word, "3s"):
            yield word.start, word.end, fixes


def _turned(view: View) -> Iterator[Hit]:
    """« les frais que paie les clients », « l'outil dont disposent notre équipe »: the subject follows its verb."""
    row = chunks(view)
    for at in range(len(row) - 1):
        verb, group = row[at], row[at + 1]
        word = view.words[verb.first]
        before = verb.first - 1
        if (
            verb.kind not in ("V", "L", "N")
            or before < 1
            or view.low(before) not in _RELATIVE
            or not view.glued(before, verb.first)
        ):
            continue
        if not word.only("V") and not (word.verb() and word.low.endswith("ent")):
            continue
        if (
            group.kind != "N"
            or group.prep
            or not group.number
            or group.first != verb.first + 1
            or not view.glued(verb.first, group.last)
        ):
            continue
        if (
            view.low(group.first) not in _DETERMINED
            or word.verb("impe", "2p")
            or not forms.finite(word)
            or word.low.startswith("import")
        ):
            continue
        nxt = row[at + 2] if at + 2 < len(row) else None
        if nxt is not None and (
            nxt.kind in ("et", "ou", "que", "qu")
            or (nxt.kind == "," and at + 3 < len(row) and row[at + 3].kind == "N" and not row[at + 3].prep)
        ):
            continue
        noun = view.words[group.last]
        if noun.low in (
            "type",
            "sorte",
            "genre",
            "ensemble",
            "partie",
            "nombre",
            "majorité",
            "plupart",
            "série",
            "lot",
        ):
            continue
        if not noun.has("N") or view.low(before - 1) in ("ce", "plus", "moins", "parce", "alors", "tandis"):
            continue
        wanted, other = "3" + group.number, "3" + ("s" if group.number == "p" else "p")
        if (
            forms.has_person(word, other)
            and not forms.has_person(word, wanted)
            and (fixes := forms.conjugated(word, wanted))
        ):
            yield word.start, word.end, fixes


RULES: tuple[Rule, ...] = (
    rule("sujet_verbe_nom", "accord", "Le verbe s’accorde avec le nom sujet.", "Remplacez le sujet par « il » ou « ils ».", _noun_verb,
         (("Mes collègues passe le bonjour.", "passent"), ("Vos questions ne réclame rien.", "réclament"), ("Le feu nous donnes chaud.", "donne")),
         ("Mes collègues passent le bonjour.", "Les congés formation sont payés.", "Les notes de voyage sont là.", "La marche du siècle.")),
    rule("sujet_sans_tu", "accord", "Cette terminaison va avec « je » ou « tu », et personne ici ne parle ainsi : troisième personne.", "Remplacez le sujet par « il ».", _no_you,
         (("Réfléchir avant prends du temps.", "prend"), ("Paul ne viens pas demain.", "vient"), ("Notre chef ne mens jamais.", "ment")),
         ("Réfléchir prend du temps.", "Paul, viens demain.")),
    rule("sujet_relative", "accord", "Le sujet est après le verbe : l’accord se fait quand même.", "Qui est-ce qui… ? La réponse est après le verbe.", _turned,
         (("Voici les frais que supporte les clients.", "supportent"), ("L'outil dont disposent notre équipe est neuf.", "dispose")), ("Voici les frais que supportent les clients.", "L'outil dont dispose notre équipe est neuf.", "Les soins que prodiguent le médecin et son aide.")),
)  # fmt: skip
