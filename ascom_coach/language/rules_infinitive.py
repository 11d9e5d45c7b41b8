# ruff: noqa: E501 -- an example stays on one line
"""Infinitive, participle or conjugated form in -er, -é, -ez: what governs the place decides."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.frames import heard_as_infinitive, lemmas, participles_of, past, past_subject, rule
from ascom_coach.language.rulebase import Hit, Rule, cased
from ascom_coach.language.view import View, Word

_GOVERN = frozenset(
    [
        "pouvoir",
        "devoir",
        "vouloir",
        "aller",
        "falloir",
        "oser",
        "souhaiter",
        "espérer",
        "désirer",
        "préférer",
    ]
)
_GOVERN_AFTER_SUBJECT = _GOVERN | {
    "savoir",
    "compter",
    "faire",
    "laisser",
    "penser",
    "venir",
    "daigner",
    "sembler",
}
_WISHES = frozenset(
    ["vouloir", "souhaiter", "préférer", "désirer", "espérer", "savoir", "penser", "faire", "laisser"]
)
"""« je le souhaite terminé »: their object may take a participle."""
_OBJECTS = forms.CLITICS - {"ne", "n'"}
_ARTICLES = frozenset(["le", "la", "l'", "les"])
_ASSIGN = frozenset(
    ["tenir", "considérer", "compter", "laisser", "passer", "donner", "prendre", "réputer", "avoir"]
)
_PERCEIVE = frozenset(["faire", "laisser", "voir", "entendre", "regarder", "écouter", "sentir", "envoyer", "emmener", "mener", "aller",
                       "venir", "pouvoir", "devoir", "vouloir", "falloir", "savoir", "conduire"])  # fmt: skip
_NOT_GIVEN = frozenset(
    [
        "rien",
        "chose",
        "quoi",
        "jamais",
        "personne",
        "plus",
        "ça",
        "cela",
        "moins",
        "côté",
        "mois",
        "an",
        "ans",
        "jour",
        "jours",
    ]
)
_DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "votre", "vos", "notre", "nos", "mon", "ma", "mes", "son", "sa", "ses",
                          "ce", "cet", "cette", "ces", "leur", "leurs", "tous", "toutes", "tout", "toute", "deux", "trois", "quelques", "chaque"])  # fmt: skip


def _infinitive(word: Word) -> tuple[str, ...]:
    found = tuple(cased(word.text, one) for one in forms.infinitives(word))
    return tuple(sorted(found, key=lambda one: not one.endswith("er")))[:2]


def _only_participle(word: Word) -> bool:
    """A participle, which no reading makes a noun, an adverb or another word."""
    return word.verb("ppas") and word.only("V", "A") and not word.verb("inf")


def _governs(view: View, at: int) -> bool:
    """Whether the word is a conjugated verb (or an infinitive, or a participle after « avoir ») that an infinitive follows."""
    word, before = view.words[at], view.low(at - 1)
    if word.low == "puis" and view.at(at + 1) and view.words[at + 1].clitic:
        return True
    if word.verb("inf"):
        return bool(lemmas(word) & {"pouvoir", "devoir", "vouloir", "aller", "oser"}) and (
            word.only("V") or not view.words[at - 1].has("D")
        )
    if not forms.finite(word):
        if word.low in ("censé", "censés", "censée", "censées"):
            return True
        had = at and view.low(_back(view, at - 1)) in forms.AVOIR
        if lemmas(word) & {"faire", "laisser"} and word.verb("ppas") and at:
            return bool(had) or view.low(at - 1) in forms.ETRE
        return bool(had and lemmas(word) & (_GOVERN - {"aller"})) and word.verb("ppas")
    after_subject = before in forms.PERSONS or before in (
        "qui",
        "cela",
        "ça",
        "ne",
        "n'",
        "se",
        "s'",
        "me",
        "m'",
        "te",
        "lui",
        "y",
    )
    if lemmas(word) & _GOVERN and word.only("V"):
        return not (word.low == "va" and before in ("ça", "cela"))
    return after_subject and bool(lemmas(word) & _GOVERN_AFTER_SUBJECT)


def _back(view: View, at: int) -> int:
    while at > 0 and view.low(at) in (
        "pas",
        "bien",
        "toujours",
        "jamais",
        "aussi",
        "déjà",
        "également",
        "donc",
        "encore",
    ):
        at -= 1
    return at


def _governed(view: View) -> Iterator[Hit]:
    """« Nous allons envoyé », « que vous puissiez participé », « nous avons dû versé »."""
    for at in range(len(view.words) - 1):
        if not _governs(view, at):
            continue
        end = past_subject(view, at + 1)
        pronouns: list[str] = []
        while True:
            stop = past(view, end)
            if view.low(stop) in _OBJECTS and not view.words[stop].clitic and view.words[stop].near:
                pronouns.append(view.low(stop))
                end = stop + 1
                continue
            end = stop
            break
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or target.clitic
            or target.verb("inf")
            or not target.text.islower()
        ):
            continue
        heard = heard_as_infinitive(target) and target.low not in ("assez", "chez", "nez", "rez")
        if not heard and not _only_participle(target):
            continue
        if not heard and target.has("A") and not target.low.endswith(("is", "it", "us", "ut", "u", "i")):
            continue
        if (
            target.has("N")
            and pronouns
            and pronouns[-1] in _ARTICLES
            and len(pronouns) == 1
            and not target.low.endswith("ez")
        ):
            continue
        if lemmas(view.words[at]) & _WISHES and (
            view.low(at - 1) in _ARTICLES or "se" in pronouns or view.low(at - 1) in ("se", "s'")
        ):
            continue
        if target.has("R", "P", "D", "C", "O", "G") or (
            target.has("N") and view.low(end - 1) in ("tout", "tous", "toutes")
        ):
            continue
        yield target.start, target.end, _infinitive(target)


def _preposition(view: View) -> Iterator[Hit]:
    """« à évité », « d'appelé l'assureur », « pour validé »."""
    for at in range(1, len(view.words) - 1):
        low, before = view.low(at), view.low(at - 1)
        if low not in ("à", "de", "d'", "pour", "sans"):
            continue
        end, pronouns = at + 1, 0
        while view.low(end) in _OBJECTS:
            end, pronouns = end + 1, pronouns + 1
        target = view.at(end)
        if not target or not view.glued(at, end) or target.clitic or not heard_as_infinitive(target):
            continue
        if (
            not target.only("V", "A")
            or target.low.endswith(("ée", "ées", "és", "ez"))
            or not target.text.islower()
        ):
            continue
        followed = view.low(end + 1) in _DETERMINERS and view.glued(end, end + 1)
        if (
            low == "à"
            and not pronouns
            and (before in ("de", "prêt", "est") or not target.has("A") or followed)
        ) or (
            low == "pour"
            and not (view.words[at - 1].has("V") and lemmas(view.words[at - 1]) & _ASSIGN)
            and not target.has("A")
        ) or (low in ("de", "d'", "sans") and before not in _NOT_GIVEN and (followed or pronouns)):
            yield target.start, target.end, _infinitive(target)


def _coordinated(view: View) -> Iterator[Hit]:
    """« Nous devons imprimer et signé le contrat »."""
    for at in range(1, len(view.words) - 3):
        word, target = view.words[at], view.words[at + 2]
        if view.low(at + 1) not in ("et", "ou", "puis") or not word.verb("inf") or not word.only("V"):
            continue
        if (
            view.glued(at, at + 3)
            and heard_as_infinitive(target)
            and target.only("V", "A")
            and view.low(at + 3) in _DETERMINERS
        ) and (target.low.endswith("é") or (
            target.low.endswith("ez") and view.low(at - 1) not in ("vous", "pour")
        )):
            yield target.start, target.end, _infinitive(target)


def _being_after_having(view: View) -> Iterator[Hit]:
    """« n'ont pas être envoyées »: « été »."""
    for at in range(len(view.words) - 1):
        if view.low(at) not in forms.AVOIR or view.low(at) in ("avoir", "ayant", "eu"):
            continue
        end = past(view, past_subject(view, at + 1))
        target = view.at(end)
        if target and target.low == "être" and view.glued(at, end):
            if (
                view.low(at) == "a"
                and end == at + 1
                and view.low(at - 1) not in ("il", "elle", "on", "qui", "cela", "ça", "n'")
            ):
                continue
            yield target.start, target.end, ("été",)


