"""Sentiment: splits that do not touch, batches as the model reads a typed text."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest

from lstm_core.tokenizer import WordTokenizer
from training.tasks import sentiment
from training.tasks.sentiment import Example

TYPED = Path(__file__).resolve().parent.parent / "typed" / "sentiment.json"
WORDS = ("a", "b", "good", "well-made", "dull", ".")


@pytest.fixture
def tokenizer() -> WordTokenizer:
    return WordTokenizer(WORDS)


def test_reviews_are_split_by_their_words_alone(tmp_path: Path) -> None:
    folder = tmp_path / "sentence-polarity"
    folder.mkdir()
    good = [f"a good one , number {n} ." for n in range(299)] + ["that\x92s a good one"]
    bad = [f"a dull one , number {n} ." for n in range(300)]
    (folder / "rt-polarity.pos").write_text("\n".join([*good, good[0] + "  "]), encoding="utf-8")
    (folder / "rt-polarity.neg").write_text("\n".join(reversed(bad)), encoding="utf-8")
    found = sentiment.reviews(tmp_path)
    every = [example for part in sentiment.PARTS for example in found[part]]
    assert len(every) == len(set(every)) == 600, "the one that stands twice counts once"
    assert all(("good" in words) == label for words, label in every)
    assert (("that", "'s", "a", "good", "one"), 1) in every
    assert 30 <= len(found["test"]) <= 90
    assert 30 <= len(found["validation"]) <= 90
    assert all(sentiment.part(" ".join(words)) == part for part in sentiment.PARTS for words, _ in found[part])


def test_pros_and_cons_lose_their_marks(tmp_path: Path) -> None:
    folder = tmp_path / "pros-cons"
    folder.mkdir()
    (folder / "IntegratedPros.txt").write_text("<Pros>Easy to use</Pros>\n\t<Pros>Great</Pros>\n", encoding="utf-8")
    (folder / "IntegratedCons.txt").write_text("<Cons>it is slow</Cons>\n<Cons>it is slow</Cons>\n", encoding="utf-8")
    assert sentiment.pros_cons(tmp_path) == [Example(("it", "is", "slow"), 0), Example(("Easy", "to", "use"), 1)]


def test_the_vocabulary_has_the_commonest_words() -> None:
    examples = [Example(("The", "dull", "one"), 0), Example(("the", "the", "dull"), 0)]
    assert sentiment.vocabulary(examples, 5) == ("the", "dull")
    assert sentiment.vocabulary(examples, 1) == ("the",)


def test_a_batch_reads_what_the_table_lacks_by_its_letters(tokenizer) -> None:
    batch = sentiment.encode(
        [Example(("A", "well-made", "film"), 1), Example(("dull", "."), 0), Example(("ill-made", "Film"), 0)], tokenizer
    )
    np.testing.assert_array_equal(batch.ids.T, [[0, 3, -1, 0], [4, 5, 0, 0], [-2, -3, -4, -1]])
    assert batch.spelled == ["film", "ill", "-", "made"]
    np.testing.assert_array_equal(batch.lengths, [3, 2, 4])
    np.testing.assert_array_equal(batch.target, [1, 0, 0])


def test_batches_repeat_and_keep_the_shares(tokenizer) -> None:
    sources = {
        "one": ([Example(("good",) * n, 1) for n in range(1, 9)], 3.0),
        "two": ([Example(("dull",) * n, 0) for n in range(1, 9)], 1.0),
    }

    def made(seed: int) -> list[sentiment.ClassBatch]:
        return [*sentiment.batches(sources, tokenizer, 30, 8, seed, spelled=0.0, mistyped=0.0)]

    batches = made(1)
    assert len(batches) == 30
    assert all(len(batch.target) == 8 for batch in batches)
    assert 0.65 < np.mean([batch.target.mean() for batch in batches]) < 0.85
    for batch in batches:
        assert ((batch.ids[0] == 2) == batch.target).all()
        assert np.ptp(batch.lengths) <= 3, "those of a length stand together"
    assert all(np.array_equal(a.ids, b.ids) for a, b in zip(batches, made(1), strict=True))
    assert not all(np.array_equal(a.ids, b.ids) for a, b in zip(batches, made(2), strict=False))


def test_a_share_of_the_known_words_is_spelled(tokenizer) -> None:
    batch = sentiment.encode([Example(("good",) * 1000, 1)], tokenizer, Random(1), spelled=0.2)
    assert 150 < (batch.ids == -1).sum() < 250
    assert batch.spelled == ["good"]


def test_the_typed_list_is_whole() -> None:
    cases = json.loads(TYPED.read_text(encoding="utf-8"))
    assert len(cases) == len({case["text"] for case in cases}) == 30
    assert all(set(case) == {"text", "label"} for case in cases)
    assert [case["label"] for case in cases].count("positive") == 15
    assert {case["label"] for case in cases} == set(sentiment.CLASSES)
