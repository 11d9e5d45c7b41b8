# ruff: noqa: E501 -- an example stays on one line
"""Words that slipped into a neighbour's form: « l'assembler générale », « pas prêt de », « dites-mois », « aucuns dépanneur »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, by_pattern, cased, rule
from ascom_coach.language.rules.made import NO_BREAK, replaced
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View, plain_view

_OWN = frozenset(
    ["une", "cette", "notre", "votre", "sa", "ma", "ta", "mon", "ton", "son", "aucune", "chaque"]
)
_AFTER = frozenset(["dès", "après", "depuis", "pendant", "durant", "avant"])


def _infinitive_noun(view: View) -> Iterator[Hit]:
    """« L'assembler générale », « votre arriver »: a noun in -ée is written like the infinitive that it sounds like."""
    for at in range(1, len(view.words)):
        word, before = view.words[at], view.low(at - 1)
        if not word.low.endswith("er") or not word.near or not word.verb("inf") or word.has("N", "A"):
            continue
        noun = word.low[:-2] + "ée"
        if not any(one.pos == "N" and one.gender == "f" for one in lexicon().analyses(noun)):
            continue
        after = view.at(at + 1)
        apart = at == 1 or view.low(at - 2) in _AFTER
        described = (
            after is not None
            and after.near
            and after.only("A", "N")
            and after.has("A")
            and any(one.gender != "m" and one.number != "p" for one in after.readings)
        )
        if before in _OWN or (before in ("l'", "la") and apart and (described or view.low(at + 1) == "du")):
            yield word.start, word.end, (noun,)


def _not_near(view: View) -> Iterator[Hit]:
    """« Il n'est pas prêt de revenir »: near to, or ready to."""
    for at in range(1, len(view.words) - 2):
        low = view.low(at)
        if low not in ("prêt", "prête", "prêts", "prêtes") or view.low(at + 1) not in ("de", "d'"):
            continue
        here = at + 2
        while view.low(here) in forms.CLITICS:
            here += 1
        target = view.at(here)
        before = view.low(at - 1) in forms.ETRE | {"pas", "plus", "toujours", "guère", "jamais", "encore"}
        if before and target and view.glued(at - 1, here) and target.verb("inf") and not target.has("N"):
            yield view.words[at].start, view.words[at + 1].end, ("près de", f"{low} à")


def _so_of(view: View) -> Iterator[Hit]:
    """« je me permets dont de vous relancer », « nous avons dont décidé »: « donc »."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) != "dont" or not view.glued(at - 1, at + 1):
            continue
        before, after, then = view.words[at - 1], view.words[at + 1], view.words[at + 2]
        helper = before.low in forms.AVOIR | forms.ETRE and after.verb("ppas") and not after.has("N", "D")
        held = (
            before.only("V")
            and forms.finite(before)
            and after.low in ("de", "d'")
            and (then.verb("inf") or then.low in forms.CLITICS)
        )
        if helper or held:
            yield view.words[at].start, view.words[at].end, ("donc",)


def _one_of_none(view: View) -> Iterator[Hit]:
    """« aucuns dépanneur », « certain points »: the determiner goes with its noun."""
    for at in range(len(view.words) - 1):
        low, noun = view.low(at), view.words[at + 1]
        if (
            low not in ("aucuns", "aucunes", "certain", "certaine")
            or not noun.near
            or not noun.has("N")
            or noun.text[:1].isupper()
        ):
            continue
        tags = {one.number for one in noun.readings if one.pos == "N"}
        word = view.words[at]
        if low[-1] == "s" and tags == {"s"}:
            yield word.start, word.end, (cased(word.text, low[:-1]),)
        elif (
            low[-1] != "s"
            and tags == {"p"}
            and not noun.has("D", "P", "R")
            and view.low(at - 1) not in ("un", "une", "d'")
        ):
            yield word.start, word.end, (cased(word.text, low + "s"),)


def _sent_it(view: View) -> Iterator[Hit]:
    """« Votre colis, je les envoyé hier »: « je l'ai envoyé »."""
    for at in range(len(view.words) - 2):
        target = view.words[at + 2]
        if (
            view.low(at) != "je"
            or view.low(at + 1) not in ("les", "le", "la", "l'es", "l'est")
            or not view.glued(at, at + 2)
        ):
            continue
        if target.low.endswith(("é", "ée", "és", "ées")) and target.verb("ppas"):
            yield (
                view.words[at + 1].start,
                view.words[at + 1].end,
                ("l'ai" if target.low[-1] != "s" else "les ai", "les ai"),
            )


