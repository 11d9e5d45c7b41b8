# ruff: noqa: E501 -- an example stays on one line
"""The looks written from the fourth hand’s misses: each told in a plain text, in Word and in a web page.

The examples are others than the mutators’; those that stay quiet come close and are right.
"""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.documents import parse_bytes
from tests.benchmarks.mutation.other import put
from tests.benchmarks.mutation.sheets import LAYOUTS
from tests.documents.builders import docx, odf
from tests.review.looking import TEXT_LAYOUTS, TITLE, changed, laid, look, right_table, table, words
from tests.review.test_watch import MOT2, MOT3

TOLD = (
    ("laisse_faux", MOT3, "le lien d’inscription, qui était mort", "le lien d’inscription, mort, que je n’ai pas encore remplacé", "pas encore remplacé"),
    ("laisse_faux", MOT2, "La salle Artimon est déjà réservée le 23 janvier (Club de régate). Je propose le réfectoire, libre et assez grand.", "La salle Artimon est réservée par un club, nous la gardons malgré tout.", "malgré tout"),
    ("laisse_faux", MOT3, "c’est changé partout", "je n’ai encore rien modifié", "rien modifié"),
    ("laisse_faux", "message_atelier", "", "J’ai rectifié la facture de mon côté.", "rectifié la facture"),
    ("laisse_faux", "reponse", "", "Veuillez payer cette facture sous huit jours.", "Veuillez payer"),
    ("laisse_faux", MOT2, "Le bon calcul donne 174,00 €", "Le montant exact est de 184,00 €", "184,00"),
    ("laisse_faux", "page_web", "", "Le café (à confirmer avec Odile) sera chaud.", "à confirmer"),
    ("trop_tot", MOT2, "", "La note à l’équipe est déjà diffusée.", "déjà diffusée"),
    ("trop_tot", MOT3, "", "La page du site n’est pas encore terminée.", "pas encore terminée"),
    ("autre_personne", "reponse", "Joris passera", "Thibault viendra", "Thibault"),
    ("autre_personne", MOT2, "Salma Brossard deux fois", "Joaquim Teles deux fois", "Joaquim Teles"),
    ("autre_personne", "message_atelier", "Mme Vasseur (dossier I-2418)", "Mme Zeller (dossier I-2418)", "Zeller"),
    ("copie_de_trop", MOT2, "Copie : Bénédicte Hourcade", "Copie : Bénédicte Hourcade, tous les collègues", "tous"),
    ("expediteur", "note", "De : Bénédicte Hourcade, directrice", "De : Fanny Lescure, comptable", "Fanny Lescure"),
    ("signature_propre", "reponse", "Camille Perrot, assistante", "", "Lemoine"),
    ("appel_familier", "reponse", "Madame,", "Bonjour Carole,", "Bonjour Carole"),
    ("phrases", "reponse", "Vous avez aussi relevé", "C’est noté partout. vous avez aussi relevé", "vous avez"),
    ("phrases", "reponse", "matériel nécessaire ;", "matériel nécessaire;", "nécessaire;"),
    ("phrases", "note", "", "Pouvez-vous prévenir vos voisins de table.", "Pouvez-vous"),
    ("phrases", "note", "", "Vous entrez pas avant l’heure.", "entrez pas"),
    ("phrases", "note", "", "Chacun range son poste puis rejoint sa zone avec sa fiche et son crayon et attend que la personne de la sécurité passe pour donner le départ du comptage dans toutes les zones.", "Chacun range"),
    ("partie_du_modele", "note", "", "", ""),
    ("enumeration", "note", "toile, poulies, fil et sangles, cale, mezzanine", "poulies, fil et sangles, cale, mezzanine", "poulies"),
    ("memes_mots", "note", "Vous comptez à deux", "Vous comptez à quatre", "quatre"),
    ("plus_valable", "message_atelier", "", "On la joint au 02 61 91 40 12.", "02 61 91 40 12"),
    ("plus_valable", "message_atelier", "Sa mère de 84 ans", "Sa tante de 84 ans", "tante"),
    ("plus_valable", MOT2, "11 paniers du large à 14,50 €", "11 paniers du large à 13,50 €", "13,50"),
    ("plus_valable", MOT2, "pas de panier pour elle", "ajoute un panier pour elle", "panier pour elle"),
    ("plus_valable", "note", "", "Le repas sera pris en salle Artimon.", "Artimon"),
    ("contredit", "note", "de 8 h 30 à 12 h 30", "de 7 h 15 à 12 h 30", "7 h 15"),
    ("autre_affaire", MOT2, "paniers du large à 14,50", "paniers du mousse à 14,50", "14,50"),
    ("autre_affaire", "page_web", "", "Le tarif de la journée est de 25 €.", "25 €"),
    ("cadeau", "emailing", "5 € de moins si", "12 € de moins si", "12 €"),
    ("cadeau", "emailing", "5 € de moins si vous êtes déjà venu", "5 € de moins pour chacun", "pour chacun"),
    ("confidence", "reponse", "", "Mon directeur m’interdit d’aller plus loin.", "interdit"),
    ("confidence", "message_atelier", "", "Dis-lui qu’un remboursement suivra.", "remboursement"),
    ("confidence", "emailing", "", "La reprise de toutes les greffes est assurée.", "reprise"),
    ("personnes", "page_web", "", "Se sont inscrits : Paule Estève, Noémie Lavergne.", "Paule Estève"),
    ("parties_attendues", "note", "", "", ""),
    ("ton", "note", "", "Du coup, chacun range sa zone.", "Du coup"),
    ("ton", "reponse", "", "Faute de réponse, votre demande sera annulée.", "Faute de réponse"),
    ("ton", "message_atelier", "", "Elle est vraiment insupportable.", "insupportable"),
    ("ton", MOT3, "", "Yanis ne fait pas bien son travail.", "son travail"),
    ("ton", MOT2, "", "On se voit à l’apéro de Rozenn.", "apéro"),
)  # fmt: skip
"""(look, copy, words, their replacement, what the place must hold); no words: a sentence more."""


