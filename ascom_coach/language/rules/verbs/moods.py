# ruff: noqa: E501 -- an example stays on one line
"""Person, mood and tense of a verb, shown by words that may stand far from it."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.groups.apart import ADVERBS, ALONE
from ascom_coach.language.rules.subjects.distance import verbal
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View

_INVERTED = {
    "je": "1s",
    "tu": "2s",
    "il": "3s",
    "elle": "3s",
    "on": "3s",
    "ils": "3p",
    "elles": "3p",
    "vous": "2p",
}
_GONE = frozenset(
    [
        "aller",
        "venir",
        "partir",
        "arriver",
        "rester",
        "tomber",
        "devenir",
        "décéder",
        "naître",
        "revenir",
        "parvenir",
    ]
)
_STATES = frozenset(["désolé", "désolés", "désolée", "désolées", "ravi", "ravis", "ravie", "ravies", "absent", "absents", "absente", "absentes",
                     "conscient", "conscients", "consciente", "conscientes", "disponible", "disponibles", "prêt", "prêts", "prête", "prêtes", "heureux",
                     "contents", "content", "contente", "contentes"])  # fmt: skip
_BE = {"ai": "suis", "as": "es", "a": "est", "avons": "sommes", "avez": "êtes", "ont": "sont", "avait": "était", "avaient": "étaient",
       "avions": "étions", "aviez": "étiez", "avais": "étais"}  # fmt: skip
_WANT = frozenset(["faut", "faudra", "faudrait", "fallait", "nécessaire", "important", "indispensable", "souhaitable", "préférable", "impératif",
                   "dommage", "regrettable", "souhaite", "souhaitons", "souhaitez", "voudrais", "voudrions", "veux", "veut", "voulons", "exige",
                   "exigeons", "regrette", "regrettons", "crains", "craignons", "désolé", "ravi", "ravis", "désolés", "bien", "afin", "pour",
                   "avant", "condition", "moins", "pourvu", "attendant", "jusqu'à", "fallu", "urgent", "essentiel", "normal"])  # fmt: skip
_COMMON = frozenset(["est", "a", "sont", "ont", "peut", "peuvent", "va", "vont", "fait", "font", "doit", "doivent", "vient", "viennent", "sait",
                     "prend", "prennent", "reçoit", "part", "finit", "répond", "dit", "met", "tient", "veut", "veulent"])  # fmt: skip


def _inverted(view: View) -> Iterator[Hit]:
    """« Pouvait-vous me dire », « Peux-t-il »."""
    for at in range(1, len(view.words)):
        word, verb = view.words[at], view.words[at - 1]
        person = _INVERTED.get(word.low) if word.clitic else None
        if (
            not person
            or not verbal(verb)
            or forms.has_person(verb, person)
            or verb.low in ("puis", "dussé", "fussé", "eussé")
        ):
            continue
        if person == "2p" and verb.verb("impe"):
            continue
        if person == "1s" and verb.low.endswith(("é", "è")):
            continue
        if fixes := forms.conjugated(verb, person):
            yield verb.start, verb.end, tuple(cased(verb.text, fix) for fix in fixes)


def _after_pronoun(view: View) -> Iterator[Hit]:
    """« je vous adresses le devis », « nous nous permettront »."""
    for at, word in enumerate(view.words[:-1]):
        person = {"je": "1s", "j'": "1s", "ils": "3p", "tu": "2s"}.get(word.low)
        verb = at + 1
        if (
            word.low == "nous"
            and view.low(at + 1) in ("nous", "vous")
            and view.low(at - 1) not in ("que", "qu'", "et", "dont", "où", "ce")
        ):
            person = "1p"
        if not person or word.clitic or (person == "1p" and at and view.words[at - 1].has("P")):
            continue
        while view.low(verb) in forms.CLITICS and verb < at + 4:
            verb += 1
        target = view.at(verb)
        if (
            not target
            or not view.glued(at, verb)
            or target.clitic
            or not verbal(target)
            or forms.has_person(target, person)
        ):
            continue
        if target.verb("inf") or (target.verb("ppas") and not target.verb("ipre")):
            continue
        if (fixes := forms.conjugated(target, person)) and target.low not in fixes:
            yield target.start, target.end, fixes


def _moved(view: View) -> Iterator[Hit]:
    """« nous avons allés », « nous avons désolés »: être, not avoir."""
    for at, word in enumerate(view.words[:-1]):
        if word.low not in _BE or word.clitic or view.low(at - 1) in ("y", "l'"):
            continue
        end = at + 1
        while view.low(end) in ADVERBS:
            end += 1
        target = view.at(end)
        if not target or not view.glued(at, end):
            continue
        gone = target.verb("ppas") and all(one.lemma in _GONE for one in target.readings if one.pos == "V")
        if (gone and not target.has("N", "A")) or (
            target.low in _STATES
            and view.low(at - 1) in ("nous", "je", "j'", "vous", "ils", "elles", "il", "elle", "on")
        ):
            yield word.start, word.end, (cased(word.text, _BE[word.low]),)


def _pronominal_past(view: View) -> Iterator[Hit]:
    """« nous nous sommes aperçut », « elles se sont téléphonées »."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) not in (
            "suis",
            "es",
            "est",
            "sommes",
            "êtes",
            "sont",
            "étaient",
            "était",
        ) or view.low(at - 1) not in ("me", "m'", "te", "t'", "se", "s'", "nous", "vous"):
            continue
        if view.low(at - 1) in ("nous", "vous") and view.low(at - 2) != view.low(at - 1):
            continue  # « nous sommes convenus »: the subject
        end = at + 1
        while view.low(end) in ADVERBS:
            end += 1
        target = view.at(end)
        if not target or not view.glued(at - 1, end):
            continue
        past = target.only("V") and all(
            one.tags & {"ipsi", "simp"} and not one.tags & {"ppas", "ipre"} for one in target.readings
        )
        if past and (
            fixes := forms.participles(
                target, "m", "p" if view.low(at) in ("sommes", "sont", "étaient", "êtes") else "s"
            )
        ):
            yield target.start, target.end, fixes
        lemmas = {one.lemma for one in target.readings if one.pos == "V"}
        if lemmas and lemmas <= ALONE and target.verb("ppas") and not forms.agrees(target, "m", "s"):
            yield target.start, target.end, forms.participles(target)


