# ruff: noqa: E501 -- an example stays on one line
"""Small words that the whole clause gives away: « et » where the verb is missing, « est » where there is one already, « où »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.view import View

_OPENERS = frozenset(["que", "qu'", "qui", "dont", "où", "si", "s'", "quand", "lorsque", "car", "mais", "puisque", "comme", "parce"])  # fmt: skip
_ADVERBS = frozenset(["bien", "très", "déjà", "toujours", "trop", "encore", "souvent", "désormais", "aussi", "pas", "plus", "actuellement"])  # fmt: skip
_STATES = frozenset(["rendez-vous", "cours", "retard", "congé", "congés", "panne", "réunion", "vacances", "arrêt", "rupture", "attente", "déplacement", "formation", "ligne", "service", "stock", "travaux", "vente"])  # fmt: skip
_SUBJECTS = frozenset([*forms.PERSONS])
_ARTICLES = frozenset(["le", "la", "l'", "les", "un", "une", "des", "du", "votre", "vos", "notre", "nos", "mon", "ma", "mes", "son", "sa", "ses", "ce", "cette", "ces"])  # fmt: skip
_ASKING = frozenset(
    ["savoir", "préciser", "indiquer", "dire", "demander", "ignorer", "expliquer", "rappeler", "montrer", "comprendre", "chercher",
     "signaler", "noter"]
)  # fmt: skip
_PLURAL = frozenset(
    ["ont", "sont", "étaient", "avaient", "seront", "auront", "doivent", "peuvent", "vont", "seraient"]
)
_OWN = frozenset(
    ["lunettes", "clés", "clefs", "affaires", "papiers", "chaussures", "chaussons", "bottes", "gants", "mains", "yeux", "cheveux",
     "enfants", "parents", "filles", "fils", "frères", "coordonnées", "bagages", "vêtements", "congés", "vacances", "études",
     "économies", "identifiants", "initiales", "diplômes", "devoirs", "dents", "bras", "jambes", "habits", "baskets", "cahiers"]
)  # fmt: skip
_PLACES = frozenset(
    ["ville", "village", "maison", "local", "lieu", "endroit", "pays", "région", "quartier", "rue", "bureau", "salle", "pièce", "entreprise", "société",
     "service", "magasin", "site", "page", "tiroir", "armoire", "placard", "étage", "hôtel", "école", "agence", "usine", "atelier", "entrepôt", "dépôt",
     "parking", "quai", "secteur", "commune", "zone", "bâtiment", "immeuble", "appartement", "chambre", "jour", "moment", "semaine", "mois", "année",
     "matin", "soir", "instant", "époque", "période", "hypothèse", "cas", "situation", "contexte", "monde", "rayon", "siège"]
)  # fmt: skip
"""Nouns that « où » may take up."""


def _verb_at(view: View, at: int) -> bool:
    """Whether the word may well be the conjugated verb of the clause."""
    word = view.words[at]
    if word.low in forms.AUXILIARIES and word.low not in (
        "être",
        "avoir",
        "été",
        "eu",
        "ayant",
        "as",
        "sommes",
    ):
        return True
    if not forms.finite(word) or word.low in ("et", "ou"):
        return False
    return word.only("V") or not (at and view.words[at - 1].has("D", "P", "A"))


def _clause_end(view: View, at: int) -> int:
    """Index after the last word before the next mark, `at` excluded."""
    end = at + 1
    while end < len(view.words) and (view.words[end].near or view.words[end].clitic):
        end += 1
    return end


def _is_for_and(view: View) -> Iterator[Hit]:
    """« Le local et fermé chaque soir »: no verb in the sentence but what follows « et »."""
    if len(view.words) < 5 or not view.text.rstrip().endswith((".", "!")) or view.text.lstrip()[:1] in "-–•«":
        return
    if not (
        view.words[0].has("D") or view.low(0) in ("m", "mme", "monsieur", "madame") or view.words[0].has("S")
    ):
        return
    for at, word in enumerate(view.words):
        if word.low != "et" or not 1 <= at < len(view.words) - 1 or not view.glued(0, at + 1):
            continue
        end = _clause_end(view, at)
        if any(_verb_at(view, index) for index in range(at)) or any(
            one.low in _OPENERS for one in view.words[:at]
        ):
            return
        if any(_verb_at(view, index) for index in range(at + 1, end)) or any(
            one.low == "et" for one in view.words[:at]
        ):
            return
        last = at + 1
        while view.low(last) in _ADVERBS:
            last += 1
        part = view.at(last)
        if part is None or not view.words[at - 1].has("N", "S"):
            continue
        state = part.low == "en" and view.low(last + 1) in _STATES
        follows = view.low(last + 1) in (
            "deux",
            "trois",
            "hier",
            "ce",
            "cette",
            "par",
            "chez",
            "en",
            "à",
            "sur",
            "lundi",
            "mardi",
        )
        done = (
            part.verb("ppas")
            and (not part.has("N") or follows)
            and not any(one.verb("ppas") for one in view.words[:at])
        )
        if state or done:
            yield word.start, word.end, ("est",)
        return


def _and_for_is(view: View) -> Iterator[Hit]:
    """« Le salon est la cuisine ont été repeints », « il y a un plat est un dessert »."""
    for at, word in enumerate(view.words):
        if (
            word.low != "est"
            or not at
            or not word.near
            or at + 2 >= len(view.words)
            or view.words[at + 1].clitic
        ):
            continue
        if (
            view.low(at + 1) not in _ARTICLES
            or not view.words[at - 1].has("N", "A")
            or view.words[at - 1].has("O", "P", "C")
        ):
            continue
        if any(one.low in _OPENERS for one in view.words[:at]):
            continue
        index = at + 2
        while (
            index < min(len(view.words), at + 6)
            and view.words[index].near
            and view.low(index) not in _OPENERS
        ):
            if view.low(index) in _PLURAL and view.low(index - 1) not in ("qui", "ne", "se"):
                yield word.start, word.end, ("et",)
                break
            index += 1
        else:
            before = [index for index in range(at) if _verb_at(view, index) and view.words[index].only("V")]
            comma = (
                any(not view.words[index].near for index in range(before[-1] + 1, at)) if before else False
            )
            same = any(view.low(index) == view.low(at + 1) for index in range(max(0, at - 3), at))
            ends = not any(_verb_at(view, index) for index in range(at + 2, len(view.words)))
            if before and comma and same and ends:
                yield word.start, word.end, ("et",)


def _takes_place(view: View, at: int) -> bool:
    """« une ville ou le chômage baisse », « le bureau ou Marie travaille »: place, « ou » at `at`, subject, verb."""
    place = view.words[at - 1]
    if not _PLACES & {one.lemma for one in place.readings} or any(
        forms.has_person(one, "2p") or one.verb("impe") for one in view.words[: at - 1] if one.only("V")
    ):
        return False  # « rendez-le ce mois ou le contrat est rompu »
    named = view.words[at + 1].text[:1].isupper()
    led = any(
        one.low in forms.AUXILIARIES or (one.only("V") and forms.finite(one)) for one in view.words[: at - 1]
    )
    if view.low(at + 1) in ("un", "une", "des", "aucun", "aucune", "quelque", "plusieurs") or not (
        led or named or (view.words[0].has("P") and at < 5)
    ):
        return False  # « le bureau ou la direction décide »
    if not named and not any(one.first == at + 1 for one in bundles(view)[0]):
        return False
    for behind in range(at + 2, min(at + 8, len(view.words))):
        word = view.words[behind]
        if not word.near or word.low in _OPENERS or word.low in ("ou", "et"):
            return False
        if word.low in forms.AUXILIARIES or (word.only("V") and forms.finite(word) and not word.verb("ppas")):
            return True
    return False


def _where(view: View) -> Iterator[Hit]:
    """« Ou faut-il se garer ? », « préciser ou la livraison doit se faire », « Le garage ou j'ai… a fermé »."""
    for at, word in enumerate(view.words[:-2]):
        if word.low != "ou" or word.clitic:
            continue
        after = view.words[at + 1]
        if at == 0:
            turned = any(
                view.words[index].clitic and view.low(index) in _SUBJECTS | {"ce"}
                for index in range(2, min(6, len(view.words)))
            )
            plain = after.low in ("est", "sont", "se", "puis", "peut") and not any(
                one.low in ("sinon", "alors") for one in view.words[:3]
            )
            if (
                view.text.rstrip().endswith("?")
                and forms.finite(after) | (after.low == "se")
                and (turned or plain)
            ):
                yield word.start, word.end, (cased(word.text, "où"),)
            continue
        if not word.near or not after.near:
            continue
        if (
            after.low in ("se", "s'")
            and view.words[at - 1].has("N")
            and forms.finite(view.words[at + 2])
            and not (view.at(at + 3) and view.words[at + 3].clitic)
        ):
            yield word.start, word.end, ("où",)  # « le local ou se tient la réunion »
        if _takes_place(view, at):
            yield word.start, word.end, ("où",)
            continue
        if after.low not in _ARTICLES | _SUBJECTS:
            continue
        end = _clause_end(view, at)
        verbs = [index for index in range(at + 2, end) if _verb_at(view, index)]
        asked = any(
            one.lemma in _ASKING and one.pos == "V" for one in view.words[at - 1].readings
        ) and not view.words[at - 1].has("N")
        if asked and verbs and not any(view.low(index) == "ou" for index in range(at + 1, end)):
            yield word.start, word.end, ("où",)
            continue
        opens = after.low in _SUBJECTS and len(verbs) > 1 and view.words[0].has("D") and view.glued(0, at)
        closed = any(_verb_at(view, index) or view.low(index) in _OPENERS for index in range(at))
        if opens and not closed and view.words[at - 1].has("N"):
            yield word.start, word.end, ("où",)


