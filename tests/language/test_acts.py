# ruff: noqa: E501 -- a sentence stays on one line
"""Speech acts, promises, register, letters, on sentences written for these tests."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.language import find_acts, find_promises, letter_parts, register_of

TODAY = dt.date(2026, 5, 11)

SENTENCES = """
bonjour monsieur | salutation
Bonsoir, c'est pour une commande | salutation
slt | salutation
bjr mme | salutation
Madame, | salutation
Chère cliente, | salutation
passez-lui le bonjour |
Je m'appelle Inès | presentation
Julie à l'appareil | presentation
je suis l'assistante de Mme Aubry | presentation
Ici le service clients, bonjour | presentation salutation
Service commercial bonjour | presentation salutation
je suis Karim de la société Boréal | presentation
je vous appelle de la part de Mme Roy | presentation
Bonjour Monsieur, Sonia Petit, de Lumex. | salutation presentation
bonjour, Tom du service livraison | salutation presentation
Bonjour, merci de votre appel | salutation
Bonjour Madame, quel est le jour de la panne ? | salutation
Je comprends votre agacement | empathie
je comprend tout a fait | empathie
Je conçois que cette attente soit longue | empathie
j'imagine que c'est pénible | empathie
à votre place je serais contrariée aussi | empathie
je me mets à votre place | empathie
c'est vraiment désagréable, en effet | empathie
vous avez raison d'être en colère | empathie
c embetant | empathie
votre déception est légitime | empathie
je ne comprends pas votre demande |
je comprends pas |
je n'imagine pas une seconde vous croire |
Je suis désolée pour ce retard | excuse
dsl | excuse
vraiment navrés de la situation | excuse
je vous prie de m'excuser | excuse
toutes nos excuses | excuse
escusez nous | excuse
c'est une erreur de notre part | excuse
c'est notre faute | excuse
pardon pour l'attente | excuse
nous regrettons ce contretemps | excuse
pardon ? |
vous n'avez pas d'excuse |
si je comprends bien, il manque deux tables | reformulation
donc vous avez reçu un colis vide ? | reformulation
si j'ai bien compris vous partez lundi | reformulation
je récapitule : six chaises samedi | reformulation
vous me dites que le colis est ouvert | reformulation
autrement dit, vous voulez un échange | reformulation
c'est bien ça ? | reformulation
Je vous rappelle avant midi | engagement
on s'en occupe | engagement
je m'engage à suivre le dossier | engagement
nous vous enverrons un bon | engagement
vous recevrez la table vendredi | engagement
jvais verifier tt de suite | engagement
je reviens vers vous demain | engagement
je fais le nécessaire | engagement
vous serez remboursé sous huit jours | engagement
votre colis sera expédié ce soir | engagement
je ne m'engage pas là-dessus |
si je pouvais vous livrer, je le ferais |
souhaitez-vous que je vous rappelle ? |
nous montrons la salle |
nous espérons vous revoir |
c'est votre faute | reproche
c la fote du livreur | reproche
vous auriez dû lire le contrat | reproche
il fallait vérifier à la livraison | reproche
vous n'aviez qu'à compter | reproche
vous n'avez pas lu les conditions | reproche
vous vous êtes trompée de jour | reproche
à cause du transporteur, rien n'est parti | reproche
vous exagérez | reproche
l'entrepôt a encore fait n'importe quoi | reproche
ce n'est pas votre faute |
je ne dis pas que c'est votre faute |
mon collègue prétend que c'est votre faute |
il y a une faute de frappe |
je ne peux pas accepter | refus
c'est impossible | refus
on ne rembourse pas | refus
hors de question | refus
je refuse | refus
nous ne sommes pas en mesure de livrer | refus
vous n'avez pas droit à un avoir | refus
je suis au regret de vous le dire | refus
ce n'est pas impossible |
je ne peux pas vous dire à quel point cela nous touche |
laissez-moi finir | interruption
je vous coupe tout de suite | interruption
taisez-vous | interruption
ça suffit ! | interruption
calmez-vous | interruption
je ne voulais pas vous interrompre |
je vais porter plainte | menace
vous aurez des nouvelles de mon avocat | menace
je vais mettre un avis négatif | menace
vous le regretterez | menace
si vous criez, je raccroche | menace
nous n'irons pas jusqu'au tribunal |
vous êtes un incapable | insulte
bande de nuls | insulte
quel imbécile | insulte
allez au diable | insulte
vous n'êtes pas un menteur |
il m'a dit « quel idiot » |
au revoir | cloture
bonne journée à vous | cloture
à bientôt | cloture
Bien cordialement, | cloture
avez-vous d'autres questions ? | cloture
Je vous prie d'agréer, Madame, mes salutations distinguées. | cloture
merci beaucoup | remerciement
je vous remercie de votre patience | remerciement
c'est très gentil | remerciement
merci de m'envoyer la facture |
un instant s'il vous plaît | attente
ne quittez pas | attente
patientez deux minutes | attente
laissez-moi vérifier | attente
je vous mets en attente | attente
j'attends depuis lundi |
je vous passe ma responsable | transfert
je transmets votre demande à ma gérante | transfert
je vous mets en relation avec le comptable | transfert
j'en parle à ma directrice | transfert
je dois en référer à ma responsable | transfert
quel est votre numéro de commande ? |
combien de tables avez-vous reçues ? |
La livraison a eu lieu mardi. |
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("text", "acts"), ROWS, ids=[row[0] for row in ROWS])
def test_acts(text: str, acts: str) -> None:
    assert {one.act for one in find_acts(text)} == set(acts.split())


def test_there_are_enough_sentences() -> None:
    assert len(ROWS) >= 100


