# ruff: noqa: E501 -- an example stays on one line
"""The looks by class of reading: the same thing said elsewhere, who does what, what nobody told, where sentences end.

The examples are others than the mutators’; those that stay quiet come close and are right.
"""

from __future__ import annotations

import re

import pytest

from ascom_coach.documents import parse_bytes
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutation.sixth_kinds import recast
from tests.review.looking import TEXT_LAYOUTS, changed, laid, look, told, words
from tests.review.test_watch import GOLD, MOT2, MOT3

TOLD = (
    ("meme_chose", MOT2, "pour douze paniers", "pour quinze paniers", "quinze paniers"),
    ("meme_chose", "emailing", "5 € de moins si vous êtes déjà venu", "5 € de moins, sans condition", "sans condition"),
    ("meme_chose", "note", "à chaque personne présente", "à chaque personne, présente ou pas", "présente ou pas"),
    ("meme_chose", MOT3, "", "La date est le samedi 20 mars.", "20 mars"),
    ("meme_chose", "reponse", "", "Un incendie s’est déclaré chez vous.", "incendie"),
    ("meme_chose", "message_atelier", "", "La cliente a subi un cambriolage.", "cambriolage"),
    ("meme_chose", "note", "vous attend au réfectoire", "vous attend devant le vestiaire", "vestiaire"),
    ("qui_fait_quoi", "note", "Clément Vauquelin, avant", "Clément Vauquelin, poste 31, avant", "poste 31"),
    ("qui_fait_quoi", "note", "régimes signalés à Fanny Lescure", "régimes communiqués à Hawa Diouf", "Hawa Diouf"),
    ("qui_fait_quoi", "reponse", "Joris passera", "M. Lemoine passera", "M. Lemoine"),
    ("cumul", "reponse", "", "Nous vous offrons 30 € pour la panne et 40 € de plus pour le dérangement.", "40 €"),
    ("fin_de_phrase", "reponse", "une heure. Si ce", "une heure, Si ce", "Si ce"),
    ("fin_de_phrase", "reponse", "avant mercredi 18 novembre.", "avant mercredi", "avant mercredi"),
    ("sens_contraire", "reponse", "", "Nous vous avons rappelée samedi soir.", "avons rappelée"),
    ("sens_contraire", "message_atelier", "ni eau chaude", "mais a toujours l’eau chaude", "eau chaude"),
    ("sens_contraire", MOT2, "est déjà réservée le 23 janvier (Club de régate)", "est libre le 23 janvier", "libre"),
    ("vie_privee", MOT3, "La liste compte 11 destinataires, tous particuliers.", "La liste compte 11 destinataires, je l’ai transmise à M. Castaing.", "transmise"),
    ("laisse_faux", MOT2, "il faut un devis corrigé", "mais je laisse comme ça", "je laisse"),
    ("laisse_faux", MOT3, "personne n’avait donné son accord écrit", "chacun avait signé son accord", "signé"),
    ("laisse_faux", MOT3, "qui était mort", "qui fonctionne encore", "fonctionne"),
    ("laisse_faux", "note", "", "À FAIRE : demander l’heure du café.", "FAIRE"),
    ("trop_tot", MOT3, "après l’accord de Mme Lacaze", "sans l’accord de Mme Lacaze", "Mme Lacaze"),
    ("qui_ecrit", MOT2, "Youn Delisle", "Yann Delisle", "Yann Delisle"),
    ("qui_ecrit", "note", "pour Bénédicte Hourcade", "pour Bérengère Hourcade", "Bérengère"),
    ("egards", MOT2, "", "Elle est toujours aussi lente, celle-là.", "celle-là"),
    ("egards", "reponse", "", "Le technicien a peut-être agi trop vite.", "trop vite"),
    ("cadeau", "note", "", "Vous toucherez aussi une petite enveloppe en fin d’année.", "enveloppe"),
)  # fmt: skip
"""(look, copy, words, their replacement, what the place must hold); no words: a sentence more."""


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
@pytest.mark.parametrize("case", TOLD, ids=[f"{one[0]}-{at}" for at, one in enumerate(TOLD)])
def test_a_fault_is_told_in_every_layout(case: tuple[str, str, str, str, str], layout: str) -> None:
    hits = told(case, layout)
    assert hits
    assert not any(re.search(r"\d", hit.message) for hit in hits), "the right value is found, never given"


