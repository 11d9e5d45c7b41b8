# ruff: noqa: E501 -- an example stays on one line
"""The patterns of the lists: what each sign of a line means, and every line shipped speaks on its own words."""

from __future__ import annotations

import pytest

from ascom_coach.language.rules.pattern_index import PatternIndex
from ascom_coach.language.rules.word_patterns import Pattern, parse
from ascom_coach.language.rules.words.confusions import Entry, entries, read_entries
from ascom_coach.language.syntax.view import views
from tests.language.pattern_samples import sample


def fixed(pattern: Pattern, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What the pattern underlines in a text, with its suggestions."""
    return [
        (text[start:end], fixes)
        for view in views(text)
        for at in range(len(view.words))
        for start, end, fixes in pattern.hits(view, at)
    ]


def looked_at(line: str, text: str) -> bool:
    """Whether the words of a text make the line be parsed."""
    index = PatternIndex([("", line)])
    return any(True for view in views(text) for at in range(len(view.words)) for _ in index.at(view, at))


@pytest.mark.parametrize(
    ("line", "met", "unmet"),
    [
        ("[ban|bans>banc] de sable", "un ban de pierre", "un ban publié"),
        ("(un|vieux) [ban>banc]", "un ban publié", "le ban"),
        ("[sent cou férir>sans coup férir]", "il sent cou", "il sent bon"),
        ("au [l'>à l'] <N>", "au l'été", "il l'a"),
        ("<D> très? [pret>prêt]", "pret", "prêt"),
        ("[pécher*>pêcher*] (la|des) truites", "péchons des bars", "péchons du thon"),
        ("[mont noir>Mont-Noir]", "Mont Noir", "Mont Blanc"),
        ("(homme|femme) [-la>là]", "cet homme-la", "il la voit"),
    ],
)
def test_a_line_is_read_where_the_words_beside_it_allow(line: str, met: str, unmet: str) -> None:
    assert looked_at(line, met)
    assert not looked_at(line, unmet)


@pytest.mark.parametrize(
    ("line", "wrong", "found", "right"),
    [
        ("[ban|bans>banc|bancs] de sable", "Les bans de sable.", ("bans", ("bancs",)), "Les bans, de sable."),
        ("[sent cou férir>sans coup férir]", "Il gagna sent cou férir.", ("sent cou férir", ("sans coup férir",)), "Il sent le cou."),
        ("(serrer|lever)* (le|les) [points>poings]", "Elle serra les points.", ("points", ("poings",)), "Elle compte les points."),
        ("[pécher*>pêcher*] des truites", "Nous péchons des truites.", ("péchons", ("pêchons",)), "Nous péchons par excès."),
        ("<D> très? [pret>prêt]", "le très pret", ("pret", ("prêt",)), "vraiment pret"),
        ("[dés>dès] ~2 maintenant", "dés le jour maintenant", ("dés", ("dès",)), "dés un deux trois maintenant"),
        ("[leurs>leur] !(<N p>|<A p>)", "Il leurs parle.", ("leurs", ("leur",)), "leurs dossiers"),
        ("!(la|une) [tache>tâche]", "Sa tache est faite.", ("tache", ("tâche",)), "La tache reste."),
        ("^ [sa>ça] <V>", "Sa marche bien.", ("Sa", ("Ça",)), "Avec sa marche."),
        ("(ce|cette) <N> [-la>là]", "Ce dossier-la traîne.", ("la", ("là",)), "Ce client la rappelle."),
        ("[au l'>à l'] <N>", "Il va au l'école.", ("au l'", ("à l'",)), "Il va à l'école."),
        ("[la>là] $", "Il est la", ("la", ("là",)), "Il la voit"),
        ("bonjour , [sa>ça] va", "Bonjour, sa va ?", ("sa", ("ça",)), "Bonjour sa va"),
        ("(#|deux) [moi>mois]", "Il part 12 moi.", ("moi", ("mois",)), "Il part avec moi."),
        ("[conte>compte] (à rebours|rond|!_)", "le conte à rebours", ("conte", ("compte",)), "le conte à lire"),
        ("[conte>compte] (à rebours|rond|!_)", "le conte.", ("conte", ("compte",)), "le conte long"),
        ("(une fois|mis)? à [par>part]", "tout mis à par", ("par", ("part",)), "mis par moi"),
        ("(une fois|aller) à [par>part]", "une fois à par", ("par", ("part",)), "fois à par"),
        ("[sain>sein] !(et sauf|père)", "au sain et sage", ("sain", ("sein",)), "il est sain et sauf"),
        ("(plaie|être*) [infesté>infecté]", "il est infesté", ("infesté", ("infecté",)), "un chien infesté"),
        ("<=R> [près>prêt] à", "toujours près à", ("près", ("prêt",)), "dossier près à"),
        ("[lors qu'>lorsqu'] (il|elle)", "Viens lors qu'il part.", ("lors qu'", ("lorsqu'",)), "Viens lorsqu'il part."),
        ("[mont noir>Mont-Noir]", "Le Mont Noir est haut.", ("Mont Noir", ("Mont-Noir",)), "Le Mont-Noir est haut."),
        ("l' [église>Église] romane", "l'église romane", ("église", ("Église",)), "l'Église romane"),
    ],
)  # fmt: skip
def test_signs(line: str, wrong: str, found: tuple[str, tuple[str, ...]], right: str) -> None:
    assert fixed(parse(line), wrong) == [found]
    assert fixed(parse(line), right) == []


def test_a_name_is_left_alone() -> None:
    assert fixed(parse("[ban>banc] de sable"), "Le groupe Ban de sable joue.") == []
    assert fixed(parse("[karl max>Karl Marx]"), "Il lit Karl Max.") == [("Karl Max", ("Karl Marx",))]


@pytest.mark.parametrize(
    "line", ["ban de sable", "[a|b|c>d|e] x", "[deux mots*>un*] x", "x !y [a>b]", "[a>] x"]
)
def test_a_line_that_says_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(line)


@pytest.mark.parametrize("line", ["= paire_a | inconnu", ": message sans règle"])
def test_a_file_that_says_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_entries((line,))


@pytest.mark.parametrize("entry", entries(), ids=[one.name for one in entries()])
def test_every_line_speaks(entry: Entry) -> None:
    for line, pattern in zip(entry.lines, entry.patterns, strict=True):
        wrong, right = sample(pattern)
        assert fixed(pattern, wrong), pattern.source
        assert looked_at(line, wrong), pattern.source
        if not pattern.by_lemma:
            assert fixed(pattern, right) == [], pattern.source
