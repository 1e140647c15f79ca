"""The record of an architecture, and the registry: a name → the one record. A new one is one file and one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from lstm_core.errors import missing
from lstm_core.layers.base import Shapes
from lstm_core.models.composition import Composition
from lstm_core.models.reading_run import ReadingRun
from lstm_core.models.run import Run
from lstm_core.models.spec import LayerSpec, ModelSpec


class Layout(Protocol):
    """Names the layers of a model whose ``count`` layers are alike."""

    def __call__(self, cell: str, units: int, count: int) -> tuple[LayerSpec, ...]:
        """The layers' specs."""
        ...


def anything(spec: ModelSpec) -> str | None:  # noqa: ARG001 - the shape of every check
    """The check of an architecture that takes every spec of its tasks."""
    return None


@dataclass(frozen=True)
class Architecture:
    """How models of one kind are made.

    Attributes
    ----------
    name:    its name in a spec.
    does:    each (task, what it reads) that it can do.
    layers:  the specs of layers that are all alike: a model's short form says no more than cell, units, how many.
    compose: the parts of the model that a spec describes, and how they are joined; its shapes follow from these.
    misfit:  why a spec that is right entry by entry does not fit it, as a clause; None where it does.
    run:     how a model is walked: along the text, or further, by what it says itself.
    looked_up: whether W·x + b of every row of the reader's table is made once, for the first layer to look up.
    """

    name: str
    does: tuple[tuple[str, str], ...]
    layers: Layout
    compose: Callable[[ModelSpec], Composition]
    misfit: Callable[[ModelSpec], str | None] = anything
    run: type[Run] = ReadingRun
    looked_up: bool = False


_registry: dict[str, Architecture] = {}


def register(architecture: Architecture) -> Architecture:
    """Makes ``architecture`` known under its name; returns it."""
    _registry[architecture.name] = architecture
    return architecture


def names() -> tuple[str, ...]:
    """The names of all registered architectures."""
    return tuple(_registry)


def get(name: str) -> Architecture:
    """The architecture called ``name``; NotFoundError if there is none."""
    if name not in _registry:
        raise missing("architecture", name, names())
    return _registry[name]


def compose(spec: ModelSpec) -> Composition:
    """The parts of the model that ``spec`` describes, joined as its architecture joins them."""
    return get(spec.architecture).compose(spec)


def shapes_of(spec: ModelSpec) -> Shapes:
    """The name and shape of every tensor that the model needs."""
    return compose(spec).shapes()
