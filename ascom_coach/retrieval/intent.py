"""What kind of answer a question wants: which kinds of passages, which bloc, a complete list or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KINDS: dict[str, tuple[str, ...]] = {
    "critere": (
        r"\bcriter\w*",
        r"\b(est|suis|sera|serai|sont|etre|me|m|nous|on|les?|la|l|quoi|bien|mal) (note|juge|evalue)e?s?\b",
        r"\b(note|juge|evalue)(nt|r|ra|ront|z)?\b.{0,20}\bsur quoi\b",
        r"\bsur quoi\b.{0,40}\b(note|juge|evalue)",
        r"\bevaluation de\b",
        r"\bpenalis\w*",
        r"\bsanctionn\w*",
        r"\b(ca|cela|est ce que ca|qui) compte\w*\b",
        r"\btien\w* compte\b",
        r"\btenu compte\b",
        r"\ben compte\b",
        r"\bon (les |la |le |l )?(regarde|verifie|controle)\w*",
        r"\b(le|un) jury (regarde|attend|verifie|veut)",
        r"\bqualite\w* (attendue|exigee)",
        r"\bexigence\w*",
        r"\b(c )?est (ce )?(que c est )?grave\b",
        r"\b(perd\w*|perte\w*) (de |des )?points\b",
        r"\bpardonn\w*",
        r"\bcomment .{0,25}\b(juge|note|evalue)e?s?\b",
    ),
    "production": (
        r"\bproduction\w*",
        r"\b(a|faut|doit|dois|devra\w*|on|je|vais) (rendre|fournir|remettre|produire)\b",
        r"\b(on|je) rends?\b",
        r"\bquoi (rendre|fournir|produire|remettre)\b",
        r"\b(rendre|fournir|produire|remettre) quoi\b",
        r"\blivrable\w*",
        r"\bdocuments? (a faire|a produire|attendus?|demandes?|qu on (rend|fait|produit))",
        r"\bquels? (documents?|docs?|papiers?|travaux|ecrits?)\b",
        r"\btravaux (a|demandes|attendus)",
    ),
    "competence": (
        r"\bcompetence\w*",
        r"\bsavoirs? faire\b",
        r"\b(etre|est) capable\b",
        r"\baptitude\w*",
        r"\bcapacite\w*",
    ),
    "activite": (
        r"\bactivites?\b",
        r"\bquelle tache\b",
        r"\btaches? (du|de l|d)\b",
        r"\bmissions?\b",
        r"\bfonctions? de l assistant",
        r"\b(dans|fait partie de|partie du) (le |l |notre |mon |son |ce )?(metier|poste|boulot|role)\b",
    ),
    "outil": (
        r"\blogiciels?\b",
        r"\boutils? (a disposition|informatiques?|fournis?|dispo\w*|autorises?)",
        r"\bmateriel\w*",
        r"\b(les|quels|des) moyens\b",
        r"\b(quels|les|des) outils\b",
        r"\b(ai|a|avoir|aura|aurai|aurons|auront|avons) droit\b",
        r"\b(met|mis|mise|mettra)\w* a (ma |notre |la )?disposition",
        r"\b(on|je|il|elle|candidat|nous) (dispose|aura|aurai)\w*\b",
    ),
    "modalite": (
        r"\bmodalite\w*",
        r"\bse (passe|deroule)\w*",
        r"\bderoulement\b",
        r"\bmise en situation\b",
        r"\bconditions? (d |de l )?(examen|epreuve|evaluation|passage)",
    ),
    "bloc": (
        r"\b(titre|intitule|nom|libelle)s? (exact |officiel )?(du|des|de chaque|de) (trois )?(bloc|pole)",
        r"\bcomment (s appelle\w*|se nomme\w*|s intitule\w*) .{0,12}(bloc|pole)",
    ),
    "definition": (
        r"\b(pme|tpe|pmi)\b.{0,30}\b(quoi|definition|veut dire|signifie|entend\w*|designe)",
        r"\b(quoi|definition|definit|veut dire|entend on|signifie|designe|sigle)\b.{0,20}\b(pme|tpe|pmi)\b",
    ),
    "loi": (
        r"\bl ?6113\b",
        r"\barticles? de loi",
        r"\bla loi\b",
        r"\bcode du travail\b",
        r"\btexte de loi",
        r"\bbase legale",
        r"\bcadre legal",
        r"\bjuridique",
    ),
}
_COMPILED = tuple((kind, re.compile("|".join(forms))) for kind, forms in _KINDS.items())

_NUMBER = {
    name: number
    for number, names in (
        (1, "1 un premier premiere 1er i"),
        (2, "2 deux deuxieme second seconde 2e 2eme ii"),
        (3, "3 trois troisieme 3e 3eme iii"),
    )
    for name in names.split()
}
_BLOC = re.compile(
    r"\b(?:blocs?|b|poles?|unites?|parties?|epreuves?)(?: de competences?)?(?: n| no| numero)? ?"
    r"(1er|[123]|un|deux|trois|premier|i{1,3})\b(?! blocs)"
    r"|\b(premiere?|1er|deuxieme|seconde?|troisieme|2e|3e|2eme|3eme) (?:bloc|pole|partie|unite|epreuve)"
)
_BLOC_WORD = r"\b(?:bloc|epreuve|partie|pole|unite) (?:de |du |d |des |sur )?(?:le |la |l )?"
_BLOC_TOPIC = tuple(
    (number, re.compile(_BLOC_WORD + rf"(?:{names})\b"))
    for number, names in (
        (1, r"commerciale?s?|commerce|vente|support commercial|actions commerciales"),
        (2, r"gestion|manageriale?|management|administrati\w+|secretariat"),
        (3, r"communication|com|comm|digitale?|numerique"),
    )
)
_LIST = re.compile(
    r"\btou(s|te|tes)\b|\bliste\w*|\bl ensemble des\b|\bquel(le)?s (sont|seront|etaient)\b|\benumer\w*"
    r"|\brecap\w*|\bcombien (de|d|y a)\b|\bc ?est quoi les\b|\b(donne\w*|cite\w*|rappel\w*) (moi )?les\b"
    r"|\bintegral\w*|\bexhausti\w*"
)
_EACH = re.compile(
    r"\b(les|des|dans les|chacun des|aux) (trois|3) (blocs|poles|epreuves|parties)\b"
    r"|\bchaque (bloc|pole|epreuve)\b|\bd un bloc a l autre|\btous les (blocs|poles)\b|\bselon le bloc"
    r"|\bpour tous les blocs|\bpar bloc\b"
)
_TITLE = re.compile(
    r"\b(titre|diplome|certification|examen|exam|epreuves?|jury|jures|candidat libre|ascom)\b"
)
_EXAM = re.compile(
    r"\b(examen|exam|epreuves?|evaluation|candidat\w*|droit|fourni\w*|autorise\w*|permis|donne\w*|dispo\w*"
    r"|apporter|amener|venir avec|centre|consignes?|sujet|logiciels?|materiel|moyens|outils?"
    r"|c est quoi|se passe)\b"
)


@dataclass(frozen=True, slots=True)
class Intent:
    """Priors drawn from the wording. None of them removes a passage."""

    kinds: tuple[str, ...]
    """Kinds of passages asked for, in the order of the list above; empty when the question names none."""
    blocs: tuple[int, ...]
    wants_list: bool
    every_bloc: bool
    about_title: bool
    """True when the question speaks of the title, the exam or its jury."""
    about_exam: bool
    """True when the question speaks of the exam, of what is given or allowed there."""

    @property
    def bloc(self) -> int | None:
        """The bloc, when exactly one is named."""
        return self.blocs[0] if len(self.blocs) == 1 else None


def read_intent(surface: str) -> Intent:
    """Intent of a question given flat (folded words joined by spaces, elided articles kept)."""
    kinds = tuple(kind for kind, pattern in _COMPILED if pattern.search(surface))
    blocs = dict.fromkeys(_NUMBER[after or before] for after, before in _BLOC.findall(surface))
    topics = [number for number, pattern in _BLOC_TOPIC if pattern.search(surface)]
    return Intent(
        kinds,
        tuple(blocs) or tuple(topics),
        wants_list=bool(_LIST.search(surface)),
        every_bloc=bool(_EACH.search(surface)),
        about_title=bool(_TITLE.search(surface)),
        about_exam=bool(_EXAM.search(surface)),
    )
