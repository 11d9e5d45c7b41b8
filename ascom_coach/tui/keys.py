"""The one table of keys. Footer, F1 help, command palette and README are written from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERYWHERE = "partout"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one screen. `label` is for the footer, `help` for F1 and the palette; no Alt or AltGr, ever.

    `shown` puts it in the footer, `first` lets it work whatever has the focus (a text being written, say).
    """

    id: str
    place: str
    keys: str
    action: str
    label: str
    help: str
    group: str
    shown: bool
    first: bool


_MOVE, _OUT, _WORK, _SPEAK, _GO = "Se déplacer", "Aide et sortie", "Votre travail", "Parler", "Aller ailleurs"
_LIBRARY = ("f9", "library", "Référentiel", "Chercher dans le texte officiel", _GO)
_BRIEF = ("f2", "brief", "Dossier", "Revoir l’entreprise, la demande, les documents", _GO)
_WRITE = ("f7", "write", "Rédiger", "Écrire ou remettre vos documents", _GO)
_FOLDER = ("f4", "open_folder", "Ouvrir", "Ouvrir le dossier des documents sur votre ordinateur", _WORK)
HIDDEN = "hidden"

# Place → rows of (key, action, label, help, group); a sixth word hides the row from the footer.
_ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    EVERYWHERE: (
        ("f1", "app.help", "Aide", "Voir toutes les touches de cet écran", _OUT),
        ("ctrl+p", "app.palette", "Commandes", "Chercher une action par son nom", _OUT, HIDDEN),
        ("escape", "app.back", "Retour", "Revenir en arrière, rien n’est perdu", _OUT),
        ("ctrl+q", "app.leave", "Quitter", "Quitter, tout est gardé", _OUT, HIDDEN),
        ("ctrl+c", "copy_text", "Copier", "Copier le texte choisi à la souris", _MOVE, HIDDEN),
        ("tab", "app.focus_next", "Suivant", "Aller à la zone suivante", _MOVE, HIDDEN),
        ("shift+tab", "app.focus_previous", "Précédent", "Aller à la zone précédente", _MOVE, HIDDEN),
    ),
    "accueil": (
        ("f2", "people", "Vous", "Dire qui vous êtes, exporter ou effacer vos données", _GO),
        ("f3", "notebook", "Carnet", "Votre carnet d’erreurs de français, et des exercices", _GO, HIDDEN),
        ("f4", "open", "Ouvrir", "Ouvrir ou reprendre le scénario choisi", _WORK, HIDDEN),
        ("f5", "restart", "Recommencer", "Commencer le scénario choisi depuis le début", _WORK, HIDDEN),
        ("f6", "exam", "Examen", "Jouer en examen : sans aide, une seule écoute", _WORK, HIDDEN),
        ("f7", "draft", "Brouillon", "Relire un brouillon que vous avez déjà écrit", _GO),
        ("f8", "preferences", "Réglages", "Couleurs, rythme de parole, correcteur", _GO),
        _LIBRARY,
    ),
    "dossier": (
        ("f6", "forward", "Continuer", "Aller à l’échange ou à la rédaction", _WORK),
        _FOLDER,
        _WRITE,
        _LIBRARY,
    ),
    "entretien": (
        _BRIEF,
        ("f3", "notes", "Notes", "Aller à vos notes, ou revenir à la conversation", _WORK, HIDDEN),
        ("f4", "topics", "Sujets", "Voir de quoi cette personne peut parler (compté comme une aide)", _SPEAK),
        (
            "f5",
            "hear_again",
            "Réécouter",
            "Réentendre la consigne s’il reste des écoutes, ou la dernière phrase si la voix est active",
            _SPEAK,
        ),
        ("f6", "forward", "Suite", "Passer à l’étape suivante", _WORK),
        _WRITE,
        ("f8", "address", "Parler à", "Parler à une autre personne", _SPEAK),
        (*_LIBRARY, HIDDEN),
    ),
    "redaction": (
        _BRIEF,
        ("f3", "talk", "Échanges", "Revoir la conversation et vos notes", _GO),
        _FOLDER,
        (
            "f5",
            "watch",
            "Dossier suivi",
            "Choisir le dossier où vous enregistrez vos fichiers",
            _WORK,
            HIDDEN,
        ),
        ("f6", "forward", "Terminer", "Finir la rédaction et vous évaluer", _WORK),
        ("f8,ctrl+enter", "hand_in", "Remettre", "Remettre ce texte, ou le fichier indiqué", _WORK),
        (*_LIBRARY, HIDDEN),
    ),
    "auto": (("f6", "forward", "Bilan", "Garder vos réponses et voir le bilan", _WORK), _WRITE, _LIBRARY),
    "bilan": (
        (
            "f2",
            "meant",
            "Voulait dire",
            "Dire ce que demandait la phrase choisie, pour le formateur",
            _WORK,
            HIDDEN,
        ),
        (
            "f3",
            "what_if",
            "Et si ?",
            "Reprendre l’échange à partir du tour choisi, dans une séance à part",
            _WORK,
            HIDDEN,
        ),
        ("f4", "finish", "Clore", "Clore la séance", _WORK),
        (
            "f5",
            "hint",
            "Indice",
            "Indice suivant du constat choisi (compté comme une aide), ou étape suivante d’une règle de français",
            _WORK,
        ),
        ("f6", "again", "Version", "Retourner écrire une nouvelle version", _WORK),
        ("f7", "report", "Rapport", "Écrire le bilan dans un document Word ou une page web", _WORK),
        ("f8", "verdict", "Formateur", "Noter l’avis du formateur sur le constat choisi", _WORK),
        (*_LIBRARY, HIDDEN),
    ),
    "referentiel": (
        ("f3", "search", "Chercher", "Aller à la recherche", _WORK),
        ("f4", "browse", "Parcourir", "Effacer la recherche et parcourir par bloc", _WORK),
        ("f5", "copy_passage", "Copier", "Copier le passage choisi, mot pour mot", _WORK),
        (
            "f7",
            "add_course",
            "Ajouter un cours",
            "Ajouter un document de cours à la recherche (non officiel)",
            _WORK,
        ),
        ("f8", "remove_course", "Retirer", "Retirer un cours de la recherche", _WORK, HIDDEN),
    ),
    "brouillon": (("f8,ctrl+enter", "review", "Relire", "Lancer la relecture", _WORK), _LIBRARY),
    "relecture": (
        ("f5", "step", "Étape", "Ouvrir l’étape suivante de la règle de français choisie", _WORK),
        ("f6", "demands", "Consigne", "Corriger ce que j’ai lu dans la consigne, puis relire", _WORK),
        ("f7", "report", "Rapport", "Écrire la relecture dans un document Word ou une page web", _WORK),
    ),
    "consigne_lue": (
        ("f3", "change", "Modifier", "Écrire autrement la demande choisie", _WORK),
        ("f4", "more", "Ajouter", "Ajouter une demande que je n’ai pas lue", _WORK),
        ("f6", "confirm", "Relire", "Confirmer cette liste et relire le brouillon", _WORK),
        ("f8", "remove", "Retirer", "Retirer la demande choisie, ou la reprendre", _WORK),
    ),
    "reglages": (
        ("f4", "open_folder", "Ouvrir le dossier", "Ouvrir le dossier de vos données", _WORK),
        ("f6", "model", "Modèle", "Choisir, tester ou autoriser un modèle de langage", _GO),
    ),
    "modele": (
        ("f2", "add", "Ajouter", "Ajouter un modèle, choisi selon la mémoire de cet ordinateur", _WORK),
        ("f3", "change", "Modifier", "Modifier le profil choisi, donner sa clé ou un plafond", _WORK),
        ("f4", "consent", "Accord", "Voir ce qui partirait chez un hébergeur, accepter ou non", _WORK),
        ("f5", "test", "Tester", "Tester la connexion du profil choisi, ou arrêter le test", _WORK),
        ("f6", "use", "Utiliser", "Mettre le profil choisi en service", _WORK),
        ("f7", "vectors", "Recherche", "Choisir le modèle de vecteurs de la recherche", _WORK, HIDDEN),
        ("f8", "remove", "Retirer", "Retirer le profil choisi et la clé gardée pour lui", _WORK, HIDDEN),
    ),
    "accord": (
        ("down,pagedown", "read_on", "Suite", "Lire la suite de ce qui partirait", _MOVE, HIDDEN),
        ("up,pageup", "read_back", "Début", "Revenir en arrière dans ce qui partirait", _MOVE, HIDDEN),
    ),
    "carnet": (
        ("f5", "train", "S’entraîner", "Trois phrases sur vos deux règles à revoir", _WORK),
        ("f7", "export", "Exporter", "Écrire le carnet dans un fichier à garder", _WORK),
        ("f8", "erase", "Effacer", "Effacer le carnet, sans toucher à vos séances", _WORK),
    ),
    "personnes": (
        ("f7", "export", "Exporter", "Exporter toutes les données de la personne choisie", _WORK),
        ("f8", "erase", "Effacer", "Effacer toutes les données de la personne choisie", _WORK),
    ),
}


