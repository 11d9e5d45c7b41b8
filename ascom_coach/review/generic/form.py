# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks of how a text or a page is made: styles, pictures, links, steps, attachments, parts, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ascom_coach.documents import Block
from ascom_coach.language import Remark, plain
from ascom_coach.review.checks.layout import described, style_defect
from ascom_coach.review.checks.text import PART_WORDS
from ascom_coach.review.generic.draft import Draft, Hit, good, untitled, wrong
from ascom_coach.review.generic.page_tongue import other_tongue
from ascom_coach.review.languages import TOLD_ELSEWHERE, where_to_start
from ascom_coach.review.text_view import clipped

_USUAL = ("appel", "politesse", "signature")
_WITH_OBJECT = ("lettre", "relance", "reclamation", "appel_offre", "convocation", "personnel")
_COURTEOUS = re.compile(
    r"pri(?:e|ons) (?:de|d')[^.]{0,40}(?:croire|agreer|recevoir|accepter)|l'(?:assurance|expression) de (?:ma|mes|notre|nos|toute)"
)
_RATE = 1.5
"""Errors counted per 100 words from which the French of a text is to be worked on (the number itself under 60 words)."""
_SHORT, _TITLE = 60, 8
_JOINED = re.compile(
    r"ci[- ]joint\w*|en pieces? jointes?|vous trouverez (?:ci|en)[- ](?:joint|annexe|piece)\w*|je (?:vous )?joins|nous (?:vous )?joignons|(?m:^\W*p\.? ?j\.? ?:)"
)
_PLACE_HOLDER = re.compile(r"^(?:#|javascript:.*|https?://(?:exemple|example)\.com/?.*|https?://|)$")
_HERE = re.compile(r"^(?:ici|cliquez ici|cliquer ici|lien|en savoir plus ici|click here)\W*$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)°]|etape \d+\W*)\s*(?P<words>.+)")
_INFINITIVE = re.compile(
    r"^(?:se |s'|ne pas |bien |ensuite,? |puis,? |enfin,? |d'abord,? )*[a-z-]+(?:er|ir|re|oir)(?!\w)"
)
_IMPERATIVE = re.compile(
    r"^(?:ne |n'|bien |ensuite,? |puis,? |enfin,? |d'abord,? )*[a-z-]+(?:ez|es|tes)(?!\w)(?:-\w+)?"
)
_STEPS = 3


