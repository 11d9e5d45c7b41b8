"""Charts of a sheet: bars, curves or a pie, with titles, taken from columns by their headings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ascom_coach.formulas import as_text, column_letters, decimal_text
from ascom_coach.scenarios.workshop.items import yes
from ascom_coach.scenarios.workshop.sheet import Layout
from ascom_coach.scenarios.workshop.source import FileSpec
from ascom_coach.scenarios.workshop.zip import XML, R, attribute, text

if TYPE_CHECKING:
    from ascom_coach.scenarios.workshop.xlsx import Workbook

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_KEYS = ("type", "titre", "axe_x", "axe_y", "categories", "series", "legende")
_COLORS = ("1F4E5F", "C55A11", "7F9F3F", "7B5EA7")
_KINDS = {"barres": "bar", "barres_horizontales": "bar", "courbe": "line", "secteurs": "pie"}


def drawing_xml(found: Layout, titles: Sequence[str]) -> str:
    """Charts one under the other, to the right of the table."""
    left, out = found.columns + 1, []
    for rank, title in enumerate(titles):
        top = rank * 19 + 1
        out.append(
            f"<xdr:twoCellAnchor><xdr:from><xdr:col>{left}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{top}</xdr:row>"
            f"<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{left + 8}</xdr:col><xdr:colOff>0</xdr:colOff>"
            f'<xdr:row>{top + 17}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro="">'
            f'<xdr:nvGraphicFramePr><xdr:cNvPr id="{rank + 2}" name="Graphique {rank + 1}" descr={attribute(title)}/>'
            '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
            f'</xdr:xfrm><a:graphic><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" r:id="rId{rank + 1}"/>'
            "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
        )
    return f'{XML}<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}" xmlns:r="{R}">{"".join(out)}</xdr:wsDr>'


def chart_xml(spec: FileSpec, book: Workbook, number: int, chart: Any) -> str:
    """One xl/charts/chartN.xml. Raises RefusedInputError."""
    if not isinstance(chart, dict):
        raise spec.refuse("« graphique » s’écrit avec type, titre, categories et series.")
    spec.check_keys(chart, _KEYS, "graphique")
    plan = book.plans[number]
    kind = str(chart.get("type", "barres"))
    spec.check_keys([kind], _KINDS, "graphique > type")
    series = chart.get("series") or []
    series = [series] if isinstance(series, str) else series
    category = str(chart.get("categories") or plan.header[0])
    spec.check_keys([category, *series], plan.header, "graphique")
    element = _KINDS[kind]
    rows = "".join(_series(book, number, category, name, rank, element) for rank, name in enumerate(series))
    direction = (
        f'<c:barDir val="{"bar" if kind == "barres_horizontales" else "col"}"/><c:grouping val="clustered"/>'
    )
    inside = {
        "bar": f'{direction}<c:varyColors val="0"/>{rows}<c:gapWidth val="80"/><c:axId val="1001"/>'
        '<c:axId val="1002"/>',
        "line": f'<c:grouping val="standard"/><c:varyColors val="0"/>{rows}<c:marker val="1"/><c:axId val="1001"/>'
        '<c:axId val="1002"/>',
        "pie": f'<c:varyColors val="1"/>{rows}<c:firstSliceAng val="0"/>',
    }[element]
    axes = ""
    if element != "pie":
        sides = ("l", "b") if kind == "barres_horizontales" else ("b", "l")
        axes = (
            f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{sides[0]}"/>{_title(str(chart.get("axe_x", "")), 1000)}<c:numFmt formatCode="General" '
            'sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
            '<c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>'
            f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{sides[1]}"/><c:majorGridlines/>{_title(str(chart.get("axe_y", "")), 1000)}<c:numFmt '
            'formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
            '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
        )
    legend = yes(chart.get("legende", "oui" if len(series) > 1 or element == "pie" else "non"))
    title = str(chart.get("titre", ""))
    return (
        f'{XML}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"><c:roundedCorners val="0"/><c:chart>'
        + (_title(title, 1300) or "")
        + f'<c:autoTitleDeleted val="{0 if title else 1}"/><c:plotArea><c:layout/><c:{element}Chart>{inside}'
        f"</c:{element}Chart>{axes}</c:plotArea>"
        + ('<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if legend else "")
        + '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


def _title(title: str, size: int) -> str:
    if not title:
        return ""
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr><a:r>"
        f'<a:rPr lang="fr-FR" sz="{size}" b="1"/><a:t>{text(title)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )


def _series(book: Workbook, number: int, category: str, name: str, rank: int, element: str) -> str:
    plan, found = book.plans[number], book.layouts[number]
    sheet = "'" + plan.name.replace("'", "''") + "'"
    rows = range(found.first, max(found.first, found.last) + 1)

    def column(heading: str) -> tuple[str, list[Any]]:
        at = plan.header.index(heading) + 1
        letters = column_letters(at)
        return f"{sheet}!${letters}${rows[0]}:${letters}${rows[-1]}", [
            book.cached(number, row, at) for row in rows
        ]

    names, labels = column(category)
    area, values = column(name)
    head = f"{sheet}!${column_letters(plan.header.index(name) + 1)}${found.header_row}"
    paint = f'<a:solidFill><a:srgbClr val="{_COLORS[rank % len(_COLORS)]}"/></a:solidFill>'
    shape = {
        "bar": f"<c:spPr>{paint}</c:spPr>", "pie": "",
        "line": f'<c:spPr><a:ln w="28575">{paint}</a:ln></c:spPr><c:marker><c:symbol val="circle"/></c:marker>',
    }[element]  # fmt: skip
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{decimal_text(value)}</c:v></c:pt>'
        for i, value in enumerate(values) if isinstance(value, Decimal)
    )  # fmt: skip
    texts = "".join(
        f'<c:pt idx="{i}"><c:v>{text(as_text(label))}</c:v></c:pt>' for i, label in enumerate(labels)
    )
    count = f'<c:ptCount val="{len(rows)}"/>'
    smooth = '<c:smooth val="0"/>' if element == "line" else ""
    return (
        f'<c:ser><c:idx val="{rank}"/><c:order val="{rank}"/><c:tx><c:strRef><c:f>{text(head)}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{shape}'
        f"<c:cat><c:strRef><c:f>{text(names)}</c:f><c:strCache>{count}{texts}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{text(area)}</c:f><c:numCache><c:formatCode>General</c:formatCode>{count}{points}"
        f"</c:numCache></c:numRef></c:val>{smooth}</c:ser>"
    )
