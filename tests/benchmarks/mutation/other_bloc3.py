"""The second hand's faults in the mailing, the page of the site and the word to the owner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutation.copies import PageCopy, WordCopy
from tests.benchmarks.mutation.other import OtherFault, fault, sentence, swap, swap_like, turned

FACTS = "KX3.1 KX3.2"


def _target(part: str, new: str, place: str) -> Callable[[Any], str | None]:
    """A link of the Word copy that leads elsewhere."""

    def change(copy: Any) -> str | None:
        assert isinstance(copy, WordCopy)
        for relation in copy.document.part.rels.values():
            if relation.is_external and part in relation.target_ref:
                relation._target = new
                return place
        return None

    return change


def _described(text: str) -> Callable[[Any], str | None]:
    """The picture of the Word copy with another alternative text."""

    def change(copy: Any) -> str | None:
        assert isinstance(copy, WordCopy)
        for one in copy.document.element.body.iter("{*}docPr"):
            one.set("descr", text)
        return ""

    return change


def _markup(pattern: str, new: str, place: str) -> Callable[[Any], str | None]:
    """Another markup in the page."""

    def change(copy: Any) -> str | None:
        assert isinstance(copy, PageCopy)
        whole = "".join(copy.parts)
        spoilt = re.sub(pattern, new, whole, count=1, flags=re.S)
        copy.parts = [spoilt]
        return None if spoilt == whole else place

    return change


def _dashes(copy: Any) -> str | None:
    """The list of the page made with dashes."""
    assert isinstance(copy, PageCopy)
    whole = "".join(copy.parts)
    spoilt = whole.replace("<ul>", "").replace("</ul>", "").replace("<li>", "<p>- ").replace("</li>", "</p>")
    copy.parts = [spoilt]
    return None if spoilt == whole else "Horaires"


def mailing() -> Iterator[OtherFault]:
    for name, criteria, change in (
        ("another price in the subject", "KX3.2",
         swap("greffez votre premier fruitier", "greffez pour 25 €", "25 €")),
        ("last year in the subject", "KX3.2", swap("Samedi 6 mars 2027", "Samedi 6 mars 2026", line="Objet")),
        ("button that leads nowhere", "KX3.2",
         _target("greffage-2027", "https://vergers-aubepine.example/greffage", "Je réserve ma place")),
        ("way out that leads to the registration", "KX3.5",
         _target("desinscription", "https://vergers-aubepine.example/greffage-2027", "Je ne souhaite plus")),
        ("weekday that does not fit the deadline", "KX3.2",
         swap_like(r"avant le \w+ (\d+) février", lambda m: f"avant le lundi {m[1]} février")),
        ("half price for those who came", "KX3.1", swap("5 € de moins si", "moitié prix si")),
        ("hours turned round", "KX3.2",
         swap_like(r"de (\d+ h(?: \d\d)?) à (\d+ h(?: \d\d)?)", lambda m: f"de {m[2]} à {m[1]}")),
        ("minimum age of last year", "KX3.2", swap("dès 12 ans", "dès 8 ans")),
        ("free of charge in other words", "KX3.2", sentence("Le samedi 6 mars", "La journée ne vous coûtera rien.")),
        ("success guaranteed in other words", "KX3.2",
         sentence("Le samedi 6 mars", "Votre greffe prendra à coup sûr.")),
        ("file name as alternative text", "KX3.5", _described("image1.png")),
        ("merge field typed by hand", "KX3.2 KX3.3 KX3.4", swap("Bonjour,", "Bonjour [Prénom],")),
        ("shouting", "KX3.3", sentence("Le samedi 6 mars", "VENEZ VITE, PLACES TRÈS LIMITÉES !!!")),
        ("plural missing", "KX3.3", swap("des gants", "des gant")),
        ("sender’s address with a letter less", FACTS, swap("ateliers@", "atelier@")),
        ("association under its wrong name", FACTS, swap("Le Greffoir du Causse", "Les Amis du Greffoir")),
        ("lunch included", "KX3.2", swap("pique-nique à apporter", "déjeuner compris")),
        ("more places than the group has", "KX3.2",
         swap_like(r"\d+ places seulement", lambda m: "60 places seulement")),
        ("photographer’s name misspelt", "KX3.5",
         swap_like(r"Photo : (\w+) (\w+)", lambda m: f"Photo : {m[1]} {m[2][:-1]}")),
        ("one sentence says tu", "KX3.3", swap("si vous êtes déjà venu", "si tu es déjà venu")),
        ("unit missing after the price", "KX3.2", swap_like(r"Prix : (\d+) €", lambda m: f"Prix : {m[1]}")),
    ):  # fmt: skip
        yield fault("emailing", name, criteria, change)


def page() -> Iterator[OtherFault]:
    for name, criteria, change in (
        ("heading level skipped", "KX3.4 KX3.5",
         _markup(r"<h2>En pratique</h2>", "<h4>En pratique</h4>", "En pratique")),
        ("heading made of bold", "KX3.4 KX3.5",
         _markup(r"<h2>Inscription</h2>", "<p><b>Inscription</b></p>", "Inscription")),
        ("list made with dashes", "KX3.4", _dashes),
        ("language of the page gone", "KX3.4 KX3.5", _markup(r' lang="fr"', "", "")),
        ("title of the page left empty", "KX3.4 KX3.5", _markup(r"<title>[^<]*", "<title>Document sans titre", "")),
        ("address of the link mistyped", "KX3.2",
         _markup(r'href="[^"]*"', 'href="https://vergers-aubepin.example/greffage-2027"', "Je m’inscris")),
        ("link that says « cliquez ici »", "KX3.3 KX3.4 KX3.5",
         _markup(r"Je m’inscris à la Journée du greffage</a>", "Cliquez ici</a>", "Cliquez ici")),
        ("telephone with digits exchanged", "KX3.2", swap_like(r"01 99 00 \d\d \d\d", lambda m: turned(m[0]))),
        ("hashtag cut in two", FACTS, swap("#GreffonsEnsemble", "#Greffons Ensemble")),
        ("unit missing after the price", "KX3.2", swap_like(r"Prix : (\d+) € par", lambda m: f"Prix : {m[1]} par")),
        ("photographer’s name misspelt", "KX3.5",
         swap_like(r"Photo : (\w+) (\w+)", lambda m: f"Photo : {m[1]} {m[2][:-1]}")),
        ("association’s name misspelt", FACTS, swap("Le Greffoir du Causse", "Le Greffoir des Causses")),
        ("one sentence says tu", "KX3.3", swap("Inscrivez-vous avant", "Inscris-toi avant")),
        ("alternative text that says nothing", "KX3.5", _markup(r'alt="[^"]*"', 'alt="image"', "")),
        ("hours turned round", FACTS,
         swap_like(r"de (\d+ h(?: \d\d)?) à (\d+ h(?: \d\d)?)", lambda m: f"de {m[2]} à {m[1]}")),
        ("weekday that does not fit the date", "KX3.2", swap("samedi 6 mars 2027", "dimanche 6 mars 2027")),
        ("filler text left", "KX3.2 KX3.3 KX3.4", sentence("Le matin, les greffeurs", "Lorem ipsum dolor sit amet.")),
        ("two prices", "KX3.2", sentence("Une question ?", "Tarif de la journée : 45 €.")),
        ("verb not agreed", "KX3.3", swap("les greffeurs montrent", "les greffeurs montre")),
        ("deadline after the day itself", "KX3.2",
         swap_like(r"avant le \w+ \d+ février", lambda m: "avant le vendredi 12 mars")),
        ("a second main heading", "KX3.4 KX3.5",
         _markup(r"<h2>Le déroulement</h2>", "<h1>Le déroulement</h1>", "Le déroulement")),
    ):  # fmt: skip
        yield fault("page_web", name, criteria, change)


def word() -> Iterator[OtherFault]:
    for name, criteria, change in (
        ("day of sending too early", "KX3.1", swap("jeudi 11 février", "jeudi 4 février")),
        ("weekday that does not fit the date", "KX3.1 KX3.2", swap("jeudi 11 février", "vendredi 11 février")),
        ("number of addressees unlike the list’s", "KX3.2", swap("11 destinataires", "12 destinataires")),
        ("prices turned round", "KX3.2",
         swap_like(r"disait (\d+) €, j’ai gardé les (\d+) €",
                    lambda m: f"disait {m[2]} €, j’ai gardé les {m[1]} €")),
        ("health of a client told", "KX3.5",
         swap_like(r"une remarque [^,]*? qui n’avait",
                    lambda m: "la remarque « opérée du dos » de Mme Herbin qui n’avait")),
        ("name of the reader misspelt", "KX3.1", swap("Mme Lacaze", "Mme Lacase")),
        ("greeting to somebody else", FACTS + " KX3.3", swap("Bonjour Odile,", "Bonjour Sylvie,")),
        ("homophone", "KX3.3", swap("qui était mort", "qui étais mort")),
        ("sending already done", "KX3.1 KX3.2",
         swap("L’envoi est programmé pour le jeudi 11 février, après l’accord",
               "L’e-mail est parti ce matin, sans attendre l’accord", "parti ce matin")),
        ("placeholder left", "KX3.2 KX3.3", sentence("La liste compte", "Lien du fichier : XXX.")),
    ):  # fmt: skip
        yield fault("mot", name, criteria, change)
