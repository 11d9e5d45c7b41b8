"""Reviews written by hand, as the reports receive them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ascom_coach.documents import Locator
from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict

LETTER, BOOK = "remise/reponse-garcin.docx", "remise/suivi-livraisons.xlsx"
LABELS = {
    "K1.1": "Les fonctionnalités des logiciels utilisés sont utilisées de façon pertinente",
    "K1.2": "Le contenu des documents produits est exact et répond à la demande",
    "K1.3": "Les anomalies sont détectées et traitées",
    "K1.4": "La syntaxe, l'orthographe et la ponctuation sont correctes",
    "K1.5": "Les documents réalisés satisfont aux usages et règles de mise en forme professionnelles",
}
HOSTILE = "<script>alert('x')</script> [/x] {{ 7*7 }} & 🦊 \u202e\x07"


def finding(name: str, criterion: str, status: Any, message: str, **more: Any) -> Finding:
    given: dict[str, Any] = {
        "check": name.split(".")[1], "version": 1, "severity": None, "locator": None, "quote": "", "hint": "",
        "passages": (criterion,), "production": name.split(".", maxsplit=1)[0],
    }  # fmt: skip
    return Finding(id=name, criterion=criterion, status=status, message=message, **{**given, **more})


def paragraph(ref: str) -> Locator:
    return Locator(LETTER, "paragraph", ref)


def bloc_one() -> Review:
    """A reply to a client and a workbook: every status, two trainers' verdicts, remarks on the French."""
    findings = (
        finding(
            "reponse.delegation", "K1.2", "defaut", "Le geste annoncé dépasse ce qui vous est permis : 50 € au plus.",
            severity="bloquant", locator=paragraph("p7"), since="restant", passages=("K1.2", "P1.5"),
            quote="Nous vous rembourserons la totalité de la livraison, soit 189 €.",
            hint="Relisez la consigne sur les gestes, puis proposez ce qui est permis ou demandez un accord.",
        ),
        finding(
            "suivi.retard", "K1.3", "defaut", "La livraison du 4 mars dépasse le délai promis, et rien ne la signale.",
            severity="majeur", locator=Locator(BOOK, "cell", "Livraisons!F9"), quote="04/03/2026", since="nouveau",
            hint="Comparez la date promise et la date réelle de chaque ligne. Laquelle ne va pas ?",
            passages=("K1.3", "P1.3"),
        ),
        finding(
            "appel.rappel", "K1.2", "defaut", "Vous avez promis un rappel sans dire quand : le client attendra.",
            severity="mineur", locator=Locator("", "session", "seance:n14"), quote="Je vous rappelle dès que possible.",
            hint="Donnez un jour et une heure que vous pourrez tenir.", passages=("K1.2",),
        ),
        finding(
            "reponse.date", "K1.2", "conforme", "La date de la nouvelle livraison est exacte.",
            locator=paragraph("p9"), quote="jeudi 12 mars 2026, entre 9 h et 11 h", passages=("K1.2", "P1.5"),
        ),
        finding(
            "suivi.total", "K1.1", "conforme", "Le total est une formule : il suivra les prochaines lignes.",
            locator=Locator(BOOK, "cell", "Livraisons!E22"), quote="1254.5",
        ),
        finding(
            "suivi.moyenne", "K1.1", "non_evaluable", "La moyenne des retards n’a pas de valeur enregistrée.",
            needs="valeur_calculee", locator=Locator(BOOK, "cell", "Livraisons!G22"),
        ),
        finding(
            "reponse.ton", "K1.4", "non_evaluable", "Le ton convient-il à un client mécontent qui reste courtois ?",
            needs="modele_ou_formateur", locator=paragraph("p3"), quote="Nous prenons note de votre mail.",
        ),
        finding(
            "reponse.argument", "K1.4", "non_evaluable", "L’argumentaire répond-il aux deux reproches du client ?",
            needs="modele_ou_formateur", passages=("K1.4", "P1.5"),
        ),
        finding(
            "reponse.familier", "K1.4", "a_verifier", "« mail » se dit entre collègues : voyez l’usage ici.",
            locator=paragraph("p3"), quote="votre mail",
        ),
        finding(
            "reponse.objet", "K1.5", "defaut", "L’objet ne dit pas de quelle commande il s’agit.", severity="mineur",
            locator=paragraph("p2"), quote="Objet : votre réclamation", hint="Ajoutez la référence de la commande.",
        ),
        finding("reponse.annexe", "K1.5", "sans_objet", "Aucune pièce n’était à joindre."),
    )  # fmt: skip
    parts = (
        {"label": "langue", "level": "en_cours", "coverage": {"assessed": 1, "total": 1}},
        {"label": "argumentaire", "level": None, "coverage": {"assessed": 0, "total": 2}},
    )
    criteria = (
        CriterionResult("K1.1", LABELS["K1.1"], True, None, 1, 3, why="moins de la moitié des contrôles évalués"),
        CriterionResult("K1.2", LABELS["K1.2"], True, "en_cours", 5, 8, why="2 défauts sur 5, dont un bloquant"),
        CriterionResult("K1.3", LABELS["K1.3"], True, "non_atteint", 1, 1, why="1 défaut sur 1 contrôle évalué"),
        CriterionResult(
            "K1.4", LABELS["K1.4"], True, "atteint", 2, 4, parts, why="aucun défaut parmi les contrôles évalués",
            appreciation={
                "text": "Le ton est poli, mais distant.", "source": "modele",
                "quotes": [{"quote": "votre mail", "claim": "ton poli"}],
            },
        ),
        CriterionResult("K1.5", LABELS["K1.5"], True, "solide", 6, 6, why="aucun défaut majeur"),
    )  # fmt: skip
    return Review(
        "livraison-en-retard",
        "S-0042",
        (
            {"path": LETTER, "type": "docx", "sha256": "3f9c2ab41d77e0c5" + "0" * 48},
            {"path": BOOK, "type": "xlsx", "sha256": "b71e0d9a55c24f18" + "1" * 48},
        ),
        criteria,
        findings,
        language={"engines": ENGINES, "remarks": remarks()},
        refused=(
            {"path": "remise/photo.heic", "reason": "« photo.heic » n’est pas un document que je sais lire."},
        ),
        notices=(
            {
                "code": "macro",
                "file": BOOK,
                "message": "Ce classeur contient une macro : elle n’a pas été lancée.",
            },
        ),
        priorities=("reponse.delegation", "suivi.retard", "appel.rappel"),
        strengths=(
            "La date de la nouvelle livraison est exacte.",
            "Vous avez demandé le numéro de commande.",
        ),
        verdicts=(
            TrainerVerdict(
                "reponse.familier", "conforme", "Mme Aubin", "« mail » est d’usage ici", "2026-11-02T10:00:00"
            ),
            TrainerVerdict("suivi.graphique", "defaut", "M. Le Goff", "le graphique manque"),
        ),
    )


