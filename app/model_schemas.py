"""What the list of models looks like, for OpenAPI."""

from typing import Literal

from pydantic import Field, JsonValue

from .schemas import Schema


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


class BeltEntry(Schema):
    """How a state is carried: state = keeps · state before + writes, unit by unit."""

    state: str
    keeps: dict[str, JsonValue] = Field(description="A formula, parsed, over signals of the same step.")
    writes: dict[str, JsonValue]


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
    valves: list[str] = Field(description="The signals that a clamp can hold.")
    belt: BeltEntry | None = Field(description="Null where every state is made anew at each step: no ledger then.")


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
