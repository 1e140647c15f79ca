"""The registry of cells: a name → the one instance of its class. A new cell is one new file and one line here."""

from __future__ import annotations

from lstm_core.cells.base import Cell, Clamping, Frame, Packed, Tape, scan
from lstm_core.cells.belt import Belt
from lstm_core.cells.cifg import CIFG
from lstm_core.cells.gru import GRU
from lstm_core.cells.gru_before import GRUBefore
from lstm_core.cells.lstm import LSTM
from lstm_core.cells.peephole import Peephole
from lstm_core.cells.rnn import RNN
from lstm_core.cells.signals import Signal
from lstm_core.errors import missing

__all__ = [
    "Belt",
    "Cell",
    "Clamping",
    "Frame",
    "Packed",
    "Signal",
    "Tape",
    "belt_of",
    "get",
    "names",
    "register",
    "scan",
]

_registry: dict[str, Cell] = {}


def register(cell: Cell) -> Cell:
    """Makes ``cell`` known under its name; returns it."""
    _registry[cell.name] = cell
    return cell


def names() -> tuple[str, ...]:
    """The names of all registered cells, in the order of their registration."""
    return tuple(_registry)


def get(name: str) -> Cell:
    """The cell called ``name``; NotFoundError if there is none."""
    if name not in _registry:
        raise missing("cell", name, names())
    return _registry[name]


def belt_of(name: str) -> Belt | None:
    """The belt that the cell called ``name`` declares; None where it has none, or is no recurrent cell."""
    return _registry[name].belt if name in _registry else None


for _cell in (RNN(), LSTM(), Peephole(), Peephole("peephole-fi", ("f", "i")), CIFG(), GRU(), GRUBefore()):
    register(_cell)
