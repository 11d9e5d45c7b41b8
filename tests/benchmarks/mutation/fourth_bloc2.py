"""The fourth hand's faults in the note to the team and in the message to the accountant.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.benchmarks.mutation.fourth import (
    FILLER,
    coloured,
    emptied_section,
    line,
    ordinary,
    shouted,
    sized,
    styled,
    whole,
)
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, turned, without
from tests.benchmarks.mutation.third import both, cut, everywhere, faults

HOURS = r"de \d+ h(?: \d\d)? à \d+ h(?: \d\d)?"
APPRENTICE = r"ajouté [^.]+"
DOUBLE = r"(?:comptait )?Salma Brossard deux fois et (?=faisait|donnait)|Salma Brossard deux fois et "


def _turned(match: re.Match[str]) -> str:
    return turned(match[0])


def note() -> Iterator[OtherFault]:
    yield from _note_facts()
    yield from _note_manners()


def _note_facts() -> Iterator[OtherFault]:
    yield from faults("note", (
        ("last year’s date left", "K2.4 K2.3 K2.2", swap("23 janvier 2027, de", "24 janvier 2026, de")),
        ("weekday that is not the date’s", "K2.3 K2.2",
         swap("le samedi 23 janvier", "le dimanche 23 janvier")),
        ("date of the subject not the text’s", "K2.3 K2.2", swap("samedi 23", "samedi 30", line="Objet")),
        ("model’s hours left", "K2.3 K2.4 K2.2", swap_like(HOURS, lambda m: "de 8 h à midi")),
        ("another beginning", "K2.3 K2.2",
         swap_like(r"de \d+ h(?: \d\d)?(?= à)", lambda m: "de 7 h")),
        ("no end", "K2.2 K2.3",
         swap_like(r"de (\d+ h(?: \d\d)?) à \d+ h(?: \d\d)?", lambda m: f"à partir de {m[1]}")),
        ("no hours", "K2.2 K2.3", cut(f", {HOURS}")),
        ("room that cannot do kept", "K2.4 K2.3 K2.2", swap("au réfectoire, où", "en salle Misaine, où")),
        ("two rooms in the same note", "K2.3 K2.4 K2.2",
         sentence("Un panier est offert", "Il sera servi en salle Artimon.")),
        ("no place", "K2.2 K2.3", cut(r" Le café vous attend au réfectoire.*")),
        ("contact who has left", "K2.4 K2.3 K2.2",
         swap_like(r"Adressez-vous à [^,]+", lambda m: "Adressez-vous à Patrick Guénot")),
        ("another contact", "K2.3 K2.2",
         swap_like(r"Adressez-vous à [^,]+", lambda m: "Adressez-vous à Hawa Diouf")),
        ("no contact", "K2.2 K2.3", emptied_section("Une question ?", "Camille Astruc")),
        ("compensation on another day", "K2.3 K2.2", swap("le lundi 8 février", "le lundi 15 février")),
        ("weekday of the compensation wrong", "K2.3 K2.2", swap("le lundi 8 février", "le mardi 8 février")),
        ("compensation left out", "K2.2 K2.3", emptied_section("Vos heures", "Une question ?")),
        ("hours paid instead of given back", "K2.3 K2.2",
         swap("sont récupérées le lundi 8 février : l’atelier sera fermé ce jour-là",
              "sont payées en heures supplémentaires avec le salaire de janvier")),
        ("bonus promised", "K2.2 K2.3 K2.5",
         sentence("Les heures de ce samedi", "Une prime de 50 € sera versée à chacun.")),
        ("reason of the management told", "K2.2 K2.5",
         sentence("L’inventaire annuel", "La banque attend le chiffre du stock avant de nous prêter.")),
        ("somebody’s diet told to all", "K2.2 K2.5",
         sentence("Un panier est offert", "Salma Brossard ne mange pas de gluten pour raison de santé.")),
        ("meal to be paid", "K2.3 K2.2",
         swap("Un panier est offert à midi", "Un panier est vendu 5 € à midi")),
        ("meal left out", "K2.2 K2.3", emptied_section("Le repas", "Vos heures")),
        ("safety shoes left out", "K2.2 K2.3", without("chaussures de sécurité")),
        ("safety shoes optional", "K2.3 K2.2", swap("obligatoires pour tous", "conseillées")),
        ("zone left out", "K2.3 K2.2", swap(", cale, mezzanine", ", cale")),
        ("three to a zone", "K2.3 K2.2", swap("Vous comptez à deux", "Vous comptez à trois")),
        ("another sender", "K2.2 K2.3",
         swap("De : Bénédicte Hourcade, directrice", "De : Régis Maubert, sécurité")),
        ("sent to one person", "K2.2 K2.3", swap("À : toute l’équipe", "À : Fanny Lescure")),
        ("sender and recipients gone", "K2.2", both(without("De : Bénédicte"), without("À : toute"))),
        ("no subject", "K2.2", without("Objet :")),
        ("model’s date of issue left", "K2.4 K2.3 K2.2", swap("le 11 janvier 2027", "le 12 janvier 2026")),
        ("issued after the day", "K2.3 K2.2", swap("le 11 janvier 2027", "le 11 février 2027")),
        ("no date of issue", "K2.2", without("Saint-Brieg-des-Flots, le")),
        ("not titled as a note", "K2.2", without("Note de service")),
        ("no signature", "K2.2", without("Camille Astruc")),
        ("gap of the model not filled in", "K2.2 K2.3",
         swap_like(HOURS, lambda m: "de … h à … h (à compléter)")),
        ("director’s name misspelt", "K2.3 K2.2", swap("pour Bénédicte Hourcade", "pour Bénédicte Hourcad")),
    ))  # fmt: skip


def _note_manners() -> Iterator[OtherFault]:
    yield from faults("note", (
        ("tu to the team", "K2.5",
         swap("Vous comptez à deux, dans la zone", "Tu comptes à deux, dans ta zone")),
        ("greeting of a friend", "K2.5 K2.2",
         line("L’inventaire annuel", "Salut la team, voilà le topo pour samedi !")),
        ("slang", "K2.5", swap("Le café vous attend", "Le kawa vous attend")),
        ("threat", "K2.5 K2.2", sentence("Les heures de ce samedi", "Toute absence sera sanctionnée.")),
        ("colleague blamed", "K2.5 K2.2",
         sentence("Vous comptez à deux", "L’an dernier, Bastien s’est encore trompé partout.")),
        ("ending of another person", "K2.5", swap("Vous comptez", "Vous comptés")),
        ("adjective without its plural", "K2.5", swap("obligatoires pour tous", "obligatoire pour tous")),
        ("participles without agreement", "K2.5",
         swap("les régimes signalés à Fanny Lescure sont prévus", "les régimes signalé à Fanny Lescure sont prévu")),
        ("ce / se", "K2.5", swap("Les heures de ce samedi", "Les heures de se samedi")),
        ("infinitive for a participle", "K2.5", swap("sera fermé ce jour-là", "sera fermer ce jour-là")),
        ("ou / où", "K2.5", swap("au réfectoire, où nous", "au réfectoire, ou nous")),
        ("wrong double letter", "K2.5", swap("L’inventaire annuel", "L’inventaire anuel")),
        ("five faults in the note", "K2.5",
         both(swap("aura lieu", "auras lieu"), swap("est offert", "est offer"), swap("vous attend", "vous attends"),
              swap("le chariot élévateur circule", "le chariot élévateurs circulent"),
              swap("Merci de votre aide", "Merci de votres aide"))),
        ("no agreement of the verb", "K2.5",
         swap("Les heures de ce samedi sont", "Les heures de ce samedi est")),
        ("text in six-point type", "K2.2 K2.5", whole(sized(6))),
        ("text in pale grey", "K2.2 K2.5", whole(coloured("E2E2E2"))),
        ("headings typed as ordinary lines", "K2.2 K2.1", styled("Heading 2", ordinary)),
        ("far more than a page", "K2.2", line("Camille Astruc", FILLER * 14)),
        ("paragraph in capitals", "K2.2 K2.5", shouted),
    ))  # fmt: skip


def word() -> Iterator[OtherFault]:
    yield from _word_order()
    yield from _word_rest()


def _word_order() -> Iterator[OtherFault]:
    yield from faults("mot", (
        ("sent to the caterer", "K2.2", swap("À : Fanny Lescure", "À : Armelle Quintin")),
        ("director’s copy gone", "K2.2", without("Copie :")),
        ("whole team in copy", "K2.2", swap("Copie : Bénédicte Hourcade", "Copie : toute l’équipe")),
        ("no subject", "K2.2", without("Objet :")),
        ("another day in the whole message", "K2.3 K2.2", everywhere("23 janvier", "30 janvier")),
        ("last year’s date in the subject", "K2.3 K2.4 K2.2",
         swap("du 23 janvier", "du 24 janvier", line="Objet")),
        ("order a week late", "K2.3 K2.2", swap("vendredi 15 janvier", "vendredi 22 janvier")),
        ("weekday that is not the date’s", "K2.3 K2.2", swap("vendredi 15 janvier", "jeudi 15 janvier")),
        ("no deadline", "K2.2 K2.3", cut(r" avant vendredi 15 janvier")),
        ("twelve meals, the absent one too", "K2.3 K2.2 K2.4", swap("11 paniers", "12 paniers")),
        ("number of meals left out", "K2.2 K2.3", swap("11 paniers", "des paniers")),
        ("menu above the ceiling", "K2.3 K2.2", swap("paniers du large", "paniers de l’amiral")),
        ("menu without the diets", "K2.3 K2.2", swap("paniers du large", "paniers du mousse")),
        ("price mistyped", "K2.3 K2.2", swap_like(r"à (\d\d,\d0) €", lambda m: f"à {_dearer(m[1])} €")),
        ("cost mistyped", "K2.3", swap_like(r"soit \d+,\d0 €", _turned)),
        ("vegetarians miscounted", "K2.3 K2.2", swap("deux végétariens", "trois végétariens")),
        ("gluten-free meal left out", "K2.2 K2.3", cut(" et un sans gluten")),
        ("diets left out", "K2.2 K2.3", cut(r", dont deux végétariens et un sans gluten")),
        ("meal for the person at home", "K2.3 K2.2",
         swap("pas de panier pour elle", "prévois quand même un panier pour elle")),
        ("person at home left out", "K2.2 K2.3", cut(r" Ondine Carrel travaille.*? pour elle\.")),
        ("another person at home", "K2.3 K2.2", swap("Ondine Carrel travaille", "Hawa Diouf travaille")),
        ("last year’s code", "K2.3 K2.2", swap("INV-27", "INV-26")),
        ("code left out", "K2.2 K2.3", cut(r" Le code est INV-27\.")),
        ("estimate said to be right", "K2.4 K2.3",
         swap_like(r"L’offre annonce (\d+,\d0) € pour douze.*", lambda m: f"L’offre de {m[1]} € est juste.")),
        ("anomaly of the estimate not reported", "K2.4 K2.3", without("L’offre annonce")),
        ("right and wrong sums exchanged", "K2.4 K2.3",
         swap_like(r"annonce (\S+) € pour douze paniers\. Le bon calcul donne (\S+) €",
                   lambda m: f"annonce {m[2]} € pour douze paniers. Le bon calcul donne {m[1]} €")),
        ("right sum left out", "K2.4 K2.3", cut(r" Le bon calcul donne \S+ €, il faut un devis corrigé\.")),
        ("wrong estimate accepted", "K2.4 K2.2 K2.3",
         swap("il faut un devis corrigé", "mais j’ai signé le devis quand même")),
        ("corrected estimate announced, not joined", "K2.2 K2.4 K2.3",
         swap("il faut un devis corrigé", "je te joins le devis corrigé")),
    ))  # fmt: skip


def _word_rest() -> Iterator[OtherFault]:
    yield from faults("mot", (
        ("anomaly of the room not reported", "K2.4 K2.2", without("- La salle")),
        ("unfit room kept", "K2.4 K2.3 K2.2",
         swap("Je propose le réfectoire, libre et assez grand", "Je propose de la garder quand même")),
        ("no other room proposed", "K2.4 K2.2", cut(r" Je propose le réfectoire, libre et assez grand\.")),
        ("anomalies of the planning not reported", "K2.4 K2.2", without("- Le planning")),
        ("planning left wrong", "K2.4 K2.2",
         swap_like(r"J’ai corrigé, et .*", lambda m: "Je n’y ai pas touché.")),
        ("double not told", "K2.4 K2.3", cut(DOUBLE)),
        ("another person said to be twice there", "K2.4 K2.3",
         swap("Salma Brossard deux", "Hawa Diouf deux")),
        ("apprentice’s name wrong", "K2.3 K2.2", swap_like(APPRENTICE, lambda m: "ajouté Yann Delille")),
        ("another reader", "K2.3 K2.2", swap("part à Régis Maubert", "part à Clément Vauquelin")),
        ("note up before it was read", "K2.2 K2.3",
         swap_like(r"La note part à .*? vestiaire\.", lambda m: "La note est déjà affichée au vestiaire.")),
        ("other way to pass the note", "K2.3 K2.2",
         swap("je l’affiche au vestiaire", "je l’envoie par courriel à tous")),
        ("what becomes of the note left out", "K2.2", cut(r"La note part à .*? vestiaire\. ")),
        ("hour not the note’s", "K2.3 K2.2",
         swap_like(r"L’inventaire (commence|finit) à \d+ h(?: \d\d)?", lambda m: f"L’inventaire {m[1]} à 9 h 30")),
        ("reason of the management told", "K2.2 K2.5",
         sentence("La note part à", "C’est la banque qui attend le chiffre du stock.")),
        ("caterer spoken ill of", "K2.5", sentence("- L’offre", "Cette dame ne sait vraiment pas compter.")),
        ("slang", "K2.5", swap("Voici ce qui n’allait pas", "Alors là, c’est le gros bazar")),
        ("tu and vous", "K2.5", sentence("La note part à", "Vous me direz si tu es d’accord.")),
        ("text-message spelling", "K2.5", swap("Bonne journée,", "Biz et à +,")),
        ("no greeting", "K2.5 K2.2", without("Bonjour Fanny")),
        ("no signature", "K2.2 K2.5", without("Camille Astruc")),
        ("infinitive for a participle", "K2.5", swap("J’ai corrigé, et", "J’ai corriger, et")),
        ("plural forgotten", "K2.5", swap("dans les papiers", "dans les papier")),
        ("plural verb, preposition without accent", "K2.5",
         swap("travaille à distance", "travaillent a distance")),
        ("three faults in the order", "K2.5",
         both(swap("Peux-tu commander", "Peut-tu commandé"), swap("dont deux végétariens", "dont deux végétarien"))),
        ("questions without their mark", "K2.5", swap("sans gluten ?", "sans gluten")),
    ))  # fmt: skip


def _dearer(price: str) -> str:
    """A euro more, still under the ceiling when it may."""
    return f"{int(price[:2]) + 1}{price[2:]}"
