# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Turned subjects: « puis je », « que voulez vous », « va-il », « a t'elle », « manges-la », « demande-en »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rulebase import Hit, Rule, by_view, cased
from ascom_coach.language.view import View, Word, plain_view

_SUBJECTS = {
    "je": "1s",
    "tu": "2s",
    "il": "3s",
    "elle": "3s",
    "on": "3s",
    "nous": "1p",
    "vous": "2p",
    "ils": "3p",
    "elles": "3p",
    "ce": "3s",
}
_ASKING = frozenset(
    ["que", "qu'", "où", "quand", "comment", "combien", "pourquoi", "ne", "n'", "qui", "quoi"]
)
_BEFORE = frozenset(
    [
        "ne",
        "n'",
        "y",
        "en",
        "le",
        "la",
        "les",
        "l'",
        "lui",
        "leur",
        "me",
        "m'",
        "te",
        "t'",
        "se",
        "s'",
        "nous",
        "vous",
    ]
)
_WHICH = frozenset(
    [
        "quel",
        "quelle",
        "quels",
        "quelles",
        "combien",
        "à",
        "de",
        "pour",
        "avec",
        "dans",
        "sur",
        "chez",
        "par",
        "depuis",
    ]
)
_SAID = frozenset(
    ["direz", "penserez", "croyons", "pensons", "croyez", "dirons", "savez", "voyez", "disons", "supposons"]
)


def _ends(word: Word, person: str) -> bool:
    """Whether the word is, first of all, a verb of this person."""
    return forms.has_person(word, person) and word.verb() and not word.low.endswith(("é", "ée"))


def _open(view: View, at: int) -> bool:
    """Whether nothing stands between the beginning of the sentence and `at` but what a question opens with."""
    index = at - 1
    while index >= 0 and view.low(index) in _BEFORE and view.words[index + 1].near:
        index -= 1
    if index < 0:
        return True
    return view.low(index) in _ASKING and not (
        view.low(index) in ("qui", "que", "qu'", "où", "quand", "comment")
        and index > (0 if view.low(index) == "qui" else 2)
    )


def _asked(view: View) -> bool:
    return view.text.rstrip().endswith("?")


def _hyphen(view: View) -> Iterator[Hit]:
    """« Puis je », « que mangez vous », « le client peut il »: the turned pronoun hangs on its verb by a hyphen."""
    asked = _asked(view)
    for at in range(len(view.words) - 1):
        verb, pronoun = view.words[at], view.words[at + 1]
        person = _SUBJECTS.get(pronoun.low)
        if not person or not pronoun.near or pronoun.clitic or verb.clitic or pronoun.text[:1].isupper():
            continue
        euphonic = person == "3s" and pronoun.low != "ce" and verb.low[-1:] in "eac"
        if not _ends(verb, person) or (not verb.only("V") and not (asked and verb.low in _COMMON)):
            continue
        after = view.at(at + 2)
        if pronoun.low in ("nous", "vous"):
            # « nous » and « vous » may be the object of a verb that follows, or of the order before
            if (
                after
                and after.near
                and ((after.verb() and forms.finite(after)) or after.low in ("nous", "vous", "en", "y"))
                and not after.verb("inf")
            ):
                continue
            if at and view.low(at - 1) == pronoun.low and view.low(at - 2) not in ("comment", "où", "quand"):
                continue
            if any(view.low(back) == pronoun.low for back in range(max(0, at - 3), at)):
                continue
            said = verb.low in _SAID and at and not verb.near and (after is None or not after.near)
            first = _open(view, at) and (
                asked
                or view.low(at - 1) in ("que", "comment", "pourquoi", "où")
                or view.low(0) in ("ne", "n'")
            )
            which = (
                asked
                and view.low(0) in _WHICH | {"pourquoi", "comment", "mais", "que"}
                and not any(one.low in _SUBJECTS for one in view.words[:at])
            )
            if not (said or first or which):
                continue
            if verb.verb("impe") and at == 0 and not asked:
                continue
        elif pronoun.low in ("je", "tu", "il", "ils", "on", "ce", "elle", "elles"):
            if (
                any(one.low in ("que", "qu'", "si", "quand", "comme", "dont") for one in view.words[1:at])
                and not asked
            ):
                continue
            if (
                after
                and after.near
                and after.verb()
                and forms.finite(after)
                and forms.has_person(after, person)
                and not after.has("N", "A", "R", "D", "C")
            ):
                continue  # the pronoun is the subject of what follows
            if (
                at
                and view.low(at - 1) in _SUBJECTS
                and verb.near
                and view.low(at - 1) not in ("nous", "vous")
            ):
                continue
            if pronoun.low == "ce" and (
                after is None
                or after.low
                not in (
                    "que",
                    "qu'",
                    "pas",
                    "bien",
                    "vraiment",
                    "possible",
                    "trop",
                    "là",
                    "abuser",
                    "exact",
                    "vrai",
                )
            ):
                continue
            opened = _open(view, at)
            which = asked and (
                view.low(0) in _WHICH | _ASKING or any(one.low in _WHICH | _ASKING for one in view.words[:2])
            )
            subject = asked and at >= 2 and view.words[0].has("D") and after is not None
            if not (opened or which or (subject and pronoun.low in ("il", "elle", "ils", "elles"))):
                continue
            if opened and at == 0 and not asked and pronoun.low not in ("je", "tu"):
                continue
        joint = "-t-" if euphonic else "-"
        yield verb.start, pronoun.end, (f"{verb.text}{joint}{pronoun.text}",)


