# ruff: noqa: E501 -- an example stays on one line
"""Subjunctive or indicative after « que », « quand », « pourquoi »…, whatever the subject: pronoun, name or noun group."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.verbs.tenses import moods
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.chunks import chunks
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.spine import person_of, spines
from ascom_coach.language.syntax.view import View, Word

_BEFORE_THAT = frozenset(
    ["afin", "avant", "pourvu", "admettant", "supposant", "attendant", "moyennant", "condition", "peur", "crainte", "dommage", "possible", "impossible", "rare", "urgent", "important", "nécessaire",
     "inadmissible", "normal", "anormal", "souhaitable", "regrettable", "préférable", "essentiel", "indispensable", "étonnant", "surprenant", "improbable", "heureux", "heureuse", "furieux", "furieuse", "surpris",
     "surprise", "ravi", "ravie", "ravis", "désolé", "désolée", "désolés", "déçu", "déçue", "étonné", "étonnée", "étonnés", "navré", "navrée", "navrés", "content", "contente", "contents", "envie", "hâte",
     "suffit", "suffira", "suffirait", "faut", "faudra", "faudrait", "fallait", "importe", "importera", "importait", "importerait", "intolérable", "inacceptable", "absurde", "curieux", "bizarre", "utile", "inutile",
     "triste", "fâcheux", "inquiet", "inquiète", "plaisir", "plaît", "plait", "besoin", "honte", "bon", "dommageable", "primordial", "crucial", "impensable", "scandaleux", "sympa", "moins"]
)  # fmt: skip
"""Words that ask for the subjunctive when « que » follows at once."""
_PEOPLE_WISH = frozenset(["vouloir", "souhaiter", "exiger", "préférer", "regretter", "craindre", "redouter", "douter", "étonner", "réjouir", "attendre", "permettre", "interdire", "empêcher", "éviter",
                          "refuser", "supporter", "mériter", "détester", "adorer", "apprécier", "aimer", "désirer", "suggérer", "recommander", "tolérer", "déplorer", "falloir", "ordonner", "accepter", "demander", "proposer", "féliciter"])  # fmt: skip
_TO_THIS = frozenset(
    [
        "veiller",
        "tenir",
        "attendre",
        "opposer",
        "consentir",
        "contribuer",
        "aboutir",
        "parvenir",
        "inciter",
        "encourager",
        "habituer",
        "viser",
        "aspirer",
    ]
)
_WHEN = frozenset(["quand", "lorsque", "lorsqu'", "puisque", "puisqu'", "pourquoi"])
_REAL_BEFORE_THAT = frozenset(["dès", "parce", "pendant", "tandis", "mesure", "depuis", "aussitôt", "sitôt", "vu", "donné", "paraît", "parait", "selon"])  # fmt: skip
_REAL_THAT = frozenset(["certain", "vrai", "clair", "évident", "exact", "certaine", "sûr", "sûre", "persuadé", "convaincu", "persuadée", "convaincue"])  # fmt: skip
_SAID = frozenset(
    ["affirmer", "savoir", "constater", "parier", "assurer", "confirmer", "remarquer", "estimer"]
)
_INDICATIVE = frozenset(["ipre", "iimp", "ipsi", "ifut", "cond"])
_SINGLE = frozenset(["cela", "ça", "ceci", "chacun", "chacune", "quelqu'un", "personne", "rien", "tout", "celui-ci", "celle-ci", "mademoiselle", "madame", "monsieur"])  # fmt: skip


def clause_verb(view: View, at: int) -> tuple[Word, str] | None:
    """The verb of the clause that opens at `at`, just after its link, and its person; None when it is not sure."""
    low = view.low(at)
    if low == "l'" and view.low(at + 1) == "on":
        at, low = at + 1, "on"
    word = view.at(at)
    if not word or not word.near or word.clitic:
        return None
    person = forms.PERSONS.get(low, "")
    if person:
        return verb_from(view, at + 1, at, person)
    if low in ("chacun", "chacune") and view.low(at + 1) in ("d'", "de", "des"):
        end = at + 3 if view.low(at + 1) != "d'" or view.low(at + 2) != "entre" else at + 4
        return verb_from(view, end, at, "3s")
    if low in _SINGLE or low == "ce":
        return verb_from(view, at + 1, at, "3s")
    if at and word.text[:1].isupper() and not word.text.isupper() and not word.has("D", "O", "P"):
        end, number = at + 1, "s"
        while (one := view.at(end)) and one.near and one.text[:1].isupper():
            end += 1
        if view.low(end) == "et" and (one := view.at(end + 1)) and one.text[:1].isupper():
            end, number = end + 2, "p"
        return verb_from(view, end, at, "3" + number)
    row = chunks(view)
    start = next((i for i, one in enumerate(row) if one.first == at), None)
    if start is None or row[start].kind != "N" or row[start].prep not in ("", "des") or not row[start].number:
        return None
    step = start + 1
    while step < len(row) and (
        (row[step].kind == "N" and row[step].prep)
        or (row[step].kind in ("K", "U") and not _acts(view, row[step].first))
        or row[step].kind.startswith("=")
    ):
        step += 1
    if step >= len(row) or (
        row[step].kind not in ("V", "E", "L", "H", "soit") and not _acts(view, row[step].first)
    ):
        return None
    verb = view.words[row[step].first]
    if not view.glued(at, row[step].first):
        return None
    if (
        not verb.only("V")
        and verb.low not in forms.AUXILIARIES
        and not _acts(view, row[step].first)
        and view.low(row[step].first - 1) not in ("se", "s'", "ne", "n'", "me", "te", "lui", "y", "en")
    ):
        return None
    return (verb, "3" + row[start].number) if forms.finite(verb) else None


_AFTER_ACT = frozenset(["le", "la", "l'", "les", "un", "une", "son", "sa", "ses", "leur", "leurs", "votre", "notre", "nos", "vos", "partie", "demain", "hier", "ce", "cet",
                        "cette", "à", "au", "aux", "en", "dans", "avant", "pour", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "plus", "bien", ""])  # fmt: skip


def _acts(view: View, at: int) -> bool:
    """« part », « sort », « fait » with what a noun or a participle would not have behind it, the only verb of the rest."""
    word = view.words[at]
    if word.low not in ("part", "sort", "fait", "court", "suit") or view.low(at + 1) not in _AFTER_ACT:
        return False
    return word.low in ("part", "sort") or not any(
        forms.finite(one) and (one.only("V") or one.low in forms.ETRE | forms.AVOIR)
        for one in view.words[at + 1 :]
        if one.low not in ("l'", "la")
    )


def verb_from(view: View, end: int, at: int, person: str) -> tuple[Word, str] | None:
    """The verb at `end`, past its pronouns, when it follows the subject at `at` with nothing else between."""
    while view.low(end) in forms.CLITICS:
        end += 1
    verb = view.at(end)
    if (
        not verb
        or not view.glued(at, end)
        or not forms.finite(verb)
        or verb.clitic
        or verb.has("R", "P", "D")
    ):
        return None
    return verb, person


def _to_this(view: View, at: int) -> bool:
    """Whether « à ce que », whose « que » stands at `at`, means « that it may be so »: « veiller à ce que »."""
    if view.low(at - 3) == "jusqu'":
        return True
    if view.low(at - 3) in ("attention", "intérêt"):
        return view.low(at + 1) not in forms.PERSONS
    for place in range(max(0, at - 5), at - 2):
        named = lemmas(view.words[place]) & _TO_THIS
        if named and ("tenir" not in named or view.low(place - 1) in forms.PERSONS):
            return True
    return False


def _set_phrase(view: View, at: int) -> bool:
    """« bien que », « pour que », « si tant est que », « jusqu'à ce que », « mieux vaut que », « il se peut que »…"""
    before, earlier, third = view.low(at - 1), view.low(at - 2), view.low(at - 3)
    main = view.words[at - 1]
    better = "mieux" in (earlier, third, view.low(at - 4))
    made = before == "sorte" and earlier == "en"
    return (
        (before in ("bien", "encore", "non") and (at == 1 or not main.near))
        or before in ("pour", "sans")
        or (before == "est" and earlier == "tant" and third == "si")
        or (before == "peu" and earlier == "pour")
        or (before == "ce" and earlier == "à" and _to_this(view, at))
        or (made and any("faire" in lemmas(one) for one in view.words[max(0, at - 4) : at - 2]))
        or (before == "mieux" and earlier in ("vaut", "vaudrait", "valait", "faut"))
        or (before in ("vaut", "vaudrait", "valait", "valu") and better)
        or (before in ("peut", "pouvait", "pourrait", "pourra") and earlier == "se")
        or (main.clitic and before == "il" and earlier in ("peut", "pouvait", "pourrait") and third == "se")
        or (before in ("arrive", "arrivait", "arrivera") and earlier == "il")
        or (before == "fallu" and earlier in ("est", "a", "était", "aurait", "avait"))
        or (before in ("moins", "condition") and earlier in ("à", "a"))
        or (before == "attendant" and earlier == "en")
        or (before == "probable" and earlier == "peu")
        or (before in ("où", "quoi", "qui") and (at == 1 or not main.near))
        or (before == "garde" and "prendre" in lemmas(view.words[at - 2]))
    )


