# ruff: noqa: E501 -- an example stays on one line
"""Marks between words that belong together, or missing between words that do not: late objects, names, « que : », who is called."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, mark_rule
from ascom_coach.language.rules.marks.missing import SAYING
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.asides import gap
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.commas import (
    ARTICLES,
    SUBJECTS,
    TIME,
    comma_after,
    commas,
    verb_at,
    without_comma,
)
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View, Word

_HANDED = frozenset(
    ["trouver", "recevoir", "envoyer", "adresser", "joindre", "transmettre", "prendre", "apporter", "livrer", "commander", "acheter", "retirer",
     "déposer", "découvrir", "signer", "payer", "régler", "remettre", "expédier", "retourner", "renvoyer", "fournir", "laisser", "noter"]
)  # fmt: skip
"""Verbs that nothing but their object completes."""
_WHEN = frozenset(
    ["hier", "demain", "aujourd'hui", "ci-joint", "ci-dessous", "ci-après", "également", "aussi", "bien"]
)
_NUMBERS = frozenset(
    ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "douze", "des", "plusieurs", "quelques"]
)
_WANTED = frozenset(
    [
        "espérer",
        "souhaiter",
        "vouloir",
        "pouvoir",
        "devoir",
        "désirer",
        "préférer",
        "compter",
        "aller",
        "oser",
        "falloir",
    ]
)


def _only_comma(view: View) -> int:
    """The word behind the only comma of the sentence, 0 when there are several or another mark."""
    found = commas(view)
    return found[0] if len(found) == 1 else 0


def _late_object(view: View) -> Iterator[Hit]:
    """« Vous trouverez dans ce colis, deux flacons »: only a place or a day stands between the verb and its object."""
    comma = _only_comma(view)
    if not comma or view.low(0) not in ("vous", "nous", "je", "j'"):
        return
    row = chunks(view)
    stop = next((at for at, one in enumerate(row) if one.kind == "," and one.first == comma), 0)
    verb = next((at for at in range(1, stop) if row[at].kind in ("V", "K")), 0)
    if not verb or (verb + 1 >= stop and view.low(comma - 1) not in _WHEN):
        return
    told = view.words[row[verb].first]
    if not lemmas(told) & _HANDED or (row[verb].kind == "K" and row[verb - 1].kind not in ("H", "G")):
        return
    between = row[verb + 1 : stop]
    placed = all(
        one.kind == "N" and (one.prep not in ("", "des") or view.low(one.last) in TIME) for one in between
    )
    after = view.at(comma + 1)
    word = view.words[comma]
    if not placed or not after or not after.near or word.low not in ARTICLES | _NUMBERS:
        return
    if (
        after.low in TIME
        or after.text[0].isdecimal()
        or not after.has("N", "A")
        or view.low(comma - 1) in ("de", "d'")
    ):
        return
    if not any(verb_at(view, at) for at in range(comma, len(view.words))) and not any(
        one.low in ("que", "qu'", "qui", "le", "la", "les", "l'", "en")
        for one in view.words[1 : row[verb].first]
    ):
        yield without_comma(view, comma)


def _gender(word: Word) -> str:
    """« m » or « f » of a given name that is only that."""
    readings = lexicon().analyses(word.text) if word.text[:1].isupper() else ()
    kinds = {tag for one in readings for tag in one.tags & {"m", "f"} if one.pos == "S"}
    return next(iter(kinds)) if len(kinds) == 1 and all(one.pos == "S" for one in readings) else ""


def _given_names(view: View) -> Iterator[Hit]:
    """« Merci à Karim Sonia et Paulette »: a man's name is followed by a woman's, which is no family name."""
    for at in range(1, len(view.words) - 2):
        one, two, last = (
            view.words[at],
            view.words[at + 1],
            view.words[at + 3] if at + 3 < len(view.words) else None,
        )
        if (
            view.low(at + 2) != "et"
            or not view.glued(at, at + 2)
            or last is None
            or not last.text[:1].isupper()
        ):
            continue
        if _gender(one) == "m" and _gender(two) == "f":
            yield comma_after(view, at)


def _that_colon(view: View) -> Iterator[Hit]:
    """« Il a dit que : la réparation serait gratuite »."""
    if "que :" not in view.text and "que:" not in view.text:
        return
    for at in range(2, len(view.words) - 2):
        if (
            view.low(at - 1) != "que"
            or view.words[at].near
            or gap(view, at) != ":"
            or not view.words[at].text.islower()
        ):
            continue
        told = view.words[at - 2]
        rest = view.text[view.words[at].start - view.offset :]
        clause = any(verb_at(view, here) for here in range(at, len(view.words)))
        if (
            lemmas(told) & SAYING
            and view.words[at - 1].near
            and clause
            and ";" not in rest
            and "\n" not in rest
        ):
            word = view.words[at - 1]
            yield word.start, view.words[at].start - 1, (word.text,)


def _cut_verb(view: View) -> Iterator[Hit]:
    """« Pourriez-vous, me faire parvenir », « Nous espérons, vous revoir », « Nous restons, à votre disposition »."""
    comma = _only_comma(view)
    if not comma:
        return
    before, word, after = view.words[comma - 1], view.low(comma), view.at(comma + 1)
    here = comma
    while view.low(here) in forms.CLITICS:
        here += 1
    target = view.at(here)
    infinitive = bool(target and target.verb("inf") and view.glued(comma, here) and not target.has("N"))
    asked = before.clitic and before.low in SUBJECTS and lemmas(view.words[comma - 2]) & _WANTED
    wanted = verb_at(view, comma - 1) and lemmas(before) & _WANTED and view.low(0) in SUBJECTS | ARTICLES
    thanks = comma == 1 and before.low == "merci" and word in ("de", "d'", "pour")
    thanked = (
        view.low(comma - 2) == "vous"
        and before.low in ("remercie", "remercions")
        and word in ("de", "d'", "pour")
    )
    stays = (
        before.low in ("reste", "restons", "suis", "sommes", "tiens", "tenons")
        and word == "à"
        and view.low(comma + 1) in ("votre", "vos")
    )
    if (infinitive and (asked or wanted)) or ((thanks or thanked or stays) and after and after.near):
        yield without_comma(view, comma)


_TITLE = r"(?-i:Madame|Monsieur|Mademoiselle|Docteur|Maître)(?: (?-i:[A-ZÀ-Ý][\w'-]+))?"

# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("objet_tardif", "Pas de virgule entre le verbe et ce qui le complète.", "Lisez d’un trait, ou mettez ce qui s’intercale entre deux virgules.", by_view(_late_object),
          (("Vous trouverez dans cette boîte, deux clés et un badge.", "boîte"), ("Nous avons reçu ce matin, votre réponse.", "matin"), ("Je vous envoie par la poste, le second jeu de clés.", "poste")),
          ("Vous trouverez dans cette boîte deux clés et un badge.", "Vous trouverez, dans cette boîte, deux clés.", "Nous avons travaillé dans l'atelier, les mains froides.", "Je passe le prendre chez vous, le matin.",
           "Nous les avons reçus hier, les deux colis.", "Vous trouverez dans la boîte, si besoin, deux clés.")),
    mark_rule("prenoms", "Les noms d’une liste sont séparés par des virgules.", "Comptez les personnes : une virgule entre chacune, « et » avant la dernière.", by_view(_given_names),
          (("J'ai prévenu Marc Julie et Samuel.", "Marc,"), ("Merci à Hugo Nadia et Paule de leur aide.", "Hugo,")), ("J'ai prévenu Marc, Julie et Samuel.", "J'ai prévenu Julie Martin et Samuel.", "Hugo et Nadia sont là.", "Le dossier de Marc Petit et Samuel.")),
    mark_rule("que_deux_points", "Pas de deux points entre « que » et ce qu’il introduit.", "Lisez d’un trait : « il a dit que la salle… ».", by_view(_that_colon),
          (("Elle a précisé que : la salle serait fermée.", "que"),), ("Elle a précisé que la salle serait fermée.", "Des pièces telles que : vis, clous.", "Nous rappelons que : 1) le port du casque est obligatoire.", "Elle a précisé que : le lundi, salle 2 ; le mardi, salle 3.")),
    mark_rule("verbe_coupe", "Pas de virgule entre le verbe et ce qui le complète.", "Lisez d’un trait : « pourriez-vous me faire parvenir ».", by_view(_cut_verb),
          (("Pourriez-vous, me faire parvenir le devis ?", "vous"), ("Nous espérons, vous revoir bientôt.", "espérons"), ("Merci, de me confirmer la date.", "Merci"), ("Nous restons, à votre disposition.", "restons")),
          ("Pourriez-vous, s'il vous plaît, me rappeler ?", "Merci, à bientôt !", "Venez si vous pouvez, partir tard n'est pas grave.", "Faites comme vous voulez, nous restons.", "Pouvez-vous me rappeler, ou venir ?")),
    mark_rule("titre_question", "La personne à qui l’on parle est détachée par des virgules.", "On s’adresse à quelqu’un : marquez une pause.",
          by_pattern(rf"(?<=-vous )(?P<t>{_TITLE})(?=,? (?:me |m'|nous |le |la |les |lui |leur )?[\w-]+(?:er|ir|re)\b)|(?:^|(?<=\n)|(?<=[.!?] ))(?P<o>{_TITLE}|(?-i:Mesdames|Messieurs|Chers? [a-zà-ÿ]+s?))(?= (?:pouvez|pourriez|avez|auriez|voulez|voudriez|savez|seriez|êtes)-vous)", "\\g<t>\\g<o>,"),
          (("Docteur pouvez-vous me recevoir jeudi ?", "Docteur,"), ("Pouvez-vous Madame Roy, me rappeler ?", "Madame Roy,")), ("Docteur, pouvez-vous me recevoir ?", "Avez-vous Madame Roy en ligne ?", "Pouvez-vous, Madame, me rappeler ?", "Connaissez-vous Monsieur Petit ?")),
)
# fmt: on
