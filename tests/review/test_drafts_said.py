# ruff: noqa: E501 -- a sentence stays on one line
"""What a draft says to people: its tone, its next meeting, the answer it asks for, its numbers. Found, and left alone."""

from __future__ import annotations

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Finding
from tests.review.material import draft_review
from tests.review.ordinary import mail, text, word
from tests.review.test_drafts import told

SENDER, CLIENT = "Tom Vidal <tom.vidal@lampes.example>", "M. Yann Kerbrat <yann.kerbrat@messagerie.example>"


def letter(body: str, closing: str = "Cordialement,") -> Document:
    words = f"Bonjour Monsieur Kerbrat,\n\n{body}\n\n{closing}\n\nTom Vidal\nMaison des Lampes\n"
    return parse_bytes(mail(SENDER, CLIENT, "Votre commande LB-2204", words), "message.eml")


def read(document: Document, check: str, production: str = "P1.5") -> list[Finding]:
    return told(draft_review(document, production=production), check)


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Calmez-vous, la lampe part demain.", "Calmez-vous"),
        ("Inutile de nous rappeler, la lampe part demain.", "Inutile de nous rappeler"),
        ("Vous auriez dû vérifier l’adresse avant de vous plaindre.", "auriez"),
        ("Vous exagérez : la lampe n’a que deux jours de retard.", "exagérez"),
        ("C’est comme ça, la lampe part demain.", "comme ça"),
        ("On gère, la lampe part demain.", "On gère"),
        ("La lampe part demain !!!", "!!!"),
    ],
)
def test_a_word_that_attacks_puts_off_or_chats_is_to_be_verified(body: str, quote: str) -> None:
    found = read(letter(body), "ton")
    assert {one.status for one in found} == {"a_verifier"}
    assert quote in found[0].quote


def test_a_doubtful_tone_leaves_the_language_without_a_level() -> None:
    def level(body: str) -> str | None:
        results = draft_review(letter(body), production="P1.5").criteria
        return next(one.level for one in results if one.id == "K1.4")

    assert level("La lampe partira demain matin, et nous vous prions d’excuser ce retard.") is not None
    assert (
        level("Calmez-vous, la lampe partira demain matin, et nous vous prions d’excuser ce retard.") is None
    )


def test_an_abbreviated_closing_is_a_word_of_a_chat() -> None:
    [found] = read(letter("La lampe part demain.", "Cdt,"), "ton")
    assert "Cdt" in found.quote


@pytest.mark.parametrize(
    "body",
    [
        "Nous comprenons votre agacement et vous prions d’excuser ce retard : la lampe part demain.",
        "Si vous ne la recevez pas jeudi, n’hésitez pas à nous rappeler. Je m’en occupe personnellement.",
        "Le capitaine du port, le Cdt Morvan, vous remettra la lampe à quai.",
        "Prenez le temps de la vérifier au calme avant de signer le bon.",
    ],
)
def test_a_calm_answer_is_left_alone(body: str) -> None:
    assert not read(letter(body), "ton")


def test_a_claim_to_a_supplier_may_say_what_went_wrong() -> None:
    claim = ("Maison des Lampes", "3 rue Basse", "22000 Saint-Brieuc", "Verrerie Dupin", "9 rue du Four", "88000 Épinal",
             "Saint-Brieuc, le 16 mars 2026", "Objet : réclamation, bon de commande 412", "Madame, Monsieur,",
             "Vous avez oublié deux abat-jour sur les douze commandés. Nous vous remercions de nous les livrer avant le 27 mars 2026.",
             "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.", "Tom Vidal")  # fmt: skip
    assert not read(parse_bytes(word(*claim), "reclamation.docx"), "ton")


def minutes(
    following: str, title: str = "Compte rendu de la réunion de l’équipe de vente du 12 mars 2026"
) -> Document:
    return parse_bytes(
        word(
            (title, "Heading 1"),
            "Présents : Tom Vidal, Inès Roux",
            "Décision : Inès Roux commande les ampoules avant le 20 mars 2026.",
            following,
        ),
        "cr.docx",
    )


