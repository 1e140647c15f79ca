"""Writes docs/models.md: what the readers score, what they make of the articles' sentences, and how they write on.

``python -m docs.make_models`` takes the scores from the manifest, and asks the models for the rest. The samples are
not selected: every opening, seeds 1 to 5, what comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import lstm_core
from docs import section
from lstm_core import zoo
from lstm_core.zoo import ModelCard
from lstm_core.zoo.carried import measured
from training.scores import articles
from training.scores.typed import LISTS

TARGET = section.FOLDER / "models.md"
OPENINGS = (
    "Once upon a time there was",
    "The old man opened the door and",
    "When I was a child, we lived in",
    '"Where are you going?" asked',
    "In the morning the children",
)
SEEDS = range(1, 6)
WORDS, TEMPERATURE, TOP_K = 40, 0.8, 40
KINDS = {"common_voice": "Common Voice", "books": "books", "stories": "stories", "tiny_stories": "simple stories"}
GROUP = "Read a sentence"  # the models whose writing is shown


def cards() -> list[ModelCard]:
    """Those of the models that read sentences."""
    return [card for card in zoo.manifest().values() if card.task == "next-word"]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    lines = [" | ".join(row) for row in ([*head], *rows)]
    lines.insert(1, "|".join(["---", *["---:"] * (len(head) - 1)]))
    return "\n".join(f"| {line} |" if "---" not in line else f"|{line}|" for line in lines)


def perplexities(found: Sequence[ModelCard]) -> str:
    """On held-out texts over the same words for all, a 5-gram beside them."""
    rows = []
    for card in found:
        figures = card.scores["common_words"]
        lacking, own = max(figures["lacking"].values()), figures["perplexity_own_words_alone"]["common_voice"]
        said = (f"{figures['perplexity'][kind]:.1f}" for kind in KINDS)
        rows.append([f"`{card.name}`", *said, f"{lacking:.1%}", f"{own:.1f}"])
    counted = found[0].scores["common_words"]["perplexity_5_gram"]
    rows.append(["5-gram, Kneser–Ney", *(f"{counted[kind]:.1f}" for kind in KINDS), "0.0%", ""])
    return table(["perplexity", *KINDS.values(), "words it lacks, at most", "Common Voice, own words alone"], rows)


def typed(found: Sequence[ModelCard]) -> str:
    """Typed sentences, the articles' sentences, and languages where none is asked for."""
    rows = []
    for card in found:
        unasked, held = card.scores["languages_unasked"], card.scores["articles"]
        lists = (card.scores[claim]["all"] for claim in LISTS)
        rows.append(
            [
                f"`{card.name}`",
                *(f"{one['top1']:.2f} · {one['choice']:.2f} · {one['top5']:.2f}" for one in lists),
                f"{held['hold']} of {held['of']}",
                f"{held['surest_wrong_guess']:.2f}",
                f"{unasked['mean']:.2%} · {unasked['95th_percentile']:.2%}",
            ]
        )
    heads = [f"{claim.replace('_', ' ')}: top-1 · choice · top 5" for claim in LISTS]
    return table(
        ["", *heads, "articles' sentences", "surest wrong guess", "languages unasked: mean · 95th percentile"], rows
    )


def guesses(found: Sequence[ModelCard]) -> str:
    """Each of the articles' sentences: the first guess of each model, how sure it is, whether it holds."""
    judged = [articles.all_of(lstm_core.load(card.name)) for card in found]
    rows = [
        [f"{one[0].text} …", *(f"{guess.said} {guess.sure:.2f} {'✓' if guess.holds else '✗'}" for guess in one)]
        for one in zip(*judged, strict=True)
    ]
    return table(["", *(f"`{card.name}`" for card in found)], rows)


def carried(found: Sequence[ModelCard]) -> str:
    """What the best unit of each model tells of what stood before, on half b; in brackets the untrained network's."""
    rows = []
    for card in found:
        properties = measured(card.name, card.sha256)["properties"]
        kinds: dict[str, list[Mapping[str, Any]]] = {}
        for one in properties:
            kinds.setdefault(one["kind"], []).append(one)
        means = (
            (sum(one[side]["scored"] for one in of) / len(of) for side in ("best", "untrained"))
            for of in kinds.values()
        )
        rows.append([f"`{card.name}`", *(f"{own:.1%} ({before:.1%})" for own, before in means)])
    return table(["", "language, mean of 20", "a woman", "many", "in quotes", "position"], rows)


def sample(name: str, opening: str, seed: int) -> str:
    """What a model writes after an opening."""
    written = lstm_core.load(name).write(opening, WORDS, temperature=TEMPERATURE, top_k=TOP_K, seed=seed).written
    return " ".join(written.split())


def samples(found: Sequence[ModelCard]) -> Iterator[str]:
    """Every opening with every seed, by model."""
    for card in found:
        yield f"**`{card.name}`**"
        for opening in OPENINGS:
            yield "\n".join([f"*{opening}* …", "", *(f"{seed}. {sample(card.name, opening, seed)}" for seed in SEEDS)])


def sections() -> Mapping[str, Any]:
    """The parts of the document by name, as text."""
    found = cards()
    writers = [card for card in found if card.group == GROUP]
    return {
        "perplexities": perplexities(found),
        "typed": typed(found),
        "guesses": guesses(writers),
        "carried": carried(found),
        "samples": "\n\n".join(samples(writers)),
    }


def main() -> None:
    """Writes the parts."""
    for name, text in sections().items():
        section.write(TARGET, name, text)


if __name__ == "__main__":
    main()
