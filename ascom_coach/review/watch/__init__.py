"""What a careful reader would see in a copy beyond the controls that its scenario names.

`watched(context, story, told)` is the way in; `right_cells` gives what should stand in the cells it told. `story.py`
is what the scenario and its documents say, `matters.py` which words they tie to which values, `looks.py` which
function answers for which look of `knowledge/contrats/vigilance.yaml`. The others hold them by idea: facts
contradicted (`meanings.py`, `polarity.py`, `plainly.py`, `told_done.py`), what should not be written (`gifts.py`,
`confided.py`, `data_asked.py`, `pledged.py`, `pasted.py`, `private_life.py`), how people are spoken to
(`sayings.py`, `respect.py`), what comes from nowhere (`strange.py`), what is left out (`reported.py`), what was
wrong and how it was treated (`left_wrong.py`), who is who (`someone.py`, `who_writes.py`), the terms of a price
(`terms.py`), what no longer holds (`stale_values.py`), what is said of the same
thing elsewhere and who does it (`same_thing.py`, `who_does.py`, `added_up.py`),
the model and the tables handed out (`model_parts.py`,
`books.py`, `columns_kept.py`, `around_table.py`, `along.py`), a hand-in as one thing (`agreeing.py`), sentences
(`punctuated.py`, `cut_short.py`, `breath.py`), headers (`mail_heads.py`, `letterhead.py`), how a table is shown
(`shown_as.py`), the page (`laid_out.py`, `page_order.py`, `faces.py`), parts, manners, dress and
tables.

A look yields defects; a few show doubts too, which never count. Where it sees nothing, neither the coverage nor a level
changes.
"""

from __future__ import annotations

from ascom_coach.review.watch.story import Story
from ascom_coach.review.watch.watching import right_cells, watched

__all__ = ["Story", "right_cells", "watched"]
