"""The sixth hand’s second half: faults in the word to the owner. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import said
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import comma_spliced, in_kind
from tests.benchmarks.mutation.third import faults

READY = "L’e-mail, la page et la liste"
LIST = "La liste compte"


def word() -> Iterator[OtherFault]:
    yield from faults(
        "mot",
        (
            ("price chosen alone", "KX3.2", swap("que tu m’as confirmés", "qui me paraissaient plus justes")),
            (
                "sending done without waiting",
                "KX3.1 KX3.2",
                swap(
                    "L’envoi est programmé pour le jeudi 11 février, après l’accord",
                    "L’envoi est parti ce matin, sans attendre l’accord",
                ),
            ),
            ("another reader", "KX3.2", swap("Mme Lacaze, à la mairie", "M. Ternaux, le voisin")),
            (
                "reader of another place",
                "KX3.2",
                swap("Mme Lacaze, à la mairie", "Mme Lacaze, à l’association"),
            ),
            ("several doubles", "KX3.2", swap("un doublon", "trois doublons")),
            (
                "remark put back in the file",
                "KX3.5 KX3.2",
                swap("doit aussi la retirer du fichier", "peut la remettre dans le fichier"),
            ),
            (
                "picture lent by somebody else",
                "KX3.2",
                swap("M. Castaing nous prête celle", "Mme Lacaze nous prête celle"),
            ),
            (
                "change made on one paper only",
                "KX3.2 KX3.1",
                swap("c’est changé partout", "c’est changé dans l’e-mail, pas sur la page"),
            ),
            (
                "change left for another day",
                "KX3.2 KX3.1",
                swap("c’est changé partout", "je verrai ça la semaine prochaine"),
            ),
            (
                "page and list still to do",
                "KX3.1",
                swap(
                    "L’e-mail, la page et la liste d’envoi sont prêts.",
                    "L’e-mail est prêt, la page et la liste suivront lundi.",
                ),
            ),
            (
                "reduction beyond the ceiling told",
                "KX3.2",
                sentence(READY, "J’ai mis 10 € de remise pour les habitués."),
            ),
            (
                "reading promised for the evening",
                "KX3.1",
                sentence(READY, "Je t’envoie tout demain soir pour relecture."),
            ),
            (
                "colleague accused",
                "KX3.3",
                sentence(LIST, "C’est encore Yanis qui a oublié, comme toujours."),
            ),
            ("paragraph in one breath", "KX3.3", comma_spliced(LIST)),
        ),
    )
    yield from in_kind(
        "eml",
        "mot",
        (
            ("mail without a subject", "KX3.1 KX3.3", swap_like(r"Objet : .*", said("Objet : "))),
            (
                "two subjects in one mail",
                "KX3.3 KX3.1",
                swap_like(r"Objet : .*", said("Objet : greffage + facture d’engrais + mes horaires")),
            ),
        ),
    )
