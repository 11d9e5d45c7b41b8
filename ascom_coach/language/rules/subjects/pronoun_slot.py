# ruff: noqa: E501 -- an example stays on one line
"""After a subject pronoun stands a conjugated verb: a noun, an infinitive, a participle or an adverb alone is a fault."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.subjects.turned import turned_verb
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.verb_guess import lemmas_behind, meant, with_auxiliary
from ascom_coach.language.syntax.view import View, Word

_OPENERS = frozenset(["que", "qu'", "si", "s'", "car", "mais", "lorsque", "lorsqu'", "puisque", "puisqu'", "quand", "où", "dont", "donc", "comme", "alors", "puis", "parce",
                      "quoique", "quoiqu'", "et"])  # fmt: skip
_YOU_OPENERS = frozenset(["si", "lorsque", "puisque", "quand", "dont", "puis", "alors", "comme", "car", "plus", "après", "auxquelles", "auxquels", "laquelle", "lequel", "lesquels", "lesquelles"])  # fmt: skip
_BESIDE = frozenset(["et", "ou", "ni", "qui", "que", "qu'", "même", "mêmes", "seul", "seule", "seuls", "seules", "tous", "toutes", "deux", "trois", "quatre", "cinq", "soussigné",
                     "soussignée", "soussignés", "c", "s", "t", "autres", "comme", "en", "y", "dit", "et/ou", "mais", "là", "là-bas", "ci", "ne", "n'", "non"])  # fmt: skip
_LEADING = forms.AUXILIARIES | {"t'", "t"} - {"eu", "été"}
_FIRST_ONLY = frozenset(["puis", "alors", "plus", "après", "donc"])
"""They open a clause only at its beginning: « puis vous payez », but « il doit alors vous payer »."""
_AUXILIARIES = forms.AUXILIARIES - {"avoir", "être", "été", "eu"}
_AUXILIARY_NEXT = frozenset(["aller", "devoir", "pouvoir", "vouloir", "avoir"])
_ABSENT = frozenset(["pas", "plus", "jamais", "rien", "guère", "vraiment", "toujours", "souvent", "très", "trop", "parfois", "encore", "déjà", "bien", "aussi", "autant", "dans", "chez",
                     "avec", "sans", "sur", "sous", "vers", "depuis", "tellement", "assez", "presque", "peut-être", "tant"])  # fmt: skip


def subject_at(view: View, at: int) -> str:
    """The person of the pronoun at `at` when it is surely a subject, else an empty string."""
    word = view.words[at]
    person = forms.PERSONS.get(word.low, "")
    if not person or word.clitic or (word.text.isupper() and len(word.text) > 1):
        return ""
    before = view.at(at - 1)
    starts = before is None or not word.near
    if (
        not starts
        and before is not None
        and (
            forms.has_person(before, person)
            or before.low in _LEADING
            or turned_verb(view, at, "?" in view.text)
            or (before.low == "donc" and at > 1 and forms.has_person(view.words[at - 2], person))
        )
    ):
        return ""  # « que vas tu faire »: the pronoun hangs behind its verb, the hyphen alone is missing
    if view.text[: word.start - view.offset].endswith(("]", ")", "/")):
        return ""
    if word.low in ("je", "j'", "tu"):
        return "" if before is not None and before.has("D") and word.near else person
    if word.low in ("il", "ils"):
        return person
    if word.low == "on":
        return person
    if word.low in ("elle", "elles"):
        return person if starts or view.low(at - 1) in _OPENERS - {"et", "comme", "que"} else ""
    if starts and at == 0:
        return person
    opener = view.low(at - 1)
    if opener not in _YOU_OPENERS:
        return ""
    first = (
        at == 1 or not view.words[at - 1].near or view.low(at - 2) in ("et", "en", "mais", "si", "bon", "non")
    )
    first = first or (opener == "plus" and view.low(0) == "plus")
    return person if first or opener not in _FIRST_ONLY else ""


def past_clitics(view: View, at: int) -> int:
    """The place after « ne » and the object pronouns that follow `at`."""
    at += 1
    while view.low(at) in forms.CLITICS and not view.words[at].clitic:
        at += 1
    return at


def _target(view: View, at: int) -> tuple[int, Word] | None:
    """The word in the verb's place, when it is known and no conjugated verb."""
    end = past_clitics(view, at)
    word = view.at(end)
    if not word or not view.glued(at, end) or word.clitic or not word.text.islower() or not word.readings:
        return None
    if len(word.low) < 2 or word.low in ("ra", "ras", "ren"):
        return None
    if forms.finite(word) or word.low in _BESIDE or word.low in forms.PERSONS or word.low in _AUXILIARIES:
        return None
    turned = view.at(end + 1)
    if turned and turned.clitic:
        return None
    return end, word


def _slots(view: View) -> Iterator[tuple[int, str, int, Word]]:
    for at in range(len(view.words) - 1):
        person = subject_at(view, at)
        if person and (found := _target(view, at)):
            yield at, person, *found