def _judged(view: View, at: int) -> bool:
    """« il est dommage que », « j'ai peur que », « il faut que »: a word of `_BEFORE_THAT`."""
    before, earlier = view.low(at - 1), view.low(at - 2)
    if before == "bien" and earlier == "serait":
        return True  # « il serait bien que »
    if before not in _BEFORE_THAT or before in ("moins", "condition", "attendant"):
        return False
    if earlier in ("la", "une", "cette", "sa", "notre", "votre", "quelle") and before == "surprise":
        return False  # « la surprise que nous lui avons préparée »
    if before in ("peur", "crainte", "plaisir", "hâte", "envie", "besoin", "honte"):
        if earlier in ("aussi", "également", "vraiment", "toujours", "absolument", "donc", "bien"):
            earlier = view.low(at - 3)  # « nous avons aussi besoin que »
        return earlier in forms.AVOIR | {"de", "fait", "très", "fera", "ferait"}
    if before == "bon":
        return earlier in ("est", "serait", "sera", "semble", "trouve") and view.low(at - 3) in (
            "il",
            "c'",
            "ce",
            "me",
            "nous",
            "n'",
            "je",
        )
    if before == "admettant" and at > 2 and view.words[at - 2].near:
        return False
    return earlier not in ("plus", "aussi", "moins", "si", "autant", "tellement") or before == "possible"


