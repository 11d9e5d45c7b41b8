# ruff: noqa: E501 -- an example stays on one line
"""The infinitive where the form in -é may be a noun or a preposition too: « tu pourras passé », « peut les envoyés ».

Other rules leave « passé », « imprimé », « envoyé » alone because they are nouns. Here the place admits no noun: « pouvoir »
takes no object, and a noun without determiner takes no determiner behind it (« d'envoyé un camion »).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive_slot import infinitive
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas, past
from ascom_coach.language.syntax.view import View, Word

_CLITICS = forms.CLITICS - {"ne", "n'"}
_NO_OBJECT = frozenset(["pouvoir", "aller"])
_MODALS = _NO_OBJECT | {"devoir", "vouloir", "oser"}
_OBJECT_OPENS = frozenset(
    ["un", "une", "le", "la", "l'", "les", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos",
     "leur", "leurs"]
)  # fmt: skip
_SURE_OPENS = _OBJECT_OPENS - {"le", "la", "l'", "les", "leur"}
_MOVES = frozenset(["venir", "passer", "partir", "revenir", "aller", "retourner", "repasser", "descendre", "monter", "courir"])  # fmt: skip
_TOLD_TO = frozenset(["demander", "proposer", "dire", "permettre", "conseiller", "rappeler", "promettre", "suggérer", "interdire", "recommander", "ordonner", "commander", "écrire"])  # fmt: skip
_WHEN_WHERE = frozenset(
    ["au", "aux", "à", "chez", "demain", "ce", "avant", "après", "dès", "par", "mardi", "lundi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "sur", "dans", "plus", "pour", "en", "vite"]
)  # fmt: skip
_KEPT = frozenset(["tout", "toute", "tous", "toutes", "plus", "moins", "très", "trop", "si", "assez", "peu"])


def _form(word: Word | None) -> bool:
    return bool(
        word and not word.clitic and word.text.islower() and heard_as_infinitive(word) and word.low != "chez"
    )


def _modal(view: View, at: int) -> frozenset[str]:
    """The modal verbs that the word at `at` surely is."""
    word, before = view.words[at], view.low(at - 1)
    found = lemmas(word) & _MODALS
    if not found or word.low == "puis" or word.clitic:
        return frozenset()
    if word.verb("inf"):
        governed = word.near and at and not view.words[at - 1].has("D")
        return found if word.only("V") or governed else frozenset()
    if word.verb("ppas") and not forms.finite(word):
        return found & {"pouvoir", "devoir", "vouloir"} if before in forms.AVOIR else frozenset()
    if "aller" in found and not (word.verb("ipre") or word.verb("iimp")):
        return frozenset()
    return found if word.only("V") else frozenset()


def _after_modal(view: View) -> Iterator[Hit]:
    """« tu pourras passé au bureau », « il peut les envoyés », « on va l'imprimé »."""
    for at in range(len(view.words) - 1):
        if not (found := _modal(view, at)):
            continue
        end = at + 1
        if (after := view.at(end)) and after.clitic:
            end += 1
        end = past(view, end)
        first = end
        while view.low(end) in _CLITICS and not view.words[end].clitic:
            end += 1
        target = view.at(end)
        if target is None or not _form(target) or not view.glued(at, end):
            continue
        if view.low(end - 1) in _KEPT or (target.low.endswith("ez") and end == at + 1):
            continue
        clitics = [view.low(one) for one in range(first, end)]
        article = bool(clitics) and clitics[-1] in ("le", "la", "l'", "les", "leur")
        if article and (not found <= _NO_OBJECT or target.low.endswith("ez")):
            continue
        if not clitics and (target.has("R", "D", "C", "O") or not target.low.endswith("é")):
            continue
        if clitics and not article and target.low.endswith("ez"):
            continue
        yield target.start, target.end, infinitive(target)


