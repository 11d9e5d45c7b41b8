# ruff: noqa: D102, E501, PLR0912 -- the draws and tables of a build script
"""Correct office sentences made from patterns, for `construire_lecteur.py`: the public texts hold few letters.

Their sense is left to chance; their agreements, persons, tenses and moods are right by construction.
"""

from __future__ import annotations

import gzip
import random
from collections import defaultdict
from functools import cache
from pathlib import Path

_MALE = "dossier devis contrat colis courrier courriel rapport bon bordereau relevé compte tarif délai document formulaire justificatif planning agenda carton classeur bureau fauteuil écran ordinateur téléphone badge véhicule camion chariot article produit modèle lot stock catalogue dépliant projet budget avenant certificat reçu paiement virement chèque remboursement avoir litige incident problème retard rendez-vous entretien stage congé séminaire salon atelier chantier local entrepôt quai magasin site guichet message appel numéro chiffre résultat point tableau fichier logiciel mot extrait règlement plan guide manuel acompte versement montant échantillon emballage envoi arrivage inventaire bilan exercice poste service secteur réseau marché accord avis compte-rendu procès-verbal mail tableau"
_FEMALE = "commande facture livraison réclamation demande réponse adresse lettre pièce copie attestation fiche liste salle réunion formation date offre proposition remise garantie caution prime somme échéance relance note convention annexe brochure affiche enveloppe étiquette imprimante cartouche armoire table chaise porte clé machine panne réparation intervention visite entreprise société agence équipe direction mairie association banque assurance signature information coordonnée décision solution erreur anomalie différence quantité référence marque gamme vente collection campagne enquête analyse étude mission tâche procédure consigne mesure absence candidature convocation inscription réservation adhésion subvention déclaration cotisation dépense facilité ligne page mention clause version modification mise requête expédition palette marchandise fourniture photo vidéo annonce question remarque"
_HE = "client fournisseur directeur responsable comptable stagiaire technicien livreur vendeur acheteur gérant employé salarié candidat visiteur adhérent locataire propriétaire partenaire prestataire transporteur réparateur formateur conseiller chef collègue patient avocat notaire maire président adjoint interlocuteur commercial assistant intérimaire voisin bénévole participant invité abonné apprenti gardien mécanicien chauffeur banquier assureur"
_SHE = "cliente directrice responsable comptable stagiaire technicienne vendeuse acheteuse gérante employée salariée candidate visiteuse adhérente locataire propriétaire partenaire prestataire formatrice conseillère collègue patiente avocate notaire présidente adjointe interlocutrice assistante intérimaire voisine bénévole participante invitée abonnée apprentie gardienne"
_ADJ = "complet incomplet conforme urgent disponible important nouveau ancien dernier premier prochain valable définitif provisoire annuel mensuel trimestriel commercial juridique technique administratif fiscal social interne externe gratuit payant obligatoire utile nécessaire précis exact erroné différent identique récent long court rapide simple complexe clair détaillé régulier exceptionnel professionnel personnel bancaire postal électronique téléphonique numérique écrit oral prêt libre ouvert urgent principal général particulier spécial final initial total partiel supplémentaire complémentaire habituel actuel futur éventuel indispensable satisfaisant encourageant intéressant avantageux coûteux nombreux sérieux défectueux cher léger lourd neuf vide plein propre sale public privé local régional national européen français étranger"
_ATTR = "complet conforme disponible urgent valable définitif prêt ouvert clair exact satisfaisant encourageant avantageux nombreux défectueux cher lourd neuf vide plein propre gratuit obligatoire utile nécessaire long rapide récent erroné incomplet identique différent indispensable payant libre"
_PEOPLE_ATTR = "satisfait mécontent ravi désolé absent présent disponible prêt content inquiet conscient certain sûr compétent ponctuel attentif patient motivé sérieux heureux surpris déçu convaincu joignable injoignable libre étonné pressé fatigué"
_DO = "envoyer recevoir signer vérifier valider préparer transmettre expédier livrer commander régler payer facturer annuler reporter modifier corriger compléter remplir retourner rendre renvoyer remettre classer archiver imprimer rédiger relire traiter étudier examiner analyser consulter contrôler enregistrer noter prévoir organiser planifier réserver confirmer refuser accepter proposer demander obtenir fournir joindre adresser communiquer présenter remplacer réparer installer acheter vendre louer stocker ranger perdre retrouver mentionner indiquer préciser fixer choisir établir mettre prendre ouvrir fermer découvrir suivre lire écrire faire créer diffuser distribuer partager garder conserver apporter déposer emporter recopier saisir calculer estimer financer rembourser résilier renouveler prolonger clôturer clore attendre accueillir"
_MEET = "appeler rappeler contacter joindre prévenir informer avertir remercier rencontrer recevoir convoquer inviter accueillir accompagner aider former recruter embaucher relancer rembourser satisfaire rassurer écouter convaincre féliciter servir conseiller remplacer attendre entendre voir"
_GO = "arriver partir rester tomber venir revenir passer entrer monter descendre sortir rentrer retourner devenir"
_WORK = "travailler fonctionner manquer durer commencer augmenter diminuer progresser avancer reculer hésiter insister répondre participer assister intervenir attendre suffire convenir correspondre dépendre tarder habiter circuler téléphoner déjeuner"
_SELF = "présenter inscrire réunir déplacer tromper adresser engager occuper absenter connecter abonner plaindre charger préparer installer rendre"
_ADV = "bien déjà rapidement toujours également aussitôt récemment soigneusement finalement encore aussi correctement entièrement directement"
_TIME = "hier;ce matin;lundi;mardi dernier;la semaine dernière;le 3 mars;le 12 juin;en janvier;cette semaine;aujourd'hui;avant vendredi;depuis lundi;au mois de septembre;en fin de journée;à 14 heures;dans la journée;sous huit jours;dès demain;jusqu'au 30 juin;ce jour;en 2025;à la fin du mois"
_WHERE = "à l'accueil;au secrétariat;au troisième étage;dans l'entrepôt;à la mairie;au service comptabilité;dans nos locaux;sur le site;sur votre bureau;par courrier;par courriel;par téléphone;en annexe;au guichet;dans le hall;à Nantes;à Lyon;chez notre client;auprès de la banque;au siège"
_NAMES = "M. Martin;Mme Durand;Mme Leroy;M. Petit;Mme Bernard;la société Novex;M. Robin;Mme Faure;M. Girard"