@pytest.mark.parametrize(
    "following",
    [
        "Prochaine réunion : jeudi 5 mars 2026 à 9 h.",
        "La prochaine réunion aura lieu le 12 février 2026.",
        "Prochaine séance, prévue le 12 mars 2026",
    ],
)
def test_the_next_meeting_comes_after_this_one(following: str) -> None:
    [found] = read(minutes(following), "echeances", "P2.4")
    assert (found.status, found.quote) == ("defaut", following)


@pytest.mark.parametrize(
    "following",
    [
        "Prochaine réunion : jeudi 19 mars 2026 à 9 h.",
        "Rappel : la réunion du 5 mars 2026 avait été annulée.",
        "Prochaine réunion à fixer.",
    ],
)
def test_a_next_meeting_that_is_to_come_is_left_alone(following: str) -> None:
    assert not read(minutes(following), "echeances", "P2.4")


def test_a_long_title_still_says_what_the_document_is() -> None:
    found = draft_review(minutes("Prochaine réunion : jeudi 19 mars 2026."), production="P2.4").findings
    assert any("compte rendu" in one.message for one in found if one.check == "brouillon:production")


INVITATION = (
    "Tom Vidal\nMaison des Lampes\n\nSaint-Brieuc, le 2 mars 2026\n\nObjet : invitation\n\nMadame, Monsieur,\n\n"
    "Notre soirée des fournisseurs aura lieu le mercredi 18 mars 2026 à 19 h.\n{answer}\n\nCordialement,\n\nTom Vidal\n"
)


@pytest.mark.parametrize(
    "answer",
    ["Merci de confirmer votre venue avant le 25 mars 2026.", "Inscription au plus tard le 20 mars 2026."],
)
def test_an_answer_is_not_due_after_the_event(answer: str) -> None:
    [found] = read(parse_bytes(text(INVITATION.format(answer=answer)), "lettre.txt"), "echeances")
    assert answer[:10] in found.quote


@pytest.mark.parametrize(
    "answer",
    [
        "Merci de confirmer votre venue avant le 11 mars 2026.",
        "Un bon d’achat, valable jusqu’au 30 avril 2026, vous y attend.",
        "Notre salon d’automne aura lieu le 8 octobre 2026 ; inscriptions avant le 15 septembre 2026.",
    ],
)
def test_an_answer_due_before_the_event_is_left_alone(answer: str) -> None:
    assert not read(parse_bytes(text(INVITATION.format(answer=answer)), "lettre.txt"), "echeances")


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Je reste joignable au 02 99 00 41.", "02 99 00 41"),
        ("Vous pouvez me rappeler au 02 99 00 41 277.", "02 99 00 41 277"),
        ("La commande LB-2240 part demain.", "LB-2240"),
    ],
)
def test_a_number_that_is_not_whole_or_not_the_same_is_told(body: str, quote: str) -> None:
    [found] = read(letter(body), "coordonnees")
    assert quote in found.quote
    assert "2204" not in found.message + found.hint


@pytest.mark.parametrize(
    "body",
    [
        "Je reste joignable au 02 99 00 41 27 ou au +33 6 39 98 10 24.",
        "Les commandes LB-2204 et LB-2240 partent demain ensemble.",
        "La commande LB-2204 part demain ; la facture LB-2305 suivra.",
        "Le standard répond de 9 h à 12 h, et le magasin vous attend au 12 rue Basse.",
    ],
)
def test_whole_numbers_are_left_alone(body: str) -> None:
    assert not read(letter(body), "coordonnees")


def addressed(town: str) -> Document:
    lines = ("Maison des Lampes", "3 rue Basse", "22000 Saint-Brieuc", "M. Yann Kerbrat", "14 quai des Brumes", town, "Saint-Brieuc, le 2 mars 2026",
             "Objet : votre commande", "Monsieur,", "Votre lampe part demain.", "Je vous prie d’agréer, Monsieur, mes salutations distinguées.", "Tom Vidal")  # fmt: skip
    return parse_bytes(word(*lines), "lettre.docx")


def test_a_postcode_with_a_digit_missing_is_told() -> None:
    [found] = read(addressed("2900 Quimper"), "coordonnees")
    assert found.quote == "2900 Quimper"
    assert not read(addressed("29000 Quimper"), "coordonnees")
    assert not read(addressed("BP 2900, 29000 Quimper"), "coordonnees")


