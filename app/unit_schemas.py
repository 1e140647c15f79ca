"""What the answers look like that tell of units, for OpenAPI."""

from pydantic import ConfigDict, Field

from .schemas import Schema


class MeasuredLayer(Schema):
    """A layer whose units are measured."""

    name: str
    units: int
    steps: int = Field(description="Over how many steps `kept` and `gates` are measured: those of the layer.")
    state: str = Field(description="The state whose value is told.", examples=["c"])
    keeps: str | None = Field(
        description="The formula of what a step keeps of the state; null for a cell that makes it anew.", examples=["f"]
    )
    gates: list[str]


class GateShares(Schema):
    """How often a gate is at an end, as shares of the steps."""

    shut: float
    open: float


class Erased(Schema):
    """What is said with the unit erased: its states held at 0 from the first step on."""

    probability: float | None = Field(default=None, description="Of the same symbol; of a choice.")
    bits: float | None = Field(
        default=None, description="log₂ of the probability as it is over that without the unit: what it is worth."
    )
    says: str | None = Field(default=None, description="What would be said first; of a choice.")
    value: float | None = Field(default=None, description="What would be forecast; of a forecast.")
    moves: float | None = Field(default=None, description="The forecast as it is, less that without the unit.")


class Unit(Schema):
    """One unit."""

    layer: str
    unit: int
    state: float | None = Field(description="Its state at the step; null where the layer is not at work then.")
    kept: float | None = Field(description="The median over the steps of the part of the state that each keeps.")
    half_life: float | None = Field(
        description="Steps after which half is left if each keeps `kept`: log ½ / log kept; null where all stays."
    )
    gates: dict[str, GateShares]
    term: float | None = Field(description="What it adds to the logit; null where the output does not read its layer.")
    erased: Erased | None = Field(description="Null where there was no time for it.")


class Followed(Schema):
    """Of every unit of a layer how well it follows a property: ½ is chance."""

    rises: list[bool] = Field(description="Whether it is higher where the property holds, as chosen on half a.")
    chosen: list[float] = Field(description="On half a, that way.")
    scored: list[float] = Field(description="On half b, that way.")


class BestUnit(Schema):
    """The unit that follows a property best on half a."""

    layer: str
    unit: int
    rises: bool
    chosen: float
    scored: float


class Untrained(Schema):
    """The same for the network before training, with other first weights: its best unit of half a."""

    chosen: float
    scored: float


class Carried(Schema):
    """One property and how well the units follow it."""

    name: str = Field(examples=["French"])
    kind: str
    says: str
    words: int = Field(description="Words of half b at which it is measured.")
    sentences: int = Field(description="Sentences of half b.")
    holding: int | None = Field(description="How many of them it holds in; null where it is the word's place.")
    best: BestUnit
    untrained: Untrained
    layers: dict[str, Followed]


class CarriedLayer(Schema):
    """A layer whose units are measured."""

    name: str
    units: int
    state: str


class CarriedByUnits(Schema):
    """What the units of a model carry, measured on shipped sentences."""

    model: str
    sha256: str
    seed: int | None = Field(description="Of the untrained network's weights; null where nothing was measured.")
    layers: list[CarriedLayer]
    properties: list[Carried] = Field(description="Empty for weights that were not measured.")


class EvidenceSentence(Schema):
    """A sentence and the unit's value after each of its words."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    words: list[str]
    begins: int = Field(alias="from", description="The first word at which it is measured.")
    ends: int = Field(alias="to", description="The word after the last.")
    holds: bool | None = Field(description="Whether the property holds there; null where it is the word's place.")
    values: list[float]


class Evidence(Schema):
    """What a unit holds over a few of the shipped sentences, those of half b."""

    model: str
    carries: str
    layer: str
    unit: int
    state: str
    sentences: list[EvidenceSentence]


class Units(Schema):
    """What each unit does on one text, and its part in what is said at one step."""

    model: str
    text: str
    t: int | None = Field(description="Null for what is said of the whole text.")
    token: str | None
    symbol: str
    probability: float | None = Field(default=None, description="Of the symbol; of a choice.")
    value: float | None = Field(default=None, description="What is forecast; of a forecast.")
    shut: float = Field(description="A gate below is shut.")
    open: float = Field(description="A gate above is open.")
    layers: list[MeasuredLayer]
    units: list[Unit] = Field(description="In the order of layers and units.")