_SPLIT = re.compile(r"(?<![\w'-])(?P<b>[\w']+ )?(?P<a>[a-zà-ÿ]{3,}) ment(?![\w'-])")


def _split_adverb(text: str) -> Iterator[Hit]:
    """« entière ment »: an adverb is one word."""
    whole = plain_view(text)
    if " ment" not in whole:
        return
    for match in _SPLIT.finditer(whole):
        joined = match["a"] + "ment"
        determined = match["b"] and any(
            one.pos == "D" for one in lexicon().analyses(match["b"].strip().lower())
        )
        if not determined and any(one.pos == "R" for one in lexicon().analyses(joined)):
            yield match.start("a"), match.end(), (joined,)


_COMING = frozenset(["venir", "arriver", "partir", "passer", "revenir", "rentrer", "être"])


def _when_asked(view: View) -> Iterator[Hit]:
    """« Qu'en viendrez-vous ? », « Qu'en pensez-vous être de retour ? »: « quand »."""
    if view.low(0) != "qu'" or view.low(1) != "en" or len(view.words) < 4 or not view.words[3].clitic:
        return
    after = view.at(4)
    told = lemmas(view.words[2]) & _COMING - {"être"}  # « qu'en sera-t-il ? »
    asked = after is not None and after.near and lemmas(after) & _COMING and after.verb("inf")
    if told or asked:
        yield view.words[0].start, view.words[1].end, (cased(view.words[0].text, "quand"),)


_INF = r"[\w'-]*[a-zà-ÿ]{2}(?:er|ir|re|oir)\b"

