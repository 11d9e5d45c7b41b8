# ruff: noqa: E501 -- an example stays on one line
"""Turns that a careful writer avoids, told by syntax: « la voiture à Mme Roy », « c'est de cela dont », « que j'ai besoin »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, rule
from ascom_coach.language.rules.made import replaced
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.commas import ARTICLES, SUBJECTS, TIME, TITLES, verb_at
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View, Word

_OWNED = frozenset(
    [
        "voiture",
        "vélo",
        "clé",
        "clés",
        "bureau",
        "dossier",
        "dossiers",
        "fille",
        "filles",
        "fils",
        "sœur",
        "frère",
        "maison",
        "sac",
        "manteau",
        "ordinateur",
        "téléphone",
        "chaise",
        "appartement",
        "camion",
        "camionnette",
        "badge",
        "carnet",
        "veste",
        "casque",
        "chien",
        "chat",
        "mari",
        "femme",
        "père",
        "mère",
        "ami",
        "amie",
        "collègue",
        "patron",
        "valise",
        "parapluie",
        "atelier",
        "magasin",
        "boutique",
        "casier",
        "armoire",
        "outils",
        "scooter",
        "moto",
        "garage",
        "jardin",
        "chef",
        "voisin",
        "voisine",
        "remplaçant",
        "remplaçante",
        "assistante",
        "secrétaire",
        "agenda",
        "portable",
    ]
)
"""What belongs to someone, or is kin: no « lettre », « visite », « réponse », which go to someone."""
_KIN = frozenset(["mon", "ma", "mes", "notre", "nos", "votre", "vos", "son", "sa", "ses", "leur", "leurs"])


_NOT_OWNERS = frozenset(["disposition", "charge", "sujet", "avis", "intention", "image", "attention", "place", "nom", "égard",
                         "niveau", "rythme", "goût", "service", "arrivée", "retour", "départ", "domicile", "adresse", "taille"])  # fmt: skip


def _given(word: Word) -> bool:
    return word.text[:1].isupper() and any(one.pos == "S" and one.tags & {"m", "f"} for one in word.readings)


def _owner(view: View) -> Iterator[Hit]:
    """« La voiture à Mme Girard est prête », « C'est le vélo à Paul. »: what belongs is said with « de »."""
    for at in range(2, min(len(view.words) - 1, 7)):
        if view.low(at) != "à" or view.low(at - 1) not in _OWNED or not view.words[at - 2].has("D"):
            continue
        start = at - 2
        shown = start == 2 and view.low(1) in ("est", "sont", "était") and view.low(0) in ("c'", "ce")
        if start and not shown and view.low(start - 1) not in ("voici", "voilà"):
            continue
        owner, end = view.words[at + 1], at + 1
        if owner.low in _KIN and view.low(at + 2) in _NOT_OWNERS:
            continue  # « les outils à leur disposition »
        if not owner.near or not (owner.low in TITLES or owner.low in _KIN or _given(owner)):
            continue
        while (
            view.words[end + 1 : end + 2]
            and (view.words[end + 1].near or view.low(end) in TITLES)
            and (view.words[end + 1].text[:1].isupper() or (end == at + 1 and owner.low in _KIN))
        ):
            end += 1
        verb = end + 1
        while view.low(verb) in forms.CLITICS:
            verb += 1
        if start or (
            verb < len(view.words)
            and view.glued(end, verb)
            and (verb_at(view, verb) or forms.finite(view.words[verb]))
        ):
            yield view.words[at].start, view.words[at].end, ("de",)
        return


def _said_twice(view: View) -> Iterator[Hit]:
    """« C'est de cette facture dont je parle », « C'est à vous à qui je pense »: the preposition is said once."""
    if view.low(0) not in ("c'", "ce") or view.low(1) not in ("est", "était", "sera", "serait"):
        return
    first, second = view.low(2), view.low(3)
    of = first in ("de", "d'") and second not in (
        "la",
        "l'",
        "les",
        "bons",
        "bonnes",
        "grands",
        "petits",
        "belles",
        "vrais",
    )
    to = first in ("à", "au", "aux")
    for at in range(4, min(9, len(view.words) - 1)):
        word = view.words[at]
        if not word.near or verb_at(view, at):
            return
        if (of and word.low == "dont") or (to and word.low in ("auquel", "auxquels", "auxquelles")):
            fix = "qu'" if view.words[at + 1].text[:1].lower() in "aeiouéèêh" else "que"
            yield word.start, word.end, (fix,)
            return
        if (
            word.low in ("à", "de")
            and view.low(at + 1) in ("qui", "laquelle", "quoi")
            and ((word.low == "à" and to) or (word.low == "de" and of))
        ):
            yield word.start, view.words[at + 1].end, ("que",)
            return


