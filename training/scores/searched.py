"""Searches what the readers learn from for the sentences that they are asked, from the first word to the answer.

None of tests/typed/articles.json may stand in a training text, whatever its marks and capitals; and none may be what a
template of the generator gives with other names and numbers: for that search every name (of a person, a place, a
people, a language) is one token, and every number another one. What was searched is told in ``searched.json``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from lstm_core.tokenizer import tokenize
from training.corpus import mix, text
from training.scores import articles, texts

RECORD = Path(__file__).with_name("searched.json")
CORPUS = Path(mix.__file__).parent
DOCUMENTS = 100_000  # of the generator, of each kind of filler
REACH = 80  # words between a cause and what it causes
SEED = 77
# Fillers that name nobody: what is found between them comes from a template.
FILLERS = """
the kettle is on the stove . | nobody saw the small red bird . | it rains . | we were late for the last train .
she lost her keys . | they sold the old boat . | a door opened and closed again somewhere below .
is there any tea left ? | the lamp on the table was broken . | this is the end of the road for us .
time flies like an arrow . | the dog slept under the big table all afternoon . | the soup was far too hot to eat .
a loud noise came from the street at night ."""
NOWHERE = Path("/nowhere")  # a folder without books
NAME, NUMBER = "<name>", "<number>"
NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen""".split()
)

Documents = Sequence[Sequence[str]]


def sentences() -> list[list[str]]:
    """Every sentence with every one of its answers, as words."""
    return [tokenize(f"{one['text']} {answer}") for one in articles.read()["sentences"] for answer in one["answers"]]


def _joined(words: Iterable[str]) -> str:
    return f" {' '.join(word for word in words if any(map(str.isalnum, word)))} "


def plain(words: Sequence[str]) -> str:
    """Words without marks and capitals, a blank before and after each."""
    return _joined(word.casefold() for word in words)


def written_small(documents: Documents) -> frozenset[str]:
    """All words that begin with a small letter somewhere: with a capital these are no names, but begin a sentence."""
    return frozenset(word for words in documents for word in words if word[0].islower())


def classed(words: Sequence[str], small: frozenset[str]) -> str:
    """As ``plain``, with a token in the place of each name and of each number; ``small``: see ``written_small``."""
    found: list[str] = []
    for word in words:
        parts = word.casefold().split("-")
        if word[0].isdigit() or all(part in NUMBERS for part in parts):
            found.append(NUMBER)
        elif word[0].isupper() and word != "I" and word.casefold() not in small:
            found.append(NAME)
        else:
            found.append(word.casefold())
    text = " ".join(found)
    text = re.sub(rf"(?:the )?{NAME}(?: (?:(?:of )?(?:the )?){NAME})*", NAME, text)  # the United States of America
    text = re.sub(rf"{NUMBER}(?: (?:and )?{NUMBER})+", NUMBER, text)  # two hundred and six
    return f" {' '.join(word for word in text.split() if word in (NAME, NUMBER) or any(map(str.isalnum, word)))} "


def found_in(documents: Documents, written: Callable[[Sequence[str]], str] = plain) -> list[str]:
    """Which of the sentences stand in the documents, both as ``written`` writes them."""
    asked = {written(sentence): " ".join(sentence) for sentence in sentences()}
    whole = "\n".join(map(written, documents))
    return [told for sentence, told in asked.items() if sentence in whole]


def templates(documents: Documents) -> list[str]:
    """Which of the sentences a template gave, names and numbers aside."""
    small = written_small(documents)
    return found_in(documents, lambda words: classed(words, small))


def fillers() -> text.Sentences:
    """The FILLERS as a collection of real sentences."""
    lines = [tokenize(line) for line in re.split(r"[|\n]", FILLERS.strip())]
    by_length = {length: [line for line in lines if len(line) == length] for length in map(len, lines)}
    return text.Sentences(lines, {False: by_length, True: by_length}, [], NOWHERE, held_out=False)


def generated(fill: text.Sentences, count: int) -> list[list[str]]:
    """Documents of the generator, the same each time."""
    random = Random(SEED)
    return [mix.document(random, fill, random.choice((10, 30, REACH))).words for _ in range(count)]


def digest(documents: Iterable[Sequence[str]]) -> str:
    """The sha256 of documents as they are compared."""
    whole = hashlib.sha256()
    for words in documents:
        whole.update(plain(words).encode())
    return whole.hexdigest()


def corpus_digest() -> str:
    """The sha256 of the generator's files."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(CORPUS.glob("*.py")))).hexdigest()


def search(data: Path) -> dict[str, Any]:
    """Searches the real texts of training and the documents of the generator; what was searched, and what was found."""
    training, _ = text.load(data)
    real = list(texts.all_of(training))
    return {
        "sentences": digest(sentences()),
        "corpus": corpus_digest(),
        "texts": {"sha256": digest(real), "words": sum(map(len, real)), "found": found_in(real)},
        "generated": {"documents": DOCUMENTS, "found": found_in(generated(training, DOCUMENTS))},
        "templates": {"documents": DOCUMENTS, "found": templates(generated(fillers(), DOCUMENTS))},
    }


def write(data: Path) -> dict[str, Any]:
    """Searches and writes the record."""
    found = search(data)
    RECORD.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return found
