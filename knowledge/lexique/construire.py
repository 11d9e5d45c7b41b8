# ruff: noqa: D103, T201, E501 -- a script that stands beside its data
"""Builds `lexique.txt.gz` from the French hunspell dictionary "toutes variantes" 7.0 (Debian: hunspell-fr-comprehensive).

Usage: python knowledge/lexique/construire.py [fr.dic fr.aff]

Output, UTF-8 text, gzip with a fixed date so that the same input gives the same bytes:
    first part: one line per distinct set of analyses; its line number is its code
    an empty line
    second part: `form TAB code` (code in base 36), sorted by (folded form, form) in code point order

An analysis is `CUT+ADD:TAGS`: the lemma is the form without its last CUT characters, plus ADD. TAGS are
`.`-separated: part of speech first (N noun, A adjective, V verb, D determiner, O pronoun, R adverb, P preposition,
C conjunction, I interjection, H number, S proper name, G other), then m/f/e (gender), s/p/i (number, i = invariable),
or for verbs the form: inf, ppre, ppas, ipre, iimp, ipsi, ifut, cond, spre, simp, impe, with persons 1s 2s 3s 1p 2p 3p;
`q` marks a verb that can be pronominal, `t` one that takes a direct object.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from ascom_coach.language import plain

PARTS = {
    "nom": "N", "adj": "A", "adv": "R", "prep": "P", "interj": "I", "nb": "H", "prn": "S", "patr": "S", "npr": "S",
    "infi": "inf", "ppre": "ppre", "ppas": "ppas", "ipre": "ipre", "iimp": "iimp", "ipsi": "ipsi", "ifut": "ifut",
    "cond": "cond", "spre": "spre", "simp": "simp", "impe": "impe",
    "1sg": "1s", "2sg": "2s", "3sg": "3s", "1pl": "1p", "2pl": "2p", "3pl": "3p",
}  # fmt: skip
VERBAL = frozenset(
    [
        "inf",
        "ppre",
        "ppas",
        "ipre",
        "iimp",
        "ipsi",
        "ifut",
        "cond",
        "spre",
        "simp",
        "impe",
        "1s",
        "2s",
        "3s",
        "1p",
        "2p",
        "3p",
    ]
)
UNITS = frozenset(["Um", "Ui"])
"""Prefix classes of the units: « kilo- », « centi- ». The other prefixes only write elisions: « l'hecto- »."""
RARE = frozenset(["yotta", "zetta", "exa", "peta", "péta", "femto", "atto", "zepto", "yocto"])
SHAPE = {"mas": "m", "fem": "f", "epi": "e", "sg": "s", "pl": "p", "inv": "i"}


def flags_of(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(0, len(text), 2)]


def read_affixes(path: Path) -> tuple[dict[str, list], dict[str, list]]:
    """The endings, then the prefixes of the units, by class."""
    rules, prefixes = defaultdict(list), defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) < 5 or cells[0] not in ("SFX", "PFX"):
            continue
        if cells[0] == "PFX":
            add, _, more = cells[3].partition("/")
            if cells[1] in UNITS and "'" not in add and "dp:" not in line and add not in RARE:
                prefixes[cells[1]].append(("" if add == "0" else add, flags_of(more)))
            continue
        cut = "" if cells[2] == "0" else cells[2]
        add, _, more = cells[3].partition("/")
        condition = re.compile(("" if cells[4] == "." else cells[4]) + "$")
        rules[cells[1]].append((cut, "" if add == "0" else add, flags_of(more), condition, cells[5:]))
    return rules, prefixes


def tags_of(fields: list[str]) -> list[str]:
    parts = [f[3:] for f in fields if f.startswith("po:")]
    shape = [SHAPE[f[3:]] for f in fields if f.startswith("is:") and f[3:] in SHAPE]
    verb_class = next((p for p in parts if re.fullmatch(r"v\d.*", p)), "")
    if verb_class:
        moods = [PARTS[p] for p in parts if PARTS.get(p) in VERBAL]
        options = ["q"] if "q" in verb_class or "p" in verb_class else []
        options += ["t"] if "t" in verb_class[2:5] else []
        out = [".".join(["V", *moods, *shape, *options])]
        if "adj" in parts:
            out.append(".".join(["A", *shape]))
        if "nom" in parts:
            out.append(".".join(["N", *shape]))
        return out
    found = []
    for part in parts:
        if part.startswith("det"):
            kind = "D"
        elif part.startswith("pro") or part in ("3pe", "1pe", "2pe"):
            kind = "O"
        elif part.startswith("cj"):
            kind = "C"
        elif part in ("mg", "loc.prep", "loc.adv", "loc.adj", "preverb", "neg"):
            continue
        else:
            kind = PARTS.get(part, "G")
        if kind not in VERBAL:
            found.append(".".join([kind, *shape]))
    return found or [".".join(["G", *shape])]


def expand(dic: Path, rules: dict, prefixes: dict) -> dict[str, set[tuple[str, str]]]:
    forms: dict[str, set[tuple[str, str]]] = defaultdict(set)

    def add(form: str, lemma: str, fields: list[str]) -> None:
        if "po:1isg" in fields and form.endswith(("è", "é")) and "po:ppas" not in fields:
            return  # « parlè-je »: only before an inverted « je »
        for tags in tags_of(fields):
            forms[form].add((lemma, tags))

    def walk(word: str, lemma: str, flags: list[str], fields: list[str], depth: int) -> None:
        if "()" not in flags:
            add(word, lemma, fields)
        if depth == 3:
            return
        for flag in flags:
            for cut, suffix, more, condition, extra in rules.get(flag, ()):
                if condition.search(word) and word.endswith(cut):
                    stem = word[: len(word) - len(cut)] if cut else word
                    walk(stem + suffix, lemma, more, fields + extra, depth + 1)

    for line in dic.read_text(encoding="utf-8").splitlines()[1:]:
        head, *fields = line.split()
        word, _, flags = head.partition("/")
        if "{}" in flags or not re.search(r"[^\W\d_]", word):
            continue
        found = flags_of(flags)
        units = UNITS.intersection(found)
        if not units:
            walk(word, word, found, fields, 0)
        for flag in units:
            for prefix, more in prefixes[flag]:
                walk(prefix + word, prefix + word, [*more, "()"] if more else [], fields, 0)
    return forms


def lemma_step(form: str, lemma: str) -> str:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}+{lemma[shared:]}"


def main() -> None:
    dic = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/hunspell/fr.dic")
    aff = Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/hunspell/fr.aff")
    forms = expand(dic, *read_affixes(aff))
    for line in (Path(__file__).parent / "complements.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, tags = line.split("\t")
            forms[form].add((form, tags))
    codes: dict[str, int] = {}
    rows = []
    for form in sorted(forms, key=lambda f: (plain(f), f)):
        analyses = "|".join(sorted(f"{lemma_step(form, lemma)}:{tags}" for lemma, tags in forms[form]))
        rows.append((form, codes.setdefault(analyses, len(codes))))
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"

    def base36(n: int) -> str:
        out = ""
        while True:
            n, rest = divmod(n, 36)
            out = digits[rest] + out
            if not n:
                return out

    text = "\n".join(codes) + "\n\n" + "\n".join(f"{form}\t{base36(code)}" for form, code in rows) + "\n"
    out = Path(__file__).parent / "lexique.txt.gz"
    with out.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(len(rows), "formes,", len(codes), "analyses,", out.stat().st_size, "octets")


if __name__ == "__main__":
    main()
