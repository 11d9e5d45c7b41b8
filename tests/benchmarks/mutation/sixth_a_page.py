"""The sixth hand’s first half: faults in the page of the site.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fourth import css, section_gone
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.sixth import comma_spliced, markup
from tests.benchmarks.mutation.third import faults, tags

DAY = "Le matin, les greffeurs"
ASK = "Une question ?"
SPAN = r"de (\d+ h(?: \d\d)?) à (\d+ h(?: \d\d)?)"


def page() -> Iterator[OtherFault]:
    yield from faults(
        "page_web",
        (
            ("end of the day left out", "KX3.2", swap_like(SPAN, lambda m: f"à partir de {m[1]}")),
            (
                "reduced price for all",
                "KX3.2",
                swap_like(r"\d+(?= € par personne)", lambda m: str(int(m[0]) - 5)),
            ),
            (
                "tool that is lent asked for",
                "KX3.2",
                swap("un sécateur et des gants", "un greffoir et des bottes"),
            ),
            (
                "meal and coffee exchanged",
                "KX3.2",
                swap("pique-nique à apporter, café offert", "café à apporter, pique-nique offert"),
            ),
            ("day of the other date in March", "KX3.2", swap("samedi 6 mars 2027", "samedi 7 mars 2027")),
            (
                "tree to be bought",
                "KX3.2",
                swap("et vous l’emportez avec", "et vous pouvez l’acheter 15 € avec"),
            ),
            ("association in the plural", "KX3.2", swap("Le Greffoir du Causse", "Les Greffeurs du Causse")),
            (
                "association called a firm",
                "KX3.2",
                swap("l’association Le Greffoir du Causse", "la société Greffoir du Causse SARL"),
            ),
            (
                "link of another page",
                "KX3.2",
                tags("/greffage-2027", "/taille-des-rosiers-2027", "Je m’inscris"),
            ),
            (
                "registered people named",
                "KX3.5",
                sentence(ASK, "Déjà inscrits : Louis Abadie, Rosa Ibarra, Claire Nguyen."),
            ),
            (
                "picture on one’s own computer",
                "KX3.2 KX3.4",
                tags('src="image.png"', 'src="C:\\Users\\Camille\\Bureau\\image.png"', ""),
            ),
            (
                "title that scrolls",
                "KX3.4 KX3.5",
                markup(
                    "La Journée du greffage", "<marquee>Inscrivez-vous vite</marquee>", "Inscrivez-vous vite"
                ),
            ),
            ("page pale on white", "KX3.4 KX3.5", css("p,li{color:#eeeeee}")),
            ("English for the young", "KX3.3", sentence(DAY, "Un workshop fun et friendly, let’s go !")),
            ("conjugation lost", "KX3.3", swap("vous greffez votre arbre", "vous greffer votre arbre")),
            ("paragraph in one breath", "KX3.3", comma_spliced(DAY)),
            ("practical section gone", "KX3.1 KX3.2", section_gone("En pratique", "Inscription")),
        ),
    )
