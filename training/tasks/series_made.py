"""Series made by rule: waves, seasons, noise that remembers, walks; to learn from, and some to show.

Each maker gives values (T,) of no unit; ``series`` puts them on any scale.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

import numpy as np

from lstm_core.functional import Array

Maker = Callable[[Random, int], Array]


def _noise(random: Random, length: int, scale: float) -> Array:
    return np.array([random.gauss(0, scale) for _ in range(length)])


def sine(random: Random, length: int) -> Array:
    """A wave of 6 to 60 steps, with a little noise."""
    t = np.arange(length)
    period, phase = random.uniform(6, 60), random.uniform(0, 2 * math.pi)
    return np.sin(2 * math.pi * t / period + phase) + _noise(random, length, random.choice([0, 0.05, 0.1, 0.2]))


def beat(random: Random, length: int) -> Array:
    """Two waves at once."""
    return sine(random, length) + random.uniform(0.3, 0.8) * sine(random, length)


def season(random: Random, length: int) -> Array:
    """A pattern of 4 to 24 steps that comes again and again, on a straight rise or fall."""
    period = random.choice([4, 5, 7, 10, 12, 12, 12, 24])
    pattern = np.array([random.gauss(0, 1) for _ in range(period)])
    smooth = random.random() < 0.6
    if smooth:
        pattern = (np.roll(pattern, 1) + 2 * pattern + np.roll(pattern, -1)) / 4
    rise = random.choice([0, 0, random.gauss(0, 0.05)])
    return np.resize(pattern, length) + rise * np.arange(length) + _noise(random, length, random.choice([0, 0.1, 0.3]))


def _remembering(random: Random, weights: tuple[float, ...], length: int) -> Array:
    """AR noise, after 100 steps that are dropped."""
    values = [0.0] * len(weights)
    for _ in range(length + 100):
        past = reversed(values[-len(weights) :])
        values.append(sum(w * v for w, v in zip(weights, past, strict=True)) + random.gauss(0, 1))
    return np.array(values[-length:])


def drifting(random: Random, length: int) -> Array:
    """AR(1) noise: what is high stays high for a while."""
    return _remembering(random, (random.uniform(0.2, 0.95),), length)


def cycle(random: Random, length: int) -> Array:
    """AR(2) noise with waves of 4 to 40 steps whose height and phase wander, as sunspots do."""
    r, period = random.uniform(0.85, 0.99), random.uniform(4, 40)
    return _remembering(random, (2 * r * math.cos(2 * math.pi / period), -r * r), length)


def walk(random: Random, length: int) -> Array:
    """A random walk, with or without a drift: nothing beats its last value by much."""
    return np.cumsum(_noise(random, length, 1) + random.choice([0, 0, 0.3, -0.3]))


def saw(random: Random, length: int) -> Array:
    """Rises evenly, falls at once."""
    period = random.randint(5, 30)
    teeth = (np.arange(length) + random.randrange(period)) % period / period
    return random.choice([1, -1]) * teeth + _noise(random, length, random.choice([0, 0.02, 0.05]))


MAKERS: dict[Maker, float] = {sine: 2, beat: 1.5, season: 2, drifting: 1, cycle: 2, walk: 0.5, saw: 1}


def made(random: Random, length: int) -> Array:
    """A series of ``length`` values by one of the makers."""
    return random.choices(list(MAKERS), list(MAKERS.values()))[0](random, length)


def shown() -> dict[str, Array]:
    """Series of our own that may be shown anywhere, the same at each call: name → values (T,), two decimals."""
    t = np.arange(72)
    random = Random(2026)
    found = {
        "a wave with noise": 20 + 8 * np.sin(2 * math.pi * t / 12) + _noise(random, 72, 1),
        "a wave on a rise": 100 + 0.6 * t + 10 * np.sin(2 * math.pi * t / 18),
        "a fading wave": 50 + 30 * np.exp(-t / 40) * np.cos(2 * math.pi * t / 9),
        "a saw": 1.0 * (t % 8),
        "a cycle that wanders": 60 + 4 * _remembering(random, (1.6, -0.9), 72),
        "a random walk": 200 + np.cumsum(_noise(random, 72, 2)),
    }
    return {name: np.round(values, 2) for name, values in found.items()}
