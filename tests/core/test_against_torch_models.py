"""Whole models against PyTorch's, on files that PyTorch wrote: see tests/fixtures/make_torch_models.py."""

import numpy as np
import pytest

from lstm_core import Model, Trace, build
from lstm_core.functional import softmax
from lstm_core.models import read_spec, shapes_of
from tests.core.foreign import from_torch, load

WORDS = tuple("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())
CELLS = ("rnn", "gru", "lstm")
SAID = ("⏹", *"abcdef")

Arrays = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def torch() -> Arrays:
    return load("torch_models")


def part(torch: Arrays, prefix: str) -> Arrays:
    return {name.removeprefix(prefix): array for name, array in torch.items() if name.startswith(prefix)}


def layer(given: Arrays, module: str, ours: str, cell: str, suffix: str = "l0") -> Arrays:
    """One layer of a PyTorch module as the layer ``ours``."""
    names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    own = from_torch(cell, **{name: given[f"{module}.{name}_{suffix}"].astype(float) for name in names})
    return {f"{ours}.{name}": array for name, array in own.items()}


def model(architecture: str, cell: str, params: Arrays, **more: object) -> Model:
    spec = read_spec(
        {"name": "torch's", "architecture": architecture, "cell": cell, "units": 5, "embedding": 4}
        | {"vocabulary": WORDS, "dtype": "float64", "task": "next-word"}
        | more
    )
    params = {name: array.astype(float) for name, array in params.items()}
    assert {name: array.shape for name, array in params.items()} == shapes_of(spec)
    return build(spec, params)


def text(ids: np.ndarray) -> str:
    return " ".join(WORDS[id_] for id_ in ids)


def close(found: np.ndarray, expected: np.ndarray) -> None:
    assert found.dtype == expected.dtype == np.float64
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= 1e-12


def tops_agree(tops: list, symbols: tuple[str, ...], logits: np.ndarray) -> None:
    """``tops`` hold every symbol with its probability, the most probable first."""
    assert len(tops) == len(logits)
    for top, expected in zip(tops, softmax(logits), strict=True):
        assert [symbol for symbol, _ in top] == [symbols[n] for n in np.argsort(-expected)]
        found = dict(map(tuple, top))
        close(np.array([found[symbol] for symbol in symbols]), expected)


def states_agree(trace: Trace, given: Arrays, layers: tuple[str, ...]) -> None:
    states = [name for name in given if name.rpartition(".")[0] in layers and name.rpartition(".")[2] in "hc"]
    assert len(states) == sum(len(layer.initial) for layer in trace.layers)
    for name in states:
        close(trace[name], given[name])


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("layers", [2, 3])
def test_stacked(torch: Arrays, layers: int, cell: str) -> None:
    given = part(torch, f"stacked{layers}-{cell}/")
    params = {"embedding.E": given["embedding.weight"], "head.b": given["up.bias"]}
    params |= {"head.P": given["down.weight"], "head.p": given["down.bias"]}
    for n in range(layers):
        params |= layer(given, "rnn", f"layer{n}", cell, f"l{n}")
    trace = model("stacked", cell, params, layers=layers).trace(text(given["ids"]), top=len(WORDS))
    states_agree(trace, given, tuple(f"layer{n}" for n in range(layers)))
    for n in range(1, layers):
        assert np.array_equal(trace[f"layer{n}.x"], trace[f"layer{n - 1}.h"])
    tops_agree(trace.predictions, WORDS, given["logits"])


@pytest.mark.parametrize("cell", CELLS)
def test_bidirectional(torch: Arrays, cell: str) -> None:
    given = part(torch, f"bidirectional-{cell}/")
    params = {"embedding.E": given["embedding.weight"], "head.O": given["head.weight"], "head.b": given["head.bias"]}
    params |= layer(given, "rnn", "forward", cell) | layer(given, "rnn", "backward", cell, "l0_reverse")
    classes = ("good", "bad", "neither")
    trace = model("bidirectional", cell, params, task="class", outputs=classes).trace(text(given["ids"]))
    states_agree(trace, given, ("forward", "backward"))
    tops_agree(trace.predictions, classes, given["logits"])
    assert trace.answer is not None
    tops_agree([trace.answer["top"]], classes, given["verdict"][None])
    assert trace.answer["text"] == classes[given["verdict"].argmax()]


@pytest.mark.parametrize("text_", range(4))
@pytest.mark.parametrize("cell", CELLS)
def test_encoder_decoder(torch: Arrays, cell: str, text_: int) -> None:
    given = part(torch, f"encoder_decoder-{cell}/")
    params = {"source.E": given["source.weight"], "target.E": given["target.weight"]}
    params |= {"head.O": given["head.weight"], "head.b": given["head.bias"]}
    params |= layer(given, "encoder", "encoder", cell) | layer(given, "decoder", "decoder", cell)
    run = part(given, f"{text_}.")
    ids, said = run["ids"], [SAID[n] for n in run["said"]]
    trace = model("encoder_decoder", cell, params, task="transduce", outputs=SAID).trace(text(ids))
    assert [token.text for token in trace.tokens] == [*(WORDS[id_] for id_ in ids), *said]
    assert [token.output for token in trace.tokens] == [False] * len(ids) + [True] * len(said)
    states_agree(trace, run, ("encoder", "decoder"))
    for state, handed in trace.layers[1].initial.items():
        assert np.array_equal(handed, trace[f"encoder.{state}"][-1])
    read = [params["target.E"][0], *(params["target.E"][n] for n in run["said"][:-1])]
    assert np.array_equal(trace["decoder.x"], np.stack(read))
    assert list(trace.predictions[: len(ids)]) == [[]] * len(ids)
    tops_agree(trace.predictions[len(ids) :], SAID, run["logits"])
    ended = said[-1] == SAID[0]
    assert trace.answer == {
        "text": " ".join(said[:-1] if ended else said),
        "stopped": "end" if ended else "limit",
        "top": [],
    }


def test_some_texts_end_and_others_are_stopped(torch: Arrays) -> None:
    said = {name: array[-1] == 0 for name, array in torch.items() if name.endswith(".said")}
    for cell in CELLS:
        assert {ended for name, ended in said.items() if f"-{cell}/" in name} == {True, False}
