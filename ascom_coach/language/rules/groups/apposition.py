# ruff: noqa: E501 -- an example stays on one line
"""Agreement across a comma: « le directeur, blessé par… », « Installée à Lyon, notre société… »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax.bundle_words import INTENSE
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.shapes import (
    FS,
    MS,
    PRONOUNS,
    agreed_in,
    bits,
    shape,
)
from ascom_coach.language.syntax.view import View, Word

_FIXED = frozenset([
    "excepté", "vu", "attendu", "passé", "compris", "donné", "ci-joint", "entendu", "fini", "dit", "bref", "seul",
    "supposé", "sauf", "désolée", "désolés", "désolées", "résultat", "promis", "juré", "désolé", "merci", "soit",
    "quitte", "exact", "parfait", "bon", "fort", "tel", "certain", "plein"
])  # fmt: skip
_DEGREES = frozenset(["très", "trop", "plus", "moins", "assez", "peu", "fort", "bien"])
_BEHIND = frozenset([
    "par", "dans", "de", "d'", "à", "en", "au", "aux", "sur", "du", "chez", "pour", "parmi", "avec", "depuis", "sous",
    "contre"
])  # fmt: skip


def apart(view: View, at: int) -> int | None:
    """Where the adjective set between commas stands, from the word after the first comma, over its adverbs."""
    here = at
    while (
        (word := view.at(here))
        and (word.low in INTENSE or (word.low.endswith("ment") and word.only("R")))
        and here < at + 3
    ):
        here += 1
    word = view.at(here)
    if not word or (here > at and not word.near) or not word.text.islower() or word.low in _FIXED:
        return None
    kind, after = shape(word), view.at(here + 1)
    told = here > at and view.low(here - 1) in _DEGREES  # « très complète », « plus encourageants »
    after = view.at(here + 1)
    own = {one.lemma for one in word.readings if one.pos == "A"}
    shown = (
        after is not None
        and after.near
        and after.low in ("de", "du", "d'", "par")
        and all(one.lemma in own for one in word.readings if one.pos == "N")
    )
    told = told or (bool(own) and shown)  # « mécontente du retard »
    good = kind.participle or (kind.plain_adjective and not kind.noun) or (told and word.has("A"))
    if not good or not kind.nominal or ((kind.present or (kind.finite and not kind.participle)) and not told):
        return None
    return here if after is None or not after.near or after.low in _BEHIND else None


def _mask_of_name(word: Word) -> int:
    names = [one for one in word.readings if one.pos == "S"]
    genders = {one.gender for one in names}
    return (
        bits(genders.pop(), "s")
        if len(genders) == 1 and word.text[:1].isupper() and len(names) == len(word.readings)
        else 0
    )


def _behind_comma(view: View) -> Iterator[Hit]:
    """« Le directeur, blessée par ces mots, », « Pauline, surnuméraires »."""
    groups = bundles(view)[0]
    first = groups[0] if groups and groups[0].first == 0 else None
    if first:
        last, mask = _whole(view, first, groups)
    elif (
        view.words
        and view.words[0].text[:1].isupper()
        and (mask := _mask_of_name(view.words[0]))
        and mask in (MS, FS)
    ):
        last = 0
    else:
        return
    comma = view.at(last + 1)
    if (
        not comma
        or comma.near
        or view.text[view.words[last].end - view.offset : comma.start - view.offset].strip() != ","
    ):
        return
    at = apart(view, last + 1)
    if at is None:
        return
    word = view.words[at]
    if mask & shape(word).adjective or _fits_later(view, at, shape(word).adjective, groups):
        return
    yield from changed(word, agreed_in(word, mask))


def _whole(view: View, first: Bundle, groups: tuple[Bundle, ...]) -> tuple[int, int]:
    """The last word of the group with its name, number or complement, and what an adjective behind may agree with."""
    last, mask = first.last, first.shape
    while (word := view.at(last + 1)) and word.near:
        group = next((one for one in groups if one.first in (last + 1, last + 2)), None)
        if word.low in ("de", "d'", "du", "des") and group:
            last, mask = group.last, mask | group.shape
        elif (
            (word.text[:1].isupper() and not word.readings)
            or word.text[-1:].isdecimal()
            or word.low in ("n", "no", "euros")
        ):
            last += 1
        else:
            break
    return last, mask


def _fits_later(view: View, at: int, wanted: int, groups: tuple[Bundle, ...]) -> bool:
    """Whether a group or a pronoun right behind a later comma, the subject it may be, fits."""
    if any(one.first > at and not view.words[one.first].near and one.shape & wanted for one in groups):
        return True
    return any(
        not word.near and (word.low in ("on", "vous", "nous") or PRONOUNS.get(word.low, 0) & wanted)
        for word in view.words[at + 1 :]
    )


def _in_front(view: View, sure: bool) -> Iterator[Hit]:
    """« Connu depuis longtemps, l'île attire », « Découragés, je suis parti »; `sure` asks for a person or a firm."""
    at = 0
    while (word := view.at(at)) and at < 2 and (word.low.endswith("ment") and word.only("R")):
        at += 1
    if not word:
        return
    kind = shape(word)
    if not kind.participle and not (
        kind.adjective
        and word.low.rstrip("s")
        in ("absent", "accessible", "soucieux", "heureux", "absente", "accessibles", "fier", "fière")
    ):
        return
    if word.low in _FIXED or not kind.parts <= frozenset("NAV"):
        return
    here = at + 1
    while (other := view.at(here)) and other.near:
        if (other.verb("ipre") and not other.has("N", "A", "P", "D")) or other.low in (
            "que",
            "qu'",
            "qui",
            "le",
            "la",
            "les",
            "un",
            "une",
        ):
            return
        here += 1
    if (
        not other
        or here > at + 9
        or view.text[view.words[here - 1].end - view.offset : other.start - view.offset].strip() != ","
    ):
        return
    if here > at + 1 and view.words[at + 1].low not in _BEHIND and not view.words[at + 1].only("R"):
        return
    group = next((one for one in bundles(view)[0] if one.first == here), None)
    if other.low in ("son", "sa", "ses", "leur", "leurs"):
        return
    mask = (
        group.shape
        if group
        else PRONOUNS.get(other.low, 0)
        if other.low in ("je", "j'", "tu", "il", "elle", "ils", "elles")
        else 0
    )
    if (
        group
        and group.last + 1 < len(view.words)
        and (view.low(group.last + 1) in ("et", "ou") or not view.words[group.last + 1].near)
    ):
        return
    if any(
        one.low in ("et", "ou") and view.low(index + 1) in PRONOUNS
        for index, one in enumerate(view.words)
        if index > here
    ) or view.low(here) in ("un", "une"):
        mask = mask if not sure else 0  # « Séparés, il restait et elle partait »
    acting = group is None or view.low(group.noun) in _ACTORS
    if mask and acting is sure and not mask & kind.adjective:
        yield from changed(word, agreed_in(word, mask))


