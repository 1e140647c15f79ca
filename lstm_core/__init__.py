"""LSTMs whose every number can be seen: load a trained one, run a sentence, look at its gates.

model = lstm_core.load("reader-32")
trace = model.trace("Anna grew up in France")
trace["f"]          # the forget gate, (T, H)
trace.top(-1, 3)    # the three most probable next words
model.write("Anna grew up in France and", 10).written  # … and what the model goes on with
lstm_core.compare(trace, model.trace("Anna grew up in Spain"))  # aligned by word: what each says, and how far apart
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lstm_core.comparison import Comparison, compare
from lstm_core.errors import GatewalkError
from lstm_core.models import Model, ModelSpec, build, uniform
from lstm_core.steps import Step
from lstm_core.trace import Trace

if TYPE_CHECKING:
    from lstm_core.zoo import ModelCard

__all__ = [
    "Comparison",
    "GatewalkError",
    "Model",
    "ModelSpec",
    "Step",
    "Trace",
    "build",
    "compare",
    "load",
    "models",
    "uniform",
]


def load(name_or_path: str | Path) -> Model:
    """A shipped model by its name, or a native weights file by its path.

    Raises NotFoundError for a name that is not shipped, WeightsError for a file that is damaged or tampered with.
    """
    from lstm_core import zoo
    from lstm_core.weights import native

    path = zoo.path(str(name_or_path)) if str(name_or_path) in zoo.manifest() else Path(name_or_path)
    params, spec, sha256 = native.read(path)
    return build(spec, params, sha256)


def models() -> list[ModelCard]:
    """The cards of the shipped models, the default one first."""
    from lstm_core import zoo

    return list(zoo.manifest().values())
