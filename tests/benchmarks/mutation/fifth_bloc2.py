"""The fifth hand's faults in the note to the team.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import (
    HOUR,
    blanks,
    moved_hour,
    numbered_by_hand,
    pushed,
    repeated,
    said,
    several_fonts,
)
from tests.benchmarks.mutation.fourth import coloured, emptied_section, line, styled
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.third import (
    all_without,
    before,
    both,
    cut,
    everywhere,
    faults,
    of_paragraph,
    plain,
)

HOURS = rf"de {HOUR} à {HOUR}"


def note() -> Iterator[OtherFault]:
    yield from _note_facts()
    yield from _note_limits()
    yield from _note_manners()
    yield from _note_form()


def _note_facts() -> Iterator[OtherFault]:
    when, meal, hours = "L’inventaire annuel", "Un panier est offert", "Les heures de ce samedi"
    yield from faults("note", (
        ("this very Saturday", "K2.3 K2.2", everywhere("23 janvier", "16 janvier")),
        ("month mistaken", "K2.3 K2.2", swap("le samedi 23 janvier", "le samedi 23 février")),
        ("year mistaken", "K2.3 K2.2", swap("23 janvier 2027, de", "23 janvier 2028, de")),
        ("Saturday, nobody knows which", "K2.3 K2.2",
         both(swap(" du samedi 23 janvier 2027", "", line="Objet"),
              swap("le samedi 23 janvier 2027", "samedi prochain"))),
        ("end an hour early", "K2.3 K2.2", swap_like(HOURS, moved_hour(-1))),
        ("end four hours late", "K2.3 K2.2", swap_like(HOURS, moved_hour(4))),
        ("end left open", "K2.3 K2.2", swap_like(rf"à {HOUR}(?=\. )", said("à l’heure où tout sera compté"))),
        ("the morning, without hours", "K2.3 K2.2", swap_like(HOURS, said("le matin"))),
        ("two beginnings", "K2.3 K2.2", sentence(when, "Merci d’être au portail dès 7 h 15.")),
        ("meeting in the workshop", "K2.3 K2.2 K2.4", swap("au réfectoire, où", "dans l’atelier, où")),
        ("meeting in a room of the town", "K2.3 K2.2 K2.4",
         swap("au réfectoire, où", "à la salle des fêtes, où")),
        ("room to be told later", "K2.2 K2.3", swap("au réfectoire, où", "dans une salle à confirmer, où")),
        ("meal elsewhere than the coffee", "K2.3 K2.4 K2.2",
         sentence(meal, "Il sera servi en salle Misaine.")),
        ("contact of another firm", "K2.3 K2.2", swap_like(r"(?<=Adressez-vous à )[^,]+", said("Armelle Quintin"))),
        ("contact without a name", "K2.2 K2.3", swap_like(r"Adressez-vous à [^,]+", said("Adressez-vous au bureau"))),
        ("contact who has left, beside the right one", "K2.4 K2.3",
         sentence("Adressez-vous à", "En son absence, voyez Patrick Guénot.")),
        ("compensation a week early", "K2.3 K2.2", swap("lundi 8 février", "lundi 1er février")),
        ("compensation a month late", "K2.3 K2.2", swap("lundi 8 février", "lundi 8 mars")),
        ("compensation when one likes", "K2.3 K2.2",
         swap("sont récupérées le lundi 8 février : l’atelier sera fermé ce jour-là",
              "se récupèrent quand vous le souhaitez")),
        ("hours of nobody’s business", "K2.2 K2.3", swap_like(r"Les heures de ce samedi sont.*?là\. ", said(""))),
        ("hours paid double", "K2.3 K2.2",
         swap("récupérées le lundi 8 février : l’atelier sera fermé ce jour-là", "payées double en février")),
        ("workshop open on the day given back", "K2.3 K2.2",
         swap("l’atelier sera fermé ce jour-là", "l’atelier restera ouvert ce jour-là")),
        ("shoes for the workshop only", "K2.3 K2.2",
         swap("obligatoires pour tous", "obligatoires pour l’atelier seulement")),
        ("trainers accepted", "K2.3 K2.2",
         swap("chaussures de sécurité obligatoires pour tous", "baskets acceptées")),
        ("helmet for shoes", "K2.3 K2.2", swap("chaussures de sécurité obligatoires", "casques obligatoires")),
        ("counting alone", "K2.3 K2.2", swap("Vous comptez à deux", "Vous comptez seul")),
        ("line on the entry of figures gone", "K2.2 K2.3", without("saisie :")),
        ("entry from home for whoever likes", "K2.3 K2.2",
         swap("au bureau et à distance", "de chez vous, pour ceux qui le souhaitent")),
        ("meal to bring", "K2.3 K2.2", swap("Un panier est offert à midi", "Apportez votre repas")),
        ("meal for the first ones", "K2.3 K2.2", swap("à chaque personne présente", "aux huit premiers inscrits")),
        ("diets forgotten", "K2.2 K2.3", cut(r" ; les régimes signalés à Fanny Lescure sont prévus")),
        ("diets to be told to another person", "K2.3 K2.2", swap("Fanny Lescure", "Bénédicte Hourcade")),
        ("order of the baskets in the team’s note", "K2.2",
         sentence(meal, "Fanny, merci d’en commander onze avant vendredi 15 janvier.")),
        ("faults of the draft told to all", "K2.2 K2.5",
         sentence("Vous comptez à deux", "Le planning comptait Salma Brossard deux fois, c’est corrigé.")),
        ("estimate’s error told to all", "K2.2 K2.5",
         sentence(meal, "Le traiteur s’est trompé dans son devis, il faudra le refaire.")),
        ("subject of the model left", "K2.4 K2.3 K2.2",
         swap("Objet : inventaire du samedi 23 janvier 2027", "Objet : inventaire annuel 2026")),
        ("issued a year early", "K2.4 K2.3 K2.2", swap("le 11 janvier 2027", "le 11 janvier 2026")),
        ("issued on the day itself", "K2.3 K2.2", swap("le 11 janvier 2027", "le 23 janvier 2027")),
        ("field of the model left", "K2.2 K2.4", swap("le 11 janvier 2027", "le [date]")),
        ("remark on the model left", "K2.4 K2.2",
         sentence(hours, "(texte repris de la note du 24 janvier 2026)")),
        ("signed by one who has left", "K2.4 K2.2 K2.3",
         swap_like(r"Camille Astruc, .*", said("Patrick Guénot, livraison"))),
        ("signed by the accountant", "K2.2 K2.3", swap("Camille Astruc, assistante", "Fanny Lescure, comptable")),
        ("sender below her rank", "K2.2 K2.3", swap("De : Bénédicte Hourcade, directrice", "De : le stagiaire")),
        ("sent to the caterer", "K2.2 K2.3", swap("À : toute l’équipe", "À : Le Panier d’Armelle")),
    ))  # fmt: skip


def _note_limits() -> Iterator[OtherFault]:
    when, meal, hours = "L’inventaire annuel", "Un panier est offert", "Les heures de ce samedi"
    yield from faults("note", (
        ("extra day off", "K2.2", sentence(hours, "Un jour de congé de plus vous sera accordé en mars.")),
        ("gift voucher", "K2.2", sentence(hours, "Un chèque cadeau de 30 € remerciera chacun.")),
        ("bonus hinted at", "K2.2", sentence(hours, "La direction saura récompenser les volontaires.")),
        ("bonus on the pay slip", "K2.2", sentence(hours, "Vous verrez un petit plus sur la paie de février.")),
        ("afternoon off", "K2.2", sentence(hours, "Les plus rapides auront leur vendredi après-midi.")),
        ("basket above the ceiling", "K2.2 K2.3", swap("Un panier est offert", "Un panier à 22 € est offert")),
        ("loan told", "K2.2 K2.5", sentence(when, "Ce comptage conditionne notre emprunt.")),
        ("loan told in other words", "K2.2 K2.5",
         sentence(when, "La directrice a besoin de ce chiffre pour obtenir son prêt.")),
        ("banker told", "K2.2 K2.5", sentence(when, "Notre banquier veut connaître le stock au plus vite.")),
        ("diets with names", "K2.2 K2.5",
         sentence(meal, "Hawa et Bastien sont végétariens, Édith mange sans gluten.")),
        ("illness of a colleague", "K2.2 K2.5",
         sentence("Vous comptez à deux", "Joaquim Teles, opéré du genou, restera assis.")),
        ("why a colleague stays at home", "K2.2 K2.5",
         sentence("Vous comptez à deux", "Ondine Carrel reste chez elle car elle est enceinte.")),
    ))  # fmt: skip


def _note_manners() -> Iterator[OtherFault]:
    when, hours = "L’inventaire annuel", "Les heures de ce samedi"
    yield from faults("note", (
        ("no complaint allowed", "K2.5", sentence(when, "Inutile de venir vous plaindre.")),
        ("presence without discussion", "K2.5", sentence(when, "Vous viendrez, un point c’est tout.")),
        ("team suspected", "K2.5", sentence(hours, "On sait bien que certains traînent les pieds.")),
        ("joke of bad taste", "K2.5", sentence(hours, "Ça vous changera de la grasse matinée, bande de marmottes !")),
        ("kisses", "K2.5", swap("Merci de votre aide.", "Merci et gros bisous.")),
        ("tu in an order", "K2.5", sentence("Vous comptez à deux", "N’oublie pas ton stylo.")),
        ("English words", "K2.5", swap("Le café vous attend", "Le coffee break vous attend asap")),
        ("abbreviations", "K2.5", swap("Merci de votre aide.", "Merci bcp, pb = voir rdc.")),
        ("ait for est", "K2.5", swap("Un panier est offert", "Un panier ait offert")),
        ("noun without its plural", "K2.5", swap("comme pendant la matinée", "comme pendant les matinée")),
        ("wrong agreement of the adjective", "K2.5", swap("L’inventaire annuel", "L’inventaire annuelle")),
        ("future in -rat", "K2.5", swap("l’atelier sera fermé", "l’atelier serat fermé")),
        ("votre for vos", "K2.5", swap("Merci de votre aide", "Merci de vos aide")),
        ("conditional after si", "K2.5", sentence(hours, "Si vous auriez un souci, prévenez-nous.")),
        ("misspelt words of the trade", "K2.5",
         both(swap("chaussures de sécurité", "chaussures de sécuritée"),
              swap("le chariot élévateur", "le charriot élevateur"))),
        ("homophones by the dozen", "K2.5",
         both(swap("où nous prendrons", "ou nous prendront"), swap("Les heures de ce", "Les heures de ceux"),
              swap("à chaque personne", "a chaque personne"), swap("ce jour-là", "ce jour la"))),
        ("word missing", "K2.5", swap("Les heures de ce samedi sont", "Les de ce samedi sont")),
        ("sentence that breaks off", "K2.5 K2.2", sentence(hours, "Et surtout, avant de partir, pensez à")),
    ))  # fmt: skip


def _note_form() -> Iterator[OtherFault]:
    yield from faults("note", (
        ("list numbered by hand", "K2.1", numbered_by_hand("List Bullet")),
        ("headings in bold by hand", "K2.1 K2.2", styled("Heading 2", plain)),
        ("title in bold by hand", "K2.1 K2.2", of_paragraph("Note de service", plain)),
        ("empty lines before the headings", "K2.1", blanks("Qui compte quoi", 5)),
        ("signature pushed with spaces", "K2.1", pushed("Camille Astruc")),
        ("four fonts", "K2.2 K2.1", several_fonts),
        ("headings in yellow", "K2.2 K2.1", styled("Heading 2", coloured("FFFF66"))),
        ("paragraph twice", "K2.2 K2.5", repeated("Les heures de ce samedi")),
        ("signature before the text", "K2.2", before("Quand et où", "Camille Astruc")),
        ("subject at the foot", "K2.2", before("Camille Astruc", "Objet :")),
        ("letterhead gone", "K2.2", all_without("Voilerie Tramezel", "Voiles, bâches", "7 quai")),
        ("half of the note gone", "K2.2", emptied_section("Qui compte quoi", "Camille Astruc")),
        ("answer of a chatbot pasted whole", "K2.2 K2.5",
         line("L’inventaire annuel",
              "Voici une note de service prête à être diffusée. Souhaitez-vous que je la raccourcisse ?")),
    ))  # fmt: skip
