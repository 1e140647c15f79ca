"""Novels and stories as their files hold them, to paragraphs of prose: without titles, verse and old spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

# Said of a book, not by it.
_ABOUT = re.compile(r"gutenberg|copyright|transcri|proofread|produced from|edition|illustrat|^note\b|^the end", re.I)
_HEAD = re.compile(r"^(chapter|part|book|contents|table of contents|preface|introduction|prologue)\b", re.I)
_ENDS = re.compile(r"[.!?:;,\"'-]$")
_SPELLINGS = {
    "to-day": "today", "to-morrow": "tomorrow", "to-night": "tonight", "good-bye": "goodbye", "good-by": "goodbye",
    "waggon": "wagon", "waggons": "wagons", "shew": "show", "shewed": "showed", "gayly": "gaily", "connexion": "connection",
    "any one": "anyone", "any body": "anybody", "some one": "someone", "for ever": "forever", "no-one": "no one", "drily": "dryly",
    "every-day": "everyday", "may n't": "mayn't", "do n't": "don't", "ca n't": "can't", "wo n't": "won't", "'tis": "it is", "'twas": "it was",
}  # fmt: skip
_OLD = re.compile(r"(?<![\w'-])(" + "|".join(map(re.escape, _SPELLINGS)) + r")(?![\w-])", re.I)
_TITLES = re.compile(r"\b(Mr|Mrs|Dr|St|Ms)\.")


def _modern(found: re.Match[str]) -> str:
    new = _SPELLINGS[found[0].lower()]
    return new[0].upper() + new[1:] if found[0][0].isupper() else new


_KEPT = frozenset(["II", "III", "IV", "VI", "OK", "TV", "USA", "UK", "MP"])


def _lowered(text: str, names: frozenset[str]) -> str:
    """Words that were set in capitals for their weight, in the writing that they have elsewhere."""

    def lower(found: re.Match[str]) -> str:
        word = found[0].lower()
        return found[0] if found[0] in _KEPT else word.capitalize() if found.start() == 0 or word in names else word

    return re.sub(r"\b[A-Z]{2,}(?:'[A-Z]+)?\b", lower, text)


def _names(text: str) -> frozenset[str]:
    """The words that a text writes with a capital more often than without."""
    capital, small = (
        Counter(word.lower() for word in re.findall(form, text)) for form in (r"\b[A-Z][a-z]+\b", r"\b[a-z]+\b")
    )
    return frozenset(word for word, count in capital.items() if count > small[word])


def cleaned(text: str, single: bool = False, names: frozenset[str] = frozenset()) -> str:
    """A paragraph in today's writing; ``single``: its speech stands in single quotation marks."""
    if single:
        text = text.replace("‘", '"')
        text = re.sub(r"(?<=[.,!?;:—-])’|’(?=[\s.,!?;:—)]|$)(?<![sn]’)", '"', text)
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("`", "'")
    text = re.sub(r"\[[^\]]*\]|\*", " ", text).replace("_", "")
    text = re.sub(r"\s*-{2,}\s*|\s*[—–]\s*", " - ", text)
    text = re.sub(r"(\. ){2,}\.?|\.{2,}", "…", text)
    text = _TITLES.sub(r"\1", _lowered(text.strip(), names))
    return " ".join(_OLD.sub(_modern, text).split())


def _is_prose(lines: list[str]) -> bool:
    whole = " ".join(line.strip() for line in lines)
    letters = [character for character in whole if character.isalpha()]
    indented = sum(line.startswith("   ") for line in lines)
    return (
        len(whole.split()) >= 3
        and not _HEAD.match(whole)
        and not (_ABOUT.search(whole) and len(whole) < 400)
        and 2 * indented <= len(lines)  # verse, contents
        and sum(map(str.isupper, letters)) < 0.25 * len(letters)
        and bool(_ENDS.search(cleaned(whole)[-1:] or " "))
        and not re.match(r"^[IVXLC\d]+\.?\s", whole.replace("I ", "i ", 1))
    )


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a novel from its first long one on; what stands before that is about the book."""
    single = text.count("‘") > 4 * text.count("“")
    begun, names = False, _names(text)
    for block in re.split(r"\n\s*\n", text.replace("\r", "")):
        lines = [line for line in block.split("\n") if line.strip()]
        if lines and _is_prose(lines):
            found = cleaned(" ".join(line.strip() for line in lines), single, names)
            begun = begun or (len(found.split()) >= 35 and not _ABOUT.search(found))
            if begun:
                yield found


def stories(text: str) -> Iterator[str]:
    """The stories of a file in which two empty lines stand between them, each as one text."""
    for block in re.split(r"\n\s*\n\s*\n", text.replace("\r", "")):
        lines = [line for part in block.split("\n") if (line := cleaned(part))]
        # A line that ends in the middle of a sentence goes on in the next one; a title does not.
        ended = [
            line if _ENDS.search(line) or not after[:1].isupper() else f"{line}."
            for line, after in zip(lines, [*lines[1:], "A"], strict=False)
        ]
        if ended:
            yield " ".join(ended)
