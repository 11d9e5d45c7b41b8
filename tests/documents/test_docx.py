# ruff: noqa: E501  (markup reads better on one line)
"""Word documents: nothing that can be read is missed, nothing hidden passes for content."""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes

from .builders import W_NS, docx, docx_body, pack, paragraph, parts_of, run

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Zone"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def complex_field(code: str, result: str) -> str:
    return (
        FIELD.format("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + FIELD.format("separate")
        + run(result) + FIELD.format("end")
    )  # fmt: skip


def read(inner: str, **others: str) -> Document:
    return parse_bytes(docx_body(inner, **others), "copie.docx")


def refs(document: Document, text: str) -> list[str]:
    return [block.locator.ref for block in document.blocks if text in block.text and not block.hidden]


PLANTED = {
    "corps": (paragraph(run("planté")), "p1"),
    "insertion suivie": (paragraph(f'<w:ins w:id="1" w:author="A">{run("planté")}</w:ins>'), "p1"),
    "déplacement": (paragraph(f'<w:moveTo w:id="1">{run("planté")}</w:moveTo>'), "p1"),
    "contrôle en ligne": (paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('planté')}</w:sdtContent></w:sdt>"), "p1"),
    "contrôle en bloc": (f"<w:sdt><w:sdtContent>{paragraph(run('planté'))}</w:sdtContent></w:sdt>", "p1"),
    "contrôle dans un contrôle": (
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{paragraph(run('planté'))}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        "p1",
    ),
    "zone de texte": (paragraph(BOX.format(paragraph(run("planté")))), "zone1.p1"),
    "tableau en zone de texte": (
        paragraph(BOX.format(f"<w:tbl><w:tr><w:tc>{paragraph(run('planté'))}</w:tc></w:tr></w:tbl>")),
        "zone1.p1",
    ),
    "zone VML seule": (
        paragraph(f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(run('planté'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
        "zone1.p1",
    ),
    "champ simple": (paragraph(f'<w:fldSimple w:instr=" MERGEFIELD Nom ">{run("planté")}</w:fldSimple>'), "p1"),
    "champ complexe": (paragraph(complex_field(" DATE ", "planté")), "p1"),
    "lien": (paragraph(f'<w:hyperlink w:anchor="x">{run("planté")}</w:hyperlink>'), "p1"),
    "balise active": (paragraph(f"<w:smartTag>{run('planté')}</w:smartTag>"), "p1"),
    "XML personnalisé": (f"<w:customXml>{paragraph(run('planté'))}</w:customXml>", "p1"),
    "cellule": (f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('planté'))}</w:tc></w:tr></w:tbl>", "t1.r1.c2"),
    "ligne dans un contrôle": (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{paragraph(run('planté'))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "t1.r1.c1",
    ),
    "cellule fusionnée": (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph(run("a"))}</w:tc><w:tc>{paragraph(run("planté"))}</w:tc></w:tr></w:tbl>',
        "t1.r1.c4",
    ),
    "tableau imbriqué": (
        f"<w:tbl><w:tr><w:tc>{paragraph()}<w:tbl><w:tr><w:tc>{paragraph(run('planté'))}</w:tc></w:tr></w:tbl>{paragraph()}</w:tc></w:tr></w:tbl>",
        "t2.r1.c1",
    ),
    "mot coupé en trois": (paragraph(run("pl"), run("an", "<w:b/>"), run("té")), "p1"),
    "équation": (paragraph('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>planté</m:t></m:r></m:oMath>'), "p1"),
    "avant une suppression": (paragraph(run("plan"), '<w:del w:id="1"><w:r><w:delText>tation</w:delText></w:r></w:del>', run("té")), "p1"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLANTED)
def test_planted_text_is_found_once_at_its_place(place: str) -> None:
    inner, ref = PLANTED[place]
    document = read(inner)
    assert refs(document, "planté") == [ref]
    assert not document.notices or all(notice.code == "suivi_modifications" for notice in document.notices)


SIDE = {
    "header": (f"<w:hdr {W_NS}>{paragraph(run('planté'))}</w:hdr>", "entete1"),
    "footer": (
        f"<w:ftr {W_NS}><w:tbl><w:tr><w:tc>{paragraph(run('planté'))}</w:tc></w:tr></w:tbl></w:ftr>",
        "pied1",
    ),
    "footnotes": (
        f'<w:footnotes {W_NS}><w:footnote w:id="0" w:type="separator">{paragraph()}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("planté"))}</w:footnote></w:footnotes>',
        "note1",
    ),
    "endnotes": (
        f'<w:endnotes {W_NS}><w:endnote w:id="2">{paragraph(run("planté"))}</w:endnote></w:endnotes>',
        "notefin1",
    ),
}


@pytest.mark.parametrize("part", SIDE)
def test_text_beside_the_body_is_found(part: str) -> None:
    xml, ref = SIDE[part]
    document = read(paragraph(run("corps")), **{part: xml})
    assert refs(document, "planté") == [ref]


def test_comments_are_kept_apart() -> None:
    xml = f'<w:comments {W_NS}><w:comment w:id="0" w:author="Léa">{paragraph(run("planté"))}</w:comment></w:comments>'
    document = read(paragraph(run("corps")), comments=xml)
    assert document.text == "corps"
    assert [(block.text, block.style, block.locator.ref) for block in document.comments] == [
        ("planté", "Léa", "commentaire1")
    ]


def test_deleted_and_moved_away_text_is_kept_apart() -> None:
    document = read(
        paragraph(run("reste "), '<w:del w:id="1"><w:r><w:delText>parti</w:delText></w:r></w:del>')
        + paragraph(f'<w:moveFrom w:id="2">{run("déplacé")}</w:moveFrom>')
    )
    assert document.text == "reste "
    assert [block.text for block in document.deleted] == ["parti", "déplacé"]
    assert "suivi_modifications" in {notice.code for notice in document.notices}


HIDING = {
    "masqué": "<w:vanish/>",
    "blanc": '<w:color w:val="FFFFFF"/>',
    "presque blanc": '<w:color w:val="FDFDFD"/>',
    "blanc du thème": '<w:color w:val="auto" w:themeColor="background1"/>',
    "minuscule": '<w:sz w:val="2"/>',
}
NOT_HIDING = {
    "noir": '<w:color w:val="000000"/>',
    "gris": '<w:color w:val="808080"/>',
    "blanc surligné": '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>',
    "blanc sur trame": '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
    "petit": '<w:sz w:val="12"/>',
    "masqué annulé": '<w:vanish w:val="0"/>',
}


@pytest.mark.parametrize("way", HIDING)
def test_hidden_runs_are_read_reported_and_not_counted(way: str) -> None:
    document = read(paragraph(run("visible "), run("secret", HIDING[way])))
    assert document.text == "visible "
    assert [block.text for block in document.blocks if block.hidden] == ["secret"]
    notices = [notice for notice in document.notices if notice.code == "texte_masque"]
    assert len(notices) == 1
    assert "paragraphe 1" in notices[0].message


@pytest.mark.parametrize("way", NOT_HIDING)
def test_visible_runs_stay_content(way: str) -> None:
    document = read(paragraph(run("visible "), run("aussi", NOT_HIDING[way])))
    assert document.text == "visible aussi"
    assert not document.notices


def test_white_text_on_a_dark_cell_or_table_style_is_visible() -> None:
    white = run("En-tête", '<w:color w:val="FFFFFF"/>')
    shaded = '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
    styled = '<w:tblPr><w:tblStyle w:val="Fonce"/></w:tblPr>'
    style = (
        '<w:style w:type="table" w:styleId="Fonce"><w:name w:val="Foncé"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style>'
    )
    table = "<w:tbl>{}<w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>"
    body = table.format("", shaded, paragraph(white)) + table.format(styled, "", paragraph(white))
    parts: dict[str, Any] = parts_of(docx_body(body + table.format("", "", paragraph(white))))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"</w:styles>", style.encode() + b"</w:styles>"
    )
    document = parse_bytes(pack(parts), "copie.docx")
    assert [(block.locator.ref, block.hidden) for block in document.blocks if block.text] == [
        ("t1.r1.c1", False), ("t2.r1.c1", False), ("t3.r1.c1", True),
    ]  # fmt: skip


def test_hidden_style_hides_and_local_setting_wins() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Cache"><w:name w:val="Caché"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = paragraph(
        run("secret"), run("visible", '<w:vanish w:val="false"/>'), ppr='<w:pStyle w:val="Cache"/>'
    )
    parts: dict[str, Any] = parts_of(docx_body(body))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"</w:styles>", style.encode() + b"</w:styles>"
    )
    assert parse_bytes(pack(parts), "copie.docx").text == "visible"


def test_paragraph_numbers_count_empty_ones_and_skip_tables() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('c'))}</w:tc></w:tr></w:tbl>"
    document = read(paragraph(run("un")) + paragraph() + table + paragraph(run("trois")))
    assert [(block.locator.ref, block.text) for block in document.blocks] == [
        ("p1", "un"), ("p2", ""), ("t1.r1.c1", "c"), ("p3", "trois"),
    ]  # fmt: skip


