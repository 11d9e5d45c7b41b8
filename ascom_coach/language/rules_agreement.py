"""Agreement inside the noun group, with the subject, and of the participle."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language import morphology as forms
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rulebase import Hit, Rule, by_pattern, by_view, cased
from ascom_coach.language.view import View, Word

_PLURAL = frozenset("des ces mes tes ses nos vos quelques plusieurs certains certaines différents différentes aux".split())
_NUMBERS = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent".split())
_SINGULAR = frozenset("un une ce cet cette mon ma ton ta son sa notre votre chaque du au".split())
_FEMALE = frozenset("une cette ma ta sa la".split())
_MALE = frozenset("un ce cet le du au".split())
_MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
_INVARIABLE = frozenset("limite record standard express test cadeau type clé clés pilote modèle maximum minimum bio chic sympa snob kaki dernier".split())
_SWAP = {
    "un": "une", "une": "un", "le": "la", "la": "le", "cette": "ce", "ce": "cette", "ma": "mon", "ta": "ton", "sa": "son", "du": "de la", "au": "à la",
    "cet": "cette",
}  # fmt: skip


def _article(view: View, index: int) -> bool:
    """Whether the determiner at `index` is one, and not the pronoun in « je la facture »."""
    word = view.words[index]
    if word.low not in ("le", "la", "les", "l'", "leur", "leurs"):
        return not word.clitic
    before = view.low(index - 1)
    return not word.clitic and before not in forms.CLITICS and before not in forms.PERSONS and before not in ("qui", "de", "pour", "à", "sans", "y")


def _is_name(view: View, index: int) -> bool:
    return view.words[index].text[:1].isupper()


def _nominal(word: Word) -> bool:
    """A known common noun or adjective that is nothing else (verbs aside)."""
    return bool(word.readings) and word.has("N") and all(one.pos in "NAV" for one in word.readings)


def _numbers_of(word: Word) -> set[str]:
    return {one.number for one in word.readings if one.pos in ("N", "A") or "ppas" in one.tags}


def _plural_needed(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if not noun.near or noun.clitic or _is_name(view, index + 1) or not _nominal(noun):
            continue
        counted = word.low in _NUMBERS and noun.low not in _MONTHS and view.low(index - 1) not in ("le", "la", "les", "numéro", "l'")
        les = word.low == "les" and not noun.has("A") and _article(view, index)
        if not (word.low in _PLURAL or counted or les) or _numbers_of(noun) != {"s"}:
            continue
        if word.low == "aux" and index and view.low(index - 1) == "ces":
            continue
        yield noun.start, noun.end, tuple(forms_of_noun(noun, "p"))


def forms_of_noun(word: Word, number: str) -> list[str]:
    """The noun `word` in the other number."""
    out: list[str] = []
    for reading in word.readings:
        if reading.pos not in "NA":
            continue
        for form, one in lexicon().forms_of(reading.lemma, word.low):
            if one.pos == reading.pos and one.number == number and form not in out and (not reading.gender or one.gender in (reading.gender, "e")):
                out.append(form)
    return out[:3]


def _singular_needed(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        article = word.low in ("le", "la") and not noun.has("A") and _article(view, index)
        if not (word.low in _SINGULAR or article) or not noun.near or noun.clitic or _is_name(view, index + 1):
            continue
        if not _nominal(noun) or _numbers_of(noun) != {"p"} or (word.low in ("ce", "son", "du", "ton") and noun.has("V")):
            continue
        yield noun.start, noun.end, tuple(forms_of_noun(noun, "s"))


def _gender(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        low = word.low
        if low not in _FEMALE | _MALE or word.clitic or not noun.near or noun.clitic or _is_name(view, index + 1):
            continue
        nouns = [one for one in noun.readings if one.pos == "N"]
        if not noun.only("N", "V") or {one.gender for one in nouns} not in ({"m"}, {"f"}) or not _article(view, index):
            continue
        if noun.verb("ppas") or noun.verb("inf") or (low == "ce" and noun.has("V")):
            continue
        numbers = {one.number for one in nouns}
        gender = nouns[0].gender
        wanted = "f" if low in _FEMALE else "m"
        after = view.at(index + 2)
        if gender == wanted or "p" in numbers or (after and after.near and after.only("N") and not after.clitic):
            continue
        vowel = noun.low[0] in "aeiouyhéèêâîôû"
        if low in ("ma", "ta", "sa") or (low in ("le", "la") and vowel) or (low == "ce" and vowel) or low == "cet":
            continue
        yield word.start, word.end, (cased(word.text, _SWAP[low]),)


def _euphony(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        vowel = noun.low[:1] in tuple("aeiouéèêàâîôûœ") and noun.low not in ("onze", "oui", "onzième", "un", "yaourt", "ouistiti", "yacht")
        if not noun.near or noun.clitic or word.clitic or not noun.only("N", "A", "V") or _is_name(view, index + 1):
            continue
        if not noun.has("N") or noun.verb("ppas") or (noun.has("V") and word.low in ("ce", "cet")) and not noun.low.endswith("oi"):
            continue
        if word.low in ("ma", "ta", "sa") and vowel:
            yield word.start, word.end, (cased(word.text, {"ma": "mon", "ta": "ton", "sa": "son"}[word.low]),)
        elif word.low == "ce" and vowel and {one.gender for one in noun.readings if one.pos == "N"} <= {"m", "e"}:
            yield word.start, word.end, (cased(word.text, "cet"),)
        elif word.low == "cet" and not vowel and noun.low[:1] not in "hy":
            yield word.start, word.end, (cased(word.text, "ce"),)


def _leur(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 1):
        word, noun = view.words[index], view.words[index + 1]
        if not noun.near or noun.clitic or word.clitic or _is_name(view, index + 1) or not noun.only("N", "V"):
            continue
        if not noun.has("N") or noun.verb("ppas") or noun.verb("inf") or (noun.has("V") and not _article(view, index)):
            continue
        if word.low == "leur" and _numbers_of(noun) == {"p"}:
            yield word.start, word.end, (cased(word.text, "leurs"),)
        elif word.low == "leurs" and _numbers_of(noun) == {"s"}:
            yield word.start, noun.end, (f"{word.text[:-1]} {noun.text}", *(f"{word.text} {form}" for form in forms_of_noun(noun, "p")[:1]))


def _article_shape(low: str) -> tuple[str, str] | None:
    if low in ("le", "un", "ce", "cet", "du", "au"):
        return "m", "s"
    if low in ("la", "une", "cette", "ma", "ta", "sa"):
        return "f", "s"
    if low in ("les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "aux", "plusieurs", "quelques"):
        return "", "p"
    if low in ("mon", "ton", "son", "notre", "votre", "leur", "chaque", "l'"):
        return "", "s"
    return ("", "p") if low == "leurs" else None


def _group(view: View, index: int) -> tuple[str, str] | None:
    """(gender, number) of the group « determiner noun » that starts at `index`, when both are sure."""
    word, noun = view.words[index], view.at(index + 1)
    shape = _article_shape(word.low)
    if not shape or not noun or noun.low == "air" or not noun.near or noun.clitic or word.clitic or not noun.has("N") or noun.has("R", "P", "C", "D", "O"):
        return None
    if noun.has("V") and not noun.verb("ppas") and not _article(view, index):
        return None
    nouns = [one for one in noun.readings if one.pos == "N"]
    fitting = [one for one in nouns if one.number in (shape[1], "i", "") and (not shape[0] or one.gender in (shape[0], "e"))]
    genders = {one.gender for one in fitting}
    if not fitting or len(genders) != 1:
        return None
    gender = shape[0] or genders.pop()
    return ("" if gender == "e" else gender), shape[1]


def _free_group(view: View, index: int) -> bool:
    """Whether the group is not itself a complement (« le délai de la livraison prévu ») nor one of a list."""
    if index == 0:
        return True
    before = view.words[index - 1]
    if not view.words[index].near:
        return False
    if before.low in ("voici", "voilà"):
        return True
    return not before.has("P", "C") and before.low not in ("de", "d'", "du", "des", "et", "ou", "à", "au", "aux", "en", "tous", "toutes")


def _only_adjective(word: Word) -> bool:
    return (
        bool(word.readings) and word.text.islower() and word.low not in _INVARIABLE
        and all(one.pos == "A" or (one.pos == "V" and "ppas" in one.tags) or (one.pos == "N" and word.has("A")) for one in word.readings)
        and forms.adjective(word)
    )  # fmt: skip


def _noun_adjective(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 2):
        adjective = view.words[index + 2]
        if adjective.clitic or not adjective.near or not _only_adjective(adjective) or not _free_group(view, index):
            continue
        shape = _group(view, index)
        if not shape or forms.agrees(adjective, *shape) or not view.words[index + 1].only("N", "V"):
            continue
        if view.low(index) in ("des", "les", "aux") and view.low(index + 3) == "et":
            continue
        if adjective.has("N") and not adjective.verb("ppas") and (shape[1] == "s" or forms.agrees(adjective, "", "p")):
            continue
        fixes = forms.agreed(adjective, *shape)
        if fixes:
            yield adjective.start, adjective.end, fixes


def _attribute(view: View) -> Iterator[Hit]:
    subjects = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
    for index, word in enumerate(view.words):
        before = view.low(index - 1)
        shape: tuple[str, str] | None = None
        at = index + 1
        if word.low in subjects and not word.clitic and before not in ("et", "ou", "avec", "pour", "chez", "de", "d'", "par", "sur", "sans", "à", "entre", "que"):
            shape = subjects[word.low]
        elif word.low == "nous" and index == 0:
            shape = ("", "p")
        elif (index == 0 or not word.near or before in ("que", "qu'", "car", "mais")) and before not in ("et", "ou", "de") and (shape := _group(view, index)):
            if index and not word.near and not view.text[: word.start - view.offset].rstrip().endswith((",", ":")):
                continue
            at = index + 2
        if not shape:
            continue
        reflexive = False
        while view.low(at) in ("n'", "ne", "s'", "se"):
            reflexive = reflexive or view.low(at) in ("s'", "se")
            at += 1
        verb = view.at(at)
        if not verb or not verb.near:
            continue
        end = _after_being(view, at, reflexive)
        target = view.at(end) if end else None
        if not target or not end or not view.glued(index, end) or target.clitic or not _attributive(target):
            continue
        if forms.agrees(target, *shape) or (word.low == "nous" and forms.agrees(target, "", "p")):
            continue
        if reflexive and not _only_reflexive(view, end, target):
            continue
        fixes = forms.agreed(target, *shape)
        if fixes:
            yield target.start, target.end, fixes


def _attributive(word: Word) -> bool:
    """After « être », a form that is also a conjugated verb can only be the participle."""
    known = all(one.pos in ("A", "V") or (one.pos == "N" and word.has("A")) for one in word.readings)
    return _only_adjective(word) or (known and word.text.islower() and word.verb("ppas"))


_FULLY = frozenset("plaindre tromper déplacer absenter dérouler abstenir engager terminer arrêter inscrire produire présenter apercevoir évanouir réunir".split())


def _only_reflexive(view: View, at: int, target: Word) -> bool:
    return any(lemma in _FULLY for lemma in forms.infinitives(target)) and view.low(at + 1) not in ("le", "la", "les", "un", "une", "des", "l'")


def _after_being(view: View, at: int, reflexive: bool) -> int | None:
    low = view.low(at)
    skip = frozenset("très bien déjà toujours pas jamais aussi encore tout trop assez enfin vraiment désormais également donc souvent plus".split())
    if low in forms.ETRE and low not in ("être", "été"):
        at += 1
    elif low in forms.AVOIR and not reflexive:
        at += 1
        while view.low(at) in skip:
            at += 1
        if view.low(at) != "été":
            return None
        at += 1
    else:
        return None
    while view.low(at) in skip:
        at += 1
    return at


_NO_AGREEMENT = frozenset("fait pu dû voulu laissé cru su dit eu pensé permis".split())
_MEASURES = frozenset("impression fait idée preuve certitude sentiment espoir avis sorte peine chance nouvelle raison crainte condition mesure "
                      "façon manière moment jour instant temps conviction heures jours minutes semaines mois ans années euros kilomètres kilos fois".split())  # fmt: skip


def _object_before(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 5):
        shape = _group(view, index)
        noun = view.words[index + 1]
        if not shape or not shape[0] or noun.low in _MEASURES or view.low(index - 1) in ("de", "d'", "du", "des", "et", "ou"):
            continue
        at = index + 2
        while at < index + 4 and view.at(at) and view.words[at].only("A", "V") and forms.adjective(view.words[at]):
            at += 1
        if view.low(at) not in ("que", "qu'", "j'") or not view.glued(index, at):
            continue
        if view.low(at + 1) not in ("j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"):
            continue
        at += 2
        while view.low(at) in ("m'", "nous", "vous", "t'", "te", "me", "lui", "leur", "n'", "ne"):
            at += 1
        if view.low(at) not in forms.AVOIR or view.low(at) in ("avoir", "eu"):
            continue
        at += 1
        while view.low(at) in ("bien", "déjà", "pas", "toujours", "récemment", "aussi"):
            at += 1
        target = view.at(at)
        if not target or not view.glued(index, at) or target.low in _NO_AGREEMENT or not target.verb("ppas") or not target.only("V", "A", "N"):
            continue
        after = view.at(at + 1)
        if after and after.near and (after.verb("inf") or after.low in ("de", "d'", "que", "qu'", "à")):
            continue
        if not forms.agrees(target, *shape):
            fixes = forms.participles(target, *shape)
            if fixes:
                yield target.start, target.end, fixes


def _determiner_adjective(view: View) -> Iterator[Hit]:
    """« une garanti », « un nouvelle »: the word after the article exists in the other gender only."""
    for index in range(len(view.words) - 1):
        word, after = view.words[index], view.words[index + 1]
        if word.low not in ("un", "une", "cette") or not after.near or after.clitic or not after.text.islower():
            continue
        gender = "m" if word.low == "un" else "f"
        if not after.only("A", "V", "N") or not forms.adjective(after) or after.verb("inf") or forms.finite(after):
            continue
        if any(one.pos == "N" and one.gender in (gender, "e") for one in after.readings):
            continue
        if not forms.agrees(after, gender, "s") and forms.agrees(after, "", "s") and (fixes := forms.agreed(after, gender, "s")):
            yield after.start, after.end, fixes


def _group_verb(view: View) -> Iterator[Hit]:
    """« Les clients attend », « Votre commande arrivent »: the group opens the sentence, the verb follows it."""
    if len(view.words) < 3 or not (shape := _group(view, 0)):
        return
    at = 2
    while view.low(at) in ("ne", "n'", "se", "s'", "vous", "nous", "lui", "leur", "me", "te", "y", "en"):
        at += 1
    verb = view.at(at)
    person = "3p" if shape[1] == "p" else "3s"
    if not verb or not view.glued(0, at) or verb.clitic or not verb.only("V") or not verb.text.islower():
        return
    if not forms.finite(verb) or verb.verb("ppas") or verb.verb("inf") or forms.has_person(verb, person):
        return
    if view.low(0) in ("la", "le") and view.low(1) in ("plupart", "majorité", "moitié", "totalité"):
        return
    if fixes := forms.conjugated(verb, person):
        yield verb.start, verb.end, fixes


def _all_the(view: View) -> Iterator[Hit]:
    for index in range(len(view.words) - 2):
        word, det, noun = view.words[index], view.words[index + 1], view.words[index + 2]
        if word.low not in ("tout", "tous", "toute", "toutes") or det.low not in ("les", "ces", "nos", "vos", "mes", "ses", "leurs") or not view.glued(index, index + 2):
            continue
        genders = {one.gender for one in noun.readings if one.pos == "N"}
        if not noun.only("N", "A", "V") or not noun.has("N") or len(genders) != 1 or noun.clitic:
            continue
        wanted = {"m": "tous", "f": "toutes"}.get(genders.pop())
        if wanted and word.low != wanted and not (word.low == "tous" and wanted == "toutes" and noun.has("A")):
            yield word.start, word.end, (cased(word.text, wanted),)


def _enclosed(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        if word.low not in ("ci-joint", "ci-jointe", "ci-jointes", "ci-joints"):
            continue
        noun = view.at(index - 1)
        if noun and word.near and noun.has("N") and index >= 2 and (shape := _group(view, index - 2)):
            wanted = "ci-joint" + ("e" if shape[0] == "f" else "") + ("s" if shape[1] == "p" else "")
            if shape[0] and wanted != word.low:
                yield word.start, word.end, (cased(word.text, wanted),)
        elif word.low != "ci-joint" and index == 0:
            yield word.start, word.end, (cased(word.text, "ci-joint"),)


def _enclosed_verb(view: View) -> Iterator[Hit]:
    for index, word in enumerate(view.words):
        verbs = ("trouver", "trouverez", "recevoir", "recevrez", "envoie", "adresse", "joins", "transmets", "adressons", "envoyons", "transmettons")
        if word.low in ("ci-jointe", "ci-jointes", "ci-joints") and view.low(index - 1) in verbs:
            yield word.start, word.end, (cased(word.text, "ci-joint"),)


RULES: tuple[Rule, ...] = (
    Rule(
        "accord_pluriel", "accord", "Après ce mot pluriel, le nom prend la marque du pluriel.", "Combien y en a-t-il ? Plusieurs : pluriel.",
        by_view(_plural_needed), (("Voici nos facture.", "factures"), ("Il reste trois table.", "tables")),
        ("Voici nos factures.", "Il reste trois tables.", "Le huit mai, nous fermons.", "Nous les livre-t-on ?", "Ses fils viennent."),
    ),
    Rule(
        "accord_singulier", "accord", "Après ce mot singulier, le nom reste au singulier.", "Combien y en a-t-il ? Un seul : singulier.",
        by_view(_singular_needed), (("Chaque clients reçoit un devis.", "client"), ("Votre commandes est prête.", "commande")),
        ("Chaque client reçoit un devis.", "Votre commande est prête.", "Ce sont nos clients."),
    ),
    Rule(
        "accord_genre", "accord", "Le déterminant prend le genre du nom.", "Dites « un » ou « une » devant le nom.",
        by_view(_gender), (("Il y a une problème.", "un"), ("Voici le facture.", "la")),
        ("Il y a un problème.", "Voici la facture.", "Un après-midi calme.", "Voici le service clients."),
    ),
    Rule(
        "accord_voyelle", "accord", "Devant une voyelle, on dit « mon, ton, son » et « cet ».", "Dites-le à voix haute : « mon adresse », « cet envoi ».",
        by_view(_euphony), (("Voici ma adresse.", "mon"), ("Merci pour ce envoi.", "cet")), ("Voici mon adresse.", "Merci pour cet envoi.", "Ce onze mai."),
    ),
    Rule(
        "accord_leur", "accord", "« Leur » devant un nom prend la marque du pluriel comme lui.", "Remplacez par « son » ou « ses » : « ses » donne « leurs ».",
        by_view(_leur), (("Voici leur adresses.", "leurs"),), ("Voici leurs adresses.", "Nous leur envoyons le plan.", "Voici leur adresse."),
    ),
    Rule(
        "accord_adjectif", "accord", "L’adjectif ou le participe s’accorde avec le nom qu’il complète.", "Posez la question « qu’est-ce qui est… ? » : le nom commande l’accord.",
        by_view(_noun_adjective), (("La réunion prévu lundi est reportée.", "prévue"), ("Voici des chaises cassé.", "cassées")),
        ("La réunion prévue lundi est reportée.", "Voici des chaises cassées.", "Le prix de la chaise prévu au tarif.", "Un service clients réactif."),
    ),
    Rule(
        "accord_attribut", "accord", "Avec « être », l’adjectif ou le participe s’accorde avec le sujet.", "Qui est-ce qui est… ? Accordez avec la réponse.",
        by_view(_attribute), (("La commande est arrivé.", "arrivée"), ("Vos factures ont été payé.", "payées"), ("Elle est prêt.", "prête")),
        ("La commande est arrivée.", "Vos factures ont été payées.", "Nous sommes ravis.", "Le client s'est plaint.", "Elle s'est fait livrer."),
    ),
    Rule(
        "accord_cod_avant", "accord", "Avec « avoir », le participe s’accorde avec le complément placé avant lui.", "… quoi ? La réponse est avant le verbe : accord.",
        by_view(_object_before), (("Les factures que vous avez envoyé sont là.", "envoyées"),),
        ("Les factures que vous avez envoyées sont là.", "Les heures que j'ai travaillé.", "Les tables que nous avons fait livrer."),
    ),
    Rule(
        "accord_article_adjectif", "accord", "L’article et le mot qui le suit ont le même genre.", "Dites le groupe entier à voix haute.",
        by_view(_determiner_adjective), (("Il faut une garanti écrite.", "garantie"), ("C'est un nouvelle client.", "nouveau")),
        ("Il faut une garantie écrite.", "C'est un nouveau client.", "Une grande place.", "Un bel objet."),
    ),
    Rule(
        "accord_groupe_verbe", "accord", "Le verbe s’accorde avec le groupe qui ouvre la phrase.", "Qui fait l’action ? Ils ou elles : -nt.",
        by_view(_group_verb), (("Les clients attend une réponse.", "attendent"), ("Votre commande arrivent lundi.", "arrive")),
        ("Les clients attendent une réponse.", "Votre commande arrive lundi.", "La plupart viennent.", "Les fiches produit sont là."),
    ),
    Rule(
        "accord_tout", "accord", "« Tout » s’accorde avec le nom qu’il annonce.", "Nom masculin pluriel : tous ; féminin pluriel : toutes.",
        by_view(_all_the), (("Je joins tout les documents.", "tous"), ("Toute les pièces y sont.", "Toutes")),
        ("Je joins tous les documents.", "Toutes les pièces y sont."),
    ),
    Rule(
        "accord_tout_singulier", "accord", "« Tout » s’accorde avec le nom qu’il annonce.", "Masculin : tout le ; féminin : toute la.",
        by_pattern(r"(?<![\w'-])(?P<t>tous|toute)(?= le (?!plus|mieux|monde entier)\w)|(?<![\w'-])(?P<u>tous|toutes) la(?= \w)", ""),
        (("Il a lu tous le dossier.", ""),), ("Il a lu tout le dossier.", "Tous les jours."),
    ),
    Rule(
        "accord_ci_joint", "accord", "Après le nom, « ci-joint » s’accorde ; en tête de phrase, il reste invariable.", "Placé après le nom : accord.",
        by_view(_enclosed), (("Voir la facture ci-joint.", "ci-jointe"), ("Ci-jointe la facture.", "Ci-joint")),
        ("Voir la facture ci-jointe.", "Ci-joint la facture.", "Vous trouverez ci-joint la facture."),
    ),
    Rule(
        "accord_ci_joint_verbe", "accord", "Avant le nom, « ci-joint » reste le plus souvent invariable.", "Placé avant le nom : invariable.",
        by_view(_enclosed_verb), (("Vous trouverez ci-jointes nos factures.", "ci-joint"),), ("Vous trouverez ci-joint nos factures.",), counted=False,
    ),
    Rule(
        "accord_meme", "accord", "« Même » s’accorde avec le pronom pluriel.", "Ils sont plusieurs : -mêmes.",
        by_pattern(r"(?<![\w'-])(?P<p>eux|elles|ceux|celles)[- ]même(?![\w'-])", "\\g<p>-mêmes"), (("Ils viendront eux-même.", "eux-mêmes"),), ("Ils viendront eux-mêmes.", "Elle-même viendra."),
    ),
    Rule(
        "accord_demi", "accord", "« Demi » placé après le nom prend son genre ; placé avant, il ne change pas.", "Une heure et demie ; une demi-heure.",
        by_pattern(r"(?<![\w'-])heures? et (?P<d>demi|demis|demies)(?![\w'-])", "demie", group="d"), (("Deux heures et demi de retard.", "demie"),), ("Deux heures et demie de retard.",),
    ),
    Rule(
        "accord_demi_trait", "accord", "« Demi » placé avant le nom est invariable, avec un trait d’union.", "Une demi-heure, une demi-journée.",
        by_pattern(r"(?<![\w'-])(?P<d>demie[- ]|demi )(?=heures?|journées?|douzaines?|tarifs?|pension)", "demi-", group="d"), (("Une demie-heure suffit.", "demi-"),), ("Une demi-heure suffit.",),
    ),
    Rule(
        "accord_cents", "accord", "« Cent » prend un s s’il est multiplié et termine le nombre.", "Deux cents ; deux cent dix.",
        by_pattern(r"(?<![\w'-])(?:deux|trois|quatre|cinq|six|sept|huit|neuf) (?P<c>cent)(?= (?:euros?|personnes|clients|chaises|tables|pièces|exemplaires|invités|colis|feuilles|mètres|kilos)\b)", "cents", group="c"),
        (("Deux cent euros de frais.", "cents"),), ("Deux cents euros de frais.", "Deux cent dix euros."),
    ),
    Rule(
        "accord_cent_suivi", "accord", "« Cent » suivi d’un autre nombre ne prend pas de s.", "Deux cents ; deux cent dix.",
        by_pattern(r"(?<![\w'-])(?:deux|trois|quatre|cinq|six|sept|huit|neuf) (?P<c>cents)(?= (?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante)\b)", "cent", group="c"),
        (("Deux cents dix euros.", "cent"),), ("Deux cent dix euros.",),
    ),
    Rule(
        "accord_quatre_vingts", "accord", "« Quatre-vingts » prend un s quand rien ne le suit, et le perd sinon.", "Quatre-vingts ; quatre-vingt-dix.",
        by_pattern(r"(?<![\w'-])quatre-vingts(?P<s>)-(?=[a-z])|(?<![\w'-])quatre-vingt(?= (?:euros|personnes|clients|chaises|tables|pièces)\b)", ""),
        (("Quatre-vingts-dix chaises.", ""),), ("Quatre-vingt-dix chaises.", "Quatre-vingts chaises."),
    ),
    Rule(
        "accord_quel_que", "accord", "« Quel » de « quel que soit » s’accorde avec le nom qui suit.", "Quel que soit le prix ; quelle que soit la date.",
        by_pattern(r"(?<![\w'-])(?P<q>quelle)(?= que soit (?:le|ce) )|(?<![\w'-])(?P<r>quel)(?= que soit (?:la|sa|cette|ma) )", ""),
        (("Quelle que soit le prix, dites-le.", ""),), ("Quelle que soit la date, dites-le.", "Quelle que soit son adresse."),
    ),
)  # fmt: skip
