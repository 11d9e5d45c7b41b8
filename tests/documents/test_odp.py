# ruff: noqa: E501  (markup reads better on one line)
"""LibreOffice presentations: the same places and kinds as PowerPoint ones."""

from __future__ import annotations

from ascom_coach.documents import Document, parse_bytes

from .builders import odf, pack, parts_of

STYLES = (
    '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    '<style:style style:name="gr1" style:family="graphic"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="28pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>'
)


def frame(text: str, role: str = "", more: str = "") -> str:
    mark = f' presentation:class="{role}"' if role else ""
    return f'<draw:frame draw:name="Zone" draw:style-name="gr1"{mark}{more}><draw:text-box>{text}</draw:text-box></draw:frame>'


def picture(alt: str = "") -> str:
    return f'<draw:frame><draw:image xlink:href="Pictures/a.png"/>{f"<svg:desc>{alt}</svg:desc>" if alt else ""}</draw:frame>'


def deck() -> Document:
    first = (
        '<draw:page draw:master-page-name="M">'
        + frame("<text:p>Bilan</text:p>", "title")
        + frame('<text:list><text:list-item><text:p>Ventes <text:a xlink:href="https://x.example">en hausse</text:a></text:p></text:list-item></text:list>', "outline")
        + frame("<text:p/>", "outline", ' presentation:placeholder="true"')
        + frame("<text:p>3</text:p>", "page-number")
        + "<draw:g>" + picture("Courbe des ventes") + picture() + "</draw:g>"
        + '<draw:custom-shape draw:name="Forme"><text:p>Dans la forme</text:p></draw:custom-shape>'
        + "<draw:frame><table:table><table:table-row><table:table-cell><text:p>Mois</text:p></table:table-cell><table:table-cell><text:p>12 €</text:p></table:table-cell></table:table-row></table:table></draw:frame>"
        + "<office:annotation><dc:creator>Léa</dc:creator><text:p>À revoir</text:p></office:annotation>"
        + '<presentation:notes><draw:frame presentation:class="notes"><draw:text-box><text:p>À dire</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>'
    )  # fmt: skip
    second = f'<draw:page draw:style-name="dp2">{frame("<text:p>Brouillon</text:p>")}</draw:page>'
    tiny = '<text:p><text:span text:style-name="T1">minuscule</text:span></text:p>'
    third = f"<draw:page>{frame(tiny)}</draw:page>"
    parts: dict[str, bytes | str] = dict(parts_of(odf("presentation", first + second + third, STYLES)))
    parts["styles.xml"] = (
        '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        '<office:automatic-styles><style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="M" style:page-layout-name="PM1"/></office:master-styles></office:document-styles>'
    )
    return parse_bytes(pack(parts), "d.odp")


def test_slides_notes_tables_and_comments() -> None:
    document = deck()
    shown = [(block.locator.ref, block.kind, block.text) for block in document.blocks]
    assert shown == [
        ("d1", "title", "Bilan"), ("d1", "slide", "Ventes en hausse"), ("d1", "slide", "Dans la forme"),
        ("d1", "table_cell", "Mois"), ("d1", "table_cell", "12 €"), ("d1", "notes", "À dire"),
        ("d2", "slide", "Brouillon"), ("d3", "slide", "minuscule"),
    ]  # fmt: skip
    assert document.tables[0].rows == (("Mois", "12 €"),)
    assert [(block.text, block.style) for block in document.comments] == [("À revoir", "Léa")]
    assert (document.links[0].text, document.links[0].target) == ("en hausse", "https://x.example")
    assert dict(document.page) == {"slides": 3.0, "width": 28.0, "height": 15.75}


def test_pictures_alternative_text_and_looks() -> None:
    document = deck()
    assert [image.alt for image in document.images] == ["Courbe des ventes", ""]
    title, item = document.blocks[:2]
    assert (title.bold, title.size, title.align, title.numbered) == (True, 28.0, "center", False)
    assert item.numbered


def test_a_hidden_slide_and_tiny_text_do_not_count() -> None:
    document = deck()
    assert document.text.splitlines()[-1] == "À dire"
    assert [notice.code for notice in document.notices] == [
        "diapositive_masquee", "texte_masque", "texte_masque",
    ]  # fmt: skip
    clean = parse_bytes(
        odf("presentation", f"<draw:page>{frame('<text:p>Bonjour</text:p>')}</draw:page>"), "d.odp"
    )
    assert (clean.text, clean.notices) == ("Bonjour", ())


def test_comments_as_libreoffice_writes_them() -> None:
    own = '<officeooo:annotation xmlns:officeooo="http://openoffice.org/2009/office"><dc:creator>Léa</dc:creator><text:p>À revoir</text:p></officeooo:annotation>'
    document = parse_bytes(odf("presentation", f"<draw:page/><draw:page>{own}</draw:page>"), "d.odp")
    assert [(block.locator.ref, block.text, block.style) for block in document.comments] == [
        ("d2", "À revoir", "Léa")
    ]
