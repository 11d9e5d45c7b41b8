# ruff: noqa: E501 -- an example stays on one line
"""« a » or « à », « est » or « et »: a sentence needs a verb, and a clause has only one."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.rules.words.to_or_has import has_verb
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View, Word

_TITLES = frozenset(["mme", "m", "mlle", "madame", "monsieur", "mr"])
_TODAY = frozenset(["fois", "hier", "ce", "ici", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"])
_DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "soir"])
_OBJECTS = frozenset(["le", "la", "les", "un", "une", "des", "mon", "ma", "mes", "nos", "vos", "notre", "votre", "ses", "son", "sa", "ces", "cette"])  # fmt: skip
_ARTICLES = frozenset([*_OBJECTS, "l'", "leur", "leurs", "du", "ce", "cet"])
_AFTER_CE = frozenset(
    ["être", "pouvoir", "devoir", "sembler", "aller", "disant", "faire", "paraître", "falloir"]
)
_ENDS = (".", "!", "?")


def _finite(view: View, at: int) -> bool:
    """Whether the word may be a conjugated verb: anything that is not surely something else counts."""
    word = view.words[at]
    if word.low in forms.AUXILIARIES:
        return word.low not in ("être", "été", "avoir", "eu", "ayant", "étant")
    if not forms.finite(word):
        return False
    determined = at > 0 and word.near and view.words[at - 1].has("D", "P") and word.has("N", "A")
    return not determined and not (word.verb("ppas") and word.has("A") and not word.low.endswith("t"))


def _verbless(view: View, but: int, start: int = 0) -> bool:
    """Whether the sentence ends like one and has no conjugated verb from `start` on besides the word at `but`."""
    if not view.text.rstrip().endswith(_ENDS) or any(word.clitic for word in view.words):
        return False
    return not any(_finite(view, at) for at in range(start, len(view.words)) if at != but)


def _named(view: View, at: int) -> int:
    """The place behind « Mme Roy » or « Paul » when the sentence begins so, else 0."""
    here = 1 if view.low(0) in _TITLES else 0
    start = here
    while here < at and view.words[here].text[:1].isupper() and not view.words[here].has("D", "P", "C", "R"):
        here += 1
    return here if here > start and (start or view.words[0].has("S")) else 0


def _has(view: View) -> Iterator[Hit]:
    """« M. Roux à la clé. », « Le logiciel, selon eux, à des défauts. », « Mme Roy à oublier de signer. »"""
    for at in range(1, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.low != "à" or word.text != "à" or not after.near:
            continue
        name = _named(view, at)
        if name == at and after.verb("inf"):
            later = view.at(at + 2)
            told = (
                later and later.near and (later.low in _OBJECTS | {"de", "d'"} or view.low(at + 3) in _TODAY)
            )
            if later and told and not _note(view, at + 2):
                yield word.start, word.end, ("a",)
            return
        if not _verbless(view, at):
            return
        opened = any(one.first == 0 for one in bundles(view)[0]) and view.words[0].has("D")
        if (name == at and after.low in _ARTICLES) or (
            opened and after.low in ("des", "un", "une", "le", "les", "du") and view.at(at + 2) is not None
            and not any(one.has("C") or one.verb("inf") for one in view.words[:at])
            and not view.words[at + 2].verb("inf") and not _leads_to(view, at)
        ):  # fmt: skip
            yield word.start, word.end, ("a",)
        return


def _leads_to(view: View, at: int) -> bool:
    """« Une prime donnée à un agent », « Un badge posé face à un mur »: a participle or a noun that « à » completes."""
    before = view.words[at - 1]
    done = before.verb("ppas") and (not before.has("N") or (at > 2 and view.words[at - 2].has("N")))
    return done or before.low in ("face", "grâce", "quant", "suite")


def _note(view: View, at: int) -> bool:
    """« Mme Roy à rappeler de la part du chef »: a thing to do, noted without a verb."""
    if view.low(at) in ("de", "d'"):
        return not view.words[at + 1].verb("inf") if at + 1 < len(view.words) else True
    return view.words[at].low in ("le", "la", "les", "ce", "cette") and view.low(at + 1) in (
        "matin", "soir", "semaine", "mois", "jour", "plus", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "lendemain",
    )  # fmt: skip


def _and(view: View) -> Iterator[Hit]:
    """« Envoyez le devis est le planning », « ouvert le lundi est le jeudi »."""
    for at in range(2, len(view.words) - 2):
        word, before, after, noun = view.words[at], view.words[at - 1], view.words[at + 1], view.words[at + 2]
        if word.low != "est" or word.text != "est" or not view.glued(at - 1, at + 2):
            continue
        if (
            not _plain_noun(before)
            or after.low not in _ARTICLES
            or not noun.has("N")
            or (noun.has("R") and noun.low not in _DAYS)
        ):
            continue
        if view.low(at - 2) != after.low and not _same_kind(view.low(at - 2), after.low):
            continue
        if has_verb(view, at) and not any(_finite(view, place) for place in range(at + 1, len(view.words))):
            yield word.start, word.end, ("et",)


def _plain_noun(word: Word) -> bool:
    return (
        word.has("N")
        and not word.has("P", "C", "O")
        and not word.verb("ppas")
        and (word.low in _DAYS or not word.has("R"))
    )


def _same_kind(one: str, other: str) -> bool:
    """Two determiners that may stand on both sides of « et »."""
    kinds = (
        frozenset(["le", "la", "l'", "les"]), frozenset(["un", "une", "des", "du"]), frozenset(["mon", "ma", "mes"]),
        frozenset(["votre", "vos"]), frozenset(["notre", "nos"]), frozenset(["son", "sa", "ses"]), frozenset(["ce", "cet", "cette", "ces"]),
    )  # fmt: skip
    return any(one in kind and other in kind for kind in kinds)


def _is(view: View) -> Iterator[Hit]:
    """« La cour (côté rue) et interdite aux vélos. »"""
    groups = bundles(view)[0]
    first = next((one for one in groups if one.first == 0), None)
    if not first or not view.words[0].has("D"):
        return
    for at in range(2, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.low != "et":
            continue
        gap = view.text[view.words[at - 1].end - view.offset : word.start - view.offset]
        said = after.near and after.verb("ppas") and forms.agrees(after, *_shape(view, first.last))
        if ")" in gap and said and not after.has("D") and _verbless(view, at, at):
            yield word.start, word.end, ("est",)
        return


def _self(view: View) -> Iterator[Hit]:
    """« Nos techniciens ce déplacent partout »."""
    for at in range(1, len(view.words) - 1):
        word, before, verb = view.words[at], view.words[at - 1], view.words[at + 1]
        if (
            word.text != "ce"
            or word.clitic
            or not view.glued(at - 1, at + 1)
            or not before.has("N", "S")
            or before.has("P", "C", "R", "D")
        ):
            continue
        noun = forms.noun_shape(verb)  # « la réserve »: « ce » cannot be its determiner
        sure = verb.only("V") or (noun is not None and noun[0] == "f" and not verb.has("A", "P", "R"))
        if not sure or verb.verb("ppas") or verb.verb("inf") or lemmas(verb) & _AFTER_CE:
            continue
        after = view.at(at + 2)
        if any(forms.has_person(verb, one) for one in ("3s", "3p")) and not (after and after.clitic):
            yield word.start, word.end, ("se",)


def _at_many(view: View) -> Iterator[Hit]:
    """« La formation au gestes utiles »."""
    for at in range(len(view.words) - 1):
        word, noun = view.words[at], view.words[at + 1]
        if (
            word.low == "au"
            and noun.near
            and noun.text.islower()
            and noun.only("N", "A")
            and noun.has("N")
            and numbers_of(noun) == {"p"}
        ):
            yield word.start, word.end, ("aux" if word.text.islower() else "Aux",)


def _shape(view: View, at: int) -> tuple[str, str]:
    return forms.noun_shape(view.words[at]) or ("", "")


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("homophone_a_seul_verbe", "homophones", "La phrase n’a pas d’autre verbe : c’est « a », sans accent.", "Si l’on peut dire « avait », c’est « a ».", by_view(_has),
         (("M. Roux à la clé du local.", "a"), ("Le nouveau logiciel, selon eux, à des défauts.", "a"), ("Mme Roy à oublier de signer le bon.", "a"), ("Paul à rendre les badges hier.", "a")),
         ("M. Roux a la clé du local.", "Mme Roy à rappeler avant midi.", "Mme Roy à prévenir de la réunion.", "La réponse à la lettre du 3 mai est prête.", "Un bon à des prix doux suffit.", "Une prime donnée à des agents du service.", "Un badge posé face à un mur.")),
    Rule("homophone_est_et", "homophones", "La phrase a déjà son verbe : « et » relie deux éléments.", "Si l’on ne peut pas dire « était », c’est « et ».", by_view(_and),
         (("Envoyez-moi le devis est le planning avant ce soir.", "et"), ("Les plantes sont arrosées le lundi est le jeudi.", "et")),
         ("Le problème est le délai.", "Ce que demande le client est le devis.", "Je pense que le problème est le prix.", "Hier, le sujet était le prix.", "La personne que vous cherchez est la gérante.")),
    Rule("homophone_et_est_parenthese", "homophones", "Derrière la parenthèse, il faut le verbe « est ».", "Si l’on peut dire « était », c’est « est ».", by_view(_is),
         (("La cour (côté rue) et interdite aux vélos.", "est"),), ("La cour (côté rue) est interdite aux vélos.", "La cour (côté rue) et le parc sont fermés.")),
    Rule("homophone_ce_verbe", "homophones", "Devant un verbe pronominal, on écrit « se ».", "Si l’on peut dire « me », c’est « se ».", by_view(_self),
         (("Nos techniciens ce déplacent partout.", "se"), ("Le magasin ce réserve le droit de refuser.", "se")), ("Nos techniciens se déplacent partout.", "Le plus dur ce sera le prix.", "Pour Paul ce serait mieux.")),
    Rule("homophone_au_pluriel", "homophones", "Devant un nom au pluriel, « à les » devient « aux ».", "Remplacez par « à des » : si la phrase tient, c’est « aux ».", by_view(_at_many),
         (("La formation au gestes utiles aura lieu lundi.", "aux"), ("Il écrit au copropriétaires.", "aux")), ("Il va au bureau.", "Au fil du temps, tout change.")),
    Rule("homophone_a_t_il", "homophones", "Devant « -t-il », c’est le verbe « avoir » : « a » sans accent.", "Si l’on peut dire « avait-il », c’est « a ».",
         by_pattern(r"(?<![\w'-])(?P<a>à)(?=[ -]t[' -](?:ils?|elles?|on)\b)", "a", group="a"), (("Combien y à-t-il de places ?", "a"),), ("Combien y a-t-il de places ?",)),
)
# fmt: on
