# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Words that sound alike, told apart by the words right beside them."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.noungroup import numbers_of, only_adjective
from ascom_coach.language.syntax.view import View

_DET = "le|la|les|un|une|notre|votre|nos|vos|ce|cette|cet|ces|mon|ma|mes|son|sa"
_AFTER = frozenset(
    ["et", "par", "pour", "à", "depuis", "jusqu'", "en", "dans", "au", "avec", "car", "mais", "ou"]
)


def _neither(view: View) -> Iterator[Hit]:
    """« nos équipes ni sont pour rien », « ni le tarif n'y le délai »."""
    for at, word in enumerate(view.words[:-1]):
        after = view.words[at + 1]
        if (
            word.low == "ni"
            and after.near
            and forms.finite(after)
            and (after.only("V") or after.low in ("est", "a"))
            and not after.verb("ppas")
        ):
            yield word.start, word.end, ("n'y",)
        if word.low == "n'" and after.low == "y" and view.low(at + 2) in _DET.split("|"):
            yield word.start, after.end, (cased(word.text, "ni"),)


def _within(view: View) -> Iterator[Hit]:
    """« Dans parler », « il devra sans occuper »."""
    for at, word in enumerate(view.words[:-1]):
        verb = view.words[at + 1]
        if not verb.near or verb.clitic or not verb.verb("inf") or verb.text[0].isupper():
            continue  # « saisi dans Rechercher »: a name
        if word.low == "dans":
            yield word.start, word.end, (cased(word.text, "d'en"),)
        before = view.at(at - 1)
        modal = before is not None and any(
            one.lemma in ("devoir", "pouvoir", "vouloir", "aller") for one in before.readings
        )
        later = view.at(at + 2)
        other = later is not None and later.near and later.verb("inf")  # « vous pouvez sans attendre signer »
        if word.low == "sans" and modal and verb.verb("inf", "q") and verb.low != "dire" and not other:
            yield word.start, word.end, ("s'en",)


def _being(view: View) -> Iterator[Hit]:
    """« les documents transmis son incomplets », « nos partenaires en sons ravis »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low not in ("son", "sons"):
            continue
        after, later = view.words[at + 1], view.at(at + 2)
        if (
            word.low == "sons"
            and at
            and word.near
            and view.low(at - 1) in ("en", "y", "se", "ne", "qui", "nous")
        ):
            yield word.start, word.end, ("sont",)
        ends = later is None or not later.near or later.low in _AFTER
        plural = forms.adjective(after) and not forms.agrees(after, "", "s")
        alone = ends and only_adjective(after) and not after.has("N")
        if word.low == "son" and at and word.near and after.near and (plural or alone):
            before = view.words[at - 1]
            done = after.low == "possible" and "faire" in before.infinitives  # « il a fait son possible »
            own = done or before.low == "autre"  # « un autre son commence »
            if not own and not before.has("P", "C") and view.low(at - 1) not in ("et", "ou", "de", "à"):
                yield word.start, word.end, ("sont",)


def _self(view: View) -> Iterator[Hit]:
    """« une trentaine de personnes c'est déjà inscrite »: a pronominal verb after a noun."""
    for at in range(1, len(view.words) - 2):
        if view.low(at) != "c'" or view.low(at + 1) not in ("est", "était") or not view.words[at].near:
            continue
        end = at + 2
        while view.low(end) in ("déjà", "bien", "toujours", "aussi", "finalement", "enfin"):
            end += 1
        verb, before = view.at(end), view.words[at - 1]
        if (
            verb
            and view.glued(at, end)
            and verb.verb("ppas", "q")
            and before.has("N")
            and not (verb.has("A") and forms.agrees(verb, "m", "s"))
        ):
            yield view.words[at].start, view.words[at + 1].end, ("s'" + view.low(at + 1),)


