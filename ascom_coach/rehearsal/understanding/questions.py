# ruff: noqa: E501 - patterns read better on one line
"""Cutting a turn into questions, telling a question from a statement, and the kind of answer it expects."""

from __future__ import annotations

import re

from ascom_coach.language import lexicon, normalise_typed, plain
from ascom_coach.rehearsal.understanding.ellipsis import leans

_WH = (
    r"(?:quels?|quelles?|qui|que(?= (?:[a-z']+ )?[a-z]+-(?:t-)?(?:vous|tu|il|elle|on|nous|ils|elles|je)\b| faire\b| dire\b)|qu'est?[- ]ce|qu'(?=\w+-(?:vous|tu|il|elle|on|nous)\b)|quoi|quand|combien|comment|pourquoi|ou(?! (?:bien|alors|non|plutot|encore|pas)\b)|lequel|laquelle|lesquels|lesquelles"
    r"|a qui|pour qui|avec qui|a quel|a quelle|de quel|de quelle|pour quand|depuis quand|jusqu'a quand|d'ou)"
)
_ORDER = r"(?!(?:calme|tai|excuse|rassure|depeche|occupe|serve|tene|asseye|adresse)[sz]*-)"
_INVERSION = (
    rf"{_ORDER}\w+-(?:t-)?(?:vous|tu|il|elle|on|nous|ils|elles|je|ce)\b|est[- ]ce qu|n'est[- ]ce pas|y ?a[- ]t[- ]?il"
    r"|(?:avez|etes|pouvez|voulez|savez|aviez|auriez|pourriez|souhaitez|preferez|devez) vous"
    r"|(?:as|es|peux|veux|sais|aurais|pourrais) tu|(?:puis|dois) je|faut il|est(?:-| )(?:il|elle)(?! possible)"
)
_PLAIN = (
    r"(?:vous (?:avez|etes|pouvez|voulez|savez|preferez|souhaitez|etiez|aviez|auriez)"
    r"|tu (?:as|veux|peux|sais|preferes|aurais|pourrais)|il faut|(?:il )?y (?:a|aura|avait)|on (?:est|sera|a|fait|met))"
)
"""How a question by tone alone begins; so does a statement."""
_SURE = rf"(?:{_WH}\b|{_INVERSION}|est[- ]ce|c'est (?:quand|ou|qui|combien|quoi|a quel|pour(?! (?:vous|toi|ca|moi|nous|cela) (?:que|qu'))|bien(?= \w))|faut-il)"
_START = rf"(?:{_SURE}|{_PLAIN})"
_SPLIT = re.compile(
    rf"[?!;\n]+|(?<![\s,.]m)(?<!\bmr)(?<!\bmme)(?<!\bst)(?<!^m)\.(?=\s|$)|(?:,\s*|\s+)(?:et|puis|ainsi que|sinon|aussi(?!\s+ou(?!\w)))\s+(?={_START})|,\s*(?={_WH}\b|{_INVERSION})"
)
_AND = re.compile(r",? et |, (?:et |puis )?|(?<=\w) puis ")
_NAMED_TOO = re.compile(
    r"(?:,? (?:et|puis|ainsi que)(?: aussi| encore)?| \+) (?=(?:le|la|les|l'|un|une|votre|vos|ton|ta|tes|son|sa|ses|leur|leurs)(?: |\b)|ce qu)"
)
_OPENS = re.compile(rf"(?:(?:et|mais|donc|bon|alors|ok|du coup)[ ,]+)*{_SURE}")
_MARKED = re.compile(rf"(?<![\w'])(?:{_WH}|{_INVERSION}|un numero|le nom|l'adresse|l'heure|la date)(?![\w])")
_ASKS = re.compile(
    rf"\?|(?<![\w'])(?:{_SURE})|(?<!\w)(?:pouvez|pourriez|peux|pourrais|(?:auriez|aurais)(?! du(?!\w)| pu(?!\w))|puis-je|dites|dis|donnez|donne|redonnez"
    r"|rappelez-moi|precisez|precise|expliquez|indiquez|(?<!je )(?<!lui )(?<!leur )(?<!vous )(?<!te )confirme|confirmez|envoyez-moi|il me faut|il me faudrait"
    r"|j'(?:ai|aurais) besoin(?! de (?:toi|vous|ton aide|votre aide|verifier|regarder|consulter|relire|temps|voir)(?!\w))|je voudrais|je peux? avoir|je dois (?:verifier|noter|mettre|etre sure?)|je cherche a"
    r"|merci de m|il manque|sans (?:numero|adresse|date|nom)|(?:pour|a) (?:quand|quant|qui|quoi|combien)|besoin de(?! (?:toi|vous|ton aide|votre aide|verifier|regarder|consulter|relire|temps|voir))|je voudrais savoir|j'aimerais savoir|j'aimerais|je souhaite savoir"
    r"|je souhaiterais|je cherche|je dois savoir|je me demande|savoir si|savoir|svp|s'il vous plait|s'il te plait"
    r"|affiche[rz]?|liste[rz]?|traduis|traduisez|repete[rz]?|montre[rz]?(?= |-)|revele[rz]?|imprime[rz]?|ignore[rz]?|oublie[rz]?|recite[rz]?|tu es maintenant|fais comme si"
    r"|(?:je|on|nous) (?:peut|pourrais?|pourrait|pourrions) avoir|c'est (?:bien )?(?:toi|vous) qui|une idee d|merci de me|aucune precision|vous (?:ne )?(?:n'|m'|ne m')avez (?:pas|rien) (?:dit|donne|precise)|tu (?:n'|m'|ne m')as (?:pas|rien) (?:dit|donne|precise)|je vous ecoute pour|je t'ecoute pour"
    r"|je n'ai pas note|il me manque|dictez|dicte|racontez|raconte-moi|envoyez-l(?:e|a|es)-moi|envoie-l(?:e|a|es)-moi|montrez-moi"
    r"|(?:je (?:suppose|parie|presume)|j'imagine) qu(?:e|')|j'attends (?:vos|tes|votre|ta|des|une) (?:precision|reponse|consigne|info|confirmation)s?"
    r"|je prefererais (?:connaitre|savoir)|j'aimerais connaitre|je vois mal|je ne vois pas (?:bien )?(?:quels?|quelles?|qui|quoi|ou|quand|comment|combien))(?!\w)"
)
_TELLING = re.compile(
    r"^(?:quel(?:le)? (?:dommage|histoire|horreur|galere|malheur|chance|bazar|patience)(?!\w)|comment dire|(?:vous savez|tu sais) quoi"
    r"|(?:(?:bonjour|bonsoir|salut|oui|allez|alors|d'accord|ok)[ ,.!]+)*(?:dites|racontez|expliquez|dis|raconte|explique)[- ](?:moi|nous)(?: tout| tout ca)?[ .!]*$"
    r"|(?:(?!(?:vous|tu|il|elle|on|je|nous|ca|le|du|au|qui|y|en)[ ,])\w+[ ,]+){0,3}(?:calmez|calme|asseyez|rassurez|rassure|patientez|patiente|attendez|attends|excusez|excuse|ne quittez|ne quitte|restez|reste)(?!\w)"
    r"|(?:encore )?un (?:petit )?peu de (?:patience|calme)(?!\w)|(?:juste )?une? (?:instant|seconde|minute|moment|petite seconde)(?!\w)|desolee?s?(?!\w))"
)
"""What tells or bids although a word of it could ask: « quel dommage », « un instant svp », « dites-moi tout »."""
_RELATIVE = re.compile(
    r"(?<!\w)(personnes?|gens|collegues?|technicien(?:ne)?s?|celui|celle|ceux|celles|quelqu'un|chose|tout) (?:qui|ou|dont)(?!\w)"
)
_OR = re.compile(r"^((?:je|nous|on) (?:vous|te|t'|lui|leur) ?(?!(?:a|ont|avait|aurait) )\w.*?) ou(?= \w)")
"""« je vous rappelle demain ou mercredi »: the choice is the speaker's; not in « je vous rappelle où »."""
_STATEMENT = re.compile(
    r"^(?:je (?:comprends|vois|note|vais|suis|vous|te|t'|lui|leur|m'en|ne|pense|crois|transmets|previens|reviens)|il faut qu(?:e |')(?:je|nous|on)(?!\w)|(?:vous avez|tu as) (?:raison|bien fait)|(?:vous auriez|tu aurais|vous aviez qu'|tu avais qu') ?(?:du|pu|mieux fait|a)|j'ai (?:bien )?(?:note|compris)|nous (?:allons|vous|sommes)"
    r"|on (?:va|s'en|vous)|tres bien|d'accord|bien sur|entendu|parfait|merci|bonjour|au revoir|c'est (?:note|compris"
    r"|la faute|bon)|c'est entendu|ok|oui|non|donc|ainsi)\b"
)
_SETTLED = r"(?:(?:ok|d'accord|bien|tres bien|parfait|merci|oui|bon|super|nickel|top|genial|impeccable|ca marche|note|entendu)[ ,.!]+)"
_LEAD = re.compile(rf"^{_SETTLED}+")
_AND_NEXT = re.compile(rf"^{_SETTLED}+(?:et|mais|sinon|alors) ")
"""« ok et les horaires »: what was answered is settled, the next question comes."""
_AND_THAT = re.compile(
    rf"{_SETTLED}*(?:et|sinon)(?: pour)? (?:l[ea]s? |l'|mon |ma |mes |ton |ta |tes |votre |vos |son |sa |ses )\w+(?: (?:de|du|des|d'|l'|la|le)? ?\w+)?"
)
_UNSAID = re.compile(
    r"(?<!\w)(?:vous n'avez|vous ne m'avez|tu n'as|tu ne m'as|on ne m'a) (?:pas|rien) (?:dit|precise|donne|indique|parle)(?!\w)"
)
_OR_ELSE = re.compile(r"(?<!\w)ou (?:bien |plutot |alors )?(?:c'est )?(?:vous|tu|toi|moi)(?= \w|[ .!]*$)")
"""« on vous l’envoie ou vous passez » lets the other choose."""
_LISTENS = re.compile(r"(?<!\w)(?:je vous ecoute|je t'ecoute) pour(?!\w)")
_TELL_ME_IF = re.compile(
    r"(?<!\w)(?:(?:tu|vous) (?:peux|pourrais|saurais|pouvez|pourriez|sauriez)|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous) (?:me |m'|nous )(?:dire|confirmer|preciser|indiquer|rappeler) (?:si|s'|ou|quand|qui|comment|combien|quels?|quelles?|ce qu)(?!\w)"
)
"""« tu pourrais me dire si la note est signée »."""
_BEGS = re.compile(
    r"(?:et |ok |bonjour |alors )*(?:votre|vos|ton|ta|tes|le|la|les|l'|un|une) ?(?!attention|instant|minute|moment|seconde|peu)\w+"
    r"(?: (?!et |est |a |sont |ont |sera )[\w']+){0,6}[ ,]+s'il (?:te|vous) plait[ .!]*$"
)
_WHAT_LAST = re.compile(
    r"(?<!\w)(?:faire|fasse|fassent|fais|fait|font|faites|veut|veux|voulez|dire|dis|dit|mets|met|mettre|mettez|prendre|prends|prend|prenez"
    r"|attend\w*|demand\w*|contest\w*|reproch\w*|apport\w*|c'est|c'etait|pour|sur|avec|dans|comme|besoin de|s'agit de|propos\w*|cherch\w*) quoi[ .!]*$"
    r"|\w{2,} (?:combien|lequel|laquelle)[ .!]*$"
    r"|(?<!\w)(?:est|sont|etait|sera|trouve|mets?|va|vont|pose|range|habite|habitez)(?: (?:range|pose|mis|situe|garde|stocke)e?s?)? ou[ .!]*$"
    r"|^(?:(?:et|alors|donc|bon|ok)[ ,]+)*(?:je|on) (?:[\w']+ ){1,4}ou (?:je |on |j')"
)
"""« donc vous voulez qu’on fasse quoi »: what is asked for comes last, with nothing after it."""
_YOU = re.compile(
    r"(?<!\w)(?:tu|vous) (?!(?:me|m'|nous|lui|leur)(?= |\w))(?!sa(?:vez|is)|conn|pen|croy|croi)\w+|\w-(?:tu|vous)(?!\w)"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:elles?|ils?|lui|leurs?|son|sa|ses|eux|clients?|clientes?|mme|madame|m|monsieur|savez|sais|connaissez|connais|dire|donner|rappeler|parler|pensez|penses|croyez|crois)(?!\w)"
)
"""What makes a question be about somebody else, or about what is known of something."""
_YES_NO_TOO = re.compile(
    r"(?:aussi |sinon |ca )?(?:(?:il|elle|ca|on) (?:[a-z]{1,4} )?\w+|(?:vous|tu) \w+|y (?:a|aura)) (?:[\w']+ ){0,8}(?:[\w']+ *\?|ou (?:pas|non)[ ?!.]*$)"
)
"""« …, et il te faut une pièce ou pas »: a second question, answered by yes or no."""
_RECAP = re.compile(
    r"^(?:donc,? )?(?:si (?:je|nous) (?:resum|compren|recapitul)|en resume|je (?:resume|recapitule))"
)
_EXPECTS = (
    ("raison", re.compile(r"(?<!\w)(?:pourquoi|pour quelles? raisons?|quelle (?:est la )?(?:raison|cause)|quel (?:est le )?motif)(?!\w)")),
    ("date", re.compile(r"(?<!\w)(?:quand|quels? (?:jours?|moment|matin|soir|mois|creneau)|quelles? (?:dates?|heures?|semaine|annee|periode)|(?:le|au) combien|combien de (?:temps|jours|semaines|mois))(?!\w)")),
    ("nombre", re.compile(r"(?<!\w)(?:combien|quel nombre|quelle (?:quantite|somme)|quel (?:montant|prix|budget|tarif|pourcentage))(?!\w)")),
    ("personne", re.compile(r"(?<!\w)(?:comment (?:\w+ ){0,2}s'appell?e|s'appell?e(?:nt)? comment)(?!\w)|(?<!\w)(?:qui|quelle personne|quel (?:nom|prenom|collegue|technicien|vendeur|conseiller)|quelle (?:collegue|vendeuse|conseillere))(?!\w)(?! (?:a|est) (?:prevu|arrive))")),
    ("lieu", re.compile(r"(?<!\w)(?:ou(?= (?:se|est|a|dois|doit|faut|puis|vous|tu|on|c'est|sont|ca|livrer)|[ ?.!]*$| (?:d'habitude|d'ordinaire|normalement|exactement|precisement|au juste|deja|du coup|alors|donc|s'il|svp|sinon)(?!\w))|(?:(?<=^)|(?<=c'est )|(?<=est )|(?<=sera )|(?<=sont )|(?<=etait )|(?<=trouve )|(?<=et ))ou(?= (?:l'|la |le |les ))|(?:retrouve[rz]?|rejoindre|attend(?:re|s)?|va|vont|aller|gare[rz]?|met(?:s|tre)?|pose[rz]?|range[rz]?|livre[rz]?|depose[rz]?|rendre|passer?|voit) ou(?= (?:le |la |ce |cet |cette )?(?:matin|midi|soir|jour|apres-midi|aprem|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w))|jusqu'ou|d'ou|quelles? (?:adresse|salle|ville|commune|rue|region|piece)|quels? (?:endroit|lieu|coin|departement)|c'est ou)(?!\w)")),
)  # fmt: skip
_CONFIRMS = (
    ("date", re.compile(
        r"(?<!\w)(?:(?:c'est|ce sera|ca|cela|vous|te|t'|on) (?:[a-z']+ ){0,4})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi"
        r"|dimanche|demain|le \d{1,2}(?:er)?(?! ?(?:h|e|euros?|%|\d))|(?:le |au )?(?:matin|soir|midi|week-end)|l'apres-midi|\d{1,2} ?(?:h|heures?)(?: ?\d\d)?)(?!\w)"
    )),
    ("nombre", re.compile(r"(?<!\w)(?:c'est|ce sera|ca fait|on est|vous etes|ils sont) (?:[a-z']+ ){0,3}\d+(?! ?h)(?!\w)")),
)  # fmt: skip
"""What a question without a question word asks to confirm."""
_YES_OR_NO = re.compile(
    r"(?<!\w)(?:ou (?:pas|non)|(?:le|ce|au|du) (?:matin|soir)[^?]* (?:irait|va|convient))[ ?!.]*$|c'est bien (?!\w+ (?:que|quand))"
)
_OPEN_WORD = re.compile(r"(?<!\w)(?:quoi|comment|quel(?:le)?s?|(?:le|la|les)quel(?:le)?s?|qu'est)(?!\w)")
_WHO_DOES = re.compile(r"(?<!\w)(?P<noun>[a-z]{2,}) qui (?=\w)")
_POINTING = frozenset(["ce", "celui", "celle", "ceux", "celles", "tout"])
_BEFORE_WHO = frozenset(
    ["est", "avec", "pour", "chez", "par", "sur", "voit", "sera", "envoie", "appelle", "coup"]
)

