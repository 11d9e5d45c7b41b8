# ruff: noqa: E501 -- an example stays on one line
"""Commas and colons that are missing, or too many: after what opens a sentence, in a list, around an address."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, mark_rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import Chunk, chunks
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.view import View, plain_view

_FRONT = frozenset(
    ["après", "avant", "pour", "depuis", "malgré", "vu", "jusqu'", "dans", "selon", "suite", "grâce", "dès", "sans", "lors", "pendant", "durant", "afin",
     "comme", "concernant", "avec", "en", "à", "bien", "quand", "lorsque", "lorsqu'", "si", "puisque", "puisqu'", "afin", "tant", "faute"]
)  # fmt: skip
_NOT_CLOSED = frozenset(
    ["que", "qu'", "dont", "où", "qui", "et", "ou", "si", "s'", "comme", "quand", "lorsque", "mais", "car", "ce", "à", "de", "d'",
     "pour", "puisque", "donc", "ni", "ne", "n'", "afin", "parce", "pas", "plus", "par", "avec", "en", "chez", "sans", "entre", "selon", "quoi"]
)  # fmt: skip
_PRONOUNS = frozenset(["je", "j'", "il", "elle", "on", "ils", "elles", "nous", "vous"])
_ARTICLES = frozenset(["le", "la", "l'", "les", "un", "une", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "ce", "cet", "cette", "ces"])  # fmt: skip
_INNER = frozenset(["quel", "quelle", "quels", "quelles", "combien", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "comment"])  # fmt: skip
_PLACED = frozenset(
    ["en", "dans", "avant", "après", "selon", "malgré", "dès", "lors", "afin", "sans", "pour"]
)
_VERBS = frozenset("VEHL")
_TOLD = frozenset(["quand", "lorsque", "lorsqu'", "si", "puisque", "puisqu'"])
_COUNTED = frozenset(["un", "une", "deux", "trois", "quatre"])
_MODALS = frozenset(["faire", "laisser", "pouvoir", "devoir", "vouloir", "aller", "venir", "voir", "savoir", "entendre", "sembler", "penser",
                     "compter", "falloir", "envoyer", "emmener", "préférer", "souhaiter", "espérer", "aimer", "désirer", "oser"])  # fmt: skip


def _front_clause(view: View) -> Iterator[Hit]:
    """« Depuis l'ouverture de l'atelier nos délais ont diminué »: what opens the sentence runs into its subject."""
    if (
        len(view.words) < 6
        or view.low(0) not in _FRONT
        or view.low(1) in ("vous", "nous", "cela")
        or view.text.lstrip()[:1] == "«"
    ):
        return
    if (view.low(0) == "en" and view.low(1) in ("effet", "revanche")) or view.low(1) == "bien":
        return
    row = chunks(view)
    for at, one in enumerate(row[:-1]):
        if one.kind in (
            ",",
            ":",
            ";",
            "(",
            "«",
            "et",
            "ou",
            "que",
            "qui",
            "dont",
            "où",
            "mais",
            "car",
        ) and not (one.kind == "que" and at <= 1):
            return
        if not at or one.first < (2 if view.low(0) == "comme" else 3) or not view.words[one.first].near:
            continue
        if view.low(0) in _TOLD and not any(part.kind in _VERBS for part in row[:at]):
            continue
        before = view.words[one.first - 1]
        if before.low in _PRONOUNS or any(word.low in _INNER for word in view.words[1 : one.first]):
            return
        if (
            before.low in _NOT_CLOSED
            or (before.has("D", "P", "C") and not before.has("N", "A"))
            or before.low[-1:] == "'"
        ):
            continue
        pronoun = one.kind in _PRONOUNS and not view.words[one.first].clitic
        order = view.low(one.first) == "veuillez" or (view.low(0) in _PLACED and _order(view, one.first))
        if order and (before.has("N", "A", "S") or before.verb("ppas")):
            yield before.start, before.end + 1, (before.text + ", ",)
            return
        group = (
            one.kind == "N"
            and not one.prep
            and view.low(one.first) in _ARTICLES
            and (
                row[at - 1].kind in ("N", "K", "U", "I", "V", "L")
                or before.has("S")
                or (row[at - 1].kind == "G" and before.has("N"))
            )
        )
        if group and (row[at - 1].kind in ("I", "V", "L", "H", "E") or _object_of(row, at)):
            continue
        if not (pronoun or group):
            continue
        verb = at + 1
        while verb < len(row) and (
            row[verb].kind.startswith("=")
            or row[verb].kind in ("nous", "vous")
            or (group and row[verb].kind in ("N", "K", "U") and (row[verb].prep or row[verb].kind != "N"))
        ):
            verb += 1
        if verb < len(row) and row[verb].kind in _VERBS and view.glued(one.first, row[verb].first):
            word = view.words[row[verb].first]
            person = forms.PERSONS.get(one.kind, "3p" if one.number == "p" else "3s")
            if forms.has_person(word, person) and not word.has("A"):
                yield before.start, before.end + 1, (before.text + ", ",)
        if pronoun or group:
            return


def _order(view: View, at: int) -> bool:
    """Whether the word at `at` is an order to « vous », not a verb whose subject stands before."""
    word = view.words[at]
    told = word.low.endswith("ez") and word.only("V") and word.verb("impe")
    return told and not any(one.low in ("vous", "que", "qui") for one in view.words[:at])


def _object_of(row: tuple[Chunk, ...], at: int) -> bool:
    """Whether the group before the chunk `at` still waits for its object: « avant de rendre au client la clé »."""
    return any(one.kind == "I" for one in row[:at]) and not any(
        one.kind == "N" and not one.prep for one in row[:at]
    )


def _list_comma(view: View) -> Iterator[Hit]:
    """« Prenez des clous des vis et une scie », « vider, dégivrer nettoyer et sécher »."""
    row = chunks(view)
    for at in range(1, len(row) - 2):
        one, two = row[at], row[at + 1]
        if not view.words[two.first].near or two.kind in (",", "et") or two.first <= one.last:
            continue
        later = next((index for index in range(at + 2, min(at + 6, len(row))) if row[index].kind == "et"), 0)
        if (
            not later
            or later + 1 >= len(row)
            or not all(
                view.words[index].near or index == two.first for index in range(one.first + 1, one.last + 1)
            )
        ):
            continue
        between = row[at + 2 : later]
        last = view.words[two.first - 1]
        if one.kind == two.kind == "N" and not one.prep.strip("des") and not two.prep.strip("des"):
            first, second = view.low(one.first), view.low(two.first)
            same = (first in _COUNTED and second in ("un", "une")) or (first == second == "des")
            plain = all(part.kind in ("N", ",", "K") for part in between) and row[later + 1].kind == "N"
            if (
                same
                and plain
                and row[at - 1].kind in ("V", "I", ",", "H", "E", "de", "avec")
                and two.first == one.last + 1
                and last.has("N", "A")
            ):
                yield last.start, last.end, (last.text + ",",)
                return
    for at in range(1, len(view.words) - 3):
        three = (view.words[at], view.words[at + 1], view.words[at + 3])
        if view.low(at + 2) == "et" and view.glued(at, at + 3) and all(word.verb("inf") for word in three):
            word = three[0]
            if not any(reading.lemma in _MODALS for reading in word.readings) and not word.has("N"):
                yield word.start, word.end, (word.text + ",",)
                return


def _list_colon(view: View) -> Iterator[Hit]:
    """« Le colis contient trois articles une perceuse, un niveau et un coffret »: a list that nothing announces."""
    row = chunks(view)
    for at in range(1, len(row) - 3):
        one, two = row[at], row[at + 1]
        if (
            two.kind != "N"
            or two.prep
            or view.low(two.first) not in ("un", "une")
            or not view.words[two.first].near
        ):
            continue
        last = view.words[two.first - 1]
        many = one.kind == "N" and one.number == "p" and not one.prep and one.last == two.first - 1
        todo = one.kind == "I" and row[at - 1].kind == "à" and row[max(0, at - 2)].kind == "N"
        if not (many or todo) or last.low in ("fois", "jours", "mois", "ans", "heures", "matins", "soirs"):
            continue
        rest = [part.kind for part in row[at + 2 :]]
        if "," in rest and "et" in rest and not any(kind in _VERBS for kind in rest):
            yield last.start, last.end, (last.text + " :",)
            return


SAYING = frozenset(
    ["penser", "dire", "croire", "savoir", "estimer", "informer", "indiquer", "rappeler", "constater", "préciser", "confirmer", "espérer",
     "souhaiter", "vouloir", "falloir", "demander", "signaler", "expliquer", "annoncer", "affirmer", "assurer", "juger", "trouver", "voir",
     "comprendre", "supposer", "craindre", "regretter", "noter", "remarquer", "prévoir", "considérer", "proposer", "exiger", "sembler",
     "prévenir", "déclarer", "répondre", "écrire", "ajouter", "promettre", "ignorer", "oublier", "apprendre", "convenir", "suggérer",
     "recommander", "conseiller", "admettre", "imaginer", "douter", "attendre", "accepter", "refuser", "désirer", "aimer", "préférer",
     "paraître", "vérifier", "montrer", "prouver", "garantir", "certifier", "attester", "stipuler", "entendre", "sentir", "avouer", "aviser"]
)  # fmt: skip
"""Verbs that a clause in « que » completes; after another, « que » takes up the subject: « Un plan existe, que je joins »."""


def _said_that(view: View) -> Iterator[Hit]:
    """« Le chef pense, que… », « Nous vous informons, que… »: nothing stands between a verb and its clause."""
    for at in range(1, len(view.words) - 2):
        word, before = view.words[at], view.words[at - 1]
        gap = view.text[before.end - view.offset : word.start - view.offset]
        if word.low in ("que", "qu'") and gap.strip() == "," and before.only("V") and forms.finite(before):
            rest = view.text[word.end - view.offset :]
            if (
                "," not in rest
                and view.text.count(",", 0, word.start - view.offset) == 1
                and lemmas(before) & SAYING
                and before.low not in ("sais", "savez", "suis")
            ):
                yield before.start, word.start, (before.text + " ",)


def _verb_object(view: View) -> Iterator[Hit]:
    """« La secrétaire a proposé, deux créneaux »: nothing stands between a verb and its object."""
    for at in range(2, len(view.words) - 1):
        word, before = view.words[at], view.words[at - 1]
        gap = view.text[before.end - view.offset : word.start - view.offset].strip()
        alone = view.text.count(",") == 1 and gap == ","
        if (
            not alone
            or view.low(at - 2) not in forms.AVOIR
            or not before.verb("ppas")
            or word.low not in ("un", "une", "deux", "trois", "quatre", "cinq", "des", "plusieurs")
        ):
            continue
        if not any(forms.finite(one) and not one.has("N", "A") for one in view.words[at:]) and not any(
            one.low in ("pas", "aussi") for one in view.words[at:]
        ):
            yield before.start, before.end + 1, (before.text,)


def _and_comma(view: View) -> Iterator[Hit]:
    """« imprimé, et signé »: « et » alone joins two short things."""
    text = plain_view(view.text)
    if text.count(",") != 1:
        return
    for at in range(1, len(view.words) - 1):
        word, before, after = view.words[at], view.words[at - 1], view.words[at + 1]
        if word.low != "et" or view.text[before.end - view.offset : word.start - view.offset].strip() != ",":
            continue
        same = (before.verb("ppas") and after.verb("ppas")) or (
            before.has("N") and after.low in ("des", "un", "une", "du", "de")
        )
        clitic = (
            after.low in ("le", "la", "les", "l'", "lui", "leur")
            and at + 2 < len(view.words)
            and view.words[at + 2].only("V")
            and forms.finite(view.words[at + 2])
        )
        verbs = any(forms.finite(one) and one.only("V") for one in view.words[at + 1 :]) and not clitic
        if (same or clitic) and not verbs:
            yield before.start, before.end + 1, (before.text,)


def _between_commas(view: View) -> Iterator[Hit]:
    """« Le président M. Kerbrat, a ouvert », « Mme Lopez, notre gérante passera »: one comma of the two."""
    row = chunks(view)
    if len(row) < 4 or row[0].first or row[0].kind != "N" or row[0].prep:
        return
    commas = [at for at, one in enumerate(row) if one.kind == ","]
    if len(commas) != 1:
        return
    comma = commas[0]
    after = comma + 1
    while after < len(row) and row[after].kind.startswith("="):
        after += 1
    if after >= len(row):
        return
    named = next(
        (
            at
            for at in range(1, comma)
            if view.low(row[at].first) in ("m", "mme", "mlle", "monsieur", "madame") and not row[at].prep
        ),
        0,
    )
    if named and row[after].kind in _VERBS and all(one.kind in ("N", "U", "K") for one in row[:comma]):
        last = view.words[row[named].first - 1]
        if last.has("N", "A"):
            yield last.start, last.end, (last.text + ",",)
        return
    if comma == 1 and row[after].kind in ("N", "K") and not row[after].prep and after == comma + 1:
        at = after + 1
        while at < len(row) and (
            (row[at].kind == "N" and row[at].prep) or row[at].kind in ("à", "de", "P", "U")
        ):
            at += 1
        titled = (
            view.low(0) in ("m", "mme", "mlle", "monsieur", "madame") and view.words[1].text[:1].isupper()
        )
        possessive = titled and view.low(row[after].first) in (
            "notre",
            "votre",
            "nos",
            "vos",
            "son",
            "sa",
            "leur",
            "le",
            "la",
            "l'",
        )
        participle = row[after].kind == "K" and view.words[row[after].first].verb("ppas")
        if at < len(row) and row[at].kind in _VERBS and (participle or possessive):
            verb, last = view.words[row[at].first], view.words[row[at].first - 1]
            clear = row[at].kind != "V" or (verb.only("V") and not verb.verb("ppas"))
            if (
                clear
                and view.glued(row[after].first, row[at].first)
                and last.has("N", "S", "A")
                and any(forms.has_person(verb, one) for one in ("3s", "3p"))
            ):
                yield last.start, last.end, (last.text + ",",)


_START = r"(?:^|(?<=\n)|(?<=[.!?] ))"
_SUBJECT = r"(?:je |j'|nous |vous |tu |il |elle |on |ils |elles |ce |c'|cette |l[ea] |l'|les |notre |nos |votre |vos |merci |suite |veuillez |voici |pour |pouvez|pourriez|avez|est-ce|serait|y a|un |une |comme |dans |à la )"


# fmt: off
RULES: tuple[Rule, ...] = (
    mark_rule("ouverture", "Ce qui ouvre la phrase, avant le sujet, est suivi d’une virgule.", "Déplacez-le à la fin : si la phrase tient, il fallait une virgule.", by_view(_front_clause),
          (("Malgré deux relances écrites la société n'a rien versé.", "écrites, "), ("Comme convenu au téléphone je vous adresse le plan.", "téléphone, "), ("En cas d'absence prévenez le secrétariat.", "absence, ")),
          ("Malgré deux relances écrites, la société n'a rien versé.", "Pour ouvrir la porte, tirez.", "Comme vous le savez, le bureau ferme.", "Dans ce cas, appelez.")),
    mark_rule("salut", "La formule qui ouvre un message est suivie d’une virgule.", "On s’adresse à quelqu’un, ou l’on répond : une virgule, puis le texte.",
          by_pattern(rf"{_START}(?-i:(?!OUI|NON))(?P<s>bonjour|bonsoir|bonjour à tous(?! les )|bonjour à toutes et à tous|(?:chers?|chères?) (?:monsieur|madame|collègues?|clients?|cliente|confrères?|parents|adhérents?|voisins|amis|tous)|oui|non|félicitations|merci (?-i:[A-Z][a-zéèêëïîç]+)|bonjour (?-i:[A-Z][a-zéèêëïîç]+))(?= {_SUBJECT})(?! (?:le|la|les|l') ?[\w-]+(?: [\w-]+)? ?(?:[.!,\n]|$))", "\\g<s>,", group="s"),
          (("Bonjour je cherche un local.", "Bonjour,"), ("Oui nous livrons le samedi.", "Oui,"), ("Chers collègues le bureau ferme lundi.", "Chers collègues,")), ("Bonjour, je cherche un local.", "Oui, nous livrons.", "Merci Paul !", "Bonjour à tous les quatre,", "Non loin de la gare, il attend.")),
    mark_rule("agreer", "Dans la formule finale, le titre est entre deux virgules.", "Le titre interpelle le lecteur : une virgule avant, une après.",
          by_pattern(r"(?<![\w-])(?P<a>agréer|recevoir|croire|agréez|recevez|croyez|accepter|prions|prie)(?= (?:chère? )?(?-i:Madame|Monsieur|Mesdames|Messieurs)(?:,| l'| nos| mes))", "\\g<a>,", group="a"),
          (("Veuillez agréer Madame, nos salutations.", "agréer,"),), ("Veuillez agréer, Madame, nos salutations.", "Vous pouvez croire Madame Roy.")),
    mark_rule("mais_donc", "« Mais », « or » et « donc » qui relient deux propositions sont précédés d’une virgule.", "Ce qui suit pourrait être une phrase : une virgule avant.",
          by_pattern(r"(?<![\w'-])(?P<c>(?P<w>(?![\w-]+-(?:vous|nous|je|tu|ils?|elles?|on|ce) )(?!(?:non|est|sont|ai|as|a|avons|avez|ont|puis|fait|dit|vous|nous|je|il|elle|on|doit|dois|peut|sera|soit|et|pas|plus|seulement|lent|petit) )[\w-]{2,}|[%€])(?: (?P<k>donc)(?= (?:je |j'|il |elle |on |(?:nous|vous) (?!(?:l[ea] |les |l'|en |y |lui |leur )?[\w-]+(?:er|ir|re|oir)(?![\w-]))|ils |elles |c'|(?:le |la |l'|les |notre |nos |votre |vos )[\w-]+ (?:ne |n'|est |sont |a |ont |sera |seront |doit |doivent |peut |peuvent |reste |[\w-]+r(?:a|ont) )))| (?P<l>mais|or)(?= (?:le |la |l'|les |un |une |deux |notre |nos |votre |vos |mon |ma |mes |son |sa |ses |ce |cet |cette |ces |il |elle |on |ils |elles |nous |vous |je |j'|tu |c'|personne |aucun |rien )[\w'’-]+ [\w'’-]+)))", "\\g<w>, \\g<k>\\g<l>", group="c"),
          (("Le lot est prêt mais le livreur est absent.", "prêt, mais"),), ("Le lot est prêt, mais le livreur est absent.", "Il est donc là.")),
    mark_rule("car", "« Car » qui relie deux propositions est d’ordinaire précédé d’une virgule.", "Ce qui suit pourrait être une phrase : une virgule avant.",
          by_pattern(r"(?<![\w'-])(?P<c>(?P<w>(?![\w-]+-(?:vous|nous|je|tu|ils?|elles?|on|ce) )(?!(?:non|est|sont|ai|as|a|avons|avez|ont|puis|fait|dit|vous|nous|je|il|elle|on|doit|dois|peut|sera|soit|et|pas|plus|seulement|lent|petit) )[\w-]{2,}|[%€]) car(?= (?:le |la |l'|les |un |une |deux |notre |nos |votre |vos |mon |ma |mes |son |sa |ses |ce |cet |cette |ces |il |elle |on |ils |elles |nous |vous |je |j'|tu |c'|personne |aucun )[\w'’-]+ [\w'’-]+))", "\\g<w>, car", group="c"),
          (("Le quai ferme car deux agents manquent ce soir.", "ferme, car"),), ("Le quai ferme, car deux agents manquent ce soir.", "Le car est parti."), False),
    mark_rule("liste_virgule", "Les éléments d’une liste sont séparés par des virgules ; seul le dernier est introduit par « et ».", "Comptez les éléments : une virgule entre chacun.", by_view(_list_comma),
          (("Prenez des clous des vis et une scie.", "clous,"), ("Il faut vider, laver sécher et ranger.", "laver,")), ("Prenez des clous, des vis et une scie.", "Il faut faire laver et sécher le linge.", "Il a donné un avis et une date."), False),
    mark_rule("liste_annonce", "La liste qui précise ce qui vient d’être dit est annoncée par deux points.", "Si l’on peut dire « à savoir », mettez deux points.", by_view(_list_colon),
          (("Le lot contient trois outils une pince, un niveau et une scie.", "outils :"),), ("Le lot contient trois outils : une pince, un niveau et une scie.", "Il vient deux fois par mois, un lundi et un jeudi."), False),
    mark_rule("objet", "« Objet », « Ordre du jour » annoncent ce qui suit : deux points.", "Un intitulé, deux points, le contenu.",
          by_pattern(r"(?:^|(?<=\n))(?P<o>(?-i:Objet|Ordre du jour|Pièces? jointes?|Référence))(?= (?!(?:de|du|des|et|en|sont|est|pas|qui|dont|sera|que)\b|manqu|à )[a-zà-ÿ]{2,}[^:\n]*$)", "\\g<o> :", group="o"),
          (("Objet demande de devis pour un parc", "Objet :"),), ("Objet : demande de devis", "Objet de la réunion : budget.", "Référence à rappeler : 12.")),
    mark_rule("verbe_que", "Pas de virgule entre le verbe et la proposition qu’il introduit.", "Lisez d’un trait : « il pense que ».", by_view(_said_that),
          (("Le chef pense, que la pile est morte.", ""),), ("Le chef pense que la pile est morte.", "Il faut, comme vous le dites, que la pile change.", "Un autre plan existe, que je joins.")),
    mark_rule("verbe_objet", "Pas de virgule entre le verbe et ce qui le complète.", "Lisez d’un trait : « a proposé deux dates ».", by_view(_verb_object),
          (("L'agence a proposé, deux dates au client.", "proposé"),), ("L'agence a proposé deux dates au client.", "Elle a répondu, deux jours plus tard, par courriel."), False),
    mark_rule("et_virgule", "« Et » suffit à relier deux éléments courts : pas de virgule.", "Deux éléments seulement ? « et » sans virgule.", by_view(_and_comma),
          (("Le bail a été relu, et signé en deux exemplaires.", "relu"), ("Il vend des fleurs, et des plants.", "fleurs")), ("Le bail a été relu et signé.", "Il vient, et nous partons.", "Des clous, des vis, et une scie."), False),
    mark_rule("deux_virgules", "La précision ouverte par une virgule se ferme par une virgule.", "Enlevez la précision : les deux virgules s’en vont ensemble.", by_view(_between_commas),
          (("Mme Roy, notre comptable passera jeudi.", "comptable,"), ("Le trésorier M. Roy, a ouvert la séance.", "trésorier,"), ("Le dépôt, situé à Brest accueille le public.", "Brest,")),
          ("Mme Roy, notre comptable, passera jeudi.", "Le trésorier, M. Roy, a ouvert la séance.", "Monsieur, le colis est prêt.", "Le dépôt, situé à Brest, accueille le public.")),
    mark_rule("comme_convenu", "« Comme convenu » se met entre deux virgules.", "Enlevez-le : les deux virgules s’en vont ensemble.",
          by_pattern(r"(?<=[a-zà-ÿ]{2} )(?P<w>[a-zà-ÿ]+)(?= comme (?:convenu|indiqué|prévu|demandé|promis|annoncé), )", "\\g<w>,", group="w", skip=r"(?:mais|et|que|,) "),
          (("Vous trouverez ici comme convenu, le plan du site.", "ici,"),), ("Vous trouverez ici, comme convenu, le plan du site.", "Comme convenu, voici le plan."), False),
    mark_rule("plus_moins", "« Plus…, moins… » : une virgule sépare les deux parties.", "Deux parties qui se répondent : une virgule.",
          by_pattern(r"(?:^|(?<=[.!?] ))(?:plus|moins) (?:l[ea]s? |l'|votre |vous |on |il |nous |un |une )[^,.;!?]*?(?P<w>[\w-]+)(?= (?:plus|moins) (?:il |vous |nous |on |l[ea]s? |l'|elle |votre ))", "\\g<w>,", group="w"),
          (("Plus le plan est clair moins il y a d'erreurs.", "clair,"),), ("Plus le plan est clair, moins il y a d'erreurs.",), False),
    mark_rule("c_est", "« Ce n’est pas… qui…, c’est… » : une virgule sépare les deux parties.", "Deux parties qui s’opposent : une virgule.",
          by_pattern(r"(?:^|(?<=[.!?] ))ce n'est pas [^,.;!?]* (?:qui|que) [^,.;!?]*?(?P<w>[\w-]+)(?= c'est )", "\\g<w>,", group="w"),
          (("Ce n'est pas le client qui a tort c'est nous.", "tort,"),), ("Ce n'est pas le client qui a tort, c'est nous.",), False),
    mark_rule("attente", "La formule qui ouvre la phrase finale est suivie d’une virgule.", "Marquez une pause avant « nous », « je ».",
          by_pattern(rf"{_START}(?:dans l'attente|en attendant|restant|en vous remerciant|vous remerciant|espérant|en espérant)[^,.;\n]*?(?P<w>[\w-]+)(?= (?:nous vous|je vous|je reste|nous restons|veuillez|recevez))", "\\g<w>,", group="w"),
          (("Dans l'attente de vous lire je vous salue.", "lire,"),), ("Dans l'attente de vous lire, je vous salue.",)),
)
# fmt: on
