"""Short word lists of the guard: what makes a text French, what makes it foreign, capitals that are no names."""

from __future__ import annotations

_FRENCH_WORDS = """
le la les l un une des du de d et ou mais donc car ni que qui quoi dont je j tu il elle on nous vous ils elles
me m te t se s ce c cette ces cet ca mon ma mes votre vos notre nos leur leurs son sa ses ton ta tes pas ne n plus
est sont ai a as avez avons ont suis es etes etait sera fait faut peux peut dans pour par sur avec sans chez en y
au aux si oui non bien tres tout alors bonjour merci voila comme quand ici deja encore aussi moi quel quelle
cela rien jamais toujours avant apres depuis
"""
_FOREIGN_WORDS = """
the and you is are of to for with please that this your will have not we it what when from be can i my they our
el los las que es una por para con y und der die das ist nicht ich sie mit il di che per lo del al se
"""
_CAPITALS = """
m mm mme mmes mlle monsieur madame mesdames messieurs maitre dr rh tva ht ttc pme tpe sav cv ok pdf sms cdi cdd
rib iban siret siren dieu noel paques france francais francaise excel word mail tel
"""

# French words that other languages have too: no sign of French by themselves.
_SHARED_WORDS = (
    "la le de a y que es en on me te se un si tu des du d l n s t c j m non est me ma as plus sans"
)

FRENCH = frozenset(_FRENCH_WORDS.split())
FOREIGN = frozenset(_FOREIGN_WORDS.split()) - FRENCH
SHARED = frozenset(_SHARED_WORDS.split())
COMMON_CAPITALS = frozenset(_CAPITALS.split())
