# ruff: noqa: E501 -- an example stays on one line
"""« à » where a subject waits for its verb « a », and « a » where the verb already has its subject behind it.

« Le client nous à demandé », « cela à fonctionné », « quand Maria à parler, … » ; « que fait-il a cette réunion ? ».
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, past
from ascom_coach.language.syntax.view import View, Word

_SURE = frozenset(
    ["on", "il", "cela", "ça", "ceci", "celui-ci", "celle-ci", "celui-là", "celle-là", "chacun", "chacune"]
)
_OBJECTS = frozenset(["nous", "vous", "lui", "leur", "me", "te", "les", "y", "en"])
_LINKS = frozenset(
    ["que", "qu'", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'", "car", "dont", "si", "où", "parce"]
)
_PREPOSITIONS = frozenset(
    [
        "à",
        "de",
        "d'",
        "avec",
        "pour",
        "chez",
        "par",
        "sur",
        "entre",
        "sans",
        "selon",
        "vers",
        "comme",
        "que",
        "qu'",
        "et",
        "ou",
        "ni",
        "grâce",
    ]
)
_OPENS_OBJECT = frozenset(
    [
        "un",
        "une",
        "le",
        "la",
        "les",
        "l'",
        "notre",
        "nos",
        "votre",
        "vos",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "mon",
        "ma",
        "mes",
    ]
)
_MADE_FOR = frozenset(
    ["capacité", "aptitude", "difficulté", "invitation", "volonté", "tendance", "disposition", "machine", "appareil", "outil", "produit", "logiciel",
     "façon", "manière", "incitation", "droit", "préparation", "aide", "facilité", "réticence", "engagement", "autorisation", "habilitation", "intérêt"]
)  # fmt: skip
"""Nouns that an infinitive with its object completes: « l'aptitude à gérer les conflits »."""
_BARE = frozenset(["il", "on"])


def _past_word(view: View, at: int) -> tuple[Word, int] | None:
    """The participle or the infinitive in -er that follows « à » at `at`, over adverbs, and its place."""
    end = past(view, at + 1)
    word = view.at(end)
    if not word or not view.glued(at, end) or word.clitic or not word.text.islower():
        return None
    if (
        word.verb("ppas")
        and word.only("V", "A")
        and not (word.has("A") and end > at + 1 and not heard_as_infinitive(word))
    ):
        return word, end
    if word.low.endswith("é") and word.verb("ppas") and end == at + 1:
        return word, end
    if word.low.endswith("er") and word.verb("inf") and word.only("V"):
        return word, end
    return None


def _named(word: Word | None) -> bool:
    """A noun, a name, or a capital that the lexicon does not know."""
    return bool(
        word
        and not word.clitic
        and (word.has("N", "S") or word.text[:1].isupper())
        and not word.has("P", "R", "C")
    )


def _governs(view: View, at: int) -> bool:
    """« l'agent est invité à signer », « où tout reste à faire », « la vente à emporter », « des difficultés à payer »."""
    word = view.words[at]
    done = word.verb("ppas") and view.low(at - 1) in forms.ETRE
    return done or "rester" in word.infinitives or word.low.rstrip("s") in _MADE_FOR or word.low == "vente"


