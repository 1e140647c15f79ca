"""Real sentences: read, cleaned, split into training and held-out ones; and words as people mistype them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from lstm_core.errors import InputError
from lstm_core.tokenizer import tokenize
from training.corpus import running
from training.corpus.kept_out import is_kept_out
from training.corpus.people import GENDERED
from training.corpus.places import NAMED

# Where a length leaves one to three words to fill.
SHORT = {
    1: ("now", "today", "there", "here"),
    2: ("of course", "these days", "at last"),
    3: ("as it happens", "to this day", "as you know"),
}
NOWHERE = frozenset(
    """January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday God Christmas Easter I English French German Spanish Latin Lord Mr Mrs Dr Miss Internet""".split()
)

LETTERS = "abcdefghijklmnopqrstuvwxyz"
HELD_OUT = 2500  # sentences kept from training
LONGEST = 21  # words of a sentence

Neutral = dict[bool, dict[int, list[list[str]]]]  # without gender? → length → sentences


@dataclass(frozen=True)
class Sentences:
    """Real sentences of one split, as words: all, and those that name no place (and nobody's gender), by length."""

    all: list[list[str]]
    neutral: Neutral
    carriers: list[tuple[list[str], list[str]]]  # sentences that name a place: what stands before and after it
    folder: Path  # where the running texts lie
    held_out: bool

    @cached_property
    def shelves(self) -> Mapping[str, running.Shelf]:
        """The running texts of this split, by kind; those that are there."""
        return {kind: shelf for kind, shelf in running.load(self.folder, self.held_out).items() if len(shelf)}

    @cached_property
    def fillers(self) -> Neutral:
        """What stands between cause and effect: ``neutral``, and of a training split sentences of books and stories."""
        if self.held_out:
            return self.neutral
        told = [words for shelf in self.shelves.values() for text in shelf.texts for words in text]
        return _neutral([*self.all, *(words for words in told if len(words) <= LONGEST and '"' not in words)])

    def some(self, random: Random, longest: int, genderless: bool = False) -> list[str]:
        """Whole sentences that name no place, together at most ``longest`` words."""
        words: list[str] = []
        while (most := min(22, longest - len(words))) >= 4:
            choices = self.fillers[genderless].get(random.randint(4, most))
            if choices:
                words += random.choice(choices)
            if random.random() < 0.08:
                break
        return words

    def exactly(self, random: Random, count: int, genderless: bool = False) -> list[str]:
        """Filler of exactly ``count`` words: whole sentences, a short phrase where one to three words are left."""
        words: list[str] = []
        while (left := count - len(words)) >= 4:
            sizes = [n for n in self.fillers[genderless] if n == left or n <= left - 4]
            if sizes:
                words += random.choice(self.fillers[genderless][random.choice(sizes)])
            else:  # only a small collection lacks a length
                words += random.choice(SHORT[3]).split()
        return words + (random.choice(SHORT[left]).split() if left > 0 else [])


def _neutral(sentences: list[list[str]]) -> Neutral:
    neutral: Neutral = {False: {}, True: {}}
    for words in sentences:
        lower = {word.lower() for word in words}
        if not lower & NAMED and len(words) >= 4:
            neutral[False].setdefault(len(words), []).append(words)
            if not lower & GENDERED:
                neutral[True].setdefault(len(words), []).append(words)
    return neutral


def _sentences(chosen: list[list[str]], folder: Path, held_out: bool) -> Sentences:
    carriers = [carrier for words in chosen if (carrier := _carrier(words))]
    return Sentences(chosen, _neutral(chosen), carriers, folder, held_out)


def _carrier(words: list[str]) -> tuple[list[str], list[str]] | None:
    """A sentence around its place, a capital word after *in*, *from* or *to*; None where there is none."""
    if {word.lower() for word in words} & NAMED:
        return None
    for k in range(2, len(words) - 1):
        if words[k - 1] in ("in", "from", "to") and words[k].istitle() and words[k] not in NOWHERE:
            rest = words[k + 1 :]
            if len(words) <= 14 and not rest[0].istitle() and rest[0] not in ("'s", "-") and len(rest) <= 7:
                return words[:k], rest[:-1] if rest[-1] in ".?!" else rest
    return None


def load(folder: Path) -> tuple[Sentences, Sentences]:
    """(training, held-out) sentences of ``folder/common-voice-sentences``, the split fixed by a seed of its own.

    The books and stories beside them are read when they are first asked for.
    """
    lines: dict[str, None] = {}
    for path in sorted((folder / "common-voice-sentences").glob("*.txt")):
        lines |= dict.fromkeys(line.strip() for line in path.read_text(encoding="utf-8", errors="ignore").splitlines())
    found: list[list[str]] = []
    for line in lines:
        if 12 < len(line) < 130 and line.isascii():
            try:
                words = tokenize(line)
            except InputError:
                continue
            if 3 <= len(words) <= LONGEST:
                found.append(words if words[-1] in ".?!" else [*words, "."])
    Random(5).shuffle(found)
    learned = [words for words in found[HELD_OUT:] if not is_kept_out(words)]
    return _sentences(learned, folder, False), _sentences(found[:HELD_OUT], folder, True)


def mistype(random: Random, word: str, edits: int = 1) -> str:
    """``word`` with letters swapped, dropped, replaced or added, never its first."""
    letters = list(word)
    for _ in range(edits):
        k = random.randrange(1, len(letters)) if len(letters) > 2 else 0
        kind, letter = random.random(), random.choice(LETTERS)
        if kind < 0.3 and k + 1 < len(letters) and letters[k] != letters[k + 1]:
            letters[k], letters[k + 1] = letters[k + 1], letters[k]
        elif kind < 0.55 and len(letters) > 3:
            del letters[k]
        elif kind < 0.8:
            letters[k] = letter
        else:
            letters.insert(k, random.choice([letter, letters[k]]))
    return "".join(letters)
