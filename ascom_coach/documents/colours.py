"""Colours as files store them: RRGGBB, or a name of CSS and of Office."""

from __future__ import annotations

_NEAR_WHITE = 0xF2
NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "cyan": "00FFFF", "aqua": "00FFFF", "magenta": "FF00FF", "fuchsia": "FF00FF",
    "orange": "FFA500", "purple": "800080", "pink": "FFC0CB", "brown": "A52A2A", "gray": "808080",
    "grey": "808080", "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "darkgray": "A9A9A9",
    "silver": "C0C0C0", "navy": "000080", "teal": "008080", "olive": "808000", "maroon": "800000",
    "lime": "00FF00", "gold": "FFD700", "crimson": "DC143C", "coral": "FF7F50", "tomato": "FF6347",
    "indigo": "4B0082", "violet": "EE82EE", "turquoise": "40E0D0", "salmon": "FA8072", "khaki": "F0E68C",
    "beige": "F5F5DC", "darkred": "8B0000", "darkgreen": "006400", "darkblue": "00008B",
    "steelblue": "4682B4", "royalblue": "4169E1", "skyblue": "87CEEB", "lightblue": "ADD8E6",
    "lightgreen": "90EE90", "forestgreen": "228B22", "seagreen": "2E8B57", "darkorange": "FF8C00",
    "hotpink": "FF69B4", "deeppink": "FF1493", "chocolate": "D2691E", "firebrick": "B22222",
    "darkcyan": "008B8B", "darkyellow": "808000", "darkmagenta": "8B008B",
}  # fmt: skip


def near_white(color: str) -> bool:
    """Whether RRGGBB cannot be told from white paper."""
    try:
        return len(color) == 6 and all(int(color[at : at + 2], 16) >= _NEAR_WHITE for at in (0, 2, 4))
    except ValueError:
        return False
