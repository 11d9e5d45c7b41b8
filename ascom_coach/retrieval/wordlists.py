"""Words that carry no subject: grammar, and the words with which people ask rather than name a thing."""

from __future__ import annotations

_STOP = """
aupres hors
a afin ai aie ailleurs ainsi ait aller alors apres as assez au aucun aucune auquel aura aurai aurais
aurait aussi autre autres aux avaient avait avant avec avez avoir avons beaucoup ben besoin bien bon
bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez chose choses ci
comme comment concernant concerne concretement coup croire crois d dans de dedans deja depuis des desole
desquels dessus devaient devais devait devez devons devrais devrait devrions dire dis dit dois doit doive
doivent donc donne donner dont du duquel dur elle elles en encore enfin entre es est et etaient etait
etant etc ete etes etre eu eux exactement exemple existe faire fais faisait faisons fait faites falloir
faut fera fois font genre grosso hein ici il ils j je jour juste l la laquelle le lequel les lesquels leur
leurs lors lui m ma mais marche me meme memes merci mes mettre mieux mis moi moins mon n ne ni non nos
notre nous o on ont ou oui par parce parle parler part pas passe pendant pense penser peu peut peuvent
peux plus plutot pour pourquoi pourrais pourrait pourriez pouvais pouvait pouvez pouvoir pres pu puis
puisque qu quand quasi que quel quelle quelles quelqu quelque quelques quels question questions qui quoi
reponds rien s sa sais salut sans sauf savez savoir se semble sera serai seraient serait ses si sinon
soient sois soit sommes son sont sous souvent stp suis sur surtout svp t ta tant te tel telle tes toi ton
toujours tous tout toute toutes tres trop truc trucs tu un une va vais vas vers veut veux via viendrait
viennent vient voici voila voir vont vos votre voudrais voudrait vous vrai vraiment y ya
"""
STOP = frozenset(_STOP.split())
"""Never a subject."""

_GENERIC = """
aborde abordee activite activites apparaissent apparait appartient apprend apprendre ascom attendu
attendue attendues attendus attente attentes bloc blocs boulot cadre candidat candidate candidats capable
certification cinq cite citee cites citez colle coller combien competence competences complet complete
compris compte compter concernee concernes correcteur correcteurs correspond correspondant correspondante
correspondants correspondent correspondre critere criteres definition demande demandee demandent demandes
deux deuxieme devoir devra devrai diplome donnez enumere enumerer enumerez epreuve epreuves evaluation evaluations
evalue evaluee evaluees evaluer evalues evoque evoquee exam examen exige exigee exiger figure figurer
fonction fournir fournit grave importance important inclus incluse indique indiquez intitule juge jugee
juger juges jury lie liee lien liste lister listez maitriser mentionne mentionnee metier mission missions
moyens nom nombre notation note notee notees noter notes officiel officielle officiellement partie parties
penalise penalisee penaliser point points pole poles precisement precisez premier premiere prevu prevue
prevus production productions produire programme quatre rappel rappelez rattache rattachee rattacher
rattacherait rattachez recapitulatif referentiel regarde regardee regarder releve relever relie relier
remettre rend rendre rends rentre rentrer resume retrouve retrouver second seconde sert servir
signification signifie situe stagiaire tache taches texte titre trois troisieme trouve trouver unite
unites utile vise visee vises
"""
GENERIC = frozenset(_GENERIC.split())
"""Words about the référentiel itself: they show what kind of answer is wanted, not its subject."""

_COMMON = """
commence commencer comment commun commune comprendre compris compte comptes conte content contente contes
contraire contre corriger courant courir cours court courte demain dernier derniere difference different
difficile direct discuter donnee donner ecole effet enfant equipe erreur essayer excuse excuser expliquer
facile famille format forme former formes gagner garder gens grand grande habiller habits heure heures
histoire homme idee image jamais jardin jouer jours laisser lecture leger lettre libre lieu livre livres
longtemps lycee maison malade manger manquer marcher matin mesure minute minutes moment monde monter
montre moyen moyenne musique niveau nombre nouveau objet ordre oublier ouvrir papier parents parole
parties passer payer pendant perdre perdu permis personne personnes petit petite place plaisir porter
portes poser possible poste postes pourrais pratique premier prendre preparer presenter presque preuve
prix probleme prochain propre quitter raison ranger recevoir refaire refuser regle rendu repas reponse
reprendre reste rester retard retour reussir revenir rouge route salle sante semaine sens simple social
soir sortie souvenir sport stage suivre sujet surprise table tard temps tenir tester texte tomber toucher
tourner travail travailler trouver vacances vente verite video vie vite vivre voiture voix volonte voter
vouloir voyage
"""
COMMON = frozenset(_COMMON.split())
"""Everyday words that look like a word of the trade: the typo repair leaves them alone."""

_WEAK = """
obligatoire obligatoires probleme problemes niveau gagne gagner poste cher coeur bonnes bons vierge point
accepter aider aime aimer ajouter an annee ans appeler appelle apporter arrive arrivee arriver attendre
aujourd autorise autorisee autoriser autre avance beau bel belle bonne change changer chercher choisir
commence commencer comprendre connaitre continuer convient corriger dame decider demain demander dernier
derniere devenir different dimanche eviter explique expliquer fabriquer femme fini finie finir gens gerer
grand grande heure heures hier homme hui indiquer installe installer jeudi jolie journee juste laisser
lire longtemps lundi madame manque manquer mardi matin matinee mauvais mauvaise meilleur meilleure
mercredi midi mis modifier mois moment monsieur montrer nouveau nouvelle occuper oublie oublier ouvrir
partir partout pendant permettre personne petit petite petites petits placer poser possible premier
premiere prend prendre prends preparer presenter prevenir proposer propre quelqu rappeler recevoir recoit
refaire refuser remplir rendre repondre reprendre reste rester reussir samedi semaine soir sortir suivre
tard tenir terminer tomber tot transformer travail travailler trompe tromper trouver utilise utiliser
vendredi venir verifie verifier vieux voir
"""
WEAK = frozenset(_WEAK.split())
"""Everyday verbs and adjectives that fit many subjects: they count for less."""

ROLES = frozenset({"client", "patron", "entreprise", "fournisseur"})
"""People present in most situations: they tell little about which one."""
