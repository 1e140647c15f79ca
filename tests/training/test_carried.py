"""What units carry: the shipped figures computed again from the sentences' definition, by comparing pair by pair."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

import lstm_core
from lstm_core.models import build
from lstm_core.models.carrying import shown
from lstm_core.models.first_weights import first_weights
from lstm_core.zoo import carried
from training import probes, units

AGAIN = "run python -m training.units"
MODELS = [card for card in lstm_core.models() if card.task == "next-word"]


def follows(rows: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """(H,) the share of pairs with different labels in which the value is higher where the label is."""
    one, other = np.nonzero(labels[:, None] > labels[None])
    found = np.zeros(rows.shape[1])
    for begin in range(0, len(one), 20_000):
        a, b = rows[one[begin : begin + 20_000]], rows[other[begin : begin + 20_000]]
        found += ((a > b) + 0.5 * (a == b)).sum(axis=0)
    return found / len(one)


def test_the_sentences_are_those_of_training() -> None:
    assert carried.SENTENCES.read_text(encoding="utf-8") == units.written(), AGAIN


@pytest.mark.parametrize("card", MODELS, ids=lambda card: card.name)
def test_every_model_of_sentences_was_measured(card: lstm_core.zoo.ModelCard) -> None:
    told = carried.measured(card.name, card.sha256)
    assert [one["name"] for one in told["properties"]] == [one.name for one in carried.properties()], AGAIN
    for one in told["properties"]:
        for layer in told["layers"]:
            assert {len(values) for values in one["layers"][layer["name"]].values()} == {layer["units"]}
        chosen = max(max(values["chosen"]) for values in one["layers"].values())
        assert one["best"]["chosen"] == chosen >= 0.5
    assert carried.measured(card.name, "0" * 64)["properties"] == []


@pytest.mark.parametrize("name", ["reader-32", "compare-gru"])
def test_the_figures_come_from_plain_traces(name: str) -> None:
    """A trace a sentence, the labels read off the file, all pairs compared; the best unit is that of half a."""
    model = lstm_core.load(name)
    told = model.units()
    (layer,) = told["layers"]
    states = {one.text: model.trace(one.text, top=1)[layer["state"]] for one in carried.sentences()}
    for asked, found in zip(carried.properties(), told["properties"], strict=True):
        halves = {}
        for half in "ab":
            rows, labels = [], []
            for one in carried.sentences():
                if (one.half, one.kind) == (half, asked.kind):
                    for t in range(*one.words):
                        rows.append(states[one.text][t])
                        labels.append(t if asked.holds is None else int(one.holds == asked.holds))
            halves[half] = follows(np.array(rows), np.array(labels))
        own = found["layers"][layer["name"]]
        rises = np.array(own["rises"])
        clear = np.abs(halves["a"] - 0.5) > 0.001  # else it is rounded to ½
        assert (rises == (halves["a"] >= 0.5))[clear].all()
        np.testing.assert_allclose(own["chosen"], np.where(rises, halves["a"], 1 - halves["a"]), atol=0.00051)
        np.testing.assert_allclose(own["scored"], np.where(rises, halves["b"], 1 - halves["b"]), atol=0.00051)
        assert found["best"]["chosen"] == pytest.approx(np.abs(halves["a"] - 0.5).max() + 0.5, abs=0.00051)
        assert found["words"] == len(rows)


def test_the_untrained_network_is_measured_alike() -> None:
    model = lstm_core.load("reader-32")
    before = build(model.spec, first_weights(model.spec, units.UNTRAINED))
    asked = carried.property_named("in quotes")
    halves = {}
    for half in "ab":
        mine = [one for one in carried.sentences() if (one.half, one.kind) == (half, asked.kind)]
        rows = np.concatenate([before.trace(one.text, top=1)["c"][slice(*one.words)] for one in mine])
        labels = np.concatenate([[one.holds == "inside"] * (one.words[1] - one.words[0]) for one in mine])
        halves[half] = follows(rows, labels)
    unit = int(np.abs(halves["a"] - 0.5).argmax())
    scored = halves["b"][unit] if halves["a"][unit] >= 0.5 else 1 - halves["b"][unit]
    (told,) = (one for one in model.units()["properties"] if one["name"] == asked.name)
    assert told["untrained"]["scored"] == pytest.approx(scored, abs=0.00051)


def test_the_halves_share_no_sentence_and_no_cause() -> None:
    texts = {half: {one.text for one in carried.sentences() if one.half == half} for half in probes.HALVES}
    assert not texts["a"] & texts["b"]
    for language in probes.PLACES:
        a, b = (set(probes.places(language, half)) for half in probes.HALVES)
        assert a
        assert b
        assert not a & b


def test_where_it_is_measured_the_same_words_stand_whichever_holds() -> None:
    for kind, half in product(("language", "gender", "number", "quotation"), probes.HALVES):
        by: dict[str | None, set[tuple[str, ...]]] = {}
        for one in carried.sentences():
            if (one.kind, one.half) == (kind, half):
                by.setdefault(one.holds, set()).add(tuple(one.text.split()[slice(*one.words)]))
        assert len(by) >= 2
        assert len({frozenset(words) for words in by.values()}) == 1


def test_concordance_by_hand() -> None:
    values = np.array([[1.0], [3.0], [2.0], [2.0]])
    # Of the labels 0, 1, 1, 2: pairs 0<1 (1<3, 1<2 right), 0<2 (1<2 right), 1<2 (3<2 wrong, 2=2 half).
    assert units.concordance(values, np.array([0.0, 1.0, 1.0, 2.0]))[0] == pytest.approx(3.5 / 5)
    assert units.concordance(values, np.array([0.0, 1.0, 0.0, 0.0]))[0] == 1.0
    assert units.best({"x": np.array([0.6, 0.1])}, {"x": np.array([0.9, 0.3])}) == (0.9, 0.7)


def test_the_sentences_that_are_shown_stand_in_pairs() -> None:
    for asked in carried.properties():
        found = list(shown(asked, carried.sentences()))
        assert {one.half for one in found} == {"b"}
        assert len({one.text for one in found}) == len(found)
        if asked.holds is not None:
            assert [one.holds == asked.holds for one in found] == [True, False] * (len(found) // 2)
