# ruff: noqa: E501 -- a pattern or an example stays on one line
"""How dates, hours, units, titles and places are written in a professional text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ascom_coach.language.rules.base import Fix, Hit, Rule, by_pattern, by_view
from ascom_coach.language.rules.made import NO_BREAK, replaced, unit
from ascom_coach.language.syntax.view import View

_MONTHS = "Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre"
_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_CITIES = (
    "paris|marseille|lyon|toulouse|nantes|montpellier|strasbourg|bordeaux|lille|rennes|reims|grenoble|dijon|angers|nîmes|"
    "villeurbanne|brest|limoges|amiens|metz|besançon|orléans|rouen|mulhouse|caen|nancy|avignon|poitiers|cannes|quimper|"
    "lorient|vannes|saint-nazaire|saint-brieuc|la rochelle|bruxelles|londres|genève|madrid|berlin"
)  # fmt: skip
_COUNTRIES = "france|belgique|allemagne|espagne|italie|suisse|angleterre|europe|afrique|asie|bretagne|normandie|algérie|tunisie|chine|pologne|irlande|autriche"
_TITLES = "directeur|directrice|président|présidente|maire|responsable|préfet|préfète|ministre|proviseur|rapporteur|trésorier|trésorière|gérant|gérante"


def _verb_elision(view: View) -> Iterator[Hit]:
    """« le informer », « la aider »: the pronoun before a verb that begins with a vowel."""
    for index in range(1, len(view.words) - 1):
        word, verb = view.words[index], view.words[index + 1]
        if (
            word.low not in ("le", "la", "me", "te", "se", "jusque", "quoique")
            or word.clitic
            or not verb.near
            or verb.clitic
        ):
            continue
        if word.low in ("jusque", "quoique"):
            if verb.low[:1] in "aàâeéèêiouh" and verb.low not in ("ici", "un", "une", "là"):
                yield word.start, verb.end, (word.text[:-1] + "'" + verb.text,)
        elif verb.low[:1] in "aâeéèêiîou" and verb.only("V") and verb.verb("inf") and len(verb.low) > 3:
            yield word.start, verb.end, (word.text[:-1] + "'" + verb.text,)


def _rule(name: str, pattern: str, fix: Fix, message: str, test: str, wrong: tuple[str, str], right: str, group: str | int = 0,
          counted: bool = True, skip: str = "") -> Rule:  # fmt: skip
    return Rule(
        f"ecrit_{name}",
        "typographie",
        message,
        test,
        by_pattern(pattern, fix, group=group, skip=skip),
        (wrong,),
        (right,),
        counted,
    )


def _first(rule: Rule) -> Rule:
    """The same rule, said once a text: a habit of the writer, not a slip."""
    return replace(rule, find=lambda text: islice(rule.find(text), 1))


def _lower(
    name: str, pattern: str, message: str, test: str, wrong: tuple[str, str], right: str, counted: bool = True
) -> Rule:
    find = by_pattern(pattern, "\\g<n>", group="n")

    def lowered(text: str) -> Iterator[Hit]:
        for start, end, _ in find(text):
            yield start, end, (text[start:end].lower(),)

    return Rule(f"ecrit_{name}", "typographie", message, test, lowered, (wrong,), (right,), counted)


def _capital(name: str, pattern: str, message: str, test: str, wrong: tuple[str, str], right: str) -> Rule:
    find = by_pattern(pattern, "\\g<n>", group="n")

    def raised(text: str) -> Iterator[Hit]:
        for start, end, _ in find(text):
            yield start, end, (text[start:end].title() if " " not in text[start:end] else "La Rochelle",)

    return Rule(f"ecrit_{name}", "typographie", message, test, raised, (wrong,), (right,))


RULES: tuple[Rule, ...] = (
    Rule(
        "ecrit_elision_verbe", "typographie", "Devant une voyelle, le petit mot s’élide : l’, m’, s’, jusqu’…", "Dites-le à voix haute : « l’informer ».",
        by_view(_verb_elision), (("Merci de le informer du retard.", "l'informer"), ("Restez jusque à midi.", "jusqu'à")),
        ("Merci de l'informer du retard.", "Restez jusqu'à midi.", "Jusque-là, tout va bien."),
    ),
    _lower("mois", rf"(?<=\w)(?:(?<=de)|(?<=en)|(?<=fin)|(?<=début)|(?<=mi)|(?<=courant)|(?<=depuis)|(?<=jusqu'en))[ -](?-i:(?P<n>{_MONTHS}))(?![\w'-])",
           "Les jours et les mois s’écrivent sans majuscule.", "Dans une phrase : lundi, mai.", ("La livraison est prévue en Septembre.", "septembre"), "La livraison est prévue en septembre."),
    _lower("jour_liste", rf"(?<=[a-zà-ÿ,] )(?-i:(?P<n>{_DAYS}))(?= (?:\d|matin|soir|prochain|dernier|après-midi))",
           "Les jours et les mois s’écrivent sans majuscule.", "Dans une phrase : lundi, mai.", ("Venez nous voir Mardi prochain.", "mardi"), "Venez nous voir mardi prochain."),
    _rule("saint", r"(?<![\w'-])(?-i:(?P<c>(?P<s>Sainte?) (?P<v>[A-ZÉÈÎ][a-zà-ÿ]{2,})))(?![\w'-])", "\\g<s>-\\g<v>",
          "Un nom de lieu formé avec « Saint » prend un trait d’union.", "Saint-Étienne, Saint-Malo : un seul nom.", ("Le siège est à Saint Étienne.", "Saint-Étienne"), "Le siège est à Saint-Étienne.", "c"),
    _rule("t_apostrophe", r"(?<![\w'-])(?P<v>[a-zà-ÿ]+[ae])[- ]t'(?P<s>il|elle|on)(?![\w'-])", "\\g<v>-t-\\g<s>",
          "Entre le verbe et le pronom, le « t » est entre deux traits d’union.", "« -t- » : deux traits d’union, pas d’apostrophe.", ("Quand pourra-t'il commencer ?", "pourra-t-il"), "Quand pourra-t-il commencer ?"),
    _rule("premier", rf"(?<![\w,./-])(?P<n>1)(?= (?:{_MONTHS.lower()})\b)", "1er",
          "Le premier jour du mois s’écrit « 1er ».", "On dit « le premier mai ».", ("Nous fermons le 1 mai.", "1er"), "Nous fermons le 1er mai.", "n", True, r"\d[ /.,-]|et |à "),
    _rule("zero", rf"(?<=le )(?P<n>0(?P<d>[1-9]))(?= (?:{_MONTHS.lower()})\b)", "\\g<d>",
          "Devant le nom du mois, le jour s’écrit sans zéro.", "« le 3 mars », mais « 03/03 ».", ("Rendez-vous le 03 mars.", "3"), "Rendez-vous le 3 mars.", "n", False),
    _rule("heure", r"(?<![\w./-])(?P<c>(?P<h>[01]?\d|2[0-3])(?-i:H)(?P<m>[0-5]\d)?)(?![\w/-])", replaced((r"^(\d+)H(\d*)$", f"\\1{NO_BREAK}h{NO_BREAK}\\2"), (f"{NO_BREAK}$", "")),
          "L’heure s’écrit avec un h minuscule.", "« 14 h 30 ».", ("Réunion à 14H30.", ""), "Réunion à 14 h 30.", "c", False),
    _rule("decimale", r"(?<![\w.,])(?P<c>(?P<a>\d+)\.(?P<b>\d{1,2}))(?= ?(?:€|euros?\b|%|kg\b|km\b))", "\\g<a>,\\g<b>",
          "En français, les décimales sont séparées par une virgule.", "3,50 € et non 3.50 €.", ("Le port coûte 18.50 €.", "18,50"), "Le port coûte 18,50 €.", "c"),
    _rule("euro_devant", r"(?<![\w€])(?P<c>€ ?(?P<n>\d+(?:[ ,]\d+)*))(?![\w])", "\\g<n>\u00a0€",
          "Le symbole de l’euro se place après le nombre.", "« 30 € ».", ("Le port coûte € 30 par colis.", "30\u00a0€"), "Le port coûte 30 € par colis.", "c"),
    _rule("unite", r"(?<=\d )(?-i:(?P<u>Kg|KG|Kgs|kgs|Km|KM|Kms|kms|Cm|CM|Mn|mns|Gr|grs))(?![\w'-])", unit,
          "Les symboles d’unités s’écrivent kg, km, cm, min, sans majuscule ni s.", "Un symbole n’est pas une abréviation.", ("Le carton pèse 12 Kgs.", ""), "Le carton pèse 12 kg.", "u", False),
    _rule("monsieur_point", r"(?<![\w'.-])(?-i:(?P<m>M))(?= (?-i:[A-ZÀ-Ý][a-zà-ÿ]{2,}))(?! [A-Z]\w+ ?&)", "M.",
          "L’abréviation de « Monsieur » prend un point.", "M. Durand, Mme Durand.", ("Nous avons reçu M Durand.", "M."), "Nous avons reçu M. Durand.", "m"),
    _rule("melle", r"(?<![\w'-])(?P<m>Melles?)(?![\w'-])", "Mlle",
          "L’abréviation de « Mademoiselle » est « Mlle ».", "M. – Mme – Mlle.", ("Bonjour Melle Petit.", "Mlle"), "Bonjour Mlle Petit."),
    _lower("article_titre", rf"(?<=Monsieur )(?-i:(?P<n>Le))(?= (?:{_TITLES})\b)",
           "Dans un titre, l’article garde sa minuscule.", "« Monsieur le Directeur ».", ("Bonjour Monsieur Le Directeur.", "le"), "Bonjour Monsieur le Directeur."),
    _lower("article_titre_f", rf"(?<=Madame )(?-i:(?P<n>La))(?= (?:{_TITLES})\b)",
           "Dans un titre, l’article garde sa minuscule.", "« Madame la Directrice ».", ("Bonjour Madame La Directrice.", "la"), "Bonjour Madame la Directrice."),
    _capital("ville", rf"(?<![\w'-])(?:à|de|vers|depuis|sur) (?-i:(?P<n>{_CITIES}))(?![\w'-])", "Un nom de ville prend une majuscule.", "C’est un nom propre.", ("Le siège est à rennes.", "Rennes"), "Le siège est à Rennes."),
    _capital("pays", rf"(?<![\w'-])(?:en|de|d'|la|l'|vers l'|depuis la) ?(?-i:(?P<n>{_COUNTRIES}))(?![\w'-])", "Un nom de pays ou de région prend une majuscule.", "C’est un nom propre.", ("Nous livrons en france.", "France"), "Nous livrons en France."),
    _rule("parenthese_collee", r"(?<=[a-zà-ÿ]{4})(?P<p>\()(?=[a-zà-ÿ]{4})", " (",
          "On met une espace avant la parenthèse ouvrante.", "Espace avant, rien après.", ("Le devis(voir page 2) est joint.", " ("), "Le devis (voir page 2) est joint.", "p"),
    _lower("numero_capitale", r"(?-i:(?<=[a-zà-ÿ] )(?P<n>N°))(?= ?\w)",
          "Dans une phrase, « n° » s’écrit avec une minuscule.", "« le dossier n° 12 ».", ("Voir le dossier N° 12.", "n°"), "Voir le dossier n° 12.", False),
    _rule("imperatif_trait", r"(?:^|(?<=\n)|(?<=[.!?:] ))(?P<c>(?P<v>[a-zà-ÿ]{3,}ez) (?P<p>moi|nous|lui|leur))(?= (?:le|la|les|un|une|votre|vos|dès|par|avant|si|au|en|tout|rapidement|ce|cette|des|de)\b)(?<!allez nous)", "\\g<v>-\\g<p>",
          "Après un ordre, le pronom est relié au verbe par un trait d’union.", "« Envoyez-moi », « dites-nous ».", ("Envoyez nous le devis signé.", "Envoyez-nous"), "Envoyez-nous le devis signé.", "c"),
    _rule("imperatif_objet", r"(?:^|(?<=\n)|(?<=[.!?:;,] )|(?<=\bpuis )|(?<=\bet ))(?P<c>(?!assez |chez |nez |rez )(?P<v>[a-zà-ÿ]{3,}ez) (?P<p>le|la|les))(?= (?:plutôt|dès|par|avant|si|au|aux|tout|rapidement|à|dans|sur|pour|avec|ici|bien|vite|aujourd'hui|demain|directement|chez|avec|sans|ensuite|puis)\b| ?[.!;])", "\\g<v>-\\g<p>",
          "Après un ordre, le pronom est relié au verbe par un trait d’union.", "« Envoyez-le », « posez-les ».", ("Envoyez le par la poste.", "Envoyez-le"), "Envoyez-le par la poste.", "c"),
    _lower("mois_elide", rf"(?<![\w'-])(?:d'|l')(?-i:(?P<n>{_MONTHS}))(?![\w'-])",
           "Les jours et les mois s’écrivent sans majuscule.", "Dans une phrase : lundi, mai.", ("Les factures d'Août sont prêtes.", "août"), "Les factures d'août sont prêtes."),
    _lower("langue_article", r"(?<![\w'-])(?:parl\w+|maîtris\w+|appren\w+|enseign\w+|étudi\w+|comprend|comprennent|cours d'|cours de|notions d'|niveau d')(?: (?:couramment|bien|très bien|un peu|aussi|également))? ?(?:l'|le |de l'|du )?(?-i:(?P<n>Anglais|Français|Allemand|Espagnol|Italien|Portugais|Chinois|Arabe|Russe))(?![\w'-])(?-i:(?! [A-Z]))",
           "Le nom d’une langue s’écrit sans majuscule.", "« parler anglais », mais « un Anglais ».", ("Elle parle bien l'Anglais.", "anglais"), "Elle parle bien l'anglais."),
    _lower("adjectif_capitale", r"(?<![\w'-])(?:conseil|conseiller|police|bulletin|arrêté|service|règlement|assemblée|chambre|impôts?|taxe|collège|lycée|code|réseau) (?-i:(?P<n>Municipale?|Régionale?|Départementale?|Intérieur|Technique|Administrati(?:f|ve)|Commercial|Informatique|Juridique))(?![\w'-])(?-i:(?! [A-Z]))",
           "Dans une phrase, l’adjectif garde sa minuscule.", "La majuscule va au nom propre, non à l’adjectif.", ("Le bulletin Municipal paraît lundi.", "municipal"), "Le bulletin municipal paraît lundi."),
    _first(_rule("heure_collee", r"(?<![\w./:-])(?P<c>(?P<h>[01]?\d|2[0-3])h(?P<m>[0-5]\d)?)(?![\w/-])", "\\g<h>\u00a0h\u00a0\\g<m>",
          "On met une espace de chaque côté du « h » de l’heure.", "« 14 h 30 », « 9 h ».", ("Réunion à 14h30.", ""), "Réunion à 14 h 30.", "c", False)),
    _rule("unite_collee", r"(?<![\w.,/-])(?P<c>(?P<n>\d+(?:,\d+)?)(?P<u>cm|mm|km|kg|m²|m³|kWh|mn|min|ml|cl))(?![\w/'-])", "\\g<n>\u00a0\\g<u>",
          "On met une espace entre le nombre et son unité.", "Nombre, espace, unité.", ("La dalle mesure 60cm de large.", "60\u00a0cm"), "La dalle mesure 60 cm de large.", "c"),
    _rule("milliers_point", r"(?<![\w.,/-])(?P<c>(?P<a>\d{1,3})\.(?P<b>\d{3}))(?= ?(?:€|euros?\b|km\b|kg\b|habitants\b|personnes\b|exemplaires\b))", "\\g<a>\u00a0\\g<b>",
          "En français, les milliers se séparent par une espace, non par un point.", "« 1 200 euros ».", ("La caution est de 1.500 euros.", "1\u00a0500"), "La caution est de 1 500 euros.", "c"),
    _rule("point_colle", r"(?<=[a-zà-ÿ]{3})(?P<c>\.(?P<w>(?-i:(?:Le|La|Les|Il|Un|Je|On|Ce|À|Du|Au|En|Si|Tu|L'|J'|C'|Elle|Nous|Vous))))(?= [a-zà-ÿ])", ". \\g<w>",
          "On met une espace après le point qui ferme une phrase.", "Après le point, une espace.", ("Le lot est payé.Il part lundi.", ". Il"), "Le lot est payé. Il part lundi.", "c"),
    _first(_rule("guillemets_droits", r"(?<![\w\"])(?P<c>\"(?P<t>[^\"\n«»]{2,60})\")(?![\w\"])", "«\u00a0\\g<t>\u00a0»",
          "En français, on emploie les guillemets « … ».", "Guillemets français : « et », avec une espace à l’intérieur.", ("La mention \"payé\" manque.", ""), "La mention « payé » manque.", "c", False)),
    _rule("capitale_accent", r"(?:^|(?<=\n)|(?<=[.!?] ))(?-i:(?P<c>E(?P<t>tant|tat|tats|tes-vous|tes|cole|coles|glise|quipe|quipes|tude|tudes|conomie|lu|lue|lus|crire|crivez|crit|vénement|vitez|viter|changes?|tablissement|lève|lèves|galement|chéance|nergie|diteur|lectricité|lectricien|dition|quipement)))(?![\w'-])", "É\\g<t>",
          "La majuscule garde son accent.", "« Étant », comme « étant ».", ("Etant absent lundi, je passerai mardi.", "Étant"), "Étant absent lundi, je passerai mardi.", "c", False),
)  # fmt: skip
