"""What the answers look like that tell how far back a prediction reaches, for OpenAPI."""

from pydantic import Field

from .schemas import Schema

Norms = list[float | None]


class LayerNorms(Schema):
    """The derivative by one layer, as a norm at each step."""

    name: str
    belt: str | None = Field(description="The state that is its belt; null where it has none.")
    norms: dict[str, Norms] = Field(
        description="By x, what it read; by each of its states; and of that by its belt `direct`, the part that came "
        "along the belt alone, and `rest`. Null where the layer is not at work.",
        examples=[{"x": [0.41, 0.3], "h": [0.2, 0.26], "c": [0.34, 0.7], "direct": [0.04, 0.06], "rest": [0.35, 0.7]}],
    )


class Gradient(Schema):
    """The derivative of one prediction by everything before it."""

    model: str
    text: str
    token: str | None = Field(description="What was read at the step; null for what is said of the whole.")
    t: int | None
    symbol: str = Field(description="Whose logit it is; `next` for a forecast.")
    words: Norms = Field(description="By what was read at each step, whatever layers read it.")
    strongest: int | None = Field(description="The step before that moves the prediction most.")
    layers: list[LayerNorms]


class GradientTarget(Schema):
    """One prediction."""

    t: int | None
    symbol: str


class PackedMatrix(Schema):
    """Rows of float32."""

    shape: list[int]
    data: str = Field(description="base64 of the little-endian float32 values, row after row.")


class GradientMap(Schema):
    """Every prediction of a text by every step."""

    model: str
    text: str
    by: str
    unit: int | None
    targets: list[GradientTarget]
    values: PackedMatrix = Field(description="A row for each target, a column for each step; NaN: not at work.")
