"""What the answer looks like that holds two runs side by side, for OpenAPI."""

from pydantic import Field

from .schemas import ModelName, Schema, Token, WritingEntry


class Compared(Schema):
    """One of the two runs."""

    model: ModelName
    text: str
    clamps: list[str]
    scales: list[str] = Field(default=[], description="What of the weights was scaled; absent where nothing was.")
    writing: WritingEntry | None = Field(default=None, description="Where the model goes on after the text.")
    tokens: list[Token]


class PairEntry(Schema):
    """Two steps that stand for each other; null where the other run has none."""

    a: int | None
    b: int | None
    same: bool = Field(description="Whether both read the same there.")


class SaidEntry(Schema):
    """What both say at a pair."""

    a: str
    b: str
    differs: bool
    distance: float | None = Field(
        description="½ Σ |p − q| over all that either can say (total variation); of two forecasts |a − b|."
    )
    words: list[tuple[str, float | None, float | None]] = Field(
        description="What either tells: the symbol, its probability (of a forecast its value) in `a` and in `b`; null "
        "where it cannot be said there."
    )


class LargestEntry(Schema):
    """Where a signal's values lie farthest apart."""

    layer: str
    signal: str
    pair: int
    unit: int
    value: float = Field(description="a − b.")
    mean: float = Field(description="The mean of |a − b| over all pairs and units.")


class DifferenceEntry(Schema):
    """a − b of a signal: a row for each pair, null where one of the runs has no such step."""

    layer: str
    signal: str
    values: list[list[float] | None]


class ComparisonDocument(Schema):
    """`a`, the run that is asked for, against `b`."""

    a: Compared
    b: Compared
    same_weights: bool = Field(description="Whether a unit of the one is the same unit of the other.")
    pairs: list[PairEntry]
    said: list[SaidEntry | None] = Field(
        description="For each pair; null where one of them says nothing, or where their tasks differ."
    )
    parts: int | None = Field(description="The first pair at which they do not say the same; null where there is none.")
    answer: SaidEntry | None = Field(description="What both say of the whole; null where they say nothing of it.")
    largest: list[LargestEntry] = Field(description="By signal; empty for runs of different weights.")
    differences: list[DifferenceEntry]
