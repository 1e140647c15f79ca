"""Running text: books, children's stories, very simple stories; whole ones are held out."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from random import Random

from lstm_core.errors import InputError
from lstm_core.tokenizer import tokenize
from training.corpus import books
from training.corpus.kept_out import is_kept_out

HELD_OUT_BOOKS = ("the-story-of-doctor-dolittle-501", "what-katy-did-8994")
EVERY = 20  # one children's story in this many is held out
BLOCK = 200  # lines of simple stories that are held out together, one block in EVERY
ENDS = frozenset([".", "!", "?", "…"])


def sentences(words: list[str]) -> Iterator[list[str]]:
    """Words cut after each full stop and what closes a quotation there."""
    start, quoted = 0, False
    for at, word in enumerate(words):
        quoted ^= word == '"'
        closes = word == '"' and not quoted and at > start and words[at - 1] in ENDS
        opens = at + 1 < len(words) and words[at + 1] == '"' and quoted
        if (closes and not (at + 1 < len(words) and words[at + 1][0].islower())) or (word in ENDS and not opens):
            yield words[start : at + 1]
            start = at + 1
    if start < len(words):
        yield words[start:]


@dataclass(frozen=True)
class Shelf:
    """Texts of one kind, each a list of sentences in their order."""

    texts: tuple[tuple[list[str], ...], ...]

    @cached_property
    def _ends(self) -> list[int]:
        """How many sentences there are up to the end of each text."""
        return list(accumulate(len(text) for text in self.texts))

    def __len__(self) -> int:
        return self._ends[-1] if self.texts else 0

    def passage(self, random: Random, most: int) -> list[str]:
        """Whole sentences that follow one another in one text, together at most ``most`` words; one at least."""
        at = random.randrange(len(self))
        which = bisect(self._ends, at)
        text = self.texts[which]
        at -= self._ends[which] - len(text)
        words = list(text[at][:most])
        while (at := at + 1) < len(text) and len(words) + len(text[at]) <= most:
            words += text[at]
        return words


def shelf(texts: Iterable[Iterable[str]]) -> Shelf:
    """Texts, each given as its paragraphs, as sentences; those that a reader is asked are left out."""
    read = []
    for paragraphs in texts:
        kept: list[list[str]] = []
        for paragraph in paragraphs:
            try:
                words = tokenize(paragraph)
            except InputError:
                continue
            kept += [found for found in sentences(words) if len(found) > 1 and not is_kept_out(found)]
        if kept:
            read.append(tuple(kept))
    return Shelf(tuple(read))


def load(folder: Path, held_out: bool) -> dict[str, Shelf]:
    """``books``, ``stories`` and ``tiny_stories`` of one split; none where the folder has no such texts."""
    novels = [path for path in sorted((folder / "books").glob("*.txt")) if (path.stem in HELD_OUT_BOOKS) == held_out]
    told = books.stories(_text(folder / "children-stories" / "stories.txt"))
    lines = _text(folder / "tiny-stories" / "paragraphs.txt").splitlines()
    simple = [lines[at : at + BLOCK] for at in range(0, len(lines), BLOCK)]
    return {
        "books": shelf(books.paragraphs(_text(path)) for path in novels),
        "stories": shelf([story] for k, story in enumerate(told) if (k % EVERY == 0) == held_out),
        "tiny_stories": shelf(
            map(books.cleaned, block) for k, block in enumerate(simple) if (k % EVERY == 0) == held_out
        ),
    }


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="ignore") if path.exists() else ""
