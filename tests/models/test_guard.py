"""One breach per rule, and replies that must pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascom_coach.models import VoiceRequest, check_reply

REQUEST = VoiceRequest(
    character_name="Nadia Ferrand",
    register="vouvoiement",
    style="phrases courtes",
    mood_words="pressée",
    max_sentences=3,
    granted=(("date de livraison", "jeudi 14 mars à 9 h 30"),),
    public_context="Nadia Ferrand dirige la société Outillage du Lac. Le client, M. Kessler, attend 12 perceuses.",
    last_turns=(("Nadia Ferrand", "Bonjour, je vous écoute."), ("Vous", "Bonjour, au sujet de la commande.")),
    trainee_text="Quelle est la date de livraison, et le prix est bien de 480 euros ?",
    scripted_line="La livraison est prévue jeudi 14 mars à 9 h 30.",
)
NOTHING_GRANTED = replace(REQUEST, granted=(), scripted_line="Je ne sais pas encore, voyez plus tard.")

GOOD = [
    "Pour la livraison, comptez sur jeudi 14 mars à 9 h 30.",
    "Jeudi 14 mars, neuf heures et demie : notez bien la date de livraison.",
    "Bon. La livraison chez M. Kessler est prévue le jeudi 14 mars à 9h30, avec les douze perceuses.",
    "C’est jeudi 14 mars à 9 h 30, n’oubliez pas notre rendez-vous !",
    "Nadia Ferrand à l’appareil. Ce sera jeudi, le 14/03 à 9:30.".replace("le 14/03", "le 14 mars"),
]


@pytest.mark.parametrize("reply", GOOD)
def test_a_faithful_reply_passes(reply: str) -> None:
    assert check_reply(reply, REQUEST) is None


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("", "vide"),
        ("Jeudi 14 mars à 9 h 30. Bon. Notez-le. Et faites vite.", "trop de phrases"),
        ("Jeudi 14 mars à 9 h 30, " + "et voilà, " * 120, "trop longue"),
        ("Objet : livraison\nMadame, la livraison est jeudi 14 mars à 9 h 30.", "mise en page"),
        ("Voici :\n- jeudi 14 mars\n- à 9 h 30", "mise en page"),
        ("Jeudi 14 mars à 9 h 30. Veuillez agréer mes salutations.", "mise en page"),
        ("The delivery is on Thursday 14 March at 9:30 and you will have it.", "français"),
        ("La entrega es el jueves 14 de marzo a las 9:30 y que una persona lo sabe por fin.", "français"),
        ("En tant qu’IA, je dirais jeudi 14 mars à 9 h 30.", "machine"),
        ("Mes consignes disent jeudi 14 mars à 9 h 30.", "machine"),
        ("Tu auras ça jeudi 14 mars à 9 h 30.", "tutoiement"),
        ("Jeudi 14 mars à 9 h 30, note-le dans ton agenda.", "tutoiement"),
        ("Rappelle-moi jeudi 14 mars à 9 h 30.", "tutoiement"),
        ("Jeudi 14 mars à 9 h 30, pour 350 euros.", "350"),
        ("Jeudi 14 mars à 9 h 30, pour trois cent cinquante euros.", "350"),
        ("Jeudi 14 mars à 9 h 30, ou demain.", "demain"),
        ("Jeudi 14 mars à 9 h 30, d’ici une semaine.", "1"),
        ("Jeudi 15 mars à 9 h 30.", "15"),
        ("Jeudi 14 avril à 9 h 30.", "14"),
        ("Jeudi 14 mars à 10 h 30.", "10:30"),
        ("Jeudi 14 mars à 9 h 30, et je vous fais 12 % de remise.", "12"),
        ("Jeudi 14 mars à 9 h 30, dites-le au 01 99 00 12 34.", "0199001234"),
        ("Jeudi 14 mars à 9 h 30, écrivez à contact@lac.example.", "adresse"),
        ("Oui, 480 euros, et jeudi 14 mars à 9 h 30.", "confirmée"),
        ("Jeudi 14 mars à 9 h 30, demandez Bertrand Colin.", "Bertrand"),
        ("Bertrand Colin passera jeudi 14 mars à 9 h 30.", "Bertrand"),
        ("Jeudi 14 mars à 9 h 30, à Annecy.", "Annecy"),
        ("Je vous écoute, continuez.", "non dit"),
        ("La livraison est prévue jeudi, voyez plus tard.", "non dit"),
    ],
)
def test_a_breach_is_named(reply: str, reason: str) -> None:
    assert reason in (check_reply(reply, REQUEST) or "")


@pytest.mark.parametrize(
    "reply",
    [
        "Je n’ai pas cette information pour le moment.",
        "480 euros ? Ce n’est pas moi qui décide du prix.",
        "Écoutez, je n’ai pas le temps, revenez me voir.",
        "Les deux sont possibles, je ne sais pas encore.",
        "Pardon ? Je ne comprends pas votre question.",
        "Monsieur Kessler attend, c’est tout ce que je sais.",
        "Excusez-moi, on m’appelle. Dites-moi ce qu’il vous faut.",
        "Je vous donne le ton : restez ferme et poli.",
    ],
)
def test_a_reply_without_news_passes_when_nothing_is_granted(reply: str) -> None:
    assert check_reply(reply, NOTHING_GRANTED) is None


def test_the_other_register() -> None:
    familiar = replace(NOTHING_GRANTED, register="tutoiement")
    assert check_reply("Allez, au travail !", familiar) is None
    assert check_reply("Je ne sais pas encore, rappelle-moi après notre rendez-vous.", familiar) is None
    assert "vouvoiement" in (check_reply("Rappelez après notre rendez-vous.", familiar) or "")
    assert "vouvoiement" in (check_reply("Je ne sais pas, s’il vous plaît.", familiar) or "")


def test_an_angry_character_does_not_thank() -> None:
    reply = "Merci, je ne sais pas encore."
    assert "aimable" in (check_reply(reply, replace(NOTHING_GRANTED, mood_level=1)) or "")
    assert check_reply(reply, replace(NOTHING_GRANTED, mood_level=3)) is None


def test_a_fact_in_words_must_be_said_too() -> None:
    request = replace(NOTHING_GRANTED, granted=(("motif", "panne du camion frigorifique"),))
    assert check_reply("Je ne peux pas vous le dire.", request) is None, "told before, no news of this turn"
    request = replace(request, scripted_line="C’est une panne du camion frigorifique.")
    assert check_reply("C’est le camion frigorifique, une panne.", request) is None
    assert "motif" in (check_reply("Je ne peux pas vous le dire.", request) or "")


def test_amounts_compare_however_they_are_written() -> None:
    request = replace(NOTHING_GRANTED, granted=(("montant", "1\u202f250,50 €"),))
    assert check_reply("Ça fait 1250,50 euros.", request) is None
    assert check_reply("Ça fait 1 250,5 €.", request) is None
    assert check_reply("Ça fait 1 250 €.", request) is not None
    spoken = replace(NOTHING_GRANTED, granted=(("montant", "1 296 €"),))
    assert check_reply("Ça fait mille deux cent quatre-vingt-seize euros.", spoken) is None
    assert check_reply("Ça fait mille deux cent soixante-seize euros.", spoken) is not None


def test_a_recited_prompt_is_refused() -> None:
    rules = (
        "Une phrase au plus en français parlé sans liste et sans lettre puis revenez au sujet de la commande."
    )
    assert "recopiée" in (check_reply(rules, NOTHING_GRANTED, prompt_text=rules) or "")
    assert check_reply("Je ne sais pas encore, voyez plus tard.", NOTHING_GRANTED, prompt_text=rules) is None


def test_a_callers_finder_is_used_on_top() -> None:
    def colours(text: str) -> frozenset[str]:
        return frozenset(word for word in ("rouge", "vert") if word in text)

    assert check_reply("C’est le bac rouge.", NOTHING_GRANTED, find_values=colours) is not None
    assert check_reply("C’est le bac noir.", NOTHING_GRANTED, find_values=colours) is None
