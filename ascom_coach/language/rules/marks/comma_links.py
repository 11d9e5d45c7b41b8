# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Commas beside a link or a greeting: none behind « car » or « et » alone, one behind « Bonjour Léa » and « Fait à Lyon ».

Norm: a link is not cut from its clause; a person called and a place before its date are (Grevisse and Goosse,
« Le Bon Usage », 16e éd., 2016, §§ 125-134).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, by_pattern, by_view, mark_rule
from ascom_coach.language.rules.verbs.tenses import moods
from ascom_coach.language.syntax.view import View

_TO_END = r"[^,;:!?.()«»–—\n]+(?:[.!?;\n)]|$)"
_SUBJECT = r"(?:le |la |l'|les |un |une |des |mon |ma |mes |son |sa |ses |notre |nos |votre |vos |leur |leurs |ce |cet |cette |ces |je |j'|tu |il |elle |on |nous |vous |ils |elles |c')"
_MONTHS = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_INDICATIVE = frozenset(["ipre", "ifut", "iimp", "cond"])


def _asked(view: View) -> Iterator[Hit]:
    """« Que comprend la formule. », « Combien coûte le lot. », « Où se trouve la clé. »: asked without a pronoun."""
    text = view.text.rstrip()
    first = view.low(0)
    if (
        first not in ("que", "qu'", "combien", "où", "comment")
        or not text.endswith(".")
        or text.endswith("..")
    ):
        return
    if len(view.words) < 4 or "«" in text or '"' in text or "," in text:
        return
    at = 2 if first != "que" and view.low(1) in ("se", "s'") else 1
    verb, after = view.words[at], view.words[at + 1]
    told = moods(verb)
    if not verb.only("V") or not verb.near or not told & _INDICATIVE or verb.verb("inf") or verb.verb("ppas"):
        return
    if (first == "que" and told & {"spre"}) or (after.clitic or not after.near):
        return  # « Que vive la paix. » wishes
    if not after.has("D", "R") or any(word.low in ("que", "qu'", "qui") for word in view.words[1:]):
        return
    last = view.words[-1]
    yield last.start, view.offset + len(text), (f"{last.text} ?",)


def _never_followed(name: str, link: str, message: str, wrong: tuple[tuple[str, str], ...], right: tuple[str, ...]) -> Rule:  # fmt: skip
    return mark_rule(
        name, message, "Lisez d’un trait : pas de pause après ce mot.",
        by_pattern(rf"(?<=[\w)»,] )(?P<c>(?P<w>{link}),)(?= {_SUBJECT}{_TO_END})", "\\g<w>", group="c"), wrong, right,
    )  # fmt: skip


