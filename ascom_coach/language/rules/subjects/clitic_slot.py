# ruff: noqa: E501 -- an example stays on one line
"""After « se », « ne », « qui » and object pronouns stands a conjugated verb: not a noun, not a participle alone."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, past
from ascom_coach.language.syntax.verb_guess import lemmas_behind, meant, with_auxiliary
from ascom_coach.language.syntax.view import View, Word

_REFLEXIVE = frozenset(["se", "s'"])
_ATONIC = frozenset(["me", "m'", "te", "t'", "se", "s'", "ne", "n'"])
_MORE = frozenset(["le", "la", "les", "l'", "lui", "leur", "y", "en"])
_OBJECTS = frozenset(["nous", "vous", "lui", "m'", "me", "t'", "te", "l'", "leur"])
_SEASONS = frozenset(["collection", "saison", "période", "formule", "menu", "carte", "hiver", "printemps", "mode", "tenue", "heure", "horaire", "horaires", "offre", "vacances", "soldes", "stage", "programme", "séjour", "ambiance", "pneus", "pneu"])  # fmt: skip
_MISSED = frozenset(["ra", "ras", "ren", "tue", "cas", "man", "lots", "lot"])


def _noun_only(word: Word | None) -> bool:
    """A noun that is no verb, with an infinitive behind it: « oubli », « emploi », « dix »."""
    return bool(
        word
        and not word.clitic
        and word.text.islower()
        and word.near
        and (word.low == "dix" or word.only("N", "A"))
        and word.has("N")
        and word.low not in _MISSED
        and len(word.low) > 2
        and lemmas_behind(word.low)
    )


def _participle_only(word: Word | None) -> bool:
    return bool(
        word
        and not word.clitic
        and word.text.islower()
        and word.near
        and word.verb("ppas")
        and word.only("V", "A", "N")
        and not forms.finite(word)
    )


def _reflexive_person(view: View) -> Iterator[Hit]:
    """« se demandes », « s'y crois », « se considérez »: after « se », the third person."""
    for at in range(len(view.words) - 1):
        if view.low(at) not in _REFLEXIVE:
            continue
        end = at + 1
        while view.low(end) in ("y", "en"):
            end += 1
        word = view.at(end)
        if (
            not word
            or not view.glued(at, end)
            or word.clitic
            or not forms.finite(word)
            or word.has("R", "P", "D", "O")
        ):
            continue
        if word.verb("inf") or word.verb("ppas") or word.verb("ppre") or not word.text.islower():
            continue
        if any(forms.has_person(word, one) for one in ("3s", "3p")):
            continue
        first = forms.PERSONS.get(view.low(at - 1), "3s")
        if fixes := forms.conjugated(word, first if first.startswith("3") else "3s"):
            yield word.start, word.end, fixes


def _not_a_verb(view: View) -> Iterator[Hit]:
    """« ne l'oubli pas », « s'y intéressé », « qui se refuges », « t'appel »."""
    for at in range(len(view.words) - 1):
        low = view.low(at)
        if low not in _ATONIC:
            continue
        end = at + 1
        while view.low(end) in _MORE | {"nous", "vous"} and not view.words[end].clitic:
            end += 1
        word = view.at(end)
        if not word or not view.glued(at, end):
            continue
        after = view.at(end + 1)
        if after and after.clitic:
            continue
        before = view.low(at - 1)
        person = forms.PERSONS.get(before, "3s")
        chained = end > at + 1
        if _noun_only(word) and not (low == "ne" and before in ("de", "pour", "à", "sans", "que")):
            yield word.start, word.end, meant(word, person)
        elif _participle_only(word) and (
            low in ("ne", "n'") or (chained and view.low(end - 1) in ("y", "en"))
        ):
            if before in ("de", "d'", "pour", "à", "sans", "par") or word.low in forms.AUXILIARIES:
                continue
            yield word.start, word.end, (*meant(word, person)[:1], *meant(word, person, "iimp")[:1])