def usual_parts(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Subject, greeting, closing, signature of a letter or a message."""
    if (
        draft.document.sheets
        or not draft.view.blocks
        or (draft.kind is not None and draft.kind.call is False)
    ):
        return
    if (
        draft.kind_id in ("accueil", "note", "emailing", "argumentaire") and "appel" not in draft.parts
    ) or draft.kind_id == "fiche_message":
        return  # such documents do without
    if draft.document.type == "html" and "appel" not in draft.parts:
        return  # a page greets nobody
    if not draft.named and "appel" not in draft.parts:
        return  # nothing says that it is a letter
    mail = draft.document.mail
    lacks = [name for name in _USUAL if name not in draft.parts]
    if {"politesse", "signature"} & set(lacks) and _signed_off(draft):
        lacks = [name for name in lacks if name == "appel"]
    if "politesse" in lacks and _COURTEOUS.search(draft.folded.text):
        lacks.remove("politesse")
    if "objet" not in draft.parts and not (mail and mail.subject) and (mail or draft.kind_id in _WITH_OBJECT):
        lacks.append("objet")
    if not lacks:
        yield good("Les parties habituelles d’un courrier sont là.", draft.view.main())
        return
    told = ", ".join(PART_WORDS[name] for name in lacks)
    certain = "objet" in lacks or ("appel" in draft.parts and draft.kind_id in _WITH_OBJECT)
    place = draft.view.last() if set(lacks) <= {"politesse", "signature"} else draft.view.first()
    yield wrong(f"Je ne trouve pas {told}.", place, "Est-ce voulu ?", certain=certain)


def _signed_off(draft: Draft) -> bool:
    """Whether a message ends as people end them: a short line of their own, then a name."""
    lines = [line.strip() for line in draft.view.lines if line.strip()]
    tail = lines[-8:]
    for before, name in pairwise(tail):
        words = name.split()
        if (
            1 <= len(words) <= 5
            and words[0][:1].isupper()
            and len(before.split()) <= 12
            and before.endswith((",", "!", "."))
        ):
            return True
    return False


def french(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Errors that the embedded proofreader counts."""
    if not draft.view.blocks:
        return
    told = TOLD_ELSEWHERE if draft.production and "jours" in draft.production.checks else ()
    counted = [
        remark
        for remark in draft.proof.remarks
        if remark.counted
        and "integre" in remark.sources
        and remark.rule not in told
        and not _in_a_title(draft, remark)
        and not (remark.label == "orthographe" and remark.quote[:1].isupper())  # a name nobody told us
    ]
    if not counted:
        yield good("Le correcteur intégré ne relève rien.", draft.view.main())
        return
    words = max(1, draft.view.words)
    rate = len(counted) if words < _SHORT else 100 * len(counted) / words
    message = "Une remarque sur le français."
    if len(counted) > 1:
        message = f"{len(counted)} remarques sur le français ; la première est ici."
    place = draft.view.place(counted[0].start, counted[0].end)
    yield wrong(
        message,
        place,
        where_to_start(counted, counted[0]),
        certain=rate > _RATE and not draft.document.sheets,
    )


def _in_a_title(draft: Draft, remark: Remark) -> bool:
    """Titles go without the punctuation of sentences."""
    block = draft.view.blocks[draft.view.index(remark.start)]
    titled = block.kind in ("title", "heading", "slide", "mail_header") or (
        block.bold and len(block.text.split()) <= _TITLE
    )
    return titled and remark.label in ("ponctuation", "typographie")


def tools(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Real lists and headings instead of typed ones."""
    option = draft.production.options.get("styles", "listes") if draft.production else "listes"
    if draft.document.type not in ("docx", "docm", "dotx", "odt"):
        return
    defect = style_defect(draft.document, option.split())
    if defect is None:
        yield good("Les listes et les titres sont faits avec le logiciel.", draft.view.first())
        return
    block, what = defect
    message = f"Le traitement de texte peut faire ce travail : {what}."
    hint = "Quelle fonction du logiciel suivrait les changements ?"
    yield wrong(message, (block.locator, clipped(block.text)), hint)


def pictures(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A text of replacement for each picture."""
    images = draft.document.images
    bare = [image for image in images if not described(image)]
    for number, image in enumerate(bare, 1):
        message = "Une image n’a pas de texte de remplacement : qui ne la voit pas perd l’information."
        certain = draft.document.type == "html" or draft.document.mail is not None
        yield wrong(
            message,
            (image.locator, image.alt),
            "Que montre cette image ?",
            certain=certain,
            mark=f".{number}",
        )
    if images and not bare:
        yield good("Les images sont décrites.", (images[0].locator, images[0].alt))


def web_page(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Title, language, one main heading."""
    document = draft.document
    if document.type != "html":
        return
    place = draft.view.first()
    lacks = []
    if not document.properties.get("language"):
        lacks.append("la langue de la page (attribut lang)")
    yield from other_tongue(draft)
    if document.properties.get("image_on_disk"):
        message = "Cette image est sur votre ordinateur : en ligne, personne ne la verra."
        where = document.images[0].locator if document.images else place[0]
        yield wrong(
            message, (where, ""), "Quelle sera son adresse sur le site ?", certain=True, mark=".disque"
        )
    if document.properties.get("moving"):
        message = (
            "Un texte défile ou clignote : on ne peut pas l’arrêter pour le lire (RGAA 4.1, critère 13.8)."
        )
        yield wrong(
            message, place, "Que verra une personne qui lit lentement ?", certain=True, mark=".mouvement"
        )
    if untitled(document):
        lacks.append("le titre de la page (balise title)")
    heads = [block for block in document.visible if block.level == 1]
    if lacks:
        yield wrong(
            f"Il manque {', '.join(lacks)}.", place, "Regardez le début du code de la page.", certain=True
        )
    if not heads:
        message = "Il manque un titre principal (balise h1)."
        yield wrong(message, place, "Quel est le titre de la page ?", certain=True, mark=".principal")
    if len(heads) > 1:
        second = heads[1].locator, clipped(heads[1].text)
        yield wrong(
            "La page a plusieurs titres principaux.", second, "Lequel dit le sujet de la page ?", mark=".h1"
        )
    skipped = _skipped(draft)
    if skipped is not None:
        message = "Ce titre saute un niveau : le plan de la page se perd."
        yield wrong(
            message, (skipped.locator, clipped(skipped.text)), "De quel titre dépend-il ?", mark=".niveau"
        )
    if not lacks and len(heads) == 1 and skipped is None:
        yield good("La page a son titre, sa langue et un titre principal.", place)


def _skipped(draft: Draft) -> Block | None:
    """The first heading two levels or more under the one before it."""
    levels = [block for block in draft.document.visible if block.level]
    return next((two for one, two in pairwise(levels) if (two.level or 0) > (one.level or 0) + 1), None)


def links(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Links lead somewhere and say where."""
    found = draft.document.links
    bad = 0
    for number, link in enumerate(found, 1):
        place = link.locator, link.text or link.target
        if _PLACE_HOLDER.match(link.target.strip().lower()):
            bad += 1
            yield wrong(
                "Ce lien ne mène nulle part.",
                place,
                "Quelle est son adresse ?",
                certain=True,
                mark=f".{number}",
            )
        elif _HERE.match(plain(link.text).strip()):
            bad += 1
            yield wrong(
                "Ce lien ne dit pas où il mène.", place, "Que verra-t-on en cliquant ?", mark=f".muet{number}"
            )
        elif draft.document.type == "html" and not link.text.strip():
            bad += 1
            message = "Ce lien n’a pas de mots : personne ne peut cliquer dessus."
            yield wrong(message, place, "Que lira-t-on à cet endroit ?", certain=True, mark=f".vide{number}")
    if found and not bad:
        yield good("Les liens disent où ils mènent.", (found[0].locator, found[0].text or found[0].target))


def steps(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Steps of a procedure begin with a verb of action."""
    if draft.kind_id != "mode_operatoire":
        return
    found = []
    for block in draft.view.blocks:
        typed = _NUMBERED.match(plain(block.text))
        if block.numbered and block.kind == "list_item":
            found.append((block, plain(block.text).strip()))
        elif typed:
            found.append((block, typed["words"].strip()))
    if len(found) < _STEPS:
        yield wrong(
            "Je ne reconnais pas d’étapes numérotées.", draft.view.main(), "Dans quel ordre faut-il agir ?"
        )
        return
    without = [block for block, words in found if not _acts(words)]
    if len(without) * 2 > len(found):
        place = without[0].locator, clipped(without[0].text)
        yield wrong(
            "Cette étape ne commence pas par un verbe d’action.", place, "Que doit faire la personne ?"
        )
    else:
        yield good("Les étapes disent quoi faire.", (found[0][0].locator, clipped(found[0][0].text)))


def _acts(words: str) -> bool:
    return bool(_INFINITIVE.match(words) or _IMPERATIVE.match(words)) and words.split(maxsplit=1)[0] not in (
        "les",
        "des",
        "ces",
    )


def attached(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """What is announced as attached is attached, or stands among the files handed in."""
    match = _JOINED.search(draft.folded.text)
    if match is None:
        return
    place = draft.at(match)
    mail = draft.document.mail
    if (mail is not None and mail.attachments) or lot:
        yield good("La pièce annoncée est là.", place)
    elif mail is not None:
        message = "Vous annoncez une pièce jointe, et rien n’est joint."
        yield wrong(message, place, "Qu’aviez-vous l’intention de joindre ?", certain=True)
    else:
        message = (
            "Vous annoncez une pièce jointe : remettez-la avec ce fichier pour que je puisse les comparer."
        )
        yield Hit("non_evaluable", message, place, needs="lot")


def media_length(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A post fits in what its network takes (X 280, Instagram 2,200, LinkedIn 3,000 characters)."""
    if draft.kind_id != "publication":
        return
    name = plain(draft.document.path) + "\n" + draft.folded.text[:200]
    limits = (("twitter", 280), ("tweet", 280), ("instagram", 2_200), ("linkedin", 3_000))
    network = next(((word, most) for word, most in limits if word in name), None)
    if network is None and re.search(r"(?<!\w)x(?!\w)", plain(draft.document.path)):
        network = ("x", 280)
    if network is None:
        return
    size = len(draft.view.text)
    if size > network[1]:
        message = f"Le texte a {size} caractères, {network[0].capitalize()} en accepte {network[1]}."
        yield wrong(message, draft.view.last(), "Quelle phrase peut partir ?", certain=True)
    else:
        yield good("La longueur convient à ce réseau.", draft.view.first())
