# ruff: noqa: E501 -- an example stays on one line
"""Agreement across the sentence: subject and verb at a distance, attribute, participle after its group."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.noungroup import set_phrase
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.subjects import Clause, clauses
from ascom_coach.language.syntax.view import View, Word

_INVARIABLE = frozenset(["fait", "pu", "dû", "voulu", "laissé", "cru", "su", "dit", "eu", "permis", "fallu"])
_ARTICLES = frozenset(["le", "la", "l'", "un", "une", "du", "au", "les", "des", "aux", "ce", "cette", "ces"])
_US = {"nous": "1p", "vous": "2p"}
_EMPHATIC = {"moi": "1s", "toi": "2s", "nous": "1p", "vous": "2p"}


def _sure_number(view: View, group: Chunk) -> bool:
    """Whether determiner and noun of the group say the same number."""
    noun = view.words[group.last]
    if noun.text.isupper() or noun.low == "fois":
        return False
    numbers = {one.number for one in noun.readings if one.pos == "N"}
    return not numbers or group.number in numbers or "i" in numbers


def _verbs(view: View) -> Iterator[tuple[Clause, Word]]:
    row = chunks(view)
    for clause in clauses(view):
        if all(_sure_number(view, one) for one in clause.heads):
            yield clause, view.words[row[clause.verb].first]


def _subject_verb(view: View) -> Iterator[Hit]:
    for clause, verb in _verbs(view):
        person = "3" + clause.number
        turned = view.at(chunks(view)[clause.verb].first + 1)
        if turned and (
            turned.clitic or (len(clause.heads) > 1 and verb.low == "est" and turned.low in ("un", "une"))
        ):
            continue
        if not verb.text.islower() or not forms.finite(verb) or forms.has_person(verb, person):
            continue
        if not verb.only("V") and verb.low not in forms.AUXILIARIES:
            continue
        between = range(clause.heads[-1].last + 1, chunks(view)[clause.verb].first)
        if any(forms.has_person(verb, _US.get(view.low(i), "none")) for i in between):
            continue  # « ces choses, nous les partageons »
        if view.low(clause.heads[0].first).startswith("quel") and turned and turned.has("D"):
            continue  # « quel âge ont vos enfants »
        if turned and turned.near and turned.has("D") and view.low(clause.heads[-1].last) in TIMES:
            continue  # « Le matin arrivent les livreurs »
        if view.low(clause.heads[0].first - 2) == "et" and forms.has_person(verb, "3p"):
            continue  # « qu'une loi et qu'un droit valent »
        auxiliary = verb.low in forms.AUXILIARIES
        before = view.at(chunks(view)[clause.verb].first - 1)
        if auxiliary and verb.has("N") and verb.near and before and before.has("A", "D"):
            continue  # « les autres sommes », « de nouveaux avions »: a noun
        if view.low(chunks(view)[clause.verb].first - 1) in forms.AUXILIARIES and not auxiliary:
            continue  # « que nous avons transmit »: a participle is due, see `verbs.auxiliary_slot`
        if not auxiliary and (verb.verb("ppas") or verb.verb("inf") or verb.verb("impe", "2p")):
            continue
        if fixes := forms.conjugated(verb, person):
            yield verb.start, verb.end, fixes


def _attribute_of(row: tuple[Chunk, ...], at: int) -> int | None:
    """The chunk of the attribute when the verb `at` is « être », a verb like it, or « avoir été »."""
    if row[at].kind == "H" and at + 1 < len(row) and row[at + 1].kind == "être":
        at += 1
    elif row[at].kind not in ("E", "L"):
        return None
    return at + 1 if at + 1 < len(row) and row[at + 1].kind == "K" else None


def _reflexive(row: tuple[Chunk, ...], at: int) -> bool:
    return at > 0 and row[at - 1].kind in ("=se", "si")


def _attribute(view: View) -> Iterator[Hit]:
    row = chunks(view)
    for clause, verb in _verbs(view):
        place = _attribute_of(row, clause.verb)
        if place is None or _reflexive(row, clause.verb):
            continue
        target = view.words[row[place].first]
        between = view.text[verb.end - view.offset : target.start - view.offset]
        if any(mark in between for mark in ",;:(") or not target.text.islower():
            continue
        if (
            view.low(row[place].first - 1) in ("l'", "un", "une", "de", "d'", "en")
            or target.low in _INVARIABLE
        ):
            continue
        if (
            target.verb("inf")
            or set_phrase(view, row[place].first)
            or not target.only("A", "V", "N")
            or forms.agrees(target, clause.gender, clause.number)
        ):
            continue
        if len(clause.heads) > 1 and forms.agrees(target, "", "p") and not clause.gender:
            continue
        if fixes := forms.agreed(target, clause.gender, clause.number):
            yield target.start, target.end, fixes


def _pronoun_before(view: View) -> Iterator[Hit]:
    """« Nous les avons commandé »: « les » and « la » before « avoir » ask for the agreement."""
    for index in range(1, len(view.words) - 1):
        word, verb = view.words[index], view.words[index + 1]
        if word.low not in ("les", "la") or verb.low not in forms.AVOIR or word.clitic or not verb.near:
            continue
        if view.low(index - 1) not in (
            "je",
            "tu",
            "il",
            "elle",
            "on",
            "nous",
            "vous",
            "ils",
            "elles",
            "ne",
            "me",
            "te",
            "qui",
        ):
            continue
        at = index + 2
        while view.low(at) in (
            "pas",
            "bien",
            "déjà",
            "toujours",
            "tous",
            "toutes",
            "également",
            "aussi",
            "jamais",
            "encore",
        ):
            at += 1
        target = view.at(at)
        after = view.at(at + 1)
        if not target or not view.glued(index, at) or not target.verb("ppas") or target.low in _INVARIABLE:
            continue
        if after and after.near and (after.verb("inf") or after.low in ("de", "d'", "à", "que", "qu'")):
            continue
        gender, number = ("", "p") if word.low == "les" else ("f", "s")
        if forms.agrees(target, gender, number):
            continue
        fixes = forms.participles(target, gender or "m", number) + (
            () if gender else forms.participles(target, "f", number)
        )
        if fixes:
            yield target.start, target.end, fixes


def _agrees_elsewhere(row: tuple[Chunk, ...], target: Word) -> bool:
    """Whether the participle may describe a group or a pronoun further away: « ils sont revenus de la foire fatigués »."""
    for one in row:
        if one.kind == "N" and (not one.number or forms.agrees(target, one.gender, one.number)):
            return True
        if one.kind in _SUBJECTS and forms.agrees(target, "", _SUBJECTS[one.kind]):
            return True
    return False


_SUBJECTS = {
    "je": "s",
    "j'": "s",
    "tu": "s",
    "il": "s",
    "elle": "s",
    "on": "",
    "nous": "p",
    "vous": "",
    "ils": "p",
    "elles": "p",
}


def _wholly(view: View, group: Chunk) -> bool:
    """« tout entière occupée par son bilan »: no noun."""
    return view.low(group.first) == "tout" and forms.adjective(view.words[group.last])


def _of_no_group(view: View, at: int, group: Chunk) -> bool:
    """« le plus souvent versée », « un plan pour être aidées », « Part des frais déduite », where a noun without a
    determiner opens the sentence: the participle at `at` is not said of the group before it."""
    first, before = view.words[0], view.low(at - 1)
    if before == "être" or (view.words[at - 1].only("R") and view.low(at - 2) in ("plus", "moins")):
        return True
    return (
        group.first in (1, 2)
        and first.has("N")
        and not first.has("D", "P", "R")
        and any(
            forms.agrees(view.words[at], one.gender if one.gender in ("m", "f") else "", one.number)
            for one in first.readings
            if one.pos == "N"
        )
    )


_NO_NOUN = frozenset(["mention", "titre", "type", "état", "avoir", "être"])
"""« la mention lu et approuvé », « que je croyais leur avoir envoyée »."""


def _participle_alone(view: View) -> Iterator[Hit]:
    """« Les horaires d'ouverture indiqué »: a participle after a group agrees with one of its nouns at least."""
    row = chunks(view)
    for at in range(1, len(row)):
        one = row[at]
        target = view.words[one.first]
        if one.kind != "K" or not target.verb("ppas") or not target.text.islower() or forms.finite(target):
            continue
        if target.has("P", "R", "O", "C") or target.low in (
            "compris",
            "joint",
            "donné",
            "vu",
            "excepté",
            "passé",
            "étant",
        ):
            continue
        back = at - 1
        nouns: list[Chunk] = []
        while back >= 0 and row[back].kind == "N" and view.glued(row[back].first, one.first):
            nouns.append(row[back])
            if not row[back].prep or (row[back].prep == "des" and not (back and row[back - 1].kind == "N")):
                break
            back -= 1
        else:
            if (
                not nouns
                or len(nouns) > 1
                or nouns[0].prep not in ("P", "à")
                or target.has("N")
                or _agrees_elsewhere(row[: back + 1], target)
            ):
                continue
        if not nouns or len(nouns) > 2 or nouns[-1].first == nouns[-1].last or _wholly(view, nouns[-1]):
            continue
        if (
            back
            and row[back - 1].kind in ("et", "ou", "E", "L", "H", "être", "avoir", "I", "G", "que", "qu")
            and len(nouns) > 1
        ):
            continue
        if back and (row[back - 1].kind in ("H", "avoir", "et", "ou") or row[back - 1].kind.startswith("=")):
            continue
        shapes = [(group.gender, group.number) for group in nouns]
        if any(
            not number or not _sure_number(view, group)
            for group, (_, number) in zip(nouns, shapes, strict=True)
        ):
            continue
        if any(forms.agrees(target, *shape) for shape in shapes) or _of_no_group(view, one.first, nouns[-1]):
            continue
        before = view.low(one.first - 1)
        little = target.has("N") and view.words[one.first - 1].has("A")  # « du petit musée »: the noun
        if little or before in _ARTICLES or before in _NO_NOUN:
            continue
        if view.low(one.first + 1) in ("et", "ou") or before in (
            "non",
            "mal",
            "bien",
            "plus",
            "moins",
            "fois",
        ):
            continue
        if fixes := forms.agreed(target, *shapes[-1]):
            yield target.start, target.end, fixes


