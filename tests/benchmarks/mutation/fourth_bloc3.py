"""The fourth hand's faults in the e-mail to the clients and in the page of the site.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.benchmarks.mutation.fourth import (
    FILLER,
    coloured,
    css,
    element_gone,
    glued,
    line,
    ordinary,
    relabelled,
    retagged,
    section_gone,
    shouted,
    sized,
    styled,
    whole,
)
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, turned, without
from tests.benchmarks.mutation.third import both, cut, faults, in_run, tags, word_link, word_picture

HOURS = r"de \d+ h(?: \d\d)? à \d+ h(?: \d\d)?"
PHONE = r"01 99 00 \d\d \d\d"
OLD_PRICES = {"32": "28", "36": "30", "39": "35"}
HOME = "https://vergers-aubepine.example/"


def _turned(match: re.Match[str]) -> str:
    return turned(match[0])


def _last_year(match: re.Match[str]) -> str:
    return f"Prix : {OLD_PRICES.get(match[1], '28')} €"


def mailing() -> Iterator[OtherFault]:
    yield from _mailing_facts()
    yield from _mailing_manners()


def _mailing_facts() -> Iterator[OtherFault]:
    yield from faults("emailing", (
        ("last year’s sender left", "KX3.1 KX3.2", in_run("ateliers@vergers", "odile@vergers")),
        ("sender gone", "KX3.1 KX3.2", without("De : Les Vergers")),
        ("sender mistyped", "KX3.1 KX3.2", in_run("ateliers@vergers-aubepine", "ateliers@verger-aubepine")),
        ("subject gone", "KX3.1", without("Objet :")),
        ("last year’s date in the subject", "KX3.2", in_run("Samedi 6 mars 2027", "Samedi 7 mars 2026")),
        ("another day in the text than in the subject", "KX3.2",
         swap("Le samedi 6 mars 2027", "Le samedi 13 mars 2027")),
        ("weekday that is not the date’s", "KX3.2", swap("Le samedi 6 mars", "Le dimanche 6 mars")),
        ("another place", "KX3.2", swap("au verger-école, route de Plaisance", "à la boutique")),
        ("street misspelt", "KX3.2", swap("route de Plaisance", "route de la Plaine")),
        ("place left out", "KX3.2 KX3.1", cut(r" au verger-école, route de Plaisance,")),
        ("last year’s name of the partner", "KX3.2", swap("Le Greffoir du Causse", "Les Amis du Greffoir")),
        ("partner’s name misspelt", "KX3.2", swap("Le Greffoir du Causse", "Le Greffoir des Causes")),
        ("hours of a morning", "KX3.2", swap_like(HOURS, lambda m: "de 9 h à midi")),
        ("another end", "KX3.2", swap_like(r"à \d+ h(?: \d\d)?(?=, pique)", lambda m: "à 18 h")),
        ("hours left out", "KX3.2 KX3.1", without("Horaires :")),
        ("lunch said to be included", "KX3.2", swap("pique-nique à apporter", "déjeuner compris")),
        ("lunch left out", "KX3.2 KX3.1", cut(r", pique-nique à apporter")),
        ("last year’s price", "KX3.2", swap_like(r"Prix : (\d\d) €", _last_year)),
        ("price with its digits exchanged", "KX3.2", swap_like(r"Prix : \d\d €", _turned)),
        ("price left out", "KX3.2 KX3.1", without("Prix :")),
        ("two prices", "KX3.2", sentence("Une question ?", "Le tarif de la journée est de 25 €.")),
        ("discount above what is allowed", "KX3.1 KX3.2", swap("5 € de moins", "10 € de moins")),
        ("discount for all", "KX3.1 KX3.2",
         swap("5 € de moins si vous êtes déjà venu", "5 € de moins pour tous")),
        ("said to be free for children", "KX3.1 KX3.2",
         sentence("Matériel :", "C’est gratuit pour les enfants.")),
        ("graft guaranteed", "KX3.1 KX3.2 KX3.5",
         sentence("Vous repartirez", "La reprise de votre greffe est garantie.")),
        ("places of last year", "KX3.2", swap_like(r"\d\d places", lambda m: "30 places")),
        ("places left out", "KX3.2 KX3.1", cut(r"\d\d places seulement, i", "I")),
        ("age of the old page", "KX3.2", swap("dès 12 ans", "dès 8 ans")),
        ("tools left out", "KX3.2 KX3.1", without("Matériel :")),
        ("other tools", "KX3.2", swap("un sécateur et des gants", "un greffoir et des bottes")),
        ("deadline of last year", "KX3.2",
         swap_like(r"avant le \w+ \d\d février", lambda m: "avant le vendredi 20 février")),
        ("deadline left out", "KX3.2 KX3.1", cut(r", inscription avant le \w+ \d\d février")),
        ("telephone mistyped", "KX3.2", swap_like(PHONE, _turned)),
        ("telephone cut off", "KX3.2", swap_like(PHONE, lambda m: m[0][:-3])),
        ("no telephone", "KX3.2 KX3.1", without("Une question ?")),
        ("link of last year", "KX3.2", word_link("Je réserve ma place", HOME + "greffage-2026")),
        ("link to the front page", "KX3.2 KX3.1", word_link("Je réserve ma place", HOME)),
        ("link that says nothing", "KX3.5 KX3.4 KX3.3", relabelled("Je réserve ma place", "Cliquez ici")),
        ("no link to register", "KX3.1 KX3.2", without("Je réserve ma place")),
        ("no way to unsubscribe", "KX3.5", without("Vous recevez ce message")),
        ("link to unsubscribe that leads elsewhere", "KX3.5 KX3.2",
         word_link("Je ne souhaite plus recevoir vos messages", HOME)),
        ("form announced, not joined", "KX3.1 KX3.2",
         sentence("Une question ?", "Le bulletin d’inscription est en pièce jointe.")),
        ("a client’s name for all", "KX3.2 KX3.1 KX3.3", swap("Bonjour,", "Bonjour Mme Bonnard,")),
        ("other clients named", "KX3.5",
         sentence("Vous repartirez", "Mme Estève et M. Gineste sont déjà inscrits.")),
        ("author of the picture left out", "KX3.5", without("Photo :")),
        ("author of the picture unknown", "KX3.5 KX3.2",
         swap_like(r"Photo : .*", lambda m: "Photo : Internet")),
        ("author of the picture wrong", "KX3.2 KX3.5",
         swap_like(r"Photo : .*", lambda m: "Photo : M. Castaing")),
        ("picture without a description", "KX3.5 KX3.4", word_picture("")),
        ("file name for a description", "KX3.5 KX3.4", word_picture("IMG_2043.jpg")),
    ))  # fmt: skip


def _mailing_manners() -> Iterator[OtherFault]:
    yield from faults("emailing", (
        ("tu to the clients", "KX3.3", swap("Vous repartirez avec un jeune arbre greffé de vos mains",
                                            "Tu repartiras avec un jeune arbre greffé de tes mains")),
        ("greeting of a friend", "KX3.3", swap("Bonjour,", "Coucou tout le monde,")),
        ("shouting subject", "KX3.3 KX3.1",
         in_run("greffez votre premier fruitier", "VENEZ VITE, PLACES LIMITÉES !!!")),
        ("jargon", "KX3.3", swap("venez apprendre à greffer", "venez booster vos skills en greffe sur")),
        ("clients pressed", "KX3.3",
         sentence("Une question ?", "Dépêchez-vous !!! Après, ce sera trop tard !!!")),
        ("infinitive for an order", "KX3.3", swap("2027, venez apprendre", "2027, venir apprendre")),
        ("participle without its sense", "KX3.3",
         swap("arbre greffé de vos mains", "arbre greffer de vos mains")),
        ("ending of another tense", "KX3.3", swap("Vous repartirez", "Vous repartiré")),
        ("preposition without its accent", "KX3.3", swap("pique-nique à apporter", "pique-nique a apporter")),
        ("noun misspelt", "KX3.3", swap("inscription avant", "inscripsion avant")),
        ("four faults in the mail", "KX3.3",
         both(swap("apprendre à greffer un arbre", "aprendre à greffé un arbre"),
              swap("si vous êtes déjà venu", "si vous êtes déja venu"), swap("des gants", "des gant"))),
        ("no greeting", "KX3.3 KX3.1 KX3.4", without("Bonjour,")),
        ("no signature", "KX3.1 KX3.3 KX3.4 KX3.2", without("L’équipe des Vergers")),
        ("far above a hundred and eighty words", "KX3.1", line("Une question ?", FILLER * 4)),
        ("list in one block", "KX3.4", glued("Horaires :", "Prix :", "Matériel :", "places seulement")),
        ("title typed as an ordinary line", "KX3.4", styled("Title", ordinary)),
        ("text in six-point type", "KX3.4 KX3.5", whole(sized(6))),
        ("text in pale green", "KX3.4 KX3.5", whole(coloured("DDF2DD"))),
        ("paragraph in capitals", "KX3.4 KX3.3", shouted),
    ))  # fmt: skip


def page() -> Iterator[OtherFault]:
    yield from _page_facts()
    yield from _page_manners()


def _page_facts() -> Iterator[OtherFault]:
    yield from faults("page_web", (
        ("last year’s date left", "KX3.2", swap("samedi 6 mars 2027", "samedi 7 mars 2026")),
        ("weekday that is not the date’s", "KX3.2", swap("samedi 6 mars 2027", "vendredi 6 mars 2027")),
        ("no date", "KX3.2 KX3.1", swap("Le samedi 6 mars 2027, l’association", "L’association")),
        ("last year’s name of the partner", "KX3.2", swap("Le Greffoir du Causse", "Les Amis du Greffoir")),
        ("place left out", "KX3.2 KX3.1", cut(r", au verger-école, route de Plaisance")),
        ("another place", "KX3.2", swap("au verger-école, route de Plaisance", "à la grande serre")),
        ("hours of a morning", "KX3.2", swap_like(HOURS, lambda m: "de 8 h à midi")),
        ("end mistyped", "KX3.2", swap_like(r"à \d+ h(?: \d\d)?(?=\.)", lambda m: "à 19 h")),
        ("hours left out", "KX3.2 KX3.1", element_gone("Horaires :")),
        ("price of the old page", "KX3.2", swap_like(r"Prix : (\d\d) €", _last_year)),
        ("price without its currency", "KX3.2 KX3.4 KX3.3", swap_like(r"(Prix : \d\d) €", lambda m: m[1])),
        ("price left out", "KX3.2 KX3.1", element_gone("Prix :")),
        ("two prices", "KX3.2", sentence("Inscrivez-vous avant", "La journée coûte 25 €.")),
        ("discount above what is allowed", "KX3.1 KX3.2",
         sentence("Inscrivez-vous avant", "Remise de 10 € pour les anciens participants.")),
        ("said to cost nothing", "KX3.1 KX3.2 KX3.5",
         sentence("Inscrivez-vous avant", "La journée est gratuite pour les accompagnateurs.")),
        ("graft guaranteed", "KX3.1 KX3.2 KX3.5",
         sentence("Le matin, les greffeurs", "Vos greffes prendront à coup sûr.")),
        ("places of the old page", "KX3.2", swap_like(r"\d\d places", lambda m: "30 places")),
        ("places left out", "KX3.2 KX3.1", swap_like(r"limité à \d\d places, ", lambda m: "limité, ")),
        ("age of the old page", "KX3.2", swap("à partir de 12 ans", "à partir de 8 ans")),
        ("tools left out", "KX3.2 KX3.1", element_gone("Matériel :")),
        ("lunch of the old page", "KX3.2", swap("pique-nique à apporter", "déjeuner compris dans le tarif")),
        ("deadline of the old page", "KX3.2",
         swap_like(r"avant le \w+ \d\d février", lambda m: "avant le vendredi 20 février")),
        ("weekday of the deadline wrong", "KX3.2",
         swap_like(r"le \w+ (\d\d février)", lambda m: f"le lundi {m[1]}")),
        ("deadline left out", "KX3.2 KX3.1", element_gone("Inscrivez-vous avant")),
        ("telephone no longer in use", "KX3.2", swap_like(PHONE, lambda m: "01 99 00 40 73")),
        ("telephone with a digit too many", "KX3.2", swap_like(PHONE, lambda m: m[0] + "8")),
        ("no telephone", "KX3.2 KX3.1", element_gone("Une question ?")),
        ("dead link left", "KX3.2", tags("greffage-2027", "greffage-2026", "Je m’inscris")),
        ("link that leads nowhere", "KX3.2 KX3.1", tags(HOME + "greffage-2027", "#", "Je m’inscris")),
        ("link lost, its words left", "KX3.1 KX3.2", retagged("a", "", "Je m’inscris")),
        ("link that says nothing", "KX3.5 KX3.4 KX3.3",
         swap("Je m’inscris à la Journée du greffage", "Cliquez ici")),
        ("hashtag mistyped", "KX3.2 KX3.1", swap("#GreffonsEnsemble", "#GrefonsEnsemble")),
        ("hashtag with a space", "KX3.2 KX3.1", swap("#GreffonsEnsemble", "# Greffons Ensemble")),
        ("no hashtag", "KX3.1 KX3.2", element_gone("#GreffonsEnsemble")),
        ("caption of the old picture left", "KX3.5 KX3.2",
         swap_like(r"Photo : .*", lambda m: "Photo du groupe de l’an dernier, prise pendant l’atelier.")),
        ("author of the picture left out", "KX3.5", element_gone("Photo :")),
        ("author of the picture misspelt", "KX3.2 KX3.5",
         swap_like(r"Photo : (\S+) .*", lambda m: f"Photo : {m[1]} Durand")),
        ("picture without a description", "KX3.5 KX3.4",
         tags(' alt="Deux mains taillent un rameau de pommier avec un greffoir."', "", "")),
        ("empty description", "KX3.5 KX3.4",
         tags("Deux mains taillent un rameau de pommier avec un greffoir.", "", "")),
        ("file name for a description", "KX3.5 KX3.4",
         tags("Deux mains taillent un rameau de pommier avec un greffoir.", "photo_greffage_v2.png", "")),
        ("no picture", "KX3.1 KX3.4", retagged("img", "")),
        ("names of those who have registered", "KX3.5",
         sentence("Inscrivez-vous avant", "Déjà inscrits : Paule Estève, Rosa Ibarra, Hugo Delmas.")),
        ("a client’s address on the page", "KX3.5 KX3.2",
         sentence("Une question ?", "Vous pouvez aussi écrire à rosa.ibarra@courrier.example.")),
    ))  # fmt: skip


def _page_manners() -> Iterator[OtherFault]:
    yield from faults("page_web", (
        ("tu to the visitors", "KX3.3", swap("vous apprend à greffer", "t’apprend à greffer")),
        ("tu at the end", "KX3.3", swap("Partagez la journée", "Partage la journée avec tes potes et")),
        ("advertising shout", "KX3.3",
         sentence("Inscrivez-vous avant", "FONCEZ, il n’y en aura pas pour tout le monde !!!")),
        ("model text left", "KX3.1 KX3.4 KX3.2",
         line("Une question ?", "Saisissez ici votre texte de présentation.")),
        ("note to oneself left", "KX3.1 KX3.2 KX3.3", sentence("Une question ?", "(à vérifier avec Yanis)")),
        ("section on the day left empty", "KX3.1 KX3.4 KX3.2", element_gone("Le matin, les greffeurs")),
        ("section on registering gone", "KX3.1 KX3.2", section_gone("Inscription", "Une question ?")),
        ("subheadings typed as paragraphs", "KX3.4", retagged("h2", "p", "En pratique")),
        ("no main title", "KX3.4 KX3.1", element_gone("La Journée du greffage")),
        ("practical list in paragraphs", "KX3.4 KX3.1",
         both(retagged("ul", "div"), retagged("li", "p", "Horaires"))),
        ("practical list in one block", "KX3.4 KX3.1",
         both(retagged("ul", "p"), retagged("li", "", "Horaires"))),
        ("text in pale grey", "KX3.4 KX3.5", css("body{color:#e6e6e6}")),
        ("text of eight pixels", "KX3.4 KX3.5", css("body{font-size:7px}")),
        ("paragraph in capitals", "KX3.4 KX3.3", shouted),
        ("participle for a present", "KX3.3", swap("vous les répétez", "vous les répété")),
        ("verb without its plural", "KX3.3", swap("les greffeurs montrent", "les greffeurs montre")),
        ("ses / c’est", "KX3.3", swap("avec ses conseils", "avec c’est conseils")),
        ("adjective without agreement", "KX3.3", swap("Aucune expérience", "Aucun expérience")),
        ("accent forgotten", "KX3.3", swap("à partir de 12 ans", "a partir de 12 ans")),
        ("four faults in the page", "KX3.3",
         both(swap("naissait entre vos mains", "naissez entre vos main"), swap("vous l’emportez", "vous l’emporté"),
              swap("conseils de plantation", "conseil de plantations"))),
    ))  # fmt: skip