def test_spans_quote_the_original() -> None:
    text = "Bjr Mme, dsl pour l’attente."
    found = {one.act: text[one.start : one.end] for one in find_acts(text)}
    assert found == {"salutation": "Bjr", "excuse": "dsl"}


@pytest.mark.parametrize(
    ("text", "senses", "conditional", "values"),
    [
        ("Nous vous livrerons 6 tables samedi 16 mai.", ["livrer"], False, ["6 tables", "samedi 16 mai"]),
        ("Vous serez remboursée de 25 € sous 48 h.", ["rembourser"], False, ["25 €", "48 h"]),
        ("Je vous rappelle demain matin.", ["rappeler"], False, ["demain matin"]),
        ("Un avoir de 40 € vous sera adressé.", ["avoir"], False, ["40 €"]),
        ("Nous vous offrons une remise de 10 %.", ["geste"], False, ["10 %"]),
        ("Si le stock suit, nous vous enverrons deux bancs.", ["envoyer"], True, ["deux bancs"]),
        ("Nous pourrions vous accorder un geste commercial.", ["geste"], True, []),
        ("Je m'engage à remplacer la table.", ["remplacer"], False, []),
        ("La livraison est prévue mardi.", ["livrer"], False, ["mardi"]),
    ],
)
def test_promises(text: str, senses: list[str], conditional: bool, values: list[str]) -> None:
    found = find_promises(text, TODAY)
    assert [one.sense for one in found] == senses
    assert found[0].conditional is conditional
    assert [one.text for one in found[0].values] == values


@pytest.mark.parametrize(
    "text",
    [
        "Je ne peux pas vous rembourser.",
        "Nous avons reçu votre demande de remboursement.",
        "Voulez-vous que je vous rappelle ?",
        "Nous avons livré 42 chaises le 9 mai.",
        "Je vous prie d'agréer mes salutations.",
        "Vous souhaitez être remboursé.",
        "Elle dit que nous la rembourserons.",
        "Merci pour votre commande.",
    ],
)
def test_no_promise(text: str) -> None:
    assert find_promises(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Tu peux m'envoyer ton fichier ?", "tutoiement"), ("t as pas recu mon mail", "tutoiement"), ("Peux-tu venir ?", "tutoiement"),
        ("Votre rendez-vous est noté, venez avec vos papiers.", "vouvoiement"), ("Pouvez-vous venir ?", "vouvoiement"),
        ("Il m'a dit « tu exagères ».", ""), ("Le ton monte. Va-t-il venir ?", ""), ("Vous avez oublié ton colis.", "mixte"),
        ("Un imprévu : appelle-moi au bureau.", "tutoiement"), ("Pour finir, envoie-les-nous.", "tutoiement"),
        ("Un imprévu : appelez-moi au bureau.", ""), ("Dites-moi tout, passons-nous de lui, faites-le-moi lire.", ""), ("Je tiens à le dire.", ""), ("Le rendez-vous est pris.", ""),
    ],
)  # fmt: skip
def test_register(text: str, main: str) -> None:
    assert register_of(text).main == main


LETTER = """Atelier Roy
8 rue du Port
29200 Brest

Monsieur Paul Even
3 allée des Ormes
29000 Quimper

Brest, le 11 mai 2026

Objet : retard de votre commande
N/Réf : AR-2031

Monsieur,

Nous avons bien reçu votre courrier.

Nous vous prions d'agréer, Monsieur, nos salutations distinguées.

Inès Cariou
Assistante de gestion

P.J. : bon de commande"""
MAIL = """De : ines@atelier.example
À : paul@mail.example
Objet : votre commande

Bonjour Monsieur Even,

Votre table part demain.
Bien cordialement,
Inès"""
NOTE = """Salut Maud,
peux-tu mettre six chaises de côté ? Merci.
A+"""


def parts(text: str) -> dict[str, str]:
    lines = text.splitlines()
    return {name: lines[line][start:end] for name, (line, start, end) in letter_parts(lines).items()}


def test_letter() -> None:
    found = parts(LETTER)
    assert found["destinataire"] == "Monsieur Paul Even"
    assert found["date_lieu"] == "Brest, le 11 mai 2026"
    assert found["objet"].startswith("Objet")
    assert found["references"] == "N/Réf : AR-2031"
    assert found["appel"] == "Monsieur,"
    assert found["politesse"].startswith("Nous vous prions")
    assert found["signature"] == "Inès Cariou"
    assert found["pieces_jointes"].startswith("P.J.")


def test_mail() -> None:
    found = parts(MAIL)
    assert found["objet"] == "Objet : votre commande"
    assert found["appel"] == "Bonjour Monsieur Even,"
    assert found["politesse"] == "Bien cordialement,"
    assert found["signature"] == "Inès"
    assert "date_lieu" not in found


def test_what_is_missing_is_not_found() -> None:
    assert parts(NOTE).keys() == {"appel"}
    assert parts("Les tables sont prêtes.") == {}
    assert parts("Monsieur,\n\nVoici le devis.\n\nInès Cariou").keys() >= {"appel"}
    assert "politesse" not in parts("Monsieur,\n\nVoici le devis.\n\nInès Cariou")


@pytest.mark.parametrize(
    ("said", "excuse"),
    [
        ("Je vous présente les excuses de toute l’équipe.", True),
        ("Veuillez accepter les excuses de notre atelier.", True),
        ("Je lui ai transmis vos excuses.", False),
        ("Il refuse les excuses du client.", False),
    ],
)
def test_the_excuses_of_a_house_are_excuses(said: str, excuse: bool) -> None:
    assert any(one.act == "excuse" for one in find_acts(said)) is excuse
