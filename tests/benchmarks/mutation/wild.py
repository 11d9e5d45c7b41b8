"""Ordinary office documents with nothing wrong, as they come: letters, notes, minutes, mails, workbooks."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

LETTERS = {
    "relance.docx": [
        "Menuiserie Kerdoncuff", "4 rue de l’Écluse, 29999 Pont-Aven-le-Haut", "", "Madame Le Goff",
        "12 rue des Pins", "",
        "Pont-Aven-le-Haut, le 4 mars 2026", "Objet : facture F-2026-041 restée impayée", "Madame,",
        "Sauf erreur de notre part, notre facture F-2026-041 du 12 janvier 2026, d’un montant de 348,60 €, "
        "n’est pas réglée.",
        "Nous vous remercions de nous adresser votre règlement avant le 20 mars 2026. Si vous l’avez déjà "
        "envoyé, ne tenez pas compte de cette lettre.",
        "Nous vous prions d’agréer, Madame, l’expression de nos salutations distinguées.", "Anne Riou", "assistante",
    ],
    "commande.docx": [
        "Objet : commande de papier", "Monsieur,",
        "Nous vous commandons dix ramettes de papier recyclé au prix de 4,20 € l’une, à livrer avant le 3 "
        "avril au dépôt de Brest.",
        "Merci de confirmer la date de livraison par retour de courriel.",
        "Veuillez agréer, Monsieur, nos salutations distinguées.", "Paul Jézéquel",
    ],
    "invitation.txt": [
        "Objet : réunion du service commercial", "", "Bonjour à tous,", "",
        "La réunion du service commercial aura lieu mardi 12 mai à 14 h 30, en salle Iroise. L’ordre du "
        "jour est joint.",
        "Merci de prévenir Maëlle si vous ne pouvez pas venir.", "", "Bonne journée,", "Samuel",
    ],
    "reclamation.txt": [
        "Objet : votre commande C-1802", "", "Madame,", "",
        "Nous avons bien reçu votre message et nous vous présentons nos excuses pour ce retard. Votre lampe "
        "partira demain matin.",
        "Vous la recevrez jeudi. Nous restons à votre disposition au 01 99 00 12 34.", "",
        "Cordialement,", "Nadia Le Bris",
    ],
}  # fmt: skip
NOTES = {
    "procedure.docx": [
        ("Recevoir un colis", "Heading 1"), ("Avant l’arrivée", "Heading 2"),
        ("Préparez le bon de commande et dégagez le quai.", ""), ("À l’arrivée", "Heading 2"),
        ("Comptez les colis devant le livreur.", "List Number"),
        ("Notez les réserves sur le bon de livraison.", "List Number"),
        ("Signez, puis gardez un double.", "List Number"),
    ],
    "compte-rendu.docx": [
        ("Compte rendu du 14 avril", "Heading 1"), ("Présents : Anne, Paul et Samuel.", ""), ("Décisions",
        "Heading 2"),
        ("Le salon est repoussé au 9 juin ; Anne prévient l’imprimeur avant vendredi.", "List Bullet"),
        ("Le tarif reste le même jusqu’à la fin de l’année ; Paul met le site à jour.", "List Bullet"),
        ("Prochaine réunion : mardi 28 avril à 9 h.", ""),
    ],
    "note-conges.docx": [
        ("Note de service", "Title"), ("Objet : congés d’été", ""),
        ("Les demandes de congés sont à remettre au bureau avant le 30 avril. Le planning sera affiché le 11 mai.", ""),
        ("Deux personnes au moins restent présentes chaque semaine.", ""), ("La direction", ""),
    ],
}  # fmt: skip
MAIL = """From: Anne Riou <anne@kerdoncuff.example>
To: contact@imprimerie.example
Subject: Epreuves du catalogue
Date: Mon, 02 Mar 2026 09:12:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,

Merci pour les épreuves du catalogue. Nous validons les pages 1 à 8. Pouvez-vous corriger le prix de la page 9 :
24,90 € au lieu de 29,90 € ?