_NEEDED = frozenset(["besoin", "envie", "peur", "honte"])
_OF = frozenset(["de", "d'", "du", "des"])
_WITH_OF = frozenset(["occuper", "souvenir", "plaindre", "méfier"])
_MOMENTS = TIME | {"mieux", "dommage", "honneur"}


def _which_of(view: View) -> Iterator[Hit]:
    """« l'outil que j'ai besoin », « ce que j'ai besoin », « le client que je m'occupe »: these turns ask for « dont »."""
    for at in range(1, len(view.words) - 3):
        if view.low(at) not in ("que", "qu'") or not view.words[at].near or view.low(at + 1) not in SUBJECTS:
            continue
        before = view.words[at - 1]
        if not (
            before.low in ("ce", "celui", "celle", "ceux", "celles")
            or (before.has("N") and not (before.only("V") or verb_at(view, at - 1)))
        ):
            continue
        here = at + 2
        while view.low(here) in ("le", "plus", "ne", "n'"):
            here += 1
        if before.low in _MOMENTS:
            continue  # « il est temps que je m'occupe un peu d'eux »
        needs = (
            view.low(here) in forms.AVOIR
            and view.low(here + 1) in _NEEDED
            and view.low(here + 2) not in _OF | {"que", "qu'"}
        )
        own = {
            "je": "m'",
            "j'": "m'",
            "tu": "t'",
            "il": "s'",
            "elle": "s'",
            "on": "s'",
            "ils": "s'",
            "elles": "s'",
            "nous": "nous",
            "vous": "vous",
        }[view.low(at + 1)]
        tied = view.low(at + 2) in (own, own.replace("'", "e")) and view.at(at + 3) is not None
        tied = (
            tied
            and bool(lemmas(view.words[at + 3]) & _WITH_OF)
            and view.low(at + 4) not in _OF | {"que", "qu'", "à", "bien", "mal"} | ARTICLES
        )
        if needs or tied:
            yield view.words[at].start, view.words[at].end, ("dont",)


_REPEATS = frozenset(
    [
        "réitérer",
        "répéter",
        "renouveler",
        "recommencer",
        "reconduire",
        "redire",
        "refaire",
        "relancer",
        "rappeler",
        "redemander",
        "revérifier",
        "relire",
        "renvoyer",
    ]
)
_ONCE_MORE = (("à", "nouveau"), ("de", "nouveau"), ("encore", "une", "fois"), ("une", "nouvelle", "fois"))


