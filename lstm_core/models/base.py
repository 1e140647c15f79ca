"""What every model is: text in, a run out; a run yields steps one by one or a whole trace."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lstm_core.clamps import Clamp
from lstm_core.errors import InputError
from lstm_core.functional import Array
from lstm_core.models.spec import ModelSpec
from lstm_core.tokenizer import Token
from lstm_core.trace import Step, Trace

TOP = 10  # next words kept a step unless asked otherwise


@dataclass(frozen=True)
class LayerInfo:
    """One recurrent layer of a model: H ``units`` reading I ``inputs``."""

    name: str
    cell: str
    direction: str
    units: int
    inputs: int


class Run(ABC):
    """A model at work on one sentence. Steps are computed as they are asked for."""

    @abstractmethod
    def start_dict(self) -> dict[str, object]:
        """The stream's ``start`` payload; known before the first step."""

    @abstractmethod
    def steps(self, start: int = 0) -> Iterator[Step]:
        """The steps from ``start`` on, each as soon as it is computed."""

    @abstractmethod
    def trace(self) -> Trace:
        """All steps."""


class Model(ABC):
    """A trained model, ready to run; it holds no state between runs."""

    spec: ModelSpec
    sha256: str
    params: Mapping[str, Array]  # the weights by name, as stored, e.g. layer0.W_f (H, I)
    layers: tuple[LayerInfo, ...]

    @property
    def name(self) -> str:
        """The model's name, e.g. reader-32."""
        return self.spec.name

    @abstractmethod
    def encode(self, text: str) -> list[Token]:
        """The tokens of ``text``; InputError for empty text or control characters."""

    @abstractmethod
    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> Run:
        """Prepares a run; checks text and clamps at once (InputError), computes nothing yet."""

    def steps(self, text: str, clamps: Iterable[Clamp | str] = (), start: int = 0) -> Iterator[Step]:
        """The steps of ``text`` one by one; the same numbers as ``trace`` to the bit, probabilities within 1e-6."""
        return self.run(text, clamps).steps(start)

    def trace(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> Trace:
        """The whole sentence at once, keeping the ``top`` most probable next words of each step."""
        return self.run(text, clamps, top).trace()

    def parse_clamps(self, clamps: Iterable[Clamp | str]) -> tuple[Clamp, ...]:
        """Reads written clamps; InputError for one that cannot be read or names no layer of this model."""
        parsed = tuple(Clamp.parse(clamp) if isinstance(clamp, str) else clamp for clamp in clamps)
        names = [layer.name for layer in self.layers]
        for clamp in parsed:
            if clamp.layer not in names:
                raise InputError(
                    code="bad_clamp",
                    message=f"The clamp “{clamp}” names no layer of {self.name}.",
                    expected=f"Its layers are: {', '.join(names)}.",
                    action="Write it like layer0.f[11]@3-5=0 : layer, gate, units, steps, value.",
                    field="clamp",
                )
        return parsed
