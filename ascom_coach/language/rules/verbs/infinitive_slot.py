# ruff: noqa: E501 -- an example stays on one line
"""Places where only an infinitive may stand: « ne pas … », « afin de … », « pour s'y … », « à quoi bon … », « sait-il quoi … »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import heard_as_infinitive, lemmas, past, past_subject
from ascom_coach.language.syntax.view import View, Word

_NEGATIONS = frozenset(["pas", "plus", "jamais", "rien", "point", "guère", "presque"])
_SURE_CLITICS = frozenset(["me", "m'", "te", "t'", "se", "s'", "y", "en"])
_CLITICS = forms.CLITICS - {"ne", "n'"}
_ONLY_INFINITIVE = frozenset(
    ["afin de", "train de", "lieu de", "avant de", "fin de", "capable de", "capables de", "incapable de", "incapables de", "susceptible de", "susceptibles de", "coutume de",
     "fait de", "question de", "cesse de", "raison de", "agit de", "suffit de", "peur de", "crainte de", "choix de", "effort de", "efforce de", "efforcer de", "essaie de",
     "essayer de", "essayez de", "essaye de", "essayé de", "tente de", "tenter de", "tenté de", "tentent de", "décide de", "décidé de", "décider de", "décident de", "refuse de", "refusé de", "refuser de",
     "oublie de", "oublié de", "oublier de", "oubliez de", "omis de", "omettre de", "risque de", "risquent de", "risquer de", "risquez de", "évite de", "évitez de", "éviter de", "promis de", "promet de",
     "cessez de", "cesser de", "cessé de", "arrête de", "arrêté de", "arrêter de", "continue de", "continué de", "continuer de", "continuent de", "accepte de", "accepté de", "accepter de", "envie de", "besoin de",
     "permet de", "permettre de", "permettent de", "propose de", "proposé de", "demande de", "demandé de", "prie de", "prions de", "obligé de", "obligés de", "obligée de", "chargé de", "chargée de", "chargés de",
     "fort de", "certain de", "certaine de", "sûr de", "sûre de", "ravi de", "ravis de", "heureux de", "heureuse de", "dois de", "devait de", "doit de", "manière de", "esprit de", "merci de", "mal à", "intérêt à",
     "manière à", "suffit à", "façon à", "parvient à", "parvenir à", "parvenu à", "réussi à", "réussir à", "réussit à", "cherche à", "chercher à", "cherchent à", "commence à", "commencé à", "commencer à", "continué à",
     "continue à", "continuer à", "aide à", "aider à", "aidé à", "hésite à", "hésitez à", "hésiter à", "invite à", "invité à", "inviter à", "invitons à", "engage à", "obligé à", "prêt à", "prête à", "prêts à", "prêtes à",
     "arrive à", "arriver à", "arrivé à", "apprend à", "appris à", "apprendre à", "autorisé à", "autorisés à", "autorisée à", "quitte à", "finira par", "fini par", "finit par", "finir par", "finissent par", "commence par", "commencé par",
     "commencer par", "commencez par", "histoire de", "plaisir de", "possibilité de", "temps de", "droit de", "occasion de", "moyen de", "honneur de", "regret de", "intention de", "espoir de", "faute de"]
)  # fmt: skip
_PLAIN = {"d'": "de"}
_NOTHING_ELSE = frozenset(["afin de", "train de", "avant de", "seule fin de", "quitte à", "efforce de"])
"""After these not even a noun without determiner may stand."""
_MODALS = frozenset(["pouvoir", "devoir", "vouloir", "aller", "savoir", "oser", "falloir"])
_RELATIVES = frozenset(["que", "qu'", "qui", "dont", "où", "quoi", "ce"])
_ERRANDS = frozenset(["manger", "chercher", "acheter", "travailler", "parler", "discuter", "visiter", "déjeuner", "dîner", "jouer", "nager", "étudier", "voter", "payer", "signer", "poster", "déposer",
                      "récupérer", "changer", "prier", "chanter", "danser", "marcher", "saluer", "aider", "consulter", "rencontrer", "installer", "vérifier", "retrouver", "demander", "livrer"])  # fmt: skip
_GOING = frozenset(["aller", "venir", "partir", "sortir", "passer", "courir", "monter", "descendre", "retourner", "revenir", "repartir"])  # fmt: skip


def infinitive(word: Word) -> tuple[str, ...]:
    """The infinitives that `word` may stand for, those in -er first."""
    found = tuple(cased(word.text, one) for one in forms.infinitives(word))
    return tuple(sorted(found, key=lambda one: not one.endswith("er")))[:2]


def _verb_form(word: Word | None) -> bool:
    """A form of a verb, and of nothing else but an adjective, that is no infinitive."""
    return bool(
        word
        and not word.clitic
        and word.text.islower()
        and word.only("V", "A")
        and word.verb()
        and not word.verb("inf")
        and not word.verb("ppre")
    )


def sounds_so(word: Word | None) -> bool:
    """Whether it is a form heard like an infinitive in -er: -é, -ée, -és, -ées, -ez, -ait, -aient, -ais."""
    if (
        not word
        or word.clitic
        or not word.text.islower()
        or word.low in ("assez", "chez", "nez", "rez", "été")
    ):
        return False
    if word.verb("inf") or word.has("R", "P", "D", "O", "C", "G"):
        return False
    return heard_as_infinitive(word) or (
        word.only("V")
        and word.low.endswith(("ait", "aient", "ais"))
        and word.verb("iimp")
        and word.low not in forms.AUXILIARIES
    )


def _not_doing(view: View) -> Iterator[Hit]:
    """« ne pas les contrariés », « ne plus jamais mangez », « n'y presque rien trouvé »."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in ("ne", "n'"):
            continue
        end = at + 1
        while view.low(end) in _CLITICS:
            end += 1
        if view.low(end) not in _NEGATIONS:
            continue
        while view.low(end) in _NEGATIONS:
            end += 1
        pronouns = 0
        while view.low(end) in _CLITICS:
            end, pronouns = end + 1, pronouns + 1
        word = view.at(end)
        if (
            not word
            or not view.glued(at, end)
            or word.low in forms.ETRE - {"es", "sont"}
            or word.low in ("eu",)
        ):
            continue
        if _verb_form(word) or (heard_as_infinitive(word) and not word.has("R", "P") and word.text.islower()):
            yield word.start, word.end, infinitive(word)


