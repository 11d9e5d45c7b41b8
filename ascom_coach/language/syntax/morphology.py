"""Other forms of a word: the right person of a verb, the right gender and number of an adjective."""

from __future__ import annotations

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.syntax.view import Word

FINITE = ("ipre", "iimp", "ipsi", "ifut", "cond", "spre", "simp")
CLITICS = frozenset(
    [
        "ne",
        "n'",
        "me",
        "m'",
        "te",
        "t'",
        "se",
        "s'",
        "nous",
        "vous",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "y",
        "en",
    ]
)
PERSONS = {
    "je": "1s",
    "j'": "1s",
    "tu": "2s",
    "il": "3s",
    "elle": "3s",
    "on": "3s",
    "nous": "1p",
    "vous": "2p",
    "ils": "3p",
    "elles": "3p",
}
AVOIR = frozenset(
    [
        "ai",
        "as",
        "a",
        "avons",
        "avez",
        "ont",
        "avais",
        "avait",
        "avions",
        "aviez",
        "avaient",
        "aurai",
        "auras",
        "aura",
        "aurons",
        "aurez",
        "auront",
        "aurais",
        "aurait",
        "aurions",
        "auriez",
        "auraient",
        "avoir",
        "ayant",
        "aie",
        "ait",
        "ayons",
        "ayez",
        "aient",
        "eu",
    ]
)
ETRE = frozenset(
    [
        "suis",
        "es",
        "est",
        "sommes",
        "êtes",
        "sont",
        "étais",
        "était",
        "étions",
        "étiez",
        "étaient",
        "serai",
        "seras",
        "sera",
        "serons",
        "serez",
        "seront",
        "serais",
        "serait",
        "serions",
        "seriez",
        "seraient",
        "être",
        "été",
        "soit",
        "sois",
        "soyons",
        "soyez",
        "soient",
        "fut",
        "furent",
    ]
)
AUXILIARIES = AVOIR | ETRE
"""Every form of both."""


_ENDINGS = {"1p": ("ons", "mes"), "2p": ("ez", "tes"), "3p": ("nt",)}
_ALL_PERSONS = frozenset(["1s", "2s", "3s", "1p", "2p", "3p"])
"""The lexicon gives « ont », « sont », « peuvent » and their like without their person."""


def finite(word: Word) -> bool:
    """Whether the word can be a conjugated verb."""
    return any(one.pos == "V" and one.tags.intersection(FINITE) for one in word.readings)


def has_person(word: Word, person: str) -> bool:
    """Whether the word can be a conjugated verb of this person (`1s`…`3p`)."""
    return any(is_person(word.low, one, person) for one in word.readings)


def is_person(low: str, one: Analysis, person: str) -> bool:
    """Whether the reading `one` of the form `low` is a conjugated verb of this person."""
    if one.pos != "V" or not one.tags.intersection(FINITE):
        return False
    return person in one.tags or (
        low.endswith(_ENDINGS.get(person, ("?",))) and not one.tags.intersection(_ALL_PERSONS)
    )


_SELDOM = len(FINITE)
"""What a form pays whose word is written like « avoir » or « être » and is another."""


def conjugated(word: Word, person: str, mood: str = "") -> tuple[str, ...]:
    """The verb of `word` at `person`, in its own tenses (indicative first) or in `mood`."""
    found: dict[str, int] = {}
    for reading in word.readings:
        if reading.pos != "V":
            continue
        moods = {mood} if mood else reading.tags.intersection(FINITE)
        root = reading.lemma[:-2] + "...."  # « arriverait » shares only « arriv » with its imperfect
        short = reading.lemma[: max(2, len(reading.lemma) - 4)] + "...."  # « mentir », « mens »
        for near in (word.low, root, short) if mood else (word.low, short):
            for form, other in _forms(reading.lemma, near):
                if is_person(form, other, person) and (same := other.tags.intersection(moods)):
                    rank = min(FINITE.index(one) for one in same)
                    # « étaient » is « être », hardly « étayer »
                    found.setdefault(
                        form, rank + _SELDOM * (form not in AUXILIARIES and word.low in AUXILIARIES)
                    )
            if found and near != root:
                break
    return tuple(sorted(found, key=found.__getitem__)[:3])


