"""aⁿbⁿ: batches by hand, and what counts as counting."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from training.pairs import END
from training.tasks import counter


def perfect(text: str) -> list[str]:
    """Says what is right after each letter of a word or of its beginning."""
    said = []
    for k in range(1, len(text) + 1):
        a, b = text[:k].count("a"), text[:k].count("b")
        said.append("a" if b == 0 else "b" if b < a else END)
    return said


def test_a_word_and_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counter, "is_held_out", lambda n: n not in (1, 3))
    batch = counter.batch(Random(3), 8, longest=3)
    numbers = {int(n): b for b, n in enumerate((batch.weight > 0).sum(axis=0) // 2)}
    assert set(numbers) == {1, 3}
    one, three = numbers[1], numbers[3]
    a, b, end = range(3)
    assert batch.inputs[:, three].tolist() == [a, a, a, b, b, b]
    assert batch.targets[:, three].tolist() == [a, a, b, b, b, end]
    assert np.allclose(batch.weight[:, three], [0.1, 0.1, 0.1, 1, 1, 1])
    assert batch.inputs[:2, one].tolist() == [a, b]
    assert batch.targets[:2, one].tolist() == [b, end]
    assert np.allclose(batch.weight[:, one], [0.1, 1, 0, 0, 0, 0])


def test_training_never_sees_a_held_out_number() -> None:
    random = Random(1)
    seen = {int(n) for _ in range(60) for n in (counter.batch(random, 64).weight > 0).sum(axis=0) // 2}
    assert seen == {n for n in range(1, 51) if n % 7}
    assert [n for n in range(1, 60) if counter.is_held_out(n)] == [7, 14, 21, 28, 35, 42, 49, *range(51, 60)]


def test_what_counting_is() -> None:
    assert all(counter.right(perfect, n) for n in (1, 2, 30))
    assert counter.reach(perfect, 40) == 40
    assert counter.reach(lambda text: perfect(text[:24]) + ["b"] * (len(text) - 24), 40) == 12
    early = {"aabb": ["a", "a", END, END]}
    late = {"aabb": ["a", "a", "b", "b"]}
    amid = {"aabb": ["a", END, "b", END]}
    back = {"aabb": ["a", "a", "a", END]}
    assert not any(counter.right(said.__getitem__, 2) for said in (early, late, amid, back))
    with pytest.raises(ValueError, match="one a or more"):
        counter.word(0)


def test_examples_are_of_its_letters() -> None:
    assert {letter for text in counter.EXAMPLES for letter in text} == {"a", "b"}
    assert any(text == counter.word(7) for text in counter.EXAMPLES)  # a number that training has not seen