def _who(view: View) -> Iterator[Hit]:
    """« la personne qui vous contact », « celui qui réussi », « ce qui été dit », « un outil qui crash »."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) != "qui" or not view.words[at].near:
            continue
        before = view.words[at - 1]
        if before.has("P") or before.low in ("et", "ou", "mais", "à", "de", "pour", "avec", "sais", "savoir"):
            continue
        named = before.has("N", "O", "S") or before.low in (
            "ce",
            "celui",
            "celle",
            "ceux",
            "celles",
            "rien",
            "un",
            "une",
        )
        if not named or (before.only("V") and not before.verb("ppas")):
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS and not view.words[end].clitic:
            end += 1
        word, after = view.at(end), view.at(end + 1)
        if not word or not view.glued(at, end) or (after and after.clitic):
            continue
        plural = before.low in ("ceux", "celles") or (
            before.has("N")
            and before.low.endswith(("s", "x"))
            and before.low not in ("fois", "mois", "cas", "temps", "corps")
        )
        person = {"moi": "1s", "toi": "2s", "nous": "1p", "vous": "2p"}.get(
            before.low, "3p" if plural else "3s"
        )
        if word.low in ("été", "étai", "étés") or _participle_only(word):
            if word.has("N") and not word.verb("ppas"):
                continue
            yield (
                word.start,
                word.end,
                (
                    *(() if word.low in ("été", "étai") else meant(word, person)[:1]),
                    *with_auxiliary(word, person),
                ),
            )
        elif _noun_only(word) and (end > at + 1 or word.has("N")):
            if view.low(end - 1) in ("la", "les", "le") or (
                end == at + 1 and after and after.near and forms.finite(after) and after.only("V")
            ):
                continue
            yield word.start, word.end, meant(word, person)
        elif (
            word.verb("inf")
            and word.only("V")
            and word.near
            and not word.clitic
            and (end > at + 1 or before.low in ("vous", "celui", "celle", "ceux", "celles"))
        ):
            if forms.infinitives(before) and before.verb() and not before.has("N"):
                continue
            yield word.start, word.end, (*meant(word, person)[:1], *meant(word, person, "iimp")[:1])


def _subject_object(view: View) -> Iterator[Hit]:
    """« Le garçon vous accueil », « Notre banque nous demandé »: a noun, an object pronoun, and no verb."""
    for at in range(1, len(view.words) - 1):
        low, noun, word = view.low(at), view.words[at - 1], view.words[at + 1]
        if low not in _OBJECTS or not view.glued(at - 1, at + 1) or view.words[at].clitic:
            continue
        if (
            not noun.has("N", "S")
            or noun.has("R", "P", "O", "D")
            or (noun.verb() and noun.only("V"))
            or not (at > 1 and view.words[at - 2].has("D", "A", "N") and noun.near)
        ):
            continue
        number = (
            "p"
            if noun.low.endswith(("s", "x"))
            and noun.low not in ("fois", "mois", "cas", "temps", "corps", "pays", "avis", "fils", "prix")
            else "s"
        )
        after = view.at(at + 2)
        if after and after.clitic:
            continue
        if low in ("nous", "vous", "lui", "me", "te", "m'", "t'") and _noun_only(word):
            yield word.start, word.end, meant(word, "3" + number)
        elif (
            low in ("nous", "vous", "lui", "m'", "t'", "leur", "me", "te")
            and _participle_only(word)
            and not word.has("N")
        ):
            if (
                low in ("nous", "vous")
                and word.low.endswith(("is", "us", "és", "ées"))
                and not heard_as_infinitive(word)
            ):
                continue
            if any(view.low(i) in forms.AUXILIARIES for i in range(at)):
                continue
            yield word.start, word.end, (*with_auxiliary(word, "3" + number), *meant(word, "3" + number)[:1])


def _summer(view: View) -> Iterator[Hit]:
    """« L'accueil été parfait », « La salle été en travaux »: « était »."""
    for at in range(2, len(view.words) - 1):
        noun = view.words[at - 1]
        if view.low(at) not in ("été", "étés", "étai") or not view.glued(at - 1, at + 1):
            continue
        if any(view.low(i) in forms.AVOIR for i in range(at)) or view.low(at - 2) in (
            "bel",
            "cet",
            "dernier",
            "prochain",
        ):
            continue
        if (
            noun.low in _SEASONS | {"bel", "dernier", "prochain", "plein"}
            or not noun.has("N", "S")
            or not view.words[at - 2].has("D", "A")
            or noun.low in forms.AVOIR
            or noun.has("R", "P", "D", "G")
            or (noun.has("V") and (at > 2 or not view.words[0].has("D")))
        ):
            continue
        end = past(view, at + 1)
        word = view.at(end)
        if (
            word
            and view.glued(at, end)
            and (
                word.has("A")
                or word.verb("ppas")
                or (end > at + 1)
                or word.low in ("un", "une", "le", "la", "en")
            )
            and not word.low.isdecimal()
        ):
            plural = "p" if noun.low.endswith(("s", "x")) else "s"
            yield view.words[at].start, view.words[at].end, ("étaient" if plural == "p" else "était",)


