# ruff: noqa: E501 -- an example stays on one line
"""Each look at words tells the same fault in a plain text, in Word and in a web page.

It stays quiet there on words that come close and are right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.rehearsal import State
from ascom_coach.rehearsal.state import Utterance
from tests.benchmarks.mutation.other import put
from tests.benchmarks.mutation.sheets import LAYOUTS, Table
from tests.benchmarks.mutations import SHEETS
from tests.documents.office import needs_office, turned
from tests.review.looking import TEXT_LAYOUTS, TITLE, changed, laid, look, right_table, table
from tests.review.test_watch import GOLD, MOT2, MOT3

TOLD = (
    ("inconnu", "reponse", "", "Comme suite à votre lettre du 4 avril, le dossier est clos.", "4 avril"),
    ("inconnu", "message_atelier", "", "On la joint au 02 48 11 90 33.", "02 48 11 90 33"),
    ("inconnu", "message_atelier", "", "Elle habite au 44 rue des Acacias.", "44 rue des Acacias"),
    ("inconnu", "reponse", "", "Écrivez aussi à lise.cormier@messagerie.example.", "lise.cormier"),
    ("cadeau", "reponse", "", "Le prochain ramonage sera à nos frais.", "à nos frais"),
    ("cadeau", "reponse", "", "Vous ne paierez pas un centime.", "centime"),
    ("cadeau", "reponse", "", "La moitié de la note vous sera rendue en remise.", "moitié"),
    ("cadeau", "note", "", "Deux jours de congé supplémentaires seront donnés.", "congé"),
    ("confidence", "reponse", "", "Notre bénéfice sur ces pièces est bien assez large.", "bénéfice"),
    ("confidence", "note", "", "Notre banquier réclame ce chiffre.", "banquier"),
    ("confidence", MOT2, "", "Le crédit bancaire en dépend.", "crédit"),
    ("confidence", "emailing", "", "Toutes nos greffes prennent, garanti.", "prennent"),
    ("autre_fait", "reponse", "prévoyez une heure", "prévoyez trois heures", "trois heures"),
    ("autre_fait", "message_atelier", "depuis samedi 14 novembre", "depuis mardi 10 novembre", "mardi 10 novembre"),
    ("autre_fait", MOT2, "deux végétariens et un sans", "trois végétariens et un sans", "trois végétariens"),
    ("autre_fait", MOT3, "tous particuliers", "particuliers et professionnels", "professionnels"),
    ("autre_fait", "reponse", "", "La facture est tout à fait juste.", "juste"),
    ("autre_fait", "reponse", "Joris passera", "Joris est venu", "17 novembre"),
    ("autre_fait", "message_atelier", "", "Ton passage reste pour un de ces jours.", "un de ces jours"),
    ("sens_contraire", "message_atelier", "sans chauffage ni eau chaude", "au froid, mais l’eau chaude fonctionne", "fonctionne"),
    ("sens_contraire", "note", "Vous comptez à deux", "Chacun compte seul", "seul"),
    ("sens_contraire", MOT3, "personne n’avait donné son", "tous avaient donné leur", "accord"),
    ("autre_affaire", MOT3, "gardé les 32 €", "gardé les 30 €", "30 €"),
    ("meme_jour", "note", "L’inventaire annuel aura lieu le samedi 23", "L’inventaire annuel aura lieu le samedi 30", "30"),
    ("ton", "reponse", "mes salutations distinguées", "mes grosses bises", "bises"),
    ("ton", "note", "", "Les absents seront sanctionnés !!", "sanctionnés"),
    ("objet_du_texte", "reponse", "votre chaudière, dossier I-2418", "tarif des bouquets de fleurs", "bouquets"),
    ("objet", "message_atelier", "dossier I-2418, Mme Vasseur — passage mardi 17 novembre à 11 h", "urgent", "urgent"),
    ("salutation", "message_atelier", "Bonjour Joris", "Bonjour Elsa", "Elsa"),
    ("destinataire", "message_atelier", "À : Joris, atelier", "À : tous nos clients", "clients"),
    ("tu_ou_vous", MOT2, "Peux-tu commander", "Pouvez-vous commander", "Pouvez-vous"),
    ("mots_de_metier", "reponse", "", "Il vérifiera la VMC, puis le TRX de la CTN.", "TRX"),
    ("signature_a_sa_place", "reponse", "appelez-moi au", "appelez-moi au", ""),
    ("donnees_demandees", "page_web", "", "Indiquez votre religion et vos revenus.", "religion"),
    ("donnees_demandees", "emailing", "", "Nous avons acheté votre adresse dans une liste.", "acheté"),
    ("valeurs_proches", "reponse", "F-2026-318", "F-2026-381", "381"),
    ("adresses", "reponse", "3 impasse du Lavoir", "5 impasse du Lavoir", "5 impasse"),
    ("noms", "reponse", "Carole Vasseur", "Carole Vaseur", "Vaseur"),
    ("contredit", MOT2, "deux végétariens", "quatre végétariens", "quatre"),
    ("autre_objet", "message_atelier", "la sonde de pression", "la vanne de gaz", "vanne"),
    ("plafond", MOT2, "à 14,50 €", "à 19,50 €", "19,50"),
    ("montants", "reponse", "", "Il reste 777,77 € à régler.", "777,77"),
    ("periode", "note", "de 8 h 30 à 12 h 30", "de 12 h 30 à 8 h 30", "8 h 30"),
    ("date_du_document", "note", "le 11 janvier 2027", "le 28 janvier 2027", "28 janvier"),
    ("annee_passee", "emailing", "6 mars 2027, greffez", "6 mars 2025, greffez", "2025"),
    ("perime_ailleurs", "emailing", "", "Les Amis du Greffoir vous attendent.", "Amis"),
    ("pieces_annoncees", "reponse", "", "Vous trouverez ci-joint un plan du quartier.", "ci-joint"),
    ("repetition", "note", "Merci de votre aide.", "", ""),
    ("fonction", "reponse", "Camille Perrot, assistante", "Camille Perrot, gérante", "gérante"),
    ("personnes", "reponse", "", "M. Quintrec vous le confirmera.", "Quintrec"),
    ("objet_et_texte", "emailing", "Le samedi 6 mars 2027, venez", "Le samedi 13 mars 2027, venez", "13 mars"),
    ("non_dit", MOT2, "- Le planning comptait Salma Brossard deux fois et Patrick Guénot, parti en octobre. J’ai corrigé, et ajouté Youn Delisle.", "- Merci.", ""),
    ("copie", MOT2, "Copie : Bénédicte Hourcade", "Bureau", ""),
    ("parties_attendues", "reponse", "Châteaulin-sur-Aure, le 16 novembre 2026", "Châteaulin-sur-Aure", ""),
)  # fmt: skip
"""(look, copy, words, their replacement, what the place must hold); no words: a sentence more."""
_SPECIAL = ("signature_a_sa_place", "repetition")


def _lines(which: str, name: str, old: str, new: str) -> list[str]:
    lines = changed(name, old, new) if old != new or not old else list(changed(name, old, new))
    if which == "signature_a_sa_place":
        rank = next(at for at, line in enumerate(lines) if "salutations" in line)
        return [*lines[:rank], "Camille Perrot, assistante", lines[rank]]
    if which == "repetition":
        longest = max(lines, key=len)
        return [*lines, longest]
    return lines


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
@pytest.mark.parametrize("case", TOLD, ids=[f"{one[0]}-{at}" for at, one in enumerate(TOLD)])
def test_a_fault_of_words_is_told_in_every_layout(case: tuple[str, str, str, str, str], layout: str) -> None:
    which, name, old, new, quote = case
    hits = look(which, name, laid(_lines(which, name, old, new), layout))
    assert hits
    assert any(quote in hit.place[1] for hit in hits), hits
    assert all(hit.message and hit.hint for hit in hits)


QUIET = (
    ("inconnu", "reponse", "", "Nous vous répondrons avant le 27 novembre."),
    ("inconnu", "reponse", "", "Je vous ai appelée le 13 novembre."),
    ("inconnu", "message_atelier", "", "L’adresse reste le 3 impasse du Lavoir."),
    ("cadeau", "reponse", "", "Nous vous proposons un geste commercial de 40 €."),
    ("cadeau", "reponse", "", "Votre demande de remise est transmise à M. Lemoine."),
    ("cadeau", "reponse", "", "Je ne peux pas vous accorder de réduction."),
    ("cadeau", "reponse", "", "Vous ne serez pas facturée deux fois pour le même déplacement."),
    ("cadeau", "note", "", "Le café est offert au réfectoire."),
    ("cadeau", "note", "", "Les heures supplémentaires sont notées au planning."),
    ("confidence", "reponse", "", "Votre paiement par carte bancaire est arrivé."),
    ("confidence", "note", "", "Le matériel de comptage est prêt."),
    ("confidence", "emailing", "", "Chaque participant choisit sa greffe."),
    ("confidence", "emailing", "", "Une greffe ne prend pas toujours."),
    ("autre_fait", "reponse", "", "Le bureau ouvre trois heures le samedi."),
    ("autre_fait", "reponse", "", "La facture est-elle juste ? Nous le vérifions."),
    ("autre_fait", "reponse", "", "Une fois que la facture est exacte, nous vous l’adressons."),
    ("autre_fait", "message_atelier", "", "La réponse sur le prix viendra plus tard."),
    ("autre_fait", MOT3, "", "J’ai retiré les particuliers et professionnels désinscrits."),
    ("sens_contraire", "message_atelier", "", "Le robinet d’eau froide fonctionne."),
    ("sens_contraire", "note", "", "Ondine Carrel saisit à distance."),
    ("autre_affaire", MOT3, "", "J’ai mis le texte en 12 points."),
    ("meme_jour", "note", "", "La note sera affichée le mardi 19 janvier."),
    ("meme_nombre", "page_web", "", "Comptez 2 rameaux chacun."),
    ("objet_du_texte", "reponse", "votre chaudière, dossier I-2418", "dossier I-2418"),
    ("tu_ou_vous", MOT2, "", "Tu me diras si tout va bien."),
    ("mots_de_metier", "reponse", "", "La TVA et le total TTC sont en bas, au format PDF."),
    ("signature_a_sa_place", "reponse", "", "Camille Perrot reste joignable."),
    ("donnees_demandees", "page_web", "", "Indiquez votre nom et votre téléphone."),
    ("donnees_demandees", "emailing", "", "Vous pouvez nous écrire à cette adresse."),
    ("non_dit", MOT2, "Patrick Guénot, parti en octobre", "un ancien, parti en octobre"),
    ("destinataire", "message_atelier", "À : Joris, atelier", "À : l’atelier"),
)  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize("case", QUIET, ids=[f"{one[0]}-{at}" for at, one in enumerate(QUIET)])
def test_words_that_come_close_and_are_right_are_left_alone(
    case: tuple[str, str, str, str], layout: str
) -> None:
    which, name, old, new = case
    assert look(which, name, laid(changed(name, old, new), layout)) == []


@pytest.mark.parametrize("layout", ["docx", "odt", "html"])
def test_a_note_under_the_name_of_minutes_is_told(layout: str) -> None:
    lines = [f"{TITLE}Compte rendu de réunion", *changed("note", "", "Merci.")]
    [hit] = look("nom_du_document", "note", laid(lines, layout))
    assert "Compte rendu" in hit.place[1]
    lines[0] = f"{TITLE}Note de service"
    assert look("nom_du_document", "note", laid(lines, layout)) == []


def test_an_event_has_one_day_in_the_whole_hand_in() -> None:
    note = laid(changed("note", "", "Merci."), "docx")
    word = laid(changed(MOT2, "inventaire du 23 janvier", "inventaire du 28 janvier"), "txt")
    [hit] = look("meme_jour", MOT2, word, [note])
    assert "28 janvier" in hit.place[1]
    assert look("meme_jour", MOT2, laid(changed(MOT2, "", "Merci."), "txt"), [note]) == []


def test_a_row_added_and_not_named_is_told() -> None:
    book = table("planning_chiffre", None, LAYOUTS[0])
    word = laid(changed(MOT2, ", et ajouté Youn Delisle", ""), "txt")
    assert any("Youn Delisle" in hit.message for hit in look("non_dit", MOT2, word, [book]))
    assert look("non_dit", MOT2, laid(changed(MOT2, "", "Merci."), "txt"), [book]) == []


LOOKS = ("as it is", "a sheet before", "a remark beside")
"""Layouts that keep widths, formats and names of sheets: those of the benchmark rebuild the cells without them."""
Change = Callable[[Table], None]


def _dressed(name: str, change: Change, layout: str) -> Document:
    """A gold workbook with this fault of look, in a layout that keeps it."""

    def spoil(made: Table) -> None:
        change(made)
        if layout == "a sheet before":
            made.book.create_sheet("Lisez-moi", 0).cell(1, 1).value = "Travail remis"
        elif layout == "a remark beside":
            made.page.cell(made.top - 1, max(made.heads.values()) + 3).value = "à relire ensemble"

    return table(name, spoil, LAYOUTS[0])


def _format(key: str, head: str, code: str) -> Change:
    def change(made: Table) -> None:
        made.cell(key, head).number_format = code

    return change


def _narrow(made: Table) -> None:
    letter = made.page.cell(1, made.heads["Dernière visite"]).column_letter
    made.page.column_dimensions[letter].width = 4


def _hide(made: Table) -> None:
    letter = made.page.cell(1, made.heads["Courriel"]).column_letter
    made.page.column_dimensions[letter].hidden = True


def _named(made: Table) -> None:
    made.page.title = "Feuil1"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("which", "name", "change"),
    [
        ("cellule_dite", "planning_chiffre", put("Salma Brossard", "Zone", "Toile")),
        ("colonne_egale", "planning_chiffre", put("Youn Delisle", "Repas", 3)),
        ("cles", "planning_chiffre", put("Édith Maurin", "Personne", "Édith Mourin")),
        ("nature", "base", put("Vasseur", "Dernière visite", "12 novembre 2026")),
        ("cellule_videe", "planning_chiffre", put("Clément Vauquelin", "Zone", None)),
        ("date_a_venir", "base", put("Vasseur", "Dernière visite", "2027-01-01")),
    ],
)
def test_a_fault_of_a_table_is_told_in_every_layout(which: str, name: str, change: Any, layout: str) -> None:
    if which == "date_a_venir":
        import datetime as dt

        change = put("Vasseur", "Dernière visite", dt.datetime(2027, 1, 1))
    assert look(which, name, table(name, change, layout))
    assert look(which, name, right_table(name, layout)) == []


FAULTS_OF_LOOK = (
    ("colonne_etroite", "base", _narrow),
    ("masque", "base", _hide),
    ("heure_du_jour", "planning_chiffre", _format("Total", "Heures", "hh:mm")),
    ("nom_de_feuille", "base", _named),
)


@pytest.mark.parametrize("layout", LOOKS)
@pytest.mark.parametrize(("which", "name", "change"), FAULTS_OF_LOOK)
def test_a_fault_of_look_in_a_workbook_is_told(which: str, name: str, change: Change, layout: str) -> None:
    assert look(which, name, _dressed(name, change, layout))
    assert look(which, name, _dressed(name, lambda made: None, layout)) == []


@needs_office
def test_the_same_faults_of_look_in_ods() -> None:
    files = {}
    for which, name, change in FAULTS_OF_LOOK:
        made = Table(GOLD[name].data, *SHEETS[name][:2])
        change(made)
        files[f"{which}.xlsx"] = made.data()
    sheets = turned(files, "ods")
    for which, name, _ in FAULTS_OF_LOOK:
        assert look(which, name, parse_bytes(sheets[which], "rendu.ods")), which


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["base", "planning_chiffre", "liste"])
@pytest.mark.parametrize(
    "which", ["colonne_etroite", "masque", "heure_du_jour", "nom_de_feuille", "cles", "cellule_dite"]
)
def test_a_right_workbook_is_left_alone(which: str, name: str, layout: str) -> None:
    hits = look(which, name, right_table(name, layout))
    assert [hit for hit in hits if which != "nom_de_feuille" or layout == LAYOUTS[0]] == []


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
def test_a_thing_has_one_number_in_the_texts_of_a_hand_in(layout: str) -> None:
    mail = laid(changed("emailing", "", "Merci."), layout)
    hits = look(
        "meme_nombre", "page_web", laid(changed("page_web", "16 places", "30 places"), layout), [mail]
    )
    assert any("30 places" in hit.place[1] for hit in hits)
    assert look("meme_nombre", "page_web", laid(changed("page_web", "", "Merci."), layout), [mail]) == []


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
def test_a_change_on_the_way_that_is_not_passed_on(layout: str) -> None:
    silent = changed(
        MOT3, "M. Castaing n’encadre plus que 16 personnes : c’est changé partout.", "Tout est prêt."
    )
    assert any(".imprevu" in hit.mark for hit in look("non_dit", MOT3, laid(silent, layout)))


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
def test_a_promise_made_aloud_is_not_written_otherwise(layout: str) -> None:
    said = Utterance(
        5, "stagiaire", "partenaire", "Je vous envoie le texte mardi 9 mars.", "stagiaire", "appel", 1
    )
    state = State(transcript=(said,), promises=(), twists=frozenset())

    def told(sentence: str) -> list[Any]:
        return look("parole_donnee", "page_web", laid(changed("page_web", "", sentence), layout), (), state)

    [hit] = told("Nous vous enverrons le texte le vendredi 19 mars.")
    assert "19 mars" in hit.place[1]
    assert told("Nous vous enverrons le texte le mardi 9 mars.") == []
    assert told("Le texte est en ligne.") == []
