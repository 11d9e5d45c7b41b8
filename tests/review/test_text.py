from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.review import Finding
from tests.review.material import docx, letter, only, review, scenario, text


def judge(control: dict[str, Any], words: str, **options: Any) -> Finding:
    return only(review(scenario(letter({"id": "c1", "critere": "K1.2", **control})), text(words), **options))


@pytest.mark.parametrize(
    ("control", "words"),
    [
        ({"type": "faits_presents", "faits": ["commande"]}, "Votre commande C1802 part bientôt."),
        ({"type": "faits_presents", "faits": ["arrivage"]}, "Elle arrivera le 05/03/2026 au dépôt."),
        ({"type": "faits_presents", "faits": ["arrivage"]}, "Elle arrivera jeudi."),
        ({"type": "valeurs_presentes", "valeurs": ["30 EUR"]}, "Le total est de trente euros."),
        ({"type": "valeurs_presentes", "valeurs": ["12 personnes"]}, "Nous serons douze personnes."),
        ({"type": "absents", "valeurs": ["2024", "Mme Ancien"]}, "Réunion du 5 mars 2026."),
        ({"type": "actes_presents", "actes": ["excuse"]}, "Nous vous présentons toutes nos excuses pour ce retard."),
        ({"type": "actes_absents", "actes": ["reproche"]}, "Je ne dis pas que c’est votre faute."),
        ({"type": "longueur", "mots_min": "2", "mots_max": "6"}, "Votre colis part demain."),
        ({"type": "registre", "registre": "vouvoiement"}, "Je vous confirme votre rendez-vous."),
        ({"type": "registre", "registre": "tutoiement"}, "Je te confirme que ton colis est là."),
        ({"type": "interdits", "interdit": ["rembourser"]}, "Nous ne pouvons pas vous rembourser cet achat."),
        ({"type": "interdits", "interdit": ["faute"]}, "Sans reconnaître notre faute, nous étudions votre demande."),
        ({"type": "interdits", "interdit": ["faute"]}, "Je suis désolée pour cette gêne."),
        ({"type": "limite", "autorise": "geste"}, "Nous vous offrons un geste commercial de 20 euros."),
        ({"type": "limite", "autorise": "geste"}, "Votre facture est de 250 euros."),
        ({"type": "quantite_promise", "valeur": "6 chaises"}, "Nous vous livrerons 6 chaises jeudi."),
        ({"type": "anomalie_signalee", "anomalie": "an_prix", "mots": ["prix|tarif", "commande"]},
         "Le tarif facturé n’est pas celui de la commande."),
        ({"type": "langue"}, "Je vous remercie de votre message et je vous réponds dès demain."),
    ],
)  # fmt: skip
def test_a_good_text_is_left_alone(control: dict[str, Any], words: str) -> None:
    finding = judge(control, words)
    assert finding.status == "conforme", finding
    assert finding.severity is None


@pytest.mark.parametrize(
    ("control", "words", "quote"),
    [
        ({"type": "faits_presents", "faits": ["commande"]}, "Votre commande C1820 part bientôt.", ""),
        (
            {"type": "faits_presents", "faits": ["arrivage"]},
            "Elle arrivera mercredi 4 mars.",
            "mercredi 4 mars",
        ),
        ({"type": "valeurs_presentes", "valeurs": ["30 EUR"]}, "Le total est de 13 euros.", ""),
        ({"type": "absents", "valeurs": ["2024"]}, "Réunion du 5 mars 2024.", "2024"),
        ({"type": "actes_presents", "actes": ["excuse"]}, "Votre colis est parti.", ""),
        (
            {"type": "actes_absents", "actes": ["reproche"]},
            "C’est la faute du livreur.",
            "la faute du livreur",
        ),
        ({"type": "longueur", "mots_max": "3"}, "Votre colis est parti hier.", ""),
        ({"type": "longueur", "mots_min": "30"}, "Votre colis est parti hier.", ""),
        ({"type": "registre", "registre": "vouvoiement"}, "Bonjour, ton colis est parti.", "ton colis"),
        ({"type": "registre", "registre": "tutoiement"}, "Votre colis est parti.", "Votre colis"),
        (
            {"type": "interdits", "interdit": ["rembourser"]},
            "Nous vous rembourserons demain.",
            "rembourserons",
        ),
        ({"type": "interdits", "interdit": ["faute"]}, "C’est notre erreur, pardon.", "notre erreur"),
        ({"type": "limite", "autorise": "geste"}, "Nous vous offrons un geste commercial de 45 €.", "45 €"),
        (
            {"type": "quantite_promise", "valeur": "6 chaises"},
            "Nous vous livrerons 8 chaises jeudi.",
            "8 chaises",
        ),
        (
            {"type": "anomalie_signalee", "anomalie": "an_prix", "mots": ["prix|tarif", "commande"]},
            "Tout va bien.",
            "",
        ),
        ({"type": "langue", "erreurs_max_pour_cent": "0.5"}, "Bonjour, les document sont prêts.", "document"),
    ],
)
def test_a_fault_is_found_with_its_words(control: dict[str, Any], words: str, quote: str) -> None:
    finding = judge(control, words)
    assert finding.status == "defaut", finding
    assert finding.severity == "majeur"
    assert finding.locator is not None
    assert finding.quote in words
    assert quote in finding.quote
    assert finding.message
    assert finding.hint
    assert {"K1.2", "P1.5"} <= set(finding.passages)