def _after_link(view: View) -> Iterator[Hit]:
    """« pour s'en donnait », « afin d'allée », « il finit par pleuré », « capable de la trouvait »."""
    for at in range(len(view.words) - 1):
        low = view.low(at)
        if low not in ("de", "d'", "à", "pour", "sans", "par"):
            continue
        phrase = f"{view.low(at - 1)} {_PLAIN.get(low, low)}"
        strong = phrase in _ONLY_INFINITIVE and view.words[at].near
        end = at + 1
        if view.low(end) in ("ne", "n'"):
            end += 1
        if low == "sans" or strong:
            end = past(view, end) if view.low(end) not in _CLITICS else end
        first = end
        while view.low(end) in _CLITICS:
            end += 1
        word, clitic = view.at(end), view.low(end - 1) if end > first else ""
        if not word or not view.glued(at, end) or not word.text.islower() or word.clitic:
            continue
        noun = word.has("N")
        if clitic in _SURE_CLITICS and view.low(first) in ("nous", "vous"):
            wrong = sounds_so(word)
        elif clitic in _SURE_CLITICS and not (clitic == "en" and end == first + 1 and low not in ("d'", "à")):
            wrong = (_verb_form(word) and (word.low not in forms.AUXILIARIES)) or sounds_so(word)
        elif clitic in ("nous", "vous"):
            wrong = strong and sounds_so(word) and (not noun or word.low.endswith("ées"))
        elif clitic:
            wrong = (strong or low == "sans") and (
                (sounds_so(word) and not noun)
                or (_verb_form(word) and forms.finite(word) and not forms.adjective(word))
            )
            wrong = wrong or (
                strong
                and clitic in ("leur", "l'")
                and heard_as_infinitive(word)
                and word.low.endswith(("ée", "ées") if clitic == "leur" else "é")
                and not (noun and view.low(end + 1) in ("de", "des", "du", "d'"))
            )
        else:
            wrong = (
                strong
                and sounds_so(word)
                and (not noun or f"{phrase}" in _NOTHING_ELSE)
                and not (word.has("A") and low == "de" and view.low(at - 1) in _NAMED)
            )
        if wrong:
            yield word.start, word.end, infinitive(word)


