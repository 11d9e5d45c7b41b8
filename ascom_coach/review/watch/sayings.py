# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at how a copy speaks: nothing said twice, nobody attacked, no shouting, no chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import find_acts, plain
from ascom_coach.review.cells import at
from ascom_coach.review.checks_text import ACT_WORDS
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.grid import named
from ascom_coach.review.watch.respect import judges
from ascom_coach.review.watch.watch import Watch

_ENOUGH = 8
"""Words from which a paragraph is not repeated by chance."""
_RUDE = ("menace", "insulte", "reproche")
_SHOUT = re.compile(r"!{2,}|(?<![\w-])[A-ZÀ-ÖØ-Þ]{3,}(?:[ ,;’'-]+[A-ZÀ-ÖØ-Þ]{2,}){3,}")
_CHAT = re.compile(
    r"(?<![\w'-])(?:coucou|pas de souci|au top|no souci|on gere|super cool|tkt|stp|rdv|bcp|qqn|qqch|cdlt|"
    r"bisous?|(?:grosses )?bises|mdr|lol|ouais|trucs?|machin|boulot|bosser|galere|relou|vachement|sympas?|se marrer|on va [^.;]{0,20}marrer|rigoler|kiffer|biz+|a plus(?: tard)?(?= ?[!.,]?$)|a\+|a2?m1|mci|ciao|tchao|bye|"
    r"kawas?|bouffe\w*|bazar|foutoir|bordel|merdi\w+|fric|thunes?|mecs?|nanas?|gosses?|potes?|copains? de|pourri(?:e|s|es)?|nulle? a|topo|la team|nickel|t'inquiete\w*|"
    r"y a (?:pas|plus|que)|ya (?:pas|plus)|c'est pas|j'ai pas|faut pas|pas grave|hyper \w+|trop (?:bien|cool|fort|top)|cool|super (?:bien|content\w*|top)|se plant\w+|plante(?:s|r)? partout|ras le bol|en avoir marre|marre d\w+|stylee?s?|(?:ca|va|vont) (?:va )?dechir(?:e|er|ait)|ca roule|(?:ma|mon) (?:belle|beau|chou|cherie?|grande?|vieux|vieille|poulette?)(?= ?[,!?])|yo|wesh|tchu+ss?|tcho|salut les? \w+|bizz?)(?![\w'-])|(?<!\S)a ?\+(?!\w)|(?<![\w/.@#-])[a-z]{2,}\d[a-z]{2,}(?![\w/@-]|\.\w)",
    re.MULTILINE,
)
_SPOKEN = re.compile(
    r"(?<![\w'-])(?:du coup|bon ben|eh ben|en gros|genre,|voila,? quoi|quoi(?= ?[.!])|bref(?=[ ,])|franchement|carrement|au niveau du planning)(?![\w'-])"
)
"""Words of the spoken tongue, out of place on paper that many read."""
_ASIDE = re.compile(
    r"(?<![\w-])(?:anniversaires?(?! de (?:l'entreprise|la societe|la maison))|aperos?|barbecues?|belle-(?:mere|soeur)|beau-(?:pere|frere)|le match de|mes vacances|mon week-end|ta soiree|ma soiree|mon chien|mon chat|prendre un verre|ce soir chez)(?![\w'-])"
)
"""Private matters that a message of work has no room for, unless the story speaks of them."""
_SMILEY = re.compile(r"(?<!\S)[:;]-?[)(DPp](?!\w)|[\U0001F600-\U0001F64F]")
_SHARP = re.compile(
    r"(?<!\w)(?:ni faite?s? ni a faire|n'importe (?:comment|quoi)|pour une fois|cette fois(?= ?[.!])|cette fois,? (?:fais|faites|essay\w+|essaie|sois|soyez|pens\w+|applique\w*|soign\w*)|(?:fais|faites) (?:enfin |bien )?(?:ton|votre) (?:travail|boulot|metier)|tache(?:z)? (?:de |d')(?!ne pas vous)|"
    r"(?:essai\w+|tach\w+) de ne pas oublier|bacle\w*|(?:rale|plaint|oublie|trompe)\w* (?:encore|toujours)|(?:encore|toujours|une fois de plus|comme d'habitude)(?: tout)? (?:trompe|oublie|rate|plante|rale|plaint|en retard)\w*|"
    r"(?:ne|n')(?: ?l[ea'])? ?(?:fait|font|faites|fais) (?:jamais|pas|rien de) (?:(?:vraiment|bien) )?(?:son|leur|votre|ton) (?:travail|boulot|metier)|ne (?:sait|savent|savez) (?:vraiment |meme |decidement )?pas (?:vraiment )?(?:compter|lire|ecrire|travailler|s'organiser|faire (?:une|un|son|leur))|"
    r"(?:tu aurais|vous auriez|il aurait|elle aurait|ils auraient) du (?:le |la |les |y )?(?:voir|verifier|faire|penser|prevenir|relire)|(?:aurais|auriez|aurait) du \w+ depuis longtemps|"
    r"(?:en cas d\w*|a defaut|sinon|faute d\w*)[^.;!?]{0,50} (?:sera|seront|serons|serez|allons) (?:\w+ )?(?:class|clos|annul|supprim|resili|poursui|contrain|oblig|perdu|radi|bloqu)\w*|"
    r"(?:seront|sera) (?:\w+ment )?(?:sanctionne|puni)\w*|sous peine de (?:sanction|renvoi|licenciement))(?!\w)"
)
"""Reproach, order or threat in plain words."""
_JUDGED = re.compile(
    r"(?:client|cliente|dame|monsieur|collegue|personne)s? (?:\w+ )?(?:penibles?|insupportables?|agaca\w+|casse-pieds|desagreables?|"
    r"hysteriques?|mal eleve\w*|impossibles?|bornee?s?|ridicules?|incompetente?s?)|"
    r"(?<![\w'])(?:il|elle|ils|elles|cette dame|ce monsieur|ces gens) (?:est|sont|etait) (?:(?:franchement|vraiment|tres|assez|un peu|toujours|plutot|si|trop|decidement|carrement) )?(?:penibles?|insupportables?|agacante?s?|casse-pieds|"
    r"desagreables?|hysteriques?|mal elevee?s?|bornee?s?|ridicules?|incompetente?s?|incapables?|faineante?s?|paresseu\w+|stupides?|idiote?s?|betes?|de mauvaise foi|nulle?s?)(?!\w)|"
    r"(?:raconte|dit|fait) n'importe quoi"
)


