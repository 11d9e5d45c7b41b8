"""The fifth hand's faults in the page of the site.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import HOUR, moved_hour, repeated, said
from tests.benchmarks.mutation.fourth import (
    css,
    element_gone,
    line,
    retagged,
    section_gone,
)
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.third import (
    both,
    cut,
    faults,
    tags,
)

HOURS = rf"de {HOUR} à {HOUR}"
PHONE = r"01 99 00 \d\d \d\d"
SITE = "https://vergers-aubepine.example/"
ALT = "Deux mains taillent un rameau de pommier avec un greffoir."


def page() -> Iterator[OtherFault]:
    yield from _page_facts()
    yield from _page_law()
    yield from _page_manners()


def _page_facts() -> Iterator[OtherFault]:
    day, soon, question = "Le samedi 6 mars 2027", "Inscrivez-vous avant", "Une question ?"
    closing = r"avant le \w+ \d\d février"
    yield from faults("page_web", (
        ("day of the sending taken for the day’s", "KX3.2", swap(day, "Le jeudi 11 février 2027")),
        ("month mistaken", "KX3.2", swap(day, "Le samedi 6 février 2027")),
        ("soon", "KX3.2 KX3.1", swap(day, "Prochainement")),
        ("name of the partner cut short", "KX3.2", swap("Le Greffoir du Causse", "Le Greffoir")),
        ("partner left out", "KX3.2 KX3.1", swap("l’association Le Greffoir du Causse", "une association")),
        ("place of another activity", "KX3.2", swap("au verger-école, route de Plaisance", "au jardin d’essai")),
        ("street misspelt", "KX3.2", swap("route de Plaisance", "rue de la Plaine")),
        ("end an hour early", "KX3.2", swap_like(HOURS, moved_hour(-1))),
        ("beginning an hour early", "KX3.2", swap_like(rf"de {HOUR}(?= à \d)", moved_hour(-1))),
        ("a morning", "KX3.2", swap_like(HOURS, said("de 9 h à midi"))),
        ("two sets of hours", "KX3.2", sentence(soon, "Accueil à partir de 7 h 15, fin à 12 h.")),
        ("price for two", "KX3.2", swap("par personne", "pour deux personnes")),
        ("price in another currency", "KX3.2", swap_like(r"Prix : (\d\d) €", lambda m: f"Prix : {m[1]} CHF")),
        ("price told at the door", "KX3.2 KX3.1",
         swap_like(r"Prix : \d\d € par personne", said("Prix : à l’entrée"))),
        ("sixty places", "KX3.2", swap_like(r"\d\d places", said("60 places"))),
        ("group without a limit", "KX3.2", swap_like(r"Groupe limité à \d\d places", said("Groupe ouvert à tous"))),
        ("from six years of age", "KX3.2", swap("12 ans", "6 ans")),
        ("age left out", "KX3.2", cut(r", à partir de 12 ans")),
        ("tools lent", "KX3.2", swap("un sécateur et des gants", "fourni par nos soins")),
        ("a spade for pruning shears", "KX3.2", swap("un sécateur et des gants", "une bêche et des bottes")),
        ("lunch served", "KX3.2", swap("pique-nique à apporter", "buffet servi à midi")),
        ("lunch left out", "KX3.2", element_gone("Repas :")),
        ("registering until the day", "KX3.2", swap_like(closing, said("avant le samedi 6 mars"))),
        ("registering until the sending", "KX3.2", swap_like(closing, said("avant le jeudi 11 février"))),
        ("registering as soon as possible", "KX3.2 KX3.1", swap_like(closing, said("dès que possible"))),
        ("telephone of the caterer", "KX3.2", swap_like(PHONE, said("01 99 00 43 87"))),
        ("telephone without its last pair", "KX3.2", swap_like(PHONE, lambda m: m[0][:-3])),
        ("link to another firm", "KX3.2",
         tags(SITE + "greffage-2027", "https://jardins-levant.example/", "Je m’inscris")),
        ("link misspelt", "KX3.2", tags("greffage-2027", "grefage-2027", "Je m’inscris")),
        ("link to the front page", "KX3.2", tags(SITE + "greffage-2027", SITE, "Je m’inscris")),
        ("another hashtag", "KX3.2 KX3.1", swap("#GreffonsEnsemble", "#JourneeDuGreffage2026")),
        ("hashtag without its sign", "KX3.2 KX3.1", swap("#GreffonsEnsemble", "GreffonsEnsemble")),
        ("discount of half", "KX3.1 KX3.2", sentence(soon, "Anciens participants : moitié prix.")),
        ("free for some", "KX3.1 KX3.2", sentence(soon, "Les moins de 16 ans ne paient rien.")),
        ("graft promised", "KX3.1 KX3.2", sentence("Le matin, les greffeurs", "Réussite assurée pour tous.")),
        ("money back", "KX3.1 KX3.2", sentence("Le matin, les greffeurs", "Satisfait ou remboursé.")),
        ("title of another activity", "KX3.1 KX3.2", swap("La Journée du greffage", "Taille des rosiers")),
        ("agreement still waited for", "KX3.1 KX3.2",
         sentence(question, "Mme Lacaze doit encore donner son accord sur cette page.")),
        ("owner’s instruction pasted", "KX3.1 KX3.3", sentence(question, "Odile veut voir le tout avant midi.")),
        ("age of the old page beside the new", "KX3.2", sentence(soon, "Atelier ouvert dès 8 ans.")),
        ("answer of a chatbot pasted whole", "KX3.1 KX3.3",
         line(question, "N’hésitez pas à me dire si vous souhaitez une version plus courte de cette page.")),
    ))  # fmt: skip


def _page_law() -> Iterator[OtherFault]:
    question = "Une question ?"
    yield from faults("page_web", (
        ("picture described as a picture", "KX3.5", tags(ALT, "photo", "")),
        ("picture described as another one", "KX3.5 KX3.2", tags(ALT, "Un groupe de personnes souriantes", "")),
        ("description with the name of the file", "KX3.5", tags(ALT, "IMG_0412.JPG", "")),
        ("picture of the group announced", "KX3.5 KX3.2",
         swap_like(r"Photo : .*", said("Photo du groupe de l’an dernier"))),
        ("author unknown", "KX3.5 KX3.2", swap_like(r"Photo : .*", said("Photo trouvée sur Internet"))),
        ("first name only of the author", "KX3.5 KX3.2", swap_like(r"Photo : (\w+) .*", lambda m: f"Photo : {m[1]}")),
        ("clients of last year named", "KX3.5",
         sentence(question, "Mme Cazals et M. Delmas, venus en 2025, vous en parleront au 06 39 98 12 12.")),
        ("health of a client told", "KX3.5", sentence(question, "Mme Herbin, opérée du dos, restera assise.")),
        ("one who unsubscribed named", "KX3.5", sentence(question, "M. Abadie ne veut plus recevoir nos messages.")),
        ("words of the link misleading", "KX3.5 KX3.4",
         swap("Je m’inscris à la Journée du greffage", "ici")),
        ("language of the page gone", "KX3.5 KX3.4", tags(' lang="fr"', "", "")),
        ("language of the page wrong", "KX3.5 KX3.4", tags(' lang="fr"', ' lang="en"', "")),
    ))  # fmt: skip


def _page_manners() -> Iterator[OtherFault]:
    question, soon, run = "Une question ?", "Inscrivez-vous avant", "Le matin, les greffeurs"
    yield from faults("page_web", (
        ("slang", "KX3.3", sentence(soon, "Ça va déchirer !")),
        ("jargon", "KX3.3", sentence(run, "Prérequis : notions de cambium et d’incompatibilité SCION/porte-greffe.")),
        ("visitors belittled", "KX3.3", sentence(run, "Même les plus maladroits d’entre vous s’en sortiront.")),
        ("partner mocked", "KX3.3", sentence(run, "Ces vieux messieurs sont un peu raides, mais gentils.")),
        ("pressed", "KX3.3", sentence(soon, "VITE, VITE, VITE !!! Dernières places !!!")),
        ("l’emporter for l’emportez", "KX3.3", swap("vous l’emportez", "vous l’emporter")),
        ("naissait with an ent", "KX3.3", swap("arbre naissait", "arbre naissaient")),
        ("plural forgotten", "KX3.3", swap("sur des rameaux", "sur des rameau")),
        ("é for er", "KX3.3", swap("vous apprend à greffer", "vous apprend à greffé")),
        ("adjective of the other gender", "KX3.3", swap("Aucune expérience", "Aucune expérience professionnel")),
        ("elision forgotten", "KX3.3", swap("l’association Le", "la association Le")),
        ("five faults", "KX3.3",
         both(swap("les greffeurs montrent les gestes", "les greffeur montre les geste"),
              swap("vous les répétez", "vous les répéter"), swap("n’est nécessaire", "n’ai nécéssaire"))),
        ("headings that skip two levels", "KX3.4", retagged("h2", "h5")),
        ("every paragraph a heading", "KX3.4", retagged("p", "h2", "Photo :")),
        ("dark on dark", "KX3.4 KX3.5", css("body{background:#222222;color:#3a3a3a}")),
        ("yellow on white", "KX3.4 KX3.5", css("body{background:#ffffff;color:#ffff66}")),
        ("practical part gone", "KX3.1 KX3.2", section_gone("En pratique", "Inscrivez-vous avant")),
        ("run of the day gone", "KX3.1", section_gone("Le déroulement", "En pratique")),
        ("paragraph twice", "KX3.4 KX3.3 KX3.1", repeated(run)),
        ("rough text left", "KX3.1 KX3.3 KX3.4", sentence(question, "TODO : mettre ici le plan d’accès.")),
    ))  # fmt: skip
