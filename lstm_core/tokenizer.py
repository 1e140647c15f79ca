"""Sentences to words and back, the same for training and for what a person types.

Rules, in the order in which they win:

- Text is compared in Unicode normal form NFC; curly quotes and apostrophes count as straight ones, every dash
  as ``-``, two or more full stops as ``…``.
- A word is a run of letters, digits and the marks on them. An apostrophe inside it belongs to it (``don't``,
  ``o'clock``), but a final ``'s`` is a token of its own (``she's`` → ``she`` ``'s``). A point, comma or colon
  between digits belongs to the number.
- A word with hyphens stays whole where the vocabulary has it, else it is split at its hyphens, which become
  tokens.
- Every other visible character is a token of its own with the marks on it; an emoji sequence (skin tone, ZWJ,
  flag) is one token.
- Control characters and lone surrogates are refused. Spaces and zero-width characters are in no token,
  everything else is in one.

``tokenize`` of its own output joined by spaces gives that output again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lstm_core.errors import InputError

_APOSTROPHES = "'’‘‛ʼ´`"
_QUOTES = '"“”„‟«»'
_HYPHENS = "-‐‑"
_DASHES = "‒–—―−"
_STRAIGHT = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_HYPHENS + _DASHES, "-")
)
_SPACES = {*"\t\n\r", "\u200b", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x2070))}
_INVISIBLE = {"\u00ad", "\u061c", "\u180e", "\u200e", "\u200f", "\ufeff", *map(chr, range(0x2060, 0x2066))}

# One letter a character: a apostrophe, h hyphen, x dash, d full stop, q comma or colon, s the letter s,
# w other letter, n digit, m mark, k skin tone, r half a flag, j joiner, i invisible, y symbol, p punctuation,
# c refused, and the space.
_OWN = (
    dict.fromkeys(_APOSTROPHES, "a")
    | dict.fromkeys(_HYPHENS, "h")
    | dict.fromkeys(_DASHES, "x")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_INVISIBLE, "i")
    | dict.fromkeys(map(chr, range(0x1F3FB, 0x1F400)), "k")
    | dict.fromkeys(map(chr, range(0x1F1E6, 0x1F200)), "r")
    | dict.fromkeys(map(chr, range(0xE0001, 0xE0080)), "m")  # tags, which spell the flags of regions
    | {".": "d", ",": "q", ":": "q", "s": "s", "S": "s", "\u200c": "j", "\u200d": "j"}
)
_BY_CATEGORY = {"L": "w", "N": "n", "M": "m", "Z": " ", "P": "p", "Cc": "c", "Cs": "c"}

_CORE = r"[wsn](?:[wsnm]|[ij]+(?=[wsnm])|(?<=n)[dq](?=n))*"
_TOKEN = re.compile(
    rf"(?P<word>{_CORE}(?:[ah]{_CORE})*)"
    r"|(?P<other>as(?![ij]*[wsnma])|rr[mi]*|[ykr][mik]*(?:j[ykr][mik]*)*|(?:d{2,}|h{2,}|[padhqx])[mi]*|m[mi]*)"
)
_INVISIBLE_ONES = re.compile("[" + "".join(sorted(_INVISIBLE)) + "]")


_FEW = 32  # characters whose marks are sorted soon enough in any way


_REMEMBERED, _SHORT = 20_000, 32  # words that a tokenizer remembers, and how long they may be


class _Classes(dict[int, str]):
    """Code point → its letter above; filled as characters are met, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        character = unicodedata.normalize("NFC", chr(code))[0]
        category = unicodedata.category(character)
        found = _OWN.get(character) or _BY_CATEGORY.get(category) or _BY_CATEGORY.get(category[0], "y")
        self[code] = found
        return found


_CLASSES = _Classes()


class Token(NamedTuple):
    """One word of a text.

    ``text`` is what was typed, ``source[start:end]``; ``word`` is the vocabulary's own writing of it where it
    is known, else the typed one normalised; ``id`` is its place in the vocabulary, None where it is unknown.
    """

    text: str
    word: str
    id: int | None
    known: bool
    start: int
    end: int


def nfc(text: str) -> str:
    """The normal form NFC of ``text``, in a time that grows with its length.

    ``unicodedata.normalize`` sorts the marks on a letter by insertion: 4,000 of them take 50 ms, 100,000 half a minute.
    Sorted before, by the same key, they are left as they are.
    """
    if len(text) < _FEW or unicodedata.is_normalized("NFC", text):
        return unicodedata.normalize("NFC", text)
    apart = "".join(unicodedata.normalize("NFD", character) for character in text)
    runs = groupby(apart, lambda character: unicodedata.combining(character) > 0)
    ordered = "".join("".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs)
    return unicodedata.normalize("NFC", ordered)


