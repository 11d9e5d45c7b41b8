"""The sixth hand’s second half: faults in the answer to the client. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fourth import last_swap, line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.sixth import in_kind, unaccented
from tests.benchmarks.mutation.third import all_without, both, faults

SLOT = r"mardi 17 novembre à \d+ h(?: \d\d)?"
SIGNALLED = "Vous nous avez signalé"
INVOICE = "Vous avez aussi"


def letter() -> Iterator[OtherFault]:
    yield from faults(
        "reponse",
        (
            ("two hours left for one visit", "K1.2", swap_like(SLOT, lambda m: f"{m[0]} ou à 16 h 45")),
            (
                "client asked to come to the workshop",
                "K1.2",
                swap("passera chez vous", "vous attend à l’atelier"),
            ),
            ("breakdown a month late", "K1.2", swap("samedi 14 novembre", "samedi 14 décembre")),
            (
                "weeks for days since our visit",
                "K1.2",
                swap("deux jours après notre passage", "deux semaines après notre passage"),
            ),
            (
                "next yearly service for nothing",
                "K1.2",
                sentence(INVOICE, "Votre prochain entretien annuel vous est offert."),
            ),
            (
                "insurer named",
                "K1.4 K1.2",
                sentence(INVOICE, "Pour être dédommagée, adressez-vous plutôt à votre assurance."),
            ),
            (
                "code of another boiler",
                "K1.2",
                sentence(SIGNALLED, "L’écran de votre appareil affiche le code E99."),
            ),
            (
                "cause of the breakdown made up",
                "K1.2",
                sentence(SIGNALLED, "La panne vient de la carte électronique."),
            ),
            ("answer promised some day", "K1.2", swap(", avant mercredi 18 novembre", " un de ces jours")),
            ("greeting for both sexes", "K1.4 K1.5", swap("Madame,", "Madame/Monsieur,")),
            (
                "two greetings that do not agree",
                "K1.4 K1.5",
                swap("agréer, Madame,", "agréer, Mademoiselle,"),
            ),
            (
                "client’s name and street left out",
                "K1.5 K1.2",
                all_without("Mme Carole Vasseur", "3 impasse du Lavoir"),
            ),
            (
                "client’s town of another county",
                "K1.2",
                last_swap("29999 Châteaulin-sur-Aure", "46999 Sainte-Colombe-du-Causse"),
            ),
            ("paragraph without accents", "K1.4", unaccented(SIGNALLED)),
        ),
    )
    yield from in_kind(
        "eml",
        "reponse",
        (
            (
                "mail with all clients in copy",
                "K1.2",
                line("Madame,", "Copie : lise.cormier@messagerie.example, maud.lebihan@messagerie.example"),
            ),
            ("mail without a subject", "K1.5", both(without("Objet :"), line("Madame,", "Objet : "))),
        ),
    )