_OWN_DEED = re.compile(
    r"(?<!\w)(?:(?:je|on|nous) (?:ne |n')?(?:te |t'|vous |lui |leur |les? |la |l')*(?:affiche|liste|repete|montre|donne|dis|precise|explique|dicte|raconte|indique)|(?:de |pour )(?:l'|les? |la )?(?:afficher|lister|repeter|montrer))(?!\w)(?! (?:quoi|quel|combien|comment|ou(?!\w)|qui))"
    r"|(?<!\w)(?:quoi qu(?:e ce soit|'il (?:arrive|en soit))|n'importe (?:qui|quoi|quand|ou|comment|quel(?:le)?s?)|comme quoi|je ne sais (?:quoi|qui)|quand meme)(?!\w)"
)
"""What one says to do oneself, and set phrases, whose words could ask: « je ne donne pas l’adresse », « quoi que ce soit »."""
_WHICH_ONE = re.compile(
    r"(?:(?:mais|et|donc|alors) )*(?:quels?|quelles?|lequel|laquelle|combien|pourquoi(?! pas(?!\w)))(?!\w)"
)
_PLEASE = re.compile(r"s'il (?:vous|te) plait[ .!]*$")
_WANTED = re.compile(
    r"(?:(?:vous|tu) (?:avez|auriez|as|aurais|pouvez|pourriez|peux|pourrais)|(?:pouvez|pourriez|auriez|avez)-vous|(?:peux|pourrais|aurais|as)-tu|il me (?:faut|faudrait)|j'ai(?:rais)? besoin)"
)
_REPORTS = re.compile(
    r"(?:(?:et|alors|sinon|dis|dites|bon|au fait|par contre|oui|ok|d'accord|aussi)[ ,]+)*"
    r"(?:j'ai (?!bien |tout |pas |rien |fini |note|compris|peur|froid|faim|hate|du |ete |eu |pu |appele|envoye|fait |oublie|entendu|laisse|prevenu|parle|rappele|dit )|(?:il )?y a |je (?:vois|trouve|tombe sur|lis) (?!que c'est|bien |ca ))"
)

