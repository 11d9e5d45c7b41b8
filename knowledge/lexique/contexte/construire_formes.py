"""Learn which form a place of a sentence asks for, from correct French, and write `formes.npz`.

    python knowledge/lexique/contexte/construire_formes.py TEXTE…

The texts are those of `construire.py`; numpy is enough. No sentence of them is kept: only weights, and which frequent
words sound alike.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
from construire import sentences

from ascom_coach.language.learnt import fitting
from ascom_coach.language.learnt.fitting import BITS, MOST, candidates, hashed, places
from ascom_coach.language.learnt.stamps import form_stamp
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.phonetic import sound

EXAMPLES = 1_300_000
BATCH = 2048
ROUNDS = 3
RATE = 0.08
CAUTION = 3
"""A word is doubted above the CAUTION-th of the log-odds by which text not learnt from was wrongly doubted at it."""
WARY = 2.0
"""Log-odds below which a doubt teaches no caution."""
SEEN = 4
"""A word is a candidate for another that sounds alike when the texts hold it as often."""


def sounding_alike(views: list[Any]) -> list[str]:
    """Groups of frequent words that sound the same and are not forms of one word."""
    seen = Counter(
        word.low for view in views for word in view.words if word.text.islower() and len(word.low) > 1
    )
    groups = defaultdict(list)
    for word, count in seen.most_common():
        if count >= SEEN and word.isalpha() and lexicon().analyses(word):
            groups[sound(word)].append(word)
    out = []
    for group in groups.values():
        lemmas = {one.lemma for word in group for one in lexicon().analyses(word)}
        if len(group) > 1 and len(lemmas) > 1 and len(group) <= 14:
            out.append(" ".join(group))
    return sorted(out)


def gather(views: list[Any], most: int) -> tuple[dict[str, Any], int]:
    """Examples as arrays: hashes of the place, of the candidates (the one written first) and of their words.

    Also how many sentences were read.
    """
    names, kinds, words, kept = [], [], [], []
    read = 0
    for view in views:
        read += 1
        for index, word in enumerate(view.words):
            after = view.at(index + 1)
            if word.clitic or not word.text.islower() or (after and after.clitic):
                continue
            forms = candidates(word.low)
            if len(forms) < 2:
                continue
            one, two, three = hashed(view, index, forms)
            names.append(np.array(one, np.uint32))
            pad = MOST - len(forms)
            kinds.append(np.array(two + [(0, 0, 0)] * pad, np.uint32))
            words.append(np.array(three + [[0] * 4] * pad, np.uint32))
            kept.append(len(forms))
        if len(kept) >= most:
            break
    return {
        "names": np.stack(names),
        "kinds": np.stack(kinds),
        "words": np.stack(words),
        "kept": np.array(kept),
    }


def learn(data: dict[str, Any]) -> Any:
    """Weights by stochastic gradient (Adagrad) on the log-likelihood of the form written among its candidates."""
    size = 1 << BITS
    weights, past = np.zeros(size, np.float32), np.full(size, 0.1, np.float32)
    total = len(data["kept"])
    order = np.random.RandomState(1)
    for turn in range(ROUNDS):
        loss = right = 0.0
        for rows in np.array_split(order.permutation(total), max(1, total // BATCH)):
            found = places(data["names"][rows], data["kinds"][rows], data["words"][rows])
            scores = weights[found].sum(axis=-1)
            scores[np.arange(MOST)[None, :] >= data["kept"][rows][:, None]] = -1e9
            scores -= scores.max(axis=1, keepdims=True)
            odds = np.exp(scores)
            odds /= odds.sum(axis=1, keepdims=True)
            loss -= float(np.log(odds[:, 0] + 1e-9).sum())
            right += float((odds.argmax(axis=1) == 0).sum())
            slope = odds.copy()
            slope[:, 0] -= 1.0
            flat = np.broadcast_to(slope[..., None], found.shape).reshape(-1)
            change = np.bincount(found.reshape(-1), weights=flat, minlength=size).astype(np.float32)
            touched = np.nonzero(change)[0]
            step = change[touched]
            past[touched] += step * step
            weights[touched] -= RATE * step / np.sqrt(past[touched])
        sys.stdout.write(f"round {turn + 1}: loss {loss / total:.4f}, right {right / total:.4f}\n")
        sys.stdout.flush()
    return weights


def packed(weights: Any) -> tuple[Any, float]:
    """One signed byte a weight; the smallest become nothing."""
    scale = float(np.quantile(np.abs(weights[weights != 0]), 0.9995)) / 127
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.int8), scale


def cautions(views: list[Any]) -> dict[str, float]:
    """By word written, log-odds at which it is still wrongly taken for another word, on text not learnt from."""
    odds = defaultdict(list)
    for view in views:
        for one in fitting.misfits(view):
            word = view.low(one.index)
            form, by = one.rivals[0]
            if by > WARY and fitting.kind_of(word, form) == "mot":
                odds[word].append(by)
    return {word: sorted(found)[-CAUTION] for word, found in sorted(odds.items()) if len(found) >= CAUTION}


def main() -> None:
    """Build the file."""
    target = Path(__file__).with_name("formes.npz")
    views = list(sentences([Path(one) for one in sys.argv[1:]]))
    random.Random(5).shuffle(views)
    arrays: dict[str, Any] = {"homophones": np.array(sounding_alike(views))}
    fitting.form_weights = lambda: arrays
    data, read = gather(views[len(views) // 12 :], EXAMPLES)
    rest = views[: len(views) // 12] + views[len(views) // 12 + read :]
    sys.stdout.write(
        f"{len(views)} sentences, {len(arrays['homophones'])} groups, {len(data['kept'])} examples\n"
    )
    sys.stdout.flush()
    weights, scale = packed(learn(data))
    arrays |= {
        "poids": weights,
        "echelle": np.float32(scale),
        "mots": np.array([""]),
        "prudence": np.zeros(1, np.float32),
    }
    wary = cautions(rest)
    arrays |= {"mots": np.array(list(wary)), "prudence": np.array(list(wary.values()), np.float32)}
    arrays["empreinte"] = np.array(form_stamp())
    np.savez_compressed(target, **arrays)
    sys.stdout.write(f"{len(wary)} words with caution, {target.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
