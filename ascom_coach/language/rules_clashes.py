# ruff: noqa: E501, SIM905 -- an example stays on one line, and lists of words read better as text
"""Small words that cannot follow each other: « des les », « du notre », « à aux », « lors de sa sorti », « ne, plus »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rulebase import Hit, Rule, by_view, cased
from ascom_coach.language.view import View, Word

_ARTICLES = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "au", "aux"])
_SHOWN = frozenset(
    [
        "ce",
        "cet",
        "cette",
        "ces",
        "mon",
        "ma",
        "mes",
        "ton",
        "ta",
        "tes",
        "son",
        "sa",
        "ses",
        "notre",
        "votre",
        "nos",
        "vos",
    ]
)
_CLITICS = frozenset(["le", "la", "les", "l'"])
_FUSED = {"du": "de", "des": "de", "au": "à", "aux": "à"}


def _two_determiners(view: View) -> Iterator[Hit]:
    """« du notre site », « aux ces enfants », « le un travail », « des plusieurs », « nos cette langue »."""
    for at in range(len(view.words) - 2):
        one, two, after = view.words[at], view.words[at + 1], view.words[at + 2]
        low, other = one.low, two.low
        if (
            not two.near
            or not after.near
            or one.clitic
            or two.clitic
            or two.text[:1].isupper()
            or one.text.isupper()
        ):
            continue
        noun = after.has("N", "A") and not after.has("P", "C") and not after.low.startswith("-")
        bad: tuple[str, ...] = ()
        if low in ("du", "au", "aux", "des") and other in _SHOWN | {
            "plusieurs",
            "leur",
            "quelques",
            "chaque",
            "toutes",
            "tous",
        }:
            if other in ("toutes", "tous") and (
                low in ("au",) or after.low not in ("les", "ces", "mes", "nos", "vos", "leurs", "ses")
            ):
                continue
            if other in ("son", "ton", "mon") and (not after.has("N") or after.verb()):
                continue
            if other == "quelques" and low == "aux":
                continue
            if other in ("leur", "notre", "votre") and not noun:
                continue
            bad = (f"{_FUSED[low]} {other}",)
        elif low in ("de", "à") and other in ("du", "des", "aux", "au") and noun and after.text[:1].islower():
            if low == "de" and other == "du":
                continue
            bad = (other,)
            if low == "à" and other in ("des", "du"):
                continue  # « à des prix », « à du sable »
        elif (
            low in ("des", "aux", "du", "au")
            and other in ("le", "la", "les", "un", "une", "des", "aux")
            and noun
        ):
            if low == "des" and other == "les" and view.low(at - 1) in ("en", "les"):
                continue
            bad = (low, other)
        elif (
            low in ("le", "la", "les")
            and other
            in (
                "un",
                "une",
                "ce",
                "cet",
                "cette",
                "ces",
                "mon",
                "ma",
                "mes",
                "ton",
                "tes",
                "sa",
                "ses",
                "nos",
                "vos",
                "plusieurs",
                "certains",
                "certaines",
            )
            and noun
        ):
            if other in ("ton", "mon") and after.verb():
                continue
            if other in ("un", "une") and (
                after.low in ("et", "ou") or low == "les" or view.low(at - 1) in ("de", "entre", "ou")
            ):
                continue
            bad = (other, low)
        elif (
            low in _SHOWN - {"ce", "son", "ton", "mon"}
            and other in _SHOWN | {"le", "la", "les", "un", "une", "des"} - {"la"}
            and noun
        ):
            if (other in ("son", "ton", "mon", "ce", "la") and not after.has("N")) or (
                low == "cette" and other == "une"
            ):
                continue
            bad = (other, low)
        elif low == "le" and other in ("leurs", "l'", "dans", "on") and after.near:
            if other == "l'" and after.has("N"):
                bad = (other,)
            elif other == "leurs" and noun:
                bad = ("leurs", "les leurs")
            else:
                continue
        elif low == "un" and other in ("notre", "votre") and noun:
            bad = ("un autre", other)
        if bad:
            yield one.start, two.end, tuple(cased(one.text, fix) for fix in bad)


_POSSESSIVE = {"sa": "f", "ma": "f", "ta": "f", "une": "f", "la": "f", "cette": "f"}


def _participle_noun(view: View) -> Iterator[Hit]:
    """« lors de sa sorti », « dès sa mis en place », « sur sa lancé »: a masculine participle where a noun is needed."""
    for at in range(len(view.words) - 1):
        det, noun = view.words[at], view.words[at + 1]
        if (
            det.low not in ("sa", "ma", "ta", "cette", "une")
            or not noun.near
            or noun.clitic
            or noun.text[:1].isupper()
        ):
            continue
        if noun.has("N", "A", "R", "P") and not (noun.verb("ppas") and _only_masculine(noun)):
            continue
        if not noun.verb("ppas") or not _only_masculine(noun):
            continue
        after = view.at(at + 2)
        if after and after.near and after.has("N") and not after.has("P", "D", "C", "O"):
            continue
        for fix in (noun.low + "e",):
            if any(one.pos == "N" and "f" in one.tags for one in lexicon().analyses(fix)):
                yield noun.start, noun.end, (fix,)


def _only_masculine(word: Word) -> bool:
    shapes = [one for one in word.readings if one.pos in "NA" or "ppas" in one.tags]
    return (bool(shapes) and all("m" in one.tags for one in shapes) and word.low[-1:] not in "sx") or word.low in ("mis", "pris", "promis", "remis", "repris", "surpris")  # fmt: skip


_NO_PAUSE = frozenset(
    """le la les l' un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leurs de d' se s' ne n' me m' te t'
    je j' c' qu' que très chaque quel quelle quels quelles""".split()
) - {"ce", "son", "la", "un", "une", "que", "des", "mes", "quel", "quelle", "quels", "quelles", "le", "les", "du", "chaque"}  # fmt: skip
_SUBJECTS = frozenset(["il", "elle", "on", "ils", "elles", "je", "tu", "cela", "ça", "qui"])
_OBJECTS = frozenset(["le", "la", "les", "lui", "leur", "se", "me", "te", "y", "en", "nous", "vous", "ne"])
_HAVE_BE = frozenset("a ont avait avaient aura auront est sont était étaient sera seront ai as avons avez suis es sommes êtes doit doivent peut peuvent va vont".split())  # fmt: skip


