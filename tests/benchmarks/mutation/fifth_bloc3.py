"""The fifth hand's faults in the e-mail to the clients.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import (
    HOUR,
    blanks,
    instead,
    moved_hour,
    numbered_by_hand,
    repeated,
    said,
    several_fonts,
)
from tests.benchmarks.mutation.fourth import (
    coloured,
    emptied_section,
    line,
    relabelled,
    styled,
)
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.third import (
    before,
    both,
    faults,
    hyphenated,
    in_run,
    plain,
    word_link,
    word_picture,
)

HOURS = rf"de {HOUR} à {HOUR}"
PHONE = r"01 99 00 \d\d \d\d"
SITE = "https://vergers-aubepine.example/"
STOP = "Je ne souhaite plus recevoir vos messages"


def mailing() -> Iterator[OtherFault]:
    yield from _mailing_facts()
    yield from _mailing_price()
    yield from _mailing_law()
    yield from _mailing_manners()
    yield from _mailing_form()


def _mailing_facts() -> Iterator[OtherFault]:
    day, question = "Le samedi 6 mars 2027", "Une question ?"
    yield from faults("emailing", (
        ("day of the sending taken for the day’s", "KX3.2 KX3.1", swap(day, "Le jeudi 11 février 2027")),
        ("a week early", "KX3.2 KX3.1", swap(day, "Le samedi 27 février 2027")),
        ("another month", "KX3.2 KX3.1", swap(day, "Le samedi 6 mai 2027")),
        ("a year late", "KX3.2 KX3.1", swap(day, "Le samedi 6 mars 2028")),
        ("another day in the subject", "KX3.2 KX3.1", in_run("Samedi 6 mars 2027", "Samedi 16 mars 2027")),
        ("a weekend of March", "KX3.2 KX3.1", swap(day, "Un samedi de mars")),
        ("subject of an order sent", "KX3.1 KX3.5",
         in_run("Samedi 6 mars 2027, greffez votre premier fruitier", "Votre commande est en route")),
        ("subject of another activity", "KX3.1 KX3.2",
         in_run("greffez votre premier fruitier", "venez tailler vos rosiers")),
        ("sender that takes no answer", "KX3.1 KX3.2", in_run("ateliers@", "ne-pas-repondre@")),
        ("sender of a private box", "KX3.1 KX3.2",
         in_run("ateliers@vergers-aubepine.example", "camille.odile@messagerie.example")),
        ("sender without an address", "KX3.1 KX3.2", in_run(", ateliers@vergers-aubepine.example", "")),
        ("end an hour early", "KX3.2", swap_like(HOURS, moved_hour(-1))),
        ("beginning an hour late", "KX3.2", swap_like(rf"de {HOUR}(?= à \d)", moved_hour(1))),
        ("the whole day, without hours", "KX3.2 KX3.1", swap_like(HOURS, said("toute la journée"))),
        ("in the afternoon", "KX3.2", swap_like(HOURS, said("de 14 h à 17 h"))),
        ("end left out", "KX3.2 KX3.1", swap_like(rf"de ({HOUR}) à {HOUR}", lambda m: f"à partir de {m[1]}")),
        ("place of another activity", "KX3.2", swap("au verger-école", "à la grande serre")),
        ("at the town hall", "KX3.2", swap("au verger-école, route de Plaisance", "à la mairie, salle Lacaze")),
        ("another partner", "KX3.2", swap("Le Greffoir du Causse", "Les Croqueurs de poires")),
        ("name of the old page", "KX3.2", swap("l’association Le Greffoir du Causse", "Les Amis du Greffoir")),
        ("hot meal", "KX3.2", swap("pique-nique à apporter", "repas chaud servi sur place")),
        ("restaurant", "KX3.2", swap("pique-nique à apporter", "restaurant à 15 € en supplément")),
        ("half of the tools", "KX3.2", swap("un sécateur et des gants", "des gants")),
        ("from two years of age", "KX3.2", swap("dès 12 ans", "dès 2 ans")),
        ("adults only", "KX3.2", swap("dès 12 ans", "adultes seulement")),
        ("places for all", "KX3.2", swap_like(r"\d\d places seulement", said("Places illimitées"))),
        ("a few places", "KX3.2", swap_like(r"\d\d places", said("Quelques places"))),
        ("registering on the day", "KX3.2",
         swap_like(r"inscription avant .*(?=\.)", said("inscription sur place le jour même"))),
        ("registering until the day", "KX3.2",
         swap_like(r"avant le \w+ \d\d février", said("avant le samedi 6 mars"))),
        ("registering a day late", "KX3.2",
         swap_like(r"avant le \w+ \d\d février", said("avant le samedi 27 février"))),
        ("registering until the sending", "KX3.2",
         swap_like(r"avant le \w+ \d\d février", said("avant le jeudi 11 février"))),
        ("a private mobile", "KX3.2 KX3.5", swap_like(PHONE, said("06 39 98 77 02"))),
        ("telephone of another firm", "KX3.2", swap_like(PHONE, said("01 99 00 43 87"))),
        ("other firm’s name", "KX3.2 KX3.1",
         swap("L’équipe des Vergers d’Aubépine", "L’équipe des Jardins du Levant")),
        ("firm’s name misspelt", "KX3.2", swap("L’équipe des Vergers d’Aubépine", "L’équipe du Verger d’Aubepin")),
        ("link of a year to come", "KX3.2", word_link("Je réserve ma place", SITE + "greffage-2028")),
        ("link of a trial", "KX3.2", word_link("Je réserve ma place", "http://localhost/test")),
        ("link that opens a private mail", "KX3.2 KX3.1",
         word_link("Je réserve ma place", "mailto:odile@vergers-aubepine.example")),
        ("link to another firm", "KX3.2",
         word_link("Je réserve ma place", "https://jardins-levant.example/inscription")),
        ("owner’s instruction pasted", "KX3.1 KX3.3",
         sentence(question, "Que ça parte jeudi, je veux voir le tout avant midi.")),
        ("work left for a colleague", "KX3.1 KX3.5",
         sentence(question, "Yanis doit encore vérifier la liste d’envoi.")),
        ("practical part gone", "KX3.1 KX3.2", emptied_section("En pratique", "Je réserve ma place")),
        ("field of the tool left", "KX3.1 KX3.2", swap("Bonjour,", "Bonjour {{first_name}},")),
        ("answer of a chatbot pasted whole", "KX3.1 KX3.3",
         line("Bonjour,", "Bien sûr ! Voici un e-mail accrocheur pour annoncer votre journée :")),
    ))  # fmt: skip


def _mailing_price() -> Iterator[OtherFault]:
    question, off = "Une question ?", "5 € de moins si vous êtes déjà venu"
    yield from faults("emailing", (
        ("price of another activity", "KX3.2", swap_like(r"Prix : \d\d €", said("Prix : 22 €"))),
        ("price ten times too high", "KX3.2", swap_like(r"Prix : \d\d €", lambda m: m[0].replace(" €", "0 €"))),
        ("price for a family", "KX3.2", swap("par personne", "par famille")),
        ("price without tax", "KX3.2", swap_like(r"(Prix : \d\d €)", lambda m: f"{m[1]} HT")),
        ("price to start from", "KX3.2", swap_like(r"Prix : (\d\d €)", lambda m: f"Prix : à partir de {m[1]}")),
        ("price in dollars", "KX3.2", swap_like(r"Prix : (\d\d) €", lambda m: f"Prix : {m[1]} $")),
        ("price on request", "KX3.2 KX3.1", swap_like(r"Prix : \d\d €", said("Prix : nous consulter,"))),
        ("a fifth of the price off", "KX3.1 KX3.2", swap(off, "20 % de moins si vous êtes déjà venu")),
        ("ten euros off in words", "KX3.1 KX3.2", swap(off, "dix euros de remise si vous êtes déjà venu")),
        ("one place bought, one offered", "KX3.1 KX3.2", sentence(question, "Une place achetée, une place offerte.")),
        ("offered to the first ones", "KX3.1 KX3.2",
         sentence(question, "La journée est offerte aux dix premiers inscrits.")),
        ("five euros off for the others only", "KX3.1 KX3.2",
         swap("si vous êtes déjà venu", "si vous n’êtes jamais venu")),
        ("not a cent to pay", "KX3.1 KX3.2",
         sentence(question, "Pour vos enfants, la journée ne coûte pas un centime.")),
        ("money back", "KX3.1 KX3.2", sentence(question, "Si votre greffe ne prend pas, nous vous remboursons.")),
        ("graft promised", "KX3.1 KX3.2", sentence("Vous repartirez", "Votre greffe prendra, c’est promis.")),
        ("no failure", "KX3.1 KX3.2", sentence("Vous repartirez", "Avec nos greffeurs, aucun échec possible.")),
        ("fruit this very summer", "KX3.1 KX3.2",
         sentence("Vous repartirez", "Vous récolterez vos premières pommes cet été, c’est garanti.")),
    ))  # fmt: skip


def _mailing_law() -> Iterator[OtherFault]:
    question = "Une question ?"
    yield from faults("emailing", (
        ("link to stop that leads nowhere", "KX3.5", word_link(STOP, "#")),
        ("link to stop that leads to the registration", "KX3.5", word_link(STOP, SITE + "greffage-2027")),
        ("link to stop of another firm", "KX3.5", word_link(STOP, "https://jardins-levant.example/stop")),
        ("stop at the shop only", "KX3.5",
         instead("Vous recevez ce message",
                 "Pour ne plus recevoir nos messages, passez nous le dire à la boutique de la pépinière.")),
        ("no stop possible", "KX3.5",
         instead("Vous recevez ce message",
                 "Vous recevez ce message car vous êtes client ; il n’est pas possible de s’y opposer.")),
        ("clients in copy", "KX3.5",
         line("Bonjour,", "Cc : louis.abadie@messagerie.example, paule.esteve@courrier.example")),
        ("health of a client told", "KX3.5", sentence(question, "Mme Herbin, opérée du dos, aura une chaise.")),
        ("one who unsubscribed named", "KX3.5", sentence(question, "M. Kermadec nous a quittés, dommage pour lui.")),
        ("threat to those who leave", "KX3.5 KX3.3",
         sentence(question, "Si vous vous désinscrivez, vous perdrez vos avantages.")),
        ("addresses passed on", "KX3.5", sentence(question, "Nous transmettons votre adresse à nos partenaires.")),
        ("picture of the group", "KX3.5 KX3.2", swap_like(r"Photo : .*", said("Photo du groupe de l’an dernier"))),
        ("picture without its author", "KX3.5", swap_like(r"Photo : .*", said("Photo : droits réservés"))),
        ("first name only of the author", "KX3.5 KX3.2", swap_like(r"Photo : (\w+) .*", lambda m: f"Photo : {m[1]}")),
        ("picture described as a picture", "KX3.5", word_picture("image")),
        ("picture described as another one", "KX3.5 KX3.2", word_picture("Un groupe de participants souriants")),
        ("description with the name of the file", "KX3.5", word_picture("mains-greffoir-final2.png")),
    ))  # fmt: skip


def _mailing_manners() -> Iterator[OtherFault]:
    question, take = "Une question ?", "Vous repartirez"
    yield from faults("emailing", (
        ("clients scolded", "KX3.3",
         sentence(question, "L’an dernier, vous avez été trop nombreux à nous faire faux bond.")),
        ("clients belittled", "KX3.3", sentence(take, "Même un débutant maladroit comme vous y arrivera.")),
        ("tu in the link’s line", "KX3.3", swap("si vous êtes déjà venu", "si t’es déjà venu")),
        ("tu in a question", "KX3.3", sentence(question, "Tu hésites encore ?")),
        ("slang", "KX3.3", sentence(take, "Ça va être trop stylé.")),
        ("words of a text message", "KX3.3", swap("À bientôt au verger,", "A bi1to au verger,")),
        ("jargon of grafters", "KX3.3",
         sentence(take, "Au menu : cambium, anglaise compliquée, écusson à œil dormant et SCION.")),
        ("closing of a court", "KX3.3",
         swap("À bientôt au verger,", "Veuillez agréer l’expression de notre plus haute considération,")),
        ("clients told they know nothing", "KX3.3", sentence(question, "Ne posez pas de questions inutiles.")),
        ("venez without its z", "KX3.3", swap("venez apprendre", "vener apprendre")),
        ("et for est", "KX3.3", sentence(question, "La boutique et ouverte.")),
        ("misspelt fruit tree", "KX3.3", swap("un arbre fruitier au", "un arbre frutier au")),
        ("participle that follows nothing", "KX3.3", swap("déjà venu.", "déjà venir.")),
        ("a for à", "KX3.3", swap("À bientôt au verger", "A bientot au verger")),
        ("word missing", "KX3.3", swap("Vous repartirez avec un jeune arbre", "Vous avec un jeune arbre")),
        ("five faults", "KX3.3",
         both(swap("apprendre à greffer", "aprendre a greffé"), swap("déjà venu", "déjà venus"),
              swap("Appelez la boutique", "Appeler la boutiques"), swap("Vous repartirez", "Vous repartirai"))),
    ))  # fmt: skip


def _mailing_form() -> Iterator[OtherFault]:
    yield from faults("emailing", (
        ("list with hyphens", "KX3.4", styled("List Bullet", hyphenated)),
        ("list numbered by hand", "KX3.4", numbered_by_hand("List Bullet")),
        ("heading in bold by hand", "KX3.4", styled("Heading 2", plain)),
        ("empty lines", "KX3.4", blanks("En pratique", 5)),
        ("four fonts", "KX3.4", several_fonts),
        ("list in white", "KX3.4 KX3.5", styled("List Bullet", coloured("FAFAFA"))),
        ("paragraph twice", "KX3.4 KX3.3 KX3.1", repeated("Le samedi 6 mars")),
        ("signature before the text", "KX3.4", before("Le samedi 6 mars", "L’équipe des Vergers")),
        ("words of the link misleading", "KX3.5 KX3.4", relabelled("Je réserve ma place", "ici")),
    ))  # fmt: skip