def _key(place: str, row: tuple[str, ...]) -> Key:
    keys, action, label, words, group, *hidden = row
    full = action if "." in action else f"screen.{action}"
    return Key(
        f"{place}-{action.rpartition('.')[2]}", place, keys, full, label, words, group, not hidden,
        keys.startswith("f") or keys == "ctrl+q",
    )  # fmt: skip


TABLE: tuple[Key, ...] = tuple(_key(place, row) for place, rows in _ROWS.items() for row in rows)


def bindings(place: str) -> list[BindingType]:
    """The Textual bindings of a screen (or of the app for `partout`), in the order of the footer: help first."""
    first, *rest = (key for key in TABLE if key.place == EVERYWHERE)
    own = [key for key in TABLE if key.place == place and place != EVERYWHERE]
    return [
        Binding(
            key.keys, key.action, key.label, show=_in_footer(key, place), priority=key.first, tooltip=key.help,
            id=key.id,
        )
        for key in (first, *own, *rest)
    ]  # fmt: skip


def _in_footer(key: Key, place: str) -> bool:
    """The first screen has nowhere to go back to: it shows how to quit instead."""
    if place == "accueil" and key.place == EVERYWHERE:
        return key.action in ("app.help", "app.leave")
    return key.shown


def keys_of(place: str) -> list[Key]:
    """The keys that work on a screen: its own, then those that work everywhere."""
    own = [key for key in TABLE if key.place == place]
    return own + [key for key in TABLE if key.place == EVERYWHERE]


_NAMES = {
    "escape": "Échap", "enter": "Entrée", "tab": "Tab", "space": "Espace", "delete": "Suppr",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Début", "end": "Fin",
    "pageup": "Page préc.", "pagedown": "Page suiv.", "backspace": "Retour arrière",
}  # fmt: skip
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Maj"}


def key_name(key: str) -> str:
    """« Ctrl+P », « Échap », « F1 »: the name of a key as a French keyboard has it."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last, last.upper())
    return "+".join([*(_MODIFIERS.get(item, item.capitalize()) for item in modifiers), name])
