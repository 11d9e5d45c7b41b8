# ruff: noqa: E501 -- an example stays on one line
"""The participle that must not change: with « avoir » and no object before, after « en », in « se rendre compte », « se laver les mains »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.base import Hit, Rule, cased, rule
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas, object_may_precede, participles_of, past, past_subject
from ascom_coach.language.syntax.view import View, Word

_CLITIC_OBJECTS = frozenset(["l'", "la", "les", "le", "me", "m'", "te", "t'", "se", "s'"])
_NOUNS_TOO = frozenset(
    ["vue", "vues", "prise", "prises", "mise", "mises", "tenue", "suite", "droits", "connaissance"]
)
_DETERMINERS = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "votre", "vos", "notre", "nos", "mon", "ma", "mes", "son", "sa", "ses",
                          "leur", "leurs", "deux", "trois", "quatre", "cinq", "plusieurs", "quelques", "tous", "toutes", "ce", "cette", "ces", "cet", "aucun",
                          "aucune", "beaucoup", "certains", "certaines"])  # fmt: skip
_BODY_OR_SHARE = frozenset(["laver", "répartir", "partager", "donner", "acheter", "offrir", "échanger", "poser", "fixer", "imposer", "attribuer", "accorder",
                            "procurer", "casser", "couper", "brûler", "fouler", "tordre", "dire", "demander", "permettre", "écrire", "envoyer",
                            "transmettre", "réserver", "préparer", "commander"])  # fmt: skip
_NEVER = frozenset(
    [
        "succéder",
        "parler",
        "téléphoner",
        "plaire",
        "déplaire",
        "sourire",
        "nuire",
        "mentir",
        "ressembler",
        "suffire",
        "convenir",
    ]
)


def _agreed(word: Word) -> bool:
    """A participle in the feminine or the plural only, known as such."""
    if (
        not (word.verb("ppas") or _from_adjective(word))
        or word.clitic
        or not word.text.islower()
        or word.low in _NOUNS_TOO
        or word.has("R", "P", "D", "C", "O")
    ):
        return False
    return not forms.agrees(word, "m", "s") and word.low.endswith(("s", "e", "es"))


def _from_adjective(word: Word) -> tuple[str, ...]:
    """« Évolués » is known as an adjective alone: its masculine singular is the participle, « évolué »."""
    if not word.only("A"):
        return ()
    return tuple(
        one
        for one in forms.agreed(word, "m", "s")[:1]
        if any("ppas" in reading.tags for reading in lexicon().analyses(one))
    )


def _without_object(view: View) -> Iterator[Hit]:
    """« Nous avons reçus deux offres », « ils ont rangés la salle »: the object, if any, comes after."""
    for at in range(len(view.words) - 1):
        word = view.words[at]
        if word.low not in forms.AVOIR or word.low == "eu":
            continue
        end = past(view, past_subject(view, at + 1))
        target = view.at(end)
        if not target or not view.glued(at, end):
            continue
        if not _agreed(target) and not (target.low in _NOUNS_TOO and view.low(end + 1) in _BARE_OBJECTS):
            continue
        if object_may_precede(view, at) and not _only_links(view, at):
            continue
        if word.low == "avoir" and not (_object_behind(view, end) and _no_group_before(view, at)):
            continue
        before = at - 1
        while before >= 0 and view.low(before) in ("ne", "n'", "y", "lui", "leur"):
            before -= 1
        low = view.low(before)
        if low in _CLITIC_OBJECTS or low in ("en", "y"):
            continue
        if low in ("nous", "vous") and not (
            (word.low.endswith("ons") and low == "nous") or (word.low.endswith("ez") and low == "vous")
        ):
            continue
        if low in ("nous", "vous") and view.low(before - 1) in (
            "nous",
            "vous",
            "ils",
            "il",
            "elle",
            "elles",
            "qui",
            "je",
            "on",
        ):
            continue
        after = view.low(end + 1)
        follows = bool(after) and view.words[end + 1].near
        noun = target.has("N") and not target.low.endswith(("és", "ée", "ées"))
        if noun and not (follows and (after in _DETERMINERS | _BARE_OBJECTS or after.isdecimal())):
            continue
        if after in ("été", "étés") or (target.has("N") and view.low(end - 1) in ("tous", "toutes", "deux")):
            continue
        fixes = participles_of(target) or _from_adjective(target)
        yield target.start, target.end, tuple(sorted(fixes, key=len))[:2]


_BARE_OBJECTS = frozenset(
    [
        "compte",
        "connaissance",
        "fin",
        "part",
        "note",
        "contact",
        "soin",
        "effet",
        "rendez-vous",
        "place",
        "acte",
        "congé",
        "conscience",
        "assez",
        "beaucoup",
        "trop",
        "tant",
    ]
)
"""« prendre connaissance », « tenir compte »: objects without determiner."""
_CONJUNCTION_AFTER = frozenset(["parce", "alors", "lors", "afin", "dès", "tandis", "depuis", "pendant", "après", "avant", "bien", "sorte", "puis", "sûr", "sûre", "certain", "certaine", "sûrs", "certains", "heureux", "dommage"])  # fmt: skip


def _object_behind(view: View, end: int) -> bool:
    after = view.at(end + 1)
    return bool(after and after.near and (after.low in _DETERMINERS | _BARE_OBJECTS or after.low.isdecimal()))


def _only_links(view: View, at: int) -> bool:
    """Whether each « que » before `at` joins clauses (« je confirme que »), so that no object stands before the verb."""
    if object_may_precede(view, at, frozenset(["que", "qu'"])):
        return False
    for place in range(at):
        if view.low(place) not in ("que", "qu'"):
            continue
        before = view.at(place - 1)
        if not before or not view.words[place].near:
            return False
        told = before.verb() and forms.finite(before) and (before.only("V") or _says(view, place - 1))
        if not told and before.low not in _CONJUNCTION_AFTER:
            return False
    return True


def _says(view: View, at: int) -> bool:
    """« je constate », « Karim dit »: a pronoun or a name stands before the verb, which a noun may look like."""
    name = view.at(at - 1)
    if name and name.text[:1].isupper() and not name.has("D", "P", "C", "R", "O"):
        return True
    back = at - 1
    while (
        back > 0
        and view.low(back) in forms.CLITICS - {"nous", "vous"}
        and view.low(back) not in ("le", "la", "les", "l'")
    ):
        back -= 1
    return view.low(back) in forms.PERSONS


def _no_group_before(view: View, at: int) -> bool:
    """Whether « avoir » at `at` has no object pronoun before it: « les avoir signés » is right."""
    return at > 0 and view.low(at - 1) not in forms.CLITICS


def _ete(view: View) -> Iterator[Hit]:
    """« n'ont pas étés prévenus »: « été » never changes."""
    for at in range(len(view.words) - 1):
        if view.low(at) not in forms.AVOIR:
            continue
        end = past(view, past_subject(view, at + 1))
        if view.low(end) in ("étés", "étée", "étées") and view.glued(at, end):
            yield view.words[end].start, view.words[end].end, ("été",)


