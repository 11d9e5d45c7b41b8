# ruff: noqa: E501 -- a list of words stays compact
"""Words that the reading of noun groups (`bundles.py`) knows by themselves."""

ARTICLES = frozenset(["le", "la", "les", "l'", "leur"])
INTENSE = frozenset([
    "très", "plus", "moins", "trop", "si", "aussi", "assez", "peu", "bien", "mal", "non", "toujours", "souvent", "encore",
    "déjà", "plutôt", "tout", "fort", "super", "presque", "jamais", "réellement", "vraiment", "parfois", "hyper", "ultra"
])  # fmt: skip

FIRST = frozenset([
    "bon", "nouveau", "grand", "petit", "autre", "ancien", "premier", "dernier", "mauvais", "meilleur", "long", "gros",
    "jeune", "beau", "prochain", "nombreux", "vrai", "vieux", "haut", "joli", "gentil", "pire", "second", "seul",
    "simple", "propre", "faux", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "dixième", "futur",
    "divers", "différent", "certain", "même", "tel", "pareil", "rare", "cher", "principal", "fort", "petite", "double",
    "large", "court", "plein", "sombre", "léger", "vaste", "immense", "énorme", "gigantesque", "superbe", "magnifique",
    "excellent", "éventuel", "étonnant", "lointain", "quelconque", "multiple", "important", "précieux", "riche", "pauvre",
    "brave", "bref", "sacré", "saint", "triste", "vif", "lourd", "curieux", "ennuyeux", "heureux", "malheureux", "fameux",
    "affreux", "délicieux", "généreux", "sérieux", "célèbre", "puissant", "luxueux", "violent", "étrange", "horrible",
    "terrible", "formidable", "incroyable", "parfait", "charmant", "ultime", "unique", "véritable", "réel", "sincère",
    "profond", "intense", "moindre", "tendre", "doux", "sage", "cruel", "humble", "noble", "illustre", "splendide",
    "remarquable", "joyeux", "chaleureux", "cordial"
])  # fmt: skip

NEVER = frozenset([
    "possible", "bon", "bonne", "gros", "menu", "menus", "carré", "carrés", "cube", "cubes", "limite", "record", "découverte", "standard", "express", "test", "cadeau", "type", "clé", "clés", "pilote", "modèle",
    "maximum", "minimum", "bio", "chic", "sympa", "snob", "kaki", "dernier", "compris", "comprise", "ci-joint", "près",
    "debout", "avant", "arrière", "sud", "nord", "est", "ouest", "marron", "orange", "net", "brut", "demi", "demie",
    "inclus", "exclu", "excepté", "vu", "suivant", "durant", "passé", "plein", "juste", "tel", "telle", "tels", "telles",
    "moyen", "moyens", "fois", "cher", "pair", "surprise", "phare", "pur", "longue", "grand", "entier", "mini", "maxi",
    "top", "tout", "tous", "toute", "toutes", "même", "mêmes", "dit", "dits", "dite", "dites", "autre", "autres", "fait",
    "don", "bac", "live", "premium", "étudiant", "étudiants", "client", "clients", "militant", "enseignant", "droit",
    "lambda", "donné", "rendu"
])  # fmt: skip
"""Words that follow a noun unchanged or belong to a turn of phrase."""

STATES = frozenset([
    "seul", "content", "heureux", "malade", "furieux", "triste", "libre", "ivre", "prêt", "vivant", "mort", "fier",
    "absent", "présent"
])  # fmt: skip

ANYWISE = frozenset(["putain", "fois", "air", "genre", "type", "espèce", "sorte", "gens"])
OFTEN = frozenset([
    "après-midi", "chacun", "amour", "orgue", "orge", "délice", "météo", "interview", "parallèle", "mi-temps", "match"
])  # fmt: skip

COLOURS = frozenset([
    "bleu", "vert", "noir", "blanc", "gri", "roug", "jaun", "ros", "brun"
])  # fmt: skip

NUMERALS = frozenset([
    "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze", "quinze", "vingt", "trente", "cent",
    "mille", "divers", "diverses", "différents", "différentes", "certains", "certaines"
])  # fmt: skip

BEFORE_ONE = frozenset(["et", "vingt", "quatre-vingt", "cent", "cents", "mille"])
"""« Vingt et un », « cent un », « deux mille un »: « un » that ends a number counts several."""
BEFORE_NUMERALS = frozenset(["le", "la", "l'", "les", "ce", "et", "numéro", "page", "vingt", "quatre-vingt"])

LITTLE = frozenset([
    "peu", "brin", "soupçon", "tantinet", "poil", "chouïa", "rien", "minimum", "maximum"
])  # fmt: skip

AFTER = INTENSE | {"pas", "guère", "peu"}
"""Adverbs that may stand between a noun and its adjective."""

ADJECTIVE_ENDINGS = (
    "able",
    "ible",
    "ique",
    "ide",
    "nécessaire",
    "nucléaire",
    "vulgaire",
    "supplémentaire",
    "sanitaire",
    "militaire",
    "facile",
    "nome",
    "utile",
    "fragile",
)

TIMES = frozenset(
    [
        "ans",
        "jours",
        "mois",
        "heures",
        "minutes",
        "secondes",
        "semaines",
        "années",
        "euros",
        "mètres",
        "kilos",
    ]
)
"""Units: what follows « 15 ans » may speak of the subject."""
