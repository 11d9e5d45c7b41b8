# ruff: noqa: E501 -- a sentence stays on one line
"""Every rule finds its wrong examples, leaves its right ones, and correct mails stay without a counted remark."""

from __future__ import annotations

import unicodedata
from importlib import import_module
from pathlib import Path

import pytest

from ascom_coach.language import LABELS, EmbeddedEngine, proofread
from ascom_coach.language import rules as room
from ascom_coach.language.rules import FILES, base, rules
from ascom_coach.language.rules.base import Rule

ENGINE = [EmbeddedEngine()]


def _rules_of(name: str) -> tuple[Rule, ...]:
    found: tuple[Rule, ...] = import_module(f"{room.__name__}.{name}").RULES
    return found


@pytest.mark.parametrize("name", FILES)
def test_rule_examples(name: str) -> None:
    """All that is wrong with a file of rules is told at once, each with its rule and its sentence."""
    faults = []
    for rule in _rules_of(name):
        assert rule.wrong, rule.id
        assert rule.right, rule.id
        assert rule.label in LABELS, rule.id
        assert rule.message[-1] in ".»?!…", rule.id
        assert rule.test, rule.id
        for text, fix in rule.wrong:
            hits = list(rule.find(text))
            if not hits or (fix and hits[0][2][0] != fix):
                faults.append((rule.id, "wrong", text, fix, hits))
        faults += [(rule.id, "right", text, hits) for text in rule.right if (hits := list(rule.find(text)))]
    assert faults == []


@pytest.mark.parametrize("name", FILES)
def test_right_examples_pass_the_other_rules(name: str) -> None:
    faults = [
        (rule.id, text, one.rule, one.quote)
        for rule in _rules_of(name)
        for text in rule.right
        for one in proofread(text, ENGINE).remarks
        if one.counted
    ]
    assert faults == []


def test_there_are_enough_rules_with_unique_names() -> None:
    names = [rule.id for rule in rules()]
    assert len(names) >= 120
    assert len(set(names)) == len(names)


def test_every_file_of_rules_is_listed_once() -> None:
    room = Path(base.__file__).parent
    found = {f"{path.parent.name}.{path.stem}" for path in room.glob("*/[!_]*.py")}
    assert len(set(FILES)) == len(FILES)
    assert set(FILES) == found


MAILS = [
    """Objet : votre commande AR-2031

Madame Le Bihan,

Nous avons bien reçu votre courriel du 7 mai et nous vous présentons toutes nos excuses pour le retard de livraison.
Après vérification auprès de notre entrepôt, les quatre tables manquantes vous seront livrées le mardi 19 mai entre 9 h et 11 h, sans frais supplémentaires. Si cette date ne vous convenait pas, vous pouvez nous joindre au 06 39 98 44 10.
À titre de geste commercial, une remise de 15 € sera déduite de votre prochaine facture.

Je vous prie d’agréer, Madame, mes salutations distinguées.

Inès Cariou
Assistante de gestion""",
    """Bonjour à toutes et à tous,

La réunion de service se tiendra jeudi 21 mai à 14 h 30 en salle Ouessant. Elle durera une heure et demie.
À l'ordre du jour :
- le bilan du salon professionnel ;
- les congés d'été : merci d'indiquer vos souhaits avant vendredi midi ;
- l'installation des nouveaux postes informatiques.

Quant aux collègues qui ne peuvent pas se déplacer, ils recevront un lien de connexion la veille.

Bonne journée,
Maud Peron""",
    """Monsieur,

Suite à notre entretien téléphonique de ce matin, je vous confirme que votre dossier est complet. Les pièces que vous nous avez transmises ont été vérifiées par notre comptable, qui les a jugées conformes.
Vous trouverez ci-joint le contrat à nous retourner, daté et signé, avant le 30 juin 2026. Il suffit de parapher chaque page et d’y joindre un relevé d’identité bancaire.
Quelle que soit la formule choisie, la garantie reste valable deux ans.

Veuillez agréer, Monsieur, l’expression de nos sentiments les meilleurs.

Le service administratif""",
    """Salut Driss,

Peux-tu me dire combien de chaises bleues il te reste en stock ? Une cliente en attend six pour samedi ; elle nous a rappelés deux fois.
S'il t'en manque, préviens-moi tout de suite, je verrai avec Claire ce qu'on peut lui proposer.
Le bon est rangé dans le classeur vert, là où tu ranges les avoirs.

Merci à toi, à demain !
Tiago""",
    """Objet : relance – facture FA-26-0411

Madame, Monsieur,

Sauf erreur de notre part, la facture citée en objet, d’un montant de 1 280,00 € TTC, est restée impayée malgré notre premier rappel. Elle était pourtant arrivée à échéance le 15 avril.
Nous vous saurions gré de bien vouloir procéder à son règlement sous huit jours. Si vous l’avez déjà réglée, nous vous prions de ne pas tenir compte de ce courrier.
Nos conditions générales de vente prévoient des pénalités dont le taux s’élève à 10 %. Nous souhaitons éviter d’en arriver là et restons à votre entière disposition pour convenir d’un échéancier.

Dans l’attente de votre réponse, nous vous adressons nos salutations distinguées.""",
    """Bonjour Monsieur Even,

Merci de nous avoir contactés. J'ai bien noté que vous souhaitiez modifier la date de votre séjour ; c'est tout à fait possible, car plusieurs chambres sont encore libres. Il faut que nous recevions votre accord écrit avant lundi.
Les arrhes que vous avez versées seront reportées. Peut-être voudrez-vous profiter de notre formule « demi-pension » ? Elle est proposée à ceux qui restent plus de trois nuits.
Nous avons dû fermer la terrasse, mais le jardin, lui, est ouvert : on y sert le café jusqu'à 18 heures.

Cordialement,
Lena Guillou""",
]


