"""Is a model's reply fit to be said by a character? A pure function over the reply and what was allowed.

Refused: a value or a name that nobody gave, a granted fact left out or denied, the wrong register, too
many sentences, a letter or a list in place of speech, another language than French, words about the machinery,
gratitude from an angry character, a confirmed value that only the trainee put forward, a copied prompt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ascom_coach.models.guard.quantities import Quantity, allowed, find_quantities, plain
from ascom_coach.models.guard.voice_request import INTERLOCUTOR, VoiceRequest
from ascom_coach.models.guard.words import COMMON_CAPITALS, FOREIGN, FRENCH, SHARED

_LONGEST = 900  # characters
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_TU = re.compile(
    r"\b(?:tu|te|toi|tes|tien|tienne|tiens-toi)\b|\bt'(?=[aeiouyh])"
    r"|(?<!\ble )(?<!\bun )(?<!\bce )(?<!\bdu )(?<!\bvotre )(?<!\bquel )(?<!\bautre )(?<!\bhausser )\bton\b(?= ?['\w])"
    r"|\bta\b"
)
_TU_ORDER = re.compile(r"\b(?!dites-|faites-)(?!\w*ez-)[a-z]+-moi\b(?<!chez-moi)(?<!pour-moi)")
_VOUS = re.compile(
    r"\b(?:vous|votre|vos|votres?)\b|\b(?!chez\b|assez\b|nez\b|rez\b|allez\b)[a-z]{2,}ez\b"
    r"|(?<!sont )(?<!ete )(?<!deja )\b(?:dites|faites)\b"
)
_LAYOUT = re.compile(
    r"^\s*(?:[-*•–]\s|\d+[.)]\s|#{1,6}\s)|\*\*|```|^\s*objet\s*:|cordialement|veuillez (?:agreer|recevoir)"
    r"|salutations distinguees|madame, monsieur|je vous prie d'agreer|\{\s*\"",
    re.MULTILINE,
)
_META = re.compile(
    r"\bia\b|intelligence artificielle|modele de (?:langage|langue)|modele d'ia|language model|\bprompt|\bllm\b"
    r"|chat ?bot|chatgpt|openai|mistral|ollama|consignes? systeme|mes (?:consignes|instructions)|instructions systeme"
    r"|jeu de role|personnage|\bscenario\b|\breplique\b|en tant qu'assistante? virtuel|\bjson\b"
)
_WARM = re.compile(
    r"\bmerci\b|\bremercie|\bavec plaisir\b|\bc'est parfait\b|\bpas de (?:souci|probleme)\b"
    r"|\bje suis ravie?\b|\btres bien\b"
)
_YES = re.compile(
    r"^(?:ah |eh bien |ben )?"
    r"(?:oui|tout a fait|exactement|c'est (?:ca|exact|bien ca|juste)|absolument|voila|d'accord)\b"
)
_DENIAL = re.compile(
    r"\bn(?:e |')[^,.;:!?]{0,40}?\b(?:pas|plus|jamais|aucune?|rien|ni|personne)\b"
    r"|\bpas\b(?! (?:mal|de (?:souci|probleme)))|\baucune?\b|\bjamais\b|\brien\b|\bsans\b"
)
_NAME = re.compile(r"(?<![\w'’.-])[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ][\w’'-]*")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w|https?://\S+|www\.\S+")
_END = re.compile(r"[.!?…]+(?=[\s»\"”]|$)")
_ABBREVIATION = re.compile(r"\b(?:M|MM|Mme|Mlle|Dr|Me|etc|réf|tél|n°)\.", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a spoken text (abbreviations and decimal points do not end one)."""
    text = _ABBREVIATION.sub(lambda match: match[0][:-1], text)
    return [part.strip(' «»"“”\n\u00a0') for part in _END.split(text) if re.search(r"\w", part)]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", plain(text))


def check_reply(
    reply: str,
    request: VoiceRequest,
    *,
    prompt_text: str = "",
    find_values: Callable[[str], frozenset[str]] | None = None,
) -> str | None:
    """Why this reply must not be said, in a few French words, or None when it may be.

    `prompt_text` is the fixed text of the prompt, to catch a model that recites it. `find_values` is a
    caller's own finder of values (text to canonical values), used on top of the one built in.
    """
    return next((reason for _, reason in faults(reply, request, prompt_text, find_values)), None)


