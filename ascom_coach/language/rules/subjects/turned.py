# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Turned subjects: « puis je », « que voulez vous », « va-il », « a t'elle », « faut -il », « prendront-nous »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word, plain_view

_SUBJECTS = {"je": "1s", "tu": "2s", "il": "3s", "elle": "3s", "on": "3s", "nous": "1p", "vous": "2p", "ils": "3p", "elles": "3p", "ce": "3s"}  # fmt: skip
_ASKING = frozenset("que qu' où quand comment combien pourquoi ne n' qui quoi".split())
_BEFORE = frozenset("ne n' y en le la les l' lui leur me m' te t' se s' nous vous".split())
_WHICH = frozenset("quel quelle quels quelles combien à de pour avec dans sur chez par depuis".split())
_SAID = frozenset("direz penserez croyons pensons croyez dirons savez voyez disons supposons".split())
_COMMON = frozenset(
    """puis ai suis dois vais sais as es peux veux est a était sera avait avons avez êtes sommes sont ont vont va doit peut veut vient
    prend fait dit mange donne parle aime reste entre montre compte porte passe""".split()
)
_AFTER_CE = frozenset("que qu' pas bien vraiment possible trop là abuser exact vrai".split())


def _verb_of(word: Word, person: str, asked: bool) -> bool:
    """Whether the word is a verb of this person, and surely so unless a question is asked."""
    right = forms.has_person(word, person) and not word.low.endswith(("é", "ée"))
    return right and (word.only("V") or (asked and word.low in _COMMON))


def _open(view: View, at: int) -> bool:
    """Whether nothing stands between the beginning of the sentence and `at` but what a question opens with."""
    index = at - 1
    while index >= 0 and view.low(index) in _BEFORE and view.words[index + 1].near:
        index -= 1
    if index < 0:
        return True
    low = view.low(index)
    far = {"qui": 0, "que": 2, "qu'": 2, "où": 2, "quand": 2, "comment": 2}.get(low, index)
    return low in _ASKING and index <= far


def _we_or_you(view: View, at: int, asked: bool) -> bool:
    """Whether « nous » or « vous » after the verb at `at` is its subject: it may be an object, of this verb or the next."""
    verb, pronoun, after = view.words[at], view.words[at + 1], view.at(at + 2)
    taken = after and (forms.finite(after) or after.low in ("nous", "vous", "en", "y"))
    if after and taken and after.near and not after.verb("inf"):
        return False
    if any(view.low(back) == pronoun.low for back in range(max(0, at - 3), at)):
        return asked and at == 2 and view.low(1) == pronoun.low and view.low(0) in ("comment", "où", "quand")
    if verb.low in _SAID and at and not verb.near and (after is None or not after.near):
        return True
    if verb.verb("impe") and at == 0 and not asked:
        return False
    if _open(view, at) and (
        asked or view.low(at - 1) in ("que", "comment", "pourquoi", "où") or view.low(0) in ("ne", "n'")
    ):
        return True
    opened = view.low(0) in _WHICH | {"pourquoi", "comment", "mais", "que"}
    return asked and opened and not any(one.low in _SUBJECTS for one in view.words[:at])


def _other_person(view: View, at: int, asked: bool) -> bool:
    """The same for « je », « tu », « il », « elle », « on », « ils », « elles » and « ce »."""
    verb, pronoun, after = view.words[at], view.words[at + 1], view.at(at + 2)
    low = pronoun.low
    if not asked and any(
        one.low in ("que", "qu'", "si", "quand", "comme", "dont") for one in view.words[1:at]
    ):
        return False
    acts = after and forms.has_person(after, _SUBJECTS[low]) and not after.has("N", "A", "R", "D", "C")
    if after and after.near and acts and forms.finite(after):
        return False  # the pronoun is the subject of what follows
    if at and verb.near and view.low(at - 1) in _SUBJECTS.keys() - {"nous", "vous"}:
        return False
    if low == "ce" and (after is None or after.low not in _AFTER_CE):
        return False
    if _open(view, at):
        return asked or at > 0 or low in ("je", "tu")
    if not asked:
        return False
    if any(one.low in _WHICH | _ASKING for one in view.words[:2]):
        return True
    return at >= 2 and view.words[0].has("D") and after is not None and low in ("il", "elle", "ils", "elles")


def _hyphen(view: View) -> Iterator[Hit]:
    """« Puis je », « que mangez vous », « le client peut il »: the turned pronoun hangs on its verb by a hyphen."""
    asked = view.text.rstrip().endswith("?")
    for at in range(len(view.words) - 1):
        verb, pronoun = view.words[at], view.words[at + 1]
        person = _SUBJECTS.get(pronoun.low)
        if not person or not pronoun.near or pronoun.clitic or verb.clitic or pronoun.text[:1].isupper():
            continue
        if not _verb_of(verb, person, asked):
            continue
        reader = _we_or_you if pronoun.low in ("nous", "vous") else _other_person
        if reader(view, at, asked):
            euphonic = person == "3s" and pronoun.low != "ce" and verb.low[-1:] in "eac"
            yield verb.start, pronoun.end, (f"{verb.text}{'-t-' if euphonic else '-'}{pronoun.text}",)


