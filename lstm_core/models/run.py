"""A model at work on one text: steps one by one, or a whole trace. T steps.

Making a run takes the text apart and checks the clamps; nothing is computed before a step is asked for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from lstm_core.clamps import Clamp, holds
from lstm_core.functional import Array
from lstm_core.layers.base import Given, Started
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.reading import Reading
from lstm_core.sampling import Writing
from lstm_core.steps import Answer, LayerTrace, Lead, Step, Top, TraceToken, step_of
from lstm_core.tokenizer import Token
from lstm_core.trace import Trace

TOP = 10  # most probable symbols kept a step unless asked otherwise
BLOCK = 128  # steps whose next words are found together when a whole trace is asked for


class Run(ABC):
    """A model at work on one text. Steps are computed as they are asked for."""

    writing: Writing | None = None  # how it goes on after the text

    def __init__(self, model: PreparedModel, text: str, clamps: tuple[Clamp, ...], top: int) -> None:
        self.model, self.text, self.clamps, self.top = model, text, clamps, top
        self.read: Sequence[Token] = model.reader.encode(text)  # what is read, without what is said

    @cached_property
    def reading(self) -> Reading:
        """What is read, and what the first layer is given of it."""
        return self.model.reader.read(self.model.params, self.read)

    @property
    def tokens(self) -> tuple[TraceToken, ...]:
        """One a step: what is read, and then what is said by a model that writes."""
        return self.reading.told

    @property
    @abstractmethod
    def started(self) -> Mapping[str, Started]:
        """The layers at work, by name."""

    @property
    @abstractmethod
    def layers(self) -> tuple[LayerTrace, ...]:
        """Every layer; its signals are filled in as steps are computed."""

    @abstractmethod
    def advance(self, start: int, stop: int) -> None:
        """Computes the signals of steps start … stop−1, those before being done."""

    @abstractmethod
    def predictions(self, start: int, stop: int) -> list[Top]:
        """What the model says at steps start … stop−1, which are computed."""

    @abstractmethod
    def heard(self, start: int, stop: int) -> Array:
        """(N, ΣH) what the output hears at steps start … stop−1, which are computed and at which something is said."""

    def leads(self, start: int, tops: Sequence[Top]) -> list[Lead | None]:
        """The unit that does most for the first of ``tops``, what is said at the steps from ``start`` on.

        Of a logit z_v = Σ_u O_vu·h_u + b_v the u of the largest term; of a forecast that of the largest magnitude. None
        where nothing is said, which is at first if at all.
        """
        silent = sum(not top for top in tops)
        if silent == len(tops):
            return [None] * silent
        heard = self.heard(start + silent, start + len(tops))
        places = self.model.teller.leads(heard, [top[0][0] for top in tops[silent:]])
        return [None] * silent + [self._heard_units[place] for place in places.tolist()]

    @cached_property
    def _heard_units(self) -> list[Lead]:
        """(ΣH) the layer and the unit of each number that the output hears."""
        layers = {layer.name: layer for layer in self.model.layers}
        return [Lead(name, unit) for name in self.model.composition.heard for unit in range(layers[name].units)]

    @abstractmethod
    def heard_at(self, t: int | None) -> list[int]:
        """The row of each layer that the output hears, in what is said at step t or, with None, of the whole."""

    def answer(self) -> Answer | None:
        """What the model says of the whole; None where it says all step by step."""
        return None

    @property
    def surprise(self) -> Array | None:
        """(T,) −log₂ p of each token by what was read before, where that is predicted already.

        NaN for the first token, and for one that the table lacks; None where a model does not say what it reads next.
        """
        return None

    def given(self, layer: str, first: int, steps: int, x: Any = None, wx: Array | None = None) -> Given:
        """What a layer is given that is at work from step ``first`` on, with the valves of it that are held."""
        return Given(x, wx, held=holds(self.clamps, layer, first, steps))

    def __len__(self) -> int:
        return len(self.tokens)

    def _trace(self, predictions: Iterable[Top]) -> Trace:
        said = tuple(predictions)  # first: the surprise comes with them
        return Trace(
            model={"name": self.model.name, "task": self.model.spec.task, "sha256": self.model.sha256},
            text=self.text,
            clamps=tuple(str(clamp) for clamp in self.clamps),
            scales=tuple(str(scale) for scale in self.model.scales),
            tokens=self.tokens,
            layers=self.layers,
            predictions=said,
            answer=self.answer(),
            writing=self.writing,
            surprise=self.surprise,
            leads=tuple(self.leads(0, said)),
            source=self.model,
        )

    def start_dict(self) -> dict[str, object]:
        """The stream's ``start`` payload."""
        return self._trace(()).start_dict()

    def steps(self, start: int = 0) -> Iterator[Step]:
        """The steps from ``start`` on.

        In blocks of 1, 1, 2, 4, 8 …: the first is there at once, the many share their output layer.
        """
        T = len(self)
        self.advance(0, min(start, T))
        if 0 < start < T and self.surprise is not None:
            self.predictions(start - 1, start)  # what the first of them was expected to be
        size, layers, surprise = 1, self.layers, self.surprise
        while start < T:
            stop = self.together(start, min(start + size, T))
            self.advance(start, stop)
            tops = self.predictions(start, stop)
            for t, (top, lead) in enumerate(zip(tops, self.leads(start, tops), strict=True), start):
                yield step_of(layers, t, top, surprise, self.written_at(t), lead)
            size, start = (stop, stop) if stop < BLOCK else (BLOCK, stop)

    def together(self, start: int, stop: int) -> int:  # noqa: ARG002 - for runs whose steps depend on what they say
        """Where a block of steps ends that begins at ``start`` and may go to ``stop``."""
        return stop

    def written_at(self, t: int) -> TraceToken | None:  # noqa: ARG002 - for runs that write on
        """What is read at step t, where the run wrote it itself."""
        return None

    def trace(self) -> Trace:
        """All steps."""
        T = len(self)
        self.advance(0, T)
        return self._trace(top for t in range(0, T, BLOCK) for top in self.predictions(t, min(t + BLOCK, T)))