@cache
def _forms() -> dict[str, list[tuple[str, str, frozenset[str]]]]:
    path = Path(__file__).resolve().parents[1] / "lexique.txt.gz"
    head, _, body = gzip.decompress(path.read_bytes()).partition(b"\n\n")
    codes = head.decode().split("\n")
    out = defaultdict(list)
    for line in body.decode().splitlines():
        form, _, code = line.partition("\t")
        for item in codes[int(code, 36)].split("|"):
            step, _, tags = item.partition(":")
            cut, _, add = step.partition("+")
            pos, *rest = tags.split(".")
            out[form[: len(form) - int(cut)] + add].append((form, pos, frozenset(rest)))
    return out


_IRREGULAR = {
    ("être", "ipre"): "suis es est sommes êtes sont", ("avoir", "ipre"): "ai as a avons avez ont",
    ("aller", "ipre"): "vais vas va allons allez vont", ("faire", "ipre"): "fais fais fait faisons faites font",
    ("être", "spre"): "sois sois soit soyons soyez soient", ("avoir", "spre"): "aie aies ait ayons ayez aient",
    ("pouvoir", "ipre"): "peux peux peut pouvons pouvez peuvent", ("devoir", "ipre"): "dois dois doit devons devez doivent",
    ("vouloir", "ipre"): "veux veux veut voulons voulez veulent",
    ("pouvoir", "cond"): "pourrais pourrais pourrait pourrions pourriez pourraient",
    ("devoir", "ifut"): "devrai devras devra devrons devrez devront",
    ("aller", "ifut"): "irai iras ira irons irez iront", ("pouvoir", "ifut"): "pourrai pourras pourra pourrons pourrez pourront",
    ("vouloir", "cond"): "voudrais voudrais voudrait voudrions voudriez voudraient",
}  # fmt: skip
_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")


