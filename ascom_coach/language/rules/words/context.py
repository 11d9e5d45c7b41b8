# ruff: noqa: E501 -- an example stays on one line
"""Homophones and verb endings told apart by the whole neighbourhood (see `choices`)."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.learnt.choices import VERB_SET, doubts
from ascom_coach.language.remarks import Label
from ascom_coach.language.rules.base import Hit, Rule, by_view, cased
from ascom_coach.language.rules.words._plainly_right import plainly_right
from ascom_coach.language.syntax.view import View


def _finder(name: str):  # type: ignore[no-untyped-def]
    def find(view: View) -> Iterator[Hit]:
        for one in doubts(view, name):
            first, last = view.words[one.first], view.words[one.last]
            if one.first and first.text[0].isupper() and first.near:
                continue  # « à la rubrique Son »: a name
            if plainly_right(view, name, one.first, one.last):
                continue
            yield first.start, last.end, tuple(cased(first.text, fix) for fix in one.fixes)

    return by_view(find)


def _rule(
    name: str, message: str, test: str, wrong: tuple[tuple[str, str], ...], right: tuple[str, ...], label: Label = "homophones"
) -> Rule:  # fmt: skip
    return Rule(f"contexte_{name}", label, message, test, _finder(name), wrong, right)


# fmt: off
RULES: tuple[Rule, ...] = (
    _rule("a", "« a » est le verbe avoir ; « à » est une préposition.", "Si l’on peut dire « avait », c’est « a » sans accent.",
          (("Le technicien passera a 9 heures.", "à"), ("Le client à reçu son colis.", "a")),
          ("Le technicien passera à 9 heures.", "Le client a reçu son colis.", "Il y a des clients à rappeler.", "M. Roux a la clé du local.")),
    _rule("et", "« est » est le verbe être ; « et » relie deux éléments.", "Si l’on peut dire « était », c’est « est ».",
          (("Le devis et valable trente jours.", "est"),),
          ("Le devis est valable trente jours.", "Le devis et la facture sont joints.", "La salle est propre et calme.")),
    _rule("on", "« on » est un pronom ; « ont » est le verbe avoir.", "Si l’on peut dire « avaient », c’est « ont ».",
          (("Les clients on apprécié la visite.", "ont"),), ("Les clients ont apprécié la visite.", "Demain, on apprécie la visite.")),
    _rule("son", "« son » est un possessif ; « sont » est le verbe être.", "Si l’on peut dire « étaient », c’est « sont ».",
          (("Les bureaux son fermés le lundi.", "sont"),), ("Les bureaux sont fermés le lundi.", "Il cherche son dossier.")),
    _rule("ou", "« où » indique un lieu ou un moment ; « ou » propose un choix.", "Si l’on peut dire « ou bien », c’est « ou » sans accent.",
          (("Vous pouvez payer par chèque où par carte.", "ou"),), ("Vous pouvez payer par chèque ou par carte.", "La salle où nous nous réunissons est libre.")),
    _rule("ce", "« se » accompagne un verbe pronominal ; « ce » montre ou reprend.", "Si l’on peut dire « me », c’est « se ».",
          (("Les équipes doivent ce réunir lundi.", "se"),), ("Les équipes doivent se réunir lundi.", "Nous attendons ce colis.")),
    _rule("cest", "« c’est », « s’est », « ces » et « ses » se prononcent de même.", "« Cela est » : c’est ; « me suis » : s’est ; « mes » : ses ; « ceux-là » : ces.",
          (("Le client c'est trompé de quai.", "s'est"),), ("Le client s'est trompé de quai.", "C'est la bonne adresse.", "Nous rappelons ces clients.", "Le chef de projet sait tout cela.")),
    _rule("la", "« la », « là » et « l’a » se prononcent de même.", "« Une » : la ; « ici » : là ; « l’avait » : l’a.",
          (("Le service juridique la renvoyé hier.", "l'a"),), ("Le service juridique l'a renvoyé hier.", "La facture est là.", "Nous la renvoyons.", "Il l'a mise au courrier.")),
    _rule("sa", "« sa » est un possessif ; « ça » veut dire « cela ».", "Si l’on peut dire « cela », c’est « ça ».",
          (("La société a confié ça comptabilité à un cabinet.", "sa"),), ("La société a confié sa comptabilité à un cabinet.", "Ça nous convient.")),
    _rule("peu", "« peu » indique une quantité ; « peut » est le verbe pouvoir.", "Si l’on peut dire « pouvait », c’est « peut ».",
          (("Le règlement peu être effectué par carte.", "peut"),), ("Le règlement peut être effectué par carte.", "Il reste peu de place.")),
    _rule("quand", "« quand » indique le temps ; « quant à » veut dire « en ce qui concerne » ; « qu’en » est « que » suivi de « en ».", "Si l’on peut dire « lorsque », c’est « quand ».",
          (("Appelez-nous quant vous arrivez.", "quand"), ("La salle n'ouvre quand septembre.", "qu'en")), ("Quant à nous, la date convient.", "Appelez quand vous arrivez.", "La salle n'ouvre qu'en mars.")),
    _rule("pres", "« prêt à » veut dire « préparé » ; « près de » indique une distance.", "Si l’on peut dire « prête », c’est « prêt ».",
          (("Le devis est près.", "prêt"),), ("Le devis est prêt.", "La gare est près du bureau.", "Votre commande est prête.")),
    _rule("voir", "« voir » est un verbe ; « voire » veut dire « et même ».", "Si l’on peut dire « et même », c’est « voire ».",
          (("Nous devons voire ce client.", "voir"),), ("Venez voir la salle.", "Il faut trois jours, voire quatre.")),
    _rule("sans", "« sans » indique un manque ; « s’en » va avec un verbe.", "Si l’on peut dire « m’en », c’est « s’en ».",
          (("Elle sans occupe.", "s'en"), ("Il est venu s'en rendez-vous.", "sans")), ("Elle s'en occupe.", "Il est parti sans sa carte.", "Le gardien s'en va à dix-huit heures.")),
    _rule("leur", "« leur » devant un verbe ne change jamais ; devant un nom, il s’accorde.", "Si l’on peut dire « lui », c’est « leur » sans s.",
          (("Ils rangent leur dossiers.", "leurs"),), ("Nous leur écrivons.", "Ils rangent leurs dossiers.", "Ils ferment leur bureau.")),
    _rule("quelle", "« quelle » accompagne un nom ; « qu’elle » est « que » suivi de « elle ».", "Si l’on peut dire « qu’il », c’est « qu’elle ».",
          (("Je crois quelle viendra.", "qu'elle"),), ("Quelle date préférez-vous ?", "Il faut qu'elle signe.")),
    _rule("dans", "« dans » indique un lieu ou un temps ; « d’en » est « de » suivi de « en ».", "Si l’on peut dire « à l’intérieur de », c’est « dans ».",
          (("Il est possible dans obtenir une copie.", "d'en"),), ("Il convient d'en parler.", "Le dossier est dans le bureau.")),
    _rule("ni", "« ni » relie deux négations ; « n’y » accompagne un verbe.", "Si l’on peut enlever « y », c’est « n’y ».",
          (("Il ni a pas de frais.", "n'y"),), ("Il n'y a pas de frais.", "Ni lundi ni mardi.")),
    _rule("mais", "« mais » oppose ; « mes » est un possessif.", "Si l’on peut dire « pourtant », c’est « mais ».",
          (("Je range mais dossiers.", "mes"),), ("Je range mes dossiers.", "La salle est libre, mais petite.")),
    _rule("des", "« dès » veut dire « à partir de » ; « des » est un article.", "Si l’on peut dire « à partir de », c’est « dès ».",
          (("Répondez des que possible.", "dès"),), ("Nous livrons dès lundi.", "Nous livrons des colis.")),
    _rule("ete", "« été » est le participe d’« être » ; « était » est l’imparfait.", "Si l’on peut dire « avait été », écrivez « été ».",
          (("La facture a était payée.", "été"),), ("La facture a été payée.", "La salle était pleine.")),
    _rule(VERB_SET, "La fin du verbe ne va pas avec ce qui l’entoure : infinitif, participe ou verbe conjugué ?", "Remplacez par « prendre », « pris » ou « prenez » : l’un des trois sonne juste.",
          (("L'assistante vient de réservé deux billets.", "réserver"), ("Merci de confirmez votre présence.", "confirmer")),
          ("L'assistante vient de réserver deux billets.", "Merci de confirmer votre présence.", "Nous avons réservé la salle.", "Le contrat finit au 31 décembre.", "Je leur ai tout expliqué hier.", "Auriez-vous conservé le bac ?", "C'est vous qui les validez.", "Un détail reste, que je n'ose vous rappeler."), "conjugaison"),
)
# fmt: on