def _lines(which: str, name: str, old: str, new: str) -> list[str]:
    lines = changed(name, old, new)
    if which == "partie_du_modele":
        return [
            f"{TITLE}Note de service",
            *(one for one in lines if "repas" not in one and "panier" not in one),
        ]
    if which == "parties_attendues":
        return [one for one in lines if "Note de service" not in one]
    return lines


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
@pytest.mark.parametrize("case", TOLD, ids=[f"{one[0]}-{at}" for at, one in enumerate(TOLD)])
def test_a_fault_is_told_in_every_layout(case: tuple[str, str, str, str, str], layout: str) -> None:
    which, name, old, new, quote = case
    if which == "partie_du_modele" and layout == "txt":
        pytest.skip("a plain text has no titles")
    others = [right_table("planning_chiffre", LAYOUTS[0])] if which == "enumeration" else []
    hits = look(which, name, laid(_lines(which, name, old, new), layout), others)
    assert hits
    assert any(quote in hit.place[1] for hit in hits), hits
    assert all(hit.message and hit.hint for hit in hits)


QUIET = (
    ("laisse_faux", MOT3, "", "Je n’ai pas changé le reste."),
    ("laisse_faux", MOT2, "", "Le devis corrigé sera signé après ton accord."),
    ("laisse_faux", "message_atelier", "", "J’ai corrigé son numéro dans la base."),
    ("laisse_faux", "reponse", "", "Merci de ne pas régler cette facture avant ma réponse."),
    ("trop_tot", MOT2, "", "La note sera affichée après relecture."),
    ("trop_tot", MOT3, "", "La page du site est prête."),
    ("autre_personne", "reponse", "", "Joris vous appellera."),
    ("autre_personne", "reponse", "", "Personne ne passera sans prévenir."),
    ("autre_personne", MOT2, "", "Hawa Diouf aide Salma Brossard à compter."),
    ("copie_de_trop", MOT2, "Copie : Bénédicte Hourcade", "Copie : Bénédicte"),
    ("expediteur", "note", "De : Bénédicte Hourcade, directrice", "De : la direction"),
    ("signature_propre", "reponse", "Camille Perrot, assistante", "Camille Perrot"),
    ("appel_familier", "reponse", "Madame,", "Bonjour Madame,"),
    ("phrases", "reponse", "", "Cf. l’art. 3 du contrat, p. 2 et env. 10 pages."),
    ("phrases", "note", "", "Adressez-vous au bureau. Nous n’entrons pas avant l’heure."),
    ("phrases", "note", "", "Avancez pas à pas, ou pas du tout."),
    ("enumeration", "note", "", "Les poulies et la toile sont comptées d’abord."),
    ("memes_mots", "note", "", "Vous pouvez venir à trois dans la même voiture."),
    ("plus_valable", "message_atelier", "", "L’ancien numéro était le 02 61 91 40 12."),
    ("plus_valable", "message_atelier", "", "Sa fille n’habite pas là."),
    ("plus_valable", MOT2, "", "Prends 2 nappes à 3,50 €, soit 7,00 €."),
    ("plus_valable", "note", "", "La salle Artimon n’est pas libre."),
    ("contredit", "note", "", "Le bureau ouvre de 8 h 30 à 12 h 30."),
    ("autre_affaire", MOT2, "", "Les paniers du mousse sont à 11,20 €."),
    ("cadeau", "emailing", "", "Le prix est de 32 €, 5 € de moins pour qui est déjà venu."),
    ("confidence", "reponse", "", "Votre contrat n’interdit pas ce réglage."),
    ("confidence", "message_atelier", "", "Dis-lui que nous vérifions sa facture."),
    ("personnes", "page_web", "", "M. Castaing et ses greffeurs vous attendent."),
    ("ton", "note", "", "Chacun fait son travail dans sa zone."),
    ("ton", "reponse", "", "En cas d’absence, appelez-nous : votre rendez-vous sera déplacé."),
    ("ton", MOT3, "", "La reprise est difficile cette année."),
)  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize("case", QUIET, ids=[f"{one[0]}-{at}" for at, one in enumerate(QUIET)])
def test_what_comes_close_and_is_right_is_left_alone(case: tuple[str, str, str, str], layout: str) -> None:
    which, name, old, new = case
    assert look(which, name, laid(changed(name, old, new), layout)) == []


