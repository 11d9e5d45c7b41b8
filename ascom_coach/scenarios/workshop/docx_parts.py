"""The fixed parts of a Word file of ours: real styles under their usual names, lists, page fields, settings."""

from __future__ import annotations

from ascom_coach.scenarios.workshop.zip import XML, text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
ACCENT = "1F4E5F"
SHADE = "DCE6EA"

# style id: (name, based on, next, paragraph properties, run properties)
_STYLES = {
    "Normal": ("Normal", "", "", '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>', ""),
    "Titre": ("Title", "Normal", "Normal", '<w:spacing w:before="0" w:after="160"/>',
              f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="40"/>'),
    "Soustitre": ("Subtitle", "Normal", "Normal", '<w:spacing w:after="200"/>',
                  '<w:color w:val="595959"/><w:sz w:val="26"/>'),
    "Titre1": ("heading 1", "Normal", "Normal",
               '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/>',
               f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="30"/>'),
    "Titre2": ("heading 2", "Normal", "Normal",
               '<w:keepNext/><w:spacing w:before="220" w:after="80"/><w:outlineLvl w:val="1"/>',
               f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="25"/>'),
    "Titre3": ("heading 3", "Normal", "Normal",
               '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="2"/>', "<w:b/>"),
    "Listepuces": ("List Bullet", "Normal", "",
                   '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:contextualSpacing/>', ""),
    "Listenumros": ("List Number", "Normal", "",
                    '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/><w:contextualSpacing/>', ""),
    "Adresse": ("Adresse", "Normal", "", '<w:spacing w:after="0"/>', ""),
    "Cellule": ("Cellule", "Normal", "", '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>', ""),
    "Entte": ("header", "Normal", "", '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>',
              '<w:color w:val="595959"/><w:sz w:val="18"/>'),
    "Pieddepage": ("footer", "Normal", "",
                   '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>',
                   '<w:color w:val="595959"/><w:sz w:val="18"/>'),
    "Citation": ("Quote", "Normal", "Normal", '<w:ind w:left="567" w:right="567"/>',
                 '<w:i/><w:color w:val="404040"/>'),
    "Lgende": ("caption", "Normal", "Normal", '<w:spacing w:after="160"/>', '<w:i/><w:sz w:val="18"/>'),
    "TM1": ("toc 1", "Normal", "Normal", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>', ""),
}  # fmt: skip
STYLE_IDS = {
    "normal": "Normal", "titre": "Titre", "sous-titre": "Soustitre", "titre1": "Titre1", "titre2": "Titre2",
    "titre3": "Titre3", "puce": "Listepuces", "numero": "Listenumros", "adresse": "Adresse",
    "citation": "Citation", "legende": "Lgende",
}  # fmt: skip


def styles(font: str, size: float) -> str:
    """word/styles.xml."""
    rows = []
    for name, (shown, base, following, paragraph, run) in _STYLES.items():
        default = ' w:default="1"' if name == "Normal" else ""
        links = (f'<w:basedOn w:val="{base}"/>' if base else "") + (
            f'<w:next w:val="{following}"/>' if following else ""
        )
        rows.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{shown}"/>{links}<w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{text(font)}" w:hAnsi="{text(font)}" w:eastAsia="{text(font)}" w:cs="{text(font)}"/>'
        f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/><w:lang w:val="fr-FR"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f'{"".join(rows)}<w:style w:type="character" w:styleId="Lienhypertexte"><w:name w:val="Hyperlink"/><w:rPr>'
        '<w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '</w:style><w:style w:type="table" w:styleId="Grilledutableau"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr></w:style>'
        "</w:styles>"
    )


def numbering(numbered_lists: int) -> str:
    """word/numbering.xml: bullets (1), and one restarted numbering a list (2, 3…)."""
    bullet = (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
    )
    decimal = (
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
    )
    numbers = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{2 + index}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for index in range(max(1, numbered_lists))
    )
    return f'{XML}<w:numbering xmlns:w="{W}">{bullet}{decimal}{numbers}</w:numbering>'


def settings() -> str:
    """word/settings.xml."""
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts(name: str) -> str:
    """word/fontTable.xml: what to show where the font is missing."""
    return (
        f'{XML}<w:fonts xmlns:w="{W}"><w:font w:name="{text(name)}"><w:altName w:val="Arial"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def field(code: str, shown: str, run: str = "") -> str:
    """A field such as PAGE with the result shown until it is updated."""
    props = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:r>{props}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{props}<w:instrText xml:space="preserve"> {text(code)} </w:instrText></w:r>'
        f'<w:r>{props}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{props}<w:t>{text(shown)}</w:t></w:r>'
        f'<w:r>{props}<w:fldChar w:fldCharType="end"/></w:r>'
    )
