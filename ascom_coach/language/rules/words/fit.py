# ruff: noqa: E501 -- an example stays on one line
"""Forms that do not fit their place, told by what was learnt (see `fitting`) when the grammar of the place agrees.

What was learnt doubts too much by itself; a rule speaks only when the sentence also shows why: the determiner of the
group, the subject of the verb, or a word that correct text is never mistaken at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.learnt.fitting import Misfit, cautions, commoner, kind_of, misfits
from ascom_coach.language.learnt.sets import SETS
from ascom_coach.language.learnt.slots import Left, lefts
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.words._right_places import (
    completes,
    no_group,
    other_subject,
    said_of_another,
    shapes,
)
from ascom_coach.language.syntax.bundle_words import BEFORE_ONE
from ascom_coach.language.syntax.frames import set_off
from ascom_coach.language.syntax.morphology import AVOIR, ETRE, FINITE, PERSONS, finite, has_person
from ascom_coach.language.syntax.noungroup import SHADES, set_phrase
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View, once

_SURE = 5.0
"""Log-odds asked for before a noun is doubted in its own group."""
_SURE_OF_WORD = 8.0
"""Log-odds asked for when another word is proposed and nothing else confirms it."""
_VAGUE = frozenset(["tout", "toute", "tous", "toutes", "quelque", "leur", "leurs"])
_DAYS = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "soir", "midi", "janvier", "février",
     "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
)  # fmt: skip
_COUNTS = frozenset(["million", "milliard", "mille", "cent", "vingt"])
_IN_SETS = frozenset(
    word for one in SETS.values() for forms in one.forms.values() for form in forms for word in form
)
_KEPT = (
    _IN_SETS | AVOIR | ETRE | {"me", "te", "cent", "cents", "vingt", "dix", "six", "vert", "verts", "cher"}
)
"""Left to the sets of `choices`, or too often right where little else shows it."""
_OPENERS = frozenset(
    [
        "que",
        "qu'",
        "qui",
        "si",
        "s'",
        "quand",
        "lorsque",
        "lorsqu'",
        "mais",
        "car",
        "comme",
        "puisque",
        "dont",
        "où",
    ]
)
_ADVERBS = frozenset(
    [
        "mal",
        "bien",
        "très",
        "trop",
        "moins",
        "plus",
        "pas",
        "déjà",
        "encore",
        "tous",
        "toutes",
        "aussi",
        "si",
        "assez",
        "peu",
    ]
)
_PEOPLE = frozenset([*PERSONS, "moi", "toi", "lui", "eux", "celui", "celle", "ceux", "celles"])
_NUMBERED = frozenset(["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "quelques", "plusieurs"])  # fmt: skip
_CONJUNCTIONS = frozenset(
    ["dès", "afin", "pour", "bien", "parce", "alors", "pendant", "tandis", "ainsi", "avant", "après"]
)
_SUBJECT_SHAPES = {"il": "ms", "elle": "fs", "ils": "mp", "elles": "fp"}


@once
def _doubted(view: View) -> tuple[Misfit, ...]:
    return tuple(misfits(view))


def _agrees(form: str, gender: str, number: str) -> bool:
    return any(gender in ("-", g) and number in ("-", n) for g, n in shapes(form))


def _persons(form: str) -> frozenset[str]:
    return frozenset(
        person for one in lexicon().analyses(form) if one.pos == "V" and one.tags.intersection(FINITE)
        for person in one.tags & frozenset(PERSONS.values())
    )  # fmt: skip


def _hit(view: View, index: int, better: str) -> Hit:
    word = view.words[index]
    return word.start, word.end, (cased(word.text, better),)


def _agreeing(view: View, found: Misfit, gender: str, number: str) -> Iterator[Hit]:
    """The form that fits best among those that agree, when the word written does not."""
    low = view.low(found.index)
    if _agrees(low, gender, number):
        return
    for form, _ in found.rivals:
        if kind_of(low, form) in ("personne", "forme"):
            if view.words[found.index].has("A") and not view.words[found.index].has("N"):
                continue
            return
        if kind_of(low, form) in ("nombre", "genre") and _agrees(form, gender, number):
            yield _hit(view, found.index, form)
            return


def _shared(view: View, index: int, number: str) -> bool:
    """« les langues française et anglaise », « un dossier vert clair »: the word alone does not show the group."""
    after = view.low(index + 1)
    if after in SHADES:
        return True
    return after in ("et", "ou") and not _agrees(view.low(index + 2), "-", number)


def _group(view: View) -> Iterator[Hit]:
    """« Les nouveaux bureau », « deux fauteuils ergonomique »."""
    for found in _doubted(view):
        left, word = lefts(view)[found.index], view.words[found.index]
        start = found.index - len(left.inside) - 1
        if not left.word or view.low(start) != left.word:
            continue
        if (
            left.word in _VAGUE
            or not view.glued(start, found.index)
            or (view.low(start - 1) in BEFORE_ONE - {"et"})
            or (view.low(start - 1) == "et" and (left.det[1] != "p" or word.verb("inf") or word.verb("ppre")))
            or (view.low(start - 1) == "ou" and left.det[1] == "s" and _agrees(word.low, "-", "p"))
        ):
            continue
        if no_group(view, found.index, left, start):
            continue
        if (
            (
                "N" in left.inside
                and word.has("N")
                and not (len(left.inside) == 1 and view.words[start + 1].has("A"))
            )
            or word.low in SHADES
            or word.low in _DAYS
            or word.low in _COUNTS
            or "-" in word.low  # « le vide-greniers »
        ):
            continue
        if left.word == "deux" and view.low(start - 1) in ("tous", "toutes") and word.has("V"):
            continue  # « ils ont tous deux perdu leur emploi »
        number = left.det[1]
        if word.low == "avions" and view.low(start - 1) in ("nous", "que", "ne"):
            continue  # « que nous ne l'avions pensé »
        object_of = PERSONS.keys() | {"ne", "n'", "me", "te", "se", "qui", "quiconque"}
        if left.word == "l'" and view.low(start + 1) == "air":
            continue  # « elles ont l'air ravies »
        if left.word in ("le", "la", "l'", "les") and view.low(start - 1) in object_of and finite(word):
            continue  # « avant que tu le signes »: a pronoun, no article
        after = view.at(found.index + 1)
        if word.low == "avoir" and left.word in ("la", "l'", "les") and after and after.verb("ppas"):
            continue  # « pour ne pas les avoir lus »
        if (
            left.word in ("le", "la", "l'", "les")
            and start
            and not view.words[start].near
            and has_person(word, "3s")
        ):
            continue  # « un tuyau, absent du plan, les traverse »
        if view.low(found.index - 1) in ("fois", "air"):
            continue  # « une fois relues », « ils ont l'air fatigués »
        if left.inside and word.has("N") and found.rivals[0][1] < _SURE:
            continue
        after_noun = ("N" in left.inside or "X" in left.inside) and not word.has("N")
        if after_noun and (left.prep or left.inside.count("N") > 1 or completes(view, start)):
            continue
        if len(left.inside) > 2 or _shared(view, found.index, number):
            continue
        yield from _agreeing(view, found, "-", number)


def _expected(left: Left) -> tuple[str, str] | None:
    """Gender and number of the subject before a place, when they are known."""
    shape = _SUBJECT_SHAPES.get(left.subject) or (left.head if left.subject in ("", "qui") else "")
    if not shape:
        return None
    return ("-", "p") if left.joined else (shape[0], shape[1])


def _clause_start(view: View, index: int) -> int | None:
    """Where the clause of the word starts, when nothing breaks it before the word; None when something does."""
    at = index
    while at > 0 and view.low(at - 1) not in _OPENERS:
        if not view.words[at].near:
            return at if _opens(view, at) else None
        at -= 1
    if at and view.low(at - 1) == "qui" and view.low(at - 2) in _PEOPLE:
        return None
    return at


def _opens(view: View, at: int) -> bool:
    """Whether a comma before the word closes what comes first: « Demain, nos bureaux seront fermés »."""
    left = lefts(view)[at]
    return (
        not left.head
        and not left.subject
        and not left.verb
        and (view.low(at) in PERSONS or view.words[at].has("D"))
    )


def _unclear(view: View, index: int) -> bool:
    """Whether a collective noun, « quelque chose » or « ni… ni » makes the gender or the number of the subject a matter of sense."""
    if any(view.low(at) in ("un", "une") and view.low(at + 1) in ("des", "de", "d'") for at in range(index)):
        return True
    if any(
        one.low in ("quelque", "autre") and view.low(at + 1) == "chose"
        for at, one in enumerate(view.words[:index])
    ):
        return True  # « quelque chose est arrivé »: no woman, no thing of that gender
    if any(word.low in ("ayant", "étant") for word in view.words[:index]):
        return True  # « neuf appareils dont le site est équipé ayant été contrôlés »
    return any(word.low in COLLECTIVE or word.low == "ni" or word.text == "%" for word in view.words[:index])


def _attribute(view: View) -> Iterator[Hit]:
    """« Les étiquettes étaient inversé »: what follows être agrees with the subject."""
    for found in _doubted(view):
        left, at = lefts(view)[found.index], found.index - 1
        shape = _expected(left)
        if left.verb != "E" or not shape or shape == ("-", "-") or set_phrase(view, found.index):
            continue
        if left.subject == "qui" and not _antecedent_near(view, found.index):
            continue
        if any(view.low(i) == "qui" and view.low(i - 1) == "ce" for i in range(max(1, at - 3), at + 1)):
            continue  # « ce qui est suffisant »
        if any(view.low(i) in ("ainsi", "quelque") for i in range(at)):
            continue  # « le chef ainsi que son adjoint sont absents », « quelque deux cents lettres sont parties »
        while at > 0 and (view.words[at].only("R") or view.low(at) in _ADVERBS):
            at -= 1
        if view.low(at) not in ETRE or view.low(at) == "être" or view.low(at - 1) in ("se", "s'"):
            continue
        if view.low(at - 2) in ("se", "s'"):
            continue  # « elle se les est achetés »
        start = _clause_start(view, found.index)
        if start is None or _unclear(view, found.index):
            continue
        if view.low(start - 1) in ("que", "qu'") and view.low(start - 2) in _PEOPLE:
            continue  # « ceux que la ligue prête étaient pris »
        if any(finite(one) and not one.has("N", "A", "P", "D") for one in view.words[start:at]):
            continue
        if said_of_another(view, found.index, left.subject):
            continue
        yield from _agreeing(view, found, *shape)


def _person(view: View) -> Iterator[Hit]:
    """« Le stagiaire finis », « dès que vous aurai »: the verb does not have the person of its subject."""
    for found in _doubted(view):
        left, word = lefts(view)[found.index], view.words[found.index]
        start = _clause_start(view, found.index)
        ends = word.low.endswith("ent") and word.has("A")
        if ends and word.near and found.index and view.words[found.index - 1].has("N"):
            continue  # « son gilet fluorescent »
        if left.verb or left.joined or start is None or _unclear(view, found.index):
            continue
        behind = view.at(found.index + 1)
        if view.low(found.index - 1) in TIMES and behind and behind.near and behind.has("D"):
            continue  # « Le matin arrivent les livreurs »
        if view.words[start].verb("inf") and not view.words[start].has("D", "P"):
            continue  # « Ranger les dossiers prend du temps »
        if _of_others(view, start, found.index, left.subject) or other_subject(
            view, found.index, start, left.subject
        ):
            continue
        before = view.at(found.index - 1)
        if before and before.has("D", "A") and (word.has("N") or left.word in _NUMBERED):
            continue  # « les deux derniers kilomètres »
        if left.subject in PERSONS:
            wanted = PERSONS[left.subject]
            if left.since.strip("os") and (word.has("N") or left.subject in ("nous", "vous")):
                continue
            if left.subject in ("nous", "vous") and (
                view.low(start) != left.subject or _relative(view, start - 1)
            ):
                continue
        elif left.subject in ("", "qui") and left.head[1:] in ("s", "p") and word.only("V", "A"):
            if left.subject and not _plain_antecedent(view, start - 1, has_person(word, "3p")):
                continue
            wanted = "3" + left.head[1]
        else:
            continue
        if _persons(word.low) and wanted not in _persons(word.low):
            fitting = [
                form
                for form, _ in found.rivals
                if wanted in _persons(form) and kind_of(word.low, form) == "personne"
            ]
            if fitting:
                yield _hit(view, found.index, fitting[0])


def _of_others(view: View, start: int, index: int, subject: str) -> bool:
    """« Chacune d'elles nous coûte », « à laquelle moins de cinq personnes se seraient inscrites »: the head is elsewhere."""
    if any(view.low(at).endswith(_WHICH) or view.low(at) == "quiconque" for at in range(start, index)):
        return True
    if _relative(view, start - 1) and _verb_of_relative(view, start, index):
        return True
    if subject in ("nous", "vous") and set_off(view, start):
        return True
    last = next((at for at in range(index - 1, start, -1) if view.low(at) == subject), 0)
    return last > 0 and subject in PERSONS and view.low(last - 1) in _BEFORE_PRONOUN


