# ruff: noqa: E501 -- a sentence stays on one line
"""Correct prose that a rule once alarmed on, each with the near sentence that must still be found."""

from __future__ import annotations

import pytest

from ascom_coach.language import default_engines, proofread

PAIRS = (
    # words that are new or borrowed, file types, both genders at once
    ("Envoyez un email au service, puis ouvrez l'app.", "Envoyez un courrielle au service."),
    ("L'autoliquidation et le préremplissage sont expliqués.", "La commende et le dossié sont prêts."),
    ("Le tracking et le matching sont actifs sur aides.ville-brest.fr ce jour.", "Je vais loing et le matein."),
    ("Le webhook et le kubectl tournent.", "Le fourniseur et le clien attendent."),
    ("Joignez le plan au format .xlsx ou .pdf.", "Joignez le plan .merci."),
    ("Les salarié·e·s et les adhérent(e)s votent.", "Les salarié votent et les adhérent aussi."),
    ("Les agent.es et les élu.e.s signent.", "Les agent signent."),
    # « les » before a verb
    ("Elle relit les fiches et les valide.", "Elle relit les nouvelles fiche."),
    ("Elle compte les murs et les surfaces chauffées.", "Elle compte les murs et les surface chauffées."),
    ("L'association les aide pour remplir le dossier.", "L'association paie les aide du mois."),
    ("Ce filtre les classe plutôt que de les placer au rebut.", "Il parle de les placards."),
    ("Il faut prendre les plans, les scanner, les classer.", "Il faut prendre les plan."),
    ("Les deux dates doivent toutes deux être valides.", "Les deux date sont valides."),
    ("Le chef prépare les fiches, la gérante les valide.", "Le chef prépare les fiches, range les plan."),
    # what an adjective or a participle is said of
    ("La baisse des frais prévue par le contrat est nette.", "La baisse prévu par le contrat est nette."),
    ("Un lit ou une chambre occupés restent chauffés.", "Une chambre occupés reste chauffée."),
    ("Complétez les pièces manquantes si nécessaire.", "Complétez les pièces manquante."),
    ("Contribution sur les salaires destinée aux transports.", "La contribution sur les salaires destiné aux transports est due."),
    ("Cette prime est le plus souvent versée en juin.", "La date de la prime versés hier est fausse."),
    ("Ces plans sont par exemple nécessaires au devis.", "Les plans nécessaire au devis manquent."),
    ("Ils ont besoin d'être visibles.", "Ils ont besoin de plans visible."),
    ("Il ouvre une liste d'aides recommandées, associées à un score.", "Il ouvre la fiche, associés à un score."),
    ("Les secteurs sanitaire, social et sportif recrutent.", "Les secteurs sanitaire recrutent."),
    ("Le nombre de jeunes ayant signé augmente.", "Le nombre de grands oreille augmente."),
    ("Le lien d'inscription qui vous a été transmis est valable.", "Les plans qui vous ont été transmis sont prêt."),
    ("La part des dividendes dépassant 10 % du capital sera soumise à cotisation.", "La prime de mai sera soumis à cotisation."),
    ("Les copies des plans et des devis semblent égarées.", "Les copies des plans semblent égaré."),
    ("Les salaires versés ainsi que les primes sont exonérés.", "Les primes sont exonérés."),
    # who acts
    ("Sites Faciles est disponible.", "Les sites faciles est disponible."),
    ("Les autres sommes ne sont pas prises en compte.", "Les clients est contents."),
    ("Une soixantaine de communes utilisent cet outil.", "Les communes utilise cet outil."),
    ("Plus d'un million de baux sont signés.", "Un bail sont signé."),
    ("« Modifier » vous ramène à la page.", "Vous ramène la page."),
    ("Cette page présente l'offre et vous laisse le choix.", "Demain, vous laisse la clé."),
    ("L'arrivée de nouveaux avions entraîne des retards.", "Nous avions entraîne notre équipe."),
    # words heard alike
    ("Avez-vous été prévenue ?", "Quand vous été absente, j'ai signé."),
    ("Comment s'est mise en place la démarche ?", "Le client c'est trompé de quai."),
    ("Lorsque c'est approprié, deux agents passent.", "Le chef c'est absenté."),
    ("Certains ne savent pas par où commencer.", "Payez par chèque où par carte."),
    ("Le club utilise un outil libre et ouvert créé ici.", "Le devis et valable trente jours."),
    ("La date de reprise est la date à laquelle il revient.", "Le devis est la facture sont joints."),
    ("Comment souhaitez-vous calculer le prix ?", "Merci de calculé le prix."),
    ("Voici un service, si vous ne savez pas à qui vous adresser.", "Indiquez la ville où vous souhaiter habiter."),
    ("Elle tient informée sa direction.", "Elle vient d'informée sa direction."),
    ("Jardiner, c'est aussi échanger.", "Nous avons échanger nos clés."),
    ("Les outils à leur disposition sont neufs.", "La voiture à ma voisine est neuve."),
    ("C'est en ce sens que la mairie a signé.", "Il faut que la mairie a signé."),
    ("Une boîte spécialement conçue pour les envois.", "Le contrat fini au 31 décembre."),
    ("La mairie soutient les jeunes grâce au club.", "Nos meilleurs client viennent."),
)  # fmt: skip


def _counted(text: str) -> list[tuple[str, str]]:
    return [(one.rule, one.quote) for one in proofread(text, default_engines()).remarks if one.counted]


@pytest.mark.parametrize("right", [right for right, _ in PAIRS])
def test_correct_prose_is_left_alone(right: str) -> None:
    assert _counted(right) == []


@pytest.mark.parametrize("wrong", [wrong for _, wrong in PAIRS])
def test_the_near_error_is_still_found(wrong: str) -> None:
    assert _counted(wrong) != []
