"""The sixth hand’s first half: faults in the mailing.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import said
from tests.benchmarks.mutation.fourth import line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import in_kind
from tests.benchmarks.mutation.third import all_without, faults, in_run, word_link

COME = "venez apprendre"
SPAN = r"de (\d+ h(?: \d\d)?) à (\d+ h(?: \d\d)?)"
CLIENTS = (
    "louis.abadie@messagerie.example, m.cazals@courrier.example, paule.esteve@courrier.example, "
    "farid.gineste@courrier.example, rosa.ibarra@courrier.example, claire.nguyen@courrier.example"
)


def mailing() -> Iterator[OtherFault]:
    yield from faults(
        "emailing",
        (
            (
                "subject of a forwarded draft",
                "KX3.3 KX3.1",
                swap_like(r"Objet :.*", said("Objet : TR: RE: maj mail greffage v3")),
            ),
            (
                "place of the programme’s other line",
                "KX3.2",
                swap("au verger-école, route de Plaisance", "à la grande serre"),
            ),
            ("association half heard", "KX3.2", swap("Le Greffoir du Causse", "Le Greffon du Causse")),
            ("association left out", "KX3.2 KX3.1", swap(", avec l’association Le Greffoir du Causse", "")),
            ("half a day", "KX3.2", swap_like(SPAN, lambda m: f"de {m[1]} à midi")),
            (
                "reduction for all",
                "KX3.2",
                swap("5 € de moins si vous êtes déjà venu", "moins 5 € pour tout le monde"),
            ),
            ("children shut out", "KX3.2", swap("dès 12 ans", "réservé aux adultes")),
            ("places ten times too many", "KX3.2", swap_like(r"\d+(?= places)", lambda m: f"{m[0]}0")),
            (
                "deadline after the day",
                "KX3.2",
                swap_like(r"avant le \w+ \d+ février", said("avant le vendredi 26 mars")),
            ),
            (
                "link to register that unsubscribes",
                "KX3.2",
                word_link("Je réserve ma place", "https://vergers-aubepine.example/desinscription"),
            ),
            (
                "picture taken from a search",
                "KX3.5",
                swap_like(r"Photo : .*", said("Photo : trouvée sur Internet")),
            ),
            (
                "jargon of the trade",
                "KX3.3",
                sentence(
                    COME,
                    "Au programme : greffe en fente, en couronne, affranchissement et mise en contact des cambiums.",
                ),
            ),
            ("verb without its agreement", "KX3.3", in_run("Vous repartirez avec", "Vous repartirai avec")),
            ("field of the sending tool left", "KX3.2 KX3.3", swap("Bonjour,", "Bonjour {{PRENOM}},")),
            (
                "practical lines gone",
                "KX3.1 KX3.2",
                all_without("Horaires :", "Prix :", "Matériel :", "places seulement"),
            ),
        ),
    )
    yield from in_kind(
        "eml",
        "emailing",
        (
            ("all recipients shown to one another", "KX3.5", line("Objet :", f"À : {CLIENTS}")),
            ("mail without a subject", "KX3.1 KX3.4", swap_like(r"Objet : .*", said("Objet : "))),
        ),
    )
