"""The fourth hand's faults in the message to the owner of the nursery.

Written from the story, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.benchmarks.mutation.other import OtherFault, sentence, swap, swap_like, without
from tests.benchmarks.mutation.third import both, cut, faults


def _another_change(match: re.Match[str]) -> str:
    """Something else than what was said on the telephone: the group, the hour or the deadline."""
    told = match[0]
    if "personnes" in told:
        return "plus que 20 personnes"
    return "plus qu’à 11 h 30" if "plus" in told else "le lundi 22 février"


def word() -> Iterator[OtherFault]:
    yield from faults("mot", (
        ("sending a week early", "KX3.2 KX3.1", swap("le jeudi 11 février", "le jeudi 4 février")),
        ("weekday that is not the date’s", "KX3.2 KX3.1", swap("le jeudi 11 février", "le mardi 11 février")),
        ("day of sending left vague", "KX3.1 KX3.2", swap("le jeudi 11 février", "bientôt")),
        ("sending left out", "KX3.1 KX3.2", cut(r" L’envoi est programmé.*")),
        ("sent without the agreement", "KX3.1 KX3.2",
         swap_like(r"L’envoi est programmé .* mairie\.", lambda m: "L’e-mail est parti ce matin.")),
        ("agreement left out", "KX3.1 KX3.2", cut(r", après l’accord de Mme Lacaze, à la mairie")),
        ("agreement of another person", "KX3.2 KX3.1", swap("Mme Lacaze, à la mairie", "M. Castaing")),
        ("page put on line before it was read", "KX3.1 KX3.2",
         sentence("L’e-mail, la page", "La page est déjà en ligne.")),
        ("work said not to be ready", "KX3.1 KX3.2",
         swap("sont prêts. L’envoi", "seront prêts demain. L’envoi")),
        ("old and new prices exchanged", "KX3.2",
         swap_like(r"disait (\d\d) €, j’ai gardé les (\d\d) €", lambda m: f"disait {m[2]} €, j’ai gardé les {m[1]} €")),
        ("price mistyped", "KX3.2", swap_like(r"gardé les \d\d €", lambda m: "gardé les 23 €")),
        ("anomaly of the price not told", "KX3.2 KX3.1", without("- le prix")),
        ("price left to the reader", "KX3.2 KX3.1",
         swap_like(r"j’ai gardé les \d\d € que tu m’as confirmés", lambda m: "à toi de voir lequel est le bon")),
        ("anomalies of the page not told", "KX3.2 KX3.1", without("- la date passée")),
        ("anomaly of the telephone not told", "KX3.2 KX3.1",
         swap("la date passée, le téléphone et le nom", "la date passée et le nom")),
        ("dead link not told", "KX3.2 KX3.1", without("- le lien")),
        ("dead link left", "KX3.2 KX3.1",
         swap("le lien d’inscription, qui était mort", "le lien d’inscription, que je n’ai pas changé")),
        ("picture not told", "KX3.2 KX3.5 KX3.1", without("- la photo")),
        ("picture of the group kept", "KX3.5 KX3.2",
         swap_like(r"la photo du groupe : .*", lambda m: "la photo du groupe : je l’ai gardée, elle est très bien.")),
        ("last change left out", "KX3.1 KX3.2",
         cut(r"^(?:M\. Castaing n’encadre|La journée ne commence|Yanis ferme).*c’est changé partout\.$")),
        ("last change wrong", "KX3.2",
         swap_like(r"plus que \d\d personnes|plus qu’à \d+ h(?: \d\d)?|le mercredi 24 février", _another_change)),
        ("last change not made in the documents", "KX3.1 KX3.2",
         swap("c’est changé partout", "je n’ai rien changé")),
        ("recipients miscounted", "KX3.2", swap("11 destinataires", "14 destinataires")),
        ("number of recipients left out", "KX3.2 KX3.1", swap("compte 11 destinataires", "est à jour")),
        ("other recipients", "KX3.2 KX3.1", swap("tous particuliers", "particuliers et professionnels")),
        ("list left out", "KX3.2 KX3.1 KX3.5", without("La liste compte")),
        ("those who unsubscribed not told", "KX3.2 KX3.5 KX3.1",
         swap_like(r"les personnes désinscrites, dont .*? à Yanis, ", lambda m: "")),
        ("request made at the counter not told", "KX3.2 KX3.5 KX3.1",
         cut(r", dont une qui l’avait demandé à Yanis")),
        ("double not told", "KX3.2 KX3.1", cut(r", un doublon(?= et)")),
        ("private remark told in full", "KX3.5",
         swap_like(r"une remarque (?:de santé|sur des \w+)", lambda m: "la remarque « opérée du dos » de Mme Herbin")),
        ("client’s address in the team’s thread", "KX3.5",
         sentence("La liste compte", "J’ai corrigé aussi rosa.ibarra@courrier.example, 06 39 98 44 10.")),
        ("what Yanis has to do left out", "KX3.1 KX3.2 KX3.5",
         cut(r" Yanis doit aussi la retirer du fichier\.")),
        ("work for another person", "KX3.2 KX3.1", swap("Yanis doit aussi", "M. Castaing doit aussi")),
        ("colleague blamed", "KX3.3", sentence("La liste compte", "Yanis ne fait jamais son travail.")),
        ("owner blamed", "KX3.3", swap("qui était mort", "que tu aurais dû vérifier depuis longtemps")),
        ("slang", "KX3.3", swap("Ce que j’ai corrigé", "Les trucs pourris que j’ai corrigés")),
        ("text-message spelling", "KX3.3", swap("Bonne journée,", "Biz, a +")),
        ("tu and vous", "KX3.3", sentence("L’e-mail, la page", "Pouvez-vous me dire si tu es d’accord ?")),
        ("no greeting", "KX3.3 KX3.1", without("Bonjour Odile")),
        ("ending of another person", "KX3.3", swap("M. Castaing nous prête", "M. Castaing nous prêtes")),
        ("infinitive for a participle", "KX3.3", swap("Ce que j’ai corrigé", "Ce que j’ai corriger")),
        ("adjective without agreement", "KX3.3", swap("sont prêts. L’envoi", "sont prêt. L’envoi")),
        ("participle without agreement", "KX3.3",
         swap("les personnes désinscrites", "les personnes désinscrit")),
        ("four faults in the list", "KX3.3",
         both(swap("la date passée", "la date passé"), swap("qui était mort", "qui étais mort"),
              swap("personne n’avait donné", "personne n’avais donner"))),
        ("no punctuation", "KX3.3",
         swap_like(r"J’ai retiré .*", lambda m: m[0].replace(",", "").replace(". Y", " y"))),
    ))  # fmt: skip
