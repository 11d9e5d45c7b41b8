# ruff: noqa: E501 -- an example stays on one line
"""« Lequel » and its forms agree with the noun before: « la société avec laquelle », « les clients auxquels »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.morphology import noun_shape
from ascom_coach.language.syntax.view import View

_SHAPES = {
    "lequel": "ms",
    "laquelle": "fs",
    "lesquels": "mp",
    "lesquelles": "fp",
    "auquel": "ms",
    "auxquels": "mp",
    "auxquelles": "fp",
    "duquel": "ms",
    "desquels": "mp",
    "desquelles": "fp",
}
_FORMS = {
    "": {"ms": "lequel", "fs": "laquelle", "mp": "lesquels", "fp": "lesquelles"},
    "à": {"ms": "auquel", "fs": "à laquelle", "mp": "auxquels", "fp": "auxquelles"},
    "de": {"ms": "duquel", "fs": "de laquelle", "mp": "desquels", "fp": "desquelles"},
}
_PREPOSITIONS = frozenset(
    [
        "avec",
        "pour",
        "sur",
        "dans",
        "par",
        "sans",
        "sous",
        "chez",
        "vers",
        "contre",
        "à",
        "de",
        "devant",
        "derrière",
        "selon",
        "parmi",
        "entre",
    ]
)


def _agreement(view: View) -> Iterator[Hit]:
    """« L'homme avec laquelle », « la femme auquel », « les clients à lequel »."""
    row = None
    for at in range(2, len(view.words)):
        low = view.low(at)
        shape = _SHAPES.get(low)
        if not shape or (low == "auquel" and view.low(at + 1) == "cas"):
            continue  # « auquel cas »: a turn
        fused = low.startswith(("a", "d"))
        start = at if fused else at - 1
        if not fused and (view.low(start) not in _PREPOSITIONS or not view.words[at].near):
            continue
        row = row or chunks(view)
        before = [one for one in row if one.last < start and one.kind in ("N", "U", "K")]
        near = (
            view.words[start].near
            or view.text[
                view.words[start - 1].end - view.offset : view.words[start].start - view.offset
            ].strip()
            == ","
        )
        if not before or not near or before[-1].last != start - 1 or before[-1].kind != "N":
            continue
        owner = low.startswith("d") or view.low(start) == "de"
        if owner and (
            before[-1].prep
            or view.low(at + 1) not in ("je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles")
        ):
            continue  # « au cours de laquelle »: the noun before is no antecedent
        groups = []
        for one in reversed(before):
            if one.kind == "K":
                continue
            if one.kind != "N":
                break
            groups.append(one)
            if not one.prep:
                break
        if not groups or groups[-1].prep or not view.words[groups[-1].first].has("D"):
            continue  # the head of the group is not in sight
        if view.low(groups[-1].first - 1) in ("et", "ou") and shape.endswith("p"):
            continue  # « le format et la liste selon lesquels »
        fits, shapes = False, []
        for one in groups:
            noun = noun_shape(view.words[one.last]) or ("e", "i")
            gender, number = one.gender or noun[0], one.number or noun[1]
            if gender not in ("m", "f") or number not in ("s", "p"):
                fits = True
            shapes.append(gender + number)
        if fits or shape in shapes:
            continue
        right = shapes[-1]
        kind = (
            "à"
            if low.startswith("a") or view.low(start) == "à"
            else "de"
            if low.startswith("d") or view.low(start) == "de"
            else ""
        )
        first = view.words[start] if kind and not fused else view.words[at]
        yield first.start, view.words[at].end, (_FORMS[kind].get(right, ""),)


def _split(view: View) -> Iterator[Hit]:
    """« le quel », « à laquelle » written « à la quelle », « de puis »: one word."""
    for at in range(len(view.words) - 1):
        low, nxt = view.low(at), view.low(at + 1)
        if (
            low in ("le", "la", "les")
            and nxt in ("quel", "quelle", "quels", "quelles")
            and view.words[at + 1].near
            and not view.words[at].clitic
        ):
            plural = low == "les" or nxt.endswith("s")
            yield (
                view.words[at].start,
                view.words[at + 1].end,
                (
                    ("lesquel" if plural else "lequel" if nxt == "quel" else "la" + nxt)
                    + ("s" if plural and "quelle" not in nxt else "les" if plural else ""),
                ),
            )


RULES: tuple[Rule, ...] = (
    rule("lequel_accord", "accord", "« Lequel » prend le genre et le nombre du nom qu’il remplace.", "Remplacez-le par le nom : « avec cette société », donc « avec laquelle ».", _agreement,
         (("La société avec lequel nous travaillons ferme.", "laquelle"), ("Les clients auquel vous écrivez attendent.", "auxquels"), ("La dame à lequel tu parles est sourde.", "à laquelle")),
         ("La société avec laquelle nous travaillons ferme.", "Les clients auxquels vous écrivez attendent.", "Le chef de la section avec lequel je parle.", "Dites avec lequel vous venez.", "Voici le format et la liste selon lesquels ranger.", "La réunion d'équipe de jeudi, à laquelle il manquait.")),
    rule("lequel_colle", "orthographe", "« Lequel », « laquelle », « lesquels » s’écrivent en un mot.", "Remplacez par « celui-ci » : un seul mot.", _split,
         (("Le quel préférez-vous ?", "lequel"), ("Il ne sait les quels choisir.", "lesquels"), ("La raison pour la quelle il part.", "laquelle")), ("Lequel préférez-vous ?", "Quel est le prix ?")),
)  # fmt: skip
