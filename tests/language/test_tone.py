# ruff: noqa: E501 -- a sentence stays on one line
"""Advice on tone: found where it helps, silent on good sentences and on correct letters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ascom_coach.language import tone_advice

GOOD_MAIL = """Objet : votre réclamation du 12 mai

Madame Renaud,

Nous avons bien reçu votre courriel, dans lequel vous nous signalez que votre table est arrivée abîmée. Nous comprenons votre déception et vous présentons nos excuses.
Une table neuve vous sera livrée mardi 19 mai, entre 9 h et 11 h. Je vous rappellerai la veille pour confirmer l'heure.

Je vous prie d'agréer, Madame, mes salutations distinguées.

Inès Cariou"""
COLD_MAIL = """Objet : votre réclamation du 12 mai

Madame Renaud,

Nous avons bien reçu votre courriel, dans lequel vous nous signalez que votre table est arrivée abîmée. Une table neuve vous sera livrée mardi 19 mai, entre 9 h et 11 h. Le transporteur reprendra celle que vous avez reçue, dans son carton.

Je vous prie d'agréer, Madame, mes salutations distinguées.

Inès Cariou"""
BODY = "Votre dossier est complet et nous vous remercions de votre envoi. Votre contrat commence le 1er juin ; vous recevez avec ce message le calendrier de vos cours, le plan d'accès et le règlement de notre école, que nous vous laissons lire."
LONG = (
    "Nous avons bien reçu votre commande de lundi dernier et nous l'avons transmise à notre atelier qui nous a indiqué que la "
    "fabrication des six fenêtres que vous avez choisies avec notre conseiller demanderait environ trois semaines à cause du "
    "manque de bois chez notre fournisseur habituel."
)

WRONG = {
    "ton_phrase_longue": [LONG],
    "ton_administratif": [
        "Il a été procédé à la vérification de votre compte.",
        "Il est porté à votre connaissance que le magasin ferme.",
        "Il convient de nous retourner ledit formulaire.",
        "Votre demande a été prise en compte.",
        "Le dossier est en cours de traitement par nos services.",
    ],
    "ton_passif": [
        "Bonjour, votre avis compte. Le dossier a été transmis au siège, la pièce a été commandée et la réparation sera effectuée plus tard.",
    ],
    "ton_reproche": [
        "Vous avez omis de signer le contrat.",
        "Vous prétendez que le colis était ouvert.",
        "Vous n'avez pas pris la peine de lire la notice.",
        "Comme je vous l'ai déjà expliqué, le délai est passé.",
        "Contrairement à ce que vous affirmez, la facture est juste.",
        "Vous auriez dû nous appeler avant.",
        "C'est votre faute si le colis est perdu.",
    ],
    "ton_ordre": [
        "Envoyez-nous la facture.",
        "Votre dossier est incomplet. Retournez-moi le formulaire signé.",
        "Vous devez impérativement nous répondre.",
        "Il est impératif que vous signiez.",
    ],
    "ton_appel": [f"Objet : votre inscription\n\n{BODY}\n\nCordialement,\nInès Cariou"],
    "ton_politesse": [f"Objet : votre inscription\n\nMadame Renaud,\n\n{BODY}"],
    "ton_sans_date": [
        "Je vous rappellerai.",
        "Nous vous rembourserons la somme de 45 €.",
        "Les deux chaises vous seront livrées par notre transporteur.",
        "Nous allons remplacer la pièce.",
    ],
    "ton_delai_vague": [
        "Je vous rappellerai dans les plus brefs délais.",
        "Nous vous livrerons prochainement.",
    ],
    "ton_empathie": [COLD_MAIL],
}  # fmt: skip
RIGHT = {
    "ton_phrase_longue": [
        "Votre commande est arrivée ce matin.",
        "La réunion commence à 9 h, en salle 2.",
        LONG.replace(" et nous l'avons", ". Nous l'avons").replace(" qui nous a indiqué", ". Il nous a indiqué"),
        "Merci d'apporter :\n- une pièce d'identité ;\n- un relevé d'identité bancaire ;\n- un justificatif de domicile ;\n- le contrat signé en deux exemplaires.",
        GOOD_MAIL,
    ],
    "ton_administratif": [
        "Nous avons vérifié votre compte.",
        "Le magasin ferme lundi.",
        "Nous traitons votre demande aujourd'hui.",
        "L'audit a lieu jeudi.",
        "Cette date vous convient-elle ?",
    ],
    "ton_passif": [
        "Votre commande a été expédiée hier.",
        "Votre avis compte : nous avons transmis le dossier et commandé la pièce.",
        "Le prix est fixé par le fabricant et la pose est assurée par notre équipe, à la date choisie par vous.",
        "Bonjour à vous. Des panneaux ont été achetés, et les horaires ont été avancés.",
        "Les deux factures sont réglées.",
    ],
    "ton_reproche": [
        "Il manque la signature sur le contrat.",
        "Si vous avez oublié de signer, renvoyez-nous simplement la dernière page.",
        "Vous avez signé le contrat le 3 mai.",
        "La cliente écrit : « Vous avez omis de signer. »",
        "Vous avez raison de nous le signaler.",
        "Avez-vous reçu notre courrier ?",
    ],
    "ton_ordre": [
        "Merci de nous envoyer la facture.",
        "Pourriez-vous nous retourner le formulaire signé ?",
        "Envoyez-nous la facture, s'il vous plaît.",
        "Appelez-nous si vous avez un doute.",
        "Rappelez-moi si vous préférez un autre jour.",
    ],
    "ton_appel": [
        f"Objet : votre inscription\n\nBonjour Madame Renaud,\n\n{BODY}\n\nCordialement,\nInès Cariou",
        f"Compte rendu de la réunion\n\n{BODY}\n\nInès Cariou",
        f"Note de service\n\nObjet : inscriptions\n\n{BODY}\n\nLa directrice",
        "Vous trouverez le plan ci-joint.\nCordialement,\nInès",
        GOOD_MAIL,
    ],
    "ton_politesse": [
        f"Objet : votre inscription\n\nMadame Renaud,\n\n{BODY}\n\nBien à vous,\nInès Cariou",
        f"Objet : votre inscription\n\nMadame Renaud,\n\n{BODY}\n\nNous vous souhaitons une bonne rentrée.\n\nInès Cariou",
        f"Objet : votre inscription\n\nBonjour,\n\n{BODY}\n\nMerci encore de votre confiance,\nInès Cariou",
        f"Compte rendu de la réunion\n\n{BODY}",
        GOOD_MAIL,
    ],
    "ton_sans_date": [
        "Je vous rappellerai demain matin.",
        "Nous vous rembourserons 45 € sous huit jours.",
        "Les deux chaises vous seront livrées jeudi 12 mars.",
        "Je vous rappellerai dès que la banque m'aura répondu.",
        "Si la pièce est usée, nous la remplacerons.",
        "Nous avons remplacé la pièce.",
    ],
    "ton_delai_vague": [
        "Je vous rappellerai avant 17 h.",
        "Nous vous livrerons mardi.",
        "Merci de répondre dès que possible.",
        "Nous vous livrerons dès que possible, au plus tard le 12 mars.",
        "Le salon aura lieu prochainement.",
    ],
    "ton_empathie": [
        GOOD_MAIL,
        COLD_MAIL.replace("Une table neuve", "Je suis désolée de ce désagrément. Une table neuve"),
        COLD_MAIL.replace("Une table neuve", "Je comprends que cela vous contrarie. Une table neuve"),
        COLD_MAIL.replace("votre réclamation", "votre commande").replace("dans lequel vous nous signalez que votre table est arrivée abîmée", "et votre chèque"),
        "Nous avons bien reçu votre réclamation.",
        COLD_MAIL.replace("votre réclamation", "votre commande").replace("dans lequel vous nous signalez que votre table est arrivée abîmée", "et je vous informe que le projecteur est en panne"),
    ],
}  # fmt: skip

LETTERS = [
    """Objet : votre demande d'échange

