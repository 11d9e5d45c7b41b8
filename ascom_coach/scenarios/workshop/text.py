"""Plain files from their description: txt, md, csv, html pages and messages (.eml)."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import quopri
import re
from collections.abc import Callable
from email.header import Header
from typing import Any

from ascom_coach.scenarios.workshop.items import Item, flat_text, items_of, yes
from ascom_coach.scenarios.workshop.source import FileSpec
from ascom_coach.scenarios.workshop.zip import attribute, text

MAIL_KEYS = ("de", "a", "cc", "cci", "objet", "date", "corps", "pieces_jointes", "repondre_a")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv", "txt": "text/plain", "html": "text/html", "md": "text/markdown",
}  # fmt: skip
_INLINE = re.compile(
    r"\*\*(?P<b>.+?)\*\*|(?<![:/])//(?P<i>[^/].*?)//|\[(?P<t>[^\]\n]+)\]\((?P<u>[^)\s]+)\)", re.S
)


def build_text(spec: FileSpec) -> bytes:
    """A txt or md file: its text, or its `lignes`."""
    body = spec.body
    if isinstance(body, dict):
        spec.check_keys(body, ("texte", "lignes", "encodage"))
        body_text = (
            "\n".join(_lines(spec, body["lignes"]))
            if "lignes" in body
            else flat_text(spec, body.get("texte", ""))
        )
        encoding = {"": "utf-8", "utf-8": "utf-8", "windows": "cp1252"}.get(str(body.get("encodage", "")))
        if encoding is None:
            raise spec.refuse("« encodage » vaut utf-8 ou windows.")
        return (body_text.rstrip("\n") + "\n").encode(encoding, errors="replace")
    if isinstance(body, list):
        body = "\n".join(_lines(spec, body))
    return (str(body).rstrip("\n") + "\n").encode()


def _lines(spec: FileSpec, value: Any) -> list[str]:
    return [flat_text(spec, item) for item in (value if isinstance(value, list) else [value])]


def build_csv(spec: FileSpec) -> bytes:
    """A csv as French spreadsheets write it: semicolons, and a mark of UTF-8 at the start."""
    if not isinstance(spec.body, dict):
        raise spec.refuse("un csv a une « entete » et des « lignes ».")
    spec.check_keys(spec.body, ("entete", "lignes", "separateur"))
    mark = str(spec.body.get("separateur") or ";")
    rows = [spec.body.get("entete") or [], *(spec.body.get("lignes") or [])]
    out = []
    for row in rows:
        if isinstance(row, dict):
            row = [row.get(name, "") for name in rows[0]]  # noqa: PLW2901
        if not isinstance(row, list):
            raise spec.refuse("une ligne s’écrit entre crochets : [un, deux, trois].")
        cells = [flat_text(spec, cell) for cell in row]
        out.append(mark.join(f'"{c.replace(chr(34), chr(34) * 2)}"' if re.search(rf'[{re.escape(mark)}"\n]', c) else c
                             for c in cells))  # fmt: skip
    return ("\ufeff" + "\r\n".join(line for line in out if line) + "\r\n").encode()


def build_html(spec: FileSpec) -> bytes:
    """A simple page with the same content items as a Word file."""
    body = {"contenu": spec.body} if isinstance(spec.body, list | str) else spec.body
    spec.check_keys(body, ("titre", "contenu"))
    items = items_of(spec, body.get("contenu"))
    title = str(body.get("titre") or next((item.text for item in items if item.kind == "titre"), ""))
    content = "\n".join(_html_item(item) for item in items)
    return (
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{text(title)}</title>\n<style>body{{font-family:Calibri,Arial,sans-serif;max-width:46em;"
        "margin:2em auto;"
        "line-height:1.45}table{border-collapse:collapse}th,td{border:1px solid #a6a6a6;padding:.3em .6em;"
        f"text-align:left}}th{{background:#dce6ea}}</style>\n</head>\n<body>\n{content}\n</body>\n</html>\n"
    ).encode()


def _html_inline(content: str) -> str:
    out, at = [], 0
    for match in _INLINE.finditer(content):
        out.append(text(content[at : match.start()]))
        at = match.end()
        if match["b"] is not None:
            out.append(f"<strong>{text(match['b'])}</strong>")
        elif match["i"] is not None:
            out.append(f"<em>{text(match['i'])}</em>")
        else:
            out.append(f"<a href={attribute(match['u'])}>{text(match['t'])}</a>")
    return ("".join(out) + text(content[at:])).rstrip("\n").replace("\n", "<br>")


def _html_item(item: Item) -> str:
    inline = _html_inline(item.text)
    tags = {
        "titre": "h1",
        "titre1": "h2",
        "titre2": "h3",
        "titre3": "h4",
        "sous-titre": "p",
        "paragraphe": "p",
    }
    if item.kind in tags:
        inline = f"<strong>{inline}</strong>" if yes(item.options.get("gras")) else inline
        return f"<{tags[item.kind]}>{inline}</{tags[item.kind]}>"
    if item.kind == "faux_titre":
        return f"<p><strong>{inline}</strong></p>"
    if item.kind in ("liste", "numerotee"):
        tag = "ul" if item.kind == "liste" else "ol"
        return f"<{tag}>" + "".join(f"<li>{_html_inline(line)}</li>" for line in item.lines) + f"</{tag}>"
    if item.kind in ("tirets", "adresse"):
        dash = "- " if item.kind == "tirets" else ""
        return "<p>" + "<br>".join(dash + _html_inline(line) for line in item.lines) + "</p>"
    if item.kind == "lien":
        return f"<p><a href={attribute(str(item.options.get('vers', '')))}>{text(item.text)}</a></p>"
    if item.kind == "tableau":
        head = "".join(f"<th>{_html_inline(cell)}</th>" for cell in item.header)
        rows = "".join(
            "<tr>" + "".join(f"<td>{_html_inline(c)}</td>" for c in row) + "</tr>" for row in item.rows
        )
        return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{rows}</tbody></table>"
    if item.kind == "image":
        alt = f" alt={attribute(str(item.options['alt']))}" if item.options.get("alt") else ""
        return f'<p><img src="image.png"{alt}></p>'
    return "<hr>" if item.kind == "saut" else ""


def build_mail(spec: FileSpec, day: dt.date, attached: Callable[[str], tuple[str, bytes]]) -> bytes:
    """A message. `attached` gives the name and bytes of a file named in `pieces_jointes`."""
    body = spec.body
    if not isinstance(body, dict):
        raise spec.refuse("un message a « de », « a », « objet » et « corps ».")
    spec.check_keys(body, MAIL_KEYS)
    headers = [("From", body.get("de", "")), ("To", body.get("a", "")), ("Cc", body.get("cc", "")),
               ("Bcc", body.get("cci", "")), ("Reply-To", body.get("repondre_a", "")),
               ("Subject", body.get("objet", "")), ("Date", _moment(spec, str(body.get("date", "")), day))]  # fmt: skip
    names = [str(name) for name in (body.get("pieces_jointes") or [] if isinstance(body.get("pieces_jointes"), list)
                                    else [body["pieces_jointes"]] if body.get("pieces_jointes") else [])]  # fmt: skip
    content = body.get("corps", "")
    content = "\n".join(_lines(spec, content)) if isinstance(content, list) else flat_text(spec, content)
    mark = hashlib.sha256(f"{spec.path}{content}".encode()).hexdigest()[:24]
    lines = []
    for name, value in headers:
        shown = ", ".join(_lines(spec, value)) if isinstance(value, list) else flat_text(spec, value)
        if shown:
            lines.append(f"{name}: {_header(name, ' '.join(shown.split()))}")
    lines += [f"Message-ID: <{mark}@messagerie.example>", "MIME-Version: 1.0"]
    plain = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
             quopri.encodestring((content.rstrip("\n") + "\n").encode()).decode("ascii").rstrip("\n")]  # fmt: skip
    if not names:
        return ("\r\n".join("\n".join([*lines, *plain, ""]).split("\n"))).encode()
    lines += [f'Content-Type: multipart/mixed; boundary="={mark}"', "", f"--={mark}", *plain]
    for name in names:
        shown, data = attached(name)
        kind = _TYPES.get(shown.rpartition(".")[2].lower(), "application/octet-stream")
        quoted = Header(shown, "utf-8").encode() if not shown.isascii() else shown
        lines += [f"--={mark}", f'Content-Type: {kind}; name="{quoted}"', "Content-Transfer-Encoding: base64",
                  f'Content-Disposition: attachment; filename="{quoted}"', "",
                  base64.encodebytes(data).decode("ascii").rstrip("\n")]  # fmt: skip
    lines += [f"--={mark}--", ""]
    return ("\r\n".join("\n".join(lines).split("\n"))).encode()


def _header(name: str, value: str) -> str:
    if value.isascii():
        return value
    if name in ("From", "To", "Cc", "Bcc", "Reply-To"):
        out = []
        for part in value.split(","):
            match = re.fullmatch(r"\s*(.*?)\s*(<[^>]*>)\s*", part)
            out.append(
                f"{Header(match[1].strip(chr(34)), 'utf-8').encode()} {match[2]}"
                if match and match[1]
                else part.strip()
            )
        return ", ".join(out)
    return Header(value, "utf-8", maxlinelen=200).encode()


def _moment(spec: FileSpec, value: str, day: dt.date) -> str:
    match = re.fullmatch(r"(?:(\d{4})-(\d{2})-(\d{2}))?[ T]*(?:(\d{1,2})[:h](\d{2}))?", value.strip())
    if match is None:
        raise spec.refuse(f"la date « {value} » s’écrit 2026-05-11 09:30.")
    try:
        when = dt.date(int(match[1]), int(match[2]), int(match[3])) if match[1] else day
        hour, minute = int(match[4] or 9), int(match[5] or 0)
        summer = _last_sunday(when.year, 3) <= when < _last_sunday(when.year, 10)
        return (
            f"{_DAYS[when.weekday()]}, {when.day:02d} {_MONTHS[when.month - 1]} {when.year} "
            f"{dt.time(hour, minute):%H:%M}:00 {'+0200' if summer else '+0100'}"
        )
    except ValueError:
        raise spec.refuse(f"la date « {value} » n’existe pas.") from None


def _last_sunday(year: int, month: int) -> dt.date:
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)