QUIET = (
    ("meme_chose", MOT2, "", "J’ai relevé trois écarts dans ces papiers."),
    ("meme_chose", "emailing", "", "Une journée pour tous, avec des gestes simples."),
    ("meme_chose", "reponse", "", "En cas de fuite, fermez le robinet d’arrêt."),
    ("meme_chose", "note", "", "La note est affichée au vestiaire."),
    ("meme_chose", MOT3, "", "La date est bien le samedi 6 mars."),
    ("qui_fait_quoi", "note", "Clément Vauquelin, avant", "Clément Vauquelin, poste 42, avant"),
    ("qui_fait_quoi", "reponse", "", "M. Lemoine vous appellera avant mercredi 18 novembre."),
    ("qui_fait_quoi", "message_atelier", "", "Les points sont signalés à M. Lemoine."),
    ("cumul", "reponse", "", "Nous pouvons vous accorder un geste de 20 €."),
    ("cumul", "reponse", "", "La ligne de 45 € apparaît deux fois, soit 90 € en tout."),
    ("fin_de_phrase", "reponse", "", "Avec vous, Mme Vasseur, Joris fera le point."),
    ("sens_contraire", "reponse", "", "Personne ne vous a rappelée, et nous le regrettons."),
    ("sens_contraire", MOT2, "est déjà réservée", "est prise"),
    ("vie_privee", MOT3, "", "J’ai montré la page à M. Castaing."),
    ("laisse_faux", MOT2, "", "Je te laisse le choix de l’heure de livraison."),
    ("trop_tot", MOT3, "", "Rien ne part avant jeudi."),
    ("qui_ecrit", MOT2, "", "Camille Astruc et Youn Delisle ont relu la liste."),
    ("egards", "reponse", "", "Le technicien a contrôlé l’allumage."),
    ("cadeau", "note", "", "Les fiches sont dans une enveloppe kraft."),
)  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "txt", "html"])
@pytest.mark.parametrize("case", QUIET, ids=[f"{one[0]}-{at}" for at, one in enumerate(QUIET)])
def test_what_comes_close_and_is_right_is_left_alone(case: tuple[str, str, str, str], layout: str) -> None:
    which, name, old, new = case
    assert look(which, name, laid(changed(name, old, new), layout)) == []


NEW = ("meme_chose", "qui_fait_quoi", "cumul", "fin_de_phrase", "en_tete", "entete_du_message")


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
@pytest.mark.parametrize("name", ["reponse", "message_atelier", "note", "emailing", "page_web", MOT2, MOT3])
def test_the_gold_copies_are_left_alone(name: str, layout: str) -> None:
    document = laid(list(words(name)), layout)
    assert {which: look(which, name, document) for which in NEW} == {which: [] for which in NEW}


@pytest.mark.parametrize(
    ("name", "old", "new", "mark"),
    [
        ("message_atelier", b"Subject: dossier", b"Subject:\nX-Old: dossier", ".objet"),
        ("reponse", b"To: Mme Carole Vasseur <c.vasseur@", b"To: Awa Diarra <a.diarra@", ".destinataire"),
    ],
)
def test_the_headers_of_a_mail(name: str, old: bytes, new: bytes, mark: str) -> None:
    data, path = recast(GOLD[name].data, GOLD[name].name, "eml")
    assert look("entete_du_message", name, parse_bytes(data, path)) == []
    assert old in data
    [hit] = look("entete_du_message", name, parse_bytes(data.replace(old, new), path))
    assert hit.mark == mark


def test_what_a_mail_announces_is_inside() -> None:
    data, path = recast(GOLD[MOT2].data, GOLD[MOT2].name, "eml")
    said = data.replace(b"La note part", "Le planning est en pièce jointe. La note part".encode())
    assert look("pieces_annoncees", MOT2, parse_bytes(data, path)) == []
    assert look("pieces_annoncees", MOT2, parse_bytes(said, path))
    beside = "\n\n".join(changed(MOT2, "La note part", "Le planning est en pièce jointe. La note part"))
    assert look("pieces_annoncees", MOT2, parse_bytes(beside.encode(), "mot.txt")) == []


def test_the_letterhead_is_whole() -> None:
    gold = GOLD["reponse"]
    copy = opened(gold.data, gold.name)
    assert look("en_tete", "reponse", parse_bytes(copy.data(), gold.name)) == []
    for rank, line in reversed(list(enumerate(copy.lines()))):
        if "quai des Forges" in line or line.startswith("Tél."):
            copy.set(rank, "")
    [hit] = look("en_tete", "reponse", parse_bytes(copy.data(), gold.name))
    assert "n’y est plus" in hit.message


def test_a_page_with_a_picture_of_ones_own_disk_or_a_moving_text() -> None:
    page = '<html lang="fr"><head><title>Fête</title></head><body><h1>Fête du jardin</h1><p>Venez nombreux voir les roses.</p>{}</body></html>'
    from ascom_coach.review.generic.draft import Draft
    from ascom_coach.review.generic.form import web_page

    def told(inside: str) -> list[str]:
        document = parse_bytes(page.format(inside).encode(), "page.html")
        draft = Draft(document, None, None, True, ())
        return [hit.mark for hit in web_page(draft, ()) if hit.status == "defaut"]

    assert told('<img src="roses.png" alt="Des roses">') == []
    assert told('<img src="file:///home/lea/roses.png" alt="Des roses">') == [".disque"]
    assert told('<img src="D:\\photos\\roses.png" alt="Des roses">') == [".disque"]
    assert told("<marquee>Dernières places</marquee>") == [".mouvement"]
