"""What an author writes in `scenario.yaml`, typed. Keys are French; every scalar arrives as text.

The text belongs to the author, the decisions to the code. Public and hidden text never share a key:
`Fact.valeur`, `Fact.questions`, `Fact.mots_cles`, controls, hints and anomalies are never shown as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from ascom_coach.scenarios.controls import AnyControl
from ascom_coach.scenarios.nodes import Day, Node, Slug, Texts, YesNo

PointKind = Literal["qui", "quoi", "quand", "delai", "quantite", "format", "limite", "ou", "pourquoi"]
Treatment = Literal["signaler", "corriger", "demander"]
Manner = Literal["presse", "confus", "bavard", "tenace", "indiscret", "etranger"]
RegisterName = Literal["tutoiement", "vouvoiement"]


_LINE_KEYS = (
    "ouverture", "salutations", "relances", "incomprehension", "ignorance", "accuse_reception", "silence", "cloture",
)  # fmt: skip


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class Reference(Node):
    """What of the référentiel the scenario trains. Ids only."""

    competences: Texts = ()
    productions: Texts = ()
    criteres: Texts = ()
    activites: Texts = ()


class Company(Node):
    """The fictional firm, all public."""

    nom: str
    secteur: str = ""
    effectif: str = ""
    ton: str = ""
    ville: str = ""
    presentation: str = ""


class HandedDocument(Node):
    """A file the trainee receives, and the anomalies planted in it."""

    id: Slug
    fichier: str
    titre: str = ""
    anomalies: Texts = ()


class Anomaly(Node):
    """A planted defect and what a good assistant does with it. `fait` gives the right value, if one must be asked."""

    id: Slug
    detail: str
    attendu: Treatment
    fait: str = ""
    valeur: str = ""


class Condition(Node):
    """A small typed test on the state; all the keys given must hold."""

    humeur_min: int | None = None
    humeur_max: int | None = None
    tours_min: int | None = None
    tours_max: int | None = None
    essentiels: YesNo | None = None
    acte: str = ""
    fait: str = ""
    imprevu: str = ""
    etape: str = ""
    minute: int | None = None


class Allowed(Node):
    """What the trainee may promise, up to `maximum` (« 30 EUR », « 6 »), when `condition` holds.

    `sens` names promise verbs (rembourser, geste, livrer…) that this entry covers; `reponses` is what the manager says
    when the trainee asks for leave or how far it goes, in place of the points already said.
    """

    id: Slug
    quoi: str
    maximum: str = ""
    sens: Texts = ()
    condition: Condition | None = None
    reponses: Texts = ()


class Banned(Node):
    """What the trainee may not say or promise: by words (stems), by promise verbs, or by speech act.

    `reponses` is what the manager says when the trainee asks for leave.
    """

    id: Slug
    quoi: str
    mots: Texts = ()
    sens: Texts = ()
    acte: str = ""
    reponses: Texts = ()


class Escalation(Node):
    """When the trainee must hand over, and to whom."""

    vers: str
    quand: tuple[Condition, ...] = ()


class Delegation(Node):
    """The limits of what the trainee may decide alone."""

    autorise: tuple[Allowed, ...] = ()
    interdit: tuple[Banned, ...] = ()
    escalade: Escalation | None = None

    @property
    def entries(self) -> tuple[Allowed | Banned, ...]:
        """What is allowed, then what is forbidden."""
        return (*self.autorise, *self.interdit)


class Point(Node):
    """One atomic piece of an oral instruction: what the manager says, and the value it carries.

    `lapsus`: what the manager says first by mistake; they correct themselves, then say `dit`.
    `questions`: ways to ask for it again that share no word with `dit`.
    """

    id: Slug
    nature: PointKind
    dit: str
    lapsus: str = ""
    valeur: str = ""
    faits: Texts = ()
    questions: Texts = ()


class Gap(Node):
    """What the instruction leaves out or leaves ambiguous: the trainee must ask for `fait`."""

    id: Slug
    quoi: str
    fait: str


class OralInstruction(Node):
    """A manager speaks. `ecoutes` is the number of hearings in training."""

    type: Literal["consigne_orale"]
    id: Slug
    qui: str
    ecoutes: int = 2
    ouverture: Texts = ()
    points: tuple[Point, ...]
    manque: tuple[Gap, ...] = ()
    ambigu: tuple[Gap, ...] = ()
    questions: YesNo = True
    minutes: int | None = None
    tours_max: int | None = None
    titre: str = ""


class Dialogue(Node):
    """A conversation with one or several people, the first one speaks first."""

    type: Literal["dialogue"]
    id: Slug
    qui: Texts
    tours_max: int | None = None
    minutes: int | None = None
    titre: str = ""
    canal: Literal["telephone", "face_a_face", "tchat"] = "telephone"


class Writing(Node):
    """The trainee writes and hands in."""

    type: Literal["production"]
    id: Slug
    minutes: int | None = None
    productions: Texts = ()
    qui: Texts = ()
    titre: str = ""


Step = Annotated[OralInstruction | Dialogue | Writing, Field(discriminator="type")]


class Moment(Node):
    """When a twist comes: in a step, after so many minutes of it or so many turns."""

    etape: str
    minute: int | None = None
    tours: int | None = None


class Change(Node):
    """A fact takes another value."""

    fait: str
    valeur: str


class Twist(Node):
    """Something that happens on the way and changes the right answer."""

    id: Slug
    quand: Moment
    qui: str
    dit: str
    change: Change | None = None


class Mood(Node):
    """From 0 (furious) to 5 (won over): where it starts, what moves it, what is said at each value."""

    depart: int = 2
    monte: dict[str, int] = Field(default_factory=dict)
    baisse: dict[str, int] = Field(default_factory=dict)
    phrases: dict[int, Texts] = Field(default_factory=dict)


class SpokenVoice(Node):
    """How a person sounds when the voice is on. What is left out is derived from the person, always the same."""

    genre: Literal["femme", "homme", ""] = ""
    vitesse: Literal["lente", "normale", "rapide", ""] = ""
    hauteur: Literal["grave", "moyenne", "aigue", ""] = ""


class Character(Node):
    """A person played by the program. `manieres`: ways of speaking, with their own lines in
    `repliques_de_maniere` if the author wrote some. `voix`: the synthetic voice, if it is on."""

    nom: str
    role: str = ""
    registre: RegisterName = "vouvoiement"
    registre_recu: RegisterName | None = None
    phrases_max: int = 3
    style: str = ""
    manieres: Annotated[tuple[Manner, ...], BeforeValidator(_listed)] = ()
    repliques_de_maniere: dict[Manner, Texts] = Field(default_factory=dict)
    voix: SpokenVoice = SpokenVoice()
    grief: str = ""
    ouverture: Texts = ()
    ignore: Texts = ()
    humeur: Mood | None = None
    salutations: Texts = ()
    relances: Texts = ()
    incomprehension: Texts = ()
    ignorance: Texts = ()
    accuse_reception: Texts = ()
    silence: Texts = ()
    cloture: Texts = ()

    def lines(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every ready-made line of the person, with its place under the person's key."""
        for key in _LINE_KEYS:
            for rank, line in enumerate(getattr(self, key)):
                yield (key, rank), line
        for manner, said in self.repliques_de_maniere.items():
            for rank, line in enumerate(said):
                yield ("repliques_de_maniere", manner, rank), line
        for mood, phrases in (self.humeur.phrases if self.humeur else {}).items():
            for rank, line in enumerate(phrases):
                yield ("humeur", "phrases", str(mood), rank), line


