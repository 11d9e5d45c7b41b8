"""Faults planted in letters, notes, mails and pages: each for one control, with the words that show where."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ascom_coach.language import mentions
from tests.benchmarks.mutation.copies import Editable, PageCopy, WordCopy

Change = Callable[[Editable], str | None]
"""Spoils a copy; the words that must stand at the place told ("" for anywhere in the file), None when it cannot."""


@dataclass(frozen=True)
class Fault:
    """One mutator: what it is, the control that must tell it, how to plant it."""

    name: str
    control: str
    change: Change


VAGUE = {"h": "à une certaine heure", "€": "un certain montant"}
OTHER = "Dominique Varenne"
FILLER = "Le dossier suit son cours et chacun peut le consulter au bureau pendant les heures d’ouverture."


def faults(production: Any, scenario: Any, values: Callable[[str], str]) -> Iterator[Fault]:
    """The faults that the controls of a production must tell."""
    for control in production.controles:
        kind = control.type
        if kind == "faits_presents":
            for fact in control.faits:
                wanted = next(
                    (v for kept in control.si_imprevu.values() for key, v in kept.items() if key == fact),
                    values(fact),
                )
                yield Fault(f"{fact} left out", control.id, _leave_out(wanted, scenario.date_fictive))
                yield Fault(f"{fact} wrong", control.id, _falsify(wanted, scenario.date_fictive))
        elif kind == "valeurs_presentes":
            for wanted in control.valeurs:
                yield Fault(f"« {wanted} » left out", control.id, _leave_out(wanted, scenario.date_fictive))
        elif kind == "absents" and production.contrat is None:
            for rank, wanted in enumerate(control.valeurs):
                if wanted.strip():
                    yield Fault(
                        f"left over {rank}", control.id, _say(f"Nous rappelons ceci : {wanted}, comme prévu.")
                    )
        elif kind == "anomalie_signalee" and control.mots:
            yield Fault(f"{control.anomalie} kept silent", control.id, _silent(control.mots))
        elif kind in _BY_TYPE:
            for name, change in _BY_TYPE[kind](control, scenario):
                yield Fault(name, control.id, change)


class NothingLeftError(Exception):
    """The copy has no paragraph left to spoil."""


def body(copy: Editable) -> int:
    """The last long line. Raises NothingLeftError."""
    found = [at for at, line in enumerate(copy.lines()) if len(line.split()) > 8]
    if not found:
        raise NothingLeftError
    return found[-1]


def _leave_out(wanted: str, today: Any) -> Change:
    def change(copy: Editable) -> str | None:
        return "" if _replace(copy, wanted, today, _vague) else None

    return change


def _falsify(wanted: str, today: Any) -> Change:
    def change(copy: Editable) -> str | None:
        told = _replace(copy, wanted, today, _other)
        return told or None

    return change


def _replace(copy: Editable, wanted: str, today: Any, by: Callable[[str], str]) -> str:
    done = ""
    for at, line in enumerate(copy.lines()):
        spans = mentions(line, wanted, today)
        for start, end in reversed(spans):
            new = by(line[start:end])
            line = line[:start] + new + line[end:]  # noqa: PLW2901
            done = new
        if spans:
            copy.set(at, line)
    return done


def _vague(told: str) -> str:
    if "€" in told or "EUR" in told:
        return "un certain montant"
    if re.search(r"\d\s?h\b", told):
        return "à l’heure prévue"
    if re.search(r"\d", told):
        return "prochainement"
    return "comme prévu"


def _other(told: str) -> str:
    numbers = list(re.finditer(r"\d+", told))
    if not numbers:
        return OTHER
    first = numbers[0] if len(numbers[0][0]) < 4 or len(numbers) == 1 else numbers[-1]
    value = int(first[0])
    fresh = str(value + 1 if value % 10 != 9 else value - 1).zfill(len(first[0]))
    return told[: first.start()] + fresh + told[first.end() :]


def _say(sentence: str) -> Change:
    """A sentence more, before the last long paragraph."""

    def change(copy: Editable) -> str | None:
        copy.insert(body(copy), sentence)
        return sentence

    return change


def _silent(groups: tuple[str, ...]) -> Change:
    """Every sentence that holds words of the first group goes."""

    def change(copy: Editable) -> str | None:
        words = "|".join(re.escape(word) for word in groups[0].split("|"))
        touched = False
        for at in reversed(range(len(copy.lines()))):
            line = copy.lines()[at]
            pieces = re.split(r"(?<=[.!?;])\s+", line)
            kept = [piece for piece in pieces if not re.search(words, piece, re.IGNORECASE)]
            if len(kept) != len(pieces):
                touched = True
                if kept:
                    copy.set(at, " ".join(kept))
                else:
                    copy.drop(at)
        return "" if touched else None

    return change


def _limit(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    entry = next(one for one in scenario.delegation.autorise if one.id == control.autorise)
    most = int(re.sub(r"\D", "", entry.maximum or "0") or 0)
    yield "gesture over the limit", _say(f"Nous vous accordons une remise de {most + 15} €.")
    told = f"M. Durand vous offre un avoir de {most + 30} € sur la prochaine commande."
    yield "gesture over the limit, with a subject", _say(told)


_SAID = {
    "rembourser": "Nous vous rembourserons la totalité de la facture.", "faute": "C’est notre faute.",
    "prime": "Vous recevrez une prime en janvier.", "gratuite": "La journée est gratuite pour tous.",
}  # fmt: skip


def _banned(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    for name in control.interdit:
        if name in _SAID:
            yield f"forbidden {name}", _say(_SAID[name])


def _blame(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    if "reproche" in control.actes:
        yield "blame", _say("C’est votre faute : vous auriez dû nous prévenir plus tôt.")


def _no_act(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    if "excuse" in control.actes:
        yield "no apology", _silent(("excus|désol|navr|regrett|pardon",))


def _register(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    told = (
        "Si tu as besoin, tu peux m’appeler quand tu veux."
        if control.registre == "vouvoiement"
        else "Vous pouvez m’appeler."
    )
    yield "other form of address", _say(told)
    if control.registre == "vouvoiement":
        yield "one familiar sentence", _say("Envoie-moi ta réponse avant la fin de la semaine.")


def _length(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    def longer(copy: Editable) -> str | None:
        at = body(copy)
        for _ in range(control.mots_max // 8):
            copy.insert(at, FILLER)
        return ""

    def shorter(copy: Editable) -> str | None:
        for at in reversed(range(len(copy.lines()))):
            if len(copy.lines()[at].split()) > 4:
                copy.drop(at)
        return ""

    yield "too long", longer
    if control.mots_min:
        yield "too short", shorter


def _language(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    bad = (
        "Nous avont bien recu vos documents, il sont complet et on les a rangé avec les autre dossier. "
        "Ces affaires est urgente."
    )
    yield "sentence full of errors", _say(bad)
    worse = "Sa va etre fait des que possible, merçi de votre compréhention. Les personne concerné on été prevenues."
    yield "look-alikes and accents", _say(worse)


def _parts(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    starts = {
        "objet": r"objet\b", "appel": r"(?:madame|monsieur|bonjour|chère?|mesdames)\b",
        "politesse": r".*(?:salutations|cordialement|prie d|bonne journée|à bientôt)",
        "date": r".*\ble \d{1,2}(?:er)? \w+ \d{4}$",
        "destinataire": r"(?:à|pour|destinataires?)\s?:",
    }  # fmt: skip

    def without(part: str) -> Change:
        def change(copy: Editable) -> str | None:
            lines = copy.lines()
            found = [i for i, line in enumerate(lines) if re.match(starts[part], line.strip(), re.IGNORECASE)]
            for at in reversed(found):
                copy.drop(at)
            return "" if found else None

        return change

    def unsigned(copy: Editable) -> str | None:
        lines = copy.lines()
        closing = [
            i for i, line in enumerate(lines) if re.match(starts["politesse"], line.strip(), re.IGNORECASE)
        ]
        last = max(closing, default=-1)
        if last < 0:
            return None
        for at in reversed(range(last + 1, len(lines))):
            if 0 < len(lines[at].split()) < 10:
                copy.drop(at)
        return ""

    for part in control.parties:
        if part in starts:
            yield f"no {part}", without(part)
        elif part == "signature":
            yield "no signature", unsigned


def _styles(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    def word(change: Callable[[WordCopy], str | None]) -> Change:
        return lambda copy: change(copy) if isinstance(copy, WordCopy) else None

    def headings(copy: WordCopy) -> str | None:
        found = [one for one in copy.paragraphs if one.style.name.startswith("Heading")]
        for one in found:
            one.style = copy.document.styles["Normal"]
            for run in one.runs:
                run.bold = True
        return found[0].text if found else None

    def lists(copy: WordCopy) -> str | None:
        found = [one for one in copy.paragraphs if one.style.name.startswith("List")]
        for one in found:
            one.style = copy.document.styles["Normal"]
            properties = one._p.pPr
            if properties is not None and properties.numPr is not None:
                properties.remove(properties.numPr)
            one.runs[0].text = "- " + one.runs[0].text
        return found[0].text if len(found) > 1 else None

    def typed(copy: WordCopy) -> str | None:
        at = body(copy)
        for text in ("- le troisième point,", "- le deuxième point,", "- le premier point,"):
            copy.insert(at, text)
        return "- le premier point,"

    def blank(copy: WordCopy) -> str | None:
        at = body(copy)
        for _ in range(4):
            copy.insert(at, "")
        return ""

    def spaces(copy: WordCopy) -> str | None:
        at = body(copy)
        copy.insert(at, "Montant          120 euros          à régler")
        return "Montant          120 euros"

    if "titres" in control.attendus:
        yield "bold for headings", word(headings)
    if "listes" in control.attendus:
        yield "list typed by hand", word(lists)
        yield "dashes typed", word(typed)
    if "espacement" in control.attendus:
        yield "empty lines for space", word(blank)
        yield "spaces for columns", word(spaces)


def _pictures(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    def described(alt: str) -> Change:
        def change(copy: Editable) -> str | None:
            if isinstance(copy, WordCopy):
                found = [one for one in copy.document.element.iter() if one.tag.endswith("}docPr")]
                for one in found:
                    one.set("descr", alt)
                return "" if found else None
            if isinstance(copy, PageCopy):
                found_at = [i for i, one in enumerate(copy.parts) if one.startswith("<img")]
                for at in found_at:
                    copy.parts[at] = re.sub(r'alt="[^"]*"', f'alt="{alt}"', copy.parts[at])
                return "" if found_at else None
            return None

        return change

    yield "no alternative text", described("")
    yield "file name for a description", described("IMG_2041.jpg")


def _links(control: Any, scenario: Any) -> Iterator[tuple[str, Change]]:
    def lead(old: str, new: str) -> Change:
        def change(copy: Editable) -> str | None:
            if isinstance(copy, WordCopy):
                found = [
                    one
                    for one in copy.document.part.rels.values()
                    if one.is_external and one.target_ref == old
                ]
                for one in found:
                    one._target = new
                return "" if found else None
            if isinstance(copy, PageCopy):
                found_at = [i for i, one in enumerate(copy.parts) if f'"{old}"' in one]
                for at in found_at:
                    copy.parts[at] = copy.parts[at].replace(old, new)
                return "" if found_at else None
            return None

        return change

    for target in control.attendus:
        yield "link elsewhere", lead(target, "https://vergers-aubepine.example/accueil")
        for dead in control.interdits:
            yield "dead link", lead(target, dead)


_BY_TYPE: dict[str, Callable[[Any, Any], Iterator[tuple[str, Change]]]] = {
    "limite": _limit, "interdits": _banned, "actes_absents": _blame, "actes_presents": _no_act, "registre": _register,
    "longueur": _length, "langue": _language, "parties": _parts, "styles": _styles, "texte_alternatif": _pictures,
    "liens": _links,
}  # fmt: skip


def shuffled(items: list[Fault], seed: int) -> list[Fault]:
    """In an order of chance, the same for a seed."""
    random.Random(seed).shuffle(items)
    return items
