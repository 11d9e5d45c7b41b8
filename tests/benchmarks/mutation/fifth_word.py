"""The fifth hand's faults in the message to the owner of the nursery.

Written from the story, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutation.fifth import instead, repeated, said
from tests.benchmarks.mutation.fourth import line
from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like
from tests.benchmarks.mutation.third import all_without, both, cut, faults

READY = "L’e-mail, la page et la liste d’envoi sont prêts"
LAST = r"^(?:M\. Castaing n’encadre|La journée ne commence|Yanis ferme).*$"


def word() -> Iterator[OtherFault]:
    yield from _facts()
    yield from _anomalies()
    yield from _discretion()
    yield from _manners()


def _facts() -> Iterator[OtherFault]:
    ready = "L’e-mail, la page"
    yield from faults("mot", (
        ("sending the day after", "KX3.2 KX3.1", swap("le jeudi 11 février", "le vendredi 12 février")),
        ("sending a month late", "KX3.2 KX3.1", swap("le jeudi 11 février", "le jeudi 11 mars")),
        ("sending the day after tomorrow", "KX3.2 KX3.1", swap("le jeudi 11 février", "après-demain")),
        ("sending on Thursday, nobody knows which", "KX3.1 KX3.2", swap("le jeudi 11 février", "jeudi")),
        ("sending on the day of the event", "KX3.2 KX3.1", swap("le jeudi 11 février", "le samedi 6 mars")),
        ("sending at once", "KX3.1 KX3.2",
         swap("L’envoi est programmé pour le jeudi 11 février", "Je l’envoie tout de suite")),
        ("agreement asked for after the sending", "KX3.1 KX3.2", swap("après l’accord de", "puis je préviendrai")),
        ("sending without waiting for the agreement", "KX3.1 KX3.2",
         swap("après l’accord de", "sans attendre l’accord de")),
        ("agreement said to be given", "KX3.1 KX3.2",
         swap("après l’accord de Mme Lacaze, à la mairie", "Mme Lacaze a déjà dit oui")),
        ("agreement of the partner", "KX3.2 KX3.1", swap("Mme Lacaze, à la mairie", "Yanis, à la boutique")),
        ("name of the reader misspelt", "KX3.2", swap("Mme Lacaze", "Mme Lagasse")),
        ("reader left vague", "KX3.1 KX3.2", swap("Mme Lacaze, à la mairie", "qui de droit")),
        ("page left for later", "KX3.1 KX3.2",
         swap(READY, "L’e-mail et la liste sont prêts, je n’ai pas touché à la page")),
        ("list left for later", "KX3.1 KX3.2",
         swap(READY, "L’e-mail et la page sont prêts, pas la liste")),
        ("eighteen recipients, as in the extraction", "KX3.2", swap("11 destinataires", "18 destinataires")),
        ("about ten recipients", "KX3.2", swap("11 destinataires", "une dizaine de destinataires")),
        ("professionals among the recipients", "KX3.2 KX3.1", swap("tous particuliers", "dont trois professionnels")),
        ("last change made in one document only", "KX3.1 KX3.2",
         swap("c’est changé partout", "je l’ai changé sur la page seulement")),
        ("last change left to the owner", "KX3.1 KX3.2",
         swap("c’est changé partout.", "peux-tu le changer partout ?")),
        ("last change said without its value", "KX3.2 KX3.1",
         swap_like(LAST, said("Il y a eu un petit changement : c’est fait."))),
        ("last change of another kind", "KX3.2",
         swap_like(LAST, said("La journée est déplacée au 13 mars : c’est changé partout."))),
        ("subject of another activity", "KX3.1 KX3.2",
         swap("Objet : Journée du greffage", "Objet : Conserves et confitures")),
        ("subject that says nothing", "KX3.1 KX3.3", swap_like(r"^Objet : .*", said("Objet : infos"))),
        ("another person greeted", "KX3.1 KX3.3", swap("Bonjour Odile", "Bonjour Monsieur Castaing")),
        ("signed by the colleague", "KX3.1 KX3.2", swap_like(r"^Camille$", said("Yanis"))),
        ("clients’ e-mail pasted in the message", "KX3.1 KX3.2",
         sentence(ready, "Venez apprendre à greffer votre premier fruitier !")),
        ("nothing told of what was found", "KX3.1 KX3.2",
         all_without("Ce que j’ai corrigé", "- le prix", "- la date", "- le lien", "- la photo")),
        ("price free for one client", "KX3.1 KX3.2",
         sentence(ready, "J’ai dit à Mme Estève que ce serait gratuit pour elle.")),
        ("discount above the ceiling promised", "KX3.1 KX3.2",
         sentence(ready, "J’ai promis 10 € de remise à ceux qui appelleront.")),
        ("graft promised", "KX3.1 KX3.2", sentence(ready, "J’ai ajouté que la reprise est garantie.")),
        ("answer of a chatbot pasted whole", "KX3.1 KX3.3",
         line("Bonjour Odile", "Voici un message récapitulatif que vous pouvez adresser à votre responsable :")),
    ))  # fmt: skip


def _anomalies() -> Iterator[OtherFault]:
    yield from faults("mot", (
        ("price without its figures", "KX3.2", swap_like(r"- le prix : .*", said("- le prix ;"))),
        ("mean of the two prices", "KX3.2",
         swap_like(r"j’ai gardé les \d\d € que tu m’as confirmés", said("j’ai mis 30,50 €, entre les deux"))),
        ("old price kept", "KX3.2",
         swap_like(r"la page disait (\d\d) €, j’ai gardé les \d\d € que tu m’as confirmés",
                   lambda m: f"le programme dit autre chose, j’ai laissé les {m[1]} € de la page")),
        ("price said to come from the partner", "KX3.2",
         swap("que tu m’as confirmés", "que M. Castaing m’a confirmés")),
        ("date not told", "KX3.2 KX3.1", swap("la date passée, le téléphone", "le téléphone")),
        ("name of the association not told", "KX3.2 KX3.1", cut(r" et le nom de l’association")),
        ("name left wrong", "KX3.2",
         swap("le nom de l’association", "le nom de l’association, que j’ai laissé tel quel")),
        ("link said to work", "KX3.2", swap("qui était mort", "qui marche très bien")),
        ("link to be repaired by another", "KX3.2 KX3.1",
         swap("qui était mort", "mort, que Yanis réparera peut-être")),
        ("picture kept without an agreement", "KX3.5",
         swap("M. Castaing nous prête celle des mains", "mais je l’ai laissée, elle est jolie")),
        ("picture taken from the web", "KX3.5",
         swap("M. Castaing nous prête celle des mains", "j’en ai pris une sur Internet")),
        ("agreement on the picture said to be given", "KX3.5 KX3.2",
         swap("personne n’avait donné son accord écrit", "tout le monde était d’accord")),
        ("double kept", "KX3.2 KX3.1",
         sentence("La liste compte", "J’ai laissé les deux lignes de Mme Bonnard, au cas où.")),
        ("request at the counter put off", "KX3.5 KX3.1",
         swap(", dont une qui l’avait demandé à Yanis", ", sauf celle qui l’a demandé à Yanis")),
        ("remark kept", "KX3.5",
         sentence("La liste compte", "J’ai gardé la remarque de Mme Herbin, elle peut servir.")),
    ))  # fmt: skip


def _discretion() -> Iterator[OtherFault]:
    listed = "La liste compte"
    yield from faults("mot", (
        ("client’s address given to the partner", "KX3.5",
         sentence(listed, "J’ai donné à M. Castaing l’adresse de M. Ternaux, il la voulait.")),
        ("health of a client told", "KX3.5", sentence(listed, "Mme Herbin sort d’une dépression, la pauvre.")),
        ("opinions of a client told", "KX3.5",
         sentence(listed, "Tu savais que Mme Herbin vote à l’extrême droite ?")),
        ("debts of a client told", "KX3.5", sentence(listed, "Mme Herbin est criblée de dettes, au fait.")),
        ("clients’ mails in the thread", "KX3.5",
         sentence(listed, "Les voici : louis.abadie@messagerie.example, m.cazals@courrier.example.")),
        ("password in the thread", "KX3.5", sentence(listed, "Le mot de passe de l’outil d’envoi est Pommier2027.")),
        ("picture of the group promised", "KX3.5",
         sentence(listed, "J’ai promis à M. Castaing de publier la photo du groupe.")),
    ))  # fmt: skip


def _manners() -> Iterator[OtherFault]:
    listed, ready = "La liste compte", "L’e-mail, la page"
    yield from faults("mot", (
        ("owner blamed", "KX3.3", sentence(listed, "C’est toi qui avais laissé traîner toutes ces erreurs.")),
        ("colleague mocked", "KX3.3", sentence(listed, "Yanis dort debout, comme d’habitude.")),
        ("partner mocked", "KX3.3", sentence(listed, "Ce vieux ronchon de Castaing m’a tenu la jambe.")),
        ("complaint about the work", "KX3.3", sentence(ready, "Franchement, ce n’était pas à moi de faire tout ça.")),
        ("bare order to the owner", "KX3.3", sentence(listed, "Relis ça vite, je n’ai pas que ça à faire.")),
        ("greeting of a mate", "KX3.3", swap("Bonjour Odile,", "Yo Odile !!!")),
        ("closing of a chat", "KX3.3", swap("Bonne journée,", "Tchuss,")),
        ("no greeting nor closing", "KX3.3 KX3.1", all_without("Bonjour Odile", "Bonne journée")),
        ("no signature", "KX3.3 KX3.1", swap_like(r"^Camille$", said(""))),
        ("list pasted twice", "KX3.3 KX3.1", repeated("La liste compte")),
        ("capitals", "KX3.3", sentence(ready, "IL FAUT ABSOLUMENT QUE TU RELISES AVANT CE SOIR !!!")),
        ("paragraph in bits", "KX3.3",
         instead("La liste compte", "liste ok 11 dest désinscrits virés doublon viré yanis doit voir fichier")),
        ("tas for t’as", "KX3.3", swap("que tu m’as confirmés", "que tu ma confirmer")),
        ("participle without its plural", "KX3.3", swap("sont prêts. L’envoi", "sont prêtes. L’envoie")),
        ("son for sont", "KX3.3", swap("liste d’envoi sont prêts", "liste d’envoi son prêts")),
        ("avez for avait", "KX3.3", swap("personne n’avait donné", "personne n’avez donné")),
        ("ses for ces", "KX3.3", swap("qui n’avait rien à y faire", "qui n’avais rien a y faire")),
        ("misspelt word", "KX3.3", swap("les personnes désinscrites", "les persones désinscrites")),
        ("doit with an s", "KX3.3", swap("Yanis doit aussi", "Yanis dois aussi")),
        ("four faults", "KX3.3",
         both(swap("qui était mort", "qui été mort"), swap("la date passée", "la date passer"),
              swap("un doublon", "un doublons"),
              swap("j’ai gardé", "j’ai garder"))),
    ))  # fmt: skip
