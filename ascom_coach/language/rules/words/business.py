# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Faults that business mails are full of: participles after « avoir », set phrases of letters, « des que », « si-joint »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of
from ascom_coach.language.syntax.view import View

_ADVERBS = frozenset(
    ["bien", "déjà", "toujours", "pas", "jamais", "aussi", "également", "encore", "malheureusement"]
)
_DETERMINERS = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "des",
        "votre",
        "vos",
        "notre",
        "nos",
        "mon",
        "ma",
        "mes",
        "ce",
        "cet",
        "cette",
        "ces",
    ]
)


def _no_agreement(view: View) -> Iterator[Hit]:
    """« nous avons reçus votre courrier »: the object comes after the verb."""
    for index in (0, 1):
        word = view.at(index)
        if (
            not word
            or word.low not in forms.PERSONS
            or word.clitic
            or (index and view.low(0) not in ("mais", "car", "donc"))
        ):
            continue
        at = index + 1
        if view.low(at) not in forms.AVOIR:
            continue
        at += 1
        while view.low(at) in _ADVERBS:
            at += 1
        target = view.at(at)
        after = view.at(at + 1)
        if (
            not target
            or not after
            or not after.near
            or after.low not in _DETERMINERS
            or not view.glued(index, at)
        ):
            continue
        if target.verb("ppas") and not forms.agrees(target, "m", "s") and not target.verb("ipre"):
            yield target.start, target.end, forms.participles(target)


def _adjective_before(view: View) -> Iterator[Hit]:
    """« nos sincère salutations »."""
    plural = ("des", "ces", "mes", "tes", "ses", "nos", "vos", "quelques", "les")
    for index in range(len(view.words) - 2):
        word, adjective, noun = view.words[index], view.words[index + 1], view.words[index + 2]
        if word.low not in plural or not view.glued(index, index + 2) or adjective.clitic or noun.clitic:
            continue
        if (
            adjective.only("A")
            and numbers_of(adjective) == {"s"}
            and noun.has("N")
            and numbers_of(noun) == {"p"}
        ):
            gender = next((one.gender for one in noun.readings if one.pos == "N"), "")
            if fixes := forms.agreed(adjective, gender, "p"):
                yield adjective.start, adjective.end, fixes


def _relative(view: View) -> Iterator[Hit]:
    """« les clients qui attend »."""
    for index in range(len(view.words) - 3):
        word, noun, who = view.words[index], view.words[index + 1], view.words[index + 2]
        if (
            word.low not in ("les", "des", "ces", "nos", "vos")
            or who.low != "qui"
            or not view.glued(index, index + 2)
        ):
            continue
        before = view.at(index - 1)
        if (
            numbers_of(noun) != {"p"}
            or not noun.has("N")
            or (before and before.near and before.has("N"))
            or view.low(index - 1) in ("un", "une", "de", "d'")
        ):
            continue
        at = index + 3
        while view.low(at) in forms.CLITICS:
            at += 1
        verb = view.at(at)
        if (
            verb
            and view.glued(index, at)
            and forms.finite(verb)
            and forms.has_person(verb, "3s")
            and not forms.has_person(verb, "3p")
            and not verb.verb("ppas")
        ):
            yield verb.start, verb.end, forms.conjugated(verb, "3p")


