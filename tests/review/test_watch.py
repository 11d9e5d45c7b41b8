"""What a careful reader sees beyond the controls of a scenario: each look told at its place, quiet when it should be.

The copies are the gold ones, spoilt by the mutators of the second hand; the negatives come close and are right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.review import Copy, Finding, Situation, review_copies
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutation.other import put, sentence, swap
from tests.benchmarks.mutation.sheets import LAYOUTS, Table
from tests.benchmarks.mutations import SHEETS, Gold, golds
from tests.benchmarks.mutations_other import listed_for, placed, spoilt

GOLD = {
    f"{gold.production.id}-{gold.script.id}" if gold.production.id == "mot" else gold.production.id: gold
    for gold in golds([0])
}
MOT2, MOT3 = "mot-compter-la-toile", "mot-la-journee-du-greffage"


def seen(gold: Gold, data: bytes, others: dict[str, bytes] | None = None) -> list[Finding]:
    """The findings of the looks; the French is not proofread here, no look needs it."""
    copies = [Copy.of(parse_bytes(data, gold.name), production=gold.production.id)]
    for name, content in (others or {}).items():
        copies.append(Copy.of(parse_bytes(content, GOLD[name].name), production=GOLD[name].production.id))
    situation = Situation(script=gold.script, start_documents=gold.start)
    result = review_copies(copies, situation)
    return [
        one
        for one in result.findings
        if one.check.startswith("vigilance:") and one.production == gold.production.id
    ]


TOLD = (
    ("valeurs_proches", "reponse", "invoice number with two digits exchanged"),
    ("valeurs_proches", "reponse", "call-back number unlike the letterhead"),
    ("adresses", "reponse", "postcode of the client wrong"),
    ("adresses", "reponse", "street number of the wrong invoice"),
    ("noms", "reponse", "client’s name misspelt in the address"),
    ("noms", "planning_chiffre", "name misspelt"),
    ("contredit", "reponse", "two appointments"),
    ("contredit", MOT2, "three vegetarians"),
    ("montants", "reponse", "amount that no document holds"),
    ("autre_objet", "message_atelier", "wrong part to bring"),
    ("autre_affaire", MOT3, "prices turned round"),
    ("sens_contraire", "note", "safety shoes made optional"),
    ("sens_contraire", "emailing", "lunch included"),
    ("plafond", MOT2, "unit price above the limit"),
    ("plafond", "note", "meal above the limit, in words"),
    ("periode", "page_web", "hours turned round"),
    ("date_du_document", "note", "note dated after the event"),
    ("annee_passee", "emailing", "last year in the subject"),
    ("annee_passee", "planning_chiffre", "title of last year"),
    ("perime_ailleurs", "emailing", "association under its wrong name"),
    ("pieces_annoncees", "reponse", "attachment announced, none there"),
    ("salutation", "message_atelier", "greeting to somebody else"),
    ("salutation", MOT3, "greeting to somebody else"),
    ("destinataire", "message_atelier", "internal message sent to the client"),
    ("destinataire", "note", "note addressed to one person"),
    ("copie", MOT2, "director not in copy"),
    ("objet", "message_atelier", "empty subject"),
    ("objet", MOT2, "no subject"),
    ("signature", "reponse", "signed without « pour M. Lemoine »"),
    ("signature", "message_atelier", "nobody signs"),
    ("repetition", "note", "paragraph pasted twice"),
    ("ton", "note", "order barked"),
    ("ton", "reponse", "familiar wording"),
    ("ton", "message_atelier", "judgement on the client"),
    ("pagination", "note", "footer and page number lost"),
    ("cellules_touchees", "base", "first name changed"),
    ("cellules_touchees", "planning_chiffre", "three people in one zone"),
    ("colonne_egale", "planning_chiffre", "one person left at the old hour"),
    ("colonne_egale", "planning_chiffre", "finish before the start"),
    ("lignes_en_double", "planning_chiffre", "apprentice entered twice"),
    ("masque", "liste", "unsubscribed people on a hidden sheet"),
    ("masque", "base", "filter left on"),
    ("nature", "base", "telephone stored as a number"),
    ("nature", "liste", "date typed as text"),
    ("unite", "planning_chiffre", "euro sign lost in the total"),
    ("formule_voisine", "planning_chiffre", "formula of the row below"),
    ("formule_voisine", "planning_chiffre", "meals counted instead of added"),
    ("ebauche", "planning_chiffre", "remark of the draft left"),
    ("jours", "reponse", "weekday that does not fit the date"),
    ("echeances", "reponse", "answer promised before the letter’s date"),
    ("interlocuteur", "reponse", "Monsieur for a Madame"),
    ("donnees_personnelles", MOT2, "personal reason told"),
    ("donnees_personnelles", "liste", "health in a cell note"),
    ("a_completer", "note", "placeholder left"),
    ("page_web", "page_web", "heading level skipped"),
    ("page_web", "page_web", "title of the page left empty"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("look", "name", "what"), TOLD, ids=[f"{look}-{name}-{what}" for look, name, what in TOLD]
)
def test_a_look_tells_its_fault_at_its_place(look: str, name: str, what: str) -> None:
    gold = GOLD[name]
    [fault] = [one for one in listed_for(gold) if one.name == what]
    trial = spoilt(gold, [fault], "as it is")
    assert trial is not None
    mine = [one for one in seen(gold, trial.data) if one.check == f"vigilance:{look}"]
    document = parse_bytes(trial.data, trial.name)
    assert any(placed(document, one, trial.wanted[0][2]) for one in mine), mine
    assert all(one.severity and one.hint and one.passages for one in mine)


@pytest.mark.parametrize("name", GOLD)
def test_a_gold_copy_is_left_alone(name: str) -> None:
    assert seen(GOLD[name], GOLD[name].data) == []


Change = Callable[[Any], Any]
QUIET: tuple[tuple[str, str, Change], ...] = (
    ("montants", "reponse", sentence("Vous avez aussi", "Au lieu de 231,00 €, il resterait 186,00 € à régler.")),
    ("montants", "reponse", sentence("Vous avez aussi", "Nous vous accordons une remise de 20 €.")),
    ("plafond", MOT2, sentence("La note part", "Les 12 paniers de l’amiral à 18,90 € dépassent le plafond.")),
    ("plafond", "emailing", sentence("Le samedi 6 mars", "Réduction : 5 € par personne.")),
    ("noms", "reponse", sentence("Vous avez aussi", "Notre collègue Vanessa reste joignable.")),
    ("contredit", "reponse", sentence("Vous avez aussi", "Le bureau est fermé entre 12 h et 14 h.")),
    ("contredit", "emailing", swap("dès 12 ans", "dès 12 ans, durée 6 heures")),
    ("periode", "page_web", sentence("Une question ?", "Le gîte voisin accueille de 20 h à 8 h.")),
    ("date_du_document", "note", swap("le 11 janvier 2027", "le 12 janvier 2027")),
    ("annee_passee", "note", sentence("aura lieu", "L’an dernier, c’était le 17 mai 2025.")),
    ("pieces_annoncees", MOT2, sentence("La note part", "Je joins le planning de l’inventaire.")),
    ("salutation", "message_atelier", swap("Bonjour Joris,", "Bonjour à tous,")),
    ("destinataire", "note", swap("À : toute l’équipe", "À : l’ensemble de l’équipe")),
    ("copie", MOT2, swap("Copie : Bénédicte Hourcade", "Cc : Bénédicte Hourcade")),
    ("objet", "message_atelier", swap("Objet : dossier", "Objet : Dossier")),
    ("objet_du_texte", "reponse", swap("votre chaudière, dossier I-2418", "votre réclamation")),
    ("signature", "reponse", swap("pour M. Lemoine", "p/o M. Lemoine, gérant")),
    ("repetition", "note", sentence("Un panier est", "Un panier est offert.")),
    ("ton", "note", sentence("aura lieu", "Merci à tous et à samedi !")),
    ("donnees_personnelles", MOT2, sentence("Peux-tu", "Le traiteur propose une variante sans gluten.")),
    ("jours", "reponse", sentence("Vous avez aussi", "Le bureau rouvre lundi 23 novembre.")),
    ("echeances", "reponse", sentence("Vous avez aussi", "La facture a été établie avant vendredi 13 novembre.")),
    ("a_completer", "note", sentence("Adressez-vous", "[Urgent] merci.")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("look", "name", "change"), QUIET, ids=[f"{one[0]}-{one[1]}-{i}" for i, one in enumerate(QUIET)]
)
def test_a_look_is_quiet_when_the_text_is_right(look: str, name: str, change: Change) -> None:
    gold = GOLD[name]
    copy = opened(gold.data, gold.name)
    assert change(copy) is not None
    assert [one for one in seen(gold, copy.data()) if one.check == f"vigilance:{look}"] == []


def changed(name: str, change: Change) -> bytes:
    gold = GOLD[name]
    sheet, header, _ = SHEETS[gold.production.id]
    table = Table(gold.data, sheet, header)
    change(table)
    return table.data()


QUIET_SHEETS: tuple[tuple[str, str, Change], ...] = (
    ("cellules_touchees", "base", put("Vasseur", "Courriel", "c.vasseur@messagerie.example ")),
    ("colonne_egale", "planning_chiffre", put("Ondine Carrel", "Repas", 0)),
    ("lignes_en_double", "base", lambda table: table.copy_row(
        "Diarra", "Diarra", Prénom="Moussa", Adresse="4 rue Basse",
     Téléphone="06 39 98 77 77", Courriel="m.diarra@messagerie.example", Dossier="I-2777")),
    ("nature", "base", put("Vasseur", "Dernière visite", dt.datetime(2026, 11, 12))),
    ("unite", "planning_chiffre", lambda table: None),
    ("formule_voisine", "planning_chiffre", put("Salma Brossard", "Coût du repas", lambda _, row: f"=H{row}*G{row}")),
    ("ebauche", "planning_chiffre", lambda table: table.page.cell(25, 1, "Repas commandés chez le traiteur.")),
    ("masque", "base", lambda table: table.page.column_dimensions.__getitem__("G").__setattr__("width", 30)),
)  # fmt: skip


@pytest.mark.parametrize(("look", "name", "change"), QUIET_SHEETS, ids=[one[0] for one in QUIET_SHEETS])
def test_a_look_is_quiet_when_the_table_is_right(look: str, name: str, change: Change) -> None:
    found = seen(GOLD[name], changed(name, change))
    assert [one for one in found if one.check == f"vigilance:{look}"] == []


def test_a_number_unlike_the_workbook_handed_in_beside_is_told() -> None:
    gold = GOLD[MOT3]
    copy = opened(gold.data, gold.name)
    assert swap("11 destinataires", "12 destinataires")(copy)
    beside = {"liste": GOLD["liste"].data}
    [one] = [one for one in seen(gold, copy.data(), beside) if one.check == "vigilance:annonce_chiffree"]
    assert "12 destinataires" in one.quote
    assert not [one for one in seen(gold, gold.data, beside) if one.check == "vigilance:annonce_chiffree"]


def test_a_place_that_a_control_charges_is_not_charged_again() -> None:
    gold = GOLD["base"]
    data = changed("base", put("Garrec", "Téléphone", "02 61 91 41 89"))
    copies = [Copy.of(parse_bytes(data, gold.name), production="base")]
    result = review_copies(copies, Situation(script=gold.script, start_documents=gold.start))
    assert [one.check for one in result.findings if one.status == "defaut"] == ["lignes"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("what", ["one person left at the old hour", "finish before the start"])
def test_a_total_that_follows_from_a_cell_told_is_not_charged_again(what: str, layout: str) -> None:
    gold = GOLD["planning_chiffre"]
    [fault] = [one for one in listed_for(gold) if one.name == what]
    trial = spoilt(gold, [fault], layout)
    assert trial is not None
    result = _whole(gold, trial.data, trial.name)
    wrong = [one.check for one in result if one.status == "defaut"]
    assert wrong == ["vigilance:colonne_egale"]
    [total] = [one for one in result if one.check == "total" and "déjà relevé" in one.message]
    assert total.status == "conforme"


def test_a_total_wrong_by_itself_is_still_charged_beside_a_cell_told() -> None:
    gold = GOLD["planning_chiffre"]

    def spoil(table: Table) -> None:
        put("Clément Vauquelin", "Début", dt.time(7, 30))(table)
        cell = next(
            one for row in table.page.iter_rows() for one in row if str(one.value).startswith("=SUM(F")
        )
        cell.value = f"{cell.value}+1"

    checks = [
        one.check
        for one in _whole(gold, changed("planning_chiffre", spoil), gold.name)
        if one.status == "defaut"
    ]
    assert "vigilance:colonne_egale" in checks
    assert "total" in checks


def _whole(gold: Gold, data: bytes, name: str) -> tuple[Finding, ...]:
    copies = [Copy.of(parse_bytes(data, name), production=gold.production.id)]
    return review_copies(copies, Situation(script=gold.script, start_documents=gold.start)).findings
