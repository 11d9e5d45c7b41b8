"""The commands and their options, as the contract words them."""

from __future__ import annotations

import argparse
from pathlib import Path

from ascom_coach import __version__
from ascom_coach.cli.french import Parser, use_french


def parser() -> Parser:
    """The whole command line."""
    use_french()
    common = Parser(add_help=False)
    common.add_argument(
        "--donnees", type=Path, default=argparse.SUPPRESS, metavar="DOSSIER", help="dossier de vos données"
    )
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="écrire du JSON")

    top = Parser(
        prog="ascom-coach",
        parents=[common],
        description="Un coach pour préparer le titre ASCOM. Sans commande, ouvre l’application.",
    )
    top.add_argument("--version", action="version", version=f"ascom-coach {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMANDE", parser_class=Parser)

    def add(name: str, text: str, *parents: Parser) -> Parser:
        return commands.add_parser(name, help=text, description=text, parents=[common, *parents])

    demo = add("demo", "jouer toute la boucle sans rien taper, et laisser un rapport")
    demo.add_argument("--sortie", type=Path, metavar="DOSSIER", help="où écrire le rapport")

    ask = add("demander", "poser une question sur le référentiel", as_json)
    ask.add_argument("question", nargs="?", metavar="QUESTION")
    ask.add_argument("--questions", type=Path, metavar="FICHIER", help="une question par ligne")
    ask.add_argument("--bloc", type=int, choices=(1, 2, 3), metavar="N")
    ask.add_argument("--k", type=int, default=5, metavar="N", help="nombre de passages (5)")

    _review(add("relire", "relire des fichiers selon les critères du référentiel", as_json))
    _play(add("jouer", "jouer un scénario", as_json))
    _scenario(add("scenario", "écrire, vérifier et essayer des scénarios"), common, as_json)

    index = add("index", "reconstruire l’index du référentiel", as_json)
    index.add_argument("--ajouter", nargs="+", type=Path, metavar="FICHIER", help="ajouter un cours")
    index.add_argument("--retirer", nargs="+", type=Path, metavar="FICHIER", help="retirer un cours")

    _language(add("langue", "le correcteur de français"), common, as_json)

    _model(add("modele", "le modèle de langage, s’il y en a un"), common, as_json)

    add("progression", "vos séances, vos niveaux, vos erreurs fréquentes", as_json)

    _notebook(add("carnet", "votre carnet d’erreurs de français"), common, as_json)

    profile = add("profil", "les personnes qui utilisent ce poste")
    actions = profile.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    actions.add_parser("lister", help="les noms connus", parents=[common, as_json])
    for name, text in (("choisir", "prendre ce nom"), ("effacer", "tout effacer de cette personne")):
        one = actions.add_parser(name, help=text, parents=[common])
        one.add_argument("name", metavar="NOM")
    out = actions.add_parser("exporter", help="tout exporter dans une archive", parents=[common])
    out.add_argument("name", metavar="NOM")
    out.add_argument("target", type=Path, metavar="SORTIE.zip")

    add("diagnostic", "ce qui marche ici et ce qui manque", as_json)
    return top