Bonjour Madame Leduc,

Merci pour votre message de lundi. Je comprends que la lampe reçue ne corresponde pas à ce que vous attendiez, et je vous présente mes excuses pour cette erreur de couleur.
Je vous propose deux solutions : un échange contre le modèle bleu, livré vendredi 6 mars, ou un remboursement par virement sous cinq jours ouvrés. Dites-moi ce que vous préférez ; je m'en occupe aussitôt.

Bien cordialement,
Nora Vidal""",
    """Bonjour Monsieur Tran,

Vous avez demandé un duplicata de votre facture de janvier : vous le trouverez ci-joint. Si vous avez oublié votre mot de passe, vous pouvez en créer un autre sur la page d'accueil de notre site, ou m'appeler au 01 99 00 12 12.

Je vous souhaite une bonne journée.

Paul Morel""",
    """Madame, Monsieur,

Nous fermons nos bureaux du 3 au 17 août. Les commandes passées avant le 31 juillet partiront avant nos congés ; celles passées pendant la fermeture seront préparées dès le 18 août.
Pour une urgence, laissez un message au 01 99 00 13 13 : nous l'écoutons chaque soir.

Nous vous remercions de votre confiance et vous souhaitons un bel été.

L'équipe de la Menuiserie Aubert""",
    """Objet : retard de votre chantier

Monsieur Pons,

Vous nous avez écrit le 4 mai au sujet du retard pris par la pose de vos volets. Votre agacement est légitime : nous vous avions annoncé deux semaines, et nous en sommes à quatre. Notre fournisseur a livré la mauvaise taille ; les bons volets sont arrivés hier.
Notre équipe viendra les poser mercredi 13 mai, à 8 h. En dédommagement, nous retirons 80 € de la facture finale.

Avec mes sincères salutations,
Hélène Aubert""",
    """Bonjour à tous,

La réunion de jeudi est avancée à 9 h. Merci de lire le compte rendu joint avant de venir, et de noter vos questions. Si vous ne pouvez pas être présent, prévenez Lucie avant mercredi midi : elle vous transmettra les décisions.

Bonne fin de semaine,
Marc""",
    """Objet : rendez-vous de mardi

Bonjour Madame Klein,

Je vous confirme notre rendez-vous de mardi 9 juin à 14 h, au 12, rue des Forges. Pensez à apporter votre contrat et les deux derniers relevés. Un parking gratuit se trouve derrière le bâtiment.

À mardi,
Sonia Ferri""",
    """Madame,

Votre dossier de location nous est bien parvenu, et nous vous en remercions. Il y manque encore votre dernier avis d'imposition : pourriez-vous nous l'envoyer avant le 20 mars ? Nous vous donnerons notre réponse le jour même.

Veuillez agréer, Madame, nos salutations distinguées.

Agence du Port""",
]
"""Good letters and messages, written after the patterns."""
MORE = [
    ("ton_reproche", "Vous avez oublié de joindre le chèque, c'est pourquoi rien n'est parti."),
    ("ton_reproche", "Vous n'avez pas respecté la date limite."),
    ("ton_reproche", "Comme nous vous l'avons déjà dit, il faut attendre."),
    ("ton_reproche", "Vous vous êtes trompé de référence."),
    ("ton_reproche", "Vous êtes de mauvaise foi."),
    ("ton_reproche", "Vous ne savez pas lire un contrat."),
    ("ton_administratif", "Il a été décidé de fermer le guichet."),
    ("ton_administratif", "Nous accusons réception de votre courrier susvisé."),
    ("ton_administratif", "Suite a été donnée à votre requête, laquelle a fait l'objet d'un examen."),
    ("ton_administratif", "Votre réclamation est prise en charge par nos services."),
    ("ton_ordre", "Répondez-moi rapidement."),
    ("ton_ordre", "Il faut impérativement nous payer."),
    ("ton_ordre", "Vous devez absolument signer."),
    ("ton_sans_date", "On vous rappellera."),
    ("ton_sans_date", "Votre colis vous sera livré."),
    ("ton_sans_date", "Nous vous enverrons un nouveau colis."),
    ("ton_delai_vague", "Nous reviendrons vers vous très prochainement."),
    ("ton_delai_vague", "Votre commande sera expédiée au plus vite."),
    ("ton_delai_vague", "Je vous tiendrai informé sous peu."),
]  # fmt: skip
NOTE = """Voilerie Lemaire
7 quai des Filets, 29999 Saint-Brieg
Note de service
De : la direction
À : toute l’équipe
Objet : inventaire

L’inventaire aura lieu samedi. Vous viendrez avec vos chaussures de sécurité et vous signerez la feuille en arrivant. Vos heures
sont récupérées lundi. Un repas vous est offert à midi ; dites-nous avant jeudi ce que vous ne mangez pas.

Camille Astruc, assistante"""


