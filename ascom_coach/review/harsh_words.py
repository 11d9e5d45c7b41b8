# ruff: noqa: E501 -- a pattern stays on one line
"""Words that attack, put off, mock or judge somebody, and those of a chat: what a message of work does without.

Patterns over folded text, `SHOUT` and `SMILEY` over the text as it is.
"""

from __future__ import annotations

import re

from ascom_coach.language import plain

CALLED = (
    r"raleu(?:r|se)s?|tire-au-flanc|faineante?s?|feignante?s?|flemmarde?s?|ronchons?|ronchonneu\w+|grincheu(?:x|ses?)|grognons?|emmerdeu\w+|casse-pieds|bras casses?|"
    r"bons? a rien|bonnes? a rien|abrutie?s?|cretine?s?|imbeciles?|debiles?|pimbeches?|mauvais(?:e|es)? payeu(?:r|se)s?|menteu(?:r|se)s?|radine?s?|mythos?|pinailleu\w+|pleurnich\w+|geignarde?s?|enquiquineu\w+"
)
"""Names that nobody gives to a person's face."""
_CELL = re.compile(
    rf"(?<![\w-])(?:{CALLED}|insupportables?|penibles?|desagreables?|agressi(?:f|ve)s?|bavarde?s?|(?<!\w )lente?s?|(?:tres|trop|bien|un peu|assez|plutot) lente?s?|paresseu\w+|ingerables?|malpolie?s?|malhonnetes?|louches?|bizarres?|chiante?s?|nulle?s?|a surveiller|a eviter|peu fiables?|"
    r"mauvais(?:e)? (?:caractere|foi|volonte)|de mauvaise foi|pas (?:tres |bien )?(?:futee?|maline?|aimable|commode|fiable)|caracteriel\w*|difficile a vivre)(?!\w)"
)
"""A remark in a cell has no sentence around it: the word alone judges."""
_PERSONS = r"(?:messieurs|monsieur|m\.|mme|dames?|clients?|clientes?|types?|bonhommes?|bonnes? femmes?|collegues?|mecs?|gars)"
_MOCKED = (
    rf"(?:{CALLED})|(?:ce|cet|cette|ces) (?:vieux|vieil|vieilles?|pauvres?|sacree?s?|fichue?s?|maudite?s?) {_PERSONS}|bon debarras|(?:dort|dorment|dormait) debout|ten(?:u|ait|ir) la jambe|"
    r"a cote de (?:la plaque|ses pompes)|ce(?:lui|lle|ux|lles)-la(?= ?[.!]|$)|(?:on|nous|j'en) (?:est|sommes|y est|suis|a l'|avons l'|ai l') ?habitu\w+|on (?:le|la|les) connait|(?:ca|cela) ne (?:change|changera) (?:pas|jamais)|comme (?:d'habitude|toujours|a (?:son|leur) habitude)(?= ?[,.!])|une fois de plus(?= ?[,.!])|a (?:encore|toujours|bien) de la chance|(?:toujours|encore) aussi [a-z]+(?=,| ?[.!])|(?:la|le) pauvre(?= ?[.,!])|n'en (?:rate|loupe) (?:pas|jamais) une|dans la lune|comme un pied|se reveiller|(?:n'a|n'ont) pas invente|un peu (?:raides?|lente?s?|simplets?|bouches?)(?= ?[,.])"
)
_BLAMED = (
    r"c'est (?:[a-z']+ ){0,3}qui (?:l'|les |nous |lui |y |en )?(?:ai|as|a|avais|aviez|avait|avez|ont|avaient) (?:tout |encore )?(?:mal|oubli\w*|laiss\w* (?:trainer|passer)|rat\w*|abim\w*|casse\w*|perdu\w*|bacl\w*|fait (?:l'erreur|la faute|cette erreur|une erreur))|"
    r"(?:n'a|n'as|n'avez|n'ont|n'avait|n'avais) (?:evidemment|encore|bien sur|visiblement|manifestement|meme|comme (?:toujours|d'habitude),?) (?:rien|pas) \w+|"
    r"(?:a|ont|avait) (?:encore|toujours|une fois de plus|evidemment) (?:tout |rien )?(?:melang\w*|oubli\w*|tromp\w*|confond\w*|perdu\w*|rat\w*|fait n'importe)|(?:bacle|neglige|salope)\w* (?:le|la|son|sa|ce|cette)|"
    r"(?:technicien|technicienne|collegue|equipe|atelier|service|livreur|stagiaire|apprenti|magasin|predecesseur)\w* (?:\w+ ){0,2}(?:a|ont|avait) (?:sans doute |surement |probablement |peut-etre |visiblement |encore )?(?:travaille|fait|agi|repondu|lu|verifie|controle|regle) (?:bien |un peu |beaucoup )?(?:trop vite|a la va-vite|n'importe comment|sans (?:soin|regarder|verifier|faire attention))|"
    r"(?:n'|ne l'|ne les |ne )oublie[zs]? pas (?:encore|cette fois|une fois de plus)|(?:vos|tes|ses|leurs) (?:betises|bourdes|aneries|conneries|boulettes)|(?:a cause de|grace a) (?:toi|vous|lui|elle|eux)(?= ?[,.!])|"
    r"(?:de|par) (?:ta|votre|leur) faute|tu n'avais qu'a|c'est (?:ton|votre|leur|son) probleme"
)
_PUT_OFF = (
    r"(?:inutile|pas la peine|rien ne sert|(?:ca|cela|il) ne sert a rien) (?:de |d')(?:nous |me |les |y |en )?(?:re?)?(?:appeler|contacter|lancer|insister|discuter|negocier|reclamer|protester|venir|vous plaindre|te plaindre)|(?:venir )?vous plaindre(?= ?[.!])|"
    r"vous n'etes pas (?:notre |la |le |les )?seule?s?|(?:prenez|prendre) votre mal en patience|un point,? c'est tout|que (?:ca|cela) (?:vous|te|leur) plaise ou non|sans discut\w+|(?:pas de|aucune) (?:discussion|reclamation) (?:possible|ne sera)|"
    r"c'est comme (?:ca|cela)(?: et pas autrement)?|c'est a prendre ou a laisser|vous n'avez pas le choix|(?:ne posez pas de|pas de) questions?(?: inutiles?| betes?| idiotes?)?(?= ?[.!])|(?:votre|ce|un tel) ton (?:n'\w+|ne|est|me|nous)|changez de ton|calme[sz][- ](?:toi|vous)|(?:ne )?(?:vous |t')enerve[sz]? pas|du calme(?= ?[.!])|(?:vous|tu) exager(?:es|ez)|il ne faut (?:pas|rien) exagerer"
)
_SUSPECTED = (
    r"(?:vous|tu|ils?|elles?) (?:pretend|insinu)\w+|soi-disant|a (?:vous|l'|les) (?:entendre|en croire)|il (?:aurait suffi|suffisait) (?:de|d'\w+)|vous (?:n'aviez|n'avez) qu'a|il (?:vous )?fallait (?:bien )?(?:lire|regarder|verifier|prevenir|y penser|vous)|"
    r"(?:(?:on|nous|je) (?:sait|savons|sais|voit|voyons|vois) (?:bien |tres bien )?que |(?<=[.!?] ))(?:certains|certaines|quelques-uns|plusieurs) (?:d'entre vous )?(?:train|abus|profit|oubli|en profit|ne |n'|se |font|arriv)\w*|trainent les pieds|faux bond|certains se reconnaitront|"
    r"(?:(?:que )?vous|votre)[^.;!?]{0,60} (?:sans doute|surement|probablement|certainement) (?:cause|provoqu|abim|cass|deregl|declench|perdu|oubli)\w*|trop nombreu\w+ a (?:nous |ne )"
)
_BELITTLED = r"meme (?:pour )?(?:une?|des|les?|la)(?: plus| moins)?(?: [a-z]+)? ?(?:maladroite?s?|nulle?s?|ignorante?s?|empotee?s?|incapables?|idiote?s?|gourdes?|douee?s?)|(?:maladroite?s?|nulle?s?|ignorante?s?|empotee?s?) comme (?:vous|toi)"
_COMPLAINT = r"ce n'(?:etait|est) (?:vraiment |quand meme )?pas (?:a moi|mon (?:travail|role|metier))|(?:je n'ai|j'ai) (?:vraiment )?pas que (?:ca|cela) a faire|j'ai autre chose a faire|j'en ai (?:assez|plein|ras)|je ne suis pas (?:payee?|la) pour|c'est toujours (?:moi|pour moi|les memes) qui?"
_IN_HASTE = (
    r"(?:(?<=^)|(?<=[.!?] )|(?<=\n))(?:relis|relisez|fais|faites|reponds|repondez|corrige[zs]?|envoie|envoyez|regarde|regardez|commande|commandez|rappelle|rappelez|paie|payez|reglez|livrez)(?:-\w+)?(?: \w+){0,2} (?:vite|immediatement|tout de suite|illico)|"
    r"(?:(?<=^)|(?<=[.!?] )|(?<=\n))(?:soyez|restez) (?:presente?s?|la|joignables?|disponibles?|a l'heure)(?= ?[.!])"
)


