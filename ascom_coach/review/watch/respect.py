# ruff: noqa: E501 -- a pattern stays on one line
"""The look at how people are treated: the reader put off, suspected or belittled, somebody mocked or blamed, one's own
work complained of.

Threats, insults and the words of a chat are `sayings.tone`; here nothing is insulting by itself, and yet nobody would
say it aloud to the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_CALLED = (
    r"raleu(?:r|se)s?|tire-au-flanc|faineante?s?|feignante?s?|flemmarde?s?|ronchons?|ronchonneu\w+|grincheu(?:x|ses?)|grognons?|emmerdeu\w+|casse-pieds|bras casses?|"
    r"bons? a rien|bonnes? a rien|abrutie?s?|cretine?s?|imbeciles?|debiles?|pimbeches?|mauvais(?:e|es)? payeu(?:r|se)s?|menteu(?:r|se)s?|radine?s?|mythos?|pinailleu\w+|pleurnich\w+|geignarde?s?|enquiquineu\w+"
)
"""Names that nobody gives to a person's face."""
_PERSONS = r"(?:messieurs|monsieur|m\.|mme|dames?|clients?|clientes?|types?|bonhommes?|bonnes? femmes?|collegues?|mecs?|gars)"
_MOCKED = (
    rf"(?:{_CALLED})|(?:ce|cet|cette|ces) (?:vieux|vieil|vieilles?|pauvres?|sacree?s?|fichue?s?|maudite?s?) {_PERSONS}|bon debarras|(?:dort|dorment|dormait) debout|ten(?:u|ait|ir) la jambe|"
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
    r"(?:inutile|pas la peine|rien ne sert|(?:ca|cela|il) ne sert a rien) (?:de |d')(?:nous |me |les |y |en )?(?:re)?(?:appeler|contacter|lancer|insister|discuter|negocier|reclamer|protester|venir|vous plaindre|te plaindre)|(?:venir )?vous plaindre(?= ?[.!])|"
    r"vous n'etes pas (?:notre |la |le |les )?seule?s?|(?:prenez|prendre) votre mal en patience|un point,? c'est tout|que (?:ca|cela) (?:vous|te|leur) plaise ou non|sans discut\w+|(?:pas de|aucune) (?:discussion|reclamation) (?:possible|ne sera)|"
    r"c'est comme (?:ca|cela)(?: et pas autrement)?|c'est a prendre ou a laisser|vous n'avez pas le choix|(?:ne posez pas de|pas de) questions?(?: inutiles?| betes?| idiotes?)?(?= ?[.!])|(?:votre|ce|un tel) ton (?:n'\w+|ne|est|me|nous)|changez de ton"
)
_SUSPECTED = (
    r"(?:vous|tu|ils?|elles?) (?:pretend|insinu)\w+|soi-disant|a (?:vous|l'|les) (?:entendre|en croire)|il (?:aurait suffi|suffisait) (?:de|d'\w+)|vous (?:n'aviez|n'avez) qu'a|il (?:vous )?fallait (?:bien )?(?:lire|regarder|verifier|prevenir|y penser|vous)|"
    r"(?:(?:on|nous|je) (?:sait|savons|sais|voit|voyons|vois) (?:bien |tres bien )?que |(?<=[.!?] ))(?:certains|certaines|quelques-uns|plusieurs) (?:d'entre vous )?(?:train|abus|profit|oubli|en profit|ne |n'|se |font|arriv)\w*|trainent les pieds|faux bond|certains se reconnaitront|"
    r"(?:(?:que )?vous|votre)[^.;!?]{0,60} (?:sans doute|surement|probablement|certainement) (?:cause|provoqu|abim|cass|deregl|declench|perdu|oubli)\w*|trop nombreu\w+ a (?:nous |ne )"
)
_BELITTLED = r"meme (?:pour )?(?:une?|des|les?|la)(?: plus| moins)?(?: [a-z]+)? ?(?:maladroite?s?|nulle?s?|ignorante?s?|empotee?s?|incapables?|idiote?s?|gourdes?|douee?s?)|(?:maladroite?s?|nulle?s?|ignorante?s?|empotee?s?) comme (?:vous|toi)"
_PENALTY = r"toute? (?:absence|retard|annulation|oubli)[^.;!?]{0,40} (?:sera|seront) (?:factur|sanction|penalis|compt)\w*|vous (?:perdrez|perdriez) (?:vos|votre|tous|toutes|le|la|l')|(?:desinscri|refus|absen|retard)\w*[^.;!?]{0,40}, vous (?:perd|regrett|serez)\w*"
_COMPLAINT = r"ce n'(?:etait|est) (?:vraiment |quand meme )?pas (?:a moi|mon (?:travail|role|metier))|(?:je n'ai|j'ai) (?:vraiment )?pas que (?:ca|cela) a faire|j'ai autre chose a faire|j'en ai (?:assez|plein|ras)|je ne suis pas (?:payee?|la) pour|c'est toujours (?:moi|pour moi|les memes) qui?"
_IN_HASTE = (
    r"(?:(?<=^)|(?<=[.!?] )|(?<=\n))(?:relis|relisez|fais|faites|reponds|repondez|corrige[zs]?|envoie|envoyez|regarde|regardez|commande|commandez|rappelle|rappelez)(?:-\w+)?(?: \w+){0,2} (?:vite|immediatement|tout de suite|illico)|"
    r"(?:(?<=^)|(?<=[.!?] )|(?<=\n))(?:soyez|restez) (?:presente?s?|la|joignables?|disponibles?|a l'heure)(?= ?[.!])"
)
_HOUSE = r"(?:(?:atelier|service|bureau|equipe|standard|magasin|comptabilite) est|nous sommes) (?:\w+ )?(?:deborde|submerge|desorganise|en sous-effectif|depasse)\w*|personne (?:ici |chez nous )?ne (?:prend|lit|repond|note|suit|s'occupe|sait)|(?:ici|chez nous),? (?:c'est le|personne)"
_EASY = r"(?:(?<=^)|(?<=[.!?;] )|(?<=\n))on (?:vous|va|te|fait|s'occupe|regle|revient)(?= )|vite fait|promis(?= ?[.!])|jure(?= ?[.!])"


