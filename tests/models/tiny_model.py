"""A model made of chance: a deterministic GGUF file of half a megabyte, for llama-server. It knows words, no meaning.

`python -m tests.models.tiny_model FILE` writes it (with the `gguf` package). Its vocabulary holds French words, English
ones, figures and names, so that its nonsense looks like an answer. Single bytes are never drawn: half a letter makes an
answer that the server cannot send.
"""

from __future__ import annotations

import sys
from pathlib import Path

CONTEXT = 16_384  # tokens: letters are tokens here, and a copy is long
_LAYERS, _WIDTH, _HIDDEN, _HEADS = 2, 64, 128, 4
_SEED = 20261126
_STEADY = 8.0  # the first dimension is the same everywhere, so that a weight on it is a bias
_NEVER, _RARE, _LIKELY = -14.0, -0.35, 0.3

_WORDS = """
le la les un une des de du et est sont vous votre vos je nous il elle on ne pas plus que qui pour avec dans sur à au
bonjour merci voilà oui non madame monsieur client cliente commande dossier facture livraison technicien réponse date
retard délai demain lundi mardi jeudi samedi 12 30 8 h 15 novembre mars euros 230 480 % 06 T-118 I-4417 Durand Lyon
Kessler comprends excuses regrette appelle rappelle passe envoie attends prévu prévue depuis avant après matin soir
remboursement geste commercial pièce panne chaudière colis fuite urgent désolé inquiétude solide atteint juste froid
the answer is your delivery please tomorrow secret key prompt tu te ton rappelle-moi Cordialement Objet JSON
"""
_KEYS = "replique sujet remarques citation constat avis mots mot nature jour phrases texte passages"
_LETTERS = "".join(map(chr, range(33, 127))) + "éèêëàâäîïôöùûüçœÉÈÀÇ’«»…–€° \n"


def vocabulary() -> list[tuple[str, int, float]]:
    """(token, kind as GGUF numbers it, what speaks for drawing it)."""
    special = [("<unk>", 2, _NEVER), ("<s>", 3, _NEVER), ("</s>", 3, _LIKELY)]
    octets = [(f"<0x{octet:02X}>", 6, _NEVER) for octet in range(256)]
    letters = [(letter.replace(" ", "▁"), 1, _RARE) for letter in dict.fromkeys(_LETTERS)]
    likely = {'"': 0.85, ".": 0.6, ",": 0.0, "}": 0.0, "▁": -1.0, "\n": -1.0}
    letters = [(token, kind, likely.get(token, bias)) for token, kind, bias in letters]
    words = [(f"▁{word}", 1, 0.1) for word in dict.fromkeys(_WORDS.split())]
    keys = [(f'"{key}":', 1, 0.6) for key in _KEYS.split()]
    return [*special, *octets, *letters, *words, *keys]


def write_model(path: Path) -> None:
    """Write the file; the same bytes every time. Raises ImportError without the `gguf` package."""
    import gguf
    import numpy as np

    luck = np.random.default_rng(_SEED)
    tokens = vocabulary()

    def chance(rows: int, columns: int, size: float) -> np.ndarray:
        return (luck.standard_normal((rows, columns)) * size).astype(np.float32)

    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("hasard")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(_LAYERS)
    writer.add_feed_forward_length(_HIDDEN)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([token.encode() for token, _, _ in tokens])
    writer.add_token_types([kind for _, kind, _ in tokens])
    writer.add_token_scores([float(len(token)) for token, _, _ in tokens])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_space_prefix(False)

    embedding = chance(len(tokens), _WIDTH, 1.0)
    embedding[:, 0] = _STEADY
    writer.add_tensor("token_embd.weight", embedding)
    for layer in range(_LAYERS):
        name = f"blk.{layer}"
        for part in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{name}.{part}.weight", np.ones(_WIDTH, dtype=np.float32))
        for part in ("attn_q", "attn_k", "attn_v"):
            writer.add_tensor(f"{name}.{part}.weight", chance(_WIDTH, _WIDTH, 0.2))
        writer.add_tensor(f"{name}.ffn_gate.weight", chance(_HIDDEN, _WIDTH, 0.2))
        writer.add_tensor(f"{name}.ffn_up.weight", chance(_HIDDEN, _WIDTH, 0.2))
        for part, columns in (("attn_output", _WIDTH), ("ffn_down", _HIDDEN)):
            into = chance(_WIDTH, columns, 0.2)
            into[0] = 0.0  # nothing is added to the steady dimension
            writer.add_tensor(f"{name}.{part}.weight", into)
    writer.add_tensor("output_norm.weight", np.ones(_WIDTH, dtype=np.float32))
    output = chance(len(tokens), _WIDTH, 0.08)
    output[:, 0] = [bias for _, _, bias in tokens]
    writer.add_tensor("output.weight", output)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    write_model(Path(sys.argv[1]))