def _waiting(view: View) -> Iterator[Hit]:
    """« On à regardé », « le client nous à demandé », « parce que le garage à fermé »: a subject, then « à »."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if word.low != "à" or not word.near or word.clitic:
            continue
        before = view.words[at - 1]
        found = _past_word(view, at)
        if not found or before.clitic or before.low in forms.AUXILIARIES or _governs(view, at - 1):
            continue
        _, end = found
        back = at - 1
        while (
            back > 0 and view.low(back) in _OBJECTS and view.words[back].near and not view.words[back].clitic
        ):
            back -= 1
        subject, told = view.words[back], back < at - 1
        if subject.low in _SURE:
            wrong = subject.low in _BARE or view.low(back - 1) not in _PREPOSITIONS - {"que", "qu'", "et"}
        elif told:
            wrong = _named(subject) and view.low(back - 1) not in ("entre", "avec", "chez", "à") and _alone(view, back) and view.low(at - 1) != "en"  # fmt: skip
        else:
            wrong = (
                _named(subject)
                and not _own_verb(view, back)
                and not _verb_here(view, back)
                and (_linked(view, at, end) or _whole(view, at, end))
            )
        if wrong:
            yield word.start, word.end, ("a",)


_ADVERBS = frozenset(["déjà", "enfin", "pas", "aussi", "encore"])


def _after_adverb(view: View) -> Iterator[Hit]:
    """« qui devait venir à finalement annulé », « le client à déjà payé »: « à » never stands before an adverb and a participle."""
    for at, word in enumerate(view.words[:-2]):
        if word.low != "à" or word.clitic:
            continue
        adverb, done = view.words[at + 1], view.words[at + 2]
        if (
            not view.glued(at, at + 2)
            or not done.verb("ppas")
            or ((done.has("N") or not done.only("V", "A")) and done.low not in ("été", "eu"))
        ):
            continue
        if adverb.low in _ADVERBS or (adverb.low.endswith("ment") and adverb.only("R")):
            yield word.start, word.end, ("a",)


def _before_done(view: View) -> Iterator[Hit]:
    """« Le client qui voulait vous voir à appelé »: « à » never stands before a participle in -é."""
    for at, word in enumerate(view.words[:-1]):
        done = view.words[at + 1]
        if word.low != "à" or word.clitic or not done.near or not done.low.endswith("é") or done.clitic:
            continue
        if done.only("V", "A", "N") and done.verb("ppas") and done.text.islower() and at and word.near:
            yield word.start, done.end, (f"a {done.text}", f"à {done.text[:-1]}er")


def _own_verb(view: View, back: int) -> bool:
    """« la tondeuse peine à avancer »: a noun stands before what may be its verb."""
    before = view.at(back - 1)
    return bool(
        before
        and before.has("N")
        and not before.has("P", "D")
        and view.words[back].near
        and forms.has_person(view.words[back], "3s")
    )


def _alone(view: View, back: int) -> bool:
    """Whether no conjugated verb stands in the clause before the subject that ends at `back`."""
    for place in range(back, -1, -1):
        word = view.words[place]
        if word.low in _LINKS:
            return True
        if word.low in forms.AUXILIARIES | {"merci"} or (
            word.only("V") and (forms.finite(word) or word.verb("inf"))
        ):
            return False
        if not word.near:
            return True
    return True


def _linked(view: View, at: int, end: int) -> bool:
    """Whether the clause of « à » was opened by a link (« que Paul à traité ») and has no other verb."""
    for place in range(at - 1, max(-1, at - 6), -1):
        word = view.words[place]
        if word.low in _LINKS:
            opened = place > 0 or word.low not in ("si", "où", "que", "dont")
            break
        if (
            not word.near
            or word.has("P")
            or (word.verb() and not word.has("N", "A", "S") and not word.text[:1].isupper())
        ):
            return False
    else:
        return False
    if view.low(place) in ("que", "qu'") and view.low(place - 1) in (
        "plus",
        "moins",
        "mieux",
        "tel",
        "telle",
        "tels",
        "même",
        "autre",
        "ainsi",
        "bien",
        "ne",
    ):
        return False  # fmt: skip
    if view.low(place) in ("que", "qu'") and any(
        one.low in ("ne", "n'") for one in view.words[max(0, place - 5) : place]
    ):
        return False  # « il n'y a que ce dossier à traiter »
    for word in view.words[end + 1 : end + 5]:
        if not word.near or word.low in _LINKS | {"et", "mais", "pour"}:
            break
        if word.low in forms.AUXILIARIES or (forms.finite(word) and word.only("V")):
            return bool(view.low(place) in ("que", "qu'", "dont") and view.words[end].verb("ppas"))
    if view.low(place) == "dont" and view.words[end].verb("inf"):
        object_ = view.at(end + 1)
        return bool(object_ and object_.near and object_.low in _OPENS_OBJECT)
    return opened or view.words[end].verb("ppas")


def _verb_here(view: View, at: int) -> bool:
    """« qu'il reste à payer »: what may be a noun is the verb of the pronoun before it."""
    back = at - 1
    if view.low(back) in ("le", "la", "les", "l'", "leur"):
        back -= 1
        return view.words[at].verb() and view.low(back) in forms.PERSONS
    return view.words[at].verb() and view.low(back) in forms.CLITICS | forms.PERSONS.keys() | {"qui"}


