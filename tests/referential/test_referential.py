from __future__ import annotations

import pytest

from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import (
    ABSENCE_CODES,
    UNOFFICIAL_LABEL,
    absence,
    load_referential,
    source_text,
)

REF = load_referential()


def test_every_passage_is_its_segments_of_the_source_joined_by_one_space() -> None:
    source = source_text()
    assert len(REF.passages) == 105
    for passage in REF.passages:
        pieces = [source[part.start : part.end] for part in passage.segments]
        assert passage.text == " ".join(pieces), passage.id
        assert all(piece and piece == piece.strip() for piece in pieces), passage.id


def test_the_line_of_a_passage_is_where_it_begins() -> None:
    lines = source_text().splitlines()
    for passage in REF.passages:
        assert source_text()[: passage.segments[0].start].count("\n") + 1 == passage.line
        assert passage.text[:12] in lines[passage.line - 1]


def test_counts_of_each_kind() -> None:
    blocs = [REF.bloc(number) for number in (1, 2, 3)]
    assert [len(bloc.activities) for bloc in blocs] == [13, 14, 6]
    assert [len(bloc.competences) for bloc in blocs] == [6, 4, 4]
    assert [len(bloc.productions) for bloc in blocs] == [5, 5, 8]
    assert [len(bloc.criteria) for bloc in blocs] == [5, 5, 5]


def test_criteria_of_bloc_three_are_never_official() -> None:
    for criterion in REF.criteria(3):
        assert not criterion.official
        assert criterion.text == ""
        assert criterion.status_label == UNOFFICIAL_LABEL
        assert all(REF.has_passage(one) for one in criterion.passages)
    for criterion in (*REF.criteria(1), *REF.criteria(2)):
        assert criterion.official
        assert criterion.text in source_text()
        assert criterion.status_label == "officiel"


def test_a_bundled_criterion_has_three_parts_found_in_the_text() -> None:
    parts = REF.criterion("K1.4").parts
    assert len(parts) == 3
    assert all(part in REF.criterion("K1.4").text for part in parts)
    assert len(REF.criterion("K1.3").parts) == 1


def test_twins() -> None:
    assert REF.twins("K1.3") == ("K1.3", "K2.4")
    assert REF.twins("K2.5") == ("K1.4", "K2.5")
    assert REF.twins("T2.4") == ("T1.4", "T2.4", "T3.3")
    assert REF.twins("A1.13") == ("A1.13",)


def test_sub_productions_point_at_their_production() -> None:
    sub = REF.production("P1.2a")
    assert sub.parent == "P1.2"
    assert sub.text == REF.passage("P1.2").text
    assert [one.id for one in REF.sub_productions("P1.2")] == ["P1.2a", "P1.2b", "P1.2c", "P1.2d"]
    assert REF.sub_productions("P1.1") == ()


@pytest.mark.parametrize("look_up", [REF.passage, REF.criterion, REF.production, REF.item, REF.twins])
def test_unknown_ids_are_refused_in_french(look_up) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RefusedInputError, match="ne figure pas dans le référentiel"):
        look_up("Z9.9")


def test_unknown_bloc() -> None:
    with pytest.raises(RefusedInputError, match="bloc 4"):
        REF.bloc(4)


def test_an_activity_is_not_a_production() -> None:
    with pytest.raises(RefusedInputError):
        REF.production("A1.01")


def test_row_goes_from_activity_to_criterion() -> None:
    row = REF.row("A1.10")
    assert [passage.id for passage in row] == ["A1.10", "C1.5", "P1.3", "K1.3"]
    assert REF.row("T1.1") == ()
    kinds = [passage.kind for passage in REF.row("P3.3")]
    assert "critere" not in kinds
    assert kinds == sorted(kinds, key=["activite", "competence", "production"].index)


def test_every_activity_is_linked_and_links_stay_in_their_bloc() -> None:
    for bloc in (1, 2, 3):
        reached = set()
        for activity in REF.activities(bloc):
            row = REF.row(activity.id)
            assert {passage.bloc for passage in row} == {bloc}
            reached |= {passage.id for passage in row}
        assert {item.id for item in REF.competences(bloc)} <= reached
        assert {item.id for item in REF.productions(bloc)} <= reached


def test_linked_gives_the_nearest_first() -> None:
    assert REF.linked("A1.11", "production") == ("P1.3", "P1.5")
    assert REF.linked("A1.11", "activite") == ("A1.11",)
    assert REF.linked("P1.4", "competence")[0] == "C1.4"


@pytest.mark.parametrize("code", ABSENCE_CODES)
def test_absences_are_stated_with_true_passages(code: str) -> None:
    stated = absence(code)
    assert stated.sentence.startswith("Le référentiel fourni")
    assert stated.passages
    assert all(REF.has_passage(one) for one in stated.passages)


def test_what_is_said_absent_is_absent_from_the_source() -> None:
    low = source_text().lower()
    for word in ("coefficient", "barème", "note minimale", "heures", "minutes", "durée"):
        assert word not in low
    after = source_text()[source_text().index("ÉVALUATION bloc n°3") :]
    assert "critères suivants" not in after


def test_bold_marks_are_removed_for_display_only() -> None:
    assert "**" in REF.passage("L1").text
    assert "**" not in REF.passage("L1").shown
