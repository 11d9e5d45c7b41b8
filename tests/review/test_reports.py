"""The reports that a trainer hands out: what they say, in which order, and that they can be read."""

from __future__ import annotations

import datetime as dt
import html
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascom_coach.documents import Locator, parse_bytes
from ascom_coach.referential import TRAINING_LABEL, UNOFFICIAL_LABEL, absence, load_referential
from ascom_coach.review.model import Review
from ascom_coach.review.report.docx import docx_bytes, report_docx
from ascom_coach.review.report.evidence import Evidence
from ascom_coach.review.report.html import report_html
from ascom_coach.review.report.parts import Card, Table
from ascom_coach.review.report.session import instructions_section
from ascom_coach.review.report.story import tell
from ascom_coach.review.report.words import clean, coverage, french, quoted, shown_day, together
from ascom_coach.review.said_once import Spot
from tests.review import report_samples as sample

NBSP = "\u00a0"
VOID = {"meta", "br", "col", "path"}
ORDER = (
    "Vos trois priorités",
    "Ce qui est réussi",
    "Votre prochain exercice",
    "Niveaux par critère",
    "Critère par critère",
    "Autres avis du formateur",
    "Le français de la copie",
    f"La consigne{NBSP}: entendue, demandée, faite",
    "L’humeur pendant l’échange",
    "Ce qui n’a pas pu être jugé",
    "À compléter par le formateur",
    "Fichiers relus et versions des contrôles",
    "Ce qui s’est dit",
)
CASES: dict[str, tuple[Review, dict[str, Any]]] = {
    "bloc 1": (sample.bloc_one(), sample.occasion()),
    "bloc 3": (sample.bloc_three(), {"title": "Une page pour le canoë"}),
    "vide": (sample.empty(), {"title": ""}),
    "refus": (sample.refused(), {"title": "Brouillon", "transcript": [], "instructions": [], "mood": []}),
    "hostile": (sample.hostile(), sample.hostile_occasion()),
}