def conjugated_of(word: Word, person: str, mood: str) -> tuple[str, ...]:
    """The verbs that `word` may come from, at `person` in `mood`, whatever its own form (`impe` included)."""
    out: list[str] = []
    for lemma in infinitives(word):
        for near in (word.low, lemma, lemma[:-2] + "...."):
            for form, other in _forms(lemma, near):
                right = (
                    other.pos == "V"
                    and mood in other.tags
                    and (person in other.tags or is_person(form, other, person))
                )
                if right and form not in out:
                    out.append(form)
    return tuple(out[:3])


_STARTS = {
    "être": "suis est êtes sommes sont ét ser soi soy fu fû",
    "avoir": "ai a av on aur ay eu eû",
    "aller": "va vo all ir ai",
    "pouvoir": "pouv peu puis pourr",
    "savoir": "sav sai sach saur",
    "vouloir": "voul veu veuill voudr",
    "faire": "fai fas fer font",
    "venir": "ven vien vin",
    "devoir": "dev doi dû",
    "voir": "voi voy verr vu",
}
"""Beginnings under which the forms of an irregular verb are looked up."""


def forms_of_lemma(lemma: str, near: str) -> list[tuple[str, Analysis]]:
    """Forms of `lemma` with their readings, those that begin like `near` and those of an irregular verb."""
    return _forms(lemma, near)


def _forms(lemma: str, near: str) -> list[tuple[str, Analysis]]:
    seen = [] if lemma in _STARTS else list(lexicon().forms_of(lemma, near))
    for start in _STARTS.get(lemma, "").split():
        seen += lexicon().forms_of(lemma, start, whole=True)
    return seen


def infinitives(word: Word) -> tuple[str, ...]:
    """Infinitives of the verbs that `word` may come from."""
    return tuple(dict.fromkeys(one.lemma for one in word.readings if one.pos == "V"))


def participles(word: Word, gender: str = "m", number: str = "s") -> tuple[str, ...]:
    """Past participle of the verb of `word` in this gender and number."""
    out: list[str] = []
    for lemma in infinitives(word):
        for form, one in _forms(lemma, word.low):
            fits = gender in one.tags and (number in one.tags or "i" in one.tags)
            if one.pos == "V" and "ppas" in one.tags and fits and form not in out:
                out.append(form)
    return tuple(out)


def adjective(word: Word) -> bool:
    """Whether the word can be an adjective or a past participle."""
    return any(one.pos == "A" or (one.pos == "V" and "ppas" in one.tags) for one in word.readings)


def agrees(word: Word, gender: str, number: str) -> bool:
    """Whether one adjective or participle reading fits this gender and number (empty: any)."""
    for one in word.readings:
        if not (one.pos == "A" or (one.pos == "V" and "ppas" in one.tags)):
            continue
        gender_fits = not gender or one.gender in ("", "e", gender) or gender == "e"
        number_fits = not number or one.number in ("", "i", number)
        if gender_fits and number_fits:
            return True
    return False


def agreed(word: Word, gender: str, number: str) -> tuple[str, ...]:
    """Forms of the adjective or participle `word` in this gender and number."""
    out: list[str] = []
    for reading in word.readings:
        if not (reading.pos == "A" or (reading.pos == "V" and "ppas" in reading.tags)):
            continue
        for form, one in _forms(reading.lemma, word.low):
            same = one.pos == reading.pos and (one.pos == "A" or "ppas" in one.tags)
            gender_fits = not gender or one.gender in ("e", gender)
            if same and gender_fits and one.number in (number, "i") and form not in out:
                out.append(form)
    return tuple(out[:3])


def noun_shape(word: Word) -> tuple[str, str] | None:
    """(gender, number) of a noun when its readings agree on them, else None. Gender may be `e`, number `i`."""
    nouns = [one for one in word.readings if one.pos == "N"]
    if not nouns:
        return None
    genders = {one.gender for one in nouns}
    numbers = {one.number for one in nouns}
    gender = genders.pop() if len(genders) == 1 else "e"
    number = numbers.pop() if len(numbers) == 1 else "i"
    return gender or "e", number or "i"
