"""Comments left in a presentation are told as those of a text are."""

from __future__ import annotations

from tests.documents.test_pptx import NS, commented, link
from tests.review import material


def test_a_comment_left_on_a_slide_is_told_at_its_slide() -> None:
    document = commented(
        link("c", "comments", "../comments1.xml"), "",
        comments1=f'<p:cmLst {NS}><p:cm authorId="0" idx="1"><p:text>Quelle source ?</p:text></p:cm></p:cmLst>',
    )  # fmt: skip
    result = material.draft_review(document, production="P2.4")
    [found] = [
        one for one in result.findings if one.check == "brouillon:restes" and one.status == "a_verifier"
    ]
    assert (found.quote, found.locator and found.locator.ref) == ("Quelle source ?", "d1")


def test_a_presentation_without_comments_has_none_left() -> None:
    result = material.draft_review(commented("", ""), production="P2.4")
    left = [one.status for one in result.findings if one.check == "brouillon:restes"]
    assert left == ["conforme"]
