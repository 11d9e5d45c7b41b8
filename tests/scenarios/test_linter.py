# ruff: noqa: E501 -- a planted defect and its case stay on one line
"""The linter: each planted defect is found with its code and its line; a sound scenario gives nothing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascom_coach.errors import RefusedInputError
from ascom_coach.language.values.holidays import easter, holidays
from ascom_coach.scenarios import Problem, help_lines, json_schema, load_script, new_scenario, verify
from ascom_coach.scenarios.lint.fiction import luhn, real_phones
from ascom_coach.scenarios.lint.verifying import blocking, verify_text

FOLDER = Path(__file__).parent / "papeterie"
SOURCE = (FOLDER / "scenario.yaml").read_text(encoding="utf-8")


def found(text: str) -> list[Problem]:
    return verify_text(text, FOLDER / "scenario.yaml")


def test_a_sound_scenario_gives_nothing() -> None:
    assert found(SOURCE) == []


# (code, text to replace, replacement, what stands on the expected line after the change)
DEFECTS = [
    # French inside YAML
    ("ASC101", "titre: La livraison incomplète", "titre: Urgent : la livraison", "titre: Urgent"),
    ("ASC101", 'ouverture: ["Tu tombes bien."]', "ouverture: [@ toi de jouer]", "ouverture: [@"),
    ("ASC101", 'grief: "Ma livraison est incomplète."', "grief: *important* ma livraison", "grief: *"),
    ("ASC101", 'grief: "Ma livraison est incomplète."', "grief: 'Ma' livraison est incomplète", "grief: 'Ma'"),
    ("ASC101", 'ouverture: ["Tu tombes bien."]', 'ouverture: ["Tu tombes bien."', "    points:"),
    ("ASC102", "  secteur: fournitures", "\tsecteur: fournitures", "\tsecteur"),
    ("ASC103", "niveau: 2\n", "niveau: 2\nniveau: 3\n", "niveau: 3"),
    ("ASC104", 'ouverture: ["Bonjour, j’attends une explication."]', "ouverture:\n      - Bonjour : j’attends", "- Bonjour :"),
    ("ASC104", 'reponses: ["En {valeur}."]', "reponses: [{valeur}]", "reponses: [{valeur}]"),
    ("ASC105", "porte_sur: la raison de l’urgence", "porte_sur: la raison #importante", "#importante"),
    ("ASC105", 'grief: "Ma livraison est incomplète."', "grief: #urgent ma livraison est incomplète", "grief: #"),
    ("ASC110", "secteur: fournitures de bureau", "secteur: &fournitures de bureau", "&fournitures"),
    ("ASC110", "secteur: fournitures de bureau", "secteur: !Attention fournitures", "!Attention"),
    ("ASC111", 'esquive: ["Fais au mieux."]', "esquive: [Voyons, je cherche]", "Voyons, je"),
    ("ASC111", "mots_cles: [envoi, poste]", "mots_cles: [4,20 €, poste]", "4,20"),
    # Types and keys
    ("ASC106", "duree_minutes: 60", "durée_minutes: 60", "durée_minutes"),
    ("ASC106", "    acces: si_demande\n    porte_sur: le moyen d’envoi", "    acess: si_demande\n    porte_sur: le moyen d’envoi", "acess:"),
    ("ASC106", "critere: K1.2, points: [p2]}", "critere: K1.2, pionts: [p2]}", "pionts"),
    ("ASC107", "date_fictive: 2026-10-06\n", "", "format: 1"),
    ("ASC107", "    valeur: R-7731\n", "", "- id: num_commande"),
    ("ASC108", "bloc: 1\n", "bloc: un\n", "bloc: un"),
    ("ASC108", "bloc: 1\n", "bloc: 7\n", "bloc: 7"),
    ("ASC108", "date_fictive: 2026-10-06", "date_fictive: 6 octobre", "date_fictive"),
    ("ASC108", 'valeur: R-7731\n    essentiel: "oui"', "valeur: R-7731\n    essentiel: parfois", "essentiel: parfois"),
    ("ASC108", "id: papeterie", "id: Ma Papeterie", "id: Ma"),
    ("ASC108", "acces: {humeur_min: 3}", "acces: sur_demande", "acces: sur_demande"),
    ("ASC109", "type: delai_de_remise", "type: delai_remise", "delai_remise"),
    ("ASC109", "{id: appel, type: dialogue", "{id: appel, type: dialog", "type: dialog,"),
    # References
    ("ASC201", "    qui: reserve\n    acces", "    qui: reserviste\n    acces", "qui: reserviste"),
    ("ASC201", "fait: telephone}", "fait: telefone}", "telefone"),
    ("ASC201", "fait: canal}]", "fait: cannal}]", "cannal"),
    ("ASC201", "faits: [num_commande, depart]", "faits: [num_commande, départ]", "départ]"),
    ("ASC201", "interdit: [rembourser]", "interdit: [remboursement]", "interdit: [remboursement]"),
    ("ASC201", "autorise: geste", "autorise: cadeau", "autorise: cadeau"),
    ("ASC201", "points: [p4]}", "points: [p9]}", "p9"),
    ("ASC201", "quand: {etape: redaction", "quand: {etape: ecriture", "ecriture"),
    ("ASC201", "change: {fait: depart", "change: {fait: camion", "fait: camion"),
    ("ASC201", "escalade: {vers: patronne", "escalade: {vers: gerant", "vers: gerant"),
    ("ASC201", "indices:\n  c1:", "indices:\n  c99:", "c99:"),
    ("ASC201", 'tests: [{dit: "c koi vot ref", fait: num_commande}]', 'tests: [{dit: "ref", fait: numero}]', "numero}"),
    ("ASC201", "anomalies: [an_tel]", "anomalies: [an_tal]", "an_tal"),
    ("ASC201", "contrat: {depart: commandes", "contrat: {depart: ventes", "depart: ventes"),
    ("ASC201", "faible: {reponse", "faibles: {reponse", "faibles:"),
    ("ASC201", "productions: [reponse, fichier]", "productions: [reponse, tableau]", "tableau]"),
    ("ASC202", "- {id: c2, type", "- {id: c1, type", "type: delai_de_remise"),
    ("ASC202", "  - id: canal\n", "  - id: depart\n", "- id: depart\n    qui: patronne"),
    ("ASC203", "faits: [urgence]", "faits: [depart]", "- id: urgence"),
    ("ASC204", "critere: K1.2, points: [p2]}", "critere: K1.2}", "id: p2"),
    ("ASC205", "anomalie: an_reserve, ", "anomalie: an_tel, ", "- {id: an_reserve"),
    ("ASC206", "criteres: [K1.2, K1.3, K1.4]", "criteres: [K1.1, K1.2, K1.3, K1.4]", "criteres: [K1.1"),
    ("ASC207", "type: limite, critere: K1.2", "type: limite, critere: K2.2", "critere: K2.2"),
    ("ASC207", "criteres: [K1.2, K1.3, K1.4]", "criteres: [K1.2, K1.3, K1.4, K9.9]", "K9.9"),
    ("ASC208", "type: limite, critere: K1.2", "type: limite, critere: K1.5", "critere: K1.5"),
    ("ASC209", "criteres: [K1.2, K1.3, K1.4]", "criteres: [K1.2, K1.3, K1.4, K3.1]", "K3.1"),
    ("ASC210", "competences: [C1.5, C1.6]", "competences: [C1.5, C1.66]", "C1.66"),
    ("ASC210", "competences: [C1.5, C1.6]", "competences: [C1.5, C2.1]", "C2.1"),
    ("ASC211", "fichier: consignes.md", "fichier: regles.md", "regles.md"),
    ("ASC212", "moyenne: {reponse: reponse.docx", "moyenne: {reponse: lettre.docx", "lettre.docx"),
    ("ASC213", "corrige: {reponse: reponse.docx}", "corrige: {reponse: corrige.docx}", "corrige.docx"),
    ("ASC214", "titre: Bon de livraison, anomalies: [an_reserve]", "titre: Bon de livraison", "- {id: an_reserve"),
    ("ASC215", "aucune réserve sur le bon, attendu", "une réserve de 17 ramettes le 3 mars, attendu", "17 ramettes"),
    ("ASC217", "productions:\n  - id: reponse\n",
     "productions:\n  - {id: oral, type: entretien}\n  - id: reponse\n", "{id: oral"),
    ("ASC219", "    contrat: {depart: commandes, feuille: Commandes, entete: [Client, Téléphone], cle: Client, "
     "lignes_modifiees: [Cabinet Roussel]}\n", "", "- id: fichier"),
    ("ASC220", "nom: \"{magasinier}\"", "nom: \"{magasinière}\"", "{magasinière}"),
    ("ASC220", "C’est {magasinier}, le camion", "C’est {magazinier}, le camion", "{magazinier}"),
    ("ASC221", "attendu: corriger, fait: telephone}", "attendu: corriger}", "attendu: corriger}"),
    ("ASC222", '- {livrees: "30", commandees: "50"}', '- {livrees: "30"}', "lots:"),
    ("ASC223", "maximum: 20 EUR", "maximum: 25 EUR", "autorise: geste, points"),
    ("ASC223", "quoi: geste commercial, maximum: 20 EUR", "quoi: geste commercial", "- {id: geste"),
    ("ASC224", "quoi: promettre un remboursement, mots: [rembourser]", "quoi: promettre un remboursement", "- {id: rembourser"),
    ("ASC227", "attendu: corriger, fait: telephone}", "attendu: corriger, fait: telephone, variante: oui}", "variante: oui"),
    ("ASC228", "attendu: corriger, fait: telephone}", "attendu: corriger, fait: telephone, variante: {magasin: Tom}}",
     "variante: {magasin"),
    ("ASC229", "attendu: corriger, fait: telephone}",
     "attendu: corriger, fait: telephone, variante: {magasinier: [Tom, Thom]}}", "Thom"),
    ("ASC231", 'dit: "Un geste, oui, mais vingt euros au plus."', 'lapsus: "Vingt euros.", dit: "Vingt euros au plus."',
     "lapsus:"),
    ("ASC230", '    - {livrees: "72", commandees: "90"}\n  magasinier: [Yanis, Solène, Tom]',
     "  magasinier: [Yanis, Solène]", "variantes:"),
    ("ASC225", "monte: {empathie: 1", "monte: {empatie: 1", "empatie"),
    ("ASC225", "acte: cloture}}", "acte: clôture}}", "clôture"),
    ("ASC225", "quand: [{acte: menace}]", "quand: [{acte: menaces}]", "menaces"),
    # Leaks
    ("ASC301", "titre: La livraison incomplète", "titre: La commande R-7731", "titre: La commande"),
    ("ASC301", "presentation: \"Vous êtes", "presentation: \"Dossier R7731. Vous êtes", "presentation:"),
    ("ASC301", "Occupe-toi du cabinet Roussel.", "Occupe-toi de Roussel, au 06.39.98.40.77.", "id: p1"),
    ("ASC301", "mots: [rembourser]}", 'mots: [rembourser], reponses: ["Non, et cite bien R-7731."]}', "- {id: rembourser"),
    ("ASC301", "titre: Réponse au cabinet", "titre: Réponse avant le 7 octobre", "avant le 7"),
    ("ASC301", "Merci de prendre cela au sérieux.", "J’ai un dépôt de dossiers au tribunal.", "au tribunal.\"]\nfaits"),
    ("ASC302", "valeur: R-7731", "valeur: BL-588", "{id: bl,"),
    ("ASC302", "valeur: mercredi 7 octobre", "valeur: lundi 5 octobre", "{id: bl,"),
    ("ASC303", "fichier: consignes.md", "fichier: lettre-suivie.md", "lettre-suivie.md"),
    ("ASC303", "- {id: regles,", "- {id: commande-r7731,", "- {id: commande-r7731,"),
    ("ASC304", "On charge {valeur}.", "On charge {valeur}, pour la R-7731.", "pour la R-7731"),
    ("ASC305", "porte_sur: le moyen d’envoi\n", "porte_sur: l’envoi en lettre suivie\n", "l’envoi en lettre"),
    ("ASC305", "Attends, je regarde le planning.", "Attends, mercredi 7 octobre ou après.", "ou après"),
    ("ASC306", "{magasinier}, le camion part", "{magasinier}. Pour la R-7731, le camion part", "Pour la R-7731"),
    ("ASC307", "Comment le client retrouvera-t-il son dossier ?", "Citez la commande R-7731.", "Citez"),
    # Reachability
    ("ASC401", "acces: {humeur_min: 3}", "acces: {humeur_min: 9}", "humeur_min: 9"),
    ("ASC401", "acces: si_demande\n    porte_sur: le moyen", "acces: {humeur_min: 1}\n    porte_sur: le moyen",
     "acces: {humeur_min: 1}"),
    ("ASC402", "acces: {humeur_min: 3}", "acces: {apres: urgence}", "apres: urgence"),
    ("ASC403", "quand: {etape: redaction, minute: 10}", "quand: {etape: redaction, minute: 50}", "minute: 50"),
    ("ASC403", "quand: {etape: redaction, minute: 10}", "quand: {etape: redaction}", "quand: {etape: redaction}"),
    ("ASC404", "humeur_max: 0, tours_min: 2", "humeur_max: 0, tours_min: 40", "tours_min: 40"),
    ("ASC404", "essentiels: \"oui\", humeur_min: 3", "essentiels: \"oui\", humeur_min: 8", "humeur_min: 8"),
    ("ASC405", "duree_minutes: 60", "duree_minutes: 30", "duree_minutes: 30"),
    ("ASC406", "acces: {humeur_min: 3}", "acces: jamais", "acces: jamais"),
    ("ASC407", "qui: [client, reserve]", "qui: [client]", "qui: reserve\n    acces"),
    ("ASC408", "acces: si_demande\n    porte_sur: le moyen", "acces: jamais\n    porte_sur: le moyen", "manque: [{id: m1"),
    ("ASC412", "depart: 2\n", "depart: 12\n", "humeur:"),
    # Understanding
    ("ASC501", '"Qu’est-ce qui presse ?", "À quoi serviront les ramettes ?", ', "", "questions: [\"Pourquoi est-ce"),
    ("ASC502", '"Un courriel suffit ?"', '"Avez-vous un portable ?"', "Je passe par la poste"),
    ("ASC503", "leurres:\n", "  - {id: fa, qui: client, porte_sur: x, valeur: y, mots_cles: [portables]}\n"
     "  - {id: fb, qui: client, porte_sur: x, valeur: y, mots_cles: [portable]}\nleurres:\n", "{id: fb,"),
    ("ASC504", '"Qu’est-ce qui presse ?"', '"Avez-vous commandé sous une référence ?"', "Pourquoi est-ce urgent"),
    ("ASC505", '    esquive: ["Fais au mieux."]\n', "", "- id: canal"),
    ("ASC506", '    reponses: ["En {valeur}."]\n', "", "- id: canal"),
    ("ASC507", 'reponses: ["En {valeur}."]', 'reponses: ["Comme toujours."]', "Comme toujours"),
    ("ASC508", 'tests: [{dit: "c koi vot ref", fait: num_commande}]\n', "", "format: 1"),
    ("ASC509", "    mots_cles: [envoi, poste]\n", "", "- id: canal"),
    # Style
    ("ASC601", "esquive: [\"Vous savez où me trouver.\"]", "esquive: [\"Tu sais où me trouver.\"]", "Tu sais où"),
    ("ASC601", "Corrige sa ligne dans le fichier.", "Corrigez votre ligne du fichier.", "Corrigez votre"),
    ("ASC602", "Fais au mieux.", "Fais au mieux. Vite. Et bien. Merci.", "Fais au mieux. Vite"),
    ("ASC603", "Corrige sa ligne dans le fichier.", "Et pas de femmes enceintes dans la liste.", "enceintes"),
    # Fiction
    ("ASC701", "ville: Angers", "ville: Angers, 01 42 68 53 00", "01 42 68"),
    ("ASC702", "ville: Angers", "ville: contact@papeterie.fr", "papeterie.fr"),
    ("ASC703", "ville: Angers", "ville: www.papeterie-angers.fr", "papeterie-angers"),
    ("ASC704", "ville: Angers", "ville: Angers, SIRET 732 829 320 00074", "732 829"),
    ("ASC705", "le camion part jeudi 8 octobre.", "le camion part mardi 8 octobre.", "part mardi"),
    ("ASC706", "ville: Angers", "ville: fermé le 11 novembre", "fermé le"),
    ("ASC706", "date_fictive: 2026-10-06", "date_fictive: 2026-10-04", "date_fictive"),
    ("ASC707", 'valeur: "16:00", dit: "Il lui faut une réponse avant seize heures."',
     'valeur: "2026-10-02", dit: "Il lui faut une réponse vite."', "id: p2"),
    ("ASC708", "presentation: \"Vous", "jours_feries: [2026-10-07]\npresentation: \"Vous", "jours_feries"),
    # Files
    ("ASC803", "  faible: {reponse: reponse.docx, fichier: commandes.xlsx}\n", "", "temoins:"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "old", "new", "anchor"), DEFECTS, ids=[f"{c[0]}-{n}" for n, c in enumerate(DEFECTS)]
)
def test_planted_defect(code: str, old: str, new: str, anchor: str) -> None:
    assert SOURCE.count(old) == 1, f"{SOURCE.count(old)} × {old}"
    text = SOURCE.replace(old, new)
    line = text[: text.index(anchor)].count("\n") + 1
    problems = found(text)
    hits = [problem for problem in problems if problem.code == code]
    assert hits, [problem.sentence for problem in problems]
    assert line in [problem.line for problem in hits], (line, [problem.sentence for problem in hits])
    assert all(problem.message.endswith((".", "?", ")")) for problem in hits)


def test_enough_defects_are_planted() -> None:
    assert len(DEFECTS) >= 90
    assert len({case[0] for case in DEFECTS}) >= 65


SOUND = [
    ("Occupe-toi du cabinet Roussel.", "Occupe-toi du cabinet Roussel, au 01 99 00 12 34."),
    ("ville: Angers", "ville: Angers, SIRET 732 829 320 00075"),
    ("ville: Angers", "ville: bonjour@coquelicot.example, www.coquelicot.example"),
    ('presentation: "Vous', 'jours_feries: [2026-11-11]\npresentation: "Le 11 novembre, fermé. Vous'),
    ("secteur: fournitures de bureau", "secteur: fournitures de bureau   # pas du mobilier"),
    ("le camion part jeudi 8 octobre.", "le camion part le 8/10/2026."),
    ("Tu tombes bien.", "Tu tombes bien : j’ai rendez-vous."),
    ("valeur: lettre suivie", 'valeur: "4"'),
    ("titre: La livraison incomplète", "titre: La livraison du 7"),
    ('dit: "Un geste, oui, mais vingt euros au plus."', 'lapsus: "Dix euros…", dit: "Vingt euros au plus."'),
    ('ouverture: ["Tu tombes bien."]', "ouverture:\n      - Tu tombes bien.\n      - Ah, te voilà."),
]


@pytest.mark.parametrize(("old", "new"), SOUND)
def test_what_is_right_is_left_alone(old: str, new: str) -> None:
    assert SOURCE.count(old) == 1
    assert [problem.sentence for problem in found(SOURCE.replace(old, new))] == []


def test_a_broken_sentence_is_joined_and_played() -> None:
    text = SOURCE.replace(
        'ouverture: ["Bonjour, j’attends une explication."]', "ouverture:\n      - Bonjour : enfin"
    )
    problem = found(text)[0]
    assert problem.code == "ASC104"
    assert "Bonjour\u00a0: enfin" in problem.fix


def test_the_loader_joins_it_too(tmp_path: Path) -> None:
    text = SOURCE.replace(
        'ouverture: ["Bonjour, j’attends une explication."]', "ouverture:\n      - Bonjour : enfin"
    )
    (tmp_path / "scenario.yaml").write_text(text, encoding="utf-8")
    assert load_script(tmp_path).scenario.personnages["client"].ouverture == ("Bonjour\u00a0: enfin",)


def test_several_problems_come_worst_first() -> None:
    text = SOURCE.replace("fait: telephone}", "fait: telefone}").replace(
        '    esquive: ["Fais au mieux."]\n', ""
    )
    text = text.replace("durée", "durée").replace("niveau: 2", "niveau: 2\nsurplus: oui")
    levels = [problem.level for problem in found(text)]
    assert {"bloquant", "a_corriger"} <= set(levels)


def copied(tmp_path: Path) -> Path:
    place = tmp_path / "papeterie"
    shutil.copytree(FOLDER, place)
    return place


def test_verify_a_folder_and_sort(tmp_path: Path) -> None:
    place = copied(tmp_path)
    assert verify(place) == []
    (place / "scenario.yaml").write_text(SOURCE.replace('    esquive: ["Fais au mieux."]\n', "").replace(
        "fait: telephone}", "fait: telefone}"), encoding="utf-8")  # fmt: skip
    problems = verify(place)
    assert [problem.level for problem in problems] == sorted(
        (problem.level for problem in problems), key=("bloquant", "a_corriger", "conseil").index
    )
    assert blocking(problems)
    keys = {"file", "line", "column", "level", "code", "message", "fix"}
    assert all(set(json.loads(json.dumps(problem.to_json()))) == keys for problem in problems)


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("ASC100", "scenario.yaml", b"titre: \xe9t\xe9"),
        ("ASC801", "fabrique.yaml", b"documents:\n  bon-livraison.docx: {contenu: [{tablo: x}]}"),
        ("ASC801", "fabrique.yaml", b"documents:\n  a: : b"),
        ("ASC103", "fabrique.yaml", b"documents:\n  consignes.md: a\n  consignes.md: b"),
        ("ASC804", "documents/consignes.md", b"Autre chose."),
    ],
)
def test_trouble_with_files(tmp_path: Path, code: str, name: str, content: bytes) -> None:
    place = copied(tmp_path)
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_bytes(content)
    assert code in {problem.code for problem in verify(place)}


def test_a_file_that_does_not_open(tmp_path: Path) -> None:
    place = copied(tmp_path)
    (place / "documents").mkdir()
    (place / "fabrique.yaml").unlink()
    (place / "documents" / "consignes.md").write_bytes(b"PK\x03\x04 not a document")
    assert {"ASC802", "ASC211"} <= {problem.code for problem in verify(place)}


def test_a_missing_folder_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    assert [problem.code for problem in verify(tmp_path / "rien")] == ["ASC100"]


def test_the_anomaly_must_not_be_corrected_already(tmp_path: Path) -> None:
    place = copied(tmp_path)
    source = (place / "fabrique.yaml").read_text(encoding="utf-8")
    (place / "fabrique.yaml").write_text(source.replace("06 39 98 40 10", "06 39 98 40 77"), encoding="utf-8")
    assert "ASC215" in {problem.code for problem in verify(place)}


def test_document_text_is_examined(tmp_path: Path) -> None:
    place = copied(tmp_path)
    source = (place / "fabrique.yaml").read_text(encoding="utf-8")
    (place / "fabrique.yaml").write_text(source.replace("01 99 00 31 44", "01 42 68 53 00"), encoding="utf-8")
    assert "ASC701" in {problem.code for problem in verify(place)}


def test_a_leak_in_another_draw_is_found() -> None:
    text = SOURCE.replace(
        "  magasinier: [Yanis, Solène, Tom]",
        "  magasinier: [Yanis, Solène, Tom]\n  objet: [livraison, commande R-7731]",
    )
    text = text.replace("titre: La livraison incomplète", "titre: La {objet}")
    assert {problem.code for problem in found(text)} >= {"ASC301"}


def test_every_code_has_a_line_of_help() -> None:
    help_of = help_lines()
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(verify_text.__code__.co_filename).parent.glob("*.py")
    )
    used = set(re.findall(r'"(ASC\d{3})"', source))
    assert used == set(help_of)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_garbage_never_crashes(data: st.DataObject) -> None:
    lines = SOURCE.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["cut", "drop", "swap", "insert", "indent"]))
        if kind == "drop":
            lines[row] = ""
        elif kind == "swap":
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[row], lines[other] = lines[other], lines[row]
        elif kind == "indent":
            lines[row] = " " * data.draw(st.integers(0, 6)) + lines[row].lstrip()
        else:
            at = data.draw(st.integers(0, len(lines[row])))
            extra = data.draw(st.text("{}[]:,#&*!|>'\"%@`-?é \t0\u00a0a\x07", max_size=6))
            lines[row] = lines[row][:at] + (extra + lines[row][at:] if kind == "insert" else "")
    for problem in found("\n".join(lines)):
        assert problem.line >= 1
        assert problem.message


@pytest.mark.parametrize("text", ["", "[]", "a", "- a\n- b", "{}", "faits: 3", "id: x\nvariantes: [1]", "a: &x [*x]", "\x00",
                                  "variantes: {a: {b: c}}", "titre: [1, {a: b}]", "[" * 500, "personnages: []"])  # fmt: skip
def test_other_garbage(text: str) -> None:
    assert found(text)


def test_template_is_sound_and_keeps_what_exists(tmp_path: Path) -> None:
    place = tmp_path / "Été à la mairie"
    written = new_scenario(place)
    assert {"scenario.yaml", "fabrique.yaml"} <= {path.name for path in written}
    assert [problem.sentence for problem in verify(place)] == []
    script = load_script(place)
    assert script.id == "ete-a-la-mairie"
    assert script.sample("faible", "reponse") is not None
    assert script.model_answer("reponse") is not None
    with pytest.raises(RefusedInputError):
        new_scenario(place)


def test_json_schema_knows_the_keys() -> None:
    schema = json_schema()
    assert "faits" in schema["properties"]
    tree = yaml.safe_load(SOURCE)
    assert set(tree) <= set(schema["properties"])
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2038, "04-25")]
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


def test_holidays_of_2026() -> None:
    days = {day.isoformat() for day in holidays(2026)}
    assert {"2026-04-06", "2026-05-14", "2026-05-25", "2026-11-11"} <= days
    assert len(days) == 11


def test_luhn_and_phones() -> None:
    assert luhn("73282932000074")
    assert not luhn("73282932000075")
    assert real_phones("Appelez le 01 99 00 12 34, le 06.39.98.00.01 ou le +33 2 61 91 00 00.") == set()
    assert real_phones("Appelez le 01 45 67 89 10 ou le +33 6 12 34 56 78.") == {
        "01 45 67 89 10",
        "+33 6 12 34 56 78",
    }
