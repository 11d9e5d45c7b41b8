"""Is a sentence written by a model fit to be shown beside official text or a level? A pure function."""

from __future__ import annotations

import re

from ascom_coach.models.guard.quantities import allowed, find_quantities, plain
from ascom_coach.models.guard.reply import language_fault, machinery_fault
from ascom_coach.models.guard.words import COMMON_CAPITALS

_LINKS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+\w")
_VERDICT = re.compile(
    r"\b\d{1,2} ?/ ?\d{2}\b|\b\d{1,2} sur (?:10|20)\b|\bpoints?\b(?= sur)|\bnote maximale\b|\bmeilleure note\b"
    r"|\bniveau (?:solide|atteint|maximal|en cours)\b|\bje valide\b|\btous les criteres\b"
)
_ORDER = re.compile(r"\b(?:correcteur|correctrice|evaluateur|examinateur)\b")
_TU = re.compile(r"\b(?:tu|toi|te|tes)\b|\bt'(?=[aeiouyh])")
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ][\w’'-]+")
_TITLE = re.compile(r"\b(M|MM|Dr|Me)\.(?= )")
_MARKS = ("<<<", ">>>", "```", "{", "}")
_LAYOUT = re.compile(r"^\s*(?:[-*•]\s|#|\d+[.)]\s)", re.MULTILINE)


def prose_fault(sentence: str, given: str, *, longest: int = 320, prompt_text: str = "") -> str | None:
    """Why this sentence must not be shown, in a few French words, or None when it may be.

    `given` is all that it may lean on: values (numbers, dates, amounts) found nowhere in it are invented. Refused
    too: another language than French, « tu », an unknown name, words about the machine, a mark or a level, a
    layout, a link that was not given.
    """
    text = sentence.strip()
    if not re.search(r"\w", text):
        return "phrase vide"
    if len(text) > longest:
        return "phrase trop longue"
    if _LAYOUT.search(text) or text.count("\n") > 1 or any(mark in text for mark in _MARKS):
        return "mise en page ou consigne recopiée"
    if fault := language_fault(text, given) or machinery_fault(text, given, prompt_text):
        return fault
    folded, known = plain(text), plain(given)
    if _TU.search(folded):
        return "tutoiement"
    if name := next(
        (one[0] for one in _NAME.finditer(_TITLE.sub(r"\1", text)) if _unknown(one[0], known)), ""
    ):
        return f"nom que personne n’a donné\u00a0: {name}"
    if _VERDICT.search(folded):
        return "note ou niveau"
    if _ORDER.search(folded) and not _ORDER.search(known):
        return "phrase sur la correction"
    if any(match[0].rstrip(".,") not in known for match in _LINKS.finditer(folded)):
        return "adresse que personne n’a donnée"
    have = find_quantities(given)
    if unknown := sorted(one.value for one in find_quantities(text) if not allowed(one, have)):
        return f"valeur que personne n’a donnée\u00a0: {unknown[0]}"
    return None


def _unknown(name: str, known: str) -> bool:
    parts = [part for part in re.findall(r"[a-z0-9]+", plain(name)) if len(part) > 1]
    return any(part not in COMMON_CAPITALS and not re.search(rf"\b{part}\b", known) for part in parts)
