"""Specs: whatever is not refused when it is read can be built and run."""

import json
from dataclasses import asdict
from itertools import product
from typing import Any

import pytest

from lstm_core.errors import WeightsError
from lstm_core.models import ARCHITECTURES, build, read_spec, shapes_of, write_spec
from lstm_core.models.spec import READS, TASKS
from tests.core.cell_checks import KINDS, LETTERS, random_params, small_spec

TEXTS = {"words": "dog cat ox", "letters": "dog", "numbers": "3 4 5"}
CHOICES = {
    "task": TASKS,
    "reads": READS,
    "letters": (None, asdict(LETTERS)),
    "outputs": ((), ("⏹", "x")),
    "layers": (1, 2),
}


@pytest.mark.parametrize("architecture", [made.name for made in ARCHITECTURES])
def test_every_combination_is_refused_or_runs(architecture: str) -> None:
    taken: set[str] = set()
    for chosen in product(*CHOICES.values()):
        given: dict[str, Any] = write_spec(small_spec(units=3)) | {
            "architecture": architecture,
            "vocabulary": ("dog", "d"),
        }
        given |= dict(zip(CHOICES, chosen, strict=True))
        try:
            spec = read_spec(given)
        except WeightsError:
            continue
        trace = build(spec, random_params(shapes_of(spec), 1, "float32")).trace(TEXTS[spec.reads])
        assert len(trace) >= 3
        taken.add(f"{spec.task} on {spec.reads}")
    one_by_one = {"next-word on words", "next-letter on letters", "forecast on numbers"}
    assert (
        taken
        == {
            "vanilla": one_by_one,
            "stacked": one_by_one,
            "cnn_lstm": {"next-word on words"},
            "bidirectional": {"class on words", "class on letters"},
            "encoder_decoder": {"transduce on words", "transduce on letters"},
        }[architecture]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_spec_reads_back_from_its_data(kind: str) -> None:
    spec = small_spec(kind=kind)
    assert read_spec(write_spec(spec)) == spec
    assert read_spec(json.loads(json.dumps(spec.to_dict()))) == spec  # the whole form


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"task": "class"}, "the architecture vanilla does not do class on words"),
        ({"reads": "letters"}, "the architecture vanilla does not do next-word on letters"),
        ({"layers": 2}, "the architecture vanilla has one layer, not 2"),
        ({"architecture": "cnn_lstm", "letters": None}, "a cnn_lstm needs letters"),
        ({"reads": "letters", "task": "next-letter"}, "letters are for words that its table lacks"),
        ({"architecture": "bidirectional", "task": "class"}, "a model for class needs outputs"),
        ({"architecture": "stacked", "layers": 0}, "“layers” is 0"),
        ({"architecture": "stacked", "layers": True}, "“layers” is True"),
        ({"vocabulary": ()}, "the vocabulary is empty"),
        ({"vocabulary": ("dog", "Dog")}, "“vocabulary” holds a word twice"),
        ({"task": "sing"}, "its task “sing” is none of next-word"),
        ({"reads": "books"}, "its reads “books” is none of words"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(WeightsError, match=why):
        read_spec(write_spec(small_spec()) | changed)


def test_letters_may_differ_in_their_case_alone() -> None:
    spec = write_spec(small_spec(kind="vanilla-letters")) | {"vocabulary": ("a", "A")}
    assert read_spec(spec).vocabulary == ("a", "A")
