"""The scores of letters and of sentiment on tiny texts: each figure is what its parts give."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from lstm_core.models import LettersSpec, Model, build, uniform
from lstm_core.models.first_weights import first_weights
from training import letters, sentiment
from training.scores import classifiers
from training.scores import letters as scored
from training.tasks import shakespeare, units
from training.tasks.ngram import NGram
from training.tasks.sentiment import Example

PLAY = "\n\n".join(
    f"{name}:\nI say no. Do you?\nWe do it all so." for name in ("ANN", "BOB", "EVE", "ANN", "EVE", "BOB")
)


def reader() -> Model:
    spec = uniform(
        name="small", task="next-letter", architecture="vanilla", cell="lstm", units=4, embedding=3,
        vocabulary=shakespeare.symbols(PLAY), reads="letters",
    )  # fmt: skip
    return build(spec, first_weights(spec, 1))


def test_units_are_found_among_all_states_and_beside_an_untrained_network() -> None:
    model = reader()
    found = scored.named_units(model, PLAY)
    labels = shakespeare.labels(PLAY)
    assert set(found) == set(labels)
    ids = shakespeare.encode(PLAY, model.spec.vocabulary)
    both = [letters.states_of(model.composition, model.params, ids, state) for state in ("h", "c")]
    other = first_weights(model.spec, scored.UNTRAINED)
    before = np.concatenate([letters.states_of(model.composition, other, ids, state) for state in ("h", "c")], axis=1)
    best = units.find(np.concatenate(both, axis=1), before, labels["name"])
    said = found["name"]
    assert said == {
        "state": "hc"[best.unit // 4], "unit": best.unit % 4, "sign": best.sign,
        "auc": best.score, "untrained": best.untrained, "named": best.named,
    }  # fmt: skip
    half = len(ids) // 2
    column = said["sign"] * both["hc".index(said["state"])][half:, [said["unit"]]]
    assert said["auc"] == pytest.approx(units.auc(column, labels["name"][half:])[0], abs=1e-12)
    place = found["position"]
    column = both["hc".index(place["state"])][half:, [place["unit"]]]
    assert place["r"] == pytest.approx(units.correlation(column, labels["position"][half:])[0], abs=1e-12)
    assert "auc" not in place


def test_bits_stand_beside_those_of_counting(tmp_path: Path) -> None:
    (tmp_path / "tinyshakespeare.txt").write_text(PLAY * 3, encoding="utf-8")
    training, held_out = shakespeare.load(tmp_path)
    model = reader()
    known, asked = (shakespeare.encode(text, model.spec.vocabulary) for text in (training, held_out))
    found = scored.score(model, tmp_path)
    assert found["bits_a_letter_5_gram"] == NGram(known, 5, len(model.spec.vocabulary)).bits(asked)
    assert found["bits_a_letter"] == letters.bits(model.composition, model.params, asked)
    assert found["bits_a_letter_5_gram"] < 1 < found["bits_a_letter"]


@pytest.fixture
def classifier() -> Model:
    spec = uniform(
        name="small", task="class", architecture="bidirectional", cell="lstm", units=4, embedding=3,
        vocabulary=("good", "dull", "not"), letters=LettersSpec("\x02\x03\x01abcdefg", 3, 3, 4),
        outputs=("negative", "positive"),
    )  # fmt: skip
    return build(spec, first_weights(spec, 1))


def test_typed_sentences_are_judged_by_the_answer(classifier, tmp_path: Path, monkeypatch) -> None:
    texts = ["good", "not good at all", "dull", "bad", "a bad cab"]
    said = [classifier.trace(text).answer["text"] for text in texts]
    labels = [*said[:3], *({"negative": "positive", "positive": "negative"}[answer] for answer in said[3:])]
    cases = [{"text": text, "label": label} for text, label in zip(texts, labels, strict=True)]
    (tmp_path / "typed.json").write_text(json.dumps(cases), encoding="utf-8")
    monkeypatch.setattr(classifiers, "TYPED", tmp_path / "typed.json")
    assert classifiers.typed(classifier) == {"right": 3, "of": 5}


def test_a_classifier_is_scored_by_kind_beside_bags_of_words(classifier, monkeypatch) -> None:
    good, dull = Example(("good", "film"), 1), Example(("dull", "film"), 0)
    turned = [Example(("not", "good"), 0), Example(("not", "dull"), 1), good, dull]
    monkeypatch.setattr(sentiment, "examples", lambda *_: {"reviews": [good, dull] * 5, "own": turned})
    found = classifiers.score(classifier, Path())
    assert found["film_reviews_bag_of_words"] == 1.0
    assert found["negations_and_contrasts_bag_of_words"] < 1.0
    assert found["film_reviews"] == sentiment.accuracy(classifier.spec, classifier.params, [good, dull])
    assert found["negations_and_contrasts"] == sentiment.accuracy(classifier.spec, classifier.params, turned)
    assert found["typed"]["of"] == 30