def _these(view: View) -> Iterator[Hit]:
    """« que c'est horaires changent »: a plural noun right after « c'est »."""
    for at in range(len(view.words) - 2):
        noun = view.words[at + 2]
        if (
            (
                view.low(at) == "c'"
                and view.low(at + 1) == "est"
                and view.glued(at, at + 2)
                and noun.only("N", "A")
                and noun.has("N")
            )
            and numbers_of(noun) == {"p"}
            and noun.text.islower()
        ):
            yield view.words[at].start, view.words[at + 1].end, (cased(view.words[at].text, "ces"), "ses")


def _which(view: View) -> Iterator[Hit]:
    """« vérifier qu'elles pièces », « demandé qu'elles étaient nos conditions »."""
    for at in range(len(view.words) - 2):
        if view.low(at) != "qu'" or view.low(at + 1) not in ("elle", "elles") or not view.glued(at, at + 2):
            continue
        after = view.words[at + 2]
        found = view.low(at + 1).replace("elle", "quelle")
        asked = view.at(at - 1)
        asking = asked is not None and any(
            one.lemma in ("demander", "savoir", "dire", "préciser", "indiquer", "vérifier", "ignorer")
            for one in asked.readings
        )
        noun = after.only("N") and after.text.islower()
        being = asking and after.low in forms.ETRE and view.low(at + 3) in _DET.split("|")
        if noun or being:
            yield view.words[at].start, view.words[at + 1].end, (cased(view.words[at].text, found),)


def _has(view: View) -> Iterator[Hit]:
    """« il à reçu », « nous à garanti une livraison »."""
    for at, word in enumerate(view.words[:-1]):
        if word.low != "à" or not word.near or not at:
            continue
        before, after = view.low(at - 1), view.words[at + 1]
        verb = after.verb("ppas") and after.near
        if (
            before in ("m'", "t'", "l'", "n'", "qui", "il", "on") and verb and not view.words[at - 1].clitic
        ) or (
            before in ("nous", "vous", "lui", "leur")
            and verb
            and at > 1
            and view.words[at - 2].has("N")
            and view.low(at + 2) in _DET.split("|")
        ):
            yield word.start, word.end, ("a",)


def _view(
    name: str,
    message: str,
    test: str,
    find: object,
    wrong: tuple[tuple[str, str], ...],
    right: tuple[str, ...],
) -> Rule:
    return Rule(f"confusion_{name}", "homophones", message, test, by_view(find), wrong, right)  # type: ignore[arg-type]


def _rule(
    name: str,
    pattern: str,
    fix: str,
    message: str,
    test: str,
    wrong: str,
    right: str,
    label: Label = "homophones",
    skip: str = "",
) -> Rule:
    group = "x" if "(?P<x>" in pattern else 0
    return Rule(
        f"confusion_{name}",
        label,
        message,
        test,
        by_pattern(pattern, fix, group=group, skip=skip),
        ((wrong, ""),),
        (right,),
    )


