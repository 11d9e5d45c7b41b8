# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Apostrophes that are lost, doubled or moved: « je m étais », « qu il », « d ’ enfants », « l'' », « s'il on »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, plain_view

_LETTERS = frozenset(["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])
_VOWELS = "aeiouyàâéèêëîïôûœh"
_SUBJECTS = frozenset(
    ["je", "tu", "il", "elle", "on", "ils", "elles", "ça", "cela", "qui", "ne", "nous", "vous", "y"]
)


def _lost(view: View) -> Iterator[Hit]:
    """A lone letter of an elided word before a vowel: « il n arrive pas », « l on », « c est »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        low = word.low
        if (
            low not in _LETTERS
            or not after.near
            or after.clitic
            or after.low[:1] not in _VOWELS
            or after.text[:1].isupper()
        ):
            continue
        if (word.text.isupper() and at and len(low) == 1) or (len(after.low) == 1 and after.low not in "yaà"):
            continue
        if word.start > view.offset and view.text[word.start - view.offset - 1] in "&-+*/=_(":
            continue
        before = view.low(at - 1) if at else ""
        if before[-1:].isdecimal() or (len(low) == 1 and len(before) == 1 and before not in ("y", "à", "a")):
            continue
        fits = len(low) > 1
        if low == "s" and after.low in ("il", "ils"):
            fits = True
        elif low in ("m", "t", "s", "n", "j"):
            fits = (after.verb() or after.low in ("y", "en", "a", "ai", "as", "importe")) and not (
                after.low in ("a", "est", "es") and not (before in _SUBJECTS or not before)
            )
            fits = fits and (before in _SUBJECTS or at == 0 or low in ("n", "j", "m") or forms.finite(after))
        elif low in ("l", "d"):
            fits = after.has("N", "A", "V") or after.low in (
                "on",
                "un",
                "une",
                "autre",
                "en",
                "y",
                "abord",
                "ailleurs",
                "autres",
                "elle",
                "eux",
                "ici",
                "être",
                "avoir",
                "où",
            )
            fits = fits and after.low not in ("a", "est", "es", "et", "ou", "à")
        elif low == "c":
            fits = after.low in ("est", "était", "étaient") or (
                after.low == "en" and view.low(at + 2) == "est"
            )
            fits = fits and (at == 0 or before not in ("fonction", "point", "et", "valeur", "plan"))
        if after.low in ("et", "ou", "où", "à", "au", "aux", "oui") and len(low) == 1:
            continue
        if fits:
            yield word.start, after.end, (word.text + "'" + after.text,)


def _cut_word(view: View) -> Iterator[Hit]:
    """« j viens », « de m convaincre », « d u pain », « l es »: a letter alone that belongs to what follows."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if (
            len(word.low) != 1
            or not word.text.islower()
            or word.low not in "cdjlmnqst"
            or not after.near
            or after.clitic
        ):
            continue
        before = view.low(at - 1) if at else ""
        if before[-1:].isdecimal() or (len(before) == 1 and word.near):
            continue
        if word.start > view.offset and view.text[word.start - view.offset - 1] == "'":
            continue  # « Moody's »
        if word.low + after.low in _SMALL:
            yield word.start, after.end, (word.low + after.low,)
        elif after.low[:1] in _VOWELS or not after.text.islower() or len(after.low) < 3:
            continue
        elif (word.low == "j" and forms.has_person(after, "1s")) or (
            word.low in "mtsd" and after.verb("inf") and before in _BEFORE_INFINITIVE
        ):
            yield word.start, after.end, (f"{word.low}e {after.text}",)


_BEFORE_INFINITIVE = frozenset(["de", "pour", "à", "sans", "inutile", "utile", "vient", "viens"])
_SMALL = frozenset(
    "ce cet ces de des du le les ne me mes se ses te tes que qui par pas pour plus sur tout très bien mais dans".split()
)
_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)"


