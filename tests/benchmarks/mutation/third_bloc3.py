"""The third hand's faults in the mail to the clients, the page of the site and the word to the owner."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, turned, without
from tests.benchmarks.mutation.third import (
    both,
    cut,
    faults,
    hyphenated,
    in_run,
    of_paragraph,
    pale,
    plain,
    tags,
    word_link,
    word_picture,
)

SIGN_UP = "https://vergers-aubepine.example/greffage-2027"


def mailing() -> Iterator[OtherFault]:
    yield from faults("emailing", (
        ("price of last year", "KX3.2", swap_like(r"\d\d € par personne", lambda m: "28 € par personne")),
        ("reduction above what is allowed", "KX3.2 KX3.1", swap("5 € de moins", "15 € de moins")),
        ("owner’s own address", "KX3.2 KX3.1", swap("ateliers@vergers", "odile@vergers", line="De :")),
        ("partner under a wrong name", "KX3.2", swap("Le Greffoir du Causse", "Les Amis du Greffoir")),
        ("place wrong", "KX3.2", swap("route de Plaisance", "route de Cahors")),
        ("last day wrong", "KX3.2", swap("vendredi 26 février", "vendredi 12 mars")),
        ("weekday that does not fit the date", "KX3.2", swap("vendredi 26 février", "jeudi 26 février")),
        ("day of the text unlike the subject’s", "KX3.2",
         swap("Le samedi 6 mars 2027", "Le samedi 13 mars 2027", line="venez")),
        ("year of the old mail", "KX3.2", swap("6 mars 2027", "6 mars 2026", line="Objet")),
        ("too many seats", "KX3.2", swap_like(r"\d\d places seulement", lambda m: "30 places seulement")),
        ("hours wrong", "KX3.2", swap_like(r"de \d+ h(?: \d\d)? à", lambda m: "de 8 h à")),
        ("telephone with digits exchanged", "KX3.2", swap_like(r"01 99 00 \d\d \d\d", lambda m: turned(m[0]))),
        ("lunch said to be included", "KX3.2", swap("pique-nique à apporter", "déjeuner compris")),
        ("age wrong", "KX3.2", swap("dès 12 ans", "dès 8 ans")),
        ("tools said to be lent", "KX3.2", swap("un sécateur et des gants", "tout est prêté sur place")),
        ("success promised in other words", "KX3.2 KX3.1 KX3.5",
         sentence("venez apprendre", "Chaque greffe prend, parole de pépiniériste.")),
        ("no way to unsubscribe", "KX3.5", without("Vous recevez ce message")),
        ("addresses said to be bought", "KX3.5 KX3.2",
         in_run("parce que vous êtes client de la pépinière", "parce que nous avons acheté un fichier d’adresses")),
        ("sign-up link dead", "KX3.2 KX3.5 KX3.1", word_link("Je réserve ma place", "https://exemple.invalid/2026")),
        ("unsubscribe link leads to the sign-up", "KX3.5 KX3.2",
         word_link("Je ne souhaite plus recevoir vos messages", SIGN_UP)),
        ("picture without words", "KX3.5 KX3.4", word_picture("")),
        ("picture described by its file", "KX3.5 KX3.4", word_picture("IMG_0421.png")),
        ("no name under the picture", "KX3.5", without("Photo :")),
        ("other name under the picture", "KX3.2 KX3.5", swap_like(r"Photo : .*", lambda m: "Photo : Yanis")),
        ("one sentence says tu", "KX3.3", swap("Vous repartirez avec", "Tu repartiras avec")),
        ("shouted subject", "KX3.3 KX3.1 KX3.4",
         swap_like(r"Objet : .*", lambda m: "Objet : OFFRE EXCEPTIONNELLE !!! CLIQUEZ VITE")),
        ("no subject", "KX3.1 KX3.4", without("Objet :")),
        ("no sender", "KX3.1 KX3.2", without("De :")),
        ("nobody signs", "KX3.4 KX3.1", without("L’équipe des Vergers")),
        ("no greeting", "KX3.4 KX3.3 KX3.1", without("Bonjour,")),
        ("no price", "KX3.1 KX3.2", without("Prix :")),
        ("no hours", "KX3.1 KX3.2", cut(r"Horaires : de [^,]+, p", "P")),
        ("no link to sign up", "KX3.1 KX3.2", without("Je réserve ma place")),
        ("title in name only", "KX3.4", of_paragraph("En pratique", plain)),
        ("list typed with hyphens", "KX3.4", of_paragraph("Matériel :", hyphenated)),
        ("pale text", "KX3.4 KX3.5", of_paragraph("venez apprendre", pale)),
        ("another client named", "KX3.5",
         sentence("venez apprendre", "Mme Mireille Cazals (m.cazals@courrier.example) s’est déjà inscrite.")),
        ("plural forgotten", "KX3.3", swap("et des gants", "et des gant")),
        ("participle for an infinitive", "KX3.3", swap("apprendre à greffer", "apprendre à greffé")),
        ("leftover of another mailing", "KX3.2 KX3.1",
         sentence("venez apprendre", "Nos rosiers sont à moitié prix jusqu’au 30 novembre 2025.")),
        ("field of the tool broken", "KX3.3 KX3.4 KX3.2 KX3.1", swap("Bonjour,", "Bonjour {{prenom}},")),
    ))  # fmt: skip


def page() -> Iterator[OtherFault]:
    link = "Je m’inscris à la Journée du greffage"
    yield from faults("page_web", (
        ("title in name only", "KX3.4",
         both(tags("<h1", "<p", "La Journée", within="La Journée"), tags("</h1", "</p", "La Journée du greffage"))),
        ("level of titles skipped", "KX3.4",
         both(tags("<h2", "<h5", "", within="Inscription"),
              tags("</h2", "</h5", "Inscription", within="Inscrivez-vous"))),
        ("picture without words", "KX3.5 KX3.4",
         tags(' alt="Deux mains taillent un rameau de pommier avec un greffoir."', "", "")),
        ("picture described by its file", "KX3.5 KX3.4",
         tags('alt="Deux mains taillent un rameau de pommier avec un greffoir."', 'alt="image.png"', "")),
        ("link that says nothing", "KX3.4 KX3.5", swap(link, "Cliquez ici")),
        ("link without a target", "KX3.2 KX3.1 KX3.5", tags(SIGN_UP, "#", link)),
        ("link to the page of last year", "KX3.2", tags("greffage-2027", "greffage-2026", link)),
        ("no link to sign up", "KX3.1 KX3.2", without(link)),
        ("no price", "KX3.1 KX3.2", without("Prix :")),
        ("no last day", "KX3.1 KX3.2", without("Inscrivez-vous avant")),
        ("no hashtag", "KX3.1", without("Partagez la journée")),
        ("no name under the picture", "KX3.5", without("Photo :")),
        ("no hours", "KX3.1 KX3.2", without("Horaires :")),
        ("hashtag misspelt", "KX3.2 KX3.1", swap("#GreffonsEnsemble", "#GreffonEnsembles")),
        ("price wrong", "KX3.2", swap_like(r"Prix : \d\d €", lambda m: "Prix : 23 €")),
        ("hours wrong", "KX3.2", swap_like(r"Horaires : de [^à]+ à [^.]+\.", lambda m: "Horaires : de 8 h à 12 h.")),
        ("telephone with digits exchanged", "KX3.2", swap_like(r"01 99 00 \d\d \d\d", lambda m: turned(m[0]))),
        ("day wrong", "KX3.2", swap("samedi 6 mars 2027", "samedi 13 mars 2027")),
        ("year of the old page", "KX3.2", swap("samedi 6 mars 2027", "samedi 6 mars 2026")),
        ("partner under a wrong name", "KX3.2", swap("Le Greffoir du Causse", "Le Greffon du Causse")),
        ("place wrong", "KX3.2", swap("au verger-école", "à la boutique")),
        ("age wrong", "KX3.2", swap("à partir de 12 ans", "à partir de 16 ans")),
        ("too many seats", "KX3.2", swap_like(r"limité à \d\d places", lambda m: "limité à 45 places")),
        ("tools said to be lent", "KX3.2", swap("un sécateur et des gants.", "tout est fourni sur place.")),
        ("meal sold", "KX3.2", swap("pique-nique à apporter", "buffet à 12 €")),
        ("last day after the day itself", "KX3.2", swap("vendredi 26 février", "vendredi 12 mars")),
        ("no fee for some", "KX3.2 KX3.1",
         sentence("Le matin", "La place est offerte aux habitants de la commune.")),
        ("success promised in other words", "KX3.1 KX3.2 KX3.5",
         sentence("Le matin", "Toutes les greffes de nos visiteurs prennent, année après année.")),
        ("picture of last year’s group announced", "KX3.5",
         sentence("Le matin", "Regardez plus bas le portrait des participants de l’an dernier.")),
        ("too much asked of who signs up", "KX3.5",
         sentence("Inscrivez-vous", "Indiquez votre date de naissance, vos revenus et votre groupe sanguin.")),
        ("private number of the partner", "KX3.5 KX3.2",
         sentence("Inscrivez-vous", "M. Castaing répond aussi chez lui au 05 99 00 12 34.")),
        ("list flattened", "KX3.4",
         both(tags("<ul", "<p", "", within="Horaires"), tags("</ul", "</p", ""),
              tags("<li", "<span", "", count=9), tags("</li", "</span", "Horaires :", count=9))),
        ("pale text", "KX3.4 KX3.5",
         tags("<p>", '<p style="color:#f2f2e6">', "Le matin, les greffeurs", within="Le matin")),
        ("one sentence says tu", "KX3.3", swap("vous greffez votre arbre", "tu greffes ton arbre")),
        ("verb not agreed", "KX3.3", swap("les greffeurs montrent", "les greffeurs montre")),
        ("homophone ces / ses", "KX3.3", swap("avec ses conseils", "avec c’est conseils")),
        ("page without a title of its own", "KX3.4 KX3.5", _title),
        ("language of the page not told", "KX3.5 KX3.4", tags(' lang="fr"', "", "")),
        ("text of the model left", "KX3.2 KX3.1 KX3.3", sentence("Le matin", "Lorem ipsum dolor sit amet.")),
        ("punctuation piled up", "KX3.3", swap("entre vos mains ?", "entre vos mains ??!!")),
    ))  # fmt: skip


def _title(copy: object) -> str | None:
    parts: list[str] = copy.parts  # type: ignore[attr-defined]
    rank = next((i for i, one in enumerate(parts) if one == "<title>"), None)
    if rank is None:
        return None
    parts[rank + 1] = "Document sans nom"
    return ""


def word() -> Iterator[OtherFault]:
    yield from faults("mot", (
        ("price kept wrong", "KX3.2", swap_like(r"gardé les \d\d €", lambda m: "gardé les 23 €")),
        ("sending on another day", "KX3.2 KX3.1", swap("jeudi 11 février", "jeudi 4 février")),
        ("weekday that does not fit the date", "KX3.2", swap("jeudi 11 février", "mardi 11 février")),
        ("somebody else agrees", "KX3.2 KX3.1",
         swap("Mme Lacaze, à la mairie", "M. Ternaux, à la mairie", "M. Ternaux")),
        ("no agreement asked", "KX3.1", cut(r", après l’accord de Mme Lacaze, à la mairie")),
        ("count unlike the list’s", "KX3.2", swap("compte 11 destinataires", "compte 14 destinataires")),
        ("nothing left to do told", "KX3.1 KX3.2", cut(r" Yanis doit aussi [^.]*\.")),
        ("health of a client told", "KX3.5", sentence("La liste compte", "C’est Mme Estève, opérée en mai.")),
        ("says vous to who says tu", "KX3.3", swap("que tu m’as confirmés", "que vous m’avez confirmés")),
        ("infinitive for a participle", "KX3.3", swap("Ce que j’ai corrigé", "Ce que j’ai corriger")),
        ("verb not agreed", "KX3.3", swap("liste d’envoi sont prêts", "liste d’envoi est prêts")),
        ("colleague blamed", "KX3.3", sentence("La liste compte", "Yanis a encore travaillé n’importe comment.")),
        ("said to be sent already", "KX3.1 KX3.2",
         swap("L’envoi est programmé pour le jeudi 11 février, après", "L’envoi est parti ce matin, avant")),
        ("no subject", "KX3.1 KX3.4", without("Objet :")),
        ("no greeting", "KX3.3 KX3.4 KX3.1", without("Bonjour Odile")),
        ("nobody signs", "KX3.4 KX3.1", without("Camille")),
        ("consent contradicted", "KX3.2 KX3.5",
         swap("personne n’avait donné son accord écrit", "chacun avait donné son accord écrit")),
        ("last change not told", "KX3.2 KX3.1", without("c’est changé partout")),
        ("doubles counted wrong", "KX3.2", swap("un doublon", "cinq doublons")),
        ("link not told", "KX3.2 KX3.1", without("le lien d’inscription")),
        ("professionals said to be kept", "KX3.2 KX3.1",
         swap("tous particuliers", "particuliers et professionnels")),
        ("partner under a wrong name", "KX3.2", swap("M. Castaing nous prête", "M. Castaigne nous prête")),
    ))  # fmt: skip
