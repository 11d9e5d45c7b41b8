# ruff: noqa: E501 -- an example stays on one line
"""Right copies in other people’s words and layouts are left alone; the near ones that are wrong are still told."""

from __future__ import annotations

import io
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.language import default_engines
from ascom_coach.review.checks.facts import anomaly_reported, facts_present
from ascom_coach.review.checks.text import parts
from ascom_coach.review.context import Context
from ascom_coach.review.generic.draft import Draft
from ascom_coach.review.generic.readers import one_register
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import TextView
from tests.review.looking import changed, laid, look, told
from tests.review.material import text
from tests.review.test_watch import GOLD, MOT2, MOT3

WRITTEN = ("txt", "docx", "html")


def word_file(*items: str | list[list[str]]) -> Document:
    """A Word file: a text is a paragraph (« # » a title), a list of lists is a table."""
    import docx as library

    document = library.Document()
    for item in items:
        if isinstance(item, str):
            document.add_heading(item[2:], 2) if item.startswith("# ") else document.add_paragraph(item)
            continue
        table = document.add_table(rows=0, cols=len(item[0]))
        for row in item:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return parse_bytes(out.getvalue(), "copie.docx")


def judged(name: str, control: str, document: Document) -> list[Finding]:
    """What one control of a scenario says of a document."""
    gold = GOLD[name]
    context = Context(gold.script, gold.production, document, None, gold.start, tuple(default_engines()), ())
    asked: Any = next(one for one in gold.production.controles if one.id == control)
    check = {"faits_presents": facts_present, "anomalie_signalee": anomaly_reported, "parties": parts}
    return [one for one in check[asked.type](asked, context) if one.status == "defaut"]


SAID = (
    ("message_atelier", "c21", "L’écran montre E35."),
    ("emailing", "e6", "Nous accueillons 16 participants."),
    ("page_web", "g11", "Effectif : 16 personnes au plus."),
    ("page_web", "g13", "Âge minimum : 12 ans. À apporter : des gants et votre pique-nique."),
    ("page_web", "g13", "Ouvert aux plus de 12 ans et plus. Chacun apporte son pique-nique."),
    ("page_web", "g13", "Dès 12 ans au moins, pique-nique tiré du sac, café offert."),
    ("page_web", "g13", "24 participants au maximum, dès 12 ans. Apportez votre pique-nique."),
    (
        "page_web",
        "g1",
        "Au verger-école, route de Plaisance. De 9 h 30 à midi, nous vous montrons les gestes et vous vous entraînez sur des rameaux de pommier, chacun à votre rythme, autour de la grande table. La journée se termine à 16 h.",
    ),
    (MOT2, "q2", "Il en faut deux sans viande et un sans gluten."),
    (MOT2, "q9", "Le traiteur demande 184 € ; 12 × 14,50 € font 174 €."),
    (MOT2, "q9", "Son total de 184 € est une erreur."),
    ("message_atelier", "c23", "Sur la facture, la date du 10 novembre ne va pas : le bon dit jeudi 12."),
)
"""(copy, control, words that say what it wants)."""


@pytest.mark.parametrize("layout", WRITTEN)
@pytest.mark.parametrize("case", SAID, ids=[f"{one[1]}-{at}" for at, one in enumerate(SAID)])
def test_a_value_said_in_other_honest_words_is_there(case: tuple[str, str, str], layout: str) -> None:
    name, control, said = case
    assert judged(name, control, laid(["Bonjour,", said, "À bientôt"], layout)) == []