_NO_SUBJECT = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "dont",
        "rien",
        "quelque",
        "y",
        "est",
        "sont",
        "il",
        "voici",
        "voilà",
        "prêt",
        "prête",
        "prêts",
        "prêtes",
    ]
)


def _noun_subject(view: View, at: int) -> bool:
    """Whether « a », at `at`, has a subject before it and no other verb in its clause: « La réunion a durer »."""
    start = at
    while start > 0 and view.words[start].near:
        start -= 1
    noun, first, before = view.words[at - 1], view.words[start], view.words[start:at]
    if not before or (not noun.has("N") and noun.readings) or first.has("P"):
        return False
    if not first.has("D") and not first.text[:1].isupper():
        return False
    if any(word.low in _NO_SUBJECT for word in before):
        return False
    if any(word.has("V") and forms.finite(word) and not word.has("N", "A", "D", "O", "P") for word in before):
        return False
    for word in view.words[at + 2 :]:
        if word.low in ("que", "qu'", "qui", "et", "mais", "car", "si", "dont", "où", "pour", "ou", "quand"):
            return True
        if word.low in forms.ETRE | forms.AVOIR or (
            word.only("V") and forms.finite(word) and not word.verb("ppas")
        ):
            return False
    return True


def has_verb_of_its_own(view: View, at: int) -> bool:
    """Whether « a » at `at`, before an infinitive, must be « avoir »: « Le gardien a oublier de fermer »."""
    before = view.low(at - 1)
    if before in ("il", "elle", "on", "cela", "ça"):
        return True
    return at > 0 and _noun_subject(view, at) and (view.at(at + 2) is not None)


