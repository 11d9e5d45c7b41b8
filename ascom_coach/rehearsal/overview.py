# ruff: noqa: E501 -- a pattern stays on one line
"""A question about the whole: « qu’est-ce que je dois faire, au juste ? », « c’est pour quand ? », « que s’est-il passé ? »,
« elle s’appelle comment ? ».

It asks for no fact in particular. Who gave instructions says the tasks or the deadline again; who called says again what
they called for. Nothing comes back that was not already said aloud. Such a question opens the conversation: it never costs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Literal

from ascom_coach.language import plain
from ascom_coach.rehearsal.again import heard_from, say_again
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.choice import SURE
from ascom_coach.scenarios.schema import Point

Whole = Literal["taches", "echeance", "objet", "qui"]

_AT_MOST = 4
"""Tasks said again at once."""

_EXACTLY = r"(?: (?:exactement|precisement|concretement|au juste|en fait|du coup|alors|au final|finalement|en gros|en fin de compte|d'abord|en premier|moi|la|maintenant|aujourd'hui|pour toi|pour vous|deja|stp|svp))*"
_SLOWLY = r"(?: (?:(?:un peu )?(?:plus lentement|moins vite|doucement)|encore(?: une fois)?|une (?:deuxieme|seconde) fois))?"
_TASKS = re.compile(
    r"(?:(?:qu'est[- ]ce que|que|qu'est[- ]ce qu'|et|alors|donc|du coup|bon|ok|d'accord|euh|attends|attendez|pardon|oula|houla|desolee?|excuse[- ]moi|excusez[- ]moi),? )*"
    r"(?:(?:c'est quoi |qu'est[- ]ce que c'est )(?:deja )?(?:que |ce que |qu'|ce qu')(?:je|on) (?:dois|doit|suis cense\w*) (?:faire|preparer|rendre)|(?:je|on) (?:dois|doit|suis cense\w*|est cense) faire(?: quoi)?|dois[- ]je faire|faut(?:[- ]il)? (?:que je )?(?:faire|fasse)(?: quoi)?|il faut (?:que je )?(?:faire|fasse)(?: quoi)?"
    r"|(?:je|on) fai[st] quoi|(?:par|je commence par|on commence par) quoi(?: je commence)?|tu (?:attends|veux|as besoin de) quoi(?: de moi)?"
    r"|(?:qu'est[- ]ce que )?tu (?:attends|veux) de moi|(?:tu|vous) (?:attendez|voulez) quoi(?: de moi)?"
    r"|(?:c'est quoi|quel(?:le)? est|quelles sont) (?:le |la |ma |mon |mes |les |l')(?:travail|boulot|mission|tache|taches|consigne|consignes|programme)"
    rf"|(?:(?:tu|vous) (?:peux|pourrais|pouvez|pourriez) |peux[- ]tu |pouvez[- ]vous )?(?:me |m')?(?:repeter|repete|redire|redis|resumer|resume|recapituler|recapitule|rappeler|rappelle|recommencer|recommence|reprendre|reprends)(?:[- ]moi)?(?: (?:tout(?: depuis le debut)?|tout ca|depuis le debut|du debut|la liste|les points|la consigne|les consignes|ce que je dois faire|ma mission|le travail|l'essentiel))?"
    r"|(?:pas si|moins) vite|plus lentement|(?:tu vas|vous allez|c'est|ca va) trop vite|(?:je n'ai|j'ai) pas (?:tout|bien) (?:note|suivi|entendu|compris|retenu)|(?:je (?:ne )?sais pas|je vois pas) (?:du tout |trop |vraiment )?par (?:quoi|ou) (?:commencer|je commence|attaquer)|j'ai rate (?:le debut|la fin|un bout)"
    r"|(?:ce n'est|c'est) pas (?:tres |bien )?clair(?: (?:ton|votre) \w+| tout ca| pour moi)?|(?:je n'ai|j'ai) rien (?:compris|suivi|note)|je (?:ne )?comprends (?:rien|pas tout)|je suis (?:un peu |completement |totalement |vraiment |tout |toute )?perdue?)"
    rf"{_SLOWLY}{_EXACTLY}"
)
_DEADLINE = re.compile(
    r"(?:(?:et|alors|donc|du coup|bon|ok|d'accord),? )*(?:c'est (?:pour|avant) quand|(?:c'est )?(?:pour|avant) quand(?: tu (?:le |la |les )?veux)?|(?:tu veux|vous voulez|il te faut|il vous faut|je dois rendre) (?:tout )?ca (?:pour|avant) quand"
    r"|(?:j'ai|on a) jusqu'a quand|(?:quel est|c'est quoi) (?:le|mon) delai|(?:j'ai|on a) combien de temps|c'est urgent|(?:je dois|on doit|il faut|faut|tu veux) (?:que je )?(?:tout |le |la )?(?:rendre|rende|finir|finisse|faire|fasse|terminer|termine|boucler|boucle) (?:tout |ca |le tout )*(?:aujourd'hui|ce matin|maintenant|tout de suite|dans la journee|ce soir))(?: (?:tout ca|tout|ca|le tout|pour tout ca|pour (?:tout )?faire ca))?"
    rf"{_EXACTLY}"
)
_ALL_OF_IT = re.compile(
    r"(?:^|[ ,])(?:(?:et )?c'est tout(?: ce (?:que|qu')[\w' ]+)?|rien d'autre|(?:je |j')?(?:n'|ne )?(?:oublie|ai oublie) (?:rien|pas quelque chose)|il (?:ne )?manque rien)$"
)
"""« …, c’est tout ? »: who gave the tasks says them again."""
_SOMEONE = r"(?: (?:avec|pour|de|a|chez) (?:elle|lui|eux|vous|toi|(?:la |le |l'|ce |cette )?(?:clients?|cliente|dame|monsieur|madame|adherente?)|(?:mme|m|mr|monsieur|madame) \w+)| (?:a )?(?:la |le |cette |ce )?(?:clients?|cliente|dame|monsieur))?"
_THEY = (
    r"(?:elles?|ils?|(?:la|le|cette|ce) (?:cliente?|dame|monsieur|patiente?)|(?:mme|mr?|monsieur|madame) \w+)"
)
_TROUBLE = r"(?:problemes?|soucis?|reclamations?|ennuis?|griefs?|plaintes?)"
_CROSS = r"(?:fachee?s?|en colere|remontee?s?|enervee?s?|mecontente?s?|furieu(?:x|se)|agacee?s?|vexee?s?|pas contente?s?)"
_MATTER = re.compile(
    rf"(?:(?:et|alors|donc|du coup|bon|ok|d'accord|dites[- ]moi|dis[- ]moi|expliquez[- ]moi|bonjour|madame|monsieur|attends|(?:mme|mr?|monsieur|madame) \w+),? )*"
    r"(?:(?:c'est quoi|quel est|quelle est|c'etait quoi) (?:exactement |au juste )?(?:le |la |l'|son |sa |votre |vos |ton |ta |leur |ce )?(?:probleme|souci|soucis|reclamation|histoire|affaire|motif de (?:votre|son) appel|objet de (?:votre|son) appel)"
    r"|qu'est[- ]ce qu(?:i|'il) (?:s'est|se|c'est|vous est|t'est|est) (?:passe|arrive)|que (?:s'est|se)[- ](?:il )?passe(?:[- ]t[- ]il)?|il (?:s'est|se) passe quoi|ce qui (?:s'est passe|se passe|vous arrive|(?:ne )?va pas)"
    r"|qu'est[- ]ce qui (?:ne )?(?:va|marche|cloche) pas|qu'est[- ]ce qui (?:vous|t') ?(?:arrive|amene)|qu'est[- ]ce qu'il y a|(?:c'est|ca parle) (?:a quel sujet|de quoi)"
    r"|(?:pourquoi|pour quoi) (?:est[- ]ce que )?(?:vous (?:appelez|m'appelez|nous appelez)|(?:elle|il) (?:appelle|nous appelle|est fachee?|est en colere))|(?:vous appelez|elle appelle|il appelle) (?:pourquoi|pour quoi|a quel sujet)"
    r"|(?:elle|il|la cliente|le client|vous vous|vous) (?:se )?(?:plaint|plaignez) de quoi|de quoi (?:elle|il|vous|la cliente|le client) (?:vous |se )?(?:plaint|plaignez)|de quoi (?:s'agit[- ]il|il s'agit)|il s'agit de quoi"
    r"|(?:elle|il|la cliente|le client) (?:nous |vous |te |t')?(?:reproche|conteste) quoi|qu'est[- ]ce qu'(?:elle|il) (?:nous |vous |te |t')?(?:reproche|conteste)|(?:elle|il|la cliente|le client) (?:veut|voulait|demande|attend|reclame|cherche|souhaite) quoi|qu'est[- ]ce qu'(?:elle|il) (?:veut|voulait|demande|attend|reclame|cherche|souhaite)"
    r"|(?:pouvez[- ]vous |peux[- ]tu |vous pouvez |tu peux |(?:vous voulez|tu veux|voulez-vous|veux-tu) bien |vous pourriez |tu pourrais )?(?:m'|me )?(?:racontez|raconter|raconte|expliquez|expliquer|explique|dites|dire)(?:[- ]moi)? (?:tout|tout ca|tout depuis le debut|depuis le debut|la situation|votre probleme|votre souci|le probleme|le souci|ce qui (?:s'est passe|se passe|vous arrive|(?:ne )?va pas))"
    rf"|{_THEY} (?:a|ont) (?:quoi|quel(?:le)?s?) (?:comme )?{_TROUBLE}|(?:quel(?:le)?s? {_TROUBLE} (?:a|ont)[- ](?:t[- ])?(?:il|elle)s?|c'est quoi (?:son|leur) {_TROUBLE})"
    rf"|{_THEY} (?:est|sont) {_CROSS} (?:pourquoi|a cause de quoi|pour quoi|contre qui)|(?:pourquoi|pour quoi) (?:est[- ]ce qu'?)?{_THEY} (?:est|sont) (?:si |aussi |tellement )?{_CROSS}|{_CROSS} (?:pourquoi|a cause de quoi)"
    r"|(?:racontez|raconte|expliquez)(?:[- ](?:moi|nous))?(?: tout)?"
    r"|(?:que|en quoi|comment) (?:puis[- ]je|je peux|est[- ]ce que je peux|peut[- ]on|pouvons[- ]nous) (?:faire pour vous|vous aider|vous etre utile))"
    rf"{_EXACTLY}{_SOMEONE}{_EXACTLY}"
)

_WHO = re.compile(
    r"(?:(?:et|alors|donc|attends|attendez|pardon|bon|ok|d'accord|deja),? )*"
    r"(?:(?:je|on) (?:dois|doit|devais) (?:appeler|rappeler|contacter|joindre|ecrire a) qui(?: deja)?|(?:c'est quoi|quel est|c'est comment) (?:deja )?(?:son nom|(?:le |)nom (?:de la|du|de cette|de ce) (?:cliente?|dame|monsieur))"
    r"|c'est quel nom(?: deja)?,? (?:pour )?(?:la cliente|le client|la dame|le monsieur)"
    r"|(?P<one>elle|il|la cliente|le client|la dame|ce monsieur|cette dame) (?:s'appel+e|a pour nom) (?:deja )?comment"
    r"|comment (?P<two>elle|il|la cliente|le client|la dame) (?:s'appel+e|a pour nom)|comment (?:s'appel+e|a pour nom)(?:-t-(?P<three>elle|il)| (?:la cliente|le client|la dame))"
    r"|c'est qui(?: deja)?,? (?:la cliente|le client|la dame|le monsieur)|qui est (?:la cliente|le client|cette dame|ce monsieur))"
    rf"{_EXACTLY}"
)


def whole_asked(
    turn: Turn, who: str, readings: Iterable[Reading], held: Collection[str]
) -> tuple[list[Reading], Whole | None]:
    """The other readings, and whether one asks for the whole: the tasks, the deadline, the matter, whom it is about.

    A fact that `who` holds (`held`) and that is surely asked for comes first, but for the name of whom it is about.
    """
    kept: list[Reading] = []
    whole: Whole | None = None
    for reading in readings:
        said = _POLITE.sub("", plain(reading.text)).strip(" .,!?…").replace("’", "'")
        found = _named(turn, who, said) or _named(turn, who, _after_all(said))
        if found is None and "?" in reading.text and _ALL_OF_IT.search(said) and heard_from(turn, who):
            found = "taches"
        if found != "qui" and set(reading.facts) & set(held) and reading.candidates[0][1] >= SURE:
            found = None
        whole = whole or found
        kept.append(
            replace(reading, decision="aucun", facts=(), candidates=(), decoy="") if found else reading
        )
    return kept, whole


def _after_all(said: str) -> str:
    """What comes after words that lead up to it: « je suis perdu là, tu peux répéter ? »; empty when nothing does."""
    *before, last = [part.strip() for part in _PAUSE.split(said)]
    if before and all(_LEADS_UP.match(part) for part in before):
        return last
    start = _BEGINS.search(said)  # typed without a comma
    return said[start.end() :] if start and _LEADS_UP.match(said) else ""


def _named(turn: Turn, who: str, said: str) -> Whole | None:
    if _TASKS.fullmatch(said):
        return "taches"
    if _DEADLINE.fullmatch(said):
        return "echeance"
    asked = _WHO.fullmatch(said)
    if asked and _persons(turn, who, man="il" in (asked["one"], asked["two"], asked["three"])):
        return "qui"
    return "objet" if _MATTER.fullmatch(said) else None


def _persons(turn: Turn, who: str, *, man: bool = False) -> list[Point]:
    """The points heard from `who` that say whom it is about; « il » is no lady."""
    heard = heard_from(turn, who)
    points = [point for point in heard if point.nature == "qui"] or [
        point for point in heard if _TITLED.search(point.dit)
    ]
    return [point for point in points if not (man and _LADY.search(point.dit))]


_PAUSE = re.compile(r"[,;?!.]+ ")
_LEADS_UP = re.compile(
    r"(?:je |j'|tu (?:vas|parles)|vous (?:allez|parlez)|attends|attendez|desole|pardon|excuse|ok|oui|bon|bref|enfin|merci|c'est (?:trop|pas|beaucoup|note|quoi)|ca fait|y a|il y a|p+f+|ouf|ouh|waouh|wow|mince|zut|la vache|oula|euh|houla|alors)"
)
_POLITE = re.compile(r"[ ,]*s['’]il (?:te|vous) plait")
_BEGINS = re.compile(
    r" (?=(?:c'est (?:quoi|qui)|qu'est[- ]ce|quel(?:le)?s? (?:est|sont)|(?:tu|vous) (?:peux|pourrais|pouvez|pourriez)|je dois|je fais|de quoi|pourquoi)(?!\w))"
)
_TITLED = re.compile(r"(?<!\w)(?:M\.|Mme|Mlle|Madame|Monsieur) [A-ZÀ-Ý]")
_LADY = re.compile(r"(?<!\w)(?:Mme|Madame|Mlle)(?!\w)")


def say_whole(turn: Turn, who: str, whole: Whole) -> bool:
    """`who` says the tasks or the matter again; False, and nothing said, when they have neither to say."""
    character = turn.stage.character(who)
    points = heard_from(turn, who)
    if points:
        due = [point for point in points if point.nature in ("delai", "quand")][:_AT_MOST]
        if whole == "echeance" and not due:
            return False
        tasks = [point for point in points if point.nature == "quoi"][:_AT_MOST] or points[:1]
        told = {"taches": tasks, "echeance": due, "objet": points[:1], "qui": _persons(turn, who)[:1]}
        say_again(turn, who, told[whole], together=True)
        return True
    if not character.grief or whole in ("echeance", "qui"):
        return False
    line = turn.pick(shared("sujet", character.registre), "sujet").replace("{reponse}", character.grief)
    turn.say(who, line, "redit")
    return True
