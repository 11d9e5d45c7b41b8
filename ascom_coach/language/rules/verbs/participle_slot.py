# ruff: noqa: E501 -- an example stays on one line
"""Places where only a participle may stand, held by an infinitive or an imperfect heard alike: « celui développer par », « un nez retrousser »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import ADVERBS, lemmas, named_by_verb
from ascom_coach.language.syntax.morphology import noun_shape
from ascom_coach.language.syntax.view import View, Word

_THOSE = {"celui": ("m", "s"), "celle": ("f", "s"), "ceux": ("m", "p"), "celles": ("f", "p")}
_CARRIERS = frozenset(["voir", "regarder", "entendre", "écouter", "sentir", "laisser", "faire", "emmener", "envoyer", "mener", "conduire", "amener", "pouvoir", "devoir", "vouloir",
                       "aller", "falloir", "savoir", "venir", "apercevoir", "ouïr", "observer", "préférer", "espérer", "penser", "croire", "emporter", "inviter", "partir", "courir"])  # fmt: skip
"""With these a noun may be followed by its own infinitive: « il voit le train passer »."""
_STATES = frozenset(["rester", "demeurer", "paraître"])
_QUESTIONS = frozenset(["comment", "où", "pourquoi", "quand", "quoi", "que", "qu'", "combien", "quel", "quelle", "quels", "quelles", "qui", "si", "à", "de", "pour"])  # fmt: skip
_DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "des", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "ce", "cet",
                          "cette", "ces", "du", "au", "aux", "chaque", "plusieurs", "quelques", "deux", "trois"])  # fmt: skip


def _heard_as_participle(word: Word | None) -> bool:
    """An infinitive in -er that is nothing else."""
    return bool(
        word
        and not word.clitic
        and word.near
        and word.text.islower()
        and word.low.endswith("er")
        and word.only("V")
        and word.verb("inf")
    )


def _agreed(word: Word, gender: str, number: str) -> tuple[str, ...]:
    found = forms.participles(word, gender or "m", number or "s")
    return found or forms.participles(word)


def _those(view: View) -> Iterator[Hit]:
    """« celui développer par nous », « ceux trouver hier », « celle attaquait par le gel »."""
    for at in range(len(view.words) - 1):
        shape = _THOSE.get(view.low(at))
        word = view.words[at + 1]
        if not shape or not word.near:
            continue
        if (
            view.low(at - 1) in ("de", "d'", "à", "pour")
            and _heard_as_participle(word)
            and view.low(at + 2) not in ("par", "à", "dans", "sur")
        ):
            continue
        late = (
            word.only("V")
            and word.verb("iimp")
            and word.low.endswith(("ait", "aient"))
            and view.low(at + 2) == "par"
        )
        if _heard_as_participle(word) or late:
            yield word.start, word.end, _agreed(word, *shape)


def _may_carry(view: View, at: int) -> bool:
    """Whether a verb before `at` may give the noun an infinitive of its own."""
    return any(lemmas(one) & _CARRIERS and one.verb() for one in view.words[:at])


def _after_noun(view: View) -> Iterator[Hit]:
    """« un nez retrousser », « les dégâts causer par l'orage », « les frais nouvellement facturer »."""
    for at in range(2, len(view.words)):
        word = view.words[at]
        if not _heard_as_participle(word):
            continue
        back = at - 1
        while (
            back > 0
            and view.words[back].near
            and (
                view.low(back) in ("bien", "mal", "déjà", "très", "si", "trop")
                or (view.low(back).endswith("ment") and view.words[back].only("R"))
            )
        ):
            back -= 1
        noun = view.words[back]
        if (
            not noun.has("N")
            or named_by_verb(view, at)
            or noun.has("R", "P", "O", "G", "C")
            or (noun.verb() and not view.words[back - 1].has("D"))
            or not view.glued(back - 1, at)
        ):
            continue
        if view.low(back - 1) not in _DETERMINERS and not (
            view.words[back - 1].has("A") and view.low(back - 2) in _DETERMINERS
        ):
            continue
        if noun.low in ("verbe", "mot", "infinitif", "ans", "années", "mois", "jours", "temps", "fois") or (
            view.words[0].has("P")
            and not any(forms.finite(one) and not one.has("N") for one in view.words[:at])
        ):
            continue
        if _may_carry(view, at) or any(view.low(i) in _QUESTIONS - {"à", "de", "pour"} for i in range(at)):
            continue
        after = view.at(at + 1)
        if after and after.near and (after.clitic or after.low in _DETERMINERS - {"du", "au", "aux"}):
            continue
        shape = noun_shape(noun) or ("m", "s")
        number = (
            "p"
            if view.low(back - 1)
            in (
                "les",
                "des",
                "mes",
                "tes",
                "ses",
                "nos",
                "vos",
                "leurs",
                "ces",
                "aux",
                "plusieurs",
                "quelques",
            )
            or shape[1] == "p"
            else "s"
        )
        yield word.start, word.end, _agreed(word, shape[0] if shape[0] in ("m", "f") else "m", number)


