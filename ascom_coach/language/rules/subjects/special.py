# ruff: noqa: E501 -- an example stays on one line
"""Subjects of a special person or number, and subjects placed after their verb or hidden behind « qui »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View


def _and_me(view: View) -> Iterator[Hit]:
    """« Ma voisine et moi prend le train », « Odile et toi dîneront »: « nous », « vous »."""
    for at in range(1, len(view.words) - 1):
        person = {"moi": "1p", "toi": "2p", "vous": "2p", "nous": "1p"}.get(view.low(at))
        opened = view.low(at - 1) == "et" and 2 <= at <= 5 and not view.words[0].has("P")
        if (
            not person
            or not opened
            or any(
                view.words[i].has("V") and forms.finite(view.words[i]) and view.words[i].only("V")
                for i in range(at)
            )
        ):
            continue
        if view.low(at) in ("nous", "vous") and any(view.words[i].low in forms.PERSONS for i in range(at)):
            continue
        if view.low(at) == "toi" and any(view.low(i) in ("moi", "nous") for i in range(at)):
            person = "1p"
        if view.low(at) == "moi" or any(view.low(i) == "moi" for i in range(at)):
            person = "1p"
        end = at + 1
        while view.low(end) in forms.CLITICS and not (view.low(end) == "vous" and view.low(at) == "vous"):
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or not forms.finite(target)
            or forms.has_person(target, person)
        ):
            continue
        if (target.only("V") or target.low in forms.AUXILIARIES) and (
            fixes := forms.conjugated(target, person)
        ):
            yield target.start, target.end, fixes


def _who(view: View) -> Iterator[Hit]:
    """« les clients qui paye », « la directrice, qui reviens lundi »: the verb agrees with the group before « qui »."""
    row = chunks(view)
    for at in range(1, len(row) - 1):
        start = at - 2 if row[at - 1].kind == "," and at > 1 else at - 1
        if row[at].kind != "qui" or row[start].kind != "N":
            continue
        nouns = [row[start]]
        while start > 0 and nouns[-1].prep and row[start - 1].kind in ("N", "K"):
            start -= 1
            if row[start].kind == "N":
                nouns.append(row[start])
        if (
            any(
                not one.number or one.first == one.last or view.words[one.last].text[:1].isupper()
                for one in nouns
            )
            or nouns[0].last != row[at].first - 1
        ):
            continue
        if nouns[-1].prep in ("en", "de"):
            continue
        if (start and row[start - 1].kind in ("et", "ou", ",", "un", "une", "ce", "être", "E")) or view.low(
            nouns[-1].first - 1
        ) in ("un", "une", "et", "l'un", "l'une"):
            continue
        end = row[at].first + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        verb = view.at(end)
        if (
            not verb
            or not view.glued(row[at].first, end)
            or not forms.finite(verb)
            or verb.verb("inf")
            or verb.verb("ppas")
        ):
            continue
        if any(forms.has_person(verb, "3" + one.number) for one in nouns):
            continue
        if (
            any(one.number not in numbers_of(view.words[one.last]) | {"i"} for one in nouns)
            and not nouns[0].number
        ):
            continue
        if fixes := forms.conjugated(verb, "3" + nouns[0].number):
            yield verb.start, verb.end, fixes


_ONES = frozenset(["un", "une", "chacun", "chacune", "aucun", "aucune"])


def _one_of(view: View) -> Iterator[Hit]:
    """« L'un des voisins chantent », « Le nombre de places baissent », « Chacun doivent »: singular."""
    for at in range(len(view.words) - 2):
        opened = at == 0 or not view.words[at].near or view.low(at - 1) in ("que", "qu'", "car", "mais", "si")
        if not opened:
            continue
        start = at + 1 if view.low(at) == "l'" else at
        if view.low(start) in _ONES and view.low(start + 1) in ("des", "de", "d'"):
            end = start + 1
        elif (
            view.low(at) == "le" and view.low(at + 1) == "nombre" and view.low(at + 2) in ("de", "d'", "des")
        ):
            end = at + 2
        elif view.low(at) in ("chacun", "chacune", "quelqu'un", "personne", "nul"):
            end = at
        else:
            continue
        while (
            end + 1 < len(view.words)
            and view.words[end + 1].near
            and (
                not forms.finite(view.words[end + 1])
                or (view.words[end + 1].has("N") and view.words[end].has("P", "D"))
            )
            and view.low(end + 1) not in ("qui", "que", "et", "ou", "dont")
        ):
            end += 1
        end += 1
        while view.low(end) in forms.CLITICS - {"les", "la", "le"}:
            end += 1
        target = view.at(end)
        if not target or not view.glued(at, end) or not (target.only("V") or target.low in forms.AUXILIARIES):
            continue
        if (
            forms.has_person(target, "3p")
            and not forms.has_person(target, "3s")
            and (fixes := forms.conjugated(target, "3s"))
        ):
            yield target.start, target.end, fixes


