from __future__ import annotations

from typing import Any

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario


def small_scenario(**changes: Any) -> dict[str, Any]:
    """A scenario of two people and few facts, written for these tests."""
    tree: dict[str, Any] = {
        "format": "1", "id": "lampe-cassee", "titre": "La lampe", "bloc": "1", "date_fictive": "2026-03-02",
        "entreprise": {"nom": "Lumex", "secteur": "luminaires"},
        "referentiel": {"criteres": ["K1.2", "K1.4"]},
        "delegation": {
            "autorise": [{"id": "geste", "quoi": "geste commercial", "sens": ["geste"], "maximum": "20 EUR"}],
            "interdit": [{"id": "rembourser", "quoi": "rembourser", "sens": ["rembourser"], "mots": ["rembourser"]}],
        },
        "etapes": [
            {
                "type": "consigne_orale", "id": "consigne", "qui": "chef", "ecoutes": "2",
                "points": [
                    {"id": "p1", "nature": "qui", "dit": "Rappelle Mme Petit."},
                    {"id": "p2", "nature": "delai", "dit": "Avant midi."},
                ],
                "manque": [{"id": "m1", "quoi": "le canal", "fait": "canal"}],
            },
            {"type": "dialogue", "id": "appel", "qui": ["cliente", "depot"], "tours_max": "20"},
            {"type": "production", "id": "redaction", "productions": ["reponse"]},
        ],
        "imprevus": [
            {
                "id": "retard", "quand": {"etape": "redaction", "minute": "5"}, "qui": "depot",
                "dit": "La lampe n’arrive que jeudi.", "change": {"fait": "arrivage", "valeur": "jeudi 5 mars"},
            }
        ],
        "personnages": {
            "chef": {"nom": "M. Roy", "registre": "tutoiement"},
            "depot": {"nom": "Anouk", "registre": "tutoiement"},
            "cliente": {
                "nom": "Mme Petit", "ouverture": ["Ma lampe est cassée !"],
                "humeur": {
                    "depart": "2", "monte": {"empathie": "1", "excuse": "1"},
                    "baisse": {"reproche": "-2", "promesse_intenable": "-1", "question_repetee": "-1"},
                    "phrases": {"4": ["Merci de votre attention."]},
                },
            },
        },
        "faits": [
            {
                "id": "modele", "qui": "cliente", "porte_sur": "le modèle de la lampe", "valeur": "Aurore",
                "essentiel": "oui", "reponses": ["C’est une {valeur}."], "mots_cles": ["modèle", "nom de la lampe"],
                "questions": ["Quel est le modèle de la lampe ?", "Comment s’appelle la lampe ?",
                              "C’est quelle lampe ?", "Quelle référence avez-vous achetée ?"],
            },
            {
                "id": "achat", "qui": "cliente", "porte_sur": "la date d’achat", "valeur": "lundi 23 février",
                "reponses": ["Je l’ai achetée {valeur}."], "mots_cles": ["acheté quand", "date d’achat"],
                "questions": ["Quand l’avez-vous achetée ?", "Quelle est la date d’achat ?",
                              "C’était quel jour, l’achat ?", "Vous l’avez depuis quand ?"],
            },
            {
                "id": "chute", "qui": "cliente", "acces": {"humeur_min": "4"}, "porte_sur": "les circonstances",
                "valeur": "une chute du buffet", "esquive": ["Elle s’est cassée, c’est tout."],
                "reponses": ["Pour tout dire : {valeur}."], "mots_cles": ["comment", "cassée", "tombée"],
                "questions": ["Comment s’est-elle cassée ?", "Est-elle tombée ?", "Que s’est-il passé ?",
                              "Dans quelles circonstances ?"],
            },
            {
                "id": "arrivage", "qui": "depot", "porte_sur": "le prochain arrivage", "valeur": "mercredi 4 mars",
                "reponses": ["Les lampes arrivent {valeur}."], "mots_cles": ["arrivage", "réception", "stock"],
                "questions": ["Quand arrivent les lampes ?", "C’est quand l’arrivage ?", "Tu en reçois quand ?",
                              "On en aura quel jour ?"],
            },
            {
                "id": "canal", "qui": "chef", "porte_sur": "le moyen d’envoi", "valeur": "par courrier",
                "reponses": ["{valeur}, bien sûr."], "mots_cles": ["courrier", "envoyer", "mail"],
                "questions": ["Je lui écris comment ?", "Un mail ou un courrier ?", "J’envoie par quel moyen ?",
                              "Tu veux une lettre ?"],
            },
        ],
        "fins": [{"id": "reussie", "si": {"essentiels": "oui", "humeur_min": "3", "acte": "cloture"}}],
        "productions": [{"id": "reponse", "type": "message_client", "formats": ["txt"], "controles": []}],
        "indices": {"c1": ["Relisez vos notes."]},
    }  # fmt: skip
    tree.update(changes)
    return tree


@pytest.fixture
def script(tmp_path: Any) -> Script:
    return Script(Scenario.model_validate(small_scenario()), tmp_path, 0, {})


@pytest.fixture
def rehearsal(script: Script) -> Rehearsal:
    played = Rehearsal(Stage(script), lambda events: None)
    played.start()
    return played
