# ruff: noqa: E501 -- an example stays on one line
"""The participle behind « avoir » or « été » where the word written is a noun too, or a plain verb form.

« J'ai parler », « nous avons déjeuner »: these infinitives are nouns as well, which the other rules leave alone.
Norm: a compound tense is an auxiliary and a past participle (Grevisse and Goosse, « Le Bon Usage », § 838).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import participles_of, past, past_subject
from ascom_coach.language.syntax.view import View

_ALSO_NOUNS = frozenset(
    [
        "parler",
        "dîner",
        "déjeuner",
        "souper",
        "goûter",
        "toucher",
        "reporter",
        "poster",
        "boucher",
        "coucher",
        "lever",
        "penser",
        "manger",
        "marcher",
        "baiser",
    ]
)
_OF_NOUN = frozenset(["de", "d'", "du", "des"])
_HAVE = forms.AVOIR - {"avoir", "eu"}


def _had(view: View) -> Iterator[Hit]:
    """« J'ai parler à la gérante », « avez-vous déjeuner ? », « il m'a toucher deux mots »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low not in _HAVE or word.text == "A" or view.low(at - 1) == "y":
            continue
        here = past(view, past_subject(view, at + 1))
        done = view.at(here)
        if not done or not view.glued(at, here) or done.low not in _ALSO_NOUNS:
            continue
        if done.low in ("lever", "coucher", "goûter") and view.low(here + 1) in _OF_NOUN:
            continue  # « ils ont lever de rideau à vingt heures »
        yield from changed(done, participles_of(done)[:2])


def _been(view: View) -> Iterator[Hit]:
    """« Le tri n'a pas été fais », « les plans ont été transmet »: behind « été », only a participle."""
    for at, word in enumerate(view.words[:-1]):
        if word.low != "été" or view.low(at - 1) in ("l'", "cet", "d'", "un", "en", "chaque", "dernier"):
            continue
        if not any(view.low(place) in _HAVE | {"avoir"} for place in range(max(0, at - 4), at)):
            continue
        if any(
            one.low in ("que", "qu'") and view.words[max(0, place - 1)].has("N")
            for place, one in enumerate(view.words[:at])
        ):
            continue  # « la femme qu'elle avait été souriait »
        here = past(view, at + 1)
        done = view.at(here)
        if (
            not done
            or not view.glued(at, here)
            or not done.only("V")
            or done.verb("ppas")
            or done.verb("ppre")
        ):
            continue
        if forms.finite(done) or (done.verb("inf") and done.low.endswith("er")):
            yield from changed(done, participles_of(done)[:2])


_GONE = frozenset(
    ["aller", "venir", "revenir", "devenir", "partir", "repartir", "sortir", "mourir", "descendre"]
)
_PEOPLE = frozenset(["je", "tu", "il", "elle", "ils", "elles", "nous", "vous", "on"])


def _went(view: View) -> Iterator[Hit]:
    """« Je suis aller à la mairie », « nous sommes venir hier »: « être », then a verb of motion in the infinitive."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) not in forms.ETRE or view.low(at) in ("être", "été"):
            continue
        back = at - 1
        while view.low(back) in ("ne", "n'", "y", "en"):
            back -= 1
        here = past(view, at + 1)
        done = view.at(here)
        if view.low(back) not in _PEOPLE or view.words[back].clitic or not done or done.low not in _GONE:
            continue
        if view.glued(back, here) and view.low(here + 1) not in ("et", "retour", "simple"):
            yield from changed(done, participles_of(done)[:1])


_GOVERN = frozenset(["après", "sans", "pour", "d'", "de", "avant"])


def _having(view: View) -> Iterator[Hit]:
    """« Après avoir relire le contrat », « sans avoir prévient son chef »: behind « avoir », the participle."""
    for at in range(1, len(view.words) - 1):
        if view.low(at) != "avoir" or not view.words[at].near:
            continue
        back = at - 1
        while back > 0 and view.low(back) in forms.CLITICS - {"d'"}:
            back -= 1
        here = past(view, at + 1)
        done = view.at(here)
        if view.low(back) not in _GOVERN or not done or not view.glued(at, here) or not done.only("V"):
            continue
        if done.clitic or done.verb("ppas") or done.verb("ppre") or done.low in forms.AVOIR | forms.ETRE:
            continue
        if forms.finite(done) or done.verb("inf"):
            yield from changed(done, participles_of(done)[:2])


RULES: tuple[Rule, ...] = (
    rule("participe_aussi_nom", "conjugaison", "Après « avoir », le verbe est au participe passé, en -é.", "Remplacez par « vendre » ou « vendu » : « j’ai vendu ».", _had,
         (("J'ai parler à la gérante.", "parlé"), ("Avez-vous déjeuner sur place ?", "déjeuné"), ("Il m'a bien toucher deux mots du prix.", "touché"), ("Nous avons dîner avec eux.", "dîné")),
         ("J'ai parlé à la gérante.", "Ils ont lever de rideau à 20 heures.", "Il y a dîner ce soir.", "Nous avons un dîner prévu.", "Vous avez à parler.")),
    rule("participe_apres_etre_aller", "conjugaison", "Avec « être », ce verbe est au participe passé : « je suis allé ».", "Remplacez par « sorti » : « je suis sorti ».", _went,
         (("Je suis aller à la mairie.", "allé"), ("Nous ne sommes pas venir hier.", "venu"), ("Elle est partir tôt.", "parti")),
         ("Je suis allé à la mairie.", "Son plaisir est de partir.", "Nous voulons partir.")),
    rule("participe_apres_avoir_gouverne", "conjugaison", "Après « après avoir », « sans avoir », le verbe est au participe passé.", "Remplacez par « vendu » : « après avoir vendu ».", _having,
         (("Après avoir relire le contrat, j'hésite.", "relu"), ("Il est parti sans avoir prévient son chef.", "prévenu"), ("Merci d'avoir bien remplit la fiche.", "rempli")),
         ("Après avoir relu le contrat, j'hésite.", "Il vient d'avoir son bac.", "Demandez un avoir.", "Pour les avoir vus, je les connais.")),
    rule("participe_apres_ete", "conjugaison", "Après « été », le verbe est au participe passé.", "Remplacez par « vendu » : « a été vendu ».", _been,
         (("Le tri n'a pas été fais ce matin.", "fait"), ("Les plans ont été transmet hier.", "transmis"), ("Il aurait été prévient.", "prévenu")),
         ("Le tri n'a pas été fait.", "L'été vient.", "La femme qu'elle avait été souriait encore.", "Il a été facile de vous joindre.", "Cela a été dit.")),
)  # fmt: skip