_AGREED = r"(?:ok|d.accord|oui|bon|bien|tres bien|note|compris)"
_WHICH = re.compile(
    r"(?<!\w)(?:(?:les?|la|une?) |l.)?(?P<noun>\w{3,})"
    rf"(?:(?:[ ,]+{_AGREED})+(?:[ ,]+mais)?[ ,]+|[ ,]+mais[ ,]+)"
    r"(?:le|la)quel(?P<f>le)?(?P<s>s?)(?!\w)(?! (?:des|de|du))",
    re.IGNORECASE,
)
_WHICH_FIRST = re.compile(
    r"^(?:(?:les?|la|une?) |l.)?(?P<noun>\w{3,}), *(?:le|la)quel(?P<f>le)?(?P<s>s?)(?!\w)(?! (?:des|de|du))",
    re.IGNORECASE,
)


def named_choice(text: str) -> str:
    """« samedi, d’accord, mais lequel ? » asks « quel samedi ? »: the noun is put where it is asked about."""
    for pattern in (_WHICH, _WHICH_FIRST):
        if match := pattern.search(text):
            asked = f"quel{match['f'] or ''}{match['s']} {match['noun']}"
            return f"{text[: match.start()]}{asked}{text[match.end() :]}"
    return text


def questions(text: str) -> list[str]:
    """The pieces of a turn that may each be a question, in order; the whole text when it does not split."""
    typed = normalise_typed(text)
    folded = plain(typed)
    if len(folded) != len(typed):
        typed = folded
    if _RECAP.search(folded.strip()) and "?" not in folded:
        return [typed.strip()]  # a summary may hold « et vous êtes… »: it asks nothing
    pieces: list[str] = []
    last = 0
    for match in _SPLIT.finditer(folded):
        before, after = folded[last : match.start()], folded[match.end() :]
        if re.fullmatch(r",\s*", match.group()) and (not asks(before) or leans(after)):
            continue  # « financièrement, où en êtes-vous ? », « il manque quelqu’un, qui ? »: one question
        pieces.append(typed[last : match.start()] + (" ?" if "?" in match.group() else ""))
        last = match.end()
    pieces.append(typed[last:])
    kept = [part for piece in pieces for part in _joined_by_and(piece.strip(" ,.;:-"))]
    return [piece for piece in kept if re.search(r"\w", piece)] or [typed]