def _spaced(text: str) -> Iterator[Hit]:
    """« d ' enfants », « l ’histoire », « lorsqu’ il », « aujourd' hui », « qu ` elle »."""
    whole = plain_view(text)
    if "'" not in whole and "`" not in whole and "´" not in whole and "′" not in whole and '"' not in whole:
        return
    for match in re.finditer(rf"(?<![\w'-])(?P<e>{_ELIDED}|aujourd|prud|quelqu|presqu)(?P<m> ?['`´′] | ['`´′])(?P<n>[a-zà-ÿœ]+)", whole, re.I):  # fmt: skip
        if match["n"][:1].lower() not in _VOWELS or "′" in match["m"]:
            continue
        yield match.start(), match.end(), (f"{match['e']}'{match['n']}",)
    for match in re.finditer(r"(?<![\w'-])(?P<y>[Yy])'(?=(?:en|a|ai|avait|aura)\b)", whole):
        yield match.start(), match.end(), (f"{match['y']} ",)
    for match in re.finditer(
        rf"(?<![\w'-])(?P<e>{_ELIDED})(?P<m>[`´′]|''|\"(?=[a-zà-ÿ]))(?=[aeiouyàâéèêëîïôûœh])", whole, re.I
    ):
        if match["m"] == '"' and whole.count('"') % 2 == 0:
            continue
        yield match.start(), match.end(), (f"{match['e']}'",)


_DROPPED = {
    "sil": "s'il", "sils": "s'ils", "dune": "d'une", "dun": "d'un", "javais": "j'avais", "jetais": "j'étais", "jétais": "j'étais",
    "jai": "j'ai", "jais": "j'ai", "jaurais": "j'aurais", "jaurai": "j'aurai", "jespère": "j'espère", "jarrive": "j'arrive", "jattends": "j'attends",
    "jaimerais": "j'aimerais", "jaime": "j'aime", "jen": "j'en", "nest": "n'est", "nai": "n'ai", "nétait": "n'était", "navons": "n'avons", "navez": "n'avez",
    "cest": "c'est", "cétait": "c'était", "cetait": "c'était", "quil": "qu'il", "quils": "qu'ils", "quelles": "qu'elles", "quon": "qu'on", "dabord": "d'abord", "daccord": "d'accord",
    "dailleurs": "d'ailleurs", "jusqua": "jusqu'à", "jusquà": "jusqu'à", "lorsquil": "lorsqu'il", "aujourdhui": "aujourd'hui", "sest": "s'est", "ny": "n'y", "sen": "s'en", "men": "m'en",
    "quun": "qu'un", "quune": "qu'une", "davoir": "d'avoir", "dêtre": "d'être",  "cava": "ça va",
}  # fmt: skip
_REAL = frozenset(["sil", "sils", "dune", "jetais", "jais", "quelles", "sen", "men", "ny"])
"""Also words or names: only the place tells."""


def _dropped(view: View) -> Iterator[Hit]:
    """« dune erreur », « jetais sur le point », « sil vient »: the elided word runs into the next one."""
    for at, word in enumerate(view.words):
        fix = _DROPPED.get(word.low)
        if not fix or (word.text[:1].isupper() and (at or word.text.isupper())) or word.clitic:
            continue
        after = view.at(at + 1)
        if word.low in _REAL:
            if not after or not after.near:
                continue
            before = view.low(at - 1) if word.near and at else ""
            ok = {
                "sil": after.verb() and not after.has("N", "A"),
                "sils": after.verb() and not after.has("N", "A"),
                "dune": before not in ("une", "la", "cette", "de", "chaque", "grande", "petite")
                and (after.has("N", "A") and not after.has("P")),
                "jetais": after.has("P", "R", "A", "D", "V"),
                "jais": before not in ("de", "le", "du", "noir")
                and (after.verb("ppas") or after.has("R", "D")),
                "quelles": False,
                "sen": False,
                "men": False,
                "ny": False,
            }[word.low]
            if word.low == "jetais" and before in (
                "je",
                "tu",
                "le",
                "la",
                "les",
                "me",
                "y",
                "te",
                "en",
                "ne",
            ):
                ok = False
            if not ok:
                continue
        yield word.start, word.end, (cased(word.text, fix),)