@cache
def verb(lemma: str, tense: str, person: str) -> str:
    """A conjugated form, empty when the lexicon does not tell it."""
    if (lemma, tense) in _IRREGULAR:
        return _IRREGULAR[lemma, tense].split()[_PERSONS.index(person)]
    found = [form for form, pos, tags in _forms()[lemma] if pos == "V" and tense in tags and person in tags]
    if not found:
        end = {"3p": "nt", "1p": "ns", "2p": "z"}.get(person, "?")
        found = [form for form, pos, tags in _forms()[lemma] if pos == "V" and tense in tags and form.endswith(end)
                 and not tags.intersection(_PERSONS)]  # fmt: skip
    return found[0] if found else ""


@cache
def participle(lemma: str, gender: str, number: str) -> str:
    """The past participle."""
    found = [form for form, pos, tags in _forms()[lemma] if pos == "V" and "ppas" in tags
             and (gender in tags or "e" in tags) and (number in tags or "i" in tags)]  # fmt: skip
    return found[0] if found else ""


@cache
def adjective(lemma: str, gender: str, number: str) -> str:
    """An adjective or participle used as one."""
    found = [
        form
        for form, pos, tags in _forms()[lemma]
        if pos == "A" and tags & {gender, "e"} and tags & {number, "i"}
    ]
    if not found:
        found = [
            form
            for form, pos, tags in _forms()[lemma]
            if tags & {gender, "e"} and tags & {number, "i"} and pos in "AN"
        ]
    return found[0] if found else ""


@cache
def _masculine() -> dict[str, list[str]]:
    out = defaultdict(list)
    for lemma, rows in _forms().items():
        for form, pos, _ in rows:
            if pos == "N" and form != lemma:
                out[form].append(lemma)
    return out


@cache
def plural(noun: str, gender: str) -> str:
    """The plural of a noun."""
    if "-" in noun:
        return {"rendez-vous": noun, "compte-rendu": "comptes-rendus", "procès-verbal": "procès-verbaux"}[
            noun
        ]
    roots = [noun, *_masculine().get(noun, ())]
    found = [
        form
        for root in roots
        for form, pos, tags in _forms()[root]
        if pos == "N" and tags & {"p", "i"} and tags & {gender, "e"}
    ]
    return found[0] if found else ""