def _joined_by_and(piece: str) -> list[str]:
    """« c’est quel jour et on sera combien »: two questions when each side holds a question word of its own."""
    folded = plain(piece)
    for match in _AND.finditer(folded):
        left, right = folded[: match.start()], folded[match.end() :]
        if (
            (_MARKED.search(left) or re.match(rf"{_PLAIN}|(?:je|on) peu[xt] ", left))
            and (
                _MARKED.search(right)
                or ("et " in match.group() and _MARKED.search(left) and _YES_NO_TOO.match(right))
            )
            and len(left.split()) > 1
            and len(right.split()) > 1
            and not (leans(right) and "et " not in match.group())
        ):
            return [piece[: match.start()], *_joined_by_and(piece[match.end() :])]
    return [piece]


def halves(piece: str) -> list[tuple[str, str]]:
    """Where a piece may name two things at once: « votre adresse et un téléphone »."""
    folded = plain(piece)
    if len(folded) != len(piece):
        return []
    return [
        (piece[: match.start()], f"{piece[match.end() :].rstrip(' ?')} ?")
        for match in _NAMED_TOO.finditer(folded)
    ]


def opens(piece: str) -> bool:
    """Whether a piece begins with a question word or an inversion: « qui vient », « bon, avez-vous le bon »."""
    return bool(_OPENS.match(plain(piece).strip()))


