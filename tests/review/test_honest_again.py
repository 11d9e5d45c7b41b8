# ruff: noqa: E501 -- an example stays on one line
"""Very good hand-ins in yet other words: times that are no people, a title above the greeting, several people called « vous »."""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.language import find_acts, letter_parts, proofread, register_of
from ascom_coach.review.checks.text import length
from ascom_coach.review.context import Context
from ascom_coach.review.generic.draft import Draft
from ascom_coach.review.generic.remains import blanks
from tests.review.looking import changed, laid, look
from tests.review.material import ENGINES, text
from tests.review.test_honest_words import judged, word_file
from tests.review.test_watch import GOLD, MOT2, MOT3

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
        ("L’association du quartier partage son savoir avec vous.", ""),
        ("Les bureaux du quartier son fermés le lundi.", "son"),
    ],
)
def test_right_words_that_look_wrong_are_left_alone(said: str, quote: str) -> None:
    assert [one.quote for one in proofread(said, ENGINES).remarks if one.counted] == (
        [quote] if quote else []
    )


MORE = (
    ("confidence", "reponse", "M. Lemoine m’a autorisée à vous accorder un geste de 40 €.", "M. Lemoine m’a autorisée à vous accorder jusqu’à 50 €, pas plus."),
    ("qui_ecrit", MOT2, "Merci Fanny,", "Voici ce que dit Armande Carrel."),
    ("meme_chose", MOT3, "M. Castaing a un greffeur blessé, il ne prend plus que 16 personnes.", "La boutique a été inondée cette nuit."),
)  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize("case", MORE, ids=[one[0] for one in MORE])
def test_what_a_very_good_copy_may_add(case: tuple[str, str, str, str], layout: str) -> None:
    which, name, right, wrong = case
    assert look(which, name, laid([*changed(name, "", "")[:-1], right], layout)) == []
    assert look(which, name, laid(changed(name, "", wrong), layout))


HEADS = (["Objet", "Inventaire annuel du samedi 23 janvier 2027"], ["Date", "11 janvier 2027"])
BODY = (
    "Nous comptons le samedi 23 janvier 2027. Soyez au portail à 8 h 30, fin à 12 h 30. Café au réfectoire.",
)
CONTACT = ("# Besoin d’une précision ?", "Clément Vauquelin est là pour vous répondre.")


def test_the_day_of_the_subject_is_not_that_of_the_document() -> None:
    assert look("date_du_document", "note", word_file("# Note de service", [*HEADS], *BODY)) == []
    late = [["Émetteur", "la direction"], ["Date", "le 12 janvier 2026"]]
    line = "Saint-Brieg-des-Flots, le 12 janvier 2026"
    assert look("date_du_document", "note", word_file("# Note de service", line, late, *BODY))


def test_a_part_of_the_model_may_have_another_name() -> None:
    heads = (
        "# Organisation",
        "Vous comptez à deux, dans la zone indiquée au planning. Chaussures de sécurité obligatoires.",
    )
    meal = ("# Le repas", "Un panier vous est offert à midi.")
    whole = laid(["# Note de service", "# L’essentiel", *BODY, *heads, *meal, *CONTACT], "docx")
    missing = [one.message for one in look("partie_du_modele", "note", whole)]
    assert not any("Quand et où" in one or "Une question" in one for one in missing)
    short = laid(["# Note de service", "# L’essentiel", "Nous comptons bientôt.", *heads], "docx")
    missing = [one.message for one in look("partie_du_modele", "note", short)]
    assert any("Quand et où" in one for one in missing)
    assert any("Une question" in one for one in missing)


@pytest.mark.parametrize(
    ("said", "blank"),
    [
        ("Réservez : [je m’inscris à la journée](https://vergers.example/2027).", False),
        ("Réservez avant le [date].", True),
        ("Écrivez à [votre nom] (bureau).", True),
    ],
)
def test_a_link_of_a_plain_page_is_no_blank(said: str, blank: bool) -> None:
    found = [one for one in blanks(Draft(text(said), None, None, True, ()), ()) if one.status == "defaut"]
    assert bool(found) is blank


def test_a_place_may_be_told_over_two_sentences() -> None:
    said = "Le verger-école ouvre ses rangs ! Rendez-vous route de Plaisance, de 9 h 30 à 16 h."
    assert judged("page_web", "g1", text(said)) == []
    apart = "Le verger-école ouvre ses rangs !\n\nRendez-vous route de Plaisance, de 9 h 30 à 16 h."
    assert judged("page_web", "g1", text(apart))


@pytest.mark.parametrize(
    ("head", "body", "status"), [(40, 190, "conforme"), (4, 240, "defaut"), (40, 240, "defaut")]
)
def test_heads_do_not_make_a_text_long(head: int, body: int, status: str) -> None:
    gold = GOLD["reponse"]
    said = "\n".join(("mot " * head, "", "Madame,", "", "mot " * body, "", "Inès Bakkali"))
    context = Context(gold.script, gold.production, text(said), None, gold.start, (), ())
    asked: Any = next(one for one in gold.production.controles if one.id == "c9")
    assert [one.status for one in length(asked, context)] == [status]