def _reflexive_c(view: View) -> Iterator[Hit]:
    """« il c'accoutume », « on c'est trompé », « elles c'en vont »: « s' » before a reflexive verb."""
    for at in range(1, len(view.words) - 1):
        word, after = view.words[at], view.words[at + 1]
        if word.low != "c'" or not view.glued(at - 1, at + 1):
            continue
        subject = view.low(at - 1)
        if view.words[at - 1].clitic or subject not in ("il", "on", "ils", "elle", "elles", "se", "eux"):
            continue
        being = after.low in forms.ETRE
        if (
            subject in ("il", "on", "ils") and (being or after.low in ("en", "y") or forms.finite(after))
        ) or (
            subject in ("elle", "elles")
            and not being
            and (after.low in ("en", "y") or (forms.finite(after) and after.only("V")))
        ):
            yield word.start, word.end, ("s'",)


RULES: tuple[Rule, ...] = (
    rule("place_se_personne", "conjugaison", "Après « se », le verbe est à la troisième personne.", "Remplacez le sujet par « il » : « il se demande ».", _reflexive_person,
         (("Elle rentre et se demandes pourquoi.", "demande"), ("Le gérant s'y crois chez lui.", "croit")), ("Elle rentre et se demande pourquoi.", "Il s'en va.", "Pour se voir.", "S'ils viennent, tant mieux.")),
    rule("place_verbe_attendu", "conjugaison", "Entre « ne » ou « se » et la suite, il faut un verbe conjugué.", "Remplacez par « fait » ou « prend ».", _not_a_verb,
         (("Ne l'oubli pas.", "oublie"), ("Chaque jour, s'y accordé semble dur.", "accorde"), ("La fiche ne calcul rien.", "calcule")),
         ("Ne l'oublie pas.", "Il ne s'y est pas accordé.", "Ne pas fumer.", "Pour ne rien perdre.", "Plus il s'en approche, mieux c'est.")),
    rule("place_qui_verbe", "conjugaison", "Après « qui », il faut un verbe conjugué.", "Remplacez « qui » par « il » ou « ils » : « il contacte ».", _who,
         (("La dame qui vous contact est sûre.", "contacte"), ("Le prix va à celui qui réussi.", "réussit"), ("Ce qui été dit reste entre nous.", "était"), ("C'est vous qui décider.", "décidez"), ("La firme qui l'emploi recrute.", "emploie")),
         ("La dame qui vous contacte est sûre.", "Une personne à qui parler.", "Je ne sais qui contacter.", "Ceux qui, fatigués, sont partis.", "Ce qui est dit est dit.", "Qui plus est, il ment.")),
    rule("place_sujet_objet", "conjugaison", "Il manque un verbe conjugué après ce pronom.", "Qui fait quoi ? Dites le verbe à la troisième personne.", _subject_object,
         (("Le garçon vous accueil dès huit heures.", "accueille"), ("Notre banque nous demandé un relevé.", "a demandé")), ("Le garçon vous accueille dès huit heures.", "Notre banque nous a demandé un relevé.", "La lettre vous concernant est prête.")),
    rule("place_ete_etait", "homophones", "« Été » ne suffit pas : il faut « était » ou « a été ».", "Mettez au présent : « est ».", _summer,
         (("Notre accueil été parfait.", "était"), ("Les bureaux été fermés.", "étaient")), ("Notre accueil a été parfait.", "La collection été est en vente.", "Les soldes d'été arrivent.")),
    rule("place_s_c", "homophones", "Devant un verbe pronominal, c’est « s’ » : « il s’est trompé » ; « c’ » veut dire « cela ».", "Remplacez par « cela » : s’il ne convient pas, écrivez « s’ ».", _reflexive_c,
         (("Il c'accoutume à son poste.", "s'"), ("On c'est trompé de porte.", "s'"), ("Elles c'en vont.", "s'")), ("Il s'accoutume à son poste.", "Pour elle, c'est simple.", "Il dit que c'est fini.")),
)  # fmt: skip