def asks(piece: str) -> bool:
    """Whether a piece asks for something: question mark, question word, inversion, request; a summary does not."""
    folded = plain(piece).strip()
    if "?" not in folded and (_RECAP.search(folded) or _TELLING.search(folded)):
        return False
    if _AND_THAT.fullmatch(folded.strip(" .")) or _OR_ELSE.search(folded):
        return True
    return bool(_ASKS.search(_OR.sub(r"\1 et", _RELATIVE.sub(r"\1", folded))))


def wants(piece: str) -> bool:
    """Whether a piece asks for something, heard with what leads up to it: « désolé, c’était combien déjà », but not
    « je te montre la note avant de l’afficher », which only says what one will do.
    """
    folded = _OWN_DEED.sub("", plain(piece).strip())
    if asks(folded) or _WHAT_LAST.search(folded):
        return True
    rest = _asked_last(folded)
    return bool(rest and _TELLING.search(folded)) and asks(rest) and not states(rest)


def asks_at_last(piece: str) -> bool:
    """Whether what ends a piece asks, whatever leads up to it: « je regarde le dossier, vous auriez le numéro svp »,
    « huit heures samedi, mais quel samedi ».
    """
    rest = _asked_last(plain(piece).strip())
    if _WHICH_ONE.match(rest) and not _TELLING.search(rest):
        return True
    return bool(_PLEASE.search(rest)) and bool(_WANTED.match(rest))


