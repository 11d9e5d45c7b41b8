# ruff: noqa: E501  (markup reads better on one line)
"""Presentations, whole enough for LibreOffice to open: `FILES` maps a name to a builder of (file name, content)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .builders import R_TYPE, pack
from .fidelity_word import PNG, Built

NS = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPES = "application/vnd.openxmlformats-officedocument.presentationml."
_MODERN = "http://schemas.microsoft.com/office/2018/10/relationships/comments"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_MAP = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
_COLORS = "".join(
    f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>'
    for name, color in zip(
        ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink"),
        ("000000", "FFFFFF", "1F3864", "E7E6E6", "2E74B5", "C55A11", "A5A5A5", "FFC000", "4472C4", "70AD47", "0563C1", "954F72"),
        strict=True,
    )
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_THEME = (
    f'<a:theme {NS} name="Bureau"><a:themeElements><a:clrScheme name="B">{_COLORS}</a:clrScheme><a:fontScheme name="B"><a:majorFont><a:latin typeface="Liberation Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Liberation Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="B"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{f"<a:ln>{_FILL}</a:ln>" * 3}</a:lnStyleLst><a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>'
)


def box(text: str, role: str = "", top: float = 1) -> str:
    """A text box of a slide, a placeholder when it has a role; `top` in centimetres."""
    mark = f'<p:ph type="{role}"/>' if role else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{round(top * 10) + 2}" name="Zone"/><p:cNvSpPr/><p:nvPr>{mark}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="720000" y="{round(top * 360_000)}"/><a:ext cx="7200000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="fr-FR" sz="2400"/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


_TABLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="40" name="Tableau"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="720000" y="3600000"/><a:ext cx="6000000" cy="800000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="3000000"/><a:gridCol w="3000000"/></a:tblGrid>'
    + "".join(
        f'<a:tr h="400000">{"".join(f"<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>" for text in row)}</a:tr>'
        for row in (("Mois", "Ventes"), ("Mars", "12 400 €"))
    )
    + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
)
_PICTURE = '<p:pic><p:nvPicPr><p:cNvPr id="50" name="Logo" descr="Logo de l’atelier"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rImg"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="720000" y="5000000"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'


def link(ident: str, kind: str, target: str) -> str:
    """A relationship; `kind` is the last word of an office type, or a whole type."""
    return f'<Relationship Id="{ident}" Type="{kind if "://" in kind else R_TYPE + kind}" Target="{target}"/>'


def deck(
    slides: Sequence[str],
    *,
    kind: str = "presentation.main+xml",
    links: str = "",
    slide_links: str = "",
    parts: dict[str, bytes | str] | None = None,
    types: dict[str, str] | None = None,
) -> bytes:
    """A whole presentation. `links` and `slide_links` go to the presentation and to the first slide; `types` gives
    the content types of the `parts` added."""
    layout = f"<p:cSld><p:spTree>{_TREE}</p:spTree></p:cSld>"
    head = kind if kind.startswith("application/") else _TYPES + kind
    named = {
        "ppt/presentation.xml": head,
        "ppt/slideMasters/slideMaster1.xml": _TYPES + "slideMaster+xml",
        "ppt/slideLayouts/slideLayout1.xml": _TYPES + "slideLayout+xml",
        "ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        **{f"ppt/slides/slide{at}.xml": _TYPES + "slide+xml" for at in range(1, len(slides) + 1)},
        **(types or {}),
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{about}"/>' for part, about in named.items()
    )
    ids = "".join(f'<p:sldId id="{255 + at}" r:id="s{at}"/>' for at in range(1, len(slides) + 1))
    named_slides = "".join(
        link(f"s{at}", "slide", f"slides/slide{at}.xml") for at in range(1, len(slides) + 1)
    )
    made: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>{overrides}</Types>',
        "_rels/.rels": _RELATIONS.format(link("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation {NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="m1"/></p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": _RELATIONS.format(link("m1", "slideMaster", "slideMasters/slideMaster1.xml") + named_slides + links),
        "ppt/slideMasters/slideMaster1.xml": f'<p:sldMaster {NS}>{layout}{_MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="l1"/></p:sldLayoutIdLst></p:sldMaster>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _RELATIONS.format(link("l1", "slideLayout", "../slideLayouts/slideLayout1.xml") + link("t1", "theme", "../theme/theme1.xml")),
        "ppt/slideLayouts/slideLayout1.xml": f'<p:sldLayout {NS} type="blank">{layout}</p:sldLayout>',
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _RELATIONS.format(link("m1", "slideMaster", "../slideMasters/slideMaster1.xml")),
        "ppt/theme/theme1.xml": _THEME,
        "ppt/media/logo.png": PNG,
    }  # fmt: skip
    for at, inner in enumerate(slides, 1):
        made[f"ppt/slides/slide{at}.xml"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:sld {NS}><p:cSld><p:spTree>{_TREE}{inner}</p:spTree></p:cSld></p:sld>'  # fmt: skip
        own = link("l1", "slideLayout", "../slideLayouts/slideLayout1.xml") + link(
            "rImg", "image", "../media/logo.png"
        )
        made[f"ppt/slides/_rels/slide{at}.xml.rels"] = _RELATIONS.format(
            own + (slide_links if at == 1 else "")
        )
    return pack({**made, **(parts or {})})


SLIDES = (
    box("Bilan du trimestre", "title") + box("Ventes en hausse", top=5),
    box("Détail", "title") + _TABLE + _PICTURE,
)


def commented() -> bytes:
    """A presentation whose first slide already has a classic comment."""
    return deck(
        SLIDES,
        links=link("ca", "commentAuthors", "commentAuthors.xml"),
        slide_links=link("c1", "comments", "../comments/comment1.xml"),
        parts={
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst {NS}><p:cmAuthor id="3" name="Léa Roussel" initials="LR" lastIdx="4" clrIdx="0"/></p:cmAuthorLst>',
            "ppt/comments/comment1.xml": f'<p:cmLst {NS}><p:cm authorId="3" dt="2026-03-02T09:00:00" idx="4"><p:pos x="10" y="10"/><p:text>Quelle source ?</p:text></p:cm></p:cmLst>',
        },
        types={"ppt/commentAuthors.xml": _TYPES + "commentAuthors+xml", "ppt/comments/comment1.xml": _TYPES + "comments+xml"},
    )  # fmt: skip


def conversation() -> bytes:
    """A presentation whose first slide has a conversation, as recent versions write them."""
    space = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
    return deck(
        SLIDES,
        links=link("ca", _MODERN.replace("comments", "authors"), "authors.xml"),
        slide_links=link("c1", _MODERN, "../comments/modernComment_100_0.xml"),
        parts={
            "ppt/authors.xml": f'<p188:authorLst {space}><p188:author id="{{A1}}" name="Léa Roussel" initials="LR" userId="lea" providerId="None"/></p188:authorLst>',
            "ppt/comments/modernComment_100_0.xml": f'<p188:cmLst {space} {NS}>\n<p188:cm id="{{C1}}" authorId="{{A1}}" created="2026-03-02T09:00:00"><p188:txBody><a:bodyPr/><a:p><a:r><a:t>Quelle source ?</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>',
        },
        types={"ppt/authors.xml": "application/vnd.ms-powerpoint.authors+xml", "ppt/comments/modernComment_100_0.xml": "application/vnd.ms-powerpoint.comments+xml"},
    )  # fmt: skip


_MACRO_TYPE = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
FILES: dict[str, Callable[[], Built]] = {
    "tableau et image": lambda: ("bilan.pptx", deck(SLIDES)),
    "commentaire déjà là": lambda: ("commente.pptx", commented()),
    "conversation": lambda: ("conversation.pptx", conversation()),
    "macros (pptm)": lambda: ("macros.pptm", deck(SLIDES, kind=_MACRO_TYPE, parts={"ppt/vbaProject.bin": b"\xd0\xcf\x11\xe0 projet"})),
    "diaporama (ppsx)": lambda: ("bilan.ppsx", deck(SLIDES, kind="slideshow.main+xml")),
}  # fmt: skip
