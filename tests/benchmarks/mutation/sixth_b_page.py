"""The sixth hand’s second half: faults in the page of the site. Read only by those who measure.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import said
from tests.benchmarks.mutation.fourth import css
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.third import faults, tags

DAY = "Le matin, les greffeurs"
ASK = "Une question ?"


def page() -> Iterator[OtherFault]:
    yield from faults(
        "page_web",
        (
            ("price per hour", "KX3.2", swap("€ par personne", "€ de l’heure")),
            (
                "groups for places",
                "KX3.2",
                swap_like(r"Groupe limité à (\d+) places", lambda m: f"Limité à {m[1]} groupes"),
            ),
            ("age as a ceiling", "KX3.2", swap("à partir de 12 ans", "jusqu’à 12 ans")),
            ("half of the tools lost", "KX3.2", swap("un sécateur et des gants", "un sécateur")),
            ("coffee to be paid", "KX3.2", swap("café offert par la maison", "café à 2 €")),
            ("deadline without its day", "KX3.2", swap_like(r"avant le \w+ \d+ février", said("rapidement"))),
            (
                "deadline of last year",
                "KX3.2",
                swap_like(r"avant le \w+ \d+ février", said("avant le vendredi 20 février 2026")),
            ),
            ("year left out of a date gone by", "KX3.2", swap("samedi 6 mars 2027", "samedi 7 mars dernier")),
            (
                "beginners shut out",
                "KX3.2",
                swap("Aucune expérience n’est nécessaire.", "Réservé aux jardiniers confirmés."),
            ),
            (
                "failure said to be impossible",
                "KX3.2",
                sentence(DAY, "Échec impossible : toutes vos greffes tiendront."),
            ),
            (
                "colleague’s own telephone",
                "KX3.5 KX3.2",
                sentence(ASK, "Ou Yanis, sur son portable : 06 39 98 70 11."),
            ),
            (
                "picture described as last year’s",
                "KX3.5 KX3.2",
                tags(
                    "Deux mains taillent un rameau de pommier avec un greffoir.",
                    "Photo du groupe de l’an dernier",
                    "",
                ),
            ),
            (
                "picture of an unknown author",
                "KX3.5",
                swap_like(r"Photo : .*", said("Photo : auteur inconnu")),
            ),
            ("page in tiny letters", "KX3.4 KX3.5", css("p,li{font-size:6px}")),
            (
                "note for the town hall left",
                "KX3.3 KX3.2",
                sentence(DAY, "(à faire relire par Mme Lacaze avant mise en ligne)"),
            ),
            (
                "plural lost",
                "KX3.3",
                swap("les greffeurs montrent les gestes", "les greffeur montre les gestes"),
            ),
        ),
    )
