# ruff: noqa: E501 -- a pattern stays on one line
"""Advice on tone and on the reader: what a text says well or badly to the person who receives it.

Every remark is labelled `style` and never counted: advice, not a fault. It looks at the whole text (is it a letter,
does it answer a complaint?), so it stands beside the engines of `proofreading.py` and is not merged with them.

The limit of 40 words a sentence is ours: plain-language guides ask for 15 to 25 on average, and the correct office
letters of our own test set hold none above 40.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from ascom_coach.language.letters import letter_parts
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.register import register_of
from ascom_coach.language.remarks import Remark
from ascom_coach.language.said.acts import find_acts
from ascom_coach.language.said.promises import find_promises
from ascom_coach.language.text import fold, plain, sentences, words

SOURCE = "integre"
LONG = 40
"""Words in a sentence above which it is called long."""
LETTER = 40
"""Words under which a text is a note, and is asked for no greeting."""
HEAVY = 20
"""Words in a sentence from which two passive verbs are already many; three are, whatever its length."""
HEAD, TAIL = 8, 8
"""Lines in which the kind of a text and its taking leave are looked for."""
SHOWN = 90
"""Characters of a long sentence that are quoted."""
_NOWHERE = dt.date(2026, 1, 5)

Advice = tuple[int, int]
_MESSAGES: dict[str, tuple[str, str]] = {
    "ton_phrase_longue": (
        "Cette phrase est longue : votre lecteur en perd le début avant d’en voir la fin.",
        "Lisez-la à voix haute, sans reprendre votre souffle. Où mettriez-vous un point ?",
    ),
    "ton_administratif": (
        "Cette tournure administrative ne dit pas qui agit, et met le lecteur à distance.",
        "Demandez « qui fait quoi ? », puis dites-le avec « nous », « je » ou « vous ».",
    ),
    "ton_passif": (
        "Plusieurs verbes passifs de suite, sans personne qui agit : le lecteur ne sait pas qui s’occupe de lui.",
        "Commencez par la personne qui agit : « nous avons… » au lieu de « il a été… ».",
    ),
    "ton_reproche": (
        "Cette tournure accuse le lecteur : il se défendra au lieu de vous lire.",
        "Dites le fait sans désigner de coupable : qu’avez-vous reçu, que manque-t-il ?",
    ),
    "ton_ordre": (
        "Cet ordre est sec : une demande s’adoucit.",
        "Essayez avec « merci de… », « pourriez-vous… » ou « je vous remercie de… ».",
    ),
    "ton_appel": (
        "Je ne trouve pas de formule d’appel : le lecteur n’est pas salué.",
        "À qui écrivez-vous ? Nommez-le sur la première ligne.",
    ),
    "ton_politesse": (
        "Je ne trouve pas de formule de politesse à la fin.",
        "Comment prendriez-vous congé si cette personne était devant vous ?",
    ),
    "ton_sans_date": (
        "Vous promettez quelque chose sans dire quand : le lecteur ne sait pas combien attendre.",
        "Ajoutez un jour, une heure ou un délai que vous pouvez tenir.",
    ),
    "ton_delai_vague": (
        "Ce délai est vague : chacun l’entend à sa façon.",
        "Remplacez-le par un jour ou un nombre d’heures.",
    ),
    "ton_empathie": (
        "Vous répondez à une personne mécontente, et rien ne dit que vous l’avez comprise.",
        "Que ressent-elle ? Dites-le d’abord, avec vos mots ; la solution vient ensuite.",
    ),
}  # fmt: skip


def tone_advice(text: str) -> list[Remark]:
    """Advice on `text`, in order. Offsets are code points of `text`."""
    found = []
    for rule, find in _FINDERS.items():
        message, test = _MESSAGES[rule]
        for start, end in find(text):
            found.append(
                Remark(start, end, "style", rule, text[start:end], message, (), (SOURCE,), False, test)
            )
    return sorted(found, key=lambda one: (one.start, one.end, one.rule))


def _long(text: str) -> Iterator[Advice]:
    for sentence in sentences(text):
        if len(words(sentence.text)) > LONG:
            shown = sentence.text
            if len(shown) > SHOWN:
                shown = shown[:SHOWN].rsplit(None, 1)[0]
            yield sentence.start, sentence.start + len(shown)


def _pattern(source: str, unless: str = "") -> Callable[[str], Iterator[Advice]]:
    """A finder on the folded text, quotations aside; `unless` cancels a match when it fits what stands before it."""
    pattern = re.compile(source)
    before = re.compile(rf"(?:{unless})$") if unless else None

    def find(text: str) -> Iterator[Advice]:
        folded = fold(text)
        whole = _QUOTED.sub(lambda match: " " * len(match.group()), folded.text)
        for match in pattern.finditer(whole):
            if before is None or not before.search(whole[max(0, match.start() - 40) : match.start()]):
                yield folded.span(*match.span())

    return find


_QUOTED = re.compile(r"«[^»]*»|\"[^\"\n]{2,}\"")
_BUREAUCRATIC = (
    r"(?<!\w)(?:il (?:a ete|est|sera|va etre) (?:procede a|decide (?:que|de)|constate que|porte a (?:votre|la) connaissance|fait droit a|mis en oeuvre|pris acte)"
    r"|il (?:y a lieu|convient|conviendrait|appartient a (?:vous|votre|l')|vous appartient) de|est portee? a votre connaissance|force est de constater"
    r"|nonobstant|(?:le |la |les )?sus(?:mentionn|vis|indiqu|nomm|dit)\w*|ladite|ledit|lesdite?s|dudit|desdite?s|en date du|en lieu et place de"
    r"|afferent\w*|y relati[fv]\w*|(?:ne (?:peut|pourra|saurait) (?:y )?etre (?:donne suite|fait droit))|donner une suite favorable a votre requete"
    r"|votre (?:demande|requete|reclamation|courrier) (?:a ete|est|sera) (?:prise?|mise?) en (?:compte|consideration|attente|cours)(?: de traitement)?"
    r"|(?:est|sont) en cours de traitement|par nos services|suite a ete donnee a|(?:faire|a fait|fera|fait) l'objet d'un(?:e)? (?:traitement|examen|etude|rejet)|dans le cadre de la presente|aux fins de)(?!\w)"
)
_BLAME = (
    r"(?<!\w)(?:vous (?:avez|aviez) (?:omis|oublie|neglige|manque|refuse) (?:de|d')|vous (?:avez|aviez) (?:omis|neglige)(?! de)"
    r"|vous (?:pretendez|osez|exagerez|vous trompez|vous etes trompee?s?|faites erreur|etes de mauvaise foi|ne savez pas (?:lire|ecrire|compter)|vous obstinez|n'avez qu'a|n'aviez qu'a|devriez (?:savoir|avoir))"
    r"|vous n'avez (?:meme )?(?:pas|jamais) (?:daigne|juge (?:bon|utile)|pris (?:la peine|le temps|soin)|respecte|lu|compris|voulu|su|fait (?:le necessaire|attention))"
    r"|vous (?:auriez|n'auriez) (?:pas |jamais )?du (?:nous |me |m'|le |la |les |l'|y |vous )*\w+(?:er|ir|re|oir)|il (?:vous )?suffisait de (?:lire|demander|nous|appeler|verifier)|(?:comme|ainsi que) (?:je|nous) (?:vous l'ai|vous l'avons|l'ai|l'avons) deja (?:\w+ ){0,2}(?:dit|ecrit|indique|explique|precise|signale|rappele)\w*"
    r"|(?:c'est|par|de) (?:uniquement |entierement )?(?:de )?votre (?:faute|negligence|oubli|erreur)|votre (?:negligence|inattention|mauvaise foi|soi-disant|pretendue?)"
    r"|contrairement a ce que vous (?:affirmez|pretendez|dites|ecrivez|soutenez)|si vous aviez (?:lu|verifie|pris|fait attention|suivi|respecte)|vous etes (?:la |le )?seule? responsable|encore une fois,? vous)(?!\w)"
)
_NOT_BLAME = r"(?:si|quand|lorsque|ou|que|qu'|parce que) |(?:au cas ou|dans le cas ou) "
"""« si vous avez oublié de… » helps; what others say (« elle pense que vous avez oublié ») is reported."""
_ORDER = (
    r"(?:(?<=[.!?:;\n] )|(?<=[.!?:;\n])|^)(?:(?:alors|donc|et),? )?(?:envoyez|renvoyez|retournez|rappelez|repondez|adressez|fournissez|donnez|payez|reglez|transmettez|remettez|faites|communiquez)"
    r"(?:-(?:le|la|les))?-(?:nous|moi)(?![^.!?\n]*(?:s'il vous plait|svp|merci|(?:si|quand|des que) (?:vous|besoin|possible)|en cas|n'hesitez))[^.!?\n]{0,60}"
    r"|(?<!\w)vous (?:devez|etes tenue?s? de) (?:imperativement|absolument|obligatoirement|immediatement)|(?<!\w)il faut (?:imperativement|absolument) (?:nous |me |que vous )|(?<!\w)(?:il est (?:imperatif|obligatoire)|j'exige|nous exigeons|je veux|nous voulons) que vous(?!\w)|(?<!\w)(?:payez|reglez|repondez) (?:immediatement|au plus vite|sans delai)(?!\w)"
)
_VAGUE = r"(?<!\w)(?:dans les (?:plus brefs|meilleurs) delais|le plus (?:vite|rapidement|tot) possible|des que possible|(?:au|le) plus (?:vite|tot)|sous peu|prochainement|tres bientot|d'ici peu|dans un avenir proche|tout prochainement)(?!\w)"
_PASSIVE = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|aura|auront) ete \w{3,}(?:e|ee|es|ees|i|ie|is|ies|u|ue|us|ues|it|ite|its|ites)(?!\w)|(?<!\w)(?:est|sont|sera|seront|etait|etaient|serait|seraient) (?:\w+ment )?(?!(?:allee?s?|arrivee?s?|partie?s?|passee?s?|venue?s?|restee?s?|disponible|prete?s?)(?!\w))\w{4,}(?:ee|es|ees|isee?s?|quee?s?|tee?s?|uee?s?)(?!\w)"
)
_FIRST_PERSON = re.compile(r"(?<!\w)(?:je|j'|nous|notre|nos|mon|ma|mes|vous)(?!\w)")


def _passive(text: str) -> Iterator[Advice]:
    if not register_of(text).vouvoiement:
        return
    for sentence in sentences(text):
        folded = plain(sentence.text)
        found = len(_PASSIVE.findall(folded)) + (len(words(sentence.text)) > HEAVY)
        if found >= 3 and not _FIRST_PERSON.search(folded) and " par " not in folded:
            yield sentence.start, sentence.end


_WITHOUT_GREETING = re.compile(
    r"(?<!\w)(?:compte[- ]rendu|note (?:de service|interne|d'information)|proces[- ]verbal|rapport|ordre du jour|attestation|convocation|memo)(?!\w)"
)


def _correspondence(text: str) -> dict[str, tuple[int, int, int]] | None:
    """The parts of a letter or a mail to somebody; None for notes, minutes, and texts that speak to nobody."""
    if len(words(text)) < LETTER or len(register_of(text).vouvoiement) < 2:
        return None
    if any(_WITHOUT_GREETING.match(plain(line).strip(" #*—–-")) for line in text.splitlines()[:HEAD]):
        return None
    found = letter_parts(text.split("\n"))
    return found if {"objet", "appel", "politesse", "signature"} & set(found) else None


def _greeting(text: str) -> Iterator[Advice]:
    found = _correspondence(text)
    if found is not None and "appel" not in found and not re.match(r"\W*(?:bonjour|cher)", plain(text)):
        yield _line(text, first=True)


def _closing(text: str) -> Iterator[Advice]:
    found = _correspondence(text)
    last = [plain(line).strip() for line in text.splitlines() if line.strip()][-TAIL:]
    if found is not None and "politesse" not in found and not any(_FAREWELL.search(line) for line in last):
        yield _line(text, first=False)


_FAREWELL = re.compile(
    r"^(?:bien|tres|tout) a (?:vous|toi)(?!\w)|^(?:a|au) (?:tres |tout )?(?:bientot|vite|demain|plaisir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|l'annee|la semaine|notre)"
    r"|^(?:nous vous|je vous|et nous vous) (?:souhait|adress|remerci|attend|pri)|^(?:bonne|bon|belle|excellent)|^(?:merci|au nom|avec (?:toutes |tous )?(?:nos|mes))"
    r"|(?<!\w)(?:esper(?:e|ons) vous|(?:ravie?s?|heureu(?:x|se|ses)|plaisir) de vous)"
)
"""Other ways of taking leave in the last lines: thanks, wishes, a day to meet, pleasure to see the reader."""


def _line(text: str, *, first: bool) -> Advice:
    """The first or the last line that holds something, as a place for what is missing."""
    spans = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    start, end = spans[0] if first else spans[-1]
    return start, min(end, start + SHOWN)


_WHEN = re.compile(
    r"(?<!\w)(?:aujourd'hui|demain|ce (?:jour|soir|matin|midi)|cet(?:te)? (?:apres-midi|semaine|annee)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|avant|sous \w+|des (?:qu|demain|ce|recep|votre|notre|l'|la |le |mon |aujourd|maintenant|leur|son )|d'ici|dans (?:la|l'|les|un|une|deux|trois|\w+ (?:heure|jour)|quelques)"
    r"|la semaine|le mois|immediatement|tout de suite|maintenant|aussitot|a la fin|en fin de|fin (?:de )?(?:semaine|mois)|la veille|le lendemain|en meme temps|chaque|au fur et a mesure"
    r"|ci-joint|lors d|a (?:votre|son|leur|mon) (?:retour|arrivee|venue)|jusqu'|pendant|apres|quand |lorsqu|si |s'il|sur place|le moment venu|au cours|ensuite|a partir|a compter|a reception)"
)
_DATED = frozenset(["date", "heure", "delai", "periode", "jour", "duree"])
_BINDING = frozenset(["rembourser", "livrer", "rappeler", "remplacer", "reparer"])
"""Promises that a reader waits for; sending what is enclosed or keeping informed needs no day."""


def _undated(text: str) -> Iterator[Advice]:
    seen: set[int] = set()
    for promise in find_promises(text, _NOWHERE):
        folded = plain(promise.text)
        binding = promise.sense in _BINDING or _SENT.search(folded)
        if not binding or promise.conditional or promise.start in seen or not _later(promise.text):
            continue
        if (
            any(value.kind in _DATED for value in promise.values)
            or _WHEN.search(folded)
            or _VAGUE_FORM.search(folded)
        ):
            continue
        seen.add(promise.start)
        yield promise.start, promise.end


_SENT = re.compile(r"(?<!\w)enverr(?:ai|ons)(?!\w)")
_FUTURE = re.compile(
    r"(?<!\w)on (?:vous |te |le |la |les )*\w+ra(?!\w)|(?<!\w)(?:sera|seront|recevrez|parviendra|parviendront)(?!\w)"
    r"|(?<!\w)serez (?:\w+ment )?(?:livre|rembourse|rappele|contacte|prevenu|depanne)\w*"
    r"|(?<!\w)(?:vais|allons|va) (?:vous |te |le |la |les )*\w+(?:er|ir|re)(?!\w)|(?<!\w)(?:promets|promettons|m'engage|nous engageons) "
)


def _later(text: str) -> bool:
    """Whether a promise is for later: a future in the first person, or another way of saying so."""
    own = (word.text.lower() for word in words(text))
    return bool(_FUTURE.search(plain(text))) or any(
        word.endswith(("rai", "rons")) and lexicon().verb(word, "ifut") for word in own
    )


_VAGUE_FORM = re.compile(_VAGUE)


def _vague(text: str) -> Iterator[Advice]:
    """A vague delay in what the writer promises; asking the reader to act « dès que possible » is another matter."""
    for promise in find_promises(text, _NOWHERE):
        folded = fold(promise.text)
        match = _VAGUE_FORM.search(folded.text)
        if match and not any(value.kind in _DATED for value in promise.values):
            start, end = folded.span(*match.span())
            yield promise.start + start, promise.start + end
            return


_COMPLAINT = re.compile(
    r"(?<!\w)(?:votre|vos) (?:reclamation|plainte|mecontentement|insatisfaction|deception|courrier de reclamation|colere)s?(?!\w)"
    r"|(?<!\w)(?<!je )(?<!nous )(?<!on )vous (?:nous |m'|me )?(?:avez |aviez )?(?:signal|fait part|inform|expliqu|ecri|indiqu|reproch|plaign|plaint|deplor|rapport)\w*[^.!?]{0,120}(?:retard|casse|abime|endommag|defectueu|defaut|panne|erreur|manqu|mecontent|desagrement|probleme|probleme|incident|en double|jamais (?:recu|arrive)|pas (?:recu|arrive|fonctionn)|fuite|facture)\w*"
    r"|(?<!\w)suite a (?:votre|la) (?:reclamation|plainte)(?!\w)"
)


def _no_empathy(text: str) -> Iterator[Advice]:
    if len(words(text)) < LETTER:
        return
    folded = fold(text)
    match = _COMPLAINT.search(folded.text)
    if (
        match
        and not {act.act for act in find_acts(text)} & {"empathie", "excuse"}
        and not _REGRET.search(folded.text)
    ):
        yield folded.span(*match.span())


_REGRET = re.compile(
    r"(?<!\w)(?:excuse|regrett|desol|navr|comprenons|comprends|conscient|sensible|deplor|au regret|confus)\w*"
)


def _once(find: Callable[[str], Iterator[Advice]]) -> Callable[[str], Iterator[Advice]]:
    """Each advice at each place once, in order."""
    return lambda text: iter(sorted(set(find(text))))


_FINDERS: dict[str, Callable[[str], Iterator[Advice]]] = {
    "ton_phrase_longue": _long,
    "ton_administratif": _once(_pattern(_BUREAUCRATIC)),
    "ton_passif": _passive,
    "ton_reproche": _once(_pattern(_BLAME, _NOT_BLAME)),
    "ton_ordre": _once(_pattern(_ORDER)),
    "ton_appel": _greeting,
    "ton_politesse": _closing,
    "ton_sans_date": _once(_undated),
    "ton_delai_vague": _vague,
    "ton_empathie": _no_empathy,
}
