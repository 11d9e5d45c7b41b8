"""Verb endings: infinitive or participle, person, mood."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.rulebase import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.view import View, Word

_MODALS = frozenset(
    "peux peut pouvons pouvez peuvent pourrai pourra pourrons pourrez pourront pourrais pourrait pourrions pourriez pourraient "
    "pouvoir dois doit devons devez doivent devrai devra devrons devrez devront devrais devrait devrions devriez devraient devoir "
    "vais vas va allons allez vont veux veut voulons voulez veulent voudrais voudrait voudrions voudriez vouloir faut faudra faudrait "
    "souhaite souhaitons souhaitez souhaiterais souhaiterions souhaiteriez désire désirons désirez préférez préfère sais savez savons".split()
)
_OBJECTS = forms.CLITICS - {"ne", "n'"}
_INFINITIVE_AFTER = frozenset("pour afin sans".split())
_ASK_DE = frozenset("merci afin avant lieu prie prions prier demande demandons demander permettre permet propose proposons proposer loin essayer "
                    "essayons accepter acceptez regret plaisir honneur possibilité besoin intention finir fin".split())  # fmt: skip
_ADVERBS = frozenset("bien déjà toujours pas jamais plus aussi également bientôt encore tout vraiment malheureusement souvent rapidement mal trop".split())


def _participle_or_vous(word: Word) -> bool:
    """A form in -é, -ée, -és, -ées or -ez, which sounds like an infinitive in -er."""
    if word.low in ("été", "assez", "chez", "nez", "passé", "rez") or not word.readings:
        return False
    ends = word.low.endswith(("é", "ée", "és", "ées", "ez"))
    return ends and any(one.pos == "V" and one.lemma.endswith("er") and (one.tags & {"ppas", "2p"}) for one in word.readings)


def _to_infinitive(word: Word) -> tuple[str, ...]:
    return tuple(cased(word.text, lemma) for lemma in forms.infinitives(word) if lemma.endswith("er"))[:2]


def _after_veuillez(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low != "veuillez":
            continue
        at = index + 1
        while view.low(at) in _OBJECTS | {"ne", "bien", "également", "donc", "pas"}:
            at += 1
        target = view.at(at)
        if target and view.glued(index, at) and not target.verb("inf") and (_participle_or_vous(target) or target.verb("ppas")):
            if not target.has("N") or _participle_or_vous(target):
                yield target.start, target.end, tuple(forms.infinitives(target))


def _after_modal(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in _MODALS or (word.low == "va" and view.low(index - 1) in ("ça", "cela", "y")):
            continue
        at = index + 1
        if view.at(at) and view.words[at].clitic and view.low(at) in forms.PERSONS:
            at += 1
        while view.low(at) in _OBJECTS | {"bien", "donc", "pas", "également", "aussi"}:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or not _participle_or_vous(target):
            continue
        if target.low.endswith("ez") or not target.has("N"):
            yield target.start, target.end, _to_infinitive(target)


def _after_preposition(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        at = index + 1
        pronouns = 0
        while view.low(at) in _OBJECTS | {"ne", "pas", "bien"}:
            at, pronouns = at + 1, pronouns + 1
        target = view.at(at)
        if not target or not view.glued(index, at) or not _participle_or_vous(target) or target.low.endswith(("ée", "ées")):
            continue
        asked = word.low in ("de", "d'") and view.low(index - 1) in _ASK_DE
        if word.low in ("de", "d'", "pour", "à", "sans") and target.low.endswith("ez") and target.only("V"):
            yield target.start, target.end, _to_infinitive(target)
        elif (word.low == "pour" and (pronouns or _determiner(view.low(at + 1))) and not target.has("N")) or (
            asked and not target.has("N") and (pronouns or _determiner(view.low(at + 1)) or word.low == "d'")
        ):
            yield target.start, target.end, _to_infinitive(target)


def _determiner(low: str) -> bool:
    return low in frozenset("le la les l' un une des votre vos notre nos mon ma mes son sa ses ce cet cette ces leur leurs".split())


def _auxiliary_infinitive(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in forms.AVOIR | forms.ETRE or word.low in ("avoir", "être", "a", "ayant", "eu"):
            continue
        at = index + 1
        if view.at(at) and view.words[at].clitic and view.low(at) in forms.PERSONS:
            at += 1
        while view.low(at) in _ADVERBS:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or target.clitic or not target.low.endswith("er"):
            continue
        if not target.only("V") or not target.verb("inf"):
            continue
        subject_is_neuter = word.low in ("est", "était", "sera", "serait") and view.low(index - 1) not in ("il", "elle", "on", "s'", "qui", "n'")
        if subject_is_neuter and view.low(index - 1) in ("c'", "but", "objectif", "mieux", "rôle", "idée", "ce"):
            continue
        yield target.start, target.end, forms.participles(target) + forms.participles(target, "f")


def _has_infinitive(view: View) -> Iterator[Hit]:
    """« il a envoyer »: a subject pronoun, « a », an infinitive in -er."""
    for index, word in enumerate(view.words):
        target = view.at(index + 1)
        if word.low == "a" and target and target.near and view.low(index - 1) in ("il", "elle", "on", "qui", "l'", "cela"):
            if target.low.endswith("er") and target.only("V") and target.verb("inf"):
                yield target.start, target.end, forms.participles(target)


def _a_infinitive(view: View) -> Iterator[Hit]:
    """« prêt a partir »: « a » then an infinitive, with no subject pronoun before."""
    for index, word in enumerate(view.words):
        if word.low != "a" or word.clitic:
            continue
        at = index + 1
        while view.low(at) in _OBJECTS:
            at += 1
        target = view.at(at)
        before = view.low(index - 1)
        if before in ("il", "elle", "on", "qui", "l'", "y", "n'", "cela", "ça", "m'", "t'", "en", "nous", "vous", "lui", "leur", "me", "te", "les"):
            continue
        if target and view.glued(index, at) and target.verb("inf") and target.only("V") and index:
            yield word.start, word.end, (cased(word.text, "à"),)


def _person(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        person = forms.PERSONS.get(word.low)
        if not person or word.clitic or not _is_subject(view, index):
            continue
        at = index + 1
        while view.low(at) in forms.CLITICS and not (view.low(at) in ("nous", "vous") and word.low == "elles"):
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or target.clitic or not target.text.islower():
            continue
        if not forms.finite(target) or forms.has_person(target, person):
            continue
        if any(one.pos in "RPCDO" for one in target.readings) or (target.has("N", "A") and at > index + 1):
            continue
        if target.verb("inf"):
            continue
        if target.verb("ppas") and word.low in ("nous", "vous"):
            continue
        fixes = forms.conjugated(target, person)
        if fixes:
            yield target.start, target.end, fixes


def _is_subject(view: View, index: int) -> bool:
    word, before = view.words[index], view.low(index - 1)
    if word.low in ("je", "j'", "tu", "ils"):
        return before not in ("et", "ou", "ni") or word.low != "ils"
    starts = index == 0 or not word.near
    if word.low in ("nous", "vous"):
        if index and not word.near:
            return before in ("donc", "ainsi") or (view.text[: word.start - view.offset].rstrip().endswith(",") and index <= 6 and before not in forms.PERSONS)
        return index == 0 or before in ("si", "car", "donc", "lorsque", "puisque", "comme", "mais", "et", "cependant", "alors")
    if word.low in ("il", "on"):
        return True
    return starts or before in ("qu'", "si", "car", "mais", "lorsqu'", "puisqu'", "donc", "quand", "dont", "où")


def _if_conditional(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in ("si", "s'") or not (index == 0 or view.low(index - 1) in ("même", "comme", "et") or not word.near):
            continue
        at = index + 1
        subject = view.low(at)
        if subject not in forms.PERSONS:
            continue
        at += 1
        while view.low(at) in forms.CLITICS:
            at += 1
        target = view.at(at)
        if target and view.glued(index, at) and target.only("V") and target.verb("cond") and not target.verb("ipre"):
            yield target.start, target.end, forms.conjugated(target, forms.PERSONS[subject], "iimp")


_TRIGGERS = frozenset("faut faudra faudrait fallait falloir pour afin bien avant souhaite souhaitons souhaitez souhaiterais souhaiterions veux veut voulons voulez "
                      "voudrais voudrions exige exigeons exigez nécessaire indispensable important préférable dommage regrettable jusqu'à attendant "
                      "souhaitable impératif essentiel urgent admettant".split())  # fmt: skip


def _subjunctive(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        concession = word.low in ("quoique", "quoiqu'")
        if not concession and word.low not in ("que", "qu'"):
            continue
        before, earlier = view.low(index - 1), view.low(index - 2)
        asked = before in _TRIGGERS or (before == "ce" and earlier in ("jusqu'à", "à")) or (before == "pas" and earlier in ("faut", "exige", "veux", "voulons", "faudrait"))
        if not concession and (not asked or (before == "bien" and earlier in ("je", "si", "aussi", "savez", "sais", "est", "veux", "voulons", "comprends"))):
            continue
        if before in ("pour", "afin", "bien", "avant") and not view.words[index - 1].near and index > 1 and before == "pour":
            continue
        subject = view.low(index + 1)
        if subject not in forms.PERSONS:
            continue
        at = index + 2
        while view.low(at) in forms.CLITICS:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or not target.verb("ipre") or target.verb("spre"):
            continue
        if not any(one.pos == "V" and "ipre" in one.tags for one in target.readings) or not forms.has_person(target, forms.PERSONS[subject]):
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
        while view.low(at) in _ADVERBS:
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or not target.only("V") or target.clitic:
            continue
        if all(one.tags & {"ipsi", "simp"} and not one.tags & {"ppas", "ipre", "inf"} for one in target.readings):
            yield target.start, target.end, forms.participles(target)


RULES: tuple[Rule, ...] = (
    Rule(
        "conj_veuillez", "conjugaison", "« Veuillez » est suivi d’un infinitif.", "Remplacez par « veuillez prendre » : c’est l’infinitif.",
        by_view(_after_veuillez), (("Veuillez trouvé le devis joint.", "trouver"), ("Veuillez nous contactez.", "contacter")),
        ("Veuillez trouver le devis joint.", "Veuillez agréer nos salutations distinguées."),
    ),
    Rule(
        "conj_infinitif_modal", "conjugaison", "Après « pouvoir », « devoir », « vouloir », « aller », le verbe est à l’infinitif.", "Si l’on peut dire « prendre », c’est -er.",
        by_view(_after_modal), (("Vous pouvez nous contactez par mail.", "contacter"), ("Nous devons vérifié le stock.", "vérifier")),
        ("Vous pouvez nous contacter par mail.", "Il doit trois mois de loyer.", "Vous devez être rassuré.", "Allez-y, présentez-vous."),
    ),
    Rule(
        "conj_infinitif_preposition", "conjugaison", "Après une préposition (pour, de, à, sans), le verbe est à l’infinitif.", "Si l’on peut dire « prendre », c’est -er.",
        by_view(_after_preposition), (("Merci de nous envoyez le plan.", "envoyer"), ("Je passe pour signé le contrat.", "signer")),
        ("Merci de nous envoyer le plan.", "Rien de prévu.", "Pour nos employés, c'est clair.", "Il vient de chez vous."),
    ),
    Rule(
        "conj_participe_auxiliaire", "conjugaison", "Après « avoir » ou « être », le verbe est au participe passé.", "Si l’on peut dire « pris », c’est -é.",
        by_view(_auxiliary_infinitive), (("Nous avons envoyer le colis.", "envoyé"), ("Avez-vous signer le bon ?", "signé")),
        ("Nous avons envoyé le colis.", "Nous avons à payer deux factures.", "Le but est de signer.", "Vous êtes à votre poste, dîner compris."),
    ),
    Rule(
        "conj_a_participe", "conjugaison", "Après « a », verbe avoir, le verbe est au participe passé.", "Si l’on peut dire « pris », c’est -é.",
        by_view(_has_infinitive), (("Il a envoyer la facture.", "envoyé"),), ("Il a envoyé la facture.", "Il a à payer."),
    ),
    Rule(
        "homophone_a_infinitif", "homophones", "Devant un infinitif, « à » prend l’accent.", "« avait » ne convient pas ici : c’est « à ».",
        by_view(_a_infinitive), (("Les colis sont prêts a partir.", "à"), ("Nous cherchons a vous joindre.", "à")),
        ("Les colis sont prêts à partir.", "Elle a pouvoir de signer."),
    ),
    Rule(
        "conj_personne", "conjugaison", "Le verbe s’accorde avec son sujet.", "Trouvez le sujet : qui fait l’action ?",
        by_view(_person), (("Je vous confirmes notre accord.", "confirme"), ("Ils arrive demain.", "arrivent"), ("Vous trouverai le devis joint.", "trouverez")),
        ("Je vous confirme notre accord.", "Ils arrivent demain.", "Il nous appelle.", "Nous vous rappelons.", "Vous et moi viendrons.",
         "Ce que nous vend ce magasin est bon.", "Elle et lui viennent.", "Je les ai vus."),
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
)  # fmt: skip