class Writer:
    """Draws sentences; the same seed gives the same ones. `wide` gives more words for a list of this module."""

    def __init__(self, seed: int, wide: dict[str, list[str]] | None = None) -> None:
        self.r = random.Random(seed)
        self.wide = wide or {}

    def one(self, text: str) -> str:
        """One word of a list, or of the wider one."""
        if text in self.wide and self.r.random() < 0.7:
            return self.r.choice(self.wide[text])
        return self.r.choice(text.split())

    def of(self, text: str) -> str:
        return self.r.choice(text.split(";"))

    def noun(self, people: bool) -> tuple[str, str, str]:
        """(form, gender, number)."""
        while True:
            gender, number = self.r.choice("mf"), self.r.choice("sp")
            lemma = self.one(({"m": _HE, "f": _SHE} if people else {"m": _MALE, "f": _FEMALE})[gender])
            form = lemma if number == "s" else plural(lemma, gender)
            if form:
                return form, gender, number

    def determiner(self, form: str, gender: str, number: str) -> str:
        vowel = form[0] in "aeiouéèêâîôûh" and not form.startswith(
            (
                "haut",
                "hall",
                "hang",
                "hand",
                "hast",
                "havr",
                "heur",
                "hiér",
                "hors",
                "homa",
                "onz",
                "oui",
                "uhl",
                "hub",
            )
        )
        if number == "p":
            return self.of("les;les;les;des;ces;vos;nos;mes;ses;leurs;plusieurs;quelques;deux;trois;tous les;toutes les;certains".replace("tous les;toutes les;certains", "tous les;certains" if gender == "m" else "toutes les;certaines")) + " "  # fmt: skip
        if vowel:
            return self.of(
                "l';l';l';votre ;notre ;mon ;son ;chaque ;leur ;"
                + ("un ;cet ;tout l'" if gender == "m" else "une ;cette ;toute l'")
            )
        return (
            self.of(
                "le;le;le;un;ce;votre;notre;mon;son;chaque;leur"
                if gender == "m"
                else "la;la;la;une;cette;votre;notre;ma;sa;chaque;leur"
            )
            + " "
        )

    def adj(self, pool: str, gender: str, number: str) -> str:
        while True:
            found = adjective(self.one(pool), gender, number)
            if found:
                return found

    def group(self, people: bool = False, plain: bool = False) -> tuple[str, str, str]:
        form, gender, number = self.noun(people)
        text = self.determiner(form, gender, number) + form
        if plain:
            return text, gender, number
        draw = self.r.random()
        if draw < 0.18:
            text += " " + self.adj(_ADJ if not people else _PEOPLE_ATTR, gender, number)
        elif draw < 0.34:
            text += " " + self.complement()
        elif draw < 0.42 and not people:
            text += " " + self.done(gender, number)
        elif draw < 0.46 and not people:
            text += " " + self.adj(_ADJ, gender, number) + " et " + self.adj(_ADJ, gender, number)
        elif draw < 0.50 and not people:
            text += ", " + self.done(gender, number) + ","
        elif draw < 0.56:
            text += " " + self.relative(gender, number, people)
        return text, gender, number

    def complement(self) -> str:
        form, gender, number = self.noun(self.r.random() < 0.4)
        det = self.determiner(form, gender, number)
        text = "de " + det + form
        return (
            text.replace("de les ", "des ")
            .replace("de le ", "du ")
            .replace("de des ", "de ")
            .replace("de un ", "d'un ")
            .replace("de une ", "d'une ")
        )

    def done(self, gender: str, number: str) -> str:
        text = participle(self.one(_DO), gender, number)
        if self.r.random() < 0.25:
            text = self.one("dûment déjà bien mal correctement") + " " + text
        return text + " " + (self.of(_TIME) if self.r.random() < 0.6 else "par " + self.group(True, True)[0])

    def relative(self, gender: str, number: str, people: bool) -> str:
        draw = self.r.random()
        person = "3" + number
        if draw < 0.3 and not people:
            who, agent = self.subject(full=False)
            who = "j'" if who == "je" else who
            aux = self.clitic_before(agent) + verb("avoir", self.tense_have(), agent)
            return ("qu'" if who[0] in "aeiouéè" else "que ") + who + ("" if who.endswith("'") else " ") + aux + " " + self.maybe_adv() + participle(self.one(_DO), gender, number) + " " + self.of(_TIME)  # fmt: skip
        if draw < 0.55:
            return "qui " + self.predicate(person, gender, number, people)
        if draw < 0.7:
            return "dont " + self.full_subject_predicate()
        if people:
            who, agent = self.subject(full=False)
            who = "j'" if who == "je" else who
            aux = verb("avoir", "ipre", agent)
            return (
                ("qu'" if who[0] in "aeiouéè" else "que ")
                + who
                + ("" if who.endswith("'") else " ")
                + aux
                + " "
                + participle(self.one(_MEET), gender, number)
            )
        return "qui " + self.predicate(person, gender, number, people)

    def clitic_before(self, person: str) -> str:
        """An indirect object before the auxiliary, or nothing."""
        if self.r.random() < 0.5:
            return ""
        return self.r.choice(
            [
                one
                for one in ("me ", "te ", "nous ", "vous ", "lui ", "leur ")
                if one.strip()
                not in {
                    "1s": ("me", "nous"),
                    "2s": ("te", "vous"),
                    "1p": ("me", "nous"),
                    "2p": ("te", "vous"),
                }.get(person, ())
            ]
        )

    def tense_have(self) -> str:
        return self.of("ipre;ipre;ipre;iimp;cond;ifut")

    def maybe_adv(self) -> str:
        return self.one(_ADV) + " " if self.r.random() < 0.2 else ""

    def subject(self, full: bool = True) -> tuple[str, str]:
        draw = self.r.random()
        if draw < 0.7 or not full:
            return self.r.choice([("je", "1s"), ("nous", "1p"), ("nous", "1p"), ("vous", "2p"), ("vous", "2p"), ("il", "3s"), ("elle", "3s"), ("on", "3s"), ("ils", "3p"), ("elles", "3p"), ("tu", "2s")])  # fmt: skip
        text, _, number = self.group(True)
        return text, "3" + number

    @staticmethod
    def elide(text: str) -> str:
        out = text
        for short in ("je", "ne", "me", "te", "se", "que", "de", "le", "la"):
            for vowel in "aeiouéèêh":
                out = out.replace(f" {short} {vowel}", f" {short[:-1]}'{vowel}")
                if out.startswith((f"{short} {vowel}", f"{short.capitalize()} {vowel}")):
                    out = out[: len(short) - 1] + "'" + out[len(short) + 1 :]
        return out

    def predicate(self, person: str, gender: str, number: str, people: bool, mood: str = "") -> str:
        """What follows the subject."""
        tense = mood or self.of("ipre;ipre;ipre;iimp;ifut;ifut;cond")
        draw = self.r.random()
        if draw < 0.12:
            return (
                verb("être", tense, person)
                + " "
                + self.maybe_adv()
                + self.adj(_PEOPLE_ATTR if people else _ATTR, gender, number)
            )
        if draw < 0.34 and not people:
            aux = (
                verb("être", tense, person)
                if self.r.random() < 0.5
                else verb("avoir", tense, person) + " été"
            )
            by = " par " + self.group(True, True)[0] if self.r.random() < 0.3 else " " + self.of(_TIME)
            return aux + " " + self.maybe_adv() + participle(self.one(_DO), gender, number) + by
        if draw < 0.42:
            return verb(self.one("devoir pouvoir aller vouloir"), mood or "ipre", person) + " " + (self.infinitive() if people else "être " + participle(self.one(_DO), gender, number))  # fmt: skip
        if draw < 0.5:
            return (
                verb("être", tense, person)
                + " "
                + participle(self.one(_GO), gender, number)
                + " "
                + self.of(_WHERE)
            )
        if draw < 0.55 and people:
            me = {"1s": "me", "2s": "te", "1p": "nous", "2p": "vous"}.get(person, "se")
            return (
                me
                + " "
                + verb("être", tense, person)
                + " "
                + participle(self.one(_SELF), gender, number)
                + " "
                + self.of(_WHERE)
            )
        if draw < 0.6 and people:
            me = {"1s": "me", "2s": "te", "1p": "nous", "2p": "vous"}.get(person, "se")
            return me + " " + verb(self.one(_SELF), tense, person) + " " + self.of(_TIME)
        if draw < 0.8 and people:
            clitic = (
                self.of(";;;vous ;nous ;lui ;leur ;les ;le ;la ")
                if person[0] == "3"
                else self.of(";;le ;la ;les ;lui ;leur ")
            )
            if clitic in ("le ", "la ", "les "):
                fit = {"le ": ("m", "s"), "la ": ("f", "s"), "les ": (self.r.choice("mf"), "p")}[clitic]
                return (
                    clitic
                    + verb("avoir", tense, person)
                    + " "
                    + participle(self.one(_DO), *fit)
                    + " "
                    + self.of(_TIME)
                )
            return (
                clitic
                + verb("avoir", tense, person)
                + " "
                + self.maybe_adv()
                + participle(self.one(_DO), "m", "s")
                + " "
                + self.group()[0]
            )
        if people:
            clitic = self.of(";;;vous ;nous ;lui ;leur ") if person[0] == "3" else self.of(";;;leur ;lui ")
            return clitic + verb(self.one(_DO), tense, person) + " " + self.group()[0]
        return verb(self.one(_WORK), tense, person) + " " + self.of(_TIME)

    def infinitive(self) -> str:
        clitic = self.of(";;;vous ;nous ;le ;la ;les ;lui ;leur ")
        return clitic + self.one(_DO) + ("" if clitic in ("le ", "la ", "les ") else " " + self.group()[0])

    def full_subject_predicate(self, mood: str = "") -> str:
        """A clause."""
        draw = self.r.random()
        if draw < 0.45:
            who, person = self.subject(full=False)
            gender = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}.get(who, self.r.choice("mf"))
            number = "p" if person in ("1p", "3p") else "s" if person != "2p" else self.r.choice("sp")
            if who == "on":
                gender = "m"
            if person[0] in "12" and self.r.random() < 0.3:
                other = {"1s": "vous", "1p": "vous", "2p": "nous", "2s": "me"}[person]
                return f"{who} {other} {verb(self.one('confirmer envoyer adresser rappeler transmettre proposer demander remercier informer remettre présenter rendre devoir joindre prier'), mood or self.of('ipre;ipre;ifut;cond;iimp'), person)} {self.group()[0]}"
            return f"{who} {self.predicate(person, gender, number, True, mood)}"
        if draw < 0.49:
            many = self.of(
                "la plupart des;beaucoup de;peu de;un grand nombre de;bon nombre de;de nombreux;trop peu de;certains;plusieurs"
            )
            people = self.r.random() < 0.5
            while True:
                form, gender, number = self.noun(people)
                if number == "p" and (gender == "m" or many not in ("de nombreux", "certains")):
                    break
            return f"{many} {form} {self.predicate('3p', gender, 'p', people, mood)}"
        if draw < 0.51 and not mood:
            who, person = self.r.choice(
                [("moi", "1s"), ("nous", "1p"), ("vous", "2p"), ("toi", "2s"), ("lui", "3s"), ("eux", "3p")]
            )
            return f"c'est {who} qui {self.predicate(person, 'm', 's' if person != '1p' else 'p', True)}".replace(
                "c'est eux", "ce sont eux"
            )
        if draw < 0.57 and not mood:
            who, person = self.subject(full=False)
            gender = "m"
            return f"{who} {self.clitic_before(person)}{verb('avoir', self.tense_have(), person)} {self.maybe_adv()}{participle(self.one(_DO), 'm', 's')} {self.group()[0]}"
        if draw < 0.61:
            one, other = self.group(True, True), self.group(True, True)
            gender = "f" if one[1] == other[1] == "f" else "m"
            return f"{one[0]} et {other[0]} {self.predicate('3p', gender, 'p', True, mood)}"
        people = self.r.random() < 0.35
        text, gender, number = self.group(people)
        return f"{text} {self.predicate('3' + number, gender, number, people, mood)}"

    def sentence(self) -> str:
        """One sentence."""
        draw = self.r.random()
        clause = self.full_subject_predicate
        end = self.r.choice("....." + "?") if draw > 0.9 else "."
        if draw < 0.34:
            text = clause()
        elif draw < 0.42:
            text = (
                self.of(
                    "demain,;hier,;à ce jour,;de plus,;en effet,;malheureusement,;par ailleurs,;cependant,;en conséquence,;à cette date,"
                )
                + " "
                + clause()
            )
        elif draw < 0.5:
            text = self.of("si;si") + " " + (who := self.subject(False))[0] + " " + self.predicate(who[1], "m", "p" if who[1][1] == "p" and who[0] != "vous" else "s", True, "iimp") + ", " + clause("cond") if self.r.random() < 0.5 else "si " + clause("ipre") + ", " + clause("ifut")  # fmt: skip
        elif draw < 0.58:
            text = (
                self.of(
                    "il faut que;il est nécessaire que;je souhaite que;nous souhaitons que;bien que;afin que;pour que;avant que;il se peut que;je ne pense pas que;il est important que;à condition que;je regrette que"
                )
                + " "
                + clause("spre")
            )
            if text.startswith(("bien", "afin", "pour", "avant", "à cond")):
                text += ", " + clause()
        elif draw < 0.64:
            text = self.of("dès que;quand;lorsque;dès que") + " " + clause("ifut") + ", " + clause("ifut")
        elif draw < 0.72:
            text = (
                self.of(
                    "veuillez;merci de;nous vous prions de;je vous prie de;nous vous remercions de;nous vous invitons à;vous pouvez;il suffit de;n'oubliez pas de;nous vous demandons de;pensez à;je me permets de;avant de;afin de;pour;il faut;il est possible de;nous venons de;je tiens à;nous avons hâte de"
                )
                + " "
                + self.infinitive()
                + " "
                + self.of(_TIME)
            )
            if text.startswith(("avant de", "afin de", "pour")):
                text += ", " + clause()
        elif draw < 0.8:
            text = (
                clause()
                + self.r.choice(
                    [
                        ", mais ",
                        ", car ",
                        ", donc ",
                        " et ",
                        ", et ",
                        " parce que ",
                        ", or ",
                        " puisque ",
                        ", alors que ",
                    ]
                )
                + clause()
            )
        elif draw < 0.86:
            text = (
                self.of(
                    "je pense que;nous savons que;vous savez que;nous vous informons que;je vous confirme que;nous constatons que;il semble que;nous espérons que;il est certain que;le directeur a annoncé que;on nous a dit que;je crois que"
                )
                + " "
                + clause()
            )
            if text.startswith("il semble"):
                text = "nous voyons que " + text[14:]
        elif draw < 0.9:
            text = (
                self.of(
                    "vous trouverez ci-joint;vous trouverez ci-dessous;voici;il reste;j'ai bien reçu;nous avons bien reçu;nous avons reçu;il manque;je vous transmets;nous attendons;vous avez oublié;nous acceptons;je joins"
                )
                + " "
                + self.group()[0]
            )
        elif draw < 0.94:
            who, person = self.r.choice(
                [("vous", "2p"), ("il", "3s"), ("elle", "3s"), ("ils", "3p"), ("tu", "2s"), ("nous", "1p")]
            )
            have = verb("avoir", "ipre", person)
            text = f"{self.of('quand;comment;pourquoi;où;')} {have}-{'t-' if have == 'a' else ''}{who} {participle(self.one(_DO), 'm', 's')} {self.group()[0]} ?".strip()
            return text[:1].upper() + text[1:]
        elif draw < 0.97:
            form, gender, number = self.noun(False)
            quel = {"ms": "quel", "fs": "quelle", "mp": "quels", "fp": "quelles"}[gender + number]
            text = (
                self.of(
                    "pouvez-vous nous dire;merci de préciser;je ne sais pas;nous vous demandons;indiquez-nous"
                )
                + f" {quel} {verb('être', 'ipre', '3' + number)} {self.determiner(form, gender, number)}{form}"
            )
            if self.r.random() < 0.5:
                text = f"{self.of('merci de préciser;indiquez-nous;je ne sais pas;pouvez-vous nous dire')} {quel} {form} {self.predicate('3' + number, gender, number, False)}"
        else:
            form, gender, number = self.group(False, True)
            text = (
                self.of(_NAMES) + " " + self.predicate("3s", "m", "s", True)
                if self.r.random() < 0.5
                else f"{form}, une fois {participle(self.one(_DO), gender, number)}, {self.predicate('3' + number, gender, number, False)}"
            )
        text = self.elide(" ".join(text.split())).replace(" ,", ",").replace(",,", ",").rstrip(",")
        for wrong, right in (
            (" si il", " s'il"),
            ("si il", "s'il"),
            ("que il", "qu'il"),
            ("que elle", "qu'elle"),
            ("que on ", "qu'on "),
            (" que un", " qu'un"),
        ):
            text = text.replace(wrong, right)
        return text[:1].upper() + text[1:] + (" ?" if end == "?" and draw > 0.94 else ".")


