"""The sixth hand’s first half: faults in the word to the owner.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import said
from tests.benchmarks.mutation.fourth import line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import in_kind, unaccented
from tests.benchmarks.mutation.third import all_without, faults

READY = "L’e-mail, la page et la liste"
LIST = "La liste compte"
PHOTO = "la photo du groupe"


def word() -> Iterator[OtherFault]:
    yield from faults(
        "mot",
        (
            ("agreement asked after the sending", "KX3.2", swap("après l’accord de", "avant l’accord de")),
            (
                "professionals in the list",
                "KX3.2 KX3.1",
                swap("tous particuliers", "dont deux professionnels"),
            ),
            (
                "those who left kept till spring",
                "KX3.5 KX3.2",
                swap("J’ai retiré les personnes désinscrites", "J’ai gardé les personnes désinscrites"),
            ),
            ("asked to another one", "KX3.2", swap("demandé à Yanis", "demandé à M. Castaing")),
            (
                "remark told in full",
                "KX3.5",
                swap_like(
                    r"une remarque .*? qui", said("la remarque « opérée du dos en mai » de Mme Herbin, qui")
                ),
            ),
            (
                "oral agreement for the picture",
                "KX3.5 KX3.2",
                swap(
                    "personne n’avait donné son accord écrit", "tout le monde est d’accord, je l’ai laissée"
                ),
            ),
            ("dead link said to work", "KX3.2", swap("qui était mort", "qui marche encore")),
            (
                "list sent to the partner",
                "KX3.5",
                sentence(LIST, "Je l’ai envoyée à M. Castaing pour qu’il la vérifie."),
            ),
            (
                "day of the event wrong",
                "KX3.2",
                sentence(READY, "Partout, la date est bien le samedi 13 mars."),
            ),
            ("partner mocked", "KX3.3", sentence(PHOTO, "Il est toujours aussi grincheux, celui-là.")),
            (
                "subject of another matter",
                "KX3.3 KX3.1",
                swap_like(r"Objet : .*", said("Objet : mes congés d’avril")),
            ),
            ("greeting for another one", "KX3.2 KX3.3", swap("Bonjour Odile,", "Bonjour Yanis,")),
            ("greeting of a text message", "KX3.3", swap("Bonjour Odile,", "Yo Odile")),
            ("paragraph without accents", "KX3.3", unaccented(LIST)),
            (
                "half a list of corrections lost",
                "KX3.2 KX3.1",
                all_without("le lien d’inscription", "la date passée"),
            ),
        ),
    )
    yield from in_kind(
        "eml",
        "mot",
        (
            (
                "mail to the partner",
                "KX3.1 KX3.2",
                line("Objet :", "À : M. Castaing <greffoir@courrier.example>"),
            ),
            (
                "page announced, nothing joined",
                "KX3.1 KX3.2",
                sentence(READY, "Tu les trouveras tous les trois en pièce jointe."),
            ),
        ),
    )
