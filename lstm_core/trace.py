"""A trace: everything that a model computed on one sentence, as named arrays; contract version 1.

``docs/trace-format.md`` gives the JSON shape whole. T steps, H units of a layer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from lstm_core import joining
from lstm_core.errors import InputError, missing
from lstm_core.exporters import exporter
from lstm_core.functional import Array
from lstm_core.ledger import Ledger, ledger
from lstm_core.sampling import Writing
from lstm_core.steps import Answer, LayerTrace, Lead, Slot, Step, Top, TraceToken, step_of, told_bits, told_lead
from lstm_core.trace_text import pieces

VERSION = 1


@dataclass(frozen=True)
class Trace:
    """All steps of one sentence. ``trace["f"]`` is (T, H); with several layers ``trace["layer1.f"]``."""

    model: Mapping[str, str]  # name, task, sha256
    text: str
    clamps: tuple[str, ...]
    tokens: tuple[TraceToken, ...]
    layers: tuple[LayerTrace, ...]
    predictions: tuple[Top, ...]
    answer: Answer | None = None
    scales: tuple[str, ...] = ()  # what of the weights was scaled
    writing: Writing | None = None  # how the model went on after the text
    surprise: Array | None = None  # (T,) −log₂ p of each token before it was read; NaN where there was no telling
    leads: tuple[Lead | None, ...] | None = None  # T, the unit that does most for what each step says; None: not told
    source: Any = field(default=None, compare=False, repr=False)  # the model that made it; None if it was read

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, name: str) -> Array:
        layer_name, _, signal = name.rpartition(".")
        layers = [layer for layer in self.layers if layer_name in ("", layer.name)]
        if len(layers) != 1 or signal not in layers[0].signals:
            known = [f"{layer.name}.{key}" for layer in self.layers for key in layer.signals]
            raise missing("signal", name, f"They are: {', '.join(known)}; one layer alone need not be named.")
        return layers[0].signals[signal]

    def top(self, t: int, k: int = 10) -> Top:
        """The k most probable next words after step t, with their probabilities, most probable first."""
        if not -len(self) <= t < len(self):
            raise missing("step", t, f"The sentence has the steps 0 to {len(self) - 1}.", "t")
        if not 0 < k <= len(self.predictions[t]):
            raise InputError(
                code="bad_top",
                message=f"{k} next words cannot be given.",
                expected=f"This trace holds 1 to {len(self.predictions[t])} a step.",
                action="Ask for fewer, or compute the trace with model.trace(text, top=k).",
                field="k",
            )
        return self.predictions[t][:k]

    @property
    def layout(self) -> tuple[Slot, ...]:
        """The order of the signals in a step's block."""
        return tuple(
            Slot(layer.name, name, values.shape[-1]) for layer in self.layers for name, values in layer.signals.items()
        )

    def step(self, t: int) -> Step:
        """Step t alone."""
        token = self.tokens[t] if self.tokens[t].written else None
        lead = None if self.leads is None else self.leads[t]
        return step_of(self.layers, t, self.predictions[t], self.surprise, token, lead)

    @property
    def written(self) -> str:
        """What the model wrote itself, as one writes it after the text: reading both gives the trace's tokens again."""
        return joining.continued(self.model["task"], self.text, [token.text for token in self.tokens if token.written])

    @property
    def perplexity(self) -> float | None:
        """2 ^ the mean surprise of the text's tokens that could be expected; None where none could.

        What the model wrote itself does not count.
        """
        if self.surprise is None:
            return None
        bits = self.surprise[[not token.written for token in self.tokens]]
        known = bits[~np.isnan(bits)]
        return float(2 ** known.mean()) if len(known) else None

    def head(self) -> dict[str, Any]:
        """What is known before the first step: all but signals and top."""
        told = {
            "version": VERSION,
            "model": dict(self.model),
            "text": self.text,
            "clamps": list(self.clamps),
            **({"scales": list(self.scales)} if self.scales else {}),
            **({} if self.writing is None else {"writing": self.writing.to_dict()}),
            "tokens": [token.to_dict() for token in self.tokens],
            "layers": [layer.head() for layer in self.layers],
        }
        return told if self.answer is None else told | {"answer": self.answer}

    def start_dict(self) -> dict[str, Any]:
        """The stream's ``start`` payload: ``head`` and the layout of the blocks; of the tokens those that are read."""
        layout = [{"layer": slot.layer, "signal": slot.signal, "units": slot.units} for slot in self.layout]
        read = [token.to_dict() for token in self.tokens if not token.written]
        return self.head() | {"tokens": read, "layout": layout}

    def to_dict(self) -> dict[str, Any]:
        """The whole contract, version 1. Every number is the float's own value, so it reads back exactly."""
        whole = self.head()
        for head, layer in zip(whole["layers"], self.layers, strict=True):
            head["signals"] = {name: values.tolist() for name, values in layer.signals.items()}
        whole["top"] = [[[word, p] for word, p in top] for top in self.predictions]
        return whole | self._beside()

    def _beside(self) -> dict[str, Any]:
        """What stands beside ``top``, an entry a step, of what is told: the leads and the surprise."""
        leads = {} if self.leads is None else {"leads": [told_lead(lead) for lead in self.leads]}
        if self.surprise is None:
            return leads
        return leads | {"surprise": [told_bits(bits) for bits in self.surprise.tolist()]}

    def to_json(self) -> str:
        """``to_dict`` as JSON text."""
        return "".join(self.pieces())

    def pieces(self) -> Iterator[str]:
        """The text of ``to_json``, piece by piece, so that a long one is never whole in memory."""
        return pieces(self.head(), self.layers, self.predictions, self._beside())

    def to_html(self, path: str | Path, charts: bool = False) -> int:
        """Writes the walk as one HTML file, which opens from a disk without a network; returns its size in bytes.

        ``charts`` puts plotly.js inside, some 2 MB more; without it the charts are plain pictures. NotFoundError where
        Gatewalk's page is not installed, InputError for a path that cannot be written or a trace read from a document,
        which has no weights to explain its numbers by.
        """
        size: int = exporter("html")(self._model("to_html(path)"), self, path, charts)
        return size

    def logit(self, symbol: str | None = None, t: int | None = -1) -> dict[str, Any]:
        """The logit of ``symbol`` (None: of what is said first) at step ``t`` (None: of the whole), term by term.

        A forecast likewise; see ``lstm_core.models.logit``. InputError for a trace that was read from a document.
        """
        told: dict[str, Any] = self._model("logit(symbol, t)").logit(self, symbol, t)
        return told

    def gradient(self, of: str | None = None, t: int | None = -1, clip: float | None = None) -> Any:
        """The derivative of what is said at step ``t`` by everything before it, for all steps.

        ``of`` names the symbol whose logit it is (None: what is said first; or the forecast), ``t`` None is of the
        whole. ``g["c"]`` is (T, H), ``g.norms("c")`` (T,), ``g.words`` by the word; see ``lstm_core.models.reach``.
        InputError for a trace that was read from a document.
        """
        return self._model("gradient(of, t)").trace_gradient(self, of, t, clip)

    def gradient_map(self, by: str = "words", of: str | None = None, unit: int | None = None) -> Any:
        """Every prediction by every step, ``.values`` (N, T): norms, or the derivative by one ``unit`` of ``by``."""
        return self._model("gradient_map(by)").gradient_map(self, by, of, unit)

    def ledger(self, unit: int, layer: str | None = None) -> Ledger:
        """What each step kept, erased and wrote of a unit, and what is left of it later; see ``lstm_core.ledger``."""
        return ledger(self.layers, self.clamps, unit, layer)

    def units(self, symbol: str | None = None, t: int | None = -1) -> dict[str, Any]:
        """What each unit does here; ``symbol`` and ``t`` as in ``logit``, see ``lstm_core.models.units``."""
        return dict(self._model("units(symbol, t)").units_on(self, symbol, t))

    def _model(self, asked: str) -> Any:
        """The model that made it; InputError where it was read from a document, which has no weights."""
        if self.source is None:
            raise InputError(
                code="no_weights",
                message="This trace was read from a document, so there are no weights to explain its numbers by.",
                expected="A trace that a model has made.",
                action=f"Make it anew: lstm_core.load(name).trace(text).{asked}.",
            )
        return self.source

    @classmethod
    def from_json(cls, text: str | bytes, dtype: str = "float32") -> Trace:
        """Reads what ``to_json`` wrote, to the bit. InputError for anything else."""
        try:
            return cls._from_dict(json.loads(text), np.dtype(dtype))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(
                code="bad_trace",
                message=f"This is no trace: {type(error).__name__} at {error}.",
                expected=f"A trace is a JSON document of the trace contract, version {VERSION}.",
                action="Take one from Trace.to_json(), /api/v1/trace or gatewalk trace.",
            ) from error

    @classmethod
    def _from_dict(cls, whole: dict[str, Any], dtype: np.dtype) -> Trace:
        if whole["version"] != VERSION:
            raise ValueError(f"version {whole['version']}")
        layers = tuple(
            LayerTrace(
                name=layer["name"],
                # A document from before kinds were told: what has no state was the convolution over letters.
                kind=layer.get("kind", "recurrent" if layer["initial"] else "convolution"),
                cell=layer["cell"],
                direction=layer["direction"],
                units=layer["units"],
                initial={name: np.array(state, dtype) for name, state in layer["initial"].items()},
                signals={name: np.array(rows, dtype) for name, rows in layer["signals"].items()},
                span=tuple(layer["span"]) if "span" in layer else None,
            )
            for layer in whole["layers"]
        )
        return cls(
            model=whole["model"],
            text=whole["text"],
            clamps=tuple(whole["clamps"]),
            scales=tuple(whole.get("scales", ())),
            tokens=tuple(TraceToken(token["text"], token["known"], token.get("role")) for token in whole["tokens"]),
            layers=layers,
            predictions=tuple([(word, p) for word, p in top] for top in whole["top"]),
            answer=whole.get("answer"),
            writing=Writing(**whole["writing"]) if "writing" in whole else None,
            surprise=np.array(whole["surprise"], np.float64) if "surprise" in whole else None,  # null is NaN
            leads=tuple(lead and Lead(**lead) for lead in whole["leads"]) if "leads" in whole else None,
        )
