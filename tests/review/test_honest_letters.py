# ruff: noqa: E501 -- an example stays on one line
"""Right letters, notes and messages in other people’s words: nothing is charged; the near words that are wrong still are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ascom_coach.documents import Document, Locator
from ascom_coach.language import default_engines, letter_parts
from ascom_coach.review.checks.facts import facts_present, values_absent
from ascom_coach.review.context import Context
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import Finding
from ascom_coach.review.one_slip import one_slip
from ascom_coach.review.ranking import strengths
from tests.review.looking import changed, laid, look
from tests.review.test_honest_words import judged
from tests.review.test_watch import GOLD, MOT3

LAYOUTS = ("docx", "html")
DAY = "L’inventaire se fait samedi 23 janvier."
_NOTE = (
    "# Note de service",
    "De : Bénédicte Hourcade",
    "Le 11 janvier 2027",
    "Objet : notre inventaire du samedi 23 janvier 2027",
)
BODY = (
    "Comme chaque année, nous comptons ensemble tout ce que contient la maison.", "Le comptage commence à 8 h 30 et finit à 12 h 30.",
    "Pour vos questions, le référent est Clément Vauquelin.", "Gaël Tanguy, assistant",
)  # fmt: skip


def note(*more: str, head: tuple[str, ...] = _NOTE) -> list[str]:
    return [*head, "Madame, Monsieur,", *more, *BODY]


@pytest.mark.parametrize("line", ["Pour : l’ensemble de l’équipe", "POUR : tout l’atelier"])
def test_a_note_may_be_for_its_readers(line: str) -> None:
    assert "destinataire" in letter_parts([line, "Objet : l’inventaire", "Bonjour,", "Merci."])


@pytest.mark.parametrize("line", ["Pour information, le réfectoire est ouvert", "pour M. Lemoine, gérant"])
def test_what_opens_with_pour_is_not_always_a_reader(line: str) -> None:
    assert "destinataire" not in letter_parts([line, "Objet : l’inventaire", "Bonjour,", "Merci."])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_note_on_the_part_of_somebody_says_whom_it_comes_from(layout: str) -> None:
    head = (_NOTE[0], "Pour : toute l’équipe", "De la part de : Bénédicte Hourcade", *_NOTE[2:])
    assert [
        one.mark
        for one in look("parties_attendues", "note", laid(note(head=head), layout))
        if one.mark == ".de"
    ] == []
    head = (_NOTE[0], "Pour : toute l’équipe", *_NOTE[2:])
    assert [
        one.mark
        for one in look("parties_attendues", "note", laid(note(head=head), layout))
        if one.mark == ".de"
    ] == [".de"]


CASES = (
    ("cadeau", "Un panier-repas vous est ensuite offert au réfectoire.", "Un jour de repos vous est ensuite offert."),
    ("cadeau", "Le panier de midi vous attend. Il est pour nous.", "Un vélo neuf vous attend. Il est pour nous."),
    ("cadeau", "Le repas sera bien sûr offert.", "Un vélo sera bien sûr offert."),
    ("objet_et_texte", "Votre matinée est récupérée lundi 8 février.", "Venez tous au réfectoire lundi 8 février."),
    ("objet_du_texte", "", "#Objet : vente du vieux camion blanc"),
    ("qui_ecrit", "Contacter Clément Vauquelin en cas de question.", "Corentin Vauquelin répond à vos questions."),
    ("qui_ecrit", "Prévenez Clément Vauquelin en cas de retard.", "Valentin Vauquelin répond à vos questions."),
)  # fmt: skip
"""(look, what is right, what is near and wrong)."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{at}" for at, one in enumerate(CASES)])
def test_honest_words_of_a_note_are_left_alone(case: tuple[str, str, str], layout: str) -> None:
    which, right, _ = case
    assert look(which, "note", laid(note(*([right] if right else [])), layout)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{at}" for at, one in enumerate(CASES)])
def test_the_near_words_of_a_note_are_told(case: tuple[str, str, str], layout: str) -> None:
    which, _, wrong = case
    lines = note(head=(*_NOTE[:3], wrong[1:])) if wrong.startswith("#") else note(wrong)
    assert look(which, "note", laid(lines, layout))


_MEMO = (
    "Bonjour Odile,", "L’e-mail et la page sont à relire, la liste est prête avec 11 adresses.",
    "Sur la page du site, le tarif datait : j’ai mis 32 € au lieu de 28 €.", "Bonne journée,", "Romain",
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("subject", "right"),
    [
        ("Journée du greffage, où j’en suis", True),
        ("Location du camion, où j’en suis", False),
        ("TR: RE: maj greffage v3", False),
    ],
)
def test_a_subject_may_name_the_whole_work(subject: str, right: bool, layout: str) -> None:
    found = look("objet_du_texte", MOT3, laid([f"Objet : {subject}", *_MEMO], layout))
    assert (found == []) is right


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Mme Lacaze doit encore donner son accord.", True),
        ("Il reste à faire valider le tout par Madame Lacaze.", True),
        ("Mme Lacaze nous donne une salle.", False),
        ("Mme Lacaze, de la préfecture, doit donner son accord.", False),
        ("Mme Lacoste doit encore donner son accord.", False),
    ],
)
def test_a_name_does_without_its_place(said: str, right: bool, layout: str) -> None:
    assert (judged(MOT3, "q2", laid(["Bonjour Odile,", said, "Romain"], layout)) == []) is right


