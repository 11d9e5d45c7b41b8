# ruff: noqa: E501 -- a sentence stays on one line
"""Ordinary documents without a fault, of many productions and layouts: what must bring no remark.

Run as a script to measure: `python -m tests.review.ordinary [--detail]`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from ascom_coach.documents import Document, parse_bytes
from tests.documents.builders import odf


@dataclass(frozen=True)
class Ordinary:
    """A clean file and the production it is for."""

    name: str
    production: str
    data: bytes


def word(*items: Any, header: str = "", footer: str = "") -> bytes:
    """Paragraphs (text, or (text, style)) and tables (list of rows)."""
    import docx

    document = docx.Document()
    for item in items:
        if isinstance(item, list):
            table = document.add_table(len(item), len(item[0]))
            for r, row in enumerate(item):
                for c, text in enumerate(row):
                    table.cell(r, c).text = text
        else:
            text, style = item if isinstance(item, tuple) else (item, None)
            document.add_paragraph(text, style=style)
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def writer(*items: Any) -> bytes:
    """The same as an OpenDocument text."""
    parts = []
    for item in items:
        if isinstance(item, list):
            rows = "".join(
                "<table:table-row>"
                + "".join(
                    f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>" for text in row
                )
                + "</table:table-row>"
                for row in item
            )
            parts.append(f'<table:table table:name="T">{rows}</table:table>')
        else:
            text = item[0] if isinstance(item, tuple) else item
            parts.append(f"<text:p>{escape(text)}</text:p>")
    return odf("text", "".join(parts))


def mail(
    sender: str, to: str, subject: str, body: str, *, attach: Sequence[str] = (), **headers: str
) -> bytes:
    """A message of the 16th of March 2026."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = headers.pop("date", "Mon, 16 Mar 2026 09:20:00 +0100")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    for name in attach:
        message.add_attachment(b"%PDF-1.4 essai", maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def sheet(
    rows: Sequence[Sequence[Any]],
    *,
    title: str = "Feuil1",
    frozen: str = "",
    dress: Callable[[Any], None] | None = None,
) -> bytes:
    """A workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(list(row))
    if frozen:
        page.freeze_panes = frozen
    if dress:
        dress(page)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(content: str) -> bytes:
    """A plain text."""
    return content.encode("utf-8")


FIRM = "Atelier Chambly SARL au capital de 12 000 € – 4 rue des Tanneurs, 37000 Tours – SIREN 512 330 871 – RCS Tours"
RELANCE = (
    "Atelier Chambly", "4 rue des Tanneurs", "37000 Tours", "Librairie Pasquet", "Monsieur Alain Pasquet", "18 place du Marché",
    "41000 Blois", "Tours, le 16 mars 2026", "Objet : rappel de la facture F-2026-031", "Monsieur,",
    "Sauf erreur de notre part, la facture F-2026-031 du 30 janvier 2026, d’un montant de 486,00 € TTC, échue le 1er mars 2026, n’est pas réglée à ce jour.",
    "Nous vous remercions de bien vouloir nous adresser votre règlement avant le 31 mars 2026. Si votre paiement nous est parvenu entre-temps, ne tenez pas compte de ce courrier.",
    "Nous vous prions d’agréer, Monsieur, nos salutations distinguées.", "Claire Morel", "Assistante de gestion",
)  # fmt: skip
LINES = [
    ["Désignation", "Quantité", "Prix unitaire HT", "Montant HT"],
    ["Étagère en chêne", "4", "85,00 €", "340,00 €"],
    ["Pose, par heure", "3", "38,50 €", "115,50 €"],
    ["Total HT", "", "", "455,50 €"],
    ["TVA 20 %", "", "", "91,10 €"],
    ["Total TTC", "", "", "546,60 €"],
]
INVOICE = (
    "Atelier Chambly SARL", "4 rue des Tanneurs, 37000 Tours", "SIREN 512 330 871 – RCS Tours – TVA FR 40 512330871", "Hôtel du Cygne SARL",
    "6 quai de la Loire, 37000 Tours", "Facture n° F-2026-044", "Date : 16 mars 2026", "Date de la prestation : 12 mars 2026", LINES,
    "Échéance : 15 avril 2026. Règlement par virement.",
    "En cas de retard, pénalités au taux de 10 % l’an et indemnité forfaitaire de 40 € pour frais de recouvrement. Pas d’escompte pour paiement anticipé.",
)  # fmt: skip
QUOTE = (
    "Jardins Malaval", "12 chemin du Moulin, 34000 Montpellier", "SIREN 498 217 660 – RM 34", "Mme Odile Perrin", "3 rue Haute, 34000 Montpellier",
    "DEVIS n° D-2026-018", "Date : 3 mars 2026", "Offre valable jusqu’au 3 avril 2026",
    [
        ["Prestation", "Qté", "P.U. HT", "Total HT"],
        ["Taille de haie", "6", "32,00", "192,00"],
        ["Évacuation des déchets", "1", "60,00", "60,00"],
        ["", "", "Total HT", "252,00"],
        ["", "", "TVA 20 %", "50,40"],
        ["", "", "Total TTC", "302,40"],
    ],
    "Délai d’exécution : deux semaines après votre accord. Acompte de 30 % à la commande, solde à la fin des travaux.",
    "Bon pour accord, date et signature du client :",
)  # fmt: skip


def everything() -> list[Ordinary]:
    """The whole set."""
    return [
        Ordinary("relance-pasquet.docx", "P1.5", word(*RELANCE, footer=FIRM)),
        Ordinary("relance-pasquet.odt", "P1.5", writer(*RELANCE)),
        Ordinary("facture-044.docx", "P1.4", word(*INVOICE)),
        Ordinary("facture-044.odt", "P1.4", writer(*INVOICE)),
        Ordinary("devis-018.docx", "P1.4", word(*QUOTE)),
        Ordinary("avoir-007.txt", "P1.4", text(
            "Atelier Chambly SARL\n4 rue des Tanneurs, 37000 Tours\nSIREN 512 330 871 - RCS Tours\n\nHôtel du Cygne\n6 quai de la Loire, 37000 Tours\n\n"
            "AVOIR n° A-2026-007\nDate : 18 mars 2026\nMotif : retour d’une étagère abîmée\nFacture d’origine n° F-2026-044 du 16 mars 2026\n\n"
            "Total HT : 85,00 €\nTVA 20 % : 17,00 €\nTotal TTC : 102,00 €\nNet à déduire : 102,00 €\n")),
        Ordinary("bon-de-commande-12.docx", "P1.4", word(
            "Librairie Pasquet", "18 place du Marché, 41000 Blois", "SIREN 401 552 339 – RCS Blois", "Bon de commande n° BC-2026-12", "Date : 9 mars 2026",
            "Livraison souhaitée le 20 mars 2026, à la même adresse",
            [["Référence", "Désignation", "Quantité", "Prix HT", "Montant HT"], ["CA-10", "Cahier ligné", "40", "1,85", "74,00"],
             ["ST-22", "Stylo bleu", "25", "0,92", "23,00"], ["", "", "", "Total HT", "97,00"]])),
        Ordinary("reponse-reclamation.eml", "P1.5", mail(
            "Léa Roussel <lea.roussel@tissages-vallier.example>", "Mme Nadia Ferhat <nadia.ferhat@messagerie.example>", "Votre réclamation du 12 mars, commande C-4471",
            "Bonjour Madame Ferhat,\n\nNous avons bien reçu votre message et nous vous présentons nos excuses pour le retard de la commande C-4471.\n\n"
            "Votre colis partira mercredi 18 mars 2026 et vous sera livré au plus tard le 20 mars 2026, entre 9 h et 12 h.\n\n"
            "Je reste à votre disposition au 01 99 00 41 27.\n\nCordialement,\n\nLéa Roussel\nService clients\nTissages Vallier\n")),
        Ordinary("appel-offre-nettoyage.eml", "P1.5", mail(
            "Hugo Lenoir <h.lenoir@cabinet-arcade.example>", "commercial@proprete-ouest.example", "Demande de devis pour des fournitures d’entretien",
            "Madame, Monsieur,\n\nNous souhaitons renouveler nos fournitures d’entretien et nous vous consultons pour les quantités suivantes : 20 bidons de savon, "
            "12 cartons de papier et 6 balais.\n\nMerci de nous adresser votre meilleure offre avant le vendredi 27 mars 2026, avec vos délais de livraison et vos conditions de règlement.\n\n"
            "Vous trouverez la liste complète en pièce jointe.\n\nCordialement,\n\nHugo Lenoir\nAssistant\nCabinet Arcade\n", attach=("besoins-entretien.pdf",))),
        Ordinary("mot-atelier.txt", "P1.5", text(
            "Objet : livraison de demain\n\nBonjour Karim,\n\nLe transporteur passera demain à 8 h pour les trois palettes de la commande C-4502. "
            "Peux-tu les préparer ce soir et me prévenir si un carton manque ?\n\nMerci, et bonne soirée.\n\nLéa\n")),
        Ordinary("argumentaire-vitrine.docx", "P1.5", word(
            ("Argumentaire : la vitrine réfrigérée Nova", "Title"), ("Ce que le client y gagne", "Heading 1"),
            ("Une consommation électrique plus faible que celle de l’ancien modèle.", "List Bullet"), ("Un entretien simple, sans outil.", "List Bullet"),
            ("Répondre aux objections", "Heading 1"), "Le prix paraît élevé : la garantie de trois ans et les économies d’énergie le compensent.")),
        Ordinary("fiche-appel.docx", "P2.1", word(
            "Message téléphonique", [["Appel reçu par", "Inès Baron"], ["Date et heure", "17 mars 2026, 10 h 15"], ["Correspondant", "M. Tristan Le Goff, Menuiserie Armor"],
             ["Téléphone", "06 39 98 44 10"], ["Motif", "Souhaite avancer la visite du chantier"], ["Suite à donner", "Le rappeler avant midi"]])),
        Ordinary("absence.txt", "P2.1", text(
            "Bonjour,\n\nJe suis absente du 23 au 27 mars 2026. Pour toute demande urgente, vous pouvez écrire à accueil@maison-aubin.example ou appeler le 01 99 00 25 60.\n\n"
            "Je vous répondrai à mon retour, le lundi 30 mars 2026.\n\nCordialement,\n\nSarah Aubin\n")),
        Ordinary("planning-mars.xlsx", "P2.2", sheet(
            [["Planning de la semaine du 16 au 20 mars 2026"], ["Personne", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"],
             ["Inès", "accueil", "accueil", "devis", "accueil", "repos"], ["Paul", "devis", "repos", "accueil", "stocks", "accueil"], ["Maya", "stocks", "devis", "stocks", "devis", "stocks"]], title="Planning")),
        Ordinary("plan-classement.docx", "P2.2", word(
            ("Plan de classement numérique", "Title"), ("01 Clients", "Heading 1"), ("01-1 Devis", "List Bullet"), ("01-2 Factures", "List Bullet"),
            ("02 Fournisseurs", "Heading 1"), ("02-1 Commandes", "List Bullet"), "Chaque fichier porte la date, le nom du tiers et l’objet : 2026-03-16_Pasquet_relance.")),
        Ordinary("ventes-trimestre.xlsx", "P2.3", sheet(
            [["Ventes du premier trimestre 2026"], [], ["Mois", "Boutique", "En ligne", "Total"], ["Janvier", 12400, 3100, "=B4+C4"], ["Février", 11850, 3420, "=B5+C5"],
             ["Mars", 13200, 3980, "=B6+C6"], ["Total", "=SUM(B4:B6)", "=SUM(C4:C6)", "=SUM(D4:D6)"]], title="Ventes", dress=_chart)),
        Ordinary("convocation-reunion.docx", "P2.4", word(
            "Tours, le 9 mars 2026", "Objet : convocation à la réunion d’équipe", "Madame, Monsieur,",
            "Vous êtes invités à la réunion d’équipe qui aura lieu le mardi 24 mars 2026 à 14 h, en salle Ronsard.", "Ordre du jour :",
            ("bilan du mois de février", "List Number"), ("planning des congés", "List Number"), ("questions diverses", "List Number"),
            "Merci de confirmer votre présence avant le vendredi 20 mars 2026.", "Cordialement,", "Claire Morel, assistante")),
        Ordinary("compte-rendu-reunion.docx", "P2.4", word(
            ("Compte rendu de la réunion du 24 mars 2026", "Title"), "Présents : Claire Morel, Paul Guérin, Inès Baron. Excusée : Maya Costa.", ("Planning des congés", "Heading 1"),
            "Les souhaits sont recueillis et les périodes de fermeture sont validées.", ("Décisions", "Heading 1"),
            [["Décision", "Responsable", "Échéance"], ["Afficher le planning des congés", "Inès Baron", "3 avril 2026"], ["Commander les badges", "Paul Guérin", "10 avril 2026"]],
            "Prochaine réunion : mardi 21 avril 2026 à 14 h.")),
        Ordinary("note-de-service.odt", "P2.4", writer(
            "Note de service", "Date : 11 mars 2026", "De : la direction", "À : l’ensemble du personnel", "Objet : nouveaux horaires de l’accueil",
            "À compter du lundi 6 avril 2026, l’accueil est ouvert de 8 h 30 à 12 h 30 et de 13 h 30 à 17 h 30.", "Merci d’en informer vos correspondants.")),
        Ordinary("mode-operatoire-scan.docx", "P2.4", word(
            ("Mode opératoire : numériser une facture", "Title"), ("Préparation", "Heading 1"), ("Retirer les agrafes.", "List Number"), ("Vérifier que la page est lisible.", "List Number"),
            ("Numérisation", "Heading 1"), ("Poser la facture sur la vitre, face vers le bas.", "List Number"), ("Choisir le format PDF.", "List Number"),
            ("Enregistrer le fichier dans le dossier du fournisseur.", "List Number"))),
        Ordinary("convocation-entretien.eml", "P2.5", mail(
            "Service du personnel <personnel@aide-domicile-sillon.example>", "M. Bastien Cordier <bastien.cordier@messagerie.example>", "Convocation à un entretien d’embauche",
            "Bonjour Monsieur Cordier,\n\nNous avons étudié votre candidature au poste d’agent d’accueil et nous souhaitons vous rencontrer.\n\n"
            "L’entretien aura lieu le jeudi 26 mars 2026 à 10 h, au 9 rue du Sillon, à Rezé. Merci de vous munir de vos diplômes.\n\n"
            "Pour confirmer, répondez à ce message ou appelez le 01 99 00 71 33.\n\nCordialement,\n\nMme Lucie Hamon\nResponsable du personnel\n")),
        Ordinary("prospects.xlsx", "P1.2", sheet(
            [["Nom", "Prénom", "Adresse", "Code postal", "Ville", "E-mail", "Téléphone"], ["Garnier", "Élise", "2 rue du Puits", "44000", "Nantes", "elise.garnier@messagerie.example", "06 39 98 10 21"],
             ["Tanguy", "Yann", "7 quai Ouest", "29200", "Brest", "yann.tanguy@courrier.example", "06 39 98 10 22"], ["Sow", "Aminata", "15 allée des Tilleuls", "35000", "Rennes", "a.sow@courrier.example", "01 99 00 10 23"],
             ["Lebrun", "Marc", "4 place Neuve", "44100", "Nantes", "", "06 39 98 10 24"]], title="Prospects", frozen="A2")),
        Ordinary("stocks.csv", "P1.2", "Référence;Désignation;Stock;Stock mini\nCA-10;Cahier ligné;140;60\nST-22;Stylo bleu;75;80\nCL-03;Classeur;32;20\n".encode("cp1252")),
        Ordinary("suivi-reglements.xlsx", "P1.3", sheet(
            [["Suivi des règlements, mars 2026"], ["Facture", "Client", "Échéance", "Montant TTC", "Réglé", "Reste dû"], ["F-2026-031", "Librairie Pasquet", "01/03/2026", 486, 0, "=D3-E3"],
             ["F-2026-036", "Hôtel du Cygne", "10/03/2026", 1250.5, 1250.5, "=D4-E4"], ["F-2026-040", "Cabinet Arcade", "20/03/2026", 310, 100, "=D5-E5"], ["Total", None, None, "=SUM(D3:D5)", "=SUM(E3:E5)", "=SUM(F3:F5)"]], title="Règlements")),
        Ordinary("grille-prospects.xlsx", "P1.1", sheet(
            [["Grille de collecte : prospects du salon"], ["Date", "Nom", "Société", "Besoin", "Source", "Suite à donner"], ["14/03/2026", "Mme Arnal", "Boulangerie Arnal", "Four à sole", "Salon", "Rappeler"],
             ["14/03/2026", "M. Dupin", "Crêperie Dupin", "Vitrine", "Salon", "Envoyer la documentation"]])),
        Ordinary("synthese-offres.docx", "P1.1", word(
            ("Synthèse des trois offres reçues", "Title"), ("Comparaison", "Heading 1"), [["Fournisseur", "Prix HT", "Délai"], ["Propreté Ouest", "612,00 €", "5 jours"], ["Nettéo", "580,00 €", "9 jours"], ["Brillance", "640,00 €", "3 jours"]],
            ("Proposition", "Heading 1"), "Nettéo est le moins cher ; Brillance livre le plus vite. Pour un besoin urgent, nous proposons Brillance.")),
        Ordinary("page-ateliers.html", "P3.3", text(
            '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Ateliers de printemps – Vergers Soulier</title></head><body><h1>Ateliers de printemps</h1>'
            '<p>Venez apprendre à tailler vos fruitiers le samedi 28 mars 2026, de 10 h à 12 h.</p><img src="taille.jpg" alt="Une main tient un sécateur devant une branche de pommier">'
            '<h2>Tarif</h2><p>12 € par personne, matériel compris.</p><p><a href="inscription.html">S’inscrire à un atelier</a> – <a href="mentions-legales.html">Mentions légales</a></p></body></html>')),
        Ordinary("publication-facebook.txt", "P3.3", text(
            "Samedi 28 mars 2026, apprenez à tailler vos fruitiers avec nous ! Rendez-vous à 10 h au verger, 12 € par personne. Réservez au 01 99 00 38 15. #verger #printemps")),
        Ordinary("emailing-printemps.eml", "P3.4", mail(
            "Vergers Soulier <bonjour@vergers-soulier.example>", "Vergers Soulier <clients@vergers-soulier.example>", "Nos ateliers de printemps : réservez votre place",
            "Bonjour,\n\nLe printemps arrive et nos ateliers reprennent le samedi 28 mars 2026. Profitez de 10 % de remise avant le 22 mars 2026 avec le code TAILLE.\n\n"
            "À bientôt au verger,\n\nToute l’équipe des Vergers Soulier\n3 route du Verger, 49000 Angers\n\nVous recevez ce message car vous êtes client. Pour ne plus recevoir nos offres, vous pouvez vous désinscrire : https://vergers-soulier.example/desinscription\n")),
        Ordinary("communique.docx", "P3.5", word(
            ("Communiqué de presse", "Title"), "Angers, le 16 mars 2026", ("Les Vergers Soulier ouvrent leurs portes", "Heading 1"),
            "Les Vergers Soulier accueillent le public le samedi 28 mars 2026, de 10 h à 17 h. Au programme : taille, greffe et dégustation de jus. L’entrée est libre.",
            "Contact presse : Marion Soulier, 01 99 00 38 15, presse@vergers-soulier.example")),
        Ordinary("suivi-campagne.xlsx", "P3.6", sheet(
            [["Campagne", "Envois", "Ouvertures", "Clics", "Taux d’ouverture"], ["Mars", 420, 168, 37, "=C2/B2"], ["Avril", 410, 172, 41, "=C3/B3"], ["Total", "=SUM(B2:B3)", "=SUM(C2:C3)", "=SUM(D2:D3)", "=C4/B4"]], title="Campagne")),
        Ordinary("formulaire-commande.docx", "P3.2", word(
            ("Formulaire de commande", "Title"), "Nom : ....................", "Prénom : ....................", "Téléphone : ....................",
            [["Article", "Prix TTC", "Quantité"], ["Bouquet rond", "24,00 €", ""], ["Plante verte", "18,50 €", ""]],
            "Les informations recueillies servent à traiter votre commande ; vous disposez d’un droit d’accès et de rectification (RGPD).")),
        Ordinary("flyer-portes-ouvertes.docx", "P3.2", word(
            ("Portes ouvertes", "Title"), "Samedi 28 et dimanche 29 mars 2026, de 10 h à 18 h", "Entrée libre, dégustation offerte", "Domaine Fabre – 2 route des Vignes, 11100 Narbonne – 01 99 00 52 08")),
        Ordinary("echange-equipe.txt", "P3.7", text(
            "Bonjour à tous,\n\nLa version 2 de la brochure est dans l’espace partagé. Merci de noter vos remarques avant jeudi soir ; je les reprendrai vendredi matin.\n\nBonne journée,\n\nMarion\n")),
        Ordinary("lettre-bienvenue.docx", "P2.1", word(
            "Maison Aubin", "27 avenue du Lac", "74000 Annecy", "Madame Jeanne Collet", "5 rue des Lilas", "74000 Annecy", "Annecy, le 16 mars 2026", "Objet : bienvenue chez nous", "Madame,",
            "Nous sommes heureux de vous compter parmi nos clients. Notre équipe vous accueille du mardi au samedi, de 9 h à 19 h.",
            "Vous pouvez joindre votre conseillère, Sarah Aubin, au 01 99 00 25 60.", "Nous vous prions d’agréer, Madame, nos salutations distinguées.", "Sarah Aubin")),
    ]  # fmt: skip


def _chart(page: Any) -> None:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.title = "Ventes du premier trimestre 2026, en euros"
    chart.add_data(Reference(page, min_col=2, max_col=3, min_row=3, max_row=6), titles_from_data=True)
    chart.set_categories(Reference(page, min_col=1, min_row=4, max_row=6))
    page.add_chart(chart, "F3")


@cache
def all_sets() -> list[Ordinary]:
    """These documents, those of `ordinary_more.py` and those of `ordinary_third.py`."""
    from tests.review.ordinary_more import more
    from tests.review.ordinary_third import third

    return [*everything(), *more(), *third()]


@cache
def opened(one: Ordinary) -> Document:
    """One of them, read."""
    return parse_bytes(one.data, one.name)


def measure(*, named: bool) -> list[tuple[str, str, str, str]]:
    """(file, status, check, message) of every remark; `named` says that the production was confirmed."""
    from tests.review.material import draft_review

    found = []
    for one in all_sets():
        review = draft_review(opened(one), production=one.production if named else None)
        for finding in review.findings:
            if finding.status in ("defaut", "a_verifier") and finding.check.startswith("brouillon:"):
                found.append((one.name, finding.status, finding.check, finding.message))
    return found


if __name__ == "__main__":
    files = len(all_sets())
    for named in (True, False):
        remarks = measure(named=named)
        counted = sum(status == "defaut" for _, status, _, _ in remarks)
        doubts = len(remarks) - counted
        way = "production confirmée" if named else "production devinée"
        print(
            f"{files} documents, {way} : {counted} remarques comptées, {doubts} « à vérifier », {doubts / files:.2f} par document"
        )
        if "--detail" in sys.argv:
            for remark in remarks:
                print("   ", *remark, sep=" | ")
