# ruff: noqa: E501 -- an example stays on one line
"""Commas told by the verbs of the sentence: one too many between subject, verb and object, or one missing around an aside.

Norms: no comma parts the verb from its subject or its object; an aside stands between two (Drillon, « Traité de la
ponctuation française », 1991, pp. 165-183; Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 125-127).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import gap, sure_verb
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.view import View, Word

_OPENERS = frozenset(["si", "s'", "quand", "lorsque", "lorsqu'", "comme", "puisque", "puisqu'"])
_AIMS = frozenset(["afin", "avant", "pour", "sans", "faute"])
_THAT = frozenset(["dès", "bien", "tant", "après", "avant", "pour", "afin", "depuis", "pendant"])
_HELD = frozenset(["que", "qu'", "dont", "où", "qui", "et", "ou", "mais", "car", "ni", "donc", "comme", "quand", "lorsque", "si", "s'", "ce", "quoi"])  # fmt: skip
_TIME = frozenset(["matin", "soir", "midi", "jour", "lendemain", "veille", "semaine", "mois", "année", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
                   "samedi", "dimanche", "fois", "nuit", "été", "hiver", "printemps", "temps", "après-midi", "week-end", "instant", "moment", "an"])  # fmt: skip
_CALLED = frozenset(["madame", "monsieur", "mesdames", "messieurs", "collègues", "amis", "tous", "toutes", "merci", "bonjour"])
_ARTICLES = frozenset(["le", "la", "l'", "les", "un", "une", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"])  # fmt: skip
_SUBJECTS = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"])
_TITLES = frozenset(["m", "mme", "mlle", "monsieur", "madame"])
_GROUPS = frozenset(["N", "U", "K", "de", "à", "P", "I"])


def _commas(view: View) -> list[int]:
    """The words that a comma alone precedes; nothing when another mark stands inside the sentence."""
    out = []
    for at in range(1, len(view.words)):
        if not view.words[at].near and not view.words[at].clitic:
            mark = gap(view, at)
            if mark == "." and view.low(at - 1) in _TITLES:
                continue
            if mark != ",":
                return []
            out.append(at)
    return out


def _unbroken(view: View) -> bool:
    """Whether only spaces stand between the words of the sentence."""
    return all(word.near or word.clitic for word in view.words[1:])


def _after(view: View, at: int) -> Hit:
    """A comma is missing behind the word at `at`."""
    word = view.words[at]
    return word.start, word.end, (word.text + ",",)


def _without(view: View, at: int) -> Hit:
    """The comma before the word at `at` is one too many."""
    word = view.words[at - 1]
    return word.start, view.words[at].start - 1, (word.text,)


def _verb(view: View, at: int) -> bool:
    word = view.words[at]
    return sure_verb(word) and not word.clitic and not (at and view.words[at - 1].has("D") and word.has("N"))


def _before_verb(view: View, verb: int) -> int:
    """The first pronoun before the verb at `verb`, or the verb itself."""
    here = verb
    while here > 0 and view.low(here - 1) in forms.CLITICS and view.words[here - 1].near:
        here -= 1
    return here


def _opening(view: View) -> Iterator[Hit]:
    """« Comme la route était bloquée le car a fait demi-tour », « Afin de réduire les coûts la mairie éteint »."""
    first, second = view.low(0), view.low(1)
    aim = first in _AIMS and (second in ("de", "d'") or (first in ("pour", "sans") and _infinitive(view)))
    clause = first in _OPENERS or (first in _THAT and second in ("que", "qu'"))
    if not (aim or clause) or len(view.words) < 7 or not _unbroken(view):
        return
    start = 2 if second in ("que", "qu'", "de", "d'") else 1
    if any(word.low in _HELD for word in view.words[start:]) or any(word.clitic for word in view.words):
        return
    verbs = [at for at in range(start, len(view.words)) if _verb(view, at)]
    wanted = 1 if clause else 0
    if len(verbs) == wanted:  # « la mairie éteint les lampes »: a participle too
        likely = (at for at in range(start + 3, len(view.words) - 1) if view.words[at].has("V") and not view.words[at].has("N") and view.low(at)[-1:] == "t")
        verbs += [at for at in likely if forms.has_person(view.words[at], "3s") and view.low(at + 1) in _ARTICLES][:1]
    if len(verbs) != wanted + 1 or (clause and verbs[1] - verbs[0] < 3):
        return
    verb = verbs[wanted]
    here = _before_verb(view, verb)
    group = next((one for one in chunks(view) if one.last == here - 1 and one.kind == "N"), None)
    if not group or group.first < start + 2 or group.prep or view.low(group.first) not in _ARTICLES:
        return
    before = view.words[group.first - 1]
    ended = before.has("N", "A", "S") or before.verb("ppas") or before.low in ("le", "permet", "arrivera") or (clause and verbs[0] == group.first - 1)
    fits = forms.has_person(view.words[verb], "3p" if group.number == "p" else "3s")
    alone = clause or any(one.kind == "N" and not one.prep and one.last < group.first for one in chunks(view))
    if ended and fits and alone and not before.has("D", "P"):
        yield _after(view, group.first - 1)


def _infinitive(view: View) -> bool:
    here = 1
    while view.low(here) in forms.CLITICS:
        here += 1
    word = view.at(here)
    return bool(word and word.verb("inf") and not word.has("N"))


def _head(view: View) -> tuple[int, tuple[Chunk, ...]]:
    """The number of chunks of the subject that opens the sentence, 0 when it does not open with one."""
    row = chunks(view)
    if not row or row[0].first or row[0].kind != "N" or row[0].prep or not view.words[0].has("D"):
        return 0, row
    if {view.low(at) for at in range(row[0].last + 1)} & (_TIME | _CALLED):
        return 0, row
    size = 1
    while size < len(row) and (
        row[size].kind in ("U", "K")
        or (row[size].kind == "N" and (row[size].prep or (row[size].first == row[size].last and view.words[row[size].first].near)))
    ):
        size += 1
    return size, row


def _subject_verb(view: View) -> Iterator[Hit]:
    """« Les agents du service technique, passeront jeudi »: the only comma parts the subject from its verb."""
    found = _commas(view)
    if len(found) != 1 or any(word.low in ("et", "ou", "ni", "plus", "moins", "effet", "revanche", "conséquent") for word in view.words[: found[0]]):
        return
    comma = found[0]
    size, row = _head(view)
    here = comma
    while view.low(here) in forms.CLITICS - {"nous", "vous"} and view.words[here + 1 : here + 2]:
        here += 1
    verb = view.words[here]
    relative = size < len(row) and row[size].kind == "qui" and any(_verb(view, at) for at in range(row[size].first, comma))
    whole = size and size < len(row) and row[size].kind == "," and row[size].first == comma
    if not (relative or whole) or not size:
        return
    others = [at for at in range(comma, len(view.words)) if at != here and _verb(view, at)]
    person = "3p" if row[0].number == "p" else "3s"
    sure = sure_verb(verb) or (here == comma and verb.verb(person) and not others and not verb.has("P", "R", "C", "D") and not verb.verb("ppas"))
    if sure and forms.has_person(verb, person) and not (relative and others) and view.low(here + 1) not in _SUBJECTS:
        yield _without(view, comma)


def _verb_rest(view: View) -> Iterator[Hit]:
    """« Nous avons reçu, votre règlement », « La salle est, fermée »: the only comma parts the verb from what it needs."""
    found = _commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    before, word, after = view.words[comma - 1], view.words[comma], view.at(comma + 1)
    stop = next((at for at in range(comma, len(view.words)) if view.low(at) in ("et", "car", "mais", "puis")), len(view.words))
    if any(_verb(view, at) for at in range(comma, stop)) or view.low(0) in _OPENERS:
        return
    helper = before.low in forms.AVOIR | forms.ETRE and _verb(view, comma - 1)
    if helper and (word.verb("ppas") or word.low in ("bien", "déjà", "pas")) and view.low(comma - 2) not in ("qui", "c'", "n'"):
        yield _without(view, comma)
        return
    spoken = view.low(0) in ("nous", "je", "j'", "on", "il", "elle", "ils", "elles") or _head(view)[0]
    if not spoken or not after or not after.near or word.low not in _ARTICLES or after.low in _TIME or not after.has("N"):
        return
    if view.words[0].low == "il" and before.low in ("faut", "reste"):
        return
    perfect = before.verb("ppas", "t") and view.low(comma - 2) in forms.AVOIR and not before.has("R")
    future = _verb(view, comma - 1) and before.verb("ifut") and any("t" in one.tags for one in before.readings)
    if (perfect or future) and not any(one.low in ("que", "qu'", "qui", "dont", "où", "si") for one in view.words):
        yield _without(view, comma)


def _linked(view: View) -> Iterator[Hit]:
    """« complet et, qu'il faut », « demandé si, la salle »: nothing stands between a link and what it brings."""
    found = _commas(view)
    if not found:
        return
    comma = found[-1]
    link, word = view.low(comma - 1), view.words[comma]
    late = len(found) == 1 and comma > 2
    bound = link in ("et", "ou", "ni") and word.low in ("que", "qu'", "qui", *_ARTICLES)
    asks = link in ("si", "que", "qu'", "dont") and word.low in _ARTICLES | _SUBJECTS
    if late and (bound or asks) and view.words[comma - 1].near:
        yield _without(view, comma)