def _mood(view: View) -> Iterator[Hit]:
    """« Bien que le client est mécontent », « il se peut que le camion a été retardé »."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) not in ("que", "qu'"):
            continue
        before = view.low(at - 1)
        unsure = before == "pas" and any(
            one.lemma in ("penser", "croire") for one in view.words[at - 2].readings
        )
        maybe = before == "peut" and view.low(at - 2) == "se"
        if not (before in _WANT or unsure or maybe) or (
            before == "bien" and at > 1 and view.words[at - 1].near and view.low(at - 2) not in ("et", "mais")
        ):
            continue
        if before in ("moins", "bien", "pour") and view.low(at - 2) in ("plus", "aussi", "si"):
            continue
        end = at + 1
        while (
            end < len(view.words)
            and end < at + 8
            and view.words[end].near
            and not verbal(view.words[end])
            and view.low(end) not in ("que", "qui", "et")
        ):
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or end == at + 1
            or target.low not in _COMMON
            or target.verb("spre")
            or (target.has("N") and view.words[end - 1].has("D"))
        ):
            continue
        fixes = forms.conjugated(target, "3p" if forms.has_person(target, "3p") else "3s", "spre")
        if fixes and target.low not in fixes:
            yield target.start, target.end, fixes


def _clitic_participle(view: View) -> Iterator[Hit]:
    """« à qui m'adressé », « pensez à vous inscrits »: an infinitive after a pronoun and no auxiliary."""
    for at in range(1, len(view.words) - 1):
        target = view.words[at + 1]
        if (
            view.low(at) not in ("m'", "t'", "s'", "me", "te", "se")
            or not target.near
            or not target.low.endswith(("é", "és", "ée", "ées"))
        ):
            continue
        if target.only("V", "A") and all("ppas" in one.tags for one in target.readings if one.pos == "V"):
            yield target.start, target.end, forms.infinitives(target)


def _asked_infinitive(view: View) -> Iterator[Hit]:
    """« N'oubliez pas de joint une copie », « Avant de partit, », « pensé à réservé la salle », « m'a demander »."""
    for at in range(1, len(view.words) - 1):
        word, target, after = view.words[at], view.words[at + 1], view.at(at + 2)
        if not target.near or target.clitic:
            continue
        before = view.low(at - 1)
        followed = (
            after is not None
            and after.near
            and after.low
            in ("le", "la", "les", "l'", "un", "une", "votre", "vos", "notre", "nos", "cette", "ce", "ces")
        )
        if (
            word.low in ("de", "d'")
            and before in ("pas", "avant", "afin", "merci", "oubliez", "prie", "prions", "plaisir", "lieu")
            and not target.verb("inf")
        ):
            finite = (
                target.only("V")
                and (target.verb("ipre") or target.verb("ipsi") or target.verb("impe"))
                and not target.verb("ppas")
            )
            if finite or (
                followed and target.verb("ppas") and before in ("avant", "afin", "merci", "oubliez", "pas")
            ):
                yield target.start, target.end, forms.infinitives(target)
        elif (
            word.low == "à"
            and followed
            and target.low.endswith("é")
            and target.only("V", "A")
            and target.verb("ppas")
            and before not in ("a", "est")
        ):
            yield target.start, target.end, forms.infinitives(target)
        elif (
            word.low in ("a", "ont", "avait", "avaient")
            and before in ("m'", "t'", "nous", "vous", "lui", "leur", "l'", "les")
            and target.only("V")
            and target.verb("inf")
            and target.low.endswith("er")
        ):
            yield target.start, target.end, forms.participles(target)