def _wished(view: View, at: int) -> bool:
    """« je souhaite que », « elle doute que »: a verb of `_PEOPLE_WISH`, not denied by « ne »."""
    main, earlier = view.words[at - 1], view.low(at - 2)
    if main.verb("ppas") and earlier in ("pas", "jamais", "toujours", "bien", "déjà"):
        earlier = view.low(at - 3)  # « n'a pas souhaité que »
    names = lemmas(main) & _PEOPLE_WISH
    if (
        not names
        or not (forms.finite(main) or main.verb("inf") or (main.verb("ppas") and earlier in forms.AVOIR))
        or main.low == "attendu"
        or earlier in ("ne", "n'")
    ):
        return False
    reflexive = earlier in ("me", "m'", "te", "t'", "se", "s'")
    if reflexive if names & {"douter", "attendre"} else ("étonner" in names and not reflexive):
        return False
    if "douter" in names and any(one.low in ("ne", "n'") for one in view.words[:at]):
        return False
    return main.only("V") or not main.has("N", "A") or earlier in forms.PERSONS or earlier in forms.AVOIR


def _asks(view: View, at: int) -> bool:
    """Whether what stands before « que », at `at`, asks for the subjunctive."""
    if not view.words[at].near:
        return False
    if (
        at > 1
        and view.words[at - 1].clitic
        and view.low(at - 1) in ("il", "vous", "tu", "elle", "nous")
        and view.low(at - 3) != "se"
    ):
        at -= 1  # « faut-il que », « souhaitez-vous que »
    adverb = view.words[at - 1]
    if (
        at > 1
        and adverb.near
        and ((adverb.low.endswith("ment") and adverb.only("R")) or adverb.low in ("donc", "aussi"))
    ):
        at -= 1  # « il faut absolument que », « il faudrait donc que »
    return _set_phrase(view, at) or _judged(view, at) or _wished(view, at)


def _wanted(view: View) -> Iterator[Hit]:
    """« jusqu'à ce que Luc vient », « il se peut que nous avons tort », « elle tient à ce que le petit finit »."""
    for at in range(len(view.words) - 2):
        low = view.low(at)
        concession = low in ("quoique", "quoiqu'")
        if not concession and (low not in ("que", "qu'") or not at or not _asks(view, at)):
            continue
        if view.low(at - 3) in ("c'", "ce") and not forms.agrees(view.words[at - 1], "m", "s"):
            continue  # « c'est déçue qu'elle est partie » only brings a word to the front
        if any(
            view.low(i) in ("c'", "ce") and view.low(i + 1) in forms.ETRE and view.words[i + 2].has("P")
            for i in range(max(0, at - 6), at - 2)
        ):
            continue  # « c'est en ce sens que la mairie a signé »
        found = clause_verb(view, at + 1) or _other_subject(view, at + 1)
        if not found:
            continue
        verb, person = found
        tenses = moods(verb)
        right = any(
            one.pos == "V" and one.tags & {"spre", "simp"} and forms.is_person(verb.low, one, person)
            for one in verb.readings
        )
        if right or not tenses & (_INDICATIVE | {"spre"}) or (verb.verb("inf") and not tenses & {"ipre"}):
            continue
        if ("spre" in tenses and person[0] != "3" and verb.low not in forms.AUXILIARIES) or (
            view.low(at - 1).startswith("accept") and "cond" in tenses
        ):
            continue
        fixes = forms.conjugated(verb, person, "spre")
        if fixes and verb.low not in fixes:
            yield verb.start, verb.end, fixes


