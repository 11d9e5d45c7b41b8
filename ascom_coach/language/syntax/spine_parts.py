# ruff: noqa: E501 -- a list of words stays compact
"""What may stand between a subject and its verb, one step at a time (see `spine.py`)."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle
from ascom_coach.language.syntax.frames import ADVERBS, past
from ascom_coach.language.syntax.shapes import shape
from ascom_coach.language.syntax.view import View, Word

PREPOSITIONS = frozenset(["de", "d'", "à", "en", "sur", "dans", "pour", "avec", "sans", "par", "sous", "chez", "entre", "vers", "selon", "contre", "depuis",
                          "pendant", "avant", "après", "dès", "jusqu'", "jusque", "malgré", "parmi", "devant", "derrière", "envers", "durant", "concernant",
                          "hors", "outre", "via", "auprès", "près", "suite", "jusqu'à"])  # fmt: skip
_FUSED = frozenset(["du", "des", "au", "aux"])
ASIDE = frozenset(["qui", "que", "qu'", "dont", "où", "auquel", "auxquels", "auxquelles", "lequel", "laquelle", "lesquels", "lesquelles", "y", "ainsi", "comme", "même",
                   "bien", "quoique", "quoiqu'", "soit", "sauf", "excepté", "contrairement", "grâce", "à", "notamment", "également", "eux", "elles",
                   "lui", "elle", "quant", "faute", "désormais", "surtout", "pourtant", "hélas", "malheureusement", "enfin", "toutefois",
                   "cependant", "quel", "quelle", "quels", "quelles", "non", "tout", "une", "initialement", "côté", "niveau", "madame",
                   "monsieur", "mesdames", "messieurs"])  # fmt: skip
"""Words that open an aside between two commas."""
_RELATIVE = frozenset(["qui", "que", "qu'", "dont", "où", "auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles", "lequel", "laquelle",
                       "lesquels", "lesquelles"])  # fmt: skip
_SUBJECTS = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ça", "cela"])
_SIDE = frozenset(["ci-joint", "ci-joints", "ci-jointe", "ci-jointes", "ci-dessous", "ci-dessus", "ci-après", "suivants", "suivantes", "n°", "numéro", "bis", "ter",
                   "même", "mêmes", "ci", "là", "%"])  # fmt: skip
_SURE_CLITICS = frozenset(["ne", "n'", "se", "s'", "me", "m'", "te", "t'", "lui", "y"])
_STAYS = frozenset(["et", "ou", "ni"])


def between(view: View, at: int) -> str:
    """The marks between the word at `at` and the one before it, without spaces."""
    if at <= 0 or at > len(view.words) or (at < len(view.words) and view.words[at].near):
        return ""
    end = view.words[at].start if at < len(view.words) else view.offset + len(view.text)
    return view.text[view.words[at - 1].end - view.offset : end - view.offset].strip()


def _joined(view: View, at: int) -> Word | None:
    """The word at `at` when only spaces stand before it."""
    word = view.at(at)
    return word if word and (word.near or word.clitic) else None


def over_complement(view: View, at: int, groups: dict[int, Bundle], listed: bool = False) -> int:
    """Past « de la mairie », « en ligne », « à repasser », « du 3 mai »; the same place when none stands there."""
    word = view.at(at) if listed else _joined(view, at)
    if not word:
        return at
    if word.low in _FUSED:
        for first in (at, at + 1):
            if first in groups:
                return groups[first].last + 1
        stop = _over_bare(view, at + 1)
        return stop if stop > at + 1 else at
    if word.low not in PREPOSITIONS:
        return at
    here = at + 1
    if view.low(here) in ("de", "d'", "du", "des", "à", "au", "aux") and here not in groups:
        return over_complement(view, here, groups)
    if here in groups and view.words[here].near:
        return groups[here].last + 1
    one = _joined(view, here)
    if not one:
        return at
    place = here
    while view.low(place) in forms.CLITICS and view.low(place) not in ("l'", "la", "le", "les") and place < here + 3:
        place += 1
    verb = view.at(place)
    if verb and verb.near and (verb.verb("inf") or (word.low == "en" and verb.verb("ppre"))) and not (verb.has("N") and place == here and word.low == "de"):
        after = past(view, place + 1)
        return groups[after].last + 1 if after in groups and view.words[after].near else after
    return _over_bare(view, here) if _over_bare(view, here) > here else at


def _over_bare(view: View, at: int) -> int:
    """Past a noun without determiner and its adjectives, a name, a figure, a pronoun; `at` when none stands there."""
    one = _joined(view, at)
    if not one:
        return at
    if one.low in ("eux", "elles", "elle", "lui", "nous", "vous", "moi", "toi", "cela", "ceci", "ici", "là", "bas", "haut", "tous", "toutes"):
        return at + 1
    while (adjective := view.at(at)) and adjective.near and adjective.has("A", "D") and not adjective.has("P") and (
        (after := view.at(at + 1)) and after.near and after.has("N") and not after.has("P", "D")
    ):  # fmt: skip
        at += 1
    noun = view.words[at]
    if not (noun.has("N", "S") or _is_name(noun) or noun.text[:1].isdecimal()) or (noun.has("P", "D", "O") and noun.low != "personnes"):
        return at
    here = at + 1
    if noun.text[:1].isdecimal() and (unit := view.at(here)) and unit.near and unit.has("N") and not unit.has("P", "D", "C"):
        here += 1
    while (word := view.at(here)) and word.near and (shape(word).plain_adjective or _is_name(word) or word.text[:1].isdecimal()):
        here += 1
    return here


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and not word.only("D", "P", "C", "O", "V")


def over_modifiers(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """Past one complement, adjective, adverb, figure or name that hangs on what stands before `at`."""
    word = _joined(view, at)
    if not word or word.clitic:
        return at
    step = over_complement(view, at, groups)
    if step > at:
        return step
    if word.low in _SIDE or word.text[:1].isdecimal() or (_is_name(word) and not word.low.endswith("-il")):
        return at + 1
    kind = shape(word)
    if kind.plain_adjective or (kind.participle and not forms.has_person(word, "3s")):
        return at + 1
    if kind.present and word.has("V") and not word.has("N", "P"):
        after = past(view, at + 1)
        acts = view.at(after)
        if acts and acts.near and acts.verb("inf") and not acts.has("N"):
            after += 1
        return groups[after].last + 1 if after in groups and view.words[after].near else after
    if word.low in _STAYS:
        after = _joined(view, at + 1)
        if after and (shape(after).plain_adjective or (shape(after).participle and not shape(after).finite)):
            return at + 2
        if after and after.low in PREPOSITIONS | _FUSED:
            step = over_complement(view, at + 1, groups)
            return step if step > at + 1 else at
        return at
    step = past(view, at)
    return step if step > at and word.low not in ("tous", "toutes", "tout", "là", "alors", "rien", "seul") else at


def over_relative(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """Past a relative clause that opens at `at`, up to where the verb of the main clause may stand."""
    word = _joined(view, at)
    if not word:
        return at
    here = at
    if word.low in PREPOSITIONS and view.low(at + 1) in ("qui", "lequel", "laquelle", "lesquels", "lesquelles", "quoi"):
        here += 1
    relative = view.low(here)
    if relative not in _RELATIVE or (relative in ("que", "qu'") and _compares(view, at)):
        return at
    here += 1
    if not (relative == "qui" and here == at + 1):
        here = _over_subject(view, here, groups)
    here = _over_clitics(view, here, groups)
    verb = view.at(here)
    if not verb or not verb.near or not forms.finite(verb):
        return at
    turned = view.at(here + 1)
    here += 2 if turned and turned.clitic else 1
    for _ in range(14):
        step = _over_rest(view, here, groups)
        if step == here:
            break
        here = step
    return here


_DEGREES = frozenset(["si", "tellement", "plus", "moins", "aussi", "tant", "autant", "autre", "autres", "tel", "telle", "tels", "telles", "trop"])


def _compares(view: View, at: int) -> bool:
    """« si attendues que », « d'autres que »."""
    return any(view.low(place) in _DEGREES for place in range(max(0, at - 3), at))


