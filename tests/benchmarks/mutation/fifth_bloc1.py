"""The fifth hand's faults in the answer to the client.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import (
    blanks,
    bold,
    moved_hour,
    pushed,
    said,
    several_fonts,
)
from tests.benchmarks.mutation.fourth import coloured, last_swap, line, whole
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.third import before, both, cut, faults, of_paragraph

SLOT = r"mardi 17 novembre à \d+ h(?: \d\d)?"
VISIT = r"\w+ passera chez vous .*? prévoyez une heure\."
CONTESTED = r", qu(?:e|’une) .*?(?=\. J’ai demandé)"


def letter() -> Iterator[OtherFault]:
    yield from _letter_facts()
    yield from _letter_promises()
    yield from _letter_manners()
    yield from _letter_form()
    yield from _letter_language()


def _letter_facts() -> Iterator[OtherFault]:
    about, invoice = "passera chez vous", "Vous avez aussi"
    yield from faults("reponse", (
        ("visit a week late", "K1.2", swap("mardi 17 novembre", "mardi 24 novembre")),
        ("visit a month late", "K1.2", swap("mardi 17 novembre", "mardi 17 décembre")),
        ("visit an hour late", "K1.2", swap_like(SLOT, moved_hour(1))),
        ("visit an hour early", "K1.2", swap_like(SLOT, moved_hour(-1))),
        ("visit in the course of the morning", "K1.2",
         swap_like(SLOT, said("mardi 17 novembre en cours de matinée"))),
        ("visit between eight and six", "K1.2", swap_like(SLOT, said("mardi 17 novembre, entre 8 h et 18 h"))),
        ("visit this very evening", "K1.2", swap_like(SLOT, said("ce soir, lundi 16 novembre, vers 18 h"))),
        ("visit to be agreed by telephone", "K1.2",
         swap_like(VISIT, said("L’atelier vous appellera pour fixer une date de passage."))),
        ("client asked to fix the visit herself", "K1.2",
         swap_like(VISIT, said("Merci de nous rappeler pour prendre un nouveau rendez-vous."))),
        ("somebody, nobody knows who", "K1.2", swap_like(r"\w+(?= passera chez vous)", said("Quelqu’un"))),
        ("half a day asked for", "K1.2", swap("prévoyez une heure", "prévoyez la demi-journée")),
        ("file of another client", "K1.2", swap_like(r"I-\d{4}", said("I-2366"), line="Objet")),
        ("file number without a digit", "K1.2", swap_like(r"I-\d{4}", lambda m: m[0][:-1], line="Objet")),
        ("invoice of last year", "K1.2", swap("F-2026", "F-2025")),
        ("file number in place of the invoice’s", "K1.2", swap_like(r"F-2026-\d{3}", said("I-2026"))),
        ("letter addressed to another client", "K1.2", swap("Mme Carole Vasseur", "M. Serge Moreau")),
        ("client’s first name wrong", "K1.2", swap("Mme Carole Vasseur", "Mme Caroline Vasseur")),
        ("client’s street wrong", "K1.2", swap("3 impasse du Lavoir", "3 rue du Lavoir")),
        ("client’s town wrong", "K1.2", last_swap("29999 Châteaulin-sur-Aure", "29999 Saint-Brieg-des-Flots")),
        ("weekday of the breakdown wrong", "K1.2", swap("samedi 14 novembre", "vendredi 14 novembre")),
        ("day of the breakdown taken for the visit’s", "K1.2", swap("samedi 14 novembre", "jeudi 12 novembre")),
        ("day of the breakdown left out", "K1.2", cut(r" samedi 14 novembre")),
        ("weekday of the answer wrong", "K1.2", swap("mercredi 18 novembre", "jeudi 18 novembre")),
        ("firm’s telephone mistyped in the letterhead", "K1.2 K1.5",
         swap("01 99 00 24 18", "01 99 00 42 18", line="Tél.")),
        ("client told to call her own number", "K1.2",
         swap("appelez-moi au 01 99 00 24 18", "appelez-moi au 06 39 98 10 57")),
        ("another line of the invoice contested", "K1.2 K1.3",
         swap_like(CONTESTED, said(", que le taux de TVA est trop élevé"))),
        ("line contested not named", "K1.3 K1.2", swap_like(CONTESTED, said(", un détail"))),
        ("invoice left aside", "K1.3 K1.2",
         swap_like(r"Vous avez aussi relevé.*", said("Pour le reste, voyez avec la comptabilité."))),
        ("line said to be checked already", "K1.3 K1.2",
         swap_like(r"J’ai demandé la vérification.*",
                   said("J’ai vérifié moi-même cette ligne, elle est bien due."))),
        ("checking left to the technician", "K1.2 K1.3",
         swap_like(r"(?<=vérification de cette ligne à )M\. Lemoine", said("l’apprenti"))),
        ("workshop’s instruction in the client’s letter", "K1.2",
         sentence(about, "Merci d’emporter la sonde de pression.")),
        ("manager’s instruction pasted in the letter", "K1.2 K1.4",
         sentence(invoice, "Mets aussi sa fiche à jour, elle a changé de numéro.")),
        ("sentence left from another client’s letter", "K1.2",
         sentence(about, "Votre dossier est clos depuis le 19 octobre, M. Garrec.")),
        ("another client’s troubles told", "K1.2 K1.4",
         sentence(about, "Votre voisine Mme Zeller, 9 rue du Port, a eu la même panne.")),
        ("contract announced, not joined", "K1.2 K1.5",
         sentence(invoice, "Vous trouverez ci-joint votre nouveau contrat d’entretien.")),
        ("note to oneself left", "K1.2 K1.5", sentence(invoice, "(à revoir avec le patron avant envoi)")),
        ("filling text left", "K1.2 K1.5",
         sentence(about, "Lorem ipsum dolor sit amet, consectetur adipiscing elit.")),
        ("answer of a chatbot pasted whole", "K1.2 K1.4 K1.5",
         line("Madame,", "Bien sûr ! Voici une proposition de réponse professionnelle à votre cliente :")),
    ))  # fmt: skip


def _letter_promises() -> Iterator[OtherFault]:
    about, invoice = "passera chez vous", "Vous avez aussi"
    for name, anchor, text in (
        ("difference given back", invoice, "Nous annulons cette ligne et vous rendons la différence."),
        ("transfer announced", invoice, "Un virement du trop-perçu partira dès demain."),
        (
            "cheque announced",
            invoice,
            "Vous recevrez un chèque du montant contesté avant la fin de la semaine.",
        ),
        (
            "sum deducted from the invoice",
            invoice,
            "Vous pouvez déjà déduire cette somme de votre règlement.",
        ),
        (
            "credit in words above the ceiling",
            invoice,
            "Pour nous faire pardonner, nous vous offrons un avoir de cent euros.",
        ),
        ("third of the invoice off", invoice, "Comptez sur une remise de 30 % sur cette facture."),
        (
            "voucher above the ceiling",
            invoice,
            "Vous bénéficierez d’un bon d’achat d’une valeur de 150 euros.",
        ),
        ("half of the invoice off", invoice, "Nous réduisons votre facture de moitié, à titre commercial."),
        ("visit free of charge", about, "Bien entendu, ce second passage ne vous sera pas facturé."),
        ("boiler replaced", about, "Si la panne revient, nous remplacerons la chaudière à nos frais."),
        ("no breakdown ever again", about, "Je vous garantis que la panne ne se reproduira plus."),
        (
            "hotel paid",
            about,
            "Si vous devez dormir à l’hôtel d’ici là, gardez la note : elle est pour nous.",
        ),
    ):
        yield from faults("reponse", ((name, "K1.2", sentence(anchor, text)),))
    signalled = "Vous nous avez signalé"
    for name, anchor, text in (
        (
            "work said to be unfinished",
            signalled,
            "Le travail n’a pas été terminé correctement, c’est certain.",
        ),
        (
            "repair said to be badly done",
            signalled,
            "Nous reconnaissons que la réparation n’a pas été faite dans les règles.",
        ),
        (
            "responsibility taken",
            signalled,
            "Si vous êtes sans chauffage, la responsabilité nous en revient.",
        ),
        ("error of invoicing admitted", invoice, "C’est une erreur de notre comptabilité, nous l’admettons."),
    ):
        yield from faults("reponse", ((name, "K1.2 K1.4", sentence(anchor, text)),))


def _letter_manners() -> Iterator[OtherFault]:
    about, signalled, invoice = "passera chez vous", "Vous nous avez signalé", "Vous avez aussi"
    yield from faults("reponse", (
        ("apology that makes little of it", "K1.4 K1.2",
         swap_like(r"Je vous présente nos excuses.*", said("Ce sont des choses qui arrivent."))),
        ("client suspected of her own breakdown", "K1.4 K1.2",
         sentence(about, "L’eau que vous avez ajoutée vendredi a sans doute causé la panne.")),
        ("client told what she should have done", "K1.4",
         sentence(signalled, "Il aurait suffi de lire la notice pour l’éviter.")),
        ("client told to be patient", "K1.4",
         sentence(about, "Vous n’êtes pas notre seule cliente, merci de patienter.")),
        ("client told not to call again", "K1.4", sentence(invoice, "Inutile de nous relancer d’ici là.")),
        ("client doubted", "K1.4", swap("Vous nous avez signalé que", "Vous prétendez que")),
        ("client called difficult", "K1.4", sentence(invoice, "Vous comprendrez que ce ton n’aide personne.")),
        ("absence to be invoiced", "K1.4 K1.2",
         sentence(about, "Toute absence de votre part vous sera facturée 45 €.")),
        ("joke on the cold", "K1.4", sentence(signalled, "Heureusement, une bonne couette fait des miracles !")),
        ("three exclamation marks", "K1.4", swap("par ce froid.", "par ce froid !!!")),
        ("familiar sentence", "K1.4", sentence(about, "On vous règle ça vite fait, promis.")),
        ("slang", "K1.4", swap("pour cette gêne", "pour cette galère")),
        ("order instead of a request", "K1.4",
         swap("Si ce moment ne vous convient plus, appelez-moi au", "Soyez présente. Sinon, tél.")),
        ("jargon of the workshop", "K1.4",
         sentence(about, "Il contrôlera le vase, le pressostat, la V3V et le circuit primaire du BT.")),
        ("manager’s opinion told", "K1.4 K1.2", sentence(invoice, "M. Lemoine pense que vous exagérez un peu.")),
        ("firm’s quarrels told", "K1.4 K1.2",
         sentence(signalled, "L’atelier est débordé et personne ici ne prend les messages.")),
        ("greeting to nobody", "K1.4 K1.5", swap("Madame,", "À qui de droit,")),
        ("greeting with the name misspelt", "K1.4 K1.2 K1.5", swap("Madame,", "Madame Vaseur,")),
        ("closing with kisses", "K1.4 K1.5", swap_like(r"Je reste à votre écoute.*", said("Bises et bon courage."))),
        ("closing of a text message", "K1.4 K1.5", swap_like(r"Je reste à votre écoute.*", said("Cdlt"))),
    ))  # fmt: skip


def _letter_form() -> Iterator[OtherFault]:
    about, invoice = "passera chez vous", "Vous avez aussi"
    yield from faults("reponse", (
        ("no date", "K1.5 K1.2", cut(r", le 16 novembre 2026$")),
        ("date of tomorrow", "K1.2 K1.5", swap("le 16 novembre 2026", "le 17 novembre 2026")),
        ("date a month late", "K1.2 K1.5", swap("le 16 novembre 2026", "le 16 décembre 2026")),
        ("dated the day of the repair", "K1.2 K1.5",
         swap("le 16 novembre 2026", "le 12 novembre 2026")),
        ("signed for somebody unknown", "K1.2 K1.5", swap("pour M. Lemoine", "pour M. Durand")),
        ("signed by the office", "K1.5 K1.2", swap("Camille Perrot, assistante", "Le service clients")),
        ("signed by the technician", "K1.2 K1.5",
         swap("Camille Perrot, assistante", "L’équipe des techniciens de l’atelier")),
        ("subject of a reminder", "K1.2 K1.5",
         swap_like(r"Objet :.*", said("Objet : relance, facture impayée"))),
        ("subject of the workshop’s message", "K1.2 K1.5",
         swap_like(r"Objet :.*", said("Objet : sonde de pression à emporter"))),
        ("signature before the text", "K1.5", before("Madame,", "Camille Perrot")),
        ("subject under the text", "K1.5", before("Je reste à votre écoute", "Objet :")),
        ("signature pushed with spaces", "K1.1 K1.5", pushed("Camille Perrot")),
        ("text pushed with empty lines", "K1.1 K1.5", blanks("Madame,", 6)),
        ("four fonts", "K1.5", several_fonts),
        ("whole letter in bold", "K1.5", whole(bold)),
        ("paragraph in red", "K1.5", of_paragraph(about, coloured("FF0000"))),
        ("letter in two sentences", "K1.2 K1.4",
         both(without("Vous nous avez signalé"), without(invoice),
              swap_like(r" Si ce moment ne vous convient plus.*", said("")))),
    ))  # fmt: skip


def _letter_language() -> Iterator[OtherFault]:
    yield from faults("reponse", (
        ("c’est for s’est", "K1.4", swap("chaudière s’est de nouveau", "chaudière c’est de nouveau")),
        ("infinitive after an auxiliary", "K1.4", swap("nouveau arrêtée samedi", "nouveau arrêter samedi")),
        ("verb of the first person with an s", "K1.4", swap("Je vous présente nos", "Je vous présentes nos")),
        ("future with an s", "K1.4", swap("passera chez vous", "passeras chez vous")),
        ("verb of the first person with a t", "K1.4", swap("je vous écris dès", "je vous écrit dès")),
        ("wrong gender", "K1.4", swap("cette gêne", "ce gêne")),
        ("adjective without its plural", "K1.4", swap("salutations distinguées", "salutations distingué")),
        ("participle for a past", "K1.4", swap("J’ai demandé la vérification", "J’ai demander la vérification")),
        ("misspelt word", "K1.4", swap("un autre rendez-vous", "un autre rendé-vous")),
        ("word missing", "K1.4", swap("Je vous présente nos excuses", "Je vous nos excuses")),
        ("word twice", "K1.4", swap("que vos messages", "que que vos messages")),
        ("seven faults in a paragraph", "K1.4",
         both(swap("signalé", "signaler"), swap("messages sont restés sans réponse", "message son resté sans réponce"),
              swap("nos excuses", "nos éxcuse"), swap("par ce froid", "par se froid"))),
    ))  # fmt: skip
