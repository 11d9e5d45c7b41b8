# ruff: noqa: E501 -- an example stays on one line
"""The adjective or participle apart from its noun: after a verb of state, between commas, after a complement."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule
from ascom_coach.language.rules.subjects.distance import PLURAL, SINGULAR, distance_rule, verbal
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import object_may_precede, past
from ascom_coach.language.syntax.morphology import noun_shape
from ascom_coach.language.syntax.noungroup import forms_of_noun, numbers_of, only_adjective
from ascom_coach.language.syntax.view import View, Word

ADVERBS = frozenset(["très", "trop", "plus", "moins", "mal", "bien", "assez", "peu", "encore", "déjà", "toujours", "tous", "toutes", "aussi",
                      "pas", "dûment", "correctement", "entièrement", "également", "enfin", "vraiment", "jamais"])  # fmt: skip


ALONE = frozenset(
    [
        "téléphoner",
        "succéder",
        "parler",
        "sourire",
        "mentir",
        "nuire",
        "ressembler",
        "convenir",
        "suffire",
        "jurer",
    ]
)


_BEFORE_NOUN = frozenset(["meilleurs", "meilleures", "nouveaux", "nouvelles", "anciens", "anciennes", "petits", "petites", "grands", "grandes", "bons", "bonnes",
                           "principaux", "principales", "premiers", "premières", "derniers", "dernières", "prochains", "prochaines", "différents", "différentes",
                           "divers", "diverses", "futurs", "futures", "autres", "mauvais", "mauvaises", "gros", "grosses", "vieux", "beaux", "belles", "jeunes",
                           "nombreux", "nombreuses", "précédents", "précédentes"])  # fmt: skip


def _described(word: Word) -> bool:
    """A participle that is no other form of its verb, or an adjective that is nothing else."""
    if word.verb("ppas") and not forms.finite(word):
        return not word.has("R")
    return only_adjective(word) and not word.has("N", "R", "P")


def _reflexive(view: View) -> Iterator[Hit]:
    """« Elle s'est chargé de réserver », « Les deux sociétés se sont associé pour »."""
    for at in range(2, len(view.words) - 1):
        if view.low(at - 1) not in ("se", "s'") or view.low(at) not in (
            "est",
            "sont",
            "était",
            "étaient",
            "sera",
            "seront",
        ):
            continue
        place = past(view, at + 1, frozenset(["très"]))
        target, after = view.at(place), view.at(place + 1)
        if not target or not target.near or not target.verb("ppas", "q") or forms.finite(target):
            continue
        if (
            after
            and after.near
            and not after.has("P")
            and after.low not in ("de", "d'", "du", "au", "aux", "à", "et")
        ):
            continue
        if {one.lemma for one in target.readings if one.pos == "V"} & (
            ALONE | {"rendre", "demander", "permettre", "dire", "faire", "plaire", "promettre", "donner"}
        ):
            continue
        shape = _subject(view, at - 2)
        if object_may_precede(view, at):
            continue  # « les questions qu'ils se sont posées »
        if shape and not forms.agrees(target, *shape) and (fixes := forms.agreed(target, *shape)):
            yield target.start, target.end, fixes


def _subject(view: View, at: int) -> tuple[str, str] | None:
    """Gender and number of the pronoun or of the short noun group that ends at `at`."""
    pronoun = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}.get(view.low(at))
    if pronoun:
        return pronoun
    word = view.words[at]
    if at == 0 or not word.has("N") or not word.near or not word.text.islower():
        return None
    start = at - 1
    if view.low(start) in ("deux", "trois", "quatre", "cinq") and start:
        start -= 1
    opened = ("que", "qu'", "si", "car", "mais", "et", "comme", "lorsque", "quand", "donc", "puisque")
    if start > 0 and view.words[start].near and view.low(start - 1) not in opened:
        return None
    gender = (noun_shape(word) or ("e", ""))[0]
    if view.low(start) in PLURAL and gender in "mf":
        return gender, "p"
    if view.low(start) in SINGULAR and gender in "mf":
        return gender, "s"
    return None


