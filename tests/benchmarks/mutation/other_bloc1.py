"""The second hand's faults in the answer to the client and in the message to the workshop."""

from __future__ import annotations

import copy as copies
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.mutation.copies import Editable, WordCopy
from tests.benchmarks.mutation.other import OtherFault, at, fault, sentence, swap, swap_like, turned, without


def _blank_lines(copy: Any) -> str | None:
    """Three empty paragraphs where spacing before would do."""
    assert isinstance(copy, WordCopy)
    rank = at(copy, "Objet :")
    if rank is None:
        return None
    line = copy.paragraphs[rank]._p
    for _ in range(3):
        line.addprevious(copies.deepcopy(copy.document.add_paragraph("")._p))
        last = copy.paragraphs[-1]._p
        last.getparent().remove(last)
    return ""


def _twice(copy: Editable) -> str | None:
    """A paragraph pasted twice."""
    rank = at(copy, "Vous avez aussi relevé")
    if rank is None:
        return None
    text = copy.lines()[rank]
    copy.insert(rank, text)
    return text[:40]


def letter() -> Iterator[OtherFault]:
    for name, criteria, change in (
        ("client’s name misspelt in the address", "K1.2", swap("Carole Vasseur", "Carole Vaseur", "Vaseur")),
        ("Monsieur for a Madame", "K1.5 K1.4 K1.2", swap("Madame,", "Monsieur,")),
        ("closing formula to another civility", "K1.5 K1.4 K1.2", swap("d’agréer, Madame,", "d’agréer, Monsieur,")),
        ("weekday that does not fit the date", "K1.2", swap("mardi 17 novembre", "mercredi 17 novembre")),
        ("letter dated of last year", "K1.2", swap("16 novembre 2026", "16 novembre 2025")),
        ("invoice number with two digits exchanged", "K1.2", swap_like(r"F-2026-\d{3}", lambda m: turned(m[0]))),
        ("call-back number unlike the letterhead", "K1.2",
         swap("01 99 00 24 18", "01 99 00 24 81", line="appelez-moi")),
        ("one sentence says tu", "K1.4", swap("prévoyez une heure", "prévois une heure")),
        ("gesture above the limit, in words", "K1.2",
         sentence("Vous avez aussi", "En dédommagement, vous aurez quatre-vingts euros de réduction.")),
        ("placeholder left", "K1.2", swap_like(r"^\w+ passera", lambda m: "[Prénom du technicien] passera")),
        ("signed without « pour M. Lemoine »", "K1.2 K1.5", without("pour M. Lemoine")),
        ("attachment announced, none there", "K1.2 K1.5",
         sentence("Vous avez aussi", "Vous trouverez ci-joint la facture rectifiée.")),
        ("answer promised before the letter’s date", "K1.2",
         swap("avant mercredi 18 novembre", "avant vendredi 13 novembre")),
        ("two appointments", "K1.2",
         sentence("passera chez vous", "Nous vous confirmons donc le rendez-vous de mardi 17 novembre à 15 h.")),
        ("technician blamed", "K1.2 K1.4",
         sentence("Vous nous avez", "La première intervention a été bâclée par notre technicien.")),
        ("responsibility owned in other words", "K1.2",
         sentence("Vous nous avez", "Cette nouvelle panne est entièrement de notre fait.")),
        ("refund promised in other words", "K1.2",
         sentence("Vous avez aussi", "La somme perçue en trop vous sera restituée sous huit jours.")),
        ("familiar wording", "K1.4", sentence("passera chez vous", "Pas de souci, on gère ça au top.")),
        ("participle not agreed", "K1.4", swap("sont restés sans", "sont resté sans")),
        ("abbreviation of a text message", "K1.4", swap("un autre rendez-vous", "un autre rdv")),
        ("no space before the colon", "K1.4 K1.5", swap("Objet :", "Objet:")),
        ("amount that no document holds", "K1.2",
         sentence("Vous avez aussi", "D’ici là, le règlement des 198,40 € est suspendu.")),
        ("date pushed right with spaces", "K1.1 K1.5",
         swap("Châteaulin-sur-Aure, le 16", " " * 40 + "Châteaulin-sur-Aure, le 16", "le 16 novembre")),
        ("three empty paragraphs", "K1.1 K1.5", _blank_lines),
        ("postcode of the client wrong", "K1.2", lambda copy: _second(copy, "29999", "29199")),
        ("street number of the wrong invoice", "K1.2", swap("3 impasse du Lavoir", "13 impasse du Lavoir")),
        ("paragraph pasted twice", "K1.2 K1.4 K1.5", _twice),
        ("subject line that says nothing", "K1.5 K1.2", swap_like(r"Objet : .*", lambda m: "Objet : réponse")),
        ("breakdown day that does not fit", "K1.2", swap("samedi 14 novembre", "lundi 14 novembre")),
        ("letter opened like a mail to a friend", "K1.4 K1.5", swap("Madame,", "Coucou Carole,")),
        ("threat to a client", "K1.4 K1.2",
         sentence("Vous avez aussi", "Sans paiement sous huit jours, nous saisirons un huissier.")),
    ):  # fmt: skip
        yield fault("reponse", name, criteria, change)


def _second(copy: Editable, old: str, new: str) -> str | None:
    """The recipient's block, not the letterhead."""
    rank = at(copy, old, last=True)
    if rank is None:
        return None
    copy.set(rank, copy.lines()[rank].replace(old, new))
    return new


def message() -> Iterator[OtherFault]:
    for name, criteria, change in (
        ("file number of the text unlike the subject’s", "K1.2",
         swap_like(r"\(dossier I-\d{4}\)", lambda m: turned(m[0]))),
        ("manager not in copy", "K1.2 K1.5", without("Copie :")),
        ("internal message sent to the client", "K1.2",
         swap_like(r"^À : .*", lambda m: "À : Mme Vasseur, c.vasseur@messagerie.example")),
        ("code with digits exchanged", "K1.2", swap_like(r"code E\d\d", lambda m: turned(m[0]))),
        ("hour of the subject unlike the text’s", "K1.2",
         swap_like(r"à \d+ h(?: \d\d)?$", lambda m: "à 16 h", line="Objet")),
        ("age with digits exchanged", "K1.2", swap_like(r"\d\d ans", lambda m: turned(m[0]))),
        ("judgement on the client", "K1.4",
         swap("Mme Vasseur (", "Cette cliente vraiment pénible, Mme Vasseur (", "pénible", line="est de nouveau")),
        ("empty subject", "K1.5 K1.2", swap_like(r"^Objet : .*", lambda m: "Objet :")),
        ("client’s name misspelt in the text", "K1.2",
         swap("Mme Vasseur (", "Mme Vavasseur (", line="est de nouveau")),
        ("greeting to somebody else", "K1.2 K1.5", swap_like(r"^Bonjour \w+,", lambda m: "Bonjour Sabrina,")),
        ("wrong part to bring", "K1.2", swap("la sonde de pression", "le circulateur")),
        ("invoice number with a digit less", "K1.2",
         swap_like(r"F-2026-\d{3}", lambda m: m[0][:-1] + " ", whole=False)),
        ("weekday that does not fit the date", "K1.2",
         swap("sans faute mardi 17", "sans faute jeudi 17", "jeudi 17")),
        ("verb not agreed", "K1.4", swap("Deux points à vérifier", "Deux point à vérifier")),
        ("nobody signs", "K1.5 K1.2", without("Camille Perrot")),
    ):  # fmt: skip
        yield fault("message_atelier", name, criteria, change)
