# ruff: noqa: E501 -- an example stays on one line
"""The attribute and the participle with « être » agree with the subject, wherever it stands (`predicates.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas, object_may_precede, participles_of
from ascom_coach.language.syntax.noungroup import SHADES, set_phrase
from ascom_coach.language.syntax.predicates import Predicate, over, predicates
from ascom_coach.language.syntax.shapes import FP, MP, MS, PLURAL, agreed_in, bits, shape
from ascom_coach.language.syntax.view import View, Word

_KEPT = frozenset(["dernier", "debout", "orange", "marron", "juste", "tel", "telle", "tels", "autre", "nul", "fait", "certain", "tout", "demi",
                   "même", "droit", "torse", "partie", "plein", "tous", "toutes", "toute", "mêmes", "autres", "vôtre", "mien", "sien", "tien", "nôtre", "leur",
                   "pourvu", "limite", "près", "loin", "somme", "tard", "tôt", "ensemble", "mal", "bien", "comparé", "premier", "première",
                   "mieux", "ouïe", "pire", "cher", "haut", "bas", "court", "fort", "net", "super", "cool", "sympa", "chic", "kaki", "standard"])  # fmt: skip
_BEHIND = frozenset(["que", "qu'"])


def describes(view: View, at: int) -> bool:
    """Whether the word at `at` is an adjective or a participle and what follows leaves it one."""
    word, after = view.at(at), view.at(at + 1)
    if (
        not word
        or not word.near
        or word.clitic
        or not word.text.islower()
        or word.low in _KEPT
        or set_phrase(view, at)
    ):
        return False
    kind = shape(word)
    if not kind.adjective or not kind.nominal or (kind.present and not word.has("A")):
        return False
    if (
        kind.noun
        and not kind.participle
        and any(one.pos == "N" and one.lemma != _adjective_lemma(word) for one in word.readings)
    ):
        return False
    if kind.infinitive and not kind.participle:
        return False
    if kind.present and after and after.near and after.low not in ("et", "ou", "mais", "que", "qu'"):
        return False  # « les voilà souriant aux passants »
    if after and after.near and not after.clitic and after.text.islower():
        if after.low in SHADES or (after.low in ("de", "d'") and view.low(at + 2) in ("jais", "encre")):
            return False
        if shape(after).noun and not after.has("P", "R", "D", "C", "O") and not kind.participle:
            return False
    return True


def _adjective_lemma(word: Word) -> str:
    return next((one.lemma for one in word.readings if one.pos == "A"), "")


def _disagrees(view: View, one: Predicate, at: int) -> bool:
    if not describes(view, at):
        return False
    return not shape(view.words[at]).adjective & one.shape


def _subject(view: View) -> Iterator[Hit]:
    """« Elle pense avoir été trompé », « Antoine est mariée », « celui-ci doit être arrivés »."""
    for one in predicates(view):
        if one.link in ("reflexive", "air"):
            continue
        at = one.at
        if any(view.low(i) in _SUCH and view.low(i + 1) in ("que", "qu'") for i in range(at)):
            continue  # « des produits tels que la lessive sont… »: the subject is before the examples
        if not describes(view, at):
            if one.link == "être":
                yield from _misformed(view, one)
            continue
        word = view.words[at]
        kind = shape(word)
        if one.link == "être" and view.low(one.verb - 1) in ("se", "s'"):
            continue  # « celles du bord, hélas, se sont laissé piller »
        if view.low(at - 1) == "comme":
            continue  # « la réunion se tiendra comme prévu »
        if (
            one.link == "self"
            and kind.participle
            and view.low(one.verb).startswith(("fai", "fer", "fit", "rend"))
        ):
            continue
        if view.low(one.verb - 1) in ("c'", "ç'") and (
            view.low(at + 1) in _BEHIND or (kind.noun and not kind.participle)
        ):
            continue
        if one.link == "être" and _heard_for_s_est(view, one.verb, word):
            continue  # « la réunion c'est terminée »: the participle is right, « s'est » is said by another rule
        if not kind.adjective & one.shape:
            yield from changed(word, agreed_in(word, one.shape))
        else:
            shared = kind.adjective & one.shape & PLURAL  # « très nombreux et patients »
            yield from _coordinated(view, replace(one, shape=shared or one.shape), at)


def _heard_for_s_est(view: View, verb: int, word: Word) -> bool:
    """« c'est » right behind a noun that the participle agrees with."""
    noun = view.at(verb - 2)
    if (
        view.low(verb - 1) not in ("c'", "ç'")
        or noun is None
        or not noun.has("N")
        or not view.words[verb - 1].near
    ):
        return False
    return bool(shape(word).participle and shape(word).adjective & shape(noun).noun)


_SUCH = frozenset(["tel", "telle", "tels", "telles"])
_PEOPLE = frozenset(["je", "j'", "tu", "il", "elle", "ils", "elles", "nous", "iel", "iels"])


