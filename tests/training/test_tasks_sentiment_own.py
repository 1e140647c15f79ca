"""Our own verdicts: labels that follow from frame and words, splits that share no clause."""

from __future__ import annotations

import re
from random import Random

import pytest

from lstm_core.tokenizer import tokenize
from training.tasks import sentiment_own as own
from training.tasks import sentiment_words as words
from training.tasks.sentiment import PARTS, part


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """One word on each side, and no word around."""
    monkeypatch.setattr(words, "LEXICON", {
        "A": (("dull",), ("fun",)), "B": (("dull",), ("fun",)), "N": (("bore",), ("hit",)), "Q": (("flaws",), ("wit",)),
        "V": (("hated:hate",), ("loved:love",)),
    })  # fmt: skip
    for name in ("SINGULAR", "PLURAL"):
        monkeypatch.setattr(words, name, ("it",))
    monkeypatch.setattr(words, "THINGS", ("idea",))
    monkeypatch.setattr(words, "DEGREES", ("",))
    monkeypatch.setattr(own, "part", lambda _: "training")


def said(make, label: int) -> set[str]:
    random = Random(1)
    return {re.sub(r"\b(was|are|were)(?=\b|n't)", "is", make(random, label, "training")) for _ in range(9000)}


@pytest.mark.usefixtures("bare")
def test_negations_turn_the_side_of_their_words_round() -> None:
    good, bad = said(own.negation, 1), said(own.negation, 0)
    assert {"it isn't dull", "it is far from a bore", "I never hated it", "it is without flaws"} <= good
    assert {
        "it isn't fun",
        "it is no hit",
        "nobody loved it",
        "it has no wit",
        "it isn't a fun idea",
        "no fun idea",
    } <= bad
    assert {"it is not without wit", "it could not be more fun"} <= good, "a negation undone"
    assert {"it is not without flaws", "it could not be more dull"} <= bad
    assert {"it is free of flaws", "it is too short to be dull"} <= good
    assert {"it lacks wit", "it is too long to be fun"} <= bad
    assert not {"it lacks flaws", "it fails to be dull", "it is too long to be dull"} & (good | bad)
    assert not good & bad


@pytest.mark.usefixtures("bare")
def test_plain_verdicts_mean_what_they_say() -> None:
    good, bad = said(own.plain, 1), said(own.plain, 0)
    assert {"what a hit", "I loved it", "it is full of wit", "a fun idea"} <= good
    assert {"what a bore", "we all hated it", "it has plenty of flaws", "I hate this idea"} <= bad
    assert not [text for text in good if re.search("dull|bore|flaws|hate", text)]
    assert not [text for text in bad if re.search(r"fun|hit\b|wit\b|love", text)]


@pytest.mark.usefixtures("bare")
def test_in_a_contrast_the_side_that_counts_wins() -> None:
    good, bad = said(own.contrast, 1), said(own.contrast, 0)
    assert {"it is less dull than fun", "I expected to hate it , but I loved it", "once dull , now fun"} <= good
    assert {
        "I hoped to love it and hated it instead",
        "it is dull rather than fun",
        "it sounds fun , yet it is dull",
    } <= bad
    assert {"it is dull , but I loved it", "it isn't fun , but I loved it", "it is dull , but it is fun"} <= good
    assert {"it is fun , but I hated it", "it is fun , but it isn't fun"} <= bad
    assert not good & bad


@pytest.mark.usefixtures("bare")
def test_a_before_a_vowel() -> None:
    assert "what an idea" not in said(own.plain, 1)
    assert own._fill(Random(0), "a <n> a hit a old one") == "an idea a hit an old one"


def clauses(split: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The keys of all clauses that went into some hundreds of examples."""
    kept: set[str] = set()

    def note(key: str) -> str:
        if part(key) == split:
            kept.add(key)
        return part(key)

    monkeypatch.setattr(own, "part", note)
    own.examples(split, 600, 1)
    return kept


def test_splits_share_no_clause_and_no_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [clauses(split, monkeypatch) for split in PARTS]
    assert min(len(keys) for keys in found) > 200
    assert not found[0] & found[1] and not found[0] & found[2] and not found[1] & found[2]
    texts = [{example.words for example in own.examples(split, 600, seed)} for seed, split in enumerate(PARTS)]
    assert not texts[0] & texts[1] and not texts[0] & texts[2] and not texts[1] & texts[2]


def test_every_telling_word_of_the_test_is_in_training() -> None:
    training = {word.casefold() for example in own.examples("training", 20000, 1) for word in example.words}
    held_out = {word.casefold() for example in own.examples("test", 1000, 2) for word in example.words}
    assert not held_out - training


def test_examples_are_balanced_whole_and_repeat() -> None:
    for split in PARTS:
        found = own.examples(split, 1500, 7)
        assert found == own.examples(split, 1500, 7)
        assert 0.46 < sum(example.label for example in found) / len(found) < 0.54
        for example in found:
            assert not set("<>|:") & set(" ".join(example.words)), example.words
            assert tuple(tokenize(" ".join(example.words))) == example.words


def test_sayings_are_for_training_only() -> None:
    with pytest.raises(ValueError, match="training only"):
        own.idiom(Random(1), 1, "test")


def test_both_sides_have_words_and_none_has_two() -> None:
    for slot in ("B", "N", "Q", "V"):
        blame, praise = words.LEXICON[slot]
        assert len(set(blame)) == len(blame) and len(set(praise)) == len(praise)
        assert not set(blame) & set(praise)
