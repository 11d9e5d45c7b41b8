"""The noun group « determiner noun »: its gender and number when they are sure."""

from __future__ import annotations

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.view import View, Word

_INVARIABLE = frozenset(
    [
        "limite",
        "record",
        "standard",
        "express",
        "test",
        "cadeau",
        "type",
        "clé",
        "clés",
        "pilote",
        "modèle",
        "maximum",
        "minimum",
        "bio",
        "chic",
        "sympa",
        "snob",
        "kaki",
        "dernier",
    ]
)

SHADES = frozenset(
    ["foncé", "clair", "pâle", "vif", "marine", "ciel", "nuit", "pastel", "pomme", "bouteille", "olive", "anis",
     "amande", "canard", "pétrole", "roi", "citron", "paille", "perle", "souris", "brique", "cerise",
     "bonbon", "turquoise"]
)  # fmt: skip
"""After a colour, both stay as they are: « des dossiers vert clair »."""


SOUND_OF = frozenset(
    [
        "carte",
        "cartes",
        "sortie",
        "sorties",
        "entrée",
        "prise",
        "bande",
        "piste",
        "effet",
        "effets",
        "fichier",
        "fichiers",
    ]
)
"""Nouns that the noun « son » is put beside: « une carte son »."""

BESIDE = frozenset(
    ["client", "fournisseur", "produit", "papier", "métier", "prospect", "salarié", "patient", "étudiant", "élève",
     "bénéficiaire", "invité", "adhérent", "employé", "stagiaire", "parent", "enfant", "adulte", "tiers"]
)  # fmt: skip
"""Nouns put beside another noun without agreeing with it: « les comptes client », « les fiches produit »."""


def beside(word: Word) -> bool:
    """Whether the word, in the singular, may be a noun put beside a noun: « des comptes utilisateur »."""
    agent = word.low.endswith("teur") and word.has("N") and not word.verb()
    return word.low in BESIDE or agent


def is_article(view: View, index: int) -> bool:
    """Whether the determiner at `index` is one, and not the pronoun in « je la facture »."""
    word = view.words[index]
    if word.low not in ("le", "la", "les", "l'", "leur", "leurs"):
        return not word.clitic
    before = view.low(index - 1)
    if word.clitic or before in forms.CLITICS or before in forms.PERSONS:
        return False
    if before in ("de", "pour", "à", "sans", "après"):
        return not _infinitive_behind(view, index + 1)
    after = view.at(index + 1)
    if word.low in ("les", "la", "l'") and after and after.low in ("avoir", "être"):
        return not (
            view.at(index + 2) and view.words[index + 2].verb("ppas")
        )  # « après les avoir comparées »
    return before not in ("qui", "quiconque", "y")


def _infinitive_behind(view: View, at: int) -> bool:
    """Whether an infinitive stands at `at`, over pronouns: « de la lui envoyer », « pour le bien faire »."""
    while (word := view.at(at)) and (word.low in forms.CLITICS or word.has("R")) and not word.verb("inf"):
        at += 1
    return word is None or word.verb("inf")


_MODALS = frozenset(["pouvoir", "devoir", "vouloir", "aller", "falloir", "venir", "savoir", "oser"])


def object_before(view: View, at: int) -> bool:
    """Whether the article at `at` is the object of the verb after it: « le club les aide »."""
    before, verb = view.words[at - 1] if at else None, view.words[at + 1]
    if before is None:
        return False
    if not view.words[at].near:
        return verb.verb("inf") and before.has("N", "V") and any(one.verb("inf") for one in view.words[:at])
    if verb.verb("inf") and before.infinitives & _MODALS:
        return True  # « vous pouvez les lire »
    named = at > 1 and view.words[at - 2].has("D") and before.near
    plain = before.has("N") and not before.has("P", "D", "C", "A") and (named or not before.has("V"))
    start = at - 1
    while start > 0 and view.words[start].near:
        start -= 1
    return (
        plain
        and forms.has_person(verb, "3s")
        and not any(forms.finite(one) for one in view.words[start : at - 1])
    )