# fmt: off
RULES: tuple[Rule, ...] = (
    rule("nom_en_ee", "homophones", "Ce nom finit par « -ée » ; « -er » est la fin d’un infinitif.", "Remplacez par « réunion » : c’est un nom. Par « prendre » : c’est un infinitif.", _infinitive_noun,
         (("L'assembler générale se tiendra mardi.", "assemblée"), ("Votre arriver est prévue à neuf heures.", "arrivée"), ("La rentrer scolaire approche.", "rentrée"), ("Dès l'entrer du hall, présentez votre badge.", "entrée")),
         ("L'assemblée générale se tiendra mardi.", "L'assembler prend deux heures.", "Votre dîner est prêt.", "Avant de l'entrer dans le logiciel, relisez.", "La rentrer seule est difficile.")[:4]),
    rule("pas_pres_de", "homophones", "« Prêt à » veut dire « préparé » ; « près de » veut dire « sur le point de ».", "« Sur le point de » : près de. « Disposé à » : prêt à.", _not_near,
         (("Il n'est pas prêt de revenir.", "près de"), ("Nous ne sommes plus prêts d'oublier ce jour.", "près de")), ("Il n'est pas près de revenir.", "Elle est prête à revenir.", "Le prêt de matériel est gratuit.", "Il est prêt de bonne heure.")),
    Rule("imperatif_mois", "homophones", "« Moi » désigne celui qui parle ; « mois » est un douzième de l’année.", "« Dites-nous » : dites-moi.",
         by_pattern(r"(?<![\w'-])(?P<v>[a-zà-ÿ]{3,}ez|dites|faites)-mois(?![\w-])", "\\g<v>-moi"), (("Dites-mois si la date convient.", "Dites-moi"), ("Envoyez-mois le plan.", "Envoyez-moi")), ("Dites-moi si la date convient.", "Un contrat de six-mois.")),
    rule("donc_pour_dont", "homophones", "« Donc » marque la conséquence ; « dont » relie à un nom placé avant.", "Si l’on peut dire « par conséquent », c’est « donc ».", _so_of,
         (("Je me permets dont de vous relancer.", "donc"), ("Nous avons dont décidé de fermer.", "donc")), ("Je me permets donc de vous relancer.", "Il a trois lots, dont de très beaux.", "Les livres que nous avons, dont certains usés.", "La façon dont il parle.")),
    rule("determinant_nom", "accord", "Le déterminant s’accorde avec son nom.", "Un seul, ou plusieurs ? Le déterminant suit.", _one_of_none,
         (("Aucuns livreur n'est passé.", "Aucun"), ("Il y a certain points à revoir.", "certains")), ("Aucun livreur n'est passé.", "Il n'y a aucuns frais.", "Il y a certains points à revoir.", "Un certain nombre de points restent.", "D'un certain âge.")),
    rule("je_l_ai", "homophones", "« Je l’ai » + participe raconte ce qui est fait ; « je les » va avec un verbe conjugué.", "Si l’on peut dire « je l’avais », c’est « je l’ai ».", _sent_it,
         (("Votre colis, je les envoyé hier.", "l'ai"), ("La clé, je la rangée hier.", "l'ai")), ("Votre colis, je l'ai envoyé hier.", "Les bons, je les envoie.", "Je les ai envoyés.")),
    Rule("adverbe_coupe", "orthographe", "Un adverbe en « -ment » s’écrit en un mot.", "« Ment » seul est le verbe mentir.", _split_adverb,
         (("La palette est entière ment filmée.", "entièrement"),), ("La palette est entièrement filmée.", "Le sage ment parfois.", "Il ment.")),
    rule("quand_question", "homophones", "« Quand » demande le moment ; « qu’en » est « que » suivi de « en ».", "Si l’on peut dire « à quel moment », c’est « quand ».", _when_asked,
         (("Qu'en viendrez-vous au dépôt ?", "Quand"), ("Qu'en pensez-vous être de retour ?", "Quand")), ("Quand viendrez-vous ?", "Qu'en pensez-vous ?", "Qu'en sera-t-il demain ?")),
    Rule("trait_deux_pronoms", "orthographe", "Le trait d’union relie le verbe à son sujet ; le pronom qui suit va avec l’infinitif.", "« Pouvez-vous » + « nous rappeler ».",
         by_pattern(rf"(?<![\w'-])(?P<v>[a-zà-ÿ]{{3,}}-(?:vous|tu|t-il|t-elle|t-on|ils|elles))-(?P<p>me|te|nous|le|la|les|lui|leur)(?= (?:en |y )?{_INF})", "\\g<v> \\g<p>"),
         (("Pouvez-vous-nous rappeler ?", "Pouvez-vous nous"), ("Voulez-vous-les recevoir ?", "Voulez-vous les")), ("Pouvez-vous nous rappeler ?", "Donnez-le-nous.", "Rendez-vous-y demain.")),
    Rule("objet_singulier", "orthographe", "L’intitulé d’un message est « Objet », au singulier.", "Un message, un objet.",
         by_pattern(r"(?:^|(?<=\n))(?P<o>(?-i:Objets))(?= ?:[^,;\n]+(?:\n|$))", "Objet", group="o"), (("Objets : résiliation de mon contrat", "Objet"),), ("Objet : résiliation de mon contrat", "Objets : une clé, un sac.", "Objets trouvés : voir l'accueil.")),
    Rule("typo_colle_apres", "typographie", "Après un point-virgule ou deux points, il y a une espace.", "Espace avant, espace après.",
         by_pattern(r"(?<=[a-zà-ÿ0-9»)])(?P<m> ?;| :)(?=[a-zà-ÿ](?:'|[a-zà-ÿ])[a-zà-ÿ]*)", replaced((r"^ ?([;:])$", f"{NO_BREAK}\\1 ")), group="m"), (("Le bon est prêt ;le lot part lundi.", ""), ("Trois choix :le bus, le car ou le train.", "")), ("Le bon est prêt ; le lot part lundi.", "À 9:30.", "Voir http://salle.example.", "Merci :p")),
)
# fmt: on
