# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Forms that the next vowel asks for: « cet homme », « mon amie », « un nouvel élément », « un vieil ami », « jusqu'à »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.marks.apostrophes import ASPIRATED
from ascom_coach.language.syntax.bundle_words import FIRST
from ascom_coach.language.syntax.view import View, Word

_SOFT = {"nouveau": "nouvel", "beau": "bel", "vieux": "vieil", "fou": "fol", "mou": "mol"}
_BEFORE_NAME = frozenset(
    ["un", "le", "ce", "mon", "ton", "son", "notre", "votre", "leur", "du", "au", "quel"]
)
_OWN = {"ma": "mon", "ta": "ton", "sa": "son"}
_VOWELS = "aeiouàâéèêëîïôûœ"


_NO_LIAISON = tuple("onz oui uhlan yaourt iota iode yod ouest-".split())
_HARD = tuple(
    """hall halt halo hamac hameau hamp hams harmat héros héron héris hérau hêtr hernie heurt hom- homard hongr honni hont hors horde hum-
    hurl hutte huit huis hippie hip-""".split()
)
"""Beginnings of words in an aspirated h, among those that a mute one may begin."""
_MUTE = tuple(
    """hab hal ham hapt harm héb héc hédo hég hél hém hép hér hés hét heu hom hon hor hos hôp hôt huile hum huît huiss hui hist hiv hier hip
    hir hyd hyg hym hyp hys herb hermé hermi hex""".split()
)


def _sounded(word: Word) -> bool:
    """Whether the word begins with a vowel or a mute h, for the ear."""
    low = word.low
    if low in ASPIRATED or len(low) < 2 or low.startswith(_NO_LIAISON):
        return False
    if low[:1] != "h":
        return low[:1] in _VOWELS
    if not word.readings or (low.startswith(_HARD) and not low.startswith(("hallu", "huîtr", "huiss"))):
        return False
    return low.startswith(_MUTE)


def _this(view: View) -> Iterator[Hit]:
    """« ce humble serviteur », « ce ancien bureau »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if (
            word.low != "ce"
            or word.text.isupper()
            or word.clitic
            or not after.near
            or after.clitic
            or not _sounded(after)
            or after.text[:1].isupper()
        ):
            continue
        if not after.has("N", "A") or after.has("P", "D", "R", "C") or (after.verb() and not after.has("N")):
            continue
        if after.verb() and after.low[-1:] not in "nrtlm":
            continue
        if any("m" in one.tags or "e" in one.tags for one in after.readings if one.pos in "NA"):
            yield word.start, word.end, (cased(word.text, "cet"),)


def _this_one(view: View) -> Iterator[Hit]:
    """« Cette immeuble »: heard like « cet », before a noun that is masculine and an adjective too."""
    for at in range(len(view.words) - 1):
        word, noun, after = view.words[at], view.words[at + 1], view.at(at + 2)
        if (
            word.low != "cette"
            or not noun.near
            or noun.clitic
            or not _sounded(noun)
            or not noun.text.islower()
        ):
            continue
        nouns = [one for one in noun.readings if one.pos == "N"]
        if (
            not nouns
            or any(one.gender != "m" or one.number == "p" for one in nouns)
            or noun.has("P", "D", "R")
        ):
            continue
        first = any(one.pos == "A" and one.lemma in FIRST for one in noun.readings)
        if first and after and after.near and after.has("N"):
            continue  # « cette ancien salle »
        yield word.start, word.end, (cased(word.text, "cet"),)


def _own(view: View) -> Iterator[Hit]:
    """« ma obligée », « sa humble existence », « ta école »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if (
            word.low not in _OWN
            or word.text.isupper()
            or not after.near
            or after.clitic
            or not _sounded(after)
            or after.text[:1].isupper()
        ):
            continue
        if (after.has("N", "A") and not after.has("P", "D", "C")) or (
            after.verb("ppas") and after.low.endswith("ée")
        ):
            yield word.start, word.end, (cased(word.text, _OWN[word.low]),)