def is_name(view: View, index: int) -> bool:
    """Whether the word is written with a capital."""
    return view.words[index].text[:1].isupper()


def nominal(word: Word) -> bool:
    """A known common noun or adjective that is nothing else (verbs aside)."""
    return bool(word.readings) and word.has("N") and all(one.pos in "NAV" for one in word.readings)


def numbers_of(word: Word) -> set[str]:
    """Grammatical numbers of the noun, adjective and participle readings."""
    return {one.number for one in word.readings if one.pos in ("N", "A") or "ppas" in one.tags}


def forms_of_noun(word: Word, number: str) -> list[str]:
    """The noun `word` in the other number."""
    out: list[str] = []
    for reading in word.readings:
        if reading.pos not in "NA":
            continue
        for form, one in lexicon().forms_of(reading.lemma, word.low):
            if (
                one.pos == reading.pos
                and one.number == number
                and form not in out
                and (not reading.gender or one.gender in (reading.gender, "e"))
            ):
                out.append(form)
    return out[:3]


def _article_shape(low: str) -> tuple[str, str] | None:
    if low in ("le", "un", "ce", "cet", "du", "au"):
        return "m", "s"
    if low in ("la", "une", "cette", "ma", "ta", "sa"):
        return "f", "s"
    if low in ("les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "aux", "plusieurs", "quelques"):
        return "", "p"
    if low in ("mon", "ton", "son", "notre", "votre", "leur", "chaque", "l'"):
        return "", "s"
    return ("", "p") if low == "leurs" else None


def group_shape(view: View, index: int) -> tuple[str, str] | None:
    """(gender, number) of the group « determiner noun » that starts at `index`, when both are sure."""
    word, noun = view.words[index], view.at(index + 1)
    shape = _article_shape(word.low)
    if (
        not shape
        or not noun
        or noun.low == "air"
        or noun.low in forms.AVOIR
        or not noun.near
        or noun.clitic
        or word.clitic
        or not noun.has("N")
        or noun.has("R", "P", "C", "D", "O")
    ):
        return None
    if noun.has("V") and not noun.verb("ppas") and not is_article(view, index):
        return None
    nouns = [one for one in noun.readings if one.pos == "N"]
    fitting = [
        one
        for one in nouns
        if one.number in (shape[1], "i", "") and (not shape[0] or one.gender in (shape[0], "e"))
    ]
    genders = {one.gender for one in fitting}
    if not fitting or len(genders) != 1:
        return None
    gender = shape[0] or genders.pop()
    return ("" if gender == "e" else gender), shape[1]


def free_group(view: View, index: int) -> bool:
    """Whether the group is not itself a complement (« le délai de la livraison prévu ») nor one of a list."""
    if index == 0:
        return True
    before = view.words[index - 1]
    if not view.words[index].near:
        return False
    if before.low in ("voici", "voilà"):
        return True
    return not before.has("P", "C") and before.low not in (
        "de",
        "d'",
        "du",
        "des",
        "et",
        "ou",
        "à",
        "au",
        "aux",
        "en",
        "tous",
        "toutes",
    )


def only_adjective(word: Word) -> bool:
    """Whether the word can only be an adjective or a past participle (an adjective may also be a noun)."""
    if not word.readings or not word.text.islower() or word.low in _INVARIABLE or not forms.adjective(word):
        return False
    return all(
        one.pos == "A" or (one.pos == "V" and "ppas" in one.tags) or (one.pos == "N" and word.has("A"))
        for one in word.readings
    )


_SET = frozenset(
    ["bon marché", "meilleur marché", "dernier cri", "torse nu", "bien entendu", "bien sûr", "partie prenante",
     "somme toute", "noir de", "gris anthracite", "bleu saphir", "vert olive", "droit devant", "juste arrivés",
     "juste amis"]
)  # fmt: skip


def set_phrase(view: View, at: int) -> bool:
    """Whether the word at `at` belongs to a turn that changes nothing: « sont bon marché », « bien entendu »."""
    low = view.low(at)
    return f"{low} {view.low(at + 1)}" in _SET or f"{view.low(at - 1)} {low}" in _SET