class Access(Node):
    """The gate of a fact, when it is neither free nor closed for ever."""

    humeur_min: int | None = None
    apres: str = ""


def _access(value: Any) -> Any:
    if isinstance(value, str) and value not in ("spontane", "si_demande", "jamais"):
        raise ValueError("écrivez spontane, si_demande, jamais, {humeur_min: n} ou {apres: fait}")
    return value


class Fact(Node):
    """Something one person knows. `porte_sur` is public and never tells the value; `valeur` is locked until granted."""

    id: Slug
    qui: str
    acces: Annotated[Literal["spontane", "si_demande", "jamais"] | Access, BeforeValidator(_access)] = (
        "si_demande"
    )
    porte_sur: str
    valeur: str
    aussi_dans: Texts = ()
    essentiel: YesNo = False
    questions: Texts = ()
    mots_cles: Texts = ()
    reponses: Texts = ()
    esquive: Texts = ()
    explication: str = ""


class End(Node):
    """How the conversation can end. The first whose condition holds wins."""

    id: Slug
    si: Condition
    dit: str = ""
    titre: str = ""


class Contract(Node):
    """What a workbook must respect, located by role: header texts and keys, never cell addresses."""

    depart: str = ""
    feuille: str = ""
    entete: Texts = ()
    cle: str = ""
    lignes_modifiees: Texts = ()
    lignes_ajoutees: Texts = ()
    lignes_supprimees: Texts = ()
    colonnes_calculees: Texts = ()
    libelle_total: Texts = ()