def faults(
    reply: str,
    request: VoiceRequest,
    prompt_text: str,
    find_values: Callable[[str], frozenset[str]] | None,
) -> Iterator[tuple[bool, str]]:
    """Each fault, most telling first, and whether more words after these could mend it."""
    given = given_text(request)
    checks: tuple[tuple[bool, Callable[[], str | None]], ...] = (
        (False, lambda: _form(reply, request)),
        (True, lambda: language_fault(reply, given)),
        (False, lambda: machinery_fault(reply, given, prompt_text)),
        (False, lambda: _register(reply, request)),
        (False, lambda: _values(reply, request, given)),
        (False, lambda: _names(reply, request, given)),
        (True, lambda: _missing_fact(reply, request)),
        (True, lambda: _unsaid(reply, request)),
        (True, lambda: _denial_lost(reply, request)),
        (False, lambda: _denied(reply, request)),
        (False, lambda: _temper(reply, request)),
        (False, lambda: _more_values(reply, request, given, find_values)),
    )
    for mendable, check in checks:
        if reason := check():
            yield mendable, reason


def given_text(request: VoiceRequest) -> str:
    """All that the character was allowed to say this turn or has already said."""
    facts = " ; ".join(f"{label} {value}" for label, value in request.granted)
    said = " ; ".join(text for who, text in request.last_turns if who != INTERLOCUTOR)
    return " ; ".join((facts, request.public_context, request.scripted_line, said))


def _heard(request: VoiceRequest) -> str:
    """What the trainee said: it may be spoken of, but the character knows nothing by it."""
    return " ; ".join(
        (request.trainee_text, *(text for who, text in request.last_turns if who == INTERLOCUTOR))
    )


def _form(reply: str, request: VoiceRequest) -> str | None:
    if not reply.strip():
        return "réponse vide"
    if len(reply) > _LONGEST:
        return "réponse trop longue"
    if _COMMANDS.search(reply):
        return "caractères qui commandent l’écran"
    lowered = "\n".join(plain(line) for line in reply.splitlines())
    if _LAYOUT.search(lowered) or reply.strip().count("\n") > 2:
        return "mise en page d’un écrit, pas une parole"
    if len(sentences(reply)) > max(request.max_sentences, len(sentences(request.scripted_line))):
        return "trop de phrases"
    return None


def language_fault(reply: str, given: str) -> str | None:
    """Why these words are not French enough to be shown; words of `given` do not count as foreign."""
    words = _words(reply)
    known = set(_words(given))
    foreign = sum(word in FOREIGN and word not in known for word in words)
    if foreign > sum(word in FRENCH and word not in SHARED for word in words):
        return "réponse qui n’est pas en français"
    own = [
        word for word in words if len(word) > 1 and word.isalpha() and (word in FRENCH or word not in known)
    ]
    if len(own) >= 8 and sum(word in FRENCH for word in own) / len(own) < 0.2:
        return "réponse qui n’est pas en français"
    return None


def machinery_fault(reply: str, given: str, prompt_text: str) -> str | None:
    """Whether these words speak of the machine or recite the prompt."""
    if set(_META.findall(plain(reply))) - set(_META.findall(plain(given))):
        return "paroles sur la machine ou la consigne"
    if "<<<" in reply or ">>>" in reply:
        return "consigne recopiée"
    words = _words(reply)
    runs = [tuple(words[i : i + 4]) for i in range(len(words) - 3)]
    if prompt_text and len(runs) >= 5:
        source = _words(prompt_text)
        there = {tuple(source[i : i + 4]) for i in range(len(source) - 3)}
        if sum(run in there for run in runs) / len(runs) > 0.6:
            return "consigne recopiée"
    return None


def _register(reply: str, request: VoiceRequest) -> str | None:
    text = plain(reply).replace("rendez-vous", "reunion")
    if request.register == "vouvoiement" and (_TU.search(text) or _TU_ORDER.search(text)):
        return "tutoiement au lieu du vouvoiement"
    if request.register == "tutoiement" and _VOUS.search(text):
        return "vouvoiement au lieu du tutoiement"
    return None


def hasty_yes(reply: str, request: VoiceRequest) -> bool:
    """Whether the reply opens with a yes while the trainee put forward a value that nobody gave."""
    known = find_quantities(given_text(request))
    trainee = find_quantities(_heard(request))
    return bool(_YES.match(plain(reply))) and any(not allowed(one, known) for one in trainee)