def _found(rule: str, text: str) -> list[str]:
    return [one.quote for one in tone_advice(text) if one.rule == rule]


@pytest.mark.parametrize("rule", sorted(WRONG))
def test_advice_is_given(rule: str) -> None:
    for text in WRONG[rule]:
        assert _found(rule, text), text


@pytest.mark.parametrize("rule", sorted(RIGHT))
def test_good_sentences_are_left_alone(rule: str) -> None:
    assert len(RIGHT[rule]) >= 5
    for text in RIGHT[rule]:
        assert not _found(rule, text), text


def test_advice_is_never_counted_and_quotes_verbatim() -> None:
    for texts in WRONG.values():
        for text in texts:
            for one in tone_advice(text):
                assert not one.counted
                assert one.label == "style"
                assert text[one.start : one.end] == one.quote
                assert one.suggestions == ()
                assert one.test[-1] in ".?»"


def test_correct_mails_get_no_advice() -> None:
    rows = (
        (Path(__file__).parents[1] / "benchmarks" / "french_clean.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    mails = [row["text"] for row in map(json.loads, rows) if row["kind"] == "clean_email"]
    assert len(mails) >= 20
    assert [(one.rule, one.quote) for mail in mails for one in tone_advice(mail)] == []


@pytest.mark.parametrize("text", [*LETTERS, NOTE], ids=range(len(LETTERS) + 1))
def test_good_letters_get_no_advice(text: str) -> None:
    assert [(one.rule, one.quote) for one in tone_advice(text)] == []


@pytest.mark.parametrize(("rule", "text"), MORE)
def test_more_sentences_to_advise_on(rule: str, text: str) -> None:
    assert _found(rule, text)
