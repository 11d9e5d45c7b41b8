# ruff: noqa: E501 -- an example stays on one line
"""Mood and form of the verb that the clause asks for: after « si », after « que », after « avoir », in a clause without verb."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.learnt.choices import verb_choices
from ascom_coach.language.rules.base import Hit, Rule, by_view
from ascom_coach.language.rules.verbs._other_tenses import supposed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.subjects import clauses
from ascom_coach.language.syntax.view import View, Word
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS

_WISH = frozenset(
    ["souhaite", "souhaitons", "souhaitez", "souhaiterais", "souhaiterait", "souhaiterions", "aimerais", "aimerait", "aimerions",
     "voudrais", "voudrait", "voudrions", "veux", "veut", "voulons", "voulez", "faut", "faudrait", "faudra", "préfère", "préférons",
     "préférerais", "préférerions", "exige", "exigeons", "demande", "demandons", "désire", "désirons", "crains", "craignons",
     "regrette", "regrettons", "important", "nécessaire", "possible", "impossible", "indispensable", "urgent", "préférable",
     "souhaitable", "dommage", "normal", "attendons", "attends", "veillez", "veillons", "veiller", "afin", "pour", "bien", "avant"]
)  # fmt: skip
_TIME = frozenset(["quand", "lorsque", "lorsqu'", "dès", "aussitôt"])


def _moods(word: Word) -> set[str]:
    return {tag for one in word.readings if one.pos == "V" for tag in one.tags.intersection(forms.FINITE)}


def _person(word: Word) -> str:
    return next((p for p in ("3s", "3p", "1s", "2s", "1p", "2p") if forms.has_person(word, p)), "3s")


def _if_group(view: View) -> Iterator[Hit]:
    """« Si le colis arriverait »: a conditional after « si » at the beginning of a clause."""
    row = chunks(view)
    for clause in clauses(view):
        start = row.index(clause.heads[0])
        verb = view.words[row[clause.verb].first]
        if start == 0 or row[start - 1].kind != "si" or "cond" not in _moods(verb) or "iimp" in _moods(verb):
            continue
        place = row[start - 1].first
        if place and view.words[place].near:
            continue
        yield verb.start, verb.end, supposed(verb, _person(verb))


def _time_conditional(view: View) -> Iterator[Hit]:
    """« dès que le produit serait disponible », beside a future: the future."""
    row = chunks(view)
    if not any(_moods(word) == {"ifut"} for word in view.words):
        return
    for clause in clauses(view):
        verb = view.words[row[clause.verb].first]
        start = row[row.index(clause.heads[0])].first
        link = view.low(start - 1)
        opened = link in ("quand", "lorsque") or (
            link in ("que", "qu'") and view.low(start - 2) in ("dès", "aussitôt")
        )
        if opened and _moods(verb) == {"cond"}:
            yield verb.start, verb.end, forms.conjugated(verb, _person(verb), "ifut")


def _wishes(view: View, index: int) -> bool:
    """Whether the word asks for the subjunctive after « que »; « un dommage que… » is a relative clause."""
    return view.low(index) in _WISH and view.low(index - 1) not in (
        "un",
        "le",
        "ce",
        "du",
        "au",
        "la",
        "une",
        "cette",
    )


def _wish(view: View) -> Iterator[Hit]:
    """« Nous aimerions que la livraison a lieu »: the subjunctive after a wish, whatever the subject."""
    row = chunks(view)
    for clause in clauses(view):
        verb = view.words[row[clause.verb].first]
        start = clause.heads[0].first
        if view.low(start - 1) not in ("que", "qu'") or not _wishes(view, start - 2):
            continue
        if view.low(start - 2) == "bien" and start != 2:
            continue
        moods = _moods(verb)
        if (
            moods
            and not moods & {"spre", "simp"}
            and (fixes := forms.conjugated(verb, "3" + clause.number, "spre"))
        ):
            yield verb.start, verb.end, fixes


def _wish_pronoun(view: View) -> Iterator[Hit]:
    """« Afin que nous pouvons », « que chacun fait »: the subjunctive after a pronoun too."""
    for index in range(1, len(view.words) - 2):
        subject = view.low(index + 1)
        if view.low(index) not in ("que", "qu'") or subject not in _ANYONE or not _wishes(view, index - 1):
            continue
        if view.low(index - 1) == "bien" and index != 1:
            continue
        at = index + 2
        while view.low(at) in forms.CLITICS:
            at += 1
        verb = view.at(at)
        if (
            not verb
            or not view.glued(index, at)
            or not verb.only("V", "N", "A")
            or not forms.has_person(verb, _ANYONE[subject])
        ):
            continue
        moods = _moods(verb)
        if (
            moods <= {"ipre", "ifut", "cond"}
            and (fixes := forms.conjugated(verb, _ANYONE[subject], "spre"))
            and verb.low not in fixes
        ):
            yield verb.start, verb.end, fixes


_ANYONE = {
    **forms.PERSONS,
    "chacun": "3s",
    "chacune": "3s",
    "cela": "3s",
    "ça": "3s",
    "tout": "3s",
    "rien": "3s",
    "personne": "3s",
}
_TELLS = frozenset(["informer", "prévenir", "confirmer", "signaler", "avertir", "préciser"])
"""« Je vous préviens que je serais… »: what is told is to come."""
_SOON = frozenset(
    [
        "demain",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "prochain",
        "prochaine",
        "bientôt",
        "faute",
        "tantôt",
    ]
)
_POLITE = frozenset(["souhaiterai", "voudrai", "aimerai", "désirerai", "préférerai"])


def _sure_promise(view: View) -> Iterator[Hit]:
    """« Je vous rappellerais demain sans faute »: a promise with a date is in the future."""
    lows = [word.low for word in view.words]
    month = any(low == "en" and plain(view.low(at + 1)) in MONTHS for at, low in enumerate(lows))
    if "si" in lows or "s'" in lows or not (month or _SOON.intersection(lows)):
        return
    for index, word in enumerate(view.words):
        if word.low not in ("je", "j'"):
            continue
        said = index > 0 and view.low(index - 1) in ("que", "qu'")
        if said and not any(lemma in _TELLS for lemma in forms.infinitives(view.words[index - 2])):
            continue
        at = index + 1
        while view.low(at) in forms.CLITICS:
            at += 1
        verb = view.at(at)
        if (
            verb
            and _moods(verb) == {"cond"}
            and verb.low.endswith("rais")
            and not any(
                lemma
                in (
                    "pouvoir",
                    "vouloir",
                    "aimer",
                    "souhaiter",
                    "désirer",
                    "préférer",
                    "devoir",
                    *(() if said else ("être", "avoir")),
                )
                for lemma in forms.infinitives(verb)
            )
        ):
            yield verb.start, verb.end, (verb.low[:-1],)


def _polite_future(view: View) -> Iterator[Hit]:
    """« Je souhaiterai obtenir »: the polite form is the conditional."""
    for index, word in enumerate(view.words):
        if word.low in _POLITE and view.low(index - 1) in ("je", "j'"):
            yield word.start, word.end, (word.text + "s",)


def _no_verb(view: View) -> Iterator[Hit]:
    """« Le contrat fini au 31 décembre. »: a sentence whose only verb is a participle heard like a conjugated form."""
    row = chunks(view)
    if len(row) < 3 or row[0].kind != "N" or row[0].prep or not view.text.rstrip().endswith("."):
        return
    if any(
        one.kind in ("V", "E", "H", "L", "être", "avoir") or forms.finite(view.words[one.first])
        for one in row
        if one.kind != "N"
    ):
        return
    at = 1
    while at < len(row) and row[at].kind == "N" and row[at].prep:
        at += 1
    if (
        at + 1 >= len(row)
        or row[at].kind != "K"
        or not (row[at + 1].prep or row[at + 1].kind in ("N", "P", "à", "de"))
    ):
        return
    word = view.words[row[at].first]
    found = verb_choices(word.low)
    if (
        not found
        or found[0] != "K"
        or "V" not in found[1]
        or view.low(row[at].first - 1) in ("avoir", "être")
    ):
        return
    fixes = tuple(form for form in found[1]["V"] if form.endswith("t"))
    if row[0].gender == "f" and word.low.endswith("e"):
        return  # « Une boîte spécialement conçue pour les envois. »: it agrees, no verb is meant
    if fixes and row[0].number == "s" and not any(w.low in ("qui", "que", "dont") for w in view.words):
        yield word.start, word.end, fixes


def _after_having(view: View) -> Iterator[Hit]:
    """« Nous avons conclut », « elle a relit »: a conjugated form after « avoir »."""
    for index, word in enumerate(view.words):
        if word.low not in forms.AVOIR or word.low in ("avoir", "ayant", "eu", "aie", "ait") or not index:
            continue
        if (
            word.has("N")
            and word.near
            and view.words[index - 1].has("A")
            and not view.words[index - 1].has("O")
        ):
            continue  # « de nouveaux avions entraînent »
        at = index + 1
        while view.at(at) and (
            view.words[at].only("R", "G") or view.low(at) in ("bien", "déjà", "pas", "tout")
        ):
            at += 1
        target = view.at(at)
        if (
            not target
            or not view.glued(index, at)
            or target.clitic
            or not target.only("V")
            or not forms.finite(target)
        ):
            continue
        if (
            target.verb("ppas")
            or target.verb("inf")
            or target.low in forms.AUXILIARIES
            or target.low.endswith(("ons", "ez"))
        ):
            continue
        subject = (
            view.low(index - 1) in forms.PERSONS
            or view.words[index - 1].has("N", "O")
            or view.words[index].clitic
        )
        if subject and (fixes := forms.participles(target)):
            yield target.start, target.end, fixes


def _masculine(target: Word) -> tuple[str, ...]:
    """The masculine singular of the participle, the one nearest to what is written."""
    return tuple(sorted(forms.participles(target), key=lambda form: abs(len(form) - len(target.low) + 1)))[:2]


def _agreed_too_much(view: View) -> Iterator[Hit]:
    """« La réunion a prise fin »: with « avoir » and the object after, the participle does not change."""
    row = chunks(view)
    for clause in clauses(view):
        at = clause.verb
        if row[at].kind != "H" or at + 1 >= len(row) or row[at + 1].kind != "K" or row.index(clause.heads[0]):
            continue
        if any(
            one.kind.startswith("=") or one.kind in ("que", "qu", "dont", "nous", "vous") for one in row[:at]
        ) or view.low(row[0].first).startswith("quel"):
            continue  # « Quelle décision avez-vous prise au sujet de… »
        if view.low(row[at].first - 1) in ("m'", "t'", "nous", "vous"):
            continue  # « Les locataires m'ont chargée de vous écrire »
        target, after = view.words[row[at + 1].first], view.at(row[at + 1].first + 1)
        if not target.verb("ppas") or forms.agrees(target, "m", "s") or not after or not after.near:
            continue
        if after.has("D", "N") or after.low in ("l'", "d'", "de"):
            yield target.start, target.end, _masculine(target)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("conj_si_groupe", "conjugaison", "Après « si » de condition, pas de conditionnel : on emploie le présent ou l’imparfait.", "« Les si n’aiment pas les -rais ».",
         by_view(_if_group), (("Si le colis arriverait abîmé, refusez-le.", "arrivait"),), ("Si le colis arrivait abîmé, refusez-le.", "Je me demande si le colis arriverait.")),
    Rule("conj_temps_futur", "conjugaison", "Après « dès que », « quand », « lorsque », avec un futur à côté, on emploie le futur.", "Demain, dès que ce sera prêt : futur.",
         by_view(_time_conditional), (("Nous vous préviendrons dès que le produit serait disponible.", "sera"),), ("Nous vous préviendrons dès que le produit sera disponible.", "Il a dit que le produit serait disponible.")),
    Rule("conj_souhait", "conjugaison", "Après un souhait, un ordre ou un sentiment suivi de « que », on emploie le subjonctif.", "Essayez avec « faire » : si l’on dit « fasse », c’est le subjonctif.",
         by_view(_wish), (("Nous aimerions que la livraison a lieu mardi.", "ait"), ("Il faut que le client vient signer.", "vienne")), ("Nous aimerions que la livraison ait lieu mardi.", "Nous savons que la livraison a lieu mardi.", "Il faut que les clients signent.")),
    Rule("conj_souhait_pronom", "conjugaison", "Après un souhait, un but ou un ordre suivi de « que », on emploie le subjonctif.", "Essayez avec « faire » : si l’on dit « fasse », c’est le subjonctif.",
         by_view(_wish_pronoun), (("Il est indispensable que chacun fait valider ses dates.", "fasse"), ("Afin que nous pouvons traiter votre demande, appelez.", "puissions")), ("Il est indispensable que chacun fasse valider ses dates.", "Nous savons que chacun fait de son mieux.", "Il faut que chacun signe.")),
    Rule("conj_promesse_datee", "conjugaison", "Une promesse avec une date se met au futur : « -rai », sans s.", "Remplacez par « nous » : « nous rappellerons » (futur) ou « nous rappellerions » ?",
         by_view(_sure_promise), (("Je vous rappellerais demain sans faute.", "rappellerai"), ("Je vous préviens que je serais absent mardi.", "serai"), ("Je finirais mon stage en juin.", "finirai")), ("Je vous rappellerai demain sans faute.", "Je vous rappellerais demain si je pouvais.", "Je pourrais passer demain."), False),
    Rule("conj_politesse", "conjugaison", "La demande polie se met au conditionnel : « -rais », avec un s.", "Remplacez par « nous » : « nous souhaiterions ».",
         by_view(_polite_future), (("Je souhaiterai obtenir un rendez-vous.", "souhaiterais"),), ("Je souhaiterais obtenir un rendez-vous.", "Je souhaite un rendez-vous."), False),
    Rule("conj_phrase_sans_verbe", "conjugaison", "La phrase n’a pas de verbe conjugué : la fin de celui-ci est fausse.", "Remplacez par « prend » : c’est un verbe conjugué.",
         by_view(_no_verb), (("Le contrat fini au 31 décembre.", "finit"),), ("Le contrat finit au 31 décembre.", "Le contrat fini au 31 décembre sera archivé.", "Le travail fini à 18 h est payé.", "Merci d'avoir choisi notre agence.")),
    Rule("conj_apres_avoir", "conjugaison", "Après « avoir », le verbe est au participe passé.", "Mettez au féminin pour entendre la fin : « conclue », « mise ».",
         by_view(_after_having), (("Nous avons conclut un accord.", "conclu"), ("Elle a relit le dossier.", "relu")), ("Nous avons conclu un accord.", "Elle a relu le dossier.", "Ce qu'elle a vaut cher.") [:2]),
    Rule("accord_avoir_sujet", "accord", "Avec « avoir », le participe ne s’accorde pas avec le sujet ni avec un complément placé après.", "Le complément est après : pas d’accord.",
         by_view(_agreed_too_much), (("La réunion a prise fin à midi.", "pris"),), ("La réunion a pris fin à midi.", "La réunion qu'elle a prise en note.")),
)
# fmt: on
