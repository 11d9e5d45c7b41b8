from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import absence, load_referential, source_text
from ascom_coach.retrieval import NOT_SAID, Answer, Index, open_in_memory

MEMORY = open_in_memory()


def listed(answer: Answer) -> list[str]:
    return [one.passage.id for one in answer.passages]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Une acheteuse hurle parce que son vase est fêlé", "A1.13"),
        ("À qui dois-je passer cet appel ?", "A2.01"),
        ("Je range les dossiers de la comptable", "A2.03"),
        ("prévenir six cents abonnés en une seule fois", "A3.05"),
        ("gesstion dé reclamassion", "A1.13"),
        ("kel materiel jé droit", "T1.3"),
        ("Ma ponctuation sera-t-elle jugée ?", "K1.4"),
        ("je suis tombé sur deux adresses contradictoires", "K1.3"),
        ("c koi une tpe", "D1"),
    ],
)
def test_everyday_words_find_the_passage(index: Index, question: str, wanted: str) -> None:
    answer = index.ask(question)
    assert answer.zone != "absent"
    ids = [one for found in answer.passages[:3] for one in found.ids]
    assert wanted in ids


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("Quel coefficient pour ce bloc ?", "ponderation"),
        ("L’épreuve dure combien d’heures ?", "duree"),
        ("Faut-il la moyenne pour valider ?", "note_de_passage"),
        ("Mon CPF peut-il payer ?", "prix"),
        ("C’est quel niveau de diplôme ?", "niveau_certificateur"),
        ("Puis-je venir avec ma calculatrice ?", "objets"),
        ("L’anglais est-il nécessaire ?", "matieres_absentes"),
    ],
)
def test_what_the_text_does_not_hold_is_said(index: Index, question: str, card: str) -> None:
    answer = index.ask(question)
    assert answer.zone == "absent"
    assert not answer.answered
    assert answer.answer.startswith(NOT_SAID)
    assert answer.reason.startswith(card)
    assert answer.passages, "the nearest true passages are listed"


@pytest.mark.parametrize(
    "question",
    [
        "Quelle sera la météo dimanche ?",
        "Rédige-moi un courrier de relance",
        "Comment insérer une ligne sous Excel ?",
    ],
)
def test_out_of_field_says_what_the_tool_is_for(index: Index, question: str) -> None:
    answer = index.ask(question)
    assert answer.zone == "absent"
    assert "Cet outil" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Un point de vente doit-il gérer ses stocks ?",
        "Trier les papiers selon leur durée de conservation",
        "La gestion du temps est-elle un critère ?",
        "Je prépare la convocation à une réunion",
    ],
)
def test_absence_cards_leave_real_questions_alone(index: Index, question: str) -> None:
    answer = index.ask(question)
    assert answer.zone == "repond", answer.reason


def test_criteria_of_bloc_three_are_never_invented(index: Index) -> None:
    gap = absence("criteres_bloc3").sentence
    for question in ("Quels sont les critères du bloc 3 ?", "Sur quoi est notée une page de site internet ?"):
        answer = index.ask(question)
        assert answer.zone == "absent"
        assert gap in answer.answer
    assert index.ask("Quels sont les critères du bloc 1 ?").zone == "repond"


def test_layout_is_no_criterion_of_bloc_two(index: Index) -> None:
    answer = index.ask("La mise en page est-elle un critère au bloc 2 ?")
    assert answer.zone == "absent"
    assert absence("mise_en_forme_bloc2").sentence in answer.answer
    assert listed(index.ask("La mise en page est-elle un critère au bloc 1 ?"))[0] == "K1.5"


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        (
            "Dans quels passages est-il question de tableaux de bord ?",
            {"C1.1", "C1.3", "P1.3", "C2.3", "P3.6"},
        ),
        ("quels passages citent le plan de communication", {"A3.01", "C3.1", "C3.2", "C3.3", "C3.4"}),
        ("Où parle-t-on de mailing dans le référentiel ?", {"P3.4"}),
    ],
)
def test_every_passage_that_holds_the_words_is_listed(index: Index, question: str, ids: set[str]) -> None:
    found = {one for passage in index.ask(question, k=2).passages for one in passage.ids}
    assert found == ids


def test_words_that_no_passage_holds_are_asked_as_any_question(index: Index) -> None:
    answer = index.ask("Dans quels passages est-il question de cartouches d’encre ?", k=3)
    assert answer.reason != "mots du texte"


def test_complete_lists_ignore_k(index: Index) -> None:
    referential = load_referential()
    productions = index.ask("toutes les productions du bloc 3", k=2)
    assert listed(productions) == [item.id for item in referential.productions(3)]
    criteria = index.ask("Donnez la liste des critères du bloc 1", k=1)
    assert listed(criteria) == [criterion.id for criterion in referential.criteria(1)]
    competences = index.ask("compétences bloc 2", k=1)
    assert listed(competences) == [item.id for item in referential.competences(2)]
    assert len(index.ask("combien de blocs y a-t-il ?").passages) == 3