_ACTORS = frozenset([
    "société", "sociétés", "entreprise", "entreprises", "association", "agence", "équipe", "équipes", "direction", "mairie", "commune",
    "client", "cliente", "clients", "clientes", "candidat", "candidate", "candidats", "candidates", "salarié", "salariée", "salariés",
    "salariées", "stagiaires", "directeur", "directrice", "responsables", "assistante", "assistant", "assistantes", "collègues",
    "conseillère", "conseiller", "conseillers", "gérant", "gérante", "fournisseur", "fournisseurs", "prestataires", "femme", "femmes",
    "homme", "hommes", "magasin", "boutique", "restaurant", "structure", "groupe", "filiale", "banque", "coopérative"
])  # fmt: skip
"""Who is described at the head of a sentence; another noun there often follows what speaks of the reader."""

RULES: tuple[Rule, ...] = (
    rule("accord_apposition", "accord", "L’adjectif placé entre virgules s’accorde avec le nom qu’il décrit.", "Qui est-ce qui est… ? Accordez avec la réponse.", _behind_comma,
         (("Le directeur, blessée par ces mots, quitta la salle.", "blessé"), ("Cette offre, souvent refusé, reste valable.", "refusée"), ("Julie, ravis de la nouvelle, a souri.", "ravie"),
          ("La nouvelle brochure, très complet, est en ligne.", "complète"), ("La société Dupré, spécialisé dans le froid, intervient demain.", "spécialisée")),
         ("Le directeur, blessé par ces mots, quitta la salle.", "Le matin, fatigués par la route, les chauffeurs se reposent.", "Julie, ravie de la nouvelle, a souri.")),
    rule("accord_apposition_tete", "accord", "L’adjectif ou le participe placé en tête s’accorde avec le sujet qui suit la virgule.", "Qui est-ce qui est… ? Le sujet du verbe commande l’accord.", lambda view: _in_front(view, True),
         (("Installé à Lyon depuis mars, notre société recrute.", "Installée"), ("Découragés, je suis rentré.", "Découragé")),
         ("Installée à Lyon depuis mars, notre société recrute.", "Découragés, ils sont rentrés.", "Vu le retard, la séance est levée.", "Arrivé à Nantes, le livreur appelle.")),
    rule("accord_apposition_debut", "accord", "L’adjectif ou le participe placé en tête s’accorde avec le sujet qui suit la virgule.", "Qui est-ce qui est… ? Le sujet du verbe commande l’accord.", lambda view: _in_front(view, False),
         (("Connu depuis longtemps, l'adresse attire du monde.", "Connue"),), ("Connue depuis longtemps, l'adresse attire du monde.",), False),
)  # fmt: skip
