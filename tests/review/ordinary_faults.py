# ruff: noqa: E501 -- a fault stays on one line
"""Faults put in the ordinary documents, one at a time, and whether the draft's checks find them.

Run as a script: `python -m tests.review.ordinary_faults`. What is not found is printed.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ascom_coach.documents import Document
from tests.review.material import draft_review
from tests.review.ordinary import all_sets, opened

_NIR = "2 85 04 75 116 203 " + str(97 - 2850475116203 % 97)
FAULTS: list[tuple[str, str, str, str]] = [
    ("2e-relance.docx", "28 avril 2026", "14 avril 2026", "echeances"),
    ("2e-relance.docx", "Madame,", "Monsieur,", "interlocuteur"),
    ("2e-relance.docx", "FA2603-0187", "[N° facture]", "a_completer"),
    ("mise-en-demeure.odt", "Monsieur Gilles Hamon", "Madame Gisèle Hamon", "interlocuteur"),
    ("mise-en-demeure.odt", "4 mai 2026", "31 juin 2026", "jours"),
    ("FACTURE 2026-0112.xlsx", "SIRET 522 614 980 00017 – TVA FR 61 522614980", "", "mentions"),
    ("FACTURE 2026-0112.xlsx", "11/06/2026", "11/04/2026", "echeances"),
    ("facture_franchise.docx", "TVA non applicable, art. 293 B du CGI", "", "mentions"),
    ("facture_franchise.docx", "90,00 €", "99,00 €", "calculs"),
    ("facture_franchise.docx", "440,00", "404,00", "calculs"),
    ("facture_deux_taux.docx", "720,00", "702,00", "calculs"),
    ("facture_deux_taux.docx", "891,40", "819,40", "calculs"),
    ("facture_deux_taux.docx", "641,40", "614,40", "calculs"),
    ("facture_deux_taux.docx", "Escompte : néant.", "", "mentions"),
    ("facture_deux_taux.docx", "FACTURE N° 26/0451", "FACTURE", "mentions"),
    ("facture-electricite.pdf", "TVA 10 % 9,00 EUR", "TVA 10 % 18,00 EUR", "calculs"),
    ("facture-electricite.pdf", "Total TTC 99,00 EUR", "Total TTC 89,00 EUR", "calculs"),
    ("Devis traiteur.odt", ", valable deux mois", "", "mentions"),
    ("Devis traiteur.odt", "TVA 10 % : 44,00 €", "TVA 20 % : 44,00 €", "calculs"),
    ("Devis traiteur.odt", "12 septembre 2026", "12 mai 2026", "echeances"),
    ("BL 5521.txt", "Quantité livrée", "", "mentions"),
    ("demande avoir.eml", "24 avril", "3 avril", "echeances"),
    ("demande avoir.eml", "Vous trouverez", "Tu trouveras", "registre"),
    ("reponse-avis.txt", "vous offrons", "t’offrons", "registre"),
    ("relance devis.docx", "Je vous appellerai", "Je te appellerai", "registre"),
    ("message tel.txt", "12/06/2026", "31/06/2026", "jours"),
    ("PV CSE.docx", "Étaient présents : Yves Roland, Fatou Diallo, Christophe Bruneau.", "", "mentions"),
    ("PV CSE.docx", "9 juin 2026", "mercredi 9 juin 2026", "jours"),
    ("convocation AG.eml", "vendredi 26 juin 2026", "samedi 26 juin 2026", "jours"),
    ("convocation AG.eml", "vendredi 26 juin 2026", "vendredi 22 mai 2026", "echeances"),
    ("convocation AG.eml", " à 19 h au dojo municipal", " au dojo municipal", "mentions"),
    ("attestation travail.docx", "Mme Aline Roussel", "Mme Aline Roussel, enceinte,", "donnees_personnelles"),
    ("attestation travail.docx", "est employée", f"({_NIR}) est employée", "donnees_personnelles"),
    ("reponse candidature.docx", "Veuillez agréer, Monsieur,", "Veuillez agréer, Madame,", "interlocuteur"),
    ("clients2026.ods.csv", "contact@mercier.example", "contact.mercier.example", "saisies"),
    ("clients2026.ods.csv", "53100", "531000", "saisies"),
    ("infos-juin.html", "lundi 29 juin 2026", "mardi 29 juin 2026", "jours"),
    ("emailing soldes.html", "Se désabonner", "Nos boutiques", "desinscription"),
    (
        "publipostage.docx",
        "Si vous ne souhaitez plus recevoir nos courriers, un simple message à stop@lilou.example suffit.",
        "",
        "desinscription",
    ),
    ("post linkedin.txt", "menuisier", "menuisier " + "et encore un mot " * 200, "longueur_media"),
    ("note conges.txt", "15 mai 2026", "15 mars 2026", "echeances"),
    ("note conges.txt", "Objet : congés d’été", "", "mentions"),
    ("affiche soldes.docx", "Boutique Lilou, 12 rue Basse, 14000 Caen – 01 99 00 45 52", "", "mentions"),
    ("tarifs ete.xlsx", " TTC", "", "mentions"),
    ("reponse-reclamation.eml", "20 mars 2026", "10 mars 2026", "echeances"),
    ("appel-offre-nettoyage.eml", "27 mars 2026", "27 février 2026", "echeances"),
    ("convocation-entretien.eml", "Bonjour Monsieur Cordier", "Bonjour Monsieur Lemoine", "interlocuteur"),
    ("lettre-bienvenue.docx", "Madame Jeanne Collet", "Monsieur Jean Collet", "interlocuteur"),
    ("relance-pasquet.docx", "486,00 €", "XXX €", "a_completer"),
    ("bon-de-commande-12.docx", "74,00", "47,00", "calculs"),
    ("bon-de-commande-12.docx", "Bon de commande n° BC-2026-12", "Bon de commande", "mentions"),
    (
        "compte-rendu-reunion.docx",
        "Présents : Claire Morel, Paul Guérin, Inès Baron. Excusée : Maya Costa.",
        "",
        "mentions",
    ),
    (
        "formulaire-commande.docx",
        "Les informations recueillies servent à traiter votre commande ; vous disposez d’un droit d’accès et de rectification (RGPD).",
        "",
        "mentions",
    ),
    ("flyer-portes-ouvertes.docx", "Samedi 28", "Dimanche 28", "jours"),
]
"""(file, text, what it becomes, the check that must find it)."""


def spoilt(document: Document, old: str, new: str) -> Document:
    """The document with a text replaced in its blocks, its subject, its cells. Raises AssertionError when it is absent."""
    blocks = tuple(replace(block, text=block.text.replace(old, new)) for block in document.blocks)
    mail = document.mail
    if mail is not None:
        mail = replace(mail, subject=mail.subject.replace(old, new))
    sheets = []
    for sheet in document.sheets:
        cells = {}
        for place, cell in sheet.cells.items():
            if isinstance(cell.value, str) and old in cell.value:
                cells[place] = replace(cell, value=cell.value.replace(old, new))
            elif cell.text == old:
                cells[place] = replace(cell, value=Decimal(new))
            else:
                cells[place] = cell
        sheets.append(replace(sheet, cells=cells))
    links = tuple(
        replace(link, text=link.text.replace(old, new), target=link.target.replace(old, new))
        for link in document.links
    )
    changed = replace(document, blocks=blocks, mail=mail, sheets=tuple(sheets), links=links)
    assert changed != document, f"{document.path}: {old}"
    return changed


def missed() -> list[tuple[str, str, str, str]]:
    """The faults that no remark of their check tells."""
    known = {one.name: one for one in all_sets()}
    left = []
    for name, old, new, check in FAULTS:
        one = known[name]
        review = draft_review(spoilt(opened(one), old, new), production=one.production)
        if not any(
            item.check == f"brouillon:{check}" and item.status in ("defaut", "a_verifier")
            for item in review.findings
        ):
            left.append((name, old, new, check))
    return left


if __name__ == "__main__":
    lost = missed()
    print(f"{len(FAULTS) - len(lost)} fautes trouvées sur {len(FAULTS)}")
    for fault in lost:
        print("   ", *fault, sep=" | ")
