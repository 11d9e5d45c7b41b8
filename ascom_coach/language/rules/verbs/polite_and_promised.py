# ruff: noqa: E501 -- an example stays on one line
"""Future or conditional in the first person, the impersonal « il », and « si jamais » or « si le client » with -rait.

« J'aimerai savoir si… » and « je serais absent lundi » sound alike and say another thing; a mail has them every week.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.rules.verbs.tenses import moods
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas, past
from ascom_coach.language.syntax.view import View, Word

_WISHES = {
    "souhaiterai": "souhaiterais",
    "voudrai": "voudrais",
    "aimerai": "aimerais",
    "désirerai": "désirerais",
    "préférerai": "préférerais",
    "préfèrerai": "préfèrerais",
}
_NOT_POLITE = frozenset(
    ["quand", "lorsque", "lorsqu'", "jamais", "toujours", "si", "s'", "ne", "n'", "dès", "jour"]
)
_AWAY = frozenset(
    ["absent", "absente", "joignable", "injoignable", "retour", "congé", "congés", "vacances", "déplacement", "formation", "réunion"]
)  # fmt: skip
_WHEN = frozenset(
    ["demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "prochain", "prochaine", "janvier", "février", "mars", "avril", "mai",
     "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "semaine", "matin", "soir", "midi"]
)  # fmt: skip
_HYPOTHESIS = frozenset(
    ["si", "s'", "mais", "sinon", "volontiers", "sans", "avec", "place", "cas", "au", "aux", "bien", "plutôt", "que", "qu'", "éventuellement", "idéalement", "peut-être",
     "même", "hypothèse", "quitte", "disponible", "aurais", "pourriez", "voudrais", "aimerais", "pensais", "devais", "hier"]
) - {"au", "aux"}  # fmt: skip
_NOT_PROMISED = frozenset(
    [
        "pouvoir",
        "vouloir",
        "aimer",
        "souhaiter",
        "désirer",
        "préférer",
        "devoir",
        "dire",
        "avoir",
        "savoir",
        "falloir",
        "croire",
        "penser",
        "venir",
    ]
)
_IMPERSONAL = frozenset(["sembler", "paraître", "falloir", "suffire", "convenir", "arriver"])
_BESIDE_IF = frozenset(
    [
        "jamais",
        "toutefois",
        "par",
        "hasard",
        "cependant",
        "toujours",
        "malgré",
        "tout",
        "néanmoins",
        "d'",
        "aventure",
        "éventuellement",
        "demain",
    ]
)


def _wish(view: View) -> Iterator[Hit]:
    """« J'aimerai savoir », « je souhaiterai que », « je voudrai un rendez-vous »: asked politely."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if word.low not in _WISHES:
            continue
        here = at - 1
        while view.low(here) in forms.CLITICS:
            here -= 1
        if view.low(here) not in ("je", "j'"):
            continue
        if any(one.low in _NOT_POLITE | _WHEN for one in view.words[max(0, here - 4) : at]):
            continue
        end = past(view, at + 1)
        if any(view.low(place) in _NOT_POLITE for place in range(at + 1, end + 1)):
            continue
        while view.low(end) in forms.CLITICS - {"le", "la", "les", "l'"}:
            end += 1
        after = view.at(end)
        if not after or not view.glued(at, end):
            continue
        asks = after.verb("inf") or after.low in (
            "que",
            "qu'",
            "un",
            "une",
            "le",
            "la",
            "l'",
            "les",
            "votre",
            "savoir",
            "des",
            "vos",
        )
        if asks and not (word.low == "aimerai" and not (after.verb("inf") or after.low in ("que", "qu'"))):
            yield word.start, word.end, (cased(word.text, _WISHES[word.low]),)


