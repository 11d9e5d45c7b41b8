"""Answers as models really give them: read when they are whole, typed, never completed, never chosen from two."""

from __future__ import annotations

import pytest

from ascom_coach.models.prompt_files import load_prompt
from ascom_coach.models.structured.forms import fit, instruction, read

SCHEMA = {
    "type": "object",
    "required": ["remarques", "avis"],
    "properties": {
        "remarques": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "object",
                "required": ["citation", "constat"],
                "properties": {
                    "citation": {"type": "string"},
                    "constat": {"type": "string", "maxLength": 40},
                },
            },
        },
        "avis": {"type": "string", "enum": ["a", "b"]},
    },
}
GOOD = '{"remarques": [{"citation": "je vous prie", "constat": "Le ton est juste."}], "avis": "a"}'
DATA = {"remarques": [{"citation": "je vous prie", "constat": "Le ton est juste."}], "avis": "a"}


def test_a_clean_object_is_read_as_it_is() -> None:
    assert read(GOOD, SCHEMA, "schema") == read(f"\n {GOOD} ", SCHEMA, "json")
    assert (read(GOOD, SCHEMA, "schema").data, read(GOOD, SCHEMA, "schema").repaired) == (DATA, False)
    assert read(GOOD, SCHEMA, "lines").data == DATA


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{GOOD}\n```",
        f"Voici ma réponse :\n{GOOD}\nBonne lecture !",
        GOOD.replace('"a"}', '"a",}'),
        GOOD.replace('"}]', '"},]'),
        GOOD.replace('"', "'"),
        GOOD.replace('{"remarques"', "{“remarques”").replace('"avis"', "«avis»"),
        GOOD.replace("vous prie", "vous  prie").replace("  ", " "),
    ],
)
def test_packaging_is_undone(text: str) -> None:
    assert read(text, SCHEMA, "json").data == DATA


@pytest.mark.parametrize(
    "text",
    [
        GOOD[:-1],
        GOOD[:40],
        GOOD + GOOD,
        GOOD + "\n" + GOOD.replace('"a"', '"b"'),
        GOOD.replace('"a"', '"c"'),
        GOOD.replace('"a"', "1"),
        GOOD.replace('"a"', "null"),
        GOOD.replace("Le ton est juste.", "x" * 41),
        GOOD.replace('"constat"', '"remarque"'),
        '{"remarques": [], "avis": "a"}',
        '{"remarques": "aucune", "avis": "a"}',
        f"[{GOOD}]",
        "Je pense que c’est a.",
        "null",
        "",
        "{" * 5000,
        '{"a":' * 3000 + "1" + "}" * 3000,
    ],
)
def test_what_is_cut_doubled_or_wrong_is_not_guessed(text: str) -> None:
    for form in ("schema", "json", "lines"):
        assert read(text, SCHEMA, form).data is None, form  # type: ignore[arg-type]


def test_more_than_asked_is_cut_and_unknown_keys_are_dropped() -> None:
    three = {"remarques": DATA["remarques"] * 3, "avis": "b", "note": 20}
    assert fit(three, SCHEMA) == {"remarques": DATA["remarques"] * 2, "avis": "b"}


@pytest.mark.parametrize(
    "text",
    [
        "CITATION : je vous prie\nCONSTAT : Le ton est juste.\nAVIS : a",
        "**CITATION** : « je vous prie »\n**CONSTAT** : Le ton est juste.\n\n**AVIS** : A.",
        "1. CITATION : je vous prie\n   CONSTAT : Le ton\n   est juste.\nAVIS : a)",
    ],
)
def test_labelled_lines(text: str) -> None:
    assert read(text, SCHEMA, "lines").data == DATA


def test_repeated_lines_make_a_list_and_a_double_answer_makes_none() -> None:
    two = "CITATION : un\nCONSTAT : deux\nCITATION : trois\nCONSTAT : quatre\nAVIS : b"
    data = read(two, SCHEMA, "lines").data
    assert data is not None
    assert [one["citation"] for one in data["remarques"]] == ["un", "trois"]
    assert read(two + "\nAVIS : a", SCHEMA, "lines").data is None


def test_lists_and_numbers_in_lines() -> None:
    schema = {
        "type": "object",
        "required": ["ids", "n"],
        "properties": {"ids": {"type": "array", "items": {"type": "string"}}, "n": {"type": "integer"}},
    }
    assert read("IDS : K1.2, P1.5\nN : 12", schema, "lines").data == {"ids": ["K1.2", "P1.5"], "n": 12}
    assert read("IDS : K1.2\nN : douze", schema, "lines").data is None


@pytest.mark.parametrize("name", ["routeur", "juge", "reference"])
def test_the_form_asked_for_names_every_field_of_the_prompt(name: str) -> None:
    schema = load_prompt(name).schema or {}
    for key in schema["properties"]:
        items = schema["properties"][key].get("items", {})
        names = list(items["properties"]) if items.get("type") == "object" else [key]
        assert key in instruction(schema, "json")
        assert all(one.upper() in instruction(schema, "lines") for one in names)
