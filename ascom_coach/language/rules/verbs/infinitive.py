# ruff: noqa: E501 -- an example stays on one line
"""The infinitive in -er, told from -é and -ez by what governs the place."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas, past, past_subject
from ascom_coach.language.syntax.view import View, Word

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
}
_WISHES = frozenset(
    ["vouloir", "souhaiter", "préférer", "désirer", "espérer", "savoir", "penser", "faire", "laisser"]
)
"""« je le souhaite terminé »: their object may take a participle."""
OBJECTS = forms.CLITICS - {"ne", "n'"}
_ARTICLES = frozenset(["le", "la", "l'", "les"])
_ASSIGN = frozenset(
    ["tenir", "considérer", "compter", "laisser", "passer", "donner", "prendre", "réputer", "avoir"]
)
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
DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "votre", "vos", "notre", "nos", "mon", "ma", "mes", "son", "sa", "ses",
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
            word.only("V") or (word.near and not view.words[at - 1].has("D"))
        )  # « (pouvoir donné à Mme Roux) »: the noun
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


def _stands_so(view: View, at: int, end: int, target: Word) -> bool:
    """« elle vint accompagnée », « j'irai armé », « on ne peut plus ravi »: the participle says how one is."""
    word, after = view.words[at], view.at(end + 1)
    if view.low(at - 1) in ("ne", "n'") and view.low(at - 2) == "on" and view.low(at + 1) in ("plus", "pas"):
        return True
    moves = word.verb("ipsi") or word.verb("ifut") or word.verb("cond")
    described = not target.low.endswith("ez") and not (after and after.near and after.low in DETERMINERS)
    return bool(moves and lemmas(word) & {"aller", "venir"} and described and end == at + 1)


def _governed(view: View) -> Iterator[Hit]:
    """« Nous allons envoyé », « que vous puissiez participé », « nous avons dû versé »."""
    for at in range(len(view.words) - 1):
        if not _governs(view, at):
            continue
        end = past_subject(view, at + 1)
        pronouns: list[str] = []
        while True:
            stop = past(view, end)
            if view.low(stop) in OBJECTS and not view.words[stop].clitic and view.words[stop].near:
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
        if any(view.low(place) == "quand" and view.low(place + 1) != "même" for place in range(at, end)):
            continue  # « je sais quand vous rentrez »
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
            view.low(at - 1) in _ARTICLES
            or "se" in pronouns
            or view.low(at - 1) in ("se", "s'", "me", "m'", "te", "t'")
            or (view.low(at - 1) in ("nous", "vous") and view.low(at - 1) == view.low(at - 2))
        ):
            continue
        if _stands_so(view, at, end, target):
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
        while view.low(end) in OBJECTS:
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
        followed = view.low(end + 1) in DETERMINERS and view.glued(end, end + 1)
        if (
            (
                low == "à"
                and not pronouns
                and (before in ("de", "prêt", "est") or not target.has("A") or followed)
            )
            or (
                low == "pour"
                and not (view.words[at - 1].has("V") and lemmas(view.words[at - 1]) & _ASSIGN)
                and not target.has("A")
            )
            or (low in ("de", "d'", "sans") and before not in _NOT_GIVEN and (followed or pronouns))
        ):
            yield target.start, target.end, _infinitive(target)


def _coordinated(view: View) -> Iterator[Hit]:
    """« Nous devons imprimer et signé le contrat »."""
    for at in range(1, len(view.words) - 3):
        word, target = view.words[at], view.words[at + 2]
        if view.low(at + 1) not in ("et", "ou", "puis") or not word.verb("inf") or not word.only("V"):
            continue
        if target.verb("ppas") and any(
            view.low(back) in forms.AVOIR and view.words[back + 1].verb("ppas") for back in range(at)
        ):
            continue  # « j'ai rangé les copies, préparé le bon à signer et rappelé le client »
        if view.low(at - 1) in ("faites", "laissez") and target.verb("impe", "2p"):
            continue  # « faites glisser et déposez le fichier »: two orders
        named = word.text[0].isupper() and word.near  # « cliquez sur Ajouter et choisissez le fichier »
        of_noun = view.low(at - 1) == "à" and view.words[at - 2].has("N") and not view.words[at - 2].has("V")
        if target.verb("impe", "2p") and view.words[0].verb("impe", "2p") and (named or of_noun):
            continue
        if (
            view.glued(at, at + 3)
            and heard_as_infinitive(target)
            and target.only("V", "A")
            and view.low(at + 3) in DETERMINERS
        ) and (
            target.low.endswith("é")
            or (target.low.endswith("ez") and view.low(at - 1) not in ("vous", "pour"))
        ):
            yield target.start, target.end, _infinitive(target)