def _object_behind(view: View) -> Iterator[Hit]:
    """« d'envoyé un camion », « est venu réclamé son colis », « faire imprimé 500 cartes »."""
    words = view.words
    for at in range(1, len(words) - 1):
        target = words[at]
        if not target.near or not _form(target) or not target.low.endswith("é") or not words[at + 1].near:
            continue
        before, after = words[at - 1], words[at + 1]
        if before.low in ("de", "d'") and after.low in _SURE_OPENS and _waits(view, at - 1):
            yield target.start, target.end, infinitive(target)
            continue
        counted = after.text.isdecimal() or after.low in ("deux", "trois", "quatre", "cinq", "dix")
        if ("faire" in lemmas(before) and before.verb("inf") and (after.low in _OBJECT_OPENS or counted)) or (
            after.low in _OBJECT_OPENS and _moved(view, at - 1)
        ):
            yield target.start, target.end, infinitive(target)


def _waits(view: View, at: int) -> bool:
    """Whether « de » at `at` follows no bare noun that it completes: « un poste d'employé »."""
    before = view.words[at - 1] if at else None
    return before is not None and (not before.has("N") or _told(view, at))


def _moved(view: View, at: int) -> bool:
    """Whether the words up to `at` say that someone goes: « est venu », « je passerai vous », « ils viennent »."""
    while at > 0 and view.low(at) in _CLITICS:
        at -= 1
    word = view.words[at]
    if not lemmas(word) & _MOVES or word.has("N"):
        return False
    if word.verb("ppas"):
        return view.low(at - 1) in forms.ETRE
    return forms.finite(word) or word.verb("inf")


def _told(view: View, at: int) -> bool:
    """Whether « de » at `at` follows who was told: « demander au chef de », « propose à la cliente de »."""
    group = next((one for one in bundles(view)[0] if one.last == at - 1), None)
    start = group.first if group else at - 1
    fused = view.low(start) in ("au", "aux")
    back = start - 1 if fused else start - 2
    if back < 0 or not (fused or view.low(start - 1) in ("à", "au", "aux")):
        return False
    return bool(lemmas(view.words[back]) & _TOLD_TO) and view.glued(back, at)


def _asked_of(view: View) -> Iterator[Hit]:
    """« elle propose à la cliente de passé demain »."""
    for at in range(3, len(view.words)):
        target = view.words[at]
        if view.low(at - 1) not in ("de", "d'") or not target.near or not _form(target):
            continue
        after = view.at(at + 1)
        told = (
            after is None
            or not after.near
            or after.low in (_WHEN_WHERE if target.has("N") else _WHEN_WHERE | _OBJECT_OPENS)
        )
        if target.low.endswith("é") and told and _told(view, at - 1):
            yield target.start, target.end, infinitive(target)


_TEST = "Remplacez par « prendre » : si cela se dit, écrivez -er."
RULES: tuple[Rule, ...] = (
    rule("infinitif_modal_sur", "conjugaison", "Après « pouvoir », « devoir » ou « aller », le verbe est à l’infinitif, même si la forme en -é existe comme nom.", _TEST, _after_modal,
         (("Dès que tu pourras passé à l'atelier, préviens-moi.", "passer"), ("Il peut les arrêtés à la source.", "arrêter"), ("Nous allons envoyé le plan.", "envoyer"), ("Elle a pu imprimé la page.", "imprimer")),
         ("Dès que tu pourras passer à l'atelier, préviens-moi.", "Il doit les intérêts échus.", "On ne peut plus motivé, il signe.", "Il va passer.", "Le pouvoir donné au maire.", "Un employé peut être promu.", "Il va au marché.")),
    rule("infinitif_objet_derriere", "conjugaison", "Ce qui suit est ce que l’on fait : le verbe est à l’infinitif.", _TEST, _object_behind,
         (("Il a demandé au gardien d'envoyé une clé.", "envoyer"), ("Le locataire est venu réclamé son dû.", "réclamer"), ("Nous voulons faire imprimé 200 affiches.", "imprimer"), ("Je passerai vous déposé les clés.", "déposer")),
         ("Il a demandé au gardien d'envoyer une clé.", "Un poste d'employé, une prime.", "Elle est repartie soulagée.", "Il est venu accompagné.",)),
    rule("infinitif_demande_a", "conjugaison", "On demande, on propose à quelqu’un « de » faire : infinitif.", _TEST, _asked_of,
         (("Elle propose à la cliente de passé demain.", "passer"), ("Dites aux invités de réservé une table.", "réserver")),
         ("Elle propose à la cliente de passer demain.", "Il parle au chef de marché.")),
)  # fmt: skip