def _some_of_them(view: View) -> Iterator[Hit]:
    """« nous en avons vendues trois »: no agreement with « en »."""
    for at in range(1, len(view.words) - 1):
        if (
            view.low(at - 1) != "en"
            or view.low(at) not in forms.AVOIR
            or (
                view.low(at - 2) in ("les", "l'", "la", "le", "m'", "t'", "vous")
                and not (view.low(at - 2) == "vous" and view.low(at).endswith("ez"))
            )
        ):
            continue
        end = past(view, at + 1)
        target = view.at(end)
        if target and view.glued(at, end) and _agreed(target) and not object_may_precede(view, at):
            yield target.start, target.end, participles_of(target)[:2]


def _to_oneself(view: View) -> Iterator[Hit]:
    """« Elle s'est coupée les ongles », « ils se sont rendus compte », « elle s'est faite livrer », « s'est permise de »."""
    for at in range(1, len(view.words) - 1):
        if (
            view.low(at - 1) not in ("se", "s'", "me", "m'", "te", "t'", "nous", "vous")
            or view.low(at) not in forms.ETRE
        ):
            continue
        if view.low(at - 1) in ("nous", "vous") and view.low(at - 2) != view.low(at - 1):
            continue
        end = past(view, at + 1)
        target, after = view.at(end), view.at(end + 1)
        if (
            not target
            or not after
            or not view.glued(at, end + 1)
            or not target.verb("ppas")
            or forms.agrees(target, "m", "s")
        ):
            continue
        found = lemmas(target)
        infinitive = after.verb("inf") or (
            after.low in forms.CLITICS and view.at(end + 2) is not None and view.words[end + 2].verb("inf")
        )
        fixed = (
            ("rendre" in found and after.low == "compte")
            or ("faire" in found and infinitive)
            or ("permettre" in found and after.low in ("de", "d'"))
            or ("donner" in found and after.low in ("rendez-vous", "rendez"))
            or bool(found & _NEVER)
            or (
                bool(found & _BODY_OR_SHARE)
                and after.low in _DETERMINERS - {"tous", "toutes", "ce", "cette", "cet"}
            )
        )
        if fixed and not any(word.low in ("que", "qu'") for word in view.words[:at]):
            yield target.start, target.end, participles_of(target)[:2]


def _preposed(view: View) -> Iterator[Hit]:
    """« Vues les circonstances », « y comprises les charges »: before the group they do not change."""
    for at in range(len(view.words) - 1):
        low = view.low(at)
        after = view.low(at + 1)
        if not view.words[at + 1].near or after not in _DETERMINERS:
            continue
        if low in ("vue", "vues", "vus") and at == 0:
            if any(word.low in forms.ETRE and word.near for word in view.words[2:4]):
                continue
            yield view.words[at].start, view.words[at].end, (cased(view.words[at].text, "vu"),)
        elif low in ("comprise", "comprises") and view.low(at - 1) == "y":
            yield view.words[at].start, view.words[at].end, ("compris",)