NOT_SAID = (
    ("message_atelier", "c21", "L’écran montre E53."),
    ("emailing", "e6", "Nous accueillons 24 participants."),
    ("page_web", "g11", "16 arbres sont prêts pour 24 personnes."),
    ("page_web", "g13", "Âge minimum : 8 ans. À apporter : votre pique-nique."),
    ("page_web", "g13", "Jusqu’à 12 ans. Chacun apporte son pique-nique."),
    ("page_web", "g13", "Âge minimum : 12 ans. Apportez des gants, le pique-nique est offert."),
    ("page_web", "g13", "24 participants, 12 ans au maximum. Apportez votre pique-nique."),
    (
        "page_web",
        "g1",
        "Au verger-école, route de Plaisance. De 9 h 30 à midi, nous vous montrons les gestes et vous vous entraînez sur des rameaux de pommier, chacun à votre rythme, autour de la grande table. Le café est servi à 16 h.",
    ),
    (MOT2, "q2", "Il en faut deux sans sel et un sans gluten."),
    (MOT2, "q9", "Le traiteur demande 14,50 € par panier."),
    ("message_atelier", "c23", "Bonne journée, à la bonne date."),
)


@pytest.mark.parametrize("layout", WRITTEN)
@pytest.mark.parametrize("case", NOT_SAID, ids=[f"{one[1]}-{at}" for at, one in enumerate(NOT_SAID)])
def test_near_words_that_say_another_thing_are_told(case: tuple[str, str, str], layout: str) -> None:
    name, control, said = case
    assert judged(name, control, laid(["Bonjour,", said, "À bientôt"], layout))


def test_an_outdated_number_of_heads_is_told_as_outdated() -> None:
    [found] = judged("emailing", "e6", text("Bonjour,\nNous accueillons 24 participants."))
    assert "plus à jour" in found.message
    assert "24 participants" in found.quote


@pytest.mark.parametrize("column", [0, 1])
def test_a_row_of_a_table_is_one_passage(column: int) -> None:
    said = ["L’offre du traiteur dit 184 €", "12 × 14,50 € font 174 €"]
    row = [*said] if column == 0 else ["Offre", *said]
    assert judged(MOT2, "q9", word_file("Bonjour Fanny,", [row, ["Salle" for _ in row]])) == []
    assert judged(MOT2, "q9", word_file("Bonjour Fanny,", [["Offre", "184 €"], ["Salle", "Artimon"]]))


def test_the_heads_of_a_note_may_stand_in_a_table() -> None:
    heads = [
        ["Émetteur", "la direction"],
        ["Destinataires", "tout le personnel"],
        ["Date", "11 janvier 2027"],
        ["Sujet", "l’inventaire"],
    ]
    body = ("Bonjour,", "Nous ferons l’inventaire.", "Merci de votre aide.", "Samira Belkacem, assistante")
    assert judged("note", "n8", word_file("# Inventaire", heads, *body)) == []
    [found] = judged("note", "n8", word_file("# Inventaire", [heads[0], *heads[2:]], *body))
    assert "destinataire" in found.message


def test_what_is_missing_is_not_put_on_another_fact_that_is_right() -> None:
    right = "L’inventaire se tient samedi 23 janvier 2027, de 8 h 30 à 12 h 30."
    [found] = judged("note", "n6", text(f"Bonjour,\n{right}\nMerci."))
    assert "n’est pas exact" not in found.message
    [slip] = judged("note", "n6", text("Bonjour,\nLes heures sont récupérées le lundi 9 février.\nMerci."))
    assert "n’est pas exact" in slip.message
    assert "9 février" in slip.quote


QUIET = (
    ("copie", "message_atelier", "Copie : M. Lemoine", "Pour : Joris   Copie : M. Lemoine"),
    ("copie", "message_atelier", "Copie : M. Lemoine", "Joris — Cc : M. Lemoine"),
    ("copie", "message_atelier", "Copie : M. Lemoine", "Pour information : M. Lemoine"),
    ("objet_du_texte", MOT2, "inventaire du 23 janvier, paniers et points à régler", "commande des repas"),
    ("collage", "emailing", "", "Pensez à apporter un sécateur et des gants."),
    ("sens_contraire", "page_web", "Inscrivez-vous avant le vendredi 26 février.", "Les inscriptions sont ouvertes jusqu’au vendredi 26 février."),
    ("meme_chose", MOT2, "", "Dès son feu vert, je l’épingle au vestiaire."),
    ("meme_chose", "note", "", "Chaque binôme reste dans sa zone (voir le planning affiché)."),
    ("parties_attendues", "reponse", "Mme Carole Vasseur", "Madame Vasseur"),
    ("objet", "message_atelier", "Objet : dossier I-2418, Mme Vasseur — passage mardi 17 novembre à 11 h", "# Retour chez Mme Vasseur mardi 17 novembre"),
)  # fmt: skip
"""(look, copy, words, their replacement): right in other words."""


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize("case", QUIET, ids=[f"{one[0]}-{at}" for at, one in enumerate(QUIET)])
def test_other_right_words_are_left_alone(case: tuple[str, str, str, str], layout: str) -> None:
    which, name, old, new = case
    assert look(which, name, laid(changed(name, old, new), layout)) == []


