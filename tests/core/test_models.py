"""Models: what they read, what they say, and what is refused; every architecture's own tests are in test_every_cell."""

import math

import numpy as np
import pytest

import lstm_core
from lstm_core import Model, Trace, build
from lstm_core.errors import InputError, NotFoundError, WeightsError
from lstm_core.models import read_spec, shapes_of, write_spec
from lstm_core.weights import native
from tests.core.cell_checks import LONG, SENTENCE, WORDS, random_params, small_model, small_spec


@pytest.fixture(scope="module")
def model() -> Model:
    return small_model()


def test_the_block_is_the_signals_in_the_order_of_the_layout() -> None:
    trace = small_model().trace(SENTENCE)
    assert [slot.signal for slot in trace.layout] == ["x", "f", "i", "g", "o", "fc", "ig", "c", "tanh_c", "h"]
    assert [slot.units for slot in trace.layout] == [6] + [7] * 9
    values = np.frombuffer(trace.step(2).block(trace.layout), "<f4")
    assert np.array_equal(values, np.concatenate([trace[slot.signal][2] for slot in trace.layout]))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"version":1}', '{"version":2}', "\x00", '{"version":1,"layers":[{}]}']
)
def test_what_is_no_trace_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="This is no trace") as caught:
        Trace.from_json(text)
    assert caught.value.code == "bad_trace"


def test_top_is_the_head_in_plain_numpy(model: Model) -> None:
    trace = model.trace(SENTENCE)
    p = model.params
    for t in range(len(trace)):
        h = trace["h"][t].astype(np.float64)
        logits = p["embedding.E"] @ (p["head.P"] @ h + p["head.p"]) + p["head.b"]
        expected = np.exp(logits - logits.max())
        expected /= expected.sum()
        order = np.argsort(-expected)[:10]
        assert [word for word, _ in trace.top(t)] == [WORDS[n] for n in order]
        assert [q for _, q in trace.top(t)] == pytest.approx(expected[order].tolist(), abs=1e-6)


def test_probabilities_add_to_one(model: Model) -> None:
    trace = model.trace(LONG, top=len(WORDS))
    for t in range(len(trace)):
        words, probabilities = zip(*trace.top(t, len(WORDS)), strict=True)
        assert sorted(words) == sorted(WORDS)
        assert math.fsum(probabilities) == pytest.approx(1, abs=1e-6)
        assert list(probabilities) == sorted(probabilities, reverse=True)


def test_top_takes_what_was_kept_and_no_more() -> None:
    trace = small_model().trace(SENTENCE)
    assert trace.top(3, 4) == trace.top(3)[:4]
    assert trace.top(-1, 1) == trace.top(len(trace) - 1, 1)
    for k in (0, -1, 11):
        with pytest.raises(InputError, match="holds 1 to 10 a step"):
            trace.top(3, k)
    for t in (len(trace), -len(trace) - 1):
        with pytest.raises(NotFoundError, match=f"There is no step {t}"):
            trace.top(t, 1)


def test_signals_are_found_by_name_with_or_without_the_layer() -> None:
    trace = small_model().trace(SENTENCE)
    assert trace["layer0.f"] is trace["f"]
    for name in ("layer1.f", "z", "layer0.", ""):
        with pytest.raises(NotFoundError, match="no signal called"):
            trace[name]


def test_known_words_are_read_from_the_table_whatever_their_case() -> None:
    model = small_model()
    trace = model.trace("FRANCE the")
    assert [token.known for token in trace.tokens] == [True, True]
    assert np.array_equal(trace["x"][0], model.params["embedding.E"][WORDS.index("France")])
    assert np.array_equal(trace["x"][1], model.params["embedding.E"][WORDS.index("the")])


def test_unknown_words_are_read_by_their_letters() -> None:
    """The letter CNN in plain loops."""
    model = small_model(dtype="float64")
    p = {name.removeprefix("letters."): value for name, value in model.params.items() if name.startswith("letters.")}
    trace = model.trace("speaks Speaks spoken q Ж")
    assert [token.known for token in trace.tokens] == [False] * 5
    x = trace["x"]
    assert np.array_equal(x[0], x[1])  # case is not read
    for a in range(1, 5):
        for b in range(a + 1, 5):
            assert np.abs(x[a] - x[b]).max() > 1e-3
    alphabet = model.spec.letters.alphabet
    for t, word in enumerate(("speaks", "speaks", "spoken", "q", "\x00")):  # \x00: any letter that it lacks
        e = np.stack([p["C"][alphabet.index(letter)] for letter in f"\x02{word}\x03"])
        padded = np.concatenate([0 * e[:1], e, 0 * e[:1]])
        y = np.array(
            [[(K * padded[n : n + 3].T).sum() + k for K, k in zip(p["K"], p["k"], strict=True)] for n in range(len(e))]
        )
        expected = p["P"] @ np.maximum(y, 0).max(axis=0) + p["p"]
        np.testing.assert_allclose(x[t], expected, rtol=0, atol=1e-12)


def test_a_model_without_letters_reads_unknown_words_as_zero() -> None:
    trace = small_model(letters=None).trace("speaks dog")
    assert not trace["x"][0].any()
    assert trace["x"][1].any()


def test_a_run_leaves_nothing_behind() -> None:
    model = small_model()
    first = model.trace(SENTENCE).to_json()
    model.trace("dog", ["layer0.f=0"])
    assert model.trace(SENTENCE).to_json() == first


@pytest.mark.parametrize("text", ["", " \n"])
def test_empty_text_is_refused_before_anything_runs(text: str) -> None:
    for ask in (small_model().trace, small_model().run):
        with pytest.raises(InputError) as caught:
            ask(text)
        assert caught.value.code == "empty_text"


def test_load_takes_a_path_or_says_what_there_is(tmp_path) -> None:
    spec = small_spec()
    params = random_params(shapes_of(spec), 3, "float32")
    sha256 = native.save(tmp_path / "mine.safetensors", params, spec)
    model = lstm_core.load(tmp_path / "mine.safetensors")
    assert (model.name, model.sha256) == ("small", sha256)
    assert model.trace(SENTENCE)["h"].tobytes() == build(spec, params).trace(SENTENCE)["h"].tobytes()
    with pytest.raises(NotFoundError, match="There is no model"):
        lstm_core.load(tmp_path / "other.safetensors")


def test_an_unknown_architecture_is_refused() -> None:
    with pytest.raises(WeightsError, match=r"architecture “tower” is none of .*vanilla"):
        read_spec(write_spec(small_spec()) | {"architecture": "tower"})