def _verb_of_relative(view: View, start: int, index: int) -> bool:
    """« ceux que le club prête étaient pris »: the word before may be the verb of the relative clause."""
    before = view.words[index - 1]
    return index - 2 > start and has_person(before, "3s") and not view.words[index - 2].has("D", "P")


_WHICH = ("quel", "quels", "quelle", "quelles")
_BEFORE_PRONOUN = frozenset(["d'", "de", "à", "pour", "par", "avec", "chez", "entre", "sans", "sur", "parmi", "contre", "vers", "selon"])  # fmt: skip


def _relative(view: View, at: int) -> bool:
    """Whether the opener at `at` may be an object: « ce que nous vend ce magasin »."""
    return view.low(at) in ("que", "qu'", "dont", "où") and view.low(at - 1) not in _CONJUNCTIONS


def _antecedent_near(view: View, index: int) -> bool:
    """Whether a word, not a sum or a code, stands right before the « qui » that opens the clause of `index`."""
    at = next((at for at in range(index, 0, -1) if view.low(at) == "qui"), 0)
    between = (
        view.text[view.words[at - 1].end - view.offset : view.words[at].start - view.offset] if at else ""
    )
    return at > 0 and not between.strip(" ,") and not view.low(at - 1)[:1].isdecimal()


def _plain_antecedent(view: View, at: int, plural: bool) -> bool:
    """Whether the « qui » at `at` follows a noun that is no complement of another, nor joined to one for a `plural` verb."""
    if plural and _paired(view, at - 1):
        return False
    before = view.at(at - 1)
    known = (
        before is not None and before.has("N", "A") and before.low != "sommes"
    )  # read as a form of « être »
    if view.low(at - 1) in ("quelqu'un", "chacun") or view.low(at - 2) == "quelqu'":
        return False  # « des affiches, quelqu'un qui accepte »
    asked = (
        before is not None and before.verb("ppas") and view.low(at - 2) in AVOIR
    )  # « ils ont demandé qui »
    return bool(known and not asked and view.words[at].near and not lefts(view)[at].prep)


