"""Why a criterion of a draft has no level, and what would give it one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ascom_coach.review.generic.contracts import catalogue, criterion_for
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import CriterionResult


def settled(
    results: Iterable[CriterionResult], outcomes: Sequence[Outcome], *, confirmed: bool, asked: bool
) -> tuple[CriterionResult, ...]:
    """No level for a guessed production, without the check that decides (what was asked, anomalies), on a harsh tone.

    `asked` tells that an instruction was read; `outcomes` are those of the review once a trainer's verdicts are in.
    """
    open_ = {outcome.criterion for outcome in outcomes if _undecided(outcome)}
    unread = {outcome.criterion for outcome in outcomes if _waits_for_a_reader(outcome)}
    harsh = {outcome.criterion for outcome in outcomes if _sounds_harsh(outcome)}
    lacks = "" if confirmed else "production"
    told = "liste" if asked else "consigne"
    return tuple(
        _settled(
            one,
            lacks
            or (
                told
                if one.id in open_
                else "lecteur"
                if one.id in unread
                else "ton"
                if one.id in harsh
                else ""
            ),
        )
        for one in results
    )


def _undecided(outcome: Outcome) -> bool:
    """A decisive check that nobody could assess."""
    decisive = {f"brouillon:{asked.id}" for asked in catalogue().values() if asked.decisive}
    return outcome.status in ("a_verifier", "non_evaluable") and any(
        one.check in decisive for one in outcome.findings
    )


def _waits_for_a_reader(outcome: Outcome) -> bool:
    """Whether the anomalies of the case, which no draft shows, are still to be judged by a reader."""
    asked = outcome.criterion in {criterion_for("anomalies", bloc) for bloc in (1, 2)}
    waits = any(one.check == "brouillon:lecteur" for one in outcome.findings)
    return asked and waits and outcome.status == "non_evaluable"


def _sounds_harsh(outcome: Outcome) -> bool:
    """Whether words may attack the reader, which only a reader can tell: no language is said to suit until then."""
    return outcome.status == "a_verifier" and any(one.check == "brouillon:ton" for one in outcome.findings)


_WITHOUT_LEVEL = {
    "ton": "des mots peuvent blesser votre lecteur : relisez-les, ou demandez l’avis d’un formateur",
    "lecteur": "les anomalies du dossier ne se voient pas dans le brouillon seul : il faudrait l’avis d’un formateur",
    "production": "la production est devinée : confirmez-la pour avoir un niveau",
    "consigne": "je ne sais pas ce qui était demandé : donnez la consigne reçue",
    "liste": "des demandes lues dans la consigne restent à vérifier : relisez cette liste et confirmez-la",
}


def _settled(result: CriterionResult, lacks: str) -> CriterionResult:
    """Why there is no level, and what would give one."""
    if not result.total:
        return result
    if lacks:
        return replace(result, level=None, parts=(), why=_WITHOUT_LEVEL[lacks])
    if result.level is None:
        return replace(
            result, why=f"{result.why} : il faudrait l’avis d’un formateur, ou les fichiers qui manquent"
        )
    return result
