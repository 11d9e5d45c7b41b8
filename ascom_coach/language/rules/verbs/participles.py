# ruff: noqa: E501 -- an example stays on one line
"""The past participle with « avoir » and with a pronominal verb, when its object is a group before it.

Norm: Rectifications and Grevisse, « Le Bon Usage », 16e éd., 2016, §§ 941-953 (as of 2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View, Word

_SUBJECTS = frozenset(["j'", "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"])
_INVARIABLE = frozenset(
    ["fait", "pu", "dû", "voulu", "laissé", "cru", "su", "dit", "eu", "permis", "fallu", "pensé", "mis"]
)
_MEASURES = frozenset(
    ["fois", "jours", "jour", "heures", "heure", "minutes", "semaines", "mois", "ans", "années", "euros", "kilomètres", "temps",
     "façon", "manière", "sorte", "mesure", "condition", "idée", "impression", "preuve", "fait", "moment", "raison", "peine"]
)  # fmt: skip
_REFLEXIVE_AGREES = frozenset(
    ["présenter", "réunir", "rendre", "tromper", "déplacer", "absenter", "dérouler", "engager", "terminer", "arrêter",
     "inscrire", "produire", "plaindre", "abstenir", "apercevoir", "réaliser", "retrouver", "installer", "connecter",
     "occuper", "adresser", "excuser", "inquiéter", "rencontrer", "lever", "asseoir", "perdre", "porter", "attarder"]
)  # fmt: skip
_DETERMINERS = frozenset(
    ["le", "la", "les", "l'", "un", "une", "des", "du", "mon", "ma", "mes", "son", "sa", "ses", "leur", "leurs", "nos", "vos"]
)  # fmt: skip


def _participle_after(view: View, row: tuple[Chunk, ...], at: int) -> Word | None:
    """The participle of the auxiliary that is the chunk `at`, when nothing after it keeps it unchanged."""
    if at + 1 >= len(row) or row[at + 1].kind != "K":
        return None
    target = view.words[row[at + 1].first]
    after = view.at(row[at + 1].first + 1)
    if not target.verb("ppas") or target.low in _INVARIABLE or not target.text.islower():
        return None
    if after and after.near and (after.verb("inf") or after.low in ("de", "d'", "que", "qu'", "à")):
        return None
    return target


def _object_with_que(view: View) -> Iterator[Hit]:
    """« les modifications que le directeur a demandé »: the object is before « que », whatever the subject."""
    row = chunks(view)
    for at in range(1, len(row) - 2):
        if row[at].kind not in ("que", "qu") or row[at - 1].kind != "N" or not row[at - 1].number:
            continue
        found = row[at - 1]
        if found.prep and not (found.prep == "des" or (at > 1 and row[at - 2].kind in ("V", "H", "E", "I"))):
            continue
        if any(word.text[0].isdecimal() for word in view.words[found.last + 1 : row[at].first]):
            continue  # « le remboursement des 95 € que vous avez versés »
        outer = row[at - 2] if found.prep == "des" and at > 1 and row[at - 2].kind == "N" else None
        if outer and (outer.prep or not outer.number or outer.first == outer.last):
            continue
        if any(one.kind == "et" for one in row[max(0, at - 4) : at - 1]):
            continue  # « le bureau et la chaise que vous avez demandés »
        if view.low(0) in ("c'", "ce") and view.low(1) in forms.ETRE and view.words[2].has("P"):
            continue  # « c'est avec joie que j'ai appris »
        inner = at + 1
        if row[inner].kind in _SUBJECTS:
            inner += 1
        elif row[inner].kind == "N" and not row[inner].prep:
            inner += 1
            while inner < len(row) and row[inner].kind == "N" and row[inner].prep:
                inner += 1
        else:
            continue
        while inner < len(row) and row[inner].kind in ("nous", "vous", "=nous", "=vous", "=leur", "=lui"):
            inner += 1
        if inner >= len(row) or row[inner].kind != "H" or view.words[found.last].low in _MEASURES:
            continue
        target = _participle_after(view, row, inner)
        if target and not (outer and forms.agrees(target, outer.gender, outer.number)):
            yield from _disagreeing(target, found)


def _asked_object(view: View) -> Iterator[Hit]:
    """« Combien de formations avez-vous suivi ? », « Quelles salles avez-vous réservé ? »."""
    row = chunks(view)
    if len(row) < 3 or view.low(0) not in ("combien", "quel", "quelle", "quels", "quelles"):
        return
    group = next((one for one in row[:2] if one.kind == "N"), None)
    at = next((i for i, one in enumerate(row) if one.kind == "H"), None)
    if not group or at is None or at > 2 or not group.number or view.words[group.last].low in _MEASURES:
        return
    hung = view.at(row[at].first + 1)
    if not hung or not hung.clitic:
        return
    target = _participle_after(view, row, at)
    if target:
        yield from _disagreeing(target, group)


def _disagreeing(participle: Word, group: Chunk) -> Iterator[Hit]:
    if forms.agrees(participle, group.gender, group.number):
        return
    if fixes := forms.participles(participle, group.gender or "m", group.number):
        yield participle.start, participle.end, fixes


_RENDERED = frozenset(["service", "compte", "visite", "hommage", "justice", "grâce"])
"""« Se rendre service », « se rendre compte »: the noun is the object, the participle stays as it is."""


def _pronominal(view: View) -> Iterator[Hit]:
    """« Les deux candidates se sont présenté »: the pronoun is the object, the participle agrees with the subject."""
    row = chunks(view)
    for clause in clauses(view):
        at = clause.verb
        if (
            row[at].kind != "E"
            or not at
            or row[at - 1].kind not in ("=se", "si")
            or at + 1 >= len(row)
            or row[at + 1].kind != "K"
        ):
            continue
        target = view.words[row[at + 1].first]
        after = view.low(row[at + 1].first + 1)
        if (
            not any(lemma in _REFLEXIVE_AGREES for lemma in forms.infinitives(target))
            or after in _DETERMINERS
            or (after in _RENDERED and "rendre" in forms.infinitives(target))
            or not target.verb("ppas")
        ):
            continue
        if not forms.agrees(target, clause.gender, clause.number) and (
            fixes := forms.agreed(target, clause.gender, clause.number)
        ):
            yield target.start, target.end, fixes


def _indirect(view: View) -> Iterator[Hit]:
    """« Le fournisseur nous a répondus que… »: « nous » is no direct object there."""
    for index in range(1, len(view.words) - 1):
        if (
            view.low(index) not in ("nous", "vous", "m'", "t'", "leur", "lui")
            or view.low(index + 1) not in forms.AVOIR
            or view.low(index + 1).endswith({"nous": "ons", "vous": "ez"}.get(view.low(index), "?"))
        ):
            continue
        at = index + 2
        while view.low(at) in ("pas", "bien", "déjà", "toujours", "aussi", "également"):
            at += 1
        target, after = view.at(at), view.at(at + 1)
        if (
            not target
            or not after
            or not view.glued(index, at + 1)
            or not target.verb("ppas")
            or not target.only("V", "A")
        ):
            continue
        told = after.low in ("que", "qu'", "de", "d'") or any(
            lemma
            in (
                "répondre",
                "téléphoner",
                "parler",
                "plaire",
                "écrire",
                "demander",
                "dire",
                "permettre",
                "proposer",
            )
            for lemma in forms.infinitives(target)
        )
        if (
            told
            and not forms.agrees(target, "m", "s")
            and "informer" not in forms.infinitives(target)
            and _gives_to(target)
        ):
            yield target.start, target.end, forms.participles(target)[:1]


def _gives_to(target: Word) -> bool:
    return any(
        lemma in ("répondre", "téléphoner", "parler", "plaire", "écrire", "demander", "dire", "permettre", "proposer", "indiquer",
                  "confirmer", "signaler", "expliquer", "annoncer", "promettre", "préciser", "conseiller", "communiquer", "assurer")
        for lemma in forms.infinitives(target)
    )  # fmt: skip


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("accord_cod_groupe", "accord", "Avec « avoir », le participe s’accorde avec le complément placé avant lui.", "… quoi ? La réponse est avant le verbe : accord.",
         by_view(_object_with_que), (("Voici les modifications que le directeur a demandé.", "demandées"),),
         ("Voici les modifications que le directeur a demandées.", "Voici les pièces qu'il a fait livrer.", "Les heures que le gérant a travaillé.", "Nous savons que le client a payé.")),
    Rule("accord_cod_question", "accord", "Dans la question, le complément est avant le verbe : le participe s’accorde avec lui.", "… quoi ? La réponse est avant le verbe : accord.",
         by_view(_asked_object), (("Combien de salles avez-vous réservé ?", "réservées"),), ("Combien de salles avez-vous réservées ?", "Combien de temps avez-vous attendu ?", "Quelles salles avez-vous fait nettoyer ?")),
    Rule("accord_pronominal", "accord", "Avec ce verbe pronominal, le participe s’accorde avec le sujet.", "Le pronom « se » désigne le sujet : accordez avec lui.",
         by_view(_pronominal), (("Les deux candidates se sont présenté à l'heure.", "présentées"),), ("Les deux candidates se sont présentées à l'heure.", "Les associées se sont partagé les dossiers.", "Elles se sont parlé.")),
    Rule("accord_cod_indirect", "accord", "« Nous » et « vous » veulent dire ici « à nous », « à vous » : pas d’accord.", "À qui ? Si la réponse est « à nous », le participe ne change pas.",
         by_view(_indirect), (("Le fournisseur nous a répondus que tout est prêt.", "répondu"),), ("Le fournisseur nous a répondu que tout est prêt.", "Il nous a informés que tout est prêt.", "Il nous a prévenus de son retard.")),
)
# fmt: on
