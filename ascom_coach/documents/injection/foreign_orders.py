"""Orders to the corrector in other languages, told by their words."""

from __future__ import annotations

import re


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
    )
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
    return any(one in plain for one in _OBJECTS) and bool(_FOREIGN.search(plain))
