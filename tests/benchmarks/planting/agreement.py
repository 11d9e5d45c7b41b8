# ruff: noqa: E501, PLR0912, SIM102 -- lists of words stay compact, one condition a line
"""Agreement: the mark of the plural, the gender, the person, in the group, behind « être » and « avoir », near and far."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import cased
from ascom_coach.language.syntax.morphology import FINITE, conjugated
from ascom_coach.language.syntax.view import View, Word
from planting.base import (
    AVOIR,
    ETRE,
    FEMININE,
    MASCULINE,
    PRONOUNS,
    Group,
    Plant,
    adjectival,
    forms,
    groups,
    plain,
    put,
    surely_finite,
)  # fmt: skip

_OTHER_GENDER = {"le": "la", "la": "le", "un": "une", "une": "un", "ce": "cette", "du": "de la", "au": "à la",
                 "aucun": "aucune", "aucune": "aucun", "quel": "quelle", "quelle": "quel", "toute": "tout",
                 "ma": "mon", "sa": "son", "certains": "certaines", "certaines": "certains",
                 "différents": "différentes", "différentes": "différents", "tous": "toutes", "toutes": "tous"}  # fmt: skip
_OTHER_NUMBER = {"les": ("le", "la"), "des": ("un", "une"), "ces": ("ce", "cette"), "ses": ("son", "sa"),
                 "mes": ("mon", "ma"), "nos": ("notre", "notre"), "vos": ("votre", "votre"), "aux": ("au", "à la"),
                 "le": ("les", ""), "la": ("", "les"), "un": ("des", ""), "une": ("", "des"), "ce": ("ces", ""),
                 "cette": ("", "ces"), "notre": ("nos", "nos"), "votre": ("vos", "vos"), "son": ("ses", "ses")}  # fmt: skip


def plants(view: View) -> Iterator[Plant]:
    found = list(groups(view))
    for group in found:
        yield from _in_group(view, group)
        yield from _apart(view, group)
    yield from _behind_auxiliary(view)
    yield from _person(view, found)


def _whole(view: View, kind: str, group: Group, wrong: str) -> Plant:
    """Another determiner: the fault may be said of it or of its noun."""
    first, noun = view.words[group.first], view.words[group.noun]
    rest = view.text[first.end - view.offset : noun.end - view.offset]
    return Plant(kind, "accord", first.start, noun.end, cased(first.text, wrong) + rest)


def _gender(word: Word, number: str) -> str:
    genders = {one.gender for one in word.readings if one.pos == "N" and one.number in (number, "i")}
    return genders.pop() if len(genders) == 1 else ""


def _in_group(view: View, group: Group) -> Iterator[Plant]:
    first, noun = view.words[group.first], view.words[group.noun]
    other = "s" if group.number == "p" else "p"
    verb = "-s ôté" if other == "s" else "-s ajouté"
    counts = first.low not in ("quel", "quelle") and not (first.low == "leurs" and other == "s")
    for wrong in [one for one in forms(noun, "N", other) if counts][:1]:
        yield put(f"nom {verb}", "accord", noun, wrong)
    gender = _gender(noun, group.number)
    for at in range(group.first + 1, group.last + 1):
        word = view.words[at]
        if at == group.noun or not adjectival(word):
            continue
        pos = "A" if word.has("A") else "V"
        past = () if pos == "A" else ("ppas",)
        place = "devant" if at < group.noun else "derrière"
        mine = {one.gender for one in word.readings}
        for sex in [gender] if gender in "mf" and gender else []:
            for wrong in forms(word, pos, sex, other, *past)[:1]:
                yield put(f"adjectif {verb} ({place})", "accord", word, wrong)
            if (sex, group.number) == ("f", "p"):
                for wrong in [one for one in forms(word, pos, "m", "s", *past) if "e" not in mine][:1]:
                    yield put(f"adjectif, accord oublié ({place})", "accord", word, wrong)
            against = "m" if sex == "f" else "f"
            for wrong in [one for one in forms(word, pos, against, group.number, *past) if "e" not in mine][
                :1
            ]:
                yield put(f"adjectif genre ({place})", "accord", word, wrong)
    if (
        gender
        and gender in "mf"
        and first.low in _OTHER_GENDER
        and not noun.text.startswith(tuple("aeiouyhéèêàâ"))
    ):
        if (
            (first.low in MASCULINE and gender == "m")
            or (first.low in FEMININE and gender == "f")
            or group.number == "p"
        ):
            yield _whole(view, "déterminant genre", group, _OTHER_GENDER[first.low])
    if first.low in _OTHER_NUMBER and gender in ("m", "f") and group.noun == group.first + 1:
        wrong = _OTHER_NUMBER[first.low]["mf".index(gender)]
        vowel = noun.low.startswith(tuple("aeiouyhéèêàâœ"))
        if wrong and not (vowel and wrong in ("le", "la", "ce", "au", "à la", "sa", "ma")):
            if first.low not in ("le", "la") or not any(one.number == "i" for one in noun.readings):
                yield _whole(view, "déterminant nombre", group, wrong)


def _apart(view: View, group: Group) -> Iterator[Plant]:
    """« Cette attestation, signée par le médecin, »: what is set apart behind its noun."""
    target = view.at(group.last + 1)
    gender = _gender(view.words[group.noun], group.number)
    if target is None or target.near or not adjectival(target) or gender not in ("m", "f"):
        return
    gap = view.text[view.words[group.last].end - view.offset : target.start - view.offset]
    shapes = {(one.gender, one.number) for one in target.readings}
    if gap.strip() != "," or shapes != {(gender, group.number)} or shapes == {("m", "s")}:
        return
    pos = "V" if target.verb("ppas") else "A"
    for wrong in forms(target, pos, "m", "s", *(("ppas",) if pos == "V" else ()))[:1]:
        yield put("épithète détachée, accord oublié", "accord", target, wrong)


def _behind_auxiliary(view: View) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        if not adjectival(word) or word.low.endswith(("ant", "ants")):
            continue
        back = at - 1
        while back > 0 and (
            view.words[back].only("R") or view.low(back) in ("pas", "plus", "été", "bien", "tous", "toutes")
        ):
            back -= 1
        by = view.low(back)
        pos = "V" if any("ppas" in one.tags for one in word.readings) else "A"
        past = ("ppas",) if pos == "V" else ()
        shapes = {(one.gender, one.number) for one in word.readings}
        if len(shapes) != 1:
            continue
        ((gender, number),) = shapes
        subject = view.low(back - 1)
        if by in ETRE:
            name = "participe, être" if pos == "V" else "attribut"
            if (gender, number) == ("f", "p") and subject not in ("vous", "on", "nous"):
                for wrong in forms(word, pos, "m", "s", *past)[:1]:
                    yield put(f"{name} : accord oublié", "accord", word, wrong)
            if number in "sp" and number and subject not in ("vous", "on", "nous"):
                for wrong in forms(word, pos, gender, "s" if number == "p" else "p", *past)[:1]:
                    yield put(f"{name} nombre", "accord", word, wrong)
            if (
                gender in "mf"
                and gender
                and subject not in ("je", "nous", "vous", "tu", "on", "me", "m'", "t'", "suis")
            ):
                for wrong in forms(word, pos, "m" if gender == "f" else "f", number, *past)[:1]:
                    yield put(f"{name} genre", "accord", word, wrong)
        elif by in AVOIR and pos == "V":
            if (gender, number) == ("m", "s") and word.low != "été":
                for wrong in [*forms(word, "V", "ppas", "m", "p"), *forms(word, "V", "ppas", "f", "s")][:2]:
                    yield put("participe, avoir : accord de trop", "accord", word, wrong)
            elif (gender, number) != ("m", "s"):
                for wrong in forms(word, "V", "ppas", "m", "s")[:1]:
                    yield put("participe, avoir + objet devant", "accord", word, wrong)


def _person(view: View, found: list[Group]) -> Iterator[Plant]:
    for at, word in enumerate(view.words):
        if not (surely_finite(word) and word.text.islower()) or word.clitic:
            continue
        behind = view.at(at + 1)
        if behind and behind.clitic:
            continue
        tags = frozenset().union(*(one.tags for one in word.readings if one.pos == "V"))
        three_p = "3p" in tags or word.low.endswith("nt")
        three_s = "3s" in tags and not three_p
        before = view.low(at - 1)
        if before in PRONOUNS and PRONOUNS[before] in ("1s", "2s", "1p", "2p"):
            yield from _pronoun(word, PRONOUNS[before])
            continue
        if not (three_p or three_s) or not tags.intersection(FINITE):
            continue
        how = _distance(view, at, found, three_p)
        wrong = conjugated(word, "3s" if three_p else "3p")
        same = [one for one in wrong if _tense(one, word)]
        for one in same[:1]:
            yield put(f"verbe {'-nt ôté' if three_p else '-nt ajouté'} ({how})", "accord", word, one)
        if three_s and word.low not in AVOIR | ETRE:
            for one in [one for one in conjugated(word, "1s") if one != word.low and _tense(one, word)][:1]:
                yield put("verbe 3s>1s", "conjugaison", word, one)


def _tense(form: str, word: Word) -> bool:
    from ascom_coach.language.lexicon import lexicon

    mine = frozenset().union(*(one.tags for one in word.readings)) & frozenset(FINITE)
    other = frozenset().union(*(one.tags for one in lexicon().analyses(form))) & frozenset(FINITE)
    return bool(mine & other)


def _pronoun(word: Word, person: str) -> Iterator[Plant]:
    for other in {"1s": ("3s", "2p"), "2s": ("3s", "1s"), "1p": ("3s",), "2p": ("3s", "3p")}[person]:
        for one in [one for one in conjugated(word, other) if one != word.low and _tense(one, word)][:1]:
            if len({one, word.low}) == 2:
                yield put(f"verbe {person}>{other}", "conjugaison", word, one)


def _distance(view: View, at: int, found: list[Group], plural: bool) -> str:
    """« près » when the subject stands right before, « pronom », « qui », else « loin »."""
    back = at - 1
    while back >= 0 and view.low(back) in (
        "ne",
        "n'",
        "se",
        "s'",
        "y",
        "en",
        "le",
        "la",
        "les",
        "lui",
        "leur",
        "l'",
        "nous",
        "vous",
    ):
        back -= 1
    if view.low(back) in PRONOUNS:
        return "pronom"
    if view.low(back) == "qui":
        return "qui"
    for group in found:
        if group.last == back and group.number == ("p" if plural else "s"):
            opened = (
                group.first == 0
                or not plain(view.at(group.first - 1))
                or view.words[group.first - 1].has("C", "P")
            )
            return "près" if opened else "loin"
    return "loin"