LOOKS = ("laisse_faux", "trop_tot", "autre_personne", "copie_de_trop", "expediteur", "signature_propre", "appel_familier",
         "phrases", "memes_mots", "plus_valable", "enumeration", "partie_du_modele", "un_seul_bloc")  # fmt: skip


@pytest.mark.parametrize("name", ["reponse", "message_atelier", "note", "emailing", "page_web", MOT2, MOT3])
def test_the_gold_copies_are_left_alone(name: str) -> None:
    document = laid(list(words(name)), "docx")
    assert {which: look(which, name, document) for which in LOOKS} == {which: [] for which in LOOKS}


LONG = (
    "Vous nous avez écrit lundi. Nous avons repris le dossier avec le technicien. Il a retrouvé sa fiche et son relevé. "
    "La panne vient peut-être d’une pièce usée, que nous avons commandée le jour même chez notre fournisseur habituel. "
) * 3


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
def test_a_letter_in_one_block(layout: str) -> None:
    lines = ["Madame,", LONG, "Veuillez agréer, Madame, nos salutations distinguées."]
    [hit] = look("un_seul_bloc", "reponse", laid(lines, layout))
    assert LONG.startswith(hit.place[1][:40])
    cut = [one.strip() + "." for one in LONG.split(". ") if one.strip()]
    assert look("un_seul_bloc", "reponse", laid(["Madame,", *cut], layout)) == []


POINTS = ["Lieu : le verger-école.", "Tarif : 32 € par personne.", "Repas : chacun apporte le sien."]
SECTIONS = ["Le matin", "Les greffeurs vous montrent les gestes, et chacun les répète.",
            "La suite", "Chacun greffe son arbre et l’emporte chez lui pour le planter."]  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "odt", "html"])
def test_headings_and_lists_that_are_none(layout: str) -> None:
    title = f"{TITLE}La Journée du greffage"
    hits = look("titres_tapes", "page_web", laid([title, *SECTIONS], layout))
    assert [hit.place[1] for hit in hits] == ["Le matin", "La suite"]
    [hit] = look("points_en_lignes", "page_web", laid([title, SECTIONS[1], *POINTS], layout))
    assert hit.place[1] == POINTS[0]
    quiet = laid([title, SECTIONS[1], *POINTS[:2], SECTIONS[3]], layout)
    assert look("points_en_lignes", "page_web", quiet) == []
    assert look("titres_tapes", "page_web", quiet) == []


def test_a_heading_over_nothing() -> None:
    page = "<html><body><h1>La journée</h1><h2>Le matin</h2><h2>La suite</h2><p>Chacun greffe son arbre.</p></body></html>"
    [hit] = look("titres_tapes", "page_web", parse_bytes(page.encode(), "a.html"))
    assert hit.place[1] == "Le matin"
    full = page.replace("</h2><h2>", "</h2><p>On regarde.</p><h2>")
    assert look("titres_tapes", "page_web", parse_bytes(full.encode(), "a.html")) == []


@pytest.mark.parametrize("layout", ["docx", "odt", "html"])
def test_the_picture_asked_for(layout: str) -> None:
    assert look("image_demandee", "page_web", laid([f"{TITLE}La journée", SECTIONS[1]], layout))
    assert look("image_demandee", "reponse", laid(["Madame,", SECTIONS[1]], layout)) == []


def _more(name: str) -> Any:
    def change(made: Any) -> None:
        made.copy_row(name, "Hawa Diouf", Zone="Cale")

    return change


