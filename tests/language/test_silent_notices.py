"""Instructions and notices, right as they are: nothing is counted. Each turn was once an alarm."""

from __future__ import annotations

import pytest

from ascom_coach.language import default_engines, proofread

RIGHT = (
    "Maintenez enfoncé le bouton rouge pendant cinq secondes.",
    "Pour ajouter une colonne, maintenez enfoncée la touche de gauche.",
    "En cas de courant d’air, gardez fermée la porte du hall.",
    "Laissez allumés les deux écrans de l’accueil.",
    "Merci de laisser ouverte la barrière du parking.",
    "Tenez fermé le couvercle pendant le cycle.",
    "Créez trois comptes utilisateur avant lundi.",
    "Les comptes client sont vérifiés chaque mois.",
    "Les fiches produit sont à jour.",
    "Demandez les droits administrateur au service informatique.",
    "Les privilèges administrateur permettent d’installer un logiciel.",
    "Ouvrez le tiroir des fiches de paie situé sous le comptoir.",
    "Prenez la clé du local des archives rangée dans le bureau.",
    "Cliquez sur l’icône des options de tri placée en haut.",
    "Les dossiers sont classés par nom.",
    "Triez la liste par date, par service ou par nom.",
    "Un son d’alarme retentit à dix-huit heures.",
    "Réglez le son, la luminosité et le contraste.",
    "La carte son de ce poste est en panne.",
    "La sortie son du poste est coupée.",
    "Cliquez sur le bouton enregistrer.",
    "Cochez l’option afficher la règle.",
    "Cliquez sur l’icône imprimer en haut de la page.",
    "Le bouton annuler de la fenêtre ferme tout.",
    "Joignez un fichier .PDF au message.",
    "Les extensions .docx, .odt et .pdf sont acceptées.",
    "Enregistrez la lettre au format .docx avant midi.",
    "Le dossier .config ne doit pas être supprimé.",
    "Dans la marge, faites une croix.",
    "Sur la première page, faites un résumé de trois lignes.",
    "Nous ouvrons un guichet pour vous laisser choisir votre créneau.",
    "Aucun code n’est fourni, donc consultez la notice.",
    "Cette procédure est quelque chose de compliqué.",
    "Vous pouvez fermer la page, vous déconnecter ou changer de poste.",
    "Le planning est affiché, de sorte qu’ils peuvent le consulter.",
    "Les deux salles peuvent toutes les deux être réservées.",
    "Ces dossiers doivent tous les deux être signés.",
    "Les notices sont en ligne, vous pouvez les lire sur votre poste.",
    "Ces messages sont censés se fermer seuls.",
    "Les rapports sont censés se trouver dans l’armoire.",
    "L’imprimante par défaut qui est utilisée se trouve au premier étage.",
    "La langue par défaut est choisie à l’installation.",
    "Il a rangé son appareil photo dans le tiroir.",
    "Elle a fait son possible pour vous joindre.",
    "Il a fait son possible, sans succès.",
    "Nous le savons à travers d’autres témoignages.",
    "Indiquez la ville et la rue qui correspondent.",
    "Vérifiez le nom et la fonction qui apparaissent en haut.",
    "Le câble de haut-parleur est débranché.",
    "Elle gère à la fois la paie et les congés.",
    "Faites glisser et déposez le fichier dans la fenêtre.",
    "Ces réglages permettent de lire les fichiers, mais vous empêchent de les modifier.",
    "Les collègues qui peuvent le lire et donc vous répondre sont prévenus.",
    "Plus la liste est longue, plus cela demande de temps.",
    "Le couloir et d’autres pièces s’éteignent à vingt heures.",
    "L’imprimante et d’autres appareils consomment la nuit.",
    "L’option doit être sur Activé.",
    "Placez le bouton sur Désactivé.",
    "Utilisez PDF Mod pour réunir les pages.",
    "Ce logiciel multi-utilisateurs est installé sur le serveur.",
    "Un accès multi-postes est prévu.",
    "Une fois connecté, une icône apparaît à droite.",
    "Une fois terminé, la fenêtre se ferme.",
    "Lisez les pages sur les congés et les absences.",
    "Consultez les notes sur les achats et les ventes ci-dessous.",
    "Votre réseau d’entreprise est accessible à distance.",
    "Le réseau d’entreprise est coupé ce soir.",
    "Savez-vous quels dossiers garder ?",
    "Dire quels dossiers garder demande du soin.",
    "Trois cartes son peuvent être installées.",
    "Les cartes son sont livrées mardi.",
    "Il faut vérifier la prise, vous déconnecter ou changer de compte.",
    "Maintenez appuyée quelques secondes la touche bleue.",
    "Maintenez enfoncés les quatre boutons du haut.",
    "À la rubrique Son, choisissez un son bref.",
    "Triez les factures par montant ou par nom.",
    "Les fichiers cachés .config et .local restent là.",
    "Renommez la page en .brouillon.txt avant midi.",
    "La date et l’heure qui figurent en tête sont justes.",
    "Le lecteur de carte à puce qui est fourni suffit.",
    "Consultez la notice, laissez sécher et vissez le capot.",
    "Une copie du contrat ainsi que les annexes du dossier sont jointes au courrier.",
    "Le plan du site ainsi que la liste des accès sont affichés.",
    "Droits d’auteur insuffisants pour cette image.",
    "Le tableau indique le code de feuille de temps défini pour le mois.",
    "La ligne indique le code de table des matières défini pour le titre.",
    "Si non transmis, le dossier est refusé.",
    "La poignée de porte est cassée.",
)

