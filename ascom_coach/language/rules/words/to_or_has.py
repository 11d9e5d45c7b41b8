# ruff: noqa: E501 -- an example stays on one line
"""« a » where the clause has its verb already: it can only be the preposition « à »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.view import View, Word

_INSIDE = frozenset(["que", "qu'", "qui", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel", "si", "s'", "quand", "lorsque", "puisque", "comme", "car", "parce", "combien", "quoi"])  # fmt: skip
_SHOWN = frozenset(["voici", "voilà", "merci", "prière"])
_NEW = frozenset(["et", "ou", "mais", "donc", "or", "ni", "puis"])
_SUBJECTS = frozenset(["tout", "rien", "cela", "ça", "ceci", "personne", "chacun", "chacune", "aucun", "aucune", "autre", "celui-ci", "celle-ci", "un", "une", "y", "n'", "l'", "m'", "t'", "ne"])  # fmt: skip
_AFTER = frozenset([
    "la", "l'", "un", "une", "votre", "notre", "nos", "vos", "mon", "ma", "mes", "son", "sa", "ses", "leur", "leurs", "ce", "cet",
    "cette", "ces", "chaque", "chacun", "chacune", "tout", "toute", "tous", "toutes", "moi", "toi", "lui", "eux", "elle", "elles",
    "celui", "celle", "ceux", "celles", "monsieur", "madame", "mademoiselle", "m", "mme", "quelle", "quel", "quelles", "quels",
    "plusieurs", "quelques", "deux", "trois", "quatre", "cinq", "six", "huit", "dix", "vingt", "partir", "travers", "compter", "midi", "minuit",
])  # fmt: skip
"""What « à » governs. « le » and « les » are left out: one writes « au », « aux »."""


def has_verb(view: View, at: int) -> bool:
    """Whether each clause open before « a » at `at` has its conjugated verb: one, and one more for each « que », « qui »…"""
    verbs = openers = 0
    for here in range(at - 1, -1, -1):
        word, after = view.words[here], view.words[here + 1]
        if word.low in _NEW:
            return verbs > openers
        openers += word.low in _INSIDE and not (word.low == "car" and view.words[here - 1].has("D"))
        if after.clitic and after.low in forms.PERSONS:
            verbs += 2 if view.low(0) in ("que", "qu'", "quand", "où", "comment") else 1
        else:
            verbs += (here < at - 1 and _verb(view, here)) or (here == at - 1 and _only_verb(word))
        if not (word.near or word.clitic):
            break
    return verbs > openers


def _only_verb(word: Word) -> bool:
    return word.only("V") and forms.finite(word) and not word.verb("ppas") and not word.verb("inf")


def _verb(view: View, at: int) -> bool:
    """Whether the word at `at` is the conjugated verb of its clause for sure."""
    low = view.low(at)
    if low == "est":
        before = view.at(at - 1)
        return before is not None and (
            before.low in forms.PERSONS or before.low in ("c'", "ce", "n'", "qui") or before.only("N", "A")
        )
    if low in forms.AUXILIARIES:
        return view.words[at].text != "A" and low not in (
            "être",
            "été",
            "avoir",
            "eu",
            "as",
            "sommes",
            "ait",
            "ayant",
            "étant",
        )
    name = view.words[at].text[:1].isupper() and (at > 0 or view.words[1].text[:1].isupper())
    return low in _SHOWN or (not name and _only_verb(view.words[at]))


def needs_verb(view: View, at: int) -> bool:
    """Whether « a » at `at` has to be a verb: « que », « qui » opened a clause more than there are verbs."""
    verbs = openers = 0
    for here in range(at - 1, -1, -1):
        word = view.words[here]
        if word.low in _NEW:
            break
        openers += word.low in _INSIDE
        possible = forms.finite(word) or word.low in _SHOWN or (view.words[here + 1].clitic and here + 1 < at)
        verbs += possible and not (here and view.words[here - 1].has("D") and word.near)
        if not (word.near or word.clitic):
            break
    behind = at + 1
    while (later := view.at(behind)) and later.near and later.low not in _INSIDE | _NEW:
        if _verb(view, behind):
            return False
        behind += 1
    return openers > 0 and verbs <= openers


def _verb_later(view: View, at: int) -> bool:
    """« Le retour a la vie normale est long »: the group before opens the sentence, the verb stands behind the other."""
    groups = bundles(view)[0]
    if not any(one.first == 0 and one.last == at - 1 for one in groups):
        return False
    group = next((one for one in groups if one.first == at + 1), None)
    behind = group.last + 1 if group else 0
    return bool(group and view.glued(0, behind) and _verb(view, behind))


def _to(view: View) -> Iterator[Hit]:
    """« Transmettez le devis a la direction », « il répond a votre courrier », « parlez-en a Marc »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low != "a" or word.clitic or not at or not word.near or word.text != "a":
            continue
        before, after = view.words[at - 1], view.words[at + 1]
        if after.clitic or view.low(at - 2).startswith("quel") or view.low(at + 2) == "air":
            continue  # « quel âge a madame Roy ? », « a-t-elle »
        if not after.near or (
            not before.clitic
            and (before.low in forms.PERSONS or before.low in _SUBJECTS or before.low in forms.CLITICS)
        ):
            continue
        infinitive = after.verb("inf") and after.only("V")
        named = after.text[:1].isupper() and before.text.islower()
        clock = after.text[:1].isdecimal() and view.low(at + 2) in ("h", "heures", "heure")
        governed = after.low in _AFTER or infinitive or named or clock
        if governed and not before.has("P") and (has_verb(view, at) or _verb_later(view, at)):
            yield word.start, word.end, ("à",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("homophone_a_apres_verbe", "homophones", "La phrase a déjà son verbe : « à », avec l’accent, introduit ce qui suit.", "Si « avait » ne convient pas, c’est « à ».", by_view(_to),
         (("Transmettez le devis a la direction.", "à"), ("Nous répondons a votre courrier du 3 mai.", "à"), ("Avez-vous remis le badge a monsieur Ferrand ?", "à"), ("Le train arrive a 8 heures.", "à"), ("Le retour a la vie normale est long.", "à"), ("Merci de remettre ce pli a Madame Roy.", "à"), ("Voici le poste qui correspond a votre profil.", "à")),
         ("Transmettez le devis à la direction.", "Je crois que Marc a la clé.", "Ce qui compte a un prix.", "La porte a un défaut.", "Il y a un an.", "Quand il pleut, le toit a une fuite.")),
)
# fmt: on