def _person(view: View) -> Iterator[Hit]:
    """« prendront-nous », « étais-ce », « attaquant-ils »: the verb takes the person of the pronoun hung on it."""
    for at in range(1, len(view.words)):
        verb, pronoun = view.words[at - 1], view.words[at]
        person = _SUBJECTS.get(pronoun.low)
        if not pronoun.clitic or not person or not verb.readings or verb.clitic or not verb.has("V"):
            continue
        if (
            forms.has_person(verb, person)
            or verb.low.endswith("é")
            or verb.verb("impe")
            or (pronoun.low == "ce" and forms.has_person(verb, "3p"))
        ):
            continue
        if pronoun.low in ("nous", "vous") and verb.verb("inf"):
            continue
        fixes = tuple(
            dict.fromkeys(
                form
                for mood in ("ipre", "iimp", "ifut", "cond", "ipsi")
                if verb.verb(mood)
                for form in forms.conjugated(verb, person, mood)
            )
        )
        fixes = fixes or forms.conjugated(verb, person, "ipre")
        if fixes:
            yield verb.start, verb.end, fixes[:3]


_ASKERS = frozenset(["pouvoir", "vouloir", "devoir", "avoir", "être", "savoir", "aller"])
_OTHER_NUMBER = {"il": "ils", "ils": "il", "elle": "elles", "elles": "elle", "nous": "vous", "vous": "nous"}


def turned_verb(view: View, at: int, asked: bool) -> bool:
    """Whether the pronoun at `at` is the subject of the verb before it, a question, though their persons differ."""
    if at == 0 or not view.words[at].near or view.words[at].clitic:
        return False
    verb, pronoun, after = view.words[at - 1], view.words[at], view.at(at + 1)
    person = _SUBJECTS.get(pronoun.low)
    if not person or pronoun.low == "ce" or pronoun.text[:1].isupper() or not forms.finite(verb):
        return False
    if not (verb.only("V") or verb.low in _COMMON - {"puis", "suis"}) or forms.has_person(verb, person):
        return False
    which = (
        asked
        and view.low(0) in _WHICH | {"a"}
        and not any(one.low in _SUBJECTS for one in view.words[: at - 1])
    )
    if not (which or _open(view, at - 1)) or verb.verb("inf") or verb.verb("ppas"):
        return False
    if after and after.near and forms.has_person(after, person) and not after.has("N", "A"):
        return False  # the pronoun is the subject of what follows
    if pronoun.low in ("je", "tu"):
        return asked or not verb.verb("impe")
    if pronoun.low in ("nous", "vous"):
        known = any(one.lemma in _ASKERS for one in verb.readings)
        return asked and known and not verb.verb("impe") and not verb.low.endswith("t")
    return asked


def _turned_person(view: View) -> Iterator[Hit]:
    """« Peut tu venir ? », « Pouvez nous passer ? », « Serait ils possible… ? »: the verb and the pronoun behind it."""
    asked = view.text.rstrip(" »").endswith("?")
    for at in range(1, min(6, len(view.words))):
        if not turned_verb(view, at, asked):
            continue
        verb, pronoun = view.words[at - 1], view.words[at]
        fixes = [_hung(form, verb, pronoun.text) for form in forms.conjugated(verb, _SUBJECTS[pronoun.low])]
        other = _OTHER_NUMBER.get(pronoun.low, "")
        if other and forms.has_person(verb, _SUBJECTS[other]):
            fixes.insert(0 if pronoun.low not in ("nous", "vous") else 1, _hung(verb.low, verb, other))
        if (verb.low, pronoun.low) == ("est", "tu"):
            fixes.append(_hung("es", verb, pronoun.text))
        if fixes:
            yield verb.start, pronoun.end, tuple(dict.fromkeys(fixes))[:3]


def _hung(form: str, verb: Word, pronoun: str) -> str:
    if form == "peux" and pronoun == "je":
        form = "puis"
    euphonic = form[-1:] in "eac" and pronoun in ("il", "elle", "on")
    return f"{cased(verb.text, form)}{'-t-' if euphonic else '-'}{pronoun}"


def _euphonic(view: View) -> Iterator[Hit]:
    """« va-il », « convainc-il »: a « t » comes between two vowels."""
    for at in range(1, len(view.words)):
        verb, pronoun = view.words[at - 1], view.words[at]
        if not pronoun.clitic or pronoun.low not in ("il", "elle", "on") or verb.low[-1:] not in "eac":
            continue
        if pronoun.start - verb.end != 1 or not forms.has_person(verb, "3s"):
            continue
        yield verb.start, pronoun.end, (f"{verb.text}-t-{pronoun.text}",)


