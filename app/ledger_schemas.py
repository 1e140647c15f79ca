"""What the ledger of a unit looks like, for OpenAPI."""

from typing import Literal

from pydantic import Field

from .schemas import Schema


class Ledger(Schema):
    """One unit's belt, in float64: of every list an entry for each step that the layer is at work, as they stand."""

    model: str
    text: str
    layer: str
    unit: int
    state: str = Field(description="The state that is carried.", examples=["c"])
    keeps: str = Field(description="The formula of `keep`.", examples=["f"])
    writes: str = Field(description="The formula of `written`.", examples=["i * g"])
    steps: list[int] = Field(min_length=2, max_length=2, description="The first step, and the one after the last.")
    direction: Literal["forward", "backward"]
    initial: float = Field(description="The state before the first step that is read.")
    keep: list[float] = Field(description="The part of the state that stays.")
    before: list[float] = Field(description="The state that the step found.")
    kept: list[float] = Field(description="keep · before")
    erased: list[float] = Field(description="(1 − keep) · before")
    written: list[float]
    value: list[float] = Field(description="The state after the step, the trace's own.")
    held: list[int] = Field(description="Steps at which the state itself is held: all is erased, the value written.")
    t: int | None = Field(description="The step that `left` and `rounding` are of; null for all of them.")
    left: list[list[float]] = Field(
        description="A row for each step: what is left of `initial`, then of what each step wrote, in reading order."
    )
    rounding: list[float] = Field(description="value − Σ left: what the model's own float32 sums have rounded.")
