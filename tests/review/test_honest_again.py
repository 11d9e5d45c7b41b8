# ruff: noqa: E501 -- an example stays on one line
"""Very good hand-ins in yet other words: times that are no people, a title above the greeting, several people called « vous »."""

from __future__ import annotations

import pytest

from ascom_coach.language import find_acts, letter_parts, proofread, register_of
from tests.review.looking import changed, laid, look
from tests.review.material import ENGINES, text
from tests.review.test_honest_words import judged
from tests.review.test_watch import MOT2, MOT3

CASES = (
    ("sens_contraire", "reponse", "D’après vous, le déplacement a été compté à deux reprises.", ""),
    ("sens_contraire", "note", "Vous comptez à deux dans chaque zone, avec une seule fiche.", "Vous comptez chacun de votre côté dans la zone."),
    ("meme_chose", MOT2, "Or 12 fois 14,50 € font 174 €.", "Le traiteur annonce vingt paniers."),
    ("laisse_faux", MOT2, "Salma figurait dans deux zones : je l’ai laissée aux poulies.", "Salma figurait dans deux zones : je l’ai laissée."),
    ("laisse_faux", MOT2, "Salma, inscrite deux fois, compte avec Joaquim : je l’ai gardée aux poulies.", "Salma, inscrite deux fois : je l’ai gardée dans le planning."),
    ("autre_fait", "message_atelier", "La facture porte le 10 novembre alors que nous sommes venus le 12.", "Nous sommes venus le 18 novembre."),
    ("objet_et_texte", MOT2, "Le Club de régate occupe la salle ce samedi-là, de 8 h à 17 h.", ""),
    ("sens_contraire", MOT2, "On se retrouve au réfectoire (24 places, libre ce matin-là).", "La salle Artimon est libre ce matin-là."),
    ("meme_chose", MOT2, "J’attends le retour de Régis Maubert avant de l’accrocher au vestiaire.", ""),
    ("trop_tot", MOT3, "Rien ne sortira avant le feu vert de Mme Lacaze.", "L’e-mail part avant le feu vert de Mme Lacaze."),
    ("trop_tot", MOT3, "La page ne sera pas mise en ligne avant l’accord de Mme Lacaze.", "La page est mise en ligne avant l’accord de Mme Lacaze."),
    ("ton", MOT3, "La photo du groupe est retirée, faute d’accord écrit.", "La photo du groupe est restée par la faute de Yanis."),
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


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("Avec nos excuses renouvelées, recevez, Madame, l’assurance de toute notre attention.", True),
        ("Recevez, Madame, nos salutations dévouées.", True),
        ("Croyez, Madame, en l’assurance de notre entier dévouement.", True),
        ("Recevez votre colis demain.", False),
        ("Vous recevez l’assurance habitation avec ce contrat.", False),
    ],
)
def test_a_closing_may_be_an_order_to_receive(line: str, closes: bool) -> None:
    assert (
        "politesse" in letter_parts(["Madame,", "Votre chaudière est réparée.", line, "Inès Bakkali"])
    ) is closes


PLACE = "C’est le samedi 6 mars 2027, de 9 h 30 à 16 h, {where}."


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("dans notre verger-école, situé route de Plaisance", False),
        ("route de Plaisance, au sein du verger-école", False),
        ("au verger-école, chemin de Plaisance", True),
    ],
)
def test_a_place_may_be_said_in_another_order(where: str, told: bool) -> None:
    assert bool(judged("page_web", "g1", text(PLACE.format(where=where)))) is told


@pytest.mark.parametrize(
    ("said", "charged"),
    [
        ("L’inscription ne fonctionnait plus, j’ai mis l’adresse web que Yanis utilise.", False),
        ("La page menait à l’inscription de 2026 : l’adresse a changé, Yanis m’a donné la bonne.", False),
        ("L’inscription se fait par l’adresse web de la page.", True),
        ("La page est prête, la liste aussi.", True),
    ],
)
def test_an_anomaly_told_in_other_words_is_to_be_verified(said: str, charged: bool) -> None:
    assert bool(judged(MOT3, "q5", text(f"Bonjour Odile,\n{said}\nCamille"))) is charged


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Je vérifie la ligne et M. Lemoine la contrôle personnellement.", ""),
        ("Tout est prêt de mon côté, la page aussi.", ""),
        ("Notre bureau est prêt de la gare.", "prêt"),
        ("Voici la contrôle de la facture.", "la"),
        ("J’ai pris celle des mains, prêtée par M. Castaing et créditée.", ""),
        ("La facture et payée depuis lundi dernier.", "et"),
    ],
)
def test_right_words_that_look_wrong_are_left_alone(said: str, quote: str) -> None:
    assert [one.quote for one in proofread(said, ENGINES).remarks if one.counted] == (
        [quote] if quote else []
    )
