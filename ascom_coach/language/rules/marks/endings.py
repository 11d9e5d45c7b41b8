# ruff: noqa: E501 -- an example stays on one line
"""How a sentence or a quotation ends: the question mark, the full stop, the closing quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, mark_rule
from ascom_coach.language.rules.made import NO_BREAK, replaced
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, plain_view, views

_PRONOUNS = frozenset(["je", "j'", "il", "elle", "on", "ils", "elles", "nous", "vous"])
_ARTICLES = frozenset(["le", "la", "l'", "les", "un", "une", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet", "cette", "ces"])  # fmt: skip
_ASKING = frozenset(["comment", "pourquoi", "combien", "où", "quand"])


def _opens_group(view: View, at: int) -> bool:
    """Whether the word at `at` may be a verb with its subject right after it: « ferme le guichet »."""
    return view.low(at) in ("est", "sont") or (
        forms.finite(view.words[at]) and view.low(at + 1) in _ARTICLES and view.glued(at, at + 1)
    )


def _who_asks(view: View) -> Iterator[Hit]:
    """« À quelle heure ferme le secrétariat. », « Combien de classeurs restent »: asked without a turned pronoun."""
    text = view.text.rstrip()
    if (
        len(view.words) < 5
        or "," in text
        or any(word.clitic for word in view.words)
        or text.endswith(("?", "!", "…", ":"))
        or "«" in text
    ):
        return
    at = 1 if view.low(0) in ("à", "de", "depuis", "pour", "avec", "dans", "par", "en", "jusqu'") else 0
    asking = view.low(at)
    verb = at + 1
    if asking in ("quel", "quelle", "quels", "quelles"):
        verb += 1
        while (
            verb < min(len(view.words), at + 4)
            and view.words[verb].has("N", "A")
            and not _opens_group(view, verb)
        ):
            verb += 1
    elif asking == "combien" and view.low(at + 1) in ("de", "d'"):
        verb = at + 3
    elif asking not in _ASKING:
        return
    word = view.at(verb)
    if word is None or view.low(verb) in ("que", "qu'", "soit", "soient") or (at and asking == "où"):
        return
    known = _opens_group(view, verb) or word.low in ("est", "sont", "a", "ont", "se", "sera", "doit", "peut")
    if not known and not (
        forms.finite(word) and word.only("V") and any(forms.has_person(word, one) for one in ("3s", "3p"))
    ):
        return
    if (asking == "quand" and not any(forms.has_person(word, one) for one in ("3s", "3p"))) or (
        view.low(verb + 1) in ("je", "tu")
    ):
        return
    last = view.words[-1]
    if text.endswith("."):
        yield last.start, view.offset + len(text), (last.text + " ?",)
    elif text[-1:].isalnum() and "\n" not in view.text.strip():
        yield last.start, last.end, (last.text + " ?",)


_TELLS = re.compile(
    r"^(?:(?:dites|indiquez|précisez|expliquez|faites|rappelez|confirmez|demandez)-(?:moi|nous|lui|leur)|merci de (?:me |nous |lui )?(?:dire|préciser|indiquer|confirmer)|"
    r"(?:je|j'|nous|il|elle|on|le|la|l'|les|mme|m\.|mon|ma|notre) ?[^?]*?(?:ignor\w+|aimer\w+ savoir|voudr\w+ savoir|souhait\w+ savoir|ne sais pas|ne savons pas|me demande|nous demandons|se demande|demande|cherche à savoir))"
    r"(?: encore| toujours| aussi)? (?:si |s'|quand |où |comment |pourquoi |combien |qui |quel |quelle |quels |quelles |ce que |à quelle )[^?]*\?$",
    re.IGNORECASE,
)


def _exclaimed(view: View) -> Iterator[Hit]:
    """« Quelle belle surprise vous nous avez faite. »: what is neither asked nor told is exclaimed."""
    text = view.text.rstrip()
    if (
        view.low(0) not in ("quel", "quelle", "quels", "quelles")
        or not text.endswith(".")
        or text.endswith("...")
    ):
        return
    if view.low(1) in ("que", "qu'") or any(word.clitic for word in view.words) or len(view.words) < 5:
        return
    if view.low(1) in ("dommage", "plaisir", "bonheur") and view.low(2) in ("que", "qu'", "de", "d'"):
        last = view.words[-1]
        yield last.start, view.offset + len(text), (last.text + " !",)
        return
    for at in range(2, min(5, len(view.words) - 1)):
        if view.low(at) in _PRONOUNS and view.words[at - 1].has("N") and view.glued(0, at):
            last = view.words[-1]
            yield last.start, view.offset + len(text), (last.text + " !", last.text + " ?")
            return


def _told(view: View) -> Iterator[Hit]:
    """« Dites-moi quand vous venez ? »: an order or a statement that holds a question is not one."""
    text = plain_view(view.text).strip()
    if not _TELLS.match(text) or "," in text or "«" in text:
        return
    if not any(word.clitic and word.low in _PRONOUNS | {"ce"} for word in view.words):
        end = view.offset + len(view.text.rstrip())
        last = view.words[-1]
        yield last.start, end, (last.text + ".",)


def _no_end(text: str) -> Iterator[Hit]:
    """A whole text of one or more sentences whose last paragraph stops without a mark."""
    line = text.rstrip().split("\n")[-1]
    start = len(text.rstrip()) - len(line)
    words = re.findall(r"[\w’'-]+", line)
    alone = "\n" not in text.strip()
    if (
        not alone
        or len(words) < 8
        or not line[:1].isupper()
        or not line[-1:].isalnum()
        or ":" in line[:20]
        or text.endswith("\n")
    ):
        return
    found = views(text)
    last = found[-1]
    if (
        len(last.words) < 6
        or not (found[0].words[0].has("D", "O") or found[0].words[0].text in ("M", "Mme", "Le", "La"))
        or last.text.lstrip()[:1] in "-–•"
        or re.search(r"https?:|@|\d{4,}$", line)
    ):
        return
    verb = any(
        word.low
        in (
            "est",
            "sont",
            "a",
            "ont",
            "sera",
            "seront",
            "avons",
            "avez",
            "êtes",
            "sommes",
            "doit",
            "faut",
            "peut",
        )
        or (forms.finite(word) and word.only("V"))
        for word in last.words
    )
    if verb:
        word = last.words[-1]
        if word.start >= start:
            yield word.start, word.end, (word.text + ".",)


def _open_quotes(text: str) -> Iterator[Hit]:
    """« The answer was: « We shall see. »: an opening quotation mark that its paragraph never closes."""
    start = 0
    for line in text.split("\n"):
        at = line.rfind("«")
        left = at >= 0 and "»" not in line[at:] and line.count("«") == line.count("»") + 1 and '"' not in line
        if left and not line[at + 1 :].strip():  # nothing is quoted yet: no words to close behind
            yield start + at, start + at + 1, ()
        elif left:
            stop = re.search(r"[,.!?…]|\s(?:est|sont|a|ont|sera|doit)\s|$", line[at + 2 :])
            end = at + 2 + (stop.start() if stop else 0)
            close = "." if line[end : end + 1] == "." else ""
            yield start + at, start + end + len(close), (f"{line[at : end + len(close)]}{NO_BREAK}»",)
        start += len(line) + 1


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("question_nom", "Une question directe se termine par un point d’interrogation.", "Attendez-vous une réponse ? Mettez « ? ».", by_view(_who_asks),
          (("À quelle heure ferme le guichet de la gare.", "gare ?"), ("Combien de lots restent dans la réserve", "réserve ?")), ("À quelle heure ferme le guichet ?", "Quelle que soit la date.", "Quand vient l'hiver, le quai ferme.", "Où que vous soyez, appelez.")),
    mark_rule("exclamation", "Une exclamation se termine par un point d’exclamation.", "« Quel… » sans question : « ! ».", by_view(_exclaimed),
          (("Quelle belle journée nous avons passée.", "passée !"),), ("Quelle belle journée nous avons passée !", "Quelle que soit la date, venez.")),
    mark_rule("question_rapportee", "Un ordre ou un récit qui contient une question se termine par un point.", "La phrase raconte ou demande de dire : pas de « ? ».", by_view(_told),
          (("Dites-moi quand vous passez au bureau ?", "bureau."), ("Nous ignorons encore qui tiendra le stand ?", "stand.")), ("Dites-moi quand vous passez au bureau.", "Pouvez-vous me dire quand vous passez ?", "Vous savez où il est ?")),
    mark_rule("fin_absente", "Une phrase se termine par un point.", "La phrase est finie ? Point.", _no_end,
          (("Le dossier complet doit être déposé avant midi", "midi."),), ("Le dossier complet doit être déposé avant midi.", "Liste des pièces à fournir pour le dossier"), False),
    mark_rule("guillemet_ouvert", "Un guillemet ouvert se ferme.", "Comptez-les : autant d’ouvrants que de fermants.", _open_quotes,
          (("Il a dit : « Nous viendrons lundi.", ""),), ("Il a dit : « Nous viendrons lundi. »", "Le mot « prêt » manque.")),
    mark_rule("signes_fin", "Un seul signe ferme la phrase.", "« ! » ou « ? » : le point y est déjà.", by_pattern(r"(?-i:(?<=[a-zà-ÿ]))(?P<d>\s?[!?]\s?\.(?!\.))", replaced((r"\s?\.$", "")), group="d"),
          (("Quel beau résultat !.", ""),), ("Quel beau résultat !", "Vraiment ?...")),
)
# fmt: on
