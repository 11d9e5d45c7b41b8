"""The sixth hand’s second half: faults in the note to the team. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import said
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import cut_short, unaccented
from tests.benchmarks.mutation.third import faults

WHEN = "L’inventaire annuel"
HOURS = "Les heures de ce samedi"
SPAN = r"de (\d+ h(?: \d\d)?) à (\d+ h(?: \d\d)?)"


def note() -> Iterator[OtherFault]:
    yield from faults(
        "note",
        (
            ("morning put in the evening", "K2.3", swap_like(SPAN, lambda m: "de 20 h 30 à 0 h 30")),
            ("length that the hours deny", "K2.3", sentence(WHEN, "Comptez deux heures en tout.")),
            (
                "monthly inventory",
                "K2.3",
                swap("L’inventaire annuel aura lieu", "L’inventaire mensuel aura lieu"),
            ),
            (
                "meal to be brought",
                "K2.3",
                swap("où nous prendrons aussi le repas", "où chacun apportera son repas"),
            ),
            ("counting from home", "K2.3", swap("comptage sur place", "comptage à distance")),
            ("meal at ten", "K2.3", swap("offert à midi", "offert à 10 h")),
            ("boredom announced", "K2.5", sentence(WHEN, "Comme chaque année, ce sera long et pénible.")),
            (
                "asked the accountant",
                "K2.3",
                swap_like(r"Adressez-vous à [^,]+", said("Adressez-vous à Fanny Lescure")),
            ),
            (
                "subject of another matter",
                "K2.2",
                swap_like(r"Objet :.*", said("Objet : pot de départ de Patrick")),
            ),
            ("another kind of note", "K2.2 K2.3", swap("Note de service", "Note de frais")),
            ("firm’s telephone mistyped", "K2.3", swap("01 99 00 71 20", "01 99 00 17 20")),
            ("author unknown", "K2.2 K2.3", swap("Camille Astruc, assistante,", "La secrétaire,")),
            ("future of the second person", "K2.5", swap("aura lieu", "auras lieu")),
            ("participle for an order", "K2.5", swap("Adressez-vous à", "Adressé-vous à")),
            ("paragraph without accents", "K2.5", unaccented(HOURS)),
            ("sentence cut by the pasting", "K2.5 K2.2", cut_short(HOURS, 45)),
        ),
    )