def _asked_last(folded: str) -> str:
    return folded.partition(",")[2].strip()


def addresses(piece: str) -> bool:
    """Whether a question is about the person spoken to and nobody else: « tu as quoi comme créneau »."""
    folded = plain(piece)
    return bool(_YOU.search(folded)) and not _OTHERS.search(folded)


def states(piece: str) -> bool:
    """Whether a piece plainly tells something (« je note », « nous allons… ») and asks nothing."""
    folded = _AND_NEXT.sub("", plain(piece).strip())
    begun = _LEAD.sub("", folded)
    told = any(p.search(one) for p in (_STATEMENT, _RECAP, _TELLING) for one in (folded, begun))
    return told and not (_OR_ELSE.search(folded) or "?" in folded or _LISTENS.search(folded))


def recaps(text: str) -> bool:
    """Whether words say that they sum up: « ok, je récapitule… », « donc si je résume… »."""
    return bool(_RECAP.search(_LEAD.sub("", plain(text).strip())))


def begs(piece: str) -> bool:
    """Whether a piece surely wants something though nothing else marks it: « votre numéro, s’il vous plaît », « vous n’avez
    rien dit du budget »."""
    folded = plain(piece).strip()
    return any(one.search(folded) for one in (_TELL_ME_IF, _UNSAID, _LISTENS, _WHAT_LAST)) or bool(
        _BEGS.match(folded)
    )


