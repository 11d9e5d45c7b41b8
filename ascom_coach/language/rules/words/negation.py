# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Half a negation: « je sais pas », « il parle à personne », « rien arrive », where writing asks for « ne »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.view import View

_SUBJECTS = frozenset("je j' tu t' il elle on nous vous ils elles ça cela c' ceci qui".split())
_CLITICS = frozenset("me m' te t' se s' le la l' les lui leur y en nous vous".split())
_SECOND = frozenset("pas jamais rien personne guère aucun aucune plus".split())
_ADVERBS = frozenset("absolument vraiment même encore toujours du tout à de avec pour chez".split())
_AFTER_PLUS = frozenset("beaucoup jamais rien personne aucun aucune du très depuis".split())
_VOWELS = "aeiouyàâéèêëîïôûœh"


def _with_ne(rest: str) -> str:
    return f"n'{rest}" if rest[:1].lower() in _VOWELS else f"ne {rest}"


def _said_plus(view: View, at: int) -> bool:
    """Whether « plus » surely denies: « plus jamais », « plus du tout », « plus penser », or the end of the sentence."""
    after = view.at(at + 1)
    if after is None or not after.near:
        return view.text.rstrip()[-1:] in "!.…" or after is not None
    return after.low in _AFTER_PLUS or (after.verb("inf") and not after.has("N", "A"))


def _half(view: View) -> Iterator[Hit]:
    words = view.words
    for at in range(2, len(words)):
        second = words[at]
        if second.low not in _SECOND or not second.near or second.clitic:
            continue
        verb = at - 1
        while verb > 1 and words[verb].low in _ADVERBS and words[verb].near:
            verb -= 1
        if (
            second.low in ("plus", "aucun", "aucune", "rien", "pas", "guère")
            and words[at - 1].low in ("à", "de", "avec", "pour", "chez")
            and second.low != "rien"
        ):
            continue
        if not forms.finite(words[verb]) or words[verb].clitic or words[verb].low in ("pas", "sans"):
            continue
        if (second.low == "plus" and not _said_plus(view, at)) or (
            second.low == "pas" and view.low(at + 1) in ("mal", "que")
        ):
            continue
        first = verb
        while (
            first > 0
            and words[first - 1].low in _CLITICS
            and words[first - 1].low not in ("nous", "vous")
            and words[first].near
        ):
            first -= 1
        subject = words[first - 1] if first else None
        if subject is None or not words[first].near or subject.clitic:
            continue
        if subject.low not in _SUBJECTS and not (second.low == "pas" and _named(view, first, verb)):
            continue
        if any(view.low(back) in ("ne", "n'", "ni", "sans", "si") for back in range(max(0, first - 3), verb)):
            continue
        rest = view.text[words[first].start - view.offset : words[verb].end - view.offset]
        if subject.low[-1:] == "'":
            full = {"j'": "je", "t'": "tu", "c'": "ce"}.get(subject.low, subject.low)
            yield subject.start, words[verb].end, (cased(subject.text, f"{full} {_with_ne(rest)}"),)
        else:
            yield words[first].start, words[verb].end, (_with_ne(rest),)


def _named(view: View, first: int, verb: int) -> bool:
    """Whether a group with its noun stands right before the verb: « les salariés viennent pas »."""
    word = view.words[verb]
    plain = word.low in forms.AUXILIARIES or word.only("V")
    return plain and any(one.last == first - 1 for one in bundles(view)[0])


def _nobody(view: View) -> Iterator[Hit]:
    """« Personne vient », « Rien arrive plus »: a negative subject keeps its « ne »."""
    words = view.words
    for at in range(len(words) - 1):
        if words[at].low not in ("personne", "rien", "aucun", "aucune"):
            continue
        if at and view.low(at - 1) not in ("mais", "et", "que", "qu'", "car", "donc"):
            continue
        if view.low(at - 2) == "sans":
            continue  # « sans qu'aucun défaut ait été relevé »
        verb = at + 1
        if words[at].low in ("aucun", "aucune"):
            group = next((one for one in bundles(view)[0] if one.first == at), None)
            if group is None:
                continue
            verb = group.last + 1
            if verb >= len(words):
                return
        start = verb
        while verb + 1 < len(words) and words[verb].low in _CLITICS and words[verb].near:
            verb += 1
        acts = words[verb].only("V") or words[verb].low in ("a", "est", "ont", "sont")
        if words[verb].near and acts and forms.finite(words[verb]) and view.glued(at, verb):
            if view.low(verb + 1) == "pas" or (words[verb].low == "a" and _to_do(view, verb)):
                continue
            rest = view.text[words[start].start - view.offset : words[verb].end - view.offset]
            yield words[start].start, words[verb].end, (_with_ne(rest),)


def _to_do(view: View, at: int) -> bool:
    """« Personne a prévenir »: the « a » is « à »."""
    after = view.at(at + 1)
    return after is None or not (after.verb("ppas") or after.has("D"))


def _order(view: View) -> Iterator[Hit]:
    """« Oubliez pas votre badge »: an order denied with « pas » alone."""
    word, second = view.at(0), view.at(1)
    if (
        word is None
        or second is None
        or second.low not in ("pas", "jamais")
        or not second.near
        or len(view.words) < 3
    ):
        return
    if word.verb("impe") and word.low.endswith("ez") and word.only("V"):
        yield word.start, word.end, (cased(word.text, _with_ne(word.low)),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("style_negation", "style", "À l’écrit, la négation a deux mots : « ne… pas », « ne… plus », « ne… rien ».", "Ajoutez « ne » devant le verbe.",
         by_view(_half), (("Je comprends pas votre demande.", "ne comprends"), ("J'ai rien reçu.", "Je n'ai"), ("Il parle à personne.", "ne parle"), ("Les techniciens viennent pas avant mardi.", "ne viennent")),
         ("Je ne comprends pas votre demande.", "Il y a plus de monde.", "Il est pas mal.", "Elle gagne plus que lui.", "Si jamais il vient, appelez.", "Une personne attend."), False),
    Rule("style_negation_sujet", "style", "« Personne » et « rien », sujets, demandent « ne » devant le verbe.", "« personne ne vient », « rien n’arrive ».",
         by_view(_nobody), (("Personne vient ce soir.", "ne vient"), ("Rien arrive avant lundi.", "n'arrive"), ("Elle a appelé et personne a répondu.", "n'a"), ("Aucun client est venu.", "n'est")), ("Personne ne vient ce soir.", "Rien n'arrive avant lundi.", "Personne à prévenir."), False),
    Rule("style_negation_ordre", "style", "À l’écrit, la négation a deux mots : « n’oubliez pas ».", "Ajoutez « ne » devant le verbe.",
         by_view(_order), (("Oubliez pas votre badge.", "N'oubliez"),), ("N'oubliez pas votre badge.", "Assez parlé."), False),
)
# fmt: on
