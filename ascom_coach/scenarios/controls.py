"""The controls an author may ask for, one class a type. A control checks one thing under one criterion."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ascom_coach.scenarios.control import Control
from ascom_coach.scenarios.controls_look import Charter, Pictures, Slots
from ascom_coach.scenarios.nodes import Texts, YesNo


class FactsPresent(Control):
    """Each fact's value stands in the text, in any written form. `si_imprevu` gives the value after a twist."""

    type: Literal["faits_presents"]
    valeurs: Texts = ()
    si_imprevu: dict[str, dict[str, str]] = Field(default_factory=dict)


class ValuesPresent(Control):
    """Each listed value stands in the text, in any written form."""

    type: Literal["valeurs_presentes"]
    valeurs: Texts
    intitule: str = ""


class ValuesAbsent(Control):
    """None of the listed texts is left over (old year, former colleague, unfilled placeholder, confidential words)."""

    type: Literal["absents"]
    valeurs: Texts
    raison: str = ""
    fait: str = ""
    anomalie: str = ""


class PromisedQuantity(Control):
    """The quantity promised in writing. `si_imprevu` maps a twist to the value that then holds."""

    type: Literal["quantite_promise"]
    valeur: str
    si_imprevu: dict[str, str] = Field(default_factory=dict)


class ActsPresent(Control):
    """Speech acts the text must hold: apology, empathy, reformulation, commitment…"""

    type: Literal["actes_presents"]
    actes: Texts


class ActsAbsent(Control):
    """Speech acts the text must not hold: blame, threat, insult."""

    type: Literal["actes_absents"]
    actes: Texts


class Length(Control):
    """Number of words, both bounds included."""

    type: Literal["longueur"]
    mots_min: int = 0
    mots_max: int = 100_000


class Register(Control):
    """Tutoiement or vouvoiement throughout."""

    type: Literal["registre"]
    registre: Literal["tutoiement", "vouvoiement"]


class Forbidden(Control):
    """Nothing that the delegation forbids (ids of `delegation.interdit`)."""

    type: Literal["interdits"]
    interdit: Texts


class Limit(Control):
    """No gesture above the maximum of an entry of `delegation.autorise`."""

    type: Literal["limite"]
    autorise: str


class Parts(Control):
    """Parts of a letter or mail: objet, date, appel, politesse, signature, pieces_jointes, references…"""

    type: Literal["parties"]
    parties: Texts


class AnomalyReported(Control):
    """The anomaly is told to the reader. `mots` lists what proves it: each group needs one of its `|` alternatives."""

    type: Literal["anomalie_signalee"]
    anomalie: str
    mots: Texts = ()


class HandedInOnTime(Control):
    """Handed in before the hour of the instruction, or within the minutes of the step."""

    type: Literal["delai_de_remise"]
    minutes: int | None = None


class CellValue(Control):
    """A cell found by its row key and its column heading. `attendu` is the value, else the fact of the anomaly."""

    type: Literal["cellule"]
    anomalie: str = ""
    ligne: str
    colonne: str
    attendu: str = ""
    fait: str = ""


class RowsChanged(Control):
    """The rows that the contract names changed, all others as they were handed out."""

    type: Literal["lignes"]


class RowPresent(Control):
    """A row whose named columns hold the given values (keyed by heading)."""

    type: Literal["ligne_presente"]
    valeurs: dict[str, str]
    anomalie: str = ""


class RowAbsent(Control):
    """A row that had to go (duplicate, unsubscribed contact): no row holds all of the given values."""

    type: Literal["ligne_absente"]
    valeurs: dict[str, str]
    anomalie: str = ""


class Total(Control):
    """A total found by its label, to the cent, and equal to the sum of its column when `colonne` is given."""

    type: Literal["total"]
    libelle: str
    attendu: str
    colonne: str = ""
    anomalie: str = ""
    si_imprevu: dict[str, str] = Field(default_factory=dict)


class FormulaColumn(Control):
    """The cells of a calculated column (or the cell of a labelled total) are formulas, not typed constants.

    The formulas of a column agree, their references hold when copied, and no number of the table is typed in them.
    """

    type: Literal["formules"]
    colonnes: Texts = ()
    libelles: Texts = ()


class TypedColumns(Control):
    """The filled cells of these columns are real numbers or dates, not texts that look like some."""

    type: Literal["colonnes_typees"]
    colonnes: Texts
    nature: Literal["nombre", "date"] = "nombre"


class ChartPresent(Control):
    """A chart with a title, axis titles and the right range (by column headings).

    `unite` (« € », « heures ») must be told by its title, an axis title or the name of a series. `genres` are the
    kinds that answer the question; an axis of bars that does not start at zero is always a defect.
    """

    type: Literal["graphique"]
    titres_axes: YesNo = True
    colonnes: Texts = ()
    unite: str = ""
    genres: tuple[Literal["barres", "courbe", "secteurs", "nuage", "aires"], ...] = ()


class WorkbookForm(Control):
    """Professional form of a workbook: frozen or repeated header, number formats, print set-up."""

    type: Literal["presentation_classeur"]
    attendus: Texts = ("entete_figee", "formats")


class RealStyles(Control):
    """Real headings and lists, no typed dashes, no spacing by empty paragraphs, page field when asked."""

    type: Literal["styles"]
    attendus: Texts = ("titres", "listes")


class AlternativeText(Control):
    """Every picture has an alternative text that is not a file name."""

    type: Literal["texte_alternatif"]
    anomalie: str = ""


class LinksValid(Control):
    """Links of the document lead where the scenario says; none of `interdits` is left."""

    type: Literal["liens"]
    attendus: Texts = ()
    interdits: Texts = ()
    anomalie: str = ""


class Attachments(Control):
    """An attachment that the text announces is attached (mail) or handed in with it."""

    type: Literal["pieces_jointes"]


class Language(Control):
    """Errors counted by the embedded proofreader, per 100 words (count under 60 words)."""

    type: Literal["langue"]
    erreurs_max_pour_cent: float = 1.5


class FactsObtained(Control):
    """Asked in the conversation and obtained. Needs the session."""

    type: Literal["faits_obtenus"]


class Conduct(Control):
    """Speech acts of the trainee in the conversation. Needs the session.

    `discretion`: an indiscreet request (manner `indiscret`) obtained nothing about anybody else.
    """

    type: Literal["conduite"]
    actes: Texts = ()
    actes_interdits: Texts = ()
    interdit: Texts = ()
    humeur_finale_min: int | None = None
    discretion: YesNo = False


class KeptPromises(Control):
    """What was promised aloud to `a` (a person's id) is written, with the same day or amount. Needs the session."""

    type: Literal["promesses_tenues"]
    a: str


class Judgement(Control):
    """What only a reader can judge. Comes out « non évaluable » without a model or a trainer.

    `question` is what the judge answers; `descripteurs` are the closed list of answers, best first.
    """

    type: Literal["jugement"]
    question: str
    descripteurs: Texts = ()


AnyControl = Annotated[
    FactsPresent | ValuesPresent | ValuesAbsent | PromisedQuantity | ActsPresent | ActsAbsent | Length | Register
    | Forbidden | Limit | Parts | AnomalyReported | HandedInOnTime | CellValue | RowsChanged | RowPresent
    | RowAbsent | Slots | Total | FormulaColumn | TypedColumns | ChartPresent | WorkbookForm | RealStyles
    | AlternativeText | Charter | Pictures | LinksValid | Attachments | Language | FactsObtained | Conduct
    | KeptPromises | Judgement,
    Field(discriminator="type"),
]  # fmt: skip