def test_what_changed_on_the_way_decides_with_a_session() -> None:
    from ascom_coach.rehearsal import State

    script = scenario(
        letter({"id": "c1", "type": "faits_presents", "critere": "K1.2", "faits": ["arrivage"]})
    )
    early = text("Elle arrivera mercredi 4 mars.")
    assert only(review(script, early, state=State())).status == "conforme"
    assert only(review(script, early, state=State(twists=frozenset({"retard"})))).status == "defaut"


LETTER = (
    "Lumex, 3 rue des Lampes, 29999 Ville",
    "Mme Petit",
    "Ville, le 2 mars 2026",
    "Objet : votre commande C-1802",
    "Madame,",
    "Votre commande arrivera jeudi 5 mars à notre dépôt, et nous vous la porterons aussitôt.",
    "Je vous prie d’agréer, Madame, mes salutations distinguées.",
    "Léa Morin, assistante",
)
PARTS = {
    "id": "c1",
    "type": "parties",
    "critere": "K1.5",
    "parties": ["objet", "appel", "politesse", "signature"],
}


def test_the_parts_of_a_letter_are_found_in_word_text_and_mail() -> None:
    from ascom_coach.documents import parse_bytes

    script = scenario(letter(PARTS))
    mail = (
        "From: lea@lumex.example\r\nTo: petit@messagerie.example\r\nSubject: =?utf-8?q?Votre_commande?=\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n" + "\r\n".join(LETTER[4:])
    )
    for document in (docx(LETTER), text("\n".join(LETTER)), parse_bytes(mail.encode(), "reponse.eml")):
        assert only(review(script, document)).status == "conforme", document.type


def test_a_missing_part_is_named() -> None:
    finding = only(review(scenario(letter(PARTS)), docx(LETTER[:3] + LETTER[4:-1])))
    assert finding.status == "defaut"
    assert "objet" in finding.message
    assert "signature" in finding.message
    assert "appel" not in finding.message


def test_only_a_reader_can_judge_until_one_does() -> None:
    from ascom_coach.review import TrainerVerdict

    script = scenario(
        letter({"id": "c1", "type": "jugement", "critere": "K1.4", "question": "Le ton apaise-t-il ?"})
    )
    finding = only(review(script, text("Bonjour.")))
    assert (finding.status, finding.needs) == ("non_evaluable", "modele_ou_formateur")
    verdict = TrainerVerdict("reponse.c1", "defaut", "Mme Roux", "trop sec")
    judged = only(review(script, text("Bonjour."), verdicts=(verdict,)))
    assert (judged.status, judged.needs) == ("defaut", "")
    assert "Mme Roux" in judged.message


def test_a_trainers_word_stands_beside_a_computed_one() -> None:
    from ascom_coach.review import TrainerVerdict

    script = scenario(letter({"id": "c1", "type": "longueur", "critere": "K1.4", "mots_max": "2"}))
    verdict = TrainerVerdict("c1", "conforme", "M. Vidal", "longueur admise ici")
    finding = only(review(script, text("Un deux trois quatre."), verdicts=(verdict,)))
    assert finding.status == "defaut"
    assert "M. Vidal" in finding.message


def test_real_styles_are_told_from_typed_ones() -> None:
    control = {
        "id": "c1",
        "type": "styles",
        "critere": "K1.1",
        "attendus": ["titres", "listes", "espacement"],
    }
    script = scenario(letter(control))
    good = [
        ("Réunion", "Heading 1"),
        "Nous nous retrouvons jeudi.",
        ("Bilan", "List Bullet"),
        ("Budget", "List Bullet"),
    ]
    assert only(review(script, docx(good))).status == "conforme"
    assert only(review(script, docx(["Nous prévoyons :", "- le bilan", "- le budget"]))).status == "defaut"
    assert only(review(script, docx(["Bonjour.", "", "", "", "Merci."]))).status == "defaut"
    assert only(review(script, text("Bonjour."))).status == "sans_objet"
