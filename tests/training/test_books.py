"""Books and stories: to prose in today's writing, to sentences, whole texts held out."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from lstm_core.tokenizer import tokenize
from training.corpus import books, running
from training.corpus.running import sentences, shelf

NOVEL = """THE BOOK

by Somebody

Copyright 1912 by The Company

CONTENTS

     I. A Beginning
     II. An End

CHAPTER I. A Beginning

It was a long and quiet morning, and to-day the old waggon stood before
the door as it had stood there on _every_ morning since Mrs. Lynde had come
to live in the house by the sea with her two cats and a parrot.

     A verse is set in,
     And is no prose.

“You are very LATE, and you know it well,” said Mrs. Lynde--and she
was right. “MRS. LYNDE is always right!”

[Illustration: a cat]

THE END
"""


def test_a_novel_is_its_prose_in_the_writing_of_today() -> None:
    first, second = books.paragraphs(NOVEL)
    assert first == (
        "It was a long and quiet morning, and today the old wagon stood before the door as it had stood there on every "
        "morning since Mrs Lynde had come to live in the house by the sea with her two cats and a parrot."
    )
    assert second == (
        '"You are very late, and you know it well," said Mrs Lynde - and she was right. "Mrs Lynde is always right!"'
    )


def test_speech_in_single_quotation_marks_is_speech() -> None:
    assert (
        books.cleaned("‘Oh dear!’ said Alice’s cat. ‘I can’t!’", single=True)
        == '"Oh dear!" said Alice\'s cat. "I can\'t!"'
    )


def test_lines_of_a_story_that_end_in_the_middle_go_on() -> None:
    told = "A Title\nThe field was full of\nsand. We ran\nhome.\n\n\nAnother story."
    assert list(books.stories(told)) == ["A Title. The field was full of sand. We ran home.", "Another story."]


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        ("It rains. We stay.", ["It rains .", "We stay ."]),
        ('"It rains," she said. "Stay!" So we stayed.', ['" It rains , " she said .', '" Stay ! "', "So we stayed ."]),
        ('"Stay!" she cried. No', ['" Stay ! " she cried .', "No"]),
        ("Why… no? Yes", ["Why …", "no ?", "Yes"]),
    ],
)
def test_sentences_end_where_they_end(said: str, cut: list[str]) -> None:
    assert [" ".join(words) for words in sentences(tokenize(said))] == cut


def test_a_passage_is_whole_sentences_of_one_text() -> None:
    kept = shelf([["One cat sat. Two cats ran. Three cats slept here."], ["A dog barked. It stopped again."]])
    assert len(kept) == 5
    random, seen = Random(1), set()
    whole = [" ".join(words) for text_ in kept.texts for words in text_]
    for _ in range(200):
        words = kept.passage(random, 9)
        assert len(words) <= 9
        seen.add(" ".join(words))
    assert seen == {
        f"{whole[0]} {whole[1]}", f"{whole[1]} {whole[2]}", whole[2], f"{whole[3]} {whole[4]}", whole[4],
    }  # fmt: skip


def test_what_readers_are_asked_is_left_out() -> None:
    kept = shelf([["Once upon a time, there was a little girl. She had a cat."]])
    assert [" ".join(words) for words in kept.texts[0]] == ["She had a cat ."]


def test_whole_texts_are_held_out(tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    for name in ("some-book-1", running.HELD_OUT_BOOKS[0]):
        line = f"The {name} began " + "on a morning when the sun stood over the hill and nobody had seen it yet " * 4
        (tmp_path / "books" / f"{name}.txt").write_text(f"{line.strip()}.\n", encoding="utf-8")
    (tmp_path / "children-stories").mkdir()
    told = "\n\n\n".join(f"Story {k} has a cat." for k in range(2 * running.EVERY))
    (tmp_path / "children-stories" / "stories.txt").write_text(told, encoding="utf-8")
    (tmp_path / "tiny-stories").mkdir()
    lines = "\n".join(f"Line {k} was told." for k in range(3 * running.BLOCK))
    (tmp_path / "tiny-stories" / "paragraphs.txt").write_text(lines, encoding="utf-8")
    learned, kept = (running.load(tmp_path, held_out) for held_out in (False, True))
    said = {
        kind: ({" ".join(w) for t in a.texts for w in t}, {" ".join(w) for t in b.texts for w in t})
        for kind, a, b in ((k, learned[k], kept[k]) for k in learned)
    }
    assert {kind: (len(a), len(b)) for kind, (a, b) in said.items()} == {
        "books": (1, 1), "stories": (2 * running.EVERY - 2, 2), "tiny_stories": (2 * running.BLOCK, running.BLOCK),
    }  # fmt: skip
    assert not any(a & b for a, b in said.values())
