# ruff: noqa: E501 -- an example stays on one line
"""The imperative and its pronouns: hyphens (« dites-le-moi »), and the form that sounds like it (« donner moi », « aller-y »)."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas
from ascom_coach.language.syntax.view import View, Word

_LINKS = frozenset(["et", "mais", "alors", "donc", "puis", "sinon", "ou", "bon"])
_AFTER_IT = frozenset(["avec", "à", "au", "aux", "pour", "sans", "dans", "sur", "sous", "vite", "donc", "si", "quand", "chez", "et", "ici", "là", "maintenant", "demain", "encore", "parce", "tout", "toute", "une",
                       "toi-même", "vous-même", "vous-mêmes", "par", "vers", "lundi", "entre", "ensuite", "avant", "après", "dès", "aussi"])  # fmt: skip
_AFTER_SOME = frozenset(
    ["encore", "là", "note", "acte", "à", "donc", "beaucoup", "soin", "au", "aux", "si", "quand"]
)
_COUNTED = frozenset(["un", "une", "deux", "trois", "quatre", "plusieurs", "plus", "moins"])
_COUNTABLE = frozenset(["prendre", "donner", "acheter", "envoyer", "mettre", "garder", "commander", "rapporter", "apporter", "laisser", "manger", "boire", "ajouter", "choisir", "prévoir"])  # fmt: skip
_AFTER_US = frozenset(["du", "de", "des", "le", "la", "les", "un", "une", "ici", "à", "tranquilles", "vite", "votre", "vos", "ton", "tes", "quelques", "deux", "votre", "ce", "cette", "ces", "donc", "par", "plus"])  # fmt: skip
_LETTING = frozenset(["laisser", "faire", "voir", "regarder", "entendre"])
_DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "ton", "ta", "tes", "mon", "ma", "mes", "ce", "cet", "cette", "ces", "ses", "sa", "ces", "quelques", "des", "du"])  # fmt: skip


def _opens(view: View, at: int) -> bool:
    """Whether a clause may open on the word `at` with an order."""
    if at == 0:
        return True
    gap = view.text[view.words[at - 1].end - view.offset : view.words[at].start - view.offset].strip()
    if gap[-1:] in (",", ";", ":", "(", "—", "–", "-", "«", "."):
        return not view.words[at - 1].has("D")
    return view.low(at - 1) in _LINKS and at <= 2


def _ordered(word: Word) -> tuple[str, ...]:
    """The imperative that the form stands for, empty when it cannot be one. The first is the one heard."""
    if not word.verb() or word.clitic or word.has("P", "D", "O") or word.low in forms.AUXILIARIES:
        return ()
    low = word.low
    if word.verb("impe", "2s") or word.verb("impe", "2p") or word.verb("impe", "1p"):
        return (word.text,)
    if (
        (word.verb("inf") and low.endswith("er") and word.only("V", "N"))
        or (low.endswith(("é", "ée", "és", "ées")) and heard_as_infinitive(word))
        or (low.endswith(("ait", "ais")) and word.verb("iimp") and word.only("V"))
    ):
        return forms.conjugated_of(word, "2p", "impe")[:1]
    if (low.endswith("es") and word.verb("2s", "ipre")) or (
        low.endswith(("t", "d", "it", "s")) and word.verb("3s", "ipre")
    ):
        return forms.conjugated_of(word, "2s", "impe")[:1]
    return ()


def _ends(view: View, at: int) -> bool:
    word = view.at(at)
    return word is None or not word.near


def _closed(view: View, at: int) -> bool:
    """Whether the sentence ends before the word at `at`, or a comma or its like stands there."""
    word = view.at(at)
    if word is None:
        return True
    gap = view.text[view.words[at - 1].end - view.offset : word.start - view.offset].strip()
    return gap[:1] in (",", ";", ":", ")", "!", "?", ".", "…")


def _followed_by_verb(view: View, at: int, verb: Word) -> bool:
    """Whether what follows the pronoun at `at` shows that it belongs to another verb, or is an article."""
    low, after = view.low(at), view.at(at + 1)
    if not after or not after.near:
        return False
    if after.verb("inf") and (not lemmas(verb) & _LETTING or low in ("y", "en", "lui", "leur")):
        return True
    if forms.finite(after) and after.only("V") and not after.verb("inf") and low != "en":
        return True
    return low in ("le", "les") and view.low(at + 2) == "et"


def _is_object(view: View, at: int, verb: Word) -> bool:
    """Whether « le », « la », « les » at `at` is the object of the order, and no article."""
    low, after, later = view.low(at), view.at(at + 1), view.at(at + 2)
    nxt = after.low if after and after.near else ""
    if (
        nxt in ("lui", "leur", "nous")
        and later
        and later.near
        and later.verb("inf")
        and not lemmas(verb) & _LETTING
    ):
        return False
    if _closed(view, at + 1) or nxt in ("moi", "toi", "lui", "leur", "nous"):
        return True
    if nxt in ("tout", "lundi") and low == "le":
        return False
    letting = lemmas(verb) & _LETTING and after and after.verb("inf") and not after.has("N")
    return (nxt == "bien" and low != "le") or nxt in _AFTER_IT or bool(letting)


def _pronoun_fits(view: View, at: int, verb: Word) -> bool:
    """Whether the pronoun at `at` is the object of the order, and no article nor preposition."""
    low, after = view.low(at), view.at(at + 1)
    nxt = after.low if after and after.near else ""
    if low in ("moi", "toi"):
        return nxt not in ("aussi", "non", "qui", "et", "seul", "seule", "même", "je", "tu")
    if _followed_by_verb(view, at, verb):
        return False
    if low == "lui":
        return nxt not in ("et", "aussi", "qui", "seul", "même")
    if low == "leur":
        return not nxt or not (after and after.has("N", "A")) or nxt in ("que", "bien", "donc", "tout")
    if low == "en":
        counted = (nxt.isdecimal() or nxt in _COUNTED) and lemmas(verb) & _COUNTABLE
        return _closed(view, at + 1) or nxt in _AFTER_SOME or bool(counted)
    if low == "nous":
        asked = not nxt or nxt in _AFTER_US or bool(after and after.verb("inf"))
        return (verb.verb("impe", "2s") and not verb.low.endswith("ons") and asked) or (
            not verb.verb("impe") and nxt in _AFTER_US
        )
    return low == "y" or _is_object(view, at, verb)


def _hyphen(view: View) -> Iterator[Hit]:
    """« Apporte moi ce livre », « dites le à Paul », « corriger moi », « restez en là », « allons y »."""
    for at in range(len(view.words) - 1):
        verb, pronoun = view.words[at], view.words[at + 1]
        if (
            not pronoun.near
            or pronoun.clitic
            or pronoun.low not in ("moi", "toi", "lui", "leur", "y", "en", "nous", "le", "la", "les")
            or not _opens(view, at)
        ):
            continue
        if (
            at == 0
            and len(view.words) == 2
            and verb.verb("ppas")
            and pronoun.low == "le"
            and view.text.rstrip().endswith("le")
        ):
            continue  # « Livrée le », « Payé le »: a heading that waits for its date
        orders = _ordered(verb)
        if not orders or not _pronoun_fits(view, at + 1, verb):
            continue
        homophone = orders[0].lower() != verb.low
        if (
            homophone
            and pronoun.low in ("le", "la", "les", "en", "leur", "y")
            and not _ends(view, at + 2)
            and pronoun.low != "leur"
        ):
            continue
        if homophone and (
            pronoun.low == "lui"
            and verb.low.endswith(("t", "d"))
            and not _ends(view, at + 2)
            and view.low(at + 2) not in _DETERMINERS
        ):
            continue
        if (
            verb.has("N")
            and pronoun.low not in ("moi", "toi")
            and not (verb.verb("impe", "2p") or verb.low.endswith("ons"))
            and at
            and not homophone
            and pronoun.low in ("en", "nous")
        ):
            continue
        if pronoun.low in ("lui", "nous", "toi", "moi") and verb.low in (
            "excepté",
            "sauf",
            "malgré",
            "selon",
            "pendant",
        ):
            continue
        order = cased(verb.text, orders[0])
        if pronoun.low in ("y", "en") and order.endswith(("e", "a")):
            order += "s"
        end, tail = at + 1, pronoun.text
        second = view.at(at + 2)
        if (
            pronoun.low in ("le", "la", "les")
            and second
            and second.near
            and second.low in ("moi", "toi", "lui", "leur", "nous")
            and not second.clitic
        ):
            end, tail = at + 2, f"{pronoun.text}-{second.text}"
        yield verb.start, view.words[end].end, (f"{order}-{tail}",)


def _second_hyphen(view: View) -> Iterator[Hit]:
    """« Donne-le moi », « Offre-leur en », « Envoie-la nous »: every pronoun hangs by a hyphen."""
    for at in range(1, len(view.words) - 1):
        first, second, verb = view.words[at], view.words[at + 1], view.words[at - 1]
        if (
            not first.clitic
            or second.clitic
            or not second.near
            or not verb.verb("impe")
            or (at > 1 and view.words[at - 2].low in forms.PERSONS)
        ):
            continue
        after = view.at(at + 2)
        nxt = after.low if after and after.near else ""
        low = second.low
        if first.low in ("le", "la", "les", "en"):
            fits = (
                (low in ("moi", "toi") and nxt not in ("aussi", "et", "qui", "non"))
                or (
                    low in ("lui", "nous")
                    and (
                        not nxt
                        or (
                            after is not None
                            and not after.verb("inf")
                            and nxt not in ("et", "aussi", "qui", "même", "deux", "tous")
                        )
                    )
                )
                or (low == "leur" and not (after and after.near and after.has("N")))
            )
        elif first.low in ("moi", "toi", "lui", "nous", "vous", "leur"):
            fits = low in ("en", "y") and (
                not nxt
                or (low == "en" and (nxt in _AFTER_SOME | _COUNTED or nxt in ("quand", "vite")))
                or (low == "y" and nxt in ("en", "vite", "tous", "ensemble"))
            )
            if low == "en" and nxt in ("à", "au", "aux", "pour", "plus"):
                fits = False
        else:
            fits = False
        if fits:
            yield first.start, second.end, (f"{first.text}-{second.text}",)


def _clitic_form(view: View) -> Iterator[Hit]:
    """« Rend-toi au guichet », « Rendes-moi », « Aller-y », « Va-y », « Apporte-en deux »."""
    for at in range(1, len(view.words)):
        pronoun, verb = view.words[at], view.words[at - 1]
        if not pronoun.clitic or pronoun.low not in (
            "moi",
            "toi",
            "le",
            "la",
            "les",
            "lui",
            "leur",
            "y",
            "en",
            "nous",
        ):
            continue
        if view.text[verb.end - view.offset : pronoun.start - view.offset] != "-":
            continue
        if pronoun.low in ("y", "en") and verb.low.endswith(("e", "a")) and verb.verb("impe", "2s"):
            after = view.at(at + 1)
            if not (after and after.near and after.verb("inf")):
                yield verb.start, verb.end, (f"{verb.text}s",)
            continue
        if pronoun.low in ("y", "en") and verb.low.endswith("es"):
            continue
        if verb.verb("impe") or (pronoun.low == "nous" and forms.has_person(verb, "1p")) or not verb.verb():
            continue
        if (orders := _ordered(verb)) and orders[0].lower() != verb.low:
            yield verb.start, verb.end, tuple(cased(verb.text, one) for one in orders)


RULES: tuple[Rule, ...] = (
    rule("ordre_trait_union", "conjugaison", "À l’impératif, le pronom se joint au verbe par un trait d’union.", "« Donne-moi », « dites-le », « allons-y ».", _hyphen,
         (("Apporte moi ce dossier.", "Apporte-moi"), ("Dites le à votre chef.", "Dites-le"), ("Corriger moi si je me trompe.", "Corrigez-moi"), ("Dis lui bonjour.", "Dis-lui"), ("Allons y.", "Allons-y"), ("Prends en deux.", "Prends-en"), ("Envoyez le nous vite.", "Envoyez-le-nous")),
         ("Apporte-moi ce dossier.", "Dites la vérité.", "Dis leur nom.", "Restez en ligne.", "Prends le large.", "Donnez les clés.", "Laissez les clés ici.", "Excepté lui, tous viennent.")),
    rule("ordre_deux_traits", "conjugaison", "À l’impératif, chaque pronom se joint au précédent par un trait d’union.", "« Donne-le-moi », « donnez-nous-en ».", _second_hyphen,
         (("Donne-le moi demain.", "le-moi"), ("Offre-leur en.", "leur-en"), ("Envoie-la nous.", "la-nous")), ("Donne-le-moi demain.", "Laisse-le lui parler.", "Mets-toi en route.", "Regarde-le et souris.")),
    rule("ordre_forme_jointe", "conjugaison", "Devant ce pronom, le verbe est à l’impératif.", "« Rends-toi », « allez-y », « vas-y », « apportes-en ».", _clitic_form,
         (("Rend-toi au guichet.", "Rends"), ("Aller-y lentement.", "Allez"), ("Va-y lentement.", "Vas"), ("Apporte-en deux.", "Apportes")), ("Rends-toi au guichet.", "Allez-y.", "Va en chercher deux.", "Vas-y.", "Rends-nous-le.")),
    Rule("ordre_m_en", "conjugaison", "« Me » et « te » s’élident devant « en » et « y » : l’apostrophe remplace le second trait d’union.", "« Va-t’en », « donne-m’en ».",
         by_pattern(r"(?<=\w)-(?P<p>[mt])-(?P<e>en|y)(?![\w-])(?! guerre)", "-\\g<p>’\\g<e>"), (("Va-t-en vite.", "-t’en"), ("Donne-m-en un peu.", "-m’en")), ("Va-t'en vite.", "Un va-t-en-guerre.")),
)  # fmt: skip
