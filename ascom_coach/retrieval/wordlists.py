"""Words that carry no subject: grammar, and the words with which people ask rather than name a thing."""

from __future__ import annotations

_STOP = """
a ai aie ait aller alors apres as assez au aucun aucune aura aurai aussi autre autres aux avait avant avec
avez avoir avons beaucoup ben besoin bien bon bonjour bonsoir c ca car ce ceci cela celle celles celui ces
cet cette ceux chaque chez chose choses ci comme comment concernant concerne concretement coup croire
crois d dans de deja depuis des desole dire dis dit dois doit doivent donc donne donner dont du dur elle
elles en encore enfin entre es est et etait etant etc ete etes etre eu eux exactement exemple existe faire
fais fait faites falloir faut fera fois font genre grosso hein ici il ils j je jour juste l la le les leur
leurs lors lui m ma mais marche me meme memes merci mes mettre mieux mis moi moins mon n ne ni non nos
notre nous o on ont ou oui par parce parle parler part pas passe pendant pense penser peu peut peuvent
peux plus plutot pour pourquoi pourrait pourriez pouvais pouvez pouvoir pres puis puisque qu quand quasi
que quel quelle quelles quelqu quelque quelques quels question questions qui quoi reponds rien s sa sais
salut sans sauf savez savoir se semble sera serai ses si sinon soit sommes son sont sous souvent stp suis
sur surtout svp t ta te tel telle tes toi ton toujours tous tout toute toutes tres trop truc trucs tu un
une va vais vas vers veut veux via voici voila voir vont vos votre vous vrai vraiment y ya
"""
STOP = frozenset(_STOP.split())
"""Never a subject."""

_GENERIC = """
aborde abordee activite activites apparaissent apparait appartient apprend apprendre ascom attendu
attendue attendues attendus attente attentes bloc blocs boulot cadre candidat candidate candidats capable
certification cinq cite citee cites citez colle coller combien competence competences complet complete
compris compte compter concernee concernes correcteur correcteurs correspond correspondant correspondante
correspondants correspondent correspondre critere criteres definition demande demandee demandent demandes
deux deuxieme devoir devra devrai diplome donnez enumere enumerez epreuve epreuves evaluation evaluations
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
accepter aider ajouter appeler appelle apporter arrive arrivee arriver attendre autorise autorisee
autoriser avance belle bonne change changer chercher choisir comprendre connaitre continuer convient
corriger decider demander devenir different eviter explique expliquer fabriquer finir gens gerer grand
grande indiquer jolie juste laisser lire manque manquer mauvais mauvaise modifier montrer nouveau nouvelle
occuper oublie oublier ouvrir partir pendant permettre personne placer poser possible prend prendre prends
preparer presenter prevenir proposer propre rappeler recevoir recoit refaire refuser remplir rendre
repondre reprendre reste rester reussir sortir suivre tenir terminer tomber transformer travail travailler
trouver utilise utiliser venir verifie verifier vieux voir
"""
WEAK = frozenset(_WEAK.split())
"""Everyday verbs and adjectives that fit many subjects: they count for less."""
