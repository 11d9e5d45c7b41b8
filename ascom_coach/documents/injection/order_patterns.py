"""Sure signs of an order to the corrector: an order beside its object, the marks of a conversation with a model.

The patterns need both an order (ignore, donne, attribue…) and its object (consignes, note, correcteur…), so that a
letter that says « merci d’ignorer ce rappel » or a manager's note about instructions stays clean.
"""

from __future__ import annotations

import re


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
# « le client nous a attribué… » tells what was given: no order.
_TOLD = r"(?<!\ba )(?<!\bont )(?<!avait )(?<!\bete )(?<!\best )(?<!\bsont )"
_GIVE = _TOLD + _any(
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
            r"\b(?:system prompt|prompt systeme|prompt du systeme)\b",
        )
    ),
    re.M,
)
_HINT = re.compile(
    "criter|merite|report|signale|releve|mention|flag|ignor|oubli|neglig|outrepass|contourn|tiens|tenez|tenir|abstraction|disregard|forget|overrid|bypass|"
    r"note|score|grade|mark|niveau|point|correct|evaluat|examinat|language|modele|\bia\b|\bai\b|llm|gpt|system|"
    r"inst\]|<\||sys>|20 ?/|20 sur|jury|tu es|vous etes|you are",
)

# Marks of a conversation with a model, pretended in the middle of a copy.
_STAGING = re.compile(
    "|".join(
        (
            r"[\"']role[\"']\s*:\s*[\"'](?:system|assistant|user|developer|tool)[\"']",
            r"<\|?/?\w*(?:im_start|im_end|system|assistant|endoftext|eot_id|header_id)\w*\|?>|\[/?(?:inst|system|sys)\]|<<sys>>",
            r"</?(?:consignes?|instructions?|systeme?|assistant|prompt|reponse[_-]\w+|copie(?:[_-]\w+)?|answer|submission|"
            r"student_\w+|trainee_\w+|user_\w+|rubric|grading)>",
            r"^\W*(?:system\s*(?:prompt|message)?|systeme (?:prompt|message))\s*:",
            r"^\W*#{2,}\s*(?:system|systeme|instructions?|assistant)\b\W*$",
            r"\b(?:fin|end|ende|fine) (?:du |de la |of (?:the )?|des )?"
            r"(?:document|reponse|copie|texte|input|answer|submission)\b"
            r"[^\n]{0,60}\n?[^\n]{0,60}\b(?:instruction|consigne|tache|task|correcteur|assistant|grader)",
            r"[\"'](?:note|score|grade|verdict|niveau|resultat|result)[\"']\s*"
            r":\s*[\"']?(?:20\b|100\b|pass|max|valid|reussi|solide|a\+)",
            r"\b(?:verdict|grade|score|rubric|skip_?checks?|override|note)\s*=\s*[\"']?(?:pass|true|off|20\b|100\b|reussi|valid|max|solide)",
            r"\A\s*---\n(?:[^\n]{1,80}\n){0,9}(?:note|score|grade|verdict|statut|status|niveau|level|resultat|result)\s*:",
            r"\bprint\s*\(\s*[\"']?(?:prompt|instructions?|solution|answer|key|system)",
        )
    ),
    re.M,
)
_STAGING_HINTS = (
    "<",
    "[",
    "##",
    "---\n",
    "=",
    "role",
    "system",
    "fin d",
    "end ",
    "ende ",
    "fine ",
    '":',
    "':",
    "print",
)
_TURN = re.compile(
    r"^\W*(user|human|utilisateur|stagiaire|eleve|assistant|ai|ia|bot|correcteur|grader|chatgpt)\s*:",
    re.M,
)
_LISTENERS = frozenset(("assistant", "ai", "ia", "bot", "correcteur", "grader", "chatgpt"))


def sure_order(plain: str) -> bool:
    """Whether a folded text bears a sure sign of an order to the corrector."""
    return bool(_HINT.search(plain) and _PATTERNS.search(plain))


def staged(plain: str) -> bool:
    """Whether a folded text plays a talk with a machine, or the marks around one."""
    if any(hint in plain for hint in _STAGING_HINTS) and _STAGING.search(plain):
        return True
    return "\n" in plain and ":" in plain and _conversation(plain)


def _conversation(plain: str) -> bool:
    """Turns of a talk with a machine: a person and it in English words, or three turns at least."""
    turns = _TURN.findall(plain)
    both = any(turn in _LISTENERS for turn in turns) and any(turn not in _LISTENERS for turn in turns)
    return both and (
        len(turns) > 2 or {"user", "assistant"} <= set(turns) or {"human", "assistant"} <= set(turns)
    )
