"""Write what the manifest of the zoo says of the models: `python -m docs.make_table`.

The README gets the list of them; docs/models.md their scores, in sentences and as tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docs import section
from lstm_core import zoo
from lstm_core.zoo import ModelCard
from lstm_core.zoo.sayings import sayings

#: What the manifest's keys mean, where the key alone does not say it.
LABELS = {
    "language_at_distance": "right language, so many words after the country",
    "language_at_distance_by_seed": "the same by training seed",
    "misspelt_place": "right language after a misspelt place, 20 words on",
    "newest_pronoun": "pronoun of the newest person",
    "number_agreement": "verb that agrees with its subject",
    "no_place_named": "no place named",
    "largest_share_of_all": "the largest share of one language over all",
    "largest_share_in_a_sentence": "in a sentence, on average",
    "sentences_above_a_quarter": "sentences where it is above ¼",
    "perplexity": "perplexity on real sentences",
    "coverage": "share of their words that the table holds",
    "typed_by_us": "typed by us",
    "typed_by_another_hand": "typed by another hand",
    "common_words": "over the 5,000 words that the readers' table held before the books",
    "perplexity_5_gram": "perplexity of a 5-gram",
    "perplexity_own_words_alone": "perplexity over those of them that its own table holds",
    "lacking": "share of these words that the table lacks",
    "languages_unasked": "probability of all languages where none is asked for",
    "95th_percentile": "95th percentile",
    "articles": "the articles' sentences",
    "surest_wrong_guess": "the surest wrong guess",
    "top1": "top-1",
    "top5": "in the top 5",
    "choice": "best of the choices",
}
README = section.FOLDER.parent / "README.md"
MODELS = section.FOLDER / "models.md"


def overview() -> str:
    """The models, a line each: what they teach, and how large they are."""
    lines = [
        f"| {card.group} | **{card.title}**: {card.description} | `{card.name}` | {card.cell.upper()} · {card.units} |"
        for card in zoo.manifest().values()
    ]
    return "\n".join(["| | | name | units |", "|---|---|---|---:|", *lines])


def told() -> str:
    """What was measured of each model, in the sentences that the page says, too."""
    return "\n\n".join(
        "\n".join([f"**`{card.name}`**", "", *(f"- {said}" for said in sayings(card.scores))])
        for card in zoo.manifest().values()
    )


def figures() -> str:
    """A table for each group of models; scores stand as they are in the manifest."""
    cards = list(zoo.manifest().values())
    groups = dict.fromkeys(card.group for card in cards)
    return "\n\n".join(
        f"**{group}**\n\n{part}" for group in groups for part in tables([card for card in cards if card.group == group])
    )


def tables(cards: Sequence[ModelCard]) -> Iterator[str]:
    """One table for those that are measured alike."""
    for task in dict.fromkeys(card.task for card in cards):
        kinds = dict.fromkeys(tuple(card.scores) for card in cards if card.task == task)
        for kind in kinds:
            yield table([card for card in cards if card.task == task and tuple(card.scores) == kind])


def table(cards: Sequence[ModelCard]) -> str:
    """A column a model, a row a fact or a measured score."""
    facts: dict[str, list[str]] = {
        "cell": [card.cell for card in cards],
        "units": [str(card.units) for card in cards],
        "trained numbers": [f"{card.parameters:,}" for card in cards],
    }
    scores = [dict(flat(card.scores)) for card in cards]
    for name in dict.fromkeys(name for each in scores for name in each):
        facts[name] = [each.get(name, "–") for each in scores]
    heads = " | ".join(f"`{card.name}`" for card in cards)
    rows = [f"| {name} | {' | '.join(values)} |" for name, values in facts.items()]
    return "\n".join([f"| | {heads} |", "|---|" + "---:|" * len(cards), *rows])


def flat(scores: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Nested scores as (name, written values), those that belong together in one row.

    `{"distance": {"10": 0.97, "20": 0.95}}` gives `distance: 10 · 20` and `0.97 · 0.95`.
    """
    if above and not any(isinstance(value, Mapping) for value in scores.values()):
        yield f"{above}: {' · '.join(map(words, scores))}", " · ".join(map(number, scores.values()))
        return
    for key, value in scores.items():
        name = f"{above}, {words(key)}" if above else words(key)
        if isinstance(value, Mapping):
            yield from flat(value, name)
        else:
            yield name, number(value)


def number(value: float | int) -> str:
    """A score to three places; a count as it is."""
    return f"{value:.3f}".removesuffix("0") if isinstance(value, float) else str(value)


def words(key: str) -> str:
    """A key of the manifest as words."""
    return LABELS.get(key, key.replace("_", " "))


def main() -> None:
    """Write them all."""
    section.write(README, "models", overview())
    section.write(MODELS, "told", told())
    section.write(MODELS, "figures", figures())


if __name__ == "__main__":
    main()
