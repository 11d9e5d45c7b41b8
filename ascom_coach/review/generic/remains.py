# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks of what a model document leaves behind: blanks to fill, an old year, comments, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import fold, plain
from ascom_coach.review.generic.draft import Draft, Hit, good, untitled, wrong
from ascom_coach.review.generic.numbering import jumps, lost_steps
from ascom_coach.review.text_view import clipped

# Blanks of a model: [Nom], {prénom}, <<date>>, XXX, lorem ipsum, « à compléter », a line of dots.
BLANK = re.compile(
    r"\[[^\W\d_][^\[\]\n]{1,40}\](?!\((?:https?:|mailto:|tel:|www\.|[#/]))|\{\{?[^\W\d_][\w .’'-]{1,40}\}\}?|<<[^<>\n]{2,40}>>|«[A-Z_]{3,30}»|\bX{3,}\b"
    r"|\bJJ/MM/AAAA\b|\b(?:XX/){2}XX+|lorem ipsum|\bà compléter\b|\.{8,}|…{4,}|_{5,}"
    r"|Cliquez (?:ou appuyez )?ici pour (?:entrer|taper)|(?:Saisissez|Tapez|Ins[ée]rez|[ÉE]crivez|Ajoutez|Collez) ici (?:votre|le|la|les|un|une|vos)\b|\btexte (?:de remplissage|[àa] venir|provisoire)\b|\b(?:Monsieur/Madame|Madame/Monsieur|M\./Mme|Mme/M\.)(?= [A-ZÉ\[])",
    re.IGNORECASE,
)
_PADDING = re.compile(
    r"lorem ipsum|texte (?:de remplissage|[àa] venir|provisoire)|ici (?:pour|votre)", re.IGNORECASE
)
"""What is a blank even in a form."""
_TO_FILL = re.compile(
    r"nom|date|adresse|montant|societe|entreprise|civilite|titre|numero|n°|ville|objet|signature|destinat|expedit|heure|lieu|"
    r"fonction|poste|complet|votre|client|fournisseur|reference|telephone|mail|produit|prix|quantite|jour|mois|annee|texte|inser|"
    r"preciser|confirmer|remplir|xx"
)
_FORMS = ("P1.1", "P3.2", "P2.2", "P3.4")
"""Productions that hold blanks for their reader, or tags for the tool that sends them."""
_FORM_KINDS = ("formulaire", "fiche_message", "bon_livraison", "devis", "personnel", "bon_commande")
_RULED = re.compile(r"^[._…]+$")
_SLIP = re.compile(
    r"^\W*(?:coupon|talon|bulletin|bon pour pouvoir|partie a (?:decouper|detacher)|a (?:decouper|detacher|completer|remplir|retourner|renvoyer))(?!\w)|^\W*[-–—_✂ ]{8,}\W*$",
    re.MULTILINE,
)
"""Where a slip begins that the reader fills in and sends back."""
_SENT_BACK = re.compile(r"(?<!\w)(?:coupon|talon|bulletin|pouvoir|ci-dessous|a retourner|a renvoyer)(?!\w)")
_TOP = 12
_TITLE = 12
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_ANNOUNCED_YEAR = re.compile(
    r"(?:voeux|rentree|tarifs?|planning|programme|calendrier|invitation|convocation|conges|agenda|edition|saison|catalogue|inscriptions?)"
    r"(?: \w+){0,4}? (?P<year>20\d\d)(?!\d| ?[-/])"
)
_DATED_SIDE = re.compile(
    r"(?:©|copyright|edition|version|saison|annee|tarifs?|catalogue|mis a jour en|rentree|millesime|janvier|fevrier|mars|avril|mai|juin|juillet|"
    r"aout|septembre|octobre|novembre|decembre) ?:? ?(?P<year>20\d\d)(?![\d/-])"
)


