# ruff: noqa: E501 -- an example stays on one line
"""Adjective or participle after « être », a verb like it, or « pouvoir être »: number from the verb, gender from the subject."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.frames import lemmas, past, past_subject
from ascom_coach.language.syntax.noungroup import only_adjective
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View, Word

_MODALS = frozenset(
    ["pouvoir", "devoir", "aller", "sembler", "paraître", "venir", "vouloir", "souhaiter", "risquer"]
)
_LINKING = frozenset(["sembler", "paraître", "devenir", "rester", "demeurer"])
_DATIVES = frozenset(["me", "m'", "te", "t'", "nous", "vous", "lui", "leur"])
_PRONOUNS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p"), "je": ("", "s"), "j'": ("", "s"), "nous": ("", "p"),
             "tu": ("", "s")}  # fmt: skip
_KEPT = frozenset(["plein", "tel", "tels", "telle", "telles", "bon", "nombre", "orange", "marron", "crème", "bordeaux", "standard", "debout", "autre", "même", "mêmes",
                   "fait", "pu", "censé", "nul", "propre", "certain", "certains", "tout", "seul", "demi", "divers", "plusieurs", "différents", "différentes"])  # fmt: skip
_NOT_SUBJECTS = frozenset(
    ["pour", "avec", "chez", "de", "d'", "par", "sur", "sans", "à", "entre", "que", "et", "ou"]
)
_STAYED = frozenset(["arriver", "rester", "repartir", "revenir", "devenir", "partir", "ressortir", "rentrer"])


def _described(word: Word) -> bool:
    """A participle that no conjugated form equals, or an adjective that is nothing else (a present participle aside)."""
    if word.low in _KEPT or not word.text.islower() or word.clitic or word.has("R", "P", "D", "C", "O"):
        return False
    if word.verb("ppas"):
        return not forms.finite(word) or word.low.endswith(("is", "it", "ut"))
    if word.low.endswith(("ant", "ants", "ante", "antes", "ent", "ents", "ente", "entes")) and word.has("A"):
        return word.only("A", "V", "N") and not forms.finite(word)
    return only_adjective(word) and (
        not word.has("N")
        or word.low.endswith(("al", "ale", "if", "ive", "eux", "euse", "el", "elle", "ble", "bles"))
    )


def _being(view: View, at: int) -> int | None:
    """Where the attribute of the verb at `at` should stand, when that verb has one."""
    word = view.words[at]
    if word.low in forms.ETRE and word.low not in ("être", "été"):
        return past(view, past_subject(view, at + 1))
    if not forms.finite(word) or word.clitic:
        return None
    if word.low in forms.AVOIR:
        end = past(view, past_subject(view, at + 1))
        return past(view, end + 1) if view.low(end) == "été" else None
    if lemmas(word) & _MODALS:
        end = past(view, past_subject(view, at + 1))
        if view.low(end) in ("d'", "de") and "venir" in lemmas(word):
            end += 1
        if view.low(end) == "être":
            return past(view, end + 1)
        if view.low(end) == "avoir" and view.low(end + 1) == "été":
            return past(view, end + 2)
    if lemmas(word) & _LINKING and word.only("V"):
        return past(view, past_subject(view, at + 1))
    return None


def _subject(view: View, at: int, known: dict[int, tuple[str, str]]) -> tuple[str, str] | None:
    """Gender and number of the subject of the verb at `at`; gender empty when unknown, None when nothing is sure."""
    if at in known:
        return known[at]
    turned = view.at(at + 1)
    if turned and turned.clitic:
        return _PRONOUNS.get(turned.low)
    before = at - 1
    while before >= 0 and (
        view.low(before) in ("ne", "n'")
        or (view.low(before) in _DATIVES and view.low(before - 1) in _PRONOUNS)
    ):
        before -= 1
    low = view.low(before)
    if low in _PRONOUNS and not view.words[before].clitic and view.words[before + 1].near:
        if low in ("nous",) and not forms.has_person(view.words[at], "1p"):
            return None
        if low in ("il", "elle", "ils", "elles") and view.low(before - 1) in ("et", "ou"):
            return None
        return (
            _PRONOUNS[low]
            if view.low(before - 1) not in _NOT_SUBJECTS or low in ("il", "ils", "je", "j'", "tu")
            else None
        )
    return None


def _attribute(view: View) -> Iterator[Hit]:
    """« Les fiches doivent être classé », « La somme peut être payé », « Nous serons absent », « me semblent court »."""
    row = chunks(view)
    known = {row[one.verb].first: (one.gender, one.number) for one in clauses(view)}
    for at, word in enumerate(view.words[:-1]):
        if (
            view.low(at - 1) in ("se", "s'", "ce", "c'")
            or view.low(at - 2) in ("se", "s'")
            or (view.low(at - 1) in ("nous", "vous") and view.low(at - 2) in ("nous", "vous"))
        ):
            continue
        end = _being(view, at)
        target = view.at(end) if end else None
        if not target or end is None or not view.glued(at, end) or not _described(target):
            continue
        if target.low == "sûr" and view.low(end - 1) == "bien":
            continue  # « vous êtes bien sûr conviés »
        after = view.at(end + 1)
        if (
            after
            and after.near
            and after.has("N")
            and not after.has("R", "P", "D", "V", "C")
            and not target.verb("ppas")
        ):
            continue
        gender, number = _subject(view, at, known) or ("", "")
        if not number:
            if forms.has_person(word, "3p") or (
                forms.has_person(word, "1p") and view.low(at - 1) in ("nous", "moi")
            ):
                number = "p"
            else:
                continue
        elif number != _number(word) and word.low not in forms.ETRE:
            continue  # the verb itself is wrong
        if forms.agrees(target, gender, number) or (target.low == "entendu" and view.low(end - 1) == "bien"):
            continue
        if fixes := forms.agreed(target, gender or _gender(target), number):
            yield target.start, target.end, (*fixes, *forms.agreed(target, "f", number))[:3]


def _number(word: Word) -> str:
    return "p" if any(forms.has_person(word, one) for one in ("1p", "2p", "3p")) else "s"


def _gender(word: Word) -> str:
    return "f" if not forms.agrees(word, "m", "") else "m"


def _after_motion(view: View) -> Iterator[Hit]:
    """« est arrivée ouvert »: what describes the subject agrees with it as the participle does."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if view.low(at - 1) not in forms.ETRE or not word.verb("ppas") or not lemmas(word) & _STAYED:
            continue
        target = view.words[at + 1]
        shape = [(one.gender, one.number) for one in word.readings if "ppas" in one.tags]
        if (
            not target.near
            or len(shape) != 1
            or not _described(target)
            or not word.low.endswith(("e", "es", "s"))
        ):
            continue
        if not forms.agrees(target, *shape[0]) and (fixes := forms.agreed(target, *shape[0])):
            yield target.start, target.end, fixes


