# ruff: noqa: E501 -- an example stays on one line
"""How a sentence opens and what it asks: participles without their comma, days in a row, questions that end like statements."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, mark_rule
from ascom_coach.language.rules.made import lowered_first
from ascom_coach.language.rules.marks.run_on import complete, verb_of
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.commas import SUBJECTS, comma_after, verb_at
from ascom_coach.language.syntax.view import View

_HELD = frozenset(
    [
        "que",
        "qu'",
        "qui",
        "dont",
        "où",
        "si",
        "s'",
        "quand",
        "lorsque",
        "comme",
        "et",
        "ou",
        "mais",
        "car",
        "donc",
        "ni",
    ]
)
_ACCORDING = frozenset(
    [
        "conformément",
        "contrairement",
        "compte",
        "vu",
        "hormis",
        "outre",
        "étant",
        "relativement",
        "indépendamment",
    ]
)
_DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])


def _participle_opens(view: View) -> Iterator[Hit]:
    """« Étant absent lundi je vous propose mardi », « Arrivée en avance elle a attendu »."""
    first = 1 if view.low(0) in ("n'", "ne", "m'", "s'", "me", "se", "vous", "nous", "l'") else 0
    word = view.at(first)
    if word is None or len(view.words) < 6 or "?" in view.text:
        return
    told = word.verb("ppre") or (
        first == 0
        and (word.low in _ACCORDING or (word.verb("ppas") and word.low.endswith(("é", "ée", "és", "ées"))))
    )
    if not told:
        return
    for at in range(first + 1, len(view.words) - 1):
        here = view.words[at]
        if not here.near or here.clitic or here.low in _HELD:
            return
        if here.low in SUBJECTS and at > first + 1 and complete(view.words[at - 1]) and verb_of(view, at):
            yield comma_after(view, at - 1)
            return
        if verb_at(view, at) and not here.has("N", "A"):
            return


def _days(view: View) -> Iterator[Hit]:
    """« ouvert lundi mardi et jeudi »."""
    for at in range(len(view.words) - 1):
        if view.low(at) in _DAYS and view.low(at + 1) in _DAYS and view.words[at + 1].near:
            yield comma_after(view, at)


def _asked(view: View) -> Iterator[Hit]:
    """« Qui peut me remplacer mardi. », « Que faut-il apporter. », « Pourquoi la facture n'est pas arrivée. »."""
    text = view.text.rstrip()
    if not text.endswith(".") or text.endswith("..") or len(view.words) < 3 or "," in text or "«" in text:
        return
    low, turned = view.low(0), view.words[2].clitic and view.low(2) in SUBJECTS
    verbs = sum(verb_at(view, at) for at in range(1, len(view.words)))
    here = 1
    while view.low(here) in forms.CLITICS:
        here += 1
    who = (
        low == "qui"
        and here < len(view.words)
        and verb_at(view, here)
        and verbs == 1
        and forms.has_person(view.words[here], "3s")
    )
    what = low in ("que", "qu'") and turned
    why = low == "pourquoi" and verbs == 1 and (view.words[1].has("D") or view.low(1) in SUBJECTS)
    if who or what or why:
        last = view.words[-1]
        yield last.start, view.offset + len(text), (last.text + " ?",)


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("participe_tete", "Ce qui ouvre la phrase, avant le sujet, est suivi d’une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_participle_opens),
          (("Étant absent lundi je vous propose mardi.", "lundi,"), ("N'ayant reçu aucune réponse je vous relance.", "réponse,"), ("Arrivée en avance elle a attendu dehors.", "avance,"), ("Conformément à notre accord vous recevrez un avoir.", "accord,")),
          ("Étant absent lundi, je vous propose mardi.", "Étant donné que vous partez, je reste.", "Passé midi, elle a fermé.", "Ayant vu qu'il pleuvait il est rentré.", "Restée seule, elle a lu.")),
    mark_rule("jours", "Les jours d’une liste sont séparés par des virgules.", "Comptez-les : une virgule entre chacun, « et » avant le dernier.", by_view(_days),
          (("Le guichet ouvre lundi mardi et jeudi.", "lundi,"),), ("Le guichet ouvre lundi, mardi et jeudi.", "Du lundi au mardi.")),
    mark_rule("question_ouverte", "Une question directe se termine par un point d’interrogation.", "Attendez-vous une réponse ? Mettez « ? ».", by_view(_asked),
          (("Qui peut me remplacer mardi.", "mardi ?"), ("Que faut-il apporter.", "apporter ?"), ("Pourquoi la facture n'est pas arrivée.", "arrivée ?")),
          ("Qui peut me remplacer mardi ?", "Qui veut la paix prépare la guerre.", "Que chacun apporte un plat.", "Pourquoi pas lundi.", "Que vous veniez me suffit.")),
    mark_rule("si_deux_points", "Pas de deux points entre le verbe et « si ».", "Lisez d’un trait : « il demande si… ».",
          by_pattern(r"(?<![\w'-])(?P<c>(?P<v>demande(?:nt|z|r|ons)?|demandé|savoir|vérifi(?:er|ez|é)|ignore(?:nt)?) ?:)(?= s(?:i |'il))", "\\g<v>", group="c"),
          (("Le client demande : si la pose est comprise.", "demande"),), ("Le client demande si la pose est comprise.", "Il demande : « Si je viens ? »")),
    Rule("typo_capitale_apres_appel", "typographie", "Après la virgule de l’appel, sur la même ligne, la phrase continue : pas de majuscule.", "Allez à la ligne, ou écrivez une minuscule.",
         by_pattern(r"(?:^|(?<=\n))(?:(?:Bonjour|Bonsoir)(?: (?:Madame|Monsieur|à tous|à toutes))?|(?:Chère |Cher )?(?:Madame|Monsieur)), (?P<j>(?-i:Je|Nous|Vous|Il|Votre|Voici|Suite|Pourriez|Pouvez|Pour|Dans|Comme|Veuillez|La|Le|Les))(?![\w'])", lowered_first, group="j"),
         (("Bonjour Monsieur, Je vous contacte pour le devis.", ""),), ("Bonjour Monsieur, je vous contacte pour le devis.", "Bonjour Monsieur,\nJe vous contacte."), False),
    Rule("typo_virgule_collee_chiffre", "typographie", "Pas d’espace avant la virgule, une espace après.", "La virgule touche le mot qui précède.",
         by_pattern(r"(?<=\d)(?P<c> ,)(?=[a-zà-ÿ])", ", ", group="c"), (("Il habite au 5 ,rue des Lilas.", ", "),), ("Il habite au 5, rue des Lilas.", "Il pèse 3,5 kg.")),
)
# fmt: on