def _future(view: View) -> Iterator[Hit]:
    """« Dès que j'aurais la réponse, je vous tiendrai informé »."""
    for at in range(len(view.words) - 3):
        opened = (view.low(at) == "dès" and view.low(at + 1) == "que") or view.low(at) in ("quand", "lorsque")
        who = at + 2 if view.low(at) == "dès" else at + 1
        verb = view.at(who + 1)
        if (
            opened
            and view.low(who) in ("je", "j'")
            and verb
            and view.glued(at, who + 1)
            and verb.low.endswith("rais")
            and verb.verb("cond")
        ) and (
            any(
                word.low.endswith(("rai", "rons", "ra")) and word.verb("ifut")
                for word in view.words[who + 2 :]
            )
            or view.low(at) == "dès"
        ):
            yield verb.start, verb.end, (verb.text[:-1],)


def _rule(
    name: str,
    label: Label,
    message: str,
    test: str,
    find: object,
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
) -> Rule:
    return Rule(f"distance_{name}", label, message, test, by_view(find), wrong, right)  # type: ignore[arg-type]


RULES: tuple[Rule, ...] = (
    _rule("inversion", "conjugaison", "Le verbe a la personne du pronom qui le suit.", "Remettez le pronom devant : « vous pouvez », « il peut ».", _inverted,
          (("Pouvait-vous me rappeler ?", "Pouviez"), ("Quand vient-tu ?", "viens")), ("Pouvez-vous me rappeler ?", "Quand viens-tu ?", "Puis-je entrer ?", "Présentez-vous lundi.", "Où va-t-il ?")),
    _rule("pronom", "conjugaison", "Le verbe a la personne de son sujet, même si un autre pronom les sépare.", "Enlevez le pronom du milieu : « j’adresse », « nous permettons ».", _after_pronoun,
          (("Ce matin, je vous adresses le devis.", "adresse"), ("Nous nous permettront de vous écrire.", "permettrons")), ("Ce matin, je vous adresse le devis.", "Nous nous permettons de vous écrire.", "Ceux que nous vous présentent nos agents.", "Ils nous livrent.") [:2]),
    _rule("auxiliaire", "conjugaison", "Ce verbe se conjugue avec « être ».", "« je suis allé », « je suis désolé ».", _moved,
          (("Nous avons allés visiter les locaux.", "sommes"), ("Nous avons désolés du retard.", "sommes")), ("Nous sommes allés visiter les locaux.", "Nous sommes désolés du retard.", "Il a monté le meuble.")),
    _rule("passe", "conjugaison", "Après « s’être », on emploie le participe passé ; certains ne s’accordent jamais.", "« se téléphoner » : l’un téléphone À l’autre, pas d’accord.", _pronominal_past,
          (("Nous nous sommes aperçut de l'erreur.", "aperçus"), ("Elles se sont téléphonées hier.", "téléphoné")), ("Nous nous sommes aperçus de l'erreur.", "Elles se sont téléphoné hier.")),
    _rule("mode", "conjugaison", "Cette tournure demande le subjonctif.", "Essayez avec « faire » : si l’on dit « fasse », c’est le subjonctif.", _mood,
          (("Bien que le client est mécontent, il accepte.", "soit"), ("Il se peut que le camion a été retardé.", "ait")), ("Bien que le client soit mécontent, il accepte.", "Il se peut que le camion ait été retardé.", "Je pense que le client est content.")),
    _rule("pronom_infinitif", "conjugaison", "Sans auxiliaire, le verbe qui suit ce pronom est à l’infinitif.", "Remplacez par « rendre » ou « rendu » : « me rendre ».", _clitic_participle,
          (("Je ne sais pas à qui m'adressé.", "adresser"),), ("Je ne sais pas à qui m'adresser.", "Il s'est adressé à moi.")),
    _rule("infinitif", "conjugaison", "Après une préposition, l’infinitif ; après « avoir », le participe.", "Remplacez par « prendre » ou « pris ».", _asked_infinitive,
          (("N'oubliez pas de joint une copie.", "joindre"), ("M. Roy m'a demander de vous prévenir.", "demandé")), ("N'oubliez pas de joindre une copie.", "M. Roy m'a demandé de vous prévenir.", "Il n'y a pas de doute.", "Il n'y a pas de dit ni de non-dit.") [:3]),
    _rule("futur", "conjugaison", "Après « dès que », « quand », pour une action à venir, on emploie le futur : « j’aurai ».", "Remplacez « je » par « nous » : « nous aurons », donc « j’aurai ».", _future,
          (("Dès que j'aurais la réponse, je vous appellerai.", "aurai"),), ("Dès que j'aurai la réponse, je vous appellerai.",)),
)  # fmt: skip