def _being_plural(view: View) -> Iterator[Hit]:
    """« sont devenus trop long », « étaient mal fermé », « ont tous été rappelé », « les objectifs étant atteint »."""
    for at, word in enumerate(view.words[:-1]):
        end = at + 1
        if (
            word.low == "étant"
            and at > 1
            and view.low(at - 2) in PLURAL
            and numbers_of(view.words[at - 1]) == {"p"}
        ):
            said = view.words[end]
            if said.near and said.verb("ppas") and said.only("V", "A") and not forms.agrees(said, "", "p"):
                gender = (noun_shape(view.words[at - 1]) or ("m", ""))[0]
                yield said.start, said.end, forms.agreed(said, gender if gender in "mf" else "m", "p")
            continue
        if word.low in (
            "sont",
            "étaient",
            "seront",
            "seraient",
            "semblent",
            "paraissent",
            "deviennent",
            "restent",
            "soient",
        ):
            if (
                view.words[end].verb("ppas")
                and forms.agrees(view.words[end], "", "p")
                and any(one.lemma in ("devenir", "rester", "tomber") for one in view.words[end].readings)
            ):
                end += 1
        elif word.low in ("ont", "avaient", "auront", "auraient"):
            while view.low(end) in ADVERBS:
                end += 1
            if view.low(end) != "été":
                continue
            end += 1
        else:
            continue
        if view.low(at - 1) in ("ce", "se", "s'", "nous", "vous") and word.low != "ont":
            continue
        if view.low(at - 2) in ("se", "s'"):
            continue  # « ils se la sont disputée », « ils s'en sont voulu »
        while view.low(end) in ADVERBS:
            end += 1
        if view.low(end) == "sûr" and view.low(end - 1) == "bien":
            end += 1  # « vos conjoints sont bien sûr conviés »
        target = view.at(end)
        if not target or not view.glued(at, end) or target.clitic or not _described(target):
            continue
        if not forms.agrees(target, "", "p") and (
            fixes := forms.agreed(
                target,
                "f" if forms.agrees(target, "f", "s") and not forms.agrees(target, "m", "s") else "m",
                "p",
            )
        ):
            yield target.start, target.end, (*fixes, *forms.agreed(target, "f", "p"))


def _apart(view: View) -> Iterator[Hit]:
    """« Ces offres, valable jusqu'à lundi, », « La commande n° 12, passé le 4 mars, »."""
    det = view.low(0)
    if len(view.words) < 5 or (det not in PLURAL and det not in SINGULAR):
        return
    comma = next(
        (
            at
            for at in range(2, min(9, len(view.words)))
            if not view.words[at].near and not view.words[at].clitic
        ),
        0,
    )
    noun = next((at for at in (1, 2) if view.words[at].has("N") and not view.words[at].only("A")), 0)
    if not comma or not noun or comma <= noun:
        return
    gap = view.text[view.words[comma - 1].end - view.offset : view.words[comma].start - view.offset].strip()
    end = comma
    while view.low(end) in ADVERBS or (view.low(end) in ("une", "fois") and view.low(comma) == "une"):
        end += 1
    target = view.at(end)
    if gap != "," or not target or not view.glued(comma, end) or not _described(target):
        return
    if any(verbal(word) and not word.has("N", "A", "P", "D") for word in view.words[noun + 1 : comma]):
        return
    close = next((word for word in view.words[end + 1 :] if not word.near), None)
    if close is None or view.text.count(",") < 2 or (close.has("D") and not close.has("V")):
        return  # « Le matin, fatigués par la route, les chauffeurs… »
    gender = (noun_shape(view.words[noun]) or ("e", ""))[0]
    number = "p" if det in PLURAL else "s"
    shape = (gender if gender in ("m", "f") else "", number)
    inside = (
        [] if view.low(comma) == "une" else [word for word in view.words[noun + 1 : comma] if word.has("N")]
    )
    if any(
        not word.readings
        for word in view.words[noun + 1 : comma]
        if word.text[:1].isupper() and word.text.isalpha()
    ):
        return
    if forms.agrees(target, *shape) or any(
        forms.agrees(target, (noun_shape(one) or ("", ""))[0], (noun_shape(one) or ("", ""))[1])
        for one in inside
        if noun_shape(one)
    ):
        return
    if fixes := forms.agreed(target, shape[0] or "m", number):
        yield target.start, target.end, fixes


def _noun_of_noun(view: View) -> Iterator[Hit]:
    """« Le chiffre d'affaires trimestrielle », « une remise exceptionnel »."""
    for at in range(len(view.words) - 2):
        det = view.low(at)
        if det not in SINGULAR or view.words[at].clitic:
            continue
        if at and view.words[at].near and view.words[at - 1].has("P", "C"):
            continue  # itself a complement: the adjective may be of the noun before
        noun = view.words[at + 1]
        gender = (noun_shape(noun) or ("e", ""))[0]
        if (
            not noun.has("N")
            or noun.has("P", "R")
            or gender not in ("m", "f")
            or SINGULAR[det] not in ("", gender)
            or numbers_of(noun) != {"s"}
        ):
            continue
        end = at + 2
        if (
            view.low(end) in ("d'", "de")
            and end + 2 < len(view.words)
            and view.words[end + 1].has("N")
            and not view.words[end + 1].has("D", "O", "P")
        ):
            if any(
                forms.agrees(view.words[end + 2], shape[0], shape[1].replace("i", ""))
                for shape in [noun_shape(view.words[end + 1]) or ("", "")]
            ):
                continue
            end += 2
        target = view.at(end)
        if not target or not view.glued(at, end) or target.clitic or not target.text.islower():
            continue
        endings = (
            "el",
            "elle",
            "al",
            "ale",
            "eux",
            "euse",
            "if",
            "ive",
            "ien",
            "ienne",
            "ant",
            "ante",
            "ent",
            "ente",
        )
        if (
            (
                target.low.endswith(endings)
                and target.has("A")
                and not target.has("V", "R", "P")
                and forms.agrees(target, "", "s")
            )
            and not forms.agrees(target, gender, "s")
            and (fixes := forms.agreed(target, gender, "s"))
        ):
            yield target.start, target.end, fixes