def _who_verb(view: View) -> Iterator[Hit]:
    """« C'est vous qui assurera »: the verb after « qui » takes the person of the pronoun before it."""
    for index in range(2, len(view.words) - 1):
        if view.low(index) != "qui" or view.low(index - 1) not in _EMPHATIC:
            continue
        if view.low(index - 2) not in ("est", "était", "sera", "c'"):
            continue
        at = index + 1
        while view.low(at) in forms.CLITICS:
            at += 1
        verb = view.at(at)
        person = _EMPHATIC[view.low(index - 1)]
        if not verb or not view.glued(index, at) or not verb.only("V") or not forms.finite(verb):
            continue
        if not forms.has_person(verb, person) and (fixes := forms.conjugated(verb, person)):
            yield verb.start, verb.end, fixes


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule(
        "accord_sujet", "accord", "Le verbe s’accorde avec le nom principal du sujet, même quand d’autres mots les séparent.", "Qui est-ce qui… ? La réponse donne le nombre.",
        by_view(_subject_verb),
        (("La liste des clients sont jointe.", "est"), ("Le dossier et la facture arrive demain.", "arrivent"), ("Les dossiers que la direction a validés sera prêts.", "seront"), ("Les clients attend une réponse.", "attendent")),
        ("La liste des clients est jointe.", "Le dossier et la facture partent demain.", "Une dizaine de clients attendent.", "La plupart viennent.", "Les fiches produit sont là.", "Le service clients répond.", "Nos conseillers vous répondent.", "Ceux que la ligue prête étaient pris."),
    ),
    Rule(
        "accord_attribut_sujet", "accord", "Avec « être » et les verbes d’état, l’adjectif ou le participe s’accorde avec le nom principal du sujet.", "Qui est-ce qui est… ? Accordez avec la réponse.",
        by_view(_attribute),
        (("Votre demande de congé pour le mois de juin est accepté.", "acceptée"), ("La cliente et sa fille seront présents.", "présentes"), ("Les deux gérants restent persuadé de leur choix.", "persuadés")),
        ("Votre demande de congé pour le mois de juin est acceptée.", "La cliente et son mari seront présents.", "Les deux gérants restent persuadés de leur choix.", "Les clientes se sont parlé.", "La livraison est en cours."),
    ),
    Rule(
        "accord_pronom_avant", "accord", "Avec « avoir », le participe s’accorde avec « les » ou « la » placé avant lui.", "Remplacez le pronom par ce qu’il désigne : masculin ou féminin, un ou plusieurs ?",
        by_view(_pronoun_before),
        (("Les tables ? Nous les avons commandé lundi.", "commandés"), ("La facture, je la ai perdu.", "perdue")) [:1],
        ("Les tables ? Nous les avons commandées lundi.", "Nous les avons fait livrer.", "Nous les avons laissé partir.", "Elle les a déjà vus."),
    ),
    Rule(
        "accord_participe_groupe", "accord", "Le participe placé après un groupe s’accorde avec le nom qu’il précise.", "Qu’est-ce qui est… ? Le nom commande l’accord.",
        by_view(_participle_alone),
        (("Les horaires d'ouverture indiqué sur le site changent.", "indiqués"), ("Voici les pièces demandé par la mairie.", "demandées")),
        ("Les horaires d'ouverture indiqués sur le site changent.", "La date de livraison prévue au contrat.", "Le délai de livraison prévu au contrat.", "Nous avons les clés perdues hier.", "Il a la facture signée.", "Le gardien du petit musée a fermé.",
         "Il réclame la fiche que je pensais leur avoir envoyée."),
    ),
    Rule(
        "accord_qui_personne", "accord", "Après « c’est vous qui », le verbe se met à la même personne que le pronom.", "Remplacez « qui » par le pronom : vous assurez, donc c’est vous qui assurez.",
        by_view(_who_verb), (("C'est vous qui assurera la permanence.", "assurerez"), ("C'est moi qui finira.", "finirai")),
        ("C'est vous qui assurerez la permanence.", "C'est moi qui ai appelé.", "C'est nous qui vous appelons."),
    ),
)
# fmt: on
