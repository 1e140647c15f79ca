"""A live training as a query asks for it: `task`, `cell`, `units`, `forget_bias`, `rate`, `clip`, `seed`, `steps`."""

import re
from typing import Annotated

from fastapi import Depends, Query, Request

from lstm_core.errors import shortened
from lstm_core.live import Setup
from lstm_core.live.setup import refused

from .dependencies import ServiceOf
from .live_limits import check

PARAMETERS = ("task", "cell", "units", "forget_bias", "rate", "clip", "seed", "steps")
_WHOLE = re.compile(r"\d{1,6}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,4}(\.\d{0,8})?", re.ASCII)
FIRST = Setup()


async def get_setup(
    request: Request,
    service: ServiceOf,
    task: Annotated[str, Query(description="What is learned: first, count or brackets.")] = FIRST.task,
    cell: Annotated[str, Query(description="The cell: lstm, rnn, gru …")] = FIRST.cell,
    units: Annotated[str, Query(description="How many units.")] = f"{FIRST.units}",
    forget_bias: Annotated[
        str, Query(description="What the bias of the gate that keeps begins with.")
    ] = f"{FIRST.forget_bias:g}",
    rate: Annotated[str, Query(description="The learning rate of Adam.")] = f"{FIRST.rate:g}",
    clip: Annotated[str, Query(description="1: gradients longer than 1 are shortened to 1; 0: not.")] = "1",
    seed: Annotated[str, Query(description="Of the first weights and of the strings: the same gives the same.")] = "0",
    steps: Annotated[str, Query(description="Updates in all.")] = f"{FIRST.steps}",
) -> Setup:
    """The training that is asked for, within the limits of the service."""
    for name in PARAMETERS:
        if len(request.query_params.getlist(name)) > 1:
            raise refused(name, "given more than once", f"One value for '{name}'.")
    if clip not in ("0", "1"):
        raise refused("clip", f"“{shortened(clip)}”", "1 or 0.")
    asked = Setup(
        task, cell, _whole("units", units), _decimal("forget_bias", forget_bias), _decimal("rate", rate),
        clip == "1", _whole("seed", seed), _whole("steps", steps),
    )  # fmt: skip
    check(service.settings, asked)
    return asked


SetupOf = Annotated[Setup, Depends(get_setup)]


def _whole(name: str, typed: str) -> int:
    if not _WHOLE.fullmatch(typed):
        raise refused(name, f"“{shortened(typed)}”", "A whole number, written in digits.")
    return int(typed)


def _decimal(name: str, typed: str) -> float:
    if not _DECIMAL.fullmatch(typed):
        raise refused(name, f"“{shortened(typed)}”", "A number such as 0.02.")
    return float(typed)
