# ruff: noqa: E501 -- a sentence stays on one line
"""The instruction received: what is read in it, corrected by the person, then looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.errors import RefusedInputError
from ascom_coach.instructions import instruction_of, typed_instruction
from ascom_coach.review import Instruction, instruction_yaml, load_instruction, read_instruction
from tests.documents.pdf_builder import pdf
from tests.review.material import draft_review
from tests.review.ordinary import mail, text, word, writer
from tests.review.test_drafts import told

ORDER = """Le 12 mars 2026

Bonjour Sonia,
Peux-tu écrire à Mme Hélène Vasseur, de la société Brioche & Cie, avant 11 h ? Elle se plaint d’un retard de la commande C-2041.
Présente-lui nos excuses, propose une nouvelle livraison le jeudi 19 mars entre 8 h et 10 h, et un geste commercial de 30 € maximum.
Ne parle pas du problème de camion. Joins le bon de livraison. Vouvoiement, 120 mots au plus.
Donne-lui le numéro de l’atelier : 01 99 00 12 34. Tu as 45 minutes.
Merci,
Bruno
"""
ANSWER = (
    "Bonjour Madame Vasseur,\n\nNous vous présentons nos excuses pour le retard de votre commande C-2041, et nous pensons à toute l’équipe de Brioche & Cie.\n\n"
    "Nous vous proposons une nouvelle livraison le jeudi 19 mars, entre 8 h et 10 h, ainsi qu’un geste commercial de 30 €. "
    "Vous trouverez le bon de livraison en pièce jointe. Notre atelier répond au 01 99 00 12 34.\n\nCordialement,\n\nSonia Petit\nTransports Lemaire\n"
)


def answer(body: str = ANSWER) -> Document:
    data = mail(
        "Sonia Petit <sonia.petit@transports-lemaire.example>", "Hélène Vasseur <h.vasseur@brioche.example>", "Votre commande C-2041", body,
        attach=("bon.pdf",), date="Thu, 12 Mar 2026 10:20:00 +0100",
    )  # fmt: skip
    return parse_bytes(data, "reponse.eml")


def asked(instruction: Instruction) -> set[tuple[str, str, str]]:
    return {(one.role, one.sort, one.value) for one in instruction.demands}


def test_an_instruction_is_read_item_by_item_with_its_words() -> None:
    read = read_instruction(ORDER)
    assert not read.confirmed
    assert str(read.day) == "2026-03-12"
    assert asked(read) >= {
        ("a_trouver", "destinataire", "Mme Hélène Vasseur"), ("a_trouver", "nom", "Brioche & Cie"), ("a_trouver", "reference", "C-2041"),
        ("a_trouver", "date", "jeudi 19 mars"), ("a_trouver", "heure", "8 h"), ("limite", "montant", "30 €"), ("limite", "mots_max", "120"),
        ("a_eviter", "mots", "problème de camion"), ("a_trouver", "partie", "pieces_jointes"), ("a_trouver", "registre", "vouvoiement"),
        ("a_trouver", "acte", "excuse"), ("a_trouver", "telephone", "01 99 00 12 34"),
        ("pour_vous", "heure", "11 h"), ("pour_vous", "delai", "45 minutes"), ("pour_vous", "date", "12 mars 2026"),
    }  # fmt: skip
    for one in read.demands:
        assert one.quote
        assert one.quote in " ".join(ORDER.split())


@pytest.mark.parametrize(
    ("sentence", "role", "sort", "value"),
    [
        (
            "Convoque M. Bastien Cordier pour le jeudi 26 mars à 10 h.",
            "a_trouver",
            "destinataire",
            "M. Bastien Cordier",
        ),
        ("Accordez une remise de 5 % au plus.", "limite", "pourcentage", "5 %"),
        ("Ne dépassez pas 40 € de remise.", "limite", "montant", "40 €"),
        ("Le montant à réclamer est de 1 250,50 €.", "a_trouver", "montant", "1 250,50 €"),
        ("Ne mentionnez pas le contrôle fiscal.", "a_eviter", "mots", "contrôle fiscal"),
        ("Écris au moins 80 mots.", "limite", "mots_min", "80"),
        ("Ajoutez un tableau des prix.", "a_trouver", "partie", "tableau"),
        ("Tu tutoies l’équipe.", "a_trouver", "registre", "tutoiement"),
        ("Rendez votre travail avant 16 h.", "pour_vous", "heure", "16 h"),
        ("Vous disposez de 50 minutes.", "pour_vous", "delai", "50 minutes"),
    ],
)
def test_what_a_sentence_asks(sentence: str, role: str, sort: str, value: str) -> None:
    assert (role, sort, value) in asked(
        read_instruction(f"Bonjour,\n{sentence}\nMerci de votre aide pour ce dossier.")
    )


SAID = [
    ("Réponds-lui sans détour. Pas de remise cette fois.", ("a_eviter", "mots", "remise")),
    ("Tu lui annonces le retard, et surtout pas de prix.", ("a_eviter", "mots", "prix")),
    ("Parle pas de la panne du camion, il est furieux.", ("a_eviter", "mots", "panne du camion")),
    ("Tu ne rapportes pas la dispute entre Lise et Omar.", ("a_eviter", "mots", "dispute entre Lise et Omar")),
    ("Convoque les élus, mais Mme Rey n’est pas invitée.", ("a_eviter", "nom", "Mme Rey")),
    ("La tutoie pas, c’est une nouvelle cliente.", ("a_trouver", "registre", "vouvoiement")),
    ("Je veux ça avant 16 h.", ("pour_vous", "heure", "16 h")),
    ("La note est à afficher avant vendredi.", ("pour_vous", "date", "vendredi")),
    ("Réponds à Mme Rey avant le 12 mars.", ("pour_vous", "date", "12 mars")),
    ("La visite a lieu le mardi 8 décembre au lieu du jeudi 3 décembre.", ("pour_vous", "date", "jeudi 3 décembre")),
    ("Écris une note pour les 14 salariés du dépôt.", ("pour_vous", "quantite", "14 salariés")),
    ("Écris un mot à madame Diallo pour la remercier.", ("a_trouver", "destinataire", "madame Diallo")),
    ("Mme Rey, la gérante, vous demande une réponse.", ("pour_vous", "nom", "Mme Rey")),
    ("Dis-lui bien que le colis repart ce soir.", ("a_trouver", "point", "le colis repart ce soir")),
    ("Fais un tableau des ventes avec un graphique en barres.", ("a_trouver", "partie", "graphique")),
    ("Mets le titre « Ventes du semestre ».", ("a_trouver", "mots", "Ventes du semestre")),
    ("Tu signes Karim.", ("a_trouver", "nom", "Karim")),
    ("La collecte dure du 1er au 15 décembre.", ("a_trouver", "date", "1er")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "demand"), SAID)
def test_what_a_manager_says_as_people_say_it(sentence: str, demand: tuple[str, str, str]) -> None:
    assert demand in asked(read_instruction(f"Bonjour,\n{sentence}\nMerci de votre aide pour ce dossier."))


NOT_SAID = [
    ("Pas de chance, le colis est perdu : écris à Mme Rey.", ("a_eviter", "mots")),
    ("Sur l’affiche : jouets propres, pas de peluches.", ("a_eviter", "mots")),
    ("Reste neutre, ne commente pas les tarifs.", ("a_eviter", "mots")),
    ("Que chacun rende son bulletin signé.", ("a_trouver", "partie")),
    ("Demande-leur de répondre avant le 10 janvier.", ("pour_vous", "date")),
    ("Écris aux clients de passer avant le 10 janvier.", ("pour_vous", "date")),
    ("On lui renvoie un colis neuf sous 48 h.", ("a_trouver", "quantite")),
    ("La voiture n’est pas réparée, Mme Rey n’est pas contente.", ("a_eviter", "nom")),
    ("Regarde le tableau des ventes dans le dossier.", ("a_trouver", "partie")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind"), NOT_SAID)
def test_what_a_manager_does_not_say(sentence: str, kind: tuple[str, str]) -> None:
    found = asked(read_instruction(f"Bonjour,\n{sentence}\nMerci de votre aide pour ce dossier."))
    assert kind not in {(role, sort) for role, sort, _ in found}


@pytest.mark.parametrize(
    ("gift", "given"),
    [
        ("Nous vous offrons une remise de 10 %.", True),
        ("Nous vous faisons un geste de 20 €.", True),
        ("Nous vous rembourserons dès lundi.", True),
        ("Il ne nous est pas possible de vous accorder de remise.", False),
        ("Nous vous livrons lundi, sans remise.", False),
        ("Vous nous demandez une remise : ma responsable vous répondra.", False),
    ],
)
def test_a_gift_that_was_refused_is_told_by_what_is_granted(gift: str, given: bool) -> None:
    order = "Bonjour,\nRépondez à Mme Vasseur. Pas de geste commercial.\nMerci de votre aide pour ce dossier."
    body = ANSWER.replace(", ainsi qu’un geste commercial de 30 €", "").replace(
        "Notre atelier", f"{gift} Notre atelier"
    )
    found = told(draft_review(parse_bytes(text(body), "reponse.txt"), instruction=order), "demande")
    quotes = [one.quote for one in found if "accordez" in one.message]
    assert [quote.startswith(gift) for quote in quotes] == ([True] if given else [])


def test_a_slip_in_a_reference_is_shown_beside_it() -> None:
    order = "Bonjour,\nRépondez à Mme Vasseur pour la commande C-2041.\nMerci de votre aide pour ce dossier."
    for written, nearly in (("C-2014", True), ("Z-88", False)):
        letter = parse_bytes(text(ANSWER.replace("C-2041", written)), "reponse.txt")
        [lost] = told(draft_review(letter, instruction=order), "demande")
        assert ("presque" in lost.message) == nearly
        assert (written in lost.quote) == nearly


@pytest.mark.parametrize(
    ("day", "words"),
    [("jeudi 19 mars", ""), ("19 mars", ""), ("19/03/2026", ""), ("mercredi 19 mars", "presque"), ("jeudi 26 mars", "retrouve pas")],
)  # fmt: skip
def test_a_day_asked_with_its_weekday_is_not_met_by_another_weekday(day: str, words: str) -> None:
    body = ANSWER.replace("jeudi 19 mars", day)
    found = told(
        draft_review(answer(body), production="P1.5", instruction=read_instruction(ORDER)), "demande"
    )
    assert [words in one.message and day in one.quote for one in found] == ([True] if words else [])


def test_the_same_list_from_a_text_a_word_file_a_writer_file_a_pdf_and_a_message(tmp_path: Path) -> None:
    lines = [line for line in ORDER.split("\n") if line]
    files = {
        "c.txt": text(ORDER), "c.docx": word(*lines), "c.odt": writer(*lines),
        "c.eml": mail("Bruno <bruno@transports.example>", "sonia@transports.example", "Réponse à faire", ORDER),
    }  # fmt: skip
    lists = []
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        found = asked(instruction_of(tmp_path / name))
        lists.append({one for one in found if one[1] != "date"})
    assert all(one == lists[0] for one in lists)
    (tmp_path / "c.pdf").write_bytes(pdf(("Convoquez M. Cordier le jeudi 26 mars 2026 au poste P-12.",)))
    assert ("a_trouver", "reference", "P-12") in asked(instruction_of(tmp_path / "c.pdf"))


def test_nothing_costs_a_point_until_the_list_comes_back() -> None:
    read = read_instruction(ORDER)
    result = draft_review(
        answer(ANSWER.replace("01 99 00 12 34", "01 99 00 12 43")), production="P1.5", instruction=read
    )
    [lost] = told(result, "demande")
    assert lost.status == "a_verifier"
    assert "lu dans la consigne" in lost.message
    assert next(item for item in result.criteria if item.id == "K1.2").level is None
    confirmed = load_instruction(instruction_yaml(read), "liste.yaml")
    assert confirmed.confirmed
    again = draft_review(
        answer(ANSWER.replace("01 99 00 12 34", "01 99 00 12 43")), production="P1.5", instruction=confirmed
    )
    [lost] = told(again, "demande")
    assert (lost.status, lost.criterion) == ("defaut", "K1.2")
    assert "01 99 00 12 43" in lost.quote
    assert next(item for item in again.criteria if item.id == "K1.2").level is not None


def test_an_answer_that_does_all_that_is_asked_brings_no_remark() -> None:
    confirmed = load_instruction(instruction_yaml(read_instruction(ORDER)), "liste.yaml")
    for instruction in (read_instruction(ORDER), confirmed):
        result = draft_review(answer(), production="P1.5", instruction=instruction)
        assert [
            one.message
            for one in result.findings
            if one.check == "brouillon:demande" and one.status != "conforme"
        ] == []
        assert len([one for one in result.findings if one.check == "brouillon:demande"]) >= 12


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("C-2041, et", "C-2014, et", ""),
        ("jeudi 19 mars", "vendredi 20 mars", "19 mars"),
        ("30 €", "45 €", "30 €"),
        ("pour le retard", "pour le retard dû à un problème de camion", "problème de camion"),
        ("Nous vous présentons nos excuses pour le retard de", "Nous avons noté le retard de", "excuses"),
        ("Vous trouverez le bon", "Tu trouveras le bon", "vouvoiement"),
        (
            "Notre atelier répond au",
            "Bien sûr, notre atelier répond " + "toujours et encore " * 40 + "au",
            "120 mots",
        ),
    ],
)
def test_what_is_not_done_is_told(old: str, new: str, words: str) -> None:
    assert old in ANSWER
    confirmed = load_instruction(instruction_yaml(read_instruction(ORDER)), "liste.yaml")
    body = ANSWER.replace(old, new)
    result = draft_review(answer(body), production="P1.5", instruction=confirmed)
    found = told(result, "demande")
    if not words:
        assert found == []  # the reference still stands in the subject
        return
    assert [one.status for one in found] == ["defaut"]
    assert words in found[0].message
    crossed = words in ("30 €", "problème de camion")
    assert found[0].severity == ("bloquant" if crossed else "majeur")


def test_the_one_it_is_for_stands_before_the_text() -> None:
    order = "Bonjour,\nRépondez à Mme Vasseur.\nMerci de votre aide pour ce dossier."
    other = ANSWER.replace("Madame Vasseur", "Madame Roy").replace(
        "Notre atelier", "Madame Vasseur en sera informée. Notre atelier"
    )
    to_other = parse_bytes(text("Objet : commande\n\n" + other), "reponse.txt")
    assert len(told(draft_review(to_other, instruction=order), "demande")) == 1
    assert told(draft_review(parse_bytes(text(ANSWER), "reponse.txt"), instruction=order), "demande") == []


def test_a_demand_may_be_met_by_another_file_of_the_hand_in() -> None:
    order = "Bonjour,\nEnvoyez la facture F-77 à M. Cordier. Le total est de 486,00 €.\nMerci de votre aide pour ce dossier."
    note = parse_bytes(
        text("Bonjour Monsieur Cordier,\n\nVoici votre document.\n\nCordialement,\n\nLéa\n"), "mot.txt"
    )
    bill = parse_bytes(text("Facture n° F-77\nDate : 16 mars 2026\nTotal TTC : 486,00 €\n"), "facture.txt")
    assert told(draft_review(note, bill, instruction=order), "demande") == []
    assert len(told(draft_review(note, instruction=order), "demande")) == 2


def test_the_list_can_be_corrected_by_hand() -> None:
    tree = instruction_yaml(
        read_instruction(
            "Bonjour,\nRépondez à Mme Roy avant le 12 mars.\nMerci de votre aide pour ce dossier."
        )
    )
    corrected = load_instruction(tree.replace("Mme Roy", "Mme Leroy"), "liste.yaml")
    assert ("a_trouver", "destinataire", "Mme Leroy") in asked(corrected)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("demandes: [", "ligne"),
        ("rien: 1", "demandes"),
        ("demandes:\n- {role: partout, sorte: date, valeur: x}", "partout"),
        ("demandes:\n- {role: limite, sorte: meteo, valeur: x}", "meteo"),
        ("demandes:\n- {role: a_trouver, sorte: couleur, valeur: bleu}", "couleur"),
        ("demandes:\n- {role: limite, sorte: ouverture, valeur: parfois}", "ni jour ni heure"),
        ("demandes:\n- {role: limite, sorte: mots_max, valeur: cent}", "chiffres"),
        ("demandes:\n- {role: limite, sorte: date}", "valeur"),
        ("date: hier\ndemandes: []", "hier"),
    ],
)
def test_a_list_that_does_not_hold_is_refused_in_one_sentence(content: str, words: str) -> None:
    with pytest.raises(RefusedInputError, match=words) as refused:
        load_instruction(content, "liste.yaml")
    assert "liste.yaml" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_pasted_text_and_the_path_of_a_file_are_told_apart(tmp_path: Path) -> None:
    assert typed_instruction("Répondez avant lundi.") == "Répondez avant lundi."
    place = tmp_path / "consigne du chef.txt"
    place.write_text("Répondez à Mme Roy.\nMerci.\n", encoding="utf-8")
    found = typed_instruction(f'"{place}"')
    assert isinstance(found, Instruction)
    assert ("a_trouver", "destinataire", "Mme Roy") in asked(found)


def test_a_reference_with_a_hash_is_no_colour() -> None:
    read = read_instruction("Réponds au ticket #123456A et publie avec le mot-dièse #portes2026.")
    assert not [one for one in read.demands if one.sort in ("couleur", "police")]
