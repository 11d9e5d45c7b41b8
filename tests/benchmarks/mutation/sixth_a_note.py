"""The sixth hand’s first half: faults in the note to the team.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import comma_spliced
from tests.benchmarks.mutation.third import faults

WHEN = "L’inventaire annuel"
COUNT = "Vous comptez à deux"
HOURS = "Les heures de ce samedi"
MEAL = "Un panier est offert"


def note() -> Iterator[OtherFault]:
    yield from faults(
        "note",
        (
            (
                "inventory of the Sunday in the text",
                "K2.3",
                swap("le samedi 23 janvier 2027, de", "le dimanche 24 janvier 2027, de"),
            ),
            (
                "coffee in the changing room",
                "K2.3",
                swap("vous attend au réfectoire", "vous attend au vestiaire"),
            ),
            ("zone too many", "K2.3", swap(", mezzanine :", ", mezzanine, parking :")),
            (
                "data typed in a meeting room",
                "K2.3",
                swap("saisie : au bureau et à distance", "saisie : en salle Misaine"),
            ),
            ("shoes of another kind", "K2.3", swap("chaussures de sécurité", "chaussures de sport")),
            (
                "diets told to another one",
                "K2.3",
                swap("signalés à Fanny Lescure", "signalés à Ondine Carrel"),
            ),
            ("diets left aside", "K2.3", swap("sont prévus", "ne peuvent pas être prévus")),
            (
                "meal for absent people too",
                "K2.3",
                swap("à chaque personne présente", "à chaque salarié, présent ou non"),
            ),
            ("day off of the Tuesday", "K2.3", swap("lundi 8 février", "mardi 9 février")),
            (
                "envelope promised",
                "K2.3 K2.2",
                sentence(HOURS, "Chacun recevra aussi une petite enveloppe en fin de mois."),
            ),
            (
                "reason let out in other words",
                "K2.2 K2.3",
                sentence(
                    WHEN, "Le chiffre est attendu par l’établissement qui doit nous prêter de l’argent."
                ),
            ),
            ("absence threatened", "K2.5 K2.2", sentence(COUNT, "Toute absence sera sanctionnée.")),
            (
                "extension of another person",
                "K2.3",
                swap_like(r"Adressez-vous à [^,]+", lambda m: f"{m[0]} (poste 20)"),
            ),
            (
                "note from another person",
                "K2.3 K2.2",
                swap("De : Bénédicte Hourcade, directrice", "De : Régis Maubert, directeur"),
            ),
            (
                "signed for another manager",
                "K2.3 K2.2",
                swap("pour Bénédicte Hourcade", "pour Bernadette Hourcade"),
            ),
            ("paragraph in one breath", "K2.5", comma_spliced(WHEN)),
            ("note to oneself left", "K2.2 K2.5", sentence(MEAL, "(vérifier avec Fanny si ok pour le prix)")),
        ),
    )
