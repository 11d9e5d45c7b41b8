"""Orders to the corrector in other languages, or written so that only a machine reads them.

`readings(text)` gives what a text says once a disguise is taken off: look-alike letters of other alphabets, digits for
letters, letters apart, text backwards, ROT13, base64, hexadecimal, percent or entity codes, invisible tags. One is
only tried when its own mark is there, so that an ordinary text costs one pass. Nothing decoded is ever run or opened.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

_SHORT = 24
"""No order hides in fewer plain characters."""
_MOST = 40
"""Coded pieces looked at in one text."""


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


def _pair(orders: str, objects: str, gap: int = 45) -> str:
    return rf"{orders}[^.!?。\n]{{0,{gap}}}{objects}"


# Written as `corrector._plain` leaves them: no accents, whatever the case.
_FOREIGN = re.compile(
    "|".join(
        (
            # Spanish, Portuguese, Italian
            _pair(
                _any("ignor[ae]n?", "olvid[ae]n?", "esquec[ae]", "dimentica(?:te)?", "haz caso omiso"),
                _any("instrucciones", "criterios", "consignas", "instrucoes", "istruzioni", "criteri\\b"),
            ),
            _pair(
                rf"\b{_any('da', 'de', 'dale', 'pon', 'asigna', 'otorga', 'atribua', 'atribui', 'assegna', 'dai')}\b",
                _any("nota maxima", "maxima (?:nota|puntuacion)", "puntuacion maxima", "mejor nota", "nota mas alta",
                     "voto massimo", "massimo dei voti", "punteggio massimo", "voto piu alto"),
            ),
            # German, Dutch
            _pair(
                _any(r"ignorier\w*", "vergiss", "vergessen sie", r"missachte\w*", "negeer", "vergeet"),
                _any("anweisungen", "anleitungen", "kriterien", "vorgaben", "instructies", "criteria", "aanwijzingen"),
            ),
            _pair(
                rf"\b{_any('gib', 'geben sie', 'vergib', 'vergeben sie', 'geef', 'ken')}\b",
                _any("bestnote", "hochste (?:note|punktzahl|bewertung)", "volle punktzahl", "maximale score",
                     "hoogste (?:cijfer|score|punt)"),
            ),
            # Polish, Turkish, Romanian
            _pair(_any(r"z?ignoru\w+", "zapomnij"), _any("instrukcj", "polecen", "kryteri")),
            _pair(_any("przyznaj", "wystaw", r"\bdaj\b"), _any("najwyzsz", "maksymaln")),
            _pair(_any("talimat", "kriter", "yonerge"), _any("yoksay", "yok say", "gormezden gel", "unut")),
            _pair(_any("en yuksek", "tam") + r"\s+(?:not|puan)", _any("ver",), 15),
            _pair(_any(r"ignora(?:ti)?\b", r"uita(?:ti)?\b"), _any("instructiunile", "criteriile")),
            # Russian and Ukrainian, Arabic, Chinese, Japanese
            _pair(_any(r"(?:про)?игнориру\w*", r"забуд\w*", r"проигноруи\w*", r"ігноруи\w*"),
                  _any("инструкци", "указани", "критери", "інструкці", "критері")),
            _pair(_any(r"постав\w*", r"присво\w*", r"\bда[ий]\w*"), _any("высш", "максимальн", "наивысш", "наивищ")),
            _pair(_any("تجاهل", "انس"), _any("التعليمات", "المعايير", "تعليمات")),
            _pair(_any("امنح", "اعط", "ضع"), _any("الدرجة", "العلامة", "درجة")),
            _pair(_any("忽略", "无视", "無視", "忘记"), _any("指令", "指示", "说明", "标准", "规则"), 20),
            _pair(_any("给", "打", "评"), _any("满分", "最高分", "滿分"), 14),
            _pair(_any("指示", "命令", "基準"), "無視", 14),
            _pair("満点", _any("つけ", "与え"), 8),
        )
    ),
    re.I,
)  # fmt: skip

_OBJECTS = (
    "instruc", "istruzioni", "criter", "consignas", "maxim", "mejor nota", "nota mas alta", "massim", "voto piu",
    "anweisung", "anleitung", "kriteri", "vorgaben", "instruct", "aanwijzing", "bestnote", "hochste", "punktzahl",
    "hoogste", "instrukcj", "polecen", "kryteri", "najwyzsz", "maksymaln", "talimat", "kriter", "yonerge", "yuksek",
    "tam not", "tam puan", "инструкци", "указани", "критери", "інструкці", "критері", "высш", "максимальн", "наивысш",
    "наивищ", "تعليمات", "المعايير", "الدرجة", "العلامة", "درجة", "指令", "指示", "说明", "标准", "规则", "满分",
    "最高分", "滿分", "命令", "基準", "満点",
)  # fmt: skip


def foreign_order(plain: str) -> bool:
    """Whether a text, as `corrector._plain` leaves it, gives such an order in another language."""
    lowered = plain.lower()
    return any(one in lowered for one in _OBJECTS) and bool(_FOREIGN.search(lowered))


# Letters that look Latin and are not: Cyrillic, Greek, Armenian.
_ALIKE = str.maketrans(
    "аеорсхуіјѕԁһӏԛԝАЕОРСХУІЈЅТМНКВαορνικτυεΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcxyijsdhlqwAEOPCXYIJSTMHKBaopviktueABEZHIKMNOPTYX",
)
_MIXED = re.compile(r"[A-Za-zÀ-ÿ][а-яіјѕԁһӏԛԝА-ЯІЈЅα-ωΑ-Ω]|[а-яіјѕԁһӏԛԝА-ЯІЈЅα-ωΑ-Ω][A-Za-zÀ-ÿ]")
_DIGITS = str.maketrans("013457@$!", "oieastasi")
_LEET = re.compile(r"[A-Za-z][013457@$!]+[A-Za-z]")
_APART = re.compile(r"(?:(?<!\w)\w[ ._*|-]{1,3}){5,}\w(?!\w)")
_BACKWARDS = re.compile(r"\berongi|sengisnoc|snoitcurtsni|\betoN\b|\beton\b|ruetcerroc|elamixam", re.I)
_ROTATED = re.compile(r"vtaber|pbafvtarf|vafgehpgvbaf|pbeerpgrhe|\bnggevohr|znkvznyr", re.I)
_BASE64 = re.compile(r"(?<![\w+/])[A-Za-z0-9+/_-]{24,}={0,2}(?![\w+/])")
_HEXADECIMAL = re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ :,]?){16,}(?!\w)")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}.?){3,}")
_ENTITIES = re.compile(r"(?:&#x?[0-9A-Fa-f]{2,6};\s?){4,}")
_ESCAPES = re.compile(r"(?:\\u[0-9A-Fa-f]{4}){4,}")
_TAGS = re.compile("[\U000e0020-\U000e007e]{4,}")


def readings(text: str) -> Iterator[str]:
    """What the text says under each disguise whose mark it bears; nothing for an ordinary text, or a short one."""
    if len(text) < _SHORT and text.isascii():
        return
    if _TAGS.search(text):
        yield "".join(chr(ord(one) - 0xE0000) for one in text if 0xE0020 <= ord(one) <= 0xE007E)
    if _MIXED.search(text):
        yield text.translate(_ALIKE)
    if _LEET.search(text):
        yield text.translate(_DIGITS)
    if _APART.search(text):
        yield _APART.sub(
            lambda match: re.sub(r"[ ._*|-]", "", match[0]), re.sub(r" {2,}", " \n ", text)
        ).replace("\n", "")
    if _BACKWARDS.search(text):
        yield text[::-1]
    if _ROTATED.search(text):
        yield codecs.decode(text, "rot13")
    if _PERCENT.search(text):
        yield unquote(text)
    if _ENTITIES.search(text):
        yield html.unescape(text)
    if _ESCAPES.search(text):
        yield re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), text)
    yield from _coded(text)


def _coded(text: str) -> Iterator[str]:
    for rank, match in enumerate(_HEXADECIMAL.finditer(text)):
        if rank < _MOST:
            digits = re.sub(r"0x|\\x|[ :,]", "", match[0])
            yield _words(bytes.fromhex(digits[: len(digits) // 2 * 2]))
    for rank, match in enumerate(_BASE64.finditer(text)):
        if rank < _MOST:
            piece = match[0].rstrip("=").replace("-", "+").replace("_", "/")
            try:
                yield _words(base64.b64decode(piece + "=" * (-len(piece) % 4)))
            except (binascii.Error, ValueError):
                continue


def _words(data: bytes) -> str:
    """Decoded bytes as text, empty when they are no text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1") if all(32 <= byte < 127 or byte >= 160 for byte in data) else ""
