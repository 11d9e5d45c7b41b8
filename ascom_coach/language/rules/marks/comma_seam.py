# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""The seam of a sentence: what opens it holds no verb, then a subject and its verb begin with nothing in between.

« Après vérification avec le livreur il s'avère… », « Âgé de 21 ans je suis… », « Sinon il faudra… », also behind « que ».
Norm: what is placed before the subject is set apart by a comma (Grevisse and Goosse, « Le Bon Usage »).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.rules.marks.run_on import complete
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.commas import ARTICLES, SUBJECTS, comma_after, verb_at
from ascom_coach.language.syntax.shapes import PLURAL
from ascom_coach.language.syntax.view import View

_OPENS = frozenset(
    "après avant dans pour depuis malgré suite grâce dès sans lors pendant durant concernant avec en selon d' d'après sur sous par vu "
    "faute hormis outre contrairement conformément suivant au à afin chez entre vers passé côté".split()
)
_OF = frozenset(["après", "ici", "autre"])
"""Behind « d' »: « d'après », « d'ici lundi », « d'autre part »."""
_DATED = frozenset(["depuis", "dès", "suite", "d'", "après"])
"""Openings that ask for their comma behind « que » too."""
_HELD = frozenset(
    "que qu' qui dont où quoi si s' quand lorsque lorsqu' comme et ou mais car donc or ni puisque puisqu' quoique quel quelle quels quelles "
    "combien comment pourquoi lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels peine peut-être aussi ainsi tant "
    "quelque chaque ce ne n' voici voilà ça tel telle".split()
)
_LINKS = frozenset(
    "sinon bref enfin finalement actuellement malheureusement heureusement normalement".split()
)
_LINK_TURNS = (("par", "contre"), ("par", "exemple"), ("en", "parallèle"), ("au", "total"), ("par", "la", "présente"), ("comme", "convenu"), ("comme", "prévu"), ("comme", "chaque", "année"), ("pour", "autant"), ("bien", "entendu"), ("du", "coup"), ("en", "attendant"), ("en", "plus"), ("sans", "ça"), ("sans", "cela"), ("à", "partir", "de", "là"))  # fmt: skip
_AGED = frozenset(["âgé", "âgée", "âgés", "âgées", "agé", "agée"])
_FEWEST = 3
"""Words that an opening has, below which a comma is a matter of taste: « À midi il mange »."""


def _link(view: View) -> int:
    """How many words of a link open the sentence: « sinon », « par contre »."""
    if view.low(0) in _LINKS:
        return 1
    return next(
        (len(turn) for turn in _LINK_TURNS if all(view.low(at) == one for at, one in enumerate(turn))), 0
    )


def _starts(view: View) -> Iterator[int]:
    """Where an opening may begin: the sentence, or what follows « que »."""
    for at, word in enumerate(view.words[:-4]):
        low = word.low
        if low not in _OPENS and low not in _AGED:
            continue
        if low == "d'" and view.low(at + 1) not in _OF:
            continue
        said = at > 2 and view.low(at - 1) in ("que", "qu'") and view.words[at - 1].near
        if at == 0 or (said and (low in _DATED or view.low(at + 1) in ("partir", "compter"))):
            yield at


def _subject_opens(view: View, at: int, groups: dict[int, Bundle]) -> bool:
    """Whether a subject stands at `at` and its verb, of its person, follows it."""
    word = view.words[at]
    if word.low in SUBJECTS:
        here = at + 1
        if word.low in ("nous", "vous") and view.words[at - 1].verb("inf"):
            return False  # « avant de partir vous »: may be an object
    elif word.low in ARTICLES and at in groups:
        here = groups[at].last + 1
    else:
        return False
    while view.low(here) in forms.CLITICS and view.low(here) not in ("nous", "vous"):
        here += 1
    verb = view.at(here)
    if verb is None or not view.glued(at, here) or verb.clitic or verb.verb("inf"):
        return False
    if word.low in SUBJECTS:
        person = forms.PERSONS[word.low]
        sure = verb.only("V") or verb.low in forms.AUXILIARIES or word.low not in ("nous", "vous")
        return sure and forms.has_person(verb, person) and not (verb.verb("ppas") and not verb.verb("ipre"))
    number = "3p" if groups[at].shape and not groups[at].shape & ~PLURAL else "3s"
    plain = verb.low in forms.AUXILIARIES or (verb.only("V") and not verb.verb("ppas"))
    return plain and verb_at(view, here) and forms.has_person(verb, number)


def _seam(view: View) -> Iterator[Hit]:
    words = view.words
    if len(words) < 5 or "«" in view.text:
        return
    if (size := _link(view)) and view.glued(0, size):
        groups = {one.first: one for one in bundles(view)[0]}
        if _subject_opens(view, size, groups):
            yield comma_after(view, size - 1)
        return
    for start in _starts(view):
        groups = {one.first: one for one in bundles(view)[0]}
        for at in range(start + 1, len(words) - 1):
            word, before = words[at], words[at - 1]
            if not word.near or word.clitic or (word.low in _HELD and at > start + 1):
                break
            if at - start >= _FEWEST and (complete(before) or before.text.isdecimal()):
                waiting = word.low not in SUBJECTS and any(
                    one.verb("inf") or one.verb("ppre")
                    for one in words[start + (view.low(start) == "à" and 2) : at]
                )
                if not waiting and _subject_opens(view, at, groups):
                    yield comma_after(view, at - 1)
                    break
            if word.low in SUBJECTS and word.low not in ("nous", "vous", "elle", "elles"):
                break
            if at > start + 1 and verb_at(view, at) and not word.has("N", "A"):
                break


