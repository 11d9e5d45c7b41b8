"""The sixth hand’s first half: faults in the message to the workshop.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import moved_hour, said
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.sixth import cut_short, in_kind
from tests.benchmarks.mutation.third import faults

CASE = "Mme Vasseur (dossier"
POINTS = "Deux points"


def message() -> Iterator[OtherFault]:
    yield from faults(
        "message_atelier",
        (
            (
                "code said not to show",
                "K1.2",
                swap_like(r"L’écran affiche le code E\d+\.", said("Rien ne s’affiche.")),
            ),
            (
                "hour of the text not that of the subject",
                "K1.2",
                swap_like(r"novembre à \d+ h(?: \d\d)?", moved_hour(3), line="maintenir"),
            ),
            ("child for the mother", "K1.2", swap_like(r"Sa mère de \d\d ans", said("Son fils de 4 ans"))),
            ("hot water said to run", "K1.2", swap("ni eau chaude", "mais a encore l’eau chaude")),
            ("leak for a breakdown", "K1.2", swap("sans chauffage ni eau chaude", "inondée par une fuite")),
            (
                "part to be ordered",
                "K1.2",
                swap("Merci d’emporter la sonde de pression", "Merci de commander une sonde au fournisseur"),
            ),
            (
                "points given to the technician",
                "K1.3 K1.2",
                swap("à vérifier par M. Lemoine", "à voir par toi avec la cliente"),
            ),
            (
                "points said to be settled",
                "K1.3",
                swap(
                    "à vérifier par M. Lemoine avant toute réponse sur le prix", "déjà réglés avec la cliente"
                ),
            ),
            (
                "reduction beyond the ceiling",
                "K1.2",
                sentence(POINTS, "Je lui ai accordé 120 € de remise en attendant."),
            ),
            ("address in another street", "K1.2", sentence(CASE, "Elle habite 13 rue des Tanneurs.")),
            (
                "greeting for another technician",
                "K1.2 K1.4",
                swap_like(r"Bonjour \w+,", said("Bonjour Kevin,")),
            ),
            (
                "signed with a client’s name",
                "K1.2 K1.5",
                swap("Camille Perrot, au bureau", "Lise Cormier, au bureau"),
            ),
            ("participle for an infinitive", "K1.4", swap("à maintenir sans faute", "à maintenu sans faute")),
            ("points cut by the pasting", "K1.3 K1.4", cut_short(POINTS, 60)),
            ("invoice of another series", "K1.2", swap("facture F-2026-", "facture F-2062-")),
        ),
    )
    yield from in_kind(
        "eml",
        "message_atelier",
        (
            ("mail without its copy", "K1.2", without("Copie : M. Lemoine")),
            ("mail with an empty subject", "K1.5", swap_like(r"Objet : .*", said("Objet : "))),
        ),
    )
