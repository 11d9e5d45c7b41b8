# ruff: noqa: E501  (markup reads better on one line)
"""Workbooks with all that an annotated copy could lose: `FILES` maps a name to a builder of (file name, content)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .builders import pack, parts_of, xlsx
from .fidelity_word import MACROS, PNG, Built, extended

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_VALUES = "".join(
    f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>Mois {at - 1}</t></is></c><c r="B{at}" s="1"><v>{at * 100.5}</v></c><c r="C{at}" s="1"><f>B{at}*0.2</f><v>{at * 20.1:.1f}</v></c></row>'
    for at in range(2, 7)
)
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Mois</t></is></c><c r="B1" t="inlineStr"><is><t>HT</t></is></c><c r="C1" t="inlineStr"><is><t>TVA</t></is></c></row>'
    + _VALUES
    + '<row r="7"><c r="A7" t="inlineStr"><is><t>Total</t></is></c><c r="B7" s="1"><f>SUM(B2:B6)</f><v>2010</v></c><c r="C7" s="1"><f>SUM(C2:C6)</f><v>402</v></c></row>'
)
_STYLES = (
    f'<styleSheet xmlns="{_S}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
    '<dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>'
)


def book(around: str = "", before: str = "", rows: str = ROWS, names: str = "") -> bytes:
    """A workbook with stored results, one sheet called Ventes; `before` and `around` are what surrounds its rows."""

    def build(made: Any) -> None:
        made.active.title = "Ventes"

    parts: dict[str, bytes | str] = dict(parts_of(xlsx(build)))
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{_S}" xmlns:r="{_R}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">{before}<sheetData>{rows}</sheetData>{around}</worksheet>'
    )
    parts["xl/styles.xml"] = _STYLES
    if names:
        text = parts["xl/workbook.xml"]
        assert isinstance(text, bytes)
        parts["xl/workbook.xml"] = (
            text.decode()
            .replace("</sheets>", f"</sheets><definedNames>{names}</definedNames>")
            .replace("<definedNames/>", "")
            .replace("<definedNames />", "")
        )
    return pack(parts)


def simple_book() -> bytes:
    """What a chart in a document keeps beside it."""
    return book()


def chart_part(external: str = "") -> str:
    """A column chart of the sales, with stored points."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{(at + 2) * 100.5}</c:v></c:pt>' for at in range(5))
    names = "".join(f'<c:pt idx="{at}"><c:v>Mois {at + 1}</c:v></c:pt>' for at in range(5))
    outside = (
        f'<c:externalData r:id="{external}"><c:autoUpdate val="0"/></c:externalData>' if external else ""
    )
    return (
        f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_R}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Ventes</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Ventes!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>HT</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:cat><c:strRef><c:f>Ventes!$A$2:$A$6</c:f><c:strCache><c:ptCount val="5"/>{names}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Ventes!$B$2:$B$6</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="5"/>{points}</c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea>'
        f'<c:legend><c:legendPos val="r"/></c:legend><c:plotVisOnly val="1"/></c:chart>{outside}</c:chartSpace>'
    )


_DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{r}"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
    "<xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)
_CHART_FRAME = '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Graphique 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>'
_PICTURE = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo" descr="Logo de l’atelier"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>'
_SHAPE = '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="Zone"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Attention aux retards</a:t></a:r></a:p></xdr:txBody></xdr:sp>'


def _drawn(
    inner: str, link: tuple[str, str, str] | None, parts: dict[str, bytes | str], types: dict[str, str]
) -> bytes:
    return extended(
        book('<drawing r:id="rDraw"/>'),
        {"xl/drawings/drawing1.xml": _DRAWING.format(r=_R, inner=inner), **parts},
        {"/xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml", **types},
        {
            "xl/worksheets/sheet1.xml": [("rDraw", "drawing", "../drawings/drawing1.xml")],
            **({"xl/drawings/drawing1.xml": [link]} if link else {}),
        },
    )


