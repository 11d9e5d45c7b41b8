# ruff: noqa: E501 -- an example stays on one line
"""An adjective right behind its noun that its look hides: « les mesures prise par », « une réunion important », « les cartons vide »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import sure_verb
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.noungroup import SHADES, beside
from ascom_coach.language.syntax.view import View, Word

_KEPT = SHADES | {"avant", "arrière", "orange", "marron", "nature", "standard", "express", "type", "clé", "test", "pilote", "cadre", "bio", "debout", "compris", "même",
                  "lui-même", "dont", "tel", "autre", "premier", "dernier", "seul", "plus", "moins", "bien", "tout", "fort", "net", "juste", "public", "radio", "vidéo"}  # fmt: skip


def _groups(view: View) -> Iterator[tuple[Chunk, Word, Word | None]]:
    """Each group of a determiner and a noun whose shape is known, the word right behind it, and the next."""
    for one in chunks(view):
        word = view.at(one.last + 1)
        if (
            one.kind != "N"
            or not one.number
            or one.last == one.first
            or not word
            or not word.near
            or word.clitic
        ):
            continue
        if (
            view.words[one.first].has("D")
            and word.text.islower()
            and word.low not in _KEPT
            and not word.has("P", "R", "C", "O", "D")
        ):
            yield one, word, view.at(one.last + 2)


def _fixes(word: Word, one: Chunk) -> tuple[str, ...]:
    gender = one.gender if one.gender in ("m", "f") else ""
    return tuple(form for side in (gender or "mf") for form in forms.agreed(word, side, one.number)[:1])


def _by(view: View) -> Iterator[Hit]:
    """« Les mesures prise par la ville »."""
    for one, word, after in _groups(view):
        if (
            not one.prep  # « le plan de masse envoyé par »
            and word.verb("ppas")
            and word.has("N")
            and after
            and after.near
            and after.low == "par"
            and not forms.agrees(word, one.gender, one.number)
        ):
            yield from changed(word, _fixes(word, one))


def _doing(view: View) -> Iterator[Hit]:
    """« Une réunion important aura lieu »."""
    for one, word, after in _groups(view):
        wrong = (
            word.has("A")
            and word.verb("ppre")
            and word.low.endswith(("ant", "ent"))
            and not forms.agrees(word, one.gender, one.number)
        )
        ends = after is None or (after.near and sure_verb(after))
        if wrong and ends and one.prep in ("", "des") and one.gender:
            yield from changed(word, _fixes(word, one))


def _before_verb(view: View) -> Iterator[Hit]:
    """« Les cartons vide sont à jeter », « les nappes blanc seront livrées »."""
    for one, word, after in _groups(view):
        own = {reading.lemma for reading in word.readings if reading.pos == "A"}
        plain = bool(own) and all(reading.lemma in own for reading in word.readings if reading.pos == "N")
        if (
            beside(word)
            or not plain
            or not after
            or not after.near
            or one.number != "p"
            or one.prep
            or not sure_verb(after)
        ):
            continue
        if (
            forms.has_person(after, "3p")
            and not forms.has_person(after, "3s")
            and not forms.agrees(word, "", "p")
        ):
            yield from changed(word, _fixes(word, one))


RULES: tuple[Rule, ...] = (
    rule("accord_fait_par", "accord", "Le participe suivi de « par » s’accorde avec le nom qu’il décrit.", "Qui est-ce qui est pris ? Accordez avec la réponse.", _by,
         (("Les mesures prise par la ville suffisent.", "prises"), ("Les remises permis par le contrat sont faibles.", "permises")), ("Les mesures prises par la ville suffisent.", "La prise par le haut est facile.")),
    rule("accord_en_ant", "accord", "L’adjectif en -ant ou -ent s’accorde avec son nom.", "Mettez un autre adjectif : « une belle réunion ».", _doing,
         (("Une réunion important aura lieu.", "importante"), ("Il reste des places suffisant.", "suffisantes")), ("Une réunion importante aura lieu.", "Les agents portant le badge entrent.", "Un bruit gênant dure.")),
    rule("accord_devant_verbe", "accord", "Entre un nom au pluriel et son verbe, l’adjectif est au pluriel.", "Comment sont-ils ? Au pluriel aussi.", _before_verb,
         (("Les cartons vide sont à jeter.", "vides"), ("Les nappes blanc seront livrées.", "blanches")), ("Les cartons vides sont à jeter.", "Les volets bleu nuit sont posés.", "Les droits administrateur sont retirés.", "Ses clés trouvées sont là.")),
)  # fmt: skip