def _notebook(command: Parser, common: Parser, as_json: Parser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    actions.add_parser("voir", help="vos règles, leur taux, ce qui est acquis", parents=[common, as_json])
    actions.add_parser("exercices", help="trois phrases sur vos deux règles à revoir", parents=[common])
    out = actions.add_parser("exporter", help="écrire le carnet dans un fichier", parents=[common])
    out.add_argument("target", type=Path, metavar="SORTIE.md|.txt")
    wipe = actions.add_parser("effacer", help="effacer le carnet, rien d’autre", parents=[common])
    wipe.add_argument("--oui", action="store_true", help="effacer sans demander")


def _language(language: Parser, common: Parser, as_json: Parser) -> None:
    actions = language.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    actions.add_parser("etat", help="ce qui est prêt", parents=[common, as_json])
    get = actions.add_parser("installer", help="ajouter ou réparer LanguageTool", parents=[common])
    get.add_argument("--depuis", type=Path, metavar="CHEMIN", help="un dossier ou un zip qui a les fichiers")
    get.add_argument("--oui", action="store_true", help="accepter sans poser la question")
    get.add_argument("--telecharger", action="store_true", help="accepter le téléchargement public, à défaut")
    drop = actions.add_parser("desinstaller", help="retirer LanguageTool", parents=[common])
    drop.add_argument("--oui", action="store_true", help="accepter sans poser la question")
    fix = actions.add_parser("corriger", help="relire le français de fichiers", parents=[common, as_json])
    fix.add_argument("files", nargs="+", type=Path, metavar="FICHIER")
    fix.add_argument(
        "--etape",
        type=int,
        choices=(1, 2, 3),
        default=1,
        metavar="N",
        help="1 : où et quelle sorte (1 si rien n’est dit) ; 2 : la règle et un test ; 3 : la correction",
    )
    fix.add_argument(
        "--precedente", type=Path, metavar="FICHIER", help="votre version précédente, demandée pour l’étape 3"
    )


def _review(command: Parser) -> None:
    command.add_argument("files", nargs="*", type=Path, metavar="FICHIER")
    command.add_argument("--scenario", metavar="ID", help="pour ce scénario")
    command.add_argument("--seance", metavar="ID", help="pour cette séance")
    command.add_argument(
        "--production",
        metavar="ID",
        help="ce que c’est (P1.5 ; P1.5,P1.3 pour plusieurs ; ou l’identifiant du scénario)",
    )
    command.add_argument("--bloc", type=int, choices=(1, 2, 3), metavar="N")
    command.add_argument("--graine", type=int, default=0, metavar="N", help="variante du scénario (0)")
    command.add_argument(
        "--consigne", type=Path, metavar="FICHIER", help="la consigne reçue, ou sa liste corrigée (.yaml)"
    )
    command.add_argument(
        "--consigne-voir", action="store_true", help="montrer ce qui est lu dans la consigne, à corriger"
    )
    command.add_argument(
        "--precedente", nargs="+", type=Path, default=[], metavar="FICHIER", help="version précédente"
    )
    command.add_argument("--verdicts", type=Path, metavar="FICHIER", help="avis du formateur (yaml ou csv)")
    command.add_argument(
        "--adopter", metavar="NOM", help="le formateur NOM fait siennes les appréciations du modèle"
    )
    command.add_argument("--carnet", action="store_true", help="noter ce texte dans votre carnet d’erreurs")
    command.add_argument(
        "--rapport", type=Path, metavar="SORTIE", help="rapport .docx ou .html (.xlsx pour une classe)"
    )
    command.add_argument(
        "--classe",
        action="store_true",
        help="un dossier avec un sous-dossier par stagiaire, ou un zip de Moodle",
    )
    command.add_argument("--copie-annotee", type=Path, metavar="DOSSIER", help="copies avec remarques")
    command.add_argument(
        "--convertir", action="store_true", help="convertir une copie des .doc, .xls et .ppt avec LibreOffice"
    )


def _play(command: Parser) -> None:
    command.add_argument("scenario", nargs="?", metavar="SCENARIO")
    command.add_argument("--graine", type=int, default=0, metavar="N", help="variante (0)")
    command.add_argument("--examen", action="store_true", help="sans aide, une seule écoute")
    command.add_argument("--simple", action="store_true", help="au fil des lignes, sans écran")
    command.add_argument(
        "--repliques", type=Path, metavar="FICHIER", help="répliques toutes prêtes, une par ligne"
    )
    command.add_argument("--reprendre", nargs="?", const="", metavar="SEANCE", help="continuer une séance")


def _model(command: Parser, common: Parser, as_json: Parser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    actions.add_parser("etat", help="ce qui est réglé", parents=[common, as_json])
    actions.add_parser("tester", help="vérifier la connexion", parents=[common, as_json])
    measure = actions.add_parser(
        "evaluer", help="mesurer votre modèle sur nos cas fixes", parents=[common, as_json]
    )
    measure.add_argument("--fois", type=int, default=4, metavar="N", help="passages par cas (4)")
    measure.add_argument("--sortie", type=Path, metavar="FICHIER", help="où garder le tableau")
    choose = actions.add_parser("choisir", help="se servir d’un profil, ou de « integre »", parents=[common])
    choose.add_argument("name", metavar="PROFIL")
    vectors = actions.add_parser(
        "vecteurs",
        help="chercher avec un modèle d’« embedding », ou revenir à « integre »",
        parents=[common, as_json],
    )
    vectors.add_argument("model", nargs="?", metavar="MODELE", help="par exemple ollama/bge-m3, ou integre")
    vectors.add_argument(
        "--adresse", metavar="URL", help="l’adresse du serveur, si ce n’est pas l’habituelle"
    )
    vectors.add_argument("--cle-env", metavar="VARIABLE", help="la variable d’environnement qui tient la clé")
    key = actions.add_parser("cle", help="donner la clé d’un profil, lue sans s’afficher", parents=[common])
    key.add_argument("name", metavar="PROFIL")
    key.add_argument("--effacer", action="store_true", help="oublier la clé gardée")
    consent = actions.add_parser(
        "accord", help="voir ce qui partirait chez un hébergeur, puis accepter ou non", parents=[common]
    )
    consent.add_argument("name", nargs="?", metavar="PROFIL", help="celui qui est en service, sinon")
    consent.add_argument("--retirer", action="store_true", help="reprendre son accord")
    consent.add_argument("--oui", action="store_true", help="accepter après l’affichage, sans question")


def _scenario(command: Parser, common: Parser, as_json: Parser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    actions.add_parser("lister", help="les scénarios disponibles", parents=[common, as_json])
    new = actions.add_parser("nouveau", help="partir d’un modèle commenté", parents=[common, as_json])
    new.add_argument("place", type=Path, metavar="DOSSIER")
    check = actions.add_parser("verifier", help="chercher les défauts", parents=[common, as_json])
    check.add_argument("places", nargs="+", type=Path, metavar="CHEMIN")
    attempt = actions.add_parser(
        "essayer", help="le faire jouer par des stagiaires types", parents=[common, as_json]
    )
    attempt.add_argument("place", metavar="CHEMIN")
    attempt.add_argument("--graines", type=int, default=3, metavar="N", help="nombre de variantes (3)")
    attempt.add_argument(
        "--fuites", action="store_true", help="chercher, dans tous les états, une réplique qui dit trop"
    )
    attempt.add_argument(
        "--garder", type=Path, metavar="DOSSIER", help="garder les échanges, pour comparer plus tard"
    )
    attempt.add_argument("--comparer", type=Path, metavar="DOSSIER", help="comparer aux échanges gardés")
    said = actions.add_parser(
        "phrases", help="les phrases de stagiaires à ajouter au scénario", parents=[common, as_json]
    )
    said.add_argument("place", metavar="CHEMIN")
    said.add_argument("--ajouter", action="store_true", help="les écrire dans le dossier du scénario")
    build = actions.add_parser(
        "fabriquer", help="fabriquer documents, corrigé et copies", parents=[common, as_json]
    )
    build.add_argument("place", metavar="CHEMIN")
    build.add_argument("--graine", type=int, default=0, metavar="N")
    build.add_argument("--sortie", type=Path, metavar="DOSSIER")
    actions.add_parser("schema", help="le schéma JSON des scénarios", parents=[common, as_json])
    understand = actions.add_parser(
        "comprendre", help="ce que chaque phrase demande", parents=[common, as_json]
    )
    understand.add_argument("place", type=Path, metavar="CHEMIN")
    understand.add_argument("--phrases", type=Path, required=True, metavar="FICHIER")