def _done_by(view: View) -> Iterator[Hit]:
    """« Message afficher par erreur »: a noun that opens the text, an infinitive and « par »."""
    if (
        len(view.words) > 3
        and view.words[0].only("N", "A")
        and view.words[0].has("N")
        and not view.words[0].verb()
        and _heard_as_participle(view.words[1])
        and view.low(2) in ("par", "en")
    ):
        word = view.words[1]
        yield word.start, word.end, _agreed(word, *(noun_shape(view.words[0]) or ("m", "s")))


def _state(view: View) -> Iterator[Hit]:
    """« elle reste désoler », « il se sent rassurer », « c'est très compliquer », « rien de fixer »."""
    for at in range(1, len(view.words)):
        word = view.words[at]
        if not _heard_as_participle(word):
            continue
        back, steps = at - 1, 0
        while back > 0 and view.low(back) in (ADVERBS - {"point"}) | {"trop", "si", "plus", "moins", "aussi"}:
            back, steps = back - 1, steps + 1
        main = view.words[back]
        if not view.glued(back, at) or main.clitic:
            continue
        names = lemmas(main)
        degree = view.low(at - 1) in ("très", "si", "trop")
        wrong = (
            bool(
                names & _STATES
                and forms.finite(main)
                and (main.only("V") or view.low(back - 1) in forms.PERSONS)
            )
            or (degree and (main.low in forms.ETRE or names & {"sembler", "paraître"}))
            or (
                names & {"sentir", "croire", "savoir", "voir"}
                and view.low(back - 1) in ("se", "s'", "me", "te")
                and names & {"croire", "savoir"}
                and not steps
            )
            or (main.low == "de" and view.low(back - 1) == "rien" and at == len(view.words) - 1)
            or (
                main.low in ("sens", "sent", "sentait", "sentais")
                and view.low(back - 1) in ("me", "te", "se")
                and word.low in _FELT
            )
        )
        if wrong:
            yield word.start, word.end, (*_agreed(word, "m", "s"), *_agreed(word, "f", "s"))


_FELT = frozenset(["rassurer", "concerner", "obliger", "motiver", "isoler", "épauler", "écouter", "menacer", "fatiguer", "gêner", "frustrer", "conforter", "impliquer", "dépasser", "soulager"])  # fmt: skip


RULES: tuple[Rule, ...] = (
    rule("place_celui_participe", "conjugaison", "Après « celui », « ceux », « celle », le verbe est au participe passé.", "Remplacez par « pris » ou « vendu ».", _those,
         (("Ceux trouver à la cave sont à jeter.", "trouvés"), ("Celle attaquait par le gel est morte.", "attaquée")), ("Ceux trouvés à la cave sont à jeter.", "À ceux de parler.", "Celui qui attaquait est parti.")),
    rule("place_nom_participe", "conjugaison", "Après le nom, c’est le participe passé, accordé avec lui.", "Remplacez par « pris » ou « vendu » : si cela se dit, écrivez -é.", _after_noun,
         (("Il a une écharpe nouer dans le dos.", "nouée"), ("Les dégâts causer par l'orage sont lourds.", "causés")),
         ("Il a une écharpe nouée dans le dos.", "Je regarde le train passer.", "Il emmène son fils jouer.", "Les dossiers à classer sont là.", "Quel chemin trouver ?", "Le bouton annuler ferme la page.")),
    rule("place_par_participe", "conjugaison", "Devant « par », c’est le participe passé.", "Remplacez par « pris ».", _done_by,
         (("Message afficher par erreur.", "affiché"),), ("Message affiché par erreur.", "Afficher par date.")),
    rule("place_etat_participe", "conjugaison", "Après un verbe d’état ou « très », c’est le participe passé.", "Remplacez par « pris » ou « vendu » : si cela se dit, écrivez -é.", _state,
         (("Elle reste désoler pour nous.", "désolé"), ("Il se croit autoriser à sortir.", "autorisé"), ("C'est très compliquer.", "compliqué")), ("Elle reste désolée pour nous.", "Il semble hésiter.", "C'est compliqué.", "Il se sent glisser.")),
)  # fmt: skip