WRONG = (
    ("Nous avons reçu trois comptes rendu hier.", "comptes rendu"),
    ("Les employés absent seront remplacés.", "absent"),
    ("Répondez par oui ou par nom.", "nom"),
    ("Les dossiers son rangés.", "son"),
    ("Le message afficher hier est effacé.", "afficher"),
    ("Le colis est arrivé . Il attend .", "arrivé ."),
    ("La liste, faites par Léa, est jointe.", "faites"),
    ("Merci de confirmez la date.", "confirmez"),
    ("Il est important de réservé la salle.", "réservé"),
    ("Je voudrais qu’ils peuvent venir.", "peuvent"),
    ("Il a fait sont travail.", "sont"),
    ("Nous l’avons su à travers de la presse.", "à travers de"),
    ("Elle à la fois finie.", "à"),
    ("Vous devez faire et déposez la demande.", "déposez"),
    ("Le couloir et la salle s’éteint à vingt heures.", "éteint"),
    ("L’accès est sur réservé.", "sur réservé"),
    ("Ça société demande du temps.", "Ça"),
    ("Une fois signés, la lettre part.", "signés"),
    ("C’est un réseau d’artiste.", "artiste"),
    ("Ils sont sûr de venir.", "sûr"),
    ("Les clients son content.", "son"),
    ("Les volets son trop vieux.", "son"),
    ("Le colis est parti .il arrive demain.", "parti ."),
    ("Vous pouvez les demande.", "demande"),
    ("Les bacs de tri destiné aux papiers sont pleins.", "destiné"),
    ("Il faut que je vous envoyer le plan.", "envoyer"),
    ("Vous devez confirmez la date, vous déplacez ou appelez.", "confirmez"),
    ("Les cartes grise sont prêtes.", "grise"),
    ("Un grand nombre de client attend.", "client"),
    ("Le chef et son adjoint est absent.", "est"),
    ("Le parking est à coté de la gare.", "coté"),
    ("Grasse à vous, tout est prêt.", "Grasse"),
    ("Le plan et la liste selon lequel ranger les bacs sont là.", "lequel"),
)
"""What the same rules find."""


def _counted(text: str) -> list[str]:
    return [one.quote for one in proofread(text, default_engines()).remarks if one.counted]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_counted(text: str) -> None:
    assert _counted(text) == []


@pytest.mark.parametrize(("text", "quote"), WRONG)
def test_the_error_beside_it_is_found(text: str, quote: str) -> None:
    assert any(quote in one for one in _counted(text))


def test_a_participle_that_may_be_said_of_the_reader_is_only_asked_about() -> None:
    """« Une fois connecté, une icône… »: shown, not counted."""
    found = proofread("Une fois connecté, une icône apparaît à droite.", default_engines()).remarks
    assert [(one.rule, one.counted) for one in found] == [("accord_une_fois_seul", False)]