def poster(line: str) -> Document:
    return parse_bytes(
        word(("Nuit des lampes", "Title"), "Samedi 21 mars 2026, de 18 h à minuit", line, "Entrée libre"),
        "affiche.docx",
    )


def test_padding_is_a_blank_on_a_poster_and_a_line_to_fill_in_is_none() -> None:
    [found] = read(poster("Lorem ipsum dolor sit amet"), "a_completer", "P3.2")
    assert found.status == "defaut"
    assert not read(poster("Nom : ______________"), "a_completer", "P3.2")


MAILING = (
    "<html lang='fr'><head><title>{title}</title></head><body><p>Bonjour,</p><p>Nos lampes sont à -10 % jusqu’au 29 mars 2026.</p>"
    "<p>À bientôt, toute l’équipe</p><p><a href='https://lampes.example/stop'>Se désinscrire</a></p></body></html>"
)


def test_the_title_of_a_mailing_is_not_the_one_of_its_software() -> None:
    def marks(title: str) -> list[str]:
        page = parse_bytes(MAILING.format(title=title).encode(), "emailing.html")
        return [one.id for one in read(page, "restes", "P3.4")]

    assert any(one.endswith(".sans_titre") for one in marks("Sans titre"))
    assert marks("Les lampes de mars") == []


def test_minutes_that_say_who_does_what_by_when_hold_decisions() -> None:
    clear = word(
        ("Compte rendu de réunion du 12 mars 2026", "Heading 1"),
        "Présents : Tom Vidal, Inès Roux",
        "Inès Roux prépare la vitrine avant le 20 mars.",
    )
    vague = word(
        ("Compte rendu de réunion du 12 mars 2026", "Heading 1"),
        "Présents : Tom Vidal, Inès Roux",
        "Inès Roux parle de la vitrine.",
    )
    assert not [
        one
        for one in read(parse_bytes(clear, "cr.docx"), "mentions", "P2.4")
        if one.id.endswith(".decisions")
    ]
    assert [
        one
        for one in read(parse_bytes(vague, "cr.docx"), "mentions", "P2.4")
        if one.id.endswith(".decisions")
    ]


def attestation(amount: str, again: str = "Mme Solène Guivarch") -> Document:
    lines = (("Attestation", "Title"), "Je soussigné Yann Kerbrat, gérant, atteste que Mme Solène Guivarch travaille ici depuis le 4 mai 2024.",
             f"{again} reçoit un salaire brut mensuel de {amount}.", "Fait à Brest, le 12 mars 2026.", "Yann Kerbrat")  # fmt: skip
    return parse_bytes(word(*lines), "attestation.docx")


@pytest.mark.parametrize(
    "amount",
    [
        "2 150 € (deux mille cent cinq euros)",
        "mille cinq cents euros (1 550 €)",
        "980 €, soit neuf cent huit euros",
    ],
)
def test_figures_and_words_give_the_same_amount(amount: str) -> None:
    [found] = read(attestation(amount), "calculs", "P2.5")
    assert found.status == "defaut"


@pytest.mark.parametrize(
    "amount",
    [
        "2 150 € (deux mille cent cinquante euros)",
        "mille cinq cents euros (1 500 €)",
        "2 150 €, soit 25 800 € par an",
        "2 150 € et une prime de cent euros",
    ],
)
def test_figures_and_words_that_agree_or_say_two_things_are_left_alone(amount: str) -> None:
    assert not read(attestation(amount), "calculs", "P2.5")


@pytest.mark.parametrize("again", ["Mme Solenn Guivarch", "Mme Solène Guivarc", "Madame Solène Guivarsh"])
def test_a_name_spelt_in_two_ways_is_told(again: str) -> None:
    [found] = read(attestation("2 150 €", again), "coordonnees", "P2.5")
    assert again in found.quote


@pytest.mark.parametrize(
    "again", ["Mme GUIVARCH", "Madame Solène Guivarch", "Mme Solène Guivarch-Morel", "M. Alain Guivarch"]
)
def test_another_way_to_name_a_person_or_another_person_is_left_alone(again: str) -> None:
    assert not read(attestation("2 150 €", again), "coordonnees", "P2.5")