@pytest.mark.parametrize("mail", MAILS)
def test_correct_mail_has_no_counted_remark(mail: str) -> None:
    result = proofread(mail, ENGINE)
    assert [(one.rule, one.quote) for one in result.remarks if one.counted] == []
    assert result.words > 40


def test_a_faulty_mail_is_remarked_on() -> None:
    text = "Bonjour Madame,\n\nVotre commande à été expédié hier, veuillez nous contactez si il y a un problème. Nous vous prions d'acceptez nos excuse.\n\nCordialement"
    rules_found = {one.rule for one in proofread(text, ENGINE).remarks if one.counted}
    assert {"homophone_a_ete", "conj_veuillez", "conj_infinitif_preposition", "accord_pluriel"} <= rules_found


def test_zones_are_left_alone() -> None:
    text = "Écrivez à aceuil@comande.example, voir www.aceuil.example/comande ou le fichier comande.xlsx, code XY-12-abz : « ma comande est la »."
    assert [one.quote for one in proofread(text, ENGINE).remarks] == []


def test_given_names_are_left_alone() -> None:
    text = "Merci de joindre madame quernoac pour le lot zoltar."
    assert {one.quote for one in proofread(text, ENGINE).remarks} == {"quernoac", "zoltar"}
    assert proofread(text, ENGINE, names=frozenset({"Mme Quernoac", "Zoltar"})).remarks == ()


def test_an_unknown_capitalised_word_is_only_a_hint() -> None:
    found = proofread("Nous avons vu la Directrise hier.", ENGINE).remarks
    assert [(one.quote, one.counted) for one in found] == [("Directrise", False)]


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("aceuil", "accueil"), ("recapitulatif", "récapitulatif"), ("livraision", "livraison"), ("interet", "intérêt"),
        ("comande", "commande"), ("remboursemment", "remboursement"), ("programe", "programme"), ("renseignemant", "renseignement"),
        ("parmis", "parmi"), ("cordialment", "cordialement"), ("daccord", "d'accord"), ("definitif", "définitif"),
    ],
)  # fmt: skip
def test_first_suggestion(word: str, fix: str) -> None:
    found = [
        one for one in proofread(f"Voici le mot {word} dans la phrase.", ENGINE).remarks if one.quote == word
    ]
    assert found
    assert found[0].suggestions[0] == fix


def test_decomposed_text_keeps_its_offsets() -> None:
    text = unicodedata.normalize("NFD", "La pièce a été réglé hier, aceuil.")
    found = proofread(text, ENGINE).remarks
    assert all(text[one.start : one.end] == one.quote for one in found)
    assert "aceuil" in {one.quote for one in found}


def test_the_same_text_gives_the_same_remarks() -> None:
    assert proofread(MAILS[0], ENGINE) == proofread(MAILS[0], ENGINE)


@pytest.mark.parametrize(
    "text", ["Le CO₂ est mesuré.", "Il reste ③ dossiers.", "L’eau, H₂O, et x² dossiers."]
)
def test_digits_that_are_no_numbers_are_read(text: str) -> None:
    assert proofread(text, ENGINE).words
