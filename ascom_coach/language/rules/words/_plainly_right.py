"""What grammar alone tells to be right among homophones and verb endings, whatever the neighbourhood."""

from __future__ import annotations

from collections.abc import Callable

from ascom_coach.language.learnt.choices import VERB_SET
from ascom_coach.language.rules.words._joins import joins
from ascom_coach.language.rules.words.to_or_has import needs_verb
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import BETWEEN, past
from ascom_coach.language.syntax.morphology import AVOIR, CLITICS, ETRE, PERSONS
from ascom_coach.language.syntax.noungroup import SOUND_OF
from ascom_coach.language.syntax.shapes import shape
from ascom_coach.language.syntax.view import View

_BEFORE_NOUN = frozenset(
    ["sur", "dans", "avec", "pour", "par", "chez", "sous", "de", "à", "en", "vers", "sans"]
)


def plainly_right(view: View, name: str, first: int, last: int) -> bool:
    """Whether the words `first`…`last`, doubted as one of the set `name`, are right by their construction."""
    known = _BY_SET.get(name)
    return known is not None and known(view, first, last)


def _has(view: View, first: int, last: int) -> bool:
    """« que Marc a la clé », « la salle a l’air propre », « la journée portes ouvertes a lieu »."""
    air = view.low(first + 1) == "l'" and view.low(first + 2) == "air"
    held = view.low(first + 1) == "lieu" and first > 1 and view.words[first - 1].has("N", "A")
    known = (
        air or held or needs_verb(view, first) or _only_verb_of_a_name(view, first) or _perfect(view, first)
    )
    return view.low(first) == "a" and (known or _sole_verb(view, first))


def _sole_verb(view: View, at: int) -> bool:
    """« Le lot 3 a 12 pièces », « le train de 8 h a du retard »: a group opens, and no other word can be the verb."""
    after = view.at(at + 1)
    if not view.words[0].has("D") or not after or not after.near:
        return False
    whole = view.text.rstrip()[-1:] in (
        ".",
        "!",
        "?",
    )  # a title may do without a verb: « Le retour à la maison »
    opens = after.low in ("un", "une", "du", "des", "le") or after.text[:1].isdecimal()
    if not opens and not (whole and after.low in _OPENS_TOO):
        return False
    return view.glued(0, at) and not any(
        forms.finite(one) for place, one in enumerate(view.words) if place != at and one.low != "a"
    )


_OPENS_TOO = frozenset(
    ["la", "les", "l'", "son", "sa", "ses", "ce", "cette", "ces", "deux", "trois", "quatre"]
)
"""What opens a group and stands behind « à » as often as behind « a »."""


def _near(view: View, first: int, last: int) -> bool:
    """« tout près d’ici », where nothing is said to be ready; « de près », « de plus près »."""
    if view.low(first) == "près" and "de" in (view.low(first - 1), view.low(first - 2)):
        return True
    closer = view.low(first) == "près" and view.low(first - 1) in ("tout", "très", "si")
    return closer and not any(one.low in ETRE for one in view.words[:first])


def _goes_away(view: View, first: int, last: int) -> bool:
    """« les ouvriers s’en vont »."""
    after = view.at(last + 1)
    return view.low(first) == "s'" and after is not None and forms.finite(after) and after.only("V")


def _has_it(view: View, first: int, last: int) -> bool:
    """« il l’a », « qui l’a », « ne l’a pas »."""
    before = view.low(first - 1)
    return view.low(first) == "l'" and (before in PERSONS or before in ("qui", "ne", "n'"))


def _oneself(view: View, first: int, last: int) -> bool:
    """« de se revoir », « les uns se sont tus, se sont assis »."""
    if view.low(last) != "se":
        return False
    own = view.at(last + 1)
    if own and own.verb("inf") and (own.only("V") or view.low(first - 1) in ("de", "à", "pour", "sans")):
        return True
    if view.low(last + 1) not in ETRE:
        return False
    at = last + 2
    while (
        (word := view.at(at))
        and word.near
        and not word.verb("ppas")
        and (word.has("R") or word.low in BETWEEN)
    ):
        at += 1
    return word is not None and word.near and word.verb("ppas")


def _as_for(view: View, first: int, last: int) -> bool:
    """« quant à »."""
    return view.low(last) == "quant" and view.low(last + 1) in ("à", "au", "aux")