def _si_subject(view: View) -> Iterator[Hit]:
    """« s'il on allait », « s'il les deux sont »: « s'il » before another subject."""
    for at in range(len(view.words) - 2):
        word, il, after = view.words[at], view.words[at + 1], view.words[at + 2]
        if word.low == "s'" and il.low in ("il", "ils") and after.near:
            nxt = view.at(at + 3)
            if after.low in ("on", "je", "j'", "tu", "elle", "elles", "il", "ils"):
                yield word.start, il.end, (cased(word.text, "s'" if after.low in ("il", "ils") else "si"),)
            elif (
                after.low in ("les", "des", "ces", "mes", "nos", "vos", "votre", "notre", "mon", "ton")
                and nxt
                and nxt.near
                and nxt.low not in ("en",)
                and not nxt.verb()
                and (nxt.has("N", "A", "O", "H") or nxt.low in ("deux", "trois", "quatre"))
            ):
                yield word.start, il.end, (cased(word.text, "si"),)


ASPIRATED = frozenset(
    """hammam hammams hijab hijabs hidjab hache haches hachis hachoir haie haies haillon haine haines hall halls halle halles halo halte haltes hamac hameau hameaux hampe
    hamster hamsters hanche hanches hand handball handicap handicaps handicapé handicapée handicapés handicapées hangar hangars hanneton
    hantise harangue haras harcèlement hardiesse harem hareng harengs hargne haricot haricots harnais harpe hasard hasards hausse hausses hauteur
    hauteurs haut hauts haute hautes hautbois havre hérisson hérissons hernie hernies héron héros hêtre heurt heurts hibou hiboux hideux hiérarchie hiérarchies
    hiérarchique hip-hop hippie hobby hochet hockey holding holdings hold-up hollande hollandais hollandaise homard homards hongrie hongrois hongroise honte hoquet horde hors-d'œuvre
    hors-jeu hot-dog hotte hottes houle housse housses houx hublot hublots huit huitième huitaine hurlement hurlements husky hutte huttes hulotte
    huche huée haïku handballeur hachage hackeur hacker hackers hamburger hamburgers harceleur hurler hurle hurlent hurlait hausser haïr hais hait haïssent
    heurter heurte hisser hisse handicaper harceler harcèle harcèlent hacher hache hasarder haleter halète hocher hoche hanter hante hâter hâte haleter héler hâlé hâble
    hautain onze onzième onzièmes ouistiti ouistitis yaourt yaourts yacht yachts yoga yen yeti yéti iourte iourtes énième oui uniforme""".split()
) - {"uniforme", "énième"}  # fmt: skip