def _paired(view: View, at: int) -> bool:
    """« la ville et la rue qui correspondent »: the antecedent that ends at `at` is joined to another group."""
    for place in range(at, max(0, at - 4), -1):
        if view.low(place) in ("et", "ou"):
            return view.words[place - 1].has("N", "A") and view.words[place + 1].has("D")
    return False


def _word(view: View) -> Iterator[Hit]:
    """« Les tâches dons je m'occupe »: a word for another that sounds the same and is met more often."""
    for found in _doubted(view):
        word = view.words[found.index]
        better, odds = found.rivals[0]
        if odds < _SURE_OF_WORD + cautions().get(word.low, 0.0) or kind_of(word.low, better) != "mot":
            continue
        if not found.index or not word.near or word.low in _KEPT or word.verb("inf") or word.low in _PEOPLE:
            continue
        if word.has("A") and view.low(found.index - 1) in ETRE:
            continue
        if commoner(better, word.low) and _truly_alike(word.low, better):
            yield _hit(view, found.index, better)


_HEARD_E = re.compile(r"(?:[éè]e?s?|er|ez|ai|ais|ait|et|ets|aient)$")


def _truly_alike(one: str, two: str) -> bool:
    """The phonetic key takes « ou » for « u », and « -ent » for « -ant »; here they differ."""
    if ("ou" in one) != ("ou" in two) or bool(_HEARD_E.search(one)) != bool(_HEARD_E.search(two)):
        return False
    return not any(
        "3p" in found.tags
        for form in (one, two)
        if form.endswith("ent")
        for found in lexicon().analyses(form)
    )


