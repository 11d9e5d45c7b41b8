"""Remarks as they are taught: three steps, the five most frequent rules first, engines that disagree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ascom_coach.documents import Document, read_documents
from ascom_coach.language import EmbeddedEngine, Engine, Remark, merge
from ascom_coach.review import (
    Copy,
    Situation,
    lessons,
    marked,
    reading_ease,
    report_html,
    review_copies,
    steps,
    well_done,
)  # fmt: skip

WEAK = """Objet : votre réclamation

Madame,

Vous nous avez signalé un retard sur votre commande. Vous avez reçu deux carton. Il manque trois chaise.
Votre commande à été expédiée hier. Vous avez omis de nous donner l'étage, veuillez nous contactez.
Je vous rappellerai.

Cordialement,
Inès Cariou"""


class Second:
    """A second proofreader: sees one place in its own way, and one that the first does not see."""

    id = "languagetool"

    def check(self, text: str) -> Sequence[Remark]:
        found = []
        for words, label, fixes in (
            ("carton", "orthographe", ("canton",)),
            ("Cordialement", "typographie", ()),
        ):
            at = text.find(words)
            if at >= 0:
                found.append(
                    Remark(at, at + len(words), label, "lt_X", words, "Une autre idée.", fixes, (self.id,))  # type: ignore[arg-type]
                )
        return found


def review(tmp_path: Path, text: str = WEAK, engines: Sequence[Engine] = (EmbeddedEngine(),)) -> Any:
    path = tmp_path / "reponse.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read_documents([path], shown_as=["reponse.txt"])
    assert isinstance(document, Document)
    return review_copies([Copy.of(document)], Situation(production="P1.5", engines=engines))


def test_a_lesson_opens_step_by_step_and_its_fix_waits_for_a_second_version(tmp_path: Path) -> None:
    taught = lessons(review(tmp_path).language["remarks"])
    lesson = next(one for one in taught.first if one.rule == "accord_pluriel")
    (where,) = steps(lesson, 1, fixes=False)
    assert "▸carton◂" in "".join(where[1])
    assert "cartons" not in "".join(where[1])
    rule = steps(lesson, 2, fixes=False)[1]
    assert any(line.startswith("Test") for line in rule[1])
    shut, opened = (steps(lesson, 3, fixes=fixes)[2][1] for fixes in (False, True))
    assert "deuxième version" in shut[0]
    assert "cartons" in opened[0]
    assert "examen" in steps(lesson, 3, fixes=True, exam=True)[2][1][0]
    assert len(steps(lesson, 9, fixes=True)) == 3
    assert len(steps(lesson, 0, fixes=True)) == 1


def test_the_five_most_frequent_rules_come_first_and_advice_last(tmp_path: Path) -> None:
    many = [
        {"label": "accord", "rule": f"r{number}", "quote": "x", "message": "M.", "counted": True}
        for number in range(7) for _ in range(7 - number)
    ]  # fmt: skip
    taught = lessons(
        [*reversed(many), {"label": "style", "rule": "s", "quote": "y", "message": "M.", "counted": False}]
    )
    assert [one.rule for one in taught.first] == ["r0", "r1", "r2", "r3", "r4"]
    assert [one.rule for one in taught.others] == ["r5", "r6"]
    assert [one.rule for one in taught.advice] == ["s"]
    assert taught.counted == 28
    assert lessons([]).first == ()
    tone = {one.rule for one in lessons(review(tmp_path).language["remarks"]).advice}
    assert {"ton_reproche", "ton_sans_date", "ton_empathie"} <= tone


def test_one_thing_done_well_is_told_when_there_is_one(tmp_path: Path) -> None:
    told = well_done(review(tmp_path).language["texts"])
    assert told.startswith("Réussi")
    assert "« a » ou « à »" not in told  # one was wrong
    assert well_done([]) == ""
    assert well_done([{"families": [{"id": "a-a", "errors": 1, "occasions": 9}]}]) == ""
    assert "9 occasions" in well_done([{"families": [{"id": "a-a", "errors": 0, "occasions": 9}]}])


def test_readability_is_shown_with_its_source_and_its_limits(tmp_path: Path) -> None:
    short = reading_ease(review(tmp_path).language["texts"])
    assert len(short) == 1
    assert "trop court" in short[0]
    long = reading_ease(
        review(tmp_path, WEAK + "\n" + "Nous livrons votre table lundi matin. " * 20).language["texts"]
    )
    assert "Kandel et Moles, 1958" in long[0]
    assert "ne change aucun niveau" in long[1]
    assert reading_ease([]) == []


def test_two_engines_that_disagree_are_both_heard(tmp_path: Path) -> None:
    found = review(tmp_path, engines=(EmbeddedEngine(), Second()))
    taught = lessons(found.language["remarks"])
    engines = found.language["engines"]
    plural = next(one for one in taught.first if one.rule == "accord_pluriel")
    second = steps(plural, 2, fixes=False, engines=engines)
    assert "LanguageTool n’est pas d’accord" in second[1][1][-1]
    assert "canton" not in str(second)
    assert "LanguageTool propose plutôt" in str(steps(plural, 3, fixes=True, engines=engines)[2])
    alone = next(one for one in (*taught.first, *taught.others) if one.rule == "lt_X")
    told = " ".join(steps(alone, 1, fixes=False, engines=engines)[0][1])
    assert "Signalé par LanguageTool. Le correcteur intégré n’y voit pas de faute" in told
    assert "Ne change aucun niveau" in told
    assert "LanguageTool n’est pas d’accord" in report_html(found, title="x").replace("\u00a0", " ")


def test_engines_that_agree_are_one_voice() -> None:
    one = Remark(0, 3, "accord", "a", "les", "M.", ("le",), ("integre",))
    two = Remark(0, 3, "accord", "b", "les", "N.", ("le", "la"), ("languagetool",))
    (merged,) = merge([one, two])
    assert merged.sources == ("integre", "languagetool")
    assert merged.opinions == ()


def test_a_remark_shows_its_sentence(tmp_path: Path) -> None:
    for remark in review(tmp_path).language["remarks"]:
        around = remark["sentence"]
        assert (
            around["text"][around["start"] : around["end"]]
            == remark["quote"][: around["end"] - around["start"]]
        )
        assert around["text"] in WEAK
    assert marked({"quote": "seul"}) == "«\u00a0seul\u00a0»"


def test_a_correct_letter_has_no_counted_lesson(tmp_path: Path) -> None:
    text = (
        "Madame,\n\nNous avons bien reçu votre lettre. Votre colis part demain.\n\nCordialement,\nInès Cariou"
    )
    assert lessons(review(tmp_path, text).language["remarks"]).counted == 0


def test_two_names_for_one_error_mended_alike_are_no_disagreement() -> None:
    one = Remark(0, 9, "conjugaison", "a", "contacter", "M.", ("contacté",), ("integre",))
    (alike,) = merge([one, Remark(0, 9, "accord", "b", "contacter", "N.", ("contacté",), ("languagetool",))])
    (apart,) = merge([one, Remark(0, 9, "accord", "b", "contacter", "N.", ("contacts",), ("languagetool",))])
    (silent,) = merge([one, Remark(0, 9, "accord", "b", "contacter", "N.", (), ("languagetool",))])
    assert alike.opinions == ()
    assert [len(apart.opinions), len(silent.opinions)] == [1, 1]


def test_a_count_of_errors_says_where_to_start(tmp_path: Path) -> None:
    found = next(one for one in review(tmp_path).findings if "remarques sur le français" in one.message)
    assert "Reprenez ensuite le texte sorte par sorte : accords (2)" in found.hint.replace("\u00a0", " ")


def test_a_place_that_comes_back_is_told_once(tmp_path: Path) -> None:
    text = WEAK.replace("Je vous rappellerai.", "Le colis est prêt a la poste, le bon est prêt a la caisse.")
    shown = report_html(review(tmp_path, text), title="x").replace("\u00a0", " ")
    assert "2 fois)" in shown
    assert "ligne 7 ; ligne 7" not in shown


def test_what_had_nothing_to_look_at_is_one_line(tmp_path: Path) -> None:
    shown = report_html(review(tmp_path), title="x").replace("\u00a0", " ")
    assert shown.count("Rien à regarder ici") == 1
