"""What surrounds the checks: files that fit nothing, files that cannot be read, evidence, priorities, drafts."""

from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.documents import Document, RefusedFile, parse_bytes
from ascom_coach.errors import RefusedInputError
from ascom_coach.review import Copy, Finding, Review, Situation, TrainerVerdict, read_verdicts, review_copies
from ascom_coach.review.evidence import proven
from ascom_coach.review.ranking import priorities
from tests.review.material import ENGINES, docx, letter, review, scenario, text, workbook, xlsx

ACTS = {"id": "c1", "type": "actes_presents", "critere": "K1.4", "actes": ["excuse"]}
WORDS = text("Bonjour Madame,\nNous vous présentons nos excuses pour ce retard.\nCordialement")


def draft(document: Document, **about: Any) -> Review:
    return review_copies([Copy.of(document)], Situation(engines=ENGINES, **about))


def checks(result: Review, status: str = "a_verifier") -> list[str]:
    return [item.check for item in result.findings if item.status == status]


def test_a_file_too_many_is_told() -> None:
    result = review(scenario(letter(ACTS)), WORDS, xlsx([["A", "B"], [1, 2]], "budget.xlsx"))
    [extra] = [item for item in result.findings if item.check == "fichier:travail"]
    assert extra.status == "a_verifier"
    assert extra.locator is not None
    assert extra.locator.file == "budget.xlsx"
    assert "fichier:travail" not in checks(review(scenario(letter(ACTS)), WORDS))


def test_a_file_that_cannot_be_read_is_not_a_missing_one() -> None:
    refused = RefusedFile("reponse.docx", "« reponse.docx » est abîmé : enregistrez-le de nouveau.")
    copies = [Copy.of(refused, production="reponse")]
    result = review_copies(copies, Situation(script=scenario(letter(ACTS)), engines=ENGINES, complete=True))
    [finding] = result.findings
    assert (finding.status, finding.needs) == ("non_evaluable", "fichier")
    assert "abîmé" in finding.message
    nothing = review_copies([], Situation(script=scenario(letter(ACTS)), engines=ENGINES, complete=True))
    assert [item.status for item in nothing.findings] == ["defaut"]


def test_a_verdict_on_nothing_is_told_and_a_verdict_may_leave_the_number_out() -> None:
    facts = {"id": "c2", "type": "valeurs_presentes", "critere": "K1.2", "valeurs": ["C-9", "C-8"]}
    verdicts = (
        TrainerVerdict("c2", "conforme", "Mme Roux", "dit à l’oral"),
        TrainerVerdict("c7", "conforme", "Mme Roux", "x"),
    )
    result = review(scenario(letter(ACTS, facts)), WORDS, verdicts=verdicts)
    assert checks(result) == ["avis"]
    assert (
        sum("Mme Roux" in item.message for item in result.findings if item.check == "valeurs_presentes") == 2
    )


def finding(name: str, criterion: str, severity: str, quote: str = "", file: str = "a.txt") -> Finding:
    from ascom_coach.documents import Locator

    where = Locator(file, "line", "l1")
    return Finding(name, "x", 1, criterion, "defaut", severity, where, quote, "m", "h")  # type: ignore[arg-type]


def test_a_defect_whose_quote_is_not_in_the_copy_is_dropped() -> None:
    document = parse_bytes(b"Une phrase, telle quelle.", "a.txt")
    found = [
        finding("p.a", "K1.2", "majeur", "telle quelle"), finding("p.b", "K1.2", "majeur", "Telle quelle"),
        finding("p.c", "K1.2", "majeur"), finding("p.d", "K1.2", "majeur", "dit à l’oral", "seance"),
    ]  # fmt: skip
    assert [item.id for item in proven(found, [document])] == ["p.a", "p.c", "p.d"]


def test_blocking_defects_come_first_then_other_criteria() -> None:
    found = [
        finding("p.a", "K1.4", "mineur"), finding("p.b", "K1.2", "bloquant"), finding("p.c", "K1.2", "bloquant"),
        finding("p.d", "K1.2", "majeur"), finding("p.e", "K1.3", "majeur"),
    ]  # fmt: skip
    assert priorities(found) == ("p.b", "p.c", "p.e")
    assert priorities([finding("p.a.1", "K1.2", "majeur"), finding("p.a.2", "K1.2", "majeur")]) == ("p.a.1",)


