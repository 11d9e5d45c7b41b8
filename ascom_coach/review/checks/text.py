"""Checks of how a text speaks: speech acts, length, register, limits, parts of a letter, language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from ascom_coach.language import (
    Value,
    find_acts,
    find_values,
    fold,
    letter_parts,
    plain,
    register_of,
    sentences,
)
from ascom_coach.review.context import Context
from ascom_coach.review.languages import TOLD_ELSEWHERE, where_to_start
from ascom_coach.review.model import Finding
from ascom_coach.review.table_lines import labelled
from ascom_coach.review.text_view import TextView
from ascom_coach.scenarios import controls as ask
from ascom_coach.scenarios.delegation import banned_by, covers, over_limit, says
from ascom_coach.scenarios.schema import Allowed

ACT_WORDS = {
    "salutation": "une salutation", "presentation": "votre présentation", "empathie": "un mot d’empathie",
    "excuse": "des excuses", "reformulation": "une reformulation", "engagement": "un engagement",
    "reproche": "un reproche", "refus": "un refus", "interruption": "une interruption", "menace": "une menace",
    "insulte": "une insulte", "cloture": "une formule de fin", "remerciement": "un remerciement",
    "attente": "une mise en attente", "transfert": "un transfert",
}  # fmt: skip
PART_WORDS = {
    "objet": "l’objet", "date_lieu": "le lieu et la date", "date": "le lieu et la date", "appel": "la formule d’appel",
    "politesse": "la formule de politesse", "signature": "la signature", "pieces_jointes": "les pièces jointes",
    "references": "les références", "destinataire": "le destinataire",
}  # fmt: skip
_PRICE = re.compile(r"(?<!\w)(?:factures?|total|commande|devis|prix|solde)(?: [\w'-]+){0,3} (?:de|a|:) ?$")
_SHARE = re.compile(
    r"(?<!\w)(?:moitie prix|demi[- ]tarif|moitie du prix|"
    r"(?P<rate>\d{1,2}(?:[.,]\d)?) ?% (?:de )?(?:remise|reduction|rabais|moins))(?!\w)"
)
_NEGATION = re.compile(r"(?<!\w)(?:ne|n'|sans|aucune?)(?!\w)|(?<!\w)pas(?!\w)")


def acts_present(control: ask.ActsPresent, context: Context) -> list[Finding]:
    """The text holds these speech acts."""
    view = context.view
    acts = {act.act: act for act in reversed(find_acts(view.text))}
    absent = [name for name in control.actes if name not in acts]
    if not absent:
        first = acts[control.actes[0]]  # type: ignore[index]
        told = ", ".join(ACT_WORDS[name] for name in control.actes)
        return [
            context.found(control, "conforme", f"On trouve {told}.", at=view.place(first.start, first.end))
        ]
    message = f"Il manque {', '.join(ACT_WORDS[name] for name in absent)} : c’est ce que votre lecteur attend d’abord."
    return [
        context.found(
            control, "defaut", message, at=view.main(), hint="Que ressent la personne qui vous lit ?"
        )
    ]


def acts_absent(control: ask.ActsAbsent, context: Context) -> list[Finding]:
    """The text holds none of these speech acts."""
    view = context.view
    found = [act for act in find_acts(view.text) if act.act in control.actes]
    if not found:
        return [context.found(control, "conforme", "Le ton reste professionnel.", at=view.main())]
    return [
        context.found(
            control, "defaut", f"On lit ici {ACT_WORDS[act.act]} : le lecteur se sentira attaqué ou abandonné.",
            at=view.place(act.start, act.end), hint="Comment dire les faits sans désigner de coupable ?", mark=f".{i}",
        )
        for i, act in enumerate(found, 1)
    ]  # fmt: skip


_HEAD = 16
"""Lines that may stand above a greeting: a letterhead, an address, a place and a day, a subject."""


def length(control: ask.Length, context: Context) -> list[Finding]:
    """The number of words stands between the bounds."""
    words = context.view.body_words
    if words > control.mots_max:  # neither the letterhead nor the heads make a text long
        call = letter_parts(context.view.lines).get("appel", (0,))[0]
        words = TextView(context.view.blocks[call:] if call <= _HEAD else context.view.blocks).body_words
    if control.mots_min <= words <= control.mots_max:
        return [
            context.found(
                control, "conforme", f"La longueur convient ({words} mots).", at=context.view.first()
            )
        ]
    if words < control.mots_min:
        message = f"Le texte est trop court : {words} mots, il en faut au moins {control.mots_min}."
        hint = "Quelle information manque à votre lecteur ?"
    else:
        message = f"Le texte est trop long : {words} mots, {control.mots_max} suffisent."
        hint = "Quelle phrase votre lecteur peut-il sauter sans rien perdre ?"
    return [context.found(control, "defaut", message, at=context.view.last(), hint=hint)]


def register(control: ask.Register, context: Context) -> list[Finding]:
    """One form of address, the right one, throughout."""
    view = context.view
    used = register_of(view.text)
    wrong = used.tutoiement if control.registre == "vouvoiement" else used.vouvoiement
    right = used.vouvoiement if control.registre == "vouvoiement" else used.tutoiement
    if wrong:
        message = f"Le {control.registre} est attendu, et ce n’est pas ce que l’on lit ici."
        return [
            context.found(control, "defaut", message, at=view.place(*wrong[0]), hint="À qui écrivez-vous ?")
        ]
    if right:
        return [
            context.found(control, "conforme", f"Le {control.registre} est tenu.", at=view.place(*right[0]))
        ]
    return [context.found(control, "sans_objet", "Le texte ne s’adresse directement à personne.")]


def forbidden(control: ask.Forbidden, context: Context) -> list[Finding]:
    """Nothing that the delegation bans."""
    view = context.view
    promises = context.promises
    acts = find_acts(view.text)
    found = []
    for entry in context.scenario.delegation.interdit:
        if entry.id not in control.interdit:
            continue
        spans = [(p.start, p.end) for p in promises if banned_by(entry, p)]
        if not entry.sens and entry.mots:
            spans += [
                (s.start, s.end)
                for s in sentences(view.text)
                if _claims(view.text[s.start : s.end], entry.mots)
            ]
        if entry.acte:
            spans += [(act.start, act.end) for act in acts if act.act == entry.acte]
        found += [(span, entry.quoi) for span in sorted(set(spans))[:1]]
    if not found:
        return [
            context.found(control, "conforme", "Vous restez dans ce que vous pouvez décider.", at=view.main())
        ]
    hint = "Qui peut décider cela dans l’entreprise ?"
    return [
        context.found(
            control,
            "defaut",
            f"Vous n’aviez pas le droit {_verb(what)}.",
            at=view.place(*span),
            hint=hint,
            mark=f".{i}",
        )
        for i, (span, what) in enumerate(found, 1)
    ]


def _claims(sentence: str, words: tuple[str, ...]) -> bool:
    """Whether a sentence says one of these words without denying them; words that deny carry their own sense."""
    denied = bool(_NEGATION.search(plain(sentence)))
    wanted = tuple(word for word in words if not denied or _NEGATION.search(plain(word)))
    return bool(wanted) and says(sentence, wanted)


def _verb(what: str) -> str:
    """« de rembourser », « d’accorder… »; a noun gets « de promettre »."""
    first = plain(what.split(" ", maxsplit=1)[0]) if what else ""
    words = what if first.endswith(("er", "ir", "re", "oir")) else f"promettre {what}"
    return f"d’{words}" if plain(words)[:1] in "aeiouy" else f"de {words}"


def limit(control: ask.Limit, context: Context) -> list[Finding]:
    """No gesture above what was allowed."""
    view = context.view
    entry = next((item for item in context.scenario.delegation.autorise if item.id == control.autorise), None)
    if entry is None:
        return context.missing(control, "fichier", "La limite n’est pas définie dans le scénario.")
    promises = [replace(one, values=_offered(one.values, view.text)) for one in context.promises]
    made = [promise for promise in promises if covers(entry, promise)]
    for promise in made:
        if over_limit(entry, promise, context.scenario):
            message = "Vous offrez plus que ce que l’on vous a permis."
            place = view.place(promise.start, promise.end)
            return [
                context.found(control, "defaut", message, at=place, hint="Quelle limite vous a-t-on donnée ?")
            ]
    share = _share_over(entry, context)
    if share is not None:
        message = "Vous offrez plus que ce que l’on vous a permis."
        hint = "Combien cela fait-il en euros ?"
        return [context.found(control, "defaut", message, at=view.place(*share), hint=hint)]
    place = view.place(made[0].start, made[0].end) if made else view.main()
    message = f"La limite fixée est respectée : {entry.quoi}."
    return [context.found(control, "conforme", message, at=place)]


def _share_over(entry: Allowed, context: Context) -> tuple[int, int] | None:
    """Where a share of the price is offered (« moitié prix », « 20 % de remise ») that comes above the maximum."""
    limits = [one.value for one in find_values(entry.maximum, context.today) if one.kind == "montant"]
    prices = [one.value for one in context.known if one.kind == "montant" and isinstance(one.value, Decimal)]
    if len(limits) != 1 or not isinstance(limits[0], Decimal) or not prices:
        return None
    folded = fold(context.view.text)
    for match in _SHARE.finditer(folded.text):
        rate = Decimal(match["rate"].replace(",", ".")) / 100 if match["rate"] else Decimal("0.5")
        if max(prices) * rate > limits[0] and not _NEGATION.search(folded.text[: match.start()][-30:]):
            return folded.span(*match.span())
    return None


def _offered(values: tuple[Value, ...], text: str) -> tuple[Value, ...]:
    """The values of an offer, without the price it bears on (« 50 € sur la facture de 190 € »), if one is left."""
    amounts = [one for one in values if one.kind == "montant"]
    prices = [one for one in amounts if _PRICE.search(plain(text[max(0, one.start - 40) : one.start]))]
    if not prices or len(prices) == len(amounts):
        return values
    return tuple(one for one in values if one not in prices)


def parts(control: ask.Parts, context: Context) -> list[Finding]:
    """The parts that such a document must have."""
    view = context.view
    found = letter_parts(labelled(view))
    mail = context.document.mail if context.document else None
    have = set(found)
    if mail is not None:
        have |= {"objet"} if mail.subject.strip() else set()
        have |= {"destinataire"} if mail.to else set()
        have |= {"date_lieu"} if mail.date else set()
    absent = [name for name in control.parties if ("date_lieu" if name == "date" else name) not in have]
    if not absent:
        return [context.found(control, "conforme", "Toutes les parties attendues sont là.", at=view.main())]
    told = ", ".join(PART_WORDS.get(name, name) for name in absent)
    place = view.last() if set(absent) <= {"politesse", "signature", "pieces_jointes"} else view.first()
    hint = "Comparez avec un courrier reçu : qu’y a-t-il en haut, qu’y a-t-il en bas ?"
    return [context.found(control, "defaut", f"Il manque {told}.", at=place, hint=hint)]


def language(control: ask.Language, context: Context) -> list[Finding]:
    """Errors counted by the embedded proofreader, per 100 words; the number itself under 60 words."""
    view = context.view
    if not any(engine.id == "integre" and engine.available for engine in context.proof.engines):
        return context.missing(control, "moteur", "Le correcteur intégré n’a pas relu ce texte.")
    counted = [
        one
        for one in context.proof.remarks
        if one.counted and "integre" in one.sources and one.rule not in TOLD_ELSEWHERE
    ]
    words = max(1, view.words)
    rate = len(counted) if words < 60 else 100 * len(counted) / words
    if rate <= control.erreurs_max_pour_cent:
        note = "aucune erreur relevée"
        if counted:
            note = (
                "une erreur relevée" if len(counted) == 1 else f"{len(counted)} erreurs relevées, c’est peu"
            )
        return [context.found(control, "conforme", f"Le français est soigné : {note}.", at=view.main())]
    groups = Counter(view.index(remark.start) for remark in counted)
    worst = next(remark for remark in counted if groups[view.index(remark.start)] == max(groups.values()))
    where = "la première est ici" if worst is counted[0] else "elles se serrent ici"
    message = f"{len(counted)} erreurs de français relevées pour {words} mots ; {where} ({worst.label})."
    place = view.place(worst.start, worst.end)
    return [context.found(control, "defaut", message, at=place, hint=where_to_start(counted, worst))]
