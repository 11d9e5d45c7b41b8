# ruff: noqa: E501 -- an example stays on one line
"""Right hand-ins as other people write them: lines broken by hand, a second reader, gifts and readers said otherwise."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.language import default_engines, find_acts
from ascom_coach.review.assign import Copy, assign
from ascom_coach.review.checks.layout import style_defect
from ascom_coach.review.checks.text import language, parts
from ascom_coach.review.context import Context
from ascom_coach.review.generic.attendance import there_or_not
from ascom_coach.review.generic.draft import Draft
from ascom_coach.review.generic.readers import one_register
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import Finding
from ascom_coach.review.standing import sentence
from ascom_coach.review.text_view import TextView, sentence_around
from tests.review.looking import changed, laid, look
from tests.review.material import ENGINES, text
from tests.review.test_honest_letters import note
from tests.review.test_honest_words import word_file
from tests.review.test_watch import GOLD, MOT2

LAYOUTS = ("docx", "html")


def broken(*items: str | list[str]) -> Document:
    """A Word file: a list is one paragraph, its lines parted by Shift + Enter."""
    import docx as library

    document = library.Document()
    for item in items:
        if isinstance(item, str):
            document.add_heading(item[2:], 2) if item.startswith("# ") else document.add_paragraph(item)
            continue
        run = document.add_paragraph().add_run(item[0])
        for line in item[1:]:
            run.add_break()
            run.add_text(line)
    out = io.BytesIO()
    document.save(out)
    return parse_bytes(out.getvalue(), "copie.docx")


HEAD = [
    "De : la direction",
    "Pour : toute l’équipe",
    "Saint-Brieg-des-Flots, le 11 janvier 2027",
    "Objet : l’inventaire du samedi 23 janvier 2027",
]
SAID = (
    "# Le jour",
    "L’inventaire se fait samedi 23 janvier, de 8 h 30 à 12 h 30.",
    "Merci de votre aide.",
    "Gaël Tanguy",
)


def _context(name: str, document: Document) -> Context:
    gold = GOLD[name]
    return Context(gold.script, gold.production, document, None, gold.start, tuple(default_engines()), ())


def test_lines_broken_by_hand_are_lines() -> None:
    document = broken(HEAD, *SAID)
    view = TextView.of(document)
    assert view.lines[:4] == HEAD
    start = view.text.index("23 janvier 2027")
    locator, quote = view.place(start, start + 10)
    assert locator is not None
    assert document.blocks[0].text[locator.start : locator.end] == "23 janvier"
    assert quote == HEAD[3]


def test_the_heads_of_a_note_may_be_one_paragraph() -> None:
    asked: Any = next(one for one in GOLD["note"].production.controles if one.type == "parties")
    found = parts(asked, _context("note", broken(HEAD, *SAID)))
    assert [one.status for one in found] == ["conforme"]
    [lacks] = parts(asked, _context("note", broken(HEAD[:3], *SAID)))
    assert "l’objet" in lacks.message
    for which in ("liste_aplatie", "fin_de_phrase", "objet"):
        assert look(which, "note", broken(HEAD, *SAID)) == []


def test_points_broken_by_hand_are_still_no_list() -> None:
    points = ["Horaires : de 8 h 30 à 12 h 30", "Lieu : le réfectoire", "Tenue : chaussures de sécurité"]
    assert look("liste_aplatie", "note", broken(HEAD, points, *SAID))


def test_a_heading_may_carry_its_number() -> None:
    headed = broken("# 1. Le jour", "Samedi.", "# 2. Le lieu", "Au réfectoire.")
    typed = broken("1. Prenez un café.", "2. Rejoignez votre zone.")
    assert style_defect(headed, ["listes"]) is None
    assert style_defect(typed, ["listes"]) is not None


def test_a_sentence_does_not_end_after_a_title() -> None:
    said = "Voici. Je transmets à M. Lemoine la facture. Merci."
    at = said.index("facture")
    assert sentence_around(said, at, at + 7) == "Je transmets à M. Lemoine la facture."
    assert sentence(said, said.index("Lemoine")) == "Je transmets à M. Lemoine la facture"


LETTER = (
    "Madame Vasseur,\nVotre chaudière (dossier I-2418) est à l’arrêt depuis samedi 14 novembre, je vous prie de nous excuser.\n"
    "Joris passe mardi 17 novembre, vers 11 h.\nVeuillez agréer, Madame, mes salutations.\nCamille Perrot"
)
MESSAGE = (
    "À : Joris\nBonjour Joris,\nTu passes chez Mme Vasseur, dossier I-2418, mardi 17 novembre à 11 h.\n"
    "En panne depuis samedi 14 novembre, code E35, sa mère de 84 ans vit là.\nCamille"
)


@pytest.mark.parametrize("turned", [False, True])
def test_a_letter_and_a_message_go_to_their_readers(turned: bool) -> None:
    copies = [Copy.of(text(LETTER, "b.txt")), Copy.of(text(MESSAGE, "a.txt"))]
    given = assign(copies[::-1] if turned else copies, GOLD["reponse"].script.scenario, None)
    assert {name: one.path for name, one in given.items()} == {"reponse": "b.txt", "message_atelier": "a.txt"}


JORIS = (
    "À : Joris",
    "Copie : M. Lemoine",
    "Objet : dossier I-2418",
    "Bonjour Joris,",
    "Tu passes mardi 17 novembre à 11 h.",
)
OTHER_READER = (
    ("Monsieur, pouvez-vous vérifier la facture ?",),
    ("M.\u00a0Lemoine, je vous laisse voir la facture.",),
    ("# Pour M. Lemoine", "Pouvez-vous vérifier la facture avant vendredi ?"),
    ("# À l’attention de M.\u00a0Lemoine", "Deux points :", "- votre avis", "Je vous écris demain."),
    ("Merci à vous deux.",),
)
SAME_READER = (
    ("Pouvez-vous emporter la sonde ?",),
    ("Joris, pouvez-vous emporter la sonde ?",),
    ("M. Lemoine compte sur vous mardi.",),
    ("Mme Vasseur attend, pouvez-vous passer ?",),
)


@pytest.mark.parametrize("more", OTHER_READER, ids=lambda one: one[0][:12])
def test_a_second_reader_has_their_own_address(more: tuple[str, ...]) -> None:
    document = word_file(*JORIS, *more, "Camille")
    assert look("tu_ou_vous", "message_atelier", document) == []
    assert [one.status for one in one_register(Draft(document, None, None, True, ()), ())] == ["conforme"]


@pytest.mark.parametrize("more", SAME_READER, ids=lambda one: one[0][:12])
def test_the_reader_who_is_greeted_keeps_one_address(more: tuple[str, ...]) -> None:
    document = word_file(*JORIS, *more, "Camille")
    assert look("tu_ou_vous", "message_atelier", document)
    assert [one.status for one in one_register(Draft(document, None, None, True, ()), ())] != ["conforme"]


def test_words_reported_to_another_are_not_said_to_the_reader() -> None:
    line = "J’ai écrit à la cliente : nous passons chez vous mardi."
    assert look("tu_ou_vous", "message_atelier", word_file(*JORIS, line, "Camille")) == []
    line = "J’ai écrit à la cliente. Passez chez vous d’abord."
    assert look("tu_ou_vous", "message_atelier", word_file(*JORIS, line, "Camille"))


GIVEN = (
    ("La maison vous offre ensuite un panier-repas.", "La maison vous offre ensuite un vélo."),
    ("Un panier-repas, offert par la voilerie, est servi à midi.", "Un vélo, offert par la voilerie, est remis à midi."),
    ("Un panier est prévu pour chacun. Il est pris en charge par l’entreprise.", "Un vélo est prévu pour chacun. Il est pris en charge par l’entreprise."),
    ("L’entreprise vous offre le café.", "L’entreprise vous offre le taxi."),
    ("Le déjeuner est pris en charge par la voilerie.", "Le petit-déjeuner est pris en charge par la voilerie."),
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("pair", GIVEN, ids=lambda one: one[0][:14])
def test_a_gift_is_known_by_the_thing_given(pair: tuple[str, str], layout: str) -> None:
    right, wrong = pair
    assert look("cadeau", "note", laid(note(right), layout)) == []
    assert look("cadeau", "note", laid(note(wrong), layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_share_is_no_amount_that_was_allowed(layout: str) -> None:
    assert look(
        "cadeau", "page_web", laid(changed("page_web", "", "Anciens participants : moitié prix."), layout)
    )


@pytest.mark.parametrize(
    ("said", "rude"),
    [
        ("Gardez le quai dégagé.", False),
        ("Dégagez le quai avant 8 h.", False),
        ("Dégagez la voie, s’il vous plaît.", False),
        ("Dégagez d’ici !", True),
        ("Allez, dégage.", True),
    ],
)
def test_a_quay_may_be_clear(said: str, rude: bool) -> None:
    assert any(one.act == "insulte" for one in find_acts(said)) is rude


CASES = (
    ("tu_ou_vous", "message_atelier", "Merci à vous tous.", ""),
    ("autre_fait", "message_atelier", "D’après le bon, il est arrivé à 9 h 10 et reparti à 10 h 20.", ""),
    ("conditions", "message_atelier", "La main-d’œuvre est à 84 € HT.", "La main-d’œuvre est à 231 € HT."),
    (
        "montants",
        "message_atelier",
        "J’ai annoncé un geste commercial de 40 €.",
        "J’ai annoncé un geste commercial de 73,40 €.",
    ),
    (
        "contredit",
        "reponse",
        "Il sera là à 11 h, pour une heure environ.",
        "Il sera là à 10 h 20, avant 9 h 50.",
    ),
    (
        "qui_fait_quoi",
        "message_atelier",
        "Mme Vasseur compte sur toi mardi 17 novembre à 11 h.",
        "M. Lemoine passera mardi 17 novembre à 11 h.",
    ),
    (
        "qui_fait_quoi",
        "message_atelier",
        "Mme Vasseur sera chez elle mardi 17 novembre à 11 h.",
        "M. Lemoine sera chez elle mardi 17 novembre à 11 h.",
    ),
    (
        "sens_contraire",
        "reponse",
        "Vous êtes privée de chauffage comme d’eau chaude.",
        "Vous avez toujours de l’eau chaude.",
    ),
    ("date_du_document", "page_web", "- Date : samedi 6 mars 2027", ""),
    ("qui_ecrit", "note", "Contact : Mme Hourcade.", "Contact : Berthe Hourcade."),
    (
        "ton",
        "page_web",
        "Vous n’avez jamais tenu de greffoir ?",
        "Vous n’avez jamais répondu à nos messages.",
    ),
    ("autre_personne", "note", "Les repas tiennent compte des régimes communiqués à Fanny Lescure.", ""),
)
"""(look, copy, what is right, what is near and wrong)."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{at}" for at, one in enumerate(CASES)])
def test_honest_words_are_left_alone_and_the_near_wrong_told(
    case: tuple[str, str, str, str], layout: str
) -> None:
    which, name, right, wrong = case
    assert look(which, name, laid(changed(name, "", right), layout)) == []
    if wrong:
        assert look(which, name, laid(changed(name, "", wrong), layout))