def _soft(view: View) -> Iterator[Hit]:
    """« un nouveau élément », « le vieux homme », « un beau appartement »."""
    for at in range(1, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.low not in _SOFT or not word.near or not after.near or after.clitic or not _sounded(after):
            continue
        if (
            not after.has("N")
            or after.has("P", "C", "D")
            or after.text[:1].isupper()
            or view.low(at - 1 - (view.low(at - 1) in ("très", "trop", "si"))) not in _BEFORE_NAME
        ):
            continue
        shapes = [one for one in after.readings if one.pos in "NA"]
        if not any("m" in one.tags or "e" in one.tags for one in shapes) or all(
            "p" in one.tags for one in shapes
        ):
            continue
        if after.has("A") and view.low(at - 1) not in ("un", "le", "ce"):
            continue
        yield word.start, word.end, (_SOFT[word.low],)


_HARD_FORMS = {"nouvel": "nouveau", "bel": "beau", "vieil": "vieux"}


def _hard(view: View) -> Iterator[Hit]:
    """« cet héros », « un nouvel projet », « un vieil bâtiment »: the form of vowels before a consonant."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if (
            not after.near
            or after.clitic
            or after.text[:1].isupper()
            or not after.text.isalpha()
            or _sounded(after)
        ):
            continue
        if after.low[:1] in "hy" and after.low not in ASPIRATED:
            continue
        if word.low in _HARD_FORMS and after.has("N") and not after.has("C", "P", "D") and not after.verb():
            yield word.start, word.end, (_HARD_FORMS[word.low],)
        elif word.low == "cet" and after.low in ASPIRATED and after.has("N"):
            yield word.start, word.end, (cased(word.text, "ce"),)


def _elided(view: View) -> Iterator[Hit]:
    """« le homme », « du homme », « au hôtel », « la Église », « de Alice », « jusque demain », « de y aller », « quelqu'autre »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        low = word.low
        if not after.near or after.clitic or word.clitic:
            continue
        if after.low[:1] == "h" and _sounded(after) and after.text[:1].islower():
            if (
                low in ("le", "la", "de", "du", "au")
                and after.has("N")
                and not after.has("V", "P")
                and not after.low.startswith("hameçonn")
            ):
                if low in ("du", "au"):
                    fix = {"du": "de l'", "au": "à l'"}[low]
                else:
                    fix = {"le": "l'", "la": "l'", "de": "d'"}[low]
                yield word.start, after.end, (cased(word.text, fix + after.text),)
            elif low in ("je", "que", "ne") and after.has("V") and not after.has("N"):
                yield word.start, after.end, (word.text[:-1] + "'" + after.text,)
        elif (
            low in ("du", "au")
            and _sounded(after)
            and after.has("N")
            and not after.has("A", "P", "D", "R", "V")
            and after.text[:1].islower()
        ):
            shapes = {one.number for one in after.readings if one.pos == "N"}
            if "s" in shapes or "i" in shapes:
                yield (
                    word.start,
                    after.end,
                    (cased(word.text, {"du": "de l'", "au": "à l'"}[low] + after.text),),
                )
        elif (
            low in ("de", "que")
            and after.text[:1] in "AEIÉÈÊOU"
            and at
            and not after.text.isupper()
            and len(after.text) > 3
            and (after.text[1:2].islower())
        ):
            named = any(one.pos == "S" for one in lexicon().analyses(after.text))
            follower = view.at(at + 2)
            if (
                low == "de"
                and named
                and not after.low.startswith(("ou", "onz", "y"))
                and not (follower and follower.near and follower.text[:1].isupper())
            ):
                yield word.start, after.end, (f"{word.text[:-1]}'{after.text}",)
        elif low in ("le", "la") and after.text in (
            "Église",
            "État",
            "Union",
            "Assemblée",
            "Académie",
            "Antiquité",
            "Europe",
            "Italie",
            "Espagne",
            "Allemagne",
            "Angleterre",
            "Afrique",
            "Amérique",
            "Asie",
            "Inde",
            "Irlande",
        ):
            yield word.start, after.end, (cased(word.text, "l'") + after.text,)
        elif (
            low in ("je", "de", "que", "ne")
            and after.low == "y"
            and len(view.words) > at + 2
            and view.words[at + 2].verb()
        ):
            yield word.start, after.end, (word.text[:-1] + "'" + after.text,)
        elif (
            low == "de"
            and after.low in ("yeux", "un")
            and (after.low == "yeux" or view.low(at - 1) in ("plus", "moins"))
        ):
            yield word.start, after.end, (cased(word.text, "d'" + after.text),)
        elif low == "jusque" and (
            after.low
            in (
                "demain",
                "le",
                "les",
                "la",
                "lundi",
                "mardi",
                "mercredi",
                "jeudi",
                "vendredi",
                "samedi",
                "dimanche",
                "ce",
                "cette",
            )
        ):
            fix = {"le": "jusqu'au", "les": "jusqu'aux"}.get(after.low, f"jusqu'à {after.text}")
            yield word.start, after.end, (cased(word.text, fix),)


def _whole(view: View) -> Iterator[Hit]:
    """« presqu'exacte », « quelqu'autre », « lorsqu'Anna »: these words lose their vowel before a few words only."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if after.start != word.end:
            continue
        if (
            word.low in ("lorsqu'", "puisqu'", "quoiqu'")
            and after.text[:1].isupper()
            and not after.text.isupper()
            and after.low not in ("il", "elle", "on", "un", "une", "ils", "elles")
        ):
            yield word.start, after.end, (f"{word.text[:-1]}e {after.text}",)
        elif word.low == "presqu'" and after.low not in ("île", "îles", "ile", "iles"):
            yield word.start, after.end, (cased(word.text, f"presque {after.text}"),)
        elif word.low == "quelqu'" and after.low not in ("un", "une"):
            yield word.start, after.end, (cased(word.text, f"quelque {after.text}"),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("euphonie_cet", "accord", "Devant une voyelle ou un h muet, « ce » devient « cet ».", "Au féminin, « cette » ; au masculin devant une voyelle, « cet ».",
         by_view(_this), (("Ce humble cadeau m'a touché.", "Cet"), ("Ce ancien modèle ne se vend plus.", "Cet")), ("Cet humble cadeau m'a touché.", "Ce héros est fatigué.", "Ce haricot est cuit.", "Ce à quoi il pense.")),
    Rule("euphonie_cette", "accord", "« Cette » accompagne un nom féminin ; devant un masculin à voyelle, on écrit « cet ».", "Dites « un » ou « une » : « un immeuble », donc « cet immeuble ».",
         by_view(_this_one), (("Cette immeuble date de 1930.", "Cet"), ("Je range cette uniforme.", "cet")), ("Cet immeuble date de 1930.", "Cette immense salle est vide.", "Cette élève est absente.", "Cette heure me convient.")),
    Rule("euphonie_mon", "accord", "Devant une voyelle ou un h muet, « ma », « ta », « sa » deviennent « mon », « ton », « son ».", "« mon école », « son habitude ».",
         by_view(_own), (("Sa humble maison est loin.", "Son"), ("C'est ma ancienne adresse.", "mon")), ("Son humble maison est loin.", "Sa hauteur est de deux mètres.", "Sa hanche le fait souffrir.")),
    Rule("euphonie_nouvel", "orthographe", "Devant un nom masculin à voyelle, on écrit « nouvel », « bel », « vieil ».", "« un nouvel ami », « un vieil arbre ».",
         by_view(_soft), (("Un nouveau élément change tout.", "nouvel"), ("Le vieux homme dort.", "vieil")), ("Un nouvel élément change tout.", "Un vieux hangar brûle.", "De nouveaux éléments.", "Un fou et un sage.")),
    Rule("euphonie_consonne", "accord", "« Cet », « nouvel », « bel » et « vieil » ne s’emploient que devant une voyelle ou un h muet.", "« ce héros », « un nouveau projet », « un vieux mur ».",
         by_view(_hard), (("Cet héros est fatigué.", "Ce"), ("Un nouvel projet démarre.", "nouveau"), ("Un vieil bâtiment brûle.", "vieux")), ("Ce héros est fatigué.", "Un nouvel essai.", "C'est bel et bien vrai.", "Un vieil homme.", "Cet hiver, tout ferme.")),
    Rule("euphonie_elision", "typographie", "Devant une voyelle ou un h muet, le petit mot s’élide.", "« l’homme », « de l’hôtel », « d’Alice », « jusqu’à demain ».",
         by_view(_elided), (("Le homme est parti.", "L'homme"), ("Le prix du hôtel augmente.", "de l'hôtel"), ("Voici le dossier de Alice.", "d'Alice"), ("Il reste jusque demain.", "jusqu'à demain")),
         ("L'homme est parti.", "Le héros est parti.", "Le prix de l'hôtel.", "Le hasard fait bien les choses.", "Au hall 3.")),
    Rule("euphonie_entiere", "typographie", "« Presque » et « quelque » ne s’élident que dans « presqu’île » et « quelqu’un » ; « lorsque » et « puisque », devant « il », « elle », « on », « un ».", "Écrivez le mot en entier.",
         by_view(_whole), (("La réponse est presqu'exacte.", "presque exacte"), ("Voyez quelqu'autre exemple.", "quelque autre"), ("Je dormais lorsqu'Alex est venu.", "lorsque Alex")), ("La réponse est presque exacte.", "Quelqu'un est venu.", "Cette presqu'île est loin.")),
)
# fmt: on
