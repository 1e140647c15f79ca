"""Words, letters and numbers put together as one writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lstm_core.tokenizer import tokenize

_CLOSES = frozenset([".", ",", "!", "?", ";", ":", "…", ")", "]", "'s"])
_OPENS = frozenset(["(", "["])
_QUOTE = '"'
_LINE = "↵"  # how a line break is shown


def joined(words: Iterable[str], together: Callable[[str, str], bool]) -> str:
    """The words apart from each other, but for those that belong ``together`` with what stands before."""
    text = ""
    for word in words:
        text += word if not text or together(text, word) else f" {word}"
    return text


def continued(task: str, text: str, said: Sequence[str]) -> str:
    """What is put after ``text`` so that it goes on with the symbols ``said``: words, letters or numbers.

    Read together they are the tokens of the text and then the symbols that were said.
    """
    if task == "next-letter":
        return "".join(said).replace(_LINE, "\n")
    if not said:
        return ""
    if task == "forecast":
        return f" {' '.join(said)}"
    told, last, opened, fresh = "", tokenize(text)[-1], tokenize(text).count(_QUOTE) % 2, False
    for word in said:
        closes = word in _CLOSES or (word == _QUOTE and opened)
        touches = (closes or fresh or last in _OPENS) and _apart(last, word)
        told += word if touches or (not told and text[-1:].isspace()) else f" {word}"
        fresh = word == _QUOTE and not opened  # a quotation begins, and what is quoted stands close to it
        opened ^= word == _QUOTE
        last = word
    return told


def _apart(last: str, word: str) -> bool:
    """Whether two words are read as two where they touch: two full stops would be read as three."""
    return tokenize(last + word) == [*tokenize(last), *tokenize(word)]