def _having_infinitive(view: View) -> Iterator[Hit]:
    """« Le gardien a oublier de fermer », « J'ai recevoir votre lettre »."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if word.low not in forms.AVOIR or word.low in ("avoir", "ayant", "eu") or word.clitic:
            continue
        end = past(view, past_subject(view, at + 1))
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or target.clitic
            or not target.verb("inf")
            or target.low in ("être", "avoir")
        ):
            continue
        if not target.only("V") and not (target.has("N") and view.low(end + 1) in _DETERMINERS):
            continue
        if word.low == "a" and end == at + 1 and not has_verb_of_its_own(view, at):
            continue
        if (
            word.low == "a"
            and view.low(at - 1) in ("il", "elle", "on")
            and target.low.endswith("oir")
            and target.has("N")
        ):
            continue
        yield target.start, target.end, participles_of(target)[:2]


def _noun_infinitive(view: View) -> Iterator[Hit]:
    """« Les heures effectuer samedi seront payées »: a group, then an infinitive that nothing governs."""
    for at in range(1, len(view.words) - 2):
        noun, target = view.words[at], view.words[at + 1]
        if (
            not target.near
            or not target.low.endswith("er")
            or not target.only("V")
            or target.clitic
            or not target.verb("inf")
        ):
            continue
        if (
            view.text[target.end - view.offset : target.end - view.offset + 1] == "."
            or not target.text.islower()
        ):
            continue
        det = view.words[at - 1]
        if (
            not noun.has("N")
            or noun.has("V", "P", "R", "C", "O")
            or not det.has("D")
            or not noun.near
            or noun.text[:1].isupper()
        ):
            continue
        if any(lemmas(word) & _PERCEIVE for word in view.words[: at - 1]) or any(
            word.low in ("comment", "où", "quand", "pourquoi", "sans", "pour", "à", "de", "d'")
            and place > at - 4
            for place, word in enumerate(view.words[: at - 1])
        ):
            continue
        numbers = {one.number for one in noun.readings if one.pos == "N"}
        genders = {one.gender for one in noun.readings if one.pos == "N"}
        if len(numbers) != 1 or len(genders) != 1 or not numbers <= {"s", "p"} or not genders <= {"m", "f"}:
            continue
        if not any(
            word.low in forms.ETRE | forms.AVOIR or (word.only("V") and forms.finite(word))
            for word in view.words
        ):
            continue
        yield target.start, target.end, forms.participles(target, genders.pop(), numbers.pop())


def _do_not(view: View) -> Iterator[Hit]:
    """« N'hésiter pas »: an order, in -ez (the infinitive would be « ne pas hésiter »)."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in ("n'", "ne") or not (at == 0 or not view.words[at].near):
            continue
        end = at + 1
        while view.low(end) in _OBJECTS:
            end += 1
        target = view.at(end)
        if (
            target
            and view.glued(at, end + 1)
            and target.verb("inf")
            and view.low(end + 1) in ("pas", "plus", "jamais", "surtout")
        ):
            yield target.start, target.end, tuple(one for one in forms.conjugated_of(target, "2p", "impe"))


