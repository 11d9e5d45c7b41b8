# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Check of a job offer: no criterion that the law forbids, one kind of contract, both genders.

Source: Code du travail, art. L. 1132-1 (discriminations), L. 1142-1 (sex), L. 5321-2 and L. 5331-2 (offers), as of 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.norms import cited

_NO_DISCRIMINATION = cited("C. trav., art. L. 1132-1 (au 25/11/2026)")
_BOTH = cited("C. trav., art. L. 1142-1 (au 25/11/2026)")
_EQUALITY = cited("C. trav., art. L. 1132-1 et L. 1142-1 (au 25/11/2026)")
_OFFER = re.compile(
    r"(?<!\w)(?:offres? d'emploi|poste a pourvoir|(?:recrut|recherch|embauch)(?:e|ons|ent)(?! des? (?:stagiaires?|benevoles?))|rejoignez (?:notre|l')|nous recrutons|annonce de recrutement|avis de recrutement)(?!\w)"
)
_ASIDE = re.compile(
    r"(?<!\w)(?:compte rendu|facture|devis|convention de stage|lettre de motivation|ma candidature|je me permets|vous recherchez)(?!\w)"
)
"""An answer to an offer, or a paper of another kind; what greets somebody is a letter."""
_FORBIDDEN: tuple[tuple[str, str], ...] = (
    (r"jeunes? (?:hommes?|femmes?|filles?|gens|diplome\w*|retraite\w*|collaborat\w+|assistante?s?|vendeu\w+|secretaires?|personnes?|commercial\w*)|(?:age[es]*|entre) (?:de )?\d{2} (?:a|et) \d{2} ans|moins de \d{2} ans|plus de [3-6]\d ans(?! d'experience)|\d{2} ans (?:maximum|au plus)|pas plus de \d{2} ans|seniors? (?:s'abstenir|exclus)", "l’âge"),
    (r"(?:jeunes? )?(?:homme|femme|fille|garcon)s?(?! de (?:menage|chambre)| (?:et|ou) (?:aux? |d'|de )?(?:femme|homme)s?|/| \()", "le sexe"),
    (r"celibataires?|mariee?s?|sans enfants?|sans charge de famille|mere de famille|pere de famille|situation de famille|enceintes?", "la situation de famille"),
    (r"(?:bonne|excellente|tres bonne) presentation(?! (?:orale|des))|physique agreable|belle allure|apparence soignee|mince|taille (?:minimum|minimale)", "l’apparence"),
    (r"nationalite (?:francaise|europeenne)|de langue maternelle \w+|langue maternelle|d'origine (?:francaise|europeenne)|francais de souche", "l’origine"),
    (r"(?:habitant|residant|demeurant|domiciliee?s?) (?:a|dans|pres|sur)(?!\w)", "le lieu de résidence"),
    (r"(?:en )?(?:bonne|parfaite) sante|sans handicap|valide physiquement|non[- ]fumeu\w+", "la santé"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), what) for pattern, what in _FORBIDDEN)
_ANSWER = re.compile(
    r"(?<!\w)(?:votre candidature|vous avez postule|votre cv|donner (?:une )?suite (?:favorable )?a votre)(?!\w)"
)
_MOTIVE = re.compile(
    r"(?<!\w)(?:votre (?:age|sexe|nationalite|origine|religion|grossesse|handicap|apparence|situation de famille|etat de sante|lieu de residence|nom de famille)|"
    r"(?:vous etes|etant) (?:trop (?:jeune|agee?)|enceinte|une femme|un homme)|vos (?:enfants|origines))(?!\w)"
)
_EQUAL = re.compile(
    r"(?<!\w)(?:h ?/ ?f|f ?/ ?h|homme ?/ ?femme|femme ?/ ?homme|hommes? (?:et|ou) (?:aux )?femmes?|femmes? (?:et|ou) (?:aux )?hommes?|\w+\(e\)|\w+[·.]e(?:\.s)?(?!\w)|\w+/(?:e|ne|trice|euse|se|ere|rice)(?!\w))"
)
_DETAILED = re.compile(
    r"(?<!\w)(?:offre d'emploi|poste|cdi|cdd|contrat|salaire|bruts?|temps (?:plein|partiel)|candidatures?|cv|profil|missions?)(?!\w)"
)
_DETAILS = 2
"""Words of a whole offer; a line that says « nous recrutons » is none."""
_LASTS = re.compile(r"(?<!\w)cdi(?!\w)|duree indeterminee")
_ENDS = re.compile(
    r"(?<!\w)(?:ce|le|du|votre|notre|un|en|d'un|contrat :?|type de contrat :?) ?cdd(?!\w)|(?<!\w)(?:ce|le|du|un|en|d'un) contrat a duree determinee|(?<!\w)contrat (?:de|d'une duree de) (?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) mois"
)
_EITHER = re.compile(
    r"(?<!\w)(?:ou|puis|cdisation|transform\w*|debouch\w*|peut devenir|evolu\w+ (?:vers|en)|suivi d'un|en vue d'un|avant|possibilite)(?!\w)"
)


def lawful_offer(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A job offer chooses people by their skills alone, and says one contract."""
    folded = draft.folded.text
    if _ANSWER.search(folded) and (match := _MOTIVE.search(folded)):
        message = f"Une candidature ne se refuse pas pour ce motif. Source : {_NO_DISCRIMINATION}."
        yield wrong(
            message, draft.at(match), "Quelle raison tient aux compétences ou au poste ?", mark=".motif"
        )
        return
    if (
        draft.document.sheets
        or "appel" in draft.parts
        or not _OFFER.search(folded)
        or _ASIDE.search(folded[:600])
    ):
        return
    told = 0
    seen: list[tuple[int, int]] = []
    for pattern, what in _PATTERNS:
        for match in pattern.finditer(folded):
            if _EQUAL.search(folded[max(0, match.start() - 15) : match.end() + 15]) or any(
                first < match.end() and match.start() < last for first, last in seen
            ):
                continue
            seen.append(match.span())
            told += 1
            message = f"Une offre d’emploi ne choisit pas selon {what}. Source : {_EQUALITY}."
            yield wrong(
                message,
                draft.at(match),
                "Quelle compétence ou quelle tâche cherchez-vous vraiment ?",
                mark=f".critere{told}",
            )
            break
    lasting, ending = _LASTS.search(folded), _ENDS.search(folded)
    if (
        lasting
        and ending
        and not any(
            _EITHER.search(draft.sentence_at(draft.folded.span(*one.span())[0])) for one in (lasting, ending)
        )
    ):
        told += 1
        message = "L’offre parle d’un CDI et d’un CDD."
        yield wrong(
            message,
            draft.at(max(lasting, ending, key=lambda one: one.start())),
            "Quel contrat proposez-vous ?",
            mark=".contrat",
        )
    if not _EQUAL.search(folded) and len(set(_DETAILED.findall(folded))) >= _DETAILS:
        told += 1
        message = f"Rien ne dit que l’offre s’adresse aux femmes et aux hommes. Source : {_BOTH}."
        yield wrong(message, draft.view.first(), "Quelle mention suit l’intitulé du poste ?", mark=".mixte")
    if not told:
        yield good("L’offre ne retient aucun critère interdit.", draft.view.first())
