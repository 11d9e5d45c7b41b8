# ruff: noqa: E501  (markup reads better on one line)
"""PowerPoint presentations: each slide's text at its place, notes, pictures, hidden slides."""

from __future__ import annotations

from ascom_coach.documents import Document, parse_bytes

from .builders import R_TYPE, pack

NS = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)


def link(ident: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{ident}" Type="{R_TYPE}{kind}" Target="{target}"/>'


def shape(text: str, role: str = "") -> str:
    mark = f'<p:ph type="{role}"/>' if role else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="Zone"/><p:nvPr>{mark}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:rPr b="1" sz="2800"/>'
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def deck() -> Document:
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="2" name="logo.png"{}/></p:nvPicPr></p:pic>'
    first = (
        shape("Bilan", "title")
        + shape("Ventes en hausse")
        + picture.format(' descr="Courbe des ventes"')
        + picture.format("")
    )
    slides = [first, shape("Brouillon")]
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
        "_rels/.rels": RELS.format(link("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {NS}><p:sldIdLst><p:sldId id="1" r:id="s1"/><p:sldId id="2" r:id="s0"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": RELS.format(link("s1", "slide", "slides/slide1.xml") + link("s0", "slide", "slides/slide0.xml")),
        "ppt/slides/_rels/slide1.xml.rels": RELS.format(link("n", "notesSlide", "../notesSlides/n1.xml")),
        "ppt/notesSlides/n1.xml": f"<p:notes {NS}>{shape('À dire', 'body')}</p:notes>",
    }  # fmt: skip
    for name, inner, show in (("slide1", slides[0], "1"), ("slide0", slides[1], "0")):
        parts[f"ppt/slides/{name}.xml"] = (
            f'<p:sld {NS} show="{show}"><p:cSld><p:spTree>{inner}</p:spTree></p:cSld></p:sld>'
        )
    return parse_bytes(pack(parts), "bilan.pptx")


def test_slides_in_their_order_with_notes_and_pictures() -> None:
    document = deck()
    assert [(block.locator.ref, block.kind, block.text, block.hidden) for block in document.blocks] == [
        ("d1", "title", "Bilan", False), ("d1", "slide", "Ventes en hausse", False), ("d1", "notes", "À dire", False),
        ("d2", "slide", "Brouillon", True),
    ]  # fmt: skip
    assert (document.blocks[0].bold, document.blocks[0].size) == (True, 28.0)
    assert [image.alt for image in document.images] == ["Courbe des ventes", ""]
    assert document.page["slides"] == 2
    assert {notice.code for notice in document.notices} == {"diapositive_masquee", "texte_masque"}


MODERN = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
MODERN_TYPE = "http://schemas.microsoft.com/office/2018/10/relationships/"


def commented(slide_link: str, about_link: str, **parts: str) -> Document:
    """A presentation of one slide with these comment parts."""
    made: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
        "_rels/.rels": RELS.format(link("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {NS}><p:sldIdLst><p:sldId id="1" r:id="s1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": RELS.format(link("s1", "slide", "slides/slide1.xml") + about_link),
        "ppt/slides/slide1.xml": f"<p:sld {NS}><p:cSld><p:spTree>{shape('Bilan', 'title')}</p:spTree></p:cSld></p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": RELS.format(slide_link),
        **{f"ppt/{name}.xml": content for name, content in parts.items()},
    }  # fmt: skip
    return parse_bytes(pack(made), "bilan.pptx")


def test_classic_comments_with_their_authors() -> None:
    document = commented(
        link("c", "comments", "../comments1.xml"),
        link("a", "commentAuthors", "commentAuthors.xml"),
        comments1=f'<p:cmLst {NS}><p:cm authorId="0" dt="2026-03-02T09:00:00" idx="1"><p:pos x="1" y="1"/><p:text>Quelle source ?</p:text></p:cm>'
        '<p:cm authorId="1" idx="1"><p:pos x="1" y="1"/><p:text>Titre trop long</p:text></p:cm></p:cmLst>',
        commentAuthors=f'<p:cmAuthorLst {NS}><p:cmAuthor id="0" name="Léa Roussel" initials="LR"/><p:cmAuthor id="1" name="Paul"/></p:cmAuthorLst>',
    )
    assert [(one.text, one.style, one.locator.kind, one.locator.ref) for one in document.comments] == [
        ("Quelle source ?", "Léa Roussel", "comment", "d1"), ("Titre trop long", "Paul", "comment", "d1"),
    ]  # fmt: skip
    assert [block.text for block in document.blocks] == ["Bilan"]


def test_modern_comments_with_their_answers() -> None:
    body = "<p188:txBody><a:bodyPr/><a:p><a:r><a:t>{}</a:t></a:r></a:p></p188:txBody>"
    slide = f'<Relationship Id="c" Type="{MODERN_TYPE}comments" Target="../comments/modernComment_100.xml"/>'
    about = f'<Relationship Id="a" Type="{MODERN_TYPE}authors" Target="authors.xml"/>'
    document = commented(
        slide,
        about,
        **{
            "comments/modernComment_100": f'<p188:cmLst xmlns:p188="{MODERN}" {NS}><p188:cm id="{{1}}" authorId="{{A}}" created="2026-03-02T09:00:00">'
            f'<p188:replyLst><p188:reply id="{{2}}" authorId="{{B}}">{body.format("Le tableau de février")}</p188:reply></p188:replyLst>{body.format("Quelle source ?")}</p188:cm></p188:cmLst>',
            "authors": f'<p188:authorLst xmlns:p188="{MODERN}"><p188:author id="{{A}}" name="Léa Roussel"/><p188:author id="{{B}}" name="Paul"/></p188:authorLst>',
        },
    )
    assert [(one.text, one.style) for one in document.comments] == [
        ("Quelle source ?", "Léa Roussel"),
        ("Le tableau de février", "Paul"),
    ]


def test_a_picture_beside_the_text_is_no_obstacle() -> None:
    from .posters import Poster

    assert [image.format for image in Poster().document("pptx").images] == ["png"]