def reports(piece: str) -> bool:
    """Whether a piece brings up what one found or has before one: « j’ai deux lignes pour elle », « il y a un doublon »."""
    return bool(_REPORTS.match(plain(piece).strip()))


def expects(piece: str) -> str:
    """The kind of answer called for: date, nombre, personne, lieu, raison, or an empty string.

    By the question word, else by what a yes or a no would confirm: « c’est bon pour samedi ou pas ? » is about a day.
    """
    folded = _WHO_DOES.sub(_unlinked, plain(piece))
    for kind, pattern in _EXPECTS:
        if pattern.search(folded):
            return kind
    return next((kind for kind, pattern in _CONFIRMS if pattern.search(folded)), "")


def confirms(piece: str) -> bool:
    """Whether a yes or a no would answer: « c’est bien samedi ? », « le matin, ça irait ou pas ? »."""
    folded = plain(piece)
    if any(pattern.search(folded) for _, pattern in _EXPECTS) or _OPEN_WORD.search(folded):
        return False
    return any(pattern.search(folded) for _, pattern in _CONFIRMS) or bool(_YES_OR_NO.search(folded))


def _unlinked(match: re.Match[str]) -> str:
    """« le cours qui a sauté », « ce qui se passe »: nobody is asked for, the link is taken out."""
    noun = match["noun"]
    linked = noun in _POINTING or any(lexicon().is_pos(form, "N") for form in lexicon().spellings(noun))
    return f"{noun} " if linked and noun not in _BEFORE_WHO else match.group()
