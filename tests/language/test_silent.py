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
    # units of measure
    "La citerne contient quarante hectolitres, à quelques décilitres près.",
    "Les derniers kilomètres se font à pied.",
    # an object pronoun behind a subject and what is said of it between commas
    "Sa réponse, brève mais polie, nous satisfait pleinement.",
    "Deux conseillères, tenues au secret, vous reçoivent.",
    "Un mur, invisible du quai, le borde.",
    "Chacun d'entre eux nous manque déjà.",
    "Quiconque les touche les salit.",
    # pronominal verbs behind an aside, with an object, in a list
    "Les cires, hélas, se sont moins bien vendues.",
    "La charpente, en revanche, s'est bien conservée.",
    "Celles du fond, en effet, se sont laissé surprendre.",
    "Les deux chefs se sont serré la main et se sont promis de se revoir.",
    "Les vacances qu'elle s'est offertes l'ont reposée.",
    "Elle se les est achetés elle-même.",
    "Elles s'étaient juré de revenir.",
    "Ils se la sont disputée toute la soirée, puis s'en sont voulu.",
    "Se sont excusées Mme Oru et Mme Delpy.",
    "Les invités s'en vont vers minuit.",
    # a relative clause between the subject and its verb, or far from its noun
    "Ceux que la ligue prête étaient tous pris.",
    "Les ateliers auxquels plus de dix personnes se sont inscrites seront doublés.",
    "Trois offres nous sont parvenues, dont nous étudierons les conditions.",
    "Une solution reste, que je n'ose vous conseiller.",
    "Nous sommes trois qui avons voté contre.",
    "C'est vous qui les rassurez le mieux.",
    # infinitives of « avoir », nouns « pouvoir » and « avoir »
    "Après les avoir pesées, la vendeuse les emballe.",
    "Pour ne pas les avoir écoutés, il a perdu sa caution.",
    "Absente : Mme Oru (pouvoir donné à M. Roux).",
    "Auriez-vous retrouvé mon écharpe ?",
    "Vous vous savez attendus.",
    # small words
    "Vous pouvez sans attendre ouvrir le carton.",
    "Toute la salle s'est tue, même le chef s'est tu.",
    "Le chantier a demandé plus de temps que prévu.",
    "Quoi que vous ayez à dire, dites-le.",
    "Quoiqu'il en coûte moins de dix euros, il hésite.",
    "Les grands airs d'opéra lui plaisent, les airs anciens aussi.",
    "Vingt pour cent de la récolte est perdue.",
    "Cette armoire a l'air solide, et les clientes ont l'air ravies.",
    "Il faut qu'on la lui rende.",
    "La branche, trop lourde, peine à tenir.",
    "Amitiés, Solange et Aimée Briand.",
)
WRONG = (
    ("Omar et Léa sera absents.", "sera"),
    ("Les deux équipes se sont présenté à l'heure.", "présenté"),
    ("Nous nous sommes aperçut de l'oubli.", "aperçut"),
    ("La caisse a étaient vidée.", "étaient"),
    ("Il boit un vert d'eau.", "vert"),
    ("En faites, il est parti.", "En faites"),
    ("Bonjour je cherche un local.", "Bonjour"),
    ("Il reste trois centimètre.", "centimètre"),
    ("Demain, nous vous attend au quai.", "attend"),
    ("Se sont nos nouveaux tarifs.", "Se"),
    ("Les deux candidates se sont présenté.", "présenté"),
    ("Il est venu s'en rendez-vous.", "s'en"),
    ("Ceux que la ligue prêtent sont pris.", "prêtent"),
    ("La séance est annulée, dont la salle est libre.", "dont"),
    ("Le chef pense, que la pile est morte.", "pense"),
    ("C'est vous qui assurera la permanence.", "assurera"),
    ("Voici les facture.", "facture"),
    ("Elle rêve de pouvoir les aidés.", "aidés"),
    ("Vous pouvez réservé la salle.", "réservé"),
    ("Quoi que fatigué, il termine.", "Quoi que"),
    ("Il prend l'aire.", "aire"),
    ("Hier, on la rappelé.", "la"),
    ("Elle est au faite du dossier.", "faite"),
    ("Le client à reçu son colis.", "à"),
)
"""What the same rules still find."""


def _counted(text: str) -> list[str]:
    return [one.quote for one in proofread(text, default_engines()).remarks if one.counted]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_counted(text: str) -> None:
    assert _counted(text) == []


@pytest.mark.parametrize(("text", "quote"), WRONG)
def test_the_error_beside_it_is_found(text: str, quote: str) -> None:
    assert any(quote in one for one in _counted(text))