def _rule(
    name: str, label: Label, message: str, test: str, find: object, wrong: tuple[tuple[str, str], ...], right: tuple[str, ...]
) -> Rule:  # fmt: skip
    return Rule(f"place_{name}", label, message, test, by_view(find), wrong, right)  # type: ignore[arg-type]


# fmt: off
RULES: tuple[Rule, ...] = (
    _rule("groupe", "accord", "Dans le groupe du nom, tous les mots ont le même nombre que le déterminant.",
          "Regardez le premier mot du groupe : un seul, ou plusieurs ?", _group,
          (("Les nouveaux tarif seront affichés lundi.", "tarifs"), ("Trois armoires métallique attendent au quai.", "métalliques")),
          ("Les nouveaux tarifs seront affichés lundi.", "Des classeurs vert clair sont au bureau.",
           "Les langues anglaise et espagnole sont demandées.", "Elle travaille ici depuis vingt et un ans.", "Elles ont l'air ravies.", "Tu ne l'auras pas vue.",
           "Elle relit les fiches et les valide.", "Ce filtre évite de les placer au rebut.", "Il avance en les aidant.", "Les logiciels métier sont à jour.",
           "Conservez tous vos reçus même en juillet.", "La baisse des frais prévue en mai aura lieu.", "Un lit ou une chambre occupés restent chauffés.", "Tous deux doivent être là.", "Ils peuvent tous les deux être peints.")),
    _rule("attribut", "accord", "Après « être », l’adjectif ou le participe s’accorde avec le sujet.",
          "Demandez « qui est-ce qui est… ? » et accordez avec la réponse.", _attribute,
          (("Les deux adresses étaient inversé sur le bon.", "inversées"),),
          ("Les deux adresses étaient inversées sur le bon.", "La plupart des colis sont arrivés.", "Vous êtes attendue à 9 heures.",
           "Le lien d'inscription qui vous a été transmis est valable.", "La langue par défaut qui est choisie se change ensuite.", "Les thèmes et les polices qui sont mis en page plaisent.",
           "De nombreux outils facilitant la saisie sont mis à jour.")),
    _rule("personne", "accord", "Le verbe s’accorde avec son sujet.", "Remplacez le sujet par « il » ou « ils » : que devient le verbe ?", _person,
          (("Le stagiaire finis le classement cette semaine.", "finit"),),
          ("Le stagiaire finit le classement cette semaine.", "Ce que nous vend ce magasin est bon.", "Toi qui connais ce client, réponds-lui.", "La plupart datent de mars.", "Chacune d'elles nous coûte cher.",
           "« Modifier » vous ramène à la page.", "Les salariés absents sont-ils inclus ?", "Les lots qu'elle vend rapportent peu.", "Dites comment vous vous êtes organisé.", "Indiquez la ville et la rue qui correspondent.")),
    _rule("mot", "homophones", "Ce mot se prononce comme un autre, qui convient mieux ici.", "Dites la phrase avec un mot de sens proche.", _word,
          (("Cette remise ne vaut que sûr les articles neufs.", "sur"),),
          ("Les dons reçus sont inscrits au registre.", "Nous en sommes sûrs.", "Ils ont pris part au vote.")),
)
# fmt: on
