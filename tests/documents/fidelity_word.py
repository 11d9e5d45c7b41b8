# ruff: noqa: E501  (markup reads better on one line)
"""Word documents with all that an annotated copy could lose: `FILES` maps a name to a builder of (file name, content)."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from .builders import R_TYPE, W_NS, docx, docx_body, pack, paragraph, parts_of, run

Built = tuple[str, bytes]
_CHUNKS = (
    (b"IHDR", b"\0\0\0\x0a\0\0\0\x0a\x08\x02\0\0\0"),
    (b"IDAT", zlib.compress((b"\0" + b"\x1f\x38\x64" * 10) * 10)),
    (b"IEND", b""),
)
PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    for kind, data in _CHUNKS
)
MACROS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def extended(
    data: bytes, parts: dict[str, bytes | str], types: dict[str, str] | None = None,
    links: dict[str, list[tuple[str, str, str]]] | None = None, replaced: tuple[tuple[str, str, str], ...] = (),
) -> bytes:  # fmt: skip
    """A package with more parts, content types (`/part` or extension), links (`part: [(id, type, target)]`), and
    pieces of text changed (`part, before, after`)."""
    found: dict[str, bytes | str] = dict(parts_of(data)) | parts
    listed = found["[Content_Types].xml"]
    text = listed.decode() if isinstance(listed, bytes) else listed
    for name, kind in (types or {}).items():
        mark = (
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            if name.startswith("/")
            else f'<Default Extension="{name}" ContentType="{kind}"/>'
        )
        text = text.replace("</Types>", mark + "</Types>")
    found["[Content_Types].xml"] = text
    for part, items in (links or {}).items():
        folder, _, base = part.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        old = found.get(
            rels,
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
        )
        text = old.decode() if isinstance(old, bytes) else old
        for ident, kind, target in items:
            full = kind if kind.startswith("http") else R_TYPE + kind
            outside = ' TargetMode="External"' if "://" in target or target.startswith("mailto:") else ""
            text = text.replace(
                "</Relationships>",
                f'<Relationship Id="{ident}" Type="{full}" Target="{target}"{outside}/></Relationships>',
            )
        found[rels] = text
    for part, before, after in replaced:
        old = found[part]
        text = old.decode() if isinstance(old, bytes) else old
        assert before in text, (part, before)
        found[part] = text.replace(before, after)
    return pack(found)


def _letter(document: Any) -> None:
    document.core_properties.author = "Inès Roy"
    document.add_heading("Objet : relance de la facture 2026-012", 1)
    for text in (
        "Madame, Monsieur,",
        "Sauf erreur de notre part, la facture 2026-012 de 1 250,00 € reste due.",
        "",
        "Veuillez agréer nos salutations.",
    ):
        document.add_paragraph(text)


def _lists(document: Any) -> None:
    for level in (1, 2, 3):
        document.add_heading(f"Titre {level}", level)
        for style in ("List Bullet", "List Number", "List Bullet 2"):
            document.add_paragraph(f"Point {style}", style=style)


def _tables(document: Any) -> None:
    document.add_paragraph("Avant le tableau")
    table = document.add_table(4, 4)
    table.style = "Light Grid Accent 1"
    for at, cell in enumerate(table._cells):
        cell.text = f"case {at}"
    table.cell(0, 0).merge(table.cell(0, 3))
    table.cell(2, 1).merge(table.cell(3, 2))
    table.cell(1, 3).add_table(2, 2).cell(1, 1).text = "dedans"
    document.add_paragraph("Après le tableau")


def _headers(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Atelier Roy"
    section.first_page_header.paragraphs[0].text = "Première page"
    section.footer.paragraphs[0].text = "SIRET 000 000 000 00000"
    _letter(document)
    document.add_page_break()
    document.add_paragraph("Deuxième page")


def _pictures(document: Any) -> None:
    _letter(document)
    document.add_picture(io.BytesIO(PNG), width=914_400)


def _comments(document: Any) -> None:
    _letter(document)
    runs = document.paragraphs[2].runs
    document.add_comment(runs=runs, text="Déjà remarqué", author="Formatrice", initials="F")


def _sections(document: Any) -> None:
    from docx.enum.section import WD_ORIENT, WD_SECTION

    _letter(document)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        section.page_height,
        section.page_width,
    )
    document.add_paragraph("En paysage")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("Suite")


def _formatted(document: Any) -> None:
    from docx.shared import Pt, RGBColor

    line = document.add_paragraph()
    for at, text in enumerate(("Nous ", "avons ", "bien reçu ", "votre ", "règlement.")):
        piece = line.add_run(text)
        piece.bold, piece.italic, piece.underline = at % 2 == 0, at % 3 == 0, at == 4
        piece.font.size, piece.font.color.rgb = Pt(9 + at), RGBColor(0x1F, 0x38, 0x64)
    line.paragraph_format.space_after = Pt(18)


def _simple(field: str, text: str) -> str:
    return f'<w:fldSimple w:instr=" {field} ">{run(text)}</w:fldSimple>'


def _complex(field: str, text: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r>{marks[1]}{run(text)}{marks[2]}'


_TRACKED = (
    paragraph(run("Le prix est de "), '<w:del w:id="1" w:author="A" w:date="2026-03-01T00:00:00Z"><w:r><w:delText>100</w:delText></w:r></w:del>', f'<w:ins w:id="2" w:author="A" w:date="2026-03-01T00:00:00Z">{run("120")}</w:ins>', run(" €."))
    + paragraph(f'<w:moveFromRangeStart w:id="3" w:name="m"/><w:moveFrom w:id="4" w:author="A">{run("déplacé")}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>')
    + paragraph(f'<w:moveToRangeStart w:id="5" w:name="m"/><w:moveTo w:id="6" w:author="A">{run("déplacé")}</w:moveTo><w:moveToRangeEnd w:id="5"/>')
    + paragraph(run("Style changé", '<w:b/><w:rPrChange w:id="7" w:author="A"><w:rPr/></w:rPrChange>'))
)  # fmt: skip
_CONTROLS = (
    f'<w:sdt><w:sdtPr><w:alias w:val="Client"/><w:tag w:val="client"/><w:id w:val="11"/><w:text/></w:sdtPr><w:sdtContent>{paragraph(run("Maison Oolong"))}</w:sdtContent></w:sdt>'
    + paragraph(run("Payé : "), '<w:sdt><w:sdtPr><w:id w:val="12"/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>' + run("☒") + "</w:sdtContent></w:sdt>")
    + paragraph('<w:sdt><w:sdtPr><w:id w:val="13"/><w:dropDownList><w:listItem w:displayText="Oui" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>' + run("Oui") + "</w:sdtContent></w:sdt>")
)  # fmt: skip
_CLIENT = '<w:sdt><w:sdtPr><w:id w:val="{}"/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
_BLOCKS = (
    paragraph(run("Avant"))
    + _CLIENT.format(21, "<w:text/>", paragraph(run("Maison Oolong")) + paragraph(run("Deuxième ligne")))
    + _CLIENT.format(22, "", paragraph(run("Bloc riche")))
    + f"<w:tbl><w:tr><w:tc>{_CLIENT.format(23, '<w:text/>', paragraph(run('Dans la case')))}</w:tc>{_CLIENT.format(24, '<w:text/>', '<w:tc>' + paragraph(run('Autour de la case')) + '</w:tc>')}</w:tr></w:tbl>"
    + paragraph(run("Après"))
)
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
    "<wp:positionH relativeFrom=\"column\"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx=\"2000000\" cy=\"600000\"/><wp:wrapSquare wrapText=\"bothSides\"/><wp:docPr id=\"21\" name=\"Zone 1\"/>"
    "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"2000000\" cy=\"600000\"/></a:xfrm><a:prstGeom prst=\"rect\"/></wps:spPr>"
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Dans la zone</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)  # fmt: skip
_NOTES = f'<w:footnotes {W_NS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">{paragraph(run("Voir la facture jointe."))}</w:footnote></w:footnotes>'
_MATH = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>HT</m:t></m:r></m:num><m:den><m:r><m:t>1,2</m:t></m:r></m:den></m:f></m:oMath>'
_FORM = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Nom"/><w:enabled/><w:textInput><w:default w:val="…"/></w:textInput></w:ffData></w:fldChar></w:r>'


def _kind(name: str, data: bytes, content_type: str) -> bytes:
    return extended(data, {}, replaced=(("[Content_Types].xml", _MAIN, content_type),))


def _with_chart() -> bytes:
    from .fidelity_excel import chart_part, simple_book

    frame = (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="4000000" cy="2200000"/><wp:docPr id="31" name="Graphique" descr="Ventes par mois"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    data = docx_body(paragraph(run("Les ventes du trimestre :")) + paragraph(frame))
    return extended(
        data,
        {"word/charts/chart1.xml": chart_part("rBook"), "word/embeddings/classeur1.xlsx": simple_book()},
        {
            "/word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        },
        {
            "word/document.xml": [("rChart", "chart", "charts/chart1.xml")],
            "word/charts/chart1.xml": [("rBook", "package", "../embeddings/classeur1.xlsx")],
        },
    )


def _with_macros(name: str) -> bytes:
    return extended(
        docx(_letter), {"word/vbaProject.bin": MACROS}, {"bin": "application/vnd.ms-office.vbaProject"},
        {"word/document.xml": [("rVba", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")]},
        ((("[Content_Types].xml", _MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")),) if name.endswith("m") else (),
    )  # fmt: skip


FILES: dict[str, Callable[[], Built]] = {
    "lettre": lambda: ("lettre.docx", docx(_letter)),
    "titres et listes": lambda: ("listes.docx", docx(_lists)),
    "tableaux fusionnés": lambda: ("tableaux.docx", docx(_tables)),
    "en-têtes et pieds": lambda: ("entetes.docx", docx(_headers)),
    "image": lambda: ("image.docx", docx(_pictures)),
    "commentaires déjà là": lambda: ("commentaires.docx", docx(_comments)),
    "sections et paysage": lambda: ("sections.docx", docx(_sections)),
    "mise en forme directe": lambda: ("forme.docx", docx(_formatted)),
    "suivi des modifications": lambda: ("suivi.docx", docx_body(_TRACKED)),
    "contrôles de contenu": lambda: ("controles.docx", docx_body(_CONTROLS)),
    "contrôles en blocs": lambda: ("blocs.docx", docx_body(_BLOCKS)),
    "zone de texte": lambda: ("zone.docx", docx_body(paragraph(run("Autour "), _BOX))),
    "notes de bas de page": lambda: ("notes.docx", extended(
        docx_body(paragraph(run("Le montant"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=_NOTES), {},
        {"/word/footnotes.xml": _WORD + "footnotes+xml"})),
    "champs": lambda: ("champs.docx", docx_body(
        paragraph(run("Le "), _simple("DATE \\@ d/M/yyyy", "3/3/2026"), run(", page "), _complex("PAGE", "1"))
        + paragraph(_complex('TOC \\o "1-3"', "Sommaire")))),
    "table des matières": lambda: ("sommaire.docx", docx_body(
        paragraph(run("Avant"))
        + paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("Un	1"))
        + paragraph(run("Deux	2")) + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + paragraph(run("Après")))),
    "champs de fusion": lambda: ("fusion.docx", docx_body(
        paragraph(run("Bonjour "), _simple("MERGEFIELD Prenom", "«Prenom»"), run(" "), _complex("MERGEFIELD Nom", "«Nom»")))),
    "liens et signets": lambda: ("liens.docx", extended(docx_body(
        paragraph('<w:bookmarkStart w:id="1" w:name="haut"/>', run("En haut"), '<w:bookmarkEnd w:id="1"/>')
        + paragraph(f'<w:hyperlink r:id="rLink">{run("le site")}</w:hyperlink>', f'<w:hyperlink w:anchor="haut">{run("remonter")}</w:hyperlink>')),
        {}, None, {"word/document.xml": [("rLink", "hyperlink", "https://atelier.example")]})),
    "graphique incorporé": lambda: ("graphique.docx", _with_chart()),
    "équation": lambda: ("equation.docx", docx_body(paragraph(run("Prix HT : "), _MATH))),
    "formulaire ancien": lambda: ("formulaire.docx", docx_body(paragraph(run("Nom : "), _FORM, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("…"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))),
    "macros (docm)": lambda: ("macros.docm", _with_macros("macros.docm")),
    "modèle (dotx)": lambda: ("modele.dotx", _kind("dotx", docx(_letter), _WORD + "template.main+xml")),
    "XML personnalisé": lambda: ("xml.docx", extended(
        docx(_letter), {"customXml/item1.xml": "<client xmlns='urn:x'><nom>Oolong</nom></client>", "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Dossier"><vt:lpwstr>12</vt:lpwstr></property></Properties>'},
        {"/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml"},
        {"word/document.xml": [("rXml", "customXml", "../customXml/item1.xml")], "": [("rProps", "custom-properties", "docProps/custom.xml")]})),
}  # fmt: skip
