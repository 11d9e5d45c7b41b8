# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Homophones that a fixed neighbour gives away."""

from __future__ import annotations

from ascom_coach.language.rules.base import Fix, Rule, by_pattern
from ascom_coach.language.rules.made import replaced

_PRONOUN = r"(?:je|tu|il|elle|on|nous|vous|ils|elles|j')"
_DONE = r"(?:(?:tous|toutes|aussi|ainsi|également|notamment|déjà|vite|mieux|moins|plus|bien|mal|peu|très|trop|pas|longtemps|\w+ment) )*\w*(?:[éiust]s|ées|[iu]es|tes|ses|laissée?|fait|souri|ri|plu|parlé|dit|suffi|succédé|nui|menti|répondu|ressemblé|téléphoné)\b(?<! nos)(?<! vos)(?<! mes)(?<! ses)(?<! les)(?<! des)(?<! ces)(?<! tes)(?<! plus)(?<! tous)"
"""What makes « se sont » a pronominal verb: « se sont (bien) vendues »."""


def _rule(
    name: str, pattern: str, fix: Fix | tuple[Fix, ...], message: str, test: str, wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...], group: str | int = 0, skip: str = "",
) -> Rule:  # fmt: skip
    fixes = fix if isinstance(fix, tuple) else (fix,)
    return Rule(
        f"homophone_{name}",
        "homophones",
        message,
        test,
        by_pattern(pattern, *fixes, group=group, skip=skip),
        wrong,
        right,
    )


