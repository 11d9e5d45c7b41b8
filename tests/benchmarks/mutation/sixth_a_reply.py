"""The sixth hand’s first half: faults in the answer to the client.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import moved_hour, said
from tests.benchmarks.mutation.fourth import line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import comma_spliced, in_kind
from tests.benchmarks.mutation.third import all_without, faults

SLOT = r"mardi 17 novembre à \d+ h(?: \d\d)?"
ABOUT = "passera chez vous"
SIGNALLED = "Vous nous avez signalé"
INVOICE = "Vous avez aussi"
HEARD = {"Joris": "Boris", "Malik": "Alric", "Elsa": "Elisa"}


def letter() -> Iterator[OtherFault]:
    yield from faults(
        "reponse",
        (
            ("visit twelve hours out", "K1.2", swap_like(SLOT, moved_hour(12))),
            ("visit on a day gone by", "K1.2", swap("mardi 17 novembre", "dimanche 15 novembre")),
            (
                "manager said to come himself",
                "K1.2",
                swap_like(r"\w+(?= passera chez vous)", said("M. Lemoine")),
            ),
            (
                "technician’s name half heard",
                "K1.2",
                swap_like(r"\w+(?= passera chez vous)", lambda m: HEARD.get(m[0], "Boris")),
            ),
            ("visit of ten minutes", "K1.2", swap("prévoyez une heure", "prévoyez dix minutes")),
            (
                "client said to have been called back",
                "K1.2",
                swap("vos messages sont restés sans réponse", "nous vous avons rappelée dès dimanche"),
            ),
            (
                "two gestures that make more than the ceiling",
                "K1.2",
                sentence(
                    INVOICE,
                    "Nous vous accordons un geste de 40 € pour la panne, et 40 € de plus pour l’attente.",
                ),
            ),
            (
                "technician said to have rushed",
                "K1.4 K1.2",
                sentence(SIGNALLED, "Notre technicien a sans doute travaillé trop vite jeudi."),
            ),
            (
                "invoice ten times too high",
                "K1.2",
                sentence(INVOICE, "Pour rappel, le total de cette facture est de 2 310,00 € TTC."),
            ),
            (
                "subject of another appliance",
                "K1.2 K1.5",
                swap("votre chaudière, dossier", "votre climatisation, dossier"),
            ),
            (
                "field of a model left",
                "K1.2 K1.5",
                swap_like(r"I-\d{4}", said("[N° DE DOSSIER]"), line="Objet"),
            ),
            ("year of the letter turned", "K1.2 K1.5", swap("le 16 novembre 2026", "le 16 novembre 2062")),
            (
                "firm’s street and telephone left out",
                "K1.5",
                all_without("14 quai des Forges", "Tél. 01 99 00 24 18 —"),
            ),
            ("paragraph in one breath", "K1.4", comma_spliced(ABOUT)),
        ),
    )
    yield from in_kind(
        "eml",
        "reponse",
        (
            (
                "mail sent to another client",
                "K1.2",
                line("Madame,", "À : Awa Diarra <a.diarra@messagerie.example>"),
            ),
            (
                "subject of a forwarded mail",
                "K1.5 K1.2",
                swap_like(r"Objet :.*", said("Objet : TR: RE: TR: tel cliente")),
            ),
            (
                "corrected invoice announced, nothing joined",
                "K1.2 K1.5",
                sentence(INVOICE, "Vous trouverez en pièce jointe la facture corrigée."),
            ),
        ),
    )
