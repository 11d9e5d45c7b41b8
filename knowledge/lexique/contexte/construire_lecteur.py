# ruff: noqa: D102, D103, E501 -- the draws and tables of a build script
"""Teach the reader (see `ascom_coach.language.reader`) which word was meant, and write `lecteur.npz`.

    python knowledge/lexique/contexte/construire_lecteur.py TEXTE… CACHE.npz

The texts are those of `construire.py`; sentences made from patterns (`phrases_types.py`) are added, for the persons
and the turns of letters. Words are replaced by their look-alikes while it learns. Needs jax beside the project. No
sentence of the texts is kept: only weights, and which words are frequent. The weights shipped come from 190,000 public
sentences (3.8 million words) and 188,000 made ones; the first part was stopped at step 3000. About forty minutes on one core.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
import phrases_types
from construire import sentences

from ascom_coach.language.phonetic import sound
from ascom_coach.language.reader import LONGEST, SUFFIXES, stamp, suffix, traits
from ascom_coach.language.units import MOST, rivals, units
from ascom_coach.language.view import views

WORDS, WORD, TRAIT, END, SIZE = 14_000, 64, 64, 16, 96
PUBLIC, MADE, WIDE = 190_000, 120_000, 70_000
BATCH, JUDGED = 2048, 640
STEPS, STEPS_WIDE = 3600, 900
RATE = 3e-3
LENGTHS = (16, 32, LONGEST)


def prepare(paths: list[Path], cache: Path) -> dict[str, Any]:
    """Sentences as numbers of forms, and a table of what is known of each form."""
    if cache.exists():
        with np.load(cache, allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}
    read: list[list[tuple[str, int]]] = []
    for view in sentences(paths):
        read.append([(unit.form, unit.shape) for unit in units(view)[:LONGEST]])
        if len(read) >= PUBLIC:
            break
    for text in phrases_types.sentences(MADE, 7):
        read += [[(unit.form, unit.shape) for unit in units(view)[:LONGEST]] for view in views(text)]
    random.Random(11).shuffle(read)
    seen = Counter(form for row in read for form, _ in row)
    frequent = [form for form, count in seen.items() if count > 1]
    listed = dict.fromkeys(seen)
    for form in frequent:
        listed.update(dict.fromkeys(rivals(form)))
    forms = list(listed)
    number = {form: at for at, form in enumerate(forms)}
    table = np.full((len(forms), MOST), -1, np.int32)
    alike = np.zeros((len(forms), MOST), np.float32)
    for at, form in enumerate(forms):
        others = [one for one in rivals(form)[1:] if one in number]
        row = [at, *(number[one] for one in others)]
        table[at, : len(row)] = row
        key = sound(form)
        alike[at, 1 : len(row)] = [6.0 if sound(one) == key else 1.0 for one in others]
    for at, row in enumerate(table):
        for place, other in enumerate(row[1:], start=1):
            if other >= 0 and at not in table[other]:
                alike[at, place] = 0.0
    words = [form for form, _ in seen.most_common(WORDS)]
    place_of = {word: at + 1 for at, word in enumerate(words)}
    named = sorted({name for form in forms for name in traits(form)})
    trait_of = {name: at for at, name in enumerate(named)}
    known = np.zeros((len(forms), len(named)), np.uint8)
    for at, form in enumerate(forms):
        known[at, [trait_of[name] for name in traits(form)]] = 1
    out = {
        "table": table, "alike": alike, "traits": np.array(named), "mots": np.array(["", *words]), "known": known,
        "word": np.array([place_of.get(form, 0) for form in forms], np.int32),
        "end": np.array([suffix(form) for form in forms], np.int32), "forms": np.array(forms),
        "length": np.array([len(row) for row in read], np.int32),
        "read": np.array([number[form] for row in read for form, _ in row], np.int32),
        "shape": np.array([shape for row in read for _, shape in row], np.int32),
    }  # fmt: skip
    np.savez(cache, **out)
    return out


class Batches:
    """Sentences of like length, some of their words replaced."""

    def __init__(self, data: dict[str, Any], seed: int, unknown: float) -> None:
        self.d, self.r, self.unknown = data, np.random.RandomState(seed), unknown
        self.start = np.concatenate([[0], np.cumsum(data["length"])])
        self.rows = {
            longest: np.nonzero(
                (data["length"] <= longest) & (data["length"] > least) & (data["length"] > 2)
            )[0]
            for least, longest in zip((0, *LENGTHS), LENGTHS, strict=False)
        }
        total = {longest: data["length"][rows].sum() for longest, rows in self.rows.items()}
        self.share = np.array([total[longest] for longest in LENGTHS], float)
        self.share /= self.share.sum()
        weight = data["alike"].cumsum(axis=1)
        self.sum = weight[:, -1]
        self.steps = weight

    def draw(self) -> tuple[Any, ...]:
        d, r = self.d, self.r
        longest = LENGTHS[r.choice(len(LENGTHS), p=self.share)]
        count = BATCH // longest
        rows = r.choice(self.rows[longest], count)
        meant = np.zeros((count, longest), np.int32)
        shape = np.zeros((count, longest), np.int32)
        mask = np.zeros((count, longest), np.float32)
        for at, row in enumerate(rows):
            size = d["length"][row]
            meant[at, :size] = d["read"][self.start[row] : self.start[row] + size]
            shape[at, :size] = d["shape"][self.start[row] : self.start[row] + size]
            mask[at, :size] = 1
        rate = r.choice([0.0, 0.06, 0.15, 0.3], size=(count, 1), p=[0.2, 0.4, 0.28, 0.12])
        open_ = (self.sum[meant] > 0) & (mask > 0) & (shape < 2)
        wrong = open_ & (r.random_sample(meant.shape) < rate)
        pick = r.random_sample(meant.shape) * self.sum[meant]
        place = (self.steps[meant] <= pick[..., None]).sum(axis=-1)
        place = np.minimum(place, MOST - 1)
        written = np.where(wrong, d["table"][meant, place], meant)
        places = np.nonzero(open_.reshape(-1))[0]
        kept = np.zeros(JUDGED, np.int32)
        weight = np.zeros(JUDGED, np.float32)
        odd = np.nonzero(wrong.reshape(-1))[0]
        rest = r.permutation(np.setdiff1d(places, odd))
        chosen = np.concatenate([r.permutation(odd), rest])[:JUDGED]
        kept[: len(chosen)], weight[: len(chosen)] = chosen, 1.0
        cands = d["table"][written.reshape(-1)[kept]]
        target = (cands == meant.reshape(-1)[kept][:, None]).argmax(axis=1)
        seen = np.where((r.random_sample(meant.shape) < self.unknown), 0, d["word"][written])
        return (
            seen, d["known"][written], d["end"][written], shape, mask, kept, weight, target.astype(np.int32),
            d["word"][np.maximum(cands, 0)], d["known"][np.maximum(cands, 0)], d["end"][np.maximum(cands, 0)], cands >= 0,
        )  # fmt: skip


def weights(data: dict[str, Any]) -> dict[str, Any]:
    r = np.random.RandomState(2)
    width = WORD + TRAIT + END

    def some(*shape: int, by: float) -> Any:
        return (r.standard_normal(shape) * by).astype(np.float32)

    out = {
        "mot": some(WORDS + 1, WORD, by=0.1), "trait": some(len(data["traits"]), TRAIT, by=0.15), "fin": some(SUFFIXES, END, by=0.1),
        "forme": some(4, 4, by=0.3), "sortie": some(2 * SIZE, width, by=0.05), "sortie_b": some(width, by=0.0),
        "copie": some(2 * SIZE, by=0.01), "copie_b": np.ones(1, np.float32) * 2,
    }  # fmt: skip
    for layer, inside in (("1", width + 4), ("2", 2 * SIZE)):
        for way in "ar":
            out[f"w_{way}{layer}"] = some(inside, 3 * SIZE, by=inside**-0.5)
            out[f"u_{way}{layer}"] = some(SIZE, 3 * SIZE, by=SIZE**-0.5)
            out[f"b_{way}{layer}"] = some(3 * SIZE, by=0.0)
            out[f"c_{way}{layer}"] = some(3 * SIZE, by=0.0)
    return out


def learn(
    first: dict[str, Any], batches: Batches, steps: int, top: float, keep: Callable[[dict[str, Any]], None]
) -> dict[str, Any]:
    """Adam on the log-likelihood of the word meant among those that could be. `keep` is called now and then."""
    import jax
    import jax.numpy as jnp

    def embed(w: Any, word: Any, known: Any, end: Any) -> Any:
        return jnp.concatenate(
            [w["mot"][word], known.astype(jnp.float32) @ w["trait"], w["fin"][end]], axis=-1
        )

    def run(w: Any, name: str, found: Any, mask: Any) -> Any:
        given = jnp.swapaxes(found @ w["w_" + name] + w["b_" + name], 0, 1)

        def step(state: Any, now: Any) -> Any:
            given_now, here = now
            kept = state @ w["u_" + name] + w["c_" + name]
            gates = jax.nn.sigmoid(given_now[:, : 2 * SIZE] + kept[:, : 2 * SIZE])
            fresh = jnp.tanh(given_now[:, 2 * SIZE :] + gates[:, :SIZE] * kept[:, 2 * SIZE :])
            hold = gates[:, SIZE:] * here + (1 - here)
            state = hold * state + (1 - hold) * fresh
            return state, state

        marks = jnp.swapaxes(mask[..., None], 0, 1)
        _, out = jax.lax.scan(step, jnp.zeros((found.shape[0], SIZE)), (given, marks), unroll=4)
        return jnp.swapaxes(out, 0, 1)

    def loss(w: Any, b: Any) -> Any:
        word, known, end, shape, mask, kept, weight, wanted, cword, cknown, cend, real = b
        found = jnp.concatenate([embed(w, word, known, end), w["forme"][shape]], axis=-1)
        for layer in "12":
            forth = run(w, "a" + layer, found, mask)
            back = run(w, "r" + layer, found[:, ::-1], mask[:, ::-1])[:, ::-1]
            found = jnp.concatenate([forth, back], axis=-1)
        state = found.reshape(-1, 2 * SIZE)[kept]
        scores = jnp.einsum("kmd,kd->km", embed(w, cword, cknown, cend), state @ w["sortie"] + w["sortie_b"])
        scores = scores.at[:, 0].add(state @ w["copie"] + w["copie_b"][0])
        logs = jax.nn.log_softmax(jnp.where(real, scores, -1e9), axis=1)
        lost = -jnp.take_along_axis(logs, wanted[:, None], axis=1)[:, 0]
        right = (logs.argmax(axis=1) == wanted) * weight
        wrong = weight * (wanted > 0)
        return (lost * weight).sum() / weight.sum(), (
            right.sum() / weight.sum(),
            (right * wrong).sum() / jnp.maximum(wrong.sum(), 1),
        )

    @jax.jit
    def update(w: Any, m: Any, v: Any, at: Any, b: Any) -> Any:
        (value, seen), slope = jax.value_and_grad(loss, has_aux=True)(w, b)
        norm = jnp.sqrt(sum(jnp.sum(one * one) for one in slope.values()))
        slope = {name: one * jnp.minimum(1.0, 2.0 / norm) for name, one in slope.items()}
        rate = top * jnp.minimum(1.0, at / 100) * (0.5 * (1 + jnp.cos(jnp.pi * at / steps)) + 0.02)
        m = {name: 0.9 * m[name] + 0.1 * slope[name] for name in w}
        v = {name: 0.99 * v[name] + 0.01 * slope[name] ** 2 for name in w}
        w = {name: w[name] - rate * m[name] / (jnp.sqrt(v[name]) + 1e-6) for name in w}
        return w, m, v, value, seen

    w = {name: jnp.asarray(one) for name, one in first.items()}
    m = {name: jnp.zeros_like(one) for name, one in w.items()}
    v = {name: jnp.zeros_like(one) for name, one in w.items()}
    mean, started = np.zeros(3), time.perf_counter()
    for at in range(1, steps + 1):
        w, m, v, value, seen = update(w, m, v, float(at), batches.draw())
        mean = 0.98 * mean + 0.02 * np.array([float(value), float(seen[0]), float(seen[1])])
        if at % 50 == 0:
            full = mean / (1 - 0.98**at)
            sys.stdout.write(
                f"{at}: loss {full[0]:.4f}, right {full[1]:.4f}, errors {full[2]:.3f}, {time.perf_counter() - started:.0f} s\n"
            )
            sys.stdout.flush()
        if at % 150 == 0:
            keep({name: np.asarray(one) for name, one in w.items()})
    return {name: np.asarray(one) for name, one in w.items()}


def save(data: dict[str, Any], found: dict[str, Any], target: Path) -> None:
    """Weights in sixteen bits, the large tables in one byte."""
    arrays: dict[str, Any] = {"mots": data["mots"], "traits": data["traits"], "empreinte": np.array(stamp())}
    for name, one in found.items():
        if name in ("mot", "fin"):
            scale = float(np.quantile(np.abs(one), 0.9998)) / 127
            arrays[name] = np.clip(np.rint(one / scale), -127, 127).astype(np.int8)
        else:
            scale = 1.0
            arrays[name] = one.astype(np.float16)
        arrays["echelle_" + name] = np.float64(scale)
    np.savez_compressed(target, **arrays)


def widened(data: dict[str, Any]) -> dict[str, Any]:
    """The data with sentences from patterns filled with any frequent word, so that the form of a word counts, not the word."""
    number = {form: at for at, form in enumerate(data["forms"].tolist())}
    frequent = [word for word in data["mots"].tolist()[1:] if word in number]
    rows, shapes = [], []
    for text in phrases_types.sentences(WIDE, 77, phrases_types.widened(frequent)):
        for view in views(text):
            read = units(view)[:LONGEST]
            if all(unit.form in number for unit in read):
                rows.append([number[unit.form] for unit in read])
                shapes.append([unit.shape for unit in read])
    more = {
        "length": [len(row) for row in rows],
        "read": np.concatenate(rows),
        "shape": np.concatenate(shapes),
    }
    return data | {name: np.concatenate([data[name], np.array(one, np.int32)]) for name, one in more.items()}


def main() -> None:
    """Build the file: first on everything, then with wider patterns and many words hidden."""
    target = Path(__file__).with_name("lecteur.npz")
    *texts, cache = (Path(one) for one in sys.argv[1:])
    data = prepare(texts, cache)
    sys.stdout.write(
        f"{len(data['length'])} sentences, {len(data['read'])} units, {len(data['forms'])} forms\n"
    )
    sys.stdout.flush()

    def keep(found: dict[str, Any]) -> None:
        save(data, found, target)

    found = learn(weights(data), Batches(data, 3, 0.12), STEPS, RATE, keep)
    keep(learn(found, Batches(widened(data), 31, 0.4), STEPS_WIDE, RATE / 2, keep))


if __name__ == "__main__":
    main()