def _again(view: View) -> Iterator[Hit]:
    """« Il a réitéré à nouveau sa demande »: the verb says it already."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if not word.has("V") or not lemmas(word) & _REPEATS:
            continue
        for phrase in _ONCE_MORE:
            last = at + len(phrase)
            if tuple(view.low(at + 1 + step) for step in range(len(phrase))) == phrase and view.glued(
                at, last
            ):
                yield word.start, view.words[last].end, (word.text,)


def _preferred(view: View) -> Iterator[Hit]:
    """« Elle préfère le thé que le café »: one prefers a thing to another."""
    for at in range(3, len(view.words) - 2):
        if (
            view.low(at) not in ("que", "qu'")
            or not view.glued(at - 3, at + 2)
            or "préférer" not in lemmas(view.words[at - 3])
        ):
            continue
        two = (
            view.words[at - 2].has("D")
            and view.words[at - 1].has("N")
            and view.low(at + 1) in ARTICLES
            and view.words[at + 2].has("N")
        )
        if two and not any(forms.finite(one) and not one.has("N", "A") for one in view.words[at + 2 :]):
            yield view.words[at].start, view.words[at].end, ("à",)


def _begun(view: View) -> Iterator[Hit]:
    """« Nous avons débuté la réunion »: « débuter » takes no object."""
    for at in range(1, len(view.words) - 2):
        word, noun = view.words[at], view.words[at + 2]
        if "débuter" not in lemmas(word) or view.low(at + 1) not in ARTICLES or not view.glued(at, at + 2):
            continue
        if (
            noun.low not in TIME
            and noun.has("N")
            and not noun.text[0].isdecimal()
            and not view.low(at + 1).startswith("ce")
        ):
            yield word.start, word.end, ()


# fmt: off
RULES: tuple[Rule, ...] = (
    rule("style_appartenance", "style", "Ce qui appartient à quelqu’un se dit avec « de ».", "« la voiture de Mme Roy », « la voiture est à Mme Roy ».", _owner,
         (("La voiture à Mme Roy est prête.", "de"), ("C'est le bureau à Paul.", "de"), ("Les clés à ma voisine sont là.", "de")),
         ("La voiture de Mme Roy est prête.", "La voiture est à Mme Roy.", "J'ai rendu la voiture à Mme Roy.", "La visite à Mme Roy est prévue.", "La clé à molette est là.", "C'est le bureau à gauche.")),
    rule("style_relatif_double", "style", "Après « c’est de… », « c’est à… », la suite s’ouvre par « que » : la préposition est déjà dite.", "« C’est de cela que je parle », « c’est cela dont je parle ».", _said_twice,
         (("C'est de ce contrat dont je vous parlais.", "que"), ("C'est à vous à qui je pense.", "que"), ("C'est de vous dont il s'agit.", "qu'")),
         ("C'est de ce contrat que je vous parlais.", "C'est ce contrat dont je vous parlais.", "C'est de la toile dont on fait les sacs.", "C'est du travail dont nous sommes fiers.", "C'est à vous de voir.")),
    rule("style_dont", "style", "Ce verbe se construit avec « de » : la suite s’ouvre par « dont ».", "« J’ai besoin de cet outil » : l’outil dont j’ai besoin.", _which_of,
         (("L'outil que j'ai besoin est cassé.", "dont"), ("Voici ce que nous avons besoin.", "dont"), ("Le client que je m'occupe est fâché.", "dont")),
         ("L'outil dont j'ai besoin est cassé.", "L'idée que j'ai besoin d'aide me gêne.", "Le sac que je me suis acheté.", "L'heure que vous vous donnez suffit.", "Le café que je me sers est froid.", "Il est temps que je m'occupe un peu d'eux.", "Je sais que j'ai besoin de lui.", "Le client que nous servons attend.")),
    rule("style_encore_redit", "style", "Le verbe dit déjà que la chose se fait une nouvelle fois.", "Enlevez « à nouveau » : le sens reste le même.", _again,
         (("Le gérant a réitéré à nouveau son offre.", "réitéré"), ("Elle a renouvelé de nouveau son bail.", "renouvelé")), ("Le gérant a réitéré son offre.", "Il a demandé à nouveau un devis."), False),
    rule("style_preferer", "style", "On préfère une chose « à » une autre.", "« Je préfère le thé au café ».", _preferred,
         (("Elle préfère le train que la voiture.", "à"),), ("Elle préfère le train à la voiture.", "Je préfère la salle que le client loue.", "Je préfère que le chef signe."), False),
    rule("style_debuter", "style", "« Débuter » ne prend pas de complément : on commence une réunion, elle débute.", "Essayez « commencer ».", _begun,
         (("Nous avons débuté la réunion sans vous.", ""),), ("La réunion a débuté sans vous.", "Le stage débute le lundi.", "Les travaux débutent le 3 mai.", "Il débute la semaine prochaine."), False),
    Rule("style_du_a_cause", "style", "« Dû à » dit déjà la cause.", "« Dû à la grève », ou « à cause de la grève ».",
         by_pattern(r"(?<![\w'-])(?:dûe?s?|dues?|dus) à cause (?=de |d'|du |des )", replaced((r" cause $", " "))), (("Le retard est dû à cause d'une panne.", ""), ("L'absence est due à cause de la grève.", "")), ("Le retard est dû à une panne.", "Il est absent à cause de la grève."), False),
    Rule("style_quelle_date", "style", "La date ou l’heure est précédée de « à ».", "« Je suis libre à cette date » : à quelle date ?",
         by_pattern(r"(?:^|(?<=\n)|(?<=[.!?] ))(?P<q>quelle (?:date|heure))(?= (?:êtes|venez|arrivez|passez|partez|commencez|finissez|ouvrez|fermez|viendrez|passerez|serez|arriverez)-vous)", "À \\g<q>"),
         (("Quelle heure ouvrez-vous ?", ""),), ("À quelle heure ouvrez-vous ?", "Quelle heure est-il ?", "Quelle date préférez-vous ?")),
    Rule("style_parce_que_raison", "style", "« La raison est parce que » dit deux fois la cause.", "« La raison est que… », ou « parce que » seul.",
         by_pattern(r"(?<![\w'-])(?:la|cette) (?:raison|cause) (?:en )?est (?P<p>parce que?(?:'| ))", "que "), (("La raison est parce que le train avait du retard.", ""),), ("La raison est que le train avait du retard.", "Il est absent parce que le train a du retard."), False),
)
# fmt: on