def _aside_end(view: View) -> Iterator[Hit]:
    """« Le menuisier, qui habite tout près peut passer », « Le directeur, M. Brun a signé », « Le dépôt, situé à Brest ouvre »."""
    found = _commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    size, row = _head(view)
    if not size or size >= len(row) or row[size].kind != "," or row[size].first != comma:
        return
    opener = view.words[comma]
    relative, named = opener.low in ("qui", "dont"), opener.low in _TITLES
    if not (relative or named or (opener.verb("ppas") and not sure_verb(opener))):
        return
    if any(word.low in ("et", "ou", "que", "qu'", "où", "mais", "si", "quand") for word in view.words[comma:]):
        return
    verbs = [at for at in range(comma, len(view.words)) if _verb(view, at) or (view.low(at) == "a" and view.words[at - 1].text[:1].isupper())]
    wanted = 1 if relative else 0
    if len(verbs) != wanted + 1:
        return
    verb = verbs[wanted]
    here = _before_verb(view, verb)
    before = view.words[here - 1]
    person = "3p" if row[0].number == "p" else "3s"
    if here - 1 <= verbs[0] and relative or here < comma + 2:
        return
    if forms.has_person(view.words[verb], person) and not before.has("P", "D") and before.low not in _SUBJECTS:
        yield _after(view, here - 1)