def _do_not(view: View) -> Iterator[Hit]:
    """« N'hésiter pas »: an order, in -ez (the infinitive would be « ne pas hésiter »)."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in ("n'", "ne") or not (at == 0 or not view.words[at].near):
            continue
        end = at + 1
        while view.low(end) in OBJECTS:
            end += 1
        target = view.at(end)
        if (
            target
            and view.glued(at, end + 1)
            and target.verb("inf")
            and target.low not in ("avoir", "être")
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
            and view.low(at + 1) in DETERMINERS | {"que", "qu'", "si", "à", "de"}
        ):
            yield word.start, word.end, tuple(forms.conjugated_of(word, "2p", "impe"))


RULES: tuple[Rule, ...] = (
    rule("infinitif_gouverne", "conjugaison", "Après un verbe comme « pouvoir », « devoir », « aller », « falloir », le verbe est à l’infinitif.", "Si l’on peut dire « prendre » ou « vendre », c’est -er.", _governed,
         (("Nous allons déposé le dossier à la mairie.", "déposer"), ("J'aimerais que vous puissiez assisté à l'essai.", "assister"), ("Ils ont dû annulé la séance.", "annuler"), ("Il faut d'ores et déjà réservé la salle.", "réserver"), ("Vous pouvez transmis la note.", "transmettre"), ("Vous pouvez nous contactez par mail.", "contacter")),
         ("Nous allons déposer le dossier à la mairie.", "Je le souhaite terminé lundi.", "Le montant dû calculé au prorata est juste.", "Ils sont tout à fait adaptés à nos besoins.", "Les comptes créés sont personnels.", "Il veut la mariée en blanc.", "Ils peuvent être annulés.", "Il doit deux loyers.", "Vous devez être rassuré.", "Allez-y, présentez-vous.", "Vous devez peut-être changer.", "Je sais quand vous rentrez.", "Vous vous savez attendus.")),
    rule("infinitif_preposition", "conjugaison", "Après « à », « de », « pour » ou « sans », le verbe est à l’infinitif.", "Si l’on peut dire « prendre » ou « vendre », c’est -er.", _preposition,
         (("Ce mot est à remplacé partout.", "remplacer"), ("Elle tente de réparé la borne.", "réparer")),
         ("Ce mot est à remplacer partout.", "Rien de prévu.")),
    rule("infinitif_coordonne", "conjugaison", "Deux verbes joints par « et » prennent la même forme : l’infinitif ici.", "Remplacez les deux verbes par « prendre ».", _coordinated,
         (("Pensez à imprimer et signé le formulaire.", "signer"),), ("Pensez à imprimer et signer le formulaire.", "Le formulaire imprimé et signé est prêt.", "Laissez sécher et poncez le bois.", "Cliquez sur Ajouter et choisissez le plan.", "Notez la date à retenir ou choisissez un jour.")),
    rule("imperatif_negation", "conjugaison", "Entre « ne » et « pas », l’ordre se met à l’impératif : -ez.", "Remplacez par « ne prenez pas ».", _do_not,
         (("N'hésiter pas à nous écrire.", "hésitez"),), ("N'hésitez pas à nous écrire.", "Ne pas ouvrir.", "Merci de ne pas entrer.")),
    rule("imperatif_plait", "conjugaison", "Après « s’il vous plaît », la demande se met à l’impératif : -ez.", "Remplacez par « prenez ».", _please,
         (("S'il vous plaît, noter la date.", "notez"),), ("S'il vous plaît, notez la date.",)),
)  # fmt: skip