def test_structure_made_with_styles() -> None:
    def build(document: Any) -> None:
        document.add_heading("Compte rendu", 0)
        document.add_heading("Décisions", 2)
        document.add_paragraph("Commander le papier", style="List Number")
        document.add_paragraph("- faux tiret")
        document.add_paragraph().add_run("Tout en gras").bold = True
        mixed = document.add_paragraph()
        mixed.add_run("gras").bold = True
        mixed.add_run(" et maigre")

    blocks = parse_bytes(docx(build), "copie.docx").blocks
    assert [(block.kind, block.level, block.numbered) for block in blocks[:4]] == [
        ("title", None, False), ("heading", 2, False), ("list_item", None, True), ("paragraph", None, False),
    ]  # fmt: skip
    assert [block.style for block in blocks[:3]] == ["Title", "Heading 2", "List Number"]
    assert [block.bold for block in blocks[4:]] == [True, False]


def test_french_style_ids_and_derived_headings() -> None:
    styles = (
        f'<w:styles {W_NS}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Maison"><w:name w:val="Titre maison"/><w:basedOn w:val="Titre1"/></w:style></w:styles>'
    )
    body = paragraph(run("A"), ppr='<w:pStyle w:val="Titre1"/>') + paragraph(
        run("B"), ppr='<w:pStyle w:val="Maison"/>'
    )
    parts: dict[str, Any] = parts_of(docx_body(body))
    parts["word/styles.xml"] = styles
    blocks = parse_bytes(pack(parts), "copie.docx").blocks
    assert [(block.style, block.level) for block in blocks] == [("Heading 1", 1), ("Titre maison", 1)]


