# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Infinitive or participle."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.verbs.participle_form import has_verb_of_its_own
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.view import View, Word

_OBJECTS = forms.CLITICS - {"ne", "n'"}


_ASK_DE = frozenset(["merci", "afin", "avant", "lieu", "prie", "prions", "prier", "demande", "demandons", "demander", "permettre", "permet", "propose", "proposons", "proposer", "loin", "essayer", "essayons", "accepter", "acceptez", "regret", "plaisir", "honneur", "possibilité", "besoin", "intention", "finir", "fin"])  # fmt: skip


def _participle_or_vous(word: Word) -> bool:
    """A form in -é, -ée, -és, -ées or -ez, which sounds like an infinitive in -er."""
    if word.low in ("été", "assez", "chez", "nez", "passé", "rez") or not word.readings:
        return False
    ends = word.low.endswith(("é", "ée", "és", "ées", "ez"))
    return ends and any(
        one.pos == "V" and one.lemma.endswith("er") and (one.tags & {"ppas", "2p"}) for one in word.readings
    )


def _to_infinitive(word: Word) -> tuple[str, ...]:
    return tuple(cased(word.text, lemma) for lemma in forms.infinitives(word) if lemma.endswith("er"))[:2]


def _after_veuillez(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low != "veuillez":
            continue
        at = index + 1
        while view.low(at) in _OBJECTS | {"ne", "bien", "également", "donc", "pas"}:
            at += 1
        target = view.at(at)
        if (
            target
            and view.glued(index, at)
            and not target.verb("inf")
            and (_participle_or_vous(target) or (target.verb("ppas") and not target.has("N")))
        ):
            yield target.start, target.end, tuple(forms.infinitives(target))


def _after_preposition(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in ("de", "d'", "pour", "à", "sans"):
            continue
        at = index + 1
        pronouns = 0
        while view.low(at) in _OBJECTS | {"ne", "pas", "bien"}:
            at, pronouns = at + 1, pronouns + 1
        target = view.at(at)
        if (
            not target
            or not view.glued(index, at)
            or not _participle_or_vous(target)
            or target.low.endswith(("ée", "ées"))
            or not target.text.islower()
            or view.low(index - 1) in forms.AVOIR
        ):
            continue
        asked = word.low in ("de", "d'") and view.low(index - 1) in _ASK_DE
        if (
            (word.low in ("de", "d'", "pour", "à", "sans") and target.low.endswith("ez") and target.only("V"))
            or (word.low == "pour" and (pronouns or _determiner(view.low(at + 1))) and not target.has("N"))
            or (
                asked
                and not target.has("N")
                and (pronouns or _determiner(view.low(at + 1)) or word.low == "d'")
            )
        ):
            yield target.start, target.end, _to_infinitive(target)


def _determiner(low: str) -> bool:
    return low in frozenset(
        [
            "le",
            "la",
            "les",
            "l'",
            "un",
            "une",
            "des",
            "votre",
            "vos",
            "notre",
            "nos",
            "mon",
            "ma",
            "mes",
            "son",
            "sa",
            "ses",
            "ce",
            "cet",
            "cette",
            "ces",
            "leur",
            "leurs",
        ]
    )


def _auxiliary_infinitive(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in forms.AUXILIARIES or word.low in (
            "avoir",
            "être",
            "a",
            "ayant",
            "eu",
            "soit",
        ):
            continue
        at = index + 1
        if view.at(at) and view.words[at].clitic and view.low(at) in forms.PERSONS:
            at += 1
        at = past(view, at)
        target = view.at(at)
        if not target or not view.glued(index, at) or target.clitic or not target.low.endswith("er"):
            continue
        if not target.only("V") or not target.verb("inf"):
            continue
        subject_is_neuter = word.low in ("est", "était", "sera", "serait") and view.low(index - 1) not in (
            "il",
            "elle",
            "on",
            "s'",
            "qui",
            "n'",
        )
        if subject_is_neuter and view.low(index - 1) in (
            "c'",
            "but",
            "objectif",
            "mieux",
            "rôle",
            "idée",
            "ce",
        ):
            continue
        if word.low in ("est", "était", "sera", "serait") and (
            (view.words[0].verb("inf") and view.words[0].only("V"))
            or any(view.low(i) == "ce" and view.low(i + 1) in ("que", "qu'") for i in range(index))
        ):
            continue  # « écouter n'est pas céder », « ce qu'est aimer »
        subject = view.at(index - 2 if view.low(index - 1) in ("n'", "ne") else index - 1)
        if (
            word.low in ("est", "était", "sera", "serait")
            and subject
            and subject.verb("inf")
            and subject.only("V")
        ):
            continue  # « relire n'est pas forcément corriger »
        if word.low == "été" and (view.low(index - 1) == "eût" or target.low == "chercher"):
            continue
        yield target.start, target.end, forms.participles(target) + forms.participles(target, "f")


def _has_infinitive(view: View) -> Iterator[Hit]:
    """« il a envoyer »: a subject pronoun, « a », an infinitive in -er."""
    for index, word in enumerate(view.words):
        target = view.at(index + 1)
        if (
            word.low == "a"
            and target
            and target.near
            and view.low(index - 1) in ("il", "elle", "on", "qui", "l'", "cela")
            and target.low.endswith("er")
            and target.only("V")
            and target.verb("inf")
        ):
            yield target.start, target.end, forms.participles(target)


def _a_infinitive(view: View) -> Iterator[Hit]:
    """« prêt a partir »: « a » then an infinitive, with no subject pronoun before."""
    for index, word in enumerate(view.words):
        if word.low != "a" or word.clitic:
            continue
        at = index + 1
        while view.low(at) in _OBJECTS:
            at += 1
        target = view.at(at)
        before = view.low(index - 1)
        if at == index + 1 and has_verb_of_its_own(view, index):
            continue
        if before in (
            "il",
            "elle",
            "on",
            "qui",
            "l'",
            "y",
            "n'",
            "cela",
            "ça",
            "m'",
            "t'",
            "en",
            "nous",
            "vous",
            "lui",
            "leur",
            "me",
            "te",
            "les",
        ):
            continue
        if target and view.glued(index, at) and target.verb("inf") and target.only("V") and index:
            yield word.start, word.end, (cased(word.text, "à"),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule(
        "conj_veuillez", "conjugaison", "« Veuillez » est suivi d’un infinitif.", "Remplacez par « veuillez prendre » : c’est l’infinitif.",
        by_view(_after_veuillez), (("Veuillez trouvé le devis joint.", "trouver"), ("Veuillez nous contactez.", "contacter")),
        ("Veuillez trouver le devis joint.", "Veuillez agréer nos salutations distinguées."),
    ),
    Rule(
        "conj_infinitif_preposition", "conjugaison", "Après une préposition (pour, de, à, sans), le verbe est à l’infinitif.", "Si l’on peut dire « prendre », c’est -er.",
        by_view(_after_preposition), (("Merci de nous envoyez le plan.", "envoyer"), ("Je passe pour signé le contrat.", "signer")),
        ("Merci de nous envoyer le plan.", "Rien de prévu.", "Pour nos employés, c'est clair.", "Il vient de chez vous."),
    ),
    Rule(
        "conj_participe_auxiliaire", "conjugaison", "Après « avoir » ou « être », le verbe est au participe passé.", "Si l’on peut dire « pris », c’est -é.",
        by_view(_auxiliary_infinitive), (("Nous avons envoyer le colis.", "envoyé"), ("Avez-vous signer le bon ?", "signé")),
        ("Nous avons envoyé le colis.", "Nous avons à payer deux factures.", "Le but est de signer.", "Nous savons que relire n'est pas forcément corriger.", "Vous êtes à votre poste, dîner compris."),
    ),
    Rule(
        "conj_a_participe", "conjugaison", "Après « a », verbe avoir, le verbe est au participe passé.", "Si l’on peut dire « pris », c’est -é.",
        by_view(_has_infinitive), (("Il a envoyer la facture.", "envoyé"),), ("Il a envoyé la facture.", "Il a à payer."),
    ),
    Rule(
        "homophone_a_infinitif", "homophones", "Devant un infinitif, « à » prend l’accent.", "« avait » ne convient pas ici : c’est « à ».",
        by_view(_a_infinitive), (("Les colis sont prêts a partir.", "à"), ("Nous cherchons a vous joindre.", "à")),
        ("Les colis sont prêts à partir.", "Elle a pouvoir de signer."),
    ),
)
# fmt: on