_NAMED = frozenset(["fait", "fin", "lieu", "raison", "manière", "esprit", "question", "besoin", "envie", "plaisir", "temps", "droit", "moyen", "risque", "demande", "propose", "merci", "peur", "choix", "effort", "histoire", "faute"])  # fmt: skip


def _after_modal(view: View) -> Iterator[Hit]:
    """« elles doivent y arrivaient », « il allait demandait », « il voulait les repérait »."""
    for at in range(len(view.words) - 1):
        word = view.words[at]
        if (
            not lemmas(word) & _MODALS
            or not (forms.finite(word) or word.verb("inf") or word.verb("ppre"))
            or not word.only("V")
        ):
            continue
        if any(view.low(i) in _RELATIVES for i in range(at)):
            continue
        end = past(view, past_subject(view, at + 1))
        while view.low(end) in _CLITICS and not view.words[end].clitic:
            end += 1
        target = view.at(end)
        if (
            not target
            or not view.glued(at, end)
            or target.clitic
            or not target.only("V")
            or target.low in forms.AUXILIARIES
        ):
            continue
        if target.verb("iimp") and target.low.endswith(("ait", "aient", "ais")) and target.text.islower():
            yield target.start, target.end, infinitive(target)


def _asking(view: View) -> Iterator[Hit]:
    """« à quoi bon allé », « mieux vaut resté », « Comment le modifié », « savoir quoi préparé », « est-ce que mangé… »."""
    for at in range(1, len(view.words)):
        low, before = view.low(at), view.low(at - 1)
        asked = (
            (low == "bon" and before == "quoi")
            or (low in ("vaut", "vaudrait", "valait", "valu") and "mieux" in (before, view.low(at - 2)))
            or (low == "mieux" and before in ("vaut", "vaudrait", "valait"))
            or (low == "quoi" and (lemmas(view.words[at - 1]) & {"savoir"} or before == "de"))
            or (low in ("que", "qu'") and before == "ce" and view.low(at - 2) == "est")
            or (low == "que" and before == "fait" and view.low(at - 2) in ("ne", "n'"))
        )
        if not asked:
            continue
        end = past(view, at + 1)
        while view.low(end) in _CLITICS:
            end += 1
        word = view.at(end)
        if not word or not view.glued(at, end) or not sounds_so(word) or word.has("N"):
            continue
        if word.low.endswith("ez") and view.low(end - 1) == "vous":
            continue
        yield word.start, word.end, infinitive(word)
    if view.low(0) in ("comment", "pourquoi", "où", "quand", "autant") and len(view.words) > 2:
        end = 1
        while view.low(end) in _CLITICS:
            end += 1
        word, after = view.words[end] if end < len(view.words) else None, view.low(end + 1)
        if (
            word
            and view.glued(0, end)
            and sounds_so(word)
            and word.low.endswith("é")
            and not word.has("N")
            and (
                end > 1
                or after in ("à", "le", "la", "les", "un", "une", "ces", "ce", "cette", "son", "sa", "votre")
            )
        ):
            yield word.start, word.end, infinitive(word)


def _errand(view: View) -> Iterator[Hit]:
    """« ils venaient mangé chez moi », « il est parti cherché le colis »: what one goes to do."""
    for at in range(1, len(view.words) - 1):
        word = view.words[at]
        if (
            not lemmas(word) & _GOING
            or not word.verb()
            or (word.has("N") and view.low(at - 1) not in forms.ETRE)
            or (word.low == "va" and view.low(at - 1) in ("ça", "cela"))
        ):
            continue
        if view.low(at - 1) in ("à", "le", "la", "les", "l'") and word.verb("inf"):
            continue
        if not (
            forms.finite(word) or word.verb("inf") or (word.verb("ppas") and view.low(at - 1) in forms.ETRE)
        ):
            continue
        end = past(view, at + 1)
        while view.low(end) in (
            "nous",
            "vous",
            "me",
            "te",
            "se",
            "le",
            "la",
            "les",
            "lui",
            "leur",
            "y",
            "en",
        ):
            end += 1
        target = view.at(end)
        if (
            target
            and view.glued(at, end)
            and lemmas(target) & _ERRANDS
            and heard_as_infinitive(target)
            and not target.has("N")
            and target.text.islower()
            and not target.clitic
            and not (word.verb("ppas") and target.low.endswith(("ée", "ées", "és")))
        ):
            yield target.start, target.end, infinitive(target)