RULES: tuple[Rule, ...] = (
    _view("ni", "« ni » relie deux négations ; « n’y » accompagne un verbe.", "Si l’on peut enlever « y », c’est « n’y ».", _neither,
          (("Nos équipes ni sont pour rien.", "n'y"), ("Ni le tarif n'y le délai ne conviennent.", "ni")), ("Nos équipes n'y sont pour rien.", "Ni le tarif ni le délai ne conviennent.")),
    _view("en", "« dans » et « sans » ne se placent pas ainsi devant l’infinitif : « d’en », « s’en ».", "Remplacez « en » par « de cela ».", _within,
          (("Dans parler me semble prématuré.", "D'en"), ("Le gardien devra sans occuper.", "s'en")), ("D'en parler me semble prématuré.", "Le gardien devra s'en occuper.", "Il travaille sans parler.", "Cela va sans dire.", "Vous pouvez sans attendre signer.")),
    _view("sont", "« son » est un possessif, « sons » un nom ; ici c’est le verbe être : « sont ».", "Si l’on peut dire « étaient », c’est « sont ».", _being,
          (("Les documents transmis son incomplets.", "sont"), ("Nos partenaires en sons ravis.", "sont")), ("Les documents transmis sont incomplets.", "Il range son petit bureau.", "Elle a fait son possible.", "Nos partenaires en sont ravis.")),
    _view("s_est", "Devant le participe d’un verbe pronominal, on écrit « s’est ».", "Si l’on peut dire « je me suis », c’est « s’est ».", _self,
          (("Une cliente c'est déjà inscrite à la visite.", "s'est"),), ("Une cliente s'est déjà inscrite à la visite.", "Le plus simple, c'est inscrit au dos.")),
    _view("ces", "Devant un nom pluriel, on écrit « ces » ou « ses ».", "Si l’on peut dire « ceux-là », c’est « ces ».", _these,
          (("Il dit que c'est horaires changent.", "ces"),), ("Il dit que ces horaires changent.", "C'est notre horaire.")),
    _view("quelles", "« quelle » accompagne un nom ; « qu’elle » est « que » suivi de « elle ».", "Si l’on peut dire « qu’il », c’est « qu’elle ».", _which,
          (("Merci de vérifier qu'elles pièces manquent.", "quelles"), ("Il a demandé qu'elle était notre adresse.", "quelle")), ("Merci de vérifier quelles pièces manquent.", "Je crois qu'elle était notre cliente.", "Il faut qu'elle signe.")),
    _view("a", "Après ce pronom, c’est le verbe avoir : « a » sans accent.", "Si l’on peut dire « avait », c’est « a ».", _has,
          (("Le client qui à appelé hier attend.", "a"), ("Le fournisseur nous à livré les chaises.", "a")), ("Le client qui a appelé hier attend.", "Le fournisseur nous a livré les chaises.")),
    _rule("peut_etre",
        r"(?:^|(?<=[.!?] )|(?<=\n))(?P<x>peut être)(?= [\wà-ÿ]+-(?:t-)?(?:il|elle|on|ils|elles|nous|vous|je|ce)\b)",
        "peut-être",
        "L’adverbe « peut-être » prend un trait d’union.", "Si l’on peut dire « sans doute », c’est « peut-être ».",
          "Peut être faudrait-il relancer le fournisseur.", "Peut-être faudrait-il relancer le fournisseur."),
    _rule("peut_etre_suite", r"(?<=, )(?P<x>peut être)(?= (?:même|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dès|avant|plus)\b)", "peut-être", "L’adverbe « peut-être » prend un trait d’union.", "Si l’on peut dire « sans doute », c’est « peut-être ».",
          "Il viendra mardi, peut être même lundi.", "Il viendra mardi, peut-être même lundi."),
    _rule("davantage", r"(?<=pas )(?P<x>d'avantages?)(?= (?:de|d'|que)\b|[.,;!?])", "davantage", "« Davantage » (plus) s’écrit en un mot ; « d’avantage » parle d’un profit.", "Si l’on peut dire « plus », c’est « davantage ».",
          "Il n'y a pas d'avantage de places.", "Il n'y a pas davantage de places."),
    _rule("plus_tot", r"(?<=un peu |eaucoup |.. bien )(?P<x>plutôt)(?= (?:demain|que|lundi|mardi|mercredi|jeudi|vendredi|dans|ce|le)\b|[.,])".replace("(?<=un peu |eaucoup |.. bien )", r"(?:un peu|beaucoup|arriver|venir|partir|passer|livrer) "), "plus tôt", "Pour le temps, on écrit « plus tôt » en deux mots.", "Si l’on peut dire « plus tard », c’est « plus tôt ».",
          "Merci d'arriver un peu plutôt demain.", "Merci d'arriver un peu plus tôt demain."),
    _rule("pres", r"(?<![\w'-])(?:situé|située|situés|situées|tout|très|plus|trop|ici|assez) (?P<x>prêts?|prête)(?= (?:de|du|des|d')(?:\b| ))", "près", "« Près de » indique une distance ; « prêt » veut dire « préparé ».", "Si l’on peut dire « loin de », c’est « près de ».",
          "L'agence est située tout prêt de la gare.", "L'agence est située tout près de la gare."),
    _rule("mes_mais", rf"(?<![\w'-])(?P<x>mes|met|mets)(?= (?:il|elle|nous|je|on|cela|{_DET}) )(?<=[a-zà-ÿ]{{2}} mes)", "mais", "« mais » oppose ; « mes » est un possessif.", "Si l’on peut dire « pourtant », c’est « mais ».",
          "Le logo plaît mes le slogan reste à revoir.", "Le logo plaît, mais le slogan reste à revoir."),
    _rule("mais_mes", r"(?<![\w'-])(?P<x>mais|mets|met|m'est)(?= (?:sincères |meilleures |cordiales |chers |plus sincères )?(?:salutations|coordonnées|remerciements|excuses|disponibilités|respects|félicitations|hommages|collègues|sentiments)\b)", "mes", "« mes » est un possessif ; « mais » oppose.", "Si l’on peut dire « nos », c’est « mes ».",
          "Veuillez agréer, Monsieur, mais salutations distinguées.", "Veuillez agréer, Monsieur, mes salutations distinguées."),
    _rule("or", r", (?P<x>hors)(?= (?:le|la|les|nous|il|vous|elle|on|je|notre|votre|nos|vos|cette|ce) (?!murs)[\wà-ÿ']+ [\wà-ÿ' ]{3,}[.])", "or", "« or » introduit un fait qui contredit ; « hors » veut dire « en dehors de ».", "Si l’on peut dire « mais », c’est « or ».",
          "Le client attend une réponse, hors le service est fermé.", "Le client attend une réponse, or le service est fermé."),
    _rule("ete", r"(?<![\w'-])(?:avions|aviez|avais|aurait|auraient|aurons|aurez|aurions|auriez|ayant|avoir) (?:bien |déjà |pas |tous )?(?P<x>était|étaient|étais|étai|étés|étées?)(?![\w'-])", "été", "« Été », participe d’« être », suit l’auxiliaire et ne change jamais.", "Si l’on peut dire « avions eu », c’est un participe : « été ».",
          "Nous avions était contraints de refuser.", "Nous avions été contraints de refuser."),
    _rule("le_votre", r"(?<![\w'-])(?:le|la|les|du|des|au|aux) (?P<x>(?P<h>[nv])o(?P<t>tres?))(?= ?[.,;?!]| (?:est|sont|a|ont|et|sera|n'est|aussi|en|pour)\b)", "\\g<h>ô\\g<t>", "Le pronom « le nôtre », « le vôtre » prend un accent circonflexe.", "Si un nom suit, pas d’accent ; s’il n’y en a pas, un accent.",
          "Notre agence ferme à 18 heures, et la votre ?", "Notre agence ferme à 18 heures, et la vôtre ?"),
    _rule("notre", r"(?:^|(?<=[.!?] )|(?<=\n))(?-i:(?P<x>(?P<h>[NV])ô(?P<t>tre)))(?= [a-zà-ÿ]{3,})", "\\g<h>o\\g<t>", "Devant un nom, le possessif s’écrit « notre » ou « votre », sans accent.", "Si l’on peut dire « mon », il n’y a pas d’accent.",
          "Nôtre fournisseur livrera lundi.", "Notre fournisseur livrera lundi."),
    _rule("en_partie", r"(?<![\w'-])en (?P<x>parti|partis)(?= (?:remboursé|payé|financé|détruit|pris|réglé|couvert|due?|responsable|à cause|grâce|par|pour|sur|[\wà-ÿ]+(?:és?|ées?)\b)|[.,])", "partie", "« En partie » (partiellement) vient de « partie ».", "Si l’on peut dire « en totalité », c’est « en partie ».",
          "Les frais sont en parti remboursés.", "Les frais sont en partie remboursés."),
    _rule("ou", r"(?<![\w'-])(?:préciser|savoir|dire|indiquer|demander|demandé|sais|précisez|indiquez|ignore|ignorons|voir|expliquer) (?P<x>ou)(?= (?:doit|doivent|se|est|sont|il|elle|nous|vous|je|on|trouver|envoyer|livrer|adresser|déposer|en)\b)", "où", "« où » indique un lieu ; « ou » propose un choix.", "Si l’on peut dire « ou bien », c’est « ou » sans accent.",
          "Merci de préciser ou doit être livré le bureau.", "Merci de préciser où doit être livré le bureau."),
    _rule("quelque", r"(?<![\w'-])(?P<x>quelques)(?= (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|quarante|cinquante|soixante|cent|mille|\d{2,})\b)", "quelque", "Devant un nombre, au sens d’« environ », « quelque » ne change pas.", "Si l’on peut dire « environ », c’est « quelque ».",
          "Quelques trois cents visiteurs sont venus.", "Quelque trois cents visiteurs sont venus."),
    _rule("quand", rf"(?<![\w'-])(?P<x>qu'en)(?! [a-zà-ÿ']+ ?[a-zà-ÿ]+ant\b)(?= (?:il|elle|ils|elles|nous|vous|je|on|{_DET}) )", "quand", "« quand » indique le temps ; « qu’en » est « que » suivi de « en ».", "Si l’on peut dire « lorsque », c’est « quand ».",
          "Il n'a pas su me dire qu'en le virement serait effectué.", "Il n'a pas su me dire quand le virement serait effectué.", skip=r"(?:ne|n'\w+|\w+) (?:parte|ouvre|vient|rentre) "),
    _rule("tant", rf"(?<![\w'-])(?P<x>t'en|tend|tends)(?= (?:{_DET}|pour|par) [^.]*\bque\b)", "tant", "« tant… que » compare ; « t’en » est « te » suivi de « en ».", "Si l’on peut dire « aussi bien », c’est « tant ».",
          "Il a félicité t'en les débutants que les confirmés.", "Il a félicité tant les débutants que les confirmés."),
    _rule("lors", r"(?:^|(?<=[.!?] )|(?<=, )|(?<=\n))(?P<x>l'or|l'ors|lord)(?= (?:de|du|des|d')(?:\b| ))", "lors", "« Lors de » s’écrit en un mot.", "Si l’on peut dire « pendant », c’est « lors de ».",
          "L'or de votre passage, demandez la carte.", "Lors de votre passage, demandez la carte."),
    _rule("dont", r"(?<=, )(?P<x>dons|donc|don|d'on)(?= (?:le|la|les|l'|il|nous|vous) ?[\wà-ÿ]+ (?:est|sont|a|se|se trouve|date|expire|arrive)\b[^,.]*, )", "dont", "« dont » relie une précision au nom qui précède.", "Si l’on peut dire « de qui », « duquel », c’est « dont ».",
          "La société Brio, dons le siège est à Niort, nous doit un règlement.", "La société Brio, dont le siège est à Niort, nous doit un règlement."),
    _rule("sera", r"(?<![\w'-])(?P<x>(?P<h>ser)r(?P<t>a|ai|ait|ont|ez|ons))(?= (?:[\wà-ÿ]+(?:ées?|és?|ies?|is?|ues?|us?|te?s?)|prêt|absent|présent|de|en|à)\b)", "\\g<h>\\g<t>", "Le futur du verbe être s’écrit avec un seul r : « sera ».", "Le verbe « serrer » ne convient pas ici.",
          "La prime serra versée en juin.", "La prime sera versée en juin."),
)  # fmt: skip