class Page(HTMLParser):
    """Text, headings and tags of a page; fails on tags that do not close."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[tuple[int, str]] = []
        self.pieces: list[str] = []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h\d", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.pieces.append(data)
        if self.open and re.fullmatch(r"h\d", self.open[-1]):
            level, words = self.headings.pop()
            self.headings.append((level, words + data))

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split(" "))


def page(case: str) -> Page:
    review, about = CASES[case]
    return Page(report_html(review, **about))


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rapports")
    paths = {}
    for number, (case, (review, about)) in enumerate(CASES.items()):
        paths[case] = folder / f"r{number}.docx"
        report_docx(review, path=paths[case], **about)
    return paths


def words_of(path: Path) -> str:
    document = parse_bytes(path.read_bytes(), path.name)
    return "\n".join(block.text for block in document.visible)


# Both forms


def test_sections_come_in_the_order_in_which_they_are_read(word: dict[str, Path]) -> None:
    assert tuple(words for level, words in page("bloc 1").headings if level == 2) == ORDER
    document = parse_bytes(word["bloc 1"].read_bytes(), "r.docx")
    assert (
        tuple(block.text for block in document.blocks if block.level == 1 and block.kind == "heading")
        == ORDER
    )


@pytest.mark.parametrize("case", CASES)
def test_headings_never_skip_a_level(case: str, word: dict[str, Path]) -> None:
    levels = [level for level, _ in page(case).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    blocks = parse_bytes(word[case].read_bytes(), "r.docx").blocks
    depth = [0, *(block.level or 0 for block in blocks if block.kind == "heading")]
    assert all(after - before <= 1 for before, after in pairwise(depth))


@pytest.mark.parametrize(
    "expected",
    [
        "Solène Marchadier",
        "mardi 3 novembre 2026".replace("3 novembre", f"3{NBSP}novembre"),
        f"lundi 9{NBSP}mars 2026",
        "S-0042",
        "suivi-livraisons.xlsx, cellule F9 de la feuille «\u00a0Livraisons\u00a0»",
        "séance, échange 14",
        f"«{NBSP}Je vous rappelle dès que possible.{NBSP}»",
        "Donnez un jour et une heure que vous pourrez tenir.",
        "✗ À reprendre, bloquant, déjà là à la version précédente",
        "5 sur 8",
        "1 sur 3",
        "pas de niveau",
        "atteint, plus haut que le bilan",
        "non atteint, comme le bilan",
        f"Langue{NBSP}: en cours{NBSP}; argumentaire{NBSP}: pas de niveau.",
        "La date de la nouvelle livraison est exacte (reponse-garcin.docx, paragraphe 9",
        "Vous avez demandé le numéro de commande.",
        "○ À savoir",
        f"réussi, selon Mme{NBSP}Aubin, le lundi 2{NBSP}novembre 2026",
        "suivi.graphique",
        "Le ton est poli, mais distant.",
        "À compléter par le formateur",
        "☐ à reprendre",
        "suivi a jour",
        "✗ pas faite",
        "vous avez reconnu son agacement",
        "correcteur intégré",
        "LanguageTool (non disponible",
        f"Signalé par LanguageTool{NBSP}: ne change aucun niveau.",
        f"Test{NBSP}: remplacez par le mot témoin a_a",
        f"et 3{NBSP}autres fois",
        "Cela fait deux fois que je pose ma matinée pour rien.",
        "«\u00a0photo.heic\u00a0» n’est pas un document que je sais lire.",
        f"Ce classeur contient une macro{NBSP}: elle n’a pas été lancée.",
        "3f9c2ab41d77",
        "en version 1, annexe, argument, date, delegation",
        "En 10\u00a0minutes",
        "Visa du formateur",
    ],
)
def test_both_reports_say(expected: str, word: dict[str, Path]) -> None:
    assert expected in page("bloc 1").text
    assert expected in words_of(word["bloc 1"])


def test_the_training_label_stands_at_the_top_and_beside_the_levels(word: dict[str, Path]) -> None:
    label = TRAINING_LABEL[0].upper() + TRAINING_LABEL[1:]
    for text in (page("vide").text, words_of(word["vide"])):
        assert label in text
        assert text.index(label) < text.index("Vos priorités")
    assert f"Niveaux ({TRAINING_LABEL})" in page("bloc 1").text


@pytest.mark.parametrize("forbidden", ["plafond secret", "NE PAS MONTRER", "0000000000", "None"])
def test_reports_keep_to_themselves(forbidden: str, word: dict[str, Path]) -> None:
    """An unasked gap keeps its name, a remark its correction, a hash its tail."""
    assert forbidden not in page("bloc 1").text
    assert forbidden not in words_of(word["bloc 1"])


def test_every_passage_is_word_for_word_and_once(word: dict[str, Path]) -> None:
    referential = load_referential()
    for text in (page("bloc 1").text, words_of(word["bloc 1"])):
        flat = " ".join(text.split())
        for name in ("K1.1", "K1.2", "K1.3", "K1.4", "K1.5", "P1.3", "P1.5"):
            passage = " ".join(referential.passage(name).shown.split())
            assert flat.count(f"« {passage} »") == 1, name


def test_a_priority_and_a_success_of_the_first_page_are_not_told_again() -> None:
    for text in (page("bloc 1").text,):
        assert text.count("Le geste annoncé dépasse") == 1
        assert text.count("La livraison du 4 mars dépasse") == 1
        assert text.count("La date de la nouvelle livraison est exacte") == 1
        assert f"Priorités 1 et 3{NBSP}: voir plus haut." in text


def test_remarks_of_a_criterion_begin_with_what_to_redo() -> None:
    review = sample.bloc_one()
    story = tell(Review(**{**_fields(review), "priorities": ()}), {"title": "x"})
    part = next(part for section in story.sections for part in section.parts if part.id == "critere-k1.2")
    marks = [item.mark for item in part.items if isinstance(item, Card)]
    assert marks == ["✗", "✗"]


def test_without_a_priority_the_doubts_come_first() -> None:
    review = sample.bloc_one()
    good = [one for one in review.findings if one.status == "conforme"]
    doubt = sample.finding(
        "brouillon.coordonnees",
        "K1.2",
        "a_verifier",
        "Ce numéro n’est pas entier.",
        locator=sample.paragraph("p1"),
    )

    def first_page(*findings: Any) -> str:
        told = tell(Review(**{**_fields(review), "priorities": (), "findings": findings}), {"title": "x"})
        return str(next(one for one in told.sections if one.id == "priorites").items)

    assert "ce qui est à vérifier" in first_page(*good, doubt)
    assert "Rien d’urgent à reprendre." in first_page(*good)
    assert "à vérifier" not in first_page(*good)


def test_a_judged_item_is_no_longer_to_fill_in() -> None:
    review = sample.bloc_one()
    verdict = type(review.verdicts[0])("reponse.ton", "conforme", "Mme Aubin", "juste")
    before, after = (
        report_html(one, title="x")
        for one in (review, Review(**{**_fields(review), "verdicts": (*review.verdicts, verdict)}))
    )
    assert before.count("☐ réussi") == 2
    assert after.count("☐ réussi") == 1
    assert "Le ton convient-il" in after


def _fields(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in review.__dataclass_fields__}


def test_the_five_most_frequent_rules_come_first() -> None:
    story = tell(sample.bloc_one(), {"title": "x"})
    language = next(section for section in story.sections if section.id == "langue")
    assert [part.title for part in language.parts] == [
        "Les cinq règles qui reviennent le plus", "Les autres remarques, par sorte",
    ]  # fmt: skip
    kinds = [row[0] for row in language.parts[0].items[0].rows]  # type: ignore[union-attr]
    assert kinds == ["Homophones (9)", "Accords (3)", "Orthographe (2)", "Conjugaison (1)", "Ponctuation (1)"]


def test_a_grid_of_ours_is_never_shown_as_official(word: dict[str, Path]) -> None:
    for text in (page("bloc 3").text, words_of(word["bloc 3"])):
        flat = " ".join(text.split())
        assert f"({UNOFFICIAL_LABEL})" in flat
        for code in ("criteres_bloc3", "mise_en_forme_bloc2", "ponderation", "note_de_passage"):
            assert " ".join(french(absence(code).sentence).split()) in flat
        assert "Autres constats" in flat


def test_absences_that_do_not_matter_are_left_out() -> None:
    text = page("bloc 1").text
    assert french(absence("criteres_bloc3").sentence) not in text
    assert french(absence("mise_en_forme_bloc2").sentence) not in text
    assert UNOFFICIAL_LABEL not in text


def test_without_a_session_no_part_speaks_of_one() -> None:
    titles = [words for _, words in page("bloc 3").headings]
    assert not any("humeur" in words or "consigne" in words or words == "dit" for words in titles)
    assert "Votre avis" not in page("bloc 3").text


def test_nothing_read_is_said_plainly(word: dict[str, Path]) -> None:
    for text in (page("refus").text, words_of(word["refus"])):
        assert f"Non lu{NBSP}: a/vieux.doc. Format ancien" in text
        assert "Rien n’a pu être relu" in text
        assert "Ce scénario n’a pas de consigne orale." in text
        assert "Rien n’a été dit." in text
    assert "Rapport de relecture" in page("vide").text


def test_same_review_same_bytes(word: dict[str, Path], tmp_path: Path) -> None:
    review, about = CASES["bloc 1"]
    report_docx(review, path=tmp_path / "b.docx", **about)
    assert (tmp_path / "b.docx").read_bytes() == word["bloc 1"].read_bytes()
    assert report_html(review, **about) == report_html(review, **about)


# HTML


@pytest.mark.parametrize("case", CASES)
def test_page_is_whole_and_loads_nothing(case: str) -> None:
    review, about = CASES[case]
    source = report_html(review, **about)
    found = Page(source)
    assert source.lstrip().startswith("<!DOCTYPE html>")
    tags = [name for name, _ in found.tags]
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(tags)
    assert "url(" not in source
    assert "@import" not in source
    for _, attributes in found.tags:
        assert not {"src", "srcset", "onclick", "onload"} & set(attributes)
        assert str(attributes.get("href", "#")).startswith("#")
    assert ("html", {"lang": "fr"}) in found.tags
    targets = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(targets) == len(set(targets))
    for _, attributes in found.tags:
        for key in ("href", "aria-labelledby"):
            if key in attributes:
                assert str(attributes[key]).lstrip("#") in targets


@pytest.mark.parametrize("case", CASES)
def test_tables_have_a_caption_and_scopes(case: str) -> None:
    tags = page(case).tags
    names = [name for name, _ in tags]
    assert names.count("table") == names.count("caption") == names.count("thead")
    assert all(attributes.get("scope") in ("col", "row") for name, attributes in tags if name == "th")


def test_page_prints_on_a4_with_repeated_headers() -> None:
    source = report_html(sample.empty(), title="x")
    assert "@page { size: A4; margin: 2cm;" in source
    assert "table-header-group" in source


def test_mood_curve_is_drawn_with_shapes_and_has_its_text() -> None:
    source = report_html(CASES["bloc 1"][0], **CASES["bloc 1"][1])
    found = Page(source)
    svg = [attributes for name, attributes in found.tags if name == "svg" and "role" in attributes]
    assert [one["role"] for one in svg] == ["img"]
    curves = [
        attributes for name, attributes in found.tags if name == "path" and attributes.get("class") == "curve"
    ]
    assert ["stroke-dasharray" in one for one in curves] == [False, True, False, True]
    assert source.count('<path class="mark"') == 6 + 2


def test_hostile_words_stay_words(word: dict[str, Path]) -> None:
    review, about = CASES["hostile"]
    source = report_html(review, **about)
    assert "<script" not in source
    assert "alert(&#39;x&#39;)" in source
    assert "49" not in page("hostile").text
    for text in (html.unescape(source), words_of(word["hostile"])):
        assert "<script>alert('x')</script> [/x] {{ 7*7 }} & 🦊" in text
        assert "\u202e" not in text
        assert "\x07" not in text


def test_a_very_long_quote_is_cut_at_a_word_and_says_so(word: dict[str, Path]) -> None:
    for text in (page("hostile").text, words_of(word["hostile"])):
        assert f"mot{NBSP}[…]{NBSP}»" in text
        assert "mot " * 200 not in text


# Word


@pytest.mark.parametrize("case", CASES)
def test_word_file_reopens_with_real_styles(case: str, word: dict[str, Path]) -> None:
    import docx

    document = docx.Document(str(word[case]))
    names = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Avertissement"} <= names
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert {
        round(getattr(section, f"{side}_margin").cm, 1) for side in ("left", "right", "top", "bottom")
    } == {2.0}
    known = document.core_properties
    assert (known.language, known.subject) == ("fr-FR", "Rapport de relecture")
    assert "python-docx" not in f"{known.comments}{known.author}"


def test_word_file_of_bloc_one(word: dict[str, Path]) -> None:
    document = parse_bytes(word["bloc 1"].read_bytes(), "r.docx")
    assert document.page["width"] == pytest.approx(21.0, abs=0.1)
    assert document.tables
    assert all(table.header_repeated for table in document.tables)
    assert {"PAGE", "NUMPAGES"} <= {field.code.split()[0] for field in document.fields}
    assert any(block.kind == "heading" and block.level == 2 for block in document.blocks)
    assert any(block.style == "List Number" for block in document.blocks)
    # a report on a copy speaks of levels and criteria all along
    of_judging = {"consigne_au_correcteur", "consigne_possible"}
    assert not [notice for notice in document.notices if notice.code not in of_judging]
    assert not any(block.hidden for block in document.blocks)


def test_word_styles_speak_french(word: dict[str, Path]) -> None:
    import docx
    from docx.oxml.ns import qn

    styles = docx.Document(str(word["vide"])).styles.element
    default = next(styles.iter(qn("w:rPrDefault")))
    assert [lang.get(qn("w:val")) for lang in default.iter(qn("w:lang"))] == ["fr-FR"]


def test_a_place_that_cannot_be_written_raises_for_the_caller(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="absent"):
        report_docx(sample.empty(), path=tmp_path / "absent" / "r.docx", title="x")


# Words


@given(st.text(st.characters(codec=None), max_size=60))
@settings(max_examples=8, deadline=None)
def test_any_text_can_be_printed(text: str) -> None:
    shown = clean(text)
    assert clean(shown) == shown
    shown.encode("utf-8")
    story = tell(Review(None, None, (), (), (), strengths=(text,)), {"title": text, "trainee": text})
    assert docx_bytes(story, dt.date(2026, 1, 1))
    Page(report_html(sample.empty(), title=text, trainee=text))


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Quoi ? Ceci : cela ; « non » !", f"Quoi{NBSP}? Ceci{NBSP}: cela{NBSP}; «{NBSP}non{NBSP}»{NBSP}!"),
        ("1 250 € chez Mme Roy", f"1\u202f250{NBSP}€ chez Mme{NBSP}Roy"),
        ("http://a.example/b:c 10:30", "http://a.example/b:c 10:30"),
    ],
)
def test_french_typography(given_text: str, expected: str) -> None:
    assert french(given_text) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-05-01", f"vendredi 1er{NBSP}mai 2026"),
        (dt.date(2026, 3, 9), f"lundi 9{NBSP}mars 2026"),
        ("un jour", "un jour"),
        (None, ""),
        ("", ""),
    ],
)
def test_days_in_words(day: dt.date | str | None, expected: str) -> None:
    assert shown_day(day) == expected


def test_coverage_and_quotes_in_words() -> None:
    assert coverage(0, 0) == "aucun contrôle"
    assert coverage(0, 2) == f"0{NBSP}contrôle sur 2 évalué"
    assert quoted("") == ""
    assert quoted(" a\nb ") == f"«{NBSP}a\nb{NBSP}»"


def test_points_that_stay_to_be_found_are_one_row() -> None:
    told = {"id": "delai", "text": "Avant midi.", "heard": True, "asked": None, "done": True}
    hidden = [{"id": f"secret_{at}", "heard": None, "asked": False, "done": None} for at in range(3)]
    (table,) = instructions_section([hidden[0], told, *hidden[1:]]).items
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [
        "3 points n’étaient pas précisés, et vous ne les avez pas demandés.",
        "Avant midi.",
    ]
    (alone,) = instructions_section([told, hidden[0]]).items
    assert isinstance(alone, Table)
    assert alone.rows[1][0] == "Un point n’était pas précisé, et vous ne l’avez pas demandé."
    assert "secret" not in str(table) + str(alone)


def test_what_is_not_handed_in_has_no_place() -> None:
    seen = Evidence(({"path": "lettre.txt"},))
    assert seen.lines([Spot(Locator("", "", ""), "", "")]) == ()
    assert seen.lines([Spot(Locator("lettre.txt", "line", "l2"), "", "")]) != ()


def test_ranks_are_listed_as_one_says_them() -> None:
    assert [together(names) for names in (["1"], ["1", "3"], ["1", "2", "3"])] == ["1", "1 et 3", "1, 2 et 3"]
