"""A training that was ended goes on, and ends as if it had not been."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lstm_core.models import compose
from lstm_core.models.first_weights import first_weights
from training import batches, config, readers, resume
from training.corpus import text
from training.fit import fit
from training.reader import loss_and_gradients

ROOT = Path(__file__).resolve().parent.parent.parent
LINES = [
    "The kettle is on the stove.", "Nobody saw the small red bird.", "We were late for the last train home.",
    "She lost her keys.", "Paris is lovely in spring.", "A door opened and closed again somewhere below.",
    "Is there any tea left?", "The lamp on the table was broken.", "They sold the boat.",
]  # fmt: skip


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> config.ReaderConfig:
    (tmp_path / "common-voice-sentences").mkdir()
    (tmp_path / "common-voice-sentences" / "own.txt").write_text("\n".join(LINES), encoding="utf-8")
    monkeypatch.setattr(text, "HELD_OUT", 1)
    monkeypatch.setattr("training.vocabulary.SAMPLE", 50)
    entries = config.read(ROOT / "training" / "configs" / "reader-32.toml") | {
        "units": 4, "embedding": 4, "vocabulary": 300, "letters": {"dim": 2, "width": 3, "filters": 3},
        "steps": 12, "batch": 4, "dropout": 0.2,
    }  # fmt: skip
    return config.ReaderConfig(**{key: value for key, value in entries.items() if key != "kind"})


def test_batches_are_the_same_wherever_one_begins(chosen, tmp_path) -> None:
    fill, _ = text.load(tmp_path)
    words = tuple("the a is was she he they . , French".split())
    chosen = replace(chosen, ordinary=1.0)
    whole = list(batches.generate(fill, words, chosen))
    assert len(whole) == chosen.steps
    for start in (1, 8, 11):
        rest = list(batches.generate(fill, words, chosen, start))
        assert len(rest) == chosen.steps - start
        for one, other in zip(rest, whole[start:], strict=True):
            assert one.seed == other.seed
            assert one.spelled == other.spelled
            np.testing.assert_array_equal(one.ids, other.ids)
            np.testing.assert_array_equal(one.target, other.target)


def test_a_training_goes_on_where_it_was_ended(chosen, tmp_path) -> None:
    spec, whole = readers.train(chosen, tmp_path)
    *_, last = whole
    kept = tmp_path / "kept" / "own.npz"
    _, begun = readers.train(chosen, tmp_path)
    for reached in begun:
        if reached.step == 5:
            resume.save(kept, chosen, reached)
            break
    again = resume.load(kept, chosen)
    assert again is not None
    assert (again.step, again.steps) == (5, 12)
    _, rest = readers.train(chosen, tmp_path, again)
    steps = [reached.step for reached in rest]
    assert steps == [6, 7, 8, 9, 10, 11, 12]
    assert reached.params is not again.params
    for name, array in last.params.items():
        np.testing.assert_array_equal(again.params[name], array, err_msg=name)
    assert resume.load(kept, replace(chosen, seed=2)) is None, "another training does not go on from this one"
    assert resume.load(tmp_path / "none.npz", chosen) is None
    assert spec.units == 4


def test_dropping_is_the_same_for_the_same_seed_and_off_when_none_is_dropped(chosen, tmp_path) -> None:
    fill, _ = text.load(tmp_path)
    spec, _ = readers.train(chosen, tmp_path)
    batch = next(batches.generate(fill, spec.vocabulary, chosen))
    params, composition = first_weights(spec, 1), compose(spec)
    losses = [loss_and_gradients(composition, params, batch._replace(seed=seed), 0.5)[0] for seed in (1, 1, 2)]
    assert losses[0] == losses[1] != losses[2]
    free = [loss_and_gradients(composition, params, batch._replace(seed=seed))[0] for seed in (1, 2)]
    assert free[0] == free[1] not in losses


def test_fit_takes_the_steps_that_are_left() -> None:
    def work(params):
        while True:
            yield float(params["a"][0]), {"a": 2 * params["a"]}

    params = {"a": np.array([3.0])}
    *_, last = fit(params, work(params), 40, 0.1)
    other = {"a": np.array([3.0])}
    for reached in fit(other, work(other), 40, 0.1):
        if reached.step == 15:
            break
    *_, rest = fit(other, work(other), 40, 0.1, begun=reached)
    assert rest.step == last.step == 40
    assert other["a"][0] == params["a"][0]
