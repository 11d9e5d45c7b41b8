"""Remarks are put together when they say the same, and only then; what could not be judged is one short list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ascom_coach.documents import Locator
from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict
from ascom_coach.review.practice import AGAIN, next_practice
from ascom_coach.review.repeated_words import (
    all_missing,
    missing,
    missing_label,
    not_handed_in,
    question_of,
    title_not_handed_in,
)
from ascom_coach.review.report.evidence import AGAIN as CUT
from ascom_coach.review.report.evidence import Evidence
from ascom_coach.review.said_once import (
    Spot,
    left_to_a_reader,
    not_handed_in_titles,
    not_judged,
    said,
    same_remark,
    without_object,
)

LINE = Locator("mot.txt", "line", "l2")


def finding(number: int, message: str, **more: Any) -> Finding:
    given: dict[str, Any] = {
        "check": "faits_presents", "version": 1, "criterion": "K1.2", "status": "defaut", "severity": "majeur",
        "locator": LINE, "quote": "Le colis part demain.", "hint": "",
    }  # fmt: skip
    return Finding(id=f"mot.controle{number}", message=message, **{**given, **more})


def absent(number: int, label: str, **more: Any) -> Finding:
    message, hint = missing(label)
    return finding(number, message, hint=hint, **more)


def review(*findings: Finding, **more: Any) -> Review:
    return Review("essai", None, ({"path": "mot.txt", "type": "txt", "sha256": "0"},), (), findings, **more)


# Put together


def test_what_is_missing_at_one_place_is_one_remark() -> None:
    (one,) = said([absent(1, "la date"), absent(2, "le prix", severity="mineur"), absent(3, "la date")])
    assert (
        one.message
        == "Il manque la date ; le prix (mineur) : sans ces informations, votre lecteur ne peut pas agir."
    )
    assert one.hint == "Relisez vos notes : que savez-vous sur chacun de ces points ?"
    assert len(one.findings) == 3
    assert len(one.spots) == 1


def test_the_gravest_one_gives_its_severity() -> None:
    (one,) = said([absent(1, "la date", severity="mineur"), absent(2, "le prix", severity="bloquant")])
    assert one.first.severity == "bloquant"
    assert "la date (mineur)" in one.message


def test_an_author_s_own_step_is_kept() -> None:
    own = replace(absent(1, "le prix"), hint="Regardez le tarif de cette année.")
    (one,) = said([own, absent(2, "la date"), absent(3, "le lieu")])
    assert one.hint.startswith("Regardez le tarif de cette année. Relisez vos notes")


@pytest.mark.parametrize(
    "other",
    [
        absent(2, "le prix", locator=Locator("mot.txt", "line", "l9")),
        absent(2, "le prix", locator=Locator("lettre.docx", "paragraph", "p2")),
        absent(2, "le prix", since="nouveau"),
        finding(2, missing("le prix", unsure=True)[0]),
        finding(2, "Vous n’aviez pas le droit de promettre un remboursement."),
    ],
)
def test_remarks_apart_stay_apart(other: Finding) -> None:
    assert len(said([absent(1, "la date"), other])) == 2


def test_the_same_remark_at_several_places_tells_each_place_with_its_own_step() -> None:
    rows = [
        finding(1, "Cette ligne n’aurait pas dû rester.", quote="C-104", hint="Lisez la colonne « Accord »."),
        finding(
            2, "Cette ligne n’aurait pas dû rester.", quote="C-106", hint="Qui ne veut plus de messages ?"
        ),
    ]
    (one,) = said(rows)
    assert [spot.quote for spot in one.spots] == ["C-104", "C-106"]
    assert [spot.hint for spot in one.spots] == [rows[0].hint, rows[1].hint]
    assert one.hint == ""


def test_a_reason_is_given_once_and_words_between_guillemets_are_none() -> None:
    stale = [
        finding(n, f"« {name} » n’est pas à jour : la prochaine personne se trompera.")
        for n, name in enumerate(("Début", "Fin"))
    ]
    quotes = [
        finding(n, f"Vous écrivez autre chose en {name} : « je passe demain matin chez vous ».")
        for n, name in enumerate(("bas", "haut"), 5)
    ]
    told = [one.message for one in said([*stale, *quotes])]
    assert told[1] == "« Fin » n’est pas à jour."
    assert all(message.endswith("chez vous ».") for message in told[2:])


def test_a_source_given_twice_is_given_once_and_leaves_no_word_alone() -> None:
    source = "Source : usage des bureaux (liste à jour au 25/11/2026)."
    told = said(
        [finding(n, f"Je ne trouve pas {what}. {source}") for n, what in enumerate(("la date", "le délai"))]
    )
    assert [one.message for one in told] == [
        f"Je ne trouve pas la date. {source}",
        "Je ne trouve pas le délai.",
    ]


def test_a_fault_taught_with_the_french_is_only_referred_to() -> None:
    rule = "Avec « être », le participe s’accorde avec le sujet."
    faults = [finding(n, rule, check="vigilance:faute_sure", quote=f"mot {n}") for n in (1, 2)]
    language = {"remarks": [{"message": rule}]}
    (one,) = said(faults, language)
    assert rule not in one.message
    assert len(one.spots) == 2
    (untaught,) = said(faults, {"remarks": [{"message": "Une autre règle."}]})
    assert untaught.message == rule


def test_only_word_for_word_remarks_join_a_priority() -> None:
    first, twin = finding(1, "Cette date est passée."), finding(2, "Cette date est passée.")
    others = [finding(3, "Cette date est passée.", hint="Laquelle ?"), finding(4, "Ce prix est faux.")]
    assert [one.id for one in same_remark(first, [first, twin, *others])] == [first.id, twin.id]


# What could not be judged


def test_documents_not_handed_in_are_named_once_and_counted_once() -> None:
    gone = [
        finding(n, not_handed_in("Base clients"), status="non_evaluable", needs="fichier", locator=None)
        for n in range(4)
    ]
    unread = finding(9, "Un PDF ne montre pas les styles.", status="non_evaluable", needs="fichier")
    one = review(*gone, unread)
    assert not_handed_in_titles(one) == ("Base clients",)
    assert not_judged(one) == (
        "Dans les documents non remis : 4 contrôles.",
        "Un PDF ne montre pas les styles.",
    )


def test_the_session_is_one_line_that_says_what_it_would_show() -> None:
    some = [
        finding(n, "Il faudrait la séance.", status="non_evaluable", needs="seance", check=check)
        for n, check in enumerate(("conduite", "conduite", "faits_obtenus"))
    ]
    (line,) = not_judged(review(*some))
    assert (
        line
        == "Sans la séance : votre attitude à l’oral ; ce que vous avez obtenu en demandant (3 contrôles)."
    )


def test_a_judged_item_waits_no_more() -> None:
    question = finding(1, "Le ton convient-il ?", status="non_evaluable", needs="modele_ou_formateur")
    assert left_to_a_reader(review(question)) == (question,)
    verdict = TrainerVerdict(question.id, "conforme", "Mme Aubin", "juste")
    assert left_to_a_reader(review(question, verdicts=(verdict,))) == ()
    assert not_judged(review(question)) == ()


def test_nothing_is_told_of_a_review_where_all_was_judged() -> None:
    one = review(finding(1, "Cette date est passée."), finding(2, "Vous donnez le prix.", status="conforme"))
    assert (not_judged(one), without_object(one), not_handed_in_titles(one)) == ((), (), ())


# Sentences written and read back


@pytest.mark.parametrize("unsure", [True, False])
def test_a_missing_label_is_read_back(unsure: bool) -> None:
    message, _ = missing("l’heure de fin : celle du samedi", unsure=unsure)
    assert missing_label(message) == ("unsure" if unsure else "missing", "l’heure de fin : celle du samedi")
    assert all_missing("unsure" if unsure else "missing", ["l’heure de fin : celle du samedi"]) == message


@pytest.mark.parametrize("message", ["Il manque l’objet, la signature.", "Ce prix est faux.", ""])
def test_other_sentences_are_not_read_back(message: str) -> None:
    assert missing_label(message) is None
    assert title_not_handed_in(message) == ""
    assert question_of(message) == message


# Evidence


def test_a_passage_is_quoted_in_full_once_and_an_only_file_is_not_named() -> None:
    long = "Nous avons bien reçu votre courrier au sujet de la chaudière de votre mère."
    seen = Evidence([{"path": "mot.txt"}])
    spot = Spot(LINE, long)
    (first,), (again,) = seen.lines([spot]), seen.lines([spot])
    assert first == f"Ligne 2\u00a0: «\u00a0{long}\u00a0»"
    assert again.startswith("Ligne 2\u00a0: «\u00a0Nous avons bien")
    assert len(again) < CUT + 25
    assert Evidence([{"path": "mot.txt"}, {"path": "a.docx"}]).lines([spot])[0].startswith("mot.txt, ligne 2")


# The next exercise


def test_the_exercise_is_that_of_the_first_priority() -> None:
    wrong = finding(1, "Une anomalie n’est pas signalée.", criterion="K1.3")
    found = next_practice(review(wrong, priorities=(wrong.id,)))
    assert found is not None
    assert "ligne par ligne" in found.words
    assert found.sentences == ()


def test_the_rule_most_missed_gives_three_sentences() -> None:
    remarks = [{"family": "a-a", "counted": True}] * 2 + [{"family": "leur", "counted": True}]
    found = next_practice(review(language={"remarks": [*remarks, {"family": "leur", "counted": False}]}))
    assert found is not None
    assert found.family is not None
    assert found.family.id == "a-a"
    assert len(found.sentences) == 3


def test_a_clean_hand_in_is_played_again_and_nothing_read_has_no_exercise() -> None:
    good = CriterionResult("K1.2", "Le contenu est exact", True, "solide", 3, 3)
    clean = replace(review(), criteria=(good,))
    assert next_practice(clean) is not None
    assert next_practice(clean).words == AGAIN  # type: ignore[union-attr]
    assert next_practice(replace(clean, scenario=None)) is None
    assert next_practice(replace(clean, files=())) is None
