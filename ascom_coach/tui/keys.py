"""The one table of keys. Footer, F1 help, command palette and README are written from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERYWHERE = "partout"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one screen. `label` is for the footer, `help` for F1 and the palette; no Alt or AltGr, ever."""

    id: str
    place: str
    keys: str
    action: str
    label: str
    help: str
    group: str
    shown: bool = True
    priority: bool = False
    listed: bool = True


_MOVE = "Se déplacer"
_HELP = "Aide et sortie"
_WORK = "Votre travail"
_SPEAK = "Parler"
_GO = "Aller ailleurs"

TABLE: tuple[Key, ...] = (
    Key("aide", EVERYWHERE, "f1", "app.help", "Aide", "Voir toutes les touches de cet écran", _HELP),
    Key("commandes", EVERYWHERE, "ctrl+p", "app.palette", "Commandes", "Chercher une action par son nom", _HELP, shown=False),
    Key("retour", EVERYWHERE, "escape", "app.back", "Retour", "Revenir en arrière, rien n’est perdu", _HELP),
    Key("quitter", EVERYWHERE, "ctrl+q", "app.leave", "Quitter", "Quitter, tout est gardé", _HELP, shown=False, priority=True),
    Key("copier", EVERYWHERE, "ctrl+c", "screen.copy_text", "Copier", "Copier le texte choisi à la souris", _MOVE, shown=False),
    Key("suivant", EVERYWHERE, "tab", "app.focus_next", "Suivant", "Aller à la zone suivante", _MOVE, shown=False),
    Key("precedent", EVERYWHERE, "shift+tab", "app.focus_previous", "Précédent", "Aller à la zone précédente", _MOVE, shown=False),
    # Accueil
    Key("accueil-vous", "accueil", "f2", "screen.people", "Vous", "Dire qui vous êtes, exporter ou effacer vos données", _GO),
    Key("accueil-reprendre", "accueil", "f4", "screen.open", "Ouvrir", "Ouvrir ou reprendre le scénario choisi", _WORK, shown=False),
    Key("accueil-neuf", "accueil", "f5", "screen.restart", "Recommencer", "Commencer le scénario choisi depuis le début", _WORK, shown=False),
    Key("accueil-examen", "accueil", "f6", "screen.exam", "Examen", "Jouer le scénario choisi en examen : sans aide, une seule écoute", _WORK),
    Key("accueil-brouillon", "accueil", "f7", "screen.draft", "Brouillon", "Relire un brouillon que vous avez déjà écrit", _GO),
    Key("accueil-reglages", "accueil", "f8", "screen.preferences", "Réglages", "Couleurs, rythme de parole, correcteur", _GO),
    Key("accueil-referentiel", "accueil", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO),
    # Dossier
    Key("dossier-suite", "dossier", "f6", "screen.forward", "Continuer", "Aller à l’échange ou à la rédaction", _WORK),
    Key("dossier-ouvrir", "dossier", "f4", "screen.open_folder", "Ouvrir le dossier", "Ouvrir le dossier des documents sur votre ordinateur", _WORK),
    Key("dossier-ecrire", "dossier", "f7", "screen.write", "Rédiger", "Écrire ou remettre vos documents", _GO),
    Key("dossier-referentiel", "dossier", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO),
    # Entretien
    Key("entretien-dossier", "entretien", "f2", "screen.brief", "Dossier", "Revoir l’entreprise, la demande, les documents", _GO),
    Key("entretien-notes", "entretien", "f3", "screen.notes", "Notes", "Aller à vos notes, ou revenir à la conversation", _WORK, shown=False),
    Key("entretien-sujets", "entretien", "f4", "screen.topics", "Sujets", "Voir de quoi cette personne peut parler (compté comme une aide)", _SPEAK),
    Key("entretien-encore", "entretien", "f5", "screen.hear_again", "Réécouter", "Réentendre la consigne, s’il reste des écoutes", _SPEAK),
    Key("entretien-suite", "entretien", "f6", "screen.forward", "Suite", "Passer à l’étape suivante", _WORK),
    Key("entretien-ecrire", "entretien", "f7", "screen.write", "Rédiger", "Écrire ou remettre vos documents", _GO),
    Key("entretien-qui", "entretien", "f8", "screen.address", "Parler à", "Parler à une autre personne", _SPEAK, shown=False),
    Key("entretien-referentiel", "entretien", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO, shown=False),
    # Rédaction
    Key("redaction-dossier", "redaction", "f2", "screen.brief", "Dossier", "Revoir l’entreprise, la demande, les documents", _GO),
    Key("redaction-echanges", "redaction", "f3", "screen.talk", "Échanges", "Revoir la conversation et vos notes", _GO),
    Key("redaction-ouvrir", "redaction", "f4", "screen.open_folder", "Ouvrir", "Ouvrir le dossier des documents sur votre ordinateur", _WORK),
    Key("redaction-surveiller", "redaction", "f5", "screen.watch", "Dossier suivi", "Choisir le dossier où vous enregistrez vos fichiers", _WORK, shown=False),
    Key("redaction-suite", "redaction", "f6", "screen.forward", "Terminer", "Finir la rédaction et vous évaluer", _WORK),
    Key("redaction-remettre", "redaction", "f8,ctrl+enter", "screen.hand_in", "Remettre", "Remettre ce texte, ou le fichier indiqué", _WORK),
    Key("redaction-referentiel", "redaction", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO, shown=False),
    # Auto-évaluation
    Key("auto-suite", "auto", "f6", "screen.forward", "Voir le bilan", "Garder vos réponses et voir le bilan", _WORK),
    Key("auto-ecrire", "auto", "f7", "screen.write", "Rédaction", "Revenir à la rédaction", _GO),
    Key("auto-referentiel", "auto", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO),
    # Bilan
    Key("bilan-fin", "bilan", "f4", "screen.finish", "Clore", "Clore la séance", _WORK, shown=False),
    Key("bilan-indice", "bilan", "f5", "screen.hint", "Indice", "Ouvrir l’indice suivant du constat choisi (compté comme une aide)", _WORK),
    Key("bilan-version", "bilan", "f6", "screen.again", "Nouvelle version", "Retourner écrire une nouvelle version", _WORK),
    Key("bilan-rapport", "bilan", "f7", "screen.report", "Rapport", "Écrire le bilan dans un document Word ou une page web", _WORK),
    Key("bilan-formateur", "bilan", "f8", "screen.verdict", "Formateur", "Noter l’avis du formateur sur le constat choisi", _WORK),
    Key("bilan-referentiel", "bilan", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO, shown=False),
    # Référentiel
    Key("referentiel-chercher", "referentiel", "f3", "screen.search", "Chercher", "Aller à la recherche", _WORK),
    Key("referentiel-parcourir", "referentiel", "f4", "screen.browse", "Parcourir", "Effacer la recherche et parcourir par bloc", _WORK),
    # Brouillon
    Key("brouillon-relire", "brouillon", "f8,ctrl+enter", "screen.review", "Relire", "Lancer la relecture", _WORK),
    Key("brouillon-referentiel", "brouillon", "f9", "screen.library", "Référentiel", "Chercher dans le texte officiel", _GO),
    # Réglages
    Key("reglages-dossier", "reglages", "f4", "screen.open_folder", "Ouvrir le dossier", "Ouvrir le dossier de vos données", _WORK),
    # Personnes
    Key("personnes-exporter", "personnes", "f7", "screen.export", "Exporter", "Exporter toutes les données de la personne choisie", _WORK),
    Key("personnes-effacer", "personnes", "f8", "screen.erase", "Effacer", "Effacer toutes les données de la personne choisie", _WORK),
)  # fmt: skip