def _noun(view: View) -> Iterator[Hit]:
    """« je l'abandon », « tu travail », « on désir », « il dix la vérité »."""
    for at, person, end, word in _slots(view):
        if word.low != "dix" and not word.only("N", "A", "S"):
            continue
        if person in ("1p", "2p") and (end != at + 1 or at == 0) and not lemmas_behind(word.low):
            continue
        if view.low(at) in ("nous", "vous") and not lemmas_behind(word.low):
            continue
        if word.has("A") and not word.has("N") and not lemmas_behind(word.low):
            continue
        if view.low(at) in ("elle", "elles") and (
            view.low(end - 1) in ("la", "les", "le", "l'", "leur") or not lemmas_behind(word.low)
        ):
            continue
        if view.low(at) == "on" and view.words[at].near and at:
            continue
        yield word.start, word.end, meant(word, person)


def _infinitive(view: View) -> Iterator[Hit]:
    """« vous aller répondre », « il avoir raison », « ce que vous penser »: the conjugated form."""
    for at, person, end, word in _slots(view):
        if not word.verb("inf") or not word.only("V", "N", "A"):
            continue
        if person in ("1p", "2p"):
            opened = (
                view.low(at - 1) in _YOU_OPENERS
                if at
                else bool(
                    set(forms.infinitives(word)) & _AUXILIARY_NEXT
                    and end == at + 1
                    and view.low(at) == "vous"
                )
            )
            if not opened or (view.low(at - 1) == "après" and word.low in ("avoir", "être")):
                continue
            if (
                view.low(at - 1) in ("puis", "alors", "après")
                and at > 1
                and not any(one.low.endswith("ez") for one in view.words[:at])
            ):
                continue
        yield word.start, word.end, (*meant(word, person)[:1], *meant(word, person, "iimp")[:1])


def _says(view: View, at: int) -> bool:
    """Whether the word at `at` is a conjugated verb that no « ne » makes « ne … que »."""
    word = view.words[at]
    return (
        word.only("V") and forms.finite(word) and not any(one.low in ("ne", "n'") for one in view.words[:at])
    )


def _that_you(view: View) -> Iterator[Hit]:
    """« ce que vous penser », « plus que vous ne le croire », « vous qui décider »."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) != "vous" or view.words[at].clitic:
            continue
        before, earlier = view.low(at - 1), view.low(at - 2)
        if (
            before == "que"
            and earlier
            in (
                "ce",
                "dites",
                "dommage",
                "celui",
                "celle",
                "ceux",
                "celles",
                "tandis",
                "pendant",
                "parce",
                "dès",
                "bien",
                "pour",
                "afin",
                "avant",
                "sûr",
                "savoir",
            )
        ) or (before == "que" and at > 1 and _says(view, at - 2)):
            end = past_clitics(view, at)
        elif view.low(at + 1) == "qui":
            end = past_clitics(view, at + 1)
        else:
            continue
        word = view.at(end)
        if word and view.glued(at, end) and word.verb("inf") and word.only("V") and not word.clitic:
            yield word.start, word.end, meant(word, "2p")[:1]


def _participle(view: View) -> Iterator[Hit]:
    """« il entendu cela », « nous reçu votre offre », « tu eu la chance »: the auxiliary is missing."""
    for at, person, end, word in _slots(view):
        been = word.low in ("été", "étai", "étés")
        if not (been or (word.verb("ppas") and word.only("V", "A"))):
            continue
        if person in ("1p", "2p") and (
            (at == 0 and end > at + 1) or not (forms.agrees(word, "m", "s") or word.low.endswith("s"))
        ):
            continue
        if view.low(at) in ("elle", "elles") and forms.agrees(word, "f", "") and at:
            continue
        if person in ("1p", "2p") and not been and view.words[at + 1].has("A") and at:
            continue
        if (
            view.low(at) == "on"
            and at
            and view.words[at].near
            and view.low(at - 1) not in _OPENERS | {"l'", "qui"}
        ):
            yield view.words[at].start, view.words[at].end, ("ont",)
            continue
        inside = [view.low(i) for i in range(at + 1, end)]
        fixes = with_auxiliary(word, person, bool({"me", "m'", "te", "t'", "se", "s'"} & set(inside)))
        yield word.start, word.end, fixes if been else (*fixes, *meant(word, person)[:1])


def _nothing(view: View) -> Iterator[Hit]:
    """« je vraiment content », « ils parfois absents », « il n'y pas »: no verb at all."""
    for at, person, end, word in _slots(view):
        if word.low not in _ABSENT or (word.low == "aussi" and end == at + 1):
            continue
        if view.low(at) in ("nous", "vous") or (view.low(at) in ("elle", "elles") and at):
            continue
        if view.low(at) == "on" and (not view.words[at].near or at == 0):
            continue
        if view.low(at) in ("elle", "elles") and word.low not in (
            "pas",
            "très",
            "vraiment",
            "trop",
            "souvent",
            "jamais",
        ):
            continue
        if view.low(at) == "on":
            yield view.words[at].start, view.words[at].end, ("ont",)
            continue
        if view.low(end - 1) == "y" and view.low(at) in ("il",):
            yield word.start, word.end, (f"a {word.text}",)
            continue
        yield word.start, word.end, (f"{_BE[person]} {word.text}", f"{_HAVE[person]} {word.text}")