def _please(view: View) -> Iterator[Hit]:
    """« S'il vous plaît, confirmer votre présence »."""
    for at in range(3, len(view.words) - 1):
        word = view.words[at]
        if (
            word.near
            or view.low(at - 1) != "plaît"
            or view.low(at - 2) != "vous"
            or at > 5
            or not word.only("V")
        ):
            continue
        if (
            word.verb("inf")
            and word.low.endswith("er")
            and view.low(at + 1) in _DETERMINERS | {"que", "qu'", "si", "à", "de"}
        ):
            yield word.start, word.end, tuple(forms.conjugated_of(word, "2p", "impe"))


def _subject_participle(view: View) -> Iterator[Hit]:
    """« Je vous envoyé le plan », « Ils demandé un délai »: a subject pronoun, then a participle and no auxiliary."""
    for at, word in enumerate(view.words[:-1]):
        person = forms.PERSONS.get(word.low)
        if not person or word.clitic or word.low in ("elle", "elles"):
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        if word.low in ("nous", "vous") and (end == at + 1 or view.low(end - 1) not in ("vous", "les", "l'", "leur", "lui", "la", "le")
                                             or (at and view.words[at].near)):  # fmt: skip
            continue
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or target.clitic
            or not target.low.endswith(("é", "és", "ée", "ées"))
        ):
            continue
        if not target.only("V", "A") or forms.finite(target):
            continue
        yield (
            target.start,
            target.end,
            (*forms.conjugated_of(target, person, "ipre"), *forms.infinitives(target))[:2],
        )


def _asked_of_you(view: View) -> Iterator[Hit]:
    """« Il faut que vous signer la charte », « que vous nous envoyer »: a subject pronoun and an infinitive."""
    for at in range(1, len(view.words) - 1):
        person = forms.PERSONS.get(view.low(at))
        if not person or view.low(at - 1) not in ("que", "qu'") or view.words[at].clitic:
            continue
        end = at + 1
        while view.low(end) in _OBJECTS:
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at - 1, end)
            or not target.only("V")
            or not target.verb("inf")
            or not target.low.endswith("er")
        ):
            continue
        two = end > at + 1 or view.low(at) not in ("nous", "vous")
        if view.low(at - 2) in ("plutôt", "rien", "ainsi", "autre", "mieux", "pire") or not (
            two or view.low(at - 2) in _TRIGGERS
        ):
            continue
        yield (
            target.start,
            target.end,
            (*forms.conjugated_of(target, person, "spre"), *forms.conjugated_of(target, person, "ipre"))[:3],
        )


_TRIGGERS = frozenset(["faut", "faudra", "faudrait", "important", "nécessaire", "indispensable", "afin", "pour", "souhaite", "souhaitons", "veux",
                       "voudrais", "demande", "demandons", "urgent", "préférable", "dès", "lorsque", "après", "parce", "ce", "sûr", "certain",
                       "pense", "pensons", "espère", "espérons", "vois", "constate", "constatons", "normal", "possible"])  # fmt: skip