def _first_of_text(view: View) -> Iterator[Hit]:
    """« Ses dossiers doivent être classés », first words of a text: nobody yet to own them."""
    other = {"son", "sa", "ses", "ces", "lui"} & {one.low for one in view.words[1:]}
    if view.first_of_text and view.low(0) == "ses" and len(view.words) > 3 and not other:
        yield view.words[0].start, view.words[0].end, (cased(view.words[0].text, "ces"),)


def _belongings(view: View) -> Iterator[Hit]:
    """« Elle a oublié ces lunettes »: what a person has of their own."""
    people = {"je", "j'", "nous", "vous", "tu"}
    for at, word in enumerate(view.words[:-1]):
        noun = view.words[at + 1]
        if (
            word.low == "ces"
            and at > 1
            and noun.low in _OWN
            and noun.near
            and not people & {one.low for one in view.words}
        ):
            verb = any(_verb_at(view, index) or view.words[index].verb("inf") for index in range(at))
            if verb and view.low(at + 2) not in ("sont", "ont", "qui", "que", "dont", "là"):
                yield word.start, word.end, ("ses",)


def _inside(view: View) -> Iterator[Hit]:
    """« Rangez-le d'en l'armoire »: before a noun group, « dans »."""
    for at, word in enumerate(view.words[:-3]):
        if (
            word.low == "d'"
            and view.low(at + 1) == "en"
            and view.low(at + 2) in _ARTICLES
            and view.glued(at, at + 3)
        ):
            after = view.words[at + 3]
            if after.has("N", "A") and not after.verb("inf"):
                yield word.start, view.words[at + 1].end, (cased(word.text, "dans"),)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("homophone_et_sans_verbe", "homophones", "La phrase n’a pas de verbe : « est » est le verbe être.", "Si l’on peut dire « était », c’est « est ».", by_view(_is_for_and),
         (("Le portail du fond et fermé à clé chaque soir.", "est"), ("La gérante et en congé jusqu'à lundi.", "est")),
         ("Le portail du fond est fermé à clé chaque soir.", "Le devis et la facture sont joints.", "Un café et un thé, merci.", "Une lettre datée et signée.")),
    Rule("homophone_est_deux_verbes", "homophones", "La phrase a déjà son verbe : « et » relie les deux groupes.", "Si l’on peut dire « et puis », c’est « et ».", by_view(_and_for_is),
         (("Le hall est la loge ont été repeints.", "et"), ("Le lot comprend une lampe, un câble est un socle.", "et")),
         ("Le hall et la loge ont été repeints.", "Le lot comprend une lampe, un câble et un socle.", "Le hall est la pièce que les clients ont vue.")),
    Rule("homophone_ou_lieu", "homophones", "Pour le lieu et le temps, « où » prend l’accent.", "Si l’on ne peut pas dire « ou bien », c’est « où ».", by_view(_where),
         (("Ou faut-il déposer le colis ?", "Où"), ("Merci d'indiquer ou le camion doit se garer.", "où"), ("Le quai ou nous chargeons est fermé.", "où"), ("Le local ou se tient la réunion est loin.", "où"), ("C'est une ville ou le taux de chômage diminue.", "où")),
         ("Où faut-il déposer le colis ?", "Le quai où nous chargeons est fermé.", "Vous payez ou vous rendez le lot.", "Appelez le garage ou la mairie.", "Rendez-le ce mois ou le contrat est rompu.", "Le bureau ou la direction décide.")),
    Rule("homophone_ses_texte", "homophones", "« Ses » veut dire « à lui, à elle » : personne n’est encore nommé. « Ces » montre.", "Si l’on peut dire « ceux-ci », c’est « ces ».", by_view(_first_of_text),
         (("Ses factures doivent partir ce soir.", "Ces"),), ("Ces factures doivent partir ce soir.", "Léa est là. Ses factures sont prêtes."), False),
    Rule("homophone_ces_affaires", "homophones", "Ce qui appartient à la personne : « ses », et non « ces ».", "Si l’on peut dire « les siens », c’est « ses ».", by_view(_belongings),
         (("La cliente a perdu ces clés en ville.", "ses"),), ("La cliente a perdu ses clés en ville.", "Je vous rends ces clés."), False),
    Rule("homophone_dans_groupe", "homophones", "Devant un groupe du nom, on écrit « dans ».", "Si l’on peut dire « à l’intérieur de », c’est « dans ».", by_view(_inside),
         (("Classez-le d'en une chemise.", "dans"), ("Posez-le d'en l'entrée.", "dans")), ("Classez-le dans une chemise.", "Il convient d'en parler.", "Merci d'en informer la direction.")),
    Rule("homophone_sinon", "homophones", "« Sinon », au sens de « autrement », s’écrit en un mot.", "Si l’on peut dire « autrement », c’est « sinon ».",
         by_pattern(r"(?<=[,;.] )(?P<s>si non)(?=,| (?:l[ea]|les|l'|votre|vos|notre|nos|vous|nous|je|il|elle|on|merci|un|une)\b)", "sinon"),
         (("Signez le bon, si non le colis repart.", "sinon"),), ("Signez le bon, sinon le colis repart.", "Dites-nous si non.")),
)
# fmt: on
