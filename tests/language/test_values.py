# ruff: noqa: E501 -- a sentence stays on one line
"""Written forms of values, around Monday 11 May 2026."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.language import find_values, mentions, same_value

TODAY = dt.date(2026, 5, 11)


def d(month: int, day: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, day)


def h(hour: int, minute: int = 0) -> dt.time:
    return dt.time(hour, minute)


FORMS: list[tuple[str, str, object]] = [
    # dates
    ("Passez jeudi.", "date", d(5, 14)), ("On se voit jeudi prochain.", "date", d(5, 14)),
    ("Je viens jeudi en huit", "date", d(5, 21)), ("rendez-vous vendredi en quinze", "date", d(5, 29)),
    ("Livrez mardi de la semaine prochaine", "date", d(5, 19)), ("le colis de lundi dernier", "date", d(5, 4)),
    ("depuis mercredi", "date", d(5, 6)), ("ce samedi", "date", d(5, 16)), ("demain", "date", d(5, 12)),
    ("apres demain", "date", d(5, 13)), ("après-demain matin", "date", d(5, 13)), ("hier soir", "date", d(5, 10)),
    ("avant-hier", "date", d(5, 9)), ("aujourd’hui", "date", TODAY), ("ajd", "date", TODAY), ("ce soir", "date", TODAY),
    ("le 16 mai", "date", d(5, 16)), ("16 mai 2026", "date", d(5, 16)), ("samedi 16 mai", "date", d(5, 16)),
    ("SAMEDI 16 MAI", "date", d(5, 16)), ("samedi 16", "date", d(5, 16)), ("le seize mai", "date", d(5, 16)),
    ("le 1er juin", "date", d(6, 1)), ("le premier juin", "date", d(6, 1)), ("1er juin deux mille vingt-six", "date", d(6, 1)),
    ("16/05/2026", "date", d(5, 16)), ("16/05/26", "date", d(5, 16)), ("16/05", "date", d(5, 16)),
    ("16-05-2026", "date", d(5, 16)), ("16.05.2026", "date", d(5, 16)), ("2026-05-16", "date", d(5, 16)),
    ("fin mai", "date", d(5, 31)), ("d'ici la fin du mois", "date", d(5, 31)), ("début juin", "date", d(6, 1)),
    ("mi-juin", "date", d(6, 15)), ("courant juillet", "date", d(7, 15)), ("la semaine prochaine", "date", d(5, 18)),
    ("le mois prochain", "date", d(6, 1)), ("en septembre", "date", d(9, 1)), ("fin de semaine", "date", d(5, 15)),
    ("le 24 décembre", "date", d(12, 24, 2025)), ("le 3 janv.", "date", d(1, 3)), ("vendredi 22 mai au matin", "date", d(5, 22)),
    ("avant le 20.", "date", d(5, 20)), ("pour le 2", "date", d(6, 2)), ("vingt-huit août", "date", d(8, 28)),
    ("fevrier 2027", "date", d(2, 1, 2027)),
    # hours
    ("17h30", "heure", h(17, 30)), ("17 h 30", "heure", h(17, 30)), ("à 17:30", "heure", h(17, 30)),
    ("à 9 h", "heure", h(9)), ("vers 9h", "heure", h(9)), ("midi", "heure", h(12)), ("midi et demi", "heure", h(12, 30)),
    ("minuit", "heure", h(0)), ("midi et quart", "heure", h(12, 15)), ("à dix-sept heures trente", "heure", h(17, 30)),
    ("à neuf heures et quart", "heure", h(9, 15)), ("à neuf heures moins le quart", "heure", h(8, 45)),
    ("à 3 heures de l'après-midi", "heure", h(15)), ("à 8 h du matin", "heure", h(8)), ("avant 18 h", "heure", h(18)),
    ("08h05", "heure", h(8, 5)), ("à quatorze heures", "heure", h(14)), ("à sept heures du soir", "heure", h(19)),
    # deadlines
    ("sous 48 h", "delai", Decimal(48)), ("sous 48h ouvrées", "delai", Decimal(48)), ("sous huit jours", "delai", Decimal(8)),
    ("sous huitaine", "delai", Decimal(8)), ("dans une semaine", "delai", Decimal(1)), ("il y a trois semaines", "delai", Decimal(3)),
    ("cinq jours ouvrés", "delai", Decimal(5)), ("dans les 24 heures", "delai", Decimal(24)), ("trois heures de retard", "delai", Decimal(3)),
    ("pendant 2 mois", "delai", Decimal(2)), ("dans 10 min", "delai", Decimal(10)), ("une quinzaine de jours", "delai", Decimal(15)),
    ("garantie de deux ans", "delai", Decimal(2)), ("3 jrs", "delai", Decimal(3)), ("deux semaines et demie", "delai", Decimal("2.5")),
    ("dans la journée", "delai", Decimal(1)), ("depuis 15 jours", "delai", Decimal(15)),
    # amounts
    ("30 €", "montant", Decimal(30)), ("30€", "montant", Decimal(30)), ("30 EUR", "montant", Decimal(30)),
    ("30 euros", "montant", Decimal(30)), ("trente euros", "montant", Decimal(30)), ("30 balles", "montant", Decimal(30)),
    ("1 250,50 €", "montant", Decimal("1250.50")), ("1\u202f250,50\u00a0€", "montant", Decimal("1250.50")),
    ("1.250,50 €", "montant", Decimal("1250.50")), ("1250.50 EUR", "montant", Decimal("1250.50")),
    ("30€50", "montant", Decimal("30.5")), ("trente euros cinquante", "montant", Decimal("30.5")),
    ("cinquante centimes", "montant", Decimal("0.5")), ("12 k€", "montant", Decimal(12000)),
    ("mille deux cents euros", "montant", Decimal(1200)), ("une trentaine d'euros", "montant", Decimal(30)),
    ("deux cent cinquante euros", "montant", Decimal(250)), ("environ 40 euros", "montant", Decimal(40)),
    ("un euro", "montant", Decimal(1)), ("vingt-trois mille euros", "montant", Decimal(23000)), ("€ 45", "montant", Decimal(45)),
    # quantities
    ("42 chaises", "quantite", Decimal(42)), ("quatre-vingt-quinze", "quantite", Decimal(95)),
    ("quatre vingt quinze", "quantite", Decimal(95)), ("soixante et onze badges", "quantite", Decimal(71)),
    ("soixante-dix-sept", "quantite", Decimal(77)), ("une douzaine d'œufs", "quantite", Decimal(12)),
    ("une demi-douzaine de tables", "quantite", Decimal(6)), ("deux dizaines de plats", "quantite", Decimal(20)),
    ("cent vingt invités", "quantite", Decimal(120)), ("nonante-huit", "quantite", Decimal(98)),
    ("2,5 kg", "quantite", Decimal("2.5")), ("deux virgule cinq kilos", "quantite", Decimal("2.5")), ("1 200 flyers", "quantite", Decimal(1200)),
    ("trois autres lampes", "quantite", Decimal(3)), ("J’en veux six.", "quantite", Decimal(6)), ("vingt et un plateaux", "quantite", Decimal(21)),
    ("deux mille trois cent quatre pages", "quantite", Decimal(2304)), ("une vingtaine de mails", "quantite", Decimal(20)),
    # percentages
    ("10 %", "pourcentage", Decimal(10)), ("soit -20 %", "pourcentage", Decimal(20)), ("10%", "pourcentage", Decimal(10)), ("dix pour cent", "pourcentage", Decimal(10)),
    ("5,5 %", "pourcentage", Decimal("5.5")),
    # references, phones, addresses
    ("C2417", "reference", "C2417"), ("c-2417", "reference", "C2417"), ("C-2417", "reference", "C2417"), ("commande C 2417", "reference", "C2417"),
    ("c tiret 2417", "reference", "C2417"), ("FA-26-01147", "reference", "FA2601147"), ("n° 2417", "reference", "2417"),
    ("facture 11870", "reference", "11870"), ("CMD_2026_044", "reference", "CMD2026044"), ("D2026-092", "reference", "D2026092"),
    ("06 39 98 12 40", "telephone", "0639981240"), ("06.39.98.12.40", "telephone", "0639981240"), ("0639981240", "telephone", "0639981240"),
    ("+33 6 39 98 12 40", "telephone", "0639981240"), ("06-39-98-12-40", "telephone", "0639981240"),
    ("zéro six, trente-neuf, quatre-vingt-dix-huit, douze, quarante", "telephone", "0639981240"),
    ("Lea.Roy@Atelier.example", "courriel", "lea.roy@atelier.example"),
    # dates, hours and deadlines as they are typed or said
    ("dem1", "date", d(5, 12)), ("2main", "date", d(5, 12)), ("le lundi 18", "date", d(5, 18)), ("lundi 18/05", "date", d(5, 18)),
    ("jeudi 14 mai 2026", "date", d(5, 14)), ("jeu. 14 mai", "date", d(5, 14)), ("le 14 mai prochain", "date", d(5, 14)),
    ("dimanche qui vient", "date", d(5, 17)), ("vendredi de cette semaine", "date", d(5, 15)), ("d'ici vendredi", "date", d(5, 15)),
    ("au plus tard le 29 mai", "date", d(5, 29)), ("jusqu'au 30 juin inclus", "date", d(6, 30)), ("dès lundi", "date", d(5, 18)),
    ("à partir du 2 juin", "date", d(6, 2)), ("fin juin", "date", d(6, 30)), ("début septembre", "date", d(9, 1)), ("à la fin du mois", "date", d(5, 31)),
    ("la semaine dernière", "date", d(5, 4)), ("le mois dernier", "date", d(4, 1)), ("samedi dernier", "date", d(5, 9)),
    ("le 31/12/2026", "date", d(12, 31)), ("1/6/26", "date", d(6, 1)), ("vendredi 1er mai", "date", d(5, 1)), ("mi-mai", "date", d(5, 15)),
    ("le vingt et un juin", "date", d(6, 21)), ("le trente et un mai", "date", d(5, 31)), ("le 8 juillet au plus tard", "date", d(7, 8)),
    ("mercredi 13 à la première heure", "date", d(5, 13)), ("jeudi matin", "date", d(5, 14)), ("vendredi après-midi", "date", d(5, 15)),
    ("9h", "heure", h(9)), ("9H30", "heure", h(9, 30)), ("14h00", "heure", h(14)), ("à dix heures et demie", "heure", h(10, 30)),
    ("à onze heures trente", "heure", h(11, 30)), ("à midi pile", "heure", h(12)), ("vers 16 h 45", "heure", h(16, 45)), ("à deux heures de l'après-midi", "heure", h(14)),
    ("à 7h45", "heure", h(7, 45)), ("à vingt heures", "heure", h(20)), ("à midi moins le quart", "heure", h(11, 45)),
    ("sous 3 jours ouvrés", "delai", Decimal(3)), ("dans un délai de 10 jours", "delai", Decimal(10)), ("sous quinzaine", "delai", Decimal(15)),
    ("dans deux heures", "delai", Decimal(2)), ("une demi-heure", "delai", Decimal(30)), ("un quart d'heure", "delai", Decimal(15)), ("72h", "delai", Decimal(72)),
    ("une heure et demie", "delai", Decimal("1.5")), ("depuis trois semaines", "delai", Decimal(3)), ("d'ici 8 jours", "delai", Decimal(8)),
    ("un mois", "delai", Decimal(1)), ("six mois", "delai", Decimal(6)), ("deux ans de garantie", "delai", Decimal(2)), ("45 minutes", "delai", Decimal(45)),
    # amounts, quantities, shares
    ("50 € TTC", "montant", Decimal(50)), ("1 200 € HT", "montant", Decimal(1200)), ("1200€", "montant", Decimal(1200)), ("0,80 €", "montant", Decimal("0.80")),
    ("quarante-deux euros", "montant", Decimal(42)), ("quatre-vingt-dix euros", "montant", Decimal(90)), ("cent euros", "montant", Decimal(100)),
    ("trois cents euros", "montant", Decimal(300)), ("dix-huit euros par tête", "montant", Decimal(18)), ("deux mille euros", "montant", Decimal(2000)),
    ("20 eur", "montant", Decimal(20)), ("une centaine d'euros", "montant", Decimal(100)), ("12,50€", "montant", Decimal("12.50")),
    ("- 30 €", "montant", Decimal(30)), ("soixante-quinze centimes", "montant", Decimal("0.75")), ("vingt euros vingt", "montant", Decimal("20.2")),
    ("une quinzaine de personnes", "quantite", Decimal(15)), ("une cinquantaine d'affiches", "quantite", Decimal(50)), ("une centaine d'invités", "quantite", Decimal(100)),
    ("12 places", "quantite", Decimal(12)), ("une paire de gants", "quantite", Decimal(2)), ("trois douzaines", "quantite", Decimal(36)),
    ("deux cents exemplaires", "quantite", Decimal(200)), ("mille flyers", "quantite", Decimal(1000)), ("quatre-vingts cartes", "quantite", Decimal(80)),
    ("quatre-vingt-un dossiers", "quantite", Decimal(81)), ("septante personnes", "quantite", Decimal(70)), ("dix-neuf colis", "quantite", Decimal(19)), ("1,5 litre", "quantite", Decimal("1.5")),
    ("3 500 exemplaires", "quantite", Decimal(3500)), ("seize couverts", "quantite", Decimal(16)),
    ("20 pour cent", "pourcentage", Decimal(20)), ("vingt pour cent", "pourcentage", Decimal(20)), ("2,5%", "pourcentage", Decimal("2.5")),
    # references, phones, addresses
    ("réf. B-1042", "reference", "B1042"), ("le bon BL-778", "reference", "BL778"), ("dossier n° 2026-15", "reference", "202615"), ("devis D 118", "reference", "D118"),
    ("F-2026-318", "reference", "F2026318"), ("numéro I 2418", "reference", "I2418"), ("0199001234", "telephone", "0199001234"), ("01 99 00 12 34", "telephone", "0199001234"),
    ("0033 6 39 98 12 40", "telephone", "0639981240"), ("(+33) 06 39 98 12 40", "telephone", "0639981240"), ("contact@mairie.example", "courriel", "contact@mairie.example"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "value"), FORMS, ids=[form[0] for form in FORMS])
def test_form(text: str, kind: str, value: object) -> None:
    found = [(one.kind, one.value) for one in find_values(text, TODAY)]
    assert (kind, value) in found
    assert len(found) == 1 or text == "1er juin deux mille vingt-six"


def test_there_are_enough_forms() -> None:
    assert len({form[0] for form in FORMS}) >= 200


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("du 1er au 15 juin", [d(6, 1), d(6, 15)]),
        ("entre le 3 et le 5 juin", [d(6, 3), d(6, 5)]),
        ("les 3, 4 et 5 juin 2027", [d(6, 3, 2027), d(6, 4, 2027), d(6, 5, 2027)]),
        ("samedi 28 et dimanche 29 mars", [d(3, 28), d(3, 29)]),
        ("du 28 au 3 juin", [d(5, 28), d(6, 3)]),
        ("du lundi 7 au vendredi 11 décembre", [d(12, 7), d(12, 11)]),
        ("le 12 ou le 13 juillet", [d(7, 12), d(7, 13)]),
        ("salle 12, 5 mai", [d(5, 5)]),
        ("le lot 4 et 5 mai", [d(5, 5)]),
        ("le 3 à 14 h, puis 5 mai", [d(5, 5)]),
        ("le 31 et le 30 avril", [d(5, 31), d(4, 30)]),  # no 31 April: the next 31st
    ],
)
def test_days_that_share_their_month(text: str, days: list[dt.date]) -> None:
    assert [value.value for value in find_values(text, TODAY) if value.kind == "date"] == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("quatre-vingts, enfin quatre-vingt-quinze", Decimal(95)),
        ("on sera onze, enfin douze avec Metz", Decimal(12)),
        ("il en faut 40, non pardon, 45", Decimal(45)),
        ("pas 30 mais 40 euros", Decimal(40)),
        ("mardi, euh non, mercredi", d(5, 13)),
        ("douze et non onze", Decimal(12)),
        ("à 9 h, excusez-moi, 10 h", h(10)),
    ],
)
def test_self_correction(text: str, value: object) -> None:
    found = find_values(text, TODAY)
    assert [one.value for one in found] == [value]
    assert found[0].corrected


@pytest.mark.parametrize(
    "text", ["deux ou trois jours", "6 chaises et 4 tables", "mardi ou mercredi", "entre 8 h et 10 h"]
)
def test_two_values_are_not_a_correction(text: str) -> None:
    found = find_values(text, TODAY)
    assert len(found) == 2
    assert not any(one.corrected for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Une cliente a appelé.",
        "un appareil neuf",
        "un appareil neuf sous la table",
        "mille excuses",
        "le mardi gras approche"[:3],
        "la marche à suivre",
        "il est maire",
        "un avril",
        "A4",
        "et/ou",
        "Il va mieux.",
    ],
)
def test_no_value(text: str) -> None:
    assert [one for one in find_values(text, TODAY) if one.kind != "date"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("commande C2417", "C-2417"), ("votre cmde c-2417 svp", "C-2417"), ("C 2417 est prête", "C-2417"),
        ("le 16/05/2026", "samedi 16 mai"), ("pour samedi 16", "samedi 16 mai"), ("c'est samedi", "samedi 16 mai"),
        ("le seize mai", "samedi 16 mai"), ("trente euros de geste", "30 EUR"), ("30€ max", "30 EUR"), ("30,00 €", "30 EUR"),
        ("six chaises bleues", "6 chaises"), ("chaises bleues : 6", "6 chaises"), ("j'en ai 6 bleues", "6"), ("il en reste six", "6"),
        ("demain, avant midi", "demain midi"), ("le 12 mai à 12 h", "demain midi"), ("avant midi", "12:00"),
        ("au 0639981240", "06 39 98 12 40"), ("vous avez signé sans aucune réserve", "signé sans réserve"), ("signée sans réserves", "signé sans réserve"),
        ("sous deux jours", "48 h"), ("sous une semaine", "huit jours"), ("je souhaite être remboursée", "être remboursée"),
        ("la fiche de la base clients", "celle de la base clients"), ("une remise de dix pour cent", "10 %"), ("sous 48 h ouvrées", "48 h"),
        ("Écrivez à LEA@atelier.example", "lea@atelier.example"), ("par messagerie", "par la messagerie"), ("lundi dernier", "4 mai"),
    ],
)  # fmt: skip
def test_mentions(text: str, value: str) -> None:
    assert mentions(text, value, TODAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("le 16 mai", "6"), ("C-2416", "2416 chaises"), ("à 6 h", "6"), ("6 tables", "6 chaises"), ("C24170", "C-2417"), ("C-241", "C-2417"),
        ("30 chaises", "30 EUR"), ("130 €", "30 EUR"), ("30,50 €", "30 EUR"), ("le 15/05/2026", "samedi 16 mai"), ("vendredi", "samedi 16 mai"),
        ("samedi en huit", "samedi 16 mai"), ("06 39 98 12 41", "06 39 98 12 40"), ("signé avec réserve", "signé sans réserve"),
        ("sans réserve aucune, il a tout signé", "signé sans réserve"), ("48 h", "48 h ouvrées"), ("12 h 30", "12:00"), ("60", "6"), ("1,6 kg", "6"),
        ("10 personnes", "10 %"), ("demain", "demain midi"), ("fin mai", "31 mai"), ("", "6"), ("une chaise", "6 chaises"),
    ],
)  # fmt: skip
def test_does_not_mention(text: str, value: str) -> None:
    assert mentions(text, value, TODAY) == []


def test_mention_spans_quote_the_text() -> None:
    text = "Voir la commande C2417 du samedi 16."
    assert [text[a:b] for a, b in mentions(text, "C-2417", TODAY)] == ["C2417"]
    assert [text[a:b] for a, b in mentions(text, "samedi 16 mai", TODAY)] == ["samedi 16"]


def test_same_value_across_units() -> None:
    def one(text: str):  # type: ignore[no-untyped-def]
        return find_values(text, TODAY)[0]

    assert same_value(one("48 h"), one("deux jours"))
    assert same_value(one("15 jours"), one("deux semaines"))
    assert not same_value(one("48 h"), one("48 h ouvrées"))
    assert not same_value(one("mardi matin"), one("mardi soir"))
    assert same_value(one("mardi"), one("mardi dernier"))
    assert not same_value(one("mardi"), one("mardi en huit"))


@given(st.integers(0, 999_999))
def test_digits_and_words_agree(number: int) -> None:
    grouped = f"{number:,}".replace(",", "\u00a0")
    assert [one.value for one in find_values(f"{grouped} €", TODAY)] == [Decimal(number)]


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for one in find_values(text, TODAY):
        assert text[one.start : one.end] == one.text
        assert one.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elle en aura pour une heure.", "delai"), ("Nous en avons pour deux heures.", "delai"), ("Il compte deux heures de plus.", "delai"),
        ("Rendez-vous pour deux heures.", "heure"), ("Venez pour 14 heures.", "heure"),
    ],
)  # fmt: skip
def test_hours_that_last_and_hours_of_the_clock(text: str, kind: str) -> None:
    assert [one.kind for one in find_values(text, TODAY)] == [kind]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("La facture porte le 10 avril alors que nous sommes venus le 12.", [d(4, 10), d(4, 12)]),
        ("La livraison du 28 mai arrive, la suite le 4.", [d(5, 28), d(6, 4)]),
        ("Nous sommes venus le 12.", [d(5, 12)]),
        (
            "Le 30 mai, le club occupe la salle ; ce samedi-là, nous serons au réfectoire.",
            [d(5, 30), d(5, 30)],
        ),
        ("Brest, le 30 avril 2026\nMadame,\nNous passerons le 12.", [d(4, 30), d(5, 12)]),
        ("Brest, le 11 mai 2026\nMadame,\nNous passerons le 2.", [d(5, 11), d(6, 2)]),
        ("Nous venons ce samedi.", [d(5, 16)]),
        ("Nous venions ce samedi-là.", []),
    ],
)
def test_an_incomplete_day_belongs_to_the_one_told_before(said: str, days: list[dt.date]) -> None:
    assert [one.value for one in find_values(said, TODAY) if one.kind == "date"] == days