def _promise(view: View) -> Iterator[Hit]:
    """« Je serais absent lundi », « je vous enverrais le devis demain »: a promise, so the future."""
    lows = view.lows
    if lows & _HYPOTHESIS or view.text.rstrip().endswith("?"):
        return
    for at, word in enumerate(view.words[:-1]):
        if word.low not in ("je", "j'") or not (
            at == 0 or not word.near or view.low(at - 1) in ("et", "donc", "car")
        ):
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        verb = view.at(end)
        if not verb or not view.glued(at, end) or moods(verb) != {"cond"} or not verb.low.endswith("rais"):
            continue
        if view.low(at + 1) in ("ne", "n'") or lemmas(verb) & _NOT_PROMISED:
            continue
        told = {one.low for one in view.words[end + 1 : end + 12]}
        before = {one.low for one in view.words[:at]}
        dated = bool((told | before) & _WHEN)
        if (verb.low == "serais" and told & _AWAY and (dated or "du" in told)) or (
            verb.low != "serais" and dated and view.low(at + 1) in ("vous", "te", "t'", "lui", "leur")
        ):
            yield verb.start, verb.end, (cased(verb.text, verb.low[:-1]),)


_THEN = frozenset(["dès", "aussitôt", "sitôt", "quand", "lorsque", "lorsqu'"])
_PROMISED = frozenset(
    ["rappeler", "recontacter", "contacter", "tenir", "écrire", "envoyer", "renvoyer", "transmettre", "prévenir", "revenir", "confirmer", "informer",
     "donner", "appeler", "adresser", "répondre", "communiquer", "apporter", "passer", "remettre", "montrer", "téléphoner", "régler", "déposer", "avertir"]
)  # fmt: skip


def _promise_then(view: View) -> Iterator[Hit]:
    """« Je vous rappellerais dès que possible », « quand j'aurai le prix, je t'écrirais »: what will surely be done."""
    lows = {word.low for word in view.words}
    if not lows & _THEN or lows & (_HYPOTHESIS - {"que", "qu'"}) or view.text.rstrip().endswith("?"):
        return
    if any(
        word.low in ("que", "qu'") and view.low(at - 1) not in _THEN for at, word in enumerate(view.words)
    ):
        return
    verbs = [word for word in view.words if word.only("V") and moods(word) & {"cond", "iimp"}]
    for at, word in enumerate(view.words[:-1]):
        if word.low not in ("je", "j'"):
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        verb = view.at(end)
        if not verb or not view.glued(at, end) or moods(verb) != {"cond"} or verbs != [verb]:
            continue
        if (
            view.low(at + 1) not in ("ne", "n'")
            and lemmas(verb) & _PROMISED
            and view.low(at - 1) not in _THEN
        ):
            yield verb.start, verb.end, (cased(verb.text, verb.low[:-1]),)


def _it_seems(view: View) -> Iterator[Hit]:
    """« Ils nous semblent que », « ils faut », « elle semble que »: what nobody does has « il »."""
    for at, word in enumerate(view.words[:-2]):
        if (
            word.low not in ("ils", "elles")
            or word.clitic
            or not (
                at == 0
                or word.near is False
                or view.words[at - 1].low in ("que", "qu'", "si", "car", "mais", "et", "s'")
            )
        ):
            continue
        end = at + 1
        while view.low(end) in forms.CLITICS:
            end += 1
        verb = view.at(end)
        if not verb or not view.glued(at, end) or not lemmas(verb) & _IMPERSONAL or not forms.finite(verb):
            continue
        after = past(view, end + 1)
        if "falloir" not in lemmas(verb) and not (
            view.low(after) in ("que", "qu'")
            and view.glued(end, after)
            and lemmas(verb) & {"sembler", "paraître"}
        ):
            continue
        single = verb.low if forms.has_person(verb, "3s") else next(iter(forms.conjugated(verb, "3s")), "")
        if single:
            pronouns = "".join(
                f"{one.text}{'' if one.low.endswith(chr(39)) else ' '}" for one in view.words[at + 1 : end]
            )
            yield word.start, verb.end, (f"{cased(word.text, 'il')} {pronouns}{single}",)


def _if(view: View) -> Iterator[Hit]:
    """« Si jamais vous ne seriez pas libre », « si par hasard le colis arriverait »: never -rais behind « si »."""
    for at in range(len(view.words) - 3):
        if view.low(at) not in ("si", "s'") or not (
            at == 0 or not view.words[at].near or view.low(at - 1) in ("et", "mais", "même")
        ):
            continue
        end = at + 1
        while view.low(end) in _BESIDE_IF and view.words[end].near:
            end += 1
        if end == at + 1 or any(lemmas(one) & {"savoir", "demander"} for one in view.words[:at]):
            continue
        found = _subject_verb(view, end)
        if found and moods(found[0]) == {"cond"} and (fixes := forms.conjugated(found[0], found[1], "iimp")):
            yield found[0].start, found[0].end, fixes