_WRONG_T = re.compile(
    r"(?<![\w'-])(?P<v>[a-zà-ÿ]*[a-zà-ÿ])(?P<j> ?[-'−–] ?t ?[-'−–] ?| t ?[-'−–] ?| ?[-−–] ?t | t )(?P<s>ils?|elles?|on|tu|je|nous|vous)(?![\w'-])",
    re.I,
)


def _wrong_t(text: str) -> Iterator[Hit]:
    """« a t'il », « donne t-il », « viennent-t-ils », « a-t'il », « c'est t il »."""
    whole = plain_view(text)
    for match in _WRONG_T.finditer(whole):
        verb, pronoun = match["v"], match["s"].lower()
        if not lexicon().verb(verb.lower()) or match["j"] == "-t-":
            if match["j"] != "-t-" or verb.lower()[-1:] not in "tds" or not lexicon().verb(verb.lower()):
                continue
            if verb.lower().endswith("t") and pronoun in ("il", "elle", "on", "ils", "elles"):
                continue  # told by `typo_t_de_trop`
        joint = "-t-" if verb.lower()[-1:] in "eac" and pronoun in ("il", "elle", "on") else "-"
        if joint == "-t-" and match["j"] == "-t-":
            continue
        yield match.start("j"), match.end("s"), (joint + match["s"],)


_SPACED_HYPHEN = re.compile(
    r"(?<![\w'-])(?P<v>[a-zà-ÿ]{2,})(?P<j> -| - |- )(?P<s>je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|là|ci)(?![\w'-])",
    re.I,
)


def _spaced(text: str) -> Iterator[Hit]:
    """« faut -il », « vas - tu »: no space around the hyphen."""
    for match in _SPACED_HYPHEN.finditer(plain_view(text)):
        verb, other = match["v"].lower(), match["s"].lower()
        if other in ("là", "ci"):
            if match["j"] == " - ":
                continue
        elif not lexicon().verb(verb) or (match["j"] == " - " and "?" not in text[match.end() :]):
            continue
        yield match.start(), match.end(), (f"{match['v']}-{match['s']}",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("trait_inversion", "typographie", "Le pronom sujet placé après le verbe y est relié par un trait d’union.", "Verbe, puis sujet : trait d’union.",
         by_view(_hyphen), (("Puis je vous aider ?", "Puis-je"), ("Que voulez vous faire demain ?", "voulez-vous"), ("Le client viendra il ce soir ?", "viendra-t-il"), ("Quel dossier cherches tu ?", "cherches-tu")),
         ("Puis-je vous aider ?", "Vous voulez vous asseoir ?", "Puis je suis parti.", "Quand le chef parle, il faut se taire.", "Les clients que nous servons nous remercient.")),
    Rule("sujet_accroche_sans_trait", "conjugaison", "Le verbe prend la personne du pronom qui le suit, et s’y joint par un trait d’union.", "Remettez le sujet devant : « tu peux », « ils ont ».",
         by_view(_turned_person), (("Peut tu me rappeler ?", "Peux-tu"), ("Sont elle arrivées hier ?", "Sont-elles"), ("Pouvez nous passer lundi ?", "Pouvons-nous"), ("Que fera tu demain ?", "feras-tu")),
         ("Peux-tu me rappeler ?", "Puis il est parti.", "Sont arrivés elle et lui.", "Peut nous joindre qui veut.")),
    Rule("sujet_accroche", "conjugaison", "Le verbe prend la personne du pronom qui le suit.", "Remettez le sujet devant : « nous prendrons ».",
         by_view(_person), (("Quand prendront-nous le train ?", "prendrons"), ("Hier, étais-ce trop tôt ?", "était")), ("Prendrons-nous le train ?", "Était-ce trop tôt ?", "Aidez-nous.", "Puissé-je venir !", "Sont-ce vos clés ?")),
    Rule("trait_t_manquant", "typographie", "Entre une voyelle et « il », « elle », « on », on ajoute « -t- ».", "« va-t-il », « donne-t-elle ».",
         by_view(_euphonic), (("Va-il venir demain ?", "Va-t-il"),), ("Va-t-il venir demain ?", "Vient-il demain ?", "Donne-le.")),
    Rule("trait_t_mal_ecrit", "typographie", "Le « t » qui facilite la prononciation est entre deux traits d’union, et seulement après une voyelle.", "« a-t-il », mais « ont-ils ».",
         _wrong_t, (("Viennent-t'ils demain ?", "-ils"), ("Où donne t-il ses cours ?", "-t-il"), ("Quand seras-t-tu là ?", "-tu")), ("Viennent-ils demain ?", "Où va-t-il demain ?", "Cela t'a-t-il plu ?", "Que t'a-t-on dit ?")),
    Rule("trait_espace", "typographie", "Pas d’espace autour du trait d’union.", "Le trait d’union touche les deux mots.",
         _spaced, (("Faut -il signer ?", "Faut-il"), ("Vas - tu au marché ?", "Vas-tu")), ("Faut-il signer ?", "Il vient - je crois - demain.")),
)
# fmt: on