def normalise(word: str) -> str:
    """One token's text in the writing by which tokens are compared: NFC, straight quotes, ``-`` and ``…``."""
    plain = nfc(_INVISIBLE_ONES.sub("", word)).translate(_STRAIGHT)
    if len(plain) > 1 and not plain.strip("."):
        return "…"
    if len(plain) > 1 and not plain.strip("-"):
        return "-"
    return plain


def _key(word: str) -> str:
    return nfc(normalise(word).casefold())


def _classify(text: str) -> str:
    """Give each character its class letter; InputError for what no sentence holds."""
    if not isinstance(text, str):
        raise InputError(
            code="not_text",
            message=f"The text is of type {type(text).__name__}.",
            expected="A text is a string.",
            action="Give the sentence as a string.",
            field="text",
        )
    classes = text.translate(_CLASSES)
    at = classes.find("c")
    if at >= 0:
        raise InputError(
            code="control_character",
            message=f"The text holds the control character U+{ord(text[at]):04X} at position {at}.",
            expected="A sentence is made of visible characters, spaces and line breaks.",
            action="Remove that character.",
            field="text",
        )
    return classes


def _spans(classes: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, bool]]:
    """(start, end, hyphened) of each token; ``hyphened`` where a word could still be split at hyphens."""
    for match in _TOKEN.finditer(classes, start, len(classes) if end is None else end):
        first, last = match.span()
        if match["word"] is None:
            yield first, last, False
            continue
        possessive = last - 2 if classes.endswith("as", first, last) else last
        yield first, possessive, "h" in classes[first:possessive]
        if possessive < last:
            yield possessive, last, False


def tokenize(text: str) -> list[str]:
    """Split a text into words, normalised, in the case typed; hyphened words whole; ``[]`` for a blank text.

    Raises InputError (``control_character``) for a text with control characters.
    """
    classes = _classify(text)
    return [normalise(text[start:end]) for start, end, _ in _spans(classes)]


class WordTokenizer:
    """Words by a vocabulary, found without regard to case.

    ``vocabulary`` lists the words in the order of their ids, each in the writing to show (``French``).
    Raises InputError (``double_word``) where two of them differ in case alone.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = tuple(vocabulary)
        self._ids: dict[str, int] = {}
        self._met: dict[str, tuple[str, int | None]] = {}
        for id_, word in enumerate(self.vocabulary):
            if self._ids.setdefault(_key(word), id_) != id_:
                raise InputError(
                    code="double_word",
                    message=f"The vocabulary has “{word}” twice.",
                    expected="Words of a vocabulary differ in more than their case.",
                    action="Keep one writing of each word.",
                    field="vocabulary",
                )

    def id(self, word: str) -> int | None:
        """Return the place of ``word`` in the vocabulary, None where it is unknown."""
        return self._ids.get(_key(word))

    def encode(self, text: str) -> list[Token]:
        """Split a text into tokens, at least one.

        Raises InputError: ``empty_text`` (no visible character), ``control_character``, ``not_text``.
        """
        classes = _classify(text)
        tokens: list[Token] = []
        for start, end, hyphened in _spans(classes):
            if not hyphened or self.id(text[start:end]) is not None:
                tokens.append(self._token(text, start, end))
            else:
                tokens.extend(self._token(text, *span) for span in _at_hyphens(classes, start, end))
        if not tokens:
            raise InputError(
                code="empty_text",
                message="The text has no word.",
                expected="A sentence has at least one word.",
                action="Type a sentence.",
                field="text",
            )
        return tokens

    def _token(self, text: str, start: int, end: int) -> Token:
        typed = text[start:end]
        word, id_ = self._met.get(typed) or self._meet(typed)
        return Token(typed, word, id_, id_ is not None, start, end)

    def _meet(self, typed: str) -> tuple[str, int | None]:
        """The word as the vocabulary writes it, and its id. Most words are met again, so they are remembered."""
        id_ = self.id(typed)
        found = (normalise(typed) if id_ is None else self.vocabulary[id_]), id_
        if len(self._met) < _REMEMBERED and len(typed) <= _SHORT:
            self._met[typed] = found
        return found


def _at_hyphens(classes: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of one hyphened word and its hyphens, in order."""
    while (hyphen := classes.find("h", start, end)) >= 0:
        yield from ((a, b) for a, b, _ in _spans(classes, start, hyphen))
        yield hyphen, hyphen + 1
        start = hyphen + 1
    yield from ((a, b) for a, b, _ in _spans(classes, start, end))
