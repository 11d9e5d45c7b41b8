# ruff: noqa: E501 -- an example stays on one line
"""Adjectives and participles behind a comma: of a group wherever it stands, and in a list « simples, équilibrés et bons ».

Norm: apart or in a list, each takes the gender and number of the noun it describes (Grevisse and Goosse, « Le Bon
Usage », 16e éd., 2016, §§ 338, 345).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import INTENSE, NEVER
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.shapes import ANY, PLURAL, PRONOUNS, SINGULAR, agreed_in, shape
from ascom_coach.language.syntax.spine import TIMES, listed
from ascom_coach.language.syntax.spine_clauses import over_relative
from ascom_coach.language.syntax.spine_parts import between, over_modifiers
from ascom_coach.language.syntax.view import View, Word

_FIXED = NEVER | frozenset([
    "excepté", "vu", "attendu", "compris", "entendu", "fini", "bref", "seul", "supposé", "sauf", "désolée", "désolés", "désolées", "promis",
    "juré", "désolé", "merci", "soit", "quitte", "exact", "parfait", "certain", "autant", "ensemble", "comparé", "situé"
])  # fmt: skip
_YIELDING = frozenset(["même", "quoique", "pourtant", "toujours", "déjà", "encore", "jamais", "souvent", "parfois", "désormais", "enfin", "pas", "non",
                       "entièrement", "également", "ensuite"])  # fmt: skip
_BEHIND = frozenset(["par", "dans", "de", "d'", "à", "en", "au", "aux", "sur", "du", "des", "chez", "pour", "parmi", "avec", "depuis", "sous", "contre", "le", "hier",
                     "et", "ou", "puis", "chaque", "un", "une", "ce", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "sans"])  # fmt: skip
_AGENTS = frozenset(["par", "à", "au", "aux", "en", "pour", "dans", "depuis", "sur"])
_OF_THINGS = frozenset(["dater", "signer", "rédiger", "imprimer", "joindre", "assortir", "composer", "livrer", "emballer", "intituler", "estimer", "verser",
                        "valoir", "payable", "valable", "remboursable", "transférer", "facturer", "chiffrer", "numéroter"])  # fmt: skip


def _apart(view: View) -> Iterator[Hit]:
    """« Vos remarques, même négative », « nous prévoyons les repas, estimé à »."""
    if "," not in view.text:
        return
    groups = {one.first: one for one in bundles(view)[0]}
    done = -1
    for first, group in groups.items():
        if first < done or not _head_of_all(view, first):
            continue
        whole, last, here = _reach(view, group, groups)
        done = here
        at = _target(view, here)
        if at is None:
            continue
        word = view.words[at]
        wanted = shape(word).adjective
        second = _second(view, at)
        if second and not wanted & shape(view.words[second]).adjective:
            if shape(view.words[second]).adjective & whole and not wanted & whole:
                yield from changed(word, agreed_in(word, whole))
            continue
        if wanted & (whole | last) or wanted & _others(view, first, here, at, groups, word):
            continue
        yield from changed(word, agreed_in(word, whole))


def _head_of_all(view: View, first: int) -> bool:
    """Whether the group at `first` is no complement, no end of a list, and stands in no aside that the comma closes."""
    if first == 0:
        return True
    low = view.low(first - 1)
    if low in ("de", "d'", "et", "ou", "ni", "que", "qu'", "comme") or view.low(first) in ("du", "au", "aux"):
        return False
    if view.low(first) == "des" and view.words[first - 1].has("N", "A") and view.words[first].near:
        return False
    start = first
    while start > 0 and view.words[start].near:
        start -= 1
    return start == 0 or not view.words[start].has("P", "R", "C")


def _reach(view: View, group: Bundle, groups: dict[int, Bundle]) -> tuple[int, int, int]:
    """(set of the group or of the list that it opens, set of its complements, place behind)."""
    whole, last, here = group.shape, 0, group.last + 1
    for _ in range(10):
        joined = listed(view, group.first, here, whole, groups)
        if joined:
            whole, here = joined[0], joined[1]
            inner = [one for one in groups.values() if one.last < here]
            last |= inner[-1].shape if inner else 0
            continue
        step = over_modifiers(view, here, groups)
        if step == here:
            step = over_relative(view, here, groups)
            if step == here or view.low(step) not in ("bien", "quoique") or between(view, step) != ",":
                break
        for place in range(here, step):
            other = groups.get(place)
            if other and view.low(other.noun) not in TIMES:
                last |= other.allowed
            elif view.low(place) in ("de", "d'") and place + 1 < len(view.words):
                last |= shape(view.words[place + 1]).noun  # « une liste d'aides, triées par ville »
        here = step
    return whole, last, here


def _target(view: View, here: int) -> int | None:
    """The adjective or participle that an aside opens with behind the comma at `here`, over « même », « bien que »."""
    if here >= len(view.words) or between(view, here) != ",":
        return None
    at = here
    if view.low(at) in ("bien", "quoique", "une") and view.low(at + 1) in ("que", "fois"):
        at += 2
    while at < here + 4 and (
        view.low(at) in INTENSE | _YIELDING
        or (view.words[at : at + 1] and view.words[at].low.endswith("ment") and view.words[at].only("R"))
    ):
        at += 1
    word = view.at(at)
    if not word or (at > here and not word.near) or not word.text.islower() or word.low in _FIXED:
        return None
    kind, after = shape(word), view.at(at + 1)
    if word.verb("2p") and at == here and (after is None or after.low not in _AGENTS):
        return None  # « Dans la marge, faites une croix »
    told = (
        not kind.noun
        or _second(view, at)
        or at > here
        or (kind.participle and after is not None and after.low in _AGENTS)
    )
    if (
        not told
        or not kind.adjective
        or not kind.nominal
        or (kind.finite and not kind.participle and view.low(at - 1) not in ("que", "quoique"))
        or (kind.present and at == here)
    ):
        return None
    return at if after is None or not after.near or after.low in _BEHIND or after.only("R") else None


def _second(view: View, at: int) -> int:
    """The place of the adjective that « et », « ou », « puis » joins to the one at `at`, else 0."""
    if view.low(at + 1) not in ("et", "ou", "puis") or not view.glued(at, at + 2):
        return 0
    return at + 2 if shape(view.words[at + 2]).plain_adjective and not shape(view.words[at + 2]).noun else 0


def _others(view: View, first: int, here: int, at: int, groups: dict[int, Bundle], word: Word) -> int:
    """What else the word at `at` may describe: groups and pronouns before, a subject behind a later comma."""
    mask = 0
    for one in groups.values():
        if one.first < first or (one.first > at and not view.words[one.first].near):
            mask |= one.shape
    things = any(reading.lemma in _OF_THINGS for reading in word.readings)
    for place, other in enumerate(view.words[:here]):
        if first <= place < here and other.low not in ("qui", "que", "nous", "vous"):
            continue
        if other.low in ("on", "vous", "qui", "se", "s'", "y"):
            mask |= 0 if things and other.low != "qui" else ANY
        elif other.low == "nous":
            mask |= PLURAL
        elif other.low in PRONOUNS and not other.clitic:
            mask |= PRONOUNS[other.low]
        elif other.text[:1].isupper() and place and not other.only("D", "P", "C"):
            mask |= 0 if things else SINGULAR
    opening = view.words[0]
    if first and (
        opening.verb("impe")
        or not opening.readings
        or opening.low in ("merci", "prière", "ci-joint", "mme", "mlle", "m")
    ):
        mask |= 0 if things else ANY if opening.low not in ("mme", "mlle", "m") else SINGULAR
    for place in range(at + 1, len(view.words)):
        if not view.words[place].near:
            low = view.low(place)
            spoken = low == "on" or (low in ("nous", "vous") and _acts(view, place, forms.PERSONS[low]))
            mask |= ANY if spoken or view.words[place].text[:1].isupper() else PRONOUNS.get(low, 0)
    return mask


def _acts(view: View, at: int, person: str) -> bool:
    """Whether « nous » or « vous » at `at` is the subject of the verb behind it."""
    here = at + 1
    while view.low(here) in forms.CLITICS:
        here += 1
    verb = view.at(here)
    return verb is None or not forms.finite(verb) or forms.has_person(verb, person)


def _list(view: View) -> Iterator[Hit]:
    """« Des repas simples, équilibré et cuisinés », « le linge plié, repassé et rangés »."""
    if "," not in view.text:
        return
    for group in bundles(view)[0]:
        items = _items(view, group)
        if len(items) < 3 or bool(group.shape & SINGULAR) == bool(group.shape & PLURAL):
            continue
        wrong = [at for at in items if not shape(view.words[at]).adjective & group.shape]
        if len(wrong) == 1 and not (view.low(group.first - 1) in ("de", "d'", "et") and group.first):
            word = view.words[wrong[0]]
            yield from changed(word, agreed_in(word, group.shape))


def _items(view: View, group: Bundle) -> list[int]:
    """The places of the adjectives of a list behind a noun, the first ones before a comma, the last behind « et »."""
    items = [at for at in range(group.noun + 1, group.last + 1) if shape(view.words[at]).plain_adjective]
    if not items or items[-1] != group.last:
        return []
    at = group.last + 1
    while between(view, at) == "," and _adjective(view, at):
        items.append(at)
        at += 1
    if (
        between(view, at)
        or view.low(at) not in ("et", "ou", "puis")
        or not _adjective(view, at + 1)
        or between(view, at + 1)
    ):
        return []
    return [*items, at + 1]


def _adjective(view: View, at: int) -> bool:
    word = view.at(at)
    return bool(
        word
        and word.text.islower()
        and shape(word).plain_adjective
        and (not shape(word).noun or shape(word).participle)
    )


_MASS = frozenset(["eau", "lait", "vin", "café", "thé", "farine", "pain", "bois", "viande", "poisson", "papier", "tissu", "laine", "cuir", "verre", "linge",
                   "peinture", "sable", "terre", "huile", "beurre", "sucre", "sel", "riz", "fromage", "jambon", "chocolat", "miel", "bière", "coton", "soie",
                   "métal", "acier", "carton", "plastique", "béton", "gravier", "charbon", "fuel", "gaz", "argent", "musique", "texte", "données", "vaisselle"])  # fmt: skip
_TIES = frozenset(["à", "au", "aux", "par", "en", "pour", "dans", "chez", "sur", "avec", "depuis", "avant", "après", "hier", "lundi", "mardi", "mercredi", "jeudi",
                   "vendredi", "samedi", "le", "sous", "lors", "ce", "cette"])  # fmt: skip
_ALSO_NOUNS = frozenset(["prise", "remise", "mise", "reprise", "entreprise", "conduite"])


def _bare(view: View) -> Iterator[Hit]:
    """« Les bacs de tri destiné aux papiers », « les clés remise au gardien »."""
    for group in bundles(view)[0]:
        at = group.noun + 1
        if (
            not group.shape
            or group.shape & SINGULAR
            or not at < len(view.words) - 1
            or not view.words[at].near
        ):
            continue
        if view.low(at) in ("de", "d'") and (noun := view.at(at + 1)):
            bare = (
                noun.near
                and noun.text.islower()
                and shape(noun).noun & SINGULAR
                and noun.low not in _MASS
                and not noun.has("D", "P", "O")
            )
            at = at + 2 if bare and noun.low not in ("être", "avoir") else at
        elif view.low(at) not in _ALSO_NOUNS:
            continue
        word, after = view.at(at), view.at(at + 1)
        if (
            not word
            or not after
            or not word.near
            or not after.near
            or after.low not in _TIES
            or not word.text.islower()
        ):
            continue
        kind = shape(word)
        if not kind.participle or kind.adjective & PLURAL or (kind.noun and word.low not in _ALSO_NOUNS):
            continue
        if (kind.finite or kind.noun) and not _verb_later(view, at + 2):
            continue
        if _of_the_head(view, group.first, kind.adjective):
            continue
        yield from changed(word, agreed_in(word, group.shape))


def _of_the_head(view: View, first: int, wanted: int) -> bool:
    """« le bouton des options de tri situé en haut »: the group at `first` completes another, which is described."""
    groups = {one.last: one for one in bundles(view)[0]}
    while first:
        linked = view.low(first) in ("des", "du", "aux", "au")
        before = first - 1 if linked else first - 2
        if (not linked and not view.words[first - 1].has("P")) or not view.words[first].near:
            return False
        head = groups.get(before)
        if head is None:
            return False
        if head.shape & wanted:
            return True
        first = head.first
    return False


def _verb_later(view: View, at: int) -> bool:
    """Whether a plain conjugated verb follows before the clause ends."""
    for place in range(at, len(view.words)):
        word = view.words[place]
        if between(view, place) or word.low in ("qui", "que", "qu'", "dont", "où", "et", "mais", "car", "si"):
            return False
        if forms.finite(word) and (word.only("V") or word.low in forms.AUXILIARIES) and not word.verb("ppas"):
            return True
    return False


RULES: tuple[Rule, ...] = (
    rule("accord_derriere_virgule", "accord", "Placé après une virgule, l’adjectif ou le participe s’accorde avec le nom qu’il décrit.", "Qu’est-ce qui est… ? Accordez avec la réponse.", _apart,
         (("Vos remarques, même négative, sont utiles.", "négatives"), ("Nous prévoyons le transport et les repas, estimé à 900 euros.", "estimés"), ("La cliente a rendu les clés, glissé dans une enveloppe.", "glissées"),
          ("Les copies du rapport, relié et numérotées, partent demain.", "reliées"), ("Votre demande, bien que tardif, sera étudiée.", "tardive"), ("Les mesures que nous avons prises, bien que tardive, ont suffi.", "tardives")),
         ("Vos remarques, même négatives, sont utiles.", "Nous prévoyons le transport et les repas, estimés à 900 euros.", "La cliente a quitté les lieux, satisfaite de sa visite.", "À midi, fatigués par la route, les chauffeurs mangent.",
          "La gérante parle à ses clients, assise sur un tabouret.", "Vous passez les portes, accompagné d'un agent.", "Dans la marge, faites une croix.", "Le gérant de ces magasins, absent depuis lundi, revient.")),
    rule("accord_liste_adjectifs", "accord", "Dans une liste, chaque adjectif ou participe s’accorde avec le nom.", "Dites le nom avec chaque adjectif, l’un après l’autre.", _list,
         (("Nous servons des repas simples, équilibré et cuisinés sur place.", "équilibrés"), ("Le linge plié, repassé et rangés part à midi.", "rangé")),
         ("Nous servons des repas simples, équilibrés et cuisinés sur place.", "Le linge plié, repassé et rangé part à midi.", "Les langues anglaise, allemande et espagnole.", "Nous avons un bureau clair, trois lits et deux tables.")),
    rule("accord_complement_nu", "accord", "Après « nom de nom », le participe s’accorde avec le premier nom quand c’est lui qu’il décrit.", "Qu’est-ce qui est destiné, rédigé, réservé… ?", _bare,
         (("Les bacs de tri destiné aux papiers sont pleins.", "destinés"), ("Les billets de train réservé pour mardi sont là.", "réservés"), ("Les clés remise au gardien ouvrent la cave.", "remises")),
         ("Les bacs de tri destinés aux papiers sont pleins.", "Les sacs de sable posé à terre sèchent.", "Ouvrez le tiroir des fiches de paie situé sous le comptoir.", "Les hausses de prix en mars.", "Les agents prise en main.", "Les bons de remise en caisse.")),
)  # fmt: skip
