# ruff: noqa: E501 -- an example stays on one line
"""The looks at words written from the fifth hand’s misses: each told in a plain text, in Word and in a web page.

The examples are others than the mutators’; those that stay quiet come close and are right.
"""

from __future__ import annotations

import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.review import Copy, Situation, review_copies
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutation.other import swap
from tests.benchmarks.mutation.sheets import LAYOUTS
from tests.benchmarks.mutations import ENGINES
from tests.review.looking import TEXT_LAYOUTS, changed, laid, look, right_table, told, words
from tests.review.test_watch import GOLD, MOT2, MOT3

TOLD = (
    ("egards", "reponse", "", "Vous insinuez que nous sommes en retard.", "insinuez"),
    ("egards", "reponse", "", "Il suffisait de fermer la vanne.", "suffisait"),
    ("egards", "reponse", "", "Tout retard vous sera facturé.", "Tout retard"),
    ("egards", "reponse", "", "Quelle belle occasion de sortir les pulls !", "pulls"),
    ("egards", "note", "", "Pas la peine de négocier.", "négocier"),
    ("egards", "note", "", "Certains abusent des pauses.", "Certains abusent"),
    ("egards", "emailing", "", "Même un ignorant saura le faire.", "ignorant"),
    ("egards", MOT2, "", "Ce fainéant est enfin parti.", "fainéant"),
    ("egards", MOT3, "", "C’est Yanis qui a oublié la moitié des noms.", "qui a oublié"),
    ("egards", "message_atelier", "", "J’ai autre chose à faire.", "autre chose"),
    ("engagement", "emailing", "", "Succès garanti pour tous.", "Succès garanti"),
    ("engagement", "message_atelier", "", "Propose-lui 300 € de remise.", "300 €"),
    ("engagement", MOT3, "", "J’ai annoncé à deux clients que la journée serait gratuite.", "gratuite"),
    ("collage", "reponse", "", "Voulez-vous que je raccourcisse cette lettre ?", "que je"),
    ("collage", "note", "", "Voici une version plus courte, prête à être envoyée.", "version"),
    ("collage", "page_web", "", "Yanis doit encore relire ce texte.", "Yanis"),
    ("collage", "emailing", "", "Je veux le voir avant midi, sans faute.", "Je veux"),
    ("vie_privee", "note", "", "Bastien est végan, Hawa ne mange pas de porc.", "Bastien"),
    ("vie_privee", MOT3, "", "Mme Mazet est au chômage.", "chômage"),
    ("vie_privee", MOT3, "", "J’ai envoyé à M. Castaing les coordonnées de Mme Mazet.", "coordonnées"),
    ("vie_privee", MOT2, "", "Le mot de passe du compte : Voile2027.", "mot de passe"),
    ("vie_privee", "emailing", "", "Nous partageons vos coordonnées avec nos partenaires.", "partageons"),
    ("mot_manquant", "reponse", "", "Je vous nos regrets.", "Je vous nos"),
    ("mot_manquant", "note", "", "Ces avec une étiquette sont à compter.", "Ces avec"),
    ("mot_manquant", "emailing", "", "Nous avec plaisir tous les jardiniers.", "Nous avec"),
    ("ordre_des_parties", "reponse", "Camille Perrot, assistante", "Objet : votre chaudière", "Objet"),
    ("qui_ecrit", "message_atelier", "Camille Perrot, au bureau", "Joris", "Joris"),
    ("qui_ecrit", "message_atelier", "Mme Vasseur (dossier", "M. Vasseur (dossier", "M. Vasseur"),
    ("qui_ecrit", "reponse", "Joris passera", "Quelqu’un passera", "Quelqu’un"),
    ("qui_ecrit", "reponse", "Madame,", "Cher client,", "Cher client"),
    ("qui_ecrit", "note", "À : toute l’équipe", "À : Club de régate", "régate"),
    ("qui_ecrit", "note", "De : Bénédicte Hourcade, directrice", "De : un intérimaire", "intérimaire"),
    ("qui_ecrit", MOT2, "Copie : Bénédicte Hourcade", "Copie : Clément Vauquelin", "Vauquelin"),
    ("qui_ecrit", MOT2, "Ondine Carrel travaille", "Delphine Carrel travaille", "Delphine"),
    ("qui_ecrit", MOT3, "Bonjour Odile", "Bonjour Yanis", "Yanis"),
    ("qui_ecrit", "emailing", "L’équipe des Vergers d’Aubépine", "L’équipe de la Serre bleue", "Serre"),
    ("qui_ecrit", "emailing", "ateliers@vergers-aubepine.example", "camille@messagerie.example", "camille@"),
    ("conditions", "emailing", "32 € par personne", "32 € HT par personne", "HT"),
    ("conditions", "page_web", "32 € par personne", "32 € par couple", "32"),
    ("conditions", "page_web", "Prix : 32 €", "Prix : à partir de 32 €", "32"),
    ("conditions", MOT2, "", "Choisis le panier de l’amiral.", "amiral"),
    ("laisse_faux", MOT3, "", "J’ai gardé les deux lignes de Mme Bonnard.", "gardé"),
    ("laisse_faux", MOT3, "la photo du groupe : personne n’avait donné son accord écrit, M. Castaing nous prête celle des mains.", "la photo du groupe : j’en ai trouvé une autre sur Pinterest.", "Pinterest"),
    ("laisse_faux", MOT2, "", "Peux-tu corriger la ligne de Salma Brossard ?", "corriger"),
    ("laisse_faux", "note", "", "La salle reste à confirmer.", "confirmer"),
    ("trop_tot", MOT3, "", "Mme Lacaze a déjà approuvé.", "approuvé"),
    ("adresses", "reponse", "29999 Châteaulin-sur-Aure", "29999 Plouvenec", "Plouvenec"),
    ("valeurs_proches", "page_web", "#GreffonsEnsemble", "GreffonsEnsemble", "GreffonsEnsemble"),
    ("objet_du_texte", "reponse", "votre chaudière, dossier I-2418", "mise en demeure, dossier I-2418", "demeure"),
    ("autre_fait", "page_web", "à partir de 12 ans", "adultes uniquement", "adultes"),
    ("autre_objet", "message_atelier", "emporter la sonde de pression", "emporter le nécessaire", "nécessaire"),
    ("plafond", "note", "", "Un panier à 23 € vous attend.", "23"),
    ("plafond", MOT2, "", "Prends des fleurs, jusqu’à 120 €.", "120"),
    ("cadeau", "emailing", "si vous êtes déjà venu", "pour les nouveaux clients", "nouveaux"),
    ("cadeau", "reponse", "", "Vous recevrez un virement du montant de cette ligne.", "virement"),
    ("confidence", "reponse", "", "La pose n’a pas été faite dans les règles.", "règles"),
    ("mots_de_metier", "reponse", "", "La VMC et le pressogaz de la V3V seront vus.", "V3V"),
    ("ton", "emailing", "", "On s’retrouve a demain, koi2neuf.", "koi2neuf"),
)  # fmt: skip
"""(look, copy, words, their replacement, what the place must hold); no words: a sentence more."""


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
@pytest.mark.parametrize("case", TOLD, ids=[f"{one[0]}-{at}" for at, one in enumerate(TOLD)])
def test_a_fault_is_told_in_every_layout(case: tuple[str, str, str, str, str], layout: str) -> None:
    assert told(case, layout)


