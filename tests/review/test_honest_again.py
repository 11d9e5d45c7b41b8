# ruff: noqa: E501 -- an example stays on one line
"""Very good hand-ins in yet other words: times that are no people, a title above the greeting, several people called « vous »."""

from __future__ import annotations

import pytest

from ascom_coach.language import find_acts, proofread, register_of
from tests.review.looking import changed, laid, look
from tests.review.material import ENGINES, text
from tests.review.test_watch import MOT2, MOT3

CASES = (
    ("sens_contraire", "reponse", "D’après vous, le déplacement a été compté à deux reprises.", ""),
    ("sens_contraire", "note", "Vous comptez à deux dans chaque zone, avec une seule fiche.", "Vous comptez chacun de votre côté dans la zone."),
    ("meme_chose", MOT2, "Or 12 fois 14,50 € font 174 €.", "Le traiteur annonce vingt paniers."),
    ("laisse_faux", MOT2, "Salma figurait dans deux zones : je l’ai laissée aux poulies.", "Salma figurait dans deux zones : je l’ai laissée."),
    ("laisse_faux", MOT2, "Salma, inscrite deux fois, compte avec Joaquim : je l’ai gardée aux poulies.", "Salma, inscrite deux fois : je l’ai gardée dans le planning."),
)  # fmt: skip
"""(look, copy, what is right, what is near and wrong)."""
SUBJECT = "Objet : Journée du greffage, e-mail et page prêts à relire"
ABOVE = (
    ("**Pour Odile** – Journée du greffage : tout est prêt pour ta relecture", True),
    ("Journée du greffage : la page et l’e-mail attendent ton avis", True),
    ("Pour Odile", False),
    ("Sainte-Colombe, le mardi 2 février 2027", False),
)
SEVERAL = (
    ("Tu passes mardi. C’est l’heure dont vous êtes convenus ensemble.", "tutoiement"),
    ("Tu passes mardi, vous serez attendus tous les deux.", "tutoiement"),
    ("Tu passes mardi. Vous êtes prié de venir.", "mixte"),
    ("Tu passes mardi. Vous êtes pris.", "mixte"),
    ("Vous êtes attendus samedi.", "vouvoiement"),
)
TWO_READERS = "Salut Joris,\n\nTu passes mardi à 11 h.\n\nMonsieur Lemoine, deux choses :\n1. le déplacement figure deux fois ;\n2. l’adresse est fausse.\nPouvez-vous me dire ce que vous décidez ?\n{after}\nInès\n"


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{at}" for at, one in enumerate(CASES)])
def test_other_honest_words_are_left_alone_and_the_near_wrong_told(
    case: tuple[str, str, str, str], layout: str
) -> None:
    which, name, right, wrong = case
    assert look(which, name, laid(changed(name, "", right), layout)) == []
    if wrong:
        assert look(which, name, laid(changed(name, "", wrong), layout))


@pytest.mark.parametrize(("line", "titles"), ABOVE)
def test_a_line_above_the_greeting_may_say_what_the_message_is_about(line: str, titles: bool) -> None:
    document = laid(changed(MOT3, SUBJECT, line), "txt")
    assert bool(look("objet", MOT3, document)) is not titles
    assert look("fin_de_phrase", MOT3, document) == []


def test_a_paragraph_cut_under_the_greeting_is_still_told() -> None:
    cut = changed(MOT3, "à la mairie.", "à la mairie, et avant que tu ne partes pour le marché de")
    assert look("fin_de_phrase", MOT3, laid(cut, "docx"))


@pytest.mark.parametrize(("said", "register"), SEVERAL)
def test_what_agrees_in_the_plural_speaks_to_several(said: str, register: str) -> None:
    assert register_of(said).main == register


def test_a_passage_typed_under_a_call_is_for_the_one_who_is_called() -> None:
    quiet = text(TWO_READERS.format(after=""))
    assert look("tu_ou_vous", "message_atelier", quiet) == []
    odd = text(TWO_READERS.format(after="\nPouvez-vous confirmer pour la sonde ?\n"))
    assert look("tu_ou_vous", "message_atelier", odd)


@pytest.mark.parametrize(("greeting", "told"), [("Salut Joris,", False), ("Monsieur Lemoine,", True)])
def test_tu_is_for_the_one_who_is_greeted_by_name(greeting: str, told: bool) -> None:
    said = f"{greeting}\n\nComme tu me l’as dit, la visite est à 11 h.\n\nMonsieur Lemoine, pouvez-vous me dire ce que vous décidez ?\n\nInès\n"
    remarks = proofread(said, ENGINES)
    assert any(one.rule == "style_tutoiement" for one in remarks.remarks) is told


@pytest.mark.parametrize(
    ("said", "sorry"),
    [
        ("Nous vous prions de nous en excuser.", True),
        ("Veuillez excuser ce silence.", True),
        ("Je vous prie de bien vouloir nous excuser pour cette attente.", True),
        ("Je vous prie, Madame, de bien vouloir excuser ce retard.", True),
        ("Nous vous prions de nous en informer.", False),
        ("Veuillez expliquer ce silence.", False),
    ],
)
def test_an_apology_may_be_a_request(said: str, sorry: bool) -> None:
    assert any(one.act == "excuse" for one in find_acts(said)) is sorry