_COMMON = frozenset(
    """puis ai suis dois vais sais as es peux veux est a était sera avait avons avez êtes sommes sont ont vont va doit peut veut vient
    prend fait dit mange donne parle aime reste entre montre compte porte passe""".split()
)


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


_TOO_MANY = re.compile(
    r"(?<![\w'-])(?P<v>[a-zà-ÿ]{2,})-(?P<c>moi|toi|lui|leur|les|le|la|leurs|y|en)(?![\w'])", re.I
)


def _order(text: str) -> Iterator[Hit]:
    """« manges-la », « prend-lui », « oubli-moi », « demande-en »: an order has its own form before the pronoun."""
    whole = plain_view(text)
    for match in re.finditer(
        r"(?<![\w'-])(?P<c>(?P<v>all)er-(?P<p>y|vous-en)|donne(?:z|ns)?-là-(?:moi|lui|nous)|va-t-en(?! guerre)(?![\w-])|va-te-n|aie-je)(?![\w'-])",
        whole,
        re.I,
    ):
        low = match["c"].lower()
        fix = {
            "aller-y": "allez-y",
            "aller-vous-en": "allez-vous-en",
            "va-t-en": "va-t'en",
            "va-te-n": "va-t'en",
            "aie-je": "ai-je",
        }.get(low, low.replace("là", "la"))
        yield match.start(), match.end(), (cased(match["c"], fix),)
    for match in _TOO_MANY.finditer(whole):
        low, pronoun = match["v"].lower(), match["c"].lower()
        rest = whole[match.end() :]
        if rest.startswith("-") and not re.match(r"-(?:moi|toi|nous|vous|en|y|lui|leur)(?![\w-])", rest):
            continue
        if lexicon().has(f"{low}-{pronoun}") or re.search(r"[\w]-$", whole[: match.start()]):
            continue
        readings = lexicon().analyses(low)
        orders = {one.lemma for one in readings if one.pos == "V" and "impe" in one.tags}
        shown = match["v"]
        if pronoun in ("y", "en"):
            if rest.startswith("-"):
                continue
            if (
                orders
                and low[-1:] in "ea"
                and low not in ("va",)
                and f"{low}s" != low
                and lexicon().verb(low + "s")
                and not low.endswith(("ez", "ons"))
            ):
                yield match.start(), match.end(), (f"{shown}s-{match['c']}",)
            continue
        if orders and pronoun != "leurs":
            continue
        if pronoun == "leurs" and not orders:
            continue
        if pronoun == "leurs":
            yield match.start(), match.end(), (f"{shown}-leur",)
            continue
        fixes = [low[:-1]] if low.endswith("es") else [low + "s", low + "e", low[:-1] + "s", low[:-1] + "ds"]
        fixes += [low + low[-1:] + "e"]
        good = [
            one
            for one in fixes
            if any(got.pos == "V" and "impe" in got.tags for got in lexicon().analyses(one))
        ]
        is_verb = any(one.pos == "V" for one in readings)
        if (
            good
            and (is_verb or low.endswith(("i", "t", "d", "u")) or pronoun in ("moi", "toi", "lui"))
            and not (pronoun == "la" and not is_verb)
        ):
            yield match.start(), match.end(), (f"{cased(shown, good[0])}-{match['c']}",)
        elif (
            is_verb
            and not low.endswith(("ez", "ons"))
            and any({"1s", "3s", "3p", "2s"} & one.tags for one in readings)
        ):
            made = [
                form
                for one in readings
                if one.pos == "V"
                for form, got in lexicon().forms_of(one.lemma, low)
                if got.pos == "V" and {"impe", "2p"} <= got.tags
            ]
            if made:
                yield match.start(), match.end(), (f"{cased(shown, made[0])}-{match['c']}",)