def _chart() -> bytes:
    return _drawn(
        _CHART_FRAME,
        ("rId1", "chart", "../charts/chart1.xml"),
        {"xl/charts/chart1.xml": chart_part()},
        {"/xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"},
    )


def _pivot() -> bytes:
    fields = "".join(
        f'<cacheField name="{name}" numFmtId="0"><sharedItems{more}/></cacheField>'
        for name, more in (
            ("Mois", ""),
            ("HT", ' containsSemiMixedTypes="0" containsString="0" containsNumber="1"'),
            ("TVA", ' containsSemiMixedTypes="0" containsString="0" containsNumber="1"'),
        )
    )
    cache = f'<pivotCacheDefinition xmlns="{_S}" xmlns:r="{_R}" refreshOnLoad="0" recordCount="0" saveData="0"><cacheSource type="worksheet"><worksheetSource ref="A1:C6" sheet="Ventes"/></cacheSource><cacheFields count="3">{fields}</cacheFields></pivotCacheDefinition>'
    table = f'<pivotTableDefinition xmlns="{_S}" name="Croisé" cacheId="1" dataCaption="Valeurs"><location ref="E1:F3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3"><pivotField axis="axisRow" showAll="0"/><pivotField dataField="1" showAll="0"/><pivotField showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="Somme de HT" fld="1"/></dataFields></pivotTableDefinition>'
    return extended(
        book(), {"xl/pivotCache/pivotCacheDefinition1.xml": cache, "xl/pivotTables/pivotTable1.xml": table},
        {"/xl/pivotCache/pivotCacheDefinition1.xml": _EXCEL + "pivotCacheDefinition+xml", "/xl/pivotTables/pivotTable1.xml": _EXCEL + "pivotTable+xml"},
        {"xl/workbook.xml": [("rPivot", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")], "xl/worksheets/sheet1.xml": [("rTable", "pivotTable", "../pivotTables/pivotTable1.xml")], "xl/pivotTables/pivotTable1.xml": [("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")]},
        (("xl/workbook.xml", "</workbook>", f'<pivotCaches><pivotCache cacheId="1" xmlns:r="{_R}" r:id="rPivot"/></pivotCaches></workbook>'),),
    )  # fmt: skip


_RULES = (
    '<conditionalFormatting sqref="B2:B6"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>300</formula></cfRule></conditionalFormatting>'
    '<conditionalFormatting sqref="C2:C6"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>'
    '<conditionalFormatting sqref="A2:A6"><cfRule type="duplicateValues" dxfId="0" priority="3"/></conditionalFormatting>'
)
_CHECKED = (
    '<dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="A2:A6"><formula1>"Mois 1,Mois 2"</formula1></dataValidation>'
    '<dataValidation type="decimal" operator="greaterThan" sqref="B2:B6"><formula1>0</formula1></dataValidation></dataValidations>'
)
_SPARK = (
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup type="column"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>Ventes!B2:B6</xm:f><xm:sqref>D7</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>'
    '<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{00000000-0000-0000-0000-000000000001}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>B2:B6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>'
)
_PAGE = (
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    '<headerFooter><oddHeader>&amp;CAtelier</oddHeader><oddFooter>&amp;P/&amp;N</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>'
)
_RICH = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
_SHARED = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c><c r="C3"><f t="array" ref="C3:C4">A2:A3*2</f><v>4</v></c></row><row r="4"><c r="C4"><v>6</v></c><c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
)


def _rich_text() -> bytes:
    strings = f'<sst xmlns="{_S}" count="2" uniqueCount="2"><si><r><rPr><b/><sz val="14"/></rPr><t>Gras</t></r><r><t xml:space="preserve"> puis maigre</t></r></si><si><t>Simple</t></si></sst>'
    data = book(rows=_RICH)
    text = parts_of(data)["[Content_Types].xml"].decode()
    known = "sharedStrings" in text
    return extended(data, {"xl/sharedStrings.xml": strings}, None if known else {"/xl/sharedStrings.xml": _EXCEL + "sharedStrings+xml"},
                    None if known else {"xl/workbook.xml": [("rStr", "sharedStrings", "sharedStrings.xml")]})  # fmt: skip


def _threads() -> bytes:
    notes = f'<comments xmlns="{_S}"><authors><author>tc={{00000000-0000-0000-0000-000000000001}}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[Conversation] À revoir</t></text></comment></commentList></comments>'
    threads = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2026-03-01T00:00:00.00" personId="{00000000-0000-0000-0000-0000000000AA}" id="{00000000-0000-0000-0000-000000000001}"><text>À revoir</text></threadedComment></ThreadedComments>'
    people = '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Léa" id="{00000000-0000-0000-0000-0000000000AA}" userId="lea" providerId="None"/></personList>'
    far = "http://schemas.microsoft.com/office/2017/10/relationships/"
    shape = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>'
    return extended(
        book('<legacyDrawing r:id="rV"/>'), {"xl/comments1.xml": notes, "xl/threadedComments/threadedComment1.xml": threads, "xl/persons/person.xml": people, "xl/drawings/vmlDrawing1.vml": shape},
        {"/xl/comments1.xml": _EXCEL + "comments+xml", "/xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml", "/xl/persons/person.xml": "application/vnd.ms-excel.person+xml", "vml": "application/vnd.openxmlformats-officedocument.vmlDrawing"},
        {"xl/worksheets/sheet1.xml": [("rN", "comments", "../comments1.xml"), ("rV", "vmlDrawing", "../drawings/vmlDrawing1.vml"), ("rT", far + "threadedComment", "../threadedComments/threadedComment1.xml")], "xl/workbook.xml": [("rP", far + "person", "persons/person.xml")]},
    )  # fmt: skip


def _noted(made: Any) -> None:
    from openpyxl.comments import Comment

    made.active.title = "Ventes"
    made.active.append(["Mois", "HT"])
    made.active.append(["Mars", 100])
    made.active["B2"].comment = Comment("À vérifier", "Léa")
    made.active["A1"].comment = Comment("Titre", "Léa")


def _sheets(made: Any) -> None:
    made.active.title = "Ventes"
    for row in range(1, 12):
        made.active.append([row, row * 2])
    for name, state in (("Calculs", "hidden"), ("Secret", "veryHidden"), ("Feuille d’août", "visible")):
        made.create_sheet(name).sheet_state = state
        made[name]["A1"] = name
    made.active.row_dimensions.group(3, 6, hidden=True)
    made.active.column_dimensions["B"].hidden = True
    made.active.protection.sheet = True
    made.active.freeze_panes = "B2"
    made.active.merge_cells("D1:F2")


def _chart_sheet(made: Any) -> None:
    from openpyxl.chart import LineChart, Reference

    made.active.title = "Ventes"
    for row in range(1, 6):
        made.active.append([row, row * 3])
    chart = LineChart()
    chart.add_data(Reference(made.active, min_col=2, min_row=1, max_row=5))
    made.create_chartsheet("Courbe").add_chart(chart)


def _table() -> bytes:
    table = f'<table xmlns="{_S}" id="1" name="Ventes1" displayName="Ventes1" ref="A1:C6" totalsRowShown="0"><autoFilter ref="A1:C6"/><tableColumns count="3"><tableColumn id="1" name="Mois"/><tableColumn id="2" name="HT"/><tableColumn id="3" name="TVA"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>'
    return extended(
        book('<tableParts count="1"><tablePart r:id="rTab"/></tableParts>'), {"xl/tables/table1.xml": table}, {"/xl/tables/table1.xml": _EXCEL + "table+xml"},
        {"xl/worksheets/sheet1.xml": [("rTab", "table", "../tables/table1.xml")]},
    )  # fmt: skip


def _outside() -> bytes:
    link = f'<externalLink xmlns="{_S}" xmlns:r="{_R}"><externalBook r:id="rId1"><sheetNames><sheetName val="Tarif"/></sheetNames></externalBook></externalLink>'
    return extended(
        book(rows='<row r="1"><c r="A1"><f>[1]Tarif!$A$1</f><v>12</v></c></row>'), {"xl/externalLinks/externalLink1.xml": link}, {"/xl/externalLinks/externalLink1.xml": _EXCEL + "externalLink+xml"},
        {"xl/workbook.xml": [("rExt", "externalLink", "externalLinks/externalLink1.xml")], "xl/externalLinks/externalLink1.xml": [("rId1", "externalLinkPath", "file:///C:/tarif.xlsx")]},
        (("xl/workbook.xml", "</sheets>", f'</sheets><externalReferences><externalReference xmlns:r="{_R}" r:id="rExt"/></externalReferences>'),),
    )  # fmt: skip


def _long() -> bytes:
    rows = "".join(
        f'<row r="{at}"><c r="A{at}"><v>{at}</v></c><c r="B{at}" s="1"><f>A{at}*1.2</f><v>{at * 1.2:.1f}</v></c></row>'
        for at in range(1, 5001)
    )
    return book(rows=rows)


def _as(
    content_type: str,
    data: bytes,
    parts: dict[str, bytes | str] | None = None,
    types: dict[str, str] | None = None,
    links: Any = None,
) -> bytes:
    return extended(data, parts or {}, types, links, (("[Content_Types].xml", _BOOK, content_type),))


FILES: dict[str, Callable[[], Built]] = {
    "résultats enregistrés": lambda: ("resultats.xlsx", book()),
    "graphique": lambda: ("graphique.xlsx", _chart()),
    "tableau croisé": lambda: ("croise.xlsx", _pivot()),
    "mises en forme conditionnelles": lambda: ("regles.xlsx", book(_RULES)),
    "validations": lambda: ("validations.xlsx", book(_CHECKED)),
    "sparklines et barres récentes": lambda: ("sparklines.xlsx", book(_RULES + _SPARK)),
    "tableau et filtre": lambda: ("tableau.xlsx", _table()),
    "notes déjà là": lambda: ("notes.xlsx", xlsx(_noted)),
    "conversation": lambda: ("conversation.xlsx", _threads()),
    "impression et sauts": lambda: ("impression.xlsx", book(_PAGE, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', names='<definedName name="_xlnm.Print_Area" localSheetId="0">Ventes!$A$1:$C$7</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Ventes!$1:$1</definedName>')),
    "noms": lambda: ("noms.xlsx", book(names='<definedName name="tva">0.2</definedName><definedName name="zone">Ventes!$A$1:$C$7</definedName>')),
    "image": lambda: ("image.xlsx", _drawn(_PICTURE, ("rId1", "image", "../media/image1.png"), {"xl/media/image1.png": PNG}, {"png": "image/png"})),
    "zone de texte": lambda: ("zone.xlsx", _drawn(_SHAPE, None, {}, {})),
    "texte enrichi": lambda: ("riche.xlsx", _rich_text()),
    "formules partagées et matricielles": lambda: ("formules.xlsx", book(rows=_SHARED)),
    "feuilles masquées et protégées": lambda: ("feuilles.xlsx", xlsx(_sheets)),
    "feuille graphique": lambda: ("courbe.xlsx", xlsx(_chart_sheet)),
    "lien externe": lambda: ("lien.xlsx", _outside()),
    "5 000 lignes": lambda: ("long.xlsx", _long()),
    "macros (xlsm)": lambda: ("macros.xlsm", _as("application/vnd.ms-excel.sheet.macroEnabled.main+xml", book(), {"xl/vbaProject.bin": MACROS}, {"bin": "application/vnd.ms-office.vbaProject"}, {"xl/workbook.xml": [("rVba", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")]})),
    "modèle (xltx)": lambda: ("modele.xltx", _as(_EXCEL + "template.main+xml", book(_RULES))),
}  # fmt: skip