def _dear_madam(view: View) -> Iterator[Hit]:
    """« Madame, vous serez prévenu »: one woman is written to."""
    if (
        view.low(0) not in ("madame", "mademoiselle")
        or any(word.low in ("monsieur", "messieurs") for word in view.words)
        or len(view.words) < 4
    ):
        return
    for at in range(1, len(view.words) - 2):
        alone = view.low(at) == "vous" and view.low(at - 1) not in ("et", "ou")
        end = _being(view, at + 1) if alone else None
        target = view.at(end) if end else None
        if (
            target
            and end
            and view.glued(at + 1, end)
            and _described(target)
            and target.verb("ppas")
            and not forms.agrees(target, "f", "")
        ):
            yield target.start, target.end, forms.agreed(target, "f", "s")


def _once_done(view: View, told_of_reader: bool = False) -> Iterator[Hit]:
    """« Une fois signé, la convention… »: the participle agrees with the group that follows the comma."""
    row = chunks(view)
    if view.low(0) != "une" or view.low(1) != "fois" or len(view.words) < 5:
        return
    target = view.words[2]
    group = next((one for one in row if one.kind == "N" and one.first > 2), None)
    if (
        not group
        or group.prep
        or not group.number
        or view.words[group.first].near
        or not target.verb("ppas")
        or not target.only("V", "A")
    ):
        return
    bare = forms.agrees(
        target, "m", "s"
    )  # « une fois connecté, une icône s’affiche »: who is spoken to, perhaps
    if (
        bare == told_of_reader
        and not forms.agrees(target, group.gender, group.number)
        and (fixes := forms.agreed(target, group.gender, group.number))
    ):
        yield target.start, target.end, fixes


def _once_plain(view: View) -> Iterator[Hit]:
    return _once_done(view, True)


RULES: tuple[Rule, ...] = (
    rule("accord_etat", "accord", "Avec « être », « sembler », « pouvoir être », l’adjectif ou le participe s’accorde avec le sujet.", "Qui est-ce qui est… ? Accordez avec la réponse.", _attribute,
         (("Les fiches doivent être classé par date.", "classées"), ("La cotisation peut être payé en ligne.", "payée"), ("Nous serons absent vendredi.", "absents"), ("Ces délais me semblent long.", "longs"), ("Il pourra être livrés jeudi.", "livré"), ("Je suis désolés du retard.", "désolé"), ("Cette piste nous paraît intéressant.", "intéressante"), ("Les relevés ont bien été transmis et ils vont être validé.", "validés")),
         ("Les fiches doivent être classées par date.", "La cotisation peut être payée en ligne.", "Nous serons absents vendredi.", "On est arrivés à l'heure.", "Ces délais me semblent courts.", "Elle peut être certaine de notre soutien.", "Vous êtes prié de signer.", "Ils restent debout.", "Les résultats sont en ligne.", "Ses réponses sont plus que satisfaisantes.")) ,
    rule("accord_mouvement", "accord", "Ce qui décrit le sujet s’accorde avec lui, comme le participe.", "Elle est arrivée comment ? Accordez avec « elle ».", _after_motion,
         (("La caisse est arrivée ouvert.", "ouverte"),), ("La caisse est arrivée ouverte.", "Elles sont restées debout.", "Elle est restée bien au chaud.")),
    rule("accord_madame", "accord", "Vous écrivez à une femme : le participe est au féminin.", "Vous, Madame : -e.", _dear_madam,
         (("Madame, vous serez prévenu par courriel.", "prévenue"),), ("Madame, vous serez prévenue par courriel.", "Madame, Monsieur, vous serez prévenus par courriel.")),
    rule("accord_une_fois", "accord", "Le participe placé en tête s’accorde avec le nom qui suit la virgule.", "Qu’est-ce qui est… ? La réponse vient après la virgule.", _once_done,
         (("Une fois signés, la convention sera archivée.", "signée"), ("Une fois relue, les courriers partiront.", "relus")),
         ("Une fois signée, la convention sera archivée.", "Une fois la convention signée, rangez-la.", "Une fois connecté, une icône apparaît.")),
    rule("accord_une_fois_seul", "accord", "Le participe placé en tête s’accorde avec le nom qui suit la virgule, si c’est lui qu’il décrit.", "Qu’est-ce qui est… ? Si la réponse vient après la virgule, accordez.", _once_plain,
         (("Une fois signé, la convention sera archivée.", "signée"),), ("Une fois signée, la convention sera archivée.", "Une fois assis, le client signe."), False),
)  # fmt: skip