@pytest.mark.parametrize(
    ("line", "greets"),
    [("Fanny,", True), ("Fanny, bonjour", True), ("Bonjour Fanny,", True), ("Tanguy,", False), ("", False)],
)
def test_a_name_alone_greets(line: str, greets: bool) -> None:
    lines = [
        "À : Fanny",
        "Copie : Bénédicte",
        "Objet : les paniers",
        line,
        "Peux-tu commander onze paniers ?",
        "Gaël",
    ]
    found = look("parties_attendues", MOT2, word_file(*[one for one in lines if one]))
    assert any(one.mark == ".appel" for one in found) is not greets


def test_a_copy_said_in_a_sentence_names_its_reader() -> None:
    lines = ("Bonjour Joris,", "Copie à M. Lemoine : sur la facture, le total TTC est faux.", "Camille")
    assert [
        one.mark for one in look("qui_ecrit", "message_atelier", word_file(*lines)) if one.mark == ".copie"
    ] == []
    lines = ("Bonjour Joris,", "Copie à Mme Cormier : sur la facture, le total TTC est faux.", "Camille")
    assert [
        one.mark for one in look("qui_ecrit", "message_atelier", word_file(*lines)) if one.mark == ".copie"
    ]


def test_a_wrong_weekday_is_no_fault_of_french() -> None:
    said = "Bonjour,\nLa journée a lieu dimanche 6 mars 2027.\nMerci."
    gold = GOLD["note"]
    context = Context(gold.script, gold.production, text(said), None, gold.start, ENGINES, ())
    asked: Any = next(one for one in gold.production.controles if one.id == "n18")
    assert [one.status for one in language(asked, context)] == ["conforme"]
    said = "Bonjour,\nLes fiches sont signé par les deux personne.\nMerci."
    context = Context(gold.script, gold.production, text(said), None, gold.start, ENGINES, ())
    assert [one.status for one in language(asked, context)] == ["defaut"]


