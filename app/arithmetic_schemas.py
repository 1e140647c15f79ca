"""What the answers look like that write numbers out, for OpenAPI."""

from pydantic import Field, JsonValue

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
