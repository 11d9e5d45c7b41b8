"""The sixth hand’s second half: faults in the message to the workshop. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import misdialled, said
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import in_kind, unaccented
from tests.benchmarks.mutation.third import faults

CASE = "Mme Vasseur (dossier"
POINTS = "Deux points"


def message() -> Iterator[OtherFault]:
    yield from faults(
        "message_atelier",
        (
            (
                "file number of the subject not that of the text",
                "K1.2",
                swap_like(r"I-\d{4}", misdialled, line="Objet"),
            ),
            (
                "day of the subject not that of the text",
                "K1.2",
                swap("mardi 17 novembre", "jeudi 19 novembre", line="Objet"),
            ),
            ("mother said to live elsewhere", "K1.2", swap("vit avec elle", "vit en maison de retraite")),
            (
                "breakdown of the Sunday",
                "K1.2",
                swap("depuis samedi 14 novembre", "depuis dimanche 15 novembre"),
            ),
            ("probe of another kind", "K1.2", swap("la sonde de pression", "la sonde de température")),
            (
                "three points announced, two told",
                "K1.2 K1.3 K1.4",
                swap("Deux points à vérifier", "Trois points à vérifier"),
            ),
            (
                "money back already promised",
                "K1.2",
                sentence(POINTS, "J’ai déjà dit à Mme Vasseur qu’elle serait remboursée."),
            ),
            ("client called a nuisance", "K1.4", sentence(CASE, "Bon courage, c’est une vraie casse-pieds.")),
            (
                "technician scolded",
                "K1.4",
                sentence(CASE, "Essaie de faire ton travail correctement cette fois."),
            ),
            ("client said to be away that day", "K1.2", sentence(CASE, "Elle n’est chez elle que le jeudi.")),
            ("copy to another service", "K1.2", swap("Copie : M. Lemoine", "Copie : comptabilité")),
            (
                "subject that shouts",
                "K1.5 K1.4",
                swap_like(r"Objet :.*", said("Objet : TRÈS URGENT !!! À LIRE")),
            ),
            (
                "text message in place of a request",
                "K1.4",
                swap("Merci d’emporter", "Oubli pas de prendre stp"),
            ),
            ("text without accents", "K1.4", unaccented(POINTS)),
        ),
    )
    yield from in_kind(
        "eml",
        "message_atelier",
        (
            (
                "mail to the client herself",
                "K1.2",
                swap_like(r"À : .*", said("À : Mme Vasseur <c.vasseur@messagerie.example>")),
            ),
            (
                "photograph announced, nothing joined",
                "K1.2 K1.5",
                sentence(CASE, "La photo de l’écran est en pièce jointe."),
            ),
        ),
    )
