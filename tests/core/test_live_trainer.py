"""A live training: its gradient against central differences, its frames against numbers made in another way."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_core import cells
from lstm_core.errors import GatewalkError, InputError, NotFoundError
from lstm_core.live import TASKS, Setup, Trainer, every, frames, trained
from lstm_core.live.tasks import encode

SMALL = {"units": 3, "steps": 4, "seed": 5}


def central(trainer: Trainer, name: str, at: tuple[int, ...], step: float = 1e-6) -> float:
    """The derivative of the check strings' loss by one weight."""
    array = trainer.params[name]
    kept, found = array[at], []
    for sign in (1, -1):
        array[at] = kept + sign * step
        found.append(trainer.measured(trainer.check)[0])
    array[at] = kept
    return (found[0] - found[1]) / (2 * step)


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("cell", cells.names())
def test_the_gradient_is_that_of_central_differences(cell: str, task: str) -> None:
    trainer = Trainer(Setup(task, cell, **SMALL), "float64")
    _, grads = trainer.loss_and_gradients(trainer.check)
    assert set(grads) == set(trainer.params)
    random = np.random.default_rng(1)
    for name, array in trainer.params.items():
        at = tuple(int(random.integers(size)) for size in array.shape)
        assert grads[name][at] == pytest.approx(central(trainer, name, at), rel=1e-6, abs=1e-9), name


def loss_from(params: dict[str, np.ndarray], h: np.ndarray, c: np.ndarray, rest: list[int], answer: int) -> float:
    """The LSTM's equations written out, from the states after some letter on: −log p of the answer after the last."""
    E = params["embedding.E"]
    for letter in rest:
        z = {
            g: params[f"layer0.W_{g}"] @ E[letter] + params[f"layer0.U_{g}"] @ h + params[f"layer0.b_{g}"]
            for g in "fiog"
        }
        f, i, o = (1 / (1 + np.exp(-z[g])) for g in "fio")
        c = f * c + i * np.tanh(z["g"])
        h = o * np.tanh(c)
    logits = params["head.O"] @ h + params["head.b"]
    return float(np.log(np.exp(logits).sum()) - logits[answer])


@pytest.mark.parametrize("task", TASKS)
def test_how_far_the_gradient_reaches_is_that_of_central_differences(task: str) -> None:
    trainer = Trainer(Setup(task, **SMALL), "float64")
    frame, symbols, probe = trainer.frame(), trainer.task.symbols, trainer.task.probe
    letters = [symbols.index(letter) for letter in probe]
    answers = trainer.task.answers(probe)
    last = max(t for t, answer in enumerate(answers) if answer is not None)
    answer = symbols.index(answers[last] or "")
    signals = trainer.model().trace(probe)
    states = {state: signals[state].astype(float) for state in "hc"}
    for t in range(last):
        for state in "hc":
            slope = np.zeros(3)
            for unit in range(3):
                found = []
                for step in (1e-6, -1e-6):
                    moved = {name: rows[t].copy() for name, rows in states.items()}
                    moved[state][unit] += step
                    found.append(loss_from(trainer.params, moved["h"], moved["c"], letters[t + 1 : last + 1], answer))
                slope[unit] = (found[0] - found[1]) / 2e-6
            assert frame.gradient[state][t] == pytest.approx(float(np.linalg.norm(slope)), rel=1e-5, abs=1e-9)
    whole = frame.gradient["h"][last]
    assert frame.reach["c"][0] == pytest.approx(frame.gradient["c"][0] / whole)
    assert frame.gradient["c"][last] == 0
    assert frame.gradient["h"][last + 1 :] == [0.0] * (len(probe) - last - 1)


def test_one_setup_gives_the_same_frames_to_the_bit() -> None:
    setup = Setup(units=4, steps=6, seed=3)
    told = [frame.to_dict() for frame in frames(Trainer(setup))]
    assert [frame.to_dict() for frame in frames(Trainer(setup))] == told
    assert [frame["update"] for frame in told] == list(range(7))
    other = [frame.to_dict() for frame in frames(Trainer(Setup(units=4, steps=6, seed=4)))]
    assert all(one != two for one, two in zip(told, other, strict=True))


def test_frames_are_few_and_the_last_is_the_end() -> None:
    setup = Setup("count", "rnn", units=2, steps=250)
    assert every(setup) == 3
    updates = [frame.update for frame in frames(Trainer(setup))]
    assert updates == [*range(0, 250, 3), 250]
    assert every(Setup(steps=0)) == 1
    assert [frame.update for frame in frames(Trainer(Setup(units=2, steps=0)))] == [0]


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("cell", ["lstm", "rnn", "gru"])
def test_a_frame_says_what_its_weights_say(task: str, cell: str) -> None:
    """Loss, share right and p, computed again by the model that walks, string by string."""
    trainer = Trainer(Setup(task, cell, **SMALL))
    *_, frame = frames(trainer)
    model, symbols = trainer.model(), trainer.task.symbols
    losses, right = [], []
    for b in range(trainer.check.ids.shape[1]):
        asked = trainer.check.weight[:, b] > 0
        string = "".join(symbols[place] for place in trainer.check.ids[: np.flatnonzero(asked)[-1] + 1, b])
        trace = model.trace(string, top=len(symbols))
        said = [
            (dict(trace.top(t, len(symbols))), answer)
            for t, answer in enumerate(trainer.task.answers(string))
            if answer is not None
        ]
        losses += [-np.log(p[answer]) for p, answer in said]
        right.append(all(max(p, key=lambda symbol: p[symbol]) == answer for p, answer in said))
    assert frame.loss == pytest.approx(float(np.mean(losses)), rel=1e-4)
    assert frame.accuracy == pytest.approx(float(np.mean(right)))
    trace = model.trace(trainer.task.probe, top=len(symbols))
    for t in range(len(frame.p)):
        for symbol, p in trace.top(t, len(symbols)):
            assert frame.p[t, symbols.index(symbol)] == pytest.approx(p, abs=1e-5)
    for signal, rows in frame.signals.items():
        np.testing.assert_allclose(rows, trace[signal], atol=1e-5)


