"""A Word file from its description: A4, real styles, lists, tables with a repeated header, page numbers, links.

Content items: `titre`, `sous-titre`, `titre1`…`titre3`, `paragraphe` (or a bare text), `liste`, `numerotee`, `tirets`
(typed dashes), `faux_titre` (bold paragraph), `tableau`, `adresse`, `saut`, `image`, `lien`, `champ`, `sommaire`.
In a text, `**gras**`, `//italique//`, `[texte](adresse)` and a line end are understood.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from ascom_coach.scenarios.workshop import docx_parts as parts
from ascom_coach.scenarios.workshop.items import Item, items_of, yes
from ascom_coach.scenarios.workshop.source import FileSpec
from ascom_coach.scenarios.workshop.zip import (
    XML,
    app_properties,
    attribute,
    content_types,
    core_properties,
    package,
    picture,
    relationships,
    root_relationships,
    text,
)

KEYS = (
    "contenu",
    "en_tete",
    "pied",
    "police",
    "taille",
    "marges_cm",
    "orientation",
    "titre",
    "auteur",
    "propriete_titre",
)
_INLINE = re.compile(
    r"\*\*(?P<b>.+?)\*\*|(?<![:/])//(?P<i>[^/].*?)//|\[(?P<t>[^\]\n]+)\]\((?P<u>[^)\s]+)\)", re.S
)
_PAGE = re.compile(r"(\{pages?\}|\t)")
_ALIGN = {"gauche": "left", "centre": "center", "droite": "right", "justifie": "both", "justifié": "both"}
_TWIPS = 567  # one centimetre
_EMU = 360_000  # one centimetre


def build_docx(spec: FileSpec, *, author: str, day: dt.date) -> bytes:
    """The file's bytes. Raises RefusedInputError."""
    body = {"contenu": spec.body} if isinstance(spec.body, list) else spec.body
    if isinstance(body, str):
        body = {"contenu": [part for part in body.split("\n\n") if part.strip()]}
    spec.check_keys(body, KEYS)
    return _Writer(spec, body).bytes(author, day)