def _rule(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.MULTILINE)


_ANY = (
    (_rule(_MOCKED), "Ces mots se moquent de quelqu’un."),
    (_rule(_BLAMED), "Cette phrase désigne un coupable."),
    (_rule(_PUT_OFF), "Cette phrase ferme la porte à votre lecteur."),
    (_rule(_SUSPECTED), "Cette phrase soupçonne ou fait la leçon."),
    (_rule(_BELITTLED), "Cette phrase rabaisse ceux qui la lisent."),
    (_rule(_COMPLAINT), "Cette phrase se plaint du travail demandé."),
    (_rule(_IN_HASTE), "Cet ordre est sec."),
)  # fmt: skip
_OUT = (
    (_rule(_PENALTY), "Cette phrase menace votre lecteur, et personne ne l’a demandé."),
    (_rule(_HOUSE), "Les difficultés de la maison ne regardent pas votre lecteur."),
)
_LETTER = ((_rule(_EASY), "Ces mots sont trop familiers pour une lettre."),)
_HINT = "Le diriez-vous à cette personne, devant vous ?"
_SORRY = re.compile(r"(?<!\w)(?:excuses?|desole\w*|regrett\w+|navree?s?)(?!\w)")
_CELL = re.compile(
    rf"(?<![\w-])(?:{_CALLED}|insupportables?|penibles?|desagreables?|agressi(?:f|ve)s?|bavarde?s?|lente?s?|paresseu\w+|ingerables?|malpolie?s?|malhonnetes?|louches?|bizarres?|chiante?s?|nulle?s?|a surveiller|a eviter|peu fiables?|"
    r"mauvais(?:e)? (?:caractere|foi|volonte)|de mauvaise foi|pas (?:tres |bien )?(?:futee?|maline?|aimable|commode|fiable)|caracteriel\w*|difficile a vivre)(?!\w)"
)
"""A remark in a cell has no sentence around it: the word alone judges."""


def respect(watch: Watch) -> Iterator[Hit]:
    """Nobody put off, suspected, belittled, mocked or blamed; no joke under an apology."""
    if not watch.is_text:
        return
    looked = list(_ANY)
    if watch.goes_out:
        looked += _OUT
    if watch.context.production.type in ("message_client", "lettre"):
        looked += _LETTER
    folded, number = watch.draft.folded, 0
    said = plain("\n".join(watch.story.paper_lines))
    for pattern, message in looked:
        for match in pattern.finditer(folded.text):
            if match.group() in said:
                continue  # the papers of the house say it so
            number += 1
            yield wrong(message, watch.view.place(*folded.span(*match.span())), _HINT, mark=f".{number}")
    yield from _joked(watch)


def _joked(watch: Watch) -> Iterator[Hit]:
    """« ! » in the letter that says sorry."""
    if watch.context.production.type not in ("message_client", "lettre"):
        return
    if not _SORRY.search(watch.draft.folded.text):
        return
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        words = watch.view.text[start:end]
        if words.rstrip().endswith("!") and len(words.split()) >= _FEW:
            message = "Ce ton enjoué tombe mal sous des excuses."
            yield wrong(message, watch.view.place(start, end), _HINT, mark=f".gai{number}")


_FEW = 4


def judges(text: str) -> bool:
    """Whether the words of a cell judge somebody."""
    return bool(_CELL.search(plain(text)))
