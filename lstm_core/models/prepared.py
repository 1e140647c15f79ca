"""A model's parts with its weights laid out for running: all that a run needs of a model. It holds no state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lstm_core.errors import missing
from lstm_core.functional import Array
from lstm_core.layers.base import Layer
from lstm_core.layers.recurrent import Recurrent
from lstm_core.models.composition import READER, Composition
from lstm_core.models.reading import Reader
from lstm_core.models.spec import NEXT_SYMBOL, ModelSpec
from lstm_core.scales import Scale


class PreparedModel:
    """``composition`` on ``params``: the weights by name, as stored, e.g. layer0.W_f (H, I).

    ``scales``: what of the weights is scaled, so that they are not as stored; see ``lstm_core.scales``.
    ``look_up``: W·x + b of every row of the reader's table is made here, once, for the first layer to look up.
    """

    scales: tuple[Scale, ...] = ()

    def __init__(
        self, spec: ModelSpec, params: Mapping[str, Array], sha256: str, composition: Composition, look_up: bool
    ) -> None:
        self.spec, self.params, self.sha256, self.composition = spec, params, sha256, composition
        self.layers: tuple[Layer, ...] = composition.layers
        self.weights: dict[str, Any] = composition.prepare(params)
        self.teller = composition.output.teller(params)
        self.causal = all(layer.direction == "forward" for layer in self.layers)
        self.expects = self.causal and spec.task in NEXT_SYMBOL  # each step tells how probable each next token is
        table = self.reader.table
        self.looked_up: Array | None = None  # (V, G·H)
        if look_up and table is not None:
            self.looked_up = self.project(self.layers[0].name, params[table])

    @property
    def name(self) -> str:
        """The model's name, e.g. reader-32."""
        return self.spec.name

    @property
    def reader(self) -> Reader:
        """What takes a typed text apart."""
        return self.composition.readers[READER]

    def layer(self, name: str) -> Layer:
        """The layer called ``name``; NotFoundError if there is none."""
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise missing("layer", name, f"The layers of {self.name} are: {', '.join(la.name for la in self.layers)}.")

    def project(self, layer: str, x: Array) -> Array:
        """W·x + b of a recurrent layer's gates: x (…, I) → (…, G·H)."""
        found = self.layer(layer)
        assert isinstance(found, Recurrent)
        return found.of.project(self.weights[layer], x)
