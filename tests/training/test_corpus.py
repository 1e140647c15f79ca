"""The corpus: causes are where they are said to be, and nothing held out is in training."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from lstm_core.tokenizer import tokenize
from training import batches
from training.config import ReaderConfig, read
from training.corpus import cities, mix, short, text
from training.corpus.compared import compared
from training.corpus.country import country, no_place
from training.corpus.document import Document, is_held_out, pick
from training.corpus.facts import fact, facts
from training.corpus.heads import head
from training.corpus.intros import intro
from training.corpus.kept_out import is_made
from training.corpus.people import MEN, WOMEN, Person
from training.corpus.phrases_short import ACTS, CUES, PREPOSITIONS
from training.corpus.places import CITIES, ENGLISH_PLACES, LANGUAGE_OF, LANGUAGES, PEOPLES

PEOPLE_OF = {people: language for language, names in PEOPLES.items() for people in names}
ROOT = Path(__file__).resolve().parent.parent.parent
LINES = [
    "The kettle is on the stove.", "Nobody saw the small red bird.", "It rains.",
    "We were late for the last train home.",
    "She lost her keys.", "Paris is lovely in spring.",
    "A door opened and closed again somewhere below.",
    "Is there any tea left?", "The lamp on the table was broken.", "You can not please everyone all of the time.",
    "I like it.", "They sold the boat.", "Time flies like an arrow.", "This is the end of the road for us.",
]  # fmt: skip


@pytest.fixture
def fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> text.Sentences:
    folder = tmp_path / "common-voice-sentences"
    folder.mkdir()
    (folder / "own.txt").write_text("\n".join(LINES * 2), encoding="utf-8")
    monkeypatch.setattr(text, "HELD_OUT", 2)
    training, held_out = text.load(tmp_path)
    assert len(training.all) + len(held_out.all) == len({line for line in LINES if len(line) > 12})
    assert not [words for words in held_out.all if words in training.all]
    return training


def language_of(words: list[str], last: int) -> str | None:
    """The language of the place, or of the people, whose name ends at ``last``."""
    names = [" ".join(words[last - n : last + 1]) for n in range(6) if n <= last]
    known = dict.fromkeys(ENGLISH_PLACES, "English") | PEOPLE_OF | LANGUAGE_OF
    return next((known[name] for name in reversed(names) if name in known), None)


def test_a_language_follows_its_place_at_the_distance_asked_for(fill) -> None:
    random, seen = Random(1), 0
    for _ in range(300):
        document = country(random, fill, 20, distance=20, mistyped=False)
        mark = document.marks[0]
        assert document.words[mark.position] == mark.answers[0]
        assert language_of(document.words, mark.cause) == mark.answers[0]
        seen += mark.distance == 20
    assert seen > 100


def test_nothing_but_the_place_tells_the_language(fill) -> None:
    random = Random(2)
    telling = {place.split()[-1].lower() for place in LANGUAGE_OF} | {name.lower() for name in LANGUAGES}
    for _ in range(300):
        document = country(random, fill, 30, mistyped=False)
        mark = document.marks[0]
        between = document.words[mark.cause + 1 : mark.position]
        assert not {word.lower() for word in between} & telling


def test_without_a_place_no_place_is_named(fill) -> None:
    random = Random(3)
    languages = {name.lower() for name in LANGUAGES}
    for _ in range(200):
        document = no_place(random, fill, 20)
        before = " ".join(document.words[: document.marks[0].position])
        assert not [place for place in LANGUAGE_OF if f" {place} " in f" {before} "]
        assert not languages & set(before.lower().split())


def test_a_capital_is_told(fill, monkeypatch) -> None:
    monkeypatch.setattr(cities, "TOLD", 1.0)
    random, told = Random(3), set()
    for _ in range(1500):
        words = [word for word in cities.city(random, fill, 20).words if word != "the"]
        told.add(" ".join(words))
    assert any("of Spain is Madrid ." in text or "of Spain was Madrid ." in text for text in told)
    assert any(text.startswith("Rome is ") and text.endswith(" of Italy .") for text in told)
    assert not [text for text in told if "Sydney" in text and "capital" in text]


def test_a_city_follows_its_country(fill, monkeypatch) -> None:
    monkeypatch.setattr(cities, "TOLD", 0.0)
    random = Random(3)
    for _ in range(200):
        document = cities.city(random, fill, 20)
        mark = document.marks[0]
        assert document.words[mark.position] in mark.answers
        countries = tuple(name for name, cities in CITIES.items() if mark.answers == cities)
        told = " ".join(document.words[: mark.cause + 1])
        language = LANGUAGE_OF.get(countries[0], "English")
        assert told.endswith(countries) or PEOPLE_OF[document.words[mark.cause]] == language


def test_everyday_facts_are_answered_and_marked(fill) -> None:
    random, kept, learned = Random(3), set(), set()
    for _ in range(1500):
        learned.add(fact(random, held_out=False)[0])
        kept.add(fact(random, held_out=True)[0])
    assert not kept & learned
    for _ in range(100):
        document = facts(random, fill, 20)
        assert all(document.words[mark.position] == mark.answers[0] for mark in document.marks)
        assert document.words[-1] in '.?!…"'


def test_the_second_of_two_people_is_the_one_that_is_meant(fill) -> None:
    random = Random(3)
    for _ in range(200):
        document = compared(random, fill, 20)
        mark = document.marks[0]
        name = document.words[mark.cause]
        if name in WOMEN or name in MEN:
            both = document.words[mark.cause - 1] == "and"
            assert mark.answers[0] == ("they" if both else "she" if name in WOMEN else "he")


@pytest.mark.parametrize(
    ("kept", "let"),
    [
        ("the clouds are in the sky .", "the clouds drifted across the sky ."),
        ("I grew up in Peru . I still have a home in Lima", "Anna grew up in Peru . she has a home in Lima"),
        ("He grew up in Germany .", "She grew up in Germany ."),
        ("Tom is a year older than Anna . Anna is Polish . Yesterday she slept", "Tom is older than Anna ."),
    ],
)  # fmt: skip
def test_what_the_readers_are_asked_is_never_made(kept: str, let: str) -> None:
    assert is_made(tokenize(kept))
    assert not is_made(tokenize(let))


@pytest.mark.parametrize(
    "family", [family for family in mix.FAMILIES if family is not short.real], ids=lambda family: family.__name__
)
def test_no_document_is_of_what_is_kept_out(family, fill, monkeypatch) -> None:
    monkeypatch.setattr(mix, "FAMILIES", {family: 1.0})
    random = Random(9)
    assert not any(is_made(mix.document(random, fill, 30).words) for _ in range(300))


def test_the_pronoun_is_that_of_the_newest(fill) -> None:
    random = Random(4)
    for _ in range(200):
        document = short.pronoun(random, fill, 30)
        for mark in document.marks:
            assert document.words[mark.position] in mark.answers
            assert mark.cause < mark.position
        assert [mark.cause for mark in document.marks] == sorted(mark.cause for mark in document.marks)


@pytest.mark.parametrize("compose", [intro, head], ids=["intro", "head"])
def test_training_and_held_out_compositions_are_disjoint(compose) -> None:
    random = Random(3)
    kept, trained = ({compose(random, held_out)[1] for _ in range(400)} for held_out in (True, False))
    assert not kept & trained
    assert all(is_held_out(template) for template in kept)
    assert not any(is_held_out(template) for template in trained)
    assert min(len(kept), len(trained)) > 100


def test_training_and_held_out_phrases_are_disjoint() -> None:
    for options in (ACTS, CUES, PREPOSITIONS):
        kinds = [{pick(Random(seed), options, held_out) for seed in range(400)} for held_out in (False, True)]
        assert kinds[1]
        assert not kinds[0] & kinds[1]


@pytest.mark.parametrize("family", mix.FAMILIES, ids=lambda family: family.__name__)
def test_every_word_is_a_token(family, fill) -> None:
    random = Random(5)
    for _ in range(60):
        words = family(random, fill, 20).words
        assert words
        assert all(tokenize(word) == [word] for word in words)


def test_verbs_and_pronouns_agree() -> None:
    we, anna = Person("We", "we", "our", "us"), Person("Anna", "she", "her", "her")
    assert we.fill("P ~speak fluent") == "we speak fluent"
    assert we.fill("N ~was born in @") == "we were born in @"
    assert Person("I", "I", "my", "me").fill("P ~be fluent in") == "I am fluent in"
    assert anna.fill("N ~study with S mother", "Anna") == "Anna studies with her mother"
    assert anna.fill("everyone around O ~speak", like="he") == "everyone around her speaks"
    assert anna.fill("people ~speak to O", like="they") == "people speak to her"


def test_filler_has_exactly_its_length(fill) -> None:
    random = Random(6)
    for count in (0, 1, 2, 3, 4, 8, 9, 13, 40):
        assert len(fill.exactly(random, count)) == count


def test_a_batch_asks_for_the_word_after() -> None:
    entries = read(ROOT / "training" / "configs" / "reader-32.toml")
    read_as = ReaderConfig(**{key: value for key, value in entries.items() if key != "kind"})
    config = replace(read_as, ordinary=1.0, emphasis={})
    document = Document().say("the old cat").target("sleeps", "number", 2)
    ids = {"the": 0, "old": 1, "sleeps": 2}
    batch = batches.encode(
        [document, Document().say("the old old old old old old old old")], ids, config, Random(0), 5.0
    )
    rows = zip(batch.at_t, batch.at_b, batch.target, batch.weight, strict=True)
    places = {(t, b): (target, weight) for t, b, target, weight in rows}
    assert places[(2, 0)] == (2, 5.0 * batches.WEIGHTS["number"])
    assert batch.ids[2, 0] < 0, "a word that the table lacks is read by its letters"
    assert batch.spelled[-1 - batch.ids[2, 0]] == "cat"
    assert (1, 0) not in places, "and is never asked for"
    own = batches.encode([document], ids, replace(config, emphasis={"number": 0.7}), Random(0), 5.0)
    assert own.weight[-1] == np.float32(3.5)


def test_mistyped_words_keep_their_first_letter() -> None:
    random = Random(8)
    for word in ("France", "Tokyo", "Peru"):
        for _ in range(100):
            wrong = text.mistype(random, word)
            assert wrong[0] == word[0]
            assert abs(len(wrong) - len(word)) <= 1
