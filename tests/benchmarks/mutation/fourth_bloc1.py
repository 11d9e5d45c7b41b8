"""The fourth hand's faults in the answer to the client and in the message to the workshop.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.benchmarks.mutation.fourth import (
    coloured,
    everywhere_like,
    glued,
    last_swap,
    shouted,
    sized,
    whole,
)
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, turned, without
from tests.benchmarks.mutation.third import all_without, both, cut, everywhere, faults

SLOT = r"mardi 17 novembre à \d+ h(?: \d\d)?"
OLD_HOURS = {"11 h": "8 h 30", "13 h 30": "9 h 15", "10 h 45": "8 h 15"}
"""The hour first given by the workshop, by the hour of the call that changed it."""
OLD_PHONES = {"I-2418": "02 61 91 40 12", "I-2507": "02 61 91 33 57", "I-2631": "02 61 91 72 26"}
"""The number that the client no longer has, by file."""


def _old_slot(match: re.Match[str]) -> str:
    hour = match[0].partition(" à ")[2]
    return f"mardi 17 novembre à {OLD_HOURS.get(hour, '8 h 30')}"


def _turned(match: re.Match[str]) -> str:
    return turned(match[0])


def _colleague(match: re.Match[str]) -> str:
    return "Joris" if match[1] == "Elsa" else "Elsa"


def letter() -> Iterator[OtherFault]:
    yield from _letter_facts()
    yield from _letter_manners()


def _letter_facts() -> Iterator[OtherFault]:
    yield from faults("reponse", (
        ("first hour kept after the workshop’s call", "K1.2", swap_like(SLOT, _old_slot)),
        ("weekday that is not the date’s", "K1.2", swap("mardi 17 novembre", "lundi 17 novembre")),
        ("visit a day late", "K1.2", swap("mardi 17 novembre", "mercredi 18 novembre")),
        ("visit without an hour", "K1.2",
         swap_like(SLOT, lambda m: "mardi 17 novembre dans la journée")),
        ("visit without a day", "K1.2",
         swap_like(r"\w+ passera chez vous mardi .*? une heure\.",
                   lambda m: "Un technicien passera chez vous dès que possible.")),
        ("another technician announced", "K1.2",
         swap_like(r"(Joris|Malik|Elsa)(?= passera)", _colleague)),
        ("two hours in the same letter", "K1.2",
         sentence("passera chez vous", "Nous vous disons donc à mardi, 16 h.")),
        ("invoice number mistyped", "K1.2", swap_like(r"F-2026-\d{3}", _turned)),
        ("file number mistyped", "K1.2", swap_like(r"I-\d{4}", _turned, line="Objet")),
        ("file number left out", "K1.2", cut(r", dossier I-\d{4}")),
        ("day of the breakdown wrong", "K1.2", swap("samedi 14 novembre", "dimanche 15 novembre")),
        ("letter dated last year", "K1.2 K1.5", swap("16 novembre 2026", "16 novembre 2025")),
        ("address taken from the faulty invoice", "K1.2 K1.3", swap("3 impasse", "13 impasse")),
        ("client’s postcode wrong", "K1.2 K1.5", last_swap("29999", "29990")),
        ("client’s name misspelt", "K1.2", swap("Mme Carole Vasseur", "Mme Carole Vaseur")),
        ("firm’s name misspelt", "K1.2 K1.5", swap("Thermélia", "Thermalia")),
        ("number to call mistyped", "K1.2", swap("01 99 00 24 18", "01 99 00 24 81", line="appelez-moi")),
        ("answer promised for a day gone by", "K1.2",
         swap("avant mercredi 18 novembre", "avant mercredi 11 novembre")),
        ("money back promised", "K1.2",
         sentence("Vous avez aussi", "La somme comptée en trop vous sera remboursée sous huit jours.")),
        ("discount above the ceiling", "K1.2",
         sentence("Vous avez aussi", "Nous vous accordons un geste commercial de 120 €.")),
        ("fault of the firm admitted", "K1.2 K1.4",
         swap("pour cette gêne", "pour cette erreur de notre part")),
        ("technician blamed", "K1.2 K1.4",
         sentence("Vous nous avez", "Notre technicien a manifestement bâclé son travail.")),
        ("inner ceiling told to the client", "K1.2 K1.4",
         sentence("Vous avez aussi", "M. Lemoine m’a interdit de dépasser un certain montant de dédommagement.")),
        ("invoice said to be right", "K1.2 K1.3",
         sentence("Vous avez aussi", "Après contrôle, cette facture est exacte.")),
        ("payment of the contested invoice asked for", "K1.2 K1.3",
         sentence("Vous avez aussi", "Merci de la régler sans attendre.")),
        ("paragraph on the invoice gone", "K1.2 K1.3", without("Vous avez aussi relevé")),
        ("corrected invoice announced, not joined", "K1.2 K1.3 K1.5",
         sentence("Vous avez aussi", "Vous trouverez ci-joint la facture corrigée.")),
        ("field of the model not filled in", "K1.2 K1.5",
         swap("le 16 novembre 2026", "le [date du jour]")),
        ("gap left for the hour", "K1.2", swap_like(SLOT, lambda m: "mardi 17 novembre à XX h")),
        ("signed by the manager himself", "K1.2 K1.5",
         both(all_without("pour M. Lemoine"), swap("Camille Perrot, assistante", "M. Lemoine, gérant"))),
        ("no name under the letter", "K1.5 K1.2", without("Camille Perrot")),
        ("letterhead gone", "K1.5 K1.2",
         all_without("Tél. 01 99", "14 quai", "Chauffage et dépannage", "Thermélia")),
        ("town and date gone", "K1.5 K1.2", cut(r"^Châteaulin-sur-Aure, le 16 novembre 2026$")),
        ("subject left empty", "K1.5 K1.2", swap_like(r"Objet :.*", lambda m: "Objet :")),
        ("subject that says nothing", "K1.5 K1.2", swap_like(r"Objet :.*", lambda m: "Objet : courrier")),
    ))  # fmt: skip


def _letter_manners() -> Iterator[OtherFault]:
    yield from faults("reponse", (
        ("a man greeted", "K1.2 K1.4 K1.5", swap("Madame,", "Monsieur,")),
        ("first name in the greeting", "K1.4 K1.2 K1.5", swap("Madame,", "Chère Carole,")),
        ("closing to another person", "K1.2 K1.4 K1.5", swap("d’agréer, Madame,", "d’agréer, Monsieur,")),
        ("closing of a chat", "K1.4 K1.5",
         swap_like(r"Je reste à votre écoute.*", lambda m: "Bonne journée et à plus tard !")),
        ("no apology, a cold sentence instead", "K1.2 K1.4",
         swap_like(r"Je vous présente nos excuses.*", lambda m: "Nous prenons note de votre mécontentement.")),
        ("threat", "K1.4 K1.2",
         sentence("passera chez vous", "En cas d’absence, votre dossier sera classé sans suite.")),
        ("tu among vous", "K1.4", swap("appelez-moi au", "appelle-moi au")),
        ("spoken link word", "K1.4", swap("Vous avez aussi relevé", "Du coup, vous avez aussi relevé")),
        ("spoken sentence", "K1.4", sentence("passera chez vous", "Y a pas de souci, on s’en occupe.")),
        ("abbreviation of a text message", "K1.4", swap("un autre rendez-vous", "un autre rdv")),
        ("infinitive for a participle", "K1.4", swap("Vous nous avez signalé", "Vous nous avez signaler")),
        ("participle without its plural", "K1.4",
         swap("sont restés sans réponse", "sont resté sans réponse")),
        ("ce / se", "K1.4", swap("Si ce moment", "Si se moment")),
        ("ça / sa", "K1.4", swap("dès que sa réponse", "dès que ça réponse")),
        ("plural forgotten", "K1.4", swap("nos excuses", "nos excuse")),
        ("verb with another person’s ending", "K1.4", swap("nous chercherons", "nous chercheront")),
        ("preposition without its accent", "K1.4",
         swap("Je reste à votre écoute", "Je reste a votre écoute")),
        ("six faults in a paragraph", "K1.4",
         both(swap("avec le matériel nécessaire", "avec le materiel nécéssaire"), swap("prévoyez", "prevoyer"),
              swap("ne vous convient plus", "ne vous conviens plus"), swap("appelez-moi", "appeler moi"),
              swap("nous chercherons", "nous chercherront"))),
        ("negation without ne", "K1.4", swap("ne vous convient plus", "vous convient pas")),
        ("sentence without its capital", "K1.4",
         swap("réponse. Je vous présente", "réponse. je vous présente")),
        ("no space before double punctuation", "K1.4 K1.5",
         swap("matériel nécessaire ;", "matériel nécessaire;")),
        ("letter in six-point type", "K1.5", whole(sized(6))),
        ("letter in pale yellow", "K1.5", whole(coloured("FFF2A8"))),
        ("paragraphs in one block", "K1.5", glued("Vous nous avez", "passera chez vous", "Vous avez aussi")),
        ("paragraph in capitals", "K1.5 K1.4", shouted),
    ))  # fmt: skip


def message() -> Iterator[OtherFault]:
    yield from faults("message_atelier", (
        ("sent to the client", "K1.2", swap_like(r"À : .*", lambda m: "À : Mme Vasseur")),
        ("sent to another technician", "K1.2",
         swap_like(r"(Joris|Malik|Elsa)(?=, atelier)", _colleague)),
        ("manager’s copy gone", "K1.2", without("Copie :")),
        ("client in copy", "K1.2", swap("Copie : M. Lemoine", "Copie : M. Lemoine, Mme Vasseur")),
        ("subject that says nothing", "K1.2 K1.5 K1.4", swap_like(r"Objet : .*", lambda m: "Objet : urgent")),
        ("first hour kept in the message", "K1.2", swap_like(SLOT, _old_slot, line="Sa mère")),
        ("first hour kept everywhere", "K1.2", everywhere_like(SLOT, _old_slot)),
        ("hour of the subject not the message’s", "K1.2",
         swap_like(SLOT, lambda m: "mardi 17 novembre à 15 h", line="Objet")),
        ("visit a day late", "K1.2", everywhere("mardi 17 novembre", "mercredi 18 novembre")),
        ("no hour for the visit", "K1.2", everywhere_like(SLOT, lambda m: "mardi 17 novembre")),
        ("file number mistyped", "K1.2", swap_like(r"I-\d{4}", _turned, line="Sa mère")),
        ("file number left out", "K1.2",
         both(swap_like(r"dossier I-\d{4}, ", lambda m: "", line="Objet"), cut(r" \(dossier I-\d{4}\)"))),
        ("day of the breakdown wrong", "K1.2", swap("samedi 14 novembre", "vendredi 13 novembre")),
        ("code mistyped", "K1.2", swap_like(r"E\d\d", lambda m: "E53")),
        ("code left out", "K1.2", cut(r" L’écran affiche le code E\d\d\.")),
        ("age mistyped", "K1.2", swap_like(r"de \d\d ans", lambda m: "de 48 ans")),
        ("fragile person left out", "K1.2", cut(r"Sa mère de \d\d ans vit avec elle : l", "L")),
        ("another relative", "K1.2", swap("Sa mère de", "Sa fille de")),
        ("part left out", "K1.2", cut(r" Merci d’emporter la sonde de pression\.")),
        ("another part", "K1.2", swap("la sonde de pression", "la vanne de gaz")),
        ("visit that may be put off", "K1.2",
         swap("est à maintenir sans faute", "peut être repoussé si besoin,")),
        ("name of another client", "K1.2", swap("Mme Vasseur (dossier", "Mme Cormier (dossier")),
        ("anomalies of the papers not reported", "K1.3 K1.2", without("Deux points à vérifier")),
        ("second anomaly not reported", "K1.3 K1.2", cut(r", et elle .*(?=\.$)")),
        ("anomaly corrected without a word to the manager", "K1.3 K1.2",
         sentence("Deux points", "J’ai déjà corrigé la facture et je l’ai renvoyée à la cliente.")),
        ("invoice number mistyped", "K1.2 K1.3", swap_like(r"F-2026-\d{3}", _turned)),
        ("money back promised through the technician", "K1.2",
         swap("Merci et bonne route.", "Dis-lui que nous la rembourserons. Merci et bonne route.")),
        ("technician blamed", "K1.4 K1.2",
         swap("Merci et bonne route.", "Cette fois, fais ton travail correctement. Bonne route.")),
        ("client spoken ill of", "K1.4 K1.2",
         swap("vit avec elle :", "vit avec elle, et elle est franchement pénible au téléphone :")),
        ("text-message spelling", "K1.4", swap("Merci et bonne route.", "Mci bcp et bonne route, tkt.")),
        ("tu and vous", "K1.4",
         swap("Merci et bonne route.", "Vous me confirmez dès que tu peux ? Merci et bonne route.")),
        ("private matter", "K1.4 K1.2",
         swap("Merci et bonne route.", "Au fait, tu viens à l’anniversaire de Léa samedi ? Bonne route.")),
        ("work order announced, not joined", "K1.2",
         swap("Merci et bonne route.", "Le bon signé est en pièce jointe. Merci et bonne route.")),
        ("old telephone given", "K1.2 K1.3",
         swap_like(r"\(dossier (I-\d{4})\)", lambda m: f"(dossier {m[1]}, tél. {OLD_PHONES[m[1]]})")),
        ("no signature", "K1.2 K1.5 K1.4", without("Camille Perrot")),
        ("no greeting", "K1.2 K1.4 K1.5", without("Bonjour")),
        ("verb for a noun", "K1.4", swap("vit avec elle", "vie avec elle")),
        ("preposition without its accent", "K1.4",
         swap("le passage est à maintenir", "le passage est a maintenir")),
        ("infinitive and participle", "K1.4", swap("Deux points à vérifier", "Deux points à vérifié")),
        ("four faults in a paragraph", "K1.4",
         both(swap("est de nouveau sans chauffage", "es de nouveaux sans chaufage"),
              swap("L’écran affiche", "L’écran affichent"))),
    ))  # fmt: skip