def sentences(count: int, seed: int, wide: dict[str, list[str]] | None = None) -> list[str]:
    """`count` sentences, those with an unknown form left out."""
    writer = Writer(seed, wide)
    out = []
    while len(out) < count:
        text = writer.sentence()
        if "  " not in text and len(text) < 330:
            out.append(text)
    return out


def widened(frequent: list[str]) -> dict[str, list[str]]:
    """More words for the lists of this module, drawn from words that texts hold."""
    pools: dict[str, list[str]] = {name: [] for name in (_MALE, _FEMALE, _ADJ, _DO)}
    forms = _forms()
    for word in frequent:
        rows = [row for row in forms.get(word, ()) if row[0] == word]
        kinds = {row[1] for row in rows}
        if not word.isalpha() or len(word) < 4:
            continue
        if (
            kinds == {"V"}
            and any("inf" in row[2] and "t" in row[2] for row in rows)
            and participle(word, "f", "p")
        ):
            pools[_DO].append(word)
        elif kinds == {"N"} and all("s" in row[2] for row in rows):
            genders = {gender for row in rows for gender in row[2] & {"m", "f", "e"}}
            if genders == {"m"} and plural(word, "m"):
                pools[_MALE].append(word)
            elif genders == {"f"} and plural(word, "f"):
                pools[_FEMALE].append(word)
        elif kinds == {"A"} and all("s" in row[2] for row in rows) and adjective(word, "f", "p"):
            pools[_ADJ].append(word)
    return pools


if __name__ == "__main__":
    import sys

    sys.stdout.write("\n".join(sentences(60, 5)) + "\n")
