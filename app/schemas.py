"""What the API's answers look like, for OpenAPI. Answers are written as bytes, so tests hold these true to them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue


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


class TraceDocument(Schema):
    """The trace contract, version 1."""

    version: Literal[1]
    model: ModelName
    text: str
    clamps: list[str]
    writing: WritingEntry | None = Field(default=None, description="Where the model goes on after the text.")
    tokens: list[Token]
    layers: list[TraceLayer]
    top: list[list[NextWord]] = Field(
        description="For each step what the model says: the most probable words, letters or classes, most probable "
        "first, or the forecast value."
    )
    answer: Answer | None = Field(default=None, description="Where the model speaks of the whole.")
    surprise: list[float | None] | None = Field(
        default=None,
        description="For each step the bits by which its token surprised the model, where it tells what is next; null "
        "for the first one and for one that its table lacks.",
    )


class SignalEntry(Schema):
    """A signal as its cell declares it."""

    name: str
    role: Literal["input", "gate", "candidate", "product", "state", "output", "position"]
    range: tuple[float | None, float | None] = Field(description="Lowest and highest value; null where unbounded.")
    label: str
    description: str
    formula: str = Field(examples=["f * c_prev"])
    tree: dict[str, JsonValue] | None = Field(description="The formula, parsed; null where no formula says it.")


class LettersEntry(Schema):
    """The letter CNN: how many letters a filter sees, how many filters there are."""

    width: int
    filters: int


class LayerEntry(Schema):
    """A layer of a model."""

    name: str
    kind: str = Field(examples=["recurrent", "convolution"])
    cell: str
    title: str
    short: str
    direction: str
    units: int
    inputs: int
    signals: list[SignalEntry]
    states: list[str] = Field(description="What one step hands to the next.")


class DataEntry(Schema):
    """A text that a model learned from, and by what right."""

    name: str
    licence: str
    source: str


class ScopeEntry(Schema):
    """What a model is for, in plain words."""

    learned: str = Field(description="What it learned from.")
    good_at: str
    gets_wrong: str
    tries: list[str] = Field(description="Three texts on which it does well.")


class NoticeEntry(Schema):
    """What to say beside a model's output, where a text lies outside what the model learned."""

    unless: str | None = Field(
        description="A regular expression; said where the whole text, trimmed, whatever its case, does not match."
    )
    unknown: bool = Field(description="Said where a token is not known; in `says`, these stand for `{words}`.")
    says: str


class ModelEntry(Schema):
    """A model, and what is known of it."""

    name: str
    title: str
    description: str
    group: str = Field(description="What it teaches.")
    task: str
    reads: Literal["words", "letters", "numbers"]
    symbols: list[str] = Field(description="The letters that it knows, where it reads letters.")
    outputs: list[str] = Field(description="Classes or output symbols, where it says other things than it reads.")
    letters: LettersEntry | None = Field(description="How words are read by their letters.")
    architecture: str
    cell: str
    sha256: str
    units: int
    embedding: int
    vocabulary: int = Field(description="Words in its table.")
    parameters: int = Field(description="Numbers in its weights.")
    layers: list[LayerEntry]
    scores: dict[str, JsonValue] = Field(description="Measured on sentences held out of the training.")
    measured: list[str] = Field(description="What of the scores can be told in sentences; empty without a card.")
    data: list[DataEntry]
    examples: list[str]
    wording: dict[str, str] = Field(description="What a step, a text and its box are called, where not as usual.")
    scope: ScopeEntry | None = Field(default=None, description="Absent for a model without a card.")
    notices: list[NoticeEntry]


class Limits(Schema):
    """The longest sentence that is run."""

    characters: int
    steps: int


class ModelList(Schema):
    """Every model, the default one's name, and the limits."""

    models: list[ModelEntry]
    default: str
    limits: Limits


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


class Health(Schema):
    """The service answers."""

    status: Literal["ok"]
    version: str
    models: list[str]
