# ruff: noqa: E501  (markup reads better on one line)
"""Facts contradicted in plain words: told when the words leave one reading, quiet on what comes close and is right."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.language import find_values, sentences
from ascom_coach.review.watch.matters import Lore, lore_of
from ascom_coach.review.watch.meanings import Clash, Said, exchanged, other_things, other_values
from ascom_coach.review.watch.polarity import turned_round
from ascom_coach.scenarios.schema import Fact
from tests.documents.builders import docx, odf, xlsx

TODAY = dt.date(2026, 11, 16)
FACTS = (
    ("facture", "le montant de la facture", "800 €", ("facture", "total"), ()),
    ("acompte", "l’acompte", "240 €", ("acompte", "avance"), ("Elle a versé {valeur} d’avance.",)),
    ("rdv", "le rendez-vous", "mardi 17 novembre à 11 h", ("rendez-vous", "passage"), ()),
    ("relance", "la date de la relance", "vendredi 20 novembre", ("relance", "rappel"), ()),
    ("piece", "la pièce à prévoir", "la sonde de pression", ("pièce", "emporter", "stock"), ("Je prendrai {valeur}.",)),
    ("garantie", "la garantie", "la garantie couvre les pièces du brûleur", ("garantie", "couvre"), ()),
    ("deplacement", "la prise en charge du déplacement", "non, jamais", ("déplacement", "pris en charge"), ()),
    ("port", "le port du casque", "le casque est obligatoire à l’atelier", ("casque", "porter"), ()),
    ("repas", "le repas de midi", "pique-nique à apporter", ("repas", "déjeuner"), ()),
    ("samedi", "l’ouverture du samedi", "la boutique n’ouvre pas le samedi", ("samedi", "boutique"), ()),
)  # fmt: skip
PRICES = (("Prestation", "Prix HT"), ("Ramonage", 65), ("Entretien annuel", 120), ("Détartrage", 90))


def prices(layout: str) -> Document:
    """The same price list as a workbook, a Word table, a LibreOffice sheet."""
    if layout == "xlsx":
        return parse_bytes(
            xlsx(lambda book: [book.active.append(list(row)) for row in PRICES]), "tarifs.xlsx"
        )
    if layout == "docx":

        def build(document: object) -> None:
            table = document.add_table(len(PRICES), 2)  # type: ignore[attr-defined]
            for at, row in enumerate(PRICES):
                table.cell(at, 0).text = row[0]
                table.cell(at, 1).text = row[1] if isinstance(row[1], str) else f"{row[1]},00 €"

        return parse_bytes(docx(build), "tarifs.docx")
    rows = "".join(
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
        + (
            f'<table:table-cell office:value-type="string"><text:p>{price}</text:p></table:table-cell></table:table-row>'
            if isinstance(price, str)
            else f'<table:table-cell office:value-type="float" office:value="{price}"><text:p>{price},00 €</text:p></table:table-cell></table:table-row>'
        )
        for name, price in PRICES
    )
    return parse_bytes(
        odf("spreadsheet", f'<table:table table:name="Tarifs">{rows}</table:table>'), "tarifs.ods"
    )


def lore(layout: str = "xlsx") -> Lore:
    facts = [
        (
            Fact(id=name, qui="cliente", porte_sur=about, valeur=value, mots_cles=words, reponses=answers),
            value,
        )
        for name, about, value, words, answers in FACTS
    ]
    return lore_of(facts, ["Consigne : répondez à la cliente."], [], {"tarifs": prices(layout)}, TODAY)


def said(text: str) -> Said:
    return Said(text, [(one.start, one.end) for one in sentences(text)], find_values(text, TODAY))


def shown(text: str, clashes: list[Clash]) -> list[tuple[str, str, bool]]:
    return [(text[one.start : one.end], one.matter.fact or one.matter.about, one.certain) for one in clashes]


@pytest.mark.parametrize(
    ("text", "quote", "matter"),
    [
        ("Vous trouverez la facture de 240 €.", "240 €", "facture"),
        ("Le total de la facture s’élève à 240,00 € TTC.", "240,00 €", "facture"),
        ("Bonjour,\nMontant de la facture : 240 €\nCordialement", "240 €", "facture"),
        ("L’acompte est de 800 €.", "800 €", "acompte"),
        ("Le rendez-vous est fixé au vendredi 20 novembre.", "vendredi 20 novembre", "rdv"),
        ("La relance est prévue le mardi 17 novembre.", "mardi 17 novembre", "relance"),
    ],
)
def test_a_known_value_put_for_another_matter(text: str, quote: str, matter: str) -> None:
    assert shown(text, list(other_values(said(text), lore()))) == [(quote, matter, True)]


@pytest.mark.parametrize("layout", ["xlsx", "docx", "ods"])
def test_two_prices_of_a_list_exchanged(layout: str) -> None:
    text = "Le ramonage est à 120 €, et l’entretien annuel revient à 65 €."
    found = shown(text, list(other_values(said(text), lore(layout))))
    assert [(quote, about) for quote, about, _ in found] == [
        ("120 €", "«\u00a0Ramonage\u00a0»"), ("65 €", "«\u00a0Entretien annuel\u00a0»"),
    ]  # fmt: skip
    right = "Le ramonage est à 65 €, et l’entretien annuel revient à 120 €."
    assert list(other_values(said(right), lore(layout))) == []


@pytest.mark.parametrize(
    "text",
    [
        "La facture est de 800 €, et l’acompte de 240 €.",
        "Sur la facture de 800 €, vous avez déjà versé 240 €.",
        "Il reste 560 € à régler sur la facture.",
        "La facture d’acompte de 240 € est jointe.",
        "Vous annonciez une facture de 240 € : c’est l’acompte.",
        "La facture est-elle bien de 240 € ?",
        "Je vérifie si la facture est de 240 €.",
        "La facture n’est plus de 240 €.",
        "Le rendez-vous est mardi 17 novembre à 11 h ; la relance est prévue le vendredi 20 novembre.",
        "Je vous écris au sujet de la facture avant vendredi 20 novembre.",
        "Un devis de 240 € vous parviendra.",
        "Le ramonage et le détartrage coûtent 155 €.",
        "Une remise de 65 € sera faite.",
    ],
)
def test_values_at_their_place_are_left_alone(text: str) -> None:
    assert list(other_values(said(text), lore())) == []


def test_a_value_named_by_the_first_cell_of_its_row() -> None:
    text = "Ramonage\n90,00 €"
    found = list(other_values(said(text), lore(), {9: "Ramonage"}))
    assert shown(text, found) == [("90,00 €", "«\u00a0Ramonage\u00a0»", True)]
    assert list(other_values(said("Ramonage\n65,00 €"), lore(), {9: "Ramonage"})) == []


@pytest.mark.parametrize(
    ("text", "quote", "certain"),
    [
        ("Merci d’emporter le circulateur.", "le circulateur", True),
        ("Bonjour Joris,\nPrévois le vase d’expansion pour mardi.", "le vase d’expansion", True),
        ("La pièce à prévoir est la carte électronique.", "la carte", True),
        ("La pièce est une vanne de gaz.", "une vanne de gaz", False),
    ],
)
def test_another_object_named(text: str, quote: str, certain: bool) -> None:
    [(words, matter, sure)] = shown(text, list(other_things(said(text), lore())))
    assert matter == "piece"
    assert words.startswith(quote)
    assert sure is certain


@pytest.mark.parametrize(
    "text",
    [
        "Merci d’emporter la sonde de pression.",
        "Merci d’emporter la sonde et le manomètre.",
        "Merci d’emporter le matériel nécessaire.",
        "Prévoyez une heure pour la visite.",
        "La pièce est disponible en magasin.",
        "La pièce est un modèle courant, la sonde de pression.",
        "Faut-il emporter le circulateur ?",
        "N’emporte pas le circulateur.",
        "La cliente est contente.",
    ],
)
def test_right_or_ordinary_objects_are_left_alone(text: str) -> None:
    assert list(other_things(said(text), lore())) == []


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("La garantie ne couvre pas les pièces du brûleur.", "garantie"),
        ("Les pièces du brûleur ne sont pas couvertes par la garantie.", "garantie"),
        ("Le casque est facultatif à l’atelier.", "port"),
        ("Le casque n’est pas obligatoire à l’atelier.", "port"),
        ("Votre déplacement est pris en charge, bien sûr.", "deplacement"),
        ("La boutique ouvre le samedi.", "samedi"),
        ("Horaires : de 9 h à 16 h, déjeuner compris.", "repas"),
    ],
)
def test_yes_for_no(text: str, matter: str) -> None:
    assert [(name, sure) for _, name, sure in shown(text, list(turned_round(said(text), lore())))] == [
        (matter, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "La garantie couvre les pièces du brûleur.",
        "La garantie couvre les pièces du brûleur, pas la main-d’œuvre.",
        "La garantie ne couvre pas le ramonage.",
        "La garantie couvre-t-elle les pièces ?",
        "Si la garantie ne couvre pas les pièces du brûleur, nous vous le dirons.",
        "Le casque est obligatoire à l’atelier.",
        "Le port des gants est facultatif.",
        "Le déplacement n’est pas pris en charge.",
        "La boutique n’ouvre pas le samedi.",
        "La boutique ouvre le lundi.",
        "Pique-nique à apporter, café offert.",
        "Le matériel est fourni.",
        "Nous ne pouvons pas vous répondre avant mardi.",
        "Vous ne serez pas facturée deux fois.",
    ],
)
def test_the_right_way_round_is_left_alone(text: str) -> None:
    assert shown(text, list(turned_round(said(text), lore()))) == []


@pytest.mark.parametrize(
    "text",
    [
        "La fiche disait 240 €, j’ai gardé 210 €.",
        "J’ai mis 210 € au lieu de 240 €.",
        "L’acompte était de 240 € ; j’ai retenu 210 €.",
    ],
)
def test_a_correction_told_backwards(text: str) -> None:
    known = lore_of(
        [(Fact(id="acompte", qui="cliente", porte_sur="l’acompte", valeur="240 €"), "240 €")],
        [],
        ["Acompte 210 €"],
        {},
        TODAY,
    )
    assert shown(text, list(exchanged(said(text), known))) == [("210 €", "acompte", True)]
    right = text.replace("240", "XX").replace("210", "240").replace("XX", "210")
    assert list(exchanged(said(right), known)) == []
    unknown = text.replace("210", "275")
    assert list(exchanged(said(unknown), known)) == []