def _this(view: View) -> Iterator[Hit]:
    """« de se contretemps »."""
    for index in range(1, len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if (
            word.low == "se"
            and view.low(index - 1) in ("de", "pour", "dans", "avec", "par", "sur", "sans")
            and noun.near
            and not noun.clitic
        ):
            masculine = noun.only("N") and {one.gender for one in noun.readings} == {"m"}
            if masculine:
                yield word.start, word.end, ("ce",)


def _itself(view: View) -> Iterator[Hit]:
    """« il c'est trompé »."""
    for index in range(len(view.words) - 3):
        if (
            view.low(index) in ("il", "elle", "on")
            and view.low(index + 1) == "c'"
            and view.low(index + 2) == "est"
            and view.glued(index, index + 3)
        ):
            reflexive = view.words[index + 3].verb("ppas", "q") and not view.words[index].clitic
            if reflexive:
                yield view.words[index + 1].start, view.words[index + 2].end, ("s'est",)


def _rule(
    name: str, label: Label, pattern: str, fix: str, message: str, test: str, wrong: str, right: str
) -> Rule:
    group = "x" if "(?P<x>" in pattern else 0
    return Rule(
        name,
        label,
        message,
        test,
        by_pattern(pattern, fix, group=group),
        ((wrong, fix if "\\" not in fix else ""),),
        (right,),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "accord_avoir_sans_cod", "accord", "Avec « avoir », le participe ne s’accorde pas avec le sujet.", "… quoi ? La réponse est après le verbe : pas d’accord.",
        by_view(_no_agreement), (("Nous avons bien reçus votre courrier.", "reçu"), ("Ils ont oubliés le bon.", "oublié")),
        ("Nous avons bien reçu votre courrier.", "Ils les ont oubliés."),
    ),
    Rule(
        "accord_adjectif_devant", "accord", "L’adjectif placé devant un nom pluriel se met au pluriel.", "Plusieurs : la marque du pluriel sur chaque mot.",
        by_view(_adjective_before), (("Voici nos sincère salutations.", "sincères"),), ("Voici nos sincères salutations.",),
    ),
    Rule(
        "accord_relatif", "accord", "Après « qui », le verbe s’accorde avec le nom qui précède.", "Remplacez « qui » par « ils » ou « elles ».",
        by_view(_relative), (("Les clients qui attend sont là.", "attendent"),), ("Les clients qui attendent sont là.", "Un de nos clients qui attend."),
    ),
    Rule(
        "homophone_se_ce_nom", "homophones", "Devant un nom, on écrit « ce ».", "Si l’on peut dire « cette chose », c’est « ce ».",
        by_view(_this), (("Je suis navré de se contretemps.", "ce"),), ("Je suis navré de ce contretemps.", "Il parle de se plaindre."),
    ),
    Rule(
        "homophone_c_est_s_est", "homophones", "Devant le participe d’un verbe pronominal, on écrit « s’est ».", "Si l’on peut dire « je me suis », c’est « s’est ».",
        by_view(_itself), (("Il c'est trompé d'adresse.", "s'est"),), ("Il s'est trompé d'adresse.", "C'est noté."),
    ),
    _rule("homophone_envoi", "homophones", r"(?<![\w'-])(?:je|j') ?(?:vous |te |t'|lui |leur )?(?P<x>envois?)(?![\w'-])", "envoie", "Le verbe s’écrit « envoie » ; « envoi » est le nom.", "Si l’on peut dire « j’expédie », c’est « envoie ».", "Je vous envoi le devis.", "Je vous envoie le devis."),
    _rule("homophone_rappel", "homophones", r"(?<![\w'-])(?:je|j') ?(?:vous |te |t'|lui |leur )(?P<x>rappel)(?![\w'-])", "rappelle", "Le verbe s’écrit « rappelle » ; « rappel » est le nom.", "Au futur : « je rappellerai ».", "Je vous rappel lundi.", "Je vous rappelle lundi."),
    _rule("conj_tenir_informe", "conjugaison", r"(?<![\w'-])(?:tenir|tiens|tient|tenons|tenez|tiendrai|tiendrons) (?P<x>informer)(?![\w'-])", "informé", "« Tenir informé » : c’est le participe passé.", "Si l’on peut dire « tenir prêt », c’est -é.", "Merci de me tenir informer.", "Merci de me tenir informé."),
    _rule("conj_il_y_as", "conjugaison", r"(?<![\w'-])il (?:n')?y (?P<x>as|à)(?![\w'-])", "a", "« Il y a » : c’est le verbe avoir à la troisième personne.", "Si l’on peut dire « il y avait », c’est « a ».", "Il y as deux cartons.", "Il y a deux cartons."),
    _rule("conj_avoir_dis", "conjugaison", r"(?<![\w'-])(?:ai|as|a|avons|avez|ont) (?:bien |déjà |pas )?(?P<x>dis)(?![\w'-])", "dit", "Le participe de « dire » s’écrit « dit ».", "Au féminin on entend « dite » : un t.", "Elle a dis oui.", "Elle a dit oui."),
    _rule("conj_avoir_ete", "conjugaison", r"(?<![\w'-])(?:ai|as|a|avons|avez|ont|avait|avaient) (?:bien |déjà |pas |toutes |tous )?(?P<x>étés|étaient|étées?)(?![\w'-])", "été", "« Été », participe du verbe être, est invariable.", "Toujours « été » après avoir.", "Les chaises ont étés comptées.", "Les chaises ont été comptées."),
    _rule("orthographe_des", "orthographe", r"(?<![\w'-])(?P<x>des)(?= (?:que|qu'|lors|réception|à présent|maintenant|aujourd'hui|demain)(?![\w-]))", "dès", "Au sens de « à partir de », « dès » prend l’accent grave.", "Si l’on peut dire « à partir de », c’est « dès ».", "Répondez des que possible.", "Répondez dès que possible."),
    _rule("homophone_reste_a", "homophones", r"(?<![\w'-])(?:reste|restons|tiens|tenons|restant|sommes) (?:bien sûr )?(?P<x>a)(?= (?:votre|vos|ta|leur) )", "à", "« À votre disposition » : la préposition prend l’accent.", "« avait » ne convient pas ici : c’est « à ».", "Je reste a votre disposition.", "Je reste à votre disposition."),
    _rule("orthographe_ci_joint", "orthographe", r"(?<![\w'-])(?P<x>[sç]i[- ]joint)(?=e?s?\b)", "ci-joint", "On écrit « ci-joint », avec un c et un trait d’union.", "« Ci » veut dire « ici ».", "Voir le plan si-joint.", "Voir le plan ci-joint."),
    _rule("typo_a_t_il", "typographie", r"(?<![\w'-])(?P<v>a|va|aura|sera|faudra) t-(?P<s>il|elle|on)(?![\w'-])", "\\g<v>-t-\\g<s>", "Le verbe, le t et le pronom sont reliés par deux traits d’union.", "A-t-il : deux traits d’union.", "Aura t-il le bon ?", "Aura-t-il le bon ?"),
    _rule("orthographe_gene", "orthographe", r"(?<![\w'-])(?:la|toute|une|cette|de) (?P<x>gène)(?![\w'-])", "gêne", "L’embarras s’écrit « gêne » ; le « gène » relève de la biologie.", "Pensez à « gêner ».", "Pardon pour la gène occasionnée.", "Pardon pour la gêne occasionnée."),
    _rule("homophone_ne_se", "homophones", r"(?<![\w'-])ne (?P<x>ce)(?= \w)", "se", "Après « ne », devant un verbe, on écrit « se ».", "Si l’on peut dire « me », c’est « se ».", "Cela ne ce reproduira plus.", "Cela ne se reproduira plus."),
    _rule("orthographe_attente", "orthographe", r"(?<![\w'-])(?:l'|une |votre )(?P<x>attende)(?![\w'-])", "attente", "Le nom s’écrit « attente ».", "Une attente, des attentes.", "Dans l'attende de vous lire.", "Dans l'attente de vous lire."),
)  # fmt: skip