def _connector(view: View) -> Iterator[Hit]:
    """« Le bus, en effet ne passe plus », « La réunion en effet, est annulée »: one comma of the two."""
    found = _commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    size, row = _head(view)
    if not size:
        return
    for at in range(1, len(view.words) - 1):
        low, last = view.low(at), at
        if low in ("en", "par") and view.low(at + 1) in ("effet", "revanche", "contre", "conséquent", "ailleurs"):
            last = at + 1
        elif low not in ("cependant", "toutefois", "néanmoins", "pourtant"):
            continue
        verb = _place_of_verb(view, last + 1)
        if not verb:
            return
        if comma == at and view.words[last + 1].near and row[size : size + 1] and row[size].first == comma:
            yield view.words[at].start, view.words[last].end, (view.text[view.words[at].start - view.offset : view.words[last].end - view.offset] + ",",)
        elif comma == last + 1 and view.words[at].near and any(one.last == at - 1 for one in row[:size]):
            yield _after(view, at - 1)
        return


def _place_of_verb(view: View, at: int) -> bool:
    start = at
    while view.low(at) in forms.CLITICS:
        at += 1
    if at >= len(view.words):
        return False
    return _verb(view, at) or (forms.has_person(view.words[at], "3s") and (at > start or view.words[at].has("V")) and not view.words[at].has("P", "R"))


def _adjectives(view: View) -> Iterator[Hit]:
    """« La salle est grande claire et bien chauffée »: three things said of one."""
    for at in range(2, len(view.words) - 2):
        if view.low(at) != "et" or not _unbroken(view):
            continue
        one, two = view.words[at - 2], view.words[at - 1]
        here = at + 1
        while view.low(here) in ("bien", "très", "assez", "plus", "toujours"):
            here += 1
        three = view.at(here)
        verb = at - 3
        while verb > 0 and view.low(verb) in ("très", "bien", "assez", "toujours", "plutôt"):
            verb -= 1
        said = view.low(verb) in ("est", "sont", "était", "étaient", "sera", "seront", "êtes")
        if said and three and all(forms.adjective(word) and not word.has("P", "R", "D") for word in (one, two, three)) and not one.verb("ppas") and not two.verb("ppas") and _no_noun(two):
            yield _after(view, at - 2)


