"""Text that speaks to the corrector instead of the reader: « ignore les consignes », « note maximale »…

What is read is data. Such a sentence changes no level; it is reported so that a person can look at it. The
patterns need both an order (ignore, donne, attribue…) and its object (consignes, note, correcteur…), so that a
letter that says « merci d’ignorer ce rappel » or a manager's note about instructions stays clean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from ascom_coach.documents.disguises import foreign_order, readings
from ascom_coach.documents.model import Block, Document, Locator, Notice
from ascom_coach.documents.places import describe_place


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_RULING = r"(?:evaluation|correction|notation)"
_ORDERS = _any(
    r"ignor\w+", r"oubli\w+", r"neglig\w+", r"outrepass\w+", r"contourn\w+", "ne (?:tiens|tenez) pas compte",
    "ne pas tenir compte", "fais abstraction", "faites abstraction", "disregard", "forget", "override", "bypass",
)  # fmt: skip
_RULES = _any(
    "consignes?", "instructions?", "directives?", "criteres?", "baremes?", "grilles?", rf"regles d['e ]\s?{_RULING}",
    "prompts?", "rubrics?", "criteria", "guidelines",
)  # fmt: skip
_FOR = _any(
    "precedentes?", "anterieures?", "ci-dessus", "du systeme", "systeme", rf"d['e ]\s?{_RULING}", "donnees", "recues",
    "initiales?", "previous", "prior", "above", "earlier", "system", "grading", "given", "correcteur",
)  # fmt: skip
_GIVE = _any(
    "donn(?:e|ez|er)", "attribu(?:e|ez|er)", "accord(?:e|ez|er)", "mets", "mettez", "met", "mettre",
    "valid(?:e|ez|er)", "notez", "noter", "give", "assign", "award", "grant", "score", "grade", "rate", "mark",
)  # fmt: skip
_BEST = _any(
    "note maximale", "note maximum", "meilleure note", "meilleur niveau", "niveau (?:maximal|maximum|solide|atteint)",
    r"tous les points\b(?!\s+(?:d|a|au|du|de|des|sur|en|qui|que)\b)",
    r"20\s?/\s?20", "20 sur 20", r"10\s?/\s?10", "full marks?",
    "maximum (?:score|grade|marks?|points)", "highest (?:score|grade|mark|level)", "top (?:score|grade|mark)",
    "perfect score", "tous les criteres", "toutes les competences",
    r"this (?:paper|document|essay|work) (?:an? )?a\+?",
)  # fmt: skip
_JUDGE = _any(
    "correcteur", "correctrice", "evaluateur", "evaluatrice", "examinateur", "relecteur automatique",
    "modele de langage", "intelligence artificielle", r"\bia\b", r"\bai\b", "llm", "chatgpt", "grader", "evaluator",
    "examiner", "language model", "jury",
)  # fmt: skip
_OWN = "(?:toutes (?:les|vos|tes)|all(?: the| your)?)"
_YOURS = _any("consignes", "instructions", "directives", "criteres", "baremes?", "rules", "guidelines")
_TOP = r"(?:20\s?/\s?20|maximale?|maximum|solide|a\+)"
_COPY = "(?:copie|document|devoir|travail|lettre|paper|essay|work)"
_EACH = "(?:tous les criteres|chaque critere|(?:all|every|each) criteri(?:a|on))"
_LEVEL = "(?:solide|atteints?|valides?|niveau maximal|niveau maximum|highest|maximum)"
_MUST = rf"(?:{_GIVE}|{_ORDERS}|considere[rz]?|repond[sez]*|evaluez|must|doit|devez|should)"
_FINE = f"(?:{_BEST}|parfait|excellent|conforme|irreprochable|perfect|{_RULES})"


def _near(size: int) -> str:
    return rf"[^.!?\n]{{0,{size}}}"


_PATTERNS = re.compile(
    "|".join(
        (
            rf"\b{_ORDERS}\b{_near(40)}\b{_RULES}\b{_near(30)}\b{_FOR}\b",
            rf"\b{_ORDERS}\b{_near(30)}\b(?:all|any|toutes?|tout)\b{_near(30)}\b{_FOR}\b{_near(20)}\b{_RULES}\b",
            rf"\b{_ORDERS}\b{_near(25)}\b(?:previous|prior|above|system|grading)\s+{_RULES}\b",
            rf"\b{_ORDERS}\b{_near(25)}\b{_OWN}\s+(?:consignes|instructions|directives|rules)\b",
            rf"\b{_ORDERS}\b{_near(25)}\b(?:vos|tes|your)\s+{_YOURS}\b",
            rf"\b{_ORDERS}\b{_near(30)}\b(?:fautes|erreurs|defauts|mistakes|errors)\b{_near(40)}\b{_JUDGE}",
            rf"\b{_GIVE}\b{_near(40)}{_BEST}",
            rf"\b{_COPY}\b{_near(20)}\b(?:merite|vaut|deserves)\b{_near(20)}{_BEST}",
            rf"\b{_EACH}\b{_near(30)}\b{_LEVEL}\b|\b{_LEVEL}\b{_near(25)}\b{_EACH}\b",
            r"(?:^|[.!?:]\s*)ne (?:signale[zr]?|releve[zr]?) aucune? (?:erreur|faute|defaut)",
            r"\bdo(?: not|n't) (?:report|mention|flag) any (?:error|mistake|issue|fault)",
            rf"\b(?:note|score|grade|mark)\s*(?:obligatoire|imposee?|finale?)?\s*[:=]\s*{_TOP}",
            rf"{_JUDGE}{_near(60)}\b{_MUST}\b{_near(60)}{_FINE}",
            rf"\b(?:tu es|vous etes|you are)\b{_near(25)}\b(?:desormais|maintenant|now)\b{_near(40)}"
            "(?:assistant|correcteur|modele|indulgent|grader|model)",
            r"<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?(?:inst|system)\]|<<sys>>",
            r"^\s*(?:system|systeme)\s*(?:prompt)?\s*:",
            r"\b(?:system prompt|prompt systeme|prompt du systeme)\b",
        )
    ),
    re.I | re.M,
)
_HINT = re.compile(
    "criter|merite|report|signale|releve|mention|flag|ignor|oubli|neglig|outrepass|contourn|tiens|tenez|tenir|abstraction|disregard|forget|overrid|bypass|"
    r"note|score|grade|mark|niveau|point|correct|evaluat|examinat|language|modele|\bia\b|\bai\b|llm|gpt|system|"
    r"inst\]|<\||sys>|20 ?/|jury|tu es|vous etes|you are",
    re.I,
)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\u2061-\u2064\ufeff\u00ad\U000e0000-\U000e007f]")
MAX_NOTICES = 20


def addressed_to_corrector(text: str) -> bool:
    """Whether a text gives orders to whoever corrects. Accents, case and zero-width characters do not
    matter; other languages and the usual disguises are read too (`disguises.py`)."""
    if len(text) < (8 if text.isascii() else 4):
        return False
    text = text[:200_000]
    return _orders(text) or any(_orders(one) for one in readings(text))


def _orders(text: str) -> bool:
    plain = _plain(text)
    if _HINT.search(plain) and _PATTERNS.search(plain):
        return True
    return foreign_order(plain)


def _plain(text: str) -> str:
    text = _INVISIBLE.sub("", text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def spread_over(one: Block, two: Block) -> bool:
    """Whether an order begins at the end of a line and goes on in the next one (neither says it alone)."""
    if (
        one.kind != two.kind
        or one.kind not in ("line", "mail_line")
        or one.text.rstrip().endswith((".", "!", "?"))
    ):
        return False
    alone = addressed_to_corrector(one.text) or addressed_to_corrector(two.text)
    return not alone and addressed_to_corrector(f"{one.text} {two.text}")


def _places(document: Document) -> Iterable[tuple[Locator, str]]:
    for block in (*document.blocks, *document.comments, *document.deleted):
        yield block.locator, block.text
    for image in document.images:
        yield image.locator, image.alt
    for link in document.links:
        yield link.locator, link.target
    for sheet in document.sheets:
        yield Locator(document.path, "sheet", f"{sheet.name}!"), sheet.name
        for cell in sheet.cells.values():
            if isinstance(cell.value, str):
                yield cell.locator, cell.value
            if cell.note:
                yield cell.locator, cell.note
    for name, value in document.properties.items():
        yield Locator(document.path, "property", f"propriete:{name}"), value


def with_warnings(document: Document) -> Document:
    """The same document with notices for hidden text, invisible characters and orders to the corrector."""
    notices = list(document.notices)
    hidden = [block for block in document.blocks if block.hidden and block.text.strip()]
    for block in hidden[:MAX_NOTICES]:
        place = describe_place(block.locator)
        message = (
            f"Du texte masqué se trouve ici ({place})\u00a0: il est signalé et ne compte pas dans la copie."
        )
        notices.append(Notice("texte_masque", message, block.locator))
    orders: dict[str, Locator] = {}
    invisible: Locator | None = None
    verdicts: dict[str, bool] = {}
    for locator, text in _places(document):
        if text not in verdicts:
            verdicts[text] = addressed_to_corrector(text)
            if invisible is None and text and not text.isascii() and _ZERO_WIDTH.search(text):
                invisible = locator
        if verdicts[text]:
            orders.setdefault(locator.ref, locator)
    for one, two in pairwise(document.blocks):
        if one.locator.ref not in orders and spread_over(one, two):
            orders.setdefault(one.locator.ref, one.locator)
    for locator in list(orders.values())[:MAX_NOTICES]:
        message = (
            f"Ce passage s’adresse au correcteur ({describe_place(locator)})\u00a0: il ne change "
            f"aucun niveau."
        )
        notices.append(Notice("consigne_au_correcteur", message, locator))
    if invisible is not None:
        message = f"Des caractères invisibles se trouvent dans le texte ({describe_place(invisible)})."
        notices.append(Notice("caracteres_invisibles", message, invisible))
    return replace(document, notices=tuple(notices))


_ZERO_WIDTH = re.compile("[\u200b\u2060-\u2064\U000e0000-\U000e007f]")
