"""Leave asked before promising, told from requests, offers and questions about something else."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.language import leave_asked

TODAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "sense", "far"),
    [
        ("je peux lui promettre un remboursement ?", "rembourser", False),
        ("on peut lui offrir la livraison", "geste", False),
        ("g le droit de lui faire un avoir", "avoir", False),
        ("j’ai le droit de proposer un avoir ?", "avoir", False),
        ("Puis-je annuler sa commande ?", "annuler", False),
        ("ca te va si je lui envoie un avoir", "avoir", False),
        ("tu es d’accord pour que je lui échange la lampe ?", "remplacer", False),
        ("je peux dire que c’est offert ?", "geste", False),
        ("je peux aller jusqu’à 80 euros ?", "", True),
        ("jusqu’à combien j’ai le droit ?", "", True),
        ("jusqu’à combien ?", "", True),
        ("combien je peux lui offrir au maximum", "geste", True),
        ("C’est quoi ma marge ?", "", True),
        ("on lui rembourse le déplacement ?", "rembourser", False),
        ("et je lui fais un avoir ?", "avoir", False),
        ("c’est notre faute ?", "", False),
    ],
)
def test_leave_is_read(text: str, sense: str, far: bool) -> None:
    leave = leave_asked(text, TODAY)
    assert leave is not None
    assert (leave.deed.sense, leave.how_far) == (sense, far)


@pytest.mark.parametrize(
    "text",
    [
        "Que puis-je faire pour vous ?",
        "je peux la rappeler à quel numéro ?",
        "Où est-ce que je peux déposer le colis ?",
        "Je peux vous poser une question ?",
        "je peux avoir le prix du repas ?",
        "est-ce possible de savoir quand il passe",
        "je peux te demander un truc sur le geste ?",
        "Quelle est la limite de poids ?",
        "Combien de colis ont été livrés ?",
        "Je vous rembourse demain.",
        "On lui rembourse le déplacement.",
        "je lui écris un mail pour l’avoir ?",
        "on lui a livré quoi ?",
        "je l’appelle demain ?",
        "Je comprends que vous ne puissiez pas attendre.",
        "Vous préférez que je puisse vous rappeler ou un mail ?",
    ],
)
def test_other_questions_ask_no_leave(text: str) -> None:
    assert leave_asked(text, TODAY) is None


def test_what_would_be_said_and_promised_is_kept() -> None:
    leave = leave_asked("Je peux lui dire que c’est notre faute ?", TODAY)
    assert leave is not None
    assert leave.said == "c’est notre faute"
    priced = leave_asked("je peux lui offrir 30 €", TODAY)
    assert priced is not None
    assert [value.text for value in priced.deed.values] == ["30 €"]
