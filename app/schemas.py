"""What the API's answers look like, for OpenAPI. Answers are written as bytes, so tests hold these true to them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Schema(BaseModel):
    """Base: no answer has an entry that its schema does not name. An entry with a default may be absent, never null."""

    model_config = ConfigDict(extra="forbid")


class ErrorDetail(Schema):
    """What went wrong with a request."""

    code: str = Field(description="Short stable name, for programs.", examples=["empty_text"])
    message: str = Field(description="What was wrong.")
    expected: str = Field(description="What was expected instead.")
    action: str = Field(description="What to do about it.")
    field: str | None = Field(description="The parameter it concerns.", examples=["text"])


class Failure(Schema):
    """The one shape of every error."""

    error: ErrorDetail


class ModelName(Schema):
    """Which weights made a trace."""

    name: str = Field(examples=["reader-32"])
    task: str = Field(examples=["next-word"])
    sha256: str


class Token(Schema):
    """A word, letter or number as typed, and whether the model knows it; or what the model wrote or says itself."""

    text: str
    known: bool
    role: Literal["output", "written"] | None = Field(
        default=None,
        description="Set where it is the model's own: said at this step, or said after the step before and read here.",
    )


class TraceLayer(Schema):
    """One layer: its initial states (units,) and its signals (steps, units)."""

    name: str
    kind: str
    cell: str
    direction: str
    units: int
    initial: dict[str, list[float]]
    signals: dict[str, list[list[float]]]
    span: tuple[int, int] | None = Field(
        default=None, description="The steps, from … to−1, in which the layer is at work; absent for all."
    )


class Answer(Schema):
    """What a model says of the whole text: a class, or all that it wrote and why it stopped."""

    text: str
    stopped: Literal["end", "limit"] | None
    top: list[tuple[str, float]]


class WritingEntry(Schema):
    """How a model goes on after the text: how many symbols it says, and how it chooses them."""

    words: int = Field(ge=1)
    temperature: float = Field(ge=0, le=2)
    top_k: int = Field(ge=0)
    seed: int = Field(ge=0)


NextWord = tuple[str, float]


class LeadEntry(Schema):
    """The unit that does most for what is said at a step."""

    layer: str
    unit: int = Field(ge=0)


class TraceDocument(Schema):
    """The trace contract, version 1."""

    version: Literal[1]
    model: ModelName
    text: str
    clamps: list[str]
    scales: list[str] = Field(default=[], description="What of the weights was scaled; absent where nothing was.")
    writing: WritingEntry | None = Field(default=None, description="Where the model goes on after the text.")
    tokens: list[Token]
    layers: list[TraceLayer]
    top: list[list[NextWord]] = Field(
        description="For each step what the model says: the most probable words, letters or classes, most probable "
        "first, or the forecast value."
    )
    leads: list[LeadEntry | None] = Field(
        description="For each step the unit whose term is the largest in the logit of the first of `top`, or in the "
        "forecast; null where nothing is said."
    )
    answer: Answer | None = Field(default=None, description="Where the model speaks of the whole.")
    surprise: list[float | None] | None = Field(
        default=None,
        description="For each step the bits by which its token surprised the model, where it tells what is next; null "
        "for the first one and for one that its table lacks.",
    )


class Health(Schema):
    """The service answers."""

    status: Literal["ok"]
    version: str
    models: list[str]