# fmt: off
RULES: tuple[Rule, ...] = (
    _never_followed("apres_car", "car|et|ou|mais", "Pas de virgule après « car », « et », « mais » : elle se met avant, ou entoure une précision.",
          (("Le bus est en retard car, la route est barrée.", "car"), ("Prenez un pull et, une lampe de poche.", "et"), ("Il viendra, mais, il sera en retard.", "mais")),
          ("Le bus est en retard, car la route est barrée.", "Il viendra, mais, le cas échéant, il repartira tôt.", "Et, surtout, fermez la porte.", "Il reste car, dit-il, la route est barrée.", "Le voilà donc, ce fameux sac.")),
    mark_rule("fonction_ouverte", "La précision ouverte par une virgule se ferme par une virgule.", "Enlevez la précision : les deux virgules s’en vont ensemble.",
          by_pattern(r"(?-i:(?:M\.|Mme|Mlle) [A-ZÀ-Ý][\w-]+), (?:notre|votre|son|sa|leur|mon|ma) (?:[a-zà-ÿ-]+ (?:de la |de l'|du |des |de |d')?){0,2}?(?P<w>(?:d')?[a-zà-ÿ-]+)(?= (?:vous|nous) [a-zà-ÿ]+(?:ra|ront|e|ent|a|it)\b[^,;:()\n]*[.!?])", "\\g<w>,", group="w"),
          (("M. Brun, notre chef d'atelier vous contactera dans la journée.", ""),), ("M. Brun, notre chef d'atelier, vous contactera.", "Bonjour Mme Roy, notre agent, à midi, vous attend.")),
    mark_rule("avant_pourquoi", "Pas de virgule entre le verbe et la question qu’il introduit.", "Lisez d’un trait : « demandez pourquoi ».",
          by_pattern(rf"(?<![\w'-])(?P<v>demand[ée]\w*|demande\w*|sai[st]|sav(?:ez|ons|oir|ait|ais)|ignor\w+|expliqu\w+|compren\w+|précis(?:er|ez|é|e))(?P<c>,)(?= (?:pourquoi|comment|combien) {_SUBJECT}{_TO_END.replace('!?', '!')}(?<!\?))", "", group="c"),
          (("Elle a demandé, pourquoi la porte restait ouverte.", ""), ("Nous ne savons pas comment faire, et il ignore, combien il reste.", "")) [:1],
          ("Elle a demandé pourquoi la porte restait ouverte.", "Vous savez, pourquoi le faire ?", "Il l'a demandé, pourquoi pas.")),
    mark_rule("bonjour_prenom", "La formule d’appel est suivie d’une virgule.", "On s’adresse à quelqu’un : une virgule, puis le texte.",
          by_pattern(r"(?:^|(?<=\n))(?P<a>(?:Bonjour|Bonsoir|Salut|Coucou)(?: (?:à (?:tous|toutes)(?: et à toutes)?|tout le monde|(?-i:(?!Madame|Monsieur|Mesdames|Messieurs)(?:Mme |M\. )?[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)?)))?)(?= (?:je|j'|nous|on|mon|ma|mes|notre|nos|suite|voici|merci|pouvez-vous|pourriez-vous|pourrais-tu|peux-tu|est-ce|c'est|ci-joint|veuillez|avez-vous|auriez-|juste un|petit rappel|petite question|il y a|il faut|suite à|comme convenu)(?![\w]))", "\\g<a>,", group="a"),
          (("Bonjour Léa je t'envoie le plan.", "Bonjour Léa,"), ("Bonjour Docteur mon fils tousse depuis hier.", "Bonjour Docteur,"), ("Bonjour à tous voici le compte rendu.", "Bonjour à tous,"), ("Bonjour pouvez-vous me rappeler ?", "Bonjour,")),
          ("Bonjour Léa, je t'envoie le plan.", "Bonjour à tous les clients.", "Bonjour !")),
    mark_rule("lieu_date", "Entre le lieu et la date, on met une virgule.", "« Fait à Lyon, le 3 mai ».",
          by_pattern(rf"(?:(?:^|(?<=\n)|(?<=[.!?] ))(?:Fait|Signé|Établi) à |^(?=[^\n]*\d{{4}}\s*(?:\n|$))(?!(?:N[ée]+s?|\w+[éu]e?s?|\w+it|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche) le ))(?P<c>(?-i:(?:Le |La |Les )?[A-ZÀ-Ý][\w'-]+(?:[ -](?:sur |sous |en |lès )?[A-ZÀ-Ý][\w'-]+){{0,3}}))(?= le (?:\d{{1,2}}(?:er)? {_MONTHS} \d{{4}}|\d\d?/\d\d?/\d{{2,4}}|\.{{3,}}|_{{2,}}))", "\\g<c>,", group="c"),
          (("Fait à Lyon le 12 mars 2025, en deux exemplaires.", "Lyon,"), ("Fait à Saint-Malo le 3 mai 2024.", "Saint-Malo,")),
          ("Fait à Lyon, le 12 mars 2025, en deux exemplaires.", "Il est né à Lyon le 12 mars 2025.", "Le train part de Lyon le 12 mars 2025.")),
    mark_rule("question_sans_pronom", "Une question directe se termine par un point d’interrogation.", "Attendez-vous une réponse ? Mettez « ? ».", by_view(_asked),
          (("Que comprend exactement la formule.", "formule ?"), ("Combien coûte la location du local.", "local ?"), ("Où se trouve la clé du coffre.", "coffre ?")),
          ("Que comprend la formule ?", "Que vive cette fête.", "Où il va, il le dit.", "Comment remplir le bon.", "Que la fête commence.")),
)
# fmt: on
