"""Correct sentences that look like an error: nothing is counted. Each was once an alarm, told here in our own words."""

from __future__ import annotations

import pytest

from ascom_coach.language import default_engines, proofread

RIGHT = (
    "Menuiserie Kerdoncuff et Fils vous reçoit sur rendez-vous.",
    "Les modèles a priori disponibles seront exposés.",
    "Nous avons a posteriori modifié deux clauses.",
    "Des légumes tels que la courgette ou la tomate sont livrés le mardi.",
    "L'apprentie a démonté le siphon et nettoyé le bac.",
    "Un food truck sera garé devant l'entrée.",
    "Les deux équipes se sont rendu visite en mars.",
    "Elles se sont rendu compte de l'oubli.",
    "Nous sommes convenus d'une remise de cinq pour cent.",
    "Ces faux ongles tiennent trois semaines.",
    "Certains viennent à pied, d'autres par le bus.",
    "Il a rangé les siens, elle a rangé les leurs, puis ils sont partis.",
    "Elle postule comme employée de ménage.",
    "Préférez-vous un papier crème ou vert d'eau ?",
    "J'ai prévenu Léa et Omar : tous deux seront là et acceptent de m'aider.",
    "Celles que j'ai lues hier étaient illisibles.",
    "Bonjour Monsieur le directeur,\nVoici les pièces demandées.",
    "Deux voisines ont demandé qui les avait posées là.",
    "La pièce vous sera rendue si vous en faites la demande.",
)
WHOLE_SUBJECTS = (
    "Une projection frais sur frais de deux couches suffit.",
    "Les frais de port sont offerts, les frais de dossier restent dus.",
    "Les adhérents dont le certificat n'est plus valable ne pourront pas accéder aux cours.",
    "Le directeur, avec ses deux adjoints, présidera la séance.",
    "La porte, comme les fenêtres, a été repeinte.",
    "L'ensemble des pièces remises au notaire reste ici.",
    "Une série de mesures ont été prises, d'autres suivront.",
    "Le responsable des achats et des ventes recevra les candidats.",
    "Le chef de chantier avec qui vous travaillez les connaît bien.",
    "Les clients que le gérant a reçus et son adjointe sont partis.",
    "La cliente qui cherche une table et des chaises reviendra samedi.",
    "Le prix des places, repas et boissons compris, baisse encore.",
    "Ma collègue, que vos remarques ont touchée, vous remercie.",
    "Le locataire du premier, celui dont les volets battent, est absent.",
    "Que le gérant et son fils soient présents me convient.",
    "La salle où dorment les enfants est fermée.",
    "Les mesures qu'impose la préfecture sont affichées.",
    "À quelle heure partent le car et la navette ?",
    "Le nombre de places est limité, les premiers inscrits seront servis.",
    "Messieurs, la personne à qui vous êtes confiée est Mme Roy.",
    "Mme Lenoir a quitté les lieux, fatiguée par le bruit.",
    "Nous recevons nos clients, debout et masqués, dans le hall.",
    "La voisine a retrouvé son chien, inquiète et soulagée à la fois.",
    "Le menu propose des plats simples, une boisson et un dessert.",
    "Des vestes bleues, noires et grises sont en solde.",
    "Les langues anglaise, italienne et espagnole sont enseignées.",
    "Deux verres d'eau glacée à table suffisent.",
    "Des morceaux de viande coupée en dés cuisent.",
    "Les paquets de café moulu en promotion partent vite.",
    "Les frais restent à votre charge, sauf accord écrit.",
    "L'un des deux techniciens viendra, l'autre restera ici.",
    "Aucune des pièces, pas même la facture, ne manque.",
    "Ni le badge ni la clé n'ouvrent cette porte.",
    "Le gérant ou son fils vous répondra.",
    "La moitié des places est prise.",
    "La liste des travaux que nous avons réalisés figure au dos.",
    "Les travaux commencés lundi et la peinture du hall dureront un mois.",
    "Les photos de la fête, c'est Léo qui les a prises.",
    "Vos dossiers, Monsieur, m'ont été transmis hier.",
    "Ces deux lots, le rouge et le bleu, partent demain.",
    "Nos bureaux, quai de la Loire, restent ouverts.",
    "Votre facture, de même que les pièces jointes, est archivée.",
    "Les ouvriers ayant fini le mur, la cour sera rouverte.",
    "Le conseil, réuni mardi, a voté les tarifs.",
    "Les enfants, un sac sur le dos, attendent le car.",
    "Le courrier du 3 mai et ses annexes restent sans réponse.",
    "Merci de nous renvoyer le contrat et l'avenant, signés.",
    "Je vous envoie le plan, corrigé hier, et les photos.",
    "Vous trouverez la liste des pièces, accompagnée du formulaire.",
    "Elle a reçu un bon pour deux repas, valable en mai.",
    "Il a loué la salle et le jardin, très contents de l'accueil.",
    "Il dit vraiment que la salle est prête.",
    "Quels que soient les tarifs, appelez-nous.",
    "Tels sont les résultats.",
    "Ainsi va la vie du service.",
    "Sur la porte figure le nom du locataire.",
    "Où en sont les travaux ?",
    "Qu'en pensent vos collègues ?",
    "Comme le savent nos clients, tout est révisé.",
    "Leur fils et leurs filles sont inscrits.",
    "Elle leur donne les clés.",
    "Les filles se sont vite parlé.",
    "Elle s'est enfin coupé les cheveux.",
    "Vos remarques, même négatives, nous aident à progresser.",
    "Ces fiches, une fois remplies, vous reviennent.",
    "L'eau coule goutte à goutte.",
)
"""Subjects read whole, behind their verb, adjectives behind a comma: all these agree."""
WRONG = (
    ("Omar et Léa sera absents.", "sera"),
    ("Les deux équipes se sont présenté à l'heure.", "présenté"),
    ("Nous nous sommes aperçut de l'oubli.", "aperçut"),
    ("La caisse a étaient vidée.", "étaient"),
    ("Il boit un vert d'eau.", "vert"),
    ("En faites, il est parti.", "En faites"),
    ("Les adhérents dont le badge est perdu ne pourra pas entrer.", "pourra"),
    ("Le bon, la notice et la clé était dans la boîte.", "était"),
    ("Que signifie les deux voyants ?", "signifie"),
    ("Vos avis, même négatif, comptent.", "négatif"),
    ("Mesdames, vous êtes prié d'entrer.", "prié"),
    ("Bonjour je cherche un local.", "Bonjour"),
)
"""What the same rules still find."""


def _counted(text: str) -> list[str]:
    return [one.quote for one in proofread(text, default_engines()).remarks if one.counted]


@pytest.mark.parametrize("text", RIGHT + WHOLE_SUBJECTS)
def test_nothing_is_counted(text: str) -> None:
    assert _counted(text) == []


@pytest.mark.parametrize(("text", "quote"), WRONG)
def test_the_error_beside_it_is_found(text: str, quote: str) -> None:
    assert any(quote in one for one in _counted(text))