Bonne journée,
Anne Riou
"""


def documents() -> Iterator[tuple[str, bytes, str | None]]:
    """(name, content, production) of each file."""
    for name, lines in LETTERS.items():
        yield (
            name,
            _word([(line, "") for line in lines]) if name.endswith("docx") else "\n".join(lines).encode(),
            "P1.5",
        )
    for name, styled in NOTES.items():
        yield name, _word(styled), "P2.4"
    yield "epreuves.eml", MAIL.encode(), "P1.5"
    for name, rows in workbooks():
        yield name, _book(rows), "P1.3" if name < "m" else None


def _word(paragraphs: list[tuple[str, str]]) -> bytes:
    import docx

    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style or None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _book(rows: list[list[Any]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbooks() -> Iterator[tuple[str, list[list[Any]]]]:
    """Tables of many shapes, all sound."""
    day = dt.date(2026, 3, 2)
    yield "budget.xlsx", [["Budget 2026"], [], ["Poste", "Prévu", "Réel", "Écart"]] + [
        [name, 100 * rank, 95 * rank, f"=C{rank + 3}-B{rank + 3}"] for rank, name in enumerate(("Loyer",
        "Énergie", "Papier"), 1)
    ] + [["Total", "=SUM(B4:B6)", "=SUM(C4:C6)", "=C7-B7"]]  # fmt: skip
    yield "caisse.xlsx", [["Jour", "Entrées", "Sorties", "Solde"], [day, 120, 20, "=B2-C2"]] + [
        [day + dt.timedelta(days=rank), 80, 35, f"=D{rank + 1}+B{rank + 2}-C{rank + 2}"] for rank in range(1, 6)
    ]  # fmt: skip
    yield "devis.xlsx", [["Désignation", "Qté", "PU HT", "Total HT"], ["Pose", 2, 45.5, "=B2*C2"], ["Vis",
    1, 4.2, "=B3*C3"],
                         [None, None, "Total HT", "=SUM(D2:D3)"], [None, None, "TVA 20 %", "=D4*0.2"],
                         [None, None, "Total TTC", "=D4+D5"]]  # fmt: skip
    yield "effectif.xlsx", [["Service", "Femmes", "Hommes", "Ensemble"], ["Vente", 4, 3, "=B2+C2"], ["Atelier",
    2, 6, "=B3+C3"],
                            ["Ensemble", "=SUM(B2:B3)", "=SUM(C2:C3)", "=SUM(D2:D3)"]]  # fmt: skip
    yield (
        "heures.xlsx",
        [
            ["Nom", "Lundi", "Mardi", "Mercredi", "Total"],
            ["Ana", 7, 7.5, 7, "=SUM(B2:D2)"],
            ["Bo", 8, 6, 7, "=SUM(B3:D3)"],
        ],
    )
    articles = enumerate(("Vis", "Clou", "Colle", "Bois"), 1)
    stock: list[list[Any]] = [["Réf", "Article", "Stock", "Seuil", "À commander"]]
    stock += [[f"A-{n:02}", name, n * 3, 10, f'=IF(C{n + 1}<D{n + 1},"oui","non")'] for n, name in articles]
    yield "inventaire.xlsx", stock
    yield (
        "notes.xlsx",
        [["Nom", "Note", "Rang"]]
        + [
            [name, 10 + rank, f"=RANK(B{rank + 2},$B$2:$B$5)"]
            for rank, name in enumerate(("A", "B", "C", "D"))
        ],
    )
    yield (
        "prets.xlsx",
        [["Montant", 15000], ["Taux", 0.036], ["Mois", 60], ["Mensualité", "=-PMT(B2/12,B3,B1)"]],
    )
    yield (
        "repertoire.xlsx",
        [
            ["Nom", "Téléphone", "Code postal"],
            ["Riou", "01 99 00 11 22", "29999"],
            ["Bris", "01 99 00 11 23", "01999"],
        ],
    )
    yield (
        "tarif.xlsx",
        [["Taux de TVA", 0.2], [], ["Article", "HT", "TTC"]]
        + [[name, 10 * rank, f"=ROUND(B{rank + 3}*(1+$B$1),2)"] for rank, name in enumerate("XYZ", 1)],
    )
    yield "ventes.xlsx", [["Mois", "Nord", "Sud"], ["Janvier", 120, 90], ["Février", 130, 95], ["Mars", 110, 99],
                          ["Total", "=SUM(B2:B4)", "=SUM(C2:C4)"], ["Moyenne", "=AVERAGE(B2:B4)",
                          "=AVERAGE(C2:C4)"]]  # fmt: skip
