# ruff: noqa: E501 -- a pattern stays on one line
"""Who is who: « c’est bien Mme Vasseur à l’appareil ? », « c’est qui Castaing, déjà ? », and a name only called out."""

from __future__ import annotations

import re

from ascom_coach.language import normalise_typed, plain
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.questions import asks

_SPEAKING = (
    r"(?:(?:oui|bonjour|allo|bon|salut|re)[ ,!.]+)*(?:(?:c'est|c est) bien |(?:vous etes|etes[- ]vous|tu es|es[- ]tu) (?:bien )?"
    r"|je (?:suis|parle|m'adresse) bien (?:a |avec |chez )?|(?:c'est|j'ai) )?(?:mme |madame |m\. |m |mr |monsieur |mademoiselle )?"
)
_ON_THE_PHONE = r"(?: (?:a l'appareil|au telephone|au bout du fil))?(?:[ ,]+(?:n'est-ce pas|c'est (?:ca|bien ca)))? *\?[ ?!.]*"


def asks_who_speaks(turn: Turn, who: str, text: str) -> bool:
    """Whether the trainee makes sure of speaking to `who`: « c’est bien Mme Vasseur à l’appareil ? »."""
    names = "|".join(re.escape(word) for word in re.findall(r"\w{3,}", plain(turn.stage.character(who).nom)))
    return bool(
        names
        and re.fullmatch(rf"{_SPEAKING}(?:{names})(?: (?:{names}))*{_ON_THE_PHONE}", plain(text).strip())
    )


def calls_out(turn: Turn, who: str, text: str) -> bool:
    """Whether a turn only calls `who` by name before saying something: « allô Madame Vasseur ? c’est Nadia »."""
    head, mark, rest = text.partition("?")
    return bool(mark and rest.strip()) and asks_who_speaks(turn, who, f"{head.strip()} ?") and not asks(rest)


_LEADS = r"(?:(?:et|au fait|attends|attendez|pardon|euh|ok|bon|alors|sinon)[ ,]+)*"
_TITLE = r"(?:(?:ce|cette|le|la|ton|ta|votre) )?(?:mme |madame |m\.? |mr |monsieur )?"
_ENDS = r"(?:[ ,]+(?:deja|au juste|exactement|en fait|d'ailleurs|encore))*[ ?!.]*"


def someone_asked(turn: Turn, text: str) -> str:
    """The person of the scenario that « c’est qui Castaing, déjà ? » is about; empty when it is about nobody known.

    Two people of one name are told apart by nothing here: nobody is meant then.
    """
    said = plain(normalise_typed(text)).replace("’", "'").strip()
    people = turn.stage.script.scenario.personnages
    found = []
    for who in people:
        called = (
            f"{turn.stage.character(who).nom} {who} {plain(turn.stage.character(who).role).partition(' ')[0]}"
        )
        names = "|".join(re.escape(word) for word in re.findall(r"\w{4,}", plain(called)))
        named = rf"{_TITLE}(?:{names})(?: (?:{names}))*"
        asked = rf"{_LEADS}(?:(?:c'est qui|qui est|qui c'est|c'est quoi)(?: deja)?,? {named}|{named}[ ,]+c'est qui){_ENDS}"
        if names and re.fullmatch(asked, said):
            found.append(who)
    return found[0] if len(found) == 1 else ""


def say_who(turn: Turn, who: str) -> bool:
    """`who` says what the person asked about does, as everybody may read it; False when nobody was asked about."""
    asked = someone_asked(turn, turn.heard_text)
    other = turn.stage.character(asked) if asked else None
    if other is None or asked == who or not other.role:
        return False
    line = turn.pick(shared("qui_est", turn.stage.character(who).registre), "qui_est")
    role = f"{other.role[:1].upper()}{other.role[1:]}".rstrip(".")
    turn.say(who, line.replace("{nom}", other.nom).replace("{role}", role), "a entendu")
    return True


_GREETS = (
    r"(?:(?:bonjour|bonsoir|salut|coucou|hello|allo|oui|ok|dis|dites|bon|et|merci|alors|d'accord)[ ,!.]+)*"
)
_AFTER = (
    r"(?=[,!] ?|(?: (?:je|j'|tu|t'|vous|on|nous|il|elle|ils|elles|y|c'est|ca|les?|la|l'|une?|des|du|mon|ma|ton|ta|votre|vos|est-ce"
    r"|quel(?:le)?s?|qui|que|qu'|quoi|quand|comment|combien|ou|pour|dis|dites|peux|pouvez|si|faut|a quelle)(?!\w)))"
)


def uncalled(turn: Turn, who: str, text: str) -> str:
    """A turn without the name by which it calls `who`: « yanis le lien marche encore », « coucou Fanny, dis… »."""
    folded = plain(text)
    names = "|".join(re.escape(word) for word in re.findall(r"\w{4,}", plain(turn.stage.character(who).nom)))
    if not names or len(folded) != len(text):
        return text
    found = re.match(
        rf"{_GREETS}(?P<name>(?:mme |madame |m\.? |monsieur )?(?:{names})){_AFTER}[ ,!]*", folded
    )
    return (
        f"{text[: found.start('name')]}{text[found.end() :]}"
        if found and text[found.end() :].strip()
        else text
    )