def test_the_activities_under_a_heading_are_listed(index: Index) -> None:
    team = index.ask("Quelles activités composent l’aide à l’équipe managériale ?", k=2)
    assert listed(team) == ["A2.03", "A2.04", "A2.05", "A2.06"]
    assert listed(index.ask("les activités de soutien à l’administration du personnel", k=1)) == [
        "A2.12",
        "A2.13",
        "A2.14",
    ]


def test_a_list_with_a_subject_is_not_complete(index: Index) -> None:
    answer = index.ask("Quelles sont les activités liées aux livraisons ?", k=3)
    assert len(answer.passages) == 3
    assert listed(answer)[0] == "A1.10"


def test_twins_are_shown_once_with_all_ids(index: Index) -> None:
    answer = index.ask("détecter et traiter les anomalies", k=20)
    shown = [one for one in answer.passages if "K2.4" in one.ids]
    assert len(shown) == 1
    assert shown[0].ids == ("K1.3", "K2.4")


def test_bloc_filters_what_is_listed_and_picks_the_twin_of_that_bloc(index: Index) -> None:
    answer = index.ask("détecter les anomalies", bloc=2)
    assert {one.passage.bloc for one in answer.passages} <= {2, None}
    assert "K2.4" in listed(answer)


def test_several_kinds_are_all_served(index: Index) -> None:
    answer = index.ask("Un devis : quelle activité, quelle compétence et quelle production ?")
    kinds = [one.passage.kind for one in answer.passages[:3]]
    assert set(kinds) == {"activite", "competence", "production"}


def test_ids_are_understood(index: Index) -> None:
    assert listed(index.ask("Que dit k2.3 ?")) == ["K2.3"]
    assert listed(index.ask("P1.2a c’est quoi")) == ["P1.2"]
    assert listed(index.ask("A1.7"))[0] == "A1.07"


def test_a_vague_question_gets_three_choices(index: Index) -> None:
    answer = index.ask("zorglub des réseaux krazoumik vitupère")
    assert answer.zone == "propose"
    assert len(answer.choices) == 3
    assert [one.id for one in answer.choices] == listed(answer)[:3]
    assert not index.ask("réseaux sociaux").choices


def test_nothing_close_is_said_without_passages(index: Index) -> None:
    answer = index.ask("xyzzy plugh")
    assert answer.zone == "absent"
    assert answer.passages == ()


def test_the_json_contract(index: Index) -> None:
    for question in ("relancer un impayé", "combien de points ?", "réseaux"):
        got = index.ask(question).to_json()
        assert list(got) == ["question", "zone", "answered", "answer", "engine", "choices", "passages"]
        assert got["answered"] is (got["zone"] == "repond")
        for one in got["passages"]:
            assert list(one) == ["id", "ids", "bloc", "kind", "text", "score", "source", "official"]
            assert list(one["source"]) == ["file", "place"]
            assert 0.0 <= one["score"] <= 1.0
            assert one["id"] in one["ids"]
            assert one["text"] == load_referential().passage(one["id"]).text


def test_quotes_in_the_sentence_are_verbatim(index: Index) -> None:
    answer = index.ask("contrôle des livraisons").answer
    quoted = answer.split("«\u00a0")[1].split("\u00a0»")[0]
    assert quoted in source_text()


def test_scores_go_down(index: Index) -> None:
    scores = [one.score for one in index.ask("suivi des commandes", k=10).passages]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 10


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_an_empty_question_is_refused(index: Index, question: str) -> None:
    with pytest.raises(RefusedInputError, match="vide"):
        index.ask(question)


def test_wrong_bloc_and_k(index: Index) -> None:
    with pytest.raises(RefusedInputError, match="bloc 7"):
        index.ask("stock", bloc=7)
    with pytest.raises(RefusedInputError, match="au moins 1"):
        index.ask("stock", k=0)


@pytest.mark.parametrize(
    "question",
    [
        "stock " * 2_000,
        "🙂🙂🙂",
        "🙂 livraison 📦",
        "どうやって",
        "¿Dónde está el examen?",
        "a" * 10_000,
        "?!…",
        "1",
        "«»",
    ],
)
def test_odd_questions_do_not_crash(index: Index, question: str) -> None:
    assert index.ask(question).to_json()["zone"] in ("repond", "propose", "absent")


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_gets_an_answer(question: str) -> None:
    assert MEMORY.ask(question).question == question


def test_explain_names_why(index: Index) -> None:
    lines = index.ask("relancer un impayé").explain()
    assert lines
    assert "«" in lines[0]


def test_a_criterion_asked_of_bloc_3_is_not_borrowed_from_another(index: Index) -> None:
    answer = index.ask("est-ce que l’orthographe compte au bloc 3 ?")
    assert answer.zone == "absent"
    assert "bloc 3" in answer.answer
    assert index.ask("est-ce que l’orthographe compte au bloc 1 ?").passages[0].passage.id == "K1.4"
