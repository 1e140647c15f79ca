"""What every model is: text in, a run out; a run yields steps one by one or a whole trace. T steps, H units."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lstm_core.clamps import Clamp
from lstm_core.errors import InputError
from lstm_core.functional import Array
from lstm_core.models.spec import ModelSpec
from lstm_core.tokenizer import Token
from lstm_core.trace import Answer, LayerTrace, Step, Top, Trace, TraceToken, step_of

TOP = 10  # most probable symbols kept a step unless asked otherwise
_BLOCK = 128  # steps whose next words are found together when a whole trace is asked for


@dataclass(frozen=True)
class LayerInfo:
    """One recurrent layer of a model: H ``units`` reading I ``inputs``."""

    name: str
    cell: str
    direction: str
    units: int
    inputs: int


class Run(ABC):
    """A model at work on one text. Steps are computed as they are asked for.

    A subclass sets ``_tokens`` and ``_layers`` when it is made, or gives ``tokens`` and ``layers`` in its own way.
    """

    _tokens: tuple[TraceToken, ...]
    _layers: tuple[LayerTrace, ...]

    def __init__(self, model: Model, text: str, clamps: tuple[Clamp, ...], top: int) -> None:
        self.clamps, self.top = clamps, top
        self._given: dict[str, Any] = {
            "model": {"name": model.name, "task": model.spec.task, "sha256": model.sha256},
            "text": text,
            "clamps": tuple(str(clamp) for clamp in clamps),
        }

    @property
    def tokens(self) -> tuple[TraceToken, ...]:
        """One a step: what is read, and then what is said by a model that writes."""
        return self._tokens

    @property
    def layers(self) -> tuple[LayerTrace, ...]:
        """Every layer; its signals are filled in as steps are computed."""
        return self._layers

    @abstractmethod
    def advance(self, start: int, stop: int) -> None:
        """Computes the signals of steps start … stop−1, those before being done."""

    @abstractmethod
    def tops(self, start: int, stop: int) -> list[Top]:
        """What the model says at steps start … stop−1, which are computed."""

    def answer(self) -> Answer | None:
        """What the model says of the whole; None where it says all step by step."""
        return None

    def __len__(self) -> int:
        return len(self.tokens)

    def _trace(self, tops: Iterable[Top]) -> Trace:
        return Trace(**self._given, tokens=self.tokens, layers=self.layers, tops=tuple(tops), answer=self.answer())

    def start_dict(self) -> dict[str, object]:
        """The stream's ``start`` payload."""
        return self._trace(()).start_dict()

    def steps(self, start: int = 0) -> Iterator[Step]:
        """The steps from ``start`` on.

        In blocks of 1, 1, 2, 4, 8 …: the first is there at once, the many share their output layer.
        """
        T = len(self)
        self.advance(0, min(start, T))
        size = 1
        while start < T:
            stop = min(start + size, T)
            self.advance(start, stop)
            for t, top in enumerate(self.tops(start, stop), start):
                yield step_of(self.layers, t, top)
            size, start = (stop, stop) if stop < _BLOCK else (_BLOCK, stop)

    def trace(self) -> Trace:
        """All steps."""
        T = len(self)
        self.advance(0, T)
        return self._trace(top for t in range(0, T, _BLOCK) for top in self.tops(t, min(t + _BLOCK, T)))


class Model(ABC):
    """A trained model, ready to run; it holds no state between runs."""

    spec: ModelSpec
    sha256: str
    params: Mapping[str, Array]  # the weights by name, as stored, e.g. layer0.W_f (H, I)
    layers: tuple[LayerInfo, ...]  # those that recur

    @abstractmethod
    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str) -> None:
        """Lays the weights out for running."""

    @property
    def name(self) -> str:
        """The model's name, e.g. reader-32."""
        return self.spec.name

    @abstractmethod
    def encode(self, text: str) -> list[Token]:
        """The tokens of ``text``; InputError for a text that cannot be read."""

    @abstractmethod
    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> Run:
        """Prepares a run; checks text and clamps at once (InputError), computes nothing yet."""

    def steps(self, text: str, clamps: Iterable[Clamp | str] = (), start: int = 0) -> Iterator[Step]:
        """The steps of ``text`` one by one; the same numbers as ``trace`` to the bit, probabilities within 1e-6."""
        return self.run(text, clamps).steps(start)

    def trace(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> Trace:
        """The whole text at once, keeping the ``top`` most probable symbols of each step."""
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
