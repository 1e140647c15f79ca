"""English → French: every generated pair keeps the rules, uses the tables, and stays on its side of the split."""

from __future__ import annotations

from random import Random

import pytest

from lstm_core.tokenizer import tokenize
from training.pairs import END, Pair, table
from training.tasks import french
from training.tasks.french_lexicon import ADJECTIVES, NOUNS
from training.tasks.french_spelling import CONTRACTS, ELIDES, VOWELS
from training.tasks.french_vocabulary import english_words, french_words

GENDER = {noun.french: noun.gender for noun in NOUNS}


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    random = Random(5)
    return [french.pair(random) for _ in range(30_000)]


def test_every_french_sentence_keeps_the_rules_of_spelling(pairs: list[Pair]) -> None:
    for pair in pairs:
        words = pair.target
        for word, following in zip(words, (*words[1:], "."), strict=True):
            vowel = following[0] in VOWELS
            assert not (word in ELIDES and vowel), words
            assert not (word in ELIDES.values() and not vowel), words
            assert (word, following) not in CONTRACTS, words
            if word in ("ma", "ta", "sa", "beau", "vieux", "nouveau") and vowel:
                assert following not in GENDER, words  # mon école, un vieil homme
        assert ("ne" in words or "n'" in words) == bool({"pas", "jamais", "plus"} & set(words)), words


def test_articles_agree_with_their_nouns(pairs: list[Pair]) -> None:
    plural = {noun.french_plural for noun in NOUNS if noun.french_plural} - set(GENDER)
    before = {form for adjective in ADJECTIVES if adjective.before for form in (*adjective.forms, adjective.vowel)}
    seen = 0
    for pair in pairs:
        for k, word in enumerate(pair.target):
            rest = [later for later in pair.target[k + 1 :] if later not in before]
            if word in ("un", "une", "cette", "cet") and rest[0] in GENDER:
                assert GENDER[rest[0]] == ("f" if word in ("une", "cette") else "m"), pair.target
                seen += 1
            elif word in ("les", "ces", "mes", "nos", "deux", "quatre") and rest[0] in GENDER | dict.fromkeys(plural):
                assert rest[0] in plural, pair.target
                seen += 1
    assert seen > 5000


def test_english_is_as_the_tokenizer_gives_it_and_means_one_thing(pairs: list[Pair]) -> None:
    sources, outputs = table(english_words()), table(french_words())
    meant: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        assert all(word.casefold() in sources for word in pair.source)
        assert all(word in outputs for word in pair.target)
        assert meant.setdefault(" ".join(pair.source).casefold(), pair.target) == pair.target
    for pair in pairs[:3000]:
        text = " ".join(pair.source).replace(" 's", "'s").replace(" .", ".")
        assert tuple(tokenize(text)) == pair.source


def test_every_word_of_the_tables_is_used(pairs: list[Pair]) -> None:
    random = Random(6)
    more = pairs + [french.pair(random) for _ in range(30_000)]
    assert {word for pair in more for word in pair.source} == set(english_words())
    assert set(french_words()) - {word for pair in more for word in pair.target} <= {
        END,
        "parties",
        "restées",
        "venues",
    }


def test_a_held_out_sentence_is_in_no_training_pair(pairs: list[Pair]) -> None:
    bare = lambda words: " ".join(words).rstrip(" .?").casefold()  # noqa: E731
    random = Random(7)
    held_out = [french.pair(random, held_out=True) for _ in range(3000)]
    assert not {bare(pair.target) for pair in pairs} & {bare(pair.target) for pair in held_out}
    assert not {bare(pair.source) for pair in pairs} & {bare(pair.source) for pair in held_out}
    assert len({bare(pair.target) for pair in held_out}) > 2500