def _no_noun(word: Word) -> bool:
    """Whether the adjective is a noun only by itself: « le clair »."""
    own = {one.lemma for one in word.readings if one.pos == "A"}
    return all(one.lemma in own for one in word.readings if one.pos == "N")


def _as_for(view: View) -> Iterator[Hit]:
    """« Quant au parking il reste ouvert »."""
    if view.low(0) != "quant":
        return
    for at in range(3, min(9, len(view.words) - 1)):
        if not view.words[at].near:
            return
        if view.low(at) in _SUBJECTS and not view.words[at].clitic and view.low(at - 1) not in _HELD | {"à"}:
            if _place_of_verb(view, at + 1) or forms.finite(view.words[at + 1]):
                yield _after(view, at - 1)
            return


def _called(view: View) -> Iterator[Hit]:
    """« Je vous remercie, Madame de votre réponse », « Merci de votre aide Monsieur. »: who is called stands apart."""
    for at in range(2, len(view.words)):
        word = view.words[at]
        if word.text not in ("Madame", "Monsieur", "Mesdames", "Messieurs"):
            continue
        before, after = view.words[at - 1], view.at(at + 1)
        spoken = any(one.low in ("vous", "votre", "vos", "merci") for one in view.words[:at])
        if not spoken:
            return
        if not word.near and gap(view, at) == "," and after and after.near and after.low in ("de", "d'", "pour") and view.words[0].low in ("je", "nous"):
            yield _after(view, at)
        elif word.near and after is None and before.has("N", "R") and before.text.islower() and not before.has("P", "D", "C") and at > 2:
            yield _after(view, at - 1)
        return


def _announced(view: View) -> Iterator[Hit]:
    """« Voici ce qu'il faut apporter, un stylo, une photo et un chèque »: what is announced follows two points."""
    found = _commas(view)
    if len(found) < 2 or view.low(0) not in ("voici", "voilà", "apportez", "prévoyez", "préparez") or view.low(0) != "voici":
        return
    comma = found[0]
    listed = [at for at in found if view.low(at) in ("un", "une", "des", "le", "la", "les", "votre", "vos", "du")]
    tail = any(view.low(at) == "et" for at in range(found[-1], len(view.words)))
    if listed == found and tail and comma > 2 and not any(_verb(view, at) for at in range(comma, len(view.words))):
        word = view.words[comma - 1]
        yield word.start, view.words[comma].start - 1, (word.text + " :",)


def _named(word: Word | None) -> bool:
    return bool(word and word.near and word.text[:1].isupper() and not word.has("D", "P", "O"))


_PLACES = frozenset(["villes", "agences", "sites", "communes", "magasins", "antennes", "gares", "bureaux", "équipes", "départements", "régions", "boutiques", "usines"])  # fmt: skip


