# ruff: noqa: E501 -- an example stays on one line
"""What the words right around ask for: an infinitive after a subject pronoun, « ma demandé », « a du revenir »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.rules.subjects.turned import turned_verb
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.morphology import AVOIR
from ascom_coach.language.syntax.view import View

_SUBJECTS = frozenset(["je", "j'", "tu", "il", "elle", "on", "ils", "elles"])
_BEFORE_CLAUSE = frozenset(["si", "quand", "lorsque", "comme", "car", "mais", "donc", "puisque"])
_ENDINGS = {"vous": ("ez",), "nous": ("ons",), "je": ("e",), "j'": ("e",), "tu": ("es",), "il": ("e",), "elle": ("e",), "on": ("e",),
            "ils": ("ent",), "elles": ("ent",)}  # fmt: skip


def _starts_clause(view: View, index: int) -> bool:
    """Whether a clause begins there; after a comma, only when no verb came before (« pouvez le déposer, nous l'envoyer »)."""
    if index > 2 and view.low(index - 1) == "donc" and view.low(index - 2) in ("et", "ou"):
        return not any(word.verb("inf") for word in view.words[: index - 2])  # « le lire et donc vous aider »
    if index > 1 and view.low(index - 1) == "donc" and view.glued(index - 2, index):
        return not forms.finite(view.words[index - 2])  # « nous pouvons donc vous prêter un vélo »
    if index == 0 or view.low(index - 1) in _BEFORE_CLAUSE:
        return True
    return not view.words[index].near and not any(forms.finite(word) for word in view.words[:index])


_THEN = frozenset(["est", "était", "sera", "serait", "a", "fut", "permet", "suffit", "reste", "n'est"])


def _subject_infinitive(view: View) -> Iterator[Hit]:
    """« vous nous demander un délai »: a conjugated verb follows its pronoun, not an infinitive."""
    for index, word in enumerate(view.words):
        plural = word.low in ("nous", "vous")
        if word.clitic or (word.low not in _SUBJECTS and not (plural and _starts_clause(view, index))):
            continue
        if view.low(index - 1) in ("à", "chez", "avec", "pour", "de", "d'", "par"):
            continue  # « qui préférerait, quant à elle, travailler »
        at = index + 1
        while view.low(at) in forms.CLITICS and view.words[at].near:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or target.clitic or not target.low.endswith("er"):
            continue
        if turned_verb(view, index, "?" in view.text):
            continue
        if plural and at == index + 1 and word.low == "nous":
            continue
        if plural and index == 0 and any(one.low in _THEN for one in view.words[at + 1 : at + 7]):
            continue  # « vous aider est notre métier »: the infinitive is the subject
        if target.only("V") and target.verb("inf") and not target.verb("ipre"):
            fixes = forms.conjugated(target, forms.PERSONS[word.low], "ipre")
            yield (
                target.start,
                target.end,
                fixes or tuple(target.low[:-2] + end for end in _ENDINGS[word.low]),
            )


def _my_participle(view: View) -> Iterator[Hit]:
    """« La comptabilité ma demandé les justificatifs »: « ma » before a participle and no noun."""
    for index, word in enumerate(view.words):
        target, before = view.at(index + 1), view.at(index - 1)
        if word.low not in ("ma", "ta") or not target or not target.near or not before or not word.near:
            continue
        if target.only("V", "A") and target.verb("ppas") and before.has("N") and not before.has("P", "C"):
            after = view.low(index + 2)
            if after in (
                "le",
                "la",
                "les",
                "l'",
                "un",
                "une",
                "des",
                "de",
                "d'",
                "que",
                "qu'",
                "si",
                "à",
                "mon",
                "mes",
                "son",
                "ses",
            ):
                yield word.start, word.end, (cased(word.text, "m'a" if word.low == "ma" else "t'a"),)


def _had_to(view: View) -> Iterator[Hit]:
    """« Le technicien a du revenir »: the participle of devoir has a circumflex."""
    for index, word in enumerate(view.words):
        target = view.at(index + 1)
        if (
            word.low != "du"
            or not target
            or not view.glued(index - 1, index + 1)
            or view.low(index - 1) not in AVOIR
        ):
            continue
        if target.only("V") and target.verb("inf"):
            yield word.start, word.end, ("dû",)


def _supposed(view: View) -> Iterator[Hit]:
    """« La remise sensée être appliquée »: before an infinitive, « censé »."""
    for index, word in enumerate(view.words):
        target = view.at(index + 1)
        if word.low not in ("sensé", "sensée", "sensés", "sensées") or not target or not target.near:
            continue
        at = index + 2 if target.low in ("ne", "n'", "se", "s'", "pas") else index + 1
        inner = view.at(at)
        if (inner and inner.verb("inf") and not inner.has("N", "A")) or target.low in ("être", "avoir"):
            yield word.start, word.end, ("c" + word.low[1:],)


def _many(view: View) -> Iterator[Hit]:
    """« Beaucoup de colis reste »: the verb agrees with what there is much of."""
    for index, word in enumerate(view.words):
        if word.low not in ("beaucoup", "peu", "nombre", "bon") or not _starts_clause(view, index):
            continue
        at = index + (3 if word.low == "bon" and view.low(index + 1) == "nombre" else 1)
        if word.low == "bon":
            at = index + 2
        noun, verb = view.at(at + 1), view.at(at + 2)
        if view.low(at) not in ("de", "d'") or not noun or not verb or not view.glued(index, at + 2):
            continue
        plural = noun.has("N") and all(one.number in ("p", "i") for one in noun.readings if one.pos == "N")
        if (
            plural
            and forms.has_person(verb, "3s")
            and not forms.has_person(verb, "3p")
            and (verb.only("V") or verb.low in ("reste", "manque"))
        ):
            fixes = forms.conjugated(verb, "3p")
            if fixes and not verb.verb("ppas"):
                yield verb.start, verb.end, fixes


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("conj_pronom_infinitif", "conjugaison", "Après un pronom sujet, le verbe se conjugue.", "Remplacez par « prendre » : « vous prendre » ne se dit pas, « vous prenez » oui.",
         by_view(_subject_infinitive), (("Vous nous demander un délai.", "demandez"), ("Si vous souhaiter un devis, appelez-nous.", "souhaitez"), ("Il nous confirmer la date.", "confirme")),
         ("Vous nous demandez un délai.", "Pour vous envoyer le devis, j'attends.", "Nous rappeler suffit.", "Il faut vous appeler.", "C'est à vous de nous aider.")),
    Rule("homophone_m_a", "homophones", "« ma » est suivi d’un nom ; devant un participe, on écrit « m’a ».", "Si l’on peut dire « m’avait », c’est « m’a ».",
         by_view(_my_participle), (("Le directeur ma demandé les chiffres.", "m'a"),), ("Le directeur m'a demandé les chiffres.", "Voici ma demande.", "Dans ma dernière lettre, la date était fausse.")),
    Rule("homophone_du_infinitif", "homophones", "« dû » vient de devoir ; « du » veut dire « de le ».", "Si l’on peut dire « avait fallu », c’est « dû ».",
         by_view(_had_to), (("Le technicien a du revenir.", "dû"), ("Nous avons du annuler.", "dû")), ("Le technicien a dû revenir.", "Nous avons du papier.", "Il a du savoir-faire.")),
    Rule("homophone_cense_infinitif", "homophones", "« Censé » veut dire « supposé » ; « sensé » veut dire « raisonnable ».", "Si l’on peut dire « supposé », c’est « censé ».",
         by_view(_supposed), (("La remise sensée être appliquée manque.", "censée"),), ("La remise censée être appliquée manque.", "Une réponse sensée nous aiderait.")),
    Rule("homophone_plutot_que", "homophones", "« Plutôt que » (de préférence) s’écrit en un mot ; « plus tôt » s’oppose à « plus tard ».", "Si l’on peut dire « plus tard », c’est « plus tôt ».",
         by_pattern(r"(?<![\w'-])(?:préfér\w+|choisi\w*|pren\w+|opt\w+)(?: [\w'’-]+){1,4}? (?P<p>plus tôt) que(?! prévu| d'habitude| la date| le \d| les? autres)", "plutôt", group="p"),
         (("Nous préférons le train plus tôt que l'avion.", "plutôt"),), ("Nous préférons le train plutôt que l'avion.", "Le train part plus tôt que prévu.", "Ils choisissent de venir plus tôt que prévu.")),
    Rule("homophone_voire_participe", "homophones", "« Voire » veut dire « et même » ; « voir » est le verbe.", "Si l’on peut dire « et même », c’est « voire ».",
         by_pattern(r"(?:ée?s?|jours|heures|semaines|mois|ans|fois|euros|personnes), (?P<v>voir),? (?=[\w-]+ée?s?\b|\d|un |deux|trois|quatre|cinq|six|dix|plus |davantage)", "voire", group="v"),
         (("Le départ sera retardé, voir annulé.", "voire"),), ("Le départ sera retardé, voire annulé.", "Le dossier est terminé, voir page 3.")),
    Rule("accord_beaucoup", "accord", "Après « beaucoup de », le verbe s’accorde avec le nom.", "Remplacez par « ils » : que devient le verbe ?",
         by_view(_many), (("Beaucoup de colis reste au dépôt.", "restent"), ("Peu de clients répond à l'enquête.", "répondent")), ("Beaucoup de colis restent au dépôt.", "Beaucoup de monde attend.", "Peu de place reste.")),
)
# fmt: on
