"""A trained model, ready to run: a spec and its weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import Any

from lstm_core.clamps import Clamp, check, no_layer
from lstm_core.functional import Array
from lstm_core.layers.base import LayerGradients
from lstm_core.models import architecture
from lstm_core.models.carrying import evidence
from lstm_core.models.going_on import GoingOnRun
from lstm_core.models.gradients import gradient
from lstm_core.models.logit import logit
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.reach import WORDS, GradientMap, TraceGradient, gradient_map, trace_gradient
from lstm_core.models.run import TOP, Run
from lstm_core.models.scaling import scaled
from lstm_core.models.spec import ModelSpec
from lstm_core.models.units import units
from lstm_core.sampling import Writing
from lstm_core.scales import Scale
from lstm_core.steps import Step
from lstm_core.tokenizer import Token
from lstm_core.trace import Trace
from lstm_core.zoo import carried


class Model(PreparedModel):
    """What ``spec`` describes, on ``params``; it holds no state between runs."""

    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str = "") -> None:
        self.architecture = architecture.get(spec.architecture)
        composition = self.architecture.compose(spec)
        super().__init__(spec, params, sha256, composition, self.architecture.looked_up)
        self._stored: Model | None = None  # where this one's weights are scaled

    def encode(self, text: str) -> list[Token]:
        """The tokens of ``text``; InputError for a text that cannot be read."""
        return self.reader.encode(text)

    def run(
        self,
        text: str,
        clamps: Iterable[Clamp | str] = (),
        top: int = TOP,
        writing: Writing | None = None,
        scales: Iterable[Scale | str] = (),
    ) -> Run:
        """Prepares a run; checks text, clamps and scales at once (InputError), computes nothing yet.

        With ``writing`` the model goes on after the text; see ``lstm_core.models.going_on``. With ``scales`` it runs on
        weights that are scaled; see ``lstm_core.scales``.
        """
        model, parsed = self.scaled(scales), self.parse_clamps(clamps)
        if writing is not None:
            return GoingOnRun(model, text, parsed, top, writing)
        return self.architecture.run(model, text, parsed, top)

    def steps(
        self,
        text: str,
        clamps: Iterable[Clamp | str] = (),
        start: int = 0,
        writing: Writing | None = None,
        scales: Iterable[Scale | str] = (),
    ) -> Iterator[Step]:
        """The steps of ``text`` one by one; the same numbers as ``trace`` to the bit, probabilities within 1e-6."""
        return self.run(text, clamps, writing=writing, scales=scales).steps(start)

    def trace(
        self,
        text: str,
        clamps: Iterable[Clamp | str] = (),
        top: int = TOP,
        scales: Iterable[Scale | str] = (),
    ) -> Trace:
        """The whole text at once, keeping the ``top`` most probable symbols of each step."""
        return self.run(text, clamps, top, scales=scales).trace()

    def write(
        self,
        text: str,
        words: int = 30,
        temperature: float = 0.0,
        top_k: int = 0,
        seed: int = 0,
        clamps: Iterable[Clamp | str] = (),
        top: int = TOP,
        scales: Iterable[Scale | str] = (),
    ) -> Trace:
        """Reads ``text``, then says a symbol, reads it, says the next … ``words`` of them (words, letters or numbers).

        Temperature 0 is greedy: always the most probable. Above, it draws from p ∝ softmax(z / temperature) over the
        ``top_k`` most probable (0: all), by ``seed``: the same seed, the same words. See ``lstm_core.sampling``.
        InputError ``bad_writing`` for what is out of range, ``cannot_write`` where a model says what it does not read.
        """
        return self.run(text, clamps, top, Writing(words, temperature, top_k, seed), scales).trace()

    def gradient(
        self,
        text: str,
        of: str | None = None,
        t: int | None = -1,
        clamps: Iterable[Clamp | str] = (),
        writing: Writing | None = None,
        scales: Iterable[Scale | str] = (),
    ) -> dict[str, LayerGradients]:
        """The derivatives of one output by all that came before, by layer; see ``lstm_core.models.gradients``.

        What the model wrote itself counts as read: nothing passes through a choice.
        """
        return gradient(self.run(text, clamps, writing=writing, scales=scales), of, t)

    def logit(self, trace: Trace, symbol: str | None = None, t: int | None = -1) -> dict[str, Any]:
        """What it says at a step of its own ``trace``, as a sum over units; see ``lstm_core.models.logit``."""
        return logit(self, trace, symbol, t)

    def units_on(
        self, trace: Trace, symbol: str | None = None, t: int | None = -1, work: float = inf
    ) -> dict[str, Any]:
        """What each unit does on its own ``trace``; see ``lstm_core.models.units``."""
        return units(self, trace, symbol, t, work)

    def units(self) -> dict[str, Any]:
        """What its units carry, as measured on shipped sentences; see ``lstm_core.zoo.carried``.

        Without properties for weights that were not measured.
        """
        return carried.measured(self.name, self.sha256)

    def evidence(self, carries: str, unit: int, layer: str = "layer0") -> dict[str, Any]:
        """A few of the shipped sentences with the unit's value at each word; see ``lstm_core.models.carrying``.

        ``carries`` names the property. NotFoundError for a property, a layer or a unit that there is not.
        """
        return evidence(self, self.run, carries, layer, unit)

    def trace_gradient(
        self, trace: Trace, of: str | None = None, t: int | None = -1, clip: float | None = None
    ) -> TraceGradient:
        """A prediction of its own ``trace`` back to everything before it; see ``lstm_core.models.reach``."""
        return trace_gradient(self._again(trace), of, t, clip)

    def gradient_map(
        self, trace: Trace, by: str = WORDS, of: str | None = None, unit: int | None = None
    ) -> GradientMap:
        """Every prediction of its own ``trace`` by every step; see ``lstm_core.models.reach``."""
        return gradient_map(self._again(trace), by, of, unit)

    def _again(self, trace: Trace) -> Run:
        return self.run(trace.text, trace.clamps, writing=trace.writing, scales=trace.scales)

    def parse_clamps(self, clamps: Iterable[Clamp | str]) -> tuple[Clamp, ...]:
        """Reads written clamps; InputError for one that cannot be read or that this model has no valve for."""
        parsed = tuple(Clamp.parse(clamp) if isinstance(clamp, str) else clamp for clamp in clamps)
        held = {layer.name: layer for layer in self.layers if layer.valves}
        for clamp in parsed:
            if clamp.layer not in held:
                raise no_layer(clamp, self.name, held)
            check(clamp, held[clamp.layer])
        return parsed

    def scaled(self, scales: Iterable[Scale | str]) -> Model:
        """The model as it is stored, but for what ``scales`` say; InputError for one that cannot be used.

        Itself where they say what it is already.
        """
        parsed = tuple(Scale.parse(scale) if isinstance(scale, str) else scale for scale in scales)
        if parsed == self.scales:
            return self
        stored = self._stored or self
        if not parsed:
            return stored
        made = scaled(stored, parsed)
        made._stored = stored
        return made


def build(spec: ModelSpec, params: Mapping[str, Array], sha256: str = "") -> Model:
    """The model that ``spec`` describes, on ``params``."""
    return Model(spec, params, sha256)