def _context(name: str, document: Document) -> Context:
    gold = GOLD[name]
    return Context(gold.script, gold.production, document, None, gold.start, tuple(default_engines()), ())


PAIRS = (
    ("note", "n12", "n13", "Pour vos questions, le référent est Patrick Guénot."),
    ("page_web", "g10", "g21", "L’association Les Amis du Greffoir vous attend."),
    ("emailing", "e11", "e6", "Nous avons 24 places pour vous."),
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", PAIRS, ids=lambda one: one[1])
def test_two_controls_charge_one_sentence_once(case: tuple[str, str, str, str], layout: str) -> None:
    name, gone, missing, said = case
    asked: dict[str, Any] = {one.id: one for one in GOLD[name].production.controles}
    context = _context(name, laid(["Bonjour,", said], layout))
    found = [
        (asked[gone], Outcome("K2.4", asked[gone].gravite, tuple(values_absent(asked[gone], context)))),
        (
            asked[missing],
            Outcome("K2.4", asked[missing].gravite, tuple(facts_present(asked[missing], context))),
        ),
    ]
    assert [outcome.status for _, outcome in found] == ["defaut", "defaut"]
    assert [outcome.status for _, outcome in one_slip(found, context)] == ["defaut", "sans_objet"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_slips_at_two_places_stay_two(layout: str) -> None:
    asked: dict[str, Any] = {one.id: one for one in GOLD["note"].production.controles}
    context = _context(
        "note",
        laid(
            [
                "Bonjour,",
                "Patrick Guénot est prévu aux cordages.",
                "Posez vos questions à la personne du jour.",
            ],
            layout,
        ),
    )
    found = [
        (asked["n12"], Outcome("K2.4", "majeur", tuple(values_absent(asked["n12"], context)))),
        (asked["n13"], Outcome("K2.4", "majeur", tuple(facts_present(asked["n13"], context)))),
    ]
    places = {one.findings[0].locator.ref for _, one in found if one.findings[0].locator}
    assert len(places) == 2
    assert [one.status for _, one in one_slip(found, context)] == ["defaut", "defaut"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Vous avez raison, le déplacement a été compté deux fois.", True),
        ("Vous avez tout à fait raison : la facture est fausse.", True),
        ("Vous avez raison de nous écrire au sujet du déplacement.", False),
        ("Vous nous dites que le déplacement a été compté deux fois.", False),
    ],
)
def test_saying_that_the_client_is_right_admits_the_fault(said: str, told: bool, layout: str) -> None:
    assert bool(look("confidence", "reponse", laid(changed("reponse", "", said), layout))) is told


def test_a_strength_quotes_no_fault_of_french() -> None:
    place = Locator("note.docx", "paragraph", "p3")
    faulty = Finding(
        "note.n1", "parties", 1, "K2.2", "conforme", None, place, "Les fiches sont signé.", "Bien.", ""
    )
    clean = replace(faulty, id="note.n2", quote="Le comptage finit à midi.")
    remark = {"counted": True, "quote": "signé", "locator": {"file": "note.docx", "ref": "p3"}}
    assert strengths([faulty, clean], [remark]) == ("note.n2",)
    assert strengths([faulty, clean], [{**remark, "counted": False}]) == ("note.n1",)
    assert strengths([faulty, clean], [{**remark, "locator": {"file": "mot.docx", "ref": "p3"}}]) == (
        "note.n1",
    )


LETTERHEAD = "Voilerie Tramezel – 7, quai des Filets – 29999 Saint-Brieg-des-Flots – 01 99 00 71 20 – bureau@voilerie-tramezel.example"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letterhead_in_one_line_is_neither_text_nor_a_sentence_cut(layout: str) -> None:
    lines = [LETTERHEAD, *note(BODY[0] + " " + BODY[1], BODY[1] + " " + BODY[2])]
    for name in ("ordre_des_parties", "fin_de_phrase"):
        assert look(name, "note", laid(lines, layout)) == []
    late = [LETTERHEAD, *note(head=_NOTE[:3]), _NOTE[3]]
    assert [one.mark for one in look("ordre_des_parties", "note", laid(late, layout))] == [".objet"]


def test_what_is_said_behind_a_copy_names_nobody_in_copy() -> None:
    line = "Copie à Bénédicte Hourcade : le devis est faux, à voir avant toute réponse."
    assert look("copie_de_trop", "mot-compter-la-toile", laid([line, "Bonjour Fanny,", *BODY], "txt")) == []


@pytest.mark.parametrize(
    ("said", "told_"),
    [
        ("Dès que Mme Lacaze a validé, l’e-mail part jeudi 11 février.", False),
        ("Mme Lacaze a validé, l’e-mail part jeudi 11 février.", True),
    ],
)
def test_what_waits_for_a_reader_does_not_pass_her_over(said: str, told_: bool) -> None:
    lines = ["Bonjour Odile,", f"L’e-mail, la page et la liste sont prêts. {said}", "Camille"]
    assert bool(look("trop_tot", "mot-la-journee-du-greffage", laid(lines, "txt"))) is told_


@pytest.mark.parametrize(
    ("which", "name", "line", "told_"),
    [
        ("contredit", "reponse", "Elle en aura pour une heure.", False),
        ("confidence", "reponse", "Vous avez raison d’être mécontente.", False),
        ("confidence", "reponse", "Vous avez raison.", True),
        ("ton", "message_atelier", "Je ne dis rien du prix tant que vous n’avez pas vérifié.", False),
        ("ton", "message_atelier", "Je constate que vous n’avez pas vérifié.", True),
    ],
)
def test_near_words_of_an_honest_letter(which: str, name: str, line: str, told_: bool) -> None:
    assert bool(look(which, name, laid(["Bonjour,", line, "Camille Perrot"], "docx"))) is told_


def test_the_headings_of_a_model_may_be_worded_anew() -> None:
    heads = (
        "# Note de service",
        "# Le rendez-vous",
        "# Le comptage",
        "# Le repas de midi",
        "# La récupération",
        "# Qui appeler ?",
    )
    lines = [one for head in heads for one in (head, "Nous comptons ensemble le stock de la maison.")]
    assert look("partie_du_modele", "note", laid(lines, "docx")) == []
    assert look("partie_du_modele", "note", laid(lines[:2], "docx"))