def _added_up(made: Any) -> None:
    for key in made.keys:
        cell = made.cell(key, "Coût du repas")
        cell.value = f"=G{cell.row}+H{cell.row}"


def _judging(made: Any) -> None:
    made.page.cell(made.top, 8).value = "Remarque"
    made.page.cell(made.row("Garrec"), 8).value = "client désagréable"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("which", "name", "change", "right"),
    [
        ("ligne_ajoutee", "planning_chiffre", _more("Bénédicte Hourcade"), None),
        ("ton", "base", _judging, None),
        ("cellule_videe", "base", put("Moreau", "Courriel", None), None),
        (
            "nature",
            "base",
            put("Vasseur", "Dernière visite", "12 nov."),
            put("Vasseur", "Courriel", "12 nov."),
        ),
    ],
)
def test_a_fault_of_a_table_is_told(which: str, name: str, change: Any, right: Any, layout: str) -> None:
    if which == "cellule_videe":
        change = put("Zeller", "Courriel", None)
    assert look(which, name, table(name, change, layout))
    assert look(which, name, table(name, right, layout)) == []


@pytest.mark.parametrize("layout", ["as it is", "renamed sheet"])
def test_a_column_that_no_longer_computes_as_it_did(layout: str) -> None:
    [hit] = look("formule_de_depart", "planning_chiffre", table("planning_chiffre", _added_up, layout))
    assert "Coût du repas" in hit.message


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_column_that_computes_as_it_did(layout: str) -> None:
    def turned(made: Any) -> None:
        for key in made.keys:
            cell = made.cell(key, "Coût du repas")
            cell.value = f"=H{cell.row}*G{cell.row}"

    assert look("formule_de_depart", "planning_chiffre", table("planning_chiffre", turned, layout)) == []


@pytest.mark.parametrize("name", ["base", "planning_chiffre", "liste"])
@pytest.mark.parametrize(
    ("font", "wrong"),
    [({"size": 5}, True), ({"color": "FFF0F0F0"}, True), ({"size": 10, "color": "FF1F3864"}, False)],
)
def test_cells_that_can_be_read(name: str, font: dict[str, Any], wrong: bool) -> None:
    from openpyxl.styles import Font

    def dressed(made: Any) -> None:
        for row in made.page.iter_rows():
            for cell in row:
                cell.font = Font(**font)

    assert bool(look("cellules_lisibles", name, table(name, dressed, LAYOUTS[0]))) is wrong


@pytest.mark.parametrize(("size", "wrong"), [("5pt", True), ("10pt", False)])
def test_cells_of_a_libreoffice_workbook_that_can_be_read(size: str, wrong: bool) -> None:
    style = f'<style:style style:name="c1" style:family="table-cell"><style:text-properties fo:font-size="{size}"/></style:style>'
    rows = "".join(
        f'<table:table-row>{"".join(f"""<table:table-cell table:style-name="c1" office:value-type="string"><text:p>{words}</text:p></table:table-cell>""" for words in line)}</table:table-row>'
        for line in (
            ("N°", "Nom", "Téléphone"),
            ("1", "Vasseur", "06 39 98 27 41"),
            ("2", "Zeller", "06 39 98 11 02"),
        )
    )
    body = f'<table:table table:name="Clients">{rows}</table:table>'
    document = parse_bytes(odf("spreadsheet", body, style), "clients.ods")
    assert bool(look("cellules_lisibles", "base", document)) is wrong


@pytest.mark.parametrize(
    ("first", "last", "titled", "wrong"), [(5, 9, True, True), (5, 16, False, True), (5, 16, True, False)]
)
def test_a_chart_of_all_the_rows(first: int, last: int, titled: bool, wrong: bool) -> None:
    from openpyxl.chart import BarChart, Reference

    def drawn(made: Any) -> None:
        chart = BarChart()
        chart.title = "Coût des repas, en euros" if titled else None
        chart.add_data(Reference(made.page, min_col=made.heads["Coût du repas"], min_row=first, max_row=last))
        made.page.add_chart(chart, "L4")

    assert (
        bool(look("graphique_entier", "planning_chiffre", table("planning_chiffre", drawn, LAYOUTS[0])))
        is wrong
    )


def test_a_letter_without_its_letterhead() -> None:
    lines = [one for one in words("reponse") if "hermélia" not in one and "hermelia" not in one]

    def build(document: Any) -> None:
        for one in lines:
            document.add_paragraph(one)

    hits = look("parties_attendues", "reponse", parse_bytes(docx(build), "a.docx"))
    assert any(hit.mark == ".entete" for hit in hits)