class _Writer:
    def __init__(self, spec: FileSpec, body: Mapping[str, Any]) -> None:
        self.spec, self.options = spec, body
        self.relations: dict[str, tuple[str, str]] = {}
        self.images: list[bytes] = []
        self.numbered = 0
        landscape = str(body.get("orientation", "")) == "paysage"
        self.page = (16838, 11906) if landscape else (11906, 16838)
        self.margin = int(self._number(body.get("marges_cm", "2,5")) * _TWIPS)
        self.width = self.page[0] - 2 * self.margin

    def _number(self, value: Any) -> float:
        text_value = str(value).replace(",", ".").removesuffix("cm").strip()
        if not re.fullmatch(r"\d{1,3}(?:\.\d{1,4})?", text_value):
            raise self.spec.refuse(f"« {value} » devrait être un nombre, de 0 à 999.")
        return float(text_value)

    def bytes(self, author: str, day: dt.date) -> bytes:
        items = items_of(self.spec, self.options.get("contenu"))
        content = "".join(self.item(item) for item in items)
        overrides = {
            "word/document.xml": "officedocument.wordprocessingml.document.main",
            "word/styles.xml": "officedocument.wordprocessingml.styles",
            "word/numbering.xml": "officedocument.wordprocessingml.numbering",
            "word/settings.xml": "officedocument.wordprocessingml.settings",
            "word/fontTable.xml": "officedocument.wordprocessingml.fontTable",
            "docProps/core.xml": "package.core-properties",
            "docProps/app.xml": "officedocument.extended-properties",
        }
        for number, kind in enumerate(("styles", "numbering", "settings", "fontTable"), 1):
            self.relations[f"rIdA{number}"] = (kind, f"{kind}.xml")
        marks, margins = "", {}
        for kind, key, style in (("header", "en_tete", "Entte"), ("footer", "pied", "Pieddepage")):
            shown = self.options.get(key)
            if shown:
                name = f"{kind}1.xml"
                lines = shown if isinstance(shown, list) else [str(shown)]
                rows = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{self.fields(str(line))}</w:p>'
                               for line in lines)  # fmt: skip
                tag = "hdr" if kind == "header" else "ftr"
                margins[f"word/{name}"] = f"{XML}<w:{tag} {parts.NAMESPACES}>{rows}</w:{tag}>"
                overrides[f"word/{name}"] = f"officedocument.wordprocessingml.{kind}"
                self.relations[f"rIdB{kind}"] = (kind, name)
                marks += f'<w:{kind}Reference w:type="default" r:id="rIdB{kind}"/>'
        orient = ' w:orient="landscape"' if self.page[0] > self.page[1] else ""
        section = (
            f'<w:sectPr>{marks}<w:pgSz w:w="{self.page[0]}" w:h="{self.page[1]}"{orient}/><w:pgMar '
            + "".join(f'w:{side}="{self.margin}" ' for side in ("top", "right", "bottom", "left"))
            + 'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
        )
        title = str(self.options.get("propriete_titre") or self.options.get("titre") or "")
        if not title:
            title = next((item.text for item in items if item.kind == "titre"), "")
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": content_types(overrides),
            "_rels/.rels": root_relationships("word/document.xml"),
            "docProps/core.xml": core_properties(title, str(self.options.get("auteur") or author), day),
            "docProps/app.xml": app_properties("Microsoft Office Word", author),
            "word/document.xml": f"{XML}<w:document {parts.NAMESPACES}><w:body>{content}{section}</w:body>"
            "</w:document>",
            "word/_rels/document.xml.rels": relationships(self.relations),
            "word/styles.xml": parts.styles(
                str(self.options.get("police", "Calibri")), self._number(self.options.get("taille", "11"))
            ),
            "word/numbering.xml": parts.numbering(self.numbered),
            "word/settings.xml": parts.settings(),
            "word/fontTable.xml": parts.fonts(str(self.options.get("police", "Calibri"))),
            **margins,
        }
        for number, image in enumerate(self.images, 1):
            files[f"word/media/image{number}.png"] = image
        return package(files, day)

    def item(self, item: Item) -> str:
        kind, options = item.kind, item.options
        if kind in ("titre", "sous-titre", "titre1", "titre2", "titre3", "paragraphe"):
            style = parts.STYLE_IDS[str(options.get("style", "normal" if kind == "paragraphe" else kind))]
            return self.paragraph(item.text, style, options)
        if kind == "faux_titre":
            return self.paragraph(item.text, "Normal", {"gras": "oui", "taille": "14", **options})
        if kind in ("liste", "tirets", "numerotee"):
            return self.listing(kind, item)
        if kind == "adresse":
            indent = {"retrait_cm": "8,5"} if options.get("position") == "droite" else {}
            rows = [self.paragraph(line, "Adresse", {**options, **indent}) for line in item.lines]
            return "".join(rows) + self.paragraph("", "Adresse", {"espace_apres": "6"})
        if kind == "tableau":
            return self.table(item)
        if kind == "saut":
            return self.gap(item.text)
        if kind == "image":
            return self.image(item)
        if kind == "lien":
            return self.paragraph(f"[{item.text}]({options.get('vers', '')})", "Normal", options)
        if kind == "champ":
            return f"<w:p>{parts.field(item.text, str(options.get('texte', '1')))}</w:p>"
        contents = parts.field('TOC \\o "1-3" \\h', "Sommaire à mettre à jour (F9)")
        return f"<w:p>{contents}</w:p>"

    def listing(self, kind: str, item: Item) -> str:
        if kind == "tirets":
            return "".join(self.paragraph(f"- {line}", "Normal", item.options) for line in item.lines)
        if kind == "liste":
            return "".join(self.paragraph(line, "Listepuces", item.options) for line in item.lines)
        number = 2 + self.numbered
        self.numbered += 1
        props = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(self.paragraph(line, "Listenumros", item.options, props) for line in item.lines)

    def gap(self, what: str) -> str:
        if what == "page":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        count = 1 if what in ("ligne", "") else int(self._number(what))
        return "<w:p/>" * min(count, 60)

    def paragraph(self, content: str, style: str, options: Mapping[str, Any], extra: str = "") -> str:
        props = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
        props += extra
        if "espace_apres" in options or "espace_avant" in options:
            sides = [("before", "espace_avant"), ("after", "espace_apres")]
            values = " ".join(
                f'w:{side}="{int(self._number(options[key]) * 20)}"' for side, key in sides if key in options
            )
            props += f"<w:spacing {values}/>"
        if "retrait_cm" in options:
            props += f'<w:ind w:left="{int(self._number(options["retrait_cm"]) * _TWIPS)}"/>'
        if options.get("alignement"):
            align = _ALIGN.get(str(options["alignement"]))
            if align is None:
                raise self.spec.refuse("« alignement » vaut gauche, centre, droite ou justifie.")
            props += f'<w:jc w:val="{align}"/>'
        run = "<w:b/>" if yes(options.get("gras")) else ""
        run += "<w:i/>" if yes(options.get("italique")) else ""
        if options.get("couleur"):
            run += f'<w:color w:val="{color(self.spec, str(options["couleur"]))}"/>'
        if options.get("taille"):
            run += f'<w:sz w:val="{int(self._number(options["taille"]) * 2)}"/>'
        return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{self.runs(content, run)}</w:p>"

    def runs(self, content: str, run: str = "") -> str:
        out, at = [], 0
        for match in _INLINE.finditer(content):
            out.append(self.plain(content[at : match.start()], run))
            at = match.end()
            if match["b"] is not None:
                out.append(self.plain(match["b"], run + "<w:b/>" if "<w:b/>" not in run else run))
            elif match["i"] is not None:
                out.append(self.plain(match["i"], run + "<w:i/>" if "<w:i/>" not in run else run))
            else:
                name = f"rIdL{len(self.relations)}"
                self.relations[name] = ("hyperlink", match["u"])
                inner = self.plain(match["t"], '<w:rStyle w:val="Lienhypertexte"/>')
                out.append(f'<w:hyperlink r:id="{name}">{inner}</w:hyperlink>')
        return "".join(out) + self.plain(content[at:], run)

    def plain(self, content: str, run: str) -> str:
        if not content:
            return ""
        props = f"<w:rPr>{run}</w:rPr>" if run else ""
        out = []
        for part in re.split(r"([\n\t])", content.rstrip("\n")):
            if part:
                mark = {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(part)
                out.append(mark or f'<w:t xml:space="preserve">{text(part)}</w:t>')
        return f"<w:r>{props}{''.join(out)}</w:r>" if out else ""

    def fields(self, content: str) -> str:
        out = []
        for part in _PAGE.split(content):
            if part in ("{page}", "{pages}"):
                out.append(parts.field("PAGE" if part == "{page}" else "NUMPAGES", "1"))
            else:
                out.append("<w:r><w:tab/></w:r>" if part == "\t" else self.runs(part))
        return "".join(out)

    def table(self, item: Item) -> str:
        header, rows, options = item.header, item.rows, item.options
        columns = max([len(header), *(len(row) for row in rows), 1])
        shares = [self._number(width) for width in options.get("largeurs") or []] or [1.0] * columns
        shares = (shares + [shares[-1]] * columns)[:columns]
        widths = [int(self.width * share / (sum(shares) or 1)) for share in shares]
        aligns = [_ALIGN.get(str(name), "left") for name in options.get("alignements") or []]
        out = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Grilledutableau"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
            + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
            + "</w:tblGrid>"
        ]
        repeated = yes(options.get("entete_repetee", "oui"))
        for number, row in enumerate([header, *rows] if header else rows):
            head = bool(header) and number == 0
            props = "<w:cantSplit/>" + ("<w:tblHeader/>" if head and repeated else "")
            cells = []
            for column in range(columns):
                shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{parts.SHADE}"/>' if head else ""
                align = aligns[column] if column < len(aligns) else "left"
                value = str(row[column]) if column < len(row) else ""
                jc = f'<w:jc w:val="{align}"/>' if align != "left" else ""
                run = self.runs(value, "<w:b/>" if head else "")
                cells.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="{widths[column]}" w:type="dxa"/>{shade}</w:tcPr>'
                    f'<w:p><w:pPr><w:pStyle w:val="Cellule"/>{jc}</w:pPr>{run}</w:p></w:tc>'
                )
            out.append(f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>")
        return "".join(out) + '</w:tbl><w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'

    def image(self, item: Item) -> str:
        options = item.options
        wide = min(self._number(options.get("largeur_cm", "3")) or 1.0, self.width / _TWIPS)
        high = self._number(options.get("hauteur_cm", f"{wide * 0.5:.2f}")) or 1.0
        number = len(self.images) + 1
        ground = color(self.spec, str(options.get("couleur", parts.ACCENT)))
        pixels = (max(1, min(600, int(wide * 30))), max(1, min(600, int(high * 30))))
        self.images.append(picture(*pixels, ground, item.text))
        self.relations[f"rIdI{number}"] = ("image", f"media/image{number}.png")
        size = f'cx="{int(wide * _EMU)}" cy="{int(high * _EMU)}"'
        alt = f" descr={attribute(str(options['alt']))}" if options.get("alt") else ""
        align = _ALIGN.get(str(options.get("alignement", "gauche")), "left")
        return (
            f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent {size}/><wp:docPr id="{number}" name="Image {number}"{alt}/><a:graphic>'
            "<a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="rIdI{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )


_COLORS = {
    "rouge": "C00000", "vert": "2E7D32", "bleu": "1F4E8C", "gris": "595959", "orange": "C55A11", "noir": "000000",
    "blanc": "FFFFFF", "jaune": "FFE699", "violet": "6B3FA0",
}  # fmt: skip


def color(spec: FileSpec, name: str) -> str:
    """RRGGBB of a French colour name or of a code."""
    code = _COLORS.get(name.strip().lower(), name.strip().lstrip("#").upper())
    if not re.fullmatch(r"[0-9A-F]{6}", code):
        raise spec.refuse(
            f"la couleur « {name} » n’existe pas, écrivez {', '.join(_COLORS)} ou un code comme 1F4E5F."
        )
    return code
