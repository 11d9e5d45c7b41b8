# ruff: noqa: E501 -- an example stays on one line
"""Words said in passing and persons called inside a sentence: « , sauf erreur est libre », « Sachez Monsieur que », « Avant de partir éteignez »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, mark_rule
from ascom_coach.language.rules.marks.run_on import complete, verb_of
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.commas import (
    ARTICLES,
    SUBJECTS,
    comma_after,
    commas,
    head_of,
    verb_at,
    verb_begins,
    without_comma,
)
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View

_IN_PASSING = (
    ("hélas",), ("bien", "sûr"), ("sauf", "erreur"), ("malheureusement",), ("heureusement",), ("semble-t-il",), ("d'", "ailleurs"), ("certes",),
    ("au", "contraire"), ("par", "exemple"), ("en", "principe"), ("en", "général"), ("sans", "doute"), ("à", "mon", "avis"), ("bien", "entendu"),
    ("en", "outre"), ("par", "contre"), ("de", "plus"), ("semble", "il"), ("comme", "prévu"), ("comme", "convenu"),
)  # fmt: skip


def _in_passing(view: View) -> Iterator[Hit]:
    """« La livraison, hélas a pris du retard »: an aside opened by a comma is closed by another."""
    found = commas(view)
    if len(found) != 1 or not head_of(view)[0]:
        return
    comma = found[0]
    for phrase in _IN_PASSING:
        end = comma + len(phrase)
        if tuple(view.low(comma + step) for step in range(len(phrase))) == phrase and verb_begins(view, end):
            last = view.words[end - 1]
            yield last.start, last.end, (last.text + ",",)
            return


def _aim_opens(view: View) -> Iterator[Hit]:
    """« Avant de partir éteignez la lumière », « Afin de mieux vous servir nous changeons »."""
    if (
        view.low(0) not in ("avant", "afin", "pour", "sans", "faute")
        or len(view.words) < 5
        or "?" in view.text
    ):
        return
    seen = 0
    for at in range(1, len(view.words) - 1):
        word, before = view.words[at], view.words[at - 1]
        if (
            not word.near
            or word.clitic
            or word.low in ("que", "qu'", "qui", "dont", "où", "et", "ou", "si", "comme", "quand")
        ):
            return
        if seen and at > seen and before.low not in forms.CLITICS:
            order = (
                word.low.endswith("ez")
                and word.verb("impe")
                and word.only("V")
                and "vous" not in (view.low(at - 1), view.low(at - 2))
            )
            subject = word.low in SUBJECTS and verb_of(view, at)
            if (order or subject) and complete(before):
                yield comma_after(view, at - 1)
                return
        if word.verb("inf"):
            seen = at


_SURE = frozenset(
    [
        "certain",
        "certaine",
        "certains",
        "certaines",
        "sûr",
        "sûre",
        "sûrs",
        "sûres",
        "heureux",
        "heureuse",
        "ravi",
        "ravie",
        "ravis",
        "ravies",
        "désolé",
        "désolée",
        "désolés",
        "convaincu",
        "convaincus",
    ]
)


def _cut_complement(view: View) -> Iterator[Hit]:
    """« Nous avons besoin, de votre accord », « Elle a demandé, si le devis… », « Ce que vous demandez, est impossible »."""
    found = commas(view)
    if len(found) != 1:
        return
    comma = found[0]
    before, low, after = view.low(comma - 1), view.low(comma), view.low(comma + 1)
    need = before == "besoin" and view.low(comma - 2) in forms.AVOIR and low in ("de", "d'", "du", "des")
    sure = (
        before in _SURE
        and view.low(comma - 2) in forms.ETRE
        and low in ("que", "qu'")
        and view.low(0) in SUBJECTS
    )
    asked = (
        bool(lemmas(view.words[comma - 1]) & {"demander"})
        and low in ("si", "s'")
        and after in SUBJECTS | ARTICLES
        and view.low(0) in SUBJECTS
        and view.low(comma + 2) != "vous"
    )
    what = (
        view.low(0) == "ce"
        and view.low(1) in ("que", "qu'", "qui", "dont")
        and low in ("est", "sera", "était")
        and verb_at(view, comma)
    )
    if need or sure or asked or what:
        yield without_comma(view, comma)


_T = r"(?-i:Madame|Monsieur|Mesdames|Messieurs)"

# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("passage", "Ce que l’on dit en passant est entre deux virgules.", "Enlevez-le : les deux virgules s’en vont ensemble.", by_view(_in_passing),
          (("La livraison, hélas a pris du retard.", "hélas,"), ("La salle, sauf erreur est libre.", "erreur,"), ("Le stage, bien sûr est gratuit.", "sûr,")),
          ("La livraison, hélas, a pris du retard.", "Le stage est bien sûr gratuit.")),
    mark_rule("but_tete", "Ce qui ouvre la phrase, avant le sujet ou l’ordre, est suivi d’une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_aim_opens),
          (("Avant de partir éteignez la lumière.", "partir,"), ("Afin de mieux vous servir nous changeons nos horaires.", "servir,"), ("Pour obtenir un badge vous devez signer.", "badge,")),
          ("Avant de partir, éteignez la lumière.", "Pour nous aider à trier, venez.", "Pour voir si vous pouvez venir, appelez.", "Avant de vous appeler, il a écrit.", "Sans attendre, il part.")),
    mark_rule("complement_coupe", "Pas de virgule entre un mot et ce qui le complète.", "Lisez d’un trait : « nous avons besoin de votre accord ».", by_view(_cut_complement),
          (("Nous avons besoin, de votre accord.", "besoin"), ("Nous sommes certains, que vous comprendrez.", "certains"), ("Elle a demandé, si le devis était prêt.", "demandé"), ("Ce que vous demandez, est impossible.", "demandez")),
          ("Nous avons besoin de votre accord.", "Il a demandé, si possible, un devis.", "Ce que je veux, c'est partir.", "Elle a demandé, s'il vous plaît.")),
    mark_rule("titre_dedans", "La personne à qui l’on parle est détachée par des virgules.", "On s’adresse à quelqu’un : une virgule avant, une après.",
          by_pattern(rf"(?<![\w'-])(?:sachez|soyez assurée?s?|je reste|nous restons|vous (?:informe|informons|confirme|confirmons|remercie|remercions|rappelle|rappelons|prie|prions|adresse|adressons)) (?P<t>{_T})(?= (?:que |qu'|à |de |d'|pour |notre |nos |votre |le |la |les )(?!(?:maire|directeur|directrice|président|présidente)\b))", ", \\g<t>,", group="t"),
          (("Sachez Monsieur que votre dossier est complet.", ""), ("Je reste Madame à votre disposition.", "")), ("Sachez, Monsieur, que votre dossier est complet.", "Je vous confirme que Madame Roy viendra.", "Il reste Monsieur Petit à prévenir.")),
    mark_rule("titre_fin", "La personne à qui l’on parle est détachée par une virgule.", "On s’adresse à quelqu’un : marquez une pause.",
          by_pattern(rf"(?:^|(?<=\n)|(?<=[.!?] ))(?P<f>merci|merci d'avance|merci beaucoup|à bientôt|à demain|au revoir|bonne journée|bonne soirée) (?={_T} ?[.!]?\s*(?:$|\n))", "\\g<f>, ", group="f"),
          (("À bientôt Monsieur.", ""), ("Merci d'avance Madame.", "")), ("À bientôt, Monsieur.", "Merci, Madame !")),
    mark_rule("salut_question", "La formule qui ouvre un message est suivie d’une virgule.", "On s’adresse à quelqu’un : une virgule, puis le texte.",
          by_pattern(r"(?:^|(?<=\n))(?P<s>(?:bonjour|bonsoir|salut)(?: (?-i:[A-ZÀ-Ý][\w'-]+))?)(?= (?:peux|pouvez|pourrais|pourriez|as|avez|es|êtes|veux|voulez|voudrais|saurais|sais)-(?:tu|vous)\b)", "\\g<s>,", group="s"),
          (("Bonjour Sonia peux-tu m'envoyer le plan ?", "Bonjour Sonia,"),), ("Bonjour Sonia, peux-tu m'envoyer le plan ?",)),
    mark_rule("annonce_rappel", "Le mot qui annonce la phrase est suivi de deux points.", "Un mot, deux points, la phrase.",
          by_pattern(r"(?:^|(?<=\n)|(?<=[.!?] ))(?P<r>rappel|important|urgent|nota|information)(?= (?:le|la|les|l'|un|une|votre|vos|notre|nos|nous|vous|il|merci|tous)(?![\w-]))", "\\g<r> :", group="r"),
          (("Rappel le bureau ferme à midi.", "Rappel :"),), ("Rappel : le bureau ferme à midi.", "Le rappel est fait."), False),
    mark_rule("question_courte", "Une question directe se termine par un point d’interrogation.", "Attendez-vous une réponse ? Mettez « ? ».",
          by_pattern(r"(?:^|(?<=\n)|(?<=[.!?] ))(?:y a-t-il|comment (?:[\w']+ )?[a-zà-ÿ]+(?:er|ir|re)(?= pour)|combien (?:coûte(?:nt)?|valent|vaut|pèse(?:nt)?)|est-il|est-elle) [^.?!,:«\n]{3,60}[\w»)](?P<c>\.)(?=\s|$)", " ?", group="c"),
          (("Y a-t-il un parking.", " ?"), ("Combien coûte ce modèle.", " ?"), ("Comment faire pour s'inscrire.", " ?")), ("Y a-t-il un parking ?", "Comment faire.", "Il sait combien coûte ce modèle.")),
)
# fmt: on
