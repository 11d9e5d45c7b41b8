"""LanguageTool's rules under our seven labels, and which of them are counted.

Rule and category ids are those of the French rules of LanguageTool 6.8 (6,854 rules, 25 categories). A rule is named
here when its category would say something else; a category unknown to us gives a style hint, never counted.
"""

from __future__ import annotations

from ascom_coach.language.remarks import Label


def _ids(text: str) -> frozenset[str]:
    return frozenset(text.split())


CATEGORIES: dict[str, Label] = {
    "TYPOS": "orthographe",
    "MULTITOKEN_SPELLING": "orthographe",
    "CAT_HOMONYMES_PARONYMES": "homophones",
    "CONFUSED_WORDS": "homophones",
    "AGREEMENT": "accord",
    "CAT_GRAMMAIRE": "accord",
    "GRAMMAR": "accord",
    "PUNCTUATION": "ponctuation",
    "PONCTUATION_VIRGULE": "ponctuation",
    "PONCTUATION_POINT": "ponctuation",
    "PONCTUATION_STYLE_OS": "ponctuation",
    "TYPOGRAPHY": "typographie",
    "CAT_TYPOGRAPHIE": "typographie",
    "CASING": "typographie",
    "CAT_MAJUSCULES": "typographie",
    "CAT_ELISION": "typographie",
    "CAT_MARQUES_DE_COMMERCE": "typographie",
    "MISC": "typographie",
    "STYLE": "style",
    "CAT_REGLES_DE_BASE": "style",
    "CAT_TOURS_CRITIQUES": "style",
    "CAT_CALQUES": "style",
    "CAT_ANGLICISMES_FOREIGN_TERMS": "style",
    "CAT_REGIONALISMES": "style",
    "CAT_ARCHAISMES": "style",
    "REPETITIONS_STYLE": "style",
    "CAT_PLEONASMES": "style",
    "REDUNDANCY": "style",
    "REGISTER": "style",
    "SEMANTICS": "style",
}
HINTS = _ids(
    """CAT_TYPOGRAPHIE PONCTUATION_VIRGULE PONCTUATION_STYLE_OS CAT_MARQUES_DE_COMMERCE STYLE
        CAT_REGLES_DE_BASE CAT_TOURS_CRITIQUES CAT_CALQUES CAT_ANGLICISMES_FOREIGN_TERMS
        CAT_REGIONALISMES CAT_ARCHAISMES REPETITIONS_STYLE CAT_PLEONASMES REDUNDANCY REGISTER SEMANTICS"""
)
"""Categories of taste, of the keyboard, or of names: shown, never counted."""
DROPPED = frozenset(["TIRET", "REMERCIER_POUR", "HEURES", "UPPERCASE_SENTENCE_START"])
"""Rules that alarm on correct office French."""
DOUBTED = _ids(
    """ACCORD_SUJET_VERBE AGREEMENT_PARTICULAR AIT_AIE_AIES_EST A_ACCENT_A A_INFINITIF COND_VS_FUTUR CONFUSION_E_ER
        DES_DES_ACCENT D_N_E_OU_E D_N_QUE_R_AVOIR_PPA ETRE_VPPA_OU_ADJ FR_SPELLING_RULE IL_FAUT JOURS
        MADAME_EST_PPA MOTS_INCOMP PAS_DE_VERBE_APRES_POSSESSIF_DEMONSTRATIF POINT PRONOMS_PERSONNELS_MINUSCULE
        QUE_AVOIR QUOIQUE_QUOI_QUE TOUS_TOUT TOUT_CHAUD VOUS_NOUS_NON_VERBE V_SUB_V_IND WRONG_ETRE_VPPA"""
)
"""Rules that, where our own engine sees nothing, alarmed on correct texts at least three times as often as they found
an error (2,700 correct texts and 1,950 errors, then 1,570 and 1,270, November 2026): hints, unless another engine
counts the same place."""
_COUNTED = frozenset(["FRENCH_WORD_REPEAT_RULE"])
_RULES: dict[Label, frozenset[str]] = {
    "conjugaison": _ids(
        """ACCEPTER_DE_VPPA ACCORD_LA_PLUPART ACCORD_LA_PLUPART_DES ACCORD_LA_PLUPART_DU ACCORD_R_PERS_VERBE
        ACCORD_SUJET_VERBE ACCORD_V_QUESTION ACCORD_V_QUESTION2 AUXILIAIRE_MANQUANT AUX_AVOIR_VCONJ
        AUX_ETRE_VCONJ AUX_PPA_INF AVOIR_FAIT_V_INF AVOIR_PU A_REVISE_OU_A_REVISER A_VERBE_INFINITIF
        COMMENT_VPPA COND_FUTUR_AVOIR_AIMERAI COND_VS_FUTUR CONFUSION_ER_E_PAR CONFUSION_ER_E_PAR2
        CONFUSION_E_ER CONFUSION_FUTUR_CON CONFUSION_IMPA_PSIM CONFUSION_INF_PPA CONFUSION_PARLEZ_PARLER
        CONFUSION_PPA_IND_2E_GROUPE C_EST_COMPLIQUER C_EST_IMPORTANT_QUE_SUBJ EN_TRAIN_DE EST_CE_QUE_INF
        ETRE_D_N_V_inf FAIRE_VPPA FAIRE_VPPA2 FAIT_LAISSE_INF FORME_IMPERSONNELLE_SUBJONCTIF HYPOTHESE
        ILS_VERBE IL_A_TOMBER IL_EST_IMPORTANT_QUE_SUBJ IL_FAUT IL_FAUT_QUE_SUBJ IL_VERBE IMP_PRON
        INC_SUBJ INFINITIFS_DE_SUITE JE_M_APPEL JE_SUI JE_VERBE J_AIMERAI LAISSER_INFINITIF
        MIEUX_VAUT_INF NE_IMP_PAS NE_INF_PAS_ADV NE_PLUS_INF NON_V NOUS_VERBE N_A_V_PPR ON_VERBE
        PARTON_VERBE PAST_FUTURE_AGREEMENT PEUX_JE PLUS_DE_VPLURIEL1 PREP_VERBECONJUGUE PRES_FUTU
        PRONSUJ_NONVERBE QUESTION_V_INF QUE_VCONJ QUE_V_IND QUI_VCONJ RPERSSUJ_ETRE_V SI
        SONT_AUTANT_SING SONT_SOMMES SUBJ_LOCU SUBJ_SUBOR SUJET_AUXILIAIRE SUJET_INVERSE
        TOUT_LE_MONDE_SONT TU_VERBE VENIR_DE_VINF VERBE_PREP_INFINITIF VERB_PRONOUN VINF_ET_VINF
        VOIR_INFINITIF VOUS_EZ_OU_ER VOUS_NOUS_NON_VERBE VOUS_VERBE VOUS_VPPA_VINF V_SUB_V_IND
        WRONG_ETRE_VPPA"""
    ),
    "homophones": _ids(
        """AN_ANNEE ANNEE_AN AU_MOIS_AU_MOINS AVEUGLEMENT A_ACCENT A_NUES A_PEU_PRES BIOS CEST_UNE CET_CE CE_CEST
        CE_CET CE_S_CES CHLORE_CLORE CONFUSION_A_AS CONFUSION_CROIS_CROÎS_CROIX CONFUSION_ENT_ANT
        CONFUSION_FAUT_FAUX CONFUSION_NE_SE CONFUSION_OU CONFUSION_PRIVE CONFUSION_QUEL DONNER_LA_MOI
        D_N_E_OU_E ENVOIE_DE ETRES_ETRE ET_CA FOI_FOIS HEURE_CEST JE_TES LA_LA LA_LA2 LA_LA_IMP LA_L_A3
        LA_OU LEURS_LEUR LUIS LUN_L_UN MI_A MI_EN MOTS_MAUX NY PLU_OU_PLUS PRES_DE PRIS_PRIE PUIS_QUE
        QUELLES_OU_QU_ELLES QUELLE_OU_QU_ELLE QUELLE_QUE QUELQUE_PEU QUELQUE_SOIT SOI_DISANT TES_MA
        TOUT_A_COMMENCE V_LA_ACCENT YA"""
    ),
    "orthographe": _ids(
        """AUJOURDHUI FRENCH_WORD_REPEAT_RULE
         BOUCHE_A_OREILLE CE_NOM_LA CORONAVIRUS DEMI EN_TOUT_CAS EST_CE EST_CE_QUE ETATS_UNIS
        EUX_MEMES FR_COMPOUNDS GRACE_A HAUVENT INV_T_EUPHONIQUE LA_BAS LA_JOURNE LA_PLUS_PART LA_SANTE
        MILLE_ET_UNE_NUITS MOT_TRAIT_MOT NUL_PART N_EST_CE_PAS PARCE PREFIXES_NON_SEPARES TE_NV2
        TRAIT_UNION_INVERSION TRAIT_UNION_NOMBRE T_EUPHONIQUE VINGT_ET_UN VOILA VOUS_A_T_IL Y_A_T_IL"""
    ),
    "style": frozenset(["BEAUCOUP_DES", "DOUBLE_NEG", "EVIDENT", "P_V_PAS", "TRES_BEAUCOUP"]),
}
_LABELS: dict[str, Label] = {rule: label for label, rules in _RULES.items() for rule in rules}
_WRONG_NOUN = "_PLUS_NOM_INCORRECT"  # « conter suivi d’un nom incorrect »: a word for another
_REPEATS = "REP_"


def is_known(rule: str, category: str) -> bool:
    """Whether this rule was seen when the table was made."""
    return rule in _LABELS or category in CATEGORIES


def is_spelling(rule: str, category: str) -> bool:
    """Whether the rule is a dictionary's, which knows no names."""
    return "SPELL" in rule or category in ("TYPOS", "MULTITOKEN_SPELLING")


def label_of(rule: str, category: str) -> Label:
    """Our label for a LanguageTool rule; every rule has one."""
    if rule in _LABELS:
        return _LABELS[rule]
    if rule.endswith(_WRONG_NOUN):
        return "homophones"
    if rule.startswith(_REPEATS):
        return "style"
    return CATEGORIES.get(category) or ("orthographe" if is_spelling(rule, category) else "style")


def is_counted(rule: str, category: str) -> bool:
    """Whether a remark of this rule is an error; a taste, a doubt and an unknown rule are hints."""
    if rule in _COUNTED:
        return True
    if rule in DOUBTED:
        return False
    return is_known(rule, category) and category not in HINTS and label_of(rule, category) != "style"
