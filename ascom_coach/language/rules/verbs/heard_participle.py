# ruff: noqa: E501 -- an example stays on one line
"""A conjugated form heard like the participle, where the clause has its verb already: « la lettre reçut hier est claire ».

Norm: the participle that describes a noun is « reçue », « rempli », « établi »; a clause has one conjugated verb for
one subject (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 254, 922).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.predicate import participles_in
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import participles_of
from ascom_coach.language.syntax.view import View, Word

_LINKS = frozenset(
    [
        "que",
        "qu'",
        "qui",
        "dont",
        "où",
        "et",
        "ou",
        "mais",
        "car",
        "si",
        "quand",
        "lorsque",
        "comme",
        "puis",
        "donc",
        "ni",
    ]
)
_SURE = frozenset(
    [
        "est",
        "sont",
        "a",
        "ont",
        "sera",
        "seront",
        "doit",
        "doivent",
        "peut",
        "peuvent",
        "était",
        "étaient",
        "n'est",
        "reste",
        "restent",
    ]
)
_BEFORE = frozenset(["à", "au", "suite", "pour", "après", "avec", "dans", "sur", "par", "selon", "de", "du"])


def _heard(word: Word | None) -> bool:
    """« reçut », « remplit », « établit »: a third person that sounds like its participle and is nothing else."""
    if not word or word.clitic or not word.text.islower() or not word.low.endswith(("it", "ut", "ît", "ût")):
        return False
    if not word.only("V") or word.verb("ppas") or not forms.has_person(word, "3s"):
        return False
    stem = word.low[:-1].translate(str.maketrans("îû", "iu"))
    return any(one.rstrip("s") == stem for one in participles_of(word))


def _described(view: View) -> Iterator[Hit]:
    """« La lettre reçut hier est claire », « suite à l'annonce parut lundi », « une fois le bon remplit »."""
    if not any(word.low.endswith(("it", "ut", "ît", "ût")) for word in view.words):
        return
    for group in bundles(view)[0]:
        at = group.last + 1
        word = view.at(at)
        if not word or not word.near or not _heard(word):
            continue
        if any(one.low in _LINKS for one in view.words[: group.first]):
            continue
        once = group.first == 2 and view.low(0) == "une" and view.low(1) == "fois"
        governed = (
            group.first > 0 and view.low(group.first - 1) in _BEFORE and _verb_before(view, group.first)
        )
        if once or governed or _verb_behind(view, at + 1):
            yield from changed(word, participles_in(word, group.shape))


def _verb_behind(view: View, at: int) -> bool:
    """Whether another conjugated verb follows in the same clause: no link, no mark, no subject between."""
    for place in range(at, min(at + 9, len(view.words))):
        word = view.words[place]
        if not word.near or word.clitic or word.low in _LINKS or word.low in forms.PERSONS:
            return False
        if word.low in _SURE and not (place and view.low(place - 1) in ("le", "la", "l'", "un", "d'")):
            after = view.at(place + 1)
            return not (after and after.clitic)
        if word.only("V") and forms.finite(word) and not word.verb("ppas"):
            return True
    return False


def _verb_before(view: View, at: int) -> bool:
    """Whether the clause has a conjugated verb before the group at `at`, with no mark between."""
    for place in range(at - 1, -1, -1):
        word = view.words[place]
        if (word.only("V") and forms.finite(word)) or word.low in forms.ETRE | forms.AVOIR:
            return word.low not in ("être", "avoir")
        if not word.near:
            return False
    return False


RULES: tuple[Rule, ...] = (
    rule("participe_decrit_nom", "conjugaison", "Ce mot décrit le nom : c’est le participe, la phrase a déjà son verbe.", "Remplacez par « vendu » : « la lettre vendue hier est… ».", _described,
         (("La lettre reçut hier est claire.", "reçue"), ("Je vous écris suite à l'annonce parut lundi.", "parue"), ("Une fois le bon remplit, signez-le.", "rempli"), ("L'adresse fournit par le client est fausse.", "fournie")),
         ("La lettre reçue hier est claire.", "Le client reçut une lettre hier.", "La lettre que le client reçut est claire.", "L'annonce parut lundi et fut retirée.", "Le chef établit le plan, il est clair.", "Après la pluie, le soleil parut.")),
)  # fmt: skip
