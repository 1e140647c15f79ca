"""What was measured of a model, each figure as a sentence that a teacher understands.

A table from the names of scores (see ``training/scores``) to sentences; a score that it does not know, of a model of
one's own, says nothing here and stands among the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

#: The typed lists by who wrote them.
LISTS = {
    "typed_by_us": "that we typed before it was trained",
    "typed_by_another_hand": "that another hand typed, who did not know what it learned from",
    "typed_by_visitors": "as visitors type them",
}


def times(share: float) -> str:
    """A share from 0 to 1 as a count: of 100, of 1,000 where it is so near to an end that 100 would not tell."""
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is no share: it has to be from 0 to 1")
    whole = 100 if 0.01 <= share <= 0.99 else 1000
    count = round(whole * share)
    return {0: "never", 1: f"once in {whole:,}", 1000: "every time"}.get(count, f"{count} times in {whole:,}")


def percent(share: float) -> str:
    """A share as percent, two figures of it where it is small."""
    return f"{100 * share:.2g} %" if share < 0.1 else f"{round(100 * share)} %"


def figure(value: float) -> str:
    """Three figures of a number."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def language(found: Mapping[str, float]) -> str:
    """The language at the shortest distance, at 80 words and at the longest."""
    first, *between, last = found.items()
    middle = [(distance, share) for distance, share in between if distance == "80"]
    told = (f"{distance} words after the country {times(share)}" for distance, share in [first, *middle, last])
    return f"names the right language {'; '.join(told)}."


def articles(found: Mapping[str, Any]) -> str:
    """The sentences of the articles."""
    sure = percent(found["surest_wrong_guess"])
    wrong = f" Of what it got wrong it was {sure} sure at most." if found["hold"] < found["of"] else ""
    return f"Of the {found['of']} sentences of well-known articles {found['hold']} come out right.{wrong}"


def typed(name: str) -> Callable[[Mapping[str, Any]], str]:
    """A list of typed sentences: the first guess, the first five, a choice among few."""

    def told(found: Mapping[str, Any]) -> str:
        whole = found["all"]
        count = whole["sentences"]
        first, five, few = (round(whole[key] * count) for key in ("top1", "top5", "choice"))
        return (
            f"Of {count} sentences {LISTS[name]}, its first guess is right in {first}, one of its first five in "
            f"{five}; asked to choose among a few words, it is right in {few}."
        )

    return told


def common(found: Mapping[str, Any]) -> str:
    """Perplexities over the same words for all models, beside counting."""
    own, counted = (found[key] for key in ("perplexity", "perplexity_5_gram"))
    said = ", ".join(f"{figure(own[kind])} on {words}" for kind, words in TEXTS.items() if kind in own)
    beside = ", ".join(figure(counted[kind]) for kind in TEXTS if kind in counted)
    return (
        "Asked for the same 5,000 words as all other readers, it is as unsure at each word as if it chose among "
        f"{said} (perplexity); counting groups of five words gives {beside}."
    )


#: The kinds of held-out text.
TEXTS = {
    "common_voice": "spoken sentences",
    "books": "books",
    "stories": "children's stories",
    "tiny_stories": "very simple stories",
}


def units(found: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The units that were found to follow something, a sentence each."""
    named = ((label, unit) for label, unit in found.items() if unit["named"])
    return [f"Unit {unit['unit']} of {unit['state']} follows “{label}”: {measure(unit)}." for label, unit in named]


def measure(unit: Mapping[str, Any]) -> str:
    """How well a unit follows something, beside the best unit of an untrained network."""
    if "auc" in unit:
        pair = "of two letters, one where it is so and one where it is not, it tells which is which"
        return f"{pair} {times(unit['auc'])}; the best unit before training {times(unit['untrained'])}"
    return f"correlation {abs(unit['r']):.2f}; the best unit before training {abs(unit['untrained']):.2f}"


def forecasts(which: str) -> Callable[[Mapping[str, Mapping[str, float]]], list[str]]:
    """Errors of one step beside those of simple forecasts, a sentence a series."""
    return lambda found: [
        f"On {which.format(name)} its next value is {figure(error['model'])} off (root mean square); the last value "
        f"again {figure(error['last'])}, a linear forecast from the last {error['order']} values {figure(error['ar'])}."
        for name, error in found.items()
    ]


def capital(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def share(text: str) -> Callable[[float], str]:
    """A sentence about a share; ``{}`` stands for how many times."""
    return lambda value: text.format(times(value))


#: By score, what is said of it; in the order in which it is said.
SAYINGS: Mapping[str, Callable[[Any], str | list[str]]] = {
    "language_at_distance": lambda found: capital(language(found)),
    "language_at_distance_by_seed": lambda found: (
        f"Trained {len(found) - 1} times from different beginnings, on average it {language(found['mean'])}"
    ),
    "misspelt_place": share("Names the language of a misspelt place {}, 20 words later."),
    "newest_pronoun": share("Of he, she and they it holds the one of the newest person most probable {}."),
    "number_agreement": share("Makes the verb fit its subject, with other nouns between them, {}."),
    "topic_word": share("Says the word that fits the topic {}."),
    "no_place_named": lambda found: (
        "Where no place was named, it leans to one language (more than a quarter of what it gives to all) "
        f"{times(found['sentences_above_a_quarter'])}."
    ),
    "typed_by_visitors": typed("typed_by_visitors"),
    "typed_by_another_hand": typed("typed_by_another_hand"),
    "typed_by_us": typed("typed_by_us"),
    "articles": articles,
    "languages_unasked": lambda found: (
        f"Where no language is asked for, it gives all of them together {percent(found['mean'])} on average."
    ),
    "common_words": common,
    "film_reviews": share("Tells a film review that praises from one that does not {}."),
    "film_reviews_bag_of_words": share("Counting the words of a review, without their order, tells it {}."),
    "negations_and_contrasts": share("Reads “not bad” and “good, but too long” rightly {}."),
    "negations_and_contrasts_bag_of_words": share("Counting the words of these, without their order, is right {}."),
    "typed": lambda found: f"Of {found['of']} sentences typed by hand {found['right']} come out right.",
    "exact": share("Gives an answer that is right from the first sign to the last {}."),
    "unseen_pairs": lambda count: f"That was asked of {count:,} texts that it had not seen.",
    "counts_right_up_to": lambda count: f"Counts right up to {count}.",
    "trained_up_to": lambda count: f"In training it never had to count beyond {count}.",
    "counting_unit": lambda found: (
        f"Unit {found['unit']} is the count (correlation {found['correlation']:.4f}): each a adds "
        f"{found['a_letter_a']:.2f} to it, each b takes {abs(found['a_letter_b']):.2f} off."
    ),
    "bits_a_letter": lambda bits: (
        f"Each letter surprises it by {bits:.2f} bits, as if it chose among {2**bits:.1f} equally likely letters."
    ),
    "bits_a_letter_5_gram": lambda bits: f"Counting groups of five letters: {bits:.2f} bits, {2**bits:.1f} letters.",
    "units": units,
    "real_series": forecasts("the last quarter of the series “{}”"),
    "examples": forecasts("“{}”, a series that it never saw,"),
}


def sayings(scores: Mapping[str, Any]) -> Iterator[str]:
    """Each score that the table knows in sentences, in the table's order."""
    for name, say in SAYINGS.items():
        if name in scores:
            said = say(scores[name])
            yield from [said] if isinstance(said, str) else said