def _shown(quantity: Quantity) -> str:
    return quantity.value


def _values(reply: str, request: VoiceRequest, given: str) -> str | None:
    said = find_quantities(reply)
    known = find_quantities(given)
    trainee = find_quantities(_heard(request))
    unknown = [one for one in said if not allowed(one, known)]
    if invented := sorted(_shown(one) for one in unknown if not allowed(one, trainee)):
        return f"valeur que personne n’a donnée\u00a0: {invented[0]}"
    if unknown and _YES.match(plain(reply)):
        return f"valeur du stagiaire confirmée sans le savoir\u00a0: {_shown(unknown[0])}"
    known_text = plain(given + " ; " + _heard(request))
    if any(plain(match[0]).rstrip(".,") not in known_text for match in _ADDRESS.finditer(reply)):
        return "adresse que personne n’a donnée"
    return None


def _names(reply: str, request: VoiceRequest, given: str) -> str | None:
    known = {
        *_words(given),
        *_words(_heard(request)),
        *_words(request.character_name),
        *COMMON_CAPITALS,
    }
    known.update(word for who, _ in request.last_turns for word in _words(who))
    for sentence in sentences(reply):
        for match in _NAME.finditer(sentence):
            word = match[0]
            initial = match.start() == 0 or sentence[: match.start()].rstrip()[-1:] in '«:"“-–—'
            followed = re.match(r"[\s\u00a0]+[A-ZÉÈ]", sentence[match.end() :])
            parts = [part for part in _words(word) if len(part) > 1]
            unknown = [part for part in parts if part not in known]
            if unknown and (not initial or (followed and parts[0] not in FRENCH)):
                return f"nom que personne n’a donné\u00a0: {word}"
    return None


def says(text: str, value: str) -> bool:
    """True when `text` says `value`: all its quantities, or at least half of its telling words."""
    wanted = find_quantities(value)
    if wanted:
        said = find_quantities(text)
        return all(allowed(one, said) for one in wanted)
    telling = [word for word in _words(value) if len(word) > 3 and word not in FRENCH] or _words(value)
    words = set(_words(text))
    return sum(word in words for word in telling) * 2 >= len(telling)


def news(request: VoiceRequest) -> tuple[tuple[str, str], ...]:
    """The granted facts that the scripted line says: the reply must say them."""
    return tuple((label, value) for label, value in request.granted if says(request.scripted_line, value))


def _missing_fact(reply: str, request: VoiceRequest) -> str | None:
    missing = (label for label, value in news(request) if not says(reply, value))
    return next((f"fait accordé non dit\u00a0: {label}" for label in missing), None)


def _unsaid(reply: str, request: VoiceRequest) -> str | None:
    said = find_quantities(reply)
    missing = sorted(_shown(one) for one in find_quantities(request.scripted_line) if not allowed(one, said))
    return f"valeur de la réplique prévue non dite\u00a0: {missing[0]}" if missing else None


def _denial_lost(reply: str, request: VoiceRequest) -> str | None:
    """A news that is a denial, said without one."""
    if not news(request) or not _DENIAL.search(plain(request.scripted_line)):
        return None
    return None if _DENIAL.search(plain(reply)) else "négation perdue"


def _denied(reply: str, request: VoiceRequest) -> str | None:
    """A news turned into its contrary by a denial in the very clause that says it."""
    if _DENIAL.search(plain(request.scripted_line)):
        return None
    clauses = [part for part in re.split(r"[,;:!?]|\.(?!\d)", reply) if _DENIAL.search(plain(part))]
    if any(says(clause, value) for clause in clauses for _, value in news(request)):
        return "fait accordé nié"
    return None


def _temper(reply: str, request: VoiceRequest) -> str | None:
    if request.mood_level is None or request.mood_level > 1:
        return None
    if set(_WARM.findall(plain(reply))) - set(_WARM.findall(plain(request.scripted_line))):
        return "ton trop aimable pour l’humeur du moment"
    return None


def _more_values(
    reply: str, request: VoiceRequest, given: str, find_values: Callable[[str], frozenset[str]] | None
) -> str | None:
    if find_values is None:
        return None
    unknown = find_values(reply) - find_values(given + " ; " + _heard(request))
    return f"valeur que personne n’a donnée\u00a0: {min(unknown)}" if unknown else None
