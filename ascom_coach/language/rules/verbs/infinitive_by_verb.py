# ruff: noqa: E501 -- an example stays on one line
"""The infinitive that a verb governs through « de » or « à », after « se faire », and in a question asked within a sentence.

« Il continue de fumé », « pensez à appelé le garage », « elle s'est fait livré », « je ne sais pas à qui demandé ».
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.infinitive_slot import infinitive, sounds_so
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas, past
from ascom_coach.language.syntax.view import View, Word

_CLITICS = forms.CLITICS - {"ne", "n'"}
_WITH_DE = frozenset(
    ["cesser", "essayer", "tenter", "oublier", "refuser", "accepter", "promettre", "éviter", "risquer", "envisager", "regretter", "choisir",
     "décider", "omettre", "arrêter", "continuer", "finir", "proposer", "permettre", "conseiller", "négliger", "craindre", "efforcer", "empêcher",
     "jurer", "interdire", "ordonner", "dispenser", "suggérer", "recommander", "convenir", "envisager", "rêver", "manquer", "charger", "mériter"]
)  # fmt: skip
_WITH_A = frozenset(
    ["commencer", "continuer", "chercher", "réussir", "hésiter", "tendre", "viser", "inviter", "autoriser", "engager", "apprendre", "consister",
     "contribuer", "encourager", "renoncer", "tarder", "songer", "préparer", "persister", "parvenir", "arriver", "aider", "obliger", "forcer", "penser"]
)  # fmt: skip
_NO_NOUN = frozenset(
    [
        "parvenir",
        "arriver",
        "aider",
        "obliger",
        "forcer",
        "penser",
        "venir",
        "charger",
        "convenir",
        "manquer",
        "rêver",
    ]
)
"""Behind these a noun without article may stand: « penser à demain », « chargé de marchés »."""
_SELF = frozenset(["se", "s'", "me", "m'", "te", "t'", "nous", "vous"])
_MAKE = frozenset(["faire", "laisser"])
_BETWEEN = frozenset(["pas", "presque", "déjà", "jamais", "bien", "aussi", "toujours", "plus"])
_KNOW = frozenset(["savoir", "décider", "demander", "chercher", "indiquer", "dire", "préciser", "comprendre", "expliquer", "trouver", "apprendre", "montrer", "hésiter", "ignorer"])  # fmt: skip
_ASKING = frozenset(["comment", "où", "quoi", "combien", "lequel", "laquelle", "lesquels", "lesquelles"])
_WHICH = frozenset(["quel", "quelle", "quels", "quelles"])
_OPENS_OBJECT = frozenset(
    ["le", "la", "les", "l'", "un", "une", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "tous", "toutes"]
)  # fmt: skip


def _like_infinitive(word: Word | None) -> bool:
    """`sounds_so`, and « passé », which is a preposition too."""
    return sounds_so(word) or bool(word and word.low == "passé")


def _single(word: Word) -> bool:
    return word.low.endswith(("é", "ez"))


def _governed(view: View) -> Iterator[Hit]:
    """« Il continue de fumé », « Pensez à appelé », « Avant de passé commande », « pour protégé la vitre »."""
    for at in range(1, len(view.words) - 1):
        low = view.low(at)
        if low not in ("de", "d'", "à", "pour", "sans") or not view.words[at].near:
            continue
        end = past(view, at + 1)
        first = end
        while view.low(end) in _CLITICS:
            end += 1
        target = view.at(end)
        if not target or not view.glued(at, end) or not _like_infinitive(target):
            continue
        if not _asked(view, at, low, target, end, first):
            continue
        yield target.start, target.end, infinitive(target)


def _asked(view: View, at: int, low: str, target: Word, end: int, first: int) -> bool:
    """Whether what stands before the preposition at `at`, and what follows the form, ask for an infinitive."""
    clitics, after = end > first, view.low(end + 1)
    follows = after in _OPENS_OBJECT and view.words[end + 1].near
    if clitics and (target.has("N") or view.low(end - 1) in ("le", "la", "les", "l'", "leur")):
        return False
    if low == "pour":
        return follows and _single(target) and end == at + 1 and target.low != "passé"
    if low == "sans":
        return target.low == "passé" and after in ("par", "à", "au", "aux")
    before = view.low(at - 1)
    if before in ("merci", "avant") and low != "à":
        return _single(target)
    back = at - 1
    while back > 0 and (
        before in ("pas", "plus", "jamais", "bien", "nous", "vous", "toujours", "donc")
        or view.words[back].clitic
    ):
        back, before = back - 1, view.low(back - 1)  # fmt: skip
    verb = view.words[back]
    found = lemmas(verb) & (_WITH_A if low == "à" else _WITH_DE)
    if not found or not verb.verb() or (verb.has("N") and not _is_verb(view, back)):
        return False
    if target.has("N"):
        return _single(target) and (follows or not found & _NO_NOUN)
    return _single(target) or not forms.adjective(target)


def _is_verb(view: View, at: int) -> bool:
    """Whether a word that may be a noun is a verb here: a pronoun or « ne » stands before it."""
    before = view.low(at - 1)
    return (
        before in forms.PERSONS
        or before in ("ne", "n'", "qui")
        or (before in forms.AVOIR and view.words[at].verb("ppas"))
    )


def _made(view: View) -> Iterator[Hit]:
    """« Elle s'est fait livré », « ne vous laissez pas impressionné »: the infinitive after « se faire »."""
    for at in range(1, len(view.words) - 1):
        main = view.words[at]
        if not lemmas(main) & _MAKE or main.clitic:
            continue
        back = at - 1
        if main.verb("ppas"):
            there = back
            while there > 0 and view.low(there) in _BETWEEN:
                there -= 1
            if view.low(there) in forms.ETRE:
                back = there - 1
            elif not forms.finite(main):
                continue
        if view.low(back) in ("ne", "n'"):
            back -= 1
        if view.low(back) not in _SELF:
            continue
        own = (
            view.low(back) not in ("nous", "vous") or view.low(back - 1) == view.low(back) or main.verb("inf")
        )
        end = past(view, at + 1)
        target = view.at(end)
        if (
            own
            and target
            and view.glued(back, end)
            and heard_as_infinitive(target)
            and not target.verb("inf")
            and not target.has("P", "R", "D")
            and target.text.islower()
            and view.low(end - 1) not in ("tout", "toute", "plus", "moins", "très", "trop", "assez", "si")
        ):
            yield target.start, target.end, infinitive(target)