def rule(words: str) -> re.Pattern[str]:
    """A pattern of whole words over folded text."""
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.MULTILINE)


ATTACKS = (
    (rule(_MOCKED), "Ces mots se moquent de quelqu’un."),
    (rule(_BLAMED), "Cette phrase désigne un coupable."),
    (rule(_PUT_OFF), "Cette phrase ferme la porte à votre lecteur."),
    (rule(_SUSPECTED), "Cette phrase soupçonne ou fait la leçon."),
    (rule(_BELITTLED), "Cette phrase rabaisse ceux qui la lisent."),
    (rule(_COMPLAINT), "Cette phrase se plaint du travail demandé."),
    (rule(_IN_HASTE), "Cet ordre est sec."),
)  # fmt: skip
SHOUT = re.compile(r"!{2,}|(?<![\w-])[A-ZÀ-ÖØ-Þ]{3,}(?:[ ,;’'-]+[A-ZÀ-ÖØ-Þ]{2,}){3,}")
CHAT = re.compile(
    r"(?<![\w'-])(?:coucou|pas de souci|au top|no souci|on gere|super cool|tkt|stp|rdv|bcp|qqn|qqch|cdlt|cordlt|bjr|slt|cdt(?= ?,?$)|"
    r"bisous?|(?:grosses )?bises|mdr|lol|ouais|trucs?|machin|boulot|bosser|galere|relou|vachement|sympas?|se marrer|on va [^.;]{0,20}marrer|rigoler|kiffer|biz+|a plus(?: tard)?(?= ?[!.,]?$)|a\+|a2?m1|mci|ciao|tchao|bye|"
    r"kawas?|bouffe\w*|bazar|foutoir|bordel|merdi\w+|fric|thunes?|mecs?|nanas?|gosses?|potes?|copains? de|pourri(?:e|s|es)?|nulle? a|topo|la team|nickel|t'inquiete\w*|"
    r"y a (?:pas|plus|que)|ya (?:pas|plus)|c'est pas|j'ai pas|faut pas|pas grave|hyper \w+|trop (?:bien|cool|fort|top)|cool|super (?:bien|content\w*|top)|se plant\w+|plante(?:s|r)? partout|ras le bol|en avoir marre|marre d\w+|stylee?s?|(?:ca|va|vont) (?:va )?dechir(?:e|er|ait)|ca roule|(?:ma|mon) (?:belle|beau|chou|cherie?|grande?|vieux|vieille|poulette?)(?= ?[,!?])|yo|wesh|tchu+ss?|tcho|salut les? \w+|bizz?)(?![\w'-])|(?<!\S)a ?\+(?!\w)|(?<![\w/.@#-])[a-z]{2,}\d[a-z]{2,}(?![\w/@-]|\.\w)",
    re.MULTILINE,
)
SMILEY = re.compile(r"(?<!\S)[:;]-?[)(DPp](?!\w)|[\U0001F600-\U0001F64F]")
SHARP = re.compile(
    r"(?<!\w)(?:ni faite?s? ni a faire|n'importe (?:comment|quoi)|pour une fois|cette fois(?= ?[.!])|cette fois,? (?:fais|faites|essay\w+|essaie|sois|soyez|pens\w+|applique\w*|soign\w*)|(?:fais|faites) (?:enfin |bien )?(?:ton|votre) (?:travail|boulot|metier)|tache(?:z)? (?:de |d')(?!ne pas vous)|"
    r"(?:essai\w+|tach\w+) de ne pas oublier|bacle\w*|(?:rale|plaint|oublie|trompe)\w* (?:encore|toujours)|(?:encore|toujours|une fois de plus|comme d'habitude)(?: tout)? (?:trompe|oublie|rate|plante|rale|plaint|en retard)\w*|"
    r"(?:ne|n')(?: ?l[ea'])? ?(?:fait|font|faites|fais) (?:jamais|pas|rien de) (?:(?:vraiment|bien) )?(?:son|leur|votre|ton) (?:travail|boulot|metier)|ne (?:sait|savent|savez) (?:vraiment |meme |decidement )?pas (?:vraiment )?(?:compter|lire|ecrire|travailler|s'organiser|faire (?:une|un|son|leur))|"
    r"(?:tu aurais|vous auriez|il aurait|elle aurait|ils auraient) du (?:le |la |les |y )?(?:voir|verifier|faire|penser|prevenir|relire)|(?:aurais|auriez|aurait) du \w+ depuis longtemps|"
    r"(?:en cas d\w*|a defaut|sinon|faute d\w*)[^.;!?]{0,50} (?:sera|seront|serons|serez|allons) (?:\w+ )?(?:class|clos|annul|supprim|resili|poursui|contrain|oblig|perdu|radi|bloqu)\w*|"
    r"(?:seront|sera) (?:\w+ment )?(?:sanctionne|puni)\w*|sous peine de (?:sanction|renvoi|licenciement))(?!\w)"
)
"""Reproach, order or threat in plain words."""
JUDGED = re.compile(
    r"(?:client|cliente|dame|monsieur|collegue|personne)s? (?:\w+ )?(?:penibles?|insupportables?|agaca\w+|casse-pieds|desagreables?|"
    r"hysteriques?|mal eleve\w*|impossibles?|bornee?s?|ridicules?|incompetente?s?)|"
    r"(?<![\w'])(?:il|elle|ils|elles|cette dame|ce monsieur|ces gens) (?:est|sont|etait) (?:(?:franchement|vraiment|tres|assez|un peu|toujours|plutot|si|trop|decidement|carrement) )?(?:penibles?|insupportables?|agacante?s?|casse-pieds|"
    r"desagreables?|hysteriques?|mal elevee?s?|bornee?s?|ridicules?|incompetente?s?|incapables?|faineante?s?|paresseu\w+|stupides?|idiote?s?|betes?|de mauvaise foi|nulle?s?)(?!\w)|"
    r"(?:raconte|dit|fait) n'importe quoi"
)


def judges(text: str) -> bool:
    """Whether the words of a cell judge somebody."""
    return bool(_CELL.search(plain(text)))
