"""Short verdicts of our own: plain ones, negations, and sentences that turn round, composed of small parts.

What a word is worth depends on what stands around it: *not boring at all*, *hardly a masterpiece*, *more dull than
funny*, *the cast is great, yet I hated it*. Half of all sentences of a kind are positive, and every word that praises
or blames stands on both sides, so that the words alone tell little.

A clause is a frame with its telling words ("<S> never <A>" with "boring"). A fixed tenth of all clauses is kept for the
test, another for validation; every clause of a test sentence is one of the test's. Its parts do occur in training,
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from random import Random

from lstm_core.tokenizer import tokenize
from training.tasks import sentiment_words as words
from training.tasks.sentiment import Example, part

KINDS = {"plain": 0.2, "idiom": 0.1, "negation": 0.35, "contrast": 0.35}
HELD_OUT_KINDS = {"negation": 0.5, "contrast": 0.5}  # what validation and test ask for


def _subject(random: Random) -> str:
    if random.random() < 0.8:
        return f"{random.choice(words.SINGULAR)} {random.choice(('is', 'is', 'was'))}"
    return f"{random.choice(words.PLURAL)} {random.choice(('are', 'were'))}"


def _fill(random: Random, frame: str) -> str:
    """The slots that neither praise nor blame."""
    choices = {"X": words.SINGULAR, "n": words.THINGS, "deg": words.DEGREES}
    text = re.sub("<S>", lambda _: _subject(random), frame)
    text = re.sub("<(X|n|deg)>", lambda match: random.choice(choices[match[1]]), text)
    return re.sub(r"\ba (?=[aeiou])", "an ", " ".join(text.split()))


def _telling(random: Random, slot: str, label: int) -> str:
    return random.choice(words.LEXICON[slot][label])


def _verb(random: Random, text: str, slots: str, label: int) -> tuple[str, str]:
    """Puts one verb into both of its slots, past and base: ("V", "v")."""
    verb = _telling(random, "V", label)
    past, base = verb.split(":")
    return text.replace(f"<{slots[0]}>", past).replace(f"<{slots[1]}>", base), verb


def _composed(random: Random, frame: str, label: int, split: str) -> str | None:
    """The frame with telling words of the side ``label``, opposite ones in <C> and <w>; None if not of the split."""
    text, key = frame, frame
    if "<V>" in text or "<v>" in text:
        text, verb = _verb(random, text, "Vv", label)
        key += f"|{verb}"
    if "<W>" in text or "<w>" in text:
        text, verb = _verb(random, text, "Ww", 1 - label)
        key += f"|{verb}"
    for slot, side in (("A", label), ("B", label), ("N", label), ("Q", label), ("C", 1 - label)):
        if f"<{slot}>" in text:
            word = _telling(random, "A" if slot == "C" else slot, side)
            text = text.replace(f"<{slot}>", word)
            key += f"|{word}"
    return _fill(random, text) if part(key) == split else None


def _frame(random: Random, frames: Sequence[str], sign: int, label: int, split: str) -> str:
    """A clause of the split that says ``label``; its frame keeps (1) or turns round (−1) the side of its words."""
    while True:
        mark, frame = "", random.choice(frames)
        if frame[:2] in ("+ ", "- ", "= "):
            mark, frame = frame[0], frame[2:]
        side = label if sign > 0 or mark == "=" else 1 - label
        if mark == "+-"[side]:  # words of the other side only
            continue
        if (text := _composed(random, frame, side, split)) is not None:
            return text


def plain(random: Random, label: int, split: str) -> str:
    """A verdict whose telling word means what it says."""
    return _frame(random, words.PLAIN, 1, label, split)


def negation(random: Random, label: int, split: str) -> str:
    """A verdict whose telling word is turned round, or would be but for a second negation."""
    return _frame(random, words.NEGATED, -1, label, split)


@cache
def _whole(frames: tuple[str, ...], openings: str) -> tuple[str, ...]:
    """The frames that open with one of ``openings``: sentences that a conjunction can join."""
    return tuple(frame for frame in frames if re.match(rf"([-+=] )?({openings})", frame))


def _joined(random: Random, label: int, split: str, openings: str) -> str:
    negated = random.random() < 0.4
    frames = words.NEGATED if negated else words.PLAIN
    return _frame(random, _whole(frames, openings), -1 if negated else 1, label, split)


def contrast(random: Random, label: int, split: str) -> str:
    """A sentence with both sides in it, one of which counts."""
    chance = random.random()
    if chance < 0.25:
        return _frame(random, words.BOTH, 1, label, split)
    if chance < 0.4:
        return _frame(random, words.INTENTIONS, 1, label, split)
    frame = random.choice(words.CONTRASTS)
    counts = _joined(random, label, split, "<S>|<X>|there |I ")
    other = _joined(random, 1 - label, split, "<S>|<X>|there ")  # what "I" think counts, wherever it stands
    return frame.replace("<1>", counts).replace("<2>", other)


def idiom(random: Random, label: int, split: str) -> str:
    """A saying that is learnt whole; ValueError for any split but training."""
    if split != "training":
        raise ValueError("sayings are for training only")
    return _fill(random, random.choice(words.IDIOMS[label]))


MAKERS = {"plain": plain, "idiom": idiom, "negation": negation, "contrast": contrast}


def example(random: Random, kind: str, split: str) -> Example:
    """One verdict of the kind, positive or negative by a coin's throw, as a person may type it."""
    label = random.randrange(2)
    core = MAKERS[kind](random, label, split)
    text = f"{random.choice(words.ASIDES)} {random.choice(words.BEFORE)} {core} {random.choice(words.AFTER)}"
    return Example(tuple(tokenize(text)), label)


def examples(split: str, count: int, seed: int) -> list[Example]:
    """``count`` verdicts of a split, the same for the same seed: every kind in training, negations and turns else."""
    random = Random(seed)
    kinds = KINDS if split == "training" else HELD_OUT_KINDS
    return [example(random, kind, split) for kind in random.choices(list(kinds), list(kinds.values()), k=count)]