def _whole(view: View, at: int, end: int) -> bool:
    """« Le client à demander un devis. »: a whole sentence whose only possible verb stands behind « à », with its object."""
    if (
        at > 3
        or not view.words[0].has("D")
        or not view.text.rstrip().endswith(".")
        or not view.words[end].verb("inf")
    ):
        return False
    object_ = view.at(end + 1)
    if not object_ or not object_.near or object_.low not in _OPENS_OBJECT or view.low(at - 1) in _MADE_FOR:
        return False
    return not any(forms.finite(word) and not word.has("N", "A") for word in view.words)


def _behind(view: View) -> Iterator[Hit]:
    """« Que fait-il a cette réunion ? », « à bientôt et a samedi », « dis-moi a quelle heure »."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if word.low != "a" or word.text != "a" or not word.near or word.clitic:
            continue
        before, after = view.words[at - 1], view.words[at + 1]
        if not after.near or after.clitic:
            continue
        turned = before.clitic and before.low in forms.PERSONS and not after.verb("ppas")
        asked = after.low in ("quel", "quelle", "quels", "quelles") and (
            before.clitic or (before.only("V") and before.low not in forms.CLITICS)
        )
        farewell = before.low == "et" and after.low in (
            "demain",
            "bientôt",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
        )
        if turned or asked or farewell:
            yield word.start, word.end, ("à",)


RULES: tuple[Rule, ...] = (
    rule("a_sujet_en_attente", "homophones", "Ce sujet attend un verbe : « a », du verbe avoir, sans accent.", "Remplacez par « avait » : si cela se dit, c’est « a ».", _waiting,
         (("Le client nous à demandé un devis.", "a"), ("Cela à fonctionné hier.", "a"), ("Le dossier que Paul à traité est clos.", "a"), ("On à regarder le plan.", "a"), ("Quand Maria à téléphoner, nous étions sortis.", "a")),
         ("Le client nous a demandé un devis.", "Le dossier que Paul a à traiter est long.", "Il a demandé à chacun de signer.", "Je pense que le dossier à traiter est ici.", "Il n'y a que ce dossier à traiter.",
          "Entre nous à présent, c'est réglé.", "Les devis sont à nous renvoyer signés.", "Voici ce qu'il reste à payer.", "Nous avons trois clients à rappeler.", "Merci de les lui remettre à midi passé.", "Il est si lourd que le chariot peine à avancer.",
          "Voici les codes que l'agent est invité à taper.", "Il aime les lieux où tout reste à créer.", "La vente à emporter ou le service sur place sont suspendus.")),
    rule("a_adverbe_participe", "homophones", "Devant un adverbe et un participe, c’est le verbe « avoir » : « a », sans accent.", "Remplacez par « avait » : si cela se dit, c’est « a ».", _after_adverb,
         (("Le collègue qui devait venir à finalement annulé.", "a"), ("Le client du 14 à déjà payé.", "a")), ("Le collègue a finalement annulé.", "Ce temps est à jamais révolu.", "Il reste à bien vérifier le plan.", "Le mur est à peu près terminé.")),
    rule("a_participe", "homophones", "Devant un participe en -é, c’est « a », du verbe avoir ; après « à », le verbe se met à l’infinitif en -er.", "Remplacez par « avait » : si cela se dit, c’est « a » ; sinon, l’infinitif.", _before_done,
         (("Le client qui voulait vous voir à appelé.", "a appelé"),), ("Le client qui voulait vous voir a appelé.", "Il reste un client à appeler.", "Il est à côté.", "Servez à volonté.")),
    rule("a_verbe_complet", "homophones", "Le verbe a déjà son sujet : ici, c’est la préposition « à ».", "Remplacez par « avait » : cela ne se dit pas, donc « à ».", _behind,
         (("Que fait-il a cette réunion ?", "à"), ("Au revoir et a samedi.", "à"), ("Dites-moi a quelle heure ouvrir.", "à")),
         ("Au revoir et à samedi.", "Il a quelle heure ?", "Le train l'a quitté.",)),
)  # fmt: skip