def _many(view: View) -> Iterator[Hit]:
    """« Combien de trains partira », « La plupart des pages du recueil a », « Peu d'ateliers du bourg accepte »."""
    row = chunks(view)
    if view.low(0) == "la":
        opened, place = view.low(1) == "plupart", 2
    else:
        opened, place = view.low(0) in ("combien", "peu", "beaucoup", "trop", "nombre"), 1
    if not opened or view.low(place) not in ("de", "d'", "des"):
        return
    inside = [one for one in row if one.first >= place]
    if (
        not inside
        or inside[0].kind != "N"
        or inside[0].prep not in ("de", "des")
        or numbers_of(view.words[inside[0].last]) != {"p"}
    ):
        return
    at = 1
    while at < len(inside) and inside[at].kind == "N" and inside[at].prep:
        at += 1
    if at >= len(inside) or not forms.finite(view.words[inside[at].first]) or inside[at].kind == "N":
        return
    verb = view.words[inside[at].first]
    turned = view.at(inside[at].first + 1)
    if turned and turned.clitic:
        return
    if (
        view.glued(place, inside[at].first)
        and forms.has_person(verb, "3s")
        and not forms.has_person(verb, "3p")
    ):
        yield verb.start, verb.end, forms.conjugated(verb, "3p")


def _turned(view: View) -> Iterator[Hit]:
    """« Où en est vos études ? », « Quand commence les cours ? », « Sur le quai se trouve les bornes »: the subject follows."""
    row = chunks(view)
    asked = view.low(0) in ("où", "comment", "quand", "ainsi", "voilà")
    for at in range(len(row) - 1):
        verb = row[at]
        word = view.words[verb.first]
        if verb.kind not in ("V", "E", "L"):
            continue
        found = (
            view.low(verb.first - 1) in ("se", "s'")
            and "trouver" in forms.infinitives(word)
            and at > 0
            and bool(row[0].prep)
        )
        first = verb.first == 1 or (verb.first == 2 and view.low(1) in ("en", "se", "s'", "y", "ne", "vous"))
        if not (asked and first and view.glued(0, verb.first)) and not (
            found
            and all(one.kind != "N" or one.prep for one in row[:at])
            and not any(one.kind in forms.PERSONS for one in row[:at])
        ):
            return
        group = row[at + 1]
        if asked and view.low(0) == "ainsi" and view.low(verb.first + 1) == "fin":
            group = row[at + 2] if at + 2 < len(row) else group
        noun = view.words[group.last]
        if (
            group.kind != "N"
            or group.prep not in ("", "des")
            or not group.number
            or view.words[group.first].clitic
            or not view.glued(verb.first, group.first)
        ):
            return
        if (
            group.number not in numbers_of(noun) | ({"s", "p"} if "i" in numbers_of(noun) else set())
            or view.low(group.first) not in _DETERMINED
        ):
            return
        wanted, other = "3" + group.number, "3" + ("s" if group.number == "p" else "p")
        if (
            forms.has_person(word, other)
            and not forms.has_person(word, wanted)
            and not _joined(row, at + 1)
            and (fixes := forms.conjugated(word, wanted))
        ):
            yield word.start, word.end, fixes
        return


_DETERMINED = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "mon",
        "ma",
        "mes",
        "ton",
        "son",
        "sa",
        "ses",
        "notre",
        "nos",
        "votre",
        "vos",
        "leur",
        "leurs",
        "ce",
        "cette",
        "ces",
        "des",
    ]
)


def _joined(row: tuple, at: int) -> bool:  # type: ignore[type-arg]
    return any(one.kind in ("et", ",") for one in row[at + 1 : at + 4])