_LEADS = frozenset(
    [
        "pour",
        "avec",
        "sans",
        "de",
        "à",
        "malgré",
        "après",
        "avant",
        "comme",
        "outre",
        "sur",
        "selon",
        "par",
        "que",
        "c'",
        "est",
        "et",
    ]
)


def _cut(view: View) -> Iterator[Hit]:
    """« Il, arrive », « de ne, plus », « il a, réussi », « les, jolies filles »: a comma where no pause may stand."""
    text, base = view.text, view.offset
    if "," not in text:
        return
    for at in range(len(view.words) - 1):
        one, two = view.words[at], view.words[at + 1]
        if two.near or text[one.end - base : two.start - base].strip() != "," or one.clitic:
            continue
        low, after = one.low, two.low
        before = view.low(at - 1) if at and one.near else ""
        again = any(
            not word.near and text[view.words[i - 1].end - base : word.start - base].strip() == ","
            for i, word in enumerate(view.words)
            if i > at + 1
        )
        if (
            low == after
            or two.text[:1].isupper()
            or (one.text.isupper() and len(low) > 1)
            or (low in ("se", "ton", "leurs") and not before)
        ):
            continue
        cut = False
        if low in _NO_PAUSE and not again:
            cut = not (low == "leurs" and two.verb("ppas"))
            if low == "de":
                cut = two.low in ("ne", "se", "le", "la", "les") or two.verb("inf")
        elif (
            low in ("les", "le", "la", "des", "du", "mes", "cette", "chaque", "quel", "quelle") and not again
        ):
            cut = two.has("N", "A") and not two.has("P", "D", "R", "C") and before not in ("c'", "est", "de")
            cut = cut or (
                low in ("le", "les", "la")
                and before in ("il", "ne", "elle", "on", "leur", "vous", "nous")
                and two.verb()
                and forms.finite(two)
            )
        elif (
            low in ("lui", "leur")
            and two.only("V")
            and forms.finite(two)
            and not again
            and before not in ("", "et", "ou", "à", "pour", "avec", "de", "chez")
        ):
            cut = before in ("il", "elle", "on", "ils", "elles", "le", "la", "les", "ne", "qui") or (
                at == 1 and view.words[0].text[:1].isupper()
            )
        elif (
            (
                low in _SUBJECTS
                and low not in ("qui", "ça", "cela")
                and at == 0
                and not again
                and ((two.only("V") and forms.finite(two)) or after in _OBJECTS | _HAVE_BE)
            )
            or (
                low in ("cela", "ça", "lesquels", "lesquelles")
                and before not in _LEADS
                and not two.verb("impe")
                and two.only("V")
                and forms.finite(two)
                and not again
            )
            or (
                low == "qui"
                and not again
                and ((two.only("V") and forms.finite(two)) or after in _HAVE_BE)
                and before not in ("", "de", "à", "pour", "avec")
            )
        ):
            cut = True
        elif (
            low in _HAVE_BE
            and not again
            and before in _SUBJECTS | {"ne", "n'", "y", "déjà", "nous", "vous", "j'"}
        ):
            cut = (
                (two.verb("ppas") and not two.has("N"))
                or after in ("déjà", "toujours", "jamais", "encore", "bien", "été")
                or (low in ("doit", "doivent", "peut", "peuvent", "va", "vont") and two.verb("inf"))
            )
        elif low in ("déjà", "toujours", "jamais", "été", "encore") and before in _HAVE_BE and not again:
            cut = (two.verb("ppas") and not two.has("N")) or (
                two.verb("inf") and before in ("doit", "doivent", "peut", "peuvent", "va", "vont")
            )
        elif low == "plus" and before in ("ne", "au") and not again:
            cut = before == "ne" and (two.verb("inf") or after in _OBJECTS)
        elif low in ("au", "aux") and after in ("plus", "moins", "mieux", "revoir"):
            cut = True
        elif low in ("parce", "bien", "afin", "tandis", "dès", "pourvu") and after in ("que", "qu'"):
            cut = not again and low != "bien"
        elif low == "ni" or (low in ("si", "quand", "lorsque", "puisque") and at == 0 and not again):
            cut = (low == "ni" and not again) or after in _SUBJECTS | {"vous", "nous"}
        elif (
            low in ("mais", "car", "donc", "ou", "et")
            and before
            and not again
            and text.count(",") == 1
            and low in ("mais", "car")
        ):
            cut = after in _SUBJECTS | {"vous", "nous", "j'", "c'", "le", "la", "les"}
        elif after == "pas" and before in ("ne", "n'") and not again:
            cut = True
        elif (
            low == "pour"
            and not again
            and two.has("N")
            and not two.has("P", "D")
            and before not in ("", "pour")
        ):
            cut = at + 2 >= len(view.words) or text[two.end - base :].strip()[:1] in ".!?"
        elif (
            low == "soit"
            and not again
            and two.has("A", "N")
            and before not in ("il", "elle", "que", "qu'", "ce", "on")
        ):
            cut = True
        if cut:
            gap = "," if low in ("mais", "car") else ""
            if gap:
                yield (
                    view.words[at - 1].end - len(view.words[at - 1].text),
                    one.end + 1,
                    (f"{view.words[at - 1].text}, {one.text}",),
                )
            else:
                yield one.start, two.end, (f"{one.text} {two.text}",)


