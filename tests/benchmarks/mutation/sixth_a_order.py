"""The sixth hand’s first half: faults in the word to the accountant.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.sixth import cut_short, in_kind, unaccented
from tests.benchmarks.mutation.third import faults

ORDER = "Peux-tu commander"
ROOM = "Je propose le réfectoire"
NEXT = "La note part"


def word() -> Iterator[OtherFault]:
    yield from faults(
        "mot",
        (
            ("cartons for baskets", "K2.3", swap("11 paniers du large", "11 cartons de paniers du large")),
            ("total before tax", "K2.3", swap_like(r"soit \d+,\d\d €", lambda m: f"{m[0]} hors taxes")),
            (
                "another one said to work from home",
                "K2.3",
                swap("Ondine Carrel travaille", "Fanny Lescure travaille"),
            ),
            (
                "basket for the one at home",
                "K2.3",
                swap("pas de panier pour elle", "on lui livre son panier chez elle"),
            ),
            (
                "wrong offer left as it is",
                "K2.4",
                swap("il faut un devis corrigé", "mais l’écart est petit, je laisse"),
            ),
            ("offer for another number", "K2.3", swap("pour douze paniers", "pour vingt paniers")),
            ("deposit made up", "K2.3", sentence(ORDER, "Verse aussi un acompte de 80 € dès aujourd’hui.")),
            (
                "room said to be free",
                "K2.4 K2.3",
                swap_like(r"La salle (\w+) est .*?\.", lambda m: f"La salle {m[1]} est libre."),
            ),
            (
                "three times for twice",
                "K2.3 K2.4",
                swap("Salma Brossard deux fois", "Salma Brossard trois fois"),
            ),
            (
                "planning left for another to correct",
                "K2.4",
                swap("J’ai corrigé, et ajouté", "Peux-tu corriger, et ajouter"),
            ),
            (
                "formal greeting to a colleague, then familiar",
                "K2.5",
                swap("Bonjour Fanny,", "Madame la comptable,"),
            ),
            ("manager mocked", "K2.5", sentence(ROOM, "Bénédicte a encore tout mélangé, on est habitués.")),
            ("colleague mocked", "K2.5", sentence("Ondine Carrel", "Elle a bien de la chance, celle-là.")),
            ("paragraph without accents", "K2.5", unaccented(ORDER)),
            ("paragraph cut by the pasting", "K2.5 K2.2", cut_short(NEXT, 30)),
        ),
    )
    yield from in_kind(
        "eml",
        "mot",
        (
            ("mail without its copy", "K2.2", without("Copie : Bénédicte Hourcade")),
            (
                "planning announced, nothing joined",
                "K2.2",
                sentence(NEXT, "Le planning corrigé est en pièce jointe."),
            ),
        ),
    )