STILL = (
    ("copie", "message_atelier", "Copie : M. Lemoine", "Pour : l’équipe du bureau", "Joris"),
    ("objet_du_texte", MOT2, "inventaire du 23 janvier, paniers et points à régler", "relance d’une facture impayée", "relance"),
    ("collage", "reponse", "", "Merci d’emporter la sonde de pression.", "sonde"),
    ("sens_contraire", "page_web", "Inscrivez-vous avant le vendredi 26 février.", "Les inscriptions seront encore ouvertes vendredi 26 février au soir.", "ouvertes"),
    ("meme_chose", "note", "vous attend au réfectoire", "vous attend devant le vestiaire", "vestiaire"),
    ("objet", "message_atelier", "Objet : dossier I-2418, Mme Vasseur — passage mardi 17 novembre à 11 h", "", "Joris"),
)  # fmt: skip


def test_a_cell_is_no_typed_heading_and_no_cut_sentence() -> None:
    rows = "".join(
        f"<tr><th>{one}</th><td>{two}</td></tr>"
        for one, two in (
            ("Quand", "de 9 h 30 à 16 h au verger-école, tout au long de la journée du samedi"),
            ("Tarif", "32 € par personne et 27 € pour vous si vous êtes déjà venu greffer ici"),
        )
    )
    body = (
        f"<h1>Journée</h1><p>Bonjour,</p><p>Les bénévoles vous montrent les gestes, pas à pas, dans notre verger-école.</p><table>{rows}</table>"
        "<p>Les inscriptions ferment bientôt, réservez votre place dès aujourd’hui par téléphone ou en ligne.</p><p>À bientôt,</p><p>L’équipe des Vergers</p>"
        "<p>Vous recevez ce message parce que vous êtes client de la pépinière.</p>"
    )
    page = parse_bytes(f"<html lang='fr'><body>{body}</body></html>".encode(), "copie.html")
    assert look("titres_tapes", "emailing", page) == [] == look("fin_de_phrase", "emailing", page)
    typed = (
        body.replace("<tr><th>", "<p>")
        .replace("</th><td>", "</p><p>")
        .replace("</td></tr>", "</p>")
        .replace("table", "div")
    )
    page = parse_bytes(f"<html lang='fr'><body>{typed}</body></html>".encode(), "copie.html")
    assert look("titres_tapes", "emailing", page)


def test_a_table_stands_under_its_heading() -> None:
    table = [["Arrivée", "8 h 30"], ["Fin", "12 h 30"]]
    assert look("titres_tapes", "note", word_file("# La matinée", table, "# Le repas", "Un panier.")) == []
    assert look("titres_tapes", "note", word_file("# La matinée", "# Le repas", table, "Un panier."))