_PARTNERS = frozenset(
    ["fils", "filles", "frères", "sœurs", "cie", "compagnie", "associés", "associées", "partenaires"]
)
"""« Garage Roy et Fils »: one firm."""


def _names(view: View) -> Iterator[Hit]:
    """« Paul et Marie sera absents »: two names, a plural verb."""
    at = 0
    while at < 3 and view.at(at) and (view.words[at].text[:1].isupper() and (at == 0 or view.words[at].near)):
        at += 1
    if at == 0 or view.low(at) != "et" or not view.at(at + 1) or not view.words[at + 1].text[:1].isupper():
        return
    if any(word.has("D", "P", "R", "C", "V") for word in view.words[:at]) or view.low(at + 1) in _PARTNERS:
        return
    end = at + 1
    while view.at(end) and view.words[end].text[:1].isupper() and end < at + 4:
        end += 1
    while view.low(end) in forms.CLITICS - {"la", "le", "l'", "les"}:
        end += 1
    verb = view.at(end)
    if (
        (
            verb
            and view.glued(0, end)
            and (verb.only("V") or verb.low in ("est", "a"))
            and forms.has_person(verb, "3s")
            and not forms.has_person(verb, "3p")
        )
        and not verb.verb("ppas")
        and (fixes := forms.conjugated(verb, "3p"))
    ):
        yield verb.start, verb.end, fixes


RULES: tuple[Rule, ...] = (
    rule("accord_qui_groupe", "accord", "Après « qui », le verbe s’accorde avec le nom que « qui » remplace.", "Remplacez « qui » par « il », « elle », « ils » ou « elles ».", _who,
         (("Les clients qui paye comptant ont une remise.", "paient"), ("La directrice, qui reviens lundi, signera.", "revient"), ("Voici les colis qui est arrivé.", "sont")),
         ("Les clients qui paient comptant ont une remise.", "La liste des clients qui est jointe.", "Un des clients qui attendent est là.", "C'est le genre de choses qui arrivent.")),
    rule("personne_et_moi", "accord", "« … et moi » se dit « nous », « … et toi » se dit « vous ».", "Remplacez le sujet par « nous » ou « vous ».", _and_me,
         (("Ma voisine et moi prend le train.", "prenons"), ("Odile et toi dîneront ici.", "dînerez")), ("Ma voisine et moi prenons le train.", "Odile et toi dînerez ici.")),
    rule("accord_un_des", "accord", "« L’un des », « chacun », « le nombre de » : le verbe reste au singulier.", "Combien font l’action ? Un seul : singulier.", _one_of,
         (("L'un des voisins chantent le soir.", "chante"), ("Le nombre de places baissent.", "baisse"), ("Chacun doivent signer.", "doit")), ("L'un des voisins chante le soir.", "Le nombre de places baisse.", "Chacun doit signer.", "Un des clients qui attendent est là.")),
    rule("accord_combien", "accord", "Après « combien de », « la plupart des », « peu de », le verbe se met au pluriel.", "Remplacez par « ils » ou « elles ».", _many,
         (("Combien de trains partira lundi ?", "partiront"), ("La plupart des pages du recueil a vieilli.", "ont"), ("Peu d'ateliers du bourg accepte la carte.", "acceptent")), ("Combien de trains partiront lundi ?", "La plupart des pages du recueil ont vieilli.", "Combien de plans a-t-il dessinés ?")),
    rule("accord_sujet_apres", "accord", "Le sujet est après le verbe : l’accord se fait quand même.", "Qui est-ce qui… ? La réponse est après le verbe.", _turned,
         (("Où en est vos études ?", "sont"), ("Quand commence les cours ?", "commencent"), ("Sur le quai se trouve les bornes.", "trouvent")), ("Où en sont vos études ?", "Quand commence le cours ?", "Sur le quai se trouvent les bornes.", "Ainsi, il prend les clés.")),
    rule("accord_deux_noms", "accord", "Deux personnes font l’action : le verbe est au pluriel.", "Remplacez les deux noms par « ils ».", _names,
         (("Paul et Marie sera là.", "seront"),), ("Paul et Marie seront là.", "Le dossier de Paul et Marie sera prêt.")),
)  # fmt: skip
