# ruff: noqa: E501 - patterns read better on one line
"""What one says before the matter: « je te dérange ? », « vous allez bien ? », « c’est pour l’inventaire ». It asks for no fact."""

from __future__ import annotations

import re
from typing import Literal

from ascom_coach.language import normalise_typed, plain
from ascom_coach.rehearsal.understanding.questions import asks

Approach = Literal["un_moment", "va_bien", "va_bien_autrui", "inquiet", "motif"]

_BEFORE = r"(?:^|[ ,.;:!]+)(?:et |sinon |dis |dites |est-ce que )*"
_ABOUT = r"(?: (?:pour|sur|concernant|a propos de) (?:l'|les? |la |une? |mon |ma |mes |ton |votre )\w+)?"
_NOW = r"(?: (?:la|en ce moment|maintenant|pour moi|a m'accorder|s'il (?:te|vous) plait))*[ ?!.]*$"
_A_WHILE = r"(?:(?:une|deux|trois|cinq|dix|quelques|\d+) (?:petites? )?(?:min(?:utes?)?|secondes?)|un (?:petit )?(?:instant|moment))"
_SOME = r"(?:une |deux |trois |quelques |plein de |plusieurs |des |d'|de |2 |3 )*(?:autres? |petites? )*(?:questions?|renseignements?|informations?|infos?|precisions?)"
_MOMENT = re.compile(
    rf"{_BEFORE}(?:(?:je|j'espere que je) (?:ne )?(?:vous |te )derange(?: pas)?(?: trop)?"
    rf"|(?:vous (?:avez|auriez)|tu (?:as|aurais)|(?:avez|auriez)-vous|(?:as|aurais)-tu) {_A_WHILE}{_ABOUT}"
    rf"|(?:tu peux|vous pouvez|peux-tu|pouvez-vous) (?:me )?parler(?: {_A_WHILE})?|je (?:peux|pourrais) (?:vous |te )(?:parler|deranger|embeter|prendre)(?: {_A_WHILE})?"
    rf"|(?:je (?:peux|pourrais|voulais|voudrais)|j'(?:ai|aurais))(?: (?:encore|juste|aussi))? (?:(?:a )?(?:vous |te )(?:poser|demander) )?{_SOME}{_ABOUT}(?: a (?:vous |te )?(?:poser|demander|voir avec (?:vous|toi)))?"
    r"|j'(?:ai|aurais) besoin (?:de (?:toi|vous|ton aide|votre aide)|d'(?:aide|un coup de main))(?: pour [\w' ]{2,30})?"
    rf"|(?:j'(?:ai|aurais)(?: encore| juste| aussi)? besoin|il me (?:faut|faudrait)) {_SOME}"
    rf"|(?:juste|encore|une derniere|une petite|j'ai|j'avais)(?: encore| juste)? (?:une )?(?:petite |derniere |autre )*(?:question|chose|precision)(?: a (?:vous |te )?(?:demander|poser|voir))?"
    rf"|(?:vous etes|tu es) (?:disponible|libre|occupee?) (?:la|maintenant|en ce moment|{_A_WHILE})){_NOW}"
)
_SENTENCE = re.compile(r"[?!.;]+ ")
_WELL = re.compile(
    rf"{_BEFORE}(?:comment (?:allez[- ]vous|vas[- ]tu|vous allez|tu vas|ca va)|(?:vous allez|tu vas|(?<!comme )ca va) (?:bien|mieux)"
    r"|(?:pas|y a pas) trop (?:de (?:monde|boulot|travail|bazar|stress)|fatiguee?|debordee?|dur|froid|chaud|charge)(?: (?:a|au|aux|dans|en|chez|ce|avec) [\w' ]{2,20})?(?= ?[?!])"
    r"|(?:tu es|t'es|vous etes) pas trop (?:fatiguee?|debordee?|crevee?|stressee?|occupee?)"
    r"|ca va(?: (?:vous|toi|sinon|ce matin|ce soir|aujourd'hui))*(?= ?[?!.]))(?: (?:sinon|quand meme|vous|toi|aujourd'hui|ce matin|ce soir|madame|monsieur))*[ ?!.]*$"
)
_THEIRS = re.compile(
    r"(?:^|[,.!] )(?:(?:et|sinon|alors) )*(?!(?:ca|tout|rien|ce|on|cela|tu|vous|je|comment|qui) )[a-z-]{3,} va (?:bien|mieux)[ ?!.]*$"
    r"|(?<!\w)(?:elle|il|(?:votre|ta|ton|sa|la) (?:maman|mere|papa|pere|fille|fils|mari|femme|famille)),? (?:(?:elle|il) )?"
    r"(?:(?:va|se porte|se sent) (?:bien|mieux)|tient le coup|ca va)(?: (?:quand meme|sinon|maintenant))*"
    r"(?:,? (?:la|le|votre|ta|ton|sa) (?:petite?|maman|mere|papa|pere|fille|fils|mari|femme|famille|dame|gamine?|bebe))?[ ?!.]*$"
)
_UNEASY = re.compile(
    r"(?<!\w)(?:je (?:ne )?(?:suis|me sens) pas (?:tres |trop |vraiment |hyper )?(?:a l'aise|douee?|forte?|calee?|bonne?|sure? de moi)|je (?:suis|debute|stresse)(?: un peu| tres)?(?: (?:nouveau|nouvelle|debutante?|stressee?|perdue? avec))?(?= ?[,.!]|$| (?:avec|en|sur) )"
    r"|(?:c'est|c'etait) (?:ma |la )premiere fois|j'ai (?:un peu |tres |super )?peur (?:de|d')|je (?:ne )?sais pas (?:trop |vraiment |bien )?(?:me servir|faire (?:une?|des|les?|la|marcher)))"
)
_WORRIED = re.compile(
    r"[ ,.;]+(?:c'est|est[- ]ce que c'est|est-ce) (?:tres )?(?:grave|embetant|genant|un probleme)(?: ou pas)?[ ?!.]*$"
)
_CALLED_OUT = r"(?:(?:re|bonjour|bonsoir|salut|coucou|allo|oui|alors|bon|voila|madame|monsieur|mme|m\.|c'est (?:le |la |l')?\w+|(?!je |j'|c'est)[a-z'-]+)[ ,.!]+)"
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd'hui|midi|ce |cette |le \d|\d)"
_WHAT_FOR = re.compile(
    rf"(?:{_CALLED_OUT}{{0,6}}je (?:vous |t'|te )(?:appelle|rappelle|contacte|telephone|derange) (?:pour|au sujet|a propos|concernant|suite|par rapport)"
    rf"|(?=(?:re)?bonjour|bonsoir|salut|coucou|allo|oui){_CALLED_OUT}{{1,6}}c'est (?:pour|au sujet|a propos|par rapport|rapport|concernant))"
    rf" (?!(?:quand|qui|quoi|quels?|quelles?|combien|ou|toi|vous|moi|nous)(?!\w)|tou|{_DAY}|a peu pres|environ)[^?]*(?<! aussi)(?<! ou pas)[ .!]*"
)