def _heard_said(view: View) -> Iterator[Hit]:
    """« entendu parlé », « il se laisse allé », « il fait travaillé »: after these, the infinitive."""
    for at in range(1, len(view.words)):
        word, main = view.words[at], view.words[at - 1]
        if not word.near or not heard_as_infinitive(word) or word.clitic:
            continue
        pair = word.low in ("parlé", "parlez") and "entendre" in lemmas(main)
        gone = word.low in ("allé", "allée", "allés") and lemmas(
            view.words[at - 1] if main.low != "trop" else view.words[at - 2]
        ) & {"laisser"}
        passed = (
            word.low in ("passé", "passer", "tombé", "tombée", "tombés")
            and main.low in ("laissé", "laisse", "laisser", "laissez", "laissant")
            and word.low != "passer"
            and view.low(at - 2) not in ("le", "la", "les", "l'")
        )
        if pair or gone or passed:
            yield word.start, word.end, infinitive(word)


RULES: tuple[Rule, ...] = (
    rule("place_ne_pas", "conjugaison", "« Ne pas », « ne plus », « ne jamais » placés ensemble sont suivis d’un infinitif.", "Remplacez par « ne pas prendre ».", _not_doing,
         (("Prière de ne pas fumez ici.", "fumer"), ("Il décide de ne plus les appelés.", "appeler"), ("Ne jamais lui confié les clés.", "confier")),
         ("Prière de ne pas fumer ici.", "Il ne fume pas.", "N'étant pas là, il a renoncé.", "Ne pas être en retard.", "Il n'y a pas parlé.", "Ce n'est pas prévu.")),
    rule("place_lien_infinitif", "conjugaison", "Après cette expression, le verbe est à l’infinitif.", "Remplacez par « prendre » ou « faire ».", _after_link,
         (("Il rentre afin d'allée au bureau.", "aller"), ("Elle finit par accepté l'offre.", "accepter"), ("Il vient pour s'en chargeait.", "charger"), ("Nous sommes capables de le livré.", "livrer"), ("Il est en train de notées les prix.", "noter")),
         ("Il rentre afin d'aller au bureau.", "Elle finit par accepter l'offre.", "La fin de journée approche.", "Il a besoin de données fiables.", "Le droit de visite est accordé.", "C'est une façon de la remercier.", "Elle a le plaisir de la victoire.")),
    rule("place_modal_imparfait", "conjugaison", "Après « pouvoir », « devoir », « vouloir », « aller », le verbe est à l’infinitif.", "Remplacez par « prendre » : si cela se dit, écrivez -er.", _after_modal,
         (("Il allait demandait un prêt.", "demander"), ("Elles doivent y passaient lundi.", "passer")), ("Il allait demander un prêt.", "Ce qu'il voulait était simple.", "Il voulait, demandait, exigeait.")),
    rule("place_question_infinitif", "conjugaison", "Ici, le verbe est à l’infinitif.", "Remplacez par « prendre » : si cela se dit, écrivez -er.", _asking,
         (("À quoi bon allé si loin ?", "aller"), ("Mieux vaut resté chez soi.", "rester"), ("Comment le réparé ?", "réparer"), ("Elle sait quoi préparé.", "préparer"), ("Il ne fait que parlé.", "parler")),
         ("À quoi bon aller si loin ?", "Mieux vaut rester chez soi.", "Comment a-t-il réparé ?", "Est-ce que vous venez ?", "Il ne fait que parler.")),
    rule("place_aller_faire", "conjugaison", "Après un verbe de mouvement, ce que l’on va faire est à l’infinitif.", "Remplacez par « prendre » : « il part prendre ».", _errand,
         (("Ils venaient déjeuné chez nous.", "déjeuner"), ("Il est parti cherché le colis.", "chercher")), ("Ils venaient déjeuner chez nous.", "Il est parti chercher le colis.", "Elle part rassurée.", "Merci de nous la retourner signée.")),
    rule("place_laisser_infinitif", "conjugaison", "« Entendre parler », « se laisser aller », « laisser passer » : l’infinitif.", "Remplacez par « dire » ou « faire ».", _heard_said,
         (("J'ai entendu parlé de vous.", "parler"), ("Elle se laisse allé.", "aller"), ("Il a laissé passé la date.", "passer")), ("J'ai entendu parler de vous.", "Elle se laisse aller.", "Il a laissé passer la date.")),
)  # fmt: skip