def bindings(place: str) -> list[BindingType]:
    """The Textual bindings of a screen (or of the app for `partout`), in the order of the footer: help first."""
    everywhere = [key for key in TABLE if key.place == EVERYWHERE]
    own = [key for key in TABLE if key.place == place and place != EVERYWHERE]
    return [
        Binding(
            key.keys, key.action, key.label, show=key.shown and (key.id, place) != ("retour", "accueil"),
            priority=key.priority, tooltip=key.help, id=key.id,
        )
        for key in (everywhere[0], *own, *everywhere[1:])
    ]  # fmt: skip


def keys_of(place: str) -> list[Key]:
    """The keys that work on a screen: its own, then those that work everywhere."""
    own = [key for key in TABLE if key.place == place]
    return own + [key for key in TABLE if key.place == EVERYWHERE]


_NAMES = {
    "escape": "Échap", "enter": "Entrée", "tab": "Tab", "space": "Espace", "delete": "Suppr", "backspace": "Retour arrière",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Début", "end": "Fin", "pageup": "Page préc.",
    "pagedown": "Page suiv.",
}  # fmt: skip
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Maj"}


def key_name(key: str) -> str:
    """« Ctrl+P », « Échap », « F1 »: the name of a key as a French keyboard has it."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last, last.upper())
    return "+".join([*(_MODIFIERS.get(item, item.capitalize()) for item in modifiers), name])