def approach(text: str) -> Approach | None:
    """What a piece does before the matter, if it asks nothing else: « tu as deux minutes ? » but not « tu as deux minutes de quoi ? »."""
    folded = plain(normalise_typed(text)).replace("’", "'").strip()
    folded = re.sub(r" +(?=[?!.,])", "", folded)
    for kind, pattern in _KINDS:
        found = pattern.search(folded)
        if found and not asks(_SENTENCE.split(folded[: found.start()])[-1]):
            return kind
    worry = _UNEASY.search(folded)
    if worry and not asks(_WORRIED.sub("", folded[worry.end() :])):
        return "inquiet"
    told = _WHAT_FOR.fullmatch(folded)
    return "motif" if told and not asks(re.sub(r"(?<!\w)c'est pour(?!\w)", "", folded)) else None


_NOT_YOU = re.compile(
    r"^(?:(?:et|mais|alors|donc|ok|bon|sinon)[ ,]+)*(?:si (?!(?:tu|vous)(?!\w))|s'il(?! (?:te|vous) plait)|au cas ou)"
    r"|(?<!\w)(?:chez (?:elle|lui|eux|elles)|elles?|ils|lui|leurs?)(?!\w)|^il (?!fait|pleut|neige|y a|est quelle heure|gele)"
)


_YOURS = re.compile(r"(?<!\w)(?:tu|toi|t'|ton|ta|tes|votre|vos)(?!\w)|(?<!s'il )(?<!\w)vous(?!\w)")


def about_you(text: str) -> bool:
    """Whether small talk may be about the person spoken to: not « et s’il pleut ? », « il fait froid chez elle ? »."""
    folded = plain(text).replace("’", "'").strip()
    return not _NOT_YOU.search(folded) or bool(_YOURS.search(folded))