def test_each_reader_has_his_own_form_of_address() -> None:
    """« tu » to the technician, « vous » to the manager of whom the message speaks next."""
    two = (
        "Bonjour Joris,",
        "Je te confirme ta visite de mardi.",
        "Monsieur Lemoine, vous trouverez deux écarts dans la facture.",
        "Je vous laisse juger.",
    )
    for document in (text("\n\n".join(two)), word_file(*two)):
        [hit] = one_register(Draft(document, None, None, True, ()), ())
        assert hit.status == "conforme"
        same = (
            "Bonjour Monsieur Lemoine,",
            "Vous trouverez deux écarts.",
            "Monsieur Lemoine, je te laisse juger, dis-moi si tu passes.",
        )
        [hit] = one_register(Draft(word_file(*same), None, None, True, ()), ())
        assert hit.status == "defaut"
        mixed = (*two[:2], "Merci de me dire si vous passez avec votre camion.")
        [hit] = one_register(Draft(word_file(*mixed), None, None, True, ()), ())
        assert hit.status == "defaut"


def test_a_link_in_brackets_ends_before_them() -> None:
    link = "https://vergers-aubepine.example/greffage-2027"
    page = parse_bytes(f"Inscrivez-vous [en ligne]({link}).".encode(), "page.md")
    assert look("valeurs_proches", "page_web", page) == []
    assert look("valeurs_proches", "page_web", parse_bytes(f"Voir ({link}7).".encode(), "page.md"))


def test_adjacent_cells_are_no_sentence() -> None:
    from ascom_coach.review.languages import proof_of

    row = word_file([["Bon à savoir", "de l’eau a été remise dans le circuit vendredi soir"]])
    assert [
        one.rule for one in proof_of(TextView.of(row), tuple(default_engines())).remarks if one.counted
    ] == []
    wrong = word_file([["Bon à savoir", "la pièce a été remis dans le circuit vendredi soir"]])
    assert [
        one.quote for one in proof_of(TextView.of(wrong), tuple(default_engines())).remarks if one.counted
    ] == ["remis"]


def test_the_right_word_for_the_place_of_an_anomaly() -> None:
    said = "Bonjour Joris,\nTon passage est mardi 17 novembre à 11 h.\nLa facture compte le déplacement deux fois.\nBonne journée"
    [found] = judged("message_atelier", "c23", text(said))
    assert found.quote == "La facture compte le déplacement deux fois."


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize(
    "case", [one for one in STILL if one[0] not in ("copie", "objet")], ids=lambda one: one[0]
)
def test_what_comes_close_and_is_wrong_is_still_told(
    case: tuple[str, str, str, str, str], layout: str
) -> None:
    assert told(case, layout)


@pytest.mark.parametrize("layout", ["docx", "txt"])
@pytest.mark.parametrize(
    "case", [one for one in STILL if one[0] in ("copie", "objet")], ids=lambda one: one[0]
)
def test_what_is_not_there_is_still_told(case: tuple[str, str, str, str, str], layout: str) -> None:
    which, name, old, new, _ = case
    assert look(which, name, laid(changed(name, old, new), layout))


def test_the_last_day_said_in_the_memo_stays_quiet() -> None:
    assert (
        look(
            "meme_chose",
            MOT3,
            laid(changed(MOT3, "", "Après son accord, l’envoi part jeudi 11 février."), "docx"),
        )
        == []
    )


def test_a_fault_of_french_is_charged_once() -> None:
    """Where the control of the language charges a text, its single faults are shown and weigh no more."""
    from ascom_coach.review.checks.text import language
    from ascom_coach.review.levels import Outcome
    from ascom_coach.review.watch import watched
    from tests.review.looking import _story

    faults = "Bonjour,\nLes chaussures sont obligatoire.\nLes fiches sont signé.\nVous pouvez vous adressez à Clément Vauquelin."
    gold = GOLD["note"]
    context = Context(
        gold.script, gold.production, text(faults), None, gold.start, tuple(default_engines()), ()
    )
    asked: Any = next(one for one in gold.production.controles if one.id == "n18")
    charged = Outcome("K2.5", "majeur", tuple(language(asked, context)))
    assert charged.status == "defaut"

    def sure(told: list[Outcome]) -> list[str]:
        seen = watched(context, _story("note"), told)
        return [one.criterion for one in seen if one.findings[0].check == "vigilance:faute_sure"]

    assert sure([charged]) == [""]
    assert sure([]) == ["K2.5"]
