"""The table of an evaluation as a page to keep (Markdown). Pure."""

from __future__ import annotations

from ascom_coach.models.evaluation.measuring import POWER, Evaluation

_FORMS = {
    "schema": "le serveur suit le schéma JSON",
    "json": "objet JSON demandé dans la consigne",
    "lines": "lignes étiquetées",
    "none": "aucune : routeur, appréciations et réponses de référence restent au moteur intégré",
}
HONEST = (
    "Ces chiffres valent pour ce modèle, sur cet ordinateur et ces cas, à cette date. Aucune source connue ne classe"
    " les petits modèles en français : comparez des tableaux de même version de cas. Un modèle ne change aucun niveau."
)


def table(found: Evaluation) -> str:
    """The page: what was asked, then one line a measure."""
    power = min(POWER, found.times)
    lines = [
        f"# {found.model}",
        "",
        f"- Date : {'/'.join(reversed(found.day.split('-')))}",
        f"- Adresse : {found.address}",
        f"- Cas : version {found.cases_version}, {found.times} passage{'s' if found.times > 1 else ''} par cas",
        f"- Consignes : {', '.join(found.prompts)}",
        f"- Forme des réponses : {_FORMS[found.rung]}",
        "",
        f"| Mesure | Réussi | Essais | Taux | Réussi {power} fois de suite (pass^{power}) |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.label} | {row.good} | {row.tried} | {_percent(row.good / row.tried)} | {_percent(row.every)} |"
        for row in found.rows.values()
        if row.tried
    ]
    lines += [
        "",
        f"- Premier mot : {_seconds(found.first_word)}",
        f"- Débit : {_rate(found.words_per_second)}",
    ]
    lines.append(f"- Appels : {found.calls}{_cost(found)}")
    if found.stopped is not None:
        lines.append(f"- Interrompu après {found.stopped} cas : le modèle ne répondait plus.")
    if found.failures:
        lines += ["", "Ce qui a échoué :", ""]
        worst = sorted(found.failures.items(), key=lambda pair: (-pair[1], pair[0]))
        lines += [f"- {count} fois : {reason}" for reason, count in worst[:12]]
    return "\n".join([*lines, "", HONEST, ""])


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{100 * share:.0f}\u00a0%"


def _seconds(value: float | None) -> str:
    return "—" if value is None else f"{value:.1f}\u00a0s".replace(".", ",")


def _rate(value: float | None) -> str:
    return "—" if value is None else f"{min(round(value), 999)} mots par seconde"


def _cost(found: Evaluation) -> str:
    if found.tokens is None:
        return ", aucun coût (modèle local)"
    price = "prix inconnu" if found.dollars is None else f"{found.dollars:.4f}\u00a0$".replace(".", ",")
    return f", {found.tokens} jetons, {price}"