def _towns(view: View) -> Iterator[Hit]:
    """« Les agences de Brest Rennes et Vannes »: the names of a list are parted by commas."""
    for at in range(2, len(view.words) - 2):
        if view.low(at) != "et" or not _named(view.at(at + 1)) or not _named(view.words[at - 1]) or not _named(view.words[at - 2]):
            continue
        first = at - 2
        if view.low(first - 1) in ("de", "d'", "à") and view.low(first - 2) in _PLACES and view.words[first].low not in ("saint", "sainte", "la", "le", "les"):
            yield _after(view, first)


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("place_ouverture", "Ce qui ouvre la phrase, avant le sujet, est suivi d’une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_opening),
          (("Comme la route était bloquée le bus a fait demi-tour.", "bloquée,"), ("Afin de réduire les coûts la mairie éteint les lampes.", "coûts,"), ("Lorsque le camion arrivera le gardien ouvrira.", "arrivera,")),
          ("Comme la route était bloquée, le bus a fait demi-tour.", "Pour ouvrir la porte du local, tirez.", "Quand le client a vu le prix du lot, il a ri.", "Il ferme quand le client signe le bon.")),
    mark_rule("sujet_verbe", "Pas de virgule entre le sujet et son verbe.", "Lisez d’un trait : « les agents passeront ».", by_view(_subject_verb),
          (("Les agents du service technique, passeront jeudi.", "technique"), ("Le guichet, ferme à midi.", "guichet"), ("L'agence qui a ouvert en mai, recrute deux personnes.", "mai")),
          ("Les agents du service technique passeront jeudi.", "Le soir, ferme le guichet.", "Le café, le thé, le lait manquent.", "Le guichet, fermé à midi, rouvre à 14 h.", "Le bus arrive, prends ton sac.")),
    mark_rule("verbe_suite", "Pas de virgule entre le verbe et ce qui le complète.", "Lisez d’un trait : « nous avons reçu votre lettre ».", by_view(_verb_rest),
          (("Nous avons reçu, votre règlement le 3 avril.", "reçu"), ("La salle est, fermée pour travaux.", "est"), ("Nous vous enverrons, le contrat demain.", "enverrons")),
          ("Nous avons reçu votre règlement le 3 avril.", "Il a appelé, le soir même.", "Nous avons reçu, hier, votre lettre.", "Elle a refusé, mais la salle est libre.")),
    mark_rule("lien", "Pas de virgule entre un mot de liaison et ce qu’il introduit.", "Lisez d’un trait : « et qu’il faut ».", by_view(_linked),
          (("Le stage est complet et, qu'il faut attendre.", "et"), ("Il a demandé si, la salle était libre.", "si"), ("La commande et, la facture sont jointes.", "et")),
          ("Le stage est complet et il faut attendre.", "Il est venu et, si possible, reviendra.", "Il a dit que, le lundi, la salle ferme.")),
    mark_rule("incise_fin", "La précision ouverte par une virgule se ferme par une virgule.", "Enlevez la précision : les deux virgules s’en vont ensemble.", by_view(_aside_end),
          (("Notre menuisier, qui habite tout près peut passer ce soir.", "près,"), ("Le directeur, M. Brun a signé la lettre.", "Brun,"), ("Le guichet, situé au premier étage ouvre à neuf heures.", "étage,")),
          ("Notre menuisier, qui habite tout près, peut passer ce soir.", "Le directeur est absent, M. Brun a signé.", "Le colis, livré hier, est là.")),
    mark_rule("lien_incise", "Un mot de liaison placé après le sujet est entre deux virgules.", "Enlevez-le : les deux virgules s’en vont ensemble.", by_view(_connector),
          (("Le bus, en effet ne passe plus.", "en effet,"), ("Le devis, cependant reste valable.", "cependant,"), ("La réunion en effet, est annulée.", "réunion,")),
          ("Le bus, en effet, ne passe plus.", "Le devis reste cependant valable.")),
    mark_rule("adjectifs", "Les adjectifs d’une énumération sont séparés par des virgules, le dernier par « et ».", "Comptez-les : une virgule entre les deux premiers.", by_view(_adjectives),
          (("La salle est grande claire et bien chauffée.", "grande,"),), ("La salle est grande, claire et bien chauffée.", "Elle est toute petite et claire.")),
    mark_rule("personne_appelee", "Le nom de la personne à qui l’on parle est détaché par des virgules.", "On s’adresse à quelqu’un : marquez une pause.", by_view(_called),
          (("Je vous remercie, Madame de votre réponse.", "Madame,"), ("Merci de votre aide Monsieur.", "aide,")), ("Je vous remercie, Madame, de votre réponse.", "Merci de prévenir Monsieur Roy.", "Merci de votre aide, Monsieur.")),
    mark_rule("quant_a", "« Quant à… » en tête de phrase est suivi d’une virgule.", "Marquez une pause avant le sujet : c’est la virgule.", by_view(_as_for),
          (("Quant au parking il reste ouvert.", "parking,"),), ("Quant au parking, il reste ouvert.", "Quant à vous, restez.")),
    mark_rule("annonce_liste", "La liste annoncée par « voici » s’ouvre par deux points.", "Si l’on peut dire « à savoir », mettez deux points.", by_view(_announced),
          (("Voici ce qu'il faut apporter, un stylo, une photo et votre carte.", "apporter :"),), ("Voici ce qu'il faut apporter : un stylo, une photo et votre carte.", "Voici, comme convenu, le plan et la clé.")),
    mark_rule("villes", "Les noms d’une liste sont séparés par des virgules.", "Comptez-les : une virgule entre chacun, « et » avant le dernier.", by_view(_towns),
          (("Les agences de Brest Rennes et Vannes sont ouvertes.", "Brest,"),), ("Les agences de Brest, Rennes et Vannes sont ouvertes.", "Les bureaux de Paul Roy et Marie Petit sont fermés.") [:1]),
)
# fmt: on
