"""The fifth hand's faults in the list of recipients.

Written from the story, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.benchmarks.mutation.fifth_tables import crossed, kept_hidden, moved, relabelled, renumbered, spread
from tests.benchmarks.mutation.fourth_tables import column_more, looks, slipped
from tests.benchmarks.mutation.other import OtherFault, put
from tests.benchmarks.mutation.third import (
    blotted,
    emptied,
    exchanged,
    faults,
    heading,
    hidden_row,
    narrow,
    renamed,
    row_gone,
    row_more,
)


def mailing(keys: list[str]) -> Iterator[OtherFault]:
    yield from _people(keys)
    yield from _cells()
    yield from _count()


def _people(keys: list[str]) -> Iterator[OtherFault]:
    professional = {"Prénom": None, "Profil": "Professionnel"}
    yield from faults("liste", (
        ("landscape gardener kept", "KX3.1 KX3.2",
         row_more("C-107", "C-118", Nom="Paysages Fontanel", Courriel="contact@fontanel.example", **professional)),
        ("nursery kept", "KX3.1 KX3.2",
         row_more("C-116", "C-118", Nom="Jardins du Levant", Courriel="bureau@jardins-levant.example", **professional)),
        ("landscape gardener kept as a private client", "KX3.1 KX3.2",
         row_more("C-107", "C-118", Nom="Paysages Fontanel", Prénom=None, Courriel="contact@fontanel.example")),
        ("landscape gardener kept with his discount", "KX3.1 KX3.2",
         row_more("C-107", "C-118", Nom="Paysages Fontanel", Remarque="Remise de 15 %", **professional)),
        ("one who reads added", "KX3.2 KX3.1",
         row_more("C-119", "C-118", Nom="Lacaze", Prénom=None, Courriel="mairie@sainte-colombe.example")),
        ("neighbour of the partner added", "KX3.2 KX3.5 KX3.1",
         row_more("C-119", "C-118", Nom="Ternaux", Prénom=None, Courriel="ternaux@messagerie.example")),
        ("partner added", "KX3.2 KX3.1",
         row_more("C-119", "C-118", Nom="Castaing", Prénom=None, Courriel="greffoir@courrier.example")),
        ("owner’s own address added as a trial", "KX3.2 KX3.1",
         row_more("C-000", "C-118", Nom="TEST", Prénom="Odile", Courriel="odile@vergers-aubepine.example")),
        ("same client under another number", "KX3.2 KX3.1", row_more("C-120", "C-112")),
        ("client whose address was wrong taken off", "KX3.2 KX3.1", row_gone("C-111")),
        ("client with a wish taken off", "KX3.2 KX3.1", row_gone("C-103")),
        ("first of the list lost", "KX3.2 KX3.1", row_gone(keys[0])),
        ("numbers of one’s own", "KX3.2 KX3.1", renumbered("")),
        ("numbers with another letter", "KX3.2 KX3.1", renumbered("D-")),
        ("number with a digit too many", "KX3.2 KX3.1", renamed("C-112", "C-1112")),
        ("number gone", "KX3.2 KX3.1", relabelled("C-105", None)),
    ))  # fmt: skip
    yield from looks("liste", (
        ("professional hidden instead of removed", "KX3.1 KX3.2",
         kept_hidden("C-107", "C-118", Nom="Paysages Fontanel", **professional)),
        ("one who unsubscribed hidden instead of removed", "KX3.5 KX3.2",
         kept_hidden("C-121", "C-118", Nom="Varenne", Accord="désinscrit le 08/06/2026")),
        ("recipient hidden", "KX3.4 KX3.2", hidden_row("C-114")),
        ("mails too narrow", "KX3.4", narrow("Courriel")),
        ("mail in white on white", "KX3.4 KX3.2", blotted("C-112", "Courriel")),
    ))  # fmt: skip


def _cells() -> Iterator[OtherFault]:
    mail, note, consent, seen = "Courriel", "Remarque", "Accord", "Dernière venue"
    yield from faults("liste", (
        ("mail with a full stop at its end", "KX3.2", put("C-105", mail, "paule.esteve@courrier.example.")),
        ("mail with an accent", "KX3.2", put("C-114", mail, "noémie.lavergne@courrier.example")),
        ("mail without its domain", "KX3.2", put("C-118", mail, "claire.nguyen@")),
        ("mail cut off", "KX3.2", put("C-105", mail, "paule.esteve@courrier.exam")),
        ("mail of a web page", "KX3.2", put("C-112", mail, "www.courrier.example/rosa.ibarra")),
        ("two mails in a cell", "KX3.2",
         put("C-103", mail, "m.cazals@courrier.example, mireille@messagerie.example")),
        ("two signs in a mail", "KX3.2", put("C-112", mail, "rosa@ibarra@courrier.example")),
        ("telephone in place of a mail", "KX3.2", put("C-105", mail, "06 39 98 45 10")),
        ("mail to be asked for", "KX3.2", put("C-111", mail, "à demander à Yanis")),
        ("mail of another client", "KX3.2", crossed("C-105", "C-114", mail)),
        ("mail in the column beside", "KX3.2", moved("C-112", mail, note)),
        ("same mail all down the column", "KX3.2", spread("C-105", mail)),
        ("mails gone", "KX3.2 KX3.1", emptied(mail)),
        ("names sorted alone", "KX3.2", slipped("Nom")),
        ("first names sorted alone", "KX3.2", slipped("Prénom")),
        ("visits sorted alone", "KX3.2", slipped(seen)),
        ("two names exchanged", "KX3.2", exchanged("C-112", "C-118", "Nom")),
        ("first name gone", "KX3.2", put("C-109", "Prénom", None)),
        ("name in place of the first name", "KX3.2", put("C-112", "Prénom", "Ibarra")),
        ("consent refused, row kept", "KX3.5 KX3.2", put("C-105", consent, "non")),
        ("consent to be checked", "KX3.5 KX3.2", put("C-118", consent, "à vérifier")),
        ("consent withdrawn by telephone, row kept", "KX3.5 KX3.2",
         put("C-112", consent, "ne veut plus rien, dit au téléphone")),
        ("consent of another column", "KX3.5 KX3.2", put("C-114", consent, "Particulier")),
        ("profile gone", "KX3.2 KX3.1", put("C-112", "Profil", None)),
        ("profiles gone", "KX3.2 KX3.1", emptied("Profil")),
        ("visit to come", "KX3.2", put("C-114", seen, dt.datetime(2027, 4, 19))),
        ("visit as words", "KX3.2 KX3.4", put("C-105", seen, "au printemps")),
        ("health noted", "KX3.5", put("C-112", note, "enceinte, accouche en mai")),
        ("health noted in other words", "KX3.5", put("C-105", note, "sous antidépresseurs")),
        ("opinion noted", "KX3.5", put("C-118", note, "vote à l’extrême gauche")),
        ("faith noted", "KX3.5", put("C-114", note, "musulmane pratiquante")),
        ("money noted", "KX3.5", put("C-103", note, "dossier de surendettement")),
        ("judgement noted", "KX3.5 KX3.3", put("C-105", note, "bavarde insupportable")),
        ("private life noted", "KX3.5", put("C-114", note, "en plein divorce")),
        ("column of faiths", "KX3.5 KX3.1", column_more("Religion", "C-118", "catholique")),
        ("column of social security numbers", "KX3.5 KX3.1",
         column_more("N° de sécurité sociale", "C-109", "2 51 05 46 999 001 42")),
        ("heading of the mails gone", "KX3.1 KX3.2 KX3.4", heading(mail, None)),
        ("heading of the consents renamed", "KX3.1 KX3.2", heading(consent, "OK ?")),
    ))  # fmt: skip


def _count() -> Iterator[OtherFault]:
    mail, foot = "Courriel", "Destinataires"
    yield from faults("liste", (
        ("count that counts itself", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(D5:D{row})")),
        ("count of the professionals", "KX3.2",
         put(foot, mail, lambda old, row: f'=COUNTIF(E5:E{row - 1},"Professionnel")')),
        ("count from the title", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(A1:A{row - 1})")),
        ("count of the first half", "KX3.2", put(foot, mail, "=COUNTA(D5:D9)")),
        ("count less one", "KX3.2", put(foot, mail, lambda old, row: f"=COUNTA(D5:D{row - 1})-1")),
        ("count in error", "KX3.2", put(foot, mail, "=COUNTA(#REF!)")),
        ("count typed with its unit", "KX3.4 KX3.2", put(foot, mail, "11 destinataires")),
        ("right count typed as a formula", "KX3.4 KX3.2", put(foot, mail, "=11")),
        ("wrong count typed", "KX3.2 KX3.4", put(foot, mail, 13)),
        ("count left to do", "KX3.2 KX3.1", put(foot, mail, "à compter")),
    ))  # fmt: skip