def _within(view: View) -> Iterator[Hit]:
    """« Je ne sais pas à qui demandé », « dites-moi quel dossier traité »: a question without subject."""
    for at in range(2, len(view.words)):
        target = view.words[at]
        if not target.near or not sounds_so(target) or not target.low.endswith("é"):
            continue
        asker = at - 1
        before = view.words[asker]
        if (before.has("N") and view.low(asker - 1) in _WHICH) or (
            before.low == "qui" and view.low(asker - 1) in ("à", "avec", "chez", "pour")
        ):
            asker -= 1
        elif before.low not in _ASKING or target.has("N"):
            continue
        if not any(lemmas(one) & _KNOW and one.verb() for one in view.words[max(0, asker - 4) : asker]):
            continue
        rest = view.words[at + 1 :]
        if (
            rest
            and rest[0].near
            and rest[0].low in (forms.CLITICS | forms.PERSONS.keys() | {"par", "qui"}) - {"en"}
        ):
            continue
        if any(one.low in forms.AUXILIARIES or (forms.finite(one) and one.only("V")) for one in rest[:6]):
            continue
        yield target.start, target.end, infinitive(target)


RULES: tuple[Rule, ...] = (
    rule("infinitif_regi", "conjugaison", "Ce qui précède « de », « à », « pour » ou « sans » appelle un infinitif.", "Remplacez par « prendre » : si cela se dit, écrivez -er.", _governed,
         (("Il continue de fumé dans la cour.", "fumer"), ("Merci de procédé au règlement.", "procéder"), ("Avant de passé commande, relisez.", "passer"), ("Pensez à appelé le garage.", "appeler"),
          ("Un film est posé pour protégé la vitre.", "protéger"), ("Il est venu sans passé par l'accueil.", "passer")),
         ("Il continue de fumer dans la cour.", "Merci de données aussi claires.", "Nous cherchons à employer un agent.", "Il parle de marchés publics.", "Pour nos employés, la prime tombe en mai.",
          "Une question sans passé ni avenir.", "Ils ont accepté de marché en marché.") [:6]),
    rule("infinitif_se_faire", "conjugaison", "Après « se faire » et « se laisser », le verbe est à l’infinitif.", "Remplacez par « prendre » : « se faire prendre ».", _made,
         (("Elle s'est fait livré à domicile.", "livrer"), ("Il ne se laisse jamais impressionné.", "impressionner"), ("Je me suis presque fait renversé.", "renverser")),
         ("Elle s'est fait livrer à domicile.", "Il ne se laisse jamais impressionner.", "Il nous fait confiance.", "Le travail s'est fait à temps.")),
    rule("infinitif_question_interne", "conjugaison", "Dans une question sans sujet, le verbe est à l’infinitif.", "Remplacez par « prendre » : « je ne sais pas quoi prendre ».", _within,
         (("Je ne sais pas à qui demandé ce papier.", "demander"), ("Dites-moi quel dossier traité en premier.", "traiter"), ("Nous cherchons comment réglé ce point.", "régler")),
         ("Je ne sais pas à qui demander ce papier.", "Il sait qui a demandé.", "Je sais quel dossier traité hier a été perdu.", "Dites-nous quel dossier classé vous manque.")),
)  # fmt: skip
