# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Person and mood of the verb."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.rules.verbs._other_tenses import supposed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import BETWEEN, set_off, shared_verb
from ascom_coach.language.syntax.spine import spines
from ascom_coach.language.syntax.view import View, Word


def _person(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        person = forms.PERSONS.get(word.low)
        if not person or word.clitic or not _is_subject(view, index):
            continue
        at = index + 1
        while view.low(at) in forms.CLITICS and not (
            view.low(at) in ("nous", "vous") and word.low == "elles"
        ):
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or target.clitic or not target.text.islower():
            continue
        if not forms.finite(target) or forms.has_person(target, person):
            continue
        if word.low in ("nous", "vous") and (
            _other_subject(view, index, target) or any(one.verb == at for one in spines(view))
        ):
            continue
        if (
            word.low in ("nous", "vous")
            and view.low(index - 1) in ("et", "mais")
            and shared_verb(view, index, target)
        ):
            continue
        if word.low == "on" and target.verb("ppas") and _stands_for_ont(view, index):
            continue
        turned = view.at(at + 1)
        if turned and turned.clitic and turned.low in forms.PERSONS:
            continue  # « vous a-t-on remis… » : the subject hangs behind
        if any(one.pos in "RPCDO" for one in target.readings) or (target.has("N", "A") and at > index + 1):
            continue
        if target.verb("inf"):
            continue
        if target.verb("ppas") and word.low in ("nous", "vous"):
            continue
        fixes = forms.conjugated(target, person)
        if fixes:
            yield target.start, target.end, fixes


def _stands_for_ont(view: View, index: int) -> bool:
    """« Les locataires on reçu », « qui on pris »: « ont », which other rules say."""
    before = view.at(index - 1)
    if not before or not view.words[index].near:
        return False
    return before.low == "qui" or (before.has("N") and before.low.endswith(("s", "x")))


def _other_subject(view: View, index: int, verb: Word) -> bool:
    """« Tu nous fais attendre, nous prends de haut »: the subject stands before, « nous » is an object."""
    return any(
        forms.has_person(verb, forms.PERSONS[one.low])
        for one in view.words[:index]
        if one.low in forms.PERSONS and not one.clitic
    )


def _titled(view: View, index: int) -> bool:
    """« Votre tutrice, Mme Oberlin, vous suivra »: a person named between two commas before « vous »."""
    commas = view.text[: view.words[index].start - view.offset].count(",")
    return any(
        word.low in ("mme", "m", "mlle", "monsieur", "madame")
        for word in view.words[0 if commas > 1 else 1 : index]
    )


def _is_subject(view: View, index: int) -> bool:
    word, before = view.words[index], view.low(index - 1)
    if word.low in ("je", "j'", "tu", "ils"):
        return before not in ("et", "ou", "ni") or word.low != "ils"
    starts = index == 0 or not word.near
    if word.low in ("nous", "vous"):
        if set_off(view, index):
            return False
        if index and not word.near:
            return before in ("donc", "ainsi") or (
                view.text[: word.start - view.offset].rstrip().endswith(",")
                and index <= 6
                and before not in forms.PERSONS
                and not _titled(view, index)
            )
        if before == "et" and (index == 1 or view.low(index + 1) in ("en", "y")):
            return False  # the sentence goes on from another line; « et vous en remercie »
        if before == "et" and any(_has_subject(view.words[earlier]) for earlier in range(index - 1)):
            return False  # « je reste à votre écoute et vous prie… »: an object, the subject stands before
        return index == 0 or before in (
            "si",
            "car",
            "donc",
            "lorsque",
            "puisque",
            "comme",
            "mais",
            "et",
            "cependant",
            "alors",
        )
    if word.low in ("il", "on"):
        return True
    return starts or before in (
        "qu'",
        "si",
        "car",
        "mais",
        "lorsqu'",
        "puisqu'",
        "donc",
        "quand",
        "dont",
        "où",
    )


def _has_subject(word: Word) -> bool:
    """Whether the word is a subject pronoun or a verb, which has a subject."""
    return (
        word.low in forms.PERSONS or word.low in forms.AUXILIARIES or (word.only("V") and forms.finite(word))
    )


def _if_conditional(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in ("si", "s'") or not (
            index == 0 or view.low(index - 1) in ("même", "comme", "et") or not word.near
        ):
            continue
        at = index + 1
        subject = view.low(at)
        if subject not in forms.PERSONS:
            continue
        at += 1
        while view.low(at) in forms.CLITICS:
            at += 1
        target = view.at(at)
        if (
            target
            and view.glued(index, at)
            and target.only("V")
            and target.verb("cond")
            and not target.verb("ipre")
        ):
            yield target.start, target.end, supposed(target, forms.PERSONS[subject])


_TRIGGERS = frozenset(["faut", "faudra", "faudrait", "fallait", "falloir", "pour", "afin", "bien", "avant", "souhaite", "souhaitons", "souhaitez", "souhaiterais", "souhaiterions", "veux", "veut", "voulons", "voulez", "voudrais", "voudrions", "exige", "exigeons", "exigez", "nécessaire", "indispensable", "important", "préférable", "dommage", "regrettable", "jusqu'à", "attendant", "souhaitable", "impératif", "essentiel", "urgent", "admettant"])  # fmt: skip


def _subjunctive(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        concession = word.low in ("quoique", "quoiqu'")
        if not concession and word.low not in ("que", "qu'"):
            continue
        before, earlier = view.low(index - 1), view.low(index - 2)
        asked = (
            before in _TRIGGERS
            or (before == "ce" and earlier == "à" and view.low(index - 3) == "jusqu'")
            or (before == "pas" and earlier in ("faut", "exige", "veux", "voulons", "faudrait"))
        )
        if not concession and (
            not asked
            or (
                before == "bien"
                and earlier in ("je", "si", "aussi", "savez", "sais", "est", "veux", "voulons", "comprends")
            )
        ):
            continue
        if before == "bien" and index > 1 and view.words[index - 1].near and earlier not in ("et", "mais"):
            continue
        if (
            before in ("pour", "afin", "bien", "avant")
            and not view.words[index - 1].near
            and index > 1
            and before == "pour"
        ):
            continue
        subject = view.low(index + 1)
        if subject not in forms.PERSONS or earlier in ("un", "le", "ce", "du", "au", "la", "une", "cette"):
            continue
        at = index + 2
        while view.low(at) in forms.CLITICS:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or not target.verb("ipre") or target.verb("spre"):
            continue
        if not any(one.pos == "V" and "ipre" in one.tags for one in target.readings) or not forms.has_person(
            target, forms.PERSONS[subject]
        ):
            continue
        fixes = forms.conjugated(target, forms.PERSONS[subject], "spre")
        if fixes and target.low not in fixes:
            yield target.start, target.end, fixes


def _past_simple(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in ("ai", "as", "a", "avons", "avez", "ont"):
            continue
        at = index + 1
        if view.at(at) and view.words[at].clitic:
            at += 1
        while view.low(at) in BETWEEN:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or not target.only("V") or target.clitic:
            continue
        if all(
            one.tags & {"ipsi", "simp"} and not one.tags & {"ppas", "ipre", "inf"} for one in target.readings
        ):
            yield target.start, target.end, forms.participles(target)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule(
        "conj_personne", "conjugaison", "Le verbe s’accorde avec son sujet.", "Trouvez le sujet : qui fait l’action ?",
        by_view(_person), (("Je vous confirmes notre accord.", "confirme"), ("Ils arrive demain.", "arrivent"), ("Vous trouverai le devis joint.", "trouverez")),
        ("Je vous confirme notre accord.", "Ils arrivent demain.", "Il nous appelle.", "Nous vous rappelons.", "Vous et moi viendrons.",
         "Ce que nous vend ce magasin est bon.", "Elle et lui viennent.", "Je les ai vus.",
         "Je reste à votre écoute et vous prie de me répondre.", "Nous avons noté votre appel et vous remercions.", "Ces filtres laissent passer l'air, mais vous protègent.", "Deux conseillères, tenues au secret, vous reçoivent.", "Ce hall, jadis si gai, nous sert de dépôt."),
    ),
    Rule(
        "conj_si_conditionnel", "conjugaison", "Après « si » de condition, pas de conditionnel : on emploie l’imparfait.", "« Les si n’aiment pas les -rais ».",
        by_view(_if_conditional), (("Si nous aurions le stock, nous livrerions.", "avions"),),
        ("Si nous avions le stock, nous livrerions.", "Je me demande si vous pourriez venir."),
    ),
    Rule(
        "conj_subjonctif", "conjugaison", "Cette tournure demande le subjonctif.", "Essayez avec « faire » : si l’on dit « fasse », c’est le subjonctif.",
        by_view(_subjunctive), (("Il faut que vous êtes présent.", "soyez"), ("Bien que nous avons répondu, il insiste.", "ayons")),
        ("Il faut que vous soyez présent.", "Je sais bien que vous êtes là.", "Il est important que nous venions."),
    ),
    Rule(
        "conj_passe_simple", "conjugaison", "Après « avoir », c’est le participe passé et non le passé simple.", "Mettez au féminin pour entendre la fin : « mise », « prise ».",
        by_view(_past_simple), (("Elle a permit l'échange.", "permis"),), ("Elle a permis l'échange.", "Il a fini."),
    ),
    Rule(
        "conj_dit_faites", "conjugaison", "« Dire » et « faire » ont une forme à part avec « vous ».", "Vous dites, vous faites.",
        by_pattern(r"(?<![\w'-])(?P<v>disez|faisez)(?![\w'-])", "dites", "faites"), (("Vous disez oui.", "dites"),), ("Vous dites oui.",),
    ),
)
# fmt: on