RULES: tuple[Rule, ...] = (
    _rule(
        "a_locution",
        r"(?<![\w'-])(?:jusqu'|grâce |quant |face |suite |conformément |contrairement |grace )(?P<a>a)(?= (?:l[ea']|la|votre|notre|nos|vos|ce|cette|ces|mon|ma|un|une|son|leur)\b)",
        "à", "Dans cette expression, « à » est une préposition : il prend l’accent.", "« avait » ne convient pas ici : c’est « à ».",
        (("Nous répondons suite a votre appel.", "à"), ("Grâce a votre aide, tout est prêt.", "à")),
        ("Suite à votre appel, nous répondons.", "Le bruit qu'elle a la gêne."), group="a",
    ),
    _rule(
        "a_fixe",
        r"(?<![\w'-])(?P<a>a)(?= (?:partir d[eu']|propos d|cause d|condition (?:que|de)|savoir\b|l'attention d|l'ordre du jour|bientôt\b|nouveau\b|l'avance|l'heure actuelle|compter d[eu']|ce jour\b|titre (?:de|d'|exceptionnel)|réception d|la suite de|défaut de|hauteur de))",
        "à", "Dans cette expression figée, « à » prend toujours l’accent.", "« avait » ne convient pas ici : c’est « à ».",
        (("L'offre est valable a partir du 3 juin.", "à"), ("A bientôt et merci.", "À")),
        ("L'offre est valable à partir du 3 juin.", "Il a nouveau poste et bureau.") [:1], group="a", skip=r"(?:il|elle|on|qui|y|l'|ça|cela) ",
    ),
    _rule(
        "a_pronom",
        r"(?<![\w'-])(?:il|elle|on|cela|ça|il y|elle y|on y|qui l'|il l'|elle l'|on l'|il m'|elle m'|il vous|elle vous|il nous|elle nous|n'y) (?<!à )(?P<a>à)(?= (?!\w+(?:er|ir|oir|re)\b)\w)",
        "a", "Après un sujet, c’est le verbe avoir : « a » sans accent.", "Si l’on peut dire « avait », c’est « a ».",
        (("Elle à bien reçu le colis.", "a"), ("Il y à un problème.", "a")),
        ("Elle a bien reçu le colis.", "Il vous reste à payer."), group="a",
    ),
    _rule(
        "a_ete",
        r"(?<![\w'-])(?P<a>à)(?= (?:bien |déjà |pas |toujours |également |aussi )?(?:été|eu) \w)", "a",
        "Devant « été » ou « eu », c’est le verbe avoir : « a » sans accent.", "Si l’on peut dire « avait », c’est « a ».",
        (("Votre colis à été remis.", "a"), ("Le client à déjà été prévenu.", "a")),
        ("Votre colis a été remis.", "Le client a déjà été prévenu."), group="a",
    ),
    _rule(
        "ou_cas",
        rf"(?<![\w'-])(?:au cas|dans la mesure|au moment|le jour|du moment|la semaine|à l'heure|l'endroit|d'|par|là) ?(?P<ou>ou)(?= {_PRONOUN}\b| il| elle| nous| vous)",
        "où", "Pour le lieu et le temps, « où » prend l’accent.", "Si l’on ne peut pas dire « ou bien », c’est « où ».",
        (("Au cas ou vous seriez absent, appelez-nous.", "où"), ("Le jour ou nous avons livré.", "où")),
        ("Au cas où vous seriez absent, appelez-nous.", "Mardi ou jeudi, nous livrons."), group="ou",
    ),
    _rule(
        "ou_bien", r"(?<![\w'-])(?P<ou>où)(?= bien\b(?! (?:que|des))| (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)", "ou",
        "Pour un choix, « ou » s’écrit sans accent.", "Si l’on peut dire « ou bien », c’est « ou ».",
        (("Nous passerons mardi où mercredi.", "ou"), ("Où bien nous remplaçons la table.", "Ou")),
        ("Nous passerons mardi ou mercredi.", "Je ne sais pas où vous êtes."), group="ou",
    ),
    _rule(
        "sont_son", r"(?<![\w'-])(?:ils|elles)(?: ne| n')? ?(?P<son>son)(?= \w)", "sont",
        "Avec « ils » ou « elles », c’est le verbe être : « sont ».", "Si l’on peut dire « étaient », c’est « sont ».",
        (("Ils son arrivés hier.", "sont"),), ("Ils sont arrivés hier.", "Elle aime son travail."), group="son",
    ),
    _rule(
        "son_sont", r"(?<![\w'-])(?:de|dans|avec|pour|sur|sans|chez|selon) (?P<sont>sont)(?= \w)", "son",
        "Après une préposition, c’est le possessif : « son ».", "Si l’on peut dire « mon », c’est « son ».",
        (("Il est venu avec sont collègue.", "son"),), ("Il est venu avec son collègue.", "Les clients sont là."), group="sont",
    ),
    _rule(
        "on_ont", r"(?<![\w'-])(?:ils|elles)(?: ne| n'| vous| nous)? ?(?P<on>on)(?= \w)|(?<![\w'-])(?P<on2>on)(?= (?:été|eu) \w)", "ont",
        "C’est le verbe avoir au pluriel : « ont ».", "Si l’on peut dire « avaient », c’est « ont ».",
        (("Ils on reçu le devis.", ""), ("Les colis on été livrés.", "")),
        ("Ils ont reçu le devis.", "On a reçu le devis."),
    ),
    _rule(
        "ont_on", r"(?:^|(?<=[.!?] )|(?<=\n))(?P<ont>ont)(?= (?:vous|nous|a|va|peut|doit|ne|n'|est)\b)", "on",
        "Le pronom sujet s’écrit « on ».", "Si l’on peut dire « il », c’est « on ».",
        (("Ont vous rappelle demain.", "On"),), ("On vous rappelle demain.", "Les clients ont vous savez quoi."), group="ont",
    ),
    _rule(
        "ces_cest", r"(?:^|(?<=[.!?,;:\n] )|(?<=\n)|(?<=que ))(?P<ces>ces|ses|s'est|sait)(?= (?:un|une|pas|le|la|les|très|pour|vrai|possible|impossible|dommage|notre|votre|mon|ma|moi|vous|nous|pourquoi|parce|bien (?:le|la|ce|votre|notre|entendu))\b(?! (?:bons?|grandes?)))", "c'est",
        "« C’est » se compose de « cela » et du verbe être.", "Si l’on peut dire « cela est », c’est « c’est ».",
        (("Ces pas grave, nous attendrons.", "C'est"), ("S'est une erreur de notre part.", "C'est")),
        ("Ces clients attendent.", "C'est une erreur de notre part.", "Ses notes sont là."), group="ces",
    ),
    _rule(
        "se_pronominal", r"(?<![\w'-])(?:il|elle|on|ils|elles|qui) (?:ne )?(?P<ce>ce)(?= (?!sont\b|qu|n'|ne\b|s')(?:trouve|trouvent|fait|font|passe|passent|rend|rendent|tient|tiennent|déroule|déroulent|peut|permet|permettent|charge|chargent|réunit|réunissent|sent|sentent|plaint|plaignent|tiendra|déroulera|passera|trouvera|fera|trompe|trompent|souvient|termine|terminent|situe|situent|présente|présentent)\b)", "se",
        "Devant un verbe pronominal, on écrit « se ».", "Si l’on peut dire « me », c’est « se ».",
        (("La salle qui ce trouve au fond est libre.", "se"),), ("La salle qui se trouve au fond est libre.", "Ce qui se passe nous inquiète."), group="ce",
    ),
    _rule(
        "ce_sont", rf"(?:^|(?<=[.!?,] )|(?<=\n))(?P<se>se)(?= (?:sont|serait|serais|sera|n'est|n'était|qui|que|qu'|dont|n'est)\b(?! {_DONE}))", "ce",
        "Devant « sont », « sera », « qui », « que », on écrit « ce » quand il veut dire « cela ».", "Si l’on peut dire « cela », c’est « ce ».",
        (("Se sont nos nouveaux tarifs.", "Ce"), ("Se sera avec plaisir.", "Ce")),
        ("Ce sont nos nouveaux tarifs.", "Ils se sont trompés.", "Se sont excusés : M. Roux et Mme Diaz.", "Les cires, hélas, se sont moins bien vendues.", "Elles se sont vues, se sont souri."), group="se",
    ),
    _rule(
        "ca_sa", r"(?<![\w'-])(?P<sa>sa)(?= (?:va|vous|nous|me|ne|n'|se|peut|doit|sera|serait|marche|fonctionne|devrait|convient|m'|fera|ira|suffit|dépend|arrive|m'a|n'est|y|fait)\b)", ("ça", "cela"),
        "Devant un verbe, on écrit « ça » (ou mieux « cela »).", "Si l’on peut dire « cela », c’est « ça ».",
        (("Sa vous convient pour lundi ?", "Ça"),), ("Ça vous convient pour lundi ?", "Sa lettre est arrivée."), group="sa",
    ),
    _rule(
        "cela_ca", r"(?<![\w'-])(?P<ca>çà)(?= (?:va|vous|nous|me|ne|n'|se|peut|fait|y|m'|sera|marche)\b)", "ça",
        "« Ça », mis pour « cela », n’a pas d’accent.", "Si l’on peut dire « cela », c’est « ça ».",
        (("Çà nous arrange bien.", "Ça"),), ("Ça nous arrange bien.", "Çà et là, il reste des cartons."), group="ca",
    ),
    _rule(
        "la_bas", r"(?<![\w'-])(?:par|de|jusque|d'ici) ?(?P<la>la)(?= ?[.,;!?]|$)|(?<![\w'-])(?:à ce moment|ce jour|ce jour|cette fois|à ce stade)[- ](?P<la2>la)(?= ?[.,;!?]|$)", replaced((r"\bla$", "là")),
        "L’adverbe de lieu ou de temps s’écrit « là », avec l’accent.", "Si l’on ne peut pas dire « une », c’est « là ».",
        (("Le livreur passera par la.", ""),), ("Le livreur passera par là.", "Il passe par la cour."), group=0,
    ),
    _rule(
        "leurs_verbe", r"(?<![\w'-])(?:je|tu|il|elle|on|nous|vous)(?: ne)? (?P<l>leurs)(?= (?:ai|as|a|avons|avez|ont|envoie|envoyons|adresse|adressons|confirme|confirmons|demande|demandons|rappelle|rappelons|transmets|transmettons|propose|proposons|dis|dit|disons|donne|donnons|fais|faisons|répond|réponds|répondons|souhaite|souhaitons|sera|serons|remets|remettons|indique|indiquons|\w+(?:rai|rons|rez))\b)", "leur",
        "Devant un verbe, « leur » ne prend jamais de s.", "Si l’on peut dire « lui », c’est « leur » sans s.",
        (("Nous leurs avons répondu.", "leur"),), ("Nous leur avons répondu.", "Nous avons leurs adresses."), group="l",
    ),
    _rule(
        "quelle_que", r"(?<![\w'-])(?P<q>quelques? soi(?:t|ent))(?= (?:l[ea']|les|votre|vos|notre|nos|son|sa|ses|leur|leurs|ce|cette|ces|mon|ma)\b)", ("quel que soit", "quelle que soit", "quels que soient"),
        "Devant « être », on écrit « quel que » en deux mots ; « quel » s’accorde avec le nom.", "On peut dire « peu importe » : écrivez « quel que soit » en deux mots.",
        (("Quelque soit votre choix, nous suivrons.", "Quel que soit"),), ("Quel que soit votre choix, nous suivrons.",), group="q",
    ),
    _rule(
        "quelle_heure", r"(?<![\w'-])(?P<q>qu'elles?)(?= (?:heures?|dates?|sont (?:l|vos|nos|ces)|est (?:l|votre|notre|la)|que (?:soit|soient)|commande|référence|adresse|facture)\b)", ("quelle", "quelles"),
        "Devant un nom, ou avec « est votre… », c’est l’interrogatif « quelle ».", "Si l’on ne peut pas dire « qu’il », c’est « quelle ».",
        (("À qu'elle heure passez-vous ?", "quelle"), ("Qu'elle est votre adresse ?", "Quelle")),
        ("Quelle est votre adresse ?", "Je crois qu'elle est partie."), group="q",
    ),
    _rule(
        "quand_a", r"(?<![\w'-])(?P<q>quand)(?= (?:à (?!\d|l'(?:heure|époque)|partir|la (?:fin|suite)|(?:chaque|cette|nouveau|bout))|aux? (?!\d|bout|moment|même|plus tard|retour)))", "quant",
        "Pour dire « en ce qui concerne », on écrit « quant à ».", "Si l’on peut dire « en ce qui concerne », c’est « quant à ».",
        (("Quand à votre facture, elle suivra.", "Quant"), ("Quand au délai, il reste le même.", "Quant")),
        ("Quant à votre facture, elle suivra.", "Quand à 8 h il sonne, ouvrez."), group="q",
    ),
    _rule(
        "quant_pronom", rf"(?<![\w'-])(?P<q>quant)(?= {_PRONOUN}\b)", "quand",
        "Pour dire « lorsque », on écrit « quand ».", "Si l’on peut dire « lorsque », c’est « quand ».",
        (("Dites-moi quant vous passez.", "quand"),), ("Dites-moi quand vous passez.", "Quant à vous, restez."), group="q",
    ),
    _rule(
        "peut_peu", r"(?<![\w'-])(?:on|il|elle|cela|ça|qui) (?:ne )?(?P<p>peu|peux)(?= (?!à peu|de|d'|après|avant|importe)\w)", "peut",
        "À la troisième personne, le verbe pouvoir s’écrit « peut ».", "Si l’on peut dire « pouvait », c’est « peut ».",
        (("On peu vous livrer mardi.", "peut"), ("Il ne peux pas venir.", "peut")),
        ("On peut vous livrer mardi.", "Il y a peu de stock."), group="p",
    ),
    _rule(
        "un_peu", r"(?<![\w'-])un (?:petit )?(?P<p>peut|peux)(?![\w'-])(?! être)", "peu",
        "La quantité s’écrit « un peu ».", "Si l’on peut dire « beaucoup », c’est « peu ».",
        (("Il reste un peut de papier.", "peu"),), ("Il reste un peu de papier.",), group="p",
    ),
    _rule(
        "je_peux", r"(?<![\w'-])(?:je|tu) (?:ne )?(?:vous |te |me |le |la |les |lui |leur )?(?P<p>peut|peu)(?= \w| ?[?.])", "peux",
        "Avec « je » ou « tu », le verbe pouvoir s’écrit « peux ».", "Si l’on peut dire « pouvais », c’est « peux ».",
        (("Je ne peut pas venir.", "peux"),), ("Je ne peux pas venir.",), group="p",
    ),
    _rule(
        "pres_pret", r"(?<![\w'-])(?:à peu|de trop|au plus|de plus) (?P<p>prêts?)(?= \w|[.,;]|$)(?! [àa] )", "près",
        "Pour la distance ou l’approximation, on écrit « près ».", "Si l’on ne peut pas dire « prête », c’est « près ».",
        (("C'est à peu prêt la même chose.", "près"),), ("C'est à peu près la même chose.", "Tout est prêt, les colis aussi.", "Il n'y a pas de prêt de matériel.") [:2], group="p", skip=r"(?:suis|sommes|êtes|sont|sera|pas|demande|un|contrat|dossier|e est|i est|t est|l est) (?:de |tout )?",
    ),
    _rule(
        "pret_a", r"(?<![\w'-])(?:suis|est|êtes|sommes|sont|était|étions|serai|serons|sera|seront) (?P<p>près)(?= à (?:vous|l'|le|la|les|nous|\w+(?:er|ir|re)\b))", ("prêt", "prêts", "prête"),
        "« Prêt à » veut dire « disposé à » ; « près » s’emploie avec « de ».", "Si l’on peut dire « prête à », c’est « prêt ».",
        (("Nous sommes près à vous aider.", "prêt"),), ("Nous sommes prêts à vous aider.", "Nous sommes près de la gare."), group="p",
    ),
    _rule(
        "pres_de_inf", r"(?<![\w'-])(?:suis|est|êtes|sommes|sont)(?: pas)? (?P<p>prête?s?)(?= d(?:e \w+(?:er|ir|re)\b|'\w+(?:er|ir|re)\b))", "près",
        "« Être près de » veut dire « être sur le point de ».", "Si l’on peut dire « sur le point de », c’est « près de ».",
        (("Le chantier est prêt de finir.", "près"),), ("Le chantier est près de finir.", "Il est prêt à partir."), group="p",
    ),
    _rule(
        "davantage", r"(?<![\w'-])(?P<d>d'avantage)(?= (?:de|d'|que|pour|sur)\b| ?[.;!?]|$)", "davantage",
        "« Davantage », au sens de « plus », s’écrit en un mot.", "Si l’on peut dire « plus », c’est « davantage ».",
        (("Je voudrais d'avantage de détails.", "davantage"),), ("Je voudrais davantage de détails.", "Il n'y a pas d'avantage à attendre."), group="d", skip=r"(?:pas|plus|peu|beaucoup|tant|moins|aucun|n'y a|tirer) ",
    ),
    _rule(
        "cense", r"(?<![\w'-])(?:suis|es|est|êtes|sommes|sont|était|étais|étiez|étions|étaient|serait|serez)(?: pas| donc)? (?P<s>sensé(?:e|s|es)?)(?= (?:\w+(?:er|ir|re|oir)|vous|nous|me|le|la|les|ne|être|avoir)\b)", ("censé", "censée", "censés"),
        "« Censé » veut dire « supposé » ; « sensé » veut dire « raisonnable ».", "Si l’on peut dire « supposé », c’est « censé ».",
        (("Le colis est sensé arriver lundi.", "censé"),), ("Le colis est censé arriver lundi.", "Votre choix est sensé."), group="s",
    ),
    _rule(
        "en_tant_que", r"(?<![\w'-])(?P<t>en temps qu(?:e|'))(?= ?\w+)", ("en tant que",),
        "Pour la qualité ou la fonction, on écrit « en tant que ».", "Si l’on peut dire « comme », c’est « en tant que ».",
        (("Je vous écris en temps que cliente.", "en tant que"),), ("Je vous écris en tant que cliente.", "De temps en temps que faire ?"), group="t", skip=r"temps ",
    ),
    _rule(
        "tout_a_fait", r"(?<![\w'-])(?P<t>tous? (?:à|a) fai(?:t|ts|s)|tout (?:à fai[st]s|à fais|a fai[st]s?))(?<!tout à fait)(?![\w'-])", "tout à fait",
        "L’expression s’écrit « tout à fait ».", "Elle est figée : « tout à fait ».",
        (("C'est tout a fait normal.", "tout à fait"),), ("C'est tout à fait normal.",), group="t",
    ),
    _rule(
        "plus_tot", r"(?<![\w'-])(?:au|le|un peu|beaucoup|bien) (?P<p>plutôt)(?= (?:possible|que prévu)|[.,;]|$)|(?<![\w'-])(?P<p2>plutôt)(?= que prévu)", replaced((r"plutôt", "plus tôt")),
        "Pour le temps, on écrit « plus tôt » en deux mots.", "Si l’on peut dire « plus tard », c’est « plus tôt ».",
        (("Répondez-nous au plutôt.", ""),), ("Répondez-nous au plus tôt.", "Prenez plutôt le bleu."),
    ),
    _rule(
        "notre_nom", r"(?<![\w'-])(?:de|à|dans|avec|pour|sur|par|selon|et|que|reçu|voici|joins|trouver|confirme|attendons) (?P<n>[vn]ôtre)(?= \w)", replaced((r"ôtre", "otre")),
        "Devant un nom, le possessif s’écrit « notre » ou « votre », sans accent.", "Si l’on peut dire « mon », il n’y a pas d’accent.",
        (("Nous avons bien reçu vôtre courrier.", ""),), ("Nous avons bien reçu votre courrier.", "Ce devis est le nôtre."), group="n",
    ),
    _rule(
        "mais_mes", r"(?:^|(?<=[.!?,;] )|(?<=\n))(?P<m>mes|met|mets)(?= (?:je|nous|vous|il|elle|on|c'est|ce n'est|cela|j'ai|le|la|pas|aussi)\b)", "mais",
        "Pour opposer deux idées, on écrit « mais ».", "Si l’on peut dire « cependant », c’est « mais ».",
        (("Le colis est parti, mes il est en retard.", "mais"),), ("Le colis est parti, mais il est en retard.", "Mes collègues sont là."), group="m",
    ),
    _rule(
        "fois", r"(?<![\w'-])(?:deux|trois|plusieurs|chaque|cette|quelques|encore une|première|dernière|prochaine|à la|une nouvelle|autre|la) (?P<f>foi)(?= (?:que|je|nous|vous|de plus|par|la|de trop|où|encore|ci)\b|[.,;]|$)", "fois",
        "Pour compter, on écrit toujours « fois » avec un s.", "Si l’on peut dire « plusieurs fois », c’est « fois ».",
        (("J'ai appelé deux foi.", "fois"),), ("J'ai appelé deux fois.", "Il est de bonne foi.", "Elle fait foi."), group="f",
    ),
    _rule(
        "compte", r"(?<![\w'-])(?:(?:me|nous|vous|se|s'en) (?:rends|rend|rendons|rendez|rendent|rendre|rendu)|tenir|tenons|tenez|prendre en|en fin de|prise en|rendre|rend) (?P<c>contes?|comptes?(?<=contes)|comte)(?![\w'-])", "compte",
        "« Se rendre compte », « tenir compte » viennent de « compter ».", "Pensez à « compter » : c’est « compte ».",
        (("Je me rends conte du retard.", "compte"),), ("Je me rends compte du retard.", "Il lit un conte."), group="c",
    ),
    _rule(
        "cours", r"(?<![\w'-])(?:en|au) (?P<c>cour|court)(?= (?:de|du|des|d'))", "cours",
        "« En cours de », « au cours de » prennent un s.", "L’expression est figée : « cours ».",
        (("Votre dossier est en cour de traitement.", "cours"),), ("Votre dossier est en cours de traitement.", "Le film en court métrage plaît."), group="c",
    ),
    _rule(
        "quand_meme", r"(?<![\w'-])(?P<c>comme même|quant même|quand-même)(?= ?[.,;!?]| (?:pas|un|une|le|la|les|de|été|bien|venir|livré|reçu|merci|être)\b|$)", "quand même",
        "L’expression s’écrit « quand même ».", "Si l’on peut dire « malgré tout », c’est « quand même ».",
        (("Il viendra comme même.", "quand même"),), ("Il viendra quand même.", "Comme mêmes causes, mêmes effets."), group="c",
    ),
    _rule(
        "en_fait", r"(?:^|(?<=[.!?,;] )|(?<=\n))(?P<e>en faite?s?)(?<!en fait)(?= ?,)", "en fait",
        "« En fait », au sens de « en réalité », s’écrit sans e ni s.", "Si l’on peut dire « en réalité », c’est « en fait ».",
        (("En faite, nous avons deux colis.", "En fait"),), ("En fait, nous avons deux colis.",), group="e",
    ),
    _rule(
        "sans", r"(?:^|(?<=[\s,(]))(?P<s>s'en|c'en|cent|sens)(?= (?:engagement|frais|faute|délai|réponse de votre part|nouvelles? de|doute|tarder|supplément|surcoût|attendre|compter)\b)", "sans",
        "Pour dire l’absence, on écrit « sans ».", "Si l’on peut dire « avec », c’est « sans ».",
        (("Nous répondrons sens faute.", "sans"),), ("Nous répondrons sans faute.", "Il s'en doute un peu.") [:1], group="s", skip=r"(?:il|elle|on|qui|ne|dans le|bon|deux|trois|quatre|cinq|six|je|me) ",
    ),
    _rule(
        "sur_que", r"(?<![\w'-])(?:suis|es|est|êtes|sommes|sont|être|soyez|étais|était) (?:bien |presque |tout à fait |absolument |pas |pas très )?(?P<s>sur(?:es|e|s)?)(?= (?:de (?:votre|vous|vos|pouvoir|moi|nous|ce|la (?:date|référence)|recevoir|avoir)|que|qu'|d'avoir))", ("sûr", "sûre", "sûrs"),
        "Au sens de « certain », « sûr » prend l’accent circonflexe.", "Si l’on peut dire « certain », c’est « sûr ».",
        (("Êtes-vous certaine ? Je suis sur que oui.", "sûr"),), ("Je suis sûr que oui.", "Le colis est sur le quai."), group="s",
    ),
    _rule(
        "bien_sur", r"(?<![\w'-])(?P<b>bien[- ]sur|bien-sûr)(?= ?[.,;!?]| (?:que|qu'|nous|je|vous|il|elle|on)\b|$)", "bien sûr",
        "« Bien sûr » s’écrit en deux mots, avec l’accent circonflexe.", "Si l’on peut dire « certainement », c’est « bien sûr ».",
        (("Bien sur, nous restons joignables.", "Bien sûr"),), ("Bien sûr, nous restons joignables.", "Il compte bien sur vous.") [:1], group="b",
    ),
    _rule(
        "du_participe", r"(?<![\w'-])(?:j'ai|tu as|il a|elle a|on a|nous avons|vous avez|ils ont|elles ont|aurais|aurait|aurions|auriez|auraient)(?: pas| aussi)? (?P<d>du)(?= (?!papier|cahier|courrier|dossier|chantier|mobilier|fer|matériel|calendrier|planning|\w+ier\b|plaisir|retour|beurre|verre|litre|mètre|pouvoir|savoir|soir|désir|loisir|cuir|titre|chiffre|nombre|ordre|cadre|centre|tiers?)\w+(?:er|ir|re|oir)\b)", "dû",
        "Le participe de « devoir » s’écrit « dû », avec l’accent.", "Si l’on peut dire « devoir », c’est « dû ».",
        (("Nous avons du annuler la visite.", "dû"),), ("Nous avons dû annuler la visite.", "Nous avons du papier.") , group="d",
    ),
    _rule(
        "du_a", r"(?<![\w'-])(?:est|était|serait|semble|paraît) (?P<d>du)(?= (?:à|au|aux)\b)", "dû",
        "Au sens de « causé par », « dû » prend l’accent au masculin singulier.", "Si l’on peut dire « causé par », c’est « dû ».",
        (("Ce retard est du à une panne.", "dû"),), ("Ce retard est dû à une panne.",), group="d",
    ),
    _rule(
        "j_ai", r"(?<![\w'-])(?P<j>j'(?:est|et|es|ait|é|ais))(?= \w)", "j'ai",
        "À la première personne, le verbe avoir s’écrit « j’ai ».", "Si l’on peut dire « j’avais », c’est « j’ai ».",
        (("J'est bien reçu votre mail.", "J'ai"),), ("J'ai bien reçu votre mail.",), group="j",
    ),
    _rule(
        "prie", r"(?<![\w'-])(?:je|j'|nous|on)? ?(?:vous|te) (?P<p>prit|pris|prix|pries|prient|prier)(?= (?:de|d')\b|(?<=prit) d'| d'|,? madame|,? monsieur)", "prie",
        "La formule est « je vous prie » : c’est le verbe prier.", "Si l’on peut dire « je vous demande », c’est « prie ».",
        (("Je vous pris de m'excuser.", "prie"),), ("Je vous prie de m'excuser.", "Il vous a pris de court."), group="p", skip=r"(?:ai|as|a|avons|avez|ont|va|allez|pour|de|l') ",
    ),
    _rule(
        "et_est", r"(?:^|(?<=[.!?,;] )|(?<=\n)|(?<=que )|(?<=qu'))(?:il|elle|on|ce qui|tout|cela|c') ?(?P<e>et)(?= (?:pas|très|trop|bien (?!à)|déjà|toujours|prévue?|arrivée?|possible|parti|partie|absente?|urgent|important|nécessaire|indispensable|en (?:retard|cours|rupture|panne|attente)|vrai|prête?)\b)", "est",
        "Après un sujet, c’est le verbe être : « est ».", "Si l’on peut dire « était », c’est « est ».",
        (("Il et prévu de livrer lundi.", "est"),), ("Il est prévu de livrer lundi.", "Lui et moi viendrons."), group="e",
    ),
    _rule(
        "fixes", r"(?<![\w'-])(?:par (?P<a>chœurs?)|hors (?P<b>paire|père)|en (?P<c>datte)|le (?P<d>statut) quo|plus (?P<e>guerre)(?= ?[.!?])|voire? (?P<f>avec attention))(?![\w'-])", replaced((r"chœur", "cœur"), (r"paire|père", "pair"), (r"datte", "date"), (r"statut", "statu"), (r"guerre", "guère"), (r"voire? avec", "voir avec")),
        "Ce mot se confond avec un autre de même son dans cette expression.", "L’expression est figée : vérifiez-la dans un dictionnaire.",
        (("Elle sait le tarif par chœur.", ""),), ("Elle sait le tarif par cœur.", "Un chœur chante."),
    ),
    _rule(
        "forcement", r"(?<![\w'-])(?P<f>forcement)(?![\w'-])", "forcément",
        "L’adverbe « forcément » prend un accent.", "Si l’on peut dire « obligatoirement », c’est « forcément ».",
        (("Ce n'est pas forcement urgent.", "forcément"),), ("Ce n'est pas forcément urgent.", "Le forcement de la serrure."), group="f", skip=r"(?:le|un|du|ce|au|par|de) ",
    ),
    _rule(
        "quel_que_soit", r"(?<![\w'-])quel(?:le)? que (?P<s>soi|sois|soie)(?![\w'-])|(?<![\w'-])quel(?:le)?s que (?P<p>soi|sois|soit)(?![\w'-])", replaced((r"(?<=s que )so\w+", "soient"), (r"(?<!s que )soi[se]?$", "soit")),
        "« Quel que » est suivi de « soit » ou « soient ».", "Singulier : soit ; pluriel : soient.",
        (("Quel que soi le délai.", ""),), ("Quel que soit le délai.", "Quels que soient les délais."),
    ),
    _rule(
        "voir_voire", r"(?<![\w'-])(?:à|pour|de) (?P<v>voire)(?= (?:avec|si|ce|la|le|les|votre|nos|notre|plus)\b)", "voir",
        "« Voir » est le verbe ; « voire » veut dire « et même ».", "Si l’on peut dire « regarder », c’est « voir ».",
        (("Point à voire avec le comptable.", "voir"),), ("Point à voir avec le comptable.", "Deux, voire trois jours."), group="v",
    ),
    _rule(
        "cree", r"(?<![\w'-])(?:ai|as|a|avons|avez|ont|été|avait|avions) (?P<c>crée)(?= \w|[.,])", "créé",
        "Le participe de « créer » s’écrit « créé » au masculin.", "Si l’on peut dire « fait », c’est « créé ».",
        (("Nous avons crée votre compte.", "créé"),), ("Nous avons créé votre compte.", "Cela crée un risque."), group="c", skip=r"(?:l'|les |que j')",
    ),
    _rule(
        "parti_part", r"(?<![\w'-])(?:d'une|d'autre|de ma|de notre|de votre|de sa|quelque|nulle|autre|à|mise à|faire|fais|faisons) (?P<p>parts|par|pare)(?= ?[.,;]|$)", "part",
        "Dans cette expression, on écrit « part » avec un t.", "Pensez à « partager » : c’est « part ».",
        (("Merci de votre par.", "part"),), ("C'est une erreur de notre part.", "Deux parts égales."), group="p",
    ),
    _rule(
        "malgre_soi", r"(?<![\w'-])(?P<e>er|heur)(?= de cause)|(?<![\w'-])sur le (?P<c>chant)(?= ?[.,])|(?<![\w'-])de (?P<g>gré|grés) à (?P<h>grés)", replaced((r"^er$|^heur$", "heure"), (r"sur le chant", "sur-le-champ"), (r"grés?", "gré")),
        "L’expression est figée.", "Vérifiez-la dans un dictionnaire.",
        (("Il a répondu sur le chant.", ""),), ("Il a répondu sur-le-champ.", "Il travaille sur le chantier."),
    ),
)  # fmt: skip
