"""The sixth hand’s second half: faults in the word to the accountant. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import moved_hour, said
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import in_kind
from tests.benchmarks.mutation.third import faults

ORDER = "Peux-tu commander"
OFFER = "L’offre annonce"


def word() -> Iterator[OtherFault]:
    yield from faults(
        "mot",
        (
            (
                "price a hundred times too high",
                "K2.3",
                swap_like(r"à (\d+),(\d\d) €, soit", lambda m: f"à {m[1]}{m[2]},00 €, soit"),
            ),
            ("diet made up", "K2.3", swap("et un sans gluten", "et trois sans porc")),
            (
                "baskets of two kinds",
                "K2.3",
                swap("11 paniers du large", "6 paniers du large et 5 paniers du mousse"),
            ),
            (
                "order after the day itself",
                "K2.3",
                swap("avant vendredi 15 janvier", "avant lundi 25 janvier"),
            ),
            (
                "gap of the offer in another unit",
                "K2.3",
                swap_like(r"donne \d+,\d\d €", lambda m: f"{m[0]} par personne"),
            ),
            (
                "offer signed without being asked",
                "K2.2 K2.3",
                sentence(OFFER, "J’ai déjà renvoyé l’offre signée au traiteur."),
            ),
            (
                "drinks beyond the budget",
                "K2.3 K2.2",
                sentence(ORDER, "Ajoute le vin et le dessert à 9 € par personne."),
            ),
            (
                "canteen said to be taken too",
                "K2.4 K2.3",
                swap("libre et assez grand", "même s’il est pris aussi"),
            ),
            (
                "apprentice without a name, and a trainee",
                "K2.3",
                swap_like(r"et ajouté .*", said("et ajouté une stagiaire.")),
            ),
            ("note read by another one", "K2.3", swap("part à Régis Maubert", "part à Nolwenn Delisle")),
            (
                "hour that the planning denies",
                "K2.3",
                swap_like(r"(?:commence|finit) à \d+ h(?: \d\d)?", moved_hour(2)),
            ),
            ("reason made up", "K2.3", swap_like(r"à cause d.*", said("à cause d’une grève."))),
            ("greeting that jokes", "K2.5", swap("Bonjour Fanny,", "Coucou ma reine des chiffres,")),
            (
                "agreement of the verb lost",
                "K2.5",
                swap("n’allait pas dans les papiers", "n’allais pas dans les papiers"),
            ),
        ),
    )
    yield from in_kind(
        "eml",
        "mot",
        (
            ("mail without a subject", "K2.2", swap_like(r"Objet : .*", said("Objet : "))),
            ("mail to another colleague", "K2.2", swap("À : Fanny Lescure", "À : Salma Brossard")),
        ),
    )