def _said_de(view: View) -> Iterator[Hit]:
    """« Il lui a dit, de le faire »: one comma between a verb and its complement."""
    text, base = view.text, view.offset
    if text.count(",") != 1:
        return
    for at in range(1, len(view.words) - 2):
        one, two = view.words[at - 1], view.words[at]
        if two.near or two.low not in ("de", "d'") or text[one.end - base : two.start - base].strip() != ",":
            continue
        after = view.words[at + 1]
        if any(reading.lemma in _ORDERS and reading.pos == "V" for reading in one.readings) and (after.verb("inf") or after.low in ("ne", "le", "la", "les", "l'", "se", "s'", "nous", "vous", "lui", "leur")):  # fmt: skip
            yield one.start, two.end, (f"{one.text} {two.text}",)


_ORDERS = frozenset(["dire", "demander", "proposer", "conseiller", "permettre", "promettre", "essayer", "accepter", "refuser", "décider", "éviter", "suggérer", "ordonner", "oublier", "prier", "remercier", "cesser", "finir", "tenter"])  # fmt: skip


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("heurt_determinants", "orthographe", "Deux déterminants ne se suivent pas devant un nom.", "Gardez-en un seul : « le », « notre », « ces »…",
         by_view(_two_determiners), (("Il parle du notre projet.", "de notre"), ("Donnez-le aux ces clients.", "à ces"), ("C'est le un dossier urgent.", "un")),
         ("Il parle de notre projet.", "Donnez-les à ces clients.", "Il a l'un des meilleurs avis.", "Le tout un peu cher.", "Je le leur dirai.", "Il les a vus, ces clients.", "Elle vient du nôtre.")),
    Rule("heurt_nom_participe", "orthographe", "Après « sa », « ma » ou « cette », il faut un nom : il prend ici un « e ».", "« la sortie », « la mise en place ».",
         by_view(_participle_noun), (("Lors de sa sorti, il a souri.", "sortie"), ("Dès sa mis en place, tout a changé.", "mise")), ("Lors de sa sortie, il a souri.", "Sa facture est payée.", "Cette allée est longue.")),
    Rule("ponct_virgule_coupe", "ponctuation", "Pas de virgule entre des mots qui ne se séparent pas.", "Lisez sans pause : « il a réussi », « ne plus venir ».",
         by_view(_cut), (("Il, arrive demain.", "Il arrive"), ("Elle a, réussi son examen.", "a réussi"), ("Je vous prie de ne, plus venir.", "ne plus"), ("Les, jolies fleurs fanent.", "Les jolies")),
         ("Il arrive demain.", "Lui, il arrive demain.", "Elle a, je crois, réussi.", "De la farine, du sel et de l'eau.", "Celui qui, hier, est venu.", "Qui, hier, est venu ?", "Donnez-le, vite.")),
    Rule("ponct_virgule_de", "ponctuation", "Pas de virgule entre le verbe et son complément.", "« dire de », « demander de » : sans pause.",
         by_view(_said_de), (("Je vous demande, de signer ici.", "demande de"),), ("Je vous demande de signer ici.", "Il l'a dit, de peur de se tromper.")),
)
# fmt: on