def _there(text: str) -> Iterator[Hit]:
    """« ce chien-la », « ce moment là », « cette voiture si », « va-t-en »."""
    whole = plain_view(text)
    for match in re.finditer(
        r"(?<![\w'-])(?P<d>ce|cet|cette|ces) (?P<o>(?:(?:même|deux|trois|quatre|dernière?s?|petite?s?) )?)(?P<n>[a-zà-ÿ]+)(?P<j>[ -])(?P<l>là|la|ci|si)(?![\w'-])",
        whole,
        re.I,
    ):
        noun, place = match["n"].lower(), match["l"].lower()
        if (match["j"] == "-") == (place in ("là", "ci")):
            continue
        if not lexicon().is_pos(noun, "N", "O", "H", "A") or noun in (
            "qui",
            "que",
            "est",
            "sont",
            "soit",
            "même",
            "sera",
        ):
            continue
        after = whole[match.end() :].lstrip(" ")[:1]
        word = re.match(r"[\w']+", whole[match.end() :].lstrip(" "))
        if match["j"] == " " and place == "la" and (word or not match["d"]):
            continue
        if match["j"] == " " and place == "si" and word and after != ",":
            continue
        if (
            match["j"] == " "
            and place == "là"
            and word
            and word.group().lower() in ("où", "même", "bas", "haut", "dessus", "dedans", "dessous")
        ):
            continue
        if (
            match["j"] == " "
            and place == "là"
            and lexicon().verb(noun)
            and match["d"].lower() == "ce"
            and noun in ("fut", "était", "serait", "sera", "soit", "fût")
        ):
            continue
        fix = {"la": "là", "si": "ci"}.get(place, place)
        yield match.start("n"), match.end(), (f"{match['n']}-{fix}",)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("trait_inversion", "typographie", "Le pronom sujet placé après le verbe y est relié par un trait d’union.", "Verbe, puis sujet : trait d’union.",
         by_view(_hyphen), (("Puis je vous aider ?", "Puis-je"), ("Que voulez vous faire demain ?", "voulez-vous"), ("Le client viendra il ce soir ?", "viendra-t-il"), ("Quel dossier cherches tu ?", "cherches-tu")),
         ("Puis-je vous aider ?", "Vous voulez vous asseoir ?", "Puis je suis parti.", "Quand le chef parle il faut se taire.", "Les clients que nous servons nous remercient.")),
    Rule("trait_t_manquant", "typographie", "Entre une voyelle et « il », « elle », « on », on ajoute « -t- ».", "« va-t-il », « donne-t-elle ».",
         by_view(_euphonic), (("Va-il venir demain ?", "Va-t-il"),), ("Va-t-il venir demain ?", "Vient-il demain ?", "Donne-le.")),
    Rule("trait_t_mal_ecrit", "typographie", "Le « t » qui facilite la prononciation est entre deux traits d’union, et seulement après une voyelle.", "« a-t-il », mais « ont-ils ».",
         _wrong_t, (("Viennent-t'ils demain ?", "-ils"), ("Où donne t-il ses cours ?", "-t-il"), ("Quand seras-t-tu là ?", "-tu")), ("Viennent-ils demain ?", "Où va-t-il demain ?", "Cela t'a-t-il plu ?", "Que t'a-t-on dit ?")),
    Rule("trait_espace", "typographie", "Pas d’espace autour du trait d’union.", "Le trait d’union touche les deux mots.",
         _spaced, (("Faut -il signer ?", "Faut-il"), ("Vas - tu au marché ?", "Vas-tu")), ("Faut-il signer ?", "Il vient - je crois - demain.")),
    Rule("imperatif_forme", "conjugaison", "C’est un ordre : le verbe prend la forme de l’impératif devant le pronom.", "« mange-la », « prends-lui », mais « manges-en », « vas-y ».",
         _order, (("Prend-lui son manteau.", "Prends-lui"), ("Oublies-moi un instant.", "Oublie-moi"), ("Demande-en deux.", "Demandes-en")), ("Prends-lui son manteau.", "Oublie-moi.", "Demandes-en deux.", "Vas-y.", "Donnez-les-leur.", "Ce jour-là, tout ferme.")),
    Rule("trait_la_ci", "typographie", "Après « ce », « cette », « ces », le nom est relié à « là » ou « ci » par un trait d’union.", "« ce jour-là », « cette fois-ci ».",
         _there, (("À ce moment là, tout a changé.", "moment-là"), ("Ce chien-la aboie.", "chien-là"), ("Je préfère ce modèle ci.", "modèle-ci")), ("À ce moment-là, tout a changé.", "Ce dossier, là, est le vôtre.", "C'est ce point là où il insiste.", "S'il la signe, tant mieux.")),
)
# fmt: on