_CLAUSES = frozenset("si s' quand lorsque lorsqu' comme puisque puisqu'".split())
_THAT = frozenset("bien dès après tant une afin pour depuis".split())


def _clause_seam(view: View) -> Iterator[Hit]:
    """« Bien que nous ayons écrit deux fois les bacs ne sont pas vidés »: a clause in front, then a subject and its verb."""
    words, low = view.words, view.low(0)
    start = 1 if low in _CLAUSES else next((at for at in (1, 2) if view.low(at) in ("que", "qu'")), 0)
    if len(words) < 7 or not start or (start > 0 and low not in _CLAUSES | _THAT) or "«" in view.text:
        return
    start = start if low in _CLAUSES else start + 1
    groups = {one.first: one for one in bundles(view)[0]}
    seen = 0
    for at in range(start, len(words) - 1):
        word, before = words[at], words[at - 1]
        if not word.near or word.clitic or word.low in _HELD - {"ne", "n'", "ce"} or word.low in ("a", "que"):
            return
        acts = verb_at(view, at) and not word.verb("inf")
        if (
            seen
            and at - seen >= 2
            and (complete(before) or before.low == "fois")
            and view.low(at - 1) not in SUBJECTS
        ):
            waiting = word.low in ARTICLES and any(one.verb("inf") for one in words[seen:at])
            direct = word.low in ARTICLES and not words[at - 1].has("N", "S", "R")
            if not waiting and not direct and _subject_opens(view, at, groups):
                yield comma_after(view, at - 1)
                return
        if acts and seen and at - seen > 1:
            return
        if acts or (word.low in forms.AUXILIARIES and not word.verb("inf")):
            seen = at


_SAME = frozenset(["les", "nos", "vos", "mes", "ses", "ces", "leurs", "le", "la"])


def _list_seam(view: View) -> Iterator[Hit]:
    """« les bons de livraison les factures et les avoirs »: three things under the same determiner, one comma short."""
    groups = bundles(view)[0]
    for one, two in pairwise(groups):
        low = view.low(one.first)
        if low not in _SAME or view.low(two.first) != low or not view.words[two.first].near:
            continue
        before = view.words[two.first - 1]
        if (
            before.has("P")
            or before.low in forms.ETRE
            or not before.has("N", "A")
            or not view.glued(one.first, two.first)
        ):
            continue
        if any(
            view.low(at) not in ("de", "d'") and not view.words[at].has("N", "A")
            for at in range(one.last + 1, two.first)
        ):
            continue
        link = two.last + 1
        while view.low(link) in ("de", "d'") and view.at(link + 1) and view.words[link + 1].has("N"):
            link += 2
        third = view.at(link + 2)
        if (
            view.low(link) != "et"
            or view.low(link + 1) != low
            or third is None
            or not view.glued(two.first, link + 2)
        ):
            continue
        verbs = any(verb_at(view, at) for at in range(link + 2, len(view.words)) if view.words[at].only("V"))
        if not verbs and third.has("N"):
            yield comma_after(view, two.first - 1)


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("couture", "Ce qui est placé avant le sujet se sépare de lui par une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_seam),
          (("D'après le planning la salle est libre jeudi.", "planning,"), ("Sinon elle passera par l'agence.", "Sinon,"), ("Âgée de 40 ans je cherche un poste stable.", "ans,"),
           ("Au niveau des stocks il manque du papier.", "stocks,"), ("Je vous rappelle qu'à partir du 3 mai le portail sera fermé.", "mai,"), ("Après discussion avec le gérant il accepte un avoir.", "gérant,"),
           ("Par contre nous n'avons plus de toner.", "contre,")),
          ("D'après le planning, la salle est libre jeudi.", "Dans la salle que nous louons il fait froid.", "Sinon, elle passera.", "À midi il mange.", "Après le départ du client que vous avez vu, on ferme.",
           "Sous peu vous recevrez un avis.", "Dans l'attente de vous lire, je reste à votre écoute.", "Il pense qu'à la prochaine erreur elle partira.")),
    mark_rule("couture_proposition", "La proposition placée en tête est suivie d’une virgule.", "Déplacez-la à la fin : si la phrase tient, il fallait une virgule.", by_view(_clause_seam),
          (("Bien que nous ayons écrit deux fois les bacs ne sont pas vidés et les sols sont sales.", "fois,"), ("Comme le patron est absent cette semaine je valide les congés, sauf les vôtres.", "semaine,")),
          ("Bien que nous ayons écrit deux fois, les bacs ne sont pas vidés.", "Quand vous aurez lu la note, signez.", "Si le client que vous avez vu revient, appelez.", "Comme vous le savez, nous déménageons.")),
    mark_rule("liste_meme", "Les éléments d’une liste sont séparés par des virgules.", "Comptez-les : une virgule entre chacun, « et » avant le dernier.", by_view(_list_seam),
          (("Je classe les bons de livraison les factures et les avoirs.", "livraison,"), ("Il faut vérifier vos dates vos horaires et vos lieux.", "dates,")),
          ("Je classe les bons de livraison, les factures et les avoirs.", "Je range les bons et les factures.", "Le matin le chef et le gardien sont là.", "Lisez les pages sur les congés et les absences.")),
)
# fmt: on