QUIET = (
    ("egards", "reponse", "", "Vous n’avez qu’une démarche à faire : me rappeler."),
    ("egards", "reponse", "", "Inutile de couper le gaz : la chaudière est en sécurité."),
    ("egards", "note", "", "Certains comptent la toile, d’autres les poulies."),
    ("egards", "emailing", "", "Même un débutant réussit sa première greffe."),
    ("egards", "emailing", "", "Ce vieux pommier donne encore des fruits !"),
    ("egards", MOT2, "", "C’est Salma Brossard qui a compté deux fois."),
    ("engagement", "emailing", "", "Nous ne pouvons pas garantir la reprise."),
    ("engagement", "message_atelier", "", "Dis-lui que le passage est maintenu."),
    ("engagement", MOT3, "", "J’ai dit à Yanis que la remise est de 5 €."),
    ("collage", "reponse", "", "Voici les deux points que vous avez relevés."),
    ("collage", "note", "", "Fanny Lescure a noté vos régimes."),
    ("collage", "page_web", "", "N’hésitez pas à nous dire si vous venez en groupe."),
    ("vie_privee", "note", "", "Deux paniers sont végétariens."),
    ("vie_privee", MOT3, "", "Je n’ai pas donné à M. Castaing l’adresse de M. Ternaux."),
    ("vie_privee", MOT2, "", "Le mot de passe est à demander à Bénédicte."),
    ("vie_privee", "emailing", "", "Nous ne transmettons pas vos coordonnées."),
    ("mot_manquant", "reponse", "", "Je vous les confie, et leur réparation avec."),
    ("mot_manquant", "note", "", "Ceux de la cale arrivent par le quai."),
    ("qui_ecrit", "message_atelier", "Camille Perrot, au bureau", "Camille Perrot, pour M. Lemoine"),
    ("qui_ecrit", "reponse", "", "Quelqu’un de votre famille peut nous ouvrir."),
    ("qui_ecrit", "note", "À : toute l’équipe", "À : tous les salariés"),
    ("qui_ecrit", MOT2, "Copie : Bénédicte Hourcade", "Copie : B. Hourcade"),
    ("qui_ecrit", MOT3, "Bonjour Odile", "Bonjour"),
    ("conditions", "page_web", "", "Les arbres de la boutique sont à partir de 18 €."),
    ("conditions", MOT2, "", "Ne choisis pas le panier de l’amiral."),
    ("laisse_faux", MOT3, "", "J’ai gardé la mise en page du programme."),
    ("laisse_faux", "note", "", "Le rendez-vous est confirmé."),
    ("trop_tot", MOT3, "", "Mme Lacaze a la page sous les yeux."),
    ("adresses", "reponse", "29999 Châteaulin-sur-Aure", "29999 CHATEAULIN-SUR-AURE"),
    ("objet_du_texte", "reponse", "votre chaudière, dossier I-2418", "votre facture et votre chaudière"),
    ("plafond", "note", "", "Une place de parking à 23 € est à votre charge."),
    ("cadeau", "emailing", "si vous êtes déjà venu", "pour les anciens participants"),
    ("confidence", "reponse", "", "La pose n’est pas en cause."),
    ("mots_de_metier", "reponse", "", "Le paiement par CB est possible, TTC."),
    ("ton", "emailing", "", "Le B2B ne nous concerne pas, ni le code C3PO."),
)  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "html"])
@pytest.mark.parametrize("case", QUIET, ids=[f"{one[0]}-{at}" for at, one in enumerate(QUIET)])
def test_what_comes_close_and_is_right_is_left_alone(case: tuple[str, str, str, str], layout: str) -> None:
    which, name, old, new = case
    assert look(which, name, laid(changed(name, old, new), layout)) == []


