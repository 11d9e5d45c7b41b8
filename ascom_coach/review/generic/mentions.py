# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Check of the particulars that a kind of document must carry, at its date (`mentions.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from ascom_coach.language import plain
from ascom_coach.review.generic import money
from ascom_coach.review.generic.contracts import Particular, as_of, particulars
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.norms import cited
from ascom_coach.review.text_view import TextView

_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}(?: ?er)? (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\w*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)"
)
_POSTCODE = re.compile(r"(?<!\d)(?:\d{5}|\d{2} \d{3})\s+[a-z]{2}")
_ID = re.compile(r"(?<!\d)\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?(?!\d)")
_FORM = re.compile(
    r"(?<!\w)(?:sarl|sasu?|eurl|sa|sci|snc|scop|scic|selarl|ets|etablissements|association|mairie|commune|societe|cooperative|cabinet|hotel|restaurant|cafe|agence|garage|boutique|librairie|boulangerie|clinique|lycee|club|comite|groupe)(?!\w)"
)
_NO_TAX = re.compile(r"293 ?b|autoliquid|tva non applicable|exoner")
_LAST = re.compile(
    r"(?:poursuites|tribunal|contentieux|injonction|voie judiciaire|huissier|commissaire de justice|mise en demeure)"
)
_FURTHER = re.compile(
    r"(?:deuxieme|seconde|2e|troisieme|3e|derniere?) (?:relance|rappel)|nouvelle relance|malgre (?:notre|nos)|dernier (?:rappel|avis)"
)
_SECOND = re.compile(r"(?:deuxieme|seconde?|2e) (?:relance|rappel)")
"""A second reminder names what may follow; only the last one gives formal notice."""
_PAYMENT = re.compile(
    r"(?<!\w)(?:factures?|reglements?|paiements?|impayee?s?|echue?s?|cotisations?|loyers?)(?!\w)"
)
_SMALL = Decimal(150)
"""Below that total before tax, the VAT number of the seller may be left out (CGI, ann. II, art. 242 nonies A, II)."""


def carried(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Each particular in force at the date of the draft; the day of the list when the draft gives none."""
    wanted = particulars(draft.kind_id)
    blocks = [one for one in draft.whole.blocks if one.kind != "mail_header" or one.locator.ref == "objet"]
    text = plain(TextView(tuple(blocks)).text)
    if not wanted or not text.strip():
        return
    day = draft.day or as_of()
    lacking = []
    looked = 0
    for one in wanted:
        if not one.holds_on(day) or (one.condition and not _CONDITIONS[one.condition](draft, text)):
            continue
        looked += 1
        if not _there(one, draft, text):
            lacking.append(one)
    for one in lacking:
        message = (
            f"Je ne trouve pas {one.what}. Source : {cited(one.source)} (liste à jour au {as_of():%d/%m/%Y})."
        )
        hint = "Où votre lecteur le chercherait-il ?"
        yield wrong(message, (None, ""), hint, certain=one.certain, mark=f".{one.id}")
    if looked and not lacking:
        message = f"Les {looked} mentions attendues sont là." if looked > 1 else "La mention attendue est là."
        yield good(message, draft.view.first())


def _there(one: Particular, draft: Draft, text: str) -> bool:
    return any(pattern.search(text) for pattern in one.compiled) or any(
        _READINGS[name](draft, text) for name in one.patterns if name.startswith("@")
    )


Reading = Callable[[Draft, str], bool]
_READINGS: dict[str, Reading] = {
    "@date": lambda draft, text: (
        bool(_DATE.search(text)) or bool(draft.document.mail and draft.document.mail.date)
    ),
    "@deux_adresses": lambda draft, text: (
        len(set(_POSTCODE.findall(text))) >= 2 or len(_POSTCODE.findall(text)) >= 2
    ),
    "@deux_siren": lambda draft, text: len({re.sub(r"\D", "", one)[:9] for one in _ID.findall(text)}) >= 2,
    "@objet": lambda draft, text: (
        "objet" in draft.parts or bool(draft.document.mail and draft.document.mail.subject)
    ),
    "@signature": lambda draft, text: "signature" in draft.parts or draft.document.mail is not None,
    "@titre": lambda draft, text: any(block.kind in ("title", "heading") for block in draft.document.visible),
    "@lignes": lambda draft, text: any(
        len(row) >= 2
        and row[-1].number is not None
        and row[0].number is None
        and not money.role_of(row[0].text)
        for table in draft.tables
        for row in table
    ),
    "@mail": lambda draft, text: bool(re.search(r"[\w.-]+@[\w-]+\.\w", text)),
}


def _taxed(draft: Draft, text: str) -> bool:
    return bool(re.search(r"(?<!\w)t\.?v\.?a", text)) and not _NO_TAX.search(text)


def _above_small(draft: Draft, text: str) -> bool:
    totals = [one.value for one in draft.totals if one.role in ("ht", "ttc")]
    return _taxed(draft, text) and (not totals or max(totals) > _SMALL)


def _professional(draft: Draft, text: str) -> bool:
    """Whether the client looks like a firm: two identities, or two company forms on lines of their own."""
    lines = {
        line
        for line in re.split(r"\n| - |, ", text)
        if _FORM.search(line) and len(line.split()) <= 8 and "capital" not in line
    }
    return len(lines) >= 2 or _READINGS["@deux_siren"](draft, text)


_CONDITIONS: dict[str, Reading] = {
    "tva": _taxed,
    "tva_plus_150": _above_small,
    "detail": lambda draft, text: not re.search(r"facture (?:d'acompte|de solde|de situation)", text),
    "sans_tva": lambda draft, text: not re.search(r"(?<!\w)t\.?v\.?a(?!\w)|(?<!\w)ttc(?!\w)", text),
    "professionnel": _professional,
    "individuel": lambda draft, text: (
        bool(re.search(r"artisan|auto-?entrepreneu|micro-?entrepr", text)) and not _FORM.search(text)
    ),
    "societe": lambda draft, text: bool(re.search(r"(?<!\w)(?:sarl|sasu?|eurl|snc)(?!\w)", text)),
    "donnees": lambda draft, text: (
        "nom" in text and bool(re.search(r"e-?mail|courriel|telephone|adresse", text))
    ),
    "atteste": lambda draft, text: bool(re.search(r"(?<!\w)(?:atteste|certifie|soussigne)", text)),
    "paiement": lambda draft, text: bool(_PAYMENT.search(text)),
    "premiere_relance": lambda draft, text: (
        bool(_PAYMENT.search(text)) and not _LAST.search(text) and not _FURTHER.search(text)
    ),
    "mise_en_demeure": lambda draft, text: bool(_LAST.search(text)) and not _SECOND.search(text),
}