def _present(document: Document) -> list[str]:
    return [
        one.place[1]
        for one in there_or_not(Draft(document, None, None, True, ()), ())
        if one.status == "defaut"
    ]


BOTH = (
    "Présents : Mme Roy, M. Petit, Paul Martin\nExcusés : M. Petit",
    "Présentes :\n- Mme Roy\n- Anne Petit\n\nAbsente excusée :\n- Anne Petit\n\nDécisions",
    "Participants : Roy, Petit\nMme Petit est excusée.",
)
ONCE = (
    "Présents : Mme Roy, M. Petit\nExcusée : Mme Martin, représentée par M. Petit",
    "Présents : Mme Martin, M. Petit\nExcusé : M. Martin",
    "Présents : Mme Roy, M. Petit (à partir de 10 h)\nExcusé : M. Petit jusqu’à 10 h",
    "Présents : Mme Roy\nAbsents : aucun\nM. Petit présente le budget.",
)


@pytest.mark.parametrize("said", BOTH)
def test_nobody_is_present_and_excused(said: str) -> None:
    assert _present(text(f"Compte rendu\n{said}\n"))


@pytest.mark.parametrize("said", ONCE)
def test_present_or_excused_is_left_alone(said: str) -> None:
    assert _present(text(f"Compte rendu\n{said}\n")) == []


