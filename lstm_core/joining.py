"""What a model goes on with, put after the text as one writes it: words, letters or numbers."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_core.tokenizer import tokenize

NEWLINE = "↵"  # how a line break is shown among letters, and may be typed
_CLOSES = frozenset([".", ",", "!", "?", ";", ":", "…", ")", "]", "'s"])
_OPENS = frozenset(["(", "["])
_QUOTE = '"'


def continued(task: str, text: str, said: Sequence[str]) -> str:
    """What is put after ``text`` so that it goes on with the symbols ``said``: words, letters or numbers.

    Read together they are the tokens of the text and then the symbols that were said.
    """
    if task == "next-letter":
        return "".join(said).replace(NEWLINE, "\n")
    if not said:
        return ""
    if task == "forecast":
        return f" {' '.join(said)}"
    before = tokenize(text)
    opened = before.count(_QUOTE) % 2 == 1
    fresh = opened and before[-1] == _QUOTE  # a quotation begins, and what is quoted stands close to it
    told, last = "", text  # as typed: three full stops and a fourth are one mark
    for word in said:
        closes = word in _CLOSES or (word == _QUOTE and opened)
        touches = (closes or fresh or last[-1:] in _OPENS) and _apart(last, word)
        told += word if touches or last[-1:].isspace() else f" {word}"
        fresh = word == _QUOTE and not opened
        opened ^= word == _QUOTE
        last = word
    return told


def _apart(last: str, word: str) -> bool:
    """Whether the two are read as they are where they touch: two full stops would be read as three."""
    return tokenize(last + word) == [*tokenize(last), *tokenize(word)]