def test_two_people_named_together_are_two_people() -> None:
    body = "M. Martin et Mme Martine signeront le bon. Mme Martine apportera la clé, M. Martin le plan."
    assert not read(letter(body), "coordonnees")


def test_the_next_meeting_does_not_say_when_people_met() -> None:
    words = "Compte rendu de la réunion\nMardi 3 mars 2026\n\nPrésents : Tom Vidal\n\nDécision : on garde la vitrine.\n\nProchaine réunion le mardi 31 mars 2026.\n"
    assert not read(parse_bytes(text(words), "cr.txt"), "echeances", "P2.4")


REMINDER = (
    "Madame, Monsieur,\n\nLa facture 118 du 30 janvier 2026, de 486,00 € TTC, échue le 1er mars 2026, reste impayée.\n\nMerci de la régler avant le "
    "31 mars 2026. À défaut, nous saisirons le tribunal. Si votre règlement a croisé ce message, n’en tenez pas compte.\n\nCordialement,\n\nTom Vidal\n"
)


def test_a_second_reminder_is_no_formal_notice_and_the_last_one_is() -> None:
    def lacks(subject: str) -> bool:
        document = parse_bytes(mail(SENDER, CLIENT, subject, REMINDER), "relance.eml")
        return any(one.id.endswith(".mise_en_demeure") for one in read(document, "mentions"))

    assert lacks("Dernier rappel : facture 118")
    assert not lacks("Deuxième rappel : facture 118")


def test_a_page_that_greets_nobody_lacks_no_greeting() -> None:
    assert not read(
        parse_bytes(
            MAILING.format(title="Les lampes de mars").replace("<p>Bonjour,</p>", "").encode(), "lettre.html"
        ),
        "parties",
        "P3.4",
    )


def test_a_number_typed_in_a_heading_makes_no_list() -> None:
    def styles(*items: object) -> list[Finding]:
        return read(
            parse_bytes(word(("Compte rendu de réunion du 12 mars 2026", "Title"), *items), "cr.docx"),
            "styles",
            "P2.4",
        )

    assert not styles(
        ("1. Vitrine", "Heading 1"), "Inès Roux la refait.", ("2. Stock", "Heading 1"), "Il est compté."
    )
    assert styles(("Points vus", "Heading 1"), "1. La vitrine", "2. Le stock")


def test_minutes_name_who_acts_by_function_too() -> None:
    def lacks(words: str) -> bool:
        document = parse_bytes(
            word(("Compte rendu de réunion du 12 mars 2026", "Title"), "Présents : Tom Vidal", words),
            "cr.docx",
        )
        return any(one.id.endswith(".qui") for one in read(document, "mentions", "P2.4"))

    assert not lacks("Décision : la subvention sera demandée par la trésorière avant le 28 mars.")
    assert lacks("Décision : la subvention sera demandée par courrier avant le 28 mars.")


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("La livraison du vendredi 13 mars est avancée au lundi 16 mars.", "13 mars est avancée"),
        ("La livraison du 24 mars 2026 est reportée au 20 mars 2026.", "reportée au 20"),
        ("Nous répondons à votre courrier du 25 avril 2026.", "25 avril 2026"),
        ("Vous trouverez l’avoir de la facture F-118 du 12 mai 2026.", "12 mai 2026"),
    ],
)
def test_days_that_go_the_wrong_way_are_told(body: str, quote: str) -> None:
    [found] = read(letter(body), "echeances")
    assert (found.status, quote in found.quote) == ("a_verifier", True)


@pytest.mark.parametrize(
    "body",
    [
        "La livraison du vendredi 20 mars est avancée au lundi 16 mars.",
        "La livraison du 20 mars 2026 est reportée au 24 mars 2026.",
        "La livraison du 20 mars n’est pas avancée : elle reste prévue le 23 mars.",
        "Nous répondons à votre courrier du 25 février 2026.",
        "Votre commande du 30 mars 2026 sera livrée avec celle-ci.",
    ],
)
def test_days_that_go_the_right_way_are_left_alone(body: str) -> None:
    assert not read(letter(body), "echeances")


