"""docs/models.md says what the shipped models do."""

from __future__ import annotations

import pytest

from docs import make_models as samples
from docs import section

AGAIN = "run python -m docs.make_models"


def test_the_tables_are_of_the_shipped_models() -> None:
    found = samples.cards()
    writers = [card for card in found if card.group == samples.GROUP]
    assert len(writers) >= 2
    assert section.read(samples.TARGET, "perplexities") == samples.perplexities(found), AGAIN
    assert section.read(samples.TARGET, "typed") == samples.typed(found), AGAIN
    assert section.read(samples.TARGET, "carried") == samples.carried(found), AGAIN
    assert section.read(samples.TARGET, "guesses") == samples.guesses(writers), AGAIN


@pytest.mark.parametrize(
    "card", [card for card in samples.cards() if card.group == samples.GROUP], ids=lambda card: card.name
)
def test_the_samples_are_the_models_own(card) -> None:
    told = section.read(samples.TARGET, "samples").split(f"**`{card.name}`**")[1].split("**`")[0]
    assert told.count("\n1. ") == len(samples.OPENINGS)
    assert told.count("\n5. ") == len(samples.OPENINGS)
    for seed, opening in enumerate(samples.OPENINGS, 1):
        shown = told.split(f"*{opening}* …")[1]
        assert f"\n{seed}. {samples.sample(card.name, opening, seed)}\n" in f"{shown}\n", AGAIN