ENGINES = [
    {"id": "integre", "available": True, "reason": ""},
    {"id": "languagetool", "available": False, "reason": "Java n’est pas installé."},
]


def remark(label: str, rule: str, quote: str, ref: str, **more: Any) -> dict[str, Any]:
    return {
        "start": 0, "end": len(quote), "label": label, "rule": rule, "quote": quote, "suggestions": ["NE PAS MONTRER"],
        "message": f"Règle {rule} : le mot ne va pas ici.", "test": f"remplacez par le mot témoin {rule}",
        "sources": ["integre"], "counted": True, "locator": paragraph(ref).to_json(), **more,
    }  # fmt: skip


def remarks() -> list[dict[str, Any]]:
    """Seven rules: `a_a` nine times, then fewer; one hint that is not counted."""
    plenty = [remark("homophones", "a_a", "il à reçu", f"p{n}") for n in range(1, 10)]
    some = [remark("accord", "participe", "les colis livré", f"p{n}") for n in range(2, 5)]
    once = [
        remark("orthographe", "mot_inconnu", "récéption", "p4"),
        remark("orthographe", "mot_inconnu", "accuel", "p5"),
        remark("conjugaison", "futur", "je vous rappelerais", "p6"),
        remark("ponctuation", "virgule", "cependant nous", "p6"),
        remark("typographie", "espace", "189€", "p7"),
        remark("style", "lourd", "au jour d’aujourd’hui", "p8", sources=["languagetool"]),
        remark("style", "conseil", "suite à", "p8", counted=False),
    ]
    return [*once, *some, *plenty]