@pytest.mark.parametrize(
    "sum_",
    [
        "12 lampes à 45 € pièce, soit 530 €",
        "une prime de 150 € par mois, soit 1 700 € par an",
        "3 heures à 42 € de l’heure, soit un total de 136 €",
    ],
)
def test_a_result_that_its_sentence_denies_is_told(sum_: str) -> None:
    [found] = read(letter(f"Nous avons noté {sum_}."), "calculs_texte")
    assert found.status == "a_verifier"


@pytest.mark.parametrize(
    "sum_",
    [
        "12 lampes à 45 € pièce, soit 540 €",
        "une prime de 150 € par mois, soit 1 800 € par an",
        "une prime de 150 € par mois, soit 1 950 € par an",
        "12 lampes à 45 € pièce moins 10 %, soit 486 €",
        "2 lots et 3 lampes à 45 €, soit 300 € environ",
        "12 lampes pour 540 €, soit 45 € pièce",
    ],
)
def test_a_result_that_holds_or_comes_from_elsewhere_is_left_alone(sum_: str) -> None:
    assert not read(letter(f"Nous avons noté {sum_}."), "calculs_texte")


@pytest.mark.parametrize(
    "said",
    [
        "La table passe de 250 € à 210 €, soit -20 %.",
        "La lampe est à 80 € au lieu de 100 €, soit 25 % de remise.",
        "Vous aurez un avoir de 50 €, soit 10 % de votre commande de 420 €.",
        "Nous vous accordons 10 % de 420 €, soit 50 €.",
        "Nous avons reçu 12 lampes sur 40, soit 25 %.",
        "Nous serons 35 personnes : 20 adultes et 12 enfants.",
        "Le groupe compte 24 élèves (10 garçons et 13 filles).",
        "Il vous reste 120 €, soit 70 € de port et 40 € de pose.",
    ],
)
def test_numbers_of_a_sentence_that_do_not_go_together_are_told(said: str) -> None:
    [found] = read(letter(said), "calculs_texte")
    assert (found.status, found.quote) == ("a_verifier", said)


@pytest.mark.parametrize(
    "said",
    [
        "La table passe de 250 € à 210 €, soit -16 %.",
        "La lampe est à 80 € au lieu de 100 €, soit 20 % de remise.",
        "Vous aurez un avoir de 42 €, soit 10 % de votre commande de 420 €.",
        "Nous vous accordons 12,5 % de 419 €, soit 52,38 €.",
        "Nous avons reçu 13 lampes sur 40, soit 33 %.",
        "Les prix vont de 250 € à 210 €, TVA à 20 %.",
        "Nous serons 35 personnes : 20 adultes et 15 enfants.",
        "La salle a 50 places : 1 écran et 2 micros sont prêts.",
        "Nous prendrons 3 lots : 20 chaises et 12 tables.",
        "Comptez 35 personnes environ : 20 adultes et 12 enfants.",
        "De 10 h à 12 h, soit 20 % de remise sur 250 €.",
    ],
)
def test_numbers_of_a_sentence_that_go_together_are_left_alone(said: str) -> None:
    assert not read(letter(said), "calculs_texte")


def agenda(*lines: str) -> list[Finding]:
    words = (("Ordre du jour", "Title"), "Réunion du 12 mars 2026 à 9 h", *lines)
    return [
        one
        for one in read(parse_bytes(word(*words), "odj.docx"), "restes", "P2.4")
        if one.id.endswith(".numeros")
    ]


def test_a_number_that_jumps_is_told_once() -> None:
    [found] = agenda("1. Budget", "2. Congés", "4. Divers", "6. Fin")
    assert found.quote == "4. Divers"
    assert agenda("Article 1 : objet", "Article 2 : durée", "Article 4 : fin")


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Budget", "2. Congés", "3. Divers"),
        ("1. Budget", "3. Divers"),
        ("12 rue Basse", "14 rue Haute"),
        ("1. Budget", "1.1. Achats", "2. Congés", "1) oui", "2) non", "3. Divers"),
        ("1. Budget", "2. Congés", "Le 4 mars : relecture.", "4 personnes viendront."),
    ],
)
def test_numbers_that_follow_or_count_are_left_alone(lines: tuple[str, ...]) -> None:
    assert not agenda(*lines)
