"""What the answers look like that write numbers out, for OpenAPI."""

from pydantic import ConfigDict, Field, JsonValue

from .schemas import Schema


class SignalValue(Schema):
    """One signal of the unit: its formula, and the same with the value of every part."""

    signal: str
    unit: int
    value: float = Field(description="The trace's own float32 value.")
    formula: dict[str, JsonValue] | None
    tree: dict[str, JsonValue] | None


class Arithmetic(Schema):
    """One unit at one step, written out."""

    model: str
    text: str
    t: int
    token: JsonValue
    layer: str
    unit: int
    signals: list[SignalValue]


class UnitWeights(Schema):
    """Row `unit` of every parameter of a layer: of a matrix a list, of a vector a number."""

    model: str
    sha256: str
    layer: str
    unit: int
    params: dict[str, float | list[float]] = Field(examples=[{"W_f": [0.25, -1.5], "U_f": [0.5], "b_f": 1.0}])


class LogitTerm(Schema):
    """What one unit adds."""

    layer: str
    unit: int
    h: float = Field(description="The unit's value in the trace.")
    weight: float = Field(description="Of the output's matrix; where it is tied to the word table, of both multiplied.")
    product: float


class Logit(Schema):
    """What a model says at one step, written out: the terms and the bias add up to `sum`."""

    model: str
    text: str
    t: int | None = Field(description="Null for what is said of the whole text.")
    token: str | None
    symbol: str
    terms: list[LogitTerm]
    bias: float
    sum: float = Field(description="The logit; of a forecast how many usual steps it goes.")
    log_sum_exp: float | None = Field(default=None, description="log Σ e^z over all that could be said; of a choice.")
    probability: float | None = Field(default=None, description="e^(sum − log_sum_exp); of a choice.")
    last: float | None = Field(default=None, description="The number that was read; of a forecast.")
    step: float | None = Field(default=None, description="How large a step of the series usually is; of a forecast.")
    value: float | None = Field(default=None, description="last + step · sum; of a forecast.")


class FilterTerm(Schema):
    """One number of a letter's vector, times the filter's weight for it."""

    place: int = Field(description="Of the letter: 0 is the mark before the word.")
    index: int
    input: float
    weight: float
    product: float


class FilterSum(Schema):
    """A letter filter's strongest answer to a word, written out: terms and bias add up to `sum`."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    model: str
    text: str
    t: int
    token: str
    filter: int
    begins: int = Field(alias="from", description="The first place that it saw.")
    ends: int = Field(alias="to", description="The place after the last that it saw.")
    terms: list[FilterTerm]
    bias: float
    sum: float
    value: float = Field(description="The sum, or 0 where that is below it.")