def _aspirated(view: View) -> Iterator[Hit]:
    """« l'handicap », « d'huit jours », « j'hurle »: no elision before an aspirated h, « onze », « oui », « yaourt »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if (
            word.low not in ("l'", "d'", "j'", "qu'", "n'", "m'", "t'", "s'", "c'")
            or not after.near
            or after.start != word.end
        ):
            continue
        if after.low not in ASPIRATED:
            continue
        fix = {
            "l'": "le",
            "d'": "de",
            "j'": "je",
            "qu'": "que",
            "n'": "ne",
            "m'": "me",
            "t'": "te",
            "s'": "se",
            "c'": "ce",
        }[word.low]
        if (
            fix == "le"
            and any(one.pos in "NA" and "f" in one.tags for one in after.readings)
            and not any(one.pos in "NA" and "m" in one.tags for one in after.readings)
        ):
            fix = "la"
        yield word.start, word.end + len(after.text), (cased(word.text, f"{fix} {after.text}"),)


def _bare_elision(text: str) -> Iterator[Hit]:
    """« Il m' prend une carte », « l'femme », « j'vais »: an elided word before a consonant."""
    whole = plain_view(text)
    for match in re.finditer(r"(?<![\w'-])(?P<e>[cdjlmnst]|qu)'(?P<s> ?)(?P<n>[a-zà-ÿ]+)", whole, re.I):
        low = match["n"].lower()
        if low[:1] in _VOWELS or not (word := lexicon().analyses(low)) or len(low) < 3:
            continue
        full = {
            "l": "le",
            "c": "ce",
            "d": "de",
            "j": "je",
            "m": "me",
            "n": "ne",
            "s": "se",
            "t": "te",
            "qu": "que",
        }[match["e"].lower()]
        if full == "le" and any(one.pos == "N" and "f" in one.tags for one in word):
            full = "la"
        if full == "le" and any("p" in one.tags and one.pos == "N" for one in word):
            full = "les"
        yield match.start(), match.end(), (cased(match.group(), f"{full} {match['n']}"),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("apostrophe_perdue", "typographie", "Le petit mot élidé se lie au suivant par une apostrophe.", "Une lettre seule devant une voyelle : « n’arrive », « l’on ».",
         by_view(_lost), (("Il ne m avait rien dit.", "m'avait"), ("Je pense qu il viendra.", "qu'il"), ("Elle n arrive jamais en retard.", "n'arrive")),
         ("Il ne m'avait rien dit.", "Le plan C est prêt.", "La salle D ouvre à midi.", "Un bidon de 5 l est vide.", "Le point d et le point e.")),
    Rule("apostrophe_lettre_seule", "orthographe", "Cette lettre seule appartient au mot qui suit.", "Recollez la lettre : « du », « je viens ».",
         by_view(_cut_word), (("Non, j viens plus tard.", "je viens"), ("Il mange d u pain.", "du")), ("Non, je viens plus tard.", "Le point d du plan.", "Un sac de 5 l est plein.")),
    Rule("apostrophe_detachee", "typographie", "L’apostrophe touche les deux mots, sans espace.", "« l’histoire », « d’enfants ».",
         _spaced, (("Beaucoup d ' enfants jouent.", "d'enfants"), ("Lorsqu' il pleut, on ferme.", "Lorsqu'il"), ("Je crois qu`elle vient.", "qu'")), ("Beaucoup d'enfants jouent.", "Le mot 'urgent' suffit.", "Le mot \"ami\" suffit.")),
    Rule("apostrophe_oubliee", "typographie", "Il manque une apostrophe : deux mots sont écrits en un seul.", "Séparez le petit mot élidé : « j’avais », « d’une ».",
         by_view(_dropped), (("Il s'agit dune erreur.", "d'une"), ("Javais froid ce matin.", "J'avais"), ("Sil vient, prévenez-moi.", "S'il")), ("Il s'agit d'une erreur.", "La dune avance vers la mer.", "Des cheveux noirs de jais.")),
    Rule("apostrophe_sil", "homophones", "« S’il » contient déjà un sujet ; devant un autre sujet, on écrit « si ».", "Un seul sujet par verbe : « si on », « si les clients ».",
         by_view(_si_subject), (("Prévenez-moi s'il on ferme plus tôt.", "si"), ("S'il les deux quais sont pris, attendez.", "Si")), ("Prévenez-moi s'il ferme plus tôt.", "S'il les attend, il patientera.", "S'il un jour revient, dites-le-moi.")),
    Rule("elision_h_aspire", "typographie", "Devant un h aspiré, « onze », « oui » ou « yaourt », le petit mot ne s’élide pas.", "Dites « le haricot », « le onze », « de huit ».",
         by_view(_aspirated), (("L'handicap est reconnu.", "Le handicap"), ("La direction craint l'hausse des prix.", "la hausse"), ("Prévoyez plus d'huit jours.", "de huit")),
         ("Le handicap est reconnu.", "L'habitude est prise.", "L'hôtel est complet.", "J'habite ici.")),
    Rule("elision_consonne", "typographie", "Le petit mot ne s’élide que devant une voyelle ou un h muet.", "Écrivez le mot en entier : « je vais », « la femme ».",
         _bare_elision, (("J'vais partir plus tôt.", "Je vais"), ("Il m' prend souvent pour un autre.", "me prend")), ("Je vais partir plus tôt.", "C'est l'été, qu'il fait bon."), False),
)
# fmt: on
