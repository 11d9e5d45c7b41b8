# ruff: noqa: E501 -- an example stays on one line
"""Number and gender that the determiner alone does not settle: quantities, « quel », « tout », an adjective placed first."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.noungroup import forms_of_noun, numbers_of
from ascom_coach.language.syntax.view import View, Word

PLACES = frozenset(["rue", "avenue", "boulevard", "place", "allée", "impasse", "chemin", "quai", "route", "cours", "passage", "square", "bis", "ter", "ha", "bâtiment",
                     "étage", "porte", "apt", "cedex", "max", "maximum", "minimum", "environ", "gratuit", "offert", "net", "brut", "couleur", "mai"])  # fmt: skip
_COUNTABLE = frozenset(["dossier", "client", "facture", "document", "erreur", "question", "commande", "appel", "message", "personne", "problème", "candidat", "candidature",
                        "réclamation", "demande", "réponse", "rendez-vous", "réunion", "produit", "article", "colis", "difficulté", "visiteur", "salarié", "employé",
                        "collègue", "fournisseur", "courrier", "mail", "courriel", "tâche", "chaise", "table", "place", "inscription", "stagiaire", "participant",
                        "bénévole", "exemplaire", "photo", "poste", "jour", "heure", "semaine", "année", "fois", "euro", "détail", "élément", "point", "retour",
                        "enfant", "parent", "adhérent", "habitant", "usager", "patient", "élève", "remarque", "disponibilité", "modification"])  # fmt: skip
_BEFORE = frozenset(["bon", "bonne", "nouveau", "nouvelle", "grand", "grande", "petit", "petite", "autre", "ancien", "ancienne", "premier", "première", "dernier",
                     "dernière", "mauvais", "mauvaise", "meilleur", "meilleure", "long", "longue", "sincère", "gros", "grosse", "jeune", "beau", "belle", "prochain",
                     "prochaine", "important", "importante", "nombreux", "nombreuse", "réel", "réelle", "vrai", "vraie", "vif", "vive", "rare", "cher", "chère",
                     "principal", "principale", "récent", "récente", "différent", "différente", "seul", "seule", "simple", "plein", "pleine", "sévère"])  # fmt: skip
PLURALS = frozenset(
    [
        "les",
        "des",
        "ces",
        "mes",
        "tes",
        "ses",
        "nos",
        "vos",
        "leurs",
        "aux",
        "plusieurs",
        "quelques",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
    ]
)


def changed(word: Word, fixes: tuple[str, ...]) -> Iterator[Hit]:
    """The fix of a word with its capital, when it changes something."""
    if fixes and word.low not in fixes:
        yield word.start, word.end, tuple(cased(word.text, fix) for fix in fixes)


def _counted(view: View) -> Iterator[Hit]:
    """« plusieurs personne », « beaucoup de dossier », « Chères cliente »."""
    for at in range(len(view.words) - 1):
        word, noun = view.words[at], view.words[at + 1]
        if not noun.near or noun.clitic or not noun.text.islower():
            continue
        if view.text[noun.end - view.offset :].startswith("(s"):
            continue
        if noun.low == "personne" and word.low in PLURALS | {
            "sept",
            "huit",
            "dix",
            "douze",
            "vingt",
            "trente",
            "cinquante",
        } - {"les", "des", "aux"}:
            yield from changed(noun, ("personnes",))
        elif noun.low in ("de", "d'") and word.low in (
            "beaucoup",
            "trop",
            "tant",
            "combien",
            "énormément",
            "davantage",
        ):
            thing = view.at(at + 2)
            if (
                thing
                and thing.near
                and thing.low in _COUNTABLE
                and numbers_of(thing) == {"s"}
                and view.low(at + 3) not in ("de", "d'")
            ):
                yield from changed(thing, tuple(forms_of_noun(thing, "p")))
        elif (
            word.low in ("cher", "chère", "chers", "chères")
            and (at == 0 or not word.near)
            and noun.has("N")
            and not noun.has("P", "D")
        ):
            number = "p" if word.low.endswith("s") else "s"
            if numbers_of(noun) == {"s" if number == "p" else "p"} and (
                view.at(at + 2) is None or not view.words[at + 2].near
            ):
                yield from changed(noun, tuple(forms_of_noun(noun, number)))


def _adjective_first(view: View) -> Iterator[Hit]:
    """« Ce sont de bon résultats », « nos plus sincère excuses », « de nouvelle règles »."""
    for at in range(len(view.words) - 2):
        low = view.low(at)
        end = at + 1
        if low in PLURALS:
            if view.low(end) in ("plus", "très", "trop", "si", "moins", "tout"):
                end += 1
        elif low not in ("de", "d'"):
            continue
        word, noun = view.at(end), view.at(end + 1)
        if (
            not word
            or not noun
            or not view.glued(at, end + 1)
            or word.low not in _BEFORE
            or noun.clitic
            or not noun.text.islower()
        ):
            continue
        if (
            numbers_of(word) != {"s"}
            or numbers_of(noun) != {"p"}
            or not noun.only("N", "A", "V")
            or not noun.has("N")
        ):
            continue
        genders = {one.gender for one in noun.readings if one.pos == "N"}
        gender = genders.pop() if len(genders) == 1 else ""
        yield from changed(word, forms.agreed(word, gender if gender in ("m", "f") else "", "p"))


_QUEL = {("m", "s"): "quel", ("f", "s"): "quelle", ("m", "p"): "quels", ("f", "p"): "quelles"}


def _which(view: View) -> Iterator[Hit]:
    """« Quel couleur », « n'importe quel question », « Quels est votre avis »."""
    row = chunks(view)
    for at in range(len(view.words) - 1):
        word, noun = view.words[at], view.words[at + 1]
        if word.low not in _QUEL.values() or not noun.near:
            continue
        shape: tuple[str, str] | None = None
        if (
            noun.low in forms.ETRE - {"être", "été", "soit", "soient"}
            and at == 0
            and not (view.at(at + 2) and view.words[at + 2].clitic)
        ):
            group = next((one for one in row if one.kind == "N" and one.first == at + 2), None)
            if (
                group
                and not group.prep
                and group.gender
                and group.number
                and view.glued(at, at + 2)
                and view.low(group.first) not in ("ce", "c'")
            ):
                shape = (group.gender, group.number)
        elif (
            noun.has("N")
            and not noun.has("P", "D", "O", "C", "R")
            and (not noun.has("V") or noun.verb("ppas"))
            and noun.low not in ("que", "qu'")
        ):
            nouns = [one for one in noun.readings if one.pos == "N"]
            genders, numbers = {one.gender for one in nouns}, {one.number for one in nouns}
            if len(genders) == 1 and len(numbers) == 1 and genders <= {"m", "f"} and numbers <= {"s", "p"}:
                shape = (genders.pop(), numbers.pop())
            after = view.at(at + 2)
            if noun.has("A") and after and after.near and after.has("N"):
                shape = None
        if not shape or word.low == _QUEL[shape]:
            continue
        same = next(one for one, form in _QUEL.items() if form == word.low)
        other = forms_of_noun(noun, same[1]) if same[0] == shape[0] and noun.has("N") else []
        if other:  # the number only: either word may be the wrong one
            pair = (f"{word.text} {other[0]}", f"{cased(word.text, _QUEL[shape])} {noun.text}")
            yield (
                word.start,
                noun.end,
                pair if view.low(at - 1) in ("à", "pour", "dans") or word.low.endswith("s") else pair[::-1],
            )
        else:
            yield from changed(word, (_QUEL[shape],))


