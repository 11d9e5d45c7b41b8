"""One breach per rule, and replies that must pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascom_coach.models import INTERLOCUTOR, VoiceRequest, check_reply

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


def test_a_news_is_not_turned_into_its_contrary() -> None:
    for reply in (
        "La livraison n’est plus prévue jeudi 14 mars à 9 h 30.",
        "Pas jeudi 14 mars à 9 h 30 en tout cas.",
    ):
        assert "nié" in (check_reply(reply, REQUEST) or "")
    assert check_reply("Ne vous en faites pas, c’est jeudi 14 mars à 9 h 30.", REQUEST) is None
    denied = replace(
        NOTHING_GRANTED,
        granted=(("qui signe", "pas le gérant"),),
        scripted_line="Ce n’est pas le gérant qui signe.",
    )
    assert check_reply("Le gérant ne signe pas.", denied) is None
    assert "négation" in (check_reply("C’est le gérant qui signe.", denied) or "")


def test_each_value_of_the_scripted_line_is_said() -> None:
    request = replace(NOTHING_GRANTED, scripted_line="J’ai déjà appelé 3 fois, la dernière le 4 mars.")
    assert check_reply("Trois fois que j’appelle, et la dernière le 4 mars.", request) is None
    assert "non dite" in (check_reply("Trois fois que j’appelle.", request) or "")


def test_what_only_the_trainee_said_before_is_not_known_either() -> None:
    request = replace(
        NOTHING_GRANTED, trainee_text="Alors ?", last_turns=((INTERLOCUTOR, "Le prix est de 480 euros ?"),)
    )
    assert "confirmée" in (check_reply("Oui, 480 euros.", request) or "")
    assert check_reply("480 euros, c’est vous qui le dites.", request) is None


@pytest.mark.parametrize(
    "reply",
    [
        "Changez de ton.",
        "Je n’aime pas votre ton !",
        "Les vérifications sont faites.",
        "Quel ton vous prenez…",
        "Bon, allez file.",
    ],
)
def test_ton_and_faites_that_address_nobody(reply: str) -> None:
    register = "vouvoiement" if "ton" in reply else "tutoiement"
    assert check_reply(reply, replace(NOTHING_GRANTED, register=register)) is None


def test_the_script_may_say_what_a_model_may_not_add() -> None:
    line = "Merci. Bon. Enfin. Voilà."
    request = replace(NOTHING_GRANTED, mood_level=0, scripted_line=line)
    assert check_reply(line, request) is None
    assert check_reply("#tout, c’est le mot que je sais.", request) is None
    assert check_reply("Voilà <<<ce que je sais>>>, voyez plus tard.", request) == "consigne recopiée"


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