def occasion() -> dict[str, Any]:
    """What the caller says beside the review."""
    return {
        "title": "La livraison qui n’arrive pas",
        "trainee": "Solène Marchadier",
        "date": "2026-11-03",
        "fictional_date": dt.date(2026, 3, 9),
        "transcript": [
            ("M. Garcin", "Cela fait deux fois que je pose ma matinée pour rien.", 11),
            ("Vous", "Je comprends votre agacement. Quel est votre numéro de commande ?", 12),
            ("M. Garcin", "C’est le 20418. Et maintenant ?", 13),
            ("Vous", "Je vous rappelle dès que possible.", 14),
        ],
        "instructions": [
            {"id": "ecrire_au_client", "heard": True, "asked": None, "done": True},
            {"id": "suivi-a-jour", "heard": True, "asked": True, "done": False},
            {"id": "plafond_secret", "heard": None, "asked": False, "done": None},
        ],
        "mood": [
            ("M. Garcin", 1, "il attend depuis deux jours"),
            ("M. Garcin", 2, "vous avez reconnu son agacement"),
            ("Mme Vidal", 4, "vous avez redit la consigne"),
            ("M. Garcin", 3, "vous avez demandé le dossier"),
            ("Mme Vidal", 3, "elle attend la suite"),
            ("M. Garcin", 2, "votre promesse n’a pas de date"),
        ],
        "self_assessment": {"K1.2": "atteint", "K1.3": "non_atteint", "K1.5": "atteint"},
    }


def bloc_three() -> Review:
    """A page for the web: our own grid, never shown as official."""
    page = Locator("page.html", "html", "l12")
    return Review(
        None, None, ({"path": "page.html", "type": "html", "sha256": "9" * 64},),
        (
            CriterionResult("KX3.2", "Exactitude du contenu", False, "en_cours", 2, 3, why="1 défaut"),
            CriterionResult("K2.2", "Les supports d'information produits répondent à la demande", True, None, 0, 0),
        ),
        (
            finding("page.prix", "KX3.2", "defaut", "Deux prix différents pour la même sortie.", severity="majeur",
                    locator=page, quote="32 €", hint="Vérifiez le tarif en vigueur.", passages=("P3.2",)),
            finding("page.charte", "", "a_verifier", "La charte n’a pas été fournie.", passages=("inconnu",)),
        ),
    )  # fmt: skip


def empty() -> Review:
    return Review(None, None, (), (), ())


def refused() -> Review:
    gone = ({"path": "a/vieux.doc", "reason": "Format ancien : enregistrez en .docx."},)
    return Review(None, None, (), (), (), refused=gone)


def hostile() -> Review:
    """Foreign text in every place that can hold some."""
    return Review(
        HOSTILE, HOSTILE, ({"path": HOSTILE, "type": HOSTILE, "sha256": HOSTILE},),
        (CriterionResult("K1.2", HOSTILE, True, "atteint", 1, 1, why=HOSTILE),),
        (
            finding("x.y", "K1.2", "defaut", HOSTILE, severity="majeur", locator=Locator(HOSTILE, "p", "p1"),
                    quote=HOSTILE + " mot" * 400, hint=HOSTILE, check=HOSTILE),
            finding("x.z", "K1.2", "non_evaluable", HOSTILE, needs="modele_ou_formateur", quote=HOSTILE),
        ),
        language={"engines": [{"id": HOSTILE, "available": False, "reason": HOSTILE}],
                  "remarks": [remark("style", HOSTILE, HOSTILE, HOSTILE, message=HOSTILE, test=HOSTILE)]},
        refused=({"path": HOSTILE, "reason": HOSTILE},), notices=({"message": HOSTILE, "file": HOSTILE},),
        priorities=("x.y",), strengths=(HOSTILE,), verdicts=(TrainerVerdict("x.z.q", "defaut", HOSTILE, HOSTILE),),
    )  # fmt: skip


def hostile_occasion() -> dict[str, Any]:
    return {
        "title": HOSTILE, "trainee": HOSTILE, "date": HOSTILE, "transcript": [(HOSTILE, HOSTILE, 1)],
        "instructions": [{"id": HOSTILE, "heard": True, "asked": None, "done": None, "label": HOSTILE}],
        "mood": [(HOSTILE, 9, HOSTILE)], "self_assessment": {"K1.2": HOSTILE}, "fictional_date": HOSTILE,
    }  # fmt: skip