def _them(view: View) -> Iterator[Hit]:
    """« le peintre les a lavé », « et les a pesé »: « les » is the object, and it comes first."""
    for at in range(1, len(view.words) - 2):
        if (
            view.low(at) != "les"
            or view.low(at + 1) not in forms.AVOIR
            or view.words[at].clitic
            or not view.words[at + 1].near
        ):
            continue
        end = past(view, at + 2)
        target, after = view.at(end), view.at(end + 1)
        if not target or not view.glued(at, end) or not target.verb("ppas") or forms.agrees(target, "", "p"):
            continue
        if target.low in (
            "fait",
            "laissé",
            "pu",
            "dû",
            "voulu",
            "su",
            "vu",
            "entendu",
            "permis",
            "eu",
        ) or not target.only("V", "A", "N"):
            continue
        if after and after.near and (after.verb("inf") or after.low in ("de", "d'", "que", "qu'")):
            continue
        yield (
            target.start,
            target.end,
            (*forms.participles(target, "m", "p"), *forms.participles(target, "f", "p")),
        )


RULES: tuple[Rule, ...] = (
    rule("accord_avoir_objet_apres", "accord", "Avec « avoir », le participe ne change pas quand le complément est après lui.", "… quoi ? La réponse vient après le verbe : pas d’accord.", _without_object,
         (("Nous avons reçus deux offres.", "reçu"), ("Elle a signée le bail.", "signé"), ("Je vous confirme que nous avons reçus votre courrier.", "reçu"), ("Vous avez prise connaissance du dossier.", "pris"), ("Ils ont bien rangés les outils et ont nettoyés la cour.", "rangé"), ("Nous avons remplacés le joint.", "remplacé"), ("Nos tarifs ont évolués depuis mai.", "évolué"), ("Karim dit que les ventes ont baissées.", "baissé"), ("Je constate que les loyers ont augmentés.", "augmenté")),
         ("Nous avons reçu deux offres.", "Les offres que nous avons reçues sont là.", "Il nous a prévenus.", "Je les ai comptées.", "Elle a vue sur la cour.", "Combien d'offres avez-vous reçues ?", "Elle nous a tous prévenus.", "Voici la liste que nous avons établie ce matin.", "Les lots que je sais que vous avez reçus sont là.", "Karim dit que les ventes ont baissé.", "Nous ne gardons que les lettres que Karim a signées.", "Quelles lettres dis-tu que Karim a signées ?", "Le maire annonce les mesures que la ville a prises.")),
    rule("accord_ete", "accord", "« Été », participe d’« être », ne change jamais.", "« ont été », toujours sans s.", _ete,
         (("Les clients ont étés prévenus.", "été"),), ("Les clients ont été prévenus.", "Il a connu deux étés.")),
    rule("accord_en", "accord", "Avec « en » devant « avoir », le participe ne change pas.", "« J’en ai vu », comme « j’en ai pris ».", _some_of_them,
         (("Des pommes, nous en avons vendues trois.", "vendu"),), ("Des pommes, nous en avons vendu trois.", "Nous en avons fini.")),
    rule("accord_a_soi", "accord", "Ici « se » veut dire « à soi », ou le verbe est figé : le participe ne change pas.", "« laver les mains à soi », « rendre compte » : pas d’accord.", _to_oneself,
         (("Elle s'est coupée les ongles.", "coupé"), ("Ils se sont rendus compte du retard.", "rendu"), ("Elle s'est faite opérer.", "fait"), ("Elle s'est permise de rire.", "permis"), ("Les sœurs se sont partagées les meubles.", "partagé")),
         ("Elle s'est coupé les ongles.", "Ils se sont rendu compte du retard.", "Elle s'est coupée ce matin.", "Ils se sont rendus à la mairie.", "Elle s'est fait opérer.")),
    rule("accord_avant_groupe", "accord", "Placé devant le groupe, « vu », « y compris » ne change pas.", "Déplacez-le après le nom : là seulement il s’accorde.", _preposed,
         (("Vues les circonstances, nous fermons.", "Vu"), ("Les frais, y comprises les taxes, sont dus.", "compris")), ("Vu les circonstances, nous fermons.", "Les frais, taxes comprises, sont dus.")),
    rule("accord_les_avoir", "accord", "« Les », placé devant « avoir », est le complément : le participe se met au pluriel.", "A fait quoi ? « les » : pluriel.", _them,
         (("Ces murs, le peintre les a lavé hier.", "lavés"), ("Il cueille les fruits et les a pesé.", "pesés")), ("Ces murs, le peintre les a lavés hier.", "Il les a fait livrer.", "Elle les a vu partir.", "Il les a mis à jour.")),
)  # fmt: skip