def repeated(watch: Watch) -> Iterator[Hit]:
    """The same paragraph stands twice."""
    if not watch.is_text:
        return
    seen: set[str] = set()
    for number, block in enumerate(watch.view.blocks, 1):
        words = " ".join(plain(block.text).split())
        if len(words.split()) < _ENOUGH:
            continue
        if words in seen:
            place = block.locator, block.text[:180]
            yield wrong(
                "Ce paragraphe est déjà plus haut.", place, "Lequel des deux garder ?", mark=f".{number}"
            )
        seen.add(words)


def tone(watch: Watch) -> Iterator[Hit]:
    """No threat, insult or reproach; no shouting; no words of a chat; nobody judged, cells added included."""
    if not watch.is_text:
        yield from _cells_that_judge(watch)
        return
    view, number = watch.view, 0
    controlled = {
        name for control in watch.context.production.controles for name in getattr(control, "actes", ())
        if getattr(control, "type", "") == "actes_absents"
    }  # fmt: skip
    for act in find_acts(view.text):
        if act.act in _RUDE and act.act not in controlled and not _invites(watch, act.start):
            number += 1
            yield wrong(f"On lit ici {ACT_WORDS[act.act]}.", view.place(act.start, act.end),
                        "Comment dire la même chose sans attaquer ?", mark=f".{number}")  # fmt: skip
    for match in _SHOUT.finditer(view.text):
        if view.blocks[view.index(match.start())].kind in ("title", "heading", "header", "footer"):
            continue
        number += 1
        yield wrong(
            "Ici, le texte crie.",
            view.place(*match.span()),
            "Que perdrait la phrase sans cela ?",
            mark=f".{number}",
        )
    for match in _SMILEY.finditer(view.text):
        number += 1
        yield wrong("Cette figure est celle d’une conversation.", view.place(*match.span()),
                    "La mettriez-vous sur un papier à en-tête ?", mark=f".{number}")  # fmt: skip
    folded = watch.draft.folded
    said = " ".join(plain(line) for line in watch.story.spoken)
    looked = [
        (_CHAT, "Ces mots sont ceux d’une conversation."),
        (_JUDGED, "Ces mots jugent quelqu’un."),
        (_SHARP, "Ces mots attaquent ou menacent quelqu’un."),
        (_ASIDE, "Cela n’a pas sa place dans un message de travail."),
    ]
    if watch.goes_out or watch.context.production.type == "note":
        looked.append((_SPOKEN, "Ces mots sont ceux de l’oral."))
    for pattern, message in looked:
        for match in pattern.finditer(folded.text):
            if pattern is _ASIDE and match.group() in said:
                continue
            number += 1
            yield wrong(message, view.place(*folded.span(*match.span())), "Comment l’écrire pour un client ou un chef ?",
                        mark=f".{number}")  # fmt: skip


_INVITES = re.compile(r"^\W*(?:vous n'avez|tu n'as) (?:encore )?jamais [^?]+\? ?$")


def _invites(watch: Watch, start: int) -> bool:
    """« Vous n’avez jamais tenu de greffoir ? », said to everybody in what announces something."""
    announces = watch.context.production.type in ("emailing", "page_web", "reseaux")
    return announces and _INVITES.match(watch.draft.sentence_at(start)) is not None


def _cells_that_judge(watch: Watch) -> Iterator[Hit]:
    """A cell that the file handed out did not hold judges nobody: the person has a right to read it."""
    given = {
        named(cell.text)
        for paper in watch.story.start.values()
        for sheet in paper.sheets
        for cell in sheet.cells.values()
    }
    number = 0
    for sheet in watch.document.sheets:
        for cell in sheet.cells.values():
            if not isinstance(cell.value, str) or named(cell.text) in given:
                continue
            if judges(cell.text) or any(pattern.search(plain(cell.text)) for pattern in (_JUDGED, _SHARP)):
                number += 1
                message = "Cette remarque juge une personne, qui a le droit de la lire."
                yield wrong(message, at(cell), "Que faut-il vraiment garder d’elle ?", mark=f".{number}")
