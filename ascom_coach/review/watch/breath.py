# ruff: noqa: E501 -- a pattern stays on one line
"""The look at where sentences end: full stops typed as commas, a paragraph that the pasting has cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language import lexicon
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.letterhead import gives_contact
from ascom_coach.review.watch.second_reader import right_under
from ascom_coach.review.watch.watch import Watch

_BEGINS = (
    r"(?:Le|La|Les|Un|Une|Des|Ce|Cet|Cette|Ces|Mon|Ma|Mes|Ton|Ta|Tes|Son|Sa|Ses|Notre|Nos|Votre|Vos|Leur|Leurs|Je|Tu|Il|Elle|On|Nous|Vous|Ils|Elles|"
    r"Si|Mais|Donc|Aucun|Aucune|Merci|Pour|Avec|Dans|Voici|Ensuite|Puis|Enfin|Aussi|Comme|Quand|Chaque|Tout|Tous|Toutes)"
)
_SPLICED = re.compile(
    rf"[a-zà-ÿ0-9)»€], (?P<next>(?:{_BEGINS} (?=[a-zà-ÿ])|(?:L|J|C|S|D|N|Qu)[’'](?=[a-zà-ÿ])))"
)
"""« …sans réponse, Je vous présente… »: what began a sentence follows a comma."""
_SUBJECT = re.compile(
    r"(?:, |^)(?:et |mais |donc |puis )?(?:je|j[’']|tu|il|elle|on|nous|vous|ils|elles|c[’']|ce|(?:le|la|les|l[’']|votre|notre|un|une|cette|ces) ?[a-zà-ÿ-]+) ?(?:me |te |se |vous |nous |lui |leur |l[’']|m[’']|t[’']|s[’']|n[’']|ne |y |en )*(?P<verb>[a-zà-ÿ]+)"
)
_KINDS = ("paragraph", "line", "html", "mail_line")
_END = re.compile(r"[.!?:;…»”\")\]>]\s*$")
_LABEL = re.compile(r"\W*[\wÀ-ÿ’' -]{1,24}\s?:\s")
"""« Objet : », « Horaires : »: a line that is no paragraph."""
_LONG, _SEVERAL, _CLAUSES, _BREATH, _TAIL = 12, 2, 4, 45, 8


def ends(watch: Watch) -> Iterator[Hit]:
    """A new sentence follows a full stop; a paragraph ends with one where the others do."""
    if not watch.is_text:
        return
    yield from _spliced(watch)
    yield from _cut(watch)


def _spliced(watch: Watch) -> Iterator[Hit]:
    text = watch.view.text
    for number, (start, end) in enumerate(watch.draft.sentences, 1):
        said = text[start:end]
        found = _SPLICED.search(said)
        breathless = len(said.split()) >= _BREATH and sum(1 for _ in _finite(said)) >= _CLAUSES
        if found is None and not breathless:
            continue
        message = "Plusieurs phrases se suivent ici sans un point."
        yield wrong(message, watch.view.place(start, end), "Où finit chacune ?", mark=f".souffle{number}")


def _finite(said: str) -> Iterator[str]:
    """Verbs of the clauses that a comma alone joins to the others."""
    for match in _SUBJECT.finditer(said):
        if any(
            one.pos == "V" and not {"inf", "ppas", "ppre"} & one.tags
            for one in lexicon().analyses(match["verb"])
        ):
            yield match["verb"]


def _cut(watch: Watch) -> Iterator[Hit]:
    """A long paragraph without its end, where all the other long ones have theirs."""
    call = watch.draft.parts.get("appel", (0,))[0]  # what stands above the greeting is a head, no sentence
    long = [
        (rank, block)
        for rank, block in enumerate(watch.view.blocks)
        if rank >= call and block.kind in _KINDS and block.style not in ("th", "td")
        and len(block.text.split()) >= _LONG and not _LABEL.match(block.text) and not gives_contact(block.text)
    ]  # fmt: skip
    linked = tuple(one.text.strip() for one in watch.document.links if one.text.strip())
    open_ones = [
        (rank, block)
        for rank, block in long
        if not _END.search(block.text) and not block.text.rstrip().endswith(linked or ("\0",))
    ]
    if len(open_ones) != 1 or len(long) < _SEVERAL:
        return
    rank, block = open_ones[0]
    last = max(at for at, one in enumerate(watch.view.blocks) if one.text.strip())
    if rank == last or (block.kind == "line" and _goes_on(watch, rank)):
        return  # under the text stand mentions and links, which are no sentences
    if len(re.split(r"[.!?] ", block.text)[-1].split()) < _TAIL:
        return  # « Annexe jointe à ce courrier »: a mention, not a sentence cut
    start = watch.view.start(rank)
    place = watch.view.place(start, start + len(block.text))
    yield wrong(
        "Ce paragraphe s’arrête au milieu d’une phrase.", place, "Que disait la suite ?", mark=".coupe"
    )


def _goes_on(watch: Watch, rank: int) -> bool:
    """Whether the next line of a plain text stands right under it, and goes on."""
    if rank + 1 >= len(watch.view.blocks):
        return False
    after = watch.view.blocks[rank + 1]
    return right_under(watch.view.blocks[rank], after) and after.text[:1].islower()