def _subject_verb(view: View, at: int) -> tuple[Word, str] | None:
    """The verb, and its person, of the clause that opens with a pronoun or a short group at `at`."""
    person = forms.PERSONS.get(view.low(at), "")
    end = at + 1
    if not person:
        noun = view.at(at + 1)
        if not view.words[at].has("D") or not noun or not noun.has("N"):
            return None
        person, end = ("3p" if view.words[at].low.endswith("s") else "3s"), at + 2
    while view.low(end) in forms.CLITICS:
        end += 1
    verb = view.at(end)
    return (verb, person) if verb and view.glued(at, end) and forms.finite(verb) else None


RULES: tuple[Rule, ...] = (
    rule("mode_souhait_poli", "conjugaison", "La demande polie se met au conditionnel : « -rais », avec un s.", "Remplacez par « nous » : « nous aimerions », et non « nous aimerons ».", _wish,
         (("J'aimerai savoir si le poste est libre.", "aimerais"), ("Je voudrai vraiment comprendre ce refus.", "voudrais"), ("Je souhaiterai que la salle soit chauffée.", "souhaiterais")),
         ("J'aimerais savoir si le poste est libre.", "Quand je voudrai partir, je le dirai.", "Je n'aimerai jamais attendre.", "J'aimerai toujours ce métier.", "Je vous aimerai.")),
    rule("temps_promesse", "conjugaison", "Ce que vous annoncez avec une date se met au futur : « -rai », sans s.", "Remplacez par « nous » : « nous serons absents » (futur) ou « nous serions » (si…) ?", _promise,
         (("Je serais absente du 3 au 7 mai.", "serai"), ("Je vous enverrais le devis demain.", "enverrai"), ("Lundi, je serais en formation.", "serai")),
         ("Je serai absente du 3 au 7 mai.", "Je serais absent lundi si on m'accordait ce congé.", "Je serais disponible lundi.", "Je pourrais passer demain.", "Je vous enverrais bien le devis demain.", "Il dit que je serais absent lundi.")),
    rule("temps_promesse_des_que", "conjugaison", "Ce que vous ferez sûrement, « dès que » ou « quand » le reste sera là, se met au futur : « -rai », sans s.", "Remplacez par « nous » : « nous rappellerons » (futur) ou « nous rappellerions » (si…) ?", _promise_then,
         (("Je vous rappellerais dès que possible.", "rappellerai"), ("Dès que j'aurai le prix, je vous écrirais.", "écrirai"), ("Je te tiendrais au courant quand le colis arrive.", "tiendrai")),
         ("Je vous rappellerai dès que possible.", "Je vous serais reconnaissant de m'écrire dès que possible.", "Je vous rappellerais dès que possible si j'avais votre numéro.", "Quand je pouvais, je vous écrirais.", "Je voudrais partir dès que possible.", "Elle dit que je vous rappellerais dès demain.")),
    rule("accord_il_impersonnel", "accord", "« Il semble que », « il paraît que », « il faut » : « il » ne désigne personne et reste au singulier.", "Qui semble ? Personne : c’est « il », sans s.", _it_seems,
         (("Ils nous semblent que le prix est faux.", "Il nous semble"), ("Ils faut signer ici.", "Il faut")), ("Il nous semble que le prix est faux.", "Ils nous semblent plus chers.", "Il faut signer ici.", "Elles semblent prêtes.")),
    rule("mode_si_jamais", "conjugaison", "Après « si » de condition, on emploie le présent ou l’imparfait.", "« Si jamais vous étiez », jamais « seriez » après « si ».", _if,
         (("Si jamais vous ne seriez pas libre, écrivez-nous.", "étiez"), ("Si par hasard le colis arriverait tôt, ouvrez-le.", "arrivait")),
         ("Si jamais vous n'étiez pas libre, écrivez-nous.", "Je me demande si jamais ils viendraient.", "Dussé-je attendre, je reste.", "Vous dites que vous ne seriez pas libre, si jamais nous venions.")),
)  # fmt: skip
