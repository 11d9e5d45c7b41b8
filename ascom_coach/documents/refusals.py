"""The sentences that refuse a file: what, where, what to do. One place, so that they stay alike and exact."""

from __future__ import annotations

from ascom_coach.errors import RefusedInputError

MAX_FILE_MB = 20
MAX_XML_MB = 25

_REASONS: dict[str, str] = {
    "missing": "le fichier est introuvable ; vérifiez son nom et son dossier.",
    "folder": "c’est un dossier ; donnez un fichier.",
    "symlink": "c’est un raccourci (lien) ; donnez le fichier lui-même.",
    "special": "ce n’est pas un fichier ordinaire ; donnez un document enregistré sur le disque.",
    "unreadable": "le fichier ne peut pas être ouvert (droits insuffisants ou déjà utilisé) ; fermez-le "
    "puis réessayez.",
    "empty": "le fichier est vide ; enregistrez votre travail puis réessayez.",
    "too_big": f"le fichier dépasse {MAX_FILE_MB} Mo ; réduisez les images puis réessayez.",
    "temporary": "c’est un fichier temporaire ou un verrou de votre logiciel ; donnez le document lui-même.",
    "unknown": "le format n’est pas reconnu ; enregistrez votre travail en .docx, .xlsx, .pptx, .odt, "
    ".ods, .odp, .pdf, .rtf, .txt, .md, .csv, .eml, .msg ou .html.",
    "xml": "c’est un fichier XML brut ; enregistrez votre travail au format .docx ou .xlsx.",
    "archive": "c’est une archive ; décompressez-la puis donnez les documents qu’elle contient.",
    "image": "c’est une image ; placez-la dans un document .docx ou .pptx, avec un texte de remplacement.",
    "pdf": "c’est un PDF ; enregistrez le fichier source (.docx, .xlsx ou .pptx) et donnez-le.",
    "rtf": "c’est un document RTF ; enregistrez-le au format .docx.",
    "doc": "c’est un ancien document Word (.doc) ; ouvrez-le, choisissez « Enregistrer sous » puis le type "
    ".docx, et donnez la nouvelle version.",
    "xls": "c’est un ancien classeur Excel (.xls) ; ouvrez-le, choisissez « Enregistrer sous » puis le type "
    ".xlsx, et donnez la nouvelle version.",
    "ppt": "c’est une ancienne présentation PowerPoint (.ppt) ; ouvrez-la, choisissez « Enregistrer sous » puis "
    "le type .pptx, et donnez la nouvelle version.",
    "xlsb": "c’est un classeur binaire (.xlsb) ; enregistrez-le au format .xlsx.",
    "ole": "c’est un ancien format de bureautique ; enregistrez-le au format .docx, .xlsx ou .pptx.",
    "password": "le fichier est protégé par un mot de passe ; ouvrez-le dans votre logiciel, enlevez le mot de passe "
    "(menu Fichier, « Informations » puis « Protéger », ou « Enregistrer sous » sans cocher la protection) et "
    "enregistrez-le.",
    "truncated": "le fichier est incomplet ou abîmé ; enregistrez-le de nouveau depuis votre logiciel.",
    "damaged": "le contenu du fichier est abîmé ; ouvrez-le dans votre logiciel et enregistrez-le de "
    "nouveau.",
    "bomb": "le contenu décompressé est anormalement grand ; enregistrez de nouveau le document depuis "
    "votre logiciel.",
    "part_too_big": f"une partie du document dépasse {MAX_XML_MB} Mo une fois décompressée ; allégez-le "
    f"puis réessayez.",
    "doctype": "le fichier contient une déclaration interdite (DOCTYPE) ; enregistrez-le de nouveau depuis "
    "votre logiciel.",
    "bad_names": "l’archive du document contient des noms en double ou suspects ; enregistrez-le de "
    "nouveau depuis votre logiciel.",
    "too_many": "le document contient trop d’éléments pour être relu ; gardez seulement les pages ou les "
    "lignes utiles.",
    "too_long": "le texte est trop long pour être relu ; gardez seulement les pages ou les lignes utiles.",
    "too_deep": "les éléments du document sont trop imbriqués ; enregistrez-le de nouveau depuis votre "
    "logiciel.",
    "timeout": "la lecture a pris trop de temps et a été arrêtée ; allégez le document puis réessayez.",
    "memory": "la lecture demande trop de mémoire et a été arrêtée ; allégez le document puis réessayez.",
    "crashed": "la lecture a échoué ; ouvrez le fichier dans votre logiciel et enregistrez-le de nouveau.",
    "no_office": "LibreOffice n’est pas installé ici ; ouvrez le fichier dans votre logiciel et enregistrez-le "
    "au format .docx, .xlsx ou .pptx.",
    "not_converted": "LibreOffice n’a pas pu le convertir (mot de passe ou contenu abîmé) ; ouvrez-le dans votre "
    "logiciel et enregistrez-le au format .docx, .xlsx ou .pptx.",
    "slow_office": "la conversion a pris trop de temps et a été arrêtée ; ouvrez le fichier dans votre logiciel "
    "et enregistrez-le au format .docx, .xlsx ou .pptx.",
    "not_annotable": "ce type de fichier ne peut pas recevoir d’annotations.",
}


def refusal(code: str, name: str) -> RefusedInputError:
    """The error for a file called `name`: « name » + one French sentence."""
    return RefusedInputError(f"«\u00a0{printable(name)}\u00a0»\u00a0: {typeset(_REASONS[code])}")


def typeset(text: str) -> str:
    """No-break spaces before French high punctuation that was typed with plain spaces."""
    for mark in (";", ":", "!", "?", "»"):
        text = text.replace(f" {mark}", f"\u00a0{mark}")
    return text.replace("« ", "«\u00a0")


def printable(name: str) -> str:
    """A file name that is safe on a screen: control characters and lone surrogates become `?`, long ones are
    cut."""
    clean = "".join(char if char.isprintable() else "?" for char in name)
    return clean if len(clean) <= 120 else clean[:60] + "…" + clean[-50:]