def _misformed(view: View, one: Predicate) -> Iterator[Hit]:
    """« J'ai été bouleverse », « était-il prit »: a verb form where the participle must stand."""
    word = view.at(one.at)
    if not word or not word.near or word.clitic or not word.text.islower():
        return
    kind = shape(word)
    if any(
        view.low(place) in ("que", "qu'", "qui", "dont", "où")
        for place in range(max(0, one.verb - 6), one.verb)
        if view.low(one.at - 1) != "été" or (place and view.words[place - 1].has("N"))
    ):
        return
    if (
        kind.parts != {"V"}
        or kind.participle
        or kind.present
        or word.low in forms.ETRE
        or word.low in forms.AVOIR
    ):
        return
    remains = bool(lemmas(view.words[one.verb]) & {"rester", "demeurer"})
    if kind.infinitive and (
        not word.low.endswith("er") or (view.low(one.verb - 1) not in _PEOPLE and not remains)
    ):
        return
    stays = view.low(one.at - 1) == "rester" or bool(lemmas(view.words[one.verb]) & {"rester", "demeurer"})
    if stays and not word.low.endswith("er"):
        return
    if stays or view.low(one.verb) in _BEINGS or view.low(one.at - 1) in forms.ETRE | {"être", "été"}:
        yield from changed(word, participles_in(word, one.shape))


def participles_in(word: Word, wanted: int) -> tuple[str, ...]:
    """Past participles of the verbs that `word` may come from, in the shapes `wanted`."""
    out: list[str] = []
    for base in participles_of(word):
        for reading in lexicon().analyses(base):
            if reading.pos == "V" and "ppas" in reading.tags:
                for form, other in lexicon().forms_of(reading.lemma, base):
                    if (
                        other.pos == "V"
                        and "ppas" in other.tags
                        and bits(other.gender, other.number) & wanted
                        and form not in out
                    ):
                        out.append(form)
    return tuple(out[:3])


def _coordinated(view: View, one: Predicate, at: int) -> Iterator[Hit]:
    """« Elle est belle et intelligent »."""
    here = at + 1
    word = view.at(here)
    if not word or not word.near or word.low not in ("et", "ou", "ni", "mais"):
        return
    here = over(view, here + 1)
    target = view.at(here)
    if not target or not describes(view, here) or not view.glued(at, here):
        return
    kind = shape(target)
    after = view.at(here + 1)
    if kind.finite or (kind.noun and not kind.participle and after is not None and after.near):
        return
    if not kind.adjective & one.shape and not (after and after.near and after.low in ("et", "ou")):
        yield from changed(target, agreed_in(target, one.shape))


def _looks(view: View) -> Iterator[Hit]:
    """« Elles n'ont pas l'air très contente »: with the subject, or with « air » in the masculine singular."""
    for one in predicates(view):
        if one.link == "air" and _disagrees(view, one, one.at):
            word = view.words[one.at]
            masculine = bool(shape(word).adjective & MS)
            if not masculine or (shape(word).participle and one.shape & (MP | FP)):
                yield from changed(word, agreed_in(word, one.shape))


_OFTEN_OWN = frozenset(
    ["perdre", "préparer", "tromper", "plaindre", "absenter", "dérouler", "engager", "terminer", "arrêter", "inscrire", "présenter",
     "apercevoir", "évanouir", "réunir", "déplacer", "relâcher", "installer", "révéler", "améliorer", "dégrader", "effondrer", "adapter",
     "intéresser", "opposer", "énerver", "fâcher", "reposer", "lever", "coucher", "réveiller", "habituer", "enfuir", "spécialiser",
     "connecter", "désister", "excuser", "retirer", "rendre", "baisser", "briser", "réduire", "multiplier", "développer", "achever",
     "abstenir", "produire", "passer", "dérouler", "écouler", "dépraver", "créer", "tirer", "ressentir", "rencontrer", "associer", "égarer", "blesser", "noyer", "marier", "séparer", "fiancer"]
)  # fmt: skip


_ALWAYS_OWN = frozenset(
    ["absenter", "évanouir", "enfuir", "abstenir", "plaindre", "dérouler", "effondrer", "désister"]
)
"""Verbs that never take another object than « se »."""
_PLAIN_LINKS = frozenset(["de", "d'", "du", "au", "aux"])
"""Prepositions that the lexicon has as determiners too."""
_FIXED_OBJECTS = frozenset(["compte", "par", "service", "visite", "hommage", "justice", "grâce"])


def _reflexive(view: View) -> Iterator[Hit]:
    """« Il s'est perdue », « la société s'est réuni »."""
    for one in predicates(view):
        if one.link != "reflexive" or not describes(view, one.at):
            continue
        if view.low(one.verb - 1) in ("le", "la", "l'", "les", "en"):
            continue  # « elle se les est achetés »
        word, after = view.words[one.at], view.at(one.at + 1)
        kind = shape(word)
        if not kind.participle or kind.adjective & one.shape:
            continue
        if object_may_precede(view, one.verb):
            continue
        if kind.adjective & MS:
            own = next((one.lemma for one in word.readings if one.pos == "V" and one.lemma in _OFTEN_OWN), "")
            alone = any(reading.pos == "V" and reading.lemma in _ALWAYS_OWN for reading in word.readings)
            if not own or (
                not alone
                and after
                and after.near
                and (
                    (after.has("D") and (after.low not in _PLAIN_LINKS or own == "rendre"))
                    or after.verb("inf")
                    or after.low in _FIXED_OBJECTS
                )
            ):
                continue
        yield from changed(word, agreed_in(word, one.shape))