def _two_of(view: View, at: int) -> bool:
    """« les premières ligne et colonne »: one of each."""
    other = view.at(at + 1)
    return (
        view.low(at) in ("et", "ou") and other is not None and other.has("N") and numbers_of(other) == {"s"}
    )


def _noun_after_adjective(view: View) -> Iterator[Hit]:
    """« Nos meilleurs client », « documents dûment complété »."""
    for at in range(len(view.words) - 2):
        adjective, noun = view.words[at + 1], view.words[at + 2]
        if at and view.words[at].near and view.words[at - 1].has("N", "P"):
            continue
        if view.low(at) not in PLURAL or not view.glued(at, at + 2) or not noun.text.islower() or noun.clitic:
            continue
        if (
            adjective.low in _BEFORE_NOUN
            and numbers_of(adjective) <= {"p"}
            and noun.has("N")
            and not _two_of(view, at + 3)
            and not noun.has("V", "P", "R", "D", "O")
            and numbers_of(noun) == {"s"}
            and not (noun.low in ("grâce", "face") and view.low(at + 3) in ("à", "au", "aux"))
        ):
            yield noun.start, noun.end, tuple(forms_of_noun(noun, "p"))
        if (
            numbers_of(adjective) == {"p"}
            and adjective.has("N")
            and noun.low in ("dûment", "bien", "mal", "déjà", "correctement", "entièrement")
        ):
            target = view.at(at + 3)
            if (
                target
                and target.near
                and target.verb("ppas")
                and only_adjective(target)
                and not forms.agrees(target, "", "p")
            ):
                gender = (noun_shape(adjective) or ("m", ""))[0]
                yield target.start, target.end, forms.agreed(target, gender if gender in "mf" else "m", "p")


RULES: tuple[Rule, ...] = (
    distance_rule("pronominal", "accord", "Le participe d’un verbe pronominal s’accorde avec le sujet.", "Qui s’est chargé ? Accordez avec la réponse.", _reflexive,
          (("Elle s'est chargé de réserver les billets.", "chargée"), ("Les deux sociétés se sont associé pour répondre.", "associées"), ("La réunion s'est très bien passé.", "passée")), ("Elle s'est chargée de réserver les billets.", "Elles se sont lavé les mains.", "Elle s'est rendu compte de l'erreur.")),
    distance_rule("attribut_pluriel", "accord", "Après un verbe d’état au pluriel, l’adjectif ou le participe est au pluriel.", "Plusieurs : la marque du pluriel sur chaque mot.", _being_plural,
          (("Nos délais sont devenus trop long.", "longs"), ("Les candidats ont tous été rappelé par Thomas.", "rappelés")), ("Nos délais sont devenus trop longs.", "Les candidats ont tous été rappelés par Thomas.", "Ils sont moins de dix.")),
    distance_rule("apposition", "accord", "Le mot mis entre virgules s’accorde avec le nom qui le précède.", "Reformulez : « ces offres sont valables ».", _apart,
          (("Ces offres, valable jusqu'à lundi, ne sont pas cumulables.", "valables"), ("La commande, passé hier par Mme Roy, est prête.", "passée")), ("Ces offres, valables jusqu'à lundi, ne sont pas cumulables.", "La commande, passée hier par Mme Roy, est prête.")),
    distance_rule("complement", "accord", "L’adjectif s’accorde avec le nom qu’il complète, même si un autre mot les sépare.", "Qu’est-ce qui est… ? Accordez avec la réponse.", _noun_of_noun,
          (("Le chiffre d'affaires trimestrielle est bon.", "trimestriel"), ("Une remise exceptionnel vous est accordée.", "exceptionnelle")), ("Le chiffre d'affaires trimestriel est bon.", "Une remise exceptionnelle vous est accordée.")),
    distance_rule("nom_apres", "accord", "Dans un groupe au pluriel, chaque mot prend la marque du pluriel.", "Plusieurs : pluriel sur le nom comme sur l’adjectif.", _noun_after_adjective,
          (("Nos meilleurs client seront invités.", "clients"), ("Renvoyez les documents dûment complété.", "complétés")), ("Nos meilleurs clients seront invités.", "Renvoyez les documents dûment complétés.")),
)  # fmt: skip
