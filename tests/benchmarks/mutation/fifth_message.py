"""The fifth hand's faults in the message to the workshop.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import instead, moved_hour, said
from tests.benchmarks.mutation.fourth import everywhere_like, line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.third import both, cut, everywhere, faults

SLOT = r"mardi 17 novembre à \d+ h(?: \d\d)?"
ANOMALIES = r"la facture F-2026-\d{3} .*(?=\.$)"


def message() -> Iterator[OtherFault]:
    yield from _message_facts()
    yield from _message_anomalies()
    yield from _message_manners()


def _message_facts() -> Iterator[OtherFault]:
    body = "Sa mère"
    yield from faults("message_atelier", (
        ("visit a week late", "K1.2", everywhere("mardi 17 novembre", "mardi 24 novembre")),
        ("weekday that is not the date’s", "K1.2", everywhere("mardi 17 novembre", "mercredi 17 novembre")),
        ("visit today", "K1.2", everywhere("mardi 17 novembre", "lundi 16 novembre")),
        ("visit an hour late everywhere", "K1.2", everywhere_like(SLOT, moved_hour(1))),
        ("visit an hour early in the text only", "K1.2", swap_like(SLOT, moved_hour(-1), line=body)),
        ("hour left to the technician", "K1.2",
         swap("Merci d’emporter", "Vois avec elle pour l’heure. Merci d’emporter")),
        ("visit if there is time", "K1.2",
         swap_like(f"le passage est à maintenir sans faute {SLOT}", said("passe chez elle si tu as un moment"))),
        ("visit not told", "K1.2",
         both(cut(r" — passage mardi.*"),
              swap_like(f" : le passage est à maintenir sans faute {SLOT}", said("")))),
        ("file of another client", "K1.2", everywhere_like(r"I-\d{4}", said("I-2274"))),
        ("day of the breakdown left out", "K1.2", cut(r" depuis samedi 14 novembre")),
        ("code with another letter", "K1.2", swap_like(r"code E(\d\d)", lambda m: f"code F{m[1]}")),
        ("screen said to be blank", "K1.2", swap_like(r"affiche le code E\d\d", said("n’affiche rien"))),
        ("hot water said to work", "K1.2",
         swap("sans chauffage ni eau chaude", "sans chauffage, mais avec de l’eau chaude")),
        ("age left out", "K1.2", cut(r" de \d\d ans")),
        ("father for mother", "K1.2", swap("Sa mère de", "Son père de")),
        ("child instead of a mother", "K1.2", swap_like(r"Sa mère de \d\d ans", said("Son bébé de 8 mois"))),
        ("a man as client", "K1.2", everywhere("Mme Vasseur", "M. Vasseur")),
        ("another client", "K1.2", everywhere("Mme Vasseur", "Mme Zeller")),
        ("address that is not the client’s", "K1.2 K1.3",
         swap_like(r"\(dossier (I-\d{4})\)", lambda m: f"(dossier {m[1]}, 15 impasse du Lavoir)")),
        ("part of another repair", "K1.2", swap("la sonde de pression", "la carte électronique")),
        ("spare part left vague", "K1.2", swap("la sonde de pression", "ce qu’il faut")),
        ("sent to the whole workshop", "K1.2", swap_like(r"^À : .*", said("À : tous les techniciens"))),
        ("copy to somebody unknown", "K1.2", swap("Copie : M. Lemoine", "Copie : M. Durand")),
        ("subject of the client’s letter", "K1.2", swap_like(r"Objet :.*", said("Objet : nos excuses pour la gêne"))),
        ("another technician greeted", "K1.2 K1.4", swap_like(r"^Bonjour \w+", said("Bonjour Yann"))),
        ("signed by the manager", "K1.2", swap("Camille Perrot, au bureau", "M. Lemoine")),
        ("client’s closing pasted", "K1.4 K1.2",
         swap("Merci et bonne route.", "Je vous prie d’agréer, Madame, mes salutations distinguées.")),
        ("client’s apology pasted", "K1.2 K1.4",
         swap("Merci et bonne route.", "Nous vous présentons nos excuses pour la gêne. Bonne route.")),
        ("part of another file left", "K1.2",
         swap("Merci et bonne route.", "Pense aussi à la clé de M. Garrec, 31 route de la Côte. Bonne route.")),
        ("visit’s report announced, not joined", "K1.2",
         swap("Merci et bonne route.", "Je te mets le rapport complet en pièce jointe. Bonne route.")),
        ("illness of the mother told", "K1.2 K1.4",
         swap("vit avec elle :", "vit avec elle, elle a un cancer et prend de la morphine :")),
        ("answer of a chatbot pasted whole", "K1.2 K1.4 K1.5",
         line("Bonjour", "Voici un message clair et concis destiné à votre technicien :")),
    ))  # fmt: skip


def _message_anomalies() -> Iterator[OtherFault]:
    points, end = "Deux points", "Merci et bonne route."
    yield from faults("message_atelier", (
        ("first anomaly not reported", "K1.3", cut(r" compte [^,]*, et elle")),
        ("anomalies left vague", "K1.3", swap_like(ANOMALIES, said("la facture n’est pas très claire"))),
        ("only told that the client is displeased", "K1.3",
         instead(points, "La cliente n’est pas contente de sa facture.")),
        ("checking already done, no word of the result", "K1.3 K1.2",
         sentence(points, "J’ai vu que tout était finalement bon.")),
        ("anomaly set on the wrong paper", "K1.3 K1.2",
         swap_like(r"la facture F-2026-\d{3}", said("le bon d’intervention"))),
        ("invoice number of last year", "K1.2 K1.3", swap("F-2026", "F-2025")),
        ("invoice sent again without a check", "K1.3 K1.2",
         sentence(points, "En attendant, j’ai renvoyé la même facture à la cliente.")),
        ("client not to pay, through the technician", "K1.2",
         swap(end, "Dis-lui qu’elle ne paiera pas cette intervention. Bonne route.")),
        ("discount above the ceiling, through the technician", "K1.2",
         swap(end, "Si elle insiste, propose-lui 100 € de remise. Bonne route.")),
        ("fault admitted, through the technician", "K1.2",
         swap(end, "Explique-lui bien que c’était notre erreur. Bonne route.")),
    ))  # fmt: skip


def _message_manners() -> Iterator[OtherFault]:
    end = "Merci et bonne route."
    yield from faults("message_atelier", (
        ("technician blamed for the breakdown", "K1.4 K1.2",
         swap(end, "C’est quand même toi qui l’avais mal réparée. Bonne route.")),
        ("technician blamed, in the plural", "K1.4 K1.2",
         swap(end, "On passe notre temps à rattraper vos bêtises. Bonne route.")),
        ("client mocked", "K1.4 K1.2", swap("Mme Vasseur (dossier", "Cette vieille râleuse de Mme Vasseur (dossier")),
        ("greeting of a mate", "K1.4", swap_like(r"^Bonjour \w+,", said("Salut mec,"))),
        ("laughter", "K1.4", swap(end, "Bon courage avec elle, lol. Bonne route.")),
        ("order without a word of courtesy", "K1.4",
         swap("Merci d’emporter la sonde de pression.", "Prends la sonde, et ne l’oublie pas encore une fois.")),
        ("swear word", "K1.4", swap("est de nouveau sans", "est encore dans la merde, sans")),
        ("a fault in each sentence", "K1.4",
         both(swap("vit avec elle", "vis avec elle"), swap("Merci d’emporter", "Merci d’emporté"),
              swap("est de nouveau", "ait de nouveau"), swap("à vérifier par", "a verifier par"))),
        ("verb with another person’s ending", "K1.4", swap("L’écran affiche", "L’écran affiches")),
        ("ni / n’y", "K1.4", swap("sans chauffage ni eau", "sans chauffage n’y eau")),
        ("accents gone", "K1.4",
         both(swap("à vérifier", "a verifier"), swap("réponse sur le prix", "reponse sur le prix"),
              swap("Sa mère", "Sa mere"))),
    ))  # fmt: skip