def _over_subject(view: View, at: int, groups: dict[int, Bundle]) -> int:
    if view.low(at) == "l'" and view.low(at + 1) == "on":
        return at + 2
    if view.low(at) in _SUBJECTS:
        return at + 1
    if at in groups:
        at = groups[at].last + 1
        for _ in range(4):
            step = over_complement(view, at, groups)
            if step == at:
                break
            at = step
        after = view.at(at + 1)
        if (word := _joined(view, at)) and word.has("A") and after and after.near and after.only("V") and forms.finite(after):
            at += 1  # « dont le voile sombre dissimule »
        if view.low(at) == "et" and at + 1 in groups:
            at = groups[at + 1].last + 1
        return at
    while (word := view.at(at)) and word.near and (_is_name(word) or word.low in ("m", "mme", "mlle")):
        at += 1
    return at


def _over_clitics(view: View, at: int, groups: dict[int, Bundle]) -> int:
    while view.low(at) in forms.CLITICS and view.words[at].near and not view.words[at].clitic and at not in groups:
        at += 1
    return at


def _over_rest(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """Past one piece of what follows the verb of a relative clause."""
    word = _joined(view, at)
    if not word:
        return at
    if at in groups:
        return groups[at].last + 1
    acts = _over_clitics(view, at, groups)
    if (verb := view.at(acts)) and verb.near and verb.verb("inf") and not verb.has("N"):
        return acts + 1
    if word.verb("ppas") and (not shape(word).finite or view.low(at - 1) in forms.AVOIR | forms.ETRE | ADVERBS):
        return at + 1
    if word.low in _STAYS and at + 1 in groups and view.words[at + 1].near:
        return groups[at + 1].last + 1
    if word.low in _STAYS:
        after = _over_clitics(view, at + 1, groups)
        verb = view.at(after)
        if verb and verb.near and verb.only("V") and forms.finite(verb):
            return after + 1
    return over_modifiers(view, at, groups)


_GAPS = ("", ",", ")", "),", "–", "—", "-")


def verb_place(view: View, at: int, groups: dict[int, Bundle], mask: int) -> int:
    """The place of the conjugated verb that begins at `at`, over its pronouns; 0 when it is none or may be no verb."""
    here = at
    sure = False
    if between(view, at) not in _GAPS:
        return 0
    while view.low(here) in forms.CLITICS and (view.words[here].near or here == at) and here not in groups:
        sure = sure or view.low(here) in _SURE_CLITICS
        here += 1
    verb = view.at(here)
    if not verb or not (verb.near or here == at) or verb.clitic or not verb.text.islower() or not forms.finite(verb):
        return 0
    for place in range(at, here):
        person = forms.PERSONS.get(view.low(place))
        if person and forms.has_person(verb, person):
            return 0
    turned = view.at(here + 1)
    if turned and turned.clitic:
        return 0
    if verb.has("P", "D", "C", "O", "R") and not (sure and verb.low in ("sont", "est")):
        return 0
    if verb.verb("inf") or (verb.verb("ppas") and view.low(here - 1) not in ("s'", "se", "ne", "n'")):
        return 0
    if here == at and not verb.near and verb.verb("impe") and not forms.has_person(verb, "3s"):
        return 0  # « Le cas échéant, joignez une copie »
    if sure or verb.only("V") or verb.low in forms.AVOIR | forms.ETRE:
        return here
    found = any(forms.has_person(verb, one) for one in ("3s", "3p"))
    return here if found and not shape(verb).adjective & mask and _only_verb(view, here) else 0


_BEHIND = frozenset(["en", "à", "au", "aux", "dans", "sur", "pour", "par", "le", "la", "les", "l'", "un", "une", "vers", "chez", "nos", "vos",
                     "leur", "leurs", "ce", "cette", "ces", "votre", "notre", "du", "des", "tout", "toute"])  # fmt: skip


def _only_verb(view: View, at: int) -> bool:
    """Whether a word that may be a noun too is the only verb that the clause has."""
    after = view.at(at + 1)
    if not after or not (after.low in _BEHIND | ADVERBS | PREPOSITIONS - {"de", "d'"} or after.only("R")):
        return False
    for place in range(at + 1, len(view.words)):
        word = view.words[place]
        if between(view, place) or word.low in ("que", "qu'", "qui", "et", "mais", "car", "si", "quand", "dont", "où", "alors", "parce"):
            return True
        if forms.finite(word) and not word.has("N", "A", "P", "D", "R") or word.low in ("est", "a", "sont", "ont"):
            return False
    return True