_BEINGS = frozenset(
    [
        "suis",
        "es",
        "sommes",
        "êtes",
        "étais",
        "est",
        "sont",
        "était",
        "étaient",
        "sera",
        "seront",
        "serait",
        "seraient",
        "fut",
        "furent",
        "soit",
        "soient",
    ]
)


def _inverted(view: View) -> Iterator[Hit]:
    """« Perdus sont les occasions », « Comment est venu ta collègue ? »."""
    groups = bundles(view)[0]
    first = view.words[0] if view.words else None
    for at in range(len(view.words) - 2):
        low = view.low(at)
        if low not in _BEINGS:
            continue
        if (
            at == 1
            and first
            and shape(first).adjective
            and shape(first).nominal
            and not (shape(first).noun and not shape(first).participle)
        ):
            group = next((one for one in groups if one.first == at + 1), None)
            if group and not group.shape & shape(first).adjective and view.glued(0, at + 1):
                yield from changed(first, agreed_in(first, group.shape))
        if (
            view.low(at - 1) in ("comment", "où", "quand", "pourquoi", "que", "qu'", "qui")
            and view.words[at].near
        ):
            here = over(view, at + 1)
            word = view.at(here)
            group = next((one for one in groups if one.first == here + 1), None)
            if (
                not word
                or not group
                or not view.glued(at, here + 1)
                or not shape(word).participle
                or not describes(view, here)
            ):
                continue
            if (
                any(reading.lemma in _COMING for reading in word.readings)
                and not group.shape & shape(word).adjective
                and view.low(at - 1) in ("comment", "où", "quand", "pourquoi")
            ):
                yield from changed(word, agreed_in(word, group.shape))


_COMING = frozenset(
    [
        "venir",
        "aller",
        "arriver",
        "partir",
        "passer",
        "naître",
        "mourir",
        "devenir",
        "tomber",
        "entrer",
        "sortir",
        "revenir",
        "situer",
        "fabriquer",
        "calculer",
    ]
)


RULES: tuple[Rule, ...] = (
    rule("accord_dit_du_sujet", "accord", "L’adjectif ou le participe attribut s’accorde avec le sujet, même si d’autres verbes les séparent.", "Qui est-ce qui est… ? Accordez avec la réponse.", _subject,
         (("Cette cliente pense avoir été trompé.", "trompée"), ("Antoine est absente.", "absent"), ("Celui-ci doit être arrivés.", "arrivé"), ("Je ne suis pas disponibles.", "disponible"),
          ("Elle est calme et attentif.", "attentive"), ("Tu restes discrets.", "discret")),
         ("Cette cliente pense avoir été trompée.", "Antoine est absent.", "Celui-ci doit être arrivé.", "Je ne suis pas disponible.", "Ces écrans sont meilleur marché.", "Elle est calme et attentive.",
          "C'est déçue qu'elle est partie.", "Une partie du stock est restée intacte.")),
    rule("accord_avoir_l_air", "accord", "Après « avoir l’air », l’adjectif s’accorde avec le sujet, ou reste au masculin singulier avec « air ».", "Remplacez « avoir l’air » par « sembler ».", _looks,
         (("Il a l'air fatiguée.", "fatigué"), ("Elles n'ont pas l'air très contente.", "contentes"), ("J'avais l'air contents.", "content")),
         ("Il a l'air fatigué.", "Elles n'ont pas l'air très contentes.", "Cette armoire avait l'air solide.", "Elle a l'air doux.")),
    rule("accord_reflechi", "accord", "Après « s’être », le participe s’accorde avec le sujet quand « se » est le complément.", "« Perdre qui ? soi-même » : accordez avec le sujet.", _reflexive,
         (("Il s'est perdue en route.", "perdu"), ("La commission s'est réuni lundi.", "réunie")), ("Il s'est perdu en route.", "La commission s'est réunie lundi.", "Elle s'est coupé les cheveux.", "Elles se sont plu.", "Elle se les est achetés seule.")),
    rule("accord_attribut_devant", "accord", "Placé devant le verbe « être », l’adjectif s’accorde avec le sujet qui suit.", "Remettez la phrase dans l’ordre : « les occasions sont perdues ».", _inverted,
         (("Perdus sont les occasions manquées.", "Perdues"), ("Comment est venu ta collègue ?", "venue")), ("Perdues sont les occasions manquées.", "Comment est venue ta collègue ?", "Tel est le prix.")),
)  # fmt: skip