class Production(Node):
    """One thing to hand in, and the controls that judge it."""

    id: Slug
    type: str
    titre: str = ""
    demande: str = ""
    referentiel: Texts = ()
    formats: Texts = ()
    contrat: Contract | None = None
    controles: tuple[AnyControl, ...] = ()

    @property
    def spoken(self) -> bool:
        """A conversation, judged from the session: there is no file to hand in."""
        return self.type == "entretien"


class Phrase(Node):
    """A sentence and what it must be understood as, written by someone other than the author."""

    dit: str
    fait: str = ""
    acte: str = ""


class Decoy(Node):
    """A plausible question that nobody can answer here, with a natural dodge."""

    id: Slug
    questions: Texts
    mots_cles: Texts = ()
    reponses: Texts = ()


class Debrief(Node):
    """What the debrief shows, and when."""

    apres: str = "version_1"
    montre: Texts = ()


class Scenario(Node):
    """A whole scenario, as written (variables between braces not yet replaced)."""

    format: int = 1
    id: Slug
    titre: str
    statut: Literal["brouillon", "essaye", "valide"] = "brouillon"
    bloc: Annotated[int, Field(ge=1, le=3)]
    niveau: Annotated[int, Field(ge=1, le=3)] = 1
    duree_minutes: int = 45
    date_fictive: Day
    jours_feries: tuple[Day, ...] = ()
    presentation: str = ""
    referentiel: Reference = Reference()
    entreprise: Company
    variantes: dict[str, tuple[str | dict[str, str], ...]] = Field(default_factory=dict)
    documents_remis: tuple[HandedDocument, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    delegation: Delegation = Delegation()
    etapes: tuple[Step, ...]
    imprevus: tuple[Twist, ...] = ()
    personnages: dict[str, Character]
    faits: tuple[Fact, ...]
    leurres: tuple[Decoy, ...] = ()
    fins: tuple[End, ...] = ()
    productions: tuple[Production, ...] = ()
    indices: dict[str, Texts] = Field(default_factory=dict)
    temoins: dict[str, dict[str, str]] = Field(default_factory=dict)
    corrige: dict[str, str] = Field(default_factory=dict)
    tests: tuple[Phrase, ...] = ()
    bilan: Debrief = Debrief()

    @property
    def to_hand_in(self) -> tuple[Production, ...]:
        """The productions that are files, in order."""
        return tuple(production for production in self.productions if not production.spoken)

    def fact(self, fact_id: str) -> Fact:
        """The fact of that id. Raises KeyError."""
        return next((fact for fact in self.faits if fact.id == fact_id), None) or _missing(fact_id)

    def production(self, production_id: str) -> Production:
        """The production of that id. Raises KeyError."""
        return next((item for item in self.productions if item.id == production_id), None) or _missing(
            production_id
        )

    def anomaly(self, anomaly_id: str) -> Anomaly:
        """The anomaly of that id. Raises KeyError."""
        return next((item for item in self.anomalies if item.id == anomaly_id), None) or _missing(anomaly_id)


def _missing(item: str) -> Any:
    raise KeyError(item)


class Draft(Node):
    """The least a draft needs to try its understanding: facts only, everything else ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str = "brouillon"
    date_fictive: Day | None = None
    faits: tuple[Fact, ...]
    leurres: tuple[Decoy, ...] = ()
