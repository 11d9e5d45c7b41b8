# ruff: noqa: E501 -- a pattern stays on one line
"""Nouns that sound or look alike, told apart by the words they go with: « l'aire de stationnement », « la voie de droite »."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, cased
from ascom_coach.language.rules.needed import lowered, may_match, needed
from ascom_coach.language.syntax.view import plain_view

_D = r"(?:l[ea] |l'|les |une? |des |du |de la |de l'|au |aux |ce |cette |ces |cet |mon |ma |mes |notre |nos |votre |vos |son |sa |ses |leurs? |de |d'|en |chaque |aucune? |quelle? |(?:deux|trois|quatre|cinq|six|dix|prochaine?|première?|dernière?|nouvel|nouvelle|nouveau|grande?|petite?|vieille) )"
_DE = r"(?: d(?:e |'|e la |e l'|u |es ))"


@dataclass(frozen=True, slots=True)
class Place:
    """`written` (a pattern) stands for `meant` after `before` and before `after` (patterns)."""

    written: str
    meant: str
    before: str = ""
    after: str = ""


def _finder(places: tuple[Place, ...]) -> Callable[[str], Iterator[Hit]]:
    asked = [needed(one.written) for one in places]

    @cache
    def compiled(one: Place) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """The word alone, and in its place: at the first text that may hold it."""
        place = rf"(?<![\w-])(?:{one.before})(?<![a-zà-ÿ-])(?P<w>{one.written})(?![\w'-]){'(?=' + one.after + ')' if one.after else ''}"
        return re.compile(one.written, re.IGNORECASE), re.compile(place, re.IGNORECASE)

    def find(text: str) -> Iterator[Hit]:
        whole = plain_view(text)
        for one, strings in zip(places, asked, strict=True):
            if not may_match(lowered(whole), strings):
                continue
            key, pattern = compiled(one)
            meant = one.meant
            for match in pattern.finditer(whole):
                found = match["w"]
                plural = (
                    "s" if found[-1:] == "s" and key.fullmatch(found[:-1]) and meant[-1:] not in "sxz" else ""
                )
                yield match.start("w"), match.end("w"), (cased(found, meant + plural),)

    return find


def _rule(
    name: str, message: str, test: str, wrong: tuple[tuple[str, str], ...], right: tuple[str, ...], *places: Place, label: Label = "homophones",
    counted: bool = True,
) -> Rule:  # fmt: skip
    return Rule(f"couple_{name}", label, message, test, _finder(places), wrong, right, counted)


_AGREED = r"(?: (?:très |plus |trop )?(?:élevé|total|moyen|réel|global|horaire|annuel|mensuel|unitaire|supplémentaire|important|estimé|prévu|salarial|d'achat|d'entretien)s?\b)"

# fmt: off
RULES: tuple[Rule, ...] = (
    _rule("aire", "Une « aire » est un espace ; « l’air » se respire ; une « ère » est une époque.", "Si l’on peut dire « espace », c’est « aire ».",
          (("L'air de jeux est fermée.", "aire"), ("Une ère de repos suit le péage.", "aire")), ("L'aire de jeux est fermée.", "Il a l'air de comprendre.", "L'ère numérique commence."),
          Place(r"airs?|ères?", "aire", "", rf"{_DE}(?:stationnement|repos|jeux?|service|lavage|livraison|parking|pique-nique|stockage|dépôt|covoiturage|déchargement|chargement|retournement|camping)")),
    _rule("voie", "Une « voie » est un chemin ; la « voix » sert à parler ou à voter.", "Si l’on peut dire « chemin », c’est « voie ».",
          (("Serrez sur la voix de gauche.", "voie"), ("Le litige est en voix d'être réglé.", "voie")), ("Serrez sur la voie de gauche.", "Il a une voix grave.", "Laissez un message sur la boîte vocale."),
          Place("voix", "voie", rf"{_D}", r" (?:de (?:droite|gauche|garage|circulation|recours|bus|sortie|chemin|desserte|communication|métro|tram\w*|service)|d'(?:accès|eau|insertion|évacuation|urgence|être)|ferrée|publique|rapide|cyclable|hiérarchique|postale|express|privée|réservée|navigable)"),
          Place("voies?|vois|voit", "voix", r"(?:à (?:haute|basse|mi)[- ]|de vive |boîte à |majorité des |(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) )", r" (?:pour|contre|et demie|[.,;!?])|[.,;!?]")),
    _rule("cours", "Un « cours » est une leçon, un prix ou un déroulement ; une « cour » est un espace ; « court » veut dire bref.", "« La cour » est au féminin ; « le cours », au masculin, prend toujours un s.",
          (("Le prochain cour de dessin est annulé.", "cours"), ("Les élèves attendent dans la cours.", "cour")), ("Le prochain cours de dessin est annulé.", "Les élèves attendent dans la cour.", "Le court de tennis est mouillé.", "Le délai est trop court."),
          Place("cour|court|courts", "cours", r"(?:le |un |au |du |ce |notre |votre |mon |son |leur |premier |prochain |dernier |chaque |aucun |des |les |nos |vos |ses |mes )", r" (?:d'(?!appel|assises|honneur)\w+|de (?!tennis|squash|badminton|la cour|justice|récréation)(?:la |l')?\w+|du (?:soir|jour|lundi|mardi|mercredi|jeudi|vendredi|samedi)|particuliers?|collectifs?|en ligne|débutants?|magistr\w+)"),
          Place("cour", "cours", r"(?:travaux |chantier |dossier |réunion |commande |année |mois |procédure |demande |livraison |projet )en ", ""),
          Place("cours|courts?", "cour", r"(?:la |une |cette |notre grande |notre petite |votre grande |petite |grande |dans (?:la |une )(?:petite |grande )?)", r"(?:[.,;!?]| (?:de (?:l'|la )\w+|d'école|d'honneur|d'immeuble|intérieure|jusqu'|est|du|pendant|où|arrière|commune|couverte|sera|et|,))|$")),
    _rule("pause", "Une « pause » est un arrêt ; la « pose » est l’action de poser.", "Si l’on peut dire « arrêt », c’est « pause ».",
          (("Après la pose de midi, nous reprenons.", "pause"), ("La pause du carrelage est finie.", "pose")), ("Après la pause de midi, nous reprenons.", "La pose du carrelage est finie.", "Elle pose la question."),
          Place("poses?", "pause", rf"{_D}", r" (?:déjeuner|café|de midi|repas|cigarette|du midi|méridienne|thé|de (?:cinq|dix|quinze|vingt|trente|\d+) min\w*|d'une (?:demi-)?heure|d'un quart)"),
          Place("poses?", "pause", r"(?:faire|fais|fait|faisons|faites|font|prendre|prenons|prenez|feront|ferons|prendrons) (?:une |la |sa |leur |notre |votre |des )(?:petite |courte )?", ""),
          Place("pauses?", "pose", rf"(?<!en ){_D}", r" (?:du (?!midi|matin|soir|samedi|lundi|mardi|mercredi|jeudi|vendredi|personnel|déjeuner)\w+|de (?:la |l'|vos |nos |votre |notre )?(?:moquette|carrelage|parquet|fenêtres?|volets?|portes?|papier|faïence|clôture|cuisine|tuiles?|gouttières?|compteurs?|vitrages?|cloisons?|vitrines?|plinthes?|panneaux?|radiateurs?|enseigne|alarme|revêtement|placo\w*|isolant|chaudière|dalles?|store|stores))")),
    _rule("session", "Une « session » est une période de travail ou d’examen ; une « cession » est l’action de céder.", "Si l’on peut dire « vente », c’est « cession ».",
          (("La session du fonds de commerce est signée.", "cession"), ("La prochaine cession d'examen a lieu en juin.", "session")), ("La cession du fonds de commerce est signée.", "La prochaine session d'examen a lieu en juin."),
          Place("sessions?", "cession", "", r" (?:d(?:es? |e ses |e vos |e nos |e l'|e la |u |e |')(?:parts?|créances?|bail|fonds|droits?|actions?|entreprise|commerce|véhicule|clientèle|activité|licence|marque|contrat|terrain|titres|brevet|société|salon|magasin))"),
          Place("cessions?", "session", r"", r" (?:d(?:e |')(?:formation|examen|information|rattrapage|recrutement|travail|printemps|juin|septembre|mars|mai|janvier|novembre|intégration|entretiens?|concours|code))"), label="orthographe"),
    _rule("compte", "Le « compte » se compte, le « conte » se raconte, le « comte » a un titre.", "Si l’on peut dire « histoire », c’est « conte ».",
          (("Elle lit un compte aux petits.", "conte"), ("Votre conte professionnel est ouvert.", "compte")), ("Elle lit un conte aux petits.", "Votre compte professionnel est ouvert.", "Je lis le compte rendu."),
          Place("comptes?", "conte", r"(?:li(?:t|s|re|sons|sent|sez|ra)|racont\w+|écout\w+|invent\w+|illustr\w+) (?:un |des |le |ce |les |deux )(?:petit |beau |petits )?", r"(?! rendu)(?: (?:aux?|pour|de noël|à|sur|africain|populaire)|[.,!?])"),
          Place("comptes?", "conte", "", r" (?:de fées?|pour enfants)"),
          Place("contes?|comtes?", "compte", rf"{_D}", r" (?:bancaire|courant|client|professionnel|épargne|personnel|chèque|joint|fournisseur|utilisateur|rendu|de résultat|en ligne|en banque|à vue|postal|annuel)s?\b"),
          label="orthographe"),
    _rule("balade", "Une « balade » est une promenade ; une « ballade » est une chanson.", "Si l’on peut dire « promenade », c’est « balade ».",
          (("Une ballade à vélo est prévue.", "balade"),), ("Une balade à vélo est prévue.", "Le groupe joue une ballade."),
          Place("ballades?", "balade", "", r" (?:en (?!do|ré|mi|fa|sol|la |si )\w+|à (?:vélo|cheval|pied|poney|moto|dos)|dans|au(?:x| bord)|guidée?s?|gourmande|nature|sur (?:le|la|les)|familiale|contée|d'une? (?:heure|journée))"),
          Place("ballades?", "balade", r"(?:faire|organis\w+|partir en|propos\w+) (?:une |des |des petites |deux )?", ""), label="orthographe"),
    _rule("repere", "Un « repère » sert à se retrouver ; un « repaire » est un refuge.", "Si l’on peut dire « marque », c’est « repère ».",
          (("Faites un repaire à la craie.", "repère"),), ("Faites un repère à la craie.", "C'est un repaire de brigands.", "Le technicien repère la fuite."),
          Place("repaires?", "repère", r"(?:trac\w+|fai\w+|mett\w+|marqu\w+|pren\w+|pos\w+|point de |points de |donn\w+|servir de |sans |ses |vos |nos |des |mes )(?: ?un |des |le )?", r"(?! (?:de brigands|de voleurs|de pirates))"), label="orthographe"),
    _rule("dessin", "Un « dessin » se dessine ; un « dessein » est une intention.", "Si l’on peut dire « croquis », c’est « dessin ».",
          (("Joignez un dessein de la pièce.", "dessin"), ("Il l'a fait à dessin.", "dessein")), ("Joignez un dessin de la pièce.", "Il l'a fait à dessein.", "Il nourrit de grands desseins."),
          Place("desseins?", "dessin", "", r" (?:d(?:e |u |es |')(?:la |l'|vos |nos |votre |notre |son |sa )?(?:future? |nouvelle? )?(?:façade|plan|pièce|logo|maison|cuisine|jardin|bâtiment|affiche|terrasse|modèle|enfants?|atelier|architecte|meuble|escalier|projet)|techniques?|animés?|industriel|à l'échelle|coté)"),
          Place("desseins?", "dessin", r"(?:cours de |planche à |atelier de |joint un |joins un |fait un |fais un )", ""),
          Place("dessins?", "dessein", r"(?:(?:fait|agi|exprès ou|rédigé|omis) à )", r"[.,;]"), label="orthographe"),
    _rule("conjoncture", "La « conjoncture » est la situation ; une « conjecture » est une supposition.", "Si l’on peut dire « situation », c’est « conjoncture ».",
          (("La conjecture actuelle freine les ventes.", "conjoncture"),), ("La conjoncture actuelle freine les ventes.", "Ce ne sont que des conjectures."),
          Place("conjectures?", "conjoncture", "", r" (?:économique|actuelle|difficile|défavorable|favorable|internationale|sanitaire|du (?:marché|secteur))"), label="orthographe"),
    _rule("allocation", "Une « allocation » est une aide versée ; une « allocution » est un discours.", "Si l’on peut dire « discours », c’est « allocution ».",
          (("Elle touche une allocution logement.", "allocation"), ("Le maire prononcera une allocation.", "allocution")), ("Elle touche une allocation logement.", "Le maire prononcera une allocution."),
          Place("allocutions?", "allocation", "", r" (?:logement|familiale|chômage|d(?:e |')(?:rentrée|chômage|logement|retour|adulte|solidarité|naissance)|pour adulte|parentale|journalière)"),
          Place("allocutions?", "allocation", r"(?:perçoi\w+|touch\w+|vers\w+|percev\w+) (?:une |l'|cette |son |des |mon )", ""),
          Place("allocations?", "allocution", r"(?:prononc\w+|écout\w+|préparer? )(?: ?une | ?l'| ?son | ?cette )(?:brève |courte )?", ""), label="orthographe"),
    _rule("effraction", "On entre par « effraction » ; une « infraction » est une faute contre la loi.", "Si l’on peut dire « en cassant », c’est « effraction ».",
          (("Ils sont entrés par infraction.", "effraction"), ("Il a commis une effraction au code de la route.", "infraction")), ("Ils sont entrés par effraction.", "Il a commis une infraction au code de la route."),
          Place("infractions?", "effraction", r"(?:vols? (?:avec|par|sans) |par |traces? d'|sans )", r""),
          Place("effractions?", "infraction", "", r" (?:au code|à la (?:loi|règle)|routière|aux? règle)"), label="orthographe"),
    _rule("eminent", "« Imminent » veut dire tout proche dans le temps ; « éminent », remarquable.", "Si l’on peut dire « tout proche », c’est « imminent ».",
          (("Le départ est éminent.", "imminent"), ("L'arrivée éminente du train est annoncée.", "imminente")), ("Le départ est imminent.", "Un éminent professeur viendra."),
          Place("éminente", "imminente", r"(?:(?:arrivée|livraison|ouverture|fermeture|sortie|parution|réunion|décision|reprise|signature|visite)s? (?:est |semble |paraît |serait |sera |devient )?)"),
          Place("éminents?", "imminent", r"(?:(?:départ|danger|retour|risque|changement|début|lancement|passage|déménagement|contrôle|orage)s? (?:est |semble |paraît |serait |sera |devient |sont )?)"), label="orthographe"),
    _rule("recouvre", "« Recouvrer », c’est récupérer (participe « recouvré ») ; « recouvrir », c’est couvrir (« recouvert »).", "Si l’on peut dire « récupérer », c’est « recouvrer ».",
          (("L'étude a recouvert notre créance.", "recouvré"), ("Il faut recouvrir les impayés.", "recouvrer")), ("L'étude a recouvré notre créance.", "Le sol est recouvert de lino.", "Recouvrir la table."),
          Place("recouvert", "recouvré", "", r" (?:(?:la |sa |une )?(?:totalité|partie|moitié|ensemble|santé|vue|liberté)\b|(?:la |les |cette |ces |leur |nos |vos |notre |votre |son |ses |des |l'|le |une |sa )(?:créances?|impayés?|sommes?|dette|montants?|loyers?|factures?|santé|vue|liberté|somme|dû))"),
          Place("recouvrir", "recouvrer", "", r" (?:(?:la |les |cette |ces |leur |nos |vos |notre |votre |son |ses |des |l'|le |une |sa )(?:créances?|impayés?|sommes?|dettes?|montants?|loyers?|factures?|santé|vue|liberté|dû))"), label="orthographe"),
    _rule("perpetuer", "« Perpétuer », c’est faire durer ; « perpétrer », c’est commettre un crime.", "Si l’on peut dire « faire durer », c’est « perpétuer ».",
          (("Nous perpétrons une tradition familiale.", "perpétuons"),), ("Nous perpétuons une tradition familiale.", "Le vol perpétré hier."),
          Place("perpètre", "perpétue", "", r" (?:une?|la|le|l'|les|ce|cette|cet|des|ces|sa|son|ses) ?(?:\w+ )?(?:tradition|recette|savoir-faire|coutume|usage|mémoire|méthode|habitude|métier|art)s?\b"),
          Place("perpétrons", "perpétuons", "", r" (?:une?|la|le|l'|les|ce|cette|cet|des|ces|notre) ?(?:\w+ )?(?:tradition|recette|savoir-faire|coutume|usage|mémoire|méthode|habitude|métier|art)s?\b"),
          Place("perpétrer", "perpétuer", "", r" (?:une?|la|le|l'|les|ce|cette|cet|des|ces|notre) ?(?:\w+ )?(?:tradition|recette|savoir-faire|coutume|usage|mémoire|méthode|habitude|métier|art)s?\b"), label="orthographe"),
    _rule("evenement", "Un « événement » a lieu ; un « avènement » est l’arrivée d’un règne ou d’une époque.", "Si l’on peut dire « fait », c’est « événement ».",
          (("Ce gala est un avènement attendu.", "événement"),), ("Ce gala est un événement attendu.", "L'avènement du numérique."),
          Place("avènements?", "événement", r"(?:un |cet |des |les |nos |vos |ces |bel |grand |prochain |premier |chaque |votre |notre |tout )", r"(?! d(?:u|e l'|e la) )"), label="orthographe"),
    _rule("sense", "« Sensé » veut dire raisonnable ; « censé », supposé.", "Si l’on peut dire « supposé », c’est « censé ».",
          (("Voilà une proposition censée.", "sensée"),), ("Voilà une proposition sensée.", "Elle est censée venir."),
          Place("censées?", "sensée", r"(?:remarques?|propositions?|idées?|réponses?|personnes?|décisions?|demandes?|suggestions?|questions?|solutions?|réflexions?) (?:très |peu |plus |tout à fait )?", r"[.,;!?]|$| (?:car|mais|et|de)\b"),
          Place("censés?", "sensé", r"(?:choix|avis|conseils?|propos|projets?|arguments?|raisonnements?|comportement|homme|très|peu|plus|tout à fait) ", r"[.,;!?]|$| (?:car|mais|et|de)\b"), label="orthographe"),
    _rule("cout", "Le « coût » se paie ; un « coup » se donne ; le « cou » porte la tête.", "Si l’on peut dire « prix », c’est « coût ».",
          (("Le coup des travaux est élevé.", "coût"), ("Quel est le coup total ?", "coût")), ("Le coût des travaux est élevé.", "Un coup de main.", "Le coup de la panne."),
          Place("coups?", "coût", r"(?:le |les |du |au |un |ce |quel |son |votre |notre |leur )", rf"(?:{_AGREED}| (?:des |du |de la |de l'|de )(?:travaux|réparations?|transport|pièces?|main-d'œuvre|livraison|formation|opération|installation|abonnement|location|matériel|chantier|service|repas|fabrication|production|revient|prestation|voyage|séjour|appel|vie|stage|assurance|énergie|envoi|impression|matériaux|fournitures|carburant))"),
          Place("coûts?", "coup", r"(?:un |du |le |des |les |ce |d'un )", r" (?:de (?:main|fil|téléphone|pouce|peinture|frein|vent|œil|balai|soleil|feu|chance|pied|chaud|froid|barre|dur)|d'œil|d'envoi|d'avance)")),
    _rule("tache", "Une « tâche » est un travail ; une « tache » est une salissure.", "Si l’on peut dire « travail », c’est « tâche ».",
          (("La tache à accomplir est longue.", "tâche"), ("Une tâche d'encre salit le bon.", "tache")), ("La tâche à accomplir est longue.", "Une tache d'encre salit le bon."),
          Place("taches?", "tâche", "", r" (?:à (?:accomplir|effectuer|faire|réaliser|exécuter|confier)|administratives?|quotidiennes?|ménagères?|confiées?|difficiles?|courantes?|urgentes?|répétitives?|de secrétariat)"),
          Place("tâches?", "tache", "", r" (?:d(?:e |')(?:encre|peinture|café|gras|graisse|huile|rouille|vin|sang|boue|humidité|couleur)|sur (?:le|la|votre|mon|ma|son|sa|un|une))"), label="orthographe"),
    _rule("fonds", "Un « fonds » est un capital ; le « fond » est la partie la plus basse.", "Si l’on peut dire « capital », c’est « fonds ».",
          (("Il vend son fond de commerce.", "fonds"),), ("Il vend son fonds de commerce.", "La salle du fond est libre."),
          Place("fond", "fonds", "", r" (?:de (?:commerce|roulement|garantie|caisse|solidarité|pension|investissement|dotation|réserve|prévoyance)|d'(?:investissement|aide|indemnisation|amorçage)|publics?|propres|social|européen|documentaire)"), label="orthographe"),
    _rule("chaine", "Une « chaîne » relie ; un « chêne » est un arbre.", "Si l’on pense au bois, c’est « chêne ».",
          (("Une table en chaîne massif.", "chêne"), ("La chêne de montage est arrêtée.", "chaîne")), ("Une table en chêne massif.", "La chaîne de montage est arrêtée."),
          Place("chaînes?|chaines?", "chêne", r"(?:en |de |bois de |parquet |table |escalier )", r" (?:massif|clair|foncé|naturel|brut|vernis|huilé)"),
          Place("chênes?", "chaîne", "", r" (?:de (?:montage|production|magasins|fabrication|vélo|sécurité|télévision|caractères)|d'approvisionnement|du froid|hôtelière|logistique)"), label="orthographe"),
    _rule("amende", "Une « amende » se paie ; une « amande » se mange.", "Si l’on peut dire « contravention », c’est « amende ».",
          (("Il a reçu une amande de 90 euros.", "amende"), ("Une tarte aux amendes.", "amandes")), ("Il a reçu une amende de 90 euros.", "Une tarte aux amandes."),
          Place("amandes?", "amende", r"(?:une |l'|cette |d'une |des )", r" (?:de \d|forfaitaire|pour|majorée|administrative|salée|fiscale)"),
          Place("amandes?", "amende", r"(?:payer|recevoir|reçu|payé|régler|contester|risqu\w+|sous peine d') ?(?:une |l'|cette |d'une |des )?", ""),
          Place("amendes?", "amande", r"(?:poudre d'|pâte d'|lait d'|tarte aux |huile d'|crème d'|croissants? aux )", ""), label="orthographe"),
    _rule("statut", "Un « statut » est une situation ; une « statue » est une sculpture.", "Si l’on peut dire « situation », c’est « statut ».",
          (("Il a le statue de cadre.", "statut"),), ("Il a le statut de cadre.", "La statue de la place."),
          Place("statues?", "statut", r"(?:le |un |du |au |ce |son |votre |mon |leur |notre |nouveau |les |des |nos |vos )", r" (?:de (?:cadre|salarié|l'association|la société|travailleur|stagiaire|commande|votre commande|fonctionnaire|bénévole)|d'(?:auto|étudiant|apprenti|association)|juridique|social|de la commande|du dossier|associatif)"), label="orthographe"),
    _rule("partie", "Un « parti » est une décision ou un groupe ; une « partie » est un morceau.", "« Faire partie de », « tirer parti de », « prendre à partie ».",
          (("Elle fait parti de l'équipe.", "partie"), ("Il faut tirer partie de ce délai.", "parti")), ("Elle fait partie de l'équipe.", "Il faut tirer parti de ce délai.", "Il en fait partie."),
          Place("partis?|party", "partie", r"(?:fai(?:re|s|t|sons|tes|sant)|fer(?:a|ai|ons|ez|ont)|font|faisaient|faisait|en grande|en majeure) ", r"(?! pris)"),
          Place("parties?", "parti", r"(?:tir(?:er|é|ons|ez|e|era|ant)|prendre|pris|prenons|prenez) ", r" (?:de|du|des|d'|pour)\b")),
    _rule("divers", "Ce mot se confond avec un autre de même son dans cette tournure.", "Cherchez l’expression entière dans un dictionnaire.",
          (("La réunion aura lieux à midi.", "lieu"), ("Il faut mettre un therme au contrat.", "terme"), ("Le seau de la mairie est requis.", "sceau"), ("Nous sommes à l'accord près d'un mettre.", "mètre")),
          ("La réunion aura lieu à midi.", "Un terme est mis au contrat.", "Le sceau de la mairie est requis.", "Les lieux sont propres."),
          Place("lieux|lieue", "lieu", r"(?:(?:avoir|aura|a|ont|auront|avait|aurait|ait|eu|au|donner|donné|donne|tient|tenir|tiendra) )", r"(?! (?:communs|publics|dits|d'aisance|saints))(?: (?:à|le|en|au|de|dans|d'|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|chaque|demain|hier|ce|sur|dès)\b|[.,;!?]|$)"),
          Place("thermes?", "terme", r"(?:mett\w+ (?:un |fin au )?|à |court |long |moyen |un |au |du |sans |avant )", ""),
          Place("seau|saut|sot|sots|seaux", "sceau", r"(?:le |du |un |au |sous le )", r" (?:de (?:la (?:mairie|société|république)|l'(?:entreprise|état|association))|du (?:notaire|secret))"),
          Place("mettres?|maîtres?|maitres?", "mètre", r"(?:\d+|d'un|deux|trois|quatre|cinq|six|dix|vingt|cent|un) ", r"(?:[.,;]| (?:de (?:long|large|haut|côté|tissu|câble|profondeur)|carrés?|cubes?|linéaires?)|$)"),
          Place("maire|mer", "mère", r"(?:maison |société |la |sa |ma |votre |une )", r" (?:de (?:l'enfant|famille|la fillette|l'élève|deux enfants|trois enfants))"),
          Place("mère|mer", "maire", r"(?:monsieur le |madame la |le |adjoint au |l'adjointe au )", r" (?:de (?:la commune|la ville|notre (?:commune|ville|village))|a signé|adjoint|a pris un arrêté)"),
          Place("quartes?|cartes?", "quart", r"(?:un |trois |le )", r" (?:d'heure|des (?:voix|clients|élèves))"),
          Place("peint|peints|pin|pins", "pain", r"(?:du |le |de |baguettes? de |grille-|miche de )", r" (?:frais|complet|de mie|grillé|perdu|bio|tranché|au levain|d'épices?)"),
          Place("teint|tint", "tient", r"(?:cela |ça |il |elle |qui |vous |on )", r" (?:compte|lieu|à cœur|à (?:vous|nous))"),
          Place("acquis", "acquit", r"(?:par |pour )", r" de conscience"),
          Place("flan", "flanc", r"(?:à |sur le |prêter le )", r"(?: (?:de colline|droit|gauche|à)|[.,])"),
          Place("foi|foie", "fois", r"(?:une |deux |trois |quatre |cinq |plusieurs |chaque |cette |la première |la dernière |la prochaine |à la |des |quelques |autre |combien de |encore une )", r"(?! (?:gras|de (?:veau|volaille|morue|canard)|chrétienne|en (?:vous|nous|lui|l')))(?: |[.,;!?]|$)"),
          Place("fois", "foi", r"(?:de bonne |de mauvaise |faire |fait |feront |fera |faisant |ma |bonne )", r"(?: (?:jusqu'|en|et|de)|[.,;!?]|$)"),
          Place("martins?", "matin", r"(?:ce |du |demain |chaque |lundi |mardi |mercredi |jeudi |vendredi |samedi )", r"(?![A-Z])(?: |[.,;])"),
          Place("vain|vins?", "vingt", r"(?:quatre-)", ""),
          Place("vingt|vin", "vain", r"(?:en )", r"[.,;!]"),
          Place("pois", "poids", r"(?:le |du |au |un |son |ce |votre |en )", r" (?:total|maximum|maximal|net|brut|lourds?|léger|du (?:colis|camion|carton)|de la (?:charge|palette)|mort)"),
          Place("poids", "pois", r"(?:petits )", ""),
          Place("ancres?", "encre", r"(?:cartouches? d'|l'|taches? d'|de l'|d'|plus d')", r" (?:de l'imprimante|noire|bleue|rouge|couleur|pour (?:l'|les )imprimante)"),
          Place("verts?|vers", "verre", r"(?:un |des |pots? en |bris de |en |du |le )", r" (?:d'eau|de vin|trempé|de l'amitié|brisé|cassé|securit|recyclé|dépoli|feuilleté)")),
)
# fmt: on