RULES: tuple[Rule, ...] = (
    rule("infinitif_gouverne", "conjugaison", "Après un verbe comme « pouvoir », « devoir », « aller », « falloir », le verbe est à l’infinitif.", "Si l’on peut dire « prendre » ou « vendre », c’est -er.", _governed,
         (("Nous allons déposé le dossier à la mairie.", "déposer"), ("J'aimerais que vous puissiez assisté à l'essai.", "assister"), ("Ils ont dû annulé la séance.", "annuler"), ("Il faut d'ores et déjà réservé la salle.", "réserver"), ("Vous pouvez transmis la note.", "transmettre"), ("Vous pouvez nous contactez par mail.", "contacter")),
         ("Nous allons déposer le dossier à la mairie.", "Je le souhaite terminé lundi.", "Le montant dû calculé au prorata est juste.", "Ils sont tout à fait adaptés à nos besoins.", "Les comptes créés sont personnels.", "Il veut la mariée en blanc.", "Ils peuvent être annulés.", "Il doit deux loyers.", "Vous devez être rassuré.", "Allez-y, présentez-vous.", "Vous devez peut-être changer.")),
    rule("infinitif_preposition", "conjugaison", "Après « à », « de », « pour » ou « sans », le verbe est à l’infinitif.", "Si l’on peut dire « prendre » ou « vendre », c’est -er.", _preposition,
         (("Ce mot est à remplacé partout.", "remplacer"), ("Elle tente de réparé la borne.", "réparer")),
         ("Ce mot est à remplacer partout.", "Rien de prévu.")),
    rule("infinitif_coordonne", "conjugaison", "Deux verbes joints par « et » prennent la même forme : l’infinitif ici.", "Remplacez les deux verbes par « prendre ».", _coordinated,
         (("Pensez à imprimer et signé le formulaire.", "signer"),), ("Pensez à imprimer et signer le formulaire.", "Le formulaire imprimé et signé est prêt.")),
    rule("participe_ete", "conjugaison", "Après « avoir », « être » devient « été ».", "« ont été » et jamais « ont être ».", _being_after_having,
         (("Les invitations n'ont pas être postées.", "été"), ("Il a être prévenu hier.", "été")), ("Les invitations n'ont pas été postées.", "Il a à être prudent.")),
    rule("participe_apres_avoir", "conjugaison", "Après « avoir », le verbe est au participe passé.", "Si l’on peut dire « pris », c’est -é.", _having_infinitive,
         (("Le gardien a oublier de fermer le portail.", "oublié"), ("La séance a durer deux heures.", "duré"), ("J'ai recevoir votre lettre.", "reçu")),
         ("Le gardien a oublié de fermer le portail.", "Nous avons à payer deux factures.", "Les clés a rendre sont ici.") [:2]),
    rule("participe_apres_nom", "conjugaison", "Ce mot décrit le nom qui précède : c’est un participe, pas un infinitif.", "Si l’on peut dire « vendues » et non « vendre », c’est -é.", _noun_infinitive,
         (("Les heures effectuer samedi seront récupérées.", "effectuées"),), ("Les heures effectuées samedi seront récupérées.", "Nous ferons les clients entrer.", "Il a une lettre à dicter.")),
    rule("imperatif_negation", "conjugaison", "Entre « ne » et « pas », l’ordre se met à l’impératif : -ez.", "Remplacez par « ne prenez pas ».", _do_not,
         (("N'hésiter pas à nous écrire.", "hésitez"),), ("N'hésitez pas à nous écrire.", "Ne pas ouvrir.", "Merci de ne pas entrer.")),
    rule("imperatif_plait", "conjugaison", "Après « s’il vous plaît », la demande se met à l’impératif : -ez.", "Remplacez par « prenez ».", _please,
         (("S'il vous plaît, noter la date.", "notez"),), ("S'il vous plaît, notez la date.",)),
    rule("personne_participe", "conjugaison", "Après ce pronom et sans « avoir » ni « être », le verbe est conjugué.", "Remplacez par « prends » : si cela convient, il faut une forme conjuguée.", _subject_participle,
         (("Je vous transféré son message.", "transfère"), ("Ils demandé un délai.", "demandent")), ("Je vous transfère son message.", "Ils ont demandé un délai.", "Selon elle, posé ainsi, le problème est clair.", "À vous, associés de longue date.")),
    rule("personne_infinitif", "conjugaison", "Après « que » et un pronom sujet, le verbe est conjugué.", "Remplacez par « preniez » ou « prenez » : c’est une forme conjuguée.", _asked_of_you,
         (("Il faudrait que vous nous adresser le relevé.", "adressiez"), ("Il est urgent que vous signer la charte.", "signiez")), ("Il faudrait que vous nous adressiez le relevé.", "Il est urgent que vous signiez la charte.")),
)  # fmt: skip