Lightly = Literal["certain", "joignable", "souvenir", "entendu", "proposition_a_voir", "offre_a_voir"]
_LEAD = r"(?:(?:et|mais|donc|bon|ok|sinon|au fait|euh|dis|dites|alors|ah)[ ,]+)*"
_SURE = re.compile(
    rf"{_LEAD}(?:(?:tu es|vous etes|t'es) (?:bien |vraiment |quand meme )?|(?:es-tu|etes-vous) |c'est )(?:sure?s?|certaine?s?)(?: (?:que|qu'|de (?:ca|toi|vous|votre|ton)|pour)(?: |(?<=')).*)?[ ?!.]*"
)
_IF_NEEDED = (
    r"(?: (?:si |s'|en cas|au cas|apres|plus tard|cet aprem|dans la journee|aujourd'hui|demain)[^?]*)"
)
_REACHED = re.compile(
    rf"{_LEAD}(?:(?:(?:tu|vous) (?:seras|serez|restes|restez|es|etes) (?:joignables?|dispo(?:nibles?)?(?={_IF_NEEDED})|(?:la|dans le coin|au bureau|par la)(?= (?:si|en cas|au cas)(?!\w)))"
    rf"|(?:je|on) (?:peux|peut|pourrai|pourra) (?:te |vous |t'|revenir vers |repasser te )(?:(?:re)?(?:appeler|rappeler|deranger|contacter|recontacter|redemander|joindre|voir|toi|vous)))(?:{_IF_NEEDED})?)[ ?!.]*"
)
_RECALLED = re.compile(
    rf"{_LEAD}(?:(?:tu te|vous vous|te|vous) (?:souviens|souvenez|rappelles|rappelez)(?:-tu|-vous)?) (?:bien |encore )?(?:de |d'|du |des )[^?,]*[ ?!.]*"
)


_HEARD = re.compile(
    r"(?:^|.*[ ,.!?]+)(?:vous m'entendez|tu m'entends|vous me recevez|tu me recois|vous etes (?:toujours|encore) (?:la|en ligne|avec moi)|tu es (?:toujours|encore) (?:la|en ligne|avec moi))(?: (?:bien|mieux|la|maintenant|correctement|mal))*[ ?!.]*"
)
_PROPOSED = re.compile(
    rf"{_LEAD}(?:(?:et )?si (?:on|je|j'|nous) ?[^?]+[ ,]+(?:ca|cela) (?:(?:vous|te) )?(?:irait|va|conviendrait|convient|arrangerait|arrange|suffirait|suffit|plairait|ferait plaisir)(?: ou pas)?"
    r"|(?:(?:vous seriez|tu serais|vous etes|tu es|seriez-vous|serais-tu|etes-vous|es-tu) (?:plutot )?(?:d'accord|ok|partante?|pret(?:e)?) (?:pour|si|de|d'|que|a)(?: |(?<=')).+))[ ?!.]*"
)
_SHOWN = re.compile(
    rf"{_LEAD}(?:(?:est-ce que )?(?:tu veux|vous voulez|veux-tu|voulez-vous|tu voudras|vous voudrez|tu souhaites|vous souhaitez) (?:(?:me |m'|le |la |les |l'|tout |y |quand meme )*)(?:re)?(?:lire|voir|regarder|verifier|valider|jeter un (?:oeil|coup d'oeil))(?:[ ,].*)?)[ ?!.]*"
)


def lightly(text: str) -> Lightly | None:
    """A question that asks for no fact unless one is surely meant: « tu es sûr ? », « tu seras joignable ? »."""
    folded = plain(normalise_typed(text)).replace("’", "'").strip()
    return next((kind for kind, pattern in _LIGHTLY if pattern.fullmatch(folded)), None)


_LIGHTLY: tuple[tuple[Lightly, re.Pattern[str]], ...] = (
    ("certain", _SURE), ("joignable", _REACHED), ("souvenir", _RECALLED), ("entendu", _HEARD),
    ("proposition_a_voir", _PROPOSED), ("offre_a_voir", _SHOWN),
)  # fmt: skip
_KINDS: tuple[tuple[Approach, re.Pattern[str]], ...] = (
    ("un_moment", _MOMENT), ("va_bien", _WELL), ("va_bien_autrui", _THEIRS),
)  # fmt: skip
