"""The second hand's faults in the note to the team and in the word to the accountant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutation.copies import Editable, WordCopy
from tests.benchmarks.mutation.other import OtherFault, at, fault, sentence, swap, swap_like, without


def _styled(words: str, style: str, before: str = "") -> Callable[[Any], str | None]:
    """A line given another style, and something typed before it."""

    def change(copy: Any) -> str | None:
        assert isinstance(copy, WordCopy)
        found = [
            one for one in copy.paragraphs if one.text.strip() == words or (before and words in one.text)
        ]
        if not found:
            return None
        found[0].style = copy.document.styles[style]
        if before:
            found[0].runs[0].text = before + found[0].runs[0].text
        else:
            for run in found[0].runs:
                run.bold = True
        return words

    return change


def _all_dashes(copy: Any) -> str | None:
    """A list made with dashes."""
    assert isinstance(copy, WordCopy)
    for one in copy.paragraphs:
        if one.style.name == "List Bullet":
            one.style = copy.document.styles["Normal"]
            one.runs[0].text = "- " + one.runs[0].text
    return "comptage sur place"


def _no_footer(copy: Any) -> str | None:
    assert isinstance(copy, WordCopy)
    for one in copy.document.sections[0].footer.paragraphs:
        one.clear()
    return ""


def _twice(copy: Editable) -> str | None:
    rank = at(copy, "Un panier est offert")
    if rank is None:
        return None
    text = copy.lines()[rank]
    copy.insert(rank, text)
    return text[:40]


def _wrong_room(copy: Editable) -> str | None:
    """Too small where the first is taken, taken where the first is too small."""
    room = "la salle Misaine" if at(copy, "Artimon") is not None else "la salle Artimon"
    return swap("le réfectoire, libre et assez grand", room)(copy)


def note() -> Iterator[OtherFault]:
    facts = "K2.2 K2.3 K2.4"
    for name, criteria, change in (
        ("date of the text unlike the subject’s", facts,
         swap("samedi 23 janvier", "samedi 22 janvier", line="aura lieu")),
        ("a second hour of arrival", facts, sentence("aura lieu", "Rendez-vous à 7 h 15 devant le portail.")),
        ("weekday that does not fit the day off", facts, swap("lundi 8 février", "mardi 8 février")),
        ("heading made by hand in bold", "K2.1", _styled("Le repas", "Normal")),
        ("list made with dashes", "K2.1", _all_dashes),
        ("one sentence says tu", "K2.5", swap("Adressez-vous à", "Adresse-toi à")),
        ("colleague’s name misspelt", facts, swap("Fanny Lescure", "Fanny Lescurre")),
        ("footer and page number lost", "K2.1 K2.2", _no_footer),
        ("note dated after the event", facts, swap("le 11 janvier 2027", "le 25 janvier 2027")),
        ("note addressed to one person", "K2.2", swap("À : toute l’équipe", "À : Fanny Lescure")),
        ("secret told in other words", "K2.5",
         sentence("aura lieu", "Notre prêteur attend ce chiffre pour se décider.")),
        ("paragraph pasted twice", "K2.2 K2.5", _twice),
        ("reward promised in other words", "K2.2",
         sentence("Un panier", "Un bon cadeau récompensera chaque volontaire.")),
        ("placeholder left", "K2.2 K2.5", sentence("Adressez-vous", "Poste : [à compléter].")),
        ("meal above the limit, in words", "K2.2", sentence("Un panier", "Il vaut dix-neuf euros par personne.")),
        ("last year’s reservation of a room", "K2.4 K2.2", swap("au réfectoire", "en salle Artimon")),
        ("infinitive for a participle", "K2.5", swap("sont récupérées", "sont récupérer")),
        ("safety shoes made optional", facts,
         swap("chaussures de sécurité obligatoires pour tous", "chaussures de sécurité conseillées")),
        ("finish before the start", facts,
         swap_like(r"de (\d+ h(?: \d\d)?) à (\d+ h(?: \d\d)?)", lambda m: f"de {m[2]} à {m[1]}")),
        ("dated of last year", "K2.4", swap("le 11 janvier 2027", "le 12 janvier 2026")),
        ("order barked", "K2.5", sentence("aura lieu", "Les absents auront affaire à la direction !!!")),
        ("subject line gone", "K2.2", without("Objet :")),
    ):  # fmt: skip
        yield fault("note", name, criteria, change)


def word() -> Iterator[OtherFault]:
    facts = "K2.2 K2.3 K2.4"
    for name, criteria, change in (
        ("amount of the order with digits exchanged", "K2.3",
         swap_like(r"soit [\d,]+ €", lambda m: m[0][:6] + m[0][7] + m[0][6] + m[0][8:])),
        ("twelve baskets", "K2.3", swap("11 paniers", "12 paniers")),
        ("director not in copy", "K2.2", without("Copie :")),
        ("weekday that does not fit the deadline", facts, swap("vendredi 15 janvier", "jeudi 15 janvier")),
        ("unit missing after the amount", "K2.3 K2.5", swap_like(r"soit ([\d,]+) €", lambda m: f"soit {m[1]}")),
        ("corrected sum is wrong too", "K2.3 K2.4",
         swap_like(r"calcul donne [\d,]+ €", lambda m: "calcul donne 147,00 €")),
        ("apprentice’s name misspelt", facts, swap_like(r"ajouté (\w+ \w+)\.", lambda m: f"ajouté {m[1][:-1]}l.")),
        ("greeting to somebody else", "K2.2 K2.5", swap("Bonjour Fanny,", "Bonjour Patrick,")),
        ("another room that will not do", "K2.4 K2.2",
         _wrong_room),
        ("unit price above the limit", "K2.2 K2.3",
         swap_like(r"paniers du large à [\d,]+ €", lambda m: "paniers de l’amiral à 18,90 €")),
        ("accounting code with a digit exchanged", "K2.2", swap("INV-27", "INV-72")),
        ("three vegetarians", "K2.2 K2.3", swap("deux végétariens", "trois végétariens")),
        ("order after the deadline", facts, swap("avant vendredi 15 janvier", "avant vendredi 22 janvier")),
        ("hour of the inventory of the first instruction", facts,
         swap_like(r"L’inventaire commence à \d+ h(?: \d\d)?", lambda m: "L’inventaire commence à 7 h 30")),
        ("reviewer’s name misspelt", "K2.2", swap("Régis Maubert", "Régis Mauber")),
        ("personal reason told", "K2.5 K2.2",
         sentence("Peux-tu", "Le sans gluten est pour Hawa Diouf, qui a une maladie cœliaque.")),
        ("no subject", "K2.2", without("Objet :")),
        ("homophone", "K2.5", swap("Voici ce qui", "Voici se qui")),
    ):  # fmt: skip
        yield fault("mot", name, criteria, change)