def _whole(view: View) -> Iterator[Hit]:
    """« tout l'équipe », « tout seule », « sont toute repeintes »."""
    for at in range(len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if not after.near or after.clitic:
            continue
        if word.low in ("tout", "toute") and after.low == "l'" and view.at(at + 2):
            nouns = {one.gender for one in view.words[at + 2].readings if one.pos == "N"}
            wanted = {"f": "toute", "m": "tout"}.get(next(iter(nouns)) if len(nouns) == 1 else "")
            if wanted and wanted != word.low:
                yield from changed(word, (wanted,))
        elif word.low == "tout" and after.low in (
            "seule",
            "seules",
            "petite",
            "petites",
            "nouvelle",
            "nouvelles",
            "première",
            "jeune",
        ):
            if after.low != "jeune" and view.low(at - 1) != "du":
                yield from changed(word, ("toutes" if after.low.endswith("s") else "toute",))
        elif (
            word.low == "toute"
            and after.verb("ppas")
            and numbers_of(after) == {"p"}
            and view.low(at - 1) in forms.ETRE | {"été"}
        ):
            yield from changed(word, ("toutes",))
        elif (
            word.low == "tout"
            and after.low == "ensemble"
            and any(
                one.low.endswith(("ront", "rons", "ent", "ons")) and one.verb() for one in view.words[:at]
            )
        ):
            yield from changed(word, ("tous", "toutes"))


_MUTE_H = frozenset(
    [
        "horaire",
        "homme",
        "hôtel",
        "hiver",
        "héritage",
        "hôpital",
        "historique",
        "hommage",
        "huissier",
        "habitant",
        "hébergement",
        "homologue",
        "hectare",
    ]
)
_MUTE_H_FEMALE = frozenset(
    [
        "heure",
        "habitude",
        "histoire",
        "humeur",
        "hypothèse",
        "huile",
        "horloge",
        "hésitation",
        "habilitation",
        "hospitalisation",
        "herbe",
    ]
)


def _mute_h(view: View) -> Iterator[Hit]:
    """« ce hôtel », « ma habitude »."""
    for word, noun in zip(view.words, view.words[1:], strict=False):
        if noun.near and word.low == "ce" and noun.low in _MUTE_H:
            yield from changed(word, ("cet",))
        elif noun.near and word.low in ("ma", "ta", "sa") and noun.low in _MUTE_H_FEMALE:
            yield from changed(word, (word.low[0] + "on",))


RULES: tuple[Rule, ...] = (
    rule("accord_compte", "accord", "Ce que l’on compte se met au pluriel.", "Combien y en a-t-il ? Plusieurs : pluriel.", _counted,
         (("Plusieurs personne attendent.", "personnes"), ("Il reste beaucoup de dossier en attente.", "dossiers"), ("Chères cliente, à bientôt.", "clientes")),
         ("Plusieurs personnes attendent.", "Il reste beaucoup de travail.", "Chère cliente, à bientôt.")),
    rule("accord_avant_nom", "accord", "L’adjectif placé devant un nom pluriel est au pluriel.", "Plusieurs : la marque du pluriel sur chaque mot.", _adjective_first,
         (("Ce sont de bon résultats.", "bons"), ("Recevez nos plus sincère excuses.", "sincères"), ("De nouvelle règles s'appliquent.", "nouvelles")),
         ("Ce sont de bons résultats.", "Recevez nos plus sincères excuses.", "De nouvelles règles s'appliquent.", "Il vient de bonne heure.")),
    rule("accord_quel", "accord", "« Quel » s’accorde avec le nom qu’il interroge.", "Masculin : quel ; féminin : quelle ; pluriel : -s.", _which,
         (("Quel réponse donner ?", "Quelle"), ("Posez n'importe quel question.", "quelle"), ("Quels est votre avis ?", "Quel"), ("Quel serait notre marge ?", "Quelle")), ("Quelle réponse donner ?", "Posez n'importe quelle question.", "Quel est votre avis ?", "Quels sont vos horaires ?", "Quelle que soit la date.")),
    rule("accord_tout_entier", "accord", "« Tout » prend ici le genre et le nombre du mot qui suit.", "Masculin : tout ; féminin : toute ; pluriel : tous, toutes.", _whole,
         (("Tout l'équipe est là.", "Toute"), ("Elle est venue tout seule.", "toute"), ("Les portes sont toute repeintes.", "toutes")), ("Toute l'équipe est là.", "Elle est venue toute seule.", "Tout l'atelier est propre.", "Elle est tout heureuse.")),
    rule("accord_h_muet", "accord", "Devant un h muet, on dit « cet », « mon », « ton », « son ».", "Dites-le à voix haute : « cet hôtel », « mon habitude ».", _mute_h,
         (("Ce hôtel est plein.", "Cet"), ("C'est sa habitude.", "son")), ("Cet hôtel est plein.", "Ce hangar est vide.")),
)  # fmt: skip
