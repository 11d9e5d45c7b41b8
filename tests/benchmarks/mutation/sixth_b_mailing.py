"""The sixth hand’s second half: faults in the mailing. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import said
from tests.benchmarks.mutation.fourth import coloured, line, whole
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import in_kind
from tests.benchmarks.mutation.third import both, faults, in_run, word_link

COME = "venez apprendre"
LONG = (
    "Le greffage est un art ancien que nos grands-parents pratiquaient chaque hiver au fond du jardin, avec "
    "patience, en choisissant les plus beaux rameaux de leurs pommiers, de leurs poiriers et de leurs cerisiers.",
    "Vous verrez aussi le verger de collection, la serre aux semis et la cabane à outils, où une petite "
    "exposition raconte la vie des pépiniéristes d’autrefois, leurs outils, leurs gestes et leurs voyages.",
)
CLIENTS = (
    "louis.abadie@messagerie.example, m.cazals@courrier.example, paule.esteve@courrier.example, "
    "farid.gineste@courrier.example, rosa.ibarra@courrier.example, claire.nguyen@courrier.example"
)


def mailing() -> Iterator[OtherFault]:
    yield from faults(
        "emailing",
        (
            (
                "subject that shouts and gives",
                "KX3.3 KX3.2",
                swap_like(r"Objet :.*", said("Objet : !!! CADEAU !!! VENEZ VITE AU VERGER")),
            ),
            (
                "day of the subject not that of the text",
                "KX3.2",
                swap("Samedi 6 mars 2027", "Samedi 13 mars 2027", line="Objet"),
            ),
            (
                "several trees promised",
                "KX3.2",
                in_run("un jeune arbre greffé de vos mains", "trois arbres greffés de vos mains"),
            ),
            ("five euros more for regulars", "KX3.2", swap("5 € de moins", "5 € de plus")),
            ("reduction for another reason", "KX3.2", swap("si vous êtes déjà venu", "si vous venez à deux")),
            ("age turned", "KX3.2", swap("dès 12 ans", "dès 21 ans")),
            ("after for before", "KX3.2", swap("inscription avant le", "inscription après le")),
            (
                "weekday of the deadline wrong",
                "KX3.2",
                swap_like(r"avant le \w+ (\d+) février", lambda m: f"avant le mardi {m[1]} février"),
            ),
            (
                "link to a file of one’s own computer",
                "KX3.2",
                word_link("Je réserve ma place", "file:///C:/Users/camille/greffage.html"),
            ),
            (
                "reason for the message made up",
                "KX3.5 KX3.2",
                in_run("vous êtes client de la pépinière", "votre adresse nous a été vendue"),
            ),
            ("familiar form once", "KX3.3", swap("venez apprendre à greffer", "viens apprendre à greffer")),
            (
                "competitors run down",
                "KX3.3",
                sentence(COME, "Rien à voir avec les arbres ratés des grandes surfaces."),
            ),
            ("message beyond its length", "KX3.1", both(*(line("En pratique", one) for one in LONG))),
            ("yellow on white", "KX3.4 KX3.5", whole(coloured("FFF200"))),
        ),
    )
    yield from in_kind(
        "eml",
        "emailing",
        (
            ("all recipients in open copy", "KX3.5", line("Objet :", f"Copie : {CLIENTS}")),
            (
                "programme announced, nothing joined",
                "KX3.1 KX3.2",
                sentence(COME, "Le programme complet est en pièce jointe."),
            ),
        ),
    )
