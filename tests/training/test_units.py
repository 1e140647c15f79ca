"""Units found by measurement: AUC and r by hand, and nothing named that chance or an untrained network explains."""

from __future__ import annotations

import numpy as np
import pytest

from training.tasks import units


def test_the_auc_counts_pairs() -> None:
    # Holds at 3 and 1, not at 2, 0 and 1: of six pairs 3>2, 3>0, 3>1, 1>0 are right, 1<2 is wrong, 1=1 is half.
    values = np.array([[3.0], [1.0], [2.0], [0.0], [1.0]])
    label = np.array([True, True, False, False, False])
    assert units.auc(values, label)[0] == pytest.approx(4.5 / 6, abs=1e-15)
    assert units.auc(-values, label)[0] == pytest.approx(1.5 / 6, abs=1e-15)
    assert units.auc(np.ones((5, 1)), label)[0] == 0.5


def test_the_auc_of_many_columns_is_that_of_pairs() -> None:
    random = np.random.default_rng(0)
    values, label = random.integers(0, 6, (60, 4)).astype(float), random.random(60) < 0.4
    yes, no = values[label][:, None], values[~label][None]
    np.testing.assert_allclose(units.auc(values, label), ((yes > no) + 0.5 * (yes == no)).mean((0, 1)), atol=1e-14)


def test_r_by_hand() -> None:
    # Deviations −1, 0, 1 and −2, −1, 3: 5 / √(2 · 14).
    r = units.correlation(np.array([[1.0, 7.0, -1.0], [2.0, 7.0, -2.0], [3.0, 7.0, -3.0]]), np.array([0.0, 1.0, 5.0]))
    np.testing.assert_allclose(r, [5 / np.sqrt(28), 0, -5 / np.sqrt(28)], atol=1e-15)


def test_a_label_that_never_changes_cannot_be_followed() -> None:
    with pytest.raises(ValueError, match="same everywhere"):
        units.auc(np.ones((3, 1)), np.ones(3, bool))
    with pytest.raises(ValueError, match="same everywhere"):
        units.correlation(np.eye(3), np.full(3, 2.0))


def test_a_unit_that_falls_with_its_label_is_found_and_named() -> None:
    random = np.random.default_rng(1)
    label = random.random(2000) < 0.3
    trained, untrained = random.normal(size=(2, 2000, 6))
    trained[:, 4] = -6.0 * label + random.normal(size=2000)
    found = units.find(trained, untrained, label)
    assert (found.unit, found.sign, found.named) == (4, -1, True)
    assert found.score == pytest.approx(units.auc(-trained[1000:, [4]], label[1000:])[0], abs=1e-15)
    assert found.found == pytest.approx(1 - units.auc(trained[:1000, [4]], label[:1000])[0], abs=1e-15)
    assert abs(found.untrained - 0.5) < 0.06


def test_what_an_untrained_network_does_too_is_not_named() -> None:
    random = np.random.default_rng(2)
    label = random.random(2000) < 0.5
    trained = random.normal(size=(2000, 3)) + 4.0 * label[:, None]
    found = units.find(trained, trained[:, ::-1], label)
    assert found.score > units.AUC
    assert not found.named


def test_what_holds_on_one_half_only_is_not_named() -> None:
    random = np.random.default_rng(3)
    count = random.random(1000) * 10
    values = random.normal(size=(1000, 2))
    values[:500, 1] = count[:500]
    found = units.find(values, random.normal(size=(1000, 2)), count)
    assert (found.unit, found.found) == (1, pytest.approx(1.0))
    assert abs(found.score) < 0.2
    assert not found.named


def test_a_unit_that_counts_down_is_named() -> None:
    random = np.random.default_rng(4)
    count = np.arange(1000) % 50.0
    values = random.normal(size=(1000, 3))
    values[:, 0] = -0.1 * count + 0.2 * random.normal(size=1000)
    found = units.find(values, random.normal(size=(1000, 3)), count)
    assert (found.unit, found.sign, found.named) == (0, -1, True)
    assert found.score > 0.95