def _other_subject(view: View, at: int) -> tuple[Word, str] | None:
    """The verb of the clause that opens at `at` behind « aucun défaut », « seule la cible », or a long subject."""
    if view.low(at) in ("seul", "seule", "seuls", "seules"):
        return clause_verb(view, at + 1)
    noun = view.at(at + 1)
    if (
        view.low(at) in ("aucun", "aucune", "chaque", "nul", "nulle")
        and noun is not None
        and noun.near
        and noun.has("N")
    ):
        return verb_from(view, at + 2, at, "3s")
    for one in spines(view):
        if one.first == at and not one.loose and (person := person_of(one)):
            return view.words[one.verb], person
    return None


def only_subjunctive(verb: Word) -> bool:
    """Whether the form is subjunctive, and neither indicative nor anything else."""
    tenses = moods(verb)
    return (
        bool(tenses)
        and tenses <= {"spre", "simp"}
        and (verb.only("V") or verb.low in ("voie", "voies", "soit"))
        and not verb.verb("ppas")
    )


def indicative_of(verb: Word, person: str) -> tuple[str, ...]:
    """The indicative for a subjunctive: the past simple for the imperfect (« fût », « fut »), else the present."""
    if moods(verb) == {"simp"}:
        return tuple(
            dict.fromkeys(
                (*forms.conjugated(verb, person, "ipsi")[:1], *forms.conjugated(verb, person, "ipre")[:1])
            )
        )
    return forms.conjugated(verb, person, "ipre")


def _real(view: View) -> Iterator[Hit]:
    """« dès que je le voie », « quand Luc eût fini », « pourquoi je sois perdu », « il est vrai qu'elle apprenne »."""
    denied = False
    for at in range(len(view.words) - 1):
        low, before = view.low(at), view.low(at - 1)
        if low in ("ne", "n'"):
            denied = True
        if low in _WHEN:
            opened = True
        elif low in ("que", "qu'") and at:
            main = view.words[at - 1]
            opened = before in _REAL_BEFORE_THAT or (
                not denied
                and not view.text.rstrip().endswith("?")
                and (
                    (
                        before in _REAL_THAT
                        and view.low(at - 2) in ("est", "suis", "sommes", "sont", "était", "étais")
                    )
                    or bool(
                        lemmas(main) & _SAID
                        and forms.finite(main)
                        and moods(main) & {"ipre"}
                        and main.only("V")
                    )
                )
            )
        else:
            continue
        if not opened:
            continue
        found = clause_verb(view, at + 1)
        if found and only_subjunctive(found[0]) and (fixes := indicative_of(*found)):
            yield found[0].start, found[0].end, fixes


RULES: tuple[Rule, ...] = (
    rule("mode_subjonctif_voulu", "conjugaison", "Cette tournure demande le subjonctif.", "Essayez avec « faire » : si l’on dit « fasse », c’est le subjonctif.", _wanted,
         (("Restez jusqu'à ce que Luc vient.", "vienne"), ("Il se peut que nous avons tort.", "ayons"), ("Elle tient à ce que le stagiaire finit à l'heure.", "finisse"), ("Mieux vaut que vous êtes prévenus.", "soyez"), ("Il faut que ces pièces soit jointes.", "soient"), ("Il serait bien que tu viens tôt.", "viennes"),
          ("Il faut absolument que la facture est datée.", "soit")),
         ("Restez jusqu'à ce que Luc vienne.", "Il se peut que nous ayons tort.", "Je me doute que vous êtes pris.", "Je pense à ce que tu dis.", "Il est rare que le bureau ferme.")),
    rule("mode_indicatif_reel", "conjugaison", "Après « quand », « dès que », « puisque », « il est vrai que », le fait est donné pour réel : indicatif.", "Essayez avec « faire » : « quand il fait », « dès qu’il fait ».", _real,
         (("Dès que je le voie, j'appelle.", "vois"), ("Quand Marie eût fini, elle sortit.", "eut"), ("Il est vrai que notre service soit petit.", "est")),
         ("Dès que je le vois, j'appelle.", "Il n'est pas certain que notre service soit prêt.", "Quand Marie eut fini, elle sortit.", "Avant que je le voie, appelez.")),
)  # fmt: skip