_BE = {"1s": "suis", "2s": "es", "3s": "est", "1p": "sommes", "2p": "êtes", "3p": "sont"}
_HAVE = {"1s": "ai", "2s": "as", "3s": "a", "1p": "avons", "2p": "avez", "3p": "ont"}


def _there_is(view: View) -> Iterator[Hit]:
    """« il y un risque », « il y en cinq », « il y cette salle »: « a » is missing."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in ("il", "l'") or view.low(at + 1) != "y" or view.words[at].clitic:
            continue
        end = at + 3 if view.low(at + 2) == "en" else at + 2
        word = view.at(end)
        if (
            not word
            or not view.glued(at, end)
            or forms.finite(word)
            or (not word.text.islower() and not word.low.isdecimal())
        ):
            continue
        if (
            word.low
            in (
                "un",
                "une",
                "des",
                "cette",
                "ces",
                "cet",
                "quelques",
                "plusieurs",
                "beaucoup",
                "trop",
                "peu",
                "deux",
                "trois",
                "quatre",
                "cinq",
                "six",
                "dix",
                "plus",
                "moins",
                "aucun",
                "aucune",
                "du",
            )
            or word.low.isdecimal()
        ):
            last = view.words[end - 1]
            yield last.start, last.end, (f"{last.text} a",)


RULES: tuple[Rule, ...] = (
    rule("place_nom", "conjugaison", "Après un pronom sujet, il faut un verbe conjugué, et non un nom qui se prononce comme lui.", "Remplacez par « faire » : « je fais », « tu fais », « il fait ».", _noun,
         (("Je vous appel dès demain.", "appelle"), ("Tu travail trop tard.", "travailles"), ("On désir une réponse.", "désire"), ("Il dix la vérité au client.", "dit"), ("Fermez la fiche, ou je l'abandon.", "abandonne")),
         ("Je vous appelle dès demain.", "Tu travailles trop tard.", "Elle et moi désirons une réponse.", "Ils sont dix.", "Moi, je, soussigné, certifie.", "Nous deux partons.", "Pour elle, maison ou bureau, c'est pareil.")),
    rule("place_infinitif", "conjugaison", "Après un pronom sujet, le verbe est conjugué : l’infinitif n’y a pas sa place.", "Remplacez par « faire » ou « faites » : si l’on dit « vous faites », écrivez -ez.", _infinitive,
         (("Si vous manger ici, prévenez-nous.", "mangez"), ("Vous aller recevoir la note.", "allez"), ("Il avoir raison.", "a")),
         ("Si vous mangez ici, prévenez-nous.", "Nous contacter est simple.", "Il faut que je parle.", "Où vous trouver ?")),
    rule("place_infinitif_vous", "conjugaison", "« Vous » est ici le sujet : le verbe se termine par -ez.", "Remplacez par « faites » : « ce que vous faites ».", _that_you,
         (("Dites-moi ce que vous penser de ce plan.", "pensez"), ("C'est vous qui décider.", "décidez")),
         ("Dites-moi ce que vous pensez de ce plan.", "Je ne veux que vous parler.", "C'est à vous de décider.")),
    rule("place_participe", "conjugaison", "Il manque l’auxiliaire « avoir » ou « être » devant ce participe passé.", "Dites la phrase au passé : « il a entendu », « nous avons reçu ».", _participle,
         (("Il entendu parler de nous.", "a entendu"), ("Tu eu de la chance.", "as eu"), ("Hier, je n'été pas là.", "étais")),
         ("Il a entendu parler de nous.", "Nous, réunis ce jour, décidons.", "Tu as eu de la chance.", "Elle partie, nous avons fermé.", "Ils ont, vu l'heure, renoncé.")),
    rule("place_vide", "conjugaison", "Il manque un verbe après le pronom sujet.", "Qui fait quoi ? Dites le verbe à voix haute.", _nothing,
         (("Je vraiment content de vous lire.", "suis vraiment"), ("Il n'y pas de place.", "a pas"), ("Ces gens on souvent tort.", "ont")),
         ("Je suis vraiment content de vous lire.", "Il n'y a pas de place.", "Ces gens ont souvent tort.", "Il aussi, dit-on.", "On, dans ce cas, renonce.")),
    rule("place_il_y_a", "conjugaison", "Il manque « a » : « il y a ».", "Mettez à l’imparfait : « il y avait ».", _there_is,
         (("Il y un souci avec ce lot.", "y a"), ("Il y en trois en rayon.", "en a")), ("Il y a un souci avec ce lot.", "Il y en a trois en rayon.", "Il y tient.")),
)  # fmt: skip
