# ruff: noqa: E501  (markup reads better on one line)
"""A small poster in each format that shows colours, fonts and pictures: docx, odt, pptx, odp, html."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass, field

from ascom_coach.documents import Document, parse_bytes

from .builders import R_TYPE, docx_body, odf, pack, parts_of

LAYOUTS = ("docx", "odt", "pptx", "odp", "html")
P_NS = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)


def png(width: int, height: int) -> bytes:
    """A grey picture of that many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@dataclass
class Poster:
    """What it shows; `size` in centimetres, `crop` in thousandths (left, top, right, bottom), Word and PowerPoint only."""

    colors: list[str] = field(default_factory=lambda: ["1F4E79", "C55A11"])
    fonts: list[str] = field(default_factory=lambda: ["Calibri", "Calibri"])
    fill: str = "1F4E79"
    pixels: tuple[int, int] = (600, 400)
    size: tuple[float, float] = (6.0, 4.0)
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)

    def document(self, layout: str) -> Document:
        """The poster, read."""
        return parse_bytes(self.data(layout), f"affiche.{layout}")

    def data(self, layout: str) -> bytes:
        """The poster's bytes."""
        return {
            "docx": self._docx,
            "odt": self._odt,
            "pptx": self._pptx,
            "odp": self._odp,
            "html": self._html,
        }[layout]()

    @property
    def _lines(self) -> list[tuple[str, str, str]]:
        texts = ("Portes ouvertes samedi", "Venez découvrir nos ateliers en famille")
        return list(zip(texts, self.colors, self.fonts, strict=True))

    def _pic(self, outer: str) -> str:
        x, y = (round(side * 360_000) for side in self.size)
        cut = "".join(f' {name}="{one * 100}"' for name, one in zip("ltrb", self.crop, strict=True) if one)
        return (
            f'<{outer}:pic><{outer}:nvPicPr><{outer}:cNvPr id="9" name="Photo" descr="La façade de l’atelier"/></{outer}:nvPicPr><{outer}:blipFill><a:blip r:embed="rImg"/>'
            f'<a:srcRect{cut}/></{outer}:blipFill><{outer}:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm></{outer}:spPr></{outer}:pic>'
        )

    def _docx(self) -> bytes:
        runs = "".join(
            f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/><w:color w:val="{color}"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
            for text, color, font in self._lines
        )
        font = self.fonts[0]
        cell = f'<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/></w:tcPr><w:p><w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>Entrée libre</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
        drawing = (
            '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image" descr="La façade de l’atelier"/><a:graphic><a:graphicData '
            f'uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{self._pic("pic")}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        )
        parts: dict[str, bytes | str] = dict(parts_of(docx_body(runs + cell + drawing)))
        link = f'<Relationship Id="rImg" Type="{R_TYPE}image" Target="media/p.png"/></Relationships>'
        relations = parts["word/_rels/document.xml.rels"].decode()  # type: ignore[union-attr]
        parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", link)
        types = parts["[Content_Types].xml"].decode()  # type: ignore[union-attr]
        parts["[Content_Types].xml"] = types.replace(
            "</Types>", '<Default Extension="png" ContentType="image/png"/></Types>'
        )
        parts["word/media/p.png"] = png(*self.pixels)
        return pack(parts)

    def _pptx(self) -> bytes:
        shapes = "".join(
            f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="Zone"/><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:r><a:rPr sz="2400"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill><a:latin typeface="{font}"/></a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
            for text, color, font in self._lines
        )
        shapes += f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Bandeau"/><p:nvPr/></p:nvSpPr><p:spPr><a:solidFill><a:srgbClr val="{self.fill}"/></a:solidFill></p:spPr></p:sp>'
        link = '<Relationship Id="{}" Type="' + R_TYPE + '{}" Target="{}"/>'
        return pack({
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
            "_rels/.rels": RELS.format(link.format("r1", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f'<p:presentation {P_NS}><p:sldIdLst><p:sldId id="1" r:id="s1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": RELS.format(link.format("s1", "slide", "slides/slide1.xml")),
            "ppt/slides/slide1.xml": f"<p:sld {P_NS}><p:cSld><p:spTree>{shapes}{self._pic('p')}</p:spTree></p:cSld></p:sld>",
            "ppt/slides/_rels/slide1.xml.rels": RELS.format(link.format("rImg", "image", "../media/p.png")),
            "ppt/media/p.png": png(*self.pixels),
        })  # fmt: skip

    def _styles(self) -> str:
        return "".join(
            f'<style:style style:name="T{rank}" style:family="text"><style:text-properties style:font-name="{font}" fo:color="#{color.lower()}"/></style:style>'
            for rank, (_, color, font) in enumerate(self._lines)
        ) + (
            f'<style:style style:name="B" style:family="table-cell"><style:table-cell-properties fo:background-color="#{self.fill.lower()}"/></style:style>'
            f'<style:style style:name="G" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#{self.fill.lower()}"/></style:style>'
        )

    def _spans(self) -> list[str]:
        return [
            f'<text:p><text:span text:style-name="T{rank}">{text}</text:span></text:p>'
            for rank, (text, *_) in enumerate(self._lines)
        ]

    def _frame(self) -> str:
        width, height = self.size
        return f'<draw:frame svg:width="{width}cm" svg:height="{height}cm"><draw:image xlink:href="Pictures/p.png"/><svg:desc>La façade de l’atelier</svg:desc></draw:frame>'

    def _odt(self) -> bytes:
        cell = '<table:table table:name="T"><table:table-row><table:table-cell table:style-name="B"><text:p><text:span text:style-name="T0">Entrée libre</text:span></text:p></table:table-cell></table:table-row></table:table>'
        inner = "".join(self._spans()) + cell + f"<text:p>{self._frame()}</text:p>"
        return pack({**parts_of(odf("text", inner, self._styles())), "Pictures/p.png": png(*self.pixels)})

    def _odp(self) -> bytes:
        boxes = "".join(
            f"<draw:frame><draw:text-box>{line}</draw:text-box></draw:frame>" for line in self._spans()
        )
        inner = f'<draw:page>{boxes}<draw:custom-shape draw:style-name="G"/>{self._frame()}</draw:page>'
        return pack(
            {**parts_of(odf("presentation", inner, self._styles())), "Pictures/p.png": png(*self.pixels)}
        )

    def _html(self) -> bytes:
        lines = "".join(
            f"<p style=\"color: #{color}; font-family: '{font}', sans-serif\">{text}</p>"
            for text, color, font in self._lines
        )
        image = base64.b64encode(png(*self.pixels)).decode()
        width, height = (round(side / 2.54 * 96) for side in self.size)
        return (
            f'<!DOCTYPE html><html lang="fr"><head><title>Portes ouvertes</title><style>.b {{ background: #{self.fill}; }}</style></head><body>'
            f'<h1 style="font-family: {self.fonts[0]}; color: black">Bienvenue</h1>{lines}<div class="b">Entrée libre</div>'
            f'<img src="data:image/png;base64,{image}" width="{width}" height="{height}" alt="La façade de l’atelier"></body></html>'
        ).encode()