def test_the_same_training_with_fewer_updates_is_the_same_net_earlier() -> None:
    setup, kept = Setup(units=4, steps=6), {}
    trainer = Trainer(setup)
    for frame in frames(trainer):
        kept[frame.update] = trainer.model()
    for update in (0, 2, 6):
        again = trained(setup.at(update))
        assert again.name == kept[update].name == setup.at(update).name
        assert again.sha256 == kept[update].sha256 != kept[1].sha256
        assert all(np.array_equal(array, kept[update].params[name]) for name, array in again.params.items())


def test_it_learns_to_count() -> None:
    trainer = Trainer(Setup("count", "lstm", units=16, forget_bias=3, steps=150))
    loss, accuracy = trainer.measured(trainer.check)
    assert loss > 0.5
    assert accuracy < 0.2
    while trainer.updates < 150:
        trainer.update()
    loss, accuracy = trainer.measured(trainer.check)
    assert loss < 0.05
    assert accuracy == 1


def test_clipping_shortens_and_only_when_asked_for() -> None:
    weights = {}
    for clip in (True, False):
        trainer = Trainer(Setup(clip=clip))
        for _ in range(3):
            trainer.update()
        weights[clip] = trainer.params["head.O"].copy(), trainer.length
    assert weights[True][1] > 0
    assert not np.array_equal(weights[True][0], weights[False][0])


@pytest.mark.parametrize("bias", [0, 1, 3, 5])
def test_the_forget_bias_is_that_of_the_gate_that_keeps(bias: int) -> None:
    for cell, gate in (("lstm", "f"), ("cifg", "f"), ("gru", "z")):
        setup = Setup(cell=cell, forget_bias=bias, units=3)
        params = Trainer(setup).params
        assert setup.keeps == gate
        assert params[f"layer0.b_{gate}"].tolist() == [bias] * 3
        others = [name for name in params if ".b_" in name and not name.endswith(f"b_{gate}")]
        assert all(not params[name].any() for name in others)
    assert Setup(cell="rnn", forget_bias=bias).keeps is None
    assert Setup(cell="rnn", forget_bias=bias) == Setup(cell="rnn", forget_bias=0)


def test_a_setup_is_its_name() -> None:
    setups = [Setup(), Setup("brackets", "peephole-fi", 8, -1.5, 0.005, False, 77, 1200), Setup("count", "gru-before")]
    assert [setup.name for setup in setups][:2] == [
        "live-first-lstm-16-b3-r0.02-clipped-s0-n300",
        "live-brackets-peephole-fi-8-b-1.5-r0.005-free-s77-n1200",
    ]
    assert [Setup.named(setup.name) for setup in setups] == setups
    for name in ("reader-32", "live-", f"{setups[0].name}0000000", f"{setups[0].name} "):
        assert Setup.named(name) is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"task": "chess"}, "task"),
        ({"cell": "transformer"}, "cell"),
        ({"units": 0}, "units"),
        ({"units": 65}, "units"),
        ({"forget_bias": 11}, "forget_bias"),
        ({"forget_bias": float("nan")}, "forget_bias"),
        ({"rate": 0}, "rate"),
        ({"rate": float("inf")}, "rate"),
        ({"seed": -1}, "seed"),
        ({"steps": -1}, "steps"),
        ({"steps": 100_001}, "steps"),
    ],
)
def test_what_cannot_be_trained_is_told(wrong: dict[str, float | str], field: str) -> None:
    with pytest.raises(GatewalkError) as told:
        Setup(**wrong)  # type: ignore[arg-type]
    assert told.value.field == field
    assert isinstance(told.value, InputError | NotFoundError)


def test_a_name_with_a_number_that_is_none_is_told() -> None:
    with pytest.raises(InputError) as told:
        Setup.named("live-first-lstm-16-b3-r0.0.2-clipped-s0-n300")
    assert told.value.field == "rate"


def test_a_batch_counts_every_asked_place_alike() -> None:
    batch = encode(TASKS["count"], ["ab", "aaabbb"])
    assert batch.ids.shape == batch.weight.shape == (6, 2)
    assert batch.weight[:, 0].tolist() == [0, 0.25, 0, 0, 0, 0]
    assert batch.weight[:, 1].tolist() == [0, 0, 0, 0.25, 0.25, 0.25]
    assert batch.target[:, 1].tolist() == [0, 0, 0, 1, 1, 2]
