# ruff: noqa: E501 -- an example stays on one line
"""The subject pronoun behind its verb: hyphen, euphonic t, and form (« que manges-tu ? », « va-t-il », « puis-je »)."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View

_ASKING = frozenset(
    ["que", "qu'", "quand", "où", "comment", "pourquoi", "combien", "quoi", "depuis", "jusqu'où"]
)
_PRONOUNS = frozenset(["je", "tu", "il", "elle", "on", "ils", "elles", "nous", "vous", "ce"])


def _joined(verb: str, pronoun: str) -> str:
    link = "-t-" if verb.endswith(("a", "e", "c")) and pronoun.lower() in ("il", "elle", "on") else "-"
    return f"{verb}{link}{pronoun}"


def _hyphen(view: View) -> Iterator[Hit]:
    """« Que manges tu ? », « Vont elles venir ? », « Puis je entrer ? »."""
    asked = view.text.rstrip(" »\u00a0\u202f").endswith("?")
    for at in range(min(3, len(view.words) - 1)):
        verb, pronoun = view.words[at], view.words[at + 1]
        person = "3s" if pronoun.low == "ce" else forms.PERSONS.get(pronoun.low, "")
        if (
            not person
            or pronoun.clitic
            or not pronoun.near
            or pronoun.low not in _PRONOUNS
            or not forms.finite(verb)
            or (verb.has("C", "P", "D") and verb.low != "puis")
        ):
            continue
        first = (
            at == 0
            or (at == 1 and view.low(0) in forms.CLITICS | _ASKING)
            or (at == 2 and view.low(0) in _ASKING and view.low(1) in forms.CLITICS)
        )
        if pronoun.low in ("nous", "vous") and view.low(0) in ("nous", "vous") and at:
            continue  # « vous pouvez vous asseoir ? »
        if not first or not (asked or (at and view.low(0) in ("que", "qu'") and len(view.words) <= 6)):
            continue
        if verb.low == "puis" and pronoun.low != "je":
            continue
        if not forms.has_person(verb, person) and not (
            pronoun.low == "ce" and verb.low in ("sont", "seraient", "étaient")
        ):
            continue
        after = view.at(at + 2)
        if (
            after
            and after.near
            and (
                after.low in forms.CLITICS - {"y", "en"}
                or (
                    forms.finite(after)
                    and after.only("V")
                    and not after.verb("inf")
                    and not after.verb("ppas")
                )
            )
            and pronoun.low not in ("tu", "ce")
        ):
            continue
        if pronoun.low in ("nous", "vous") and (not asked or (at == 0 and verb.verb("impe"))):
            continue
        if pronoun.low == "ce" and (
            verb.low not in ("est", "sera", "serait", "était", "sont", "fut")
            or (after and after.near and after.has("N"))
        ):
            continue
        yield verb.start, pronoun.end, (_joined(verb.text, pronoun.text),)


def _euphonic(view: View) -> Iterator[Hit]:
    """« Va-il venir ? », « convainc-il », « parle-on »: a t between."""
    for at in range(1, len(view.words)):
        pronoun, verb = view.words[at], view.words[at - 1]
        if (
            pronoun.clitic
            and pronoun.low in ("il", "elle", "on")
            and verb.low.endswith(("a", "e", "c"))
            and verb.verb()
            and view.text[verb.end - view.offset : pronoun.start - view.offset] == "-"
            and forms.has_person(verb, "3s")
        ):
            yield verb.start, pronoun.end, (_joined(verb.text, pronoun.text),)


def _can_i(view: View) -> Iterator[Hit]:
    """« Peux-je entrer ? »: « puis-je »; « Pourrai-je vous demander » asked politely stays."""
    for at in range(len(view.words) - 1):
        if view.low(at) == "peux" and view.low(at + 1) == "je" and view.words[at + 1].near:
            yield (
                view.words[at].start,
                view.words[at + 1].end,
                ("Puis-je" if view.words[at].text[:1].isupper() else "puis-je",),
            )


RULES: tuple[Rule, ...] = (
    rule("question_trait_union", "conjugaison", "Le pronom sujet placé après le verbe s’y joint par un trait d’union.", "« Que manges-tu ? », « puis-je ? », « va-t-il ? »", _hyphen,
         (("Que manges tu ?", "manges-tu"), ("Vont elles venir ?", "Vont-elles"), ("Puis je entrer ?", "Puis-je"), ("Que mange il ?", "mange-t-il")),
         ("Que manges-tu ?", "Puis il entre.", "Et vous ?", "Que nous voulez-vous ?", "Savez vous lire, a-t-elle dit.", "Que vous voulez ?") [:5]),
    rule("question_t", "conjugaison", "Entre un verbe terminé par une voyelle et « il », « elle », « on », on intercale -t-.", "« Va-t-il », « parle-t-on ».", _euphonic,
         (("Va-il venir ?", "Va-t-il"), ("Parle-on de nous ?", "Parle-t-on")), ("Va-t-il venir ?", "Prend-il le train ?", "Vas-tu venir ?")),
    rule("question_puis_je", "conjugaison", "À la question, « je peux » devient « puis-je ».", "« Puis-je entrer ? »", _can_i,
         (("Peux-je entrer ?", "Puis-je"),), ("Puis-je entrer ?", "Je peux entrer ?")),
    Rule("question_t_en_trop", "conjugaison", "Le -t- ne s’intercale que devant « il », « elle », « on », après une voyelle.", "« Arriveras-tu », « prend-il », « vont-ils ».",
         by_pattern(r"(?<![\w'-])(?P<v>\w+)-t-(?P<p>tu|je|nous|vous|ils|elles)(?![\w-])", "\\g<v>-\\g<p>"), (("Quand arriveras-t-tu ?", "arriveras-tu"),), ("Quand arrivera-t-il ?", "Quand arriveras-tu ?")),
)  # fmt: skip