def test_fields_links_and_images() -> None:
    image = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr="{}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    body = (
        paragraph(complex_field(' TOC \\o "1-3" ', "Sommaire"))
        + paragraph(f'<w:fldSimple w:instr=" MERGEFIELD Nom \\* MERGEFORMAT">{run("«Nom»")}</w:fldSimple>')
        + paragraph(complex_field(' HYPERLINK "https://site.example" ', "le site"))
        + paragraph(image.format("Le logo"), image.format(""))
    )
    document = read(body)
    assert [field.code for field in document.fields][:2] == ['TOC \\o "1-3"', "MERGEFIELD Nom"]
    assert (document.links[0].text, document.links[0].target) == ("le site", "https://site.example")
    assert [image_.alt for image_ in document.images] == ["Le logo", ""]


def test_field_over_several_paragraphs_and_unclosed_field() -> None:
    opened = FIELD.format("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + FIELD.format("separate")
    document = read(
        paragraph(opened, run("Un")) + paragraph(run("Deux"), FIELD.format("end")) + paragraph(run("Suite"))
    )
    assert document.text == "Un\nDeux\nSuite"
    assert document.fields[0].code == "TOC"
    assert read(paragraph(FIELD.format("begin"), run("code")) + paragraph(run("Suite"))).text == "Suite"


def test_page_table_and_properties() -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    def build(document: Any) -> None:
        section = document.sections[0]
        section.page_width, section.page_height, section.left_margin = Cm(21), Cm(29.7), Cm(2)
        document.core_properties.title = "Relance"
        document.core_properties.author = "Inès"
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "Nom"
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    document = parse_bytes(docx(build), "copie.docx")
    assert (document.page["width"], document.page["height"], document.page["left"]) == (21.0, 29.7, 2.0)
    assert (document.properties["title"], document.properties["author"]) == ("Relance", "Inès")
    assert document.tables[0].header_repeated
    assert document.tables[0].rows == (("Nom", ""), ("", ""))


def test_page_breaks_tabs_and_line_breaks() -> None:
    document = read(
        paragraph(
            run("Nom"),
            "<w:r><w:tab/></w:r>",
            run("Prix"),
            "<w:r><w:br/></w:r>",
            run("fin"),
            '<w:r><w:br w:type="page"/></w:r>',
        )
        + paragraph(run("page 2"))
        + paragraph(run("page 3"), ppr="<w:pageBreakBefore/>")
    )
    assert document.blocks[0].text == "Nom\tPrix\nfin"
    assert [block.page_break_before for block in document.blocks] == [False, True, True]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("document.main+xml", "template.main+xml", "dotx"),
        ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "vnd.ms-word.document.macroEnabled.main+xml", "docm"),
    ],
)  # fmt: skip
def test_templates_and_macro_documents_are_read(old: str, new: str, kind: str) -> None:
    parts: dict[str, Any] = parts_of(docx_body(paragraph(run("bonjour"))))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old.encode(), new.encode())
    parts["word/vbaProject.bin"] = b"x"
    document = parse_bytes(pack(parts), f"copie.{kind}")
    assert (document.type, document.text) == (kind, "bonjour")
    assert {notice.code for notice in document.notices} == {"macro"}


def test_external_template_is_reported() -> None:
    parts: dict[str, Any] = parts_of(docx_body(paragraph(run("bonjour"))))
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="https://ailleurs.example/modele.dotm" TargetMode="External"/></Relationships>'
    )
    notices = parse_bytes(pack(parts), "copie.docx").notices
    assert [notice.code for notice in notices] == ["modele_externe"]
    assert "ailleurs.example" in notices[0].message


def test_docx_under_another_extension_is_read_with_a_notice() -> None:
    document = parse_bytes(docx_body(paragraph(run("bonjour"))), "copie.doc")
    assert (document.text, document.notices[0].code) == ("bonjour", "extension_trompeuse")
    assert not parse_bytes(docx_body(paragraph(run("bonjour"))), "copie.docx").notices


def test_strict_documents_are_read() -> None:
    parts: dict[str, Any] = parts_of(docx_body(paragraph(run("bonjour"))))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert parse_bytes(pack(parts), "copie.docx").text == "bonjour"
