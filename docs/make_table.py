"""Write the README's table of models from the manifest of the zoo: `python -m docs.make_table`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docs import section
from lstm_core import zoo

TARGET = section.FOLDER.parent / "README.md"


def render() -> str:
    """A column a model, a row a fact or a measured score; scores stand as they are in the manifest."""
    cards = list(zoo.manifest().values())
    facts: dict[str, list[str]] = {
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
    """Nested scores as (name, written value): `{"language": {"10": 0.97}}` gives `language, 10` and `0.97`."""
    for key, value in scores.items():
        name = f"{above}, {words(key)}" if above else words(key)
        if isinstance(value, Mapping):
            yield from flat(value, name)
        else:
            yield name, f"{value:.3f}" if isinstance(value, float) else str(value)


def words(key: str) -> str:
    """A key of the manifest as words: `held_out_perplexity` gives `held out perplexity`."""
    return key.replace("_", " ")


def main() -> None:
    """Write the table."""
    section.write(TARGET, "models", render())


if __name__ == "__main__":
    main()