def _his(view: View, first: int, last: int) -> bool:
    """« dans son bureau »."""
    heard = view.low(first - 1) in _ONE_SOUND or view.low(first - 1) in SOUND_OF
    if view.low(first) == "son" and _one_does(view, first):
        return True
    return view.low(first) == "son" and (
        view.low(first - 1) in _BEFORE_NOUN or (first > 0 and view.words[first].near and heard)
    )


def _one_does(view: View, at: int) -> bool:
    """« l’association partage son savoir »: a verb of one stands before, and nothing of several."""
    verb = view.at(at - 1)
    if (
        at < 2
        or verb is None
        or not view.words[at].near
        or not (forms.finite(verb) and any("3s" in one.tags for one in verb.readings))
    ):
        return False
    return not any(
        one.low in _SEVERAL or "p" in {own.number for own in one.readings if own.pos in "NADO"}
        for one in view.words[: at - 1]
    )


_SEVERAL = frozenset(["et", "ils", "elles", "qui", "ceux", "celles"])


_ONE_SOUND = frozenset(
    ["un", "le", "ce", "du", "au", "chaque", "aucun", "quel", "rubrique", "onglet", "autre"]
)
"""« un son d’alerte »: what stands before a masculine noun and not before a verb."""


def _this(view: View, first: int, last: int) -> bool:
    """« plus cela demande de temps »: nobody hears a possessive there."""
    return view.low(first) == "cela"


def _into(view: View, first: int, last: int) -> bool:
    """« saisi dans Rechercher »: a name follows."""
    after = view.at(last + 1)
    return view.low(first) == "dans" and after is not None and after.text[:1].isupper()


def _was(view: View, first: int, last: int) -> bool:
    """« celles qui sont arrivées hier étaient illisibles »: no « avoir » before it."""
    if not view.low(first).endswith(("ait", "aient", "ais")):
        return False
    while view.low(first - 1) in BETWEEN:
        first -= 1
    return view.low(first - 1) not in AVOIR


def _ending(view: View, first: int, last: int) -> bool:
    """« ai tout expliqué », « auriez-vous conservé », « c’est vous qui les validez », « a remplacé et vérifié »."""
    word = view.words[first]
    if _kept_so(view, first) or _object_of_infinitive(view, first) or _ordered(view, first):
        return True
    if word.verb("ppas") and view.low(past_back(view, first)) in AVOIR:
        return not word.verb("inf")
    if view.words[first - 1].clitic and view.low(first - 2) in AVOIR:
        return word.verb("ppas")
    if word.verb("2p") and _you_who(view, first):
        return True
    if first and not word.near and word.verb("ppas"):
        return view.words[first - 1].has("N", "S") and not any(one.low == "vous" for one in view.words)
    if word.verb("inf") and _joined_infinitive(view, first):
        return True
    if view.low(first - 1) in ("et", "ou") and word.verb("ppas"):
        return any(
            one.verb("ppas") and (not one.near or view.low(at) in AVOIR)
            for at, one in enumerate(view.words[1 : first - 1])
        )
    return False


def _kept_so(view: View, at: int) -> bool:
    """« maintenez enfoncée la touche », « quelque chose de compliqué »: a participle said of a group or a thing."""
    word, opens = view.words[at], view.at(at + 1)
    if not at or not word.near or not word.verb("ppas"):
        return False
    if view.low(at - 1) == "de" and view.low(at - 2) in ("chose", "rien", "quoi"):
        return word.has("A")
    if not view.words[at - 1].infinitives & _KEEPING:
        return False
    noun = next((one for one in view.words[at + 2 : at + 4] if one.has("N")), None)
    held = noun is not None and bool(shape(word).adjective & shape(noun).noun)
    return not word.low.endswith("é") or bool(opens and opens.near and opens.has("D") and held)


_KEEPING = frozenset(["maintenir", "garder", "tenir", "conserver"])


def _object_of_infinitive(view: View, at: int) -> bool:
    """« pour vous laisser saisir », « vérifier la charge, vous déconnecter ou changer »: « vous » is the object."""
    word = view.words[at]
    if not word.verb("inf") or word.verb("ppas"):
        return False
    back = at - 1
    while back >= 0 and view.low(back) in CLITICS and view.words[back + 1].near:
        back -= 1
    if back < 0 or back == at - 1:
        return False
    if view.words[back + 1].near:
        return view.low(back) in ("pour", "de", "sans")
    earlier = any(one.verb("inf") and one.only("V") for one in view.words[:back])
    return earlier and view.low(at + 1) in ("et", "ou") and view.words[at + 2 : at + 3] != ()


