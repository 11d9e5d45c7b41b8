# ruff: noqa: E501  (markup reads better on one line)
"""LibreOffice files, whole enough for LibreOffice to open: `FILES` maps a name to a builder of (file name, content)."""

from __future__ import annotations

from collections.abc import Callable

from .builders import pack, parts_of
from .fidelity_word import PNG, Built

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_NS = " ".join(
    f'xmlns:{prefix}="{_BASE}{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"), ("number", "datastyle"), ("presentation", "presentation"), ("chart", "chart"), ("script", "script"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'  # fmt: skip
_STYLES = (
    '<office:automatic-styles><style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="{master}" style:page-layout-name="PL"><style:header><text:p>Atelier Roy</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>'
)


def whole(
    kind: str, inner: str, automatic: str = "", more: dict[str, bytes | str] | None = None, scripts: str = ""
) -> bytes:
    """A package of kind `text`, `spreadsheet` or `presentation` with its manifest, styles and properties."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    master = "Standard" if kind == "text" else "Default"
    styles = (
        _STYLES.format(master=master)
        if kind != "presentation"
        else _STYLES.format(master="M")
        .replace("<style:header><text:p>Atelier Roy</text:p></style:header>", "")
        .split("<style:footer>")[0]
        + "</style:master-page></office:master-styles>"
    )
    parts: dict[str, bytes | str] = {
        "mimetype": mime,
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_NS} office:version="1.3">{scripts}<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:{kind}>{inner}</office:{kind}></office:body></office:document-content>',
        "styles.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {_NS} office:version="1.3">{styles}</office:document-styles>',
        "meta.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta {_NS} office:version="1.3"><office:meta><dc:creator>Inès Roy</dc:creator></office:meta></office:document-meta>',
        **(more or {}),
    }
    kinds = {"xml": "text/xml", "png": "image/png"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kinds.get(name.rpartition(".")[2], "")}"/>'
        for name in parts
        if name != "mimetype"
    )
    if "Object 1/content.xml" in parts:
        entries += '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.chart"/>'
    parts["META-INF/manifest.xml"] = (
        f'<manifest:manifest xmlns:manifest="{_BASE}manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>{entries}</manifest:manifest>'
    )
    return pack(parts)


_LETTER = '<text:h text:outline-level="1">Objet : relance</text:h><text:p>Madame, Monsieur,</text:p><text:p/><text:p>La facture <text:span text:style-name="T1">2026-012</text:span> de<text:s text:c="2"/>1 250,00 € reste due.</text:p>'
_BOLD = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" fo:color="#c00000"/></style:style>'
_TABLE = (
    '<text:p>Avant</text:p><table:table table:name="T"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row><table:table-cell><text:p>Poste</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>Montant</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>'
    "<table:table-row><table:table-cell><text:list><text:list-item><text:p>un</text:p></text:list-item></text:list></table:table-cell><table:table-cell><text:p>12 €</text:p></table:table-cell><table:table-cell/></table:table-row></table:table><text:p>Après</text:p>"
)
_TRACKED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator><dc:date>2026-03-01T00:00:00</dc:date></office:change-info><text:p>100</text:p></text:deletion></text:changed-region>'
    '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>A</dc:creator><dc:date>2026-03-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>'
    '<text:p>Le prix est de <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>120<text:change-end text:change-id="c2"/> €.</text:p>'
)
_FIELDS = '<text:p>Le <text:date text:date-value="2026-03-03">3 mars 2026</text:date>, page <text:page-number>1</text:page-number></text:p><text:p>Bonjour <text:placeholder text:placeholder-type="text">&lt;Prénom&gt;</text:placeholder></text:p>'
_PICTURE = '<text:p>Voici : <draw:frame draw:name="Logo" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="Pictures/logo.png" xlink:type="simple"/><svg:desc>Logo</svg:desc></draw:frame> fin.</text:p>'
_NOTE = '<text:p>Le montant<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Voir la facture.</text:p></text:note-body></text:note> est dû.</text:p>'
_NOTED = '<text:p>Une <office:annotation office:name="a1"><dc:creator>Léa</dc:creator><dc:date>2026-03-01T00:00:00</dc:date><text:p>déjà là</text:p></office:annotation>phrase<office:annotation-end office:name="a1"/> commentée.</text:p>'
_LONG = '<text:section text:name="S"><text:p>Dans la section</text:p></text:section><text:list><text:list-item><text:p>Point</text:p><text:list><text:list-item><text:p>Sous-point</text:p></text:list-item></text:list></text:list-item></text:list>'

_NUMBERS = '<number:currency-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol>€</number:currency-symbol></number:currency-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'


def _cell(value: str, more: str = "", inner: str = "") -> str:
    if value and not value[0].isdigit():
        return f'<table:table-cell office:value-type="string"{more}>{inner}<text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"{more}>{inner}<text:p>{value}</text:p></table:table-cell>'


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


_SALES = (
    _row(_cell("Mois"), _cell("HT"), _cell("TVA"))
    + "".join(
        _row(
            _cell(f"M{at}"),
            _cell(f"{at * 100.5}", ' table:style-name="ce1"'),
            _cell(f"{at * 20.1:.1f}", f' table:style-name="ce1" table:formula="of:=[.B{at + 1}]*0.2"'),
        )
        for at in range(1, 6)
    )
    + _row(_cell("Total"), _cell("1507.5", ' table:formula="of:=SUM([.B2:.B6])" table:style-name="ce1"'))
)
_PADDED = _row(
    _cell("7", ' table:number-columns-repeated="3"'),
    '<table:table-cell table:number-columns-repeated="16381"/>',
    more=' table:number-rows-repeated="4"',
) + _row(
    '<table:table-cell table:number-columns-repeated="16384"/>', more=' table:number-rows-repeated="1048572"'
)
_CHART = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {ns} office:version="1.3"><office:automatic-styles/><office:body><office:chart><chart:chart chart:class="chart:bar" svg:width="8cm" svg:height="6cm"><chart:title><text:p>Ventes</text:p></chart:title><chart:plot-area>'
    '<chart:axis chart:dimension="x" chart:name="primary-x"><chart:categories table:cell-range-address="Ventes.A2:Ventes.A6"/></chart:axis><chart:axis chart:dimension="y" chart:name="primary-y"/><chart:series chart:values-cell-range-address="Ventes.B2:Ventes.B6" chart:label-cell-address="Ventes.B1" chart:class="chart:bar"><chart:data-point chart:repeated="5"/></chart:series></chart:plot-area></chart:chart></office:chart></office:body></office:document-content>'
)
_DRAWN = '<table:shapes><draw:frame svg:width="8cm" svg:height="6cm" svg:x="8cm" svg:y="1cm"><draw:object xlink:href="./Object 1" xlink:type="simple"/></draw:frame></table:shapes>'
_RULES = '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Ventes.B2:Ventes.B6"><calcext:condition calcext:apply-style-name="Default" calcext:value="&gt;300" calcext:base-cell-address="Ventes.B2"/></calcext:conditional-format></calcext:conditional-formats>'
_CHECKS = '<table:content-validations><table:content-validation table:name="v1" table:condition="of:cell-content-is-in-list(&quot;Payé&quot;;&quot;Impayé&quot;)" table:base-cell-address="Ventes.A1"/></table:content-validations>'


def _sheet(rows: str, before: str = "", after: str = "", inside: str = "") -> str:
    return f'{before}<table:table table:name="Ventes">{inside}{rows}{after}</table:table>'


_SLIDES = (
    '<draw:page draw:name="p1" draw:master-page-name="M"><draw:frame presentation:class="title" svg:width="20cm" svg:height="3cm" svg:x="1cm" svg:y="1cm"><draw:text-box><text:p>Bilan</text:p></draw:text-box></draw:frame></draw:page>'
    '<draw:page draw:name="p2" draw:master-page-name="M"><draw:frame svg:width="20cm" svg:height="6cm" svg:x="1cm" svg:y="5cm"><draw:text-box><text:list><text:list-item><text:p>Ventes en hausse</text:p></text:list-item></text:list></draw:text-box></draw:frame></draw:page>'
)
_MACRO = {
    "Basic/script-lc.xml": "<library/>",
    "Basic/Standard/script-lb.xml": "<library/>",
    "Basic/Standard/Module1.xml": "<module>Sub Main</module>",
}

FILES: dict[str, Callable[[], Built]] = {
    "lettre": lambda: ("lettre.odt", whole("text", _LETTER, _BOLD)),
    "tableau et listes": lambda: ("tableau.odt", whole("text", _TABLE + _LONG)),
    "suivi des modifications": lambda: ("suivi.odt", whole("text", _TRACKED)),
    "champs": lambda: ("champs.odt", whole("text", _FIELDS)),
    "image": lambda: ("image.odt", whole("text", _PICTURE, more={"Pictures/logo.png": PNG})),
    "note de bas de page": lambda: ("note.odt", whole("text", _NOTE)),
    "commentaire déjà là": lambda: ("commentaire.odt", whole("text", _NOTED)),
    "macros": lambda: ("macros.odt", whole("text", _LETTER, _BOLD, more=dict(_MACRO))),
    "formules et formats": lambda: ("formules.ods", whole("spreadsheet", _sheet(_SALES), _NUMBERS)),
    "graphique": lambda: ("graphique.ods", whole("spreadsheet", _sheet(_SALES, inside=_DRAWN), _NUMBERS, {"Object 1/content.xml": _CHART.format(ns=_NS)})),
    "lignes et cellules répétées": lambda: ("repetees.ods", whole("spreadsheet", _sheet(_PADDED), _NUMBERS)),
    "règles et validations": lambda: ("regles.ods", whole("spreadsheet", _sheet(_SALES.replace("<table:table-cell", '<table:table-cell table:content-validation-name="v1"', 4), _CHECKS, _RULES), _NUMBERS)),
    "notes déjà là": lambda: ("notes.ods", whole("spreadsheet", _sheet(_SALES.replace("<text:p>M1</text:p>", "<office:annotation><dc:creator>Léa</dc:creator><dc:date>2026-03-01T00:00:00</dc:date><text:p>Vu</text:p></office:annotation><text:p>M1</text:p>")), _NUMBERS)),
    "diapositives": lambda: ("diapositives.odp", whole("presentation", _SLIDES)),
}  # fmt: skip


def names_in(data: bytes) -> list[str]:
    """The names of the parts, in their order."""
    return list(parts_of(data))
