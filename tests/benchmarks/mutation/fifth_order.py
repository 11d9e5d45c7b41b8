"""The fifth hand's faults in the message to the accountant.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import instead, misdialled, repeated, said
from tests.benchmarks.mutation.fourth import line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.third import (
    both,
    cut,
    faults,
)

ROOM = r"La salle \w+ est .*?\. "
SECOND = r" et (?:Patrick Guénot[^.]*|faisait partir[^.]*|donnait un autre[^.]*)\."


def word() -> Iterator[OtherFault]:
    yield from _word_order()
    yield from _word_anomalies()
    yield from _word_manners()


def _full_price(match: re.Match[str]) -> str:
    """The sum of twelve baskets where eleven are ordered."""
    return f"à {match[1]} €, soit {float(match[1].replace(',', '.')) * 12:.2f} €".replace(".", ",")


def _word_order() -> Iterator[OtherFault]:
    order, end = "Peux-tu commander", "La note part à"
    yield from faults("mot", (
        ("order a day early", "K2.3 K2.2", swap("vendredi 15 janvier", "jeudi 14 janvier")),
        ("order for the day itself", "K2.3 K2.2", swap("vendredi 15 janvier", "samedi 23 janvier")),
        ("order when there is time", "K2.2 K2.3", swap("avant vendredi 15 janvier", "quand tu auras le temps")),
        ("ten baskets", "K2.3 K2.2", swap("11 paniers", "10 paniers")),
        ("a dozen baskets or so", "K2.3 K2.2", swap("11 paniers", "une dizaine de paniers")),
        ("cost of twelve baskets", "K2.3", swap_like(r"à (\d\d,\d0) €, soit \S+ €", _full_price)),
        ("cost without tax", "K2.3", swap_like(r"(soit \S+ €)", lambda m: f"{m[1]} HT, TVA en plus")),
        ("cost left out", "K2.3 K2.2", cut(r", soit \S+ €")),
        ("price in cents", "K2.3 K2.2", swap_like(r"à (\d\d),(\d0) €", lambda m: f"à {m[1]}{m[2]} €")),
        ("price with its digits exchanged", "K2.3 K2.2", swap_like(r"à \d\d,\d0 €", _swapped_price)),
        ("lactose for gluten", "K2.3 K2.2", swap("un sans gluten", "un sans lactose")),
        ("three diets of a kind", "K2.3 K2.2", swap("deux végétariens et un sans gluten", "trois végétaliens")),
        ("vegetarians left out", "K2.2 K2.3", swap("deux végétariens et un sans gluten", "un sans gluten")),
        ("person at home said to be away", "K2.3 K2.2",
         swap("Ondine Carrel travaille à distance", "Ondine Carrel est en congé")),
        ("basket sent to the person at home", "K2.3 K2.2",
         swap("pas de panier pour elle", "fais-lui livrer le sien")),
        ("first name for another", "K2.3 K2.2", swap("Ondine Carrel travaille", "Odile Carrel travaille")),
        ("code of another account", "K2.3 K2.2", swap("INV-27", "FRS-27")),
        ("copy to one who has left", "K2.2 K2.4", swap("Copie : Bénédicte Hourcade", "Copie : Patrick Guénot")),
        ("caterer in copy", "K2.2",
         swap("Copie : Bénédicte Hourcade", "Copie : Bénédicte Hourcade, Armelle Quintin")),
        ("sent to the director, accountant in copy", "K2.2",
         both(swap("À : Fanny Lescure", "À : Bénédicte Hourcade"),
              swap("Copie : Bénédicte Hourcade", "Copie : Fanny Lescure"))),
        ("another person greeted", "K2.2 K2.5", swap("Bonjour Fanny", "Bonjour Armelle")),
        ("subject of another matter", "K2.2", swap_like(r"Objet : .*", said("Objet : congés de février"))),
        ("subject with this very Saturday", "K2.3 K2.2", swap("du 23 janvier", "du 16 janvier", line="Objet")),
        ("signed by the accountant herself", "K2.2", swap("Camille Astruc", "Fanny Lescure")),
        ("order without a quantity", "K2.2 K2.3",
         swap_like(r"Peux-tu commander .*?\?", said("Peux-tu commander les paniers du large ?"))),
        ("order forgotten", "K2.2 K2.3", without(order)),
        ("dearer menu asked for after all", "K2.2 K2.3",
         sentence(order, "Finalement, prends le panier de l’amiral pour tout le monde.")),
        ("champagne above the ceiling", "K2.2 K2.3", sentence(order, "Ajoute du champagne, jusqu’à 200 €.")),
        ("bonus told to the accountant", "K2.2",
         sentence(end, "Tu peux annoncer une prime à l’équipe.")),
        ("note read by another person", "K2.3 K2.2", swap("part à Régis Maubert", "part à Bénédicte Hourcade")),
        ("note put up without a reading", "K2.2", cut(r" part à Régis Maubert pour relecture, puis je l’affiche",
                                                     " est prête, je l’affiche")),
        ("note put up elsewhere", "K2.3 K2.2", swap("au vestiaire", "sur la porte du bureau")),
        ("note left to the accountant", "K2.2 K2.3",
         swap("puis je l’affiche", "puis tu l’enverras par courriel et tu l’afficheras")),
    ))  # fmt: skip


def _swapped_price(match: re.Match[str]) -> str:
    """14,50 → 41,50."""
    return f"à {match[0][3]}{match[0][2]}{match[0][4:]}"


def _other_reason(match: re.Match[str]) -> str:
    return (
        "La salle Artimon est trop petite : 8 places. "
        if "Artimon" in match[0]
        else "La salle Misaine est déjà réservée le 23 janvier. "
    )


def _word_anomalies() -> Iterator[OtherFault]:
    yield from faults("mot", (
        ("estimate’s figures left out", "K2.4 K2.3",
         swap_like(r"- L’offre annonce.*", said("- L’offre du traiteur me semble bizarre."))),
        ("right sum mistyped", "K2.4 K2.3", swap_like(r"calcul donne \S+ €", misdialled)),
        ("estimate said to be for eleven", "K2.4 K2.3", swap("pour douze paniers", "pour onze paniers")),
        ("estimate corrected in secret", "K2.4 K2.2",
         swap("il faut un devis corrigé", "j’ai modifié le devis moi-même, le traiteur n’en saura rien")),
        ("estimate found dear only", "K2.4 K2.3",
         swap_like(r"\. Le bon calcul donne .*", said(", c’est un peu cher mais ça ira."))),
        ("estimate already paid", "K2.4 K2.2 K2.3",
         swap("il faut un devis corrigé", "mais je viens de régler l’acompte")),
        ("reason of the other room", "K2.4 K2.3", swap_like(ROOM, _other_reason)),
        ("room said not to do, without a reason", "K2.4 K2.2", swap_like(ROOM, said("La salle ne va pas. "))),
        ("room left to the accountant", "K2.4 K2.2",
         swap("Je propose le réfectoire, libre et assez grand", "À toi d’en trouver une autre")),
        ("second anomaly of the planning not told", "K2.4", cut(SECOND, ".")),
        ("planning said to be right", "K2.4 K2.3",
         swap_like(r"- Le planning .*", said("- Le planning était juste, je n’y ai rien changé."))),
        ("planning’s faults left vague", "K2.4 K2.2",
         swap_like(r"- Le planning .*", said("- Le planning comportait des erreurs, c’est arrangé."))),
        ("corrections to be made by another", "K2.4 K2.2",
         swap("J’ai corrigé, et ajouté", "Il faudrait que tu corriges et que tu ajoutes")),
        ("apprentice removed instead of added", "K2.3 K2.2", swap_like(r"et ajouté (?=\w)", said("et retiré "))),
        ("nothing told of the papers", "K2.4 K2.2",
         both(without("Voici ce qui"), without("- L’offre"), without("- La salle"), without("- Le planning"))),
    ))  # fmt: skip


def _word_manners() -> Iterator[OtherFault]:
    order, end = "Peux-tu commander", "La note part à"
    yield from faults("mot", (
        ("bare order", "K2.5", swap("Peux-tu commander", "Commande tout de suite")),
        ("accountant blamed", "K2.5", sentence("- L’offre", "Tu aurais pu t’en apercevoir, c’est ton métier.")),
        ("director blamed", "K2.5", sentence("- Le planning", "Bénédicte n’a évidemment rien vérifié.")),
        ("colleague who has left spoken ill of", "K2.5",
         sentence("- Le planning", "Ce tire-au-flanc de Guénot, bon débarras.")),
        ("pressed in capitals", "K2.5", sentence(order, "C’EST TRÈS URGENT, GROUILLE-TOI !!!")),
        ("chat instead of a message", "K2.5", swap("Bonjour Fanny,", "Hello ma belle, ça roule ?")),
        ("laughter", "K2.5", sentence(end, "Mdr, vivement dimanche.")),
        ("answer of a chatbot pasted whole", "K2.2 K2.5",
         line("Bonjour Fanny", "Voici un exemple de message que vous pouvez envoyer à Fanny :")),
        ("request pasted twice", "K2.2 K2.5", repeated(order)),
        ("peux with a t", "K2.5", swap("Peux-tu commander", "Peut-tu commander")),
        ("participle without its plural", "K2.5",
         swap("deux végétariens et", "deux végétarien et")),
        ("verb without its plural", "K2.5", swap("Ondine Carrel travaille", "Ondine Carrel travailles")),
        ("verb of the first person with an s", "K2.5", swap("Je propose le réfectoire", "Je proposes le réfectoire")),
        ("infinitive for a participle", "K2.5", sentence(end, "J’ai tout vérifier ce matin.")),
        ("four faults", "K2.5",
         both(swap("il faut un devis corrigé", "il faux un devi corriger"),
              swap("libre et assez grand", "libre est assez grands"),
              swap("pour relecture", "pour relécture"))),
        ("line without capital nor punctuation", "K2.5 K2.2",
         instead("Voici ce qui", "voici ce qui allait pas dans les papiers y avait des erreurs partout jai corrigé")),
    ))  # fmt: skip
