# ruff: noqa: E501 -- an example stays on one line
"""What the reader doubts (see `reader`), as rules: counted when it is nearly sure, a hint when it leans to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ascom_coach.language.fitting import kind_of
from ascom_coach.language.morphology import AVOIR
from ascom_coach.language.reader import Doubt, doubts, wariness
from ascom_coach.language.remarks import Label
from ascom_coach.language.rulebase import Hit, Rule, cased
from ascom_coach.language.view import View, views

_SURE = {"nombre": 4.5, "genre": 4.5, "personne": 4.1, "forme": 5.5, "mot": 5.2}
"""Log-odds above which a doubt is counted, by what differs."""
_LEANS = {"nombre": 3.0, "genre": 3.0, "personne": 2.7, "forme": 3.0, "mot": 3.0}
"""Log-odds above which it is a hint."""
_NEVER = frozenset(
    [
        ("on n'", "on"),
        ("une", "un"),
        ("le", "la"),
        ("la", "le"),
        ("cher", "chez"),
        ("chers", "chez"),
        ("dès", "des"),
    ]
)
"""Pairs that sense alone tells apart."""
_SPARED = frozenset(["bleu", "vert", "marron", "orange", "rose", "crème", "gris", "rouge", "jaune", "beige", "six", "cent", "cents", "million",
                     "millions", "milliard", "quelque", "dû", "tout", "tous", "toute", "toutes", "commerciales", "clients", "achats"])  # fmt: skip
"""Words whose form depends on sense: colours, numbers, « quelque », names of services."""


@lru_cache(maxsize=8)
def _doubted(text: str) -> tuple[tuple[View, Doubt, str], ...]:
    """(sentence, doubt, what differs) of a text."""
    sentences = views(text)
    return tuple(
        (view, one, kind_of(one.unit.form, one.meant[0][0]))
        for view, found in zip(sentences, doubts(sentences, min(_LEANS.values())), strict=True)
        for one in found
        if not _spared(view, one)
    )


def _spared(view: View, one: Doubt) -> bool:
    form, better = one.unit.form, one.meant[0][0]
    if (form, better) in _NEVER or form in _SPARED:
        return True
    at = one.unit.first
    after = view.at(one.unit.last + 1)
    if view.low(at - 1) == "quelque":
        return True
    if view.low(at - 1) in AVOIR and view.low(at - 2) in ("nous", "vous", "les", "m'", "t'", "l'"):
        return True  # « l'équipe qui nous a rejoints »: the pronoun does not show what it stands for
    if (
        view.low(at - 2) in ("vingt", "trente", "quarante", "cinquante", "soixante")
        or view.low(at - 3) == "vingt"
    ):
        return True  # « vingt et un ans »
    return view.words[at].clitic or view.words[at].text[:1].isdigit() or bool(after and after.clitic)


def _finder(kind: str, sure: bool) -> Callable[[str], Iterator[Hit]]:
    def find(text: str) -> Iterator[Hit]:
        for view, one, differs in _doubted(text):
            form, by = one.unit.form, one.meant[0][1]
            least = max(_SURE[kind], wariness(form))
            if differs != kind or by < _LEANS[kind] or (by >= least) is not sure:
                continue
            first, last = view.words[one.unit.first], view.words[one.unit.last]
            fixes = tuple(cased(first.text, fix) for fix, _ in one.meant[:3])
            yield first.start, last.end, fixes

    return find


def _rules(kind: str, label: Label, message: str, test: str, wrong: tuple[tuple[str, str], ...], right: tuple[str, ...],
           leaning: tuple[str, str]) -> tuple[Rule, Rule]:  # fmt: skip
    hint = message.rstrip(".") + " : à vérifier."
    return (
        Rule(f"lecture_{kind}", label, message, test, _finder(kind, True), wrong, right),
        Rule(f"lecture_{kind}_doute", label, hint, test, _finder(kind, False), (leaning,), right, False),
    )


RULES: tuple[Rule, ...] = (
    *_rules(
        "nombre", "accord", "Le nombre de ce mot ne va pas avec le reste de la phrase.", "Cherchez le mot qui commande : un seul, ou plusieurs ?",
        (("La déclaration est obligatoires.", "obligatoire"), ("Les deux premier mois sont gratuits.", "premiers")),
        ("La déclaration est obligatoire.", "Les deux premiers mois sont gratuits.", "Elle est là depuis vingt et un ans."),
        ("Les fiches de poste, une fois relue par le service juridique, seront publiées.", "relues"),
    ),
    *_rules(
        "genre", "accord", "Le genre de ce mot ne va pas avec le reste de la phrase.", "Dites le groupe en remplaçant par « grand » ou « grande ».",
        (("La convention signé par les deux parties est valable.", "signée"),),
        ("La convention signée par les deux parties est valable.", "Des chaises bleu marine arrivent."),
        ("Une attestation original est exigée.", "originale"),
    ),
    *_rules(
        "personne", "accord", "Le verbe s’accorde avec son sujet, même de loin.", "Demandez « qui est-ce qui… ? » devant le verbe.",
        (("Le conseil est convaincu que vos factures sera payées.", "seront"), ("Les documents demandés doit être fournis.", "doivent")),
        ("Le conseil est convaincu que vos factures seront payées.", "Les documents demandés doivent être fournis."),
        ("Les personnes concernées reçoit une lettre.", "reçoivent"),
    ),
    *_rules(
        "forme", "conjugaison", "Cette forme du verbe ne va pas avec le reste de la phrase.", "Remplacez par « prendre », « pris » ou « prend » : un seul sonne juste.",
        (("Le client doit envoyez la copie.", "envoyer"), ("Le salarié est informer par lettre.", "informé")),
        ("Le client doit envoyer la copie.", "Le salarié est informé par lettre."),
        ("Pour obtenir le certificat, il faut rempli le formulaire.", "remplir"),
    ),
    *_rules(
        "mot", "homophones", "Ce mot se confond avec un autre, qui convient mieux ici.", "Dites la phrase avec un mot de sens proche.",
        (("Les frais son remboursés par la société.", "sont"), ("Le formulaire ce trouve sur le site.", "se")),
        ("Les frais sont remboursés par la société.", "Le formulaire se trouve sur le site."),
        ("Il faut que le client signe la convention a Nantes.", "à"),
    ),
)  # fmt: skip