LOOKS = ("egards", "engagement", "collage", "vie_privee", "mot_manquant", "ordre_des_parties", "caracteres", "qui_ecrit",
         "conditions")  # fmt: skip


@pytest.mark.parametrize("layout", ["docx", "txt"])
@pytest.mark.parametrize("name", ["reponse", "message_atelier", "note", "emailing", "page_web", MOT2, MOT3])
def test_the_gold_copies_are_left_alone(name: str, layout: str) -> None:
    document = laid(list(words(name)), layout)
    assert {which: look(which, name, document) for which in LOOKS} == {which: [] for which in LOOKS}


def test_a_signature_and_a_subject_out_of_place() -> None:
    lines = list(words("reponse"))
    name = lines.index("Camille Perrot, assistante")
    lines.insert(lines.index("Madame,") + 1, lines.pop(name))
    for layout in TEXT_LAYOUTS:
        [hit] = look("ordre_des_parties", "reponse", laid(lines, layout))
        assert hit.place[1] == "Camille Perrot, assistante"
    assert (
        look(
            "ordre_des_parties",
            "note",
            laid(list(words("note")), "txt"),
            [right_table("planning_chiffre", LAYOUTS[0])],
        )
        == []
    )


def test_a_line_of_a_text_wrapped_by_hand_is_no_sentence_cut_short() -> None:
    wrapped = "Bonjour Fanny,\n\nLe planning que nous avons remis à\njour hier est joint, avec les zones de la\ntoile et des poulies.\n"
    assert look("mot_manquant", MOT2, parse_bytes(wrapped.encode(), "mot.txt")) == []
    cut = "Bonjour Fanny,\n\nLe planning que nous avons remis à jour est dans la\n\nMerci."
    [hit] = look("mot_manquant", MOT2, parse_bytes(cut.encode(), "mot.txt"))
    assert hit.place[1].endswith("dans la")


@pytest.mark.parametrize(
    ("old", "new"), [("à votre écoute", "à à votre écoute"), ("une heure.", "une heure avec la outil.")]
)
def test_a_slip_of_the_hand_is_sure(old: str, new: str) -> None:
    gold = GOLD["reponse"]
    copy = opened(gold.data, gold.name)
    assert swap(old, new)(copy)
    document = parse_bytes(copy.data(), gold.name)
    situation = Situation(script=gold.script, engines=ENGINES, start_documents=gold.start)
    result = review_copies([Copy.of(document, production=gold.production.id)], situation)
    mine = [one for one in result.findings if one.check == "vigilance:faute_sure"]
    assert any(new in one.quote or new.rsplit(maxsplit=1)[-1] in one.quote for one in mine), mine