def _ordered(view: View, at: int) -> bool:
    """« la notice manque, donc consultez le site »: an order behind « donc » that opens the clause."""
    opens = view.low(at - 1) == "donc" and (at == 1 or not view.words[at - 1].near)
    return opens and view.words[at].verb("impe", "2p")


def _joined_infinitive(view: View, at: int) -> bool:
    """« nous espérons vous revoir et, si possible, vous aider »: a second infinitive behind an aside."""
    while at > 0 and view.low(at - 1) in CLITICS and view.words[at].near:
        at -= 1
    if at < 4 or view.words[at].near:
        return False
    links = (
        here for here in range(2, at) if view.low(here) in ("et", "ou") and not view.words[here + 1].near
    )
    return any(any(one.verb("inf") for one in view.words[:here]) for here in links)


def past_back(view: View, at: int) -> int:
    """The place before the short words that stand between « avoir » and its participle: « ai tout expliqué »."""
    at -= 1
    while at > 0 and view.words[at].near and view.low(at) in BETWEEN | {"rien"}:
        at -= 1
    return at


def _perfect(view: View, at: int) -> bool:
    """« et a tout recommencé »: a participle and nothing else stands behind « a »."""
    told = view.at(past(view, at + 1, frozenset(["rien"])))
    return told is not None and told.near and told.verb("ppas") and not told.has("N")


def _only_verb_of_a_name(view: View, at: int) -> bool:
    """« M. Roux a la clé. »: without « a » the sentence has no verb."""
    name = view.words[at - 1]
    if at < 2 or not name.text[:1].isupper() or name.text.isupper():
        return False
    others = (word for place, word in enumerate(view.words) if place != at)
    return not any(forms.finite(one) and not one.has("N", "A") for one in others)


def _you_who(view: View, at: int) -> bool:
    """« c'est vous qui les validez »."""
    at -= 1
    while view.low(at) in CLITICS:
        at -= 1
    return view.low(at) == "qui" and view.low(at - 1) == "vous"


def _happened(view: View, first: int, last: int) -> bool:
    """« s'est » behind a subject, near or beyond an aside, and before a participle."""
    return _to_a_subject(view, first, last) or _behind_an_aside(view, first) or _amounts_to(view, first, last)


def _amounts_to(view: View, first: int, last: int) -> bool:
    """« 28 €, c’est 32 € »: a number says what it is; « c’est 3 fois trompé » does something that many times."""
    if view.low(first) != "c'" or view.low(last) != "est" or not view.low(last + 1)[:1].isdecimal():
        return False
    return view.low(last + 2) != "fois"


def _to_a_subject(view: View, first: int, last: int) -> bool:
    """« elle s'est bien sûr rendu compte »: a subject, « s'est », adverbs and a participle."""
    if view.low(first) != "s'" or view.low(last) not in ETRE:
        return False
    before, done = view.at(first - 1), view.at(past(view, last + 1, frozenset(["sûr"])))
    subject = before is not None and (before.low in PERSONS or before.has("N", "S"))
    return subject and done is not None and done.near and done.verb("ppas")


def _behind_an_aside(view: View, first: int) -> bool:
    """« Le store, réparé deux fois, s'est de nouveau bloqué »: an aside between commas, no verb before it."""
    if view.low(first) != "s'" or view.words[first].near or not view.words[0].has("D"):
        return False
    if any(forms.finite(one) and not one.has("N", "A", "D", "P", "R") for one in view.words[:first]):
        return False
    at = first + 2
    while view.low(at) in _AGAIN or view.low(at) in BETWEEN:
        at += 1
    told = view.at(at)
    return (
        told is not None and told.verb("ppas") and sum(not one.near for one in view.words[1 : first + 1]) > 1
    )


_AGAIN = frozenset(["de", "à", "nouveau", "tout", "peu", "coup", "d'", "abord", "fait"])

_BY_SET: dict[str, Callable[[View, int, int], bool]] = {
    "a": _has,
    "et": joins,
    "pres": _near,
    "sans": _goes_away,
    "la": _has_it,
    "ce": _oneself,
    "cest": _happened,
    "quand": _as_for,
    "son": _his,
    "sa": _this,
    "dans": _into,
    "ete": _was,
    VERB_SET: _ending,
}