def test_the_columns_of_minutes_are_read() -> None:
    rows = [["Présents", "Excusés"], ["Mme Roy", "M. Petit"], ["M. Petit", "Mme Blin"]]
    assert _present(word_file("Compte rendu", rows)) == ["M. Petit"]
    assert _present(word_file("Compte rendu", [rows[0], rows[1], ["M. Blin", ""]])) == []


def edited(changes: dict[str, str]) -> Document:
    """The gold note with other words in its paragraphs; an empty text takes the paragraph away."""
    import docx as library

    document = library.Document(io.BytesIO(GOLD["note"].data))
    for paragraph in document.paragraphs:
        for old, new in changes.items():
            if paragraph.text.startswith(old):
                paragraph.text = new
    out = io.BytesIO()
    document.save(out)
    return parse_bytes(out.getvalue(), "copie.docx")


def test_the_part_of_a_model_may_have_another_name() -> None:
    renamed = {
        "Une question ?": "Votre contact",
        "Adressez-vous": "Clément Vauquelin répond à toutes vos questions.",
    }
    assert look("partie_du_modele", "note", edited(renamed)) == []
    assert look("partie_du_modele", "note", edited(dict.fromkeys(renamed, "")))


def test_minutes_ask_who_was_there() -> None:
    from ascom_coach.review.generic.catalogue import LOOKS
    from ascom_coach.review.generic.contracts import catalogue

    assert set(LOOKS) >= {"presences"} <= set(catalogue())


def test_a_wrong_total_typed_by_hand_is_charged_once_for_its_tools() -> None:
    from ascom_coach.review.watch import watching
    from ascom_coach.review.watch.watching import watched
    from tests.review.looking import _story

    book = openpyxl.load_workbook(io.BytesIO(GOLD["planning_chiffre"].data))
    book["Inventaire"]["F17"] = 48
    out = io.BytesIO()
    book.save(out)
    document = parse_bytes(out.getvalue(), "copie.xlsx")
    context = _context("planning_chiffre", document)
    place = next(
        cell.locator for sheet in document.sheets for cell in sheet.cells.values() if cell.text == "48"
    )
    charged = Finding(
        "planning_chiffre.b2", "formules", 1, "K2.1", "defaut", "majeur", place, "48", "Tapé.", ""
    )

    def told(outcomes: list[Outcome]) -> list[str]:
        seen = watched(context, _story("planning_chiffre"), outcomes)
        return [one.criterion for one in seen if one.findings[0].check == f"{watching.CHECK}total_etrange"]

    assert told([]) == ["K2.1"]
    assert told([Outcome("K2.1", "majeur", (charged,))]) == []
    assert told([Outcome("K2.3", "majeur", (replace(charged, criterion="K2.3"),))]) == ["K2.1"]
