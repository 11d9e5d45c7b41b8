from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.errors import RefusedInputError
from ascom_coach.review import read_verdicts


def test_verdicts_are_read_from_csv_and_yaml(tmp_path: Path) -> None:
    table = tmp_path / "avis.csv"
    table.write_text("controle;verdict;qui;motif\nreponse.c14;défaut;Mme Roux;trop sec\n", encoding="utf-8")
    listing = tmp_path / "avis.yaml"
    listing.write_text(
        "- {controle: reponse.c14, verdict: conforme, qui: M. Vidal, motif: juste}\n", encoding="utf-8"
    )
    assert [(v.check, v.verdict, v.who) for v in read_verdicts(table)] == [
        ("reponse.c14", "defaut", "Mme Roux")
    ]
    assert [(v.check, v.verdict, v.who) for v in read_verdicts(listing)] == [
        ("reponse.c14", "conforme", "M. Vidal")
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "controle;verdict;qui;motif\nc1;super;X;Y\n"),
        ("b.csv", "controle;verdict\nc1;conforme\n"),
        ("c.yaml", "controle: c1\n"),
        ("d.yaml", "- [\n"),
        ("e.yaml", "- texte\n"),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RefusedInputError) as caught:
        read_verdicts(path)
    assert name in str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedInputError, match="vérifiez"):
        read_verdicts(tmp_path / "rien.csv")
