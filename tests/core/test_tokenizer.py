"""The tokenizer's rules as tables, and the promises that hold for every text."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_core.errors import GatewalkError, InputError
from lstm_core.tokenizer import Token, WordTokenizer, nfc, normalise, tokenize

SURFACE = {
    # contractions and possessives
    "don't": ["don't"],
    "don’t": ["don't"],
    "don´t": ["don't"],
    "she's": ["she", "'s"],
    "She’s": ["She", "'s"],
    "JOHN'S": ["JOHN", "'S"],
    "dogs' tails": ["dogs", "'", "tails"],
    "rock'n'roll": ["rock'n'roll"],
    "o'clock": ["o'clock"],
    "I'll've": ["I'll've"],
    "the 's end": ["the", "'s", "end"],
    "the letter 's'": ["the", "letter", "'", "s", "'"],
    "'quoted'": ["'", "quoted", "'"],
    # punctuation
    "Yes, no; well: ok? Go!": ["Yes", ",", "no", ";", "well", ":", "ok", "?", "Go", "!"],
    "“a” „b‟ «c»": ['"', "a", '"', '"', "b", '"', '"', "c", '"'],
    "(a) [b]": ["(", "a", ")", "[", "b", "]"],
    "well... or.. or…": ["well", "…", "or", "…", "or", "…"],
    "yes – no — so -- on − 5": ["yes", "-", "no", "-", "so", "-", "on", "-", "5"],
    "U.S.": ["U", ".", "S", "."],
    "a & b + c = $5": ["a", "&", "b", "+", "c", "=", "$", "5"],
    "<b>hi</b>": ["<", "b", ">", "hi", "<", "/", "b", ">"],
    # numbers
    "1,000.50 at 10:30, 3rd.": ["1,000.50", "at", "10:30", ",", "3rd", "."],
    # hyphens: whole without a vocabulary
    "well-known, -x x- a--b": ["well-known", ",", "-", "x", "x", "-", "a", "-", "b"],
    "mother-in-law's": ["mother-in-law", "'s"],
    # Unicode
    "cafe\u0301": ["café"],
    "नमस्ते दुनिया": ["नमस्ते", "दुनिया"],
    "שלום עולם": ["שלום", "עולם"],
    "می‌خواهم": ["می‌خواهم"],
    "it's\u00ad ": ["it", "'s"],
    "soft\u00adhyphen zero\u200bwidth": ["softhyphen", "zero", "width"],
    "\u202eevil\u202c": ["evil"],
    "\u0301": ["\u0301"],
    "👨‍👩‍👧‍👦👍🏽": ["👨‍👩‍👧‍👦", "👍🏽"],
    "🇫🇷🇩🇪": ["🇫🇷", "🇩🇪"],
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!": [
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "!",
    ],
    "❤️1️⃣": ["❤️", "1️⃣"],
    # spaces
    " \t a \u00a0\r\n b \u3000": ["a", "b"],
    "": [],
    "   ": [],
}


@pytest.mark.parametrize("text", SURFACE)
def test_splits_surface(text):
    assert tokenize(text) == SURFACE[text]


VOCABULARY = ["I", "French", "she", "'s", "well-known", "up", "to", "date", "-", "café", "…", '"', "don't"]
WORDS = WordTokenizer(VOCABULARY)
ENCODED = {
    "i FRENCH She": [("i", "I"), ("FRENCH", "French"), ("She", "she")],
    "SHE’S": [("SHE", "she"), ("’S", "'s")],
    "Well-Known": [("Well-Known", "well-known")],
    "well‑known": [("well‑known", "well-known")],
    "up-to-date": [("up", "up"), ("-", "-"), ("to", "to"), ("-", "-"), ("date", "date")],
    "she's-up": [("she", "she"), ("'s", "'s"), ("-", "-"), ("up", "up")],
    "CAFE\u0301": [("CAFE\u0301", "café")],
    "… .. “": [("…", "…"), ("..", "…"), ("“", '"')],
    "DON’T": [("DON’T", "don't")],
}


@pytest.mark.parametrize("text", ENCODED)
def test_finds_words_of_the_vocabulary(text):
    tokens = WORDS.encode(text)
    assert [(token.text, token.word) for token in tokens] == ENCODED[text]
    assert [token.id for token in tokens] == [VOCABULARY.index(word) for _, word in ENCODED[text]]
    assert all(token.known for token in tokens)


def test_tells_what_is_unknown():
    assert WORDS.encode("I zorble 🙂")[1:] == [
        Token("zorble", "zorble", None, False, 2, 8),
        Token("🙂", "🙂", None, False, 9, 10),
    ]


def test_ids_follow_the_vocabulary():
    assert [WORDS.id(word) for word in VOCABULARY] == list(range(len(VOCABULARY)))
    assert WORDS.id("zorble") is None


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b", "\ufeff", "\u00ad \u200e"])
def test_refuses_empty_text(text):
    with pytest.raises(InputError) as refused:
        WORDS.encode(text)
    assert refused.value.code == "empty_text"
    assert refused.value.field == "text"


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x07", "\x1b", "\x7f", "\x85", "\ud800"])
def test_refuses_control_characters(character):
    for read in (WORDS.encode, tokenize):
        with pytest.raises(InputError) as refused:
            read(f"ab{character}c")
        assert refused.value.code == "control_character"
        assert f"U+{ord(character):04X} at position 2" in refused.value.message


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["a"]])
def test_refuses_what_is_no_text(text):
    with pytest.raises(InputError) as refused:
        WORDS.encode(text)
    assert refused.value.code == "not_text"


def test_refuses_a_vocabulary_with_a_word_twice():
    with pytest.raises(InputError) as refused:
        WordTokenizer(["Polish", "up", "polish"])
    assert refused.value.code == "double_word"
    assert "polish" in refused.value.message


def test_reads_ten_thousand_letters_as_one_word():
    word = "a" * 10_000
    assert WORDS.encode(f"I {word}!")[1] == Token(word, word, None, False, 2, 10_002)


def test_reads_ten_thousand_hyphens_and_marks():
    assert len(WORDS.encode("a-" * 10_000)) == 20_000
    assert len(WORDS.encode("a" + "\u00ad" * 10_000 + "b")) == 1
    assert [token.end for token in WORDS.encode("e" + "\u0301" * 10_000)] == [10_001]


INTERESTING = st.sampled_from("aSs'’-‑–.…,:1٣é\u0301\u200d\u200c\u00ad\u200b\u202e 👍🏽❤\ufe0f🇫🇷א你\t\n“\"<`")
TEXTS = st.one_of(
    st.text(INTERESTING, max_size=30),
    st.text(max_size=30),
    st.text(st.characters(exclude_categories=["Cc", "Cs"])),
)


def _read(text):
    try:
        return WORDS.encode(text)
    except GatewalkError:
        return []


@given(TEXTS)
def test_loses_nothing(text):
    tokens = _read(text)
    gaps, at = [], 0
    for token in tokens:
        assert token.text == text[token.start : token.end] != ""
        gaps.append(text[at : token.start])
        at = token.end
    gaps.append(text[at:])
    if tokens:
        visible = {c for gap in gaps for c in gap if not c.isspace() and unicodedata.category(c) not in ("Cf", "Mn")}
        assert not visible
        assert "".join(gap + token.text for gap, token in zip(gaps, tokens, strict=False)) + gaps[-1] == text


@given(TEXTS)
def test_tokens_joined_by_spaces_are_the_same_tokens(text):
    try:
        words = tokenize(text)
    except InputError:
        return
    assert tokenize(" ".join(words)) == words


@given(TEXTS)
def test_unicode_forms_are_read_alike(text):
    words = [token.word for token in _read(text)]
    for form in ("NFC", "NFD"):
        assert [token.word for token in _read(unicodedata.normalize(form, text))] == words


@given(TEXTS)
def test_encode_splits_as_tokenize_but_for_hyphens(text):
    tokens = _read(text)
    words = tokenize(text) if tokens else []
    if not any("-" in word and word != "-" for word in words):
        assert [normalise(token.text) for token in tokens] == words


MARKED = st.text(
    st.sampled_from("aeé\u0301\u0323\u0334\u0344\u0345\u0f73\u0f71\u0f72\u1100\u1161\u11a8가Å\ufb1d"),
    min_size=40,
    max_size=90,
)


@given(MARKED)
def test_nfc_is_unicodes(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73", "\u0301" * 50_000 + "\u0323"])
def test_a_letter_of_very_many_marks_is_read_in_time(marks: str) -> None:
    text = "a" + marks * (100_000 // len(marks))
    began = time.process_time()
    for letters in (nfc(text), *tokenize(text)):
        assert len(letters) > 40_000
    assert time.process_time() - began < 5  # 30 to 100 seconds where marks are sorted by insertion