def blanks(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Nothing left to fill in, except in what is meant to be filled in by hand."""
    text = draft.view.text
    form = draft.kind_id in _FORM_KINDS
    to_fill = draft.production is not None and draft.production.id in _FORMS
    merged = {
        field.code.upper().split()[-1]
        for field in draft.document.fields
        if "MERGEFIELD" in field.code.upper()
    }
    for number, match in enumerate(BLANK.finditer(text), 1):
        if match.group().startswith("[") and not _TO_FILL.search(plain(match.group())):
            continue  # [Urgent], [Externe]: a tag, not a blank
        if _RULED.match(match.group()) and (form or _on_a_slip(draft, match.start())):
            continue
        if match.group().strip("«»").upper() in merged or (
            match.group().startswith("«") and draft.kind_id == "emailing"
        ):
            continue
        if to_fill and not _PADDING.search(match.group()):
            continue
        place = draft.view.place(*match.span())
        yield wrong(
            "Il reste ici un texte à compléter.",
            place,
            "Que faut-il y écrire ?",
            certain=True,
            mark=f".{number}",
        )
        return
    if draft.view.blocks:
        yield good("Rien n’est resté à compléter.", draft.view.main())


def _on_a_slip(draft: Draft, offset: int) -> bool:
    """Whether a blank stands on the slip that a letter announces, for its reader to fill in."""
    slip = _SLIP.search(draft.folded.text)
    if slip is None or not _SENT_BACK.search(draft.folded.text):
        return False
    return draft.folded.span(*slip.span())[0] < offset


def old_traces(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No older year in a header or a footer, no comment and no tracked change in what is handed in."""
    document = draft.document
    day = draft.day
    for block in document.visible:
        if block.kind not in ("header", "footer") or day is None:
            continue
        folded = fold(block.text)
        match = _DATED_SIDE.search(folded.text)
        if match and int(match["year"]) < day.year:
            start, end = folded.span(*match.span())
            message = f"Cette date est d’une autre année que le document ({day.year})."
            hint = "Le haut et le bas de page viennent-ils d’un modèle ?"
            yield wrong(message, (block.locator.at(start, end), clipped(block.text)), hint, mark=".annee")
            break
    if document.type == "html" and draft.kind_id == "emailing" and untitled(document):
        message = "Le titre de la page est resté vide, ou celui du logiciel."
        yield wrong(message, draft.view.first(), "Que lira-t-on sur l’onglet ?", mark=".sans_titre")
    if not draft.sure:
        yield from jumps(draft)
        yield from lost_steps(draft)
    yield from _announced_for_another_year(draft)
    yield from _signed_by_another(draft)
    shared = draft.production is not None and draft.production.id == "P3.7"
    if document.comments and not shared:
        comment = document.comments[0]
        yield wrong("Un commentaire est resté dans le document.", (comment.locator, clipped(comment.text)),
                    "Votre lecteur doit-il le voir ?", mark=".commentaire")  # fmt: skip
    if document.deleted and not shared:
        block = document.deleted[0]
        yield wrong("Des modifications suivies ne sont ni acceptées ni refusées.", (block.locator, ""),
                    "Quel onglet permet de les accepter toutes ?", mark=".suivi")  # fmt: skip
    if draft.view.blocks:
        yield good("Je ne vois pas de reste d’un autre document.", draft.view.first())


def _announced_for_another_year(draft: Draft) -> Iterator[Hit]:
    """A title that announces something (wishes, prices, a planning) for a year that is over."""
    day = draft.day
    for block in draft.view.blocks[:_TOP] if day is not None else ():
        folded = fold(block.text)
        match = _ANNOUNCED_YEAR.search(folded.text)
        titled = len(block.text.split()) <= _TITLE
        if (
            match
            and titled
            and day is not None
            and int(match["year"]) < day.year
            and match["year"] not in str(day)
        ):
            start, end = folded.span(*match.span())
            message = f"Ce titre annonce {match['year']}, et le document est daté de {day.year}."
            yield wrong(
                message,
                (block.locator.at(start, end), clipped(block.text)),
                "Vient-il de l’an dernier ?",
                mark=".titre",
            )
            return


def _signed_by_another(draft: Draft) -> Iterator[Hit]:
    """A message that ends with the name of somebody other than its sender."""
    mail = draft.document.mail
    if mail is None or "signature" not in draft.parts:
        return
    index, start, end = draft.parts["signature"]
    line = draft.view.lines[index][start:end]
    signed = {plain(word) for word in _NAME.findall(line)}
    shown = {plain(word) for word in _NAME.findall(mail.sender.partition("<")[0])}
    if (
        not re.fullmatch(r"(?:[A-ZÀ-Þ][\w’'-]+ ?){2,3}", line.strip())
        or len(shown) != 2
        or plain(line) in draft.folded.text[:200]
    ):
        return
    local = plain(mail.sender.partition("<")[2].partition("@")[0])
    personal = all(word in local for word in shown) or any(len(word) > 3 and word in local for word in shown)
    if personal and not signed & shown and not any(word in local for word in signed):
        place = draft.view.place(draft.view.start(index) + start, draft.view.start(index) + end)
        yield wrong(
            "La signature n’est pas celle de la personne qui envoie.",
            place,
            "Qui signe ce message ?",
            mark=".signature",
        )


def shared_work(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Comments and tracked changes of shared work: told, since only a reader knows whether they are answered."""
    document = draft.document
    if document.comments:
        comment = document.comments[0]
        place = comment.locator, clipped(comment.text)
        count = len(document.comments)
        message = (
            "Un commentaire attend peut-être une réponse."
            if count == 1
            else f"{count} commentaires attendent peut-être une réponse."
        )
        yield wrong(message, place, "Est-il traité ?", mark=".commentaire")
    elif document.deleted:
        yield wrong("Des modifications suivies attendent une décision.", (document.deleted[0].locator, ""),
                    "Acceptées ou refusées ?", mark=".suivi")  # fmt: skip
