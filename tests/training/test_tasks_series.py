"""Series: files read, windows of the training parts alone, AR that finds a process that is known."""

from __future__ import annotations

import math
from pathlib import Path
from random import Random

import numpy as np
import pytest

from training.tasks import autoregression, series, series_made


def ar2(length: int, weights: tuple[float, float], constant: float, seed: int) -> np.ndarray:
    random, values = np.random.default_rng(seed), [0.0, 0.0]
    for noise in random.standard_normal(length + 200):
        values.append(constant + weights[0] * values[-1] + weights[1] * values[-2] + noise)
    return np.array(values[-length:])


def test_ar_finds_a_known_process_and_its_order() -> None:
    values = ar2(6000, (1.2, -0.5), 3.0, seed=1)
    model = autoregression.choose(values, 8)
    assert model.weights == pytest.approx([1.2, -0.5], abs=0.03)
    assert model.constant == pytest.approx(3.0, abs=0.4)
    said = model.forecast(values)
    assert series.rmse(said, values, 4500) == pytest.approx(1.0, abs=0.03)  # the noise is all that is left


def test_ar_without_noise_is_exact() -> None:
    t = np.arange(60)
    wave = 5 + np.sin(2 * math.pi * t / 10)
    model, rss = autoregression.fit(wave, 2)
    assert rss == pytest.approx(0, abs=1e-18)
    assert model.weights == pytest.approx([2 * math.cos(2 * math.pi / 10), -1])
    assert model.forecast(wave)[2:-1] == pytest.approx(wave[3:])
    assert model.forecast(wave)[0] == wave[0]  # too little is known: the last value
    assert model.forecast(wave[:1]) == pytest.approx(wave[:1])
    with pytest.raises(ValueError, match="too few"):
        autoregression.fit(wave[:4], 2)


def test_the_error_of_one_step_by_hand() -> None:
    values = np.array([1.0, 2.0, 4.0, 7.0, 8.0])
    assert series.rmse(values, values, 3) == pytest.approx(math.sqrt((3**2 + 1**2) / 2))
    assert series.rmse(np.array([0, 0, 7.0, 8.0, 0]), values, 3) == 0


def test_the_files_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "time-series"
    folder.mkdir()
    (folder / "sunspots.csv").write_text('"YEAR","SUNACTIVITY"\n1700,5\n1701,11\n')
    (folder / "co2.csv").write_text("date,co2\n1,316\n2,\n3,\n4,319\n")
    (folder / "elnino.csv").write_text('"YEAR","JAN","FEB"\n1950,23.1,24.2\n1951,25.3,26.4\n')
    (folder / "nile.csv").write_text("year,volume\n1871,1120\n1872,1160\n")
    found = series.load(tmp_path)
    assert found["sunspots"].tolist() == [5, 11]
    assert found["CO₂"] == pytest.approx([316, 317, 318, 319])  # gaps are straight lines
    assert found["El Niño"].tolist() == [23.1, 24.2, 25.3, 26.4]
    assert found["Nile"].tolist() == [1120, 1160]
    assert series.split(np.zeros(100)) == 75


def test_windows_come_from_the_training_parts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "REAL", 1.0)
    ramp = np.arange(100.0) ** 2
    parts = {"ramp": ramp[: series.split(ramp)], "too short": ramp[:9] + 0.5}
    found = series.windows(Random(1), parts, 400, 20)
    assert {tuple(window) for window in found} == {tuple(ramp[k : k + 20]) for k in range(56)}  # the last ends at 74


def test_half_of_the_windows_are_made() -> None:
    found = series.windows(Random(2), {"flat": np.full(50, 7.0)}, 400, 30)
    assert found.shape == (400, 30) and np.isfinite(found).all()
    assert 150 < (found == 7).all(axis=1).sum() < 250
    assert np.array_equal(found, series.windows(Random(2), {"flat": np.full(50, 7.0)}, 400, 30))
    assert (series.windows(Random(2), {}, 50, 30).std(axis=1) > 0).all()  # a made series changes


@pytest.mark.parametrize("maker", series_made.MAKERS, ids=lambda maker: maker.__name__)
def test_made_series_repeat_and_vary(maker: series_made.Maker) -> None:
    values = maker(Random(5), 80)
    assert values.shape == (80,) and np.isfinite(values).all() and values.std() > 0.1
    assert np.array_equal(values, maker(Random(5), 80))
    assert not np.array_equal(values, maker(Random(6), 80))


def test_a_made_cycle_is_the_process_it_says() -> None:
    r, period = 0.95, 12
    weights = (2 * r * math.cos(2 * math.pi / period), -r * r)
    values = series_made._remembering(Random(2), weights, 5000)
    assert autoregression.fit(values, 2)[0].weights == pytest.approx(weights, abs=0.02)


def test_ar_beats_the_last_value_where_there_is_a_rule() -> None:
    for name, values in series_made.shown().items():
        found = series.baselines(values)
        start = series.split(values)
        assert found["last"] == pytest.approx(math.sqrt(np.mean(np.diff(values[start - 1 :]) ** 2)))
        if name != "a random walk":
            assert found["ar"] < 0.8 * found["last"], name


def test_the_examples_are_numbers() -> None:
    assert len(series.examples()) == 6
    assert all(len([float(piece) for piece in text.split()]) == 72 for text in series.examples())
    assert series.examples()[3].startswith("0 1 2 3 4 5 6 7 0 1")
