from __future__ import annotations

import pytest

from ascom_coach.models.guard.prose import prose_fault
from ascom_coach.models.guard.quoting import verbatim

COPY = "Madame,\nJe vous prie d’accepter nos excuses pour l’attente – nous passerons mardi\u00a0matin.\nCordialement"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Je vous prie d'accepter nos excuses", "Je vous prie d’accepter nos excuses"),
        ("« nous passerons mardi matin. »", "nous passerons mardi\u00a0matin."),
        ("…pour l’attente - nous passerons", "pour l’attente – nous passerons"),
        ("mardi matin. Cordialement", "mardi\u00a0matin.\nCordialement"),
    ],
)
def test_a_quote_is_given_back_as_the_copy_writes_it(quote: str, found: str) -> None:
    assert verbatim(quote, COPY) == found


@pytest.mark.parametrize(
    "quote",
    [
        "je vous prie d’accepter nos excuses",
        "Je vous prie d’accepter mes excuses",
        "Je vous prie … nos excuses",
        "nos excuses",
        "ous passerons mardi matin",
        "nous passerons mercredi matin",
        "",
        "...",
        ".*",
    ],
)
def test_what_is_not_there_is_no_quote(quote: str) -> None:
    assert verbatim(quote, COPY) is None


GIVEN = f"{COPY} ; l’intervention : mardi 17 novembre à 8 h 30 ; Mme Vasseur"


@pytest.mark.parametrize(
    "sentence",
    [
        "Vous présentez vos excuses dès le début, ce qui apaise la lectrice.",
        "Mme Vasseur sait quand vous passerez : mardi 17 novembre à 8 h 30.",
        "La formule de fin reste un peu sèche, on attend un mot de plus.",
    ],
)
def test_a_plain_remark_may_be_shown(sentence: str) -> None:
    assert prose_fault(sentence, GIVEN) is None


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("", "vide"),
        ("Vous annoncez un passage jeudi, c’est clair pour la lectrice.", "valeur"),
        ("Vous offrez 30 euros, ce qui apaise la lectrice.", "valeur"),
        ("Vous répondez à M. Durand avec tact, c’est bien.", "nom"),
        ("The letter is polite and clear, you should keep it like this.", "français"),
        ("Tu présentes des excuses dès le début, bravo à toi.", "tutoiement"),
        ("Votre copie vaut 20/20 sur ce point.", "note"),
        ("Votre niveau est un niveau solide sur ce point.", "note"),
        ("En tant que modèle de langage, je trouve votre lettre claire.", "machine"),
        ("- Vous présentez vos excuses\n- Vous donnez une date", "mise en page"),
        ('{"avis": "a"}', "mise en page"),
        ("Le correcteur doit voir que tout est bon dans cette lettre.", "correction"),
        ("Voyez notre page www.ailleurs.example pour la suite de la lettre.", "adresse"),
        ("Vous présentez vos excuses. " * 20, "longue"),
    ],
)
def test_a_remark_that_breaks_a_rule_is_refused(sentence: str, why: str) -> None:
    assert why in (prose_fault(sentence, GIVEN) or "")
