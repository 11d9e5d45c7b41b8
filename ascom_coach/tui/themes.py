"""Three themes of our own: dark, light, high contrast. A test measures every pair of colours at 4.5 or more."""

from __future__ import annotations

from textual.theme import Theme

_PALETTES: dict[str, dict[str, str]] = {
    "sombre": {
        "background": "#11161d", "surface": "#182029", "panel": "#222c38", "foreground": "#e9edf2", "soft": "#aab6c4",
        "primary": "#8ec5ff", "accent": "#f2c66d", "success": "#8fd6a1", "warning": "#f2c66d", "error": "#ff9d96",
        "cursor": "#1f5a92", "on-cursor": "#ffffff", "edge": "#5d6f84", "quiet": "#24425f",
    },
    "clair": {
        "background": "#fbfaf6", "surface": "#f1eee6", "panel": "#e6e1d5", "foreground": "#1b222b", "soft": "#4a5562",
        "primary": "#0d4f8f", "accent": "#7a4b00", "success": "#17602f", "warning": "#7a4b00", "error": "#9c1f1a",
        "cursor": "#0d4f8f", "on-cursor": "#ffffff", "edge": "#77808b", "quiet": "#cfdcea",
    },
    "contraste": {
        "background": "#000000", "surface": "#000000", "panel": "#1a1a1a", "foreground": "#ffffff", "soft": "#ffffff",
        "primary": "#ffe94d", "accent": "#7fe9ff", "success": "#7dff9b", "warning": "#ffe94d", "error": "#ffb3ad",
        "cursor": "#ffe94d", "on-cursor": "#000000", "edge": "#ffffff", "quiet": "#003b66",
    },
}  # fmt: skip

THEME_LABELS = {
    "sombre": "Sombre",
    "clair": "Clair",
    "contraste": "Contraste fort",
}


def _theme(name: str, colours: dict[str, str]) -> Theme:
    foreground, cursor, on_cursor = colours["foreground"], colours["cursor"], colours["on-cursor"]
    return Theme(
        name=name,
        primary=colours["primary"], secondary=colours["primary"], accent=colours["accent"],
        success=colours["success"], warning=colours["warning"], error=colours["error"],
        foreground=foreground, background=colours["background"], surface=colours["surface"], panel=colours["panel"],
        boost=colours["panel"], dark=name != "clair", text_alpha=1.0,
        variables={
            "soft": colours["soft"], "edge": colours["edge"], "quiet": colours["quiet"],
            "border": colours["primary"], "border-blurred": colours["edge"],
            "block-cursor-foreground": on_cursor, "block-cursor-background": cursor,
            "block-cursor-blurred-foreground": foreground, "block-cursor-blurred-background": colours["quiet"],
            "block-cursor-blurred-text-style": "bold", "block-hover-background": colours["panel"],
            "input-cursor-background": foreground, "input-cursor-foreground": colours["background"],
            "input-selection-background": colours["quiet"], "input-selection-foreground": foreground,
            "footer-background": colours["panel"], "footer-foreground": foreground,
            "footer-key-foreground": colours["primary"], "footer-key-background": colours["panel"],
            "footer-description-foreground": foreground, "footer-description-background": colours["panel"],
            "footer-item-background": colours["panel"], "button-foreground": foreground,
            "button-color-foreground": on_cursor, "button-focus-text-style": "bold reverse",
            "scrollbar": colours["edge"], "scrollbar-hover": colours["primary"], "scrollbar-active": colours["primary"],
            "scrollbar-background": colours["surface"], "scrollbar-background-hover": colours["surface"],
            "scrollbar-background-active": colours["surface"], "scrollbar-corner-color": colours["surface"],
            "text": foreground, "text-muted": colours["soft"], "text-disabled": colours["soft"],
            "text-primary": colours["primary"], "text-accent": colours["accent"], "text-success": colours["success"],
            "text-warning": colours["warning"], "text-error": colours["error"], "text-secondary": colours["primary"],
            "foreground-muted": colours["soft"], "foreground-disabled": colours["soft"],
            "surface-active": colours["panel"], "surface-lighten-1": colours["edge"],
        },
    )  # fmt: skip


THEMES: tuple[Theme, ...] = tuple(_theme(name, colours) for name, colours in _PALETTES.items())
