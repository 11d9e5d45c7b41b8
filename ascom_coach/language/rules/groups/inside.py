# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Agreement inside the noun group: number, gender, adjective, « tout », numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import BEFORE_ONE
from ascom_coach.language.syntax.bundles import sure_article
from ascom_coach.language.syntax.noungroup import (
    SHADES,
    beside,
    forms_of_noun,
    free_group,
    group_shape,
    is_article,
    is_name,
    nominal,
    numbers_of,
    object_before,
    only_adjective,
)
from ascom_coach.language.syntax.shapes import shape as kind_of
from ascom_coach.language.syntax.view import View

_PLURAL = frozenset(["des", "ces", "mes", "tes", "ses", "nos", "vos", "quelques", "plusieurs", "certains", "certaines", "différents", "différentes", "aux"])  # fmt: skip


_NUMBERS = frozenset(["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "quinze", "vingt", "trente", "quarante", "cinquante", "cent"])  # fmt: skip


_SINGULAR = frozenset(["un", "une", "ce", "cet", "cette", "mon", "ma", "ton", "ta", "son", "sa", "notre", "votre", "chaque", "du", "au"])  # fmt: skip


_FEMALE = frozenset(["une", "cette", "ma", "ta", "sa", "la"])


_MALE = frozenset(["un", "ce", "cet", "le", "du", "au"])


_MONTHS = frozenset(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"])  # fmt: skip


_SWAP = {
    "un": "une", "une": "un", "le": "la", "la": "le", "cette": "ce", "ce": "cette", "ma": "mon", "ta": "ton", "sa": "son", "du": "de la", "au": "à la",
    "cet": "cette",
}  # fmt: skip


def _plural_needed(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if not noun.near or noun.clitic or is_name(view, index + 1) or not nominal(noun):
            continue
        counted = (
            word.low in _NUMBERS
            and noun.low not in _MONTHS
            and view.low(index - 1) not in ("le", "la", "les", "numéro", "l'")
        )
        les = word.low == "les" and not noun.has("A") and is_article(view, index)
        if les and not word.near and index and forms.has_person(noun, "3s") and _clause_ends(view, index + 1):
            continue  # « un tuyau, absent du plan, les traverse »
        if les and object_before(view, index):
            continue
        if not (word.low in _PLURAL or counted or les) or numbers_of(noun) != {"s"}:
            continue
        if noun.low in ("être", "start-up"):
            continue  # « elles doivent toutes deux être signées »
        if word.low == "aux" and index and view.low(index - 1) == "ces":
            continue
        if noun.low == "est" or (view.low(index - 1) in ("tous", "toutes") and noun.verb("ppas")):
            continue  # « quiconque en a plusieurs est prié », « ils ont tous deux perdu »
        if _listed(view, index + 1) or (
            word.low == "les" and noun.has("V") and view.low(index - 1) in ("et", "ou", "puis")
        ):
            continue
        yield noun.start, noun.end, tuple(forms_of_noun(noun, "p"))


def _clause_ends(view: View, at: int) -> bool:
    """Whether nothing but a complement follows the word at `at`, and no other verb."""
    after = view.at(at + 1)
    return (after is None or not after.near or after.has("P")) and not any(
        word.only("V") and forms.finite(word) for word in view.words[at + 1 :]
    )


def _listed(view: View, at: int) -> bool:
    """« vos nom et prénom », « ses nom, adresse », « le ou les auteur(s) »: singular by right."""
    rest = view.text[view.words[at].end - view.offset :]
    after = view.at(at + 1)
    if rest.startswith(("(s", " +")):
        return True  # « le ou les auteur(s) », « les bac +5 »
    if not after or not (rest.lstrip().startswith(",") or after.low == "et"):
        return False
    other = after if after.low != "et" else view.at(at + 2)
    return bool(other and other.has("N"))


def _singular_needed(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        article = word.low in ("le", "la") and not noun.has("A") and is_article(view, index)
        if not (word.low in _SINGULAR or article) or not noun.near or noun.clitic or is_name(view, index + 1):
            continue
        if (
            not nominal(noun)
            or "-" in noun.low  # « un vide-greniers », « un porte-clés »
            or (word.low in ("un", "une") and view.low(index - 1) in BEFORE_ONE)
            or numbers_of(noun) != {"p"}
            or (word.low in ("ce", "son", "du", "ton") and noun.has("V"))
        ):
            continue
        yield noun.start, noun.end, tuple(forms_of_noun(noun, "s"))


def _gender(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        low = word.low
        if (
            low not in _FEMALE | _MALE
            or word.clitic
            or not noun.near
            or noun.clitic
            or noun.low in ("est", "chef")  # « la chef » is said too
            or is_name(view, index + 1)
        ):
            continue
        nouns = [one for one in noun.readings if one.pos == "N"]
        if (
            not noun.only("N", "V")
            or {one.gender for one in nouns} not in ({"m"}, {"f"})
            or not sure_article(view, index, noun)
        ):
            continue
        if noun.verb("ppas") or noun.verb("inf") or (low == "ce" and noun.has("V")):
            continue
        numbers = {one.number for one in nouns}
        gender = nouns[0].gender
        wanted = "f" if low in _FEMALE else "m"
        after = view.at(index + 2)
        if (
            gender == wanted
            or "p" in numbers
            or (after and after.near and after.only("N") and not after.clitic)
        ):
            continue
        vowel = noun.low[0] in "aeiouyhéèêâîôû"
        if low in ("ma", "ta", "sa") or (low in ("le", "la") and vowel) or (low == "ce" and vowel):
            continue
        yield word.start, word.end, (cased(word.text, _SWAP[low]),)


def _euphony(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if word.low not in ("ma", "ta", "sa", "ce", "cet"):
            continue
        vowel = noun.low[:1] in tuple("aeiouéèêàâîôûœ") and noun.low not in (
            "onze",
            "oui",
            "onzième",
            "un",
            "yaourt",
            "ouistiti",
            "yacht",
        )
        if (
            not noun.near
            or (word.text.isupper() and len(word.text) > 1)
            or noun.clitic
            or word.clitic
            or not noun.only("N", "A", "V")
            or is_name(view, index + 1)
        ):
            continue
        if (
            not noun.has("N")
            or noun.verb("ppas")
            or ((noun.has("V") and word.low in ("ce", "cet")) and not noun.low.endswith("oi"))
        ):
            continue
        if word.low in ("ma", "ta", "sa") and vowel:
            yield word.start, word.end, (cased(word.text, {"ma": "mon", "ta": "ton", "sa": "son"}[word.low]),)
        elif (
            word.low == "ce"
            and vowel
            and {one.gender for one in noun.readings if one.pos == "N"} <= {"m", "e"}
        ):
            yield word.start, word.end, (cased(word.text, "cet"),)
        elif word.low == "cet" and not vowel and noun.low[:1] not in "hy":
            yield word.start, word.end, (cased(word.text, "ce"),)


def _leur(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if word.low not in ("leur", "leurs"):
            continue
        if not noun.near or noun.clitic or word.clitic or is_name(view, index + 1) or not noun.only("N", "V"):
            continue
        if (
            not noun.has("N")
            or noun.verb("ppas")
            or noun.verb("inf")
            or (noun.has("V") and not is_article(view, index))
        ):
            continue
        if word.low == "leur" and numbers_of(noun) == {"p"}:
            yield word.start, word.end, (cased(word.text, "leurs"),)
        elif word.low == "leurs" and numbers_of(noun) == {"s"}:
            yield (
                word.start,
                noun.end,
                (
                    f"{word.text[:-1]} {noun.text}",
                    *(f"{word.text} {form}" for form in forms_of_noun(noun, "p")[:1]),
                ),
            )


def _noun_adjective(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 2):
        adjective = view.words[index + 2]
        if (
            adjective.clitic
            or not adjective.near
            or not only_adjective(adjective)
            or not free_group(view, index)
        ):
            continue
        if view.low(index + 3) in SHADES or beside(adjective):
            continue
        behind = view.at(index + 3)
        if behind and not behind.near and only_adjective(behind) and adjective.low[-1:] not in "sx":
            continue  # « les secteurs sanitaire, social et sportif »
        if (
            behind
            and behind.near
            and not behind.has("P", "R", "D", "C")
            and kind_of(behind).noun & kind_of(adjective).adjective
        ):
            continue  # « un fusil longue portée »
        if view.words[index + 1].verb("inf") or view.low(index) == "par":
            continue  # « besoin d'être visibles », « sont par exemple nécessaires »
        shape = group_shape(view, index)
        if not shape or forms.agrees(adjective, *shape) or not view.words[index + 1].only("N", "V"):
            continue
        if view.low(index) in ("des", "les", "aux") and view.low(index + 3) == "et":
            continue
        if view.low(index + 1) in ("fois", "ayants") or (
            view.low(index) in ("des", "du", "au", "aux") and index and view.words[index - 1].has("N")
        ):
            continue
        if (
            adjective.has("N")
            and not adjective.verb("ppas")
            and (shape[1] == "s" or forms.agrees(adjective, "", "p"))
        ):
            continue
        fixes = forms.agreed(adjective, *shape)
        if fixes:
            yield adjective.start, adjective.end, fixes


def _determiner_adjective(view: View) -> Iterator[Hit]:
    """« une garanti », « un nouvelle »: the word after the article exists in the other gender only."""
    for index in range(len(view.words) - 1):
        word, after = view.words[index], view.words[index + 1]
        if (
            word.low not in ("un", "une", "cette")
            or not after.near
            or after.clitic
            or not after.text.islower()
        ):
            continue
        gender = "m" if word.low == "un" else "f"
        if (
            not after.only("A", "V", "N")
            or not forms.adjective(after)
            or after.verb("inf")
            or forms.finite(after)
        ):
            continue
        if any(one.pos == "N" and one.gender in (gender, "e") for one in after.readings):
            continue
        if (
            not forms.agrees(after, gender, "s")
            and forms.agrees(after, "", "s")
            and (fixes := forms.agreed(after, gender, "s"))
        ):
            yield after.start, after.end, fixes


def _all_the(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 2):
        word, det, noun = view.words[index], view.words[index + 1], view.words[index + 2]
        if (
            word.low not in ("tout", "tous", "toute", "toutes")
            or det.low not in ("les", "ces", "nos", "vos", "mes", "ses", "leurs")
            or not view.glued(index, index + 2)
        ):
            continue
        genders = {one.gender for one in noun.readings if one.pos == "N"}
        if not noun.only("N", "A", "V") or not noun.has("N") or len(genders) != 1 or noun.clitic:
            continue
        wanted = {"m": "tous", "f": "toutes"}.get(genders.pop())
        if (
            wanted
            and word.low != wanted
            and not (word.low == "tous" and wanted == "toutes" and noun.has("A"))
        ):
            yield word.start, word.end, (cased(word.text, wanted),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule(
        "accord_pluriel", "accord", "Après ce mot pluriel, le nom prend la marque du pluriel.", "Combien y en a-t-il ? Plusieurs : pluriel.",
        by_view(_plural_needed), (("Voici nos facture.", "factures"), ("Il reste trois table.", "tables")),
        ("Voici nos factures.", "Il reste trois tables.", "Le huit mai, nous fermons.", "Nous les livre-t-on ?", "Ses fils viennent.", "Le tuyau, absent du plan, les traverse.", "Après les avoir lues, il signe.", "Vous pouvez les lire ici."),
    ),
    Rule(
        "accord_singulier", "accord", "Après ce mot singulier, le nom reste au singulier.", "Combien y en a-t-il ? Un seul : singulier.",
        by_view(_singular_needed), (("Chaque clients reçoit un devis.", "client"), ("Votre commandes est prête.", "commande")),
        ("Chaque client reçoit un devis.", "Votre commande est prête.", "Ce sont nos clients."),
    ),
    Rule(
        "accord_genre", "accord", "Le déterminant prend le genre du nom.", "Dites « un » ou « une » devant le nom.",
        by_view(_gender), (("Il y a une problème.", "un"), ("Voici le facture.", "la")),
        ("Il y a un problème.", "Voici la facture.", "Un après-midi calme.", "Voici le service clients."),
    ),
    Rule(
        "accord_voyelle", "accord", "Devant une voyelle, on dit « mon, ton, son » et « cet ».", "Dites-le à voix haute : « mon adresse », « cet envoi ».",
        by_view(_euphony), (("Voici ma adresse.", "mon"), ("Merci pour ce envoi.", "cet")), ("Voici mon adresse.", "Merci pour cet envoi.", "Ce onze mai."),
    ),
    Rule(
        "accord_leur", "accord", "« Leur » devant un nom prend la marque du pluriel comme lui.", "Remplacez par « son » ou « ses » : « ses » donne « leurs ».",
        by_view(_leur), (("Voici leur adresses.", "leurs"),), ("Voici leurs adresses.", "Nous leur envoyons le plan.", "Voici leur adresse."),
    ),
    Rule(
        "accord_adjectif", "accord", "L’adjectif ou le participe s’accorde avec le nom qu’il complète.", "Posez la question « qu’est-ce qui est… ? » : le nom commande l’accord.",
        by_view(_noun_adjective), (("La réunion prévu lundi est reportée.", "prévue"), ("Voici des chaises cassé.", "cassées")),
        ("La réunion prévue lundi est reportée.", "Voici des chaises cassées.", "Le prix de la chaise prévu au tarif.", "Un service clients réactif.", "Créez deux comptes client."),
    ),
    Rule(
        "accord_article_adjectif", "accord", "L’article et le mot qui le suit ont le même genre.", "Dites le groupe entier à voix haute.",
        by_view(_determiner_adjective), (("Il faut une garanti écrite.", "garantie"), ("C'est un nouvelle client.", "nouveau")),
        ("Il faut une garantie écrite.", "C'est un nouveau client.", "Une grande place.", "Un bel objet."),
    ),
    Rule(
        "accord_tout", "accord", "« Tout » s’accorde avec le nom qu’il annonce.", "Nom masculin pluriel : tous ; féminin pluriel : toutes.",
        by_view(_all_the), (("Je joins tout les documents.", "tous"), ("Toute les pièces y sont.", "Toutes")),
        ("Je joins tous les documents.", "Toutes les pièces y sont."),
    ),
)  # fmt: skip
# fmt: on