CLEAN_LETTER = [
    "Lumex", "Brest, le 2 mars 2026", "Objet : votre commande", "Madame,",
    "Nous avons bien reçu votre commande et nous vous en remercions.",
    "Nous vous prions d’agréer, Madame, nos salutations distinguées.", "Ana Petit",
]  # fmt: skip


def test_a_clean_draft_gets_no_remark() -> None:
    result = draft(docx(CLEAN_LETTER), production="P1.5")
    assert checks(result) == []
    assert set(checks(result, "non_evaluable")) == {
        "brouillon:demande",
        "brouillon:lecteur",
        "brouillon:niveau",
    }
    [content] = [item for item in result.criteria if item.id == "K1.2"]
    assert content.level is None
    assert "consigne" in content.why
    assert checks(draft(xlsx([["Article", "Montant"], ["Lampe", 12]]), production="P1.3")) == []


@pytest.mark.parametrize(
    ("line", "check"),
    [
        ("Bonjour [Nom du client],", "brouillon:a_completer"),
        ("Rendez-vous le XXXX à Brest.", "brouillon:a_completer"),
        ("Montant : ..............", "brouillon:a_completer"),
    ],
)
def test_blanks_left_in_a_draft_are_shown(line: str, check: str) -> None:
    result = draft(docx([*CLEAN_LETTER, line]), production="P1.5")
    [found] = [item for item in result.findings if item.check == check]
    assert found.quote == line
    assert found.criterion == "K1.2"


def test_a_typed_list_and_an_error_in_a_draft_are_shown() -> None:
    listed = draft(
        docx(["Pour commencer :", "- ouvrez le fichier", "- cliquez sur Enregistrer"]), production="P2.4"
    )
    assert "brouillon:styles" in checks(listed)
    assert {item.criterion for item in listed.findings if item.check == "brouillon:styles"} == {"K2.1"}
    document = parse_bytes(b"Article;Montant\nLampe;12\n", "a.csv")
    assert "brouillon:erreur_calcul" not in checks(draft(document, bloc=1))


def test_an_unknown_production_is_refused_in_one_sentence() -> None:
    with pytest.raises(RefusedInputError, match=r"P9\.9"):
        draft(text("Bonjour."), production="P9.9")


def test_verdicts_saved_by_a_french_spreadsheet_are_read(tmp_path: Any) -> None:
    path = tmp_path / "avis.csv"
    path.write_bytes(
        "Contrôle;Verdict;Qui;Motif\nc14;Défaut;Mme Lebrun;ton trop sec, à revoir\n".encode("cp1252")
    )
    [verdict] = read_verdicts(path)
    assert (verdict.check, verdict.verdict, verdict.reason) == ("c14", "defaut", "ton trop sec, à revoir")


def test_a_note_on_a_known_fact_joins_the_next_step() -> None:
    from ascom_coach.rehearsal import State

    noted = {**ACTS, "si_fait": {"commande": "sans accuser la cliente"}}
    script = scenario(letter(noted))
    told = review(script, text("Bonjour."), state=State(told={"commande": "C-1802"}))
    assert "sans accuser la cliente" in told.findings[0].hint
    assert "sans accuser" not in review(script, text("Bonjour."), state=State()).findings[0].hint


def test_the_verdict_moves_with_nothing_but_the_copy() -> None:
    """Another name, another order of files: the same findings."""
    production = workbook(
        {"id": "c1", "type": "ligne_presente", "critere": "K1.2", "valeurs": {"Article": "Lampe"}}
    )
    rows = [["Article", "Quantité", "Prix", "Montant"], ["Lampe", 1, 2, 2]]
    script = scenario(letter(ACTS), production)
    one = review(script, WORDS, xlsx(rows, "tableau.xlsx"))
    two = review(script, xlsx(rows, "final v2.xlsx"), parse_bytes(WORDS.text.encode(), "mail.txt"))
    assert [(item.id, item.status) for item in one.findings] == [
        (item.id, item.status) for item in two.findings
    ]
